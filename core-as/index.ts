// Exports of the full core: the capture core and emulated worlds, in the order of ui/engine/core.ts.

import { REPLAY_COUNTERS } from './memory';

export * from './capture-index';
export { arenaTake, memoryLayoutHolds } from './memory';
export { toeplitzSoa } from './rss/toeplitz-simd';
export { replay, replayReset } from './replay';
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

export {
  addressAt,
  appAt,
  connectionAt,
  connectionInHostAt,
  connectionInTargetAt,
  connectionQueriedAt,
  hostAt,
  nicAt,
  nicQueueAt,
  offloadAt,
  offloadFamilyAt,
  offloadTargetAt,
  pathAt,
  portAt,
  socketAt,
  switchAt,
  worldAt,
} from './world/state';
export { offloadAdapterChanged, offloadPause, offloadReserve, offloadSettle, offloadUpload, offloadWatch } from './chimney/eligible';
export { offloadInvalidate, offloadQuery, offloadUpdate } from './chimney/cached';
export { cachedCopy, delegatedCopy, stateInitiate, stateTerminate } from './chimney/variables';
export { rebalanceBegin, worldBegin, worldInject, worldInjectRoom, worldRun, worldStart } from './world/world';
export { traceAt } from './world/trace';
export { tapFull, tapOldest, tapTake } from './world/tap';
export { dmaChannelAt, dmaReserve } from './dma/engine';
export { dmaAbort, dmaReset, dmaResume, dmaSuspend } from './dma/channel';
export { echoAt, worldEcho } from './net/echo';
export { worldHostReset } from './host/reset';
export { followAt, followReset } from './follow/record';
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
export { vmqHalt, vmqSettleAll } from './vmq/control';
export { nicRssAdopt, nicRssReserve, nicTableAt } from './nic/rss';

export function replayCountersAt(): u32 {
  return REPLAY_COUNTERS;
}
