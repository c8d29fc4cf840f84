// The right-hand side of a value's line in a .reg file: "text", dword:, hex: and hex(n):.
// Source: KB 310516, "How to add, modify, or delete registry subkeys and values by using a .reg file"; line breaks as Registry Editor
// writes them. In the REGEDIT4 form the bytes of REG_EXPAND_SZ and REG_MULTI_SZ are ANSI, in version 5.00 UTF-16.

import { ansiBytes, ansiText, utf16Bytes, utf16Text } from './reg-encoding.ts';
import { shorten } from './paths.ts';
import type { RegistryValue } from './values.ts';

export type RegForm = 'version 5' | 'regedit4';

/** Longest column at which another byte is added to a line: a continuation line holds 25 bytes after two blanks. */
const LAST_COLUMN = 76;

export const quoteText = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/**
 * Reads a quoted string that begins at `start`.
 * @returns the text and the index after its closing quote
 */
export function readQuoted(line: string, start: number): { text: string; end: number } | { fault: string } {
  let text = '';
  for (let at = start + 1; at < line.length; at++) {
    const character = line[at]!;
    if (character === '"') return { text, end: at + 1 };
    if (character !== '\\') {
      text += character;
      continue;
    }
    const next = line[++at];
    if (next !== '\\' && next !== '"')
      return { fault: `A backslash within quotes is written twice: “${shorten(line.slice(Math.max(start, at - 20)))}”.` };
    text += next;
  }
  return { fault: 'The closing quote is missing.' };
}

function writeHex(head: string, bytes: readonly number[]): string {
  const lines: string[] = [];
  let line = head;
  bytes.forEach((byte, index) => {
    line += byte.toString(16).padStart(2, '0');
    if (index === bytes.length - 1) return;
    line += ',';
    if (line.length > LAST_COLUMN) {
      lines.push(`${line}\\`);
      line = '  ';
    }
  });
  return [...lines, line].join('\r\n');
}

function numberBytes(value: bigint, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}

/**
 * A value's line, with line breaks.
 * @param left  the name and what follows it up to the data: `"Name"=`
 */
export function writeData(left: string, value: RegistryValue, form: RegForm): { lines: string } | { fault: string } {
  const texts = (head: string, text: string) => {
    const bytes = form === 'regedit4' ? ansiBytes(text) : utf16Bytes(text);
    return 'stranger' in bytes
      ? { fault: `The character “${bytes.stranger}” is not in code page 1252; version 5.00 can hold it.` }
      : { lines: writeHex(`${left}${head}`, bytes) };
  };
  switch (value.type) {
    case 'REG_SZ': // a line break within quotes would end the line
      return /[\r\n]/.test(value.data) ? texts('hex(1):', `${value.data}\0`) : { lines: `${left}${quoteText(value.data)}` };
    case 'REG_EXPAND_SZ':
      return texts('hex(2):', `${value.data}\0`);
    case 'REG_MULTI_SZ':
      return texts('hex(7):', `${value.data.map((text) => `${text}\0`).join('')}\0`);
    case 'REG_DWORD':
      return { lines: `${left}dword:${value.data.toString(16).padStart(8, '0')}` };
    case 'REG_QWORD':
      return { lines: writeHex(`${left}hex(b):`, numberBytes(value.data, 8)) };
    case 'REG_BINARY':
      return { lines: writeHex(`${left}hex:`, value.data) };
  }
}

function readBytes(text: string): number[] | { fault: string } {
  const bytes: number[] = [];
  const trimmed = text.trim().replace(/,$/, '');
  if (trimmed === '') return bytes;
  for (const piece of trimmed.split(',')) {
    const digits = piece.trim();
    if (!/^[0-9a-f]{1,2}$/i.test(digits)) return { fault: `“${shorten(digits)}” is not a byte of one or two hexadecimal digits.` };
    bytes.push(parseInt(digits, 16));
  }
  return bytes;
}

function readString(bytes: readonly number[], form: RegForm): { text: string } | { fault: string } {
  if (form === 'version 5' && bytes.length % 2)
    return { fault: `The text has ${bytes.length} bytes: UTF-16 takes two for each character.` };
  const text = form === 'regedit4' ? ansiText(bytes) : utf16Text(bytes);
  if (text === '') return { text };
  return text.endsWith('\0') ? { text: text.slice(0, -1) } : { fault: 'The text does not end with a zero character.' };
}

function readTyped(kind: string, bytes: readonly number[], form: RegForm): { value: RegistryValue } | { fault: string } {
  switch (kind) {
    case '':
    case '3':
      return { value: { type: 'REG_BINARY', data: bytes } };
    case '1':
    case '2': {
      const read = readString(bytes, form);
      if ('fault' in read) return read;
      if (read.text.includes('\0')) return { fault: 'The text has a zero character before its end.' };
      return { value: { type: kind === '1' ? 'REG_SZ' : 'REG_EXPAND_SZ', data: read.text } };
    }
    case '7': {
      const read = readString(bytes, form);
      if ('fault' in read) return read;
      if (read.text !== '' && !read.text.endsWith('\0'))
        return { fault: 'REG_MULTI_SZ ends with two zero characters: one ends the last text, one the list.' };
      return { value: { type: 'REG_MULTI_SZ', data: read.text === '' ? [] : read.text.slice(0, -1).split('\0') } };
    }
    case '4':
    case 'b': {
      const size = kind === '4' ? 4 : 8;
      if (bytes.length !== size) return { fault: `hex(${kind}) is a number of ${size} bytes; here are ${bytes.length}.` };
      const value = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
      return { value: kind === '4' ? { type: 'REG_DWORD', data: Number(value) } : { type: 'REG_QWORD', data: value } };
    }
    default:
      return { fault: `hex(${kind}) is a type that is not emulated; known are 1, 2, 3, 4, 7 and b.` };
  }
}

/** Reads the data of a value, all continuation lines joined, without comments. */
export function readData(text: string, form: RegForm): { value: RegistryValue } | { fault: string } {
  if (text.startsWith('"')) {
    const read = readQuoted(text, 0);
    if ('fault' in read) return read;
    if (text.slice(read.end).trim() !== '') return { fault: `“${shorten(text.slice(read.end).trim())}” follows the closing quote.` };
    return { value: { type: 'REG_SZ', data: read.text } };
  }
  const dword = /^dword:\s*([0-9a-f]{1,8})\s*$/i.exec(text);
  if (dword) return { value: { type: 'REG_DWORD', data: parseInt(dword[1]!, 16) } };
  if (/^dword:/i.test(text)) return { fault: `“${shorten(text)}” has to be dword: and one to eight hexadecimal digits.` };
  const hex = /^hex(?:\(([0-9a-f]{1,8})\))?:/i.exec(text);
  if (!hex) return { fault: `“${shorten(text)}” is none of "text", dword:, hex:, hex(n): and - (delete).` };
  const bytes = readBytes(text.slice(hex[0].length));
  return 'fault' in bytes ? bytes : readTyped((hex[1] ?? '').toLowerCase(), bytes, form);
}
