// The Toeplitz hash, written out bit by bit for people to follow. The core computes the hashes that count; this only shows the way.
// Source: windows-driver-docs "RSS hashing functions": for every input bit, most significant first, XOR the left-most 32 bits
// of the key into the result if the bit is 1, then shift the key left by one.

export interface BitStep {
  /** Position in the input, 0 is the most significant bit of byte 0. Also the first key bit of the window. */
  index: number;
  bit: 0 | 1;
  /** Key bits index..index+31, u32. */
  window: number;
  /** Result before and after this bit, u32. */
  before: number;
  after: number;
}

export interface ByteStep {
  index: number;
  value: number;
  /** What this byte alone contributes: the XOR of its windows, u32. */
  partial: number;
  /** Result after this byte, u32. */
  after: number;
  /** Its eight steps. */
  bits: BitStep[];
}

const keyBit = (key: Uint8Array, position: number): number => ((key[position >> 3] ?? 0) >> (7 - (position & 7))) & 1;

/** 32 bits of the key from bit `index` on, u32. Past the end the register has shifted zeros in. */
export function keyWindow(key: Uint8Array, index: number): number {
  let window = 0;
  for (let offset = 0; offset < 32; offset++) window = (window << 1) | keyBit(key, index + offset);
  return window >>> 0;
}

/** Every step of the hash of `input`, grouped by input byte; empty for empty input. */
export function toeplitzSteps(key: Uint8Array, input: Uint8Array): ByteStep[] {
  let result = 0;
  return Array.from(input, (value, index) => {
    const start = result;
    const bits = Array.from({ length: 8 }, (_, offset): BitStep => {
      const position = index * 8 + offset;
      const bit = ((value >> (7 - offset)) & 1) as 0 | 1;
      const window = keyWindow(key, position);
      const before = result;
      if (bit) result = (result ^ window) >>> 0;
      return { index: position, bit, window, before, after: result };
    });
    return { index, value, partial: (start ^ result) >>> 0, after: result, bits };
  });
}
