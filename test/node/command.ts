// Runs the command as a user does, with input and output in memory.

import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
export const projectPath = (path: string): string => fileURLToPath(new URL(path, root));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export function run(program: string, args: readonly string[], input?: Uint8Array): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
    // A command that stops early closes its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

export const nicscope = (args: readonly string[], input?: Uint8Array): Promise<Ran> =>
  run(process.execPath, [projectPath('bin/nicscope.mjs'), ...args], input);

export const csvRows = (text: string): Record<string, string>[] => {
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, index) => [names[index]!, value])));
};
