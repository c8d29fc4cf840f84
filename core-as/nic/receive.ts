// The receiving half of an adapter, up to the indication to NDIS: check sequence, length, destination, queue, ring; and the DPC that takes
// frames from the ring. What happens to an indicated frame is in host/receive.ts.

import {
  COST_DPC,
  COST_DRV_RX,
  COST_NBL_RETURN,
  DROP_REASON_CORRUPT,
  DROP_REASON_FILTERED,
  DROP_REASON_NO_BUFFER,
  DROP_REASON_TOO_LONG,
  FOLLOW_PLACE_NIC,
  LEVEL_DPC,
  NicRecord,
  PACKET_FLAG_CORRUPT,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_GROUP,
  PACKET_FLAG_REPLAYED,
  PACKET_FLAG_TAGGED,
  PACKET_KIND_BYTES,
  Packet,
  TRACE_KIND_DPC,
  TRACE_KIND_DROPPED,
  TRACE_KIND_RECEIVED,
  WORK_KIND_DPC,
} from '../abi.gen';
import { engineTakes } from '../chimney/engine';
import {
  followArrive,
  followDpc,
  followFiltered,
  followIndicated,
  followQueue,
  followRing,
  followSorted,
  followTaken,
} from '../follow/adapter';
import { followDropped, Followed } from '../follow/record';
import { packetReceive } from '../host/receive';
import { outputFlush } from '../host/output';
import { switchIndicate } from '../hyperv/forward';
import { Offset } from '../net/offset';
import { ETHERNET, Frame, List, packetFree } from '../net/packet';
import { hasTag, TAG_BYTES } from '../net/vlan';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorWork, processorWorkFirst } from '../sim/processor';
import { queueNow } from '../sim/queue';
import { Counters, dpcCount, indicationCount } from '../world/counters';
import { The } from '../world/state';
import { tapFrame } from '../world/tap';
import { trace } from '../world/trace';
import { dpcDone, dpcQueue, dpcRemoteCharge, interruptSorts, nicCause } from './interrupt';
import { nicClassify } from './rss';
import { transmitReclaim } from './transmit';

function drop(index: u32, packet: Packet, reason: u32): void {
  trace(TRACE_KIND_DROPPED, index, reason, packet.bytes);
  followDropped(packet, index, reason, FOLLOW_PLACE_NIC);
  packetFree(packet);
}

/** Bytes of the longest frame: one with a VLAN tag may have those of the tag more. */
function longest(nic: NicRecord, packet: Packet): u32 {
  const tagged = packet.flags & PACKET_FLAG_TAGGED || (nic.externalPort != 0 && packet.kind == PACKET_KIND_BYTES && hasTag(packet));
  return nic.mtu + ETHERNET + (tagged ? TAG_BYTES : 0);
}

/** A frame is in memory, a DMA delay after its last bit came in. */
export function nicArrive(index: u32, packet: Packet): void {
  const nic = The.nic(index);
  const bytes = Frame.counted(packet.bytes);
  packet.nic = index;
  if (Followed.isOn()) followArrive(index, packet);
  nic.arrived = nic.arrived + 1;
  nic.arrivedBytes = nic.arrivedBytes + bytes;
  if (packet.flags & PACKET_FLAG_CORRUPT) {
    nic.crcErrors = nic.crcErrors + 1;
    drop(index, packet, DROP_REASON_CORRUPT);
    return;
  }
  if (packet.bytes > nic.mtu + ETHERNET && !(packet.flags & PACKET_FLAG_REPLAYED) && packet.bytes > longest(nic, packet)) {
    nic.tooLong = nic.tooLong + 1;
    drop(index, packet, DROP_REASON_TOO_LONG);
    return;
  }
  // Group frames are taken, and for a virtual switch all: which multicast groups a host is in is left to the layers above.
  if (!(packet.flags & (PACKET_FLAG_GROUP | PACKET_FLAG_REPLAYED)) && packet.destinationMac != nic.mac && nic.externalPort == 0) {
    nic.filtered = nic.filtered + 1;
    drop(index, packet, DROP_REASON_FILTERED);
    return;
  }
  if (packet.flags & PACKET_FLAG_FOLLOWED) followFiltered(index, nic, packet);
  if (nic.offloaded != 0 && engineTakes(index, packet, bytes)) return;
  nicHandle(index, nic, packet, bytes, false);
}

/** The way of a frame to the host. @param late  the adapter held it for itself before */
export function nicHandle(index: u32, nic: NicRecord, packet: Packet, bytes: u32, late: bool): void {
  const number = nicClassify(nic, packet);
  packet.queue = number;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followQueue(index, nic, packet, number, late);
  // What the adapter took from the cable was tapped there; a monitor of the host sees it now.
  if (nic.tapped && (!late || nic.tapped == 2)) tapFrame(index, packet, queueNow() - (late ? 0 : nic.dmaDelay), false);
  ringPut(index, nic, number, packet, bytes);
}

function ringPut(index: u32, nic: NicRecord, number: u32, packet: Packet, bytes: u32): void {
  const queue = The.queue(nic.firstQueue + number);
  const sorts = interruptSorts(nic);
  const ring = sorts ? The.queue(nic.firstQueue) : queue;
  const ideal = The.isIdeal(queue.processor);
  if (!ideal && ring.held >= nic.receiveDescriptors) {
    nic.noBuffer = nic.noBuffer + 1;
    queue.drops = queue.drops + 1;
    drop(index, packet, DROP_REASON_NO_BUFFER);
    return;
  }
  nic.received = nic.received + 1;
  nic.receivedBytes = nic.receivedBytes + bytes;
  queue.frames = queue.frames + 1;
  queue.bytes = queue.bytes + bytes;
  if (packet.flags & PACKET_FLAG_GROUP) groupCount(nic, bytes);
  trace(TRACE_KIND_RECEIVED, index, packet.bytes, number);
  if (ideal) {
    if (packet.flags & PACKET_FLAG_FOLLOWED) followRing(index, nic, number, ring);
    nic.indicated = nic.indicated + 1;
    packetReceive(index, queue.processor, packet);
    return;
  }
  packet.at = queueNow();
  // Of a single hardware queue, frames of all processors lie in one ring in the order of their arrival; queue 0 keeps it.
  List.append(Offset.ringFirst(ring), Offset.ringNewest(ring), packet);
  ring.held = ring.held + 1;
  ring.depth = ring.depth + 1;
  ring.sinceInterrupt = ring.sinceInterrupt + 1;
  if (ring.depth > ring.peak) ring.peak = ring.depth;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followRing(index, nic, number, ring);
  nicCause(index, sorts ? 0 : number);
}

function groupCount(nic: NicRecord, bytes: u32): void {
  const counters = Counters.nic(nic);
  counters.groupIn = counters.groupIn + 1;
  counters.groupBytesIn = counters.groupBytesIn + bytes;
}

/** Starts a DPC, or the next part of one: charges for what it takes from the ring and handles it. */
export function dpcStart(processor: u32, index: u32, number: u32): void {
  const nic = The.nic(index);
  const queue = The.queue(nic.firstQueue + number);
  ledgerOwners(nic.owner, 0);
  if (queue.dpcTaken == 0) {
    queue.dpcs = queue.dpcs + 1;
    chargeCost(processor, COST_DPC, 1);
    dpcRemoteCharge(processor, queue);
    if (Followed.isUnderWay()) followDpc(index, number, processor, queue);
  }
  const sorting = number == 0 && interruptSorts(nic);
  if (!sorting) transmitReclaim(index, number, processor);
  else for (let sent: u32 = 0; sent < nic.queues; sent++) transmitReclaim(index, sent, processor); // its DPC is the one that the interrupt brings
  const most = The.host(nic.host).indication;
  const now = queueNow();
  let taken: u32 = 0;
  let sorted: u32 = 0;
  while (taken < most && queue.first != 0) {
    const packet = List.take(Offset.ringFirst(queue));
    queue.depth = queue.depth - 1;
    taken++;
    const followed = packet.flags & PACKET_FLAG_FOLLOWED;
    if (followed) followTaken(processor);
    ledgerOwners(nic.owner, 0);
    if (sorting && packet.queue != 0) {
      sort(processor, index, nic, packet);
      sorted++;
      continue;
    }
    queue.waitSum = queue.waitSum + (now - packet.at);
    // What was sorted holds a descriptor of the ring that it came in.
    const ring = queue.held != 0 ? queue : The.queue(nic.firstQueue);
    ring.held = ring.held - 1;
    nic.indicated = nic.indicated + 1;
    if (number == 0 || !interruptSorts(nic)) chargeCost(processor, COST_DRV_RX, 1); // else where it was sorted
    chargeCost(processor, COST_NBL_RETURN, 1);
    if (followed) followIndicated(index, processor, queue, taken, packet);
    if (nic.externalPort != 0) switchIndicate(processor, nic, number, packet);
    else packetReceive(index, processor, packet);
  }
  if (taken != sorted) indicationCount(nic, processor, taken - sorted);
  queue.dpcTaken = queue.dpcTaken + max(taken, 1);
  trace(TRACE_KIND_DPC, index, number, taken);
}

/** Hands a frame of a single hardware queue to the queue of its processor; its descriptor stays in use. */
function sort(processor: u32, index: u32, nic: NicRecord, packet: Packet): void {
  const queue = The.queue(nic.firstQueue + packet.queue);
  chargeCost(processor, COST_DRV_RX, 1);
  if (packet.flags & PACKET_FLAG_FOLLOWED) followSorted(index, processor, packet.queue);
  List.append(Offset.ringFirst(queue), Offset.ringNewest(queue), packet);
  queue.depth = queue.depth + 1;
  if (queue.depth > queue.peak) queue.peak = queue.depth;
  dpcQueue(index, nic, packet.queue, processor);
}

/** Ends a DPC, or a part of one: what it sent goes out. */
export function dpcEnd(processor: u32, index: u32, number: u32): void {
  outputFlush(processor);
  const nic = The.nic(index);
  const queue = The.queue(nic.firstQueue + number);
  if (queue.first == 0 && queue.txReclaimed == queue.txDone) {
    dpcDone(index, number);
    return;
  }
  if (queue.dpcTaken < The.host(nic.host).dpcBudget) processorWorkFirst(processor, LEVEL_DPC, WORK_KIND_DPC, index, number);
  else {
    // It has had its time: others go first.
    queue.dpcTaken = 0;
    dpcCount(nic, processor, processor);
    processorWork(processor, LEVEL_DPC, WORK_KIND_DPC, index, number);
  }
}
