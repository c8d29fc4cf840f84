// A registry in memory, for tests: what the prompt asks of the registry model, in the simplest form.

import type { Registry, RegistryData, RegistryKey } from '../../ui/console/state.ts';

type Values = ReadonlyMap<string, { readonly name: string; readonly value: RegistryData }>;
/** Lower-case path -> path as spelled and its values by lower-case name. */
type Keys = ReadonlyMap<string, { readonly path: string; readonly values: Values }>;

const parentsOf = (path: string): readonly string[] => {
  const parts = path.split('\\');
  return parts.map((_, index) => parts.slice(0, index + 1).join('\\'));
};

export class RegistryFixture implements Registry {
  private readonly keys: Keys;

  constructor(keys: Keys = new Map()) {
    this.keys = keys;
  }

  find(path: string): string | null {
    return this.keys.get(path.toLowerCase())?.path ?? null;
  }

  get(path: string, name: string): RegistryData | null {
    return this.keys.get(path.toLowerCase())?.values.get(name.toLowerCase())?.value ?? null;
  }

  list(path: string): RegistryKey | null {
    const key = this.keys.get(path.toLowerCase());
    if (!key) return null;
    const start = `${path.toLowerCase()}\\`;
    const below = [...this.keys.entries()].filter(([lower]) => lower.startsWith(start) && !lower.slice(start.length).includes('\\'));
    return { keys: below.map(([, inner]) => inner.path.slice(start.length)), values: [...key.values.values()] };
  }

  /** Refuses names of more than 100 characters. */
  set(path: string, name: string | null, value: RegistryData | null): RegistryFixture | null {
    if ((name ?? '').length > 100) return null;
    const keys = new Map(this.keys);
    for (const parent of parentsOf(path))
      if (!keys.has(parent.toLowerCase())) keys.set(parent.toLowerCase(), { path: parent, values: new Map() });
    if (name !== null && value !== null) {
      const key = keys.get(path.toLowerCase())!;
      keys.set(path.toLowerCase(), { path: key.path, values: new Map(key.values).set(name.toLowerCase(), { name, value }) });
    }
    return new RegistryFixture(keys);
  }

  delete(path: string, name: string | null): RegistryFixture {
    const keys = new Map(this.keys);
    const lower = path.toLowerCase();
    const key = keys.get(lower);
    if (name === null) for (const other of this.keys.keys()) if (other === lower || other.startsWith(`${lower}\\`)) keys.delete(other);
    if (name !== null && key) {
      const values = new Map(key.values);
      values.delete(name.toLowerCase());
      keys.set(lower, { path: key.path, values });
    }
    return new RegistryFixture(keys);
  }
}
