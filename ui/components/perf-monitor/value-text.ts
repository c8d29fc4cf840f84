// Numbers and names of counters as the monitor writes them: three decimals, as Performance Monitor does, and groups of digits.

import type { CounterSeries, SeriesScale } from '../../counters/series.ts';
import { printInstance } from '../../counters/sample.ts';
import { formatPs } from '../lab-view/time-text.ts';

export const NO_VALUE = '–';

const three = new Intl.NumberFormat('en-US', { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Whole numbers from a million on: what follows the point is not seen there. */
export const valueText = (value: number | null): string =>
  value === null
    ? NO_VALUE
    : (Math.abs(value) >= 1e6 ? whole : three)
        .format(value)
        .replace(/^-(?=[0,.]*$)/, '')
        .replace('-', '−');

/** A power of ten, with all its digits: 0.0001, 1, 1000. */
export const scaleText = (scale: number): string => (scale < 1 ? scale.toFixed(Math.round(-Math.log10(scale))) : String(scale));

export const scaleChoiceText = (scale: SeriesScale): string => (scale === 'fit' ? 'Fit' : scaleText(scale));

export const instanceText = ({ path }: CounterSeries): string => printInstance(path);

export const computerText = ({ path }: CounterSeries): string => (path.computer === null ? '' : `\\\\${path.computer}`);

/** What a line is, in one go: "% DPC Time, Processor 0". */
export function seriesText(series: CounterSeries): string {
  const instance = instanceText(series);
  const text = `${series.path.counter}, ${series.path.object}${instance === '' ? '' : ` ${instance}`}`;
  return series.source === 'imported' ? `${text} on ${computerText(series) || 'the imported computer'} (imported)` : text;
}

/** Virtual time; before the start of the run there is some when an imported log begins earlier. */
export const timeText = (ps: number): string => (ps < 0 ? `−${formatPs(Math.round(-ps))}` : formatPs(Math.round(ps)));
