// Reference parser: reads one frame slowly and plainly, from the RFCs, to judge the parser of the core. It shares only the
// names of enum values with the product. Frames, not speed: every step slices and copies.
// Leaves out what RSS does not look at: options other than the home address, transport headers past the ports.

import { L3, Link } from '../../ui/abi/abi.gen.ts';

export interface Parsed {
  l3: number;
  /** Where the IP header starts; null when there is no IP header. */
  l3Offset: number | null;
  /** VLAN ids, outermost first. */
  vlans: number[];
  ethertype: number;
  snap: boolean;
  ip: IpParsed | null;
  /** Set when headers up to and including that of IP cannot be used: the capture cut them, or a length contradicts the frame. */
  broken: 'cut' | 'malformed' | null;
  /** False when the link type is not understood. */
  knownLink: boolean;
}

export interface IpParsed {
  src: Uint8Array;
  dst: Uint8Array;
  /** Protocol after extension headers, or the one at which the walk ended. */
  protocol: number;
  ports: { src: number; dst: number } | null;
  /** TCP flags byte when it was within reach. */
  tcpFlags: number | null;
  fragment: boolean;
  options: boolean;
  extensions: boolean;
  /** The stated length is zero or more than the frame on the wire holds. */
  super: boolean;
  /** An extension header did not fit into the stated length, or only not into what was captured. */
  walkEnded: 'stated' | 'captured' | null;
  home: Uint8Array | null;
  routing2: Uint8Array | null;
}

export const Protocol = {
  HopByHop: 0,
  Tcp: 6,
  Udp: 17,
  Routing: 43,
  Fragment: 44,
  Esp: 50,
  Ah: 51,
  NoNext: 59,
  Options: 60,
  Sctp: 132,
} as const;
const tagTypes = [0x8100, 0x88a8, 0x9100];

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!;

interface Envelope {
  ethertype: number;
  offset: number;
}

/** Bytes of the link headers that announce an EtherType. */
const linkHeader: Record<number, number> = { [Link.Ethernet]: 14, [Link.LinuxSll]: 16, [Link.LinuxSll2]: 20 };

/** @param wire bytes that were on the wire, at least `bytes.length` */
export function parse(bytes: Uint8Array, wire: number, link: number): Parsed {
  const result: Parsed = { l3: L3.None, l3Offset: null, vlans: [], ethertype: 0, snap: false, ip: null, broken: null, knownLink: true };
  const unread = (need: number): Parsed => ({ ...result, broken: wire >= need ? 'cut' : 'malformed' });
  if (link === Link.Raw) {
    if (!bytes.length) return unread(1);
    const version = bytes[0]! >>> 4;
    if (version !== 4 && version !== 6) return result;
    return readIp(bytes, 0, wire, version, result);
  }
  if (link === Link.Null || link === Link.Loop) {
    if (bytes.length < 4) return unread(4);
    const network = u16(bytes, 0) * 65536 + u16(bytes, 2);
    const host = new DataView(bytes.slice(0, 4).buffer).getUint32(0, true);
    const family = link === Link.Null && host < network ? host : network;
    if (family === 2) return readIp(bytes, 4, wire, 4, result);
    // AF_INET6 of NetBSD and OpenBSD, FreeBSD, macOS (tcpdump.org, LINKTYPE_NULL), and of Windows and Linux.
    if ([24, 28, 30, 23, 10].includes(family)) return readIp(bytes, 4, wire, 6, result);
    return result;
  }
  const need = linkHeader[link];
  if (need === undefined) return { ...result, knownLink: false };
  if (bytes.length < need) return unread(need);
  return readEthertype(bytes, { ethertype: u16(bytes, link === Link.LinuxSll2 ? 0 : need - 2), offset: need }, wire, result);
}

function readEthertype(bytes: Uint8Array, { ethertype, offset }: Envelope, wire: number, result: Parsed): Parsed {
  let type = ethertype;
  let at = offset;
  while (tagTypes.includes(type)) {
    if (bytes.length < at + 4) return { ...result, ethertype: type, broken: wire >= at + 4 ? 'cut' : 'malformed' };
    result.vlans.push(u16(bytes, at) & 0xfff);
    type = u16(bytes, at + 2);
    at += 4;
  }
  if (type < 0x600) {
    // IEEE 802.3: what follows the stated length is padding.
    bytes = bytes.subarray(0, at + type);
    wire = Math.min(wire, at + type);
    const isSnap =
      bytes.length >= at + 8 && u16(bytes, at) === 0xaaaa && bytes[at + 2] === 3 && u16(bytes, at + 3) === 0 && bytes[at + 5] === 0;
    if (!isSnap) return { ...result, l3: L3.Llc };
    result.snap = true;
    type = u16(bytes, at + 6);
    at += 8;
  }
  result.ethertype = type;
  if (type === 0x0800) return readIp(bytes, at, wire, 4, result);
  if (type === 0x86dd) return readIp(bytes, at, wire, 6, result);
  return { ...result, l3: type === 0x0806 ? L3.Arp : L3.Other };
}

function readIp(bytes: Uint8Array, offset: number, wire: number, version: 4 | 6, result: Parsed): Parsed {
  const l3 = version === 4 ? L3.IPv4 : L3.IPv6;
  const broken = (length: number): Parsed => ({ ...result, l3, l3Offset: offset, broken: wire - offset >= length ? 'cut' : 'malformed' });
  const captured = bytes.subarray(offset);
  const least = version === 4 ? 20 : 40;
  if (captured.length && captured[0]! >>> 4 !== version) return { ...result, l3, l3Offset: offset, broken: 'malformed' };
  if (captured.length < least) return broken(least);
  const held = wire - offset;
  const ip = version === 4 ? readIpv4(captured, held) : readIpv6(captured, held);
  if (typeof ip === 'number') return broken(ip);
  return { ...result, l3, l3Offset: offset, ip };
}

/** @returns the length of a header that does not fit, Infinity when it contradicts itself */
function readIpv4(packet: Uint8Array, held: number): IpParsed | number {
  const header = (packet[0]! & 15) * 4;
  const total = u16(packet, 2);
  if (header < 20 || (total !== 0 && total < header)) return Infinity;
  if (header > packet.length) return header;
  const flags = u16(packet, 6);
  const ip: IpParsed = {
    src: packet.slice(12, 16),
    dst: packet.slice(16, 20),
    protocol: packet[9]!,
    ports: null,
    tcpFlags: null,
    fragment: (flags & 0x3fff) !== 0,
    options: header > 20,
    extensions: false,
    super: total === 0 || total > held,
    walkEnded: null,
    home: null,
    routing2: null,
  };
  readTransport(total ? packet.subarray(0, total) : packet, header, ip);
  return ip;
}

function readIpv6(packet: Uint8Array, held: number): IpParsed {
  const payload = u16(packet, 4);
  const ip: IpParsed = {
    src: packet.slice(8, 24),
    dst: packet.slice(24, 40),
    protocol: packet[6]!,
    ports: null,
    tcpFlags: null,
    fragment: false,
    options: false,
    extensions: false,
    super: (payload === 0 && packet[6] !== Protocol.NoNext) || 40 + payload > held,
    walkEnded: null,
    home: null,
    routing2: null,
  };
  const stated = payload ? packet.subarray(0, 40 + payload) : packet;
  const transport = walkExtensions(stated, payload ? Math.min(held, 40 + payload) : held, ip);
  if (transport !== null) readTransport(stated, transport, ip);
  return ip;
}

/** RFC 8200 section 4. `end` is where the packet ended on the wire. @returns where the transport header starts, null when the walk ended before one */
function walkExtensions(packet: Uint8Array, end: number, ip: IpParsed): number | null {
  let at = 40;
  for (;;) {
    const kind = ip.protocol;
    if (![Protocol.HopByHop, Protocol.Routing, Protocol.Fragment, Protocol.Ah, Protocol.Options].some((known) => known === kind)) return at;
    ip.extensions = true;
    const length =
      kind === Protocol.Fragment ? 8 : kind === Protocol.Ah ? ((packet[at + 1] ?? 0) + 2) * 4 : ((packet[at + 1] ?? 0) + 1) * 8;
    if (at + Math.max(8, length) > packet.length) {
      ip.walkEnded = at + Math.max(8, length) > end ? 'stated' : 'captured';
      return null;
    }
    const header = packet.subarray(at, at + length);
    // A packet has one home address and one routing header of type 2 (RFC 6275 sections 6.3 and 6.4). Of more than that, the
    // first home address counts, and the last routing header, as each in turn replaces the destination.
    if (kind === Protocol.Options) ip.home ??= findHomeAddress(header);
    if (kind === Protocol.Routing && header[2] === 2 && header[1] === 2) ip.routing2 = header.slice(8, 24);
    ip.protocol = packet[at]!;
    if (kind === Protocol.Fragment) {
      // What follows is one piece of something; the later pieces have no headers, and all are to look alike.
      ip.fragment = true;
      return null;
    }
    at += length;
  }
}

/** RFC 6275 section 6.3, in the options of RFC 8200 section 4.2. */
function findHomeAddress(header: Uint8Array): Uint8Array | null {
  let at = 2;
  while (at < header.length) {
    if (header[at] === 0) {
      at++;
      continue;
    }
    const length = header[at + 1];
    if (length === undefined || at + 2 + length > header.length) return null;
    if (header[at] === 0xc9 && length === 16) return header.slice(at + 2, at + 18);
    at += 2 + length;
  }
  return null;
}

/** Ports of TCP, UDP and SCTP are the first four bytes of each. A fragment has none: most of its kind lack them. */
function readTransport(packet: Uint8Array, at: number, ip: IpParsed): void {
  if (ip.fragment || ![Protocol.Tcp, Protocol.Udp, Protocol.Sctp].some((known) => known === ip.protocol)) return;
  if (packet.length < at + 4) return;
  ip.ports = { src: u16(packet, at), dst: u16(packet, at + 2) };
  if (ip.protocol === Protocol.Tcp && packet.length >= at + 14) ip.tcpFlags = packet[at + 13]!;
}
