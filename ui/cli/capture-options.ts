// Options of `nicscope hash` and `nicscope capture`. Those of RSS come from ui/features/rss.ts.

import { parseKey, rssDefaults, rssFaults, rssHashTypeFields, rssNumberFields, type RssSettings } from '../features/rss.ts';
import { oneOf, UsageError, wholeNumber, type OptionValues } from './arguments.ts';

const rssOptions = {
  'format': { type: 'string' },
  'key': { type: 'string' },
  'hash-types': { type: 'string' },
  'table': { type: 'string' },
  'queues': { type: 'string' },
  'base': { type: 'string' },
} as const;

export const hashOptions = rssOptions;
export const captureOptions = {
  ...rssOptions,
  server: { type: 'string' },
  interface: { type: 'string' },
  measure: { type: 'string' },
} as const;

export const captureHelp = `hash and capture
  --format csv|json        hash: csv (default) or json, an object a line
  --format json|text       capture: json (default) or text
  --key HEX                secret key, 40 to 64 bytes (default: Microsoft's verification key)
  --hash-types LIST        comma-separated, of: ${rssHashTypeFields.map(({ id }) => id).join(', ')}
                           (default: ipv4,tcp-ipv4,ipv6,tcp-ipv6; the udp types are later Windows)
  --table N                entries of the indirection table: ${rssNumberFields.tableEntries.choices!.join(', ')} (default 128)
  --queues N               receive queues, ${rssNumberFields.queues.min} to ${rssNumberFields.queues.max} (default 4)
  --base N                 first processor that RSS may use (default 0)
capture
  --server ADDRESS         whose receive side is looked at; several with commas; "all" takes every frame as received
  --interface N|every      interface of a capture of several, from 0 (default: the busiest)
  --measure packets|bytes  what counts as load (default packets)`;

export interface HashInvocation {
  file: string;
  format: 'csv' | 'json';
  settings: RssSettings;
}

export interface CaptureInvocation {
  file: string;
  format: 'json' | 'text';
  settings: RssSettings;
  server: string | null;
  iface: number | 'every' | null;
  measure: 'packets' | 'bytes';
}

function hashFlags(list: string | undefined): number {
  if (list === undefined) return rssDefaults.hashFlags;
  let flags = 0;
  for (const id of list.split(',').filter(Boolean)) {
    const field = rssHashTypeFields.find((known) => known.id === id.trim().toLowerCase());
    if (!field) throw new UsageError(`--hash-types: “${id}” is not one of ${rssHashTypeFields.map((known) => known.id).join(', ')}.`);
    flags |= field.flag;
  }
  return flags;
}

function readRss(values: OptionValues<typeof rssOptions>): RssSettings {
  const key = values.key === undefined ? { key: rssDefaults.key } : parseKey(values.key);
  if ('fault' in key) throw new UsageError(`--key: ${key.fault}`);
  const queues = wholeNumber('queues', values.queues, rssDefaults.queues);
  const baseProcessor = wholeNumber('base', values.base, rssDefaults.baseProcessor);
  const settings: RssSettings = {
    ...rssDefaults,
    key: key.key,
    hashFlags: hashFlags(values['hash-types']),
    tableEntries: wholeNumber('table', values.table, rssDefaults.tableEntries),
    queues,
    baseProcessor,
    // The command asks for queues; the host has a processor for each of them.
    maxProcessors: Math.min(rssNumberFields.maxProcessors.max, Math.max(1, queues)),
    processors: Math.min(rssNumberFields.processors.max, Math.max(rssDefaults.processors, baseProcessor + queues)),
  };
  const names: Partial<Record<string, string>> = { tableEntries: 'table', baseProcessor: 'base' };
  const [fault] = rssFaults(settings);
  if (fault) throw new UsageError(`--${names[fault.path] ?? fault.path}: ${fault.message}`);
  if (baseProcessor + queues > rssNumberFields.processors.max)
    throw new UsageError(
      `--base ${baseProcessor} and --queues ${queues} need processor ${baseProcessor + queues - 1}; the last one is ${rssNumberFields.processors.max - 1}.`,
    );
  return settings;
}

/** @throws UsageError */
export function readHash(file: string, values: OptionValues<typeof hashOptions>): HashInvocation {
  return { file, format: oneOf('format', values.format ?? 'csv', ['csv', 'json']), settings: readRss(values) };
}

/** @throws UsageError */
export function readCapture(file: string, values: OptionValues<typeof captureOptions>): CaptureInvocation {
  return {
    file,
    format: oneOf('format', values.format ?? 'json', ['json', 'text']),
    settings: readRss(values),
    server: values.server ?? null,
    iface:
      values.interface === undefined || values.interface === 'every'
        ? (values.interface ?? null)
        : wholeNumber('interface', values.interface, 0),
    measure: oneOf('measure', values.measure ?? 'packets', ['packets', 'bytes']),
  };
}
