// One wire segment of a large send as a packet of its own: by the adapter, or by a virtual switch.

import { PACKET_FLAG_FOLLOWED, PACKET_SIZE, Packet, TCP_SEGMENT_SIZE } from '../abi.gen';
import { blockCopy } from '../block';
import { tcpSlice } from '../tcp/slice';
import { packetTake, Segment } from './packet';

/** @returns 0 when there is no room */
export function packetSegment(packet: Packet, index: u32): u32 {
  const at = packetTake();
  if (at == 0) return 0;
  const frame = changetype<Packet>(at);
  blockCopy(at + TCP_SEGMENT_SIZE, changetype<u32>(packet) + TCP_SEGMENT_SIZE, PACKET_SIZE - TCP_SEGMENT_SIZE);
  const whole = Segment.of(packet);
  const part = Segment.of(frame);
  tcpSlice(whole, index, part);
  // LSOv2 hardware counts IP identifications in the lower half only.
  part.ipId = (whole.ipId + index) & 0x7fff;
  frame.slices = 1;
  frame.flags = frame.flags & ~PACKET_FLAG_FOLLOWED;
  frame.bytes = packet.bytes - whole.length + part.length;
  return at;
}
