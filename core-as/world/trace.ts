// What happened, in order: a ring of records for a reader, and a hash over all of them, the fingerprint of the run. Equal runs have
// equal fingerprints, however they were sliced.

import { TRACE_RECORD_A, TRACE_RECORD_B, TRACE_RECORD_C, TRACE_RECORD_KIND, TRACE_RECORD_NUMBER, TRACE_RECORD_SIZE } from '../abi.gen';
import { queueNow } from '../sim/queue';
import { Base, The } from './state';

const PRIME1: u64 = 0x9e3779b97f4a7c15;
const PRIME2: u64 = 0xbf58476d1ce4e5b9;

/** @param kind  TraceKind; it says what a, b and c are */
export function trace(kind: u32, a: u32, b: u32, c: u32): void {
  const world = The.world();
  const now = queueNow();
  let hash = (world.fingerprint ^ (now + ((<u64>kind) << 58))) * PRIME1;
  hash = (hash ^ (hash >> 32) ^ ((<u64>a) | ((<u64>b) << 32))) * PRIME2;
  world.fingerprint = (hash ^ (hash >> 29)) + <u64>c;
  const slots = world.traceSlots;
  const traced = world.traced;
  world.traced = traced + 1;
  if (slots == 0) return;
  const at = Base.trace + (traced & (slots - 1)) * TRACE_RECORD_SIZE;
  store<u64>(at, now);
  store<u32>(at, kind, TRACE_RECORD_KIND);
  store<u32>(at, a, TRACE_RECORD_A);
  store<u32>(at, b, TRACE_RECORD_B);
  store<u32>(at, c, TRACE_RECORD_C);
  store<u32>(at, <u32>world.events, TRACE_RECORD_NUMBER);
}

/** Address of a trace record by its number; only the last `traceSlots` are kept. */
export function traceAt(number: u32): u32 {
  return Base.trace + (number & (The.world().traceSlots - 1)) * TRACE_RECORD_SIZE;
}
