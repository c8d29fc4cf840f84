// Which host is looked at, and so which frames its adapter receives: RSS works on received frames only.
// Evidence for "auto", best first:
//   1. the capture recorded the direction of most packets (pcapng flags, Linux cooked): the receiving host;
//   2. traffic: the address that takes part in most packets. Addresses within TIE of the top are told apart by who accepts the
//      connections (destination of SYN, source of SYN+ACK), then by who uses the lower port, then by the number of
//      peers, then by packets received.
// Leaves out: hosts with several MACs (teams), which count as several hosts; pick their addresses by hand.

import { Trait } from '../abi/abi.gen.ts';
import { type Choice, chooseByUser } from './host-choice.ts';
import { portOf } from './flow-text.ts';
import { heaviest } from './heaviest.ts';
import { buildHostTable, countLowPorts, HOST_ADDRESSES, hostAddresses, type HostTable, ownMac } from './host-table.ts';
import { Direction, type FlowColumns, type HostCandidate, type ServerChoice, type ServerFinding } from './types.ts';
import { flowsOfInterface, listInterfaces } from './interfaces.ts';
import { counted, listed, percent } from './wording.ts';

/**
 * Addresses with at least this fraction of the top one's packets count as equally busy.
 * Assumed: 2 % is room for the ARP, DNS and other small talk of one end of a two-host capture.
 */
const TIE = 0.98;
const MAX_CANDIDATES = 20;

export interface FoundServer {
  finding: ServerFinding;
  /** Direction of each flow. */
  mask: Uint8Array;
}

/** Addresses that can be a host: the busiest first. A MAC counts only where no IP address is known for it. */
function busiest(hosts: HostTable, weights: Float64Array, most: number): number[] {
  const able = new Uint32Array(hosts.table.size);
  let count = 0;
  for (let id = 0; id < hosts.table.size; id++)
    if (weights[id]! > 0 && !hosts.table.isGroup(id) && !(hosts.table.isMac(id) && hosts.addressesOf.has(id))) able[count++] = id;
  return Array.from(heaviest(able.subarray(0, count), weights, most));
}

function listCandidates(hosts: HostTable): HostCandidate[] {
  const seen = new Set<number>();
  const candidates: HostCandidate[] = [];
  for (const id of busiest(hosts, hosts.packets, MAX_CANDIDATES * HOST_ADDRESSES)) {
    if (seen.has(id) || candidates.length === MAX_CANDIDATES) continue;
    const addresses = hostAddresses(hosts, id);
    for (const address of addresses) seen.add(address);
    const mac = ownMac(hosts, id);
    const ends = mac < 0 || addresses.includes(mac) ? addresses : [...addresses, mac];
    const sum = (of: ArrayLike<number>) => ends.reduce((total, end) => total + of[end]!, 0);
    candidates.push({
      addresses: addresses.map((address) => hosts.table.text(address)),
      mac: mac < 0 ? null : hosts.table.text(mac),
      share: hosts.totalPackets ? Math.min(1, sum(hosts.packets) / hosts.totalPackets) : 0,
      packetsIn: sum(hosts.packetsIn),
      packetsOut: sum(hosts.packetsOut),
      peers: sum(hosts.peers),
    });
  }
  return candidates.sort((a, b) => b.share - a.share);
}

/** The receiving host, when the capture recorded the direction of more than half of its packets. */
function chooseByDirection(flows: FlowColumns, hosts: HostTable): Choice | null {
  const score = new Float64Array(hosts.table.size);
  let recorded = 0;
  for (let flow = 0; flow < flows.count; flow++) {
    const direction = flows.traits[flow]! & (Trait.Inbound | Trait.Outbound);
    if (!direction) continue;
    const packets = flows.packets[flow]!;
    recorded += packets;
    const sign = direction & Trait.Inbound ? packets : -packets;
    score[hosts.destination[flow]!]! += sign;
    score[hosts.source[flow]!]! -= sign;
  }
  if (recorded * 2 <= hosts.totalPackets) return null;
  const addresses = busiest(hosts, score, HOST_ADDRESSES);
  const where = addresses.length
    ? `${listed(addresses.map((id) => hosts.table.text(id)))} ${addresses.length === 1 ? 'is' : 'are'} where it was taken`
    : 'no single host stands out';
  return {
    addresses,
    macs: [],
    chosenBy: 'recorded-direction',
    because: `The capture recorded the direction of ${percent(recorded / hosts.totalPackets)} of its packets; ${where}.`,
  };
}

/** The server port of most connections that `server` accepted, or null. */
function acceptingPort(flows: FlowColumns, hosts: HostTable, server: ReadonlySet<number>): number | null {
  const ports = new Map<number, number>();
  for (let flow = 0; flow < flows.count; flow++) {
    const syn = flows.synFlags[flow]!;
    const toServer = (syn & 1) !== 0 && server.has(hosts.destination[flow]!);
    const fromServer = (syn & 2) !== 0 && server.has(hosts.source[flow]!);
    if (!toServer && !fromServer) continue;
    const port = portOf(flows, flow, toServer ? 'destination' : 'source');
    if (port >= 0) ports.set(port, (ports.get(port) ?? 0) + 1);
  }
  let most: number | null = null;
  for (const [port, times] of ports) if (most === null || times > ports.get(most)!) most = port;
  return most;
}

function chooseByTraffic(flows: FlowColumns, hosts: HostTable): Choice {
  const ranked = busiest(hosts, hosts.packets, 64);
  const top = ranked[0];
  if (top === undefined) return { addresses: [], macs: [], chosenBy: 'traffic', because: 'No frame of this capture names a host.' };
  const contenders = ranked.filter((id) => hosts.packets[id]! >= hosts.packets[top]! * TIE);
  if (contenders.length > 1) countLowPorts(flows, hosts, new Set(contenders));
  contenders.sort(
    (a, b) =>
      hosts.listening[b]! - hosts.listening[a]! ||
      hosts.lowPort[b]! - hosts.lowPort[a]! ||
      hosts.peers[b]! - hosts.peers[a]! ||
      hosts.packetsIn[b]! - hosts.packetsIn[a]! ||
      hosts.packets[b]! - hosts.packets[a]! ||
      a - b,
  );
  const [server, rival] = contenders as [number, ...number[]];
  const addresses = hostAddresses(hosts, server);
  const names = listed(addresses.map((id) => hosts.table.text(id)));
  const packets = addresses.reduce((sum, id) => sum + hosts.packets[id]!, 0);
  const share = percent(Math.min(1, packets / hosts.totalPackets));
  const verbs =
    addresses.length > 1 ? { take: 'take', accept: 'accept', talk: 'talk' } : { take: 'takes', accept: 'accepts', talk: 'talks' };
  return {
    addresses,
    macs: [],
    chosenBy: 'traffic',
    because: `${names} ${verbs.take} part in ${share} of the packets${evidence()}.`,
  };

  function evidence(): string {
    if (hosts.listening[server]! > 0) {
      const port = acceptingPort(flows, hosts, new Set(addresses));
      return ` and ${verbs.accept} the connections${port === null ? '' : ` (SYN to port ${port})`}`;
    }
    if (rival === undefined) return hosts.peers[server]! > 1 ? ` and ${verbs.talk} to ${counted(hosts.peers[server]!, 'host')}` : '';
    const name = hosts.table.text(rival);
    if (hosts.lowPort[server]! > hosts.lowPort[rival]!) return `, at the lower port in most of them`;
    if (hosts.peers[server]! > hosts.peers[rival]!) return ` and ${verbs.talk} to more hosts than ${name}`;
    if (hosts.packetsIn[server]! > hosts.packetsIn[rival]!) return `, more of them as receiver than ${name}`;
    return `, as does ${name}; nothing tells which is the server`;
  }
}

const everything = (): Choice => ({
  addresses: [],
  macs: [],
  chosenBy: 'all',
  because: 'Every frame counts as received, as on a mirror port or a router.',
});

function markDirections(flows: FlowColumns, hosts: HostTable, choice: Choice): Uint8Array {
  const mask = new Uint8Array(flows.count);
  if (choice.chosenBy === 'all') return mask.fill(Direction.Ingress);
  const isServer = new Uint8Array(hosts.table.size);
  for (const address of choice.addresses) {
    isServer[address] = 1;
    const mac = ownMac(hosts, address);
    if (mac >= 0) isServer[mac] = 1;
  }
  const isServerMac = new Uint8Array(hosts.table.size);
  for (const mac of choice.macs) isServerMac[mac] = 1;
  for (let flow = 0; flow < flows.count; flow++) {
    const traits = flows.traits[flow]!;
    const to = hosts.destination[flow]!;
    if (choice.chosenBy === 'recorded-direction' && traits & (Trait.Inbound | Trait.Outbound))
      mask[flow] = traits & Trait.Inbound ? Direction.Ingress : Direction.Egress;
    else if (isServer[to] || isServerMac[hosts.destinationMac[flow]!]) mask[flow] = Direction.Ingress;
    else if (isServer[hosts.source[flow]!] || isServerMac[hosts.sourceMac[flow]!]) mask[flow] = Direction.Egress;
    else if (traits & Trait.Group || hosts.table.isGroup(to)) mask[flow] = Direction.Ingress;
  }
  return mask;
}

/**
 * Finds the server and the direction of every flow.
 * Costs a pass over all flows: keep the result until the capture or the choice changes.
 * @throws Error with a message for people when a chosen address is unreadable or does not occur
 */
export function findServer(flows: FlowColumns, choice: ServerChoice): FoundServer {
  const interfaces = listInterfaces(flows);
  const iface = choice.iface ?? (interfaces.length > 1 ? interfaces[0]!.index : 'every');
  if (iface === 'every') {
    const { finding, mask } = findAmong(flows, choice);
    return { finding: { ...finding, interfaces, iface }, mask };
  }
  if (!interfaces.some(({ index }) => index === iface))
    throw new Error(
      `No frame of this capture came from interface ${iface}; it has ${listed(interfaces.map(({ index }) => String(index)))}.`,
    );
  const part = flowsOfInterface(flows, iface);
  const found = findAmong(part.flows, choice);
  const mask = new Uint8Array(flows.count).fill(Direction.Other);
  for (const [at, flow] of part.numbers.entries()) mask[flow] = found.mask[at]!;
  return { finding: { ...found.finding, interfaces, iface }, mask };
}

interface FoundAmong {
  finding: Omit<ServerFinding, 'interfaces' | 'iface'>;
  mask: Uint8Array;
}

/** The same among flows that belong together. */
function findAmong(flows: FlowColumns, choice: ServerChoice): FoundAmong {
  const hosts = buildHostTable(flows);
  const chosen =
    choice.kind === 'all'
      ? everything()
      : choice.kind === 'addresses'
        ? chooseByUser(hosts, choice.addresses)
        : (chooseByDirection(flows, hosts) ?? chooseByTraffic(flows, hosts));
  const mask = markDirections(flows, hosts, chosen);
  const finding: FoundAmong['finding'] = {
    addresses: chosen.addresses.map((id) => hosts.table.text(id)),
    because: chosen.because,
    chosenBy: chosen.chosenBy,
    candidates: listCandidates(hosts),
    ingressPackets: 0,
    ingressBytes: 0,
    egressPackets: 0,
    otherPackets: 0,
  };
  for (let flow = 0; flow < flows.count; flow++) {
    const packets = flows.packets[flow]!;
    if (mask[flow] === Direction.Ingress) {
      finding.ingressPackets += packets;
      finding.ingressBytes += flows.bytes[flow]!;
    } else if (mask[flow] === Direction.Egress) finding.egressPackets += packets;
    else finding.otherPackets += packets;
  }
  return { finding, mask };
}
