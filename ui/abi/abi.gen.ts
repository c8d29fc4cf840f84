// Generated from ui/abi/schema.ts by `npm run build:abi`. Do not edit.

export const ABI_HASH = 0xc496bb2c;

export const limits = {
  BatchFrames: 64,
  MaxKeyBytes: 64,
  MaxTable: 128,
  MaxQueues: 64,
  MaxRecord: 262144,
  ChunkBytes: 524288,
  MaxInterfaces: 256,
  MaxUnknownLinks: 8,
  MaxFlows: 1048576,
  MaxCells: 4194304,
  TimeBins: 512,
  NoVlan: 65535,
  NotRecorded: 4294967295,
} as const;

/** Link type of a frame, after LINKTYPE_ numbers are folded together. */
export const Link = {
  Other: 0,
  Ethernet: 1,
  Raw: 2,
  Null: 3,
  Loop: 4,
  LinuxSll: 5,
  LinuxSll2: 6,
} as const;
export type Link = (typeof Link)[keyof typeof Link];

/** Network layer that the parser recognised. */
export const L3 = {
  None: 0,
  IPv4: 4,
  IPv6: 6,
  Arp: 1,
  Llc: 2,
  Other: 3,
} as const;
export type L3 = (typeof L3)[keyof typeof L3];

/** What the parser found, bit by bit. The low byte takes part in the identity of a flow. */
export const Trait = {
  Ports: 1,
  Fragment: 2,
  HomeAddress: 4,
  Routing2: 8,
  Inbound: 16,
  Outbound: 32,
  Truncated: 64,
  Malformed: 128,
  Options: 256,
  Extensions: 512,
  VlanTagged: 1024,
  VlanStacked: 2048,
  Super: 4096,
  StrippedTag: 8192,
  Group: 16384,
  Snap: 32768,
} as const;
export type Trait = (typeof Trait)[keyof typeof Trait];

/** Which RSS hash a frame got. */
export const HashType = {
  None: 0,
  IPv4: 1,
  TcpIPv4: 2,
  IPv6: 3,
  TcpIPv6: 4,
  IPv6Ex: 5,
  TcpIPv6Ex: 6,
  UdpIPv4: 7,
  UdpIPv6: 8,
  UdpIPv6Ex: 9,
} as const;
export type HashType = (typeof HashType)[keyof typeof HashType];

/** NDIS_HASH_* flags as in the HashInformation member of NDIS_RECEIVE_SCALE_PARAMETERS. */
export const HashFlag = {
  IPv4: 256,
  TcpIPv4: 512,
  IPv6: 1024,
  IPv6Ex: 2048,
  TcpIPv6: 4096,
  TcpIPv6Ex: 8192,
  UdpIPv4: 16384,
  UdpIPv6: 32768,
  UdpIPv6Ex: 65536,
} as const;
export type HashFlag = (typeof HashFlag)[keyof typeof HashFlag];

/** Why a frame got its hash type. */
export const HashReason = {
  Ports: 0,
  NotTcp: 1,
  UdpAddresses: 2,
  Fragment: 3,
  PortsCut: 4,
  PortTypeOff: 5,
  NotIp: 6,
  FamilyOff: 7,
  Malformed: 8,
  UnknownLink: 9,
} as const;
export type HashReason = (typeof HashReason)[keyof typeof HashReason];

/** Capture file format. */
export const Format = {
  Unknown: 0,
  Pcap: 1,
  PcapNg: 2,
} as const;
export type Format = (typeof Format)[keyof typeof Format];

/** What captureStep does with the frames it walks. */
export const CaptureMode = {
  Flows: 0,
  Rows: 1,
} as const;
export type CaptureMode = (typeof CaptureMode)[keyof typeof CaptureMode];

/** What captureStep wants next. */
export const CaptureStatus = {
  NeedInput: 0,
  Rows: 1,
  Done: 2,
  Fault: 3,
} as const;
export type CaptureStatus = (typeof CaptureStatus)[keyof typeof CaptureStatus];

/** Why a capture could not be read further. */
export const Fault = {
  None: 0,
  NoCapture: 1,
  Empty: 2,
  TruncatedHeader: 3,
  TruncatedRecord: 4,
  RecordTooLong: 5,
  BlockLength: 6,
  BlockTrailer: 7,
  ByteOrderMagic: 8,
  NoInterface: 9,
  CapturedTooLong: 10,
  PcapVersion: 11,
  NoSection: 12,
  TooManyInterfaces: 13,
  InputStopped: 14,
} as const;
export type Fault = (typeof Fault)[keyof typeof Fault];

/** One parsed frame of the current batch. */
export interface FrameRecord {
  /** IPv4: src 4, dst 4, source port 2, destination port 2; IPv6: src 16, dst 16, ports 2 + 2; not IP: dst MAC 6, src MAC 6. Unused bytes are 0, ports are 0 without Trait.Ports */
  tuple: Uint8Array;
  /** IP protocol after extension headers; 0 when not IP */
  proto: number;
  /** L3 */
  l3: number;
  /** low byte of the traits */
  keyTraits: number;
  /** EtherType after tags; 0 when there is none */
  ethertype: number;
  /** outermost VLAN id 0..4095, or limits.NoVlan */
  vlan: number;
  /** interface of the capture, counted over all sections */
  iface: number;
  /** Link */
  link: number;
  /** 0 */
  pad: number;
  /** nanoseconds since 1970 */
  ts: bigint;
  /** bytes on the wire */
  wire: number;
  /** bytes captured */
  cap: number;
  /** address of the first captured byte */
  ptr: number;
  /** Trait bits */
  traits: number;
  /** bytes from the start of the frame to the network layer; 0 when there is none */
  l3Offset: number;
  /** 32-bit Toeplitz hash; 0 when hashType is None */
  hash: number;
  /** HashType */
  hashType: number;
  /** HashReason */
  hashReason: number;
  /** indirection table index, meaningless when hashType is None */
  entry: number;
  /** receive queue */
  queue: number;
  /** destination and source MAC; 0 where the link has none */
  macs: Uint8Array;
  /** TCP flags byte, 0 when not read */
  tcpFlags: number;
  /** IPv6: source and destination after home address option and routing header type 2; only with those traits */
  ex: Uint8Array;
}
export const FrameLayout = {
  size: 128,
  tuple: 0,
  proto: 36,
  l3: 37,
  keyTraits: 38,
  ethertype: 40,
  vlan: 42,
  iface: 44,
  link: 46,
  pad: 47,
  ts: 48,
  wire: 56,
  cap: 60,
  ptr: 64,
  traits: 68,
  l3Offset: 70,
  hash: 72,
  hashType: 76,
  hashReason: 77,
  entry: 78,
  queue: 79,
  macs: 80,
  tcpFlags: 92,
  ex: 93,
} as const;
/** Reads the Frame at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readFrame(memory: ArrayBufferLike, at: number): FrameRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    tuple: bytes.subarray(at + 0, at + 0 + 36),
    proto: view.getUint8(at + 36),
    l3: view.getUint8(at + 37),
    keyTraits: view.getUint16(at + 38, true),
    ethertype: view.getUint16(at + 40, true),
    vlan: view.getUint16(at + 42, true),
    iface: view.getUint16(at + 44, true),
    link: view.getUint8(at + 46),
    pad: view.getUint8(at + 47),
    ts: view.getBigUint64(at + 48, true),
    wire: view.getUint32(at + 56, true),
    cap: view.getUint32(at + 60, true),
    ptr: view.getUint32(at + 64, true),
    traits: view.getUint16(at + 68, true),
    l3Offset: view.getUint16(at + 70, true),
    hash: view.getUint32(at + 72, true),
    hashType: view.getUint8(at + 76),
    hashReason: view.getUint8(at + 77),
    entry: view.getUint8(at + 78),
    queue: view.getUint8(at + 79),
    macs: bytes.subarray(at + 80, at + 80 + 12),
    tcpFlags: view.getUint8(at + 92),
    ex: bytes.subarray(at + 93, at + 93 + 32),
  };
}

/** One direction of one conversation: identity, then totals. */
export interface FlowRecord {
  /** IPv4: src 4, dst 4, source port 2, destination port 2; IPv6: src 16, dst 16, ports 2 + 2; not IP: dst MAC 6, src MAC 6. Unused bytes are 0, ports are 0 without Trait.Ports */
  tuple: Uint8Array;
  /** IP protocol after extension headers; 0 when not IP */
  proto: number;
  /** L3 */
  l3: number;
  /** low byte of the traits */
  keyTraits: number;
  /** EtherType after tags; 0 when there is none */
  ethertype: number;
  /** outermost VLAN id 0..4095, or limits.NoVlan */
  vlan: number;
  /** interface of the capture, counted over all sections */
  iface: number;
  /** Link */
  link: number;
  /** 0 */
  pad: number;
  /** as in Frame */
  ex: Uint8Array;
  /** MACs of the first frame */
  macs: Uint8Array;
  /** index of the newest time cell plus 1; 0 before the first */
  lastCell: number;
  /** frames */
  packets: number;
  /** TCP flags seen, or-ed */
  tcpFlags: number;
  /** bit 0: SYN without ACK seen; bit 1: SYN with ACK seen */
  synFlags: number;
  /** Trait bits seen, or-ed */
  traits: number;
  /** bytes on the wire */
  bytes: bigint;
  /** ns since 1970; time of the first frame */
  firstTs: bigint;
  /** ns since 1970; time of the last frame in file order, before firstTs where time runs backwards */
  lastTs: bigint;
}
export const FlowLayout = {
  size: 128,
  tuple: 0,
  proto: 36,
  l3: 37,
  keyTraits: 38,
  ethertype: 40,
  vlan: 42,
  iface: 44,
  link: 46,
  pad: 47,
  ex: 48,
  macs: 80,
  lastCell: 92,
  packets: 96,
  tcpFlags: 100,
  synFlags: 101,
  traits: 102,
  bytes: 104,
  firstTs: 112,
  lastTs: 120,
} as const;
/** Reads the Flow at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readFlow(memory: ArrayBufferLike, at: number): FlowRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    tuple: bytes.subarray(at + 0, at + 0 + 36),
    proto: view.getUint8(at + 36),
    l3: view.getUint8(at + 37),
    keyTraits: view.getUint16(at + 38, true),
    ethertype: view.getUint16(at + 40, true),
    vlan: view.getUint16(at + 42, true),
    iface: view.getUint16(at + 44, true),
    link: view.getUint8(at + 46),
    pad: view.getUint8(at + 47),
    ex: bytes.subarray(at + 48, at + 48 + 32),
    macs: bytes.subarray(at + 80, at + 80 + 12),
    lastCell: view.getUint32(at + 92, true),
    packets: view.getUint32(at + 96, true),
    tcpFlags: view.getUint8(at + 100),
    synFlags: view.getUint8(at + 101),
    traits: view.getUint16(at + 102, true),
    bytes: view.getBigUint64(at + 104, true),
    firstTs: view.getBigUint64(at + 112, true),
    lastTs: view.getBigUint64(at + 120, true),
  };
}

/** Traffic of one flow in one time bin. */
export interface CellRecord {
  /** flow index */
  flow: number;
  /** time bin */
  bin: number;
  /** bits 32..47 of the bytes */
  bytesHigh: number;
  /** frames */
  packets: number;
  /** bits 0..31 of the bytes */
  bytesLow: number;
}
export const CellLayout = {
  size: 16,
  flow: 0,
  bin: 4,
  bytesHigh: 6,
  packets: 8,
  bytesLow: 12,
} as const;
/** Reads the Cell at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readCell(memory: ArrayBufferLike, at: number): CellRecord {
  const view = new DataView(memory);
  return {
    flow: view.getUint32(at + 0, true),
    bin: view.getUint16(at + 4, true),
    bytesHigh: view.getUint16(at + 6, true),
    packets: view.getUint32(at + 8, true),
    bytesLow: view.getUint32(at + 12, true),
  };
}

/** Written by TypeScript before rssConfigure(). */
export interface RssConfigRecord {
  /** secret key, from byte 0 */
  key: Uint8Array;
  /** queue of each entry */
  table: Uint8Array;
  /** logical processor of each queue */
  queueProcessor: Uint8Array;
  /** length of the key, 40..64 */
  keyBytes: number;
  /** HashFlag bits */
  hashFlags: number;
  /** 2..128, a power of two */
  tableEntries: number;
  /** 1..64 */
  queues: number;
  /** queue of frames that cannot be hashed */
  defaultQueue: number;
}
export const RssConfigLayout = {
  size: 272,
  key: 0,
  table: 64,
  queueProcessor: 192,
  keyBytes: 256,
  hashFlags: 260,
  tableEntries: 264,
  queues: 266,
  defaultQueue: 268,
} as const;
/** Reads the RssConfig at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readRssConfig(memory: ArrayBufferLike, at: number): RssConfigRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    key: bytes.subarray(at + 0, at + 0 + 64),
    table: bytes.subarray(at + 64, at + 64 + 128),
    queueProcessor: bytes.subarray(at + 192, at + 192 + 64),
    keyBytes: view.getUint32(at + 256, true),
    hashFlags: view.getUint32(at + 260, true),
    tableEntries: view.getUint16(at + 264, true),
    queues: view.getUint16(at + 266, true),
    defaultQueue: view.getUint32(at + 268, true),
  };
}

/** State of the capture walk, read by TypeScript between steps. */
export interface CaptureRecord {
  /** frames walked */
  frames: bigint;
  /** sum of wire lengths */
  wireBytes: bigint;
  /** bytes of the (decompressed) file consumed */
  offset: bigint;
  /** file offset of the record or block at fault */
  faultOffset: bigint;
  /** number of the frame at fault, from 1 */
  faultFrame: bigint;
  /** ns since 1970; time of the first frame */
  firstTs: bigint;
  /** ns since 1970; largest seen */
  lastTs: bigint;
  /** largest step back in time */
  maxBackwardsNs: bigint;
  /** width of a time bin; a power of two */
  binWidthNs: bigint;
  /** bytes of frames of flows beyond the cap */
  overflowBytes: bigint;
  /** frames of flows beyond the cap */
  overflowFrames: bigint;
  /** sum of the epb_dropcount options */
  recordedDrops: bigint;
  /** Format */
  format: number;
  /** 1 when the file (or newest section) is big-endian */
  bigEndian: number;
  /** pcap: 1 for the nanosecond magic */
  nanoseconds: number;
  /** Fault */
  fault: number;
  /** the offending length, id or version */
  faultValue: number;
  /** what it was compared with */
  faultLimit: number;
  /** pcapng sections */
  sections: number;
  /** interfaces over all sections */
  interfaces: number;
  /** flows in the table */
  flows: number;
  /** time cells in use */
  cells: number;
  /** time bins in use */
  bins: number;
  /** frames older than their predecessor */
  backwards: number;
  /** frames captured shorter than they were */
  snapped: number;
  /** TCP, UDP or SCTP frames whose ports were cut by the snap length */
  portsCut: number;
  /** frames whose IP header was cut by the snap length */
  headersCut: number;
  /** frames with contradicting lengths */
  malformed: number;
  /** frames larger than 1500-byte MTU Ethernet carries */
  superFrames: number;
  /** largest wire length */
  largestWire: number;
  /** frames with a VLAN tag */
  tagged: number;
  /** frames with Trait.StrippedTag */
  strippedTags: number;
  /** frames with an epb_queue option */
  recordedQueues: number;
  /** frames with an epb_hash option */
  recordedHashes: number;
  /** frames with a recorded direction */
  recordedDirections: number;
  /** pcapng blocks skipped by length */
  skippedBlocks: number;
  /** frames in the current batch */
  rows: number;
  /** distinct link types not understood (up to limits.MaxUnknownLinks are listed) */
  unknownLinkCount: number;
  /** 1 when this binary uses relaxed SIMD */
  relaxed: number;
}
export const CaptureLayout = {
  size: 256,
  frames: 0,
  wireBytes: 8,
  offset: 16,
  faultOffset: 24,
  faultFrame: 32,
  firstTs: 40,
  lastTs: 48,
  maxBackwardsNs: 56,
  binWidthNs: 64,
  overflowBytes: 72,
  overflowFrames: 80,
  recordedDrops: 88,
  format: 96,
  bigEndian: 97,
  nanoseconds: 98,
  fault: 99,
  faultValue: 100,
  faultLimit: 104,
  sections: 108,
  interfaces: 112,
  flows: 116,
  cells: 120,
  bins: 124,
  backwards: 128,
  snapped: 132,
  portsCut: 136,
  headersCut: 140,
  malformed: 144,
  superFrames: 148,
  largestWire: 152,
  tagged: 156,
  strippedTags: 160,
  recordedQueues: 164,
  recordedHashes: 168,
  recordedDirections: 172,
  skippedBlocks: 176,
  rows: 180,
  unknownLinkCount: 184,
  relaxed: 188,
} as const;
/** Reads the Capture at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readCapture(memory: ArrayBufferLike, at: number): CaptureRecord {
  const view = new DataView(memory);
  return {
    frames: view.getBigUint64(at + 0, true),
    wireBytes: view.getBigUint64(at + 8, true),
    offset: view.getBigUint64(at + 16, true),
    faultOffset: view.getBigUint64(at + 24, true),
    faultFrame: view.getBigUint64(at + 32, true),
    firstTs: view.getBigUint64(at + 40, true),
    lastTs: view.getBigUint64(at + 48, true),
    maxBackwardsNs: view.getBigUint64(at + 56, true),
    binWidthNs: view.getBigUint64(at + 64, true),
    overflowBytes: view.getBigUint64(at + 72, true),
    overflowFrames: view.getBigUint64(at + 80, true),
    recordedDrops: view.getBigUint64(at + 88, true),
    format: view.getUint8(at + 96),
    bigEndian: view.getUint8(at + 97),
    nanoseconds: view.getUint8(at + 98),
    fault: view.getUint8(at + 99),
    faultValue: view.getUint32(at + 100, true),
    faultLimit: view.getUint32(at + 104, true),
    sections: view.getUint32(at + 108, true),
    interfaces: view.getUint32(at + 112, true),
    flows: view.getUint32(at + 116, true),
    cells: view.getUint32(at + 120, true),
    bins: view.getUint32(at + 124, true),
    backwards: view.getUint32(at + 128, true),
    snapped: view.getUint32(at + 132, true),
    portsCut: view.getUint32(at + 136, true),
    headersCut: view.getUint32(at + 140, true),
    malformed: view.getUint32(at + 144, true),
    superFrames: view.getUint32(at + 148, true),
    largestWire: view.getUint32(at + 152, true),
    tagged: view.getUint32(at + 156, true),
    strippedTags: view.getUint32(at + 160, true),
    recordedQueues: view.getUint32(at + 164, true),
    recordedHashes: view.getUint32(at + 168, true),
    recordedDirections: view.getUint32(at + 172, true),
    skippedBlocks: view.getUint32(at + 176, true),
    rows: view.getUint32(at + 180, true),
    unknownLinkCount: view.getUint32(at + 184, true),
    relaxed: view.getUint32(at + 188, true),
  };
}

/** A link type that is counted, not guessed. */
export interface UnknownLinkRecord {
  /** LINKTYPE_ number */
  code: number;
  /** frames */
  frames: number;
}
export const UnknownLinkLayout = {
  size: 8,
  code: 0,
  frames: 4,
} as const;
/** Reads the UnknownLink at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readUnknownLink(memory: ArrayBufferLike, at: number): UnknownLinkRecord {
  const view = new DataView(memory);
  return {
    code: view.getUint32(at + 0, true),
    frames: view.getUint32(at + 4, true),
  };
}

/** A pending event of a world. */
export interface EventRecord {
  /** ps; when it is due */
  time: bigint;
  /** first argument */
  a: number;
  /** second argument */
  b: number;
  /** address of the next one of its slot, or of the next unused one */
  next: number;
  /** what the dispatch does with it */
  kind: number;
}
export const EventLayout = {
  size: 24,
  time: 0,
  a: 8,
  b: 12,
  next: 16,
  kind: 20,
} as const;
/** Reads the Event at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readEvent(memory: ArrayBufferLike, at: number): EventRecord {
  const view = new DataView(memory);
  return {
    time: view.getBigUint64(at + 0, true),
    a: view.getUint32(at + 8, true),
    b: view.getUint32(at + 12, true),
    next: view.getUint32(at + 16, true),
    kind: view.getUint16(at + 20, true),
  };
}

/** State of the event queue. */
export interface EventQueueRecord {
  /** ps; virtual time */
  now: bigint;
  /** ps; time of the last event popped */
  last: bigint;
  /** events popped */
  popped: bigint;
  /** events that may wait */
  capacity: number;
  /** events that wait */
  pending: number;
  /** most events that ever waited */
  peak: number;
  /** events refused because there was no room */
  overflows: number;
  /** events refused because their time was before now */
  past: number;
}
export const EventQueueLayout = {
  size: 48,
  now: 0,
  last: 8,
  popped: 16,
  capacity: 24,
  pending: 28,
  peak: 32,
  overflows: 36,
  past: 40,
} as const;
/** Reads the EventQueue at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readEventQueue(memory: ArrayBufferLike, at: number): EventQueueRecord {
  const view = new DataView(memory);
  return {
    now: view.getBigUint64(at + 0, true),
    last: view.getBigUint64(at + 8, true),
    popped: view.getBigUint64(at + 16, true),
    capacity: view.getUint32(at + 24, true),
    pending: view.getUint32(at + 28, true),
    peak: view.getUint32(at + 32, true),
    overflows: view.getUint32(at + 36, true),
    past: view.getUint32(at + 40, true),
  };
}
