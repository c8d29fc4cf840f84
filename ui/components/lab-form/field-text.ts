// What a form says about a field: its range, its default, and how its value is written.

import type { Field, QuantityField } from '../../scenario/fields.ts';
import { dimensions, printQuantity } from '../../scenario/quantities.ts';
import { formatCount } from '../format.ts';

const NBSP = '\u00a0';
const plain = (value: number) => (Number.isInteger(value) && Math.abs(value) >= 10_000 ? formatCount(value) : String(value));
const amount = (field: QuantityField, value: number) => printQuantity(field.dimension, value).replace(' ', NBSP);

/** "100 to 1,000,000 interrupts/s"; empty where there is no range to tell. */
export function rangeText(field: Field): string {
  if (field.kind === 'number')
    return field.choices ? '' : `${plain(field.min)} to ${plain(field.max)}${field.unit ? `${NBSP}${field.unit}` : ''}`;
  if (field.kind === 'quantity') return field.choices ? '' : `${amount(field, field.min)} to ${amount(field, field.max)}`;
  if (field.kind === 'list') return field.min === field.max ? `${field.min} entries` : `${field.min} to ${field.max} entries`;
  if (field.kind === 'text') return field.form ?? '';
  return '';
}

/** The default as a person would write it; "derived" values in words; null where the property has to be there. */
export function defaultText(field: Field): string | null {
  if ('derived' in field && field.derived !== undefined) return field.derived;
  switch (field.kind) {
    case 'number':
      return field.default === undefined ? null : String(field.default);
    case 'quantity':
      if (field.default === undefined) return null;
      return typeof field.default === 'number' ? printQuantity(field.dimension, field.default) : field.default;
    case 'text':
      return field.default ?? null;
    case 'toggle':
      return field.default === undefined ? null : field.default ? 'on' : 'off';
    case 'choice':
      return field.default === undefined ? null : field.choices[field.default]!;
    case 'list':
      return field.min === 0 || field.default ? (field.default?.join(', ') ?? 'none') : null;
    case 'group':
    case 'variant':
    case 'scalar':
      return null;
  }
}

/** The unit that a plain number is in. */
export function unitText(field: Field): string {
  if (field.kind === 'number') return field.unit;
  return field.kind === 'quantity' ? dimensions[field.dimension].base : '';
}

/** What was typed -> what the document gets: a number where it reads as one, otherwise the text as it is; empty: nothing. */
export function typedValue(field: Field, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (field.kind === 'number' || field.kind === 'quantity') return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(trimmed) ? Number(trimmed) : trimmed;
  if (field.kind === 'scalar') {
    if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
    return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text;
  }
  return text;
}

/** A new entry of a list: what has no default is left for the person to fill in, with an empty text or the smallest number. */
export function newEntry(field: Field): unknown {
  switch (field.kind) {
    case 'group':
      return Object.fromEntries(
        Object.entries(field.fields).flatMap(([name, child]) => (isRequired(child) ? [[name, newEntry(child)]] : [])),
      );
    case 'variant': {
      const [name, fields] = Object.entries(field.cases)[0]!;
      return { [field.tag]: name, ...(newEntry(fields) as object) };
    }
    case 'list':
      return Array.from({ length: field.min }, () => newEntry(field.item));
    case 'number':
      return field.default ?? field.choices?.[0] ?? field.min;
    case 'quantity':
      return field.default ?? field.choices?.[0] ?? field.min;
    case 'choice':
      return field.default ?? Object.keys(field.choices)[0];
    case 'toggle':
      return field.default ?? false;
    case 'text':
    case 'scalar':
      return '';
  }
}

/** The property has to be there: there is nothing that stands for it. */
export const isRequired = (field: Field): boolean =>
  field.kind === 'variant' ? !field.default : field.kind !== 'group' && field.kind !== 'toggle' && defaultText(field) === null;
