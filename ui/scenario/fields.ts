// The kinds of field that the scenario document is declared with. One declaration serves types (Value, Draft), defaults and
// validation (read-field.ts), the JSON Schema (json-schema.ts) and forms (label, unit, range, choices, help, evidence).
// It extends the fields of features/rss.ts, so that a feature's own declaration is used as it stands.
// Not valibot: a form and a JSON Schema need the declaration itself, which valibot keeps only as metadata beside its schemas.

import type { Evidence, NumberField as PlainNumberField } from '../features/rss.ts';
import type { Dimension } from './quantities.ts';

interface Described {
  label: string;
  help: string;
  evidence?: Evidence;
  /** What fills the property in when it is absent and there is no fixed default, in words. The property may be absent. */
  derived?: string;
}

export interface NumberField extends PlainNumberField {
  default?: number;
  derived?: string;
  /** Numbers that are not whole are allowed. */
  fraction?: boolean;
}

/** A number with a unit: written as a number in the base unit, or as text such as "20 us". */
export interface QuantityField extends Described {
  kind: 'quantity';
  dimension: Dimension;
  /** Smallest and largest value in the base unit. */
  min: number;
  max: number;
  /** When given, only these values, in the base unit. */
  choices?: readonly number[];
  /** In the base unit, or as text with a unit. */
  default?: number | string;
  evidence: Evidence;
}

export interface TextField extends Described {
  kind: 'text';
  maxLength: number;
  /** What the text has to look like, in words, for messages and the form. */
  form?: string;
  pattern?: string;
  /** Finer rules than a pattern can tell: the fault, or null. */
  fault?: (text: string) => string | null;
  default?: string;
}

export interface ToggleField extends Described {
  kind: 'toggle';
  default?: boolean;
  evidence: Evidence;
}

export interface ChoiceField extends Described {
  kind: 'choice';
  /** Value in the document -> label. */
  choices: Readonly<Record<string, string>>;
  default?: string;
  evidence?: Evidence;
}

export interface ListField extends Described {
  kind: 'list';
  item: Field;
  min: number;
  max: number;
  /** When absent: the empty list if min is 0. */
  default?: readonly unknown[];
}

export interface GroupField extends Described {
  kind: 'group';
  fields: Readonly<Record<string, Field>>;
}

/** A group whose properties depend on the value of one of them, the tag. */
export interface VariantField extends Described {
  kind: 'variant';
  tag: string;
  cases: Readonly<Record<string, GroupField>>;
  default?: Readonly<Record<string, unknown>>;
}

/** A number, text or truth value; which one is decided elsewhere in the document. */
export interface ScalarField extends Described {
  kind: 'scalar';
}

export type Field =
  NumberField | QuantityField | TextField | ToggleField | ChoiceField | ListField | GroupField | VariantField | ScalarField;

type Spec<F extends Field> = Omit<F, 'kind'>;

// The builders keep the literal types of what they are given; that is what Value infers from.
export const number = <const S extends Spec<NumberField>>(spec: S) => ({ kind: 'number' as const, ...spec });
export const quantity = <const S extends Spec<QuantityField>>(spec: S) => ({ kind: 'quantity' as const, ...spec });
export const text = <const S extends Spec<TextField>>(spec: S) => ({ kind: 'text' as const, ...spec });
export const toggle = <const S extends Spec<ToggleField>>(spec: S) => ({ kind: 'toggle' as const, ...spec });
export const choice = <const S extends Spec<ChoiceField>>(spec: S) => ({ kind: 'choice' as const, ...spec });
export const list = <const S extends Spec<ListField>>(spec: S) => ({ kind: 'list' as const, ...spec });
export const group = <const S extends Spec<GroupField>>(spec: S) => ({ kind: 'group' as const, ...spec });
export const variant = <const S extends Spec<VariantField>>(spec: S) => ({ kind: 'variant' as const, ...spec });
export const scalar = <const S extends Spec<ScalarField>>(spec: S) => ({ kind: 'scalar' as const, ...spec });

export const source = (where: string) => ({ source: where });
export const assumed = (why: string) => ({ assumed: why });

type Scalar = string | number | boolean;
type Flat<T> = { [K in keyof T]: T[K] };
type DerivedKey<G> = { [K in keyof G]: G[K] extends { derived: string } ? K : never }[keyof G];
type GroupValue<G> = Flat<
  { -readonly [K in Exclude<keyof G, DerivedKey<G>>]: Value<G[K]> } & { -readonly [K in DerivedKey<G>]?: Value<G[K]> }
>;

/** What a field holds once it is read: defaults filled in, quantities in their base unit. */
export type Value<F> = F extends { kind: 'number' | 'quantity' }
  ? number
  : F extends { kind: 'text' }
    ? string
    : F extends { kind: 'toggle' }
      ? boolean
      : F extends { kind: 'choice'; choices: infer C }
        ? keyof C & string
        : F extends { kind: 'list'; item: infer I }
          ? Value<I>[]
          : F extends { kind: 'group'; fields: infer G }
            ? GroupValue<G>
            : F extends { kind: 'variant'; tag: infer T extends string; cases: infer C }
              ? { [K in keyof C]: C[K] extends { fields: infer G } ? Flat<{ [tag in T]: K } & GroupValue<G>> : never }[keyof C]
              : Scalar;

type OptionalKey<G> = {
  [K in keyof G]: G[K] extends { derived: string } | { default: unknown } | { kind: 'group' } | { kind: 'list'; min: 0 } ? K : never;
}[keyof G];
type GroupDraft<G> = Flat<
  { -readonly [K in Exclude<keyof G, OptionalKey<G>>]: Draft<G[K]> } & { -readonly [K in OptionalKey<G>]?: Draft<G[K]> }
>;

/** What a person may write: what has a default may be left out, quantities may carry a unit. */
export type Draft<F> = F extends { kind: 'quantity' }
  ? number | string
  : F extends { kind: 'list'; item: infer I }
    ? Draft<I>[]
    : F extends { kind: 'group'; fields: infer G }
      ? GroupDraft<G>
      : F extends { kind: 'variant'; tag: infer T extends string; cases: infer C }
        ? { [K in keyof C]: C[K] extends { fields: infer G } ? Flat<{ [tag in T]: K } & GroupDraft<G>> : never }[keyof C]
        : Value<F>;
