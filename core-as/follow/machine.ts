// Steps of a followed frame in a virtual switch and on its way to and from a virtual machine.

import {
  FOLLOW_STEP_CHANNEL,
  FOLLOW_STEP_GUEST_COPIED,
  FOLLOW_STEP_GUEST_TAKEN,
  FOLLOW_STEP_HOST_ASKED,
  FOLLOW_STEP_QUEUE_ROUTED,
  FOLLOW_STEP_ROUTED,
  FOLLOW_STEP_SWITCH_TAKEN,
  FOLLOW_STEP_TO_HOST,
  PACKET_FLAG_FOLLOWED,
  Packet,
  QueueRecord,
  VirtualPort,
} from '../abi.gen';
import { queueNow } from '../sim/queue';
import { neighborFits } from './match';
import { Followed, followKeep, followMark, followNote, followStart, followStep } from './record';

/** A stack hands a frame to its port of a virtual switch. */
export function followPortSend(index: u32, port: VirtualPort, packet: Packet): void {
  if (!(packet.flags & PACKET_FLAG_FOLLOWED)) {
    if (!Followed.isWaiting() || !neighborFits(packet)) return;
    followStart(packet);
  }
  followKeep(packet);
  followNote(FOLLOW_STEP_HOST_ASKED, port.processor, index, port.waiting, 0, 0, 0);
}

/** The DPC of the host has taken the frame from its port. */
export function followSwitchTaken(index: u32, processor: u32): void {
  followStep(FOLLOW_STEP_SWITCH_TAKEN, processor, index, 0, 0, 0, 0);
}

/** @param how  FollowRoute */
export function followRouted(from: u32, processor: u32, to: u32, how: u32, packet: Packet): void {
  followStep(FOLLOW_STEP_ROUTED, processor, from, to, how, packet.vlan, 0);
}

export function followQueueRouted(to: u32, processor: u32, queue: u32, isShared: bool, packet: Packet): void {
  followStep(FOLLOW_STEP_QUEUE_ROUTED, processor, to, queue, isShared ? 1 : 0, packet.bytes, 0);
}

export function followGuestCopied(to: u32, processor: u32, packet: Packet): void {
  followStep(FOLLOW_STEP_GUEST_COPIED, processor, to, packet.bytes, 0, 0, 0);
}

export function followToHost(to: u32, processor: u32): void {
  followNote(FOLLOW_STEP_TO_HOST, processor, to, 0, 0, 0, 0);
}

/** The frame lies in the ring of a channel; the machine is not signalled yet. */
export function followChannel(index: u32, port: VirtualPort, queue: QueueRecord, packet: Packet): void {
  if (Followed.request.length == 0) followKeep(packet);
  followNote(FOLLOW_STEP_CHANNEL, queue.processor, index, queue.depth, port.capacity, queue.dpcQueued ? 0 : 1, 0);
}

/** The first frame of a batch pays for what its start has cost. @param position  in the batch, from 1 on */
export function followGuestTaking(processor: u32, position: u32): void {
  if (position != 1) followMark(processor);
}

export function followGuestTaken(index: u32, processor: u32, position: u32, packet: Packet): void {
  const waited = queueNow() - packet.at;
  followStep(FOLLOW_STEP_GUEST_TAKEN, processor, index, position, 0, <u32>waited, <u32>(waited >> 32));
}
