// Reads whatever was pasted: several outputs one after the other, with or without commands between them. Nothing is dropped silently:
// every line is part of a finding, frame, or left with a reason. Two values for one place are a conflict, which the user settles.

import { Adapters, type Adapter } from './adapters.ts';
import { splitLines } from './lines.ts';
import { type PartText, splitParts } from './parts.ts';
import { readers } from './readers.ts';
import { type LineMark, Reading } from './reading.ts';
import type { Connection, Finding, Kind, LeftLine, Line, Setting } from './types.ts';

export interface Part extends PartText {
  /** What it is, for people. */
  title: string;
  findings: Finding[];
  left: LeftLine[];
  connections: Connection[];
  /** A text that is read elsewhere, whole. */
  handOver: { kind: 'reg'; text: string } | null;
}

export interface Conflict {
  path: string;
  /** In the order of the text; their values are not all the same. */
  findings: Finding[];
}

export interface PastedReading {
  parts: Part[];
  findings: Finding[];
  conflicts: Conflict[];
  left: LeftLine[];
  connections: Connection[];
  /** By their index in nics. */
  adapters: readonly Adapter[];
  /** What became of each line, by its number. */
  marks: ReadonlyMap<number, LineMark>;
  /** The text was longer than is looked at. */
  isCut: boolean;
}

const titleOf = (kind: Kind | null) => (kind ? readers[kind].title : 'not recognised');

const foreign = ({ kind, sureness }: PartText) =>
  sureness === 'command'
    ? `This is not what “${titleOf(kind)}” prints in English: another language, or a message.`
    : `This looks like “${titleOf(kind)}” in another language than English, and is not read.`;

const unknown = 'This text is none that is read here.';

/** @returns the part with what was read, and fills `marks` */
function readPart(part: PartText, adapters: Adapters, marks: Map<number, LineMark>): Part {
  const reading = new Reading(adapters);
  if (part.kind && !part.isForeign) readers[part.kind].read(part.lines, reading, part.command?.device ?? null);
  else for (const line of part.lines) if (line.text.trim()) reading.leave(line, part.kind ? foreign(part) : unknown);
  reading.close(part.lines);
  for (const [line, mark] of reading.marks) marks.set(line, mark);
  const { findings, left, connections } = reading;
  const handOver = part.kind === 'reg' ? { kind: part.kind, text: part.lines.map(({ text }) => text).join('\r\n') } : null;
  return { ...part, title: titleOf(part.kind), findings, left, connections, handOver };
}

const isSame = (one: Finding, other: Finding) => JSON.stringify(one.value) === JSON.stringify(other.value);

export function findConflicts(findings: readonly Finding[]): Conflict[] {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) {
    const earlier = byPath.get(finding.path);
    if (earlier) earlier.push(finding);
    else byPath.set(finding.path, [finding]);
  }
  return [...byPath]
    .filter(([, [first, ...rest]]) => rest.some((finding) => !isSame(first!, finding)))
    .map(([path, found]) => ({ path, findings: found }));
}

export function readPasted(text: string): PastedReading {
  const { lines, long, isCut } = splitLines(text);
  const adapters = new Adapters();
  const marks = new Map<number, LineMark>();
  const texts = splitParts(lines);
  for (const { command } of texts) if (command) marks.set(command.line.number, 'frame');
  const parts = texts.map((part) => readPart(part, adapters, marks));
  const tooLong = (line: Line): LeftLine => ({ line, reason: 'This line is too long for any output that is read here.' });
  for (const line of long) marks.set(line.number, 'left');
  const findings = parts.flatMap((part) => part.findings);
  return {
    parts,
    findings,
    conflicts: findConflicts(findings),
    left: [...parts.flatMap((part) => part.left), ...long.map(tooLong)],
    connections: parts.flatMap((part) => part.connections),
    adapters: adapters.list,
    marks,
    isCut,
  };
}

/**
 * The settings to take over, one for each place.
 * @param chosen for conflicts: the finding that counts, by path; or that the later one wins. A conflict without a choice gives nothing.
 */
export function settledSettings(
  { findings, conflicts }: PastedReading,
  chosen: 'later' | ReadonlyMap<string, Finding> = new Map(),
): Setting[] {
  const disputed = new Map(conflicts.map(({ path, findings: found }) => [path, chosen === 'later' ? found.at(-1)! : chosen.get(path)]));
  const settings = new Map<string, Setting>();
  for (const { path, value } of findings) {
    const finding = disputed.get(path);
    if (finding) settings.set(path, { path, value: finding.value });
    else if (!disputed.has(path)) settings.set(path, { path, value });
  }
  return [...settings.values()];
}
