// Performance logs as CSV, as typeperf and relog write and real servers deliver them: written, and read line by line.
// Source: public outputs of typeperf and relog: a header "(PDH-CSV 4.0)", with time zone in relog's, then a time and the values, each in
// quotes; a blank stands for a missing sample. Read too: fields without quotes, and semicolons between fields with decimal commas.
// Leaves out: tab-separated and binary logs, line breaks within quotes.

import { parseNumber, parseTime, printNumber, printTime } from './csv-time.ts';
import { parseCounterPath, printCounterPath, type CounterPath } from './path.ts';

export const csvLimits = { lineChars: 4 << 20, columns: 20_000, faults: 100 } as const;

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const line = (fields: readonly string[]): string => `${fields.map(quote).join(',')}\r\n`;

export interface TimeZoneNote {
  /** Such as "W. Europe Standard Time". */
  name: string;
  /** Minutes from local time to UTC, as Windows counts: -60 is one hour east. */
  biasMinutes: number;
}

/** @param zone  relog and data collector sets write it, typeperf does not */
export const writeCsvHeader = (paths: readonly CounterPath[], zone?: TimeZoneNote): string =>
  line([`(PDH-CSV 4.0)${zone ? ` (${zone.name})(${zone.biasMinutes})` : ''}`, ...paths.map(printCounterPath)]);

export const writeCsvRow = (localMs: number, values: readonly (number | null)[]): string =>
  line([printTime(localMs), ...values.map((value) => (value === null ? ' ' : printNumber(value)))]);

export interface CsvColumn {
  /** As the file has it. */
  text: string;
  /** null: the text is no counter path, as the comment that data collector sets add at the end. */
  path: CounterPath | null;
}

export interface CsvHeader {
  columns: CsvColumn[];
  zone: TimeZoneNote | null;
  separator: ',' | ';';
}

export interface CsvRow {
  /** From 1. */
  line: number;
  localMs: number;
  /** One for each column; null: no sample. */
  values: (number | null)[];
}

export interface CsvFault {
  line: number;
  message: string;
}

/** State of a file that is being read. */
export interface CsvReader {
  header: CsvHeader | null;
  /** The first hundred. Lines at fault give no row. */
  faults: CsvFault[];
  faultCount: number;
  /** Why the rest of the file is not read, or null. */
  stopped: CsvFault | null;
  /** Decimal mark of the values so far. */
  mark: '.' | ',' | null;
  lines: number;
  /** Beginning of a line whose end has not come yet. */
  pending: string[];
  pendingChars: number;
}

export const csvReaderStart = (): CsvReader => ({
  header: null,
  faults: [],
  faultCount: 0,
  stopped: null,
  mark: null,
  lines: 0,
  pending: [],
  pendingChars: 0,
});

function complain(reader: CsvReader, message: string): null {
  if (++reader.faultCount <= csvLimits.faults) reader.faults.push({ line: reader.lines, message });
  return null;
}

function stop(reader: CsvReader, message: string): void {
  reader.stopped = { line: reader.lines, message };
  reader.pending = [];
}

/** Fields of a line, quoted or not. @returns them, or what is wrong */
function splitFields(text: string, separator: string): string[] | { fault: string } {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (fields.length > csvLimits.columns) return { fault: `The line has more than ${csvLimits.columns} fields.` };
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at);
      fields.push(text.slice(at, end < 0 ? undefined : end));
      if (end < 0) return fields;
      at = end + 1;
      continue;
    }
    let field = '';
    for (;;) {
      const end = text.indexOf('"', at + 1);
      if (end < 0) return { fault: 'The closing quote of a field is missing.' };
      field += text.slice(at + 1, end);
      at = end + 1;
      if (text[at] !== '"') break;
      field += '"';
    }
    fields.push(field);
    if (at === text.length) return fields;
    if (text[at] !== separator) return { fault: `After a closing quote “${separator}” is expected.` };
    at++;
  }
}

function readHeader(reader: CsvReader, text: string): void {
  const first = /^"?\(PDH-CSV 4\.0\)(?: \(([^()"]*)\)\((-?\d{1,4})\))?"?\s*([,;]|$)/.exec(text);
  if (!first) return stop(reader, 'The file does not begin with "(PDH-CSV 4.0)": it is no performance log in CSV form.');
  const separator = first[3] === ';' ? ';' : ',';
  const fields = splitFields(text, separator);
  if ('fault' in fields) return stop(reader, fields.fault);
  const columns = fields.slice(1).map((field) => {
    const path = parseCounterPath(field);
    return { text: field, path: 'fault' in path ? null : path };
  });
  const zone = first[1] === undefined ? null : { name: first[1], biasMinutes: Number(first[2]) };
  reader.header = { columns, zone, separator };
}

function readValue(reader: CsvReader, text: string): number | null | { fault: string } {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = parseNumber(trimmed);
  if (!number) return { fault: `“${trimmed.slice(0, 40)}” is not a number.` };
  if (number.mark !== null) {
    if (reader.mark !== null && reader.mark !== number.mark)
      return { fault: `“${trimmed.slice(0, 40)}” has the decimal mark “${number.mark}”, values before it “${reader.mark}”.` };
    reader.mark = number.mark;
  }
  return number.value;
}

function readRow(reader: CsvReader, { columns, separator }: CsvHeader, text: string): CsvRow | null {
  const fields = splitFields(text, separator);
  if ('fault' in fields) return complain(reader, fields.fault);
  if (fields.length !== columns.length + 1) {
    const hint =
      separator === ',' && fields.length > columns.length + 1 ? ' Decimal commas without quotes cannot be told from separators.' : '';
    return complain(reader, `The line has ${fields.length} fields, the header ${columns.length + 1}.${hint}`);
  }
  const localMs = parseTime(fields[0]!.trim());
  if (localMs === null) return complain(reader, `“${fields[0]!.slice(0, 40)}” is not a time such as 09/22/2026 21:42:32.824.`);
  const values: (number | null)[] = [];
  for (const [index, { path }] of columns.entries()) {
    const value = readValue(reader, fields[index + 1]!);
    if (value === null || typeof value === 'number') values.push(value);
    else if (path === null)
      values.push(null); // a comment
    else return complain(reader, value.fault);
  }
  return { line: reader.lines, localMs, values };
}

/** What typeperf says on the console when it ends. */
const closing = /^(?:Exiting, please wait\.\.\.|The command completed successfully\.)\s*$/;

function readLine(reader: CsvReader, raw: string, rows: CsvRow[]): void {
  reader.lines++;
  const text = (reader.lines === 1 ? raw.replace(/^\uFEFF/, '') : raw).replace(/\r+$/, '');
  if (text.trim() === '') return;
  if (!reader.header) return readHeader(reader, text);
  if (closing.test(text)) return;
  const row = readRow(reader, reader.header, text);
  if (row) rows.push(row);
}

/** Takes the next piece of the file. @returns the rows that are complete with it */
export function csvReaderPush(reader: CsvReader, piece: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let at = 0;
  while (!reader.stopped) {
    const end = piece.indexOf('\n', at);
    const part = piece.slice(at, end < 0 ? undefined : end);
    reader.pendingChars += part.length;
    if (reader.pendingChars > csvLimits.lineChars) {
      reader.lines++;
      stop(reader, `The line is longer than ${csvLimits.lineChars} characters.`);
      break;
    }
    if (part !== '') reader.pending.push(part);
    if (end < 0) break;
    const text = reader.pending.join('');
    reader.pending = [];
    reader.pendingChars = 0;
    readLine(reader, text, rows);
    at = end + 1;
  }
  return rows;
}

/** The file is over: its last line may have no line end. @returns the row of that line, if it is one */
export function csvReaderEnd(reader: CsvReader): CsvRow[] {
  const rows = reader.pendingChars > 0 && !reader.stopped ? csvReaderPush(reader, '\n') : [];
  if (!reader.header && !reader.stopped) stop(reader, 'The file is empty.');
  return rows;
}
