// Applications: what a thread does when it runs, and when it is woken. A thread is bound to a processor or runs where it was woken. It
// takes completed receives, decides what to send next (client.ts, server.ts), hands that to the transport a buffer at a time, and keeps one
// buffer ahead of what TCP has sent (the ideal send backlog, assumed).

import {
  AppRecord,
  CONTENT_HTTP_OUTSIDE,
  CONTENT_STORE,
  COST_COPY_FIXED,
  COST_COPY_WARM,
  COST_RECV_IO,
  COST_SEND_IO,
  COST_THREAD_REFILL,
  COST_THREAD_SWITCH,
  LEVEL_THREAD,
  NO_PROCESSOR,
  OFFLOAD_STATE_IN_HOST,
  PROCESSOR_ACTIVE,
  PROCESSOR_QUEUED_THREAD,
  SOCKET_FLAG_BUSY,
  SOCKET_FLAG_CLOSING,
  SOCKET_FLAG_COMPLETED,
  SOCKET_FLAG_COUNTED,
  SOCKET_FLAG_LAST_RESPONSE,
  SOCKET_FLAG_MOVING,
  SOCKET_FLAG_PEERED,
  SOCKET_FLAG_QUEUED,
  SOCKET_FLAG_SERVER,
  SOCKET_FLAG_WOKEN,
  SOCKET_STATE_UDP,
  STORE_BYTES,
  Socket,
  TCP_EVENT_ACKED,
  TCP_EVENT_CONNECTED,
  TCP_EVENT_FIN,
  TCP_EVENT_READABLE,
  TCP_EVENT_REFUSED,
  TCP_EVENT_TIMED_OUT,
  TCP_STATE_CLOSED,
  TCP_STATE_ESTABLISHED,
  TcpConnection,
  WORK_KIND_THREAD,
} from '../abi.gen';
import { landedBytes, landingCharge, landingOther } from '../dma/landing';
import { Followed } from '../follow/record';
import { followRequest, followRequesting } from '../follow/send';
import { followRead, followWoken } from '../follow/stack';
import { outputFlush, ownersOf } from '../host/output';
import { tcpTouched } from '../host/tcp';
import { udpPump } from '../host/udp';
import { guestStarts } from '../hyperv/guest';
import { chargeCost, chargeHandover, processorAt, processorWork } from '../sim/processor';
import { receivesCharge, receiveTune, sendCharge, userClose, userReceive, userSend, userShutdown } from '../chimney/requests';
import { Seq } from '../tcp/seq';
import { The } from '../world/state';
import { clientConnected, clientGo, clientSent } from './client';
import { httpWaits } from './http';
import { serverGo } from './server';

/** Send requests that a thread makes before others get their turn. */
const SENDS_AT_ONCE: u32 = 16;

export function appOf(socket: Socket): AppRecord {
  return The.app(socket.app);
}

export function isServer(socket: Socket): bool {
  return (socket.flags & SOCKET_FLAG_SERVER) != 0;
}

/** Bytes that posted receive requests still take. */
export function receiveRoom(socket: Socket): u32 {
  return socket.store == 0 ? socket.room : 0;
}

/** Posts receive requests, all empty. */
export function receivesPost(socket: Socket): void {
  socket.room = appOf(socket).posted * receiveRequest(socket);
  socket.filled = 0;
}

/** Bytes of one receive request. */
export function receiveRequest(socket: Socket): u32 {
  return min(appOf(socket).bufferSize, 16777216);
}

/**
 * Of what posted receives hold, the bytes that the thread may take; 0 while the copy engine has not moved them. Of several requests in a
 * row those go that are whole.
 */
function completed(index: u32, socket: Socket): u32 {
  return socket.flags & SOCKET_FLAG_MOVING ? landedRequests(index, socket) : socket.filled;
}

function landedRequests(index: u32, socket: Socket): u32 {
  const landed = landedBytes(index, socket);
  if (landed == socket.filled) return landed;
  return landed - (landed % receiveRequest(socket));
}

/** Whether a posted receive has completed. */
function isCompleted(index: u32, socket: Socket): bool {
  const bytes = completed(index, socket);
  if (bytes == 0) return false;
  return bytes >= appOf(socket).bufferSize || (bytes == socket.filled && (socket.flags & SOCKET_FLAG_COMPLETED) != 0);
}

/** The copy engine has moved something: the thread runs when what it waits for is there. */
export function receivesLanded(index: u32): void {
  const socket = The.socket(index);
  const waits = socket.flags & SOCKET_FLAG_PEERED || The.connection(index).bufferedData != 0;
  if (isCompleted(index, socket) || (waits && !(socket.flags & SOCKET_FLAG_MOVING))) threadWake(index, socket.dpc);
}

/** Bytes queued at the transport and not yet sent. */
export function appUnsent(c: TcpConnection): u32 {
  return Seq.span(c.sndNxt, c.sendDataTail);
}

/** Has the thread of a socket run. @param processor  that wakes it; limits.NoProcessor on an ideal host */
export function threadWake(index: u32, processor: u32): void {
  const socket = The.socket(index);
  if (socket.flags & SOCKET_FLAG_QUEUED) return;
  if (processor == NO_PROCESSOR) {
    // An ideal host has no threads; what it does it does at once. The flag keeps it from starting again from within.
    socket.flags = socket.flags | SOCKET_FLAG_QUEUED;
    threadRun(index, NO_PROCESSOR);
    return;
  }
  if (!socket.threadBound) socket.processor = processor;
  const woken = wasIdle(socket.processor) ? SOCKET_FLAG_WOKEN : 0;
  socket.flags = socket.flags | SOCKET_FLAG_QUEUED | woken;
  if (Followed.isUnderWay()) followWoken(index, processor, socket, woken != 0);
  processorWork(socket.processor, LEVEL_THREAD, WORK_KIND_THREAD, index, socket.life);
}

/** TCP tells what happened. */
export function appNotify(index: u32, processor: u32, events: u32): void {
  const socket = The.socket(index);
  if (events & TCP_EVENT_CONNECTED) {
    const app = appOf(socket);
    if (!isServer(socket)) {
      app.established = app.established + 1;
      clientConnected(index);
    }
    threadWake(index, processor);
    return;
  }
  if (events & TCP_EVENT_FIN) {
    threadWake(index, processor);
    return;
  }
  if (events & TCP_EVENT_READABLE) {
    const waits = The.inForce(index).bufferedData != 0 && !(socket.flags & SOCKET_FLAG_MOVING);
    if (isCompleted(index, socket) || waits) {
      threadWake(index, processor);
      return;
    }
  }
  if (events & TCP_EVENT_ACKED && socket.flags & SOCKET_FLAG_BUSY && appUnsent(The.inForce(index)) < appOf(socket).bufferSize)
    threadWake(index, processor);
}

/** A connection has ended. @param events  TcpEvent bits that say how */
export function appEnded(index: u32, events: u32): void {
  const socket = The.socket(index);
  if (socket.flags & SOCKET_FLAG_COUNTED) return;
  socket.flags = socket.flags | SOCKET_FLAG_COUNTED;
  if (isServer(socket)) return;
  const app = appOf(socket);
  const inOrder = !(events & (TCP_EVENT_REFUSED | TCP_EVENT_TIMED_OUT)) && socket.flags & SOCKET_FLAG_CLOSING;
  if (inOrder) app.finished = app.finished + 1;
  else app.failed = app.failed + 1;
}

/** Nothing runs or waits at thread level: the thread has to be woken and switched to. */
function wasIdle(processor: u32): bool {
  const at = processorAt(processor);
  return load<u32>(at, PROCESSOR_QUEUED_THREAD) == 0 && load<u32>(at, PROCESSOR_ACTIVE) == 0;
}

/** Charges for receive requests of `bytes` bytes in all. @param copied  of them from buffers of the stack */
function chargeReceives(index: u32, processor: u32, app: AppRecord, bytes: u32, copied: u32): void {
  const requests = (bytes + app.bufferSize - 1) / app.bufferSize;
  if (The.socket(index).offload != OFFLOAD_STATE_IN_HOST) {
    receivesCharge(index, processor, requests, copied);
    return;
  }
  if (copied != 0) chargeCost(processor, COST_COPY_WARM, copied);
  chargeCost(processor, COST_RECV_IO, requests);
  chargeCost(processor, COST_COPY_FIXED, requests);
}

/** Bytes of the peer's stream that a socket with a store needs no more: echoed and acknowledged, or parsed. */
function storeDone(socket: Socket, c: TcpConnection): u64 {
  if (socket.content == CONTENT_STORE) return c.sndUnaOffset;
  // After the last response nothing more is read (RFC 9112 section 9.6), and after FIN nothing more comes.
  return socket.flags & (SOCKET_FLAG_PEERED | SOCKET_FLAG_LAST_RESPONSE) ? c.rcvNxtOffset : socket.wanted;
}

/** Bytes that can be given back to the receive window of a socket with a store. */
function storeFree(socket: Socket, c: TcpConnection): u32 {
  const kept = c.rcvNxtOffset - storeDone(socket, c);
  return c.bufferedData > kept ? c.bufferedData - <u32>kept : 0;
}

/** Something waits that take() would take. */
function isReadable(socket: Socket, c: TcpConnection): bool {
  if (socket.store == 0) return c.bufferedData != 0 && !(socket.flags & SOCKET_FLAG_MOVING); // it comes after what is being moved
  return c.rcvNxtOffset != socket.read || storeFree(socket, c) != 0;
}

/** Reads what is new in the store. The window opens only as far as the store has room. @returns bytes */
function takeStored(index: u32, socket: Socket, c: TcpConnection, processor: u32): u32 {
  const bytes = <u32>(c.rcvNxtOffset - socket.read);
  if (processor != NO_PROCESSOR && bytes != 0) chargeReceives(index, processor, appOf(socket), bytes, bytes);
  const free = storeFree(socket, c);
  if (free != 0) userReceive(index, free);
  return bytes;
}

/** Takes what posted receives hold, then what waits in the stack, up to a buffer for each receive and one more. @returns bytes */
function take(index: u32, socket: Socket, c: TcpConnection, processor: u32): u32 {
  if (socket.store != 0) return takeStored(index, socket, c, processor);
  const app = appOf(socket);
  let bytes: u32 = 0;
  const filled = completed(index, socket);
  const isComplete =
    socket.flags & SOCKET_FLAG_COMPLETED || filled >= app.bufferSize || socket.flags & SOCKET_FLAG_PEERED || c.bufferedData != 0;
  const hasEngine = processor != NO_PROCESSOR && The.host(socket.host).engine != 0;
  if (filled != 0 && isComplete) {
    if (processor != NO_PROCESSOR) chargeReceives(index, processor, app, filled, 0);
    if (hasEngine) landingCharge(index, socket, processor);
    bytes += filled;
    const rest = socket.filled - filled;
    receivesPost(socket);
    socket.filled = rest;
    socket.room = socket.room - rest;
  }
  if (socket.filled != 0 && socket.flags & SOCKET_FLAG_MOVING) return bytes; // what waits comes after it
  socket.flags = socket.flags & ~SOCKET_FLAG_COMPLETED;
  const waiting = min(c.bufferedData, (app.posted + 1) * app.bufferSize);
  if (waiting != 0) {
    if (processor != NO_PROCESSOR) chargeReceives(index, processor, app, waiting, waiting);
    if (hasEngine) landingOther(index, socket, socket.read + bytes, waiting);
    bytes += userReceive(index, waiting);
  }
  if (socket.offload != OFFLOAD_STATE_IN_HOST) receiveTune(index, socket, bytes);
  return bytes;
}

function chargeSend(index: u32, socket: Socket, processor: u32, bytes: u32): void {
  if (socket.offload != OFFLOAD_STATE_IN_HOST) {
    sendCharge(index, processor); // the adapter reads the user's buffer
    return;
  }
  chargeCost(processor, COST_SEND_IO, 1);
  chargeCost(processor, COST_COPY_WARM, bytes);
}

/** Hands what is to be sent to TCP, a buffer at a time. */
function pump(index: u32, socket: Socket, c: TcpConnection, processor: u32): void {
  const app = appOf(socket);
  socket.flags = socket.flags & ~SOCKET_FLAG_BUSY;
  if (c.state < TCP_STATE_ESTABLISHED) return;
  for (let sends: u32 = 0; socket.handed < socket.toSend; sends++) {
    const room = sendRoom(socket, c);
    if (sends == SENDS_AT_ONCE || appUnsent(c) >= app.bufferSize || room == 0) {
      socket.flags = socket.flags | SOCKET_FLAG_BUSY;
      if (sends == SENDS_AT_ONCE && processor != NO_PROCESSOR && appUnsent(c) < app.bufferSize) threadAgain(index, socket, processor);
      return;
    }
    const bytes = <u32>min(<u64>min(app.bufferSize, room), socket.toSend - socket.handed);
    if (Followed.isWaiting()) followRequesting(processor);
    if (processor != NO_PROCESSOR) chargeSend(index, socket, processor, bytes);
    if (Followed.isWaiting()) followRequest(index, processor, socket, bytes);
    if (!userSend(index, bytes, processor)) return;
    socket.handed = socket.handed + bytes;
    app.sent = app.sent + bytes;
  }
  // The store is given back, and a further request is looked at, when what was sent is acknowledged.
  if (socket.store != 0 && c.bufferedData != 0) socket.flags = socket.flags | SOCKET_FLAG_BUSY;
}

/** Bytes that may be queued: 1 GiB, or what a byte store can hold until it is acknowledged. */
function sendRoom(socket: Socket, c: TcpConnection): u32 {
  const queued = c.sendDataTail - c.sndUna;
  const most: u32 = socket.content == CONTENT_STORE ? STORE_BYTES : 0x40000000;
  return queued < most ? most - queued : 0;
}

function threadAgain(index: u32, socket: Socket, processor: u32): void {
  if (socket.flags & SOCKET_FLAG_QUEUED) return;
  socket.flags = socket.flags | SOCKET_FLAG_QUEUED;
  processorWork(processor, LEVEL_THREAD, WORK_KIND_THREAD, index, socket.life);
}

/** The application closes: nothing more is read. */
export function appClose(index: u32): void {
  const socket = The.socket(index);
  if (The.inForce(index).state == TCP_STATE_CLOSED) return; // not opened yet
  socket.flags = socket.flags | SOCKET_FLAG_CLOSING;
  userClose(index);
}

/** The application has sent all; it reads on until the peer closes too. */
export function appShutdown(index: u32): void {
  const socket = The.socket(index);
  if (socket.flags & SOCKET_FLAG_CLOSING || The.inForce(index).state == TCP_STATE_CLOSED) return;
  socket.flags = socket.flags | SOCKET_FLAG_CLOSING;
  userShutdown(index);
}

/** A thread runs for a socket: reads, decides, sends. */
function threadRun(index: u32, processor: u32): void {
  const socket = The.socket(index);
  if (socket.state == SOCKET_STATE_UDP) {
    socket.flags = socket.flags & ~SOCKET_FLAG_QUEUED;
    udpPump(index, processor);
    return;
  }
  const c = The.inForce(index);
  const life = socket.life;
  if (processor != NO_PROCESSOR) ownersOf(index);
  // On an ideal host what is done here may call for it again: it goes on until nothing does.
  for (let rounds: u32 = 0; rounds < 64; rounds++) {
    const bytes = take(index, socket, c, processor);
    if (bytes != 0) count(socket, bytes);
    if (bytes != 0 && Followed.isUnderWay()) followRead(index, processor, socket, bytes);
    if (isServer(socket)) serverGo(index, bytes);
    else clientGo(index, bytes);
    if (socket.life != life) return;
    pump(index, socket, c, processor);
    if (!isServer(socket)) clientSent(index);
    finish(index, socket, c);
    if (processor != NO_PROCESSOR) socket.flags = socket.flags & ~SOCKET_FLAG_QUEUED;
    tcpTouched(index, processor);
    if (socket.life != life) return;
    if (processor != NO_PROCESSOR) {
      // The connection may have been offloaded just now.
      if (isReadable(socket, The.inForce(index))) threadAgain(index, socket, processor);
      return;
    }
    const more =
      isReadable(socket, c) ||
      (socket.handed < socket.toSend && appUnsent(c) < appOf(socket).bufferSize && !(socket.flags & SOCKET_FLAG_CLOSING));
    if (!more) break;
  }
  socket.flags = socket.flags & ~SOCKET_FLAG_QUEUED;
}

function count(socket: Socket, bytes: u32): void {
  const app = appOf(socket);
  socket.read = socket.read + bytes;
  app.received = app.received + bytes;
  if (isServer(socket)) app.serverReceived = app.serverReceived + bytes;
}

/** Closes when both sides are done: all is handed over, and the peer has closed or will get no more. */
function finish(index: u32, socket: Socket, c: TcpConnection): void {
  if (socket.handed < socket.toSend || c.bufferedData != 0 || socket.flags & SOCKET_FLAG_MOVING) return;
  if (socket.content == CONTENT_HTTP_OUTSIDE && httpWaits(socket)) {
    // A client may have closed its side and still wait for answers: RFC 9112 section 9.6.
    socket.flags = socket.flags | SOCKET_FLAG_BUSY;
    return;
  }
  if (socket.flags & SOCKET_FLAG_PEERED) {
    if (!isServer(socket) && !(socket.flags & SOCKET_FLAG_COUNTED)) {
      socket.flags = socket.flags | SOCKET_FLAG_COUNTED;
      const app = appOf(socket);
      app.finished = app.finished + 1;
    }
    socket.flags = socket.flags | SOCKET_FLAG_CLOSING;
    userClose(index);
  } else if (socket.flags & SOCKET_FLAG_LAST_RESPONSE) appShutdown(index);
}

export function threadStart(processor: u32, index: u32, life: u32): void {
  const socket = The.socket(index);
  if (socket.life != life) return;
  const host = The.host(socket.host);
  if (host.guest != 0 && !guestStarts(processor, host, socket.processor, WORK_KIND_THREAD, index, life)) return;
  ownersOf(index);
  if (socket.flags & SOCKET_FLAG_WOKEN) {
    socket.flags = socket.flags & ~SOCKET_FLAG_WOKEN;
    chargeCost(processor, COST_THREAD_SWITCH, 1);
    chargeCost(processor, COST_THREAD_REFILL, 1);
  }
  if (socket.taken != 0) {
    if (socket.dpc != NO_PROCESSOR) chargeHandover(processor, socket.dpc, socket.taken);
    socket.taken = 0;
  }
  threadRun(index, processor);
}

export function threadEnd(processor: u32): void {
  outputFlush(processor);
}
