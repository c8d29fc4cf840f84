// The keys of a registry as a tree, and what is known of the values of a key.

import { adapterKey, type KnownValue, knownValues } from '../../registry/known-values.ts';
import { compareNames, foldName, registryRoots } from '../../registry/paths.ts';
import { knownKeyPath } from '../../registry/read-known.ts';
import { registryList, type Registry } from '../../registry/registry.ts';
import type { NamedValue } from '../../registry/values.ts';
import type { WindowsVersion } from '../../registry/windows-version.ts';
import type { Host } from '../../scenario/schema.ts';
import { adapterSubkey } from '../../windows/registry-view.ts';
import type { TreeNode } from '../lab-tree/nodes.ts';

/** Branches that are open at first: down to the services and the classes. */
const OPEN_LEVELS = 3;

function keyNode(registry: Registry, path: string, label: string, level: number): TreeNode {
  const listed = registryList(registry, path);
  const keys = 'fault' in listed ? [] : listed.keys;
  return {
    steps: [],
    path,
    label,
    icon: 'key',
    isList: false,
    isOpen: level < OPEN_LEVELS && keys.length > 0,
    children: keys.map((name) => keyNode(registry, `${path}\\${name}`, name, level + 1)),
  };
}

export const keyTree = (registry: Registry, computer: string): TreeNode => ({
  steps: [],
  path: '',
  label: computer,
  icon: 'computer',
  isList: false,
  children: Object.keys(registryRoots).map((root) => keyNode(registry, root, root, 0)),
});

export interface KnownPlaceOfHost {
  readonly path: string;
  /** Name of the adapter whose key it is. */
  readonly adapter: string | null;
}

/** The keys of a host that a known value stands in: one, or one for each adapter. */
export function placesOfKnown(host: Host, known: KnownValue): KnownPlaceOfHost[] {
  if (known.place !== 'adapter') return [{ path: knownKeyPath(known), adapter: null }];
  return host.nics.map(({ name }, index) => ({ path: adapterKey(adapterSubkey(index)), adapter: name }));
}

/** The known values of a key in a version. */
export function knownOfKey(host: Host, path: string): KnownValue[] {
  const isHere = (known: KnownValue) => placesOfKnown(host, known).some((place) => foldName(place.path) === foldName(path));
  return knownValues.filter((known) => known.versions[host.os] && isHere(known));
}

/** Known values that fit all words; those of the version come first. */
export function searchKnown(text: string, version: WindowsVersion): KnownValue[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = ({ name, label, meaning, place }: KnownValue) => `${name} ${label ?? ''} ${meaning} ${place}`.toLowerCase();
  const found = knownValues.filter((known) => words.every((word) => textOf(known).includes(word)));
  return [...found.filter((known) => known.versions[version]), ...found.filter((known) => !known.versions[version])];
}

export const sameName = (one: string, other: string): boolean => foldName(one) === foldName(other);

/** What the list calls a value. */
export const nameText = (name: string): string => (name === '' ? '(Default)' : name);

/** The values of a key by name. */
export function valuesOf(registry: Registry, path: string): NamedValue[] {
  const listed = registryList(registry, path);
  return 'fault' in listed ? [] : listed.values.toSorted((a, b) => compareNames(a.name, b.name));
}
