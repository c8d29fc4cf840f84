import { describe, expect, it } from '#test';
import { sumEntries } from '../../ui/analysis/loads.ts';
import { Direction } from '../../ui/analysis/types.ts';
import { keySpread, type Question, whatIfVariants } from '../../ui/analysis/what-if.ts';
import { rssDefaults, rssFaults, type RssSettings, SYMMETRIC_KEY } from '../../ui/features/rss.ts';
import { flowColumns, type FlowSpec, place, testRandom } from './flows.ts';

function question(specs: FlowSpec[], changes: Partial<RssSettings> = {}): Question {
  const flows = flowColumns(specs);
  const mask = new Uint8Array(specs.length).fill(Direction.Ingress);
  return {
    settings: { ...rssDefaults, ...changes },
    measure: 'packets',
    place: (settings) => sumEntries(flows, mask, place(specs, settings), settings.tableEntries),
  };
}

const connections = (count: number, proto: 'tcp' | 'udp' = 'tcp'): FlowSpec[] => {
  const random = testRandom(count);
  return Array.from({ length: count }, (_, index) => ({
    from: `10.0.${index % 3}.7:${1024 + Math.floor(random() * 60000)}`,
    to: '192.0.2.10:443',
    proto,
    packets: 1 + Math.floor(random() * 100),
  }));
};

async function ask(asked: Question) {
  const keys = await keySpread(asked);
  const variants = await whatIfVariants(asked, keys);
  return { keys, variants, of: (id: string) => variants.find((variant) => variant.id === id) };
}

describe('What if', () => {
  it('doubles the queues, and raises the maximum when it limits', async () => {
    const { of } = await ask(question(connections(40)));
    expect(of('queues-double')!.settings).to.include({ queues: 8, maxProcessors: 8 });
    expect(of('queues-double')!.label).to.equal('8 queues and a maximum of 8 RSS processors');
    expect(of('queues-double')!.fairShare).to.equal(1 / 8);
    expect((await ask(question(connections(40), { maxProcessors: 8 }))).of('queues-double')!.label).to.equal('8 queues');
  });

  it('does not offer queues that have no processor', async () => {
    expect((await ask(question(connections(40), { processors: 4 }))).of('queues-double')).to.equal(undefined);
    expect((await ask(question(connections(40), { processors: 6 }))).of('queues-double')!.settings.queues).to.equal(6);
    expect((await ask(question(connections(40), { queues: 1 }))).of('queues-half')).to.equal(undefined);
  });

  it('offers second threads only where cores have them', async () => {
    expect((await ask(question(connections(40)))).of('siblings')).to.equal(undefined);
    const { of } = await ask(question(connections(40), { threadsPerCore: 2 }));
    expect(of('siblings')!.settings).to.include({ skipSiblings: false, queues: 8, maxProcessors: 8 });
    expect(of('siblings')!.sentence).to.match(/Windows does not use second threads/);
  });

  it('drops what changes nothing', async () => {
    expect((await ask(question(connections(40)))).of('udp-types')).to.equal(undefined);
    expect((await ask(question(connections(40)))).of('table-larger')).to.equal(undefined);
    expect((await ask(question(connections(40), { key: SYMMETRIC_KEY }))).of('key-symmetric')).to.equal(undefined);
  });

  it('parts UDP by ports, marked as later Windows', async () => {
    const { of } = await ask(question(connections(60, 'udp')));
    const udp = of('udp-types')!;
    expect(udp.share).to.be.below(0.5);
    expect(udp.sentence).to.match(
      /^With the UDP hash types on, the hottest processor would take \d+ % instead of \d+ % \(later Windows has them, this era does not\)\.$/,
    );
  });

  it('answers are usable, sorted, and never worse where they are offered as better', async () => {
    for (const count of [1, 3, 20, 120]) {
      const asked = question(connections(count), { tableEntries: 32, threadsPerCore: 2, processors: 16 });
      const { variants, keys, of } = await ask(asked);
      for (const { settings } of variants) expect(rssFaults(settings)).to.deep.equal([]);
      for (let index = 1; index < variants.length; index++) expect(variants[index]!.share).to.be.at.least(variants[index - 1]!.share);
      const now = Math.max(
        ...[0, 1, 2, 3].map((queue) =>
          place(connections(count), asked.settings).queue.reduce(
            (sum, of, flow) => sum + (of === queue ? connections(count)[flow]!.packets! : 0),
            0,
          ),
        ),
      );
      const all = connections(count).reduce((sum, { packets }) => sum + packets!, 0);
      if (of('table-balanced')) expect(of('table-balanced')!.share).to.be.below(now / all);
      if (of('key-best')) expect(of('key-best')!.share).to.equal(keys.best.share);
    }
  });

  it('has no answers without load', async () => {
    const asked = question([]);
    expect(await whatIfVariants(asked, await keySpread(asked))).to.deep.equal([]);
  });
});

describe('Random keys', () => {
  it('are the same for the same seed, in order, and better counts those below', async () => {
    const asked = question(connections(30));
    const spread = await keySpread(asked);
    expect(await keySpread(asked)).to.deep.equal(spread);
    expect((await keySpread(asked, 2)).best.key).to.not.equal(spread.best.key);
    expect(spread.keys).to.equal(64);
    expect(spread.best.key).to.match(/^[0-9a-f]{80}$/);
    expect(spread.best.share).to.be.at.most(spread.p10);
    expect(spread.p10).to.be.at.most(spread.median);
    expect(spread.median).to.be.at.most(spread.p90);
    expect(spread.better).to.be.within(0, 1);
  });

  it('all do better than a key of zeros, none better than the best', async () => {
    expect((await keySpread(question(connections(30), { key: '00'.repeat(40) }))).better).to.equal(1);
    const asked = question(connections(30));
    const { best } = await keySpread(asked);
    expect((await keySpread({ ...asked, settings: { ...asked.settings, key: best.key } })).better).to.equal(0);
  });

  it('keep the length of the key', async () => {
    expect((await keySpread(question(connections(3), { key: 'ab'.repeat(52) }))).best.key).to.have.length(104);
  });
});
