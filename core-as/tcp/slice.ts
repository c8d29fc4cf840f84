// A large send cut into wire segments: NDIS LSOv2, "Offloading the Segmentation of Large TCP Packets".
// IP identifications count modulo 2^16, as the stack's do; the wrap at 0x8000 of LSOv2 hardware belongs to the NIC.

import { TCP_FLAG_CWR, TCP_FLAG_FIN, TCP_FLAG_PSH, TCP_SEGMENT_SIZE, TcpSegment } from '../abi.gen';
import { blockCopy } from '../block';

/** Wire segments in `s`. */
export function tcpSlices(s: TcpSegment): u32 {
  return s.mss && s.length > s.mss ? (s.length + s.mss - 1) / s.mss : 1;
}

/** Writes the `index`th wire segment of `s` as a record of its own to `out`. */
export function tcpSlice(s: TcpSegment, index: u32, out: TcpSegment): void {
  blockCopy(changetype<u32>(out), changetype<u32>(s), TCP_SEGMENT_SIZE);
  const count = tcpSlices(s);
  out.mss = 0;
  if (count == 1) return;
  const skip = index * s.mss;
  out.seq = s.seq + skip;
  out.length = min(s.length - skip, s.mss);
  out.offset = s.offset + <u64>skip;
  if (s.payload) out.payload = s.payload + skip;
  out.ipId = s.ipId + index;
  // PSH and FIN on the last only, CWR on the first only; options are copied, timestamps not advanced.
  if (index + 1 < count) out.flags = out.flags & ~(TCP_FLAG_PSH | TCP_FLAG_FIN);
  if (index > 0) out.flags = out.flags & ~TCP_FLAG_CWR;
}
