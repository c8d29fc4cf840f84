// `lscpu`: sockets, cores, threads, NUMA nodes and their processors, clock, and the model for the processor class.
// Labels: lscpu(1) of util-linux, also the older "CPU socket(s)"; newer versions indent them under headings.

import { processorsField } from '../scenario/schema-host.ts';
import { labelled, wholeNumber } from './lines.ts';
import { classOfModel, classOfName, type ClassResult, clockOfName } from './processor-class.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

type Rows = Map<string, { value: string; line: Line }>;

const counts: Readonly<Record<string, string>> = {
  'Socket(s)': 'sockets',
  'CPU socket(s)': 'sockets',
  'Core(s) per socket': 'coresPerSocket',
  'Thread(s) per core': 'threadsPerCore',
  'NUMA node(s)': 'numaNodes',
};

const certainLabels = new Set(['Architecture', 'CPU op-mode(s)', 'On-line CPU(s) list', 'Core(s) per socket', 'Thread(s) per core']);
const likelyLabels = new Set(['CPU(s)', 'Socket(s)', 'NUMA node(s)', 'Vendor ID', 'Model name', 'CPU MHz', 'BogoMIPS']);
const nodeLabel = /^NUMA node(\d{1,3}) CPU\(s\)$/;

function readClass(rows: Rows, reading: Reading): void {
  const [vendor, family, model, name] = ['Vendor ID', 'CPU family', 'Model', 'Model name'].map((label) => rows.get(label));
  const line = (name ?? model ?? family)?.line;
  if (!line) return;
  const numbers = [family, model].map((row) => wholeNumber(row?.value ?? ''));
  const [familyNumber, modelNumber] = numbers;
  const isNumbered = vendor && typeof familyNumber === 'number' && typeof modelNumber === 'number';
  const result: ClassResult = isNumbered ? classOfModel(vendor.value, familyNumber, modelNumber) : classOfName(name?.value ?? '');
  if ('class' in result) reading.find('processors.class', result.class, line, result.note ?? 'By vendor, family and model.');
  else reading.leave(line, result.fault);
  for (const row of [vendor, family, model]) if (row && row.line !== line) reading.follow(row.line, line);
}

function readClock(rows: Rows, reading: Reading): void {
  const name = rows.get('Model name');
  const clock = name && clockOfName(name.value);
  if (clock) return reading.find('processors.clock', clock, name.line, 'Nominal clock, from the name.');
  for (const label of ['CPU max MHz', 'CPU MHz']) {
    const row = rows.get(label);
    const [, mhz] = /^(\d{1,5}(?:\.\d{1,6})?)$/.exec(row?.value ?? '') ?? [];
    if (row && mhz)
      return reading.find(
        'processors.clock',
        `${Number(mhz)} MHz`,
        row.line,
        label === 'CPU MHz' ? 'Clock at that moment.' : 'Highest clock.',
      );
  }
}

const MAX_LISTED = 8192;

/** "0-2,8" -> [0, 1, 2, 8]; null when it is no list of processors, or one longer than Linux can have. */
export function processorList(text: string): number[] | null {
  if (!/^\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?)*$/.test(text)) return null;
  const found: number[] = [];
  for (const part of text.split(',')) {
    const [from, to = from] = part.split('-').map(Number) as [number, number?];
    for (let processor = from; processor <= to; processor++) found.push(processor);
    if (found.length > MAX_LISTED) return null;
  }
  return found;
}

/** The emulated host deals its processors to the nodes in order; other lists of a node are said, not taken. */
function readNodes(rows: Rows, reading: Reading): void {
  const nodes = [...rows].filter(([label]) => nodeLabel.test(label));
  const total = wholeNumber(rows.get('CPU(s)')?.value ?? '');
  for (const [label, { value, line }] of nodes) {
    const node = Number(nodeLabel.exec(label)![1]);
    const listed = processorList(value);
    const each = (total ?? 0) / nodes.length;
    const isInOrder = listed?.length === each && listed.every((processor, index) => processor === node * each + index);
    if (isInOrder) reading.frame(line);
    else
      reading.leave(
        line,
        `The emulated host numbers its processors by node, core and thread in order; node ${node} has others there than ${value.slice(0, 40)}.`,
      );
  }
}

function readTotal(rows: Rows, reading: Reading): void {
  const row = rows.get('CPU(s)');
  if (!row) return;
  const parts = ['sockets', 'coresPerSocket', 'threadsPerCore'].map(
    (name) => reading.findings.find(({ path }) => path === `processors.${name}`)?.value,
  );
  const product = parts.every((part) => typeof part === 'number') ? parts.reduce((all, part) => all * part, 1) : null;
  if (product === null || wholeNumber(row.value) === product) reading.frame(row.line);
  else reading.leave(row.line, `${row.value} processors are not sockets x cores x threads, which is ${product}: some are off line.`);
}

export const lscpuReader: Reader = {
  title: 'lscpu',
  starts(lines, index) {
    const label = labelled(lines[index]!.text)?.label ?? '';
    return certainLabels.has(label) ? 'certain' : likelyLabels.has(label) || nodeLabel.test(label) ? 'likely' : null;
  },
  startsForeign(lines, index) {
    const pair = labelled(lines[index]!.text);
    return !!pair && pair.label !== 'Architecture' && /^(x86_64|i686|aarch64)$/.test(pair.value);
  },
  read(lines, reading) {
    const rows: Rows = new Map();
    const before = reading.findings.length;
    for (const line of lines) {
      const pair = labelled(line.text);
      if (!pair) continue;
      if (rows.has(pair.label)) reading.leave(line, `“${pair.label.slice(0, 40)}” is there twice; the first one counts.`);
      else rows.set(pair.label, { value: pair.value, line });
    }
    for (const [label, name] of Object.entries(counts)) {
      const row = rows.get(label);
      const count = row && wholeNumber(row.value);
      if (row && count === null) reading.leave(row.line, `“${row.value.slice(0, 40)}” is not a number.`);
      else if (row && typeof count === 'number') reading.find(`processors.${name}`, count, row.line);
    }
    readClass(rows, reading);
    readClock(rows, reading);
    readNodes(rows, reading);
    readTotal(rows, reading);
    const isRead = reading.findings.length > before;
    for (const [label, { value, line }] of rows)
      if (!reading.marks.has(line.number)) {
        if (!value) reading.frame(line);
        else if (isRead)
          reading.leave(
            line,
            `“${label.slice(0, 40)}” has no counterpart in ${processorsField.label.toLowerCase()} of the scenario document.`,
          );
      }
  },
};
