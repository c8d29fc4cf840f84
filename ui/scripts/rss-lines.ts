// RSS of one adapter out of a list of settings, and the lines that features/rss-commands.ts writes for it.

import { rssCommands, type CommandText } from '../features/rss-commands.ts';
import { rssDefaults, rssFaults, rssHashTypeFields, rssNumberFields, type RssSettings } from '../features/rss.ts';
import type { SettingValue } from '../readers/types.ts';
import type { Values } from './script.ts';

const numberAt = (values: Values, path: string): number | null => {
  const value = values.get(path);
  return typeof value === 'number' ? value : null;
};

/** RSS of an adapter as far as `values` say; what they do not say must not bound the rest, so it is as large as can be. */
export function rssOf(values: Values, index: number): RssSettings {
  const at = (property: string): SettingValue | undefined => values.get(`nics[${index}].${property}`);
  const number = (property: string) => numberAt(values, `nics[${index}].${property}`);
  const [sockets, cores, threads] = ['sockets', 'coresPerSocket', 'threadsPerCore'].map((name) => numberAt(values, `processors.${name}`));
  const { processors: most, queues: mostQueues } = { processors: rssNumberFields.processors.max, queues: rssNumberFields.queues.max };
  const table = at('rss.table');
  const queuesOfTable = Array.isArray(table) ? Math.max(...(table as number[])) + 1 : mostQueues;
  const hashTypes = at('rss.hashTypes');
  const flags = (ids: readonly unknown[]) => rssHashTypeFields.reduce((all, { id, flag }) => (ids.includes(id) ? all | flag : all), 0);
  const key = at('rss.key');
  return {
    processors: sockets && cores && threads ? sockets * cores * threads : most,
    threadsPerCore: threads ?? 1,
    skipSiblings: at('rss.skipSiblings') !== false,
    baseProcessor: number('rss.baseProcessor') ?? 0,
    maxProcessors: number('rss.maxProcessors') ?? most,
    queues: number('queues') ?? queuesOfTable,
    tableEntries: number('rss.tableEntries') ?? (Array.isArray(table) ? table.length : rssDefaults.tableEntries),
    table: Array.isArray(table) ? (table as number[]) : null,
    key: typeof key === 'string' ? key.replace(/[^0-9a-f]/gi, '').toLowerCase() : rssDefaults.key,
    hashFlags: Array.isArray(hashTypes) ? flags(hashTypes) : rssDefaults.hashFlags,
  };
}

/** Lines of the text `id`; null when the settings contradict each other. */
export function linesOf(id: CommandText['id'], settings: RssSettings): string[] | null {
  if (rssFaults(settings).length) return null;
  return rssCommands(settings)
    .find((command) => command.id === id)!
    .text.split('\n');
}

/** A line of the text `id` for any settings, to be used as it stands. */
export function lineOf(id: CommandText['id'], settings: RssSettings, start: string): string {
  const text = rssCommands(settings).find((command) => command.id === id)!.text;
  const line = text.split('\n').find((one) => one.startsWith(start));
  if (line === undefined) throw new Error(`features/rss-commands.ts has no line that starts with “${start}”.`);
  return line;
}
