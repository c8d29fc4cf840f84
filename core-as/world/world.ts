// The world's dispatch: which part of the model handles an event or a work item. TypeScript calls worldRun once per slice of time.
// Frames from outside and of captures come in through worldInject.

import {
  END_NIC,
  END_PORT,
  EVENT_A,
  EVENT_B,
  EVENT_KIND,
  EVENT_KIND_ARRIVE,
  EVENT_KIND_DMA,
  EVENT_KIND_HELD,
  EVENT_KIND_LEAVE,
  EVENT_KIND_INTERRUPT,
  EVENT_KIND_ENGINE,
  EVENT_KIND_NEIGHBOR,
  EVENT_KIND_OFFLOAD_INVALIDATE,
  EVENT_KIND_OFFLOAD_MOVED,
  EVENT_KIND_OFFLOAD_QUERY,
  EVENT_KIND_OFFLOAD_TIMER,
  EVENT_KIND_OFFLOAD_UPDATE,
  EVENT_KIND_PAUSE,
  EVENT_KIND_PORT_SENT,
  EVENT_KIND_PROCESSOR,
  EVENT_KIND_REBALANCE,
  EVENT_KIND_RESUME,
  EVENT_KIND_SENT,
  EVENT_KIND_START,
  EVENT_KIND_STOP,
  EVENT_KIND_TIMER,
  NONE,
  PACKET_FLAG_GROUP,
  PACKET_KIND_BYTES,
  Packet,
  WORK_KIND_DMA_COPY,
  WORK_KIND_CHANNEL,
  WORK_KIND_DPC,
  WORK_KIND_ECHO,
  WORK_KIND_ISR,
  WORK_KIND_OFFLOAD_DPC,
  WORK_KIND_OPEN,
  WORK_KIND_REBALANCE,
  WORK_KIND_SWITCH,
  WORK_KIND_THREAD,
  WORK_KIND_TIMER_DPC,
  WORK_KIND_VMQ_CONTROL,
} from '../abi.gen';
import { threadEnd, threadStart } from '../app/app';
import { appStart, appStop, openStart, pauseOver } from '../app/client';
import { Batch, batchCharge, batchRing } from '../dma/batch';
import { channelCopyEnd, channelCopyStart, channelDue } from '../dma/channel';
import { offloadInvalidated, offloadQueried, offloadUpdated } from '../chimney/cached';
import { engineServed } from '../chimney/engine';
import { offloadDpcStart } from '../chimney/completion';
import { offloadMoved } from '../chimney/host';
import { targetTimer } from '../chimney/target';
import { Followed, followMark, followReserve } from '../follow/record';
import { outputFlush } from '../host/output';
import { timerDpcEnd, timerDpcStart, timerDue } from '../host/tcp';
import { channelEnd, channelStart } from '../hyperv/channel';
import { guestLeaves, guestResume, heldDue } from '../hyperv/guest';
import { switchEnd, switchStart } from '../hyperv/port';
import { switchesBegin } from '../hyperv/table';
import { portSent, switchArrive } from '../link/switch';
import { Mac } from '../net/arp';
import { echoSend } from '../net/echo';
import { neighborDue } from '../net/neighbor';
import { packetFree, packetsReserve, packetTakeStored } from '../net/packet';
import { interruptDue, interruptsSettle, isrEnd, isrStart } from '../nic/interrupt';
import { rebalanceDue, rebalanceStart } from '../nic/rebalance';
import { dpcEnd, dpcStart, nicArrive } from '../nic/receive';
import { nicSent } from '../nic/transmit';
import { arenaSeal } from '../memory';
import { ledgerBegin } from '../sim/ledger';
import { processorDue, processorFinished, processorGo, processorNext, processorsBegin, workA, workB, workKind } from '../sim/processor';
import { queueBegin, queueNow, queuePop, queuePush } from '../sim/queue';
import { randomBegin, randomSeed } from '../sim/random';
import { countersReserve } from './counters';
import { vmqBegin, vmqControlEnd, vmqControlStart } from '../vmq/control';
import { The, worldRecordsReserve } from './state';
import { tapFull } from './tap';

/**
 * Lays out the memory of a world whose World record is filled in. TypeScript then writes the records; worldStart() comes last.
 * @param queues  QueueRecords of all adapters  @param work  work items at a time
 */
export function worldBegin(queues: u32, events: u32, work: u32): void {
  const world = The.world();
  worldRecordsReserve(queues);
  packetsReserve();
  followReserve();
  queueBegin(events);
  // Owners: adapters, connections, ports of virtual switches.
  ledgerBegin(world.hosts, world.processors, world.nics + world.sockets + world.virtualPorts);
  processorsBegin(world.processors, work, world.siblingPermille, world.remotePermille);
  randomBegin(world.paths);
  for (let stream: u32 = 0; stream < world.paths; stream++) randomSeed(stream, world.seed, stream);
}

const ARRIVED_INJECTED: u32 = 0x80000000;

/** Asks for the first events: applications and the looks at the load of tables. */
export function worldStart(): void {
  const world = The.world();
  countersReserve();
  for (let index: u32 = 0; index < world.apps; index++) {
    const app = The.app(index);
    if (app.client == NONE) continue;
    queuePush(app.start, EVENT_KIND_START, index, 0);
    if (app.duration != u64.MAX_VALUE) queuePush(app.start + app.duration, EVENT_KIND_STOP, index, 0);
  }
  for (let index: u32 = 0; index < world.nics; index++) rebalanceBegin(index);
  switchesBegin();
  vmqBegin();
  arenaSeal();
}

/** Starts the looks at the load of an adapter's table. */
export function rebalanceBegin(index: u32): void {
  const nic = The.nic(index);
  if (nic.rebalancing) queuePush(queueNow() + The.host(nic.host).rebalanceInterval, EVENT_KIND_REBALANCE, index, 0);
}

function workStart(processor: u32): void {
  const kind = workKind();
  const a = workA();
  const b = workB();
  if (kind == WORK_KIND_DPC) dpcStart(processor, a, b);
  else if (kind == WORK_KIND_THREAD) threadStart(processor, a, b);
  else if (kind == WORK_KIND_ISR) isrStart(processor, a);
  else if (kind == WORK_KIND_TIMER_DPC) timerDpcStart(processor, a, b);
  else if (kind == WORK_KIND_OPEN) openStart(processor, a, b);
  else if (kind == WORK_KIND_CHANNEL) channelStart(processor, a);
  else if (kind == WORK_KIND_SWITCH) switchStart(processor, a);
  else if (kind == WORK_KIND_REBALANCE) rebalanceStart(processor, a);
  else if (kind == WORK_KIND_DMA_COPY) channelCopyStart(processor, a);
  else if (kind == WORK_KIND_ECHO) echoSend(processor, a, b);
  else if (kind == WORK_KIND_OFFLOAD_DPC) offloadDpcStart(processor, a, b);
  else if (kind == WORK_KIND_VMQ_CONTROL) vmqControlStart(processor, a);
}

function workEnd(processor: u32): void {
  const kind = workKind();
  const a = workA();
  const b = workB();
  if (kind == WORK_KIND_DPC) dpcEnd(processor, a, b);
  else if (kind == WORK_KIND_ISR) isrEnd(processor, a, b);
  else if (kind == WORK_KIND_TIMER_DPC) timerDpcEnd(processor);
  else if (kind == WORK_KIND_THREAD) threadEnd(processor);
  else if (kind == WORK_KIND_DMA_COPY) channelCopyEnd(a);
  else if (kind == WORK_KIND_CHANNEL) channelEnd(processor, a);
  else if (kind == WORK_KIND_SWITCH) switchEnd(processor, a);
  else if (kind == WORK_KIND_VMQ_CONTROL) vmqControlEnd(a);
  else outputFlush(processor);
}

function processorEvent(processor: u32, ticket: u32): void {
  if (!processorDue(processor, ticket)) return;
  if (processorFinished(processor)) {
    workEnd(processor);
    if (Batch.isWaiting()) batchRing(processor);
  }
  if (processorNext(processor)) {
    if (Followed.isOn()) followMark(processor);
    workStart(processor);
    if (Batch.isOpen()) batchCharge(processor);
  }
  processorGo(processor);
}

/** A frame has come to the end of a path, or, with ARRIVED_INJECTED, from outside to an adapter. */
function arrive(packet: Packet, from: u32): void {
  let to = from;
  if (from & ARRIVED_INJECTED) to = from & ~ARRIVED_INJECTED;
  else {
    const path = The.path(from);
    path.framesOut = path.framesOut + 1;
    to = path.to;
  }
  const index = to & 0xffffff;
  if (to >> 24 == END_NIC) nicArrive(index, packet);
  else if (to >> 24 == END_PORT) switchArrive(index, packet);
}

function dispatch(kind: u32, a: u32, b: u32): void {
  if (kind == EVENT_KIND_ARRIVE) arrive(changetype<Packet>(a), b);
  else if (kind == EVENT_KIND_SENT) nicSent(a, b);
  else if (kind == EVENT_KIND_PROCESSOR) processorEvent(a, b);
  else if (kind == EVENT_KIND_INTERRUPT) interruptDue(a, b);
  else if (kind == EVENT_KIND_PORT_SENT) portSent(a);
  else if (kind == EVENT_KIND_TIMER) timerDue(a, b);
  else if (kind == EVENT_KIND_START) appStart(a);
  else if (kind == EVENT_KIND_PAUSE) pauseOver(a, b);
  else if (kind == EVENT_KIND_STOP) appStop(a);
  else if (kind == EVENT_KIND_REBALANCE) rebalanceDue(a);
  else if (kind == EVENT_KIND_NEIGHBOR) neighborDue(a, b);
  else if (kind == EVENT_KIND_DMA) channelDue(a, b);
  else if (kind == EVENT_KIND_ENGINE) engineServed(a);
  else if (kind == EVENT_KIND_OFFLOAD_TIMER) targetTimer(a, b);
  else if (kind == EVENT_KIND_OFFLOAD_MOVED) offloadMoved(a, b);
  else if (kind == EVENT_KIND_OFFLOAD_UPDATE) offloadUpdated(a, b);
  else if (kind == EVENT_KIND_OFFLOAD_QUERY) offloadQueried(a, b);
  else if (kind == EVENT_KIND_OFFLOAD_INVALIDATE) offloadInvalidated(a, b);
  else if (kind == EVENT_KIND_RESUME) guestResume(a);
  else if (kind == EVENT_KIND_LEAVE) guestLeaves(a);
  else if (kind > EVENT_KIND_HELD) heldDue(kind - EVENT_KIND_HELD, a, b);
}

/**
 * Handles events up to and including `limit`, at most `most` of them; stops before the ring of tapped frames is full.
 * @returns events handled. Virtual time is `limit` when none is left before it, and that of the last event otherwise.
 */
export function worldRun(limit: u64, most: u32): u32 {
  let handled: u32 = 0;
  const world = The.world();
  interruptsSettle();
  while (handled < most && !tapFull()) {
    const event = queuePop(limit);
    if (event == 0) break;
    handled++;
    world.events = world.events + 1;
    dispatch(load<u16>(event, EVENT_KIND), load<u32>(event, EVENT_A), load<u32>(event, EVENT_B));
  }
  return handled;
}

/** The buffer that worldInject() was last given, for its caller to fill. */
const INJECTED = <u32>memory.data(16, 16);

/**
 * A buffer for a frame of `captured` bytes from outside.
 * @returns its address; 0 when there is no room or the frame is too long
 */
export function worldInjectRoom(captured: u32): u32 {
  const at = packetTakeStored(captured);
  store<u32>(INJECTED, at);
  return at == 0 ? 0 : changetype<Packet>(at).frame;
}

/**
 * The frame that was written to the buffer arrives at an adapter.
 * @param wire   bytes that it had on the wire, without check sequence; more than were captured where a capture was cut
 * @param flags  PacketFlag
 */
export function worldInject(nic: u32, wire: u32, flags: u32, time: u64): bool {
  const packet = changetype<Packet>(load<u32>(INJECTED));
  if (The.nic(nic).isVirtual) {
    packetFree(packet); // it has no cable
    return false;
  }
  packet.kind = PACKET_KIND_BYTES;
  packet.bytes = wire;
  packet.slices = 1;
  packet.destinationMac = packet.captured >= 6 ? Mac.get(packet.frame) : 0;
  packet.sourceMac = packet.captured >= 12 ? Mac.get(packet.frame + 6) : 0;
  packet.flags = packet.flags | flags | (packet.destinationMac & 1 ? PACKET_FLAG_GROUP : 0);
  if (queuePush(time + The.nic(nic).dmaDelay, EVENT_KIND_ARRIVE, changetype<u32>(packet), ARRIVED_INJECTED | (END_NIC << 24) | nic))
    return true;
  packetFree(packet);
  return false;
}
