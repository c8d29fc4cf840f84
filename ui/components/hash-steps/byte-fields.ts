// Which field of the hash input a byte belongs to.

import type { HashExplanation } from '../../analysis/types.ts';

export type InputField = HashExplanation['fields'][number];

export interface ByteField {
  field: InputField;
  /** Index of the field; fields alternate in colour. */
  order: number;
  /** True on the first byte of the field. */
  first: boolean;
}

/** One element for each input byte. */
export function fieldOfBytes(fields: readonly InputField[]): ByteField[] {
  return fields.flatMap((field, order) => Array.from({ length: field.bytes }, (_, at) => ({ field, order, first: at === 0 })));
}
