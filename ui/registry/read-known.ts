// What a known value comes to on a host: the number in its registry, or the default of the Windows version, and why.
// Assumed: a value of the wrong type or out of range counts as absent; what Windows does with each is not documented.

import { parseKeyword, readFault } from './keyword-text.ts';
import { adapterKey, knownKeys, type KnownDefault, type KnownValue } from './known-values.ts';
import { registryGet, type Registry } from './registry.ts';
import type { WindowsVersion } from './windows-version.ts';

export type KnownReading =
  | { from: 'registry'; value: number }
  /** `fault`: what is in the registry and does not count. */
  | { from: 'default'; standard: KnownDefault; fault?: string }
  | { from: 'nowhere'; why: string };

/** @param adapter  the adapter's subkey, or its number; needed for keywords */
export function knownKeyPath(known: KnownValue, adapter?: number | string): string {
  if (known.place !== 'adapter') return knownKeys[known.place];
  if (adapter === undefined) throw new Error(`${known.name} belongs to an adapter, and none is named`);
  return adapterKey(adapter);
}

export function readKnown(registry: Registry, version: WindowsVersion, known: KnownValue, adapter?: number | string): KnownReading {
  const standard = known.versions[version];
  if (!standard) return { from: 'nowhere', why: `This version of Windows does not read ${known.name} there.` };
  const found = registryGet(registry, knownKeyPath(known, adapter), known.name);
  if ('fault' in found) return { from: 'default', standard };
  const { type, data } = found.value;
  if (type !== known.type) return { from: 'default', standard, fault: `${known.name} has the type ${type} instead of ${known.type}.` };
  if (type === 'REG_DWORD') {
    const fault = readFault(known, data);
    return fault ? { from: 'default', standard, fault } : { from: 'registry', value: data };
  }
  if (type !== 'REG_SZ') throw new Error(`${known.name} is declared as ${type}`);
  const read = parseKeyword(known, data, readFault);
  return 'fault' in read ? { from: 'default', standard, fault: read.fault } : { from: 'registry', value: read.value };
}
