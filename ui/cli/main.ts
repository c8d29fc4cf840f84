// The headless command. Runs the same Wasm core as the site, in Node.

import { EXIT, InputFault, UsageError } from './arguments.ts';
import { runCapture, runHash } from './capture-commands.ts';
import { runConsole } from './console-command.ts';
import { Output } from './output.ts';
import { runScenario } from './run-command.ts';
import { HELP, readInvocation, type Invocation } from './usage.ts';
import { runWire } from './wire-command.ts';

function execute(invocation: Invocation, out: Output): Promise<void> {
  switch (invocation.command) {
    case 'hash':
      return runHash(invocation, out);
    case 'capture':
      return runCapture(invocation, out);
    case 'run':
      return runScenario(invocation, out);
    case 'wire':
      return runWire(invocation);
    case 'console':
      return runConsole(invocation, out);
  }
}

export async function main(argv: string[]): Promise<number> {
  const out = new Output(process.stdout);
  try {
    const invocation = readInvocation(argv);
    if (invocation) await execute(invocation, out);
    else out.write(`${HELP}\n`);
    await out.flush();
    return EXIT.ok;
  } catch (error) {
    if (out.isClosed) return EXIT.ok;
    if (!(error instanceof UsageError || error instanceof InputFault)) throw error;
    process.stderr.write(`nicscope: ${error.message}\n`);
    if (error instanceof InputFault) return EXIT.fault;
    process.stderr.write('Try: nicscope --help\n');
    return EXIT.usage;
  }
}

process.exitCode = await main(process.argv.slice(2));
