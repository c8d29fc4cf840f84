// The server side of applications: what a new connection is for, and what is answered.

import {
  APP_KIND_CHARGEN,
  APP_KIND_ECHO,
  APP_KIND_HTTP,
  APP_KIND_REQUESTS,
  AppRecord,
  CONTENT_CHARGEN,
  CONTENT_HTTP_OUTSIDE,
  CONTENT_HTTP_RESPONSE,
  CONTENT_STORE,
  NONE,
  SOCKET_FLAG_OUTSIDE,
  SOCKET_FLAG_PEERED,
  SOCKET_STATE_UDP,
  Socket,
} from '../abi.gen';
import { lookupPeer, storeTake } from '../host/sockets';
import { queueNow } from '../sim/queue';
import { The } from '../world/state';
import { appOf, receivesPost } from './app';
import { threadBind } from './client';
import { contentFlow } from './content';
import { httpGo } from './http';

/** The emulated client at the other end, plus 1: found among the applications that use this port. */
function peerOf(index: u32, socket: Socket): u32 {
  const c = The.connection(index);
  const count = The.world().apps;
  for (let i: u32 = 0; i < count; i++) {
    const app = The.app(i);
    if (app.server != socket.host || app.port != c.localPort || app.client == NONE) continue;
    const peer = lookupPeer(app.client, socket.state, c);
    if (peer != 0) return peer;
  }
  return 0;
}

/** A connection that a client has opened gets its application, its thread and the content of its answers. */
export function serverAccepted(index: u32): void {
  const socket = The.socket(index);
  const peer = socket.flags & SOCKET_FLAG_OUTSIDE ? 0 : peerOf(index, socket);
  if (peer != 0) socket.app = The.socket(peer - 1).app;
  const app = appOf(socket);
  socket.openedAt = queueNow();
  const turn = app.serverTurn;
  app.serverTurn = turn + 1;
  threadBind(socket, app.serverListAt, app.serverProcessors, turn);
  receivesPost(socket);
  if (socket.state == SOCKET_STATE_UDP) answersByDatagram(socket, app, peer);
  else if (peer != 0) answersToPeer(socket, app, The.socket(peer - 1));
  else answersOutside(index, socket, app);
}

function answersToPeer(socket: Socket, app: AppRecord, peer: Socket): void {
  if (app.kind == APP_KIND_ECHO)
    socket.flow = peer.flow; // the same bytes at the same offsets
  else if (app.kind == APP_KIND_CHARGEN) chargen(socket);
  else if (app.kind == APP_KIND_HTTP) {
    socket.content = CONTENT_HTTP_RESPONSE;
    socket.flow = contentFlow(CONTENT_HTTP_RESPONSE, socket.app);
  }
}

/** Datagrams are answered at once: what comes in is not kept. */
function answersByDatagram(socket: Socket, app: AppRecord, peer: u32): void {
  if (app.kind == APP_KIND_CHARGEN) chargen(socket);
  else if (app.kind == APP_KIND_ECHO && peer != 0) socket.flow = The.socket(peer - 1).flow;
}

function chargen(socket: Socket): void {
  socket.content = CONTENT_CHARGEN;
  socket.flow = contentFlow(CONTENT_CHARGEN, 0);
  socket.toSend = u64.MAX_VALUE;
}

/** Echo and HTTP need the bytes that a client outside sends. */
export function serverStores(app: AppRecord): bool {
  return app.kind == APP_KIND_ECHO || app.kind == APP_KIND_HTTP;
}

function answersOutside(index: u32, socket: Socket, app: AppRecord): void {
  if (app.kind == APP_KIND_CHARGEN) chargen(socket);
  else if (serverStores(app)) {
    if (!storeTake(socket)) return;
    socket.content = app.kind == APP_KIND_ECHO ? CONTENT_STORE : CONTENT_HTTP_OUTSIDE;
    socket.flow = contentFlow(socket.content, index);
    socket.wanted = 0;
  }
}

/** The thread of a server has read `bytes` more. */
export function serverGo(index: u32, bytes: u32): void {
  const socket = The.socket(index);
  const app = appOf(socket);
  if (app.kind == APP_KIND_CHARGEN) {
    if (socket.flags & SOCKET_FLAG_PEERED) socket.toSend = socket.handed;
  } else if (socket.content == CONTENT_HTTP_OUTSIDE) httpGo(index, socket, app);
  else if (bytes == 0) return;
  else if (app.kind == APP_KIND_ECHO) socket.toSend = socket.read;
  else if (app.kind == APP_KIND_REQUESTS || app.kind == APP_KIND_HTTP) {
    const requests = socket.read / max(app.request, 1);
    socket.requests = requests;
    socket.toSend = requests * app.response;
  }
}
