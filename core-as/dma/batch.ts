// Descriptors on their way into a channel. A work item appends them while it starts; what it appended to a channel is charged together,
// since one in a batch costs less than one alone, and when the work item ends the doorbell is rung: the channel may begin.

import {
  COST_DMA_DOORBELL,
  COST_DMA_SUBMIT,
  COST_DMA_SUBMIT_SINGLE,
  DMA_FLAG_CONTEXT_CHANGE,
  DMA_FLAG_DESTINATION_PAGE_BREAK,
  DMA_FLAG_SOURCE_PAGE_BREAK,
  DmaChannel,
  DmaDescriptor,
  PROCESSOR_HOST,
  Socket,
  TRACE_KIND_DMA_BATCH,
} from '../abi.gen';
import { ownersOf } from '../host/output';
import { chargeCost, processorAt } from '../sim/processor';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { channelGo, channelSettle } from './channel';
import { Engine } from './engine';

//     u32 address of the first channel that the work item which starts has touched | u32 channels that wait for their doorbell
const TOUCHED = <u32>memory.data(16, 16);
const WAITING = TOUCHED + 4;

export class Batch {
  /** The work item that starts has appended descriptors. */
  @inline static isOpen(): bool {
    return load<u32>(TOUCHED) != 0;
  }
  /** Some channel of the world waits for its doorbell. */
  @inline static isWaiting(): bool {
    return load<u32>(WAITING) != 0;
  }
}

/** Counts a descriptor into the batch. The first is charged with the batch, when it is known whether it is alone. */
function enter(channel: DmaChannel, processor: u32, socket: u32): void {
  if (channel.batch == 0) {
    channel.touched = load<u32>(TOUCHED);
    store<u32>(TOUCHED, changetype<u32>(channel));
    channel.batchSocket = socket;
  } else chargeCost(processor, COST_DMA_SUBMIT, 1);
  channel.batch = channel.batch + 1;
}

function append(channel: DmaChannel, index: u32, life: u32, offset: u64, size: u32, flags: u32): DmaDescriptor {
  const descriptor = Engine.slot(channel, channel.posted);
  descriptor.socket = index;
  descriptor.life = life;
  descriptor.offset = offset;
  descriptor.nextOffset = u64.MAX_VALUE;
  descriptor.length = size;
  descriptor.flags = flags;
  channel.posted = channel.posted + 1;
  channel.peak = max(channel.peak, channel.posted - channel.done);
  return descriptor;
}

/**
 * Appends a descriptor. The channel that has lost its context, or never had one, is told first which processor's cache to hint.
 * Precondition: the ring has room for two.
 */
export function batchAppend(
  channel: DmaChannel,
  processor: u32,
  index: u32,
  socket: Socket,
  offset: u64,
  size: u32,
  flags: u32,
): DmaDescriptor {
  if (channel.contextLost && Engine.ofChannel(channel).cacheAccess) {
    channel.contextLost = 0;
    enter(channel, processor, index);
    append(channel, index, socket.life, 0, 0, DMA_FLAG_CONTEXT_CHANGE);
  }
  if (flags & DMA_FLAG_SOURCE_PAGE_BREAK) channel.sourcePageBreaks = channel.sourcePageBreaks + 1;
  if (flags & DMA_FLAG_DESTINATION_PAGE_BREAK) channel.destinationPageBreaks = channel.destinationPageBreaks + 1;
  enter(channel, processor, index);
  return append(channel, index, socket.life, offset, size, flags);
}

/** Charges what a work item that starts has appended; it will ring the doorbells. */
export function batchCharge(processor: u32): void {
  let at = load<u32>(TOUCHED);
  store<u32>(TOUCHED, 0);
  while (at != 0) {
    const channel = changetype<DmaChannel>(at);
    const next = channel.touched;
    ownersOf(channel.batchSocket);
    chargeCost(processor, channel.batch == 1 ? COST_DMA_SUBMIT_SINGLE : COST_DMA_SUBMIT, 1);
    chargeCost(processor, COST_DMA_DOORBELL, 1);
    trace(TRACE_KIND_DMA_BATCH, Engine.traced(channel), channel.batch, channel.batchSocket);
    channel.batches = channel.batches + 1;
    channel.batch = 0;
    channel.touched = 0;
    if (channel.ringer == 0) store<u32>(WAITING, load<u32>(WAITING) + 1);
    channel.ringer = processor + 1;
    channelSettle(channel);
    at = next;
  }
}

/** A work item has ended: the doorbells of its batches ring. What another processor has appended meanwhile begins with it. */
export function batchRing(processor: u32): void {
  const host = The.host(load<u16>(processorAt(processor), PROCESSOR_HOST));
  if (host.engine == 0) return;
  const engine = Engine.of(host);
  for (let number: u32 = 0; number < engine.channels; number++) {
    const channel = Engine.channel(engine, number);
    if (channel.ringer != processor + 1) continue;
    channel.ringer = 0;
    store<u32>(WAITING, load<u32>(WAITING) - 1);
    channel.rung = channel.posted;
    channelGo(channel);
  }
}
