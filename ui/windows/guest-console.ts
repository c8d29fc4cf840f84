// Consoles of virtual machines: what withGuests makes of one, with Windows as it is installed there but for what the document has a place for,
// its chimney switch and the parameters of its TCP; and where a change made at its console stands in the document.
// Assumed: what else a console sets in a virtual machine does not change the emulation.

import type { Change } from '../console/change.ts';
import { guests } from '../effective/guests.ts';
import { type ExpandedHost, guestOf, movedTo, withGuests } from '../scenario/guests.ts';
import { readField } from '../scenario/read-field.ts';
import type { Host, Scenario } from '../scenario/schema.ts';
import { windowsField } from '../scenario/schema-windows.ts';
import type { DocumentEdit } from '../scenario/windows-edits.ts';
import { changeEdits } from './carry-out.ts';

let installed: Host['windows'] | undefined;
function windowsInstalled(): Host['windows'] {
  installed ??= readField(windowsField, {}, '', (path, message) => {
    throw new Error(`${path}: ${message}`);
  }) as Host['windows'];
  return installed;
}

function withOwnWindows(host: ExpandedHost, { hosts }: Scenario): Host {
  const { parent, machine } = guestOf(host)!;
  const { chimney, guest, adapter } = hosts[parent]!.virtualMachines[machine]!;
  const windows = windowsInstalled();
  const nics = host.nics.map((nic) => ({ ...nic, isLegacy: adapter === 'legacy' }));
  return { ...host, nics, windows: { ...windows, netsh: { ...windows.netsh, chimney: chimney ?? guests[guest].initialChimney } } };
}

/** Everything that has a console, by its index in a run: the hosts of the document, then their virtual machines. */
export function consoleHosts(document: Scenario): Host[] {
  const { hosts } = document;
  const whole = withGuests(document);
  return [...hosts, ...whole.hosts.slice(hosts.length).map((host) => withOwnWindows(host, whole))];
}

/** Indices of the virtual machines that are on a host now. */
export const guestsOn = (document: Scenario, host: number): number[] =>
  consoleHosts(document).flatMap((candidate, index) => {
    const place = guestOf(candidate);
    if (!place) return [];
    const moved = movedTo(document.hosts[place.parent]!.virtualMachines[place.machine]!);
    const on = moved === null ? place.parent : document.hosts.findIndex(({ name }) => name === moved);
    return on === host ? [index] : [];
  });

export const NO_PLACE = 'nicscope: A virtual machine has no place in the document for this setting; it stays as it was.';

/** The place of a property of the virtual machine's host in the document; null: it has none. */
function machinePath(path: string, at: string): string | null {
  const property = path.replace(/^hosts\[\d+\]\./, '');
  if (property.startsWith('tcp.')) return `${at}.${property}`;
  return property === 'windows.netsh.chimney' ? `${at}.chimney` : null;
}

/** What a change at the console of a virtual machine changes in the document; null where something of it has no place there. */
export function guestEdits(host: ExpandedHost, change: Change): DocumentEdit[] | null {
  if (['restart-adapter', 'restart-computer', 'abort-restart'].includes(change.kind)) return null;
  const { parent, machine } = guestOf(host)!;
  const edits = changeEdits(host, 0, change).map(({ path, value }) => ({
    path: machinePath(path, `hosts[${parent}].virtualMachines[${machine}]`),
    value,
  }));
  const placed = edits.filter((edit): edit is DocumentEdit => edit.path !== null);
  // A reset leaves as installed what is so anyway.
  return placed.length < edits.length && change.kind !== 'reset-tcp' ? null : placed;
}
