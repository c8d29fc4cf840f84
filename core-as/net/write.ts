// The exact bytes of a packet as they cross the wire, without check sequence: Ethernet header, IP, transport, payload, padding.

import { PACKET_FLAG_TAGGED, PACKET_KIND_BYTES, PACKET_KIND_TCP, Packet, TcpSegment } from '../abi.gen';
import { CONTENT_MARK, contentWrite } from '../app/content';
import { tcpWrite } from '../tcp/bytes';
import { tcpPayload } from '../tcp/payload';
import { tagInsert } from './vlan';
import { MOST_PAYLOAD, PAYLOAD_ROOM } from './room';
import { ETHERNET, Frame, Segment, TYPE_IPV4, TYPE_IPV6 } from './packet';
import { udpWrite } from './udp-bytes';

/** Writes an Ethernet header. */
export function ethernetWrite(out: u32, destination: u64, source: u64, type: u16): void {
  store<u32>(out, <u32>destination);
  store<u16>(out, <u16>(destination >> 32), 4);
  store<u32>(out, <u32>source, 6);
  store<u16>(out, <u16>(source >> 32), 10);
  store<u16>(out, type, 12);
}

/** Payload bytes of a segment at PAYLOAD_ROOM, where they do not simply follow from a flow number. */
function payloadFill(s: TcpSegment): void {
  if (s.flow & CONTENT_MARK) contentWrite(s.flow, s.offset, s.length, PAYLOAD_ROOM);
  else tcpPayload(s.flow, s.offset, s.length, PAYLOAD_ROOM);
}

/** @param out  room for the frame and 8 bytes more  @returns bytes written */
export function packetWrite(packet: Packet, out: u32): u32 {
  if (packet.kind == PACKET_KIND_BYTES) {
    memory.copy(out, packet.frame, packet.captured);
    return packet.flags & PACKET_FLAG_TAGGED ? tagInsert(out, packet.captured, packet.vlan) : packet.captured;
  }
  const s = Segment.of(packet);
  ethernetWrite(out, packet.destinationMac, packet.sourceMac, s.family == 4 ? TYPE_IPV4 : TYPE_IPV6);
  const kept = s.payload;
  if (s.length != 0 && kept == 0 && s.length <= MOST_PAYLOAD) {
    payloadFill(s);
    s.payload = PAYLOAD_ROOM;
  }
  let bytes = ETHERNET + (packet.kind == PACKET_KIND_TCP ? tcpWrite(s, out + ETHERNET) : udpWrite(s, out + ETHERNET));
  s.payload = kept;
  if (packet.flags & PACKET_FLAG_TAGGED) bytes = tagInsert(out, bytes, packet.vlan);
  const padded = Frame.padded(bytes);
  memory.fill(out + bytes, 0, padded - bytes);
  return padded;
}
