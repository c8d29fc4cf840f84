// Where the parts of the topology stand. Invariants over small and large worlds.

import { expect } from '@open-wc/testing';
import { graphOf, layersOf } from '../../ui/components/lab-topology/layers.ts';
import { placeTopology, pointAt, type Box } from '../../ui/components/lab-topology/place.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { draft, layoutOf } from './lab-scene.ts';

const many: ScenarioDraft = {
  nicscope: 1,
  hosts: [
    { name: 'client', kind: 'ideal', nics: [{ name: 'a' }, { name: 'b' }] },
    {
      name: 'server',
      processors: { sockets: 4, coresPerSocket: 8, threadsPerCore: 2 },
      nics: [{ name: 'a', queues: 16 }, { name: 'b' }],
    },
    { name: 'peer', nics: [{ name: 'a' }, { name: 'b' }] },
    { name: 'lone', kind: 'ideal', nics: [{ name: 'a' }] },
  ],
  links: [{ ends: ['client.a', 'server.a'] }, { ends: ['server.b', 'peer.a'] }, { ends: ['client.b', 'peer.b'] }],
};
const worlds = { 'a switch and three hosts': layoutOf(draft()), 'two modelled hosts, one of them large, and one alone': layoutOf(many) };

const overlap = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('columns of the topology', () => {
  it('start at the modelled host and go on by distance', () => {
    const layout = worlds['a switch and three hosts'];
    expect(layersOf(layout, graphOf(layout))).to.deep.equal([[[0], [3], [1, 2]]]);
  });
  it('keep a host without a cable apart', () => {
    const layout = worlds['two modelled hosts, one of them large, and one alone'];
    expect(layersOf(layout, graphOf(layout))).to.deep.equal([[[1], [0, 2]], [[3]]]);
  });
});

for (const [name, layout] of Object.entries(worlds))
  for (const width of [310, 700, 1600])
    describe(`the topology of ${name}, ${width} px wide`, () => {
      const { cards, items, cables, ...size } = placeTopology(layout, width);

      it('has each part once', () => {
        const count = (kind: string) => items.filter((item) => item.kind === kind).length;
        const ofModelled = layout.queues.filter(({ nic }) => layout.hosts[layout.nics[nic]!.host]!.kind === 'modelled').length;
        expect(count('host')).to.equal(layout.hosts.length);
        expect(count('switch')).to.equal(layout.switches.length);
        expect(count('nic')).to.equal(layout.nics.length);
        expect(count('queue')).to.equal(ofModelled);
        expect(count('processor')).to.equal(layout.processors.length);
        expect(count('cable')).to.equal(layout.paths.length / 2);
        expect(new Set(items.map(({ kind, index }) => `${kind} ${index}`)).size).to.equal(items.length);
      });

      it('lets no cards overlap, and no parts of a card', () => {
        const bad: string[] = [];
        const check = (list: readonly Box[], what: string) =>
          list.forEach((one, at) =>
            list.slice(at + 1).forEach((other) => overlap(one, other) && bad.push(`${what} ${JSON.stringify([one, other])}`)),
          );
        check(cards, 'cards');
        check(
          items.filter(({ kind }) => kind !== 'cable'),
          'items',
        );
        expect(bad).to.deep.equal([]);
      });

      it('keeps everything inside, and each part inside a card', () => {
        const inside = (inner: Box, outer: Box) =>
          inner.x >= outer.x &&
          inner.y >= outer.y &&
          inner.x + inner.width <= outer.x + outer.width &&
          inner.y + inner.height <= outer.y + outer.height;
        const whole = { x: 0, y: 0, ...size };
        expect(cards.filter((card) => !inside(card, whole))).to.deep.equal([]);
        expect(items.filter((item) => item.kind !== 'cable' && !cards.some((card) => inside(item, card)))).to.deep.equal([]);
      });

      it('begins and ends each cable at the edge of a card', () => {
        const edges = new Set(cards.flatMap(({ x, width: cardWidth }) => [x, x + cardWidth]));
        for (const cable of cables) {
          expect(edges.has(cable.from.x) && edges.has(cable.to.x), `cable ${cable.link}`).to.equal(true);
          expect(pointAt(cable, 0)).to.deep.equal(cable.from);
          expect(pointAt(cable, 1)).to.deep.equal(cable.to);
          expect(layout.paths[cable.paths[0]]!.link).to.equal(cable.link);
        }
      });

      if (width === 1600) it('takes no more than the width', () => expect(size.width).to.be.at.most(width));
    });
