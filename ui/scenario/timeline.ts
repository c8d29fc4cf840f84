// Changes of a scenario during its run, as its timeline lists them. Console commands are not carried out here.

import { fieldAt, parsePath } from './document-path.ts';
import type { PlacedMachine } from './guests.ts';
import { readField } from './read-field.ts';
import type { Scenario, TimelineEvent } from './schema.ts';

/** Sets one property of a document in place. */
export function setProperty(scenario: Scenario, steps: readonly (string | number)[], value: unknown): void {
  let target = scenario as unknown as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) target = (target[step] ??= {}) as Record<string | number, unknown>;
  target[steps.at(-1)!] = value;
}

/** The virtual machine keeps its place in the document, which says where memory is laid out for it; where it is stands beside it. */
function move({ hosts }: Scenario, machine: string, to: string): void {
  for (const { virtualMachines } of hosts)
    for (const candidate of virtualMachines as PlacedMachine[]) if (candidate.name === machine) candidate.movedTo = to;
}

/** The scenario after some events of its timeline, which has been validated. */
export function applyTimeline(scenario: Scenario, events: readonly TimelineEvent[]): Scenario {
  const changed = structuredClone(scenario);
  for (const event of events) {
    if (event.do === 'migrate') move(changed, event.machine, event.to);
    if (event.do !== 'set') continue;
    const field = fieldAt(changed, event.path);
    const steps = parsePath(event.path);
    if (!field || !steps) throw new Error(`A validated timeline names ${event.path}, which does not exist.`);
    setProperty(
      changed,
      steps,
      readField(field, event.value, event.path, (path, message) => {
        throw new Error(`A validated timeline has a fault at ${path}: ${message}`);
      }),
    );
  }
  return changed;
}
