// The boundary of the copy engine of a chipset (NetDMA): what TypeScript writes before a run and reads during it. Part of schema.ts.
// Names and flags after the DDI reference of netdma.h.

import { type EnumSchema, f, type RecordSchema } from './schema-kit.ts';

export const dmaEnums: EnumSchema[] = [
  {
    name: 'DmaState',
    doc: 'State of a channel, after NET_DMA_TRANSFER_STATUS.',
    values: {
      Idle: 0, // nothing to do
      Active: 1, // moves data
      Suspended: 2, // takes descriptors, moves nothing
      Halted: 3, // aborted; takes nothing until it is reset
      Armed: 4, // has descriptors that nobody has rung the doorbell for yet
    },
  },
  {
    name: 'DmaFlag',
    doc: 'Control flags of a descriptor.',
    values: {
      StatusUpdate: 1, // the last one of a segment
      SourcePageBreak: 2, // begins on a new page of the source
      DestinationPageBreak: 4, // begins on a new page of the destination
      ContextChange: 8, // moves nothing; names the processor whose cache is hinted
      CacheAccess: 16, // its destination is hinted to that cache
    },
  },
  {
    name: 'DmaDecline',
    doc: 'Why a processor copied what was received.',
    values: {
      None: 0,
      Off: 1, // NetDMA is not in force for the host or the adapter
      Offloaded: 2, // the adapter places the data of the connection itself
      OutOfOrder: 3, // goes to the stack until the hole is filled
      NotPosted: 4, // no receive request was posted; waits in the stack
      BelowThreshold: 5, // the receive request is too small
      SmallFragment: 6, // the piece is too small for a descriptor
      RingFull: 7,
      Halted: 8,
      Aborted: 9, // of a channel that was aborted
    },
  },
];

export const dmaRecords: RecordSchema[] = [
  {
    name: 'DmaEngine',
    doc: 'The copy engine of a host; its DmaChannel records follow.',
    size: 512,
    accessors: true,
    fields: [
      f('psPerByte', 'u64', 'ps of a byte in a channel, times 2^10'),
      f('latency', 'u64', 'ps of a descriptor beside its bytes'),
      f('coldBytes', 'u64', 'received bytes that a processor copied with a cold source'),
      f('warmBytes', 'u64', 'received bytes that a processor copied with a warm source'),
      f('movedBytes', 'u64', 'received bytes that the engine moved'),
      f('pinnedPages', 'u64', 'pages of applications locked for it'),
      f('polled', 'u64', 'descriptors whose completion a processor has seen'),
      f('verified', 'u64', 'times that a stream was found whole after the engine had moved part of it'),
      f('declines', { bytes: 128 }, 'u64 copies by DmaDecline'),
      f('declinedBytes', { bytes: 128 }, 'u64 bytes by DmaDecline'),
      f('firstChannel', { bytes: 64 }, 'first channel of each processor'),
      f('host', 'u32', ''),
      f('channels', 'u32', ''),
      f('stride', 'u32', 'from one channel of a processor to its next'),
      f('version', 'u32', 'NetDmaGetVersion: major in the high 16 bits, minor in the low ones'),
      f('threshold', 'u32', 'least receive request, bytes'),
      f('leastFragment', 'u32', 'least piece, bytes'),
      f('maximumTransfer', 'u32', 'most bytes of a descriptor'),
      f('cacheShare', 'u32', 'bytes of received data that the last-level cache holds until they are copied'),
      f('misplaced', 'u32', 'times that a stream was not whole: a fault of the run'),
      f('on', 'u8', '1: NetDMA is in force'),
      f('cacheAccess', 'u8', '1: Direct Cache Access is in force'),
    ],
  },
  {
    name: 'DmaChannel',
    doc: 'A channel: a ring of descriptors, worked off in order.',
    size: 192,
    accessors: true,
    fields: [
      f('startedAt', 'u64', 'ps; the descriptor under way'),
      f('descriptors', 'u64', 'descriptors worked off'),
      f('bytes', 'u64', 'bytes of them'),
      f('busy', 'u64', 'ps'),
      f('batches', 'u64', 'doorbells'),
      f('sourcePageBreaks', 'u64', 'descriptors'),
      f('destinationPageBreaks', 'u64', 'descriptors'),
      f('contextChanges', 'u64', 'descriptors'),
      f('abortedDescriptors', 'u64', 'descriptors that a processor copied after an abort'),
      f('engine', 'u32', 'address of the DmaEngine'),
      f('ring', 'u32', 'address of its DmaDescriptor records'),
      f('slots', 'u32', 'of the ring, a power of two'),
      f('posted', 'u32', 'descriptors ever appended, modulo 2^32; so are the next four'),
      f('rung', 'u32', 'of them with a doorbell'),
      f('done', 'u32', 'of them worked off'),
      f('abortedTo', 'u32', 'of them aborted at last'),
      f('copying', 'u32', 'of them that the processor has been charged for after an abort'),
      f('ticket', 'u32', 'of the event that ends the descriptor under way'),
      f('batch', 'u32', 'descriptors of the work item that starts'),
      f('batchSocket', 'u32', 'socket of the first of them'),
      f('touched', 'u32', 'address of the next channel that the work item has given descriptors'),
      f('ringer', 'u32', 'processor that will ring the doorbell plus 1'),
      f('processor', 'u32', 'its affinity, within the world'),
      f('number', 'u32', ''),
      f('peak', 'u32', 'most descriptors ever in the ring'),
      f('suspensions', 'u32', ''),
      f('aborts', 'u32', ''),
      f('resets', 'u32', ''),
      f('state', 'u8', 'DmaState'),
      f('moving', 'u8', '1 while a descriptor is under way'),
      f('suspended', 'u8', '1'),
      f('halted', 'u8', '1'),
      f('copyQueued', 'u8', '1: a DPC copies what was aborted'),
      f('contextLost', 'u8', '1: the next descriptor has to follow a context change'),
      f('apic', 'u8', 'processor that a context change names'),
    ],
  },
  {
    name: 'DmaDescriptor',
    doc: 'A piece of a receive copy.',
    size: 64,
    accessors: true,
    fields: [
      f('offset', 'u64', 'stream offset of its first byte'),
      f('nextOffset', 'u64', 'of the next piece of its connection; all ones: none yet'),
      f('length', 'u32', 'bytes'),
      f('flags', 'u32', 'DmaFlag'),
      f('socket', 'u32', ''),
      f('life', 'u32', 'of the socket'),
    ],
  },
  {
    name: 'DmaReceiver',
    doc: 'What the copy engine has to do with a socket; has its index.',
    size: 64,
    accessors: true,
    fields: [
      f('from', 'u64', 'stream offset of the first byte that is not there yet; all ones: none is missing'),
      f('coverage', 'u64', 'sum over all pieces that lie in buffers of the application (core-as/dma/coverage.ts)'),
      f('page', 'u64', 'stream offset at the start of the page that was locked last, plus 1'),
      f('life', 'u32', 'of the socket'),
      f('pending', 'u32', 'descriptors that are not done'),
      f('landed', 'u32', 'descriptors done and not polled'),
      f('pages', 'u32', 'pages locked and not charged'),
      f('channel', 'u32', 'address of the channel of what is pending'),
      f('newest', 'u32', 'address of the newest pending descriptor'),
    ],
  },
];
