// shutdown /r and /a: what a change of a restart-only setting needs.

import { does, fails, note, type Command } from './change.ts';
import { reconstructedLines } from './reconstructed.ts';

const usualDelaySeconds = 30;

/** Ten years, as shutdown takes it. */
const longestDelaySeconds = 315360000;

export const shutdown: Command = (state, words) => {
  const usage = [
    'Usage: shutdown [/r | /a] [/f] [/t xxx]',
    '',
    note('/s, /l, /h, /m and the dialog are not emulated.'),
    ...reconstructedLines('shutdown', state.os),
  ];
  let action: 'restart' | 'abort' | null = null;
  let afterSeconds = usualDelaySeconds;
  for (let at = 0; at < words.length; at++) {
    const option = words[at]!.toLowerCase().replace(/^-/, '/');
    if (option === '/r' && action === null) action = 'restart';
    else if (option === '/a' && action === null) action = 'abort';
    else if (option === '/t' && /^\d{1,9}$/.test(words[at + 1] ?? '') && Number(words[at + 1]) <= longestDelaySeconds) {
      afterSeconds = Number(words[++at]);
    } else if (option !== '/f') return fails(...usage);
  }
  if (action === null) return fails(...usage);
  if (!state.elevated) return fails('Access is denied.(5)');
  return does([action === 'abort' ? { kind: 'abort-restart' } : { kind: 'restart-computer', afterSeconds }]);
};
