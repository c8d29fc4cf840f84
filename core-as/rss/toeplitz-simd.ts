// Toeplitz hash of 16 inputs at once. Each input byte adds table[low nibble] ^ table[high nibble] to the hash; the tables of a
// nibble have 16 entries of 4 bytes, so one i8x16.swizzle looks up one result byte for 16 packets.
// Inputs are a structure of arrays (byte b of all packets together); records are transposed first.

import { NIBBLE_TABLES, SOA, ZIP_A, ZIP_B } from '../memory';
import { toeplitzTables } from './toeplitz';

class Lanes {
  /** Table lookup; indices are 0..15, so relaxed swizzle is exact. */
  @inline static pick(table: u32, at: v128): v128 {
    if (ASC_FEATURE_RELAXED_SIMD) return i8x16.relaxed_swizzle(v128.load(table), at);
    return i8x16.swizzle(v128.load(table), at);
  }
}

/**
 * @param soa     byte b of packet p at soa + b * stride + p
 * @param bytes   input length, 0 to 36
 * @param count   packets, a multiple of 16
 * @param out     u32 a packet
 */
export function toeplitzSoa(soa: u32, stride: u32, bytes: u32, count: u32, out: u32): void {
  const low = i8x16.splat(15);
  const tablesEnd = NIBBLE_TABLES + bytes * 128;
  for (let packet: u32 = 0; packet < count; packet += 16) {
    let hash0 = i8x16.splat(0);
    let hash1 = hash0;
    let hash2 = hash0;
    let hash3 = hash0;
    let column = soa + packet;
    for (let table = NIBBLE_TABLES; table < tablesEnd; table += 128) {
      const input = v128.load(column);
      const lo = v128.and(input, low);
      const hi = v128.and(i16x8.shr_u(input, 4), low);
      hash0 = v128.xor(hash0, v128.xor(Lanes.pick(table, lo), Lanes.pick(table + 64, hi)));
      hash1 = v128.xor(hash1, v128.xor(Lanes.pick(table + 16, lo), Lanes.pick(table + 80, hi)));
      hash2 = v128.xor(hash2, v128.xor(Lanes.pick(table + 32, lo), Lanes.pick(table + 96, hi)));
      hash3 = v128.xor(hash3, v128.xor(Lanes.pick(table + 48, lo), Lanes.pick(table + 112, hi)));
      column += stride;
    }
    // hash0 holds the most significant bytes; u32 is stored least significant byte first.
    const upperA = v128.shuffle<u8>(hash1, hash0, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const upperB = v128.shuffle<u8>(hash1, hash0, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const lowerA = v128.shuffle<u8>(hash3, hash2, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const lowerB = v128.shuffle<u8>(hash3, hash2, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const to = out + packet * 4;
    v128.store(to, v128.shuffle<u16>(lowerA, upperA, 0, 8, 1, 9, 2, 10, 3, 11));
    v128.store(to, v128.shuffle<u16>(lowerA, upperA, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    v128.store(to, v128.shuffle<u16>(lowerB, upperB, 0, 8, 1, 9, 2, 10, 3, 11), 32);
    v128.store(to, v128.shuffle<u16>(lowerB, upperB, 4, 12, 5, 13, 6, 14, 7, 15), 48);
  }
}

/** Interleaves rows r and r + 8 of 16 rows of 16 bytes: the 8-bit index (row, byte) is rotated left by one. */
function zipRows(from: u32, stride: u32, to: u32): void {
  const half = from + 8 * stride;
  for (let r: u32 = 0; r < 8; r++) {
    const a = v128.load(from + r * stride);
    const b = v128.load(half + r * stride);
    v128.store(to + r * 32, v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
    v128.store(to + r * 32, v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), 16);
  }
}

/** Transposes 16 bytes of each of 16 records: byte b of record r goes to soa + b * 16 + r. Four rotations of the index swap row and byte. */
function transpose16(records: u32, stride: u32, soa: u32): void {
  zipRows(records, stride, ZIP_A);
  zipRows(ZIP_A, 16, ZIP_B);
  zipRows(ZIP_B, 16, ZIP_A);
  zipRows(ZIP_A, 16, soa);
}

/**
 * @param records  inputs, one every `stride` bytes; each must be readable for 16 bytes per started 16 of `bytes`
 * @param bytes    input length, 0 to 36
 * @param count    any; what is left of a last group of 16 takes the byte tables
 * @param out      u32 a record
 */
export function toeplitzRecords(records: u32, stride: u32, bytes: u32, count: u32, out: u32): void {
  const whole = count & ~15;
  for (let first: u32 = 0; first < whole; first += 16) {
    const group = records + first * stride;
    for (let block: u32 = 0; block < bytes; block += 16) transpose16(group + block, stride, SOA + block * 16);
    toeplitzSoa(SOA, 16, bytes, 16, out + first * 4);
  }
  for (let i = whole; i < count; i++) store<u32>(out + i * 4, toeplitzTables(records + i * stride, bytes));
}
