// Computers and adapters that restart at any time: with connections in adapters and on their way, with copies that the engine has not made,
// with virtual machines and their queues. Nothing is left over, everything goes on adding up, and it is the same run however it is sliced.

import { describe, expect, it } from '#test';
import { readNicRecord, readSocket, SocketFlag } from '../../ui/abi/abi.gen.ts';
import type { World } from '../../ui/engine/world.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';
import { hyperv, machineOf, withVmq } from './hyperv-stage.ts';
import { complaints } from './world-checks.ts';
import { chimneyComplaints, chimneyOf, chimneyPair, taker, withMode } from './world-chimney-stage.ts';
import { engineComplaints, engineOf, received } from './world-netdma-stage.ts';
import { MS, pair, SECOND, US, worldOf, type Draft, type TrafficDraft } from './world-stage.ts';

const offloadedOf = (world: World, nic: number): number => {
  const { core } = world.reading;
  return readNicRecord(core.memory.buffer, core.nicAt(nic)).offloaded;
};

/** Ten connections that go on for some 10 ms at least. */
const loads: TrafficDraft[] = [
  { app: 'bulk', from: 'client', to: 'server:5001', connections: 3, bytes: '5 MB' },
  { app: 'chargen', from: 'client', to: 'server:19', connections: 2, family: 'ipv6', bytes: '5 MB' },
  { app: 'requests', from: 'client', to: 'server:80', connections: 3, request: 20_000, response: 4000, count: 100, pause: '50 us' },
  { app: 'bulk', from: 'server', to: 'client:5002', connections: 2, bytes: '5 MB' },
];

/** Runs in steps, with a look at every one. */
function runWithLooks(world: World, random: Random, until: bigint, look: (world: World) => string[]): void {
  while (world.now < until) {
    const next = world.now + BigInt(1 + random.below(400)) * US;
    world.run(next < until ? next : until);
    expect(look(world)).to.deep.equal([]);
  }
}

const restartDraft = (seed: number, at: bigint, outage: string): Draft => {
  const random = new Random(seed);
  const host = () => withMode('enabled', { costs: { toe_latency: random.pick([20, 400]), toe_packet_rate: random.pick([0.1, 1]) } });
  return pair({
    seed,
    server: host(),
    client: random.oneIn(2) ? host() : { kind: 'ideal' },
    serverNic: taker(),
    clientNic: taker(),
    link: { delay: '30 us', loss: random.oneIn(2) ? 0.003 : 0, reordering: random.oneIn(2) ? 0.02 : 0 },
    traffic: loads,
    timeline: [{ do: 'restart', at: `${at / 1000n} ns`, host: 'server', outage }],
  });
};

for (const { name, module } of await worldModules()) {
  describe(`a computer with offloaded connections restarts, ${name} core`, () => {
    for (let seed = 0; seed < 16; seed++)
      it(`leaves nothing in the adapter, ${seed}`, async () => {
        const random = new Random(seed + 100);
        const at = 2n * MS + BigInt(random.below(4_000_000)) * 1000n;
        const world = await worldOf(module, restartDraft(seed, at, random.pick(['0 s', '3 ms'])));
        runWithLooks(world, random, at - 1n, chimneyComplaints);
        const before = chimneyOf(world);
        world.run(at);
        const after = chimneyOf(world);
        expect(offloadedOf(world, 0)).to.equal(0);
        expect([after.offloading, after.offloaded, after.uploading]).to.deep.equal([0, 0, 0]);
        expect(after.lost).to.equal(before.offloading + before.offloaded + before.uploading);
        expect(world.report().connections.filter(({ host }) => host === 0)).to.deep.equal([]);
        runWithLooks(world, random, at + 8n * MS, chimneyComplaints);
        // Peers give up or are told, but for those that only listen; who had not been answered asks again. Its own do not come back.
        world.run(300n * SECOND);
        expect(chimneyComplaints(world)).to.deep.equal([]);
        const end = world.report();
        expect(end.packetsInFlight).to.equal(0);
        expect(end.apps[3]).to.include({ failed: 2, finished: 0 });
        expect(end.apps[0]!.failed + end.apps[0]!.finished).to.equal(3);
        expect(end.connections.filter(({ host, state }) => host === 0 && state !== 'TimeWait')).to.deep.equal([]);
      });

    it('takes connections again afterwards', async () => {
      const late: TrafficDraft = { app: 'bulk', from: 'client', to: 'server:5003', connections: 2, start: '9 ms', bytes: '300 KB' };
      const draft = { ...restartDraft(3, 5n * MS, '2 ms'), traffic: [...loads, late] };
      const world = await worldOf(module, draft);
      world.run(6n * MS);
      const { offloads } = chimneyOf(world);
      world.run(20n * SECOND);
      expect(chimneyOf(world).offloads).to.equal(offloads + 2);
      expect(world.report().apps[4]!.finished).to.equal(2);
    });

    it('is the same however it is sliced, and from a snapshot', async () => {
      const draft = restartDraft(5, 3n * MS + 1234567n * 1000n, '1 ms');
      const [straight, sliced] = [await worldOf(module, draft), await worldOf(module, draft)];
      straight.run(12n * MS);
      const random = new Random(9);
      let snapshot = sliced.snapshot();
      while (sliced.now < 12n * MS) {
        const next = sliced.now + BigInt(1 + random.below(300)) * US;
        sliced.run(next < 12n * MS ? next : 12n * MS);
        if (sliced.now < 4n * MS) snapshot = sliced.snapshot();
      }
      expect(sliced.fingerprint()).to.equal(straight.fingerprint());
      sliced.restore(snapshot);
      sliced.run(12n * MS);
      expect(sliced.fingerprint()).to.equal(straight.fingerprint());
    });
  });

  describe(`an adapter that holds connections restarts, ${name} core`, () => {
    const draftOf = (seed: number, outage: string) => ({
      ...restartDraft(seed, 0n, outage),
      timeline: [{ do: 'restart' as const, at: `${3000 + 37 * seed} us`, host: 'server', adapter: 'lan', outage }],
    });
    for (let seed = 0; seed < 6; seed++)
      it(`has them taken back first, and none is lost, ${seed}`, async () => {
        const random = new Random(seed);
        const outage = seed % 2 ? '0 s' : '4 ms';
        const world = await worldOf(module, draftOf(seed, outage));
        const at = BigInt(3000 + 37 * seed) * US;
        world.run(at - 1n);
        const before = chimneyOf(world);
        expect(before.offloaded + before.offloading).to.be.greaterThan(4);
        const paused = before.uploadReasons['Paused'] ?? 0;
        runWithLooks(world, random, at + 3n * MS, chimneyComplaints);
        const during = chimneyOf(world);
        expect(during.paused).to.equal(outage !== '0 s');
        if (outage !== '0 s') expect([offloadedOf(world, 0), during.offloaded]).to.deep.equal([0, 0]);
        expect(during.uploadReasons['Paused']! - paused).to.be.at.least(before.offloaded);
        runWithLooks(world, random, at + 10n * MS, chimneyComplaints);
        world.run(30n * SECOND);
        const after = chimneyOf(world);
        expect(after.paused).to.equal(false);
        expect(after.lost).to.equal(0);
        expect(after.offloads).to.be.greaterThan(before.offloads);
        expect(world.report().apps.map(({ failed, finished }) => [failed, finished])).to.deep.equal([
          [0, 3],
          [0, 2],
          [0, 3],
          [0, 2],
        ]);
      });

    it('ends a pause that the timeline has begun', async () => {
      const draft = chimneyPair('enabled', [{ app: 'bulk', from: 'client', to: 'server:5001' }]);
      const timeline: Draft['timeline'] = [
        { do: 'offload', at: '1 ms', host: 'server', adapter: 'lan', action: 'pause' },
        { do: 'restart', at: '3 ms', host: 'server', adapter: 'lan', outage: '1 ms' },
      ];
      const world = await worldOf(module, { ...draft, timeline });
      world.run(2n * MS);
      expect(chimneyOf(world)).to.include({ paused: true, offloaded: 0 });
      world.run(SECOND);
      expect(chimneyOf(world)).to.include({ paused: false, offloaded: 1 });
    });
  });

  describe(`a computer restarts while its engine copies, ${name} core`, () => {
    for (let seed = 0; seed < 12; seed++)
      it(`goes on adding up, ${seed}`, async () => {
        const random = new Random(seed);
        const traffic: TrafficDraft[] = [
          { app: 'bulk', from: 'client', to: 'server:5001', connections: 4, postedReceives: 4 },
          { app: 'bulk', from: 'client', to: 'server:5002', connections: 4, postedReceives: 4, start: '9 ms', bytes: '200 KB' },
        ];
        const draft = received({ speed: '10 Gb/s', mtu: 9000, costs: { dma_latency: 40 }, netsh: { netdma: 'enabled' } });
        const world = await worldOf(module, { ...draft, traffic, seed });
        const { core } = world.reading;
        // Restart at an instant at which copies are pending.
        const isMoving = () =>
          world.report().connections.some(({ id }) => readSocket(core.memory.buffer, core.socketAt(id)).flags & SocketFlag.Moving);
        world.run(3n * MS + BigInt(random.below(1000)) * US);
        for (let steps = 0; steps < 500 && !isMoving(); steps++) world.run(world.now + BigInt(1 + random.below(20)) * US);
        expect(isMoving()).to.equal(true);
        core.worldHostReset(0);
        expect(complaints(world)).to.deep.equal([]);
        expect(isMoving()).to.equal(false);
        runWithLooks(world, random, 12n * MS, (now) => [...complaints(now), ...engineComplaints(now.report())]);
        world.run(300n * SECOND);
        const report = world.report();
        expect([...complaints(world), ...engineComplaints(report)]).to.deep.equal([]);
        expect(report.apps.map(({ failed, finished }) => [failed, finished])).to.deep.equal([
          [4, 0],
          [0, 4],
        ]);
        expect(engineOf(report).channels.map(({ queued }) => queued)).to.satisfy((queued: number[]) => queued.every((one) => one === 0));
        expect(report.packetsInFlight).to.equal(0);
      });
  });

  describe(`a Hyper-V host restarts, ${name} core`, () => {
    const machines = 4;
    const traffic: TrafficDraft[] = [
      ...Array.from({ length: machines }, (_, at): TrafficDraft => ({
        app: 'bulk',
        from: 'client',
        to: `vm${at + 1}:5001`,
        connections: 2,
      })),
      { app: 'bulk', from: 'vm1', to: 'client:5002' },
      { app: 'bulk', from: 'vm2', to: 'vm3:5003' },
      { app: 'bulk', from: 'client', to: 'server:5004' },
    ];
    const draftOf = (timeline: Draft['timeline']) =>
      hyperv({ machines: Array.from({ length: machines }, () => ({})), nic: withVmq(2), traffic, timeline });

    for (let seed = 0; seed < 8; seed++)
      it(`takes its virtual machines with it, ${seed}`, async () => {
        const random = new Random(seed);
        const at = 3n * MS + BigInt(random.below(2000)) * US;
        const outage = random.pick(['0 s', '2 ms']);
        const late: TrafficDraft = { app: 'bulk', from: 'client', to: 'vm4:5009', start: '8 ms', bytes: '100 KB' };
        const draft = draftOf([{ do: 'restart', at: `${at / US} us`, host: 'server', outage }]);
        const world = await worldOf(module, { ...draft, traffic: [...traffic, late] });
        runWithLooks(world, random, at - 1n, complaints);
        expect(world.report().virtual!.adapters[0]!.queues.map(({ state }) => state)).to.deep.equal(['Running', 'Running']);
        world.run(at);
        const gone = world.report();
        expect(gone.connections.filter(({ host }) => host !== 1)).to.deep.equal([]);
        expect(gone.virtual!.adapters[0]!.queues.filter(({ machine }) => machine !== null)).to.deep.equal([]);
        runWithLooks(world, random, at + 8n * MS, complaints);
        expect(
          world
            .report()
            .virtual!.adapters[0]!.queues.map(({ machine }) => machine)
            .sort(),
        ).to.deep.equal(['vm1', 'vm2']);
        world.run(300n * SECOND);
        const report = world.report();
        expect(complaints(world)).to.deep.equal([]);
        expect(report.apps.at(-1)!.finished).to.equal(1);
        expect(report.apps.slice(0, -1).map(({ opened, failed }) => opened - failed)).to.deep.equal(traffic.map(() => 0));
        expect(report.connections).to.deep.equal([]);
        expect(report.packetsInFlight).to.equal(0);
      });

    it('an adapter that restarts frees the queues, and allocates them anew, without losing a connection', async () => {
      const world = await worldOf(module, draftOf([{ do: 'restart', at: '5 ms', host: 'server', adapter: 'lan', outage: '3 ms' }]));
      const random = new Random(4);
      world.run(5n * MS - 1n);
      const before = world.report();
      const own = machineOf(before, 'vm1').queueFrames;
      expect(machineOf(before, 'vm1').queue).to.equal(1);
      runWithLooks(world, random, 7n * MS, complaints);
      const during = world.report().virtual!;
      expect(during.adapters[0]!.queues.map(({ state }) => state)).to.deep.equal(['Undefined', 'Undefined']);
      expect(during.machines.map(({ queue }) => queue)).to.deep.equal([0, 0, 0, 0]);
      runWithLooks(world, random, 10n * MS, complaints);
      world.run(3n * SECOND);
      const after = world.report();
      expect(after.virtual!.adapters[0]!.queues.map(({ machine }) => machine)).to.deep.equal(['vm1', 'vm2']);
      expect(machineOf(after, 'vm1').queueFrames).to.be.greaterThan(own);
      expect(after.apps.map(({ failed }) => failed)).to.deep.equal(traffic.map(() => 0));
      expect(complaints(world)).to.deep.equal([]);
    });
  });
}
