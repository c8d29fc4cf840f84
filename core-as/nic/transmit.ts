// The sending half of an adapter: transmit queues served in turn, a descriptor at a time, at the speed of the link; large sends cut into
// segments; descriptors that are free again only once a DPC has seen to them.
// Source: NDIS, "Offloading the Segmentation of Large TCP Packets". Round robin among the queues is assumed.

import {
  DROP_REASON_NO_CABLE,
  EVENT_KIND_SENT,
  FOLLOW_PLACE_NIC,
  NONE,
  NO_PROCESSOR,
  NicRecord,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_OFFLOADED,
  PACKET_KIND_TCP,
  Packet,
  QueueRecord,
  TRACE_KIND_DROPPED,
  TRACE_KIND_SENT,
} from '../abi.gen';
import { engineKick } from '../chimney/engine';
import { followDropped, Followed } from '../follow/record';
import { followCut, followPosted, followWire } from '../follow/send';
import { portSend } from '../hyperv/port';
import { dropNoMemory, pathSend } from '../link/path';
import { Offset } from '../net/offset';
import { Frame, List, packetFree, Segment } from '../net/packet';
import { packetSegment } from '../net/segment';
import { tagOn } from '../net/vlan';
import { queueNow, queuePush } from '../sim/queue';
import { completeCount, Counters } from '../world/counters';
import { tapFrame } from '../world/tap';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { nicCause } from './interrupt';

/** In a Sent event: a frame of the adapter's own. */
const OWN: u32 = 512;
/** With the number of a transmit queue in a Sent event. */
const LAST: u32 = 256;
/** Segments of a large send that one event puts on the cable. Between them no other queue gets a turn: a descriptor goes out as a whole. */
const SEGMENTS_AT_ONCE: u32 = 8;

class Ready {
  @inline static bit(queue: u32): u64 {
    return (<u64>1) << queue;
  }
}

/** Something waits that the hardware may see: at most as many packets as there are descriptors. */
function queueReady(nic: NicRecord, queue: QueueRecord): bool {
  return queue.txFirst != 0 && queue.txDone - queue.txReclaimed < nic.transmitDescriptors;
}

/** A stack sends a packet; its MAC addresses are filled in. It leaves when its turn comes: at the adapter, or at a virtual switch. */
export function nicTransmit(index: u32, packet: Packet): void {
  const nic = The.nic(index);
  if (packet.flags & PACKET_FLAG_OFFLOADED) {
    // Of a virtual machine: in the physical adapter, and with the tag that the virtual switch would give it.
    if (packet.vlan != 0) tagOn(packet);
    ownTransmit(packet.nic, The.nic(packet.nic), packet);
    return;
  }
  const port = nic.virtualPort;
  if (port != 0) portSend(port - 1, packet);
  else nicPost(index, nic, packet);
}

/** Posts a packet to a transmit queue of the hardware. */
export function nicPost(index: u32, nic: NicRecord, packet: Packet): void {
  const number = min(packet.queue, nic.queues - 1);
  const queue = The.queue(nic.firstQueue + number);
  packet.nic = index;
  if (Followed.isOn()) followPosted(index, nic, number, packet, false);
  List.append(Offset.txFirst(queue), Offset.txNewest(queue), packet);
  queue.txPosted = queue.txPosted + 1;
  const waiting = nic.transmitWaiting + 1;
  nic.transmitWaiting = waiting;
  if (waiting > nic.largestBacklog) nic.largestBacklog = waiting;
  if (queueReady(nic, queue)) nic.transmitReady = nic.transmitReady | Ready.bit(number);
  // An idle adapter fetches descriptor and data first; a busy one does so while the frame before leaves.
  if (!nic.sending) transmitNext(index, nic, queueNow() + nic.dmaDelay);
}

/** A frame of a connection that the adapter holds: it needs no descriptor, and its end interrupts nobody. */
function ownTransmit(index: u32, nic: NicRecord, packet: Packet): void {
  const target = The.adapter(index);
  if (Followed.isOn()) followPosted(index, nic, 0, packet, true);
  List.append(Offset.engineSendFirst(target), Offset.engineSendNewest(target), packet);
  nic.offloadWaiting = nic.offloadWaiting + 1;
  nic.transmitWaiting = nic.transmitWaiting + 1;
  if (nic.transmitWaiting > nic.largestBacklog) nic.largestBacklog = nic.transmitWaiting;
  if (!nic.sending) transmitNext(index, nic, queueNow() + nic.dmaDelay);
}

/** Starts the adapter's next own frame. */
function ownStart(index: u32, nic: NicRecord, begin: u64): void {
  const target = The.adapter(index);
  const packet = List.take(Offset.engineSendFirst(target));
  target.wireTurn = 0;
  target.sent = target.sent + 1;
  target.sentBytes = target.sentBytes + Frame.counted(packet.bytes);
  nic.offloadWaiting = nic.offloadWaiting - 1;
  nic.sending = 1;
  nic.current = 0;
  packet.flags = packet.flags & ~PACKET_FLAG_OFFLOADED;
  queuePush(frameSend(index, nic, packet, begin, nic.tapped == 1), EVENT_KIND_SENT, index, OWN);
}

/** A DPC of a processor has taken back the descriptors of what was sent. */
export function transmitReclaim(index: u32, number: u32, processor: u32): void {
  const nic = The.nic(index);
  const queue = The.queue(nic.firstQueue + number);
  if (queue.txReclaimed == queue.txDone) return;
  completeCount(nic, processor, queue.txDone - queue.txReclaimed);
  queue.txReclaimed = queue.txDone;
  if (!queueReady(nic, queue)) return;
  nic.transmitReady = nic.transmitReady | Ready.bit(number);
  if (!nic.sending) transmitNext(index, nic, queueNow() + nic.dmaDelay);
}

/** Chooses the next packet and starts it. */
function transmitNext(index: u32, nic: NicRecord, begin: u64): void {
  const ready = nic.transmitReady;
  if (nic.offloadWaiting != 0) {
    if (ready == 0 || The.adapter(index).wireTurn) {
      ownStart(index, nic, begin);
      return;
    }
    The.adapter(index).wireTurn = 1;
  }
  if (ready == 0) return;
  const turn = nic.nextTransmit;
  const number = <u32>((<u32>ctz<u64>(rotr<u64>(ready, turn)) + turn) & 63);
  const queue = The.queue(nic.firstQueue + number);
  nic.nextTransmit = (number + 1) & 63;
  const packet = List.take(Offset.txFirst(queue));
  packet.queue = number;
  nic.current = changetype<u32>(packet);
  nic.segmentIndex = 0;
  nic.transmitReady = ready & ~Ready.bit(number);
  packetStart(index, nic, packet, begin);
}

function groupCount(nic: NicRecord, bytes: u32): void {
  const counters = Counters.nic(nic);
  counters.groupOut = counters.groupOut + 1;
  counters.groupBytesOut = counters.groupBytesOut + bytes;
}

/** Puts a frame on the cable. @param tapped  whether a tap sees it  @returns when its last bit leaves */
function frameSend(index: u32, nic: NicRecord, frame: Packet, begin: u64, tapped: bool): u64 {
  const bytes = frame.bytes;
  const leaves = begin + ((<u64>Frame.onWire(bytes) * nic.psPerByte) >> 10);
  nic.sentFrames = nic.sentFrames + 1;
  nic.sentBytes = nic.sentBytes + Frame.counted(bytes);
  if (frame.destinationMac & 1) groupCount(nic, Frame.counted(bytes));
  trace(TRACE_KIND_SENT, index, bytes, frame.kind == PACKET_KIND_TCP ? Segment.of(frame).seq : 0);
  if (tapped || nic.outside) tapFrame(index, frame, leaves, true);
  if (frame.flags & PACKET_FLAG_FOLLOWED) followWire(index, frame, begin, leaves);
  if (nic.path != NONE) {
    pathSend(nic.path, frame, leaves);
    return leaves;
  }
  if (!nic.outside) {
    nic.noCable = nic.noCable + 1;
    trace(TRACE_KIND_DROPPED, index, DROP_REASON_NO_CABLE, bytes);
    followDropped(frame, index, DROP_REASON_NO_CABLE, FOLLOW_PLACE_NIC);
  }
  packetFree(frame);
  return leaves;
}

/** Puts the current packet on the cable, or the next few segments of a large send, each with its own time. */
function packetStart(index: u32, nic: NicRecord, packet: Packet, begin: u64): void {
  nic.sending = 1;
  const number = packet.queue;
  const slices = packet.slices;
  if (slices <= 1) {
    nic.current = 0;
    queuePush(frameSend(index, nic, packet, begin, nic.tapped != 0), EVENT_KIND_SENT, index, number | LAST);
    return;
  }
  let leaves = begin;
  const end = min(nic.segmentIndex + SEGMENTS_AT_ONCE, slices);
  for (; nic.segmentIndex < end; nic.segmentIndex++) {
    const frame = packetSegment(packet, nic.segmentIndex);
    if (frame != 0) {
      if (packet.flags & PACKET_FLAG_FOLLOWED) followCut(index, packet, changetype<Packet>(frame), false);
      leaves = frameSend(index, nic, changetype<Packet>(frame), leaves, nic.tapped != 0);
      continue;
    }
    nic.noMemory = nic.noMemory + 1;
    dropNoMemory(index, packet.bytes);
  }
  queuePush(leaves, EVENT_KIND_SENT, index, number | (end == slices ? LAST : 0));
}

/** The last bit of what was put on the cable has left. @param what  its transmit queue, and LAST when its packet is done */
export function nicSent(index: u32, what: u32): void {
  const nic = The.nic(index);
  nic.sending = 0;
  const now = queueNow();
  if (what == OWN) {
    nic.transmitWaiting = nic.transmitWaiting - 1;
    transmitNext(index, nic, now);
    engineKick(index);
    return;
  }
  if (!(what & LAST)) {
    packetStart(index, nic, changetype<Packet>(nic.current), now);
    return;
  }
  const number = what & ~LAST;
  const queue = The.queue(nic.firstQueue + number);
  if (nic.current != 0) {
    nic.sentLarge = nic.sentLarge + 1;
    packetFree(changetype<Packet>(nic.current));
    nic.current = 0;
  }
  queue.txDone = queue.txDone + 1;
  nic.transmitWaiting = nic.transmitWaiting - 1;
  if (queue.processor == NO_PROCESSOR) queue.txReclaimed = queue.txDone;
  // What was posted while this one left may have to wait: it took the last descriptor.
  const ready = nic.transmitReady & ~Ready.bit(number);
  nic.transmitReady = queueReady(nic, queue) ? ready | Ready.bit(number) : ready;
  transmitNext(index, nic, now);
  if (queue.processor != NO_PROCESSOR) nicCause(index, number);
}
