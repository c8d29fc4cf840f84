// RSS of a Linux adapter, put together from its lines, as settings of an emulated one.

import { parseKey, rssNumberFields } from '../features/rss.ts';
import type { Reading } from './reading.ts';
import type { Line } from './types.ts';

export interface RssState {
  device: string | null;
  rings: { count: number; line: Line } | null;
  table: number[];
  tableLines: Line[];
  /** An index is not the one that has to come next: lines are missing. */
  isTableBroken: boolean;
  key: string;
  keyLines: Line[];
}

/** The shortest table, of a power of two, that repeated gives this one; hash values pick the same queue from both. */
function shortened(table: readonly number[]): number[] {
  let { length } = table;
  while (
    length > rssNumberFields.tableEntries.max &&
    length % 2 === 0 &&
    table.slice(0, length / 2).every((queue, entry) => queue === table[entry + length / 2])
  )
    length /= 2;
  return table.slice(0, length);
}

function readTable({ device, table, tableLines, isTableBroken }: RssState, reading: Reading): void {
  const [first] = tableLines;
  if (!first) return;
  const short = shortened(table);
  if (isTableBroken || (table.length & (table.length - 1)) !== 0)
    reading.leave(first, `The table has ${table.length} entries, no power of two, or lines of it are missing: it may be cut off.`);
  else if (short.length > rssNumberFields.tableEntries.max)
    reading.leave(
      first,
      `The table has ${table.length} entries; ${rssNumberFields.tableEntries.max} are the most here, and it does not repeat.`,
    );
  else {
    const note = short.length < table.length ? `${table.length} entries that repeat after ${short.length}.` : undefined;
    reading.findOfAdapter(device, 'rss.tableEntries', short.length, first, note);
    reading.findOfAdapter(device, 'rss.table', short, first, note);
  }
  for (const line of tableLines.slice(1)) reading.follow(line, first);
}

export function readRssState(state: RssState, reading: Reading): void {
  const { device, rings, keyLines } = state;
  if (rings && rings.count > 0) {
    reading.findOfAdapter(device, 'queues', rings.count, rings.line, 'The receive rings.');
    reading.findOfAdapter(
      device,
      'rss.maxProcessors',
      rings.count,
      rings.line,
      'Linux gives every ring its interrupt; one processor for each is taken.',
    );
  }
  readTable(state, reading);
  const [first] = keyLines;
  if (!first) return;
  const key = parseKey(state.key);
  if ('key' in key) reading.findOfAdapter(device, 'rss.key', key.key, first);
  else reading.leave(first, key.fault);
  for (const line of keyLines.slice(1)) reading.follow(line, first);
}
