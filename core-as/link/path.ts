// One direction of a cable: delay, and what may happen to a frame on it. Each direction has a random stream of its own and draws only
// for what it has been given, so that a change at one cable changes nothing at another.

import {
  DROP_REASON_NO_MEMORY,
  DROP_REASON_PATH_LOSS,
  END_NIC,
  EVENT_KIND_ARRIVE,
  FOLLOW_PLACE_PATH,
  PACKET_FLAG_CORRUPT,
  PACKET_FLAG_FOLLOWED,
  Packet,
  TRACE_KIND_DROPPED,
} from '../abi.gen';
import { followDropped } from '../follow/record';
import { followCable } from '../follow/send';
import { Frame, packetCopy, packetFree } from '../net/packet';
import { queuePush } from '../sim/queue';
import { randomChance, randomExponential } from '../sim/random';
import { The } from '../world/state';
import { trace } from '../world/trace';

/** Whether one of the next `bits` bits is flipped. */
function bitError(index: u32, bits: u32): bool {
  const path = The.path(index);
  let left = path.bitsToError;
  if (left == 0) left = 1 + randomExponential(path.stream, path.bitErrorMean);
  if (left > bits) {
    path.bitsToError = left - bits;
    return false;
  }
  path.bitsToError = 0;
  return true;
}

function arrive(index: u32, packet: Packet, time: u64): void {
  const to = The.path(index).to;
  // At an adapter the frame counts once it is in memory.
  const delay = to >> 24 == END_NIC ? The.nic(to & 0xffffff).dmaDelay : 0;
  queuePush(time + delay, EVENT_KIND_ARRIVE, changetype<u32>(packet), index);
}

/**
 * Puts a frame on the cable.
 * @param leaves  ps; when its last bit does
 */
export function pathSend(index: u32, packet: Packet, leaves: u64): void {
  const path = The.path(index);
  path.framesIn = path.framesIn + 1;
  path.bytesIn = path.bytesIn + Frame.onWire(packet.bytes);
  if (path.loss != 0 && randomChance(path.stream, path.loss)) {
    path.lost = path.lost + 1;
    trace(TRACE_KIND_DROPPED, index, DROP_REASON_PATH_LOSS, packet.bytes);
    followDropped(packet, index, DROP_REASON_PATH_LOSS, FOLLOW_PLACE_PATH);
    packetFree(packet);
    return;
  }
  if (path.bitErrorMean != 0 && bitError(index, Frame.counted(packet.bytes) << 3)) {
    path.corrupted = path.corrupted + 1;
    packet.flags = packet.flags | PACKET_FLAG_CORRUPT;
  }
  let time = leaves + path.delay;
  if (path.reordering != 0 && randomChance(path.stream, path.reordering)) {
    path.reordered = path.reordered + 1;
    time += path.reorderingDelay;
  }
  if (packet.flags & PACKET_FLAG_FOLLOWED) followCable(index, leaves, time, (packet.flags & PACKET_FLAG_CORRUPT) != 0);
  const again = path.duplication != 0 && randomChance(path.stream, path.duplication) ? packetCopy(packet) : 0;
  arrive(index, packet, time);
  if (again == 0) return;
  path.duplicated = path.duplicated + 1;
  arrive(index, changetype<Packet>(again), time);
}

/** Drops a frame for want of memory: the run is at fault then, and says so. */
export function dropNoMemory(place: u32, bytes: u32): void {
  trace(TRACE_KIND_DROPPED, place, DROP_REASON_NO_MEMORY, bytes);
}
