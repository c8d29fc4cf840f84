// The names that a person reads for a flow: endpoints, protocol, and the tunnel that it looks like.
// Sources: IANA "Protocol Numbers", IANA "Service Name and Transport Protocol Port Number Registry", IEEE EtherTypes.
// Leaves out: tunnels without a fixed number or port (WireGuard, for one), which would be guesses.

import { FlowLayout, L3, limits, Trait } from '../abi/abi.gen.ts';
import { type Address, endpointText } from './addresses.ts';
import type { FlowColumns } from './types.ts';

/** Bytes of one flow in FlowColumns.identity: the fields of the Flow record before `ex`. */
export const IDENTITY_BYTES = FlowLayout.ex;

/** Destination and source MAC of a flow. */
export const MAC_PAIR_BYTES = 12;

const IP_PROTOCOLS: Readonly<Record<number, string>> = {
  0: 'hop-by-hop options',
  1: 'ICMP',
  2: 'IGMP',
  4: 'IPIP',
  6: 'TCP',
  17: 'UDP',
  33: 'DCCP',
  41: '6in4',
  43: 'IPv6 routing',
  44: 'IPv6 fragment',
  46: 'RSVP',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  58: 'ICMPv6',
  59: 'no next header',
  60: 'destination options',
  88: 'EIGRP',
  89: 'OSPF',
  97: 'EtherIP',
  103: 'PIM',
  112: 'VRRP',
  115: 'L2TP',
  132: 'SCTP',
  136: 'UDP-Lite',
  137: 'MPLS-in-IP',
};

const ETHERTYPES: Readonly<Record<number, string>> = {
  0x0800: 'IPv4',
  0x0806: 'ARP',
  0x0842: 'Wake-on-LAN',
  0x8035: 'RARP',
  0x8100: '802.1Q',
  0x86dd: 'IPv6',
  0x8808: 'Ethernet flow control',
  0x8809: 'Slow protocols (LACP)',
  0x8847: 'MPLS',
  0x8848: 'MPLS multicast',
  0x8863: 'PPPoE discovery',
  0x8864: 'PPPoE session',
  0x888e: '802.1X',
  0x88a8: '802.1ad',
  0x88cc: 'LLDP',
  0x88e5: 'MACsec',
  0x88f7: 'PTP',
  0x8906: 'FCoE',
  0x8914: 'FCoE initialisation',
};

/** IP protocols that carry other packets; RSS sees their outer addresses only. */
const TUNNEL_PROTOCOLS: Readonly<Record<number, string>> = {
  4: 'IPIP',
  41: '6in4',
  47: 'GRE',
  50: 'ESP',
  51: 'AH',
  97: 'EtherIP',
  115: 'L2TP',
  137: 'MPLS-in-IP',
};

/** UDP ports of tunnels. */
const TUNNEL_UDP_PORTS: Readonly<Record<number, string>> = {
  1701: 'L2TP',
  2152: 'GTP-U',
  3544: 'Teredo',
  4500: 'IPsec NAT traversal',
  4754: 'GRE-in-UDP',
  4789: 'VXLAN',
  6081: 'Geneve',
};

const PROTO_UDP = 17;

const u16 = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!;
const u16le = (bytes: Uint8Array, at: number) => bytes[at]! | (bytes[at + 1]! << 8);

/** A port without taking the whole identity apart; -1 where the ports were not read. */
export function portOf({ identity }: FlowColumns, index: number, end: 'source' | 'destination'): number {
  const at = index * IDENTITY_BYTES;
  if (!(u16le(identity, at + FlowLayout.keyTraits) & Trait.Ports)) return -1;
  const addresses = identity[at + FlowLayout.l3] === L3.IPv4 ? 8 : 32;
  return u16(identity, at + addresses + (end === 'source' ? 0 : 2));
}

/** "TCP", "ICMP", or "IP protocol 200". */
export function ipProtocolName(proto: number): string {
  return IP_PROTOCOLS[proto] ?? `IP protocol ${proto}`;
}

/** "ARP", "LLDP", or "EtherType 0x1234". */
export function etherTypeName(ethertype: number): string {
  return ETHERTYPES[ethertype] ?? `EtherType 0x${ethertype.toString(16).padStart(4, '0')}`;
}

/** The tunnel that an IP packet looks like, by its protocol or its UDP ports (destination first), or null. */
export function tunnelName(proto: number, sourcePort: number | null, destinationPort: number | null): string | null {
  const byProtocol = TUNNEL_PROTOCOLS[proto];
  if (byProtocol) return byProtocol;
  if (proto !== PROTO_UDP) return null;
  return TUNNEL_UDP_PORTS[destinationPort ?? -1] ?? TUNNEL_UDP_PORTS[sourcePort ?? -1] ?? null;
}

/** The identity of one flow, taken apart. */
export interface FlowIdentity {
  source: Address;
  destination: Address;
  /** Null where the ports were not read: no ports, fragments, cut frames. */
  sourcePort: number | null;
  destinationPort: number | null;
  proto: number;
  l3: number;
  /** Low byte of the traits. */
  keyTraits: number;
  ethertype: number;
  vlan: number | null;
  iface: number;
  link: number;
}

/** @param index 0 .. flows.count - 1 */
export function flowIdentity(flows: FlowColumns, index: number): FlowIdentity {
  const at = index * IDENTITY_BYTES;
  const identity = flows.identity.subarray(at, at + IDENTITY_BYTES);
  const l3 = identity[FlowLayout.l3]!;
  const keyTraits = u16le(identity, FlowLayout.keyTraits);
  const vlan = u16le(identity, FlowLayout.vlan);
  const isIp = l3 === L3.IPv4 || l3 === L3.IPv6;
  const family = l3 === L3.IPv4 ? 'ipv4' : l3 === L3.IPv6 ? 'ipv6' : 'mac';
  const size = { ipv4: 4, ipv6: 16, mac: 6 }[family];
  const first: Address = { family, bytes: identity.subarray(0, size) };
  const second: Address = { family, bytes: identity.subarray(size, size * 2) };
  const hasPorts = isIp && (keyTraits & Trait.Ports) !== 0;
  return {
    source: isIp ? first : second,
    destination: isIp ? second : first,
    sourcePort: hasPorts ? u16(identity, size * 2) : null,
    destinationPort: hasPorts ? u16(identity, size * 2 + 2) : null,
    proto: identity[FlowLayout.proto]!,
    l3,
    keyTraits,
    ethertype: u16le(identity, FlowLayout.ethertype),
    vlan: vlan === limits.NoVlan ? null : vlan,
    iface: u16le(identity, FlowLayout.iface),
    link: identity[FlowLayout.link]!,
  };
}

/** "TCP", "IPv4 fragment (UDP)", "ARP", "802.3 LLC", "EtherType 0x88cc". */
export function protocolText(identity: FlowIdentity): string {
  switch (identity.l3) {
    case L3.IPv4:
    case L3.IPv6: {
      const name = ipProtocolName(identity.proto);
      return identity.keyTraits & Trait.Fragment ? `${identity.l3 === L3.IPv4 ? 'IPv4' : 'IPv6'} fragment (${name})` : name;
    }
    case L3.Arp:
      return 'ARP';
    case L3.Llc:
      return '802.3 LLC';
    default:
      return identity.ethertype ? etherTypeName(identity.ethertype) : 'not IP';
  }
}

export function flowTunnel(identity: FlowIdentity): string | null {
  return identity.l3 === L3.IPv4 || identity.l3 === L3.IPv6
    ? tunnelName(identity.proto, identity.sourcePort, identity.destinationPort)
    : null;
}

/** "192.0.2.7:5001 → 192.0.2.10:445" */
export function flowText(identity: FlowIdentity): string {
  return `${endpointText(identity.source, identity.sourcePort)} → ${endpointText(identity.destination, identity.destinationPort)}`;
}
