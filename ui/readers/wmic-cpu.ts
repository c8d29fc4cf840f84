// `wmic cpu get NumberOfCores,NumberOfLogicalProcessors`, also with Name and MaxClockSpeed: one row for each package, as table or with /value.
// Property names: learn.microsoft.com, Win32_Processor. Columns start where their heading starts.

import { labelled, wholeNumber } from './lines.ts';
import { classOfName, clockOfName } from './processor-class.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

interface Cell {
  value: string;
  line: Line;
}
type Package = Map<string, Cell>;

const properties = new Set(['NumberOfCores', 'NumberOfLogicalProcessors', 'MaxClockSpeed', 'Name']);

const headingOf = (text: string): { name: string; start: number }[] | null => {
  const words = [...text.matchAll(/\w+/g)].map(({ 0: name, index: start }) => ({ name, start }));
  return words.some(({ name }) => name === 'NumberOfCores' || name === 'NumberOfLogicalProcessors') &&
    /^[\w\s]+$/.test(text) &&
    words.length <= 60
    ? words
    : null;
};

function assignment(text: string): { name: string; value: string } | null {
  const [, name, value] = /^\s*(\w{1,40})=(.*)$/.exec(text) ?? [];
  return name !== undefined && properties.has(name) ? { name, value: value!.trim() } : null;
}

function packagesOf(lines: readonly Line[], reading: Reading): Package[] {
  const packages: Package[] = [];
  let heading: { name: string; start: number }[] | null = null;
  for (const line of lines) {
    const found = headingOf(line.text);
    const pair = assignment(line.text);
    if (found) {
      heading = found;
      reading.frame(line);
    } else if (pair) {
      if (!packages.length || packages.at(-1)!.has(pair.name)) packages.push(new Map());
      packages.at(-1)!.set(pair.name, { value: pair.value, line });
    } else if (heading && line.text.trim()) {
      const cells = heading.map(
        ({ name, start }, at) => [name, { value: line.text.slice(start, heading![at + 1]?.start).trim(), line }] as const,
      );
      if (cells.some(([name, { value }]) => name.startsWith('NumberOf') && wholeNumber(value) !== null)) packages.push(new Map(cells));
    }
  }
  return packages;
}

/** A value that all packages share; null, and their lines left, when they differ. */
function shared(packages: readonly Package[], name: string, reading: Reading): Cell | null {
  const cells = packages.map((one) => one.get(name)).filter((cell) => cell !== undefined);
  const [first] = cells;
  if (!first) return null;
  const other = cells.find(({ value }) => value !== first.value);
  if (!other) return first;
  reading.leave(other.line, 'All packages of an emulated host are the same, and these differ.');
  return null;
}

function readPackages(packages: readonly Package[], reading: Reading): void {
  const [cores, logical, clock, name] = ['NumberOfCores', 'NumberOfLogicalProcessors', 'MaxClockSpeed', 'Name'].map((one) =>
    shared(packages, one, reading),
  );
  const coreCount = wholeNumber(cores?.value ?? '');
  const logicalCount = wholeNumber(logical?.value ?? '');
  const first = (cores ?? logical)?.line;
  if (first) reading.find('processors.sockets', packages.length, first, 'wmic lists one row for each package.');
  if (cores && coreCount) reading.find('processors.coresPerSocket', coreCount, cores.line);
  if (logical && coreCount && logicalCount && logicalCount % coreCount === 0)
    reading.find(
      'processors.threadsPerCore',
      logicalCount / coreCount,
      logical.line,
      `${logicalCount} logical processors on ${coreCount} cores.`,
    );
  else if (logical) reading.leave(logical.line, 'Logical processors are no multiple of the cores, or the cores are not in the text.');
  const named = name && clockOfName(name.value);
  if (named) reading.find('processors.clock', named, name.line, 'Nominal clock, from the name.');
  else if (clock && wholeNumber(clock.value)) reading.find('processors.clock', `${clock.value} MHz`, clock.line);
  const result = name && name.value ? classOfName(name.value) : null;
  if (result && 'class' in result) reading.find('processors.class', result.class, name!.line, result.note);
  else if (result) reading.leave(name!.line, result.fault);
}

export const wmicCpuReader: Reader = {
  title: 'wmic cpu get',
  starts(lines, index) {
    const { text } = lines[index]!;
    if (labelled(text)) return null;
    const heading = headingOf(text);
    if (heading) return 'certain';
    return assignment(text)?.name.startsWith('NumberOf') ? 'certain' : null;
  },
  read(lines, reading) {
    const packages = packagesOf(lines, reading);
    if (packages.length) readPackages(packages, reading);
    for (const one of packages) for (const { line } of one.values()) reading.frame(line);
  },
};
