// Fills frames straight from the memory of a world: numbers to numbers, no objects on the way.

import {
  EventQueueLayout,
  HostRecordLayout,
  NicRecordLayout,
  PathRecordLayout,
  QueueRecordLayout,
  WorldLayout,
  WorkPoolLayout,
} from '../abi/abi.gen.ts';
import { labColumns, labRows, type LabColumn, type LabLayout, type LabPart } from '../scenario/lab-frame.ts';
import { ConnectionRows } from './lab-connections.ts';
import { fillChannels, fillCopies, fillGuestPlaces, MachineRows } from './lab-fill-paths.ts';
import { readProcessor, readU64, RowReader } from './lab-fields.ts';
import type { CoreExports } from './core.ts';
import type { WorldIndex } from './world-image.ts';

/** What the head of a frame says that is not in the world. */
export interface HeadState {
  isPlaying: boolean;
  hasEnded: boolean;
  packetsPerSecond: number;
}

const headColumn = Object.fromEntries(labColumns.head.map((name, index) => [name, index])) as Record<LabColumn<'head'>, number>;
const queueProcessor = labColumns.queue.indexOf('processor');
const transmitDepth = labColumns.queue.indexOf('transmitDepth');
const queueMachine = labColumns.queue.indexOf('machine');

/** Counters of limits that were reached, as WorldReader.faults() words them. */
const worldFaults = [WorldLayout.packetsMissed, WorldLayout.buffersMissed, WorldLayout.socketsMissed];
const queueFaults = [EventQueueLayout.overflows, EventQueueLayout.past];
const workFaults = [WorkPoolLayout.overflows, WorkPoolLayout.strayCharges];

/** Row i of a part is the record at addresses[i]. */
export interface Part {
  reader: RowReader;
  addresses: Uint32Array;
  width: number;
  /** Index of its first number in a frame. */
  to: number;
}

/** Index of each part's first number. */
function partStarts(layout: LabLayout): Record<LabPart, number> {
  const rows = labRows(layout);
  const starts = {} as Record<LabPart, number>;
  let at = 0;
  for (const part of Object.keys(labColumns) as LabPart[]) {
    starts[part] = at;
    at += rows[part] * labColumns[part].length;
  }
  return starts;
}

export class LabFill {
  private view: DataView;
  private readonly starts: Record<LabPart, number>;
  private readonly parts: Part[];
  private readonly queues: Part;
  private readonly paths: Part;
  private readonly processors: Part;
  private readonly channels: Part;
  private readonly offloads: Part;
  private readonly machines: MachineRows;
  private readonly connections: ConnectionRows;
  /** Ports of virtual machines come last. */
  private readonly firstMachine: number;
  private lastPs = 0;

  constructor(
    private readonly core: CoreExports,
    private readonly layout: LabLayout,
    index: Pick<WorldIndex, 'firstQueue'>,
  ) {
    this.view = new DataView(core.memory.buffer);
    this.starts = partStarts(layout);
    const part = (name: ConstructorParameters<typeof RowReader>[0], at: (row: number) => number): Part => ({
      reader: new RowReader(name),
      addresses: Uint32Array.from({ length: labRows(layout)[name] }, (_, row) => at(row)),
      width: labColumns[name].length,
      to: this.starts[name],
    });
    this.paths = part('path', core.pathAt);
    this.queues = part('queue', (row) => core.nicQueueAt(index.firstQueue[layout.queues[row]!.nic]! + layout.queues[row]!.queue));
    const ports = this.view.getUint32(core.worldAt() + WorldLayout.virtualPorts, true);
    this.firstMachine = ports - layout.machines.length;
    this.processors = part('processor', core.processorAt);
    const engineHost = (engine: number) => layout.copyEngines[engine]!.host;
    this.channels = part('channel', (row) => core.dmaChannelAt(engineHost(layout.channels[row]!.engine), layout.channels[row]!.channel));
    const machines = part('machine', (row) => core.virtualPortAt(this.firstMachine + row));
    this.machines = new MachineRows(core, layout, machines);
    this.offloads = part('offload', (row) => core.offloadTargetAt(layout.offloads[row]!.nic));
    this.parts = [
      this.processors,
      part('nic', core.nicAt),
      this.queues,
      part('port', core.portAt),
      this.paths,
      part('virtualSwitch', core.virtualSwitchAt),
      machines,
      part('copyEngine', (row) => this.view.getUint32(core.hostAt(engineHost(row)) + HostRecordLayout.engine, true)),
      this.channels,
      this.offloads,
    ];
    const sockets = this.view.getUint32(core.worldAt() + WorldLayout.sockets, true);
    this.connections = new ConnectionRows(
      layout.connectionRows,
      sockets,
      core.socketAt(0),
      core.connectionInHostAt(0),
      core.connectionInTargetAt(0),
      this.view.getUint32(core.worldAt() + WorldLayout.offloads, true) > 0 ? core.offloadAt(0) : null,
    );
  }

  /** Memory may have grown since. */
  private current(): DataView {
    if (this.view.buffer !== this.core.memory.buffer) this.view = new DataView(this.core.memory.buffer);
    return this.view;
  }

  /** Frames that were put on cables. */
  packets(): number {
    const view = this.current();
    let sum = 0;
    for (const at of this.paths.addresses) sum += readU64(view, at + PathRecordLayout.framesIn);
    return sum;
  }

  /** @param values  all numbers of a frame */
  fill(values: Float64Array, state: HeadState): void {
    this.core.processorsSettle();
    const view = this.current();
    const timePs = readU64(view, this.core.queueAt() + EventQueueLayout.now);
    if (timePs < this.lastPs) this.connections.forget();
    this.lastPs = timePs;
    this.fillHead(view, values, timePs, state);
    for (const { reader, addresses, width, to } of this.parts)
      for (let row = 0; row < addresses.length; row++) reader.read(view, addresses[row]!, values, to + row * width);
    fillCopies(this.core, view, this.processors, values);
    fillChannels(view, this.channels, timePs, values);
    this.machines.fill(view, values);
    fillGuestPlaces(this.core, view, this.layout, this.offloads, values);
    this.finishQueues(view, values);
    this.connections.fill(view, values, this.starts.connection);
  }

  private finishQueues(view: DataView, values: Float64Array): void {
    const { addresses, width, to } = this.queues;
    for (let row = 0; row < addresses.length; row++) {
      const { nic, queue } = this.layout.queues[row]!;
      const at = addresses[row]!;
      const isInUse = queue < view.getUint32(this.core.nicAt(nic) + NicRecordLayout.queues, true);
      const processor = view.getUint32(at + QueueRecordLayout.processor, true);
      const posted = view.getUint32(at + QueueRecordLayout.txPosted, true);
      const port = view.getUint32(at + QueueRecordLayout.vmqPort, true);
      values[to + row * width + queueMachine] = port === 0 ? -1 : port - 1 - this.firstMachine;
      values[to + row * width + queueProcessor] = isInUse ? readProcessor(processor) : -1;
      values[to + row * width + transmitDepth] = (posted - view.getUint32(at + QueueRecordLayout.txDone, true)) >>> 0;
    }
  }

  private fillHead(view: DataView, values: Float64Array, timePs: number, state: HeadState): void {
    const world = this.core.worldAt();
    const reached = (record: number, fields: readonly number[]) =>
      fields.filter((field) => view.getUint32(record + field, true) > 0).length;
    values[headColumn.timePs] = timePs;
    values[headColumn.events] = readU64(view, world + WorldLayout.events);
    values[headColumn.playing] = state.isPlaying ? 1 : 0;
    values[headColumn.connections] = view.getUint32(world + WorldLayout.socketsUsed, true);
    values[headColumn.faults] =
      reached(world, worldFaults) + reached(this.core.queueAt(), queueFaults) + reached(this.core.workPoolAt(), workFaults);
    values[headColumn.packetsInFlight] = view.getUint32(world + WorldLayout.packetsUsed, true);
    values[headColumn.packetsPerSecond] = state.packetsPerSecond;
    values[headColumn.ended] = state.hasEnded ? 1 : 0;
  }
}
