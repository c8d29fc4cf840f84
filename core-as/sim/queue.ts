// Event queue: a radix-64 monotone wheel. Times are picoseconds in 64 bits, cut into 11 digits of 6 bits. The wheel stands at a time that
// no pending event is before. An event lies on the level of the highest digit in which its time differs from that, in the slot of that
// digit's value, in a list in order of pushing. All events of a slot of level 0 are due at one time. When the lowest level in use is a
// higher one, the wheel moves to the start of its lowest slot, whose events then lie on lower levels; a single event is taken at once.
// After Ahuja, Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem" (radix heaps, 1990), and Varghese and
// Lauck, "Hashed and hierarchical timing wheels" (1987).
//
// Where an event lies depends on its time and the wheel's alone, so events of equal time are always in one list: first in, first out.
// All that changes in a run is in linear memory; none of it is in a global.

import {
  EVENT_A,
  EVENT_B,
  EVENT_KIND,
  EVENT_NEXT,
  EVENT_QUEUE_CAPACITY,
  EVENT_QUEUE_LAST,
  EVENT_QUEUE_NOW,
  EVENT_QUEUE_OVERFLOWS,
  EVENT_QUEUE_PAST,
  EVENT_QUEUE_PEAK,
  EVENT_QUEUE_PENDING,
  EVENT_QUEUE_POPPED,
  EVENT_QUEUE_SIZE,
  EVENT_SIZE,
  EVENT_TIME,
} from '../abi.gen';
import { arenaTake } from '../memory';

const DIGIT_BITS: u32 = 6;
const DIGITS: u32 = 64;
const LEVELS: u32 = 11;

//     queue    EventQueue record | u32 levels in use | u32 free list | u32 pool | u64 slots in use of each level
//     slots    u32 first, u32 last event, of each slot of each level; meaningless while the slot's bit is 0
const QUEUE = <u32>memory.data(EVENT_QUEUE_SIZE + 16 + LEVELS * 8, 16);
const LEVELS_USED = QUEUE + EVENT_QUEUE_SIZE;
const FREE = LEVELS_USED + 4;
const POOL = LEVELS_USED + 8;
const SLOTS_USED = LEVELS_USED + 16;
const SLOTS = <u32>memory.data(LEVELS * DIGITS * 8, 16);

/** Room for `capacity` pending events. Once in the life of an instance. */
export function queueBegin(capacity: u32): void {
  store<u32>(POOL, arenaTake(capacity * EVENT_SIZE));
  store<u32>(QUEUE, capacity, EVENT_QUEUE_CAPACITY);
}

/** Address of the EventQueue record. */
export function queueAt(): u32 {
  return QUEUE;
}

/** Virtual time: that of the last event popped, or the limit up to which none was due. */
export function queueNow(): u64 {
  return load<u64>(QUEUE, EVENT_QUEUE_NOW);
}

/** Events that wait. */
export function queuePending(): u32 {
  return load<u32>(QUEUE, EVENT_QUEUE_PENDING);
}

class Slot {
  /** Level of an event: of the highest digit in which its time differs from the wheel's. */
  @inline static level(time: u64, last: u64): u32 {
    return (63 - <u32>clz<u64>((time ^ last) | 1)) / DIGIT_BITS;
  }

  @inline static at(level: u32, digit: u32): u32 {
    return SLOTS + (((level << DIGIT_BITS) | digit) << 3);
  }

  /** Appends an event to its slot. */
  @inline static append(event: u32, time: u64, last: u64): void {
    const level = Slot.level(time, last);
    const digit = (<u32>(time >> (level * DIGIT_BITS))) & (DIGITS - 1);
    const slot = Slot.at(level, digit);
    const used = load<u64>(SLOTS_USED + (level << 3));
    const bit = (<u64>1) << digit;
    if (used & bit) store<u32>(load<u32>(slot, 4), event, EVENT_NEXT);
    else {
      store<u32>(slot, event);
      store<u64>(SLOTS_USED + (level << 3), used | bit);
      store<u32>(LEVELS_USED, load<u32>(LEVELS_USED) | (1 << level));
    }
    store<u32>(slot, event, 4);
  }

  @inline static clear(level: u32, used: u64): void {
    const rest = used & (used - 1); // the lowest slot is the one that empties
    store<u64>(SLOTS_USED + (level << 3), rest);
    if (rest == 0) store<u32>(LEVELS_USED, load<u32>(LEVELS_USED) & ~(1 << level));
  }
}

/** An unused record, or 0. Records never used before come last, so their number is the most that ever waited. */
function eventTake(): u32 {
  const free = load<u32>(FREE);
  if (free != 0) {
    store<u32>(FREE, load<u32>(free, EVENT_NEXT));
    return free;
  }
  const peak = load<u32>(QUEUE, EVENT_QUEUE_PEAK);
  if (peak == load<u32>(QUEUE, EVENT_QUEUE_CAPACITY)) return 0;
  store<u32>(QUEUE, peak + 1, EVENT_QUEUE_PEAK);
  return load<u32>(POOL) + peak * EVENT_SIZE;
}

/**
 * Makes an event wait for its time; after all events of the same time that wait already.
 * @param time  picoseconds, not before queueNow()
 * @returns false when it was refused: before now, or no room; both are counted in the EventQueue record
 */
export function queuePush(time: u64, kind: u32, a: u32, b: u32): bool {
  if (time < load<u64>(QUEUE, EVENT_QUEUE_NOW)) {
    store<u32>(QUEUE, load<u32>(QUEUE, EVENT_QUEUE_PAST) + 1, EVENT_QUEUE_PAST);
    return false;
  }
  const event = eventTake();
  if (event == 0) {
    store<u32>(QUEUE, load<u32>(QUEUE, EVENT_QUEUE_OVERFLOWS) + 1, EVENT_QUEUE_OVERFLOWS);
    return false;
  }
  store<u64>(event, time, EVENT_TIME);
  store<u32>(event, a, EVENT_A);
  store<u32>(event, b, EVENT_B);
  store<u16>(event, <u16>kind, EVENT_KIND);
  Slot.append(event, time, load<u64>(QUEUE, EVENT_QUEUE_LAST));
  store<u32>(QUEUE, load<u32>(QUEUE, EVENT_QUEUE_PENDING) + 1, EVENT_QUEUE_PENDING);
  return true;
}

/** Spreads the events of a list over the levels below. */
function slotSpread(slot: u32, last: u64): void {
  let event = load<u32>(slot);
  const end = load<u32>(slot, 4);
  while (true) {
    const next = load<u32>(event, EVENT_NEXT); // before it is appended elsewhere
    Slot.append(event, load<u64>(event, EVENT_TIME), last);
    if (event == end) return;
    event = next;
  }
}

/** Nothing is due up to `limit`: that is what virtual time is then. */
function queueIdle(limit: u64): u32 {
  if (limit != u64.MAX_VALUE && limit > load<u64>(QUEUE, EVENT_QUEUE_NOW)) store<u64>(QUEUE, limit, EVENT_QUEUE_NOW);
  return 0;
}

/**
 * Takes the earliest event that is due up to and including `limit`, and sets the virtual time to its time.
 * @param limit  picoseconds; all ones for no limit
 * @returns address of its Event record, good until the next push; 0 when none is due, and then the virtual time is the limit, if there is one
 */
export function queuePop(limit: u64): u32 {
  while (true) {
    const levels = load<u32>(LEVELS_USED);
    if (levels == 0) return queueIdle(limit);
    const level = ctz<u32>(levels);
    const used = load<u64>(SLOTS_USED + (level << 3));
    const slot = Slot.at(level, <u32>ctz<u64>(used));
    const event = load<u32>(slot);
    const single = event == load<u32>(slot, 4);
    const time = load<u64>(event, EVENT_TIME);
    if (level != 0 && !single) {
      const digits = level * DIGIT_BITS;
      const start = (time >> digits) << digits;
      if (start > limit) return queueIdle(limit);
      Slot.clear(level, used);
      slotSpread(slot, start);
      store<u64>(QUEUE, start, EVENT_QUEUE_LAST);
      continue;
    }
    if (time > limit) return queueIdle(limit);
    if (single) Slot.clear(level, used);
    else store<u32>(slot, load<u32>(event, EVENT_NEXT));
    store<u64>(QUEUE, time, EVENT_QUEUE_LAST);
    store<u64>(QUEUE, time, EVENT_QUEUE_NOW);
    store<u64>(QUEUE, load<u64>(QUEUE, EVENT_QUEUE_POPPED) + 1, EVENT_QUEUE_POPPED);
    store<u32>(QUEUE, load<u32>(QUEUE, EVENT_QUEUE_PENDING) - 1, EVENT_QUEUE_PENDING);
    store<u32>(event, load<u32>(FREE), EVENT_NEXT);
    store<u32>(FREE, event);
    return event;
  }
}

/** Time of the earliest event; all ones when none waits. */
export function queueNext(): u64 {
  const levels = load<u32>(LEVELS_USED);
  if (levels == 0) return u64.MAX_VALUE;
  const level = ctz<u32>(levels);
  const slot = Slot.at(level, <u32>ctz<u64>(load<u64>(SLOTS_USED + (level << 3))));
  let event = load<u32>(slot);
  let earliest = load<u64>(event, EVENT_TIME);
  for (const end = load<u32>(slot, 4); event != end; earliest = min(earliest, load<u64>(event, EVENT_TIME)))
    event = load<u32>(event, EVENT_NEXT);
  return earliest;
}

/**
 * The hold model (Jones 1986), for the bench: `count` times, pops an event and pushes it again a while later.
 * @param whiles  u64 picoseconds each
 * @param mask    their number - 1, a power of two less one
 * @returns sum over what was popped, which depends on the order
 */
export function queueHold(count: u32, whiles: u32, mask: u32): u32 {
  let sum: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const event = queuePop(u64.MAX_VALUE);
    if (event == 0) return sum;
    const a = load<u32>(event, EVENT_A);
    sum = sum * 31 + a;
    queuePush(load<u64>(event, EVENT_TIME) + load<u64>(whiles + (((sum ^ i) & mask) << 3)), 0, a, load<u32>(event, EVENT_B));
  }
  return sum;
}
