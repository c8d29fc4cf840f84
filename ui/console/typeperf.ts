// typeperf: counters of the host as comma-separated lines. It names the counters and prints each sample as it comes from the host.
// Layout: outputs of typeperf ("(PDH-CSV 4.0)").

import { csvLimits, writeCsvHeader, writeCsvRow } from '../counters/csv.ts';
import { parseCounterPath, type CounterPath } from '../counters/path.ts';
import { fails, note, type Command } from './change.ts';
import { reconstructedLines } from './reconstructed.ts';
import type { Counters, CounterRequest, CounterSample } from './state.ts';

const usage = ['', 'Usage:', '', 'typeperf { <counter [counter ...]> } [-si [[hh:]mm:]ss] [-sc samples] [-f CSV]', ''];

/** "[[hh:]mm:]ss" in seconds; null when it is not that. */
function readInterval(text: string): number | null {
  if (!/^(\d{1,4}:){0,2}\d{1,5}$/.test(text)) return null;
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? seconds : null;
}

const withoutEnd = (line: string) => line.replace(/\r\n$/, '');

export const sampleLine = ({ localMs, values }: CounterSample): string => withoutEnd(writeCsvRow(localMs, values));

export const endLines: readonly string[] = ['', 'The command completed successfully.'];

/** At Ctrl+C. */
export const brokenLines: readonly string[] = ['^C', '', 'Exiting, please wait...', 'The command completed successfully.'];

/** The counters that paths stand for, and what is wrong with the paths that stand for none. */
function expandAll(counters: Counters, words: readonly string[]): { paths: CounterPath[]; faults: string[] } {
  const paths: CounterPath[] = [];
  const faults: string[] = [];
  for (const word of words) {
    const parsed = parseCounterPath(word);
    const expanded = 'fault' in parsed ? parsed : counters.expand(parsed);
    if ('fault' in expanded) faults.push(expanded.fault);
    else paths.push(...expanded.paths);
    if (paths.length > csvLimits.columns) return { paths: [], faults: [`At most ${csvLimits.columns} counters are emulated at once.`] };
  }
  return { paths, faults };
}

export const typeperf: Command = (state, words) => {
  const typed: string[] = [];
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
    else typed.push(word);
  }
  if (typed.length === 0) return help();
  const { paths, faults } = expandAll(state.counters, typed);
  if (paths.length === 0) return fails('', 'Error:', 'No valid counters.', ...faults.map(note));
  const request: CounterRequest = { paths, intervalSeconds, count };
  return {
    changes: [{ kind: 'sample-counters', request }],
    failed: false,
    lines: [...faults.map(note), '', withoutEnd(writeCsvHeader(paths))],
  };
};
