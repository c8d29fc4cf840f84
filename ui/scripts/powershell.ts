// PowerShell, Windows Server 2012 and later. Sources: learn.microsoft.com: Set-NetAdapterRss, Set-NetAdapterAdvancedProperty, Set-NetAdapterLso,
// Enable- and Disable-NetAdapterChecksumOffload, Set-NetTCPSetting. Of the TCP templates those named Custom can be changed.

import { rssDefaults } from '../features/rss.ts';
import { parseQuantity } from '../scenario/quantities.ts';
import type { SettingValue } from '../readers/types.ts';
import { adapterKeywords } from './registry.ts';
import { lineOf, rssOf } from './rss-lines.ts';
import { adapterAt, adapterPath, type Change, type Commands, type Tool } from './script.ts';

const MILLISECOND_PS = 1_000_000_000;

const boolean = (value: SettingValue) => (value === true ? '$true' : value === false ? '$false' : null);
const whole = (value: SettingValue) => (typeof value === 'number' ? String(value) : null);
const onOff = (value: SettingValue) => (value === true ? 'Enabled' : value === false ? 'Disabled' : null);

/** Whole milliseconds; null when it is no duration, or a finer one. */
function milliseconds(value: SettingValue): string | null {
  const parsed = parseQuantity('duration', value);
  return 'value' in parsed && parsed.value % MILLISECOND_PS === 0 ? String(parsed.value / MILLISECOND_PS) : null;
}

const levels: Readonly<Record<string, string>> = {
  disabled: 'Disabled',
  highlyrestricted: 'HighlyRestricted',
  restricted: 'Restricted',
  normal: 'Normal',
  experimental: 'Experimental',
};

/** Parameters of Set-NetTCPSetting. */
const tcpParameters: Readonly<Record<string, { name: string; word: (value: SettingValue) => string | null }>> = {
  'tcp.autoTuning': { name: 'AutoTuningLevelLocal', word: (value) => levels[String(value)] ?? null },
  'tcp.congestion': { name: 'CongestionProvider', word: (value) => (value === 'ctcp' ? 'CTCP' : null) },
  'tcp.ecn': { name: 'EcnCapability', word: onOff },
  'tcp.timestamps': { name: 'Timestamps', word: onOff },
  'tcp.initialWindow': { name: 'InitialCongestionWindowMss', word: whole },
  'tcp.initialRto': { name: 'InitialRtoMs', word: milliseconds },
  'tcp.minRto': { name: 'MinRtoMs', word: milliseconds },
  'tcp.delayedAck': { name: 'DelayedAckTimeoutMs', word: milliseconds },
  'tcp.synRetransmissions': { name: 'MaxSynRetransmissions', word: whole },
};

/** Parameters of Set-NetAdapterRss that features/rss-commands.ts writes, by property. */
const rssParameters: Readonly<Record<string, string>> = {
  'rss.enabled': 'Enabled',
  'rss.baseProcessor': 'BaseProcessorNumber',
  'rss.maxProcessors': 'MaxProcessors',
  'queues': 'NumberOfReceiveQueues',
};

const quoted = (name: string) => `"${name.replace(/["`$]/g, '`$&')}"`;

/** The command of features/rss-commands.ts, with those parameters that are wanted. */
function rssCommand(name: string, wanted: readonly string[], change: Change, index: number): string {
  const line = lineOf('powershell', { ...rssDefaults, ...rssOf(change.to, index) }, 'Set-NetAdapterRss ');
  const enabled = boolean(change.to.get(`nics[${index}].rss.enabled`) ?? true)!;
  const parameters = [...line.matchAll(/ -(\w+) (\$?\w+)/g)]
    .filter(([, parameter]) => wanted.includes(parameter!))
    .map(([, parameter, value]) => ` -${parameter!} ${parameter === 'Enabled' ? enabled : value!}`);
  return `Set-NetAdapterRss -Name ${name}${parameters.join('')}`;
}

/** The commands for one property of an adapter other than those of Set-NetAdapterRss. */
function propertyCommands(name: string, property: string, value: SettingValue): string[] | null {
  const advanced = (keyword: string, text: string) =>
    `Set-NetAdapterAdvancedProperty -Name ${name} -RegistryKeyword "${keyword}" -RegistryValue ${text}`;
  if (property === 'rss.numaNode')
    return value === null || typeof value === 'number' ? [`Set-NetAdapterRss -Name ${name} -NumaNode ${value ?? 65535}`] : null;
  if (property === 'checksumOffload') return onOff(value) && [`${value ? 'Enable' : 'Disable'}-NetAdapterChecksumOffload -Name ${name}`];
  if (property === 'lsoV1') return boolean(value) && [`Set-NetAdapterLso -Name ${name} -V1IPv4Enabled ${boolean(value)!}`];
  if (property === 'lsoV2')
    return boolean(value) && [`Set-NetAdapterLso -Name ${name} -IPv4Enabled ${boolean(value)!} -IPv6Enabled ${boolean(value)!}`];
  const found = Object.hasOwn(adapterKeywords, property) ? adapterKeywords[property]! : null;
  const wanted = found?.number(value) ?? null;
  return found && wanted !== null ? found.keywords.map((keyword) => advanced(keyword, String(wanted))) : null;
}

function commands(change: Change): Commands {
  const done = new Set<string>();
  const lines: string[] = [];
  const tcp: string[] = [];
  const rss = new Map<number, string[]>();
  for (const { path, to: value } of change.differences) {
    if (value === undefined) continue;
    const adapter = adapterPath(path);
    const word = Object.hasOwn(tcpParameters, path) ? tcpParameters[path]!.word(value) : null;
    if (word !== null) tcp.push(` -${tcpParameters[path]!.name} ${word}`);
    else if (!adapter) continue;
    else if (Object.hasOwn(rssParameters, adapter.property))
      rss.set(adapter.index, [...(rss.get(adapter.index) ?? []), rssParameters[adapter.property]!]);
    else {
      const made = propertyCommands(quoted(adapterAt(change.adapters, adapter.index).name), adapter.property, value);
      if (!made) continue;
      lines.push(...made);
    }
    done.add(path);
  }
  for (const [index, wanted] of rss) lines.push(rssCommand(quoted(adapterAt(change.adapters, index).name), wanted, change, index));
  if (tcp.length) lines.push(`Set-NetTCPSetting -SettingName InternetCustom${tcp.join('')}`);
  return { lines, done };
}

function whyNot(path: string): string {
  const property = adapterPath(path)?.property;
  if (path === 'tcp.congestion') return 'Set-NetTCPSetting of Windows Server 2012 has a word for CTCP, none for NewReno.';
  if (path.startsWith('tcp.')) return 'Set-NetTCPSetting has no parameter for it, or none this fine.';
  if (property === 'moderation') return 'the rate of interrupts is under a name that the vendor of the adapter chooses.';
  if (property?.startsWith('rss.')) return 'TCP/IP programs it; no cmdlet sets it.';
  return 'no cmdlet of the NetAdapter module sets it.';
}

export const powershellTool: Tool = {
  id: 'powershell',
  title: 'PowerShell',
  era: 'Windows Server 2012 and later',
  language: 'powershell',
  comment: '#',
  lineEnd: '\n',
  head: [
    'Run as administrator. Windows Server 2008 and 2008 R2 do not have these cmdlets.',
    'Sources: learn.microsoft.com: Set-NetAdapterRss, Set-NetAdapterAdvancedProperty, Set-NetAdapterLso, Set-NetTCPSetting.',
    'The base processor cannot be set while the profile of the adapter is Balanced.',
    'TCP settings are those of the template InternetCustom, the one for the Internet that can be changed.',
  ],
  commands,
  whyNot,
};
