// The receive path of a host from the indication on: Ethernet type, IP, transport. What a frame costs is charged where it happens.
// Frames that are there by description were made by this emulator and have nothing to check; frames that are bytes are parsed and checked.

import {
  COST_CHECKSUM,
  COST_COPY_COLD,
  COST_ACK_RX,
  COST_TCPIP_RX,
  DROP_REASON_BAD_CHECKSUM,
  DROP_REASON_MALFORMED,
  DROP_REASON_NOT_FOR_US,
  DROP_REASON_NO_LISTENER,
  FOLLOW_PLACE_HOST,
  FamilyCounters,
  DROP_REASON_OTHER_VLAN,
  HostRecord,
  NO_PROCESSOR,
  NicRecord,
  PACKET_FLAG_FOLLOWED,
  PACKET_FLAG_GROUP,
  PACKET_FLAG_OUTSIDE,
  PACKET_FLAG_REPLAYED,
  PACKET_FLAG_TAGGED,
  PACKET_KIND_BYTES,
  PACKET_KIND_TCP,
  Packet,
  TCP_PARSE_BAD_CHECKSUM,
  TCP_PARSE_SEGMENT,
  TRACE_KIND_DROPPED,
  TcpSegment,
} from '../abi.gen';
import { Wire } from '../bytes';
import { followDropped } from '../follow/record';
import { followIp } from '../follow/stack';
import { Arp, arpAnswer, TYPE_ARP } from '../net/arp';
import { icmp4Input, icmp6Input, PROTO_ICMP } from '../net/icmp';
import { PROTO_ICMPV6 } from '../net/nd';
import { isOwnAddress, neighborLearn } from '../net/neighbor';
import { ETHERNET, packetFree, packetIsKept, Segment, TYPE_IPV4, TYPE_IPV6 } from '../net/packet';
import { PARSE_ROOM } from '../net/room';
import { PROTO_UDP } from '../net/udp-bytes';
import { PROTO_TCP } from '../frame/ports';
import { chargeCost } from '../sim/processor';
import { sumAdd, sumFold, sumPseudo } from '../tcp/checksum';
import { tcpParse } from '../tcp/parse';
import { Counters } from '../world/counters';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { packetOutput } from './output';
import { tcpReceived } from './tcp';
import { udpReceived } from './udp';

function dropped(packet: Packet, reason: u32): void {
  trace(TRACE_KIND_DROPPED, packet.nic, reason, packet.bytes);
  followDropped(packet, packet.nic, reason, FOLLOW_PLACE_HOST);
}

/** A frame has been indicated. @param processor  that handles it; limits.NoProcessor on an ideal host. The packet is used up. */
export function packetReceive(nicIndex: u32, processor: u32, packet: Packet): void {
  const nic = The.nic(nicIndex);
  const hostIndex = nic.host;
  const host = The.host(hostIndex);
  if (packet.flags & PACKET_FLAG_FOLLOWED) followIp(hostIndex, processor, packet);
  if (packet.flags & (PACKET_FLAG_REPLAYED | PACKET_FLAG_TAGGED)) {
    if (packet.flags & PACKET_FLAG_REPLAYED) replayed(host, processor, packet);
    else dropped(packet, DROP_REASON_OTHER_VLAN); // an adapter without a VLAN
  } else if (packet.kind == PACKET_KIND_BYTES) bytesReceive(hostIndex, host, nic, processor, packet);
  else {
    host.ipReceived = host.ipReceived + 1;
    host.ipDelivered = host.ipDelivered + 1;
    const counters = Counters.of(host, Segment.of(packet).family);
    counters.inReceives = counters.inReceives + 1;
    counters.inDelivers = counters.inDelivers + 1;
    if (packet.kind == PACKET_KIND_TCP) tcpReceived(hostIndex, processor, packet, Segment.of(packet));
    else udpReceived(hostIndex, processor, packet, Segment.of(packet));
  }
  if (!packetIsKept(packet)) packetFree(packet);
}

/** A frame of a capture loads the path as far as the transport, which drops it: nobody answers (assumed; the capture holds the answers). */
function replayed(host: HostRecord, processor: u32, packet: Packet): void {
  host.ipReceived = host.ipReceived + 1;
  const type = packet.captured < ETHERNET ? 0 : load<u16>(packet.frame, 12);
  if (type == TYPE_IPV4 || type == TYPE_IPV6) {
    const counters = Counters.of(host, type == TYPE_IPV6 ? 6 : 4);
    counters.inReceives = counters.inReceives + 1;
  }
  if (processor == NO_PROCESSOR) return;
  const payload = payloadOf(packet);
  chargeCost(processor, payload == 0 ? COST_ACK_RX : COST_TCPIP_RX, 1);
  chargeCost(processor, COST_COPY_COLD, payload);
}

/** Payload bytes of a TCP or UDP frame as its headers state them; of other frames all behind the Ethernet header. */
export function payloadOf(packet: Packet): u32 {
  const ip = packet.frame + ETHERNET;
  const rest = packet.bytes - min(packet.bytes, ETHERNET);
  if (packet.captured < ETHERNET + 40) return rest;
  const type = load<u16>(packet.frame, 12);
  let head: u32 = 40;
  let total = Wire.u16(ip + 4) + 40;
  let protocol = <u32>load<u8>(ip, 6);
  if (type == TYPE_IPV4) {
    head = (<u32>(load<u8>(ip) & 15)) << 2;
    total = Wire.u16(ip + 2);
    protocol = <u32>load<u8>(ip, 9);
  } else if (type != TYPE_IPV6) return rest;
  if (protocol == PROTO_UDP) head += 8;
  else if (protocol == PROTO_TCP) {
    if (packet.captured < ETHERNET + head + 13) return rest;
    head += ((<u32>load<u8>(ip + head, 12)) >> 4) << 2;
  }
  return total > head ? total - head : 0;
}

function bytesReceive(hostIndex: u32, host: HostRecord, nic: NicRecord, processor: u32, packet: Packet): void {
  if (packet.captured < ETHERNET + 20) {
    dropped(packet, DROP_REASON_MALFORMED);
    return;
  }
  const type = load<u16>(packet.frame, 12);
  const at = packet.frame + ETHERNET;
  const bytes = packet.captured - ETHERNET;
  if (type == TYPE_ARP) arpReceive(nic, processor, packet, at, bytes);
  else if (type == TYPE_IPV4) ip4Receive(hostIndex, host, processor, packet, at, bytes);
  else if (type == TYPE_IPV6) ip6Receive(hostIndex, host, processor, packet, at, bytes);
  else {
    const counters = Counters.nic(nic);
    counters.unknownProtocols = counters.unknownProtocols + 1;
    dropped(packet, DROP_REASON_NO_LISTENER);
  }
}

/** RFC 826: an address that is known is brought up to date; who asks for us is remembered and answered. */
function arpReceive(nic: NicRecord, processor: u32, packet: Packet, arp: u32, bytes: u32): void {
  if (!Arp.holds(arp, bytes)) {
    dropped(packet, DROP_REASON_MALFORMED);
    return;
  }
  const forUs = isOwnAddress(nic, 4, arp + 24);
  if (load<u32>(arp, 14) != 0) neighborLearn(packet.nic, 4, arp + 14, Arp.senderMac(arp), forUs && Arp.asks(arp));
  if (!forUs || !Arp.asks(arp)) return;
  const answer = arpAnswer(nic, arp);
  if (answer != 0) packetOutput(processor, packet.nic, changetype<Packet>(answer));
}

/** RFC 1122 section 3.2.1: version, length and checksum of the header; destination. Fragments are not put together. */
function ip4Receive(hostIndex: u32, host: HostRecord, processor: u32, packet: Packet, ip: u32, bytes: u32): void {
  host.ipReceived = host.ipReceived + 1;
  const counters = Counters.of(host, 4);
  counters.inReceives = counters.inReceives + 1;
  const head = (<u32>(load<u8>(ip) & 15)) << 2;
  const total = Wire.u16(ip + 2);
  const sound = load<u8>(ip) >> 4 == 4 && head >= 20 && total >= head && total <= bytes;
  if (!sound || sumFold(sumAdd(0, ip, head)) != 0xffff) {
    host.ipHeaderErrors = host.ipHeaderErrors + 1;
    counters.inHeaderErrors = counters.inHeaderErrors + 1;
    dropped(packet, sound ? DROP_REASON_BAD_CHECKSUM : DROP_REASON_MALFORMED);
    return;
  }
  const destination = ip + 16;
  const group = (packet.flags & PACKET_FLAG_GROUP) != 0;
  if (!group && !isHostAddress(host, 4, destination)) {
    host.ipAddressErrors = host.ipAddressErrors + 1;
    counters.inAddressErrors = counters.inAddressErrors + 1;
    dropped(packet, DROP_REASON_NOT_FOR_US);
    return;
  }
  if (Wire.u16(ip + 6) & 0x3fff) {
    host.ipDiscards = host.ipDiscards + 1;
    counters.inDiscards = counters.inDiscards + 1;
    dropped(packet, DROP_REASON_NO_LISTENER);
    return;
  }
  transport(hostIndex, host, processor, packet, ip, head, total, <u32>load<u8>(ip, 9));
}

function ip6Receive(hostIndex: u32, host: HostRecord, processor: u32, packet: Packet, ip: u32, bytes: u32): void {
  host.ipReceived = host.ipReceived + 1;
  const counters = Counters.of(host, 6);
  counters.inReceives = counters.inReceives + 1;
  const total: u32 = 40 + Wire.u16(ip + 4);
  if (bytes < 40 || load<u8>(ip) >> 4 != 6 || total > bytes) {
    host.ipHeaderErrors = host.ipHeaderErrors + 1;
    counters.inHeaderErrors = counters.inHeaderErrors + 1;
    dropped(packet, DROP_REASON_MALFORMED);
    return;
  }
  if (load<u8>(ip, 24) != 0xff && !isHostAddress(host, 6, ip + 24)) {
    host.ipAddressErrors = host.ipAddressErrors + 1;
    counters.inAddressErrors = counters.inAddressErrors + 1;
    dropped(packet, DROP_REASON_NOT_FOR_US);
    return;
  }
  let head: u32 = 40;
  let next = <u32>load<u8>(ip, 6);
  // Hop-by-hop, routing and destination options are skipped.
  while ((next == 0 || next == 43 || next == 60) && head + 8 <= total) {
    next = <u32>load<u8>(ip + head);
    head += (<u32>load<u8>(ip + head, 1) + 1) << 3;
  }
  if (head > total || next == 44) {
    host.ipDiscards = host.ipDiscards + 1;
    counters.inDiscards = counters.inDiscards + 1;
    dropped(packet, next == 44 ? DROP_REASON_NO_LISTENER : DROP_REASON_MALFORMED);
    return;
  }
  transport(hostIndex, host, processor, packet, ip, head, total, next);
}

/** An address of any of the host's adapters will do (RFC 1122 section 3.3.4.2, weak model; Windows 2008 is strong: assumed not to matter here). */
function isHostAddress(host: HostRecord, family: u32, address: u32): bool {
  for (let index: u32 = 0; index < host.nics; index++) if (isOwnAddress(The.nic(host.firstNic + index), family, address)) return true;
  return false;
}

/** @param head  bytes of the IP header  @param total  bytes of the packet */
function transport(hostIndex: u32, host: HostRecord, processor: u32, packet: Packet, ip: u32, head: u32, total: u32, protocol: u32): void {
  const six = load<u8>(ip) >> 4 == 6;
  const payload = total - head;
  const message = ip + head;
  const counters = Counters.of(host, six ? 6 : 4);
  const known = protocol == PROTO_TCP || protocol == PROTO_UDP || protocol == (six ? PROTO_ICMPV6 : PROTO_ICMP);
  if (!known) counters.inUnknownProtocols = counters.inUnknownProtocols + 1;
  else counters.inDelivers = counters.inDelivers + 1;
  if (protocol == PROTO_TCP) {
    const s = changetype<TcpSegment>(PARSE_ROOM);
    const parsed = tcpParse(ip, total, s);
    if (parsed != TCP_PARSE_SEGMENT) {
      host.checksumErrors = host.checksumErrors + (parsed == TCP_PARSE_BAD_CHECKSUM ? 1 : 0);
      dropped(packet, parsed == TCP_PARSE_BAD_CHECKSUM ? DROP_REASON_BAD_CHECKSUM : DROP_REASON_MALFORMED);
      return;
    }
    if (packet.flags & PACKET_FLAG_GROUP) return; // RFC 9293 section 3.10.7: never to a group
    host.ipDelivered = host.ipDelivered + 1;
    tcpReceived(hostIndex, processor, packet, s);
    return;
  }
  if (processor != NO_PROCESSOR) {
    chargeCost(processor, COST_TCPIP_RX, 1);
    if (!The.nic(packet.nic).checksumOffload) chargeCost(processor, COST_CHECKSUM, payload);
  }
  if (!known || payload < 8) {
    host.ipDiscards = host.ipDiscards + 1;
    dropped(packet, DROP_REASON_NO_LISTENER);
    return;
  }
  // A datagram's own length says how much of the packet it is (RFC 768); a wrong one is told from a wrong sum below.
  const summed = protocol == PROTO_UDP ? min(payload, Wire.u16(message + 4)) : payload;
  const pseudo = six ? sumPseudo(6, ip + 8, protocol, summed) : protocol == PROTO_UDP ? sumPseudo(4, ip + 12, protocol, summed) : 0;
  const unsummed = protocol == PROTO_UDP && !six && load<u16>(message, 6) == 0; // RFC 768
  if (!unsummed && sumFold(sumAdd(pseudo, message, summed)) != 0xffff) {
    host.checksumErrors = host.checksumErrors + 1;
    faultCount(counters, protocol == PROTO_UDP);
    dropped(packet, DROP_REASON_BAD_CHECKSUM);
    return;
  }
  host.ipDelivered = host.ipDelivered + 1;
  if (protocol == PROTO_UDP) datagram(hostIndex, processor, packet, ip, total, message, payload);
  else if (six) icmp6Input(hostIndex, processor, packet, ip, message, payload);
  else icmp4Input(hostIndex, processor, packet, ip, message, payload);
}

/** A datagram or ICMP message has a wrong checksum. */
function faultCount(counters: FamilyCounters, isUdp: bool): void {
  if (isUdp) counters.udpErrors = counters.udpErrors + 1;
  else {
    counters.icmpIn = counters.icmpIn + 1;
    counters.icmpInErrors = counters.icmpInErrors + 1;
  }
}

/** A UDP datagram as bytes: its fields go into a segment record, as for one that is there by description. */
function datagram(hostIndex: u32, processor: u32, packet: Packet, ip: u32, total: u32, udp: u32, bytes: u32): void {
  const length = Wire.u16(udp + 4);
  if (length < 8 || length > bytes) {
    faultCount(Counters.of(The.host(hostIndex), load<u8>(ip) >> 4), true);
    dropped(packet, DROP_REASON_MALFORMED);
    return;
  }
  const six = load<u8>(ip) >> 4 == 6;
  const s = Segment.of(packet);
  memory.fill(changetype<u32>(s), 0, 160);
  s.family = six ? 6 : 4;
  memory.copy(s.sourceAt, ip + (six ? 8 : 12), six ? 16 : 4);
  memory.copy(s.destinationAt, ip + (six ? 24 : 16), six ? 16 : 4);
  s.sourcePort = Wire.u16(udp);
  s.destinationPort = Wire.u16(udp + 2);
  s.length = length - 8;
  s.payload = udp + 8;
  packet.flags = packet.flags | PACKET_FLAG_OUTSIDE;
  udpReceived(hostIndex, processor, packet, s);
}
