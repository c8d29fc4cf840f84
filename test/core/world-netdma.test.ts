// Which receive copies the copy engine makes, and under which settings. Sources of the rules: DDI netdma.h (descriptors, versions),
// Microsoft "Using NetDMA" (hardware, editions, receive only), Intel (RSS); what is assumed stands in docs/model.md.

import { describe, expect, it } from '#test';
import { processorClasses } from '../../ui/features/costs.ts';
import type { CopyEngineReport, WorldReport } from '../../ui/scenario/world-report.ts';
import { coreModules } from '../core-under-test.ts';
import { sum } from './world-checks.ts';
import { charged, copied, engineComplaints, engineOf, hostOf, received, type EngineDraft } from './world-netdma-stage.ts';
import { MS, pair, SECOND, worldOf, type Draft } from './world-stage.ts';

const [release] = await coreModules();

async function run(draft: Draft, until = 30n * MS): Promise<WorldReport> {
  const world = await worldOf(release!.module, draft);
  world.run(until);
  const report = world.report();
  expect([...report.faults, ...engineComplaints(report)]).to.deep.equal([]);
  return report;
}

const engineAfter = async (draft: EngineDraft, until?: bigint): Promise<CopyEngineReport> => engineOf(await run(received(draft), until));

describe('a host without a copy engine', () => {
  it('reports none, and runs as before', async () => {
    const report = await run(received({ chipset: { copyEngine: false } }));
    expect(hostOf(report)).not.to.have.property('copyEngine');
    expect(charged(report, 'dma_submit').units).to.equal(0);
  });

  it('takes as long as one whose engine is off', async () => {
    const [none, off] = await Promise.all([
      run(received({ chipset: { copyEngine: false } })),
      run(received({ netsh: { netdma: 'disabled' } })),
    ]);
    expect(hostOf(off).processors).to.deep.equal(hostOf(none).processors);
    expect(engineOf(off).engineBytes).to.equal(0);
  });
});

describe('NetDMA is in force', () => {
  const cases: { title: string; draft: EngineDraft; on: boolean; version?: string; dca?: boolean }[] = [
    { title: 'on Windows Server 2008 R2', draft: {}, on: true, version: '2.1' },
    { title: 'on Windows Server 2008', draft: { os: 'ws2008' }, on: true, version: '2.0' },
    { title: 'on Windows Server 2003 SP2', draft: { os: 'ws2003sp2' }, on: true, version: '1.0' },
    { title: 'not on Itanium', draft: { windows: { platform: 'itanium' } }, on: false },
    { title: 'not with the BIOS against it', draft: { chipset: { copyEngineEnabled: false } }, on: false },
    { title: 'not when netsh has disabled it', draft: { netsh: { netdma: 'disabled' } }, on: false },
    { title: 'not when EnableTCPA is 0 (2008)', draft: { os: 'ws2008', windows: { registry: { EnableTCPA: 0 } } }, on: false },
    { title: 'whatever EnableTCPA says on 2008 R2', draft: { windows: { registry: { EnableTCPA: 0 } } }, on: true },
    { title: 'not without RSS of the operating system', draft: { netsh: { rss: 'disabled' } }, on: false },
    { title: 'not without RSS of the adapter', draft: { serverNic: { rss: { enabled: false } } }, on: false },
    {
      title: 'with Direct Cache Access on 2008 R2',
      draft: { chipset: { cacheAccess: true }, netsh: { dca: 'enabled' } },
      on: true,
      dca: true,
    },
    { title: 'and Direct Cache Access is not by default', draft: { chipset: { cacheAccess: true } }, on: true, dca: false },
    { title: 'and Direct Cache Access is not on 2008', draft: { os: 'ws2008', chipset: { cacheAccess: true } }, on: true, dca: false },
  ];
  for (const { title, draft, on, version, dca } of cases)
    it(title, async () => {
      const engine = await engineAfter(draft);
      expect(engine.netDma).to.equal(on);
      expect(engine.engineBytes > 0, 'bytes moved').to.equal(on);
      if (!on) expect(engine.declined.off.bytes).to.equal(copied(engine));
      if (version) expect(engine.version).to.equal(version);
      if (dca !== undefined) expect(engine.cacheAccess).to.equal(dca);
    });
});

describe('a receive copy goes to the engine', () => {
  const copies = async (traffic: EngineDraft['traffic'], chipset: EngineDraft['chipset'] = {}, rest: EngineDraft = {}) =>
    engineAfter({ ...rest, traffic, chipset });

  it('from the threshold on, which is 2,048 bytes of a request, with NetDMA 1.0 4,096', async () => {
    for (const [os, bufferSize, moved] of [
      ['ws2008r2', 2047, false],
      ['ws2008r2', 2048, true],
      ['ws2003sp2', 4095, false],
      ['ws2003sp2', 4096, true],
    ] as const) {
      const engine = await engineAfter({ os, traffic: { bufferSize } });
      expect(engine.engineBytes > 0, `${os}, ${bufferSize} bytes`).to.equal(moved);
      if (!moved) expect(engine.declined.belowThreshold.bytes).to.be.above(0);
    }
    expect((await copies({ bufferSize: 8192 }, { leastCopy: 8193 })).engineBytes).to.equal(0);
  });

  it('not while it waits in the stack because no receive is posted', async () => {
    const engine = await copies({ postedReceives: 0 });
    expect(engine.engineBytes).to.equal(0);
    expect(engine.declined.notPosted.bytes).to.equal(copied(engine));
  });

  it('not of pieces below the least fragment', async () => {
    const traffic = { app: 'requests', request: 1000, response: 100, bufferSize: 65_536 } as const;
    const engine = await copies(traffic);
    expect(engine.engineBytes).to.equal(0);
    expect(engine.declined.smallFragment.bytes).to.equal(copied(engine));
    expect((await engineAfter({ traffic, costs: { dma_min_fragment: 0 } })).engineBytes).to.be.above(0);
  });

  it('not out of order', async () => {
    const draft = received();
    draft.links![0]!.reordering = 0.05;
    draft.links![0]!.reorderingDelay = '50 us';
    const engine = engineOf(await run(draft, 100n * MS));
    expect(engine.declined.outOfOrder.bytes).to.be.above(0);
    expect(engine.engineBytes).to.be.above(engine.declined.outOfOrder.bytes);
  });

  it('never when it is sent, nor for UDP', async () => {
    const sender = pair({
      server: { kind: 'ideal' },
      client: { chipset: { copyEngine: true } },
      traffic: [{ app: 'bulk', from: 'client', to: 'server:5001' }],
    });
    expect(engineOf(await run(sender), 'client').engineBytes).to.equal(0);
    const engine = await copies({ app: 'discard', transport: 'udp', bufferSize: 8192 });
    expect(copied(engine)).to.equal(0);
  });
});

describe('descriptors', () => {
  it('end at pages of destination and source, and are numbered by page breaks from NetDMA 2.0 on', async () => {
    // Of 8,960 bytes behind 54 bytes of headers, source pages end after 4,042 and 8,138 bytes.
    const jumbo = { mtu: 9000, traffic: { bufferSize: 262_144 }, costs: { dma_min_fragment: 0 } };
    const engine = await engineAfter(jumbo);
    const descriptors = sum(engine.channels.map(({ descriptors }) => descriptors));
    const frames = engine.engineBytes / 8960;
    const breaks = (kind: 'sourcePageBreaks' | 'destinationPageBreaks') => sum(engine.channels.map((channel) => channel[kind]));
    expect(breaks('sourcePageBreaks') / frames).to.be.closeTo(2, 0.1);
    expect(breaks('destinationPageBreaks') / frames).to.be.closeTo(8960 / 4096, 0.1);
    expect(descriptors / frames).to.be.closeTo(1 + 2 + 8960 / 4096, 0.15);
    expect(engine.pinnedPages / (engine.engineBytes / 4096)).to.be.closeTo(1, 0.05);
    const old = await engineAfter({ ...jumbo, os: 'ws2003sp2' });
    expect(sum(old.channels.map(({ sourcePageBreaks, destinationPageBreaks }) => sourcePageBreaks + destinationPageBreaks))).to.equal(0);
  });

  it('are charged by the descriptor, the doorbell, the page and the poll', async () => {
    const report = await run(received({ traffic: { bufferSize: 65_536 } }));
    const engine = engineOf(report);
    const per = (id: string) => charged(report, id).ps / charged(report, id).units;
    const ps = (cycles: number) => (cycles * processorClasses.core2.typical * 1e12) / 2.66e9;
    for (const [id, cycles] of [
      ['dma_submit', 250],
      ['dma_submit_single', 700],
      ['dma_complete', 100],
      ['dma_doorbell', 100],
      ['dma_pin', 300],
    ] as const)
      expect(per(id), id).to.be.closeTo(ps(cycles), 1);
    const submitted = charged(report, 'dma_submit').units + charged(report, 'dma_submit_single').units;
    const appended = sum(engine.channels.map(({ descriptors, queued }) => descriptors + queued));
    expect(submitted).to.equal(appended);
    expect(charged(report, 'dma_doorbell').units).to.equal(sum(engine.channels.map(({ batches }) => batches)));
    expect(charged(report, 'dma_pin').units).to.equal(engine.pinnedPages);
    expect(charged(report, 'dma_complete').units + charged(report, 'dma_complete_single').units).to.equal(engine.polledDescriptors);
  });
});

describe('all that comes in is copied once', () => {
  for (const app of ['bulk', 'requests', 'echo', 'discard', 'chargen', 'http'] as const)
    it(app, async () => {
      const size = { bulk: { bytes: 3_000_000 }, discard: { bytes: 3_000_000 }, chargen: { bytes: 3_000_000 } }[app as 'bulk'] ?? {
        count: 50,
      };
      const message = { requests: { request: 9000, response: 20_000 }, echo: { message: 9000 }, http: { response: 50_000 } }[
        app as 'requests'
      ];
      const draft = pair({
        server: { chipset: { copyEngine: true, leastCopy: 0 } },
        client: { chipset: { copyEngine: true, leastCopy: 0 } },
        traffic: [{ app, from: 'client', to: 'server:7', connections: 3, ...size, ...message }],
      });
      const report = await run(draft, 20n * SECOND);
      expect(report.apps[0]).to.include({ finished: 3, failed: 0 });
      const total = sum(['server', 'client'].map((name) => copied(engineOf(report, name))));
      if (app !== 'chargen') expect(total, 'bytes read').to.equal(report.apps[0]!.receivedBytes); // a client of chargen closes early
      expect(sum(['server', 'client'].map((name) => engineOf(report, name).verified))).to.be.above(app === 'http' ? 10 : 0);
    });
});

describe('an answer that the engine moves', () => {
  it('comes later by the time of the engine', async () => {
    const latency = async (costs: EngineDraft['costs'], netdma: 'enabled' | 'disabled'): Promise<number> => {
      const traffic = { app: 'requests', request: 1460, response: 100, count: 200, connections: 1, bufferSize: 65_536 } as const;
      const report = await run(
        received({ traffic, costs, netsh: { netdma }, speed: '10 Gb/s', serverNic: { moderation: { mode: 'off' } } }),
        100n * MS,
      );
      expect(report.apps[0]!.exchanges).to.equal(200);
      return report.apps[0]!.latency!.meanPs / 1e6;
    };
    const fast = await latency({ dma_latency: 1 }, 'enabled');
    const slow = await latency({ dma_latency: 31 }, 'enabled');
    expect(slow - fast).to.be.closeTo(30, 0.5);
  });
});

describe('Direct Cache Access', () => {
  it('makes copies of processors warm while the cache holds what waits', async () => {
    const draft = { chipset: { cacheAccess: true }, netsh: { dca: 'enabled' } as const, traffic: { bufferSize: 2000 } };
    const warm = await engineAfter(draft);
    expect(warm.coldBytes).to.equal(0);
    expect(warm.warmBytes).to.be.above(0);
    const small = await engineAfter({ ...draft, costs: { dca_share: 0 } });
    expect(small.coldBytes).to.be.above(0);
  });
});
