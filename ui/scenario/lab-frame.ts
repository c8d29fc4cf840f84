// What the Lab page is shown of a running world: one block of numbers, moved from the worker by transfer and given back for reuse.
// The layout follows from the scenario; it is told once, when a scenario is loaded. All counters count from the start of the run, so a
// view takes the difference between two frames; after a seek backwards they go down. −1 stands for a number that there is not: the
// processor of an ideal host, the processor of a queue without one, the virtual machine of a queue that none has.

import type { Scenario } from './schema.ts';

/** One for each reason that a connection comes back for, in the order of UploadReason, which begins with none. */
export const uploadColumns = [
  'uploadHardwareFailure',
  'uploadInvalidState',
  'uploadReceivedUrgentData',
  'uploadTimeoutExpiration',
  'uploadUploadRequested',
  'uploadHighDropRate',
  'uploadHighFragmentation',
  'uploadHighOutOfOrderPackets',
  'uploadLowActivity',
  'uploadNoBufferPreposting',
  'uploadSmallIo',
  'uploadFinished',
  'uploadGateClosed',
  'uploadPaused',
  'uploadOtherAdapter',
  'uploadFirewall',
] as const;

/** Columns of each part, in order. Times in ps. */
export const labColumns = {
  head: ['timePs', 'events', 'playing', 'connections', 'faults', 'packetsInFlight', 'packetsPerSecond', 'ended'],
  processor: [
    'idlePs',
    'threadPs',
    'dpcPs',
    'interruptPs',
    'classInterruptPs',
    'classDpcPs',
    'classDriverPs',
    'classNdisPs',
    'classTcpIpPs',
    'classCopyPs',
    'classSwitchPs',
    'classApplicationPs',
    'guestPs',
    /** Bytes copied, by the cost that they were charged under: receiving, sending, and into virtual machines. */
    'coldBytes',
    'warmBytes',
    'switchBytes',
  ],
  queue: [
    'processor',
    'depth',
    'peak',
    'frames',
    'bytes',
    'drops',
    'interrupts',
    'dpcs',
    'transmitDepth',
    'discards',
    'vmqState',
    'machine',
    'filters',
    'held',
  ],
  nic: [
    'sentFrames',
    'sentBytes',
    'arrivedFrames',
    'arrivedBytes',
    'receivedFrames',
    'interrupts',
    'crc',
    'filtered',
    'noBuffer',
    'tooLong',
    'tableChanges',
  ],
  port: ['sentFrames', 'drops', 'queuedBytes', 'peakBytes'],
  /** Bytes with preamble, check sequence and gap: what the cable is busy with. */
  path: ['frames', 'bytes', 'lost', 'duplicated', 'reordered', 'corrupted', 'arrived'],
  /** Virtual networks of hosts. */
  virtualSwitch: ['framesIn', 'bytesIn', 'groupIn', 'framesOut', 'bytesOut', 'replicated', 'flooded', 'droppedIn', 'droppedOut'],
  /**
   * Virtual machines, beside the rows of their adapters; queue 0 is the default queue of the physical adapter. Time is its own work, and the
   * host's on its behalf; processors are those of its virtual ones, −1 beyond their number.
   */
  machine: [
    'running',
    'switch',
    'queue',
    'queueFrames',
    'defaultFrames',
    'copiedBytes',
    'directBytes',
    'droppedIn',
    'droppedOut',
    'signals',
    'lateReturns',
    'migrations',
    'ownPs',
    'hostPs',
    'processor0',
    'processor1',
    'processor2',
    'processor3',
    /** Connections in the physical adapter or on their way, and their payload: of what came in, what had no posted buffer. */
    'offloaded',
    'offloadInBytes',
    'offloadCopiedBytes',
    'offloadOutBytes',
  ],
  /** Copy engines of chipsets; bytes that a processor copied after all, by the reason. */
  copyEngine: [
    'on',
    'movedBytes',
    'offBytes',
    'offloadedBytes',
    'outOfOrderBytes',
    'notPostedBytes',
    'belowThresholdBytes',
    'smallFragmentBytes',
    'ringFullBytes',
    'haltedBytes',
    'abortedBytes',
  ],
  /** Their channels; `queued` descriptors wait. */
  channel: ['processor', 'state', 'descriptors', 'bytes', 'busyPs', 'queued', 'peak'],
  /** The part of an adapter that runs connections. `packetPs` is what its engine takes for a packet; uploads by UploadReason. */
  offload: [
    'capacity',
    'reason',
    'paused',
    'offloading',
    'offloaded',
    'uploading',
    'offloads',
    'uploads',
    'packetPs',
    'served',
    'busyPs',
    'drops',
    'depth',
    'peak',
    'receivedBytes',
    'copiedBytes',
    'sentBytes',
    /** Connections of virtual machines in the adapter or on their way; all else here is of the host's own, or of the engine. */
    'ofGuests',
    ...uploadColumns,
  ],
  connection: [
    'id',
    'host',
    'app',
    'server',
    'state',
    'processor',
    'dpcProcessor',
    'queue',
    'congestionWindow',
    'slowStartThreshold',
    'sendWindow',
    'receiveWindow',
    'inFlight',
    'smoothedRttPs',
    'retransmitted',
    'sentBytes',
    'ackedBytes',
    'receivedBytes',
    'exchanges',
    /** OffloadState and ChimneyReason; −1 where no adapter takes connections, and of UDP. */
    'offload',
    'offloadReason',
  ],
} as const;

export type LabPart = keyof typeof labColumns;
export type LabColumn<P extends LabPart> = (typeof labColumns)[P][number];

/** What the rows of each part are. Indices count over the whole world, in the order of the document. */
export interface LabLayout {
  /** Those of the document, then its virtual machines, whose processors are those of the host that they are on. */
  hosts: { name: string; kind: 'modelled' | 'ideal' | 'guest'; os: string; parent?: number }[];
  processors: { host: number; number: number; socket: number; core: number; thread: number; node: number; clockHz: number }[];
  nics: { host: number; name: string; mac: string; addresses: string[]; bitsPerSecond: number; mtu: number; link: number | null }[];
  queues: { nic: number; queue: number; capacity: number }[];
  switches: { name: string }[];
  /** `nic` is the adapter that it is bound to. */
  virtualSwitches: { host: number; name: string; kind: 'external' | 'internal' | 'private'; nic: number | null }[];
  /** Its host, its adapter, and its virtual network at the start; VLAN 0 is none. */
  machines: { host: number; nic: number; vlan: number; network: number }[];
  /** Copy engines of hosts, and their channels. */
  copyEngines: { host: number }[];
  channels: { engine: number; channel: number; slots: number }[];
  /** Adapters that can take TCP connections, now or by a change of settings. */
  offloads: { nic: number }[];
  ports: { switch: number; port: number; link: number | null }[];
  /** One row a direction of a cable; ends as "server.lan" or the name of a switch. */
  paths: { link: number; from: string; to: string; bitsPerSecond: number; delayPs: number }[];
  apps: { label: string }[];
  /** Rows of the connection part that a frame has room for; the busiest come first. */
  connectionRows: number;
}

/** Rows of each part of a frame. */
export function labRows(layout: LabLayout): Record<LabPart, number> {
  return {
    head: 1,
    processor: layout.processors.length,
    queue: layout.queues.length,
    nic: layout.nics.length,
    port: layout.ports.length,
    path: layout.paths.length,
    virtualSwitch: layout.virtualSwitches.length,
    machine: layout.machines.length,
    copyEngine: layout.copyEngines.length,
    channel: layout.channels.length,
    offload: layout.offloads.length,
    connection: layout.connectionRows,
  };
}

/** Float64 numbers of a frame. */
export function labFrameLength(layout: LabLayout): number {
  const rows = labRows(layout);
  return (Object.keys(labColumns) as LabPart[]).reduce((sum, part) => sum + rows[part] * labColumns[part].length, 0);
}

/** Names and addresses of connections that a frame has shown for the first time. */
export interface LabConnectionName {
  id: number;
  local: string;
  remote: string;
  transport: 'tcp' | 'udp';
}

/** Reads and writes a frame. */
export class LabFrame {
  readonly values: Float64Array;
  private readonly starts = {} as Record<LabPart, number>;
  readonly rows: Record<LabPart, number>;

  constructor(layout: LabLayout, values: Float64Array = new Float64Array(labFrameLength(layout))) {
    this.values = values;
    this.rows = labRows(layout);
    let at = 0;
    for (const part of Object.keys(labColumns) as LabPart[]) {
      this.starts[part] = at;
      at += this.rows[part] * labColumns[part].length;
    }
    if (at !== values.length) throw new Error(`A frame of this scenario has ${at} numbers, not ${values.length}.`);
  }

  get<P extends LabPart>(part: P, row: number, column: LabColumn<P>): number {
    return this.values[this.at(part, row, column)]!;
  }

  set<P extends LabPart>(part: P, row: number, column: LabColumn<P>, value: number): void {
    this.values[this.at(part, row, column)] = value;
  }

  private at<P extends LabPart>(part: P, row: number, column: LabColumn<P>): number {
    const columns: readonly string[] = labColumns[part];
    return this.starts[part] + row * columns.length + columns.indexOf(column);
  }
}

/** How fast virtual time goes. */
export interface LabSpeed {
  /** Virtual seconds for one real second; Infinity: as fast as possible. From 1e-6 on. */
  rate: number;
}

/** The ledger of one processor or connection, asked for when it is shown. */
export interface LabLedger {
  timePs: number;
  rows: { id: string; label: string; unit: string; units: number; ps: number; className: string }[];
  /** ps by cost class, in the order of CostClass. */
  classesPs: number[];
}

export interface LabSettings {
  /** Another number for other settings. */
  version: number;
  timePs: number;
  wanted: Scenario;
  inForce: Scenario;
}
