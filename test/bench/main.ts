// Measures contenders in turn, round after round, on all hosts of one machine, and reports ratios. See README.md.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bareCore } from './bare-core.ts';
import type { Sizes, SuiteName } from './contender.ts';
import { findBrowser } from '../browser.mjs';
import { chromiumHost, nodeHost, type Host } from './host.ts';
import { nativePeers } from './native.ts';
import { plans, type SuitePlan } from './plan.ts';
import { lines, printLines, type Line, type Track } from './report.ts';

const USAGE = `npm run bench -- [options]
  --json FILE     write all numbers
  --only LIST     of ${plans.map(({ suite }) => suite).join(',')}
  --hosts LIST    of node,chromium (default both; the C peers always run)
  --rounds N      rounds in which all contenders take turns (default 11)
  --quick         small inputs and 3 rounds: does it work?
  --core DIR      where core.wasm and core-relaxed.wasm are (default: build, brought up to date)`;

const root = fileURLToPath(new URL('../..', import.meta.url));
const cacheDir = join(root, '.cache', 'bench');
const MiB = 1048576;

interface Options {
  json: string | null;
  suites: SuitePlan[];
  hosts: string[];
  rounds: number;
  sizes: Sizes;
  coreDir: string | null;
}

function options(): Options {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string' },
      hosts: { type: 'string' },
      rounds: { type: 'string' },
      core: { type: 'string' },
      quick: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const only = values.only?.split(',') ?? plans.map(({ suite }) => suite);
  const hosts = values.hosts?.split(',') ?? ['node', 'chromium'];
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 11));
  const stranger = [
    ...only.filter((name) => !plans.some(({ suite }) => suite === name)),
    ...hosts.filter((name) => !['node', 'chromium'].includes(name)),
  ][0];
  if (stranger !== undefined) throw new Error(`Unknown: ${stranger}\n${USAGE}`);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds ${values.rounds}: a whole number from 1 on\n${USAGE}`);
  const sizes: Sizes = values.quick
    ? { tuples: 4096, replayFrames: 65536, captureBytes: 8 * MiB, conversations: 2000, rehashConversations: 2000 }
    : { tuples: 4096, replayFrames: MiB, captureBytes: 256 * MiB, conversations: 20_000, rehashConversations: 61_000 };
  return {
    json: values.json ?? null,
    suites: plans.filter(({ suite }) => only.includes(suite)),
    hosts,
    rounds,
    sizes,
    coreDir: values.core ?? null,
  };
}

function cacheSizes(): string {
  const read = (index: number): string => {
    try {
      return readFileSync(`/sys/devices/system/cpu/cpu0/cache/index${index}/size`, 'utf8').trim();
    } catch {
      return 'unknown';
    }
  };
  return process.platform === 'linux' ? `L1d ${read(0)}, L2 ${read(2)}, L3 ${read(3)}` : 'caches unknown';
}

async function measure(plan: SuitePlan, hosts: readonly Host[], sizes: Sizes, rounds: number): Promise<Line[]> {
  const tracks: (Track & { run: (budgetMs: number) => Promise<number>; check: () => Promise<string> })[] = [];
  for (const host of hosts)
    for (const [index, info] of (await host.open(plan.suite, sizes)).entries())
      tracks.push({
        ...info,
        host: host.name,
        rounds: [],
        run: (budgetMs) => host.run(index, budgetMs),
        check: () => host.check(index),
      });

  const results = new Map<string, { result: string; by: string }>();
  for (const track of tracks) {
    const by = `${track.host}: ${track.name}`;
    const result = await track.check();
    const first = results.get(track.agrees);
    if (!first) results.set(track.agrees, { result, by });
    else if (first.result !== result)
      throw new Error(`${plan.suite}, ${track.agrees}: ${by} gives\n  ${result}\n${first.by} gives\n  ${first.result}`);
  }

  const timed = tracks.filter(({ items }) => items > 0);
  for (const track of timed) await track.run(plan.budgetMs * 3);
  for (let round = 0; round < rounds; round++) for (const track of timed) track.rounds.push(await track.run(plan.budgetMs));
  for (const host of hosts) await host.close();
  return lines(plan, timed);
}

async function main(): Promise<void> {
  const { json, suites, hosts: hostNames, rounds, sizes, coreDir } = options();
  if (!coreDir && spawnSync(process.execPath, [join(root, 'core-as', 'build.mjs')], { stdio: 'inherit' }).status !== 0)
    throw new Error('The core does not build.');
  const builds = coreDir ?? join(root, 'build');
  mkdirSync(cacheDir, { recursive: true });
  const barePath = join(cacheDir, 'core-bare.wasm');
  rmSync(barePath, { force: true });
  if (suites.some(({ suite }) => suite === 'features')) await bareCore(barePath);

  const { hosts: peers, skipped } = nativePeers(
    cacheDir,
    sizes,
    suites.map(({ suite }) => suite),
  );
  const hosts: Host[] = [];
  const results: { suite: SuiteName; title: string; lines: Line[] }[] = [];
  try {
    if (hostNames.includes('node')) hosts.push(await nodeHost(builds, cacheDir));
    if (hostNames.includes('chromium')) {
      const browser = findBrowser();
      if (browser) hosts.push(await chromiumHost(builds, cacheDir, browser));
      else skipped.push('Chromium: none found; name one in CHROMIUM');
    }
    const machine = `${cpus()[0]?.model ?? 'unknown processor'} x ${cpus().length}, ${cacheSizes()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform} ${release()}`;
    console.log(machine);
    for (const { name, detail } of [...hosts, ...peers.map(({ host }) => host)]) console.log(`${name}: ${detail}`);
    for (const what of skipped) console.log(`SKIPPED ${what}`);
    console.log(`${rounds} rounds; median (min..max); results compared before timing`);

    for (const plan of suites) {
      const own = peers.filter(({ suite }) => suite === plan.suite).map(({ host }) => host);
      const found = await measure(plan, [...own, ...hosts], sizes, rounds);
      results.push({ suite: plan.suite, title: plan.title, lines: found });
      printLines(plan, found);
    }
    const goals = results.flatMap(({ lines: all }) => all.flatMap((line) => line.goals));
    console.log(`\n${goals.filter(({ met }) => met).length} of ${goals.length} goals met`);
    if (json)
      writeFileSync(
        json,
        `${JSON.stringify({ machine, hosts: Object.fromEntries([...hosts, ...peers.map(({ host }) => host)].map(({ name, detail }) => [name, detail])), skipped, rounds, sizes, suites: results }, null, 2)}\n`,
      );
  } finally {
    for (const host of [...hosts, ...peers.map(({ host: peer }) => peer)]) await host.end();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
