// The two forms in which PowerShell prints objects: a list of "Property : value", and a table with a rule of dashes under its heading.

import { expandTabs } from './lines.ts';
import type { Line } from './types.ts';

export interface ListEntry {
  label: string;
  value: string;
  line: Line;
  /** Lines on which the value goes on. */
  more: Line[];
}

/** "BaseProcessor: [Group:Number]   : 0:0" is parted at the first blank and colon with a blank, or nothing, after it. */
export function listEntry(text: string): { label: string; value: string } | null {
  if (/^\s/.test(text)) return null;
  for (let at = text.indexOf(' :'); at >= 0; at = text.indexOf(' :', at + 1)) {
    const after = text[at + 2];
    if (after === undefined || after === ' ' || after === '\t')
      return { label: text.slice(0, at).trim(), value: text.slice(at + 2).trim() };
  }
  return null;
}

/** Entries in order; what is neither an entry nor its continuation is left out. */
export function listEntries(lines: readonly Line[]): ListEntry[] {
  const entries: ListEntry[] = [];
  let isOpen = false;
  for (const line of lines) {
    const entry = listEntry(line.text);
    isOpen = entry !== null || (isOpen && /^\s+\S/.test(line.text));
    if (entry) entries.push({ ...entry, line, more: [] });
    else if (isOpen) entries.at(-1)!.more.push(line);
  }
  for (const entry of entries) if (entry.more.length) entry.value = [entry.value, ...entry.more.map(({ text }) => text)].join(' ').trim();
  return entries;
}

export interface Table {
  /** Heading lines and the rule. */
  frame: Line[];
  rows: { line: Line; cells: ReadonlyMap<string, string> }[];
}

export const isRule = (text: string): boolean => /^\s*-{2,}(\s+-{2,})*\s*$/.test(text);

/** Where a row is cut between two columns: at the last blank up to the start of the next rule. */
function cutAt(text: string, from: number, to: number): number {
  for (let at = Math.min(to, text.length); at > from; at--) if (text[at - 1] === ' ') return at;
  return Math.min(to, text.length);
}

function cellsOf(text: string, rules: readonly { start: number; end: number }[]): string[] {
  const cuts = rules.map(({ start }, column) => (column ? cutAt(text, rules[column - 1]!.start, start) : 0));
  return cuts.map((cut, column) => text.slice(cut, cuts[column + 1] ?? text.length).trim());
}

/** Index of the first rule of dashes among `lines`; -1 when there is none. */
export const ruleIndex = (lines: readonly Line[]): number => lines.findIndex(({ text }) => isRule(text));

/** Tables in order. Headings that are too long for their column go on in the line below: the lines above the rule are joined. */
export function tables(lines: readonly Line[]): Table[] {
  const found: Table[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!isRule(lines[at]!.text) || at === 0) continue;
    const rules = [...expandTabs(lines[at]!.text).matchAll(/-+/g)].map(({ index, 0: dashes }) => ({
      start: index,
      end: index + dashes.length,
    }));
    let top = at;
    while (top > 0 && at - top < 4 && lines[top - 1]!.text.trim() && !isRule(lines[top - 1]!.text)) top--;
    const headings = lines.slice(top, at).map(({ text }) => cellsOf(expandTabs(text), rules));
    const names = rules.map((_, column) => headings.map((cells) => cells[column]!).join(''));
    const rows: Table['rows'] = [];
    let bottom = at + 1;
    for (; bottom < lines.length && lines[bottom]!.text.trim() && !isRule(lines[bottom + 1]?.text ?? ''); bottom++) {
      const line = lines[bottom]!;
      const cells = cellsOf(expandTabs(line.text), rules);
      rows.push({ line, cells: new Map(names.map((name, column) => [name, cells[column]!])) });
    }
    found.push({ frame: lines.slice(top, at + 1), rows });
  }
  return found;
}

/** The heading of the table that begins at `index`, with its lines joined; null when no rule follows within three lines. */
export function tableHeading(lines: readonly Line[], index: number): string | null {
  let text = '';
  for (let at = index; at < Math.min(lines.length, index + 4); at++) {
    const { text: next } = lines[at]!;
    if (at > index && isRule(next)) return text;
    if (!next.trim()) return null;
    text += ` ${next.trim()}`;
  }
  return null;
}
