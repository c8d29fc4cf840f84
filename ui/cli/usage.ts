// The command line: which commands there are, and what is said when it is not one of them. The options of each are declared beside
// what reads them.

import { parseArgs } from 'node:util';
import { UsageError, type OptionDeclarations, type OptionValues } from './arguments.ts';
import {
  captureHelp,
  captureOptions,
  hashOptions,
  readCapture,
  readHash,
  type CaptureInvocation,
  type HashInvocation,
} from './capture-options.ts';
import {
  consoleOptions,
  readConsole,
  readRun,
  readWire,
  runOptions,
  scenarioHelp,
  wireOptions,
  type ConsoleInvocation,
  type RunInvocation,
  type WireInvocation,
} from './scenario-options.ts';

export const HELP = `nicscope: Windows Server networking on captures and emulated hosts

  nicscope hash FILE       one row per frame: frame,link,l3,l4,hash_type,hash,entry,queue,processor
  nicscope capture FILE    summary and verdict: the hot processor, its share, and why
  nicscope run SCENARIO    runs emulated hosts for a virtual while and reports what came of it
  nicscope wire SCENARIO   runs them in real time, with one adapter cabled to the outside, such as a virtual machine
  nicscope console SCENARIO  the command prompt of an emulated Windows host: netsh, netstat, reg, typeperf, ping ...

FILE is a pcap or pcapng capture, plain or gzip; SCENARIO a JSON document; - reads standard input.

${captureHelp}
${scenarioHelp}

Exit code: 0 done; 2 wrong usage; 3 a capture ended in a fault (what came before it is printed), a scenario has faults (all are printed), a
file or socket failed, or a run reached a limit of the emulator (its report is printed, but not to be trusted).
Ctrl-C ends a run early with the report so far, exit code 0.`;

export type Invocation =
  | ({ command: 'hash' } & HashInvocation)
  | ({ command: 'capture' } & CaptureInvocation)
  | ({ command: 'run' } & RunInvocation)
  | ({ command: 'wire' } & WireInvocation)
  | ({ command: 'console' } & ConsoleInvocation);

type CommandName = Invocation['command'];

const options = {
  hash: hashOptions,
  capture: captureOptions,
  run: runOptions,
  wire: wireOptions,
  console: consoleOptions,
} as const satisfies Record<CommandName, OptionDeclarations>;
const commandNames = Object.keys(options) as CommandName[];
const optionNames = [...new Set(Object.values(options).flatMap((declared) => Object.keys(declared)))];

const takers = (option: string) => commandNames.filter((name) => Object.hasOwn(options[name], option));
const isList = (option: string) => takers(option).some((name) => 'multiple' in (options[name] as OptionDeclarations)[option]!);

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        ...Object.fromEntries(optionNames.map((name) => [name, { type: 'string' as const, multiple: isList(name) }])),
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]! + '.');
  }
}

/** @returns null when help was asked for  @throws UsageError */
export function readInvocation(argv: string[]): Invocation | null {
  const { values, positionals } = parse(argv);
  if (values.help || positionals[0] === 'help') return null;
  const [name, file, ...more] = positionals;
  if (!name) throw new UsageError('No command is given.');
  const command = commandNames.find((known) => known === name);
  if (!command) throw new UsageError(`“${name}” is not a command; ${commandNames.join(', ')} are.`);
  if (!file) throw new UsageError(`${command}: no file is given; - reads standard input.`);
  if (more.length) throw new UsageError(`${command}: one file at a time; “${more[0]}” is too many.`);
  const foreign = Object.keys(values).find((option) => !Object.hasOwn(options[command], option));
  if (foreign)
    throw new UsageError(
      `--${foreign} belongs to ${takers(foreign)
        .map((taker) => `nicscope ${taker}`)
        .join(' and ')}.`,
    );
  switch (command) {
    case 'hash':
      return { command, ...readHash(file, values as OptionValues<typeof hashOptions>) };
    case 'capture':
      return { command, ...readCapture(file, values as OptionValues<typeof captureOptions>) };
    case 'run':
      return { command, ...readRun(file, values as OptionValues<typeof runOptions>) };
    case 'wire':
      return { command, ...readWire(file, values as OptionValues<typeof wireOptions>) };
    case 'console':
      return { command, ...readConsole(file, values as OptionValues<typeof consoleOptions>) };
  }
}
