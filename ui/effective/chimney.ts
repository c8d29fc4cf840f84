// TCP Chimney Offload of the operating system that owns the computer: the system as a whole, the adapter, one connection.

import type { Note } from '../features/rss.ts';
import { missingUpdates } from './advice.ts';
import { chimneyCapabilityGate, chimneyDriverGate, chimneyPropertyGate, chimneyTeamGate } from './chimney-adapter.ts';
import { automaticLinkGate, connectionGates, type ConnectionOwner } from './chimney-connection.ts';
import { chimneyFilterGates } from './chimney-filters.ts';
import { failure, type Feature, type Gate } from './gates.ts';
import type { Rule, WindowsVersion } from './os/version.ts';
import { versionOf } from './os/versions.ts';
import { type SettingPath, settingAt } from './setting-paths.ts';
import type { WindowsSettings } from './settings.ts';
import { switchGate, switchMode, versionGate } from './common-gates.ts';
import { assumed, CHIMNEY_MONITORING, CONNECTION_CAPABILITIES, KB951037 } from './sources.ts';

export const hostConnections: ConnectionOwner = {
  mode: (settings) => switchMode(settings, 'chimney'),
  enable: (settings) => {
    const { path, on } = versionOf(settings).switches.chimney;
    return { path, value: on };
  },
  hasIpsecPolicy: ({ host }) => host.software.ipsecPolicy,
  firewallUploads: (settings) => settings.host.software.windowsFirewall && versionOf(settings).chimney.firewallUploads.has,
};

type Blocker = {
  [K in keyof WindowsVersion['chimney']]: WindowsVersion['chimney'][K] extends Rule ? K : never;
}[keyof WindowsVersion['chimney']];

const blockedBy = (rule: Blocker, path: SettingPath, title: string, sentence: string): Gate => ({
  id: rule === 'anyIpsecPolicy' ? 'ipsec-policy' : rule === 'hyperV' ? 'hyper-v' : rule,
  scope: 'computer',
  title,
  requires: `${title} does not stand against chimney.`,
  evidence: (settings) => versionOf(settings).chimney[rule].evidence,
  fails: (settings) =>
    settingAt(settings, path) === true && versionOf(settings).chimney[rule].blocks ? { sentence, change: { path, value: false } } : null,
});

const otherFirewallGate: Gate = {
  id: 'other-firewall',
  scope: 'computer',
  title: 'Firewall of another vendor',
  requires: 'No firewall of another vendor stands against chimney.',
  evidence: KB951037,
  fails: ({ host }) =>
    host.software.otherFirewall === 'no-offload'
      ? failure('The firewall has to see every packet and does not support offload.', 'host.software.otherFirewall', 'none')
      : null,
};

/** A mode that came with a later version does not work in this one. */
const modeGate: Gate = {
  id: 'mode',
  scope: 'computer',
  title: 'Mode',
  requires: 'The version has the mode that chimney is set to.',
  evidence: CHIMNEY_MONITORING,
  fails: (settings) => {
    const mode = hostConnections.mode(settings);
    return versionOf(settings).chimneyModes.includes(mode)
      ? null
      : { sentence: `${versionOf(settings).label} does not have the ${mode} mode.`, change: hostConnections.enable(settings) };
  },
};

export const chimneyGates: readonly Gate[] = [
  versionGate('chimney'),
  blockedBy('hyperV', 'host.roles.hyperV', 'Hyper-V', 'On a computer with Hyper-V no operating system of this version uses chimney.'),
  blockedBy('nlb', 'host.roles.nlb', 'Network Load Balancing', 'With Network Load Balancing nothing is offloaded.'),
  blockedBy('nat', 'host.roles.nat', 'Address translation', 'With NAT or Internet Connection Sharing nothing is offloaded.'),
  blockedBy('anyIpsecPolicy', 'host.software.ipsecPolicy', 'IPsec', 'An IPsec policy applies; this version then offloads nothing.'),
  otherFirewallGate,
  switchGate('chimney'),
  modeGate,
  chimneyCapabilityGate,
  chimneyDriverGate,
  chimneyPropertyGate,
  chimneyTeamGate,
  automaticLinkGate(hostConnections),
  ...connectionGates(hostConnections, chimneyFilterGates),
];

/** What is worth knowing of connections in an adapter, whoever owns them. */
export function offloadNotes({ host, connection }: WindowsSettings): Note[] {
  const found: Note[] = [];
  if (host.software.networkMonitor)
    found.push({
      path: 'host.software.networkMonitor',
      message: 'A network monitor on this computer does not see the packets of offloaded connections.',
      evidence: KB951037,
    });
  if (connection.ipv4Options)
    found.push({
      path: 'connection.ipv4Options',
      message: 'The host still handles packets with IPv4 options, and hands their data back to the adapter.',
      evidence: CONNECTION_CAPABILITIES,
    });
  return found;
}

function notes(settings: WindowsSettings): Note[] {
  const found = offloadNotes(settings);
  if (switchMode(settings, 'netdma') === 'enabled' && versionOf(settings).features.netdma.has)
    found.push({
      path: versionOf(settings).switches.netdma.path,
      message: 'NetDMA is enabled too: it copies for connections that stay in the host, never for offloaded ones.',
      evidence: assumed('The two cannot be used together; that this is meant for each connection is a reading.'),
    });
  return [...found, ...missingUpdates(settings, 'chimney')];
}

export const chimney: Feature = { id: 'chimney', scope: 'adapter', gates: chimneyGates, notes };
