// ICMP and ICMPv6: echo, unreachable ports, and the path MTU that routers report. Sources: RFC 792, RFC 1191, RFC 4443, RFC 8201.
// Leaves out: redirects, time exceeded, the limit on the rate of errors.

import { FamilyCounters, HostRecord, NicRecord, OFFLOAD_STATE_IN_HOST, PACKET_FLAG_GROUP, Packet } from '../abi.gen';
import { Put, Wire } from '../bytes';
import { offloadUpdate } from '../chimney/cached';
import { lookupEmbedded } from '../host/sockets';
import { tcpTouched } from '../host/tcp';
import { packetOutput } from '../host/output';
import { queueNow } from '../sim/queue';
import { sumAdd, sumFold } from '../tcp/checksum';
import { Seq } from '../tcp/seq';
import { tcpPathMtu } from '../tcp/user';
import { Counters, outRequestCount } from '../world/counters';
import { The } from '../world/state';
import { frameBegin, Mac } from './arp';
import { echoRefused, echoReplied } from './echo';
import { ADVERTISEMENT, icmp6Sum, ndAnswer, ndOption, PROTO_ICMPV6, SOLICITATION } from './nd';
import { TYPE_IPV4, TYPE_IPV6 } from './packet';
import { isOwnAddress, neighborLearn } from './neighbor';

export const PROTO_ICMP: u32 = 1;
const ECHO_REPLY: u32 = 0;
const UNREACHABLE: u32 = 3;
const FRAGMENTATION_NEEDED: u32 = 4;
const PORT_UNREACHABLE: u32 = 3;
const ECHO: u32 = 8;
const OTHER: u32 = 255;
const ECHO6: u32 = 128;
const ECHO_REPLY6: u32 = 129;
const UNREACHABLE6: u32 = 1;
const PORT_UNREACHABLE6: u32 = 4;
const TOO_BIG6: u32 = 2;
const HOP_LIMIT: u32 = 128;
/** Bytes of the offending packet that an error carries: IPv4 header and 8 bytes (RFC 792); as much as fits in 1280 (RFC 4443 section 2.4). */
const MOST_QUOTED6: u32 = 1232;
/** Least path MTU that is believed: RFC 1191 section 3; RFC 8200 section 5. */
const LEAST_MTU4: u32 = 576;
const LEAST_MTU6: u32 = 1280;

/** An IPv4 header without options and its checksum. @param piece  identification, flags and fragment offset */
export function ipv4Header(ip: u32, source: u32, destination: u32, payload: u32, hopLimit: u32, piece: u32): void {
  Put.u32(ip, 0x45000000 | (20 + payload));
  Put.u32(ip + 4, piece);
  Put.u32(ip + 8, (hopLimit << 24) | (PROTO_ICMP << 16));
  store<u32>(ip, load<u32>(source), 12);
  store<u32>(ip, load<u32>(destination), 16);
  store<u16>(ip, <u16>~sumFold(sumAdd(0, ip, 20)), 10);
}

export function ipv6Header(ip: u32, source: u32, destination: u32, payload: u32, hopLimit: u32): void {
  Put.u32(ip, 6 << 28);
  Put.u32(ip + 4, (payload << 16) | (PROTO_ICMPV6 << 8) | hopLimit);
  memory.copy(ip + 8, source, 16);
  memory.copy(ip + 24, destination, 16);
}

export function icmp4Sum(message: u32, bytes: u32): void {
  store<u16>(message, 0, 2);
  store<u16>(message, <u16>~sumFold(sumAdd(0, message, bytes)), 2);
}

/** Answers an echo request: the same message back, RFC 792, RFC 4443 section 4.2. */
function echo(host: HostRecord, processor: u32, packet: Packet, ip: u32, message: u32, bytes: u32, six: bool): void {
  const nic = The.nic(packet.nic);
  const head: u32 = six ? 40 : 20;
  const at = frameBegin(nic, Mac.get(packet.frame + 6), six ? TYPE_IPV6 : TYPE_IPV4, 14 + head + bytes);
  if (at == 0) return;
  const reply = changetype<Packet>(at).frame + 14;
  if (six) ipv6Header(reply, ip + 24, ip + 8, bytes, HOP_LIMIT);
  else ipv4Header(reply, ip + 16, ip + 12, bytes, HOP_LIMIT, 0);
  const answer = reply + head;
  memory.copy(answer, message, bytes);
  store<u8>(answer, <u8>(six ? ECHO_REPLY6 : ECHO_REPLY));
  if (six) icmp6Sum(reply, answer, bytes);
  else icmp4Sum(answer, bytes);
  host.icmpOut = host.icmpOut + 1;
  const counters = icmpOutCount(host, six ? 6 : 4);
  counters.icmpOutReplies = counters.icmpOutReplies + 1;
  packetOutput(processor, packet.nic, changetype<Packet>(at));
}

/** A message is handed down. */
export function icmpOutCount(host: HostRecord, family: u32): FamilyCounters {
  outRequestCount(host, family);
  const counters = Counters.of(host, family);
  counters.icmpOut = counters.icmpOut + 1;
  return counters;
}

/** A message came in that an error or echo is counted by. @param kind  its type, of IPv4 */
function icmpInCount(host: HostRecord, family: u32, kind: u32): void {
  const counters = Counters.of(host, family);
  counters.icmpIn = counters.icmpIn + 1;
  if (kind == ECHO) counters.icmpInEchos = counters.icmpInEchos + 1;
  else if (kind == ECHO_REPLY) counters.icmpInReplies = counters.icmpInReplies + 1;
  else if (kind == UNREACHABLE) counters.icmpInUnreachable = counters.icmpInUnreachable + 1;
}

/** The type of IPv4 that a type of IPv6 is counted as. */
function kindOf6(kind: u32): u32 {
  if (kind == ECHO6) return ECHO;
  if (kind == ECHO_REPLY6) return ECHO_REPLY;
  return kind == UNREACHABLE6 ? UNREACHABLE : OTHER;
}

/** The path of the connection that the quoted packet belongs to carries less. */
function pathMtu(hostIndex: u32, processor: u32, quoted: u32, bytes: u32, mtu: u32): void {
  const socket = lookupEmbedded(hostIndex, quoted, bytes);
  if (socket == 0) return;
  const connection = The.connection(socket - 1);
  if (mtu >= connection.pathMtu) return;
  // RFC 5927 section 7: the quoted packet must be one that is under way.
  const six = load<u8>(quoted) >> 4 == 6;
  const seq = Wire.u32(quoted + (six ? 40 : (<u32>(load<u8>(quoted) & 15)) << 2) + 4);
  const inForce = The.inForce(socket - 1);
  if (Seq.lt(seq, inForce.sndUna) || Seq.ge(seq, inForce.sndMax)) return;
  if (The.socket(socket - 1).offload != OFFLOAD_STATE_IN_HOST) {
    connection.pathMtu = mtu;
    offloadUpdate(socket - 1);
    return;
  }
  tcpPathMtu(connection, mtu, queueNow());
  tcpTouched(socket - 1, processor);
}

/** An ICMP message for this host, whose checksum is right. @param bytes  at least 8 */
export function icmp4Input(hostIndex: u32, processor: u32, packet: Packet, ip: u32, message: u32, bytes: u32): void {
  const host = The.host(hostIndex);
  const kind = <u32>load<u8>(message);
  host.icmpIn = host.icmpIn + 1;
  icmpInCount(host, 4, kind);
  if (kind == ECHO && !(packet.flags & PACKET_FLAG_GROUP)) echo(host, processor, packet, ip, message, bytes, false);
  else if (kind == ECHO_REPLY) echoReplied(host, 4, ip + 12, message, bytes, <u32>load<u8>(ip, 8));
  else if (kind == UNREACHABLE) {
    const tooLarge = <u32>load<u8>(message, 1) == FRAGMENTATION_NEEDED;
    if (tooLarge) pathMtu(hostIndex, processor, message + 8, bytes - 8, max(Wire.u16(message + 6), LEAST_MTU4));
    echoRefused(host, message + 8, bytes - 8, tooLarge);
  }
}

function isMulticast6(address: u32): bool {
  return load<u8>(address) == 0xff;
}

/** RFC 4861 section 7.1.1, 7.2.3: hop limit 255, no multicast target, one of our addresses. */
function solicited(packet: Packet, nic: NicRecord, processor: u32, ip: u32, message: u32, bytes: u32): void {
  const nicIndex = packet.nic;
  const target = message + 8;
  if (bytes < 24 || isMulticast6(target) || !isOwnAddress(nic, 6, target)) return;
  let mac = ndOption(message, bytes, 1);
  if (mac != 0) neighborLearn(nicIndex, 6, ip + 8, mac, true);
  else {
    // Without the option: duplicate address detection of a station, which is left out; or a unicast probe (section 4.3), answered where it came from.
    if (isMulticast6(ip + 24)) return;
    mac = Mac.get(packet.frame + 6);
  }
  const at = ndAnswer(nic, target, ip + 8, mac);
  if (at == 0) return;
  icmpOutCount(The.host(nic.host), 6);
  packetOutput(processor, nicIndex, changetype<Packet>(at));
}

/** An ICMPv6 message for this host, whose checksum is right. @param bytes  at least 8 */
export function icmp6Input(hostIndex: u32, processor: u32, packet: Packet, ip: u32, message: u32, bytes: u32): void {
  const host = The.host(hostIndex);
  const nicIndex = packet.nic;
  const nic = The.nic(nicIndex);
  const kind = <u32>load<u8>(message);
  host.icmpIn = host.icmpIn + 1;
  icmpInCount(host, 6, kindOf6(kind));
  if (kind == ECHO6 && !isMulticast6(ip + 24)) echo(host, processor, packet, ip, message, bytes, true);
  else if (kind == ECHO_REPLY6) echoReplied(host, 6, ip + 8, message, bytes, <u32>load<u8>(ip, 7));
  else if (kind == TOO_BIG6) {
    pathMtu(hostIndex, processor, message + 8, bytes - 8, max(Wire.u32(message + 4), LEAST_MTU6));
    echoRefused(host, message + 8, bytes - 8, true);
  } else if (kind == UNREACHABLE6) echoRefused(host, message + 8, bytes - 8, false);
  else if (load<u8>(ip, 7) != 255 || load<u8>(message, 1) != 0) return;
  else if (kind == SOLICITATION) solicited(packet, nic, processor, ip, message, bytes);
  else if (kind == ADVERTISEMENT && bytes >= 24) {
    const mac = ndOption(message, bytes, 2);
    if (mac != 0) neighborLearn(nicIndex, 6, message + 8, mac, false);
  }
}

/** Tells the sender of a datagram that nobody listens on its port: RFC 1122 section 4.1.3.1, RFC 4443 section 3.1. Not for group addresses. */
export function portUnreachable(host: HostRecord, processor: u32, packet: Packet, ip: u32, ipBytes: u32): void {
  if (packet.flags & PACKET_FLAG_GROUP) return;
  const nic = The.nic(packet.nic);
  const six = load<u8>(ip) >> 4 == 6;
  const quoted = six ? min(ipBytes, MOST_QUOTED6) : min(ipBytes, ((<u32>(load<u8>(ip) & 15)) << 2) + 8);
  const head: u32 = six ? 40 : 20;
  const at = frameBegin(nic, Mac.get(packet.frame + 6), six ? TYPE_IPV6 : TYPE_IPV4, 14 + head + 8 + quoted);
  if (at == 0) return;
  const out = changetype<Packet>(at).frame + 14;
  if (six) ipv6Header(out, ip + 24, ip + 8, 8 + quoted, HOP_LIMIT);
  else ipv4Header(out, ip + 16, ip + 12, 8 + quoted, HOP_LIMIT, 0);
  const message = out + head;
  Put.u32(message, six ? (UNREACHABLE6 << 24) | (PORT_UNREACHABLE6 << 16) : (UNREACHABLE << 24) | (PORT_UNREACHABLE << 16));
  Put.u32(message + 4, 0);
  memory.copy(message + 8, ip, quoted);
  if (six) icmp6Sum(out, message, 8 + quoted);
  else icmp4Sum(message, 8 + quoted);
  host.icmpOut = host.icmpOut + 1;
  const counters = icmpOutCount(host, six ? 6 : 4);
  counters.icmpOutUnreachable = counters.icmpOutUnreachable + 1;
  packetOutput(processor, packet.nic, changetype<Packet>(at));
}
