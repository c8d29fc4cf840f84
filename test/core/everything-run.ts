// One scene of everything-timeline.ts, run in every way: at once; looked at, tapped and cut at many instants; from a snapshot; to its end.

import { World, type Snapshot } from '../../ui/engine/world.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { Random } from '../build/random.ts';
import { heldAtEnd, leftBehind, lookAtHosts, Watch } from './everything-checks.ts';
import { Streams } from './everything-streams.ts';
import { everythingScene, type EverythingScene } from './everything-timeline.ts';
import { leftovers } from './world-checks.ts';
import { MS, SECOND } from './world-stage.ts';

export interface Seen {
  comparedBytes: number;
  offloads: number;
  uploads: number;
  engineBytes: number;
  queueFrames: number;
  migrations: number;
  retransmitted: number;
  /** Connections that ended as they should. */
  finished: number;
}

export const nothingSeen = (): Seen => ({
  comparedBytes: 0,
  offloads: 0,
  uploads: 0,
  engineBytes: 0,
  queueFrames: 0,
  migrations: 0,
  retransmitted: 0,
  finished: 0,
});

const END = 14n * MS;
const INSTANTS = 24;
/** Far more than any scene takes until it is at rest. */
const MOST_EVENTS = 20_000_000;

function count(world: World, seen: Seen): void {
  const { nics, hosts, apps, virtual } = world.report();
  for (const { chimney } of nics) {
    seen.offloads += chimney?.offloads ?? 0;
    seen.uploads += chimney?.uploads ?? 0;
  }
  for (const { copyEngine, tcp } of hosts) {
    seen.engineBytes += copyEngine?.engineBytes ?? 0;
    seen.retransmitted += tcp.segmentsRetransmitted;
  }
  for (const { queueFrames, migrations } of virtual?.machines ?? []) {
    seen.queueFrames += queueFrames;
    seen.migrations += migrations;
  }
  for (const { finished } of apps) seen.finished += finished;
}

/** What applications were to move, and have not. */
function shortfalls(world: World, { traffic }: Scenario): string[] {
  const { apps } = world.report();
  return traffic.flatMap((one, at) => {
    const { failed, serverReceivedBytes, exchanges, label } = apps[at]!;
    if (failed) return [`${label}: ${failed} connections failed`];
    if (one.app === 'replay' || ('transport' in one && one.transport === 'udp') || one.duration !== undefined) return [];
    const expected = (each: number | undefined, got: number, what: string) =>
      each !== undefined && got !== each * one.connections ? [`${label}: ${got} ${what} of ${each * one.connections}`] : [];
    if (one.app === 'bulk' || one.app === 'discard') return expected(one.bytes, serverReceivedBytes, 'bytes');
    return 'count' in one ? expected(one.count, exchanges, 'exchanges') : [];
  });
}

/** Runs a scene. @returns what is wrong, as sentences; nothing when all holds */
export async function tryScene(module: WebAssembly.Module, scene: EverythingScene, seen: Seen = nothingSeen()): Promise<string[]> {
  const { number, scenario, isQuiet } = scene;
  const random = new Random(number + 77);
  const whole = await World.create(module, scenario);
  if (whole.run(END, MOST_EVENTS) === 'events') return [`no rest: ${MOST_EVENTS} events until ${whole.now} ps`];
  const fingerprint = whole.fingerprint();

  const world = await World.create(module, scenario);
  const streams = new Streams(world);
  const watch = new Watch();
  const found: string[] = [];
  const times = Array.from({ length: INSTANTS }, () => BigInt(random.between(1, Number(END / 1000n))) * 1000n).sort((a, b) =>
    Number(a - b),
  );
  let kept: Snapshot | undefined;
  for (const [at, time] of [...times, END].entries()) {
    while (world.run(time) === 'tap') streams.take(world);
    streams.take(world);
    const report = world.report();
    found.push(...watch.complaints(world, report), ...streams.complaints(world, report).map((one) => `${Number(time) / 1e6} us: ${one}`));
    if (found.length) return found.slice(0, 12);
    if (at % 6 === 0) lookAtHosts(world, scenario);
    if (at === INSTANTS / 2) kept = world.snapshot();
  }
  if (world.fingerprint() !== fingerprint) found.push('the fingerprint depends on slices, taps or looking');
  world.restore(kept!);
  for (const nic of world.nicNames().keys()) world.tap(nic, false);
  for (let most = 1; world.run(END, most) === 'events'; most = ((most * 7 + 3) % 1009) + 1) world.takeTapped(() => undefined);
  if (world.fingerprint() !== fingerprint) found.push('the fingerprint is another after a snapshot was restored');
  if (whole.run(2500n * SECOND, MOST_EVENTS) === 'events') return [`no rest: ${MOST_EVENTS} more events until ${whole.now} ps`];
  found.push(...new Watch().complaints(whole, whole.report()).map((one) => `at the end: ${one}`));
  found.push(...leftBehind(leftovers(whole), isQuiet).map((what) => `left over: ${what}`));
  found.push(...heldAtEnd(whole.report()).map((what) => `held at the end: ${what}`));
  if (isQuiet) found.push(...shortfalls(whole, scenario));
  seen.comparedBytes += streams.compared;
  count(whole, seen);
  return found;
}

/** As tryScene; what is thrown is one of the things that are wrong. */
export async function tryNumber(module: WebAssembly.Module, number: number, seen?: Seen): Promise<string[]> {
  try {
    return await tryScene(module, everythingScene(number), seen);
  } catch (error) {
    return [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}
