// The registry of an emulated host: a tree of keys and typed values. A change gives a new registry; the old one stays as it was, and
// both share the keys that are the same.
// Names are compared without case and keep the case they were created with. Subkeys are listed by name, values in order of creation.
// Leaves out: security, symbolic links but that of the current control set, 32-bit views, volatile keys.

import { compareNames, foldName, parseRegistryPath, printRegistryPath, registryRoots, shorten } from './paths.ts';
import { nameFault, valueFault, type NamedValue, type RegistryValue } from './values.ts';

interface Key {
  name: string;
  /** By folded name. */
  keys: Map<string, Key>;
  values: Map<string, NamedValue>;
}

export interface Registry {
  /** Read through the functions below. */
  readonly root: Readonly<Key>;
}

export type RegistryChange =
  | { kind: 'key'; path: string }
  | { kind: 'delete key'; path: string }
  | { kind: 'set'; path: string; name: string; value: RegistryValue }
  | { kind: 'delete value'; path: string; name: string };

export type RegistryResult = { registry: Registry } | { fault: string };

const newKey = (name: string): Key => ({ name, keys: new Map(), values: new Map() });

export function registryEmpty(): Registry {
  const root = newKey('');
  for (const name of Object.keys(registryRoots)) root.keys.set(foldName(name), newKey(name));
  return { root };
}

/** The key at a path, and the path in the case that its keys were created with. */
function keyAt(registry: Registry, text: string): { key: Key; path: string } | { fault: string } {
  const path = parseRegistryPath(text);
  if ('fault' in path) return path;
  let key: Key = registry.root;
  const names: string[] = [];
  for (const part of path.parts) {
    const below = key.keys.get(foldName(part));
    if (!below) return { fault: `There is no key ${printRegistryPath(path)}.` };
    key = below;
    names.push(key.name);
  }
  return { key, path: names.join('\\') };
}

/** A key's path in the case that its keys were created with. */
export function registryFind(registry: Registry, path: string): { path: string } | { fault: string } {
  const at = keyAt(registry, path);
  return 'fault' in at ? at : { path: at.path };
}

const described = (name: string) => (name === '' ? 'The default value' : `The value “${shorten(name)}”`);

/** @param name  of the value; empty: the default value of the key */
export function registryGet(registry: Registry, path: string, name: string): { value: RegistryValue } | { fault: string } {
  const at = keyAt(registry, path);
  if ('fault' in at) return at;
  const found = at.key.values.get(foldName(name));
  return found ? { value: found.value } : { fault: `${described(name)} does not exist in ${at.path}.` };
}

/** Names of the subkeys and the values of a key. */
export function registryList(registry: Registry, path: string): { keys: string[]; values: NamedValue[] } | { fault: string } {
  const at = keyAt(registry, path);
  if ('fault' in at) return at;
  return { keys: [...at.key.keys.values()].map(({ name }) => name).sort(compareNames), values: [...at.key.values.values()] };
}

/** A registry under change: the keys that are its own already are changed in place, so that many changes cost no more than they must. */
interface Draft {
  root: Key;
  own: Set<Key>;
}

function ownKey(draft: Draft, key: Key): Key {
  if (draft.own.has(key)) return key;
  const copy: Key = { name: key.name, keys: new Map(key.keys), values: new Map(key.values) };
  draft.own.add(copy);
  return copy;
}

function draftOf(registry: Registry): Draft {
  const draft: Draft = { root: registry.root, own: new Set() };
  draft.root = ownKey(draft, registry.root);
  return draft;
}

/** The key at `path`, owned by the draft; missing keys are created if asked for. */
function descend(draft: Draft, parts: readonly string[], create: boolean): Key | null {
  let key = draft.root;
  for (const part of parts) {
    const folded = foldName(part);
    const below = key.keys.get(folded);
    if (!below && !create) return null;
    const next = below ? ownKey(draft, below) : newKey(part);
    draft.own.add(next);
    key.keys.set(folded, next);
    key = next;
  }
  return key;
}

/** Makes one change. Deleting what is not there does nothing. @returns what is wrong with it, or null */
function change(draft: Draft, what: RegistryChange): string | null {
  const path = parseRegistryPath(what.path);
  if ('fault' in path) return path.fault;
  if (what.kind === 'delete key') {
    if (path.parts.length === 1) return `${printRegistryPath(path)} is a root key and cannot be deleted.`;
    descend(draft, path.parts.slice(0, -1), false)?.keys.delete(foldName(path.parts.at(-1)!));
    return null;
  }
  if (what.kind === 'delete value') {
    descend(draft, path.parts, false)?.values.delete(foldName(what.name));
    return null;
  }
  if (what.kind === 'set') {
    const fault = nameFault(what.name) ?? valueFault(what.value);
    if (fault) return fault;
  }
  const key = descend(draft, path.parts, true)!;
  if (what.kind === 'set') {
    const folded = foldName(what.name);
    key.values.set(folded, { name: key.values.get(folded)?.name ?? what.name, value: what.value });
  }
  return null;
}

/** Makes all changes that can be made, in order, as the import of a file does. */
export function registryApply(
  registry: Registry,
  changes: readonly RegistryChange[],
): { registry: Registry; faults: { index: number; message: string }[] } {
  const draft = draftOf(registry);
  const faults: { index: number; message: string }[] = [];
  changes.forEach((what, index) => {
    const message = change(draft, what);
    if (message) faults.push({ index, message });
  });
  return { registry: { root: draft.root }, faults };
}

function changed(registry: Registry, what: RegistryChange): RegistryResult {
  const { registry: next, faults } = registryApply(registry, [what]);
  return faults[0] ? { fault: faults[0].message } : { registry: next };
}

/** Sets a value, and creates the keys that lead to it. */
export const registrySet = (registry: Registry, path: string, name: string, value: RegistryValue): RegistryResult =>
  changed(registry, { kind: 'set', path, name, value });

export const registryCreateKey = (registry: Registry, path: string): RegistryResult => changed(registry, { kind: 'key', path });

export function registryDeleteValue(registry: Registry, path: string, name: string): RegistryResult {
  const found = registryGet(registry, path, name);
  return 'fault' in found ? found : changed(registry, { kind: 'delete value', path, name });
}

/** Deletes a key with all that is below it. */
export function registryDeleteKey(registry: Registry, path: string): RegistryResult {
  const at = keyAt(registry, path);
  return 'fault' in at ? at : changed(registry, { kind: 'delete key', path });
}

/** A key and all below it as changes that make the same again: what an export writes. */
export function registryExport(registry: Registry, path: string): { changes: RegistryChange[] } | { fault: string } {
  const at = keyAt(registry, path);
  if ('fault' in at) return at;
  const changes: RegistryChange[] = [];
  const pending = [{ key: at.key, path: at.path }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { key, path: here } = next;
    changes.push({ kind: 'key', path: here });
    for (const { name, value } of key.values.values()) changes.push({ kind: 'set', path: here, name, value });
    const below = [...key.keys.values()].sort((a, b) => compareNames(b.name, a.name));
    for (const subkey of below) pending.push({ key: subkey, path: `${here}\\${subkey.name}` });
  }
  return { changes };
}
