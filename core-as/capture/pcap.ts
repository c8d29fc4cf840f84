// Classic pcap. Header 24 bytes, then records of 16 bytes and the frame. Source: IETF draft "PCAP Capture File Format".

import {
  CAPTURE_BIG_ENDIAN,
  CAPTURE_INTERFACES,
  CAPTURE_NANOSECONDS,
  CAPTURE_STATUS_NEED_INPUT,
  FAULT_PCAP_VERSION,
  FAULT_RECORD_TOO_LONG,
  MAX_RECORD,
} from '../abi.gen';
import { CAPTURE } from '../memory';
import { batchIsFull, Count, frameAdd, NOTHING_RECORDED } from './batch';
import { faultAt, File, inputEnd, inputPos, inputSkip, setSwapped } from './input';
import { linkOf } from './links';

const MAGIC_MICROSECONDS: u32 = 0xa1b2c3d4;
const MAGIC_NANOSECONDS: u32 = 0xa1b23c4d;
export const PCAP_HEADER: u32 = 24;
const RECORD_HEADER: u32 = 16;

let nsPerTick: u64 = 1000;
let link: u32 = 0;
let linkCode: u32 = 0;

/** Whether the four bytes at `at` are a pcap magic, in either byte order. */
export function pcapIsMagic(at: u32): bool {
  const magic = load<u32>(at);
  const other = bswap<u32>(magic);
  return magic == MAGIC_MICROSECONDS || magic == MAGIC_NANOSECONDS || other == MAGIC_MICROSECONDS || other == MAGIC_NANOSECONDS;
}

/** Reads the file header at inputPos. @returns CaptureStatus */
export function pcapHeader(): u32 {
  const magic = load<u32>(inputPos);
  const bigEndian = magic != MAGIC_MICROSECONDS && magic != MAGIC_NANOSECONDS;
  setSwapped(bigEndian);
  const nanoseconds = File.u32(inputPos) == MAGIC_NANOSECONDS;
  nsPerTick = nanoseconds ? 1 : 1000;
  const version = File.u16(inputPos + 4);
  if (version != 2) return faultAt(FAULT_PCAP_VERSION, version, 2);
  // The upper bits tell about a frame check sequence.
  linkCode = File.u32(inputPos + 20) & 0xffff;
  link = linkOf(linkCode);
  store<u8>(CAPTURE, bigEndian ? 1 : 0, CAPTURE_BIG_ENDIAN);
  store<u8>(CAPTURE, nanoseconds ? 1 : 0, CAPTURE_NANOSECONDS);
  Count.one(CAPTURE_INTERFACES);
  inputSkip(PCAP_HEADER);
  return CAPTURE_STATUS_NEED_INPUT;
}

/** Walks records until the input or the batch is used up. @returns CaptureStatus NeedInput or Fault */
export function pcapWalk(): u32 {
  while (!batchIsFull()) {
    const left = inputEnd - inputPos;
    if (left < RECORD_HEADER) break;
    const captured = File.u32(inputPos + 8);
    if (captured > MAX_RECORD) return faultAt(FAULT_RECORD_TOO_LONG, captured, MAX_RECORD);
    if (left < RECORD_HEADER + captured) break;
    const ts = <u64>File.u32(inputPos) * 1000000000 + <u64>File.u32(inputPos + 4) * nsPerTick;
    frameAdd(inputPos + RECORD_HEADER, captured, File.u32(inputPos + 12), ts, link, linkCode, 0, 0, NOTHING_RECORDED, NOTHING_RECORDED);
    inputSkip(RECORD_HEADER + captured);
  }
  return CAPTURE_STATUS_NEED_INPUT;
}
