// Totals of every address in a capture, and which addresses belong to one host.
// Assumed: a MAC is one host's own when it carries at most HOST_ADDRESSES addresses, all its IPv4 addresses in one /24 and all its
// global IPv6 addresses in one /64; otherwise it is taken for a router's, which carries the addresses of others.

import { Trait } from '../abi/abi.gen.ts';
import { type FlowEnds, numberAddresses, PairSet } from './address-table.ts';
import { portOf } from './flow-text.ts';
import type { FlowColumns } from './types.ts';

/** More addresses than this on one MAC are a router's. */
export const HOST_ADDRESSES = 16;

export interface HostTable extends FlowEnds {
  totalPackets: number;
  /** By address number. */
  packetsIn: Float64Array;
  packetsOut: Float64Array;
  /** Packets in which the address takes part, a frame to itself counted once. */
  packets: Float64Array;
  peers: Uint32Array;
  /** Connections accepted minus connections opened, by the SYNs seen. */
  listening: Float64Array;
  /** Packets exchanged at the lower port minus at the higher one. */
  lowPort: Float64Array;
  /** The MAC that the address was seen with, or -1 when there is none or more than one. */
  macOf: Int32Array;
  /** Addresses (not MACs) that were seen with a MAC; only up to HOST_ADDRESSES + 1 are kept. */
  addressesOf: Map<number, number[]>;
}

const MANY = -2;

export function buildHostTable(flows: FlowColumns): HostTable {
  const ends = numberAddresses(flows);
  const { table, source, destination, sourceMac, destinationMac, zeroMac } = ends;
  const totals = () => new Float64Array(table.size);
  const hosts: HostTable = {
    ...ends,
    totalPackets: 0,
    packetsIn: totals(),
    packetsOut: totals(),
    packets: totals(),
    peers: new Uint32Array(table.size),
    listening: totals(),
    lowPort: totals(),
    macOf: new Int32Array(table.size).fill(-1),
    addressesOf: new Map(),
  };
  const pairs = new PairSet();
  const bindings = new PairSet();

  const bind = (address: number, mac: number) => {
    if (hosts.macOf[address] === mac || mac === zeroMac || table.isMac(address) || table.isGroup(address) || !bindings.add(address, mac))
      return;
    hosts.macOf[address] = hosts.macOf[address] === -1 ? mac : MANY;
    const known = hosts.addressesOf.get(mac);
    if (!known) hosts.addressesOf.set(mac, [address]);
    else if (known.length <= HOST_ADDRESSES) known.push(address);
  };

  for (let flow = 0; flow < flows.count; flow++) {
    const from = source[flow]!;
    const to = destination[flow]!;
    const packets = flows.packets[flow]!;
    hosts.totalPackets += packets;
    hosts.packetsOut[from]! += packets;
    hosts.packetsIn[to]! += packets;
    hosts.packets[from]! += packets;
    if (from !== to) {
      hosts.packets[to]! += packets;
      if (pairs.add(Math.min(from, to), Math.max(from, to))) {
        hosts.peers[from]!++;
        hosts.peers[to]!++;
      }
    }
    const syn = flows.synFlags[flow]!;
    if (syn) {
      const accepts = (syn & 1) - ((syn >> 1) & 1);
      hosts.listening[to]! += accepts;
      hosts.listening[from]! -= accepts;
    }
    bind(from, sourceMac[flow]!);
    if (!(flows.traits[flow]! & Trait.Group)) bind(to, destinationMac[flow]!);
  }
  return hosts;
}

/** Fills `lowPort` for the addresses given; asked for only when the SYNs leave a tie. */
export function countLowPorts(flows: FlowColumns, hosts: HostTable, among: ReadonlySet<number>): void {
  for (let flow = 0; flow < flows.count; flow++) {
    const from = hosts.source[flow]!;
    const to = hosts.destination[flow]!;
    if (!among.has(from) && !among.has(to)) continue;
    const sourcePort = portOf(flows, flow, 'source');
    const destinationPort = portOf(flows, flow, 'destination');
    if (sourcePort < 0 || sourcePort === destinationPort) continue;
    const [low, high] = sourcePort < destinationPort ? [from, to] : [to, from];
    hosts.lowPort[low]! += flows.packets[flow]!;
    hosts.lowPort[high]! -= flows.packets[flow]!;
  }
}

/** The MAC that is this address's own, or -1: unknown, or a router's. */
export function ownMac(hosts: HostTable, address: number): number {
  const mac = hosts.table.isMac(address) ? address : hosts.macOf[address]!;
  if (mac < 0) return -1;
  const addresses = hosts.addressesOf.get(mac) ?? [];
  if (addresses.length > HOST_ADDRESSES) return -1;
  const nets = new Map<string, string>();
  for (const other of addresses) {
    if (hosts.macOf[other] !== mac) return -1;
    const { family, bytes } = hosts.table.address(other);
    const isLinkLocal = family === 'ipv6' && bytes[0] === 0xfe && (bytes[1]! & 0xc0) === 0x80;
    if (isLinkLocal) continue;
    const net = bytes.subarray(0, family === 'ipv4' ? 3 : 8).join('.');
    if ((nets.get(family) ?? net) !== net) return -1;
    nets.set(family, net);
  }
  return mac;
}

/** All addresses of the host that has `address`, the busiest first; a MAC stands for itself only where it has no others. */
export function hostAddresses(hosts: HostTable, address: number): number[] {
  const mac = ownMac(hosts, address);
  const others = mac < 0 ? [] : (hosts.addressesOf.get(mac) ?? []);
  const all = others.length ? [...others] : [address];
  return all.sort((a, b) => hosts.packets[b]! - hosts.packets[a]! || a - b);
}
