// Values of the registry that the emulation only keeps (windows.registry.other), from one list to another. Keys without a value are not made
// or taken away: that would take along what else is in them.

import type { SettingEntry, SettingValue } from '../readers/types.ts';
import { readData } from '../registry/data-text.ts';
import type { RegistryType, RegistryValue } from '../registry/values.ts';

export interface OtherValue {
  readonly key: string;
  readonly name: string;
  /** null: it is taken away. */
  readonly value: RegistryValue | null;
}

const entriesOf = (value: SettingValue | undefined): readonly SettingEntry[] | null =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object') ? (value as readonly SettingEntry[]) : null;

const text = (entry: SettingEntry, property: string, absent: string): string => String(entry[property] ?? absent);
const idOf = (entry: SettingEntry): string => `${text(entry, 'key', '')}\\${text(entry, 'name', '')}`.toLowerCase();
const typeOf = (entry: SettingEntry) => text(entry, 'type', 'REG_DWORD') as RegistryType | 'KEY';

/** null: no line of a file can say it. */
function dataOf(entry: SettingEntry): RegistryValue | null {
  const type = typeOf(entry);
  return type === 'KEY' || /\p{Cc}/u.test(text(entry, 'name', '')) ? null : readData(type, text(entry, 'data', '0'), null);
}

const isTwice = (entries: readonly SettingEntry[]) => new Set(entries.map(idOf)).size < entries.length;

/** @returns null when the list before is not known, a list has an entry twice, or a change is about a key without a value */
export function otherValues(from: SettingValue | undefined, to: SettingValue | undefined): OtherValue[] | null {
  const [before, after] = [entriesOf(from), entriesOf(to)];
  if (!before || !after || isTwice(before) || isTwice(after)) return null;
  const same = (one: SettingEntry) => (other: SettingEntry) => JSON.stringify(one) === JSON.stringify(other);
  const gone = before.filter((entry) => !after.some((other) => idOf(other) === idOf(entry)));
  const changed = after.filter((entry) => !before.some(same(entry)));
  const replaced = before.filter((entry) => changed.some((other) => idOf(other) === idOf(entry)));
  if (![...gone, ...replaced, ...changed].every((entry) => dataOf(entry))) return null;
  const place = (entry: SettingEntry) => ({ key: text(entry, 'key', ''), name: text(entry, 'name', '') });
  return [
    ...gone.map((entry) => ({ ...place(entry), value: null })),
    ...changed.map((entry) => ({ ...place(entry), value: dataOf(entry) })),
  ];
}
