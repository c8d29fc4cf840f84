// Packet records: taken from a pool, passed on through lists, given back. A packet that carries bytes from outside has a buffer of a
// second pool. Both pools are sized from the scenario; when one runs out, the frame is dropped and counted, and the run has a fault.

import { PACKET_FLAG_FOLLOWED, PACKET_FLAG_STORED, PACKET_SIZE, Packet, TCP_SEGMENT_SIZE, TcpSegment } from '../abi.gen';
import { blockClear, blockCopy } from '../block';
import { followFreed } from '../follow/record';
import { arenaTake } from '../memory';
import { The } from '../world/state';

//     u32 packets | u32 unused packets | u32 packets ever used | u32 buffers | u32 unused buffers | u32 buffers ever used | u32 packet kept
const HEAD = <u32>memory.data(32, 16);
const FREE = HEAD + 4;
const FRESH = HEAD + 8;
const BUFFERS = HEAD + 12;
const FREE_BUFFER = HEAD + 16;
const FRESH_BUFFER = HEAD + 20;
const KEPT = HEAD + 24;

/** Ethernet header: destination, source, type. */
export const ETHERNET: u32 = 14;
/** Types in an Ethernet header, as a 16-bit load of its bytes gives them: 0x0800 and 0x86dd in network order. */
export const TYPE_IPV4: u16 = 0x0008;
export const TYPE_IPV6: u16 = 0xdd86;
/** Least frame without check sequence, IEEE 802.3. */
const LEAST_FRAME: u32 = 60;
/** Preamble and start delimiter 8, check sequence 4, gap 12. */
const WIRE_EXTRA: u32 = 24;

export function packetsReserve(): void {
  const world = The.world();
  store<u32>(HEAD, arenaTake(world.packets * PACKET_SIZE));
  store<u32>(BUFFERS, arenaTake(world.buffers * world.bufferBytes));
}

export class Frame {
  /** Bytes with padding, without check sequence. */
  @inline static padded(bytes: u32): u32 {
    return max(bytes, LEAST_FRAME);
  }
  /** Bytes as counters have them: with check sequence. */
  @inline static counted(bytes: u32): u32 {
    return max(bytes, LEAST_FRAME) + 4;
  }
  /** Byte times that a frame takes on the wire. */
  @inline static onWire(bytes: u32): u32 {
    return max(bytes, LEAST_FRAME) + WIRE_EXTRA;
  }
}

export class Segment {
  @inline static of(packet: Packet): TcpSegment {
    return changetype<TcpSegment>(packet.segmentAt);
  }
}

/** A record whose content is undefined beyond the segment that the caller writes; 0 when there is none left. */
export function packetTake(): u32 {
  const world = The.world();
  let at = load<u32>(FREE);
  if (at != 0) store<u32>(FREE, changetype<Packet>(at).next);
  else {
    const fresh = load<u32>(FRESH);
    if (fresh == world.packets) {
      world.packetsMissed = world.packetsMissed + 1;
      return 0;
    }
    store<u32>(FRESH, fresh + 1);
    world.packetsPeak = fresh + 1;
    at = load<u32>(HEAD) + fresh * PACKET_SIZE;
  }
  world.packetsUsed = world.packetsUsed + 1;
  blockClear(at + TCP_SEGMENT_SIZE, PACKET_SIZE - TCP_SEGMENT_SIZE);
  return at;
}

function bufferTake(): u32 {
  const world = The.world();
  let at = load<u32>(FREE_BUFFER);
  if (at != 0) store<u32>(FREE_BUFFER, load<u32>(at));
  else {
    const fresh = load<u32>(FRESH_BUFFER);
    if (fresh == world.buffers) {
      world.buffersMissed = world.buffersMissed + 1;
      return 0;
    }
    store<u32>(FRESH_BUFFER, fresh + 1);
    at = load<u32>(BUFFERS) + fresh * world.bufferBytes;
  }
  world.buffersUsed = world.buffersUsed + 1;
  return at;
}

/** A packet with a buffer for `bytes` bytes of a frame; 0 when there is no room for it. */
export function packetTakeStored(bytes: u32): u32 {
  const world = The.world();
  if (bytes > world.bufferBytes) return 0;
  const buffer = bufferTake();
  if (buffer == 0) return 0;
  const at = packetTake();
  if (at == 0) {
    bufferFree(buffer);
    return 0;
  }
  const packet = changetype<Packet>(at);
  packet.flags = PACKET_FLAG_STORED;
  packet.frame = buffer;
  packet.bytes = bytes;
  packet.captured = bytes;
  return at;
}

function bufferFree(buffer: u32): void {
  const world = The.world();
  store<u32>(buffer, load<u32>(FREE_BUFFER));
  store<u32>(FREE_BUFFER, buffer);
  world.buffersUsed = world.buffersUsed - 1;
}

/** Who is given a received packet keeps it, and will free it. */
export function packetKeep(packet: Packet): void {
  store<u32>(KEPT, changetype<u32>(packet));
}

/** Whether it did; asked once, by who would free it else. */
export function packetIsKept(packet: Packet): bool {
  const kept = load<u32>(KEPT) == changetype<u32>(packet);
  store<u32>(KEPT, 0);
  return kept;
}

/** What few packets have is given back. */
function packetStrip(packet: Packet): void {
  if (packet.flags & PACKET_FLAG_STORED) bufferFree(packet.frame);
  if (packet.flags & PACKET_FLAG_FOLLOWED) followFreed();
}

export function packetFree(packet: Packet): void {
  const world = The.world();
  if (packet.flags & (PACKET_FLAG_STORED | PACKET_FLAG_FOLLOWED)) packetStrip(packet);
  packet.next = load<u32>(FREE);
  store<u32>(FREE, changetype<u32>(packet));
  world.packetsUsed = world.packetsUsed - 1;
}

/** A second packet just like this one; 0 when there is no room. */
export function packetCopy(packet: Packet): u32 {
  const stored = (packet.flags & PACKET_FLAG_STORED) != 0;
  const at = stored ? packetTakeStored(packet.captured) : packetTake();
  if (at == 0) return 0;
  const copy = changetype<Packet>(at);
  const buffer = copy.frame;
  blockCopy(at, changetype<u32>(packet), PACKET_SIZE);
  copy.next = 0;
  copy.flags = copy.flags & ~PACKET_FLAG_FOLLOWED;
  if (stored) {
    copy.frame = buffer;
    memory.copy(buffer, packet.frame, packet.captured);
  }
  return at;
}

/** Lists are two words: the oldest and the newest packet, 0 and undefined when empty. */
export class List {
  @inline static append(first: u32, newest: u32, packet: Packet): void {
    packet.next = 0;
    if (load<u32>(first) == 0) store<u32>(first, changetype<u32>(packet));
    else changetype<Packet>(load<u32>(newest)).next = changetype<u32>(packet);
    store<u32>(newest, changetype<u32>(packet));
  }
  /** The list must not be empty. */
  @inline static take(first: u32): Packet {
    const packet = changetype<Packet>(load<u32>(first));
    store<u32>(first, packet.next);
    return packet;
  }
}
