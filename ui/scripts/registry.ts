// A registry file (.reg): RSS of the system and of adapters, and the other standardised keywords of an adapter.
// Sources: those of features/rss-commands.ts; windows-driver-docs, "Standardized INF keywords" for task offload and for values that can be edited.
// In Windows Server 2003 SP2 the two values of the system stand under Tcpip\Parameters. In 2008 there are none for an adapter's RSS.

import { rssDefaults } from '../features/rss.ts';
import type { SettingValue } from '../readers/types.ts';
import { lineOf, linesOf, rssOf } from './rss-lines.ts';
import { adapterAt, adapterPath, type Change, type Commands, type Tool, type Values } from './script.ts';

interface Entry {
  key: string;
  name: string;
  data: string;
}

const ETHERNET_HEADER = 14;
const ANY_NODE = 65535;
/** Source: windows-driver-docs, "Setting the number of RSS processors". */
const MAX_OF_SYSTEM = 16;

const flag = (value: SettingValue) => (typeof value === 'boolean' ? (value ? '1' : '0') : null);
const whole = (value: SettingValue) => (typeof value === 'number' ? String(value) : null);

/** Keywords for a property of an adapter, and their text for a value; null when there is none. */
export const adapterKeywords: Readonly<Record<string, { keywords: readonly string[]; text: (value: SettingValue) => string | null }>> = {
  'rss.enabled': { keywords: ['*RSS'], text: flag },
  'rss.numaNode': { keywords: ['*NumaNodeId'], text: (value) => (value === null ? String(ANY_NODE) : whole(value)) },
  'receiveDescriptors': { keywords: ['*ReceiveBuffers'], text: whole },
  'transmitDescriptors': { keywords: ['*TransmitBuffers'], text: whole },
  'mtu': { keywords: ['*JumboPacket'], text: (value) => (typeof value === 'number' ? String(value + ETHERNET_HEADER) : null) },
  'lsoV1': { keywords: ['*LsoV1IPv4'], text: flag },
  'lsoV2': { keywords: ['*LsoV2IPv4', '*LsoV2IPv6'], text: flag },
  'checksumOffload': {
    keywords: [
      '*IPChecksumOffloadIPv4',
      '*TCPChecksumOffloadIPv4',
      '*TCPChecksumOffloadIPv6',
      '*UDPChecksumOffloadIPv4',
      '*UDPChecksumOffloadIPv6',
    ],
    text: (value) => (typeof value === 'boolean' ? (value ? '3' : '0') : null),
  },
};

/** "reg add "HKLM\..." /v NAME /t TYPE /d DATA /f" as an entry of a file; null for any other line. */
function entryOf(line: string): Entry | null {
  const [, key, name, type, data] = /^reg add "HKLM\\(.+)" \/v (\S+) \/t (REG_DWORD|REG_SZ) \/d (\d+) \/f$/.exec(line) ?? [];
  if (!key) return null;
  const text = type === 'REG_SZ' ? `"${data!}"` : `dword:${Number(data).toString(16).padStart(8, '0')}`;
  return { key: `HKEY_LOCAL_MACHINE\\${key}`, name: name!, data: text };
}

/** Key of an adapter, after the line that features/rss-commands.ts has for it. */
function adapterKey(subkey: string): string {
  return entryOf(lineOf('windows-2008', rssDefaults, 'reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class'))!.key.replace(
    '<nnnn>',
    subkey,
  );
}

const selection = ['rss.baseProcessor', 'rss.maxProcessors'];
const adapterCount = (values: Values) =>
  new Set([...values.keys()].map((path) => adapterPath(path)?.index).filter((index) => index !== undefined)).size;

/** Base and number of processors: of the system when there is one adapter, of the adapter from 2008 R2 on. */
function selectionEntries(change: Change, index: number): Entry[] {
  const os = change.to.get('os') ?? 'ws2008r2';
  const isSingle = adapterCount(change.to) === 1;
  const subkey = adapterAt(change.adapters, index).subkey;
  const paths = new Set(change.differences.map(({ path }) => path));
  const wanted = (name: string) => paths.has(`nics[${index}].rss.${/base/i.test(name) ? 'baseProcessor' : 'maxProcessors'}`);
  return (linesOf('windows-2008', rssOf(change.to, index)) ?? [])
    .map(entryOf)
    .filter((entry) => entry !== null)
    .filter(({ key, name }) => wanted(name) && (key.includes('<nnnn>') ? os === 'ws2008r2' : isSingle))
    .map(({ key, ...rest }) => ({
      ...rest,
      key: key.replace('<nnnn>', subkey).replace('\\Services\\Ndis\\', os === 'ws2003sp2' ? '\\Services\\Tcpip\\' : '\\Services\\Ndis\\'),
    }));
}

/** Entries of each key under one heading, in the order of their first entry. */
function lines(entries: readonly Entry[]): string[] {
  const byKey = new Map<string, string[]>();
  for (const { key, name, data } of entries) {
    const rows = byKey.get(key) ?? [];
    rows.push(`"${name}"=${data}`);
    byKey.set(key, rows);
  }
  return [...byKey].flatMap(([key, rows], at) => [...(at ? [''] : []), `[${key}]`, ...rows]);
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
      const text = Object.hasOwn(adapterKeywords, property) ? adapterKeywords[property]!.text(value) : null;
      if (text === null || (property === 'rss.numaNode' && (change.to.get('os') ?? 'ws2008r2') !== 'ws2008r2')) continue;
      const key = adapterKey(adapterAt(change.adapters, index).subkey);
      for (const name of adapterKeywords[property]!.keywords) entries.push({ key, name, data: `"${text}"` });
    }
    done.add(path);
  }
  const isMany = entries.some(
    ({ name, data }) => name === 'MaxNumRssCpus' && Number.parseInt(data.slice('dword:'.length), 16) > MAX_OF_SYSTEM,
  );
  return { lines: [...lines(entries), ...(isMany ? [`; MaxNumRssCpus must not be set above ${MAX_OF_SYSTEM}.`] : [])], done };
}

function whyNot(path: string): string {
  const property = adapterPath(path)?.property;
  if (property === undefined) return 'set with netsh, or not to be set in this Windows era.';
  if (selection.includes(property)) return 'in this Windows version a value of the system, and the adapters differ.';
  if (property === 'queues' || property === 'moderation')
    return 'the number or rate is under a name that the vendor of the adapter chooses.';
  if (property === 'rss.numaNode') return 'from Windows Server 2008 R2 on only.';
  if (property.startsWith('rss.')) return 'TCP/IP programs it; there is no value for it.';
  return 'there is no standardised keyword for it.';
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
