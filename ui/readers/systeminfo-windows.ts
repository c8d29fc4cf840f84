// What `systeminfo` says of the installed Windows: edition, platform, service pack and updates, and whether the hypervisor runs.

import { versions } from '../effective/os/versions.ts';
import { hostField } from '../scenario/schema-host.ts';
import type { Reading } from './reading.ts';
import type { Line } from './types.ts';

/** A label with its value. */
export interface Row {
  value: string;
  line: Line;
  /** Indented lines below, such as "[01]: Intel64 Family 6 ...". */
  more: Line[];
}

export type Rows = ReadonlyMap<string, Row>;

const editions = ['enterprise', 'datacenter', 'foundation', 'standard', 'web'] as const;
const platforms: readonly (readonly [RegExp, string])[] = [
  [/^x64-based/i, 'x64'],
  [/^x86-based/i, 'x86'],
  [/^(ia64|itanium)-based/i, 'itanium'],
];

function readEdition({ value, line }: Row, reading: Reading): void {
  if (!/Server/.test(value)) return;
  const found = editions.find((edition) => new RegExp(`\\b${edition}\\b`, 'i').test(value));
  if (found) reading.find('windows.edition', found, line, 'By its name.');
  else reading.leave(line, 'The name has none of the editions that are emulated.');
}

function readPlatform({ value, line }: Row, reading: Reading): void {
  const [, found] = platforms.find(([form]) => form.test(value)) ?? [];
  if (found) reading.find('windows.platform', found, line);
  else reading.leave(line, `“${value.slice(0, 60)}” is none of the platforms that are emulated.`);
}

/** What some version of Windows does differently with it: these come first when there is no room for all. */
const matters = new Set(Object.values(versions).flatMap(({ updates }) => updates.map(({ id }) => id)));
const MOST = hostField.fields.windows.fields.updates.max;

const servicePack = (version: Row | undefined) => /\bService Pack (\d)\b/.exec(version?.value ?? '')?.[1];

/** "[01]: KB2519736" -> "KB 2519736" */
const updateOf = ({ text }: Line) => {
  const [, number] = /^\s*\[\d{1,4}\]:\s*KB ?(\d{6,7})\b/i.exec(text) ?? [];
  return number === undefined ? null : `KB ${number}`;
};

function readUpdates(version: Row | undefined, hotfixes: Row | undefined, reading: Reading): void {
  const pack = servicePack(version);
  const packs = pack === undefined ? [] : [`SP${pack}`];
  const listed = (hotfixes?.more ?? []).map((line) => ({ line, update: updateOf(line) }));
  const named = [...new Set(listed.flatMap(({ update }) => update ?? []))];
  const byWeight = [...named.filter((update) => matters.has(update)), ...named.filter((update) => !matters.has(update))];
  const taken = new Set(byWeight.slice(0, MOST - packs.length));
  const first = hotfixes && (named.length || /^(N\/A|0 )/.test(hotfixes.value)) ? hotfixes : packs.length ? version! : null;
  if (!first) return;
  const note = first === hotfixes ? 'The service pack is in the version.' : 'The service pack; the updates are not in the text.';
  reading.find('windows.updates', [...packs, ...named.filter((update) => taken.has(update))], first.line, note);
  for (const { line, update } of listed)
    if (update === null) reading.leave(line, 'This is not the number of an update, such as KB979614.');
    else if (taken.has(update)) reading.follow(line, first.line);
    else reading.leave(line, `There is room for ${MOST} updates; those that change something are taken first.`);
}

const detected = /^A hypervisor has been detected/;
const virtual = /Virtual Machine|VMware|VirtualBox|KVM|HVM domU/i;

/** A hypervisor below Windows: its own Hyper-V, unless the computer is a virtual machine. */
function readHypervisor({ value, line, more }: Row, model: Row | undefined, reading: Reading): void {
  const reason = !detected.test(value)
    ? 'These are requirements of Hyper-V; whether the role is installed is not in the text.'
    : virtual.test(model?.value ?? '')
      ? 'The computer is a virtual machine: the hypervisor is that of its host.'
      : null;
  if (reason === null) reading.find('windows.roles.hyperV', true, line, 'A hypervisor runs, and the computer is no virtual machine.');
  for (const one of reason === null ? more : [line, ...more])
    if (reason === null) reading.follow(one, line);
    else reading.leave(one, reason);
}

export function readWindows(rows: Rows, reading: Reading): void {
  const name = rows.get('OS Name');
  const type = rows.get('System Type');
  const hypervisor = rows.get('Hyper-V Requirements');
  if (name) readEdition(name, reading);
  if (type) readPlatform(type, reading);
  readUpdates(rows.get('OS Version'), rows.get('Hotfix(s)'), reading);
  if (hypervisor) readHypervisor(hypervisor, rows.get('System Model'), reading);
}
