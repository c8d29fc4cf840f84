// Frames of virtual machines in a VLAN as Wireshark reads them: tagged on the cable of the host, untagged at the virtual adapter, no wrong
// checksum and nothing malformed. Skipped by name without tshark.

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, expect, it } from '#test';
import { nicscope, run } from '../node/command.ts';

const isThere = spawnSync('tshark', ['--version'], { stdio: 'ignore' }).status === 0;
const peerIt = (name: string, body: () => Promise<void>): void =>
  isThere ? it(name, body) : it.skip(`${name} (tshark is not installed)`, body);

const host = (name: string, machine: string) => ({
  name,
  processors: { coresPerSocket: 4 },
  windows: { roles: { hyperV: true }, registry: { TenGigVmqEnabled: 1 } },
  virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
  virtualMachines: [{ name: machine, network: 'ext', vlan: 42, optimizations: true }],
  nics: [{ name: 'lan', speed: '10 Gb/s', capabilities: { vmqQueues: 2 }, vmq: { preference: 'vmq' }, rss: { enabled: false } }],
});

const scenario = {
  nicscope: 1,
  hosts: [host('one', 'vm1'), host('two', 'vm2')],
  links: [{ ends: ['one.lan', 'two.lan'], delay: '5 us' }],
  traffic: [
    { app: 'bulk', from: 'vm1', to: 'vm2:5001', bytes: '2 MB' },
    { app: 'http', from: 'vm2', to: 'vm1:80', family: 'ipv6', count: 3, response: '30 kB' },
    { app: 'echo', transport: 'udp', from: 'vm1', to: 'vm2:7', count: 5 },
  ],
};

const options = ['ip.check_checksum', 'tcp.check_checksum', 'udp.check_checksum'].flatMap((option) => ['-o', `${option}:TRUE`]);

async function count(file: string, filter: string): Promise<number> {
  const { code, stdout, stderr } = await run('tshark', ['-n', '-r', file, ...options, '-Y', filter]);
  expect(code, stderr).to.equal(0);
  return stdout.split('\n').filter(Boolean).length;
}

describe('tshark on virtual machines in a VLAN', () => {
  let folder = '';
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'nicscope-tags-'))));
  after(() => rm(folder, { recursive: true }));

  peerIt('finds tags on the cable alone, and nothing wrong', async () => {
    const document = join(folder, 'vlan.json');
    await writeFile(document, JSON.stringify(scenario));
    const [cable, inside] = [join(folder, 'cable.pcapng'), join(folder, 'inside.pcapng')];
    const { code, stderr } = await nicscope([
      'run',
      document,
      '--until',
      '30ms',
      '--pcap',
      `one.lan=${cable}`,
      '--pcap',
      `vm2.net=${inside}`,
    ]);
    expect([code, stderr]).to.deep.equal([0, '']);
    const faulty = '_ws.malformed || ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0';
    for (const file of [cable, inside]) expect(await count(file, faulty), file).to.equal(0);
    const frames = await count(cable, 'frame');
    expect(frames).to.be.above(1400);
    expect(await count(cable, 'vlan.id == 42')).to.equal(frames);
    expect(await count(cable, 'vlan.id == 42 && arp')).to.be.above(0);
    expect(await count(cable, 'vlan.id == 42 && tcp.len == 1460')).to.be.above(1000);
    expect(await count(inside, 'vlan')).to.equal(0);
    expect(await count(inside, 'tcp.len == 1460')).to.be.above(1000);
    expect(await count(cable, 'tcp.analysis.lost_segment || tcp.analysis.retransmission')).to.equal(0);
  });
});
