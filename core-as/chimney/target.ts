// TCP of an adapter for the connections that it holds: the code of core-as/tcp over the adapter's own record. Received data goes into the
// buffers that the application has posted, without a copy; the host hears of completed requests, of FIN and of the end, in a DPC on the
// processor that the indirection table has for the connection's hash. ACKs, retransmissions and timers stay here.

import {
  EVENT_KIND_OFFLOAD_TIMER,
  LEVEL_DPC,
  LEVEL_THREAD,
  OFFLOAD_STATE_OFFLOADED,
  Offload,
  OffloadTarget,
  PACKET_FLAG_TAGGED,
  PACKET_FLAG_FOLLOWED,
  Packet,
  SOCKET_FLAG_BUSY,
  SOCKET_FLAG_COMPLETED,
  SOCKET_FLAG_OUTSIDE,
  Socket,
  TCP_EVENT_ACKED,
  TCP_EVENT_CLOSED,
  TCP_EVENT_FIN,
  TCP_EVENT_READABLE,
  TCP_EVENT_REFUSED,
  TCP_EVENT_RESET,
  TCP_EVENT_TIMED_OUT,
  TCP_FLAG_PSH,
  TCP_HOST_OUTPUT_PENDING,
  TCP_STATE_CLOSED,
  TCP_STATE_TIME_WAIT,
  TCP_TIMER_RETRANSMIT,
  TRACE_KIND_RETRANSMIT,
  TRACE_KIND_STATE,
  TcpConnection,
  TcpSegment,
  UPLOAD_REASON_FINISHED,
  UPLOAD_REASON_HIGH_DROP_RATE,
  UPLOAD_REASON_HIGH_OUT_OF_ORDER_PACKETS,
  UPLOAD_REASON_LOW_ACTIVITY,
  UPLOAD_REASON_NO_BUFFER_PREPOSTING,
  UPLOAD_REASON_TIMEOUT_EXPIRATION,
  WORK_KIND_OFFLOAD_DPC,
} from '../abi.gen';
import { landingOther } from '../dma/landing';
import { appOf, appUnsent, receiveRoom } from '../app/app';
import { followPlaced, followTarget } from '../follow/stack';
import { keep } from '../host/tcp';
import { neighborConfirm } from '../net/neighbor';
import { ETHERNET } from '../net/packet';
import { TAG_BYTES } from '../net/vlan';
import { processorWork } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { Host, NEVER, Stack } from '../tcp/connection';
import { tcpInput } from '../tcp/input';
import { tcpTimer } from '../tcp/timers';
import { dpcCount, offloadReceiveCount } from '../world/counters';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { FORWARDED } from './engine';
import { enginesKick } from './guest';
import { requestsRun, targetRaise } from './requests';

export const ENDED: u32 = TCP_EVENT_RESET | TCP_EVENT_REFUSED | TCP_EVENT_TIMED_OUT | TCP_EVENT_CLOSED;
/** Segments, and bytes, after which the adapter judges what it has seen. */
const SEGMENT_WINDOW: u32 = 256;
const BYTE_WINDOW: u32 = 1048576;

/** The processor that the indirection table gives for a connection's hash. */
export function completionProcessor(index: u32): u32 {
  const nic = The.nic(The.offload(index).nic);
  return The.queue(nic.firstQueue + completionQueue(index)).processor;
}
export function completionQueue(index: u32): u32 {
  const nic = The.nic(The.offload(index).nic);
  if (!nic.rss) return 0;
  const hash = The.connection(index).hashValue;
  return hash == 0 ? nic.defaultQueue : <u32>load<u8>(nic.rssTables + (hash & nic.tableMask));
}

/** Has the host look at a connection. */
export function completionAsk(index: u32): void {
  const offload = The.offload(index);
  if (offload.dpcQueued) return;
  offload.dpcQueued = 1;
  const nic = The.nic(offload.nic);
  const queue = The.queue(nic.firstQueue + completionQueue(index));
  const socket = The.socket(index);
  const processor = completionProcessor(index);
  queue.dpcs = queue.dpcs + 1;
  dpcCount(nic, processor, processor);
  const level = The.host(socket.host).guest == 0 ? LEVEL_DPC : LEVEL_THREAD;
  processorWork(processor, level, WORK_KIND_OFFLOAD_DPC, index, socket.life);
}

function repeatNote(index: u32, offload: Offload, again: u32): void {
  if (again == 0) return;
  const socket = The.socket(index);
  socket.retransmitted = socket.retransmitted + again;
  offload.windowRepeated = offload.windowRepeated + again;
  trace(TRACE_KIND_RETRANSMIT, index, The.target(index).sndUna, again);
}

/** A segment for a connection that the adapter holds. The packet stays the caller's. */
export function targetInput(index: u32, packet: Packet, s: TcpSegment): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  const c = The.target(index);
  const stack = Stack.of(c);
  if (packet.queue != FORWARDED) {
    const family = The.family(offload.nic, s.family);
    family.inReceives = family.inReceives + 1;
    family.inOctets = family.inOctets + (packet.bytes - ETHERNET - (packet.flags & PACKET_FLAG_TAGGED ? TAG_BYTES : 0));
    family.inDelivers = family.inDelivers + 1;
  }
  offload.activeAt = queueNow();
  offload.packets = offload.packets + 1;
  neighborConfirm(socket.neighbor);
  const before = stack.segmentsRetransmitted;
  const hole = c.rangeCount != 0;
  const next = c.rcvNxt;
  if (s.length != 0) disorderNote(index, offload, s.seq != next);
  const followed = packet.flags & PACKET_FLAG_FOLLOWED;
  if (followed) followTarget(index, c);
  tcpInput(c, s, queueNow());
  const accepted = stack.acceptedLength;
  if (accepted != 0) {
    if (socket.store != 0 && s.payload != 0) keep(socket, s, stack.acceptedSkip, accepted, stack.acceptedOffset);
    place(index, socket, offload, c);
    const moved = c.rcvNxt != next;
    if (moved && (s.flags & TCP_FLAG_PSH || hole || socket.flags & SOCKET_FLAG_OUTSIDE))
      socket.flags = socket.flags | SOCKET_FLAG_COMPLETED;
  }
  repeatNote(index, offload, <u32>(stack.segmentsRetransmitted - before));
  if (followed) followPlaced(index, s, c, stack);
  targetTouched(index);
}

/** Data in order goes into posted buffers; what they do not take waits, and the host copies it. */
function place(index: u32, socket: Socket, offload: Offload, c: TcpConnection): void {
  const arrived = c.bufferedData;
  const room = receiveRoom(socket);
  const taken = min(room, arrived);
  const target = The.adapter(offload.nic);
  target.receivedData = target.receivedData + taken;
  if (taken != 0) offloadReceiveCount(The.nic(offload.nic), completionProcessor(index), taken);
  offload.windowBytes = offload.windowBytes + arrived;
  offload.windowUnposted = offload.windowUnposted + (arrived - taken);
  if (offload.windowBytes >= BYTE_WINDOW) {
    const isMuch = <u64>offload.windowUnposted * 1000 > <u64>target.unpostedPermille * offload.windowBytes;
    offload.windowBytes = 0;
    offload.windowUnposted = 0;
    if (isMuch) targetRaise(index, UPLOAD_REASON_NO_BUFFER_PREPOSTING);
  }
  if (taken == 0) return;
  if (The.host(socket.host).engine != 0) landingOther(index, socket, socket.read + socket.filled, taken);
  socket.room = room - taken;
  socket.filled = socket.filled + taken;
  c.bufferedData = arrived - taken;
  requestsRun(c, false);
}

function disorderNote(index: u32, offload: Offload, isDisordered: bool): void {
  offload.windowArrived = offload.windowArrived + 1;
  if (isDisordered) offload.windowDisordered = offload.windowDisordered + 1;
  if (offload.windowArrived < SEGMENT_WINDOW) return;
  const isMuch = offload.windowDisordered * 1000 > The.adapter(offload.nic).disorderPermille * offload.windowArrived;
  offload.windowArrived = 0;
  offload.windowDisordered = 0;
  if (isMuch) targetRaise(index, UPLOAD_REASON_HIGH_OUT_OF_ORDER_PACKETS);
}

/** A segment of a connection has left the engine. */
export function targetSent(index: u32, s: TcpSegment): void {
  const offload = The.offload(index);
  offload.packets = offload.packets + 1;
  offload.activeAt = queueNow();
  if (s.length == 0) return;
  offload.windowSent = offload.windowSent + 1;
  if (offload.windowSent < SEGMENT_WINDOW) return;
  const isMuch = offload.windowRepeated * 1000 > The.adapter(offload.nic).dropPermille * offload.windowSent;
  offload.windowSent = 0;
  offload.windowRepeated = 0;
  if (isMuch) targetRaise(index, UPLOAD_REASON_HIGH_DROP_RATE);
}

/** The next connection that waited for room in a ring goes on. */
export function targetPending(nicIndex: u32, target: OffloadTarget): void {
  const number = target.pendingFirst;
  if (number == 0) return;
  const offload = The.offload(number - 1);
  target.pendingFirst = offload.nextPending;
  offload.pending = 0;
  if (The.socket(number - 1).offload == OFFLOAD_STATE_OFFLOADED && offload.nic == nicIndex) targetRun(number - 1);
}

function pendingAppend(index: u32, offload: Offload): void {
  if (offload.pending) return;
  const target = The.adapter(offload.nic);
  offload.pending = 1;
  offload.nextPending = 0;
  if (target.pendingFirst == 0) target.pendingFirst = index + 1;
  else The.offload(target.pendingNewest - 1).nextPending = index + 1;
  target.pendingNewest = index + 1;
}

/** After any call into TCP for a connection of the adapter: sends, keeps its timer, tells the host. */
export function targetTouched(index: u32): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  const c = The.target(index);
  if (c.state != socket.lastState) {
    trace(TRACE_KIND_STATE, index, socket.lastState, c.state);
    socket.lastState = c.state;
  }
  if (Host.has(c, TCP_HOST_OUTPUT_PENDING)) pendingAppend(index, offload);
  enginesKick(offload.nic);
  if (c.state == TCP_STATE_CLOSED || c.state == TCP_STATE_TIME_WAIT) {
    // Nothing is left to do here: the host ends the offload.
    if (offload.wanted == 0) offload.wanted = UPLOAD_REASON_FINISHED;
    completionAsk(index);
    return;
  }
  if (c.events != 0) {
    if (isWorthTelling(socket, c)) completionAsk(index);
    else c.events = 0;
  }
  timerSettle(index, offload, c);
}

/** Whether a request is complete, or something happened that the host has to know. */
function isWorthTelling(socket: Socket, c: TcpConnection): bool {
  const events = c.events;
  if (events & (TCP_EVENT_FIN | ENDED)) return true;
  if (events & TCP_EVENT_READABLE) {
    if (c.bufferedData != 0) return true;
    if (socket.filled != 0 && (socket.flags & SOCKET_FLAG_COMPLETED || socket.filled >= appOf(socket).bufferSize)) return true;
  }
  return (events & TCP_EVENT_ACKED) != 0 && (socket.flags & SOCKET_FLAG_BUSY) != 0 && appUnsent(c) < appOf(socket).bufferSize;
}

/** When the adapter will find that a connection has been silent for long; never, once it has said so. */
function silentAt(offload: Offload): u64 {
  const silence = The.adapter(offload.nic).lowActivity;
  return silence == 0 || offload.raised & (1 << UPLOAD_REASON_LOW_ACTIVITY) ? NEVER : offload.activeAt + silence;
}

function timerSettle(index: u32, offload: Offload, c: TcpConnection): void {
  const deadline = min(min(c.retransmitAt, c.delayedAckAt), min(c.keepAliveAt, silentAt(offload)));
  if (deadline >= offload.timerAt) return;
  const time = max(deadline, queueNow() + 1);
  if (time >= offload.timerAt) return;
  offload.timerAt = time;
  queuePush(time, EVENT_KIND_OFFLOAD_TIMER, index, The.socket(index).life);
}

/** A timer event of the adapter. */
export function targetTimer(index: u32, life: u32): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  if (socket.life != life || offload.timerAt != queueNow()) return;
  offload.timerAt = NEVER;
  if (socket.offload != OFFLOAD_STATE_OFFLOADED) return;
  if (silentAt(offload) <= queueNow()) {
    targetRaise(index, UPLOAD_REASON_LOW_ACTIVITY);
    offload.raised = offload.raised | (1 << UPLOAD_REASON_LOW_ACTIVITY); // it is noticed once, also where nothing is asked
  }
  targetRun(index);
}

/** TcpMaximumRetransmissions is reached: the host may give the connection up. */
function isGivenUp(c: TcpConnection): bool {
  const limit = c.maxRt ? c.maxRt : Stack.of(c).dataRetries;
  return c.timer == TCP_TIMER_RETRANSMIT && c.retransmitAt <= queueNow() && c.retransmitCount >= limit;
}

/** Runs what is due, and sends what waits. */
function targetRun(index: u32): void {
  const offload = The.offload(index);
  const c = The.target(index);
  if (isGivenUp(c) && targetRaise(index, UPLOAD_REASON_TIMEOUT_EXPIRATION)) return;
  const stack = Stack.of(c);
  const before = stack.segmentsRetransmitted;
  tcpTimer(c, queueNow());
  repeatNote(index, offload, <u32>(stack.segmentsRetransmitted - before));
  targetTouched(index);
}
