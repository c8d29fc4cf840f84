import { describe, it, expect } from '#test';
import { nicNameOf, withSettings } from '../../ui/readers/apply.ts';
import { MAX_LINES } from '../../ui/readers/lines.ts';
import { commandOf } from '../../ui/readers/prompts.ts';
import { readPasted, settledSettings } from '../../ui/readers/read.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { expectWhole, reasonsFor, valuesOf } from './expect-reading.ts';
import * as samples from './samples.ts';

const session = `C:\\>netsh int tcp show global
${samples.netsh2008r2}
C:\\Users\\admin>netstat -nato
${samples.netstatWithPid}
PS C:\\> Get-NetAdapterRss
${samples.adapterRss}
$ sudo ethtool -l eth0
${samples.ethtoolChannels}
[admin@box7 ~]$ lscpu
${samples.lscpu}`;

const kindsOf = (text: string) =>
  readPasted(text)
    .parts.filter(({ kind }) => kind)
    .map(({ kind }) => kind);

describe('a paste of several outputs', () => {
  it('with prompts, is cut at the commands', () => {
    const reading = expectWhole(session);
    expect(kindsOf(session)).to.deep.equal(['netsh', 'netstat', 'adapter-rss', 'ethtool-channels', 'lscpu']);
    expect(reading.parts.map(({ command }) => command?.text)).to.deep.equal([
      'netsh int tcp show global',
      'netstat -nato',
      'Get-NetAdapterRss',
      'ethtool -l eth0',
      'lscpu',
    ]);
    expect(reading.adapters.map(({ name }) => name)).to.deep.equal(['Ethernet 3', 'Ethernet 4', 'eth0']);
    const line = reading.findings.find(({ path }) => path === 'processors.sockets')!.line;
    expect(session.split('\n')[line.number - 1]).to.equal(line.text);
  });

  it('without prompts, is cut where another kind begins', () => {
    const text = [
      samples.systeminfo2008r2,
      samples.netsh2008r2,
      samples.ethtoolRss,
      samples.ethtoolCoalesce,
      samples.lscpu,
      samples.reg,
    ].join('\n');
    expectWhole(text);
    expect(kindsOf(text)).to.deep.equal(['systeminfo', 'netsh', 'ethtool-rss', 'ethtool-coalesce', 'lscpu', 'reg']);
  });

  it('the switch of the system is not that of the adapters', () => {
    const values = valuesOf(readPasted(session));
    expect(values['windows.netsh.rss']).to.equal('disabled');
    expect(values['nics[0].rss.enabled']).to.equal(true);
  });

  it('reads the same with CR LF, with CR CR LF, with CR and with tabs for blanks between label and value', () => {
    const values = valuesOf(readPasted(session));
    for (const end of ['\r\n', '\r\r\n', '\r']) expect(valuesOf(expectWhole(session.replaceAll('\n', end)))).to.deep.equal(values);
    const tabbed = samples.netsh2008r2.replace(/ {2,}:/g, '\t:');
    expect(valuesOf(expectWhole(tabbed))).to.deep.equal(valuesOf(readPasted(samples.netsh2008r2)));
    expect(valuesOf(expectWhole(samples.lscpu.replace(/ {4,}/g, '\t')))['processors.sockets']).to.equal(2);
  });

  it('two values for one place are a conflict; the later one counts only when that is said', () => {
    const reading = expectWhole(`${samples.netsh2008}\n$ true\n${samples.netsh2008r2}`);
    expect(reading.conflicts.map(({ path }) => path)).to.have.members([
      'os',
      'windows.netsh.rss',
      'windows.netsh.chimney',
      'tcp.autoTuning',
      'tcp.congestion',
      'tcp.ecn',
      'tcp.timestamps',
    ]);
    const settled = (chosen?: Parameters<typeof settledSettings>[1]) =>
      Object.fromEntries(settledSettings(reading, chosen).map(({ path, value }) => [path, value]));
    const undisputed = { 'windows.netsh.netdma': 'enabled', 'windows.netsh.dca': 'disabled' };
    expect(settled()).to.deep.equal(undisputed);
    expect(settled('later')['tcp.autoTuning']).to.equal('highlyrestricted');
    const { findings } = reading.conflicts.find(({ path }) => path === 'tcp.autoTuning')!;
    expect(settled(new Map([['tcp.autoTuning', findings[0]!]]))).to.deep.equal({
      ...undisputed,
      'tcp.autoTuning': 'restricted',
    });
  });

  it('the same value twice is no conflict', () => {
    expect(readPasted(`${samples.lscpu}\n$ lscpu\n${samples.lscpu}`).conflicts).to.deep.equal([]);
  });

  it('another language is said, with prompt and without', () => {
    for (const [text, kind] of [
      [samples.netshForeign, 'netsh'],
      [samples.systeminfoForeign, 'systeminfo'],
      [samples.lscpuForeign, 'lscpu'],
      ['C:\\>systeminfo\n\nNom de l’hôte:   FILES7\nVersion du système:   6.1.7601\n', 'systeminfo'],
    ] as const) {
      const reading = expectWhole(text);
      expect(reading.findings, text).to.deep.equal([]);
      expect(kindsOf(text)).to.deep.equal([kind]);
      for (const { reason } of reading.left) expect(reason).to.match(/English/);
    }
  });

  it('text that is none of these is listed', () => {
    const reading = expectWhole('Dear all,\n\nplease find attached.\n');
    expect(reading.parts[0]!.kind).to.equal(null);
    expect(reading.left).to.have.length(2);
    expect(expectWhole('').left).to.deep.equal([]);
  });

  it('cut off anywhere, still accounts for every line', () => {
    for (let length = 0; length < session.length; length += 97) expectWhole(session.slice(0, length));
    for (let start = 0; start < session.length; start += 97) expectWhole(session.slice(start));
  });

  it('a line that is not understood amid those that are is listed as such', () => {
    for (const [text, at] of [
      [samples.netsh2008r2, 'ECN'],
      [samples.ethtoolRss, 'RSS hash function'],
      [samples.ethtoolRings, 'Current'],
      [samples.netstat, '  TCP    [2001'],
    ] as const) {
      const reading = expectWhole(text.replace(at, `no such thing\n${at}`));
      expect(reasonsFor(reading, 'no such thing'), at).to.deep.equal(['This line was not understood.']);
      expect(valuesOf(reading), at).to.deep.equal(valuesOf(readPasted(text)));
    }
  });

  it('a ninth adapter is one too many', () => {
    const text = Array.from({ length: 9 }, (_, index) => samples.ethtoolRings.replace('eth0', `eth${index}`)).join('\n');
    const reading = expectWhole(text);
    expect(reading.adapters).to.have.length(8);
    expect(reasonsFor(reading, 'RX:\t\t2048')).to.deep.equal(['“eth8” is one adapter too many: a host has 8 at most.']);
  });

  it('huge and hostile texts are read well within the time of a test, and what is beyond the bound is said', () => {
    const inputs = [
      'Name : x\n'.repeat(60_000),
      `${' '.repeat(100_000)}:${' '.repeat(100_000)}x`,
      `${samples.adapterRss}\n`.repeat(600),
      `IndirectionTable: [Group:Number]                : 0:0\n${' 0:0 0:1\n'.repeat(60_000)}`,
      '[ {\n'.repeat(30_000),
      '---- ----\n'.repeat(30_000),
      'C:\\'.repeat(500_000),
      '0,'.repeat(4000),
    ];
    for (const text of inputs) {
      const reading = expectWhole(text);
      expect(reading.isCut).to.equal(text.split('\n').length > MAX_LINES || text.length > 4_000_000);
    }
  });
});

describe('command lines', () => {
  const rows: [string, string | null, string | null, string | null][] = [
    ['C:\\>netsh interface tcp show global', 'netsh interface tcp show global', 'netsh', null],
    ['netsh interface tcp>show global', 'netsh interface tcp show global', 'netsh', null],
    ['PS C:\\Users\\a> Get-NetAdapterVmq', 'Get-NetAdapterVmq', 'adapter-vmq', null],
    ['root@host:~# ethtool --show-coalesce ens1f0', 'ethtool --show-coalesce ens1f0', 'ethtool-coalesce', 'ens1f0'],
    ['# ethtool -x eth1', 'ethtool -x eth1', 'ethtool-rss', 'eth1'],
    ['$ ls', 'ls', null, null],
    ['systeminfo', 'systeminfo', 'systeminfo', null],
    [
      'wmic cpu get NumberOfCores,NumberOfLogicalProcessors /value',
      'wmic cpu get NumberOfCores,NumberOfLogicalProcessors /value',
      'wmic-cpu',
      null,
    ],
    ['Get-NetAdapterRss : The term is not recognized', null, null, null],
    ['# a heading', null, null, null],
    ['CPU(s):  8', null, null, null],
  ];
  for (const [line, text, kind, device] of rows)
    it(line, () => {
      const command = commandOf(line);
      expect(command && [command.text, command.kind, command.device]).to.deep.equal(text === null ? null : [text, kind, device]);
    });
});

describe('settings in a host', () => {
  it('make a document that is valid, with adapters added under names that it takes', () => {
    const reading = readPasted(`${samples.systeminfo2008r2}\n${samples.wmicNamed.replace(/\r+/g, '')}\n${samples.adapterRss}`);
    const host = withSettings({ name: 'files7', nics: [] as { name: string }[] }, settledSettings(reading, 'later'), reading.adapters);
    expect(host.nics.map(({ name }) => name)).to.deep.equal(['Ethernet-3', 'Ethernet-4']);
    const result = validateScenario({ nicscope: 1, hosts: [host] });
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    expect(result.scenario.hosts[0]!.processors.coresPerSocket).to.equal(6);
    expect(result.scenario.hosts[0]!.nics[0]!.rss.table).to.have.length(128);
  });

  it('names', () => {
    expect(nicNameOf('SLOT 4 Port 2', 0, new Set())).to.equal('SLOT-4-Port-2');
    expect(nicNameOf('10G', 1, new Set())).to.equal('G');
    expect(nicNameOf('本地连接', 2, new Set())).to.equal('nic2');
    expect(nicNameOf('eth0', 1, new Set(['eth0']))).to.equal('eth0-2');
  });
});
