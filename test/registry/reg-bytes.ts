// Bytes of .reg files, written by hand: text to UTF-16 and ANSI without the code under test.

export function utf16(text: string, mark = true): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return Uint8Array.from([...(mark ? [0xff, 0xfe] : []), ...units.flatMap((unit) => [unit & 255, unit >> 8])]);
}

/** Characters of Latin-1 only. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const crlf = (...lines: string[]): string => lines.map((line) => `${line}\r\n`).join('');

export const V5 = 'Windows Registry Editor Version 5.00';

export const hex = (text: string): Uint8Array => Uint8Array.from(text.trim().split(/\s+/), (pair) => parseInt(pair, 16));
