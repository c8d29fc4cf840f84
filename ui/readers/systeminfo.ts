// `systeminfo`: Windows version, processors, memory; edition, updates and hypervisor are in systeminfo-windows.ts. Labels of English Windows; "Microsoftr Windows Serverr 2008" is how 2008 prints
// its registered signs in a console. Windows Server 2003 counts logical processors where later versions count packages.

import { labelled, wholeNumber } from './lines.ts';
import { classOfModel } from './processor-class.ts';
import type { Reader, Reading } from './reading.ts';
import { readWindows, type Row } from './systeminfo-windows.ts';
import type { Line } from './types.ts';

const knownLabels = new Set([
  'Host Name', 'OS Name', 'OS Version', 'OS Manufacturer', 'OS Configuration', 'OS Build Type', 'Registered Owner', 'Registered Organization',
  'Product ID', 'Original Install Date', 'System Boot Time', 'System Up Time', 'System Manufacturer', 'System Model', 'System Type', 'Processor(s)',
  'BIOS Version', 'Windows Directory', 'System Directory', 'Boot Device', 'System Locale', 'Input Locale', 'Time Zone', 'Total Physical Memory',
  'Available Physical Memory', 'Virtual Memory', 'Page File', 'Page File Location(s)', 'Domain', 'Logon Server', 'Hotfix(s)', 'Network Card(s)',
  'Hyper-V Requirements',
]); // prettier-ignore

/** The version in the document, by build and name: 5.2 with Service Pack 2, 6.0 and 6.1 of a server. */
function readVersion(name: Row | undefined, version: Row | undefined, reading: Reading): void {
  const row = name ?? version;
  if (!row) return;
  const [, build, pack] = /^(\d{1,2}\.\d{1,2})\.\d+\S*(?: Service Pack (\d))?/.exec(version?.value ?? '') ?? [];
  const isServer = /Server/.test(name?.value ?? '');
  const is2003 = build === '5.2' || (!build && /Server\S* 2003/.test(name?.value ?? ''));
  const os = is2003 ? 'ws2003sp2' : build === '6.0' ? 'ws2008' : build === '6.1' ? 'ws2008r2' : null;
  const byName = /Server\S* 2008 R2/.test(name?.value ?? '') ? 'ws2008r2' : /Server\S* 2008/.test(name?.value ?? '') ? 'ws2008' : null;
  const found = os ?? (build ? null : byName);
  if (!name || !isServer)
    reading.leave(row.line, 'This is no Windows Server; only Windows Server 2003 SP2, 2008 and 2008 R2 are emulated.');
  else if (is2003 && pack !== '2')
    reading.leave(row.line, 'Windows Server 2003 has the features that are emulated with Service Pack 2 only.');
  else if (!found) reading.leave(row.line, 'Of Windows Server, 2003 SP2, 2008 and 2008 R2 are emulated.');
  else reading.find('os', found, row.line, version ? `By its name and version ${build ?? version.value}.` : 'By its name.');
  if (version && version !== row) reading.follow(version.line, row.line);
}

function readProcessors(row: Row, is2003: boolean, reading: Reading): void {
  const [, count] = /^(\d{1,3}) Processor\(s\) Installed\.?$/.exec(row.value) ?? [];
  if (!count) reading.leave(row.line, `“${row.value.slice(0, 60)}” does not say how many processors there are.`);
  else if (is2003)
    reading.leave(row.line, 'Windows Server 2003 counts logical processors here; how they share packages and cores is not in the text.');
  else reading.find('processors.sockets', Number(count), row.line, 'systeminfo counts packages; their cores are not in the text.');
  const [first, ...rest] = row.more;
  if (!first) return;
  const [, family, model, , vendor, mhz] =
    /Family (\d{1,3}) Model (\d{1,3}) Stepping (\d{1,3}) (\w+)(?: ~(\d{3,5}) Mhz)?/i.exec(first.text) ?? [];
  const result = vendor ? classOfModel(vendor, Number(family), Number(model)) : null;
  if (mhz) reading.find('processors.clock', `${mhz} MHz`, first, 'As measured by Windows.');
  if (result && 'class' in result) reading.find('processors.class', result.class, first, result.note ?? 'By vendor, family and model.');
  else if (result) reading.leave(first, result.fault);
  else reading.leave(first, 'Family, model and clock are not in this line as they should be.');
  for (const line of rest)
    if (line.text.replace(/\[\d+\]/, '').trim() === first.text.replace(/\[\d+\]/, '').trim()) reading.follow(line, first);
    else reading.leave(line, 'All processors of an emulated host are the same; the first one counts.');
}

function readMemory({ value, line }: Row, reading: Reading): void {
  const [, digits] = /^(\d{1,3}(?:[,.' ]?\d{3})*|\d{1,9}) MB$/.exec(value) ?? [];
  const megabytes = wholeNumber((digits ?? '').replace(/\D/g, ''));
  if (megabytes === null) reading.leave(line, `“${value.slice(0, 60)}” is no number of MB.`);
  else reading.find('memory', `${megabytes} MiB`, line, 'What firmware keeps for itself is missing from it.');
}

/** Rows by label; indented lines belong to the row above. */
function rowsOf(lines: readonly Line[], reading: Reading): Map<string, Row> {
  const rows = new Map<string, Row>();
  let open: Row | null = null;
  for (const line of lines) {
    const pair = labelled(line.text);
    if (/^\s{4,}\S/.test(line.text)) {
      if (open) open.more.push(line);
    } else if (pair && knownLabels.has(pair.label)) {
      open = { value: pair.value, line, more: [] };
      if (rows.has(pair.label) && pair.label !== 'Virtual Memory')
        reading.leave(line, `“${pair.label}” is there twice; the first one counts.`);
      else rows.set(rows.has(pair.label) ? `${pair.label} ${line.number}` : pair.label, open);
    } else if (line.text.trim()) open = null;
  }
  return rows;
}

export const systeminfoReader: Reader = {
  title: 'systeminfo',
  starts(lines, index) {
    const label = labelled(lines[index]!.text)?.label ?? '';
    if (label === 'OS Name' || label === 'OS Version') return 'certain';
    return knownLabels.has(label) && label !== 'Domain' ? 'likely' : null;
  },
  startsForeign(lines, index) {
    const pair = labelled(lines[index]!.text);
    return !!pair && !knownLabels.has(pair.label) && /^Microsoft\S{0,3} Windows/.test(pair.value) && /\s{2}/.test(lines[index]!.text);
  },
  read(lines, reading) {
    const rows = rowsOf(lines, reading);
    const [name, version, processors, memory] = ['OS Name', 'OS Version', 'Processor(s)', 'Total Physical Memory'].map((label) =>
      rows.get(label),
    );
    readVersion(name, version, reading);
    const is2003 = /^5\.2/.test(version?.value ?? '') || /2003/.test(name?.value ?? '');
    if (processors) readProcessors(processors, is2003, reading);
    if (memory) readMemory(memory, reading);
    readWindows(rows, reading);
    const reasons: Readonly<Record<string, string>> = {
      'Network Card(s)': 'Adapters are taken from other commands: this list has no settings, and addresses without prefix lengths.',
    };
    for (const [label, { line, more }] of rows)
      for (const one of [line, ...more])
        if (!reading.marks.has(one.number))
          reading.leave(one, reasons[label] ?? `“${label.replace(/ \d+$/, '')}” has no counterpart in the scenario document.`);
  },
};
