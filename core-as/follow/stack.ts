// Steps of a followed frame in the stack of a host and in its application: IP, TCP, UDP, copy, answer, thread. Those of an adapter that holds
// the connection are here too.

import {
  DMA_DECLINE_NONE,
  DmaEngine,
  FOLLOW_STAGE_DATAGRAM,
  FOLLOW_STAGE_PACKET,
  FOLLOW_STAGE_STREAM,
  FOLLOW_STEP_ACCEPTED,
  FOLLOW_STEP_ANSWERED,
  FOLLOW_STEP_CHIMNEY_TOOK,
  FOLLOW_STEP_COMPLETION,
  FOLLOW_STEP_COPIED,
  FOLLOW_STEP_DATAGRAM,
  FOLLOW_STEP_ENGINE_SERVED,
  FOLLOW_STEP_HANDED,
  FOLLOW_STEP_IP,
  FOLLOW_STEP_NO_SOCKET,
  FOLLOW_STEP_PLACED,
  FOLLOW_STEP_READ,
  FOLLOW_STEP_TCP,
  FOLLOW_STEP_TCP_TAKEN,
  FOLLOW_STEP_WOKEN,
  NO_PROCESSOR,
  OffloadTarget,
  PACKET_KIND_BYTES,
  PACKET_KIND_TCP,
  Packet,
  Socket,
  TCP_STATE_LISTEN,
  TcpConnection,
  TcpSegment,
  TcpStack,
} from '../abi.gen';
import { ETHERNET, Segment, TYPE_IPV4, TYPE_IPV6 } from '../net/packet';
import { PROTO_TCP, PROTO_UDP } from '../frame/ports';
import { NEVER } from '../tcp/connection';
import { The } from '../world/state';
import { Followed, followCosts, followEnd, followNote, followStep } from './record';

/** What the stack finds in the Ethernet and the IP header. */
export function followIp(host: u32, processor: u32, packet: Packet): void {
  let version: u32 = 0;
  let protocol: u32 = 0;
  if (packet.kind != PACKET_KIND_BYTES) {
    version = Segment.of(packet).family;
    protocol = packet.kind == PACKET_KIND_TCP ? PROTO_TCP : PROTO_UDP;
  } else if (packet.captured >= ETHERNET + 20) {
    const type = load<u16>(packet.frame, 12);
    version = type == TYPE_IPV4 ? 4 : type == TYPE_IPV6 ? 6 : 0;
    protocol = version == 4 ? <u32>load<u8>(packet.frame + ETHERNET, 9) : version == 6 ? <u32>load<u8>(packet.frame + ETHERNET, 6) : 0;
  }
  followNote(FOLLOW_STEP_IP, processor, host, version, protocol, 0, 0);
}

export function followNoSocket(host: u32, processor: u32): void {
  followStep(FOLLOW_STEP_NO_SOCKET, processor, host, 0, 0, 0, 0);
}

function adopt(index: u32): void {
  const request = Followed.request;
  request.socket = index + 1;
  request.life = The.socket(index).life;
  request.isWoken = 0;
}

/** A segment has found its connection; TCP has not seen it yet. */
export function followTcp(index: u32, processor: u32, s: TcpSegment, c: TcpConnection, stack: TcpStack): void {
  const request = Followed.request;
  adopt(index);
  request.unaBefore = c.sndUna;
  request.sentBefore = <u32>stack.segmentsOut;
  const step = c.state == TCP_STATE_LISTEN ? FOLLOW_STEP_ACCEPTED : FOLLOW_STEP_TCP;
  followStep(step, processor, index, s.seq, c.rcvNxt, s.length, s.flags);
}

/** Its bytes wait for the application, up to an offset of the stream. */
function awaitRead(stack: TcpStack): void {
  const request = Followed.request;
  request.stage = FOLLOW_STAGE_STREAM;
  request.until = stack.acceptedOffset + stack.acceptedLength;
}

/** TCP has seen the segment; what it takes is copied next. */
export function followTcpTaken(index: u32, processor: u32, c: TcpConnection, stack: TcpStack): void {
  const request = Followed.request;
  const socket = The.socket(index);
  followNote(FOLLOW_STEP_TCP_TAKEN, processor, index, stack.acceptedLength, c.rcvNxt, c.rcvWnd, c.sndUna - request.unaBefore);
  if (stack.acceptedLength != 0) awaitRead(stack);
  request.filledBefore = socket.filled;
  request.decline = DMA_DECLINE_NONE;
  request.copiedBefore = copied(socket);
}

/** Received bytes that processors have copied on a host with a copy engine. */
function copied(socket: Socket): u64 {
  const at = The.host(socket.host).engine;
  if (at == 0) return 0;
  const engine = changetype<DmaEngine>(at);
  return engine.coldBytes + engine.warmBytes;
}

/** @param reason  DmaDecline */
export function followDeclined(socket: u32, reason: u32): void {
  if (Followed.request.socket == socket + 1) Followed.request.decline = reason;
}

export function followCopied(index: u32, processor: u32, bytes: u32): void {
  const request = Followed.request;
  const socket = The.socket(index);
  const moved = The.host(socket.host).engine == 0 ? 0 : bytes - <u32>(copied(socket) - request.copiedBefore);
  followStep(FOLLOW_STEP_COPIED, processor, index, bytes, moved, socket.filled - request.filledBefore, request.decline);
}

/** What TCP had to say about the segment has been said. */
export function followAnswered(index: u32, processor: u32, c: TcpConnection, stack: TcpStack): void {
  const request = Followed.request;
  const isHeld = The.socket(index).life == request.life && c.delayedAckAt != NEVER;
  followStep(FOLLOW_STEP_ANSWERED, processor, index, <u32>stack.segmentsOut - request.sentBefore, isHeld ? 1 : 0, 0, 0);
}

export function followDatagram(index: u32, processor: u32, socket: Socket, bytes: u32, isServer: bool): void {
  adopt(index);
  if (!isServer) Followed.request.stage = FOLLOW_STAGE_DATAGRAM;
  followStep(FOLLOW_STEP_DATAGRAM, processor, index, bytes, socket.waiting, 0, 0);
}

/** The thread of a socket will run. @param from  processor that wakes it */
export function followWoken(index: u32, from: u32, socket: Socket, wasIdle: bool): void {
  const request = Followed.request;
  if (request.socket != index + 1 || request.life != socket.life || request.isWoken) return;
  request.isWoken = 1;
  followNote(FOLLOW_STEP_WOKEN, from, index, socket.processor, wasIdle ? 1 : 0, socket.threadBound, 0);
}

/** The application has read `bytes` bytes; those of the followed frame may be among them. */
export function followRead(index: u32, processor: u32, socket: Socket, bytes: u32): void {
  const request = Followed.request;
  if (request.socket != index + 1 || request.life != socket.life) return;
  const isStream = request.stage == FOLLOW_STAGE_STREAM;
  if (isStream ? socket.read < request.until : request.stage != FOLLOW_STAGE_DATAGRAM) return;
  request.stage = FOLLOW_STAGE_PACKET;
  readStep(index, processor, bytes);
  if (request.isFree) followEnd();
}

/** A server takes the datagram itself. */
export function followDatagramRead(index: u32, processor: u32, bytes: u32): void {
  readStep(index, processor, bytes);
}

function readStep(index: u32, processor: u32, bytes: u32): void {
  followStep(FOLLOW_STEP_READ, processor, index, bytes, 0, 0, 0);
}

/** A socket is given back: nobody will read what waits there. */
export function followGone(index: u32): void {
  const request = Followed.request;
  const waits = request.stage == FOLLOW_STAGE_STREAM || request.stage == FOLLOW_STAGE_DATAGRAM;
  if (waits && request.socket == index + 1) {
    request.stage = FOLLOW_STAGE_PACKET;
    if (request.isFree) followEnd();
  }
}

export function followTook(nic: u32, number: u32, target: OffloadTarget): void {
  followNote(FOLLOW_STEP_CHIMNEY_TOOK, NO_PROCESSOR, nic, number, target.depth, target.queueLimit, 0);
}

/** @param number  of the connection plus 1; 0: it has left the adapter */
export function followServed(nic: u32, number: u32): void {
  followNote(FOLLOW_STEP_ENGINE_SERVED, NO_PROCESSOR, nic, number, 0, 0, 0);
}

/** TCP of the adapter has not seen the segment yet. */
export function followTarget(index: u32, c: TcpConnection): void {
  adopt(index);
  Followed.request.unaBefore = c.sndUna;
  Followed.request.filledBefore = The.socket(index).filled;
}

export function followPlaced(index: u32, s: TcpSegment, c: TcpConnection, stack: TcpStack): void {
  const request = Followed.request;
  const placed = The.socket(index).filled - request.filledBefore;
  if (stack.acceptedLength != 0) awaitRead(stack);
  followNote(FOLLOW_STEP_PLACED, NO_PROCESSOR, index, stack.acceptedLength, placed, s.seq, c.sndUna - request.unaBefore);
}

export function followCompletion(index: u32, processor: u32): void {
  const request = Followed.request;
  if (request.socket == index + 1 && request.stage == FOLLOW_STAGE_STREAM && !request.isWoken)
    followStep(FOLLOW_STEP_COMPLETION, processor, index, 0, 0, 0, 0);
}

/** The host gives the segment to the adapter that has the connection, or holds it while that moves. */
export function followHanded(index: u32, processor: u32): void {
  followNote(FOLLOW_STEP_HANDED, processor, index, The.socket(index).offload, 0, 0, 0);
}
export function followHandedCosts(): void {
  followCosts();
}
