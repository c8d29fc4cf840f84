// Exports of the core, in the order of ui/engine/core.ts.

import { ABI_HASH } from './abi.gen';
import { BATCH, REPLAY_COUNTERS, RSS_CONFIG, SCRATCH } from './memory';

export { arenaTake, memoryLayoutHolds } from './memory';
export { rssConfigure } from './rss/config';
export { toeplitzBits, toeplitzTables } from './rss/toeplitz';
export { toeplitzRecords, toeplitzSoa } from './rss/toeplitz-simd';
export { frameParse } from './frame/parse';
export { batchClassify } from './batch';
export { replay, replayReset } from './replay';

export function abiHash(): u32 {
  return ABI_HASH;
}
export function isRelaxed(): u32 {
  return ASC_FEATURE_RELAXED_SIMD ? 1 : 0;
}
export function rssConfigAt(): u32 {
  return RSS_CONFIG;
}
export function scratchAt(): u32 {
  return SCRATCH;
}
export function batchAt(): u32 {
  return BATCH;
}
export function replayCountersAt(): u32 {
  return REPLAY_COUNTERS;
}
