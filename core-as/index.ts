// Exports of the core, in the order of ui/engine/core.ts.

import { ABI_HASH } from './abi.gen';
import { frameParse as frameParseOf } from './frame/parse';
import { BATCH, BATCH_RECORDED, CAPTURE, REPLAY_COUNTERS, RSS_CONFIG, SCRATCH, UNKNOWN_LINKS } from './memory';

export { arenaTake, memoryLayoutHolds } from './memory';
export { rssConfigure } from './rss/config';
export { toeplitzBits, toeplitzTables } from './rss/toeplitz';
export { toeplitzRecords, toeplitzSoa } from './rss/toeplitz-simd';
export { batchClassify } from './batch';
export { replay, replayReset } from './replay';
export { captureBegin, captureFeed, captureInput, captureStep } from './capture/walk';
export { flowAt } from './flow/table';
export { cellAt } from './flow/cells';
export { flowHashesAt, flowMaskAt, flowPlacesAt, flowsHeat, flowsLoad, flowsPlace, heatAt, loadsAt } from './flow/place';
export { queueAt, queueBegin, queueHold, queueLayoutHolds, queueNext, queueNow, queuePop, queuePush } from './sim/queue';
export { costEntriesAt, costTotalsAt, ledgerBegin, ledgerLayoutHolds, ledgerOwners, ownerTotalsAt } from './sim/ledger';
export {
  chargeCost,
  chargeCostAt,
  chargeHandover,
  processorAt,
  processorCharge,
  processorDescribe,
  processorDistance,
  processorDue,
  processorEnd,
  processorFinished,
  processorGo,
  processorNext,
  processorsBegin,
  processorsSettle,
  processorWork,
  processorWorkFirst,
  workA,
  workB,
  workKind,
  workLevel,
  workPoolAt,
} from './sim/processor';
export { randomAt, randomBegin, randomBelow, randomChance, randomExponential, randomNext, randomSeed, randomU32 } from './sim/random';
export { tcpConnectionsReserve } from './tcp/connection';
export { tcpRingAt, tcpRingCount, tcpRingRelease, tcpStackReserve } from './tcp/stack';
export { tcpWrite, tcpWriteBytes } from './tcp/bytes';
export { tcpParse } from './tcp/parse';
export { tcpPayload } from './tcp/payload';
export { tcpSlice, tcpSlices } from './tcp/slice';
export { tcpInput, tcpStray } from './tcp/input';
export { tcpTimer } from './tcp/timers';
export {
  tcpAbort,
  tcpClose,
  tcpKeepAlive,
  tcpListen,
  tcpNagle,
  tcpOpen,
  tcpPathMtu,
  tcpReceive,
  tcpSend,
  tcpShutdown,
  tcpUnacked,
} from './tcp/user';

export { addressAt, appAt, connectionAt, hostAt, nicAt, nicQueueAt, pathAt, portAt, socketAt, switchAt, worldAt } from './world/state';
export { rebalanceBegin, worldBegin, worldInject, worldInjectRoom, worldRun, worldStart } from './world/world';
export { traceAt } from './world/trace';
export { tapFull, tapOldest, tapTake } from './world/tap';
export { virtualPortAt, virtualSwitchAt } from './world/state';
export { guestMigrate } from './hyperv/guest';
export { vmqNext } from './vmq/states';
export {
  vmqAllocate,
  vmqAllocationComplete,
  vmqAt,
  vmqBuffersReturned,
  vmqClearFilter,
  vmqDmaStopped,
  vmqFree,
  vmqMatch,
  vmqQuery,
  vmqReserve,
  vmqSetFilter,
  vmqUnused,
} from './vmq/queues';
export { vmqSettleAll } from './vmq/control';
export { nicRssAdopt, nicRssReserve, nicTableAt } from './nic/rss';

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
export function replayCountersAt(): u32 {
  return REPLAY_COUNTERS;
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
