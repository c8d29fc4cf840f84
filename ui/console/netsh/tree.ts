// The tree of netsh contexts and commands, and how words of a line are matched with it: names in full or abbreviated without ambiguity.

import type { Outcome } from '../change.ts';
import type { ConsoleState } from '../state.ts';
import type { Parameter } from './parameters.ts';

export interface NetshCommand {
  /** "show global", "reset" */
  readonly name: string;
  readonly help: string;
  /** Refused to prompts that are not elevated. */
  readonly elevated: boolean;
  readonly parameters: readonly Parameter[];
  readonly usage: readonly string[];
  run(state: ConsoleState, words: readonly string[]): Outcome;
}

export interface NetshContext {
  /** "" for netsh itself. */
  readonly name: string;
  readonly contexts: readonly NetshContext[];
  readonly commands: readonly NetshCommand[];
  /** Contexts that this version of Windows has here and the emulator has not. */
  readonly elsewhere: readonly string[];
}

/** Words that begin several commands. */
export const verbHelp: Readonly<Record<string, string>> = {
  add: 'Adds a configuration entry to a table.',
  delete: 'Deletes a configuration entry from a table.',
  set: 'Sets configuration information.',
  show: 'Displays information.',
};

/** The one name that `word` is or begins, without case; null when there is none, or more than one. */
export function matchName(word: string, names: readonly string[]): string | null {
  const lower = word.toLowerCase();
  const exact = names.find((name) => name.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  if (lower === '') return null;
  const found = [...new Set(names)].filter((name) => name.toLowerCase().startsWith(lower));
  return found.length === 1 ? found[0]! : null;
}

export type Resolved =
  | { readonly kind: 'context'; readonly path: readonly NetshContext[]; readonly asksHelp: boolean }
  | { readonly kind: 'group'; readonly path: readonly NetshContext[]; readonly verb: string }
  | {
      readonly kind: 'command';
      readonly path: readonly NetshContext[];
      readonly command: NetshCommand;
      readonly words: readonly string[];
      readonly asksHelp: boolean;
    }
  | { readonly kind: 'elsewhere'; readonly path: readonly NetshContext[]; readonly name: string }
  | { readonly kind: 'unknown' };

export const isHelpWord = (word: string): boolean => ['?', '/?', '-?'].includes(word);

export const verbsOf = (context: NetshContext): readonly string[] => [
  ...new Set(context.commands.filter(({ name }) => name.includes(' ')).map(({ name }) => name.split(' ')[0]!)),
];

/** Everything that a word may stand for in a context. */
export const namesIn = (context: NetshContext): readonly string[] => [
  '?',
  'help',
  ...context.contexts.map(({ name }) => name),
  ...context.elsewhere,
  ...verbsOf(context),
  ...context.commands.filter(({ name }) => !name.includes(' ')).map(({ name }) => name),
];

function resolveIn(path: readonly NetshContext[], words: readonly string[]): Resolved {
  const context = path.at(-1)!;
  const [word, ...rest] = words;
  if (word === undefined) return { kind: 'context', path, asksHelp: false };
  if (isHelpWord(word)) return { kind: 'context', path, asksHelp: true };
  const name = matchName(word, namesIn(context));
  if (name === null) return { kind: 'unknown' };
  if (name === 'help' || name === '?') return { kind: 'context', path, asksHelp: true };
  const inner = context.contexts.find((candidate) => candidate.name === name);
  if (inner) return resolveIn([...path, inner], rest);
  if (context.elsewhere.includes(name)) return { kind: 'elsewhere', path, name };
  const single = context.commands.find((candidate) => candidate.name === name);
  if (single) return { kind: 'command', path, command: single, words: rest, asksHelp: rest.some(isHelpWord) };
  const [noun, ...words2] = rest;
  if (noun === undefined || isHelpWord(noun) || noun.toLowerCase() === 'help') return { kind: 'group', path, verb: name };
  const nouns = context.commands.filter((candidate) => candidate.name.startsWith(`${name} `));
  const found = matchName(
    noun,
    nouns.map((candidate) => candidate.name.slice(name.length + 1)),
  );
  if (found === null) return { kind: 'unknown' };
  const command = nouns.find((candidate) => candidate.name === `${name} ${found}`)!;
  return { kind: 'command', path, command, words: words2, asksHelp: words2.some(isHelpWord) };
}

/** What the words mean in a context, or, when nothing there, in the contexts around it. */
export function resolve(path: readonly NetshContext[], words: readonly string[]): Resolved {
  for (let depth = path.length; depth > 0; depth--) {
    const resolved = resolveIn(path.slice(0, depth), words);
    if (resolved.kind !== 'unknown') return resolved;
  }
  return { kind: 'unknown' };
}

/** "netsh interface tcp" */
export const pathText = (path: readonly NetshContext[]): string => ['netsh', ...path.slice(1).map(({ name }) => name)].join(' ');
