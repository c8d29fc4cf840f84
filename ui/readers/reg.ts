// Registry export (.reg): values of the system that the scenario document has, and standardised keywords of adapters. The text is also
// handed over whole, for the registry.
// Sources: learn.microsoft.com, "How to add, modify, or delete registry subkeys and values by using a .reg file"; windows-driver-docs,
// "Standardized INF keywords": keywords stand under the class of network adapters, whose description is DriverDesc.

import { type SystemPlace, systemPlace, systemValueName } from '../scenario/registry-map.ts';
import { windowsVersions } from '../registry/windows-version.ts';
import { ownRules, type PropertyRow, sharedRules } from './property-rules.ts';
import type { Reader, Reading } from './reading.ts';
import type { Line } from './types.ts';

interface Value {
  name: string;
  /** As it stands behind the sign: quoted, dword: or hex. */
  data: string;
  line: Line;
}

interface Section {
  key: string;
  values: Value[];
}

const PARAMETERS = /^HKEY_LOCAL_MACHINE\\SYSTEM\\(?:CurrentControlSet|ControlSet\d{3})\\Services\\(Tcpip|Ndis|VMSMP)\\Parameters$/i;
const ADAPTER =
  /^HKEY_LOCAL_MACHINE\\SYSTEM\\(?:CurrentControlSet|ControlSet\d{3})\\Control\\Class\\\{4D36E972-E325-11CE-BFC1-08002BE10318\}\\(\d{4})$/i;

const elsewhere = 'None of the features that are emulated reads this value.';
const deleted = 'This deletes the value; an export holds those that there are.';

/** Sections with their values; headings and blanks are frame, and a value that goes on over lines takes them with it. */
function sectionsOf(lines: readonly Line[], reading: Reading): Section[] {
  const sections: Section[] = [];
  let isContinued = false;
  for (const line of lines) {
    const text = line.text.trim();
    const [, key] = /^\[([^\]]+)\]$/.exec(text) ?? [];
    const [, name, data] = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(text) ?? [];
    if (isContinued) reading.leave(line, 'The line before goes on here; only numbers and short texts are read.');
    else if (key !== undefined) sections.push({ key, values: [] });
    else if (name !== undefined && sections.length) sections.at(-1)!.values.push({ name, data: data!, line });
    if (!isContinued && name === undefined && (key !== undefined || /^(;|$|REGEDIT4|Windows Registry Editor)/.test(text)))
      reading.frame(line);
    isContinued = text.endsWith('\\') && (isContinued || name !== undefined || text.startsWith('@'));
  }
  return sections;
}

/** "dword:0000000a" or "10" in quotes -> 10 */
function numberOf(data: string): number | null {
  const [, hex] = /^dword:([0-9a-f]{1,8})$/i.exec(data) ?? [];
  const [, digits] = /^"(\d{1,9})"$/.exec(data) ?? [];
  return hex !== undefined ? Number.parseInt(hex, 16) : digits !== undefined ? Number(digits) : null;
}

function readSystem({ values }: Section, place: SystemPlace, reading: Reading): void {
  for (const { name, data, line } of values) {
    const known = systemValueName(name);
    const number = numberOf(data);
    if (!known || !windowsVersions.some((version) => systemPlace(version, known) === place)) reading.leave(line, elsewhere);
    else if (data === '-') reading.leave(line, deleted);
    else if (number === null) reading.leave(line, 'This is not a number.');
    else reading.find(`windows.registry.${known}`, number, line);
  }
}

const keywords = new Set([...Object.keys(ownRules), ...sharedRules.flatMap((rule) => rule.keywords)]);

/** A key without a keyword is no adapter of hardware. */
function readAdapter({ values }: Section, subkey: string, reading: Reading): void {
  const known = values.filter(({ name, data }) => keywords.has(name) && name.startsWith('*') && data !== '-');
  const description = values.find(({ name }) => name === 'DriverDesc');
  const [, text] = /^"((?:[^"\\]|\\.)*)"$/.exec(description?.data ?? '') ?? [];
  const adapter = `${text?.replace(/\\(.)/g, '$1') || 'Adapter'} (${subkey})`;
  const rowOf = ({ name, data, line }: Value): PropertyRow => ({
    name: adapter,
    keyword: name,
    displayName: name,
    display: data.replace(/^"|"$/g, ''),
    value: numberOf(data),
    line,
  });
  const rows = known.map(rowOf);
  for (const row of rows) if (Object.hasOwn(ownRules, row.keyword)) ownRules[row.keyword]!(row, reading);
  for (const { keywords: wanted, read } of sharedRules) {
    const found = rows.filter((row) => wanted.includes(row.keyword));
    if (found.length) read(adapter, found, reading);
  }
  for (const value of values) {
    if (value === description && known.length) reading.frame(value.line);
    else if (!known.includes(value)) reading.leave(value.line, value.data === '-' ? deleted : elsewhere);
  }
}

export const regReader: Reader = {
  title: 'registry export (.reg)',
  starts(lines, index) {
    const text = lines[index]!.text.trim();
    if (text === 'Windows Registry Editor Version 5.00' || text === 'REGEDIT4') return 'certain';
    return /^\[-?HKEY_[A-Z_]+(\\[^\]]*)?\]$/.test(text) ? 'likely' : null;
  },
  read(lines, reading) {
    for (const section of sectionsOf(lines, reading)) {
      const [, subkey] = ADAPTER.exec(section.key) ?? [];
      const [, service] = PARAMETERS.exec(section.key) ?? [];
      if (subkey) readAdapter(section, subkey, reading);
      else if (service) readSystem(section, service.toLowerCase() as SystemPlace, reading);
      else for (const { line } of section.values) reading.leave(line, elsewhere);
    }
  },
};
