// Addresses with a prefix length ("192.0.2.1/24"), and the networks they belong to. RFC 4632, RFC 4291.

import { type Address, addressText, parseAddress } from '../features/addresses.ts';

export interface PrefixedAddress extends Address {
  family: 'ipv4' | 'ipv6';
  prefixLength: number;
}

/** The address as a number; IPv4 and IPv6 differ in width only. */
export const toNumber = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

export function fromNumber(value: bigint, width: number): Uint8Array {
  return Uint8Array.from({ length: width }, (_, index) => Number((value >> BigInt(8 * (width - 1 - index))) & 0xffn));
}

const hostBits = ({ bytes, prefixLength }: PrefixedAddress) => BigInt(bytes.length * 8 - prefixLength);

/** The part of the address below its prefix. */
export const hostPart = (address: PrefixedAddress): bigint => toNumber(address.bytes) & ((1n << hostBits(address)) - 1n);

/** Same text for all addresses of one network: "192.0.2.0/24". */
export function networkText(address: PrefixedAddress): string {
  const network = fromNumber(toNumber(address.bytes) - hostPart(address), address.bytes.length);
  return `${addressText({ family: address.family, bytes: network })}/${address.prefixLength}`;
}

/** Address number `host` of the network that `like` is in, or null when the network does not have it. */
export function addressInNetwork(like: PrefixedAddress, host: bigint): PrefixedAddress | null {
  const last = (1n << hostBits(like)) - (like.family === 'ipv4' ? 2n : 1n); // IPv4: all ones is the broadcast address
  if (host < 1n || host > last) return null;
  return { ...like, bytes: fromNumber(toNumber(like.bytes) - hostPart(like) + host, like.bytes.length) };
}

export const prefixedText = (address: PrefixedAddress): string => `${addressText(address)}/${address.prefixLength}`;

export function parsePrefixed(text: string): { address: PrefixedAddress } | { fault: string } {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text);
  if (!match) return { fault: `“${text}” has no prefix length; write it as 192.0.2.1/24 or 2001:db8::1/64.` };
  const parsed = parseAddress(match[1]!);
  if ('fault' in parsed) return parsed;
  const { family, bytes } = parsed.address;
  if (family === 'mac') return { fault: `“${match[1]}” is a MAC address, not an IP address.` };
  const widest = bytes.length * 8;
  const prefixLength = Number(match[2]);
  if (prefixLength < 1 || prefixLength > widest) return { fault: `/${match[2]} is not a prefix length from 1 to ${widest}.` };
  const address: PrefixedAddress = { family, bytes, prefixLength };
  if (family === 'ipv4' && (bytes[0]! >= 224 || bytes[0] === 127 || bytes[0] === 0))
    return { fault: `“${match[1]}” is not an address that an adapter can have (0/8, 127/8, and 224/3 are taken).` };
  if (family === 'ipv6' && (bytes[0] === 0xff || toNumber(bytes) <= 1n))
    return { fault: `“${match[1]}” is not a unicast address that an adapter can have.` };
  if (family === 'ipv4' && prefixLength < 31) {
    const host = hostPart(address);
    if (host === 0n) return { fault: `“${text}” names the network itself; the first host is one above it.` };
    if (host === (1n << hostBits(address)) - 1n) return { fault: `“${text}” is the broadcast address of its network.` };
  }
  return { address };
}
