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
import { arenaTake, WHEEL, WHEEL_END } from '../memory';

const DIGIT_BITS: u32 = 6;
const DIGITS: u32 = 64;
const LEVELS: u32 = 11;

//     queue    EventQueue record | u32 levels in use | u32 free list | u32 pool | u64 slots in use of each level
//     slots    u32 first, u32 last event, of each slot of each level; meaningless while the slot's bit is 0
//     rows     u8 the row of each number of leading zeros
// They lie at fixed addresses, which are then part of the instructions. A row is a level times 8: what its bits and its slots are found by.
const QUEUE: u32 = WHEEL;
const LEVELS_USED: u32 = QUEUE + EVENT_QUEUE_SIZE;
const FREE: u32 = LEVELS_USED + 4;
const POOL: u32 = LEVELS_USED + 8;
const SLOTS_USED: u32 = LEVELS_USED + 16;
const ROWS: u32 = SLOTS_USED + LEVELS * 8;
const SLOTS: u32 = ROWS + 64;
/** Bytes of the slots of one level are a row times this. */
const ROW_SLOTS: u32 = DIGITS;

export function queueLayoutHolds(): bool {
  return SLOTS + LEVELS * DIGITS * 8 <= WHEEL_END;
}

/** Room for `capacity` pending events. Once in the life of an instance. */
export function queueBegin(capacity: u32): void {
  for (let zeros: u32 = 0; zeros < 64; zeros++) store<u8>(zeros, <u8>(((63 - zeros) / DIGIT_BITS) << 3), ROWS);
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
  /** Row of an event: of the highest digit in which its time differs from the wheel's. */
  @inline static row(time: u64, last: u64): u32 {
    return <u32>load<u8>(<u32>clz<u64>((time ^ last) | 1), ROWS);
  }

  /** Bits below the digit of a row. */
  @inline static shift(row: u32): u64 {
    return <u64>(row - (row >> 2)); // 6 of 8
  }

  /** Where a slot lies among the slots. */
  @inline static offset(row: u32, digit: u32): u32 {
    return row * ROW_SLOTS + (digit << 3);
  }

  /** Appends an event to its slot. */
  @inline static append(event: u32, time: u64, last: u64): void {
    const row = Slot.row(time, last);
    const digit = (<u32>(time >> Slot.shift(row))) & (DIGITS - 1);
    const slot = Slot.offset(row, digit);
    const used = load<u64>(row, SLOTS_USED);
    const bit = (<u64>1) << digit;
    if (used & bit) store<u32>(load<u32>(slot, SLOTS + 4), event, EVENT_NEXT);
    else {
      store<u32>(slot, event, SLOTS);
      store<u64>(row, used | bit, SLOTS_USED);
      store<u32>(LEVELS_USED, load<u32>(LEVELS_USED) | (1 << (row >> 3)));
    }
    store<u32>(slot, event, SLOTS + 4);
  }

  @inline static clear(row: u32, used: u64): void {
    const rest = used & (used - 1); // the lowest slot is the one that empties
    store<u64>(row, rest, SLOTS_USED);
    if (rest == 0) store<u32>(LEVELS_USED, load<u32>(LEVELS_USED) & ~(1 << (row >> 3)));
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
  return Queue.push(time, kind, a, b);
}

/** Spreads the events of a slot over the levels below. */
function slotSpread(slot: u32, last: u64): void {
  let event = load<u32>(slot, SLOTS);
  const end = load<u32>(slot, SLOTS + 4);
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
  return Queue.pop(limit);
}

/** The two operations, to be inlined where that pays: in a loop that does nothing else. */
export class Queue {
  @inline static push(time: u64, kind: u32, a: u32, b: u32): bool {
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

  @inline static pop(limit: u64): u32 {
    while (true) {
      const levels = load<u32>(LEVELS_USED);
      if (levels == 0) return queueIdle(limit);
      const row = (<u32>ctz<u32>(levels)) << 3;
      const used = load<u64>(row, SLOTS_USED);
      const slot = Slot.offset(row, <u32>ctz<u64>(used));
      const event = load<u32>(slot, SLOTS);
      const single = event == load<u32>(slot, SLOTS + 4);
      const time = load<u64>(event, EVENT_TIME);
      if (row != 0 && !single) {
        const digits = Slot.shift(row);
        const start = (time >> digits) << digits;
        if (start > limit) return queueIdle(limit);
        Slot.clear(row, used);
        slotSpread(slot, start);
        store<u64>(QUEUE, start, EVENT_QUEUE_LAST);
        continue;
      }
      if (time > limit) return queueIdle(limit);
      if (single) Slot.clear(row, used);
      else store<u32>(slot, load<u32>(event, EVENT_NEXT), SLOTS);
      store<u64>(QUEUE, time, EVENT_QUEUE_LAST);
      store<u64>(QUEUE, time, EVENT_QUEUE_NOW);
      store<u64>(QUEUE, load<u64>(QUEUE, EVENT_QUEUE_POPPED) + 1, EVENT_QUEUE_POPPED);
      store<u32>(QUEUE, load<u32>(QUEUE, EVENT_QUEUE_PENDING) - 1, EVENT_QUEUE_PENDING);
      store<u32>(event, load<u32>(FREE), EVENT_NEXT);
      store<u32>(FREE, event);
      return event;
    }
    return 0;
  }
}

/** Time of the earliest event; all ones when none waits. */
export function queueNext(): u64 {
  const levels = load<u32>(LEVELS_USED);
  if (levels == 0) return u64.MAX_VALUE;
  const row = (<u32>ctz<u32>(levels)) << 3;
  const slot = Slot.offset(row, <u32>ctz<u64>(load<u64>(row, SLOTS_USED)));
  let event = load<u32>(slot, SLOTS);
  let earliest = load<u64>(event, EVENT_TIME);
  for (const end = load<u32>(slot, SLOTS + 4); event != end; earliest = min(earliest, load<u64>(event, EVENT_TIME)))
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
    const event = Queue.pop(u64.MAX_VALUE);
    if (event == 0) return sum;
    const a = load<u32>(event, EVENT_A);
    sum = sum * 31 + a;
    Queue.push(load<u64>(event, EVENT_TIME) + load<u64>(whiles + (((sum ^ i) & mask) << 3)), 0, a, load<u32>(event, EVENT_B));
  }
  return sum;
}
