// netsh interface tcp: show heuristics, set heuristics. Layout of a later Windows; the profiles all follow the global level.

import { does, says } from '../change.ts';
import { parseParameters } from './parameters.ts';
import { refused } from './refused.ts';
import type { NetshCommand } from './tree.ts';

const profiles = ['unknown', 'public', 'private', 'domain'];

const showHeuristics: NetshCommand = {
  name: 'show heuristics',
  help: 'Shows heuristics TCP parameters.',
  elevated: false,
  parameters: [],
  usage: ['Usage: show heuristics', '', 'Remarks: Shows TCP window scaling heuristics parameters.'],
  run({ heuristics, globals }, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    return says(
      'TCP Window Scaling heuristics Parameters',
      '-'.repeat(46),
      `Window Scaling heuristics         : ${heuristics.windowScaling}`,
      'Qualifying Destination Threshold  : 3',
      ...profiles.map((profile) => `${`Profile type ${profile}`.padEnd(34)}: ${globals.autotuninglevel}`),
      '',
    );
  },
};

const setHeuristics: NetshCommand = {
  name: 'set heuristics',
  help: 'Sets heuristics TCP parameters.',
  elevated: true,
  parameters: [{ tag: 'wsh', required: true, values: ['disabled', 'enabled', 'default'] }],
  usage: [
    'Usage: set heuristics [wsh=]disabled|enabled|default',
    '',
    'Parameters:',
    '',
    '    Tag           Value',
    '    wsh             - One of the following values:',
    '                      disabled: Disable window scaling heuristics.',
    '                      enabled : Enable window scaling heuristics.',
    '                      default : Restore window scaling heuristics to the system default.',
  ],
  run(_state, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    return does([{ kind: 'set-heuristics', windowScaling: parsed.given['wsh'] === 'disabled' ? 'disabled' : 'enabled' }], 'Ok.', '');
  },
};

export const tcpHeuristicsCommands: readonly NetshCommand[] = [showHeuristics, setHeuristics];
