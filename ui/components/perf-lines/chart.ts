// One uPlot chart, made anew when its lines change and fed with data otherwise. uPlot comes with the first chart, not with the page.

import type uPlot from 'uplot';
import type { CounterSeries } from '../../counters/series.ts';
import type { TimeWindow } from '../../counters/statistics.ts';
import type { Inks } from '../lab-view/inks.ts';
import { lineInk, patternOf } from '../perf-monitor/line-style.ts';
import { isolatedPlaces, PS_PER_SECOND, type ChartData } from './chart-data.ts';
import { axisSteps, axisTimes } from './axis-text.ts';

export type ChartConstructor = typeof uPlot;

let loading: Promise<ChartConstructor> | null = null;

/** Rejects where the part of the site that has it does not come; asking again tries again. */
export function loadChart(): Promise<ChartConstructor> {
  loading ??= import('uplot').then(
    (module) => module.default,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

export interface ChartLook {
  inks: Inks;
  /** Series drawn on top; the others step back when `isHighlighted`. */
  selected: string | null;
  isHighlighted: boolean;
}

const FONT = '11px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
const WIDTH = { usual: 1.5, imported: 1.25, selected: 2, highlighted: 4 };

function lineOf(series: CounterSeries, { inks, selected, isHighlighted }: ChartLook): uPlot.Series {
  const isSelected = series.id === selected;
  const stroke = isSelected && isHighlighted ? inks.text : lineInk(series, inks.dark);
  const usual = series.source === 'imported' ? WIDTH.imported : WIDTH.usual;
  const width = isSelected ? (isHighlighted ? WIDTH.highlighted : WIDTH.selected) : usual;
  return {
    scale: 'y',
    stroke,
    width,
    alpha: isHighlighted && selected !== null && !isSelected ? 0.45 : 1,
    dash: [...patternOf(series).dash],
    spanGaps: false,
    points: {
      show: false,
      size: 5,
      stroke,
      fill: stroke,
      filter: (chart, index) => {
        const places = isolatedPlaces(chart.data[index]!);
        return places.length > 0 ? places : null;
      },
    },
  };
}

/** What a chart was made from: while this stays the same, new data is enough. */
export const lookKey = (series: readonly CounterSeries[], { inks, selected, isHighlighted }: ChartLook): string =>
  JSON.stringify([inks, selected, isHighlighted, series.map(({ id, color }) => [id, color])]);

export function createChart(
  Chart: ChartConstructor,
  target: HTMLElement,
  series: readonly CounterSeries[],
  look: ChartLook,
  range: () => TimeWindow,
): uPlot {
  const axis = { stroke: look.inks.quiet, font: FONT, ticks: { show: false }, grid: { stroke: look.inks.line, width: 1 } };
  const span = (): [number, number] => [range().fromPs / PS_PER_SECOND, range().toPs / PS_PER_SECOND];
  return new Chart(
    {
      width: Math.max(1, target.clientWidth),
      height: Math.max(1, target.clientHeight),
      padding: [8, 12, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false, range: span }, y: { range: [0, 100] } },
      axes: [
        { ...axis, size: 22, gap: 4, space: 80, incrs: axisSteps, values: (_, splits, __, ___, step) => axisTimes(splits, step) },
        { ...axis, size: 32, gap: 4, incrs: [10, 20, 25, 50], space: 28 },
      ],
      series: [{}, ...series.map((one) => lineOf(one, look))],
    },
    undefined,
    target,
  );
}

/** Without samples the axes still show the time. */
export function feedChart(chart: uPlot, { seconds, columns }: ChartData, { fromPs, toPs }: TimeWindow): void {
  const isEmpty = seconds.length === 0;
  chart.setData([
    isEmpty ? [fromPs / PS_PER_SECOND, toPs / PS_PER_SECOND] : seconds,
    ...columns.map((column) => (isEmpty ? [undefined, undefined] : column)),
  ]);
}
