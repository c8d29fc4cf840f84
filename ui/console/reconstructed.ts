// Everything that the prompt shows without a source that shows it: layouts nobody published, rules carried over from a later Windows,
// values read differently by different sources. The help of a command prints its rows; lists of commands mark it with a star.

import type { OsVersion } from './state.ts';

export interface Reconstructed {
  /** Canonical command, or the start of a group of them. */
  readonly command: string;
  /** Absent: every version that has the command. */
  readonly versions?: readonly OsVersion[];
  readonly what: string;
  readonly because: string;
}

const later = 'read from a later Windows';
const unpublished = 'not documented publicly';
const remembered = 'as widely remembered; not read in an original output';

export const reconstructed: readonly Reconstructed[] = [
  {
    command: 'netsh',
    what: 'Ambiguous abbreviations are refused like unknown commands.',
    because: unpublished,
  },
  {
    command: 'netsh interface tcp set global',
    what: 'Order of netdma and dca in the usage; values of netdma and dca; default of chimney.',
    because: unpublished,
  },
  { command: 'netsh interface tcp set global', what: 'Help texts of the values; texts of refused values.', because: later },
  {
    command: 'netsh interface tcp set global',
    what: 'Tags and values may be abbreviated; values without a tag fill the parameters in order.',
    because: remembered,
  },
  {
    command: 'netsh interface tcp show global',
    versions: ['ws2008r2'],
    what: 'The congestion provider is ctcp after reset; sources show ctcp and none.',
    because: 'sources disagree',
  },
  {
    command: 'netsh interface tcp show global',
    what: 'The parameter store; only the active state is kept.',
    because: later,
  },
  { command: 'netsh interface tcp reset', what: 'The message.', because: unpublished },
  { command: 'netsh interface tcp dump', what: 'The script.', because: remembered },
  { command: 'netsh interface tcp show heuristics', what: 'The layout.', because: later },
  { command: 'netsh interface tcp set heuristics', what: 'The usage; the only parameter is wsh.', because: later },
  {
    command: 'netsh interface tcp add chimneyapplication',
    what: 'Parameters, usage and messages.',
    because: 'only the command is documented',
  },
  { command: 'netsh interface tcp add chimneyport', what: 'Parameters, usage and messages.', because: 'only the command is documented' },
  {
    command: 'netsh interface tcp delete chimneyapplication',
    what: 'Parameters, usage and messages.',
    because: 'only the command is documented',
  },
  { command: 'netsh interface tcp delete chimneyport', what: 'Parameters, usage and messages.', because: 'only the command is documented' },
  { command: 'netsh interface tcp show chimneyapplications', what: 'Layout of the rows; an empty table is blank.', because: unpublished },
  { command: 'netsh interface tcp show chimneyports', what: 'Layout of the rows; an empty table is blank.', because: unpublished },
  { command: 'netsh interface tcp show chimneystats', what: 'Layout reconstructed: columns, titles, details.', because: unpublished },
  {
    command: 'netsh interface tcp show netdmastats',
    what: 'Layout reconstructed: rows, titles, what is counted; only the switches are known.',
    because: unpublished,
  },
  { command: 'netsh interface ip show offload', what: 'Layout; “large send” is LSO version 1, “giant send” version 2.', because: later },
  {
    command: 'netsh interface ip show offload',
    what: 'Offloads that are switched off, on the adapter or for the host, are not listed.',
    because: 'assumed',
  },
  { command: 'netsh interface ip show global', what: 'Only the row of task offload is emulated.', because: 'assumed' },
  {
    command: 'netsh interface ip set chimney',
    versions: ['ws2003sp2'],
    what: 'Usage and messages; only “set chimney disabled” is quoted by sources.',
    because: unpublished,
  },
  {
    command: 'netstat',
    what: 'Width of the state column without -t; UDP rows without -t end in two blanks; order of the protocols.',
    because: remembered,
  },
  { command: 'netstat', versions: ['ws2003sp2'], what: 'Local addresses have names without -n.', because: remembered },
  {
    command: 'netstat',
    versions: ['ws2008', 'ws2008r2'],
    what: 'Help text: that of Server 2003 SP2 with -f added.',
    because: remembered,
  },
  {
    command: 'reg',
    what: 'Spacing of the output; texts of the questions of add and delete; “Access is denied.” for whatever the registry refuses.',
    because: remembered,
  },
  { command: 'ipconfig', what: 'Rows; those of DHCP, NetBIOS and tunnels are left out.', because: remembered },
  { command: 'route', what: 'Interface list; only routes of connected networks and gateways.', because: remembered },
  { command: 'ping', what: 'Answers without a reply; limits of the options; how Ctrl+C ends it.', because: remembered },
  { command: 'devcon', what: 'Not a part of Windows: the sample of the Driver Kit. Its output.', because: remembered },
  { command: 'shutdown', what: 'Only restart and its cancellation; delay of 30 seconds.', because: remembered },
  { command: 'typeperf', what: 'Messages; how Ctrl+C ends it.', because: remembered },
  { command: 'powershell', what: 'The first line of the answer to an unknown cmdlet.', because: remembered },
];

/** Rows of a command; ipv4 is another name of ip. */
export function reconstructedOf(command: string, os: OsVersion): readonly Reconstructed[] {
  const canonical = command.replace('netsh interface ipv4', 'netsh interface ip');
  return reconstructed.filter((row) => row.command === canonical && (!row.versions || row.versions.includes(os)));
}

/** " *" after a command that has rows. */
export const markOf = (command: string, os: OsVersion): string => (reconstructedOf(command, os).length > 0 ? ' *' : '');

export const markLegend = 'nicscope: * in part reconstructed; the help of the command says what.';

export const reconstructedLines = (command: string, os: OsVersion): readonly string[] =>
  reconstructedOf(command, os).map(({ what, because }) => `nicscope: reconstructed (${because}): ${what}`);
