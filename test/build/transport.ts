// What IP carries: TCP, UDP, SCTP, ICMP, ICMPv6, and the tunnels GRE and VXLAN; also ARP.
// Sources: RFC 9293, RFC 768, RFC 9260, RFC 792, RFC 4443, RFC 2784, RFC 7348, RFC 826.

import { be16, be32, be8, checksum, concat, ipv4Address, mac } from './bytes.ts';
import type { Layer, Surroundings } from './layer.ts';
import { clientMac, serverMac } from './link.ts';

function transportChecksum(segment: Uint8Array, protocol: number, { pseudo }: Surroundings): number {
  if (!pseudo) return 0;
  const length = pseudo.src.length === 4 ? be16(protocol, segment.length) : be32(segment.length, protocol);
  return checksum(pseudo.src, pseudo.dst, length, segment);
}

const flagBits = { F: 1, S: 2, R: 4, P: 8, A: 16, U: 32, E: 64, C: 128 } as const;
export const tcpFlags = (text: string): number =>
  Array.from(text).reduce((bits, letter) => bits | (flagBits[letter as keyof typeof flagBits] ?? 0), 0);

export interface Ports {
  sport?: number;
  dport?: number;
}

export interface TcpOptions extends Ports {
  /** Letters of F, S, R, P, A, U, E, C. */
  flags?: string;
  seq?: number;
  ack?: number;
  window?: number;
  options?: Uint8Array;
}

export const tcp = (options: TcpOptions = {}): Layer => ({
  protocol: 6,
  build: (inner, around) => {
    const extra = options.options ?? new Uint8Array(0);
    const segment = concat(
      be16(options.sport ?? 40000, options.dport ?? 80), be32((options.seq ?? 1) >>> 0, (options.ack ?? 0) >>> 0),
      be8((5 + extra.length / 4) << 4, tcpFlags(options.flags ?? 'A')), be16(options.window ?? 65535, 0, 0), extra, inner,
    );
    segment.set(be16(transportChecksum(segment, 6, around)), 16);
    return segment;
  },
});

/** MSS 1460, SACK permitted, window scale 8: what a SYN carries. */
export const synOptions = (): Uint8Array => be8(2, 4, 5, 0xb4, 1, 3, 3, 8, 1, 1, 4, 2);

export const udp = (options: Ports & { length?: number; checksum?: number } = {}): Layer => ({
  protocol: 17,
  build: (inner, around) => {
    const datagram = concat(be16(options.sport ?? 40000, options.dport ?? 53, (options.length ?? inner.length + 8) & 0xffff, 0), inner);
    const sum = options.checksum ?? (transportChecksum(datagram, 17, around) || 0xffff);
    datagram.set(be16(sum), 6);
    return datagram;
  },
});

/** CRC32c of RFC 9260 appendix A, bit by bit. */
function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return ~crc >>> 0;
}

/** SCTP with whatever chunks the payload holds; by default one HEARTBEAT. */
export const sctp = (options: Ports & { tag?: number } = {}): Layer => ({
  protocol: 132,
  build: (inner) => {
    const chunks = inner.length ? inner : concat(be8(4, 0), be16(12), be16(1, 8), be32(0));
    const packet = concat(be16(options.sport ?? 5000, options.dport ?? 2905), be32(options.tag ?? 1, 0), chunks);
    packet.set(be32(crc32c(packet)).toReversed(), 8);
    return packet;
  },
});

/** Echo request by default. */
export const icmp = (options: { type?: number; code?: number; rest?: number } = {}): Layer => ({
  protocol: 1,
  build: (inner) => {
    const message = concat(be8(options.type ?? 8, options.code ?? 0), be16(0), be32(options.rest ?? 1), inner);
    message.set(be16(checksum(message)), 2);
    return message;
  },
});

export const icmpv6 = (options: { type?: number; code?: number; rest?: number } = {}): Layer => ({
  protocol: 58,
  build: (inner, around) => {
    const message = concat(be8(options.type ?? 128, options.code ?? 0), be16(0), be32(options.rest ?? 1), inner);
    message.set(be16(transportChecksum(message, 58, around)), 2);
    return message;
  },
});

/** GRE version 0 without optional fields; the layer inside gives the protocol type. */
export const gre = (options: { type?: number } = {}): Layer => ({
  protocol: 47,
  build: (inner, { next }) => concat(be16(0, options.type ?? next?.ethertype ?? 0x6558), inner),
});

/** VXLAN header; put it after udp({dport: 4789}). */
export const vxlan = (options: { vni: number }): Layer => ({
  build: (inner) => concat(be32(0x08000000, options.vni * 256), inner),
});

export const arp = (options: { op?: number; src?: string; dst?: string; srcMac?: string; dstMac?: string } = {}): Layer => ({
  ethertype: 0x0806,
  build: (inner) =>
    concat(
      be16(1, 0x0800), be8(6, 4), be16(options.op ?? 1), mac(options.srcMac ?? clientMac), ipv4Address(options.src ?? '192.0.2.1'),
      mac(options.dstMac ?? serverMac), ipv4Address(options.dst ?? '198.51.100.2'), inner,
    ),
});
