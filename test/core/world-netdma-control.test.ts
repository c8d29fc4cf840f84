// A copy engine under control: channels suspended, resumed, aborted and reset while connections receive, NetDMA switched on and off; and
// that runs with an engine are the same however they are cut. Every stream is checked by the core itself: bytes that were lost, moved
// twice or put elsewhere are a fault of the run (core-as/dma/coverage.ts), and applications read as many as were sent.

import { describe, expect, it } from '#test';
import { World, type Snapshot } from '../../ui/engine/world.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { Random } from '../build/random.ts';
import { coreModules, worldModules } from '../core-under-test.ts';
import { complaints, leftovers, sum } from './world-checks.ts';
import { engineComplaints, engineOf, operate, received, type Operation } from './world-netdma-stage.ts';
import { randomScenario } from './world-scenarios.ts';
import { MS, SECOND, US, worldOf } from './world-stage.ts';

const [release] = await coreModules();

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
      cacheAccess: number % 2 === 0,
      channels: random.pick([1, 1, 2, 16]),
      leastCopy: random.pick([0, 900, 2048]),
      maximumTransfer: random.pick([4096, 65_536]),
    };
    host.windows.netsh.netdma = 'enabled';
    host.windows.netsh.dca = 'enabled';
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

/** Does something to a channel of each engine. */
function disturb(world: World, random: Random): void {
  const operations: Operation[] = ['suspend', 'resume', 'resume', 'abort', 'reset', 'reset'];
  for (const [host, { copyEngine }] of world.report().hosts.entries())
    if (copyEngine) operate(world, host, random.below(copyEngine.channels.length), random.pick(operations));
}

/** Lets all channels go on. */
function calm(world: World): void {
  for (const [host, { copyEngine }] of world.report().hosts.entries())
    for (const { channel, state } of copyEngine?.channels ?? [])
      if (state === 'Halted') operate(world, host, channel, 'reset');
      else operate(world, host, channel, 'resume');
}

const END = 6n * MS;
const NUMBERS = [...Array(24).keys()];
const enginesOf = (world: World) => world.report().hosts.flatMap(({ copyEngine }) => (copyEngine ? [copyEngine] : []));

for (const { name, module } of await worldModules())
  describe(`copy engines under control, ${name} core`, () => {
    const seen = { moved: 0, verified: 0, aborted: 0, halted: 0, contexts: 0 };

    for (const number of NUMBERS)
      it(`lose nothing while they are suspended, aborted, reset and switched: random ${number}`, async () => {
        const world = await World.create(module, withEngines(number));
        const random = new Random(number);
        for (let time = 0n; time < END; time += BigInt(random.between(5, 150)) * US) {
          world.run(time);
          disturb(world, random);
          expect([...complaints(world), ...engineComplaints(world.report())]).to.deep.equal([]);
        }
        calm(world);
        world.run(2000n * SECOND);
        expect([...complaints(world), ...engineComplaints(world.report())]).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
        for (const { engineBytes, verified, declined, channels } of enginesOf(world)) {
          seen.moved += engineBytes;
          seen.verified += verified;
          seen.halted += declined.halted.bytes;
          seen.aborted += declined.aborted.bytes;
          seen.contexts += sum(channels.map(({ contextChanges }) => contextChanges));
          for (const { queued } of channels) expect(queued, 'descriptors left over').to.equal(0);
        }
      });

    it('were put to all of it by these scenarios', () => {
      for (const [what, amount] of Object.entries(seen)) expect(amount, what).to.be.above(0);
      expect(seen.moved).to.be.above(1_000_000);
    });
  });

describe('runs with copy engines', () => {
  const once = async (number: number): Promise<string> => {
    const world = await World.create(release!.module, withEngines(number));
    world.run(END);
    return world.fingerprint();
  };

  for (const number of [0, 2, 5, 7, 10, 13]) {
    it(`do not depend on slices: random ${number}`, async () => {
      const world = await World.create(release!.module, withEngines(number));
      const random = new Random(number);
      for (let time = 0n; time < END; time += BigInt(random.between(1, 9000)) * 1000n) world.run(time);
      for (let most = 1; world.run(END, most) === 'events'; most = (most * 7 + 3) % 1009);
      expect(world.fingerprint()).to.equal(await once(number));
    });

    it(`are kept by snapshots and going back, with channels suspended and halted: random ${number}`, async () => {
      const world = await World.create(release!.module, withEngines(number));
      const kept: Snapshot[] = [];
      const go = (from: number): string => {
        for (let step = from; step < 6; step++) {
          disturb(world, new Random(step));
          world.run(BigInt(step + 1) * MS);
        }
        return world.fingerprint();
      };
      for (let step = 0; step < 6; step++) {
        kept.push(world.snapshot());
        disturb(world, new Random(step));
        world.run(BigInt(step + 1) * MS);
      }
      const end = world.fingerprint();
      for (const [step, snapshot] of [...kept.entries()].reverse()) {
        world.restore(snapshot);
        expect(go(step), `from ${step} ms on`).to.equal(end);
      }
    });
  }
});

describe('a channel', () => {
  // One processor, one channel, and no end of data: 1 Gb/s is little for an engine.
  const one = { processors: { coresPerSocket: 1, clock: '4 GHz' as const }, chipset: { channels: 1, leastCopy: 0 } };
  const channelOf = (world: World) => engineOf(world.report()).channels[0]!;

  it('that is suspended queues until its ring is full, then processors copy; resumed it catches up', async () => {
    const world = await worldOf(release!.module, received({ ...one, traffic: { bufferSize: 262_144, postedReceives: 8 } }));
    world.run(20n * MS);
    const before = engineOf(world.report());
    operate(world, 0, 0, 'suspend');
    world.run(20n * MS + 200n * US);
    expect(channelOf(world).state).to.equal('Suspended');
    expect(channelOf(world).queued).to.be.above(5);
    world.run(60n * MS);
    const during = engineOf(world.report());
    expect(during.engineBytes - before.engineBytes, 'at most the descriptor under way').to.be.at.most(4096);
    expect(during.declined.ringFull.bytes).to.be.above(0);
    expect(channelOf(world).queued).to.be.within(255, 256);
    operate(world, 0, 0, 'resume');
    world.run(200n * MS);
    expect(engineOf(world.report()).engineBytes).to.be.above(during.engineBytes + 1_000_000);
    expect(world.report().faults).to.deep.equal([]);
  });

  it('that is aborted halts, its descriptors are copied by a processor, and it takes none until it is reset', async () => {
    const world = await worldOf(release!.module, received({ ...one, traffic: { bufferSize: 262_144, postedReceives: 8 } }));
    world.run(20n * MS);
    operate(world, 0, 0, 'suspend');
    world.run(20n * MS + 300n * US);
    const { queued } = channelOf(world);
    operate(world, 0, 0, 'abort');
    world.run(30n * MS);
    expect(channelOf(world)).to.include({ state: 'Halted', queued: 0, abortedDescriptors: queued, aborts: 1 });
    const halted = engineOf(world.report());
    expect(halted.declined.aborted.copies).to.equal(queued);
    expect(halted.declined.halted.bytes).to.be.above(100_000);
    operate(world, 0, 0, 'reset');
    expect(channelOf(world).state).to.equal('Idle');
    world.run(40n * MS);
    const after = engineOf(world.report());
    expect(after.declined.halted.bytes).to.equal(halted.declined.halted.bytes);
    expect(after.engineBytes).to.be.above(halted.engineBytes + 100_000);
    expect(world.report().faults).to.deep.equal([]);
  });

  it('is told the processor once, and again after it was suspended', async () => {
    const chipset = { channels: 1, cacheAccess: true };
    const world = await worldOf(release!.module, received({ ...one, chipset, netsh: { dca: 'enabled' } }));
    world.run(20n * MS);
    expect(channelOf(world).contextChanges).to.equal(1);
    operate(world, 0, 0, 'suspend');
    world.run(21n * MS);
    operate(world, 0, 0, 'resume');
    world.run(30n * MS);
    expect(channelOf(world).contextChanges).to.equal(2);
  });
});

describe('switching NetDMA in a run', () => {
  const traffic = { bufferSize: 65_536 };

  it('netsh: off and on again at once', async () => {
    const path = 'hosts[0].windows.netsh.netdma';
    const world = await worldOf(
      release!.module,
      received({
        traffic,
        timeline: [
          { do: 'set', at: '20 ms', path, value: 'disabled' },
          { do: 'set', at: '40 ms', path, value: 'enabled' },
        ],
      }),
    );
    world.run(20n * MS);
    const on = engineOf(world.report());
    world.run(21n * MS); // what is under way ends
    const ended = engineOf(world.report());
    expect(ended.netDma).to.equal(false);
    expect(ended.engineBytes - on.engineBytes).to.be.below(100_000);
    world.run(40n * MS);
    const off = engineOf(world.report());
    expect(off.engineBytes).to.equal(ended.engineBytes);
    expect(off.declined.off.bytes).to.be.above(1_000_000);
    world.run(60n * MS);
    const again = engineOf(world.report());
    expect(again.netDma).to.equal(true);
    expect(again.engineBytes).to.be.above(off.engineBytes + 1_000_000);
    expect(world.report().faults).to.deep.equal([]);
  });

  it('EnableTCPA of Windows Server 2008: only when the computer restarts', async () => {
    const world = await worldOf(
      release!.module,
      received({
        os: 'ws2008',
        traffic,
        timeline: [
          { do: 'set', at: '20 ms', path: 'hosts[0].windows.registry.EnableTCPA', value: 0 },
          { do: 'restart', at: '40 ms', host: 'server', outage: '1 ms' },
        ],
      }),
    );
    world.run(30n * MS);
    expect(engineOf(world.report()).netDma, 'waits').to.equal(true);
    const waiting = engineOf(world.report()).engineBytes;
    world.run(39n * MS);
    expect(engineOf(world.report()).engineBytes).to.be.above(waiting);
    world.run(41n * MS);
    expect(engineOf(world.report()).netDma).to.equal(false);
  });
});
