// Texts of several origins, read as one: what was pasted, and files. A bare prompt stands between two, which ends the text before it.
// Bytes of a file: as Registry Editor and the redirection of PowerShell write them (UTF-16 with its mark), UTF-8, or ANSI.

import { decodeRegFile } from '../../registry/reg-encoding.ts';
import { formatBytes } from '../format.ts';

export interface Source {
  /** Null for the text that is typed or pasted into the page. */
  name: string | null;
  text: string;
}

/** Four million characters in UTF-16, its mark, and no more. */
export const MAX_FILE_BYTES = 8_000_002;
export const MAX_FILES = 32;

const BOUNDARY = 'C:\\>';
const LINE_END = /\r*\n|\r/g;

export interface JoinedSources {
  text: string;
  /** Where a line of the whole stands. @param number from 1 */
  locate(number: number): { source: Source; line: number };
}

const countLines = (text: string) => (text.match(LINE_END)?.length ?? 0) + 1;

export function joinSources(sources: readonly Source[]): JoinedSources {
  const used = sources.filter(({ text }) => text.trim() !== '');
  const starts: number[] = [];
  let next = 1;
  for (const { text } of used) {
    starts.push(next);
    next += countLines(text) + 1;
  }
  return {
    text: used.map(({ text }) => text).join(`\n${BOUNDARY}\n`),
    locate(number) {
      const at = Math.max(
        0,
        starts.findLastIndex((start) => start <= number),
      );
      return { source: used[at] ?? { name: null, text: '' }, line: number - (starts[at] ?? 1) + 1 };
    },
  };
}

/** Text of a file, or why it is not read. */
export async function readSource(file: File): Promise<Source | { fault: string }> {
  if (file.size > MAX_FILE_BYTES)
    return { fault: `${file.name} has ${formatBytes(file.size)}; outputs of commands up to ${formatBytes(MAX_FILE_BYTES)} are read.` };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return { fault: `${file.name} could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  const decoded = decodeRegFile(bytes);
  return 'fault' in decoded ? { fault: `${file.name}: ${decoded.fault}` } : { name: file.name, text: decoded.text };
}
