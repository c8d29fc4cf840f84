// What an adapter and its driver can do beyond the settings of schema-nic.ts, and the settings of connection offload, virtual machine
// queues and teams. Adapters are plain ones unless they say otherwise: RSS, checksums and large sends, neither TCP Chimney nor VMQ.

import { NDIS_VERSIONS } from '../effective/settings.ts';
import { assumed, choice, group, number, source, toggle } from './fields.ts';

const keywords = source('windows-driver-docs: Using registry values to enable and disable connection offloading');
const vmqKeywords = source('windows-driver-docs: Standardized INF keywords for VMQ');
const vmqCapabilities = source('windows-driver-docs: Determining the VMQ capabilities of a network adapter');
const chimneyCapabilities = source('windows-driver-docs-ddi: NDIS_TCP_CONNECTION_OFFLOAD');
const usual = assumed('Adapters of the time have it.');

const can = (label: string, help: string, initial: boolean, evidence: ReturnType<typeof source> | ReturnType<typeof assumed> = usual) =>
  toggle({ label, help, default: initial, evidence });

export const capabilitiesField = group({
  label: 'Capabilities',
  help: 'What hardware and driver together can do.',
  fields: {
    rss: can('RSS', 'The adapter can spread received frames over queues.', true),
    checksum: can('Checksums', 'The adapter can compute checksums.', true),
    lsoV1: can('Large sends V1', 'IPv4.', true),
    lsoV2: can('Large sends V2', 'IPv4 and IPv6.', true),
    moderation: can('Interrupt moderation', 'The adapter can hold interrupts back.', true),
    chimneyIPv4: can('TCP connections over IPv4', 'The adapter can take over connections: TCP Chimney.', false, chimneyCapabilities),
    chimneyIPv6: can('TCP connections over IPv6', 'The adapter can take over connections: TCP Chimney.', false, chimneyCapabilities),
    chimneyConnections: number({
      label: 'Offloaded connections',
      unit: 'connections',
      min: 0,
      max: 65_536,
      help: 'TcpConnectionOffloadCapacity: most connections at a time, IPv4 and IPv6 together.',
      default: 1024,
      evidence: chimneyCapabilities,
    }),
    vmqQueues: number({
      label: 'Virtual machine queues',
      unit: 'queues',
      min: 0,
      max: 63,
      help: 'Queues for virtual machines, the default queue not counted; 0: no VMQ.',
      default: 0,
      evidence: vmqCapabilities,
    }),
    vmqVlanFilter: can('VLAN filters', 'Receive filters test the VLAN too.', true, vmqCapabilities),
    vmqLookaheadSplit: can('Lookahead split', 'Received frames are split between host and guest memory.', true, vmqCapabilities),
  },
});

export const driverField = choice({
  label: 'Driver',
  help: 'NDIS version that the driver is made for.',
  choices: Object.fromEntries(NDIS_VERSIONS.map((version) => [version, `NDIS ${version}`])) as Readonly<
    Record<(typeof NDIS_VERSIONS)[number], string>
  >,
  derived: 'the newest that the version of Windows runs',
  evidence: assumed('A driver made for the version.'),
});

export const connectionOffloadField = group({
  label: 'TCP Connection Offload',
  help: 'Whether connections may be offloaded to this adapter.',
  fields: {
    ipv4: toggle({ label: 'IPv4', help: '*TCPConnectionOffloadIPv4.', derived: 'as the version installs drivers', evidence: keywords }),
    ipv6: toggle({ label: 'IPv6', help: '*TCPConnectionOffloadIPv6.', derived: 'as the version installs drivers', evidence: keywords }),
  },
});

export const vmqField = group({
  label: 'Virtual Machine Queue',
  help: 'Queues for virtual machines, Windows Server 2008 R2.',
  fields: {
    enabled: toggle({ label: 'Virtual Machine Queues', help: '*VMQ.', default: true, evidence: vmqKeywords }),
    vlanFiltering: toggle({ label: 'VMQ VLAN Filtering', help: '*VMQVlanFiltering.', default: true, evidence: vmqKeywords }),
    lookaheadSplit: toggle({ label: 'VMQ Lookahead Split', help: '*VMQLookaheadSplit.', default: true, evidence: vmqKeywords }),
    preference: choice({
      label: 'RSS or VMQ',
      help: '*RssOrVmqPreference, a hidden value of the driver’s key: what the adapter offers.',
      choices: { rss: 'RSS (0)', vmq: 'VMQ (1)' },
      default: 'rss',
      evidence: vmqKeywords,
    }),
  },
});

const team = (label: string, help: string) =>
  toggle({ label, help, default: false, evidence: source('Intel PRO network connections, user guide: teaming') });

export const teamField = group({
  label: 'Team',
  help: 'Teaming software of the vendor: what the team as a whole passes on.',
  fields: {
    member: team('Member', 'The adapter is a member of a team.'),
    rss: team('RSS', 'All members and the teaming driver pass RSS on.'),
    chimney: team('TCP Chimney', 'They pass connection offload on.'),
    vmq: team('VMQ', 'They pass virtual machine queues on.'),
  },
});
