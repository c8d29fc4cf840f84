// From any host to any other: what a script covers is then as the second host has it, the rest as the first; the undo leads back to the first.

import { describe, it, expect } from '#test';
import type { Setting } from '../../ui/readers/types.ts';
import { adapterSubkey } from '../../ui/windows/registry-view.ts';
import { differences, hostSettingsList } from '../../ui/scripts/differences.ts';
import { type Script, writeScript } from '../../ui/scripts/script.ts';
import { tools } from '../../ui/scripts/scripts.ts';
import { Random } from '../build/random.ts';
import { afterScript, type HostDraft } from './host-model.ts';

const names = ['Ethernet 3', 'Storage & 100% backup'];
const adapters = names.map((name, index) => ({ name, device: `eth${index}`, subkey: adapterSubkey(index) }));
const states = ['enabled', 'disabled'] as const;
const versions = ['ws2003sp2', 'ws2008', 'ws2008r2'] as const;

/** A property that is there or not. */
const perhaps = <T>(random: Random, name: string, value: () => T): Record<string, T> => (random.oneIn(2) ? { [name]: value() } : {});

function randomNic(random: Random, name: string) {
  return {
    name,
    mtu: random.pick([576, 1500, 9000]),
    queues: random.pick([1, 2, 8]),
    receiveDescriptors: random.pick([256, 512]),
    transmitDescriptors: random.pick([256, 512]),
    checksumOffload: random.oneIn(2),
    lsoV1: random.oneIn(2),
    lsoV2: random.oneIn(2),
    moderation: random.pick([{ mode: 'off' }, { mode: 'adaptive' }, { mode: 'adaptive', lowest: 200 }, { mode: 'fixed', rate: 5000 }]),
    rss: {
      enabled: random.oneIn(2),
      baseProcessor: random.below(3),
      baseGroup: random.below(4),
      maxProcessors: random.pick([1, 4, 16]),
      ...perhaps(random, 'numaNode', () => random.below(2)),
    },
    connectionOffload: { ...perhaps(random, 'ipv4', () => random.oneIn(2)), ...perhaps(random, 'ipv6', () => random.oneIn(2)) },
    vmq: {
      enabled: random.oneIn(2),
      vlanFiltering: random.oneIn(2),
      lookaheadSplit: random.oneIn(2),
      preference: random.pick(['rss', 'vmq']),
    },
    team: { member: random.oneIn(2) },
    capabilities: { vmqQueues: random.below(16) },
  };
}

const otherKeys = ['HKEY_LOCAL_MACHINE\\SOFTWARE\\Example', 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'];
const otherData = [
  { type: 'REG_DWORD', data: '0x5' },
  { type: 'REG_SZ', data: 'a "quoted" \\ path' },
  { type: 'REG_EXPAND_SZ', data: '%SystemRoot%\\x' },
  { type: 'REG_MULTI_SZ', data: 'one\\0two' },
  { type: 'REG_QWORD', data: '0x123456789' },
  { type: 'REG_BINARY', data: '00FF10' },
  { type: 'KEY', data: '' },
];

function randomWindows(random: Random) {
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: random.below(most + 1) }, make);
  const netsh = Object.fromEntries(
    ['rss', 'netdma', 'dca', 'taskOffload', 'windowScaling'].flatMap((name) =>
      Object.entries(perhaps(random, name, () => random.pick(states))),
    ),
  );
  const registry = Object.fromEntries(
    [
      'EnableRSS',
      'EnableTCPChimney',
      'EnableTCPA',
      'DisableTaskOffload',
      'MaxNumRssCpus',
      'TenGigVmqEnabled',
      'BelowTenGigVmqEnabled',
    ].flatMap((name) => Object.entries(perhaps(random, name, () => 1))),
  );
  return {
    edition: random.pick(['standard', 'enterprise']),
    updates: some(1, () => 'SP1'),
    netsh: { ...netsh, ...perhaps(random, 'chimney', () => random.pick([...states, 'automatic'])) },
    chimneyPorts: some(4, () => ({
      state: random.pick(states),
      ...perhaps(random, 'localPort', () => random.pick([80, 445])),
      ...perhaps(random, 'remotePort', () => random.pick([3260, 5001])),
    })),
    chimneyApplications: some(3, () => ({ state: random.pick(states), application: `C:\\100% a b\\${random.pick(['x', 'Y', 'y'])}.exe` })),
    registry: {
      ...registry,
      ...perhaps(random, 'RssBaseCpu', () => random.below(3)),
      other: some(4, () => ({ key: random.pick(otherKeys), name: random.pick(['', 'A', 'b']), ...random.pick(otherData) })),
    },
    roles: { hyperV: random.oneIn(2) },
  };
}

const randomHost = (random: Random, os: string, nics: number) =>
  ({
    name: 'a',
    os,
    tcp: {
      autoTuning: random.pick(['normal', 'disabled', 'highlyrestricted']),
      congestion: random.pick(['ctcp', 'newreno']),
      ecn: random.oneIn(2),
      timestamps: random.oneIn(2),
      initialRto: random.pick(['1 s', '3 s']),
      delayedAck: random.pick(['200 ms', '1 us']),
    },
    windows: randomWindows(random),
    nics: ['n', 'm'].slice(0, nics).map((name) => randomNic(random, name)),
  }) as unknown as HostDraft;

/** Settings by path; of the other values of the registry the order does not matter. */
const byPath = (settings: readonly Setting[]) =>
  Object.fromEntries(
    settings.map(({ path, value }) => [
      path,
      path === 'windows.registry.other' ? (value as unknown[]).map((entry) => JSON.stringify(entry)).sort() : value,
    ]),
  );

const scriptFor = (id: Script['tool'], from: HostDraft, to: HostDraft) =>
  writeScript(
    tools.find((tool) => tool.id === id)!,
    hostSettingsList(from),
    hostSettingsList(to),
    adapters,
  );

function expectRoundTrip(id: 'netsh' | 'reg' | 'powershell', from: HostDraft, to: HostDraft): void {
  const { apply, undo, left } = scriptFor(id, from, to);
  const [first, second] = [byPath(hostSettingsList(from)), byPath(hostSettingsList(to))];
  const isLeft = new Set(left.map(({ path }) => path));
  const expected = Object.fromEntries(Object.keys(second).map((path) => [path, isLeft.has(path) ? first[path] : second[path]]));
  const applied = afterScript(id, apply, from, names);
  expect(byPath(hostSettingsList(applied)), apply).to.deep.equal(expected);
  expect(byPath(hostSettingsList(afterScript(id, undo, applied, names))), undo).to.deep.equal(first);
}

/** Differences of two random hosts that a tool leaves. */
function leftOf(id: 'netsh' | 'reg' | 'powershell', from: HostDraft, to: HostDraft, paths: RegExp): string[] {
  return scriptFor(id, from, to).left.flatMap(({ path }) => (paths.test(path) ? [path] : []));
}

describe('scripts on a server', () => {
  for (const id of ['netsh', 'reg', 'powershell'] as const)
    it(`${id}: apply brings about what it covers, undo brings back what was`, () => {
      const random = new Random(0x515);
      for (let count = 0; count < 250; count++) {
        const os = random.pick(versions);
        const nics = random.between(1, 2);
        expectRoundTrip(id, randomHost(random, os, nics), randomHost(random, os, nics));
      }
    });

  it('cover the Windows settings of 2008 R2 between them', () => {
    const random = new Random(77);
    for (let count = 0; count < 100; count++) {
      const [from, to] = [randomHost(random, 'ws2008r2', 2), randomHost(random, 'ws2008r2', 2)];
      expect(leftOf('netsh', from, to, /^windows\.netsh\./)).to.deep.equal([]);
      expect(leftOf('reg', from, to, /^windows\.registry\.[A-Z]|\.(vmq|connectionOffload)\.|\.rss\./)).to.deep.equal([]);
      expect(leftOf('powershell', from, to, /\.(vmq\.(enabled|vlanFiltering|preference)|connectionOffload\.\w+)$/)).to.deep.equal([]);
    }
  });

  it('leave alone what the version does not have', () => {
    const of = (os: string, value: string) => ({ name: 'a', os, windows: { netsh: { netdma: value, rss: value } }, nics: [{ name: 'n' }] });
    const left = (os: string) =>
      leftOf('netsh', of(os, 'enabled') as unknown as HostDraft, of(os, 'disabled') as unknown as HostDraft, /./);
    expect(left('ws2003sp2')).to.deep.equal(['windows.netsh.rss', 'windows.netsh.netdma']);
    expect(left('ws2008')).to.deep.equal(['windows.netsh.netdma']);
    expect(left('ws2008r2')).to.deep.equal([]);
  });

  it('no script for hosts that are alike', () => {
    const random = new Random(3);
    const host = randomHost(random, 'ws2008r2', 2);
    expect(differences(hostSettingsList(host), hostSettingsList(structuredClone(host)))).to.deep.equal([]);
  });
});
