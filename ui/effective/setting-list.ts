// Every setting with its label, the place where it is set, and the values it can have. Forms, messages and random tests read this table.
// Values of the registry are those of ui/registry/known-values.ts.

import { shortRegistryPath } from '../registry/paths.ts';
import { knownKeyPath } from '../registry/read-known.ts';
import { osIds } from './os/versions.ts';
import { knownValuesOf, type PropertyName, type RegistryName, type RegistryPath } from './registry-values.ts';
import type { SettingPath } from './setting-paths.ts';
import {
  BINDINGS, CHIMNEY_MODES, CONNECTION_PATHS, EDITIONS, GUEST_IDS, NDIS_VERSIONS, OTHER_FIREWALLS, PLATFORMS, SWITCH_STATES, TCP_STATES,
  VIRTUAL_ADAPTERS, VIRTUAL_NETWORKS,
} from './settings.ts'; // prettier-ignore

export interface SettingField {
  readonly label: string;
  /** Where it is set: a command, a registry value, a page of properties. */
  readonly where: string;
  /** The values that it can have; a number may have bounds instead, a list or a text neither. */
  readonly choices?: readonly (string | number | boolean | null)[];
  readonly min?: number;
  readonly max?: number;
  /** A registry value that may be absent. */
  readonly optional?: boolean;
}

const oneOf = (label: string, where: string, choices: readonly (string | number | boolean | null)[]): SettingField => ({
  label,
  where,
  choices,
});
const toggle = (label: string, where: string) => oneOf(label, where, [false, true]);
const count = (label: string, where: string, min: number, max: number): SettingField => ({ label, where, min, max });
const free = (label: string, where: string): SettingField => ({ label, where });

const ADVANCED = 'Advanced properties of the adapter';

/** Settings that always have a number: 0 stands for the system's default, and properties of adapters have one. */
const notOptional: readonly string[] = [
  'host.registry.TenGigVmqEnabled',
  'host.registry.BelowTenGigVmqEnabled',
  'adapter.properties.rssBaseProcNumber',
  'adapter.properties.rssBaseProcGroup',
  'adapter.properties.maxRssProcessors',
  'adapter.properties.rssOrVmqPreference',
];

const netsh = (label: string, tag: string, states: readonly string[] = SWITCH_STATES) =>
  oneOf(label, `netsh interface tcp set global ${tag}=`, states);

/** Numbers of processors and of processors in a group end here where known-values.ts names no largest one. */
const mostProcessors = 64;

/** The newest version's place first; an older version may have had the value elsewhere. */
function whereOf(path: RegistryPath): string {
  const known = knownValuesOf(path);
  const { name, place } = known.at(-1)!;
  if (place === 'adapter') return `${ADVANCED}, ${known.map((one) => one.name).join(', ')}`;
  const before = known.length > 1 ? ` (Windows Server 2003 SP2: ${knownKeyPath(known[0]!).split('\\').slice(-2).join('\\')})` : '';
  return `${shortRegistryPath(knownKeyPath(known.at(-1)!))}, ${name}${before}`;
}

/** A value of the registry, with the numbers that Windows reads from it. */
function registryValue(path: RegistryPath, label: string, most = mostProcessors): SettingField {
  const { allowed } = knownValuesOf(path).at(-1)!;
  const optional = !notOptional.includes(path);
  if (allowed.kind === 'range')
    return { ...count(label, whereOf(path), allowed.min, allowed.readTo ?? allowed.max ?? most), ...(optional ? { optional } : {}) };
  const numbers = Object.keys(allowed.texts).map(Number);
  return oneOf(label, whereOf(path), optional ? [null, ...numbers] : numbers);
}

const value = (name: RegistryName, label: string, most?: number) => registryValue(`host.registry.${name}`, label, most);

/** A property with a label that several keywords share, or that of its keyword. */
function property(name: PropertyName, label = knownValuesOf(`adapter.properties.${name}`)[0]!.label!): SettingField {
  const path: RegistryPath = `adapter.properties.${name}`;
  const { allowed } = knownValuesOf(path)[0]!;
  return allowed.kind === 'range' ? registryValue(path, label) : toggle(label, whereOf(path));
}

const capability = (label: string) => toggle(label, 'network adapter and its driver');

const MACHINE = 'settings of the virtual machine';
const CONNECTION = 'the connection';
const MODEL = 'a parameter of the model';

export const settingList: Readonly<Record<SettingPath, SettingField>> = {
  'host.os': oneOf('Operating system', 'installed version of Windows', osIds),
  'host.edition': oneOf('Edition', 'installed edition of Windows', EDITIONS),
  'host.platform': oneOf('Platform', 'installed version of Windows', PLATFORMS),
  'host.processors.cores': count('Processor cores', 'the computer', 1, 256),
  'host.processors.threadsPerCore': oneOf('Threads per core', 'the computer', [1, 2]),
  'host.chipset.ioat': toggle('I/OAT copy engine', 'chipset'),
  'host.chipset.dca': toggle('Direct Cache Access', 'chipset'),
  'host.firmware.ioat': toggle('I/OAT', 'BIOS'),
  'host.firmware.dca': toggle('Direct Cache Access', 'BIOS'),
  'host.firmware.hyperThreading': toggle('Hyper-threading', 'BIOS'),
  'host.netsh.rss': netsh('Receive-side scaling state', 'rss'),
  'host.netsh.chimney': netsh('Chimney offload state', 'chimney', CHIMNEY_MODES),
  'host.netsh.netdma': netsh('NetDMA state', 'netdma'),
  'host.netsh.dca': netsh('Direct Cache Access', 'dca'),
  'host.netsh.taskOffload': oneOf('Task offload', 'netsh interface ip set global taskoffload=', SWITCH_STATES),
  'host.chimneyPorts': free('Port filters of chimney', 'netsh interface tcp add or delete chimneyport'),
  'host.chimneyApplications': free('Application filters of chimney', 'netsh interface tcp add or delete chimneyapplication'),
  'host.registry.EnableRSS': value('EnableRSS', 'RSS of the operating system'),
  'host.registry.EnableTCPChimney': value('EnableTCPChimney', 'TCP Chimney of the operating system'),
  'host.registry.EnableTCPA': value('EnableTCPA', 'NetDMA of the operating system'),
  'host.registry.DisableTaskOffload': value('DisableTaskOffload', 'All task offloads disabled'),
  'host.registry.MaxNumRssCpus': value('MaxNumRssCpus', 'Most RSS processors'),
  'host.registry.RssBaseCpu': value('RssBaseCpu', 'First RSS processor', mostProcessors - 1),
  'host.registry.TenGigVmqEnabled': value('TenGigVmqEnabled', 'VMQ on adapters of 10 Gb/s'),
  'host.registry.BelowTenGigVmqEnabled': value('BelowTenGigVmqEnabled', 'VMQ on adapters below 10 Gb/s'),
  'host.roles.hyperV': toggle('Hyper-V', 'roles of the server'),
  'host.roles.nlb': toggle('Network Load Balancing', 'features of the server'),
  'host.roles.nat': toggle('Network Address Translation or Internet Connection Sharing', 'roles of the server'),
  'host.roles.failoverCluster': toggle('Failover clustering', 'features of the server'),
  'host.software.windowsFirewall': toggle('Windows Firewall', 'software'),
  'host.software.otherFirewall': oneOf('Firewall of another vendor', 'software', OTHER_FIREWALLS),
  'host.software.ipsecPolicy': toggle('IPsec policy', 'security policy of the computer'),
  'host.software.networkMonitor': toggle('Network monitor', 'software'),
  'host.updates': free('Updates', 'installed updates'),
  'adapter.linkBps': oneOf('Link speed', 'network adapter', [1e9, 10e9, 40e9]),
  'adapter.driverNdis': oneOf('NDIS version of the driver', 'driver of the adapter', NDIS_VERSIONS),
  'adapter.capabilities.rss': capability('RSS'),
  'adapter.capabilities.rssQueues': count('Receive queues for RSS', 'network adapter', 1, 64),
  'adapter.capabilities.msiX': capability('MSI-X'),
  'adapter.capabilities.checksum': capability('Checksums'),
  'adapter.capabilities.lsoV1': capability('Large sends V1'),
  'adapter.capabilities.lsoV2': capability('Large sends V2'),
  'adapter.capabilities.moderation': capability('Interrupt moderation'),
  'adapter.capabilities.chimneyIPv4': capability('TCP connections over IPv4'),
  'adapter.capabilities.chimneyIPv6': capability('TCP connections over IPv6'),
  'adapter.capabilities.chimneyConnections': count('Connections that fit into the adapter', 'network adapter', 0, 65536),
  'adapter.capabilities.vmqQueues': count('Queues for virtual machines', 'network adapter', 0, 128),
  'adapter.capabilities.vmqVlanFilter': capability('Receive filters by VLAN'),
  'adapter.capabilities.vmqLookaheadSplit': capability('Lookahead split'),
  'adapter.properties.rss': property('rss'),
  'adapter.properties.rssBaseProcNumber': property('rssBaseProcNumber'),
  'adapter.properties.rssBaseProcGroup': property('rssBaseProcGroup'),
  'adapter.properties.maxRssProcessors': property('maxRssProcessors'),
  'adapter.properties.checksum': property('checksum', 'Checksum offload'),
  'adapter.properties.lsoV1': property('lsoV1'),
  'adapter.properties.lsoV2': property('lsoV2', 'Large Send Offload V2'),
  'adapter.properties.moderation': property('moderation'),
  'adapter.properties.chimneyIPv4': property('chimneyIPv4'),
  'adapter.properties.chimneyIPv6': property('chimneyIPv6'),
  'adapter.properties.vmq': property('vmq'),
  'adapter.properties.vmqVlanFiltering': property('vmqVlanFiltering'),
  'adapter.properties.vmqLookaheadSplit': property('vmqLookaheadSplit'),
  'adapter.properties.rssOrVmqPreference': {
    ...registryValue('adapter.properties.rssOrVmqPreference', 'RSS or VMQ'),
    where: 'key of the adapter in the registry, *RssOrVmqPreference',
  },
  'adapter.team.member': toggle('Member of a team', 'teaming software'),
  'adapter.team.rss': toggle('RSS of all members of the team', 'teaming software'),
  'adapter.team.chimney': toggle('TCP Chimney of the team', 'teaming software'),
  'adapter.team.vmq': toggle('VMQ of the team', 'teaming software'),
  'adapter.binding': oneOf('Bound to', 'Virtual Network Manager', BINDINGS),
  'adapter.offloadedConnections': count('Connections offloaded already', 'network adapter', 0, 65536),
  'virtualMachine.guest': oneOf('Guest operating system', 'the virtual machine', GUEST_IDS),
  'virtualMachine.integrationServices': toggle('Integration services', 'the guest'),
  'virtualMachine.adapter': oneOf('Virtual network adapter', MACHINE, VIRTUAL_ADAPTERS),
  'virtualMachine.network': oneOf('Virtual network', MACHINE, VIRTUAL_NETWORKS),
  'virtualMachine.optimizations': toggle('Virtual network optimizations', 'System Center VMM 2008 R2'),
  'virtualMachine.vlan': count('VLAN of the virtual adapter', MACHINE, 0, 4094),
  'virtualMachine.chimney': oneOf(
    'Chimney offload state of the guest',
    'in the guest: netsh interface tcp set global chimney=',
    CHIMNEY_MODES,
  ),
  'virtualMachine.queuesTaken': count('Queues held by other virtual adapters', 'other virtual machines', 0, 128),
  'connection.family': oneOf('Address family', CONNECTION, ['ipv4', 'ipv6']),
  'connection.state': oneOf('State', CONNECTION, TCP_STATES),
  'connection.path': oneOf('Way of its packets', CONNECTION, CONNECTION_PATHS),
  'connection.localPort': count('Local port', CONNECTION, 1, 65535),
  'connection.remotePort': count('Remote port', CONNECTION, 1, 65535),
  'connection.application': free('Application', CONNECTION),
  'connection.roundTripMs': count('Mean round-trip time (ms)', CONNECTION, 0, 60_000),
  'connection.bytesMoved': count('Bytes exchanged', CONNECTION, 0, Number.MAX_SAFE_INTEGER),
  'connection.openedBefore': toggle('Opened before the mode of chimney was set', CONNECTION),
  'connection.ipsec': toggle('Covered by an IPsec policy', CONNECTION),
  'connection.ipv4Options': toggle('IPv4 options in its packets', CONNECTION),
  'connection.uploadedByFirewall': toggle('Uploaded because of a rule of Windows Firewall', CONNECTION),
  'assumptions.chimneyAutomatic.linkBps': count('Automatic mode: slowest link (bit/s)', MODEL, 0, 1e12),
  'assumptions.chimneyAutomatic.roundTripMs': count('Automatic mode: round-trip time below (ms)', MODEL, 0, 60_000),
  'assumptions.chimneyAutomatic.bytes': count('Automatic mode: bytes exchanged', MODEL, 0, Number.MAX_SAFE_INTEGER),
};
