// Network statistics of a host, as netstat -s and -e and the TCP and IP performance counters have them, read from its world's memory.
// What no emulated host does (forwarding, fragments) is 0 because nothing makes it.

import {
  FamilyCountersLayout,
  readFamilyCounters,
  readHostRecord,
  readNicCounters,
  readNicRecord,
  readTcpStack,
  SocketLayout,
  SocketState,
  TcpConnectionLayout,
  TcpState,
  WorldLayout,
} from '../abi/abi.gen.ts';
import type { FamilyStatistics, InterfaceStatistics, Statistics, TcpStatistics } from '../console/state-statistics.ts';
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
  const [firstSocket, firstConnection] = [core.socketAt(0), core.connectionAt(0)];
  let count = 0;
  for (let id = 0; id < sockets; id++) {
    const socket = firstSocket + id * SocketLayout.size;
    if (view.getUint8(socket + SocketLayout.state) !== SocketState.Tcp || view.getUint16(socket + SocketLayout.host, true) !== host)
      continue;
    const connection = firstConnection + id * TcpConnectionLayout.size;
    const state = view.getUint8(connection + TcpConnectionLayout.state);
    if (state !== TcpState.Established && state !== TcpState.CloseWait) continue;
    if (view.getUint8(connection + TcpConnectionLayout.family) === family) count++;
  }
  return count;
}

/** The stack counts both families together, and IPv6 alone. */
function tcpOf(place: HostPlace, family: Family): TcpStatistics {
  const { buffer } = place.core.memory;
  const stack = readTcpStack(buffer, readHostRecord(buffer, place.core.hostAt(place.host)).stack);
  const one = (both: bigint, six: bigint) => Number(family === 6 ? six : both - six);
  return {
    activeOpens: one(stack.activeOpens, stack.activeOpens6),
    passiveOpens: one(stack.passiveOpens, stack.passiveOpens6),
    attemptFails: one(stack.attemptFails, stack.attemptFails6),
    establishedResets: one(stack.establishedResets, stack.establishedResets6),
    currentlyEstablished: establishedCount(place, family),
    segmentsIn: one(stack.segmentsIn, stack.segmentsIn6),
    segmentsOut: one(stack.segmentsOut, stack.segmentsOut6),
    segmentsRetransmitted: one(stack.segmentsRetransmitted, stack.segmentsRetransmitted6),
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
  const both = (received: keyof typeof record, sent: keyof typeof record) => ({ received: number(received), sent: number(sent) });
  return {
    ip: {
      ...neverMade,
      inReceives: number('inReceives'),
      inHeaderErrors: number('inHeaderErrors'),
      inAddressErrors: number('inAddressErrors'),
      inUnknownProtocols: number('inUnknownProtocols'),
      inDiscards: number('inDiscards'),
      inDelivers: number('inDelivers'),
      outRequests: number('outRequests'),
      outDiscards: number('outDiscards'),
      outNoRoutes: number('outNoRoutes'),
    },
    icmp: {
      messages: both('icmpIn', 'icmpOut'),
      errors: { received: number('icmpInErrors'), sent: 0 },
      destinationUnreachable: both('icmpInUnreachable', 'icmpOutUnreachable'),
      echos: both('icmpInEchos', 'icmpOutEchos'),
      echoReplies: both('icmpInReplies', 'icmpOutReplies'),
    },
    tcp: tcpOf(place, family),
    udp: {
      datagramsIn: number('udpIn'),
      noPorts: number('udpNoPorts'),
      inErrors: number('udpErrors'),
      datagramsOut: number('udpOut'),
    },
  };
}

/** Counts of one adapter (RFC 2863). What leaves it is counted as it is on the cable: a large send by its segments. */
export function nicStatistics(core: CoreExports, nic: number): InterfaceStatistics {
  const { buffer } = core.memory;
  const record = readNicRecord(buffer, core.nicAt(nic));
  const counters = readNicCounters(buffer, record.counters);
  return {
    bytes: { received: Number(record.receivedBytes), sent: Number(record.sentBytes) },
    unicastPackets: { received: Number(record.received - counters.groupIn), sent: Number(record.sentFrames - counters.groupOut) },
    otherPackets: { received: Number(counters.groupIn), sent: Number(counters.groupOut) },
    discards: { received: Number(record.noBuffer), sent: Number(record.noCable + record.noMemory) },
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
