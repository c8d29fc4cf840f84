// What has to fit together in the Windows settings of a host: what the version does not have, and data of registry values.

import { versions } from '../effective/os/versions.ts';
import type { Say } from './check-hosts.ts';
import type { Host } from './schema.ts';

type Registry = Host['windows']['registry']['other'][number];

const isNumber = (text: string, bits: bigint): boolean => /^(0x[0-9a-f]{1,16}|[0-9]{1,20})$/i.test(text) && BigInt(text) < 1n << bits;

function dataFault({ type, data }: Registry): string | null {
  if (type === 'REG_DWORD')
    return isNumber(data, 32n) ? null : `“${data}” is no REG_DWORD: write a number up to 4294967295, or 0x and digits.`;
  if (type === 'REG_QWORD') return isNumber(data, 64n) ? null : `“${data}” is no REG_QWORD: write a number below 2^64, or 0x and digits.`;
  if (type === 'REG_BINARY')
    return /^([0-9a-f]{2})*$/i.test(data) ? null : `“${data}” is no REG_BINARY: write pairs of hexadecimal digits.`;
  return null;
}

/** Precondition: the properties of the host are read without fault. */
export function checkWindows({ os, windows }: Host, path: string, say: Say): void {
  const { label, platforms, chimneyModes } = versions[os];
  const at = `${path}.windows`;
  if (!platforms.includes(windows.platform))
    say(`${at}.platform`, `${label} does not exist for ${windows.platform}; there is ${platforms.join(', ')}.`);
  const { chimney } = windows.netsh;
  if (chimney !== undefined && !chimneyModes.includes(chimney))
    say(`${at}.netsh.chimney`, `${label} does not have the ${chimney} mode of chimney; there is ${chimneyModes.join(', ')}.`);
  for (const [index, value] of windows.registry.other.entries()) {
    const fault = dataFault(value);
    if (fault) say(`${at}.registry.other[${index}].data`, fault);
  }
}
