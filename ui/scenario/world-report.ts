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
