// A report's tables: for each computer and object one, with counters as rows and instances as columns, in the order they were added.

import { printInstance } from '../../counters/sample.ts';
import type { CounterSeries } from '../../counters/series.ts';

export interface ReportTable {
  computer: string | null;
  object: string;
  isImported: boolean;
  /** Empty name: the object has no instances. */
  instances: string[];
  counters: { name: string; unit: string; cells: (CounterSeries | null)[] }[];
}

export function reportTables(series: readonly CounterSeries[]): ReportTable[] {
  const groups = new Map<string, CounterSeries[]>();
  for (const one of series) {
    const key = `${one.log ?? ''}\n${one.path.computer ?? ''}\n${one.path.object}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group;
    const { computer, object } = first!.path;
    const cells = new Map(group.map((one) => [`${printInstance(one.path)}\n${one.path.counter}`, one]));
    const instances = [...new Set(group.map(({ path }) => printInstance(path)))];
    const units = new Map(group.map(({ counter }) => [counter.name, counter.unit]));
    const counters = [...units].map(([name, unit]) => ({
      name,
      unit,
      cells: instances.map((instance) => cells.get(`${instance}\n${name}`) ?? null),
    }));
    return { computer, object, isImported: first!.source === 'imported', instances, counters };
  });
}
