// Steps of a followed frame on its way out: request, segment, neighbour, transmit queue, segments of a large send, cable, switches.

import {
  FOLLOW_STEP_CABLE,
  FOLLOW_STEP_CUT,
  FOLLOW_STEP_FLOODED,
  FOLLOW_STEP_NEIGHBOR,
  FOLLOW_STEP_POSTED,
  FOLLOW_STEP_REQUEST,
  FOLLOW_STEP_SEGMENT,
  FOLLOW_STEP_SWITCH_PORT,
  FOLLOW_STEP_WAITS,
  FOLLOW_STEP_WINDOW,
  FOLLOW_STEP_WIRE,
  NO_PROCESSOR,
  NicRecord,
  PACKET_FLAG_FOLLOWED,
  PACKET_KIND_BYTES,
  PACKET_KIND_TCP,
  Packet,
  PortRecord,
  Socket,
} from '../abi.gen';
import { Segment } from '../net/packet';
import { queueNow } from '../sim/queue';
import { The } from '../world/state';
import { sendFits } from './match';
import { Followed, followFirst, followKeep, followMark, followMove, followNote, followNoteAt, followStart, followStep } from './record';

/** A thread is about to charge for a send request. */
export function followRequesting(processor: u32): void {
  followMark(processor);
}

/** A thread has handed bytes to the transport while a frame is waited for: the next one may carry them. */
export function followRequest(index: u32, processor: u32, socket: Socket, bytes: u32): void {
  const request = Followed.request;
  if (!request.outbound) return;
  request.requestSocket = index + 1;
  request.requestBytes = bytes;
  request.requestOffset = socket.handed;
  followFirst(FOLLOW_STEP_REQUEST, processor, index, bytes, <u32>socket.handed, <u32>(socket.handed >> 32), 0);
}

/** Whether a segment begins in the bytes of the request seen last. */
function isOfRequest(packet: Packet): bool {
  const request = Followed.request;
  const s = Segment.of(packet);
  if (request.requestSocket == 0 || packet.socket != request.requestSocket || s.length == 0) return false;
  return s.offset - request.requestOffset < <u64>request.requestBytes;
}

function windowNote(index: u32, processor: u32): void {
  const c = The.inForce(index);
  followNote(FOLLOW_STEP_WINDOW, processor, index, c.cWnd + c.dWnd, c.sndWnd, c.sndMax - c.sndUna, c.sendMss);
}

/** A stack hands a packet down. */
export function followSend(processor: u32, index: u32, packet: Packet): void {
  if (!sendFits(index, packet)) return;
  const request = Followed.request;
  if (!isOfRequest(packet)) request.steps = 0;
  followStart(packet);
  const s = Segment.of(packet);
  const isTcp = packet.kind == PACKET_KIND_TCP || (packet.kind == PACKET_KIND_BYTES && packet.socket != 0 && s.flags != 0);
  const isKnown = packet.kind != PACKET_KIND_BYTES || packet.socket != 0;
  const slices: u32 = packet.slices;
  followStep(FOLLOW_STEP_SEGMENT, processor, packet.socket, isKnown ? s.seq : 0, isKnown ? s.length : 0, slices, isTcp ? s.flags : 0);
  if (isTcp && packet.socket != 0) windowNote(packet.socket - 1, processor);
  if (processor != NO_PROCESSOR) followNote(FOLLOW_STEP_WAITS, processor, index, 0, 0, 0, 0);
}

export function followNeighbor(index: u32, waits: bool): void {
  followNote(FOLLOW_STEP_NEIGHBOR, NO_PROCESSOR, index, waits ? 1 : 0, 0, 0, 0);
}

/** A packet goes to a transmit queue of the hardware. Behind a virtual switch, it may be the one that is waited for. */
export function followPosted(index: u32, nic: NicRecord, number: u32, packet: Packet, isOwn: bool): void {
  if (!(packet.flags & PACKET_FLAG_FOLLOWED)) {
    // What a stack of this adapter hands down was looked at there; frames of machines behind a switch and ARP come here first.
    const isFresh = nic.externalPort != 0 || (packet.kind == PACKET_KIND_BYTES && packet.socket == 0);
    if (!Followed.isWaiting() || !isFresh || !sendFits(index, packet)) return;
    Followed.request.steps = 0;
    followStart(packet);
  }
  followNote(FOLLOW_STEP_POSTED, NO_PROCESSOR, index, number, nic.transmitWaiting, nic.sending, isOwn ? 1 : 0);
}

/** The first frame of a large send goes on in its stead. @param bySwitch  a virtual switch has cut it */
export function followCut(place: u32, packet: Packet, frame: Packet, bySwitch: bool): void {
  const slices: u32 = packet.slices;
  followMove(packet, frame);
  followNote(FOLLOW_STEP_CUT, NO_PROCESSOR, place, slices, Segment.of(frame).length, bySwitch ? 1 : 0, 0);
}

export function followWire(index: u32, frame: Packet, begin: u64, leaves: u64): void {
  followKeep(frame);
  followNoteAt(begin, FOLLOW_STEP_WIRE, NO_PROCESSOR, index, frame.bytes, <u32>(leaves - begin), <u32>((leaves - begin) >> 32), 0);
}

export function followCable(path: u32, leaves: u64, arrives: u64, isCorrupt: bool): void {
  const way = arrives - leaves;
  followNoteAt(leaves, FOLLOW_STEP_CABLE, NO_PROCESSOR, path, isCorrupt ? 1 : 0, <u32>way, <u32>(way >> 32), 0);
}

export function followSwitchPort(index: u32, port: PortRecord): void {
  followNoteAt(queueNow(), FOLLOW_STEP_SWITCH_PORT, NO_PROCESSOR, index, port.bytes, The.device(port.device).queueBytes, 0, 0);
}

export function followFlooded(index: u32): void {
  followNote(FOLLOW_STEP_FLOODED, NO_PROCESSOR, index, 0, 0, 0, 0);
}
