// Adapters by the names that the pasted texts give them, in the order of their first mention: this is their place in the host's list.

import { hostField } from '../scenario/schema-host.ts';
import type { Line } from './types.ts';

export interface Adapter {
  /** Null while only texts without a name speak of it. */
  name: string | null;
  /** Where it is mentioned first. */
  line: Line;
}

export const MAX_ADAPTERS = hostField.fields.nics.max;

/** PowerShell and netsh cut long names in tables: "Embedded FlexibleLOM 1 Po..." */
const cutName = /^(.*?)(\.\.\.|…)$/;

function isSame(one: string, other: string): boolean {
  const a = one.toLowerCase();
  const b = other.toLowerCase();
  const cutA = cutName.exec(a)?.[1];
  const cutB = cutName.exec(b)?.[1];
  return a === b || (cutA !== undefined && b.startsWith(cutA)) || (cutB !== undefined && a.startsWith(cutB));
}

export class Adapters {
  readonly list: Adapter[] = [];

  /** @returns the adapter's index, or null when the host would have too many */
  indexOf(name: string, line: Line): number | null {
    const found = this.list.findIndex((adapter) => adapter.name !== null && isSame(adapter.name, name));
    if (found >= 0) {
      if (cutName.test(this.list[found]!.name!)) this.list[found]!.name = name;
      return found;
    }
    if (this.list[0]?.name === null) {
      this.list[0].name = name;
      return 0;
    }
    if (this.list.length === MAX_ADAPTERS) return null;
    return this.list.push({ name, line }) - 1;
  }

  /** The first adapter, for a text that names none. */
  unnamed(line: Line): number {
    if (!this.list.length) this.list.push({ name: null, line });
    return 0;
  }
}
