// Counters that are shown over time: what a series is, and how the list of series changes. Pure; a list is never changed in place.
// Leaves out: where samples come from (history.ts keeps those of the emulated host, log-read.ts reads those of a real one).

import type { CounterInfo, ObjectInfo } from './objects.ts';
import { printCounterPath, type CounterPath } from './path.ts';

/** Samples in the order of time: ps, and the displayed value, null where there is none. Series that are sampled together share `timePs`. */
export interface SampleColumns {
  timePs: readonly number[];
  values: readonly (number | null)[];
}

export type SeriesSource = 'emulated' | 'imported';

/** What a value is multiplied by before it is drawn on 0..100: a power of ten, or one that fits the line. */
export type SeriesScale = number | 'fit';

export interface CounterSeries {
  /** Unique in the list: of an emulated series its path; of an imported one its log and column. */
  id: string;
  /** Without wildcards. */
  path: CounterPath;
  counter: CounterInfo;
  source: SeriesSource;
  /** The log that an imported series is a column of; null for an emulated one. */
  log: string | null;
  /** Which of the colours and line patterns, from 0. */
  color: number;
  scale: SeriesScale;
  hidden: boolean;
  /** Virtual time of a sample is its time plus this; 0 for emulated series. */
  shiftPs: number;
  samples: SampleColumns;
}

export const seriesLimits = { shown: 256 } as const;

export const noSamples: SampleColumns = { timePs: [], values: [] };

/** Which counter a path names, wherever: the same for an emulated computer and the real one that it stands for. */
export const counterKey = (path: CounterPath): string => printCounterPath({ ...path, computer: null }).toLowerCase();

/** The series of the emulated host that an imported one is to be compared with, and the other way round. */
const partnerOf = (series: readonly CounterSeries[], source: SeriesSource, path: CounterPath): CounterSeries | undefined =>
  series.find((other) => other.source !== source && counterKey(other.path) === counterKey(path));

/** Partners share a colour; every other series gets the first that is free. */
export function pickColor(series: readonly CounterSeries[], source: SeriesSource, path: CounterPath): number {
  const partner = partnerOf(series, source, path);
  if (partner) return partner.color;
  const taken = new Set(series.map(({ color }) => color));
  let color = 0;
  while (taken.has(color)) color++;
  return color;
}

/** Why so many more cannot be shown, or null. */
export function tooMany(series: readonly CounterSeries[], added: number): string | null {
  const count = series.length + added;
  if (count <= seriesLimits.shown) return null;
  return `At most ${seriesLimits.shown} counters are shown at once; with these it would be ${count}. Choose fewer instances, or remove some.`;
}

/** The paths that are not shown yet, each once. */
export function newPaths(series: readonly CounterSeries[], paths: readonly CounterPath[]): CounterPath[] {
  const seen = new Set(series.filter(({ source }) => source === 'emulated').map(({ path }) => counterKey(path)));
  return paths.filter((path) => {
    const key = counterKey(path);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Adds emulated series without samples, all or none; paths that are there already are left as they are.
 * @param paths  expanded with `objects`
 */
export function addSeries(
  series: readonly CounterSeries[],
  paths: readonly CounterPath[],
  objects: readonly ObjectInfo[],
): { series: CounterSeries[] } | { fault: string } {
  const added = newPaths(series, paths);
  const fault = tooMany(series, added.length);
  if (fault !== null) return { fault };
  const list = [...series];
  for (const path of added) {
    const counter = objects.find(({ name }) => name === path.object)?.counters.find(({ name }) => name === path.counter);
    if (!counter) return { fault: `There is no counter ${printCounterPath(path)} on this version of Windows.` };
    const color = pickColor(list, 'emulated', path);
    const id = printCounterPath(path);
    list.push({ id, path, counter, source: 'emulated', log: null, color, scale: 'fit', hidden: false, shiftPs: 0, samples: noSamples });
  }
  return { series: list };
}

export const removeSeries = (series: readonly CounterSeries[], ids: readonly string[]): CounterSeries[] =>
  series.filter(({ id }) => !ids.includes(id));

export const changeSeries = (
  series: readonly CounterSeries[],
  ids: readonly string[],
  change: Partial<Pick<CounterSeries, 'scale' | 'hidden'>>,
): CounterSeries[] => series.map((one) => (ids.includes(one.id) ? { ...one, ...change } : one));

/** The list with the samples that its emulated series have now. */
export const withSamples = (series: readonly CounterSeries[], samples: ReadonlyMap<string, SampleColumns>): CounterSeries[] =>
  series.map((one) => (one.source === 'emulated' ? { ...one, samples: samples.get(one.id) ?? noSamples } : one));
