// What is chosen in the dialog that adds counters, and the counter paths that it stands for.

import { objectsOf, type ObjectInfo, type WindowsVersion } from '../../counters/objects.ts';
import { TOTAL } from '../../counters/instances.ts';
import { expandCounterPath, parseCounterPath, type CounterCatalog, type CounterPath } from '../../counters/path.ts';
import { printInstance } from '../../counters/sample.ts';
import { newPaths, tooMany, type CounterSeries } from '../../counters/series.ts';

/** By name of an object the instances that it has now; the same name twice is two instances. */
export type InstancesByObject = Readonly<Record<string, readonly string[]>>;

export interface Choice {
  object: string;
  counters: ReadonlySet<string>;
  /** As printInstance() writes them. */
  instances: ReadonlySet<string>;
  /** All instances that the search leaves. */
  all: boolean;
  search: string;
}

export const catalogOf = (computer: string, version: WindowsVersion, instances: InstancesByObject): CounterCatalog => ({
  computer,
  objects: objectsOf(version),
  instances: ({ name }) => instances[name] ?? [],
});

/** A counter path for each instance, with its number where a name is there twice. */
function instancePaths(object: ObjectInfo, catalog: CounterCatalog): CounterPath[] {
  const [counter] = object.counters;
  if (object.instances === 'none' || !counter) return [];
  const expanded = expandCounterPath({ computer: null, object: object.name, instance: '*', index: '*', counter: counter.name }, catalog);
  return 'paths' in expanded ? expanded.paths : [];
}

/** The instances that contain what is searched for. */
export function foundInstances(object: ObjectInfo, catalog: CounterCatalog, search: string): string[] {
  const wanted = search.trim().toLowerCase();
  return instancePaths(object, catalog)
    .map(printInstance)
    .filter((name) => name.toLowerCase().includes(wanted));
}

/** What is chosen at first of an object: no counter; _Total where there is one, else all instances. */
export function firstChoice(object: ObjectInfo, catalog: CounterCatalog): Choice {
  const hasTotal = foundInstances(object, catalog, '').includes(TOTAL);
  return { object: object.name, counters: new Set(), instances: new Set(hasTotal ? [TOTAL] : []), all: !hasTotal, search: '' };
}

/** The paths that a choice stands for, or what is missing. */
export function chosenPaths(choice: Choice, catalog: CounterCatalog): { paths: CounterPath[] } | { fault: string } {
  const object = catalog.objects.find(({ name }) => name === choice.object);
  if (!object) return { fault: 'Choose an object first.' };
  const counters = object.counters.filter(({ name }) => choice.counters.has(name));
  if (counters.length === 0) return { fault: `Choose at least one counter of ${object.name}.` };
  const { computer } = catalog;
  if (object.instances === 'none')
    return { paths: counters.map(({ name }) => ({ computer, object: object.name, instance: null, index: 0, counter: name })) };
  const found = new Set(foundInstances(object, catalog, choice.all ? choice.search : ''));
  const instances = instancePaths(object, catalog).filter((path) => {
    const name = printInstance(path);
    return found.has(name) && (choice.all || choice.instances.has(name));
  });
  if (instances.length === 0) return { fault: `Choose at least one instance of ${object.name}.` };
  return { paths: instances.flatMap((path) => counters.map(({ name }) => ({ ...path, counter: name }))) };
}

/** The paths that a typed one stands for, or what is wrong with it. */
export function typedPaths(text: string, catalog: CounterCatalog): { paths: CounterPath[] } | { fault: string } {
  const path = parseCounterPath(text.trim());
  return 'fault' in path ? path : expandCounterPath(path, catalog);
}

/** The list of what is to be added with more paths; what is shown already or twice is left out and counted. */
export function extendList(
  list: readonly CounterPath[],
  more: readonly CounterPath[],
  shown: readonly CounterSeries[],
): { list: CounterPath[]; left: number } | { fault: string } {
  const longer = newPaths(shown, [...list, ...more]);
  const fault = tooMany(shown, longer.length);
  return fault === null ? { list: longer, left: list.length + more.length - longer.length } : { fault };
}
