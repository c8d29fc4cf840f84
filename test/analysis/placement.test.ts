// Loads, the table made for a load, and random placement.

import { describe, expect, it } from '#test';
import { balancedTable } from '../../ui/analysis/balance.ts';
import { flowPage } from '../../ui/analysis/flow-page.ts';
import { findServer } from '../../ui/analysis/hosts.ts';
import { buildLoads, countFlows, measureEvenness, sumEntries } from '../../ui/analysis/loads.ts';
import { randomPlacement } from '../../ui/analysis/random-placement.ts';
import { rssDefaults, rssEffective } from '../../ui/features/rss.ts';
import { flowColumns, type FlowSpec, place, testRandom } from './flows.ts';

function mixedTraffic(seed: number, count: number): FlowSpec[] {
  const random = testRandom(seed);
  const number = (below: number) => Math.floor(random() * below);
  return Array.from({ length: count }, (): FlowSpec => {
    const client = `10.0.${number(4)}.${number(250)}`;
    const packets = 1 + number(1000);
    if (random() < 0.1) return { from: '02:00:00:00:00:01', to: '02:00:00:00:00:02', proto: 'arp', packets };
    if (random() < 0.3) return { from: `192.0.2.10:443`, to: `${client}:${1024 + number(60000)}`, packets };
    return {
      from: `${client}:${1024 + number(60000)}`,
      to: '192.0.2.10:443',
      proto: random() < 0.3 ? 'udp' : 'tcp',
      packets,
      bytes: packets * (60 + number(1400)),
    };
  });
}

describe('Loads', () => {
  it('Every received packet is in one entry or without a hash, one queue and one processor', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const specs = mixedTraffic(seed, 400);
      const flows = flowColumns(specs);
      const settings = { ...rssDefaults, queues: 3, maxProcessors: 8, processors: 16, baseProcessor: 2 };
      const effective = rssEffective(settings);
      const { mask, finding } = findServer(flows, { kind: 'addresses', addresses: ['192.0.2.10'] });
      const placement = place(specs, settings);
      const sums = sumEntries(flows, mask, placement, settings.tableEntries);
      const loads = buildLoads(sums, countFlows(flows, mask, placement, settings.tableEntries), effective, settings.processors);
      for (const measure of ['packets', 'bytes'] as const) {
        const received = measure === 'packets' ? finding.ingressPackets : finding.ingressBytes;
        const inEntries = loads.entries[measure].reduce((sum, load) => sum + load, 0);
        expect(inEntries + loads.notHashed[measure]).to.equal(received);
        expect(loads.total[measure]).to.equal(received);
        expect(loads.processors.reduce((sum, load) => sum + load[measure], 0)).to.equal(received);
        // Each queue holds what the flows say that were placed in it.
        for (const load of loads.queues) {
          let sum = 0;
          for (const [flow, queue] of placement.queue.entries()) if (queue === load.queue && mask[flow] === 1) sum += flows[measure][flow]!;
          expect(load[measure], `queue ${load.queue}`).to.equal(sum);
        }
        const { share } = measureEvenness(sums, effective, measure);
        expect(share).to.equal(Math.max(...loads.queues.map((load) => load[measure])) / received);
      }
      expect(loads.queues.reduce((sum, { entries }) => sum + entries, 0)).to.equal(128);
      expect(loads.total.flows).to.equal(mask.filter((direction) => direction === 1).length);
    }
  });
});

describe('A table made for the load', () => {
  it('is never worse than round robin, nor than Graham’s bound allows', () => {
    const random = testRandom(3);
    for (let round = 0; round < 300; round++) {
      const entries = 2 ** (1 + Math.floor(random() * 7));
      const queues = 2 + Math.floor(random() * 15);
      const load = Float64Array.from({ length: entries }, () => (random() < 0.3 ? 0 : Math.floor(random() ** 4 * 10000)));
      const sums = { packets: load, bytes: load, notHashed: { packets: Math.floor(random() * 3000), bytes: 0 } };
      const effective = { queueProcessor: Array.from({ length: queues }, (_, queue) => queue), defaultQueue: 0 };
      const table = balancedTable(sums, 'packets', queues, 0);
      const made = measureEvenness(sums, { ...effective, table }, 'packets').share;
      const roundRobin = measureEvenness(
        sums,
        { ...effective, table: Array.from(load.keys(), (entry) => entry % queues) },
        'packets',
      ).share;
      const total = load.reduce((sum, of) => sum + of, 0) + sums.notHashed.packets;
      const lower = total ? Math.max(1 / queues, Math.max(...load, sums.notHashed.packets) / total) : 0;
      expect(made, `round ${round}`).to.be.at.most(roundRobin + 1e-12);
      expect(made, `round ${round}`).to.be.at.least(lower - 1e-12);
      // List scheduling (Graham 1966) ends at most (1 - 1/queues) of the last job above the mean, so below mean + largest.
      expect(made * total).to.be.at.most(total / queues + Math.max(...load, sums.notHashed.packets) + 1e-9);
      expect(table.every((queue) => queue >= 0 && queue < queues)).to.equal(true);
    }
  });

  it('spreads the entries that carry nothing', () => {
    const nothing = new Float64Array(16);
    const table = balancedTable({ packets: nothing, bytes: nothing, notHashed: { packets: 0, bytes: 0 } }, 'packets', 4, 0);
    for (let queue = 0; queue < 4; queue++) expect(table.filter((named) => named === queue)).to.have.length(4);
  });
});

describe('Random placement of equal flows', () => {
  // Mean of mean/max load over Q queues with a 128-entry table, by an independent Monte Carlo.
  const shapes: [flowsPerQueue: number, queues: number, evenness: number][] = [
    [1, 2, 0.76],
    [1, 4, 0.52],
    [1, 8, 0.41],
    [1, 16, 0.34],
    [4, 2, 0.81],
    [4, 4, 0.67],
    [4, 8, 0.58],
    [4, 16, 0.52],
    [16, 2, 0.88],
    [16, 4, 0.8],
    [16, 8, 0.74],
    [16, 16, 0.69],
    [256, 2, 0.97],
    [256, 4, 0.94],
    [256, 8, 0.92],
    [256, 16, 0.9],
  ];
  for (const [flowsPerQueue, queues, evenness] of shapes)
    it(`${flowsPerQueue} a queue, ${queues} queues: ${evenness}`, () => {
      const units = new Float64Array(flowsPerQueue * queues).fill(1);
      const table = Array.from({ length: 128 }, (_, entry) => entry % queues);
      const found = randomPlacement({ units, pinned: 0, table, queues, defaultQueue: 0, trials: 1000 });
      expect(found.evenness).to.be.closeTo(evenness, 0.02);
    });

  it('is the same with the rest drawn as a sum', () => {
    // 4,096 equal flows: 1,024 drawn one by one, the rest together; against all drawn one by one here.
    const queues = 8;
    const count = 4096;
    const random = testRandom(5);
    let mean = 0;
    const trials = 400;
    for (let trial = 0; trial < trials; trial++) {
      const load = new Array<number>(queues).fill(0);
      for (let flow = 0; flow < count; flow++) load[Math.floor(random() * queues)]!++;
      mean += Math.max(...load) / count / trials;
    }
    const table = Array.from({ length: 128 }, (_, entry) => entry % queues);
    const found = randomPlacement({ units: new Float64Array(count).fill(1), pinned: 0, table, queues, defaultQueue: 0 });
    expect(found.mean).to.be.closeTo(mean, 0.001);
  });
});

describe('Flow pages', () => {
  const specs = mixedTraffic(9, 300);
  const flows = flowColumns(specs);
  const effective = rssEffective(rssDefaults);
  const placement = place(specs, rssDefaults);
  const { mask } = findServer(flows, { kind: 'addresses', addresses: ['192.0.2.10'] });
  const placed = { flows, mask, placement, effective };

  it('Pages join to the whole, heaviest first', () => {
    for (const sort of ['packets', 'bytes'] as const) {
      const whole = flowPage(placed, { filter: { kind: 'all' }, sort, offset: 0, limit: 1000 }).rows;
      expect(whole).to.have.length(300);
      const joined = [0, 70, 140, 210, 280].flatMap(
        (offset) => flowPage(placed, { filter: { kind: 'all' }, sort, offset, limit: 70 }).rows,
      );
      expect(joined.map(({ index }) => index)).to.deep.equal(whole.map(({ index }) => index));
      for (let row = 1; row < whole.length; row++) expect(whole[row]![sort]).to.be.at.most(whole[row - 1]![sort]);
    }
  });

  it('Queues and the flows without a hash share out the received flows', () => {
    const total = (filter: Parameters<typeof flowPage>[1]['filter']) =>
      flowPage(placed, { filter, sort: 'packets', offset: 0, limit: 1 }).total;
    const received = total({ kind: 'ingress' });
    expect([0, 1, 2, 3].reduce((sum, queue) => sum + total({ kind: 'queue', queue }), 0)).to.equal(received);
    const inEntries = Array.from({ length: 128 }, (_, entry) => total({ kind: 'entry', entry })).reduce((sum, of) => sum + of, 0);
    expect(inEntries + total({ kind: 'not-hashed' })).to.equal(received);
  });

  it('A page past the end is empty', () => {
    expect(flowPage(placed, { filter: { kind: 'all' }, sort: 'packets', offset: 500, limit: 10 }).rows).to.deep.equal([]);
  });
});
