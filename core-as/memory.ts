// Linear memory: a fixed part below asconfig's memoryBase (1 MiB), then AssemblyScript's static data, then the arena.
// The arena only grows, and only through arenaTake(); nothing is ever freed: one instance is one capture or one world.
//
//     0        1 KiB  fixed records        16 KiB frame batch     32 KiB scratch for callers
//     96 KiB   Toeplitz byte tables, nibble tables, hash inputs   256 KiB heat matrix, 768 KiB event queue

import {
  BATCH_FRAMES,
  CAPTURE_SIZE,
  FRAME_SIZE,
  MAX_INTERFACES,
  MAX_QUEUES,
  MAX_TABLE,
  MAX_UNKNOWN_LINKS,
  RSS_CONFIG_SIZE,
  TIME_BINS,
  UNKNOWN_LINK_SIZE,
} from './abi.gen';

/** Longest hash input, bytes: two IPv6 addresses and two ports. */
export const MAX_INPUT: u32 = 36;
/** Input records handed to the SIMD kernel: 16 bytes for IPv4, 48 for IPv6. */
export const INPUT4_SIZE: u32 = 16;
export const INPUT6_SIZE: u32 = 48;
export const INTERFACE_SIZE: u32 = 32;

export const RSS_CONFIG: u32 = 1024;
export const CAPTURE: u32 = RSS_CONFIG + RSS_CONFIG_SIZE + 112;
export const UNKNOWN_LINKS: u32 = CAPTURE + CAPTURE_SIZE;
export const INTERFACES: u32 = 4096;
export const BATCH: u32 = 16384;
export const SCRATCH: u32 = BATCH + BATCH_FRAMES * FRAME_SIZE;
export const BYTE_TABLES: u32 = SCRATCH + 65536;
export const NIBBLE_TABLES: u32 = BYTE_TABLES + MAX_INPUT * 1024;
/** One pass of the SIMD kernel: 96 bytes for each block of four input bytes. */
export const PASS_SIZE: u32 = (MAX_INPUT >> 2) * 96;
export const PASS_TABLES: u32 = NIBBLE_TABLES + MAX_INPUT * 128;
export const PASS_SUMS: u32 = PASS_TABLES + 3 * PASS_SIZE;
export const SOA: u32 = PASS_SUMS + 96;
export const ZIP: u32 = SOA + 48 * 16;
export const INPUTS4: u32 = ZIP + 256;
export const INPUTS6: u32 = INPUTS4 + BATCH_FRAMES * INPUT4_SIZE;
export const LIST4: u32 = INPUTS6 + BATCH_FRAMES * INPUT6_SIZE;
export const LIST6: u32 = LIST4 + BATCH_FRAMES;
export const HASHES4: u32 = LIST6 + BATCH_FRAMES;
export const HASHES6: u32 = HASHES4 + BATCH_FRAMES * 4;
export const BATCH_HASHES: u32 = HASHES6 + BATCH_FRAMES * 4;
export const BATCH_PLACES: u32 = BATCH_HASHES + BATCH_FRAMES * 4;
export const BATCH_RECORDED: u32 = BATCH_PLACES + BATCH_FRAMES * 4;
export const BATCH_KEYS: u32 = BATCH_RECORDED + BATCH_FRAMES * 8;
export const REPLAY_COUNTERS: u32 = BATCH_KEYS + BATCH_FRAMES * 8;
export const LOADS: u32 = REPLAY_COUNTERS + MAX_QUEUES * 16;
export const HASH_CHOICES: u32 = LOADS + (MAX_TABLE + MAX_QUEUES + 1) * 16;
export const PROTOCOL_SLOTS: u32 = HASH_CHOICES + 256 * 8 * 4 * 4;
export const FRAMES_PLAIN: u32 = PROTOCOL_SLOTS + 256;
export const FRAMES_OTHER: u32 = FRAMES_PLAIN + BATCH_FRAMES * 2;
export const FRAMES_TAGGED: u32 = FRAMES_OTHER + BATCH_FRAMES * 2;
export const FRAMES6: u32 = FRAMES_TAGGED + BATCH_FRAMES * 2;
export const FRAMES_REST: u32 = FRAMES6 + BATCH_FRAMES * 2;
/** Never written: stands in for a frame that is not there. */
export const ZEROES: u32 = FRAMES_REST + BATCH_FRAMES * 2 + 16;
/** Masks of an IPv4 input: addresses only; addresses and ports. */
export const PORT_MASKS: u32 = ZEROES + 128;
export const FIXED_END: u32 = PORT_MASKS + 32;
export const HEAT: u32 = 262144;
export const HEAT_END: u32 = HEAT + MAX_QUEUES * TIME_BINS * 16;
/** The event queue of a world (sim/queue.ts). */
export const WHEEL: u32 = HEAT_END;
export const WHEEL_END: u32 = WHEEL + 8192;

/** True when the fixed parts do not overlap; checked by a test, folded to a constant here. */
export function memoryLayoutHolds(): bool {
  return (
    UNKNOWN_LINKS + MAX_UNKNOWN_LINKS * UNKNOWN_LINK_SIZE <= INTERFACES &&
    INTERFACES + MAX_INTERFACES * INTERFACE_SIZE <= BATCH &&
    FIXED_END <= HEAT &&
    WHEEL_END <= <u32>1048576
  );
}

let arenaTop: u32 = 0;
let arenaSealed: bool = false;

/** From now on nothing more is taken: a world that runs has all its memory. */
export function arenaSeal(): void {
  arenaSealed = true;
}

/** Address of `bytes` zeroed bytes, 16-byte aligned. Traps when the host gives no more memory, and in a world that runs. The only place that grows memory. */
export function arenaTake(bytes: u32): u32 {
  if (arenaSealed) unreachable();
  if (arenaTop == 0) arenaTop = (<u32>__heap_base + 15) & ~15;
  const at = arenaTop;
  arenaTop = (at + bytes + 15) & ~15;
  const have = (<u32>memory.size()) << 16;
  if (arenaTop > have && memory.grow(<i32>((arenaTop - have + 65535) >> 16)) < 0) unreachable();
  return at;
}
