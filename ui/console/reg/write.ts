// reg add, reg delete. Without /f, what would be overwritten or deleted is asked about first.

import { registryApply, registryFind, registryGet, registryList, type Registry, type RegistryChange } from '../../registry/registry.ts';
import { readData } from '../../registry/data-text.ts';
import type { RegistryType } from '../../registry/values.ts';
import { does, fails, says, type Change, type Outcome } from '../change.ts';
import type { ConsoleState, OsVersion } from '../state.ts';
import { canceledLine, denied, doneLines, notFoundLine, refusedBy } from './answers.ts';
import { readKeyPath } from './key-path.ts';
import type { RegOptions } from './options.ts';
import { emptyData, registryTypes } from './values.ts';

function asking(prompt: string, yes: Outcome): Outcome {
  return { ...says(), question: { prompt, yes, no: fails(canceledLine) } };
}

const shownName = (name: string) => (name === '' ? '(Default)' : name);

const changing = (change: RegistryChange): Change => ({ kind: 'change-registry', change });

/** What is done with the changes, unless the registry refuses one. */
function changes(os: OsVersion, registry: Registry, wanted: readonly RegistryChange[]): Outcome {
  return registryApply(registry, wanted).faults.length > 0 ? denied(os) : does(wanted.map(changing), ...doneLines(os));
}

export function regAdd({ os, registry }: ConsoleState, options: RegOptions): Outcome {
  const typed = readKeyPath(options.key)!;
  const found = registryFind(registry, typed);
  const path = 'fault' in found ? typed : found.path;
  const type = (options.type ?? 'REG_SZ').toUpperCase() as RegistryType;
  if (!registryTypes.includes(type)) return refusedBy(os, 'add', `Invalid syntax. Specify valid data type for '/t'.`);
  if (options.name === null) {
    if (options.data !== null || options.type !== null) return refusedBy(os, 'add', 'Invalid syntax.');
    return changes(os, registry, [{ kind: 'key', path }]);
  }
  const value = options.data === null ? emptyData(type) : readData(type, options.data, options.separator);
  if (value === null) return refusedBy(os, 'add', `Invalid syntax. Specify valid numeric value for '/d'.`);
  const done = changes(os, registry, [{ kind: 'set', path, name: options.name, value }]);
  if (done.failed || options.force || 'fault' in registryGet(registry, path, options.name)) return done;
  return asking(`Value ${shownName(options.name)} exists, overwrite(Yes/No)? `, done);
}

/** The changes that a deletion takes and what is asked before, or why there is nothing to delete. */
function deletion(
  { os, registry }: ConsoleState,
  options: RegOptions,
  path: string,
): { wanted: RegistryChange[]; prompt: string } | Outcome {
  const { name } = options;
  if (options.all) {
    const listed = registryList(registry, path);
    const names = 'fault' in listed ? [] : listed.values.map((value) => value.name);
    return {
      wanted: names.map((each) => ({ kind: 'delete value', path, name: each })),
      prompt: `Delete all values under the registry key ${path} (Yes/No)? `,
    };
  }
  if (name === null)
    return path.includes('\\')
      ? { wanted: [{ kind: 'delete key', path }], prompt: `Permanently delete the registry key ${path} (Yes/No)? ` }
      : refusedBy(os, 'delete', 'Invalid key name.');
  if ('fault' in registryGet(registry, path, name)) return fails(notFoundLine(os));
  return { wanted: [{ kind: 'delete value', path, name }], prompt: `Delete the registry value ${shownName(name)} (Yes/No)? ` };
}

export function regDelete(state: ConsoleState, options: RegOptions): Outcome {
  const { os, registry } = state;
  const found = registryFind(registry, readKeyPath(options.key)!);
  if ('fault' in found) return fails(notFoundLine(os));
  const planned = deletion(state, options, found.path);
  if (!('wanted' in planned)) return planned;
  const done = changes(os, registry, planned.wanted);
  return done.failed || options.force ? done : asking(planned.prompt, done);
}
