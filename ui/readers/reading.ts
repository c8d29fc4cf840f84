// What a reader has made of its lines so far. Every line ends up as part of a finding, as frame (headings, rules, blanks) or as left
// with a reason. A value is a finding only if the scenario document takes it: the declaration of the host decides.

import { type Adapters, MAX_ADAPTERS } from './adapters.ts';
import { settingFault } from './host-fields.ts';
import type { Connection, Finding, LeftLine, Line, SettingValue } from './types.ts';

/** What became of a line. */
export type LineMark = 'finding' | 'frame' | 'left';

export const notUnderstood = 'This line was not understood.';

const unnamedNote = 'The text does not name the adapter; the first one is taken.';

export class Reading {
  readonly findings: Finding[] = [];
  readonly left: LeftLine[] = [];
  readonly connections: Connection[] = [];
  readonly marks = new Map<number, LineMark>();
  readonly adapters: Adapters;
  private readonly reasons = new Map<number, string>();

  constructor(adapters: Adapters) {
    this.adapters = adapters;
  }

  find(path: string, value: SettingValue, line: Line, note?: string): void {
    const fault = settingFault(path, value);
    if (fault) {
      this.leave(line, fault);
      return;
    }
    this.findings.push({ path, value, line, ...(note && { note }) });
    this.marks.set(line.number, 'finding');
  }

  /** A finding about the adapter `name`; null: the text does not say which. */
  findOfAdapter(name: string | null, property: string, value: SettingValue, line: Line, note?: string): void {
    const index = name === null ? this.adapters.unnamed(line) : this.adapters.indexOf(name, line);
    if (index === null) this.leave(line, `“${name}” is one adapter too many: a host has ${MAX_ADAPTERS} at most.`);
    else if (name === null) this.find(`nics[${index}].${property}`, value, line, note ? `${note} ${unnamedNote}` : unnamedNote);
    else this.find(`nics[${index}].${property}`, value, line, note);
  }

  connect(connection: Connection): void {
    this.connections.push(connection);
    this.marks.set(connection.line.number, 'finding');
  }

  /** A line that belongs to the text and says nothing by itself. */
  frame(line: Line): void {
    if (!this.marks.has(line.number)) this.marks.set(line.number, 'frame');
  }

  /** A further line of a value whose first line has been dealt with: it shares its fate. */
  follow(line: Line, first: Line): void {
    const mark = this.marks.get(first.number);
    if (mark === 'left') this.leave(line, this.reasons.get(first.number) ?? notUnderstood);
    else this.marks.set(line.number, mark ?? 'frame');
  }

  leave(line: Line, reason: string): void {
    this.left.push({ line, reason });
    this.reasons.set(line.number, reason);
    if (this.marks.get(line.number) !== 'finding') this.marks.set(line.number, 'left');
  }

  /** Blank lines are frame; what nobody dealt with is left. */
  close(lines: readonly Line[]): void {
    for (const line of lines)
      if (!this.marks.has(line.number)) {
        if (line.text.trim()) this.leave(line, notUnderstood);
        else this.frame(line);
      }
  }
}

/** What reads one kind of text. */
export interface Reader {
  /** What the text is, for people. */
  title: string;
  /** Whether a text of this kind may begin with the line at `index`. */
  starts(lines: readonly Line[], index: number): 'certain' | 'likely' | null;
  /** The same for a text whose words are not English. */
  startsForeign?(lines: readonly Line[], index: number): boolean;
  /** @param device the adapter that the command line named */
  read(lines: readonly Line[], reading: Reading, device: string | null): void;
}
