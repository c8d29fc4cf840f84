// Generated from ui/abi/schema.ts by `npm run build:abi`. Do not edit.

export const ABI_HASH: u32 = 0xc496bb2c;

export const BATCH_FRAMES: u32 = 64;
export const MAX_KEY_BYTES: u32 = 64;
export const MAX_TABLE: u32 = 128;
export const MAX_QUEUES: u32 = 64;
export const MAX_RECORD: u32 = 262144;
export const CHUNK_BYTES: u32 = 524288;
export const MAX_INTERFACES: u32 = 256;
export const MAX_UNKNOWN_LINKS: u32 = 8;
export const MAX_FLOWS: u32 = 1048576;
export const MAX_CELLS: u32 = 4194304;
export const TIME_BINS: u32 = 512;
export const NO_VLAN: u32 = 65535;
export const NOT_RECORDED: u32 = 4294967295;

// Link type of a frame, after LINKTYPE_ numbers are folded together.
export const LINK_OTHER: u32 = 0;
export const LINK_ETHERNET: u32 = 1;
export const LINK_RAW: u32 = 2;
export const LINK_NULL: u32 = 3;
export const LINK_LOOP: u32 = 4;
export const LINK_LINUX_SLL: u32 = 5;
export const LINK_LINUX_SLL2: u32 = 6;

// Network layer that the parser recognised.
export const L3_NONE: u32 = 0;
export const L3_IPV4: u32 = 4;
export const L3_IPV6: u32 = 6;
export const L3_ARP: u32 = 1;
export const L3_LLC: u32 = 2;
export const L3_OTHER: u32 = 3;

// What the parser found, bit by bit. The low byte takes part in the identity of a flow.
export const TRAIT_PORTS: u32 = 1;
export const TRAIT_FRAGMENT: u32 = 2;
export const TRAIT_HOME_ADDRESS: u32 = 4;
export const TRAIT_ROUTING2: u32 = 8;
export const TRAIT_INBOUND: u32 = 16;
export const TRAIT_OUTBOUND: u32 = 32;
export const TRAIT_TRUNCATED: u32 = 64;
export const TRAIT_MALFORMED: u32 = 128;
export const TRAIT_OPTIONS: u32 = 256;
export const TRAIT_EXTENSIONS: u32 = 512;
export const TRAIT_VLAN_TAGGED: u32 = 1024;
export const TRAIT_VLAN_STACKED: u32 = 2048;
export const TRAIT_SUPER: u32 = 4096;
export const TRAIT_STRIPPED_TAG: u32 = 8192;
export const TRAIT_GROUP: u32 = 16384;
export const TRAIT_SNAP: u32 = 32768;

// Which RSS hash a frame got.
export const HASH_TYPE_NONE: u32 = 0;
export const HASH_TYPE_IPV4: u32 = 1;
export const HASH_TYPE_TCP_IPV4: u32 = 2;
export const HASH_TYPE_IPV6: u32 = 3;
export const HASH_TYPE_TCP_IPV6: u32 = 4;
export const HASH_TYPE_IPV6_EX: u32 = 5;
export const HASH_TYPE_TCP_IPV6_EX: u32 = 6;
export const HASH_TYPE_UDP_IPV4: u32 = 7;
export const HASH_TYPE_UDP_IPV6: u32 = 8;
export const HASH_TYPE_UDP_IPV6_EX: u32 = 9;

// NDIS_HASH_* flags as in the HashInformation member of NDIS_RECEIVE_SCALE_PARAMETERS.
export const HASH_FLAG_IPV4: u32 = 256;
export const HASH_FLAG_TCP_IPV4: u32 = 512;
export const HASH_FLAG_IPV6: u32 = 1024;
export const HASH_FLAG_IPV6_EX: u32 = 2048;
export const HASH_FLAG_TCP_IPV6: u32 = 4096;
export const HASH_FLAG_TCP_IPV6_EX: u32 = 8192;
export const HASH_FLAG_UDP_IPV4: u32 = 16384;
export const HASH_FLAG_UDP_IPV6: u32 = 32768;
export const HASH_FLAG_UDP_IPV6_EX: u32 = 65536;

// Why a frame got its hash type.
export const HASH_REASON_PORTS: u32 = 0;
export const HASH_REASON_NOT_TCP: u32 = 1;
export const HASH_REASON_UDP_ADDRESSES: u32 = 2;
export const HASH_REASON_FRAGMENT: u32 = 3;
export const HASH_REASON_PORTS_CUT: u32 = 4;
export const HASH_REASON_PORT_TYPE_OFF: u32 = 5;
export const HASH_REASON_NOT_IP: u32 = 6;
export const HASH_REASON_FAMILY_OFF: u32 = 7;
export const HASH_REASON_MALFORMED: u32 = 8;
export const HASH_REASON_UNKNOWN_LINK: u32 = 9;

// Capture file format.
export const FORMAT_UNKNOWN: u32 = 0;
export const FORMAT_PCAP: u32 = 1;
export const FORMAT_PCAP_NG: u32 = 2;

// What captureStep does with the frames it walks.
export const CAPTURE_MODE_FLOWS: u32 = 0;
export const CAPTURE_MODE_ROWS: u32 = 1;

// What captureStep wants next.
export const CAPTURE_STATUS_NEED_INPUT: u32 = 0;
export const CAPTURE_STATUS_ROWS: u32 = 1;
export const CAPTURE_STATUS_DONE: u32 = 2;
export const CAPTURE_STATUS_FAULT: u32 = 3;

// Why a capture could not be read further.
export const FAULT_NONE: u32 = 0;
export const FAULT_NO_CAPTURE: u32 = 1;
export const FAULT_EMPTY: u32 = 2;
export const FAULT_TRUNCATED_HEADER: u32 = 3;
export const FAULT_TRUNCATED_RECORD: u32 = 4;
export const FAULT_RECORD_TOO_LONG: u32 = 5;
export const FAULT_BLOCK_LENGTH: u32 = 6;
export const FAULT_BLOCK_TRAILER: u32 = 7;
export const FAULT_BYTE_ORDER_MAGIC: u32 = 8;
export const FAULT_NO_INTERFACE: u32 = 9;
export const FAULT_CAPTURED_TOO_LONG: u32 = 10;
export const FAULT_PCAP_VERSION: u32 = 11;
export const FAULT_NO_SECTION: u32 = 12;
export const FAULT_TOO_MANY_INTERFACES: u32 = 13;
export const FAULT_INPUT_STOPPED: u32 = 14;

// Frame: One parsed frame of the current batch.
export const FRAME_SIZE: u32 = 128;
export const FRAME_TUPLE: u32 = 0; // IPv4: src 4, dst 4, source port 2, destination port 2; IPv6: src 16, dst 16, ports 2 + 2; not IP: dst MAC 6, src MAC 6. Unused bytes are 0, ports are 0 without Trait.Ports
export const FRAME_PROTO: u32 = 36; // IP protocol after extension headers; 0 when not IP
export const FRAME_L3: u32 = 37; // L3
export const FRAME_KEY_TRAITS: u32 = 38; // low byte of the traits
export const FRAME_ETHERTYPE: u32 = 40; // EtherType after tags; 0 when there is none
export const FRAME_VLAN: u32 = 42; // outermost VLAN id 0..4095, or limits.NoVlan
export const FRAME_IFACE: u32 = 44; // interface of the capture, counted over all sections
export const FRAME_LINK: u32 = 46; // Link
export const FRAME_PAD: u32 = 47; // 0
export const FRAME_TS: u32 = 48; // nanoseconds since 1970
export const FRAME_WIRE: u32 = 56; // bytes on the wire
export const FRAME_CAP: u32 = 60; // bytes captured
export const FRAME_PTR: u32 = 64; // address of the first captured byte
export const FRAME_TRAITS: u32 = 68; // Trait bits
export const FRAME_L3_OFFSET: u32 = 70; // bytes from the start of the frame to the network layer; 0 when there is none
export const FRAME_HASH: u32 = 72; // 32-bit Toeplitz hash; 0 when hashType is None
export const FRAME_HASH_TYPE: u32 = 76; // HashType
export const FRAME_HASH_REASON: u32 = 77; // HashReason
export const FRAME_ENTRY: u32 = 78; // indirection table index, meaningless when hashType is None
export const FRAME_QUEUE: u32 = 79; // receive queue
export const FRAME_MACS: u32 = 80; // destination and source MAC; 0 where the link has none
export const FRAME_TCP_FLAGS: u32 = 92; // TCP flags byte, 0 when not read
export const FRAME_EX: u32 = 93; // IPv6: source and destination after home address option and routing header type 2; only with those traits

// Flow: One direction of one conversation: identity, then totals.
export const FLOW_SIZE: u32 = 128;
export const FLOW_TUPLE: u32 = 0; // IPv4: src 4, dst 4, source port 2, destination port 2; IPv6: src 16, dst 16, ports 2 + 2; not IP: dst MAC 6, src MAC 6. Unused bytes are 0, ports are 0 without Trait.Ports
export const FLOW_PROTO: u32 = 36; // IP protocol after extension headers; 0 when not IP
export const FLOW_L3: u32 = 37; // L3
export const FLOW_KEY_TRAITS: u32 = 38; // low byte of the traits
export const FLOW_ETHERTYPE: u32 = 40; // EtherType after tags; 0 when there is none
export const FLOW_VLAN: u32 = 42; // outermost VLAN id 0..4095, or limits.NoVlan
export const FLOW_IFACE: u32 = 44; // interface of the capture, counted over all sections
export const FLOW_LINK: u32 = 46; // Link
export const FLOW_PAD: u32 = 47; // 0
export const FLOW_EX: u32 = 48; // as in Frame
export const FLOW_MACS: u32 = 80; // MACs of the first frame
export const FLOW_LAST_CELL: u32 = 92; // index of the newest time cell plus 1; 0 before the first
export const FLOW_PACKETS: u32 = 96; // frames
export const FLOW_TCP_FLAGS: u32 = 100; // TCP flags seen, or-ed
export const FLOW_SYN_FLAGS: u32 = 101; // bit 0: SYN without ACK seen; bit 1: SYN with ACK seen
export const FLOW_TRAITS: u32 = 102; // Trait bits seen, or-ed
export const FLOW_BYTES: u32 = 104; // bytes on the wire
export const FLOW_FIRST_TS: u32 = 112; // ns since 1970; time of the first frame
export const FLOW_LAST_TS: u32 = 120; // ns since 1970; time of the last frame in file order, before firstTs where time runs backwards

// Cell: Traffic of one flow in one time bin.
export const CELL_SIZE: u32 = 16;
export const CELL_FLOW: u32 = 0; // flow index
export const CELL_BIN: u32 = 4; // time bin
export const CELL_BYTES_HIGH: u32 = 6; // bits 32..47 of the bytes
export const CELL_PACKETS: u32 = 8; // frames
export const CELL_BYTES_LOW: u32 = 12; // bits 0..31 of the bytes

// RssConfig: Written by TypeScript before rssConfigure().
export const RSS_CONFIG_SIZE: u32 = 272;
export const RSS_CONFIG_KEY: u32 = 0; // secret key, from byte 0
export const RSS_CONFIG_TABLE: u32 = 64; // queue of each entry
export const RSS_CONFIG_QUEUE_PROCESSOR: u32 = 192; // logical processor of each queue
export const RSS_CONFIG_KEY_BYTES: u32 = 256; // length of the key, 40..64
export const RSS_CONFIG_HASH_FLAGS: u32 = 260; // HashFlag bits
export const RSS_CONFIG_TABLE_ENTRIES: u32 = 264; // 2..128, a power of two
export const RSS_CONFIG_QUEUES: u32 = 266; // 1..64
export const RSS_CONFIG_DEFAULT_QUEUE: u32 = 268; // queue of frames that cannot be hashed

// Capture: State of the capture walk, read by TypeScript between steps.
export const CAPTURE_SIZE: u32 = 256;
export const CAPTURE_FRAMES: u32 = 0; // frames walked
export const CAPTURE_WIRE_BYTES: u32 = 8; // sum of wire lengths
export const CAPTURE_OFFSET: u32 = 16; // bytes of the (decompressed) file consumed
export const CAPTURE_FAULT_OFFSET: u32 = 24; // file offset of the record or block at fault
export const CAPTURE_FAULT_FRAME: u32 = 32; // number of the frame at fault, from 1
export const CAPTURE_FIRST_TS: u32 = 40; // ns since 1970; time of the first frame
export const CAPTURE_LAST_TS: u32 = 48; // ns since 1970; largest seen
export const CAPTURE_MAX_BACKWARDS_NS: u32 = 56; // largest step back in time
export const CAPTURE_BIN_WIDTH_NS: u32 = 64; // width of a time bin; a power of two
export const CAPTURE_OVERFLOW_BYTES: u32 = 72; // bytes of frames of flows beyond the cap
export const CAPTURE_OVERFLOW_FRAMES: u32 = 80; // frames of flows beyond the cap
export const CAPTURE_RECORDED_DROPS: u32 = 88; // sum of the epb_dropcount options
export const CAPTURE_FORMAT: u32 = 96; // Format
export const CAPTURE_BIG_ENDIAN: u32 = 97; // 1 when the file (or newest section) is big-endian
export const CAPTURE_NANOSECONDS: u32 = 98; // pcap: 1 for the nanosecond magic
export const CAPTURE_FAULT: u32 = 99; // Fault
export const CAPTURE_FAULT_VALUE: u32 = 100; // the offending length, id or version
export const CAPTURE_FAULT_LIMIT: u32 = 104; // what it was compared with
export const CAPTURE_SECTIONS: u32 = 108; // pcapng sections
export const CAPTURE_INTERFACES: u32 = 112; // interfaces over all sections
export const CAPTURE_FLOWS: u32 = 116; // flows in the table
export const CAPTURE_CELLS: u32 = 120; // time cells in use
export const CAPTURE_BINS: u32 = 124; // time bins in use
export const CAPTURE_BACKWARDS: u32 = 128; // frames older than their predecessor
export const CAPTURE_SNAPPED: u32 = 132; // frames captured shorter than they were
export const CAPTURE_PORTS_CUT: u32 = 136; // TCP, UDP or SCTP frames whose ports were cut by the snap length
export const CAPTURE_HEADERS_CUT: u32 = 140; // frames whose IP header was cut by the snap length
export const CAPTURE_MALFORMED: u32 = 144; // frames with contradicting lengths
export const CAPTURE_SUPER_FRAMES: u32 = 148; // frames larger than 1500-byte MTU Ethernet carries
export const CAPTURE_LARGEST_WIRE: u32 = 152; // largest wire length
export const CAPTURE_TAGGED: u32 = 156; // frames with a VLAN tag
export const CAPTURE_STRIPPED_TAGS: u32 = 160; // frames with Trait.StrippedTag
export const CAPTURE_RECORDED_QUEUES: u32 = 164; // frames with an epb_queue option
export const CAPTURE_RECORDED_HASHES: u32 = 168; // frames with an epb_hash option
export const CAPTURE_RECORDED_DIRECTIONS: u32 = 172; // frames with a recorded direction
export const CAPTURE_SKIPPED_BLOCKS: u32 = 176; // pcapng blocks skipped by length
export const CAPTURE_ROWS: u32 = 180; // frames in the current batch
export const CAPTURE_UNKNOWN_LINK_COUNT: u32 = 184; // distinct link types not understood (up to limits.MaxUnknownLinks are listed)
export const CAPTURE_RELAXED: u32 = 188; // 1 when this binary uses relaxed SIMD

// UnknownLink: A link type that is counted, not guessed.
export const UNKNOWN_LINK_SIZE: u32 = 8;
export const UNKNOWN_LINK_CODE: u32 = 0; // LINKTYPE_ number
export const UNKNOWN_LINK_FRAMES: u32 = 4; // frames

// Event: A pending event of a world.
export const EVENT_SIZE: u32 = 24;
export const EVENT_TIME: u32 = 0; // ps; when it is due
export const EVENT_A: u32 = 8; // first argument
export const EVENT_B: u32 = 12; // second argument
export const EVENT_NEXT: u32 = 16; // address of the next one of its slot, or of the next unused one
export const EVENT_KIND: u32 = 20; // what the dispatch does with it

// EventQueue: State of the event queue.
export const EVENT_QUEUE_SIZE: u32 = 48;
export const EVENT_QUEUE_NOW: u32 = 0; // ps; virtual time
export const EVENT_QUEUE_LAST: u32 = 8; // ps; time of the last event popped
export const EVENT_QUEUE_POPPED: u32 = 16; // events popped
export const EVENT_QUEUE_CAPACITY: u32 = 24; // events that may wait
export const EVENT_QUEUE_PENDING: u32 = 28; // events that wait
export const EVENT_QUEUE_PEAK: u32 = 32; // most events that ever waited
export const EVENT_QUEUE_OVERFLOWS: u32 = 36; // events refused because there was no room
export const EVENT_QUEUE_PAST: u32 = 40; // events refused because their time was before now
