// The hosts of contenders as main.ts sees them: a Node process, a page in Chromium, a native peer.

import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { browserFlags } from '../browser.mjs';
import { BUILD_FILES, type Sizes, type SuiteName } from './contender.ts';
import type { NodeRequest } from './host-node.ts';
import type { PageBench } from './host-page.ts';
import type { ContenderInfo, Session } from './session.ts';

export interface Host {
  name: string;
  /** What stands behind the name: version, flags. */
  detail: string;
  open(suite: SuiteName, sizes: Sizes): Promise<ContenderInfo[]>;
  check(index: number): Promise<string>;
  /** @returns ns an item */
  run(index: number, budgetMs: number): Promise<number>;
  close(): Promise<void>;
  end(): Promise<void>;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const RELAXED_FLAG = '--experimental-wasm-relaxed-simd';

/** Sends one request and waits for its answer; requests do not overlap. */
function ask(child: ChildProcess, request: NodeRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (message: { value?: unknown; error?: string }): void => {
      child.off('exit', ended);
      if (message.error === undefined) resolve(message.value);
      else reject(new Error(`Node: ${message.error}`));
    };
    const ended = (code: number | null): void => {
      child.off('message', settle);
      reject(new Error(`Node host ended with ${code} during ${request.op}`));
    };
    child.once('message', settle);
    child.once('exit', ended);
    child.send(request);
  });
}

export async function nodeHost(coreDir: string, cacheDir: string): Promise<Host> {
  const knowsFlag = spawnSync(process.execPath, [RELAXED_FLAG, '-e', '0']).status === 0;
  const child = fork(here('host-node.ts'), { execArgv: [...(knowsFlag ? [RELAXED_FLAG] : []), '--import', 'tsx'] });
  const builds = (await ask(child, { op: 'start', coreDir, cacheDir })) as string[];
  return {
    name: 'Node',
    detail: `${process.version}${knowsFlag ? ` ${RELAXED_FLAG}` : ''}, V8 ${process.versions.v8}; builds ${builds.join(', ')}`,
    open: (suite, sizes) => ask(child, { op: 'open', suite, sizes }) as Promise<ContenderInfo[]>,
    check: (index) => ask(child, { op: 'check', index }) as Promise<string>,
    run: (index, budgetMs) => ask(child, { op: 'run', index, budgetMs }) as Promise<number>,
    close: () => ask(child, { op: 'close' }) as Promise<void>,
    end: async () => void child.disconnect(),
  };
}

const ORIGIN = 'http://bench.localhost/';

export async function chromiumHost(coreDir: string, cacheDir: string, executablePath: string): Promise<Host> {
  const bundled = await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['browser'] },
    build: { write: false, target: 'es2022', minify: false, lib: { entry: here('host-page.ts'), formats: ['iife'], name: 'benchPage' } },
  });
  const output = Array.isArray(bundled) ? bundled[0] : bundled;
  if (!output || !('output' in output)) throw new Error('vite gave no bundle');
  const files: Record<string, { contentType: string; body: string | Buffer }> = {
    '': { contentType: 'text/html', body: '<!doctype html><title>bench</title><script src="page.js"></script>' },
    'page.js': { contentType: 'text/javascript', body: output.output[0].code },
  };
  for (const [name, file] of BUILD_FILES) {
    const body = await readFile(join(name === 'bare' ? cacheDir : coreDir, file)).catch(() => null);
    if (body) files[file] = { contentType: 'application/wasm', body };
  }
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    const file = files[route.request().url().slice(ORIGIN.length)];
    return file ? route.fulfill(file) : route.abort();
  });
  await page.goto(ORIGIN);
  const started = await page.evaluateHandle(() => (window as unknown as { bench: PageBench }).bench.startSession());
  const session = await started.getProperty('session');
  const builds = await started.evaluate((it) => it.builds);
  return {
    name: 'Chromium',
    detail: `${browser.version()}; builds ${builds.join(', ')}`,
    open: (suite, sizes) => session.evaluate((it: Session, args) => it.open(args.suite, args.sizes), { suite, sizes }),
    check: (index) => session.evaluate((it: Session, at) => it.check(at), index),
    run: (index, budgetMs) => session.evaluate((it: Session, args) => it.run(args.index, args.budgetMs), { index, budgetMs }),
    close: () => session.evaluate((it: Session) => it.close()),
    end: () => browser.close(),
  };
}

/** A compiled peer: one line in, one line of JSON out. It reads its input when it starts and ends with its stdin. */
export function nativeHost(name: string, detail: string, program: string, args: string[]): Host {
  let child: ChildProcess | undefined;
  let lines: AsyncIterator<string> | undefined;
  const request = async (line: string): Promise<unknown> => {
    child!.stdin!.write(`${line}\n`);
    const { value, done } = await lines!.next();
    if (done) throw new Error(`${program} ended at "${line}"`);
    return JSON.parse(value);
  };
  return {
    name,
    detail,
    open: async () => {
      child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
      lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
      return request('list') as Promise<ContenderInfo[]>;
    },
    check: (index) => request(`check ${index}`) as Promise<string>,
    run: (index, budgetMs) => request(`run ${index} ${budgetMs}`) as Promise<number>,
    close: async () => void child?.stdin!.end(),
    end: async () => void child?.stdin!.end(),
  };
}
