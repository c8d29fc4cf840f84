// Text of IPv4, IPv6 and MAC addresses, and back. IPv6 text is canonical after RFC 5952: lower case, no leading zeros,
// the first longest run of two or more zero groups as "::". An IPv4-mapped address (::ffff:0:0/96) ends in IPv4 notation,
// as RFC 5952 section 5 recommends.
// Leaves out: zones (fe80::1%eth0) and prefixes (/64); neither occurs in a frame.

export type AddressFamily = 'ipv4' | 'ipv6' | 'mac';

export interface Address {
  family: AddressFamily;
  /** 4, 16 or 6 bytes in network order. */
  bytes: Uint8Array;
}

/** @param bytes at least at + 4 bytes */
export function ipv4Text(bytes: Uint8Array, at = 0): string {
  return `${bytes[at]}.${bytes[at + 1]}.${bytes[at + 2]}.${bytes[at + 3]}`;
}

/** @param bytes at least at + 6 bytes */
export function macText(bytes: Uint8Array, at = 0): string {
  return Array.from(bytes.subarray(at, at + 6), (byte) => byte.toString(16).padStart(2, '0')).join(':');
}

/** The first longest run of zero groups, or null when no run has two groups. */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } | null {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (start + length < groups.length && groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best.length > 1 ? best : null;
}

/** @param bytes at least at + 16 bytes */
export function ipv6Text(bytes: Uint8Array, at = 0): string {
  const groups = Array.from({ length: 8 }, (_, group) => (bytes[at + group * 2]! << 8) | bytes[at + group * 2 + 1]!);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return `::ffff:${ipv4Text(bytes, at + 12)}`;
  const hex = groups.map((group) => group.toString(16));
  const run = longestZeroRun(groups);
  if (!run) return hex.join(':');
  return `${hex.slice(0, run.start).join(':')}::${hex.slice(run.start + run.length).join(':')}`;
}

export function addressText({ family, bytes }: Address): string {
  return family === 'ipv4' ? ipv4Text(bytes) : family === 'ipv6' ? ipv6Text(bytes) : macText(bytes);
}

/** "192.0.2.1:443", "[2001:db8::1]:443"; the address alone without a port. */
export function endpointText(address: Address, port: number | null): string {
  const text = addressText(address);
  if (port === null) return text;
  return address.family === 'ipv6' ? `[${text}]:${port}` : `${text}:${port}`;
}

type Parsed = { address: Address } | { fault: string };

function parseIpv4(text: string): Parsed {
  const parts = text.split('.');
  if (parts.length !== 4) return { fault: `“${text}” has ${parts.length} numbers; an IPv4 address has four, such as 192.0.2.10.` };
  const bytes = new Uint8Array(4);
  for (const [index, part] of parts.entries()) {
    if (!/^[0-9]{1,3}$/.test(part)) return { fault: `“${part}” in “${text}” is not a number from 0 to 255.` };
    if (part.length > 1 && part.startsWith('0'))
      return { fault: `“${part}” in “${text}” starts with 0, which some programs read as octal.` };
    if (Number(part) > 255) return { fault: `${part} in “${text}” is above 255.` };
    bytes[index] = Number(part);
  }
  return { address: { family: 'ipv4', bytes } };
}

/** Groups of one side of "::"; a dotted IPv4 tail is turned into two groups. */
function parseGroups(side: string, text: string): number[] | { fault: string } {
  if (side === '') return [];
  const groups: number[] = [];
  const parts = side.split(':');
  for (const [index, part] of parts.entries()) {
    if (part.includes('.') && index === parts.length - 1) {
      const tail = parseIpv4(part);
      if ('fault' in tail) return tail;
      const [a, b, c, d] = tail.address.bytes as unknown as [number, number, number, number];
      groups.push((a << 8) | b, (c << 8) | d);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(parseInt(part, 16));
    else return { fault: part === '' ? `“${text}” has an empty group.` : `“${part}” in “${text}” is not one to four hexadecimal digits.` };
  }
  return groups;
}

function parseIpv6(text: string): Parsed {
  const sides = text.split('::');
  if (sides.length > 2) return { fault: `“${text}” has “::” more than once.` };
  const head = parseGroups(sides[0]!, text);
  if ('fault' in head) return head;
  const tail = sides.length === 2 ? parseGroups(sides[1]!, text) : [];
  if ('fault' in tail) return tail;
  if (sides.length === 2 && sides[0]!.includes('.')) return { fault: `In “${text}” the IPv4 part is not at the end.` };
  const given = head.length + tail.length;
  if (sides.length === 1 && given !== 8)
    return { fault: `“${text}” has ${given} groups; an IPv6 address has eight, or “::” in place of zeros.` };
  if (sides.length === 2 && given > 7) return { fault: `“${text}” has ${given} groups beside “::”; at most seven fit.` };
  const bytes = new Uint8Array(16);
  const groups = [...head, ...new Array<number>(8 - given).fill(0), ...tail];
  for (const [index, group] of groups.entries()) {
    bytes[index * 2] = group >> 8;
    bytes[index * 2 + 1] = group & 0xff;
  }
  return { address: { family: 'ipv6', bytes } };
}

const MAC = /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i;

/**
 * Reads one address: IPv4, IPv6 (in brackets or not) or MAC (with ":" or "-").
 * Strict: nothing around it but blanks, no port, no prefix, no octal.
 */
export function parseAddress(input: string): Parsed {
  const text = input.trim();
  if (text === '') return { fault: 'No address is given.' };
  if (MAC.test(text)) return { address: { family: 'mac', bytes: Uint8Array.from(text.split(/[:-]/), (hex) => parseInt(hex, 16)) } };
  const bracketed = /^\[(.*)\]$/.exec(text);
  if (bracketed) return parseIpv6(bracketed[1]!);
  if (text.includes(':')) return parseIpv6(text);
  if (text.includes('.')) return parseIpv4(text);
  return { fault: `“${text}” is not an IPv4, IPv6 or MAC address.` };
}
