// The boundary of an emulated world: what TypeScript writes before a run and reads during it. Part of schema.ts.

import { type EnumSchema, f, type RecordSchema } from './schema-kit.ts';

export const worldEnums: EnumSchema[] = [
  {
    name: 'EventKind',
    doc: 'What the dispatch of a world does with an event.',
    values: {
      Processor: 1, // a: processor, b: ticket
      Arrive: 2, // a: packet, b: path, or the high bit and the place (End)
      Sent: 3, // a: adapter; the last bit of a frame has left
      Interrupt: 4, // a: adapter, b: vector; the wait of moderation is over
      PortSent: 5, // a: switch port; the last bit of a frame has left
      Timer: 6, // a: socket; TCP's deadline
      Start: 7, // a: application; opens its next connection
      Pause: 8, // a: socket; the application goes on after a pause
      Stop: 9, // a: application; its duration is over
      Rebalance: 10, // a: adapter; the stack looks at the load of the table's entries
      Neighbor: 11, // a: neighbour; its timer
      Dma: 24, // a: DmaChannel, b: ticket; a descriptor is done
      OffloadMoved: 40, // a: socket, b: ticket; an offload or upload is complete
      OffloadUpdate: 41, // a: socket, b: ticket
      OffloadQuery: 42, // a: socket, b: ticket
      OffloadInvalidate: 43, // a: socket, b: ticket
      OffloadTimer: 44, // a: socket, b: its life; TCP's deadline in the adapter
      Engine: 45, // a: adapter; its engine has handled a packet
      Resume: 12, // a: virtual port; a migrated virtual machine goes on
      Leave: 13, // a: virtual port; connections of a virtual machine that is to migrate are back from the adapter
      Held: 128, // and above: Held + WorkKind, a and b of the work item; a paused virtual machine goes on with it
    },
  },
  {
    name: 'WorkKind',
    doc: 'What a processor does with a work item.',
    values: {
      Isr: 1, // a: adapter, b: vector
      Dpc: 2, // a: adapter, b: queue
      TimerDpc: 3, // a: socket
      Thread: 4, // a: socket; application work
      Open: 5, // a: socket; an application opens a connection
      Rebalance: 6, // a: adapter
      DmaCopy: 24, // a: DmaChannel; what was aborted is copied
      Echo: 32, // a: host, b: number of an echo request
      OffloadDpc: 40, // a: socket, b: its life; the adapter has completed or asks for something
      Channel: 7, // a: virtual port; a virtual machine takes what came over VMBus
      Switch: 8, // a: virtual port; the host switches what it has sent
      VmqControl: 9, // a: adapter; a queue of a virtual machine is allocated or freed
    },
  },
  {
    name: 'PacketKind',
    doc: 'What a packet record stands for.',
    values: { Tcp: 1, Udp: 2, Bytes: 3 },
  },
  {
    name: 'PacketFlag',
    doc: 'What happened to a packet.',
    values: {
      Corrupt: 1, // bit errors on the cable; the receiver's check sequence is wrong
      Replayed: 2, // of a capture: loads the receive path, is answered by nobody
      Stored: 4, // payload or frame lies in a buffer that goes with the packet
      Group: 8, // multicast or broadcast destination
      Outside: 16, // came from outside of the emulation
      Followed: 64, // every step of it is recorded
      Offloaded: 128, // sent by the adapter itself; NDIS does not see it
      Tagged: 32, // has an 802.1Q tag on the wire
    },
  },
  {
    name: 'End',
    doc: 'Kind of place that a cable ends at, in the high bits of its number.',
    values: { Nic: 0, Port: 1 },
  },
  {
    name: 'InterruptMode',
    doc: 'How an adapter interrupts.',
    values: { Msix: 0, Msi: 1, Line: 2 },
  },
  {
    name: 'Moderation',
    doc: 'How long an adapter waits for more frames before it interrupts.',
    values: { Off: 0, Fixed: 1, Adaptive: 2 },
  },
  {
    name: 'AppKind',
    doc: 'What an application does.',
    values: { Bulk: 0, Requests: 1, Echo: 2, Discard: 3, Chargen: 4, Http: 5 },
  },
  {
    name: 'Content',
    doc: 'Where the bytes that a socket sends come from.',
    values: {
      Flow: 0, // payload function of the flow number and the stream offset
      Chargen: 1, // RFC 864 lines
      HttpRequest: 2, // the text of a request, over and over
      HttpResponse: 3, // header and body, over and over, all of one length
      HttpOutside: 4, // one response at a time, to a client outside
      Store: 5, // bytes kept in the socket's store (echo to the outside)
    },
  },
  {
    name: 'SocketState',
    doc: 'Use of a socket record.',
    values: { Free: 0, Tcp: 1, Udp: 2 },
  },
  {
    name: 'SocketFlag',
    doc: 'State of a socket beside that of its connection.',
    values: {
      Server: 1, // accepted a connection
      Queued: 2, // a thread item is queued
      Closing: 4, // the application has closed
      Outside: 8, // the peer is outside of the emulation
      Completed: 16, // a receive request is complete
      Waiting: 32, // client: a request is out and its answer incomplete
      Counted: 128, // its end is in the counters
      Busy: 256, // an application has to go on sending
      Peered: 512, // the peer has closed
      Woken: 1024, // its processor had no thread to run when it was woken
      LastResponse: 2048, // server: the connection is closed after the response under way
      Moving: 0x8000, // the copy engine has not moved all that the application waits for
    },
  },
  {
    name: 'NeighborState',
    doc: 'RFC 4861 section 7.3.2; IPv4 neighbours go the same way, as they do since Windows Vista.',
    values: { Free: 0, Incomplete: 1, Reachable: 2, Stale: 3, Probe: 4 },
  },
  {
    name: 'TraceKind',
    doc: 'What a trace record tells.',
    values: {
      Sent: 1, // a: adapter, b: frame bytes, c: first sequence number or 0
      Received: 2, // a: adapter, b: frame bytes, c: queue
      Dropped: 3, // a: adapter, port or path, b: DropReason, c: frame bytes
      Interrupt: 4, // a: adapter, b: vector, c: processor
      Dpc: 5, // a: adapter, b: queue, c: frames taken
      State: 6, // a: socket, b: TcpState before, c: after
      Retransmit: 7, // a: socket, b: sequence number, c: bytes
      Rebalance: 8, // a: adapter, b: entry, c: queue
      App: 9, // a: application, b: socket, c: exchanges done
      DmaBatch: 24, // a: host << 8 | channel, b: descriptors, c: socket of the first
      DmaDecline: 25, // a: socket, b: DmaDecline, c: bytes
      DmaState: 26, // a: host << 8 | channel, b: DmaState before, c: after
      Offload: 40, // a: socket, b: OffloadState from now on, c: UploadReason
      UploadRequest: 41, // a: socket, b: UploadReason, c: 1: the host follows
      Vmq: 10, // a: adapter, b: queue, c: VmqState after
      VmqRefused: 11, // a: adapter, b: VmqEvent, c: VmqStatus
      Migrate: 12, // a: virtual port, b: virtual switch, c: 0 paused, 1 goes on, 2 its connections come back first
    },
  },
  {
    name: 'DropReason',
    doc: 'Why a frame went no further.',
    values: {
      PathLoss: 0, // lost on the cable
      Corrupt: 1, // check sequence wrong at the receiver
      NoBuffer: 2, // receive ring full
      Filtered: 3, // not addressed to this adapter
      PortFull: 4, // output queue of a switch port full
      BadChecksum: 5, // IP, TCP, UDP or ICMP checksum wrong
      NoListener: 6, // nobody wants it
      NoCable: 7,
      NoMemory: 8, // a pool of the emulator is full: a fault of the run
      NotForUs: 9, // IP destination is another host's
      Malformed: 10,
      TooLong: 11, // longer than the adapter takes
      Unresolved: 12, // the neighbour did not answer
      OtherVlan: 13, // a virtual switch: the port is in another VLAN
      UnknownStation: 14, // a virtual switch: none of its ports
      QueuePaused: 15, // a virtual machine queue: discarded with its last filter
      ChannelFull: 16, // the virtual machine does not take what waits for it
      NotConnected: 17, // the virtual machine is paused, or elsewhere
    },
  },
];

const pathFields = [
  f('delay', 'u64', 'ps of propagation'),
  f('reorderingDelay', 'u64', 'ps that a reordered frame is held back'),
  f('loss', 'u64', 'chance of 2^64'),
  f('duplication', 'u64', 'chance of 2^64'),
  f('reordering', 'u64', 'chance of 2^64'),
  f('bitErrorMean', 'u64', 'bits between two bit errors, on average; 0: none'),
  f('bitsToError', 'u64', 'bits up to the next one; 0: not drawn'),
  f('to', 'u32', 'place at the far end: End << 24 | index'),
  f('stream', 'u32', 'its random stream'),
  f('framesIn', 'u64', 'frames put on it'),
  f('bytesIn', 'u64', 'their bytes, with preamble, check sequence and gap'),
  f('lost', 'u64', 'frames'),
  f('duplicated', 'u64', 'frames that arrive twice'),
  f('reordered', 'u64', 'frames held back'),
  f('corrupted', 'u64', 'frames with bit errors'),
  f('framesOut', 'u64', 'frames that have arrived'),
];

export const worldRecords: RecordSchema[] = [
  {
    name: 'World',
    doc: 'One world: how much of everything, and the state of its run.',
    size: 256,
    accessors: true,
    fields: [
      f('fingerprint', 'u64', 'hash over everything traced so far'),
      f('events', 'u64', 'events handled'),
      f('seed', 'u64', 'seed of all random streams'),
      f('neighborReachable', 'u64', 'ps for which a neighbour counts as reachable'),
      f('neighborRetry', 'u64', 'ps between solicitations'),
      f('hosts', 'u32', ''),
      f('nics', 'u32', ''),
      f('paths', 'u32', 'directions of cables'),
      f('switches', 'u32', ''),
      f('ports', 'u32', 'switch ports'),
      f('macs', 'u32', 'entries of a switch’s address table'),
      f('addresses', 'u32', 'addresses of adapters'),
      f('apps', 'u32', ''),
      f('sockets', 'u32', ''),
      f('stores', 'u32', 'byte stores of sockets with a peer outside'),
      f('packets', 'u32', 'packet records'),
      f('buffers', 'u32', 'buffers for frames that are bytes'),
      f('bufferBytes', 'u32', 'bytes of each'),
      f('neighbors', 'u32', 'neighbour records, all adapters'),
      f('traceSlots', 'u32', 'trace records kept, a power of two'),
      f('tapSlots', 'u32', 'tapped frames kept until they are taken'),
      f('processors', 'u32', 'logical processors of all modelled hosts'),
      f('packetsUsed', 'u32', 'packet records in use'),
      f('packetsPeak', 'u32', 'most ever in use'),
      f('packetsMissed', 'u32', 'frames that found no record: a fault of the run'),
      f('buffersUsed', 'u32', 'buffers in use'),
      f('buffersMissed', 'u32', 'frames that found no buffer'),
      f('socketsUsed', 'u32', 'sockets in use'),
      f('socketsMissed', 'u32', 'connections that found no socket'),
      f('traced', 'u32', 'trace records ever written, modulo 2^32'),
      f('tapped', 'u32', 'frames ever tapped, modulo 2^32'),
      f('tapTaken', 'u32', 'of them taken by the reader'),
      f('siblingPermille', 'u32', ''),
      f('remotePermille', 'u32', ''),
      f('offloads', 'u32', 'records of connections that may be offloaded: as many as sockets, or 0'),
      f('virtualSwitches', 'u32', ''),
      f('virtualPorts', 'u32', 'ports of all of them'),
      f('tickets', 'u32', 'requests for virtual machine queues ever made'),
    ],
  },
  {
    name: 'HostRecord',
    doc: 'A host.',
    size: 192,
    accessors: true,
    fields: [
      f('stack', 'u32', 'address of its TcpStack'),
      f('ideal', 'u8', '1: no processors, nothing costs'),
      f('autoTuning', 'u8', '1: receive buffers may grow'),
      f('keepAlive', 'u8', '1: on for new connections'),
      f('firstNic', 'u32', ''),
      f('nics', 'u32', ''),
      f('firstProcessor', 'u32', 'index within the world'),
      f('processors', 'u32', ''),
      f('nextPort', 'u32', 'ephemeral ports ever given'),
      f('rebalanceThreshold', 'u32', 'thousandths by which the busiest queue may exceed the mean before an entry moves'),
      f('indication', 'u32', 'frames that a miniport indicates at a time'),
      f('dpcBudget', 'u32', 'frames that a DPC takes before it queues itself again'),
      f('rebalanceInterval', 'u64', 'ps between looks at the load of a table'),
      f('ipReceived', 'u64', 'IP packets'),
      f('ipDelivered', 'u64', 'IP packets given to a transport'),
      f('ipHeaderErrors', 'u64', ''),
      f('ipAddressErrors', 'u64', 'destination is none of this host’s'),
      f('ipDiscards', 'u64', ''),
      f('checksumErrors', 'u64', 'TCP, UDP and ICMP'),
      f('udpIn', 'u64', 'datagrams delivered'),
      f('udpOut', 'u64', 'datagrams sent'),
      f('udpNoPorts', 'u64', 'datagrams for ports that nobody listens on'),
      f('udpDiscards', 'u64', 'datagrams for a socket whose buffer was full'),
      f('icmpIn', 'u64', 'messages'),
      f('icmpOut', 'u64', 'messages'),
      f('engine', 'u32', 'address of its DmaEngine, or 0'),
      f('counters', 'u32', 'address of its FamilyCounters: IPv4, then IPv6'),
      f('activity', 'u32', 'address that the ActivityRecord of processor 0 of the world would have, of work for no adapter'),
      f('echoes', 'u32', 'address of its limits.Echoes EchoRecords'),
      f('guest', 'u32', 'port of the virtual machine that it is, plus 1; 0: none'),
      f('paused', 'u8', '1: a virtual machine that is paused'),
      f('virtualProcessors', { bytes: 8 }, 'u16 processor of each virtual processor, within the world'),
      f('nextVirtualProcessors', { bytes: 8 }, 'those after the migration under way'),
      f('virtualCount', 'u32', 'virtual processors'),
    ],
  },
  {
    name: 'NicRecord',
    doc: 'A network adapter. Receive queues and vectors: QueueRecord.',
    size: 512,
    accessors: true,
    fields: [
      f('mac', 'u64', 'first byte lowest'),
      f('psPerByte', 'u64', 'ps of a byte on the wire, times 2^10'),
      f('dmaDelay', 'u64', 'ps'),
      f('lowestRate', 'u64', 'ps between interrupts of a vector, adaptive: at the lowest rate'),
      f('highestRate', 'u64', 'ps between interrupts of a vector, fixed; adaptive: at the highest rate'),
      f('host', 'u32', ''),
      f('path', 'u32', 'index of the direction that leaves here; all ones without a cable'),
      f('mtu', 'u32', 'bytes of an IP packet'),
      f('hardwareQueues', 'u32', 'receive queues of the hardware'),
      f('queues', 'u32', 'queues in use: RSS processors, or 1'),
      f('firstQueue', 'u32', 'index of its first QueueRecord'),
      f('receiveDescriptors', 'u32', 'of each hardware queue'),
      f('transmitDescriptors', 'u32', 'of each transmit queue'),
      f('interruptProcessor', 'u32', 'processor of a shared interrupt, within the world'),
      f('lsoBytes4', 'u32', 'most payload of a large send over IPv4; 0: none'),
      f('lsoBytes6', 'u32', 'over IPv6'),
      f('firstAddress', 'u32', 'index of its first AddressRecord'),
      f('addresses', 'u32', ''),
      f('rssTables', 'u32', 'address of its hash tables'),
      f('tableMask', 'u32', 'entries of the indirection table less 1'),
      f('defaultQueue', 'u32', 'queue of frames without a hash'),
      f('owner', 'u32', 'of the ledger'),
      f('neighbors', 'u32', 'first neighbour plus 1'),
      f('interruptMode', 'u8', 'InterruptMode'),
      f('moderation', 'u8', 'Moderation'),
      f('checksumOffload', 'u8', '1: the adapter checks and computes checksums'),
      f('rss', 'u8', '1: RSS is in effect'),
      f('rebalancing', 'u8', '1: the stack moves entries of the table'),
      f('outside', 'u8', '1: its cable leads out of the emulation: what it sends is tapped and goes nowhere else'),
      f('tapped', 'u8', '1: what it sends and receives is tapped; 2: what passes NDIS, as a network monitor of the host sees it'),
      f('sending', 'u8', '1 while a frame leaves'),
      f('nextTransmit', 'u32', 'transmit queue whose turn it is'),
      f('segmentIndex', 'u32', 'next segment of the large send under way'),
      f('pendingDpcs', 'u32', 'DPCs that have not ended'),
      f('current', 'u32', 'address of the packet that leaves'),
      f('sentFrames', 'u64', ''),
      f('sentBytes', 'u64', 'bytes of frames with check sequence'),
      f('sentLarge', 'u64', 'large sends cut'),
      f('arrived', 'u64', 'frames whose last bit came in'),
      f('arrivedBytes', 'u64', 'bytes of them with check sequence'),
      f('crcErrors', 'u64', 'frames dropped: check sequence wrong'),
      f('filtered', 'u64', 'frames dropped: other destination'),
      f('noBuffer', 'u64', 'frames dropped: receive ring full'),
      f('tooLong', 'u64', 'frames dropped: longer than the MTU allows'),
      f('received', 'u64', 'frames put into a receive ring'),
      f('receivedBytes', 'u64', 'bytes of them with check sequence'),
      f('indicated', 'u64', 'frames handed to NDIS'),
      f('interrupts', 'u64', ''),
      f('tableChanges', 'u64', 'RSS indirection table change calls'),
      f('noCable', 'u64', 'frames sent without a cable'),
      f('noMemory', 'u64', 'frames dropped because a pool of the emulator was full'),
      f('transmitReady', 'u64', 'a bit for each transmit queue that has something to send'),
      f('transmitWaiting', 'u32', 'packets in its transmit queues'),
      f('largestBacklog', 'u32', 'most ever'),
      f('netDma', 'u8', '1: NetDMA is in force for what it receives'),
      f('counters', 'u32', 'address of its NicCounters'),
      f('offloaded', 'u32', 'connections that it holds, or that are on their way'),
      f('offloadWaiting', 'u32', 'frames of its own that wait for the cable'),
      f('chimney', 'u8', '1: it can take TCP connections; OffloadTarget'),
      f('virtualPort', 'u32', 'port of a virtual switch that its stack sends through, plus 1; 0: none'),
      f('externalPort', 'u32', 'port of the virtual switch that it is bound to, plus 1; 0: none'),
      f('vmq', 'u32', 'address of its VmqAdapter; 0: none'),
      f('isVirtual', 'u8', '1: of a virtual machine, or of the host on a virtual network; its queue 0 is the channel'),
    ],
  },
  {
    name: 'QueueRecord',
    doc: 'A receive queue with its interrupt vector, and the transmit queue beside it.',
    size: 192,
    accessors: true,
    fields: [
      f('lastInterrupt', 'u64', 'ps'),
      f('interval', 'u64', 'ps between interrupts that moderation asks for now'),
      f('frames', 'u64', 'frames taken'),
      f('bytes', 'u64', 'bytes of them with check sequence'),
      f('drops', 'u64', 'frames that found the ring full'),
      f('interrupts', 'u64', ''),
      f('dpcs', 'u64', ''),
      f('waitSum', 'u64', 'ps that frames waited in the ring, summed'),
      f('first', 'u32', 'address of the oldest packet in the ring'),
      f('newest', 'u32', 'address of the newest'),
      f('depth', 'u32', 'packets in the ring'),
      f('peak', 'u32', 'most ever'),
      f('held', 'u32', 'descriptors of a shared hardware ring in use (queue 0)'),
      f('processor', 'u32', 'processor, within the world; limits.NoProcessor: ideal host'),
      f('sinceInterrupt', 'u32', 'frames since the last interrupt'),
      f('txFirst', 'u32', 'address of the packet to send next'),
      f('txNewest', 'u32', 'address of the newest'),
      f('txPosted', 'u32', 'packets ever posted, modulo 2^32'),
      f('txDone', 'u32', 'packets ever sent'),
      f('txReclaimed', 'u32', 'packets whose descriptors are free again'),
      f('masked', 'u8', '1 from the interrupt to the end of its service routine, 2 to the end of its DPCs'),
      f('cause', 'u8', '1: something came while masked or waiting'),
      f('armed', 'u8', '1: an event for the end of the wait is pending'),
      f('dpcQueued', 'u8', '1: a DPC is queued or running'),
      f('remoteDpc', 'u8', '1: that DPC was queued from another processor'),
      f('dpcTaken', 'u32', 'frames that the DPC under way has taken'),
      f('discards', 'u64', 'frames of a virtual machine queue that were discarded when it paused'),
      f('vmqPort', 'u32', 'virtual port that has this queue, plus 1; 0: none'),
      f('vmqFilters', 'u32', 'receive filters that lead here'),
      f('vmqHeld', 'u32', 'receive buffers that the virtual machine holds'),
      f('vmqNic', 'u32', 'adapter'),
      f('vmqState', 'u8', 'VmqState'),
    ],
  },
  { name: 'PathRecord', doc: 'One direction of a cable.', size: 128, accessors: true, fields: pathFields },
  {
    name: 'SwitchRecord',
    doc: 'A switch.',
    size: 64,
    accessors: true,
    fields: [
      f('latency', 'u64', 'ps'),
      f('firstPort', 'u32', ''),
      f('ports', 'u32', ''),
      f('queueBytes', 'u32', 'of each output port'),
      f('learned', 'u32', 'addresses in its table'),
      f('table', 'u32', 'address of its table: u64 MAC, port in the high 16 bits'),
      f('framesIn', 'u64', ''),
      f('flooded', 'u64', 'frames sent to all other ports'),
    ],
  },
  {
    name: 'PortRecord',
    doc: 'A port of a switch, and its output queue.',
    size: 96,
    accessors: true,
    fields: [
      f('psPerByte', 'u64', 'ps of a byte on the wire, times 2^10'),
      f('sentFrames', 'u64', ''),
      f('drops', 'u64', 'frames that found the queue full'),
      f('path', 'u32', 'direction that leaves here; all ones without a cable'),
      f('device', 'u32', 'switch that it belongs to'),
      f('first', 'u32', 'address of the oldest packet'),
      f('newest', 'u32', 'address of the newest'),
      f('bytes', 'u32', 'bytes that wait'),
      f('peakBytes', 'u32', 'most ever'),
      f('frames', 'u32', 'frames that wait'),
      f('sending', 'u8', '1 while a frame leaves'),
    ],
  },
  {
    name: 'AddressRecord',
    doc: 'An IP address of an adapter.',
    size: 24,
    accessors: true,
    fields: [f('address', { bytes: 16 }, 'IPv4 in the first 4 bytes'), f('family', 'u8', '4 or 6'), f('prefix', 'u8', 'bits')],
  },
  {
    name: 'AppRecord',
    doc: 'An application, or a server that waits for the outside.',
    size: 512,
    accessors: true,
    fields: [
      f('start', 'u64', 'ps'),
      f('interval', 'u64', 'ps between connections'),
      f('duration', 'u64', 'ps; all ones: no limit'),
      f('pause', 'u64', 'ps between an answer and the next request'),
      f('bytes', 'u64', 'of each connection; all ones: no limit'),
      f('count', 'u64', 'exchanges of each connection; all ones: no limit'),
      f('request', 'u64', 'bytes'),
      f('response', 'u64', 'bytes'),
      f('fromAddress', { bytes: 16 }, ''),
      f('toAddress', { bytes: 16 }, 'all zeros: any of the host’s'),
      f('kind', 'u8', 'AppKind'),
      f('family', 'u8', '4 or 6'),
      f('udp', 'u8', '1: over UDP'),
      f('outside', 'u8', '1: clients are outside'),
      f('posted', 'u8', 'receive requests kept posted'),
      f('stopped', 'u8', '1: its duration is over'),
      f('port', 'u16', 'of the server'),
      f('connections', 'u32', ''),
      f('opened', 'u32', 'connections opened so far'),
      f('client', 'u32', 'host; all ones: outside'),
      f('clientNic', 'u32', ''),
      f('server', 'u32', 'host'),
      f('serverNic', 'u32', 'all ones: any'),
      f('bufferSize', 'u32', 'bytes of one send or receive request'),
      f('clientProcessors', 'u32', 'number of them; 0: any'),
      f('serverProcessors', 'u32', 'number of them; 0: any'),
      f('clientTurn', 'u32', 'next of the client’s processors'),
      f('serverTurn', 'u32', 'next of the server’s processors'),
      f(
        'firstText',
        'u32',
        'address of two texts of at most 256 bytes: an HTTP request and the header of its response; for clients outside the header of a response up to its length, and the answer to what is not served',
      ),
      f('requestText', 'u32', 'bytes of the first'),
      f('responseText', 'u32', 'bytes of the second'),
      f('established', 'u64', 'connections that were'),
      f('failed', 'u64', 'connections that failed'),
      f('finished', 'u64', 'connections closed in order'),
      f('sent', 'u64', 'payload bytes given to the transport, both sides'),
      f('received', 'u64', 'payload bytes read, both sides'),
      f('serverReceived', 'u64', 'payload bytes read by the server'),
      f('exchanges', 'u64', 'answers received'),
      f('latencySum', 'u64', 'ps from request to answer, summed'),
      f('latencyMin', 'u64', 'ps; all ones before the first'),
      f('latencyMax', 'u64', 'ps'),
      f('clientList', { bytes: 64 }, 'processors of the host that its threads are bound to'),
      f('serverList', { bytes: 64 }, ''),
      f('latencies', 'u32', 'address of its histogram: limits.LatencyBuckets u32'),
      f('clientFilter', 'u8', 'ChimneyFilter of the client’s program'),
      f('serverFilter', 'u8', 'ChimneyFilter of the server’s program'),
    ],
  },
  {
    name: 'Socket',
    doc: 'A connection’s use: who it belongs to and what the application has still to do. Its TcpConnection has the same index.',
    size: 224,
    accessors: true,
    fields: [
      f('timerAt', 'u64', 'ps; when the pending Timer event is due; all ones: none'),
      f('toSend', 'u64', 'bytes that the application wants sent in all; all ones: no limit'),
      f('handed', 'u64', 'bytes given to the transport'),
      f('read', 'u64', 'bytes read by the application'),
      f('wanted', 'u64', 'client: `read` at which the answer is complete; Content.HttpOutside: bytes of requests parsed'),
      f('askedAt', 'u64', 'ps; when the last request was handed over'),
      f('done', 'u64', 'exchanges done'),
      f('openedAt', 'u64', 'ps'),
      f('latencySum', 'u64', 'ps'),
      f('responseStart', 'u64', 'stream offset of the response under way, Content.HttpOutside'),
      f('retransmitted', 'u32', 'segments'),
      f('host', 'u16', ''),
      f('nic', 'u16', 'index within the world'),
      f('app', 'u16', 'application; all ones: none'),
      f('processor', 'u16', 'of its thread, within the world; limits.NoProcessor: ideal host'),
      f('dpc', 'u16', 'processor that handled it last; limits.NoProcessor: none yet'),
      f('flags', 'u16', 'SocketFlag'),
      f('state', 'u8', 'SocketState'),
      f('content', 'u8', 'Content'),
      f('threadBound', 'u8', '1: bound to its processor'),
      f('lastState', 'u8', 'TcpState traced last'),
      f('next', 'u32', 'next socket of the same hash, or free, plus 1'),
      f('hash', 'u32', 'of addresses and ports'),
      f('room', 'u32', 'bytes left in posted receive buffers'),
      f('filled', 'u32', 'bytes in posted receive buffers that the application has not seen'),
      f('taken', 'u32', 'packets handed over to the thread since it ran'),
      f('store', 'u32', 'address of its byte store, or 0'),
      f('neighbor', 'u32', 'neighbour record plus 1; 0: not looked up'),
      f('queue', 'u32', 'transmit queue'),
      f('flow', 'u32', 'flow number of the payload'),
      f('headerBytes', 'u32', 'bytes of the response’s header, Content.HttpOutside'),
      f('requests', 'u64', 'server: requests answered'),
      f('first', 'u32', 'UDP server: address of the oldest datagram that waits for the thread'),
      f('newest', 'u32', 'address of the newest'),
      f('waiting', 'u32', 'datagrams that wait'),
      f('life', 'u32', 'grows with every use of the record, so that events of an earlier one are known'),
      f('offload', 'u8', 'OffloadState'),
    ],
  },
  {
    name: 'Packet',
    doc: 'A packet on its way: a TcpSegment or UDP datagram by description, or a frame by its bytes.',
    size: 256,
    accessors: true,
    fields: [
      f('segment', { bytes: 160 }, 'TcpSegment; of a datagram addresses, ports, length, flow, offset and IP fields'),
      f('destinationMac', 'u64', 'first byte lowest'),
      f('sourceMac', 'u64', ''),
      f('at', 'u64', 'ps; when it was put where it is'),
      f('next', 'u32', 'address of the next packet of its list'),
      f('bytes', 'u32', 'bytes of the frame without check sequence; of a large send, of all payload and one header'),
      f('frame', 'u32', 'address of the frame’s bytes, PacketKind.Bytes'),
      f('captured', 'u32', 'bytes that lie there'),
      f('hash', 'u32', 'RSS hash; 0 without'),
      f('nic', 'u32', 'adapter that sends or received it'),
      f('socket', 'u32', 'socket that sent it plus 1'),
      f('kind', 'u8', 'PacketKind'),
      f('flags', 'u8', 'PacketFlag'),
      f('queue', 'u8', 'queue'),
      f('hashType', 'u8', 'HashType'),
      f('slices', 'u16', 'wire frames it becomes'),
      f('vlan', 'u16', 'of its 802.1Q tag, or of the port that it came from; 0: none'),
      f('port', 'u16', 'virtual port that it is on the way to, plus 1; 0: none'),
      f('vswitch', 'u16', 'virtual switch that it is in, while it is on the way to a port'),
      f('lease', 'u32', 'QueueRecord that its buffer belongs to, plus 1; 0: none; all ones: of an adapter that a migration left behind'),
    ],
  },
  {
    name: 'Neighbor',
    doc: 'A neighbour of an adapter.',
    size: 64,
    accessors: true,
    fields: [
      f('address', { bytes: 16 }, 'IPv4 in the first 4 bytes'),
      f('mac', 'u64', ''),
      f('confirmed', 'u64', 'ps; when it was heard last'),
      f('nic', 'u32', ''),
      f('first', 'u32', 'address of the oldest packet that waits for the answer'),
      f('waiting', 'u8', 'packets that wait'),
      f('family', 'u8', '4 or 6'),
      f('state', 'u8', 'NeighborState'),
      f('tries', 'u8', 'solicitations sent'),
      f('next', 'u32', 'next neighbour of the adapter plus 1'),
    ],
  },
  {
    name: 'TraceRecord',
    doc: 'Something that happened.',
    size: 32,
    fields: [
      f('time', 'u64', 'ps'),
      f('kind', 'u32', 'TraceKind'),
      f('a', 'u32', ''),
      f('b', 'u32', ''),
      f('c', 'u32', ''),
      f('number', 'u32', 'of the event that it happened in, modulo 2^32'),
    ],
  },
  {
    name: 'TapRecord',
    doc: 'A frame that crossed a tapped adapter; the Packet follows.',
    size: 288,
    fields: [
      f('time', 'u64', 'ps; of the last bit'),
      f('nic', 'u32', ''),
      f('outbound', 'u32', '1: sent'),
      f('queue', 'u32', 'receive queue, or limits.NotRecorded'),
      f('hash', 'u32', 'RSS hash'),
      f('hashType', 'u32', 'HashType'),
      f('packet', { bytes: 256 }, 'Packet'),
    ],
  },
];
