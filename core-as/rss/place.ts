// Where packets land: hash type, hash, table entry, queue, for a run of Frame or Flow records.
// Source: windows-driver-docs "RSS configuration": the low bits of the hash index the indirection table.

import { HASHES4, HASHES6, INPUT4_SIZE, INPUT6_SIZE, INPUTS4, INPUTS6, LIST4, LIST6, PORT_MASKS } from '../memory';
import { RSS_TABLE, rssTableMask } from './config';
import { FAMILY_IPV4, FAMILY_IPV6, HashTypes, MOVED, PORTED } from './hash-type';
import { toeplitzRecords } from './toeplitz-simd';

class Input {
  /** A last group that is half full is cheaper hashed as a whole one, with what lies behind; input and hash areas have room for it. */
  @inline static padded(count: u32): u32 {
    return (count & 15) >= 7 ? (count + 15) & ~15 : count;
  }
}

/** A place is HashType | HashReason << 8 | table entry << 16 | queue << 24. */
function scatter(list: u32, count: u32, listHashes: u32, hashes: u32, places: u32): void {
  const mask = rssTableMask; // a local: globals are read again after every store
  for (let i: u32 = 0; i < count; i++) {
    const at = (<u32>load<u8>(list + i)) << 2;
    const hash = load<u32>(listHashes + (i << 2));
    const entry = hash & mask;
    store<u32>(hashes + at, hash);
    store<u16>(places + at, entry | ((<u32>load<u8>(entry, RSS_TABLE)) << 8), 2);
  }
}

/**
 * @param records  Frame or Flow records, 128 bytes apart  @param ex  offset of their `ex` field
 * @param count    0 to BATCH_FRAMES
 * @param hashes   u32 a record  @param places  u32 a record
 */
export function placeRecords(records: u32, ex: u32, count: u32, hashes: u32, places: u32): void {
  let count4: u32 = 0;
  let count6: u32 = 0;
  // Lists are written always and grow by one or by nothing: a branch here would be guessed wrong on mixed traffic. Where a table is the
  // offset of an access, not part of its address, it is part of the instruction and costs nothing.
  for (let i: u32 = 0; i < count; i++) {
    const record = records + (i << 7);
    const choice = HashTypes.of(record);
    store<u32>(places + (i << 2), choice);
    store<u32>(hashes + (i << 2), 0);
    store<u8>(count4, i, LIST4);
    v128.store(count4 * INPUT4_SIZE, v128.and(v128.load(record), v128.load((choice & PORTED) >> 14, PORT_MASKS)), INPUTS4);
    count4 += (choice & FAMILY_IPV4) >> 16;
    store<u8>(count6, i, LIST6);
    count6 += (choice & FAMILY_IPV6) >> 17;
  }
  for (let at: u32 = 0; at < count6; at++) {
    const i = <u32>load<u8>(LIST6 + at);
    const record = records + (i << 7);
    const choice = load<u32>(places + (i << 2));
    const input = INPUTS6 + at * INPUT6_SIZE;
    const addresses = record + select<u32>(ex, 0, choice & MOVED);
    v128.store(input, v128.load(addresses));
    v128.store(input, v128.load(addresses, 16), 16);
    store<u32>(input, select<u32>(load<u32>(record, 32), 0, choice & PORTED), 32);
  }
  toeplitzRecords(INPUTS4, INPUT4_SIZE, 12, Input.padded(count4), HASHES4);
  toeplitzRecords(INPUTS6, INPUT6_SIZE, 36, Input.padded(count6), HASHES6);
  scatter(LIST4, count4, HASHES4, hashes, places);
  scatter(LIST6, count6, HASHES6, hashes, places);
}
