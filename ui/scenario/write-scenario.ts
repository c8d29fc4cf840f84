// A scenario as a document to be saved: what equals its default is left out, quantities are written with their unit.
// Reading what was written gives the same scenario.

import type { Field, GroupField } from './fields.ts';
import { printQuantity } from './quantities.ts';
import { readAbsent } from './read-field.ts';
import { type Scenario, type ScenarioDraft, scenarioField } from './schema.ts';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function writeProperties(field: GroupField, value: Record<string, unknown>): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const [name, child] of Object.entries(field.fields)) {
    if (value[name] === undefined) continue;
    let isDefault = true;
    const initial = readAbsent(child, '', () => (isDefault = false)); // a fault: there is no default
    if (!(isDefault && same(initial, value[name]))) entries.push([name, writeField(child, value[name])]);
  }
  return Object.fromEntries(entries);
}

/** @param value as readField gives it */
export function writeField(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'quantity':
      return printQuantity(field.dimension, value as number);
    case 'list':
      return (value as unknown[]).map((entry) => writeField(field.item, entry));
    case 'group':
      return writeProperties(field, value as Record<string, unknown>);
    case 'variant': {
      const properties = value as Record<string, unknown>;
      const tag = properties[field.tag] as string;
      return { [field.tag]: tag, ...writeProperties(field.cases[tag]!, properties) };
    }
    case 'number':
    case 'text':
    case 'toggle':
    case 'choice':
    case 'scalar':
      return value;
  }
}

/** @param scenario what validateScenario gave */
export const writeScenario = (scenario: Scenario): ScenarioDraft => writeField(scenarioField, scenario) as ScenarioDraft;
