// Source and destination port of TCP, UDP and SCTP: the first four bytes of each.

import { FRAME_TCP_FLAGS, FRAME_TUPLE, TRAIT_PORTS, TRAIT_TRUNCATED } from '../abi.gen';

export const PROTO_TCP: u32 = 6;
export const PROTO_UDP: u32 = 17;
export const PROTO_SCTP: u32 = 132;

export class Ports {
  /**
   * Copies the ports, in wire order, to byte `at` of the tuple when they lie within the packet and the captured bytes.
   * @returns traits, with Ports, or Truncated when only the capture cut them
   */
  @inline static read(p: u32, end: u32, packetEnd: u32, proto: u32, out: u32, at: u32, traits: u32): u32 {
    if (proto != PROTO_TCP && proto != PROTO_UDP && proto != PROTO_SCTP) return traits;
    if (p + 4 > packetEnd) return traits;
    if (p + 4 > end) return traits | TRAIT_TRUNCATED;
    store<u32>(out + at, load<u32>(p), FRAME_TUPLE);
    if (proto == PROTO_TCP && p + 14 <= end && p + 14 <= packetEnd) store<u8>(out, load<u8>(p, 13), FRAME_TCP_FLAGS);
    return traits | TRAIT_PORTS;
  }
}
