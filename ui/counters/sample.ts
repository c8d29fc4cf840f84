// Displayed values of performance counters, from two snapshots of raw numbers.
// Source: Win32 performance counter types: PERF_COUNTER_BULK_COUNT (rate), PERF_100NSEC_TIMER (percent), PERF_COUNTER_LARGE_RAWCOUNT
// (gauge, raw). Leaves out: the 100 ns steps of Windows' clock, and the clipping of percentages at 100: what comes out is what was counted.

import { isTotal } from './instances.ts';
import type { CounterPath } from './path.ts';
import type { CounterInfo, CounterKind, ObjectInfo } from './objects.ts';

/** Raw numbers at an instant. A rate or raw counter counts from the start of the run; a percentage is ps of that state since then. */
export interface CounterSnapshot {
  timePs: number;
  /** By object, instance as printInstance() writes it (empty for objects without), and counter. */
  numbers: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;
}

const PS_PER_SECOND = 1_000_000_000_000;

/** Key of an instance in a snapshot: its name, with #n from the second of the same name on. */
export const printInstance = ({ instance, index }: Pick<CounterPath, 'instance' | 'index'>): string =>
  `${instance ?? ''}${index === 0 ? '' : `#${index}`}`;

const numberAt = ({ numbers }: CounterSnapshot, path: CounterPath): number | undefined =>
  numbers.get(path.object)?.get(printInstance(path))?.get(path.counter);

/** Why there is no value, as a sentence. */
export interface Missing {
  missing: string;
}

/** One displayed value. Only gauges and raw counters have one without an earlier snapshot. */
export function counterValue(
  kind: CounterKind,
  path: CounterPath,
  before: CounterSnapshot | null,
  now: CounterSnapshot,
): { value: number } | Missing {
  const last = numberAt(now, path);
  if (last === undefined) return { missing: 'The instance or its counter is not there now.' };
  if (kind === 'gauge' || kind === 'raw') return { value: last };
  if (before === null) return { missing: 'A rate needs two samples; this is the first.' };
  const first = numberAt(before, path);
  if (first === undefined) return { missing: 'The instance was not there at the sample before.' };
  const elapsedPs = now.timePs - before.timePs;
  if (elapsedPs <= 0) return { missing: 'No time has passed since the sample before.' };
  if (last < first) return { missing: 'The count is lower than before: it began anew.' };
  return { value: kind === 'rate' ? ((last - first) * PS_PER_SECOND) / elapsedPs : (100 * (last - first)) / elapsedPs };
}

/** The values of expanded paths, in their order; null where there is none. */
export function sampleValues(
  objects: readonly ObjectInfo[],
  paths: readonly CounterPath[],
  before: CounterSnapshot | null,
  now: CounterSnapshot,
): (number | null)[] {
  const byObject = new Map(objects.map((object) => [object.name, new Map(object.counters.map((counter) => [counter.name, counter]))]));
  return paths.map((path) => {
    const counter: CounterInfo | undefined = byObject.get(path.object)?.get(path.counter);
    if (!counter)
      throw new Error(`${path.object} has no counter ${path.counter}: expand paths with the objects that they are sampled with`);
    const result = counterValue(counter.kind, path, before, now);
    return 'value' in result ? result.value : null;
  });
}

/**
 * What _Total instances hold: the sum over the other instances, of percentages their mean.
 * @param instances  the numbers of each instance that is no total itself, by counter
 */
export function totalNumbers(
  counters: readonly CounterInfo[],
  instances: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Map<string, number> {
  const parts = [...instances].filter(([name]) => !isTotal(name)).map(([, numbers]) => numbers);
  const total = new Map<string, number>();
  for (const { name, kind } of counters) {
    const numbers = parts.map((numbersOf) => numbersOf.get(name)).filter((number) => number !== undefined);
    if (numbers.length === 0 || numbers.length < parts.length) continue; // a total of some would look like a total of all
    const sum = numbers.reduce((left, right) => left + right, 0);
    total.set(name, kind === 'percent' ? sum / numbers.length : sum);
  }
  return total;
}
