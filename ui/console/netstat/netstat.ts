// netstat: which of its tables the options ask for.

import { fails, note, says, type Command } from '../change.ts';
import { reconstructedLines } from '../reconstructed.ts';
import { routeLines } from '../route.ts';
import { connectionLines } from './connections.ts';
import { netstatHelp, readNetstatOptions } from './options.ts';
import { interfaceLines, protocolLines } from './statistics.ts';

export const netstat: Command = (state, words) => {
  const options = readNetstatOptions(words, state.os);
  if (options === null) return fails(...netstatHelp(state.os), ...reconstructedLines('netstat', state.os));
  const { letters, protocol, intervalSeconds } = options;
  if (letters.has('b') || letters.has('f')) return fails(note('-b and -f are not emulated.'));
  const connectionProtocol = protocol === null || /^(tcp|udp)/.test(protocol);
  if (!letters.has('s') && !connectionProtocol) return fails(...netstatHelp(state.os), ...reconstructedLines('netstat', state.os));
  const wantsTable = letters.has('e') || letters.has('s') || letters.has('r');
  return says(
    ...(letters.has('e') ? interfaceLines(state.statistics.interfaces) : []),
    ...(letters.has('s') ? protocolLines(state.statistics, protocol, state.os) : []),
    ...(letters.has('r') ? routeLines(state, 'all') : []),
    ...(wantsTable ? [] : connectionLines(state, options)),
    ...(intervalSeconds === null ? [] : [note('shown once; repeating is not emulated.')]),
  );
};
