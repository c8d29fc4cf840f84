// IPv4: header, options, fragments, and the ports behind it. RFC 791.
// The header's lengths are checked against the captured bytes and against the frame; neither is trusted.

import {
  FRAME_L3,
  FRAME_PROTO,
  FRAME_TUPLE,
  L3_IPV4,
  LINK_ETHERNET,
  TRAIT_FRAGMENT,
  TRAIT_MALFORMED,
  TRAIT_OPTIONS,
  TRAIT_STRIPPED_TAG,
  TRAIT_SUPER,
  TRAIT_TRUNCATED,
  TRAIT_VLAN_TAGGED,
} from '../abi.gen';
import { Wire } from '../bytes';
import { Ports } from './ports';

/**
 * Smallest Ethernet frame without its check sequence. A frame that was padded to it and lost a 4-byte tag afterwards is shorter.
 * Source: IEEE 802.3, minFrameSize 64.
 */
const MIN_UNTAGGED: u32 = 60;

/**
 * @param p        first byte of the header
 * @param end      end of the captured bytes
 * @param wireEnd  where the frame ended on the wire, as an address
 * @param frame    first byte of the frame
 * @returns traits
 */
export function ipv4Parse(p: u32, end: u32, wireEnd: u32, link: u32, frame: u32, out: u32, traits: u32): u32 {
  store<u8>(out, L3_IPV4, FRAME_L3);
  if (end - p < 20) return traits | TRAIT_MALFORMED | (wireEnd - p >= 20 ? TRAIT_TRUNCATED : 0);
  const first = <u32>load<u8>(p);
  const headerBytes = (first & 15) << 2;
  const proto = <u32>load<u8>(p, 9);
  store<u64>(out, load<u64>(p, 12), FRAME_TUPLE);
  store<u8>(out, proto, FRAME_PROTO);
  if (first >> 4 != 4 || headerBytes < 20) return traits | TRAIT_MALFORMED;

  const totalBytes = Wire.u16(p + 2);
  let packetEnd = p + totalBytes;
  if (totalBytes == 0 || packetEnd > wireEnd) {
    // Large sends are captured before the NIC has cut them; their length field is 0 or beyond what was captured as the frame.
    traits |= TRAIT_SUPER;
    packetEnd = wireEnd;
  }
  if (p + headerBytes > packetEnd) return traits | TRAIT_MALFORMED;
  if (p + headerBytes > end) return traits | TRAIT_MALFORMED | TRAIT_TRUNCATED;
  if (headerBytes > 20) traits |= TRAIT_OPTIONS;
  if (
    packetEnd < wireEnd &&
    link == LINK_ETHERNET &&
    wireEnd == end &&
    wireEnd - frame < MIN_UNTAGGED &&
    wireEnd - frame >= MIN_UNTAGGED - 4 &&
    !(traits & TRAIT_VLAN_TAGGED)
  )
    traits |= TRAIT_STRIPPED_TAG;
  // More fragments, or an offset: the first fragment counts too.
  if (Wire.u16(p + 6) & 0x3fff) return traits | TRAIT_FRAGMENT;
  return Ports.read(p + headerBytes, end, packetEnd, proto, out, 8, traits);
}
