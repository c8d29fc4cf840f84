// Exports of the capture core, in the order of ui/engine/capture-core.ts: captures, hashes and the placement of flows. Nothing that is
// reachable from here may belong to an emulated world; `npm run check` looks.

import { ABI_HASH } from './abi.gen';
import { frameParse as frameParseOf } from './frame/parse';
import { BATCH, BATCH_RECORDED, CAPTURE, RSS_CONFIG, SCRATCH, UNKNOWN_LINKS } from './memory';

export { rssConfigure } from './rss/config';
export { toeplitzBits, toeplitzTables } from './rss/toeplitz';
export { toeplitzRecords } from './rss/toeplitz-simd';
export { batchClassify } from './batch';
export { captureBegin, captureFeed, captureInput, captureStep } from './capture/walk';
export { flowAt } from './flow/table';
export { cellAt } from './flow/cells';
export { flowHashesAt, flowMaskAt, flowPlacesAt, flowsHeat, flowsLoad, flowsPlace, heatAt, loadsAt } from './flow/place';

export function abiHash(): u32 {
  return ABI_HASH;
}
export function isRelaxed(): u32 {
  return ASC_FEATURE_RELAXED_SIMD ? 1 : 0;
}
export function frameParse(ptr: u32, cap: u32, wire: u32, link: u32, out: u32): void {
  frameParseOf(ptr, cap, wire, link, out, 0, 0);
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
export function batchRecordedAt(): u32 {
  return BATCH_RECORDED;
}
export function captureAt(): u32 {
  return CAPTURE;
}
export function unknownLinksAt(): u32 {
  return UNKNOWN_LINKS;
}
