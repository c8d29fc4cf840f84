// What declarations of the boundary are made of.

export type FieldType = 'u8' | 'u16' | 'u32' | 'u64' | { bytes: number };

export interface Field {
  name: string;
  type: FieldType;
  /** Meaning, with unit. */
  doc: string;
}

export interface RecordSchema {
  name: string;
  doc: string;
  /** Bytes from one record to the next; fields are laid out in order, each at its natural alignment. */
  size: number;
  /** The core reads and writes it through a class of accessors, not by offsets. */
  accessors?: true;
  fields: Field[];
}

export interface EnumSchema {
  name: string;
  doc: string;
  values: Record<string, number>;
}

export const f = (name: string, type: FieldType, doc: string): Field => ({ name, type, doc });
