// What an emulated world tells about itself at an instant, as plain data: for the command's JSON, the Lab page and tests.
// Times are picoseconds, as numbers while below 2^53 (150 minutes), which a run is held to. Counters count from the start of the run.

import type { VirtualReport } from './virtual-report.ts';

export interface ProcessorReport {
  host: number;
  /** Number within the host. */
  number: number;
  idlePs: number;
  threadPs: number;
  dpcPs: number;
  interruptPs: number;
  /** Of threadPs: in virtual machines; of hosts with the Hyper-V role only. */
  guestPs?: number;
  /** ps by cost class, in the order of CostClass; with idle they add up to the time. */
  classesPs: number[];
  queued: number;
  preemptions: number;
  /** Charged under each cost that was charged at all. */
  costs: { id: string; units: number; ps: number }[];
}

export interface QueueReport {
  queue: number;
  /** Number of the processor within the host; null on an ideal host. */
  processor: number | null;
  depth: number;
  peak: number;
  frames: number;
  bytes: number;
  drops: number;
  interrupts: number;
  dpcs: number;
  /** ps that frames waited in the ring, summed. */
  waitPs: number;
  transmitDepth: number;
}

/** TCP of an adapter that takes connections; of a virtual adapter, its connections in the physical one, whose engine has counts of its own. */
export interface ChimneyReport {
  /** ChimneyReason of host and adapter; "None" where connections may be offloaded. */
  reason: string;
  paused: boolean;
  capacity: number;
  /** Connections now. */
  offloading: number;
  offloaded: number;
  uploading: number;
  /** Connections of virtual machines that it holds beside these; only where a virtual switch is bound to it. */
  ofGuests?: number;
  /** Connections ever, and uploads by UploadReason. */
  offloads: number;
  uploads: number;
  uploadReasons: Record<string, number>;
  /** Connections that were in the adapter, or on their way, when the computer started anew. */
  lost: number;
  /** Uploads that the adapter has asked for; the host may ignore some. */
  requestReasons: Record<string, number>;
  updates: number;
  queries: number;
  invalidates: number;
  engine: {
    served: number;
    busyPs: number;
    drops: number;
    depth: number;
    peak: number;
    /** Frames from the cable that it took, of them passed up to the host after all, and segments that the host forwarded to it. */
    takenFrames: number;
    takenBytes: number;
    passedUp: number;
    forwarded: number;
    sentFrames: number;
    sentBytes: number;
  };
  /** "Tcp Offload" counters: payload bytes and calls. */
  receivedData: number;
  /** Of them no posted buffer took: a processor copied them. */
  copiedData: number;
  sentData: number;
  sendRequests: number;
  indications: number;
  /** TCP_OFFLOAD_STATS and IP_OFFLOAD_STATS of both families. */
  ipv4: OffloadFamilyReport;
  ipv6: OffloadFamilyReport;
}

export interface OffloadFamilyReport {
  tcp: Record<
    'inSegments' | 'outSegments' | 'currentlyEstablished' | 'resetEstablished' | 'retransmittedSegments' | 'inErrors' | 'outResets',
    number
  >;
  ip: Record<
    | 'inReceives'
    | 'inOctets'
    | 'inDelivers'
    | 'outRequests'
    | 'outOctets'
    | 'inHeaderErrors'
    | 'inTruncatedPackets'
    | 'inDiscards'
    | 'outDiscards'
    | 'outNoRoutes',
    number
  >;
}

/** Who has a connection, and why it is not offloaded. */
export interface OffloadReport {
  /** OffloadState. */
  state: string;
  /** ChimneyReason, as of the last look; "None" while it is offloaded. */
  reason: string;
  offloads: number;
  uploads: number;
  /** Segments that the adapter handled, those that the host forwarded to it, and those that the host holds now. */
  packets: number;
  forwarded: number;
  held: number;
}

export interface NicReport {
  host: number;
  name: string;
  mac: string;
  sentFrames: number;
  sentBytes: number;
  /** Large sends that the adapter cut. */
  largeSends: number;
  arrivedFrames: number;
  arrivedBytes: number;
  receivedFrames: number;
  receivedBytes: number;
  indicatedFrames: number;
  interrupts: number;
  tableChanges: number;
  dropped: { crc: number; filtered: number; noBuffer: number; tooLong: number; noCable: number; noMemory: number };
  /** ps charged on its behalf by cost class. */
  chargedPs: number[];
  queues: QueueReport[];
  /** Queue of each entry of the indirection table; empty without RSS. */
  table: number[];
  /** Only where the adapter takes connections. */
  chimney?: ChimneyReport;
}

export interface ConnectionReport {
  /** Index of the socket; stays the same while the connection lives. */
  id: number;
  host: number;
  app: number | null;
  role: 'client' | 'server';
  transport: 'tcp' | 'udp';
  local: string;
  remote: string;
  /** Name of TcpState, or "Open" for UDP. */
  state: string;
  /** Of the thread and of the last DPC, within the host; null on an ideal host or before the first. */
  processor: number | null;
  dpcProcessor: number | null;
  queue: number;
  congestionWindow: number;
  slowStartThreshold: number;
  delayWindow: number;
  sendWindow: number;
  receiveWindow: number;
  inFlight: number;
  smoothedRttPs: number;
  retransmitted: number;
  sentBytes: number;
  ackedBytes: number;
  receivedBytes: number;
  readBytes: number;
  exchanges: number;
  chargedPs: number[];
  /** Only where an adapter of the world takes connections, and of TCP. */
  offload?: OffloadReport;
}

export interface LatencyReport {
  count: number;
  meanPs: number;
  minPs: number;
  maxPs: number;
  /** Percentiles from a histogram with eight steps an octave. */
  p50Ps: number;
  p90Ps: number;
  p99Ps: number;
}

export interface AppReport {
  app: string;
  label: string;
  /** Hosts of the two sides, by index; null: clients are outside. */
  clientHost: number | null;
  serverHost: number;
  opened: number;
  established: number;
  failed: number;
  finished: number;
  /** Payload bytes that applications were given by the transport, both sides. */
  receivedBytes: number;
  /** Of them by the server. */
  serverReceivedBytes: number;
  exchanges: number;
  latency: LatencyReport | null;
}

/** A channel of a copy engine. Descriptors without bytes are context changes of Direct Cache Access. */
export interface CopyChannelReport {
  channel: number;
  /** Number of the processor within the host that it belongs to. */
  processor: number;
  /** Name of DmaState. */
  state: string;
  descriptors: number;
  bytes: number;
  busyPs: number;
  queued: number;
  /** Most descriptors ever in the ring. */
  peak: number;
  /** Doorbells. */
  batches: number;
  sourcePageBreaks: number;
  destinationPageBreaks: number;
  contextChanges: number;
  suspensions: number;
  aborts: number;
  resets: number;
  /** Copied by a processor after an abort. */
  abortedDescriptors: number;
}

/** Why a processor made a receive copy: name of DmaDecline. */
export type CopyDecline =
  'off' | 'offloaded' | 'outOfOrder' | 'notPosted' | 'belowThreshold' | 'smallFragment' | 'ringFull' | 'halted' | 'aborted';

/** The copy engine of a host, and who made the receive copies of TCP: the first copy of what came in, not those out of the stack. */
export interface CopyEngineReport {
  /** Of NetDMA. */
  version: string;
  netDma: boolean;
  cacheAccess: boolean;
  /** Bytes that processors copied, by where their source lay. */
  coldBytes: number;
  warmBytes: number;
  engineBytes: number;
  pinnedPages: number;
  polledDescriptors: number;
  /** Times that a stream was found whole after the engine had moved part of it. */
  verified: number;
  declined: Record<CopyDecline, { copies: number; bytes: number }>;
  channels: CopyChannelReport[];
}

export interface HostReport {
  name: string;
  /** A guest's work is at the processors of the host that it is on. */
  kind: 'modelled' | 'ideal' | 'guest';
  processors: ProcessorReport[];
  ip: Record<'received' | 'delivered' | 'headerErrors' | 'addressErrors' | 'discards' | 'checksumErrors', number>;
  udp: Record<'in' | 'out' | 'noPorts' | 'discards', number>;
  icmp: Record<'in' | 'out', number>;
  tcp: Record<
    | 'activeOpens'
    | 'passiveOpens'
    | 'attemptFails'
    | 'establishedResets'
    | 'segmentsIn'
    | 'segmentsOut'
    | 'segmentsRetransmitted'
    | 'resetsOut',
    number
  >;
  /** Absent where the chipset has none. */
  copyEngine?: CopyEngineReport;
}

export interface PathReport {
  link: number;
  /** 0: from the first end to the second. */
  direction: 0 | 1;
  frames: number;
  /** With preamble, check sequence and gap. */
  bytes: number;
  lost: number;
  duplicated: number;
  reordered: number;
  corrupted: number;
  arrived: number;
}

export interface SwitchReport {
  name: string;
  framesIn: number;
  flooded: number;
  ports: { sentFrames: number; drops: number; queuedBytes: number; peakBytes: number }[];
}

export interface WorldReport {
  timePs: number;
  events: number;
  /** 16 hexadecimal digits: equal for equal runs on every machine. */
  fingerprint: string;
  /** Limits of the emulator that were reached; the run is not to be trusted when there are any. */
  faults: string[];
  hosts: HostReport[];
  nics: NicReport[];
  paths: PathReport[];
  switches: SwitchReport[];
  apps: AppReport[];
  connections: ConnectionReport[];
  packetsInFlight: number;
  /** Of worlds with virtual networks only. */
  virtual?: VirtualReport;
}
