// When an adapter interrupts, and which DPCs follow. Three ways, after WDK "RSS with message-signaled interrupts", "RSS with hardware
// queuing", "RSS with a single hardware receive queue":
//   MSI-X           each queue interrupts its own processor, which runs service routine and DPC; only that vector is masked meanwhile
//   line or MSI     one interrupt for all queues; the service routine queues a DPC on the processor of every queue that has something
//   one queue       one DPC sorts the frames by processor and queues DPCs there (receive.ts)
// With a shared interrupt the adapter stays masked until the last of the DPCs has ended.
// Moderation: a vector waits at least its interval from one interrupt to the next. Adaptive: the interval doubles when an interrupt stood
// for many frames and halves when it stood for few; the two bounds are settings, the rule is assumed.

import {
  COST_DPC_REMOTE,
  COST_INT,
  EVENT_KIND_INTERRUPT,
  INTERRUPT_MODE_MSIX,
  LEVEL_DPC,
  LEVEL_INTERRUPT,
  MODERATION_ADAPTIVE,
  MODERATION_FIXED,
  NO_PROCESSOR,
  NicRecord,
  QueueRecord,
  TRACE_KIND_INTERRUPT,
  WORK_KIND_DPC,
  WORK_KIND_ISR,
} from '../abi.gen';
import { followDpcQueued, followIsr, followRaised } from '../follow/adapter';
import { Followed } from '../follow/record';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorWork } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { Activity, dpcCount } from '../world/counters';
import { The } from '../world/state';
import { trace } from '../world/trace';

/** `masked` of a vector: until its service routine has ended, and from then until its DPCs have. */
const MASKED_ISR: u32 = 1;
const MASKED_DPCS: u32 = 2;
/** Frames of one interrupt above which it comes less often, and below which more often; assumed. */
const MANY_FRAMES: u32 = 16;
const FEW_FRAMES: u32 = 4;

/** All queues share one interrupt. */
export function interruptShared(nic: NicRecord): bool {
  return nic.interruptMode != INTERRUPT_MODE_MSIX || interruptSorts(nic);
}

/** The queue whose record stands for the vector of queue `number`. */
export function vectorOf(nic: NicRecord, number: u32): u32 {
  return interruptShared(nic) ? 0 : number;
}

function vectorProcessor(nic: NicRecord, vector: QueueRecord): u32 {
  return interruptShared(nic) ? nic.interruptProcessor : vector.processor;
}

/** Whether a vector may not interrupt. Asked of the DPCs themselves, as settings that decide who shares may change while one is queued. */
export function isMasked(nic: NicRecord, vector: QueueRecord): bool {
  if (vector.masked != MASKED_DPCS) return vector.masked != 0;
  return interruptShared(nic) ? nic.pendingDpcs != 0 : vector.dpcQueued != 0;
}

/** Something came in or went out on a queue of an adapter of a modelled host. */
export function nicCause(index: u32, number: u32): void {
  const nic = The.nic(index);
  const which = vectorOf(nic, number);
  const vector = The.queue(nic.firstQueue + which);
  if (isMasked(nic, vector)) {
    vector.cause = 1;
    return;
  }
  if (vector.armed) return;
  const due = vector.interrupts == 0 ? 0 : vector.lastInterrupt + vector.interval;
  if (due <= queueNow()) {
    raise(index, nic, which, vector);
    return;
  }
  vector.armed = 1;
  queuePush(due, EVENT_KIND_INTERRUPT, index, which);
}

/** The wait of a vector is over. */
export function interruptDue(index: u32, which: u32): void {
  const nic = The.nic(index);
  const vector = The.queue(nic.firstQueue + which);
  vector.armed = 0;
  if (!isMasked(nic, vector)) raise(index, nic, which, vector);
}

function adapt(nic: NicRecord, vector: QueueRecord): void {
  if (nic.moderation == MODERATION_FIXED) vector.interval = nic.highestRate;
  else if (nic.moderation != MODERATION_ADAPTIVE) vector.interval = 0;
  else {
    const interval = max(vector.interval, nic.highestRate);
    if (vector.sinceInterrupt > MANY_FRAMES) vector.interval = min(interval << 1, nic.lowestRate);
    else if (vector.sinceInterrupt < FEW_FRAMES) vector.interval = max(interval >> 1, nic.highestRate);
    else vector.interval = interval;
  }
  vector.sinceInterrupt = 0;
}

function raise(index: u32, nic: NicRecord, which: u32, vector: QueueRecord): void {
  const processor = vectorProcessor(nic, vector);
  vector.masked = MASKED_ISR;
  vector.cause = 0;
  vector.lastInterrupt = queueNow();
  vector.interrupts = vector.interrupts + 1;
  nic.interrupts = nic.interrupts + 1;
  if (Followed.isUnderWay()) followRaised(index, which, processor, vector.sinceInterrupt);
  adapt(nic, vector);
  trace(TRACE_KIND_INTERRUPT, index, which, processor);
  processorWork(processor, LEVEL_INTERRUPT, WORK_KIND_ISR, index, which);
}

export function isrStart(processor: u32, index: u32): void {
  const nic = The.nic(index);
  ledgerOwners(nic.owner, 0);
  chargeCost(processor, COST_INT, 1);
  const activity = Activity.of(nic, processor);
  activity.interrupts = activity.interrupts + 1;
  if (Followed.isUnderWay()) followIsr(index, processor);
}

/** Queues a DPC for a queue unless one is queued or running. @param from  processor that does so */
export function dpcQueue(index: u32, nic: NicRecord, number: u32, from: u32): void {
  const queue = The.queue(nic.firstQueue + number);
  if (queue.dpcQueued) return;
  queue.dpcQueued = 1;
  queue.dpcTaken = 0;
  const processor = dpcProcessor(nic, number);
  queue.remoteDpc = processor != from ? 1 : 0;
  nic.pendingDpcs = nic.pendingDpcs + 1;
  dpcCount(nic, processor, from);
  if (Followed.isUnderWay()) followDpcQueued(index, number, processor, from);
  processorWork(processor, LEVEL_DPC, WORK_KIND_DPC, index, number);
}

/** The DPC that sorts a single hardware queue runs where the interrupt came. */
function dpcProcessor(nic: NicRecord, number: u32): u32 {
  return number == 0 && interruptSorts(nic) ? nic.interruptProcessor : The.queue(nic.firstQueue + number).processor;
}

/** One hardware queue, whose frames a DPC sorts by processor. */
export function interruptSorts(nic: NicRecord): bool {
  return nic.hardwareQueues == 1 && nic.queues > 1;
}

function queueHasWork(queue: QueueRecord): bool {
  return queue.first != 0 || queue.txReclaimed != queue.txDone;
}

/**
 * Has every queue with work seen to that nobody will see to, as settings that decide who is interrupted have changed. Changes nothing
 * otherwise: a queue with work has its vector masked, or waiting.
 */
export function interruptsSettle(): void {
  const nics = The.world().nics;
  for (let index: u32 = 0; index < nics; index++) {
    const nic = The.nic(index);
    if (nic.isVirtual) continue;
    const records = The.queuesOf(index);
    for (let number: u32 = 0; number < records; number++) {
      const queue = The.queue(nic.firstQueue + number);
      if (queue.processor == NO_PROCESSOR || !queueHasWork(queue)) continue;
      const vector = The.queue(nic.firstQueue + vectorOf(nic, number));
      if (!isMasked(nic, vector) && !vector.armed) nicCause(index, number);
    }
  }
}

export function isrEnd(processor: u32, index: u32, which: u32): void {
  const nic = The.nic(index);
  The.queue(nic.firstQueue + which).masked = MASKED_DPCS;
  if (!interruptShared(nic) || interruptSorts(nic)) {
    dpcQueue(index, nic, which, processor);
    return;
  }
  let queued: bool = false;
  // Of a queue that was in use until a change of settings, too.
  const records = The.queuesOf(index);
  for (let number: u32 = 0; number < records; number++)
    if (queueHasWork(The.queue(nic.firstQueue + number))) {
      dpcQueue(index, nic, number, processor);
      queued = true;
    }
  if (!queued) dpcQueue(index, nic, 0, processor); // what caused it is gone
}

/** Charges what it takes to start a DPC elsewhere. */
export function dpcRemoteCharge(processor: u32, queue: QueueRecord): void {
  if (queue.remoteDpc) chargeCost(processor, COST_DPC_REMOTE, 1);
  queue.remoteDpc = 0;
}

/** A DPC has nothing left to do: its vector may interrupt again, or, where the interrupt is shared, once the last DPC has ended. */
export function dpcDone(index: u32, number: u32): void {
  const nic = The.nic(index);
  const queue = The.queue(nic.firstQueue + number);
  queue.dpcQueued = 0;
  nic.pendingDpcs = nic.pendingDpcs - 1;
  const which = vectorOf(nic, number);
  const vector = The.queue(nic.firstQueue + which);
  if (isMasked(nic, vector)) return;
  vector.masked = 0;
  if (vector.cause) {
    vector.cause = 0;
    nicCause(index, which);
  }
}
