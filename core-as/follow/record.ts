// The one frame that is followed: the request for it, and the steps that are recorded. All of it is in linear memory, so that snapshots have it.
// Nothing here changes the run: no events, no trace, no chance, no charges. What was charged with a step is the difference of the processor's
// totals since the mark, so charging itself does not ask whether somebody follows.

import {
  COST_TOTAL_PICOSECONDS,
  COST_TOTAL_SIZE,
  COST_TOTAL_UNITS,
  COSTS,
  FOLLOW_ENTRY_A,
  FOLLOW_ENTRY_B,
  FOLLOW_ENTRY_C,
  FOLLOW_ENTRY_D,
  FOLLOW_ENTRY_PLACE,
  FOLLOW_ENTRY_PROCESSOR,
  FOLLOW_ENTRY_SIZE,
  FOLLOW_ENTRY_STEP,
  FOLLOW_ROOM,
  FOLLOW_SIZE,
  FOLLOW_STAGE_DATAGRAM,
  FOLLOW_STAGE_PACKET,
  FOLLOW_STAGE_STREAM,
  FOLLOW_STATE,
  FOLLOW_STATE_ENDED,
  FOLLOW_STATE_UNDER_WAY,
  FOLLOW_STATE_WAITING,
  FOLLOW_STEP_COST,
  FOLLOW_STEP_DROPPED,
  Follow,
  NO_PROCESSOR,
  PACKET_FLAG_FOLLOWED,
  Packet,
} from '../abi.gen';
import { arenaTake } from '../memory';
import { packetWrite } from '../net/write';
import { costTotalsAt } from '../sim/ledger';
import { queueNow } from '../sim/queue';
import { The } from '../world/state';

const AT = <u32>memory.data(FOLLOW_SIZE, 16);
/** Bytes that writing a frame may take behind its buffer: a tag, and what is copied in words. */
const BEHIND: u32 = 32;

export class Followed {
  @inline static get request(): Follow {
    return changetype<Follow>(AT);
  }
  /** A frame is wanted that has not come. */
  @inline static isWaiting(): bool {
    return load<u8>(AT, FOLLOW_STATE) == FOLLOW_STATE_WAITING;
  }
  /** The next one is wanted, or one is under way. */
  @inline static isOn(): bool {
    return load<u8>(AT, FOLLOW_STATE) > FOLLOW_STATE_ENDED;
  }
  @inline static isUnderWay(): bool {
    return load<u8>(AT, FOLLOW_STATE) == FOLLOW_STATE_UNDER_WAY;
  }
}

/** Address of the Follow record. */
export function followAt(): u32 {
  return AT;
}

/** Room for steps, before the run. */
export function followReserve(): void {
  const request = Followed.request;
  request.ring = arenaTake(FOLLOW_ROOM * FOLLOW_ENTRY_SIZE);
  request.totals = arenaTake(COSTS * COST_TOTAL_SIZE);
  request.bytes = arenaTake(The.world().bufferBytes + BEHIND);
  request.markProcessor = NO_PROCESSOR;
}

/** Forgets what was followed, between two slices. The request is written afterwards, its state last. */
export function followReset(): void {
  const request = Followed.request;
  if (request.packet != 0) {
    const packet = changetype<Packet>(request.packet);
    packet.flags = packet.flags & ~PACKET_FLAG_FOLLOWED;
  }
  const ring = request.ring;
  const totals = request.totals;
  const bytes = request.bytes;
  memory.fill(AT, 0, FOLLOW_SIZE);
  request.ring = ring;
  request.totals = totals;
  request.bytes = bytes;
  request.markProcessor = NO_PROCESSOR;
}

function append(time: u64, step: u32, processor: u32, place: u32, a: u32, b: u32, c: u32, d: u32): void {
  const request = Followed.request;
  if (request.steps == FOLLOW_ROOM) {
    request.missed = request.missed + 1;
    return;
  }
  const at = request.ring + request.steps * FOLLOW_ENTRY_SIZE;
  request.steps = request.steps + 1;
  store<u64>(at, time);
  store<u32>(at, step, FOLLOW_ENTRY_STEP);
  store<u32>(at, processor, FOLLOW_ENTRY_PROCESSOR);
  store<u32>(at, place, FOLLOW_ENTRY_PLACE);
  store<u32>(at, a, FOLLOW_ENTRY_A);
  store<u32>(at, b, FOLLOW_ENTRY_B);
  store<u32>(at, c, FOLLOW_ENTRY_C);
  store<u32>(at, d, FOLLOW_ENTRY_D);
}

/** What is charged to a processor from here on, within this event, belongs to the next step. */
export function followMark(processor: u32): void {
  if (processor == NO_PROCESSOR) return;
  const request = Followed.request;
  request.markProcessor = processor;
  request.markEvent = <u32>The.world().events;
  memory.copy(request.totals, costTotalsAt(processor), COSTS * COST_TOTAL_SIZE);
}

/** Records what was charged since the mark, and sets it anew. */
export function followCosts(): void {
  const request = Followed.request;
  const processor = request.markProcessor;
  if (processor == NO_PROCESSOR || request.markEvent != <u32>The.world().events) return;
  const totals = costTotalsAt(processor);
  for (let cost: u32 = 0; cost < COSTS; cost++) {
    const at = cost * COST_TOTAL_SIZE;
    const units = load<u64>(totals + at, COST_TOTAL_UNITS) - load<u64>(request.totals + at, COST_TOTAL_UNITS);
    if (units == 0) continue;
    const time = load<u64>(totals + at, COST_TOTAL_PICOSECONDS) - load<u64>(request.totals + at, COST_TOTAL_PICOSECONDS);
    append(queueNow(), FOLLOW_STEP_COST, processor, processor, cost, <u32>units, <u32>time, <u32>(time >> 32));
  }
  memory.copy(request.totals, totals, COSTS * COST_TOTAL_SIZE);
}

/** A step whose time is not now. */
export function followNoteAt(time: u64, step: u32, processor: u32, place: u32, a: u32, b: u32, c: u32, d: u32): void {
  if (Followed.isUnderWay()) append(time, step, processor, place, a, b, c, d);
}

/** A step; what is charged goes to a later one. */
export function followNote(step: u32, processor: u32, place: u32, a: u32, b: u32, c: u32, d: u32): void {
  followNoteAt(queueNow(), step, processor, place, a, b, c, d);
}

/** A step, and what was charged for it since the mark. */
export function followStep(step: u32, processor: u32, place: u32, a: u32, b: u32, c: u32, d: u32): void {
  if (!Followed.isUnderWay()) return;
  append(queueNow(), step, processor, place, a, b, c, d);
  followCosts();
}

/** A step that happened while the frame was still waited for; it is the first. */
export function followFirst(step: u32, processor: u32, place: u32, a: u32, b: u32, c: u32, d: u32): void {
  Followed.request.steps = 0;
  append(queueNow(), step, processor, place, a, b, c, d);
  followCosts();
}

/** This is the frame. */
export function followStart(packet: Packet): void {
  const request = Followed.request;
  packet.flags = packet.flags | PACKET_FLAG_FOLLOWED;
  request.packet = changetype<u32>(packet);
  request.state = FOLLOW_STATE_UNDER_WAY;
  request.stage = FOLLOW_STAGE_PACKET;
  request.startedAt = queueNow();
}

/** Keeps the bytes of the frame as they are now. */
export function followKeep(packet: Packet): void {
  const request = Followed.request;
  if (!Followed.isUnderWay() || packet.slices > 1 || packet.bytes > The.world().bufferBytes) return;
  request.length = packetWrite(packet, request.bytes);
}

/** What is followed goes on in a packet of its own: a segment of a large send. */
export function followMove(from: Packet, to: Packet): void {
  from.flags = from.flags & ~PACKET_FLAG_FOLLOWED;
  to.flags = to.flags | PACKET_FLAG_FOLLOWED;
  Followed.request.packet = changetype<u32>(to);
}

export function followEnd(): void {
  const request = Followed.request;
  if (request.state == FOLLOW_STATE_UNDER_WAY) request.state = FOLLOW_STATE_ENDED;
  request.markProcessor = NO_PROCESSOR;
}

/** The packet record is given back: the frame has come to its end, unless its bytes still wait for the application. */
export function followFreed(): void {
  const request = Followed.request;
  request.packet = 0;
  request.isFree = 1;
  request.markProcessor = NO_PROCESSOR;
  if (request.stage != FOLLOW_STAGE_STREAM && request.stage != FOLLOW_STAGE_DATAGRAM) followEnd();
}

/** A packet goes no further. @param kind  FollowPlace: what `place` is a number of */
export function followDropped(packet: Packet, place: u32, reason: u32, kind: u32): void {
  if (packet.flags & PACKET_FLAG_FOLLOWED) followNote(FOLLOW_STEP_DROPPED, NO_PROCESSOR, place, reason, kind, packet.bytes, 0);
}
