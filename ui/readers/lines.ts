// A pasted text as numbered lines, within bounds; and the two forms in which commands print a value: "label : value" and columns.
// Line ends: LF, CR LF, CR, and the CR CR LF of wmic.

import type { Line } from './types.ts';

/** More than any of the commands prints, and little enough to be read while one waits. */
export const MAX_LINES = 20_000;
export const MAX_LINE_LENGTH = 8192;
const MAX_CHARACTERS = 4_000_000;

export interface SplitText {
  lines: Line[];
  /** Lines too long to be looked at; their text is cut. */
  long: Line[];
  /** Whether there was more text than is looked at. */
  isCut: boolean;
}

export function splitLines(text: string): SplitText {
  const looked = text.slice(0, MAX_CHARACTERS).replace(/^\ufeff/, '');
  const texts = looked.split(/\r*\n|\r/, MAX_LINES + 1);
  const isCut = text.length > MAX_CHARACTERS || texts.length > MAX_LINES;
  const lines: Line[] = [];
  const long: Line[] = [];
  for (const [index, raw] of texts.slice(0, MAX_LINES).entries()) {
    const line = { number: index + 1, text: raw.slice(0, MAX_LINE_LENGTH).replaceAll('\u00a0', ' ') };
    (raw.length > MAX_LINE_LENGTH ? long : lines).push(line);
  }
  return { lines, long, isCut };
}

/** "  RX Mini:   0 " -> { label: "RX Mini", value: "0" }: parted at the first colon. */
export function labelled(text: string): { label: string; value: string } | null {
  const colon = text.indexOf(':');
  const label = colon < 0 ? '' : text.slice(0, colon).trim();
  return label ? { label, value: text.slice(colon + 1).trim() } : null;
}

/** A whole number of at most nine digits; null for anything else. */
export const wholeNumber = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** Tabs become blanks up to the next multiple of eight, as a console shows them. */
export function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let out = '';
  for (const part of text.split('\t')) out += part + ' '.repeat(8 - (part.length % 8));
  return out.trimEnd();
}

/** The line at `index` and those after it, up to a blank one; `count` at most. */
export function paragraph(lines: readonly Line[], index: number, count: number): Line[] {
  const found: Line[] = [];
  for (let at = index; at < lines.length && at < index + count && lines[at]!.text.trim(); at++) found.push(lines[at]!);
  return found;
}
