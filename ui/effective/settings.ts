// What the state of the features depends on: a computer as an administrator sets it up, one of its adapters, one virtual machine on that
// adapter, one TCP connection. Plain readonly data; a host with several adapters is asked about once for each.
// Leaves out: settings that switch no feature (auto-tuning, ECN, time-outs; ui/scenario/schema-tcp.ts has them).

import type { OsId } from './os/versions.ts';

export const PLATFORMS = ['x86', 'x64', 'itanium'] as const;
export type Platform = (typeof PLATFORMS)[number];

export const EDITIONS = ['standard', 'enterprise', 'datacenter', 'web', 'foundation'] as const;
export type Edition = (typeof EDITIONS)[number];

/** In order: a driver of one version has what drivers of the versions before it have. */
export const NDIS_VERSIONS = ['5.1', '5.2', '6.0', '6.1', '6.20', '6.30'] as const;
export type NdisVersion = (typeof NDIS_VERSIONS)[number];

export const CHIMNEY_MODES = ['disabled', 'enabled', 'automatic'] as const;
export type ChimneyMode = (typeof CHIMNEY_MODES)[number];

export const SWITCH_STATES = ['disabled', 'enabled'] as const;
export type SwitchState = (typeof SWITCH_STATES)[number];

export const TCP_STATES = [
  'closed', 'listen', 'syn-sent', 'syn-received', 'established', 'fin-wait-1', 'fin-wait-2', 'close-wait', 'closing', 'last-ack', 'time-wait',
] as const; // prettier-ignore
export type TcpState = (typeof TCP_STATES)[number];

export const OTHER_FIREWALLS = ['none', 'supports-offload', 'no-offload'] as const;
export const BINDINGS = ['tcpip', 'virtual-switch'] as const;
export const GUEST_IDS = ['ws2008r2', 'win7', 'ws2008', 'vista', 'older'] as const;
export type GuestId = (typeof GUEST_IDS)[number];
export const VIRTUAL_ADAPTERS = ['synthetic', 'legacy'] as const;
export const VIRTUAL_NETWORKS = ['external', 'internal', 'private'] as const;
export const CONNECTION_PATHS = ['network', 'loopback', 'netft'] as const;

/** An entry of `netsh interface tcp show chimneyports`; null stands for any port. */
export interface ChimneyPort {
  readonly state: SwitchState;
  readonly localPort: number | null;
  readonly remotePort: number | null;
}

/** An entry of `netsh interface tcp show chimneyapplications`. */
export interface ChimneyApplication {
  readonly state: SwitchState;
  readonly application: string;
}

/** A registry value that is absent until someone creates it. */
type OptionalValue = number | null;

export interface HostSettings {
  readonly os: OsId;
  readonly edition: Edition;
  readonly platform: Platform;
  readonly processors: { readonly cores: number; readonly threadsPerCore: 1 | 2 };
  /** What the chipset has: the copy engine of I/OAT, and hints to processor caches. */
  readonly chipset: { readonly ioat: boolean; readonly dca: boolean };
  /** What the BIOS has switched on. */
  readonly firmware: { readonly ioat: boolean; readonly dca: boolean; readonly hyperThreading: boolean };
  /** `netsh interface tcp set global`, and `netsh interface ip set global taskoffload=`. */
  readonly netsh: {
    readonly rss: SwitchState;
    readonly chimney: ChimneyMode;
    readonly netdma: SwitchState;
    readonly dca: SwitchState;
    readonly taskOffload: SwitchState;
  };
  readonly chimneyPorts: readonly ChimneyPort[];
  readonly chimneyApplications: readonly ChimneyApplication[];
  readonly registry: {
    readonly EnableRSS: OptionalValue;
    readonly EnableTCPChimney: OptionalValue;
    readonly EnableTCPA: OptionalValue;
    readonly DisableTaskOffload: OptionalValue;
    readonly MaxNumRssCpus: OptionalValue;
    readonly RssBaseCpu: OptionalValue;
    readonly TenGigVmqEnabled: 0 | 1 | 2;
    readonly BelowTenGigVmqEnabled: 0 | 1 | 2;
  };
  readonly roles: {
    readonly hyperV: boolean;
    readonly nlb: boolean;
    /** Network Address Translation or Internet Connection Sharing, installed and running. */
    readonly nat: boolean;
    readonly failoverCluster: boolean;
  };
  readonly software: {
    readonly windowsFirewall: boolean;
    readonly otherFirewall: (typeof OTHER_FIREWALLS)[number];
    /** An IPsec policy applies on the computer. */
    readonly ipsecPolicy: boolean;
    readonly networkMonitor: boolean;
  };
  /** Service packs and updates, such as "KB 979614". */
  readonly updates: readonly string[];
}

export interface AdapterSettings {
  readonly linkBps: number;
  readonly driverNdis: NdisVersion;
  /** Hardware and driver together: what could be switched on. */
  readonly capabilities: {
    readonly rss: boolean;
    readonly rssQueues: number;
    readonly msiX: boolean;
    readonly checksum: boolean;
    readonly lsoV1: boolean;
    readonly lsoV2: boolean;
    readonly moderation: boolean;
    readonly chimneyIPv4: boolean;
    readonly chimneyIPv6: boolean;
    /** Connections that can be offloaded at the same time, IPv4 and IPv6 together. */
    readonly chimneyConnections: number;
    /** Queues for virtual machines, the default queue not counted. */
    readonly vmqQueues: number;
    readonly vmqVlanFilter: boolean;
    readonly vmqLookaheadSplit: boolean;
  };
  /** The Advanced page, and the hidden keyword *RssOrVmqPreference. */
  readonly properties: {
    readonly rss: boolean;
    readonly rssBaseProcNumber: number;
    readonly rssBaseProcGroup: number;
    readonly maxRssProcessors: number;
    readonly checksum: boolean;
    readonly lsoV1: boolean;
    readonly lsoV2: boolean;
    readonly moderation: boolean;
    readonly chimneyIPv4: boolean;
    readonly chimneyIPv6: boolean;
    readonly vmq: boolean;
    readonly vmqVlanFiltering: boolean;
    readonly vmqLookaheadSplit: boolean;
    /** 0: the adapter offers RSS, 1: it offers virtual machine queues. */
    readonly rssOrVmqPreference: 0 | 1;
  };
  /** Membership of a team, and what the team as a whole passes on: all members and the teaming driver. */
  readonly team: { readonly member: boolean; readonly rss: boolean; readonly chimney: boolean; readonly vmq: boolean };
  readonly binding: (typeof BINDINGS)[number];
  /** Connections that are offloaded to the adapter already. */
  readonly offloadedConnections: number;
}

export interface VirtualMachineSettings {
  readonly guest: GuestId;
  readonly integrationServices: boolean;
  readonly adapter: (typeof VIRTUAL_ADAPTERS)[number];
  readonly network: (typeof VIRTUAL_NETWORKS)[number];
  /** "Enable virtual network optimizations" of System Center VMM 2008 R2: asks for VMQ and for chimney. */
  readonly optimizations: boolean;
  /** VLAN of the virtual adapter, 0 for none. */
  readonly vlan: number;
  /** `netsh interface tcp set global chimney=`, inside the guest. */
  readonly chimney: ChimneyMode;
  /** Queues of the physical adapter that other virtual adapters hold. */
  readonly queuesTaken: number;
}

export interface ConnectionFacts {
  readonly family: 'ipv4' | 'ipv6';
  readonly state: TcpState;
  readonly path: (typeof CONNECTION_PATHS)[number];
  readonly localPort: number;
  readonly remotePort: number;
  /** Path of the program that owns the connection. */
  readonly application: string;
  readonly roundTripMs: number;
  readonly bytesMoved: number;
  /** Opened before the mode of chimney allowed to offload it. */
  readonly openedBefore: boolean;
  /** An IPsec policy covers the connection. */
  readonly ipsec: boolean;
  /** Its packets carry IPv4 options. */
  readonly ipv4Options: boolean;
  /** Windows Firewall has a rule that made Windows upload the connection. */
  readonly uploadedByFirewall: boolean;
}

/** Parameters that no primary source states; they can be changed to see what they do. */
export interface Assumptions {
  /** Thresholds of the automatic mode of TCP Chimney; all three have to be met. */
  readonly chimneyAutomatic: { readonly linkBps: number; readonly roundTripMs: number; readonly bytes: number };
}

export interface WindowsSettings {
  readonly host: HostSettings;
  readonly adapter: AdapterSettings;
  readonly virtualMachine: VirtualMachineSettings;
  readonly connection: ConnectionFacts;
  readonly assumptions: Assumptions;
}
