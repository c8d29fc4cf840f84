// A registry file (.reg): RSS of the system and of adapters, and the other standardised keywords of an adapter.
// Names, places and types of the values, and which version has them: ui/registry/known-values.ts.

import { rssFaults } from '../features/rss.ts';
import type { SettingValue } from '../readers/types.ts';
import { keywordGroups } from '../registry/keyword-groups.ts';
import { findKnownValue, type KnownValue } from '../registry/known-values.ts';
import { knownKeyPath } from '../registry/read-known.ts';
import { quoteText, writeData } from '../registry/reg-data.ts';
import { registryDword, registryText } from '../registry/values.ts';
import type { WindowsVersion } from '../registry/windows-version.ts';
import { rssOf } from './rss-lines.ts';
import { adapterAt, adapterPath, type Change, type Commands, type Tool, type Values } from './script.ts';

interface Entry {
  known: KnownValue;
  key: string;
  number: number;
}

const ETHERNET_HEADER = 14;
const ANY_NODE = 65535;

const flag = (value: SettingValue) => (typeof value === 'boolean' ? Number(value) : null);
const whole = (value: SettingValue) => (typeof value === 'number' ? value : null);

export interface AdapterKeyword {
  keywords: readonly string[];
  /** The number for a value of the property; null when there is none. */
  number: (value: SettingValue) => number | null;
}

/** Keywords for a property of an adapter. */
export const adapterKeywords: Readonly<Record<string, AdapterKeyword>> = {
  'rss.enabled': { keywords: keywordGroups.rss, number: flag },
  'rss.numaNode': { keywords: keywordGroups.numaNode, number: (value) => (value === null ? ANY_NODE : whole(value)) },
  'receiveDescriptors': { keywords: keywordGroups.receiveBuffers, number: whole },
  'transmitDescriptors': { keywords: keywordGroups.transmitBuffers, number: whole },
  'mtu': { keywords: keywordGroups.jumboPacket, number: (value) => (typeof value === 'number' ? value + ETHERNET_HEADER : null) },
  'lsoV1': { keywords: keywordGroups.lsoV1, number: flag },
  'lsoV2': { keywords: keywordGroups.lsoV2, number: flag },
  'checksumOffload': { keywords: keywordGroups.checksum, number: (value) => (typeof value === 'boolean' ? (value ? 3 : 0) : null) },
};

const versionOf = (values: Values): WindowsVersion => (values.get('os') as WindowsVersion | undefined) ?? 'ws2008r2';

/** The keywords that the version has, under the key of an adapter. */
const keywordEntries = ({ to, adapters }: Change, index: number, keywords: readonly string[], number: number): Entry[] =>
  keywords.flatMap((name) => {
    const known = findKnownValue(versionOf(to), 'adapter', name);
    return known ? [{ known, key: knownKeyPath(known, adapterAt(adapters, index).subkey), number }] : [];
  });

/** A value of the system, where the version has it. */
function systemEntries(version: WindowsVersion, name: string, number: number): Entry[] {
  const known = findKnownValue(version, 'ndis', name) ?? findKnownValue(version, 'tcpip', name);
  return known ? [{ known, key: knownKeyPath(known), number }] : [];
}

const selection = ['rss.baseProcessor', 'rss.maxProcessors'];
const adapterCount = (values: Values) =>
  new Set([...values.keys()].map((path) => adapterPath(path)?.index).filter((index) => index !== undefined)).size;

/** Base and number of processors: of the system when there is one adapter, of the adapter from 2008 R2 on. */
function selectionEntries(change: Change, index: number): Entry[] {
  const settings = rssOf(change.to, index);
  if (rssFaults(settings).length > 0) return [];
  const { baseProcessor, maxProcessors } = settings;
  const isSingle = adapterCount(change.to) === 1;
  const paths = new Set(change.differences.map(({ path }) => path));
  const changed = (property: string) => paths.has(`nics[${index}].rss.${property}`);
  const system = (name: string, number: number) => (isSingle ? systemEntries(versionOf(change.to), name, number) : []);
  return [
    ...(changed('maxProcessors') ? system('MaxNumRssCpus', maxProcessors) : []),
    ...(changed('baseProcessor') ? system('RssBaseCpu', baseProcessor) : []),
    ...(changed('baseProcessor') ? keywordEntries(change, index, keywordGroups.rssBaseProcNumber, baseProcessor) : []),
    ...(changed('maxProcessors') ? keywordEntries(change, index, keywordGroups.maxRssProcessors, maxProcessors) : []),
  ];
}

function entryLine({ known, number }: Entry): string {
  const value = known.type === 'REG_SZ' ? registryText(String(number)) : registryDword(number);
  const written = writeData(`${quoteText(known.name)}=`, value, 'version 5');
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
function remarks(entries: readonly Entry[], version: WindowsVersion): string[] {
  const mostOf = (name: string) => Math.max(0, ...entries.filter(({ known }) => known.name === name).map(({ number }) => number));
  const system = (findKnownValue(version, 'ndis', 'MaxNumRssCpus') ?? findKnownValue(version, 'tcpip', 'MaxNumRssCpus'))!;
  const advised = system.allowed.kind === 'range' ? system.allowed.max! : Infinity;
  const standard = system.versions[version]!.value!;
  const isHidden = mostOf('MaxNumRssCpus') === 0 && mostOf('*MaxRssProcessors') > standard;
  return [
    ...(mostOf('MaxNumRssCpus') > advised ? [`; MaxNumRssCpus must not be set above ${advised}.`] : []),
    ...(isHidden ? [`; All adapters are limited by MaxNumRssCpus too, which is ${standard} while it is absent.`] : []),
  ];
}

function commands(change: Change): Commands {
  const done = new Set<string>();
  const entries: Entry[] = [];
  const selected = new Set<number>();
  for (const { path, to: value } of change.differences) {
    const adapter = adapterPath(path);
    if (!adapter || value === undefined) continue;
    const { index, property } = adapter;
    if (selection.includes(property)) {
      const made = selectionEntries(change, index);
      if (!made.length) continue;
      if (!selected.has(index)) entries.push(...made);
      selected.add(index);
    } else {
      const keyword = Object.hasOwn(adapterKeywords, property) ? adapterKeywords[property]! : null;
      const number = keyword?.number(value) ?? null;
      const made = keyword && number !== null ? keywordEntries(change, index, keyword.keywords, number) : [];
      if (!made.length) continue;
      entries.push(...made);
    }
    done.add(path);
  }
  return { lines: [...lines(entries), ...remarks(entries, versionOf(change.to))], done };
}

function whyNot(path: string): string {
  const property = adapterPath(path)?.property;
  if (property === undefined) return 'set with netsh, or not to be set in this Windows era.';
  if (selection.includes(property)) return 'in this Windows version a value of the system, and the adapters differ.';
  if (property === 'queues' || property === 'moderation')
    return 'the number or rate is under a name that the vendor of the adapter chooses.';
  if (property === 'rss.enabled' || property === 'rss.numaNode') return 'this Windows version has no keyword for it.';
  if (property.startsWith('rss.')) return 'TCP/IP programs it; there is no value for it.';
  return 'in this Windows version there is no standardised keyword for it.';
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
    'Put the number of each adapter under the class key for its <subkey>. Restart the adapter; for MaxNumRssCpus and RssBaseCpu the computer.',
    'Sources: windows-driver-docs: "Setting the number of RSS processors", "Reserving processors for applications", "Standardized INF keywords".',
  ],
  commands,
  whyNot,
};
