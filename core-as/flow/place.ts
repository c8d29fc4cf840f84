// Where flows land under the setting in force, and what that sums up to per entry, per queue and over time.
// Columns are taken from the arena at the first flowsPlace(), when the walk is over.

import {
  BATCH_FRAMES,
  CAPTURE_BINS,
  CAPTURE_CELLS,
  CELL_BIN,
  CELL_BYTES_HIGH,
  CELL_BYTES_LOW,
  CELL_FLOW,
  CELL_PACKETS,
  FLOW_BYTES,
  FLOW_EX,
  FLOW_PACKETS,
  HASH_TYPE_NONE,
  MAX_QUEUES,
  MAX_TABLE,
  TIME_BINS,
} from '../abi.gen';
import { arenaTake, CAPTURE, HEAT, HEAT_END, LOADS } from '../memory';
import { placeRecords } from '../rss/place';
import { cellAt } from './cells';
import { flowAt, flowCount } from './table';

let capacity: u32 = 0;
let hashes: u32 = 0;
let places: u32 = 0;
let mask: u32 = 0;

const QUEUE_LOADS: u32 = LOADS + MAX_TABLE * 16;
const NOT_HASHED_LOAD: u32 = QUEUE_LOADS + MAX_QUEUES * 16;

/** Makes room for the columns of all flows. */
export function flowColumnsReserve(): void {
  const flows = flowCount();
  if (flows <= capacity) return;
  capacity = (flows + BATCH_FRAMES) & ~(BATCH_FRAMES - 1);
  hashes = arenaTake(capacity * 4);
  places = arenaTake(capacity * 4);
  mask = arenaTake(capacity);
}

export function flowHashesAt(): u32 {
  return hashes;
}
export function flowPlacesAt(): u32 {
  return places;
}
export function flowMaskAt(): u32 {
  flowColumnsReserve();
  return mask;
}
export function loadsAt(): u32 {
  return LOADS;
}
export function heatAt(): u32 {
  return HEAT;
}

/** Flow segments hold a multiple of BATCH_FRAMES flows, so each run of flows lies in one piece. */
export function flowsPlace(): void {
  flowColumnsReserve();
  const flows = flowCount();
  for (let first: u32 = 0; first < flows; first += BATCH_FRAMES)
    placeRecords(flowAt(first), FLOW_EX, min(BATCH_FRAMES, flows - first), hashes + first * 4, places + first * 4);
}

class Pair {
  @inline static add(at: u32, packets: f64, bytes: f64): void {
    store<f64>(at, load<f64>(at) + packets);
    store<f64>(at, load<f64>(at, 8) + bytes, 8);
  }
}

export function flowsLoad(): void {
  memory.fill(LOADS, 0, (MAX_TABLE + MAX_QUEUES + 1) * 16);
  for (let index: u32 = 0, flows = flowCount(); index < flows; index++) {
    if (load<u8>(mask + index) != 1) continue;
    const flow = flowAt(index);
    const packets = <f64>load<u32>(flow, FLOW_PACKETS);
    const bytes = <f64>load<u64>(flow, FLOW_BYTES);
    const place = load<u32>(places + index * 4);
    if ((place & 0xff) == HASH_TYPE_NONE) Pair.add(NOT_HASHED_LOAD, packets, bytes);
    else Pair.add(LOADS + (((place >> 16) & 0xff) << 4), packets, bytes);
    Pair.add(QUEUE_LOADS + ((place >> 24) << 4), packets, bytes);
  }
}

export function flowsHeat(): void {
  memory.fill(HEAT, 0, HEAT_END - HEAT);
  if (load<u32>(CAPTURE, CAPTURE_BINS) == 0) return;
  for (let index: u32 = 0, cells = load<u32>(CAPTURE, CAPTURE_CELLS); index < cells; index++) {
    const cell = cellAt(index);
    const flow = load<u32>(cell, CELL_FLOW);
    if (load<u8>(mask + flow) != 1) continue;
    const queue = load<u32>(places + flow * 4) >> 24;
    const bytes = ((<u64>load<u16>(cell, CELL_BYTES_HIGH)) << 32) + <u64>load<u32>(cell, CELL_BYTES_LOW);
    Pair.add(HEAT + ((queue * TIME_BINS + <u32>load<u16>(cell, CELL_BIN)) << 4), <f64>load<u32>(cell, CELL_PACKETS), <f64>bytes);
  }
}
