// Compiles the C peers and writes their inputs. Where gcc or libdpdk-dev is missing, the peer is skipped by name.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchSettings, rssRecord, type Sizes, type SuiteName } from './contender.ts';
import { randomTuples, replayFrames } from './data.ts';
import { nativeHost, type Host } from './host.ts';
import { ns3Host } from './ns3-host.ts';
import { ns3Peer } from './ns3.ts';
import { queueWhiles } from './queue.ts';
import { REPLAY_SEED } from './replay.ts';
import { tupleShapes } from './toeplitz.ts';

export interface NativePeers {
  hosts: { suite: SuiteName; host: Host }[];
  skipped: string[];
}

const source = (name: string): string => fileURLToPath(new URL(`native/${name}.c`, import.meta.url));

/** What a command prints; null when it fails or is not there. */
export function output(command: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

function compile(name: string, program: string, flags: string[]): void {
  const { status, stderr } = spawnSync('gcc', ['-std=gnu11', '-Wall', '-Wextra', ...flags, source(name), '-o', program], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`gcc ${name}:\n${stderr}`);
}

export function nativePeers(cacheDir: string, sizes: Sizes, suites: readonly SuiteName[]): NativePeers {
  const peers: NativePeers = { hosts: [], skipped: [] };
  mkdirSync(cacheDir, { recursive: true });
  const gcc = output('gcc', ['--version'])?.split('\n')[0];
  if (!gcc) return { hosts: [], skipped: ['C peers: there is no gcc'] };
  const file = (name: string, bytes: Uint8Array): string => {
    const path = join(cacheDir, name);
    writeFileSync(path, bytes);
    return path;
  };
  const settings = file('rss-config.bin', rssRecord(benchSettings));

  if (suites.includes('toeplitz')) {
    const dpdk = output('pkg-config', ['--cflags', 'libdpdk']);
    if (dpdk === null)
      peers.skipped.push('DPDK rte_softrss_be and rte_softrss: libdpdk-dev is not installed; ratios are against the bit oracle');
    else {
      const program = join(cacheDir, 'toeplitz-peer');
      compile('toeplitz-peer', program, [...dpdk.split(/\s+/), '-O3', '-march=native']);
      const tuples = tupleShapes.map(({ bytes, stride, seed }) =>
        file(`tuples-${bytes}.bin`, randomTuples(sizes.tuples, bytes, stride, seed)),
      );
      const version = output('pkg-config', ['--modversion', 'libdpdk']);
      peers.hosts.push({
        suite: 'toeplitz',
        host: nativeHost('gcc -O3 -march=native', `${gcc}, DPDK ${version}`, program, [settings, ...tuples]),
      });
    }
  }
  if (suites.includes('replay')) {
    if (process.arch !== 'x64') peers.skipped.push('the replay in C: written for x86-64');
    else {
      const { frames, lengths } = replayFrames(sizes.replayFrames, REPLAY_SEED);
      const inputs = [settings, file('frames.bin', frames), file('lengths.bin', new Uint8Array(lengths.buffer))];
      for (const [name, flags] of [
        ['gcc -O3', ['-O3', '-mssse3']],
        ['gcc -O3 -march=native', ['-O3', '-march=native']],
      ] as const) {
        const program = join(cacheDir, `replay-peer${flags[1]}`);
        compile('replay-peer', program, [...flags]);
        peers.hosts.push({ suite: 'replay', host: nativeHost(name, gcc, program, inputs) });
      }
    }
  }
  if (suites.includes('queue')) {
    const program = join(cacheDir, 'queue-peer');
    compile('queue-peer', program, ['-O3']);
    const whiles = file('queue-whiles.bin', new Uint8Array(queueWhiles().buffer));
    peers.hosts.push({ suite: 'queue', host: nativeHost('gcc -O3', gcc, program, [whiles]) });
  }
  if (suites.includes('world')) {
    const ns3 = ns3Peer(cacheDir);
    if (typeof ns3 === 'string') peers.skipped.push(`${ns3}; whole emulation is compared with nothing`);
    else peers.hosts.push({ suite: 'world', host: ns3Host(ns3) });
  }
  return peers;
}
