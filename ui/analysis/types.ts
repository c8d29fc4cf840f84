// The data that the analysis of a capture takes and gives. Plain data: it crosses the worker boundary as it is.
// Loads are given in packets and in bytes on the wire; shares are fractions 0..1.

import type { Note, RssSettings } from '../features/rss.ts';
import type { InterfaceChoice, Measure, ServerChoice } from '../scenario/capture-state.ts';

export type { InterfaceChoice, Measure, ServerChoice };

/** Totals and identities of all flows, one element (or `stride` bytes) a flow. */
export interface FlowColumns {
  count: number;
  /** 48 bytes a flow: the identity fields of FlowRecord in ui/abi (use FlowLayout for offsets). */
  identity: Uint8Array;
  /** 12 bytes a flow: destination and source MAC of its first frame. */
  macs: Uint8Array;
  /** Frames. */
  packets: Uint32Array;
  /** Bytes on the wire. */
  bytes: Float64Array;
  /** Trait bits seen. */
  traits: Uint16Array;
  /** Bit 0: SYN without ACK seen; bit 1: SYN with ACK seen. */
  synFlags: Uint8Array;
}

/** Where each flow lands under one setting. */
export interface FlowPlacement {
  hash: Uint32Array;
  /** HashType */
  hashType: Uint8Array;
  /** HashReason */
  hashReason: Uint8Array;
  /** Indirection table entry; meaningless where hashType is None. */
  entry: Uint8Array;
  /** Receive queue. */
  queue: Uint8Array;
}

/** How a frame relates to the chosen server. */
export const Direction = { Ingress: 1, Egress: 2, Other: 0 } as const;
export type Direction = (typeof Direction)[keyof typeof Direction];

export interface HostCandidate {
  /** Addresses of this host, as text: IPv4, IPv6 or (where there is no IP) MAC; the busiest first. */
  addresses: string[];
  mac: string | null;
  /** Share of all packets that this host sent or received. */
  share: number;
  packetsIn: number;
  packetsOut: number;
  /** Peers that it exchanged frames with. */
  peers: number;
}

export interface ServerFinding {
  /** The choice in force. */
  addresses: string[];
  /** Why it was chosen, as one plain sentence. */
  because: string;
  chosenBy: 'recorded-direction' | 'traffic' | 'user' | 'all';
  /** Interfaces of the capture, the busiest first; the one in force, or 'every'. */
  interfaces: { index: number; packets: number }[];
  iface: InterfaceChoice;
  /** The busiest hosts, to pick from; at most 20. */
  candidates: HostCandidate[];
  ingressPackets: number;
  ingressBytes: number;
  egressPackets: number;
  /** Packets that neither came to nor from the server. */
  otherPackets: number;
}

export interface Load {
  packets: number;
  bytes: number;
  flows: number;
}

export interface QueueLoad extends Load {
  queue: number;
  processor: number;
  /** Table entries that name this queue. */
  entries: number;
  /** Of these, loads that came without a hash (default queue only). */
  notHashed: Load;
}

export type CauseKind =
  | 'idle' // no ingress frames
  | 'single-queue' // only one queue or processor in use
  | 'balanced'
  | 'elephant' // one flow
  | 'few-flows'
  | 'not-hashed' // frames that cannot be hashed fill the default queue
  | 'address-only' // UDP, fragments or tunnels share one hash per address pair
  | 'table' // the table's entries do not divide evenly, or were set by hand
  | 'unlucky'; // this key puts too many flows into too few entries

export interface Verdict {
  cause: CauseKind;
  /** One plain sentence: the hottest processor, its share, and why. */
  sentence: string;
  /** What would change it, plain sentences, the best first. */
  advice: string[];
  hottestProcessor: number;
  hottestQueue: number;
  /** Share of the ingress load (in the chosen measure) on the hottest processor. */
  share: number;
  /** 1 / queues in use. */
  fairShare: number;
  /** Mean over max load of the queues in use, 0..1: 1 is perfectly even. */
  evenness: number;
  /** Share that the fullest queue would have if all hashes were equally likely: table and queues alone. */
  structuralShare: number;
  /**
   * No table can bring the hottest queue below this, under these hash types: the largest of what must stay together (one flow, all
   * flows with equal hash input, all frames without a hash), or 1 / queues if that is more.
   */
  floorShare: number;
  /**
   * Parts that add up to share - fairShare: what the table does, what a random key is expected to add with this traffic, and what
   * this key adds (or saves, below 0) beyond that.
   */
  excess: { structure: number; traffic: number; key: number };
}

export interface HeatStrip {
  queues: number;
  bins: number;
  /** Start of bin 0, nanoseconds since 1970. */
  startNs: bigint;
  binNs: number;
  /** packets[queue * bins + bin] */
  packets: Float64Array;
  bytes: Float64Array;
}

export interface FlowRow {
  index: number;
  /** Text for people: "192.0.2.1:443", "[2001:db8::1]:443", or a MAC. */
  source: string;
  destination: string;
  /** "TCP", "UDP", "ICMP", "ARP", "IPv4 fragment (UDP)", "EtherType 0x88cc" ... */
  protocol: string;
  vlan: number | null;
  packets: number;
  bytes: number;
  direction: Direction;
  hashType: number;
  hashReason: number;
  hash: number;
  entry: number;
  queue: number;
  processor: number;
  /** Tunnel that this flow looks like ("VXLAN", "GRE", "ESP" ...) or null. */
  tunnel: string | null;
}

export interface Evaluation {
  settings: RssSettings;
  measure: Measure;
  server: ServerFinding;
  queues: QueueLoad[];
  /** Loads of all logical processors of the host, index = processor. */
  processors: Load[];
  /** Packets and bytes of each table entry. */
  entries: { packets: Float64Array; bytes: Float64Array };
  notHashed: Load;
  total: Load;
  verdict: Verdict;
  heat: HeatStrip;
  /** Settings that have less effect than they say. */
  notes: Note[];
}

/** One answer to "what would ... do?". */
export interface WhatIf {
  id: string;
  label: string;
  /** Settings to apply when the user takes it. */
  settings: RssSettings;
  share: number;
  fairShare: number;
  evenness: number;
  sentence: string;
}

/** The spread of the hottest share over many random keys: is this key unlucky? */
export interface KeySpread {
  keys: number;
  p10: number;
  median: number;
  p90: number;
  best: { key: string; share: number };
  /** Fraction of random keys that do better than the key in use. */
  better: number;
}

export interface FlowQuery {
  /** Which flows: of a queue, without a hash, of a table entry, or all of one direction. */
  filter:
    { kind: 'queue'; queue: number } | { kind: 'not-hashed' } | { kind: 'entry'; entry: number } | { kind: 'ingress' } | { kind: 'all' };
  sort: Measure;
  offset: number;
  /** At most 1000. */
  limit: number;
}

export interface FlowPage {
  total: number;
  rows: FlowRow[];
}

/** What is worth saying about the file itself. */
export interface CaptureRemark {
  severity: 'info' | 'warning' | 'error';
  /** Stable name, for tests and for styling. */
  id: string;
  /** Plain sentence with numbers. */
  text: string;
}

export interface CaptureReport {
  name: string;
  /** Bytes of the file as stored; compressed size for gzip. */
  fileBytes: number;
  format: string;
  frames: number;
  wireBytes: number;
  flows: number;
  /** Nanoseconds since 1970, or null without frames. */
  firstTsNs: bigint | null;
  lastTsNs: bigint | null;
  /** True when the file was read to its end without a fault. */
  complete: boolean;
  /** The fault, with frame number and byte offset, or null. */
  fault: string | null;
  remarks: CaptureRemark[];
  /** Wall time of the walk in seconds and bytes per second, as measured by the reader. */
  seconds: number;
}

/** How one frame is read, hashed and dispatched, for the Hash page. */
export interface HashExplanation {
  /** How the frame was read, in order: "Ethernet", "802.1Q VLAN 5", "IPv4", "TCP". */
  layers: string[];
  source: string;
  destination: string;
  protocol: string;
  /** HashType and HashReason. */
  hashType: number;
  hashReason: number;
  /** The reason as a plain sentence. */
  because: string;
  /** Input bytes of the hash in order; empty when not hashed. */
  input: Uint8Array;
  /** The same bytes by field: name and length in bytes. */
  fields: { name: string; bytes: number; text: string }[];
  key: Uint8Array;
  hash: number;
  entry: number;
  queue: number;
  processor: number;
  /** Hashes of the three implementations, which must agree. */
  check: { bits: number; tables: number; simd: number };
  remarks: string[];
}

/** A tuple typed in by hand. */
export interface TupleInput {
  source: string;
  destination: string;
  protocol: 'tcp' | 'udp' | 'other';
  sourcePort: number;
  destinationPort: number;
}

export type HashSubject = { tuple: TupleInput } | { frame: Uint8Array; link: 'ethernet' | 'raw' };
