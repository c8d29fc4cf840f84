import { describe, it, expect } from '#test';
import { numberProcessors } from '../../ui/scenario/host-settings.ts';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { twoHosts } from './documents.ts';

function scenarioOf(document: ScenarioDraft) {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.scenario;
}
const resolved = (document: ScenarioDraft) => resolveScenario(scenarioOf(document));
const addressesOf = (document: ScenarioDraft) =>
  resolved(document).hosts.flatMap(({ nics }) =>
    nics.map(({ addresses }) => addresses.map(({ text, prefixLength }) => `${text}/${prefixLength}`)),
  );

describe('resolving a scenario', () => {
  it('numbers processors by socket, core, thread and deals cores to NUMA nodes', () => {
    const processors = { sockets: 2, coresPerSocket: 2, threadsPerCore: 2, numaNodes: 2, clock: 1, class: 'k10' as const };
    expect(numberProcessors(processors).map(({ socket, core, thread, node }) => [socket, core, thread, node])).to.deep.equal([
      [0, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 1, 0, 0],
      [0, 1, 1, 0],
      [1, 2, 0, 1],
      [1, 2, 1, 1],
      [1, 3, 0, 1],
      [1, 3, 1, 1],
    ]);
  });

  it('gives MACs of the documentation range, and leaves out those that are taken', () => {
    const document = twoHosts();
    document.hosts[1]!.nics[0]!.mac = '00-00-5E-00-53-01';
    expect(resolved(document).hosts.map(({ nics }) => nics[0]!.mac)).to.deep.equal(['00:00:5e:00:53:02', '00:00:5e:00:53:01']);
  });

  it('gives each segment a network of its own', () => {
    const nics = [{ name: 'a' }, { name: 'b' }];
    const document: ScenarioDraft = {
      nicscope: 1,
      hosts: [
        { name: 'x', nics },
        { name: 'y', nics },
      ],
      links: [{ ends: ['x.a', 'y.b'] }],
    };
    expect(addressesOf(document)).to.deep.equal([
      ['192.0.2.1/24', '2001:db8::1/64'],
      ['198.51.100.1/24', '2001:db8:0:1::1/64'],
      ['203.0.113.1/24', '2001:db8:0:2::1/64'],
      ['192.0.2.2/24', '2001:db8::2/64'],
    ]);
  });

  it('gives every adapter of the largest document an address of its own', () => {
    const hosts = Array.from({ length: 64 }, (_, host) => ({
      name: `h${host}`,
      nics: Array.from({ length: host < 62 ? 4 : 3 }, (_, nic) => ({ name: `n${nic}` })),
    }));
    const ends = hosts.flatMap(({ name, nics }) => nics.map((nic) => `${name}.${nic.name}`));
    const switches = [
      { name: 's0', ports: 128 },
      { name: 's1', ports: 128 },
    ];
    const links = [...ends.map((end, index) => ({ ends: [end, `s${index % 2}`] })), { ends: ['s0', 's1'] }];
    const all = resolved({ nicscope: 1, hosts, switches, links }).hosts.flatMap(({ nics }) => nics);
    expect(all).to.have.length(254);
    expect(new Set(all.map(({ mac }) => mac)).size).to.equal(254);
    expect(new Set(all.flatMap(({ addresses }) => addresses.map(({ text }) => text))).size).to.equal(508);
  });

  it('puts an adapter without addresses into the network of its neighbour', () => {
    const document = twoHosts();
    document.hosts[1]!.nics[0]!.addresses = ['10.1.2.1/16', '2001:db8:9::1/48'];
    expect(addressesOf(document)[0]).to.deep.equal(['10.1.0.1/16', '2001:db8:9::2/48']);
  });

  it('reports a network that is full', () => {
    const document = twoHosts();
    document.hosts[1]!.nics[0]!.addresses = ['10.1.2.1/32'];
    const result = validateScenario(document);
    expect('faults' in result && result.faults.map(({ path }) => path)).to.include('hosts[0].nics[0].addresses');
  });

  it('runs a link at the speed of its slower end, and says so', () => {
    const document = twoHosts();
    document.hosts[0]!.nics[0]!.speed = '10 Gb/s';
    const { links, notes } = resolved(document);
    expect(links[0]!.bitsPerSecond).to.equal(1e9);
    expect(notes.some(({ path, message }) => path === 'links[0]' && message.includes('1 Gb/s'))).to.equal(true);
  });

  it('takes the way back from the way there, where it says nothing else', () => {
    const document = twoHosts({ links: [{ ends: ['client.lan', 'server.lan'], delay: '40 ms', loss: '0.1 %', back: { loss: 0 } }] });
    const [there, back] = resolved(document).links[0]!.directions;
    expect([there.delayPs, there.lossParts]).to.deep.equal([40_000_000_000, 1e12]);
    expect([back.delayPs, back.lossParts]).to.deep.equal([40_000_000_000, 0]);
  });

  it('routes traffic between the adapters that share a network', () => {
    const [traffic] = resolved(twoHosts({ traffic: [{ app: 'echo', from: 'client', to: 'server:7', family: 'ipv6' }] })).traffic;
    expect(traffic).to.deep.include({
      from: { host: 1, nic: 0, address: '2001:db8::2' },
      to: { host: 0, nic: 0, address: '2001:db8::1', port: 7 },
    });
  });

  it('takes the adapter that traffic names', () => {
    const nics = [{ name: 'a' }, { name: 'b' }];
    const document: ScenarioDraft = {
      nicscope: 1,
      hosts: [
        { name: 'x', nics },
        { name: 'y', nics },
      ],
      switches: [{ name: 'sw' }],
      links: ['x.a', 'x.b', 'y.a', 'y.b'].map((end) => ({ ends: [end, 'sw'] })),
      traffic: [
        { app: 'bulk', from: 'x.b', to: 'y:1' },
        { app: 'bulk', from: 'x', to: 'y.b:1' },
        { app: 'http', to: 'y:80' },
      ],
    };
    const nicsUsed = resolved(document).traffic.map((entry) => entry.app !== 'replay' && [entry.from?.nic ?? null, entry.to.nic]);
    expect(nicsUsed).to.deep.equal([
      [1, 0],
      [0, 1],
      [null, null],
    ]);
  });

  it('lists unlinked adapters and shadowed RSS settings as notes', () => {
    const document = twoHosts();
    document.hosts[0]!.nics.push({ name: 'spare', queues: 2 });
    const paths = resolved(document).notes.map(({ path }) => path);
    expect(paths).to.include('hosts[0].nics[1]');
    expect(paths).to.include('hosts[0].nics[1].queues');
  });

  it('sorts the timeline by time and keeps the order of equal times', () => {
    const command = (at: string, line: string) => ({ do: 'command' as const, at, host: 'server', line });
    const { timeline } = resolved(twoHosts({ timeline: [command('2 s', 'c'), command('1 s', 'a'), command('1 s', 'b')] }));
    expect(timeline.map((event) => 'line' in event && event.line)).to.deep.equal(['a', 'b', 'c']);
  });
});
