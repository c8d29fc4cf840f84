// The made-up payload of a flow, of which nobody stores a byte. Once in big integers, as the formula reads, and once in 32-bit halves,
// which are fast enough for a hundred megabytes; tests hold one against the other, and both against the core.

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);

/** Bytes `word` * 8 to `word` * 8 + 7 of the stream, the first in the low bits: splitmix64's finaliser over flow and word. */
export function payloadWord(flow: bigint, word: bigint): bigint {
  let z = wrap(word * 0x9e3779b97f4a7c15n + (flow + 1n) * 0xbf58476d1ce4e5b9n);
  z = wrap((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = wrap((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

export const payloadByte = (flow: bigint, offset: bigint): number =>
  Number((payloadWord(flow, offset >> 3n) >> ((offset & 7n) * 8n)) & 255n);

/** High 32 bits of the product of two 32-bit numbers; the low ones are Math.imul's. */
function highProduct(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const cross = aHigh * bLow + ((aLow * bLow) >>> 16); // below 2^32
  const middle = aLow * bHigh + (cross & 0xffff); // below 2^32
  return (aHigh * bHigh + (cross >>> 16) + (middle >>> 16)) | 0;
}

/** @param length  bytes of the stream of `flow` from its start. Below 2^32 words. */
export function payload(flow: number, length: number): Uint8Array {
  const words = Math.ceil(length / 8);
  const bytes = new Uint8Array(words * 8);
  const out = new DataView(bytes.buffer);
  let low = (flow + 1) | 0;
  let high = Math.floor((flow + 1) / 2 ** 32);
  const multiply = (byLow: number, byHigh: number): void => {
    high = (highProduct(low, byLow) + Math.imul(low, byHigh) + Math.imul(high, byLow)) | 0;
    low = Math.imul(low, byLow);
  };
  const foldRight = (bits: number): void => {
    const shifted = (low >>> bits) | (high << (32 - bits));
    high ^= high >>> bits;
    low ^= shifted;
  };
  multiply(0x1ce4e5b9, 0xbf58476d);
  let [sumLow, sumHigh] = [low >>> 0, high];
  for (let word = 0; word < words; word++) {
    [low, high] = [sumLow, sumHigh];
    foldRight(30);
    multiply(0x1ce4e5b9, 0xbf58476d);
    foldRight(27);
    multiply(0x133111eb, 0x94d049bb);
    foldRight(31);
    out.setInt32(word * 8, low, true);
    out.setInt32(word * 8 + 4, high, true);
    const next = sumLow + 0x7f4a7c15;
    sumHigh = (sumHigh + 0x9e3779b9 + (next >= 2 ** 32 ? 1 : 0)) | 0;
    sumLow = next >>> 0;
  }
  return bytes.subarray(0, length);
}
