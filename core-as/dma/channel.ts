// A channel at work: descriptors one after another, each latency + bytes / bandwidth; and what its owner may do to it (DDI "SuspendDma",
// "ResumeDma", "AbortDma", "ResetChannel"). A suspended channel ends the descriptor under way and takes further ones; an aborted one
// drops it, halts, and a DPC on the channel's processor copies everything that was in the ring (assumed: who does is not documented).

import {
  COST_COPY_COLD,
  DMA_DECLINE_ABORTED,
  DMA_FLAG_CONTEXT_CHANGE,
  DMA_STATE_ACTIVE,
  DMA_STATE_ARMED,
  DMA_STATE_HALTED,
  DMA_STATE_IDLE,
  DMA_STATE_SUSPENDED,
  DmaChannel,
  DmaDescriptor,
  EVENT_KIND_DMA,
  LEVEL_DPC,
  TRACE_KIND_DMA_STATE,
  WORK_KIND_DMA_COPY,
} from '../abi.gen';
import { ownersOf } from '../host/output';
import { chargeCost, processorWork } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { decline, Engine } from './engine';
import { landed } from './landing';

function stateOf(channel: DmaChannel): u32 {
  if (channel.halted) return DMA_STATE_HALTED;
  if (channel.suspended) return DMA_STATE_SUSPENDED;
  if (channel.moving) return DMA_STATE_ACTIVE;
  return channel.posted != channel.done ? DMA_STATE_ARMED : DMA_STATE_IDLE;
}

/** Brings the state of a channel up to date. */
export function channelSettle(channel: DmaChannel): void {
  const before = channel.state;
  const state = stateOf(channel);
  if (state == before) return;
  channel.state = state;
  trace(TRACE_KIND_DMA_STATE, Engine.traced(channel), before, state);
}

/** Begins the next descriptor, if there is one and the channel may. */
export function channelGo(channel: DmaChannel): void {
  const may = !channel.moving && !channel.suspended && !channel.halted && !channel.copyQueued;
  if (may && channel.done != channel.rung) {
    const engine = Engine.ofChannel(channel);
    const descriptor = Engine.slot(channel, channel.done);
    channel.moving = 1;
    channel.startedAt = queueNow();
    channel.ticket = channel.ticket + 1;
    queuePush(
      queueNow() + engine.latency + ((<u64>descriptor.length * engine.psPerByte) >> 10),
      EVENT_KIND_DMA,
      changetype<u32>(channel),
      channel.ticket,
    );
  }
  channelSettle(channel);
}

/** The descriptor under way is done, or given up. */
function stop(channel: DmaChannel): void {
  channel.moving = 0;
  channel.busy = channel.busy + (queueNow() - channel.startedAt);
  channel.ticket = channel.ticket + 1;
}

/** Takes the oldest descriptor out of the ring; what it moved lies where it should. */
function retire(channel: DmaChannel, descriptor: DmaDescriptor, byEngine: bool): void {
  channel.done = channel.done + 1;
  landed(Engine.ofChannel(channel), descriptor, byEngine);
}

/** An event of the channel. */
export function channelDue(at: u32, ticket: u32): void {
  const channel = changetype<DmaChannel>(at);
  if (ticket != channel.ticket) return;
  stop(channel);
  const engine = Engine.ofChannel(channel);
  const descriptor = Engine.slot(channel, channel.done);
  channel.descriptors = channel.descriptors + 1;
  channel.bytes = channel.bytes + descriptor.length;
  engine.movedBytes = engine.movedBytes + descriptor.length;
  if (descriptor.flags & DMA_FLAG_CONTEXT_CHANGE) channel.contextChanges = channel.contextChanges + 1;
  retire(channel, descriptor, true);
  channelGo(channel);
}

function channelOf(hostIndex: u32, number: u32): DmaChannel {
  return Engine.channel(Engine.of(The.host(hostIndex)), number);
}

/** @returns whether it changes anything */
export function dmaSuspend(hostIndex: u32, number: u32): bool {
  const channel = channelOf(hostIndex, number);
  if (channel.suspended || channel.halted) return false;
  channel.suspended = 1;
  channel.suspensions = channel.suspensions + 1;
  channelSettle(channel);
  return true;
}

/** The context is sent again afterwards. */
export function dmaResume(hostIndex: u32, number: u32): bool {
  const channel = channelOf(hostIndex, number);
  if (!channel.suspended) return false;
  channel.suspended = 0;
  channel.contextLost = 1;
  channelGo(channel);
  return true;
}

export function dmaAbort(hostIndex: u32, number: u32): bool {
  const channel = channelOf(hostIndex, number);
  if (channel.halted) return false;
  if (channel.moving) stop(channel);
  channel.halted = 1;
  channel.suspended = 0;
  channel.aborts = channel.aborts + 1;
  channel.rung = channel.posted;
  channel.abortedTo = channel.posted;
  copyQueue(channel);
  channelSettle(channel);
  return true;
}

/** Of a channel that works, aborts first. It begins again when what was aborted is copied. */
export function dmaReset(hostIndex: u32, number: u32): void {
  const channel = channelOf(hostIndex, number);
  dmaAbort(hostIndex, number);
  channel.halted = 0;
  channel.contextLost = 1;
  channel.resets = channel.resets + 1;
  channelGo(channel);
}

/** Has what was aborted copied, unless a DPC for that is queued already. */
function copyQueue(channel: DmaChannel): void {
  if (channel.copyQueued || channel.abortedTo == channel.done) return;
  channel.copyQueued = 1;
  processorWork(channel.processor, LEVEL_DPC, WORK_KIND_DMA_COPY, changetype<u32>(channel), 0);
}

/** The DPC that copies what was aborted. */
export function channelCopyStart(processor: u32, at: u32): void {
  const channel = changetype<DmaChannel>(at);
  const engine = Engine.ofChannel(channel);
  channel.copying = channel.abortedTo;
  for (let index = channel.done; index != channel.copying; index++) {
    const descriptor = Engine.slot(channel, index);
    if (descriptor.length == 0) continue;
    if (The.socket(descriptor.socket).life == descriptor.life) ownersOf(descriptor.socket);
    chargeCost(processor, COST_COPY_COLD, descriptor.length);
    engine.coldBytes = engine.coldBytes + descriptor.length;
    decline(engine, descriptor.socket, DMA_DECLINE_ABORTED, descriptor.length);
  }
}

export function channelCopyEnd(at: u32): void {
  const channel = changetype<DmaChannel>(at);
  while (channel.done != channel.copying) {
    channel.abortedDescriptors = channel.abortedDescriptors + 1;
    retire(channel, Engine.slot(channel, channel.done), false);
  }
  channel.copyQueued = 0;
  if (<i32>(channel.abortedTo - channel.done) > 0) copyQueue(channel); // aborted once more meanwhile
  channelGo(channel);
}
