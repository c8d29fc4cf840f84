// A server as a host of the scenario document: scripts are carried out on it as its tools would. What netsh interface tcp and ip do is left to
// the prompt of the emulated server, and what a registry file does to its registry; the rest is read here, independently of ui/scripts.

import { runNetsh } from '../../ui/console/netsh/netsh.ts';
import { splitWords } from '../../ui/console/command-line.ts';
import type { ConsoleState } from '../../ui/console/state.ts';
import { encodeRegFile } from '../../ui/registry/reg-encoding.ts';
import { readRegFile } from '../../ui/registry/reg-file.ts';
import { parsePath } from '../../ui/scenario/document-path.ts';
import { readField } from '../../ui/scenario/read-field.ts';
import type { Host, ScenarioDraft } from '../../ui/scenario/schema.ts';
import { hostField } from '../../ui/scenario/schema-host.ts';
import { changeEdits } from '../../ui/windows/carry-out.ts';
import { hostFixture } from '../console/host-fixture.ts';

export type HostDraft = ScenarioDraft['hosts'][number];

type Step = string | number;
type Holder = Record<Step, unknown>;

const hostOf = (draft: HostDraft): Host => readField(hostField, draft, '', () => undefined) as Host;

/** Undefined takes the property away. */
function setAt(draft: HostDraft, path: string, value: unknown): void {
  const steps = parsePath(path)!;
  const last = steps.pop()!;
  const holder = steps.reduce<Holder>((at, step) => (at[step] ??= {}) as Holder, draft as unknown as Holder);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

const withoutHost = (path: string) => path.replace(/^hosts\[0\]\./, '');

function netshTables({ os, windows }: Host): ConsoleState {
  const ports = windows.chimneyPorts.map(({ state, localPort = null, remotePort = null }) => ({ state, localPort, remotePort }));
  return hostFixture(os, { elevated: true, chimneyPorts: ports, chimneyApplications: windows.chimneyApplications });
}

const SET_MTU = /^netsh interface ipv4 set subinterface "([^"]+)" mtu=(\d+) store=persistent$/;

function netsh(line: string, draft: HostDraft, names: readonly string[]): void {
  const [, name, mtu] = SET_MTU.exec(line) ?? [];
  if (name) return setAt(draft, `nics[${names.indexOf(name)}].mtu`, Number(mtu));
  const host = hostOf(draft);
  const { changes, lines, failed } = runNetsh(netshTables(host), splitWords(line.replaceAll('%%', '%')).slice(1));
  if (failed) throw new Error(`netsh refuses “${line}”: ${lines.join(' ')}`);
  for (const change of changes)
    for (const { path, value } of changeEdits(host, 0, change))
      setAt(draft, withoutHost(path), line.endsWith('=default') ? undefined : value);
}

function reg(script: string, draft: HostDraft): void {
  const encoded = encodeRegFile(script, 'utf-16le');
  if ('fault' in encoded) throw new Error(encoded.fault);
  const file = readRegFile(new Uint8Array(encoded.bytes));
  if ('fault' in file) throw new Error(file.fault);
  if (file.messages.length) throw new Error(JSON.stringify(file.messages));
  for (const change of file.changes)
    if (change.kind !== 'key')
      for (const { path, value } of changeEdits(hostOf(draft), 0, { kind: 'change-registry', change }))
        setAt(draft, withoutHost(path), value);
}

const properties: Readonly<Record<string, string>> = {
  'Set-NetAdapterRss -Enabled': 'rss.enabled',
  'Set-NetAdapterRss -BaseProcessorNumber': 'rss.baseProcessor',
  'Set-NetAdapterRss -BaseProcessorGroup': 'rss.baseGroup',
  'Set-NetAdapterRss -MaxProcessors': 'rss.maxProcessors',
  'Set-NetAdapterRss -NumberOfReceiveQueues': 'queues',
  'Set-NetAdapterRss -NumaNode': 'rss.numaNode',
  'Set-NetAdapterLso -V1IPv4Enabled': 'lsoV1',
  'Set-NetAdapterLso -IPv4Enabled': 'lsoV2',
  'Set-NetAdapterLso -IPv6Enabled': 'lsoV2',
  'NetAdapterChecksumOffload': 'checksumOffload',
  'NetAdapterVmq': 'vmq.enabled',
  '*VMQVlanFiltering': 'vmq.vlanFiltering',
  '*RssOrVmqPreference': 'vmq.preference',
  '*TCPConnectionOffloadIPv4': 'connectionOffload.ipv4',
  '*TCPConnectionOffloadIPv6': 'connectionOffload.ipv6',
  '*InterruptModeration': 'moderation',
  '*JumboPacket': 'mtu',
  '*ReceiveBuffers': 'receiveDescriptors',
  '*TransmitBuffers': 'transmitDescriptors',
  'Set-NetOffloadGlobalSetting -ReceiveSideScaling': 'windows.netsh.rss',
  'Set-NetOffloadGlobalSetting -Chimney': 'windows.netsh.chimney',
  'Set-NetOffloadGlobalSetting -TaskOffload': 'windows.netsh.taskOffload',
  'Set-NetTCPSetting -ScalingHeuristics': 'windows.netsh.windowScaling',
  'Set-NetTCPSetting -AutoTuningLevelLocal': 'tcp.autoTuning',
  'Set-NetTCPSetting -CongestionProvider': 'tcp.congestion',
  'Set-NetTCPSetting -EcnCapability': 'tcp.ecn',
  'Set-NetTCPSetting -Timestamps': 'tcp.timestamps',
  'Set-NetTCPSetting -InitialRtoMs': 'tcp.initialRto',
  'Set-NetTCPSetting -DelayedAckTimeoutMs': 'tcp.delayedAck',
};

/** What a word of PowerShell, or a number of a keyword, means for a property of the document. */
function meaning(property: string, word: string): unknown {
  if (property === 'rss.numaNode') return word === '65535' ? undefined : Number(word);
  if (property === 'vmq.preference') return word === '1' ? 'vmq' : 'rss';
  if (property === 'moderation') return { mode: word === '1' ? 'adaptive' : 'off' };
  if (property === 'mtu') return Number(word) - 14;
  if (/^connectionOffload|^vmq/.test(property)) return word === '1';
  if (/^tcp\.(initialRto|delayedAck)$/.test(property)) return `${word} ms`;
  if (/^windows|^tcp\.(autoTuning|congestion)$/.test(property)) return word.toLowerCase();
  if (/^tcp\./.test(property)) return word === 'Enabled';
  return /^\$/.test(word) ? word === '$true' : Number(word);
}

function powershell(line: string, draft: HostDraft, names: readonly string[]): void {
  const at = (name: string) => `nics[${names.indexOf(name)}].`;
  const set = (prefix: string, property: string | undefined, word: string) => {
    if (property === undefined) throw new Error(`PowerShell does not know: ${line}`);
    setAt(draft, `${prefix}${property}`, meaning(property, word));
  };
  const [, turn, noun, turned] = /^(Enable|Disable)-(NetAdapter\w+) -Name "([^"]+)"$/.exec(line) ?? [];
  const [, removed, gone] = /^Remove-NetAdapterAdvancedProperty -Name "([^"]+)" -RegistryKeyword "([^"]+)"$/.exec(line) ?? [];
  const [, adapter, keyword, number] =
    /^Set-NetAdapterAdvancedProperty -Name "([^"]+)" -RegistryKeyword "([^"]+)" -RegistryValue (\d+)(?: -AllProperties)?$/.exec(line) ?? [];
  if (turned) return setAt(draft, `${at(turned)}${properties[noun!]!}`, turn === 'Enable');
  if (removed) return setAt(draft, `${at(removed)}${properties[gone!]!}`, undefined);
  if (adapter) return set(at(adapter), properties[keyword!], number!);
  const [, cmdlet, name, rest] = /^(Set-\w+)(?: -Name "([^"]+)"| -SettingName InternetCustom)?((?: -\w+ \S+)+)$/.exec(line) ?? [];
  for (const [, parameter, word] of (rest ?? line).matchAll(/ -(\w+) (\S+)/g))
    set(name ? at(name) : '', properties[`${cmdlet!} -${parameter!}`], word!);
}

const lineTools = { netsh: { comment: 'rem', run: netsh }, powershell: { comment: '#', run: powershell } };

/** The host after a script. @param names of its adapters in Windows; their subkeys are those of the emulated registry */
export function afterScript(tool: 'netsh' | 'reg' | 'powershell', script: string, before: HostDraft, names: readonly string[]): HostDraft {
  const draft = structuredClone(before);
  if (tool === 'reg') reg(script, draft);
  else
    for (const line of script.split('\n')) if (line && !line.startsWith(lineTools[tool].comment)) lineTools[tool].run(line, draft, names);
  return draft;
}
