// Generated from ui/abi/schema.ts by `npm run build:abi`. Do not edit.

export const ABI_HASH: u32 = 0x97001012;

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
export const COST_CLASSES: u32 = 8;
export const COSTS: u32 = 51;
export const NO_PROCESSOR: u32 = 65535;
export const TCP_RANGES: u32 = 8;
export const TCP_SACKED: u32 = 12;

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

// State of a TCP connection, numbered as MIB_TCP_STATE.
export const TCP_STATE_CLOSED: u32 = 1;
export const TCP_STATE_LISTEN: u32 = 2;
export const TCP_STATE_SYN_SENT: u32 = 3;
export const TCP_STATE_SYN_RECEIVED: u32 = 4;
export const TCP_STATE_ESTABLISHED: u32 = 5;
export const TCP_STATE_FIN_WAIT1: u32 = 6;
export const TCP_STATE_FIN_WAIT2: u32 = 7;
export const TCP_STATE_CLOSE_WAIT: u32 = 8;
export const TCP_STATE_CLOSING: u32 = 9;
export const TCP_STATE_LAST_ACK: u32 = 10;
export const TCP_STATE_TIME_WAIT: u32 = 11;

// Control bits of a TCP header, RFC 9293 section 3.1.
export const TCP_FLAG_FIN: u32 = 1;
export const TCP_FLAG_SYN: u32 = 2;
export const TCP_FLAG_RST: u32 = 4;
export const TCP_FLAG_PSH: u32 = 8;
export const TCP_FLAG_ACK: u32 = 16;
export const TCP_FLAG_URG: u32 = 32;
export const TCP_FLAG_ECE: u32 = 64;
export const TCP_FLAG_CWR: u32 = 128;

// Which options a segment carries.
export const TCP_OPTION_MSS: u32 = 1;
export const TCP_OPTION_WINDOW_SCALE: u32 = 2;
export const TCP_OPTION_SACK_PERMITTED: u32 = 4;
export const TCP_OPTION_TIMESTAMPS: u32 = 8;

// TCP_OFFLOAD_STATE_CONST flags: agreed in the handshake.
export const TCP_CONST_TIMESTAMP_ENABLED: u32 = 1;
export const TCP_CONST_SACK_ENABLED: u32 = 2;
export const TCP_CONST_WINDOW_SCALING_ENABLED: u32 = 4;

// TCP_OFFLOAD_STATE_CACHED flags.
export const TCP_CACHED_KEEP_ALIVE_ENABLED: u32 = 1;
export const TCP_CACHED_NAGLING_ENABLED: u32 = 2;
export const TCP_CACHED_KEEP_ALIVE_RESTART: u32 = 4;
export const TCP_CACHED_MAX_RT_RESTART: u32 = 8;
export const TCP_CACHED_UPDATE_RCV_WND: u32 = 16;

// What the stack remembers of a connection beside the state of an offload.
export const TCP_HOST_PASSIVE: u32 = 1;
export const TCP_HOST_FIN_QUEUED: u32 = 2;
export const TCP_HOST_RECEIVE_CLOSED: u32 = 4;
export const TCP_HOST_ACK_NOW: u32 = 8;
export const TCP_HOST_OUTPUT_PENDING: u32 = 16;
export const TCP_HOST_RECOVERY: u32 = 32;
export const TCP_HOST_PARTIAL_ACK: u32 = 64;
export const TCP_HOST_TIMING: u32 = 128;
export const TCP_HOST_FIN_HELD: u32 = 256;
export const TCP_HOST_ECN: u32 = 512;
export const TCP_HOST_ECN_ECHO: u32 = 1024;
export const TCP_HOST_ECN_REDUCED: u32 = 2048;

// What retransmitAt stands for; these exclude each other.
export const TCP_TIMER_NONE: u32 = 0;
export const TCP_TIMER_RETRANSMIT: u32 = 1;
export const TCP_TIMER_PERSIST: u32 = 2;
export const TCP_TIMER_TIME_WAIT: u32 = 3;
export const TCP_TIMER_FIN_WAIT2: u32 = 4;

// What the user of a connection should know; the user clears the bits.
export const TCP_EVENT_CONNECTED: u32 = 1;
export const TCP_EVENT_READABLE: u32 = 2;
export const TCP_EVENT_FIN: u32 = 4;
export const TCP_EVENT_RESET: u32 = 8;
export const TCP_EVENT_REFUSED: u32 = 16;
export const TCP_EVENT_TIMED_OUT: u32 = 32;
export const TCP_EVENT_ACKED: u32 = 64;
export const TCP_EVENT_CLOSED: u32 = 128;

// Congestion control.
export const TCP_CONGESTION_NEW_RENO: u32 = 0;
export const TCP_CONGESTION_COMPOUND: u32 = 1;

// What the bytes of a packet turned out to be.
export const TCP_PARSE_SEGMENT: u32 = 0;
export const TCP_PARSE_NOT_TCP: u32 = 1;
export const TCP_PARSE_MALFORMED: u32 = 2;
export const TCP_PARSE_BAD_CHECKSUM: u32 = 3;
export const TCP_PARSE_FRAGMENT: u32 = 4;

// What the dispatch of a world does with an event.
export const EVENT_KIND_PROCESSOR: u32 = 1;

// What a processor runs; a higher level preempts a lower one.
export const LEVEL_IDLE: u32 = 0;
export const LEVEL_THREAD: u32 = 1;
export const LEVEL_DPC: u32 = 2;
export const LEVEL_INTERRUPT: u32 = 3;

// Where charged time is accounted. Of a work item, the classes are spent in this order.
export const COST_CLASS_INTERRUPT: u32 = 0;
export const COST_CLASS_DPC: u32 = 1;
export const COST_CLASS_DRIVER: u32 = 2;
export const COST_CLASS_NDIS: u32 = 3;
export const COST_CLASS_TCP_IP: u32 = 4;
export const COST_CLASS_COPY: u32 = 5;
export const COST_CLASS_SWITCH: u32 = 6;
export const COST_CLASS_APPLICATION: u32 = 7;

// How far apart two logical processors are.
export const DISTANCE_SAME: u32 = 0;
export const DISTANCE_CORE: u32 = 1;
export const DISTANCE_NODE: u32 = 2;
export const DISTANCE_HOST: u32 = 3;

// Costs that are charged to processors; ui/features/costs.ts says what they are.
export const COST_L2_HIT: u32 = 0;
export const COST_L3_HIT: u32 = 1;
export const COST_LINE_DIRTY: u32 = 2;
export const COST_LINE_REMOTE: u32 = 3;
export const COST_MEM_MISS: u32 = 4;
export const COST_ATOMIC_OP: u32 = 5;
export const COST_LOCK: u32 = 6;
export const COST_IRQ_MASK: u32 = 7;
export const COST_DPC_MASK: u32 = 8;
export const COST_COPY_COLD_FSB: u32 = 9;
export const COST_COPY_COLD: u32 = 10;
export const COST_COPY_WARM: u32 = 11;
export const COST_COPY_FIXED: u32 = 12;
export const COST_MMIO_READ: u32 = 13;
export const COST_MMIO_WRITE: u32 = 14;
export const COST_INT: u32 = 15;
export const COST_DPC: u32 = 16;
export const COST_DPC_REMOTE: u32 = 17;
export const COST_DRV_RX: u32 = 18;
export const COST_TCPIP_RX: u32 = 19;
export const COST_TCPIP_SLOW: u32 = 20;
export const COST_NBL_RETURN: u32 = 21;
export const COST_CHECKSUM: u32 = 22;
export const COST_TOEPLITZ: u32 = 23;
export const COST_ACK_TX: u32 = 24;
export const COST_ACK_RX: u32 = 25;
export const COST_RECV_IO: u32 = 26;
export const COST_THREAD_SWITCH: u32 = 27;
export const COST_THREAD_REFILL: u32 = 28;
export const COST_XCORE: u32 = 29;
export const COST_SEND_IO: u32 = 30;
export const COST_TX_PKT: u32 = 31;
export const COST_LSO_SEND: u32 = 32;
export const COST_LSO_PAGE: u32 = 33;
export const COST_VSW_ROUTE: u32 = 34;
export const COST_VSW_COPY: u32 = 35;
export const COST_VMBUS_PKT: u32 = 36;
export const COST_VMBUS_SIGNAL: u32 = 37;
export const COST_VMQ_PKT: u32 = 38;
export const COST_GUEST_RX: u32 = 39;
export const COST_GUEST_TX: u32 = 40;
export const COST_VMQ_CONTROL: u32 = 41;
export const COST_DMA_SUBMIT: u32 = 42;
export const COST_DMA_SUBMIT_SINGLE: u32 = 43;
export const COST_DMA_COMPLETE: u32 = 44;
export const COST_DMA_COMPLETE_SINGLE: u32 = 45;
export const COST_DMA_DOORBELL: u32 = 46;
export const COST_DMA_PIN: u32 = 47;
export const COST_TOE_IO: u32 = 48;
export const COST_TOE_OFFLOAD: u32 = 49;
export const COST_TOE_UPLOAD: u32 = 50;

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
export const EVENT_QUEUE_LAST: u32 = 8; // ps; where the wheel stands: no later than now
export const EVENT_QUEUE_POPPED: u32 = 16; // events popped
export const EVENT_QUEUE_CAPACITY: u32 = 24; // events that may wait
export const EVENT_QUEUE_PENDING: u32 = 28; // events that wait
export const EVENT_QUEUE_PEAK: u32 = 32; // most events that ever waited
export const EVENT_QUEUE_OVERFLOWS: u32 = 36; // events refused because there was no room
export const EVENT_QUEUE_PAST: u32 = 40; // events refused because their time was before now

// TcpStack: TCP of one host: settings, output ring, counters.
export const TCP_STACK_SIZE: u32 = 384;
export const TCP_STACK_SECRET0: u32 = 0; // secret of the initial sequence numbers, low half
export const TCP_STACK_SECRET1: u32 = 8; // high half
export const TCP_STACK_INITIAL_RTO: u32 = 16; // ps; retransmission timeout before the first sample
export const TCP_STACK_MIN_RTO: u32 = 24; // ps
export const TCP_STACK_MAX_RTO: u32 = 32; // ps; bounds the persist interval too
export const TCP_STACK_GRANULARITY: u32 = 40; // ps; G of RFC 6298
export const TCP_STACK_DELAYED_ACK: u32 = 48; // ps
export const TCP_STACK_TIME_WAIT: u32 = 56; // ps; 2 MSL
export const TCP_STACK_FIN_WAIT2: u32 = 64; // ps; how long a closed connection waits for the FIN of its peer
export const TCP_STACK_KEEP_ALIVE_TIME: u32 = 72; // ps without traffic before the first probe
export const TCP_STACK_KEEP_ALIVE_INTERVAL: u32 = 80; // ps between probes
export const TCP_STACK_TICK: u32 = 88; // ps of one tick of the timestamp clock
export const TCP_STACK_CHALLENGE_INTERVAL: u32 = 96; // ps in which at most challengeLimit challenge ACKs go out
export const TCP_STACK_CHALLENGE_AT: u32 = 104; // ps; start of the current interval
export const TCP_STACK_CHALLENGE_COUNT: u32 = 112; // challenge ACKs in it
export const TCP_STACK_CHALLENGE_LIMIT: u32 = 116; // 
export const TCP_STACK_MTU: u32 = 120; // bytes of an IP packet on the link; gives the MSS to announce
export const TCP_STACK_RECEIVE_WINDOW: u32 = 124; // bytes of receive buffer a connection starts with
export const TCP_STACK_RECEIVE_LIMIT: u32 = 128; // bytes up to which the receive buffer may grow; gives the window scale
export const TCP_STACK_LARGE_SEND: u32 = 132; // bytes of payload in one descriptor; 0: one segment each
export const TCP_STACK_INITIAL_WINDOW: u32 = 136; // segments; 0: the formula of RFC 3390
export const TCP_STACK_ACK_FREQUENCY: u32 = 140; // segments for one ACK
export const TCP_STACK_DUP_ACK_THRESHOLD: u32 = 141; // 
export const TCP_STACK_SYN_RETRIES: u32 = 142; // retransmissions of SYN or SYN+ACK
export const TCP_STACK_DATA_RETRIES: u32 = 143; // retransmissions of data, unless the connection says otherwise
export const TCP_STACK_KEEP_ALIVE_PROBES: u32 = 144; // 
export const TCP_STACK_CONGESTION: u32 = 145; // TcpCongestion
export const TCP_STACK_WINDOW_SCALING: u32 = 146; // 1: offered
export const TCP_STACK_SACK: u32 = 147; // 1: offered
export const TCP_STACK_TIMESTAMPS: u32 = 148; // 1: offered
export const TCP_STACK_ECN: u32 = 149; // 1: offered
export const TCP_STACK_NAGLE: u32 = 150; // 1: on for new connections
export const TCP_STACK_HOP_LIMIT: u32 = 151; // TTL or hop limit
export const TCP_STACK_RING: u32 = 152; // address of the TcpSegment ring
export const TCP_STACK_RING_MASK: u32 = 156; // slots minus 1; slots are a power of two
export const TCP_STACK_RING_HEAD: u32 = 160; // segments ever put in, modulo 2^32
export const TCP_STACK_RING_TAIL: u32 = 164; // segments ever taken out, modulo 2^32
export const TCP_STACK_IP_ID: u32 = 168; // IPv4 identification of the next packet
export const TCP_STACK_ACCEPTED_SKIP: u32 = 172; // payload bytes before the part that the last tcpInput took
export const TCP_STACK_ACCEPTED_LENGTH: u32 = 176; // payload bytes that the last tcpInput took
export const TCP_STACK_ACCEPTED_OFFSET: u32 = 184; // their stream offset
export const TCP_STACK_SEGMENTS_IN: u32 = 192; // segments given to tcpInput or tcpStray
export const TCP_STACK_SEGMENTS_OUT: u32 = 200; // segments put in the ring, without retransmissions only
export const TCP_STACK_SEGMENTS_RETRANSMITTED: u32 = 208; // segments that held at least one byte sent before
export const TCP_STACK_RESETS_OUT: u32 = 216; // segments with RST put in the ring
export const TCP_STACK_ACTIVE_OPENS: u32 = 224; // CLOSED to SYN-SENT
export const TCP_STACK_PASSIVE_OPENS: u32 = 232; // LISTEN to SYN-RECEIVED
export const TCP_STACK_ATTEMPT_FAILS: u32 = 240; // SYN-SENT or SYN-RECEIVED to CLOSED or LISTEN
export const TCP_STACK_ESTABLISHED_RESETS: u32 = 248; // ESTABLISHED or CLOSE-WAIT to CLOSED
export const TCP_STACK_CHALLENGE_ACKS: u32 = 256; // challenge ACKs of RFC 5961
export const TCP_STACK_RING_FULL: u32 = 264; // times a segment found no slot

// TcpSegment: A TCP segment, sent or received: header fields, and where its payload is in the stream.
export const TCP_SEGMENT_SIZE: u32 = 160;
export const TCP_SEGMENT_SOURCE: u32 = 0; // IPv4 in the first 4 bytes, or IPv6
export const TCP_SEGMENT_DESTINATION: u32 = 16; // 
export const TCP_SEGMENT_SOURCE_PORT: u32 = 32; // 
export const TCP_SEGMENT_DESTINATION_PORT: u32 = 34; // 
export const TCP_SEGMENT_FAMILY: u32 = 36; // 4 or 6
export const TCP_SEGMENT_FLAGS: u32 = 37; // TcpFlag bits
export const TCP_SEGMENT_WINDOW: u32 = 38; // as on the wire, not scaled
export const TCP_SEGMENT_SEQ: u32 = 40; // 
export const TCP_SEGMENT_ACK: u32 = 44; // 0 without TcpFlag.Ack
export const TCP_SEGMENT_LENGTH: u32 = 48; // payload bytes
export const TCP_SEGMENT_MSS: u32 = 52; // payload bytes of one wire segment when this is a large send; else 0
export const TCP_SEGMENT_OFFSET: u32 = 56; // stream offset of the payload
export const TCP_SEGMENT_PAYLOAD: u32 = 64; // address of the payload bytes; 0: they follow from flow and offset
export const TCP_SEGMENT_FLOW: u32 = 68; // number that the payload bytes are made from
export const TCP_SEGMENT_CONNECTION: u32 = 72; // address of the TcpConnection that sent it; 0: none
export const TCP_SEGMENT_OPTIONS: u32 = 76; // TcpOption bits
export const TCP_SEGMENT_WINDOW_SCALE: u32 = 77; // shift
export const TCP_SEGMENT_SACK_BLOCKS: u32 = 78; // 0..4
export const TCP_SEGMENT_ECN: u32 = 79; // ECN field of the IP header: 0 not ECT, 2 ECT(0), 3 CE
export const TCP_SEGMENT_MAXIMUM_SEGMENT: u32 = 80; // MSS option
export const TCP_SEGMENT_URGENT: u32 = 82; // urgent pointer
export const TCP_SEGMENT_TIMESTAMP: u32 = 84; // TSval
export const TCP_SEGMENT_TIMESTAMP_ECHO: u32 = 88; // TSecr
export const TCP_SEGMENT_SACK: u32 = 92; // blocks: left edge u32, right edge u32, little-endian
export const TCP_SEGMENT_IP_ID: u32 = 124; // IPv4 identification
export const TCP_SEGMENT_HOP_LIMIT: u32 = 126; // TTL or hop limit
export const TCP_SEGMENT_TRAFFIC_CLASS: u32 = 127; // type of service or traffic class, without the ECN field
export const TCP_SEGMENT_FLOW_LABEL: u32 = 128; // IPv6

// TcpConnection: One TCP connection. Const, cached and delegated variables are those of the chimney offload state blocks.
export const TCP_CONNECTION_SIZE: u32 = 512;
export const TCP_CONNECTION_LOCAL_ADDRESS: u32 = 0; // path const; IPv4 in the first 4 bytes
export const TCP_CONNECTION_REMOTE_ADDRESS: u32 = 16; // path const
export const TCP_CONNECTION_LOCAL_PORT: u32 = 32; // const
export const TCP_CONNECTION_REMOTE_PORT: u32 = 34; // const
export const TCP_CONNECTION_FAMILY: u32 = 36; // 4 or 6
export const TCP_CONNECTION_CONST_FLAGS: u32 = 37; // const; TcpConst bits
export const TCP_CONNECTION_SND_WIND_SCALE: u32 = 38; // const; shift of windows received
export const TCP_CONNECTION_RCV_WIND_SCALE: u32 = 39; // const; shift of windows sent
export const TCP_CONNECTION_HASH_VALUE: u32 = 40; // const; RSS hash of what is received
export const TCP_CONNECTION_REMOTE_MSS: u32 = 44; // const; MSS that the peer announced
export const TCP_CONNECTION_CACHED_FLAGS: u32 = 46; // cached; TcpCached bits
export const TCP_CONNECTION_KA_PROBE_COUNT: u32 = 47; // cached; keep-alive probes before giving up
export const TCP_CONNECTION_INITIAL_RCV_WND: u32 = 48; // cached; bytes of receive buffer
export const TCP_CONNECTION_RCV_INDICATION_SIZE: u32 = 52; // cached; bytes
export const TCP_CONNECTION_MAX_RT: u32 = 56; // cached; retransmissions, 0: the setting of the stack, 0xffffffff: unlimited
export const TCP_CONNECTION_FLOW_LABEL: u32 = 60; // cached
export const TCP_CONNECTION_PATH_MTU: u32 = 64; // path cached; bytes
export const TCP_CONNECTION_TTL_OR_HOP_LIMIT: u32 = 68; // cached
export const TCP_CONNECTION_TOS_OR_TRAFFIC_CLASS: u32 = 69; // cached
export const TCP_CONNECTION_USER_PRIORITY: u32 = 70; // cached; 802.1p
export const TCP_CONNECTION_STATE: u32 = 71; // delegated; TcpState
export const TCP_CONNECTION_KA_TIMEOUT: u32 = 72; // cached; ps
export const TCP_CONNECTION_KA_INTERVAL: u32 = 80; // cached; ps
export const TCP_CONNECTION_S_RTT: u32 = 88; // delegated; ps, 0 before the first sample
export const TCP_CONNECTION_RTT_VAR: u32 = 96; // delegated; ps
export const TCP_CONNECTION_TS_RECENT_AGE: u32 = 104; // delegated; ps, when tsRecent was set
export const TCP_CONNECTION_TOTAL_RT: u32 = 112; // delegated; ps spent on retransmissions of the oldest segment
export const TCP_CONNECTION_RETRANSMIT_AT: u32 = 120; // delegated, as RetransmitTimeoutDelta; ps, all ones: not running
export const TCP_CONNECTION_KEEP_ALIVE_AT: u32 = 128; // delegated, as KeepAliveTimeoutDelta; ps, all ones: not running
export const TCP_CONNECTION_RCV_NXT: u32 = 136; // delegated
export const TCP_CONNECTION_RCV_WND: u32 = 140; // delegated; bytes from rcvNxt to the right edge that was offered
export const TCP_CONNECTION_SND_UNA: u32 = 144; // delegated
export const TCP_CONNECTION_SND_NXT: u32 = 148; // delegated
export const TCP_CONNECTION_SND_MAX: u32 = 152; // delegated; one past the highest sequence number sent
export const TCP_CONNECTION_SND_WND: u32 = 156; // delegated; bytes
export const TCP_CONNECTION_MAX_SND_WND: u32 = 160; // delegated; bytes
export const TCP_CONNECTION_SEND_WL1: u32 = 164; // delegated
export const TCP_CONNECTION_C_WND: u32 = 168; // delegated; bytes
export const TCP_CONNECTION_SS_THRESH: u32 = 172; // delegated; bytes
export const TCP_CONNECTION_D_WND: u32 = 176; // delegated; bytes, delay window of Compound TCP
export const TCP_CONNECTION_TS_RECENT: u32 = 180; // delegated
export const TCP_CONNECTION_TS_TIME: u32 = 184; // delegated; added to the clock to give TSval
export const TCP_CONNECTION_SEND_DATA_TAIL: u32 = 188; // delegated, as SendDataTail; sequence number after the last byte queued. SendDataHead is sndUna
export const TCP_CONNECTION_BUFFERED_DATA: u32 = 192; // delegated; bytes received in order and not yet read
export const TCP_CONNECTION_DUP_ACK_COUNT: u32 = 196; // delegated
export const TCP_CONNECTION_SND_WND_PROBE_COUNT: u32 = 197; // delegated
export const TCP_CONNECTION_KEEP_ALIVE_PROBE_COUNT: u32 = 198; // delegated
export const TCP_CONNECTION_RETRANSMIT_COUNT: u32 = 199; // delegated
export const TCP_CONNECTION_STACK: u32 = 200; // address of the TcpStack
export const TCP_CONNECTION_FLOW: u32 = 204; // number that the payload bytes are made from
export const TCP_CONNECTION_HOST_FLAGS: u32 = 208; // TcpHost bits
export const TCP_CONNECTION_EVENTS: u32 = 210; // TcpEvent bits
export const TCP_CONNECTION_TIMER: u32 = 211; // TcpTimer; what retransmitAt stands for
export const TCP_CONNECTION_DEADLINE: u32 = 216; // ps; call tcpTimer then. All ones: no timer runs
export const TCP_CONNECTION_DELAYED_ACK_AT: u32 = 224; // ps, all ones: not running
export const TCP_CONNECTION_SND_UNA_OFFSET: u32 = 232; // stream offset of sndUna
export const TCP_CONNECTION_RCV_NXT_OFFSET: u32 = 240; // stream offset of rcvNxt
export const TCP_CONNECTION_RTT_AT: u32 = 248; // ps; when rttSeq was sent
export const TCP_CONNECTION_SENT_AT: u32 = 256; // ps; when data was sent last
export const TCP_CONNECTION_BASE_RTT: u32 = 264; // ps; least round trip seen, for Compound TCP
export const TCP_CONNECTION_TUNE_AT: u32 = 272; // ps; start of the round trip in which tuneBytes were read
export const TCP_CONNECTION_TUNE_BYTES: u32 = 280; // bytes
export const TCP_CONNECTION_RTT_SEQ: u32 = 284; // sequence number whose ACK ends the measurement
export const TCP_CONNECTION_ISS: u32 = 288; // 
export const TCP_CONNECTION_IRS: u32 = 292; // 
export const TCP_CONNECTION_RECOVER: u32 = 296; // RFC 6582 and 6675: recovery ends when this is acknowledged
export const TCP_CONNECTION_HIGH_RXT: u32 = 300; // RFC 6675: one past the highest sequence number retransmitted
export const TCP_CONNECTION_ACKED: u32 = 304; // bytes acknowledged since cWnd grew last
export const TCP_CONNECTION_ROUND_END: u32 = 308; // sequence number whose ACK ends the round trip of Compound TCP
export const TCP_CONNECTION_LAST_ACK_SENT: u32 = 312; // RFC 7323 Last.ACK.sent
export const TCP_CONNECTION_RCV_FIN: u32 = 316; // sequence number of a FIN held back
export const TCP_CONNECTION_ECN_RECOVER: u32 = 320; // no further reduction for ECE below this
export const TCP_CONNECTION_SEND_MSS: u32 = 324; // bytes of payload in a full segment
export const TCP_CONNECTION_RTO_SHIFT: u32 = 326; // times the timeout is doubled
export const TCP_CONNECTION_ACK_COUNT: u32 = 327; // segments that the next ACK answers
export const TCP_CONNECTION_RANGE_COUNT: u32 = 328; // out-of-order ranges
export const TCP_CONNECTION_SACKED_COUNT: u32 = 329; // selectively acknowledged ranges
export const TCP_CONNECTION_RANGES: u32 = 330; // received out of order, newest first: left edge, right edge
export const TCP_CONNECTION_SACKED: u32 = 394; // acknowledged selectively, ascending: left edge, right edge

// WorkPool: Work items of all processors.
export const WORK_POOL_SIZE: u32 = 32;
export const WORK_POOL_CAPACITY: u32 = 0; // items that may be queued, running or preempted at a time
export const WORK_POOL_USED: u32 = 4; // items that are
export const WORK_POOL_PEAK: u32 = 8; // most that ever were
export const WORK_POOL_OVERFLOWS: u32 = 12; // items refused because there was no room
export const WORK_POOL_STRAY_CHARGES: u32 = 16; // charges when no item was starting, and to owners that do not exist; they count nowhere

// Work: A work item.
export const WORK_SIZE: u32 = 16;
export const WORK_NEXT: u32 = 0; // address of the next one of its queue
export const WORK_A: u32 = 4; // first argument
export const WORK_B: u32 = 8; // second argument
export const WORK_KIND: u32 = 12; // what the dispatch does with it
export const WORK_LEVEL: u32 = 14; // Level

// Processor: A logical processor. Times are ps up to `since`; idle + thread + dpc + interrupt is all of it, and so is idle + the classes.
export const PROCESSOR_SIZE: u32 = 448;
export const PROCESSOR_SINCE: u32 = 0; // ps; the accounts are complete up to here
export const PROCESSOR_IDLE: u32 = 8; // ps without work
export const PROCESSOR_THREAD: u32 = 16; // ps in threads
export const PROCESSOR_DPC: u32 = 24; // ps in deferred procedure calls
export const PROCESSOR_INTERRUPT: u32 = 32; // ps in interrupt service routines
export const PROCESSOR_CLASS_INTERRUPT: u32 = 40; // ps in CostClass.Interrupt
export const PROCESSOR_CLASS_DPC: u32 = 48; // ps in CostClass.Dpc
export const PROCESSOR_CLASS_DRIVER: u32 = 56; // ps in CostClass.Driver
export const PROCESSOR_CLASS_NDIS: u32 = 64; // ps in CostClass.Ndis
export const PROCESSOR_CLASS_TCP_IP: u32 = 72; // ps in CostClass.TcpIp
export const PROCESSOR_CLASS_COPY: u32 = 80; // ps in CostClass.Copy
export const PROCESSOR_CLASS_SWITCH: u32 = 88; // ps in CostClass.Switch
export const PROCESSOR_CLASS_APPLICATION: u32 = 96; // ps in CostClass.Application
export const PROCESSOR_DUE: u32 = 104; // u64 ps still to run, at the present speed, of each level from Thread and each class
export const PROCESSOR_REMAINING: u32 = 296; // u64 sum of `due` of each level from Thread
export const PROCESSOR_FIRST: u32 = 320; // u32 address of the first queued Work of each level from Thread
export const PROCESSOR_NEWEST: u32 = 332; // u32 address of the last queued one
export const PROCESSOR_ACTIVE: u32 = 344; // u32 address of the started one, running or preempted
export const PROCESSOR_QUEUED_THREAD: u32 = 356; // thread items queued
export const PROCESSOR_QUEUED_DPC: u32 = 360; // DPCs queued
export const PROCESSOR_QUEUED_INTERRUPT: u32 = 364; // interrupts queued
export const PROCESSOR_PREEMPTIONS: u32 = 368; // times that a higher level took the processor from a running item
export const PROCESSOR_TICKET: u32 = 372; // of the event that counts; earlier ones are void
export const PROCESSOR_PS_PER_CYCLE: u32 = 376; // ps of a Nehalem-class cycle on this processor, times 2^20
export const PROCESSOR_COSTS: u32 = 380; // address of its host’s CostEntry records
export const PROCESSOR_TOTALS: u32 = 384; // address of its CostTotal records
export const PROCESSOR_HOST: u32 = 388; // host
export const PROCESSOR_CORE: u32 = 390; // core, within the host
export const PROCESSOR_NODE: u32 = 392; // NUMA node, within the host
export const PROCESSOR_SIBLING: u32 = 394; // processor on the same core, or limits.NoProcessor
export const PROCESSOR_RUNNING: u32 = 396; // Level
export const PROCESSOR_WAKING: u32 = 397; // 1 while an event for now is pending or being handled
export const PROCESSOR_STARTING: u32 = 398; // 1 while the item that starts may be charged
export const PROCESSOR_FINISHED: u32 = 399; // 1 when an item has ended in the event being handled
export const PROCESSOR_SHARED: u32 = 400; // 1 while the sibling is busy
export const PROCESSOR_BUSY: u32 = 401; // 1 while the sibling was told that this one is busy

// CostEntry: What a unit of a Cost takes on one host.
export const COST_ENTRY_SIZE: u32 = 16;
export const COST_ENTRY_CYCLES: u32 = 0; // Nehalem-class cycles
export const COST_ENTRY_PICOSECONDS: u32 = 4; // ps of copies and cache misses
export const COST_ENTRY_CLASS: u32 = 8; // CostClass

// CostTotal: What was charged to one processor under one Cost.
export const COST_TOTAL_SIZE: u32 = 16;
export const COST_TOTAL_UNITS: u32 = 0; // units of work
export const COST_TOTAL_PICOSECONDS: u32 = 8; // ps, before the core is shared with a sibling

// OwnerTotal: What was charged on behalf of one owner: an adapter, a connection. ps, before a core is shared with a sibling.
export const OWNER_TOTAL_SIZE: u32 = 64;
export const OWNER_TOTAL_INTERRUPT: u32 = 0; // CostClass.Interrupt
export const OWNER_TOTAL_DPC: u32 = 8; // CostClass.Dpc
export const OWNER_TOTAL_DRIVER: u32 = 16; // CostClass.Driver
export const OWNER_TOTAL_NDIS: u32 = 24; // CostClass.Ndis
export const OWNER_TOTAL_TCP_IP: u32 = 32; // CostClass.TcpIp
export const OWNER_TOTAL_COPY: u32 = 40; // CostClass.Copy
export const OWNER_TOTAL_SWITCH: u32 = 48; // CostClass.Switch
export const OWNER_TOTAL_APPLICATION: u32 = 56; // CostClass.Application

// RandomStream: State of a random stream.
export const RANDOM_STREAM_SIZE: u32 = 32;
export const RANDOM_STREAM_S0: u32 = 0; // state
export const RANDOM_STREAM_S1: u32 = 8; // state
export const RANDOM_STREAM_S2: u32 = 16; // state
export const RANDOM_STREAM_S3: u32 = 24; // state

/** TCP of one host: settings, output ring, counters. */
@unmanaged
export class TcpStack {
  @inline get secret0(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SECRET0); }
  set secret0(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SECRET0); }
  @inline get secret1(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SECRET1); }
  set secret1(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SECRET1); }
  @inline get initialRto(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_INITIAL_RTO); }
  set initialRto(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_INITIAL_RTO); }
  @inline get minRto(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_MIN_RTO); }
  set minRto(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_MIN_RTO); }
  @inline get maxRto(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_MAX_RTO); }
  set maxRto(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_MAX_RTO); }
  @inline get granularity(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_GRANULARITY); }
  set granularity(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_GRANULARITY); }
  @inline get delayedAck(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_DELAYED_ACK); }
  set delayedAck(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_DELAYED_ACK); }
  @inline get timeWait(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_TIME_WAIT); }
  set timeWait(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_TIME_WAIT); }
  @inline get finWait2(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_FIN_WAIT2); }
  set finWait2(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_FIN_WAIT2); }
  @inline get keepAliveTime(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_KEEP_ALIVE_TIME); }
  set keepAliveTime(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_KEEP_ALIVE_TIME); }
  @inline get keepAliveInterval(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_KEEP_ALIVE_INTERVAL); }
  set keepAliveInterval(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_KEEP_ALIVE_INTERVAL); }
  @inline get tick(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_TICK); }
  set tick(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_TICK); }
  @inline get challengeInterval(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_CHALLENGE_INTERVAL); }
  set challengeInterval(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_CHALLENGE_INTERVAL); }
  @inline get challengeAt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_CHALLENGE_AT); }
  set challengeAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_CHALLENGE_AT); }
  @inline get challengeCount(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_CHALLENGE_COUNT); }
  set challengeCount(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_CHALLENGE_COUNT); }
  @inline get challengeLimit(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_CHALLENGE_LIMIT); }
  set challengeLimit(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_CHALLENGE_LIMIT); }
  @inline get mtu(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_MTU); }
  set mtu(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_MTU); }
  @inline get receiveWindow(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_RECEIVE_WINDOW); }
  set receiveWindow(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_RECEIVE_WINDOW); }
  @inline get receiveLimit(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_RECEIVE_LIMIT); }
  set receiveLimit(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_RECEIVE_LIMIT); }
  @inline get largeSend(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_LARGE_SEND); }
  set largeSend(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_LARGE_SEND); }
  @inline get initialWindow(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_INITIAL_WINDOW); }
  set initialWindow(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_INITIAL_WINDOW); }
  @inline get ackFrequency(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_ACK_FREQUENCY); }
  set ackFrequency(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_ACK_FREQUENCY); }
  @inline get dupAckThreshold(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_DUP_ACK_THRESHOLD); }
  set dupAckThreshold(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_DUP_ACK_THRESHOLD); }
  @inline get synRetries(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_SYN_RETRIES); }
  set synRetries(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_SYN_RETRIES); }
  @inline get dataRetries(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_DATA_RETRIES); }
  set dataRetries(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_DATA_RETRIES); }
  @inline get keepAliveProbes(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_KEEP_ALIVE_PROBES); }
  set keepAliveProbes(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_KEEP_ALIVE_PROBES); }
  @inline get congestion(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_CONGESTION); }
  set congestion(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_CONGESTION); }
  @inline get windowScaling(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_WINDOW_SCALING); }
  set windowScaling(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_WINDOW_SCALING); }
  @inline get sack(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_SACK); }
  set sack(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_SACK); }
  @inline get timestamps(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_TIMESTAMPS); }
  set timestamps(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_TIMESTAMPS); }
  @inline get ecn(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_ECN); }
  set ecn(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_ECN); }
  @inline get nagle(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_NAGLE); }
  set nagle(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_NAGLE); }
  @inline get hopLimit(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_STACK_HOP_LIMIT); }
  set hopLimit(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_STACK_HOP_LIMIT); }
  @inline get ring(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_RING); }
  set ring(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_RING); }
  @inline get ringMask(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_RING_MASK); }
  set ringMask(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_RING_MASK); }
  @inline get ringHead(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_RING_HEAD); }
  set ringHead(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_RING_HEAD); }
  @inline get ringTail(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_RING_TAIL); }
  set ringTail(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_RING_TAIL); }
  @inline get ipId(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_IP_ID); }
  set ipId(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_IP_ID); }
  @inline get acceptedSkip(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_ACCEPTED_SKIP); }
  set acceptedSkip(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_ACCEPTED_SKIP); }
  @inline get acceptedLength(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_STACK_ACCEPTED_LENGTH); }
  set acceptedLength(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_STACK_ACCEPTED_LENGTH); }
  @inline get acceptedOffset(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_ACCEPTED_OFFSET); }
  set acceptedOffset(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_ACCEPTED_OFFSET); }
  @inline get segmentsIn(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SEGMENTS_IN); }
  set segmentsIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SEGMENTS_IN); }
  @inline get segmentsOut(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SEGMENTS_OUT); }
  set segmentsOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SEGMENTS_OUT); }
  @inline get segmentsRetransmitted(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SEGMENTS_RETRANSMITTED); }
  set segmentsRetransmitted(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SEGMENTS_RETRANSMITTED); }
  @inline get resetsOut(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_RESETS_OUT); }
  set resetsOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_RESETS_OUT); }
  @inline get activeOpens(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_ACTIVE_OPENS); }
  set activeOpens(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_ACTIVE_OPENS); }
  @inline get passiveOpens(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_PASSIVE_OPENS); }
  set passiveOpens(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_PASSIVE_OPENS); }
  @inline get attemptFails(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_ATTEMPT_FAILS); }
  set attemptFails(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_ATTEMPT_FAILS); }
  @inline get establishedResets(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_ESTABLISHED_RESETS); }
  set establishedResets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_ESTABLISHED_RESETS); }
  @inline get challengeAcks(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_CHALLENGE_ACKS); }
  set challengeAcks(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_CHALLENGE_ACKS); }
  @inline get ringFull(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_RING_FULL); }
  set ringFull(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_RING_FULL); }
}

/** A TCP segment, sent or received: header fields, and where its payload is in the stream. */
@unmanaged
export class TcpSegment {
  @inline get sourceAt(): u32 { return changetype<u32>(this) + TCP_SEGMENT_SOURCE; }
  @inline get destinationAt(): u32 { return changetype<u32>(this) + TCP_SEGMENT_DESTINATION; }
  @inline get sourcePort(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_SEGMENT_SOURCE_PORT); }
  set sourcePort(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_SEGMENT_SOURCE_PORT); }
  @inline get destinationPort(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_SEGMENT_DESTINATION_PORT); }
  set destinationPort(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_SEGMENT_DESTINATION_PORT); }
  @inline get family(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_FAMILY); }
  set family(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_FAMILY); }
  @inline get flags(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_FLAGS); }
  set flags(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_FLAGS); }
  @inline get window(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_SEGMENT_WINDOW); }
  set window(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_SEGMENT_WINDOW); }
  @inline get seq(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_SEQ); }
  set seq(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_SEQ); }
  @inline get ack(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_ACK); }
  set ack(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_ACK); }
  @inline get length(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_LENGTH); }
  set length(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_LENGTH); }
  @inline get mss(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_MSS); }
  set mss(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_MSS); }
  @inline get offset(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_SEGMENT_OFFSET); }
  set offset(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_SEGMENT_OFFSET); }
  @inline get payload(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_PAYLOAD); }
  set payload(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_PAYLOAD); }
  @inline get flow(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_FLOW); }
  set flow(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_FLOW); }
  @inline get connection(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_CONNECTION); }
  set connection(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_CONNECTION); }
  @inline get options(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_OPTIONS); }
  set options(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_OPTIONS); }
  @inline get windowScale(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_WINDOW_SCALE); }
  set windowScale(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_WINDOW_SCALE); }
  @inline get sackBlocks(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_SACK_BLOCKS); }
  set sackBlocks(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_SACK_BLOCKS); }
  @inline get ecn(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_ECN); }
  set ecn(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_ECN); }
  @inline get maximumSegment(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_SEGMENT_MAXIMUM_SEGMENT); }
  set maximumSegment(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_SEGMENT_MAXIMUM_SEGMENT); }
  @inline get urgent(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_SEGMENT_URGENT); }
  set urgent(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_SEGMENT_URGENT); }
  @inline get timestamp(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_TIMESTAMP); }
  set timestamp(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_TIMESTAMP); }
  @inline get timestampEcho(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_TIMESTAMP_ECHO); }
  set timestampEcho(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_TIMESTAMP_ECHO); }
  @inline get sackAt(): u32 { return changetype<u32>(this) + TCP_SEGMENT_SACK; }
  @inline get ipId(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_SEGMENT_IP_ID); }
  set ipId(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_SEGMENT_IP_ID); }
  @inline get hopLimit(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_HOP_LIMIT); }
  set hopLimit(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_HOP_LIMIT); }
  @inline get trafficClass(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_SEGMENT_TRAFFIC_CLASS); }
  set trafficClass(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_SEGMENT_TRAFFIC_CLASS); }
  @inline get flowLabel(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_SEGMENT_FLOW_LABEL); }
  set flowLabel(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_SEGMENT_FLOW_LABEL); }
}

/** One TCP connection. Const, cached and delegated variables are those of the chimney offload state blocks. */
@unmanaged
export class TcpConnection {
  @inline get localAddressAt(): u32 { return changetype<u32>(this) + TCP_CONNECTION_LOCAL_ADDRESS; }
  @inline get remoteAddressAt(): u32 { return changetype<u32>(this) + TCP_CONNECTION_REMOTE_ADDRESS; }
  @inline get localPort(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_CONNECTION_LOCAL_PORT); }
  set localPort(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_CONNECTION_LOCAL_PORT); }
  @inline get remotePort(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_CONNECTION_REMOTE_PORT); }
  set remotePort(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_CONNECTION_REMOTE_PORT); }
  @inline get family(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_FAMILY); }
  set family(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_FAMILY); }
  @inline get constFlags(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_CONST_FLAGS); }
  set constFlags(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_CONST_FLAGS); }
  @inline get sndWindScale(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_SND_WIND_SCALE); }
  set sndWindScale(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_SND_WIND_SCALE); }
  @inline get rcvWindScale(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_RCV_WIND_SCALE); }
  set rcvWindScale(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_RCV_WIND_SCALE); }
  @inline get hashValue(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_HASH_VALUE); }
  set hashValue(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_HASH_VALUE); }
  @inline get remoteMss(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_CONNECTION_REMOTE_MSS); }
  set remoteMss(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_CONNECTION_REMOTE_MSS); }
  @inline get cachedFlags(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_CACHED_FLAGS); }
  set cachedFlags(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_CACHED_FLAGS); }
  @inline get kaProbeCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_KA_PROBE_COUNT); }
  set kaProbeCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_KA_PROBE_COUNT); }
  @inline get initialRcvWnd(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_INITIAL_RCV_WND); }
  set initialRcvWnd(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_INITIAL_RCV_WND); }
  @inline get rcvIndicationSize(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_RCV_INDICATION_SIZE); }
  set rcvIndicationSize(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_RCV_INDICATION_SIZE); }
  @inline get maxRt(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_MAX_RT); }
  set maxRt(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_MAX_RT); }
  @inline get flowLabel(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_FLOW_LABEL); }
  set flowLabel(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_FLOW_LABEL); }
  @inline get pathMtu(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_PATH_MTU); }
  set pathMtu(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_PATH_MTU); }
  @inline get ttlOrHopLimit(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_TTL_OR_HOP_LIMIT); }
  set ttlOrHopLimit(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_TTL_OR_HOP_LIMIT); }
  @inline get tosOrTrafficClass(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_TOS_OR_TRAFFIC_CLASS); }
  set tosOrTrafficClass(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_TOS_OR_TRAFFIC_CLASS); }
  @inline get userPriority(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_USER_PRIORITY); }
  set userPriority(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_USER_PRIORITY); }
  @inline get state(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_STATE); }
  set state(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_STATE); }
  @inline get kaTimeout(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_KA_TIMEOUT); }
  set kaTimeout(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_KA_TIMEOUT); }
  @inline get kaInterval(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_KA_INTERVAL); }
  set kaInterval(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_KA_INTERVAL); }
  @inline get sRtt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_S_RTT); }
  set sRtt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_S_RTT); }
  @inline get rttVar(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_RTT_VAR); }
  set rttVar(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_RTT_VAR); }
  @inline get tsRecentAge(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_TS_RECENT_AGE); }
  set tsRecentAge(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_TS_RECENT_AGE); }
  @inline get totalRt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_TOTAL_RT); }
  set totalRt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_TOTAL_RT); }
  @inline get retransmitAt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_RETRANSMIT_AT); }
  set retransmitAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_RETRANSMIT_AT); }
  @inline get keepAliveAt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_KEEP_ALIVE_AT); }
  set keepAliveAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_KEEP_ALIVE_AT); }
  @inline get rcvNxt(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_RCV_NXT); }
  set rcvNxt(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_RCV_NXT); }
  @inline get rcvWnd(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_RCV_WND); }
  set rcvWnd(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_RCV_WND); }
  @inline get sndUna(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_SND_UNA); }
  set sndUna(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_SND_UNA); }
  @inline get sndNxt(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_SND_NXT); }
  set sndNxt(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_SND_NXT); }
  @inline get sndMax(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_SND_MAX); }
  set sndMax(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_SND_MAX); }
  @inline get sndWnd(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_SND_WND); }
  set sndWnd(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_SND_WND); }
  @inline get maxSndWnd(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_MAX_SND_WND); }
  set maxSndWnd(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_MAX_SND_WND); }
  @inline get sendWl1(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_SEND_WL1); }
  set sendWl1(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_SEND_WL1); }
  @inline get cWnd(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_C_WND); }
  set cWnd(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_C_WND); }
  @inline get ssThresh(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_SS_THRESH); }
  set ssThresh(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_SS_THRESH); }
  @inline get dWnd(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_D_WND); }
  set dWnd(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_D_WND); }
  @inline get tsRecent(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_TS_RECENT); }
  set tsRecent(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_TS_RECENT); }
  @inline get tsTime(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_TS_TIME); }
  set tsTime(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_TS_TIME); }
  @inline get sendDataTail(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_SEND_DATA_TAIL); }
  set sendDataTail(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_SEND_DATA_TAIL); }
  @inline get bufferedData(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_BUFFERED_DATA); }
  set bufferedData(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_BUFFERED_DATA); }
  @inline get dupAckCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_DUP_ACK_COUNT); }
  set dupAckCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_DUP_ACK_COUNT); }
  @inline get sndWndProbeCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_SND_WND_PROBE_COUNT); }
  set sndWndProbeCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_SND_WND_PROBE_COUNT); }
  @inline get keepAliveProbeCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_KEEP_ALIVE_PROBE_COUNT); }
  set keepAliveProbeCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_KEEP_ALIVE_PROBE_COUNT); }
  @inline get retransmitCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_RETRANSMIT_COUNT); }
  set retransmitCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_RETRANSMIT_COUNT); }
  @inline get stack(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_STACK); }
  set stack(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_STACK); }
  @inline get flow(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_FLOW); }
  set flow(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_FLOW); }
  @inline get hostFlags(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_CONNECTION_HOST_FLAGS); }
  set hostFlags(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_CONNECTION_HOST_FLAGS); }
  @inline get events(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_EVENTS); }
  set events(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_EVENTS); }
  @inline get timer(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_TIMER); }
  set timer(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_TIMER); }
  @inline get deadline(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_DEADLINE); }
  set deadline(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_DEADLINE); }
  @inline get delayedAckAt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_DELAYED_ACK_AT); }
  set delayedAckAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_DELAYED_ACK_AT); }
  @inline get sndUnaOffset(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_SND_UNA_OFFSET); }
  set sndUnaOffset(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_SND_UNA_OFFSET); }
  @inline get rcvNxtOffset(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_RCV_NXT_OFFSET); }
  set rcvNxtOffset(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_RCV_NXT_OFFSET); }
  @inline get rttAt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_RTT_AT); }
  set rttAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_RTT_AT); }
  @inline get sentAt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_SENT_AT); }
  set sentAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_SENT_AT); }
  @inline get baseRtt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_BASE_RTT); }
  set baseRtt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_BASE_RTT); }
  @inline get tuneAt(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_CONNECTION_TUNE_AT); }
  set tuneAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_CONNECTION_TUNE_AT); }
  @inline get tuneBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_TUNE_BYTES); }
  set tuneBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_TUNE_BYTES); }
  @inline get rttSeq(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_RTT_SEQ); }
  set rttSeq(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_RTT_SEQ); }
  @inline get iss(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_ISS); }
  set iss(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_ISS); }
  @inline get irs(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_IRS); }
  set irs(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_IRS); }
  @inline get recover(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_RECOVER); }
  set recover(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_RECOVER); }
  @inline get highRxt(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_HIGH_RXT); }
  set highRxt(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_HIGH_RXT); }
  @inline get acked(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_ACKED); }
  set acked(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_ACKED); }
  @inline get roundEnd(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_ROUND_END); }
  set roundEnd(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_ROUND_END); }
  @inline get lastAckSent(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_LAST_ACK_SENT); }
  set lastAckSent(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_LAST_ACK_SENT); }
  @inline get rcvFin(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_RCV_FIN); }
  set rcvFin(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_RCV_FIN); }
  @inline get ecnRecover(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_ECN_RECOVER); }
  set ecnRecover(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_ECN_RECOVER); }
  @inline get sendMss(): u32 { return <u32>load<u16>(changetype<u32>(this), TCP_CONNECTION_SEND_MSS); }
  set sendMss(value: u32) { store<u16>(changetype<u32>(this), <u16>value, TCP_CONNECTION_SEND_MSS); }
  @inline get rtoShift(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_RTO_SHIFT); }
  set rtoShift(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_RTO_SHIFT); }
  @inline get ackCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_ACK_COUNT); }
  set ackCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_ACK_COUNT); }
  @inline get rangeCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_RANGE_COUNT); }
  set rangeCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_RANGE_COUNT); }
  @inline get sackedCount(): u32 { return <u32>load<u8>(changetype<u32>(this), TCP_CONNECTION_SACKED_COUNT); }
  set sackedCount(value: u32) { store<u8>(changetype<u32>(this), <u8>value, TCP_CONNECTION_SACKED_COUNT); }
  @inline get rangesAt(): u32 { return changetype<u32>(this) + TCP_CONNECTION_RANGES; }
  @inline get sackedAt(): u32 { return changetype<u32>(this) + TCP_CONNECTION_SACKED; }
}
