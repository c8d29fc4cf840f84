// The boundary of a followed frame: the request that TypeScript writes, and the steps that the core records. Part of schema.ts.

import { type EnumSchema, f, type RecordSchema } from './schema-kit.ts';

export const followEnums: EnumSchema[] = [
  {
    name: 'FollowState',
    doc: 'What a request to follow a frame has come to.',
    values: { Off: 0, Ended: 1, Waiting: 2, UnderWay: 3 },
  },
  {
    name: 'FollowStage',
    doc: 'Where what is followed is, between two steps.',
    values: {
      Packet: 0, // in a packet record that is handled, queued or on a cable
      Ring: 1, // in a receive ring; the interrupt and the DPC that come for it are its own
      Stream: 2, // its bytes wait for the application
      Datagram: 3, // a datagram waits for the thread of a client
    },
  },
  {
    name: 'FollowStep',
    doc: 'A step of a followed frame, or a cost that was charged with the step before it.',
    values: {
      Cost: 1, // place: processor, a: Cost, b: units, c: ps, d: high half of it
      Arrived: 2, // place: adapter, a: frame bytes, b: PacketFlag, c: VLAN
      Filtered: 3, // place: adapter, a: FollowFilter
      ChimneyKept: 4, // place: adapter, a: socket plus 1, b: OffloadState, c: ChimneyReason
      ChimneyTook: 5, // place: adapter, a: socket plus 1, b: packets before it in the queue of its engine, c: its bound
      VmqChosen: 6, // place: adapter, a: queue, b: queue that the filters lead to, c: its VmqState, d: VLAN
      RssChosen: 7, // place: adapter, a: queue, b: HashType, c: hash, d: entry | entries << 16
      OneQueue: 8, // place: adapter; RSS and VMQ are not in effect
      Ring: 9, // place: adapter, a: queue, b: frames in the ring with it, c: descriptors, d: in use with it
      Interrupt: 10, // place: adapter, a: vector, b: FollowInterrupt, c: ps to wait, d: high half of it
      Raised: 11, // place: adapter, a: vector, b: frames since the last interrupt
      Isr: 12, // place: adapter
      DpcQueued: 13, // place: adapter, a: queue, b: 1 from another processor
      Dpc: 14, // place: adapter, a: queue, b: frames in the ring, c: 1 queued from another processor
      Sorted: 15, // place: adapter, a: queue that it is handed to, b: its processor
      Indicated: 16, // place: adapter, a: place in the batch, b: frames left in the ring, c: ps in the ring, d: high half of it
      Routed: 17, // place: virtual port that it came from, a: virtual port, b: FollowRoute, c: VLAN
      QueueRouted: 18, // place: virtual port, a: queue, b: 1 memory of the virtual machine, c: bytes
      GuestCopied: 19, // place: virtual port, a: bytes
      Channel: 20, // place: virtual port, a: frames in the ring with it, b: its bound, c: 1 the machine is signalled, d: processor
      GuestTaken: 21, // place: virtual port, a: place in the batch, b: 0, c: ps in the ring, d: high half of it
      ToHost: 22, // place: virtual port of the host itself
      Ip: 23, // place: host, a: IP version, 0: none, b: protocol
      Tcp: 24, // place: socket, a: sequence number, b: expected, c: payload bytes, d: TcpFlag
      TcpTaken: 25, // place: socket, a: bytes taken, b: expected from now on, c: receive window, d: bytes that its ACK covers anew
      Copied: 26, // place: socket, a: bytes taken, b: of them by the engine, c: into posted receives, d: DmaDecline counted last
      Answered: 27, // place: socket, a: segments put out, b: 1 an ACK is held back
      NoSocket: 28, // place: host
      Accepted: 29, // place: socket
      Handed: 30, // place: socket, a: OffloadState; the host hands it to the adapter that has the connection
      EngineServed: 31, // place: adapter, a: socket plus 1; 0: the connection has left
      Placed: 32, // place: socket, a: bytes taken, b: into posted receives, c: sequence number, d: bytes that its ACK covers anew
      Completion: 33, // place: socket
      Datagram: 34, // place: socket, a: bytes, b: datagrams that wait with it
      Woken: 35, // place: socket, a: processor of the thread, b: 1 it had no thread to run, c: 1 bound to it
      Read: 36, // place: socket, a: bytes read at once
      Dropped: 37, // place: adapter, path or port, a: DropReason, b: FollowPlace
      Request: 38, // place: socket, a: bytes of the request, b: stream offset, c: high half of it
      Segment: 39, // place: socket plus 1, a: sequence number, b: payload bytes, c: wire frames, d: TcpFlag
      Window: 40, // place: socket, a: congestion window, b: send window, c: bytes in flight, d: MSS
      Neighbor: 41, // place: adapter, a: 1 waits for the answer of its neighbour
      Posted: 42, // place: adapter, a: transmit queue, b: packets ahead in all queues, c: 1 the adapter is sending, d: 1 by the adapter itself
      Cut: 43, // place: adapter or virtual port, a: frames, b: payload bytes of this one, c: 1 by a virtual switch
      Wire: 44, // place: adapter, a: frame bytes, b: ps on the wire, c: high half of it
      Cable: 45, // place: path, a: 1 with bit errors, b: ps on the way, c: high half of it
      SwitchPort: 46, // place: port that it leaves by, a: bytes that wait there with it, b: bytes that it holds
      Flooded: 47, // place: port that it came in at
      HostAsked: 48, // place: virtual port, a: frames that wait with it
      SwitchTaken: 49, // place: virtual port
      Waits: 50, // place: adapter; no packet went out yet, the DPC or thread has to end first
    },
  },
  {
    name: 'FollowFilter',
    doc: 'Why an adapter took a frame.',
    values: { Own: 0, Group: 1, Switch: 2, Replayed: 3 },
  },
  {
    name: 'FollowInterrupt',
    doc: 'What an adapter does about an interrupt for a frame.',
    values: {
      AtOnce: 0,
      Moderated: 1, // it waits until the interval is over
      Armed: 2, // it waits already, for an earlier frame
      Masked: 3, // the service routine or a DPC is under way
    },
  },
  {
    name: 'FollowRoute',
    doc: 'How a virtual switch found the port.',
    values: { Table: 0, Unknown: 1, Group: 2 },
  },
  {
    name: 'FollowPlace',
    doc: 'Kind of place that a frame was dropped at.',
    values: { Nic: 0, Path: 1, Port: 2, Host: 3 },
  },
];

export const followRecords: RecordSchema[] = [
  {
    name: 'Follow',
    doc: 'The request to follow a frame, and how far it is.',
    size: 192,
    accessors: true,
    fields: [
      f('state', 'u8', 'FollowState'),
      f('stage', 'u8', 'FollowStage'),
      f('outbound', 'u8', '1: a frame that the adapter sends'),
      f('withData', 'u8', '1: only a frame with payload'),
      f('hasTuple', 'u8', '1: only a frame of the connection below'),
      f('family', 'u8', '4 or 6'),
      f('protocol', 'u8', '6 or 17'),
      f('isFree', 'u8', '1: its packet record is given back'),
      f('isWoken', 'u8', '1: the thread that it is for has been woken'),
      f('nic', 'u32', 'adapter'),
      f('connectionId', 'u32', 'socket that the request named; all ones: none'),
      f('packet', 'u32', 'address of the packet that is followed; 0: none'),
      f('sourcePort', 'u16', ''),
      f('destinationPort', 'u16', ''),
      f('source', { bytes: 16 }, 'IPv4 in the first 4 bytes'),
      f('destination', { bytes: 16 }, ''),
      f('steps', 'u32', 'records written'),
      f('missed', 'u32', 'records that found no room'),
      f('ring', 'u32', 'address of limits.FollowRoom FollowEntry'),
      f('totals', 'u32', 'address of the CostTotal records of the processor at work, as they were at the mark'),
      f('bytes', 'u32', 'address of the frame’s bytes'),
      f('length', 'u32', 'bytes that lie there; 0: none yet'),
      f('markEvent', 'u32', 'event that the mark belongs to, modulo 2^32'),
      f('markProcessor', 'u32', 'limits.NoProcessor: no mark'),
      f('stageNic', 'u32', 'adapter of the ring'),
      f('stageQueue', 'u32', 'receive queue'),
      f('raised', 'u32', 'processor of the interrupt that was raised for it, plus 1; 0: none'),
      f('socket', 'u32', 'socket plus 1; 0: none'),
      f('life', 'u32', 'of the socket'),
      f('requestSocket', 'u32', 'socket of the last send request seen while waiting, plus 1; its step lies in the ring'),
      f('requestBytes', 'u32', ''),
      f('unaBefore', 'u32', 'SND.UNA of its connection before its own ACK'),
      f('sentBefore', 'u32', 'segments that its stack had put out before it came, modulo 2^32'),
      f('decline', 'u32', 'DmaDecline of what a processor copied last'),
      f('filledBefore', 'u32', 'bytes in posted receives before its own were copied'),
      f('until', 'u64', 'stream offset behind its bytes'),
      f('startedAt', 'u64', 'ps; of its first step'),
      f('requestOffset', 'u64', 'stream offset of the request'),
      f('copiedBefore', 'u64', 'received bytes that processors of its host had copied beside an engine before its own'),
    ],
  },
  {
    name: 'FollowEntry',
    doc: 'A step of a followed frame; FollowStep says what place, a, b, c and d are.',
    size: 40,
    fields: [
      f('time', 'u64', 'ps'),
      f('step', 'u32', 'FollowStep'),
      f('processor', 'u32', 'that did it, within the world; limits.NoProcessor: none'),
      f('place', 'u32', ''),
      f('a', 'u32', ''),
      f('b', 'u32', ''),
      f('c', 'u32', ''),
      f('d', 'u32', ''),
    ],
  },
];
