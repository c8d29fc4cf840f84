// From TCP's ring, or from UDP and ICMP, to the adapter: a packet record for each descriptor, its cost, and the wait for the work item to
// end, since what a processor does takes its time before the adapter hears of it. On an ideal host nothing waits.

import {
  CONTENT_HTTP_OUTSIDE,
  CONTENT_STORE,
  COST_ACK_TX,
  COST_CHECKSUM,
  COST_LSO_PAGE,
  COST_LSO_SEND,
  COST_TX_PKT,
  HostRecord,
  NicRecord,
  PACKET_FLAG_STORED,
  PACKET_KIND_BYTES,
  PACKET_KIND_TCP,
  Packet,
  Socket,
  TCP_FLAG_ACK,
  TCP_SEGMENT_SIZE,
  TRACE_KIND_RETRANSMIT,
  TcpSegment,
  TcpStack,
} from '../abi.gen';
import { blockCopy } from '../block';
import { requestsFlush } from '../chimney/requests';
import { Followed } from '../follow/record';
import { followRequesting, followSend } from '../follow/send';
import { portDeliver } from '../hyperv/forward';
import { portChargeSend } from '../hyperv/port';
import { Offset } from '../net/offset';
import { ETHERNET, List, packetFree, packetTake, packetTakeStored, Segment } from '../net/packet';
import { packetWrite } from '../net/write';
import { neighborSend } from '../net/neighbor';
import { connectionOwner } from './sockets';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost } from '../sim/processor';
import { tcpWriteBytes } from '../tcp/bytes';
import { tcpRingAt, tcpRingCount, tcpRingRelease } from '../tcp/stack';
import { tcpSlices } from '../tcp/slice';
import { outRequestCount, sendCount } from '../world/counters';
import { Base, The } from '../world/state';
import { trace } from '../world/trace';

const PAGE: u32 = 4096;

/** Sends a packet from adapter `nic`, handed down in a call of its own: at once on an ideal host, else when the work item of `processor` ends. */
export function packetOutput(processor: u32, nic: u32, packet: Packet): void {
  sendCount(The.nic(nic), processor, 1);
  packetQueue(processor, nic, packet);
}

/** The same for one of several packets that are handed down in one call. */
function packetQueue(processor: u32, nic: u32, packet: Packet): void {
  packet.nic = nic;
  if (Followed.isWaiting()) followSend(processor, nic, packet);
  if (The.isIdeal(processor)) {
    neighborSend(nic, packet);
    return;
  }
  const list = Offset.output(processor);
  List.append(list, list + 4, packet);
}

/** The work item of a processor has ended: what it sent reaches the adapters, and what it switched the ports. */
export function outputFlush(processor: u32): void {
  const list = Offset.output(processor);
  while (load<u32>(list) != 0) {
    const packet = List.take(list);
    if (packet.port != 0) portDeliver(packet);
    else neighborSend(packet.nic, packet);
  }
  if (Base.posts != 0) requestsFlush(processor);
}

/** Turns a description whose payload may change meanwhile into bytes. @returns the packet, or 0 when there is no room */
function freeze(packet: Packet): u32 {
  const at = packetTakeStored(packet.bytes < 60 ? 60 : packet.bytes);
  if (at != 0) {
    const frozen = changetype<Packet>(at);
    frozen.kind = PACKET_KIND_BYTES;
    frozen.flags = packet.flags | PACKET_FLAG_STORED;
    frozen.bytes = packetWrite(packet, frozen.frame);
    frozen.captured = frozen.bytes;
    frozen.queue = packet.queue;
    frozen.slices = 1;
    frozen.socket = packet.socket;
    blockCopy(frozen.segmentAt, packet.segmentAt, TCP_SEGMENT_SIZE);
  }
  packetFree(packet);
  return at;
}

function chargeSegment(processor: u32, nic: NicRecord, s: TcpSegment, slices: u32): void {
  if (nic.virtualPort != 0) portChargeSend(processor, nic);
  if (slices > 1) {
    chargeCost(processor, COST_LSO_SEND, 1);
    chargeCost(processor, COST_LSO_PAGE, (s.length + PAGE - 1) / PAGE);
    return;
  }
  chargeCost(processor, s.length == 0 && s.flags == TCP_FLAG_ACK ? COST_ACK_TX : COST_TX_PKT, 1);
  if (!nic.checksumOffload) chargeCost(processor, COST_CHECKSUM, s.length);
}

/** The packet of a segment of a connection; 0 when there is no room. @param slices  frames that it becomes */
export function segmentPacket(index: u32, s: TcpSegment, ipId: u32, slices: u32): u32 {
  const socket = The.socket(index);
  const at = packetTake();
  if (at == 0) return 0; // counted; TCP sends it again
  const packet = changetype<Packet>(at);
  blockCopy(at, changetype<u32>(s), TCP_SEGMENT_SIZE);
  Segment.of(packet).ipId = ipId;
  packet.kind = PACKET_KIND_TCP;
  packet.bytes = ETHERNET + tcpWriteBytes(s);
  packet.slices = slices;
  packet.queue = socket.queue;
  packet.socket = index + 1;
  const isVolatile = s.length != 0 && (socket.content == CONTENT_STORE || socket.content == CONTENT_HTTP_OUTSIDE);
  return isVolatile ? freeze(packet) : at;
}

/** Sends a segment that TCP put in its ring. @returns packets: 0 when there is no room */
function segmentOutput(processor: u32, index: u32, s: TcpSegment): u32 {
  const socket = The.socket(index);
  const nicIndex = <u32>socket.nic;
  const slices = tcpSlices(s);
  if (Followed.isWaiting()) followRequesting(processor);
  if (!The.isIdeal(processor)) chargeSegment(processor, The.nic(nicIndex), s, slices);
  // NDIS leaves the lower half of IP identifications to large sends.
  const at = segmentPacket(index, s, slices > 1 ? s.ipId & 0x7fff : s.ipId | 0x8000, slices);
  if (at == 0) return 0;
  packetQueue(processor, nicIndex, changetype<Packet>(at));
  return 1;
}

/**
 * Sends what TCP of a host has put in its ring.
 * @param processor  that did the work, and is charged; limits.NoProcessor on an ideal host
 * @param strayNic   adapter for segments that belong to no connection
 */
export function tcpOutput(host: HostRecord, processor: u32, strayNic: u32): void {
  const stack = changetype<TcpStack>(host.stack);
  const count = tcpRingCount(stack);
  if (count == 0) return;
  let nic = strayNic;
  let packets: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const s = changetype<TcpSegment>(tcpRingAt(stack, i));
    outRequestCount(host, s.family);
    if (s.connection != 0) {
      const index = The.socketOf(s.connection);
      nic = The.socket(index).nic;
      packets += segmentOutput(processor, index, s);
      continue;
    }
    if (!The.isIdeal(processor)) {
      chargeCost(processor, COST_TX_PKT, 1);
      if (The.nic(strayNic).virtualPort != 0) portChargeSend(processor, The.nic(strayNic));
    }
    const at = packetTake();
    if (at == 0) continue;
    const packet = changetype<Packet>(at);
    blockCopy(at, changetype<u32>(s), TCP_SEGMENT_SIZE);
    Segment.of(packet).ipId = s.ipId | 0x8000;
    packet.kind = PACKET_KIND_TCP;
    packet.bytes = ETHERNET + tcpWriteBytes(s);
    packet.slices = 1;
    packetQueue(processor, strayNic, packet);
    packets++;
  }
  // What TCP has put out at once goes down in one call; all of it is of one connection.
  if (packets != 0) sendCount(The.nic(nic), processor, packets);
  tcpRingRelease(stack, count);
}

/** Counts and traces what TCP sent again. @param before  segmentsRetransmitted of the stack before the call */
export function retransmitNote(index: u32, socket: Socket, before: u64): void {
  const stack = changetype<TcpStack>(The.host(socket.host).stack);
  const again = <u32>(stack.segmentsRetransmitted - before);
  if (again == 0) return;
  socket.retransmitted = socket.retransmitted + again;
  trace(TRACE_KIND_RETRANSMIT, index, The.connection(index).sndUna, again);
}

/** The charges that follow are for a connection and its adapter. */
export function ownersOf(index: u32): void {
  ledgerOwners(The.nic(The.socket(index).nic).owner, connectionOwner(index));
}
