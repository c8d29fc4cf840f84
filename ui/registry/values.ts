// Typed values of the registry, and what a value of each type may hold.
// Source: Win32 "Registry Value Types". Leaves out: REG_NONE, REG_LINK, big-endian numbers and resource lists.

import { registryLimits, shorten } from './paths.ts';

export type RegistryValue =
  | { type: 'REG_SZ' | 'REG_EXPAND_SZ'; data: string }
  | { type: 'REG_MULTI_SZ'; data: readonly string[] }
  | { type: 'REG_DWORD'; data: number }
  | { type: 'REG_QWORD'; data: bigint }
  | { type: 'REG_BINARY'; data: readonly number[] };

export type RegistryType = RegistryValue['type'];

export interface NamedValue {
  /** Empty: the default value of the key. */
  name: string;
  value: RegistryValue;
}

export const registryText = (data: string): RegistryValue => ({ type: 'REG_SZ', data });
export const registryDword = (data: number): RegistryValue => ({ type: 'REG_DWORD', data });

const tooLong = (bytes: number): string | null =>
  bytes > registryLimits.dataBytes ? `The data has ${bytes} bytes; at most ${registryLimits.dataBytes} are allowed.` : null;

const zeroInside = (text: string): string | null =>
  text.includes('\0') ? `The text “${shorten(text)}” has a zero character, which ends a registry string.` : null;

/** @returns what is wrong with a value, or null */
export function valueFault(value: RegistryValue): string | null {
  switch (value.type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return zeroInside(value.data) ?? tooLong(2 * value.data.length + 2);
    case 'REG_MULTI_SZ':
      for (const text of value.data) {
        const fault = zeroInside(text);
        if (fault) return fault;
      }
      return tooLong(value.data.reduce((bytes, text) => bytes + 2 * text.length + 2, 2));
    case 'REG_DWORD':
      return Number.isInteger(value.data) && value.data >= 0 && value.data <= 0xffffffff
        ? null
        : `${value.data} is not a REG_DWORD: a whole number from 0 to 4294967295.`;
    case 'REG_QWORD':
      return value.data >= 0n && value.data < 1n << 64n
        ? null
        : `${value.data} is not a REG_QWORD: a whole number from 0 to 18446744073709551615.`;
    case 'REG_BINARY': {
      const stranger = value.data.find((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255);
      return stranger === undefined ? tooLong(value.data.length) : `${stranger} is not a byte: a whole number from 0 to 255.`;
    }
  }
}

export function nameFault(name: string): string | null {
  if (name.length > registryLimits.valueNameChars)
    return `The value name “${shorten(name)}” has ${name.length} characters; at most ${registryLimits.valueNameChars} are allowed.`;
  return name.includes('\0') ? `The value name “${shorten(name)}” has a zero character.` : null;
}
