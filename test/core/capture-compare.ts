// A capture file through the core's walk and through the reference reader: what differs?

import { Fault, limits, Trait } from '../../ui/abi/abi.gen.ts';
import { toHex } from '../build/frame.ts';
import { linkOf, readCaptureFile, type ReadFrame } from '../oracle/capture.ts';
import { walkFile, type Walk, type WalkedRow, type WalkOptions } from './walk.ts';

const nameOf = (value: number): string => Object.keys(Fault).find((name) => Fault[name as keyof typeof Fault] === value) ?? `${value}`;

function describeRow({ iface, link, ts, wire, bytes, traits, recordedQueue, recordedHash }: WalkedRow, withTime: boolean): string {
  const direction = traits & Trait.Inbound ? 'in' : traits & Trait.Outbound ? 'out' : '';
  return JSON.stringify([iface, link, withTime ? String(ts) : 'no time', wire, toHex(bytes), direction, recordedQueue, recordedHash]);
}

function describeRead({ iface, linkType, ts, wire, bytes, direction, queue, hash }: ReadFrame, sllDirection: string): string {
  return JSON.stringify([
    iface,
    linkOf(linkType),
    ts === null ? 'no time' : String(ts),
    wire,
    toHex(bytes),
    direction ?? sllDirection,
    queue,
    hash,
  ]);
}

/** Linux cooked captures record the direction in the frame. */
function cookedDirection({ linkType, bytes }: ReadFrame): string {
  const packet =
    linkType === 113 && bytes.length >= 16 ? bytes[0]! * 256 + bytes[1]! : linkType === 276 && bytes.length >= 20 ? bytes[10]! : null;
  return packet === 4 ? 'out' : packet !== null && packet < 3 ? 'in' : '';
}

/** @returns what differs, in words; empty when nothing does */
export async function captureDifferences(module: WebAssembly.Module, file: Uint8Array, options: WalkOptions = {}): Promise<string[]> {
  const expected = readCaptureFile(file);
  const found = await walkFile(module, file, { ...options, mode: 'rows' });
  const differing: string[] = [];
  const compare = (what: string, want: unknown, got: unknown): void => {
    if (want !== got) differing.push(`${what}: expected ${String(want)}, found ${String(got)}`);
  };
  const { capture } = found;
  // A file whose header is faulty need not say what it would have been.
  if (!expected.fault || expected.sections || expected.interfaces) compare('format', expected.format, capture.format);
  compare('frames', expected.frames.length, Number(capture.frames));
  compare('rows', expected.frames.length, found.rows.length);
  compare('fault', nameOf(expected.fault?.kind ?? Fault.None), nameOf(capture.fault));
  if (expected.fault) {
    compare('fault frame', expected.fault.frame, Number(capture.faultFrame));
    compare('fault offset', expected.fault.offset, Number(capture.faultOffset));
  } else compare('bytes consumed', file.length, Number(capture.offset));
  compare('sections', expected.sections, capture.sections);
  compare('interfaces', expected.interfaces, capture.interfaces);
  compare('recorded drops', BigInt.asUintN(64, expected.drops), capture.recordedDrops);
  compare(
    'wire bytes',
    expected.frames.reduce((sum, frame) => sum + frame.wire, 0),
    Number(capture.wireBytes),
  );
  for (const [index, frame] of expected.frames.entries()) {
    const row = found.rows[index];
    if (!row) break;
    const hasTime = frame.ts !== null && frame.ts >= 0n && frame.ts < 2n ** 64n;
    compare(
      `frame ${index + 1}`,
      describeRead({ ...frame, ts: hasTime ? frame.ts : null }, cookedDirection(frame)),
      describeRow(row, hasTime),
    );
  }
  return differing;
}

/** Totals of the flow walk against the frames: nothing is lost, nothing is counted twice. */
export function conservation({ capture, flows, cells }: Walk): string[] {
  const problems: string[] = [];
  const equal = (what: string, left: bigint | number, right: bigint | number): void => {
    if (BigInt(left) !== BigInt(right)) problems.push(`${what}: ${left} and ${right}`);
  };
  const sum = <T>(list: readonly T[], value: (item: T) => number | bigint): bigint =>
    list.reduce((total, item) => total + BigInt(value(item)), 0n);
  equal('frames in flows and overflow, frames walked', sum(flows, (flow) => flow.packets) + capture.overflowFrames, capture.frames);
  equal('bytes in flows and overflow, bytes walked', sum(flows, (flow) => flow.bytes) + capture.overflowBytes, capture.wireBytes);
  const ofCells = flows.map(() => ({ packets: 0n, bytes: 0n }));
  for (const cell of cells) {
    const flow = ofCells[cell.flow];
    if (!flow) {
      problems.push(`cell of flow ${cell.flow}, there are ${flows.length}`);
      continue;
    }
    if (cell.bin >= limits.TimeBins || cell.bin >= capture.bins) problems.push(`cell in bin ${cell.bin} of ${capture.bins}`);
    flow.packets += BigInt(cell.packets);
    flow.bytes += BigInt(cell.bytesHigh) * 2n ** 32n + BigInt(cell.bytesLow);
  }
  flows.forEach((flow, index) => {
    equal(`frames of flow ${index} and of its cells`, flow.packets, ofCells[index]!.packets);
    equal(`bytes of flow ${index} and of its cells`, flow.bytes, ofCells[index]!.bytes);
  });
  return problems;
}
