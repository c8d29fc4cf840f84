// The registry of a host, made from its document, and the way back: what a change of the registry changes in the document. Known values
// are properties of the document; everything else is kept in windows.registry.other.

import { dataText, readData } from '../registry/data-text.ts';
import { adapterKey, findKnownValue, knownKeys, type KnownPlace } from '../registry/known-values.ts';
import { parseKeyword, readFault } from '../registry/keyword-text.ts';
import { foldName, parseRegistryPath, printRegistryPath } from '../registry/paths.ts';
import { registryApply, registryEmpty, registryFind, type Registry, type RegistryChange } from '../registry/registry.ts';
import { registryDword, registryText, type RegistryValue } from '../registry/values.ts';
import { type ExpandedNic, virtualOf } from '../scenario/guests.ts';
import { keywordMaps, keywordName, keywordNumber, systemPlace, systemValueName, systemValueNames } from '../scenario/registry-map.ts';
import type { Host } from '../scenario/schema.ts';
import type { DocumentEdit } from '../scenario/windows-edits.ts';

/** Assumed: the first physical adapter of an installation has the subkey 0007, after those of the system. */
const FIRST_ADAPTER = 7;
export const adapterSubkey = (nic: number): string => String(FIRST_ADAPTER + nic).padStart(4, '0');

/** Of virtual machines, as Windows calls them there. Source: Hyper-V of Windows Server 2008 R2. */
const virtualDescription = ({ isLegacy }: ExpandedNic): string =>
  isLegacy ? 'Intel 21140-Based PCI Fast Ethernet Adapter (Emulated)' : 'Microsoft Virtual Machine Bus Network Adapter';

/** How the emulated adapters are called in Windows. */
export const adapterDescription = (nic: Host['nics'][number], index: number): string =>
  virtualOf(nic) ? virtualDescription(nic) : physicalDescription(nic, index);

const physicalDescription = (nic: Host['nics'][number], index: number): string =>
  `nicscope ${nic.speed / 1e9} Gigabit Network Connection${index ? ` #${index + 1}` : ''}`;

const keysOfWindows = [knownKeys.tcpip, knownKeys.ndis, knownKeys.vmsmp];

function systemChanges({ os, windows }: Host): RegistryChange[] {
  return systemValueNames.flatMap((name): RegistryChange[] => {
    const value = windows.registry[name];
    return value === undefined ? [] : [{ kind: 'set', path: knownKeys[systemPlace(os, name)], name, value: registryDword(value) }];
  });
}

function adapterChanges(host: Host, index: number): RegistryChange[] {
  const nic = host.nics[index]!;
  const path = adapterKey(adapterSubkey(index));
  const set = (name: string, data: string): RegistryChange => ({ kind: 'set', path, name, value: registryText(data) });
  const keywords = Object.keys(keywordMaps).flatMap((name) => {
    const value = findKnownValue(host.os, 'adapter', name) ? keywordNumber(name, nic) : null;
    return value === null ? [] : [set(name, String(value))];
  });
  return [set('DriverDesc', adapterDescription(nic, index)), set('NetCfgInstanceId', instanceId(host.name, index)), ...keywords];
}

/** A GUID made from names: the same for the same document. */
function instanceId(host: string, index: number): string {
  let hash = 0x811c9dc5;
  const digits = Array.from({ length: 4 }, (_, round) => {
    for (const character of `${round}${host}.${index}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0').toUpperCase();
  }).join('');
  return `{${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-A${digits.slice(17, 20)}-${digits.slice(20, 32)}}`;
}

/** The registry as reg.exe sees it. */
export function registryOf(host: Host): Registry {
  const changes: RegistryChange[] = [
    ...keysOfWindows.map((path): RegistryChange => ({ kind: 'key', path })),
    ...systemChanges(host),
    ...host.nics.flatMap((_, index) => adapterChanges(host, index)),
    ...host.windows.registry.other.flatMap(({ key, name, type, data }): RegistryChange[] => {
      const value = type === 'KEY' ? null : readData(type, data, null);
      return value ? [{ kind: 'set', path: key, name, value }] : [{ kind: 'key', path: key }];
    }),
  ];
  return registryApply(registryEmpty(), changes).registry;
}

type Other = Host['windows']['registry']['other'];

interface Target {
  readonly place: KnownPlace;
  readonly nic: number;
}

/** Which of the known keys a path is. */
function targetOf(host: Host, path: string): Target | null {
  const same = (one: string) => foldName(printed(one)) === foldName(printed(path));
  for (const place of ['tcpip', 'ndis', 'vmsmp'] as const) if (same(knownKeys[place])) return { place, nic: 0 };
  const nic = host.nics.findIndex((_, index) => same(adapterKey(adapterSubkey(index))));
  return nic < 0 ? null : { place: 'adapter', nic };
}

/** A path with its root in full and the link of the control set resolved. */
function printed(path: string): string {
  const parsed = parseRegistryPath(path);
  return 'fault' in parsed ? path : printRegistryPath(parsed);
}

/** The edits that a value of a known place comes to; null: it is not one of the document's own. */
function knownEdits(host: Host, index: number, { place, nic }: Target, name: string, value: RegistryValue | null): DocumentEdit[] | null {
  return place === 'adapter'
    ? keywordEdits(host, `hosts[${index}].nics[${nic}]`, name, value)
    : systemEdits(host, index, place, name, value);
}

function systemEdits(host: Host, index: number, place: KnownPlace, name: string, value: RegistryValue | null): DocumentEdit[] | null {
  const system = systemValueName(name);
  if (!system || systemPlace(host.os, system) !== place) return null;
  const path = `hosts[${index}].windows.registry.${system}`;
  if (value === null) return [{ path, value: undefined }];
  const known = findKnownValue(host.os, place, system);
  const isRead = value.type === 'REG_DWORD' && (!known || readFault(known, value.data) === null);
  return isRead ? [{ path, value: value.data }] : null;
}

/** A keyword that is deleted leaves its property as it is installed. */
function keywordEdits({ os }: Host, at: string, name: string, value: RegistryValue | null): DocumentEdit[] | null {
  const keyword = keywordName(name);
  const known = keyword && findKnownValue(os, 'adapter', keyword);
  if (!known) return null;
  const { property, toValue } = keywordMaps[keyword]!;
  const path = `${at}.${property}`;
  if (value === null) return [{ path, value: undefined }];
  if (value.type !== 'REG_SZ') return null;
  const read = parseKeyword(known, value.data, readFault);
  const found = 'fault' in read ? null : toValue(read.value);
  return found && [{ path, value: found.value }];
}

function withOther(other: Other, path: string, name: string | null, value: RegistryValue | null): Other {
  const key = printed(path);
  const isBelow = (candidate: string) => foldName(candidate) === foldName(key) || foldName(candidate).startsWith(`${foldName(key)}\\`);
  if (name === null) return value === null ? other.filter((one) => !isBelow(one.key)) : other;
  const rest = other.filter((one) => foldName(one.key) !== foldName(key) || foldName(one.name) !== foldName(name));
  return value === null ? rest : [...rest, { key, name, type: value.type, data: dataText(value) }];
}

/**
 * The edits of the document that a change of the registry comes to.
 * @param value  null: the value is deleted; with a name of null the key with all below it
 */
export function registryEdits(host: Host, index: number, path: string, name: string | null, value: RegistryValue | null): DocumentEdit[] {
  const target = targetOf(host, path);
  const known = target && name !== null ? knownEdits(host, index, target, name, value) : null;
  const { other } = host.windows.registry;
  // What was kept of the same name, of another type or out of range, gives way.
  const next = withOther(other, path, name, known ? null : value);
  const isSame = JSON.stringify(next) === JSON.stringify(other);
  return [...(known ?? []), ...(isSame ? [] : [{ path: `hosts[${index}].windows.registry.other`, value: next }])];
}

/** The edits that make a key. */
export function keyEdits(host: Host, index: number, path: string): DocumentEdit[] {
  if (!('fault' in registryFind(registryOf(host), path))) return [];
  const entry = { key: printed(path), name: '', type: 'KEY', data: '' };
  return [{ path: `hosts[${index}].windows.registry.other`, value: [...host.windows.registry.other, entry] }];
}
