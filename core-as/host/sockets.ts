// Sockets of all hosts: found by addresses and ports, made by an application or by a SYN for a port that an application serves, and given
// back when the connection has ended. A socket and its TcpConnection have the same index.

import {
  AppRecord,
  CONTENT_FLOW,
  NO_PROCESSOR,
  OWNER_TOTAL_SIZE,
  SOCKET_SIZE,
  SOCKET_STATE_FREE,
  SOCKET_STATE_TCP,
  Socket,
  TCP_STATE_TIME_WAIT,
  TcpConnection,
  TcpSegment,
  STORE_BYTES,
} from '../abi.gen';
import { blockClear } from '../block';
import { Wire } from '../bytes';
import { offloadBegin } from '../chimney/host';
import { Followed } from '../follow/record';
import { followGone } from '../follow/stack';
import { Address } from '../net/neighbor';
import { PROTO_TCP } from '../frame/ports';
import { ownerTotalsAt } from '../sim/ledger';
import { Base, The } from '../world/state';

//     u32 first unused socket plus 1 | u32 sockets ever used | u32 first unused store | u32 stores ever used
const HEAD = <u32>memory.data(16, 16);
const FRESH = HEAD + 4;
const FREE_STORE = HEAD + 8;
const FRESH_STORE = HEAD + 12;

/** The ledger's owner of a connection: after those of all adapters. */
export function connectionOwner(index: u32): u32 {
  return The.world().nics + 1 + index;
}

/** Hash of what a socket is found by. Addresses are given by address; `state` tells TCP and UDP apart. */
function tupleHash(host: u32, state: u32, family: u32, local: u32, localPort: u32, remote: u32, remotePort: u32): u32 {
  let mix: u64 = ((<u64>load<u32>(remote)) << 32) | load<u32>(local);
  if (family != 4) mix ^= load<u64>(remote, 8) * 31 + load<u64>(local, 8) + load<u32>(remote, 4) + load<u32>(local, 4);
  mix = (mix ^ (((<u64>(localPort << 16)) | remotePort) * 0xbf58476d1ce4e5b9) ^ ((<u64>(host << 2)) | state)) * 0x9e3779b97f4a7c15;
  return (<u32>(mix >> 32)) ^ (<u32>(mix >> 20));
}

class Bucket {
  @inline static of(hash: u32): u32 {
    return Base.buckets + ((hash & Base.bucketMask) << 2);
  }
}

/** @returns number of the socket plus 1; 0 when there is none */
function find(host: u32, state: u32, family: u32, local: u32, localPort: u32, remote: u32, remotePort: u32): u32 {
  const hash = tupleHash(host, state, family, local, localPort, remote, remotePort);
  let number = load<u32>(Bucket.of(hash));
  while (number != 0) {
    const socket = The.socket(number - 1);
    if (socket.hash == hash && socket.host == host && socket.state == state) {
      const c = The.connection(number - 1);
      const ports = c.localPort == localPort && c.remotePort == remotePort && c.family == family;
      if (ports && Address.same(family, c.localAddressAt, local) && Address.same(family, c.remoteAddressAt, remote)) return number;
    }
    number = socket.next;
  }
  return 0;
}

/** The socket of a host that a segment or datagram is for, plus 1. */
export function lookup(host: u32, state: u32, s: TcpSegment): u32 {
  return find(host, state, s.family, s.destinationAt, s.destinationPort, s.sourceAt, s.sourcePort);
}

/** The socket at the other end of a connection, plus 1: of an emulated peer. */
export function lookupPeer(host: u32, state: u32, c: TcpConnection): u32 {
  return find(host, state, c.family, c.remoteAddressAt, c.remotePort, c.localAddressAt, c.localPort);
}

/** The TCP socket that sent the packet that an ICMP error quotes, plus 1. */
export function lookupEmbedded(host: u32, ip: u32, bytes: u32): u32 {
  const six = load<u8>(ip) >> 4 == 6;
  const head: u32 = six ? 40 : (<u32>(load<u8>(ip) & 15)) << 2;
  if (bytes < head + 8 || <u32>load<u8>(ip + (six ? 6 : 9)) != PROTO_TCP) return 0;
  const source = ip + (six ? 8 : 12);
  const destination = ip + (six ? 24 : 16);
  const tcp = ip + head;
  return find(host, SOCKET_STATE_TCP, six ? 6 : 4, source, Wire.u16(tcp), destination, Wire.u16(tcp + 2));
}

/** The longest-lived connection in TIME-WAIT of a host ends early when no socket is left. @returns number plus 1, or 0 */
function reclaim(host: u32): u32 {
  const count = min(load<u32>(FRESH), The.world().sockets);
  let best: u32 = 0;
  let earliest = u64.MAX_VALUE;
  for (let index: u32 = 0; index < count; index++) {
    const socket = The.socket(index);
    if (socket.host != host) continue;
    const c = The.connection(index);
    if (socket.state != SOCKET_STATE_TCP || c.state != TCP_STATE_TIME_WAIT || c.retransmitAt >= earliest) continue;
    earliest = c.retransmitAt;
    best = index + 1;
  }
  return best;
}

/**
 * A socket that is in use from now on; identity and buckets follow with socketName().
 * @returns number plus 1; 0 when there is none left, which is counted
 */
export function socketTake(host: u32, nic: u32, app: u32, state: u32): u32 {
  const world = The.world();
  let number = load<u32>(HEAD);
  if (number != 0) store<u32>(HEAD, The.socket(number - 1).next);
  else if (load<u32>(FRESH) < world.sockets) {
    number = load<u32>(FRESH) + 1;
    store<u32>(FRESH, number);
  } else {
    number = reclaim(host);
    if (number == 0) {
      world.socketsMissed = world.socketsMissed + 1;
      return 0;
    }
    socketFree(number - 1);
    number = load<u32>(HEAD);
    store<u32>(HEAD, The.socket(number - 1).next);
  }
  const socket = The.socket(number - 1);
  const life = socket.life + 1;
  blockClear(ownerTotalsAt(connectionOwner(number - 1)), OWNER_TOTAL_SIZE); // what an earlier connection was charged
  blockClear(changetype<u32>(socket), SOCKET_SIZE);
  socket.life = life;
  world.socketsUsed = world.socketsUsed + 1;
  socket.state = state;
  socket.host = host;
  socket.nic = nic;
  socket.app = app;
  socket.processor = NO_PROCESSOR;
  socket.dpc = NO_PROCESSOR;
  socket.timerAt = u64.MAX_VALUE;
  socket.wanted = u64.MAX_VALUE;
  socket.content = CONTENT_FLOW;
  socket.flow = number;
  if (Base.offloads != 0) offloadBegin(number - 1);
  return number;
}

/** Enters a socket whose connection has its identity. */
export function socketName(index: u32): void {
  const socket = The.socket(index);
  const c = The.connection(index);
  socket.hash = tupleHash(socket.host, socket.state, c.family, c.localAddressAt, c.localPort, c.remoteAddressAt, c.remotePort);
  const bucket = Bucket.of(socket.hash);
  socket.next = load<u32>(bucket);
  store<u32>(bucket, index + 1);
}

function unlink(index: u32, socket: Socket): void {
  const bucket = Bucket.of(socket.hash);
  let number = load<u32>(bucket);
  if (number == index + 1) {
    store<u32>(bucket, socket.next);
    return;
  }
  while (number != 0) {
    const other = The.socket(number - 1);
    if (other.next == index + 1) {
      other.next = socket.next;
      return;
    }
    number = other.next;
  }
}

export function socketFree(index: u32): void {
  if (Followed.isUnderWay()) followGone(index);
  const socket = The.socket(index);
  if (socket.state == SOCKET_STATE_FREE) return;
  unlink(index, socket);
  if (socket.store != 0) {
    store<u32>(socket.store, load<u32>(FREE_STORE));
    store<u32>(FREE_STORE, socket.store);
  }
  socket.state = SOCKET_STATE_FREE;
  socket.life = socket.life + 1;
  socket.next = load<u32>(HEAD);
  store<u32>(HEAD, index + 1);
  const world = The.world();
  world.socketsUsed = world.socketsUsed - 1;
}

/** Whether storeTake() would succeed. */
export function storeIsLeft(): bool {
  return load<u32>(FREE_STORE) != 0 || load<u32>(FRESH_STORE) < The.world().stores;
}

/** Gives a socket a byte store. @returns false when there is none left */
export function storeTake(socket: Socket): bool {
  let at = load<u32>(FREE_STORE);
  if (at != 0) store<u32>(FREE_STORE, load<u32>(at));
  else {
    const fresh = load<u32>(FRESH_STORE);
    if (fresh == The.world().stores) return false;
    store<u32>(FRESH_STORE, fresh + 1);
    at = Base.stores + fresh * STORE_BYTES;
  }
  socket.store = at;
  return true;
}

/** Number of the application that serves a port of a host, plus 1; one that expects the outside goes first where `outside`. */
export function listenerFind(hostIndex: u32, udp: bool, s: TcpSegment, outside: bool): u32 {
  const count = The.world().apps;
  let found: u32 = 0;
  for (let index: u32 = 0; index < count; index++) {
    const app = The.app(index);
    if (app.server != hostIndex || app.port != s.destinationPort || (app.udp != 0) != udp) continue;
    if (!serves(app, s)) continue;
    if ((app.outside != 0) == outside) return index + 1;
    if (found == 0) found = index + 1;
  }
  return found;
}

function serves(app: AppRecord, s: TcpSegment): bool {
  const isAny = load<u64>(app.toAddressAt) == 0 && load<u64>(app.toAddressAt + 8) == 0;
  return isAny || (app.family == s.family && Address.same(s.family, app.toAddressAt, s.destinationAt));
}

const FIRST_EPHEMERAL: u32 = 49152;
const EPHEMERAL: u32 = 65536 - FIRST_EPHEMERAL;

/** Gives a connection the next free ephemeral port of its host: 49152 to 65535 (RFC 6335; Windows since Vista). @returns false when none is */
export function ephemeralPort(hostIndex: u32, state: u32, c: TcpConnection): bool {
  const host = The.host(hostIndex);
  for (let tries: u32 = 0; tries < EPHEMERAL; tries++) {
    const port = FIRST_EPHEMERAL + (host.nextPort % EPHEMERAL);
    host.nextPort = host.nextPort + 1;
    if (find(hostIndex, state, c.family, c.localAddressAt, port, c.remoteAddressAt, c.remotePort) != 0) continue;
    c.localPort = port;
    return true;
  }
  return false;
}
