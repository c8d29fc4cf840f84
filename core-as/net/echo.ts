// Echo requests of a host: RFC 792, RFC 4443 section 4.1. One goes out from the adapter whose prefix holds the destination, with the data that
// Windows sends, and is matched with its reply by identifier and sequence number. Leaves out: fragments (a request that is larger than the
// adapter carries is not sent), routers, echo requests to groups.

import {
  AddressRecord,
  COST_CHECKSUM,
  COST_COPY_WARM,
  COST_SEND_IO,
  COST_TX_PKT,
  ECHO_RECORD_SIZE,
  ECHO_STATE_NEEDS_FRAGMENTATION,
  ECHO_STATE_REPLIED,
  ECHO_STATE_TOO_LONG,
  ECHO_STATE_UNREACHABLE,
  ECHO_STATE_WAITING,
  ECHOES,
  EchoRecord,
  HostRecord,
  LEVEL_THREAD,
  NONE,
  NO_PROCESSOR,
  Neighbor,
  Packet,
  TCP_SEGMENT_SIZE,
  WORK_KIND_ECHO,
} from '../abi.gen';
import { blockClear } from '../block';
import { Put, Wire } from '../bytes';
import { packetOutput } from '../host/output';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorGuest, processorWork } from '../sim/processor';
import { queueNow } from '../sim/queue';
import { Counters } from '../world/counters';
import { The } from '../world/state';
import { frameBegin } from './arp';
import { icmp4Sum, icmpOutCount, ipv4Header, ipv6Header } from './icmp';
import { icmp6Sum, PROTO_ICMPV6 } from './nd';
import { Address, isOwnAddress } from './neighbor';
import { ETHERNET, Segment, TYPE_IPV4, TYPE_IPV6 } from './packet';

const ECHO: u32 = 8;
const ECHO6: u32 = 128;
const PROTO_ICMP: u32 = 1;
const HEADER: u32 = 8;
/** a to w, over and over: what Windows' ping sends. */
const LETTERS: u32 = 23;
const FIRST_LETTER: u32 = 97;
const DONT_FRAGMENT: u32 = 0x4000;

class Echo {
  @inline static of(host: HostRecord, slot: u32): EchoRecord {
    return changetype<EchoRecord>(host.echoes + (slot & (ECHOES - 1)) * ECHO_RECORD_SIZE);
  }
}

export function echoAt(host: u32, number: u32): u32 {
  return changetype<u32>(Echo.of(The.host(host), number));
}

/** Bits that two addresses begin with alike. */
function alike(a: u32, b: u32, bytes: u32): u32 {
  for (let at: u32 = 0; at < bytes; at++) {
    const difference = <u32>(load<u8>(a + at) ^ load<u8>(b + at));
    if (difference != 0) return (at << 3) + clz<u32>(difference) - 24;
  }
  return bytes << 3;
}

function isLoopback(family: u32, address: u32): bool {
  if (family == 4) return load<u8>(address) == 127;
  return load<u64>(address) == 0 && load<u32>(address, 8) == 0 && Wire.u32(address + 12) == 1;
}

function isOwn(host: HostRecord, family: u32, address: u32): bool {
  for (let number: u32 = 0; number < host.nics; number++) if (isOwnAddress(The.nic(host.firstNic + number), family, address)) return true;
  return isLoopback(family, address);
}

/** Finds adapter and source of a request by the longest prefix that holds its destination. @returns false when there is none */
function route(host: HostRecord, echo: EchoRecord, dead: u32): bool {
  let longest: i32 = -1;
  const family = echo.family;
  for (let number: u32 = 0; number < host.nics; number++) {
    const nic = The.nic(host.firstNic + number);
    if ((dead >> number) & 1 || (nic.path == NONE && !nic.outside && !nic.isVirtual)) continue;
    for (let index: u32 = 0; index < nic.addresses; index++) {
      const own: AddressRecord = The.address(nic.firstAddress + index);
      const prefix = <i32>own.prefix;
      if (own.family != family || prefix <= longest) continue;
      if (<i32>alike(own.addressAt, echo.addressAt, family == 4 ? 4 : 16) < prefix) continue;
      longest = prefix;
      echo.nic = host.firstNic + number;
      echo.source = nic.firstAddress + index;
    }
  }
  return longest >= 0;
}

function packetBytes(echo: EchoRecord): u32 {
  return (echo.family == 4 ? 20 : 40) + HEADER + echo.bytes;
}

/** Sends a request whose record is filled in, between two slices of a run. @param dead  a bit for each adapter that carries nothing */
export function worldEcho(hostIndex: u32, number: u32, dead: u32): void {
  const host = The.host(hostIndex);
  const echo = Echo.of(host, number);
  echo.number = number;
  echo.sentAt = queueNow();
  echo.state = ECHO_STATE_WAITING;
  if (isOwn(host, echo.family, echo.addressAt)) echo.nic = NONE;
  else if (!route(host, echo, dead)) {
    const counters = Counters.of(host, echo.family);
    counters.outNoRoutes = counters.outNoRoutes + 1;
    echo.state = ECHO_STATE_UNREACHABLE;
    return;
  } else if (packetBytes(echo) > The.nic(echo.nic).mtu) {
    echo.state = echo.dontFragment ? ECHO_STATE_NEEDS_FRAGMENTATION : ECHO_STATE_TOO_LONG;
    return;
  }
  if (host.ideal) echoSend(NO_PROCESSOR, hostIndex, number);
  else processorWork(host.firstProcessor, LEVEL_THREAD, WORK_KIND_ECHO, hostIndex, number);
}

/** The host itself answers. */
function echoSelf(host: HostRecord, echo: EchoRecord): void {
  const counters = icmpOutCount(host, echo.family);
  counters.icmpOutEchos = counters.icmpOutEchos + 1;
  icmpOutCount(host, echo.family);
  counters.icmpOutReplies = counters.icmpOutReplies + 1;
  counters.icmpIn = counters.icmpIn + 2;
  counters.icmpInEchos = counters.icmpInEchos + 1;
  counters.icmpInReplies = counters.icmpInReplies + 1;
  counters.inReceives = counters.inReceives + 2;
  counters.inDelivers = counters.inDelivers + 2;
  reply(echo, echo.bytes, echo.hopLimit);
}

function reply(echo: EchoRecord, bytes: u32, hopLimit: u32): void {
  echo.state = ECHO_STATE_REPLIED;
  echo.repliedAt = queueNow();
  echo.replyBytes = bytes;
  echo.replyHopLimit = hopLimit;
}

/** The thread's work item of a request. */
export function echoSend(processor: u32, hostIndex: u32, number: u32): void {
  const host = The.host(hostIndex);
  const echo = Echo.of(host, number);
  if (echo.state != ECHO_STATE_WAITING || echo.number != number) return;
  if (processor != NO_PROCESSOR) {
    if (host.guest != 0) processorGuest(processor);
    ledgerOwners(echo.nic == NONE ? 0 : The.nic(echo.nic).owner, 0);
    chargeCost(processor, COST_SEND_IO, 1);
    chargeCost(processor, COST_COPY_WARM, echo.bytes);
    chargeCost(processor, COST_TX_PKT, 1);
    chargeCost(processor, COST_CHECKSUM, echo.bytes); // adapters compute that of TCP and UDP alone
  }
  if (echo.nic == NONE) {
    echoSelf(host, echo);
    return;
  }
  const at = echoWrite(echo);
  if (at == 0) return;
  const counters = icmpOutCount(host, echo.family);
  counters.icmpOutEchos = counters.icmpOutEchos + 1;
  packetOutput(processor, echo.nic, changetype<Packet>(at));
}

/** A packet of a request, to the station of its destination. @returns 0 when there is no room */
function echoWrite(echo: EchoRecord): u32 {
  const nic = The.nic(echo.nic);
  const six = echo.family == 6;
  const head: u32 = six ? 40 : 20;
  const bytes = HEADER + echo.bytes;
  const at = frameBegin(nic, 0, six ? TYPE_IPV6 : TYPE_IPV4, ETHERNET + head + bytes);
  if (at == 0) return 0;
  const packet = changetype<Packet>(at);
  const ip = packet.frame + ETHERNET;
  const source = The.address(echo.source).addressAt;
  if (six) ipv6Header(ip, source, echo.addressAt, bytes, echo.hopLimit);
  else ipv4Header(ip, source, echo.addressAt, bytes, echo.hopLimit, (echo.sequence << 16) | (echo.dontFragment ? DONT_FRAGMENT : 0));
  const message = ip + head;
  Put.u32(message, (six ? ECHO6 : ECHO) << 24);
  Put.u32(message + 4, (echo.identifier << 16) | echo.sequence);
  for (let index: u32 = 0; index < echo.bytes; index++) store<u8>(message + HEADER + index, <u8>(FIRST_LETTER + (index % LETTERS)));
  if (six) icmp6Sum(ip, message, bytes);
  else icmp4Sum(message, bytes);
  const s = Segment.of(packet);
  blockClear(changetype<u32>(s), TCP_SEGMENT_SIZE);
  s.family = echo.family;
  Address.copy(s.sourceAt, source, echo.family);
  Address.copy(s.destinationAt, echo.addressAt, echo.family);
  return at;
}

/** The request of a host that an identifier and a sequence number belong to; 0 when none of them waits. */
function waiting(host: HostRecord, family: u32, address: u32, message: u32): u32 {
  for (let slot: u32 = 0; slot < ECHOES; slot++) {
    const echo = Echo.of(host, slot);
    if (echo.state != ECHO_STATE_WAITING || echo.nic == NONE || echo.family != family) continue;
    if (Wire.u16(message + 4) != echo.identifier || Wire.u16(message + 6) != echo.sequence) continue;
    if (Address.same(family, echo.addressAt, address)) return changetype<u32>(echo);
  }
  return 0;
}

/** An echo reply came in. @param source  address that it is from  @param hopLimit  that it came with */
export function echoReplied(host: HostRecord, family: u32, source: u32, message: u32, bytes: u32, hopLimit: u32): void {
  const at = waiting(host, family, source, message);
  if (at != 0) reply(changetype<EchoRecord>(at), bytes - HEADER, hopLimit);
}

/** Somebody could not pass a packet on, which is quoted. @param tooLarge  as it is longer than the way carries */
export function echoRefused(host: HostRecord, quoted: u32, bytes: u32, tooLarge: bool): void {
  if (bytes < 20) return;
  const six = load<u8>(quoted) >> 4 == 6;
  const head: u32 = six ? 40 : (<u32>(load<u8>(quoted) & 15)) << 2;
  if (bytes < head + HEADER || <u32>load<u8>(quoted + (six ? 6 : 9)) != (six ? PROTO_ICMPV6 : PROTO_ICMP)) return;
  if (<u32>load<u8>(quoted + head) != (six ? ECHO6 : ECHO)) return;
  const at = waiting(host, six ? 6 : 4, quoted + (six ? 24 : 16), quoted + head);
  if (at != 0) changetype<EchoRecord>(at).state = tooLarge ? ECHO_STATE_NEEDS_FRAGMENTATION : ECHO_STATE_UNREACHABLE;
}

/** A neighbour did not answer. */
export function echoUnresolved(host: HostRecord, neighbor: Neighbor): void {
  for (let slot: u32 = 0; slot < ECHOES; slot++) {
    const echo = Echo.of(host, slot);
    if (echo.state != ECHO_STATE_WAITING || echo.nic != neighbor.nic || echo.family != neighbor.family) continue;
    if (Address.same(neighbor.family, echo.addressAt, neighbor.addressAt)) echo.state = ECHO_STATE_UNREACHABLE;
  }
}

/** A host forgets its requests. */
export function echoesForget(host: HostRecord): void {
  memory.fill(host.echoes, 0, ECHOES * ECHO_RECORD_SIZE);
}
