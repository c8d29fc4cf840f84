// The Internet checksum, RFC 1071: sums are independent of byte order (section 2 B), so words are added as they lie in memory.

/** Adds `bytes` bytes at `at` to a running sum; an odd last byte counts as the first of a word. */
export function sumAdd(sum: u64, at: u32, bytes: u32): u64 {
  const end = at + (bytes & ~3);
  for (; at < end; at += 4) sum += <u64>load<u32>(at);
  if (bytes & 2) {
    sum += <u64>load<u16>(at);
    at += 2;
  }
  if (bytes & 1) sum += <u64>load<u8>(at);
  return sum;
}

/** Folds to 16 bits, not complemented, in memory order. */
export function sumFold(sum: u64): u32 {
  sum = (sum & 0xffffffff) + (sum >> 32);
  sum = (sum & 0xffffffff) + (sum >> 32);
  let folded = <u32>sum;
  folded = (folded & 0xffff) + (folded >> 16);
  return (folded & 0xffff) + (folded >> 16);
}

/** Sum of the pseudo-header: addresses at `source` (destination follows them), protocol, length (RFC 9293 section 3.1, RFC 8200 section 8.1). */
export function sumPseudo(family: u32, source: u32, protocol: u32, length: u32): u64 {
  const addresses = sumAdd(0, source, family == 4 ? 8 : 32);
  return addresses + <u64>bswap<u32>(length) + <u64>bswap<u32>(protocol);
}
