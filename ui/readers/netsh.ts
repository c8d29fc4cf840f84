// `netsh interface tcp show global`: Windows Server 2008 (six lines), 2008 R2 (NetDMA and DCA besides) and later (more, and fewer).
// Labels after outputs of these versions; the spelling "Direct Cache Acess" is that of 2008 R2.

import { printQuantity } from '../scenario/quantities.ts';
import { labelled, wholeNumber } from './lines.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

type Row = (value: string, line: Line, reading: Reading) => void;

const MILLISECOND_PS = 1_000_000_000;
const noSuchState = (value: string) => `“${value}” is none of the states that the emulated Windows versions have.`;
const later =
  (what: string): Row =>
  (_, line, reading) =>
    reading.leave(line, `${what} is of later Windows versions; the emulated ones do not have it.`);

const choice =
  (path: string, words: Readonly<Record<string, string>>, whyNot: Readonly<Record<string, string>> = {}): Row =>
  (value, line, reading) => {
    const word = value.toLowerCase();
    if (Object.hasOwn(words, word)) reading.find(path, words[word]!, line);
    else reading.leave(line, Object.hasOwn(whyNot, word) ? whyNot[word]! : noSuchState(value));
  };

const toggle =
  (path: string, whyNot: Readonly<Record<string, string>> = {}): Row =>
  (value, line, reading) => {
    const word = value.toLowerCase();
    if (word === 'enabled' || word === 'disabled') reading.find(path, word === 'enabled', line);
    else reading.leave(line, Object.hasOwn(whyNot, word) ? whyNot[word]! : noSuchState(value));
  };

const windowsSwitch = (name: string): Row => choice(`windows.netsh.${name}`, { enabled: 'enabled', disabled: 'disabled' });

const levels = ['disabled', 'highlyrestricted', 'restricted', 'normal', 'experimental'];

const rows: Readonly<Record<string, Row>> = {
  'receive-side scaling state': windowsSwitch('rss'),
  'chimney offload state': choice('windows.netsh.chimney', { enabled: 'enabled', disabled: 'disabled', automatic: 'automatic' }),
  'netdma state': windowsSwitch('netdma'),
  'direct cache acess (dca)': windowsSwitch('dca'),
  'direct cache access (dca)': windowsSwitch('dca'),
  'receive window auto-tuning level': choice('tcp.autoTuning', Object.fromEntries(levels.map((level) => [level, level]))),
  'add-on congestion control provider': choice(
    'tcp.congestion',
    { none: 'newreno', ctcp: 'ctcp' },
    { default: '“default” does not say which provider that is.' },
  ),
  'ecn capability': toggle('tcp.ecn', { default: '“default” does not say whether ECN is on.' }),
  'rfc 1323 timestamps': toggle('tcp.timestamps', {
    allowed: '“allowed” is of later Windows versions: timestamps are used when the other side asks for them.',
  }),
  'initial rto': (value, line, reading) => {
    const milliseconds = wholeNumber(value.replace(/ ?ms$/, ''));
    if (milliseconds === null) reading.leave(line, `“${value}” is not a number of milliseconds.`);
    else reading.find('tcp.initialRto', printQuantity('duration', milliseconds * MILLISECOND_PS), line, 'Printed in milliseconds.');
  },
  'max syn retransmissions': (value, line, reading) => {
    const times = wholeNumber(value);
    if (times === null) reading.leave(line, `“${value}” is not a number.`);
    else reading.find('tcp.synRetransmissions', times, line);
  },
  'receive segment coalescing state': later('Receive segment coalescing'),
  'non sack rtt resiliency': later('Non-SACK RTT resiliency'),
  'fast open': later('TCP Fast Open'),
  'fast open fallback': later('TCP Fast Open'),
  'hystart': later('HyStart'),
  'proportional rate reduction': later('Proportional rate reduction'),
  'pacing profile': later('Pacing'),
};

const rowOf = (text: string) => {
  const pair = labelled(text);
  const label = pair?.label.toLowerCase();
  return label !== undefined && Object.hasOwn(rows, label) ? { label, value: pair!.value, row: rows[label]! } : null;
};

/** Which version prints these labels; null when the text does not settle it. */
function versionOf(seen: ReadonlyMap<string, Line>): { os: string; line: Line; note: string } | null {
  if (['initial rto', 'direct cache access (dca)', 'receive segment coalescing state'].some((label) => seen.has(label))) return null;
  const misspelt = seen.get('direct cache acess (dca)');
  if (misspelt) return { os: 'ws2008r2', line: misspelt, note: 'Only Windows 7 and Windows Server 2008 R2 spell “Acess”.' };
  const last = seen.get('rfc 1323 timestamps');
  if (!last || !seen.has('chimney offload state') || seen.has('netdma state')) return null;
  return { os: 'ws2008', line: last, note: 'Six lines without NetDMA are what Windows Vista and Windows Server 2008 print.' };
}

export const netshReader: Reader = {
  title: 'netsh interface tcp show global',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (text === 'TCP Global Parameters') return 'certain';
    return text === 'Querying active state...' || rowOf(text) ? 'likely' : null;
  },
  startsForeign(lines, index) {
    if (!/^-{40,}\s*$/.test(lines[index]!.text)) return false;
    const values = lines.slice(index + 1, index + 5).map(({ text }) => text.slice(text.lastIndexOf(':') + 1).trim());
    return values.filter((value) => /^(enabled|disabled|automatic|normal|none|ctcp|default)$/.test(value)).length >= 3;
  },
  read(lines, reading) {
    const seen = new Map<string, Line>();
    let isHeuristics = false;
    for (const line of lines) {
      const text = line.text.trim();
      const found = rowOf(text);
      if (text.startsWith('**')) isHeuristics = true;
      else if (isHeuristics && !/^overriding\b/.test(text)) isHeuristics = false;
      if (found) {
        found.row(found.value, line, reading);
        seen.set(found.label, line);
      } else if (isHeuristics)
        reading.leave(line, 'The auto-tuning level above is the one that window scaling heuristics chose, not the one that was set.');
      else if (/^(Querying active state\.\.\.|TCP Global Parameters|-{20,}|Ok\.)$/.test(text)) reading.frame(line);
    }
    const version = versionOf(seen);
    if (version) reading.find('os', version.os, version.line, version.note);
  },
};
