// Toeplitz hash of 16 inputs at once: tables of half bytes have 16 entries, so one i8x16.swizzle looks up 16 packets.
// How the tables are made, and why there are three passes: toeplitz-passes.ts.
// Inputs are a structure of arrays (byte b of all packets together); records are transposed first.

import { PASS_SIZE, PASS_SUMS, PASS_TABLES, SOA, ZIP } from '../memory';
import { toeplitzTables } from './toeplitz';

class Lanes {
  /** Table lookup; indices are 0..15, so relaxed swizzle is exact. */
  @inline static pick(table: u32, at: v128): v128 {
    if (ASC_FEATURE_RELAXED_SIMD) return i8x16.relaxed_swizzle(v128.load(table), at);
    return i8x16.swizzle(v128.load(table), at);
  }

  @inline static product(table: u32, low: v128, high: v128): v128 {
    return v128.xor(Lanes.pick(table, low), Lanes.pick(table + 16, high));
  }

  @inline static low(bytes: v128): v128 {
    return v128.and(bytes, i8x16.splat(15));
  }

  @inline static high(bytes: v128): v128 {
    return v128.and(i16x8.shr_u(bytes, 4), i8x16.splat(15));
  }

  @inline static zipLow(a: v128, b: v128): v128 {
    return v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  }

  @inline static zipHigh(a: v128, b: v128): v128 {
    return v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  }
}

class Pass {
  /**
   * One pass over the blocks of 16 packets; stores the two result bytes at `to` and `to + 16`.
   * @param fold  distance of the columns added to x and y, or 0: pass 0 hashes x0 + x2 and x1 + x3
   */
  @inline static run(column: u32, stride: u32, fold: u32, table: u32, size: u32, to: u32): void {
    let shared = i8x16.splat(0);
    let first = shared;
    let second = shared;
    for (const end = table + size; table < end; table += 96) {
      let x = v128.load(column);
      let y = v128.load(column + stride);
      if (fold != 0) {
        x = v128.xor(x, v128.load(column + fold));
        y = v128.xor(y, v128.load(column + stride + fold));
      }
      const xLow = Lanes.low(x);
      const xHigh = Lanes.high(x);
      const yLow = Lanes.low(y);
      const yHigh = Lanes.high(y);
      shared = v128.xor(shared, Lanes.product(table, v128.xor(xLow, yLow), v128.xor(xHigh, yHigh)));
      first = v128.xor(first, Lanes.product(table + 32, xLow, xHigh));
      second = v128.xor(second, Lanes.product(table + 64, yLow, yHigh));
      column += stride << 2;
    }
    v128.store(to, v128.xor(shared, first));
    v128.store(to, v128.xor(shared, second), 16);
  }
}

/**
 * @param soa     byte b of packet p at soa + b * stride + p
 * @param bytes   input length, a multiple of 4 up to 36
 * @param count   packets, a multiple of 16
 * @param out     u32 a packet
 */
export function toeplitzSoa(soa: u32, stride: u32, bytes: u32, count: u32, out: u32): void {
  const size = (bytes >> 2) * 96;
  for (let packet: u32 = 0; packet < count; packet += 16) {
    const column = soa + packet;
    Pass.run(column, stride, stride << 1, PASS_TABLES, size, PASS_SUMS);
    Pass.run(column, stride, 0, PASS_TABLES + PASS_SIZE, size, PASS_SUMS + 32);
    Pass.run(column + (stride << 1), stride, 0, PASS_TABLES + 2 * PASS_SIZE, size, PASS_SUMS + 64);
    const even = v128.load(PASS_SUMS);
    const odd = v128.load(PASS_SUMS, 16);
    // hash0 holds the most significant bytes; u32 is stored least significant byte first.
    const hash0 = v128.xor(even, v128.load(PASS_SUMS, 32));
    const hash1 = v128.xor(odd, v128.load(PASS_SUMS, 48));
    const hash2 = v128.xor(even, v128.load(PASS_SUMS, 64));
    const hash3 = v128.xor(odd, v128.load(PASS_SUMS, 80));
    const upperA = Lanes.zipLow(hash1, hash0);
    const upperB = Lanes.zipHigh(hash1, hash0);
    const lowerA = Lanes.zipLow(hash3, hash2);
    const lowerB = Lanes.zipHigh(hash3, hash2);
    const to = out + (packet << 2);
    v128.store(to, v128.shuffle<u16>(lowerA, upperA, 0, 8, 1, 9, 2, 10, 3, 11));
    v128.store(to, v128.shuffle<u16>(lowerA, upperA, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    v128.store(to, v128.shuffle<u16>(lowerB, upperB, 0, 8, 1, 9, 2, 10, 3, 11), 32);
    v128.store(to, v128.shuffle<u16>(lowerB, upperB, 4, 12, 5, 13, 6, 14, 7, 15), 48);
  }
}

/** Interleaves rows r, r + 4, r + 8 and r + 12 of 16 rows of 16 bytes, for r below `rows`: the 8-bit index (row, byte) is rotated left by two. */
function zipRows(from: u32, stride: u32, to: u32, rows: u32): void {
  const quarter = stride << 2;
  for (let row: u32 = 0; row < rows; row++) {
    const a = v128.load(from);
    const b = v128.load(from + quarter);
    const c = v128.load(from + 2 * quarter);
    const d = v128.load(from + 3 * quarter);
    const acLow = Lanes.zipLow(a, c);
    const acHigh = Lanes.zipHigh(a, c);
    const bdLow = Lanes.zipLow(b, d);
    const bdHigh = Lanes.zipHigh(b, d);
    v128.store(to, Lanes.zipLow(acLow, bdLow));
    v128.store(to, Lanes.zipHigh(acLow, bdLow), 16);
    v128.store(to, Lanes.zipLow(acHigh, bdHigh), 32);
    v128.store(to, Lanes.zipHigh(acHigh, bdHigh), 48);
    from += stride;
    to += 64;
  }
}

/** Byte b of record r goes to soa + b * 16 + r, for b below `columns`, a multiple of 4. Two rotations of the index swap row and byte. */
function transpose(records: u32, stride: u32, soa: u32, columns: u32): void {
  zipRows(records, stride, ZIP, 4);
  zipRows(ZIP, 16, soa, columns >> 2);
}

/**
 * @param records  inputs, one every `stride` bytes; each must be readable for 16 bytes per started 16 of `bytes`
 * @param bytes    input length, a multiple of 4 up to 36
 * @param count    any; what is left of a last group of 16 takes the byte tables
 * @param out      u32 a record
 */
export function toeplitzRecords(records: u32, stride: u32, bytes: u32, count: u32, out: u32): void {
  const whole = count & ~15;
  for (let first: u32 = 0; first < whole; first += 16) {
    const group = records + first * stride;
    for (let block: u32 = 0; block < bytes; block += 16) transpose(group + block, stride, SOA + block * 16, min<u32>(bytes - block, 16));
    toeplitzSoa(SOA, 16, bytes, 16, out + (first << 2));
  }
  for (let i = whole; i < count; i++) store<u32>(out + (i << 2), toeplitzTables(records + i * stride, bytes));
}
