// IPv4 and IPv6 addresses as people type them, to bytes in network order, with a message that says what is wrong.
// Source: RFC 4291 section 2.2 (IPv6 text forms). Leaves out zone indices and prefix lengths: the fault names them.

export interface Address {
  family: 4 | 6;
  /** 4 or 16 bytes. */
  bytes: Uint8Array;
}

type Parsed = Address | { fault: string };

const fault = (message: string): { fault: string } => ({ fault: message });

function parseIPv4(text: string): Parsed {
  const parts = text.split('.');
  if (parts.length !== 4) return fault(`An IPv4 address has four numbers, this has ${parts.length}: 192.0.2.1, for example.`);
  for (const part of parts) {
    if (!/^\d+$/.test(part)) return fault(part ? `“${part}” is not a number from 0 to 255.` : 'A number is missing beside a dot.');
    if (part.length > 1 && part.startsWith('0')) return fault(`“${part}” starts with 0; write it in decimal without leading zeros.`);
    if (Number(part) > 255) return fault(`${part} is more than 255.`);
  }
  return { family: 4, bytes: Uint8Array.from(parts, Number) };
}

/** The groups of one side of “::” as 16-bit words; an IPv4 tail is two words. */
function parseGroups(text: string, mayEndInIPv4: boolean): number[] | { fault: string } {
  if (!text) return [];
  const words: number[] = [];
  const groups = text.split(':');
  for (const [at, group] of groups.entries()) {
    if (group.includes('.')) {
      if (!mayEndInIPv4 || at !== groups.length - 1) return fault('An IPv4 part can only be the end of an IPv6 address.');
      const tail = parseIPv4(group);
      if ('fault' in tail) return tail;
      const [a = 0, b = 0, c = 0, d = 0] = tail.bytes;
      words.push((a << 8) | b, (c << 8) | d);
    } else if (!group) return fault('A single colon stands at an end; write “::” for a run of zeros.');
    else if (!/^[0-9a-f]+$/i.test(group)) return fault(`“${group}” is not a hexadecimal group.`);
    else if (group.length > 4) return fault(`“${group}” has more than four hexadecimal digits.`);
    else words.push(parseInt(group, 16));
  }
  return words;
}

function parseIPv6(text: string): Parsed {
  const sides = text.split('::');
  if (sides.length > 2) return fault('“::” may stand only once.');
  const [left = '', right] = sides;
  const head = parseGroups(left, right === undefined);
  if ('fault' in head) return head;
  const tail = parseGroups(right ?? '', true);
  if ('fault' in tail) return tail;
  const given = head.length + tail.length;
  if (right === undefined && given !== 8) return fault(`An IPv6 address has eight groups, this has ${given}; “::” stands for a run of zeros.`);
  if (right !== undefined && given > 7) return fault(`“::” stands for at least one group, but ${given} others are given.`);
  const words = [...head, ...new Array<number>(8 - given).fill(0), ...tail];
  return { family: 6, bytes: Uint8Array.from(words.flatMap((word) => [word >> 8, word & 0xff])) };
}

/** Reads an address; blanks around it and brackets around IPv6 are allowed. */
export function parseAddress(text: string): Parsed {
  const bare = text.trim().replace(/^\[(.*)\]$/, '$1');
  if (!bare) return fault('An address is missing.');
  if (bare.includes('/')) return fault('Give one address, without a prefix length.');
  if (bare.includes('%')) return fault('Give the address without its zone (from “%” on): the zone is not in the packet.');
  return bare.includes(':') ? parseIPv6(bare) : parseIPv4(bare);
}
