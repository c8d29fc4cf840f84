// Network statistics of a host, as netstat -s and -e and the TCP and IP performance counters have them, read from its world's memory.
// What adapters count for connections that they hold is part of it. What no emulated host does (forwarding, fragments) is 0 because nothing makes it.

import {
  FamilyCountersLayout,
  readFamilyCounters,
  readHostRecord,
  readNicCounters,
  readNicRecord,
  readOffloadTarget,
  readTcpStack,
  SocketLayout,
  SocketState,
  TcpConnectionLayout,
  TcpState,
  WorldLayout,
} from '../abi/abi.gen.ts';
import type { FamilyStatistics, InterfaceStatistics, Statistics, TcpStatistics } from '../console/state-statistics.ts';
import { holdsConnections, readOffloadCounts } from './chimney-read.ts';
import type { CoreExports } from './core.ts';

/** Addresses of a part of a world that tells about one host. */
export interface HostPlace {
  core: CoreExports;
  host: number;
  /** Of the world: its first adapter, and how many it has. */
  firstNic: number;
  nics: number;
}

type Family = 4 | 6;

/** Connections of a host that are established, or closed by the peer only: RFC 4022, tcpCurrEstab. */
function establishedCount({ core, host }: HostPlace, family: Family): number {
  const view = new DataView(core.memory.buffer);
  const sockets = view.getUint32(core.worldAt() + WorldLayout.sockets, true);
  const firstSocket = core.socketAt(0);
  let count = 0;
  for (let id = 0; id < sockets; id++) {
    const socket = firstSocket + id * SocketLayout.size;
    if (view.getUint8(socket + SocketLayout.state) !== SocketState.Tcp || view.getUint16(socket + SocketLayout.host, true) !== host)
      continue;
    const connection = core.connectionAt(id);
    const state = view.getUint8(connection + TcpConnectionLayout.state);
    if (state !== TcpState.Established && state !== TcpState.CloseWait) continue;
    if (view.getUint8(connection + TcpConnectionLayout.family) === family) count++;
  }
  return count;
}

/** What adapters of a host count of connections that they hold: the host adds it to its own. DDI TCP_OFFLOAD_STATS, IP_OFFLOAD_STATS. */
function offloadedBy({ core, firstNic, nics }: HostPlace, family: Family) {
  const all = Array.from({ length: nics }, (_, nic) => readOffloadCounts(core, firstNic + nic, family)).filter((counts) => counts !== null);
  return {
    tcp: (name: keyof (typeof all)[number]['tcp']): number => all.reduce((sum, { tcp }) => sum + tcp[name], 0),
    ip: (name: keyof (typeof all)[number]['ip']): number => all.reduce((sum, { ip }) => sum + ip[name], 0),
  };
}

/** The stack counts both families together, and IPv6 alone. */
function tcpOf(place: HostPlace, family: Family, offloaded: ReturnType<typeof offloadedBy>): TcpStatistics {
  const { buffer } = place.core.memory;
  const stack = readTcpStack(buffer, readHostRecord(buffer, place.core.hostAt(place.host)).stack);
  const one = (both: bigint, six: bigint) => Number(family === 6 ? six : both - six);
  return {
    activeOpens: one(stack.activeOpens, stack.activeOpens6),
    passiveOpens: one(stack.passiveOpens, stack.passiveOpens6),
    attemptFails: one(stack.attemptFails, stack.attemptFails6),
    establishedResets: one(stack.establishedResets, stack.establishedResets6) + offloaded.tcp('resetEstablished'),
    currentlyEstablished: establishedCount(place, family),
    segmentsIn: one(stack.segmentsIn, stack.segmentsIn6) + offloaded.tcp('inSegments'),
    segmentsOut: one(stack.segmentsOut, stack.segmentsOut6) + offloaded.tcp('outSegments'),
    segmentsRetransmitted: one(stack.segmentsRetransmitted, stack.segmentsRetransmitted6) + offloaded.tcp('retransmittedSegments'),
  };
}

const neverMade = {
  forwarded: 0,
  routingDiscards: 0,
  reassemblyRequired: 0,
  reassembled: 0,
  reassemblyFailures: 0,
  fragmented: 0,
  fragmentFailures: 0,
  fragmentsCreated: 0,
};

export function familyStatistics(place: HostPlace, family: Family): FamilyStatistics {
  const { buffer } = place.core.memory;
  const { counters } = readHostRecord(buffer, place.core.hostAt(place.host));
  const record = readFamilyCounters(buffer, counters + (family === 6 ? FamilyCountersLayout.size : 0));
  const number = (field: keyof typeof record) => Number(record[field]);
  const offloaded = offloadedBy(place, family);
  const whole = (field: Parameters<typeof offloaded.ip>[0] & keyof typeof record) => number(field) + offloaded.ip(field);
  const both = (received: keyof typeof record, sent: keyof typeof record) => ({ received: number(received), sent: number(sent) });
  return {
    ip: {
      ...neverMade,
      inReceives: whole('inReceives'),
      inHeaderErrors: whole('inHeaderErrors'),
      inAddressErrors: number('inAddressErrors'),
      inUnknownProtocols: number('inUnknownProtocols'),
      inDiscards: whole('inDiscards'),
      inDelivers: whole('inDelivers'),
      outRequests: whole('outRequests'),
      outDiscards: whole('outDiscards'),
      outNoRoutes: whole('outNoRoutes'),
    },
    icmp: {
      messages: both('icmpIn', 'icmpOut'),
      errors: { received: number('icmpInErrors'), sent: 0 },
      destinationUnreachable: both('icmpInUnreachable', 'icmpOutUnreachable'),
      echos: both('icmpInEchos', 'icmpOutEchos'),
      echoReplies: both('icmpInReplies', 'icmpOutReplies'),
    },
    tcp: tcpOf(place, family, offloaded),
    udp: {
      datagramsIn: number('udpIn'),
      noPorts: number('udpNoPorts'),
      inErrors: number('udpErrors'),
      datagramsOut: number('udpOut'),
    },
  };
}

/** Of what an adapter kept for connections, its host’s and those of virtual machines: those that its engine dropped are discarded, those that went on to the host count there. */
function keptBy(core: CoreExports, nic: number): { frames: number; bytes: number; discards: number } {
  if (!holdsConnections(core, nic)) return { frames: 0, bytes: 0, discards: 0 };
  const { taken, takenBytes, passedUp, unkeptBytes, discards } = readOffloadTarget(core.memory.buffer, core.offloadTargetAt(nic));
  return { frames: Number(taken - passedUp - discards), bytes: Number(takenBytes - unkeptBytes), discards: Number(discards) };
}

/** Counts of one adapter (RFC 2863). What leaves it is counted as it is on the cable: a large send by its segments. */
export function nicStatistics(core: CoreExports, nic: number): InterfaceStatistics {
  const { buffer } = core.memory;
  const record = readNicRecord(buffer, core.nicAt(nic));
  const counters = readNicCounters(buffer, record.counters);
  const kept = keptBy(core, nic);
  return {
    bytes: { received: Number(record.receivedBytes) + kept.bytes, sent: Number(record.sentBytes) },
    unicastPackets: {
      received: Number(record.received - counters.groupIn) + kept.frames,
      sent: Number(record.sentFrames - counters.groupOut),
    },
    otherPackets: { received: Number(counters.groupIn), sent: Number(counters.groupOut) },
    discards: { received: Number(record.noBuffer) + kept.discards, sent: Number(record.noCable + record.noMemory) },
    errors: { received: Number(record.crcErrors + record.tooLong), sent: 0 },
    unknownProtocols: Number(counters.unknownProtocols),
  };
}

const inOut = (parts: readonly { received: number; sent: number }[]) => ({
  received: parts.reduce((sum, { received }) => sum + received, 0),
  sent: parts.reduce((sum, { sent }) => sum + sent, 0),
});

function allTogether(parts: readonly InterfaceStatistics[]): InterfaceStatistics {
  return {
    bytes: inOut(parts.map(({ bytes }) => bytes)),
    unicastPackets: inOut(parts.map(({ unicastPackets }) => unicastPackets)),
    otherPackets: inOut(parts.map(({ otherPackets }) => otherPackets)),
    discards: inOut(parts.map(({ discards }) => discards)),
    errors: inOut(parts.map(({ errors }) => errors)),
    unknownProtocols: parts.reduce((sum, { unknownProtocols }) => sum + unknownProtocols, 0),
  };
}

export function hostStatistics(place: HostPlace, hasIpv6: boolean): Statistics {
  return {
    ipv4: familyStatistics(place, 4),
    ipv6: hasIpv6 ? familyStatistics(place, 6) : null,
    interfaces: allTogether(Array.from({ length: place.nics }, (_, nic) => nicStatistics(place.core, place.firstNic + nic))),
  };
}
