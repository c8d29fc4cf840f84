// Reference reader of capture files: whole file in memory, one block after the other, written from draft-ietf-opsawg-pcap
// and draft-ietf-opsawg-pcapng, to judge the walk of the core.

import { Fault, Format, limits, Link } from '../../ui/abi/abi.gen.ts';

export interface ReadFrame {
  /** Interface, counted over all sections. */
  iface: number;
  linkType: number;
  /** Nanoseconds since 1970; null where the file has none. */
  ts: bigint | null;
  wire: number;
  bytes: Uint8Array;
  direction: 'in' | 'out' | null;
  queue: number | null;
  hash: number | null;
}

export interface ReadCapture {
  format: number;
  frames: ReadFrame[];
  sections: number;
  interfaces: number;
  /** Sum of the drop counts recorded with packets. */
  drops: bigint;
  fault: { kind: number; frame: number; offset: number } | null;
}

interface Interface {
  index: number;
  linkType: number;
  snapLength: number;
  ticksPerSecond: bigint;
  offset: bigint;
}

const links: Record<number, number> = {
  0: Link.Null,
  1: Link.Ethernet,
  12: Link.Raw,
  14: Link.Raw,
  101: Link.Raw,
  108: Link.Loop,
  113: Link.LinuxSll,
  228: Link.Raw,
  229: Link.Raw,
  276: Link.LinuxSll2,
};
export const linkOf = (linkType: number): number => links[linkType] ?? Link.Other;

/** A reader of streams has to hold these blocks whole, so their length has a bound; others are skipped at any length. */
const heldBlocks: readonly number[] = [1, 2, 3, 6];
const longestHeld = 524288;

class Stop extends Error {
  constructor(
    readonly kind: number,
    readonly offset: number,
  ) {
    super(`fault ${kind} at ${offset}`);
  }
}

export function readCaptureFile(file: Uint8Array): ReadCapture {
  const result: ReadCapture = { format: Format.Unknown, frames: [], sections: 0, interfaces: 0, drops: 0n, fault: null };
  try {
    if (!file.length) throw new Stop(Fault.Empty, 0);
    if (file.length < 4) throw new Stop(Fault.NoCapture, 0);
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const magic = view.getUint32(0);
    if (magic === 0x0a0d0d0a) readPcapng(view, file, result);
    else if ([0xa1b2c3d4, 0xa1b23c4d, 0xd4c3b2a1, 0x4d3cb2a1].includes(magic)) readPcap(view, file, magic, result);
    else throw new Stop(Fault.NoCapture, 0);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    result.fault = { kind: error.kind, frame: result.frames.length + 1, offset: error.offset };
  }
  return result;
}

function readPcap(view: DataView, file: Uint8Array, magic: number, result: ReadCapture): void {
  const little = magic === 0xd4c3b2a1 || magic === 0x4d3cb2a1;
  const nanoseconds = magic === 0xa1b23c4d || magic === 0x4d3cb2a1;
  result.format = Format.Pcap;
  if (file.length < 24) throw new Stop(Fault.TruncatedHeader, 0);
  if (view.getUint16(4, little) !== 2) throw new Stop(Fault.PcapVersion, 0);
  const linkType = view.getUint32(20, little) & 0xffff;
  result.interfaces = 1;
  for (let at = 24; at < file.length;) {
    if (at + 16 > file.length) throw new Stop(Fault.TruncatedRecord, at);
    const captured = view.getUint32(at + 8, little);
    if (captured > limits.MaxRecord) throw new Stop(Fault.RecordTooLong, at);
    if (at + 16 + captured > file.length) throw new Stop(Fault.TruncatedRecord, at);
    const part = BigInt(view.getUint32(at + 4, little)) * (nanoseconds ? 1n : 1000n);
    result.frames.push({
      iface: 0,
      linkType,
      ts: BigInt(view.getUint32(at, little)) * 1_000_000_000n + part,
      wire: view.getUint32(at + 12, little),
      bytes: file.slice(at + 16, at + 16 + captured),
      direction: null,
      queue: null,
      hash: null,
    });
    at += 16 + captured;
  }
}

function readPcapng(view: DataView, file: Uint8Array, result: ReadCapture): void {
  result.format = Format.PcapNg;
  let little = true;
  let interfaces: Interface[] = [];
  for (let at = 0; at < file.length;) {
    const left = file.length - at;
    if (left < 12) throw new Stop(Fault.TruncatedRecord, at);
    const isSection = view.getUint32(at) === 0x0a0d0d0a;
    if (isSection) {
      const magic = view.getUint32(at + 8);
      if (magic !== 0x1a2b3c4d && magic !== 0x4d3c2b1a) throw new Stop(Fault.ByteOrderMagic, at);
      little = magic === 0x4d3c2b1a;
    }
    const type = view.getUint32(at, little);
    const length = view.getUint32(at + 4, little);
    if (length % 4 || length < (isSection ? 28 : 12)) throw new Stop(Fault.BlockLength, at);
    if (length > longestHeld && (isSection || heldBlocks.includes(type))) throw new Stop(Fault.RecordTooLong, at);
    if (length > left) throw new Stop(Fault.TruncatedRecord, at);
    if (view.getUint32(at + length - 4, little) !== length) throw new Stop(Fault.BlockTrailer, at);
    const block = {
      view: new DataView(file.buffer, file.byteOffset + at, length - 4),
      bytes: file.subarray(at, at + length - 4),
      little,
      at,
    };
    if (isSection) {
      interfaces = [];
      result.sections++;
    } else if (type === 1) interfaces.push(readInterface(block, result));
    else if (type === 6 || type === 2) readPacket(block, type, interfaces, result);
    else if (type === 3) readSimplePacket(block, interfaces, result);
    at += length;
  }
}

interface Block {
  view: DataView;
  bytes: Uint8Array;
  little: boolean;
  at: number;
}

/** Options from `start` to the end of the block: code, then value. A list that does not fit ends. */
function* readOptions({ view, bytes, little }: Block, start: number): Generator<[number, DataView]> {
  for (let at = start; at + 4 <= bytes.length;) {
    const code = view.getUint16(at, little);
    const length = view.getUint16(at + 2, little);
    if (code === 0 || at + 4 + length > bytes.length) return;
    yield [code, new DataView(view.buffer, view.byteOffset + at + 4, length)];
    at += 4 + Math.ceil(length / 4) * 4;
  }
}

function readInterface(block: Block, result: ReadCapture): Interface {
  const { view, little, at } = block;
  if (block.bytes.length < 16) throw new Stop(Fault.BlockLength, at);
  if (result.interfaces >= limits.MaxInterfaces) throw new Stop(Fault.TooManyInterfaces, at);
  const found: Interface = {
    index: result.interfaces++,
    linkType: view.getUint16(8, little),
    snapLength: view.getUint32(12, little),
    ticksPerSecond: 1_000_000n,
    offset: 0n,
  };
  for (const [code, value] of readOptions(block, 16)) {
    if (code === 9 && value.byteLength === 1) {
      const resolution = value.getUint8(0);
      found.ticksPerSecond = (resolution & 0x80 ? 2n : 10n) ** BigInt(resolution & 0x7f);
    }
    if (code === 14 && value.byteLength === 8) found.offset = value.getBigInt64(0, little);
  }
  return found;
}

function readPacket(block: Block, type: number, interfaces: readonly Interface[], result: ReadCapture): void {
  const { view, bytes, little, at } = block;
  if (bytes.length < 28) throw new Stop(Fault.BlockLength, at);
  const found = interfaces[type === 6 ? view.getUint32(8, little) : view.getUint16(8, little)];
  if (!found) throw new Stop(Fault.NoInterface, at);
  const captured = view.getUint32(20, little);
  if (captured > limits.MaxRecord) throw new Stop(Fault.RecordTooLong, at);
  if (captured > bytes.length - 28) throw new Stop(Fault.CapturedTooLong, at);
  const ticks = (BigInt(view.getUint32(12, little)) << 32n) | BigInt(view.getUint32(16, little));
  const frame: ReadFrame = {
    iface: found.index,
    linkType: found.linkType,
    ts: (ticks * 1_000_000_000n) / found.ticksPerSecond + found.offset * 1_000_000_000n,
    wire: view.getUint32(24, little),
    bytes: bytes.slice(28, 28 + captured),
    direction: null,
    queue: null,
    hash: null,
  };
  for (const [code, value] of readOptions(block, 28 + Math.ceil(captured / 4) * 4)) {
    if (code === 2 && value.byteLength === 4) frame.direction = ([null, 'in', 'out', null] as const)[value.getUint32(0, little) & 3]!;
    if (type !== 6) continue;
    if (code === 3 && value.byteLength === 5 && value.getUint8(0) === 5) frame.hash = value.getUint32(1);
    if (code === 4 && value.byteLength === 8) result.drops += value.getBigUint64(0, little);
    if (code === 6 && value.byteLength === 4) frame.queue = value.getUint32(0, little);
  }
  if (type === 2) {
    const drops = view.getUint16(10, little);
    if (drops !== 0xffff) result.drops += BigInt(drops);
  }
  result.frames.push(frame);
}

function readSimplePacket({ view, bytes, little, at }: Block, interfaces: readonly Interface[], result: ReadCapture): void {
  if (bytes.length < 12) throw new Stop(Fault.BlockLength, at);
  const found = interfaces[0];
  if (!found) throw new Stop(Fault.NoInterface, at);
  const wire = view.getUint32(8, little);
  const captured = Math.min(wire, found.snapLength || wire);
  if (captured > limits.MaxRecord) throw new Stop(Fault.RecordTooLong, at);
  if (captured > bytes.length - 12) throw new Stop(Fault.CapturedTooLong, at);
  result.frames.push({
    iface: found.index,
    linkType: found.linkType,
    ts: null,
    wire,
    bytes: bytes.slice(12, 12 + captured),
    direction: null,
    queue: null,
    hash: null,
  });
}
