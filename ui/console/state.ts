// What the command prompt of an emulated Windows host sees of that host, as plain readonly data. The host makes it anew before every line.
// Counts are as Windows shows them: unsigned, from the start of the run. Leaves out: files, users, environment variables.

export type OsVersion = 'ws2003sp2' | 'ws2008' | 'ws2008r2';

export type Switch = 'disabled' | 'enabled';

/** What `netsh interface tcp show global` shows. Server 2008 has neither netdma nor dca; its host keeps them 'disabled' and unseen. */
export interface GlobalSettings {
  readonly rss: Switch;
  readonly chimney: Switch | 'automatic';
  readonly netdma: Switch;
  readonly dca: Switch;
  readonly autotuninglevel: 'disabled' | 'highlyrestricted' | 'restricted' | 'normal' | 'experimental';
  readonly congestionprovider: 'none' | 'ctcp';
  readonly ecncapability: Switch;
  readonly timestamps: Switch;
}

export type GlobalName = keyof GlobalSettings;

export interface Heuristics {
  readonly windowScaling: Switch;
  /** Scaling heuristics hold the auto-tuning level below the configured one on some profile. */
  readonly overriding: boolean;
}

/** A tuple of the chimney port table; null stands for `*`. */
export interface ChimneyPort {
  readonly state: Switch;
  readonly localPort: number | null;
  readonly remotePort: number | null;
}

export interface ChimneyApplication {
  readonly state: Switch;
  readonly application: string;
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
  | 'TIME_WAIT';

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

/** Rows of `netstat -s`, named as in the MIB. */
export interface IpStatistics {
  readonly inReceives: number;
  readonly inHeaderErrors: number;
  readonly inAddressErrors: number;
  readonly forwarded: number;
  readonly inUnknownProtocols: number;
  readonly inDiscards: number;
  readonly inDelivers: number;
  readonly outRequests: number;
  readonly routingDiscards: number;
  readonly outDiscards: number;
  readonly outNoRoutes: number;
  readonly reassemblyRequired: number;
  readonly reassembled: number;
  readonly reassemblyFailures: number;
  readonly fragmented: number;
  readonly fragmentFailures: number;
  readonly fragmentsCreated: number;
}

export interface TcpStatistics {
  readonly activeOpens: number;
  readonly passiveOpens: number;
  readonly attemptFails: number;
  readonly establishedResets: number;
  readonly currentlyEstablished: number;
  readonly segmentsIn: number;
  readonly segmentsOut: number;
  readonly segmentsRetransmitted: number;
}

export interface UdpStatistics {
  readonly datagramsIn: number;
  readonly noPorts: number;
  readonly inErrors: number;
  readonly datagramsOut: number;
}

export interface InOut {
  readonly received: number;
  readonly sent: number;
}

export interface IcmpStatistics {
  readonly messages: InOut;
  readonly errors: InOut;
  readonly destinationUnreachable: InOut;
  readonly echoReplies: InOut;
  readonly echos: InOut;
}

export interface FamilyStatistics {
  readonly ip: IpStatistics;
  readonly icmp: IcmpStatistics;
  readonly tcp: TcpStatistics;
  readonly udp: UdpStatistics;
}

export interface InterfaceStatistics {
  readonly bytes: InOut;
  readonly unicastPackets: InOut;
  readonly otherPackets: InOut;
  readonly discards: InOut;
  readonly errors: InOut;
  readonly unknownProtocols: number;
}

export interface Statistics {
  readonly ipv4: FamilyStatistics;
  /** null: the host has no IPv6. */
  readonly ipv6: FamilyStatistics | null;
  /** All adapters together. */
  readonly interfaces: InterfaceStatistics;
}

export type RegistryType = 'REG_SZ' | 'REG_EXPAND_SZ' | 'REG_MULTI_SZ' | 'REG_DWORD' | 'REG_QWORD' | 'REG_BINARY';

/** `data`: text for the string types, numbers for DWORD, decimal text for QWORD, one text a string for MULTI_SZ, hex digits for BINARY. */
export type RegistryData =
  | { readonly type: 'REG_SZ' | 'REG_EXPAND_SZ'; readonly data: string }
  | { readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly type: 'REG_QWORD'; readonly data: string }
  | { readonly type: 'REG_BINARY'; readonly data: string };

export interface RegistryKey {
  /** Names of the keys below, as spelled when made. */
  readonly keys: readonly string[];
  /** The default value has the name ''. */
  readonly values: readonly { readonly name: string; readonly value: RegistryData }[];
}

/**
 * What the prompt needs of a registry. Paths start with the long name of the root ("HKEY_LOCAL_MACHINE\SYSTEM") and are compared without
 * case. `set` and `delete` give the registry after the change and leave this one as it is.
 */
export interface Registry {
  /** Path as spelled in the registry, or null. */
  find(path: string): string | null;
  get(path: string, name: string): RegistryData | null;
  list(path: string): RegistryKey | null;
  /** Makes the keys on the way. `name` null: only the key. */
  set(path: string, name: string | null, value: RegistryData | null): Registry;
  /** `name` null: the key with all below it. */
  delete(path: string, name: string | null): Registry;
}

export interface CounterSample {
  /** "09/25/2009 19:30:01.123" */
  readonly time: string;
  /** In the order of the paths asked for; null where there is none yet. */
  readonly values: readonly (number | null)[];
}

export interface CounterRequest {
  /** Paths without the computer: "\Processor(_Total)\% Processor Time". */
  readonly paths: readonly string[];
  readonly intervalSeconds: number;
  /** null: until stopped. */
  readonly count: number | null;
}

export interface Counters {
  /** The counters that a path with `*` stands for; none when it is not a counter of this version. */
  expand(path: string): readonly string[];
  samples(request: CounterRequest): readonly CounterSample[];
}

export interface ConsoleState {
  readonly os: OsVersion;
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
  readonly registry: Registry;
  readonly counters: Counters;
  /** Names that other hosts answer to, by address. */
  readonly names: Readonly<Record<string, string>>;
}
