// Starts the command in the background, for tests that talk to it while it runs.

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { projectPath } from './command.ts';

export interface Started {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** Waits for a line on standard error, and gives its first group. */
  says(pattern: RegExp): Promise<string>;
  /** @returns exit code, or the name of the signal that ended it */
  ended: Promise<number | string>;
}

export function startNicscope(args: readonly string[]): Started {
  const child = spawn(process.execPath, [projectPath('bin/nicscope.mjs'), ...args], {
    cwd: projectPath('.'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([code, signal]) => (code as number | null) ?? (signal as string));
  const says = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = stderr
        .split('\n')
        .slice(0, -1)
        .map((line) => pattern.exec(line))
        .find(Boolean);
      if (found) return found[1] ?? found[0];
      const early = await Promise.race([once(child.stderr, 'data').then(() => null), ended]);
      if (early !== null && !pattern.test(stderr)) throw new Error(`ended (${early}) before it said ${pattern}: ${stderr}`);
    }
  };
  return { child, stdout: () => stdout, stderr: () => stderr, says, ended };
}
