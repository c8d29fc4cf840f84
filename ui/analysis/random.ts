// Seeded random numbers: the same seed gives the same numbers on every machine.
// xorshift32 (Marsaglia, "Xorshift RNGs", 2003), its state spread by one round of the murmur3 finaliser so that
// neighbouring seeds are far apart.

export interface Random {
  /** 0 .. 2^32 - 1 */
  u32(): number;
  /** 0 <= x < 1 */
  uniform(): number;
  /** Mean 0, variance 1. */
  normal(): number;
}

export function seededRandom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  state = (state ^ (state >>> 16)) >>> 0 || 1;
  const u32 = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  const uniform = () => u32() / 0x1_0000_0000;
  // Box and Muller, 1958; u32() is never 0, so the logarithm is finite.
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return { u32, uniform, normal };
}

/** A key of `bytes` random bytes, hex. */
export function randomKey(random: Random, bytes: number): string {
  return Array.from({ length: bytes }, () => (random.u32() >>> 24).toString(16).padStart(2, '0')).join('');
}
