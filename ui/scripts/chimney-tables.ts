// The tables of ports and applications of TCP Chimney, from one to another with netsh: entries are added at the end, so what follows the
// first difference is taken away and added anew. Parameters of these commands: as the emulated prompt has them (reconstructed).

import type { SettingEntry, SettingValue } from '../readers/types.ts';

const TCP = 'netsh interface tcp';

interface TableKind {
  readonly name: string;
  /** What tells an entry from the others, as arguments; also those of “delete”. */
  readonly key: (entry: SettingEntry) => string;
}

/** In a batch file a percent sign is written twice. */
const quoted = (text: string | number | undefined) => `"${String(text).replaceAll('%', '%%')}"`;

const tables: Readonly<Record<string, TableKind>> = {
  'windows.chimneyPorts': {
    name: 'chimneyport',
    key: ({ localPort = '*', remotePort = '*' }) => `localport=${localPort} remoteport=${remotePort}`,
  },
  'windows.chimneyApplications': { name: 'chimneyapplication', key: ({ application }) => `application=${quoted(application)}` },
};

export const isChimneyTable = (path: string): boolean => Object.hasOwn(tables, path);

const entriesOf = (value: SettingValue | undefined): readonly SettingEntry[] | null =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object') ? (value as readonly SettingEntry[]) : null;

/** @returns null when the table before is not known, or one of the tables has an entry twice */
export function chimneyTableLines(path: string, from: SettingValue | undefined, to: SettingValue | undefined): string[] | null {
  const { name, key } = tables[path]!;
  const [before, after] = [entriesOf(from), entriesOf(to)];
  if (!before || !after) return null;
  const isTwice = (entries: readonly SettingEntry[]) => new Set(entries.map((entry) => key(entry).toLowerCase())).size < entries.length;
  if (isTwice(before) || isTwice(after)) return null;
  const line = (entry: SettingEntry) => `state=${entry['state'] ?? 'enabled'} ${key(entry)}`;
  const differs = before.findIndex((entry, index) => !after[index] || line(entry) !== line(after[index]));
  const kept = differs < 0 ? before.length : differs;
  return [
    ...before.slice(kept).map((entry) => `${TCP} delete ${name} ${key(entry)}`),
    ...after.slice(kept).map((entry) => `${TCP} add ${name} ${line(entry)}`),
  ];
}
