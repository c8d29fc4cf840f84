// Help of netsh: lists of the commands of a context or of a verb, and the usage of a command. Layout: outputs of netsh help, all versions
// from Server 2008 on; what stands behind it is in reconstructed.ts.

import { markLegend, markOf, reconstructedLines } from '../reconstructed.ts';
import type { OsVersion } from '../state.ts';
import { pathText, verbHelp, verbsOf, type NetshCommand, type NetshContext } from './tree.ts';

interface Row {
  readonly name: string;
  readonly help: string;
  readonly mark: string;
}

const rowText = ({ name, help, mark }: Row) => `${name.padEnd(14)} - ${help}${mark}`;

function listLines(rows: readonly Row[], subcontexts: readonly string[]): readonly string[] {
  return [
    '',
    'The following commands are available:',
    '',
    'Commands in this context:',
    ...rows.map(rowText),
    ...(subcontexts.length > 0 ? ['', 'The following sub-contexts are available:', ` ${subcontexts.join(' ')}`] : []),
    '',
    'To view help for a command, type the command, followed by a space, and then',
    ' type ?.',
    '',
    ...(rows.some(({ mark }) => mark !== '') ? [markLegend] : []),
  ];
}

const commandRow = (path: readonly NetshContext[], { name, help }: NetshCommand, os: OsVersion): Row => ({
  name,
  help,
  mark: markOf(`${pathText(path)} ${name}`, os),
});

export function contextHelp(path: readonly NetshContext[], os: OsVersion): readonly string[] {
  const context = path.at(-1)!;
  const contexts = [...context.contexts.map(({ name }) => name), ...context.elsewhere].sort();
  const rows: Row[] = [
    { name: '?', help: 'Displays a list of commands.', mark: '' },
    { name: 'help', help: 'Displays a list of commands.', mark: '' },
    ...contexts.map((name) => ({ name, help: `Changes to the \`${pathText(path)} ${name}' context.`, mark: '' })),
    ...verbsOf(context).map((verb) => ({ name: verb, help: verbHelp[verb]!, mark: '' })),
    ...context.commands.filter(({ name }) => !name.includes(' ')).map((command) => commandRow(path, command, os)),
  ];
  return listLines(
    rows.sort((a, b) => (a.name < b.name ? -1 : 1)),
    contexts,
  );
}

export function groupHelp(path: readonly NetshContext[], verb: string, os: OsVersion): readonly string[] {
  const commands = path.at(-1)!.commands.filter(({ name }) => name.startsWith(`${verb} `));
  return listLines(
    commands.map((command) => commandRow(path, command, os)),
    [],
  );
}

export const commandHelp = (path: readonly NetshContext[], { name, usage }: NetshCommand, os: OsVersion): readonly string[] => [
  '',
  ...usage,
  '',
  ...reconstructedLines(`${pathText(path)} ${name}`, os),
];
