// A registry file (.reg): values of the system, standardised keywords of adapters, and other values that the document keeps.
// Which value is which setting: ui/scenario/registry-map.ts. Names, places and types, and which version has them: ui/registry/known-values.ts.

import { rssFaults } from '../features/rss.ts';
import type { SettingValue } from '../readers/types.ts';
import { adapterKey, findKnownValue, knownKeys } from '../registry/known-values.ts';
import { quoteText, writeData } from '../registry/reg-data.ts';
import { registryDword, registryText, type RegistryValue } from '../registry/values.ts';
import type { WindowsVersion } from '../registry/windows-version.ts';
import { keywordsOf, systemPlace, type SystemValueName, systemValueName } from '../scenario/registry-map.ts';
import { keywordData } from './keywords.ts';
import { otherValues } from './registry-other.ts';
import { rssOf } from './rss-lines.ts';
import { adapterAt, adapterPath, type Change, type Commands, osOf, type Tool, type Values } from './script.ts';

interface Entry {
  key: string;
  name: string;
  /** null: the value is deleted. */
  value: RegistryValue | null;
}

const SYSTEM = 'windows.registry.';

/** A value of the system; none where the version has no such key. */
function systemEntries(os: WindowsVersion, name: SystemValueName, number: number | null): Entry[] {
  const place = systemPlace(os, name);
  if (place === 'vmsmp' && os !== 'ws2008r2') return [];
  return [{ key: knownKeys[place], name, value: number === null ? null : registryDword(number) }];
}

/** The keywords that the version has, under the key of an adapter. */
function keywordEntries(change: Change, index: number, property: string, value: SettingValue): Entry[] {
  const data = keywordData(property, value);
  const names = keywordsOf(property).filter((name) => findKnownValue(osOf(change), 'adapter', name));
  if (!data) return [];
  const key = adapterKey(adapterAt(change.adapters, index).subkey);
  return names.map((name) => ({ key, name, value: data === 'absent' ? null : registryText(String(data.number)) }));
}

const selection: Readonly<Record<string, SystemValueName>> = {
  'rss.maxProcessors': 'MaxNumRssCpus',
  'rss.baseProcessor': 'RssBaseCpu',
};
const adapterCount = (values: Values) =>
  new Set([...values.keys()].map((path) => adapterPath(path)?.index).filter((index) => index !== undefined)).size;

/** Base and number of processors of the only adapter, as values of the system where the configurations say nothing of these. */
function selectionEntries({ from, to, ...change }: Change, index: number, property: string, value: SettingValue): Entry[] {
  const name = Object.hasOwn(selection, property) ? selection[property]! : null;
  const isKnown = name && (from.has(`${SYSTEM}${name}`) || to.has(`${SYSTEM}${name}`));
  if (!name || isKnown || typeof value !== 'number' || adapterCount(to) !== 1 || rssFaults(rssOf(to, index)).length) return [];
  return systemEntries(osOf({ ...change, from, to }), name, value);
}

function entriesFor(path: string, change: Change, value: SettingValue): Entry[] {
  const adapter = adapterPath(path);
  if (adapter) {
    const { index, property } = adapter;
    return [...selectionEntries(change, index, property, value), ...keywordEntries(change, index, property, value)];
  }
  if (path === `${SYSTEM}other`) return otherValues(change.from.get(path), value) ?? [];
  const name = path.startsWith(SYSTEM) ? systemValueName(path.slice(SYSTEM.length)) : undefined;
  return name && (value === null || typeof value === 'number') ? systemEntries(osOf(change), name, value) : [];
}

function entryLine({ name, value }: Entry): string {
  const left = `${name === '' ? '@' : quoteText(name)}=`;
  if (!value) return `${left}-`;
  const written = writeData(left, value, 'version 5');
  if ('fault' in written) throw new Error(written.fault);
  return written.lines;
}

/** Entries of each key under one heading, in the order of their first entry. */
function lines(entries: readonly Entry[]): string[] {
  const byKey = new Map<string, string[]>();
  for (const entry of entries) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entryLine(entry)]);
  return [...byKey].flatMap(([key, rows], at) => [...(at ? [''] : []), `[${key}]`, ...rows]);
}

/** What the documentation says about numbers of processors, where it matters. */
function remarks(entries: readonly Entry[], change: Change): string[] {
  const os = osOf(change);
  const mostOf = (wanted: string) =>
    Math.max(0, ...entries.filter(({ name }) => name === wanted).map(({ value }) => (value ? Number(value.data) : 0)));
  const system = findKnownValue(os, systemPlace(os, 'MaxNumRssCpus'), 'MaxNumRssCpus')!;
  const advised = system.allowed.kind === 'range' ? system.allowed.max! : Infinity;
  const standard = system.versions[os]!.value!;
  const isAbsent = mostOf('MaxNumRssCpus') === 0 && typeof change.to.get(`${SYSTEM}MaxNumRssCpus`) !== 'number';
  return [
    ...(mostOf('MaxNumRssCpus') > advised ? [`; MaxNumRssCpus must not be set above ${advised}.`] : []),
    ...(isAbsent && mostOf('*MaxRssProcessors') > standard
      ? [`; All adapters are limited by MaxNumRssCpus too, which is ${standard} while it is absent.`]
      : []),
  ];
}

function commands(change: Change): Commands {
  const done = new Set<string>();
  const entries: Entry[] = [];
  for (const { path, to: value } of change.differences) {
    const made = value === undefined ? [] : entriesFor(path, change, value);
    if (!made.length) continue;
    entries.push(...made);
    done.add(path);
  }
  return { lines: [...lines(entries), ...remarks(entries, change)], done };
}

function whyNot(path: string, os: WindowsVersion): string {
  const property = adapterPath(path)?.property;
  if (path === `${SYSTEM}other`) return 'a list before is not known, or has keys without a value, or a value twice.';
  if (path.startsWith(SYSTEM)) return 'this Windows version has no key for it.';
  if (path.startsWith('windows.netsh.') && os === 'ws2003sp2')
    return 'not in this Windows version; its switches are EnableRSS, EnableTCPChimney and EnableTCPA.';
  if (property === undefined) return 'set with netsh, or not to be set in this Windows era.';
  if (Object.hasOwn(selection, property))
    return `this Windows version has no keyword for it; ${selection[property]!} of the system stands for all adapters.`;
  if (property === 'queues' || property === 'moderation')
    return 'the number or rate is under a name that the vendor of the adapter chooses.';
  if (property === 'rss.enabled' || property === 'rss.numaNode') return 'this Windows version has no keyword for it.';
  if (property.startsWith('rss.') && !keywordsOf(property).length) return 'TCP/IP programs it; there is no value for it.';
  return 'in this Windows version there is no standardised keyword for it, or none that says this value.';
}

export const registryTool: Tool = {
  id: 'reg',
  title: 'Registry file',
  era: 'Windows Server 2003 SP2, 2008 and 2008 R2',
  language: 'reg',
  comment: ';',
  lineEnd: '\r\n',
  head: [
    'Windows Registry Editor Version 5.00',
    'Put the number of each adapter under the class key for its <subkey>. "Name"=- takes a value away.',
    'Sources: windows-driver-docs: "Setting the number of RSS processors", "Reserving processors for applications", "Standardized INF keywords".',
  ],
  restarts: ['adapter', 'computer'],
  commands,
  whyNot,
};
