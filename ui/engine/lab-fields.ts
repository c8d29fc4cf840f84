// Where each column of a frame stands in the records of a world. One line a column; what is computed from several fields is in
// lab-connections.ts and lab-fill.ts.

import {
  DmaChannelLayout,
  DmaDecline,
  DmaEngineLayout,
  limits,
  NicRecordLayout,
  OffloadTargetLayout,
  PathRecordLayout,
  PortRecordLayout,
  ProcessorLayout,
  QueueRecordLayout,
  UploadReason,
  VirtualPortLayout,
  VirtualSwitchLayout,
} from '../abi/abi.gen.ts';
import { labColumns, uploadColumns, type LabColumn, type LabPart } from '../scenario/lab-frame.ts';

const Kind = { U32: 0, U64: 1, U8: 2 } as const;

interface Field {
  kind: number;
  offset: number;
}

const u8 = (offset: number): Field => ({ kind: Kind.U8, offset });
const u32 = (offset: number): Field => ({ kind: Kind.U32, offset });
/** A number below 2^53. */
const u64 = (offset: number): Field => ({ kind: Kind.U64, offset });

type Table<P extends LabPart> = Record<LabColumn<P>, Field>;

/** Without the bytes that were copied: the ledger has them. */
const processorTable: Omit<Table<'processor'>, 'coldBytes' | 'warmBytes' | 'switchBytes'> = {
  idlePs: u64(ProcessorLayout.idle),
  threadPs: u64(ProcessorLayout.thread),
  dpcPs: u64(ProcessorLayout.dpc),
  interruptPs: u64(ProcessorLayout.interrupt),
  classInterruptPs: u64(ProcessorLayout.classInterrupt),
  classDpcPs: u64(ProcessorLayout.classDpc),
  classDriverPs: u64(ProcessorLayout.classDriver),
  classNdisPs: u64(ProcessorLayout.classNdis),
  classTcpIpPs: u64(ProcessorLayout.classTcpIp),
  classCopyPs: u64(ProcessorLayout.classCopy),
  classSwitchPs: u64(ProcessorLayout.classSwitch),
  classApplicationPs: u64(ProcessorLayout.classApplication),
  guestPs: u64(ProcessorLayout.guest),
};

const nicTable: Table<'nic'> = {
  sentFrames: u64(NicRecordLayout.sentFrames),
  sentBytes: u64(NicRecordLayout.sentBytes),
  arrivedFrames: u64(NicRecordLayout.arrived),
  arrivedBytes: u64(NicRecordLayout.arrivedBytes),
  receivedFrames: u64(NicRecordLayout.received),
  interrupts: u64(NicRecordLayout.interrupts),
  crc: u64(NicRecordLayout.crcErrors),
  filtered: u64(NicRecordLayout.filtered),
  noBuffer: u64(NicRecordLayout.noBuffer),
  tooLong: u64(NicRecordLayout.tooLong),
  tableChanges: u64(NicRecordLayout.tableChanges),
};

const portTable: Table<'port'> = {
  sentFrames: u64(PortRecordLayout.sentFrames),
  drops: u64(PortRecordLayout.drops),
  queuedBytes: u32(PortRecordLayout.bytes),
  peakBytes: u32(PortRecordLayout.peakBytes),
};

const pathTable: Table<'path'> = {
  frames: u64(PathRecordLayout.framesIn),
  bytes: u64(PathRecordLayout.bytesIn),
  lost: u64(PathRecordLayout.lost),
  duplicated: u64(PathRecordLayout.duplicated),
  reordered: u64(PathRecordLayout.reordered),
  corrupted: u64(PathRecordLayout.corrupted),
  arrived: u64(PathRecordLayout.framesOut),
};

/** Without what depends on more than one field: lab-fill.ts writes that. */
const queueTable: Omit<Table<'queue'>, 'processor' | 'transmitDepth' | 'machine'> = {
  depth: u32(QueueRecordLayout.depth),
  peak: u32(QueueRecordLayout.peak),
  frames: u64(QueueRecordLayout.frames),
  bytes: u64(QueueRecordLayout.bytes),
  drops: u64(QueueRecordLayout.drops),
  interrupts: u64(QueueRecordLayout.interrupts),
  dpcs: u64(QueueRecordLayout.dpcs),
  discards: u64(QueueRecordLayout.discards),
  vmqState: u8(QueueRecordLayout.vmqState),
  filters: u32(QueueRecordLayout.vmqFilters),
  held: u32(QueueRecordLayout.vmqHeld),
};

const virtualSwitchTable: Table<'virtualSwitch'> = {
  framesIn: u64(VirtualSwitchLayout.framesIn),
  bytesIn: u64(VirtualSwitchLayout.bytesIn),
  groupIn: u64(VirtualSwitchLayout.groupIn),
  framesOut: u64(VirtualSwitchLayout.framesOut),
  bytesOut: u64(VirtualSwitchLayout.bytesOut),
  replicated: u64(VirtualSwitchLayout.replicated),
  flooded: u64(VirtualSwitchLayout.flooded),
  droppedIn: u64(VirtualSwitchLayout.droppedIn),
  droppedOut: u64(VirtualSwitchLayout.droppedOut),
};

/** Without times and processors, which other records have. */
type MachineColumn = Exclude<LabColumn<'machine'>, 'ownPs' | 'hostPs' | `processor${number}` | `offload${string}`>;
const machineTable: Pick<Table<'machine'>, MachineColumn> = {
  running: u8(VirtualPortLayout.connected),
  switch: u32(VirtualPortLayout.vswitch),
  queue: u32(VirtualPortLayout.queue),
  queueFrames: u64(VirtualPortLayout.queueFrames),
  defaultFrames: u64(VirtualPortLayout.defaultFrames),
  copiedBytes: u64(VirtualPortLayout.copiedBytes),
  directBytes: u64(VirtualPortLayout.directBytes),
  droppedIn: u64(VirtualPortLayout.droppedIn),
  droppedOut: u64(VirtualPortLayout.droppedOut),
  signals: u64(VirtualPortLayout.signals),
  lateReturns: u64(VirtualPortLayout.lateReturns),
  migrations: u64(VirtualPortLayout.migrations),
};

const declined = (reason: DmaDecline): Field => u64(DmaEngineLayout.declinedBytes + 8 * reason);

const copyEngineTable: Table<'copyEngine'> = {
  on: u8(DmaEngineLayout.on),
  movedBytes: u64(DmaEngineLayout.movedBytes),
  offBytes: declined(DmaDecline.Off),
  offloadedBytes: declined(DmaDecline.Offloaded),
  outOfOrderBytes: declined(DmaDecline.OutOfOrder),
  notPostedBytes: declined(DmaDecline.NotPosted),
  belowThresholdBytes: declined(DmaDecline.BelowThreshold),
  smallFragmentBytes: declined(DmaDecline.SmallFragment),
  ringFullBytes: declined(DmaDecline.RingFull),
  haltedBytes: declined(DmaDecline.Halted),
  abortedBytes: declined(DmaDecline.Aborted),
};

/** Without what depends on more than one field. */
const channelTable: Omit<Table<'channel'>, 'busyPs' | 'queued'> = {
  processor: u32(DmaChannelLayout.processor),
  state: u8(DmaChannelLayout.state),
  descriptors: u64(DmaChannelLayout.descriptors),
  bytes: u64(DmaChannelLayout.bytes),
  peak: u32(DmaChannelLayout.peak),
};

const uploadTable = Object.fromEntries(
  uploadColumns.map((column): [string, Field] => {
    const reason = UploadReason[column.slice('upload'.length) as keyof typeof UploadReason];
    return [column, u64(OffloadTargetLayout.uploadReasons + 8 * reason)];
  }),
) as Record<(typeof uploadColumns)[number], Field>;

const offloadTable: Omit<Table<'offload'>, 'ofGuests'> = {
  capacity: u32(OffloadTargetLayout.capacity),
  reason: u8(OffloadTargetLayout.reason),
  paused: u8(OffloadTargetLayout.paused),
  offloading: u32(OffloadTargetLayout.offloading),
  offloaded: u32(OffloadTargetLayout.offloaded),
  uploading: u32(OffloadTargetLayout.uploading),
  offloads: u64(OffloadTargetLayout.offloads),
  uploads: u64(OffloadTargetLayout.uploads),
  packetPs: u64(OffloadTargetLayout.interval),
  served: u64(OffloadTargetLayout.served),
  busyPs: u64(OffloadTargetLayout.busy),
  drops: u64(OffloadTargetLayout.drops),
  depth: u32(OffloadTargetLayout.depth),
  peak: u32(OffloadTargetLayout.peak),
  receivedBytes: u64(OffloadTargetLayout.receivedData),
  copiedBytes: u64(OffloadTargetLayout.copiedData),
  sentBytes: u64(OffloadTargetLayout.sentData),
  ...uploadTable,
};

const tables = {
  processor: processorTable,
  nic: nicTable,
  port: portTable,
  path: pathTable,
  queue: queueTable,
  virtualSwitch: virtualSwitchTable,
  machine: machineTable,
  copyEngine: copyEngineTable,
  channel: channelTable,
  offload: offloadTable,
};

/** Fields in the order of the columns, as numbers alone: read 60 times a second for thousands of rows. */
export class RowReader {
  private readonly columns: Uint8Array;
  private readonly kinds: Uint8Array;
  private readonly offsets: Uint16Array;

  constructor(part: keyof typeof tables) {
    const names: readonly string[] = labColumns[part];
    const fields = Object.entries<Field>(tables[part]);
    this.columns = Uint8Array.from(fields, ([name]) => names.indexOf(name));
    this.kinds = Uint8Array.from(fields, ([, { kind }]) => kind);
    this.offsets = Uint16Array.from(fields, ([, { offset }]) => offset);
  }

  /** Reads the record at byte `at` into the row that starts at `to`. */
  read(view: DataView, at: number, values: Float64Array, to: number): void {
    const { columns, kinds, offsets } = this;
    for (let i = 0; i < columns.length; i++) {
      const field = at + offsets[i]!;
      const kind = kinds[i];
      values[to + columns[i]!] =
        kind === Kind.U64 ? readU64(view, field) : kind === Kind.U32 ? view.getUint32(field, true) : view.getUint8(field);
    }
  }
}

/** Exact below 2^53. */
export const readU64 = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

/** −1 for none. */
export const readProcessor = (number: number): number => (number === limits.NoProcessor ? -1 : number);
