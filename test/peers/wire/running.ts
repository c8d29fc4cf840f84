// Programs that run while a test does: what they print, how they end, and that none outlives its time or its test.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectPath, type Ran } from '../../node/command.ts';

export interface Running {
  pid: number;
  /** Resolves when the program has printed this line on stderr; rejects when it ends before. */
  said(line: string): Promise<void>;
  ended: Promise<Ran>;
  end(signal: NodeJS.Signals): Promise<Ran>;
}

export interface StartOptions {
  /** It is killed after this time, and its code is then null. */
  timeoutMs: number;
  /** Takes what comes on stdout, which is collected otherwise. */
  onOutput?: (chunk: Buffer) => void;
}

const TOTAL_MS = 160_000;
const deadline = performance.now() + TOTAL_MS;

/** Time for a program: what it may take at most, and what is left for all together. A test where all hang has an end, too. */
export const timeLeft = (mostMs: number): number => Math.max(1, Math.min(mostMs, Math.floor(deadline - performance.now())));

const alive = new Set<ChildProcess>();

export function start(program: string, args: readonly string[], { timeoutMs, onOutput }: StartOptions): Running {
  const child = spawn(program, args, { cwd: projectPath(''), timeout: timeoutMs, killSignal: 'SIGKILL' });
  alive.add(child);
  const out: Buffer[] = [];
  let stderr = '';
  child.stdout.on('data', onOutput ?? ((chunk: Buffer) => out.push(chunk)));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end();
  const ended = new Promise<Ran>((resolve) => {
    child.on('error', (error) => resolve({ code: null, stdout: '', stderr: error.message }));
    child.on('close', (code) => {
      alive.delete(child);
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr });
    });
  });
  const said = async (line: string): Promise<void> => {
    const lines = () => stderr.split('\n').slice(0, -1);
    while (!lines().includes(line)) {
      const data = once(child.stderr, 'data').then(() => null);
      const early = await Promise.race([data, ended]);
      if (early && !lines().includes(line)) throw new Error(`${program} ended (${early.code}) before it said “${line}”: ${stderr}`);
    }
  };
  const end = (signal: NodeJS.Signals): Promise<Ran> => {
    child.kill(signal);
    return ended;
  };
  return { pid: child.pid ?? -1, said, ended, end };
}

export async function killAll(): Promise<void> {
  const left = [...alive];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(
    left.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map((child) => once(child, 'close')),
  );
}

/** Runs a program to its end. @returns its stdout; throws what it complained about when it fails */
export async function succeed(program: string, args: readonly string[], options: StartOptions = { timeoutMs: 10_000 }): Promise<string> {
  const { code, stdout, stderr } = await start(program, args, options).ended;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${code === null ? 'killed' : `exit ${code}`}\n${stdout}${stderr}`);
  return stdout;
}
