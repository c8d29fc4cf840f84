// Settings of a host in words, after the declaration of the scenario document: where one is, what it is called, what a value of it says.

import type { Evidence } from '../features/rss.ts';
import { hostFieldAt } from '../readers/host-fields.ts';
import type { SettingValue } from '../readers/types.ts';
import { parsePath } from '../scenario/document-path.ts';
import type { Field, GroupField } from '../scenario/fields.ts';
import { pathText } from './lab-form/edit.ts';
import { formatCount } from './format.ts';

const NBSP = '\u00a0';
/** Entries of a list that are shown, and characters of a text. */
const ENTRIES_MOST = 8;
const CHARACTERS_MOST = 40;

export interface SettingWords {
  /** "Host", "TCP", or the adapter. */
  place: string;
  /** "Receive Side Scaling: Base processor" */
  name: string;
}

/** Whose setting it is: "adapter 2" counts from 1. */
const adapterWords = (name: string | null | undefined, index: number) => (name ? `Adapter ${name}` : `Adapter ${index + 1}`);

/** @param adapterName name of the adapter at an index; null where there is none */
export function settingWords(path: string, adapterName: (index: number) => string | null | undefined): SettingWords {
  const steps = parsePath(path) ?? [];
  const labels: string[] = [];
  for (let length = 1; length <= steps.length; length++) {
    const step = steps[length - 1]!;
    if (typeof step !== 'number') labels.push(hostFieldAt(pathText(steps.slice(0, length)))?.label ?? String(step));
    else if (length === 2 && steps[0] === 'nics') labels[0] = adapterWords(adapterName(step), step);
    else labels.push(`${labels.pop()!} ${step + 1}`);
  }
  const [place = path, ...rest] = labels;
  return rest.length ? { place, name: rest.join(': ') } : { place: 'Host', name: place };
}

/** "Adapter lan, Receive Side Scaling: Base processor" */
export function settingTitle(path: string, adapterName: (index: number) => string | null | undefined): string {
  const { place, name } = settingWords(path, adapterName);
  return place === 'Host' ? name : `${place}, ${name}`;
}

export function settingEvidence(path: string): { label: string; help: string; evidence: Evidence | null } | null {
  const field = hostFieldAt(path);
  return field && { label: field.label, help: field.help, evidence: 'evidence' in field ? (field.evidence ?? null) : null };
}

const shortText = (text: string) => (text.length > CHARACTERS_MOST ? `${text.slice(0, CHARACTERS_MOST - 1)}…` : text);

function listWords(field: Field, values: readonly unknown[]): string {
  if (!values.length) return 'none';
  const plain = field.kind === 'number' ? { ...field, unit: '' } : field;
  const between = field.kind === 'group' ? '; ' : ', ';
  const shown = values.slice(0, ENTRIES_MOST).map((value) => wordsOf(plain, value));
  return values.length > ENTRIES_MOST ? `${shown.join(between)}${between}… (${formatCount(values.length)} entries)` : shown.join(between);
}

/** "State Disabled, Local port 80"; what stands at its default is left out, as it is when it is written. */
const entryWords = (field: GroupField, value: Readonly<Record<string, unknown>>): string =>
  Object.entries(field.fields)
    .flatMap(([name, child]) => (value[name] === undefined ? [] : `${child.label} ${wordsOf(child, value[name])}`))
    .join(', ') || 'as by default';

/** "Fixed rate, Rate 20,000 interrupts/s" */
function caseWords(field: GroupField, value: Readonly<Record<string, unknown>>): string {
  const properties = Object.entries(field.fields).filter(([name]) => value[name] !== undefined);
  return [field.label, ...properties.map(([name, child]) => `${child.label} ${wordsOf(child, value[name])}`)].join(', ');
}

/** The unit may stand on the next line: these are columns of tables. */
function numberWords(value: number, unit: string): string {
  const number = Number.isInteger(value) ? formatCount(value) : String(value);
  return `${number} ${value === 1 ? unit.replace(/s$/, '') : unit}`.trimEnd();
}

function wordsOf(field: Field, value: unknown): string {
  if (field.kind === 'toggle' && typeof value === 'boolean') return value ? 'on' : 'off';
  if (field.kind === 'choice' && typeof value === 'string') return Object.hasOwn(field.choices, value) ? field.choices[value]! : value;
  if (field.kind === 'number' && typeof value === 'number') return numberWords(value, field.unit);
  if (field.kind === 'quantity' && typeof value === 'string') return value.replace(' ', NBSP);
  if (field.kind === 'list' && Array.isArray(value)) return listWords(field.item, value);
  if (field.kind === 'group' && typeof value === 'object' && value !== null)
    return entryWords(field, value as Readonly<Record<string, unknown>>);
  if (field.kind === 'variant' && typeof value === 'object' && value !== null) {
    const properties = value as Readonly<Record<string, unknown>>;
    const found = field.cases[String(properties[field.tag])];
    if (found) return caseWords(found, properties);
  }
  return shortText(typeof value === 'string' ? value || 'empty' : JSON.stringify(value));
}

/** @param value in the document's notation; undefined is “not known”, null “as derived” */
export function valueWords(path: string, value: SettingValue | undefined): string {
  if (value === undefined) return 'not known';
  const field = hostFieldAt(path);
  if (value === null) return field && 'derived' in field && field.derived !== undefined ? `derived: ${field.derived}` : 'as derived';
  return field ? wordsOf(field, value) : shortText(JSON.stringify(value));
}
