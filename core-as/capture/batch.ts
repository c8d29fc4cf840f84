// The batch of walked frames: collected, parsed together, added to the totals, then to the flow table or left for the caller.

import {
  BATCH_FRAMES,
  CAPTURE_BACKWARDS,
  CAPTURE_FIRST_TS,
  CAPTURE_FRAMES,
  CAPTURE_HEADERS_CUT,
  CAPTURE_LARGEST_WIRE,
  CAPTURE_LAST_TS,
  CAPTURE_MALFORMED,
  CAPTURE_MAX_BACKWARDS_NS,
  CAPTURE_MODE_FLOWS,
  CAPTURE_PORTS_CUT,
  CAPTURE_RECORDED_DIRECTIONS,
  CAPTURE_ROWS,
  CAPTURE_SIZE,
  CAPTURE_SNAPPED,
  CAPTURE_STRIPPED_TAGS,
  CAPTURE_SUPER_FRAMES,
  CAPTURE_TAGGED,
  CAPTURE_WIRE_BYTES,
  FRAME_CAP,
  FRAME_L3_OFFSET,
  FRAME_SIZE,
  FRAME_TRAITS,
  FRAME_TS,
  FRAME_WIRE,
  LINK_OTHER,
  NOT_RECORDED,
  TRAIT_INBOUND,
  TRAIT_MALFORMED,
  TRAIT_OUTBOUND,
  TRAIT_STRIPPED_TAG,
  TRAIT_TRUNCATED,
  TRAIT_VLAN_TAGGED,
} from '../abi.gen';
import { flowsAdd } from '../flow/table';
import { framesParse, Told } from '../frame/frames';
import { BATCH, BATCH_RECORDED, CAPTURE } from '../memory';
import { unknownLinkCount } from './links';

/** Largest payload of an IP packet on Ethernet with the standard MTU. */
const STANDARD_MTU: u32 = 1500;

let mode: u32 = 0;
/** Frames in the batch. */
export let batchCount: u32 = 0;
/** Of these, plain ones, as Told.frame() counts them. */
let batchPlain: u32 = 0;
/** Time of the newest frame that was counted, and of the newest in the batch. */
let previousTs: u64 = 0;
let newestTs: u64 = 0;

export class Count {
  @inline static one(field: u32): void {
    store<u32>(CAPTURE + field, load<u32>(CAPTURE + field) + 1);
  }
}

/** Clears the Capture record. */
export function batchBegin(captureMode: u32): void {
  memory.fill(CAPTURE, 0, CAPTURE_SIZE);
  mode = captureMode;
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
  batchPlain = Told.frame(batchCount, batchPlain, ptr, cap, wire, link, iface, hints);
  store<u64>(out, ts, FRAME_TS);
  store<u64>(BATCH_RECORDED + batchCount * 8, (<u64>queue) | ((<u64>hash) << 32));
  batchCount++;
  newestTs = ts;
  if (link == LINK_OTHER) unknownLinkCount(linkCode);
}

const REMARKABLE: u32 = TRAIT_MALFORMED | TRAIT_TRUNCATED | TRAIT_VLAN_TAGGED | TRAIT_STRIPPED_TAG | TRAIT_INBOUND | TRAIT_OUTBOUND;

/** Parses the batch and adds it to the totals. */
function batchFinish(count: u32): void {
  framesParse(count, batchPlain);
  batchPlain = 0;
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
