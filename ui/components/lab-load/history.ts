// What every processor had done at the times that were seen: the memory of the load chart.

import type { LabFrame } from '../../scenario/lab-frame.ts';
import { loadClasses } from '../lab-view/classes.ts';

/** Columns of a processor that are kept: the classes, and of their sum what is in virtual machines. */
const kept = [...loadClasses.map(({ column }) => column), 'guestPs'] as const;
export const LOAD_COLUMNS = kept.length;

export interface Sample {
  timePs: number;
  /** ps by processor, then by column: counters since the start of the run. */
  spent: Float64Array;
}

/**
 * `recent` keeps the newest samples, and starts anew after a jump backwards. `whole` keeps the run from its start, thinned out evenly
 * where there are too many; times that were seen before are known already, because the same document gives the same run.
 */
export class LoadHistory {
  samples: Sample[] = [];
  private readonly free: Sample[] = [];
  /** Of the whole run one sample is left of each step, once there have been too many. */
  private stepPs = 0;

  /** @param processors  rows of the frame that are kept */
  constructor(
    readonly processors: readonly number[],
    private readonly keep: 'recent' | 'whole',
    private readonly capacity: number,
  ) {}

  add(frame: LabFrame): void {
    const timePs = frame.get('head', 0, 'timePs');
    const last = this.samples.at(-1)?.timePs ?? -1;
    if (timePs === last) return;
    if (timePs < last) {
      if (this.keep === 'whole') return;
      this.free.push(...this.samples.splice(0));
    }
    if (this.samples.length >= this.capacity) this.makeRoom();
    const sample = this.free.pop() ?? { timePs: 0, spent: new Float64Array(this.processors.length * LOAD_COLUMNS) };
    sample.timePs = timePs;
    let at = 0;
    for (const processor of this.processors) for (const column of kept) sample.spent[at++] = frame.get('processor', processor, column);
    this.samples.push(sample);
  }

  /** Oldest out; or one sample left of each step, which is doubled until half of the room is free. */
  private makeRoom(): void {
    if (this.keep === 'recent') {
      this.free.push(this.samples.shift()!);
      return;
    }
    const leastPs = (2 * this.samples.at(-1)!.timePs) / this.capacity;
    this.stepPs ||= leastPs;
    while (this.stepPs < leastPs) this.stepPs *= 2;
    const rest: Sample[] = [];
    for (const sample of this.samples) {
      const isNext = !rest.length || Math.floor(sample.timePs / this.stepPs) > Math.floor(rest.at(-1)!.timePs / this.stepPs);
      (isNext ? rest : this.free).push(sample);
    }
    this.samples = rest;
  }

  /** The place before `timePs` in the list, and how far it is from there to the next sample, 0..1. Precondition: there are two. */
  find(timePs: number): { index: number; part: number } {
    let low = 0;
    let high = this.samples.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.samples[middle]!.timePs <= timePs) low = middle;
      else high = middle - 1;
    }
    const [one, next] = [this.samples[low]!, this.samples[low + 1]!];
    return { index: low, part: Math.min(1, Math.max(0, (timePs - one.timePs) / (next.timePs - one.timePs))) };
  }

  /** Shares of the time from `fromPs` to `toPs` by processor and column; between two samples the counters are taken to grow evenly. */
  shares(fromPs: number, toPs: number, into: Float64Array): void {
    const [from, to] = [this.find(fromPs), this.find(toPs)];
    const [a, b] = [this.samples[from.index]!.spent, this.samples[from.index + 1]!.spent];
    const [c, d] = [this.samples[to.index]!.spent, this.samples[to.index + 1]!.spent];
    for (let at = 0; at < into.length; at += 1) {
      const begin = a[at]! + (b[at]! - a[at]!) * from.part;
      const end = c[at]! + (d[at]! - c[at]!) * to.part;
      into[at] = (end - begin) / (toPs - fromPs);
    }
  }
}
