// PowerShell `Get-NetAdapterAdvancedProperty`, table: what the driver lets be set, by standardised keyword and by display name.
// Keywords: windows-driver-docs, "Standardized INF keywords for network devices". The table cuts long keywords: "*InterruptMo...".

import { knownValues } from '../registry/known-values.ts';
import { keywordMaps } from '../scenario/registry-map.ts';
import { wholeNumber } from './lines.ts';
import { ownRules, sharedRules, type PropertyRow } from './property-rules.ts';
import { tableHeading, tables } from './powershell.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

/** Keyword of each standard display name, for tables without keywords: the labels of the known keywords, and what drivers call them besides. */
const displayNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    knownValues.flatMap(({ place, name, label }) => (place === 'adapter' && label ? [[label.toLowerCase(), name] as const] : [])),
  ),
  'maximum number of rss queues': '*NumRssQueues',
  'receive side scaling queues': '*NumRssQueues',
  'interrupt moderation rate': 'ITR',
  'speed & duplex': '*SpeedDuplex',
  'large send offload v1 (ipv4)': '*LsoV1IPv4',
};

const keywords = [...new Set([...Object.values(displayNames), ...Object.keys(keywordMaps)])];

/** The whole keyword of one that may be cut; the display name decides where it is missing or cut short. */
function wholeKeyword(keyword: string, displayName: string): string {
  const byName = displayNames[displayName.toLowerCase()];
  const cut = /^(.*?)(\.\.\.|…)$/.exec(keyword)?.[1]?.toLowerCase();
  if (!keyword || cut !== undefined) {
    const fitting = keywords.filter((known) => known.toLowerCase().startsWith(cut ?? ''));
    if (byName && fitting.includes(byName)) return byName;
    return fitting.length === 1 && cut ? fitting[0]! : keyword;
  }
  return keywords.find((known) => known.toLowerCase() === keyword.toLowerCase()) ?? keyword;
}

function readRow(cells: ReadonlyMap<string, string>, line: Line): PropertyRow {
  const displayName = cells.get('DisplayName') ?? '';
  const value = (cells.get('RegistryValue') ?? '').replace(/^\{|\}$/g, '');
  return {
    name: cells.get('Name') || null,
    keyword: wholeKeyword(cells.get('RegistryKeyword') ?? '', displayName),
    displayName,
    display: cells.get('DisplayValue') ?? '',
    value: wholeNumber(value),
    line,
  };
}

/** Rows that only mean something together, adapter by adapter. */
function readShared(rows: readonly PropertyRow[], reading: Reading): void {
  const adapters = [...new Set(rows.map(({ name }) => name))];
  for (const name of adapters)
    for (const { keywords: wanted, read } of sharedRules) {
      const found = rows.filter((row) => row.name === name && wanted.includes(row.keyword));
      if (found.length) read(name, found, reading);
    }
}

export const adapterPropertyReader: Reader = {
  title: 'Get-NetAdapterAdvancedProperty',
  starts(lines, index) {
    if (!/DisplayName\s/.test(lines[index]!.text)) return null;
    const heading = tableHeading(lines, index);
    return heading && /DisplayName\s+DisplayValue/.test(heading) ? 'certain' : null;
  },
  read(lines, reading) {
    const shared: PropertyRow[] = [];
    for (const table of tables(lines)) {
      for (const line of table.frame) reading.frame(line);
      for (const { line, cells } of table.rows) {
        const row = readRow(cells, line);
        if (sharedRules.some(({ keywords: wanted }) => wanted.includes(row.keyword))) shared.push(row);
        else if (Object.hasOwn(ownRules, row.keyword)) ownRules[row.keyword]!(row, reading);
        else reading.leave(line, `“${row.displayName || row.keyword}” has no counterpart in the scenario document.`);
      }
    }
    readShared(shared, reading);
  },
};
