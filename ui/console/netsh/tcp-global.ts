// netsh interface tcp: show global, set global, reset, dump.
// Layout of show global: outputs of Server 2008 (rows end in a blank) and 2008 R2 (none), label column of 36, rule of 46 dashes.

import { does, says, type Change, type SetGlobal } from '../change.ts';
import { globalDefaults, settableGlobals, shownGlobals } from '../globals.ts';
import type { ConsoleState, OsVersion } from '../state.ts';
import { parseParameters, syntaxFault } from './parameters.ts';
import type { NetshCommand } from './tree.ts';
import { refused } from './refused.ts';

const rule = '-'.repeat(46);

const overriddenLines = [
  '** The above autotuninglevel setting is the result of Windows Scaling heuristics',
  'overriding any local/policy configuration on at least one profile.',
];

function globalLines({ os, globals, heuristics }: ConsoleState): readonly string[] {
  const end = os === 'ws2008' ? ' ' : '';
  return [
    'Querying active state...',
    '',
    'TCP Global Parameters',
    rule,
    ...shownGlobals[os].map(({ tag, label }) => `${label.padEnd(36)}: ${globals[tag]}${end}`),
    ...(heuristics.overriding ? overriddenLines : []),
    '',
  ];
}

const showUsage = [
  'Usage: show global [[store=]active|persistent]',
  '',
  'Parameters:',
  '',
  '    Tag           Value',
  '    store           - One of the following values:',
  '                      active    : Shows the parameters in use.',
  '                      persistent: Shows the parameters kept over restarts.',
  '',
  'Remarks: Shows TCP global parameters.',
];

const showGlobal: NetshCommand = {
  name: 'show global',
  help: 'Shows global TCP parameters.',
  elevated: false,
  parameters: [{ tag: 'store', required: false, values: ['active', 'persistent'] }],
  usage: showUsage,
  run(state, words) {
    const parsed = parseParameters(words, this.parameters);
    if ('fault' in parsed) return refused(parsed.fault, this);
    const lines = globalLines(state);
    return says(...(parsed.given['store'] === 'persistent' ? ['Querying persistent state...', ...lines.slice(1)] : lines));
  },
};

function usageLines(os: OsVersion): readonly string[] {
  const parameters = settableGlobals[os];
  return [
    ...parameters.flatMap(({ tag, values, defaultHelp }, index) => {
      const start = index === 0 ? 'Usage: set global ' : ' '.repeat(13);
      const choices = [...values.map(({ value }) => value), ...(defaultHelp === null ? [] : ['default'])].join('|');
      if (choices.length > 45) return [`${start}[[${tag}=]`, `${' '.repeat(16)}${choices}]`];
      return [`${start}[[${tag}=]${choices}]`];
    }),
    '',
    'Parameters:',
    '',
    '    Tag           Value',
    ...parameters.flatMap(({ tag, values, defaultHelp }) => {
      const rows = [...values, ...(defaultHelp === null ? [] : [{ value: 'default', help: defaultHelp }])];
      const width = Math.max(...rows.map(({ value }) => value.length));
      return [
        `    ${`${tag} `.padEnd(16)}- One of the following values:`,
        ...rows.map(({ value, help }) => `${' '.repeat(22)}${value.padEnd(width)}: ${help}`),
      ];
    }),
    '',
    'Remarks: Sets TCP parameters that affect all connections.',
    '',
    'Example:',
    '',
    '       set global rss=enabled autotuninglevel=normal',
  ];
}

function setGlobal(os: OsVersion): NetshCommand {
  return {
    name: 'set global',
    help: 'Sets global TCP parameters.',
    elevated: true,
    parameters: settableGlobals[os].map(({ tag, values, defaultHelp }) => ({
      tag,
      required: false,
      values: [...values.map(({ value }) => value), ...(defaultHelp === null ? [] : ['default'])],
    })),
    usage: usageLines(os),
    run(_state, words) {
      const parsed = parseParameters(words, this.parameters);
      if ('fault' in parsed) return refused(parsed.fault, this);
      const changes: Change[] = [];
      for (const { tag } of settableGlobals[os]) {
        const value = parsed.given[tag];
        if (value === undefined) continue;
        changes.push({ kind: 'set-global', name: tag, value: value === 'default' ? globalDefaults[os][tag] : value } as SetGlobal);
      }
      return changes.length === 0 ? refused([syntaxFault], this) : does(changes, 'Ok.', '');
    },
  };
}

const reset: NetshCommand = {
  name: 'reset',
  help: 'Reset all TCP parameters to their default values.',
  elevated: true,
  parameters: [],
  usage: ['Usage: reset', '', 'Remarks: Resets all TCP parameters to their default values.'],
  run(_state, words) {
    if (words.length > 0) return refused([syntaxFault], this);
    return does([{ kind: 'reset-tcp' }], 'Ok.', '');
  },
};

const dump: NetshCommand = {
  name: 'dump',
  help: 'Displays a configuration script.',
  elevated: false,
  parameters: [],
  usage: ['Usage: dump', '', 'Remarks: Creates a script that contains the current configuration.'],
  run({ os, globals }) {
    const settings = settableGlobals[os].map(({ tag }) => `${tag}=${globals[tag]}`).join(' ');
    const heading = `# ${'-'.repeat(34)}`;
    return says(
      heading,
      '# TCP Configuration',
      heading,
      'pushd interface tcp',
      '',
      'reset',
      '',
      `set global ${settings}`,
      '',
      '',
      'popd',
      '# End of TCP configuration',
      '',
    );
  },
};

export const tcpGlobalCommands = (os: OsVersion): readonly NetshCommand[] => [showGlobal, setGlobal(os), reset, dump];
