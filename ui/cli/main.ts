// The headless command. Runs the same Wasm core as the site, in Node.

import { createReadStream, openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { loadCoreModule } from '#core-wasm';
import { CaptureEngine, describeFault } from '../engine/capture-engine.ts';
import { instantiateCore } from '../engine/core.ts';
import type { ServerChoice } from '../analysis/types.ts';
import { captureText } from './capture-text.ts';
import { printHashRows } from './hash-rows.ts';
import { Output, toJson } from './output.ts';
import { EXIT, HELP, readInvocation, UsageError, type Invocation } from './usage.ts';

async function openFile(file: string): Promise<Blob | ReadableStream<Uint8Array>> {
  if (file === '-') return Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>;
  try {
    await access(file, constants.R_OK);
    const about = await stat(file);
    if (about.isDirectory()) throw new UsageError(`${file} is a folder; name a capture in it.`);
    // A pipe has no size: it is read as a stream.
    return about.isFile() ? await openAsBlob(file) : (Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file.' : `cannot be read (${(error as Error).message}).`;
    throw new UsageError(`${file}: ${reason}`);
  }
}

function serverChoice({ server, iface }: Invocation): ServerChoice {
  const choice: ServerChoice =
    server === null
      ? { kind: 'auto' }
      : server === 'all'
        ? { kind: 'all' }
        : { kind: 'addresses', addresses: server.split(',').map((address) => address.trim()) };
  return iface === null ? choice : { ...choice, iface };
}

async function runHash({ file, settings, format }: Invocation, out: Output): Promise<string | null> {
  const core = await instantiateCore(await loadCoreModule());
  return describeFault(await printHashRows(core, await openFile(file), settings, format, out));
}

async function runCapture(invocation: Invocation, out: Output): Promise<string | null> {
  const { file, settings, format, measure } = invocation;
  const server = serverChoice(invocation);
  const engine = new CaptureEngine(loadCoreModule);
  const source = await openFile(file);
  let report;
  try {
    report = await engine.open(source, file === '-' ? 'standard input' : file);
  } catch (error) {
    return (error as Error).message;
  }
  let evaluation;
  try {
    evaluation = await engine.evaluate({ settings, server, measure });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { variants, keys } = await engine.whatIf({ settings, server, measure });
  out.write(
    format === 'json' ? `${toJson({ report, ...evaluation, whatIf: variants, keys }, 2)}\n` : captureText(report, evaluation, variants),
  );
  await out.flush();
  return report.fault;
}

export async function main(argv: string[]): Promise<number> {
  const out = new Output(process.stdout);
  try {
    const invocation = readInvocation(argv);
    if (!invocation) {
      out.write(`${HELP}\n`);
      await out.flush();
      return EXIT.ok;
    }
    const fault = await (invocation.command === 'hash' ? runHash : runCapture)(invocation, out);
    if (fault === null) return EXIT.ok;
    process.stderr.write(`nicscope: ${fault}\n`);
    return EXIT.fault;
  } catch (error) {
    if (out.isClosed) return EXIT.ok;
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`nicscope: ${error.message}\nTry: nicscope --help\n`);
    return EXIT.usage;
  }
}

process.exitCode = await main(process.argv.slice(2));
