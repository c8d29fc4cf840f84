// Which adapter of a host each adapter of a text is. By name where one is alike, else the next that is free; others are added.

import { MAX_ADAPTERS, type Adapter } from '../../readers/adapters.ts';
import { nicNameOf } from '../../readers/apply.ts';

/** Index in the host's list for each adapter of the text; null: the host would have too many. */
export type Places = readonly (number | null)[];

const nicPath = /^nics\[(\d+)\]/;

export const adapterOfPath = (path: string): number | null => {
  const [, index] = nicPath.exec(path) ?? [];
  return index === undefined ? null : Number(index);
};

/** The same setting at the place of its adapter; null where that has none. */
export function placedPath(path: string, places: Places): string | null {
  const index = adapterOfPath(path);
  if (index === null) return path;
  const place = places[index] ?? null;
  return place === null ? null : path.replace(nicPath, `nics[${place}]`);
}

const alike = (nic: string, adapter: string | null, index: number) =>
  adapter !== null && nic.toLowerCase() === nicNameOf(adapter, index, new Set()).toLowerCase();

/**
 * @param names of the adapters in the text, null where it does not say
 * @param nics names of the host's adapters
 */
export function placeAdapters(names: readonly (string | null)[], nics: readonly string[]): (number | null)[] {
  const taken = new Set<number>();
  const take = (place: number) => {
    taken.add(place);
    return place;
  };
  const byName = names.map((name, index) => {
    const found = nics.findIndex((nic, at) => !taken.has(at) && alike(nic, name, index));
    return found < 0 ? null : take(found);
  });
  return byName.map((place) => {
    if (place !== null) return place;
    const free = Array.from({ length: MAX_ADAPTERS }, (_, at) => at).find((at) => !taken.has(at));
    return free === undefined ? null : take(free);
  });
}

/** Puts one adapter of the text at a place; what stood there goes where it came from. */
export function withPlace(places: Places, adapter: number, place: number): (number | null)[] {
  const before = places[adapter] ?? null;
  return places.map((now, index) => (index === adapter ? place : now === place ? before : now));
}

/** Adapters in the order of the host's list, as withSettings wants them: those of the text at their places. */
export function adaptersInPlace(adapters: readonly Adapter[], places: Places, nics: readonly string[]): Adapter[] {
  const last = Math.max(-1, ...places.map((place) => place ?? -1));
  return Array.from({ length: last + 1 }, (_, at) => {
    const from = places.indexOf(at);
    return adapters[from] ?? { name: nics[at] ?? null, line: { number: 0, text: '' } };
  });
}
