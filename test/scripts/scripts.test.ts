import { describe, it, expect } from '#test';
import { HashFlag } from '../../ui/abi/abi.gen.ts';
import { rssDefaults, rssFaults, type RssSettings, SYMMETRIC_KEY } from '../../ui/features/rss.ts';
import { readPasted, settledSettings } from '../../ui/readers/read.ts';
import type { Setting } from '../../ui/readers/types.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { differences, hostSettings, rssSettingList } from '../../ui/scripts/differences.ts';
import { tools, writeScripts } from '../../ui/scripts/scripts.ts';
import { Random } from '../build/random.ts';
import { ethtoolRss, netsh2008 } from '../readers/samples.ts';
import { obey, type State } from './models.ts';

type HostDraft = ScenarioDraft['hosts'][number];

const adapters = [
  { name: 'Ethernet 3', device: 'eth0', subkey: '0007' },
  { name: 'Storage', device: 'eth1', subkey: '0011' },
];

function settingsOf(host: Partial<HostDraft>): Setting[] {
  const result = validateScenario({ nicscope: 1, hosts: [{ name: 'a', nics: [{ name: 'n' }], ...host }] });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return hostSettings(result.scenario.hosts[0]!);
}

/** Scripts by tool. */
const scriptsOf = (from: readonly Setting[], to: readonly Setting[]) =>
  Object.fromEntries(writeScripts(from, to, adapters).map((script) => [script.tool, script]));

const commandLines = (text: string) => text.split(/\r?\n/).filter((line) => line && !/^(rem|#|;)/.test(line));

/**
 * What a server in configuration `from` has: everything that a script would set there, coming from `to`.
 * Then apply and undo bring it back, and what apply sets is what a server in configuration `to` has.
 */
function expectUndone(from: readonly Setting[], to: readonly Setting[]): void {
  for (const [index, { tool, apply, undo, left }] of writeScripts(from, to, adapters).entries()) {
    const first: State = new Map();
    obey(tool, undo, first);
    const state: State = new Map(first);
    obey(tool, apply, state);
    expect([...state.keys()].sort(), `${tool}: apply sets what undo sets`).to.deep.equal([...first.keys()].sort());
    obey(tool, undo, state);
    expect([...state], tool).to.have.deep.members([...first]);
    const there: State = new Map();
    obey(tool, writeScripts(to, from, adapters)[index]!.undo, there);
    const applied: State = new Map();
    obey(tool, apply, applied);
    expect([...applied], tool).to.have.deep.members([...there]);
    const named = new Set(left.map(({ path }) => path));
    for (const path of named) expect(apply, `${tool} ${path}`).to.contain(`  ${path}: `);
    if (!commandLines(apply).length) expect(named.size, tool).to.equal(differences(from, to).length);
  }
}

const plain = settingsOf({});
const tuned = settingsOf({
  os: 'ws2008r2',
  processors: { sockets: 2, coresPerSocket: 4 },
  tcp: { autoTuning: 'restricted', congestion: 'newreno', ecn: true, timestamps: true, minRto: '100 ms', sack: false },
  nics: [
    {
      name: 'n',
      mtu: 9000,
      queues: 8,
      receiveDescriptors: 2048,
      checksumOffload: false,
      lsoV2: false,
      moderation: { mode: 'fixed', rate: 20_000 },
      rss: { enabled: false, baseProcessor: 1, maxProcessors: 6, key: SYMMETRIC_KEY, numaNode: 0, hashTypes: ['ipv4', 'ipv6'] },
    },
  ],
});

describe('scripts from one configuration to another', () => {
  it('netsh', () => {
    const { netsh } = scriptsOf(plain, tuned);
    expect(commandLines(netsh!.apply)).to.have.members([
      'netsh interface tcp set global autotuninglevel=restricted',
      'netsh interface tcp set global congestionprovider=none',
      'netsh interface tcp set global ecncapability=enabled',
      'netsh interface tcp set global timestamps=enabled',
      'netsh interface ipv4 set subinterface "Ethernet 3" mtu=9000 store=persistent',
    ]);
    expect(commandLines(netsh!.undo)).to.include('netsh interface tcp set global congestionprovider=ctcp');
    expect(netsh!.apply).to.contain('rem   tcp.sack: netsh of Windows Server 2008');
  });

  it('a registry file', () => {
    const { reg } = scriptsOf(plain, tuned);
    const lines = commandLines(reg!.apply);
    expect(lines).to.include('"*MaxRssProcessors"="6"');
    expect(lines).to.include('"*RssBaseProcNumber"="1"');
    expect(reg!.apply).to.contain('; In force once the adapter is started again:');
    expect(lines).to.include('"*JumboPacket"="9014"');
    expect(lines).to.include('"*NumaNodeId"="0"');
    expect(commandLines(reg!.undo)).to.include('"*NumaNodeId"="65535"');
    expect(lines.filter((line) => line.endsWith('\\0007]'))).to.have.length(1);
  });

  it('a registry file has values of the system where the version reads them, and takes away what becomes absent', () => {
    const of = (os: 'ws2003sp2' | 'ws2008r2', MaxNumRssCpus?: number) =>
      settingsOf({ os, windows: { registry: { ...(MaxNumRssCpus && { MaxNumRssCpus }), EnableTCPA: 0 } } });
    const script = (os: 'ws2003sp2' | 'ws2008r2') => scriptsOf(of(os), of(os, 4))['reg']!;
    expect(commandLines(script('ws2003sp2').apply).slice(1)).to.deep.equal([
      '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters]',
      '"MaxNumRssCpus"=dword:00000004',
    ]);
    expect(commandLines(script('ws2008r2').undo).slice(1)).to.deep.equal([
      '[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters]',
      '"MaxNumRssCpus"=-',
    ]);
    expect(script('ws2008r2').apply).to.contain('; In force once the computer is started again:\r\n;   windows.registry.MaxNumRssCpus');
  });

  it('RSS alone, of one adapter, sets the values of the system too', () => {
    const of = (maxProcessors: number) => rssSettingList({ ...rssDefaults, maxProcessors });
    expect(commandLines(scriptsOf(of(2), of(4))['reg']!.apply)).to.include.members([
      '"MaxNumRssCpus"=dword:00000004',
      '"*MaxRssProcessors"="4"',
    ]);
  });

  it('a registry file sets what changes and nothing else, with the keywords that the version has', () => {
    const of = (os: 'ws2003sp2' | 'ws2008' | 'ws2008r2', maxProcessors: number, enabled = true) =>
      settingsOf({ os, nics: [{ name: 'n', rss: { enabled, maxProcessors, baseProcessor: 1 } }] });
    const script = (from: Setting[], to: Setting[]) => scriptsOf(from, to)['reg']!;
    const values = (from: Setting[], to: Setting[]) => commandLines(script(from, to).apply).filter((line) => line.startsWith('"'));
    expect(values(of('ws2008', 2), of('ws2008', 4))).to.deep.equal([]);
    expect(script(of('ws2008', 2), of('ws2008', 4)).left[0]!.reason).to.contain('MaxNumRssCpus of the system');
    expect(values(of('ws2008r2', 2, false), of('ws2008r2', 4, false))).to.deep.equal(['"*MaxRssProcessors"="4"']);
    expect(values(of('ws2008', 2), of('ws2008', 2, false))).to.deep.equal(['"*RSS"="0"']);
    // Standardized keywords came with NDIS 6.0.
    expect(values(of('ws2003sp2', 2), of('ws2003sp2', 2, false))).to.deep.equal([]);
  });

  it('a registry file for several adapters says what limits them all', () => {
    const of = (maxProcessors: number) => settingsOf({ nics: [{ name: 'n', rss: { maxProcessors } }, { name: 'm' }] });
    const { apply, undo } = scriptsOf(of(4), of(8))['reg']!;
    expect(commandLines(apply)).to.include('"*MaxRssProcessors"="8"');
    expect(apply).to.contain('; All adapters are limited by MaxNumRssCpus too, which is 4 while it is absent.');
    expect(undo).not.to.contain('limited');
  });

  it('PowerShell sets what changes and nothing else', () => {
    const { powershell } = scriptsOf(plain, tuned);
    const lines = commandLines(powershell!.apply);
    expect(lines).to.include(
      'Set-NetAdapterRss -Name "Ethernet 3" -Enabled $false -BaseProcessorNumber 1 -MaxProcessors 6 -NumberOfReceiveQueues 8',
    );
    const one = scriptsOf(plain, [
      ...plain.filter(({ path }) => path !== 'nics[0].rss.maxProcessors'),
      { path: 'nics[0].rss.maxProcessors', value: 2 },
    ]);
    expect(commandLines(one['powershell']!.apply)).to.deep.equal(['Set-NetAdapterRss -Name "Ethernet 3" -MaxProcessors 2']);
    expect(commandLines(one['powershell']!.undo)).to.deep.equal(['Set-NetAdapterRss -Name "Ethernet 3" -MaxProcessors 4']);
    expect(powershell!.left.find(({ path }) => path === 'tcp.congestion')?.reason).to.contain('NewReno');
  });

  it('ethtool', () => {
    const { ethtool } = scriptsOf(plain, tuned);
    const lines = commandLines(ethtool!.apply);
    for (const line of [
      'ethtool -G eth0 rx 2048',
      'ethtool -K eth0 rx off tx off',
      'ethtool -K eth0 tso off',
      'ethtool -C eth0 adaptive-rx off rx-usecs 50',
      `ethtool -X eth0 hkey ${SYMMETRIC_KEY.match(/../g)!.join(':')} hfunc toeplitz`,
      'ethtool -N eth0 rx-flow-hash tcp4 sd',
    ])
      expect(lines).to.include(line);
    expect(ethtool!.apply).to.contain('nics[0].mtu: set with ip link set');
  });

  it('a table that ethtool cannot say entry by entry is left, and not destroyed by a change of queues', () => {
    const table = Array.from({ length: 128 }, (_, entry) => (entry * 3) % 4);
    const of = (rss: Partial<RssSettings>) => rssSettingList({ ...rssDefaults, maxProcessors: 8, ...rss });
    const { ethtool } = scriptsOf(of({ table }), of({ queues: 8 }));
    expect(commandLines(ethtool!.apply)).to.deep.equal(['ethtool -L eth0 combined 8']);
    expect(ethtool!.left.map(({ path }) => path)).to.deep.equal(['nics[0].rss.table']);
    const blocks = Array.from({ length: 128 }, (_, entry) => Math.floor(entry / 32));
    expect(commandLines(scriptsOf(of({}), of({ table: blocks }))['ethtool']!.apply)).to.deep.equal(['ethtool -X eth0 weight 32 32 32 32']);
  });

  it('the switch of the system is that of netsh, the switch of an adapter is its own', () => {
    const of = (rss: 'enabled' | 'disabled', enabled: boolean) =>
      settingsOf({ windows: { netsh: { rss } }, nics: [{ name: 'n' }, { name: 'm', rss: { enabled } }] });
    const scripts = scriptsOf(of('enabled', true), of('disabled', false));
    expect(commandLines(scripts['netsh']!.apply)).to.deep.equal(['netsh interface tcp set global rss=disabled']);
    expect(scripts['netsh']!.left.map(({ path }) => path)).to.deep.equal(['nics[1].rss.enabled']);
    expect(commandLines(scripts['powershell']!.apply)).to.deep.equal([
      'Set-NetAdapterRss -Name "Storage" -Enabled $false',
      'Set-NetOffloadGlobalSetting -ReceiveSideScaling Disabled',
    ]);
  });

  it('names that are not known are placeholders; quotes in names stay inside', () => {
    const [, , powershell] = writeScripts(plain, tuned);
    expect(powershell!.apply).to.contain('-Name "<name of adapter 0>"');
    const [, , quoted] = writeScripts(plain, tuned, [{ name: 'a"$b', device: 'eth0', subkey: '0001' }]);
    expect(quoted!.apply).to.contain('-Name "a`"`$b"');
  });

  it('from what was read to what is wanted: values that are not known before are set, and the undo says so', () => {
    const read = settledSettings(readPasted(`${netsh2008}\n${ethtoolRss}`));
    const wanted: Setting[] = [
      { path: 'tcp.autoTuning', value: 'normal' },
      { path: 'nics[0].rss.key', value: SYMMETRIC_KEY },
      { path: 'nics[0].receiveDescriptors', value: 4096 },
    ];
    const { netsh, ethtool } = scriptsOf(read, wanted);
    expect(commandLines(netsh!.apply)).to.deep.equal(['netsh interface tcp set global autotuninglevel=normal']);
    expect(commandLines(netsh!.undo)).to.deep.equal(['netsh interface tcp set global autotuninglevel=restricted']);
    expect(commandLines(ethtool!.apply)).to.have.members([
      'ethtool -G eth0 rx 4096',
      `ethtool -X eth0 hkey ${SYMMETRIC_KEY.match(/../g)!.join(':')} hfunc toeplitz`,
    ]);
    expect(commandLines(ethtool!.undo)).to.have.length(1);
    expect(ethtool!.undo).to.contain('nics[0].receiveDescriptors: its value before is not known');
    expect(netsh!.left.find(({ path }) => path === 'tcp.timestamps')?.reason).to.contain('does not say');
  });

  it('no difference: nothing to do', () => {
    for (const { apply, undo, left } of writeScripts(plain, plain, adapters)) {
      expect(left).to.deep.equal([]);
      for (const text of [apply, undo]) expect(text).to.contain('Nothing to do.');
    }
  });

  it('values that are equal and written otherwise are no difference', () => {
    const other = plain.map(({ path, value }) => ({
      path,
      value: path === 'tcp.initialRto' ? '3000 ms' : path === 'memory' ? '16384 MiB' : value,
    }));
    expect(differences(plain, other)).to.deep.equal([]);
  });
});

describe('the undo restores the first configuration', () => {
  it('plain and tuned, both ways', () => {
    expectUndone(plain, tuned);
    expectUndone(tuned, plain);
  });

  it('random settings of RSS', () => {
    const random = new Random(9);
    const settings = (): RssSettings => {
      for (;;) {
        const made = {
          ...rssDefaults,
          processors: random.pick([4, 8, 16]),
          baseProcessor: random.below(4),
          maxProcessors: random.between(1, 16),
          queues: random.between(1, 16),
          key: random.oneIn(2) ? rssDefaults.key : SYMMETRIC_KEY,
          hashFlags: random.pick([rssDefaults.hashFlags, HashFlag.IPv4, 0, rssDefaults.hashFlags | HashFlag.UdpIPv4]),
          table: random.oneIn(3) ? Array.from({ length: 128 }, () => random.below(2)) : null,
        };
        if (!rssFaults(made).length) return made;
      }
    };
    for (let count = 0; count < 300; count++) expectUndone(rssSettingList(settings()), rssSettingList(settings()));
  });

  it('random hosts', () => {
    const random = new Random(21);
    const nic = (name: string) => ({
      name,
      mtu: random.pick([1500, 9000]),
      queues: random.pick([1, 2, 4, 8]),
      receiveDescriptors: random.pick([256, 512, 2048]),
      checksumOffload: random.oneIn(2),
      lsoV1: random.oneIn(2),
      lsoV2: random.oneIn(2),
      moderation: random.pick([
        { mode: 'off' as const },
        { mode: 'adaptive' as const },
        { mode: 'fixed' as const, rate: random.between(100, 100_000) },
      ]),
      rss: {
        enabled: random.oneIn(2),
        baseProcessor: random.below(3),
        maxProcessors: random.pick([1, 2, 4, 16]),
        ...(random.oneIn(2) && { numaNode: 0 }),
      },
    });
    const host = (nics: number) =>
      settingsOf({
        os: random.pick(['ws2003sp2', 'ws2008', 'ws2008r2'] as const),
        tcp: {
          autoTuning: random.pick(['normal', 'disabled', 'experimental'] as const),
          congestion: random.pick(['ctcp', 'newreno'] as const),
          ecn: random.oneIn(2),
          initialRto: random.pick(['1 s', '3 s', '1500 ms']),
          delayedAck: random.pick(['200 ms', '40 ms', '1 us']),
        },
        nics: ['n', 'm'].slice(0, nics).map(nic),
      });
    for (let count = 0; count < 150; count++) {
      const nics = random.between(1, 2);
      const from = host(nics);
      const to = host(nics);
      // An operating system does not change by a script.
      const os = from.find(({ path }) => path === 'os')!;
      expectUndone(
        from,
        to.map((setting) => (setting.path === 'os' ? os : setting)),
      );
    }
  });

  it('every tool has a sentence for every setting', () => {
    for (const tool of tools)
      for (const { path } of plain) expect(tool.whyNot(path, 'ws2008r2'), `${tool.id} ${path}`).to.match(/^\S.{10,}\.$/);
  });
});
