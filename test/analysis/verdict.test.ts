import { describe, expect, it } from '#test';
import { HashFlag } from '../../ui/abi/abi.gen.ts';
import { buildLoads, countFlows, sumEntries } from '../../ui/analysis/loads.ts';
import { Direction, type Measure, type Verdict } from '../../ui/analysis/types.ts';
import { judge } from '../../ui/analysis/verdict.ts';
import { rssDefaults, rssEffective, type RssSettings, WINDOWS_HASH_FLAGS } from '../../ui/features/rss.ts';
import { flowColumns, type FlowSpec, place, testRandom } from './flows.ts';

/** Verdict on flows that are all received. */
function verdictOn(specs: FlowSpec[], changes: Partial<RssSettings> = {}, measure: Measure = 'packets'): Verdict {
  const settings = { ...rssDefaults, ...changes };
  const flows = flowColumns(specs);
  const mask = new Uint8Array(specs.length).fill(Direction.Ingress);
  const placement = place(specs, settings);
  const effective = rssEffective(settings);
  const loads = buildLoads(
    sumEntries(flows, mask, placement, settings.tableEntries),
    countFlows(flows, mask, placement, settings.tableEntries),
    effective,
    settings.processors,
  );
  return judge({ flows, mask, placement, effective, loads, measure, settings });
}

const SERVER = '192.0.2.10';
const many = (count: number, seed = 1, packets = () => 10): FlowSpec[] => {
  const random = testRandom(seed);
  return Array.from({ length: count }, () => ({
    from: `10.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}:${1024 + Math.floor(random() * 60000)}`,
    to: `${SERVER}:443`,
    packets: packets(),
  }));
};
const total = (specs: FlowSpec[]) => specs.reduce((sum, { packets }) => sum + (packets ?? 1), 0);

describe('Verdicts', () => {
  it('idle: nothing received', () => {
    const verdict = verdictOn([]);
    expect(verdict).to.include({
      cause: 'idle',
      share: 0,
      sentence: 'No processor is loaded: this capture holds no packets received by the chosen host.',
    });
  });

  it('idle by bytes, when packets carry none', () => {
    const verdict = verdictOn([{ from: '10.0.0.1:1', to: '10.0.0.2:2', packets: 3, bytes: 0 }], {}, 'bytes');
    expect(verdict.cause).to.equal('idle');
    expect(verdict.sentence).to.match(/carry no bytes/);
  });

  it('single queue: names what limits', () => {
    expect(verdictOn(many(10), { queues: 1 }).sentence).to.equal(
      'Processor 0 takes all received packets because the adapter has one receive queue.',
    );
    expect(verdictOn(many(10), { processors: 4, baseProcessor: 3 }).sentence).to.equal(
      'Processor 3 takes all received packets because no further processor is left from processor 3 on.',
    );
    const verdict = verdictOn(many(10), { maxProcessors: 1 });
    expect(verdict).to.include({ cause: 'single-queue', share: 1, fairShare: 1, evenness: 1, floorShare: 1 });
  });

  it('balanced: plenty of flows', () => {
    const verdict = verdictOn(many(3000));
    expect(verdict.cause).to.equal('balanced');
    expect(verdict.advice).to.deep.equal([]);
    expect(verdict.sentence).to.match(
      /^Processor \d takes 2\d % of the received packets where 25 % would be fair: the load is even over 4 processors\.$/,
    );
  });

  it('elephant: one flow above all others', () => {
    const mice = many(500);
    const verdict = verdictOn([...mice, { from: '192.0.2.7:5001', to: `${SERVER}:445`, packets: total(mice) }]);
    expect(verdict.cause).to.equal('elephant');
    expect(verdict.floorShare).to.equal(0.5);
    expect(verdict.sentence).to.match(
      /^Processor \d takes 6\d % of the received packets because one flow, 192\.0\.2\.7:5001 → 192\.0\.2\.10:445, is 50 % of all received traffic; no table can split it\.$/,
    );
    expect(verdict.advice[0]).to.match(/several connections/);
  });

  it('elephant: one flow alone', () => {
    const verdict = verdictOn([{ from: '192.0.2.7:5001', to: `${SERVER}:445`, packets: 7 }]);
    expect(verdict).to.include({ cause: 'elephant', share: 1, floorShare: 1, evenness: 0.25 });
    expect(verdict.sentence).to.match(/is all received traffic; no table can split it\.$/);
    expect(verdict.advice.at(-1)).to.match(/goes below 100 %/);
  });

  it('few flows: as uneven as chance makes them', () => {
    const verdict = verdictOn(many(12, 3), { queues: 8, maxProcessors: 8 });
    expect(verdict.cause).to.equal('few-flows');
    expect(verdict.sentence).to.match(/because there are only 12 flows for 8 queues; random keys give \d+ % to \d+ %\.$/);
  });

  it('several processors with the same highest load are all named', () => {
    // Twelve equal flows on 8 queues: seeds are tried until the two fullest queues are alike.
    for (let seed = 1; ; seed++) {
      const specs = many(12, seed);
      const { queue } = place(specs, { ...rssDefaults, queues: 8, maxProcessors: 8 });
      const loads = Array.from({ length: 8 }, (_, of) => queue.filter((value) => value === of).length);
      const hottest = Math.max(...loads);
      const hot = loads.flatMap((load, processor) => (load === hottest ? [processor] : []));
      if (hot.length !== 2) continue;
      const { sentence } = verdictOn(specs, { queues: 8, maxProcessors: 8 });
      expect(sentence).to.match(new RegExp(`^Processors ${hot[0]} and ${hot[1]} each take \\d+ % of the received packets because`));
      break;
    }
  });

  it('not hashed: ARP fills the default queue', () => {
    const mice = many(500);
    const verdict = verdictOn([
      ...mice,
      ...Array.from({ length: 40 }, (_, index): FlowSpec => ({
        from: `02:00:00:00:00:${(16 + index).toString(16)}`,
        to: 'ff:ff:ff:ff:ff:ff',
        proto: 'arp',
        packets: total(mice) / 40,
      })),
    ]);
    expect(verdict.cause).to.equal('not-hashed');
    expect(verdict.hottestQueue).to.equal(0);
    expect(verdict.floorShare).to.equal(0.5);
    expect(verdict.sentence).to.match(
      /because frames that cannot be hashed \(ARP\) are 50 % of all received traffic and go to the default queue\.$/,
    );
  });

  it('not hashed: everything, because the family is off', () => {
    const specs = Array.from({ length: 30 }, (_, index): FlowSpec => ({
      from: `[2001:db8::${index + 1}]:5000`,
      to: '[2001:db8:1::1]:443',
      packets: 5,
    }));
    const verdict = verdictOn(specs, { hashFlags: HashFlag.IPv4 | HashFlag.TcpIPv4 });
    expect(verdict).to.include({ cause: 'not-hashed', share: 1, floorShare: 1 });
    expect(verdict.advice[0]).to.match(/Turn on the hash types of this family/);
  });

  it('address only: UDP of one pair, and UDP types would part it', () => {
    const specs = Array.from({ length: 200 }, (_, index): FlowSpec => ({
      from: `10.0.0.1:${2000 + index}`,
      to: `${SERVER}:53`,
      proto: 'udp',
      packets: 10,
    }));
    const mixed = [...specs, ...many(300)];
    const verdict = verdictOn(mixed);
    expect(verdict.cause).to.equal('address-only');
    expect(verdict.sentence).to.match(
      /because 200 UDP flows of one address pair, 10\.0\.0\.1 → 192\.0\.2\.10, are 40 % of all received traffic and share one hash: this Windows era hashes UDP by addresses only\.$/,
    );
    expect(verdict.advice[0]).to.match(/UDP hash types/);
    expect(verdict.floorShare).to.equal(0.4);
    const later = verdictOn(mixed, { hashFlags: WINDOWS_HASH_FLAGS | HashFlag.UdpIPv4 });
    expect(later.floorShare).to.equal(0.25);
    expect(later.share).to.be.below(verdict.share);
  });

  it('address only: a tunnel is one flow from outside', () => {
    const verdict = verdictOn([...many(300), { from: '198.51.100.1', to: SERVER, proto: 'gre', packets: 4000 }]);
    expect(verdict.cause).to.equal('address-only');
    expect(verdict.sentence).to.match(
      /because the GRE tunnel 198\.51\.100\.1 → 192\.0\.2\.10 is 57 % of all received traffic, and RSS sees only its outer addresses\.$/,
    );
  });

  it('address only: a tunnel that varies its source port could be spread by the UDP types', () => {
    const outer = Array.from({ length: 64 }, (_, index): FlowSpec => ({
      from: `198.51.100.1:${50000 + index}`,
      to: `${SERVER}:4789`,
      proto: 'udp',
      packets: 60,
    }));
    const verdict = verdictOn([...many(300), ...outer]);
    expect(verdict.cause).to.equal('address-only');
    expect(verdict.sentence).to.match(/because the VXLAN tunnel/);
    expect(verdict.advice[0]).to.match(/^Turn the UDP hash types on/);
  });

  it('address only: fragments of a pair are not one transfer', () => {
    const verdict = verdictOn([...many(300), { from: '198.51.100.1', to: SERVER, proto: 'udp', fragment: true, packets: 6000 }]);
    expect(verdict.cause).to.equal('address-only');
    expect(verdict.sentence).to.match(
      /because fragments of one address pair, 198\.51\.100\.1 → 192\.0\.2\.10, are 67 % of all received traffic and share one hash: fragments are hashed by addresses only\.$/,
    );
    expect(verdict.advice[0]).to.match(/^Avoid fragments/);
  });

  it('table: entries that do not divide', () => {
    const verdict = verdictOn(many(4000), { tableEntries: 4, queues: 3, maxProcessors: 4 });
    expect(verdict.cause).to.equal('table');
    expect(verdict.structuralShare).to.equal(0.5);
    expect(verdict.excess.structure).to.be.closeTo(1 / 2 - 1 / 3, 1e-12);
    expect(verdict.sentence).to.match(
      /because 4 entries do not divide evenly over 3 queues: its queue has 2 of the 4 table entries, where 33 % would be fair\.$/,
    );
    expect(verdict.advice[0]).to.equal('A table of 128 entries: the fullest queue would hold 34 % of the entries.');
  });

  it('table: set by hand', () => {
    const verdict = verdictOn(many(2000), { tableEntries: 8, table: [0, 0, 0, 0, 0, 1, 2, 3] });
    expect(verdict.cause).to.equal('table');
    expect(verdict.sentence).to.match(/because the table was set by hand and gives its queue 5 of the 8 table entries\.$/);
  });

  it('table: fewer entries than queues', () => {
    const verdict = verdictOn(many(2000), { tableEntries: 2, queues: 4 });
    expect(verdict.sentence).to.match(/a table of 2 entries reaches only 2 of the 4 queues/);
  });

  it('unlucky: a key that hashes all alike', () => {
    const verdict = verdictOn(many(400), { key: '00'.repeat(40) });
    expect(verdict).to.include({ cause: 'unlucky', share: 1 });
    expect(verdict.floorShare).to.equal(0.25);
    expect(verdict.sentence).to.match(
      /because this key puts too many of 400 flows into its entries; nine of ten random keys would give \d\d % or less\.$/,
    );
    expect(verdict.advice[0]).to.match(/^Another key/);
  });
});

it('The parts of the excess add up, and the floor is below the share, whatever the traffic', () => {
  const random = testRandom(21);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  for (let round = 0; round < 60; round++) {
    const specs: FlowSpec[] = many(1 + Math.floor(random() * 60), round + 1, () => 1 + Math.floor(random() ** 8 * 10000));
    for (let extra = 0; extra < random() * 20; extra++)
      specs.push(
        pick<FlowSpec>([
          { from: '10.1.1.1:1000', to: `${SERVER}:${1000 + extra}`, proto: 'udp', packets: 200 },
          { from: '10.1.1.1', to: SERVER, fragment: true, proto: 'udp', packets: 50 },
          { from: '02:00:00:00:00:01', to: 'ff:ff:ff:ff:ff:ff', proto: 'arp', packets: Math.floor(random() * 500) },
          { from: '[2001:db8::1]:80', to: '[2001:db8::2]:1234', packets: 100 },
        ]),
      );
    const measure = pick(['packets', 'bytes'] as const);
    const verdict = verdictOn(
      specs,
      { queues: 1 + Math.floor(random() * 8), maxProcessors: 8, tableEntries: pick([2, 8, 64, 128]) },
      measure,
    );
    const { structure, traffic, key } = verdict.excess;
    expect(structure + traffic + key, `round ${round}`).to.be.closeTo(verdict.share - verdict.fairShare, 1e-9);
    expect(verdict.floorShare).to.be.at.most(verdict.share + 1e-12);
    if (verdict.cause !== 'idle') expect(verdict.floorShare).to.be.at.least(verdict.fairShare - 1e-12);
    expect(structure).to.be.at.least(-1e-12);
    expect(verdict.evenness).to.be.closeTo(Math.min(1, verdict.fairShare / verdict.share), 1e-9);
    expect(verdict.sentence, verdict.sentence).to.match(/^Processor \d+ takes [^.]*.*\.$/);
    for (const sentence of verdict.advice) expect(sentence).to.match(/^[A-Z0-9].*\.$/);
    if (verdict.cause !== 'balanced') expect(verdict.advice).to.not.have.length(0);
  }
});
