// The boundary of a Hyper-V host: virtual switches, their ports, and the queues that an adapter has for virtual machines. Part of schema.ts.
// Queues themselves are QueueRecords (schema-world.ts): of an adapter with VMQ, and of a virtual adapter, whose ring is that of its VMBus channel.

import { type EnumSchema, f, type RecordSchema } from './schema-kit.ts';

export const hypervEnums: EnumSchema[] = [
  {
    name: 'VirtualPortKind',
    doc: 'What is behind a port of a virtual switch.',
    values: { External: 0, Management: 1, Guest: 2 },
  },
  {
    name: 'VmqState',
    doc: 'State of a virtual machine queue: windows-driver-docs, Queue states and operations.',
    values: { Undefined: 0, Allocated: 1, Set: 2, Running: 3, Paused: 4, StopDma: 5, Freeing: 6 },
  },
  {
    name: 'VmqEvent',
    doc: 'What happens to a virtual machine queue: the rows of the same table.',
    values: {
      AllocateQueue: 0,
      QueueParameters: 1, // query or set parameters, enumerate filters
      SetFilter: 2,
      ClearLastFilter: 3,
      ClearFilter: 4, // others are left
      FilterParameters: 5,
      AllocationComplete: 6,
      Receive: 7,
      FreeQueue: 8,
      DmaStopped: 9,
      BuffersReturned: 10,
    },
  },
  {
    name: 'VmqStatus',
    doc: 'How an operation on virtual machine queues ended.',
    values: {
      Success: 0,
      InvalidState: 1, // the table has no such operation in this state
      InvalidParameter: 2, // no such queue or filter
      NoQueue: 3, // all are taken
      NoFilter: 4, // the adapter’s filters are all in use
      NotSupported: 5, // no VLAN filters, or neither a VLAN test nor the flag that does without
    },
  },
  {
    name: 'VmqFilterFlag',
    doc: 'What a receive filter tests beside the destination MAC address.',
    values: { Vlan: 1, UntaggedOrZero: 2 },
  },
];

export const hypervRecords: RecordSchema[] = [
  {
    name: 'VirtualSwitch',
    doc: 'A virtual network of a host: a switch in software.',
    size: 192,
    accessors: true,
    fields: [
      f('framesIn', 'u64', 'frames that ports handed to it'),
      f('bytesIn', 'u64', 'bytes of them with check sequence'),
      f('groupIn', 'u64', 'broadcast and multicast frames among them'),
      f('framesOut', 'u64', 'frames that it handed to ports'),
      f('bytesOut', 'u64', ''),
      f('groupOut', 'u64', ''),
      f('replicated', 'u64', 'frames made beside those that came in: copies for further ports, segments of large sends'),
      f('flooded', 'u64', 'frames for stations that it does not know, sent to the external port'),
      f('droppedIn', 'u64', 'frames that came in and go to no port: no such station, another VLAN, nobody else to send to'),
      f('droppedOut', 'u64', 'frames that a port did not take'),
      f('host', 'u32', ''),
      f('external', 'u32', 'port; all ones: none'),
      f('management', 'u32', 'port; all ones: none'),
      f('table', 'u32', 'address of its table: u64 MAC, port in the high 16 bits'),
      f('learned', 'u32', 'addresses in it'),
      f('pending', 'u32', 'frames on their way to a port, until the work item ends'),
    ],
  },
  {
    name: 'VirtualPort',
    doc: 'A port of a virtual switch. Of virtual machines: with the VMBus channel behind it.',
    size: 256,
    accessors: true,
    fields: [
      f('resumeAt', 'u64', 'ps; when a migrated virtual machine goes on'),
      f('copiedBytes', 'u64', 'bytes of received frames that a processor copied into the memory of the virtual machine'),
      f('directBytes', 'u64', 'bytes of received frames that the adapter put there'),
      f('queueFrames', 'u64', 'frames that came through a queue of its own'),
      f('defaultFrames', 'u64', 'frames that came through the default queue, or from other ports'),
      f('droppedIn', 'u64', 'frames for it that it did not take'),
      f('droppedOut', 'u64', 'frames from it that went nowhere'),
      f('signals', 'u64', 'signals to the virtual machine'),
      f('sendSignals', 'u64', 'signals from it'),
      f('lateReturns', 'u64', 'receive buffers that came back after a migration, and were absorbed'),
      f('migrations', 'u64', ''),
      f('pauseFor', 'u64', 'ps that the migration under way pauses the virtual machine'),
      f('nic', 'u32', 'adapter: the physical one of an external port, else the virtual one or the one whose stack it is'),
      f('host', 'u32', 'host of that adapter'),
      f('vswitch', 'u32', 'virtual switch'),
      f('nextSwitch', 'u32', 'the one after the migration under way'),
      f('owner', 'u32', 'of the ledger: work of the host on its behalf'),
      f('vlan', 'u32', 'access VLAN; 0: untagged'),
      f('processor', 'u32', 'that switches what it sends'),
      f('nextProcessor', 'u32', 'the one after the migration under way'),
      f('queue', 'u32', 'its queue of the adapter; 0: the default queue'),
      f('ticket', 'u32', 'its turn among those that ask for a queue; 0: does not'),
      f('capacity', 'u32', 'frames that the channel holds for the virtual machine'),
      f('batch', 'u32', 'event in which the virtual machine was signalled last, modulo 2^32'),
      f('first', 'u32', 'address of the oldest packet that it has sent and that is not switched'),
      f('newest', 'u32', 'address of the newest'),
      f('waiting', 'u32', 'packets there'),
      f('sendTaken', 'u32', 'of them switched since others had a turn'),
      f('kind', 'u8', 'VirtualPortKind'),
      f('legacy', 'u8', '1: an emulated adapter'),
      f('wantsQueue', 'u8', '1: a queue of the adapter is asked for'),
      f('connected', 'u8', '1: takes and gives frames'),
      f('sendQueued', 'u8', '1: the work item that switches what it sent is queued'),
      f('signalled', 'u8', '1: the host has been told that something waits'),
      f('leaving', 'u8', '1: will be paused once its connections are back from the adapter'),
    ],
  },
  {
    name: 'VmqAdapter',
    doc: 'Virtual machine queues of one adapter. Its limits.VmqFilters VmqFilter records follow, then a hash index of twice as many u16.',
    size: 64,
    accessors: true,
    fields: [
      f('nic', 'u32', ''),
      f('queues', 'u32', 'queues beside the default queue'),
      f('filters', 'u32', 'receive filters that are set'),
      f('lastFilter', 'u32', 'filter id given last'),
      f('refused', 'u32', 'operations that failed'),
      f('vlanFilter', 'u8', '1: filters test the VLAN'),
      f('split', 'u8', '1: frames are split at the lookahead, and their data goes to the memory of the virtual machine'),
      f('controlQueued', 'u8', '1: a work item for the next operation is queued'),
      f('halted', 'u8', '1: the adapter is being restarted, and gives no queues'),
    ],
  },
  {
    name: 'VmqFilter',
    doc: 'A receive filter.',
    size: 24,
    accessors: true,
    fields: [
      f('mac', 'u64', 'destination'),
      f('id', 'u32', '0: not in use'),
      f('vlan', 'u16', ''),
      f('flags', 'u8', 'VmqFilterFlag'),
      f('queue', 'u8', ''),
    ],
  },
];
