// Logical processors in virtual time. Work is queued at one of three levels, interrupt above DPC above thread. A higher level preempts
// a lower one at once; within a level, work runs to completion in the order of queueing. What a preempted item has left to run stays
// with it. Work is charged when it starts: cycles and picoseconds under a cost class. It ends when that time has passed.
//
// The world handles an event of kind Processor so; start and end are its switches over the kind of the item in force:
//
//     if (!processorDue(p, ticket)) return;
//     if (processorFinished(p)) end(p);        may queue work; processorWorkFirst() goes on ahead of what waits
//     if (processorNext(p)) start(p);          charges, and may queue work
//     processorGo(p);
//
// Two busy siblings on a core run at a part of its speed each: what is left to run is stretched when the sibling gets busy, and
// shrunk when it gets idle, rounded to the picosecond. All accounts are of time as it passes, so they are complete at any instant.
// Source of the levels: WDK "Introduction to interrupt service routines", "Introduction to DPC objects".
// Leaves out: importance of DPCs, time slices and priorities of threads, interrupt levels among devices.

import {
  COST_CLASSES,
  COST_ENTRY_CLASS,
  COST_ENTRY_CYCLES,
  COST_ENTRY_PICOSECONDS,
  COST_ENTRY_SIZE,
  COST_LINE_REMOTE,
  COST_XCORE,
  DISTANCE_CORE,
  DISTANCE_HOST,
  DISTANCE_NODE,
  DISTANCE_SAME,
  EVENT_KIND_PROCESSOR,
  LEVEL_IDLE,
  LEVEL_INTERRUPT,
  LEVEL_THREAD,
  NO_PROCESSOR,
  PROCESSOR_ACTIVE,
  PROCESSOR_BUSY,
  PROCESSOR_CLASS_INTERRUPT,
  PROCESSOR_CORE,
  PROCESSOR_COSTS,
  PROCESSOR_DUE,
  PROCESSOR_FINISHED,
  PROCESSOR_FIRST,
  PROCESSOR_GUEST,
  PROCESSOR_HOST,
  PROCESSOR_IDLE,
  PROCESSOR_NEWEST,
  PROCESSOR_NODE,
  PROCESSOR_PREEMPTIONS,
  PROCESSOR_PS_PER_CYCLE,
  PROCESSOR_QUEUED_THREAD,
  PROCESSOR_REMAINING,
  PROCESSOR_RUNNING,
  PROCESSOR_SHARED,
  PROCESSOR_SIBLING,
  PROCESSOR_SINCE,
  PROCESSOR_SIZE,
  PROCESSOR_STARTING,
  PROCESSOR_TICKET,
  PROCESSOR_TOTALS,
  PROCESSOR_WAKING,
  WORK_A,
  WORK_B,
  WORK_GUEST,
  WORK_KIND,
  WORK_LEVEL,
  WORK_NEXT,
  WORK_POOL_CAPACITY,
  WORK_POOL_OVERFLOWS,
  WORK_POOL_PEAK,
  WORK_POOL_SIZE,
  WORK_POOL_STRAY_CHARGES,
  WORK_POOL_USED,
  WORK_SIZE,
} from '../abi.gen';
import { Block } from '../block';
import { arenaTake } from '../memory';
import { costEntriesAt, costTotalsAt, ledgerCharge, ledgerCount, ledgerOwners } from './ledger';
import { queueNow, queuePush } from './queue';

/** Fraction bits of psPerCycle. */
const CYCLE_BITS: u64 = 20;

//     head   WorkPool record | u32 processors | u32 their number | u32 pool | u32 unused items | u32 sibling and u32 remote permille | Work in force
const HEAD = <u32>memory.data(WORK_POOL_SIZE + 32 + WORK_SIZE, 16);
const PROCESSORS = HEAD + WORK_POOL_SIZE;
const COUNT = PROCESSORS + 4;
const POOL = PROCESSORS + 8;
const FREE = PROCESSORS + 12;
const SIBLING_PERMILLE = PROCESSORS + 16;
const REMOTE_PERMILLE = PROCESSORS + 20;
const WORK = PROCESSORS + 32;

/**
 * Room for all processors of a world and their work. After ledgerBegin, once.
 * @param work             items that may be queued, running or preempted at a time
 * @param siblingPermille  speed of each of two busy siblings, thousandths of that of a core
 * @param remotePermille   time of copies and misses in another node's memory, thousandths of the local one
 */
export function processorsBegin(processors: u32, work: u32, siblingPermille: u32, remotePermille: u32): void {
  store<u32>(PROCESSORS, arenaTake(processors * PROCESSOR_SIZE));
  store<u32>(COUNT, processors);
  store<u32>(POOL, arenaTake(work * WORK_SIZE));
  store<u32>(HEAD, work, WORK_POOL_CAPACITY);
  store<u32>(SIBLING_PERMILLE, siblingPermille);
  store<u32>(REMOTE_PERMILLE, remotePermille);
}

/** Address of a Processor record. */
export function processorAt(processor: u32): u32 {
  return load<u32>(PROCESSORS) + processor * PROCESSOR_SIZE;
}

/** Address of the WorkPool record. */
export function workPoolAt(): u32 {
  return HEAD;
}

/**
 * Describes a processor, before the run.
 * @param psPerCycle  picoseconds of a Nehalem-class cycle on this processor, times 2^20
 * @param sibling     processor on the same core, or NO_PROCESSOR
 */
export function processorDescribe(processor: u32, host: u32, core: u32, node: u32, sibling: u32, psPerCycle: u32): void {
  const at = processorAt(processor);
  store<u16>(at, <u16>host, PROCESSOR_HOST);
  store<u16>(at, <u16>core, PROCESSOR_CORE);
  store<u16>(at, <u16>node, PROCESSOR_NODE);
  store<u16>(at, <u16>sibling, PROCESSOR_SIBLING);
  store<u32>(at, psPerCycle, PROCESSOR_PS_PER_CYCLE);
  store<u32>(at, costEntriesAt(host), PROCESSOR_COSTS);
  store<u32>(at, costTotalsAt(processor), PROCESSOR_TOTALS);
}

/** Kind and arguments of the item that has just started or ended. */
export function workKind(): u32 {
  return load<u16>(WORK, WORK_KIND);
}
export function workA(): u32 {
  return load<u32>(WORK, WORK_A);
}
export function workB(): u32 {
  return load<u32>(WORK, WORK_B);
}
export function workLevel(): u32 {
  return load<u8>(WORK, WORK_LEVEL);
}

/** Fields of a record that exist once for each level from Thread on. */
class Field {
  @inline static index(level: u32): u32 {
    return level - LEVEL_THREAD;
  }
  @inline static due(at: u32, level: u32): u32 {
    return at + PROCESSOR_DUE + Field.index(level) * (COST_CLASSES << 3);
  }
  @inline static remaining(at: u32, level: u32): u32 {
    return at + PROCESSOR_REMAINING + (Field.index(level) << 3);
  }
  @inline static first(at: u32, level: u32): u32 {
    return at + PROCESSOR_FIRST + (Field.index(level) << 2);
  }
  @inline static newest(at: u32, level: u32): u32 {
    return at + PROCESSOR_NEWEST + (Field.index(level) << 2);
  }
  @inline static active(at: u32, level: u32): u32 {
    return at + PROCESSOR_ACTIVE + (Field.index(level) << 2);
  }
  @inline static queued(at: u32, level: u32): u32 {
    return at + PROCESSOR_QUEUED_THREAD + (Field.index(level) << 2);
  }
  @inline static running(at: u32): u32 {
    return load<u8>(at, PROCESSOR_RUNNING);
  }
}

/** Brings the accounts of a processor up to now. Doing so more often changes nothing. */
function processorSettle(at: u32): void {
  const now = queueNow();
  const passed = now - load<u64>(at, PROCESSOR_SINCE);
  if (passed == 0) return;
  store<u64>(at, now, PROCESSOR_SINCE);
  const running = Field.running(at);
  const time = at + PROCESSOR_IDLE + (running << 3);
  store<u64>(time, load<u64>(time) + passed);
  if (running == LEVEL_IDLE) return;
  if (running == LEVEL_THREAD && load<u8>(load<u32>(Field.active(at, LEVEL_THREAD)), WORK_GUEST))
    store<u64>(at, load<u64>(at, PROCESSOR_GUEST) + passed, PROCESSOR_GUEST);
  const remaining = Field.remaining(at, running);
  store<u64>(remaining, load<u64>(remaining) - passed);
  const due = Field.due(at, running);
  let left = passed;
  for (let costClass: u32 = 0; left != 0 && costClass < COST_CLASSES; costClass++) {
    const rest = load<u64>(due + (costClass << 3));
    if (rest == 0) continue;
    const spent = min(rest, left);
    const account = at + PROCESSOR_CLASS_INTERRUPT + (costClass << 3);
    store<u64>(due + (costClass << 3), rest - spent);
    store<u64>(account, load<u64>(account) + spent);
    left -= spent;
  }
}

/** Brings the accounts of all processors up to now, for a reader between two slices. */
export function processorsSettle(): void {
  const count = load<u32>(COUNT);
  for (let processor: u32 = 0; processor < count; processor++) processorSettle(processorAt(processor));
}

/** Asks for an event of the processor; it voids all earlier ones. */
function processorCall(processor: u32, at: u32, time: u64): void {
  const ticket = load<u32>(at, PROCESSOR_TICKET) + 1;
  store<u32>(at, ticket, PROCESSOR_TICKET);
  queuePush(time, EVENT_KIND_PROCESSOR, processor, ticket);
}

function processorWake(processor: u32, at: u32): void {
  if (load<u8>(at, PROCESSOR_WAKING)) return;
  store<u8>(at, 1, PROCESSOR_WAKING);
  processorCall(processor, at, queueNow());
}

/** An item of the pool, filled, or 0. */
function workTake(level: u32, kind: u32, a: u32, b: u32): u32 {
  let work = load<u32>(FREE);
  if (work != 0) store<u32>(FREE, load<u32>(work, WORK_NEXT));
  else {
    const peak = load<u32>(HEAD, WORK_POOL_PEAK);
    if (peak == load<u32>(HEAD, WORK_POOL_CAPACITY)) {
      store<u32>(HEAD, load<u32>(HEAD, WORK_POOL_OVERFLOWS) + 1, WORK_POOL_OVERFLOWS);
      return 0;
    }
    store<u32>(HEAD, peak + 1, WORK_POOL_PEAK);
    work = load<u32>(POOL) + peak * WORK_SIZE;
  }
  store<u32>(HEAD, load<u32>(HEAD, WORK_POOL_USED) + 1, WORK_POOL_USED);
  store<u32>(work, a, WORK_A);
  store<u32>(work, b, WORK_B);
  store<u16>(work, <u16>kind, WORK_KIND);
  store<u8>(work, <u8>level, WORK_LEVEL);
  store<u8>(work, 0, WORK_GUEST);
  return work;
}

class Queued {
  @inline static count(processor: u32, at: u32, level: u32): void {
    const queued = Field.queued(at, level);
    store<u32>(queued, load<u32>(queued) + 1);
    if (level > Field.running(at)) processorWake(processor, at);
  }
}

/**
 * Queues work behind what waits at its level; it starts at once when the processor runs nothing as high.
 * @param level  Level, from Thread on
 * @param kind   16 bits; `a` and `b` are its arguments
 * @returns false when there is no room; counted in the WorkPool record
 */
export function processorWork(processor: u32, level: u32, kind: u32, a: u32, b: u32): bool {
  const work = workTake(level, kind, a, b);
  if (work == 0) return false;
  const at = processorAt(processor);
  const first = Field.first(at, level);
  if (load<u32>(first) == 0) store<u32>(first, work);
  else store<u32>(load<u32>(Field.newest(at, level)), work, WORK_NEXT);
  store<u32>(Field.newest(at, level), work);
  store<u32>(work, 0, WORK_NEXT);
  Queued.count(processor, at, level);
  return true;
}

/** The same ahead of what waits at its level: the next step of work that has just ended. */
export function processorWorkFirst(processor: u32, level: u32, kind: u32, a: u32, b: u32): bool {
  const work = workTake(level, kind, a, b);
  if (work == 0) return false;
  const at = processorAt(processor);
  const first = Field.first(at, level);
  if (load<u32>(first) == 0) store<u32>(Field.newest(at, level), work);
  store<u32>(work, load<u32>(first), WORK_NEXT);
  store<u32>(first, work);
  Queued.count(processor, at, level);
  return true;
}

/** Whether an event of this processor still counts; if so, its accounts are brought up to now. */
export function processorDue(processor: u32, ticket: u32): bool {
  const at = processorAt(processor);
  if (ticket != load<u32>(at, PROCESSOR_TICKET)) return false;
  store<u8>(at, 1, PROCESSOR_WAKING);
  store<u8>(at, 0, PROCESSOR_FINISHED);
  processorSettle(at);
  return true;
}

/** Whether the running item has had its time. If so it is over, and the item in force. */
export function processorFinished(processor: u32): bool {
  const at = processorAt(processor);
  const running = Field.running(at);
  if (running == LEVEL_IDLE || load<u64>(Field.remaining(at, running)) != 0) return false;
  const work = load<u32>(Field.active(at, running));
  store<u32>(Field.active(at, running), 0);
  Block.copy16(WORK, work);
  store<u32>(work, load<u32>(FREE), WORK_NEXT);
  store<u32>(FREE, work);
  store<u32>(HEAD, load<u32>(HEAD, WORK_POOL_USED) - 1, WORK_POOL_USED);
  let below = running - 1;
  while (below != LEVEL_IDLE && load<u32>(Field.active(at, below)) == 0) below--;
  store<u8>(at, <u8>below, PROCESSOR_RUNNING);
  store<u8>(at, 1, PROCESSOR_FINISHED);
  return true;
}

/** Whether something queued goes ahead of what runs. If so it starts, is the item in force, and may be charged until processorGo. */
export function processorNext(processor: u32): bool {
  const at = processorAt(processor);
  const running = Field.running(at);
  let level = LEVEL_INTERRUPT;
  while (level > running && load<u32>(Field.first(at, level)) == 0) level--;
  if (level <= running) return false;
  const work = load<u32>(Field.first(at, level));
  store<u32>(Field.first(at, level), load<u32>(work, WORK_NEXT));
  store<u32>(Field.queued(at, level), load<u32>(Field.queued(at, level)) - 1);
  store<u32>(Field.active(at, level), work);
  Block.copy16(WORK, work);
  if (running != LEVEL_IDLE && !load<u8>(at, PROCESSOR_FINISHED))
    store<u32>(at, load<u32>(at, PROCESSOR_PREEMPTIONS) + 1, PROCESSOR_PREEMPTIONS);
  store<u8>(at, <u8>level, PROCESSOR_RUNNING);
  store<u8>(at, 1, PROCESSOR_STARTING);
  ledgerOwners(0, 0);
  return true;
}

/** Ends the handling of an event: asks for the next one. */
export function processorGo(processor: u32): void {
  const at = processorAt(processor);
  store<u8>(at, 0, PROCESSOR_STARTING);
  store<u8>(at, 0, PROCESSOR_WAKING);
  const running = Field.running(at);
  siblingTell(at, running != LEVEL_IDLE);
  for (let level = LEVEL_INTERRUPT; level > running; level--) {
    if (load<u32>(Field.first(at, level)) == 0) continue;
    processorWake(processor, at);
    return;
  }
  if (running != LEVEL_IDLE) processorCall(processor, at, queueNow() + load<u64>(Field.remaining(at, running)));
}

/** The thread item that starts is work of a virtual machine. */
export function processorGuest(processor: u32): void {
  store<u8>(load<u32>(Field.active(processorAt(processor), LEVEL_THREAD)), 1, WORK_GUEST);
}

class Share {
  /** Time that work takes beside a busy sibling, and back. */
  @inline static stretched(time: u64): u64 {
    const permille = <u64>load<u32>(SIBLING_PERMILLE);
    return (time * 1000 + (permille >> 1)) / permille;
  }
  @inline static shrunk(time: u64): u64 {
    return (time * load<u32>(SIBLING_PERMILLE) + 500) / 1000;
  }
}

/** Tells the sibling whether this processor is busy: what the sibling has left to run takes longer, or less long, from now on. */
function siblingTell(at: u32, busy: bool): void {
  const sibling = <u32>load<u16>(at, PROCESSOR_SIBLING);
  if (sibling == NO_PROCESSOR || load<u8>(at, PROCESSOR_BUSY) == <u8>busy) return;
  store<u8>(at, <u8>busy, PROCESSOR_BUSY);
  const other = processorAt(sibling);
  processorSettle(other);
  store<u8>(other, <u8>busy, PROCESSOR_SHARED);
  for (let level = LEVEL_THREAD; level <= LEVEL_INTERRUPT; level++) {
    const due = Field.due(other, level);
    let remaining: u64 = 0;
    for (let costClass: u32 = 0; costClass < COST_CLASSES; costClass++) {
      const rest = load<u64>(due + (costClass << 3));
      if (rest == 0) continue;
      const time = busy ? Share.stretched(rest) : Share.shrunk(rest);
      store<u64>(due + (costClass << 3), time);
      remaining += time;
    }
    store<u64>(Field.remaining(other, level), remaining);
  }
  const running = Field.running(other);
  if (running == LEVEL_IDLE || load<u8>(other, PROCESSOR_WAKING)) return;
  processorCall(sibling, other, queueNow() + load<u64>(Field.remaining(other, running)));
}

/** Adds time to the item that starts. */
function chargeTime(at: u32, costClass: u32, picoseconds: u64): void {
  if (!load<u8>(at, PROCESSOR_STARTING)) {
    store<u32>(HEAD, load<u32>(HEAD, WORK_POOL_STRAY_CHARGES) + 1, WORK_POOL_STRAY_CHARGES);
    return;
  }
  ledgerCharge(costClass, picoseconds);
  const time = load<u8>(at, PROCESSOR_SHARED) ? Share.stretched(picoseconds) : picoseconds;
  const running = Field.running(at);
  const due = Field.due(at, running) + (costClass << 3);
  const remaining = Field.remaining(at, running);
  store<u64>(due, load<u64>(due) + time);
  store<u64>(remaining, load<u64>(remaining) + time);
}

class Cycles {
  @inline static picoseconds(at: u32, cycles: u64): u64 {
    return (cycles * load<u32>(at, PROCESSOR_PS_PER_CYCLE) + (1 << (CYCLE_BITS - 1))) >> CYCLE_BITS;
  }
}

/**
 * Charges the item that starts.
 * @param cycles       Nehalem-class cycles, below 2^32; the processor's own factor and clock make them time
 * @param picoseconds  of copies and cache misses, below 2^44
 */
export function processorCharge(processor: u32, costClass: u32, cycles: u32, picoseconds: u64): void {
  const at = processorAt(processor);
  chargeTime(at, costClass, Cycles.picoseconds(at, cycles) + picoseconds);
}

/** Charges units of a named Cost of the processor's host: packets, bytes, requests; cycles of all of them below 2^32. */
export function chargeCost(processor: u32, cost: u32, units: u32): void {
  chargeCostAt(processor, cost, units, load<u16>(processorAt(processor), PROCESSOR_NODE));
}

/** The same where the memory that is copied or missed belongs to `node`. */
export function chargeCostAt(processor: u32, cost: u32, units: u32, node: u32): void {
  const at = processorAt(processor);
  const entry = load<u32>(at, PROCESSOR_COSTS) + cost * COST_ENTRY_SIZE;
  let memoryTime = <u64>load<u32>(entry, COST_ENTRY_PICOSECONDS) * units;
  if (node != load<u16>(at, PROCESSOR_NODE)) memoryTime = (memoryTime * load<u32>(REMOTE_PERMILLE) + 500) / 1000;
  const picoseconds = Cycles.picoseconds(at, <u64>load<u32>(entry, COST_ENTRY_CYCLES) * units) + memoryTime;
  if (load<u8>(at, PROCESSOR_STARTING)) ledgerCount(load<u32>(at, PROCESSOR_TOTALS), cost, units, picoseconds);
  chargeTime(at, load<u32>(entry, COST_ENTRY_CLASS), picoseconds);
}

/** Distance between two processors of one host. */
export function processorDistance(a: u32, b: u32): u32 {
  if (a == b) return DISTANCE_SAME;
  const one = processorAt(a);
  const other = processorAt(b);
  if (load<u16>(one, PROCESSOR_CORE) == load<u16>(other, PROCESSOR_CORE)) return DISTANCE_CORE;
  return load<u16>(one, PROCESSOR_NODE) == load<u16>(other, PROCESSOR_NODE) ? DISTANCE_NODE : DISTANCE_HOST;
}

/**
 * Charges `processor` for `units` packets that it takes over from the processor `from`: nothing on the same core, the hand-over between
 * cores, and across nodes a remote line for each in addition (assumed: published gains are of processors with a bus in common).
 */
export function chargeHandover(processor: u32, from: u32, units: u32): void {
  const distance = processorDistance(processor, from);
  if (distance <= DISTANCE_CORE) return;
  chargeCost(processor, COST_XCORE, units);
  if (distance == DISTANCE_HOST) chargeCost(processor, COST_LINE_REMOTE, units);
}

/** When the item that starts will end, if nothing preempts it and the sibling does not change. */
export function processorEnd(processor: u32): u64 {
  const at = processorAt(processor);
  const running = Field.running(at);
  return running == LEVEL_IDLE ? queueNow() : queueNow() + load<u64>(Field.remaining(at, running));
}
