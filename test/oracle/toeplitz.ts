// The Toeplitz hash as the textbook says it, with a big integer for the key register: slow and plain, to judge fast code.
// Source: windows-driver-docs, "RSS hashing functions": for every input bit from the left, if it is set, XOR the left-most
// 32 bits of the key into the result; then shift the key left by one.

export function toeplitz(key: Uint8Array, input: Uint8Array): number {
  const bits = BigInt(key.length * 8);
  const mask = (1n << bits) - 1n;
  let register = key.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let result = 0n;
  for (const byte of input) {
    for (let bit = 7; bit >= 0; bit--) {
      if ((byte >>> bit) & 1) result ^= register >> (bits - 32n);
      register = (register << 1n) & mask;
    }
  }
  return Number(result);
}
