// PowerShell `Get-NetAdapterRss`, as list, as full list (| Format-List *) and as table.
// Property names: learn.microsoft.com, MSFT_NetAdapterRssSettingData. Windows Server 2012 and later print it; 2008 R2 has no such cmdlet.

import { rssHashTypeFields } from '../features/rss.ts';
import { paragraph, wholeNumber } from './lines.ts';
import { listEntries, type ListEntry, listEntry, tableHeading, tables } from './powershell.ts';
import type { Reader, Reading } from './reading.ts';
import { processorNumbers, queuesOfProcessors } from './rss-processors.ts';

interface Property {
  name: string | null;
  value: string;
  entry: ListEntry;
}

type Rule = (property: Property, reading: Reading) => void;

const leave =
  (reason: string): Rule =>
  ({ entry }, reading) =>
    reading.leave(entry.line, reason);

const count =
  (path: string): Rule =>
  ({ name, value, entry }, reading) => {
    const number = wholeNumber(value);
    if (number === null) reading.leave(entry.line, `“${value}” is not a number.`);
    else if (number === 0) reading.leave(entry.line, 'Zero: the adapter reports none.');
    else reading.findOfAdapter(name, path, number, entry.line);
  };

const enabled: Rule = ({ name, value, entry }, reading) => {
  if (value === 'True' || value === 'False') reading.findOfAdapter(name, 'rss.enabled', value === 'True', entry.line);
  else reading.leave(entry.line, `“${value}” is neither True nor False.`);
};

const baseProcessor: Rule = ({ name, value, entry }, reading) => {
  const [processor] = processorNumbers(value) ?? [];
  if (!processor) reading.leave(entry.line, `“${value}” is not a processor as group and number.`);
  else if (processor.group)
    reading.leave(entry.line, `RSS of the emulated Windows versions uses processor group 0 only, not ${processor.group}.`);
  else reading.findOfAdapter(name, 'rss.baseProcessor', processor.number, entry.line);
};

const table: Rule = ({ name, value, entry }, reading) => {
  if (!value) return reading.leave(entry.line, 'The table is empty: RSS has not been started on this adapter.');
  const result = queuesOfProcessors(value);
  if ('fault' in result) return reading.leave(entry.line, result.fault);
  reading.findOfAdapter(name, 'rss.tableEntries', result.table.length, entry.line, `${result.table.length} entries are listed.`);
  reading.findOfAdapter(name, 'rss.table', result.table, entry.line, result.note);
};

const numaNode: Rule = ({ name, value, entry }, reading) => {
  const node = wholeNumber(value);
  if (node === null) reading.leave(entry.line, `“${value}” is not a number.`);
  else if (node === 65535) reading.leave(entry.line, '65535 is any node, which is so anyway.');
  else reading.findOfAdapter(name, 'rss.numaNode', node, entry.line);
};

const hashProperties: Readonly<Record<string, string>> = {
  IPv4HashEnabled: 'ipv4',
  TcpIPv4HashEnabled: 'tcp-ipv4',
  IPv6HashEnabled: 'ipv6',
  TcpIPv6HashEnabled: 'tcp-ipv6',
  IPv6ExtensionHashEnabled: 'ipv6-ex',
  TcpIPv6ExtensionHashEnabled: 'tcp-ipv6-ex',
};

const rules: Readonly<Record<string, Rule>> = {
  InterfaceDescription: leave('The model of the adapter is not part of the scenario document.'),
  Enabled: enabled,
  NumberOfReceiveQueues: count('queues'),
  Profile: leave('Profiles are of Windows Server 2012 and later; 2008 R2 does what “Closest” does.'),
  BaseProcessor: baseProcessor,
  BaseProcessorNumber: baseProcessor,
  BaseProcessorGroup: leave('The emulated Windows versions use processor group 0.'),
  MaxProcessor: leave('A last processor is of Windows Server 2012 and later.'),
  MaxProcessorNumber: leave('A last processor is of Windows Server 2012 and later.'),
  MaxProcessorGroup: leave('A last processor is of Windows Server 2012 and later.'),
  MaxProcessors: count('rss.maxProcessors'),
  NumaNode: numaNode,
  RssProcessorArray: leave('The emulated host works the processors out from its own sockets, cores and nodes.'),
  IndirectionTableEntryCount: count('rss.tableEntries'),
  IndirectionTable: table,
};

/** "IndirectionTable: [Group:Number]" -> "IndirectionTable" */
const propertyOf = (label: string): string => label.replace(/:?\s*\[.*$/, '');

function readEntry(name: string | null, entry: ListEntry, hashed: Map<string, ListEntry>, reading: Reading): void {
  const property = propertyOf(entry.label);
  if (Object.hasOwn(hashProperties, property)) {
    hashed.set(property, entry);
    reading.frame(entry.line);
  } else if (Object.hasOwn(rules, property)) rules[property]!({ name, value: entry.value, entry }, reading);
  else reading.leave(entry.line, `“${property}” has no counterpart in the scenario document.`);
  for (const line of entry.more) reading.follow(line, entry.line);
}

function readHashTypes(name: string | null, hashed: ReadonlyMap<string, ListEntry>, reading: Reading): void {
  const [first] = hashed.values();
  if (!first) return;
  const isComplete = Object.keys(hashProperties).every((property) => /^(True|False)$/.test(hashed.get(property)?.value ?? ''));
  if (!isComplete) {
    for (const { line } of hashed.values()) reading.leave(line, 'Not all six hash types are listed as True or False, so none is taken.');
    return;
  }
  const on = new Set([...hashed].filter(([, { value }]) => value === 'True').map(([property]) => hashProperties[property]!));
  const ids = rssHashTypeFields.map(({ id }) => id).filter((id) => on.has(id));
  reading.findOfAdapter(name, 'rss.hashTypes', ids, first.line, 'From the six properties …HashEnabled.');
}

const mark = /^(RssProcessorArray|IndirectionTable|BaseProcessor|MaxProcessor): \[/;

export const adapterRssReader: Reader = {
  title: 'Get-NetAdapterRss',
  starts(lines, index) {
    const { text } = lines[index]!;
    if (mark.test(text)) return 'likely';
    if (listEntry(text)?.label === 'Name')
      return paragraph(lines, index, 60).some(({ text: next }) => mark.test(next) || /^RssProcessorArray\b/.test(next)) ? 'certain' : null;
    if (!text.includes('Name')) return null;
    const heading = tableHeading(lines, index);
    return heading && /NumberOfRec|MaxProc|BaseProcessor|IndirectionTable/.test(heading) && !/Vmq|Registry/i.test(heading)
      ? 'certain'
      : null;
  },
  read(lines, reading) {
    let name: string | null = null;
    let hashed = new Map<string, ListEntry>();
    for (const entry of listEntries(lines)) {
      if (entry.label !== 'Name') readEntry(name, entry, hashed, reading);
      else {
        readHashTypes(name, hashed, reading);
        hashed = new Map();
        name = entry.value || null;
        reading.frame(entry.line);
        for (const line of entry.more) reading.frame(line);
      }
    }
    readHashTypes(name, hashed, reading);
    for (const { frame, rows } of tables(lines)) {
      for (const line of frame) reading.frame(line);
      for (const { line, cells } of rows)
        for (const [label, value] of cells)
          if (label !== 'Name' && value) readEntry(cells.get('Name') || null, { label, value, line, more: [] }, new Map(), reading);
    }
  },
};
