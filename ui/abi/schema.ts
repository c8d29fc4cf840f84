// The boundary between the Wasm core and TypeScript, declared once.
// `npm run build:abi` turns this into core-as/abi.gen.ts (constants for AssemblyScript) and ui/abi/abi.gen.ts
// (the same constants and typed readers). Both carry a hash of this schema, which is compared when the core is loaded.
// Multi-byte fields are little-endian, as Wasm memory is; fields of type `bytes` are wire bytes in network order.

import { chargedCosts } from '../features/costs.ts';
import { chimneyEnums, chimneyRecords } from './schema-chimney.ts';
import { counterEnums, counterRecords } from './schema-counters.ts';
import { dmaEnums, dmaRecords } from './schema-dma.ts';
import { followEnums, followRecords } from './schema-follow.ts';
import { type EnumSchema, f, type Field, type RecordSchema } from './schema-kit.ts';
import { hypervEnums, hypervRecords } from './schema-hyperv.ts';
import { worldEnums, worldRecords } from './schema-world.ts';

export type { Field, RecordSchema } from './schema-kit.ts';

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
  {
    name: 'TcpState',
    doc: 'State of a TCP connection, numbered as MIB_TCP_STATE.',
    values: {
      Closed: 1,
      Listen: 2,
      SynSent: 3,
      SynReceived: 4,
      Established: 5,
      FinWait1: 6,
      FinWait2: 7,
      CloseWait: 8,
      Closing: 9,
      LastAck: 10,
      TimeWait: 11,
    },
  },
  {
    name: 'TcpFlag',
    doc: 'Control bits of a TCP header, RFC 9293 section 3.1.',
    values: { Fin: 1, Syn: 2, Rst: 4, Psh: 8, Ack: 16, Urg: 32, Ece: 64, Cwr: 128 },
  },
  {
    name: 'TcpOption',
    doc: 'Which options a segment carries.',
    values: { Mss: 1, WindowScale: 2, SackPermitted: 4, Timestamps: 8 },
  },
  {
    name: 'TcpConst',
    doc: 'TCP_OFFLOAD_STATE_CONST flags: agreed in the handshake.',
    values: { TimestampEnabled: 1, SackEnabled: 2, WindowScalingEnabled: 4 },
  },
  {
    name: 'TcpCached',
    doc: 'TCP_OFFLOAD_STATE_CACHED flags.',
    values: { KeepAliveEnabled: 1, NaglingEnabled: 2, KeepAliveRestart: 4, MaxRtRestart: 8, UpdateRcvWnd: 16 },
  },
  {
    name: 'TcpHost',
    doc: 'What the stack remembers of a connection beside the state of an offload.',
    values: {
      Passive: 1, // came from LISTEN
      FinQueued: 2, // the user closed the sending side; FIN has the sequence number sendDataTail
      ReceiveClosed: 4, // the user reads no more
      AckNow: 8, // an ACK is owed at once
      OutputPending: 16, // the ring was full
      Recovery: 32, // fast recovery
      PartialAck: 64, // this recovery has seen a partial ACK
      Timing: 128, // rttSeq is being timed
      FinHeld: 256, // FIN came out of order, at rcvFin
      Ecn: 512, // both ends agreed to ECN
      EcnEcho: 1024, // CE was seen, CWR not yet
      EcnReduced: 2048, // CWR goes out with the next new data
    },
  },
  {
    name: 'TcpTimer',
    doc: 'What retransmitAt stands for; these exclude each other.',
    values: { None: 0, Retransmit: 1, Persist: 2, TimeWait: 3, FinWait2: 4 },
  },
  {
    name: 'TcpEvent',
    doc: 'What the user of a connection should know; the user clears the bits.',
    values: { Connected: 1, Readable: 2, Fin: 4, Reset: 8, Refused: 16, TimedOut: 32, Acked: 64, Closed: 128 },
  },
  {
    name: 'TcpCongestion',
    doc: 'Congestion control.',
    values: { NewReno: 0, Compound: 1 },
  },
  {
    name: 'TcpParse',
    doc: 'What the bytes of a packet turned out to be.',
    values: { Segment: 0, NotTcp: 1, Malformed: 2, BadChecksum: 3, Fragment: 4 },
  },
  {
    name: 'Level',
    doc: 'What a processor runs; a higher level preempts a lower one.',
    values: { Idle: 0, Thread: 1, Dpc: 2, Interrupt: 3 },
  },
  {
    name: 'CostClass',
    doc: 'Where charged time is accounted. Of a work item, the classes are spent in this order.',
    values: { Interrupt: 0, Dpc: 1, Driver: 2, Ndis: 3, TcpIp: 4, Copy: 5, Switch: 6, Application: 7 },
  },
  {
    name: 'Distance',
    doc: 'How far apart two logical processors are.',
    values: { Same: 0, Core: 1, Node: 2, Host: 3 },
  },
  {
    name: 'Cost',
    doc: 'Costs that are charged to processors; ui/features/costs.ts says what they are.',
    values: Object.fromEntries(
      chargedCosts.map(({ id }, index) => [id.replace(/(^|_)(\w)/g, (_all, _gap, first: string) => first.toUpperCase()), index]),
    ),
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
  CostClasses: 8,
  Costs: chargedCosts.length,
  NoProcessor: 0xffff,
  TcpRanges: 8, // out-of-order ranges that a receiver keeps
  TcpSacked: 12, // selectively acknowledged ranges that a sender keeps
  LatencyBuckets: 512, // of an application's histogram: 64 powers of two of ps, eighths of each
  TextBytes: 256, // one of an application's texts: a request, the header of a response
  StoreBytes: 65536, // byte store of a socket with a peer outside
  None: 0xffffffff,
  FollowRoom: 256, // records of a followed frame, costs among them
  Echoes: 8, // echo requests of a host that are kept
  VirtualProcessors: 4, // of a virtual machine
  VmqFilters: 128, // receive filters of an adapter: two for each of 64 queues
  NeighborQueue: 255, // packets that wait for an address; RFC 4861 section 7.2.2 asks for one at least, Windows' number is assumed
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
      f('last', 'u64', 'ps; where the wheel stands: no later than now'),
      f('popped', 'u64', 'events popped'),
      f('capacity', 'u32', 'events that may wait'),
      f('pending', 'u32', 'events that wait'),
      f('peak', 'u32', 'most events that ever waited'),
      f('overflows', 'u32', 'events refused because there was no room'),
      f('past', 'u32', 'events refused because their time was before now'),
    ],
  },
];

records.push(
  {
    name: 'TcpStack',
    doc: 'TCP of one host: settings, output ring, counters.',
    size: 384,
    accessors: true,
    fields: [
      f('secret0', 'u64', 'secret of the initial sequence numbers, low half'),
      f('secret1', 'u64', 'high half'),
      f('initialRto', 'u64', 'ps; retransmission timeout before the first sample'),
      f('minRto', 'u64', 'ps'),
      f('maxRto', 'u64', 'ps; bounds the persist interval too'),
      f('granularity', 'u64', 'ps; G of RFC 6298'),
      f('delayedAck', 'u64', 'ps'),
      f('timeWait', 'u64', 'ps; 2 MSL'),
      f('finWait2', 'u64', 'ps; how long a closed connection waits for the FIN of its peer'),
      f('keepAliveTime', 'u64', 'ps without traffic before the first probe'),
      f('keepAliveInterval', 'u64', 'ps between probes'),
      f('tick', 'u64', 'ps of one tick of the timestamp clock'),
      f('challengeInterval', 'u64', 'ps in which at most challengeLimit challenge ACKs go out'),
      f('challengeAt', 'u64', 'ps; start of the current interval'),
      f('challengeCount', 'u32', 'challenge ACKs in it'),
      f('challengeLimit', 'u32', ''),
      f('mtu', 'u32', 'bytes of an IP packet on the link; gives the MSS to announce'),
      f('receiveWindow', 'u32', 'bytes of receive buffer a connection starts with'),
      f('receiveLimit', 'u32', 'bytes up to which the receive buffer may grow; gives the window scale'),
      f('largeSend', 'u32', 'bytes of payload in one descriptor; 0: one segment each'),
      f('initialWindow', 'u32', 'segments; 0: the formula of RFC 3390'),
      f('ackFrequency', 'u8', 'segments for one ACK'),
      f('dupAckThreshold', 'u8', ''),
      f('synRetries', 'u8', 'retransmissions of SYN or SYN+ACK'),
      f('dataRetries', 'u8', 'retransmissions of data, unless the connection says otherwise'),
      f('keepAliveProbes', 'u8', ''),
      f('congestion', 'u8', 'TcpCongestion'),
      f('windowScaling', 'u8', '1: offered'),
      f('sack', 'u8', '1: offered'),
      f('timestamps', 'u8', '1: offered'),
      f('ecn', 'u8', '1: offered'),
      f('nagle', 'u8', '1: on for new connections'),
      f('hopLimit', 'u8', 'TTL or hop limit'),
      f('ring', 'u32', 'address of the TcpSegment ring'),
      f('ringMask', 'u32', 'slots minus 1; slots are a power of two'),
      f('ringHead', 'u32', 'segments ever put in, modulo 2^32'),
      f('ringTail', 'u32', 'segments ever taken out, modulo 2^32'),
      f('ipId', 'u32', 'IPv4 identification of the next packet'),
      f('acceptedSkip', 'u32', 'payload bytes before the part that the last tcpInput took'),
      f('acceptedLength', 'u32', 'payload bytes that the last tcpInput took'),
      f('acceptedOffset', 'u64', 'their stream offset'),
      f('segmentsIn', 'u64', 'segments given to tcpInput or tcpStray'),
      f('segmentsOut', 'u64', 'segments put in the ring, without retransmissions only'),
      f('segmentsRetransmitted', 'u64', 'segments that held at least one byte sent before'),
      f('resetsOut', 'u64', 'segments with RST put in the ring'),
      f('activeOpens', 'u64', 'CLOSED to SYN-SENT'),
      f('passiveOpens', 'u64', 'LISTEN to SYN-RECEIVED'),
      f('attemptFails', 'u64', 'SYN-SENT or SYN-RECEIVED to CLOSED or LISTEN'),
      f('establishedResets', 'u64', 'ESTABLISHED or CLOSE-WAIT to CLOSED'),
      f('challengeAcks', 'u64', 'challenge ACKs of RFC 5961'),
      f('ringFull', 'u64', 'times a segment found no slot'),
      f('segmentsIn6', 'u64', 'the same over IPv6 alone, here and below'),
      f('segmentsOut6', 'u64', ''),
      f('segmentsRetransmitted6', 'u64', ''),
      f('activeOpens6', 'u64', ''),
      f('passiveOpens6', 'u64', ''),
      f('attemptFails6', 'u64', ''),
      f('establishedResets6', 'u64', ''),
    ],
  },
  {
    name: 'TcpSegment',
    doc: 'A TCP segment, sent or received: header fields, and where its payload is in the stream.',
    size: 160,
    accessors: true,
    fields: [
      f('source', { bytes: 16 }, 'IPv4 in the first 4 bytes, or IPv6'),
      f('destination', { bytes: 16 }, ''),
      f('sourcePort', 'u16', ''),
      f('destinationPort', 'u16', ''),
      f('family', 'u8', '4 or 6'),
      f('flags', 'u8', 'TcpFlag bits'),
      f('window', 'u16', 'as on the wire, not scaled'),
      f('seq', 'u32', ''),
      f('ack', 'u32', '0 without TcpFlag.Ack'),
      f('length', 'u32', 'payload bytes'),
      f('mss', 'u32', 'payload bytes of one wire segment when this is a large send; else 0'),
      f('offset', 'u64', 'stream offset of the payload'),
      f('payload', 'u32', 'address of the payload bytes; 0: they follow from flow and offset'),
      f('flow', 'u32', 'number that the payload bytes are made from'),
      f('connection', 'u32', 'address of the TcpConnection that sent it; 0: none'),
      f('options', 'u8', 'TcpOption bits'),
      f('windowScale', 'u8', 'shift'),
      f('sackBlocks', 'u8', '0..4'),
      f('ecn', 'u8', 'ECN field of the IP header: 0 not ECT, 2 ECT(0), 3 CE'),
      f('maximumSegment', 'u16', 'MSS option'),
      f('urgent', 'u16', 'urgent pointer'),
      f('timestamp', 'u32', 'TSval'),
      f('timestampEcho', 'u32', 'TSecr'),
      f('sack', { bytes: 32 }, 'blocks: left edge u32, right edge u32, little-endian'),
      f('ipId', 'u16', 'IPv4 identification'),
      f('hopLimit', 'u8', 'TTL or hop limit'),
      f('trafficClass', 'u8', 'type of service or traffic class, without the ECN field'),
      f('flowLabel', 'u32', 'IPv6'),
    ],
  },
  {
    name: 'TcpConnection',
    doc: 'One TCP connection. Const, cached and delegated variables are those of the chimney offload state blocks.',
    size: 512,
    accessors: true,
    fields: [
      // Path and TCP const
      f('localAddress', { bytes: 16 }, 'path const; IPv4 in the first 4 bytes'),
      f('remoteAddress', { bytes: 16 }, 'path const'),
      f('localPort', 'u16', 'const'),
      f('remotePort', 'u16', 'const'),
      f('family', 'u8', '4 or 6'),
      f('constFlags', 'u8', 'const; TcpConst bits'),
      f('sndWindScale', 'u8', 'const; shift of windows received'),
      f('rcvWindScale', 'u8', 'const; shift of windows sent'),
      f('hashValue', 'u32', 'const; RSS hash of what is received'),
      f('remoteMss', 'u16', 'const; MSS that the peer announced'),
      // Cached
      f('cachedFlags', 'u8', 'cached; TcpCached bits'),
      f('kaProbeCount', 'u8', 'cached; keep-alive probes before giving up'),
      f('initialRcvWnd', 'u32', 'cached; bytes of receive buffer'),
      f('rcvIndicationSize', 'u32', 'cached; bytes'),
      f('maxRt', 'u32', 'cached; retransmissions, 0: the setting of the stack, 0xffffffff: unlimited'),
      f('flowLabel', 'u32', 'cached'),
      f('pathMtu', 'u32', 'path cached; bytes'),
      f('ttlOrHopLimit', 'u8', 'cached'),
      f('tosOrTrafficClass', 'u8', 'cached'),
      f('userPriority', 'u8', 'cached; 802.1p'),
      f('state', 'u8', 'delegated; TcpState'),
      f('kaTimeout', 'u64', 'cached; ps'),
      f('kaInterval', 'u64', 'cached; ps'),
      // Delegated
      f('sRtt', 'u64', 'delegated; ps, 0 before the first sample'),
      f('rttVar', 'u64', 'delegated; ps'),
      f('tsRecentAge', 'u64', 'delegated; ps, when tsRecent was set'),
      f('totalRt', 'u64', 'delegated; ps spent on retransmissions of the oldest segment'),
      f('retransmitAt', 'u64', 'delegated, as RetransmitTimeoutDelta; ps, all ones: not running'),
      f('keepAliveAt', 'u64', 'delegated, as KeepAliveTimeoutDelta; ps, all ones: not running'),
      f('rcvNxt', 'u32', 'delegated'),
      f('rcvWnd', 'u32', 'delegated; bytes from rcvNxt to the right edge that was offered'),
      f('sndUna', 'u32', 'delegated'),
      f('sndNxt', 'u32', 'delegated'),
      f('sndMax', 'u32', 'delegated; one past the highest sequence number sent'),
      f('sndWnd', 'u32', 'delegated; bytes'),
      f('maxSndWnd', 'u32', 'delegated; bytes'),
      f('sendWl1', 'u32', 'delegated'),
      f('cWnd', 'u32', 'delegated; bytes'),
      f('ssThresh', 'u32', 'delegated; bytes'),
      f('dWnd', 'u32', 'delegated; bytes, delay window of Compound TCP'),
      f('tsRecent', 'u32', 'delegated'),
      f('tsTime', 'u32', 'delegated; added to the clock to give TSval'),
      f('sendDataTail', 'u32', 'delegated, as SendDataTail; sequence number after the last byte queued. SendDataHead is sndUna'),
      f('bufferedData', 'u32', 'delegated; bytes received in order and not yet read'),
      f('dupAckCount', 'u8', 'delegated'),
      f('sndWndProbeCount', 'u8', 'delegated'),
      f('keepAliveProbeCount', 'u8', 'delegated'),
      f('retransmitCount', 'u8', 'delegated'),
      // What stays with the host
      f('stack', 'u32', 'address of the TcpStack'),
      f('flow', 'u32', 'number that the payload bytes are made from'),
      f('largeSend', 'u32', 'bytes of payload in one descriptor; 0: one segment each'),
      f('hostFlags', 'u16', 'TcpHost bits'),
      f('events', 'u8', 'TcpEvent bits'),
      f('timer', 'u8', 'TcpTimer; what retransmitAt stands for'),
      f('deadline', 'u64', 'ps; call tcpTimer then. All ones: no timer runs'),
      f('delayedAckAt', 'u64', 'ps, all ones: not running'),
      f('sndUnaOffset', 'u64', 'stream offset of sndUna'),
      f('rcvNxtOffset', 'u64', 'stream offset of rcvNxt'),
      f('rttAt', 'u64', 'ps; when rttSeq was sent'),
      f('sentAt', 'u64', 'ps; when data was sent last'),
      f('baseRtt', 'u64', 'ps; least round trip seen, for Compound TCP'),
      f('tuneAt', 'u64', 'ps; start of the round trip in which tuneBytes were read'),
      f('tuneBytes', 'u32', 'bytes'),
      f('rttSeq', 'u32', 'sequence number whose ACK ends the measurement'),
      f('iss', 'u32', ''),
      f('irs', 'u32', ''),
      f('recover', 'u32', 'RFC 6582 and 6675: recovery ends when this is acknowledged'),
      f('highRxt', 'u32', 'RFC 6675: one past the highest sequence number retransmitted'),
      f('acked', 'u32', 'bytes acknowledged since cWnd grew last'),
      f('roundEnd', 'u32', 'sequence number whose ACK ends the round trip of Compound TCP'),
      f('lastAckSent', 'u32', 'RFC 7323 Last.ACK.sent'),
      f('rcvFin', 'u32', 'sequence number of a FIN held back'),
      f('ecnRecover', 'u32', 'no further reduction for ECE below this'),
      f('sendMss', 'u16', 'bytes of payload in a full segment'),
      f('rtoShift', 'u8', 'times the timeout is doubled'),
      f('ackCount', 'u8', 'segments that the next ACK answers'),
      f('rangeCount', 'u8', 'out-of-order ranges'),
      f('sackedCount', 'u8', 'selectively acknowledged ranges'),
      f('ranges', { bytes: 64 }, 'received out of order, newest first: left edge, right edge'),
      f('sacked', { bytes: 96 }, 'acknowledged selectively, ascending: left edge, right edge'),
    ],
  },
);

records.push(
  {
    name: 'WorkPool',
    doc: 'Work items of all processors.',
    size: 32,
    fields: [
      f('capacity', 'u32', 'items that may be queued, running or preempted at a time'),
      f('used', 'u32', 'items that are'),
      f('peak', 'u32', 'most that ever were'),
      f('overflows', 'u32', 'items refused because there was no room'),
      f('strayCharges', 'u32', 'charges when no item was starting, and to owners that do not exist; they count nowhere'),
    ],
  },
  {
    name: 'Work',
    doc: 'A work item.',
    size: 16,
    fields: [
      f('next', 'u32', 'address of the next one of its queue'),
      f('a', 'u32', 'first argument'),
      f('b', 'u32', 'second argument'),
      f('kind', 'u16', 'what the dispatch does with it'),
      f('level', 'u8', 'Level'),
      f('guest', 'u8', '1: of a virtual machine, once it has started'),
    ],
  },
  {
    name: 'Processor',
    doc: 'A logical processor. Times are ps up to `since`; idle + thread + dpc + interrupt is all of it, and so is idle + the classes.',
    size: 448,
    fields: [
      f('since', 'u64', 'ps; the accounts are complete up to here'),
      f('idle', 'u64', 'ps without work'),
      f('thread', 'u64', 'ps in threads'),
      f('dpc', 'u64', 'ps in deferred procedure calls'),
      f('interrupt', 'u64', 'ps in interrupt service routines'),
      f('classInterrupt', 'u64', 'ps in CostClass.Interrupt'),
      f('classDpc', 'u64', 'ps in CostClass.Dpc'),
      f('classDriver', 'u64', 'ps in CostClass.Driver'),
      f('classNdis', 'u64', 'ps in CostClass.Ndis'),
      f('classTcpIp', 'u64', 'ps in CostClass.TcpIp'),
      f('classCopy', 'u64', 'ps in CostClass.Copy'),
      f('classSwitch', 'u64', 'ps in CostClass.Switch'),
      f('classApplication', 'u64', 'ps in CostClass.Application'),
      f('due', { bytes: 192 }, 'u64 ps still to run, at the present speed, of each level from Thread and each class'),
      f('remaining', { bytes: 24 }, 'u64 sum of `due` of each level from Thread'),
      f('first', { bytes: 12 }, 'u32 address of the first queued Work of each level from Thread'),
      f('newest', { bytes: 12 }, 'u32 address of the last queued one'),
      f('active', { bytes: 12 }, 'u32 address of the started one, running or preempted'),
      f('queuedThread', 'u32', 'thread items queued'),
      f('queuedDpc', 'u32', 'DPCs queued'),
      f('queuedInterrupt', 'u32', 'interrupts queued'),
      f('preemptions', 'u32', 'times that a higher level took the processor from a running item'),
      f('ticket', 'u32', 'of the event that counts; earlier ones are void'),
      f('psPerCycle', 'u32', 'ps of a Nehalem-class cycle on this processor, times 2^20'),
      f('costs', 'u32', 'address of its host’s CostEntry records'),
      f('totals', 'u32', 'address of its CostTotal records'),
      f('host', 'u16', 'host'),
      f('core', 'u16', 'core, within the host'),
      f('node', 'u16', 'NUMA node, within the host'),
      f('sibling', 'u16', 'processor on the same core, or limits.NoProcessor'),
      f('running', 'u8', 'Level'),
      f('waking', 'u8', '1 while an event for now is pending or being handled'),
      f('starting', 'u8', '1 while the item that starts may be charged'),
      f('finished', 'u8', '1 when an item has ended in the event being handled'),
      f('shared', 'u8', '1 while the sibling is busy'),
      f('busy', 'u8', '1 while the sibling was told that this one is busy'),
      f('guest', 'u64', 'ps in threads of virtual machines, part of `thread`'),
    ],
  },
  {
    name: 'CostEntry',
    doc: 'What a unit of a Cost takes on one host.',
    size: 16,
    fields: [
      f('cycles', 'u32', 'Nehalem-class cycles'),
      f('picoseconds', 'u32', 'ps of copies and cache misses'),
      f('class', 'u32', 'CostClass'),
    ],
  },
  {
    name: 'CostTotal',
    doc: 'What was charged to one processor under one Cost.',
    size: 16,
    fields: [f('units', 'u64', 'units of work'), f('picoseconds', 'u64', 'ps, before the core is shared with a sibling')],
  },
  {
    name: 'OwnerTotal',
    doc: 'What was charged on behalf of one owner: an adapter, a connection. ps, before a core is shared with a sibling.',
    size: 64,
    fields: [
      f('interrupt', 'u64', 'CostClass.Interrupt'),
      f('dpc', 'u64', 'CostClass.Dpc'),
      f('driver', 'u64', 'CostClass.Driver'),
      f('ndis', 'u64', 'CostClass.Ndis'),
      f('tcpIp', 'u64', 'CostClass.TcpIp'),
      f('copy', 'u64', 'CostClass.Copy'),
      f('switch', 'u64', 'CostClass.Switch'),
      f('application', 'u64', 'CostClass.Application'),
    ],
  },
);

records.push({
  name: 'RandomStream',
  doc: 'State of a random stream.',
  size: 32,
  fields: [f('s0', 'u64', 'state'), f('s1', 'u64', 'state'), f('s2', 'u64', 'state'), f('s3', 'u64', 'state')],
});

enums.push(...worldEnums, ...counterEnums, ...dmaEnums, ...chimneyEnums, ...hypervEnums, ...followEnums);
records.push(...worldRecords, ...counterRecords, ...dmaRecords, ...chimneyRecords, ...hypervRecords, ...followRecords);
