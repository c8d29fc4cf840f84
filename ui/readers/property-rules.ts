// What each standardised keyword of an adapter means in the scenario document: ui/scenario/registry-map.ts says which property it is and
// ui/registry/known-values.ts what its values are called. Here stands what drivers say besides, and what several keywords say together.
// Source: windows-driver-docs, "Standardized INF keywords": for RSS, for task offload, for editable values.

import { keywordFromText } from '../registry/keyword-text.ts';
import { keywordMaps, keywordsOf, knownKeyword } from '../scenario/registry-map.ts';
import type { Reading } from './reading.ts';
import type { Line, SettingValue } from './types.ts';

export interface PropertyRow {
  name: string | null;
  keyword: string;
  displayName: string;
  /** As the driver words the value. */
  display: string;
  /** Registry value, where it is a number. */
  value: number | null;
  line: Line;
}

type Rule = (row: PropertyRow, reading: Reading) => void;

/** The number of a row: its registry value, else what its wording stands for, else the number that the wording begins with. */
function numberOf({ keyword, value, display }: PropertyRow): number | null {
  const known = knownKeyword(keyword);
  const worded = known?.allowed.kind === 'choice' ? keywordFromText(known, display) : null;
  const [, digits] = /^(\d{1,9})\b/.exec(worded && 'text' in worded ? worded.text : display) ?? [];
  return value ?? (digits === undefined ? null : Number(digits));
}

/** Value of the property that a keyword is; undefined when the row does not say one. */
function valueOf(row: PropertyRow): { value: unknown } | null {
  const number = numberOf(row);
  return number === null ? null : keywordMaps[row.keyword]!.toValue(number);
}

const isChoice = (keyword: string) => knownKeyword(keyword)?.allowed.kind === 'choice';

/** A keyword that is a property by itself. */
function readOwn(row: PropertyRow, reading: Reading): void {
  const found = valueOf(row);
  if (!found)
    reading.leave(row.line, `“${row.display}” is ${isChoice(row.keyword) ? 'none of the values that there are' : 'not a number'}.`);
  else if (found.value === undefined) reading.leave(row.line, `${row.display} is what holds anyway.`);
  else reading.findOfAdapter(row.name, keywordMaps[row.keyword]!.property, found.value as SettingValue, row.line);
}

const ETHERNET_FRAME = 'Frame without its Ethernet header of 14 bytes.';

const jumboPacket: Rule = (row, reading) => {
  const found = valueOf(row);
  if (found) reading.findOfAdapter(row.name, 'mtu', found.value as number, row.line, ETHERNET_FRAME);
  else if (/^disabled$/i.test(row.display)) reading.findOfAdapter(row.name, 'mtu', 1500, row.line, 'No jumbo frames.');
  else reading.leave(row.line, `“${row.display}” is not a number of bytes.`);
};

const speedDuplex: Rule = (row, reading) => {
  const [, gigabits] = /^(\d{1,3})(?:\.0)? ?Gbps\b/.exec(row.display) ?? [];
  if (gigabits) reading.findOfAdapter(row.name, 'speed', `${gigabits} Gb/s`, row.line);
  else reading.leave(row.line, `“${row.display}” does not say at which speed in Gbps the adapter runs.`);
};

const receiveQueues: Rule = (row, reading) => {
  const number = numberOf(row);
  if (number === null) reading.leave(row.line, `“${row.display}” is not a number.`);
  else reading.findOfAdapter(row.name, 'queues', number, row.line);
};

const numaNode: Rule = (row, reading) => {
  if (numberOf(row) === 65535) reading.leave(row.line, '65535 is any node, which is so anyway.');
  else readOwn(row, reading);
};

export interface SharedRule {
  keywords: readonly string[];
  read(name: string | null, rows: readonly PropertyRow[], reading: Reading): void;
}

/** One value of several rows when they agree; else all are left. */
function readTogether(name: string | null, rows: readonly PropertyRow[], reading: Reading, what: string): void {
  const [first, ...rest] = rows.map(valueOf);
  if (first && rest.every((found) => found?.value === first.value)) {
    const note = rows.length > 1 ? `From ${rows.length} properties that agree.` : undefined;
    reading.findOfAdapter(name, keywordMaps[rows[0]!.keyword]!.property, first.value as SettingValue, rows[0]!.line, note);
    for (const { line } of rows.slice(1)) reading.follow(line, rows[0]!.line);
  } else
    for (const { line } of rows)
      reading.leave(line, `${what} is one setting here, and these properties do not agree, or say something else than on and off.`);
}

function readModeration(name: string | null, rows: readonly PropertyRow[], reading: Reading): void {
  const main = rows.find(({ keyword }) => keyword === '*InterruptModeration');
  const rate = rows.find(({ keyword }) => keyword === 'ITR');
  const number = main && numberOf(main);
  const isOn = main ? (number === 1 ? true : number === 0 ? false : null) : undefined;
  const find = (value: SettingValue, line: Line, note: string) => reading.findOfAdapter(name, 'moderation', value, line, note);
  const first = main ?? rate!;
  if (isOn === false || (rate && /^off$/i.test(rate.display) && isOn !== null))
    find({ mode: 'off' }, isOn === false ? first.line : rate!.line, 'Switched off.');
  else if (rate && /^adaptive$/i.test(rate.display) && isOn !== null)
    find({ mode: 'adaptive' }, rate.line, 'The bounds are not in the text.');
  for (const { line, display } of rows)
    if (!reading.marks.has(line.number))
      reading.leave(line, `“${display}” does not say how many interrupts there are: the rate is in the vendor's own words.`);
}

const together = (property: string, what: string): SharedRule => ({
  keywords: keywordsOf(property),
  read: (name, rows, reading) => readTogether(name, rows, reading, what),
});

/** Keywords of which several make one setting. */
export const sharedRules: readonly SharedRule[] = [
  together('checksumOffload', 'Checksum offload'),
  together('lsoV2', 'Large send offload V2'),
  { keywords: ['*InterruptModeration', 'ITR'], read: readModeration },
];

const shared = new Set(sharedRules.flatMap(({ keywords }) => keywords));

/** Keywords that stand for themselves. */
export const ownRules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(
    Object.keys(keywordMaps)
      .filter((keyword) => !shared.has(keyword))
      .map((keyword) => [keyword, readOwn]),
  ),
  '*NumRssQueues': receiveQueues,
  '*NumaNodeId': numaNode,
  '*JumboPacket': jumboPacket,
  '*SpeedDuplex': speedDuplex,
};
