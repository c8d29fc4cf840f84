// Generated from ui/abi/schema.ts by `npm run build:abi`. Do not edit.

export const ABI_HASH = 0x5a1db18a;

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
  CostClasses: 8,
  Costs: 52,
  NoProcessor: 65535,
  TcpRanges: 8,
  TcpSacked: 12,
  LatencyBuckets: 512,
  TextBytes: 256,
  StoreBytes: 65536,
  None: 4294967295,
  FollowRoom: 256,
  Echoes: 8,
  VirtualProcessors: 4,
  VmqFilters: 128,
  NeighborQueue: 255,
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

/** State of a TCP connection, numbered as MIB_TCP_STATE. */
export const TcpState = {
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
} as const;
export type TcpState = (typeof TcpState)[keyof typeof TcpState];

/** Control bits of a TCP header, RFC 9293 section 3.1. */
export const TcpFlag = {
  Fin: 1,
  Syn: 2,
  Rst: 4,
  Psh: 8,
  Ack: 16,
  Urg: 32,
  Ece: 64,
  Cwr: 128,
} as const;
export type TcpFlag = (typeof TcpFlag)[keyof typeof TcpFlag];

/** Which options a segment carries. */
export const TcpOption = {
  Mss: 1,
  WindowScale: 2,
  SackPermitted: 4,
  Timestamps: 8,
} as const;
export type TcpOption = (typeof TcpOption)[keyof typeof TcpOption];

/** TCP_OFFLOAD_STATE_CONST flags: agreed in the handshake. */
export const TcpConst = {
  TimestampEnabled: 1,
  SackEnabled: 2,
  WindowScalingEnabled: 4,
} as const;
export type TcpConst = (typeof TcpConst)[keyof typeof TcpConst];

/** TCP_OFFLOAD_STATE_CACHED flags. */
export const TcpCached = {
  KeepAliveEnabled: 1,
  NaglingEnabled: 2,
  KeepAliveRestart: 4,
  MaxRtRestart: 8,
  UpdateRcvWnd: 16,
} as const;
export type TcpCached = (typeof TcpCached)[keyof typeof TcpCached];

/** What the stack remembers of a connection beside the state of an offload. */
export const TcpHost = {
  Passive: 1,
  FinQueued: 2,
  ReceiveClosed: 4,
  AckNow: 8,
  OutputPending: 16,
  Recovery: 32,
  PartialAck: 64,
  Timing: 128,
  FinHeld: 256,
  Ecn: 512,
  EcnEcho: 1024,
  EcnReduced: 2048,
} as const;
export type TcpHost = (typeof TcpHost)[keyof typeof TcpHost];

/** What retransmitAt stands for; these exclude each other. */
export const TcpTimer = {
  None: 0,
  Retransmit: 1,
  Persist: 2,
  TimeWait: 3,
  FinWait2: 4,
} as const;
export type TcpTimer = (typeof TcpTimer)[keyof typeof TcpTimer];

/** What the user of a connection should know; the user clears the bits. */
export const TcpEvent = {
  Connected: 1,
  Readable: 2,
  Fin: 4,
  Reset: 8,
  Refused: 16,
  TimedOut: 32,
  Acked: 64,
  Closed: 128,
} as const;
export type TcpEvent = (typeof TcpEvent)[keyof typeof TcpEvent];

/** Congestion control. */
export const TcpCongestion = {
  NewReno: 0,
  Compound: 1,
} as const;
export type TcpCongestion = (typeof TcpCongestion)[keyof typeof TcpCongestion];

/** What the bytes of a packet turned out to be. */
export const TcpParse = {
  Segment: 0,
  NotTcp: 1,
  Malformed: 2,
  BadChecksum: 3,
  Fragment: 4,
} as const;
export type TcpParse = (typeof TcpParse)[keyof typeof TcpParse];

/** What a processor runs; a higher level preempts a lower one. */
export const Level = {
  Idle: 0,
  Thread: 1,
  Dpc: 2,
  Interrupt: 3,
} as const;
export type Level = (typeof Level)[keyof typeof Level];

/** Where charged time is accounted. Of a work item, the classes are spent in this order. */
export const CostClass = {
  Interrupt: 0,
  Dpc: 1,
  Driver: 2,
  Ndis: 3,
  TcpIp: 4,
  Copy: 5,
  Switch: 6,
  Application: 7,
} as const;
export type CostClass = (typeof CostClass)[keyof typeof CostClass];

/** How far apart two logical processors are. */
export const Distance = {
  Same: 0,
  Core: 1,
  Node: 2,
  Host: 3,
} as const;
export type Distance = (typeof Distance)[keyof typeof Distance];

/** Costs that are charged to processors; ui/features/costs.ts says what they are. */
export const Cost = {
  L2Hit: 0,
  L3Hit: 1,
  LineDirty: 2,
  LineRemote: 3,
  MemMiss: 4,
  AtomicOp: 5,
  Lock: 6,
  IrqMask: 7,
  DpcMask: 8,
  CopyColdFsb: 9,
  CopyCold: 10,
  CopyWarm: 11,
  CopyFixed: 12,
  MmioRead: 13,
  MmioWrite: 14,
  Int: 15,
  Dpc: 16,
  DpcRemote: 17,
  DrvRx: 18,
  TcpipRx: 19,
  TcpipSlow: 20,
  NblReturn: 21,
  Checksum: 22,
  Toeplitz: 23,
  AckTx: 24,
  AckRx: 25,
  RecvIo: 26,
  ThreadSwitch: 27,
  ThreadRefill: 28,
  Xcore: 29,
  SendIo: 30,
  TxPkt: 31,
  LsoSend: 32,
  LsoPage: 33,
  VswRoute: 34,
  VswCopy: 35,
  VmbusPkt: 36,
  VmbusSignal: 37,
  VmqPkt: 38,
  GuestRx: 39,
  GuestTx: 40,
  LegacyPkt: 41,
  VmqControl: 42,
  DmaSubmit: 43,
  DmaSubmitSingle: 44,
  DmaComplete: 45,
  DmaCompleteSingle: 46,
  DmaDoorbell: 47,
  DmaPin: 48,
  ToeIo: 49,
  ToeOffload: 50,
  ToeUpload: 51,
} as const;
export type Cost = (typeof Cost)[keyof typeof Cost];

/** What the dispatch of a world does with an event. */
export const EventKind = {
  Processor: 1,
  Arrive: 2,
  Sent: 3,
  Interrupt: 4,
  PortSent: 5,
  Timer: 6,
  Start: 7,
  Pause: 8,
  Stop: 9,
  Rebalance: 10,
  Neighbor: 11,
  Dma: 24,
  OffloadMoved: 40,
  OffloadUpdate: 41,
  OffloadQuery: 42,
  OffloadInvalidate: 43,
  OffloadTimer: 44,
  Engine: 45,
  Resume: 12,
  Leave: 13,
  Held: 128,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

/** What a processor does with a work item. */
export const WorkKind = {
  Isr: 1,
  Dpc: 2,
  TimerDpc: 3,
  Thread: 4,
  Open: 5,
  Rebalance: 6,
  DmaCopy: 24,
  Echo: 32,
  OffloadDpc: 40,
  Channel: 7,
  Switch: 8,
  VmqControl: 9,
} as const;
export type WorkKind = (typeof WorkKind)[keyof typeof WorkKind];

/** What a packet record stands for. */
export const PacketKind = {
  Tcp: 1,
  Udp: 2,
  Bytes: 3,
} as const;
export type PacketKind = (typeof PacketKind)[keyof typeof PacketKind];

/** What happened to a packet. */
export const PacketFlag = {
  Corrupt: 1,
  Replayed: 2,
  Stored: 4,
  Group: 8,
  Outside: 16,
  Followed: 64,
  Offloaded: 128,
  Tagged: 32,
} as const;
export type PacketFlag = (typeof PacketFlag)[keyof typeof PacketFlag];

/** Kind of place that a cable ends at, in the high bits of its number. */
export const End = {
  Nic: 0,
  Port: 1,
} as const;
export type End = (typeof End)[keyof typeof End];

/** How an adapter interrupts. */
export const InterruptMode = {
  Msix: 0,
  Msi: 1,
  Line: 2,
} as const;
export type InterruptMode = (typeof InterruptMode)[keyof typeof InterruptMode];

/** How long an adapter waits for more frames before it interrupts. */
export const Moderation = {
  Off: 0,
  Fixed: 1,
  Adaptive: 2,
} as const;
export type Moderation = (typeof Moderation)[keyof typeof Moderation];

/** What an application does. */
export const AppKind = {
  Bulk: 0,
  Requests: 1,
  Echo: 2,
  Discard: 3,
  Chargen: 4,
  Http: 5,
} as const;
export type AppKind = (typeof AppKind)[keyof typeof AppKind];

/** Where the bytes that a socket sends come from. */
export const Content = {
  Flow: 0,
  Chargen: 1,
  HttpRequest: 2,
  HttpResponse: 3,
  HttpOutside: 4,
  Store: 5,
} as const;
export type Content = (typeof Content)[keyof typeof Content];

/** Use of a socket record. */
export const SocketState = {
  Free: 0,
  Tcp: 1,
  Udp: 2,
} as const;
export type SocketState = (typeof SocketState)[keyof typeof SocketState];

/** State of a socket beside that of its connection. */
export const SocketFlag = {
  Server: 1,
  Queued: 2,
  Closing: 4,
  Outside: 8,
  Completed: 16,
  Waiting: 32,
  Counted: 128,
  Busy: 256,
  Peered: 512,
  Woken: 1024,
  LastResponse: 2048,
  Moving: 32768,
} as const;
export type SocketFlag = (typeof SocketFlag)[keyof typeof SocketFlag];

/** RFC 4861 section 7.3.2; IPv4 neighbours go the same way, as they do since Windows Vista. */
export const NeighborState = {
  Free: 0,
  Incomplete: 1,
  Reachable: 2,
  Stale: 3,
  Probe: 4,
} as const;
export type NeighborState = (typeof NeighborState)[keyof typeof NeighborState];

/** What a trace record tells. */
export const TraceKind = {
  Sent: 1,
  Received: 2,
  Dropped: 3,
  Interrupt: 4,
  Dpc: 5,
  State: 6,
  Retransmit: 7,
  Rebalance: 8,
  App: 9,
  DmaBatch: 24,
  DmaDecline: 25,
  DmaState: 26,
  Offload: 40,
  UploadRequest: 41,
  Vmq: 10,
  VmqRefused: 11,
  Migrate: 12,
} as const;
export type TraceKind = (typeof TraceKind)[keyof typeof TraceKind];

/** Why a frame went no further. */
export const DropReason = {
  PathLoss: 0,
  Corrupt: 1,
  NoBuffer: 2,
  Filtered: 3,
  PortFull: 4,
  BadChecksum: 5,
  NoListener: 6,
  NoCable: 7,
  NoMemory: 8,
  NotForUs: 9,
  Malformed: 10,
  TooLong: 11,
  Unresolved: 12,
  OtherVlan: 13,
  UnknownStation: 14,
  QueuePaused: 15,
  ChannelFull: 16,
  NotConnected: 17,
} as const;
export type DropReason = (typeof DropReason)[keyof typeof DropReason];

/** What has become of an echo request. */
export const EchoState = {
  Free: 0,
  Waiting: 1,
  Replied: 2,
  Unreachable: 3,
  NeedsFragmentation: 4,
  TooLong: 5,
} as const;
export type EchoState = (typeof EchoState)[keyof typeof EchoState];

/** State of a channel, after NET_DMA_TRANSFER_STATUS. */
export const DmaState = {
  Idle: 0,
  Active: 1,
  Suspended: 2,
  Halted: 3,
  Armed: 4,
} as const;
export type DmaState = (typeof DmaState)[keyof typeof DmaState];

/** Control flags of a descriptor. */
export const DmaFlag = {
  StatusUpdate: 1,
  SourcePageBreak: 2,
  DestinationPageBreak: 4,
  ContextChange: 8,
  CacheAccess: 16,
} as const;
export type DmaFlag = (typeof DmaFlag)[keyof typeof DmaFlag];

/** Why a processor copied what was received. */
export const DmaDecline = {
  None: 0,
  Off: 1,
  Offloaded: 2,
  OutOfOrder: 3,
  NotPosted: 4,
  BelowThreshold: 5,
  SmallFragment: 6,
  RingFull: 7,
  Halted: 8,
  Aborted: 9,
} as const;
export type DmaDecline = (typeof DmaDecline)[keyof typeof DmaDecline];

/** Who owns a connection, numbered as TCP_CONNECTION_OFFLOAD_STATE of tcpmib.h. */
export const OffloadState = {
  InHost: 0,
  Offloading: 1,
  Offloaded: 2,
  Uploading: 3,
} as const;
export type OffloadState = (typeof OffloadState)[keyof typeof OffloadState];

/** The switch of the operating system. */
export const ChimneyMode = {
  Disabled: 0,
  Enabled: 1,
  Automatic: 2,
} as const;
export type ChimneyMode = (typeof ChimneyMode)[keyof typeof ChimneyMode];

/** What the first entry that fits says in a table of chimney. */
export const ChimneyFilter = {
  None: 0,
  Enabled: 1,
  Disabled: 2,
} as const;
export type ChimneyFilter = (typeof ChimneyFilter)[keyof typeof ChimneyFilter];

/** Why a connection is not offloaded: the gates of ui/effective by their ids, then what only a running emulation knows. */
export const ChimneyReason = {
  None: 0,
  Version: 1,
  HyperV: 2,
  Nlb: 3,
  Nat: 4,
  IpsecPolicy: 5,
  OtherFirewall: 6,
  OsSwitch: 7,
  Mode: 8,
  Capability: 9,
  Driver: 10,
  Property: 11,
  Team: 12,
  AutomaticLink: 13,
  Path: 14,
  FamilyCapability: 15,
  FamilyProperty: 16,
  OpenedBefore: 17,
  State: 18,
  Ipsec: 19,
  FirewallUpload: 20,
  Ports: 21,
  Application: 22,
  AutomaticRoundTrip: 23,
  AutomaticBytes: 24,
  Room: 25,
  Paused: 32,
  OtherAdapter: 33,
  Uploaded: 34,
  Ecn: 35,
  Ideal: 36,
  Migrating: 37,
  Platform: 40,
  Edition: 41,
  Binding: 42,
  Network: 43,
  Synthetic: 44,
  Guest: 45,
  IntegrationServices: 46,
  Optimizations: 47,
  GuestSwitch: 48,
  GuestMode: 49,
} as const;
export type ChimneyReason = (typeof ChimneyReason)[keyof typeof ChimneyReason];

/** Why a connection comes back: TCP_UPLOAD_REASON, the mandatory ones first, then reasons of the host. */
export const UploadReason = {
  None: 0,
  HardwareFailure: 1,
  InvalidState: 2,
  ReceivedUrgentData: 3,
  TimeoutExpiration: 4,
  UploadRequested: 5,
  HighDropRate: 6,
  HighFragmentation: 7,
  HighOutOfOrderPackets: 8,
  LowActivity: 9,
  NoBufferPreposting: 10,
  SmallIo: 11,
  Finished: 12,
  GateClosed: 13,
  Paused: 14,
  OtherAdapter: 15,
  Firewall: 16,
  Migration: 17,
} as const;
export type UploadReason = (typeof UploadReason)[keyof typeof UploadReason];

/** What is behind a port of a virtual switch. */
export const VirtualPortKind = {
  External: 0,
  Management: 1,
  Guest: 2,
} as const;
export type VirtualPortKind = (typeof VirtualPortKind)[keyof typeof VirtualPortKind];

/** State of a virtual machine queue: windows-driver-docs, Queue states and operations. */
export const VmqState = {
  Undefined: 0,
  Allocated: 1,
  Set: 2,
  Running: 3,
  Paused: 4,
  StopDma: 5,
  Freeing: 6,
} as const;
export type VmqState = (typeof VmqState)[keyof typeof VmqState];

/** What happens to a virtual machine queue: the rows of the same table. */
export const VmqEvent = {
  AllocateQueue: 0,
  QueueParameters: 1,
  SetFilter: 2,
  ClearLastFilter: 3,
  ClearFilter: 4,
  FilterParameters: 5,
  AllocationComplete: 6,
  Receive: 7,
  FreeQueue: 8,
  DmaStopped: 9,
  BuffersReturned: 10,
} as const;
export type VmqEvent = (typeof VmqEvent)[keyof typeof VmqEvent];

/** How an operation on virtual machine queues ended. */
export const VmqStatus = {
  Success: 0,
  InvalidState: 1,
  InvalidParameter: 2,
  NoQueue: 3,
  NoFilter: 4,
  NotSupported: 5,
} as const;
export type VmqStatus = (typeof VmqStatus)[keyof typeof VmqStatus];

/** What a receive filter tests beside the destination MAC address. */
export const VmqFilterFlag = {
  Vlan: 1,
  UntaggedOrZero: 2,
} as const;
export type VmqFilterFlag = (typeof VmqFilterFlag)[keyof typeof VmqFilterFlag];

/** What a request to follow a frame has come to. */
export const FollowState = {
  Off: 0,
  Ended: 1,
  Waiting: 2,
  UnderWay: 3,
} as const;
export type FollowState = (typeof FollowState)[keyof typeof FollowState];

/** Where what is followed is, between two steps. */
export const FollowStage = {
  Packet: 0,
  Ring: 1,
  Stream: 2,
  Datagram: 3,
} as const;
export type FollowStage = (typeof FollowStage)[keyof typeof FollowStage];

/** A step of a followed frame, or a cost that was charged with the step before it. */
export const FollowStep = {
  Cost: 1,
  Arrived: 2,
  Filtered: 3,
  ChimneyKept: 4,
  ChimneyTook: 5,
  VmqChosen: 6,
  RssChosen: 7,
  OneQueue: 8,
  Ring: 9,
  Interrupt: 10,
  Raised: 11,
  Isr: 12,
  DpcQueued: 13,
  Dpc: 14,
  Sorted: 15,
  Indicated: 16,
  Routed: 17,
  QueueRouted: 18,
  GuestCopied: 19,
  Channel: 20,
  GuestTaken: 21,
  ToHost: 22,
  Ip: 23,
  Tcp: 24,
  TcpTaken: 25,
  Copied: 26,
  Answered: 27,
  NoSocket: 28,
  Accepted: 29,
  Handed: 30,
  EngineServed: 31,
  Placed: 32,
  Completion: 33,
  Datagram: 34,
  Woken: 35,
  Read: 36,
  Dropped: 37,
  Request: 38,
  Segment: 39,
  Window: 40,
  Neighbor: 41,
  Posted: 42,
  Cut: 43,
  Wire: 44,
  Cable: 45,
  SwitchPort: 46,
  Flooded: 47,
  HostAsked: 48,
  SwitchTaken: 49,
  Waits: 50,
} as const;
export type FollowStep = (typeof FollowStep)[keyof typeof FollowStep];

/** Why an adapter took a frame. */
export const FollowFilter = {
  Own: 0,
  Group: 1,
  Switch: 2,
  Replayed: 3,
} as const;
export type FollowFilter = (typeof FollowFilter)[keyof typeof FollowFilter];

/** What an adapter does about an interrupt for a frame. */
export const FollowInterrupt = {
  AtOnce: 0,
  Moderated: 1,
  Armed: 2,
  Masked: 3,
} as const;
export type FollowInterrupt = (typeof FollowInterrupt)[keyof typeof FollowInterrupt];

/** How a virtual switch found the port. */
export const FollowRoute = {
  Table: 0,
  Unknown: 1,
  Group: 2,
} as const;
export type FollowRoute = (typeof FollowRoute)[keyof typeof FollowRoute];

/** Kind of place that a frame was dropped at. */
export const FollowPlace = {
  Nic: 0,
  Path: 1,
  Port: 2,
  Host: 3,
} as const;
export type FollowPlace = (typeof FollowPlace)[keyof typeof FollowPlace];

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
  /** ps; where the wheel stands: no later than now */
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

/** TCP of one host: settings, output ring, counters. */
export interface TcpStackRecord {
  /** secret of the initial sequence numbers, low half */
  secret0: bigint;
  /** high half */
  secret1: bigint;
  /** ps; retransmission timeout before the first sample */
  initialRto: bigint;
  /** ps */
  minRto: bigint;
  /** ps; bounds the persist interval too */
  maxRto: bigint;
  /** ps; G of RFC 6298 */
  granularity: bigint;
  /** ps */
  delayedAck: bigint;
  /** ps; 2 MSL */
  timeWait: bigint;
  /** ps; how long a closed connection waits for the FIN of its peer */
  finWait2: bigint;
  /** ps without traffic before the first probe */
  keepAliveTime: bigint;
  /** ps between probes */
  keepAliveInterval: bigint;
  /** ps of one tick of the timestamp clock */
  tick: bigint;
  /** ps in which at most challengeLimit challenge ACKs go out */
  challengeInterval: bigint;
  /** ps; start of the current interval */
  challengeAt: bigint;
  /** challenge ACKs in it */
  challengeCount: number;
  /**  */
  challengeLimit: number;
  /** bytes of an IP packet on the link; gives the MSS to announce */
  mtu: number;
  /** bytes of receive buffer a connection starts with */
  receiveWindow: number;
  /** bytes up to which the receive buffer may grow; gives the window scale */
  receiveLimit: number;
  /** bytes of payload in one descriptor; 0: one segment each */
  largeSend: number;
  /** segments; 0: the formula of RFC 3390 */
  initialWindow: number;
  /** segments for one ACK */
  ackFrequency: number;
  /**  */
  dupAckThreshold: number;
  /** retransmissions of SYN or SYN+ACK */
  synRetries: number;
  /** retransmissions of data, unless the connection says otherwise */
  dataRetries: number;
  /**  */
  keepAliveProbes: number;
  /** TcpCongestion */
  congestion: number;
  /** 1: offered */
  windowScaling: number;
  /** 1: offered */
  sack: number;
  /** 1: offered */
  timestamps: number;
  /** 1: offered */
  ecn: number;
  /** 1: on for new connections */
  nagle: number;
  /** TTL or hop limit */
  hopLimit: number;
  /** address of the TcpSegment ring */
  ring: number;
  /** slots minus 1; slots are a power of two */
  ringMask: number;
  /** segments ever put in, modulo 2^32 */
  ringHead: number;
  /** segments ever taken out, modulo 2^32 */
  ringTail: number;
  /** IPv4 identification of the next packet */
  ipId: number;
  /** payload bytes before the part that the last tcpInput took */
  acceptedSkip: number;
  /** payload bytes that the last tcpInput took */
  acceptedLength: number;
  /** their stream offset */
  acceptedOffset: bigint;
  /** segments given to tcpInput or tcpStray */
  segmentsIn: bigint;
  /** segments put in the ring, without retransmissions only */
  segmentsOut: bigint;
  /** segments that held at least one byte sent before */
  segmentsRetransmitted: bigint;
  /** segments with RST put in the ring */
  resetsOut: bigint;
  /** CLOSED to SYN-SENT */
  activeOpens: bigint;
  /** LISTEN to SYN-RECEIVED */
  passiveOpens: bigint;
  /** SYN-SENT or SYN-RECEIVED to CLOSED or LISTEN */
  attemptFails: bigint;
  /** ESTABLISHED or CLOSE-WAIT to CLOSED */
  establishedResets: bigint;
  /** challenge ACKs of RFC 5961 */
  challengeAcks: bigint;
  /** times a segment found no slot */
  ringFull: bigint;
  /** the same over IPv6 alone, here and below */
  segmentsIn6: bigint;
  /**  */
  segmentsOut6: bigint;
  /**  */
  segmentsRetransmitted6: bigint;
  /**  */
  activeOpens6: bigint;
  /**  */
  passiveOpens6: bigint;
  /**  */
  attemptFails6: bigint;
  /**  */
  establishedResets6: bigint;
}
export const TcpStackLayout = {
  size: 384,
  secret0: 0,
  secret1: 8,
  initialRto: 16,
  minRto: 24,
  maxRto: 32,
  granularity: 40,
  delayedAck: 48,
  timeWait: 56,
  finWait2: 64,
  keepAliveTime: 72,
  keepAliveInterval: 80,
  tick: 88,
  challengeInterval: 96,
  challengeAt: 104,
  challengeCount: 112,
  challengeLimit: 116,
  mtu: 120,
  receiveWindow: 124,
  receiveLimit: 128,
  largeSend: 132,
  initialWindow: 136,
  ackFrequency: 140,
  dupAckThreshold: 141,
  synRetries: 142,
  dataRetries: 143,
  keepAliveProbes: 144,
  congestion: 145,
  windowScaling: 146,
  sack: 147,
  timestamps: 148,
  ecn: 149,
  nagle: 150,
  hopLimit: 151,
  ring: 152,
  ringMask: 156,
  ringHead: 160,
  ringTail: 164,
  ipId: 168,
  acceptedSkip: 172,
  acceptedLength: 176,
  acceptedOffset: 184,
  segmentsIn: 192,
  segmentsOut: 200,
  segmentsRetransmitted: 208,
  resetsOut: 216,
  activeOpens: 224,
  passiveOpens: 232,
  attemptFails: 240,
  establishedResets: 248,
  challengeAcks: 256,
  ringFull: 264,
  segmentsIn6: 272,
  segmentsOut6: 280,
  segmentsRetransmitted6: 288,
  activeOpens6: 296,
  passiveOpens6: 304,
  attemptFails6: 312,
  establishedResets6: 320,
} as const;
/** Reads the TcpStack at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readTcpStack(memory: ArrayBufferLike, at: number): TcpStackRecord {
  const view = new DataView(memory);
  return {
    secret0: view.getBigUint64(at + 0, true),
    secret1: view.getBigUint64(at + 8, true),
    initialRto: view.getBigUint64(at + 16, true),
    minRto: view.getBigUint64(at + 24, true),
    maxRto: view.getBigUint64(at + 32, true),
    granularity: view.getBigUint64(at + 40, true),
    delayedAck: view.getBigUint64(at + 48, true),
    timeWait: view.getBigUint64(at + 56, true),
    finWait2: view.getBigUint64(at + 64, true),
    keepAliveTime: view.getBigUint64(at + 72, true),
    keepAliveInterval: view.getBigUint64(at + 80, true),
    tick: view.getBigUint64(at + 88, true),
    challengeInterval: view.getBigUint64(at + 96, true),
    challengeAt: view.getBigUint64(at + 104, true),
    challengeCount: view.getUint32(at + 112, true),
    challengeLimit: view.getUint32(at + 116, true),
    mtu: view.getUint32(at + 120, true),
    receiveWindow: view.getUint32(at + 124, true),
    receiveLimit: view.getUint32(at + 128, true),
    largeSend: view.getUint32(at + 132, true),
    initialWindow: view.getUint32(at + 136, true),
    ackFrequency: view.getUint8(at + 140),
    dupAckThreshold: view.getUint8(at + 141),
    synRetries: view.getUint8(at + 142),
    dataRetries: view.getUint8(at + 143),
    keepAliveProbes: view.getUint8(at + 144),
    congestion: view.getUint8(at + 145),
    windowScaling: view.getUint8(at + 146),
    sack: view.getUint8(at + 147),
    timestamps: view.getUint8(at + 148),
    ecn: view.getUint8(at + 149),
    nagle: view.getUint8(at + 150),
    hopLimit: view.getUint8(at + 151),
    ring: view.getUint32(at + 152, true),
    ringMask: view.getUint32(at + 156, true),
    ringHead: view.getUint32(at + 160, true),
    ringTail: view.getUint32(at + 164, true),
    ipId: view.getUint32(at + 168, true),
    acceptedSkip: view.getUint32(at + 172, true),
    acceptedLength: view.getUint32(at + 176, true),
    acceptedOffset: view.getBigUint64(at + 184, true),
    segmentsIn: view.getBigUint64(at + 192, true),
    segmentsOut: view.getBigUint64(at + 200, true),
    segmentsRetransmitted: view.getBigUint64(at + 208, true),
    resetsOut: view.getBigUint64(at + 216, true),
    activeOpens: view.getBigUint64(at + 224, true),
    passiveOpens: view.getBigUint64(at + 232, true),
    attemptFails: view.getBigUint64(at + 240, true),
    establishedResets: view.getBigUint64(at + 248, true),
    challengeAcks: view.getBigUint64(at + 256, true),
    ringFull: view.getBigUint64(at + 264, true),
    segmentsIn6: view.getBigUint64(at + 272, true),
    segmentsOut6: view.getBigUint64(at + 280, true),
    segmentsRetransmitted6: view.getBigUint64(at + 288, true),
    activeOpens6: view.getBigUint64(at + 296, true),
    passiveOpens6: view.getBigUint64(at + 304, true),
    attemptFails6: view.getBigUint64(at + 312, true),
    establishedResets6: view.getBigUint64(at + 320, true),
  };
}

/** A TCP segment, sent or received: header fields, and where its payload is in the stream. */
export interface TcpSegmentRecord {
  /** IPv4 in the first 4 bytes, or IPv6 */
  source: Uint8Array;
  /**  */
  destination: Uint8Array;
  /**  */
  sourcePort: number;
  /**  */
  destinationPort: number;
  /** 4 or 6 */
  family: number;
  /** TcpFlag bits */
  flags: number;
  /** as on the wire, not scaled */
  window: number;
  /**  */
  seq: number;
  /** 0 without TcpFlag.Ack */
  ack: number;
  /** payload bytes */
  length: number;
  /** payload bytes of one wire segment when this is a large send; else 0 */
  mss: number;
  /** stream offset of the payload */
  offset: bigint;
  /** address of the payload bytes; 0: they follow from flow and offset */
  payload: number;
  /** number that the payload bytes are made from */
  flow: number;
  /** address of the TcpConnection that sent it; 0: none */
  connection: number;
  /** TcpOption bits */
  options: number;
  /** shift */
  windowScale: number;
  /** 0..4 */
  sackBlocks: number;
  /** ECN field of the IP header: 0 not ECT, 2 ECT(0), 3 CE */
  ecn: number;
  /** MSS option */
  maximumSegment: number;
  /** urgent pointer */
  urgent: number;
  /** TSval */
  timestamp: number;
  /** TSecr */
  timestampEcho: number;
  /** blocks: left edge u32, right edge u32, little-endian */
  sack: Uint8Array;
  /** IPv4 identification */
  ipId: number;
  /** TTL or hop limit */
  hopLimit: number;
  /** type of service or traffic class, without the ECN field */
  trafficClass: number;
  /** IPv6 */
  flowLabel: number;
}
export const TcpSegmentLayout = {
  size: 160,
  source: 0,
  destination: 16,
  sourcePort: 32,
  destinationPort: 34,
  family: 36,
  flags: 37,
  window: 38,
  seq: 40,
  ack: 44,
  length: 48,
  mss: 52,
  offset: 56,
  payload: 64,
  flow: 68,
  connection: 72,
  options: 76,
  windowScale: 77,
  sackBlocks: 78,
  ecn: 79,
  maximumSegment: 80,
  urgent: 82,
  timestamp: 84,
  timestampEcho: 88,
  sack: 92,
  ipId: 124,
  hopLimit: 126,
  trafficClass: 127,
  flowLabel: 128,
} as const;
/** Reads the TcpSegment at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readTcpSegment(memory: ArrayBufferLike, at: number): TcpSegmentRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    source: bytes.subarray(at + 0, at + 0 + 16),
    destination: bytes.subarray(at + 16, at + 16 + 16),
    sourcePort: view.getUint16(at + 32, true),
    destinationPort: view.getUint16(at + 34, true),
    family: view.getUint8(at + 36),
    flags: view.getUint8(at + 37),
    window: view.getUint16(at + 38, true),
    seq: view.getUint32(at + 40, true),
    ack: view.getUint32(at + 44, true),
    length: view.getUint32(at + 48, true),
    mss: view.getUint32(at + 52, true),
    offset: view.getBigUint64(at + 56, true),
    payload: view.getUint32(at + 64, true),
    flow: view.getUint32(at + 68, true),
    connection: view.getUint32(at + 72, true),
    options: view.getUint8(at + 76),
    windowScale: view.getUint8(at + 77),
    sackBlocks: view.getUint8(at + 78),
    ecn: view.getUint8(at + 79),
    maximumSegment: view.getUint16(at + 80, true),
    urgent: view.getUint16(at + 82, true),
    timestamp: view.getUint32(at + 84, true),
    timestampEcho: view.getUint32(at + 88, true),
    sack: bytes.subarray(at + 92, at + 92 + 32),
    ipId: view.getUint16(at + 124, true),
    hopLimit: view.getUint8(at + 126),
    trafficClass: view.getUint8(at + 127),
    flowLabel: view.getUint32(at + 128, true),
  };
}

/** One TCP connection. Const, cached and delegated variables are those of the chimney offload state blocks. */
export interface TcpConnectionRecord {
  /** path const; IPv4 in the first 4 bytes */
  localAddress: Uint8Array;
  /** path const */
  remoteAddress: Uint8Array;
  /** const */
  localPort: number;
  /** const */
  remotePort: number;
  /** 4 or 6 */
  family: number;
  /** const; TcpConst bits */
  constFlags: number;
  /** const; shift of windows received */
  sndWindScale: number;
  /** const; shift of windows sent */
  rcvWindScale: number;
  /** const; RSS hash of what is received */
  hashValue: number;
  /** const; MSS that the peer announced */
  remoteMss: number;
  /** cached; TcpCached bits */
  cachedFlags: number;
  /** cached; keep-alive probes before giving up */
  kaProbeCount: number;
  /** cached; bytes of receive buffer */
  initialRcvWnd: number;
  /** cached; bytes */
  rcvIndicationSize: number;
  /** cached; retransmissions, 0: the setting of the stack, 0xffffffff: unlimited */
  maxRt: number;
  /** cached */
  flowLabel: number;
  /** path cached; bytes */
  pathMtu: number;
  /** cached */
  ttlOrHopLimit: number;
  /** cached */
  tosOrTrafficClass: number;
  /** cached; 802.1p */
  userPriority: number;
  /** delegated; TcpState */
  state: number;
  /** cached; ps */
  kaTimeout: bigint;
  /** cached; ps */
  kaInterval: bigint;
  /** delegated; ps, 0 before the first sample */
  sRtt: bigint;
  /** delegated; ps */
  rttVar: bigint;
  /** delegated; ps, when tsRecent was set */
  tsRecentAge: bigint;
  /** delegated; ps spent on retransmissions of the oldest segment */
  totalRt: bigint;
  /** delegated, as RetransmitTimeoutDelta; ps, all ones: not running */
  retransmitAt: bigint;
  /** delegated, as KeepAliveTimeoutDelta; ps, all ones: not running */
  keepAliveAt: bigint;
  /** delegated */
  rcvNxt: number;
  /** delegated; bytes from rcvNxt to the right edge that was offered */
  rcvWnd: number;
  /** delegated */
  sndUna: number;
  /** delegated */
  sndNxt: number;
  /** delegated; one past the highest sequence number sent */
  sndMax: number;
  /** delegated; bytes */
  sndWnd: number;
  /** delegated; bytes */
  maxSndWnd: number;
  /** delegated */
  sendWl1: number;
  /** delegated; bytes */
  cWnd: number;
  /** delegated; bytes */
  ssThresh: number;
  /** delegated; bytes, delay window of Compound TCP */
  dWnd: number;
  /** delegated */
  tsRecent: number;
  /** delegated; added to the clock to give TSval */
  tsTime: number;
  /** delegated, as SendDataTail; sequence number after the last byte queued. SendDataHead is sndUna */
  sendDataTail: number;
  /** delegated; bytes received in order and not yet read */
  bufferedData: number;
  /** delegated */
  dupAckCount: number;
  /** delegated */
  sndWndProbeCount: number;
  /** delegated */
  keepAliveProbeCount: number;
  /** delegated */
  retransmitCount: number;
  /** address of the TcpStack */
  stack: number;
  /** number that the payload bytes are made from */
  flow: number;
  /** bytes of payload in one descriptor; 0: one segment each */
  largeSend: number;
  /** TcpHost bits */
  hostFlags: number;
  /** TcpEvent bits */
  events: number;
  /** TcpTimer; what retransmitAt stands for */
  timer: number;
  /** ps; call tcpTimer then. All ones: no timer runs */
  deadline: bigint;
  /** ps, all ones: not running */
  delayedAckAt: bigint;
  /** stream offset of sndUna */
  sndUnaOffset: bigint;
  /** stream offset of rcvNxt */
  rcvNxtOffset: bigint;
  /** ps; when rttSeq was sent */
  rttAt: bigint;
  /** ps; when data was sent last */
  sentAt: bigint;
  /** ps; least round trip seen, for Compound TCP */
  baseRtt: bigint;
  /** ps; start of the round trip in which tuneBytes were read */
  tuneAt: bigint;
  /** bytes */
  tuneBytes: number;
  /** sequence number whose ACK ends the measurement */
  rttSeq: number;
  /**  */
  iss: number;
  /**  */
  irs: number;
  /** RFC 6582 and 6675: recovery ends when this is acknowledged */
  recover: number;
  /** RFC 6675: one past the highest sequence number retransmitted */
  highRxt: number;
  /** bytes acknowledged since cWnd grew last */
  acked: number;
  /** sequence number whose ACK ends the round trip of Compound TCP */
  roundEnd: number;
  /** RFC 7323 Last.ACK.sent */
  lastAckSent: number;
  /** sequence number of a FIN held back */
  rcvFin: number;
  /** no further reduction for ECE below this */
  ecnRecover: number;
  /** bytes of payload in a full segment */
  sendMss: number;
  /** times the timeout is doubled */
  rtoShift: number;
  /** segments that the next ACK answers */
  ackCount: number;
  /** out-of-order ranges */
  rangeCount: number;
  /** selectively acknowledged ranges */
  sackedCount: number;
  /** received out of order, newest first: left edge, right edge */
  ranges: Uint8Array;
  /** acknowledged selectively, ascending: left edge, right edge */
  sacked: Uint8Array;
}
export const TcpConnectionLayout = {
  size: 512,
  localAddress: 0,
  remoteAddress: 16,
  localPort: 32,
  remotePort: 34,
  family: 36,
  constFlags: 37,
  sndWindScale: 38,
  rcvWindScale: 39,
  hashValue: 40,
  remoteMss: 44,
  cachedFlags: 46,
  kaProbeCount: 47,
  initialRcvWnd: 48,
  rcvIndicationSize: 52,
  maxRt: 56,
  flowLabel: 60,
  pathMtu: 64,
  ttlOrHopLimit: 68,
  tosOrTrafficClass: 69,
  userPriority: 70,
  state: 71,
  kaTimeout: 72,
  kaInterval: 80,
  sRtt: 88,
  rttVar: 96,
  tsRecentAge: 104,
  totalRt: 112,
  retransmitAt: 120,
  keepAliveAt: 128,
  rcvNxt: 136,
  rcvWnd: 140,
  sndUna: 144,
  sndNxt: 148,
  sndMax: 152,
  sndWnd: 156,
  maxSndWnd: 160,
  sendWl1: 164,
  cWnd: 168,
  ssThresh: 172,
  dWnd: 176,
  tsRecent: 180,
  tsTime: 184,
  sendDataTail: 188,
  bufferedData: 192,
  dupAckCount: 196,
  sndWndProbeCount: 197,
  keepAliveProbeCount: 198,
  retransmitCount: 199,
  stack: 200,
  flow: 204,
  largeSend: 208,
  hostFlags: 212,
  events: 214,
  timer: 215,
  deadline: 216,
  delayedAckAt: 224,
  sndUnaOffset: 232,
  rcvNxtOffset: 240,
  rttAt: 248,
  sentAt: 256,
  baseRtt: 264,
  tuneAt: 272,
  tuneBytes: 280,
  rttSeq: 284,
  iss: 288,
  irs: 292,
  recover: 296,
  highRxt: 300,
  acked: 304,
  roundEnd: 308,
  lastAckSent: 312,
  rcvFin: 316,
  ecnRecover: 320,
  sendMss: 324,
  rtoShift: 326,
  ackCount: 327,
  rangeCount: 328,
  sackedCount: 329,
  ranges: 330,
  sacked: 394,
} as const;
/** Reads the TcpConnection at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readTcpConnection(memory: ArrayBufferLike, at: number): TcpConnectionRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    localAddress: bytes.subarray(at + 0, at + 0 + 16),
    remoteAddress: bytes.subarray(at + 16, at + 16 + 16),
    localPort: view.getUint16(at + 32, true),
    remotePort: view.getUint16(at + 34, true),
    family: view.getUint8(at + 36),
    constFlags: view.getUint8(at + 37),
    sndWindScale: view.getUint8(at + 38),
    rcvWindScale: view.getUint8(at + 39),
    hashValue: view.getUint32(at + 40, true),
    remoteMss: view.getUint16(at + 44, true),
    cachedFlags: view.getUint8(at + 46),
    kaProbeCount: view.getUint8(at + 47),
    initialRcvWnd: view.getUint32(at + 48, true),
    rcvIndicationSize: view.getUint32(at + 52, true),
    maxRt: view.getUint32(at + 56, true),
    flowLabel: view.getUint32(at + 60, true),
    pathMtu: view.getUint32(at + 64, true),
    ttlOrHopLimit: view.getUint8(at + 68),
    tosOrTrafficClass: view.getUint8(at + 69),
    userPriority: view.getUint8(at + 70),
    state: view.getUint8(at + 71),
    kaTimeout: view.getBigUint64(at + 72, true),
    kaInterval: view.getBigUint64(at + 80, true),
    sRtt: view.getBigUint64(at + 88, true),
    rttVar: view.getBigUint64(at + 96, true),
    tsRecentAge: view.getBigUint64(at + 104, true),
    totalRt: view.getBigUint64(at + 112, true),
    retransmitAt: view.getBigUint64(at + 120, true),
    keepAliveAt: view.getBigUint64(at + 128, true),
    rcvNxt: view.getUint32(at + 136, true),
    rcvWnd: view.getUint32(at + 140, true),
    sndUna: view.getUint32(at + 144, true),
    sndNxt: view.getUint32(at + 148, true),
    sndMax: view.getUint32(at + 152, true),
    sndWnd: view.getUint32(at + 156, true),
    maxSndWnd: view.getUint32(at + 160, true),
    sendWl1: view.getUint32(at + 164, true),
    cWnd: view.getUint32(at + 168, true),
    ssThresh: view.getUint32(at + 172, true),
    dWnd: view.getUint32(at + 176, true),
    tsRecent: view.getUint32(at + 180, true),
    tsTime: view.getUint32(at + 184, true),
    sendDataTail: view.getUint32(at + 188, true),
    bufferedData: view.getUint32(at + 192, true),
    dupAckCount: view.getUint8(at + 196),
    sndWndProbeCount: view.getUint8(at + 197),
    keepAliveProbeCount: view.getUint8(at + 198),
    retransmitCount: view.getUint8(at + 199),
    stack: view.getUint32(at + 200, true),
    flow: view.getUint32(at + 204, true),
    largeSend: view.getUint32(at + 208, true),
    hostFlags: view.getUint16(at + 212, true),
    events: view.getUint8(at + 214),
    timer: view.getUint8(at + 215),
    deadline: view.getBigUint64(at + 216, true),
    delayedAckAt: view.getBigUint64(at + 224, true),
    sndUnaOffset: view.getBigUint64(at + 232, true),
    rcvNxtOffset: view.getBigUint64(at + 240, true),
    rttAt: view.getBigUint64(at + 248, true),
    sentAt: view.getBigUint64(at + 256, true),
    baseRtt: view.getBigUint64(at + 264, true),
    tuneAt: view.getBigUint64(at + 272, true),
    tuneBytes: view.getUint32(at + 280, true),
    rttSeq: view.getUint32(at + 284, true),
    iss: view.getUint32(at + 288, true),
    irs: view.getUint32(at + 292, true),
    recover: view.getUint32(at + 296, true),
    highRxt: view.getUint32(at + 300, true),
    acked: view.getUint32(at + 304, true),
    roundEnd: view.getUint32(at + 308, true),
    lastAckSent: view.getUint32(at + 312, true),
    rcvFin: view.getUint32(at + 316, true),
    ecnRecover: view.getUint32(at + 320, true),
    sendMss: view.getUint16(at + 324, true),
    rtoShift: view.getUint8(at + 326),
    ackCount: view.getUint8(at + 327),
    rangeCount: view.getUint8(at + 328),
    sackedCount: view.getUint8(at + 329),
    ranges: bytes.subarray(at + 330, at + 330 + 64),
    sacked: bytes.subarray(at + 394, at + 394 + 96),
  };
}

/** Work items of all processors. */
export interface WorkPoolRecord {
  /** items that may be queued, running or preempted at a time */
  capacity: number;
  /** items that are */
  used: number;
  /** most that ever were */
  peak: number;
  /** items refused because there was no room */
  overflows: number;
  /** charges when no item was starting, and to owners that do not exist; they count nowhere */
  strayCharges: number;
}
export const WorkPoolLayout = {
  size: 32,
  capacity: 0,
  used: 4,
  peak: 8,
  overflows: 12,
  strayCharges: 16,
} as const;
/** Reads the WorkPool at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readWorkPool(memory: ArrayBufferLike, at: number): WorkPoolRecord {
  const view = new DataView(memory);
  return {
    capacity: view.getUint32(at + 0, true),
    used: view.getUint32(at + 4, true),
    peak: view.getUint32(at + 8, true),
    overflows: view.getUint32(at + 12, true),
    strayCharges: view.getUint32(at + 16, true),
  };
}

/** A work item. */
export interface WorkRecord {
  /** address of the next one of its queue */
  next: number;
  /** first argument */
  a: number;
  /** second argument */
  b: number;
  /** what the dispatch does with it */
  kind: number;
  /** Level */
  level: number;
  /** 1: of a virtual machine, once it has started */
  guest: number;
}
export const WorkLayout = {
  size: 16,
  next: 0,
  a: 4,
  b: 8,
  kind: 12,
  level: 14,
  guest: 15,
} as const;
/** Reads the Work at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readWork(memory: ArrayBufferLike, at: number): WorkRecord {
  const view = new DataView(memory);
  return {
    next: view.getUint32(at + 0, true),
    a: view.getUint32(at + 4, true),
    b: view.getUint32(at + 8, true),
    kind: view.getUint16(at + 12, true),
    level: view.getUint8(at + 14),
    guest: view.getUint8(at + 15),
  };
}

/** A logical processor. Times are ps up to `since`; idle + thread + dpc + interrupt is all of it, and so is idle + the classes. */
export interface ProcessorRecord {
  /** ps; the accounts are complete up to here */
  since: bigint;
  /** ps without work */
  idle: bigint;
  /** ps in threads */
  thread: bigint;
  /** ps in deferred procedure calls */
  dpc: bigint;
  /** ps in interrupt service routines */
  interrupt: bigint;
  /** ps in CostClass.Interrupt */
  classInterrupt: bigint;
  /** ps in CostClass.Dpc */
  classDpc: bigint;
  /** ps in CostClass.Driver */
  classDriver: bigint;
  /** ps in CostClass.Ndis */
  classNdis: bigint;
  /** ps in CostClass.TcpIp */
  classTcpIp: bigint;
  /** ps in CostClass.Copy */
  classCopy: bigint;
  /** ps in CostClass.Switch */
  classSwitch: bigint;
  /** ps in CostClass.Application */
  classApplication: bigint;
  /** u64 ps still to run, at the present speed, of each level from Thread and each class */
  due: Uint8Array;
  /** u64 sum of `due` of each level from Thread */
  remaining: Uint8Array;
  /** u32 address of the first queued Work of each level from Thread */
  first: Uint8Array;
  /** u32 address of the last queued one */
  newest: Uint8Array;
  /** u32 address of the started one, running or preempted */
  active: Uint8Array;
  /** thread items queued */
  queuedThread: number;
  /** DPCs queued */
  queuedDpc: number;
  /** interrupts queued */
  queuedInterrupt: number;
  /** times that a higher level took the processor from a running item */
  preemptions: number;
  /** of the event that counts; earlier ones are void */
  ticket: number;
  /** ps of a Nehalem-class cycle on this processor, times 2^20 */
  psPerCycle: number;
  /** address of its host’s CostEntry records */
  costs: number;
  /** address of its CostTotal records */
  totals: number;
  /** host */
  host: number;
  /** core, within the host */
  core: number;
  /** NUMA node, within the host */
  node: number;
  /** processor on the same core, or limits.NoProcessor */
  sibling: number;
  /** Level */
  running: number;
  /** 1 while an event for now is pending or being handled */
  waking: number;
  /** 1 while the item that starts may be charged */
  starting: number;
  /** 1 when an item has ended in the event being handled */
  finished: number;
  /** 1 while the sibling is busy */
  shared: number;
  /** 1 while the sibling was told that this one is busy */
  busy: number;
  /** ps in threads of virtual machines, part of `thread` */
  guest: bigint;
}
export const ProcessorLayout = {
  size: 448,
  since: 0,
  idle: 8,
  thread: 16,
  dpc: 24,
  interrupt: 32,
  classInterrupt: 40,
  classDpc: 48,
  classDriver: 56,
  classNdis: 64,
  classTcpIp: 72,
  classCopy: 80,
  classSwitch: 88,
  classApplication: 96,
  due: 104,
  remaining: 296,
  first: 320,
  newest: 332,
  active: 344,
  queuedThread: 356,
  queuedDpc: 360,
  queuedInterrupt: 364,
  preemptions: 368,
  ticket: 372,
  psPerCycle: 376,
  costs: 380,
  totals: 384,
  host: 388,
  core: 390,
  node: 392,
  sibling: 394,
  running: 396,
  waking: 397,
  starting: 398,
  finished: 399,
  shared: 400,
  busy: 401,
  guest: 408,
} as const;
/** Reads the Processor at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readProcessor(memory: ArrayBufferLike, at: number): ProcessorRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    since: view.getBigUint64(at + 0, true),
    idle: view.getBigUint64(at + 8, true),
    thread: view.getBigUint64(at + 16, true),
    dpc: view.getBigUint64(at + 24, true),
    interrupt: view.getBigUint64(at + 32, true),
    classInterrupt: view.getBigUint64(at + 40, true),
    classDpc: view.getBigUint64(at + 48, true),
    classDriver: view.getBigUint64(at + 56, true),
    classNdis: view.getBigUint64(at + 64, true),
    classTcpIp: view.getBigUint64(at + 72, true),
    classCopy: view.getBigUint64(at + 80, true),
    classSwitch: view.getBigUint64(at + 88, true),
    classApplication: view.getBigUint64(at + 96, true),
    due: bytes.subarray(at + 104, at + 104 + 192),
    remaining: bytes.subarray(at + 296, at + 296 + 24),
    first: bytes.subarray(at + 320, at + 320 + 12),
    newest: bytes.subarray(at + 332, at + 332 + 12),
    active: bytes.subarray(at + 344, at + 344 + 12),
    queuedThread: view.getUint32(at + 356, true),
    queuedDpc: view.getUint32(at + 360, true),
    queuedInterrupt: view.getUint32(at + 364, true),
    preemptions: view.getUint32(at + 368, true),
    ticket: view.getUint32(at + 372, true),
    psPerCycle: view.getUint32(at + 376, true),
    costs: view.getUint32(at + 380, true),
    totals: view.getUint32(at + 384, true),
    host: view.getUint16(at + 388, true),
    core: view.getUint16(at + 390, true),
    node: view.getUint16(at + 392, true),
    sibling: view.getUint16(at + 394, true),
    running: view.getUint8(at + 396),
    waking: view.getUint8(at + 397),
    starting: view.getUint8(at + 398),
    finished: view.getUint8(at + 399),
    shared: view.getUint8(at + 400),
    busy: view.getUint8(at + 401),
    guest: view.getBigUint64(at + 408, true),
  };
}

/** What a unit of a Cost takes on one host. */
export interface CostEntryRecord {
  /** Nehalem-class cycles */
  cycles: number;
  /** ps of copies and cache misses */
  picoseconds: number;
  /** CostClass */
  class: number;
}
export const CostEntryLayout = {
  size: 16,
  cycles: 0,
  picoseconds: 4,
  class: 8,
} as const;
/** Reads the CostEntry at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readCostEntry(memory: ArrayBufferLike, at: number): CostEntryRecord {
  const view = new DataView(memory);
  return {
    cycles: view.getUint32(at + 0, true),
    picoseconds: view.getUint32(at + 4, true),
    class: view.getUint32(at + 8, true),
  };
}

/** What was charged to one processor under one Cost. */
export interface CostTotalRecord {
  /** units of work */
  units: bigint;
  /** ps, before the core is shared with a sibling */
  picoseconds: bigint;
}
export const CostTotalLayout = {
  size: 16,
  units: 0,
  picoseconds: 8,
} as const;
/** Reads the CostTotal at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readCostTotal(memory: ArrayBufferLike, at: number): CostTotalRecord {
  const view = new DataView(memory);
  return {
    units: view.getBigUint64(at + 0, true),
    picoseconds: view.getBigUint64(at + 8, true),
  };
}

/** What was charged on behalf of one owner: an adapter, a connection. ps, before a core is shared with a sibling. */
export interface OwnerTotalRecord {
  /** CostClass.Interrupt */
  interrupt: bigint;
  /** CostClass.Dpc */
  dpc: bigint;
  /** CostClass.Driver */
  driver: bigint;
  /** CostClass.Ndis */
  ndis: bigint;
  /** CostClass.TcpIp */
  tcpIp: bigint;
  /** CostClass.Copy */
  copy: bigint;
  /** CostClass.Switch */
  switch: bigint;
  /** CostClass.Application */
  application: bigint;
}
export const OwnerTotalLayout = {
  size: 64,
  interrupt: 0,
  dpc: 8,
  driver: 16,
  ndis: 24,
  tcpIp: 32,
  copy: 40,
  switch: 48,
  application: 56,
} as const;
/** Reads the OwnerTotal at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readOwnerTotal(memory: ArrayBufferLike, at: number): OwnerTotalRecord {
  const view = new DataView(memory);
  return {
    interrupt: view.getBigUint64(at + 0, true),
    dpc: view.getBigUint64(at + 8, true),
    driver: view.getBigUint64(at + 16, true),
    ndis: view.getBigUint64(at + 24, true),
    tcpIp: view.getBigUint64(at + 32, true),
    copy: view.getBigUint64(at + 40, true),
    switch: view.getBigUint64(at + 48, true),
    application: view.getBigUint64(at + 56, true),
  };
}

/** State of a random stream. */
export interface RandomStreamRecord {
  /** state */
  s0: bigint;
  /** state */
  s1: bigint;
  /** state */
  s2: bigint;
  /** state */
  s3: bigint;
}
export const RandomStreamLayout = {
  size: 32,
  s0: 0,
  s1: 8,
  s2: 16,
  s3: 24,
} as const;
/** Reads the RandomStream at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readRandomStream(memory: ArrayBufferLike, at: number): RandomStreamRecord {
  const view = new DataView(memory);
  return {
    s0: view.getBigUint64(at + 0, true),
    s1: view.getBigUint64(at + 8, true),
    s2: view.getBigUint64(at + 16, true),
    s3: view.getBigUint64(at + 24, true),
  };
}

/** One world: how much of everything, and the state of its run. */
export interface WorldRecord {
  /** hash over everything traced so far */
  fingerprint: bigint;
  /** events handled */
  events: bigint;
  /** seed of all random streams */
  seed: bigint;
  /** ps for which a neighbour counts as reachable */
  neighborReachable: bigint;
  /** ps between solicitations */
  neighborRetry: bigint;
  /**  */
  hosts: number;
  /**  */
  nics: number;
  /** directions of cables */
  paths: number;
  /**  */
  switches: number;
  /** switch ports */
  ports: number;
  /** entries of a switch’s address table */
  macs: number;
  /** addresses of adapters */
  addresses: number;
  /**  */
  apps: number;
  /**  */
  sockets: number;
  /** byte stores of sockets with a peer outside */
  stores: number;
  /** packet records */
  packets: number;
  /** buffers for frames that are bytes */
  buffers: number;
  /** bytes of each */
  bufferBytes: number;
  /** neighbour records, all adapters */
  neighbors: number;
  /** trace records kept, a power of two */
  traceSlots: number;
  /** tapped frames kept until they are taken */
  tapSlots: number;
  /** logical processors of all modelled hosts */
  processors: number;
  /** packet records in use */
  packetsUsed: number;
  /** most ever in use */
  packetsPeak: number;
  /** frames that found no record: a fault of the run */
  packetsMissed: number;
  /** buffers in use */
  buffersUsed: number;
  /** frames that found no buffer */
  buffersMissed: number;
  /** sockets in use */
  socketsUsed: number;
  /** connections that found no socket */
  socketsMissed: number;
  /** trace records ever written, modulo 2^32 */
  traced: number;
  /** frames ever tapped, modulo 2^32 */
  tapped: number;
  /** of them taken by the reader */
  tapTaken: number;
  /**  */
  siblingPermille: number;
  /**  */
  remotePermille: number;
  /** records of connections that may be offloaded: as many as sockets, or 0 */
  offloads: number;
  /**  */
  virtualSwitches: number;
  /** ports of all of them */
  virtualPorts: number;
  /** requests for virtual machine queues ever made */
  tickets: number;
}
export const WorldLayout = {
  size: 256,
  fingerprint: 0,
  events: 8,
  seed: 16,
  neighborReachable: 24,
  neighborRetry: 32,
  hosts: 40,
  nics: 44,
  paths: 48,
  switches: 52,
  ports: 56,
  macs: 60,
  addresses: 64,
  apps: 68,
  sockets: 72,
  stores: 76,
  packets: 80,
  buffers: 84,
  bufferBytes: 88,
  neighbors: 92,
  traceSlots: 96,
  tapSlots: 100,
  processors: 104,
  packetsUsed: 108,
  packetsPeak: 112,
  packetsMissed: 116,
  buffersUsed: 120,
  buffersMissed: 124,
  socketsUsed: 128,
  socketsMissed: 132,
  traced: 136,
  tapped: 140,
  tapTaken: 144,
  siblingPermille: 148,
  remotePermille: 152,
  offloads: 156,
  virtualSwitches: 160,
  virtualPorts: 164,
  tickets: 168,
} as const;
/** Reads the World at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readWorld(memory: ArrayBufferLike, at: number): WorldRecord {
  const view = new DataView(memory);
  return {
    fingerprint: view.getBigUint64(at + 0, true),
    events: view.getBigUint64(at + 8, true),
    seed: view.getBigUint64(at + 16, true),
    neighborReachable: view.getBigUint64(at + 24, true),
    neighborRetry: view.getBigUint64(at + 32, true),
    hosts: view.getUint32(at + 40, true),
    nics: view.getUint32(at + 44, true),
    paths: view.getUint32(at + 48, true),
    switches: view.getUint32(at + 52, true),
    ports: view.getUint32(at + 56, true),
    macs: view.getUint32(at + 60, true),
    addresses: view.getUint32(at + 64, true),
    apps: view.getUint32(at + 68, true),
    sockets: view.getUint32(at + 72, true),
    stores: view.getUint32(at + 76, true),
    packets: view.getUint32(at + 80, true),
    buffers: view.getUint32(at + 84, true),
    bufferBytes: view.getUint32(at + 88, true),
    neighbors: view.getUint32(at + 92, true),
    traceSlots: view.getUint32(at + 96, true),
    tapSlots: view.getUint32(at + 100, true),
    processors: view.getUint32(at + 104, true),
    packetsUsed: view.getUint32(at + 108, true),
    packetsPeak: view.getUint32(at + 112, true),
    packetsMissed: view.getUint32(at + 116, true),
    buffersUsed: view.getUint32(at + 120, true),
    buffersMissed: view.getUint32(at + 124, true),
    socketsUsed: view.getUint32(at + 128, true),
    socketsMissed: view.getUint32(at + 132, true),
    traced: view.getUint32(at + 136, true),
    tapped: view.getUint32(at + 140, true),
    tapTaken: view.getUint32(at + 144, true),
    siblingPermille: view.getUint32(at + 148, true),
    remotePermille: view.getUint32(at + 152, true),
    offloads: view.getUint32(at + 156, true),
    virtualSwitches: view.getUint32(at + 160, true),
    virtualPorts: view.getUint32(at + 164, true),
    tickets: view.getUint32(at + 168, true),
  };
}

/** A host. */
export interface HostRecordRecord {
  /** address of its TcpStack */
  stack: number;
  /** 1: no processors, nothing costs */
  ideal: number;
  /** 1: receive buffers may grow */
  autoTuning: number;
  /** 1: on for new connections */
  keepAlive: number;
  /**  */
  firstNic: number;
  /**  */
  nics: number;
  /** index within the world */
  firstProcessor: number;
  /**  */
  processors: number;
  /** ephemeral ports ever given */
  nextPort: number;
  /** thousandths by which the busiest queue may exceed the mean before an entry moves */
  rebalanceThreshold: number;
  /** frames that a miniport indicates at a time */
  indication: number;
  /** frames that a DPC takes before it queues itself again */
  dpcBudget: number;
  /** ps between looks at the load of a table */
  rebalanceInterval: bigint;
  /** IP packets */
  ipReceived: bigint;
  /** IP packets given to a transport */
  ipDelivered: bigint;
  /**  */
  ipHeaderErrors: bigint;
  /** destination is none of this host’s */
  ipAddressErrors: bigint;
  /**  */
  ipDiscards: bigint;
  /** TCP, UDP and ICMP */
  checksumErrors: bigint;
  /** datagrams delivered */
  udpIn: bigint;
  /** datagrams sent */
  udpOut: bigint;
  /** datagrams for ports that nobody listens on */
  udpNoPorts: bigint;
  /** datagrams for a socket whose buffer was full */
  udpDiscards: bigint;
  /** messages */
  icmpIn: bigint;
  /** messages */
  icmpOut: bigint;
  /** address of its DmaEngine, or 0 */
  engine: number;
  /** address of its FamilyCounters: IPv4, then IPv6 */
  counters: number;
  /** address that the ActivityRecord of processor 0 of the world would have, of work for no adapter */
  activity: number;
  /** address of its limits.Echoes EchoRecords */
  echoes: number;
  /** port of the virtual machine that it is, plus 1; 0: none */
  guest: number;
  /** 1: a virtual machine that is paused */
  paused: number;
  /** u16 processor of each virtual processor, within the world */
  virtualProcessors: Uint8Array;
  /** those after the migration under way */
  nextVirtualProcessors: Uint8Array;
  /** virtual processors */
  virtualCount: number;
}
export const HostRecordLayout = {
  size: 192,
  stack: 0,
  ideal: 4,
  autoTuning: 5,
  keepAlive: 6,
  firstNic: 8,
  nics: 12,
  firstProcessor: 16,
  processors: 20,
  nextPort: 24,
  rebalanceThreshold: 28,
  indication: 32,
  dpcBudget: 36,
  rebalanceInterval: 40,
  ipReceived: 48,
  ipDelivered: 56,
  ipHeaderErrors: 64,
  ipAddressErrors: 72,
  ipDiscards: 80,
  checksumErrors: 88,
  udpIn: 96,
  udpOut: 104,
  udpNoPorts: 112,
  udpDiscards: 120,
  icmpIn: 128,
  icmpOut: 136,
  engine: 144,
  counters: 148,
  activity: 152,
  echoes: 156,
  guest: 160,
  paused: 164,
  virtualProcessors: 165,
  nextVirtualProcessors: 173,
  virtualCount: 184,
} as const;
/** Reads the HostRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readHostRecord(memory: ArrayBufferLike, at: number): HostRecordRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    stack: view.getUint32(at + 0, true),
    ideal: view.getUint8(at + 4),
    autoTuning: view.getUint8(at + 5),
    keepAlive: view.getUint8(at + 6),
    firstNic: view.getUint32(at + 8, true),
    nics: view.getUint32(at + 12, true),
    firstProcessor: view.getUint32(at + 16, true),
    processors: view.getUint32(at + 20, true),
    nextPort: view.getUint32(at + 24, true),
    rebalanceThreshold: view.getUint32(at + 28, true),
    indication: view.getUint32(at + 32, true),
    dpcBudget: view.getUint32(at + 36, true),
    rebalanceInterval: view.getBigUint64(at + 40, true),
    ipReceived: view.getBigUint64(at + 48, true),
    ipDelivered: view.getBigUint64(at + 56, true),
    ipHeaderErrors: view.getBigUint64(at + 64, true),
    ipAddressErrors: view.getBigUint64(at + 72, true),
    ipDiscards: view.getBigUint64(at + 80, true),
    checksumErrors: view.getBigUint64(at + 88, true),
    udpIn: view.getBigUint64(at + 96, true),
    udpOut: view.getBigUint64(at + 104, true),
    udpNoPorts: view.getBigUint64(at + 112, true),
    udpDiscards: view.getBigUint64(at + 120, true),
    icmpIn: view.getBigUint64(at + 128, true),
    icmpOut: view.getBigUint64(at + 136, true),
    engine: view.getUint32(at + 144, true),
    counters: view.getUint32(at + 148, true),
    activity: view.getUint32(at + 152, true),
    echoes: view.getUint32(at + 156, true),
    guest: view.getUint32(at + 160, true),
    paused: view.getUint8(at + 164),
    virtualProcessors: bytes.subarray(at + 165, at + 165 + 8),
    nextVirtualProcessors: bytes.subarray(at + 173, at + 173 + 8),
    virtualCount: view.getUint32(at + 184, true),
  };
}

/** A network adapter. Receive queues and vectors: QueueRecord. */
export interface NicRecordRecord {
  /** first byte lowest */
  mac: bigint;
  /** ps of a byte on the wire, times 2^10 */
  psPerByte: bigint;
  /** ps */
  dmaDelay: bigint;
  /** ps between interrupts of a vector, adaptive: at the lowest rate */
  lowestRate: bigint;
  /** ps between interrupts of a vector, fixed; adaptive: at the highest rate */
  highestRate: bigint;
  /**  */
  host: number;
  /** index of the direction that leaves here; all ones without a cable */
  path: number;
  /** bytes of an IP packet */
  mtu: number;
  /** receive queues of the hardware */
  hardwareQueues: number;
  /** queues in use: RSS processors, or 1 */
  queues: number;
  /** index of its first QueueRecord */
  firstQueue: number;
  /** of each hardware queue */
  receiveDescriptors: number;
  /** of each transmit queue */
  transmitDescriptors: number;
  /** processor of a shared interrupt, within the world */
  interruptProcessor: number;
  /** most payload of a large send over IPv4; 0: none */
  lsoBytes4: number;
  /** over IPv6 */
  lsoBytes6: number;
  /** index of its first AddressRecord */
  firstAddress: number;
  /**  */
  addresses: number;
  /** address of its hash tables */
  rssTables: number;
  /** entries of the indirection table less 1 */
  tableMask: number;
  /** queue of frames without a hash */
  defaultQueue: number;
  /** of the ledger */
  owner: number;
  /** first neighbour plus 1 */
  neighbors: number;
  /** InterruptMode */
  interruptMode: number;
  /** Moderation */
  moderation: number;
  /** 1: the adapter checks and computes checksums */
  checksumOffload: number;
  /** 1: RSS is in effect */
  rss: number;
  /** 1: the stack moves entries of the table */
  rebalancing: number;
  /** 1: its cable leads out of the emulation: what it sends is tapped and goes nowhere else */
  outside: number;
  /** 1: what it sends and receives is tapped; 2: what passes NDIS, as a network monitor of the host sees it */
  tapped: number;
  /** 1 while a frame leaves */
  sending: number;
  /** transmit queue whose turn it is */
  nextTransmit: number;
  /** next segment of the large send under way */
  segmentIndex: number;
  /** DPCs that have not ended */
  pendingDpcs: number;
  /** address of the packet that leaves */
  current: number;
  /**  */
  sentFrames: bigint;
  /** bytes of frames with check sequence */
  sentBytes: bigint;
  /** large sends cut */
  sentLarge: bigint;
  /** frames whose last bit came in */
  arrived: bigint;
  /** bytes of them with check sequence */
  arrivedBytes: bigint;
  /** frames dropped: check sequence wrong */
  crcErrors: bigint;
  /** frames dropped: other destination */
  filtered: bigint;
  /** frames dropped: receive ring full */
  noBuffer: bigint;
  /** frames dropped: longer than the MTU allows */
  tooLong: bigint;
  /** frames put into a receive ring */
  received: bigint;
  /** bytes of them with check sequence */
  receivedBytes: bigint;
  /** frames handed to NDIS */
  indicated: bigint;
  /**  */
  interrupts: bigint;
  /** RSS indirection table change calls */
  tableChanges: bigint;
  /** frames sent without a cable */
  noCable: bigint;
  /** frames dropped because a pool of the emulator was full */
  noMemory: bigint;
  /** a bit for each transmit queue that has something to send */
  transmitReady: bigint;
  /** packets in its transmit queues */
  transmitWaiting: number;
  /** most ever */
  largestBacklog: number;
  /** 1: NetDMA is in force for what it receives */
  netDma: number;
  /** address of its NicCounters */
  counters: number;
  /** connections that it holds, or that are on their way */
  offloaded: number;
  /** frames of its own that wait for the cable */
  offloadWaiting: number;
  /** 1: it can take TCP connections; OffloadTarget */
  chimney: number;
  /** port of a virtual switch that its stack sends through, plus 1; 0: none */
  virtualPort: number;
  /** port of the virtual switch that it is bound to, plus 1; 0: none */
  externalPort: number;
  /** address of its VmqAdapter; 0: none */
  vmq: number;
  /** 1: of a virtual machine, or of the host on a virtual network; its queue 0 is the channel */
  isVirtual: number;
}
export const NicRecordLayout = {
  size: 512,
  mac: 0,
  psPerByte: 8,
  dmaDelay: 16,
  lowestRate: 24,
  highestRate: 32,
  host: 40,
  path: 44,
  mtu: 48,
  hardwareQueues: 52,
  queues: 56,
  firstQueue: 60,
  receiveDescriptors: 64,
  transmitDescriptors: 68,
  interruptProcessor: 72,
  lsoBytes4: 76,
  lsoBytes6: 80,
  firstAddress: 84,
  addresses: 88,
  rssTables: 92,
  tableMask: 96,
  defaultQueue: 100,
  owner: 104,
  neighbors: 108,
  interruptMode: 112,
  moderation: 113,
  checksumOffload: 114,
  rss: 115,
  rebalancing: 116,
  outside: 117,
  tapped: 118,
  sending: 119,
  nextTransmit: 120,
  segmentIndex: 124,
  pendingDpcs: 128,
  current: 132,
  sentFrames: 136,
  sentBytes: 144,
  sentLarge: 152,
  arrived: 160,
  arrivedBytes: 168,
  crcErrors: 176,
  filtered: 184,
  noBuffer: 192,
  tooLong: 200,
  received: 208,
  receivedBytes: 216,
  indicated: 224,
  interrupts: 232,
  tableChanges: 240,
  noCable: 248,
  noMemory: 256,
  transmitReady: 264,
  transmitWaiting: 272,
  largestBacklog: 276,
  netDma: 280,
  counters: 284,
  offloaded: 288,
  offloadWaiting: 292,
  chimney: 296,
  virtualPort: 300,
  externalPort: 304,
  vmq: 308,
  isVirtual: 312,
} as const;
/** Reads the NicRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readNicRecord(memory: ArrayBufferLike, at: number): NicRecordRecord {
  const view = new DataView(memory);
  return {
    mac: view.getBigUint64(at + 0, true),
    psPerByte: view.getBigUint64(at + 8, true),
    dmaDelay: view.getBigUint64(at + 16, true),
    lowestRate: view.getBigUint64(at + 24, true),
    highestRate: view.getBigUint64(at + 32, true),
    host: view.getUint32(at + 40, true),
    path: view.getUint32(at + 44, true),
    mtu: view.getUint32(at + 48, true),
    hardwareQueues: view.getUint32(at + 52, true),
    queues: view.getUint32(at + 56, true),
    firstQueue: view.getUint32(at + 60, true),
    receiveDescriptors: view.getUint32(at + 64, true),
    transmitDescriptors: view.getUint32(at + 68, true),
    interruptProcessor: view.getUint32(at + 72, true),
    lsoBytes4: view.getUint32(at + 76, true),
    lsoBytes6: view.getUint32(at + 80, true),
    firstAddress: view.getUint32(at + 84, true),
    addresses: view.getUint32(at + 88, true),
    rssTables: view.getUint32(at + 92, true),
    tableMask: view.getUint32(at + 96, true),
    defaultQueue: view.getUint32(at + 100, true),
    owner: view.getUint32(at + 104, true),
    neighbors: view.getUint32(at + 108, true),
    interruptMode: view.getUint8(at + 112),
    moderation: view.getUint8(at + 113),
    checksumOffload: view.getUint8(at + 114),
    rss: view.getUint8(at + 115),
    rebalancing: view.getUint8(at + 116),
    outside: view.getUint8(at + 117),
    tapped: view.getUint8(at + 118),
    sending: view.getUint8(at + 119),
    nextTransmit: view.getUint32(at + 120, true),
    segmentIndex: view.getUint32(at + 124, true),
    pendingDpcs: view.getUint32(at + 128, true),
    current: view.getUint32(at + 132, true),
    sentFrames: view.getBigUint64(at + 136, true),
    sentBytes: view.getBigUint64(at + 144, true),
    sentLarge: view.getBigUint64(at + 152, true),
    arrived: view.getBigUint64(at + 160, true),
    arrivedBytes: view.getBigUint64(at + 168, true),
    crcErrors: view.getBigUint64(at + 176, true),
    filtered: view.getBigUint64(at + 184, true),
    noBuffer: view.getBigUint64(at + 192, true),
    tooLong: view.getBigUint64(at + 200, true),
    received: view.getBigUint64(at + 208, true),
    receivedBytes: view.getBigUint64(at + 216, true),
    indicated: view.getBigUint64(at + 224, true),
    interrupts: view.getBigUint64(at + 232, true),
    tableChanges: view.getBigUint64(at + 240, true),
    noCable: view.getBigUint64(at + 248, true),
    noMemory: view.getBigUint64(at + 256, true),
    transmitReady: view.getBigUint64(at + 264, true),
    transmitWaiting: view.getUint32(at + 272, true),
    largestBacklog: view.getUint32(at + 276, true),
    netDma: view.getUint8(at + 280),
    counters: view.getUint32(at + 284, true),
    offloaded: view.getUint32(at + 288, true),
    offloadWaiting: view.getUint32(at + 292, true),
    chimney: view.getUint8(at + 296),
    virtualPort: view.getUint32(at + 300, true),
    externalPort: view.getUint32(at + 304, true),
    vmq: view.getUint32(at + 308, true),
    isVirtual: view.getUint8(at + 312),
  };
}

/** A receive queue with its interrupt vector, and the transmit queue beside it. */
export interface QueueRecordRecord {
  /** ps */
  lastInterrupt: bigint;
  /** ps between interrupts that moderation asks for now */
  interval: bigint;
  /** frames taken */
  frames: bigint;
  /** bytes of them with check sequence */
  bytes: bigint;
  /** frames that found the ring full */
  drops: bigint;
  /**  */
  interrupts: bigint;
  /**  */
  dpcs: bigint;
  /** ps that frames waited in the ring, summed */
  waitSum: bigint;
  /** address of the oldest packet in the ring */
  first: number;
  /** address of the newest */
  newest: number;
  /** packets in the ring */
  depth: number;
  /** most ever */
  peak: number;
  /** descriptors of a shared hardware ring in use (queue 0) */
  held: number;
  /** processor, within the world; limits.NoProcessor: ideal host */
  processor: number;
  /** frames since the last interrupt */
  sinceInterrupt: number;
  /** address of the packet to send next */
  txFirst: number;
  /** address of the newest */
  txNewest: number;
  /** packets ever posted, modulo 2^32 */
  txPosted: number;
  /** packets ever sent */
  txDone: number;
  /** packets whose descriptors are free again */
  txReclaimed: number;
  /** 1 from the interrupt to the end of its service routine, 2 to the end of its DPCs */
  masked: number;
  /** 1: something came while masked or waiting */
  cause: number;
  /** 1: an event for the end of the wait is pending */
  armed: number;
  /** 1: a DPC is queued or running */
  dpcQueued: number;
  /** 1: that DPC was queued from another processor */
  remoteDpc: number;
  /** frames that the DPC under way has taken */
  dpcTaken: number;
  /** frames of a virtual machine queue that were discarded when it paused */
  discards: bigint;
  /** virtual port that has this queue, plus 1; 0: none */
  vmqPort: number;
  /** receive filters that lead here */
  vmqFilters: number;
  /** receive buffers that the virtual machine holds */
  vmqHeld: number;
  /** adapter */
  vmqNic: number;
  /** VmqState */
  vmqState: number;
}
export const QueueRecordLayout = {
  size: 192,
  lastInterrupt: 0,
  interval: 8,
  frames: 16,
  bytes: 24,
  drops: 32,
  interrupts: 40,
  dpcs: 48,
  waitSum: 56,
  first: 64,
  newest: 68,
  depth: 72,
  peak: 76,
  held: 80,
  processor: 84,
  sinceInterrupt: 88,
  txFirst: 92,
  txNewest: 96,
  txPosted: 100,
  txDone: 104,
  txReclaimed: 108,
  masked: 112,
  cause: 113,
  armed: 114,
  dpcQueued: 115,
  remoteDpc: 116,
  dpcTaken: 120,
  discards: 128,
  vmqPort: 136,
  vmqFilters: 140,
  vmqHeld: 144,
  vmqNic: 148,
  vmqState: 152,
} as const;
/** Reads the QueueRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readQueueRecord(memory: ArrayBufferLike, at: number): QueueRecordRecord {
  const view = new DataView(memory);
  return {
    lastInterrupt: view.getBigUint64(at + 0, true),
    interval: view.getBigUint64(at + 8, true),
    frames: view.getBigUint64(at + 16, true),
    bytes: view.getBigUint64(at + 24, true),
    drops: view.getBigUint64(at + 32, true),
    interrupts: view.getBigUint64(at + 40, true),
    dpcs: view.getBigUint64(at + 48, true),
    waitSum: view.getBigUint64(at + 56, true),
    first: view.getUint32(at + 64, true),
    newest: view.getUint32(at + 68, true),
    depth: view.getUint32(at + 72, true),
    peak: view.getUint32(at + 76, true),
    held: view.getUint32(at + 80, true),
    processor: view.getUint32(at + 84, true),
    sinceInterrupt: view.getUint32(at + 88, true),
    txFirst: view.getUint32(at + 92, true),
    txNewest: view.getUint32(at + 96, true),
    txPosted: view.getUint32(at + 100, true),
    txDone: view.getUint32(at + 104, true),
    txReclaimed: view.getUint32(at + 108, true),
    masked: view.getUint8(at + 112),
    cause: view.getUint8(at + 113),
    armed: view.getUint8(at + 114),
    dpcQueued: view.getUint8(at + 115),
    remoteDpc: view.getUint8(at + 116),
    dpcTaken: view.getUint32(at + 120, true),
    discards: view.getBigUint64(at + 128, true),
    vmqPort: view.getUint32(at + 136, true),
    vmqFilters: view.getUint32(at + 140, true),
    vmqHeld: view.getUint32(at + 144, true),
    vmqNic: view.getUint32(at + 148, true),
    vmqState: view.getUint8(at + 152),
  };
}

/** One direction of a cable. */
export interface PathRecordRecord {
  /** ps of propagation */
  delay: bigint;
  /** ps that a reordered frame is held back */
  reorderingDelay: bigint;
  /** chance of 2^64 */
  loss: bigint;
  /** chance of 2^64 */
  duplication: bigint;
  /** chance of 2^64 */
  reordering: bigint;
  /** bits between two bit errors, on average; 0: none */
  bitErrorMean: bigint;
  /** bits up to the next one; 0: not drawn */
  bitsToError: bigint;
  /** place at the far end: End << 24 | index */
  to: number;
  /** its random stream */
  stream: number;
  /** frames put on it */
  framesIn: bigint;
  /** their bytes, with preamble, check sequence and gap */
  bytesIn: bigint;
  /** frames */
  lost: bigint;
  /** frames that arrive twice */
  duplicated: bigint;
  /** frames held back */
  reordered: bigint;
  /** frames with bit errors */
  corrupted: bigint;
  /** frames that have arrived */
  framesOut: bigint;
}
export const PathRecordLayout = {
  size: 128,
  delay: 0,
  reorderingDelay: 8,
  loss: 16,
  duplication: 24,
  reordering: 32,
  bitErrorMean: 40,
  bitsToError: 48,
  to: 56,
  stream: 60,
  framesIn: 64,
  bytesIn: 72,
  lost: 80,
  duplicated: 88,
  reordered: 96,
  corrupted: 104,
  framesOut: 112,
} as const;
/** Reads the PathRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readPathRecord(memory: ArrayBufferLike, at: number): PathRecordRecord {
  const view = new DataView(memory);
  return {
    delay: view.getBigUint64(at + 0, true),
    reorderingDelay: view.getBigUint64(at + 8, true),
    loss: view.getBigUint64(at + 16, true),
    duplication: view.getBigUint64(at + 24, true),
    reordering: view.getBigUint64(at + 32, true),
    bitErrorMean: view.getBigUint64(at + 40, true),
    bitsToError: view.getBigUint64(at + 48, true),
    to: view.getUint32(at + 56, true),
    stream: view.getUint32(at + 60, true),
    framesIn: view.getBigUint64(at + 64, true),
    bytesIn: view.getBigUint64(at + 72, true),
    lost: view.getBigUint64(at + 80, true),
    duplicated: view.getBigUint64(at + 88, true),
    reordered: view.getBigUint64(at + 96, true),
    corrupted: view.getBigUint64(at + 104, true),
    framesOut: view.getBigUint64(at + 112, true),
  };
}

/** A switch. */
export interface SwitchRecordRecord {
  /** ps */
  latency: bigint;
  /**  */
  firstPort: number;
  /**  */
  ports: number;
  /** of each output port */
  queueBytes: number;
  /** addresses in its table */
  learned: number;
  /** address of its table: u64 MAC, port in the high 16 bits */
  table: number;
  /**  */
  framesIn: bigint;
  /** frames sent to all other ports */
  flooded: bigint;
}
export const SwitchRecordLayout = {
  size: 64,
  latency: 0,
  firstPort: 8,
  ports: 12,
  queueBytes: 16,
  learned: 20,
  table: 24,
  framesIn: 32,
  flooded: 40,
} as const;
/** Reads the SwitchRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readSwitchRecord(memory: ArrayBufferLike, at: number): SwitchRecordRecord {
  const view = new DataView(memory);
  return {
    latency: view.getBigUint64(at + 0, true),
    firstPort: view.getUint32(at + 8, true),
    ports: view.getUint32(at + 12, true),
    queueBytes: view.getUint32(at + 16, true),
    learned: view.getUint32(at + 20, true),
    table: view.getUint32(at + 24, true),
    framesIn: view.getBigUint64(at + 32, true),
    flooded: view.getBigUint64(at + 40, true),
  };
}

/** A port of a switch, and its output queue. */
export interface PortRecordRecord {
  /** ps of a byte on the wire, times 2^10 */
  psPerByte: bigint;
  /**  */
  sentFrames: bigint;
  /** frames that found the queue full */
  drops: bigint;
  /** direction that leaves here; all ones without a cable */
  path: number;
  /** switch that it belongs to */
  device: number;
  /** address of the oldest packet */
  first: number;
  /** address of the newest */
  newest: number;
  /** bytes that wait */
  bytes: number;
  /** most ever */
  peakBytes: number;
  /** frames that wait */
  frames: number;
  /** 1 while a frame leaves */
  sending: number;
}
export const PortRecordLayout = {
  size: 96,
  psPerByte: 0,
  sentFrames: 8,
  drops: 16,
  path: 24,
  device: 28,
  first: 32,
  newest: 36,
  bytes: 40,
  peakBytes: 44,
  frames: 48,
  sending: 52,
} as const;
/** Reads the PortRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readPortRecord(memory: ArrayBufferLike, at: number): PortRecordRecord {
  const view = new DataView(memory);
  return {
    psPerByte: view.getBigUint64(at + 0, true),
    sentFrames: view.getBigUint64(at + 8, true),
    drops: view.getBigUint64(at + 16, true),
    path: view.getUint32(at + 24, true),
    device: view.getUint32(at + 28, true),
    first: view.getUint32(at + 32, true),
    newest: view.getUint32(at + 36, true),
    bytes: view.getUint32(at + 40, true),
    peakBytes: view.getUint32(at + 44, true),
    frames: view.getUint32(at + 48, true),
    sending: view.getUint8(at + 52),
  };
}

/** An IP address of an adapter. */
export interface AddressRecordRecord {
  /** IPv4 in the first 4 bytes */
  address: Uint8Array;
  /** 4 or 6 */
  family: number;
  /** bits */
  prefix: number;
}
export const AddressRecordLayout = {
  size: 24,
  address: 0,
  family: 16,
  prefix: 17,
} as const;
/** Reads the AddressRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readAddressRecord(memory: ArrayBufferLike, at: number): AddressRecordRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    address: bytes.subarray(at + 0, at + 0 + 16),
    family: view.getUint8(at + 16),
    prefix: view.getUint8(at + 17),
  };
}

/** An application, or a server that waits for the outside. */
export interface AppRecordRecord {
  /** ps */
  start: bigint;
  /** ps between connections */
  interval: bigint;
  /** ps; all ones: no limit */
  duration: bigint;
  /** ps between an answer and the next request */
  pause: bigint;
  /** of each connection; all ones: no limit */
  bytes: bigint;
  /** exchanges of each connection; all ones: no limit */
  count: bigint;
  /** bytes */
  request: bigint;
  /** bytes */
  response: bigint;
  /**  */
  fromAddress: Uint8Array;
  /** all zeros: any of the host’s */
  toAddress: Uint8Array;
  /** AppKind */
  kind: number;
  /** 4 or 6 */
  family: number;
  /** 1: over UDP */
  udp: number;
  /** 1: clients are outside */
  outside: number;
  /** receive requests kept posted */
  posted: number;
  /** 1: its duration is over */
  stopped: number;
  /** of the server */
  port: number;
  /**  */
  connections: number;
  /** connections opened so far */
  opened: number;
  /** host; all ones: outside */
  client: number;
  /**  */
  clientNic: number;
  /** host */
  server: number;
  /** all ones: any */
  serverNic: number;
  /** bytes of one send or receive request */
  bufferSize: number;
  /** number of them; 0: any */
  clientProcessors: number;
  /** number of them; 0: any */
  serverProcessors: number;
  /** next of the client’s processors */
  clientTurn: number;
  /** next of the server’s processors */
  serverTurn: number;
  /** address of two texts of at most 256 bytes: an HTTP request and the header of its response; for clients outside the header of a response up to its length, and the answer to what is not served */
  firstText: number;
  /** bytes of the first */
  requestText: number;
  /** bytes of the second */
  responseText: number;
  /** connections that were */
  established: bigint;
  /** connections that failed */
  failed: bigint;
  /** connections closed in order */
  finished: bigint;
  /** payload bytes given to the transport, both sides */
  sent: bigint;
  /** payload bytes read, both sides */
  received: bigint;
  /** payload bytes read by the server */
  serverReceived: bigint;
  /** answers received */
  exchanges: bigint;
  /** ps from request to answer, summed */
  latencySum: bigint;
  /** ps; all ones before the first */
  latencyMin: bigint;
  /** ps */
  latencyMax: bigint;
  /** processors of the host that its threads are bound to */
  clientList: Uint8Array;
  /**  */
  serverList: Uint8Array;
  /** address of its histogram: limits.LatencyBuckets u32 */
  latencies: number;
  /** ChimneyFilter of the client’s program */
  clientFilter: number;
  /** ChimneyFilter of the server’s program */
  serverFilter: number;
}
export const AppRecordLayout = {
  size: 512,
  start: 0,
  interval: 8,
  duration: 16,
  pause: 24,
  bytes: 32,
  count: 40,
  request: 48,
  response: 56,
  fromAddress: 64,
  toAddress: 80,
  kind: 96,
  family: 97,
  udp: 98,
  outside: 99,
  posted: 100,
  stopped: 101,
  port: 102,
  connections: 104,
  opened: 108,
  client: 112,
  clientNic: 116,
  server: 120,
  serverNic: 124,
  bufferSize: 128,
  clientProcessors: 132,
  serverProcessors: 136,
  clientTurn: 140,
  serverTurn: 144,
  firstText: 148,
  requestText: 152,
  responseText: 156,
  established: 160,
  failed: 168,
  finished: 176,
  sent: 184,
  received: 192,
  serverReceived: 200,
  exchanges: 208,
  latencySum: 216,
  latencyMin: 224,
  latencyMax: 232,
  clientList: 240,
  serverList: 304,
  latencies: 368,
  clientFilter: 372,
  serverFilter: 373,
} as const;
/** Reads the AppRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readAppRecord(memory: ArrayBufferLike, at: number): AppRecordRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    start: view.getBigUint64(at + 0, true),
    interval: view.getBigUint64(at + 8, true),
    duration: view.getBigUint64(at + 16, true),
    pause: view.getBigUint64(at + 24, true),
    bytes: view.getBigUint64(at + 32, true),
    count: view.getBigUint64(at + 40, true),
    request: view.getBigUint64(at + 48, true),
    response: view.getBigUint64(at + 56, true),
    fromAddress: bytes.subarray(at + 64, at + 64 + 16),
    toAddress: bytes.subarray(at + 80, at + 80 + 16),
    kind: view.getUint8(at + 96),
    family: view.getUint8(at + 97),
    udp: view.getUint8(at + 98),
    outside: view.getUint8(at + 99),
    posted: view.getUint8(at + 100),
    stopped: view.getUint8(at + 101),
    port: view.getUint16(at + 102, true),
    connections: view.getUint32(at + 104, true),
    opened: view.getUint32(at + 108, true),
    client: view.getUint32(at + 112, true),
    clientNic: view.getUint32(at + 116, true),
    server: view.getUint32(at + 120, true),
    serverNic: view.getUint32(at + 124, true),
    bufferSize: view.getUint32(at + 128, true),
    clientProcessors: view.getUint32(at + 132, true),
    serverProcessors: view.getUint32(at + 136, true),
    clientTurn: view.getUint32(at + 140, true),
    serverTurn: view.getUint32(at + 144, true),
    firstText: view.getUint32(at + 148, true),
    requestText: view.getUint32(at + 152, true),
    responseText: view.getUint32(at + 156, true),
    established: view.getBigUint64(at + 160, true),
    failed: view.getBigUint64(at + 168, true),
    finished: view.getBigUint64(at + 176, true),
    sent: view.getBigUint64(at + 184, true),
    received: view.getBigUint64(at + 192, true),
    serverReceived: view.getBigUint64(at + 200, true),
    exchanges: view.getBigUint64(at + 208, true),
    latencySum: view.getBigUint64(at + 216, true),
    latencyMin: view.getBigUint64(at + 224, true),
    latencyMax: view.getBigUint64(at + 232, true),
    clientList: bytes.subarray(at + 240, at + 240 + 64),
    serverList: bytes.subarray(at + 304, at + 304 + 64),
    latencies: view.getUint32(at + 368, true),
    clientFilter: view.getUint8(at + 372),
    serverFilter: view.getUint8(at + 373),
  };
}

/** A connection’s use: who it belongs to and what the application has still to do. Its TcpConnection has the same index. */
export interface SocketRecord {
  /** ps; when the pending Timer event is due; all ones: none */
  timerAt: bigint;
  /** bytes that the application wants sent in all; all ones: no limit */
  toSend: bigint;
  /** bytes given to the transport */
  handed: bigint;
  /** bytes read by the application */
  read: bigint;
  /** client: `read` at which the answer is complete; Content.HttpOutside: bytes of requests parsed */
  wanted: bigint;
  /** ps; when the last request was handed over */
  askedAt: bigint;
  /** exchanges done */
  done: bigint;
  /** ps */
  openedAt: bigint;
  /** ps */
  latencySum: bigint;
  /** stream offset of the response under way, Content.HttpOutside */
  responseStart: bigint;
  /** segments */
  retransmitted: number;
  /**  */
  host: number;
  /** index within the world */
  nic: number;
  /** application; all ones: none */
  app: number;
  /** of its thread, within the world; limits.NoProcessor: ideal host */
  processor: number;
  /** processor that handled it last; limits.NoProcessor: none yet */
  dpc: number;
  /** SocketFlag */
  flags: number;
  /** SocketState */
  state: number;
  /** Content */
  content: number;
  /** 1: bound to its processor */
  threadBound: number;
  /** TcpState traced last */
  lastState: number;
  /** next socket of the same hash, or free, plus 1 */
  next: number;
  /** of addresses and ports */
  hash: number;
  /** bytes left in posted receive buffers */
  room: number;
  /** bytes in posted receive buffers that the application has not seen */
  filled: number;
  /** packets handed over to the thread since it ran */
  taken: number;
  /** address of its byte store, or 0 */
  store: number;
  /** neighbour record plus 1; 0: not looked up */
  neighbor: number;
  /** transmit queue */
  queue: number;
  /** flow number of the payload */
  flow: number;
  /** bytes of the response’s header, Content.HttpOutside */
  headerBytes: number;
  /** server: requests answered */
  requests: bigint;
  /** UDP server: address of the oldest datagram that waits for the thread */
  first: number;
  /** address of the newest */
  newest: number;
  /** datagrams that wait */
  waiting: number;
  /** grows with every use of the record, so that events of an earlier one are known */
  life: number;
  /** OffloadState */
  offload: number;
}
export const SocketLayout = {
  size: 224,
  timerAt: 0,
  toSend: 8,
  handed: 16,
  read: 24,
  wanted: 32,
  askedAt: 40,
  done: 48,
  openedAt: 56,
  latencySum: 64,
  responseStart: 72,
  retransmitted: 80,
  host: 84,
  nic: 86,
  app: 88,
  processor: 90,
  dpc: 92,
  flags: 94,
  state: 96,
  content: 97,
  threadBound: 98,
  lastState: 99,
  next: 100,
  hash: 104,
  room: 108,
  filled: 112,
  taken: 116,
  store: 120,
  neighbor: 124,
  queue: 128,
  flow: 132,
  headerBytes: 136,
  requests: 144,
  first: 152,
  newest: 156,
  waiting: 160,
  life: 164,
  offload: 168,
} as const;
/** Reads the Socket at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readSocket(memory: ArrayBufferLike, at: number): SocketRecord {
  const view = new DataView(memory);
  return {
    timerAt: view.getBigUint64(at + 0, true),
    toSend: view.getBigUint64(at + 8, true),
    handed: view.getBigUint64(at + 16, true),
    read: view.getBigUint64(at + 24, true),
    wanted: view.getBigUint64(at + 32, true),
    askedAt: view.getBigUint64(at + 40, true),
    done: view.getBigUint64(at + 48, true),
    openedAt: view.getBigUint64(at + 56, true),
    latencySum: view.getBigUint64(at + 64, true),
    responseStart: view.getBigUint64(at + 72, true),
    retransmitted: view.getUint32(at + 80, true),
    host: view.getUint16(at + 84, true),
    nic: view.getUint16(at + 86, true),
    app: view.getUint16(at + 88, true),
    processor: view.getUint16(at + 90, true),
    dpc: view.getUint16(at + 92, true),
    flags: view.getUint16(at + 94, true),
    state: view.getUint8(at + 96),
    content: view.getUint8(at + 97),
    threadBound: view.getUint8(at + 98),
    lastState: view.getUint8(at + 99),
    next: view.getUint32(at + 100, true),
    hash: view.getUint32(at + 104, true),
    room: view.getUint32(at + 108, true),
    filled: view.getUint32(at + 112, true),
    taken: view.getUint32(at + 116, true),
    store: view.getUint32(at + 120, true),
    neighbor: view.getUint32(at + 124, true),
    queue: view.getUint32(at + 128, true),
    flow: view.getUint32(at + 132, true),
    headerBytes: view.getUint32(at + 136, true),
    requests: view.getBigUint64(at + 144, true),
    first: view.getUint32(at + 152, true),
    newest: view.getUint32(at + 156, true),
    waiting: view.getUint32(at + 160, true),
    life: view.getUint32(at + 164, true),
    offload: view.getUint8(at + 168),
  };
}

/** A packet on its way: a TcpSegment or UDP datagram by description, or a frame by its bytes. */
export interface PacketRecord {
  /** TcpSegment; of a datagram addresses, ports, length, flow, offset and IP fields */
  segment: Uint8Array;
  /** first byte lowest */
  destinationMac: bigint;
  /**  */
  sourceMac: bigint;
  /** ps; when it was put where it is */
  at: bigint;
  /** address of the next packet of its list */
  next: number;
  /** bytes of the frame without check sequence; of a large send, of all payload and one header */
  bytes: number;
  /** address of the frame’s bytes, PacketKind.Bytes */
  frame: number;
  /** bytes that lie there */
  captured: number;
  /** RSS hash; 0 without */
  hash: number;
  /** adapter that sends or received it */
  nic: number;
  /** socket that sent it plus 1 */
  socket: number;
  /** PacketKind */
  kind: number;
  /** PacketFlag */
  flags: number;
  /** queue */
  queue: number;
  /** HashType */
  hashType: number;
  /** wire frames it becomes */
  slices: number;
  /** of its 802.1Q tag, or of the port that it came from; 0: none */
  vlan: number;
  /** virtual port that it is on the way to, plus 1; 0: none */
  port: number;
  /** virtual switch that it is in, while it is on the way to a port */
  vswitch: number;
  /** QueueRecord that its buffer belongs to, plus 1; 0: none; all ones: of an adapter that a migration left behind */
  lease: number;
}
export const PacketLayout = {
  size: 256,
  segment: 0,
  destinationMac: 160,
  sourceMac: 168,
  at: 176,
  next: 184,
  bytes: 188,
  frame: 192,
  captured: 196,
  hash: 200,
  nic: 204,
  socket: 208,
  kind: 212,
  flags: 213,
  queue: 214,
  hashType: 215,
  slices: 216,
  vlan: 218,
  port: 220,
  vswitch: 222,
  lease: 224,
} as const;
/** Reads the Packet at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readPacket(memory: ArrayBufferLike, at: number): PacketRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    segment: bytes.subarray(at + 0, at + 0 + 160),
    destinationMac: view.getBigUint64(at + 160, true),
    sourceMac: view.getBigUint64(at + 168, true),
    at: view.getBigUint64(at + 176, true),
    next: view.getUint32(at + 184, true),
    bytes: view.getUint32(at + 188, true),
    frame: view.getUint32(at + 192, true),
    captured: view.getUint32(at + 196, true),
    hash: view.getUint32(at + 200, true),
    nic: view.getUint32(at + 204, true),
    socket: view.getUint32(at + 208, true),
    kind: view.getUint8(at + 212),
    flags: view.getUint8(at + 213),
    queue: view.getUint8(at + 214),
    hashType: view.getUint8(at + 215),
    slices: view.getUint16(at + 216, true),
    vlan: view.getUint16(at + 218, true),
    port: view.getUint16(at + 220, true),
    vswitch: view.getUint16(at + 222, true),
    lease: view.getUint32(at + 224, true),
  };
}

/** A neighbour of an adapter. */
export interface NeighborRecord {
  /** IPv4 in the first 4 bytes */
  address: Uint8Array;
  /**  */
  mac: bigint;
  /** ps; when it was heard last */
  confirmed: bigint;
  /**  */
  nic: number;
  /** address of the oldest packet that waits for the answer */
  first: number;
  /** packets that wait */
  waiting: number;
  /** 4 or 6 */
  family: number;
  /** NeighborState */
  state: number;
  /** solicitations sent */
  tries: number;
  /** next neighbour of the adapter plus 1 */
  next: number;
}
export const NeighborLayout = {
  size: 64,
  address: 0,
  mac: 16,
  confirmed: 24,
  nic: 32,
  first: 36,
  waiting: 40,
  family: 41,
  state: 42,
  tries: 43,
  next: 44,
} as const;
/** Reads the Neighbor at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readNeighbor(memory: ArrayBufferLike, at: number): NeighborRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    address: bytes.subarray(at + 0, at + 0 + 16),
    mac: view.getBigUint64(at + 16, true),
    confirmed: view.getBigUint64(at + 24, true),
    nic: view.getUint32(at + 32, true),
    first: view.getUint32(at + 36, true),
    waiting: view.getUint8(at + 40),
    family: view.getUint8(at + 41),
    state: view.getUint8(at + 42),
    tries: view.getUint8(at + 43),
    next: view.getUint32(at + 44, true),
  };
}

/** Something that happened. */
export interface TraceRecordRecord {
  /** ps */
  time: bigint;
  /** TraceKind */
  kind: number;
  /**  */
  a: number;
  /**  */
  b: number;
  /**  */
  c: number;
  /** of the event that it happened in, modulo 2^32 */
  number: number;
}
export const TraceRecordLayout = {
  size: 32,
  time: 0,
  kind: 8,
  a: 12,
  b: 16,
  c: 20,
  number: 24,
} as const;
/** Reads the TraceRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readTraceRecord(memory: ArrayBufferLike, at: number): TraceRecordRecord {
  const view = new DataView(memory);
  return {
    time: view.getBigUint64(at + 0, true),
    kind: view.getUint32(at + 8, true),
    a: view.getUint32(at + 12, true),
    b: view.getUint32(at + 16, true),
    c: view.getUint32(at + 20, true),
    number: view.getUint32(at + 24, true),
  };
}

/** A frame that crossed a tapped adapter; the Packet follows. */
export interface TapRecordRecord {
  /** ps; of the last bit */
  time: bigint;
  /**  */
  nic: number;
  /** 1: sent */
  outbound: number;
  /** receive queue, or limits.NotRecorded */
  queue: number;
  /** RSS hash */
  hash: number;
  /** HashType */
  hashType: number;
  /** Packet */
  packet: Uint8Array;
}
export const TapRecordLayout = {
  size: 288,
  time: 0,
  nic: 8,
  outbound: 12,
  queue: 16,
  hash: 20,
  hashType: 24,
  packet: 28,
} as const;
/** Reads the TapRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readTapRecord(memory: ArrayBufferLike, at: number): TapRecordRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    time: view.getBigUint64(at + 0, true),
    nic: view.getUint32(at + 8, true),
    outbound: view.getUint32(at + 12, true),
    queue: view.getUint32(at + 16, true),
    hash: view.getUint32(at + 20, true),
    hashType: view.getUint32(at + 24, true),
    packet: bytes.subarray(at + 28, at + 28 + 256),
  };
}

/** What one processor did for one adapter, or, in the row behind those of all adapters, for none. */
export interface ActivityRecordRecord {
  /** service routines run */
  interrupts: bigint;
  /** DPCs queued on this processor */
  dpcs: bigint;
  /** DPCs that this processor queued on another */
  remoteDpcs: bigint;
  /** receive indications */
  indications: bigint;
  /** packets in them */
  receivedPackets: bigint;
  /** calls that gave packets back */
  returnCalls: bigint;
  /** packets given back */
  returnedPackets: bigint;
  /** calls that handed packets down */
  sendRequests: bigint;
  /** packets in them; a large send is one */
  sentPackets: bigint;
  /** calls that reported packets as sent */
  sendCompletes: bigint;
  /** packets in them */
  completedPackets: bigint;
  /** calls that changed the indirection table */
  tableChanges: bigint;
  /** payload of offloaded connections that the adapter delivered */
  offloadReceiveBytes: bigint;
  /** calls that indicated it */
  offloadIndications: bigint;
  /** payload of offloaded connections that the adapter was given */
  offloadSendBytes: bigint;
  /** calls that gave it */
  offloadSendRequests: bigint;
}
export const ActivityRecordLayout = {
  size: 128,
  interrupts: 0,
  dpcs: 8,
  remoteDpcs: 16,
  indications: 24,
  receivedPackets: 32,
  returnCalls: 40,
  returnedPackets: 48,
  sendRequests: 56,
  sentPackets: 64,
  sendCompletes: 72,
  completedPackets: 80,
  tableChanges: 88,
  offloadReceiveBytes: 96,
  offloadIndications: 104,
  offloadSendBytes: 112,
  offloadSendRequests: 120,
} as const;
/** Reads the ActivityRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readActivityRecord(memory: ArrayBufferLike, at: number): ActivityRecordRecord {
  const view = new DataView(memory);
  return {
    interrupts: view.getBigUint64(at + 0, true),
    dpcs: view.getBigUint64(at + 8, true),
    remoteDpcs: view.getBigUint64(at + 16, true),
    indications: view.getBigUint64(at + 24, true),
    receivedPackets: view.getBigUint64(at + 32, true),
    returnCalls: view.getBigUint64(at + 40, true),
    returnedPackets: view.getBigUint64(at + 48, true),
    sendRequests: view.getBigUint64(at + 56, true),
    sentPackets: view.getBigUint64(at + 64, true),
    sendCompletes: view.getBigUint64(at + 72, true),
    completedPackets: view.getBigUint64(at + 80, true),
    tableChanges: view.getBigUint64(at + 88, true),
    offloadReceiveBytes: view.getBigUint64(at + 96, true),
    offloadIndications: view.getBigUint64(at + 104, true),
    offloadSendBytes: view.getBigUint64(at + 112, true),
    offloadSendRequests: view.getBigUint64(at + 120, true),
  };
}

/** What an adapter counts beside its NicRecord. */
export interface NicCountersRecord {
  /** address that the ActivityRecord of processor 0 of the world would have */
  activity: number;
  /** multicast and broadcast frames put into a ring */
  groupIn: bigint;
  /** bytes of them with check sequence */
  groupBytesIn: bigint;
  /** multicast and broadcast frames sent */
  groupOut: bigint;
  /** bytes of them with check sequence */
  groupBytesOut: bigint;
  /** frames of a type that nobody is bound to */
  unknownProtocols: bigint;
}
export const NicCountersLayout = {
  size: 64,
  activity: 0,
  groupIn: 8,
  groupBytesIn: 16,
  groupOut: 24,
  groupBytesOut: 32,
  unknownProtocols: 40,
} as const;
/** Reads the NicCounters at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readNicCounters(memory: ArrayBufferLike, at: number): NicCountersRecord {
  const view = new DataView(memory);
  return {
    activity: view.getUint32(at + 0, true),
    groupIn: view.getBigUint64(at + 8, true),
    groupBytesIn: view.getBigUint64(at + 16, true),
    groupOut: view.getBigUint64(at + 24, true),
    groupBytesOut: view.getBigUint64(at + 32, true),
    unknownProtocols: view.getBigUint64(at + 40, true),
  };
}

/** What a host counts of one IP family, named as in RFC 4293, 4113 and 2011; TCP counts in TcpStack. */
export interface FamilyCountersRecord {
  /** datagrams, faulty ones with them */
  inReceives: bigint;
  /**  */
  inHeaderErrors: bigint;
  /** destination is none of this host’s */
  inAddressErrors: bigint;
  /**  */
  inUnknownProtocols: bigint;
  /** fragments, and what is too short */
  inDiscards: bigint;
  /** datagrams given to a transport */
  inDelivers: bigint;
  /** datagrams handed down */
  outRequests: bigint;
  /** datagrams whose neighbour did not answer */
  outDiscards: bigint;
  /**  */
  outNoRoutes: bigint;
  /** messages, faulty ones with them */
  icmpIn: bigint;
  /** messages with a wrong checksum */
  icmpInErrors: bigint;
  /**  */
  icmpInUnreachable: bigint;
  /**  */
  icmpInEchos: bigint;
  /**  */
  icmpInReplies: bigint;
  /**  */
  icmpOut: bigint;
  /**  */
  icmpOutUnreachable: bigint;
  /**  */
  icmpOutEchos: bigint;
  /**  */
  icmpOutReplies: bigint;
  /** datagrams delivered */
  udpIn: bigint;
  /**  */
  udpNoPorts: bigint;
  /** datagrams with a wrong checksum or length, or for a full buffer */
  udpErrors: bigint;
  /**  */
  udpOut: bigint;
}
export const FamilyCountersLayout = {
  size: 256,
  inReceives: 0,
  inHeaderErrors: 8,
  inAddressErrors: 16,
  inUnknownProtocols: 24,
  inDiscards: 32,
  inDelivers: 40,
  outRequests: 48,
  outDiscards: 56,
  outNoRoutes: 64,
  icmpIn: 72,
  icmpInErrors: 80,
  icmpInUnreachable: 88,
  icmpInEchos: 96,
  icmpInReplies: 104,
  icmpOut: 112,
  icmpOutUnreachable: 120,
  icmpOutEchos: 128,
  icmpOutReplies: 136,
  udpIn: 144,
  udpNoPorts: 152,
  udpErrors: 160,
  udpOut: 168,
} as const;
/** Reads the FamilyCounters at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readFamilyCounters(memory: ArrayBufferLike, at: number): FamilyCountersRecord {
  const view = new DataView(memory);
  return {
    inReceives: view.getBigUint64(at + 0, true),
    inHeaderErrors: view.getBigUint64(at + 8, true),
    inAddressErrors: view.getBigUint64(at + 16, true),
    inUnknownProtocols: view.getBigUint64(at + 24, true),
    inDiscards: view.getBigUint64(at + 32, true),
    inDelivers: view.getBigUint64(at + 40, true),
    outRequests: view.getBigUint64(at + 48, true),
    outDiscards: view.getBigUint64(at + 56, true),
    outNoRoutes: view.getBigUint64(at + 64, true),
    icmpIn: view.getBigUint64(at + 72, true),
    icmpInErrors: view.getBigUint64(at + 80, true),
    icmpInUnreachable: view.getBigUint64(at + 88, true),
    icmpInEchos: view.getBigUint64(at + 96, true),
    icmpInReplies: view.getBigUint64(at + 104, true),
    icmpOut: view.getBigUint64(at + 112, true),
    icmpOutUnreachable: view.getBigUint64(at + 120, true),
    icmpOutEchos: view.getBigUint64(at + 128, true),
    icmpOutReplies: view.getBigUint64(at + 136, true),
    udpIn: view.getBigUint64(at + 144, true),
    udpNoPorts: view.getBigUint64(at + 152, true),
    udpErrors: view.getBigUint64(at + 160, true),
    udpOut: view.getBigUint64(at + 168, true),
  };
}

/** An echo request of a host. A host keeps the last limits.Echoes. */
export interface EchoRecordRecord {
  /** destination; IPv4 in the first 4 bytes */
  address: Uint8Array;
  /** ps; when it was asked for */
  sentAt: bigint;
  /** ps; when the reply was handled */
  repliedAt: bigint;
  /** that it is found by */
  number: number;
  /** of data */
  bytes: number;
  /** of data of the reply */
  replyBytes: number;
  /** adapter that sends it; all ones: to the host itself */
  nic: number;
  /** index of the AddressRecord that it is sent from */
  source: number;
  /**  */
  identifier: number;
  /**  */
  sequence: number;
  /**  */
  hopLimit: number;
  /** of the reply as it came in */
  replyHopLimit: number;
  /** 4 or 6 */
  family: number;
  /** 1: not to be fragmented */
  dontFragment: number;
  /** EchoState */
  state: number;
}
export const EchoRecordLayout = {
  size: 96,
  address: 0,
  sentAt: 16,
  repliedAt: 24,
  number: 32,
  bytes: 36,
  replyBytes: 40,
  nic: 44,
  source: 48,
  identifier: 52,
  sequence: 54,
  hopLimit: 56,
  replyHopLimit: 57,
  family: 58,
  dontFragment: 59,
  state: 60,
} as const;
/** Reads the EchoRecord at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readEchoRecord(memory: ArrayBufferLike, at: number): EchoRecordRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    address: bytes.subarray(at + 0, at + 0 + 16),
    sentAt: view.getBigUint64(at + 16, true),
    repliedAt: view.getBigUint64(at + 24, true),
    number: view.getUint32(at + 32, true),
    bytes: view.getUint32(at + 36, true),
    replyBytes: view.getUint32(at + 40, true),
    nic: view.getUint32(at + 44, true),
    source: view.getUint32(at + 48, true),
    identifier: view.getUint16(at + 52, true),
    sequence: view.getUint16(at + 54, true),
    hopLimit: view.getUint8(at + 56),
    replyHopLimit: view.getUint8(at + 57),
    family: view.getUint8(at + 58),
    dontFragment: view.getUint8(at + 59),
    state: view.getUint8(at + 60),
  };
}

/** The copy engine of a host; its DmaChannel records follow. */
export interface DmaEngineRecord {
  /** ps of a byte in a channel, times 2^10 */
  psPerByte: bigint;
  /** ps of a descriptor beside its bytes */
  latency: bigint;
  /** received bytes that a processor copied with a cold source */
  coldBytes: bigint;
  /** received bytes that a processor copied with a warm source */
  warmBytes: bigint;
  /** received bytes that the engine moved */
  movedBytes: bigint;
  /** pages of applications locked for it */
  pinnedPages: bigint;
  /** descriptors whose completion a processor has seen */
  polled: bigint;
  /** times that a stream was found whole after the engine had moved part of it */
  verified: bigint;
  /** u64 copies by DmaDecline */
  declines: Uint8Array;
  /** u64 bytes by DmaDecline */
  declinedBytes: Uint8Array;
  /** first channel of each processor */
  firstChannel: Uint8Array;
  /**  */
  host: number;
  /**  */
  channels: number;
  /** from one channel of a processor to its next */
  stride: number;
  /** NetDmaGetVersion: major in the high 16 bits, minor in the low ones */
  version: number;
  /** least receive request, bytes */
  threshold: number;
  /** least piece, bytes */
  leastFragment: number;
  /** most bytes of a descriptor */
  maximumTransfer: number;
  /** bytes of received data that the last-level cache holds until they are copied */
  cacheShare: number;
  /** times that a stream was not whole: a fault of the run */
  misplaced: number;
  /** 1: NetDMA is in force */
  on: number;
  /** 1: Direct Cache Access is in force */
  cacheAccess: number;
}
export const DmaEngineLayout = {
  size: 512,
  psPerByte: 0,
  latency: 8,
  coldBytes: 16,
  warmBytes: 24,
  movedBytes: 32,
  pinnedPages: 40,
  polled: 48,
  verified: 56,
  declines: 64,
  declinedBytes: 192,
  firstChannel: 320,
  host: 384,
  channels: 388,
  stride: 392,
  version: 396,
  threshold: 400,
  leastFragment: 404,
  maximumTransfer: 408,
  cacheShare: 412,
  misplaced: 416,
  on: 420,
  cacheAccess: 421,
} as const;
/** Reads the DmaEngine at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readDmaEngine(memory: ArrayBufferLike, at: number): DmaEngineRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    psPerByte: view.getBigUint64(at + 0, true),
    latency: view.getBigUint64(at + 8, true),
    coldBytes: view.getBigUint64(at + 16, true),
    warmBytes: view.getBigUint64(at + 24, true),
    movedBytes: view.getBigUint64(at + 32, true),
    pinnedPages: view.getBigUint64(at + 40, true),
    polled: view.getBigUint64(at + 48, true),
    verified: view.getBigUint64(at + 56, true),
    declines: bytes.subarray(at + 64, at + 64 + 128),
    declinedBytes: bytes.subarray(at + 192, at + 192 + 128),
    firstChannel: bytes.subarray(at + 320, at + 320 + 64),
    host: view.getUint32(at + 384, true),
    channels: view.getUint32(at + 388, true),
    stride: view.getUint32(at + 392, true),
    version: view.getUint32(at + 396, true),
    threshold: view.getUint32(at + 400, true),
    leastFragment: view.getUint32(at + 404, true),
    maximumTransfer: view.getUint32(at + 408, true),
    cacheShare: view.getUint32(at + 412, true),
    misplaced: view.getUint32(at + 416, true),
    on: view.getUint8(at + 420),
    cacheAccess: view.getUint8(at + 421),
  };
}

/** A channel: a ring of descriptors, worked off in order. */
export interface DmaChannelRecord {
  /** ps; the descriptor under way */
  startedAt: bigint;
  /** descriptors worked off */
  descriptors: bigint;
  /** bytes of them */
  bytes: bigint;
  /** ps */
  busy: bigint;
  /** doorbells */
  batches: bigint;
  /** descriptors */
  sourcePageBreaks: bigint;
  /** descriptors */
  destinationPageBreaks: bigint;
  /** descriptors */
  contextChanges: bigint;
  /** descriptors that a processor copied after an abort */
  abortedDescriptors: bigint;
  /** address of the DmaEngine */
  engine: number;
  /** address of its DmaDescriptor records */
  ring: number;
  /** of the ring, a power of two */
  slots: number;
  /** descriptors ever appended, modulo 2^32; so are the next four */
  posted: number;
  /** of them with a doorbell */
  rung: number;
  /** of them worked off */
  done: number;
  /** of them aborted at last */
  abortedTo: number;
  /** of them that the processor has been charged for after an abort */
  copying: number;
  /** of the event that ends the descriptor under way */
  ticket: number;
  /** descriptors of the work item that starts */
  batch: number;
  /** socket of the first of them */
  batchSocket: number;
  /** address of the next channel that the work item has given descriptors */
  touched: number;
  /** processor that will ring the doorbell plus 1 */
  ringer: number;
  /** its affinity, within the world */
  processor: number;
  /**  */
  number: number;
  /** most descriptors ever in the ring */
  peak: number;
  /**  */
  suspensions: number;
  /**  */
  aborts: number;
  /**  */
  resets: number;
  /** DmaState */
  state: number;
  /** 1 while a descriptor is under way */
  moving: number;
  /** 1 */
  suspended: number;
  /** 1 */
  halted: number;
  /** 1: a DPC copies what was aborted */
  copyQueued: number;
  /** 1: the next descriptor has to follow a context change */
  contextLost: number;
  /** processor that a context change names */
  apic: number;
}
export const DmaChannelLayout = {
  size: 192,
  startedAt: 0,
  descriptors: 8,
  bytes: 16,
  busy: 24,
  batches: 32,
  sourcePageBreaks: 40,
  destinationPageBreaks: 48,
  contextChanges: 56,
  abortedDescriptors: 64,
  engine: 72,
  ring: 76,
  slots: 80,
  posted: 84,
  rung: 88,
  done: 92,
  abortedTo: 96,
  copying: 100,
  ticket: 104,
  batch: 108,
  batchSocket: 112,
  touched: 116,
  ringer: 120,
  processor: 124,
  number: 128,
  peak: 132,
  suspensions: 136,
  aborts: 140,
  resets: 144,
  state: 148,
  moving: 149,
  suspended: 150,
  halted: 151,
  copyQueued: 152,
  contextLost: 153,
  apic: 154,
} as const;
/** Reads the DmaChannel at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readDmaChannel(memory: ArrayBufferLike, at: number): DmaChannelRecord {
  const view = new DataView(memory);
  return {
    startedAt: view.getBigUint64(at + 0, true),
    descriptors: view.getBigUint64(at + 8, true),
    bytes: view.getBigUint64(at + 16, true),
    busy: view.getBigUint64(at + 24, true),
    batches: view.getBigUint64(at + 32, true),
    sourcePageBreaks: view.getBigUint64(at + 40, true),
    destinationPageBreaks: view.getBigUint64(at + 48, true),
    contextChanges: view.getBigUint64(at + 56, true),
    abortedDescriptors: view.getBigUint64(at + 64, true),
    engine: view.getUint32(at + 72, true),
    ring: view.getUint32(at + 76, true),
    slots: view.getUint32(at + 80, true),
    posted: view.getUint32(at + 84, true),
    rung: view.getUint32(at + 88, true),
    done: view.getUint32(at + 92, true),
    abortedTo: view.getUint32(at + 96, true),
    copying: view.getUint32(at + 100, true),
    ticket: view.getUint32(at + 104, true),
    batch: view.getUint32(at + 108, true),
    batchSocket: view.getUint32(at + 112, true),
    touched: view.getUint32(at + 116, true),
    ringer: view.getUint32(at + 120, true),
    processor: view.getUint32(at + 124, true),
    number: view.getUint32(at + 128, true),
    peak: view.getUint32(at + 132, true),
    suspensions: view.getUint32(at + 136, true),
    aborts: view.getUint32(at + 140, true),
    resets: view.getUint32(at + 144, true),
    state: view.getUint8(at + 148),
    moving: view.getUint8(at + 149),
    suspended: view.getUint8(at + 150),
    halted: view.getUint8(at + 151),
    copyQueued: view.getUint8(at + 152),
    contextLost: view.getUint8(at + 153),
    apic: view.getUint8(at + 154),
  };
}

/** A piece of a receive copy. */
export interface DmaDescriptorRecord {
  /** stream offset of its first byte */
  offset: bigint;
  /** of the next piece of its connection; all ones: none yet */
  nextOffset: bigint;
  /** bytes */
  length: number;
  /** DmaFlag */
  flags: number;
  /**  */
  socket: number;
  /** of the socket */
  life: number;
}
export const DmaDescriptorLayout = {
  size: 64,
  offset: 0,
  nextOffset: 8,
  length: 16,
  flags: 20,
  socket: 24,
  life: 28,
} as const;
/** Reads the DmaDescriptor at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readDmaDescriptor(memory: ArrayBufferLike, at: number): DmaDescriptorRecord {
  const view = new DataView(memory);
  return {
    offset: view.getBigUint64(at + 0, true),
    nextOffset: view.getBigUint64(at + 8, true),
    length: view.getUint32(at + 16, true),
    flags: view.getUint32(at + 20, true),
    socket: view.getUint32(at + 24, true),
    life: view.getUint32(at + 28, true),
  };
}

/** What the copy engine has to do with a socket; has its index. */
export interface DmaReceiverRecord {
  /** stream offset of the first byte that is not there yet; all ones: none is missing */
  from: bigint;
  /** sum over all pieces that lie in buffers of the application (core-as/dma/coverage.ts) */
  coverage: bigint;
  /** stream offset at the start of the page that was locked last, plus 1 */
  page: bigint;
  /** of the socket */
  life: number;
  /** descriptors that are not done */
  pending: number;
  /** descriptors done and not polled */
  landed: number;
  /** pages locked and not charged */
  pages: number;
  /** address of the channel of what is pending */
  channel: number;
  /** address of the newest pending descriptor */
  newest: number;
}
export const DmaReceiverLayout = {
  size: 64,
  from: 0,
  coverage: 8,
  page: 16,
  life: 24,
  pending: 28,
  landed: 32,
  pages: 36,
  channel: 40,
  newest: 44,
} as const;
/** Reads the DmaReceiver at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readDmaReceiver(memory: ArrayBufferLike, at: number): DmaReceiverRecord {
  const view = new DataView(memory);
  return {
    from: view.getBigUint64(at + 0, true),
    coverage: view.getBigUint64(at + 8, true),
    page: view.getBigUint64(at + 16, true),
    life: view.getUint32(at + 24, true),
    pending: view.getUint32(at + 28, true),
    landed: view.getUint32(at + 32, true),
    pages: view.getUint32(at + 36, true),
    channel: view.getUint32(at + 40, true),
    newest: view.getUint32(at + 44, true),
  };
}

/** What host and adapter note of a connection beside its state. Its Socket has the same index. */
export interface OffloadRecord {
  /** ps; when the pending OffloadTimer event is due; all ones: none */
  timerAt: bigint;
  /** ps; when the adapter saw a segment last */
  activeAt: bigint;
  /** ps; as the host knows it: from the offload, or the last query */
  smoothedRtt: bigint;
  /** grows with every move, so that events of an earlier one are known */
  ticket: number;
  /** adapter of the stack that owns it: its settings, its stacks and its counts */
  nic: number;
  /** physical adapter that holds it: the same, or of a virtual machine the one behind its virtual network */
  engine: number;
  /** ChimneyReason, as of the last look */
  reason: number;
  /** ChimneyReason that keeps it in the host for good */
  bar: number;
  /** UploadReason of an upload that will begin */
  wanted: number;
  /** 1: the adapter has given the state back, and the host has not seen it yet */
  returned: number;
  /** 1: requests wait for the work item to end */
  posted: number;
  /** 1: waits for room in the ring of the adapter */
  pending: number;
  /** 1: a completion DPC is queued */
  dpcQueued: number;
  /** 1: its path or neighbour is invalidated */
  invalid: number;
  /** 1: the user has aborted */
  abort: number;
  /** 1: a query is under way */
  querying: number;
  /** bits of the UploadReasons that the adapter has raised */
  raised: number;
  /** next socket whose requests wait, plus 1 */
  nextPosted: number;
  /** next socket that waits for room, plus 1 */
  nextPending: number;
  /** address of the oldest segment that the host holds during a move */
  heldFirst: number;
  /** address of the newest */
  heldNewest: number;
  /** segments that it holds */
  held: number;
  /** requests since the last completion DPC */
  requests: number;
  /** data segments of the window of observation */
  windowSent: number;
  /** of them sent again */
  windowRepeated: number;
  /** data segments received */
  windowArrived: number;
  /** of them out of order */
  windowDisordered: number;
  /** bytes received */
  windowBytes: number;
  /** of them without a posted buffer */
  windowUnposted: number;
  /** receive requests */
  windowRequests: number;
  /** times that it was offloaded */
  offloads: number;
  /** times that it came back */
  uploads: number;
  /** segments that came on the normal path and went back to the adapter */
  forwarded: number;
  /** segments that the adapter received and sent for it */
  packets: number;
}
export const OffloadLayout = {
  size: 160,
  timerAt: 0,
  activeAt: 8,
  smoothedRtt: 16,
  ticket: 24,
  nic: 28,
  engine: 32,
  reason: 36,
  bar: 37,
  wanted: 38,
  returned: 39,
  posted: 40,
  pending: 41,
  dpcQueued: 42,
  invalid: 43,
  abort: 44,
  querying: 45,
  raised: 48,
  nextPosted: 52,
  nextPending: 56,
  heldFirst: 60,
  heldNewest: 64,
  held: 68,
  requests: 72,
  windowSent: 76,
  windowRepeated: 80,
  windowArrived: 84,
  windowDisordered: 88,
  windowBytes: 92,
  windowUnposted: 96,
  windowRequests: 100,
  offloads: 104,
  uploads: 108,
  forwarded: 112,
  packets: 116,
} as const;
/** Reads the Offload at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readOffload(memory: ArrayBufferLike, at: number): OffloadRecord {
  const view = new DataView(memory);
  return {
    timerAt: view.getBigUint64(at + 0, true),
    activeAt: view.getBigUint64(at + 8, true),
    smoothedRtt: view.getBigUint64(at + 16, true),
    ticket: view.getUint32(at + 24, true),
    nic: view.getUint32(at + 28, true),
    engine: view.getUint32(at + 32, true),
    reason: view.getUint8(at + 36),
    bar: view.getUint8(at + 37),
    wanted: view.getUint8(at + 38),
    returned: view.getUint8(at + 39),
    posted: view.getUint8(at + 40),
    pending: view.getUint8(at + 41),
    dpcQueued: view.getUint8(at + 42),
    invalid: view.getUint8(at + 43),
    abort: view.getUint8(at + 44),
    querying: view.getUint8(at + 45),
    raised: view.getUint32(at + 48, true),
    nextPosted: view.getUint32(at + 52, true),
    nextPending: view.getUint32(at + 56, true),
    heldFirst: view.getUint32(at + 60, true),
    heldNewest: view.getUint32(at + 64, true),
    held: view.getUint32(at + 68, true),
    requests: view.getUint32(at + 72, true),
    windowSent: view.getUint32(at + 76, true),
    windowRepeated: view.getUint32(at + 80, true),
    windowArrived: view.getUint32(at + 84, true),
    windowDisordered: view.getUint32(at + 88, true),
    windowBytes: view.getUint32(at + 92, true),
    windowUnposted: view.getUint32(at + 96, true),
    windowRequests: view.getUint32(at + 100, true),
    offloads: view.getUint32(at + 104, true),
    uploads: view.getUint32(at + 108, true),
    forwarded: view.getUint32(at + 112, true),
    packets: view.getUint32(at + 116, true),
  };
}

/** The part of an adapter that runs TCP connections, and what its host has set for them. Of a virtual adapter: settings, stacks and counts of the virtual machine, whose connections run in the physical one. */
export interface OffloadTargetRecord {
  /** ps that the engine takes for a packet */
  interval: bigint;
  /** ps from a request to its completion */
  latency: bigint;
  /** ps; automatic mode: the mean round trip is below */
  roundTrip: bigint;
  /** automatic mode: at least, both ways */
  bytes: bigint;
  /** ps; since when the mode lets connections be offloaded */
  since: bigint;
  /** ps without a segment that count as low activity */
  lowActivity: bigint;
  /** address of the TcpStack of its IPv4 connections */
  stack4: number;
  /** of its IPv6 connections */
  stack6: number;
  /** most connections at a time */
  capacity: number;
  /** packets that may wait for the engine */
  queueLimit: number;
  /** interrupts of a thousand requests */
  interruptPermille: number;
  /** retransmitted of a thousand segments that are too many */
  dropPermille: number;
  /** out-of-order of a thousand segments that are too many */
  disorderPermille: number;
  /** thousandths of bytes without a posted buffer that are too many */
  unpostedPermille: number;
  /** bytes below which posted buffers are too small */
  smallRequest: number;
  /** entries of the port table */
  portCount: number;
  /** ChimneyMode */
  mode: number;
  /** ChimneyReason of host and adapter */
  reason: number;
  /** ChimneyReason of IPv4 */
  reason4: number;
  /** ChimneyReason of IPv6 */
  reason6: number;
  /** 1: between OFFLOAD_PAUSE and OFFLOAD_RESUME */
  paused: number;
  /** 1: an IPsec policy covers connections */
  ipsec: number;
  /** 1: the host uploads where it may choose */
  optional: number;
  /** 1: a change of mode reaches connections that exist */
  retroactive: number;
  /** 1: the engine handles a packet */
  serving: number;
  /** which of its three queues goes next */
  turn: number;
  /** 1: its frames go next on the cable */
  wireTurn: number;
  /** address of the oldest packet that waits for the engine */
  first: number;
  /** address of the newest */
  newest: number;
  /** packets that wait */
  depth: number;
  /** most ever */
  peak: number;
  /** address of the oldest frame that waits for the cable */
  sendFirst: number;
  /** address of the newest */
  sendNewest: number;
  /** first socket that waits for room in a ring, plus 1 */
  pendingFirst: number;
  /** the last, plus 1 */
  pendingNewest: number;
  /** first virtual adapter whose rings hold segments for this engine, plus 1 */
  readyFirst: number;
  /** the last, plus 1 */
  readyNewest: number;
  /** of a virtual adapter: the next of them, plus 1 */
  nextReady: number;
  /** of a virtual adapter: the physical one that its rings are served by, plus 1 */
  physical: number;
  /** of a virtual adapter: 1: among them */
  isReady: number;
  /** of a virtual adapter: 1: its IPv6 ring goes next */
  familyTurn: number;
  /** thousandths of an interrupt that are due */
  credit: number;
  /** packets handled */
  served: bigint;
  /** ps that handling them took */
  busy: bigint;
  /** packets that found the queue full */
  drops: bigint;
  /** frames that it took from the cable */
  taken: bigint;
  /** bytes of them with check sequence */
  takenBytes: bigint;
  /** frames that went on to the host after all */
  passedUp: bigint;
  /** frames from the cable that found the queue full */
  discards: bigint;
  /** bytes, with check sequence, of frames that went on to the host, or came from the cable and found the queue full */
  unkeptBytes: bigint;
  /** segments that the host forwarded */
  forwarded: bigint;
  /** frames that it sent */
  sent: bigint;
  /** bytes of them with check sequence */
  sentBytes: bigint;
  /** payload bytes that it delivered */
  receivedData: bigint;
  /** bytes of them that no posted buffer took: a processor copied them */
  copiedData: bigint;
  /** payload bytes that it was given to send */
  sentData: bigint;
  /**  */
  sendRequests: bigint;
  /** receive indications */
  indications: bigint;
  /** connections on their way to the adapter */
  offloading: number;
  /** connections in the adapter */
  offloaded: number;
  /** connections on their way back */
  uploading: number;
  /** connections offloaded, ever */
  offloads: bigint;
  /** connections uploaded, ever */
  uploads: bigint;
  /** connections that were in the adapter when the computer started anew */
  lost: bigint;
  /** update requests */
  updates: bigint;
  /** query requests */
  queries: bigint;
  /** invalidate requests */
  invalidates: bigint;
  /** uploads by UploadReason, u64 each */
  uploadReasons: Uint8Array;
  /** upload requests of the adapter by UploadReason, u64 each */
  requestReasons: Uint8Array;
  /** port table: u16 local, u16 remote, 0 for any; u8 ChimneyFilter; 8 bytes each */
  ports: Uint8Array;
}
export const OffloadTargetLayout = {
  size: 1280,
  interval: 0,
  latency: 8,
  roundTrip: 16,
  bytes: 24,
  since: 32,
  lowActivity: 40,
  stack4: 48,
  stack6: 52,
  capacity: 56,
  queueLimit: 60,
  interruptPermille: 64,
  dropPermille: 68,
  disorderPermille: 72,
  unpostedPermille: 76,
  smallRequest: 80,
  portCount: 84,
  mode: 88,
  reason: 89,
  reason4: 90,
  reason6: 91,
  paused: 92,
  ipsec: 93,
  optional: 94,
  retroactive: 95,
  serving: 96,
  turn: 97,
  wireTurn: 98,
  first: 100,
  newest: 104,
  depth: 108,
  peak: 112,
  sendFirst: 116,
  sendNewest: 120,
  pendingFirst: 124,
  pendingNewest: 128,
  readyFirst: 132,
  readyNewest: 136,
  nextReady: 140,
  physical: 144,
  isReady: 148,
  familyTurn: 149,
  credit: 152,
  served: 160,
  busy: 168,
  drops: 176,
  taken: 184,
  takenBytes: 192,
  passedUp: 200,
  discards: 208,
  unkeptBytes: 216,
  forwarded: 224,
  sent: 232,
  sentBytes: 240,
  receivedData: 248,
  copiedData: 256,
  sentData: 264,
  sendRequests: 272,
  indications: 280,
  offloading: 288,
  offloaded: 292,
  uploading: 296,
  offloads: 304,
  uploads: 312,
  lost: 320,
  updates: 328,
  queries: 336,
  invalidates: 344,
  uploadReasons: 352,
  requestReasons: 496,
  ports: 640,
} as const;
/** Reads the OffloadTarget at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readOffloadTarget(memory: ArrayBufferLike, at: number): OffloadTargetRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    interval: view.getBigUint64(at + 0, true),
    latency: view.getBigUint64(at + 8, true),
    roundTrip: view.getBigUint64(at + 16, true),
    bytes: view.getBigUint64(at + 24, true),
    since: view.getBigUint64(at + 32, true),
    lowActivity: view.getBigUint64(at + 40, true),
    stack4: view.getUint32(at + 48, true),
    stack6: view.getUint32(at + 52, true),
    capacity: view.getUint32(at + 56, true),
    queueLimit: view.getUint32(at + 60, true),
    interruptPermille: view.getUint32(at + 64, true),
    dropPermille: view.getUint32(at + 68, true),
    disorderPermille: view.getUint32(at + 72, true),
    unpostedPermille: view.getUint32(at + 76, true),
    smallRequest: view.getUint32(at + 80, true),
    portCount: view.getUint32(at + 84, true),
    mode: view.getUint8(at + 88),
    reason: view.getUint8(at + 89),
    reason4: view.getUint8(at + 90),
    reason6: view.getUint8(at + 91),
    paused: view.getUint8(at + 92),
    ipsec: view.getUint8(at + 93),
    optional: view.getUint8(at + 94),
    retroactive: view.getUint8(at + 95),
    serving: view.getUint8(at + 96),
    turn: view.getUint8(at + 97),
    wireTurn: view.getUint8(at + 98),
    first: view.getUint32(at + 100, true),
    newest: view.getUint32(at + 104, true),
    depth: view.getUint32(at + 108, true),
    peak: view.getUint32(at + 112, true),
    sendFirst: view.getUint32(at + 116, true),
    sendNewest: view.getUint32(at + 120, true),
    pendingFirst: view.getUint32(at + 124, true),
    pendingNewest: view.getUint32(at + 128, true),
    readyFirst: view.getUint32(at + 132, true),
    readyNewest: view.getUint32(at + 136, true),
    nextReady: view.getUint32(at + 140, true),
    physical: view.getUint32(at + 144, true),
    isReady: view.getUint8(at + 148),
    familyTurn: view.getUint8(at + 149),
    credit: view.getUint32(at + 152, true),
    served: view.getBigUint64(at + 160, true),
    busy: view.getBigUint64(at + 168, true),
    drops: view.getBigUint64(at + 176, true),
    taken: view.getBigUint64(at + 184, true),
    takenBytes: view.getBigUint64(at + 192, true),
    passedUp: view.getBigUint64(at + 200, true),
    discards: view.getBigUint64(at + 208, true),
    unkeptBytes: view.getBigUint64(at + 216, true),
    forwarded: view.getBigUint64(at + 224, true),
    sent: view.getBigUint64(at + 232, true),
    sentBytes: view.getBigUint64(at + 240, true),
    receivedData: view.getBigUint64(at + 248, true),
    copiedData: view.getBigUint64(at + 256, true),
    sentData: view.getBigUint64(at + 264, true),
    sendRequests: view.getBigUint64(at + 272, true),
    indications: view.getBigUint64(at + 280, true),
    offloading: view.getUint32(at + 288, true),
    offloaded: view.getUint32(at + 292, true),
    uploading: view.getUint32(at + 296, true),
    offloads: view.getBigUint64(at + 304, true),
    uploads: view.getBigUint64(at + 312, true),
    lost: view.getBigUint64(at + 320, true),
    updates: view.getBigUint64(at + 328, true),
    queries: view.getBigUint64(at + 336, true),
    invalidates: view.getBigUint64(at + 344, true),
    uploadReasons: bytes.subarray(at + 352, at + 352 + 144),
    requestReasons: bytes.subarray(at + 496, at + 496 + 144),
    ports: bytes.subarray(at + 640, at + 640 + 512),
  };
}

/** IP_OFFLOAD_STATS of one family of an adapter, and what its TcpStack does not count. IPv4 first, then IPv6, for each adapter. */
export interface OffloadFamilyRecord {
  /**  */
  inReceives: bigint;
  /**  */
  inOctets: bigint;
  /**  */
  inDelivers: bigint;
  /**  */
  outRequests: bigint;
  /**  */
  outOctets: bigint;
  /**  */
  inHeaderErrors: bigint;
  /**  */
  inTruncatedPackets: bigint;
  /**  */
  inDiscards: bigint;
  /**  */
  outDiscards: bigint;
  /**  */
  outNoRoutes: bigint;
  /**  */
  tcpInErrors: bigint;
}
export const OffloadFamilyLayout = {
  size: 96,
  inReceives: 0,
  inOctets: 8,
  inDelivers: 16,
  outRequests: 24,
  outOctets: 32,
  inHeaderErrors: 40,
  inTruncatedPackets: 48,
  inDiscards: 56,
  outDiscards: 64,
  outNoRoutes: 72,
  tcpInErrors: 80,
} as const;
/** Reads the OffloadFamily at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readOffloadFamily(memory: ArrayBufferLike, at: number): OffloadFamilyRecord {
  const view = new DataView(memory);
  return {
    inReceives: view.getBigUint64(at + 0, true),
    inOctets: view.getBigUint64(at + 8, true),
    inDelivers: view.getBigUint64(at + 16, true),
    outRequests: view.getBigUint64(at + 24, true),
    outOctets: view.getBigUint64(at + 32, true),
    inHeaderErrors: view.getBigUint64(at + 40, true),
    inTruncatedPackets: view.getBigUint64(at + 48, true),
    inDiscards: view.getBigUint64(at + 56, true),
    outDiscards: view.getBigUint64(at + 64, true),
    outNoRoutes: view.getBigUint64(at + 72, true),
    tcpInErrors: view.getBigUint64(at + 80, true),
  };
}

/** A virtual network of a host: a switch in software. */
export interface VirtualSwitchRecord {
  /** frames that ports handed to it */
  framesIn: bigint;
  /** bytes of them with check sequence */
  bytesIn: bigint;
  /** broadcast and multicast frames among them */
  groupIn: bigint;
  /** frames that it handed to ports */
  framesOut: bigint;
  /**  */
  bytesOut: bigint;
  /**  */
  groupOut: bigint;
  /** frames made beside those that came in: copies for further ports, segments of large sends */
  replicated: bigint;
  /** frames for stations that it does not know, sent to the external port */
  flooded: bigint;
  /** frames that came in and go to no port: no such station, another VLAN, nobody else to send to */
  droppedIn: bigint;
  /** frames that a port did not take */
  droppedOut: bigint;
  /**  */
  host: number;
  /** port; all ones: none */
  external: number;
  /** port; all ones: none */
  management: number;
  /** address of its table: u64 MAC, port in the high 16 bits */
  table: number;
  /** addresses in it */
  learned: number;
  /** frames on their way to a port, until the work item ends */
  pending: number;
}
export const VirtualSwitchLayout = {
  size: 192,
  framesIn: 0,
  bytesIn: 8,
  groupIn: 16,
  framesOut: 24,
  bytesOut: 32,
  groupOut: 40,
  replicated: 48,
  flooded: 56,
  droppedIn: 64,
  droppedOut: 72,
  host: 80,
  external: 84,
  management: 88,
  table: 92,
  learned: 96,
  pending: 100,
} as const;
/** Reads the VirtualSwitch at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readVirtualSwitch(memory: ArrayBufferLike, at: number): VirtualSwitchRecord {
  const view = new DataView(memory);
  return {
    framesIn: view.getBigUint64(at + 0, true),
    bytesIn: view.getBigUint64(at + 8, true),
    groupIn: view.getBigUint64(at + 16, true),
    framesOut: view.getBigUint64(at + 24, true),
    bytesOut: view.getBigUint64(at + 32, true),
    groupOut: view.getBigUint64(at + 40, true),
    replicated: view.getBigUint64(at + 48, true),
    flooded: view.getBigUint64(at + 56, true),
    droppedIn: view.getBigUint64(at + 64, true),
    droppedOut: view.getBigUint64(at + 72, true),
    host: view.getUint32(at + 80, true),
    external: view.getUint32(at + 84, true),
    management: view.getUint32(at + 88, true),
    table: view.getUint32(at + 92, true),
    learned: view.getUint32(at + 96, true),
    pending: view.getUint32(at + 100, true),
  };
}

/** A port of a virtual switch. Of virtual machines: with the VMBus channel behind it. */
export interface VirtualPortRecord {
  /** ps; when a migrated virtual machine goes on */
  resumeAt: bigint;
  /** bytes of received frames that a processor copied into the memory of the virtual machine */
  copiedBytes: bigint;
  /** bytes of received frames that the adapter put there */
  directBytes: bigint;
  /** frames that came through a queue of its own */
  queueFrames: bigint;
  /** frames that came through the default queue, or from other ports */
  defaultFrames: bigint;
  /** frames for it that it did not take */
  droppedIn: bigint;
  /** frames from it that went nowhere */
  droppedOut: bigint;
  /** signals to the virtual machine */
  signals: bigint;
  /** signals from it */
  sendSignals: bigint;
  /** receive buffers that came back after a migration, and were absorbed */
  lateReturns: bigint;
  /**  */
  migrations: bigint;
  /** ps that the migration under way pauses the virtual machine */
  pauseFor: bigint;
  /** adapter: the physical one of an external port, else the virtual one or the one whose stack it is */
  nic: number;
  /** host of that adapter */
  host: number;
  /** virtual switch */
  vswitch: number;
  /** the one after the migration under way */
  nextSwitch: number;
  /** of the ledger: work of the host on its behalf */
  owner: number;
  /** access VLAN; 0: untagged */
  vlan: number;
  /** that switches what it sends */
  processor: number;
  /** the one after the migration under way */
  nextProcessor: number;
  /** its queue of the adapter; 0: the default queue */
  queue: number;
  /** its turn among those that ask for a queue; 0: does not */
  ticket: number;
  /** frames that the channel holds for the virtual machine */
  capacity: number;
  /** event in which the virtual machine was signalled last, modulo 2^32 */
  batch: number;
  /** address of the oldest packet that it has sent and that is not switched */
  first: number;
  /** address of the newest */
  newest: number;
  /** packets there */
  waiting: number;
  /** of them switched since others had a turn */
  sendTaken: number;
  /** VirtualPortKind */
  kind: number;
  /** 1: an emulated adapter */
  legacy: number;
  /** 1: a queue of the adapter is asked for */
  wantsQueue: number;
  /** 1: takes and gives frames */
  connected: number;
  /** 1: the work item that switches what it sent is queued */
  sendQueued: number;
  /** 1: the host has been told that something waits */
  signalled: number;
  /** 1: will be paused once its connections are back from the adapter */
  leaving: number;
}
export const VirtualPortLayout = {
  size: 256,
  resumeAt: 0,
  copiedBytes: 8,
  directBytes: 16,
  queueFrames: 24,
  defaultFrames: 32,
  droppedIn: 40,
  droppedOut: 48,
  signals: 56,
  sendSignals: 64,
  lateReturns: 72,
  migrations: 80,
  pauseFor: 88,
  nic: 96,
  host: 100,
  vswitch: 104,
  nextSwitch: 108,
  owner: 112,
  vlan: 116,
  processor: 120,
  nextProcessor: 124,
  queue: 128,
  ticket: 132,
  capacity: 136,
  batch: 140,
  first: 144,
  newest: 148,
  waiting: 152,
  sendTaken: 156,
  kind: 160,
  legacy: 161,
  wantsQueue: 162,
  connected: 163,
  sendQueued: 164,
  signalled: 165,
  leaving: 166,
} as const;
/** Reads the VirtualPort at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readVirtualPort(memory: ArrayBufferLike, at: number): VirtualPortRecord {
  const view = new DataView(memory);
  return {
    resumeAt: view.getBigUint64(at + 0, true),
    copiedBytes: view.getBigUint64(at + 8, true),
    directBytes: view.getBigUint64(at + 16, true),
    queueFrames: view.getBigUint64(at + 24, true),
    defaultFrames: view.getBigUint64(at + 32, true),
    droppedIn: view.getBigUint64(at + 40, true),
    droppedOut: view.getBigUint64(at + 48, true),
    signals: view.getBigUint64(at + 56, true),
    sendSignals: view.getBigUint64(at + 64, true),
    lateReturns: view.getBigUint64(at + 72, true),
    migrations: view.getBigUint64(at + 80, true),
    pauseFor: view.getBigUint64(at + 88, true),
    nic: view.getUint32(at + 96, true),
    host: view.getUint32(at + 100, true),
    vswitch: view.getUint32(at + 104, true),
    nextSwitch: view.getUint32(at + 108, true),
    owner: view.getUint32(at + 112, true),
    vlan: view.getUint32(at + 116, true),
    processor: view.getUint32(at + 120, true),
    nextProcessor: view.getUint32(at + 124, true),
    queue: view.getUint32(at + 128, true),
    ticket: view.getUint32(at + 132, true),
    capacity: view.getUint32(at + 136, true),
    batch: view.getUint32(at + 140, true),
    first: view.getUint32(at + 144, true),
    newest: view.getUint32(at + 148, true),
    waiting: view.getUint32(at + 152, true),
    sendTaken: view.getUint32(at + 156, true),
    kind: view.getUint8(at + 160),
    legacy: view.getUint8(at + 161),
    wantsQueue: view.getUint8(at + 162),
    connected: view.getUint8(at + 163),
    sendQueued: view.getUint8(at + 164),
    signalled: view.getUint8(at + 165),
    leaving: view.getUint8(at + 166),
  };
}

/** Virtual machine queues of one adapter. Its limits.VmqFilters VmqFilter records follow, then a hash index of twice as many u16. */
export interface VmqAdapterRecord {
  /**  */
  nic: number;
  /** queues beside the default queue */
  queues: number;
  /** receive filters that are set */
  filters: number;
  /** filter id given last */
  lastFilter: number;
  /** operations that failed */
  refused: number;
  /** 1: filters test the VLAN */
  vlanFilter: number;
  /** 1: frames are split at the lookahead, and their data goes to the memory of the virtual machine */
  split: number;
  /** 1: a work item for the next operation is queued */
  controlQueued: number;
  /** 1: the adapter is being restarted, and gives no queues */
  halted: number;
}
export const VmqAdapterLayout = {
  size: 64,
  nic: 0,
  queues: 4,
  filters: 8,
  lastFilter: 12,
  refused: 16,
  vlanFilter: 20,
  split: 21,
  controlQueued: 22,
  halted: 23,
} as const;
/** Reads the VmqAdapter at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readVmqAdapter(memory: ArrayBufferLike, at: number): VmqAdapterRecord {
  const view = new DataView(memory);
  return {
    nic: view.getUint32(at + 0, true),
    queues: view.getUint32(at + 4, true),
    filters: view.getUint32(at + 8, true),
    lastFilter: view.getUint32(at + 12, true),
    refused: view.getUint32(at + 16, true),
    vlanFilter: view.getUint8(at + 20),
    split: view.getUint8(at + 21),
    controlQueued: view.getUint8(at + 22),
    halted: view.getUint8(at + 23),
  };
}

/** A receive filter. */
export interface VmqFilterRecord {
  /** destination */
  mac: bigint;
  /** 0: not in use */
  id: number;
  /**  */
  vlan: number;
  /** VmqFilterFlag */
  flags: number;
  /**  */
  queue: number;
}
export const VmqFilterLayout = {
  size: 24,
  mac: 0,
  id: 8,
  vlan: 12,
  flags: 14,
  queue: 15,
} as const;
/** Reads the VmqFilter at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readVmqFilter(memory: ArrayBufferLike, at: number): VmqFilterRecord {
  const view = new DataView(memory);
  return {
    mac: view.getBigUint64(at + 0, true),
    id: view.getUint32(at + 8, true),
    vlan: view.getUint16(at + 12, true),
    flags: view.getUint8(at + 14),
    queue: view.getUint8(at + 15),
  };
}

/** The request to follow a frame, and how far it is. */
export interface FollowRecord {
  /** FollowState */
  state: number;
  /** FollowStage */
  stage: number;
  /** 1: a frame that the adapter sends */
  outbound: number;
  /** 1: only a frame with payload */
  withData: number;
  /** 1: only a frame of the connection below */
  hasTuple: number;
  /** 4 or 6 */
  family: number;
  /** 6 or 17 */
  protocol: number;
  /** 1: its packet record is given back */
  isFree: number;
  /** 1: the thread that it is for has been woken */
  isWoken: number;
  /** adapter */
  nic: number;
  /** socket that the request named; all ones: none */
  connectionId: number;
  /** address of the packet that is followed; 0: none */
  packet: number;
  /**  */
  sourcePort: number;
  /**  */
  destinationPort: number;
  /** IPv4 in the first 4 bytes */
  source: Uint8Array;
  /**  */
  destination: Uint8Array;
  /** records written */
  steps: number;
  /** records that found no room */
  missed: number;
  /** address of limits.FollowRoom FollowEntry */
  ring: number;
  /** address of the CostTotal records of the processor at work, as they were at the mark */
  totals: number;
  /** address of the frame’s bytes */
  bytes: number;
  /** bytes that lie there; 0: none yet */
  length: number;
  /** event that the mark belongs to, modulo 2^32 */
  markEvent: number;
  /** limits.NoProcessor: no mark */
  markProcessor: number;
  /** adapter of the ring */
  stageNic: number;
  /** receive queue */
  stageQueue: number;
  /** processor of the interrupt that was raised for it, plus 1; 0: none */
  raised: number;
  /** socket plus 1; 0: none */
  socket: number;
  /** of the socket */
  life: number;
  /** socket of the last send request seen while waiting, plus 1; its step lies in the ring */
  requestSocket: number;
  /**  */
  requestBytes: number;
  /** SND.UNA of its connection before its own ACK */
  unaBefore: number;
  /** segments that its stack had put out before it came, modulo 2^32 */
  sentBefore: number;
  /** DmaDecline of what a processor copied last */
  decline: number;
  /** bytes in posted receives before its own were copied */
  filledBefore: number;
  /** stream offset behind its bytes */
  until: bigint;
  /** ps; of its first step */
  startedAt: bigint;
  /** stream offset of the request */
  requestOffset: bigint;
  /** received bytes that processors of its host had copied beside an engine before its own */
  copiedBefore: bigint;
}
export const FollowLayout = {
  size: 192,
  state: 0,
  stage: 1,
  outbound: 2,
  withData: 3,
  hasTuple: 4,
  family: 5,
  protocol: 6,
  isFree: 7,
  isWoken: 8,
  nic: 12,
  connectionId: 16,
  packet: 20,
  sourcePort: 24,
  destinationPort: 26,
  source: 28,
  destination: 44,
  steps: 60,
  missed: 64,
  ring: 68,
  totals: 72,
  bytes: 76,
  length: 80,
  markEvent: 84,
  markProcessor: 88,
  stageNic: 92,
  stageQueue: 96,
  raised: 100,
  socket: 104,
  life: 108,
  requestSocket: 112,
  requestBytes: 116,
  unaBefore: 120,
  sentBefore: 124,
  decline: 128,
  filledBefore: 132,
  until: 136,
  startedAt: 144,
  requestOffset: 152,
  copiedBefore: 160,
} as const;
/** Reads the Follow at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readFollow(memory: ArrayBufferLike, at: number): FollowRecord {
  const view = new DataView(memory);
  const bytes = new Uint8Array(memory);
  return {
    state: view.getUint8(at + 0),
    stage: view.getUint8(at + 1),
    outbound: view.getUint8(at + 2),
    withData: view.getUint8(at + 3),
    hasTuple: view.getUint8(at + 4),
    family: view.getUint8(at + 5),
    protocol: view.getUint8(at + 6),
    isFree: view.getUint8(at + 7),
    isWoken: view.getUint8(at + 8),
    nic: view.getUint32(at + 12, true),
    connectionId: view.getUint32(at + 16, true),
    packet: view.getUint32(at + 20, true),
    sourcePort: view.getUint16(at + 24, true),
    destinationPort: view.getUint16(at + 26, true),
    source: bytes.subarray(at + 28, at + 28 + 16),
    destination: bytes.subarray(at + 44, at + 44 + 16),
    steps: view.getUint32(at + 60, true),
    missed: view.getUint32(at + 64, true),
    ring: view.getUint32(at + 68, true),
    totals: view.getUint32(at + 72, true),
    bytes: view.getUint32(at + 76, true),
    length: view.getUint32(at + 80, true),
    markEvent: view.getUint32(at + 84, true),
    markProcessor: view.getUint32(at + 88, true),
    stageNic: view.getUint32(at + 92, true),
    stageQueue: view.getUint32(at + 96, true),
    raised: view.getUint32(at + 100, true),
    socket: view.getUint32(at + 104, true),
    life: view.getUint32(at + 108, true),
    requestSocket: view.getUint32(at + 112, true),
    requestBytes: view.getUint32(at + 116, true),
    unaBefore: view.getUint32(at + 120, true),
    sentBefore: view.getUint32(at + 124, true),
    decline: view.getUint32(at + 128, true),
    filledBefore: view.getUint32(at + 132, true),
    until: view.getBigUint64(at + 136, true),
    startedAt: view.getBigUint64(at + 144, true),
    requestOffset: view.getBigUint64(at + 152, true),
    copiedBefore: view.getBigUint64(at + 160, true),
  };
}

/** A step of a followed frame; FollowStep says what place, a, b, c and d are. */
export interface FollowEntryRecord {
  /** ps */
  time: bigint;
  /** FollowStep */
  step: number;
  /** that did it, within the world; limits.NoProcessor: none */
  processor: number;
  /**  */
  place: number;
  /**  */
  a: number;
  /**  */
  b: number;
  /**  */
  c: number;
  /**  */
  d: number;
}
export const FollowEntryLayout = {
  size: 40,
  time: 0,
  step: 8,
  processor: 12,
  place: 16,
  a: 20,
  b: 24,
  c: 28,
  d: 32,
} as const;
/** Reads the FollowEntry at byte `at`; fields of bytes are views into `memory`, not copies. */
export function readFollowEntry(memory: ArrayBufferLike, at: number): FollowEntryRecord {
  const view = new DataView(memory);
  return {
    time: view.getBigUint64(at + 0, true),
    step: view.getUint32(at + 8, true),
    processor: view.getUint32(at + 12, true),
    place: view.getUint32(at + 16, true),
    a: view.getUint32(at + 20, true),
    b: view.getUint32(at + 24, true),
    c: view.getUint32(at + 28, true),
    d: view.getUint32(at + 32, true),
  };
}
/** Writes the given fields of the TcpStack at byte `at`; the others stay as they are. */
export function writeTcpStack(memory: ArrayBufferLike, at: number, values: Partial<TcpStackRecord>): void {
  const view = new DataView(memory);
  if (values.secret0 !== undefined) view.setBigUint64(at + 0, values.secret0, true);
  if (values.secret1 !== undefined) view.setBigUint64(at + 8, values.secret1, true);
  if (values.initialRto !== undefined) view.setBigUint64(at + 16, values.initialRto, true);
  if (values.minRto !== undefined) view.setBigUint64(at + 24, values.minRto, true);
  if (values.maxRto !== undefined) view.setBigUint64(at + 32, values.maxRto, true);
  if (values.granularity !== undefined) view.setBigUint64(at + 40, values.granularity, true);
  if (values.delayedAck !== undefined) view.setBigUint64(at + 48, values.delayedAck, true);
  if (values.timeWait !== undefined) view.setBigUint64(at + 56, values.timeWait, true);
  if (values.finWait2 !== undefined) view.setBigUint64(at + 64, values.finWait2, true);
  if (values.keepAliveTime !== undefined) view.setBigUint64(at + 72, values.keepAliveTime, true);
  if (values.keepAliveInterval !== undefined) view.setBigUint64(at + 80, values.keepAliveInterval, true);
  if (values.tick !== undefined) view.setBigUint64(at + 88, values.tick, true);
  if (values.challengeInterval !== undefined) view.setBigUint64(at + 96, values.challengeInterval, true);
  if (values.challengeAt !== undefined) view.setBigUint64(at + 104, values.challengeAt, true);
  if (values.challengeCount !== undefined) view.setUint32(at + 112, values.challengeCount, true);
  if (values.challengeLimit !== undefined) view.setUint32(at + 116, values.challengeLimit, true);
  if (values.mtu !== undefined) view.setUint32(at + 120, values.mtu, true);
  if (values.receiveWindow !== undefined) view.setUint32(at + 124, values.receiveWindow, true);
  if (values.receiveLimit !== undefined) view.setUint32(at + 128, values.receiveLimit, true);
  if (values.largeSend !== undefined) view.setUint32(at + 132, values.largeSend, true);
  if (values.initialWindow !== undefined) view.setUint32(at + 136, values.initialWindow, true);
  if (values.ackFrequency !== undefined) view.setUint8(at + 140, values.ackFrequency);
  if (values.dupAckThreshold !== undefined) view.setUint8(at + 141, values.dupAckThreshold);
  if (values.synRetries !== undefined) view.setUint8(at + 142, values.synRetries);
  if (values.dataRetries !== undefined) view.setUint8(at + 143, values.dataRetries);
  if (values.keepAliveProbes !== undefined) view.setUint8(at + 144, values.keepAliveProbes);
  if (values.congestion !== undefined) view.setUint8(at + 145, values.congestion);
  if (values.windowScaling !== undefined) view.setUint8(at + 146, values.windowScaling);
  if (values.sack !== undefined) view.setUint8(at + 147, values.sack);
  if (values.timestamps !== undefined) view.setUint8(at + 148, values.timestamps);
  if (values.ecn !== undefined) view.setUint8(at + 149, values.ecn);
  if (values.nagle !== undefined) view.setUint8(at + 150, values.nagle);
  if (values.hopLimit !== undefined) view.setUint8(at + 151, values.hopLimit);
  if (values.ring !== undefined) view.setUint32(at + 152, values.ring, true);
  if (values.ringMask !== undefined) view.setUint32(at + 156, values.ringMask, true);
  if (values.ringHead !== undefined) view.setUint32(at + 160, values.ringHead, true);
  if (values.ringTail !== undefined) view.setUint32(at + 164, values.ringTail, true);
  if (values.ipId !== undefined) view.setUint32(at + 168, values.ipId, true);
  if (values.acceptedSkip !== undefined) view.setUint32(at + 172, values.acceptedSkip, true);
  if (values.acceptedLength !== undefined) view.setUint32(at + 176, values.acceptedLength, true);
  if (values.acceptedOffset !== undefined) view.setBigUint64(at + 184, values.acceptedOffset, true);
  if (values.segmentsIn !== undefined) view.setBigUint64(at + 192, values.segmentsIn, true);
  if (values.segmentsOut !== undefined) view.setBigUint64(at + 200, values.segmentsOut, true);
  if (values.segmentsRetransmitted !== undefined) view.setBigUint64(at + 208, values.segmentsRetransmitted, true);
  if (values.resetsOut !== undefined) view.setBigUint64(at + 216, values.resetsOut, true);
  if (values.activeOpens !== undefined) view.setBigUint64(at + 224, values.activeOpens, true);
  if (values.passiveOpens !== undefined) view.setBigUint64(at + 232, values.passiveOpens, true);
  if (values.attemptFails !== undefined) view.setBigUint64(at + 240, values.attemptFails, true);
  if (values.establishedResets !== undefined) view.setBigUint64(at + 248, values.establishedResets, true);
  if (values.challengeAcks !== undefined) view.setBigUint64(at + 256, values.challengeAcks, true);
  if (values.ringFull !== undefined) view.setBigUint64(at + 264, values.ringFull, true);
  if (values.segmentsIn6 !== undefined) view.setBigUint64(at + 272, values.segmentsIn6, true);
  if (values.segmentsOut6 !== undefined) view.setBigUint64(at + 280, values.segmentsOut6, true);
  if (values.segmentsRetransmitted6 !== undefined) view.setBigUint64(at + 288, values.segmentsRetransmitted6, true);
  if (values.activeOpens6 !== undefined) view.setBigUint64(at + 296, values.activeOpens6, true);
  if (values.passiveOpens6 !== undefined) view.setBigUint64(at + 304, values.passiveOpens6, true);
  if (values.attemptFails6 !== undefined) view.setBigUint64(at + 312, values.attemptFails6, true);
  if (values.establishedResets6 !== undefined) view.setBigUint64(at + 320, values.establishedResets6, true);
}
/** Writes the given fields of the TcpSegment at byte `at`; the others stay as they are. */
export function writeTcpSegment(memory: ArrayBufferLike, at: number, values: Partial<TcpSegmentRecord>): void {
  const view = new DataView(memory);
  if (values.source !== undefined) new Uint8Array(memory).set(values.source, at + 0);
  if (values.destination !== undefined) new Uint8Array(memory).set(values.destination, at + 16);
  if (values.sourcePort !== undefined) view.setUint16(at + 32, values.sourcePort, true);
  if (values.destinationPort !== undefined) view.setUint16(at + 34, values.destinationPort, true);
  if (values.family !== undefined) view.setUint8(at + 36, values.family);
  if (values.flags !== undefined) view.setUint8(at + 37, values.flags);
  if (values.window !== undefined) view.setUint16(at + 38, values.window, true);
  if (values.seq !== undefined) view.setUint32(at + 40, values.seq, true);
  if (values.ack !== undefined) view.setUint32(at + 44, values.ack, true);
  if (values.length !== undefined) view.setUint32(at + 48, values.length, true);
  if (values.mss !== undefined) view.setUint32(at + 52, values.mss, true);
  if (values.offset !== undefined) view.setBigUint64(at + 56, values.offset, true);
  if (values.payload !== undefined) view.setUint32(at + 64, values.payload, true);
  if (values.flow !== undefined) view.setUint32(at + 68, values.flow, true);
  if (values.connection !== undefined) view.setUint32(at + 72, values.connection, true);
  if (values.options !== undefined) view.setUint8(at + 76, values.options);
  if (values.windowScale !== undefined) view.setUint8(at + 77, values.windowScale);
  if (values.sackBlocks !== undefined) view.setUint8(at + 78, values.sackBlocks);
  if (values.ecn !== undefined) view.setUint8(at + 79, values.ecn);
  if (values.maximumSegment !== undefined) view.setUint16(at + 80, values.maximumSegment, true);
  if (values.urgent !== undefined) view.setUint16(at + 82, values.urgent, true);
  if (values.timestamp !== undefined) view.setUint32(at + 84, values.timestamp, true);
  if (values.timestampEcho !== undefined) view.setUint32(at + 88, values.timestampEcho, true);
  if (values.sack !== undefined) new Uint8Array(memory).set(values.sack, at + 92);
  if (values.ipId !== undefined) view.setUint16(at + 124, values.ipId, true);
  if (values.hopLimit !== undefined) view.setUint8(at + 126, values.hopLimit);
  if (values.trafficClass !== undefined) view.setUint8(at + 127, values.trafficClass);
  if (values.flowLabel !== undefined) view.setUint32(at + 128, values.flowLabel, true);
}
/** Writes the given fields of the TcpConnection at byte `at`; the others stay as they are. */
export function writeTcpConnection(memory: ArrayBufferLike, at: number, values: Partial<TcpConnectionRecord>): void {
  const view = new DataView(memory);
  if (values.localAddress !== undefined) new Uint8Array(memory).set(values.localAddress, at + 0);
  if (values.remoteAddress !== undefined) new Uint8Array(memory).set(values.remoteAddress, at + 16);
  if (values.localPort !== undefined) view.setUint16(at + 32, values.localPort, true);
  if (values.remotePort !== undefined) view.setUint16(at + 34, values.remotePort, true);
  if (values.family !== undefined) view.setUint8(at + 36, values.family);
  if (values.constFlags !== undefined) view.setUint8(at + 37, values.constFlags);
  if (values.sndWindScale !== undefined) view.setUint8(at + 38, values.sndWindScale);
  if (values.rcvWindScale !== undefined) view.setUint8(at + 39, values.rcvWindScale);
  if (values.hashValue !== undefined) view.setUint32(at + 40, values.hashValue, true);
  if (values.remoteMss !== undefined) view.setUint16(at + 44, values.remoteMss, true);
  if (values.cachedFlags !== undefined) view.setUint8(at + 46, values.cachedFlags);
  if (values.kaProbeCount !== undefined) view.setUint8(at + 47, values.kaProbeCount);
  if (values.initialRcvWnd !== undefined) view.setUint32(at + 48, values.initialRcvWnd, true);
  if (values.rcvIndicationSize !== undefined) view.setUint32(at + 52, values.rcvIndicationSize, true);
  if (values.maxRt !== undefined) view.setUint32(at + 56, values.maxRt, true);
  if (values.flowLabel !== undefined) view.setUint32(at + 60, values.flowLabel, true);
  if (values.pathMtu !== undefined) view.setUint32(at + 64, values.pathMtu, true);
  if (values.ttlOrHopLimit !== undefined) view.setUint8(at + 68, values.ttlOrHopLimit);
  if (values.tosOrTrafficClass !== undefined) view.setUint8(at + 69, values.tosOrTrafficClass);
  if (values.userPriority !== undefined) view.setUint8(at + 70, values.userPriority);
  if (values.state !== undefined) view.setUint8(at + 71, values.state);
  if (values.kaTimeout !== undefined) view.setBigUint64(at + 72, values.kaTimeout, true);
  if (values.kaInterval !== undefined) view.setBigUint64(at + 80, values.kaInterval, true);
  if (values.sRtt !== undefined) view.setBigUint64(at + 88, values.sRtt, true);
  if (values.rttVar !== undefined) view.setBigUint64(at + 96, values.rttVar, true);
  if (values.tsRecentAge !== undefined) view.setBigUint64(at + 104, values.tsRecentAge, true);
  if (values.totalRt !== undefined) view.setBigUint64(at + 112, values.totalRt, true);
  if (values.retransmitAt !== undefined) view.setBigUint64(at + 120, values.retransmitAt, true);
  if (values.keepAliveAt !== undefined) view.setBigUint64(at + 128, values.keepAliveAt, true);
  if (values.rcvNxt !== undefined) view.setUint32(at + 136, values.rcvNxt, true);
  if (values.rcvWnd !== undefined) view.setUint32(at + 140, values.rcvWnd, true);
  if (values.sndUna !== undefined) view.setUint32(at + 144, values.sndUna, true);
  if (values.sndNxt !== undefined) view.setUint32(at + 148, values.sndNxt, true);
  if (values.sndMax !== undefined) view.setUint32(at + 152, values.sndMax, true);
  if (values.sndWnd !== undefined) view.setUint32(at + 156, values.sndWnd, true);
  if (values.maxSndWnd !== undefined) view.setUint32(at + 160, values.maxSndWnd, true);
  if (values.sendWl1 !== undefined) view.setUint32(at + 164, values.sendWl1, true);
  if (values.cWnd !== undefined) view.setUint32(at + 168, values.cWnd, true);
  if (values.ssThresh !== undefined) view.setUint32(at + 172, values.ssThresh, true);
  if (values.dWnd !== undefined) view.setUint32(at + 176, values.dWnd, true);
  if (values.tsRecent !== undefined) view.setUint32(at + 180, values.tsRecent, true);
  if (values.tsTime !== undefined) view.setUint32(at + 184, values.tsTime, true);
  if (values.sendDataTail !== undefined) view.setUint32(at + 188, values.sendDataTail, true);
  if (values.bufferedData !== undefined) view.setUint32(at + 192, values.bufferedData, true);
  if (values.dupAckCount !== undefined) view.setUint8(at + 196, values.dupAckCount);
  if (values.sndWndProbeCount !== undefined) view.setUint8(at + 197, values.sndWndProbeCount);
  if (values.keepAliveProbeCount !== undefined) view.setUint8(at + 198, values.keepAliveProbeCount);
  if (values.retransmitCount !== undefined) view.setUint8(at + 199, values.retransmitCount);
  if (values.stack !== undefined) view.setUint32(at + 200, values.stack, true);
  if (values.flow !== undefined) view.setUint32(at + 204, values.flow, true);
  if (values.largeSend !== undefined) view.setUint32(at + 208, values.largeSend, true);
  if (values.hostFlags !== undefined) view.setUint16(at + 212, values.hostFlags, true);
  if (values.events !== undefined) view.setUint8(at + 214, values.events);
  if (values.timer !== undefined) view.setUint8(at + 215, values.timer);
  if (values.deadline !== undefined) view.setBigUint64(at + 216, values.deadline, true);
  if (values.delayedAckAt !== undefined) view.setBigUint64(at + 224, values.delayedAckAt, true);
  if (values.sndUnaOffset !== undefined) view.setBigUint64(at + 232, values.sndUnaOffset, true);
  if (values.rcvNxtOffset !== undefined) view.setBigUint64(at + 240, values.rcvNxtOffset, true);
  if (values.rttAt !== undefined) view.setBigUint64(at + 248, values.rttAt, true);
  if (values.sentAt !== undefined) view.setBigUint64(at + 256, values.sentAt, true);
  if (values.baseRtt !== undefined) view.setBigUint64(at + 264, values.baseRtt, true);
  if (values.tuneAt !== undefined) view.setBigUint64(at + 272, values.tuneAt, true);
  if (values.tuneBytes !== undefined) view.setUint32(at + 280, values.tuneBytes, true);
  if (values.rttSeq !== undefined) view.setUint32(at + 284, values.rttSeq, true);
  if (values.iss !== undefined) view.setUint32(at + 288, values.iss, true);
  if (values.irs !== undefined) view.setUint32(at + 292, values.irs, true);
  if (values.recover !== undefined) view.setUint32(at + 296, values.recover, true);
  if (values.highRxt !== undefined) view.setUint32(at + 300, values.highRxt, true);
  if (values.acked !== undefined) view.setUint32(at + 304, values.acked, true);
  if (values.roundEnd !== undefined) view.setUint32(at + 308, values.roundEnd, true);
  if (values.lastAckSent !== undefined) view.setUint32(at + 312, values.lastAckSent, true);
  if (values.rcvFin !== undefined) view.setUint32(at + 316, values.rcvFin, true);
  if (values.ecnRecover !== undefined) view.setUint32(at + 320, values.ecnRecover, true);
  if (values.sendMss !== undefined) view.setUint16(at + 324, values.sendMss, true);
  if (values.rtoShift !== undefined) view.setUint8(at + 326, values.rtoShift);
  if (values.ackCount !== undefined) view.setUint8(at + 327, values.ackCount);
  if (values.rangeCount !== undefined) view.setUint8(at + 328, values.rangeCount);
  if (values.sackedCount !== undefined) view.setUint8(at + 329, values.sackedCount);
  if (values.ranges !== undefined) new Uint8Array(memory).set(values.ranges, at + 330);
  if (values.sacked !== undefined) new Uint8Array(memory).set(values.sacked, at + 394);
}
/** Writes the given fields of the World at byte `at`; the others stay as they are. */
export function writeWorld(memory: ArrayBufferLike, at: number, values: Partial<WorldRecord>): void {
  const view = new DataView(memory);
  if (values.fingerprint !== undefined) view.setBigUint64(at + 0, values.fingerprint, true);
  if (values.events !== undefined) view.setBigUint64(at + 8, values.events, true);
  if (values.seed !== undefined) view.setBigUint64(at + 16, values.seed, true);
  if (values.neighborReachable !== undefined) view.setBigUint64(at + 24, values.neighborReachable, true);
  if (values.neighborRetry !== undefined) view.setBigUint64(at + 32, values.neighborRetry, true);
  if (values.hosts !== undefined) view.setUint32(at + 40, values.hosts, true);
  if (values.nics !== undefined) view.setUint32(at + 44, values.nics, true);
  if (values.paths !== undefined) view.setUint32(at + 48, values.paths, true);
  if (values.switches !== undefined) view.setUint32(at + 52, values.switches, true);
  if (values.ports !== undefined) view.setUint32(at + 56, values.ports, true);
  if (values.macs !== undefined) view.setUint32(at + 60, values.macs, true);
  if (values.addresses !== undefined) view.setUint32(at + 64, values.addresses, true);
  if (values.apps !== undefined) view.setUint32(at + 68, values.apps, true);
  if (values.sockets !== undefined) view.setUint32(at + 72, values.sockets, true);
  if (values.stores !== undefined) view.setUint32(at + 76, values.stores, true);
  if (values.packets !== undefined) view.setUint32(at + 80, values.packets, true);
  if (values.buffers !== undefined) view.setUint32(at + 84, values.buffers, true);
  if (values.bufferBytes !== undefined) view.setUint32(at + 88, values.bufferBytes, true);
  if (values.neighbors !== undefined) view.setUint32(at + 92, values.neighbors, true);
  if (values.traceSlots !== undefined) view.setUint32(at + 96, values.traceSlots, true);
  if (values.tapSlots !== undefined) view.setUint32(at + 100, values.tapSlots, true);
  if (values.processors !== undefined) view.setUint32(at + 104, values.processors, true);
  if (values.packetsUsed !== undefined) view.setUint32(at + 108, values.packetsUsed, true);
  if (values.packetsPeak !== undefined) view.setUint32(at + 112, values.packetsPeak, true);
  if (values.packetsMissed !== undefined) view.setUint32(at + 116, values.packetsMissed, true);
  if (values.buffersUsed !== undefined) view.setUint32(at + 120, values.buffersUsed, true);
  if (values.buffersMissed !== undefined) view.setUint32(at + 124, values.buffersMissed, true);
  if (values.socketsUsed !== undefined) view.setUint32(at + 128, values.socketsUsed, true);
  if (values.socketsMissed !== undefined) view.setUint32(at + 132, values.socketsMissed, true);
  if (values.traced !== undefined) view.setUint32(at + 136, values.traced, true);
  if (values.tapped !== undefined) view.setUint32(at + 140, values.tapped, true);
  if (values.tapTaken !== undefined) view.setUint32(at + 144, values.tapTaken, true);
  if (values.siblingPermille !== undefined) view.setUint32(at + 148, values.siblingPermille, true);
  if (values.remotePermille !== undefined) view.setUint32(at + 152, values.remotePermille, true);
  if (values.offloads !== undefined) view.setUint32(at + 156, values.offloads, true);
  if (values.virtualSwitches !== undefined) view.setUint32(at + 160, values.virtualSwitches, true);
  if (values.virtualPorts !== undefined) view.setUint32(at + 164, values.virtualPorts, true);
  if (values.tickets !== undefined) view.setUint32(at + 168, values.tickets, true);
}
/** Writes the given fields of the HostRecord at byte `at`; the others stay as they are. */
export function writeHostRecord(memory: ArrayBufferLike, at: number, values: Partial<HostRecordRecord>): void {
  const view = new DataView(memory);
  if (values.stack !== undefined) view.setUint32(at + 0, values.stack, true);
  if (values.ideal !== undefined) view.setUint8(at + 4, values.ideal);
  if (values.autoTuning !== undefined) view.setUint8(at + 5, values.autoTuning);
  if (values.keepAlive !== undefined) view.setUint8(at + 6, values.keepAlive);
  if (values.firstNic !== undefined) view.setUint32(at + 8, values.firstNic, true);
  if (values.nics !== undefined) view.setUint32(at + 12, values.nics, true);
  if (values.firstProcessor !== undefined) view.setUint32(at + 16, values.firstProcessor, true);
  if (values.processors !== undefined) view.setUint32(at + 20, values.processors, true);
  if (values.nextPort !== undefined) view.setUint32(at + 24, values.nextPort, true);
  if (values.rebalanceThreshold !== undefined) view.setUint32(at + 28, values.rebalanceThreshold, true);
  if (values.indication !== undefined) view.setUint32(at + 32, values.indication, true);
  if (values.dpcBudget !== undefined) view.setUint32(at + 36, values.dpcBudget, true);
  if (values.rebalanceInterval !== undefined) view.setBigUint64(at + 40, values.rebalanceInterval, true);
  if (values.ipReceived !== undefined) view.setBigUint64(at + 48, values.ipReceived, true);
  if (values.ipDelivered !== undefined) view.setBigUint64(at + 56, values.ipDelivered, true);
  if (values.ipHeaderErrors !== undefined) view.setBigUint64(at + 64, values.ipHeaderErrors, true);
  if (values.ipAddressErrors !== undefined) view.setBigUint64(at + 72, values.ipAddressErrors, true);
  if (values.ipDiscards !== undefined) view.setBigUint64(at + 80, values.ipDiscards, true);
  if (values.checksumErrors !== undefined) view.setBigUint64(at + 88, values.checksumErrors, true);
  if (values.udpIn !== undefined) view.setBigUint64(at + 96, values.udpIn, true);
  if (values.udpOut !== undefined) view.setBigUint64(at + 104, values.udpOut, true);
  if (values.udpNoPorts !== undefined) view.setBigUint64(at + 112, values.udpNoPorts, true);
  if (values.udpDiscards !== undefined) view.setBigUint64(at + 120, values.udpDiscards, true);
  if (values.icmpIn !== undefined) view.setBigUint64(at + 128, values.icmpIn, true);
  if (values.icmpOut !== undefined) view.setBigUint64(at + 136, values.icmpOut, true);
  if (values.engine !== undefined) view.setUint32(at + 144, values.engine, true);
  if (values.counters !== undefined) view.setUint32(at + 148, values.counters, true);
  if (values.activity !== undefined) view.setUint32(at + 152, values.activity, true);
  if (values.echoes !== undefined) view.setUint32(at + 156, values.echoes, true);
  if (values.guest !== undefined) view.setUint32(at + 160, values.guest, true);
  if (values.paused !== undefined) view.setUint8(at + 164, values.paused);
  if (values.virtualProcessors !== undefined) new Uint8Array(memory).set(values.virtualProcessors, at + 165);
  if (values.nextVirtualProcessors !== undefined) new Uint8Array(memory).set(values.nextVirtualProcessors, at + 173);
  if (values.virtualCount !== undefined) view.setUint32(at + 184, values.virtualCount, true);
}
/** Writes the given fields of the NicRecord at byte `at`; the others stay as they are. */
export function writeNicRecord(memory: ArrayBufferLike, at: number, values: Partial<NicRecordRecord>): void {
  const view = new DataView(memory);
  if (values.mac !== undefined) view.setBigUint64(at + 0, values.mac, true);
  if (values.psPerByte !== undefined) view.setBigUint64(at + 8, values.psPerByte, true);
  if (values.dmaDelay !== undefined) view.setBigUint64(at + 16, values.dmaDelay, true);
  if (values.lowestRate !== undefined) view.setBigUint64(at + 24, values.lowestRate, true);
  if (values.highestRate !== undefined) view.setBigUint64(at + 32, values.highestRate, true);
  if (values.host !== undefined) view.setUint32(at + 40, values.host, true);
  if (values.path !== undefined) view.setUint32(at + 44, values.path, true);
  if (values.mtu !== undefined) view.setUint32(at + 48, values.mtu, true);
  if (values.hardwareQueues !== undefined) view.setUint32(at + 52, values.hardwareQueues, true);
  if (values.queues !== undefined) view.setUint32(at + 56, values.queues, true);
  if (values.firstQueue !== undefined) view.setUint32(at + 60, values.firstQueue, true);
  if (values.receiveDescriptors !== undefined) view.setUint32(at + 64, values.receiveDescriptors, true);
  if (values.transmitDescriptors !== undefined) view.setUint32(at + 68, values.transmitDescriptors, true);
  if (values.interruptProcessor !== undefined) view.setUint32(at + 72, values.interruptProcessor, true);
  if (values.lsoBytes4 !== undefined) view.setUint32(at + 76, values.lsoBytes4, true);
  if (values.lsoBytes6 !== undefined) view.setUint32(at + 80, values.lsoBytes6, true);
  if (values.firstAddress !== undefined) view.setUint32(at + 84, values.firstAddress, true);
  if (values.addresses !== undefined) view.setUint32(at + 88, values.addresses, true);
  if (values.rssTables !== undefined) view.setUint32(at + 92, values.rssTables, true);
  if (values.tableMask !== undefined) view.setUint32(at + 96, values.tableMask, true);
  if (values.defaultQueue !== undefined) view.setUint32(at + 100, values.defaultQueue, true);
  if (values.owner !== undefined) view.setUint32(at + 104, values.owner, true);
  if (values.neighbors !== undefined) view.setUint32(at + 108, values.neighbors, true);
  if (values.interruptMode !== undefined) view.setUint8(at + 112, values.interruptMode);
  if (values.moderation !== undefined) view.setUint8(at + 113, values.moderation);
  if (values.checksumOffload !== undefined) view.setUint8(at + 114, values.checksumOffload);
  if (values.rss !== undefined) view.setUint8(at + 115, values.rss);
  if (values.rebalancing !== undefined) view.setUint8(at + 116, values.rebalancing);
  if (values.outside !== undefined) view.setUint8(at + 117, values.outside);
  if (values.tapped !== undefined) view.setUint8(at + 118, values.tapped);
  if (values.sending !== undefined) view.setUint8(at + 119, values.sending);
  if (values.nextTransmit !== undefined) view.setUint32(at + 120, values.nextTransmit, true);
  if (values.segmentIndex !== undefined) view.setUint32(at + 124, values.segmentIndex, true);
  if (values.pendingDpcs !== undefined) view.setUint32(at + 128, values.pendingDpcs, true);
  if (values.current !== undefined) view.setUint32(at + 132, values.current, true);
  if (values.sentFrames !== undefined) view.setBigUint64(at + 136, values.sentFrames, true);
  if (values.sentBytes !== undefined) view.setBigUint64(at + 144, values.sentBytes, true);
  if (values.sentLarge !== undefined) view.setBigUint64(at + 152, values.sentLarge, true);
  if (values.arrived !== undefined) view.setBigUint64(at + 160, values.arrived, true);
  if (values.arrivedBytes !== undefined) view.setBigUint64(at + 168, values.arrivedBytes, true);
  if (values.crcErrors !== undefined) view.setBigUint64(at + 176, values.crcErrors, true);
  if (values.filtered !== undefined) view.setBigUint64(at + 184, values.filtered, true);
  if (values.noBuffer !== undefined) view.setBigUint64(at + 192, values.noBuffer, true);
  if (values.tooLong !== undefined) view.setBigUint64(at + 200, values.tooLong, true);
  if (values.received !== undefined) view.setBigUint64(at + 208, values.received, true);
  if (values.receivedBytes !== undefined) view.setBigUint64(at + 216, values.receivedBytes, true);
  if (values.indicated !== undefined) view.setBigUint64(at + 224, values.indicated, true);
  if (values.interrupts !== undefined) view.setBigUint64(at + 232, values.interrupts, true);
  if (values.tableChanges !== undefined) view.setBigUint64(at + 240, values.tableChanges, true);
  if (values.noCable !== undefined) view.setBigUint64(at + 248, values.noCable, true);
  if (values.noMemory !== undefined) view.setBigUint64(at + 256, values.noMemory, true);
  if (values.transmitReady !== undefined) view.setBigUint64(at + 264, values.transmitReady, true);
  if (values.transmitWaiting !== undefined) view.setUint32(at + 272, values.transmitWaiting, true);
  if (values.largestBacklog !== undefined) view.setUint32(at + 276, values.largestBacklog, true);
  if (values.netDma !== undefined) view.setUint8(at + 280, values.netDma);
  if (values.counters !== undefined) view.setUint32(at + 284, values.counters, true);
  if (values.offloaded !== undefined) view.setUint32(at + 288, values.offloaded, true);
  if (values.offloadWaiting !== undefined) view.setUint32(at + 292, values.offloadWaiting, true);
  if (values.chimney !== undefined) view.setUint8(at + 296, values.chimney);
  if (values.virtualPort !== undefined) view.setUint32(at + 300, values.virtualPort, true);
  if (values.externalPort !== undefined) view.setUint32(at + 304, values.externalPort, true);
  if (values.vmq !== undefined) view.setUint32(at + 308, values.vmq, true);
  if (values.isVirtual !== undefined) view.setUint8(at + 312, values.isVirtual);
}
/** Writes the given fields of the QueueRecord at byte `at`; the others stay as they are. */
export function writeQueueRecord(memory: ArrayBufferLike, at: number, values: Partial<QueueRecordRecord>): void {
  const view = new DataView(memory);
  if (values.lastInterrupt !== undefined) view.setBigUint64(at + 0, values.lastInterrupt, true);
  if (values.interval !== undefined) view.setBigUint64(at + 8, values.interval, true);
  if (values.frames !== undefined) view.setBigUint64(at + 16, values.frames, true);
  if (values.bytes !== undefined) view.setBigUint64(at + 24, values.bytes, true);
  if (values.drops !== undefined) view.setBigUint64(at + 32, values.drops, true);
  if (values.interrupts !== undefined) view.setBigUint64(at + 40, values.interrupts, true);
  if (values.dpcs !== undefined) view.setBigUint64(at + 48, values.dpcs, true);
  if (values.waitSum !== undefined) view.setBigUint64(at + 56, values.waitSum, true);
  if (values.first !== undefined) view.setUint32(at + 64, values.first, true);
  if (values.newest !== undefined) view.setUint32(at + 68, values.newest, true);
  if (values.depth !== undefined) view.setUint32(at + 72, values.depth, true);
  if (values.peak !== undefined) view.setUint32(at + 76, values.peak, true);
  if (values.held !== undefined) view.setUint32(at + 80, values.held, true);
  if (values.processor !== undefined) view.setUint32(at + 84, values.processor, true);
  if (values.sinceInterrupt !== undefined) view.setUint32(at + 88, values.sinceInterrupt, true);
  if (values.txFirst !== undefined) view.setUint32(at + 92, values.txFirst, true);
  if (values.txNewest !== undefined) view.setUint32(at + 96, values.txNewest, true);
  if (values.txPosted !== undefined) view.setUint32(at + 100, values.txPosted, true);
  if (values.txDone !== undefined) view.setUint32(at + 104, values.txDone, true);
  if (values.txReclaimed !== undefined) view.setUint32(at + 108, values.txReclaimed, true);
  if (values.masked !== undefined) view.setUint8(at + 112, values.masked);
  if (values.cause !== undefined) view.setUint8(at + 113, values.cause);
  if (values.armed !== undefined) view.setUint8(at + 114, values.armed);
  if (values.dpcQueued !== undefined) view.setUint8(at + 115, values.dpcQueued);
  if (values.remoteDpc !== undefined) view.setUint8(at + 116, values.remoteDpc);
  if (values.dpcTaken !== undefined) view.setUint32(at + 120, values.dpcTaken, true);
  if (values.discards !== undefined) view.setBigUint64(at + 128, values.discards, true);
  if (values.vmqPort !== undefined) view.setUint32(at + 136, values.vmqPort, true);
  if (values.vmqFilters !== undefined) view.setUint32(at + 140, values.vmqFilters, true);
  if (values.vmqHeld !== undefined) view.setUint32(at + 144, values.vmqHeld, true);
  if (values.vmqNic !== undefined) view.setUint32(at + 148, values.vmqNic, true);
  if (values.vmqState !== undefined) view.setUint8(at + 152, values.vmqState);
}
/** Writes the given fields of the PathRecord at byte `at`; the others stay as they are. */
export function writePathRecord(memory: ArrayBufferLike, at: number, values: Partial<PathRecordRecord>): void {
  const view = new DataView(memory);
  if (values.delay !== undefined) view.setBigUint64(at + 0, values.delay, true);
  if (values.reorderingDelay !== undefined) view.setBigUint64(at + 8, values.reorderingDelay, true);
  if (values.loss !== undefined) view.setBigUint64(at + 16, values.loss, true);
  if (values.duplication !== undefined) view.setBigUint64(at + 24, values.duplication, true);
  if (values.reordering !== undefined) view.setBigUint64(at + 32, values.reordering, true);
  if (values.bitErrorMean !== undefined) view.setBigUint64(at + 40, values.bitErrorMean, true);
  if (values.bitsToError !== undefined) view.setBigUint64(at + 48, values.bitsToError, true);
  if (values.to !== undefined) view.setUint32(at + 56, values.to, true);
  if (values.stream !== undefined) view.setUint32(at + 60, values.stream, true);
  if (values.framesIn !== undefined) view.setBigUint64(at + 64, values.framesIn, true);
  if (values.bytesIn !== undefined) view.setBigUint64(at + 72, values.bytesIn, true);
  if (values.lost !== undefined) view.setBigUint64(at + 80, values.lost, true);
  if (values.duplicated !== undefined) view.setBigUint64(at + 88, values.duplicated, true);
  if (values.reordered !== undefined) view.setBigUint64(at + 96, values.reordered, true);
  if (values.corrupted !== undefined) view.setBigUint64(at + 104, values.corrupted, true);
  if (values.framesOut !== undefined) view.setBigUint64(at + 112, values.framesOut, true);
}
/** Writes the given fields of the SwitchRecord at byte `at`; the others stay as they are. */
export function writeSwitchRecord(memory: ArrayBufferLike, at: number, values: Partial<SwitchRecordRecord>): void {
  const view = new DataView(memory);
  if (values.latency !== undefined) view.setBigUint64(at + 0, values.latency, true);
  if (values.firstPort !== undefined) view.setUint32(at + 8, values.firstPort, true);
  if (values.ports !== undefined) view.setUint32(at + 12, values.ports, true);
  if (values.queueBytes !== undefined) view.setUint32(at + 16, values.queueBytes, true);
  if (values.learned !== undefined) view.setUint32(at + 20, values.learned, true);
  if (values.table !== undefined) view.setUint32(at + 24, values.table, true);
  if (values.framesIn !== undefined) view.setBigUint64(at + 32, values.framesIn, true);
  if (values.flooded !== undefined) view.setBigUint64(at + 40, values.flooded, true);
}
/** Writes the given fields of the PortRecord at byte `at`; the others stay as they are. */
export function writePortRecord(memory: ArrayBufferLike, at: number, values: Partial<PortRecordRecord>): void {
  const view = new DataView(memory);
  if (values.psPerByte !== undefined) view.setBigUint64(at + 0, values.psPerByte, true);
  if (values.sentFrames !== undefined) view.setBigUint64(at + 8, values.sentFrames, true);
  if (values.drops !== undefined) view.setBigUint64(at + 16, values.drops, true);
  if (values.path !== undefined) view.setUint32(at + 24, values.path, true);
  if (values.device !== undefined) view.setUint32(at + 28, values.device, true);
  if (values.first !== undefined) view.setUint32(at + 32, values.first, true);
  if (values.newest !== undefined) view.setUint32(at + 36, values.newest, true);
  if (values.bytes !== undefined) view.setUint32(at + 40, values.bytes, true);
  if (values.peakBytes !== undefined) view.setUint32(at + 44, values.peakBytes, true);
  if (values.frames !== undefined) view.setUint32(at + 48, values.frames, true);
  if (values.sending !== undefined) view.setUint8(at + 52, values.sending);
}
/** Writes the given fields of the AddressRecord at byte `at`; the others stay as they are. */
export function writeAddressRecord(memory: ArrayBufferLike, at: number, values: Partial<AddressRecordRecord>): void {
  const view = new DataView(memory);
  if (values.address !== undefined) new Uint8Array(memory).set(values.address, at + 0);
  if (values.family !== undefined) view.setUint8(at + 16, values.family);
  if (values.prefix !== undefined) view.setUint8(at + 17, values.prefix);
}
/** Writes the given fields of the AppRecord at byte `at`; the others stay as they are. */
export function writeAppRecord(memory: ArrayBufferLike, at: number, values: Partial<AppRecordRecord>): void {
  const view = new DataView(memory);
  if (values.start !== undefined) view.setBigUint64(at + 0, values.start, true);
  if (values.interval !== undefined) view.setBigUint64(at + 8, values.interval, true);
  if (values.duration !== undefined) view.setBigUint64(at + 16, values.duration, true);
  if (values.pause !== undefined) view.setBigUint64(at + 24, values.pause, true);
  if (values.bytes !== undefined) view.setBigUint64(at + 32, values.bytes, true);
  if (values.count !== undefined) view.setBigUint64(at + 40, values.count, true);
  if (values.request !== undefined) view.setBigUint64(at + 48, values.request, true);
  if (values.response !== undefined) view.setBigUint64(at + 56, values.response, true);
  if (values.fromAddress !== undefined) new Uint8Array(memory).set(values.fromAddress, at + 64);
  if (values.toAddress !== undefined) new Uint8Array(memory).set(values.toAddress, at + 80);
  if (values.kind !== undefined) view.setUint8(at + 96, values.kind);
  if (values.family !== undefined) view.setUint8(at + 97, values.family);
  if (values.udp !== undefined) view.setUint8(at + 98, values.udp);
  if (values.outside !== undefined) view.setUint8(at + 99, values.outside);
  if (values.posted !== undefined) view.setUint8(at + 100, values.posted);
  if (values.stopped !== undefined) view.setUint8(at + 101, values.stopped);
  if (values.port !== undefined) view.setUint16(at + 102, values.port, true);
  if (values.connections !== undefined) view.setUint32(at + 104, values.connections, true);
  if (values.opened !== undefined) view.setUint32(at + 108, values.opened, true);
  if (values.client !== undefined) view.setUint32(at + 112, values.client, true);
  if (values.clientNic !== undefined) view.setUint32(at + 116, values.clientNic, true);
  if (values.server !== undefined) view.setUint32(at + 120, values.server, true);
  if (values.serverNic !== undefined) view.setUint32(at + 124, values.serverNic, true);
  if (values.bufferSize !== undefined) view.setUint32(at + 128, values.bufferSize, true);
  if (values.clientProcessors !== undefined) view.setUint32(at + 132, values.clientProcessors, true);
  if (values.serverProcessors !== undefined) view.setUint32(at + 136, values.serverProcessors, true);
  if (values.clientTurn !== undefined) view.setUint32(at + 140, values.clientTurn, true);
  if (values.serverTurn !== undefined) view.setUint32(at + 144, values.serverTurn, true);
  if (values.firstText !== undefined) view.setUint32(at + 148, values.firstText, true);
  if (values.requestText !== undefined) view.setUint32(at + 152, values.requestText, true);
  if (values.responseText !== undefined) view.setUint32(at + 156, values.responseText, true);
  if (values.established !== undefined) view.setBigUint64(at + 160, values.established, true);
  if (values.failed !== undefined) view.setBigUint64(at + 168, values.failed, true);
  if (values.finished !== undefined) view.setBigUint64(at + 176, values.finished, true);
  if (values.sent !== undefined) view.setBigUint64(at + 184, values.sent, true);
  if (values.received !== undefined) view.setBigUint64(at + 192, values.received, true);
  if (values.serverReceived !== undefined) view.setBigUint64(at + 200, values.serverReceived, true);
  if (values.exchanges !== undefined) view.setBigUint64(at + 208, values.exchanges, true);
  if (values.latencySum !== undefined) view.setBigUint64(at + 216, values.latencySum, true);
  if (values.latencyMin !== undefined) view.setBigUint64(at + 224, values.latencyMin, true);
  if (values.latencyMax !== undefined) view.setBigUint64(at + 232, values.latencyMax, true);
  if (values.clientList !== undefined) new Uint8Array(memory).set(values.clientList, at + 240);
  if (values.serverList !== undefined) new Uint8Array(memory).set(values.serverList, at + 304);
  if (values.latencies !== undefined) view.setUint32(at + 368, values.latencies, true);
  if (values.clientFilter !== undefined) view.setUint8(at + 372, values.clientFilter);
  if (values.serverFilter !== undefined) view.setUint8(at + 373, values.serverFilter);
}
/** Writes the given fields of the Socket at byte `at`; the others stay as they are. */
export function writeSocket(memory: ArrayBufferLike, at: number, values: Partial<SocketRecord>): void {
  const view = new DataView(memory);
  if (values.timerAt !== undefined) view.setBigUint64(at + 0, values.timerAt, true);
  if (values.toSend !== undefined) view.setBigUint64(at + 8, values.toSend, true);
  if (values.handed !== undefined) view.setBigUint64(at + 16, values.handed, true);
  if (values.read !== undefined) view.setBigUint64(at + 24, values.read, true);
  if (values.wanted !== undefined) view.setBigUint64(at + 32, values.wanted, true);
  if (values.askedAt !== undefined) view.setBigUint64(at + 40, values.askedAt, true);
  if (values.done !== undefined) view.setBigUint64(at + 48, values.done, true);
  if (values.openedAt !== undefined) view.setBigUint64(at + 56, values.openedAt, true);
  if (values.latencySum !== undefined) view.setBigUint64(at + 64, values.latencySum, true);
  if (values.responseStart !== undefined) view.setBigUint64(at + 72, values.responseStart, true);
  if (values.retransmitted !== undefined) view.setUint32(at + 80, values.retransmitted, true);
  if (values.host !== undefined) view.setUint16(at + 84, values.host, true);
  if (values.nic !== undefined) view.setUint16(at + 86, values.nic, true);
  if (values.app !== undefined) view.setUint16(at + 88, values.app, true);
  if (values.processor !== undefined) view.setUint16(at + 90, values.processor, true);
  if (values.dpc !== undefined) view.setUint16(at + 92, values.dpc, true);
  if (values.flags !== undefined) view.setUint16(at + 94, values.flags, true);
  if (values.state !== undefined) view.setUint8(at + 96, values.state);
  if (values.content !== undefined) view.setUint8(at + 97, values.content);
  if (values.threadBound !== undefined) view.setUint8(at + 98, values.threadBound);
  if (values.lastState !== undefined) view.setUint8(at + 99, values.lastState);
  if (values.next !== undefined) view.setUint32(at + 100, values.next, true);
  if (values.hash !== undefined) view.setUint32(at + 104, values.hash, true);
  if (values.room !== undefined) view.setUint32(at + 108, values.room, true);
  if (values.filled !== undefined) view.setUint32(at + 112, values.filled, true);
  if (values.taken !== undefined) view.setUint32(at + 116, values.taken, true);
  if (values.store !== undefined) view.setUint32(at + 120, values.store, true);
  if (values.neighbor !== undefined) view.setUint32(at + 124, values.neighbor, true);
  if (values.queue !== undefined) view.setUint32(at + 128, values.queue, true);
  if (values.flow !== undefined) view.setUint32(at + 132, values.flow, true);
  if (values.headerBytes !== undefined) view.setUint32(at + 136, values.headerBytes, true);
  if (values.requests !== undefined) view.setBigUint64(at + 144, values.requests, true);
  if (values.first !== undefined) view.setUint32(at + 152, values.first, true);
  if (values.newest !== undefined) view.setUint32(at + 156, values.newest, true);
  if (values.waiting !== undefined) view.setUint32(at + 160, values.waiting, true);
  if (values.life !== undefined) view.setUint32(at + 164, values.life, true);
  if (values.offload !== undefined) view.setUint8(at + 168, values.offload);
}
/** Writes the given fields of the Packet at byte `at`; the others stay as they are. */
export function writePacket(memory: ArrayBufferLike, at: number, values: Partial<PacketRecord>): void {
  const view = new DataView(memory);
  if (values.segment !== undefined) new Uint8Array(memory).set(values.segment, at + 0);
  if (values.destinationMac !== undefined) view.setBigUint64(at + 160, values.destinationMac, true);
  if (values.sourceMac !== undefined) view.setBigUint64(at + 168, values.sourceMac, true);
  if (values.at !== undefined) view.setBigUint64(at + 176, values.at, true);
  if (values.next !== undefined) view.setUint32(at + 184, values.next, true);
  if (values.bytes !== undefined) view.setUint32(at + 188, values.bytes, true);
  if (values.frame !== undefined) view.setUint32(at + 192, values.frame, true);
  if (values.captured !== undefined) view.setUint32(at + 196, values.captured, true);
  if (values.hash !== undefined) view.setUint32(at + 200, values.hash, true);
  if (values.nic !== undefined) view.setUint32(at + 204, values.nic, true);
  if (values.socket !== undefined) view.setUint32(at + 208, values.socket, true);
  if (values.kind !== undefined) view.setUint8(at + 212, values.kind);
  if (values.flags !== undefined) view.setUint8(at + 213, values.flags);
  if (values.queue !== undefined) view.setUint8(at + 214, values.queue);
  if (values.hashType !== undefined) view.setUint8(at + 215, values.hashType);
  if (values.slices !== undefined) view.setUint16(at + 216, values.slices, true);
  if (values.vlan !== undefined) view.setUint16(at + 218, values.vlan, true);
  if (values.port !== undefined) view.setUint16(at + 220, values.port, true);
  if (values.vswitch !== undefined) view.setUint16(at + 222, values.vswitch, true);
  if (values.lease !== undefined) view.setUint32(at + 224, values.lease, true);
}
/** Writes the given fields of the Neighbor at byte `at`; the others stay as they are. */
export function writeNeighbor(memory: ArrayBufferLike, at: number, values: Partial<NeighborRecord>): void {
  const view = new DataView(memory);
  if (values.address !== undefined) new Uint8Array(memory).set(values.address, at + 0);
  if (values.mac !== undefined) view.setBigUint64(at + 16, values.mac, true);
  if (values.confirmed !== undefined) view.setBigUint64(at + 24, values.confirmed, true);
  if (values.nic !== undefined) view.setUint32(at + 32, values.nic, true);
  if (values.first !== undefined) view.setUint32(at + 36, values.first, true);
  if (values.waiting !== undefined) view.setUint8(at + 40, values.waiting);
  if (values.family !== undefined) view.setUint8(at + 41, values.family);
  if (values.state !== undefined) view.setUint8(at + 42, values.state);
  if (values.tries !== undefined) view.setUint8(at + 43, values.tries);
  if (values.next !== undefined) view.setUint32(at + 44, values.next, true);
}
/** Writes the given fields of the ActivityRecord at byte `at`; the others stay as they are. */
export function writeActivityRecord(memory: ArrayBufferLike, at: number, values: Partial<ActivityRecordRecord>): void {
  const view = new DataView(memory);
  if (values.interrupts !== undefined) view.setBigUint64(at + 0, values.interrupts, true);
  if (values.dpcs !== undefined) view.setBigUint64(at + 8, values.dpcs, true);
  if (values.remoteDpcs !== undefined) view.setBigUint64(at + 16, values.remoteDpcs, true);
  if (values.indications !== undefined) view.setBigUint64(at + 24, values.indications, true);
  if (values.receivedPackets !== undefined) view.setBigUint64(at + 32, values.receivedPackets, true);
  if (values.returnCalls !== undefined) view.setBigUint64(at + 40, values.returnCalls, true);
  if (values.returnedPackets !== undefined) view.setBigUint64(at + 48, values.returnedPackets, true);
  if (values.sendRequests !== undefined) view.setBigUint64(at + 56, values.sendRequests, true);
  if (values.sentPackets !== undefined) view.setBigUint64(at + 64, values.sentPackets, true);
  if (values.sendCompletes !== undefined) view.setBigUint64(at + 72, values.sendCompletes, true);
  if (values.completedPackets !== undefined) view.setBigUint64(at + 80, values.completedPackets, true);
  if (values.tableChanges !== undefined) view.setBigUint64(at + 88, values.tableChanges, true);
  if (values.offloadReceiveBytes !== undefined) view.setBigUint64(at + 96, values.offloadReceiveBytes, true);
  if (values.offloadIndications !== undefined) view.setBigUint64(at + 104, values.offloadIndications, true);
  if (values.offloadSendBytes !== undefined) view.setBigUint64(at + 112, values.offloadSendBytes, true);
  if (values.offloadSendRequests !== undefined) view.setBigUint64(at + 120, values.offloadSendRequests, true);
}
/** Writes the given fields of the NicCounters at byte `at`; the others stay as they are. */
export function writeNicCounters(memory: ArrayBufferLike, at: number, values: Partial<NicCountersRecord>): void {
  const view = new DataView(memory);
  if (values.activity !== undefined) view.setUint32(at + 0, values.activity, true);
  if (values.groupIn !== undefined) view.setBigUint64(at + 8, values.groupIn, true);
  if (values.groupBytesIn !== undefined) view.setBigUint64(at + 16, values.groupBytesIn, true);
  if (values.groupOut !== undefined) view.setBigUint64(at + 24, values.groupOut, true);
  if (values.groupBytesOut !== undefined) view.setBigUint64(at + 32, values.groupBytesOut, true);
  if (values.unknownProtocols !== undefined) view.setBigUint64(at + 40, values.unknownProtocols, true);
}
/** Writes the given fields of the FamilyCounters at byte `at`; the others stay as they are. */
export function writeFamilyCounters(memory: ArrayBufferLike, at: number, values: Partial<FamilyCountersRecord>): void {
  const view = new DataView(memory);
  if (values.inReceives !== undefined) view.setBigUint64(at + 0, values.inReceives, true);
  if (values.inHeaderErrors !== undefined) view.setBigUint64(at + 8, values.inHeaderErrors, true);
  if (values.inAddressErrors !== undefined) view.setBigUint64(at + 16, values.inAddressErrors, true);
  if (values.inUnknownProtocols !== undefined) view.setBigUint64(at + 24, values.inUnknownProtocols, true);
  if (values.inDiscards !== undefined) view.setBigUint64(at + 32, values.inDiscards, true);
  if (values.inDelivers !== undefined) view.setBigUint64(at + 40, values.inDelivers, true);
  if (values.outRequests !== undefined) view.setBigUint64(at + 48, values.outRequests, true);
  if (values.outDiscards !== undefined) view.setBigUint64(at + 56, values.outDiscards, true);
  if (values.outNoRoutes !== undefined) view.setBigUint64(at + 64, values.outNoRoutes, true);
  if (values.icmpIn !== undefined) view.setBigUint64(at + 72, values.icmpIn, true);
  if (values.icmpInErrors !== undefined) view.setBigUint64(at + 80, values.icmpInErrors, true);
  if (values.icmpInUnreachable !== undefined) view.setBigUint64(at + 88, values.icmpInUnreachable, true);
  if (values.icmpInEchos !== undefined) view.setBigUint64(at + 96, values.icmpInEchos, true);
  if (values.icmpInReplies !== undefined) view.setBigUint64(at + 104, values.icmpInReplies, true);
  if (values.icmpOut !== undefined) view.setBigUint64(at + 112, values.icmpOut, true);
  if (values.icmpOutUnreachable !== undefined) view.setBigUint64(at + 120, values.icmpOutUnreachable, true);
  if (values.icmpOutEchos !== undefined) view.setBigUint64(at + 128, values.icmpOutEchos, true);
  if (values.icmpOutReplies !== undefined) view.setBigUint64(at + 136, values.icmpOutReplies, true);
  if (values.udpIn !== undefined) view.setBigUint64(at + 144, values.udpIn, true);
  if (values.udpNoPorts !== undefined) view.setBigUint64(at + 152, values.udpNoPorts, true);
  if (values.udpErrors !== undefined) view.setBigUint64(at + 160, values.udpErrors, true);
  if (values.udpOut !== undefined) view.setBigUint64(at + 168, values.udpOut, true);
}
/** Writes the given fields of the EchoRecord at byte `at`; the others stay as they are. */
export function writeEchoRecord(memory: ArrayBufferLike, at: number, values: Partial<EchoRecordRecord>): void {
  const view = new DataView(memory);
  if (values.address !== undefined) new Uint8Array(memory).set(values.address, at + 0);
  if (values.sentAt !== undefined) view.setBigUint64(at + 16, values.sentAt, true);
  if (values.repliedAt !== undefined) view.setBigUint64(at + 24, values.repliedAt, true);
  if (values.number !== undefined) view.setUint32(at + 32, values.number, true);
  if (values.bytes !== undefined) view.setUint32(at + 36, values.bytes, true);
  if (values.replyBytes !== undefined) view.setUint32(at + 40, values.replyBytes, true);
  if (values.nic !== undefined) view.setUint32(at + 44, values.nic, true);
  if (values.source !== undefined) view.setUint32(at + 48, values.source, true);
  if (values.identifier !== undefined) view.setUint16(at + 52, values.identifier, true);
  if (values.sequence !== undefined) view.setUint16(at + 54, values.sequence, true);
  if (values.hopLimit !== undefined) view.setUint8(at + 56, values.hopLimit);
  if (values.replyHopLimit !== undefined) view.setUint8(at + 57, values.replyHopLimit);
  if (values.family !== undefined) view.setUint8(at + 58, values.family);
  if (values.dontFragment !== undefined) view.setUint8(at + 59, values.dontFragment);
  if (values.state !== undefined) view.setUint8(at + 60, values.state);
}
/** Writes the given fields of the DmaEngine at byte `at`; the others stay as they are. */
export function writeDmaEngine(memory: ArrayBufferLike, at: number, values: Partial<DmaEngineRecord>): void {
  const view = new DataView(memory);
  if (values.psPerByte !== undefined) view.setBigUint64(at + 0, values.psPerByte, true);
  if (values.latency !== undefined) view.setBigUint64(at + 8, values.latency, true);
  if (values.coldBytes !== undefined) view.setBigUint64(at + 16, values.coldBytes, true);
  if (values.warmBytes !== undefined) view.setBigUint64(at + 24, values.warmBytes, true);
  if (values.movedBytes !== undefined) view.setBigUint64(at + 32, values.movedBytes, true);
  if (values.pinnedPages !== undefined) view.setBigUint64(at + 40, values.pinnedPages, true);
  if (values.polled !== undefined) view.setBigUint64(at + 48, values.polled, true);
  if (values.verified !== undefined) view.setBigUint64(at + 56, values.verified, true);
  if (values.declines !== undefined) new Uint8Array(memory).set(values.declines, at + 64);
  if (values.declinedBytes !== undefined) new Uint8Array(memory).set(values.declinedBytes, at + 192);
  if (values.firstChannel !== undefined) new Uint8Array(memory).set(values.firstChannel, at + 320);
  if (values.host !== undefined) view.setUint32(at + 384, values.host, true);
  if (values.channels !== undefined) view.setUint32(at + 388, values.channels, true);
  if (values.stride !== undefined) view.setUint32(at + 392, values.stride, true);
  if (values.version !== undefined) view.setUint32(at + 396, values.version, true);
  if (values.threshold !== undefined) view.setUint32(at + 400, values.threshold, true);
  if (values.leastFragment !== undefined) view.setUint32(at + 404, values.leastFragment, true);
  if (values.maximumTransfer !== undefined) view.setUint32(at + 408, values.maximumTransfer, true);
  if (values.cacheShare !== undefined) view.setUint32(at + 412, values.cacheShare, true);
  if (values.misplaced !== undefined) view.setUint32(at + 416, values.misplaced, true);
  if (values.on !== undefined) view.setUint8(at + 420, values.on);
  if (values.cacheAccess !== undefined) view.setUint8(at + 421, values.cacheAccess);
}
/** Writes the given fields of the DmaChannel at byte `at`; the others stay as they are. */
export function writeDmaChannel(memory: ArrayBufferLike, at: number, values: Partial<DmaChannelRecord>): void {
  const view = new DataView(memory);
  if (values.startedAt !== undefined) view.setBigUint64(at + 0, values.startedAt, true);
  if (values.descriptors !== undefined) view.setBigUint64(at + 8, values.descriptors, true);
  if (values.bytes !== undefined) view.setBigUint64(at + 16, values.bytes, true);
  if (values.busy !== undefined) view.setBigUint64(at + 24, values.busy, true);
  if (values.batches !== undefined) view.setBigUint64(at + 32, values.batches, true);
  if (values.sourcePageBreaks !== undefined) view.setBigUint64(at + 40, values.sourcePageBreaks, true);
  if (values.destinationPageBreaks !== undefined) view.setBigUint64(at + 48, values.destinationPageBreaks, true);
  if (values.contextChanges !== undefined) view.setBigUint64(at + 56, values.contextChanges, true);
  if (values.abortedDescriptors !== undefined) view.setBigUint64(at + 64, values.abortedDescriptors, true);
  if (values.engine !== undefined) view.setUint32(at + 72, values.engine, true);
  if (values.ring !== undefined) view.setUint32(at + 76, values.ring, true);
  if (values.slots !== undefined) view.setUint32(at + 80, values.slots, true);
  if (values.posted !== undefined) view.setUint32(at + 84, values.posted, true);
  if (values.rung !== undefined) view.setUint32(at + 88, values.rung, true);
  if (values.done !== undefined) view.setUint32(at + 92, values.done, true);
  if (values.abortedTo !== undefined) view.setUint32(at + 96, values.abortedTo, true);
  if (values.copying !== undefined) view.setUint32(at + 100, values.copying, true);
  if (values.ticket !== undefined) view.setUint32(at + 104, values.ticket, true);
  if (values.batch !== undefined) view.setUint32(at + 108, values.batch, true);
  if (values.batchSocket !== undefined) view.setUint32(at + 112, values.batchSocket, true);
  if (values.touched !== undefined) view.setUint32(at + 116, values.touched, true);
  if (values.ringer !== undefined) view.setUint32(at + 120, values.ringer, true);
  if (values.processor !== undefined) view.setUint32(at + 124, values.processor, true);
  if (values.number !== undefined) view.setUint32(at + 128, values.number, true);
  if (values.peak !== undefined) view.setUint32(at + 132, values.peak, true);
  if (values.suspensions !== undefined) view.setUint32(at + 136, values.suspensions, true);
  if (values.aborts !== undefined) view.setUint32(at + 140, values.aborts, true);
  if (values.resets !== undefined) view.setUint32(at + 144, values.resets, true);
  if (values.state !== undefined) view.setUint8(at + 148, values.state);
  if (values.moving !== undefined) view.setUint8(at + 149, values.moving);
  if (values.suspended !== undefined) view.setUint8(at + 150, values.suspended);
  if (values.halted !== undefined) view.setUint8(at + 151, values.halted);
  if (values.copyQueued !== undefined) view.setUint8(at + 152, values.copyQueued);
  if (values.contextLost !== undefined) view.setUint8(at + 153, values.contextLost);
  if (values.apic !== undefined) view.setUint8(at + 154, values.apic);
}
/** Writes the given fields of the DmaDescriptor at byte `at`; the others stay as they are. */
export function writeDmaDescriptor(memory: ArrayBufferLike, at: number, values: Partial<DmaDescriptorRecord>): void {
  const view = new DataView(memory);
  if (values.offset !== undefined) view.setBigUint64(at + 0, values.offset, true);
  if (values.nextOffset !== undefined) view.setBigUint64(at + 8, values.nextOffset, true);
  if (values.length !== undefined) view.setUint32(at + 16, values.length, true);
  if (values.flags !== undefined) view.setUint32(at + 20, values.flags, true);
  if (values.socket !== undefined) view.setUint32(at + 24, values.socket, true);
  if (values.life !== undefined) view.setUint32(at + 28, values.life, true);
}
/** Writes the given fields of the DmaReceiver at byte `at`; the others stay as they are. */
export function writeDmaReceiver(memory: ArrayBufferLike, at: number, values: Partial<DmaReceiverRecord>): void {
  const view = new DataView(memory);
  if (values.from !== undefined) view.setBigUint64(at + 0, values.from, true);
  if (values.coverage !== undefined) view.setBigUint64(at + 8, values.coverage, true);
  if (values.page !== undefined) view.setBigUint64(at + 16, values.page, true);
  if (values.life !== undefined) view.setUint32(at + 24, values.life, true);
  if (values.pending !== undefined) view.setUint32(at + 28, values.pending, true);
  if (values.landed !== undefined) view.setUint32(at + 32, values.landed, true);
  if (values.pages !== undefined) view.setUint32(at + 36, values.pages, true);
  if (values.channel !== undefined) view.setUint32(at + 40, values.channel, true);
  if (values.newest !== undefined) view.setUint32(at + 44, values.newest, true);
}
/** Writes the given fields of the Offload at byte `at`; the others stay as they are. */
export function writeOffload(memory: ArrayBufferLike, at: number, values: Partial<OffloadRecord>): void {
  const view = new DataView(memory);
  if (values.timerAt !== undefined) view.setBigUint64(at + 0, values.timerAt, true);
  if (values.activeAt !== undefined) view.setBigUint64(at + 8, values.activeAt, true);
  if (values.smoothedRtt !== undefined) view.setBigUint64(at + 16, values.smoothedRtt, true);
  if (values.ticket !== undefined) view.setUint32(at + 24, values.ticket, true);
  if (values.nic !== undefined) view.setUint32(at + 28, values.nic, true);
  if (values.engine !== undefined) view.setUint32(at + 32, values.engine, true);
  if (values.reason !== undefined) view.setUint8(at + 36, values.reason);
  if (values.bar !== undefined) view.setUint8(at + 37, values.bar);
  if (values.wanted !== undefined) view.setUint8(at + 38, values.wanted);
  if (values.returned !== undefined) view.setUint8(at + 39, values.returned);
  if (values.posted !== undefined) view.setUint8(at + 40, values.posted);
  if (values.pending !== undefined) view.setUint8(at + 41, values.pending);
  if (values.dpcQueued !== undefined) view.setUint8(at + 42, values.dpcQueued);
  if (values.invalid !== undefined) view.setUint8(at + 43, values.invalid);
  if (values.abort !== undefined) view.setUint8(at + 44, values.abort);
  if (values.querying !== undefined) view.setUint8(at + 45, values.querying);
  if (values.raised !== undefined) view.setUint32(at + 48, values.raised, true);
  if (values.nextPosted !== undefined) view.setUint32(at + 52, values.nextPosted, true);
  if (values.nextPending !== undefined) view.setUint32(at + 56, values.nextPending, true);
  if (values.heldFirst !== undefined) view.setUint32(at + 60, values.heldFirst, true);
  if (values.heldNewest !== undefined) view.setUint32(at + 64, values.heldNewest, true);
  if (values.held !== undefined) view.setUint32(at + 68, values.held, true);
  if (values.requests !== undefined) view.setUint32(at + 72, values.requests, true);
  if (values.windowSent !== undefined) view.setUint32(at + 76, values.windowSent, true);
  if (values.windowRepeated !== undefined) view.setUint32(at + 80, values.windowRepeated, true);
  if (values.windowArrived !== undefined) view.setUint32(at + 84, values.windowArrived, true);
  if (values.windowDisordered !== undefined) view.setUint32(at + 88, values.windowDisordered, true);
  if (values.windowBytes !== undefined) view.setUint32(at + 92, values.windowBytes, true);
  if (values.windowUnposted !== undefined) view.setUint32(at + 96, values.windowUnposted, true);
  if (values.windowRequests !== undefined) view.setUint32(at + 100, values.windowRequests, true);
  if (values.offloads !== undefined) view.setUint32(at + 104, values.offloads, true);
  if (values.uploads !== undefined) view.setUint32(at + 108, values.uploads, true);
  if (values.forwarded !== undefined) view.setUint32(at + 112, values.forwarded, true);
  if (values.packets !== undefined) view.setUint32(at + 116, values.packets, true);
}
/** Writes the given fields of the OffloadTarget at byte `at`; the others stay as they are. */
export function writeOffloadTarget(memory: ArrayBufferLike, at: number, values: Partial<OffloadTargetRecord>): void {
  const view = new DataView(memory);
  if (values.interval !== undefined) view.setBigUint64(at + 0, values.interval, true);
  if (values.latency !== undefined) view.setBigUint64(at + 8, values.latency, true);
  if (values.roundTrip !== undefined) view.setBigUint64(at + 16, values.roundTrip, true);
  if (values.bytes !== undefined) view.setBigUint64(at + 24, values.bytes, true);
  if (values.since !== undefined) view.setBigUint64(at + 32, values.since, true);
  if (values.lowActivity !== undefined) view.setBigUint64(at + 40, values.lowActivity, true);
  if (values.stack4 !== undefined) view.setUint32(at + 48, values.stack4, true);
  if (values.stack6 !== undefined) view.setUint32(at + 52, values.stack6, true);
  if (values.capacity !== undefined) view.setUint32(at + 56, values.capacity, true);
  if (values.queueLimit !== undefined) view.setUint32(at + 60, values.queueLimit, true);
  if (values.interruptPermille !== undefined) view.setUint32(at + 64, values.interruptPermille, true);
  if (values.dropPermille !== undefined) view.setUint32(at + 68, values.dropPermille, true);
  if (values.disorderPermille !== undefined) view.setUint32(at + 72, values.disorderPermille, true);
  if (values.unpostedPermille !== undefined) view.setUint32(at + 76, values.unpostedPermille, true);
  if (values.smallRequest !== undefined) view.setUint32(at + 80, values.smallRequest, true);
  if (values.portCount !== undefined) view.setUint32(at + 84, values.portCount, true);
  if (values.mode !== undefined) view.setUint8(at + 88, values.mode);
  if (values.reason !== undefined) view.setUint8(at + 89, values.reason);
  if (values.reason4 !== undefined) view.setUint8(at + 90, values.reason4);
  if (values.reason6 !== undefined) view.setUint8(at + 91, values.reason6);
  if (values.paused !== undefined) view.setUint8(at + 92, values.paused);
  if (values.ipsec !== undefined) view.setUint8(at + 93, values.ipsec);
  if (values.optional !== undefined) view.setUint8(at + 94, values.optional);
  if (values.retroactive !== undefined) view.setUint8(at + 95, values.retroactive);
  if (values.serving !== undefined) view.setUint8(at + 96, values.serving);
  if (values.turn !== undefined) view.setUint8(at + 97, values.turn);
  if (values.wireTurn !== undefined) view.setUint8(at + 98, values.wireTurn);
  if (values.first !== undefined) view.setUint32(at + 100, values.first, true);
  if (values.newest !== undefined) view.setUint32(at + 104, values.newest, true);
  if (values.depth !== undefined) view.setUint32(at + 108, values.depth, true);
  if (values.peak !== undefined) view.setUint32(at + 112, values.peak, true);
  if (values.sendFirst !== undefined) view.setUint32(at + 116, values.sendFirst, true);
  if (values.sendNewest !== undefined) view.setUint32(at + 120, values.sendNewest, true);
  if (values.pendingFirst !== undefined) view.setUint32(at + 124, values.pendingFirst, true);
  if (values.pendingNewest !== undefined) view.setUint32(at + 128, values.pendingNewest, true);
  if (values.readyFirst !== undefined) view.setUint32(at + 132, values.readyFirst, true);
  if (values.readyNewest !== undefined) view.setUint32(at + 136, values.readyNewest, true);
  if (values.nextReady !== undefined) view.setUint32(at + 140, values.nextReady, true);
  if (values.physical !== undefined) view.setUint32(at + 144, values.physical, true);
  if (values.isReady !== undefined) view.setUint8(at + 148, values.isReady);
  if (values.familyTurn !== undefined) view.setUint8(at + 149, values.familyTurn);
  if (values.credit !== undefined) view.setUint32(at + 152, values.credit, true);
  if (values.served !== undefined) view.setBigUint64(at + 160, values.served, true);
  if (values.busy !== undefined) view.setBigUint64(at + 168, values.busy, true);
  if (values.drops !== undefined) view.setBigUint64(at + 176, values.drops, true);
  if (values.taken !== undefined) view.setBigUint64(at + 184, values.taken, true);
  if (values.takenBytes !== undefined) view.setBigUint64(at + 192, values.takenBytes, true);
  if (values.passedUp !== undefined) view.setBigUint64(at + 200, values.passedUp, true);
  if (values.discards !== undefined) view.setBigUint64(at + 208, values.discards, true);
  if (values.unkeptBytes !== undefined) view.setBigUint64(at + 216, values.unkeptBytes, true);
  if (values.forwarded !== undefined) view.setBigUint64(at + 224, values.forwarded, true);
  if (values.sent !== undefined) view.setBigUint64(at + 232, values.sent, true);
  if (values.sentBytes !== undefined) view.setBigUint64(at + 240, values.sentBytes, true);
  if (values.receivedData !== undefined) view.setBigUint64(at + 248, values.receivedData, true);
  if (values.copiedData !== undefined) view.setBigUint64(at + 256, values.copiedData, true);
  if (values.sentData !== undefined) view.setBigUint64(at + 264, values.sentData, true);
  if (values.sendRequests !== undefined) view.setBigUint64(at + 272, values.sendRequests, true);
  if (values.indications !== undefined) view.setBigUint64(at + 280, values.indications, true);
  if (values.offloading !== undefined) view.setUint32(at + 288, values.offloading, true);
  if (values.offloaded !== undefined) view.setUint32(at + 292, values.offloaded, true);
  if (values.uploading !== undefined) view.setUint32(at + 296, values.uploading, true);
  if (values.offloads !== undefined) view.setBigUint64(at + 304, values.offloads, true);
  if (values.uploads !== undefined) view.setBigUint64(at + 312, values.uploads, true);
  if (values.lost !== undefined) view.setBigUint64(at + 320, values.lost, true);
  if (values.updates !== undefined) view.setBigUint64(at + 328, values.updates, true);
  if (values.queries !== undefined) view.setBigUint64(at + 336, values.queries, true);
  if (values.invalidates !== undefined) view.setBigUint64(at + 344, values.invalidates, true);
  if (values.uploadReasons !== undefined) new Uint8Array(memory).set(values.uploadReasons, at + 352);
  if (values.requestReasons !== undefined) new Uint8Array(memory).set(values.requestReasons, at + 496);
  if (values.ports !== undefined) new Uint8Array(memory).set(values.ports, at + 640);
}
/** Writes the given fields of the OffloadFamily at byte `at`; the others stay as they are. */
export function writeOffloadFamily(memory: ArrayBufferLike, at: number, values: Partial<OffloadFamilyRecord>): void {
  const view = new DataView(memory);
  if (values.inReceives !== undefined) view.setBigUint64(at + 0, values.inReceives, true);
  if (values.inOctets !== undefined) view.setBigUint64(at + 8, values.inOctets, true);
  if (values.inDelivers !== undefined) view.setBigUint64(at + 16, values.inDelivers, true);
  if (values.outRequests !== undefined) view.setBigUint64(at + 24, values.outRequests, true);
  if (values.outOctets !== undefined) view.setBigUint64(at + 32, values.outOctets, true);
  if (values.inHeaderErrors !== undefined) view.setBigUint64(at + 40, values.inHeaderErrors, true);
  if (values.inTruncatedPackets !== undefined) view.setBigUint64(at + 48, values.inTruncatedPackets, true);
  if (values.inDiscards !== undefined) view.setBigUint64(at + 56, values.inDiscards, true);
  if (values.outDiscards !== undefined) view.setBigUint64(at + 64, values.outDiscards, true);
  if (values.outNoRoutes !== undefined) view.setBigUint64(at + 72, values.outNoRoutes, true);
  if (values.tcpInErrors !== undefined) view.setBigUint64(at + 80, values.tcpInErrors, true);
}
/** Writes the given fields of the VirtualSwitch at byte `at`; the others stay as they are. */
export function writeVirtualSwitch(memory: ArrayBufferLike, at: number, values: Partial<VirtualSwitchRecord>): void {
  const view = new DataView(memory);
  if (values.framesIn !== undefined) view.setBigUint64(at + 0, values.framesIn, true);
  if (values.bytesIn !== undefined) view.setBigUint64(at + 8, values.bytesIn, true);
  if (values.groupIn !== undefined) view.setBigUint64(at + 16, values.groupIn, true);
  if (values.framesOut !== undefined) view.setBigUint64(at + 24, values.framesOut, true);
  if (values.bytesOut !== undefined) view.setBigUint64(at + 32, values.bytesOut, true);
  if (values.groupOut !== undefined) view.setBigUint64(at + 40, values.groupOut, true);
  if (values.replicated !== undefined) view.setBigUint64(at + 48, values.replicated, true);
  if (values.flooded !== undefined) view.setBigUint64(at + 56, values.flooded, true);
  if (values.droppedIn !== undefined) view.setBigUint64(at + 64, values.droppedIn, true);
  if (values.droppedOut !== undefined) view.setBigUint64(at + 72, values.droppedOut, true);
  if (values.host !== undefined) view.setUint32(at + 80, values.host, true);
  if (values.external !== undefined) view.setUint32(at + 84, values.external, true);
  if (values.management !== undefined) view.setUint32(at + 88, values.management, true);
  if (values.table !== undefined) view.setUint32(at + 92, values.table, true);
  if (values.learned !== undefined) view.setUint32(at + 96, values.learned, true);
  if (values.pending !== undefined) view.setUint32(at + 100, values.pending, true);
}
/** Writes the given fields of the VirtualPort at byte `at`; the others stay as they are. */
export function writeVirtualPort(memory: ArrayBufferLike, at: number, values: Partial<VirtualPortRecord>): void {
  const view = new DataView(memory);
  if (values.resumeAt !== undefined) view.setBigUint64(at + 0, values.resumeAt, true);
  if (values.copiedBytes !== undefined) view.setBigUint64(at + 8, values.copiedBytes, true);
  if (values.directBytes !== undefined) view.setBigUint64(at + 16, values.directBytes, true);
  if (values.queueFrames !== undefined) view.setBigUint64(at + 24, values.queueFrames, true);
  if (values.defaultFrames !== undefined) view.setBigUint64(at + 32, values.defaultFrames, true);
  if (values.droppedIn !== undefined) view.setBigUint64(at + 40, values.droppedIn, true);
  if (values.droppedOut !== undefined) view.setBigUint64(at + 48, values.droppedOut, true);
  if (values.signals !== undefined) view.setBigUint64(at + 56, values.signals, true);
  if (values.sendSignals !== undefined) view.setBigUint64(at + 64, values.sendSignals, true);
  if (values.lateReturns !== undefined) view.setBigUint64(at + 72, values.lateReturns, true);
  if (values.migrations !== undefined) view.setBigUint64(at + 80, values.migrations, true);
  if (values.pauseFor !== undefined) view.setBigUint64(at + 88, values.pauseFor, true);
  if (values.nic !== undefined) view.setUint32(at + 96, values.nic, true);
  if (values.host !== undefined) view.setUint32(at + 100, values.host, true);
  if (values.vswitch !== undefined) view.setUint32(at + 104, values.vswitch, true);
  if (values.nextSwitch !== undefined) view.setUint32(at + 108, values.nextSwitch, true);
  if (values.owner !== undefined) view.setUint32(at + 112, values.owner, true);
  if (values.vlan !== undefined) view.setUint32(at + 116, values.vlan, true);
  if (values.processor !== undefined) view.setUint32(at + 120, values.processor, true);
  if (values.nextProcessor !== undefined) view.setUint32(at + 124, values.nextProcessor, true);
  if (values.queue !== undefined) view.setUint32(at + 128, values.queue, true);
  if (values.ticket !== undefined) view.setUint32(at + 132, values.ticket, true);
  if (values.capacity !== undefined) view.setUint32(at + 136, values.capacity, true);
  if (values.batch !== undefined) view.setUint32(at + 140, values.batch, true);
  if (values.first !== undefined) view.setUint32(at + 144, values.first, true);
  if (values.newest !== undefined) view.setUint32(at + 148, values.newest, true);
  if (values.waiting !== undefined) view.setUint32(at + 152, values.waiting, true);
  if (values.sendTaken !== undefined) view.setUint32(at + 156, values.sendTaken, true);
  if (values.kind !== undefined) view.setUint8(at + 160, values.kind);
  if (values.legacy !== undefined) view.setUint8(at + 161, values.legacy);
  if (values.wantsQueue !== undefined) view.setUint8(at + 162, values.wantsQueue);
  if (values.connected !== undefined) view.setUint8(at + 163, values.connected);
  if (values.sendQueued !== undefined) view.setUint8(at + 164, values.sendQueued);
  if (values.signalled !== undefined) view.setUint8(at + 165, values.signalled);
  if (values.leaving !== undefined) view.setUint8(at + 166, values.leaving);
}
/** Writes the given fields of the VmqAdapter at byte `at`; the others stay as they are. */
export function writeVmqAdapter(memory: ArrayBufferLike, at: number, values: Partial<VmqAdapterRecord>): void {
  const view = new DataView(memory);
  if (values.nic !== undefined) view.setUint32(at + 0, values.nic, true);
  if (values.queues !== undefined) view.setUint32(at + 4, values.queues, true);
  if (values.filters !== undefined) view.setUint32(at + 8, values.filters, true);
  if (values.lastFilter !== undefined) view.setUint32(at + 12, values.lastFilter, true);
  if (values.refused !== undefined) view.setUint32(at + 16, values.refused, true);
  if (values.vlanFilter !== undefined) view.setUint8(at + 20, values.vlanFilter);
  if (values.split !== undefined) view.setUint8(at + 21, values.split);
  if (values.controlQueued !== undefined) view.setUint8(at + 22, values.controlQueued);
  if (values.halted !== undefined) view.setUint8(at + 23, values.halted);
}
/** Writes the given fields of the VmqFilter at byte `at`; the others stay as they are. */
export function writeVmqFilter(memory: ArrayBufferLike, at: number, values: Partial<VmqFilterRecord>): void {
  const view = new DataView(memory);
  if (values.mac !== undefined) view.setBigUint64(at + 0, values.mac, true);
  if (values.id !== undefined) view.setUint32(at + 8, values.id, true);
  if (values.vlan !== undefined) view.setUint16(at + 12, values.vlan, true);
  if (values.flags !== undefined) view.setUint8(at + 14, values.flags);
  if (values.queue !== undefined) view.setUint8(at + 15, values.queue);
}
/** Writes the given fields of the Follow at byte `at`; the others stay as they are. */
export function writeFollow(memory: ArrayBufferLike, at: number, values: Partial<FollowRecord>): void {
  const view = new DataView(memory);
  if (values.state !== undefined) view.setUint8(at + 0, values.state);
  if (values.stage !== undefined) view.setUint8(at + 1, values.stage);
  if (values.outbound !== undefined) view.setUint8(at + 2, values.outbound);
  if (values.withData !== undefined) view.setUint8(at + 3, values.withData);
  if (values.hasTuple !== undefined) view.setUint8(at + 4, values.hasTuple);
  if (values.family !== undefined) view.setUint8(at + 5, values.family);
  if (values.protocol !== undefined) view.setUint8(at + 6, values.protocol);
  if (values.isFree !== undefined) view.setUint8(at + 7, values.isFree);
  if (values.isWoken !== undefined) view.setUint8(at + 8, values.isWoken);
  if (values.nic !== undefined) view.setUint32(at + 12, values.nic, true);
  if (values.connectionId !== undefined) view.setUint32(at + 16, values.connectionId, true);
  if (values.packet !== undefined) view.setUint32(at + 20, values.packet, true);
  if (values.sourcePort !== undefined) view.setUint16(at + 24, values.sourcePort, true);
  if (values.destinationPort !== undefined) view.setUint16(at + 26, values.destinationPort, true);
  if (values.source !== undefined) new Uint8Array(memory).set(values.source, at + 28);
  if (values.destination !== undefined) new Uint8Array(memory).set(values.destination, at + 44);
  if (values.steps !== undefined) view.setUint32(at + 60, values.steps, true);
  if (values.missed !== undefined) view.setUint32(at + 64, values.missed, true);
  if (values.ring !== undefined) view.setUint32(at + 68, values.ring, true);
  if (values.totals !== undefined) view.setUint32(at + 72, values.totals, true);
  if (values.bytes !== undefined) view.setUint32(at + 76, values.bytes, true);
  if (values.length !== undefined) view.setUint32(at + 80, values.length, true);
  if (values.markEvent !== undefined) view.setUint32(at + 84, values.markEvent, true);
  if (values.markProcessor !== undefined) view.setUint32(at + 88, values.markProcessor, true);
  if (values.stageNic !== undefined) view.setUint32(at + 92, values.stageNic, true);
  if (values.stageQueue !== undefined) view.setUint32(at + 96, values.stageQueue, true);
  if (values.raised !== undefined) view.setUint32(at + 100, values.raised, true);
  if (values.socket !== undefined) view.setUint32(at + 104, values.socket, true);
  if (values.life !== undefined) view.setUint32(at + 108, values.life, true);
  if (values.requestSocket !== undefined) view.setUint32(at + 112, values.requestSocket, true);
  if (values.requestBytes !== undefined) view.setUint32(at + 116, values.requestBytes, true);
  if (values.unaBefore !== undefined) view.setUint32(at + 120, values.unaBefore, true);
  if (values.sentBefore !== undefined) view.setUint32(at + 124, values.sentBefore, true);
  if (values.decline !== undefined) view.setUint32(at + 128, values.decline, true);
  if (values.filledBefore !== undefined) view.setUint32(at + 132, values.filledBefore, true);
  if (values.until !== undefined) view.setBigUint64(at + 136, values.until, true);
  if (values.startedAt !== undefined) view.setBigUint64(at + 144, values.startedAt, true);
  if (values.requestOffset !== undefined) view.setBigUint64(at + 152, values.requestOffset, true);
  if (values.copiedBefore !== undefined) view.setBigUint64(at + 160, values.copiedBefore, true);
}
