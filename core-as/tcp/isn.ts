// Initial sequence numbers: ISN = M + F(addresses, ports, secret), M a clock of 4 us (RFC 6528 section 3).
// F is SipHash-2-4 (Aumasson and Bernstein, 2012) under the stack's 128-bit secret, which the host seeds.

import { TcpConnection, TcpStack } from '../abi.gen';

const CLOCK: u64 = 4_000_000; // ps

let v0: u64 = 0;
let v1: u64 = 0;
let v2: u64 = 0;
let v3: u64 = 0;

function sipRound(): void {
  v0 += v1;
  v2 += v3;
  v1 = rotl<u64>(v1, 13) ^ v0;
  v3 = rotl<u64>(v3, 16) ^ v2;
  v0 = rotl<u64>(v0, 32);
  v2 += v1;
  v0 += v3;
  v1 = rotl<u64>(v1, 17) ^ v2;
  v3 = rotl<u64>(v3, 21) ^ v0;
  v2 = rotl<u64>(v2, 32);
}

function sipWord(word: u64): void {
  v3 ^= word;
  sipRound();
  sipRound();
  v0 ^= word;
}

/** SipHash-2-4 of `words` 64-bit words at `at`, then of a last block `tail` that holds the length in its top byte. */
export function sipHash(key0: u64, key1: u64, at: u32, words: u32, tail: u64): u64 {
  v0 = key0 ^ 0x736f6d6570736575;
  v1 = key1 ^ 0x646f72616e646f6d;
  v2 = key0 ^ 0x6c7967656e657261;
  v3 = key1 ^ 0x7465646279746573;
  for (let i: u32 = 0; i < words; i++) sipWord(load<u64>(at + (i << 3)));
  sipWord(tail);
  v2 ^= 0xff;
  for (let i: u32 = 0; i < 4; i++) sipRound();
  return v0 ^ v1 ^ v2 ^ v3;
}

export function initialSequence(c: TcpConnection, stack: TcpStack, now: u64): u32 {
  const ports = ((<u64>36) << 56) | (<u64>c.localPort) | ((<u64>c.remotePort) << 16);
  const hash = sipHash(stack.secret0, stack.secret1, c.localAddressAt, 4, ports);
  return <u32>hash + <u32>(now / CLOCK);
}
