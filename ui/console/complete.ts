// What the Tab key offers: names of commands, contexts, verbs and nouns of netsh, its tags and values, keys and options of reg, options.

import { registryList } from '../registry/registry.ts';
import { commandNames } from './commands.ts';
import { splitWords } from './command-line.ts';
import { contextPath } from './netsh/netsh.ts';
import { namesIn, resolve, type NetshContext } from './netsh/tree.ts';
import { netstatLetters } from './netstat/options.ts';
import { readKeyPath, rootNames } from './reg/key-path.ts';
import { isRegVerb, regOptionNames } from './reg/options.ts';
import { registryTypes } from './reg/values.ts';
import { isWaiting, type Session } from './session.ts';
import type { ConsoleState } from './state.ts';

export interface Completion {
  /** Where the text that the candidates replace starts. */
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly string[];
}

function netshCandidates(path: readonly NetshContext[], before: readonly string[], word: string): readonly string[] {
  const resolved = resolve(path, before);
  if (resolved.kind === 'context') return namesIn(resolved.path.at(-1)!).filter((name) => name !== '?');
  if (resolved.kind === 'group') {
    const { path: inner, verb } = resolved;
    return inner.at(-1)!.commands.flatMap(({ name }) => (name.startsWith(`${verb} `) ? [name.slice(verb.length + 1)] : []));
  }
  if (resolved.kind !== 'command') return [];
  const { parameters } = resolved.command;
  const [tag] = word.split('=');
  const tagged = parameters.find((parameter) => word.includes('=') && parameter.tag === tag!.toLowerCase());
  if (tagged) return (tagged.values ?? []).map((value) => `${tagged.tag}=${value}`);
  const used = resolved.words.map((typed) => typed.split('=')[0]!.toLowerCase());
  return parameters.filter((parameter) => !used.includes(parameter.tag)).map((parameter) => `${parameter.tag}=`);
}

function keyCandidates({ registry }: ConsoleState, word: string): readonly string[] {
  const slash = word.lastIndexOf('\\');
  if (slash < 0) return rootNames;
  const typed = word.slice(0, slash);
  const path = readKeyPath(typed);
  const listed = path === null ? null : registryList(registry, path);
  return listed === null || 'fault' in listed ? [] : listed.keys.map((name) => `${typed}\\${name}`);
}

function valueNames({ registry }: ConsoleState, path: string): readonly string[] {
  const listed = registryList(registry, path);
  return 'fault' in listed ? [] : listed.values.map(({ name }) => name);
}

function regCandidates(state: ConsoleState, before: readonly string[], word: string): readonly string[] {
  const [verb, key] = before;
  if (verb === undefined) return ['query', 'add', 'delete'];
  if (!isRegVerb(verb.toLowerCase())) return [];
  if (key === undefined) return keyCandidates(state, word);
  const last = before.at(-1)!.toLowerCase();
  const path = readKeyPath(key);
  if (last === '/t') return registryTypes;
  if (last === '/v') return path === null ? [] : valueNames(state, path);
  return regOptionNames(verb.toLowerCase() as 'query');
}

function candidatesFor(session: Session, state: ConsoleState, words: readonly string[], word: string): readonly string[] {
  if (session.place !== null) return netshCandidates(contextPath(state.os, session.place), words, word);
  const [name, ...before] = words;
  switch (name?.toLowerCase()) {
    case undefined:
      return commandNames;
    case 'netsh':
      return netshCandidates(contextPath(state.os, []), before, word);
    case 'netstat':
      return before.at(-1) === '-p' ? ['tcp', 'udp', 'tcpv6', 'udpv6'] : [...netstatLetters(state.os), 'p'].map((letter) => `-${letter}`);
    case 'reg':
      return regCandidates(state, before, word);
    case 'ipconfig':
      return ['/all'];
    case 'route':
      return ['print'];
    case 'devcon':
      return before.length === 0 ? ['restart'] : ['=net', ...state.adapters.map(({ instanceId }) => `@${instanceId}`)];
    case 'shutdown':
      return ['/r', '/a', '/t', '/f'];
    case 'ping':
      return Object.values(state.names);
    case 'help':
      return commandNames;
    default:
      return [];
  }
}

const quoted = (text: string) => (/[\s&|^<>]/.test(text) ? `"${text}"` : text);

/** @param cursor characters before it are completed; those after it stay */
export function complete(session: Session, state: ConsoleState, line: string, cursor: number): Completion {
  const typed = line.slice(0, cursor);
  const none: Completion = { from: cursor, to: cursor, candidates: [] };
  if (session.question || isWaiting(session) || session.closed || session.open !== null) return none;
  const start = session.place === null ? Math.max(typed.lastIndexOf('&'), typed.lastIndexOf('|')) + 1 : 0;
  const part = typed.slice(start);
  const inQuotes = (part.match(/"/g) ?? []).length % 2 === 1;
  const from = inQuotes ? part.lastIndexOf('"') : part.search(/\S*$/);
  const word = part.slice(from).replaceAll('"', '');
  const words = splitWords(part.slice(0, from));
  const lower = word.toLowerCase();
  const candidates = candidatesFor(session, state, words, word).filter((candidate) => candidate.toLowerCase().startsWith(lower));
  return { from: start + from, to: cursor, candidates: [...new Set(candidates)].sort().map(quoted) };
}
