// pcapng: sections, interfaces, packets; every other block is skipped by its length. Source: IETF draft "PCAP Next Generation".
// Kept of the options: interface time resolution and offset, packet direction, queue, hash and drop count.

import {
  CAPTURE_BIG_ENDIAN,
  CAPTURE_INTERFACES,
  CAPTURE_RECORDED_DROPS,
  CAPTURE_RECORDED_HASHES,
  CAPTURE_RECORDED_QUEUES,
  CAPTURE_SECTIONS,
  CAPTURE_SKIPPED_BLOCKS,
  CAPTURE_STATUS_NEED_INPUT,
  FAULT_BLOCK_LENGTH,
  FAULT_BLOCK_TRAILER,
  FAULT_BYTE_ORDER_MAGIC,
  FAULT_CAPTURED_TOO_LONG,
  FAULT_NO_INTERFACE,
  FAULT_NO_SECTION,
  FAULT_RECORD_TOO_LONG,
  FAULT_TOO_MANY_INTERFACES,
  MAX_INTERFACES,
  MAX_RECORD,
  TRAIT_INBOUND,
  TRAIT_OUTBOUND,
} from '../abi.gen';
import { CAPTURE, INTERFACE_SIZE, INTERFACES } from '../memory';
import { batchIsFull, Count, frameAdd, NOTHING_RECORDED, timeOfPrevious } from './batch';
import { faultAt, File, inputEnd, inputPos, inputSkip, isSkipping, MAX_PIECE, setSwapped, skipBegin, skipEnd, swapped } from './input';
import { linkOf } from './links';

const SECTION_HEADER: u32 = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION: u32 = 1;
const OBSOLETE_PACKET: u32 = 2;
const SIMPLE_PACKET: u32 = 3;
const ENHANCED_PACKET: u32 = 6;
const BYTE_ORDER_MAGIC: u32 = 0x1a2b3c4d;

const OPTION_END: u32 = 0;
const IF_TSRESOL: u32 = 9;
const IF_TSOFFSET: u32 = 14;
/** In both packet blocks: bits 0 and 1 are the direction, 1 inbound, 2 outbound. */
const PACKET_FLAGS: u32 = 2;
const PACKET_HASH: u32 = 3;
const EPB_DROPCOUNT: u32 = 4;
const EPB_QUEUE: u32 = 6;
/** First byte of the hash option. */
const HASH_ALGORITHM_TOEPLITZ: u32 = 5;

/** Interface record: u32 link, u32 link code, u32 snap length, u32 resolution byte, i64 offset in seconds. */
const INTERFACE_CODE: u32 = 4;
const INTERFACE_SNAP: u32 = 8;
const INTERFACE_RESOLUTION: u32 = 12;
const INTERFACE_OFFSET: u32 = 16;

let inSection: bool = false;
/** Interfaces of this section, and of all before it. */
let interfaces: u32 = 0;
let interfacesBefore: u32 = 0;
/** Rest of a block that is longer than the window: bytes to drop, then its trailer. */
let skipLeft: u32 = 0;
let skipLength: u32 = 0;

/** Whether the four bytes at `at` start a section header. */
export function pcapngIsMagic(at: u32): bool {
  return load<u32>(at) == SECTION_HEADER;
}

/** Walks blocks until the input or the batch is used up. @returns CaptureStatus NeedInput or Fault */
export function pcapngWalk(): u32 {
  while (!batchIsFull()) {
    if (isSkipping()) {
      const step = min(skipLeft, inputEnd - inputPos);
      inputSkip(step);
      skipLeft -= step;
      if (skipLeft != 0 || inputEnd - inputPos < 4) break;
      const trailer = File.u32(inputPos);
      if (trailer != skipLength) return faultAt(FAULT_BLOCK_TRAILER, trailer, skipLength);
      skipEnd();
      inputSkip(4);
      continue;
    }
    const left = inputEnd - inputPos;
    if (left < 12) break;
    const isSection = load<u32>(inputPos) == SECTION_HEADER;
    if (isSection) {
      const magic = load<u32>(inputPos, 8);
      if (magic != BYTE_ORDER_MAGIC && magic != bswap<u32>(BYTE_ORDER_MAGIC))
        return faultAt(FAULT_BYTE_ORDER_MAGIC, magic, BYTE_ORDER_MAGIC);
      setSwapped(magic != BYTE_ORDER_MAGIC);
    } else if (!inSection) return faultAt(FAULT_NO_SECTION, File.u32(inputPos), SECTION_HEADER);
    const type = File.u32(inputPos);
    const length = File.u32(inputPos + 4);
    const shortest: u32 = isSection ? 28 : 12;
    if (length < shortest || (length & 3) != 0) return faultAt(FAULT_BLOCK_LENGTH, length, shortest);
    const read = isSection || type == INTERFACE_DESCRIPTION || type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OBSOLETE_PACKET;
    if (length > MAX_PIECE) {
      if (read) return faultAt(FAULT_RECORD_TOO_LONG, length, MAX_PIECE);
      Count.one(CAPTURE_SKIPPED_BLOCKS);
      skipBegin();
      skipLength = length;
      skipLeft = length - 12;
      inputSkip(8);
      continue;
    }
    if (left < length) break;
    const trailer = File.u32(inputPos + length - 4);
    if (trailer != length) return faultAt(FAULT_BLOCK_TRAILER, trailer, length);
    const bodyEnd = inputPos + length - 4;
    let status = CAPTURE_STATUS_NEED_INPUT;
    if (isSection) sectionBegin();
    else if (type == INTERFACE_DESCRIPTION) status = interfaceAdd(inputPos + 8, bodyEnd);
    else if (type == ENHANCED_PACKET || type == OBSOLETE_PACKET) status = packetAdd(type, inputPos + 8, bodyEnd);
    else if (type == SIMPLE_PACKET) status = simplePacketAdd(inputPos + 8, bodyEnd);
    else Count.one(CAPTURE_SKIPPED_BLOCKS);
    if (status != CAPTURE_STATUS_NEED_INPUT) return status;
    inputSkip(length);
  }
  return CAPTURE_STATUS_NEED_INPUT;
}

function sectionBegin(): void {
  inSection = true;
  interfacesBefore = min(interfacesBefore + interfaces, 0xffff);
  interfaces = 0;
  store<u8>(CAPTURE, swapped ? 1 : 0, CAPTURE_BIG_ENDIAN);
  Count.one(CAPTURE_SECTIONS);
}

/** Address after the value of the option at `option`; values are padded to 4 bytes. */
function optionNext(option: u32): u32 {
  return option + 4 + ((File.u16(option + 2) + 3) & ~3);
}

/** Whether a whole option other than the end mark starts at `option`. */
function optionIsWhole(option: u32, end: u32): bool {
  return option + 4 <= end && File.u16(option) != OPTION_END && option + 4 + File.u16(option + 2) <= end;
}

/** Body: u16 link type, u16 reserved, u32 snap length, options. */
function interfaceAdd(body: u32, end: u32): u32 {
  if (end - body < 8) return faultAt(FAULT_BLOCK_LENGTH, end - body + 12, 20);
  if (interfaces == MAX_INTERFACES) return faultAt(FAULT_TOO_MANY_INTERFACES, interfaces + 1, MAX_INTERFACES);
  const at = INTERFACES + interfaces * INTERFACE_SIZE;
  const code = File.u16(body);
  store<u32>(at, linkOf(code));
  store<u32>(at, code, INTERFACE_CODE);
  store<u32>(at, File.u32(body + 4), INTERFACE_SNAP);
  store<u32>(at, 6, INTERFACE_RESOLUTION);
  store<i64>(at, 0, INTERFACE_OFFSET);
  for (let option = body + 8; optionIsWhole(option, end); option = optionNext(option)) {
    const name = File.u16(option);
    const bytes = File.u16(option + 2);
    if (name == IF_TSRESOL && bytes == 1) store<u32>(at, <u32>load<u8>(option, 4), INTERFACE_RESOLUTION);
    if (name == IF_TSOFFSET && bytes == 8) store<i64>(at, <i64>wide(option + 4), INTERFACE_OFFSET);
  }
  interfaces++;
  Count.one(CAPTURE_INTERFACES);
  return CAPTURE_STATUS_NEED_INPUT;
}

/** A 64-bit value: in a big-endian section its upper half comes first. */
function wide(at: u32): u64 {
  const first = <u64>File.u32(at);
  const second = <u64>File.u32(at + 4);
  return swapped ? (first << 32) | second : (second << 32) | first;
}

/** Ticks of an interface to nanoseconds. Resolution: 10^-r, or 2^-(r - 128) with the top bit set. */
function toNanoseconds(ticks: u64, iface: u32): u64 {
  const resolution = load<u32>(iface, INTERFACE_RESOLUTION);
  const offset = <u64>load<i64>(iface, INTERFACE_OFFSET) * 1000000000;
  if (resolution == 6) return ticks * 1000 + offset;
  const exponent = resolution & 0x7f;
  if (resolution & 0x80) {
    if (exponent >= 64) return offset;
    const seconds = exponent == 0 ? ticks : ticks >> exponent;
    let fraction = ticks - (seconds << exponent);
    // Ten decimal digits of fraction need 34 bits; keep the top 32 of longer ones.
    const kept = min(exponent, 32);
    fraction >>= exponent - kept;
    return seconds * 1000000000 + ((fraction * 1000000000) >> kept) + offset;
  }
  let scaled = ticks;
  for (let digits = exponent; digits < 9; digits++) scaled *= 10;
  for (let digits = exponent; digits > 9; digits--) scaled /= 10;
  return scaled + offset;
}

/** Enhanced packet: u32 interface, u32 time high, low, u32 captured, u32 wire, data, options. The obsolete one: u16 interface, u16 drops. */
function packetAdd(type: u32, body: u32, end: u32): u32 {
  if (end - body < 20) return faultAt(FAULT_BLOCK_LENGTH, end - body + 12, 32);
  const enhanced = type == ENHANCED_PACKET;
  const id = enhanced ? File.u32(body) : File.u16(body);
  if (id >= interfaces) return faultAt(FAULT_NO_INTERFACE, id, interfaces);
  const captured = File.u32(body + 12);
  if (captured > MAX_RECORD) return faultAt(FAULT_RECORD_TOO_LONG, captured, MAX_RECORD);
  const data = body + 20;
  if (captured > end - data) return faultAt(FAULT_CAPTURED_TOO_LONG, captured, end - data);
  let hints: u32 = 0;
  let queue = NOTHING_RECORDED;
  let hash = NOTHING_RECORDED;
  if (!enhanced && File.u16(body + 2) != 0xffff) dropsAdd(<u64>File.u16(body + 2));
  for (let option = data + ((captured + 3) & ~3); optionIsWhole(option, end); option = optionNext(option)) {
    const name = File.u16(option);
    const bytes = File.u16(option + 2);
    const value = option + 4;
    if (name == PACKET_FLAGS && bytes == 4) {
      const direction = File.u32(value) & 3;
      if (direction == 1) hints = TRAIT_INBOUND;
      if (direction == 2) hints = TRAIT_OUTBOUND;
    } else if (name == PACKET_HASH && bytes >= 5 && <u32>load<u8>(value) == HASH_ALGORITHM_TOEPLITZ) {
      hash = bswap<u32>(load<u32>(value, 1));
      Count.one(CAPTURE_RECORDED_HASHES);
    } else if (enhanced && name == EPB_DROPCOUNT && bytes == 8) dropsAdd(wide(value));
    else if (enhanced && name == EPB_QUEUE && bytes == 4) {
      queue = File.u32(value);
      Count.one(CAPTURE_RECORDED_QUEUES);
    }
  }
  const iface = INTERFACES + id * INTERFACE_SIZE;
  const ts = toNanoseconds(((<u64>File.u32(body + 4)) << 32) | (<u64>File.u32(body + 8)), iface);
  frameAdd(
    data,
    captured,
    File.u32(body + 16),
    ts,
    load<u32>(iface),
    load<u32>(iface, INTERFACE_CODE),
    min(interfacesBefore + id, 0xffff),
    hints,
    queue,
    hash,
  );
  return CAPTURE_STATUS_NEED_INPUT;
}

function dropsAdd(drops: u64): void {
  store<u64>(CAPTURE, load<u64>(CAPTURE, CAPTURE_RECORDED_DROPS) + drops, CAPTURE_RECORDED_DROPS);
}

/** Simple packet: u32 wire, data; belongs to interface 0, is cut at its snap length and has no time: that of the frame before it stands in. */
function simplePacketAdd(body: u32, end: u32): u32 {
  if (end - body < 4) return faultAt(FAULT_BLOCK_LENGTH, end - body + 12, 16);
  if (interfaces == 0) return faultAt(FAULT_NO_INTERFACE, 0, 0);
  const wire = File.u32(body);
  const snap = load<u32>(INTERFACES, INTERFACE_SNAP);
  const captured = snap != 0 ? min(wire, snap) : wire;
  if (captured > MAX_RECORD) return faultAt(FAULT_RECORD_TOO_LONG, captured, MAX_RECORD);
  if (captured > end - body - 4) return faultAt(FAULT_CAPTURED_TOO_LONG, captured, end - body - 4);
  frameAdd(
    body + 4,
    captured,
    wire,
    timeOfPrevious(),
    load<u32>(INTERFACES),
    load<u32>(INTERFACES, INTERFACE_CODE),
    interfacesBefore,
    0,
    NOTHING_RECORDED,
    NOTHING_RECORDED,
  );
  return CAPTURE_STATUS_NEED_INPUT;
}
