// netsh itself: one line at the prompt, or lines inside it. Where inside it one is, is a path of context names; null is outside.

import { fails, note, says, type Outcome } from '../change.ts';
import { reconstructedLines } from '../reconstructed.ts';
import type { ConsoleState, OsVersion } from '../state.ts';
import { versionNames } from '../versions.ts';
import { netshContexts } from './contexts.ts';
import { commandHelp, contextHelp, groupHelp } from './help.ts';
import { elevationLines } from './refused.ts';
import { matchName, pathText, resolve, type NetshContext } from './tree.ts';

/** Names of the contexts below netsh; null: not in netsh. */
export type NetshPlace = readonly string[] | null;

export interface NetshOutcome extends Outcome {
  readonly place: NetshPlace;
}

export const leaveWords = ['bye', 'exit', 'quit'];

const usage = ['', 'Usage: netsh [-c Context] [Command]', note('-a, -r, -u, -p and -f are not emulated.')];

export function contextPath(os: OsVersion, place: readonly string[]): readonly NetshContext[] {
  const path = [netshContexts[os]];
  for (const name of place) {
    const inner = path.at(-1)!.contexts.find((candidate) => candidate.name === name);
    if (!inner) break; // the host was given another version meanwhile
    path.push(inner);
  }
  return path;
}

/** What a version lacks and has another way for. */
function missingNote(os: OsVersion, words: readonly string[]): readonly string[] {
  const [first, second] = words;
  if (os !== 'ws2003sp2' || first === undefined || matchName(first, ['interface']) === null || second?.toLowerCase() !== 'tcp') return [];
  return [
    note(`${versionNames[os]} has no “netsh interface tcp”: its switches are EnableTCPChimney, EnableRSS and EnableTCPA under`),
    note('HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters, and “netsh interface ip set chimney”.'),
  ];
}

function run(state: ConsoleState, place: readonly string[], words: readonly string[], interactive: boolean): NetshOutcome {
  const resolved = resolve(contextPath(state.os, place), words);
  const stay = interactive ? place : null;
  switch (resolved.kind) {
    case 'unknown':
      return {
        ...fails(`The following command was not found: ${words.join(' ')}.`, '', ...missingNote(state.os, [...place, ...words])),
        place: stay,
      };
    case 'elsewhere':
      return {
        ...fails(note(`${versionNames[state.os]} has “${pathText(resolved.path)} ${resolved.name}”, the emulator has not.`), ''),
        place: stay,
      };
    case 'context':
      if (interactive && !resolved.asksHelp) return { ...says(), place: resolved.path.slice(1).map(({ name }) => name) };
      return { ...says(...contextHelp(resolved.path, state.os)), place: stay };
    case 'group':
      return { ...says(...groupHelp(resolved.path, resolved.verb, state.os)), place: stay };
    case 'command': {
      const { path, command, words: rest, asksHelp } = resolved;
      if (asksHelp) return { ...says(...commandHelp(path, command, state.os)), place: stay };
      if (command.elevated && !state.elevated) return { ...fails(...elevationLines), place: stay };
      return { ...command.run(state, rest), place: stay };
    }
  }
}

/** `netsh ...` at the prompt of cmd. */
export function runNetsh(state: ConsoleState, words: readonly string[]): NetshOutcome {
  const [first, ...rest] = words;
  if (first === undefined) return { ...says(), place: [] };
  if (first.toLowerCase() === '-c' || first.toLowerCase() === '/c') {
    const [context, ...command] = rest;
    if (context === undefined) return { ...fails(...usage), place: null };
    return run(state, [], [...context.split(/\s+/).filter((word) => word !== ''), ...command], false);
  }
  if (/^[-/][a-z]/i.test(first)) return { ...fails(...usage), place: null };
  const help = /^([-/]?\?|help)$/i.test(first);
  if (help)
    return {
      ...says(...usage, ...contextHelp([netshContexts[state.os]], state.os), ...reconstructedLines('netsh', state.os)),
      place: null,
    };
  if (leaveWords.includes(first.toLowerCase())) return { ...says(), place: null };
  return run(state, [], words, false);
}

/** A line inside netsh. */
export function runInNetsh(state: ConsoleState, place: readonly string[], words: readonly string[]): NetshOutcome {
  const [first] = words;
  if (first === undefined) return { ...says(), place };
  if (first === '..') return { ...says(), place: place.slice(0, -1) };
  if (leaveWords.includes(first.toLowerCase())) return { ...says(), place: null };
  return run(state, place, words, true);
}

/** "netsh interface tcp>" */
export const netshPrompt = (place: readonly string[]): string => `${['netsh', ...place].join(' ')}>`;
