// Whether a packet is the one that is waited for: adapter and direction by where it is asked, payload and addresses here.

import {
  Follow,
  FRAME_L3,
  FRAME_PROTO,
  FRAME_SIZE,
  FRAME_TUPLE,
  L3_IPV4,
  L3_IPV6,
  LINK_ETHERNET,
  PACKET_FLAG_GROUP,
  PACKET_KIND_BYTES,
  PACKET_KIND_TCP,
  Packet,
} from '../abi.gen';
import { Wire } from '../bytes';
import { frameParse } from '../frame/parse';
import { PROTO_TCP, PROTO_UDP } from '../frame/ports';
import { payloadOf } from '../host/receive';
import { Segment } from '../net/packet';
import { The } from '../world/state';
import { Followed } from './record';

const PARSED = <u32>memory.data(FRAME_SIZE, 16);

function describedFits(request: Follow, packet: Packet): bool {
  const s = Segment.of(packet);
  const bytes: u32 = s.family == 4 ? 4 : 16;
  return (
    request.protocol == (packet.kind == PACKET_KIND_TCP ? PROTO_TCP : PROTO_UDP) &&
    request.family == s.family &&
    request.sourcePort == s.sourcePort &&
    request.destinationPort == s.destinationPort &&
    memory.compare(request.sourceAt, s.sourceAt, bytes) == 0 &&
    memory.compare(request.destinationAt, s.destinationAt, bytes) == 0
  );
}

function parse(packet: Packet): void {
  memory.fill(PARSED, 0, FRAME_SIZE);
  frameParse(packet.frame, packet.captured, packet.bytes, LINK_ETHERNET, PARSED, 0, 0);
}

/** Payload of TCP or UDP: what ARP and ICMP carry is no data. */
function hasData(packet: Packet): bool {
  if (packet.kind != PACKET_KIND_BYTES) return Segment.of(packet).length != 0;
  parse(packet);
  const protocol = <u32>load<u8>(PARSED, FRAME_PROTO);
  return (protocol == PROTO_TCP || protocol == PROTO_UDP) && payloadOf(packet) != 0;
}

function bytesFit(request: Follow, packet: Packet): bool {
  parse(packet);
  const l3 = <u32>load<u8>(PARSED, FRAME_L3);
  if (l3 != (request.family == 4 ? L3_IPV4 : L3_IPV6)) return false;
  const bytes: u32 = l3 == L3_IPV4 ? 4 : 16;
  const tuple = PARSED + FRAME_TUPLE;
  return (
    request.protocol == <u32>load<u8>(PARSED, FRAME_PROTO) &&
    request.sourcePort == Wire.u16(tuple + 2 * bytes) &&
    request.destinationPort == Wire.u16(tuple + 2 * bytes + 2) &&
    memory.compare(request.sourceAt, tuple, bytes) == 0 &&
    memory.compare(request.destinationAt, tuple + bytes, bytes) == 0
  );
}

function contentFits(packet: Packet): bool {
  const request = Followed.request;
  if (request.withData && !hasData(packet)) return false;
  return !request.hasTuple || (packet.kind == PACKET_KIND_BYTES ? bytesFit(request, packet) : describedFits(request, packet));
}

/** A frame has come in at adapter `index`. One for a virtual adapter is followed from the adapter that its switch is bound to. */
export function arrivalFits(index: u32, packet: Packet): bool {
  const request = Followed.request;
  if (request.outbound) return false;
  const isThere = index == request.nic || (The.nic(index).externalPort != 0 && isForMachine(request, packet));
  return isThere && contentFits(packet);
}

/** A stack hands a frame to a virtual switch: it may be for a virtual adapter of the same host. */
export function neighborFits(packet: Packet): bool {
  const request = Followed.request;
  return !request.outbound && isForMachine(request, packet) && contentFits(packet);
}

function isForMachine(request: Follow, packet: Packet): bool {
  const wanted = The.nic(request.nic);
  return wanted.isVirtual != 0 && !(packet.flags & PACKET_FLAG_GROUP) && packet.destinationMac == wanted.mac;
}

/** A packet is on its way out of adapter `index`. */
export function sendFits(index: u32, packet: Packet): bool {
  const request = Followed.request;
  return request.outbound != 0 && index == request.nic && contentFits(packet);
}
