// reg add, reg delete. Without /f, what would be overwritten or deleted is asked about first.

import { does, fails, says, type Change, type Outcome } from '../change.ts';
import type { ConsoleState, RegistryType } from '../state.ts';
import { canceledLine, denied, doneLines, notFoundLine, refusedBy } from './answers.ts';
import { readKeyPath } from './key-path.ts';
import type { RegOptions } from './options.ts';
import { emptyData, readData, registryTypes } from './values.ts';

function asking(prompt: string, yes: Outcome): Outcome {
  return { ...says(), question: { prompt, yes, no: fails(canceledLine) } };
}

const shownName = (name: string) => (name === '' ? '(Default)' : name);

export function regAdd(state: ConsoleState, options: RegOptions): Outcome {
  const { os, registry } = state;
  const typed = readKeyPath(options.key)!;
  const path = registry.find(typed) ?? typed;
  const type = (options.type ?? 'REG_SZ').toUpperCase() as RegistryType;
  if (!registryTypes.includes(type)) return refusedBy(os, 'add', `Invalid syntax. Specify valid data type for '/t'.`);
  if (options.name === null) {
    if (options.data !== null || options.type !== null) return refusedBy(os, 'add', 'Invalid syntax.');
    if (registry.set(path, null, null) === null) return denied(os);
    return does([{ kind: 'registry-set', path, name: null, value: null }], ...doneLines(os));
  }
  const value = options.data === null ? emptyData(type) : readData(type, options.data, options.separator);
  if (value === null) return refusedBy(os, 'add', `Invalid syntax. Specify valid numeric value for '/d'.`);
  if (registry.set(path, options.name, value) === null) return denied(os);
  const changes: Change[] = [{ kind: 'registry-set', path, name: options.name, value }];
  const done = does(changes, ...doneLines(os));
  if (options.force || registry.get(path, options.name) === null) return done;
  return asking(`Value ${shownName(options.name)} exists, overwrite(Yes/No)? `, done);
}

export function regDelete(state: ConsoleState, options: RegOptions): Outcome {
  const { os, registry } = state;
  const path = registry.find(readKeyPath(options.key)!);
  if (path === null) return fails(notFoundLine(os));
  if (options.all) {
    const changes: Change[] = registry.list(path)!.values.map(({ name }) => ({ kind: 'registry-delete', path, name }));
    const done = does(changes, ...doneLines(os));
    return options.force ? done : asking(`Delete all values under the registry key ${path} (Yes/No)? `, done);
  }
  if (options.name !== null && registry.get(path, options.name) === null) return fails(notFoundLine(os));
  if (options.name === null && !path.includes('\\')) return refusedBy(os, 'delete', 'Invalid key name.');
  if (registry.delete(path, options.name) === null) return denied(os);
  const done = does([{ kind: 'registry-delete', path, name: options.name }], ...doneLines(os));
  if (options.force) return done;
  const prompt =
    options.name === null
      ? `Permanently delete the registry key ${path} (Yes/No)? `
      : `Delete the registry value ${shownName(options.name)} (Yes/No)? `;
  return asking(prompt, done);
}
