// A host of the document as ui/effective asks about it: one adapter, one virtual machine, one connection. What the document leaves out is
// as the version installs it.

import { defaultSettings } from '../effective/defaults.ts';
import { guests } from '../effective/guests.ts';
import type { AdapterSettings, ConnectionFacts, HostSettings, VirtualMachineSettings, WindowsSettings } from '../effective/settings.ts';
import type { Host, Nic } from './schema.ts';

export type VirtualMachine = Host['virtualMachines'][number];

/** What only a run knows. */
export interface Observed {
  readonly offloadedConnections?: number;
  readonly queuesTaken?: number;
  readonly connection?: Partial<ConnectionFacts>;
}

const MS = 1e9;

function hostSettings({ os, processors, chipset, windows }: Host, installed: HostSettings): HostSettings {
  const { netsh, registry } = windows;
  return {
    os,
    edition: windows.edition,
    platform: windows.platform,
    processors: { cores: processors.sockets * processors.coresPerSocket, threadsPerCore: processors.threadsPerCore as 1 | 2 },
    chipset: { ioat: chipset.copyEngine, dca: chipset.cacheAccess },
    firmware: { ioat: chipset.copyEngineEnabled, dca: chipset.cacheAccessEnabled, hyperThreading: true },
    netsh: {
      rss: netsh.rss ?? installed.netsh.rss,
      chimney: netsh.chimney ?? installed.netsh.chimney,
      netdma: netsh.netdma ?? installed.netsh.netdma,
      dca: netsh.dca ?? installed.netsh.dca,
      taskOffload: netsh.taskOffload,
    },
    chimneyPorts: windows.chimneyPorts.map(({ state, localPort = null, remotePort = null }) => ({ state, localPort, remotePort })),
    chimneyApplications: windows.chimneyApplications,
    registry: {
      EnableRSS: registry.EnableRSS ?? installed.registry.EnableRSS,
      EnableTCPChimney: registry.EnableTCPChimney ?? installed.registry.EnableTCPChimney,
      EnableTCPA: registry.EnableTCPA ?? installed.registry.EnableTCPA,
      DisableTaskOffload: registry.DisableTaskOffload ?? null,
      MaxNumRssCpus: registry.MaxNumRssCpus ?? null,
      RssBaseCpu: registry.RssBaseCpu ?? null,
      TenGigVmqEnabled: (registry.TenGigVmqEnabled ?? 0) as 0 | 1 | 2,
      BelowTenGigVmqEnabled: (registry.BelowTenGigVmqEnabled ?? 0) as 0 | 1 | 2,
    },
    roles: windows.roles,
    software: windows.software,
    updates: windows.updates,
  };
}

/** The virtual network that an adapter is bound to, or undefined. */
export const networkOn = ({ virtualNetworks }: Host, { name }: Nic) =>
  virtualNetworks.find(({ kind, adapter }) => kind === 'external' && adapter === name);

function adapterSettings(host: Host, nic: Nic, installed: AdapterSettings, { offloadedConnections = 0 }: Observed): AdapterSettings {
  const { capabilities, connectionOffload, vmq, rss } = nic;
  return {
    linkBps: nic.speed,
    driverNdis: nic.driver ?? installed.driverNdis,
    capabilities: { ...capabilities, rssQueues: nic.queues, msiX: nic.interrupts === 'msix' },
    properties: {
      rss: rss.enabled,
      rssBaseProcNumber: rss.baseProcessor,
      rssBaseProcGroup: rss.baseGroup,
      maxRssProcessors: rss.maxProcessors,
      checksum: nic.checksumOffload,
      lsoV1: nic.lsoV1,
      lsoV2: nic.lsoV2,
      moderation: nic.moderation.mode !== 'off',
      chimneyIPv4: connectionOffload.ipv4 ?? installed.properties.chimneyIPv4,
      chimneyIPv6: connectionOffload.ipv6 ?? installed.properties.chimneyIPv6,
      vmq: vmq.enabled,
      vmqVlanFiltering: vmq.vlanFiltering,
      vmqLookaheadSplit: vmq.lookaheadSplit,
      rssOrVmqPreference: vmq.preference === 'vmq' ? 1 : 0,
    },
    team: nic.team,
    binding: networkOn(host, nic) ? 'virtual-switch' : 'tcpip',
    offloadedConnections,
  };
}

function machineSettings(host: Host, machine: VirtualMachine, queuesTaken: number): VirtualMachineSettings {
  const { guest, integrationServices, adapter, optimizations, vlan, chimney } = machine;
  const network = host.virtualNetworks.find(({ name }) => name === machine.network)?.kind ?? 'private';
  return {
    guest,
    integrationServices,
    adapter,
    network,
    optimizations,
    vlan,
    chimney: chimney ?? guests[guest].initialChimney,
    queuesTaken,
  };
}

/** Virtual machines before this one, in the order of the document, that ask for a queue of the same adapter. */
function queuesBefore({ virtualMachines }: Host, machine: VirtualMachine): number {
  const index = virtualMachines.indexOf(machine);
  return virtualMachines.slice(0, index).filter(({ network, optimizations }) => network === machine.network && optimizations).length;
}

/** The thresholds of the automatic mode. */
const assumptionsOf = ({ windows: { automaticChimney } }: Host): WindowsSettings['assumptions'] => ({
  chimneyAutomatic: {
    linkBps: automaticChimney.linkSpeed,
    roundTripMs: automaticChimney.roundTrip / MS,
    bytes: automaticChimney.bytes,
  },
});

/** @param machine  null: a host whose virtual machines are not asked about */
export function windowsSettings(host: Host, nic: Nic, machine: VirtualMachine | null = null, observed: Observed = {}): WindowsSettings {
  const installed = defaultSettings(host.os, host.windows.updates);
  return {
    host: hostSettings(host, installed.host),
    adapter: adapterSettings(host, nic, installed.adapter, observed),
    virtualMachine: machine
      ? machineSettings(host, machine, observed.queuesTaken ?? queuesBefore(host, machine))
      : installed.virtualMachine,
    connection: { ...installed.connection, ...observed.connection },
    assumptions: assumptionsOf(host),
  };
}
