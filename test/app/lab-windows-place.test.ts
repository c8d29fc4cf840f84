// What the Windows side is about, and what follows: places, restarts, configurations for scripts, intervals of sampling, what was observed.

import { expect } from '@open-wc/testing';
import { firstInterval, LabCounters } from '../../ui/app/lab-counters.ts';
import { Observing } from '../../ui/app/lab-observing.ts';
import { modelledHosts, pathToOpen, placeOfNode, placeWithin, restartEvent, waitingCount } from '../../ui/app/lab-windows-place.ts';
import { configurationsOf } from '../../ui/app/lab-windows-scripts.ts';
import { withProperty } from '../../ui/scenario/timeline.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { counterCatalog } from '../../ui/windows/counter-catalog.ts';
import { draft, MS } from '../components/lab-scene.ts';
import { fakeSamples, fakeSnapshot } from '../components/fake-windows.ts';

function scenarioOf(document: unknown): Scenario {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.scenario;
}

const small = scenarioOf(draft());
const server = small.hosts[0]!;

describe('the place that the Windows side is about', () => {
  const before = { host: 0, nic: 1, machine: null };
  const two = scenarioOf({
    ...draft(),
    hosts: [...draft().hosts, { name: 'older', os: 'ws2008', nics: [{ name: 'a' }, { name: 'b' }] }],
  });

  for (const [node, place] of [
    ['', before],
    ['hosts[0]', before],
    ['hosts[0].nics[0].rss', { host: 0, nic: 0, machine: null }],
    ['hosts[0].virtualMachines[2]', { host: 0, nic: 1, machine: 2 }],
    ['hosts[3]', { host: 3, nic: 0, machine: null }],
    ['hosts[3].nics[1]', { host: 3, nic: 1, machine: null }],
    ['hosts[1].nics[0]', before],
    ['hosts[9]', before],
    ['links[0]', before],
  ] as const)
    it(`follows “${node}”`, () => expect(placeOfNode(two, node, before)).to.deep.equal(place));

  it('is the nearest that there is', () => {
    expect(placeWithin(two, { host: 0, nic: 7, machine: 0 })).to.deep.equal({ host: 0, nic: 0, machine: null });
    expect(placeWithin(two, { host: 1, nic: 1, machine: 0 })).to.deep.equal({ host: 0, nic: 0, machine: null });
    const ideal = scenarioOf({ ...draft(), hosts: draft().hosts.map((host) => ({ ...host, kind: 'ideal' })) });
    expect(placeWithin(ideal, before)).to.equal(null);
    expect(modelledHosts(two)).to.deep.equal([
      { index: 0, name: 'server' },
      { index: 3, name: 'older' },
    ]);
  });

  it('leads to the properties of the document', () => {
    const place = { host: 2, nic: 1, machine: 3 };
    expect(pathToOpen('adapter.properties.rss', place)).to.equal('hosts[2].nics[1].rss.enabled');
    expect(pathToOpen('adapter.binding', place)).to.equal('hosts[2].virtualNetworks');
    expect(pathToOpen('virtualMachine.network', place)).to.equal('hosts[2].virtualMachines[3].network');
    expect(pathToOpen('connection.state', place)).to.equal('');
  });

  it('names what is restarted, and what waits for that', () => {
    expect(restartEvent(server, 0, 'adapter')).to.deep.equal({ do: 'restart', host: 'server', adapter: 'lan' });
    expect(restartEvent(server, 0, 'computer')).to.deep.equal({ do: 'restart', host: 'server' });
    expect(restartEvent(server, 0, 'virtual-machine')).to.equal(null);
    const wanted = withProperty(small, 'hosts[0].windows.registry.EnableRSS', 0);
    const settings = { version: 1, timePs: 0, wanted, inForce: small };
    expect([waitingCount(settings, 0), waitingCount(settings, 1)]).to.deep.equal([1, 0]);
  });

  it('gives scripts each modelled host now, and as opened even where the document is odd', () => {
    const labels = (opened: unknown) => configurationsOf(small, opened).map(({ label }) => label);
    expect(labels(draft())).to.deep.equal(['server now', 'server as opened']);
    expect(labels(null)).to.deep.equal(['server now']);
    expect(labels({ hosts: [{ nics: 3 }] })).to.deep.equal(['server now', 'Host as opened']);
  });
});

describe('the counters of a host', () => {
  for (const [rate, ms] of [
    [1e-6, 1],
    [1e-3, 1],
    [0.02, 10],
    [0.1, 100],
    [1, 1000],
    [10, 1000],
    [Infinity, 1],
  ] as const)
    it(`are sampled every ${ms} ms at first at a rate of ${rate}`, () => expect(firstInterval(rate)).to.equal(ms * MS));

  const ofServer = () => new LabCounters(server, MS);
  const timesOf = ({ series }: LabCounters) => series[0]!.samples.timePs.map((ps) => ps / MS);

  it('take each sample once, whichever comes again', () => {
    const counters = ofServer();
    counters.take(fakeSamples(server, MS, -1, 3 * MS));
    counters.take(fakeSamples(server, MS, 2 * MS, 5 * MS));
    expect(timesOf(counters)).to.deep.equal([0, 1, 2, 3, 4, 5]);
    expect(counters.afterPs).to.equal(5 * MS);
  });

  it('go back with the run, and have a rate right after', () => {
    const counters = ofServer();
    counters.take(fakeSamples(server, MS, -1, 9 * MS));
    counters.startLog();
    counters.back(4.5 * MS);
    expect(timesOf(counters)).to.deep.equal([0, 1, 2, 3, 4]);
    counters.take(fakeSamples(server, MS, counters.afterPs, 6 * MS));
    expect(timesOf(counters)).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
    const dpc = counters.series.find(({ path }) => path.instance === '0')!;
    expect(dpc.samples.values.at(-2)).to.be.closeTo(80, 1e-6);
    expect(counters.logged).to.equal(2);
  });

  it('stand still while the display is paused, and lose nothing', () => {
    const counters = ofServer();
    counters.take(fakeSamples(server, MS, -1, 2 * MS));
    counters.pause(true);
    counters.take(fakeSamples(server, MS, 2 * MS, 4 * MS));
    expect(timesOf(counters)).to.deep.equal([0, 1, 2]);
    counters.pause(false);
    expect(timesOf(counters)).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('lose those that the host no longer has', () => {
    const counters = ofServer();
    counters.addTexts(['\\Processor(3)\\% DPC Time']);
    const before = counters.series.length;
    counters.adapt(
      scenarioOf({ ...draft(), hosts: [{ ...draft().hosts[0]!, processors: { coresPerSocket: 2 } }, ...draft().hosts.slice(1)] }).hosts[0]!,
    );
    expect(counters.series.length).to.equal(before - 2);
    counters.take([fakeSnapshot(server, MS)]);
  });

  it('say what cannot be added', () => {
    const counters = ofServer();
    counters.addTexts(['no path', '\\Nothing\\x']);
    expect(counters.fault).to.match(/^“no path” is not a counter path: .* There is no object “Nothing” on SERVER\.$/);
  });
});

describe('what samples have shown', () => {
  const catalog = counterCatalog(server);
  const texts = ['\\TCPv4\\Segments/sec', '\\Network Interface(*)\\Offloaded Connections', '\\Nothing(*)\\x'];
  const lan = 'nicscope 10 Gigabit Network Connection';

  it('is nothing before there is a sample', () => {
    const observing = new Observing();
    observing.watch(texts);
    expect(observing.observations(lan)).to.deep.equal({});
  });

  it('is which counters have moved; what a sample lacks was not watched', () => {
    const observing = new Observing();
    observing.watch(texts);
    observing.take([fakeSnapshot(server, 0)], catalog);
    expect([...observing.observations(lan).counters!]).to.deep.equal([
      [texts[0], false],
      [texts[1], false],
    ]);
    observing.take([fakeSnapshot(server, MS)], catalog);
    expect(observing.observations(lan).counters!.get(texts[0]!)).to.equal(true);
    const bare = { timePs: 2 * MS, numbers: new Map() };
    observing.take([bare], catalog);
    expect(observing.observations(lan).counters!.get(texts[0]!), 'once moved, always moved').to.equal(true);
  });

  it('is known of counters that are asked for after the sample', () => {
    const observing = new Observing();
    observing.take([fakeSnapshot(server, MS)], catalog);
    observing.watch(texts);
    expect(observing.observations(lan).counters!.get(texts[0]!)).to.equal(true);
  });

  it('is the most connections that the adapter had', () => {
    const observing = new Observing();
    const having = (count: number) => ({
      timePs: 0,
      numbers: new Map([['Network Interface', new Map([[lan, new Map([['Offloaded Connections', count]])]])]]),
    });
    observing.take([having(1), having(7), having(2)], catalog);
    expect(observing.observations(lan).offloadedConnections).to.equal(7);
    expect(observing.observations('another').offloadedConnections).to.equal(undefined);
    observing.reset();
    expect(observing.observations(lan)).to.deep.equal({});
  });
});
