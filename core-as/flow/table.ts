// Flow table: open addressing over 64-bit slots (32-bit tag, 32-bit flow index + 1), records in fixed segments.
// It grows between batches only. Past MAX_FLOWS, frames of new flows are counted apart and are not in any flow.
// The hash is seeded, so that a crafted capture cannot line up collisions; results do not depend on the seed.

import {
  CAPTURE_FLOWS,
  CAPTURE_OVERFLOW_BYTES,
  CAPTURE_OVERFLOW_FRAMES,
  FLOW_BYTES,
  FLOW_EX,
  FLOW_FIRST_TS,
  FLOW_LAST_CELL,
  FLOW_LAST_TS,
  FLOW_MACS,
  FLOW_PACKETS,
  FLOW_SIZE,
  FLOW_SYN_FLAGS,
  FLOW_TCP_FLAGS,
  FLOW_TRAITS,
  FRAME_EX,
  FRAME_KEY_TRAITS,
  FRAME_MACS,
  FRAME_SIZE,
  FRAME_TCP_FLAGS,
  FRAME_TRAITS,
  FRAME_TS,
  FRAME_WIRE,
  MAX_FLOWS,
  TRAIT_HOME_ADDRESS,
  TRAIT_ROUTING2,
} from '../abi.gen';
import { arenaTake, BATCH, BATCH_KEYS, CAPTURE } from '../memory';
import { cellAdd, cellsReserve } from './cells';

const SEGMENT_BITS: u32 = 12;
const SEGMENT_FLOWS: u32 = 1 << SEGMENT_BITS;
const SEGMENTS: u32 = MAX_FLOWS >> SEGMENT_BITS;
const FIRST_SLOT_BITS: u32 = 14;

const TCP_SYN: u32 = 0x02;
const TCP_ACK: u32 = 0x10;

let seed: u64 = 0;
let slots: u32 = 0;
let slotMask: u32 = 0;
let directory: u32 = 0;
let segments: u32 = 0;
let flows: u32 = 0;

class Mix {
  /** One multiply per word; odd constants of the 64-bit golden ratio and its kin. */
  @inline static word(value: u64, multiplier: u64): u64 {
    return (value ^ seed) * multiplier;
  }
}

export function flowTableBegin(seedLow: u32): void {
  seed = (<u64>seedLow * 0x9e3779b97f4a7c15) | 1;
  directory = arenaTake(SEGMENTS * 4);
  slots = arenaTake(8 << FIRST_SLOT_BITS);
  slotMask = (1 << FIRST_SLOT_BITS) - 1;
}

export function flowCount(): u32 {
  return flows;
}

/** Address of a flow's record; `index` below flowCount(). */
export function flowAt(index: u32): u32 {
  return load<u32>(directory + ((index >> SEGMENT_BITS) << 2)) + (index & (SEGMENT_FLOWS - 1)) * FLOW_SIZE;
}

class Key {
  @inline static hasEx(record: u32): bool {
    return ((<u32>load<u16>(record, FRAME_KEY_TRAITS)) & (TRAIT_HOME_ADDRESS | TRAIT_ROUTING2)) != 0;
  }

  @inline static same(a: u32, b: u32): bool {
    const first = v128.xor(v128.load(a), v128.load(b));
    const second = v128.xor(v128.load(a, 16), v128.load(b, 16));
    const third = v128.xor(v128.load(a, 32), v128.load(b, 32));
    return !v128.any_true(v128.or(v128.or(first, second), third));
  }
}

/** Hash of the 48-byte identity, and of the `ex` addresses where there are any. */
function keyHash(record: u32, ex: u32): u64 {
  let sum = Mix.word(load<u64>(record), 0x9e3779b97f4a7c15) ^ rotl<u64>(Mix.word(load<u64>(record, 8), 0xbf58476d1ce4e5b9), 23);
  sum += Mix.word(load<u64>(record, 16), 0x94d049bb133111eb) ^ rotl<u64>(Mix.word(load<u64>(record, 24), 0xd6e8feb86659fd93), 31);
  sum ^= Mix.word(load<u64>(record, 32), 0xa0761d6478bd642f) + rotl<u64>(Mix.word(load<u64>(record, 40), 0xe7037ed1a0b428db), 17);
  if (Key.hasEx(record)) {
    for (let at: u32 = 0; at < 32; at += 8) sum = rotl<u64>(sum, 11) ^ Mix.word(load<u64>(record + ex + at), 0x8ebc6af09c88c6e3);
  }
  sum = (sum ^ (sum >> 32)) * 0xd6e8feb86659fd93;
  return sum ^ (sum >> 29);
}

/** Whether two records with equal identity also agree in their `ex` addresses. */
function exSame(frame: u32, flow: u32): bool {
  if (!Key.hasEx(frame)) return true;
  const first = v128.xor(v128.load(frame, FRAME_EX), v128.load(flow, FLOW_EX));
  const second = v128.xor(v128.load(frame, FRAME_EX + 16), v128.load(flow, FLOW_EX + 16));
  return !v128.any_true(v128.or(first, second));
}

/** Doubles the slots; tags are the upper half of the hash, so records give the rest. */
function slotsGrow(): void {
  const slotCount = (slotMask + 1) << 1;
  slots = arenaTake(slotCount << 3);
  slotMask = slotCount - 1;
  for (let index: u32 = 0; index < flows; index++) {
    const hash = keyHash(flowAt(index), FLOW_EX);
    let slot = (<u32>hash) & slotMask;
    while (load<u64>(slots + (slot << 3)) != 0) slot = (slot + 1) & slotMask;
    store<u64>(slots + (slot << 3), (hash & 0xffffffff00000000) | (<u64>(index + 1)));
  }
}

/** Makes room for `count` new flows, as far as MAX_FLOWS allows. */
function flowsReserve(count: u32): void {
  const wanted = min(flows + count, MAX_FLOWS);
  while (segments << SEGMENT_BITS < wanted) {
    store<u32>(directory + (segments << 2), arenaTake(SEGMENT_FLOWS * FLOW_SIZE));
    segments++;
  }
  while (wanted << 1 > slotMask) slotsGrow();
}

function flowNew(frame: u32, index: u32): void {
  const flow = flowAt(index);
  v128.store(flow, v128.load(frame));
  v128.store(flow, v128.load(frame, 16), 16);
  v128.store(flow, v128.load(frame, 32), 32);
  if (Key.hasEx(frame)) {
    v128.store(flow, v128.load(frame, FRAME_EX), FLOW_EX);
    v128.store(flow, v128.load(frame, FRAME_EX + 16), FLOW_EX + 16);
  }
  store<u64>(flow, load<u64>(frame, FRAME_MACS), FLOW_MACS);
  store<u32>(flow, load<u32>(frame, FRAME_MACS + 8), FLOW_MACS + 8);
  store<u64>(flow, load<u64>(frame, FRAME_TS), FLOW_FIRST_TS);
}

export let touched: u32 = 0;

/**
 * Loads what the frames of the batch will most likely need, slot then flow, in loops whose loads do not wait for each other,
 * so that cache misses overlap. Wasm has no prefetch; `touched` keeps the loads from being dropped.
 */
function touch(count: u32): void {
  let sum: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const found = <u32>load<u64>(slots + ((load<u32>(BATCH_KEYS + (i << 3)) & slotMask) << 3));
    if (found == 0) continue;
    const flow = flowAt(found - 1);
    sum += load<u32>(flow) + load<u32>(flow, FLOW_LAST_CELL); // the record spans two cache lines
  }
  touched = sum;
}

/** Adds `count` parsed frames of the batch to their flows. */
export function flowsAdd(count: u32): void {
  flowsReserve(count);
  cellsReserve(count);
  for (let i: u32 = 0; i < count; i++) store<u64>(BATCH_KEYS + (i << 3), keyHash(BATCH + i * FRAME_SIZE, FRAME_EX));
  touch(count);
  for (let i: u32 = 0; i < count; i++) {
    const frame = BATCH + i * FRAME_SIZE;
    const hash = load<u64>(BATCH_KEYS + (i << 3));
    const tag = hash & 0xffffffff00000000;
    let slot = (<u32>hash) & slotMask;
    let index: u32 = 0xffffffff;
    while (true) {
      const found = load<u64>(slots + (slot << 3));
      if (found == 0) break;
      if ((found & 0xffffffff00000000) == tag) {
        const candidate = <u32>found - 1;
        const flow = flowAt(candidate);
        if (Key.same(frame, flow) && exSame(frame, flow)) {
          index = candidate;
          break;
        }
      }
      slot = (slot + 1) & slotMask;
    }
    const wire = <u64>load<u32>(frame, FRAME_WIRE);
    if (index == 0xffffffff) {
      if (flows == MAX_FLOWS) {
        store<u64>(CAPTURE, load<u64>(CAPTURE, CAPTURE_OVERFLOW_FRAMES) + 1, CAPTURE_OVERFLOW_FRAMES);
        store<u64>(CAPTURE, load<u64>(CAPTURE, CAPTURE_OVERFLOW_BYTES) + wire, CAPTURE_OVERFLOW_BYTES);
        continue;
      }
      index = flows++;
      store<u64>(slots + (slot << 3), tag | (<u64>(index + 1)));
      flowNew(frame, index);
    }
    const flow = flowAt(index);
    const tcpFlags = <u32>load<u8>(frame, FRAME_TCP_FLAGS);
    store<u32>(flow, load<u32>(flow, FLOW_PACKETS) + 1, FLOW_PACKETS);
    store<u64>(flow, load<u64>(flow, FLOW_BYTES) + wire, FLOW_BYTES);
    store<u16>(flow, (<u32>load<u16>(flow, FLOW_TRAITS)) | (<u32>load<u16>(frame, FRAME_TRAITS)), FLOW_TRAITS);
    store<u8>(flow, (<u32>load<u8>(flow, FLOW_TCP_FLAGS)) | tcpFlags, FLOW_TCP_FLAGS);
    if (tcpFlags & TCP_SYN) store<u8>(flow, (<u32>load<u8>(flow, FLOW_SYN_FLAGS)) | (tcpFlags & TCP_ACK ? 2 : 1), FLOW_SYN_FLAGS);
    const ts = load<u64>(frame, FRAME_TS);
    cellAdd(index, flow, ts, wire);
    store<u64>(flow, ts, FLOW_LAST_TS);
  }
  store<u32>(CAPTURE, flows, CAPTURE_FLOWS);
}
