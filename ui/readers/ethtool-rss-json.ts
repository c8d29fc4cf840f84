// `ethtool --json -x`: a list of one object with "ifname", "rss-indirection-table", "rss-hash-key" and "rss-hash-function".
// Format: output of ethtool 6.3 and later.

import type { Reading } from './reading.ts';
import { readRssState, type RssState } from './rss-state.ts';
import type { Line } from './types.ts';

const numbers = (value: unknown, most: number): number[] | null =>
  Array.isArray(value) && value.length <= 65_536 && value.every((one) => Number.isInteger(one) && one >= 0 && one <= most)
    ? (value as number[])
    : null;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readObject(object: Record<string, unknown>, lines: readonly Line[], reading: Reading): void {
  const lineOf = (key: string) => lines.filter(({ text }) => text.includes(`"${key}"`)).slice(0, 1);
  const table = numbers(object['rss-indirection-table'], 9999);
  const key = numbers(object['rss-hash-key'], 255);
  const state: RssState = {
    device: typeof object['ifname'] === 'string' ? object['ifname'] : null,
    rings: null,
    table: table ?? [],
    tableLines: table ? lineOf('rss-indirection-table') : [],
    isTableBroken: false,
    key: (key ?? []).map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    keyLines: key ? lineOf('rss-hash-key') : [],
  };
  readRssState(state, reading);
  const hash = object['rss-hash-function'];
  for (const line of lineOf('rss-hash-function'))
    if (typeof hash === 'string' && hash !== 'toeplitz')
      reading.leave(line, `The emulated adapter hashes with Toeplitz only, not with ${hash.slice(0, 40)}.`);
}

/** @returns the lines outside of the JSON */
export function readRssJson(lines: readonly Line[], reading: Reading): Line[] {
  const first = lines.findIndex(({ text }) => /^\s*\[\s*(\{|$)/.test(text));
  if (first < 0) return [...lines];
  const length = lines.slice(first).findIndex(({ text }) => /\}\s*\]\s*$/.test(text));
  const end = length < 0 ? lines.length : first + length + 1;
  const own = lines.slice(first, end);
  const parsed = parse(own.map(({ text }) => text).join('\n'));
  if (!Array.isArray(parsed)) for (const line of own) reading.leave(line, 'This is not complete JSON: it may be cut off.');
  else {
    for (const object of parsed.slice(0, 64))
      if (typeof object === 'object' && object !== null) readObject(object as Record<string, unknown>, own, reading);
    for (const line of own) reading.frame(line);
  }
  return [...lines.slice(0, first), ...lines.slice(end)];
}
