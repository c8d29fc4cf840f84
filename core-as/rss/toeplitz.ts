// Toeplitz hash, one input at a time: the textbook bit loop (the oracle) and prepared byte tables.
// Source: windows-driver-docs "RSS hashing functions". The hash is linear: the XOR of one 32-bit key window per set input bit,
// so tables of partial XORs give the same result, and zero bytes add nothing.

import { RSS_CONFIG_KEY, RSS_CONFIG_KEY_BYTES } from '../abi.gen';
import { Wire } from '../bytes';
import { BYTE_TABLES, MAX_INPUT, RSS_CONFIG } from '../memory';
import { nibbleTablesPrepare, passTablesPrepare } from './toeplitz-passes';

const KEY: u32 = RSS_CONFIG + RSS_CONFIG_KEY;

/**
 * Textbook Toeplitz: for each input bit from the most significant of byte 0 on, XOR the left-most 32 bits of the key, then shift the key left by one.
 * @param input  wire bytes, network order  @param bytes  0 to keyBytes - 4
 * @returns u32 hash
 */
export function toeplitzBits(input: u32, bytes: u32): u32 {
  let result: u32 = 0;
  let window = Wire.u32(KEY);
  for (let i: u32 = 0; i < bytes; i++) {
    const inputByte = <u32>load<u8>(input + i);
    const nextKeyByte = <u32>load<u8>(KEY + i, 4);
    for (let bit: i32 = 7; bit >= 0; bit--) {
      if ((inputByte >> bit) & 1) result ^= window;
      window = (window << 1) | ((nextKeyByte >> bit) & 1);
    }
  }
  return result;
}

/** The 32 key bits that start at bit `at`. */
function keyWindow(at: u32): u32 {
  const byte = KEY + (at >> 3);
  const shift = at & 7;
  const high = Wire.u32(byte);
  return shift == 0 ? high : (high << shift) | ((<u32>load<u8>(byte, 4)) >> (8 - shift));
}

/**
 * Prepares all tables from the key in RssConfig. Byte tables: [position 0..35][value 0..255], u32, what this byte adds to the hash.
 * Positions that the key is too short for stay 0.
 */
export function toeplitzPrepare(): void {
  const usable = min(MAX_INPUT, load<u32>(RSS_CONFIG, RSS_CONFIG_KEY_BYTES) - 4);
  memory.fill(BYTE_TABLES, 0, MAX_INPUT * 1024);
  for (let position: u32 = 0; position < usable; position++) {
    const table = BYTE_TABLES + position * 1024;
    for (let value: u32 = 1; value < 256; value++) {
      const lowest = <u32>ctz(value);
      const rest = value & (value - 1);
      store<u32>(table + value * 4, load<u32>(table + rest * 4) ^ keyWindow(position * 8 + 7 - lowest));
    }
  }
  nibbleTablesPrepare();
  passTablesPrepare();
}

/** The same hash from the byte tables. @param bytes  0 to 36 */
export function toeplitzTables(input: u32, bytes: u32): u32 {
  let result: u32 = 0;
  let table = BYTE_TABLES;
  for (let i: u32 = 0; i < bytes; i++) {
    result ^= load<u32>(table + ((<u32>load<u8>(input + i)) << 2));
    table += 1024;
  }
  return result;
}
