// A virtual switch at work, in software on the processors of the host: which port a frame goes to, what that costs, and the hand-over when
// the work item ends. VLANs as IEEE 802.1Q has them: a port of a virtual machine is an access port, the external one a trunk, and the host
// itself is untagged. Unknown stations are behind the external port, since those of all other ports are known.
// Leaves out: private VLANs, port mirroring, spoofed addresses of virtual machines.

import {
  COST_VMBUS_PKT,
  COST_VMBUS_SIGNAL,
  COST_LEGACY_PKT,
  COST_VMQ_PKT,
  COST_VSW_COPY,
  COST_VSW_ROUTE,
  DROP_REASON_CHANNEL_FULL,
  DROP_REASON_FILTERED,
  DROP_REASON_NOT_CONNECTED,
  DROP_REASON_OTHER_VLAN,
  DROP_REASON_UNKNOWN_STATION,
  FOLLOW_PLACE_NIC,
  FOLLOW_ROUTE_GROUP,
  FOLLOW_ROUTE_TABLE,
  FOLLOW_ROUTE_UNKNOWN,
  LEVEL_THREAD,
  NONE,
  NicRecord,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_GROUP,
  PACKET_FLAG_TAGGED,
  Packet,
  QueueRecord,
  TRACE_KIND_DROPPED,
  TRACE_KIND_RECEIVED,
  VIRTUAL_PORT_KIND_EXTERNAL,
  VIRTUAL_PORT_KIND_GUEST,
  VIRTUAL_PORT_KIND_MANAGEMENT,
  VMQ_STATE_RUNNING,
  VMQ_STATE_UNDEFINED,
  VirtualPort,
  VirtualSwitch,
  VmqAdapter,
  WORK_KIND_CHANNEL,
} from '../abi.gen';
import { followChannel, followGuestCopied, followQueueRouted, followRouted, followToHost } from '../follow/machine';
import { followDropped } from '../follow/record';
import { followCut } from '../follow/send';
import { packetReceive } from '../host/receive';
import { dropNoMemory } from '../link/path';
import { Offset } from '../net/offset';
import { Frame, List, packetCopy, packetFree } from '../net/packet';
import { packetSegment } from '../net/segment';
import { tagOff, tagOn } from '../net/vlan';
import { nicPost } from '../nic/transmit';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorWork } from '../sim/processor';
import { queueNow } from '../sim/queue';
import { leaseGive, leaseReturn } from '../vmq/lease';
import { The } from '../world/state';
import { tapFrame } from '../world/tap';
import { trace } from '../world/trace';
import { tableFind, tableLearn } from './table';

function isGroup(packet: Packet): bool {
  return (packet.flags & PACKET_FLAG_GROUP) != 0;
}

function countIn(sw: VirtualSwitch, packet: Packet): void {
  sw.framesIn = sw.framesIn + 1;
  sw.bytesIn = sw.bytesIn + Frame.counted(packet.bytes);
  if (isGroup(packet)) sw.groupIn = sw.groupIn + 1;
}

function countOut(sw: VirtualSwitch, packet: Packet): void {
  sw.framesOut = sw.framesOut + 1;
  sw.bytesOut = sw.bytesOut + Frame.counted(packet.bytes);
  if (isGroup(packet)) sw.groupOut = sw.groupOut + 1;
}

/** A frame goes to no port. */
function dropIn(sw: VirtualSwitch, from: u32, packet: Packet, reason: u32): void {
  const port = The.virtualPort(from);
  sw.droppedIn = sw.droppedIn + 1;
  port.droppedOut = port.droppedOut + 1;
  trace(TRACE_KIND_DROPPED, port.nic, reason, packet.bytes);
  followDropped(packet, port.nic, reason, FOLLOW_PLACE_NIC);
  packetFree(packet);
}

function accepts(port: VirtualPort, vlan: u32): bool {
  if (port.kind == VIRTUAL_PORT_KIND_EXTERNAL) return true;
  return vlan == (port.kind == VIRTUAL_PORT_KIND_GUEST ? port.vlan : 0);
}

/** The rest happens when the work item ends: portDeliver. */
function passOn(processor: u32, sw: VirtualSwitch, to: u32, packet: Packet): void {
  packet.port = to + 1;
  packet.vswitch = The.virtualPort(to).vswitch;
  sw.pending = sw.pending + 1;
  const list = Offset.output(processor);
  List.append(list, list + 4, packet);
}

/** The ring of a virtual adapter. */
export function channelOf(port: VirtualPort): QueueRecord {
  return The.queue(The.nic(port.nic).firstQueue);
}

/** A virtual machine is signalled once for what a work item brings it, unless it is at work already. */
function chargeSignal(processor: u32, port: VirtualPort): void {
  const event = <u32>The.world().events;
  if (port.batch == event || channelOf(port).dpcQueued) return;
  port.batch = event;
  chargeCost(processor, COST_VMBUS_SIGNAL, 1);
}

function chargeEntry(processor: u32, port: VirtualPort): void {
  chargeCost(processor, COST_VMBUS_PKT, 1);
  if (port.legacy) chargeCost(processor, COST_LEGACY_PKT, 1);
  chargeSignal(processor, port);
}

function chargeCopy(processor: u32, port: VirtualPort, packet: Packet): void {
  chargeCost(processor, COST_VSW_COPY, packet.bytes);
  port.copiedBytes = port.copiedBytes + packet.bytes;
}

/** The ledger's owner of work of a switch: the adapter that it is bound to; 0 when it is bound to none. */
export function adapterOwner(sw: VirtualSwitch): u32 {
  return sw.external == NONE ? 0 : The.nic(The.virtualPort(sw.external).nic).owner;
}

/** Into the memory of a virtual machine, by the processor. */
function toGuest(processor: u32, sw: VirtualSwitch, to: u32, packet: Packet): void {
  const port = The.virtualPort(to);
  ledgerOwners(adapterOwner(sw), port.owner);
  chargeCopy(processor, port, packet);
  chargeEntry(processor, port);
  port.defaultFrames = port.defaultFrames + 1;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followGuestCopied(to, processor, packet);
  passOn(processor, sw, to, packet);
}

/** A large send between virtual machines is cut by the switch: the other virtual adapter takes frames (assumed). */
function segmentsToGuest(processor: u32, sw: VirtualSwitch, to: u32, packet: Packet): void {
  let made: u32 = 0;
  for (let index: u32 = 0; index < packet.slices; index++) {
    const frame = packetSegment(packet, index);
    if (frame == 0) {
      dropNoMemory(The.virtualPort(to).nic, packet.bytes);
      continue;
    }
    made++;
    if (packet.flags & PACKET_FLAG_FOLLOWED) followCut(to, packet, changetype<Packet>(frame), true);
    toGuest(processor, sw, to, changetype<Packet>(frame));
  }
  // The first stands for what came in.
  if (made != 0) sw.replicated = sw.replicated + (made - 1);
  else sw.droppedIn = sw.droppedIn + 1;
  packetFree(packet);
}

/** To the stack of the host itself, within the same work item. */
function toHost(processor: u32, sw: VirtualSwitch, to: u32, packet: Packet): void {
  const port = The.virtualPort(to);
  const nic = The.nic(port.nic);
  const bytes = Frame.counted(packet.bytes);
  countOut(sw, packet);
  if (packet.flags & PACKET_FLAG_FOLLOWED) followToHost(to, processor);
  packet.nic = port.nic;
  packet.queue = 0;
  if (nic.isVirtual) {
    const queue = channelOf(port);
    nic.arrived = nic.arrived + 1;
    nic.arrivedBytes = nic.arrivedBytes + bytes;
    nic.received = nic.received + 1;
    nic.receivedBytes = nic.receivedBytes + bytes;
    nic.indicated = nic.indicated + 1;
    queue.frames = queue.frames + 1;
    queue.bytes = queue.bytes + bytes;
    trace(TRACE_KIND_RECEIVED, port.nic, packet.bytes, 0);
    if (nic.tapped && packet.slices <= 1) tapFrame(port.nic, packet, queueNow(), false);
  }
  ledgerOwners(nic.owner, 0);
  packetReceive(port.nic, processor, packet);
}

function forward(processor: u32, sw: VirtualSwitch, to: u32, packet: Packet): void {
  const kind = The.virtualPort(to).kind;
  if (kind == VIRTUAL_PORT_KIND_EXTERNAL) passOn(processor, sw, to, packet);
  else if (kind == VIRTUAL_PORT_KIND_MANAGEMENT) toHost(processor, sw, to, packet);
  else if (packet.slices > 1) segmentsToGuest(processor, sw, to, packet);
  else toGuest(processor, sw, to, packet);
}

/** To every other port of its VLAN; all but the first get a copy. */
function replicate(processor: u32, index: u32, sw: VirtualSwitch, from: u32, packet: Packet): void {
  const count = The.world().virtualPorts;
  let first: u32 = NONE;
  for (let to: u32 = 0; to < count; to++) {
    const port = The.virtualPort(to);
    if (to == from || port.vswitch != index || !port.connected || !accepts(port, packet.vlan)) continue;
    if (first == NONE) {
      first = to;
      continue;
    }
    const copy = packetCopy(packet);
    if (copy == 0) {
      dropNoMemory(port.nic, packet.bytes);
      continue;
    }
    sw.replicated = sw.replicated + 1;
    forward(processor, sw, to, changetype<Packet>(copy));
  }
  if (first == NONE) {
    dropIn(sw, from, packet, DROP_REASON_UNKNOWN_STATION);
    return;
  }
  if (packet.flags & PACKET_FLAG_FOLLOWED) followRouted(from, processor, first, FOLLOW_ROUTE_GROUP, packet);
  forward(processor, sw, first, packet);
}

/** Finds the port of a frame that came in at port `from`, whose VLAN the packet record has, and charges `processor` for that and for the way there. */
export function switchRoute(processor: u32, index: u32, from: u32, packet: Packet): void {
  const sw = The.virtualSwitch(index);
  countIn(sw, packet);
  chargeCost(processor, COST_VSW_ROUTE, 1);
  if (isGroup(packet)) {
    replicate(processor, index, sw, from, packet);
    return;
  }
  let to = tableFind(sw, packet.destinationMac);
  const isKnown = to != NONE;
  if (!isKnown) {
    to = sw.external;
    if (to == NONE || to == from) {
      dropIn(sw, from, packet, DROP_REASON_UNKNOWN_STATION);
      return;
    }
    sw.flooded = sw.flooded + 1;
  }
  if (packet.flags & PACKET_FLAG_FOLLOWED) followRouted(from, processor, to, isKnown ? FOLLOW_ROUTE_TABLE : FOLLOW_ROUTE_UNKNOWN, packet);
  if (to == from) dropIn(sw, from, packet, DROP_REASON_FILTERED);
  else if (!accepts(The.virtualPort(to), packet.vlan)) dropIn(sw, from, packet, DROP_REASON_OTHER_VLAN);
  else forward(processor, sw, to, packet);
}

/** A frame of a queue that belongs to a virtual machine: no routing, and no copy where the adapter has put it into its memory. */
function fromQueue(processor: u32, nic: NicRecord, queue: QueueRecord, packet: Packet): void {
  const to = queue.vmqPort - 1;
  const port = The.virtualPort(to);
  const sw = The.virtualSwitch(port.vswitch);
  ledgerOwners(nic.owner, port.owner);
  countIn(sw, packet);
  chargeCost(processor, COST_VMQ_PKT, 1);
  chargeEntry(processor, port);
  if (changetype<VmqAdapter>(nic.vmq).split) {
    port.directBytes = port.directBytes + packet.bytes;
    leaseGive(packet, queue);
  } else chargeCopy(processor, port, packet);
  port.queueFrames = port.queueFrames + 1;
  if (packet.flags & PACKET_FLAG_FOLLOWED)
    followQueueRouted(to, processor, packet.queue, changetype<VmqAdapter>(nic.vmq).split != 0, packet);
  passOn(processor, sw, to, packet);
}

/** A DPC indicates a frame of an adapter that is bound to a virtual switch. */
export function switchIndicate(processor: u32, nic: NicRecord, number: u32, packet: Packet): void {
  if (packet.flags & PACKET_FLAG_TAGGED) tagOff(packet);
  const queue = The.queue(nic.firstQueue + number);
  if (number != 0 && queue.vmqState == VMQ_STATE_RUNNING && queue.vmqPort != 0) {
    fromQueue(processor, nic, queue, packet);
    return;
  }
  const from = nic.externalPort - 1;
  const index = The.virtualPort(from).vswitch;
  tableLearn(The.virtualSwitch(index), packet.sourceMac);
  switchRoute(processor, index, from, packet);
}

function guestDrops(sw: VirtualSwitch, port: VirtualPort, packet: Packet, reason: u32): void {
  const nic = The.nic(port.nic);
  const queue = channelOf(port);
  nic.noBuffer = nic.noBuffer + 1;
  queue.drops = queue.drops + 1;
  port.droppedIn = port.droppedIn + 1;
  sw.droppedOut = sw.droppedOut + 1;
  leaseReturn(packet, port);
  trace(TRACE_KIND_DROPPED, port.nic, reason, packet.bytes);
  followDropped(packet, port.nic, reason, FOLLOW_PLACE_NIC);
  packetFree(packet);
}

/** Puts a frame into the ring of a channel, and signals the virtual machine unless it is at work. */
function deliverToGuest(index: u32, sw: VirtualSwitch, port: VirtualPort, packet: Packet): void {
  const nic = The.nic(port.nic);
  const queue = channelOf(port);
  const bytes = Frame.counted(packet.bytes);
  nic.arrived = nic.arrived + 1;
  nic.arrivedBytes = nic.arrivedBytes + bytes;
  if (!port.connected || packet.vswitch != port.vswitch) {
    guestDrops(sw, port, packet, DROP_REASON_NOT_CONNECTED);
    return;
  }
  if (queue.depth >= port.capacity) {
    guestDrops(sw, port, packet, DROP_REASON_CHANNEL_FULL);
    return;
  }
  countOut(sw, packet);
  packet.nic = port.nic;
  packet.queue = 0;
  packet.vlan = 0;
  packet.at = queueNow();
  nic.received = nic.received + 1;
  nic.receivedBytes = nic.receivedBytes + bytes;
  queue.frames = queue.frames + 1;
  queue.bytes = queue.bytes + bytes;
  trace(TRACE_KIND_RECEIVED, port.nic, packet.bytes, 0);
  if (nic.tapped) tapFrame(port.nic, packet, packet.at, false);
  List.append(Offset.ringFirst(queue), Offset.ringNewest(queue), packet);
  const depth = queue.depth + 1;
  queue.depth = depth;
  if (depth > queue.peak) queue.peak = depth;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followChannel(index, port, queue, packet);
  if (queue.dpcQueued) return;
  queue.dpcQueued = 1;
  queue.dpcTaken = 0;
  queue.interrupts = queue.interrupts + 1;
  nic.interrupts = nic.interrupts + 1;
  port.signals = port.signals + 1;
  processorWork(queue.processor, LEVEL_THREAD, WORK_KIND_CHANNEL, index, 0);
}

/** A send that names a queue which has been freed goes through queue 0: WDK "VMQ transmit path". */
function deliverToWire(sw: VirtualSwitch, port: VirtualPort, packet: Packet): void {
  const nic = The.nic(port.nic);
  countOut(sw, packet);
  if (packet.vlan != 0) tagOn(packet);
  if (packet.queue != 0 && The.queue(nic.firstQueue + packet.queue).vmqState == VMQ_STATE_UNDEFINED) packet.queue = 0;
  nicPost(port.nic, nic, packet);
}

/** The work item that switched a frame has ended. */
export function portDeliver(packet: Packet): void {
  const index = <u32>packet.port - 1;
  const sw = The.virtualSwitch(packet.vswitch);
  const port = The.virtualPort(index);
  packet.port = 0;
  sw.pending = sw.pending - 1;
  if (port.kind == VIRTUAL_PORT_KIND_GUEST) deliverToGuest(index, sw, port, packet);
  else deliverToWire(sw, port, packet);
}
