// reg query. From Server 2008 on, four blanks between the columns; on Server 2003 a heading of the program and tabs.

import { registryFind, registryList } from '../../registry/registry.ts';
import { dataText } from '../../registry/data-text.ts';
import type { RegistryValue } from '../../registry/values.ts';
import { fails, says, type Outcome } from '../change.ts';
import type { ConsoleState, OsVersion } from '../state.ts';
import { notFoundLine } from './answers.ts';
import { readKeyPath } from './key-path.ts';
import type { RegOptions } from './options.ts';

/** Keys that one query lists at most: a bound on output, far above any emulated registry. */
const mostKeys = 2000;

function valueLine(os: OsVersion, name: string, value: RegistryValue): string {
  const old = os === 'ws2003sp2';
  const shown = name === '' ? (old ? '<NO NAME>' : '(Default)') : name;
  return `    ${[shown, value.type, dataText(value)].join(old ? '\t' : '    ')}`;
}

function keyLines(state: ConsoleState, path: string, options: RegOptions, budget: { keys: number }): readonly string[] {
  const listed = registryList(state.registry, path);
  if ('fault' in listed || budget.keys-- <= 0) return [];
  const wanted = listed.values.filter(({ name }) => options.name === null || name.toLowerCase() === options.name.toLowerCase());
  const values = wanted.map(({ name, value }) => valueLine(state.os, name, value));
  const below = listed.keys.map((name) => `${path}\\${name}`);
  const own = values.length > 0 || (options.name === null && options.below) ? [path, ...values, ''] : [];
  if (options.below) return [...own, ...below.flatMap((inner) => keyLines(state, inner, options, budget))];
  return [...own, ...(options.name === null ? below : [])];
}

export function regQuery(state: ConsoleState, options: RegOptions): Outcome {
  const found = registryFind(state.registry, readKeyPath(options.key)!);
  if ('fault' in found) return fails(notFoundLine(state.os));
  const { path } = found;
  const lines = keyLines(state, path, options, { keys: mostKeys });
  if (options.name !== null && lines.length === 0 && !options.below) return fails(notFoundLine(state.os));
  const heading = state.os === 'ws2003sp2' ? ['', '! REG.EXE VERSION 3.0', ''] : [''];
  const matches = lines.filter((line) => line.startsWith('    ')).length;
  const end = options.below && options.name !== null && state.os !== 'ws2003sp2' ? [`End of search: ${matches} match(es) found.`] : [];
  return says(...heading, ...lines, ...end);
}
