// devcon restart: an adapter stopped and started again, as after a change of its keywords. devcon is a sample of the Driver Kit.

import { does, fails, note, says, type Command } from './change.ts';
import { reconstructedLines } from './reconstructed.ts';
import type { Adapter } from './state.ts';

const usage = ['devcon restart =net', 'devcon restart @instance-id', 'devcon restart text-of-the-instance-id*'];

/** "*" stands for any text, without case. Compared piece by piece: no expression is made of what was typed. */
function matches(pattern: string, text: string): boolean {
  const pieces = pattern.toLowerCase().split('*');
  const subject = text.toLowerCase();
  if (pieces.length === 1) return subject === pieces[0];
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (!subject.startsWith(first) || !subject.endsWith(last) || subject.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = subject.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= subject.length - last.length;
}

function isMeant(word: string, { instanceId }: Adapter): boolean {
  if (word.toLowerCase() === '=net') return true;
  return matches(word.startsWith('@') ? word.slice(1) : word, instanceId);
}

export const devcon: Command = (state, words) => {
  const [verb, ...patterns] = words;
  if (verb?.toLowerCase() !== 'restart' || patterns.length === 0)
    return fails(...usage, note('of devcon only “restart” of network adapters is emulated.'), ...reconstructedLines('devcon', state.os));
  const meant = state.adapters.filter((adapter) => patterns.some((pattern) => isMeant(pattern, adapter)));
  if (meant.length === 0) return fails('No matching devices found.');
  if (!state.elevated) return fails(...meant.map(({ instanceId }) => `${instanceId.padEnd(60)}: Restart failed`), 'No devices restarted.');
  return {
    ...says(...meant.map(({ instanceId }) => `${instanceId.padEnd(60)}: Restarted`), `${meant.length} device(s) restarted.`),
    changes: does(meant.map(({ interfaceIndex }) => ({ kind: 'restart-adapter', interfaceIndex }))).changes,
  };
};
