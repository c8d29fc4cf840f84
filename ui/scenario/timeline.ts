// Changes of a scenario during its run, as its timeline lists them.

import { fieldAt, parsePath } from './document-path.ts';
import type { PlacedMachine } from './guests.ts';
import { readField } from './read-field.ts';
import type { Scenario, TimelineEvent } from './schema.ts';

/** Sets one property of a document in place; undefined takes it away. */
export function setProperty(scenario: Scenario, steps: readonly (string | number)[], value: unknown): void {
  let target = scenario as unknown as Record<string | number, unknown>;
  for (const step of steps.slice(0, -1)) target = (target[step] ??= {}) as Record<string | number, unknown>;
  if (value === undefined) delete target[steps.at(-1)!];
  else target[steps.at(-1)!] = value;
}

/** A scenario with one property changed, read after its declaration; undefined takes it away. */
export function withProperty(scenario: Scenario, path: string, input: unknown): Scenario {
  const changed = structuredClone(scenario);
  const field = fieldAt(changed, path);
  const steps = parsePath(path);
  if (!field || !steps) throw new Error(`${path} leads to no property of the scenario.`);
  const value =
    input === undefined
      ? undefined
      : readField(field, input, path, (where, message) => {
          throw new Error(`The new value has a fault at ${where}: ${message}`);
        });
  setProperty(changed, steps, value);
  return changed;
}

/** The virtual machine keeps its place in the document, which says where memory is laid out for it; where it is stands beside it. */
export function withMove(scenario: Scenario, { machine, to }: Extract<TimelineEvent, { do: 'migrate' }>): Scenario {
  const changed = structuredClone(scenario);
  for (const { virtualMachines } of changed.hosts)
    for (const candidate of virtualMachines as PlacedMachine[]) if (candidate.name === machine) candidate.movedTo = to;
  return changed;
}

/** The scenario after a change of its timeline, which has been validated. An entry of a list that a command took away in the run stays away. */
export const withChange = (scenario: Scenario, { path, value }: Extract<TimelineEvent, { do: 'set' }>): Scenario =>
  fieldAt(scenario, path) ? withProperty(scenario, path, value) : scenario;
