// splitmix64 and xoshiro256** as their authors publish them (prng.di.unimi.it), in big integers.

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);
const rotl = (value: bigint, bits: bigint): bigint => wrap((value << bits) | (value >> (64n - bits)));

export function splitmix64(state: { x: bigint }): bigint {
  state.x = wrap(state.x + 0x9e3779b97f4a7c15n);
  let z = state.x;
  z = wrap((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = wrap((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

export function xoshiro256ss(s: [bigint, bigint, bigint, bigint]): bigint {
  const result = wrap(rotl(wrap(s[1] * 5n), 7n) * 9n);
  const t = wrap(s[1] << 17n);
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotl(s[3], 45n);
  return result;
}
