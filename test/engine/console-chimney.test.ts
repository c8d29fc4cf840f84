// What the console and the counters of a host say of offloaded connections, against what the adapters hold and count: at every millisecond
// of runs in which connections go to adapters and come back.

import { describe, expect, it } from '#test';
import { enterLine, newSession } from '../../ui/console/session.ts';
import { screenText } from '../../ui/console/screen.ts';
import type { ConsoleState } from '../../ui/console/state.ts';
import { hostView } from '../../ui/engine/host-view.ts';
import { familyStatistics, nicStatistics } from '../../ui/engine/world-statistics.ts';
import { placeOf } from '../../ui/engine/world-counters.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import { UploadReason } from '../../ui/abi/abi.gen.ts';
import type { World } from '../../ui/engine/world.ts';
import { consoleState } from '../../ui/windows/console-state.ts';
import { Random } from '../build/random.ts';
import { sum } from '../core/world-checks.ts';
import { taker, withMode } from '../core/world-chimney-stage.ts';
import type { Draft, TrafficDraft } from '../core/world-stage.ts';
import { MS, runTo, screenOf, worldOf } from './console-stage.ts';

const server = 0;

/** A server with two adapters, each with a client of its own. */
function twoAdapters(traffic: TrafficDraft[], more: Partial<Draft> = {}): object {
  const nics = (speed: '10 Gb/s') => [
    { name: 'one', ...taker({ speed, queues: 2, interrupts: 'msix', rss: { enabled: true } }) },
    { name: 'two', ...taker({ speed, capabilities: { chimneyConnections: 2 } }) },
  ];
  return {
    nicscope: 1,
    hosts: [
      { ...withMode('enabled'), name: 'server', processors: { coresPerSocket: 2 }, nics: nics('10 Gb/s') },
      { name: 'client', kind: 'ideal', nics: nics('10 Gb/s') },
    ],
    links: [
      { ends: ['client.one', 'server.one'], delay: '50 us', loss: 0.002 },
      { ends: ['client.two', 'server.two'], delay: '20 us' },
    ],
    traffic,
    ...more,
  };
}

const mixed: TrafficDraft[] = [
  { app: 'requests', from: 'client', to: 'server.one:80', connections: 4, count: 20, request: 3000, response: 9000, pause: '300 us' },
  { app: 'bulk', from: 'client', to: 'server.one:5001', family: 'ipv6', connections: 3, bytes: '900 KB', interval: '2 ms' },
  { app: 'discard', from: 'client', to: 'server.two:9', connections: 8, interval: '1 ms', bytes: '200 KB' },
  { app: 'chargen', from: 'client', to: 'server.two:19', connections: 2, bytes: '500 KB', start: '4 ms' },
];

function stateOf(world: World): ConsoleState {
  const { core, index } = world.reading;
  const { wanted, inForce } = world.settings;
  const view = hostView({ core, index, resolved: world.resolved, wanted, outages: [], timePs: Number(world.now) }, server);
  return consoleState(wanted.hosts[server]!, inForce.hosts[server]!, view);
}

const linesOf = (state: ConsoleState, line: string): readonly string[] => enterLine(newSession, state, line).lines;

const STATES = ['InHost', 'Offloading', 'Offloaded', 'Uploading'];

/** Rows of `netstat -ant` by local adapter and offload state. */
function rowsBy(state: ConsoleState): Map<string, number> {
  const rows = new Map<string, number>();
  for (const line of linesOf(state, 'netstat -ant')) {
    const [protocol, local, , , offload] = line.trim().split(/\s+/);
    if (protocol !== 'TCP') continue;
    const address = local!.slice(0, local!.lastIndexOf(':')).replace(/^\[|\]$/g, '');
    const nic = state.adapters.findIndex(({ addresses }) => addresses.some((own) => own.address === address));
    expect(STATES).to.include(offload);
    rows.set(`${nic} ${offload}`, (rows.get(`${nic} ${offload}`) ?? 0) + 1);
  }
  return rows;
}

/** Everything that has to agree now; says which states were seen. */
function checkNow(world: World): Set<string> {
  const report = world.report();
  const { core, index } = world.reading;
  const state = stateOf(world);
  const rows = rowsBy(state);
  const table = linesOf(state, 'netsh interface tcp show chimneystats');
  const { numbers } = world.counters(server);
  const interfaces = [...numbers.get('Network Interface')!.values()];
  const cards = [...numbers.get('Per Processor Network Interface Card Activity')!].map(([, card]) => card);
  const seen = new Set<string>();
  for (const nic of [0, 1]) {
    const { chimney, ...counts } = report.nics[nic]!;
    const here = (name: string) => rows.get(`${nic} ${name}`) ?? 0;
    for (const name of STATES) if (here(name)) seen.add(name);
    const what = `adapter ${nic} at ${world.now}`;
    expect([here('Offloading'), here('Offloaded'), here('Uploading')], what).to.deep.equal([
      chimney!.offloading,
      chimney!.offloaded,
      chimney!.uploading,
    ]);
    expect(interfaces[nic]!.get('Offloaded Connections'), what).to.equal(chimney!.offloaded);
    const row = table.find((line) => line.startsWith(`   1${1 + nic}  `))!.split(/\s+/);
    expect(Number(row[4]), what).to.equal(chimney!.offloaded);
    const details = linesOf(state, `netsh interface tcp show chimneystats ${11 + nic}`).flatMap((line) => /: (\d+)$/.exec(line)?.[1] ?? []);
    expect(details.map(Number), what).to.deep.equal([chimney!.capacity, chimney!.offloaded, chimney!.offloading, chimney!.uploading]);
    // Processors together.
    const together = (name: string) => sum([0, 1].map((processor) => cards[2 * processor + nic]!.get(name)!));
    expect(together('Tcp Offload Receive bytes/sec'), what).to.equal(chimney!.receivedData);
    expect(together('Tcp Offload Receive Indications/sec'), what).to.equal(chimney!.indications);
    expect(together('Tcp Offload Send bytes/sec'), what).to.equal(chimney!.sentData);
    expect(together('Tcp Offload Send Request Calls/sec'), what).to.equal(chimney!.sendRequests);
    expect(together('Interrupts/sec'), what).to.equal(counts.interrupts);
    // Frames: what came from the cable was received or dropped, what left was sent.
    const { unicastPackets, otherPackets, bytes, discards, errors } = nicStatistics(core, index.firstNic[server]! + nic);
    const waiting = chimney!.engine.depth;
    expect(unicastPackets.sent + otherPackets.sent, what).to.equal(counts.sentFrames);
    const received = unicastPackets.received + otherPackets.received + discards.received + errors.received + counts.dropped.filtered;
    expect(received, what).to.be.within(counts.arrivedFrames - waiting, counts.arrivedFrames + waiting);
    if (discards.received + errors.received + counts.dropped.filtered === 0 && waiting === 0)
      expect(bytes.received, what).to.equal(counts.arrivedBytes);
  }
  const place = placeOf({ core, index, resolved: world.resolved, host: server });
  const [four, six] = [familyStatistics(place, 4), familyStatistics(place, 6)];
  const { tcp, ip } = report.hosts[server]!;
  for (const name of ['segmentsIn', 'segmentsOut', 'segmentsRetransmitted', 'establishedResets'] as const)
    expect(four.tcp[name] + six.tcp[name], name).to.equal(tcp[name]);
  expect(four.ip.inReceives + six.ip.inReceives).to.equal(ip.received);
  expect(four.ip.inDelivers + six.ip.inDelivers).to.equal(ip.delivered);
  const established = state.connections.filter(({ state: name }) => name === 'ESTABLISHED' || name === 'CLOSE_WAIT').length;
  expect(four.tcp.currentlyEstablished + six.tcp.currentlyEstablished).to.equal(established);
  const printed = linesOf(state, 'netstat -s -p tcp').find((line) => line.includes('Segments Received'));
  expect(printed).to.match(new RegExp(`= ${four.tcp.segmentsIn}$`));
  expect(numbers.get('TCPv6')!.get('')!.get('Segments Received/sec')).to.equal(six.tcp.segmentsIn);
  expect(numbers.get('IPv6')!.get('')!.get('Datagrams Sent/sec')).to.equal(six.ip.outRequests);
  return seen;
}

describe('Offloaded connections at the console', () => {
  for (const seed of [1, 2, 3, 4, 5, 6])
    it(`netstat, netsh and counters agree at every millisecond, mix ${seed}`, async () => {
      const world = await worldOf(twoAdapters(mixed, { seed }));
      const random = new Random(seed);
      const seen = new Set<string>();
      for (let ms = 1; ms <= 60; ms++) {
        runTo(world, ms * MS + random.below(500) * 1e6);
        for (const name of checkNow(world)) seen.add(name);
        const { core } = world.reading;
        for (const nic of [0, 1])
          for (const id of connectionsIn(core, nic)) if (random.oneIn(6)) core.offloadUpload(id, UploadReason.GateClosed, 0);
        for (const name of checkNow(world)) seen.add(name);
        runTo(world, Number(world.now) + random.below(150) * 1e6);
        for (const name of checkNow(world)) seen.add(name);
      }
      expect([...seen].sort()).to.deep.equal(STATES.toSorted());
      expect(sum(world.report().nics.slice(0, 2).map(({ chimney }) => chimney!.uploads))).to.be.greaterThan(10);
    });

  it('typeperf prints what goes through the adapter without NDIS', async () => {
    const paths = ['\\Network Interface(*)\\Offloaded Connections', '\\Network Interface(*)\\Bytes Received/sec'];
    const line = `typeperf ${paths.map((path) => `"${path}"`).join(' ')} -sc 1 -si 1`;
    const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'server.one:5001', connections: 2 }];
    const world = await worldOf(twoAdapters(traffic, { timeline: [{ do: 'command', at: '100 ms', host: 'server', line }] }));
    runTo(world, 100 * MS);
    const before = world.report().nics[0]!.arrivedBytes;
    runTo(world, 1100 * MS);
    const after = world.report().nics[0]!;
    const row = screenText(world.promptView(server).screen)
      .split('\n')
      .find((text) => /^"\d\d\//.test(text))!;
    const [, one, two, bytes] = row.split('","').map(parseFloat);
    expect([one, two]).to.deep.equal([2, 0]);
    expect(bytes).to.be.closeTo(after.arrivedBytes - before, 3000);
    expect(after.chimney!.engine.takenBytes / after.arrivedBytes).to.be.greaterThan(0.9);
  });

  it('an adapter without chimney has no offloaded connections', async () => {
    const world = await worldOf({
      nicscope: 1,
      hosts: [{ name: 'server', nics: [{ name: 'lan' }] }],
      timeline: [{ do: 'command', at: '1 ms', host: 'server', line: 'netsh int tcp show chimneystats & netsh int tcp show netdmastats' }],
    });
    runTo(world, 2 * MS);
    expect(world.counters(0).numbers.get('Network Interface')!.values().next().value!.get('Offloaded Connections')).to.equal(0);
    expect(screenOf(world, 0)).to.match(/ 11 {2}none +0 +0 {2}Local/);
    expect(screenOf(world, 0)).to.match(/NetDMA State +: enabled\n.*\nDMA channels +: 0\n/);
  });
});
