// Replay: frames in, parse, hash, dispatch, count. The fast path without time, flows or hosts.

import { BATCH_FRAMES, FRAME_EX, LINK_ETHERNET, MAX_QUEUES } from './abi.gen';
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
  // Packets and bytes are added together: a queue's next frame often waits for its last one to be counted.
  const aPacket = i64x2(1, 0);
  const upperHalf = i64x2(0, -1);
  while (count > 0) {
    const batch = min(count, BATCH_FRAMES);
    let plain: u32 = 0;
    for (let i: u32 = 0; i < batch; i++) {
      const at = descriptors + i * DESCRIPTOR_SIZE;
      plain = Told.frame(i, plain, load<u32>(at), <u32>load<u16>(at, 4), <u32>load<u16>(at, 6), LINK_ETHERNET, 0, 0);
    }
    framesParse(batch, plain);
    placeRecords(BATCH, FRAME_EX, batch, BATCH_HASHES, BATCH_PLACES);
    for (let i: u32 = 0; i < batch; i++) {
      const counters = (<u32>load<u8>(i << 2, BATCH_PLACES + 3)) << 4;
      const wire = i64x2.shr_u(v128.load64_splat(descriptors + i * DESCRIPTOR_SIZE), 48);
      v128.store(counters, i64x2.add(v128.load(counters, REPLAY_COUNTERS), v128.or(v128.and(wire, upperHalf), aPacket)), REPLAY_COUNTERS);
    }
    descriptors += batch * DESCRIPTOR_SIZE;
    count -= batch;
  }
}
