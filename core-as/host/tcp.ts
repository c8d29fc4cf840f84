// TCP of a host around the state machine of core-as/tcp: finds the connection of a segment, charges for it, copies what was received into
// posted buffers, sends what TCP wants sent, keeps its timer as one event, and tells the application.

import {
  CONTENT_FLOW,
  CONTENT_HTTP_OUTSIDE,
  COST_ACK_RX,
  COST_CHECKSUM,
  COST_COPY_COLD,
  COST_TCPIP_RX,
  COST_TCPIP_SLOW,
  EVENT_KIND_TIMER,
  HostRecord,
  LEVEL_DPC,
  LEVEL_THREAD,
  NO_PROCESSOR,
  OFFLOAD_STATE_IN_HOST,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_OUTSIDE,
  PROCESSOR_NODE,
  Packet,
  SOCKET_FLAG_COMPLETED,
  SOCKET_FLAG_OUTSIDE,
  SOCKET_FLAG_PEERED,
  SOCKET_FLAG_SERVER,
  SOCKET_STATE_TCP,
  STORE_BYTES,
  Socket,
  TCP_CACHED_UPDATE_RCV_WND,
  TCP_EVENT_ACKED,
  TCP_EVENT_CLOSED,
  TCP_EVENT_CONNECTED,
  TCP_EVENT_FIN,
  TCP_EVENT_READABLE,
  TCP_EVENT_REFUSED,
  TCP_EVENT_RESET,
  TCP_EVENT_TIMED_OUT,
  TCP_FLAG_ACK,
  TCP_FLAG_PSH,
  TCP_FLAG_RST,
  TCP_FLAG_SYN,
  TCP_STATE_CLOSED,
  TCP_STATE_LISTEN,
  TRACE_KIND_STATE,
  TcpConnection,
  TcpSegment,
  TcpStack,
  WORK_KIND_TIMER_DPC,
} from '../abi.gen';
import { Block } from '../block';
import { REQUEST_RING } from '../app/http';
import { serverAccepted, serverStores } from '../app/server';
import { appEnded, appNotify, receiveRoom } from '../app/app';
import { dmaReceive } from '../dma/receive';
import { followAnswered, followCopied, followHanded, followHandedCosts, followNoSocket, followTcp, followTcpTaken } from '../follow/stack';
import { guestStarts } from '../hyperv/guest';
import { neighborConfirm } from '../net/neighbor';
import { chargeCost, chargeCostAt, processorAt, processorWork } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { tcpInput, tcpStray } from '../tcp/input';
import { tcpTimer } from '../tcp/timers';
import { tcpKeepAlive, tcpListen, tcpReceive } from '../tcp/user';
import { ownDpcCount } from '../world/counters';
import { Base, The } from '../world/state';
import { trace } from '../world/trace';
import { offloadConsider } from '../chimney/eligible';
import { offloadReceived } from '../chimney/host';
import { requestsPost } from '../chimney/requests';
import { outputFlush, ownersOf, retransmitNote, tcpOutput } from './output';
import { listenerFind, lookup, socketFree, socketName, socketTake, storeIsLeft } from './sockets';

const ENDED: u32 = TCP_EVENT_RESET | TCP_EVENT_REFUSED | TCP_EVENT_TIMED_OUT | TCP_EVENT_CLOSED;

function stackOf(host: HostRecord): TcpStack {
  return changetype<TcpStack>(host.stack);
}

/** Segments that follow are of an adapter: what it carries decides the MSS that is announced (RFC 9293 section 3.7.1). */
export function adapterUse(host: HostRecord, nic: u32): void {
  stackOf(host).mtu = The.nic(nic).mtu;
}

/** A SYN for a port that an application serves gets a socket. @returns its number plus 1, or 0 */
function accept(hostIndex: u32, packet: Packet, s: TcpSegment): u32 {
  if ((s.flags & (TCP_FLAG_SYN | TCP_FLAG_ACK | TCP_FLAG_RST)) != TCP_FLAG_SYN) return 0;
  const outside = (packet.flags & PACKET_FLAG_OUTSIDE) != 0;
  const app = listenerFind(hostIndex, false, s, outside);
  if (app == 0) return 0;
  if (outside && serverStores(The.app(app - 1)) && !storeIsLeft()) return 0; // refused, as a full backlog would (assumed)
  const number = socketTake(hostIndex, packet.nic, app - 1, SOCKET_STATE_TCP);
  if (number == 0) return 0;
  const socket = The.socket(number - 1);
  const c = The.connection(number - 1);
  Block.copy16(c.localAddressAt, s.destinationAt);
  Block.copy16(c.remoteAddressAt, s.sourceAt);
  c.localPort = s.destinationPort;
  c.remotePort = s.sourcePort;
  c.family = s.family;
  tcpListen(c, stackOf(The.host(hostIndex)));
  socket.flags = SOCKET_FLAG_SERVER | (outside ? SOCKET_FLAG_OUTSIDE : 0);
  socketName(number - 1);
  serverAccepted(number - 1);
  connectionSettings(number - 1);
  return number;
}

/** What the settings of host and adapter make of a new connection. */
export function connectionSettings(index: u32): void {
  const socket = The.socket(index);
  const c = The.connection(index);
  const host = The.host(socket.host);
  const nic = The.nic(socket.nic);
  c.flow = socket.flow;
  if (host.autoTuning) c.cachedFlags = c.cachedFlags | TCP_CACHED_UPDATE_RCV_WND;
  if (host.keepAlive) tcpKeepAlive(c, true, queueNow());
  c.pathMtu = min(c.pathMtu, nic.mtu);
  if (socket.flags & SOCKET_FLAG_OUTSIDE && (socket.content != CONTENT_FLOW || socket.store != 0)) {
    // Bytes of this connection are stored: no more than the store holds may be on their way, and each packet is made into bytes at once.
    c.largeSend = 0;
    c.cachedFlags = c.cachedFlags & ~TCP_CACHED_UPDATE_RCV_WND;
    c.initialRcvWnd = min(c.initialRcvWnd, storeRing(socket) - 1);
    return;
  }
  const family = c.family;
  c.largeSend = family == 4 ? nic.lsoBytes4 : nic.lsoBytes6;
}

/**
 * Bytes that TCP took: copied to posted receive buffers as far as there is room, else they wait in the stack.
 * @param source  where they begin in the frame
 */
function copy(index: u32, socket: Socket, c: TcpConnection, processor: u32, bytes: u32, source: u32): void {
  const room = receiveRoom(socket);
  const taken = min(room, c.bufferedData);
  if (processor != NO_PROCESSOR && The.host(socket.host).engine != 0) dmaReceive(index, processor, bytes, taken, source);
  else if (processor != NO_PROCESSOR) {
    const to = socket.processor == NO_PROCESSOR ? processor : socket.processor;
    chargeCostAt(processor, COST_COPY_COLD, bytes, load<u16>(processorAt(to), PROCESSOR_NODE));
  }
  if (taken == 0) return;
  socket.room = room - taken;
  socket.filled = socket.filled + taken;
  tcpReceive(c, taken, queueNow());
}

/** Bytes of a socket's store that take what comes in. */
function storeRing(socket: Socket): u32 {
  return socket.content == CONTENT_HTTP_OUTSIDE ? REQUEST_RING : STORE_BYTES;
}

/** Stores payload bytes of a peer outside by their stream offset. */
export function keep(socket: Socket, s: TcpSegment, skip: u32, length: u32, offset: u64): void {
  const ring = storeRing(socket);
  for (let i: u32 = 0; i < length;) {
    const at = (<u32>(offset + i)) & (ring - 1);
    const run = min(length - i, ring - at);
    memory.copy(socket.store + at, s.payload + skip + i, run);
    i += run;
  }
}

function chargeReceived(processor: u32, packet: Packet, s: TcpSegment, c: TcpConnection): void {
  const isAck = s.length == 0 && !(s.flags & (TCP_FLAG_SYN | 1));
  chargeCost(processor, isAck ? COST_ACK_RX : COST_TCPIP_RX, 1);
  if (s.length != 0 && s.seq != c.rcvNxt && c.state > TCP_STATE_LISTEN) chargeCost(processor, COST_TCPIP_SLOW, 1);
  if (!The.nic(packet.nic).checksumOffload) chargeCost(processor, COST_CHECKSUM, s.length);
}

/** A TCP segment whose checksums are right and whose destination is this host. The packet stays the caller's. */
export function tcpReceived(hostIndex: u32, processor: u32, packet: Packet, s: TcpSegment): void {
  const host = The.host(hostIndex);
  adapterUse(host, packet.nic);
  let number = lookup(hostIndex, SOCKET_STATE_TCP, s);
  if (number == 0) number = accept(hostIndex, packet, s);
  const followed = packet.flags & PACKET_FLAG_FOLLOWED;
  if (number == 0) {
    if (processor != NO_PROCESSOR) chargeCost(processor, COST_TCPIP_RX, 1);
    if (followed) followNoSocket(hostIndex, processor);
    tcpStray(stackOf(host), s);
    tcpOutput(host, processor, packet.nic);
    return;
  }
  const index = number - 1;
  const socket = The.socket(index);
  if (socket.offload != OFFLOAD_STATE_IN_HOST) {
    if (followed) followHanded(index, processor);
    offloadReceived(index, processor, packet, s);
    if (followed) followHandedCosts();
    return;
  }
  const c = The.connection(index);
  if (processor != NO_PROCESSOR) {
    ownersOf(index);
    chargeReceived(processor, packet, s, c);
  }
  socket.dpc = processor;
  socket.queue = packet.queue;
  socket.nic = packet.nic;
  c.hashValue = packet.hash;
  socket.taken = socket.taken + 1;
  neighborConfirm(socket.neighbor);
  const stack = stackOf(host);
  const before = stack.segmentsRetransmitted;
  const hole = c.rangeCount != 0;
  const next = c.rcvNxt;
  if (followed) followTcp(index, processor, s, c, stack);
  tcpInput(c, s, queueNow());
  if (followed) followTcpTaken(index, processor, c, stack);
  const accepted = stack.acceptedLength;
  if (accepted != 0) {
    if (socket.store != 0 && s.payload != 0) keep(socket, s, stack.acceptedSkip, accepted, stack.acceptedOffset);
    copy(index, socket, c, processor, accepted, packet.bytes - min(packet.bytes, s.length) + stack.acceptedSkip);
    if (followed) followCopied(index, processor, accepted);
    // A posted receive completes when it is full, when the sender pushes, or when a hole is filled (assumed: a push may lie behind it).
    const moved = c.rcvNxt != next;
    if (moved && (s.flags & TCP_FLAG_PSH || hole || socket.flags & SOCKET_FLAG_OUTSIDE))
      socket.flags = socket.flags | SOCKET_FLAG_COMPLETED;
  }
  if (stack.segmentsRetransmitted != before) retransmitNote(index, socket, before);
  tcpTouched(index, processor);
  if (followed) followAnswered(index, processor, c, stack);
}

/** After any call into TCP for a connection: sends, tells the application, keeps the timer. */
export function tcpTouched(index: u32, processor: u32): void {
  const socket = The.socket(index);
  if (socket.offload != OFFLOAD_STATE_IN_HOST) {
    requestsPost(index, processor);
    return;
  }
  const c = The.connection(index);
  tcpOutput(The.host(socket.host), processor, socket.nic);
  const state = c.state;
  if (state != socket.lastState) {
    trace(TRACE_KIND_STATE, index, socket.lastState, state);
    socket.lastState = state;
  }
  if (state == TCP_STATE_LISTEN) {
    // The peer reset its handshake (RFC 9293 section 3.10.7.4); the port's listener is not this socket, but the application.
    socketFree(index);
    return;
  }
  const events = c.events;
  if (events != 0) {
    c.events = 0;
    if (events & TCP_EVENT_FIN) socket.flags = socket.flags | SOCKET_FLAG_PEERED;
    if (events & ENDED) {
      ended(index, events);
      return;
    }
    if (events & (TCP_EVENT_CONNECTED | TCP_EVENT_FIN | TCP_EVENT_READABLE | TCP_EVENT_ACKED)) appNotify(index, processor, events);
  }
  if (Base.offloads != 0 && The.nic(socket.nic).chimney) offloadConsider(index, processor);
  timerSettle(index, socket, c);
}

/** The connection is over: the application hears of it and the socket is free again. */
function ended(index: u32, events: u32): void {
  appEnded(index, events);
  socketFree(index);
}

/** Keeps one event pending at or before the connection's deadline. One that comes too early asks again. */
function timerSettle(index: u32, socket: Socket, c: TcpConnection): void {
  const deadline = c.deadline;
  if (deadline >= socket.timerAt || c.state == TCP_STATE_CLOSED) return;
  const time = max(deadline, queueNow() + 1);
  if (time >= socket.timerAt) return;
  socket.timerAt = time;
  queuePush(time, EVENT_KIND_TIMER, index, socket.life);
}

/** A timer event of a socket. @param life  of the socket that asked for it */
export function timerDue(index: u32, life: u32): void {
  const socket = The.socket(index);
  if (socket.life != life || socket.state != SOCKET_STATE_TCP) return;
  if (socket.timerAt != queueNow()) return; // an earlier one was asked for since, and has run
  socket.timerAt = u64.MAX_VALUE;
  const c = The.connection(index);
  if (c.deadline > queueNow()) {
    timerSettle(index, socket, c);
    return;
  }
  const host = The.host(socket.host);
  if (host.ideal) {
    timerRun(index, NO_PROCESSOR);
    return;
  }
  const processor = timerProcessor(socket, host);
  ownDpcCount(host, processor);
  processorWork(processor, host.guest == 0 ? LEVEL_DPC : LEVEL_THREAD, WORK_KIND_TIMER_DPC, index, life);
}

/** Processor that the timers of a socket run on. */
export function timerProcessor(socket: Socket, host: HostRecord): u32 {
  if (socket.dpc != NO_PROCESSOR) return socket.dpc;
  return socket.processor != NO_PROCESSOR ? socket.processor : host.firstProcessor;
}

/** Runs the timers of a connection. */
export function timerRun(index: u32, processor: u32): void {
  const socket = The.socket(index);
  const stack = stackOf(The.host(socket.host));
  const before = stack.segmentsRetransmitted;
  if (processor != NO_PROCESSOR) ownersOf(index);
  adapterUse(The.host(socket.host), socket.nic);
  tcpTimer(The.connection(index), queueNow());
  if (stack.segmentsRetransmitted != before) retransmitNote(index, socket, before);
  tcpTouched(index, processor);
}

/** The DPC of a timer, as processors run it. */
export function timerDpcStart(processor: u32, index: u32, life: u32): void {
  const socket = The.socket(index);
  // Between the timer and this its connection may have been offloaded, and its timers with it.
  if (socket.life != life || socket.state != SOCKET_STATE_TCP || socket.offload != OFFLOAD_STATE_IN_HOST) return;
  const host = The.host(socket.host);
  if (host.guest != 0 && !guestStarts(processor, host, timerProcessor(socket, host), WORK_KIND_TIMER_DPC, index, life)) return;
  timerRun(index, processor);
}
export function timerDpcEnd(processor: u32): void {
  outputFlush(processor);
}
