// What a copy engine is worth. Arithmetic of the break-even, Core 2 at 2.66 GHz (u = 1.3): a descriptor costs 1.3 (250 + 100) = 455 cycles
// in a batch and 1.3 (700 + 300) = 1,300 alone; a processor copies a byte with a cold source in 0.45 ns = 1.197 cycles, with a warm one in
// 0.12 ns = 0.319: even at 380 and 1,086 bytes cold, 1,426 and 4,073 warm. Doorbells and locked pages come on top of that.

import { describe, expect, it } from '#test';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { coreModules } from '../core-under-test.ts';
import { sum } from './world-checks.ts';
import { charged, copied, engineOf, hostOf, received, type EngineDraft } from './world-netdma-stage.ts';
import { MS, worldOf } from './world-stage.ts';

const [release] = await coreModules();

async function run(draft: EngineDraft, until: bigint): Promise<WorldReport> {
  const world = await worldOf(release!.module, received(draft));
  world.run(until);
  const report = world.report();
  expect(report.faults).to.deep.equal([]);
  return report;
}

const GHZ = 2.66;
/** Cycles of the host, busy with anything or with copies, for each byte that came in. */
function perByte(report: WorldReport, only?: 'copy'): number {
  const { processors } = hostOf(report);
  const busy = only ? processors.map(({ classesPs }) => classesPs[5]!) : processors.map(({ classesPs }) => sum(classesPs));
  return (sum(busy) / 1000 / copied(engineOf(report))) * GHZ;
}

describe('cycles of a received byte over the size of requests', () => {
  const at = async (bufferSize: number, netdma: 'enabled' | 'disabled', draft: EngineDraft = {}, only?: 'copy') =>
    perByte(await run({ ...draft, traffic: { bufferSize, connections: 1 }, netsh: { ...draft.netsh, netdma } }, 60n * MS), only);

  it('are the same below the threshold', async () => {
    for (const bufferSize of [1460, 2000]) expect(await at(bufferSize, 'enabled')).to.equal(await at(bufferSize, 'disabled'));
  });

  it('fall with the engine for large cold copies, the more the larger', async () => {
    const sizes = [2048, 4096, 8192, 16_384, 65_536, 262_144];
    const saved: number[] = [];
    for (const size of sizes) {
      saved.push((await at(size, 'disabled', {}, 'copy')) - (await at(size, 'enabled', {}, 'copy')));
      // Whatever threads and requests cost besides, and that changes with when requests complete.
      expect((await at(size, 'disabled')) - (await at(size, 'enabled')), `${size} bytes`).to.be.above(0.1);
    }
    // At most a cold copy, less what descriptors, doorbells and pages cost.
    for (const cycles of saved) expect(cycles).to.be.within(0.2, 1.197);
    for (const [index, cycles] of saved.slice(1).entries()) expect(cycles, `${sizes[index + 1]} bytes`).to.be.above(saved[index]! - 0.03);
    expect(saved.at(-1)).to.be.above(1.5 * saved[0]!);
  });

  it('hardly change where the source is warm', async () => {
    const warm = { chipset: { cacheAccess: true }, netsh: { dca: 'enabled' } } as const;
    const cold = (await at(65_536, 'disabled')) - (await at(65_536, 'enabled'));
    const on = await at(65_536, 'enabled', warm);
    // The same copies by processors, warm: without Direct Cache Access there is no other way to have them so.
    const off = await at(65_536, 'disabled', { costs: { copy_cold: 0.12 } });
    expect(Math.abs(off - on)).to.be.below(0.3 * cold);
  });

  it('gain less where the memory controller is on the processor', async () => {
    const saved = async (processorClass: 'core2' | 'nehalem') => {
      const draft = { processors: { class: processorClass } };
      const [off, on] = [await at(65_536, 'disabled', draft), await at(65_536, 'enabled', draft)];
      return off - on;
    };
    expect(await saved('nehalem')).to.be.within(0, 0.7 * (await saved('core2')));
  });
});

describe('break-even', () => {
  const FREE = { dma_min_fragment: 0, dma_doorbell: 0, dma_pin: 0 };

  /** Cycles of copying an exchange's request of `bytes` bytes, one at a time. */
  async function single(bytes: number, netdma: 'enabled' | 'disabled', costs: EngineDraft['costs']): Promise<number> {
    const traffic = { app: 'requests', request: bytes, response: 1, count: 300, bufferSize: 65_536 } as const;
    const draft = { traffic, costs, netsh: { netdma }, chipset: { leastCopy: 0 }, serverNic: { moderation: { mode: 'off' } } } as const;
    const report = await run(draft, 200n * MS);
    expect(report.apps[0]!.exchanges).to.equal(300);
    return perByte(report, 'copy') * bytes;
  }
  /** Size at which both cost the same, from two sizes: both are straight lines. */
  async function even(costs: EngineDraft['costs']): Promise<number> {
    const gain = async (bytes: number) => (await single(bytes, 'disabled', costs)) - (await single(bytes, 'enabled', costs));
    const [small, large] = [await gain(400), await gain(1400)];
    return 400 - (small * 1000) / (large - small);
  }

  it('of a descriptor alone is at 1.1 KB, cold', async () => {
    expect(await even(FREE)).to.be.closeTo(1086, 0.03 * 1086);
  });

  it('of a descriptor alone with its doorbell and page is at 1.5 KB', async () => {
    expect(await even({ dma_min_fragment: 0 })).to.be.closeTo((1.3 * (700 + 300 + 100 + 300)) / 1.197, 0.03 * 1500);
  });

  it('of descriptors in batches is at 380 bytes, cold, and 1.4 KB, warm', async () => {
    const report = await run({ traffic: { bufferSize: 262_144 }, chipset: { leastCopy: 0 }, costs: FREE }, 60n * MS);
    const off = await run({ traffic: { bufferSize: 262_144 }, netsh: { netdma: 'disabled' } }, 60n * MS);
    const per = (of: WorldReport, id: string) => charged(of, id).ps / charged(of, id).units;
    const descriptor = per(report, 'dma_submit') + per(report, 'dma_complete');
    expect(charged(report, 'dma_submit').units).to.be.above(5 * charged(report, 'dma_submit_single').units);
    expect(descriptor / per(off, 'copy_cold')).to.be.closeTo(380, 0.02 * 380);
    expect(descriptor / 120).to.be.closeTo(1426, 0.02 * 1426);
  });

  it('with small segments: a gain at 536 bytes a segment, none at 300', async () => {
    const gain = async (mtu: number) => {
      const draft = { mtu, traffic: { bufferSize: 262_144 }, chipset: { leastCopy: 0 }, costs: FREE };
      const [off, on] = [await run({ ...draft, netsh: { netdma: 'disabled' } }, 40n * MS), await run(draft, 40n * MS)];
      return perByte(off, 'copy') - perByte(on, 'copy');
    };
    expect(await gain(576)).to.be.above(0.1);
    expect(await gain(576)).to.be.below(await gain(1500));
  });
});

describe('a slow engine', () => {
  /** 0.02 GB/s a channel, one processor each. */
  const slow = (channels: number): EngineDraft => ({
    speed: '10 Gb/s',
    processors: { coresPerSocket: 4, clock: '4 GHz', class: 'nehalem' },
    serverNic: { queues: 4 },
    chipset: { channels },
    costs: { dma_bandwidth: 0.02, dma_latency: 0, dma_min_fragment: 0 },
    traffic: { bufferSize: 262_144, postedReceives: 16, connections: 32 },
  });

  it('moves its bandwidth times its channels, and the processors copy the rest', async () => {
    for (const channels of [1, 2, 4, 8]) {
      const world = await worldOf(release!.module, received(slow(channels)));
      world.run(50n * MS);
      const before = engineOf(world.report());
      world.run(150n * MS);
      const after = engineOf(world.report());
      const rate = (after.engineBytes - before.engineBytes) / 0.1 / 1e9;
      expect(rate, `${channels} channels`).to.be.within(0.95 * 0.02 * channels, 1.001 * 0.02 * channels);
      expect(copied(after) - copied(before), 'what comes in is more').to.be.above(2 * (after.engineBytes - before.engineBytes));
      expect(after.declined.ringFull.bytes).to.be.above(0);
      for (const { peak } of after.channels) expect(peak).to.be.at.most(256);
      expect(world.report().faults).to.deep.equal([]);
    }
  });

  it('gives each channel the processor that its connections are received on', async () => {
    const report = await run(slow(4), 50n * MS);
    expect(engineOf(report).channels.map(({ processor }) => processor)).to.deep.equal([0, 1, 2, 3]);
    for (const { bytes } of engineOf(report).channels) expect(bytes).to.be.above(0);
  });
});
