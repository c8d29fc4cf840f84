// Tables of the SIMD kernel: what half an input byte adds to one byte of the hash, and the sums that its three passes need.
//
// Take a block of four input bytes x0..x3. Result byte i gets F[i + j](x[j]), where F[m] is the 8x8 bit matrix of the key bits from
// 8 * (block + m) on: the matrix depends on i + j alone. Such a 2x2 block takes three products instead of four (Karatsuba):
//     P = F1(x0 + x1),  y0 = P + (F0 + F1)(x0),  y1 = P + (F1 + F2)(x1)        + is XOR
// Done twice, a 4x4 block takes 9 products instead of 16:
//     pass 0  F2.. on (x0 + x2, x1 + x3)   shared by both halves of the result
//     pass 1  F0.. + F2.. on (x0, x1)      completes result bytes 0 and 1
//     pass 2  F2.. + F4.. on (x2, x3)      completes result bytes 2 and 3

import { BYTE_TABLES, MAX_INPUT, NIBBLE_TABLES, PASS_SIZE, PASS_TABLES } from '../memory';

/** [position 0..35][low, high nibble][result byte 0..3, most significant first][value 0..15], u8. */
export function nibbleTablesPrepare(): void {
  for (let position: u32 = 0; position < MAX_INPUT; position++) {
    for (let value: u32 = 0; value < 16; value++) {
      const low = load<u32>(BYTE_TABLES + position * 1024 + value * 4);
      const high = load<u32>(BYTE_TABLES + position * 1024 + value * 64);
      const nibbles = NIBBLE_TABLES + position * 128 + value;
      for (let byte: u32 = 0; byte < 4; byte++) {
        store<u8>(nibbles + byte * 16, low >> (24 - byte * 8));
        store<u8>(nibbles + 64 + byte * 16, high >> (24 - byte * 8));
      }
    }
  }
}

/** Nibble table of F[m], m 0..6, of a block: the table of input byte 0 for result byte m, or of input byte 3 for result byte m - 3. */
function matrixAt(block: u32, m: u32, half: u32): u32 {
  const byte: u32 = m < 4 ? 0 : 3;
  return NIBBLE_TABLES + (block * 4 + byte) * 128 + half * 64 + (m - byte) * 16;
}

/** The matrix that stands for F[m] in a pass. */
function passMatrix(block: u32, m: u32, half: u32, pass: u32): v128 {
  const middle = v128.load(matrixAt(block, m + 2, half));
  if (pass == 0) return middle;
  return v128.xor(middle, v128.load(matrixAt(block, pass == 1 ? m : m + 4, half)));
}

/** [pass 0..2][block 0..8][F1, F0 + F1, F1 + F2][low, high nibble][value 0..15], u8. */
export function passTablesPrepare(): void {
  for (let pass: u32 = 0; pass < 3; pass++) {
    for (let block: u32 = 0; block < MAX_INPUT >> 2; block++) {
      for (let half: u32 = 0; half < 2; half++) {
        const to = PASS_TABLES + pass * PASS_SIZE + block * 96 + half * 16;
        const shared = passMatrix(block, 1, half, pass);
        v128.store(to, shared);
        v128.store(to, v128.xor(passMatrix(block, 0, half, pass), shared), 32);
        v128.store(to, v128.xor(passMatrix(block, 2, half, pass), shared), 64);
      }
    }
  }
}
