import { describe, expect, it, readProjectFile } from '#test';
import { labLayout } from '../../ui/engine/lab-layout.ts';
import { worldIndex } from '../../ui/engine/world-image.ts';
import type { LabLayout } from '../../ui/scenario/lab-frame.ts';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { randomDocument } from '../scenario/documents.ts';
import { Random } from '../build/random.ts';

function layoutOf(document: unknown, sockets = 1000): LabLayout {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  const resolved = resolveScenario(result.scenario);
  return labLayout(resolved, worldIndex(result.scenario, resolved), sockets);
}

const document = {
  nicscope: 1,
  hosts: [
    { name: 'alone', nics: [{ name: 'spare', speed: '10 Gb/s', queues: 2, receiveDescriptors: 64 }] },
    {
      name: 'server',
      os: 'ws2008',
      processors: { sockets: 2, coresPerSocket: 1, threadsPerCore: 2, numaNodes: 2, clock: '2 GHz' },
      nics: [
        { name: 'lan', speed: '10 Gb/s', queues: 4, addresses: ['10.0.0.1/24', '2001:db8::1/64'], mac: '00-00-5E-00-53-AA' },
        { name: 'wan', mtu: 9000, queues: 1 },
      ],
    },
    { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: '10 Gb/s', addresses: ['10.0.0.2/24'] }] },
  ],
  switches: [
    { name: 'left', ports: 2, speed: '1 Gb/s' },
    { name: 'right', ports: 3, speed: '10 Gb/s' },
  ],
  links: [
    { ends: ['server.lan', 'right'], delay: '5 us', back: { delay: '7 us' } },
    { ends: ['left', 'client.lan'] },
    { ends: ['right', 'left'] },
  ],
  traffic: [
    { app: 'replay', capture: 'a.pcap', onto: 'server.lan' },
    { app: 'bulk', from: 'client', to: 'server.lan:5001' },
  ],
};

describe('Lab layout', () => {
  const layout = layoutOf(document);

  it('hosts, and processors of modelled ones', () => {
    expect(layout.hosts).to.deep.equal([
      { name: 'alone', kind: 'modelled', os: 'ws2008r2' },
      { name: 'server', kind: 'modelled', os: 'ws2008' },
      { name: 'client', kind: 'ideal', os: 'ws2008r2' },
    ]);
    expect(layout.processors.filter(({ host }) => host === 1)).to.deep.equal([
      { host: 1, number: 0, socket: 0, core: 0, thread: 0, node: 0, clockHz: 2e9 },
      { host: 1, number: 1, socket: 0, core: 0, thread: 1, node: 0, clockHz: 2e9 },
      { host: 1, number: 2, socket: 1, core: 1, thread: 0, node: 1, clockHz: 2e9 },
      { host: 1, number: 3, socket: 1, core: 1, thread: 1, node: 1, clockHz: 2e9 },
    ]);
    expect(layout.processors.map(({ host }) => host)).to.deep.equal([0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('adapters, at the speed of their cable', () => {
    expect(layout.nics.map(({ host, name, bitsPerSecond, mtu, link }) => [host, name, bitsPerSecond, mtu, link])).to.deep.equal([
      [0, 'spare', 10e9, 1500, null],
      [1, 'lan', 10e9, 1500, 0],
      [1, 'wan', 1e9, 9000, null],
      [2, 'lan', 1e9, 1500, 1],
    ]);
    expect(layout.nics[1]).to.deep.include({ mac: '00:00:5e:00:53:aa', addresses: ['10.0.0.1/24', '2001:db8::1/64'] });
  });

  it('queues: all that may come into use; one of an ideal host', () => {
    expect(layout.queues.map(({ nic, queue, capacity }) => [nic, queue, capacity])).to.deep.equal([
      [0, 0, 64],
      [0, 1, 64],
      [1, 0, 512],
      [1, 1, 512],
      [1, 2, 512],
      [1, 3, 512],
      // A single hardware queue: frames are sorted for as many processors as there are.
      [2, 0, 512],
      [2, 1, 512],
      [2, 2, 512],
      [2, 3, 512],
      [3, 0, 512],
    ]);
  });

  it('ports with their cables, in the order of the links', () => {
    expect(layout.switches).to.deep.equal([{ name: 'left' }, { name: 'right' }]);
    expect(layout.ports.map(({ switch: device, port, link }) => [device, port, link])).to.deep.equal([
      [0, 0, 1],
      [0, 1, 2],
      [1, 0, 0],
      [1, 1, 2],
      [1, 2, null],
    ]);
  });

  it('both directions of each cable', () => {
    expect(layout.paths.map(({ link, from, to, bitsPerSecond, delayPs }) => [link, from, to, bitsPerSecond, delayPs])).to.deep.equal([
      [0, 'server.lan', 'right', 10e9, 5e6],
      [0, 'right', 'server.lan', 10e9, 7e6],
      [1, 'left', 'client.lan', 1e9, layout.paths[2]!.delayPs],
      [1, 'client.lan', 'left', 1e9, layout.paths[2]!.delayPs],
      [2, 'right', 'left', 1e9, layout.paths[2]!.delayPs],
      [2, 'left', 'right', 1e9, layout.paths[2]!.delayPs],
    ]);
  });

  it('applications without captures, and rows for as many connections as there can be', () => {
    expect(layout.apps).to.deep.equal([{ label: 'bulk, client to server:5001' }]);
    expect(layout.connectionRows).to.equal(200);
    expect(layoutOf(document, 12).connectionRows).to.equal(12);
  });

  it('every index of any document leads somewhere', async () => {
    const documents: unknown[] = Array.from({ length: 100 }, (_, seed) => randomDocument(new Random(seed)));
    for (const { file } of JSON.parse(new TextDecoder().decode(await readProjectFile('public/scenarios/index.json'))) as { file: string }[])
      documents.push(JSON.parse(new TextDecoder().decode(await readProjectFile(`public/scenarios/${file}`))));
    for (const one of documents) {
      const { hosts, processors, nics, queues, switches, ports, paths } = layoutOf(one);
      const links = paths.length / 2;
      for (const { host } of [...processors, ...nics]) expect(hosts[host]).to.be.an('object');
      for (const { nic } of queues) expect(nics[nic]).to.be.an('object');
      for (const { switch: device } of ports) expect(switches[device]).to.be.an('object');
      for (const { link } of [...nics, ...ports]) if (link !== null) expect(link).to.be.within(0, links - 1);
      const ends = new Set([...switches.map(({ name }) => name), ...nics.map(({ host, name }) => `${hosts[host]!.name}.${name}`)]);
      for (const { from, to } of paths) expect([ends.has(from), ends.has(to)]).to.deep.equal([true, true]);
    }
  });
});
