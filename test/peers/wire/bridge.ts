// tap-bridge.c as a test sees it: compiled, started in a namespace, and what it counted.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Namespace } from './namespace.ts';
import { type Running, succeed, timeLeft } from './running.ts';

/** What a frame meets on its way. Shares are probabilities for each frame. */
export interface Roughness {
  loss: number;
  duplication: number;
  corruption: number;
  reordering: number;
  delayUs: number;
  /** How much later a reordered frame comes. */
  holdUs: number;
}

export interface PathCounts {
  frames: number;
  bytes: number;
  lost: number;
  duplicated: number;
  corrupted: number;
  reordered: number;
  delivered: number;
  /** By the TAP. */
  refused: number;
  waiting: number;
  deepest: number;
}

export interface BridgeCounts {
  toWire: PathCounts;
  toTap: PathCounts;
}

export const device = 'lan';
export const LAB_MS = 120_000;

export async function compileBridge(folder: string): Promise<string> {
  const program = join(folder, 'tap-bridge');
  const source = fileURLToPath(new URL('tap-bridge.c', import.meta.url));
  await succeed('cc', ['-std=gnu11', '-O2', '-Wall', source, '-o', program], { timeoutMs: 30_000 });
  return program;
}

const list = ({ loss, duplication, corruption, reordering, delayUs, holdUs }: Roughness): string =>
  `loss=${loss},duplication=${duplication},corruption=${corruption},reordering=${reordering},delay=${delayUs},hold=${holdUs}`;

/** @param door whether the bridge makes the socket at `path`, or goes to one that is there */
export async function startBridge(
  program: string,
  namespace: Namespace,
  door: 'listen' | 'connect',
  path: string,
  rough: { roughness: Roughness; seed: number } | null = null,
): Promise<Running> {
  const options = rough ? ['--seed', String(rough.seed), '--to-wire', list(rough.roughness), '--to-tap', list(rough.roughness)] : [];
  const bridge = namespace.start(program, ['--tap', device, `--${door}`, path, ...options], { timeoutMs: timeLeft(LAB_MS) });
  await bridge.said('ready');
  return bridge;
}
