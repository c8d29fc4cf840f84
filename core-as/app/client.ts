// The client side of applications: opens connections, asks, waits for the answer, and closes.

import {
  APP_KIND_BULK,
  APP_KIND_CHARGEN,
  APP_KIND_DISCARD,
  APP_KIND_HTTP,
  AppRecord,
  CONTENT_HTTP_REQUEST,
  COST_SEND_IO,
  EVENT_KIND_PAUSE,
  EVENT_KIND_START,
  LATENCY_BUCKETS,
  LEVEL_THREAD,
  NONE,
  NO_PROCESSOR,
  SOCKET_FLAG_CLOSING,
  SOCKET_FLAG_SERVER,
  SOCKET_FLAG_WAITING,
  SOCKET_STATE_FREE,
  SOCKET_STATE_TCP,
  SOCKET_STATE_UDP,
  Socket,
  TRACE_KIND_APP,
  TcpStack,
  WORK_KIND_OPEN,
} from '../abi.gen';
import { adapterUse, connectionSettings, tcpTouched } from '../host/tcp';
import { ephemeralPort, socketFree, socketName, socketTake } from '../host/sockets';
import { ownersOf } from '../host/output';
import { udpOpened } from '../host/udp';
import { guestProcessor, guestStarts } from '../hyperv/guest';
import { Address } from '../net/neighbor';
import { chargeCost, processorWork } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { connectionClear } from '../tcp/connection';
import { tcpOpen } from '../tcp/user';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { appClose, appOf, appShutdown, receivesPost, threadWake } from './app';
import { contentFlow } from './content';

const UNLIMITED: u64 = u64.MAX_VALUE;

/** Binds the thread of a socket to the next processor of a list; without a list it runs where it is woken. */
export function threadBind(socket: Socket, list: u32, count: u32, turn: u32): void {
  if (count == 0) return;
  const host = The.host(socket.host);
  const number = <u32>load<u8>(list + (turn % count));
  socket.processor = host.guest == 0 ? host.firstProcessor + number : guestProcessor(host, number);
  socket.threadBound = 1;
}

/** An application opens its next connection. */
export function appStart(appIndex: u32): void {
  const app = The.app(appIndex);
  if (app.client == NONE || app.stopped || app.opened >= app.connections) return;
  const opened = app.opened + 1;
  app.opened = opened;
  if (opened < app.connections) queuePush(queueNow() + app.interval, EVENT_KIND_START, appIndex, 0);
  const number = socketTake(app.client, app.clientNic, appIndex, app.udp ? SOCKET_STATE_UDP : SOCKET_STATE_TCP);
  if (number == 0) {
    app.failed = app.failed + 1;
    return;
  }
  open(number - 1, app);
}

function open(index: u32, app: AppRecord): void {
  const socket = The.socket(index);
  const host = The.host(socket.host);
  const c = The.connection(index);
  socket.openedAt = queueNow();
  connectionClear(c, changetype<TcpStack>(host.stack));
  c.family = app.family;
  Address.copy(c.localAddressAt, app.fromAddressAt, app.family);
  Address.copy(c.remoteAddressAt, app.toAddressAt, app.family);
  c.remotePort = app.port;
  if (!ephemeralPort(socket.host, socket.state, c)) {
    app.failed = app.failed + 1;
    socketFree(index);
    return;
  }
  if (app.kind == APP_KIND_HTTP) {
    socket.content = CONTENT_HTTP_REQUEST;
    socket.flow = contentFlow(CONTENT_HTTP_REQUEST, socket.app);
  }
  socketName(index);
  const turn = app.clientTurn;
  app.clientTurn = turn + 1;
  threadBind(socket, app.clientListAt, app.clientProcessors, turn);
  receivesPost(socket);
  if (host.ideal) {
    openNow(index, NO_PROCESSOR);
    return;
  }
  if (!socket.threadBound) socket.processor = host.firstProcessor;
  processorWork(socket.processor, LEVEL_THREAD, WORK_KIND_OPEN, index, socket.life);
}

/** The thread's work item that opens a connection. */
export function openStart(processor: u32, index: u32, life: u32): void {
  const socket = The.socket(index);
  if (socket.life != life) return;
  const host = The.host(socket.host);
  if (host.guest != 0 && !guestStarts(processor, host, socket.processor, WORK_KIND_OPEN, index, life)) return;
  openNow(index, processor);
}

function openNow(index: u32, processor: u32): void {
  const socket = The.socket(index);
  if (processor != NO_PROCESSOR) {
    ownersOf(index);
    chargeCost(processor, COST_SEND_IO, 1);
  }
  if (socket.state == SOCKET_STATE_UDP) {
    appOf(socket).established = appOf(socket).established + 1;
    clientConnected(index);
    udpOpened(index, processor);
    return;
  }
  const c = The.connection(index);
  adapterUse(The.host(socket.host), socket.nic);
  tcpOpen(c, changetype<TcpStack>(The.host(socket.host).stack), queueNow());
  connectionSettings(index);
  tcpTouched(index, processor);
}

/** One request more: so many bytes to send, so many to come back. */
function ask(socket: Socket, app: AppRecord): void {
  socket.toSend = socket.toSend + app.request;
  socket.wanted = socket.read + app.response;
  socket.askedAt = queueNow();
  socket.flags = socket.flags | SOCKET_FLAG_WAITING;
}

function isStream(app: AppRecord): bool {
  return app.kind == APP_KIND_BULK || app.kind == APP_KIND_DISCARD;
}

export function clientConnected(index: u32): void {
  const socket = The.socket(index);
  const app = appOf(socket);
  if (isStream(app)) socket.toSend = app.bytes;
  else if (app.kind == APP_KIND_CHARGEN) socket.wanted = app.bytes;
  else ask(socket, app);
}

class Histogram {
  /** Bucket of a latency: its power of two, and the three bits below the highest. */
  @inline static bucket(ps: u64): u32 {
    if (ps < 8) return <u32>ps;
    const top = 63 - <u32>clz<u64>(ps);
    return min((top << 3) | ((<u32>(ps >> (top - 3))) & 7), LATENCY_BUCKETS - 1);
  }
}

/** An answer is complete. */
export function answered(socket: Socket, app: AppRecord): void {
  const latency = queueNow() - socket.askedAt;
  const bucket = app.latencies + (Histogram.bucket(latency) << 2);
  store<u32>(bucket, load<u32>(bucket) + 1);
  socket.done = socket.done + 1;
  socket.latencySum = socket.latencySum + latency;
  socket.flags = socket.flags & ~SOCKET_FLAG_WAITING;
  app.exchanges = app.exchanges + 1;
  app.latencySum = app.latencySum + latency;
  if (latency < app.latencyMin) app.latencyMin = latency;
  if (latency > app.latencyMax) app.latencyMax = latency;
}

/** The thread of a client has read `bytes` more. */
export function clientGo(index: u32, bytes: u32): void {
  const socket = The.socket(index);
  const app = appOf(socket);
  if (socket.flags & SOCKET_FLAG_CLOSING) return;
  if (isStream(app)) {
    if (app.stopped) socket.toSend = socket.handed;
    return;
  }
  if (app.kind == APP_KIND_CHARGEN) {
    if (app.stopped || socket.read >= socket.wanted) appClose(index);
    return;
  }
  if (bytes != 0 && socket.flags & SOCKET_FLAG_WAITING && socket.read >= socket.wanted) {
    answered(socket, app);
    trace(TRACE_KIND_APP, socket.app, index, <u32>socket.done);
    if (!app.stopped && socket.done < app.count) {
      if (app.pause == 0) ask(socket, app);
      else queuePush(queueNow() + app.pause, EVENT_KIND_PAUSE, index, socket.life);
    }
  }
  if (!(socket.flags & SOCKET_FLAG_WAITING) && (app.stopped || socket.done >= app.count)) appShutdown(index);
}

/** What a stream has to send is with TCP: it says so. */
export function clientSent(index: u32): void {
  const socket = The.socket(index);
  const app = appOf(socket);
  const isAll = socket.toSend != UNLIMITED && socket.handed >= socket.toSend && (socket.toSend != 0 || app.stopped != 0);
  if (isStream(app) && isAll) appShutdown(index);
}

/** The pause before the next request is over. */
export function pauseOver(index: u32, life: u32): void {
  const socket = The.socket(index);
  if (socket.life != life || socket.state == SOCKET_STATE_FREE || socket.flags & SOCKET_FLAG_CLOSING) return;
  if (socket.state == SOCKET_STATE_TCP && !(socket.flags & SOCKET_FLAG_WAITING)) ask(socket, appOf(socket));
  threadWake(index, threadPlace(socket));
}

/** Processor that wakes the thread of a socket when no packet does. */
function threadPlace(socket: Socket): u32 {
  const host = The.host(socket.host);
  if (host.ideal) return NO_PROCESSOR;
  return socket.processor != NO_PROCESSOR ? socket.processor : host.firstProcessor;
}

/** The duration of an application is over: its clients close. */
export function appStop(appIndex: u32): void {
  const app = The.app(appIndex);
  app.stopped = 1;
  const count = The.world().sockets;
  for (let index: u32 = 0; index < count; index++) {
    const socket = The.socket(index);
    const isIts = socket.state != SOCKET_STATE_FREE && socket.app == appIndex && !(socket.flags & SOCKET_FLAG_SERVER);
    if (isIts) threadWake(index, threadPlace(socket));
  }
}
