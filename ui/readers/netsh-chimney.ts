// `netsh interface tcp show chimneyports`, `show chimneyapplications` and `show chimneystats`. That chimney is disabled is what Windows says
// (KB 942861); the columns of its tables are not documented. Read are those that the emulated prompt prints, by their headings.

import { wholeNumber } from './lines.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line, SettingEntry } from './types.ts';

const disabled = 'Your System Administrator has disabled TCP Chimney.';
const ownLayout = 'Columns as the emulated prompt has them; those of Windows are not documented.';

interface TableKind {
  heading: RegExp;
  row: RegExp;
  path: string;
  entry: (columns: readonly string[]) => SettingEntry;
}

const stateOf = (word: string): SettingEntry => (word === 'disabled' ? { state: 'disabled' } : {});
const portOf = (name: string, word: string): SettingEntry => (word === '*' ? {} : { [name]: Number(word) });

const tableKinds: readonly TableKind[] = [
  {
    heading: /^State {2,}Local Port {2,}Remote Port$/,
    row: /^(enabled|disabled) +(\*|\d{1,5}) +(\*|\d{1,5})$/,
    path: 'windows.chimneyPorts',
    entry: ([state, local, remote]) => ({ ...stateOf(state!), ...portOf('localPort', local!), ...portOf('remotePort', remote!) }),
  },
  {
    heading: /^State {2,}Application$/,
    row: /^(enabled|disabled) {2,}(\S.*)$/,
    path: 'windows.chimneyApplications',
    entry: ([state, application]) => ({ ...stateOf(state!), application: application! }),
  },
];

const statistics = /^Idx +Chimney +Capacity +Offloaded +Name$/;
const statisticsRow = /^\d{1,6} +(?:none|enabled|disabled) +(\d{1,6}) +\d{1,6} +(\S.*)$/;
const isRule = (text: string) => /^-+( +-+)*$/.test(text);

const headings = [statistics, ...tableKinds.map(({ heading }) => heading)];

/** A table as one setting; its first row is where it was read. */
function readTable({ row, path, entry }: TableKind, lines: readonly Line[], reading: Reading): void {
  const rows = lines.flatMap((line) => {
    const [, ...columns] = row.exec(line.text.trim()) ?? [];
    return columns.length ? [{ line, columns }] : [];
  });
  const [first] = rows;
  if (!first) return;
  reading.find(
    path,
    rows.map(({ columns }) => entry(columns)),
    first.line,
    ownLayout,
  );
  for (const { line } of rows.slice(1)) reading.follow(line, first.line);
}

function readStatistics(lines: readonly Line[], reading: Reading): void {
  for (const line of lines) {
    const [, capacity, name] = statisticsRow.exec(line.text.trim()) ?? [];
    if (name) reading.findOfAdapter(name, 'capabilities.chimneyConnections', wholeNumber(capacity!), line, ownLayout);
  }
}

/** From the heading at `index` to the next one. */
function below(lines: readonly Line[], index: number): Line[] {
  const rest = lines.slice(index + 1);
  const end = rest.findIndex(({ text }) => headings.some((heading) => heading.test(text.trim())));
  return rest.slice(0, end < 0 ? rest.length : end);
}

export const netshChimneyReader: Reader = {
  title: 'netsh interface tcp, chimney tables',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    return text === disabled || headings.some((heading) => heading.test(text)) ? 'certain' : null;
  },
  read(lines, reading) {
    for (const [index, line] of lines.entries()) {
      const text = line.text.trim();
      const kind = tableKinds.find(({ heading }) => heading.test(text));
      if (text === disabled) reading.find('windows.netsh.chimney', 'disabled', line, 'Switched off for the system.');
      else if (kind) readTable(kind, below(lines, index), reading);
      else if (statistics.test(text)) readStatistics(below(lines, index), reading);
      if (kind || statistics.test(text) || isRule(text)) reading.frame(line);
    }
  },
};
