// TCP Chimney of an adapter as the emulated packet path needs it: what ui/effective says of host and adapter as one reason, and what is
// asked of each connection as plain numbers.

import { ChimneyFilter, ChimneyMode, ChimneyReason } from '../abi/abi.gen.ts';
import { hostConnections, chimneyGates } from '../effective/chimney.ts';
import { featureState } from '../effective/features.ts';
import { versions } from '../effective/os/versions.ts';
import type { WindowsSettings } from '../effective/settings.ts';
import { guestConnections } from '../effective/vm-chimney.ts';
import type { VirtualMachine, VirtualNetwork } from './guests.ts';
import type { Host, Nic } from './schema.ts';
import { guestSettings } from './vmq-settings.ts';
import { windowsSettings } from './windows-settings.ts';

export interface ResolvedChimney {
  /** Whether the hardware can take connections at all, now. */
  able: boolean;
  /** First gate of host and adapter that does not pass, and those of each family. */
  reason: ChimneyReason;
  reasonIPv4: ChimneyReason;
  reasonIPv6: ChimneyReason;
  mode: ChimneyMode;
  connections: number;
  /** Thresholds of the automatic mode. */
  roundTripPs: number;
  bytes: number;
  ports: { state: 'enabled' | 'disabled'; localPort: number; remotePort: number }[];
  applications: { state: 'enabled' | 'disabled'; application: string }[];
  /** An IPsec policy applies, and keeps only connections that it covers in the host. The document does not say which: all (assumed). */
  ipsecCovers: boolean;
  optionalUploads: boolean;
  retroactive: boolean;
  /** A change of this adapter uploads the connections of the others: KB 2477730 is missing. */
  uploadsOthers: boolean;
}

/** The link may run slower than the adapter could. */
function settingsOf(host: Host, nic: Nic, linkBps: number): WindowsSettings {
  const settings = windowsSettings(host, nic);
  return { ...settings, adapter: { ...settings.adapter, linkBps } };
}

const pascal = (id: string): string => id.replace(/(^|-)(\w)/g, (_all, _dash, first: string) => first.toUpperCase());

/** The number by which the core knows a gate of ui/effective. */
export function reasonOfGate(id: string): ChimneyReason {
  const reason = (ChimneyReason as Readonly<Record<string, ChimneyReason>>)[pascal(id)];
  if (reason === undefined) throw new Error(`The core has no reason for the gate “${id}”.`);
  return reason;
}

function familyReason(settings: WindowsSettings, family: 'ipv4' | 'ipv6'): ChimneyReason {
  const asked: WindowsSettings = { ...settings, connection: { ...settings.connection, family } };
  const failed = chimneyGates.find(({ id, fails }) => id.startsWith('family-') && fails(asked) !== null);
  return failed ? reasonOfGate(failed.id) : ChimneyReason.None;
}

const modes = { disabled: ChimneyMode.Disabled, enabled: ChimneyMode.Enabled, automatic: ChimneyMode.Automatic } as const;

export function resolveChimney(host: Host, nic: Nic, linkBps: number): ResolvedChimney {
  const { windows, os } = host;
  const settings = settingsOf(host, nic, linkBps);
  const { failed } = featureState('chimney', settings, 'adapter');
  const version = versions[os];
  return {
    able: nic.capabilities.chimneyIPv4 || nic.capabilities.chimneyIPv6,
    reason: host.kind === 'ideal' ? ChimneyReason.Ideal : failed ? reasonOfGate(failed.id) : ChimneyReason.None,
    reasonIPv4: familyReason(settings, 'ipv4'),
    reasonIPv6: familyReason(settings, 'ipv6'),
    mode: modes[hostConnections.mode(settings)],
    connections: nic.capabilities.chimneyConnections,
    roundTripPs: windows.automaticChimney.roundTrip,
    bytes: windows.automaticChimney.bytes,
    ports: windows.chimneyPorts.map(({ state, localPort, remotePort }) => ({
      state,
      localPort: localPort ?? 0,
      remotePort: remotePort ?? 0,
    })),
    applications: windows.chimneyApplications,
    ipsecCovers: windows.software.ipsecPolicy && !version.chimney.anyIpsecPolicy.blocks,
    optionalUploads: windows.chimneyBehaviour.optionalUploads,
    retroactive: windows.chimneyBehaviour.retroactive,
    uploadsOthers: version.updates.some(({ id }) => id === 'KB 2477730') && !windows.updates.includes('KB 2477730'),
  };
}

/** The adapter behind a virtual network, and what is asked about a virtual machine on it. */
export interface GuestPath {
  host: Host;
  network: VirtualNetwork;
  machine: VirtualMachine;
  /** null: the network ends at the host. */
  nic: Nic | null;
  linkBps: number;
}

/**
 * Virtual Machine Chimney of the adapter of a virtual machine. Thresholds and behaviour are those of the host's document, tables and
 * policies inside the guest are left out.
 */
export function resolveGuestChimney({ host, network, machine, nic, linkBps }: GuestPath): ResolvedChimney {
  const { automaticChimney, chimneyBehaviour } = host.windows;
  const common = {
    roundTripPs: automaticChimney.roundTrip,
    bytes: automaticChimney.bytes,
    ports: [],
    applications: [],
    ipsecCovers: false,
    ...chimneyBehaviour,
    uploadsOthers: false,
  };
  if (nic === null) {
    const never = { able: false, reason: ChimneyReason.Network, reasonIPv4: ChimneyReason.None, reasonIPv6: ChimneyReason.None };
    return { ...common, ...never, mode: ChimneyMode.Disabled, connections: 0 };
  }
  const settings = guestSettings(host, nic, linkBps, network, machine);
  const { failed } = featureState('vm-chimney', settings, 'virtual machine');
  return {
    ...common,
    able: nic.capabilities.chimneyIPv4 || nic.capabilities.chimneyIPv6,
    reason: failed ? reasonOfGate(failed.id) : ChimneyReason.None,
    reasonIPv4: familyReason(settings, 'ipv4'),
    reasonIPv6: familyReason(settings, 'ipv6'),
    mode: modes[guestConnections.mode(settings)],
    connections: nic.capabilities.chimneyConnections,
  };
}

/** What the application table says of a program. Paths are compared as Windows compares file names. */
export function programFilter({ applications }: ResolvedChimney, program: string): ChimneyFilter {
  const entry = applications.find(({ application }) => application.toLowerCase() === program.toLowerCase());
  return entry === undefined ? ChimneyFilter.None : filterOf(entry.state);
}

export const filterOf = (state: 'enabled' | 'disabled'): ChimneyFilter =>
  state === 'enabled' ? ChimneyFilter.Enabled : ChimneyFilter.Disabled;
