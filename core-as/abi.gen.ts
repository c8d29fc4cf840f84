// Generated from ui/abi/schema.ts by `npm run build:abi`. Do not edit.

export const ABI_HASH: u32 = 0x5a1db18a;

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
export const COSTS: u32 = 52;
export const NO_PROCESSOR: u32 = 65535;
export const TCP_RANGES: u32 = 8;
export const TCP_SACKED: u32 = 12;
export const LATENCY_BUCKETS: u32 = 512;
export const TEXT_BYTES: u32 = 256;
export const STORE_BYTES: u32 = 65536;
export const NONE: u32 = 4294967295;
export const FOLLOW_ROOM: u32 = 256;
export const ECHOES: u32 = 8;
export const VIRTUAL_PROCESSORS: u32 = 4;
export const VMQ_FILTERS: u32 = 128;
export const NEIGHBOR_QUEUE: u32 = 255;

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
export const COST_LEGACY_PKT: u32 = 41;
export const COST_VMQ_CONTROL: u32 = 42;
export const COST_DMA_SUBMIT: u32 = 43;
export const COST_DMA_SUBMIT_SINGLE: u32 = 44;
export const COST_DMA_COMPLETE: u32 = 45;
export const COST_DMA_COMPLETE_SINGLE: u32 = 46;
export const COST_DMA_DOORBELL: u32 = 47;
export const COST_DMA_PIN: u32 = 48;
export const COST_TOE_IO: u32 = 49;
export const COST_TOE_OFFLOAD: u32 = 50;
export const COST_TOE_UPLOAD: u32 = 51;

// What the dispatch of a world does with an event.
export const EVENT_KIND_PROCESSOR: u32 = 1;
export const EVENT_KIND_ARRIVE: u32 = 2;
export const EVENT_KIND_SENT: u32 = 3;
export const EVENT_KIND_INTERRUPT: u32 = 4;
export const EVENT_KIND_PORT_SENT: u32 = 5;
export const EVENT_KIND_TIMER: u32 = 6;
export const EVENT_KIND_START: u32 = 7;
export const EVENT_KIND_PAUSE: u32 = 8;
export const EVENT_KIND_STOP: u32 = 9;
export const EVENT_KIND_REBALANCE: u32 = 10;
export const EVENT_KIND_NEIGHBOR: u32 = 11;
export const EVENT_KIND_DMA: u32 = 24;
export const EVENT_KIND_OFFLOAD_MOVED: u32 = 40;
export const EVENT_KIND_OFFLOAD_UPDATE: u32 = 41;
export const EVENT_KIND_OFFLOAD_QUERY: u32 = 42;
export const EVENT_KIND_OFFLOAD_INVALIDATE: u32 = 43;
export const EVENT_KIND_OFFLOAD_TIMER: u32 = 44;
export const EVENT_KIND_ENGINE: u32 = 45;
export const EVENT_KIND_RESUME: u32 = 12;
export const EVENT_KIND_LEAVE: u32 = 13;
export const EVENT_KIND_HELD: u32 = 128;

// What a processor does with a work item.
export const WORK_KIND_ISR: u32 = 1;
export const WORK_KIND_DPC: u32 = 2;
export const WORK_KIND_TIMER_DPC: u32 = 3;
export const WORK_KIND_THREAD: u32 = 4;
export const WORK_KIND_OPEN: u32 = 5;
export const WORK_KIND_REBALANCE: u32 = 6;
export const WORK_KIND_DMA_COPY: u32 = 24;
export const WORK_KIND_ECHO: u32 = 32;
export const WORK_KIND_OFFLOAD_DPC: u32 = 40;
export const WORK_KIND_CHANNEL: u32 = 7;
export const WORK_KIND_SWITCH: u32 = 8;
export const WORK_KIND_VMQ_CONTROL: u32 = 9;

// What a packet record stands for.
export const PACKET_KIND_TCP: u32 = 1;
export const PACKET_KIND_UDP: u32 = 2;
export const PACKET_KIND_BYTES: u32 = 3;

// What happened to a packet.
export const PACKET_FLAG_CORRUPT: u32 = 1;
export const PACKET_FLAG_REPLAYED: u32 = 2;
export const PACKET_FLAG_STORED: u32 = 4;
export const PACKET_FLAG_GROUP: u32 = 8;
export const PACKET_FLAG_OUTSIDE: u32 = 16;
export const PACKET_FLAG_FOLLOWED: u32 = 64;
export const PACKET_FLAG_OFFLOADED: u32 = 128;
export const PACKET_FLAG_TAGGED: u32 = 32;

// Kind of place that a cable ends at, in the high bits of its number.
export const END_NIC: u32 = 0;
export const END_PORT: u32 = 1;

// How an adapter interrupts.
export const INTERRUPT_MODE_MSIX: u32 = 0;
export const INTERRUPT_MODE_MSI: u32 = 1;
export const INTERRUPT_MODE_LINE: u32 = 2;

// How long an adapter waits for more frames before it interrupts.
export const MODERATION_OFF: u32 = 0;
export const MODERATION_FIXED: u32 = 1;
export const MODERATION_ADAPTIVE: u32 = 2;

// What an application does.
export const APP_KIND_BULK: u32 = 0;
export const APP_KIND_REQUESTS: u32 = 1;
export const APP_KIND_ECHO: u32 = 2;
export const APP_KIND_DISCARD: u32 = 3;
export const APP_KIND_CHARGEN: u32 = 4;
export const APP_KIND_HTTP: u32 = 5;

// Where the bytes that a socket sends come from.
export const CONTENT_FLOW: u32 = 0;
export const CONTENT_CHARGEN: u32 = 1;
export const CONTENT_HTTP_REQUEST: u32 = 2;
export const CONTENT_HTTP_RESPONSE: u32 = 3;
export const CONTENT_HTTP_OUTSIDE: u32 = 4;
export const CONTENT_STORE: u32 = 5;

// Use of a socket record.
export const SOCKET_STATE_FREE: u32 = 0;
export const SOCKET_STATE_TCP: u32 = 1;
export const SOCKET_STATE_UDP: u32 = 2;

// State of a socket beside that of its connection.
export const SOCKET_FLAG_SERVER: u32 = 1;
export const SOCKET_FLAG_QUEUED: u32 = 2;
export const SOCKET_FLAG_CLOSING: u32 = 4;
export const SOCKET_FLAG_OUTSIDE: u32 = 8;
export const SOCKET_FLAG_COMPLETED: u32 = 16;
export const SOCKET_FLAG_WAITING: u32 = 32;
export const SOCKET_FLAG_COUNTED: u32 = 128;
export const SOCKET_FLAG_BUSY: u32 = 256;
export const SOCKET_FLAG_PEERED: u32 = 512;
export const SOCKET_FLAG_WOKEN: u32 = 1024;
export const SOCKET_FLAG_LAST_RESPONSE: u32 = 2048;
export const SOCKET_FLAG_MOVING: u32 = 32768;

// RFC 4861 section 7.3.2; IPv4 neighbours go the same way, as they do since Windows Vista.
export const NEIGHBOR_STATE_FREE: u32 = 0;
export const NEIGHBOR_STATE_INCOMPLETE: u32 = 1;
export const NEIGHBOR_STATE_REACHABLE: u32 = 2;
export const NEIGHBOR_STATE_STALE: u32 = 3;
export const NEIGHBOR_STATE_PROBE: u32 = 4;

// What a trace record tells.
export const TRACE_KIND_SENT: u32 = 1;
export const TRACE_KIND_RECEIVED: u32 = 2;
export const TRACE_KIND_DROPPED: u32 = 3;
export const TRACE_KIND_INTERRUPT: u32 = 4;
export const TRACE_KIND_DPC: u32 = 5;
export const TRACE_KIND_STATE: u32 = 6;
export const TRACE_KIND_RETRANSMIT: u32 = 7;
export const TRACE_KIND_REBALANCE: u32 = 8;
export const TRACE_KIND_APP: u32 = 9;
export const TRACE_KIND_DMA_BATCH: u32 = 24;
export const TRACE_KIND_DMA_DECLINE: u32 = 25;
export const TRACE_KIND_DMA_STATE: u32 = 26;
export const TRACE_KIND_OFFLOAD: u32 = 40;
export const TRACE_KIND_UPLOAD_REQUEST: u32 = 41;
export const TRACE_KIND_VMQ: u32 = 10;
export const TRACE_KIND_VMQ_REFUSED: u32 = 11;
export const TRACE_KIND_MIGRATE: u32 = 12;

// Why a frame went no further.
export const DROP_REASON_PATH_LOSS: u32 = 0;
export const DROP_REASON_CORRUPT: u32 = 1;
export const DROP_REASON_NO_BUFFER: u32 = 2;
export const DROP_REASON_FILTERED: u32 = 3;
export const DROP_REASON_PORT_FULL: u32 = 4;
export const DROP_REASON_BAD_CHECKSUM: u32 = 5;
export const DROP_REASON_NO_LISTENER: u32 = 6;
export const DROP_REASON_NO_CABLE: u32 = 7;
export const DROP_REASON_NO_MEMORY: u32 = 8;
export const DROP_REASON_NOT_FOR_US: u32 = 9;
export const DROP_REASON_MALFORMED: u32 = 10;
export const DROP_REASON_TOO_LONG: u32 = 11;
export const DROP_REASON_UNRESOLVED: u32 = 12;
export const DROP_REASON_OTHER_VLAN: u32 = 13;
export const DROP_REASON_UNKNOWN_STATION: u32 = 14;
export const DROP_REASON_QUEUE_PAUSED: u32 = 15;
export const DROP_REASON_CHANNEL_FULL: u32 = 16;
export const DROP_REASON_NOT_CONNECTED: u32 = 17;

// What has become of an echo request.
export const ECHO_STATE_FREE: u32 = 0;
export const ECHO_STATE_WAITING: u32 = 1;
export const ECHO_STATE_REPLIED: u32 = 2;
export const ECHO_STATE_UNREACHABLE: u32 = 3;
export const ECHO_STATE_NEEDS_FRAGMENTATION: u32 = 4;
export const ECHO_STATE_TOO_LONG: u32 = 5;

// State of a channel, after NET_DMA_TRANSFER_STATUS.
export const DMA_STATE_IDLE: u32 = 0;
export const DMA_STATE_ACTIVE: u32 = 1;
export const DMA_STATE_SUSPENDED: u32 = 2;
export const DMA_STATE_HALTED: u32 = 3;
export const DMA_STATE_ARMED: u32 = 4;

// Control flags of a descriptor.
export const DMA_FLAG_STATUS_UPDATE: u32 = 1;
export const DMA_FLAG_SOURCE_PAGE_BREAK: u32 = 2;
export const DMA_FLAG_DESTINATION_PAGE_BREAK: u32 = 4;
export const DMA_FLAG_CONTEXT_CHANGE: u32 = 8;
export const DMA_FLAG_CACHE_ACCESS: u32 = 16;

// Why a processor copied what was received.
export const DMA_DECLINE_NONE: u32 = 0;
export const DMA_DECLINE_OFF: u32 = 1;
export const DMA_DECLINE_OFFLOADED: u32 = 2;
export const DMA_DECLINE_OUT_OF_ORDER: u32 = 3;
export const DMA_DECLINE_NOT_POSTED: u32 = 4;
export const DMA_DECLINE_BELOW_THRESHOLD: u32 = 5;
export const DMA_DECLINE_SMALL_FRAGMENT: u32 = 6;
export const DMA_DECLINE_RING_FULL: u32 = 7;
export const DMA_DECLINE_HALTED: u32 = 8;
export const DMA_DECLINE_ABORTED: u32 = 9;

// Who owns a connection, numbered as TCP_CONNECTION_OFFLOAD_STATE of tcpmib.h.
export const OFFLOAD_STATE_IN_HOST: u32 = 0;
export const OFFLOAD_STATE_OFFLOADING: u32 = 1;
export const OFFLOAD_STATE_OFFLOADED: u32 = 2;
export const OFFLOAD_STATE_UPLOADING: u32 = 3;

// The switch of the operating system.
export const CHIMNEY_MODE_DISABLED: u32 = 0;
export const CHIMNEY_MODE_ENABLED: u32 = 1;
export const CHIMNEY_MODE_AUTOMATIC: u32 = 2;

// What the first entry that fits says in a table of chimney.
export const CHIMNEY_FILTER_NONE: u32 = 0;
export const CHIMNEY_FILTER_ENABLED: u32 = 1;
export const CHIMNEY_FILTER_DISABLED: u32 = 2;

// Why a connection is not offloaded: the gates of ui/effective by their ids, then what only a running emulation knows.
export const CHIMNEY_REASON_NONE: u32 = 0;
export const CHIMNEY_REASON_VERSION: u32 = 1;
export const CHIMNEY_REASON_HYPER_V: u32 = 2;
export const CHIMNEY_REASON_NLB: u32 = 3;
export const CHIMNEY_REASON_NAT: u32 = 4;
export const CHIMNEY_REASON_IPSEC_POLICY: u32 = 5;
export const CHIMNEY_REASON_OTHER_FIREWALL: u32 = 6;
export const CHIMNEY_REASON_OS_SWITCH: u32 = 7;
export const CHIMNEY_REASON_MODE: u32 = 8;
export const CHIMNEY_REASON_CAPABILITY: u32 = 9;
export const CHIMNEY_REASON_DRIVER: u32 = 10;
export const CHIMNEY_REASON_PROPERTY: u32 = 11;
export const CHIMNEY_REASON_TEAM: u32 = 12;
export const CHIMNEY_REASON_AUTOMATIC_LINK: u32 = 13;
export const CHIMNEY_REASON_PATH: u32 = 14;
export const CHIMNEY_REASON_FAMILY_CAPABILITY: u32 = 15;
export const CHIMNEY_REASON_FAMILY_PROPERTY: u32 = 16;
export const CHIMNEY_REASON_OPENED_BEFORE: u32 = 17;
export const CHIMNEY_REASON_STATE: u32 = 18;
export const CHIMNEY_REASON_IPSEC: u32 = 19;
export const CHIMNEY_REASON_FIREWALL_UPLOAD: u32 = 20;
export const CHIMNEY_REASON_PORTS: u32 = 21;
export const CHIMNEY_REASON_APPLICATION: u32 = 22;
export const CHIMNEY_REASON_AUTOMATIC_ROUND_TRIP: u32 = 23;
export const CHIMNEY_REASON_AUTOMATIC_BYTES: u32 = 24;
export const CHIMNEY_REASON_ROOM: u32 = 25;
export const CHIMNEY_REASON_PAUSED: u32 = 32;
export const CHIMNEY_REASON_OTHER_ADAPTER: u32 = 33;
export const CHIMNEY_REASON_UPLOADED: u32 = 34;
export const CHIMNEY_REASON_ECN: u32 = 35;
export const CHIMNEY_REASON_IDEAL: u32 = 36;
export const CHIMNEY_REASON_MIGRATING: u32 = 37;
export const CHIMNEY_REASON_PLATFORM: u32 = 40;
export const CHIMNEY_REASON_EDITION: u32 = 41;
export const CHIMNEY_REASON_BINDING: u32 = 42;
export const CHIMNEY_REASON_NETWORK: u32 = 43;
export const CHIMNEY_REASON_SYNTHETIC: u32 = 44;
export const CHIMNEY_REASON_GUEST: u32 = 45;
export const CHIMNEY_REASON_INTEGRATION_SERVICES: u32 = 46;
export const CHIMNEY_REASON_OPTIMIZATIONS: u32 = 47;
export const CHIMNEY_REASON_GUEST_SWITCH: u32 = 48;
export const CHIMNEY_REASON_GUEST_MODE: u32 = 49;

// Why a connection comes back: TCP_UPLOAD_REASON, the mandatory ones first, then reasons of the host.
export const UPLOAD_REASON_NONE: u32 = 0;
export const UPLOAD_REASON_HARDWARE_FAILURE: u32 = 1;
export const UPLOAD_REASON_INVALID_STATE: u32 = 2;
export const UPLOAD_REASON_RECEIVED_URGENT_DATA: u32 = 3;
export const UPLOAD_REASON_TIMEOUT_EXPIRATION: u32 = 4;
export const UPLOAD_REASON_UPLOAD_REQUESTED: u32 = 5;
export const UPLOAD_REASON_HIGH_DROP_RATE: u32 = 6;
export const UPLOAD_REASON_HIGH_FRAGMENTATION: u32 = 7;
export const UPLOAD_REASON_HIGH_OUT_OF_ORDER_PACKETS: u32 = 8;
export const UPLOAD_REASON_LOW_ACTIVITY: u32 = 9;
export const UPLOAD_REASON_NO_BUFFER_PREPOSTING: u32 = 10;
export const UPLOAD_REASON_SMALL_IO: u32 = 11;
export const UPLOAD_REASON_FINISHED: u32 = 12;
export const UPLOAD_REASON_GATE_CLOSED: u32 = 13;
export const UPLOAD_REASON_PAUSED: u32 = 14;
export const UPLOAD_REASON_OTHER_ADAPTER: u32 = 15;
export const UPLOAD_REASON_FIREWALL: u32 = 16;
export const UPLOAD_REASON_MIGRATION: u32 = 17;

// What is behind a port of a virtual switch.
export const VIRTUAL_PORT_KIND_EXTERNAL: u32 = 0;
export const VIRTUAL_PORT_KIND_MANAGEMENT: u32 = 1;
export const VIRTUAL_PORT_KIND_GUEST: u32 = 2;

// State of a virtual machine queue: windows-driver-docs, Queue states and operations.
export const VMQ_STATE_UNDEFINED: u32 = 0;
export const VMQ_STATE_ALLOCATED: u32 = 1;
export const VMQ_STATE_SET: u32 = 2;
export const VMQ_STATE_RUNNING: u32 = 3;
export const VMQ_STATE_PAUSED: u32 = 4;
export const VMQ_STATE_STOP_DMA: u32 = 5;
export const VMQ_STATE_FREEING: u32 = 6;

// What happens to a virtual machine queue: the rows of the same table.
export const VMQ_EVENT_ALLOCATE_QUEUE: u32 = 0;
export const VMQ_EVENT_QUEUE_PARAMETERS: u32 = 1;
export const VMQ_EVENT_SET_FILTER: u32 = 2;
export const VMQ_EVENT_CLEAR_LAST_FILTER: u32 = 3;
export const VMQ_EVENT_CLEAR_FILTER: u32 = 4;
export const VMQ_EVENT_FILTER_PARAMETERS: u32 = 5;
export const VMQ_EVENT_ALLOCATION_COMPLETE: u32 = 6;
export const VMQ_EVENT_RECEIVE: u32 = 7;
export const VMQ_EVENT_FREE_QUEUE: u32 = 8;
export const VMQ_EVENT_DMA_STOPPED: u32 = 9;
export const VMQ_EVENT_BUFFERS_RETURNED: u32 = 10;

// How an operation on virtual machine queues ended.
export const VMQ_STATUS_SUCCESS: u32 = 0;
export const VMQ_STATUS_INVALID_STATE: u32 = 1;
export const VMQ_STATUS_INVALID_PARAMETER: u32 = 2;
export const VMQ_STATUS_NO_QUEUE: u32 = 3;
export const VMQ_STATUS_NO_FILTER: u32 = 4;
export const VMQ_STATUS_NOT_SUPPORTED: u32 = 5;

// What a receive filter tests beside the destination MAC address.
export const VMQ_FILTER_FLAG_VLAN: u32 = 1;
export const VMQ_FILTER_FLAG_UNTAGGED_OR_ZERO: u32 = 2;

// What a request to follow a frame has come to.
export const FOLLOW_STATE_OFF: u32 = 0;
export const FOLLOW_STATE_ENDED: u32 = 1;
export const FOLLOW_STATE_WAITING: u32 = 2;
export const FOLLOW_STATE_UNDER_WAY: u32 = 3;

// Where what is followed is, between two steps.
export const FOLLOW_STAGE_PACKET: u32 = 0;
export const FOLLOW_STAGE_RING: u32 = 1;
export const FOLLOW_STAGE_STREAM: u32 = 2;
export const FOLLOW_STAGE_DATAGRAM: u32 = 3;

// A step of a followed frame, or a cost that was charged with the step before it.
export const FOLLOW_STEP_COST: u32 = 1;
export const FOLLOW_STEP_ARRIVED: u32 = 2;
export const FOLLOW_STEP_FILTERED: u32 = 3;
export const FOLLOW_STEP_CHIMNEY_KEPT: u32 = 4;
export const FOLLOW_STEP_CHIMNEY_TOOK: u32 = 5;
export const FOLLOW_STEP_VMQ_CHOSEN: u32 = 6;
export const FOLLOW_STEP_RSS_CHOSEN: u32 = 7;
export const FOLLOW_STEP_ONE_QUEUE: u32 = 8;
export const FOLLOW_STEP_RING: u32 = 9;
export const FOLLOW_STEP_INTERRUPT: u32 = 10;
export const FOLLOW_STEP_RAISED: u32 = 11;
export const FOLLOW_STEP_ISR: u32 = 12;
export const FOLLOW_STEP_DPC_QUEUED: u32 = 13;
export const FOLLOW_STEP_DPC: u32 = 14;
export const FOLLOW_STEP_SORTED: u32 = 15;
export const FOLLOW_STEP_INDICATED: u32 = 16;
export const FOLLOW_STEP_ROUTED: u32 = 17;
export const FOLLOW_STEP_QUEUE_ROUTED: u32 = 18;
export const FOLLOW_STEP_GUEST_COPIED: u32 = 19;
export const FOLLOW_STEP_CHANNEL: u32 = 20;
export const FOLLOW_STEP_GUEST_TAKEN: u32 = 21;
export const FOLLOW_STEP_TO_HOST: u32 = 22;
export const FOLLOW_STEP_IP: u32 = 23;
export const FOLLOW_STEP_TCP: u32 = 24;
export const FOLLOW_STEP_TCP_TAKEN: u32 = 25;
export const FOLLOW_STEP_COPIED: u32 = 26;
export const FOLLOW_STEP_ANSWERED: u32 = 27;
export const FOLLOW_STEP_NO_SOCKET: u32 = 28;
export const FOLLOW_STEP_ACCEPTED: u32 = 29;
export const FOLLOW_STEP_HANDED: u32 = 30;
export const FOLLOW_STEP_ENGINE_SERVED: u32 = 31;
export const FOLLOW_STEP_PLACED: u32 = 32;
export const FOLLOW_STEP_COMPLETION: u32 = 33;
export const FOLLOW_STEP_DATAGRAM: u32 = 34;
export const FOLLOW_STEP_WOKEN: u32 = 35;
export const FOLLOW_STEP_READ: u32 = 36;
export const FOLLOW_STEP_DROPPED: u32 = 37;
export const FOLLOW_STEP_REQUEST: u32 = 38;
export const FOLLOW_STEP_SEGMENT: u32 = 39;
export const FOLLOW_STEP_WINDOW: u32 = 40;
export const FOLLOW_STEP_NEIGHBOR: u32 = 41;
export const FOLLOW_STEP_POSTED: u32 = 42;
export const FOLLOW_STEP_CUT: u32 = 43;
export const FOLLOW_STEP_WIRE: u32 = 44;
export const FOLLOW_STEP_CABLE: u32 = 45;
export const FOLLOW_STEP_SWITCH_PORT: u32 = 46;
export const FOLLOW_STEP_FLOODED: u32 = 47;
export const FOLLOW_STEP_HOST_ASKED: u32 = 48;
export const FOLLOW_STEP_SWITCH_TAKEN: u32 = 49;
export const FOLLOW_STEP_WAITS: u32 = 50;

// Why an adapter took a frame.
export const FOLLOW_FILTER_OWN: u32 = 0;
export const FOLLOW_FILTER_GROUP: u32 = 1;
export const FOLLOW_FILTER_SWITCH: u32 = 2;
export const FOLLOW_FILTER_REPLAYED: u32 = 3;

// What an adapter does about an interrupt for a frame.
export const FOLLOW_INTERRUPT_AT_ONCE: u32 = 0;
export const FOLLOW_INTERRUPT_MODERATED: u32 = 1;
export const FOLLOW_INTERRUPT_ARMED: u32 = 2;
export const FOLLOW_INTERRUPT_MASKED: u32 = 3;

// How a virtual switch found the port.
export const FOLLOW_ROUTE_TABLE: u32 = 0;
export const FOLLOW_ROUTE_UNKNOWN: u32 = 1;
export const FOLLOW_ROUTE_GROUP: u32 = 2;

// Kind of place that a frame was dropped at.
export const FOLLOW_PLACE_NIC: u32 = 0;
export const FOLLOW_PLACE_PATH: u32 = 1;
export const FOLLOW_PLACE_PORT: u32 = 2;
export const FOLLOW_PLACE_HOST: u32 = 3;

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
export const TCP_STACK_SEGMENTS_IN6: u32 = 272; // the same over IPv6 alone, here and below
export const TCP_STACK_SEGMENTS_OUT6: u32 = 280; // 
export const TCP_STACK_SEGMENTS_RETRANSMITTED6: u32 = 288; // 
export const TCP_STACK_ACTIVE_OPENS6: u32 = 296; // 
export const TCP_STACK_PASSIVE_OPENS6: u32 = 304; // 
export const TCP_STACK_ATTEMPT_FAILS6: u32 = 312; // 
export const TCP_STACK_ESTABLISHED_RESETS6: u32 = 320; // 

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
export const TCP_CONNECTION_LARGE_SEND: u32 = 208; // bytes of payload in one descriptor; 0: one segment each
export const TCP_CONNECTION_HOST_FLAGS: u32 = 212; // TcpHost bits
export const TCP_CONNECTION_EVENTS: u32 = 214; // TcpEvent bits
export const TCP_CONNECTION_TIMER: u32 = 215; // TcpTimer; what retransmitAt stands for
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
export const WORK_GUEST: u32 = 15; // 1: of a virtual machine, once it has started

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
export const PROCESSOR_GUEST: u32 = 408; // ps in threads of virtual machines, part of `thread`

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

// World: One world: how much of everything, and the state of its run.
export const WORLD_SIZE: u32 = 256;
export const WORLD_FINGERPRINT: u32 = 0; // hash over everything traced so far
export const WORLD_EVENTS: u32 = 8; // events handled
export const WORLD_SEED: u32 = 16; // seed of all random streams
export const WORLD_NEIGHBOR_REACHABLE: u32 = 24; // ps for which a neighbour counts as reachable
export const WORLD_NEIGHBOR_RETRY: u32 = 32; // ps between solicitations
export const WORLD_HOSTS: u32 = 40; // 
export const WORLD_NICS: u32 = 44; // 
export const WORLD_PATHS: u32 = 48; // directions of cables
export const WORLD_SWITCHES: u32 = 52; // 
export const WORLD_PORTS: u32 = 56; // switch ports
export const WORLD_MACS: u32 = 60; // entries of a switch’s address table
export const WORLD_ADDRESSES: u32 = 64; // addresses of adapters
export const WORLD_APPS: u32 = 68; // 
export const WORLD_SOCKETS: u32 = 72; // 
export const WORLD_STORES: u32 = 76; // byte stores of sockets with a peer outside
export const WORLD_PACKETS: u32 = 80; // packet records
export const WORLD_BUFFERS: u32 = 84; // buffers for frames that are bytes
export const WORLD_BUFFER_BYTES: u32 = 88; // bytes of each
export const WORLD_NEIGHBORS: u32 = 92; // neighbour records, all adapters
export const WORLD_TRACE_SLOTS: u32 = 96; // trace records kept, a power of two
export const WORLD_TAP_SLOTS: u32 = 100; // tapped frames kept until they are taken
export const WORLD_PROCESSORS: u32 = 104; // logical processors of all modelled hosts
export const WORLD_PACKETS_USED: u32 = 108; // packet records in use
export const WORLD_PACKETS_PEAK: u32 = 112; // most ever in use
export const WORLD_PACKETS_MISSED: u32 = 116; // frames that found no record: a fault of the run
export const WORLD_BUFFERS_USED: u32 = 120; // buffers in use
export const WORLD_BUFFERS_MISSED: u32 = 124; // frames that found no buffer
export const WORLD_SOCKETS_USED: u32 = 128; // sockets in use
export const WORLD_SOCKETS_MISSED: u32 = 132; // connections that found no socket
export const WORLD_TRACED: u32 = 136; // trace records ever written, modulo 2^32
export const WORLD_TAPPED: u32 = 140; // frames ever tapped, modulo 2^32
export const WORLD_TAP_TAKEN: u32 = 144; // of them taken by the reader
export const WORLD_SIBLING_PERMILLE: u32 = 148; // 
export const WORLD_REMOTE_PERMILLE: u32 = 152; // 
export const WORLD_OFFLOADS: u32 = 156; // records of connections that may be offloaded: as many as sockets, or 0
export const WORLD_VIRTUAL_SWITCHES: u32 = 160; // 
export const WORLD_VIRTUAL_PORTS: u32 = 164; // ports of all of them
export const WORLD_TICKETS: u32 = 168; // requests for virtual machine queues ever made

// HostRecord: A host.
export const HOST_RECORD_SIZE: u32 = 192;
export const HOST_RECORD_STACK: u32 = 0; // address of its TcpStack
export const HOST_RECORD_IDEAL: u32 = 4; // 1: no processors, nothing costs
export const HOST_RECORD_AUTO_TUNING: u32 = 5; // 1: receive buffers may grow
export const HOST_RECORD_KEEP_ALIVE: u32 = 6; // 1: on for new connections
export const HOST_RECORD_FIRST_NIC: u32 = 8; // 
export const HOST_RECORD_NICS: u32 = 12; // 
export const HOST_RECORD_FIRST_PROCESSOR: u32 = 16; // index within the world
export const HOST_RECORD_PROCESSORS: u32 = 20; // 
export const HOST_RECORD_NEXT_PORT: u32 = 24; // ephemeral ports ever given
export const HOST_RECORD_REBALANCE_THRESHOLD: u32 = 28; // thousandths by which the busiest queue may exceed the mean before an entry moves
export const HOST_RECORD_INDICATION: u32 = 32; // frames that a miniport indicates at a time
export const HOST_RECORD_DPC_BUDGET: u32 = 36; // frames that a DPC takes before it queues itself again
export const HOST_RECORD_REBALANCE_INTERVAL: u32 = 40; // ps between looks at the load of a table
export const HOST_RECORD_IP_RECEIVED: u32 = 48; // IP packets
export const HOST_RECORD_IP_DELIVERED: u32 = 56; // IP packets given to a transport
export const HOST_RECORD_IP_HEADER_ERRORS: u32 = 64; // 
export const HOST_RECORD_IP_ADDRESS_ERRORS: u32 = 72; // destination is none of this host’s
export const HOST_RECORD_IP_DISCARDS: u32 = 80; // 
export const HOST_RECORD_CHECKSUM_ERRORS: u32 = 88; // TCP, UDP and ICMP
export const HOST_RECORD_UDP_IN: u32 = 96; // datagrams delivered
export const HOST_RECORD_UDP_OUT: u32 = 104; // datagrams sent
export const HOST_RECORD_UDP_NO_PORTS: u32 = 112; // datagrams for ports that nobody listens on
export const HOST_RECORD_UDP_DISCARDS: u32 = 120; // datagrams for a socket whose buffer was full
export const HOST_RECORD_ICMP_IN: u32 = 128; // messages
export const HOST_RECORD_ICMP_OUT: u32 = 136; // messages
export const HOST_RECORD_ENGINE: u32 = 144; // address of its DmaEngine, or 0
export const HOST_RECORD_COUNTERS: u32 = 148; // address of its FamilyCounters: IPv4, then IPv6
export const HOST_RECORD_ACTIVITY: u32 = 152; // address that the ActivityRecord of processor 0 of the world would have, of work for no adapter
export const HOST_RECORD_ECHOES: u32 = 156; // address of its limits.Echoes EchoRecords
export const HOST_RECORD_GUEST: u32 = 160; // port of the virtual machine that it is, plus 1; 0: none
export const HOST_RECORD_PAUSED: u32 = 164; // 1: a virtual machine that is paused
export const HOST_RECORD_VIRTUAL_PROCESSORS: u32 = 165; // u16 processor of each virtual processor, within the world
export const HOST_RECORD_NEXT_VIRTUAL_PROCESSORS: u32 = 173; // those after the migration under way
export const HOST_RECORD_VIRTUAL_COUNT: u32 = 184; // virtual processors

// NicRecord: A network adapter. Receive queues and vectors: QueueRecord.
export const NIC_RECORD_SIZE: u32 = 512;
export const NIC_RECORD_MAC: u32 = 0; // first byte lowest
export const NIC_RECORD_PS_PER_BYTE: u32 = 8; // ps of a byte on the wire, times 2^10
export const NIC_RECORD_DMA_DELAY: u32 = 16; // ps
export const NIC_RECORD_LOWEST_RATE: u32 = 24; // ps between interrupts of a vector, adaptive: at the lowest rate
export const NIC_RECORD_HIGHEST_RATE: u32 = 32; // ps between interrupts of a vector, fixed; adaptive: at the highest rate
export const NIC_RECORD_HOST: u32 = 40; // 
export const NIC_RECORD_PATH: u32 = 44; // index of the direction that leaves here; all ones without a cable
export const NIC_RECORD_MTU: u32 = 48; // bytes of an IP packet
export const NIC_RECORD_HARDWARE_QUEUES: u32 = 52; // receive queues of the hardware
export const NIC_RECORD_QUEUES: u32 = 56; // queues in use: RSS processors, or 1
export const NIC_RECORD_FIRST_QUEUE: u32 = 60; // index of its first QueueRecord
export const NIC_RECORD_RECEIVE_DESCRIPTORS: u32 = 64; // of each hardware queue
export const NIC_RECORD_TRANSMIT_DESCRIPTORS: u32 = 68; // of each transmit queue
export const NIC_RECORD_INTERRUPT_PROCESSOR: u32 = 72; // processor of a shared interrupt, within the world
export const NIC_RECORD_LSO_BYTES4: u32 = 76; // most payload of a large send over IPv4; 0: none
export const NIC_RECORD_LSO_BYTES6: u32 = 80; // over IPv6
export const NIC_RECORD_FIRST_ADDRESS: u32 = 84; // index of its first AddressRecord
export const NIC_RECORD_ADDRESSES: u32 = 88; // 
export const NIC_RECORD_RSS_TABLES: u32 = 92; // address of its hash tables
export const NIC_RECORD_TABLE_MASK: u32 = 96; // entries of the indirection table less 1
export const NIC_RECORD_DEFAULT_QUEUE: u32 = 100; // queue of frames without a hash
export const NIC_RECORD_OWNER: u32 = 104; // of the ledger
export const NIC_RECORD_NEIGHBORS: u32 = 108; // first neighbour plus 1
export const NIC_RECORD_INTERRUPT_MODE: u32 = 112; // InterruptMode
export const NIC_RECORD_MODERATION: u32 = 113; // Moderation
export const NIC_RECORD_CHECKSUM_OFFLOAD: u32 = 114; // 1: the adapter checks and computes checksums
export const NIC_RECORD_RSS: u32 = 115; // 1: RSS is in effect
export const NIC_RECORD_REBALANCING: u32 = 116; // 1: the stack moves entries of the table
export const NIC_RECORD_OUTSIDE: u32 = 117; // 1: its cable leads out of the emulation: what it sends is tapped and goes nowhere else
export const NIC_RECORD_TAPPED: u32 = 118; // 1: what it sends and receives is tapped; 2: what passes NDIS, as a network monitor of the host sees it
export const NIC_RECORD_SENDING: u32 = 119; // 1 while a frame leaves
export const NIC_RECORD_NEXT_TRANSMIT: u32 = 120; // transmit queue whose turn it is
export const NIC_RECORD_SEGMENT_INDEX: u32 = 124; // next segment of the large send under way
export const NIC_RECORD_PENDING_DPCS: u32 = 128; // DPCs that have not ended
export const NIC_RECORD_CURRENT: u32 = 132; // address of the packet that leaves
export const NIC_RECORD_SENT_FRAMES: u32 = 136; // 
export const NIC_RECORD_SENT_BYTES: u32 = 144; // bytes of frames with check sequence
export const NIC_RECORD_SENT_LARGE: u32 = 152; // large sends cut
export const NIC_RECORD_ARRIVED: u32 = 160; // frames whose last bit came in
export const NIC_RECORD_ARRIVED_BYTES: u32 = 168; // bytes of them with check sequence
export const NIC_RECORD_CRC_ERRORS: u32 = 176; // frames dropped: check sequence wrong
export const NIC_RECORD_FILTERED: u32 = 184; // frames dropped: other destination
export const NIC_RECORD_NO_BUFFER: u32 = 192; // frames dropped: receive ring full
export const NIC_RECORD_TOO_LONG: u32 = 200; // frames dropped: longer than the MTU allows
export const NIC_RECORD_RECEIVED: u32 = 208; // frames put into a receive ring
export const NIC_RECORD_RECEIVED_BYTES: u32 = 216; // bytes of them with check sequence
export const NIC_RECORD_INDICATED: u32 = 224; // frames handed to NDIS
export const NIC_RECORD_INTERRUPTS: u32 = 232; // 
export const NIC_RECORD_TABLE_CHANGES: u32 = 240; // RSS indirection table change calls
export const NIC_RECORD_NO_CABLE: u32 = 248; // frames sent without a cable
export const NIC_RECORD_NO_MEMORY: u32 = 256; // frames dropped because a pool of the emulator was full
export const NIC_RECORD_TRANSMIT_READY: u32 = 264; // a bit for each transmit queue that has something to send
export const NIC_RECORD_TRANSMIT_WAITING: u32 = 272; // packets in its transmit queues
export const NIC_RECORD_LARGEST_BACKLOG: u32 = 276; // most ever
export const NIC_RECORD_NET_DMA: u32 = 280; // 1: NetDMA is in force for what it receives
export const NIC_RECORD_COUNTERS: u32 = 284; // address of its NicCounters
export const NIC_RECORD_OFFLOADED: u32 = 288; // connections that it holds, or that are on their way
export const NIC_RECORD_OFFLOAD_WAITING: u32 = 292; // frames of its own that wait for the cable
export const NIC_RECORD_CHIMNEY: u32 = 296; // 1: it can take TCP connections; OffloadTarget
export const NIC_RECORD_VIRTUAL_PORT: u32 = 300; // port of a virtual switch that its stack sends through, plus 1; 0: none
export const NIC_RECORD_EXTERNAL_PORT: u32 = 304; // port of the virtual switch that it is bound to, plus 1; 0: none
export const NIC_RECORD_VMQ: u32 = 308; // address of its VmqAdapter; 0: none
export const NIC_RECORD_IS_VIRTUAL: u32 = 312; // 1: of a virtual machine, or of the host on a virtual network; its queue 0 is the channel

// QueueRecord: A receive queue with its interrupt vector, and the transmit queue beside it.
export const QUEUE_RECORD_SIZE: u32 = 192;
export const QUEUE_RECORD_LAST_INTERRUPT: u32 = 0; // ps
export const QUEUE_RECORD_INTERVAL: u32 = 8; // ps between interrupts that moderation asks for now
export const QUEUE_RECORD_FRAMES: u32 = 16; // frames taken
export const QUEUE_RECORD_BYTES: u32 = 24; // bytes of them with check sequence
export const QUEUE_RECORD_DROPS: u32 = 32; // frames that found the ring full
export const QUEUE_RECORD_INTERRUPTS: u32 = 40; // 
export const QUEUE_RECORD_DPCS: u32 = 48; // 
export const QUEUE_RECORD_WAIT_SUM: u32 = 56; // ps that frames waited in the ring, summed
export const QUEUE_RECORD_FIRST: u32 = 64; // address of the oldest packet in the ring
export const QUEUE_RECORD_NEWEST: u32 = 68; // address of the newest
export const QUEUE_RECORD_DEPTH: u32 = 72; // packets in the ring
export const QUEUE_RECORD_PEAK: u32 = 76; // most ever
export const QUEUE_RECORD_HELD: u32 = 80; // descriptors of a shared hardware ring in use (queue 0)
export const QUEUE_RECORD_PROCESSOR: u32 = 84; // processor, within the world; limits.NoProcessor: ideal host
export const QUEUE_RECORD_SINCE_INTERRUPT: u32 = 88; // frames since the last interrupt
export const QUEUE_RECORD_TX_FIRST: u32 = 92; // address of the packet to send next
export const QUEUE_RECORD_TX_NEWEST: u32 = 96; // address of the newest
export const QUEUE_RECORD_TX_POSTED: u32 = 100; // packets ever posted, modulo 2^32
export const QUEUE_RECORD_TX_DONE: u32 = 104; // packets ever sent
export const QUEUE_RECORD_TX_RECLAIMED: u32 = 108; // packets whose descriptors are free again
export const QUEUE_RECORD_MASKED: u32 = 112; // 1 from the interrupt to the end of its service routine, 2 to the end of its DPCs
export const QUEUE_RECORD_CAUSE: u32 = 113; // 1: something came while masked or waiting
export const QUEUE_RECORD_ARMED: u32 = 114; // 1: an event for the end of the wait is pending
export const QUEUE_RECORD_DPC_QUEUED: u32 = 115; // 1: a DPC is queued or running
export const QUEUE_RECORD_REMOTE_DPC: u32 = 116; // 1: that DPC was queued from another processor
export const QUEUE_RECORD_DPC_TAKEN: u32 = 120; // frames that the DPC under way has taken
export const QUEUE_RECORD_DISCARDS: u32 = 128; // frames of a virtual machine queue that were discarded when it paused
export const QUEUE_RECORD_VMQ_PORT: u32 = 136; // virtual port that has this queue, plus 1; 0: none
export const QUEUE_RECORD_VMQ_FILTERS: u32 = 140; // receive filters that lead here
export const QUEUE_RECORD_VMQ_HELD: u32 = 144; // receive buffers that the virtual machine holds
export const QUEUE_RECORD_VMQ_NIC: u32 = 148; // adapter
export const QUEUE_RECORD_VMQ_STATE: u32 = 152; // VmqState

// PathRecord: One direction of a cable.
export const PATH_RECORD_SIZE: u32 = 128;
export const PATH_RECORD_DELAY: u32 = 0; // ps of propagation
export const PATH_RECORD_REORDERING_DELAY: u32 = 8; // ps that a reordered frame is held back
export const PATH_RECORD_LOSS: u32 = 16; // chance of 2^64
export const PATH_RECORD_DUPLICATION: u32 = 24; // chance of 2^64
export const PATH_RECORD_REORDERING: u32 = 32; // chance of 2^64
export const PATH_RECORD_BIT_ERROR_MEAN: u32 = 40; // bits between two bit errors, on average; 0: none
export const PATH_RECORD_BITS_TO_ERROR: u32 = 48; // bits up to the next one; 0: not drawn
export const PATH_RECORD_TO: u32 = 56; // place at the far end: End << 24 | index
export const PATH_RECORD_STREAM: u32 = 60; // its random stream
export const PATH_RECORD_FRAMES_IN: u32 = 64; // frames put on it
export const PATH_RECORD_BYTES_IN: u32 = 72; // their bytes, with preamble, check sequence and gap
export const PATH_RECORD_LOST: u32 = 80; // frames
export const PATH_RECORD_DUPLICATED: u32 = 88; // frames that arrive twice
export const PATH_RECORD_REORDERED: u32 = 96; // frames held back
export const PATH_RECORD_CORRUPTED: u32 = 104; // frames with bit errors
export const PATH_RECORD_FRAMES_OUT: u32 = 112; // frames that have arrived

// SwitchRecord: A switch.
export const SWITCH_RECORD_SIZE: u32 = 64;
export const SWITCH_RECORD_LATENCY: u32 = 0; // ps
export const SWITCH_RECORD_FIRST_PORT: u32 = 8; // 
export const SWITCH_RECORD_PORTS: u32 = 12; // 
export const SWITCH_RECORD_QUEUE_BYTES: u32 = 16; // of each output port
export const SWITCH_RECORD_LEARNED: u32 = 20; // addresses in its table
export const SWITCH_RECORD_TABLE: u32 = 24; // address of its table: u64 MAC, port in the high 16 bits
export const SWITCH_RECORD_FRAMES_IN: u32 = 32; // 
export const SWITCH_RECORD_FLOODED: u32 = 40; // frames sent to all other ports

// PortRecord: A port of a switch, and its output queue.
export const PORT_RECORD_SIZE: u32 = 96;
export const PORT_RECORD_PS_PER_BYTE: u32 = 0; // ps of a byte on the wire, times 2^10
export const PORT_RECORD_SENT_FRAMES: u32 = 8; // 
export const PORT_RECORD_DROPS: u32 = 16; // frames that found the queue full
export const PORT_RECORD_PATH: u32 = 24; // direction that leaves here; all ones without a cable
export const PORT_RECORD_DEVICE: u32 = 28; // switch that it belongs to
export const PORT_RECORD_FIRST: u32 = 32; // address of the oldest packet
export const PORT_RECORD_NEWEST: u32 = 36; // address of the newest
export const PORT_RECORD_BYTES: u32 = 40; // bytes that wait
export const PORT_RECORD_PEAK_BYTES: u32 = 44; // most ever
export const PORT_RECORD_FRAMES: u32 = 48; // frames that wait
export const PORT_RECORD_SENDING: u32 = 52; // 1 while a frame leaves

// AddressRecord: An IP address of an adapter.
export const ADDRESS_RECORD_SIZE: u32 = 24;
export const ADDRESS_RECORD_ADDRESS: u32 = 0; // IPv4 in the first 4 bytes
export const ADDRESS_RECORD_FAMILY: u32 = 16; // 4 or 6
export const ADDRESS_RECORD_PREFIX: u32 = 17; // bits

// AppRecord: An application, or a server that waits for the outside.
export const APP_RECORD_SIZE: u32 = 512;
export const APP_RECORD_START: u32 = 0; // ps
export const APP_RECORD_INTERVAL: u32 = 8; // ps between connections
export const APP_RECORD_DURATION: u32 = 16; // ps; all ones: no limit
export const APP_RECORD_PAUSE: u32 = 24; // ps between an answer and the next request
export const APP_RECORD_BYTES: u32 = 32; // of each connection; all ones: no limit
export const APP_RECORD_COUNT: u32 = 40; // exchanges of each connection; all ones: no limit
export const APP_RECORD_REQUEST: u32 = 48; // bytes
export const APP_RECORD_RESPONSE: u32 = 56; // bytes
export const APP_RECORD_FROM_ADDRESS: u32 = 64; // 
export const APP_RECORD_TO_ADDRESS: u32 = 80; // all zeros: any of the host’s
export const APP_RECORD_KIND: u32 = 96; // AppKind
export const APP_RECORD_FAMILY: u32 = 97; // 4 or 6
export const APP_RECORD_UDP: u32 = 98; // 1: over UDP
export const APP_RECORD_OUTSIDE: u32 = 99; // 1: clients are outside
export const APP_RECORD_POSTED: u32 = 100; // receive requests kept posted
export const APP_RECORD_STOPPED: u32 = 101; // 1: its duration is over
export const APP_RECORD_PORT: u32 = 102; // of the server
export const APP_RECORD_CONNECTIONS: u32 = 104; // 
export const APP_RECORD_OPENED: u32 = 108; // connections opened so far
export const APP_RECORD_CLIENT: u32 = 112; // host; all ones: outside
export const APP_RECORD_CLIENT_NIC: u32 = 116; // 
export const APP_RECORD_SERVER: u32 = 120; // host
export const APP_RECORD_SERVER_NIC: u32 = 124; // all ones: any
export const APP_RECORD_BUFFER_SIZE: u32 = 128; // bytes of one send or receive request
export const APP_RECORD_CLIENT_PROCESSORS: u32 = 132; // number of them; 0: any
export const APP_RECORD_SERVER_PROCESSORS: u32 = 136; // number of them; 0: any
export const APP_RECORD_CLIENT_TURN: u32 = 140; // next of the client’s processors
export const APP_RECORD_SERVER_TURN: u32 = 144; // next of the server’s processors
export const APP_RECORD_FIRST_TEXT: u32 = 148; // address of two texts of at most 256 bytes: an HTTP request and the header of its response; for clients outside the header of a response up to its length, and the answer to what is not served
export const APP_RECORD_REQUEST_TEXT: u32 = 152; // bytes of the first
export const APP_RECORD_RESPONSE_TEXT: u32 = 156; // bytes of the second
export const APP_RECORD_ESTABLISHED: u32 = 160; // connections that were
export const APP_RECORD_FAILED: u32 = 168; // connections that failed
export const APP_RECORD_FINISHED: u32 = 176; // connections closed in order
export const APP_RECORD_SENT: u32 = 184; // payload bytes given to the transport, both sides
export const APP_RECORD_RECEIVED: u32 = 192; // payload bytes read, both sides
export const APP_RECORD_SERVER_RECEIVED: u32 = 200; // payload bytes read by the server
export const APP_RECORD_EXCHANGES: u32 = 208; // answers received
export const APP_RECORD_LATENCY_SUM: u32 = 216; // ps from request to answer, summed
export const APP_RECORD_LATENCY_MIN: u32 = 224; // ps; all ones before the first
export const APP_RECORD_LATENCY_MAX: u32 = 232; // ps
export const APP_RECORD_CLIENT_LIST: u32 = 240; // processors of the host that its threads are bound to
export const APP_RECORD_SERVER_LIST: u32 = 304; // 
export const APP_RECORD_LATENCIES: u32 = 368; // address of its histogram: limits.LatencyBuckets u32
export const APP_RECORD_CLIENT_FILTER: u32 = 372; // ChimneyFilter of the client’s program
export const APP_RECORD_SERVER_FILTER: u32 = 373; // ChimneyFilter of the server’s program

// Socket: A connection’s use: who it belongs to and what the application has still to do. Its TcpConnection has the same index.
export const SOCKET_SIZE: u32 = 224;
export const SOCKET_TIMER_AT: u32 = 0; // ps; when the pending Timer event is due; all ones: none
export const SOCKET_TO_SEND: u32 = 8; // bytes that the application wants sent in all; all ones: no limit
export const SOCKET_HANDED: u32 = 16; // bytes given to the transport
export const SOCKET_READ: u32 = 24; // bytes read by the application
export const SOCKET_WANTED: u32 = 32; // client: `read` at which the answer is complete; Content.HttpOutside: bytes of requests parsed
export const SOCKET_ASKED_AT: u32 = 40; // ps; when the last request was handed over
export const SOCKET_DONE: u32 = 48; // exchanges done
export const SOCKET_OPENED_AT: u32 = 56; // ps
export const SOCKET_LATENCY_SUM: u32 = 64; // ps
export const SOCKET_RESPONSE_START: u32 = 72; // stream offset of the response under way, Content.HttpOutside
export const SOCKET_RETRANSMITTED: u32 = 80; // segments
export const SOCKET_HOST: u32 = 84; // 
export const SOCKET_NIC: u32 = 86; // index within the world
export const SOCKET_APP: u32 = 88; // application; all ones: none
export const SOCKET_PROCESSOR: u32 = 90; // of its thread, within the world; limits.NoProcessor: ideal host
export const SOCKET_DPC: u32 = 92; // processor that handled it last; limits.NoProcessor: none yet
export const SOCKET_FLAGS: u32 = 94; // SocketFlag
export const SOCKET_STATE: u32 = 96; // SocketState
export const SOCKET_CONTENT: u32 = 97; // Content
export const SOCKET_THREAD_BOUND: u32 = 98; // 1: bound to its processor
export const SOCKET_LAST_STATE: u32 = 99; // TcpState traced last
export const SOCKET_NEXT: u32 = 100; // next socket of the same hash, or free, plus 1
export const SOCKET_HASH: u32 = 104; // of addresses and ports
export const SOCKET_ROOM: u32 = 108; // bytes left in posted receive buffers
export const SOCKET_FILLED: u32 = 112; // bytes in posted receive buffers that the application has not seen
export const SOCKET_TAKEN: u32 = 116; // packets handed over to the thread since it ran
export const SOCKET_STORE: u32 = 120; // address of its byte store, or 0
export const SOCKET_NEIGHBOR: u32 = 124; // neighbour record plus 1; 0: not looked up
export const SOCKET_QUEUE: u32 = 128; // transmit queue
export const SOCKET_FLOW: u32 = 132; // flow number of the payload
export const SOCKET_HEADER_BYTES: u32 = 136; // bytes of the response’s header, Content.HttpOutside
export const SOCKET_REQUESTS: u32 = 144; // server: requests answered
export const SOCKET_FIRST: u32 = 152; // UDP server: address of the oldest datagram that waits for the thread
export const SOCKET_NEWEST: u32 = 156; // address of the newest
export const SOCKET_WAITING: u32 = 160; // datagrams that wait
export const SOCKET_LIFE: u32 = 164; // grows with every use of the record, so that events of an earlier one are known
export const SOCKET_OFFLOAD: u32 = 168; // OffloadState

// Packet: A packet on its way: a TcpSegment or UDP datagram by description, or a frame by its bytes.
export const PACKET_SIZE: u32 = 256;
export const PACKET_SEGMENT: u32 = 0; // TcpSegment; of a datagram addresses, ports, length, flow, offset and IP fields
export const PACKET_DESTINATION_MAC: u32 = 160; // first byte lowest
export const PACKET_SOURCE_MAC: u32 = 168; // 
export const PACKET_AT: u32 = 176; // ps; when it was put where it is
export const PACKET_NEXT: u32 = 184; // address of the next packet of its list
export const PACKET_BYTES: u32 = 188; // bytes of the frame without check sequence; of a large send, of all payload and one header
export const PACKET_FRAME: u32 = 192; // address of the frame’s bytes, PacketKind.Bytes
export const PACKET_CAPTURED: u32 = 196; // bytes that lie there
export const PACKET_HASH: u32 = 200; // RSS hash; 0 without
export const PACKET_NIC: u32 = 204; // adapter that sends or received it
export const PACKET_SOCKET: u32 = 208; // socket that sent it plus 1
export const PACKET_KIND: u32 = 212; // PacketKind
export const PACKET_FLAGS: u32 = 213; // PacketFlag
export const PACKET_QUEUE: u32 = 214; // queue
export const PACKET_HASH_TYPE: u32 = 215; // HashType
export const PACKET_SLICES: u32 = 216; // wire frames it becomes
export const PACKET_VLAN: u32 = 218; // of its 802.1Q tag, or of the port that it came from; 0: none
export const PACKET_PORT: u32 = 220; // virtual port that it is on the way to, plus 1; 0: none
export const PACKET_VSWITCH: u32 = 222; // virtual switch that it is in, while it is on the way to a port
export const PACKET_LEASE: u32 = 224; // QueueRecord that its buffer belongs to, plus 1; 0: none; all ones: of an adapter that a migration left behind

// Neighbor: A neighbour of an adapter.
export const NEIGHBOR_SIZE: u32 = 64;
export const NEIGHBOR_ADDRESS: u32 = 0; // IPv4 in the first 4 bytes
export const NEIGHBOR_MAC: u32 = 16; // 
export const NEIGHBOR_CONFIRMED: u32 = 24; // ps; when it was heard last
export const NEIGHBOR_NIC: u32 = 32; // 
export const NEIGHBOR_FIRST: u32 = 36; // address of the oldest packet that waits for the answer
export const NEIGHBOR_WAITING: u32 = 40; // packets that wait
export const NEIGHBOR_FAMILY: u32 = 41; // 4 or 6
export const NEIGHBOR_STATE: u32 = 42; // NeighborState
export const NEIGHBOR_TRIES: u32 = 43; // solicitations sent
export const NEIGHBOR_NEXT: u32 = 44; // next neighbour of the adapter plus 1

// TraceRecord: Something that happened.
export const TRACE_RECORD_SIZE: u32 = 32;
export const TRACE_RECORD_TIME: u32 = 0; // ps
export const TRACE_RECORD_KIND: u32 = 8; // TraceKind
export const TRACE_RECORD_A: u32 = 12; // 
export const TRACE_RECORD_B: u32 = 16; // 
export const TRACE_RECORD_C: u32 = 20; // 
export const TRACE_RECORD_NUMBER: u32 = 24; // of the event that it happened in, modulo 2^32

// TapRecord: A frame that crossed a tapped adapter; the Packet follows.
export const TAP_RECORD_SIZE: u32 = 288;
export const TAP_RECORD_TIME: u32 = 0; // ps; of the last bit
export const TAP_RECORD_NIC: u32 = 8; // 
export const TAP_RECORD_OUTBOUND: u32 = 12; // 1: sent
export const TAP_RECORD_QUEUE: u32 = 16; // receive queue, or limits.NotRecorded
export const TAP_RECORD_HASH: u32 = 20; // RSS hash
export const TAP_RECORD_HASH_TYPE: u32 = 24; // HashType
export const TAP_RECORD_PACKET: u32 = 28; // Packet

// ActivityRecord: What one processor did for one adapter, or, in the row behind those of all adapters, for none.
export const ACTIVITY_RECORD_SIZE: u32 = 128;
export const ACTIVITY_RECORD_INTERRUPTS: u32 = 0; // service routines run
export const ACTIVITY_RECORD_DPCS: u32 = 8; // DPCs queued on this processor
export const ACTIVITY_RECORD_REMOTE_DPCS: u32 = 16; // DPCs that this processor queued on another
export const ACTIVITY_RECORD_INDICATIONS: u32 = 24; // receive indications
export const ACTIVITY_RECORD_RECEIVED_PACKETS: u32 = 32; // packets in them
export const ACTIVITY_RECORD_RETURN_CALLS: u32 = 40; // calls that gave packets back
export const ACTIVITY_RECORD_RETURNED_PACKETS: u32 = 48; // packets given back
export const ACTIVITY_RECORD_SEND_REQUESTS: u32 = 56; // calls that handed packets down
export const ACTIVITY_RECORD_SENT_PACKETS: u32 = 64; // packets in them; a large send is one
export const ACTIVITY_RECORD_SEND_COMPLETES: u32 = 72; // calls that reported packets as sent
export const ACTIVITY_RECORD_COMPLETED_PACKETS: u32 = 80; // packets in them
export const ACTIVITY_RECORD_TABLE_CHANGES: u32 = 88; // calls that changed the indirection table
export const ACTIVITY_RECORD_OFFLOAD_RECEIVE_BYTES: u32 = 96; // payload of offloaded connections that the adapter delivered
export const ACTIVITY_RECORD_OFFLOAD_INDICATIONS: u32 = 104; // calls that indicated it
export const ACTIVITY_RECORD_OFFLOAD_SEND_BYTES: u32 = 112; // payload of offloaded connections that the adapter was given
export const ACTIVITY_RECORD_OFFLOAD_SEND_REQUESTS: u32 = 120; // calls that gave it

// NicCounters: What an adapter counts beside its NicRecord.
export const NIC_COUNTERS_SIZE: u32 = 64;
export const NIC_COUNTERS_ACTIVITY: u32 = 0; // address that the ActivityRecord of processor 0 of the world would have
export const NIC_COUNTERS_GROUP_IN: u32 = 8; // multicast and broadcast frames put into a ring
export const NIC_COUNTERS_GROUP_BYTES_IN: u32 = 16; // bytes of them with check sequence
export const NIC_COUNTERS_GROUP_OUT: u32 = 24; // multicast and broadcast frames sent
export const NIC_COUNTERS_GROUP_BYTES_OUT: u32 = 32; // bytes of them with check sequence
export const NIC_COUNTERS_UNKNOWN_PROTOCOLS: u32 = 40; // frames of a type that nobody is bound to

// FamilyCounters: What a host counts of one IP family, named as in RFC 4293, 4113 and 2011; TCP counts in TcpStack.
export const FAMILY_COUNTERS_SIZE: u32 = 256;
export const FAMILY_COUNTERS_IN_RECEIVES: u32 = 0; // datagrams, faulty ones with them
export const FAMILY_COUNTERS_IN_HEADER_ERRORS: u32 = 8; // 
export const FAMILY_COUNTERS_IN_ADDRESS_ERRORS: u32 = 16; // destination is none of this host’s
export const FAMILY_COUNTERS_IN_UNKNOWN_PROTOCOLS: u32 = 24; // 
export const FAMILY_COUNTERS_IN_DISCARDS: u32 = 32; // fragments, and what is too short
export const FAMILY_COUNTERS_IN_DELIVERS: u32 = 40; // datagrams given to a transport
export const FAMILY_COUNTERS_OUT_REQUESTS: u32 = 48; // datagrams handed down
export const FAMILY_COUNTERS_OUT_DISCARDS: u32 = 56; // datagrams whose neighbour did not answer
export const FAMILY_COUNTERS_OUT_NO_ROUTES: u32 = 64; // 
export const FAMILY_COUNTERS_ICMP_IN: u32 = 72; // messages, faulty ones with them
export const FAMILY_COUNTERS_ICMP_IN_ERRORS: u32 = 80; // messages with a wrong checksum
export const FAMILY_COUNTERS_ICMP_IN_UNREACHABLE: u32 = 88; // 
export const FAMILY_COUNTERS_ICMP_IN_ECHOS: u32 = 96; // 
export const FAMILY_COUNTERS_ICMP_IN_REPLIES: u32 = 104; // 
export const FAMILY_COUNTERS_ICMP_OUT: u32 = 112; // 
export const FAMILY_COUNTERS_ICMP_OUT_UNREACHABLE: u32 = 120; // 
export const FAMILY_COUNTERS_ICMP_OUT_ECHOS: u32 = 128; // 
export const FAMILY_COUNTERS_ICMP_OUT_REPLIES: u32 = 136; // 
export const FAMILY_COUNTERS_UDP_IN: u32 = 144; // datagrams delivered
export const FAMILY_COUNTERS_UDP_NO_PORTS: u32 = 152; // 
export const FAMILY_COUNTERS_UDP_ERRORS: u32 = 160; // datagrams with a wrong checksum or length, or for a full buffer
export const FAMILY_COUNTERS_UDP_OUT: u32 = 168; // 

// EchoRecord: An echo request of a host. A host keeps the last limits.Echoes.
export const ECHO_RECORD_SIZE: u32 = 96;
export const ECHO_RECORD_ADDRESS: u32 = 0; // destination; IPv4 in the first 4 bytes
export const ECHO_RECORD_SENT_AT: u32 = 16; // ps; when it was asked for
export const ECHO_RECORD_REPLIED_AT: u32 = 24; // ps; when the reply was handled
export const ECHO_RECORD_NUMBER: u32 = 32; // that it is found by
export const ECHO_RECORD_BYTES: u32 = 36; // of data
export const ECHO_RECORD_REPLY_BYTES: u32 = 40; // of data of the reply
export const ECHO_RECORD_NIC: u32 = 44; // adapter that sends it; all ones: to the host itself
export const ECHO_RECORD_SOURCE: u32 = 48; // index of the AddressRecord that it is sent from
export const ECHO_RECORD_IDENTIFIER: u32 = 52; // 
export const ECHO_RECORD_SEQUENCE: u32 = 54; // 
export const ECHO_RECORD_HOP_LIMIT: u32 = 56; // 
export const ECHO_RECORD_REPLY_HOP_LIMIT: u32 = 57; // of the reply as it came in
export const ECHO_RECORD_FAMILY: u32 = 58; // 4 or 6
export const ECHO_RECORD_DONT_FRAGMENT: u32 = 59; // 1: not to be fragmented
export const ECHO_RECORD_STATE: u32 = 60; // EchoState

// DmaEngine: The copy engine of a host; its DmaChannel records follow.
export const DMA_ENGINE_SIZE: u32 = 512;
export const DMA_ENGINE_PS_PER_BYTE: u32 = 0; // ps of a byte in a channel, times 2^10
export const DMA_ENGINE_LATENCY: u32 = 8; // ps of a descriptor beside its bytes
export const DMA_ENGINE_COLD_BYTES: u32 = 16; // received bytes that a processor copied with a cold source
export const DMA_ENGINE_WARM_BYTES: u32 = 24; // received bytes that a processor copied with a warm source
export const DMA_ENGINE_MOVED_BYTES: u32 = 32; // received bytes that the engine moved
export const DMA_ENGINE_PINNED_PAGES: u32 = 40; // pages of applications locked for it
export const DMA_ENGINE_POLLED: u32 = 48; // descriptors whose completion a processor has seen
export const DMA_ENGINE_VERIFIED: u32 = 56; // times that a stream was found whole after the engine had moved part of it
export const DMA_ENGINE_DECLINES: u32 = 64; // u64 copies by DmaDecline
export const DMA_ENGINE_DECLINED_BYTES: u32 = 192; // u64 bytes by DmaDecline
export const DMA_ENGINE_FIRST_CHANNEL: u32 = 320; // first channel of each processor
export const DMA_ENGINE_HOST: u32 = 384; // 
export const DMA_ENGINE_CHANNELS: u32 = 388; // 
export const DMA_ENGINE_STRIDE: u32 = 392; // from one channel of a processor to its next
export const DMA_ENGINE_VERSION: u32 = 396; // NetDmaGetVersion: major in the high 16 bits, minor in the low ones
export const DMA_ENGINE_THRESHOLD: u32 = 400; // least receive request, bytes
export const DMA_ENGINE_LEAST_FRAGMENT: u32 = 404; // least piece, bytes
export const DMA_ENGINE_MAXIMUM_TRANSFER: u32 = 408; // most bytes of a descriptor
export const DMA_ENGINE_CACHE_SHARE: u32 = 412; // bytes of received data that the last-level cache holds until they are copied
export const DMA_ENGINE_MISPLACED: u32 = 416; // times that a stream was not whole: a fault of the run
export const DMA_ENGINE_ON: u32 = 420; // 1: NetDMA is in force
export const DMA_ENGINE_CACHE_ACCESS: u32 = 421; // 1: Direct Cache Access is in force

// DmaChannel: A channel: a ring of descriptors, worked off in order.
export const DMA_CHANNEL_SIZE: u32 = 192;
export const DMA_CHANNEL_STARTED_AT: u32 = 0; // ps; the descriptor under way
export const DMA_CHANNEL_DESCRIPTORS: u32 = 8; // descriptors worked off
export const DMA_CHANNEL_BYTES: u32 = 16; // bytes of them
export const DMA_CHANNEL_BUSY: u32 = 24; // ps
export const DMA_CHANNEL_BATCHES: u32 = 32; // doorbells
export const DMA_CHANNEL_SOURCE_PAGE_BREAKS: u32 = 40; // descriptors
export const DMA_CHANNEL_DESTINATION_PAGE_BREAKS: u32 = 48; // descriptors
export const DMA_CHANNEL_CONTEXT_CHANGES: u32 = 56; // descriptors
export const DMA_CHANNEL_ABORTED_DESCRIPTORS: u32 = 64; // descriptors that a processor copied after an abort
export const DMA_CHANNEL_ENGINE: u32 = 72; // address of the DmaEngine
export const DMA_CHANNEL_RING: u32 = 76; // address of its DmaDescriptor records
export const DMA_CHANNEL_SLOTS: u32 = 80; // of the ring, a power of two
export const DMA_CHANNEL_POSTED: u32 = 84; // descriptors ever appended, modulo 2^32; so are the next four
export const DMA_CHANNEL_RUNG: u32 = 88; // of them with a doorbell
export const DMA_CHANNEL_DONE: u32 = 92; // of them worked off
export const DMA_CHANNEL_ABORTED_TO: u32 = 96; // of them aborted at last
export const DMA_CHANNEL_COPYING: u32 = 100; // of them that the processor has been charged for after an abort
export const DMA_CHANNEL_TICKET: u32 = 104; // of the event that ends the descriptor under way
export const DMA_CHANNEL_BATCH: u32 = 108; // descriptors of the work item that starts
export const DMA_CHANNEL_BATCH_SOCKET: u32 = 112; // socket of the first of them
export const DMA_CHANNEL_TOUCHED: u32 = 116; // address of the next channel that the work item has given descriptors
export const DMA_CHANNEL_RINGER: u32 = 120; // processor that will ring the doorbell plus 1
export const DMA_CHANNEL_PROCESSOR: u32 = 124; // its affinity, within the world
export const DMA_CHANNEL_NUMBER: u32 = 128; // 
export const DMA_CHANNEL_PEAK: u32 = 132; // most descriptors ever in the ring
export const DMA_CHANNEL_SUSPENSIONS: u32 = 136; // 
export const DMA_CHANNEL_ABORTS: u32 = 140; // 
export const DMA_CHANNEL_RESETS: u32 = 144; // 
export const DMA_CHANNEL_STATE: u32 = 148; // DmaState
export const DMA_CHANNEL_MOVING: u32 = 149; // 1 while a descriptor is under way
export const DMA_CHANNEL_SUSPENDED: u32 = 150; // 1
export const DMA_CHANNEL_HALTED: u32 = 151; // 1
export const DMA_CHANNEL_COPY_QUEUED: u32 = 152; // 1: a DPC copies what was aborted
export const DMA_CHANNEL_CONTEXT_LOST: u32 = 153; // 1: the next descriptor has to follow a context change
export const DMA_CHANNEL_APIC: u32 = 154; // processor that a context change names

// DmaDescriptor: A piece of a receive copy.
export const DMA_DESCRIPTOR_SIZE: u32 = 64;
export const DMA_DESCRIPTOR_OFFSET: u32 = 0; // stream offset of its first byte
export const DMA_DESCRIPTOR_NEXT_OFFSET: u32 = 8; // of the next piece of its connection; all ones: none yet
export const DMA_DESCRIPTOR_LENGTH: u32 = 16; // bytes
export const DMA_DESCRIPTOR_FLAGS: u32 = 20; // DmaFlag
export const DMA_DESCRIPTOR_SOCKET: u32 = 24; // 
export const DMA_DESCRIPTOR_LIFE: u32 = 28; // of the socket

// DmaReceiver: What the copy engine has to do with a socket; has its index.
export const DMA_RECEIVER_SIZE: u32 = 64;
export const DMA_RECEIVER_FROM: u32 = 0; // stream offset of the first byte that is not there yet; all ones: none is missing
export const DMA_RECEIVER_COVERAGE: u32 = 8; // sum over all pieces that lie in buffers of the application (core-as/dma/coverage.ts)
export const DMA_RECEIVER_PAGE: u32 = 16; // stream offset at the start of the page that was locked last, plus 1
export const DMA_RECEIVER_LIFE: u32 = 24; // of the socket
export const DMA_RECEIVER_PENDING: u32 = 28; // descriptors that are not done
export const DMA_RECEIVER_LANDED: u32 = 32; // descriptors done and not polled
export const DMA_RECEIVER_PAGES: u32 = 36; // pages locked and not charged
export const DMA_RECEIVER_CHANNEL: u32 = 40; // address of the channel of what is pending
export const DMA_RECEIVER_NEWEST: u32 = 44; // address of the newest pending descriptor

// Offload: What host and adapter note of a connection beside its state. Its Socket has the same index.
export const OFFLOAD_SIZE: u32 = 160;
export const OFFLOAD_TIMER_AT: u32 = 0; // ps; when the pending OffloadTimer event is due; all ones: none
export const OFFLOAD_ACTIVE_AT: u32 = 8; // ps; when the adapter saw a segment last
export const OFFLOAD_SMOOTHED_RTT: u32 = 16; // ps; as the host knows it: from the offload, or the last query
export const OFFLOAD_TICKET: u32 = 24; // grows with every move, so that events of an earlier one are known
export const OFFLOAD_NIC: u32 = 28; // adapter of the stack that owns it: its settings, its stacks and its counts
export const OFFLOAD_ENGINE: u32 = 32; // physical adapter that holds it: the same, or of a virtual machine the one behind its virtual network
export const OFFLOAD_REASON: u32 = 36; // ChimneyReason, as of the last look
export const OFFLOAD_BAR: u32 = 37; // ChimneyReason that keeps it in the host for good
export const OFFLOAD_WANTED: u32 = 38; // UploadReason of an upload that will begin
export const OFFLOAD_RETURNED: u32 = 39; // 1: the adapter has given the state back, and the host has not seen it yet
export const OFFLOAD_POSTED: u32 = 40; // 1: requests wait for the work item to end
export const OFFLOAD_PENDING: u32 = 41; // 1: waits for room in the ring of the adapter
export const OFFLOAD_DPC_QUEUED: u32 = 42; // 1: a completion DPC is queued
export const OFFLOAD_INVALID: u32 = 43; // 1: its path or neighbour is invalidated
export const OFFLOAD_ABORT: u32 = 44; // 1: the user has aborted
export const OFFLOAD_QUERYING: u32 = 45; // 1: a query is under way
export const OFFLOAD_RAISED: u32 = 48; // bits of the UploadReasons that the adapter has raised
export const OFFLOAD_NEXT_POSTED: u32 = 52; // next socket whose requests wait, plus 1
export const OFFLOAD_NEXT_PENDING: u32 = 56; // next socket that waits for room, plus 1
export const OFFLOAD_HELD_FIRST: u32 = 60; // address of the oldest segment that the host holds during a move
export const OFFLOAD_HELD_NEWEST: u32 = 64; // address of the newest
export const OFFLOAD_HELD: u32 = 68; // segments that it holds
export const OFFLOAD_REQUESTS: u32 = 72; // requests since the last completion DPC
export const OFFLOAD_WINDOW_SENT: u32 = 76; // data segments of the window of observation
export const OFFLOAD_WINDOW_REPEATED: u32 = 80; // of them sent again
export const OFFLOAD_WINDOW_ARRIVED: u32 = 84; // data segments received
export const OFFLOAD_WINDOW_DISORDERED: u32 = 88; // of them out of order
export const OFFLOAD_WINDOW_BYTES: u32 = 92; // bytes received
export const OFFLOAD_WINDOW_UNPOSTED: u32 = 96; // of them without a posted buffer
export const OFFLOAD_WINDOW_REQUESTS: u32 = 100; // receive requests
export const OFFLOAD_OFFLOADS: u32 = 104; // times that it was offloaded
export const OFFLOAD_UPLOADS: u32 = 108; // times that it came back
export const OFFLOAD_FORWARDED: u32 = 112; // segments that came on the normal path and went back to the adapter
export const OFFLOAD_PACKETS: u32 = 116; // segments that the adapter received and sent for it

// OffloadTarget: The part of an adapter that runs TCP connections, and what its host has set for them. Of a virtual adapter: settings, stacks and counts of the virtual machine, whose connections run in the physical one.
export const OFFLOAD_TARGET_SIZE: u32 = 1280;
export const OFFLOAD_TARGET_INTERVAL: u32 = 0; // ps that the engine takes for a packet
export const OFFLOAD_TARGET_LATENCY: u32 = 8; // ps from a request to its completion
export const OFFLOAD_TARGET_ROUND_TRIP: u32 = 16; // ps; automatic mode: the mean round trip is below
export const OFFLOAD_TARGET_BYTES: u32 = 24; // automatic mode: at least, both ways
export const OFFLOAD_TARGET_SINCE: u32 = 32; // ps; since when the mode lets connections be offloaded
export const OFFLOAD_TARGET_LOW_ACTIVITY: u32 = 40; // ps without a segment that count as low activity
export const OFFLOAD_TARGET_STACK4: u32 = 48; // address of the TcpStack of its IPv4 connections
export const OFFLOAD_TARGET_STACK6: u32 = 52; // of its IPv6 connections
export const OFFLOAD_TARGET_CAPACITY: u32 = 56; // most connections at a time
export const OFFLOAD_TARGET_QUEUE_LIMIT: u32 = 60; // packets that may wait for the engine
export const OFFLOAD_TARGET_INTERRUPT_PERMILLE: u32 = 64; // interrupts of a thousand requests
export const OFFLOAD_TARGET_DROP_PERMILLE: u32 = 68; // retransmitted of a thousand segments that are too many
export const OFFLOAD_TARGET_DISORDER_PERMILLE: u32 = 72; // out-of-order of a thousand segments that are too many
export const OFFLOAD_TARGET_UNPOSTED_PERMILLE: u32 = 76; // thousandths of bytes without a posted buffer that are too many
export const OFFLOAD_TARGET_SMALL_REQUEST: u32 = 80; // bytes below which posted buffers are too small
export const OFFLOAD_TARGET_PORT_COUNT: u32 = 84; // entries of the port table
export const OFFLOAD_TARGET_MODE: u32 = 88; // ChimneyMode
export const OFFLOAD_TARGET_REASON: u32 = 89; // ChimneyReason of host and adapter
export const OFFLOAD_TARGET_REASON4: u32 = 90; // ChimneyReason of IPv4
export const OFFLOAD_TARGET_REASON6: u32 = 91; // ChimneyReason of IPv6
export const OFFLOAD_TARGET_PAUSED: u32 = 92; // 1: between OFFLOAD_PAUSE and OFFLOAD_RESUME
export const OFFLOAD_TARGET_IPSEC: u32 = 93; // 1: an IPsec policy covers connections
export const OFFLOAD_TARGET_OPTIONAL: u32 = 94; // 1: the host uploads where it may choose
export const OFFLOAD_TARGET_RETROACTIVE: u32 = 95; // 1: a change of mode reaches connections that exist
export const OFFLOAD_TARGET_SERVING: u32 = 96; // 1: the engine handles a packet
export const OFFLOAD_TARGET_TURN: u32 = 97; // which of its three queues goes next
export const OFFLOAD_TARGET_WIRE_TURN: u32 = 98; // 1: its frames go next on the cable
export const OFFLOAD_TARGET_FIRST: u32 = 100; // address of the oldest packet that waits for the engine
export const OFFLOAD_TARGET_NEWEST: u32 = 104; // address of the newest
export const OFFLOAD_TARGET_DEPTH: u32 = 108; // packets that wait
export const OFFLOAD_TARGET_PEAK: u32 = 112; // most ever
export const OFFLOAD_TARGET_SEND_FIRST: u32 = 116; // address of the oldest frame that waits for the cable
export const OFFLOAD_TARGET_SEND_NEWEST: u32 = 120; // address of the newest
export const OFFLOAD_TARGET_PENDING_FIRST: u32 = 124; // first socket that waits for room in a ring, plus 1
export const OFFLOAD_TARGET_PENDING_NEWEST: u32 = 128; // the last, plus 1
export const OFFLOAD_TARGET_READY_FIRST: u32 = 132; // first virtual adapter whose rings hold segments for this engine, plus 1
export const OFFLOAD_TARGET_READY_NEWEST: u32 = 136; // the last, plus 1
export const OFFLOAD_TARGET_NEXT_READY: u32 = 140; // of a virtual adapter: the next of them, plus 1
export const OFFLOAD_TARGET_PHYSICAL: u32 = 144; // of a virtual adapter: the physical one that its rings are served by, plus 1
export const OFFLOAD_TARGET_IS_READY: u32 = 148; // of a virtual adapter: 1: among them
export const OFFLOAD_TARGET_FAMILY_TURN: u32 = 149; // of a virtual adapter: 1: its IPv6 ring goes next
export const OFFLOAD_TARGET_CREDIT: u32 = 152; // thousandths of an interrupt that are due
export const OFFLOAD_TARGET_SERVED: u32 = 160; // packets handled
export const OFFLOAD_TARGET_BUSY: u32 = 168; // ps that handling them took
export const OFFLOAD_TARGET_DROPS: u32 = 176; // packets that found the queue full
export const OFFLOAD_TARGET_TAKEN: u32 = 184; // frames that it took from the cable
export const OFFLOAD_TARGET_TAKEN_BYTES: u32 = 192; // bytes of them with check sequence
export const OFFLOAD_TARGET_PASSED_UP: u32 = 200; // frames that went on to the host after all
export const OFFLOAD_TARGET_DISCARDS: u32 = 208; // frames from the cable that found the queue full
export const OFFLOAD_TARGET_UNKEPT_BYTES: u32 = 216; // bytes, with check sequence, of frames that went on to the host, or came from the cable and found the queue full
export const OFFLOAD_TARGET_FORWARDED: u32 = 224; // segments that the host forwarded
export const OFFLOAD_TARGET_SENT: u32 = 232; // frames that it sent
export const OFFLOAD_TARGET_SENT_BYTES: u32 = 240; // bytes of them with check sequence
export const OFFLOAD_TARGET_RECEIVED_DATA: u32 = 248; // payload bytes that it delivered
export const OFFLOAD_TARGET_COPIED_DATA: u32 = 256; // bytes of them that no posted buffer took: a processor copied them
export const OFFLOAD_TARGET_SENT_DATA: u32 = 264; // payload bytes that it was given to send
export const OFFLOAD_TARGET_SEND_REQUESTS: u32 = 272; // 
export const OFFLOAD_TARGET_INDICATIONS: u32 = 280; // receive indications
export const OFFLOAD_TARGET_OFFLOADING: u32 = 288; // connections on their way to the adapter
export const OFFLOAD_TARGET_OFFLOADED: u32 = 292; // connections in the adapter
export const OFFLOAD_TARGET_UPLOADING: u32 = 296; // connections on their way back
export const OFFLOAD_TARGET_OFFLOADS: u32 = 304; // connections offloaded, ever
export const OFFLOAD_TARGET_UPLOADS: u32 = 312; // connections uploaded, ever
export const OFFLOAD_TARGET_LOST: u32 = 320; // connections that were in the adapter when the computer started anew
export const OFFLOAD_TARGET_UPDATES: u32 = 328; // update requests
export const OFFLOAD_TARGET_QUERIES: u32 = 336; // query requests
export const OFFLOAD_TARGET_INVALIDATES: u32 = 344; // invalidate requests
export const OFFLOAD_TARGET_UPLOAD_REASONS: u32 = 352; // uploads by UploadReason, u64 each
export const OFFLOAD_TARGET_REQUEST_REASONS: u32 = 496; // upload requests of the adapter by UploadReason, u64 each
export const OFFLOAD_TARGET_PORTS: u32 = 640; // port table: u16 local, u16 remote, 0 for any; u8 ChimneyFilter; 8 bytes each

// OffloadFamily: IP_OFFLOAD_STATS of one family of an adapter, and what its TcpStack does not count. IPv4 first, then IPv6, for each adapter.
export const OFFLOAD_FAMILY_SIZE: u32 = 96;
export const OFFLOAD_FAMILY_IN_RECEIVES: u32 = 0; // 
export const OFFLOAD_FAMILY_IN_OCTETS: u32 = 8; // 
export const OFFLOAD_FAMILY_IN_DELIVERS: u32 = 16; // 
export const OFFLOAD_FAMILY_OUT_REQUESTS: u32 = 24; // 
export const OFFLOAD_FAMILY_OUT_OCTETS: u32 = 32; // 
export const OFFLOAD_FAMILY_IN_HEADER_ERRORS: u32 = 40; // 
export const OFFLOAD_FAMILY_IN_TRUNCATED_PACKETS: u32 = 48; // 
export const OFFLOAD_FAMILY_IN_DISCARDS: u32 = 56; // 
export const OFFLOAD_FAMILY_OUT_DISCARDS: u32 = 64; // 
export const OFFLOAD_FAMILY_OUT_NO_ROUTES: u32 = 72; // 
export const OFFLOAD_FAMILY_TCP_IN_ERRORS: u32 = 80; // 

// VirtualSwitch: A virtual network of a host: a switch in software.
export const VIRTUAL_SWITCH_SIZE: u32 = 192;
export const VIRTUAL_SWITCH_FRAMES_IN: u32 = 0; // frames that ports handed to it
export const VIRTUAL_SWITCH_BYTES_IN: u32 = 8; // bytes of them with check sequence
export const VIRTUAL_SWITCH_GROUP_IN: u32 = 16; // broadcast and multicast frames among them
export const VIRTUAL_SWITCH_FRAMES_OUT: u32 = 24; // frames that it handed to ports
export const VIRTUAL_SWITCH_BYTES_OUT: u32 = 32; // 
export const VIRTUAL_SWITCH_GROUP_OUT: u32 = 40; // 
export const VIRTUAL_SWITCH_REPLICATED: u32 = 48; // frames made beside those that came in: copies for further ports, segments of large sends
export const VIRTUAL_SWITCH_FLOODED: u32 = 56; // frames for stations that it does not know, sent to the external port
export const VIRTUAL_SWITCH_DROPPED_IN: u32 = 64; // frames that came in and go to no port: no such station, another VLAN, nobody else to send to
export const VIRTUAL_SWITCH_DROPPED_OUT: u32 = 72; // frames that a port did not take
export const VIRTUAL_SWITCH_HOST: u32 = 80; // 
export const VIRTUAL_SWITCH_EXTERNAL: u32 = 84; // port; all ones: none
export const VIRTUAL_SWITCH_MANAGEMENT: u32 = 88; // port; all ones: none
export const VIRTUAL_SWITCH_TABLE: u32 = 92; // address of its table: u64 MAC, port in the high 16 bits
export const VIRTUAL_SWITCH_LEARNED: u32 = 96; // addresses in it
export const VIRTUAL_SWITCH_PENDING: u32 = 100; // frames on their way to a port, until the work item ends

// VirtualPort: A port of a virtual switch. Of virtual machines: with the VMBus channel behind it.
export const VIRTUAL_PORT_SIZE: u32 = 256;
export const VIRTUAL_PORT_RESUME_AT: u32 = 0; // ps; when a migrated virtual machine goes on
export const VIRTUAL_PORT_COPIED_BYTES: u32 = 8; // bytes of received frames that a processor copied into the memory of the virtual machine
export const VIRTUAL_PORT_DIRECT_BYTES: u32 = 16; // bytes of received frames that the adapter put there
export const VIRTUAL_PORT_QUEUE_FRAMES: u32 = 24; // frames that came through a queue of its own
export const VIRTUAL_PORT_DEFAULT_FRAMES: u32 = 32; // frames that came through the default queue, or from other ports
export const VIRTUAL_PORT_DROPPED_IN: u32 = 40; // frames for it that it did not take
export const VIRTUAL_PORT_DROPPED_OUT: u32 = 48; // frames from it that went nowhere
export const VIRTUAL_PORT_SIGNALS: u32 = 56; // signals to the virtual machine
export const VIRTUAL_PORT_SEND_SIGNALS: u32 = 64; // signals from it
export const VIRTUAL_PORT_LATE_RETURNS: u32 = 72; // receive buffers that came back after a migration, and were absorbed
export const VIRTUAL_PORT_MIGRATIONS: u32 = 80; // 
export const VIRTUAL_PORT_PAUSE_FOR: u32 = 88; // ps that the migration under way pauses the virtual machine
export const VIRTUAL_PORT_NIC: u32 = 96; // adapter: the physical one of an external port, else the virtual one or the one whose stack it is
export const VIRTUAL_PORT_HOST: u32 = 100; // host of that adapter
export const VIRTUAL_PORT_VSWITCH: u32 = 104; // virtual switch
export const VIRTUAL_PORT_NEXT_SWITCH: u32 = 108; // the one after the migration under way
export const VIRTUAL_PORT_OWNER: u32 = 112; // of the ledger: work of the host on its behalf
export const VIRTUAL_PORT_VLAN: u32 = 116; // access VLAN; 0: untagged
export const VIRTUAL_PORT_PROCESSOR: u32 = 120; // that switches what it sends
export const VIRTUAL_PORT_NEXT_PROCESSOR: u32 = 124; // the one after the migration under way
export const VIRTUAL_PORT_QUEUE: u32 = 128; // its queue of the adapter; 0: the default queue
export const VIRTUAL_PORT_TICKET: u32 = 132; // its turn among those that ask for a queue; 0: does not
export const VIRTUAL_PORT_CAPACITY: u32 = 136; // frames that the channel holds for the virtual machine
export const VIRTUAL_PORT_BATCH: u32 = 140; // event in which the virtual machine was signalled last, modulo 2^32
export const VIRTUAL_PORT_FIRST: u32 = 144; // address of the oldest packet that it has sent and that is not switched
export const VIRTUAL_PORT_NEWEST: u32 = 148; // address of the newest
export const VIRTUAL_PORT_WAITING: u32 = 152; // packets there
export const VIRTUAL_PORT_SEND_TAKEN: u32 = 156; // of them switched since others had a turn
export const VIRTUAL_PORT_KIND: u32 = 160; // VirtualPortKind
export const VIRTUAL_PORT_LEGACY: u32 = 161; // 1: an emulated adapter
export const VIRTUAL_PORT_WANTS_QUEUE: u32 = 162; // 1: a queue of the adapter is asked for
export const VIRTUAL_PORT_CONNECTED: u32 = 163; // 1: takes and gives frames
export const VIRTUAL_PORT_SEND_QUEUED: u32 = 164; // 1: the work item that switches what it sent is queued
export const VIRTUAL_PORT_SIGNALLED: u32 = 165; // 1: the host has been told that something waits
export const VIRTUAL_PORT_LEAVING: u32 = 166; // 1: will be paused once its connections are back from the adapter

// VmqAdapter: Virtual machine queues of one adapter. Its limits.VmqFilters VmqFilter records follow, then a hash index of twice as many u16.
export const VMQ_ADAPTER_SIZE: u32 = 64;
export const VMQ_ADAPTER_NIC: u32 = 0; // 
export const VMQ_ADAPTER_QUEUES: u32 = 4; // queues beside the default queue
export const VMQ_ADAPTER_FILTERS: u32 = 8; // receive filters that are set
export const VMQ_ADAPTER_LAST_FILTER: u32 = 12; // filter id given last
export const VMQ_ADAPTER_REFUSED: u32 = 16; // operations that failed
export const VMQ_ADAPTER_VLAN_FILTER: u32 = 20; // 1: filters test the VLAN
export const VMQ_ADAPTER_SPLIT: u32 = 21; // 1: frames are split at the lookahead, and their data goes to the memory of the virtual machine
export const VMQ_ADAPTER_CONTROL_QUEUED: u32 = 22; // 1: a work item for the next operation is queued
export const VMQ_ADAPTER_HALTED: u32 = 23; // 1: the adapter is being restarted, and gives no queues

// VmqFilter: A receive filter.
export const VMQ_FILTER_SIZE: u32 = 24;
export const VMQ_FILTER_MAC: u32 = 0; // destination
export const VMQ_FILTER_ID: u32 = 8; // 0: not in use
export const VMQ_FILTER_VLAN: u32 = 12; // 
export const VMQ_FILTER_FLAGS: u32 = 14; // VmqFilterFlag
export const VMQ_FILTER_QUEUE: u32 = 15; // 

// Follow: The request to follow a frame, and how far it is.
export const FOLLOW_SIZE: u32 = 192;
export const FOLLOW_STATE: u32 = 0; // FollowState
export const FOLLOW_STAGE: u32 = 1; // FollowStage
export const FOLLOW_OUTBOUND: u32 = 2; // 1: a frame that the adapter sends
export const FOLLOW_WITH_DATA: u32 = 3; // 1: only a frame with payload
export const FOLLOW_HAS_TUPLE: u32 = 4; // 1: only a frame of the connection below
export const FOLLOW_FAMILY: u32 = 5; // 4 or 6
export const FOLLOW_PROTOCOL: u32 = 6; // 6 or 17
export const FOLLOW_IS_FREE: u32 = 7; // 1: its packet record is given back
export const FOLLOW_IS_WOKEN: u32 = 8; // 1: the thread that it is for has been woken
export const FOLLOW_NIC: u32 = 12; // adapter
export const FOLLOW_CONNECTION_ID: u32 = 16; // socket that the request named; all ones: none
export const FOLLOW_PACKET: u32 = 20; // address of the packet that is followed; 0: none
export const FOLLOW_SOURCE_PORT: u32 = 24; // 
export const FOLLOW_DESTINATION_PORT: u32 = 26; // 
export const FOLLOW_SOURCE: u32 = 28; // IPv4 in the first 4 bytes
export const FOLLOW_DESTINATION: u32 = 44; // 
export const FOLLOW_STEPS: u32 = 60; // records written
export const FOLLOW_MISSED: u32 = 64; // records that found no room
export const FOLLOW_RING: u32 = 68; // address of limits.FollowRoom FollowEntry
export const FOLLOW_TOTALS: u32 = 72; // address of the CostTotal records of the processor at work, as they were at the mark
export const FOLLOW_BYTES: u32 = 76; // address of the frame’s bytes
export const FOLLOW_LENGTH: u32 = 80; // bytes that lie there; 0: none yet
export const FOLLOW_MARK_EVENT: u32 = 84; // event that the mark belongs to, modulo 2^32
export const FOLLOW_MARK_PROCESSOR: u32 = 88; // limits.NoProcessor: no mark
export const FOLLOW_STAGE_NIC: u32 = 92; // adapter of the ring
export const FOLLOW_STAGE_QUEUE: u32 = 96; // receive queue
export const FOLLOW_RAISED: u32 = 100; // processor of the interrupt that was raised for it, plus 1; 0: none
export const FOLLOW_SOCKET: u32 = 104; // socket plus 1; 0: none
export const FOLLOW_LIFE: u32 = 108; // of the socket
export const FOLLOW_REQUEST_SOCKET: u32 = 112; // socket of the last send request seen while waiting, plus 1; its step lies in the ring
export const FOLLOW_REQUEST_BYTES: u32 = 116; // 
export const FOLLOW_UNA_BEFORE: u32 = 120; // SND.UNA of its connection before its own ACK
export const FOLLOW_SENT_BEFORE: u32 = 124; // segments that its stack had put out before it came, modulo 2^32
export const FOLLOW_DECLINE: u32 = 128; // DmaDecline of what a processor copied last
export const FOLLOW_FILLED_BEFORE: u32 = 132; // bytes in posted receives before its own were copied
export const FOLLOW_UNTIL: u32 = 136; // stream offset behind its bytes
export const FOLLOW_STARTED_AT: u32 = 144; // ps; of its first step
export const FOLLOW_REQUEST_OFFSET: u32 = 152; // stream offset of the request
export const FOLLOW_COPIED_BEFORE: u32 = 160; // received bytes that processors of its host had copied beside an engine before its own

// FollowEntry: A step of a followed frame; FollowStep says what place, a, b, c and d are.
export const FOLLOW_ENTRY_SIZE: u32 = 40;
export const FOLLOW_ENTRY_TIME: u32 = 0; // ps
export const FOLLOW_ENTRY_STEP: u32 = 8; // FollowStep
export const FOLLOW_ENTRY_PROCESSOR: u32 = 12; // that did it, within the world; limits.NoProcessor: none
export const FOLLOW_ENTRY_PLACE: u32 = 16; // 
export const FOLLOW_ENTRY_A: u32 = 20; // 
export const FOLLOW_ENTRY_B: u32 = 24; // 
export const FOLLOW_ENTRY_C: u32 = 28; // 
export const FOLLOW_ENTRY_D: u32 = 32; // 

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
  @inline get segmentsIn6(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SEGMENTS_IN6); }
  set segmentsIn6(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SEGMENTS_IN6); }
  @inline get segmentsOut6(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SEGMENTS_OUT6); }
  set segmentsOut6(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SEGMENTS_OUT6); }
  @inline get segmentsRetransmitted6(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_SEGMENTS_RETRANSMITTED6); }
  set segmentsRetransmitted6(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_SEGMENTS_RETRANSMITTED6); }
  @inline get activeOpens6(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_ACTIVE_OPENS6); }
  set activeOpens6(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_ACTIVE_OPENS6); }
  @inline get passiveOpens6(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_PASSIVE_OPENS6); }
  set passiveOpens6(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_PASSIVE_OPENS6); }
  @inline get attemptFails6(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_ATTEMPT_FAILS6); }
  set attemptFails6(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_ATTEMPT_FAILS6); }
  @inline get establishedResets6(): u64 { return <u64>load<u64>(changetype<u32>(this), TCP_STACK_ESTABLISHED_RESETS6); }
  set establishedResets6(value: u64) { store<u64>(changetype<u32>(this), <u64>value, TCP_STACK_ESTABLISHED_RESETS6); }
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
  @inline get largeSend(): u32 { return <u32>load<u32>(changetype<u32>(this), TCP_CONNECTION_LARGE_SEND); }
  set largeSend(value: u32) { store<u32>(changetype<u32>(this), <u32>value, TCP_CONNECTION_LARGE_SEND); }
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

/** One world: how much of everything, and the state of its run. */
@unmanaged
export class World {
  @inline get fingerprint(): u64 { return <u64>load<u64>(changetype<u32>(this), WORLD_FINGERPRINT); }
  set fingerprint(value: u64) { store<u64>(changetype<u32>(this), <u64>value, WORLD_FINGERPRINT); }
  @inline get events(): u64 { return <u64>load<u64>(changetype<u32>(this), WORLD_EVENTS); }
  set events(value: u64) { store<u64>(changetype<u32>(this), <u64>value, WORLD_EVENTS); }
  @inline get seed(): u64 { return <u64>load<u64>(changetype<u32>(this), WORLD_SEED); }
  set seed(value: u64) { store<u64>(changetype<u32>(this), <u64>value, WORLD_SEED); }
  @inline get neighborReachable(): u64 { return <u64>load<u64>(changetype<u32>(this), WORLD_NEIGHBOR_REACHABLE); }
  set neighborReachable(value: u64) { store<u64>(changetype<u32>(this), <u64>value, WORLD_NEIGHBOR_REACHABLE); }
  @inline get neighborRetry(): u64 { return <u64>load<u64>(changetype<u32>(this), WORLD_NEIGHBOR_RETRY); }
  set neighborRetry(value: u64) { store<u64>(changetype<u32>(this), <u64>value, WORLD_NEIGHBOR_RETRY); }
  @inline get hosts(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_HOSTS); }
  set hosts(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_HOSTS); }
  @inline get nics(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_NICS); }
  set nics(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_NICS); }
  @inline get paths(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_PATHS); }
  set paths(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_PATHS); }
  @inline get switches(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_SWITCHES); }
  set switches(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_SWITCHES); }
  @inline get ports(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_PORTS); }
  set ports(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_PORTS); }
  @inline get macs(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_MACS); }
  set macs(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_MACS); }
  @inline get addresses(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_ADDRESSES); }
  set addresses(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_ADDRESSES); }
  @inline get apps(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_APPS); }
  set apps(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_APPS); }
  @inline get sockets(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_SOCKETS); }
  set sockets(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_SOCKETS); }
  @inline get stores(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_STORES); }
  set stores(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_STORES); }
  @inline get packets(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_PACKETS); }
  set packets(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_PACKETS); }
  @inline get buffers(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_BUFFERS); }
  set buffers(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_BUFFERS); }
  @inline get bufferBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_BUFFER_BYTES); }
  set bufferBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_BUFFER_BYTES); }
  @inline get neighbors(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_NEIGHBORS); }
  set neighbors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_NEIGHBORS); }
  @inline get traceSlots(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_TRACE_SLOTS); }
  set traceSlots(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_TRACE_SLOTS); }
  @inline get tapSlots(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_TAP_SLOTS); }
  set tapSlots(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_TAP_SLOTS); }
  @inline get processors(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_PROCESSORS); }
  set processors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_PROCESSORS); }
  @inline get packetsUsed(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_PACKETS_USED); }
  set packetsUsed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_PACKETS_USED); }
  @inline get packetsPeak(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_PACKETS_PEAK); }
  set packetsPeak(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_PACKETS_PEAK); }
  @inline get packetsMissed(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_PACKETS_MISSED); }
  set packetsMissed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_PACKETS_MISSED); }
  @inline get buffersUsed(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_BUFFERS_USED); }
  set buffersUsed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_BUFFERS_USED); }
  @inline get buffersMissed(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_BUFFERS_MISSED); }
  set buffersMissed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_BUFFERS_MISSED); }
  @inline get socketsUsed(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_SOCKETS_USED); }
  set socketsUsed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_SOCKETS_USED); }
  @inline get socketsMissed(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_SOCKETS_MISSED); }
  set socketsMissed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_SOCKETS_MISSED); }
  @inline get traced(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_TRACED); }
  set traced(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_TRACED); }
  @inline get tapped(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_TAPPED); }
  set tapped(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_TAPPED); }
  @inline get tapTaken(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_TAP_TAKEN); }
  set tapTaken(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_TAP_TAKEN); }
  @inline get siblingPermille(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_SIBLING_PERMILLE); }
  set siblingPermille(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_SIBLING_PERMILLE); }
  @inline get remotePermille(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_REMOTE_PERMILLE); }
  set remotePermille(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_REMOTE_PERMILLE); }
  @inline get offloads(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_OFFLOADS); }
  set offloads(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_OFFLOADS); }
  @inline get virtualSwitches(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_VIRTUAL_SWITCHES); }
  set virtualSwitches(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_VIRTUAL_SWITCHES); }
  @inline get virtualPorts(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_VIRTUAL_PORTS); }
  set virtualPorts(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_VIRTUAL_PORTS); }
  @inline get tickets(): u32 { return <u32>load<u32>(changetype<u32>(this), WORLD_TICKETS); }
  set tickets(value: u32) { store<u32>(changetype<u32>(this), <u32>value, WORLD_TICKETS); }
}

/** A host. */
@unmanaged
export class HostRecord {
  @inline get stack(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_STACK); }
  set stack(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_STACK); }
  @inline get ideal(): u32 { return <u32>load<u8>(changetype<u32>(this), HOST_RECORD_IDEAL); }
  set ideal(value: u32) { store<u8>(changetype<u32>(this), <u8>value, HOST_RECORD_IDEAL); }
  @inline get autoTuning(): u32 { return <u32>load<u8>(changetype<u32>(this), HOST_RECORD_AUTO_TUNING); }
  set autoTuning(value: u32) { store<u8>(changetype<u32>(this), <u8>value, HOST_RECORD_AUTO_TUNING); }
  @inline get keepAlive(): u32 { return <u32>load<u8>(changetype<u32>(this), HOST_RECORD_KEEP_ALIVE); }
  set keepAlive(value: u32) { store<u8>(changetype<u32>(this), <u8>value, HOST_RECORD_KEEP_ALIVE); }
  @inline get firstNic(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_FIRST_NIC); }
  set firstNic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_FIRST_NIC); }
  @inline get nics(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_NICS); }
  set nics(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_NICS); }
  @inline get firstProcessor(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_FIRST_PROCESSOR); }
  set firstProcessor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_FIRST_PROCESSOR); }
  @inline get processors(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_PROCESSORS); }
  set processors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_PROCESSORS); }
  @inline get nextPort(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_NEXT_PORT); }
  set nextPort(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_NEXT_PORT); }
  @inline get rebalanceThreshold(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_REBALANCE_THRESHOLD); }
  set rebalanceThreshold(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_REBALANCE_THRESHOLD); }
  @inline get indication(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_INDICATION); }
  set indication(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_INDICATION); }
  @inline get dpcBudget(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_DPC_BUDGET); }
  set dpcBudget(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_DPC_BUDGET); }
  @inline get rebalanceInterval(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_REBALANCE_INTERVAL); }
  set rebalanceInterval(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_REBALANCE_INTERVAL); }
  @inline get ipReceived(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_IP_RECEIVED); }
  set ipReceived(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_IP_RECEIVED); }
  @inline get ipDelivered(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_IP_DELIVERED); }
  set ipDelivered(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_IP_DELIVERED); }
  @inline get ipHeaderErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_IP_HEADER_ERRORS); }
  set ipHeaderErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_IP_HEADER_ERRORS); }
  @inline get ipAddressErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_IP_ADDRESS_ERRORS); }
  set ipAddressErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_IP_ADDRESS_ERRORS); }
  @inline get ipDiscards(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_IP_DISCARDS); }
  set ipDiscards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_IP_DISCARDS); }
  @inline get checksumErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_CHECKSUM_ERRORS); }
  set checksumErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_CHECKSUM_ERRORS); }
  @inline get udpIn(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_UDP_IN); }
  set udpIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_UDP_IN); }
  @inline get udpOut(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_UDP_OUT); }
  set udpOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_UDP_OUT); }
  @inline get udpNoPorts(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_UDP_NO_PORTS); }
  set udpNoPorts(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_UDP_NO_PORTS); }
  @inline get udpDiscards(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_UDP_DISCARDS); }
  set udpDiscards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_UDP_DISCARDS); }
  @inline get icmpIn(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_ICMP_IN); }
  set icmpIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_ICMP_IN); }
  @inline get icmpOut(): u64 { return <u64>load<u64>(changetype<u32>(this), HOST_RECORD_ICMP_OUT); }
  set icmpOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, HOST_RECORD_ICMP_OUT); }
  @inline get engine(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_ENGINE); }
  set engine(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_ENGINE); }
  @inline get counters(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_COUNTERS); }
  set counters(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_COUNTERS); }
  @inline get activity(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_ACTIVITY); }
  set activity(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_ACTIVITY); }
  @inline get echoes(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_ECHOES); }
  set echoes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_ECHOES); }
  @inline get guest(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_GUEST); }
  set guest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_GUEST); }
  @inline get paused(): u32 { return <u32>load<u8>(changetype<u32>(this), HOST_RECORD_PAUSED); }
  set paused(value: u32) { store<u8>(changetype<u32>(this), <u8>value, HOST_RECORD_PAUSED); }
  @inline get virtualProcessorsAt(): u32 { return changetype<u32>(this) + HOST_RECORD_VIRTUAL_PROCESSORS; }
  @inline get nextVirtualProcessorsAt(): u32 { return changetype<u32>(this) + HOST_RECORD_NEXT_VIRTUAL_PROCESSORS; }
  @inline get virtualCount(): u32 { return <u32>load<u32>(changetype<u32>(this), HOST_RECORD_VIRTUAL_COUNT); }
  set virtualCount(value: u32) { store<u32>(changetype<u32>(this), <u32>value, HOST_RECORD_VIRTUAL_COUNT); }
}

/** A network adapter. Receive queues and vectors: QueueRecord. */
@unmanaged
export class NicRecord {
  @inline get mac(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_MAC); }
  set mac(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_MAC); }
  @inline get psPerByte(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_PS_PER_BYTE); }
  set psPerByte(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_PS_PER_BYTE); }
  @inline get dmaDelay(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_DMA_DELAY); }
  set dmaDelay(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_DMA_DELAY); }
  @inline get lowestRate(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_LOWEST_RATE); }
  set lowestRate(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_LOWEST_RATE); }
  @inline get highestRate(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_HIGHEST_RATE); }
  set highestRate(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_HIGHEST_RATE); }
  @inline get host(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_HOST); }
  set host(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_HOST); }
  @inline get path(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_PATH); }
  set path(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_PATH); }
  @inline get mtu(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_MTU); }
  set mtu(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_MTU); }
  @inline get hardwareQueues(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_HARDWARE_QUEUES); }
  set hardwareQueues(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_HARDWARE_QUEUES); }
  @inline get queues(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_QUEUES); }
  set queues(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_QUEUES); }
  @inline get firstQueue(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_FIRST_QUEUE); }
  set firstQueue(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_FIRST_QUEUE); }
  @inline get receiveDescriptors(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_RECEIVE_DESCRIPTORS); }
  set receiveDescriptors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_RECEIVE_DESCRIPTORS); }
  @inline get transmitDescriptors(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_TRANSMIT_DESCRIPTORS); }
  set transmitDescriptors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_TRANSMIT_DESCRIPTORS); }
  @inline get interruptProcessor(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_INTERRUPT_PROCESSOR); }
  set interruptProcessor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_INTERRUPT_PROCESSOR); }
  @inline get lsoBytes4(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_LSO_BYTES4); }
  set lsoBytes4(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_LSO_BYTES4); }
  @inline get lsoBytes6(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_LSO_BYTES6); }
  set lsoBytes6(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_LSO_BYTES6); }
  @inline get firstAddress(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_FIRST_ADDRESS); }
  set firstAddress(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_FIRST_ADDRESS); }
  @inline get addresses(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_ADDRESSES); }
  set addresses(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_ADDRESSES); }
  @inline get rssTables(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_RSS_TABLES); }
  set rssTables(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_RSS_TABLES); }
  @inline get tableMask(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_TABLE_MASK); }
  set tableMask(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_TABLE_MASK); }
  @inline get defaultQueue(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_DEFAULT_QUEUE); }
  set defaultQueue(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_DEFAULT_QUEUE); }
  @inline get owner(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_OWNER); }
  set owner(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_OWNER); }
  @inline get neighbors(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_NEIGHBORS); }
  set neighbors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_NEIGHBORS); }
  @inline get interruptMode(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_INTERRUPT_MODE); }
  set interruptMode(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_INTERRUPT_MODE); }
  @inline get moderation(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_MODERATION); }
  set moderation(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_MODERATION); }
  @inline get checksumOffload(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_CHECKSUM_OFFLOAD); }
  set checksumOffload(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_CHECKSUM_OFFLOAD); }
  @inline get rss(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_RSS); }
  set rss(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_RSS); }
  @inline get rebalancing(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_REBALANCING); }
  set rebalancing(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_REBALANCING); }
  @inline get outside(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_OUTSIDE); }
  set outside(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_OUTSIDE); }
  @inline get tapped(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_TAPPED); }
  set tapped(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_TAPPED); }
  @inline get sending(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_SENDING); }
  set sending(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_SENDING); }
  @inline get nextTransmit(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_NEXT_TRANSMIT); }
  set nextTransmit(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_NEXT_TRANSMIT); }
  @inline get segmentIndex(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_SEGMENT_INDEX); }
  set segmentIndex(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_SEGMENT_INDEX); }
  @inline get pendingDpcs(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_PENDING_DPCS); }
  set pendingDpcs(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_PENDING_DPCS); }
  @inline get current(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_CURRENT); }
  set current(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_CURRENT); }
  @inline get sentFrames(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_SENT_FRAMES); }
  set sentFrames(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_SENT_FRAMES); }
  @inline get sentBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_SENT_BYTES); }
  set sentBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_SENT_BYTES); }
  @inline get sentLarge(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_SENT_LARGE); }
  set sentLarge(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_SENT_LARGE); }
  @inline get arrived(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_ARRIVED); }
  set arrived(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_ARRIVED); }
  @inline get arrivedBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_ARRIVED_BYTES); }
  set arrivedBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_ARRIVED_BYTES); }
  @inline get crcErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_CRC_ERRORS); }
  set crcErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_CRC_ERRORS); }
  @inline get filtered(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_FILTERED); }
  set filtered(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_FILTERED); }
  @inline get noBuffer(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_NO_BUFFER); }
  set noBuffer(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_NO_BUFFER); }
  @inline get tooLong(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_TOO_LONG); }
  set tooLong(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_TOO_LONG); }
  @inline get received(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_RECEIVED); }
  set received(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_RECEIVED); }
  @inline get receivedBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_RECEIVED_BYTES); }
  set receivedBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_RECEIVED_BYTES); }
  @inline get indicated(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_INDICATED); }
  set indicated(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_INDICATED); }
  @inline get interrupts(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_INTERRUPTS); }
  set interrupts(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_INTERRUPTS); }
  @inline get tableChanges(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_TABLE_CHANGES); }
  set tableChanges(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_TABLE_CHANGES); }
  @inline get noCable(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_NO_CABLE); }
  set noCable(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_NO_CABLE); }
  @inline get noMemory(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_NO_MEMORY); }
  set noMemory(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_NO_MEMORY); }
  @inline get transmitReady(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_RECORD_TRANSMIT_READY); }
  set transmitReady(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_RECORD_TRANSMIT_READY); }
  @inline get transmitWaiting(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_TRANSMIT_WAITING); }
  set transmitWaiting(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_TRANSMIT_WAITING); }
  @inline get largestBacklog(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_LARGEST_BACKLOG); }
  set largestBacklog(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_LARGEST_BACKLOG); }
  @inline get netDma(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_NET_DMA); }
  set netDma(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_NET_DMA); }
  @inline get counters(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_COUNTERS); }
  set counters(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_COUNTERS); }
  @inline get offloaded(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_OFFLOADED); }
  set offloaded(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_OFFLOADED); }
  @inline get offloadWaiting(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_OFFLOAD_WAITING); }
  set offloadWaiting(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_OFFLOAD_WAITING); }
  @inline get chimney(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_CHIMNEY); }
  set chimney(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_CHIMNEY); }
  @inline get virtualPort(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_VIRTUAL_PORT); }
  set virtualPort(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_VIRTUAL_PORT); }
  @inline get externalPort(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_EXTERNAL_PORT); }
  set externalPort(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_EXTERNAL_PORT); }
  @inline get vmq(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_RECORD_VMQ); }
  set vmq(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_RECORD_VMQ); }
  @inline get isVirtual(): u32 { return <u32>load<u8>(changetype<u32>(this), NIC_RECORD_IS_VIRTUAL); }
  set isVirtual(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NIC_RECORD_IS_VIRTUAL); }
}

/** A receive queue with its interrupt vector, and the transmit queue beside it. */
@unmanaged
export class QueueRecord {
  @inline get lastInterrupt(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_LAST_INTERRUPT); }
  set lastInterrupt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_LAST_INTERRUPT); }
  @inline get interval(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_INTERVAL); }
  set interval(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_INTERVAL); }
  @inline get frames(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_FRAMES); }
  set frames(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_FRAMES); }
  @inline get bytes(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_BYTES); }
  set bytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_BYTES); }
  @inline get drops(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_DROPS); }
  set drops(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_DROPS); }
  @inline get interrupts(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_INTERRUPTS); }
  set interrupts(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_INTERRUPTS); }
  @inline get dpcs(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_DPCS); }
  set dpcs(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_DPCS); }
  @inline get waitSum(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_WAIT_SUM); }
  set waitSum(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_WAIT_SUM); }
  @inline get first(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_FIRST); }
  set first(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_FIRST); }
  @inline get newest(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_NEWEST); }
  set newest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_NEWEST); }
  @inline get depth(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_DEPTH); }
  set depth(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_DEPTH); }
  @inline get peak(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_PEAK); }
  set peak(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_PEAK); }
  @inline get held(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_HELD); }
  set held(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_HELD); }
  @inline get processor(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_PROCESSOR); }
  set processor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_PROCESSOR); }
  @inline get sinceInterrupt(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_SINCE_INTERRUPT); }
  set sinceInterrupt(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_SINCE_INTERRUPT); }
  @inline get txFirst(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_TX_FIRST); }
  set txFirst(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_TX_FIRST); }
  @inline get txNewest(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_TX_NEWEST); }
  set txNewest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_TX_NEWEST); }
  @inline get txPosted(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_TX_POSTED); }
  set txPosted(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_TX_POSTED); }
  @inline get txDone(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_TX_DONE); }
  set txDone(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_TX_DONE); }
  @inline get txReclaimed(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_TX_RECLAIMED); }
  set txReclaimed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_TX_RECLAIMED); }
  @inline get masked(): u32 { return <u32>load<u8>(changetype<u32>(this), QUEUE_RECORD_MASKED); }
  set masked(value: u32) { store<u8>(changetype<u32>(this), <u8>value, QUEUE_RECORD_MASKED); }
  @inline get cause(): u32 { return <u32>load<u8>(changetype<u32>(this), QUEUE_RECORD_CAUSE); }
  set cause(value: u32) { store<u8>(changetype<u32>(this), <u8>value, QUEUE_RECORD_CAUSE); }
  @inline get armed(): u32 { return <u32>load<u8>(changetype<u32>(this), QUEUE_RECORD_ARMED); }
  set armed(value: u32) { store<u8>(changetype<u32>(this), <u8>value, QUEUE_RECORD_ARMED); }
  @inline get dpcQueued(): u32 { return <u32>load<u8>(changetype<u32>(this), QUEUE_RECORD_DPC_QUEUED); }
  set dpcQueued(value: u32) { store<u8>(changetype<u32>(this), <u8>value, QUEUE_RECORD_DPC_QUEUED); }
  @inline get remoteDpc(): u32 { return <u32>load<u8>(changetype<u32>(this), QUEUE_RECORD_REMOTE_DPC); }
  set remoteDpc(value: u32) { store<u8>(changetype<u32>(this), <u8>value, QUEUE_RECORD_REMOTE_DPC); }
  @inline get dpcTaken(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_DPC_TAKEN); }
  set dpcTaken(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_DPC_TAKEN); }
  @inline get discards(): u64 { return <u64>load<u64>(changetype<u32>(this), QUEUE_RECORD_DISCARDS); }
  set discards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, QUEUE_RECORD_DISCARDS); }
  @inline get vmqPort(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_VMQ_PORT); }
  set vmqPort(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_VMQ_PORT); }
  @inline get vmqFilters(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_VMQ_FILTERS); }
  set vmqFilters(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_VMQ_FILTERS); }
  @inline get vmqHeld(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_VMQ_HELD); }
  set vmqHeld(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_VMQ_HELD); }
  @inline get vmqNic(): u32 { return <u32>load<u32>(changetype<u32>(this), QUEUE_RECORD_VMQ_NIC); }
  set vmqNic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, QUEUE_RECORD_VMQ_NIC); }
  @inline get vmqState(): u32 { return <u32>load<u8>(changetype<u32>(this), QUEUE_RECORD_VMQ_STATE); }
  set vmqState(value: u32) { store<u8>(changetype<u32>(this), <u8>value, QUEUE_RECORD_VMQ_STATE); }
}

/** One direction of a cable. */
@unmanaged
export class PathRecord {
  @inline get delay(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_DELAY); }
  set delay(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_DELAY); }
  @inline get reorderingDelay(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_REORDERING_DELAY); }
  set reorderingDelay(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_REORDERING_DELAY); }
  @inline get loss(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_LOSS); }
  set loss(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_LOSS); }
  @inline get duplication(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_DUPLICATION); }
  set duplication(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_DUPLICATION); }
  @inline get reordering(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_REORDERING); }
  set reordering(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_REORDERING); }
  @inline get bitErrorMean(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_BIT_ERROR_MEAN); }
  set bitErrorMean(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_BIT_ERROR_MEAN); }
  @inline get bitsToError(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_BITS_TO_ERROR); }
  set bitsToError(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_BITS_TO_ERROR); }
  @inline get to(): u32 { return <u32>load<u32>(changetype<u32>(this), PATH_RECORD_TO); }
  set to(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PATH_RECORD_TO); }
  @inline get stream(): u32 { return <u32>load<u32>(changetype<u32>(this), PATH_RECORD_STREAM); }
  set stream(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PATH_RECORD_STREAM); }
  @inline get framesIn(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_FRAMES_IN); }
  set framesIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_FRAMES_IN); }
  @inline get bytesIn(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_BYTES_IN); }
  set bytesIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_BYTES_IN); }
  @inline get lost(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_LOST); }
  set lost(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_LOST); }
  @inline get duplicated(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_DUPLICATED); }
  set duplicated(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_DUPLICATED); }
  @inline get reordered(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_REORDERED); }
  set reordered(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_REORDERED); }
  @inline get corrupted(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_CORRUPTED); }
  set corrupted(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_CORRUPTED); }
  @inline get framesOut(): u64 { return <u64>load<u64>(changetype<u32>(this), PATH_RECORD_FRAMES_OUT); }
  set framesOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PATH_RECORD_FRAMES_OUT); }
}

/** A switch. */
@unmanaged
export class SwitchRecord {
  @inline get latency(): u64 { return <u64>load<u64>(changetype<u32>(this), SWITCH_RECORD_LATENCY); }
  set latency(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SWITCH_RECORD_LATENCY); }
  @inline get firstPort(): u32 { return <u32>load<u32>(changetype<u32>(this), SWITCH_RECORD_FIRST_PORT); }
  set firstPort(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SWITCH_RECORD_FIRST_PORT); }
  @inline get ports(): u32 { return <u32>load<u32>(changetype<u32>(this), SWITCH_RECORD_PORTS); }
  set ports(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SWITCH_RECORD_PORTS); }
  @inline get queueBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), SWITCH_RECORD_QUEUE_BYTES); }
  set queueBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SWITCH_RECORD_QUEUE_BYTES); }
  @inline get learned(): u32 { return <u32>load<u32>(changetype<u32>(this), SWITCH_RECORD_LEARNED); }
  set learned(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SWITCH_RECORD_LEARNED); }
  @inline get table(): u32 { return <u32>load<u32>(changetype<u32>(this), SWITCH_RECORD_TABLE); }
  set table(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SWITCH_RECORD_TABLE); }
  @inline get framesIn(): u64 { return <u64>load<u64>(changetype<u32>(this), SWITCH_RECORD_FRAMES_IN); }
  set framesIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SWITCH_RECORD_FRAMES_IN); }
  @inline get flooded(): u64 { return <u64>load<u64>(changetype<u32>(this), SWITCH_RECORD_FLOODED); }
  set flooded(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SWITCH_RECORD_FLOODED); }
}

/** A port of a switch, and its output queue. */
@unmanaged
export class PortRecord {
  @inline get psPerByte(): u64 { return <u64>load<u64>(changetype<u32>(this), PORT_RECORD_PS_PER_BYTE); }
  set psPerByte(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PORT_RECORD_PS_PER_BYTE); }
  @inline get sentFrames(): u64 { return <u64>load<u64>(changetype<u32>(this), PORT_RECORD_SENT_FRAMES); }
  set sentFrames(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PORT_RECORD_SENT_FRAMES); }
  @inline get drops(): u64 { return <u64>load<u64>(changetype<u32>(this), PORT_RECORD_DROPS); }
  set drops(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PORT_RECORD_DROPS); }
  @inline get path(): u32 { return <u32>load<u32>(changetype<u32>(this), PORT_RECORD_PATH); }
  set path(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PORT_RECORD_PATH); }
  @inline get device(): u32 { return <u32>load<u32>(changetype<u32>(this), PORT_RECORD_DEVICE); }
  set device(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PORT_RECORD_DEVICE); }
  @inline get first(): u32 { return <u32>load<u32>(changetype<u32>(this), PORT_RECORD_FIRST); }
  set first(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PORT_RECORD_FIRST); }
  @inline get newest(): u32 { return <u32>load<u32>(changetype<u32>(this), PORT_RECORD_NEWEST); }
  set newest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PORT_RECORD_NEWEST); }
  @inline get bytes(): u32 { return <u32>load<u32>(changetype<u32>(this), PORT_RECORD_BYTES); }
  set bytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PORT_RECORD_BYTES); }
  @inline get peakBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), PORT_RECORD_PEAK_BYTES); }
  set peakBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PORT_RECORD_PEAK_BYTES); }
  @inline get frames(): u32 { return <u32>load<u32>(changetype<u32>(this), PORT_RECORD_FRAMES); }
  set frames(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PORT_RECORD_FRAMES); }
  @inline get sending(): u32 { return <u32>load<u8>(changetype<u32>(this), PORT_RECORD_SENDING); }
  set sending(value: u32) { store<u8>(changetype<u32>(this), <u8>value, PORT_RECORD_SENDING); }
}

/** An IP address of an adapter. */
@unmanaged
export class AddressRecord {
  @inline get addressAt(): u32 { return changetype<u32>(this) + ADDRESS_RECORD_ADDRESS; }
  @inline get family(): u32 { return <u32>load<u8>(changetype<u32>(this), ADDRESS_RECORD_FAMILY); }
  set family(value: u32) { store<u8>(changetype<u32>(this), <u8>value, ADDRESS_RECORD_FAMILY); }
  @inline get prefix(): u32 { return <u32>load<u8>(changetype<u32>(this), ADDRESS_RECORD_PREFIX); }
  set prefix(value: u32) { store<u8>(changetype<u32>(this), <u8>value, ADDRESS_RECORD_PREFIX); }
}

/** An application, or a server that waits for the outside. */
@unmanaged
export class AppRecord {
  @inline get start(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_START); }
  set start(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_START); }
  @inline get interval(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_INTERVAL); }
  set interval(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_INTERVAL); }
  @inline get duration(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_DURATION); }
  set duration(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_DURATION); }
  @inline get pause(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_PAUSE); }
  set pause(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_PAUSE); }
  @inline get bytes(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_BYTES); }
  set bytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_BYTES); }
  @inline get count(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_COUNT); }
  set count(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_COUNT); }
  @inline get request(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_REQUEST); }
  set request(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_REQUEST); }
  @inline get response(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_RESPONSE); }
  set response(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_RESPONSE); }
  @inline get fromAddressAt(): u32 { return changetype<u32>(this) + APP_RECORD_FROM_ADDRESS; }
  @inline get toAddressAt(): u32 { return changetype<u32>(this) + APP_RECORD_TO_ADDRESS; }
  @inline get kind(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_KIND); }
  set kind(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_KIND); }
  @inline get family(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_FAMILY); }
  set family(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_FAMILY); }
  @inline get udp(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_UDP); }
  set udp(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_UDP); }
  @inline get outside(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_OUTSIDE); }
  set outside(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_OUTSIDE); }
  @inline get posted(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_POSTED); }
  set posted(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_POSTED); }
  @inline get stopped(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_STOPPED); }
  set stopped(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_STOPPED); }
  @inline get port(): u32 { return <u32>load<u16>(changetype<u32>(this), APP_RECORD_PORT); }
  set port(value: u32) { store<u16>(changetype<u32>(this), <u16>value, APP_RECORD_PORT); }
  @inline get connections(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_CONNECTIONS); }
  set connections(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_CONNECTIONS); }
  @inline get opened(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_OPENED); }
  set opened(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_OPENED); }
  @inline get client(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_CLIENT); }
  set client(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_CLIENT); }
  @inline get clientNic(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_CLIENT_NIC); }
  set clientNic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_CLIENT_NIC); }
  @inline get server(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_SERVER); }
  set server(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_SERVER); }
  @inline get serverNic(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_SERVER_NIC); }
  set serverNic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_SERVER_NIC); }
  @inline get bufferSize(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_BUFFER_SIZE); }
  set bufferSize(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_BUFFER_SIZE); }
  @inline get clientProcessors(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_CLIENT_PROCESSORS); }
  set clientProcessors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_CLIENT_PROCESSORS); }
  @inline get serverProcessors(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_SERVER_PROCESSORS); }
  set serverProcessors(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_SERVER_PROCESSORS); }
  @inline get clientTurn(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_CLIENT_TURN); }
  set clientTurn(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_CLIENT_TURN); }
  @inline get serverTurn(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_SERVER_TURN); }
  set serverTurn(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_SERVER_TURN); }
  @inline get firstText(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_FIRST_TEXT); }
  set firstText(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_FIRST_TEXT); }
  @inline get requestText(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_REQUEST_TEXT); }
  set requestText(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_REQUEST_TEXT); }
  @inline get responseText(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_RESPONSE_TEXT); }
  set responseText(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_RESPONSE_TEXT); }
  @inline get established(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_ESTABLISHED); }
  set established(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_ESTABLISHED); }
  @inline get failed(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_FAILED); }
  set failed(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_FAILED); }
  @inline get finished(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_FINISHED); }
  set finished(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_FINISHED); }
  @inline get sent(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_SENT); }
  set sent(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_SENT); }
  @inline get received(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_RECEIVED); }
  set received(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_RECEIVED); }
  @inline get serverReceived(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_SERVER_RECEIVED); }
  set serverReceived(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_SERVER_RECEIVED); }
  @inline get exchanges(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_EXCHANGES); }
  set exchanges(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_EXCHANGES); }
  @inline get latencySum(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_LATENCY_SUM); }
  set latencySum(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_LATENCY_SUM); }
  @inline get latencyMin(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_LATENCY_MIN); }
  set latencyMin(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_LATENCY_MIN); }
  @inline get latencyMax(): u64 { return <u64>load<u64>(changetype<u32>(this), APP_RECORD_LATENCY_MAX); }
  set latencyMax(value: u64) { store<u64>(changetype<u32>(this), <u64>value, APP_RECORD_LATENCY_MAX); }
  @inline get clientListAt(): u32 { return changetype<u32>(this) + APP_RECORD_CLIENT_LIST; }
  @inline get serverListAt(): u32 { return changetype<u32>(this) + APP_RECORD_SERVER_LIST; }
  @inline get latencies(): u32 { return <u32>load<u32>(changetype<u32>(this), APP_RECORD_LATENCIES); }
  set latencies(value: u32) { store<u32>(changetype<u32>(this), <u32>value, APP_RECORD_LATENCIES); }
  @inline get clientFilter(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_CLIENT_FILTER); }
  set clientFilter(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_CLIENT_FILTER); }
  @inline get serverFilter(): u32 { return <u32>load<u8>(changetype<u32>(this), APP_RECORD_SERVER_FILTER); }
  set serverFilter(value: u32) { store<u8>(changetype<u32>(this), <u8>value, APP_RECORD_SERVER_FILTER); }
}

/** A connection’s use: who it belongs to and what the application has still to do. Its TcpConnection has the same index. */
@unmanaged
export class Socket {
  @inline get timerAt(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_TIMER_AT); }
  set timerAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_TIMER_AT); }
  @inline get toSend(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_TO_SEND); }
  set toSend(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_TO_SEND); }
  @inline get handed(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_HANDED); }
  set handed(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_HANDED); }
  @inline get read(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_READ); }
  set read(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_READ); }
  @inline get wanted(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_WANTED); }
  set wanted(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_WANTED); }
  @inline get askedAt(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_ASKED_AT); }
  set askedAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_ASKED_AT); }
  @inline get done(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_DONE); }
  set done(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_DONE); }
  @inline get openedAt(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_OPENED_AT); }
  set openedAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_OPENED_AT); }
  @inline get latencySum(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_LATENCY_SUM); }
  set latencySum(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_LATENCY_SUM); }
  @inline get responseStart(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_RESPONSE_START); }
  set responseStart(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_RESPONSE_START); }
  @inline get retransmitted(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_RETRANSMITTED); }
  set retransmitted(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_RETRANSMITTED); }
  @inline get host(): u32 { return <u32>load<u16>(changetype<u32>(this), SOCKET_HOST); }
  set host(value: u32) { store<u16>(changetype<u32>(this), <u16>value, SOCKET_HOST); }
  @inline get nic(): u32 { return <u32>load<u16>(changetype<u32>(this), SOCKET_NIC); }
  set nic(value: u32) { store<u16>(changetype<u32>(this), <u16>value, SOCKET_NIC); }
  @inline get app(): u32 { return <u32>load<u16>(changetype<u32>(this), SOCKET_APP); }
  set app(value: u32) { store<u16>(changetype<u32>(this), <u16>value, SOCKET_APP); }
  @inline get processor(): u32 { return <u32>load<u16>(changetype<u32>(this), SOCKET_PROCESSOR); }
  set processor(value: u32) { store<u16>(changetype<u32>(this), <u16>value, SOCKET_PROCESSOR); }
  @inline get dpc(): u32 { return <u32>load<u16>(changetype<u32>(this), SOCKET_DPC); }
  set dpc(value: u32) { store<u16>(changetype<u32>(this), <u16>value, SOCKET_DPC); }
  @inline get flags(): u32 { return <u32>load<u16>(changetype<u32>(this), SOCKET_FLAGS); }
  set flags(value: u32) { store<u16>(changetype<u32>(this), <u16>value, SOCKET_FLAGS); }
  @inline get state(): u32 { return <u32>load<u8>(changetype<u32>(this), SOCKET_STATE); }
  set state(value: u32) { store<u8>(changetype<u32>(this), <u8>value, SOCKET_STATE); }
  @inline get content(): u32 { return <u32>load<u8>(changetype<u32>(this), SOCKET_CONTENT); }
  set content(value: u32) { store<u8>(changetype<u32>(this), <u8>value, SOCKET_CONTENT); }
  @inline get threadBound(): u32 { return <u32>load<u8>(changetype<u32>(this), SOCKET_THREAD_BOUND); }
  set threadBound(value: u32) { store<u8>(changetype<u32>(this), <u8>value, SOCKET_THREAD_BOUND); }
  @inline get lastState(): u32 { return <u32>load<u8>(changetype<u32>(this), SOCKET_LAST_STATE); }
  set lastState(value: u32) { store<u8>(changetype<u32>(this), <u8>value, SOCKET_LAST_STATE); }
  @inline get next(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_NEXT); }
  set next(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_NEXT); }
  @inline get hash(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_HASH); }
  set hash(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_HASH); }
  @inline get room(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_ROOM); }
  set room(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_ROOM); }
  @inline get filled(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_FILLED); }
  set filled(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_FILLED); }
  @inline get taken(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_TAKEN); }
  set taken(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_TAKEN); }
  @inline get store(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_STORE); }
  set store(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_STORE); }
  @inline get neighbor(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_NEIGHBOR); }
  set neighbor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_NEIGHBOR); }
  @inline get queue(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_QUEUE); }
  set queue(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_QUEUE); }
  @inline get flow(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_FLOW); }
  set flow(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_FLOW); }
  @inline get headerBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_HEADER_BYTES); }
  set headerBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_HEADER_BYTES); }
  @inline get requests(): u64 { return <u64>load<u64>(changetype<u32>(this), SOCKET_REQUESTS); }
  set requests(value: u64) { store<u64>(changetype<u32>(this), <u64>value, SOCKET_REQUESTS); }
  @inline get first(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_FIRST); }
  set first(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_FIRST); }
  @inline get newest(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_NEWEST); }
  set newest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_NEWEST); }
  @inline get waiting(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_WAITING); }
  set waiting(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_WAITING); }
  @inline get life(): u32 { return <u32>load<u32>(changetype<u32>(this), SOCKET_LIFE); }
  set life(value: u32) { store<u32>(changetype<u32>(this), <u32>value, SOCKET_LIFE); }
  @inline get offload(): u32 { return <u32>load<u8>(changetype<u32>(this), SOCKET_OFFLOAD); }
  set offload(value: u32) { store<u8>(changetype<u32>(this), <u8>value, SOCKET_OFFLOAD); }
}

/** A packet on its way: a TcpSegment or UDP datagram by description, or a frame by its bytes. */
@unmanaged
export class Packet {
  @inline get segmentAt(): u32 { return changetype<u32>(this) + PACKET_SEGMENT; }
  @inline get destinationMac(): u64 { return <u64>load<u64>(changetype<u32>(this), PACKET_DESTINATION_MAC); }
  set destinationMac(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PACKET_DESTINATION_MAC); }
  @inline get sourceMac(): u64 { return <u64>load<u64>(changetype<u32>(this), PACKET_SOURCE_MAC); }
  set sourceMac(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PACKET_SOURCE_MAC); }
  @inline get at(): u64 { return <u64>load<u64>(changetype<u32>(this), PACKET_AT); }
  set at(value: u64) { store<u64>(changetype<u32>(this), <u64>value, PACKET_AT); }
  @inline get next(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_NEXT); }
  set next(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_NEXT); }
  @inline get bytes(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_BYTES); }
  set bytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_BYTES); }
  @inline get frame(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_FRAME); }
  set frame(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_FRAME); }
  @inline get captured(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_CAPTURED); }
  set captured(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_CAPTURED); }
  @inline get hash(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_HASH); }
  set hash(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_HASH); }
  @inline get nic(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_NIC); }
  set nic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_NIC); }
  @inline get socket(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_SOCKET); }
  set socket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_SOCKET); }
  @inline get kind(): u32 { return <u32>load<u8>(changetype<u32>(this), PACKET_KIND); }
  set kind(value: u32) { store<u8>(changetype<u32>(this), <u8>value, PACKET_KIND); }
  @inline get flags(): u32 { return <u32>load<u8>(changetype<u32>(this), PACKET_FLAGS); }
  set flags(value: u32) { store<u8>(changetype<u32>(this), <u8>value, PACKET_FLAGS); }
  @inline get queue(): u32 { return <u32>load<u8>(changetype<u32>(this), PACKET_QUEUE); }
  set queue(value: u32) { store<u8>(changetype<u32>(this), <u8>value, PACKET_QUEUE); }
  @inline get hashType(): u32 { return <u32>load<u8>(changetype<u32>(this), PACKET_HASH_TYPE); }
  set hashType(value: u32) { store<u8>(changetype<u32>(this), <u8>value, PACKET_HASH_TYPE); }
  @inline get slices(): u32 { return <u32>load<u16>(changetype<u32>(this), PACKET_SLICES); }
  set slices(value: u32) { store<u16>(changetype<u32>(this), <u16>value, PACKET_SLICES); }
  @inline get vlan(): u32 { return <u32>load<u16>(changetype<u32>(this), PACKET_VLAN); }
  set vlan(value: u32) { store<u16>(changetype<u32>(this), <u16>value, PACKET_VLAN); }
  @inline get port(): u32 { return <u32>load<u16>(changetype<u32>(this), PACKET_PORT); }
  set port(value: u32) { store<u16>(changetype<u32>(this), <u16>value, PACKET_PORT); }
  @inline get vswitch(): u32 { return <u32>load<u16>(changetype<u32>(this), PACKET_VSWITCH); }
  set vswitch(value: u32) { store<u16>(changetype<u32>(this), <u16>value, PACKET_VSWITCH); }
  @inline get lease(): u32 { return <u32>load<u32>(changetype<u32>(this), PACKET_LEASE); }
  set lease(value: u32) { store<u32>(changetype<u32>(this), <u32>value, PACKET_LEASE); }
}

/** A neighbour of an adapter. */
@unmanaged
export class Neighbor {
  @inline get addressAt(): u32 { return changetype<u32>(this) + NEIGHBOR_ADDRESS; }
  @inline get mac(): u64 { return <u64>load<u64>(changetype<u32>(this), NEIGHBOR_MAC); }
  set mac(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NEIGHBOR_MAC); }
  @inline get confirmed(): u64 { return <u64>load<u64>(changetype<u32>(this), NEIGHBOR_CONFIRMED); }
  set confirmed(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NEIGHBOR_CONFIRMED); }
  @inline get nic(): u32 { return <u32>load<u32>(changetype<u32>(this), NEIGHBOR_NIC); }
  set nic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NEIGHBOR_NIC); }
  @inline get first(): u32 { return <u32>load<u32>(changetype<u32>(this), NEIGHBOR_FIRST); }
  set first(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NEIGHBOR_FIRST); }
  @inline get waiting(): u32 { return <u32>load<u8>(changetype<u32>(this), NEIGHBOR_WAITING); }
  set waiting(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NEIGHBOR_WAITING); }
  @inline get family(): u32 { return <u32>load<u8>(changetype<u32>(this), NEIGHBOR_FAMILY); }
  set family(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NEIGHBOR_FAMILY); }
  @inline get state(): u32 { return <u32>load<u8>(changetype<u32>(this), NEIGHBOR_STATE); }
  set state(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NEIGHBOR_STATE); }
  @inline get tries(): u32 { return <u32>load<u8>(changetype<u32>(this), NEIGHBOR_TRIES); }
  set tries(value: u32) { store<u8>(changetype<u32>(this), <u8>value, NEIGHBOR_TRIES); }
  @inline get next(): u32 { return <u32>load<u32>(changetype<u32>(this), NEIGHBOR_NEXT); }
  set next(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NEIGHBOR_NEXT); }
}

/** What one processor did for one adapter, or, in the row behind those of all adapters, for none. */
@unmanaged
export class ActivityRecord {
  @inline get interrupts(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_INTERRUPTS); }
  set interrupts(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_INTERRUPTS); }
  @inline get dpcs(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_DPCS); }
  set dpcs(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_DPCS); }
  @inline get remoteDpcs(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_REMOTE_DPCS); }
  set remoteDpcs(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_REMOTE_DPCS); }
  @inline get indications(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_INDICATIONS); }
  set indications(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_INDICATIONS); }
  @inline get receivedPackets(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_RECEIVED_PACKETS); }
  set receivedPackets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_RECEIVED_PACKETS); }
  @inline get returnCalls(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_RETURN_CALLS); }
  set returnCalls(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_RETURN_CALLS); }
  @inline get returnedPackets(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_RETURNED_PACKETS); }
  set returnedPackets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_RETURNED_PACKETS); }
  @inline get sendRequests(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_SEND_REQUESTS); }
  set sendRequests(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_SEND_REQUESTS); }
  @inline get sentPackets(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_SENT_PACKETS); }
  set sentPackets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_SENT_PACKETS); }
  @inline get sendCompletes(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_SEND_COMPLETES); }
  set sendCompletes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_SEND_COMPLETES); }
  @inline get completedPackets(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_COMPLETED_PACKETS); }
  set completedPackets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_COMPLETED_PACKETS); }
  @inline get tableChanges(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_TABLE_CHANGES); }
  set tableChanges(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_TABLE_CHANGES); }
  @inline get offloadReceiveBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_OFFLOAD_RECEIVE_BYTES); }
  set offloadReceiveBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_OFFLOAD_RECEIVE_BYTES); }
  @inline get offloadIndications(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_OFFLOAD_INDICATIONS); }
  set offloadIndications(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_OFFLOAD_INDICATIONS); }
  @inline get offloadSendBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_OFFLOAD_SEND_BYTES); }
  set offloadSendBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_OFFLOAD_SEND_BYTES); }
  @inline get offloadSendRequests(): u64 { return <u64>load<u64>(changetype<u32>(this), ACTIVITY_RECORD_OFFLOAD_SEND_REQUESTS); }
  set offloadSendRequests(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ACTIVITY_RECORD_OFFLOAD_SEND_REQUESTS); }
}

/** What an adapter counts beside its NicRecord. */
@unmanaged
export class NicCounters {
  @inline get activity(): u32 { return <u32>load<u32>(changetype<u32>(this), NIC_COUNTERS_ACTIVITY); }
  set activity(value: u32) { store<u32>(changetype<u32>(this), <u32>value, NIC_COUNTERS_ACTIVITY); }
  @inline get groupIn(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_COUNTERS_GROUP_IN); }
  set groupIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_COUNTERS_GROUP_IN); }
  @inline get groupBytesIn(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_COUNTERS_GROUP_BYTES_IN); }
  set groupBytesIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_COUNTERS_GROUP_BYTES_IN); }
  @inline get groupOut(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_COUNTERS_GROUP_OUT); }
  set groupOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_COUNTERS_GROUP_OUT); }
  @inline get groupBytesOut(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_COUNTERS_GROUP_BYTES_OUT); }
  set groupBytesOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_COUNTERS_GROUP_BYTES_OUT); }
  @inline get unknownProtocols(): u64 { return <u64>load<u64>(changetype<u32>(this), NIC_COUNTERS_UNKNOWN_PROTOCOLS); }
  set unknownProtocols(value: u64) { store<u64>(changetype<u32>(this), <u64>value, NIC_COUNTERS_UNKNOWN_PROTOCOLS); }
}

/** What a host counts of one IP family, named as in RFC 4293, 4113 and 2011; TCP counts in TcpStack. */
@unmanaged
export class FamilyCounters {
  @inline get inReceives(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_IN_RECEIVES); }
  set inReceives(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_IN_RECEIVES); }
  @inline get inHeaderErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_IN_HEADER_ERRORS); }
  set inHeaderErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_IN_HEADER_ERRORS); }
  @inline get inAddressErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_IN_ADDRESS_ERRORS); }
  set inAddressErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_IN_ADDRESS_ERRORS); }
  @inline get inUnknownProtocols(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_IN_UNKNOWN_PROTOCOLS); }
  set inUnknownProtocols(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_IN_UNKNOWN_PROTOCOLS); }
  @inline get inDiscards(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_IN_DISCARDS); }
  set inDiscards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_IN_DISCARDS); }
  @inline get inDelivers(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_IN_DELIVERS); }
  set inDelivers(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_IN_DELIVERS); }
  @inline get outRequests(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_OUT_REQUESTS); }
  set outRequests(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_OUT_REQUESTS); }
  @inline get outDiscards(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_OUT_DISCARDS); }
  set outDiscards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_OUT_DISCARDS); }
  @inline get outNoRoutes(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_OUT_NO_ROUTES); }
  set outNoRoutes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_OUT_NO_ROUTES); }
  @inline get icmpIn(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_IN); }
  set icmpIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_IN); }
  @inline get icmpInErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_IN_ERRORS); }
  set icmpInErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_IN_ERRORS); }
  @inline get icmpInUnreachable(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_IN_UNREACHABLE); }
  set icmpInUnreachable(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_IN_UNREACHABLE); }
  @inline get icmpInEchos(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_IN_ECHOS); }
  set icmpInEchos(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_IN_ECHOS); }
  @inline get icmpInReplies(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_IN_REPLIES); }
  set icmpInReplies(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_IN_REPLIES); }
  @inline get icmpOut(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_OUT); }
  set icmpOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_OUT); }
  @inline get icmpOutUnreachable(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_OUT_UNREACHABLE); }
  set icmpOutUnreachable(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_OUT_UNREACHABLE); }
  @inline get icmpOutEchos(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_OUT_ECHOS); }
  set icmpOutEchos(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_OUT_ECHOS); }
  @inline get icmpOutReplies(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_ICMP_OUT_REPLIES); }
  set icmpOutReplies(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_ICMP_OUT_REPLIES); }
  @inline get udpIn(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_UDP_IN); }
  set udpIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_UDP_IN); }
  @inline get udpNoPorts(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_UDP_NO_PORTS); }
  set udpNoPorts(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_UDP_NO_PORTS); }
  @inline get udpErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_UDP_ERRORS); }
  set udpErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_UDP_ERRORS); }
  @inline get udpOut(): u64 { return <u64>load<u64>(changetype<u32>(this), FAMILY_COUNTERS_UDP_OUT); }
  set udpOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FAMILY_COUNTERS_UDP_OUT); }
}

/** An echo request of a host. A host keeps the last limits.Echoes. */
@unmanaged
export class EchoRecord {
  @inline get addressAt(): u32 { return changetype<u32>(this) + ECHO_RECORD_ADDRESS; }
  @inline get sentAt(): u64 { return <u64>load<u64>(changetype<u32>(this), ECHO_RECORD_SENT_AT); }
  set sentAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ECHO_RECORD_SENT_AT); }
  @inline get repliedAt(): u64 { return <u64>load<u64>(changetype<u32>(this), ECHO_RECORD_REPLIED_AT); }
  set repliedAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, ECHO_RECORD_REPLIED_AT); }
  @inline get number(): u32 { return <u32>load<u32>(changetype<u32>(this), ECHO_RECORD_NUMBER); }
  set number(value: u32) { store<u32>(changetype<u32>(this), <u32>value, ECHO_RECORD_NUMBER); }
  @inline get bytes(): u32 { return <u32>load<u32>(changetype<u32>(this), ECHO_RECORD_BYTES); }
  set bytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, ECHO_RECORD_BYTES); }
  @inline get replyBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), ECHO_RECORD_REPLY_BYTES); }
  set replyBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, ECHO_RECORD_REPLY_BYTES); }
  @inline get nic(): u32 { return <u32>load<u32>(changetype<u32>(this), ECHO_RECORD_NIC); }
  set nic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, ECHO_RECORD_NIC); }
  @inline get source(): u32 { return <u32>load<u32>(changetype<u32>(this), ECHO_RECORD_SOURCE); }
  set source(value: u32) { store<u32>(changetype<u32>(this), <u32>value, ECHO_RECORD_SOURCE); }
  @inline get identifier(): u32 { return <u32>load<u16>(changetype<u32>(this), ECHO_RECORD_IDENTIFIER); }
  set identifier(value: u32) { store<u16>(changetype<u32>(this), <u16>value, ECHO_RECORD_IDENTIFIER); }
  @inline get sequence(): u32 { return <u32>load<u16>(changetype<u32>(this), ECHO_RECORD_SEQUENCE); }
  set sequence(value: u32) { store<u16>(changetype<u32>(this), <u16>value, ECHO_RECORD_SEQUENCE); }
  @inline get hopLimit(): u32 { return <u32>load<u8>(changetype<u32>(this), ECHO_RECORD_HOP_LIMIT); }
  set hopLimit(value: u32) { store<u8>(changetype<u32>(this), <u8>value, ECHO_RECORD_HOP_LIMIT); }
  @inline get replyHopLimit(): u32 { return <u32>load<u8>(changetype<u32>(this), ECHO_RECORD_REPLY_HOP_LIMIT); }
  set replyHopLimit(value: u32) { store<u8>(changetype<u32>(this), <u8>value, ECHO_RECORD_REPLY_HOP_LIMIT); }
  @inline get family(): u32 { return <u32>load<u8>(changetype<u32>(this), ECHO_RECORD_FAMILY); }
  set family(value: u32) { store<u8>(changetype<u32>(this), <u8>value, ECHO_RECORD_FAMILY); }
  @inline get dontFragment(): u32 { return <u32>load<u8>(changetype<u32>(this), ECHO_RECORD_DONT_FRAGMENT); }
  set dontFragment(value: u32) { store<u8>(changetype<u32>(this), <u8>value, ECHO_RECORD_DONT_FRAGMENT); }
  @inline get state(): u32 { return <u32>load<u8>(changetype<u32>(this), ECHO_RECORD_STATE); }
  set state(value: u32) { store<u8>(changetype<u32>(this), <u8>value, ECHO_RECORD_STATE); }
}

/** The copy engine of a host; its DmaChannel records follow. */
@unmanaged
export class DmaEngine {
  @inline get psPerByte(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_PS_PER_BYTE); }
  set psPerByte(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_PS_PER_BYTE); }
  @inline get latency(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_LATENCY); }
  set latency(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_LATENCY); }
  @inline get coldBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_COLD_BYTES); }
  set coldBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_COLD_BYTES); }
  @inline get warmBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_WARM_BYTES); }
  set warmBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_WARM_BYTES); }
  @inline get movedBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_MOVED_BYTES); }
  set movedBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_MOVED_BYTES); }
  @inline get pinnedPages(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_PINNED_PAGES); }
  set pinnedPages(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_PINNED_PAGES); }
  @inline get polled(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_POLLED); }
  set polled(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_POLLED); }
  @inline get verified(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_ENGINE_VERIFIED); }
  set verified(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_ENGINE_VERIFIED); }
  @inline get declinesAt(): u32 { return changetype<u32>(this) + DMA_ENGINE_DECLINES; }
  @inline get declinedBytesAt(): u32 { return changetype<u32>(this) + DMA_ENGINE_DECLINED_BYTES; }
  @inline get firstChannelAt(): u32 { return changetype<u32>(this) + DMA_ENGINE_FIRST_CHANNEL; }
  @inline get host(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_HOST); }
  set host(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_HOST); }
  @inline get channels(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_CHANNELS); }
  set channels(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_CHANNELS); }
  @inline get stride(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_STRIDE); }
  set stride(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_STRIDE); }
  @inline get version(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_VERSION); }
  set version(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_VERSION); }
  @inline get threshold(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_THRESHOLD); }
  set threshold(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_THRESHOLD); }
  @inline get leastFragment(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_LEAST_FRAGMENT); }
  set leastFragment(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_LEAST_FRAGMENT); }
  @inline get maximumTransfer(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_MAXIMUM_TRANSFER); }
  set maximumTransfer(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_MAXIMUM_TRANSFER); }
  @inline get cacheShare(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_CACHE_SHARE); }
  set cacheShare(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_CACHE_SHARE); }
  @inline get misplaced(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_ENGINE_MISPLACED); }
  set misplaced(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_ENGINE_MISPLACED); }
  @inline get on(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_ENGINE_ON); }
  set on(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_ENGINE_ON); }
  @inline get cacheAccess(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_ENGINE_CACHE_ACCESS); }
  set cacheAccess(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_ENGINE_CACHE_ACCESS); }
}

/** A channel: a ring of descriptors, worked off in order. */
@unmanaged
export class DmaChannel {
  @inline get startedAt(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_STARTED_AT); }
  set startedAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_STARTED_AT); }
  @inline get descriptors(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_DESCRIPTORS); }
  set descriptors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_DESCRIPTORS); }
  @inline get bytes(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_BYTES); }
  set bytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_BYTES); }
  @inline get busy(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_BUSY); }
  set busy(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_BUSY); }
  @inline get batches(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_BATCHES); }
  set batches(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_BATCHES); }
  @inline get sourcePageBreaks(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_SOURCE_PAGE_BREAKS); }
  set sourcePageBreaks(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_SOURCE_PAGE_BREAKS); }
  @inline get destinationPageBreaks(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_DESTINATION_PAGE_BREAKS); }
  set destinationPageBreaks(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_DESTINATION_PAGE_BREAKS); }
  @inline get contextChanges(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_CONTEXT_CHANGES); }
  set contextChanges(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_CONTEXT_CHANGES); }
  @inline get abortedDescriptors(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_CHANNEL_ABORTED_DESCRIPTORS); }
  set abortedDescriptors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_CHANNEL_ABORTED_DESCRIPTORS); }
  @inline get engine(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_ENGINE); }
  set engine(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_ENGINE); }
  @inline get ring(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_RING); }
  set ring(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_RING); }
  @inline get slots(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_SLOTS); }
  set slots(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_SLOTS); }
  @inline get posted(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_POSTED); }
  set posted(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_POSTED); }
  @inline get rung(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_RUNG); }
  set rung(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_RUNG); }
  @inline get done(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_DONE); }
  set done(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_DONE); }
  @inline get abortedTo(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_ABORTED_TO); }
  set abortedTo(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_ABORTED_TO); }
  @inline get copying(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_COPYING); }
  set copying(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_COPYING); }
  @inline get ticket(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_TICKET); }
  set ticket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_TICKET); }
  @inline get batch(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_BATCH); }
  set batch(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_BATCH); }
  @inline get batchSocket(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_BATCH_SOCKET); }
  set batchSocket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_BATCH_SOCKET); }
  @inline get touched(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_TOUCHED); }
  set touched(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_TOUCHED); }
  @inline get ringer(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_RINGER); }
  set ringer(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_RINGER); }
  @inline get processor(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_PROCESSOR); }
  set processor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_PROCESSOR); }
  @inline get number(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_NUMBER); }
  set number(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_NUMBER); }
  @inline get peak(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_PEAK); }
  set peak(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_PEAK); }
  @inline get suspensions(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_SUSPENSIONS); }
  set suspensions(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_SUSPENSIONS); }
  @inline get aborts(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_ABORTS); }
  set aborts(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_ABORTS); }
  @inline get resets(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_CHANNEL_RESETS); }
  set resets(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_CHANNEL_RESETS); }
  @inline get state(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_CHANNEL_STATE); }
  set state(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_CHANNEL_STATE); }
  @inline get moving(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_CHANNEL_MOVING); }
  set moving(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_CHANNEL_MOVING); }
  @inline get suspended(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_CHANNEL_SUSPENDED); }
  set suspended(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_CHANNEL_SUSPENDED); }
  @inline get halted(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_CHANNEL_HALTED); }
  set halted(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_CHANNEL_HALTED); }
  @inline get copyQueued(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_CHANNEL_COPY_QUEUED); }
  set copyQueued(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_CHANNEL_COPY_QUEUED); }
  @inline get contextLost(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_CHANNEL_CONTEXT_LOST); }
  set contextLost(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_CHANNEL_CONTEXT_LOST); }
  @inline get apic(): u32 { return <u32>load<u8>(changetype<u32>(this), DMA_CHANNEL_APIC); }
  set apic(value: u32) { store<u8>(changetype<u32>(this), <u8>value, DMA_CHANNEL_APIC); }
}

/** A piece of a receive copy. */
@unmanaged
export class DmaDescriptor {
  @inline get offset(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_DESCRIPTOR_OFFSET); }
  set offset(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_DESCRIPTOR_OFFSET); }
  @inline get nextOffset(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_DESCRIPTOR_NEXT_OFFSET); }
  set nextOffset(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_DESCRIPTOR_NEXT_OFFSET); }
  @inline get length(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_DESCRIPTOR_LENGTH); }
  set length(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_DESCRIPTOR_LENGTH); }
  @inline get flags(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_DESCRIPTOR_FLAGS); }
  set flags(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_DESCRIPTOR_FLAGS); }
  @inline get socket(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_DESCRIPTOR_SOCKET); }
  set socket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_DESCRIPTOR_SOCKET); }
  @inline get life(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_DESCRIPTOR_LIFE); }
  set life(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_DESCRIPTOR_LIFE); }
}

/** What the copy engine has to do with a socket; has its index. */
@unmanaged
export class DmaReceiver {
  @inline get from(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_RECEIVER_FROM); }
  set from(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_RECEIVER_FROM); }
  @inline get coverage(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_RECEIVER_COVERAGE); }
  set coverage(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_RECEIVER_COVERAGE); }
  @inline get page(): u64 { return <u64>load<u64>(changetype<u32>(this), DMA_RECEIVER_PAGE); }
  set page(value: u64) { store<u64>(changetype<u32>(this), <u64>value, DMA_RECEIVER_PAGE); }
  @inline get life(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_RECEIVER_LIFE); }
  set life(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_RECEIVER_LIFE); }
  @inline get pending(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_RECEIVER_PENDING); }
  set pending(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_RECEIVER_PENDING); }
  @inline get landed(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_RECEIVER_LANDED); }
  set landed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_RECEIVER_LANDED); }
  @inline get pages(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_RECEIVER_PAGES); }
  set pages(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_RECEIVER_PAGES); }
  @inline get channel(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_RECEIVER_CHANNEL); }
  set channel(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_RECEIVER_CHANNEL); }
  @inline get newest(): u32 { return <u32>load<u32>(changetype<u32>(this), DMA_RECEIVER_NEWEST); }
  set newest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, DMA_RECEIVER_NEWEST); }
}

/** What host and adapter note of a connection beside its state. Its Socket has the same index. */
@unmanaged
export class Offload {
  @inline get timerAt(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TIMER_AT); }
  set timerAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TIMER_AT); }
  @inline get activeAt(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_ACTIVE_AT); }
  set activeAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_ACTIVE_AT); }
  @inline get smoothedRtt(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_SMOOTHED_RTT); }
  set smoothedRtt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_SMOOTHED_RTT); }
  @inline get ticket(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TICKET); }
  set ticket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TICKET); }
  @inline get nic(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_NIC); }
  set nic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_NIC); }
  @inline get engine(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_ENGINE); }
  set engine(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_ENGINE); }
  @inline get reason(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_REASON); }
  set reason(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_REASON); }
  @inline get bar(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_BAR); }
  set bar(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_BAR); }
  @inline get wanted(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_WANTED); }
  set wanted(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_WANTED); }
  @inline get returned(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_RETURNED); }
  set returned(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_RETURNED); }
  @inline get posted(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_POSTED); }
  set posted(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_POSTED); }
  @inline get pending(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_PENDING); }
  set pending(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_PENDING); }
  @inline get dpcQueued(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_DPC_QUEUED); }
  set dpcQueued(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_DPC_QUEUED); }
  @inline get invalid(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_INVALID); }
  set invalid(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_INVALID); }
  @inline get abort(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_ABORT); }
  set abort(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_ABORT); }
  @inline get querying(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_QUERYING); }
  set querying(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_QUERYING); }
  @inline get raised(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_RAISED); }
  set raised(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_RAISED); }
  @inline get nextPosted(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_NEXT_POSTED); }
  set nextPosted(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_NEXT_POSTED); }
  @inline get nextPending(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_NEXT_PENDING); }
  set nextPending(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_NEXT_PENDING); }
  @inline get heldFirst(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_HELD_FIRST); }
  set heldFirst(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_HELD_FIRST); }
  @inline get heldNewest(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_HELD_NEWEST); }
  set heldNewest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_HELD_NEWEST); }
  @inline get held(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_HELD); }
  set held(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_HELD); }
  @inline get requests(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_REQUESTS); }
  set requests(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_REQUESTS); }
  @inline get windowSent(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_WINDOW_SENT); }
  set windowSent(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_WINDOW_SENT); }
  @inline get windowRepeated(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_WINDOW_REPEATED); }
  set windowRepeated(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_WINDOW_REPEATED); }
  @inline get windowArrived(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_WINDOW_ARRIVED); }
  set windowArrived(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_WINDOW_ARRIVED); }
  @inline get windowDisordered(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_WINDOW_DISORDERED); }
  set windowDisordered(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_WINDOW_DISORDERED); }
  @inline get windowBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_WINDOW_BYTES); }
  set windowBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_WINDOW_BYTES); }
  @inline get windowUnposted(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_WINDOW_UNPOSTED); }
  set windowUnposted(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_WINDOW_UNPOSTED); }
  @inline get windowRequests(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_WINDOW_REQUESTS); }
  set windowRequests(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_WINDOW_REQUESTS); }
  @inline get offloads(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_OFFLOADS); }
  set offloads(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_OFFLOADS); }
  @inline get uploads(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_UPLOADS); }
  set uploads(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_UPLOADS); }
  @inline get forwarded(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_FORWARDED); }
  set forwarded(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_FORWARDED); }
  @inline get packets(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_PACKETS); }
  set packets(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_PACKETS); }
}

/** The part of an adapter that runs TCP connections, and what its host has set for them. Of a virtual adapter: settings, stacks and counts of the virtual machine, whose connections run in the physical one. */
@unmanaged
export class OffloadTarget {
  @inline get interval(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_INTERVAL); }
  set interval(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_INTERVAL); }
  @inline get latency(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_LATENCY); }
  set latency(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_LATENCY); }
  @inline get roundTrip(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_ROUND_TRIP); }
  set roundTrip(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_ROUND_TRIP); }
  @inline get bytes(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_BYTES); }
  set bytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_BYTES); }
  @inline get since(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_SINCE); }
  set since(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_SINCE); }
  @inline get lowActivity(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_LOW_ACTIVITY); }
  set lowActivity(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_LOW_ACTIVITY); }
  @inline get stack4(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_STACK4); }
  set stack4(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_STACK4); }
  @inline get stack6(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_STACK6); }
  set stack6(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_STACK6); }
  @inline get capacity(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_CAPACITY); }
  set capacity(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_CAPACITY); }
  @inline get queueLimit(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_QUEUE_LIMIT); }
  set queueLimit(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_QUEUE_LIMIT); }
  @inline get interruptPermille(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_INTERRUPT_PERMILLE); }
  set interruptPermille(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_INTERRUPT_PERMILLE); }
  @inline get dropPermille(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_DROP_PERMILLE); }
  set dropPermille(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_DROP_PERMILLE); }
  @inline get disorderPermille(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_DISORDER_PERMILLE); }
  set disorderPermille(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_DISORDER_PERMILLE); }
  @inline get unpostedPermille(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_UNPOSTED_PERMILLE); }
  set unpostedPermille(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_UNPOSTED_PERMILLE); }
  @inline get smallRequest(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_SMALL_REQUEST); }
  set smallRequest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_SMALL_REQUEST); }
  @inline get portCount(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_PORT_COUNT); }
  set portCount(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_PORT_COUNT); }
  @inline get mode(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_MODE); }
  set mode(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_MODE); }
  @inline get reason(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_REASON); }
  set reason(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_REASON); }
  @inline get reason4(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_REASON4); }
  set reason4(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_REASON4); }
  @inline get reason6(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_REASON6); }
  set reason6(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_REASON6); }
  @inline get paused(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_PAUSED); }
  set paused(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_PAUSED); }
  @inline get ipsec(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_IPSEC); }
  set ipsec(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_IPSEC); }
  @inline get optional(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_OPTIONAL); }
  set optional(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_OPTIONAL); }
  @inline get retroactive(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_RETROACTIVE); }
  set retroactive(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_RETROACTIVE); }
  @inline get serving(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_SERVING); }
  set serving(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_SERVING); }
  @inline get turn(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_TURN); }
  set turn(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_TURN); }
  @inline get wireTurn(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_WIRE_TURN); }
  set wireTurn(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_WIRE_TURN); }
  @inline get first(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_FIRST); }
  set first(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_FIRST); }
  @inline get newest(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_NEWEST); }
  set newest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_NEWEST); }
  @inline get depth(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_DEPTH); }
  set depth(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_DEPTH); }
  @inline get peak(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_PEAK); }
  set peak(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_PEAK); }
  @inline get sendFirst(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_SEND_FIRST); }
  set sendFirst(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_SEND_FIRST); }
  @inline get sendNewest(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_SEND_NEWEST); }
  set sendNewest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_SEND_NEWEST); }
  @inline get pendingFirst(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_PENDING_FIRST); }
  set pendingFirst(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_PENDING_FIRST); }
  @inline get pendingNewest(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_PENDING_NEWEST); }
  set pendingNewest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_PENDING_NEWEST); }
  @inline get readyFirst(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_READY_FIRST); }
  set readyFirst(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_READY_FIRST); }
  @inline get readyNewest(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_READY_NEWEST); }
  set readyNewest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_READY_NEWEST); }
  @inline get nextReady(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_NEXT_READY); }
  set nextReady(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_NEXT_READY); }
  @inline get physical(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_PHYSICAL); }
  set physical(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_PHYSICAL); }
  @inline get isReady(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_IS_READY); }
  set isReady(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_IS_READY); }
  @inline get familyTurn(): u32 { return <u32>load<u8>(changetype<u32>(this), OFFLOAD_TARGET_FAMILY_TURN); }
  set familyTurn(value: u32) { store<u8>(changetype<u32>(this), <u8>value, OFFLOAD_TARGET_FAMILY_TURN); }
  @inline get credit(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_CREDIT); }
  set credit(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_CREDIT); }
  @inline get served(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_SERVED); }
  set served(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_SERVED); }
  @inline get busy(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_BUSY); }
  set busy(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_BUSY); }
  @inline get drops(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_DROPS); }
  set drops(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_DROPS); }
  @inline get taken(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_TAKEN); }
  set taken(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_TAKEN); }
  @inline get takenBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_TAKEN_BYTES); }
  set takenBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_TAKEN_BYTES); }
  @inline get passedUp(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_PASSED_UP); }
  set passedUp(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_PASSED_UP); }
  @inline get discards(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_DISCARDS); }
  set discards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_DISCARDS); }
  @inline get unkeptBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_UNKEPT_BYTES); }
  set unkeptBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_UNKEPT_BYTES); }
  @inline get forwarded(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_FORWARDED); }
  set forwarded(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_FORWARDED); }
  @inline get sent(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_SENT); }
  set sent(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_SENT); }
  @inline get sentBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_SENT_BYTES); }
  set sentBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_SENT_BYTES); }
  @inline get receivedData(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_RECEIVED_DATA); }
  set receivedData(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_RECEIVED_DATA); }
  @inline get copiedData(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_COPIED_DATA); }
  set copiedData(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_COPIED_DATA); }
  @inline get sentData(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_SENT_DATA); }
  set sentData(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_SENT_DATA); }
  @inline get sendRequests(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_SEND_REQUESTS); }
  set sendRequests(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_SEND_REQUESTS); }
  @inline get indications(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_INDICATIONS); }
  set indications(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_INDICATIONS); }
  @inline get offloading(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_OFFLOADING); }
  set offloading(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_OFFLOADING); }
  @inline get offloaded(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_OFFLOADED); }
  set offloaded(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_OFFLOADED); }
  @inline get uploading(): u32 { return <u32>load<u32>(changetype<u32>(this), OFFLOAD_TARGET_UPLOADING); }
  set uploading(value: u32) { store<u32>(changetype<u32>(this), <u32>value, OFFLOAD_TARGET_UPLOADING); }
  @inline get offloads(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_OFFLOADS); }
  set offloads(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_OFFLOADS); }
  @inline get uploads(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_UPLOADS); }
  set uploads(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_UPLOADS); }
  @inline get lost(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_LOST); }
  set lost(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_LOST); }
  @inline get updates(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_UPDATES); }
  set updates(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_UPDATES); }
  @inline get queries(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_QUERIES); }
  set queries(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_QUERIES); }
  @inline get invalidates(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_TARGET_INVALIDATES); }
  set invalidates(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_TARGET_INVALIDATES); }
  @inline get uploadReasonsAt(): u32 { return changetype<u32>(this) + OFFLOAD_TARGET_UPLOAD_REASONS; }
  @inline get requestReasonsAt(): u32 { return changetype<u32>(this) + OFFLOAD_TARGET_REQUEST_REASONS; }
  @inline get portsAt(): u32 { return changetype<u32>(this) + OFFLOAD_TARGET_PORTS; }
}

/** IP_OFFLOAD_STATS of one family of an adapter, and what its TcpStack does not count. IPv4 first, then IPv6, for each adapter. */
@unmanaged
export class OffloadFamily {
  @inline get inReceives(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_IN_RECEIVES); }
  set inReceives(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_IN_RECEIVES); }
  @inline get inOctets(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_IN_OCTETS); }
  set inOctets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_IN_OCTETS); }
  @inline get inDelivers(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_IN_DELIVERS); }
  set inDelivers(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_IN_DELIVERS); }
  @inline get outRequests(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_OUT_REQUESTS); }
  set outRequests(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_OUT_REQUESTS); }
  @inline get outOctets(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_OUT_OCTETS); }
  set outOctets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_OUT_OCTETS); }
  @inline get inHeaderErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_IN_HEADER_ERRORS); }
  set inHeaderErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_IN_HEADER_ERRORS); }
  @inline get inTruncatedPackets(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_IN_TRUNCATED_PACKETS); }
  set inTruncatedPackets(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_IN_TRUNCATED_PACKETS); }
  @inline get inDiscards(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_IN_DISCARDS); }
  set inDiscards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_IN_DISCARDS); }
  @inline get outDiscards(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_OUT_DISCARDS); }
  set outDiscards(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_OUT_DISCARDS); }
  @inline get outNoRoutes(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_OUT_NO_ROUTES); }
  set outNoRoutes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_OUT_NO_ROUTES); }
  @inline get tcpInErrors(): u64 { return <u64>load<u64>(changetype<u32>(this), OFFLOAD_FAMILY_TCP_IN_ERRORS); }
  set tcpInErrors(value: u64) { store<u64>(changetype<u32>(this), <u64>value, OFFLOAD_FAMILY_TCP_IN_ERRORS); }
}

/** A virtual network of a host: a switch in software. */
@unmanaged
export class VirtualSwitch {
  @inline get framesIn(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_FRAMES_IN); }
  set framesIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_FRAMES_IN); }
  @inline get bytesIn(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_BYTES_IN); }
  set bytesIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_BYTES_IN); }
  @inline get groupIn(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_GROUP_IN); }
  set groupIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_GROUP_IN); }
  @inline get framesOut(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_FRAMES_OUT); }
  set framesOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_FRAMES_OUT); }
  @inline get bytesOut(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_BYTES_OUT); }
  set bytesOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_BYTES_OUT); }
  @inline get groupOut(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_GROUP_OUT); }
  set groupOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_GROUP_OUT); }
  @inline get replicated(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_REPLICATED); }
  set replicated(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_REPLICATED); }
  @inline get flooded(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_FLOODED); }
  set flooded(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_FLOODED); }
  @inline get droppedIn(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_DROPPED_IN); }
  set droppedIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_DROPPED_IN); }
  @inline get droppedOut(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_SWITCH_DROPPED_OUT); }
  set droppedOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_SWITCH_DROPPED_OUT); }
  @inline get host(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_SWITCH_HOST); }
  set host(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_SWITCH_HOST); }
  @inline get external(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_SWITCH_EXTERNAL); }
  set external(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_SWITCH_EXTERNAL); }
  @inline get management(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_SWITCH_MANAGEMENT); }
  set management(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_SWITCH_MANAGEMENT); }
  @inline get table(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_SWITCH_TABLE); }
  set table(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_SWITCH_TABLE); }
  @inline get learned(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_SWITCH_LEARNED); }
  set learned(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_SWITCH_LEARNED); }
  @inline get pending(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_SWITCH_PENDING); }
  set pending(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_SWITCH_PENDING); }
}

/** A port of a virtual switch. Of virtual machines: with the VMBus channel behind it. */
@unmanaged
export class VirtualPort {
  @inline get resumeAt(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_RESUME_AT); }
  set resumeAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_RESUME_AT); }
  @inline get copiedBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_COPIED_BYTES); }
  set copiedBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_COPIED_BYTES); }
  @inline get directBytes(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_DIRECT_BYTES); }
  set directBytes(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_DIRECT_BYTES); }
  @inline get queueFrames(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_QUEUE_FRAMES); }
  set queueFrames(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_QUEUE_FRAMES); }
  @inline get defaultFrames(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_DEFAULT_FRAMES); }
  set defaultFrames(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_DEFAULT_FRAMES); }
  @inline get droppedIn(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_DROPPED_IN); }
  set droppedIn(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_DROPPED_IN); }
  @inline get droppedOut(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_DROPPED_OUT); }
  set droppedOut(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_DROPPED_OUT); }
  @inline get signals(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_SIGNALS); }
  set signals(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_SIGNALS); }
  @inline get sendSignals(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_SEND_SIGNALS); }
  set sendSignals(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_SEND_SIGNALS); }
  @inline get lateReturns(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_LATE_RETURNS); }
  set lateReturns(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_LATE_RETURNS); }
  @inline get migrations(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_MIGRATIONS); }
  set migrations(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_MIGRATIONS); }
  @inline get pauseFor(): u64 { return <u64>load<u64>(changetype<u32>(this), VIRTUAL_PORT_PAUSE_FOR); }
  set pauseFor(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VIRTUAL_PORT_PAUSE_FOR); }
  @inline get nic(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_NIC); }
  set nic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_NIC); }
  @inline get host(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_HOST); }
  set host(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_HOST); }
  @inline get vswitch(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_VSWITCH); }
  set vswitch(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_VSWITCH); }
  @inline get nextSwitch(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_NEXT_SWITCH); }
  set nextSwitch(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_NEXT_SWITCH); }
  @inline get owner(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_OWNER); }
  set owner(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_OWNER); }
  @inline get vlan(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_VLAN); }
  set vlan(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_VLAN); }
  @inline get processor(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_PROCESSOR); }
  set processor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_PROCESSOR); }
  @inline get nextProcessor(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_NEXT_PROCESSOR); }
  set nextProcessor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_NEXT_PROCESSOR); }
  @inline get queue(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_QUEUE); }
  set queue(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_QUEUE); }
  @inline get ticket(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_TICKET); }
  set ticket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_TICKET); }
  @inline get capacity(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_CAPACITY); }
  set capacity(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_CAPACITY); }
  @inline get batch(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_BATCH); }
  set batch(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_BATCH); }
  @inline get first(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_FIRST); }
  set first(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_FIRST); }
  @inline get newest(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_NEWEST); }
  set newest(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_NEWEST); }
  @inline get waiting(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_WAITING); }
  set waiting(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_WAITING); }
  @inline get sendTaken(): u32 { return <u32>load<u32>(changetype<u32>(this), VIRTUAL_PORT_SEND_TAKEN); }
  set sendTaken(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VIRTUAL_PORT_SEND_TAKEN); }
  @inline get kind(): u32 { return <u32>load<u8>(changetype<u32>(this), VIRTUAL_PORT_KIND); }
  set kind(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VIRTUAL_PORT_KIND); }
  @inline get legacy(): u32 { return <u32>load<u8>(changetype<u32>(this), VIRTUAL_PORT_LEGACY); }
  set legacy(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VIRTUAL_PORT_LEGACY); }
  @inline get wantsQueue(): u32 { return <u32>load<u8>(changetype<u32>(this), VIRTUAL_PORT_WANTS_QUEUE); }
  set wantsQueue(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VIRTUAL_PORT_WANTS_QUEUE); }
  @inline get connected(): u32 { return <u32>load<u8>(changetype<u32>(this), VIRTUAL_PORT_CONNECTED); }
  set connected(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VIRTUAL_PORT_CONNECTED); }
  @inline get sendQueued(): u32 { return <u32>load<u8>(changetype<u32>(this), VIRTUAL_PORT_SEND_QUEUED); }
  set sendQueued(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VIRTUAL_PORT_SEND_QUEUED); }
  @inline get signalled(): u32 { return <u32>load<u8>(changetype<u32>(this), VIRTUAL_PORT_SIGNALLED); }
  set signalled(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VIRTUAL_PORT_SIGNALLED); }
  @inline get leaving(): u32 { return <u32>load<u8>(changetype<u32>(this), VIRTUAL_PORT_LEAVING); }
  set leaving(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VIRTUAL_PORT_LEAVING); }
}

/** Virtual machine queues of one adapter. Its limits.VmqFilters VmqFilter records follow, then a hash index of twice as many u16. */
@unmanaged
export class VmqAdapter {
  @inline get nic(): u32 { return <u32>load<u32>(changetype<u32>(this), VMQ_ADAPTER_NIC); }
  set nic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VMQ_ADAPTER_NIC); }
  @inline get queues(): u32 { return <u32>load<u32>(changetype<u32>(this), VMQ_ADAPTER_QUEUES); }
  set queues(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VMQ_ADAPTER_QUEUES); }
  @inline get filters(): u32 { return <u32>load<u32>(changetype<u32>(this), VMQ_ADAPTER_FILTERS); }
  set filters(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VMQ_ADAPTER_FILTERS); }
  @inline get lastFilter(): u32 { return <u32>load<u32>(changetype<u32>(this), VMQ_ADAPTER_LAST_FILTER); }
  set lastFilter(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VMQ_ADAPTER_LAST_FILTER); }
  @inline get refused(): u32 { return <u32>load<u32>(changetype<u32>(this), VMQ_ADAPTER_REFUSED); }
  set refused(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VMQ_ADAPTER_REFUSED); }
  @inline get vlanFilter(): u32 { return <u32>load<u8>(changetype<u32>(this), VMQ_ADAPTER_VLAN_FILTER); }
  set vlanFilter(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VMQ_ADAPTER_VLAN_FILTER); }
  @inline get split(): u32 { return <u32>load<u8>(changetype<u32>(this), VMQ_ADAPTER_SPLIT); }
  set split(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VMQ_ADAPTER_SPLIT); }
  @inline get controlQueued(): u32 { return <u32>load<u8>(changetype<u32>(this), VMQ_ADAPTER_CONTROL_QUEUED); }
  set controlQueued(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VMQ_ADAPTER_CONTROL_QUEUED); }
  @inline get halted(): u32 { return <u32>load<u8>(changetype<u32>(this), VMQ_ADAPTER_HALTED); }
  set halted(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VMQ_ADAPTER_HALTED); }
}

/** A receive filter. */
@unmanaged
export class VmqFilter {
  @inline get mac(): u64 { return <u64>load<u64>(changetype<u32>(this), VMQ_FILTER_MAC); }
  set mac(value: u64) { store<u64>(changetype<u32>(this), <u64>value, VMQ_FILTER_MAC); }
  @inline get id(): u32 { return <u32>load<u32>(changetype<u32>(this), VMQ_FILTER_ID); }
  set id(value: u32) { store<u32>(changetype<u32>(this), <u32>value, VMQ_FILTER_ID); }
  @inline get vlan(): u32 { return <u32>load<u16>(changetype<u32>(this), VMQ_FILTER_VLAN); }
  set vlan(value: u32) { store<u16>(changetype<u32>(this), <u16>value, VMQ_FILTER_VLAN); }
  @inline get flags(): u32 { return <u32>load<u8>(changetype<u32>(this), VMQ_FILTER_FLAGS); }
  set flags(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VMQ_FILTER_FLAGS); }
  @inline get queue(): u32 { return <u32>load<u8>(changetype<u32>(this), VMQ_FILTER_QUEUE); }
  set queue(value: u32) { store<u8>(changetype<u32>(this), <u8>value, VMQ_FILTER_QUEUE); }
}

/** The request to follow a frame, and how far it is. */
@unmanaged
export class Follow {
  @inline get state(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_STATE); }
  set state(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_STATE); }
  @inline get stage(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_STAGE); }
  set stage(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_STAGE); }
  @inline get outbound(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_OUTBOUND); }
  set outbound(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_OUTBOUND); }
  @inline get withData(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_WITH_DATA); }
  set withData(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_WITH_DATA); }
  @inline get hasTuple(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_HAS_TUPLE); }
  set hasTuple(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_HAS_TUPLE); }
  @inline get family(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_FAMILY); }
  set family(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_FAMILY); }
  @inline get protocol(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_PROTOCOL); }
  set protocol(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_PROTOCOL); }
  @inline get isFree(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_IS_FREE); }
  set isFree(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_IS_FREE); }
  @inline get isWoken(): u32 { return <u32>load<u8>(changetype<u32>(this), FOLLOW_IS_WOKEN); }
  set isWoken(value: u32) { store<u8>(changetype<u32>(this), <u8>value, FOLLOW_IS_WOKEN); }
  @inline get nic(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_NIC); }
  set nic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_NIC); }
  @inline get connectionId(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_CONNECTION_ID); }
  set connectionId(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_CONNECTION_ID); }
  @inline get packet(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_PACKET); }
  set packet(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_PACKET); }
  @inline get sourcePort(): u32 { return <u32>load<u16>(changetype<u32>(this), FOLLOW_SOURCE_PORT); }
  set sourcePort(value: u32) { store<u16>(changetype<u32>(this), <u16>value, FOLLOW_SOURCE_PORT); }
  @inline get destinationPort(): u32 { return <u32>load<u16>(changetype<u32>(this), FOLLOW_DESTINATION_PORT); }
  set destinationPort(value: u32) { store<u16>(changetype<u32>(this), <u16>value, FOLLOW_DESTINATION_PORT); }
  @inline get sourceAt(): u32 { return changetype<u32>(this) + FOLLOW_SOURCE; }
  @inline get destinationAt(): u32 { return changetype<u32>(this) + FOLLOW_DESTINATION; }
  @inline get steps(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_STEPS); }
  set steps(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_STEPS); }
  @inline get missed(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_MISSED); }
  set missed(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_MISSED); }
  @inline get ring(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_RING); }
  set ring(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_RING); }
  @inline get totals(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_TOTALS); }
  set totals(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_TOTALS); }
  @inline get bytes(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_BYTES); }
  set bytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_BYTES); }
  @inline get length(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_LENGTH); }
  set length(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_LENGTH); }
  @inline get markEvent(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_MARK_EVENT); }
  set markEvent(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_MARK_EVENT); }
  @inline get markProcessor(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_MARK_PROCESSOR); }
  set markProcessor(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_MARK_PROCESSOR); }
  @inline get stageNic(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_STAGE_NIC); }
  set stageNic(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_STAGE_NIC); }
  @inline get stageQueue(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_STAGE_QUEUE); }
  set stageQueue(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_STAGE_QUEUE); }
  @inline get raised(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_RAISED); }
  set raised(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_RAISED); }
  @inline get socket(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_SOCKET); }
  set socket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_SOCKET); }
  @inline get life(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_LIFE); }
  set life(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_LIFE); }
  @inline get requestSocket(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_REQUEST_SOCKET); }
  set requestSocket(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_REQUEST_SOCKET); }
  @inline get requestBytes(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_REQUEST_BYTES); }
  set requestBytes(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_REQUEST_BYTES); }
  @inline get unaBefore(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_UNA_BEFORE); }
  set unaBefore(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_UNA_BEFORE); }
  @inline get sentBefore(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_SENT_BEFORE); }
  set sentBefore(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_SENT_BEFORE); }
  @inline get decline(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_DECLINE); }
  set decline(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_DECLINE); }
  @inline get filledBefore(): u32 { return <u32>load<u32>(changetype<u32>(this), FOLLOW_FILLED_BEFORE); }
  set filledBefore(value: u32) { store<u32>(changetype<u32>(this), <u32>value, FOLLOW_FILLED_BEFORE); }
  @inline get until(): u64 { return <u64>load<u64>(changetype<u32>(this), FOLLOW_UNTIL); }
  set until(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FOLLOW_UNTIL); }
  @inline get startedAt(): u64 { return <u64>load<u64>(changetype<u32>(this), FOLLOW_STARTED_AT); }
  set startedAt(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FOLLOW_STARTED_AT); }
  @inline get requestOffset(): u64 { return <u64>load<u64>(changetype<u32>(this), FOLLOW_REQUEST_OFFSET); }
  set requestOffset(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FOLLOW_REQUEST_OFFSET); }
  @inline get copiedBefore(): u64 { return <u64>load<u64>(changetype<u32>(this), FOLLOW_COPIED_BEFORE); }
  set copiedBefore(value: u64) { store<u64>(changetype<u32>(this), <u64>value, FOLLOW_COPIED_BEFORE); }
}
