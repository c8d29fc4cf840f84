// All commands of the prompt by name, except netsh, which the session runs because one can stay in it.

import { cls, exit, hostname, ver } from './basics.ts';
import { fails, note, says, type Command, type Outcome } from './change.ts';
import { devcon } from './devcon.ts';
import { ipconfig } from './ipconfig.ts';
import { netstat } from './netstat/netstat.ts';
import { ping } from './ping.ts';
import { laterCmdletNote, powershell } from './powershell.ts';
import { markLegend, markOf, reconstructedLines } from './reconstructed.ts';
import { reg } from './reg/reg.ts';
import { route } from './route.ts';
import { shutdown } from './shutdown.ts';
import type { ConsoleState } from './state.ts';
import { typeperf } from './typeperf.ts';

interface Entry {
  readonly help: string;
  readonly run: Command | null;
}

export const commandTable: Readonly<Record<string, Entry>> = {
  cls: { help: 'Clears the screen.', run: cls },
  devcon: { help: 'Restarts network adapters (not a part of Windows).', run: devcon },
  exit: { help: 'Quits the command interpreter.', run: exit },
  help: { help: 'Provides Help information for commands.', run: null },
  hostname: { help: 'Prints the name of the computer.', run: hostname },
  ipconfig: { help: 'Displays the addresses of the network adapters.', run: ipconfig },
  netsh: { help: 'Displays and changes the network configuration.', run: null },
  netstat: { help: 'Displays protocol statistics and current TCP/IP network connections.', run: netstat },
  ping: { help: 'Sends echo requests to another host.', run: ping },
  powershell: { help: 'Not emulated; names what does the work of later cmdlets.', run: powershell },
  reg: { help: 'Displays and changes the registry.', run: reg },
  route: { help: 'Displays the routing table.', run: route },
  shutdown: { help: 'Restarts the computer.', run: shutdown },
  typeperf: { help: 'Writes performance counters.', run: typeperf },
  ver: { help: 'Displays the Windows version.', run: ver },
};

export const commandNames: readonly string[] = Object.keys(commandTable);

function help({ os }: ConsoleState, words: readonly string[]): Outcome {
  const [name] = words.map((word) => word.toLowerCase());
  if (name === undefined)
    return says(
      note('the commands that this prompt has.'),
      ...commandNames.map((command) => `${command.toUpperCase().padEnd(14)} ${commandTable[command]!.help}${markOf(command, os)}`),
      '',
      markLegend,
    );
  const entry = Object.hasOwn(commandTable, name) ? commandTable[name] : undefined;
  if (!entry) return fails('This command is not supported by the help utility.');
  return says(`${name.toUpperCase().padEnd(14)} ${entry.help}`, ...reconstructedLines(name, os));
}

/** "netsh.exe", "NETSH" -> "netsh" */
export const commandName = (typed: string): string => typed.toLowerCase().replace(/\.(exe|com)$/, '');

export function runCommand(state: ConsoleState, typed: string, words: readonly string[]): Outcome {
  const name = commandName(typed);
  if (name === 'help') return help(state, words);
  const entry = Object.hasOwn(commandTable, name) ? commandTable[name] : undefined;
  if (entry?.run) return entry.run(state, words);
  return fails(
    `'${typed}' is not recognized as an internal or external command,`,
    'operable program or batch file.',
    ...(laterCmdletNote(typed, state.os) ?? []),
  );
}
