// The engine of an adapter that runs TCP: one packet after the other, each takes its interval; segments that came in, and those that TCP of
// either family wants to send, get their turn one by one. What comes in waits in a queue with a bound, and is dropped beyond it; what goes
// out waits in the ring of the stack, and TCP waits where that is full. No processor of the host is charged.
// One interval for every packet is assumed, and so is the order. The rings of virtual machines take one turn together, one after another.

import {
  DROP_REASON_NO_BUFFER,
  NONE,
  EVENT_KIND_ENGINE,
  FOLLOW_PLACE_NIC,
  NO_PROCESSOR,
  OFFLOAD_STATE_OFFLOADED,
  OffloadTarget,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_GROUP,
  PACKET_FLAG_OFFLOADED,
  PACKET_FLAG_REPLAYED,
  PACKET_KIND_BYTES,
  PACKET_KIND_TCP,
  Packet,
  HASH_TYPE_NONE,
  SOCKET_STATE_TCP,
  TCP_CONNECTION_SIZE,
  TCP_FLAG_URG,
  TCP_PARSE_SEGMENT,
  TCP_SEGMENT_SIZE,
  TRACE_KIND_DROPPED,
  TcpSegment,
  TcpStack,
  UPLOAD_REASON_INVALID_STATE,
  UPLOAD_REASON_RECEIVED_URGENT_DATA,
} from '../abi.gen';
import { Wire } from '../bytes';
import { followDropped, Followed } from '../follow/record';
import { followSend } from '../follow/send';
import { followServed, followTook } from '../follow/stack';
import { lookup } from '../host/sockets';
import { segmentPacket } from '../host/output';
import { Offset } from '../net/offset';
import { ETHERNET, Frame, List, packetFree, Segment, TYPE_IPV4, TYPE_IPV6 } from '../net/packet';
import { neighborSend } from '../net/neighbor';
import { nicHandle } from '../nic/receive';
import { PROTO_TCP } from '../frame/ports';
import { queueNow, queuePush } from '../sim/queue';
import { sumAdd, sumFold } from '../tcp/checksum';
import { tcpParse } from '../tcp/parse';
import { tcpRingAt, tcpRingCount, tcpRingRelease } from '../tcp/stack';
import { Base, The } from '../world/state';
import { tapFrame } from '../world/tap';
import { trace } from '../world/trace';
import { targetInput, targetPending, targetSent } from './target';
import { ownerOf, packetReturn, readyAgain, readyTake, stackTake, vlanOf } from './guest';
import { uploadAsk } from './host';
import { targetRaise } from './requests';

/** Frames of its own that wait for the cable, beyond which the engine leaves what it has to send where it is. */
const MOST_WAITING: u32 = 32;
/** In place of a queue: the host's IP has counted the packet. */
export const FORWARDED: u32 = 1;
const IN: u32 = 0;
const OUT_IPV4: u32 = 1;
const OUT_GUESTS: u32 = 3;
const QUEUES: u32 = 4;

function stackOf(target: OffloadTarget, queue: u32): TcpStack {
  return changetype<TcpStack>(queue == OUT_IPV4 ? target.stack4 : target.stack6);
}

function hasWork(nicIndex: u32, target: OffloadTarget, queue: u32): bool {
  if (queue == IN) return target.first != 0;
  if (The.nic(nicIndex).offloadWaiting >= MOST_WAITING) return false;
  return queue == OUT_GUESTS ? target.readyFirst != 0 : tcpRingCount(stackOf(target, queue)) != 0;
}

/** The queue whose turn it is; QUEUES when nothing waits. */
function nextQueue(nicIndex: u32, target: OffloadTarget): u32 {
  let queue: u32 = target.turn;
  for (let tried: u32 = 0; tried < QUEUES; tried++, queue = (queue + 1) % QUEUES) if (hasWork(nicIndex, target, queue)) return queue;
  return QUEUES;
}

/** Has the engine go on where it has something to do. */
export function engineKick(nicIndex: u32): void {
  const target = The.adapter(nicIndex);
  if (target.serving || nextQueue(nicIndex, target) == QUEUES) return;
  target.serving = 1;
  queuePush(queueNow() + target.interval, EVENT_KIND_ENGINE, nicIndex, 0);
}

/** The engine has had its time for a packet. */
export function engineServed(nicIndex: u32): void {
  const target = The.adapter(nicIndex);
  target.serving = 0;
  target.served = target.served + 1;
  target.busy = target.busy + target.interval;
  const queue = nextQueue(nicIndex, target);
  target.turn = (queue + 1) % QUEUES;
  if (queue == IN) serveIn(nicIndex, target);
  else if (queue == OUT_GUESTS) serveGuest(target);
  else if (queue != QUEUES) serveOut(nicIndex, target, stackOf(target, queue));
  engineKick(nicIndex);
}

function serveIn(nicIndex: u32, target: OffloadTarget): void {
  const packet = List.take(Offset.engineFirst(target));
  target.depth = target.depth - 1;
  const s = Segment.of(packet);
  const number = lookup(The.nic(packet.nic).host, SOCKET_STATE_TCP, s);
  const isHere = holds(nicIndex, number);
  if (packet.flags & PACKET_FLAG_FOLLOWED) followServed(nicIndex, isHere ? number : 0);
  if (isHere) {
    targetInput(number - 1, packet, s);
    packetFree(packet);
    return;
  }
  // Its connection has left meanwhile.
  target.passedUp = target.passedUp + 1;
  target.unkeptBytes = target.unkeptBytes + Frame.counted(packet.bytes);
  if (The.nic(packet.nic).isVirtual) packetReturn(nicIndex, packet, packet.queue == FORWARDED);
  nicHandle(nicIndex, The.nic(nicIndex), packet, Frame.counted(packet.bytes), true);
}

/** Whether the adapter holds the connection of a socket, given by its number plus 1. */
function holds(nicIndex: u32, number: u32): bool {
  return number != 0 && The.socket(number - 1).offload == OFFLOAD_STATE_OFFLOADED && The.offload(number - 1).engine == nicIndex;
}

function serveGuest(target: OffloadTarget): void {
  const nicIndex = readyTake(target);
  const own = The.adapter(nicIndex);
  serveOut(nicIndex, own, stackTake(own));
  readyAgain(nicIndex);
}

/** @param nicIndex  adapter of the stack */
function serveOut(nicIndex: u32, target: OffloadTarget, stack: TcpStack): void {
  const s = changetype<TcpSegment>(tcpRingAt(stack, 0));
  segmentLeave(nicIndex, s);
  tcpRingRelease(stack, 1);
  targetPending(nicIndex, target);
}

/** Whether the socket is still that of the segment's connection. */
function isOf(index: u32, s: TcpSegment): bool {
  const c = The.connection(index);
  return c.localPort == s.sourcePort && c.remotePort == s.destinationPort && c.family == s.family;
}

/** Makes the frame of a segment and sends it. */
function segmentLeave(nicIndex: u32, s: TcpSegment): void {
  const index = (s.connection - Base.targets) / TCP_CONNECTION_SIZE;
  const isKnown = s.connection != 0 && isOf(index, s);
  if (!isKnown && s.length != 0) return; // its connection is over, and nobody waits for it
  const family = The.family(nicIndex, s.family);
  if (isKnown && The.offload(index).invalid && The.socket(index).offload == OFFLOAD_STATE_OFFLOADED) {
    family.outNoRoutes = family.outNoRoutes + 1;
    // An adapter does not ask for a half-closed connection: the host, which invalidated the neighbour, takes that back by itself (assumed).
    if (!targetRaise(index, UPLOAD_REASON_INVALID_STATE)) uploadAsk(index, UPLOAD_REASON_INVALID_STATE);
    return;
  }
  const at = segmentPacket(isKnown ? index : 0, s, s.ipId & 0x7fff, 1);
  if (at == 0) {
    family.outDiscards = family.outDiscards + 1;
    return;
  }
  const packet = changetype<Packet>(at);
  // A connection that is over has no neighbour to remember.
  if (!isKnown || The.socket(index).offload != OFFLOAD_STATE_OFFLOADED) packet.socket = 0;
  packet.flags = packet.flags | PACKET_FLAG_OFFLOADED;
  packet.nic = The.adapter(nicIndex).physical == 0 ? nicIndex : The.adapter(nicIndex).physical - 1;
  packet.vlan = vlanOf(nicIndex);
  family.outRequests = family.outRequests + 1;
  family.outOctets = family.outOctets + (packet.bytes - ETHERNET);
  if (isKnown) targetSent(index, s);
  if (Followed.isWaiting()) followSend(NO_PROCESSOR, nicIndex, packet);
  neighborSend(nicIndex, packet);
}

/** A frame that is there as bytes, as the segment that it carries; false where the host has to look at it: options, fragments, faults. */
function segmentParse(packet: Packet, s: TcpSegment): bool {
  if (packet.captured < ETHERNET + 40) return false;
  const ip = packet.frame + ETHERNET;
  const bytes = packet.captured - ETHERNET;
  const type = load<u16>(packet.frame, 12);
  if (type == TYPE_IPV4) {
    const total = Wire.u16(ip + 2);
    const isPlain = <u32>load<u8>(ip) == 0x45 && <u32>load<u8>(ip, 9) == PROTO_TCP && !(Wire.u16(ip + 6) & 0x3fff);
    if (!isPlain || total > bytes || sumFold(sumAdd(0, ip, 20)) != 0xffff) return false;
    return tcpParse(ip, total, s) == TCP_PARSE_SEGMENT;
  }
  if (type != TYPE_IPV6 || <u32>load<u8>(ip, 6) != PROTO_TCP) return false;
  const total: u32 = 40 + Wire.u16(ip + 4);
  return total <= bytes && tcpParse(ip, total, s) == TCP_PARSE_SEGMENT;
}

/** Whether the adapter keeps a frame from the cable for a connection of its own. If so the packet is the engine's. */
export function engineTakes(nicIndex: u32, packet: Packet, bytes: u32): bool {
  if (packet.flags & (PACKET_FLAG_GROUP | PACKET_FLAG_REPLAYED)) return false;
  const s = Segment.of(packet);
  const nic = The.nic(nicIndex);
  const owner = ownerOf(nicIndex, nic, packet);
  if (owner == NONE) return false;
  if (packet.kind == PACKET_KIND_BYTES ? !segmentParse(packet, s) : packet.kind != PACKET_KIND_TCP) return false;
  const number = lookup(The.nic(owner).host, SOCKET_STATE_TCP, s);
  if (!holds(nicIndex, number)) return false;
  // Urgent data goes up unacknowledged, and the connection after it.
  if (s.flags & TCP_FLAG_URG && targetRaise(number - 1, UPLOAD_REASON_RECEIVED_URGENT_DATA)) return false;
  const target = The.adapter(nicIndex);
  packet.nic = owner;
  packet.queue = 0;
  packet.hash = 0;
  packet.hashType = HASH_TYPE_NONE;
  target.taken = target.taken + 1;
  target.takenBytes = target.takenBytes + bytes;
  if (nic.tapped == 1) tapFrame(nicIndex, packet, queueNow() - nic.dmaDelay, false);
  if (packet.flags & PACKET_FLAG_FOLLOWED) followTook(nicIndex, number, target);
  engineQueue(nicIndex, target, packet);
  return true;
}

function engineQueue(nicIndex: u32, target: OffloadTarget, packet: Packet): void {
  if (target.depth >= target.queueLimit) {
    target.drops = target.drops + 1;
    if (packet.queue != FORWARDED) {
      const family = The.family(packet.nic, Segment.of(packet).family);
      family.inReceives = family.inReceives + 1;
      family.inDiscards = family.inDiscards + 1;
      target.discards = target.discards + 1;
      target.unkeptBytes = target.unkeptBytes + Frame.counted(packet.bytes);
    }
    trace(TRACE_KIND_DROPPED, nicIndex, DROP_REASON_NO_BUFFER, packet.bytes);
    followDropped(packet, nicIndex, DROP_REASON_NO_BUFFER, FOLLOW_PLACE_NIC);
    packetFree(packet);
    return;
  }
  List.append(Offset.engineFirst(target), Offset.engineNewest(target), packet);
  target.depth = target.depth + 1;
  if (target.depth > target.peak) target.peak = target.depth;
  engineKick(nicIndex);
}

/** MiniportTcpOffloadForward: a segment that came on the normal path. The packet is the engine's from now on. */
export function engineForward(nicIndex: u32, packet: Packet): void {
  const target = The.adapter(nicIndex);
  packet.queue = FORWARDED;
  target.forwarded = target.forwarded + 1;
  engineQueue(nicIndex, target, packet);
}

/** Makes a packet hold its segment, where that was parsed elsewhere. */
export function segmentAdopt(packet: Packet, s: TcpSegment): void {
  const own = Segment.of(packet);
  if (changetype<u32>(own) != changetype<u32>(s)) memory.copy(changetype<u32>(own), changetype<u32>(s), TCP_SEGMENT_SIZE);
}
