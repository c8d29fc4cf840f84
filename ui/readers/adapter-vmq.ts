// PowerShell `Get-NetAdapterVmq`, table or list. Recognised and listed: the scenario document has no virtual machine queues yet.

import { paragraph } from './lines.ts';
import { listEntries, listEntry, tableHeading, tables } from './powershell.ts';
import { noPlace, type Reader } from './reading.ts';

const why = noPlace('virtual machine queues');

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
    for (const { line, more } of listEntries(lines)) for (const one of [line, ...more]) reading.leave(one, why);
    for (const { frame, rows } of tables(lines)) {
      for (const line of frame) reading.frame(line);
      for (const { line } of rows) reading.leave(line, why);
    }
  },
};
