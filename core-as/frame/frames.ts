// The batch of frames, parsed. Frames of the common shapes - Ethernet, at most one tag, IPv4 without options or IPv6 with TCP or UDP
// right behind it - take tight loops without branches; every other goes through frameParse(). Both write the same records.
// Most frames are IPv4 without a tag ("plain"): they are told apart first, and their loop knows where everything is.

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
  NO_VLAN,
  TRAIT_INBOUND,
  TRAIT_OUTBOUND,
  TRAIT_PORTS,
} from '../abi.gen';
import { Wire } from '../bytes';
import { BATCH, FRAMES6, FRAMES_OTHER, FRAMES_PLAIN, FRAMES_REST, FRAMES_TAGGED, ZEROES } from '../memory';
import { frameParse } from './parse';
import { PROTO_TCP, PROTO_UDP } from './ports';

/** Types as they lie in memory, most significant byte first. */
const WIRE_IPV4: u32 = 0x0008;
const WIRE_IPV6: u32 = 0xdd86;
const WIRE_8021Q: u32 = 0x0081;

/** Shortest captured length of a frame that takes a tight loop: all bytes that the loops read of an IPv4 frame, tag included. */
const WHOLE: u32 = 60;

/** A frame's first bytes from the EtherType on, where they can be read and the link is Ethernet. */
class Shape {
  @inline static at(ptr: u32, cap: u32, link: u32): u32 {
    return select<u32>(ptr, ZEROES, u32(cap >= WHOLE) & u32(link == LINK_ETHERNET));
  }
  @inline static is4(word: u32): u32 {
    return u32((word & 0xffffff) == (WIRE_IPV4 | 0x450000));
  }
  @inline static is6(word: u32): u32 {
    return u32((word & 0xf0ffff) == (WIRE_IPV6 | 0x600000));
  }
}

/** What the parser is told of a frame. */
export class Told {
  /**
   * Prepares record `index` of the batch for framesParse(); parameters as of frameParse(). Lists it as plain, IPv4 without a tag, or as
   * another while its bytes are at hand: lists are written always and grow by one or by nothing, for a branch would be guessed wrong.
   * @param plain  plain frames so far  @returns plain frames with this one
   */
  @inline static frame(index: u32, plain: u32, ptr: u32, cap: u32, wire: u32, link: u32, iface: u32, hints: u32): u32 {
    const record = BATCH + index * FRAME_SIZE;
    store<u32>(record, iface | (link << 16), FRAME_IFACE);
    store<u64>(record, (<u64>wire) | ((<u64>cap) << 32), FRAME_WIRE);
    store<u64>(record, (<u64>ptr) | ((<u64>hints) << 32), FRAME_PTR);
    store<u16>(plain << 1, record, FRAMES_PLAIN);
    store<u16>((index - plain) << 1, record, FRAMES_OTHER);
    return plain + Shape.is4(load<u32>(Shape.at(ptr, cap, link), 12));
  }
}

/** An item of a list is the address of a record; that of IPv6 frames adds the bytes of the tag (0 or 4). */
const RECORD_MASK: u32 = ~127;

/** Parses `count` frames of the batch, each prepared by Told.frame(), which says how many are plain. */
export function framesParse(count: u32, plain: u32): void {
  let tagged4: u32 = FRAMES_TAGGED;
  let list6: u32 = FRAMES6;
  let rest: u32 = FRAMES_REST;
  for (let at = FRAMES_OTHER, end = at + ((count - plain) << 1); at < end; at += 2) {
    const record = <u32>load<u16>(at);
    const p = Shape.at(load<u32>(record, FRAME_PTR), load<u32>(record, FRAME_CAP), load<u8>(record, FRAME_LINK));
    const tag = u32(<u32>load<u16>(p, 12) == WIRE_8021Q) << 2;
    const shape = load<u32>(p + tag, 12);
    const is4 = Shape.is4(shape);
    const is6 = Shape.is6(shape);
    store<u16>(tagged4, record);
    tagged4 += is4 << 1;
    store<u16>(list6, record | tag);
    list6 += is6 << 1;
    store<u16>(rest, record);
    rest += ((is4 | is6) ^ 1) << 1;
  }
  rest = List4.parse(FRAMES_PLAIN, FRAMES_PLAIN + (plain << 1), 0, rest);
  rest = List4.parse(FRAMES_TAGGED, tagged4, 4, rest);
  rest = parse6(list6, rest);
  for (let at = FRAMES_REST; at < rest; at += 2) {
    const record = <u32>load<u16>(at);
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

class List4 {
  /**
   * Parses the records from `list` to `end`; what does not fit after all is appended to the rest list.
   * @param tag  bytes of the tag: a constant, so that the loop for untagged frames has nothing of it  @returns end of the rest list
   */
  @inline static parse(list: u32, end: u32, tag: u32, rest: u32): u32 {
    const zero = i64x2.splat(0);
    const tuple = i32x4(-1, -1, -1, 0);
    for (let at = list; at < end; at += 2) {
      const record = <u32>load<u16>(at);
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
      store<u16>(rest, record);
      rest += (fits ^ 1) << 1;
      const vlan = tag != 0 ? Wire.u16(p + 14) & 0xfff : NO_VLAN;
      const traits = (<u32>load<u16>(record, FRAME_TRAITS)) | TRAIT_PORTS | (tag << 8) | (((<u32>load<u8>(p)) & 1) << 14);
      v128.store(record, v128.and(v128.load(l3, 26), tuple)); // addresses and ports lie together
      v128.store(record, zero, 16);
      store<u64>(record, (<u64>(proto | (L3_IPV4 << 8) | ((traits & 0xff) << 16))) << 32, 32);
      store<u32>(record, 0x0800 | (vlan << 16), FRAME_ETHERTYPE);
      store<u32>(record, traits | ((14 + tag) << 16), FRAME_TRAITS);
      v128.store(record, v128.load(p), FRAME_MACS);
      store<u8>(record, (<u32>load<u8>(l3, 47)) & -tcp, FRAME_TCP_FLAGS);
    }
    return rest;
  }
}

/** The same for the list of IPv6 frames up to `end`. */
function parse6(end: u32, rest: u32): u32 {
  for (let at = FRAMES6; at < end; at += 2) {
    const item = <u32>load<u16>(at);
    const record = item & RECORD_MASK;
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
    store<u16>(rest, record);
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
