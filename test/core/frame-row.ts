// One row of the parser tables: a frame, and what the rules say about it, written by hand.

import { Link, type HashReason, type HashType, type L3, type Trait } from '../../ui/abi/abi.gen.ts';
import { concat, frame, type Layer } from '../build/frame.ts';

export interface Expected {
  l3: keyof typeof L3;
  /** IP protocol, 0 by default; not looked at where the reason is Malformed. */
  proto?: number;
  /** Addresses in the IP header. */
  src?: string;
  dst?: string;
  ports?: [number, number];
  /** All traits, apart from those that `anyOf` leaves open. */
  traits?: (keyof typeof Trait)[];
  /** Traits that the rules do not settle for this frame. */
  open?: (keyof typeof Trait)[];
  vlan?: number;
  ethertype?: number;
  l3Offset?: number;
  tcpFlags?: number;
  type: keyof typeof HashType;
  reason: keyof typeof HashReason;
  /** Addresses of the hash input where they are not those in the IP header. */
  hashed?: { src?: string; dst?: string };
}

export interface Row extends Expected {
  /** State and stimulus. */
  name: string;
  bytes: Uint8Array;
  link: number;
  /** Bytes on the wire. */
  wire: number;
  /** NDIS_HASH_* bits; the four of this Windows era by default. */
  flags?: number;
}

/** How a row's frame differs from its layers. */
export interface Twist {
  link?: keyof typeof Link;
  flags?: number;
  /** Bytes captured; the wire length stays. */
  cut?: number;
  /** Bytes on the wire, when not those of the layers. */
  wire?: number;
  /** Bytes written over the frame: offset and values. */
  patch?: [number, ...number[]];
}

export function row(name: string, layers: readonly (Layer | Uint8Array)[], expected: Expected, twist: Twist = {}): Row {
  const whole = concat(frame(...layers));
  if (twist.patch) whole.set(twist.patch.slice(1), twist.patch[0]);
  return {
    ...expected,
    name,
    flags: twist.flags,
    link: Link[twist.link ?? 'Ethernet'],
    bytes: whole.subarray(0, twist.cut ?? whole.length),
    wire: twist.wire ?? whole.length,
  };
}

/** What a frame from the builders' default IPv4 addresses and TCP ports is expected to be. */
export const tcp4: Expected = {
  l3: 'IPv4',
  proto: 6,
  src: '192.0.2.1',
  dst: '198.51.100.2',
  ports: [40000, 80],
  traits: ['Ports'],
  type: 'TcpIPv4',
  reason: 'Ports',
};
/** The same addresses, hashed without ports. */
export const addresses4 = (proto: number, reason: keyof typeof HashReason, ...traits: (keyof typeof Trait)[]): Expected => ({
  l3: 'IPv4',
  proto,
  src: '192.0.2.1',
  dst: '198.51.100.2',
  traits,
  type: 'IPv4',
  reason,
});
export const tcp6: Expected = {
  l3: 'IPv6',
  proto: 6,
  src: '2001:db8::1',
  dst: '2001:db8:0:1::2',
  ports: [40000, 80],
  traits: ['Ports'],
  type: 'TcpIPv6',
  reason: 'Ports',
};
export const addresses6 = (proto: number, reason: keyof typeof HashReason, ...traits: (keyof typeof Trait)[]): Expected => ({
  l3: 'IPv6',
  proto,
  src: '2001:db8::1',
  dst: '2001:db8:0:1::2',
  traits,
  type: 'IPv6',
  reason,
});
export const notHashed = (l3: keyof typeof L3, reason: keyof typeof HashReason, ...traits: (keyof typeof Trait)[]): Expected => ({
  l3,
  traits,
  type: 'None',
  reason,
});
