// A frame of any supported link type, down to its ports: the one parser that everything uses.
// Ethernet II, 802.3 with LLC and SNAP, 802.1Q and 802.1ad tags; Linux cooked v1 and v2; BSD loopback; raw IP.
// Sources: IEEE 802.3, 802.1Q; tcpdump.org link-layer header types.

import {
  FRAME_CAP,
  FRAME_ETHERTYPE,
  FRAME_IFACE,
  FRAME_KEY_TRAITS,
  FRAME_L3,
  FRAME_L3_OFFSET,
  FRAME_LINK,
  FRAME_MACS,
  FRAME_PTR,
  FRAME_TRAITS,
  FRAME_TUPLE,
  FRAME_VLAN,
  FRAME_WIRE,
  L3_ARP,
  L3_LLC,
  L3_NONE,
  L3_OTHER,
  LINK_ETHERNET,
  LINK_LINUX_SLL,
  LINK_LOOP,
  LINK_NULL,
  LINK_OTHER,
  LINK_RAW,
  NO_VLAN,
  TRAIT_GROUP,
  TRAIT_INBOUND,
  TRAIT_MALFORMED,
  TRAIT_OUTBOUND,
  TRAIT_SNAP,
  TRAIT_TRUNCATED,
  TRAIT_VLAN_STACKED,
  TRAIT_VLAN_TAGGED,
} from '../abi.gen';
import { Wire } from '../bytes';
import { ipv4Parse } from './ipv4';
import { ipv6Parse } from './ipv6';

const ETHERTYPE_IPV4: u32 = 0x0800;
const ETHERTYPE_ARP: u32 = 0x0806;
const ETHERTYPE_IPV6: u32 = 0x86dd;
const TPID_8021Q: u32 = 0x8100;
const TPID_8021AD: u32 = 0x88a8;
const TPID_QINQ_OLD: u32 = 0x9100;
/** Smaller type fields are lengths. */
const FIRST_ETHERTYPE: u32 = 0x0600;
/** DSAP AA, SSAP AA, control 03, OUI 00 00 00: the first bytes of LLC/SNAP, as little-endian words. */
const SNAP_LLC: u32 = 0x0003aaaa;
/** LLC and SNAP together; a shorter 802.3 length holds no SNAP. */
const SNAP_BYTES: u32 = 8;

/** Linux cooked packet types. */
const SLL_OTHER_HOST: u32 = 3;
const SLL_OUTGOING: u32 = 4;

/** What a link header announces: first byte behind it (0 when it is cut), EtherType or length, traits; in one value, so that parsers inline. */
class Announced {
  @inline static of(at: u32, type: u32, traits: u32): u64 {
    return (<u64>at) | ((<u64>type) << 32) | ((<u64>traits) << 48);
  }
  @inline static at(announced: u64): u32 {
    return <u32>announced;
  }
  @inline static type(announced: u64): u32 {
    return (<u32>(announced >> 32)) & 0xffff;
  }
  @inline static traits(announced: u64): u32 {
    return <u32>(announced >> 48);
  }
}

/**
 * Parses one frame into the Frame record `out`; identity, traits, MACs and lengths are written, hash fields are not.
 * @param ptr  first captured byte  @param cap  bytes captured  @param wire  bytes on the wire  @param link  Link
 * @param iface  interface of the capture  @param hints  Trait.Inbound or Trait.Outbound when the capture recorded it
 */
export function frameParse(ptr: u32, cap: u32, wire: u32, link: u32, out: u32, iface: u32, hints: u32): void {
  const zero = i64x2.splat(0);
  v128.store(out, zero);
  v128.store(out, zero, 16);
  v128.store(out, zero, 32);
  v128.store(out, zero, FRAME_MACS);
  store<u32>(out, 0, FRAME_TRAITS); // and l3Offset behind it
  store<u16>(out, NO_VLAN, FRAME_VLAN);
  store<u16>(out, iface, FRAME_IFACE);
  store<u8>(out, link, FRAME_LINK);
  store<u32>(out, wire, FRAME_WIRE);
  store<u32>(out, cap, FRAME_CAP);
  store<u32>(out, ptr, FRAME_PTR);

  const end = ptr + cap;
  const wireEnd = ptr + max(wire, cap);
  const announced = link == LINK_ETHERNET ? ethernetHeader(ptr, end, out) : otherHeader(ptr, end, link, out);
  // A direction that the capture recorded for the packet is worth more than the packet type of a cooked header.
  let traits = Announced.traits(announced);
  if (hints != 0) traits = (traits & ~(TRAIT_INBOUND | TRAIT_OUTBOUND)) | hints;
  if (Announced.at(announced) != 0)
    traits = payloadParse(Announced.type(announced), Announced.at(announced), end, wireEnd, link, ptr, out, traits);
  else if (link != LINK_OTHER) traits = headerCut(end, wireEnd, traits);
  store<u16>(out, traits, FRAME_TRAITS);
  store<u16>(out, traits & 0xff, FRAME_KEY_TRAITS);
}

/** A header is cut: nothing above it can be said. */
function headerCut(end: u32, wireEnd: u32, traits: u32): u32 {
  return traits | TRAIT_MALFORMED | (wireEnd > end ? TRAIT_TRUNCATED : 0);
}

function ethernetHeader(ptr: u32, end: u32, out: u32): u64 {
  if (end - ptr < 14) return 0;
  store<u64>(out, load<u64>(ptr), FRAME_MACS);
  store<u32>(out, load<u32>(ptr, 8), FRAME_MACS + 8);
  return Announced.of(ptr + 14, Wire.u16(ptr + 12), (<u32>load<u8>(ptr)) & 1 ? TRAIT_GROUP : 0);
}

function otherHeader(ptr: u32, end: u32, link: u32, out: u32): u64 {
  if (link == LINK_RAW) return rawHeader(ptr, end);
  if (link == LINK_NULL || link == LINK_LOOP) return loopbackHeader(ptr, end, link);
  return link == LINK_OTHER ? 0 : cookedHeader(ptr, end, link, out);
}

/** No header: the version field tells. Neither 4 nor 6 is announced as type 0. */
function rawHeader(ptr: u32, end: u32): u64 {
  if (ptr >= end) return 0;
  const version = (<u32>load<u8>(ptr)) >> 4;
  return Announced.of(ptr, version == 4 ? ETHERTYPE_IPV4 : version == 6 ? ETHERTYPE_IPV6 : 0, 0);
}

/** Address families of IPv4 (2) and IPv6 on Linux (10), Windows (23), and the BSDs and macOS (24, 28, 30). */
function loopbackHeader(ptr: u32, end: u32, link: u32): u64 {
  if (end - ptr < 4) return 0;
  let family = load<u32>(ptr);
  // LINKTYPE_NULL is in the byte order of the writer; families are small, so the order shows.
  if (link == LINK_LOOP || family > 0xffff) family = bswap<u32>(family);
  const isIpv6 = family == 10 || family == 23 || family == 24 || family == 28 || family == 30;
  return Announced.of(ptr + 4, family == 2 ? ETHERTYPE_IPV4 : isIpv6 ? ETHERTYPE_IPV6 : 0, 0);
}

/** Linux cooked v1 (16 bytes) and v2 (20 bytes). */
function cookedHeader(ptr: u32, end: u32, link: u32, out: u32): u64 {
  const first = link == LINK_LINUX_SLL;
  const headerBytes: u32 = first ? 16 : 20;
  if (end - ptr < headerBytes) return 0;
  const packetType = first ? Wire.u16(ptr) : <u32>load<u8>(ptr, 10);
  const addressBytes = first ? Wire.u16(ptr + 4) : <u32>load<u8>(ptr, 11);
  const address = ptr + (first ? 6 : 12);
  let traits: u32 = 0;
  if (packetType == SLL_OUTGOING) traits = TRAIT_OUTBOUND;
  else if (packetType < SLL_OTHER_HOST) traits = TRAIT_INBOUND | (packetType != 0 ? TRAIT_GROUP : 0);
  if (addressBytes == 6) {
    store<u32>(out, load<u32>(address), FRAME_MACS + 6);
    store<u16>(out, load<u16>(address, 4), FRAME_MACS + 10);
  }
  return Announced.of(ptr + headerBytes, Wire.u16(ptr + (first ? 14 : 0)), traits);
}

/** From the announced type on: tags, LLC/SNAP, network layer. `p` is the first byte after the type. */
function payloadParse(type: u32, p: u32, end: u32, wireEnd: u32, link: u32, frame: u32, out: u32, traits: u32): u32 {
  while (type == TPID_8021Q || type == TPID_8021AD || type == TPID_QINQ_OLD) {
    if (p + 4 > end) return headerCut(end, wireEnd, traits);
    if (traits & TRAIT_VLAN_TAGGED) traits |= TRAIT_VLAN_STACKED;
    else store<u16>(out, Wire.u16(p) & 0x0fff, FRAME_VLAN);
    traits |= TRAIT_VLAN_TAGGED;
    type = Wire.u16(p + 2);
    p += 4;
  }
  if (type < FIRST_ETHERTYPE) {
    // Elsewhere small values are not lengths: cooked headers name frame kinds, the others name nothing known.
    const isSnap =
      link == LINK_ETHERNET &&
      type >= SNAP_BYTES &&
      p + SNAP_BYTES <= end &&
      (load<u32>(p) & 0xffffff) == SNAP_LLC &&
      load<u32>(p, 2) >> 8 == 0;
    if (!isSnap) return otherParse(0, link == LINK_RAW || link == LINK_NULL || link == LINK_LOOP ? L3_NONE : L3_LLC, out, traits);
    wireEnd = min(wireEnd, p + type);
    end = min(end, wireEnd);
    traits |= TRAIT_SNAP;
    type = Wire.u16(p + 6);
    p += SNAP_BYTES;
  }
  store<u16>(out, type, FRAME_ETHERTYPE);
  store<u16>(out, p - frame, FRAME_L3_OFFSET);
  if (type == ETHERTYPE_IPV4) return ipv4Parse(p, end, wireEnd, link, frame, out, traits);
  if (type == ETHERTYPE_IPV6) return ipv6Parse(p, end, wireEnd, out, traits);
  return otherParse(type, type == ETHERTYPE_ARP ? L3_ARP : L3_OTHER, out, traits);
}

/** Not IP: the MACs identify the flow. */
function otherParse(type: u32, l3: u32, out: u32, traits: u32): u32 {
  store<u8>(out, l3, FRAME_L3);
  store<u16>(out, type, FRAME_ETHERTYPE);
  store<u64>(out, load<u64>(out, FRAME_MACS), FRAME_TUPLE);
  store<u32>(out, load<u32>(out, FRAME_MACS + 8), FRAME_TUPLE + 8);
  return traits;
}
