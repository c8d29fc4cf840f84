// The columns of the legend behind colour, number and check box: what each shows and is sorted by.

import type { CounterSeries } from '../../counters/series.ts';
import type { Statistics } from '../../counters/statistics.ts';
import { formatPs } from '../lab-view/time-text.ts';
import { computerText, instanceText, NO_VALUE, valueText } from '../perf-monitor/value-text.ts';

export interface LegendRow {
  series: CounterSeries;
  /** From 1, in the order of adding. */
  number: number;
  scale: number;
  statistics: Statistics | null;
  /** Under the cursor; undefined where there is no cursor. */
  atCursor: number | null | undefined;
}

export interface LegendColumn {
  id: string;
  label: string;
  isNumber: boolean;
  /** Numbers sort downwards at first. */
  value(row: LegendRow): number | string;
  text(row: LegendRow): string;
}

const words = (id: string, label: string, text: (row: LegendRow) => string): LegendColumn => ({
  id,
  label,
  isNumber: false,
  value: text,
  text,
});

const numbers = (id: string, label: string, read: (row: LegendRow) => number | null): LegendColumn => ({
  id,
  label,
  isNumber: true,
  value: (row) => read(row) ?? -Infinity,
  text: (row) => valueText(read(row)),
});

const statistic = (id: 'last' | 'average' | 'minimum' | 'maximum', label: string): LegendColumn =>
  numbers(id, label, ({ statistics }) => statistics?.[id] ?? null);

export const cursorColumn: LegendColumn = numbers('cursor', 'At cursor', ({ atCursor }) => atCursor ?? null);

export const nameColumns: readonly LegendColumn[] = [
  words('instance', 'Instance', ({ series }) => instanceText(series)),
  words('object', 'Object', ({ series }) => series.path.object),
  words('computer', 'Computer', ({ series }) => `${computerText(series)}${series.source === 'imported' ? ' (imported)' : ''}`),
];

export const numberColumns: readonly LegendColumn[] = [
  statistic('last', 'Last'),
  statistic('average', 'Average'),
  statistic('minimum', 'Minimum'),
  statistic('maximum', 'Maximum'),
  {
    ...numbers('duration', 'Duration', ({ statistics }) => statistics?.durationPs ?? null),
    text: ({ statistics }) => (statistics ? formatPs(Math.round(statistics.durationPs)) : NO_VALUE),
  },
];

export const numberColumn: LegendColumn = { ...numbers('number', 'Color', ({ number }) => number), isNumber: false };
export const counterColumn: LegendColumn = words('counter', 'Counter', ({ series }) => series.path.counter);
export const scaleColumn: LegendColumn = numbers('scale', 'Scale', ({ scale }) => scale);

export const allColumns: readonly LegendColumn[] = [
  numberColumn,
  scaleColumn,
  counterColumn,
  ...nameColumns,
  cursorColumn,
  ...numberColumns,
];

export interface LegendOrder {
  column: string;
  descending: boolean;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Ids in order; equal rows stay in the order of adding. */
export function sortedIds(rows: readonly LegendRow[], { column, descending }: LegendOrder): string[] {
  const { value } = allColumns.find(({ id }) => id === column)!;
  const compare = (left: number | string, right: number | string): number =>
    typeof left === 'number' && typeof right === 'number'
      ? Number(left > right) - Number(left < right)
      : collator.compare(String(left), String(right));
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(value(a), value(b)) || a.number - b.number).map(({ series }) => series.id);
}
