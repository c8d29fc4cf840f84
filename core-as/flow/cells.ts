// Time cells: traffic per flow and time bin, for the heat strip. Bins are a power of two of nanoseconds wide; when time runs
// past the last bin, or the cells run out, bins are merged in pairs. Frames older than the first one count in bin 0.

import {
  CAPTURE_BINS,
  CAPTURE_BIN_WIDTH_NS,
  CAPTURE_CELLS,
  CAPTURE_FIRST_TS,
  CELL_BIN,
  CELL_BYTES_HIGH,
  CELL_BYTES_LOW,
  CELL_FLOW,
  CELL_PACKETS,
  CELL_SIZE,
  FLOW_LAST_CELL,
  FLOW_LAST_TS,
  MAX_CELLS,
  TIME_BINS,
} from '../abi.gen';
import { arenaTake, CAPTURE } from '../memory';
import { flowAt, flowCount } from './table';

const SEGMENT_BITS: u32 = 14;
const SEGMENT_CELLS: u32 = 1 << SEGMENT_BITS;
const SEGMENTS: u32 = MAX_CELLS >> SEGMENT_BITS;
/** First width: 1024 ns. */
const FIRST_SHIFT: u32 = 10;

let directory: u32 = 0;
let segments: u32 = 0;
let cells: u32 = 0;
let binShift: u32 = FIRST_SHIFT;
let bins: u32 = 0;

export function cellsBegin(): void {
  directory = arenaTake(SEGMENTS * 4);
  store<u64>(CAPTURE, (<u64>1) << binShift, CAPTURE_BIN_WIDTH_NS);
}

/** Address of a cell; `index` below Capture.cells. */
export function cellAt(index: u32): u32 {
  return load<u32>(directory + ((index >> SEGMENT_BITS) << 2)) + (index & (SEGMENT_CELLS - 1)) * CELL_SIZE;
}

function cellTotal(cell: u32, packets: u32, bytes: u64): void {
  const sum = ((<u64>load<u16>(cell, CELL_BYTES_HIGH)) << 32) + <u64>load<u32>(cell, CELL_BYTES_LOW) + bytes;
  store<u32>(cell, load<u32>(cell, CELL_PACKETS) + packets, CELL_PACKETS);
  store<u32>(cell, <u32>sum, CELL_BYTES_LOW);
  store<u16>(cell, <u32>(sum >> 32), CELL_BYTES_HIGH);
}

/** Doubles the bin width and merges, per flow, cells that now share a bin. */
function binsMerge(): void {
  binShift++;
  bins = (bins + 1) >> 1;
  for (let index: u32 = 0, flows = flowCount(); index < flows; index++) store<u32>(flowAt(index), 0, FLOW_LAST_CELL);
  let kept: u32 = 0;
  for (let index: u32 = 0; index < cells; index++) {
    const from = cellAt(index);
    const flow = load<u32>(from, CELL_FLOW);
    const record = flowAt(flow);
    const bin = (<u32>load<u16>(from, CELL_BIN)) >> 1;
    const last = load<u32>(record, FLOW_LAST_CELL);
    const packets = load<u32>(from, CELL_PACKETS);
    const bytes = ((<u64>load<u16>(from, CELL_BYTES_HIGH)) << 32) + <u64>load<u32>(from, CELL_BYTES_LOW);
    if (last != 0 && <u32>load<u16>(cellAt(last - 1), CELL_BIN) == bin) {
      cellTotal(cellAt(last - 1), packets, bytes);
      continue;
    }
    cellWrite(kept++, flow, bin, packets, bytes);
    store<u32>(record, kept, FLOW_LAST_CELL);
  }
  cells = kept;
  store<u32>(CAPTURE, cells, CAPTURE_CELLS);
  store<u32>(CAPTURE, bins, CAPTURE_BINS);
  store<u64>(CAPTURE, (<u64>1) << binShift, CAPTURE_BIN_WIDTH_NS);
}

function cellWrite(index: u32, flow: u32, bin: u32, packets: u32, bytes: u64): void {
  const cell = cellAt(index);
  store<u32>(cell, flow, CELL_FLOW);
  store<u16>(cell, bin, CELL_BIN);
  store<u32>(cell, packets, CELL_PACKETS);
  store<u32>(cell, <u32>bytes, CELL_BYTES_LOW);
  store<u16>(cell, <u32>(bytes >> 32), CELL_BYTES_HIGH);
}

/** Makes room for `count` new cells. Merging to one bin leaves one cell a flow, which is fewer than MAX_CELLS. */
export function cellsReserve(count: u32): void {
  while (cells + count > MAX_CELLS) binsMerge();
  while (segments << SEGMENT_BITS < cells + count) {
    store<u32>(directory + (segments << 2), arenaTake(SEGMENT_CELLS * CELL_SIZE));
    segments++;
  }
}

class Bin {
  @inline static of(ts: u64, first: u64): u64 {
    return (ts > first ? ts - first : 0) >> binShift;
  }
}

/**
 * Adds one frame of time `ts` to the flow at `record`, whose lastTs is still that of the frame before. Needs cellsReserve() for this batch.
 * Whether the newest cell fits is told from lastTs, not from the cell, so that a new cell waits for no load.
 */
export function cellAdd(flow: u32, record: u32, ts: u64, bytes: u64): void {
  const first = load<u64>(CAPTURE, CAPTURE_FIRST_TS);
  while (Bin.of(ts, first) >= <u64>TIME_BINS) binsMerge();
  const bin = <u32>Bin.of(ts, first);
  const last = load<u32>(record, FLOW_LAST_CELL);
  if (last != 0 && <u32>Bin.of(load<u64>(record, FLOW_LAST_TS), first) == bin) {
    cellTotal(cellAt(last - 1), 1, bytes);
    return;
  }
  cellWrite(cells++, flow, bin, 1, bytes);
  store<u32>(record, cells, FLOW_LAST_CELL);
  store<u32>(CAPTURE, cells, CAPTURE_CELLS);
  if (bin >= bins) {
    bins = bin + 1;
    store<u32>(CAPTURE, bins, CAPTURE_BINS);
  }
}
