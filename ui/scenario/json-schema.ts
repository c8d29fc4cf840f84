// The JSON Schema (2020-12) of the scenario document, for editors and other programs; made from the same declaration.
// It tells types, names, ranges and forms of text. References, addresses and what belongs together only validate.ts can tell.

import type { Field, GroupField } from './fields.ts';
import { quantityPattern } from './quantities.ts';
import { quantityDefault } from './read-field.ts';
import { scenarioField } from './schema.ts';

export type JsonSchema = Record<string, unknown>;

const isRequired = (field: Field): boolean => {
  if (field.derived !== undefined) return false;
  if ('default' in field && field.default !== undefined) return false;
  if (field.kind === 'group') return Object.values(field.fields).some(isRequired);
  return field.kind === 'list' ? field.min > 0 : true;
};

function properties(field: GroupField, tag?: [name: string, value: string]): JsonSchema {
  const entries = Object.entries(field.fields);
  const required = entries.filter(([, child]) => isRequired(child)).map(([name]) => name);
  const schemas: [string, JsonSchema][] = entries.map(([name, child]) => [name, schemaOf(child)]);
  if (tag) {
    schemas.unshift([tag[0], { const: tag[1] }]);
    required.unshift(tag[0]);
  }
  return {
    type: 'object',
    properties: Object.fromEntries(schemas),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function shapeOf(field: Field): JsonSchema {
  switch (field.kind) {
    case 'number': {
      const range = field.choices ? { enum: field.choices } : { minimum: field.min, maximum: field.max };
      return { type: field.fraction ? 'number' : 'integer', ...range };
    }
    case 'quantity': {
      const range = field.choices ? { enum: field.choices } : { minimum: field.min, maximum: field.max };
      const asNumber = { type: field.dimension === 'share' ? 'number' : 'integer', ...range };
      return { anyOf: [asNumber, { type: 'string', pattern: quantityPattern(field.dimension) }] };
    }
    case 'text':
      return { type: 'string', maxLength: field.maxLength, ...(field.pattern !== undefined && { pattern: field.pattern }) };
    case 'toggle':
      return { type: 'boolean' };
    case 'choice':
      return { enum: Object.keys(field.choices) };
    case 'list':
      return { type: 'array', items: schemaOf(field.item), minItems: field.min, maxItems: field.max };
    case 'group':
      return properties(field);
    case 'variant':
      return {
        type: 'object',
        required: [field.tag],
        oneOf: Object.entries(field.cases).map(([name, child]) => ({
          title: child.label,
          description: child.help,
          ...properties(child, [field.tag, name]),
        })),
      };
    case 'scalar':
      return { type: ['string', 'number', 'boolean'] };
  }
}

function schemaOf(field: Field): JsonSchema {
  const initial = 'default' in field ? field.default : undefined;
  return {
    title: field.label,
    description: field.derived === undefined ? field.help : `${field.help} When absent: ${field.derived}.`,
    ...shapeOf(field),
    ...(initial !== undefined && { default: field.kind === 'quantity' && typeof initial !== 'string' ? quantityDefault(field) : initial }),
  };
}

/** The published document. Its $id is relative: it holds wherever the site is served from. */
export function scenarioJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'scenario.schema.json',
    ...schemaOf(scenarioField),
  };
}

/** Text of public/scenario.schema.json. */
export const scenarioJsonSchemaText = (): string => `${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`;
