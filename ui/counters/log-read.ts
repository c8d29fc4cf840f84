// A performance log of a real server (CSV of typeperf, relog or a data collector set), read for comparison with the emulated host.
// Columns are matched by object and counter; what cannot be matched is kept by name, with the reason. Bounded: what lies beyond the limits
// is left out and said so. Leaves out: counters in other languages than English.

import {
  csvLimits,
  csvReaderEnd,
  csvReaderPush,
  csvReaderStart,
  type CsvFault,
  type CsvHeader,
  type CsvReader,
  type CsvRow,
} from './csv.ts';
import { performanceObjects, type CounterInfo } from './objects.ts';
import { hasWildcard, type CounterPath } from './path.ts';
import { counterKey } from './series.ts';

export const logLimits = { values: 4_000_000, rows: 200_000 } as const;

export interface LogColumn {
  /** The column of the file. */
  text: string;
  /** In our spelling of object and counter. */
  path: CounterPath;
  counter: CounterInfo;
  values: (number | null)[];
}

export interface CounterLog {
  /** Unique among the logs that are open. */
  id: string;
  /** Of the file. */
  name: string;
  /** ps since the first row; all columns share it. */
  timePs: number[];
  /** Local time of the first row, in ms since 1970. */
  startLocalMs: number;
  /** Virtual time that the first row is shown at. */
  beginPs: number;
  columns: LogColumn[];
  unmatched: { column: string; reason: string }[];
  /** The first hundred; lines at fault were left out. */
  faults: CsvFault[];
  faultCount: number;
}

const PS_PER_MS = 1_000_000_000;
const knownObjects = new Map(performanceObjects.map((object) => [object.name.toLowerCase(), object]));

function matchColumn(path: CounterPath | null): { path: CounterPath; counter: CounterInfo } | { reason: string } {
  if (path === null) return { reason: 'It is not a counter path.' };
  if (hasWildcard(path)) return { reason: 'It has a wildcard, and so does not name one counter.' };
  const object = knownObjects.get(path.object.toLowerCase());
  if (!object) return { reason: `“${path.object}” is not an object of the emulated computer. Only English names are known.` };
  const counter = object.counters.find(({ name }) => name.toLowerCase() === path.counter.toLowerCase());
  if (!counter) return { reason: `${object.name} has no counter “${path.counter}” here.` };
  if ((object.instances === 'none') !== (path.instance === null))
    return { reason: `${object.name} has ${path.instance === null ? 'instances, and the column names none' : 'no instances'}.` };
  return { path: { ...path, object: object.name, counter: counter.name }, counter };
}

/** The columns of a header that can be shown, with their places in a row. */
function matchHeader({ columns }: CsvHeader): { matched: (LogColumn & { place: number })[]; unmatched: CounterLog['unmatched'] } {
  const matched: (LogColumn & { place: number })[] = [];
  const unmatched: CounterLog['unmatched'] = [];
  const seen = new Set<string>();
  columns.forEach(({ text, path }, place) => {
    const match = matchColumn(path);
    if ('reason' in match) return void unmatched.push({ column: text, reason: match.reason });
    const key = `${match.path.computer?.toLowerCase()} ${counterKey(match.path)}`;
    if (seen.has(key)) return void unmatched.push({ column: text, reason: 'The same counter is in a column before it.' });
    seen.add(key);
    matched.push({ text, ...match, values: [], place });
  });
  return { matched, unmatched };
}

/** State of a log that is being read. */
interface Reading {
  reader: CsvReader;
  header: ReturnType<typeof matchHeader> | null;
  timePs: number[];
  startLocalMs: number;
  /** Faults of rows that are well formed. */
  faults: CsvFault[];
  isFull: boolean;
}

function takeRow(reading: Reading, columns: readonly (LogColumn & { place: number })[], { line, localMs, values }: CsvRow): void {
  const { timePs, faults } = reading;
  if (reading.isFull) return;
  if (timePs.length >= logLimits.rows || (timePs.length + 1) * columns.length > logLimits.values) {
    reading.isFull = true;
    faults.push({ line, message: `The log is too large; it is read up to this line, ${timePs.length} rows.` });
    return;
  }
  if (timePs.length === 0) reading.startLocalMs = localMs;
  const atPs = (localMs - reading.startLocalMs) * PS_PER_MS;
  if (timePs.length > 0 && atPs < timePs.at(-1)!) {
    if (faults.length < csvLimits.faults) faults.push({ line, message: 'The time is before that of a line above; the line is left out.' });
    return;
  }
  timePs.push(atPs);
  for (const column of columns) column.values.push(values[column.place] ?? null);
}

function takeRows(reading: Reading, rows: readonly CsvRow[]): void {
  if (reading.reader.header) reading.header ??= matchHeader(reading.reader.header);
  for (const row of rows) takeRow(reading, reading.header!.matched, row);
}

const hasValues = ({ values }: LogColumn): boolean => values.some((value) => value !== null);

function finishLog(
  id: string,
  name: string,
  { reader, header, timePs, startLocalMs, faults: own }: Reading,
): CounterLog | { fault: string } {
  const { matched, unmatched } = header ?? { matched: [], unmatched: [] };
  const faults = [...(reader.stopped ? [reader.stopped] : []), ...reader.faults, ...own].sort((left, right) => left.line - right.line);
  if (timePs.length === 0) {
    const [first] = faults;
    return { fault: `${name} has no samples. ${first ? `Line ${first.line}: ${first.message}` : 'After its header there are no lines.'}` };
  }
  const empty = matched.filter((column) => !hasValues(column)).map(({ text }) => ({ column: text, reason: 'It has no values.' }));
  const left = [...unmatched, ...empty];
  const columns = matched.filter(hasValues).map(({ text, path, counter, values }) => ({ text, path, counter, values }));
  if (columns.length === 0) {
    const why = left[0] ? `Line 1, column “${left[0].column.slice(0, 200)}”: ${left[0].reason}` : 'Line 1: the header names no counters.';
    return { fault: `${name} has no column that can be shown. ${why}` };
  }
  const faultCount = faults.length - reader.faults.length + reader.faultCount;
  return { id, name, timePs, startLocalMs, beginPs: 0, columns, unmatched: left, faults: faults.slice(0, csvLimits.faults), faultCount };
}

/**
 * Reads a whole file. @returns the log, or what is wrong, with the line, when it holds nothing that can be shown
 * @param pieces  the file's text, cut anywhere
 */
export async function readLog(
  id: string,
  name: string,
  pieces: Iterable<string> | AsyncIterable<string>,
): Promise<CounterLog | { fault: string }> {
  const reading: Reading = { reader: csvReaderStart(), header: null, timePs: [], startLocalMs: 0, faults: [], isFull: false };
  for await (const piece of pieces) {
    takeRows(reading, csvReaderPush(reading.reader, piece));
    if (reading.reader.stopped || reading.isFull) break;
  }
  if (!reading.isFull) takeRows(reading, csvReaderEnd(reading.reader));
  return finishLog(id, name, reading);
}
