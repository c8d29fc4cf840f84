// Samples of a host's counters at every multiple of an interval of virtual time, within bounded memory. Which samples there are follows from
// the run alone, not from how fast it goes.

import { printInstance, type CounterSnapshot } from '../counters/sample.ts';
import type { CounterWatch } from './lab-api.ts';

/** The oldest make room. */
export const MOST_SAMPLES = 10_000;
const LEAST_INTERVAL_PS = 1e6;

type Numbers = CounterSnapshot['numbers'];

/** Only what is asked for. */
function picked({ timePs, numbers }: CounterSnapshot, paths: NonNullable<CounterWatch['paths']>): CounterSnapshot {
  const kept = new Map<string, Map<string, Map<string, number>>>();
  for (const path of paths) {
    const instance = printInstance(path);
    const number = numbers.get(path.object)?.get(instance)?.get(path.counter);
    if (number === undefined) continue;
    const instances = kept.get(path.object) ?? new Map<string, Map<string, number>>();
    const counters = instances.get(instance) ?? new Map<string, number>();
    kept.set(path.object, instances.set(instance, counters.set(path.counter, number)));
  }
  return { timePs, numbers: kept satisfies Numbers };
}

export class CounterSampler {
  private taken: CounterSnapshot[] = [];

  /** @param read  the counters now */
  constructor(
    private readonly watch: CounterWatch,
    private readonly read: () => CounterSnapshot,
  ) {
    const { intervalPs } = watch;
    if (!Number.isSafeInteger(intervalPs) || intervalPs < LEAST_INTERVAL_PS)
      throw new RangeError(`The interval has to be a whole number of picoseconds from ${LEAST_INTERVAL_PS} on, not ${intervalPs}.`);
  }

  get host(): number {
    return this.watch.host;
  }

  /** When the next one is due. */
  nextPs(nowPs: number): number {
    const { intervalPs } = this.watch;
    const here = Math.ceil(nowPs / intervalPs) * intervalPs;
    const last = this.taken.at(-1);
    return last && last.timePs >= here ? last.timePs + intervalPs : here;
  }

  /** Time is `timePs`, and everything up to then has happened. */
  take(timePs: number): void {
    const { paths } = this.watch;
    const all: CounterSnapshot = { ...this.read(), timePs };
    this.taken.push(paths ? picked(all, paths) : all);
    if (this.taken.length > MOST_SAMPLES) this.taken.shift();
  }

  /** The run is at an earlier time: what lies ahead has not happened. */
  cut(nowPs: number): void {
    while (this.taken.length > 0 && this.taken.at(-1)!.timePs > nowPs) this.taken.pop();
  }

  since(afterPs: number): CounterSnapshot[] {
    let first = this.taken.length;
    while (first > 0 && this.taken[first - 1]!.timePs > afterPs) first--;
    return this.taken.slice(first);
  }
}
