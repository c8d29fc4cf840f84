// What a world with virtual networks tells beside the rest: switches, virtual machines, queues. Part of world-report.ts; counters count
// from the start of the run, times are picoseconds.

export interface VirtualSwitchReport {
  host: number;
  name: string;
  kind: 'external' | 'internal' | 'private';
  /** From ports, and to ports. With framesIn + replicated = framesOut + droppedIn + droppedOut + pending. */
  framesIn: number;
  bytesIn: number;
  /** Broadcast and multicast among them. */
  groupIn: number;
  framesOut: number;
  bytesOut: number;
  groupOut: number;
  replicated: number;
  flooded: number;
  droppedIn: number;
  droppedOut: number;
  /** On their way to a port. */
  pending: number;
  learned: number;
}

export interface VirtualMachineReport {
  name: string;
  /** Its host among all, and the one that it is on. */
  host: number;
  on: number;
  /** Index of its adapter among all, and of its virtual switch. */
  nic: number;
  switch: number;
  paused: boolean;
  /** Logical processors of its virtual ones. */
  processors: number[];
  asksForQueue: boolean;
  /** Its queue of the physical adapter; 0 is the default queue. */
  queue: number;
  receivedFrames: number;
  receivedBytes: number;
  sentFrames: number;
  sentBytes: number;
  /** Frames that it did not take; and frames from it that went nowhere. */
  droppedIn: number;
  droppedOut: number;
  /** Received frames by the way that they took. */
  queueFrames: number;
  defaultFrames: number;
  /** Received bytes by who put them into its memory. */
  copiedBytes: number;
  directBytes: number;
  signals: number;
  sendSignals: number;
  lateReturns: number;
  migrations: number;
  /** ps by cost class: its own work, and the host's on its behalf. */
  chargedPs: number[];
  hostPs: number[];
  /** Only where an adapter that its virtual network may lead to takes connections. */
  chimney?: GuestChimneyReport;
}

/** Virtual Machine Chimney: connections in the physical adapter. Frames of these are none of the virtual adapter's. */
export interface GuestChimneyReport {
  /** ChimneyReason that holds for all of them; "None" where connections may be offloaded. */
  reason: string;
  offloading: number;
  offloaded: number;
  uploading: number;
  offloads: number;
  uploads: number;
  /** Payload bytes, and IP packets. */
  receivedData: number;
  sentData: number;
  receivedPackets: number;
  sentPackets: number;
}

export interface VmqQueueReport {
  queue: number;
  /** Name of VmqState. */
  state: string;
  /** Number of the processor within the host. */
  processor: number;
  /** Name of the virtual machine that has it. */
  machine: string | null;
  frames: number;
  bytes: number;
  drops: number;
  filters: number;
  discards: number;
  /** Receive buffers that the virtual machine holds. */
  held: number;
}

export interface VmqAdapterReport {
  /** Index of the adapter among all. */
  nic: number;
  vlanFilter: boolean;
  split: boolean;
  filters: number;
  refused: number;
  /** Frames of the default queue, and of all. */
  defaultFrames: number;
  frames: number;
  queues: VmqQueueReport[];
}

export interface VirtualReport {
  switches: VirtualSwitchReport[];
  machines: VirtualMachineReport[];
  adapters: VmqAdapterReport[];
}
