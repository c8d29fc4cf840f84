// Bytes for the test builders: big-endian writers, address text and the Internet checksum (RFC 1071).
// Runs in browsers as well as in Node, so no Buffer.

export const concat = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
};

/** Network-order integers, `width` bytes each. */
const bigEndian = (width: number) => (...values: number[]): Uint8Array => {
  const out = new Uint8Array(values.length * width);
  values.forEach((value, index) => {
    for (let byte = 0; byte < width; byte++) out[index * width + byte] = Math.floor(value / 2 ** (8 * (width - 1 - byte))) & 0xff;
  });
  return out;
};
export const be8 = bigEndian(1);
export const be16 = bigEndian(2);
export const be32 = bigEndian(4);

/** Bytes of hexadecimal text; blanks and colons are skipped. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/[\s:]/g, '');
  if (digits.length % 2 || /[^0-9a-f]/i.test(digits)) throw new Error(`not whole bytes of hex: ${text}`);
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) => parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const mac = (text: string): Uint8Array => fromHex(text.replaceAll('-', ':'));

export function ipv4Address(text: string): Uint8Array {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) throw new Error(`not an IPv4 address: ${text}`);
  return Uint8Array.from(parts);
}

/** RFC 4291 section 2.2, forms 1 and 2. */
export function ipv6Address(text: string): Uint8Array {
  const [head = '', tail] = text.split('::');
  const groups = (side: string): number[] => (side === '' ? [] : side.split(':').map((group) => parseInt(group, 16)));
  const front = groups(head);
  const back = tail === undefined ? [] : groups(tail);
  const gap = 8 - front.length - back.length;
  if (gap < 0 || (tail === undefined && gap) || [...front, ...back].some((group) => !(group >= 0 && group <= 0xffff)))
    throw new Error(`not an IPv6 address: ${text}`);
  return be16(...front, ...new Array<number>(gap).fill(0), ...back);
}

export const address = (text: string): Uint8Array => (text.includes(':') ? ipv6Address(text) : ipv4Address(text));

/** Ones' complement of the ones' complement sum of 16-bit words, RFC 1071. */
export function checksum(...parts: readonly Uint8Array[]): number {
  const bytes = concat(...parts);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

/** Payload of `length` bytes whose content depends on the position alone. */
export const filler = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 7 + 1) & 0xff);
