// The input window: bytes that were fed and are not yet walked, the byte order to read them in, and the fault that ends the walk.

import {
  CAPTURE_FAULT,
  CAPTURE_FAULT_FRAME,
  CAPTURE_FAULT_LIMIT,
  CAPTURE_FAULT_OFFSET,
  CAPTURE_FAULT_VALUE,
  CAPTURE_FRAMES,
  CAPTURE_OFFSET,
  CAPTURE_STATUS_FAULT,
  CHUNK_BYTES,
  MAX_RECORD,
} from '../abi.gen';
import { arenaTake, CAPTURE } from '../memory';
import { batchCount } from './batch';

/** Largest piece that has to lie in one place: a packet block with its options, or a record. */
export const MAX_PIECE: u32 = MAX_RECORD * 2;

/** The input window: bytes from `inputPos` to `inputEnd` are fed and not yet walked. */
export let inputPos: u32 = 0;
export let inputEnd: u32 = 0;
let inputStart: u32 = 0;
/** File offset of inputStart. */
let startOffset: u64 = 0;
/** 1 when multi-byte fields of the file are big-endian. */
export let swapped: bool = false;

export function inputBegin(): void {
  inputStart = arenaTake(MAX_PIECE + CHUNK_BYTES + 64);
  inputPos = inputStart;
  inputEnd = inputStart;
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
