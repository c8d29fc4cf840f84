// The command line: what is accepted, and what is said when it is not. Options of RSS come from ui/features/rss.ts.

import { parseArgs } from 'node:util';
import { parseKey, rssDefaults, rssFaults, rssHashTypeFields, rssNumberFields, type RssSettings } from '../features/rss.ts';

/** Wrong usage: printed with a hint to --help, exit code 2. */
export class UsageError extends Error {}

export const EXIT = { ok: 0, usage: 2, fault: 3 } as const;

export const HELP = `nicscope: where Receive Side Scaling puts each frame of a capture

  nicscope hash FILE       one row per frame: frame,link,l3,l4,hash_type,hash,entry,queue,processor
  nicscope capture FILE    summary and verdict: the hot processor, its share, and why

FILE is a pcap or pcapng capture, plain or gzip; - reads standard input.

Options
  --format csv|json        hash: csv (default) or json, an object a line; capture: json (default) or text
  --key HEX                secret key, 40 to 64 bytes (default: Microsoft's verification key)
  --hash-types LIST        comma-separated, of: ${rssHashTypeFields.map(({ id }) => id).join(', ')}
                           (default: ipv4,tcp-ipv4,ipv6,tcp-ipv6; the udp types are later Windows)
  --table N                entries of the indirection table: ${rssNumberFields.tableEntries.choices!.join(', ')} (default 128)
  --queues N               receive queues, ${rssNumberFields.queues.min} to ${rssNumberFields.queues.max} (default 4)
  --base N                 first processor that RSS may use (default 0)
capture only
  --server ADDRESS         whose receive side is looked at; several with commas; "all" takes every frame as received
  --interface N|every      interface of a capture of several, from 0 (default: the busiest)
  --measure packets|bytes  what counts as load (default packets)

Exit code: 0 the whole file was read; 3 it ended in a fault (what came before it is printed); 2 wrong usage.`;

export interface Invocation {
  command: 'hash' | 'capture';
  file: string;
  format: string;
  settings: RssSettings;
  server: string | null;
  iface: number | 'every' | null;
  measure: 'packets' | 'bytes';
}

function wholeNumber(option: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[0-9]{1,9}$/.test(text)) throw new UsageError(`--${option}: “${text}” is not a whole number.`);
  return Number(text);
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

function oneOf<T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (!found) throw new UsageError(`--${option}: “${text}” is not one of ${choices.join(', ')}.`);
  return found;
}

/** @returns null when help was asked for  @throws UsageError */
export function readInvocation(argv: string[]): Invocation | null {
  let parsed;
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        'help': { type: 'boolean', short: 'h' },
        'format': { type: 'string' },
        'key': { type: 'string' },
        'hash-types': { type: 'string' },
        'table': { type: 'string' },
        'queues': { type: 'string' },
        'base': { type: 'string' },
        'server': { type: 'string' },
        'interface': { type: 'string' },
        'measure': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]! + '.');
  }
  const { values, positionals } = parsed;
  if (values.help || positionals[0] === 'help') return null;
  const [name, file, ...more] = positionals;
  if (!name) throw new UsageError('No command is given.');
  const command = (['hash', 'capture'] as const).find((known) => known === name);
  if (!command) throw new UsageError(`“${name}” is not a command; hash and capture are.`);
  if (!file) throw new UsageError(`${command}: no file is given; - reads standard input.`);
  if (more.length) throw new UsageError(`${command}: one file at a time; “${more[0]}” is too many.`);
  if (command === 'hash' && (values.server ?? values.measure ?? values.interface) !== undefined)
    throw new UsageError('--server, --interface and --measure belong to nicscope capture.');

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
  return {
    command,
    file,
    format:
      command === 'hash'
        ? oneOf('format', values.format ?? 'csv', ['csv', 'json'])
        : oneOf('format', values.format ?? 'json', ['json', 'text']),
    settings,
    server: values.server ?? null,
    iface:
      values.interface === undefined || values.interface === 'every'
        ? (values.interface ?? null)
        : wholeNumber('interface', values.interface, 0),
    measure: oneOf('measure', values.measure ?? 'packets', ['packets', 'bytes']),
  };
}
