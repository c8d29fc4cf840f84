// What the command prompt of an emulated Windows host sees of that host, as plain readonly data. The host makes it anew before every line.
// Counts are as Windows shows them: unsigned, from the start of the run. Leaves out: files, users, environment variables.

import type { TcpGlobals } from '../effective/os/tcp-globals.ts';
import type { ChimneyApplication, ChimneyPort, SwitchState } from '../effective/settings.ts';
import type { GlobalSwitches } from '../effective/tcp-globals.ts';
import type { Registry } from '../registry/registry.ts';
import type { WindowsVersion } from '../registry/windows-version.ts';
import type { Counters } from './state-counters.ts';
import type { Statistics } from './state-statistics.ts';

export * from './state-counters.ts';
export * from './state-statistics.ts';
export type { ChimneyApplication, ChimneyPort } from '../effective/settings.ts';

export type OsVersion = WindowsVersion;

export type Switch = SwitchState;

/** What `netsh interface tcp show global` shows. A version shows those that it has (globals.ts). */
export type GlobalSettings = GlobalSwitches & TcpGlobals;

export type GlobalName = keyof GlobalSettings;

export interface Heuristics {
  readonly windowScaling: Switch;
  /** Scaling heuristics hold the auto-tuning level below the configured one on some profile. */
  readonly overriding: boolean;
}

/** Task offloads in the order in which `netsh interface ip show offload` lists them. */
export const taskOffloads = [
  'ipv4TransmitChecksum',
  'udpTransmitChecksum',
  'tcpTransmitChecksum',
  'largeSend',
  'giantSend',
  'ipv4ReceiveChecksum',
  'udpReceiveChecksum',
  'tcpReceiveChecksum',
] as const;
export type TaskOffload = (typeof taskOffloads)[number];

export interface AdapterAddress {
  /** Canonical text; IPv6 in lower case, without a zone. */
  readonly address: string;
  readonly prefixLength: number;
}

export interface AdapterChimney {
  /** Connections that the adapter can hold; 0: it has no chimney. */
  readonly capacity: number;
  /** The adapter's own switch. */
  readonly enabled: boolean;
  readonly offloaded: number;
  readonly offloading: number;
  readonly uploading: number;
}

export interface Adapter {
  readonly interfaceIndex: number;
  /** "Local Area Connection" */
  readonly name: string;
  /** "Intel(R) 82599 10 Gigabit Dual Port Network Connection" */
  readonly description: string;
  /** "PCI\VEN_8086&DEV_10FB&SUBSYS_...\3&11583659&0&10" */
  readonly instanceId: string;
  /** "00-15-5D-01-02-03" */
  readonly mac: string;
  readonly connected: boolean;
  readonly addresses: readonly AdapterAddress[];
  readonly gateways: readonly string[];
  readonly dnsServers: readonly string[];
  readonly mtu: number;
  readonly metric: number;
  readonly capable: readonly TaskOffload[];
  /** Those of the capable that are switched on. */
  readonly active: readonly TaskOffload[];
  readonly chimney: AdapterChimney;
}

export type TcpStateName =
  | 'LISTENING'
  | 'SYN_SENT'
  | 'SYN_RECEIVED'
  | 'ESTABLISHED'
  | 'FIN_WAIT_1'
  | 'FIN_WAIT_2'
  | 'CLOSE_WAIT'
  | 'CLOSING'
  | 'LAST_ACK'
  | 'TIME_WAIT'
  /** Over, but still held by the adapter that it was offloaded to. */
  | 'CLOSED';

export type OffloadState = 'InHost' | 'Offloading' | 'Offloaded' | 'Uploading';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export interface Connection {
  readonly protocol: 'TCP' | 'UDP';
  readonly local: Endpoint;
  /** null for UDP and listeners. */
  readonly remote: Endpoint | null;
  /** null for UDP. */
  readonly state: TcpStateName | null;
  readonly pid: number;
  readonly offload: OffloadState;
}

/** What the copy engine of the chipset and the processors have copied of what was received. */
export interface NetDmaStatistics {
  readonly channels: number;
  /** Descriptors that the engine has worked off. */
  readonly descriptors: number;
  readonly engineBytes: number;
  readonly processorBytes: number;
}

export interface ConsoleState {
  readonly os: OsVersion;
  /** Administrators of Server 2003 always are: it has no user account control. */
  readonly elevated: boolean;
  readonly computerName: string;
  /** "C:\Users\Administrator" */
  readonly directory: string;
  /** Emulated time. */
  readonly timePs: number;
  readonly globals: GlobalSettings;
  readonly heuristics: Heuristics;
  readonly taskOffload: Switch;
  readonly chimneyPorts: readonly ChimneyPort[];
  readonly chimneyApplications: readonly ChimneyApplication[];
  readonly adapters: readonly Adapter[];
  readonly connections: readonly Connection[];
  readonly statistics: Statistics;
  /** null: the computer has no copy engine. */
  readonly netDma: NetDmaStatistics | null;
  readonly registry: Registry;
  readonly counters: Counters;
  /** Names that other hosts answer to, by address. */
  readonly names: Readonly<Record<string, string>>;
}
