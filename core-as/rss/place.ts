// Where packets land: hash type, hash, table entry, queue, for a run of Frame or Flow records.
// Source: windows-driver-docs "RSS configuration": the low bits of the hash index the indirection table.

import {
  FRAME_KEY_TRAITS, FRAME_L3, HASH_REASON_PORTS, HASH_TYPE_IPV6_EX, HASH_TYPE_NONE, HASH_TYPE_TCP_IPV6_EX, HASH_TYPE_UDP_IPV6_EX, L3_IPV4,
  TRAIT_HOME_ADDRESS, TRAIT_ROUTING2,
} from '../abi.gen';
import { HASHES4, HASHES6, INPUT4_SIZE, INPUT6_SIZE, INPUTS4, INPUTS6, LIST4, LIST6 } from '../memory';
import { RSS_TABLE, rssDefaultQueue, rssTableMask } from './config';
import { HashTypes } from './hash-type';
import { toeplitzRecords } from './toeplitz-simd';

class Input {
  /** Whether the `ex` addresses are there and hashed. */
  @inline static isMoved(record: u32, type: u32): bool {
    const exType = type == HASH_TYPE_IPV6_EX || type == HASH_TYPE_TCP_IPV6_EX || type == HASH_TYPE_UDP_IPV6_EX;
    return exType && (<u32>load<u16>(record, FRAME_KEY_TRAITS) & (TRAIT_HOME_ADDRESS | TRAIT_ROUTING2)) != 0;
  }
}

/** A place is HashType | HashReason << 8 | table entry << 16 | queue << 24. */
function scatter(list: u32, count: u32, listHashes: u32, hashes: u32, places: u32): void {
  for (let i: u32 = 0; i < count; i++) {
    const at = <u32>load<u8>(list + i) << 2;
    const hash = load<u32>(listHashes + (i << 2));
    const entry = hash & rssTableMask;
    store<u32>(hashes + at, hash);
    store<u32>(places + at, load<u32>(places + at) | (entry << 16) | (<u32>load<u8>(RSS_TABLE + entry) << 24));
  }
}

/**
 * @param records  Frame or Flow records, 128 bytes apart  @param ex  offset of their `ex` field
 * @param count    1 to BATCH_FRAMES
 * @param hashes   u32 a record  @param places  u32 a record
 */
export function placeRecords(records: u32, ex: u32, count: u32, hashes: u32, places: u32): void {
  let count4: u32 = 0;
  let count6: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const record = records + i * 128;
    const choice = HashTypes.of(record);
    const type = choice & 0xff;
    const withPorts = choice >> 8 == HASH_REASON_PORTS;
    store<u32>(places + (i << 2), choice);
    if (type == HASH_TYPE_NONE) {
      store<u32>(hashes + (i << 2), 0);
      store<u32>(places + (i << 2), choice | (rssDefaultQueue << 24));
    } else if (<u32>load<u8>(record, FRAME_L3) == L3_IPV4) {
      const input = INPUTS4 + count4 * INPUT4_SIZE;
      store<u64>(input, load<u64>(record));
      store<u32>(input, withPorts ? load<u32>(record, 8) : 0, 8);
      store<u8>(LIST4 + count4++, i);
    } else {
      const input = INPUTS6 + count6 * INPUT6_SIZE;
      const addresses = Input.isMoved(record, type) ? record + ex : record;
      v128.store(input, v128.load(addresses));
      v128.store(input, v128.load(addresses, 16), 16);
      store<u32>(input, withPorts ? load<u32>(record, 32) : 0, 32);
      store<u8>(LIST6 + count6++, i);
    }
  }
  toeplitzRecords(INPUTS4, INPUT4_SIZE, 12, count4, HASHES4);
  toeplitzRecords(INPUTS6, INPUT6_SIZE, 36, count6, HASHES6);
  scatter(LIST4, count4, HASHES4, hashes, places);
  scatter(LIST6, count6, HASHES6, hashes, places);
}
