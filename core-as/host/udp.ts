// UDP of a host: RFC 768. A datagram is one packet; longer ones than the adapter carries are not sent (no fragments). A client sends a
// message and waits for the answer, and after a second sends again (assumed); a sender without answers goes as fast as its adapter.

import {
  APP_KIND_CHARGEN,
  APP_KIND_DISCARD,
  APP_KIND_ECHO,
  AppRecord,
  COST_CHECKSUM,
  COST_COPY_COLD,
  COST_COPY_WARM,
  COST_RECV_IO,
  COST_SEND_IO,
  COST_TCPIP_RX,
  COST_TX_PKT,
  DROP_REASON_NO_BUFFER,
  DROP_REASON_NO_LISTENER,
  EVENT_KIND_PAUSE,
  FOLLOW_PLACE_HOST,
  HostRecord,
  NO_PROCESSOR,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_OUTSIDE,
  PACKET_KIND_BYTES,
  PACKET_KIND_UDP,
  Packet,
  SOCKET_FLAG_CLOSING,
  SOCKET_FLAG_OUTSIDE,
  SOCKET_FLAG_SERVER,
  SOCKET_FLAG_WAITING,
  SOCKET_STATE_UDP,
  Socket,
  TCP_SEGMENT_SIZE,
  TRACE_KIND_DROPPED,
  TcpSegment,
} from '../abi.gen';
import { Block, blockClear } from '../block';
import { appOf, threadWake } from '../app/app';
import { answered } from '../app/client';
import { serverAccepted } from '../app/server';
import { followDropped, Followed } from '../follow/record';
import { followRequesting } from '../follow/send';
import { followDatagram, followDatagramRead, followRead } from '../follow/stack';
import { portUnreachable } from '../net/icmp';
import { portBacklog, portChargeSend } from '../hyperv/port';
import { Offset } from '../net/offset';
import { ETHERNET, Frame, List, packetFree, packetKeep, packetTake, packetTakeStored, Segment, TYPE_IPV4, TYPE_IPV6 } from '../net/packet';
import { udpWrite, udpWriteBytes } from '../net/udp-bytes';
import { chargeCost } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { Counters, outRequestCount } from '../world/counters';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { ownersOf, packetOutput } from './output';
import { listenerFind, lookup, socketFree, socketName, socketTake } from './sockets';

const RETRY: u64 = 1_000_000_000_000;
const HOP_LIMIT: u32 = 128;
/** Bytes of a character generator's datagram: RFC 864 allows 0 to 512. */
const CHARGEN_BYTES: u32 = 512;
/** Datagrams that wait for a server's thread; 8 KiB are the usual default of a socket, counted in packets here: assumed. */
const MOST_WAITING: u32 = 64;
/** Packets in an adapter's transmit queues up to which a sender goes on. */
const BACKLOG: u32 = 32;

/** Fills in the fields of the next datagram of a socket. @param echoed  address of the bytes to send, or 0  @returns a packet of `length` payload bytes, or 0 */
function datagram(index: u32, socket: Socket, length: u32, echoed: u32): u32 {
  const c = The.connection(index);
  const isCopy = echoed != 0;
  const head: u32 = ETHERNET + (c.family == 4 ? 28 : 48);
  const at = isCopy ? packetTakeStored(max(head + length, 60)) : packetTake();
  if (at == 0) return 0;
  const packet = changetype<Packet>(at);
  const s = Segment.of(packet);
  blockClear(changetype<u32>(s), TCP_SEGMENT_SIZE);
  s.family = c.family;
  Block.copy16(s.sourceAt, c.localAddressAt);
  Block.copy16(s.destinationAt, c.remoteAddressAt);
  s.sourcePort = c.localPort;
  s.destinationPort = c.remotePort;
  s.length = length;
  s.offset = socket.handed;
  s.flow = socket.flow;
  s.hopLimit = HOP_LIMIT;
  s.ipId = 0x8000 | ((<u32>socket.handed) & 0x7fff);
  packet.slices = 1;
  packet.queue = socket.queue;
  packet.socket = index + 1;
  packet.kind = PACKET_KIND_UDP;
  packet.bytes = ETHERNET + udpWriteBytes(s);
  if (isCopy) {
    // The very bytes that came in go back.
    s.payload = echoed;
    packet.kind = PACKET_KIND_BYTES;
    store<u16>(packet.frame, c.family == 4 ? TYPE_IPV4 : TYPE_IPV6, 12);
    const bytes = ETHERNET + udpWrite(s, packet.frame + ETHERNET);
    memory.fill(packet.frame + bytes, 0, max(bytes, 60) - bytes);
    packet.captured = max(bytes, 60);
    packet.bytes = packet.captured;
    s.payload = 0;
  }
  return at;
}

/** Bytes of the IP and UDP headers. */
function headBytes(index: u32): u32 {
  return The.connection(index).family == 4 ? 28 : 48;
}

function send(index: u32, processor: u32, length: u32, echoed: u32): void {
  const socket = The.socket(index);
  const host = The.host(socket.host);
  const nic = The.nic(socket.nic);
  const app = appOf(socket);
  const most = nic.mtu - headBytes(index);
  if (length > most) length = most; // as much as one packet carries
  if (Followed.isWaiting()) followRequesting(processor);
  if (processor != NO_PROCESSOR) {
    chargeCost(processor, COST_SEND_IO, 1);
    chargeCost(processor, COST_COPY_WARM, length);
    chargeCost(processor, COST_TX_PKT, 1);
    if (nic.virtualPort != 0) portChargeSend(processor, nic);
    if (!nic.checksumOffload) chargeCost(processor, COST_CHECKSUM, length);
  }
  const at = datagram(index, socket, length, echoed);
  if (at == 0) return;
  socket.handed = socket.handed + length;
  app.sent = app.sent + length;
  host.udpOut = host.udpOut + 1;
  const family = The.connection(index).family;
  const counters = Counters.of(host, family);
  counters.udpOut = counters.udpOut + 1;
  outRequestCount(host, family);
  packetOutput(processor, socket.nic, changetype<Packet>(at));
}

function messageBytes(app: AppRecord): u32 {
  return <u32>max(min(app.kind == APP_KIND_DISCARD ? <u64>app.bufferSize : app.request, 65507), 1);
}

/** A client socket is there: it sends its first message. */
export function udpOpened(index: u32, processor: u32): void {
  const socket = The.socket(index);
  const app = appOf(socket);
  if (app.kind == APP_KIND_CHARGEN) socket.wanted = app.bytes; // any datagram asks for characters
  udpGo(index, socket, app, processor);
}

/** Sends what is due, and asks to be called again. */
function udpGo(index: u32, socket: Socket, app: AppRecord, processor: u32): void {
  if (socket.flags & SOCKET_FLAG_CLOSING) return;
  if (app.stopped || isDone(socket, app)) {
    socket.flags = socket.flags | SOCKET_FLAG_CLOSING;
    app.finished = app.finished + 1;
    socketFree(index);
    return;
  }
  if (app.kind == APP_KIND_DISCARD) {
    stream(index, socket, app, processor);
    return;
  }
  send(index, processor, app.kind == APP_KIND_CHARGEN ? 1 : messageBytes(app), 0);
  socket.askedAt = queueNow();
  socket.flags = socket.flags | SOCKET_FLAG_WAITING;
  queuePush(queueNow() + RETRY, EVENT_KIND_PAUSE, index, socket.life);
}

/** Sends the next datagram of those that nobody answers, unless the adapter is behind; the one after it in the time that it takes on the wire. */
function stream(index: u32, socket: Socket, app: AppRecord, processor: u32): void {
  const nic = The.nic(socket.nic);
  const head = headBytes(index);
  const length = <u32>min(<u64>min(messageBytes(app), nic.mtu - head), app.bytes - socket.handed);
  const time = (<u64>Frame.onWire(ETHERNET + head + length) * nic.psPerByte) >> 10;
  const isBehind = portBacklog(nic) > BACKLOG;
  if (!isBehind) send(index, processor, length, 0);
  queuePush(queueNow() + (isBehind ? time << 3 : time), EVENT_KIND_PAUSE, index, socket.life);
}

function isDone(socket: Socket, app: AppRecord): bool {
  if (app.kind == APP_KIND_DISCARD) return socket.handed >= app.bytes;
  if (app.kind == APP_KIND_CHARGEN) return socket.read >= app.bytes;
  return socket.done >= app.count;
}

/** The thread of a UDP socket runs: after an answer, after a pause, or because none came. */
export function udpPump(index: u32, processor: u32): void {
  const socket = The.socket(index);
  const app = appOf(socket);
  if (socket.flags & SOCKET_FLAG_SERVER) {
    answerAll(index, processor);
    return;
  }
  if (socket.filled != 0) {
    if (processor != NO_PROCESSOR) chargeCost(processor, COST_RECV_IO, 1);
    socket.read = socket.read + socket.filled;
    app.received = app.received + socket.filled;
    if (Followed.isUnderWay()) followRead(index, processor, socket, socket.filled);
    socket.filled = 0;
    answered(socket, app);
    if (app.pause != 0 && !isDone(socket, app) && !app.stopped) {
      queuePush(queueNow() + app.pause, EVENT_KIND_PAUSE, index, socket.life);
      return;
    }
  } else if (socket.flags & SOCKET_FLAG_WAITING && queueNow() - socket.askedAt < RETRY && !app.stopped) return; // the timer of an earlier message
  udpGo(index, socket, app, processor);
}

function answer(index: u32, processor: u32, packet: Packet): void {
  const s = Segment.of(packet);
  const socket = The.socket(index);
  const app = appOf(socket);
  if (processor != NO_PROCESSOR) chargeCost(processor, COST_RECV_IO, 1);
  if (packet.flags & PACKET_FLAG_FOLLOWED) followDatagramRead(index, processor, s.length);
  socket.read = socket.read + s.length;
  app.received = app.received + s.length;
  app.serverReceived = app.serverReceived + s.length;
  if (app.kind == APP_KIND_ECHO) {
    socket.handed = s.offset; // the echo has the bytes of the message
    send(index, processor, s.length, s.payload);
  } else if (app.kind == APP_KIND_CHARGEN) send(index, processor, CHARGEN_BYTES, 0);
}

/** A datagram waits for the server's thread, unless too many do. */
function wait(index: u32, socket: Socket, host: HostRecord, processor: u32, packet: Packet): void {
  if (socket.waiting == MOST_WAITING) {
    host.udpDiscards = host.udpDiscards + 1;
    const counters = Counters.of(host, The.connection(index).family);
    counters.udpErrors = counters.udpErrors + 1;
    trace(TRACE_KIND_DROPPED, packet.nic, DROP_REASON_NO_BUFFER, packet.bytes);
    followDropped(packet, packet.nic, DROP_REASON_NO_BUFFER, FOLLOW_PLACE_HOST);
    return;
  }
  packetKeep(packet);
  List.append(Offset.datagramFirst(socket), Offset.datagramNewest(socket), packet);
  socket.waiting = socket.waiting + 1;
  socket.taken = socket.taken + 1;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followDatagram(index, processor, socket, Segment.of(packet).length, true);
  threadWake(index, processor);
}

/** The thread of a server answers what waits. */
function answerAll(index: u32, processor: u32): void {
  const socket = The.socket(index);
  while (socket.first != 0) {
    const packet = List.take(Offset.datagramFirst(socket));
    socket.waiting = socket.waiting - 1;
    answer(index, processor, packet);
    packetFree(packet);
  }
  if (socket.flags & SOCKET_FLAG_OUTSIDE) socketFree(index); // nothing of it is kept
}

/** A datagram whose checksum is right. The packet stays the caller's, unless packetKeep() says otherwise. */
export function udpReceived(hostIndex: u32, processor: u32, packet: Packet, s: TcpSegment): void {
  const host = The.host(hostIndex);
  if (processor != NO_PROCESSOR && packet.kind == PACKET_KIND_UDP) chargeCost(processor, COST_TCPIP_RX, 1);
  let number = lookup(hostIndex, SOCKET_STATE_UDP, s);
  if (number == 0) number = serve(hostIndex, packet, s);
  const counters = Counters.of(host, s.family);
  if (number == 0) {
    host.udpNoPorts = host.udpNoPorts + 1;
    counters.udpNoPorts = counters.udpNoPorts + 1;
    if (packet.kind == PACKET_KIND_BYTES) portUnreachable(host, processor, packet, packet.frame + ETHERNET, packet.captured - ETHERNET);
    else trace(TRACE_KIND_DROPPED, packet.nic, DROP_REASON_NO_LISTENER, packet.bytes);
    followDropped(packet, packet.nic, DROP_REASON_NO_LISTENER, FOLLOW_PLACE_HOST);
    return;
  }
  const socket = The.socket(number - 1);
  host.udpIn = host.udpIn + 1;
  counters.udpIn = counters.udpIn + 1;
  socket.dpc = processor;
  socket.queue = packet.queue;
  if (processor != NO_PROCESSOR) {
    ownersOf(number - 1);
    chargeCost(processor, COST_COPY_COLD, s.length);
  }
  if (socket.flags & SOCKET_FLAG_SERVER) {
    wait(number - 1, socket, host, processor, packet);
    return;
  }
  if (!(socket.flags & SOCKET_FLAG_WAITING)) return; // an answer that came too late
  // An echo has the bytes of its message: that of an earlier one is no answer to this one.
  const isEcho = appOf(socket).kind == APP_KIND_ECHO && packet.kind == PACKET_KIND_UDP;
  if (isEcho && s.offset + s.length != socket.handed) return;
  socket.filled = s.length;
  if (packet.flags & PACKET_FLAG_FOLLOWED) followDatagram(number - 1, processor, socket, s.length, false);
  threadWake(number - 1, processor);
}

/** A socket for a client that is heard the first time. @returns its number plus 1, or 0 */
function serve(hostIndex: u32, packet: Packet, s: TcpSegment): u32 {
  const outside = (packet.flags & PACKET_FLAG_OUTSIDE) != 0;
  const app = listenerFind(hostIndex, true, s, outside);
  if (app == 0) return 0;
  const number = socketTake(hostIndex, packet.nic, app - 1, SOCKET_STATE_UDP);
  if (number == 0) return 0;
  const socket = The.socket(number - 1);
  const c = The.connection(number - 1);
  Block.copy16(c.localAddressAt, s.destinationAt);
  Block.copy16(c.remoteAddressAt, s.sourceAt);
  c.localPort = s.destinationPort;
  c.remotePort = s.sourcePort;
  c.family = s.family;
  socket.flags = SOCKET_FLAG_SERVER | (outside ? SOCKET_FLAG_OUTSIDE : 0);
  socketName(number - 1);
  serverAccepted(number - 1);
  return number;
}
