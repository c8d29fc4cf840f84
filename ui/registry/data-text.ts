// Data of registry values as one line of text, as reg.exe takes and prints it, and the scenario document keeps it.

import type { RegistryType, RegistryValue } from './values.ts';

/** "0x1", "C:\x", "a\0b", "00ff" */
export function dataText(value: RegistryValue): string {
  switch (value.type) {
    case 'REG_DWORD':
    case 'REG_QWORD':
      return `0x${value.data.toString(16)}`;
    case 'REG_MULTI_SZ':
      return value.data.join('\\0');
    case 'REG_BINARY':
      return value.data.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
    default:
      return value.data;
  }
}

/** A number in decimal or with 0x, below 2 to the power of `bits`; null otherwise. */
function readNumber(text: string, bits: bigint): bigint | null {
  if (!/^(0x[0-9a-f]{1,16}|[0-9]{1,20})$/i.test(text)) return null;
  const value = BigInt(text);
  return value < 1n << bits ? value : null;
}

/** @param separator between strings of REG_MULTI_SZ; reg.exe takes \0 when none is given */
export function readData(type: RegistryType, text: string, separator: string | null): RegistryValue | null {
  switch (type) {
    case 'REG_DWORD': {
      const value = readNumber(text, 32n);
      return value === null ? null : { type, data: Number(value) };
    }
    case 'REG_QWORD': {
      const value = readNumber(text, 64n);
      return value === null ? null : { type, data: value };
    }
    case 'REG_BINARY':
      return /^([0-9a-f]{2})*$/i.test(text) ? { type, data: (text.match(/../g) ?? []).map((digits) => parseInt(digits, 16)) } : null;
    case 'REG_MULTI_SZ':
      return { type, data: text === '' ? [] : text.split(separator ?? '\\0') };
    default:
      return { type, data: text };
  }
}
