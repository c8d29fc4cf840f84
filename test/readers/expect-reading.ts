// What holds for every reading, and short ways to say what a reading gave.

import { expect } from '#test';
import { splitLines } from '../../ui/readers/lines.ts';
import { type PastedReading, readPasted } from '../../ui/readers/read.ts';
import { settingFault } from '../../ui/readers/host-fields.ts';

/** path -> value; a path with a conflict has the last value. */
export const valuesOf = ({ findings }: PastedReading) => Object.fromEntries(findings.map(({ path, value }) => [path, value]));

/** Reasons of the lines that hold `text`. */
export const reasonsFor = ({ left }: PastedReading, text: string): string[] =>
  left.filter(({ line }) => line.text.includes(text)).map(({ reason }) => reason);

/** Every line is used or listed; every finding fits into the document and names a line of the text. */
export function expectWhole(text: string, reading: PastedReading = readPasted(text)): PastedReading {
  const { lines, long } = splitLines(text);
  const left = new Set(reading.left.map(({ line }) => line.number));
  const found = new Set([...reading.findings, ...reading.connections].map(({ line }) => line.number));
  for (const line of [...lines, ...long]) {
    const mark = reading.marks.get(line.number);
    const where = `line ${line.number} “${line.text.slice(0, 80)}”`;
    if (!mark) throw new Error(`${where} is neither used nor listed`);
    if (mark === 'left' && !left.has(line.number)) throw new Error(`${where} is left without a reason`);
    if (found.has(line.number) && mark !== 'finding') throw new Error(`${where} gave a finding and is marked ${mark}`);
  }
  const texts = new Map(lines.map((line) => [line.number, line.text]));
  for (const { path, value, line } of reading.findings) {
    expect(settingFault(path, value), `${path} ${JSON.stringify(value)}`).to.equal(null);
    expect(line.text, path).to.equal(texts.get(line.number));
  }
  for (const { reason } of reading.left) expect(reason).to.match(/^.{8,}\.$/s);
  return reading;
}
