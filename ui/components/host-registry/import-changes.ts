// The import of a .reg file into the document of a host: what its changes come to, and which of them are refused and why. Also what deleting a
// value and exporting a key come to.

import { shorten } from '../../registry/paths.ts';
import { type RegForm, writeRegFile } from '../../registry/reg-file.ts';
import { registryExport, registryFind, registryGet, type Registry, type RegistryChange } from '../../registry/registry.ts';
import { valueAt } from '../lab-form/edit.ts';
import { parsePath } from '../../scenario/document-path.ts';
import type { RegistryValue } from '../../registry/values.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { DocumentEdit } from '../../scenario/windows-edits.ts';
import { keyEdits, registryEdits, registryOf } from '../../windows/registry-view.ts';
import { faultTexts, tryEdits } from '../host-manager/view.ts';

/** A file of more changes is not taken in whole: each of them is tried on the document. */
export const IMPORT_MOST = 2000;
/** The document keeps so many values that it has no property for. */
const OTHER_MOST = 500;

export interface Refused {
  readonly what: string;
  readonly why: string;
}

export interface Imported {
  readonly edits: readonly DocumentEdit[];
  readonly taken: number;
  readonly refused: readonly Refused[];
}

export const changeText = (change: RegistryChange): string =>
  change.kind === 'set' || change.kind === 'delete value'
    ? `${change.name === '' ? '(Default)' : shorten(change.name)} in ${change.path}`
    : change.path;

function editsOfChange(scenario: Scenario, index: number, change: RegistryChange): DocumentEdit[] {
  const host = scenario.hosts[index]!;
  switch (change.kind) {
    case 'key':
      return keyEdits(host, index, change.path);
    case 'delete key':
      return registryEdits(host, index, change.path, null, null);
    case 'set':
      return registryEdits(host, index, change.path, change.name, change.value);
    case 'delete value':
      return deleteValueEdits(scenario, index, change.path, change.name);
  }
}

/** Deleting the last value of a key leaves the key. */
export function deleteValueEdits(scenario: Scenario, index: number, path: string, name: string): DocumentEdit[] {
  const edits = registryEdits(scenario.hosts[index]!, index, path, name, null);
  const { result } = tryEdits(scenario, edits);
  if ('faults' in result || !('path' in registryFind(registryOf(scenario.hosts[index]!), path))) return edits;
  const kept = keyEdits(result.scenario.hosts[index]!, index, path);
  return kept.length ? [...edits, ...kept] : edits;
}

/** A line [key] that values of the same key follow makes nothing by itself. */
const isOpened = (changes: readonly RegistryChange[], at: number): boolean => {
  const next = changes[at + 1];
  return changes[at]!.kind === 'key' && next?.kind === 'set' && next.path === changes[at]!.path;
};

/** A value that the registry has already, whoever put it there. */
function isThere(registry: Registry, change: RegistryChange): boolean {
  if (change.kind !== 'set') return false;
  const found = registryGet(registry, change.path, change.name);
  return 'value' in found && changeKey(found.value) === changeKey(change.value);
}

const changeKey = ({ type, data }: RegistryValue): string => `${type} ${typeof data === 'object' ? JSON.stringify(data) : String(data)}`;

const fillsList = (edits: readonly DocumentEdit[]): boolean =>
  edits.some(({ path, value }) => path.endsWith('.registry.other') && Array.isArray(value) && value.length > OTHER_MOST);

/** Later edits of a property stand for earlier ones. */
const lastOfEach = (wanted: Scenario, edits: readonly DocumentEdit[], after: Scenario): DocumentEdit[] =>
  [...new Set(edits.map(({ path }) => path))].flatMap((path) => {
    const [before, value] = [valueAt(wanted, parsePath(path)!), valueAt(after, parsePath(path)!)];
    return JSON.stringify(before) === JSON.stringify(value) ? [] : [{ path, value }];
  });

/** All changes that can be made are made, in order, as Registry Editor does. */
export function importChanges(wanted: Scenario, index: number, changes: readonly RegistryChange[]): Imported {
  let scenario = wanted;
  let registry = registryOf(scenario.hosts[index]!);
  const all: DocumentEdit[] = [];
  const refused: Refused[] = [];
  let taken = 0;
  for (const [at, change] of changes.slice(0, IMPORT_MOST).entries()) {
    const refuse = (why: string) => refused.push({ what: changeText(change), why });
    if (isOpened(changes, at)) continue;
    const edits = isThere(registry, change) ? [] : editsOfChange(scenario, index, change);
    if (!edits.length) {
      if (change.kind === 'delete key') refuse('Windows keeps this key, or there is no such key.');
      else taken++;
      continue;
    }
    if (fillsList(edits)) {
      refuse(`A document keeps at most ${OTHER_MOST} values that no feature reads.`);
      continue;
    }
    const { result } = tryEdits(scenario, edits);
    if ('faults' in result) {
      refuse(faultTexts(result, edits).join(' '));
      continue;
    }
    ({ scenario } = result);
    registry = registryOf(scenario.hosts[index]!);
    all.push(...edits);
    taken++;
  }
  if (changes.length > IMPORT_MOST)
    refused.push({ what: `${changes.length - IMPORT_MOST} further changes`, why: `At most ${IMPORT_MOST} are taken in at a time.` });
  return { edits: lastOfEach(wanted, all, scenario), taken, refused };
}

/** A key with all below it as a file. */
export function exportKey(registry: Registry, path: string, form: RegForm): { bytes: Uint8Array } | { fault: string } {
  const exported = registryExport(registry, path);
  return 'fault' in exported ? exported : writeRegFile(exported.changes, form);
}
