// The batch of frames, parsed. Frames of the common shapes - Ethernet, at most one tag, IPv4 without options or IPv6 with TCP or UDP
// right behind it - take tight loops without branches; every other goes through frameParse(). Both write the same records.

import {
  FRAME_CAP,
  FRAME_ETHERTYPE,
  FRAME_IFACE,
  FRAME_LINK,
  FRAME_MACS,
  FRAME_PTR,
  FRAME_SIZE,
  FRAME_TCP_FLAGS,
  FRAME_TRAITS,
  FRAME_WIRE,
  L3_IPV4,
  L3_IPV6,
  LINK_ETHERNET,
  TRAIT_INBOUND,
  TRAIT_OUTBOUND,
  TRAIT_PORTS,
} from '../abi.gen';
import { Wire } from '../bytes';
import { BATCH, FRAMES4, FRAMES6, FRAMES_REST, ZEROES } from '../memory';
import { frameParse } from './parse';
import { PROTO_TCP, PROTO_UDP } from './ports';

/** Types as they lie in memory, most significant byte first. */
const WIRE_IPV4: u32 = 0x0008;
const WIRE_IPV6: u32 = 0xdd86;
const WIRE_8021Q: u32 = 0x0081;

/** What the parser is told of a frame. */
export class Told {
  /** Prepares a record of the batch for framesParse(); parameters as of frameParse(). */
  @inline static frame(record: u32, ptr: u32, cap: u32, wire: u32, link: u32, iface: u32, hints: u32): void {
    store<u32>(record, iface | (link << 16), FRAME_IFACE);
    store<u64>(record, (<u64>wire) | ((<u64>cap) << 32), FRAME_WIRE);
    store<u64>(record, (<u64>ptr) | ((<u64>hints) << 32), FRAME_PTR);
  }
}

/** Shortest captured length of a frame that takes a tight loop: all bytes that the loops read of an IPv4 frame, tag included. */
const WHOLE: u32 = 60;

/** An item of a list: offset of the record in the batch, plus the bytes of the tag (0 or 4). */
const RECORD_MASK: u32 = ~127;

/** Parses `count` frames of the batch, each prepared by Told.frame(). */
export function framesParse(count: u32): void {
  let list4: u32 = FRAMES4;
  let list6: u32 = FRAMES6;
  let rest: u32 = FRAMES_REST;
  for (let item: u32 = 0, end = count << 7; item < end; item += FRAME_SIZE) {
    const record = BATCH + item;
    const whole = u32(load<u32>(record, FRAME_CAP) >= WHOLE) & u32(<u32>load<u8>(record, FRAME_LINK) == LINK_ETHERNET);
    const p = select<u32>(load<u32>(record, FRAME_PTR), ZEROES, whole);
    const tag = u32(<u32>load<u16>(p, 12) == WIRE_8021Q) << 2;
    const shape = load<u32>(p + tag, 12) & 0xffffff;
    const is4 = u32(shape == (WIRE_IPV4 | 0x450000));
    const is6 = u32((shape & 0xf0ffff) == (WIRE_IPV6 | 0x600000));
    store<u16>(list4, item | tag);
    list4 += is4 << 1;
    store<u16>(list6, item | tag);
    list6 += is6 << 1;
    store<u16>(rest, item);
    rest += ((is4 | is6) ^ 1) << 1;
  }
  rest = parse4(list4, rest);
  rest = parse6(list6, rest);
  for (let at = FRAMES_REST; at < rest; at += 2) {
    const record = BATCH + ((<u32>load<u16>(at)) & RECORD_MASK);
    frameParse(
      load<u32>(record, FRAME_PTR),
      load<u32>(record, FRAME_CAP),
      load<u32>(record, FRAME_WIRE),
      load<u8>(record, FRAME_LINK),
      record,
      load<u16>(record, FRAME_IFACE),
      (<u32>load<u16>(record, FRAME_TRAITS)) & (TRAIT_INBOUND | TRAIT_OUTBOUND),
    );
  }
}

/** Records of list 4 up to `end`; what does not fit after all is appended to the rest list. @returns end of the rest list */
function parse4(end: u32, rest: u32): u32 {
  const zero = i64x2.splat(0);
  for (let at = FRAMES4; at < end; at += 2) {
    const item = <u32>load<u16>(at);
    const record = BATCH + (item & RECORD_MASK);
    const tag = item & 4;
    const p = load<u32>(record, FRAME_PTR);
    const l3 = p + tag;
    const total = Wire.u16(l3 + 16);
    const proto = <u32>load<u8>(l3, 23);
    const tcp = u32(proto == PROTO_TCP);
    // One comparison for both bounds: whole frames have room for 34.
    const fits =
      u32(total - 34 <= max(load<u32>(record, FRAME_WIRE), load<u32>(record, FRAME_CAP)) - 48 - tag) &
      (tcp | u32(proto == PROTO_UDP)) &
      u32((load<u16>(l3, 20) & 0xff3f) == 0);
    store<u16>(rest, item);
    rest += (fits ^ 1) << 1;
    const vlan = (Wire.u16(p + 14) & 0xfff) | (((tag >> 2) - 1) & 0xffff);
    const traits = (<u32>load<u16>(record, FRAME_TRAITS)) | TRAIT_PORTS | (tag << 8) | (((<u32>load<u8>(p)) & 1) << 14);
    store<u64>(record, load<u64>(l3, 26));
    store<u64>(record, <u64>load<u32>(l3, 34), 8);
    v128.store(record, zero, 16);
    store<u64>(record, (<u64>(proto | (L3_IPV4 << 8) | ((traits & 0xff) << 16))) << 32, 32);
    store<u32>(record, 0x0800 | (vlan << 16), FRAME_ETHERTYPE);
    store<u32>(record, traits | ((14 + tag) << 16), FRAME_TRAITS);
    v128.store(record, v128.load(p), FRAME_MACS);
    store<u8>(record, (<u32>load<u8>(l3, 47)) & -tcp, FRAME_TCP_FLAGS);
  }
  return rest;
}

/** The same for list 6. */
function parse6(end: u32, rest: u32): u32 {
  for (let at = FRAMES6; at < end; at += 2) {
    const item = <u32>load<u16>(at);
    const record = BATCH + (item & RECORD_MASK);
    const tag = item & 4;
    const p = load<u32>(record, FRAME_PTR);
    const cap = load<u32>(record, FRAME_CAP);
    const l3 = p + tag;
    const payload = Wire.u16(l3 + 18);
    const proto = <u32>load<u8>(l3, 20);
    const tcp = u32(proto == PROTO_TCP);
    const fits =
      u32(payload >= 14) &
      u32(payload + 40 <= max(load<u32>(record, FRAME_WIRE), cap) - 14 - tag) &
      (tcp | u32(proto == PROTO_UDP)) &
      u32(cap >= tag + 58);
    store<u16>(rest, item);
    rest += (fits ^ 1) << 1;
    const vlan = (Wire.u16(p + 14) & 0xfff) | (((tag >> 2) - 1) & 0xffff);
    const traits = (<u32>load<u16>(record, FRAME_TRAITS)) | TRAIT_PORTS | (tag << 8) | (((<u32>load<u8>(p)) & 1) << 14);
    const seen = tcp & u32(cap >= tag + 68);
    const flags = (<u32>load<u8>(select<u32>(l3, ZEROES, seen), 67)) & -seen;
    v128.store(record, v128.load(l3, 22));
    v128.store(record, v128.load(l3, 38), 16);
    store<u64>(record, (<u64>load<u32>(l3, 54)) | ((<u64>(proto | (L3_IPV6 << 8) | ((traits & 0xff) << 16))) << 32), 32);
    store<u32>(record, 0x86dd | (vlan << 16), FRAME_ETHERTYPE);
    store<u32>(record, traits | ((14 + tag) << 16), FRAME_TRAITS);
    v128.store(record, v128.load(p), FRAME_MACS);
    store<u8>(record, flags, FRAME_TCP_FLAGS);
  }
  return rest;
}
