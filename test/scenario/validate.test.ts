import { describe, it, expect } from '#test';
import { editDistance, nearestName } from '../../ui/scenario/nearest.ts';
import { parseScenario, validateScenario } from '../../ui/scenario/validate.ts';
import { type Loose, twoHosts } from './documents.ts';

const faultsOf = (document: unknown) => {
  const result = validateScenario(document);
  return 'faults' in result ? result.faults : [];
};

type Edit = (document: { [key: string]: unknown; hosts: Loose[]; links: Loose[]; traffic: Loose[] }, nic: Loose) => unknown;

/** What is done to the document of two hosts, the path of the fault, and words of its message. */
const faults: [string, Edit, path: string, words: string][] = [
  ['unknown property', (d) => (d.hots = []), 'hots', 'Did you mean “hosts”?'],
  ['unknown nested property', (_, nic) => (nic.mut = 1500), 'hosts[0].nics[0].mut', 'Did you mean “mtu”?'],
  ['odd property name', (d) => (d['a b'] = 1), '["a b"]', 'no property “a b”'],
  ['missing version', (d) => delete d.nicscope, 'nicscope', 'missing'],
  ['later version', (d) => (d.nicscope = 2), 'nicscope', 'reads up to 1'],
  ['no hosts', (d) => (d.hosts = []), 'hosts', 'at least 1'],
  ['missing name', (d) => delete d.hosts[0]!.name, 'hosts[0].name', 'missing'],
  ['bad name', (d) => (d.hosts[0]!.name = '1st.host'), 'hosts[0].name', 'a letter, then'],
  ['same name twice', (d) => (d.hosts[1]!.name = 'server'), 'hosts[1].name', 'taken by hosts[0]'],
  ['switch named as a host', (d) => (d.switches = [{ name: 'client' }]), 'switches[0].name', 'taken by hosts[1]'],
  ['unknown os', (d) => (d.hosts[0]!.os = 'ws2012'), 'hosts[0].os', 'ws2008r2'],
  ['64 processors exceeded', (d) => (d.hosts[0]!.processors = { sockets: 8, coresPerSocket: 16 }), 'hosts[0].processors', '128 logical'],
  ['uneven NUMA nodes', (d) => (d.hosts[0]!.processors = { sockets: 2, numaNodes: 3 }), 'hosts[0].processors.numaNodes', 'evenly'],
  ['no adapter', (d) => (d.hosts[0]!.nics = []), 'hosts[0].nics', 'at least 1'],
  ['speed', (_, nic) => (nic.speed = '100 Mb/s'), 'hosts[0].nics[0].speed', '1 Gb/s, 10 Gb/s, 40 Gb/s'],
  ['mtu', (_, nic) => (nic.mtu = 64000), 'hosts[0].nics[0].mtu', '576 to 9216'],
  ['group MAC', (_, nic) => (nic.mac = '01:00:5e:00:00:01'), 'hosts[0].nics[0].mac', 'group address'],
  ['no prefix', (_, nic) => (nic.addresses = ['10.0.0.1']), 'hosts[0].nics[0].addresses[0]', 'no prefix length'],
  ['network address', (_, nic) => (nic.addresses = ['10.0.0.0/24']), 'hosts[0].nics[0].addresses[0]', 'network itself'],
  ['broadcast address', (_, nic) => (nic.addresses = ['10.0.0.255/24']), 'hosts[0].nics[0].addresses[0]', 'broadcast'],
  [
    'IPv6 on a small MTU',
    (_, nic) => Object.assign(nic, { mtu: 600, addresses: ['192.0.2.9/24', '2001:db8::1/64'] }),
    'hosts[0].nics[0].mtu',
    '1280',
  ],
  ['moderation mode', (_, nic) => (nic.moderation = { mode: 'on' }), 'hosts[0].nics[0].moderation.mode', 'off, fixed, adaptive'],
  ['rate of another mode', (_, nic) => (nic.moderation = { mode: 'off', rate: 1 }), 'hosts[0].nics[0].moderation.rate', 'no property'],
  ['RSS base', (_, nic) => (nic.rss = { baseProcessor: 4 }), 'hosts[0].nics[0].rss.baseProcessor', 'does not exist'],
  ['RSS key', (_, nic) => (nic.rss = { key: 'abcd' }), 'hosts[0].nics[0].rss.key', '2 bytes'],
  ['RSS table', (_, nic) => (nic.rss = { tableEntries: 2, table: [0, 4] }), 'hosts[0].nics[0].rss.table[1]', '0 to 3'],
  ['RTO bounds', (d) => (d.hosts[0]!.tcp = { minRto: '5 s', maxRto: '2 s' }), 'hosts[0].tcp.minRto', 'above the maximum'],
  ['adaptive bounds', (_, nic) => (nic.moderation = { mode: 'adaptive', lowest: 30_000 }), 'hosts[0].nics[0].moderation.lowest', 'above'],
  ['hash type twice', (_, nic) => (nic.rss = { hashTypes: ['ipv4', 'ipv4'] }), 'hosts[0].nics[0].rss.hashTypes[1]', 'already'],
  ['id of a cost', (d) => (d.hosts[0]!.costs = { tcpip_rcv: 1 }), 'hosts[0].costs.tcpip_rcv', 'Did you mean “tcpip_rx”?'],
  ['cost out of bounds', (d) => (d.hosts[0]!.costs = { dpc: -1 }), 'hosts[0].costs.dpc', '0 to 400000 cycles'],
  ['no such adapter', (d) => (d.links[0]!.ends = ['client.lan', 'server.lam']), 'links[0].ends[1]', 'Did you mean “lan”?'],
  ['no such host', (d) => (d.links[0]!.ends = ['clint.lan', 'server.lan']), 'links[0].ends[0]', 'Did you mean “client”?'],
  ['host in place of adapter', (d) => (d.links[0]!.ends = ['client.lan', 'server']), 'links[0].ends[1]', 'such as server.lan'],
  ['one end', (d) => (d.links[0]!.ends = ['client.lan']), 'links[0].ends', 'at least 2'],
  ['two cables', (d) => d.links.push({ ends: ['server.lan', 'client.lan'] }), 'links[1].ends[0]', 'has a cable already: links[0]'],
  ['loss', (d) => (d.links[0]!.loss = '101 %'), 'links[0].loss', '0 % to 100 %'],
  ['inexact delay', (d) => (d.links[0]!.delay = '0.0001 ns'), 'links[0].delay', 'rounded'],
  ['way back', (d) => (d.links[0]!.back = { loss: -1 }), 'links[0].back.loss', 'not within'],
  ['app', (d) => (d.traffic[0]!.app = 'bluk'), 'traffic[0].app', 'bulk, requests'],
  ['property of another app', (d) => (d.traffic[0]!.request = 5), 'traffic[0].request', 'no property'],
  ['no such server', (d) => (d.traffic[0]!.to = 'sever:80'), 'traffic[0].to', 'Did you mean “server”?'],
  ['port', (d) => (d.traffic[0]!.to = 'server:70000'), 'traffic[0].to', '1 to 65535'],
  ['no such adapter of a server', (d) => (d.traffic[0]!.to = 'server.wan:80'), 'traffic[0].to', 'no adapter of server “wan”'],
  ['with itself', (d) => (d.traffic[0]!.from = 'server'), 'traffic[0].to', 'same host'],
  ['no cable between', (d) => (d.links = []), 'traffic[0]', 'not on the same cables'],
  ['no common network', (_, nic) => (nic.addresses = ['2001:db8::1/64']), 'traffic[0]', 'no IPv4 addresses in a common network'],
  ['processor', (d) => (d.traffic[0]!.serverProcessors = [3, 4]), 'traffic[0].serverProcessors[1]', 'no processor 4'],
  ['port taken', (d) => d.traffic.push({ app: 'echo', to: 'server:5001' }), 'traffic[1].to', 'serves “bulk” already'],
  ['replay onto nothing', (d) => d.traffic.push({ app: 'replay', onto: 'server.wan', capture: 'a' }), 'traffic[1].onto', '“wan”'],
  ['change of nothing', (d) => (d.timeline = [{ do: 'set', path: 'links[3].delay', value: 1 }]), 'timeline[0].path', 'no property'],
  ['change of a name', (d) => (d.timeline = [{ do: 'set', path: 'hosts[0].name', value: 'x' }]), 'timeline[0].path', 'cannot change'],
  ['change out of range', (d) => (d.timeline = [{ do: 'set', path: 'links[0].loss', value: 2 }]), 'timeline[0].value', 'not within'],
  [
    'change that does not fit',
    (d) => (d.timeline = [{ do: 'set', path: 'hosts[0].nics[0].rss.baseProcessor', value: 40 }]),
    'timeline[0].value',
    'does not exist',
  ],
  ['console of nobody', (d) => (d.timeline = [{ do: 'command', host: 'sever', line: 'ver' }]), 'timeline[0].host', 'Did you mean'],
];

describe('validation of a scenario', () => {
  it('accepts two hosts and a cable', () => expect(faultsOf(twoHosts())).to.deep.equal([]));

  for (const [name, edit, path, words] of faults)
    it(`reports: ${name}`, () => {
      const document = twoHosts() as unknown as Parameters<Edit>[0];
      edit(document, (document.hosts[0]!.nics as Loose[])[0]!);
      const found = faultsOf(document);
      expect(found.map((fault) => fault.path)).to.include(path);
      expect(found.find((fault) => fault.path === path)!.message).to.contain(words);
    });

  it('reports only the fault that was made, for faults that stand alone', () => {
    for (const [name, edit, path] of faults) {
      if (
        ['no hosts', 'missing name', 'bad name', 'same name twice', 'no adapter', 'no such adapter', 'no such host', 'one end'].includes(
          name,
        )
      )
        continue;
      if (['host in place of adapter', 'two cables', 'switch named as a host'].includes(name)) continue;
      const document = twoHosts() as unknown as Parameters<Edit>[0];
      edit(document, (document.hosts[0]!.nics as Loose[])[0]!);
      expect(
        faultsOf(document).map((fault) => fault.path),
        name,
      ).to.deep.equal([path]);
    }
  });

  it('reports every fault at once', () => {
    const document = {
      nicscope: 1,
      hosts: [{ name: 'a', nics: [{ name: 'x', mtu: 1, queues: 0, speed: 5 }] }, { name: 'b' }],
      traffic: [{ app: 'bulk', from: 'c', to: 'a:1', connections: 0 }],
      colour: 'red',
    };
    expect(faultsOf(document).map(({ path }) => path)).to.have.members([
      'colour',
      'hosts[0].nics[0].speed',
      'hosts[0].nics[0].mtu',
      'hosts[0].nics[0].queues',
      'hosts[1].nics',
      'traffic[0].connections',
    ]);
  });

  for (const [text, words] of [
    ['', 'not JSON'],
    ['[]', 'not a scenario document'],
    ['null', 'not a scenario document'],
    ['{"nicscope":"1","hosts":[]}', 'not a whole number'],
  ] as const)
    it(`refuses ${text || 'nothing'}`, () => {
      const result = parseScenario(text);
      expect('faults' in result && result.faults[0]!.message).to.contain(words);
    });

  it('refuses a second way between two switches', () => {
    const document = twoHosts({
      switches: [{ name: 's1' }, { name: 's2' }],
      links: [{ ends: ['client.lan', 's1'] }, { ends: ['server.lan', 's2'] }, { ends: ['s1', 's2'] }, { ends: ['s2', 's1'] }],
    });
    expect(faultsOf(document).map(({ path }) => path)).to.deep.equal(['links[3]']);
  });

  it('refuses addresses that two adapters share', () => {
    const document = twoHosts();
    for (const { nics } of document.hosts) Object.assign(nics[0]!, { mac: '02:00:00:00:00:01', addresses: ['10.0.0.1/24'] });
    const found = faultsOf(document);
    expect(found.map(({ path }) => path)).to.deep.equal(['hosts[1].nics[0].mac', 'hosts[1].nics[0].addresses[0]']);
    expect(found[0]!.message).to.contain('server.lan');
    document.links = []; // apart from each other, the same IP address does no harm
    document.traffic = [];
    expect(faultsOf(document).map(({ path }) => path)).to.deep.equal(['hosts[1].nics[0].mac']);
  });

  it('takes 254 adapters and no more', () => {
    const hosts = (count: number) =>
      Array.from({ length: Math.ceil(count / 8) }, (_, host) => ({
        name: `h${host}`,
        nics: Array.from({ length: Math.min(8, count - host * 8) }, (_, nic) => ({ name: `n${nic}` })),
      }));
    expect(faultsOf({ nicscope: 1, hosts: hosts(254) })).to.deep.equal([]);
    expect(faultsOf({ nicscope: 1, hosts: hosts(255) }).map(({ path, message }) => path + message)).to.deep.equal([
      'hosts255 network adapters are too many; 254 are the most in one document.',
    ]);
  });

  it('counts the ports of a switch', () => {
    const document = twoHosts({
      switches: [{ name: 's1', ports: 2 }, { name: 's2' }],
      links: [{ ends: ['client.lan', 's1'] }, { ends: ['server.lan', 's1'] }, { ends: ['s1', 's2'] }],
    });
    expect(faultsOf(document).map(({ path }) => path)).to.deep.equal(['links[2].ends[0]']);
  });

  it('finds the nearest name', () => {
    expect(editDistance('mtu', 'mut')).to.equal(1);
    expect(editDistance('kitten', 'sitting')).to.equal(3);
    expect(nearestName('ques', ['queues', 'mtu'])).to.equal('queues');
    expect(nearestName('zzz', ['queues', 'mtu'])).to.equal(null);
  });
});
