// Places in a host of the scenario document: what the declaration says of a path, whether it takes a value, and a value as it would be written.

import { parsePath } from '../scenario/document-path.ts';
import type { Field } from '../scenario/fields.ts';
import { readField } from '../scenario/read-field.ts';
import { hostField } from '../scenario/schema-host.ts';
import { writeField } from '../scenario/write-scenario.ts';
import type { SettingValue } from './types.ts';

/** The declaration at a path relative to a host; null when the document has no such place. */
export function hostFieldAt(path: string): Field | null {
  let field: Field = hostField;
  for (const step of parsePath(path) ?? ['']) {
    if (field.kind === 'group' && typeof step === 'string' && Object.hasOwn(field.fields, step)) field = field.fields[step]!;
    else if (field.kind === 'list' && typeof step === 'number' && step < field.max) field = field.item;
    else return null;
  }
  return field;
}

/** Why the document does not take the value at this path; null when it does. */
export function settingFault(path: string, value: SettingValue): string | null {
  const field = hostFieldAt(path);
  if (!field) return `The scenario document has no ${path}.`;
  let fault: string | null = null;
  readField(field, value, path, (_, message) => (fault ??= message));
  return fault;
}

/** The value as it is written for this field: quantities in their largest unit; variants with all of their properties. */
export function writtenValue(field: Field, value: unknown): SettingValue {
  return (field.kind === 'variant' ? value : writeField(field, value)) as SettingValue;
}

/** The same value in the document's notation, so that equal values are written alike; what is faulty stays as it is. */
export function canonicalValue(path: string, value: SettingValue): SettingValue {
  const field = hostFieldAt(path);
  if (!field || value === null || settingFault(path, value)) return value;
  return writtenValue(
    field,
    readField(field, value, path, () => undefined),
  );
}
