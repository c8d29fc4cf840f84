// Classification of the frame batch: fills the hash fields of parsed frames.

import { FRAME_ENTRY, FRAME_EX, FRAME_HASH, FRAME_HASH_TYPE, FRAME_SIZE } from './abi.gen';
import { BATCH, BATCH_HASHES, BATCH_PLACES } from './memory';
import { placeRecords } from './rss/place';

/** @param count  0 to BATCH_FRAMES frames of the batch that are parsed */
export function batchClassify(count: u32): void {
  placeRecords(BATCH, FRAME_EX, count, BATCH_HASHES, BATCH_PLACES);
  for (let i: u32 = 0; i < count; i++) {
    const frame = BATCH + i * FRAME_SIZE;
    const place = load<u32>(BATCH_PLACES + i * 4);
    store<u32>(frame, load<u32>(BATCH_HASHES + i * 4), FRAME_HASH);
    store<u16>(frame, place, FRAME_HASH_TYPE); // type and reason are adjacent
    store<u16>(frame, place >> 16, FRAME_ENTRY); // entry and queue are adjacent
  }
}
