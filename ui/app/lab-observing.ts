// What the samples of a host's counters have shown so far, as the checklist of a deployment asks: which counters have moved, and how many
// connections an adapter had at most. A counter that a sample does not have was not watched.

import { deploymentPlans } from '../effective/deployment/checklist.ts';
import type { DeploymentObservations } from '../effective/deployment/observations.ts';
import type { Plan } from '../effective/deployment/plan.ts';
import type { WindowsSettings } from '../effective/settings.ts';
import { adapterInstance } from '../counters/instances.ts';
import { expandCounterPath, parseCounterPath, type CounterCatalog } from '../counters/path.ts';
import { printInstance, type CounterSnapshot } from '../counters/sample.ts';
import type { LabFrame, LabLayout } from '../scenario/lab-frame.ts';

/** Counters that any checklist names for these settings. */
export const checklistCounters = (settings: WindowsSettings): string[] => {
  const plans: readonly Plan[] = Object.values(deploymentPlans);
  return [...new Set(plans.flatMap(({ steps }) => steps.flatMap(({ counters }) => counters?.(settings).paths ?? [])))];
};

/** Numbers that a path with wildcards stands for, as far as a sample has them. */
function numbersOf(text: string, { numbers }: CounterSnapshot, catalog: CounterCatalog): number[] {
  const path = parseCounterPath(text);
  const expanded = 'fault' in path ? path : expandCounterPath(path, catalog);
  if ('fault' in expanded) return [];
  return expanded.paths.flatMap((one) => numbers.get(one.object)?.get(printInstance(one))?.get(one.counter) ?? []);
}

export class Observing {
  /** As the checklists name them; counts begin at 0 with the run, so one above 0 has moved. */
  private readonly moved = new Map<string, boolean>();
  /** By instance of Network Interface. */
  private readonly offloaded = new Map<string, number>();
  private texts: readonly string[] = [];
  private last: { snapshot: CounterSnapshot; catalog: CounterCatalog } | null = null;

  /** Counts begin with the run, so the last sample says about counters that are asked for only now. */
  watch(texts: readonly string[]): void {
    const isNew = texts.some((text) => !this.texts.includes(text));
    this.texts = texts;
    if (isNew && this.last) this.look(this.last.snapshot, this.last.catalog);
  }

  reset(): void {
    this.last = null;
    this.moved.clear();
    this.offloaded.clear();
  }

  take(snapshots: readonly CounterSnapshot[], catalog: CounterCatalog): void {
    for (const { numbers } of snapshots)
      for (const [instance, counters] of numbers.get('Network Interface') ?? []) {
        const now = counters.get('Offloaded Connections');
        if (now !== undefined) this.offloaded.set(instance, Math.max(now, this.offloaded.get(instance) ?? 0));
      }
    const snapshot = snapshots.at(-1);
    if (!snapshot) return;
    this.last = { snapshot, catalog };
    this.look(snapshot, catalog);
  }

  private look(snapshot: CounterSnapshot, catalog: CounterCatalog): void {
    for (const text of this.texts) {
      const numbers = numbersOf(text, snapshot, catalog);
      if (numbers.length) this.moved.set(text, (this.moved.get(text) ?? false) || numbers.some((number) => number > 0));
    }
  }

  /** @param description  of the adapter in Windows */
  observations(description: string): DeploymentObservations {
    const offloadedConnections = this.offloaded.get(adapterInstance(description));
    return {
      ...(this.moved.size ? { counters: new Map(this.moved) } : {}),
      ...(offloadedConnections === undefined ? {} : { offloadedConnections }),
    };
  }
}

/**
 * Processors that have received frames of an adapter. Queues do not say whether they belong to a virtual machine, so that is not told.
 * @param nic  within its host
 */
export function receiveProcessors(layout: LabLayout, frame: LabFrame, host: number, nic: number): number {
  const row = layout.nics.findIndex((first) => first.host === host) + nic;
  const found = new Set<number>();
  layout.queues.forEach((queue, index) => {
    if (queue.nic === row && frame.get('queue', index, 'frames') > 0) found.add(frame.get('queue', index, 'processor'));
  });
  found.delete(-1);
  return found.size;
}
