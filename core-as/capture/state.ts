// What the two format walkers share: the input window, the Capture record, faults, interfaces, and the frame batch.

import {
  BATCH_FRAMES,
  CAPTURE_BACKWARDS,
  CAPTURE_FAULT,
  CAPTURE_FAULT_FRAME,
  CAPTURE_FAULT_LIMIT,
  CAPTURE_FAULT_OFFSET,
  CAPTURE_FAULT_VALUE,
  CAPTURE_FIRST_TS,
  CAPTURE_FRAMES,
  CAPTURE_HEADERS_CUT,
  CAPTURE_LARGEST_WIRE,
  CAPTURE_LAST_TS,
  CAPTURE_MALFORMED,
  CAPTURE_MAX_BACKWARDS_NS,
  CAPTURE_MODE_FLOWS,
  CAPTURE_OFFSET,
  CAPTURE_PORTS_CUT,
  CAPTURE_RECORDED_DIRECTIONS,
  CAPTURE_ROWS,
  CAPTURE_SIZE,
  CAPTURE_SNAPPED,
  CAPTURE_STATUS_FAULT,
  CAPTURE_STRIPPED_TAGS,
  CAPTURE_SUPER_FRAMES,
  CAPTURE_TAGGED,
  CAPTURE_UNKNOWN_LINK_COUNT,
  CAPTURE_WIRE_BYTES,
  CHUNK_BYTES,
  FRAME_CAP,
  FRAME_L3_OFFSET,
  FRAME_SIZE,
  FRAME_TRAITS,
  FRAME_TS,
  FRAME_WIRE,
  LINK_ETHERNET,
  LINK_LINUX_SLL,
  LINK_LINUX_SLL2,
  LINK_LOOP,
  LINK_NULL,
  LINK_OTHER,
  LINK_RAW,
  MAX_RECORD,
  MAX_UNKNOWN_LINKS,
  NOT_RECORDED,
  TRAIT_INBOUND,
  TRAIT_MALFORMED,
  TRAIT_OUTBOUND,
  TRAIT_STRIPPED_TAG,
  TRAIT_TRUNCATED,
  TRAIT_VLAN_TAGGED,
  UNKNOWN_LINK_FRAMES,
  UNKNOWN_LINK_SIZE,
} from '../abi.gen';
import { flowsAdd } from '../flow/table';
import { framesParse, Told } from '../frame/frames';
import { arenaTake, BATCH, BATCH_RECORDED, CAPTURE, UNKNOWN_LINKS } from '../memory';

/** Largest piece that has to lie in one place: a packet block with its options, or a record. */
export const MAX_PIECE: u32 = MAX_RECORD * 2;

/** Largest payload of an IP packet on Ethernet with the standard MTU. */
const STANDARD_MTU: u32 = 1500;

/** The input window: bytes from `inputPos` to `inputEnd` are fed and not yet walked. */
export let inputPos: u32 = 0;
export let inputEnd: u32 = 0;
let inputStart: u32 = 0;
/** File offset of inputStart. */
let startOffset: u64 = 0;
/** 1 when multi-byte fields of the file are big-endian. */
export let swapped: bool = false;
let mode: u32 = 0;
/** Frames in the batch. */
export let batchCount: u32 = 0;
/** Time of the newest frame that was counted, and of the newest in the batch. */
let previousTs: u64 = 0;
let newestTs: u64 = 0;

export function stateBegin(captureMode: u32): void {
  memory.fill(CAPTURE, 0, CAPTURE_SIZE);
  inputStart = arenaTake(MAX_PIECE + CHUNK_BYTES + 64);
  inputPos = inputStart;
  inputEnd = inputStart;
  mode = captureMode;
}

export function inputFeed(bytes: u32): void {
  inputEnd += min(bytes, CHUNK_BYTES);
}

/** Moves what is left to the start of the window. Frames of the batch must have been used. */
export function inputCompact(): void {
  const left = inputEnd - inputPos;
  if (inputPos != inputStart) memory.copy(inputStart, inputPos, left);
  startOffset += <u64>(inputPos - inputStart);
  inputPos = inputStart;
  inputEnd = inputStart + left;
}

export function inputSkip(bytes: u32): void {
  inputPos += bytes;
  store<u64>(CAPTURE, startOffset + <u64>(inputPos - inputStart), CAPTURE_OFFSET);
}

export function setSwapped(value: bool): void {
  swapped = value;
}

export class File {
  @inline static u16(at: u32): u32 {
    const value = load<u16>(at);
    return u32(swapped ? bswap<u16>(value) : value);
  }
  @inline static u32(at: u32): u32 {
    const value = load<u32>(at);
    return swapped ? bswap<u32>(value) : value;
  }
}

export class Count {
  @inline static one(field: u32): void {
    store<u32>(CAPTURE + field, load<u32>(CAPTURE + field) + 1);
  }
}

/** File offset of a piece that is being skipped and has partly been consumed, or NOWHERE. */
const NOWHERE: u64 = u64.MAX_VALUE;
let skippedPiece: u64 = NOWHERE;

/** From here on, until skipEnd(), faults are faults of the piece at inputPos. */
export function skipBegin(): void {
  skippedPiece = startOffset + <u64>(inputPos - inputStart);
}

export function skipEnd(): void {
  skippedPiece = NOWHERE;
}

export function isSkipping(): bool {
  return skippedPiece != NOWHERE;
}

/** Ends the walk at the piece that starts at inputPos, or at the one being skipped. @returns CaptureStatus.Fault */
export function faultAt(fault: u32, value: u32, limit: u32): u32 {
  store<u8>(CAPTURE, fault, CAPTURE_FAULT);
  store<u64>(CAPTURE, isSkipping() ? skippedPiece : startOffset + <u64>(inputPos - inputStart), CAPTURE_FAULT_OFFSET);
  store<u64>(CAPTURE, load<u64>(CAPTURE, CAPTURE_FRAMES) + <u64>batchCount + 1, CAPTURE_FAULT_FRAME);
  store<u32>(CAPTURE, value, CAPTURE_FAULT_VALUE);
  store<u32>(CAPTURE, limit, CAPTURE_FAULT_LIMIT);
  return CAPTURE_STATUS_FAULT;
}

/** LINKTYPE_ number to Link. Source: tcpdump.org link-layer header types; 12 and 14 are raw IP in files of some systems. */
export function linkOf(code: u32): u32 {
  switch (code) {
    case 1:
      return LINK_ETHERNET;
    case 0:
      return LINK_NULL;
    case 108:
      return LINK_LOOP;
    case 12:
    case 14:
    case 101:
    case 228:
    case 229:
      return LINK_RAW;
    case 113:
      return LINK_LINUX_SLL;
    case 276:
      return LINK_LINUX_SLL2;
    default:
      return LINK_OTHER;
  }
}

function unknownLinkCount(code: u32): void {
  const known = load<u32>(CAPTURE, CAPTURE_UNKNOWN_LINK_COUNT);
  for (let i: u32 = 0; i < known; i++) {
    const at = UNKNOWN_LINKS + i * UNKNOWN_LINK_SIZE;
    if (load<u32>(at) == code) {
      store<u32>(at, load<u32>(at, UNKNOWN_LINK_FRAMES) + 1, UNKNOWN_LINK_FRAMES);
      return;
    }
  }
  if (known == MAX_UNKNOWN_LINKS) return;
  store<u32>(UNKNOWN_LINKS + known * UNKNOWN_LINK_SIZE, code);
  store<u32>(UNKNOWN_LINKS + known * UNKNOWN_LINK_SIZE, 1, UNKNOWN_LINK_FRAMES);
  store<u32>(CAPTURE, known + 1, CAPTURE_UNKNOWN_LINK_COUNT);
}

/** One walked frame, put into the batch. It is parsed and counted when the batch is flushed. */
export function frameAdd(
  ptr: u32,
  cap: u32,
  wire: u32,
  ts: u64,
  link: u32,
  linkCode: u32,
  iface: u32,
  hints: u32,
  queue: u32,
  hash: u32,
): void {
  const out = BATCH + batchCount * FRAME_SIZE;
  Told.frame(out, ptr, cap, wire, link, iface, hints);
  store<u64>(out, ts, FRAME_TS);
  store<u64>(BATCH_RECORDED + batchCount * 8, (<u64>queue) | ((<u64>hash) << 32));
  batchCount++;
  newestTs = ts;
  if (link == LINK_OTHER) unknownLinkCount(linkCode);
}

const REMARKABLE: u32 = TRAIT_MALFORMED | TRAIT_TRUNCATED | TRAIT_VLAN_TAGGED | TRAIT_STRIPPED_TAG | TRAIT_INBOUND | TRAIT_OUTBOUND;

/** Parses the batch and adds it to the totals. */
function batchFinish(count: u32): void {
  framesParse(count);
  const frames = load<u64>(CAPTURE, CAPTURE_FRAMES);
  let previous = previousTs;
  let last = load<u64>(CAPTURE, CAPTURE_LAST_TS);
  if (frames == 0) {
    previous = last = load<u64>(BATCH, FRAME_TS);
    store<u64>(CAPTURE, last, CAPTURE_FIRST_TS);
  }
  let bytes: u64 = 0;
  let largest = load<u32>(CAPTURE, CAPTURE_LARGEST_WIRE);
  let snapped: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const record = BATCH + i * FRAME_SIZE;
    const ts = load<u64>(record, FRAME_TS);
    const wire = load<u32>(record, FRAME_WIRE);
    if (ts < previous) {
      Count.one(CAPTURE_BACKWARDS);
      if (previous - ts > load<u64>(CAPTURE, CAPTURE_MAX_BACKWARDS_NS)) store<u64>(CAPTURE, previous - ts, CAPTURE_MAX_BACKWARDS_NS);
    }
    last = max(last, ts);
    previous = ts;
    bytes += <u64>wire;
    largest = max(largest, wire);
    snapped += u32(load<u32>(record, FRAME_CAP) < wire);
    const traits = <u32>load<u16>(record, FRAME_TRAITS);
    if (wire > STANDARD_MTU && wire > STANDARD_MTU + <u32>load<u16>(record, FRAME_L3_OFFSET)) Count.one(CAPTURE_SUPER_FRAMES);
    if (traits & REMARKABLE) remark(traits);
  }
  previousTs = previous;
  store<u64>(CAPTURE, last, CAPTURE_LAST_TS);
  store<u64>(CAPTURE, frames + <u64>count, CAPTURE_FRAMES);
  store<u64>(CAPTURE, load<u64>(CAPTURE, CAPTURE_WIRE_BYTES) + bytes, CAPTURE_WIRE_BYTES);
  store<u32>(CAPTURE, largest, CAPTURE_LARGEST_WIRE);
  store<u32>(CAPTURE, load<u32>(CAPTURE, CAPTURE_SNAPPED) + snapped, CAPTURE_SNAPPED);
}

function remark(traits: u32): void {
  if (traits & TRAIT_MALFORMED) Count.one(traits & TRAIT_TRUNCATED ? CAPTURE_HEADERS_CUT : CAPTURE_MALFORMED);
  else if (traits & TRAIT_TRUNCATED) Count.one(CAPTURE_PORTS_CUT);
  if (traits & TRAIT_VLAN_TAGGED) Count.one(CAPTURE_TAGGED);
  if (traits & TRAIT_STRIPPED_TAG) Count.one(CAPTURE_STRIPPED_TAGS);
  if (traits & (TRAIT_INBOUND | TRAIT_OUTBOUND)) Count.one(CAPTURE_RECORDED_DIRECTIONS);
}

/** True when the batch has to be handed over before another frame fits. */
export function batchIsFull(): bool {
  return batchCount == BATCH_FRAMES;
}

/** Flows mode: adds the batch to the flow table. Rows mode: leaves it for the caller. @returns frames left for the caller */
export function batchFlush(): u32 {
  const count = batchCount;
  batchCount = 0;
  if (count != 0) batchFinish(count);
  if (mode == CAPTURE_MODE_FLOWS) {
    if (count != 0) flowsAdd(count);
    return 0;
  }
  store<u32>(CAPTURE, count, CAPTURE_ROWS);
  return count;
}

/** Time of the newest frame, for frames that carry none. */
export function timeOfPrevious(): u64 {
  return newestTs;
}

/** Recorded queue or hash of a frame that has none. */
export const NOTHING_RECORDED: u32 = NOT_RECORDED;
