// What work costs on each host, and what was charged: to a processor under each named cost, and to the owners (an adapter, a
// connection) on whose behalf it was done. Charges count when work starts, with the time it takes on a core of its own; the accounts
// of a processor (processor.ts) count time as it passes. Owner 0 is nobody.
// Source of the arithmetic: cycles of one processor class, times a factor of this one, plus time of copies and misses.

import {
  COST_CLASSES,
  COST_ENTRY_SIZE,
  COST_TOTAL_PICOSECONDS,
  COST_TOTAL_SIZE,
  COST_TOTAL_UNITS,
  COSTS,
  OWNER_TOTAL_SIZE,
} from '../abi.gen';
import { arenaTake } from '../memory';

const HEAD = <u32>memory.data(24, 8);
const ENTRIES = HEAD;
const TOTALS = HEAD + 4;
const OWNERS = HEAD + 8;
const OWNER_COUNT = HEAD + 12;
const FIRST_OWNER = HEAD + 16;
const SECOND_OWNER = HEAD + 20;

/** @param owners  ids from 1 up to and including this one */
export function ledgerBegin(hosts: u32, processors: u32, owners: u32): void {
  store<u32>(ENTRIES, arenaTake(hosts * COSTS * COST_ENTRY_SIZE));
  store<u32>(TOTALS, arenaTake(processors * COSTS * COST_TOTAL_SIZE));
  store<u32>(OWNERS, arenaTake((owners + 1) * OWNER_TOTAL_SIZE));
  store<u32>(OWNER_COUNT, owners + 1);
}

/** Address of the CostEntry records of a host, in the order of Cost; written before the run. */
export function costEntriesAt(host: u32): u32 {
  return load<u32>(ENTRIES) + host * COSTS * COST_ENTRY_SIZE;
}

/** Address of the CostTotal records of a processor, in the order of Cost. */
export function costTotalsAt(processor: u32): u32 {
  return load<u32>(TOTALS) + processor * COSTS * COST_TOTAL_SIZE;
}

/** Address of the OwnerTotal record of an owner. */
export function ownerTotalsAt(owner: u32): u32 {
  return load<u32>(OWNERS) + owner * OWNER_TOTAL_SIZE;
}

/**
 * Names on whose behalf the charges that follow are, until the next item starts: an adapter and a connection; 0 for none.
 * @returns false when there is no such owner, and nothing has changed then
 */
export function ledgerOwners(first: u32, second: u32): bool {
  const count = load<u32>(OWNER_COUNT);
  if (first != 0 && first >= count) return false;
  if (second != 0 && second >= count) return false;
  store<u32>(FIRST_OWNER, first);
  store<u32>(SECOND_OWNER, second);
  return true;
}

class Total {
  @inline static add(at: u32, value: u64): void {
    store<u64>(at, load<u64>(at) + value);
  }
}

/** Counts `picoseconds` of a CostClass for the owners in force. */
export function ledgerCharge(costClass: u32, picoseconds: u64): void {
  const first = load<u32>(FIRST_OWNER);
  const second = load<u32>(SECOND_OWNER);
  if (first != 0) Total.add(ownerTotalsAt(first) + (costClass << 3), picoseconds);
  if (second != 0) Total.add(ownerTotalsAt(second) + (costClass << 3), picoseconds);
}

/** Counts units of a Cost on a processor whose CostTotal records are at `totals`. */
export function ledgerCount(totals: u32, cost: u32, units: u32, picoseconds: u64): void {
  const total = totals + cost * COST_TOTAL_SIZE;
  Total.add(total + COST_TOTAL_UNITS, units);
  Total.add(total + COST_TOTAL_PICOSECONDS, picoseconds);
}

/** Whether the records can be indexed as this file does. */
export function ledgerLayoutHolds(): bool {
  return OWNER_TOTAL_SIZE == COST_CLASSES << 3;
}
