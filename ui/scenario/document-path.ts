// Paths into the document, as faults and timeline entries write them: hosts[0].nics[1].rss.maxProcessors.

import type { Field } from './fields.ts';
import { scenarioField } from './schema.ts';

/** "hosts[0].name" -> ["hosts", 0, "name"]; null when it is no path. */
export function parsePath(path: string): (string | number)[] | null {
  if (!/^[A-Za-z$][\w$-]*(\[\d{1,6}\]|\.[A-Za-z_$][\w$-]*)*$/.test(path)) return null;
  return [...path.matchAll(/\[(\d+)\]|([A-Za-z_$][\w$-]*)/g)].map(([, index, name]) => (index === undefined ? name! : Number(index)));
}

const childOf = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;

/**
 * The declaration of the property at `path`, for forms and changes.
 * @param document decides which case of a variant applies; indexes have to exist in it
 */
export function fieldAt(document: unknown, path: string): Field | null {
  const steps = parsePath(path);
  if (!steps) return null;
  let field: Field | undefined = scenarioField;
  let value = document;
  for (const step of steps) {
    if (field.kind === 'variant') {
      const name = childOf(value, field.tag);
      if (typeof name !== 'string' || !Object.hasOwn(field.cases, name)) return null;
      field = field.cases[name]!;
    }
    value = childOf(value, step);
    if (field.kind === 'group' && typeof step === 'string' && Object.hasOwn(field.fields, step)) field = field.fields[step]!;
    else if (field.kind === 'list' && typeof step === 'number' && value !== undefined) field = field.item;
    else return null;
  }
  return field;
}
