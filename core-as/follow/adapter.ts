// Steps of a followed frame at a physical adapter that receives it, up to the indication: filters, queue, ring, interrupt, service routine, DPC.
// Each is called where the step happens, for the packet that has the flag, or, for interrupts and DPCs, while a frame is under way.

import {
  FOLLOW_FILTER_GROUP,
  FOLLOW_FILTER_OWN,
  FOLLOW_FILTER_REPLAYED,
  FOLLOW_FILTER_SWITCH,
  FOLLOW_INTERRUPT_ARMED,
  FOLLOW_INTERRUPT_AT_ONCE,
  FOLLOW_INTERRUPT_MASKED,
  FOLLOW_INTERRUPT_MODERATED,
  FOLLOW_STAGE_PACKET,
  FOLLOW_STAGE_RING,
  FOLLOW_STEP_ARRIVED,
  FOLLOW_STEP_CHIMNEY_KEPT,
  FOLLOW_STEP_DPC,
  FOLLOW_STEP_DPC_QUEUED,
  FOLLOW_STEP_FILTERED,
  FOLLOW_STEP_INDICATED,
  FOLLOW_STEP_INTERRUPT,
  FOLLOW_STEP_ISR,
  FOLLOW_STEP_ONE_QUEUE,
  FOLLOW_STEP_RAISED,
  FOLLOW_STEP_RING,
  FOLLOW_STEP_RSS_CHOSEN,
  FOLLOW_STEP_SORTED,
  FOLLOW_STEP_VMQ_CHOSEN,
  NO_PROCESSOR,
  NicRecord,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_GROUP,
  PACKET_FLAG_REPLAYED,
  PACKET_KIND_TCP,
  Packet,
  QueueRecord,
  SOCKET_STATE_TCP,
  VmqAdapter,
} from '../abi.gen';
import { lookup } from '../host/sockets';
import { Segment } from '../net/packet';
import { interruptSorts, isMasked, vectorOf } from '../nic/interrupt';
import { queueNow } from '../sim/queue';
import { filtersMatch } from '../vmq/filters';
import { The } from '../world/state';
import { arrivalFits } from './match';
import { Followed, followKeep, followMark, followNote, followNoteAt, followStart, followStep } from './record';

/** In place of the processor of an interrupt that was raised: its service routine has run. */
const SERVED: u32 = 0xffffffff;

/** A frame is in the memory of an adapter's host: the one that is waited for, or one that is on its way already. */
export function followArrive(index: u32, packet: Packet): void {
  if (!(packet.flags & PACKET_FLAG_FOLLOWED)) {
    if (!Followed.isWaiting() || !arrivalFits(index, packet)) return;
    followStart(packet);
    Followed.request.startedAt = queueNow() - The.nic(index).dmaDelay;
  }
  followKeep(packet);
  followNoteAt(queueNow() - The.nic(index).dmaDelay, FOLLOW_STEP_ARRIVED, NO_PROCESSOR, index, packet.bytes, packet.flags, packet.vlan, 0);
}

export function followFiltered(index: u32, nic: NicRecord, packet: Packet): void {
  let why = FOLLOW_FILTER_OWN;
  if (packet.flags & PACKET_FLAG_REPLAYED) why = FOLLOW_FILTER_REPLAYED;
  else if (packet.flags & PACKET_FLAG_GROUP) why = FOLLOW_FILTER_GROUP;
  else if (packet.destinationMac != nic.mac) why = FOLLOW_FILTER_SWITCH;
  followNote(FOLLOW_STEP_FILTERED, NO_PROCESSOR, index, why, 0, 0, 0);
}

/** The adapter leaves a frame to the host though it may hold connections. */
function chimneyKept(index: u32, nic: NicRecord, packet: Packet): void {
  const number = packet.kind == PACKET_KIND_TCP ? lookup(nic.host, SOCKET_STATE_TCP, Segment.of(packet)) : 0;
  const state = number == 0 ? 0 : The.socket(number - 1).offload;
  followNote(FOLLOW_STEP_CHIMNEY_KEPT, NO_PROCESSOR, index, number, state, number == 0 ? 0 : The.offload(number - 1).reason, 0);
}

/** The adapter has found the queue of a frame. @param late  it held it for itself before */
export function followQueue(index: u32, nic: NicRecord, packet: Packet, number: u32, late: bool): void {
  if (nic.chimney && !late) chimneyKept(index, nic, packet);
  if (nic.rss) {
    const entry = packet.hash & nic.tableMask;
    followNote(FOLLOW_STEP_RSS_CHOSEN, NO_PROCESSOR, index, number, packet.hashType, packet.hash, entry | ((nic.tableMask + 1) << 16));
  } else if (nic.externalPort != 0 && nic.vmq != 0) {
    const isGroup = (packet.flags & PACKET_FLAG_GROUP) != 0;
    const matched = isGroup ? 0 : filtersMatch(changetype<VmqAdapter>(nic.vmq), packet.destinationMac, packet.vlan);
    const state = matched == 0 ? 0 : The.queue(nic.firstQueue + matched).vmqState;
    followNote(FOLLOW_STEP_VMQ_CHOSEN, NO_PROCESSOR, index, number, matched, state, packet.vlan);
  } else followNote(FOLLOW_STEP_ONE_QUEUE, NO_PROCESSOR, index, 0, 0, 0, 0);
}

function interruptWanted(index: u32, nic: NicRecord, number: u32): void {
  const which = vectorOf(nic, number);
  const vector = The.queue(nic.firstQueue + which);
  const due = vector.interrupts == 0 ? 0 : vector.lastInterrupt + vector.interval;
  const now = queueNow();
  const wait = due > now ? due - now : 0;
  let what = FOLLOW_INTERRUPT_AT_ONCE;
  if (isMasked(nic, vector)) what = FOLLOW_INTERRUPT_MASKED;
  else if (vector.armed) what = FOLLOW_INTERRUPT_ARMED;
  else if (wait != 0) what = FOLLOW_INTERRUPT_MODERATED;
  followNote(FOLLOW_STEP_INTERRUPT, NO_PROCESSOR, index, which, what, <u32>wait, <u32>(wait >> 32));
}

/** A frame is in the receive ring. @param ring  whose descriptors it takes */
export function followRing(index: u32, nic: NicRecord, number: u32, ring: QueueRecord): void {
  const processor = The.queue(nic.firstQueue + number).processor;
  followNote(FOLLOW_STEP_RING, processor, index, number, ring.depth, nic.receiveDescriptors, ring.held);
  if (The.isIdeal(processor)) return;
  const request = Followed.request;
  request.stage = FOLLOW_STAGE_RING;
  request.stageNic = index;
  request.stageQueue = number;
  request.raised = 0;
  interruptWanted(index, nic, interruptSorts(nic) ? 0 : number);
}

function waitsIn(index: u32): bool {
  const request = Followed.request;
  return request.stage == FOLLOW_STAGE_RING && request.stageNic == index;
}

/** A DPC for this queue will find the frame: its own queue, or the one that all frames of a single hardware queue lie in. */
function isDpcOf(index: u32, number: u32): bool {
  return waitsIn(index) && (number == Followed.request.stageQueue || (number == 0 && interruptSorts(The.nic(index))));
}

/** @param since  frames since the last interrupt of this vector */
export function followRaised(index: u32, which: u32, processor: u32, since: u32): void {
  const request = Followed.request;
  if (!waitsIn(index) || request.raised != 0 || vectorOf(The.nic(index), request.stageQueue) != which) return;
  request.raised = processor + 1;
  followNote(FOLLOW_STEP_RAISED, processor, index, which, since, 0, 0);
}

export function followIsr(index: u32, processor: u32): void {
  const request = Followed.request;
  if (!waitsIn(index) || request.raised != processor + 1) return;
  request.raised = SERVED;
  followStep(FOLLOW_STEP_ISR, processor, index, 0, 0, 0, 0);
}

export function followDpcQueued(index: u32, number: u32, processor: u32, from: u32): void {
  if (isDpcOf(index, number)) followNote(FOLLOW_STEP_DPC_QUEUED, processor, index, number, processor == from ? 0 : 1, from, 0);
}

export function followDpc(index: u32, number: u32, processor: u32, queue: QueueRecord): void {
  if (isDpcOf(index, number)) followStep(FOLLOW_STEP_DPC, processor, index, number, queue.depth, queue.remoteDpc, 0);
}

/** A DPC takes the frame from the ring: what is charged from here on is for it. */
export function followTaken(processor: u32): void {
  followMark(processor);
}

export function followSorted(index: u32, processor: u32, number: u32): void {
  followStep(FOLLOW_STEP_SORTED, processor, index, number, The.queue(The.nic(index).firstQueue + number).processor, 0, 0);
}

/** @param position  in the batch, from 1 on */
export function followIndicated(index: u32, processor: u32, queue: QueueRecord, position: u32, packet: Packet): void {
  const waited = queueNow() - packet.at;
  Followed.request.stage = FOLLOW_STAGE_PACKET;
  followStep(FOLLOW_STEP_INDICATED, processor, index, position, queue.depth, <u32>waited, <u32>(waited >> 32));
}
