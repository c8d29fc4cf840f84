// PowerShell, Windows Server 2012 and later. Sources: learn.microsoft.com: Set-NetAdapterRss, Set- and Remove-NetAdapterAdvancedProperty,
// Set-NetAdapterLso, Enable- and Disable-NetAdapterChecksumOffload and -NetAdapterVmq, Set-NetOffloadGlobalSetting, Set-NetTCPSetting.
// Of the TCP templates those named Custom can be changed.

import { rssDefaults } from '../features/rss.ts';
import { parseQuantity } from '../scenario/quantities.ts';
import type { SettingValue } from '../readers/types.ts';
import { keywordsOf, knownKeyword } from '../scenario/registry-map.ts';
import { keywordData } from './keywords.ts';
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

type Parameters = Readonly<Record<string, { name: string; word: (value: SettingValue) => string | null }>>;
interface Found {
  path: string;
  text: string;
}

const state = (value: SettingValue) => (value === 'enabled' ? 'Enabled' : value === 'disabled' ? 'Disabled' : null);

/** Parameters of Set-NetOffloadGlobalSetting. */
const offloadParameters: Parameters = {
  'windows.netsh.rss': { name: 'ReceiveSideScaling', word: state },
  'windows.netsh.chimney': { name: 'Chimney', word: (value) => (value === 'automatic' ? 'Automatic' : state(value)) },
  'windows.netsh.taskOffload': { name: 'TaskOffload', word: state },
};

/** Parameters of Set-NetTCPSetting. */
const tcpParameters: Parameters = {
  'windows.netsh.windowScaling': { name: 'ScalingHeuristics', word: state },
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

/** Keywords that Windows Server 2012 and later do not read. */
const gone: Readonly<Record<string, string>> = {
  'vmq.lookaheadSplit': 'Windows Server 2012 and later do not split frames for virtual machines: NDIS 6.30 left it out.',
};

/** The command for each keyword of a property; hidden ones are among “all properties” only. */
function keywordCommands(name: string, property: string, value: SettingValue): string[] | null {
  const data = Object.hasOwn(gone, property) ? null : keywordData(property, value);
  return (
    data &&
    keywordsOf(property).map((keyword) => {
      const of = `-Name ${name} -RegistryKeyword "${keyword}"`;
      if (data === 'absent') return `Remove-NetAdapterAdvancedProperty ${of}`;
      const hidden = knownKeyword(keyword)!.label === undefined ? ' -AllProperties' : '';
      return `Set-NetAdapterAdvancedProperty ${of} -RegistryValue ${data.number}${hidden}`;
    })
  );
}

/** The commands for one property of an adapter other than those of Set-NetAdapterRss. */
function propertyCommands(name: string, property: string, value: SettingValue): string[] | null {
  const cmdlet = (start: string, rest = '') => (boolean(value) ? [`${start} -Name ${name}${rest}`] : null);
  switch (property) {
    case 'rss.numaNode':
      return value === null || typeof value === 'number' ? [`Set-NetAdapterRss -Name ${name} -NumaNode ${value ?? 65535}`] : null;
    case 'rss.baseGroup':
      return typeof value === 'number' ? [`Set-NetAdapterRss -Name ${name} -BaseProcessorGroup ${value}`] : null;
    case 'checksumOffload':
      return cmdlet(`${value ? 'Enable' : 'Disable'}-NetAdapterChecksumOffload`);
    case 'vmq.enabled':
      return cmdlet(`${value ? 'Enable' : 'Disable'}-NetAdapterVmq`);
    case 'lsoV1':
      return cmdlet('Set-NetAdapterLso', ` -V1IPv4Enabled ${boolean(value)}`);
    case 'lsoV2':
      return cmdlet('Set-NetAdapterLso', ` -IPv4Enabled ${boolean(value)} -IPv6Enabled ${boolean(value)}`);
    default:
      return keywordCommands(name, property, value);
  }
}

const chimneyRemark =
  '# TCP Chimney: Windows Server 2012 offloads connections of the host only, none of virtual machines; NDIS 6.70 has it no more.';

/** Parameters of all settings that one cmdlet sets. */
const parametersOf = ({ differences }: Change, parameters: Parameters): Found[] =>
  differences.flatMap(({ path, to: value }) => {
    const word = Object.hasOwn(parameters, path) && value !== undefined ? parameters[path]!.word(value) : null;
    return word === null ? [] : [{ path, text: ` -${parameters[path]!.name} ${word}` }];
  });

function commands(change: Change): Commands {
  const done = new Set<string>();
  const lines: string[] = [];
  const rss = new Map<number, string[]>();
  for (const { path, to: value } of change.differences) {
    const adapter = adapterPath(path);
    if (value === undefined || !adapter) continue;
    const { index, property } = adapter;
    if (Object.hasOwn(rssParameters, property)) rss.set(index, [...(rss.get(index) ?? []), rssParameters[property]!]);
    else {
      const made = propertyCommands(quoted(adapterAt(change.adapters, index).name), property, value);
      if (!made) continue;
      lines.push(...made);
    }
    done.add(path);
  }
  for (const [index, wanted] of rss) lines.push(rssCommand(quoted(adapterAt(change.adapters, index).name), wanted, change, index));
  const [offloads, tcp] = [parametersOf(change, offloadParameters), parametersOf(change, tcpParameters)];
  if (offloads.length) lines.push(`Set-NetOffloadGlobalSetting${offloads.map(({ text }) => text).join('')}`);
  if (tcp.length) lines.push(`Set-NetTCPSetting -SettingName InternetCustom${tcp.map(({ text }) => text).join('')}`);
  for (const { path } of [...offloads, ...tcp]) done.add(path);
  const isChimney = [...done].some((path) => /connectionOffload\.|netsh\.chimney$/.test(path));
  return { lines: isChimney ? [...lines, chimneyRemark] : lines, done };
}

function whyNot(path: string): string {
  const property = adapterPath(path)?.property;
  if (path === 'windows.netsh.netdma') return 'Windows Server 2012 and later no longer have NetDMA.';
  if (Object.hasOwn(offloadParameters, path)) return 'no cmdlet brings back what the version is installed with; netsh has “default”.';
  if (path.startsWith('windows.registry.')) return 'a value of the registry: see the registry file.';
  if (path.startsWith('windows.')) return 'no cmdlet sets it; netsh does in the versions that have it.';
  if (path === 'tcp.congestion') return 'Set-NetTCPSetting of Windows Server 2012 has a word for CTCP, none for NewReno.';
  if (path.startsWith('tcp.')) return 'Set-NetTCPSetting has no parameter for it, or none this fine.';
  if (property && Object.hasOwn(gone, property)) return gone[property]!;
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
    'Sources: learn.microsoft.com: Set-NetAdapterRss, Set-NetAdapterAdvancedProperty, Set-NetAdapterLso, Set-NetOffloadGlobalSetting.',
    'The cmdlets for adapters start their adapter again.',
    'The base processor cannot be set while the profile of the adapter is Balanced.',
    'TCP settings are those of the template InternetCustom, the one for the Internet that can be changed.',
  ],
  restarts: ['computer'],
  commands,
  whyNot,
};
