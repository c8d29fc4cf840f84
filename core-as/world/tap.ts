// Frames that cross a tapped adapter, kept until a reader takes them. The run stops before the ring is full, so none is lost.

import {
  HASH_TYPE_NONE,
  NOT_RECORDED,
  PACKET_FLAG_STORED,
  PACKET_SIZE,
  Packet,
  TAP_RECORD_HASH,
  TAP_RECORD_HASH_TYPE,
  TAP_RECORD_NIC,
  TAP_RECORD_OUTBOUND,
  TAP_RECORD_PACKET,
  TAP_RECORD_QUEUE,
  TAP_RECORD_SIZE,
} from '../abi.gen';
import { packetCopy, packetFree } from '../net/packet';
import { packetWrite } from '../net/write';
import { Base, The } from './state';

/** Frames that one event taps at most: what a work item sends goes out when it ends, to a virtual switch a whole window at once. */
const RESERVE: u32 = 2048;

/** Whether the run has to stop until frames are taken. */
export function tapFull(): bool {
  const world = The.world();
  return world.tapSlots != 0 && world.tapped - world.tapTaken + RESERVE > world.tapSlots;
}

/** @param time  ps; of the last bit */
export function tapFrame(nic: u32, packet: Packet, time: u64, outbound: bool): void {
  const world = The.world();
  if (world.tapped - world.tapTaken >= world.tapSlots) {
    world.packetsMissed = world.packetsMissed + 1;
    return;
  }
  const at = Base.tap + (world.tapped & (world.tapSlots - 1)) * TAP_RECORD_SIZE;
  let kept = packet;
  if (packet.flags & PACKET_FLAG_STORED) {
    // Its bytes have to outlive it: the record holds a packet of its own.
    const copy = packetCopy(packet);
    if (copy == 0) return;
    kept = changetype<Packet>(copy);
  }
  world.tapped = world.tapped + 1;
  store<u64>(at, time);
  store<u32>(at, nic, TAP_RECORD_NIC);
  store<u32>(at, outbound ? 1 : 0, TAP_RECORD_OUTBOUND);
  const hashed = !outbound && packet.hashType != HASH_TYPE_NONE;
  store<u32>(at, outbound ? NOT_RECORDED : packet.queue, TAP_RECORD_QUEUE);
  store<u32>(at, hashed ? packet.hash : 0, TAP_RECORD_HASH);
  store<u32>(at, outbound ? HASH_TYPE_NONE : packet.hashType, TAP_RECORD_HASH_TYPE);
  memory.copy(at + TAP_RECORD_PACKET, changetype<u32>(kept), PACKET_SIZE);
  if (kept != packet) changetype<Packet>(at + TAP_RECORD_PACKET).next = changetype<u32>(kept);
}

/** Address of the oldest tapped frame's TapRecord; 0 when there is none. */
export function tapOldest(): u32 {
  const world = The.world();
  if (world.tapped == world.tapTaken) return 0;
  return Base.tap + (world.tapTaken & (world.tapSlots - 1)) * TAP_RECORD_SIZE;
}

/** Writes the bytes of the oldest tapped frame, and lets it go. @returns their number */
export function tapTake(out: u32): u32 {
  const world = The.world();
  const packet = changetype<Packet>(tapOldest() + TAP_RECORD_PACKET);
  const bytes = packetWrite(packet, out);
  if (packet.flags & PACKET_FLAG_STORED) packetFree(changetype<Packet>(packet.next));
  world.tapTaken = world.tapTaken + 1;
  return bytes;
}
