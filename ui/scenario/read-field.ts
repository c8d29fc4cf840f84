// Reads a value after its declaration: fills defaults in, turns quantities into base units, and reports every fault with its path.
// What is faulty is replaced by its default, or left undefined, so that the rest can still be looked at.

import type { Fault } from '../features/rss.ts';
import type { ChoiceField, Field, GroupField, ListField, NumberField, QuantityField, TextField, VariantField } from './fields.ts';
import { nearestHint } from './nearest.ts';
import { parseQuantity, printQuantity } from './quantities.ts';

export interface ScenarioFault extends Fault {
  /** The JSON Schema refuses it too: a matter of types, names and ranges, not of what the values mean together. */
  shape: boolean;
}

export type Report = (path: string, message: string, shape?: boolean) => void;

/** "hosts[0]" and "mtu" -> "hosts[0].mtu" */
export const childPath = (path: string, key: string): string => {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
};

const describeValue = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const words = JSON.stringify(value) ?? String(value);
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
};

const compiled = new Map<string, RegExp>();
/** The regular expressions of the declaration, each compiled once. */
function patternOf(source: string): RegExp {
  let pattern = compiled.get(source);
  if (!pattern) compiled.set(source, (pattern = new RegExp(source, 'u')));
  return pattern;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function readNumber(field: NumberField, input: unknown, path: string, report: Report): unknown {
  const unit = field.unit ? ` ${field.unit}` : '';
  const range = field.choices ? field.choices.join(', ') : `${field.min} to ${field.max}`;
  const kind = field.fraction ? 'a number' : 'a whole number';
  if (typeof input !== 'number' || !Number.isFinite(input) || (!field.fraction && !Number.isInteger(input)))
    report(path, `${field.label}: ${describeValue(input)} is not ${kind}; it takes ${range}${unit}.`);
  else if (field.choices ? !field.choices.includes(input) : input < field.min || input > field.max)
    report(path, `${field.label}: ${input} is not one of ${range}${unit}.`);
  else return input;
  return field.default;
}

/** The default of a quantity in its base unit. */
export function quantityDefault(field: QuantityField): number | undefined {
  if (field.default === undefined) return undefined;
  const parsed = parseQuantity(field.dimension, field.default);
  if ('fault' in parsed) throw new Error(`Default of ${field.label}: ${parsed.fault}`);
  return parsed.value;
}

function readQuantity(field: QuantityField, input: unknown, path: string, report: Report): unknown {
  const parsed = parseQuantity(field.dimension, input);
  const print = (value: number) => printQuantity(field.dimension, value);
  if ('fault' in parsed) report(path, `${field.label}: ${parsed.fault}`, parsed.shape);
  else if (field.choices && !field.choices.includes(parsed.value))
    report(
      path,
      `${field.label}: ${describeValue(input)} is not one of ${field.choices.map(print).join(', ')}.`,
      typeof input === 'number',
    );
  else if (parsed.value < field.min || parsed.value > field.max) {
    const bounds = `${print(field.min)} to ${print(field.max)}`;
    report(path, `${field.label}: ${describeValue(input)} is not within ${bounds}.`, typeof input === 'number');
  } else return parsed.value;
  return quantityDefault(field);
}

function readText(field: TextField, input: unknown, path: string, report: Report): unknown {
  const wanted = field.form ? `; it takes ${field.form}` : '';
  if (typeof input !== 'string') report(path, `${field.label}: ${describeValue(input)} is not text${wanted}.`);
  else if ([...input].length > field.maxLength)
    report(path, `${field.label}: ${[...input].length} characters are too many; ${field.maxLength} are the most.`);
  else if (field.pattern && !patternOf(field.pattern).test(input))
    report(path, `${field.label}: ${describeValue(input)} does not fit${wanted}.`);
  else {
    const fault = field.fault?.(input);
    if (!fault) return input;
    report(path, `${field.label}: ${fault}`, false);
  }
  return field.default;
}

function readChoice(field: ChoiceField, input: unknown, path: string, report: Report): unknown {
  if (typeof input === 'string' && Object.hasOwn(field.choices, input)) return input;
  const names = Object.keys(field.choices);
  report(path, `${field.label}: ${describeValue(input)} is not one of ${names.join(', ')}.`);
  return field.default;
}

function readList(field: ListField, input: unknown, path: string, report: Report): unknown {
  if (!Array.isArray(input)) {
    report(path, `${field.label}: ${describeValue(input)} is not a list.`);
    return [];
  }
  if (input.length < field.min) report(path, `${field.label}: ${input.length} entries are too few; at least ${field.min}.`);
  if (input.length > field.max) {
    report(path, `${field.label}: ${input.length} entries are too many; at most ${field.max}.`);
    return [];
  }
  return input.map((entry: unknown, index) => readField(field.item, entry, `${path}[${index}]`, report));
}

/** @param tag a property that is read by the caller, of a variant */
function readProperties(field: GroupField, input: Record<string, unknown>, path: string, report: Report, tag?: string): object {
  const names = Object.keys(field.fields);
  for (const key of Object.keys(input))
    if (!Object.hasOwn(field.fields, key) && key !== tag)
      report(childPath(path, key), `There is no property “${key.slice(0, 64)}” here.${nearestHint(key, names)}`);
  const entries: [string, unknown][] = [];
  for (const name of names) {
    const child = field.fields[name]!;
    const value = Object.hasOwn(input, name)
      ? readField(child, input[name], childPath(path, name), report)
      : readAbsent(child, childPath(path, name), report);
    if (value !== undefined) entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function readGroup(field: GroupField, input: unknown, path: string, report: Report): unknown {
  if (isObject(input)) return readProperties(field, input, path, report);
  report(path, `${field.label}: ${describeValue(input)} is not an object.`);
  return undefined;
}

function readVariant(field: VariantField, input: unknown, path: string, report: Report): unknown {
  const names = Object.keys(field.cases).join(', ');
  if (!isObject(input)) {
    report(path, `${field.label}: ${describeValue(input)} is not an object with “${field.tag}” (one of ${names}).`);
    return field.default && readField(field, field.default, path, report);
  }
  const name = Object.hasOwn(input, field.tag) ? input[field.tag] : undefined;
  if (typeof name === 'string' && Object.hasOwn(field.cases, name))
    return { [field.tag]: name, ...readProperties(field.cases[name]!, input, path, report, field.tag) };
  const missing = name === undefined ? 'is missing' : `is ${describeValue(name)}`;
  report(childPath(path, field.tag), `${field.label}: “${field.tag}” ${missing}; it takes one of ${names}.`);
  return field.default && readField(field, field.default, path, report);
}

/** What stands for a property that is not there. */
export function readAbsent(field: Field, path: string, report: Report): unknown {
  if ('derived' in field && field.derived !== undefined) return undefined;
  if ('default' in field && field.default !== undefined) return readField(field, field.default, path, report);
  if (field.kind === 'group') return readProperties(field, {}, path, report);
  if (field.kind === 'list' && field.min === 0) return [];
  report(path, `${field.label}: this property is missing. ${field.help}`);
  return field.kind === 'list' ? [] : undefined;
}

/** @returns the value with defaults filled in; undefined, or the default, where it is faulty */
export function readField(field: Field, input: unknown, path: string, report: Report): unknown {
  switch (field.kind) {
    case 'number':
      return readNumber(field, input, path, report);
    case 'quantity':
      return readQuantity(field, input, path, report);
    case 'text':
      return readText(field, input, path, report);
    case 'choice':
      return readChoice(field, input, path, report);
    case 'list':
      return readList(field, input, path, report);
    case 'group':
      return readGroup(field, input, path, report);
    case 'variant':
      return readVariant(field, input, path, report);
    case 'toggle':
      if (typeof input === 'boolean') return input;
      report(path, `${field.label}: ${describeValue(input)} is neither true nor false.`);
      return field.default;
    case 'scalar':
      if (['string', 'number', 'boolean'].includes(typeof input)) return input;
      report(path, `${field.label}: ${describeValue(input)} is not a number, text or truth value.`);
      return undefined;
  }
}
