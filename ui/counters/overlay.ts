// The columns of a real server's log among the series that are shown: which, and where on the axis of virtual time.

import { counterKey, pickColor, seriesLimits, type CounterSeries } from './series.ts';
import type { CounterLog, LogColumn } from './log-read.ts';

/** How many columns are shown of a log that has nothing in common with the counters shown. */
const fewColumns = 8;

export const columnId = (log: CounterLog, column: LogColumn): string => `${log.id}:${column.text}`;

const isOf = (log: CounterLog) => (series: CounterSeries) => series.log === log.id;

/** The columns that are counters of the emulated host that are shown; the first few, if there are none. */
export function defaultColumns(series: readonly CounterSeries[], log: CounterLog): LogColumn[] {
  const shown = new Set(series.filter(({ source }) => source === 'emulated').map(({ path }) => counterKey(path)));
  const partners = log.columns.filter(({ path }) => shown.has(counterKey(path)));
  return partners.length > 0 ? partners : log.columns.slice(0, fewColumns);
}

/** The list with exactly these columns of a log; others' series stay. What goes beyond the limit of series is left out. */
export function showColumns(series: readonly CounterSeries[], log: CounterLog, columns: readonly LogColumn[]): CounterSeries[] {
  const wanted = new Set(columns.map((column) => columnId(log, column)));
  const list = series.filter((one) => !isOf(log)(one) || wanted.has(one.id));
  const there = new Set(list.map(({ id }) => id));
  for (const column of columns) {
    const id = columnId(log, column);
    if (there.has(id)) continue;
    if (list.length >= seriesLimits.shown) break;
    const { path, counter, values } = column;
    const samples = { timePs: log.timePs, values };
    const color = pickColor(list, 'imported', path);
    list.push({ id, path, counter, source: 'imported', log: log.id, color, scale: 'fit', hidden: false, shiftPs: log.beginPs, samples });
  }
  return list;
}

/** The list with a log that begins at another virtual time. */
export const placeLog = (series: readonly CounterSeries[], log: CounterLog): CounterSeries[] =>
  series.map((one) => (isOf(log)(one) ? { ...one, shiftPs: log.beginPs } : one));

/** Virtual time of the first emulated sample: where a log is put at first. */
export const alignedBegin = (series: readonly CounterSeries[]): number =>
  series.reduce(
    (earliest, { source, samples }) =>
      source === 'emulated' && samples.timePs.length > 0 ? Math.min(earliest, samples.timePs[0]!) : earliest,
    Infinity,
  );

/** A log that was just read, put where the emulated samples begin, with its default columns. */
export function openLog(series: readonly CounterSeries[], log: CounterLog): { series: CounterSeries[]; log: CounterLog } {
  const begin = alignedBegin(series);
  const placed = { ...log, beginPs: begin === Infinity ? 0 : begin };
  return { series: showColumns(series, placed, defaultColumns(series, placed)), log: placed };
}

export const closeLog = (series: readonly CounterSeries[], log: CounterLog): CounterSeries[] => series.filter((one) => !isOf(log)(one));
