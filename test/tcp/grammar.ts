// Reads scripts: lines of a time and an event. The format is described in README.md beside this file.

import { TcpFlag } from '../../ui/abi/abi.gen.ts';

export interface Options {
  mss?: number;
  windowScale?: number;
  sackPermitted?: boolean;
  /** undefined stands for any value. */
  timestamps?: { value?: number; echo?: number };
  sack?: [number, number][];
}

export interface Segment {
  flags: number;
  seq: number;
  length: number;
  ack?: number;
  window?: number;
  urgent?: number;
  ecn?: number;
  /** undefined: `<...>`, any options. */
  options?: Options;
}

export type Event = { kind: 'in' | 'out'; segment: Segment } | { kind: 'command'; name: string; words: string[] };

export interface Line {
  number: number;
  text: string;
  /** Picoseconds: since the start, or since the line before. */
  time: bigint;
  relative: boolean;
  event: Event;
}

export interface Case {
  name: string;
  settings: Map<string, string>;
  lines: Line[];
}

const flagLetters: Record<string, number> = {
  'S': TcpFlag.Syn,
  'F': TcpFlag.Fin,
  'R': TcpFlag.Rst,
  'P': TcpFlag.Psh,
  '.': TcpFlag.Ack,
  'U': TcpFlag.Urg,
  'E': TcpFlag.Ece,
  'W': TcpFlag.Cwr,
};

export const flagText = (flags: number): string =>
  Object.entries(flagLetters)
    .filter(([, bit]) => flags & bit)
    .map(([letter]) => letter)
    .join('') || '-';

/** Seconds with up to 12 decimals, as picoseconds. */
export function picoseconds(text: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,12}))?$/.exec(text);
  if (!match) throw new Error(`not a time in seconds: ${text}`);
  return BigInt(match[1]!) * 10n ** 12n + BigInt((match[2] ?? '').padEnd(12, '0'));
}

const number = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value)) throw new Error(`not a number: ${text}`);
  return value;
};

function readOptions(text: string): Options {
  const options: Options = {};
  for (const part of text.split(',').map((word) => word.trim())) {
    const [name, ...values] = part.split(/\s+/);
    if (name === 'mss') options.mss = number(values[0]!);
    else if (name === 'wscale') options.windowScale = number(values[0]!);
    else if (name === 'sackOK') options.sackPermitted = true;
    else if (name === 'TS') {
      const value = (word: string): number | undefined => (word === '*' ? undefined : number(word));
      options.timestamps = { value: value(values[1]!), echo: value(values[3]!) };
    } else if (name === 'sack')
      options.sack = values.map((block) => {
        const [left, right] = block.split(':').map(number);
        return [left!, right!];
      });
    else if (name !== 'nop' && name !== '') throw new Error(`unknown option ${part}`);
  }
  return options;
}

function readSegment(text: string): Segment {
  const match = /^([SFRPUEW.-]+) (\d+):(\d+)\((\d+)\)(.*)$/.exec(text);
  if (!match) throw new Error('a segment reads: FLAGS SEQ:END(LENGTH) [ack N] [win N] [urg N] [ecn N] [<options>]');
  const [, letters, seq, end, length, rest] = match;
  if (number(end!) - number(seq!) !== number(length!)) throw new Error(`${seq}:${end} are not ${length} bytes`);
  const segment: Segment = {
    flags: Array.from(letters!).reduce((bits, letter) => bits | (flagLetters[letter] ?? 0), 0),
    seq: number(seq!),
    length: number(length!),
    options: {},
  };
  const bracket = /<([^>]*)>\s*$/.exec(rest!);
  if (bracket) segment.options = bracket[1] === '...' ? undefined : readOptions(bracket[1]!);
  const words = rest!
    .replace(/<[^>]*>\s*$/, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  for (let at = 0; at < words.length; at += 2) {
    const value = number(words[at + 1] ?? '');
    if (words[at] === 'ack') segment.ack = value;
    else if (words[at] === 'win') segment.window = value;
    else if (words[at] === 'urg') segment.urgent = value;
    else if (words[at] === 'ecn') segment.ecn = value;
    else throw new Error(`unknown word ${words[at]}`);
  }
  if (((segment.flags & TcpFlag.Ack) !== 0) !== (segment.ack !== undefined)) throw new Error('`.` and `ack` go together');
  return segment;
}

function readLine(text: string, lineNumber: number): Line {
  const match = /^(\+?)(\d+(?:\.\d+)?)\s+(\S+)\s*(.*)$/.exec(text);
  if (!match) throw new Error('a line reads: TIME EVENT');
  const [, plus, time, word, rest] = match;
  const event: Event =
    word === '<' || word === '>'
      ? { kind: word === '<' ? 'in' : 'out', segment: readSegment(rest!.trim()) }
      : { kind: 'command', name: word!, words: rest!.split(/\s+/).filter(Boolean) };
  return { number: lineNumber, text, time: picoseconds(time!), relative: plus === '+', event };
}

/** Cases of a script. `set` lines before the first case hold for all of them. */
export function readScript(file: string, source: string): Case[] {
  const cases: Case[] = [];
  const common = new Map<string, string>();
  source.split('\n').forEach((raw, index) => {
    const text = raw.replace(/(^|\s)#.*$/, '').trim();
    if (!text) return;
    try {
      const title = /^==\s*(.+)$/.exec(text);
      const current = cases.at(-1);
      if (title) cases.push({ name: title[1]!, settings: new Map(common), lines: [] });
      else if (text.startsWith('set ')) {
        for (const pair of text.slice(4).trim().split(/\s+/)) {
          const [key, value] = pair.split('=');
          if (value === undefined) throw new Error(`a setting reads KEY=VALUE: ${pair}`);
          (current?.settings ?? common).set(key!, value);
        }
      } else if (current) current.lines.push(readLine(text, index + 1));
      else throw new Error('a case begins with == NAME');
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${text}\n  ${(error as Error).message}`, { cause: error });
    }
  });
  return cases;
}
