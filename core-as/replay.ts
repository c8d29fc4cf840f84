// Replay: frames in, parse, hash, dispatch, count. The fast path without time, flows or hosts.

import { BATCH_FRAMES, FRAME_EX, FRAME_SIZE, LINK_ETHERNET, MAX_QUEUES } from './abi.gen';
import { framesParse, Told } from './frame/frames';
import { BATCH, BATCH_HASHES, BATCH_PLACES, REPLAY_COUNTERS } from './memory';
import { placeRecords } from './rss/place';

/** One frame to replay: u32 address, u16 captured, u16 wire. */
const DESCRIPTOR_SIZE: u32 = 8;

export function replayReset(): void {
  memory.fill(REPLAY_COUNTERS, 0, MAX_QUEUES * 16);
}

/** Counts per queue: u64 packets, u64 bytes on the wire. */
export function replay(descriptors: u32, count: u32): void {
  while (count > 0) {
    const batch = min(count, BATCH_FRAMES);
    for (let i: u32 = 0; i < batch; i++) {
      const at = descriptors + i * DESCRIPTOR_SIZE;
      Told.frame(BATCH + i * FRAME_SIZE, load<u32>(at), <u32>load<u16>(at, 4), <u32>load<u16>(at, 6), LINK_ETHERNET, 0, 0);
    }
    framesParse(batch);
    placeRecords(BATCH, FRAME_EX, batch, BATCH_HASHES, BATCH_PLACES);
    for (let i: u32 = 0; i < batch; i++) {
      const counters = REPLAY_COUNTERS + ((<u32>load<u8>(BATCH_PLACES + i * 4, 3)) << 4);
      store<u64>(counters, load<u64>(counters) + 1);
      store<u64>(counters, load<u64>(counters, 8) + <u64>load<u16>(descriptors + i * DESCRIPTOR_SIZE, 6), 8);
    }
    descriptors += batch * DESCRIPTOR_SIZE;
    count -= batch;
  }
}
