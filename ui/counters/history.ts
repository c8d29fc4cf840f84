// Samples of the emulated host's counters, within bounded memory: one column of times and one of values per series.
// When it is full, the oldest sample makes room, as in Performance Monitor. Merging samples in pairs would keep the whole run, but then the
// monitor would show, and a log would hold, numbers that nobody sampled, and minimum and maximum would shrink. 10,000 samples of 256 series
// take about 26 MB.

import type { SampleColumns } from './series.ts';

export const historyCapacity = 10_000;

export interface CounterHistory {
  readonly capacity: number;
  /** Samples lie from `start` to `end` in every column; in front of them is what was dropped and not yet moved out. */
  start: number;
  end: number;
  times: Float64Array;
  /** NaN: no value. */
  columns: Map<string, Float64Array>;
}

const firstSlots = 256;

export const createHistory = (capacity = historyCapacity): CounterHistory => ({
  capacity,
  start: 0,
  end: 0,
  times: new Float64Array(Math.min(firstSlots, slotsAtMost(capacity))),
  columns: new Map(),
});

/** A quarter more than is kept, so that columns are moved once in many samples. */
const slotsAtMost = (capacity: number): number => capacity + Math.max(1, capacity >> 2);

export const historyLength = ({ start, end }: CounterHistory): number => end - start;

/** Index of the first of ascending numbers from `start` to `end` that is not below a limit. */
export function firstFrom(numbers: ArrayLike<number>, limit: number, start = 0, end = numbers.length): number {
  while (start < end) {
    const middle = (start + end) >> 1;
    if (numbers[middle]! < limit) start = middle + 1;
    else end = middle;
  }
  return start;
}

/** Moves the samples to the front, into columns of a length. */
function moveSamples(history: CounterHistory, slots: number): void {
  const move = (column: Float64Array): Float64Array => {
    const target = slots === column.length ? column : new Float64Array(slots);
    target.set(column.subarray(history.start, history.end));
    return target;
  };
  history.times = move(history.times);
  for (const [id, column] of history.columns) history.columns.set(id, move(column));
  history.end -= history.start;
  history.start = 0;
}

function makeRoom(history: CounterHistory): void {
  if (historyLength(history) === history.capacity) history.start++;
  if (history.end < history.times.length) return;
  const isGrowing = historyLength(history) > history.times.length / 2;
  moveSamples(history, isGrowing ? Math.min(history.times.length * 2, slotsAtMost(history.capacity)) : history.times.length);
}

/** The run was taken back: what was sampled at this time or later has not happened. */
export function historyCut(history: CounterHistory, timePs: number): void {
  history.end = firstFrom(history.times, timePs, history.start, history.end);
}

/**
 * Adds a sample. One that is not later than the last means that the run was taken back.
 * @param values  in the order of `ids`; series that are not among them have no value in this sample
 */
export function historyAdd(history: CounterHistory, timePs: number, ids: readonly string[], values: readonly (number | null)[]): void {
  historyCut(history, timePs);
  makeRoom(history);
  const at = history.end++;
  history.times[at] = timePs;
  for (const id of ids) if (!history.columns.has(id)) history.columns.set(id, new Float64Array(history.times.length).fill(NaN));
  for (const column of history.columns.values()) column[at] = NaN;
  ids.forEach((id, index) => (history.columns.get(id)![at] = values[index] ?? NaN));
}

/** Drops the columns of series that are not shown any more. */
export function historyKeep(history: CounterHistory, ids: readonly string[]): void {
  const kept = new Set(ids);
  for (const id of [...history.columns.keys()]) if (!kept.has(id)) history.columns.delete(id);
}

/** The samples of all series from a time on. They share one column of times. */
export function historySince(history: CounterHistory, fromPs: number): Map<string, SampleColumns> {
  const first = firstFrom(history.times, fromPs, history.start, history.end);
  const timePs = Array.from(history.times.subarray(first, history.end));
  const read = (column: Float64Array) => Array.from(column.subarray(first, history.end), (value) => (Number.isNaN(value) ? null : value));
  return new Map([...history.columns].map(([id, column]) => [id, { timePs, values: read(column) }]));
}
