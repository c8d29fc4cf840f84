// The boundary, part of schema.ts: what is counted for performance counters and network statistics alone, and echo requests. None of it
// is part of a world's report.

import { type EnumSchema, f, type RecordSchema } from './schema-kit.ts';

export const counterEnums: EnumSchema[] = [
  {
    name: 'EchoState',
    doc: 'What has become of an echo request.',
    values: {
      Free: 0,
      Waiting: 1,
      Replied: 2,
      Unreachable: 3, // no route, or the neighbour did not answer, or somebody said so
      NeedsFragmentation: 4, // larger than the adapter carries, and not to be fragmented
      TooLong: 5, // larger than the adapter carries: the emulated hosts do not fragment
    },
  },
];

export const counterRecords: RecordSchema[] = [
  {
    name: 'ActivityRecord',
    doc: 'What one processor did for one adapter, or, in the row behind those of all adapters, for none.',
    size: 128,
    accessors: true,
    fields: [
      f('interrupts', 'u64', 'service routines run'),
      f('dpcs', 'u64', 'DPCs queued on this processor'),
      f('remoteDpcs', 'u64', 'DPCs that this processor queued on another'),
      f('indications', 'u64', 'receive indications'),
      f('receivedPackets', 'u64', 'packets in them'),
      f('returnCalls', 'u64', 'calls that gave packets back'),
      f('returnedPackets', 'u64', 'packets given back'),
      f('sendRequests', 'u64', 'calls that handed packets down'),
      f('sentPackets', 'u64', 'packets in them; a large send is one'),
      f('sendCompletes', 'u64', 'calls that reported packets as sent'),
      f('completedPackets', 'u64', 'packets in them'),
      f('tableChanges', 'u64', 'calls that changed the indirection table'),
      f('offloadReceiveBytes', 'u64', 'payload of offloaded connections that the adapter delivered'),
      f('offloadIndications', 'u64', 'calls that indicated it'),
      f('offloadSendBytes', 'u64', 'payload of offloaded connections that the adapter was given'),
      f('offloadSendRequests', 'u64', 'calls that gave it'),
    ],
  },
  {
    name: 'NicCounters',
    doc: 'What an adapter counts beside its NicRecord.',
    size: 64,
    accessors: true,
    fields: [
      f('activity', 'u32', 'address that the ActivityRecord of processor 0 of the world would have'),
      f('groupIn', 'u64', 'multicast and broadcast frames put into a ring'),
      f('groupBytesIn', 'u64', 'bytes of them with check sequence'),
      f('groupOut', 'u64', 'multicast and broadcast frames sent'),
      f('groupBytesOut', 'u64', 'bytes of them with check sequence'),
      f('unknownProtocols', 'u64', 'frames of a type that nobody is bound to'),
    ],
  },
  {
    name: 'FamilyCounters',
    doc: 'What a host counts of one IP family, named as in RFC 4293, 4113 and 2011; TCP counts in TcpStack.',
    size: 256,
    accessors: true,
    fields: [
      f('inReceives', 'u64', 'datagrams, faulty ones with them'),
      f('inHeaderErrors', 'u64', ''),
      f('inAddressErrors', 'u64', 'destination is none of this host’s'),
      f('inUnknownProtocols', 'u64', ''),
      f('inDiscards', 'u64', 'fragments, and what is too short'),
      f('inDelivers', 'u64', 'datagrams given to a transport'),
      f('outRequests', 'u64', 'datagrams handed down'),
      f('outDiscards', 'u64', 'datagrams whose neighbour did not answer'),
      f('outNoRoutes', 'u64', ''),
      f('icmpIn', 'u64', 'messages, faulty ones with them'),
      f('icmpInErrors', 'u64', 'messages with a wrong checksum'),
      f('icmpInUnreachable', 'u64', ''),
      f('icmpInEchos', 'u64', ''),
      f('icmpInReplies', 'u64', ''),
      f('icmpOut', 'u64', ''),
      f('icmpOutUnreachable', 'u64', ''),
      f('icmpOutEchos', 'u64', ''),
      f('icmpOutReplies', 'u64', ''),
      f('udpIn', 'u64', 'datagrams delivered'),
      f('udpNoPorts', 'u64', ''),
      f('udpErrors', 'u64', 'datagrams with a wrong checksum or length, or for a full buffer'),
      f('udpOut', 'u64', ''),
    ],
  },
  {
    name: 'EchoRecord',
    doc: 'An echo request of a host. A host keeps the last limits.Echoes.',
    size: 96,
    accessors: true,
    fields: [
      f('address', { bytes: 16 }, 'destination; IPv4 in the first 4 bytes'),
      f('sentAt', 'u64', 'ps; when it was asked for'),
      f('repliedAt', 'u64', 'ps; when the reply was handled'),
      f('number', 'u32', 'that it is found by'),
      f('bytes', 'u32', 'of data'),
      f('replyBytes', 'u32', 'of data of the reply'),
      f('nic', 'u32', 'adapter that sends it; all ones: to the host itself'),
      f('source', 'u32', 'index of the AddressRecord that it is sent from'),
      f('identifier', 'u16', ''),
      f('sequence', 'u16', ''),
      f('hopLimit', 'u8', ''),
      f('replyHopLimit', 'u8', 'of the reply as it came in'),
      f('family', 'u8', '4 or 6'),
      f('dontFragment', 'u8', '1: not to be fragmented'),
      f('state', 'u8', 'EchoState'),
    ],
  },
];
