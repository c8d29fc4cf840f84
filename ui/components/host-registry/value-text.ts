// Values of the registry as Registry Editor shows them in its list and in its dialogs, and back.

import type { RegistryType, RegistryValue } from '../../registry/values.ts';

export type Base = 'hexadecimal' | 'decimal';

const NUMBER_BITS = { REG_DWORD: 32n, REG_QWORD: 64n } as const;

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');

/** The column “Data”: "0x00000001 (1)". */
export function listText(value: RegistryValue): string {
  switch (value.type) {
    case 'REG_DWORD':
      return `0x${value.data.toString(16).padStart(8, '0')} (${value.data})`;
    case 'REG_QWORD':
      return `0x${value.data.toString(16).padStart(16, '0')} (${value.data})`;
    case 'REG_BINARY':
      return value.data.length ? value.data.map(hexByte).join(' ') : '(zero-length binary value)';
    case 'REG_MULTI_SZ':
      return value.data.join(' ');
    default:
      return value.data;
  }
}

/** What the dialog has in its field. */
export function formText(value: RegistryValue, base: Base): string {
  switch (value.type) {
    case 'REG_DWORD':
    case 'REG_QWORD':
      return value.data.toString(base === 'hexadecimal' ? 16 : 10);
    case 'REG_BINARY':
      return value.data.map(hexByte).join(' ');
    case 'REG_MULTI_SZ':
      return value.data.join('\n');
    default:
      return value.data;
  }
}

export type ReadForm = { value: RegistryValue } | { fault: string };

function readNumber(type: 'REG_DWORD' | 'REG_QWORD', text: string, base: Base): ReadForm {
  const digits = text.trim().replace(base === 'hexadecimal' ? /^0x/i : /^$/, '');
  const isRight = base === 'hexadecimal' ? /^[0-9a-f]{1,20}$/i.test(digits) : /^[0-9]{1,24}$/.test(digits);
  if (!isRight) return { fault: `“${text}” is no number in ${base} digits.` };
  const value = BigInt(base === 'hexadecimal' ? `0x${digits}` : digits);
  const bits = NUMBER_BITS[type];
  if (value >= 1n << bits) return { fault: `“${text}” does not fit into ${bits} bits.` };
  return { value: type === 'REG_DWORD' ? { type, data: Number(value) } : { type, data: value } };
}

/** What was typed into the dialog; empty lines of a list of texts do not count, as in Registry Editor. */
export function readForm(type: RegistryType, text: string, base: Base): ReadForm {
  switch (type) {
    case 'REG_DWORD':
    case 'REG_QWORD':
      return readNumber(type, text, base);
    case 'REG_BINARY': {
      const digits = text.replace(/[\s,]/g, '');
      if (!/^([0-9a-f]{2})*$/i.test(digits)) return { fault: 'Bytes are pairs of hexadecimal digits, such as 00 ff.' };
      return { value: { type, data: (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16)) } };
    }
    case 'REG_MULTI_SZ':
      return { value: { type, data: text.split('\n').filter((line) => line !== '') } };
    default:
      return { value: { type, data: text } };
  }
}
