// The state in the URL, and the setting as commands.

import { describe, expect, it } from '#test';
import { type CaptureState, decodeState, encodeState, pages, settingsDiff } from '../../ui/scenario/capture-state.ts';
import { rssCommands } from '../../ui/features/rss-commands.ts';
import {
  rssDefaults,
  rssFaults,
  rssHashTypeFields,
  rssProcessors,
  type RssSettings,
  SYMMETRIC_KEY,
  VERIFICATION_KEY,
} from '../../ui/features/rss.ts';
import { testRandom } from './flows.ts';

const DEFAULT: CaptureState = {
  page: 'capture',
  settings: { ...rssDefaults },
  server: { kind: 'auto' },
  measure: 'packets',
  baseline: null,
};

function randomSettings(random: () => number): RssSettings {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const processors = whole(1, 64);
  const settings: RssSettings = {
    processors,
    threadsPerCore: whole(1, 2),
    skipSiblings: random() < 0.5,
    baseProcessor: whole(0, processors - 1),
    maxProcessors: whole(1, 64),
    queues: whole(1, 64),
    tableEntries: 2 ** whole(1, 7),
    table: null,
    key: [
      VERIFICATION_KEY,
      SYMMETRIC_KEY,
      Array.from({ length: whole(40, 64) }, () => whole(0, 255).toString(16).padStart(2, '0')).join(''),
    ][whole(0, 2)]!,
    hashFlags: rssHashTypeFields.reduce((flags, { flag }) => (random() < 0.5 ? flags | flag : flags), 0),
  };
  const { length } = rssProcessors(settings).processors;
  if (random() < 0.5) settings.table = Array.from({ length: settings.tableEntries }, () => whole(0, length - 1));
  return settings;
}

describe('The state in the URL', () => {
  it('is short and readable', () => {
    expect(encodeState(DEFAULT)).to.equal('#capture');
    const state: CaptureState = {
      page: 'capture',
      settings: { ...rssDefaults, queues: 8, maxProcessors: 8, tableEntries: 8, table: [0, 0, 0, 1, 2, 3, 3, 3], key: SYMMETRIC_KEY },
      server: { kind: 'addresses', addresses: ['192.0.2.10', '2001:db8::1'] },
      measure: 'bytes',
      baseline: { ...rssDefaults },
    };
    expect(encodeState(state)).to.equal(
      '#capture?max=8&q=8&entries=8&table=0x3.1.2.3x3&key=symmetric&server=192.0.2.10,2001:db8::1&by=bytes&pin=defaults',
    );
  });

  it('comes back as it was', () => {
    const random = testRandom(17);
    for (let round = 0; round < 500; round++) {
      const state: CaptureState = {
        page: pages[Math.floor(random() * pages.length)]!,
        settings: randomSettings(random),
        server: [
          { kind: 'auto' as const },
          { kind: 'all' as const },
          { kind: 'auto' as const, iface: 3 },
          { kind: 'all' as const, iface: 'every' as const },
          { kind: 'addresses' as const, addresses: ['10.0.0.1', 'fe80::1', '02:00:00:00:00:01'] },
        ][Math.floor(random() * 5)]!,
        measure: random() < 0.5 ? 'packets' : 'bytes',
        baseline: random() < 0.5 ? null : random() < 0.2 ? { ...rssDefaults } : randomSettings(random),
      };
      const text = encodeState(state);
      expect(decodeState(text), text).to.deep.equal({ state, problems: [] });
      expect(text).to.match(/^#[a-z]+(\?[\w.]+=[\w.,:-]+(&[\w.]+=[\w.,:-]+)*)?$/);
    }
  });

  const problems: [fragment: string, parameter: string, message: RegExp, rest?: Partial<RssSettings>][] = [
    ['#capture?q=0', 'q', /^q=0 is not one of 1 to 64\. The default is used\.$/],
    ['#capture?q=eight&max=8', 'q', /^q=eight is not a whole number\./, { maxProcessors: 8 }],
    ['#capture?q=1e1', 'q', /not a whole number/],
    ['#capture?entries=100&q=8', 'entries', /^entries=100 is not one of 2, 4, 8, 16, 32, 64, 128\./, { queues: 8 }],
    ['#capture?p=4&base=4', 'base', /Base processor 4 does not exist/, { processors: 4 }],
    ['#capture?entries=4&table=0.1.2', 'table', /has 3 entries, its size says 4/, { tableEntries: 4 }],
    ['#capture?entries=4&table=0.1.2.9', 'table', /Entry 3 names queue 9/, { tableEntries: 4 }],
    ['#capture?table=0x999', 'table', /128 are the most/],
    ['#capture?table=a', 'table', /not a list of queues/],
    ['#capture?key=6d5a', 'key', /2 bytes/],
    ['#capture?types=ipv4,ipx', 'types', /names “ipx”/],
    ['#capture?siblings=maybe', 'siblings', /neither use nor skip/],
    ['#capture?if=eth0', 'if', /neither the number of an interface nor every.*busiest/],
    ['#capture?server=10.0.0.300', 'server', /above 255.*found automatically/],
    ['#capture?by=frames', 'by', /neither packets nor bytes/],
    ['#capture?pin.q=0', 'pin.q', /not one of 1 to 64/],
    ['#capture?pin=q', 'pin', /nothing is pinned/],
    ['#capture?colour=red', 'colour', /not a parameter/],
    ['#capture?q=8&q=9', 'q', /more than once/, { queues: 8 }],
    ['#elsewhere', 'page', /no page/],
  ];
  for (const [fragment, parameter, message, rest] of problems)
    it(`${fragment} says what is wrong and keeps the rest`, () => {
      const decoded = decodeState(fragment);
      expect(decoded.problems.map((problem) => problem.parameter)).to.deep.equal([parameter]);
      expect(decoded.problems[0]!.message).to.match(message);
      expect(decoded.state.settings).to.deep.equal({ ...rssDefaults, ...rest });
    });

  it('whatever it holds, the settings are usable', () => {
    const random = testRandom(23);
    const words = [
      'q',
      'p',
      'base',
      'max',
      'entries',
      'table',
      'key',
      'types',
      'siblings',
      'threads',
      'server',
      'by',
      'pin',
      'pin.q',
      'pin.table',
      '=',
      '&',
      '0',
      '1',
      '64',
      '128',
      '0.1',
      '0x64',
      'x',
      '.',
      ',',
      ':',
      '%',
      '%41',
      '#',
      '?',
      'none',
      'udp-ipv4',
      'symmetric',
      '__proto__',
      'constructor',
      '…',
    ];
    for (let round = 0; round < 20_000; round++) {
      const fragment = `#capture?${Array.from({ length: Math.floor(random() * 14) }, () => words[Math.floor(random() * words.length)]).join('')}`;
      const { state } = decodeState(fragment);
      expect(rssFaults(state.settings), fragment).to.deep.equal([]);
      if (state.baseline) expect(rssFaults(state.baseline), fragment).to.deep.equal([]);
      expect(decodeState(encodeState(state)), fragment).to.deep.equal({ state, problems: [] });
    }
  });
});

it('Differences name what changed', () => {
  expect(settingsDiff(rssDefaults, rssDefaults)).to.deep.equal([]);
  expect(settingsDiff(rssDefaults, { ...rssDefaults, queues: 8, key: SYMMETRIC_KEY })).to.deep.equal([
    { setting: 'queues', label: 'Receive queues', from: '4', to: '8' },
    { setting: 'key', label: 'Key', from: 'verification key', to: 'symmetric key' },
  ]);
});

describe('Commands', () => {
  const text = (id: string, settings: Partial<RssSettings> = {}) =>
    rssCommands({ ...rssDefaults, ...settings }).find((command) => command.id === id)!.text;

  it('Windows Server 2008: netsh, the NDIS values, and the adapter’s values of 2008 R2', () => {
    const lines = text('windows-2008', { maxProcessors: 6, baseProcessor: 2 }).split('\n');
    expect(lines).to.include('netsh interface tcp set global rss=enabled');
    expect(lines).to.include('reg add "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters" /v MaxNumRssCpus /t REG_DWORD /d 6 /f');
    expect(lines).to.include('reg add "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters" /v RssBaseCpu /t REG_DWORD /d 2 /f');
    expect(
      lines.filter((line) => line.includes('*RssBaseProcNumber') && line.includes('{4D36E972-E325-11CE-BFC1-08002BE10318}\\<nnnn>')),
    ).to.have.length(1);
    // 2012 and later only; must not be offered here.
    expect(lines.join()).to.not.match(/\*NumRSSQueues|\*RSSProfile|\*RssMaxProcNumber/);
    expect(text('windows-2008', { maxProcessors: 17 })).to.match(/must not be set above 16/);
  });

  it('PowerShell is marked as later', () => {
    expect(text('powershell')).to.match(/2012 and later/);
    expect(text('powershell', { queues: 8 })).to.match(
      /^Set-NetAdapterRss -Name "Ethernet" -Enabled \$true -BaseProcessorNumber 0 -MaxProcessors 4 -NumberOfReceiveQueues 8$/m,
    );
  });

  it('ethtool: queues, table, key and fields', () => {
    const lines = text('ethtool').split('\n');
    expect(lines).to.include('ethtool -L eth0 combined 4');
    expect(lines).to.include('ethtool -X eth0 equal 4');
    expect(lines.find((line) => line.includes('hkey'))).to.match(/^ethtool -X eth0 hkey 6d:5a:56:da(:[0-9a-f]{2}){36} hfunc toeplitz$/);
    expect(lines).to.include('ethtool -N eth0 rx-flow-hash tcp4 sdfn');
    expect(lines).to.include('ethtool -N eth0 rx-flow-hash udp4 sd');
  });

  it('ethtool: a table set by hand becomes weights, and says what is lost', () => {
    const made = text('ethtool', { tableEntries: 8, table: [0, 0, 0, 1, 1, 2, 3, 0] });
    expect(made).to.match(/^ethtool -X eth0 weight 4 2 1 1$/m);
    expect(made).to.match(/cannot be expressed/);
  });

  it('DPDK: key, table in groups of 64, and flow types', () => {
    const made = text('dpdk');
    expect(made.match(/0x[0-9a-f]{2}/g)).to.have.length(40);
    expect(made.match(/\.mask = UINT64_MAX/g)).to.have.length(2);
    expect(made).to.contain('RTE_ETH_RSS_NONFRAG_IPV4_TCP').and.not.contain('_UDP');
    expect(text('dpdk', { tableEntries: 8 })).to.contain('.mask = (UINT64_C(1) << 8) - 1');
    expect(text('dpdk', { hashFlags: 0 })).to.match(/\.rss_hf = 0 /);
  });
});
