// A pasted text cut into the outputs it consists of: at lines with a command, and where another kind of text begins.

import { type Command, commandOf } from './prompts.ts';
import { kinds, readers } from './readers.ts';
import type { Kind, Line, Sureness } from './types.ts';

export interface PartText {
  kind: Kind | null;
  /** How sure the kind is; by command: nothing in the text itself says so. */
  sureness: Sureness | 'command' | null;
  /** The line that told the kind. */
  because: Line | null;
  /** The command above the text. */
  command: (Command & { line: Line }) | null;
  /** Its words are not English. */
  isForeign: boolean;
  /** Without the command. */
  lines: Line[];
}

interface Start {
  kind: Kind;
  sureness: Sureness;
}

function startAt(lines: readonly Line[], index: number): Start | null {
  let likely: Kind | null = null;
  for (const kind of kinds) {
    const sureness = readers[kind].starts(lines, index);
    if (sureness === 'certain') return { kind, sureness };
    if (sureness) likely ??= kind;
  }
  return likely && { kind: likely, sureness: 'likely' };
}

const begin = (command: PartText['command'], kind: Kind | null = null): PartText => ({
  kind,
  sureness: null,
  because: null,
  command,
  isForeign: false,
  lines: [],
});

const isBlank = ({ lines }: PartText) => lines.every(({ text }) => !text.trim());

/** Whether the line at `index` begins another part than `open`. A line that is only likely does so after a blank one. */
function isNewPart(lines: readonly Line[], index: number, open: PartText, start: Start): boolean {
  if (start.kind === open.kind || start.sureness === 'certain') return start.kind !== open.kind;
  if (!open.kind) return true;
  return !lines[index - 1]?.text.trim() && readers[open.kind].starts(lines, index) === null;
}

/** Outputs between two commands. */
function splitSegment(lines: readonly Line[], command: PartText['command']): PartText[] {
  const parts = [begin(command)];
  for (const [index, line] of lines.entries()) {
    const start = line.text.trim() ? startAt(lines, index) : null;
    let open = parts.at(-1)!;
    if (start && isNewPart(lines, index, open, start)) {
      // Blank lines before a text belong to it.
      if (!(open.kind === null && isBlank(open))) parts.push((open = begin(null)));
      open.kind = start.kind;
    }
    if (start && start.kind === open.kind && open.sureness !== 'certain' && open.sureness !== start.sureness) {
      open.sureness = start.sureness;
      open.because = line;
    }
    open.lines.push(line);
  }
  if (parts.length > 1 && parts[0]!.kind === null && command) parts[1]!.command ??= command;
  return parts;
}

/** A part of which no line is known may be in another language; else the command says what it ought to be. */
function recogniseUnknown(part: PartText): void {
  if (part.kind || isBlank(part)) return;
  for (const kind of kinds) {
    const index = part.lines.findIndex((_, at) => readers[kind].startsForeign?.(part.lines, at));
    if (index >= 0) {
      Object.assign(part, { kind, sureness: 'likely', because: part.lines[index], isForeign: true });
      return;
    }
  }
  if (part.command?.kind)
    Object.assign(part, { kind: part.command.kind, sureness: 'command', because: part.command.line, isForeign: true });
}

export function splitParts(lines: readonly Line[]): PartText[] {
  const parts: PartText[] = [];
  let segment: Line[] = [];
  let command: PartText['command'] = null;
  const close = () => {
    if (segment.length || command) parts.push(...splitSegment(segment, command));
    segment = [];
  };
  for (const line of lines) {
    const found = commandOf(line.text);
    if (!found) segment.push(line);
    else {
      close();
      command = { ...found, line };
    }
  }
  close();
  for (const part of parts) recogniseUnknown(part);
  return parts;
}
