// .reg files of Registry Editor: "Windows Registry Editor Version 5.00" and REGEDIT4, read into changes and written from them.
// A file that Registry Editor exported is the same, byte for byte, after reading and writing; comments and hand-made layout are not kept.
// Source: KB 310516. Leaves out: text that goes on over a line break within quotes (written as hex(1) here), types without emulation.

import { parseRegistryPath, registryRoots, shorten } from './paths.ts';
import { quoteText, readData, readQuoted, writeData, type RegForm } from './reg-data.ts';
import { decodeRegFile, encodeRegFile, type RegEncoding } from './reg-encoding.ts';
import { nameFault, valueFault } from './values.ts';
import type { RegistryChange } from './registry.ts';

export type { RegForm } from './reg-data.ts';
export type { RegEncoding } from './reg-encoding.ts';

const headers: Record<RegForm, string> = { 'version 5': 'Windows Registry Editor Version 5.00', 'regedit4': 'REGEDIT4' };

export const regFileLimits = { bytes: 8 << 20, messages: 100 } as const;

export interface RegMessage {
  /** From 1. */
  line: number;
  message: string;
}

export interface RegFile {
  form: RegForm;
  encoding: RegEncoding;
  changes: RegistryChange[];
  /** One for each line that was not understood, the first hundred. */
  messages: RegMessage[];
  /** How many lines were not understood. */
  notUnderstood: number;
}

/** The line without a comment: what follows a semicolon outside quotes. */
function withoutComment(line: string): string {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '"') quoted = !quoted;
    else if (character === '\\' && quoted) at++;
    else if (character === ';' && !quoted) return line.slice(0, at);
  }
  return line;
}

/** A section line: [path] or [-path]. */
function readSection(line: string): { path: string; removes: boolean } | { fault: string } {
  const end = line.lastIndexOf(']');
  if (end < 0) return { fault: 'The closing bracket of the key is missing.' };
  if (!/^\s*(;|$)/.test(line.slice(end + 1))) return { fault: `“${shorten(line.slice(end + 1).trim())}” follows the closing bracket.` };
  const removes = line[1] === '-';
  const path = line.slice(removes ? 2 : 1, end);
  const root = path.split('\\', 1)[0]!.toUpperCase();
  if (!Object.hasOwn(registryRoots, root))
    return { fault: `“${shorten(path)}” has to begin with the full name of a root key, such as HKEY_LOCAL_MACHINE.` };
  const parsed = parseRegistryPath(path);
  if ('fault' in parsed) return parsed;
  return removes && parsed.parts.length === 1 ? { fault: `${root} is a root key and cannot be deleted.` } : { path, removes };
}

/** The name of a value and the text of its data, of a line `"Name"=data` or `@=data`. */
function readName(line: string): { name: string; data: string } | { fault: string } {
  let name = '';
  let end = 1;
  if (!line.startsWith('@')) {
    const quoted = readQuoted(line, 0);
    if ('fault' in quoted) return quoted;
    ({ text: name, end } = quoted);
  }
  const fault = nameFault(name);
  if (fault) return { fault };
  const equals = /^\s*=\s*/.exec(line.slice(end));
  if (!equals) return { fault: `After the name ${line.startsWith('@') ? '@' : quoteText(shorten(name))} an equals sign is expected.` };
  return { name, data: line.slice(end + equals[0].length) };
}

function readValue(path: string, line: string, form: RegForm): RegistryChange | { fault: string } {
  const left = readName(line);
  if ('fault' in left) return left;
  const { name, data } = left;
  if (data.trim() === '-') return { kind: 'delete value', path, name };
  const read = readData(data.trim(), form);
  if ('fault' in read) return read;
  const fault = valueFault(read.value);
  return fault ? { fault } : { kind: 'set', path, name, value: read.value };
}

/**
 * The line at `first` without comment, with the lines that it goes on in: bytes go on after a backslash. Lines between that are comments
 * do not count; a line that begins a key or a value is never a continuation, and then the backslash stays.
 */
function joinLines(lines: readonly string[], first: number): { text: string; last: number } {
  const line = lines[first]!.trim();
  if (line.startsWith('[')) return { text: line, last: first };
  const pieces = [withoutComment(line).trim()];
  let last = first;
  if (/=\s*hex/i.test(pieces[0]!))
    while (pieces.at(-1)!.endsWith('\\') && last + 1 < lines.length && !/^\s*[["@]/.test(lines[last + 1]!)) {
      const next = lines[++last]!.trim();
      if (next.startsWith(';')) continue;
      pieces.push(pieces.pop()!.slice(0, -1));
      pieces.push(withoutComment(next).trim());
    }
  return { text: pieces.join(''), last };
}

/** Reads the lines after the header. */
function readLines(lines: readonly string[], form: RegForm): Pick<RegFile, 'changes' | 'messages' | 'notUnderstood'> {
  const changes: RegistryChange[] = [];
  const messages: RegMessage[] = [];
  let notUnderstood = 0;
  const complain = (line: number, message: string) => {
    if (++notUnderstood <= regFileLimits.messages) messages.push({ line, message });
  };
  let path: string | null = null;
  for (let index = 1; index < lines.length; index++) {
    const number = index + 1;
    const { text, last } = joinLines(lines, index);
    index = last;
    if (text === '') continue;
    if (text.startsWith('[')) {
      const section = readSection(text);
      path = null;
      if ('fault' in section) complain(number, section.fault);
      else {
        changes.push({ kind: section.removes ? 'delete key' : 'key', path: section.path });
        if (!section.removes) path = section.path;
      }
    } else if (!text.startsWith('"') && !text.startsWith('@'))
      complain(number, `“${shorten(text)}” is no key in brackets, no value name in quotes, no @ and no comment.`);
    else if (path === null) complain(number, 'The value belongs to no key: no [key] that could be read stands above it.');
    else {
      const value = readValue(path, text, form);
      if ('fault' in value) complain(number, value.fault);
      else changes.push(value);
    }
  }
  return { changes, messages, notUnderstood };
}

/** Reads a .reg file. A file as a whole may be at fault: too long, unknown encoding, unknown first line. */
export function readRegFile(bytes: Uint8Array): RegFile | { fault: string } {
  if (bytes.length > regFileLimits.bytes) return { fault: `The file has ${bytes.length} bytes; at most ${regFileLimits.bytes} are read.` };
  const decoded = decodeRegFile(bytes);
  if ('fault' in decoded) return decoded;
  const lines = decoded.text.split(/\r\n|\n|\r/);
  const first = lines[0]!.trimEnd();
  const form = first === headers['version 5'] ? 'version 5' : first === headers.regedit4 ? 'regedit4' : null;
  if (form === null)
    return { fault: `The first line is “${shorten(first)}”; it has to be “${headers['version 5']}” or “${headers.regedit4}”.` };
  return { form, encoding: decoded.encoding, ...readLines(lines, form) };
}

/** A section's lines: its head, or the lines of a value. */
function writeChange(change: RegistryChange, form: RegForm): { lines: string } | { fault: string } {
  if (/[\r\n]/.test(change.path))
    return { fault: `The key name “${shorten(change.path)}” has a line break, which a .reg file cannot hold.` };
  if (change.kind === 'key') return { lines: `[${change.path}]` };
  if (change.kind === 'delete key') return { lines: `[-${change.path}]` };
  if (/[\r\n]/.test(change.name))
    return { fault: `The value name “${shorten(change.name)}” has a line break, which a .reg file cannot hold.` };
  const left = `${change.name === '' ? '@' : quoteText(change.name)}=`;
  return change.kind === 'delete value' ? { lines: `${left}-` } : writeData(left, change.value, form);
}

/**
 * Writes changes as Registry Editor exports keys. Paths begin with full root names.
 * @param encoding  of version 5: UTF-16 with mark unless told otherwise; REGEDIT4 is ANSI
 */
export function writeRegFile(
  changes: readonly RegistryChange[],
  form: RegForm,
  encoding: RegEncoding = form === 'regedit4' ? 'ansi' : 'utf-16le',
): { bytes: Uint8Array } | { fault: string } {
  const pieces = [`${headers[form]}\r\n`];
  let path: string | null = null;
  for (const change of changes) {
    const opens = change.kind === 'key' || change.kind === 'delete key';
    if (!opens && change.path !== path) pieces.push(`\r\n[${change.path}]\r\n`);
    const written = writeChange(change, form);
    if ('fault' in written) return written;
    pieces.push(`${opens ? '\r\n' : ''}${written.lines}\r\n`);
    path = change.kind === 'delete key' ? null : change.path;
  }
  pieces.push('\r\n');
  return encodeRegFile(pieces.join(''), encoding);
}
