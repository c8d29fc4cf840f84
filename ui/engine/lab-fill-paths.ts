// What a frame tells of the ways around the plain path that lies in more than one record: bytes that processors copied, channels of copy
// engines, and whose work virtual machines are. Nothing is allocated here.

import {
  Cost,
  CostTotalLayout,
  DmaChannelLayout,
  HostRecordLayout,
  limits,
  NicRecordLayout,
  OffloadTargetLayout,
  OwnerTotalLayout,
  VirtualPortLayout,
  WorldLayout,
} from '../abi/abi.gen.ts';
import { labColumns, type LabColumn, type LabLayout } from '../scenario/lab-frame.ts';
import type { CoreExports } from './core.ts';
import { readU64 } from './lab-fields.ts';
import type { Part } from './lab-fill.ts';

const coldBytes = labColumns.processor.indexOf('coldBytes');
const warmBytes = labColumns.processor.indexOf('warmBytes');
const switchBytes = labColumns.processor.indexOf('switchBytes');
const busyPs = labColumns.channel.indexOf('busyPs');
const queued = labColumns.channel.indexOf('queued');
const ofGuests = labColumns.offload.indexOf('ofGuests');
const machineColumn = Object.fromEntries(labColumns.machine.map((name, index) => [name, index])) as Record<LabColumn<'machine'>, number>;

const unitsOf = (cost: number): number => cost * CostTotalLayout.size + CostTotalLayout.units;
const coldUnits = unitsOf(Cost.CopyCold);
const warmUnits = unitsOf(Cost.CopyWarm);
const switchUnits = unitsOf(Cost.VswCopy);

/** Copies are charged by the byte. */
export function fillCopies(core: CoreExports, view: DataView, { addresses, width, to }: Part, values: Float64Array): void {
  for (let row = 0; row < addresses.length; row++) {
    const totals = core.costTotalsAt(row);
    const at = to + row * width;
    values[at + coldBytes] = readU64(view, totals + coldUnits);
    values[at + warmBytes] = readU64(view, totals + warmUnits);
    values[at + switchBytes] = readU64(view, totals + switchUnits);
  }
}

/** A descriptor under way counts as far as it has come. */
export function fillChannels(view: DataView, { addresses, width, to }: Part, timePs: number, values: Float64Array): void {
  for (let row = 0; row < addresses.length; row++) {
    const at = addresses[row]!;
    const underWay = view.getUint8(at + DmaChannelLayout.moving) ? timePs - readU64(view, at + DmaChannelLayout.startedAt) : 0;
    values[to + row * width + busyPs] = readU64(view, at + DmaChannelLayout.busy) + underWay;
    values[to + row * width + queued] =
      (view.getUint32(at + DmaChannelLayout.posted, true) - view.getUint32(at + DmaChannelLayout.done, true)) >>> 0;
  }
}

/** Number of virtual processors that a frame names. */
const SHOWN_PROCESSORS = 4;

export class MachineRows {
  /** OwnerTotal of each machine's own work and of the host's on its behalf; HostRecord of each. */
  private readonly own: Uint32Array;
  private readonly behalf: Uint32Array;
  private readonly hosts: Uint32Array;
  /** OffloadTarget of each; none in a world whose adapters take no connections. */
  private readonly targets: Uint32Array | null;

  constructor(
    core: CoreExports,
    { machines }: LabLayout,
    private readonly part: Part,
  ) {
    const view = new DataView(core.memory.buffer);
    const owner = (at: number) => core.ownerTotalsAt(view.getUint32(at, true));
    this.own = Uint32Array.from(machines, ({ nic }) => owner(core.nicAt(nic) + NicRecordLayout.owner));
    this.behalf = Uint32Array.from(part.addresses, (at) => owner(at + VirtualPortLayout.owner));
    this.hosts = Uint32Array.from(machines, ({ host }) => core.hostAt(host));
    const hasTargets = view.getUint32(core.worldAt() + WorldLayout.offloads, true) > 0;
    this.targets = hasTargets ? Uint32Array.from(machines, ({ nic }) => core.offloadTargetAt(nic)) : null;
  }

  fill(view: DataView, values: Float64Array): void {
    const { width, to } = this.part;
    for (let row = 0; row < this.hosts.length; row++) {
      const at = to + row * width;
      values[at + machineColumn.ownPs] = sumOf(view, this.own[row]!);
      values[at + machineColumn.hostPs] = sumOf(view, this.behalf[row]!);
      const host = this.hosts[row]!;
      const count = view.getUint32(host + HostRecordLayout.virtualCount, true);
      for (let place = 0; place < SHOWN_PROCESSORS; place++)
        values[at + machineColumn.processor0 + place] =
          place < count ? view.getUint16(host + HostRecordLayout.virtualProcessors + 2 * place, true) : -1;
      if (this.targets) fillOffloaded(view, this.targets[row]!, values, at);
    }
  }
}

/** Connections that an adapter's target holds or that are on their way. */
const heldBy = (view: DataView, target: number): number =>
  view.getUint32(target + OffloadTargetLayout.offloading, true) +
  view.getUint32(target + OffloadTargetLayout.offloaded, true) +
  view.getUint32(target + OffloadTargetLayout.uploading, true);

function fillOffloaded(view: DataView, target: number, values: Float64Array, at: number): void {
  values[at + machineColumn.offloaded] = heldBy(view, target);
  values[at + machineColumn.offloadInBytes] = readU64(view, target + OffloadTargetLayout.receivedData);
  values[at + machineColumn.offloadCopiedBytes] = readU64(view, target + OffloadTargetLayout.copiedData);
  values[at + machineColumn.offloadOutBytes] = readU64(view, target + OffloadTargetLayout.sentData);
}

/** Places that connections of virtual machines have: all that are taken but those of the host. */
export function fillGuestPlaces(
  core: CoreExports,
  view: DataView,
  { offloads }: LabLayout,
  { addresses, width, to }: Part,
  values: Float64Array,
): void {
  for (let row = 0; row < addresses.length; row++) {
    const places = view.getUint32(core.nicAt(offloads[row]!.nic) + NicRecordLayout.offloaded, true);
    values[to + row * width + ofGuests] = places - heldBy(view, addresses[row]!);
  }
}

/** Of all classes. */
function sumOf(view: DataView, ownerTotal: number): number {
  let sum = 0;
  for (let at = 0; at < limits.CostClasses; at++) sum += readU64(view, ownerTotal + OwnerTotalLayout.interrupt + 8 * at);
  return sum;
}
