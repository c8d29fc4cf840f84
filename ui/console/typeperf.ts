// typeperf: counters of the host as comma-separated lines. Samples come from the host; typeperf only names and prints them.
// Layout: outputs of typeperf ("(PDH-CSV 4.0)").

import { fails, note, type Command } from './change.ts';
import { reconstructedLines } from './reconstructed.ts';
import type { CounterRequest } from './state.ts';

const usage = ['', 'Usage:', '', 'typeperf { <counter [counter ...]> } [-si [[hh:]mm:]ss] [-sc samples] [-f CSV]', ''];

/** "[[hh:]mm:]ss" in seconds; null when it is not that. */
function readInterval(text: string): number | null {
  if (!/^(\d{1,4}:){0,2}\d{1,5}$/.test(text)) return null;
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? seconds : null;
}

const sampleText = (value: number | null) => (value === null ? ' ' : value.toFixed(6));

/** Rows that one command prints at most. */
const mostRows = 1000;

export const typeperf: Command = (state, words) => {
  const paths: string[] = [];
  let intervalSeconds = 1;
  let count: number | null = null;
  const help = () =>
    fails(...usage, note('-cf, -o, -q, -qx, -s, -config and -y are not emulated.'), ...reconstructedLines('typeperf', state.os));
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const option = word.toLowerCase().replace(/^\//, '-');
    const value = words[at + 1] ?? '';
    if (option === '-si' && readInterval(value) !== null) {
      intervalSeconds = readInterval(value)!;
      at++;
    } else if (option === '-sc' && /^[1-9]\d{0,6}$/.test(value)) {
      count = Number(value);
      at++;
    } else if (option === '-f' && value.toLowerCase() === 'csv') at++;
    else if (option.startsWith('-')) return help();
    else paths.push(word);
  }
  if (paths.length === 0) return help();
  const host = `\\\\${state.computerName}`;
  const local = paths.map((path) => (path.toLowerCase().startsWith(`${host.toLowerCase()}\\`) ? path.slice(host.length) : path));
  const expanded = local.flatMap((path) => state.counters.expand(path));
  if (expanded.length === 0) return fails('', 'Error:', 'No valid counters.');
  const request: CounterRequest = { paths: expanded, intervalSeconds, count };
  const rows = state.counters.samples(request).slice(0, mostRows);
  return {
    changes: [{ kind: 'sample-counters', request }],
    failed: false,
    lines: [
      '',
      ['(PDH-CSV 4.0)', ...expanded.map((path) => `${host}${path}`)].map((text) => `"${text}"`).join(','),
      ...rows.map(({ time, values }) => [time, ...values.map(sampleText)].map((text) => `"${text}"`).join(',')),
      '',
      'The command completed successfully.',
    ],
  };
};
