// PowerShell `Get-NetAdapterVmq`, table or list, Windows Server 2012 and later. Property names: learn.microsoft.com,
// MSFT_NetAdapterVmqSettingData. Leaves out which processors serve the queues: 2008 R2 takes those of RSS.

import { paragraph, wholeNumber } from './lines.ts';
import { listEntries, type ListEntry, listEntry, tableHeading, tables } from './powershell.ts';
import type { Reader, Reading } from './reading.ts';

type Rule = (name: string | null, entry: ListEntry, reading: Reading) => void;

const enabled: Rule = (name, { value, line }, reading) => {
  if (value === 'True' || value === 'False') reading.findOfAdapter(name, 'vmq.enabled', value === 'True', line);
  else reading.leave(line, `“${value}” is neither True nor False.`);
};

const queues: Rule = (name, { value, line }, reading) => {
  const number = wholeNumber(value);
  if (number === null) reading.leave(line, `“${value}” is not a number.`);
  else
    reading.findOfAdapter(name, 'capabilities.vmqQueues', number, line, 'Taken as those for virtual machines, without the default queue.');
};

const leave =
  (reason: string): Rule =>
  (_, { line }, reading) =>
    reading.leave(line, reason);

const processors = leave('Processors of queues are set in Windows Server 2012 and later; the emulated version has no setting for them.');

const rules: Readonly<Record<string, Rule>> = {
  InterfaceDescription: leave('The model of the adapter is not part of the scenario document.'),
  Enabled: enabled,
  NumberOfReceiveQueues: queues,
  BaseVmqProcessor: processors,
  BaseProcessorNumber: processors,
  BaseProcessorGroup: processors,
  MaxProcessors: processors,
  MaxProcessorNumber: processors,
  RssProcessorArray: processors,
};

/** "BaseVmqProcessor: [Group:Number]" -> "BaseVmqProcessor"; headings in two lines come without blanks. */
const propertyOf = (label: string): string => label.replace(/:?\s*\[.*$/, '').replace(/\s/g, '');

function readEntry(name: string | null, entry: ListEntry, reading: Reading): void {
  const property = propertyOf(entry.label);
  if (Object.hasOwn(rules, property)) rules[property]!(name, entry, reading);
  else reading.leave(entry.line, `“${property}” has no counterpart in the scenario document.`);
  for (const line of entry.more) reading.follow(line, entry.line);
}

export const adapterVmqReader: Reader = {
  title: 'Get-NetAdapterVmq',
  starts(lines, index) {
    const { text } = lines[index]!;
    if (/^BaseVmqProcessor\b/.test(text)) return 'likely';
    if (listEntry(text)?.label === 'Name')
      return paragraph(lines, index, 60).some(({ text: next }) => /^BaseVmqProcessor\b/.test(next)) ? 'certain' : null;
    return text.includes('Name') && /BaseVmqProc/.test(tableHeading(lines, index) ?? '') ? 'certain' : null;
  },
  read(lines, reading) {
    let name: string | null = null;
    for (const entry of listEntries(lines)) {
      if (entry.label !== 'Name') readEntry(name, entry, reading);
      else {
        name = entry.value || null;
        for (const line of [entry.line, ...entry.more]) reading.frame(line);
      }
    }
    for (const { frame, rows } of tables(lines)) {
      for (const line of frame) reading.frame(line);
      for (const { line, cells } of rows)
        for (const [label, value] of cells)
          if (label !== 'Name' && value) readEntry(cells.get('Name') || null, { label, value, line, more: [] }, reading);
    }
  },
};
