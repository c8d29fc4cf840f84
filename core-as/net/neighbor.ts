// Which MAC address a packet goes to. A neighbour is asked for when the first packet for it is there; a few packets wait for the answer.
// Sources: RFC 826 (ARP), RFC 4861 section 7 (states, times); IPv4 neighbours go through the same states. A packet received from a
// neighbour confirms it (section 7.3.1 asks for progress of the connection: assumed to be the same). The state DELAY is left out: a stale
// neighbour is probed at once. There are no routers: every destination is on the link.

import {
  ADDRESS_RECORD_SIZE,
  DROP_REASON_UNRESOLVED,
  EVENT_KIND_NEIGHBOR,
  FOLLOW_PLACE_NIC,
  NEIGHBOR_QUEUE,
  NEIGHBOR_STATE_FREE,
  NEIGHBOR_STATE_INCOMPLETE,
  NEIGHBOR_STATE_PROBE,
  NEIGHBOR_STATE_REACHABLE,
  NEIGHBOR_STATE_STALE,
  Neighbor,
  NicRecord,
  PACKET_FLAG_FOLLOWED,
  PACKET_KIND_BYTES,
  Packet,
  TRACE_KIND_DROPPED,
} from '../abi.gen';
import { neighborLost } from '../chimney/cached';
import { followDropped } from '../follow/record';
import { followNeighbor } from '../follow/send';
import { nicTransmit } from '../nic/transmit';
import { queueNow, queuePush } from '../sim/queue';
import { outDiscardCount, sendCount } from '../world/counters';
import { Base, The } from '../world/state';
import { trace } from '../world/trace';
import { arpAsk } from './arp';
import { echoUnresolved } from './echo';
import { icmpOutCount } from './icmp';
import { ndAsk } from './nd';
import { packetFree, Segment } from './packet';

/** Solicitations before a neighbour is given up: RFC 4861 section 10, MAX_MULTICAST_SOLICIT and MAX_UNICAST_SOLICIT. */
const MOST_TRIES: u32 = 3;
const BROADCAST: u64 = 0xffffffffffff;

export class Address {
  /** Same address of a family; IPv4 lies in the first 4 bytes. */
  @inline static same(family: u32, a: u32, b: u32): bool {
    if (load<u32>(a) != load<u32>(b)) return false;
    return family == 4 || (load<u32>(a, 4) == load<u32>(b, 4) && load<u64>(a, 8) == load<u64>(b, 8));
  }
  @inline static copy(to: u32, from: u32, family: u32): void {
    if (family == 4) store<u32>(to, load<u32>(from));
    else memory.copy(to, from, 16);
  }
}

/** Number of the record of an address plus 1; 0 when there is none. */
function neighborFind(nic: NicRecord, family: u32, address: u32): u32 {
  let index = nic.neighbors;
  while (index != 0) {
    const neighbor = The.neighbor(index - 1);
    if (neighbor.family == family && Address.same(family, neighbor.addressAt, address)) return index;
    index = neighbor.next;
  }
  return 0;
}

function neighborUnlink(nic: NicRecord, index: u32): void {
  let at = nic.neighbors;
  const next = The.neighbor(index).next;
  if (at == index + 1) {
    nic.neighbors = next;
    return;
  }
  while (The.neighbor(at - 1).next != index + 1) at = The.neighbor(at - 1).next;
  The.neighbor(at - 1).next = next;
}

/** A record for a new neighbour: an unused one, else one that nobody waits for and that was heard longest ago. @returns its number plus 1, or 0 */
function neighborTake(nicIndex: u32, family: u32, address: u32): u32 {
  const count = The.world().neighbors;
  let best: u32 = 0;
  let oldest = u64.MAX_VALUE;
  for (let index: u32 = 0; index < count; index++) {
    const neighbor = The.neighbor(index);
    if (neighbor.state == NEIGHBOR_STATE_FREE) {
      best = index + 1;
      break;
    }
    if (neighbor.first != 0 || neighbor.state == NEIGHBOR_STATE_INCOMPLETE || neighbor.confirmed >= oldest) continue;
    oldest = neighbor.confirmed;
    best = index + 1;
  }
  if (best == 0) return 0;
  const neighbor = The.neighbor(best - 1);
  if (neighbor.state != NEIGHBOR_STATE_FREE) neighborUnlink(The.nic(neighbor.nic), best - 1);
  const nic = The.nic(nicIndex);
  Address.copy(neighbor.addressAt, address, family);
  neighbor.family = family;
  neighbor.nic = nicIndex;
  neighbor.first = 0;
  neighbor.waiting = 0;
  neighbor.tries = 0;
  neighbor.mac = 0;
  neighbor.next = nic.neighbors;
  neighbor.state = NEIGHBOR_STATE_INCOMPLETE;
  nic.neighbors = best;
  return best;
}

/** Own address of the adapter from which a neighbour is asked: the first of the family. @returns 0 when it has none */
export function ownAddress(nic: NicRecord, family: u32): u32 {
  for (let index: u32 = 0; index < nic.addresses; index++) {
    const own = The.address(nic.firstAddress + index);
    if (own.family == family) return own.addressAt;
  }
  return 0;
}

/** Whether `address` is one of the adapter's. */
export function isOwnAddress(nic: NicRecord, family: u32, address: u32): bool {
  let own = changetype<u32>(The.address(nic.firstAddress));
  for (let index: u32 = 0; index < nic.addresses; index++, own += ADDRESS_RECORD_SIZE)
    if (The.address(nic.firstAddress + index).family == family && Address.same(family, own, address)) return true;
  return false;
}

function ask(index: u32, neighbor: Neighbor): void {
  const nic = The.nic(neighbor.nic);
  neighbor.tries = neighbor.tries + 1;
  const own = ownAddress(nic, neighbor.family);
  const known = neighbor.state == NEIGHBOR_STATE_PROBE ? neighbor.mac : 0;
  if (own != 0) {
    const at = neighbor.family == 4 ? arpAsk(nic, own, neighbor.addressAt, known) : ndAsk(nic, own, neighbor.addressAt, known);
    if (at != 0) {
      const host = The.host(nic.host);
      if (neighbor.family == 6) icmpOutCount(host, 6);
      sendCount(nic, host.firstProcessor, 1); // wherever the packet that waits comes from, or a timer: assumed
      nicTransmit(neighbor.nic, changetype<Packet>(at));
    }
  }
  queuePush(queueNow() + The.world().neighborRetry, EVENT_KIND_NEIGHBOR, index, neighbor.tries);
}

function dropUnresolved(nicIndex: u32, family: u32, packet: Packet): void {
  outDiscardCount(The.host(The.nic(nicIndex).host), family);
  trace(TRACE_KIND_DROPPED, nicIndex, DROP_REASON_UNRESOLVED, packet.bytes);
  followDropped(packet, nicIndex, DROP_REASON_UNRESOLVED, FOLLOW_PLACE_NIC);
  packetFree(packet);
}

function dropWaiting(neighbor: Neighbor): void {
  while (neighbor.first != 0) {
    const packet = changetype<Packet>(neighbor.first);
    neighbor.first = packet.next;
    dropUnresolved(neighbor.nic, neighbor.family, packet);
  }
  neighbor.waiting = 0;
}

/** No answer came within the time. @param tries  of which this timer is; a later one voids it */
export function neighborDue(index: u32, tries: u32): void {
  const neighbor = The.neighbor(index);
  const asked = neighbor.state == NEIGHBOR_STATE_INCOMPLETE || neighbor.state == NEIGHBOR_STATE_PROBE;
  if (!asked || neighbor.tries != tries) return;
  if (tries < MOST_TRIES) {
    ask(index, neighbor);
    return;
  }
  echoUnresolved(The.host(The.nic(neighbor.nic).host), neighbor);
  dropWaiting(neighbor);
  neighborUnlink(The.nic(neighbor.nic), index);
  neighbor.state = NEIGHBOR_STATE_FREE;
  if (Base.offloads != 0) neighborLost(index);
}

/** Writes the addresses into a packet and gives it to the adapter. */
function send(nicIndex: u32, packet: Packet, mac: u64): void {
  const own = The.nic(nicIndex).mac;
  packet.destinationMac = mac;
  packet.sourceMac = own;
  if (packet.kind == PACKET_KIND_BYTES) {
    store<u32>(packet.frame, <u32>mac);
    store<u16>(packet.frame, <u16>(mac >> 32), 4);
    store<u32>(packet.frame, <u32>own, 6);
    store<u16>(packet.frame, <u16>(own >> 32), 10);
  }
  nicTransmit(nicIndex, packet);
}

/** The record that a packet goes by, plus 1; remembered in its socket. 0: no room for one. */
function neighborOf(nicIndex: u32, packet: Packet): u32 {
  const s = Segment.of(packet);
  if (packet.socket != 0) {
    const socket = The.socket(packet.socket - 1);
    const known = socket.neighbor;
    if (known != 0) {
      const neighbor = The.neighbor(known - 1);
      const isIt = neighbor.nic == nicIndex && neighbor.state != NEIGHBOR_STATE_FREE && neighbor.family == s.family;
      if (isIt && Address.same(s.family, neighbor.addressAt, s.destinationAt)) return known;
    }
  }
  let index = neighborFind(The.nic(nicIndex), s.family, s.destinationAt);
  if (index == 0) index = neighborTake(nicIndex, s.family, s.destinationAt);
  if (packet.socket != 0) The.socket(packet.socket - 1).neighbor = index;
  return index;
}

/** Sends a packet to the station of its IP destination, or as it is when its MAC address is known. */
export function neighborSend(nicIndex: u32, packet: Packet): void {
  if (packet.destinationMac != 0) {
    nicTransmit(nicIndex, packet);
    return;
  }
  const index = neighborOf(nicIndex, packet);
  if (index == 0) {
    dropUnresolved(nicIndex, Segment.of(packet).family, packet);
    return;
  }
  const neighbor = The.neighbor(index - 1);
  if (neighbor.state != NEIGHBOR_STATE_INCOMPLETE) {
    const isOld = queueNow() - neighbor.confirmed > The.world().neighborReachable;
    if (isOld && neighbor.state == NEIGHBOR_STATE_REACHABLE) neighbor.state = NEIGHBOR_STATE_STALE;
    const mac = neighbor.mac;
    if (neighbor.state == NEIGHBOR_STATE_STALE) {
      neighbor.state = NEIGHBOR_STATE_PROBE;
      neighbor.tries = 0;
      ask(index - 1, neighbor);
    }
    if (packet.flags & PACKET_FLAG_FOLLOWED) followNeighbor(nicIndex, false);
    send(nicIndex, packet, mac);
    return;
  }
  if (packet.flags & PACKET_FLAG_FOLLOWED) followNeighbor(nicIndex, true);
  wait(neighbor, packet);
  if (neighbor.tries == 0) ask(index - 1, neighbor);
}

/** RFC 4861 section 7.2.2: a few packets wait; when there are too many the oldest goes. */
function wait(neighbor: Neighbor, packet: Packet): void {
  if (neighbor.waiting == NEIGHBOR_QUEUE) {
    const oldest = changetype<Packet>(neighbor.first);
    neighbor.first = oldest.next;
    neighbor.waiting = neighbor.waiting - 1;
    dropUnresolved(neighbor.nic, neighbor.family, oldest);
  }
  packet.next = 0;
  neighbor.waiting = neighbor.waiting + 1;
  if (neighbor.first == 0) {
    neighbor.first = changetype<u32>(packet);
    return;
  }
  let last = changetype<Packet>(neighbor.first);
  while (last.next != 0) last = changetype<Packet>(last.next);
  last.next = changetype<u32>(packet);
}

/**
 * A station said where an address is.
 * @param create  make a record where there is none: it asked for us, so we will answer it (RFC 826, RFC 4861 section 7.2.3)
 */
export function neighborLearn(nicIndex: u32, family: u32, address: u32, mac: u64, create: bool): void {
  if (mac == 0 || mac & 1 || mac == BROADCAST) return;
  let index = neighborFind(The.nic(nicIndex), family, address);
  if (index == 0) {
    if (!create) return;
    index = neighborTake(nicIndex, family, address);
    if (index == 0) return;
  }
  const neighbor = The.neighbor(index - 1);
  neighbor.mac = mac;
  neighbor.state = NEIGHBOR_STATE_REACHABLE;
  neighbor.confirmed = queueNow();
  neighbor.tries = 0;
  while (neighbor.first != 0) {
    const packet = changetype<Packet>(neighbor.first);
    neighbor.first = packet.next;
    neighbor.waiting = neighbor.waiting - 1;
    send(nicIndex, packet, mac);
  }
}

/** A packet came from the neighbour that a socket sends to. */
export function neighborConfirm(index: u32): void {
  if (index == 0) return;
  const neighbor = The.neighbor(index - 1);
  if (neighbor.state == NEIGHBOR_STATE_REACHABLE) neighbor.confirmed = queueNow();
}

/** An adapter forgets its neighbours, and what waits for them. */
export function neighborsForget(nicIndex: u32): void {
  const nic = The.nic(nicIndex);
  while (nic.neighbors != 0) {
    const neighbor = The.neighbor(nic.neighbors - 1);
    nic.neighbors = neighbor.next;
    dropWaiting(neighbor);
    neighbor.state = NEIGHBOR_STATE_FREE;
  }
}
