// Payload that nobody stores: byte `offset` of a flow's stream is a function of both, so any part can be written at any time.

/** Eight bytes of the stream, from offset `word` * 8: splitmix64's finaliser over flow and word. */
function payloadWord(flow: u32, word: u64): u64 {
  let z = word * 0x9e3779b97f4a7c15 + (<u64>flow + 1) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

/** Writes `length` bytes of the stream of `flow` from `offset` on to `out`. */
export function tcpPayload(flow: u32, offset: u64, length: u32, out: u32): void {
  let at = offset;
  let to = out;
  const end = out + length;
  while (to < end && (at & 7) != 0) {
    store<u8>(to++, <u8>(payloadWord(flow, at >> 3) >> ((at & 7) << 3)));
    at++;
  }
  while (to + 8 <= end) {
    store<u64>(to, payloadWord(flow, at >> 3));
    to += 8;
    at += 8;
  }
  while (to < end) {
    store<u8>(to++, <u8>(payloadWord(flow, at >> 3) >> ((at & 7) << 3)));
    at++;
  }
}
