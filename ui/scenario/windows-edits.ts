// The way back from ui/effective: where a setting stands in the document, and the edits that a change of it comes to.

import type { Change, SettingPath } from '../effective/setting-paths.ts';
import type { Host, Nic } from './schema.ts';
import { networkOn } from './windows-settings.ts';

/** Which host, adapter and virtual machine a setting is about, by index. */
export interface SettingPlace {
  readonly host: number;
  readonly nic: number;
  /** null: no virtual machine is asked about. */
  readonly machine: number | null;
}

/** One property of the document; undefined takes it away, so that it is as installed. */
export interface DocumentEdit {
  readonly path: string;
  readonly value: unknown;
}

type Place = 'host' | 'nic' | 'machine';
interface Home {
  readonly of: Place;
  readonly path: string;
  /** Value of the setting -> value of the document; as it is, and null taken away, when absent. */
  readonly write?: (value: never) => unknown;
}

const home = (of: Place, path: string, write?: (value: never) => unknown): Home => ({ of, path, ...(write ? { write } : {}) });
const windows = (path: string, write?: (value: never) => unknown): Home => home('host', `windows.${path}`, write);
const nic = (path: string, write?: (value: never) => unknown): Home => home('nic', path, write);
const machine = (path: string): Home => home('machine', path);

type Port = { state: string; localPort: number | null; remotePort: number | null };
const portEntry = ({ state, localPort, remotePort }: Port) => ({
  state,
  ...(localPort === null ? {} : { localPort }),
  ...(remotePort === null ? {} : { remotePort }),
});

const MS = 1e9;

/** Settings that are one property of the document. */
const homes: Readonly<Partial<Record<SettingPath, Home>>> = {
  'host.os': home('host', 'os'),
  'host.edition': windows('edition'),
  'host.platform': windows('platform'),
  'host.processors.threadsPerCore': home('host', 'processors.threadsPerCore'),
  'host.chipset.ioat': home('host', 'chipset.copyEngine'),
  'host.chipset.dca': home('host', 'chipset.cacheAccess'),
  'host.firmware.ioat': home('host', 'chipset.copyEngineEnabled'),
  'host.firmware.dca': home('host', 'chipset.cacheAccessEnabled'),
  'host.netsh.rss': windows('netsh.rss'),
  'host.netsh.chimney': windows('netsh.chimney'),
  'host.netsh.netdma': windows('netsh.netdma'),
  'host.netsh.dca': windows('netsh.dca'),
  'host.netsh.taskOffload': windows('netsh.taskOffload'),
  'host.chimneyPorts': windows('chimneyPorts', (ports: readonly Port[]) => ports.map(portEntry)),
  'host.chimneyApplications': windows('chimneyApplications'),
  'host.registry.EnableRSS': windows('registry.EnableRSS'),
  'host.registry.EnableTCPChimney': windows('registry.EnableTCPChimney'),
  'host.registry.EnableTCPA': windows('registry.EnableTCPA'),
  'host.registry.DisableTaskOffload': windows('registry.DisableTaskOffload'),
  'host.registry.MaxNumRssCpus': windows('registry.MaxNumRssCpus'),
  'host.registry.RssBaseCpu': windows('registry.RssBaseCpu'),
  'host.registry.TenGigVmqEnabled': windows('registry.TenGigVmqEnabled'),
  'host.registry.BelowTenGigVmqEnabled': windows('registry.BelowTenGigVmqEnabled'),
  'host.roles.hyperV': windows('roles.hyperV'),
  'host.roles.nlb': windows('roles.nlb'),
  'host.roles.nat': windows('roles.nat'),
  'host.roles.failoverCluster': windows('roles.failoverCluster'),
  'host.software.windowsFirewall': windows('software.windowsFirewall'),
  'host.software.otherFirewall': windows('software.otherFirewall'),
  'host.software.ipsecPolicy': windows('software.ipsecPolicy'),
  'host.software.networkMonitor': windows('software.networkMonitor'),
  'host.updates': windows('updates'),
  'adapter.linkBps': nic('speed'),
  'adapter.driverNdis': nic('driver'),
  'adapter.capabilities.rss': nic('capabilities.rss'),
  'adapter.capabilities.rssQueues': nic('queues'),
  'adapter.capabilities.msiX': nic('interrupts', (on: boolean) => (on ? 'msix' : 'msi')),
  'adapter.capabilities.checksum': nic('capabilities.checksum'),
  'adapter.capabilities.lsoV1': nic('capabilities.lsoV1'),
  'adapter.capabilities.lsoV2': nic('capabilities.lsoV2'),
  'adapter.capabilities.moderation': nic('capabilities.moderation'),
  'adapter.capabilities.chimneyIPv4': nic('capabilities.chimneyIPv4'),
  'adapter.capabilities.chimneyIPv6': nic('capabilities.chimneyIPv6'),
  'adapter.capabilities.chimneyConnections': nic('capabilities.chimneyConnections'),
  'adapter.capabilities.vmqQueues': nic('capabilities.vmqQueues'),
  'adapter.capabilities.vmqVlanFilter': nic('capabilities.vmqVlanFilter'),
  'adapter.capabilities.vmqLookaheadSplit': nic('capabilities.vmqLookaheadSplit'),
  'adapter.properties.rss': nic('rss.enabled'),
  'adapter.properties.rssBaseProcNumber': nic('rss.baseProcessor'),
  'adapter.properties.rssBaseProcGroup': nic('rss.baseGroup'),
  'adapter.properties.maxRssProcessors': nic('rss.maxProcessors'),
  'adapter.properties.checksum': nic('checksumOffload'),
  'adapter.properties.lsoV1': nic('lsoV1'),
  'adapter.properties.lsoV2': nic('lsoV2'),
  'adapter.properties.moderation': nic('moderation', (on: boolean) => ({ mode: on ? 'adaptive' : 'off' })),
  'adapter.properties.chimneyIPv4': nic('connectionOffload.ipv4'),
  'adapter.properties.chimneyIPv6': nic('connectionOffload.ipv6'),
  'adapter.properties.vmq': nic('vmq.enabled'),
  'adapter.properties.vmqVlanFiltering': nic('vmq.vlanFiltering'),
  'adapter.properties.vmqLookaheadSplit': nic('vmq.lookaheadSplit'),
  'adapter.properties.rssOrVmqPreference': nic('vmq.preference', (offers: 0 | 1) => (offers ? 'vmq' : 'rss')),
  'adapter.team.member': nic('team.member'),
  'adapter.team.rss': nic('team.rss'),
  'adapter.team.chimney': nic('team.chimney'),
  'adapter.team.vmq': nic('team.vmq'),
  'virtualMachine.guest': machine('guest'),
  'virtualMachine.integrationServices': machine('integrationServices'),
  'virtualMachine.adapter': machine('adapter'),
  'virtualMachine.optimizations': machine('optimizations'),
  'virtualMachine.vlan': machine('vlan'),
  'virtualMachine.chimney': machine('chimney'),
  'assumptions.chimneyAutomatic.linkBps': windows('automaticChimney.linkSpeed'),
  'assumptions.chimneyAutomatic.roundTripMs': windows('automaticChimney.roundTrip', (ms: number) => ms * MS),
  'assumptions.chimneyAutomatic.bytes': windows('automaticChimney.bytes'),
};

function prefixOf(of: Place, { host, nic: number, machine: index }: SettingPlace): string | null {
  if (of === 'host') return `hosts[${host}]`;
  if (of === 'nic') return `hosts[${host}].nics[${number}]`;
  return index === null ? null : `hosts[${host}].virtualMachines[${index}]`;
}

/** Where a setting stands in the document; null for facts of a run, and for what several properties make up together. */
export function documentPath(setting: SettingPath, place: SettingPlace): string | null {
  const found = homes[setting];
  const prefix = found && prefixOf(found.of, place);
  return prefix ? `${prefix}.${found.path}` : null;
}

/** The setting that a property of the document is, with the place that it is about. */
export function settingOf(path: string): { setting: SettingPath; place: SettingPlace } | null {
  const [, host, , nicIndex, , machineIndex, rest] =
    /^hosts\[(\d+)\](\.nics\[(\d+)\]|(\.virtualMachines\[(\d+)\])?)\.(.+)$/.exec(path) ?? [];
  if (rest === undefined) return null;
  const of: Place = nicIndex !== undefined ? 'nic' : machineIndex !== undefined ? 'machine' : 'host';
  const fits = (home: Home) =>
    home.of === of && (rest === home.path || rest.startsWith(`${home.path}.`) || rest.startsWith(`${home.path}[`));
  const found = (Object.keys(homes) as SettingPath[]).find((setting) => fits(homes[setting]!));
  if (!found) return null;
  return {
    setting: found,
    place: { host: Number(host), nic: Number(nicIndex ?? 0), machine: machineIndex === undefined ? null : Number(machineIndex) },
  };
}

/** Binds an adapter to a virtual switch, or to TCP/IP. */
function bindingEdits(host: Host, bound: Nic, value: unknown, at: string): DocumentEdit[] {
  const path = `${at}.virtualNetworks`;
  const others = host.virtualNetworks.filter((network) => network !== networkOn(host, bound));
  if (value === 'tcpip') return [{ path, value: others }];
  const names = others.map(({ name }) => name);
  const name = names.includes('External') ? `${bound.name}-network` : 'External';
  return [{ path, value: [...others, { name, kind: 'external', adapter: bound.name, management: true }] }];
}

/** Connects a virtual machine to a virtual network of another kind; the network itself becomes one where there is none. */
function networkEdits(host: Host, { machine: index }: SettingPlace, kind: unknown, at: string): DocumentEdit[] {
  const found = host.virtualNetworks.find((network) => network.kind === kind);
  if (index === null) return [];
  if (found) return [{ path: `${at}.virtualMachines[${index}].network`, value: found.name }];
  const own = host.virtualNetworks.findIndex(({ name }) => name === host.virtualMachines[index]!.network);
  const free = host.nics.find((adapter) => !networkOn(host, adapter));
  return [
    { path: `${at}.virtualNetworks[${own}].kind`, value: kind },
    { path: `${at}.virtualNetworks[${own}].adapter`, value: kind === 'external' ? free?.name : undefined },
  ];
}

/**
 * The edits that bring a changed setting into the document.
 * @returns none for facts of a run, which nobody can set
 */
export function settingEdits(host: Host, place: SettingPlace, { path, value }: Change): DocumentEdit[] {
  const at = `hosts[${place.host}]`;
  if (path === 'adapter.binding') return bindingEdits(host, host.nics[place.nic]!, value, at);
  if (path === 'virtualMachine.network') return networkEdits(host, place, value, at);
  if (path === 'host.processors.cores')
    return [{ path: `${at}.processors.coresPerSocket`, value: Math.ceil((value as number) / host.processors.sockets) }];
  const target = documentPath(path, place);
  if (target === null) return [];
  const { write } = homes[path]!;
  const written = write ? write(value as never) : value;
  return [{ path: target, value: written === null ? undefined : written }];
}

/** The settings that the document has, each as one property. */
export const settingPaths = Object.keys(homes) as readonly SettingPath[];
