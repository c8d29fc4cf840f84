// Drives the core's capture walk over a file in memory, in slices of any size, and copies out everything that it found.

import {
  CaptureMode,
  CaptureStatus,
  FrameLayout,
  limits,
  readCapture,
  readCell,
  readFlow,
  readUnknownLink,
  UnknownLinkLayout,
  type CaptureRecord,
  type CellRecord,
  type FlowRecord,
  type UnknownLinkRecord,
} from '../../ui/abi/abi.gen.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import type { RssRules } from '../oracle/classify.ts';
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
  placed?: Placed;
}

/** Loads as [packets, bytes]. */
export interface Placed {
  flows: { hash: number; type: number; reason: number; entry: number; queue: number }[];
  entries: [number, number][];
  queues: [number, number][];
  notHashed: [number, number];
  /** Of each queue, by time bin. */
  heat: [number, number][][];
}

export interface WalkOptions {
  mode?: 'flows' | 'rows';
  /** Bytes of the next slice; whole chunks by default. */
  slice?: () => number;
  seed?: number;
  /** Leave the last step out, as a reader would that waits for more. */
  open?: boolean;
  rules?: RssRules;
  /** Place all flows, every one as ingress, and read the loads. */
  place?: boolean;
}

/** A walk takes an instance of its own. */
export async function walkFile(module: WebAssembly.Module, file: Uint8Array, options: WalkOptions = {}): Promise<Walk> {
  const fixture = await CoreFixture.create(module);
  if (options.rules) fixture.configure(options.rules);
  const walk = walkWith(fixture.core, file, options);
  return options.place ? { ...walk, placed: placeFlows(fixture.core, walk) } : walk;
}

function walkWith(core: CoreExports, file: Uint8Array, options: WalkOptions): Walk {
  const rows: WalkedRow[] = [];
  core.captureBegin(options.mode === 'rows' ? CaptureMode.Rows : CaptureMode.Flows, options.seed ?? 1);
  let status: number = CaptureStatus.NeedInput;
  for (let at = 0; at < file.length && status === CaptureStatus.NeedInput;) {
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
    recordedQueue: orNull(recorded[0]!),
    recordedHash: orNull(recorded[1]!),
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
    capture,
    flows,
    unknownLinks: Array.from({ length: capture.unknownLinkCount }, (_, index) =>
      readUnknownLink(buffer, core.unknownLinksAt() + index * UnknownLinkLayout.size),
    ),
    cells: Array.from({ length: capture.cells }, (_, index) => readCell(buffer, core.cellAt(index))),
  };
}

/** Places the flows of a walk that is done. `mask` says which count; all by default. */
export function placeFlows(
  core: CoreExports,
  { flows, capture }: Pick<Walk, 'flows' | 'capture'>,
  mask: (flow: number) => boolean = () => true,
): Placed {
  core.flowsPlace();
  new Uint8Array(core.memory.buffer).set(
    flows.map((_, flow) => (mask(flow) ? 1 : 0)),
    core.flowMaskAt(),
  );
  core.flowsLoad();
  core.flowsHeat();
  const { buffer } = core.memory;
  const hashes = new Uint32Array(buffer, core.flowHashesAt(), flows.length);
  const places = new Uint32Array(buffer, core.flowPlacesAt(), flows.length);
  const pairs = (at: number, count: number): [number, number][] => {
    const values = new Float64Array(buffer, at, count * 2);
    return Array.from({ length: count }, (_, index) => [values[index * 2]!, values[index * 2 + 1]!]);
  };
  const loads = core.loadsAt();
  return {
    flows: Array.from(places, (place, flow) => ({
      hash: hashes[flow]!,
      type: place & 255,
      reason: (place >>> 8) & 255,
      entry: (place >>> 16) & 255,
      queue: place >>> 24,
    })),
    entries: pairs(loads, limits.MaxTable),
    queues: pairs(loads + limits.MaxTable * 16, limits.MaxQueues),
    notHashed: pairs(loads + (limits.MaxTable + limits.MaxQueues) * 16, 1)[0]!,
    heat: Array.from({ length: limits.MaxQueues }, (_, queue) => pairs(core.heatAt() + queue * limits.TimeBins * 16, capture.bins)),
  };
}
