// Reference choice of the RSS hash type, hash and queue of a parsed frame.
// Source: windows-driver-docs, "RSS hashing types"; the order of preference between plain and _EX types, and fragments of
// IPv6 treated as those of IPv4, are this product's reading where the text leaves a choice.

import { HashFlag, HashReason, HashType } from '../../ui/abi/abi.gen.ts';
import { Protocol, type IpParsed, type Parsed } from './parse.ts';
import { toeplitz } from './toeplitz.ts';

export interface RssRules {
  key: Uint8Array;
  hashFlags: number;
  /** Queue of each entry. */
  table: readonly number[];
  defaultQueue: number;
}

export interface Placement {
  type: number;
  reason: number;
  /** Bytes that were hashed. */
  input: Uint8Array;
  hash: number;
  /** null when there is no hash. */
  entry: number | null;
  queue: number;
}

interface Choice {
  type: number;
  reason: number;
}

export function classify(parsed: Parsed, rules: RssRules): Placement {
  const { type, reason } = choose(parsed, rules.hashFlags);
  if (type === HashType.None || !parsed.ip)
    return { type, reason, input: new Uint8Array(0), hash: 0, entry: null, queue: rules.defaultQueue };
  const input = hashInput(parsed.ip, type);
  const hash = toeplitz(rules.key, input);
  const entry = hash % rules.table.length;
  return { type, reason, input, hash, entry, queue: rules.table[entry]! };
}

function choose(parsed: Parsed, flags: number): Choice {
  if (!parsed.knownLink) return { type: HashType.None, reason: HashReason.UnknownLink };
  if (parsed.broken) return { type: HashType.None, reason: HashReason.Malformed };
  const { ip } = parsed;
  if (!ip) return { type: HashType.None, reason: HashReason.NotIp };
  const tcp = ip.protocol === Protocol.Tcp;
  const udp = ip.protocol === Protocol.Udp;
  const portType = tcp || udp ? pick(ip, flags, tcp ? 'tcp' : 'udp') : HashType.None;
  if (portType !== HashType.None && ip.ports) return { type: portType, reason: HashReason.Ports };
  const type = pick(ip, flags, 'addresses');
  if (type === HashType.None) return { type, reason: HashReason.FamilyOff };
  return { type, reason: whyAddressesOnly(ip, portType !== HashType.None) };
}

function whyAddressesOnly(ip: IpParsed, portTypeOn: boolean): number {
  if (ip.fragment) return HashReason.Fragment;
  if (ip.walkEnded === 'captured') return HashReason.PortsCut;
  if (ip.protocol === Protocol.Udp && !portTypeOn) return HashReason.UdpAddresses;
  if (ip.protocol !== Protocol.Tcp && ip.protocol !== Protocol.Udp) return HashReason.NotTcp;
  return portTypeOn ? HashReason.PortsCut : HashReason.PortTypeOff;
}

/** Plain type, then _EX type, of each kind. With a mobility header present an enabled _EX type goes first. */
const kinds = {
  tcp: { v4: ['TcpIPv4'], v6: ['TcpIPv6', 'TcpIPv6Ex'] },
  udp: { v4: ['UdpIPv4'], v6: ['UdpIPv6', 'UdpIPv6Ex'] },
  addresses: { v4: ['IPv4'], v6: ['IPv6', 'IPv6Ex'] },
} as const;

function pick(ip: IpParsed, flags: number, kind: keyof typeof kinds): number {
  if (ip.src.length === 4) return first(kinds[kind].v4, flags);
  const names = kinds[kind].v6;
  return first(ip.home || ip.routing2 ? names.toReversed() : names, flags);
}

function first(names: readonly (keyof typeof HashFlag)[], flags: number): number {
  const name = names.find((candidate) => flags & HashFlag[candidate]);
  return name === undefined ? HashType.None : HashType[name];
}

const extended: readonly number[] = [HashType.IPv6Ex, HashType.TcpIPv6Ex, HashType.UdpIPv6Ex];
const withPorts: readonly number[] = [
  HashType.TcpIPv4,
  HashType.UdpIPv4,
  HashType.TcpIPv6,
  HashType.UdpIPv6,
  HashType.TcpIPv6Ex,
  HashType.UdpIPv6Ex,
];

function hashInput(ip: IpParsed, type: number): Uint8Array {
  const src = (extended.includes(type) && ip.home) || ip.src;
  const dst = (extended.includes(type) && ip.routing2) || ip.dst;
  const ports =
    withPorts.includes(type) && ip.ports ? [ip.ports.src >>> 8, ip.ports.src & 255, ip.ports.dst >>> 8, ip.ports.dst & 255] : [];
  return Uint8Array.from([...src, ...dst, ...ports]);
}
