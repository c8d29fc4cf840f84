// ns-3 as a peer for whole emulations of bulk TCP flows: compiles native/ns3-peer.cc and runs it. Without g++ or libns3-dev there is
// no peer, but a sentence that says so. See README.md.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { output } from './native.ts';

/** What a run of the peer prints. */
export interface Ns3Numbers {
  flows: number;
  simulatedSeconds: number;
  /** Frames received at both hosts: data and ACKs. */
  packets: number;
  /** Payload that reached the application, over all of the simulated time. */
  goodputBps: number;
  /** Wall time of Simulator::Run alone. */
  seconds: number;
}

export interface Ns3Peer {
  /** Compiler and version of ns-3, for the report. */
  detail: string;
  run(flows: number, simulatedSeconds: number, socketBytes?: number): Ns3Numbers;
}

/**
 * Bytes of each send and receive buffer: 90 segments. That is 2.8 times what 10 Gb/s hold in 40 us, and 64 flows still fit into the
 * device queue of 10,000 frames. Larger buffers only slow ns-3 down: for every segment it walks the list of those in flight.
 */
export const NS3_SOCKET_BYTES = 90 * 1460;

/** Simulated seconds of a run: 3 to 6 s on one core. */
export const NS3_SIMULATED_SECONDS = 0.4;

const MODULES = ['ns3-internet', 'ns3-applications', 'ns3-point-to-point'];
const FIELDS = ['flows', 'simulatedSeconds', 'packets', 'goodputBps', 'seconds'] as const;
const source = fileURLToPath(new URL('native/ns3-peer.cc', import.meta.url));

function must(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${command}:\n${error?.message ?? stderr}`);
  return stdout;
}

function numbers(text: string): Ns3Numbers {
  const parsed = JSON.parse(text) as Partial<Record<string, unknown>>;
  for (const field of FIELDS) if (!Number.isFinite(parsed[field])) throw new Error(`ns3-peer printed no ${field}:\n${text}`);
  return parsed as unknown as Ns3Numbers;
}

/** Compiles the peer into `cacheDir`. @returns the peer, or a sentence why there is none */
export function ns3Peer(cacheDir: string): Ns3Peer | string {
  const compiler = output('g++', ['--version'])?.split('\n')[0];
  if (!compiler) return 'ns-3: there is no g++';
  // Only names and folders: Debian's files also list paths of libraries that libns3-dev does not depend on.
  const flags = output('pkg-config', ['--cflags-only-I', '--libs-only-L', '--libs-only-l', ...MODULES]);
  if (flags === null) return 'ns-3: pkg-config finds no libns3-dev';
  const version = must('pkg-config', ['--modversion', 'ns3-core']).trim();
  mkdirSync(cacheDir, { recursive: true });
  const program = join(cacheDir, 'ns3-peer');
  must('g++', ['-std=c++17', '-Wall', '-Wextra', '-O3', source, '-o', program, ...flags.split(/\s+/)]);
  return {
    detail: `${compiler} -O3, ns-3 ${version}`,
    run: (flows, simulatedSeconds, socketBytes = NS3_SOCKET_BYTES) =>
      numbers(must(program, [flows, simulatedSeconds, socketBytes].map(String))),
  };
}
