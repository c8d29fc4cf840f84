// Drives the core's capture walk over a file in memory, in slices of any size, and copies out everything that it found.

import {
  CaptureMode, CaptureStatus, FrameLayout, limits, readCapture, readCell, readFlow, readUnknownLink, UnknownLinkLayout,
  type CaptureRecord, type CellRecord, type FlowRecord, type UnknownLinkRecord,
} from '../../ui/abi/abi.gen.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import { copyFrame, CoreFixture, type ParsedFrame } from './fixture.ts';

export interface WalkedRow extends ParsedFrame {
  bytes: Uint8Array;
  recordedQueue: number | null;
  recordedHash: number | null;
}

export interface Walk {
  status: number;
  capture: CaptureRecord;
  unknownLinks: UnknownLinkRecord[];
  rows: WalkedRow[];
  flows: (Omit<FlowRecord, 'tuple' | 'ex' | 'macs'> & { tuple: Uint8Array; ex: Uint8Array; macs: Uint8Array })[];
  cells: CellRecord[];
}

export interface WalkOptions {
  mode?: 'flows' | 'rows';
  /** Bytes of the next slice; whole chunks by default. */
  slice?: () => number;
  seed?: number;
  /** Leave the last step out, as a reader would that waits for more. */
  open?: boolean;
}

/** A walk takes an instance of its own. */
export async function walkFile(module: WebAssembly.Module, file: Uint8Array, options: WalkOptions = {}): Promise<Walk> {
  return walkWith((await CoreFixture.create(module)).core, file, options);
}

function walkWith(core: CoreExports, file: Uint8Array, options: WalkOptions): Walk {
  const rows: WalkedRow[] = [];
  core.captureBegin(options.mode === 'rows' ? CaptureMode.Rows : CaptureMode.Flows, options.seed ?? 1);
  let status: number = CaptureStatus.NeedInput;
  for (let at = 0; at < file.length && status === CaptureStatus.NeedInput; ) {
    const bytes = Math.min(options.slice?.() ?? limits.ChunkBytes, limits.ChunkBytes, file.length - at);
    const to = core.captureInput();
    new Uint8Array(core.memory.buffer).set(file.subarray(at, at + bytes), to);
    core.captureFeed(bytes);
    at += bytes;
    status = stepAll(core, 0, rows);
  }
  if (status === CaptureStatus.NeedInput && !options.open) status = stepAll(core, 1, rows);
  return { status, rows, ...results(core) };
}

function stepAll(core: CoreExports, final: number, rows: WalkedRow[]): number {
  for (;;) {
    const status = core.captureStep(final);
    if (status !== CaptureStatus.Rows) return status;
    const { rows: count } = readCapture(core.memory.buffer, core.captureAt());
    core.batchClassify(count);
    for (let index = 0; index < count; index++) rows.push(copyRow(core, index));
  }
}

function copyRow(core: CoreExports, index: number): WalkedRow {
  const { buffer } = core.memory;
  const record = copyFrame(buffer, core.batchAt() + index * FrameLayout.size);
  const recorded = new Uint32Array(buffer, core.batchRecordedAt() + index * 8, 2);
  const orNull = (value: number): number | null => (value === limits.NotRecorded ? null : value);
  return {
    ...record,
    bytes: new Uint8Array(buffer).slice(record.ptr, record.ptr + record.cap),
    recordedQueue: orNull(recorded[0]!), recordedHash: orNull(recorded[1]!),
  };
}

function results(core: CoreExports): Pick<Walk, 'capture' | 'unknownLinks' | 'flows' | 'cells'> {
  const { buffer } = core.memory;
  const capture = readCapture(buffer, core.captureAt());
  const flows = Array.from({ length: capture.flows }, (_, index) => {
    const flow = readFlow(buffer, core.flowAt(index));
    return { ...flow, tuple: flow.tuple.slice(), ex: flow.ex.slice(), macs: flow.macs.slice() };
  });
  return {
    capture, flows,
    unknownLinks: Array.from({ length: capture.unknownLinkCount }, (_, index) => readUnknownLink(buffer, core.unknownLinksAt() + index * UnknownLinkLayout.size)),
    cells: Array.from({ length: capture.cells }, (_, index) => readCell(buffer, core.cellAt(index))),
  };
}

