// Processors as Get-NetAdapterRss prints them, group and number, and the indirection table of processors as one of queues.

import { rssNumberFields } from '../features/rss.ts';

export interface GroupedProcessor {
  group: number;
  number: number;
}

/** "0:2 0:4/32767 :6" -> processors; an absent group is 0; null when something else is in between. */
export function processorNumbers(text: string): GroupedProcessor[] | null {
  const words = text.split(/\s+/).filter(Boolean);
  const found = words.map((word) => /^(?:(\d{1,3}):|:)?(\d{1,3})(?:\/\d{1,6})?$/.exec(word));
  if (!found.every((match) => match !== null)) return null;
  return found.map(([, group, number]) => ({ group: Number(group ?? 0), number: Number(number) }));
}

/**
 * Table of queues: its processors, ascending, are those of queues 0, 1, 2 and so on, as the emulated host numbers them.
 * What is cut off has no power of two as length, most of the time.
 */
export function queuesOfProcessors(text: string): { table: number[]; note: string } | { fault: string } {
  const processors = processorNumbers(text);
  if (!processors) return { fault: 'The table holds something else than processors as group and number.' };
  if (processors.some(({ group }) => group))
    return { fault: 'The table names processors of a group other than 0, which the emulated versions do not use.' };
  if (!rssNumberFields.tableEntries.choices?.some((entries) => entries === processors.length))
    return { fault: `The table has ${processors.length} entries, which is no power of two up to 128: it may be cut off.` };
  const used = [...new Set(processors.map(({ number }) => number))].sort((a, b) => a - b);
  return {
    table: processors.map(({ number }) => used.indexOf(number)),
    note: `Processors ${used.join(', ')} are taken as those of queues 0 to ${used.length - 1}.`,
  };
}
