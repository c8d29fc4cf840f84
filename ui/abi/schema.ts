// The boundary between the Wasm core and TypeScript, declared once.
// `npm run build:abi` turns this into core-as/abi.gen.ts (constants for AssemblyScript) and ui/abi/abi.gen.ts
// (the same constants and typed readers). Both carry a hash of this schema, which is compared when the core is loaded.
// Multi-byte fields are little-endian, as Wasm memory is; fields of type `bytes` are wire bytes in network order.

export type FieldType = 'u8' | 'u16' | 'u32' | 'u64' | { bytes: number };

export interface Field {
  name: string;
  type: FieldType;
  /** Meaning, with unit. */
  doc: string;
}

export interface RecordSchema {
  name: string;
  doc: string;
  /** Bytes from one record to the next; fields are laid out in order, each at its natural alignment. */
  size: number;
  fields: Field[];
}

const f = (name: string, type: FieldType, doc: string): Field => ({ name, type, doc });

export interface EnumSchema {
  name: string;
  doc: string;
  values: Record<string, number>;
}

export const enums: EnumSchema[] = [
  {
    name: 'Link',
    doc: 'Link type of a frame, after LINKTYPE_ numbers are folded together.',
    values: { Other: 0, Ethernet: 1, Raw: 2, Null: 3, Loop: 4, LinuxSll: 5, LinuxSll2: 6 },
  },
  {
    name: 'L3',
    doc: 'Network layer that the parser recognised.',
    values: { None: 0, IPv4: 4, IPv6: 6, Arp: 1, Llc: 2, Other: 3 },
  },
  {
    name: 'Trait',
    doc: 'What the parser found, bit by bit. The low byte takes part in the identity of a flow.',
    values: {
      Ports: 0x0001, // source and destination port were read
      Fragment: 0x0002, // IPv4 MF or offset, or an IPv6 fragment header
      HomeAddress: 0x0004, // IPv6 home address option present
      Routing2: 0x0008, // IPv6 routing header type 2 present
      Inbound: 0x0010, // the capture recorded that the frame was received
      Outbound: 0x0020, // the capture recorded that the frame was sent
      Truncated: 0x0040, // the captured bytes end before the ports
      Malformed: 0x0080, // headers unusable: a length field contradicts the frame or, with Truncated, the capture cut them
      Options: 0x0100, // IPv4 options present
      Extensions: 0x0200, // IPv6 extension headers present
      VlanTagged: 0x0400,
      VlanStacked: 0x0800,
      Super: 0x1000, // IP length 0 or above what the frame holds: a segmentation-offload frame
      StrippedTag: 0x2000, // shorter than an untagged Ethernet frame can be, yet padded
      Group: 0x4000, // destination MAC is multicast or broadcast
      Snap: 0x8000, // 802.3 with LLC/SNAP
    },
  },
  {
    name: 'HashType',
    doc: 'Which RSS hash a frame got.',
    values: {
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
    },
  },
  {
    name: 'HashFlag',
    doc: 'NDIS_HASH_* flags as in the HashInformation member of NDIS_RECEIVE_SCALE_PARAMETERS.',
    values: {
      IPv4: 0x100,
      TcpIPv4: 0x200,
      IPv6: 0x400,
      IPv6Ex: 0x800,
      TcpIPv6: 0x1000,
      TcpIPv6Ex: 0x2000,
      UdpIPv4: 0x4000,
      UdpIPv6: 0x8000,
      UdpIPv6Ex: 0x10000,
    },
  },
  {
    name: 'HashReason',
    doc: 'Why a frame got its hash type.',
    values: {
      Ports: 0, // addresses and ports
      NotTcp: 1, // neither TCP nor an enabled UDP type: addresses only
      UdpAddresses: 2, // UDP: this Windows era hashes its addresses only
      Fragment: 3, // every fragment, the first one included: addresses only
      PortsCut: 4, // ports lie beyond the captured or the stated length: addresses only
      PortTypeOff: 5, // the type with ports is not enabled: addresses only
      NotIp: 6, // no IP header: cannot be hashed
      FamilyOff: 7, // no enabled type fits this packet: not hashed
      Malformed: 8, // headers are cut or contradict the frame: not hashed
      UnknownLink: 9, // link type not understood: not hashed
    },
  },
  {
    name: 'Format',
    doc: 'Capture file format.',
    values: { Unknown: 0, Pcap: 1, PcapNg: 2 },
  },
  {
    name: 'CaptureMode',
    doc: 'What captureStep does with the frames it walks.',
    values: { Flows: 0, Rows: 1 },
  },
  {
    name: 'CaptureStatus',
    doc: 'What captureStep wants next.',
    values: { NeedInput: 0, Rows: 1, Done: 2, Fault: 3 },
  },
  {
    name: 'Fault',
    doc: 'Why a capture could not be read further.',
    values: {
      None: 0,
      NoCapture: 1, // first bytes are neither pcap nor pcapng
      Empty: 2, // no bytes at all
      TruncatedHeader: 3, // file header cut
      TruncatedRecord: 4, // last record or block cut
      RecordTooLong: 5, // captured length above LIMITS.MaxRecord
      BlockLength: 6, // pcapng block length too small or not a multiple of 4
      BlockTrailer: 7, // pcapng trailing length differs from the leading one
      ByteOrderMagic: 8, // pcapng section header without a byte-order magic
      NoInterface: 9, // pcapng packet names an interface that the section did not describe
      CapturedTooLong: 10, // captured length does not fit in its block
      PcapVersion: 11, // pcap major version is not 2
      NoSection: 12, // pcapng block before any section header
      TooManyInterfaces: 13, // above LIMITS.MaxInterfaces
      InputStopped: 14, // set by the reader: decompression or I/O failed
    },
  },
];

/** Plain numbers that both sides need. */
export const limits = {
  BatchFrames: 64, // records, inputs and the frames themselves together fit a first-level cache of 32 KiB
  MaxKeyBytes: 64,
  MaxTable: 128,
  MaxQueues: 64,
  MaxRecord: 262144, // bytes; the same bound as Wireshark's for captured frames
  ChunkBytes: 524288, // most bytes that one captureFeed takes
  MaxInterfaces: 256,
  MaxUnknownLinks: 8,
  MaxFlows: 1048576,
  MaxCells: 4194304,
  TimeBins: 512,
  NoVlan: 0xffff,
  NotRecorded: 0xffffffff,
};

/** The identity of a flow: the first 48 bytes of a Frame and of a Flow are the same. */
const identity: Field[] = [
  f(
    'tuple',
    { bytes: 36 },
    'IPv4: src 4, dst 4, source port 2, destination port 2; IPv6: src 16, dst 16, ports 2 + 2; not IP: dst MAC 6, src MAC 6. Unused bytes are 0, ports are 0 without Trait.Ports',
  ),
  f('proto', 'u8', 'IP protocol after extension headers; 0 when not IP'),
  f('l3', 'u8', 'L3'),
  f('keyTraits', 'u16', 'low byte of the traits'),
  f('ethertype', 'u16', 'EtherType after tags; 0 when there is none'),
  f('vlan', 'u16', 'outermost VLAN id 0..4095, or limits.NoVlan'),
  f('iface', 'u16', 'interface of the capture, counted over all sections'),
  f('link', 'u8', 'Link'),
  f('pad', 'u8', '0'),
];

export const records: RecordSchema[] = [
  {
    name: 'Frame',
    doc: 'One parsed frame of the current batch.',
    size: 128,
    fields: [
      ...identity,
      f('ts', 'u64', 'nanoseconds since 1970'),
      f('wire', 'u32', 'bytes on the wire'),
      f('cap', 'u32', 'bytes captured'),
      f('ptr', 'u32', 'address of the first captured byte'),
      f('traits', 'u16', 'Trait bits'),
      f('l3Offset', 'u16', 'bytes from the start of the frame to the network layer; 0 when there is none'),
      f('hash', 'u32', '32-bit Toeplitz hash; 0 when hashType is None'),
      f('hashType', 'u8', 'HashType'),
      f('hashReason', 'u8', 'HashReason'),
      f('entry', 'u8', 'indirection table index, meaningless when hashType is None'),
      f('queue', 'u8', 'receive queue'),
      f('macs', { bytes: 12 }, 'destination and source MAC; 0 where the link has none'),
      f('tcpFlags', 'u8', 'TCP flags byte, 0 when not read'),
      f('ex', { bytes: 32 }, 'IPv6: source and destination after home address option and routing header type 2; only with those traits'),
    ],
  },
  {
    name: 'Flow',
    doc: 'One direction of one conversation: identity, then totals.',
    size: 128,
    fields: [
      ...identity,
      f('ex', { bytes: 32 }, 'as in Frame'),
      f('macs', { bytes: 12 }, 'MACs of the first frame'),
      f('lastCell', 'u32', 'index of the newest time cell plus 1; 0 before the first'),
      f('packets', 'u32', 'frames'),
      f('tcpFlags', 'u8', 'TCP flags seen, or-ed'),
      f('synFlags', 'u8', 'bit 0: SYN without ACK seen; bit 1: SYN with ACK seen'),
      f('traits', 'u16', 'Trait bits seen, or-ed'),
      f('bytes', 'u64', 'bytes on the wire'),
      f('firstTs', 'u64', 'ns since 1970; time of the first frame'),
      f('lastTs', 'u64', 'ns since 1970; time of the last frame in file order, before firstTs where time runs backwards'),
    ],
  },
  {
    name: 'Cell',
    doc: 'Traffic of one flow in one time bin.',
    size: 16,
    fields: [
      f('flow', 'u32', 'flow index'),
      f('bin', 'u16', 'time bin'),
      f('bytesHigh', 'u16', 'bits 32..47 of the bytes'),
      f('packets', 'u32', 'frames'),
      f('bytesLow', 'u32', 'bits 0..31 of the bytes'),
    ],
  },
  {
    name: 'RssConfig',
    doc: 'Written by TypeScript before rssConfigure().',
    size: 272,
    fields: [
      f('key', { bytes: 64 }, 'secret key, from byte 0'),
      f('table', { bytes: 128 }, 'queue of each entry'),
      f('queueProcessor', { bytes: 64 }, 'logical processor of each queue'),
      f('keyBytes', 'u32', 'length of the key, 40..64'),
      f('hashFlags', 'u32', 'HashFlag bits'),
      f('tableEntries', 'u16', '2..128, a power of two'),
      f('queues', 'u16', '1..64'),
      f('defaultQueue', 'u32', 'queue of frames that cannot be hashed'),
    ],
  },
  {
    name: 'Capture',
    doc: 'State of the capture walk, read by TypeScript between steps.',
    size: 256,
    fields: [
      f('frames', 'u64', 'frames walked'),
      f('wireBytes', 'u64', 'sum of wire lengths'),
      f('offset', 'u64', 'bytes of the (decompressed) file consumed'),
      f('faultOffset', 'u64', 'file offset of the record or block at fault'),
      f('faultFrame', 'u64', 'number of the frame at fault, from 1'),
      f('firstTs', 'u64', 'ns since 1970; time of the first frame'),
      f('lastTs', 'u64', 'ns since 1970; largest seen'),
      f('maxBackwardsNs', 'u64', 'largest step back in time'),
      f('binWidthNs', 'u64', 'width of a time bin; a power of two'),
      f('overflowBytes', 'u64', 'bytes of frames of flows beyond the cap'),
      f('overflowFrames', 'u64', 'frames of flows beyond the cap'),
      f('recordedDrops', 'u64', 'sum of the epb_dropcount options'),
      f('format', 'u8', 'Format'),
      f('bigEndian', 'u8', '1 when the file (or newest section) is big-endian'),
      f('nanoseconds', 'u8', 'pcap: 1 for the nanosecond magic'),
      f('fault', 'u8', 'Fault'),
      f('faultValue', 'u32', 'the offending length, id or version'),
      f('faultLimit', 'u32', 'what it was compared with'),
      f('sections', 'u32', 'pcapng sections'),
      f('interfaces', 'u32', 'interfaces over all sections'),
      f('flows', 'u32', 'flows in the table'),
      f('cells', 'u32', 'time cells in use'),
      f('bins', 'u32', 'time bins in use'),
      f('backwards', 'u32', 'frames older than their predecessor'),
      f('snapped', 'u32', 'frames captured shorter than they were'),
      f('portsCut', 'u32', 'TCP, UDP or SCTP frames whose ports were cut by the snap length'),
      f('headersCut', 'u32', 'frames whose IP header was cut by the snap length'),
      f('malformed', 'u32', 'frames with contradicting lengths'),
      f('superFrames', 'u32', 'frames larger than 1500-byte MTU Ethernet carries'),
      f('largestWire', 'u32', 'largest wire length'),
      f('tagged', 'u32', 'frames with a VLAN tag'),
      f('strippedTags', 'u32', 'frames with Trait.StrippedTag'),
      f('recordedQueues', 'u32', 'frames with an epb_queue option'),
      f('recordedHashes', 'u32', 'frames with an epb_hash option'),
      f('recordedDirections', 'u32', 'frames with a recorded direction'),
      f('skippedBlocks', 'u32', 'pcapng blocks skipped by length'),
      f('rows', 'u32', 'frames in the current batch'),
      f('unknownLinkCount', 'u32', 'distinct link types not understood (up to limits.MaxUnknownLinks are listed)'),
      f('relaxed', 'u32', '1 when this binary uses relaxed SIMD'),
    ],
  },
  {
    name: 'UnknownLink',
    doc: 'A link type that is counted, not guessed.',
    size: 8,
    fields: [f('code', 'u32', 'LINKTYPE_ number'), f('frames', 'u32', 'frames')],
  },
  {
    name: 'Event',
    doc: 'A pending event of a world.',
    size: 24,
    fields: [
      f('time', 'u64', 'ps; when it is due'),
      f('a', 'u32', 'first argument'),
      f('b', 'u32', 'second argument'),
      f('next', 'u32', 'address of the next one of its slot, or of the next unused one'),
      f('kind', 'u16', 'what the dispatch does with it'),
    ],
  },
  {
    name: 'EventQueue',
    doc: 'State of the event queue.',
    size: 48,
    fields: [
      f('now', 'u64', 'ps; virtual time'),
      f('last', 'u64', 'ps; time of the last event popped'),
      f('popped', 'u64', 'events popped'),
      f('capacity', 'u32', 'events that may wait'),
      f('pending', 'u32', 'events that wait'),
      f('peak', 'u32', 'most events that ever waited'),
      f('overflows', 'u32', 'events refused because there was no room'),
      f('past', 'u32', 'events refused because their time was before now'),
    ],
  },
];
