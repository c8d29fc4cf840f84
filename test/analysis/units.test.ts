import { describe, expect, it } from '#test';
import { heaviest } from '../../ui/analysis/heaviest.ts';
import { randomPlacement } from '../../ui/analysis/random-placement.ts';
import { Direction } from '../../ui/analysis/types.ts';
import { findUnits, NO_UNIT } from '../../ui/analysis/units.ts';
import { rssDefaults } from '../../ui/features/rss.ts';
import { flowColumns, type FlowSpec, place } from './flows.ts';

describe('Units', () => {
  const pair = { from: '10.0.0.1', to: '10.0.0.2' };
  const ports = { from: '10.0.0.1:1', to: '10.0.0.2:2' };
  const cases: [name: string, specs: FlowSpec[], loads: number[]][] = [
    [
      'connections are apart',
      [
        { ...ports, packets: 1 },
        { from: '10.0.0.1:2', to: '10.0.0.2:2', packets: 2 },
      ],
      [1, 2],
    ],
    [
      'directions are apart',
      [
        { ...ports, packets: 1 },
        { from: '10.0.0.2:2', to: '10.0.0.1:1', packets: 2 },
      ],
      [1, 2],
    ],
    [
      'a connection with two VLAN tags is one',
      [
        { ...ports, packets: 1, vlan: 5 },
        { ...ports, packets: 2, vlan: 6 },
      ],
      [3],
    ],
    [
      'UDP, fragments and ICMP of a pair are one',
      [
        { ...ports, proto: 'udp', packets: 1 },
        { ...pair, proto: 'udp', fragment: true, packets: 2 },
        { ...pair, proto: 'icmp', packets: 4 },
      ],
      [7],
    ],
    [
      'a connection and UDP of a pair are apart',
      [
        { ...ports, packets: 1 },
        { ...ports, proto: 'udp', packets: 2 },
      ],
      [1, 2],
    ],
    [
      'a connection from and to port 0 is apart from UDP of its pair',
      [
        { from: '10.0.0.1:0', to: '10.0.0.2:0', packets: 1 },
        { ...ports, proto: 'udp', packets: 2 },
      ],
      [1, 2],
    ],
    [
      'UDP before a connection of its pair too',
      [
        { ...ports, proto: 'udp', packets: 2 },
        { from: '10.0.0.1:0', to: '10.0.0.2:0', packets: 1 },
      ],
      [2, 1],
    ],
    [
      'IPv6 goes by all 128 bits',
      [
        { from: '[2001:db8::1]:1', to: '[2001:db8::2]:2', packets: 1 },
        { from: '[2001:db8::1]:1', to: '[2001:db8:1::2]:2', packets: 2 },
      ],
      [1, 2],
    ],
    ['frames without a hash are in none', [{ from: '02:00:00:00:00:01', to: '02:00:00:00:00:02', proto: 'arp' }], []],
  ];
  for (const [name, specs, loads] of cases)
    it(name, () => {
      const mask = new Uint8Array(specs.length).fill(Direction.Ingress);
      expect(Array.from(findUnits(flowColumns(specs), mask, place(specs, rssDefaults), 'packets').loads)).to.deep.equal(loads);
    });

  it('hold received flows only, and name their heaviest', () => {
    const specs: FlowSpec[] = [
      { ...ports, proto: 'udp', packets: 1 },
      { ...pair, proto: 'icmp', packets: 9 },
      { ...pair, proto: 'gre', packets: 20 },
    ];
    const units = findUnits(
      flowColumns(specs),
      Uint8Array.of(Direction.Ingress, Direction.Ingress, Direction.Egress),
      place(specs, rssDefaults),
      'packets',
    );
    expect(Array.from(units.loads)).to.deep.equal([10]);
    expect(Array.from(units.flows)).to.deep.equal([2]);
    expect(Array.from(units.first)).to.deep.equal([1]);
    expect(Array.from(units.unitOf)).to.deep.equal([0, 0, NO_UNIT]);
  });
});

it('The heaviest come in order, equal ones by index', () => {
  const weights = [5, 1, 9, 5, 5, 0, 9, 2];
  const all = Uint32Array.from(weights.keys());
  const sorted = Array.from(all).sort((a, b) => weights[b]! - weights[a]! || a - b);
  for (let k = 0; k <= 10; k++) expect(Array.from(heaviest(all, weights, k)), `k = ${k}`).to.deep.equal(sorted.slice(0, k));
});

it('Many equal flows over two queues spread as the binomial says', () => {
  // Share of queue 0 is normal with mean 1/2 and deviation 1/(2 sqrt n); the hottest share is 1/2 plus its absolute value,
  // whose 10th, 50th and 90th percentiles are 0.1257, 0.6745 and 1.6449 deviations.
  const count = 16384;
  const deviation = 1 / (2 * Math.sqrt(count));
  const table = Array.from({ length: 128 }, (_, entry) => entry % 2);
  const found = randomPlacement({ units: new Float64Array(count).fill(1), pinned: 0, table, queues: 2, defaultQueue: 0, trials: 4000 });
  expect((found.p10 - 0.5) / deviation).to.be.closeTo(0.1257, 0.05);
  expect((found.median - 0.5) / deviation).to.be.closeTo(0.6745, 0.07);
  expect((found.p90 - 0.5) / deviation).to.be.closeTo(1.6449, 0.1);
});
