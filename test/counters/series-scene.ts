// Series for tests: short to write, with samples at whole seconds.

import { objectsOf } from '../../ui/counters/objects.ts';
import { parseCounterPath, type CounterPath } from '../../ui/counters/path.ts';
import { addSeries, type CounterSeries } from '../../ui/counters/series.ts';

export const SECOND = 1_000_000_000_000;
export const objects = objectsOf('ws2008r2');

export function pathOf(text: string): CounterPath {
  const path = parseCounterPath(text);
  if ('fault' in path) throw new Error(path.fault);
  return path;
}

export function added(series: readonly CounterSeries[], ...paths: string[]): CounterSeries[] {
  const result = addSeries(series, paths.map(pathOf), objects);
  if ('fault' in result) throw new Error(result.fault);
  return result.series;
}

/** A series of the emulated host, its first sample at one second. */
export function sampled(path: string, values: (number | null)[], change: Partial<CounterSeries> = {}): CounterSeries {
  const samples = { timePs: values.map((_, index) => (index + 1) * SECOND), values };
  return { ...added([], path)[0]!, samples, ...change };
}

export const dpc = (instance: string): string => `\\\\SRV1\\Processor(${instance})\\% DPC Time`;
export const received = (adapter: string): string => `\\\\SRV1\\Network Interface(${adapter})\\Bytes Received/sec`;
