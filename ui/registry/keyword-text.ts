// Values of standardized keywords as the Advanced tab of an adapter shows them, and back.
// Source: windows-driver-docs, "Enumeration keywords": a list shows the text of each value, an edit field the number itself.
// Leaves out: vendors' own texts, such as frame sizes in words.

import type { Allowed, KnownValue } from './known-values.ts';
import { knownValues } from './known-values.ts';
import { shorten } from './paths.ts';
import type { WindowsVersion } from './windows-version.ts';

/** The keywords that the tab shows, by label (assumed: its order is the alphabet). */
export const keywordsShown = (version: WindowsVersion): KnownValue[] =>
  knownValues
    .filter(({ place, label, versions }) => place === 'adapter' && label !== undefined && versions[version] !== undefined)
    .sort((a, b) => (a.label! < b.label! ? -1 : 1));

/** What a value may be, in words, for messages and help. */
export function allowedWords(allowed: Allowed): string {
  if (allowed.kind === 'choice')
    return Object.entries(allowed.texts)
      .map(([value, text]) => `${value} (${text})`)
      .join(', ');
  const unit = allowed.unit === undefined ? '' : ` ${allowed.unit}`;
  if (allowed.max === null) return `a whole number from ${allowed.min}${unit} up; the most: ${allowed.maxWords ?? 'not stated'}`;
  return allowed.min === allowed.max ? `${allowed.min} only` : `a whole number from ${allowed.min} to ${allowed.max}${unit}`;
}

/** @returns what is wrong with a number in the registry, or null: more is read than is allowed (readTo) */
export function readFault(known: KnownValue, value: number): string | null {
  const { allowed } = known;
  const isRead = allowed.kind === 'range' && allowed.readTo !== undefined && Number.isInteger(value);
  return isRead && value >= allowed.min && value <= allowed.readTo! ? null : allowedFault(known, value);
}

/** @returns what is wrong with a number as a setting, or null */
export function allowedFault({ name, allowed }: KnownValue, value: number): string | null {
  const fits =
    allowed.kind === 'choice'
      ? Object.hasOwn(allowed.texts, value)
      : Number.isInteger(value) && value >= allowed.min && (allowed.max === null || value <= allowed.max);
  return fits ? null : `${name} is ${value}; allowed: ${allowedWords(allowed)}.`;
}

/**
 * The number in the text of a registry value, as drivers keep keywords: decimal digits.
 * @param faultOf  what the number has to pass
 */
export function parseKeyword(known: KnownValue, text: string, faultOf = allowedFault): { value: number } | { fault: string } {
  if (!/^\d{1,10}$/.test(text)) return { fault: `${known.name} is “${shorten(text)}”; keywords are kept as decimal digits.` };
  const fault = faultOf(known, Number(text));
  return fault ? { fault } : { value: Number(text) };
}

/** Registry text -> text on the tab. */
export function keywordText(known: KnownValue, text: string): { text: string } | { fault: string } {
  const read = parseKeyword(known, text);
  if ('fault' in read) return read;
  return { text: known.allowed.kind === 'choice' ? known.allowed.texts[read.value]! : String(read.value) };
}

/** Text on the tab -> registry text. Case and outer blanks of a list's text do not count. */
export function keywordFromText(known: KnownValue, shown: string): { text: string } | { fault: string } {
  const wanted = shown.trim();
  if (known.allowed.kind === 'choice') {
    const entry = Object.entries(known.allowed.texts).find(([, text]) => text.toLowerCase() === wanted.toLowerCase());
    return entry
      ? { text: entry[0] }
      : {
          fault: `${known.label ?? known.name} has no setting “${shorten(wanted)}”; it has ${Object.values(known.allowed.texts).join(', ')}.`,
        };
  }
  const read = parseKeyword(known, wanted);
  return 'fault' in read ? read : { text: String(read.value) };
}
