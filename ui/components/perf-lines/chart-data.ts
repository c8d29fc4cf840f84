// Series as uPlot takes them: one column of times in seconds, and for each series a value, null (a gap) or undefined (it has no sample then).

import type { CounterSeries } from '../../counters/series.ts';
import { sampleTimes, samplesWithin, type TimeWindow } from '../../counters/statistics.ts';

export type ChartColumn = (number | null | undefined)[];

export interface ChartData {
  /** Virtual times of the samples of all series, ascending. */
  timePs: number[];
  seconds: number[];
  columns: ChartColumn[];
}

export const PS_PER_SECOND = 1_000_000_000_000;

function column(series: CounterSeries, window: TimeWindow, timePs: readonly number[], scale: number): ChartColumn {
  const { first, end } = samplesWithin(series, window);
  const { samples, shiftPs } = series;
  const result = new Array<number | null | undefined>(timePs.length).fill(undefined);
  let place = 0;
  for (let at = first; at < end; at++) {
    const when = samples.timePs[at]! + shiftPs;
    while (timePs[place]! < when) place++;
    const value = samples.values[at] ?? null;
    result[place] = value === null ? null : value * scale;
  }
  return result;
}

export function chartData(series: readonly CounterSeries[], window: TimeWindow, scales: ReadonlyMap<string, number>): ChartData {
  const timePs = sampleTimes(series, window);
  return {
    timePs,
    seconds: timePs.map((ps) => ps / PS_PER_SECOND),
    columns: series.map((one) => column(one, window, timePs, scales.get(one.id) ?? 1)),
  };
}

/** Places of values that no line reaches, because neither neighbour has a value: they are drawn as points. */
export function isolatedPlaces(values: ArrayLike<number | null | undefined>): number[] {
  const isolated: number[] = [];
  let before: number | null = null;
  let candidate = -1;
  for (let place = 0; place <= values.length; place++) {
    const value = place === values.length ? null : values[place];
    if (value === undefined) continue;
    if (value === null && candidate >= 0) isolated.push(candidate);
    candidate = value !== null && before === null ? place : -1;
    before = value;
  }
  return isolated;
}
