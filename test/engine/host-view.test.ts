// Sessions at the consoles of emulated hosts, entered by the timeline of a world that carries traffic: settings that come into force at once
// and after a restart, counters that say what the report says, sameness of runs, and random command lines.

import { describe, expect, it } from '#test';
import type { World } from '../../ui/engine/world.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { Random } from '../build/random.ts';
import { complaints } from '../core/world-checks.ts';
import { fuzzIterations } from '../fuzz/iterations.ts';
import { MS, runTo, screenOf, screensOf, SECOND, threeHosts, worldOf, type Command } from './console-stage.ts';

const requests = (port: number, changes: object = {}): NonNullable<ScenarioDraft['traffic']>[number] => ({
  app: 'requests',
  from: 'other',
  to: `server:${port}`,
  connections: 16,
  pause: '1 ms',
  ...changes,
});

const NDIS = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\NDIS\\Parameters';

/** Frames by processor of the server's adapter. */
const framesByProcessor = ({ nics }: WorldReport): number[] => {
  const frames: number[] = [0, 0, 0, 0];
  for (const { processor, frames: count } of nics[0]!.queues) frames[processor!]! += count;
  return frames;
};

const busyPs = ({ hosts }: WorldReport): number[] =>
  hosts[0]!.processors.map(({ threadPs, dpcPs, interruptPs }) => threadPs + dpcPs + interruptPs);

function reportAt(world: World, ps: number): WorldReport {
  runTo(world, ps);
  return world.report();
}

const minus = (after: readonly number[], before: readonly number[]): number[] => after.map((value, at) => value - before[at]!);

describe('Settings made at the console', () => {
  it('netsh switches RSS off in the middle of a run: all load goes to one processor', async () => {
    const document = threeHosts([['300 ms', 'server', 'netsh int tcp set global rss=disabled']], { traffic: [requests(80)] });
    const world = await worldOf(document);
    const [start, before] = [reportAt(world, 100 * MS), reportAt(world, 290 * MS)];
    expect(minus(busyPs(before), busyPs(start)).filter((ps) => ps > 0)).to.have.length(4);
    const [after, end] = [reportAt(world, 400 * MS), reportAt(world, 600 * MS)];
    const load = minus(busyPs(end), busyPs(after));
    expect(load.filter((ps) => ps > 0)).to.have.length(1);
    expect(screenOf(world, 0)).to.match(/rss=disabled\nOk\./);
    expect(end.faults).to.deep.equal([]);
  });

  it('a value in the registry waits until the computer has restarted', async () => {
    const document = threeHosts(
      [
        ['100 ms', 'server', `reg add ${NDIS} /v MaxNumRssCpus /t REG_DWORD /d 1 /f`],
        ['500 ms', 'server', 'shutdown /r /t 1'],
      ],
      { traffic: [requests(80), requests(81, { start: '63 s' })] },
    );
    const world = await worldOf(document);
    const [before, waiting] = [reportAt(world, 200 * MS), reportAt(world, 1400 * MS)];
    expect(framesByProcessor(waiting).filter((frames, at) => frames > framesByProcessor(before)[at]!)).to.have.length(4);
    const [started, end] = [reportAt(world, 64 * SECOND), reportAt(world, 65 * SECOND)];
    expect(started.nics[0]!.queues).to.have.length(1);
    expect(end.nics[0]!.queues[0]!.frames).to.be.greaterThan(started.nics[0]!.queues[0]!.frames);
    // A new prompt: the computer forgot the old one.
    expect(world.promptView(0).history).to.deep.equal([]);
  });

  it('a change of an entry that a command has taken away changes nothing', async () => {
    const document = threeHosts([['1 ms', 'server', 'netsh int tcp reset']]);
    document.hosts[0]!.windows = { chimneyPorts: [{ state: 'disabled', localPort: 80 }] };
    document.timeline!.push({ do: 'set', at: '2 ms', path: 'hosts[0].windows.chimneyPorts[0].localPort', value: 81 });
    const world = await worldOf(document);
    runTo(world, 3 * MS);
    expect(world.settings.wanted.hosts[0]!.windows.chimneyPorts).to.deep.equal([]);
  });

  it('a restart ends all connections of a computer: peers find out, and its servers listen again', async () => {
    const document = threeHosts([['500 ms', 'server', 'shutdown /r /t 1']], {
      traffic: [
        requests(80),
        requests(81, { start: '63 s', family: 'ipv6' }),
        { app: 'bulk', from: 'server', to: 'other:90', connections: 2 },
        { app: 'echo', from: 'other', to: 'server:7', transport: 'udp', pause: '10 ms' },
        { app: 'requests', from: 'client', to: 'other:91', pause: '10 ms' },
      ],
    });
    const world = await worldOf(document);
    const before = reportAt(world, 1499 * MS);
    expect(before.connections.filter(({ host }) => host === 0).length).to.be.greaterThan(17);
    const gone = reportAt(world, 1500 * MS);
    expect(gone.connections.filter(({ host }) => host === 0)).to.deep.equal([]);
    expect(gone.hosts[0]!.tcp.resetsOut).to.equal(0);
    expect(gone.connections.filter(({ host, transport }) => host === 2 && transport === 'tcp')).to.have.length(16 + 2 + 1);
    expect(gone.apps.map(({ failed }) => failed)).to.deep.equal([0, 0, 2, 0, 0]);
    const [end, later] = [reportAt(world, 64 * SECOND), reportAt(world, 66 * SECOND)];
    expect(end.apps.map(({ failed }) => failed)).to.deep.equal([16, 0, 2, 0, 0]);
    expect(end.apps[1]!.established).to.equal(16);
    // The datagrams' client goes on asking, and is answered again; a connection that was not the server's never noticed.
    for (const app of [1, 3, 4]) expect(later.apps[app]!.exchanges).to.be.greaterThan(end.apps[app]!.exchanges);
    expect(later.faults).to.deep.equal([]);
  });

  it('without an outage the peer is told by a reset when it sends', async () => {
    const document = threeHosts([], { traffic: [requests(80)] });
    document.timeline = [{ do: 'restart', at: '100 ms', host: 'server', outage: '0 s' }];
    const world = await worldOf(document);
    const report = reportAt(world, 1 * SECOND);
    expect(report.apps[0]!.failed).to.equal(16);
    expect(report.hosts[0]!.tcp.resetsOut).to.be.at.least(16);
    expect(report.connections).to.deep.equal([]);
  });
});

describe('Counters of a running world', () => {
  /** Values of the lines that typeperf printed. */
  const samples = (screen: string): number[][] =>
    screen
      .split('\n')
      .filter((line) => /^"\d\d\/\d\d\//.test(line))
      .map((line) =>
        line
          .split('","')
          .slice(1)
          .map((text) => parseFloat(text)),
      );

  it('typeperf prints the differences of reports', async () => {
    const paths = [
      '\\Network Interface(*)\\Packets Received/sec',
      '\\Network Interface(*)\\Bytes Sent/sec',
      '\\TCPv4\\Segments Received/sec',
      '\\TCPv6\\Segments Sent/sec',
      '\\Processor(2)\\% Processor Time',
      '\\Processor(_Total)\\% DPC Time',
      '\\Processor Information(0,1)\\Interrupts/sec',
      '\\Network Interface(*)\\Current Bandwidth',
    ];
    const line = `typeperf ${paths.map((path) => `"${path}"`).join(' ')} -sc 2 -si 1`;
    const document = threeHosts([['500 ms', 'server', line]], { traffic: [requests(80), requests(81, { family: 'ipv6' })] });
    const world = await worldOf(document);
    const reports = [reportAt(world, 500 * MS), reportAt(world, 1500 * MS), reportAt(world, 2500 * MS)];
    const printed = samples(screenOf(world, 0));
    expect(printed).to.have.length(2);
    for (const [at, [received, sent, segments, , second, dpc, , bandwidth]] of printed.entries()) {
      const [before, after] = [reports[at]!, reports[at + 1]!];
      expect(received).to.equal(after.nics[0]!.receivedFrames - before.nics[0]!.receivedFrames);
      expect(sent).to.equal(after.nics[0]!.sentBytes - before.nics[0]!.sentBytes);
      expect(segments)
        .to.be.greaterThan(0)
        .and.to.be.lessThan(after.hosts[0]!.tcp.segmentsIn - before.hosts[0]!.tcp.segmentsIn);
      expect(second).to.be.closeTo((100 * (busyPs(after)[2]! - busyPs(before)[2]!)) / SECOND, 1e-5);
      const dpcs = ({ hosts }: WorldReport) => hosts[0]!.processors.reduce((sum, { dpcPs }) => sum + dpcPs, 0);
      expect(dpc).to.be.closeTo((100 * (dpcs(after) - dpcs(before))) / 4 / SECOND, 1e-5);
      expect(bandwidth).to.equal(world.resolved.links[0]!.bitsPerSecond);
    }
  });

  it('feeds every object of its version that has something to tell, and no others', async () => {
    const world = await worldOf(threeHosts([], { traffic: [requests(80)] }));
    runTo(world, 50 * MS);
    const { numbers } = world.counters(0);
    expect([...numbers.keys()]).to.deep.equal([
      'Processor',
      'Processor Information',
      'Network Interface',
      'Per Processor Network Interface Card Activity',
      'Per Processor Network Activity Cycles',
      'TCPv4',
      'TCPv6',
      'IPv4',
      'IPv6',
    ]);
    expect([...numbers.get('Processor')!.keys()]).to.deep.equal(['0', '1', '2', '3', '_Total']);
    expect([...numbers.get('Processor Information')!.keys()]).to.deep.equal(['0,0', '0,1', '0,2', '0,3', '0,_Total', '_Total']);
    expect(numbers.get('TCPv4')!.get('')!.get('Connections Established')).to.equal(16);
    expect(numbers.get('Network Interface')!.values().next().value!.get('Offloaded Connections')).to.equal(0);
    // An ideal host has no processors to tell of.
    expect([...world.counters(2).numbers.keys()]).to.deep.equal(['Network Interface', 'TCPv4', 'TCPv6', 'IPv4', 'IPv6']);
  });

  it('cycles of an adapter are those of the ledger', async () => {
    const world = await worldOf(threeHosts([], { traffic: [requests(80)] }));
    runTo(world, 50 * MS);
    const report = world.report();
    const { clockHz } = world.resolved.hosts[0]!;
    const cycles = [...world.counters(0).numbers.get('Per Processor Network Activity Cycles')!.values()];
    for (const [number, { costs }] of report.hosts[0]!.processors.entries()) {
      const ps = (id: string) => costs.find((cost) => cost.id === id)?.ps ?? 0;
      expect(cycles[number]!.get('Interrupt Cycles/sec')).to.be.closeTo((ps('int') * clockHz) / 1e12, 1);
      expect(cycles[number]!.get('NDIS Return Packet Cycles/sec')).to.be.closeTo((ps('nbl_return') * clockHz) / 1e12, 1);
      expect(cycles[number]!.has('Miniport Send Cycles/sec')).to.equal(false);
    }
  });
});

describe('Connections and names at the console', () => {
  it('netstat lists listeners, connections of both families and sockets of datagrams', async () => {
    const document = threeHosts(
      [
        ['100 ms', 'server', 'netstat -ano'],
        ['100 ms', 'other', 'netstat -an'],
        ['200 ms', 'server', 'ping other -n 1'],
      ],
      {
        traffic: [
          requests(80, { connections: 1 }),
          requests(81, { connections: 1, family: 'ipv6' }),
          { app: 'echo', from: 'other', to: 'server:7', transport: 'udp', pause: '1 ms' },
        ],
      },
    );
    const [server, , other] = await screensOf(document, 1 * SECOND);
    const rows = server!
      .split('\n')
      .filter((line) => /^ {2}(TCP|UDP)/.test(line))
      .map((line) => line.trim().split(/\s+/).join(' '));
    expect(rows).to.deep.equal([
      'TCP 0.0.0.0:80 0.0.0.0:0 LISTENING 1200',
      'TCP 0.0.0.0:81 0.0.0.0:0 LISTENING 1204',
      'TCP 192.0.2.1:80 192.0.2.3:49152 ESTABLISHED 1200',
      'TCP [::]:80 [::]:0 LISTENING 1200',
      'TCP [::]:81 [::]:0 LISTENING 1204',
      'TCP [2001:db8::1]:81 [2001:db8::3]:49153 ESTABLISHED 1204',
      'UDP 0.0.0.0:7 *:* 1208',
      'UDP [::]:7 *:* 1208',
    ]);
    expect(other).to.match(/UDP {4}192\.0\.2\.3:\d+ +\*:\*/);
    expect(server).to.contain('Pinging other [192.0.2.3] with 32 bytes of data:');
  });

  it('completes lines, and tells what a prompt is', async () => {
    const world = await worldOf(threeHosts([['0 s', 'client', 'ping server -n 3']]));
    expect(world.complete(0, 'netsh int tcp set gl', 20)).to.deep.equal({ from: 18, to: 20, candidates: ['global'] });
    expect(world.complete(0, 'ping ', 5).candidates).to.deep.equal(['client', 'other']);
    expect(world.promptView(0)).to.include({ prompt: 'C:\\Users\\Administrator>', busy: false, closed: false, elevated: true });
    runTo(world, 1 * SECOND);
    expect(world.promptView(1)).to.include({ prompt: '', busy: true, timePs: SECOND });
    runTo(world, 5 * SECOND);
    expect(world.promptView(1)).to.deep.include({ prompt: 'C:\\Users\\Administrator>', busy: false, history: ['ping server -n 3'] });
  });
});

const session: readonly Command[] = [
  ['1 ms', 'server', 'netstat -ano'],
  ['2 ms', 'client', 'ping server -n 3 & netstat -e'],
  ['3 ms', 'other', 'ping 2001:db8::1 -n 2'],
  ['200 ms', 'server', 'typeperf "\\Processor(*)\\*" "\\TCPv4\\*" -sc 2'],
  ['300 ms', 'client', 'netsh int tcp set global rss=disabled'],
  ['2500 ms', 'server', `reg add ${NDIS} /v MaxNumRssCpus /t REG_DWORD /d 2 /f & shutdown /r /t 0`],
  ['63 s', 'server', 'netstat -s'],
];

describe('Sameness of runs with consoles', () => {
  const document = threeHosts(session, { traffic: [requests(80, { connections: 4, pause: '20 ms' })] });
  const END = 64 * SECOND;
  const state = (world: World) => [world.fingerprint(), ...[0, 1, 2].map((host) => screenOf(world, host))];

  it('does not depend on slices', async () => {
    const straight = await worldOf(document);
    runTo(straight, END);
    const sliced = await worldOf(document);
    const random = new Random(7);
    for (let at = 0; at < END; at += random.between(1, 900) * MS) {
      runTo(sliced, at);
      for (let steps = random.below(20); steps > 0; steps--) sliced.step();
    }
    runTo(sliced, END);
    expect(state(sliced)).to.deep.equal(state(straight));
  });

  it('goes the same way again from a snapshot, while a ping and samples are under way', async () => {
    const world = await worldOf(document);
    for (const at of [2 * MS + 500, 1002 * MS, 1300 * MS, 2501 * MS]) {
      runTo(world, at);
      const snapshot = world.snapshot();
      runTo(world, END);
      const first = state(world);
      world.restore(snapshot);
      runTo(world, END);
      expect(state(world)).to.deep.equal(first);
      world.restore(snapshot);
    }
  });
});

const words = [
  ...'netsh netstat ping typeperf reg shutdown devcon ipconfig route exit cls help int tcp set global show rss=disabled rss=enabled'.split(
    ' ',
  ),
  ...'chimney=enabled -n 2 1 -l 1472 3000 -f -w 10 -i 1 -ano -s -e -t server client other localhost 192.0.2.2 192.0.2.99 ::1 2001:db8::3'.split(
    ' ',
  ),
  ...'255.255.255.255 0.0.0.0 224.0.0.1 ff02::1 [::1] -sc 3 "\\Processor(*)\\*" "\\Network Interface(*)\\*" "\\TCPv6\\*" /r /a /t 0 5'.split(
    ' ',
  ),
  ...`add query delete ${NDIS} /v MaxNumRssCpus RssBaseCpu /d /f REG_DWORD & && \u0003 restart =net reset ip taskoffload=disabled`.split(
    ' ',
  ),
];

const whole = [
  'netsh int tcp set global rss=disabled',
  'netsh int tcp set global rss=enabled',
  'shutdown /r /t 0',
  'devcon restart =net @PCI*',
  'ping other -n 2',
  'ping 192.0.2.99 -n 1 & netstat -s',
  '\u0003',
  `reg add ${NDIS} /v MaxNumRssCpus /t REG_DWORD /d 2 /f`,
  'typeperf "\\Per Processor Network Interface Card Activity(*)\\*" -sc 1',
];

/** A seed takes a second. */
const MOST_SEEDS = 300;

describe('Random command lines in a running world', () => {
  for (let seed = 1; seed <= Math.min(fuzzIterations(6), MOST_SEEDS); seed++)
    it(`leave it sound, and replay, seed ${seed}`, async () => {
      const random = new Random(seed);
      const line = () =>
        random.oneIn(2) ? random.pick(whole) : Array.from({ length: random.between(1, 7) }, () => random.pick(words)).join(' ');
      const commands = Array.from({ length: 25 }, (_, at): Command => [
        `${at * 700 + random.below(700)} ms`,
        random.pick(['server', 'client', 'other']),
        line(),
      ]);
      const document = threeHosts(commands, {
        traffic: [
          requests(80, { connections: 3, pause: '50 ms' }),
          { app: 'echo', from: 'client', to: 'other:7', transport: 'udp', pause: '40 ms' },
        ],
      });
      const once = await worldOf(document);
      const again = await worldOf(document);
      runTo(once, 30 * SECOND);
      for (let at = 0; at <= 30 * SECOND; at += random.between(1, 3000) * MS) runTo(again, at);
      runTo(again, 30 * SECOND);
      expect(complaints(once)).to.deep.equal([]);
      expect(again.fingerprint()).to.equal(once.fingerprint());
      for (const host of [0, 1, 2]) {
        expect(screenOf(again, host)).to.equal(screenOf(once, host));
        expect(screenOf(once, host)).not.to.match(/undefined|NaN|\[object/);
      }
    });
});
