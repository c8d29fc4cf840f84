// Whether the emulated chimney has the shape and size of what is published: gains that grow with the size of a request, no gain for short
// connections, none beyond the room of the adapter, and none with an adapter that is slower than the host.

import { describe, expect, it } from '#test';
import type { World } from '../../ui/engine/world.ts';
import { coreModules } from '../core-under-test.ts';
import { sum } from './world-checks.ts';
import { chimneyOf, chimneyWorld, type Mode } from './world-chimney-stage.ts';
import { MS, SECOND, type PairDraft, type TrafficDraft } from './world-stage.ts';

/** ps that the server's processors have worked. */
const work = (world: World): number => {
  const { hosts, timePs } = world.report();
  return sum(hosts[0]!.processors.map(({ idlePs }) => timePs - idlePs));
};

/** As the published numbers were computed: a Core 2 at 2.66 GHz; an adapter that keeps up. */
const core2: PairDraft = {
  server: { processors: { class: 'core2', clock: '2660 MHz', coresPerSocket: 4 }, costs: { toe_packet_rate: 15 } },
  client: { kind: 'ideal', tcp: { nagle: false, delayedAck: '1 ms' } },
};

for (const { name, module } of (await coreModules()).slice(0, 1))
  describe(`shape of chimney, ${name} core`, () => {
    /** ps of work for each byte, and bits for each second, once connections are where they belong. */
    async function perByte(
      mode: Mode,
      traffic: TrafficDraft,
      more: PairDraft = {},
      time = 12n * MS,
    ): Promise<{ ps: number; gbps: number }> {
      const world = await chimneyWorld(module, mode, [traffic], { ...core2, ...more, server: { ...core2.server, ...more.server } });
      world.run(3n * MS);
      const bytes = () => world.report().apps[0]!.serverReceivedBytes;
      const [before, start] = [work(world), bytes()];
      world.run(3n * MS + time);
      return { ps: (work(world) - before) / (bytes() - start), gbps: ((bytes() - start) * 8) / (Number(time) / 1000) };
    }

    async function saved(traffic: TrafficDraft, more?: PairDraft): Promise<number> {
      const [off, on] = [await perByte('disabled', traffic, more), await perByte('enabled', traffic, more)];
      return 1 - on.ps / off.ps;
    }

    const bulk = (bufferSize: number, more: Partial<TrafficDraft> = {}): TrafficDraft =>
      ({ app: 'bulk', from: 'client', to: 'server:5001', connections: 4, bufferSize, postedReceives: 4, ...more }) as TrafficDraft;

    // Crossover of the cost model: one receive a message. 10, 22, 37, 63 and 88 % at these sizes.
    const published: [bytes: number, share: number][] = [
      [256, 0.1],
      [1460, 0.22],
      [2048, 0.37],
      [4096, 0.63],
      [16_384, 0.88],
    ];

    it('gains with the size of a message, about as much as published', async () => {
      const shares: number[] = [];
      for (const [bytes, share] of published) {
        const gain = await saved(bulk(bytes));
        shares.push(gain);
        expect(gain, `${bytes} bytes`).to.be.closeTo(share, 0.23);
      }
      expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
      expect(shares[0], 'small below 2 kB').to.be.below(0.3);
      expect(await saved(bulk(65_536)), 'large requests').to.be.above(0.85);
    });

    it('gains less where the copy is kept', async () => {
      for (const [bytes, least] of [
        [4096, 0.3],
        [16_384, 0.4],
      ] as const) {
        const kept = await saved(bulk(bytes, { postedReceives: 0 }));
        expect(kept).to.be.above(least);
        expect(kept).to.be.below((await saved(bulk(bytes))) - 0.1);
      }
    });

    it('loses with short connections, and gains with long ones', async () => {
      const perConnection = async (mode: Mode, bytes: number) => {
        const traffic: TrafficDraft = {
          app: 'bulk',
          from: 'client',
          to: 'server:5001',
          connections: 40,
          interval: '300 us',
          bytes,
          postedReceives: 4,
        };
        const world = await chimneyWorld(module, mode, [traffic], core2);
        world.run(2n * SECOND);
        expect(world.report().apps[0]!.finished).to.equal(40);
        return work(world) / 40;
      };
      const ratio = async (bytes: number) => (await perConnection('enabled', bytes)) / (await perConnection('disabled', bytes));
      expect(await ratio(2000)).to.be.above(1.5);
      expect(await ratio(8000), 'break-even is published at 16 to 24 KB').to.be.above(1);
      expect(await ratio(1_000_000)).to.be.below(0.6);
    });

    it('gains nothing beyond the room of the adapter', async () => {
      const room = (chimneyConnections: number): PairDraft => ({ serverNic: { capabilities: { chimneyConnections } } });
      const off = await perByte('disabled', bulk(16_384, { connections: 8 }));
      const none = await perByte('enabled', bulk(16_384, { connections: 8 }), room(0));
      expect(none).to.deep.equal(off);
      const two = await perByte('enabled', bulk(16_384, { connections: 8 }), room(2));
      const all = await perByte('enabled', bulk(16_384, { connections: 8 }), room(8));
      expect(two.ps).to.be.within(all.ps * 1.2, off.ps * 0.98);
    });

    it('gains no throughput with an adapter whose own processor is slow', async () => {
      const engine = (toe_packet_rate: number): PairDraft => ({ server: { costs: { toe_packet_rate } } });
      const off = await perByte('disabled', bulk(65_536));
      const fast = await perByte('enabled', bulk(65_536), engine(15));
      const slow = await perByte('enabled', bulk(65_536), engine(0.1));
      expect(fast.gbps).to.be.above(off.gbps);
      expect(slow.gbps).to.be.below(0.2 * off.gbps);
      // 100,000 packets a second, one ACK for two segments: 0.78 Gb/s of payload at most.
      expect(slow.gbps).to.be.within(0.4, 0.8);
    });

    it('drops what the engine’s queue does not hold, and TCP repeats it', async () => {
      const world = await chimneyWorld(module, 'enabled', [bulk(65_536, { bytes: 400_000 })], {
        ...core2,
        server: { costs: { toe_packet_rate: 0.05, toe_queue: 8 } },
      });
      world.run(60n * SECOND);
      expect(chimneyOf(world).engine.drops).to.be.above(0);
      expect(chimneyOf(world).engine.peak).to.equal(8);
      expect(world.report().apps[0]!.serverReceivedBytes).to.equal(1_600_000);
    });

    it('keeps an engine busy for exactly its time a packet', async () => {
      const world = await chimneyWorld(module, 'enabled', [bulk(65_536)], { ...core2, server: { costs: { toe_packet_rate: 2 } } });
      world.run(10n * MS);
      const { served, busyPs } = chimneyOf(world).engine;
      expect(busyPs).to.equal(served * 500_000);
      const { engine } = chimneyOf(world);
      expect(served).to.be.within(
        engine.takenFrames + engine.forwarded - engine.drops - engine.depth,
        engine.takenFrames + engine.forwarded + engine.sentFrames + 40,
      );
    });
  });
