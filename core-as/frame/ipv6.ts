// IPv6: header, extension headers, and the ports behind them. RFC 8200; AH RFC 4302; mobility RFC 6275.
// ESP, no-next-header and every fragment header end the walk. Jumbograms are taken to fill the frame.

import {
  FRAME_EX,
  FRAME_L3,
  FRAME_PROTO,
  FRAME_TUPLE,
  L3_IPV6,
  TRAIT_EXTENSIONS,
  TRAIT_FRAGMENT,
  TRAIT_HOME_ADDRESS,
  TRAIT_MALFORMED,
  TRAIT_ROUTING2,
  TRAIT_SUPER,
  TRAIT_TRUNCATED,
} from '../abi.gen';
import { Wire } from '../bytes';
import { Ports } from './ports';

const HOP_BY_HOP: u32 = 0;
const ROUTING: u32 = 43;
const FRAGMENT: u32 = 44;
const AUTHENTICATION: u32 = 51;
const NO_NEXT_HEADER: u32 = 59;
const DESTINATION_OPTIONS: u32 = 60;

const PAD1: u32 = 0;
/** Home Address option: type 201, 16 bytes. RFC 6275 6.3. */
const HOME_ADDRESS_OPTION: u32 = 201;
/** Routing header type 2: length 2 (24 bytes in all), the home address at byte 8. RFC 6275 6.4. */
const MOBILE_ROUTING_TYPE: u32 = 2;

/** Address of the Home Address in a destination options header, or 0. Options beyond `end` end the search. */
function homeAddressIn(header: u32, end: u32): u32 {
  let option = header + 2;
  while (option < end) {
    const type = <u32>load<u8>(option);
    if (type == PAD1) {
      option++;
      continue;
    }
    if (option + 2 > end) return 0;
    const bytes = <u32>load<u8>(option, 1);
    if (option + 2 + bytes > end) return 0;
    if (type == HOME_ADDRESS_OPTION && bytes == 16) return option + 2;
    option += 2 + bytes;
  }
  return 0;
}

/** Parameters as in ipv4Parse. @returns traits */
export function ipv6Parse(p: u32, end: u32, wireEnd: u32, out: u32, traits: u32): u32 {
  store<u8>(out, L3_IPV6, FRAME_L3);
  if (end - p < 40) return traits | TRAIT_MALFORMED | (wireEnd - p >= 40 ? TRAIT_TRUNCATED : 0);
  v128.store(out, v128.load(p, 8), FRAME_TUPLE);
  v128.store(out + 16, v128.load(p, 24), FRAME_TUPLE);
  let next = <u32>load<u8>(p, 6);
  store<u8>(out, next, FRAME_PROTO);
  if ((<u32>load<u8>(p)) >> 4 != 6) return traits | TRAIT_MALFORMED;

  const payloadBytes = Wire.u16(p + 4);
  let packetEnd = p + 40 + payloadBytes;
  if (packetEnd > wireEnd || (payloadBytes == 0 && next != NO_NEXT_HEADER)) {
    traits |= TRAIT_SUPER;
    packetEnd = wireEnd;
  }
  const readable = min(end, packetEnd);

  let home: u32 = 0;
  let routed: u32 = 0;
  let at = p + 40;
  while (next == HOP_BY_HOP || next == ROUTING || next == DESTINATION_OPTIONS || next == AUTHENTICATION || next == FRAGMENT) {
    if (at + 8 > readable) {
      if (at + 8 <= packetEnd) traits |= TRAIT_TRUNCATED;
      break;
    }
    traits |= TRAIT_EXTENSIONS;
    const after = <u32>load<u8>(at);
    if (next == FRAGMENT) {
      traits |= TRAIT_FRAGMENT;
      next = after;
      break;
    }
    const units = <u32>load<u8>(at, 1);
    const bytes = next == AUTHENTICATION ? (units + 2) << 2 : (units + 1) << 3;
    if (at + bytes > readable) {
      if (at + bytes <= packetEnd) traits |= TRAIT_TRUNCATED;
      break;
    }
    if (next == DESTINATION_OPTIONS && home == 0) home = homeAddressIn(at, at + bytes);
    if (next == ROUTING && units == 2 && <u32>load<u8>(at, 2) == MOBILE_ROUTING_TYPE) routed = at + 8;
    next = after;
    at += bytes;
  }
  store<u8>(out, next, FRAME_PROTO);
  if (home != 0 || routed != 0) {
    if (home != 0) traits |= TRAIT_HOME_ADDRESS;
    if (routed != 0) traits |= TRAIT_ROUTING2;
    v128.store(out, v128.load(home != 0 ? home : p + 8), FRAME_EX);
    v128.store(out + 16, v128.load(routed != 0 ? routed : p + 24), FRAME_EX);
  }
  if (traits & (TRAIT_FRAGMENT | TRAIT_TRUNCATED)) return traits;
  return Ports.read(at, end, packetEnd, next, out, 32, traits);
}
