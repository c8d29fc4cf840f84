// What is worked out from samples for display: the stretch of time that is shown, statistics within it, scales, values at a time.

import { firstFrom } from './history.ts';
import type { CounterSeries } from './series.ts';

/** A stretch of virtual time, ends included. */
export interface TimeWindow {
  fromPs: number;
  toPs: number;
}

const PS_PER_MS = 1_000_000_000;

const firstPs = ({ samples, shiftPs }: CounterSeries): number => samples.timePs[0]! + shiftPs;
const lastPs = ({ samples, shiftPs }: CounterSeries): number => samples.timePs.at(-1)! + shiftPs;
const smallest = (numbers: readonly number[]): number => numbers.reduce((left, right) => Math.min(left, right), Infinity);
const largest = (numbers: readonly number[]): number => numbers.reduce((left, right) => Math.max(left, right), -Infinity);

/**
 * What is shown: the last stretch of the emulated samples, or all of the imported ones where there are no others.
 * @param windowPs  Infinity for everything
 * @returns null while there are no samples
 */
export function windowOf(series: readonly CounterSeries[], windowPs: number): TimeWindow | null {
  const sampled = series.filter(({ samples }) => samples.timePs.length > 0);
  const emulated = sampled.filter(({ source }) => source === 'emulated');
  const subject = emulated.length > 0 ? emulated : sampled;
  if (subject.length === 0) return null;
  const fromPs = smallest(subject.map(firstPs));
  const toPs = largest(subject.map(lastPs));
  if (subject !== emulated || windowPs === Infinity) return { fromPs, toPs: Math.max(toPs, fromPs + PS_PER_MS) };
  return toPs - fromPs <= windowPs ? { fromPs, toPs: fromPs + windowPs } : { fromPs: toPs - windowPs, toPs };
}

/** Which samples lie within a window, the end not included. */
export function samplesWithin(
  { samples: { timePs }, shiftPs }: CounterSeries,
  { fromPs, toPs }: TimeWindow,
): { first: number; end: number } {
  const first = firstFrom(timePs, fromPs - shiftPs);
  let end = firstFrom(timePs, toPs - shiftPs, first);
  while (end < timePs.length && timePs[end]! + shiftPs <= toPs) end++;
  return { first, end };
}

export interface Statistics {
  last: number | null;
  average: number | null;
  minimum: number | null;
  maximum: number | null;
  /** From the first sample within the window to the last, with a value or not. */
  durationPs: number;
  samples: number;
}

export function statisticsOf(series: CounterSeries, window: TimeWindow): Statistics {
  const { first, end } = samplesWithin(series, window);
  const { timePs, values } = series.samples;
  const result: Statistics = { last: null, average: null, minimum: null, maximum: null, durationPs: 0, samples: 0 };
  if (end > first) result.durationPs = timePs[end - 1]! - timePs[first]!;
  let sum = 0;
  for (let at = first; at < end; at++) {
    const value = values[at];
    if (value === null || value === undefined) continue;
    result.samples++;
    sum += value;
    result.minimum = Math.min(result.minimum ?? value, value);
    result.maximum = Math.max(result.maximum ?? value, value);
  }
  if (result.samples > 0) result.average = sum / result.samples;
  result.last = end > first ? (values[end - 1] ?? null) : null;
  return result;
}

/** The value of the sample that is nearest to a time; null outside of the series and where that sample has none. */
export function valueAt({ samples: { timePs, values }, shiftPs }: CounterSeries, atPs: number): number | null {
  const own = atPs - shiftPs;
  if (timePs.length === 0 || own < timePs[0]! || own > timePs.at(-1)!) return null;
  const after = firstFrom(timePs, own);
  const isBeforeNearer = after > 0 && own - timePs[after - 1]! < timePs[after]! - own;
  return values[isBeforeNearer ? after - 1 : after] ?? null;
}

/** Powers of ten that a user may choose from. */
export const scaleExponents = Array.from({ length: 17 }, (_, index) => 6 - index);

/** The largest power of ten with which a peak stays within 0..100. */
export function fittingScale(peak: number): number {
  const size = Math.abs(peak);
  if (size === 0 || !Number.isFinite(size)) return 1;
  const exponent = scaleExponents.find((each) => size * 10 ** each <= 100 * (1 + 1e-12));
  return 10 ** (exponent ?? scaleExponents.at(-1)!);
}

/**
 * The scale that each series is drawn with. All series of a counter that are to fit get the same, so that their lines can be compared;
 * percentages are never enlarged.
 */
export function shownScales(series: readonly CounterSeries[], window: TimeWindow): Map<string, number> {
  const group = ({ path }: CounterSeries) => `${path.object}\\${path.counter}`.toLowerCase();
  const peaks = new Map<string, number>();
  for (const one of series) {
    if (one.scale !== 'fit') continue;
    const { minimum, maximum } = statisticsOf(one, window);
    const peak = Math.max(Math.abs(minimum ?? 0), Math.abs(maximum ?? 0));
    peaks.set(group(one), Math.max(peaks.get(group(one)) ?? 0, peak));
  }
  return new Map(
    series.map((one) => {
      if (one.scale !== 'fit') return [one.id, one.scale];
      const scale = fittingScale(peaks.get(group(one))!);
      return [one.id, one.counter.kind === 'percent' ? Math.min(1, scale) : scale];
    }),
  );
}

/** Every virtual time at which one of the series has a sample within the window, ascending, each once. */
export function sampleTimes(series: readonly CounterSeries[], window: TimeWindow): number[] {
  // Series that are sampled together share their times: those are looked at once.
  const seen = new Map<readonly number[], Set<number>>();
  const lists: number[][] = [];
  for (const one of series) {
    const shifts = seen.get(one.samples.timePs) ?? new Set<number>();
    if (shifts.has(one.shiftPs)) continue;
    seen.set(one.samples.timePs, shifts.add(one.shiftPs));
    const { first, end } = samplesWithin(one, window);
    lists.push(one.samples.timePs.slice(first, end).map((timePs) => timePs + one.shiftPs));
  }
  if (lists.length === 1) return lists[0]!;
  return [...new Set(lists.flat())].sort((left, right) => left - right);
}
