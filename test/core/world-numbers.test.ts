// Numbers that have to come out of an emulated world, each with its arithmetic. Sources: IEEE 802.3 (38 bytes a frame around an IP packet),
// the cost list (ui/features/costs.ts), Padhye, Firoiu, Towsley and Kurose, "Modeling TCP throughput" (SIGCOMM 1998).

import { describe, expect, it } from '#test';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import type { World } from '../../ui/engine/world.ts';
import { coreModules } from '../core-under-test.ts';
import { toeplitz } from '../oracle/toeplitz.ts';
import { fromHex } from '../build/frame.ts';
import { VERIFICATION_KEY } from '../../ui/features/rss.ts';
import { type Draft, MS, SECOND, worldOf } from './world-stage.ts';

type Part = Record<string, unknown>;

interface Span {
  before: WorldReport;
  after: WorldReport;
  seconds: number;
}

/** What happens between two times. */
function span(world: World, from: bigint, to: bigint): Span {
  world.run(from);
  const before = world.report();
  world.run(to);
  const after = world.report();
  expect(after.faults, 'limits reached').to.deep.equal([]);
  return { before, after, seconds: (after.timePs - before.timePs) / 1e12 };
}

const goodput = ({ before, after, seconds }: Span): number =>
  ((after.apps[0]!.serverReceivedBytes - before.apps[0]!.serverReceivedBytes) * 8) / seconds;

/** An ideal client sends in bulk to a server. */
const pair = (server: Part, client: Part, link: Part, traffic: Part): Draft =>
  ({
    hosts: [
      { name: 'server', ...server },
      { name: 'client', kind: 'ideal', ...client },
    ],
    links: [{ ends: ['client.lan', 'server.lan'], delay: '10 us', ...link }],
    traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', ...traffic }],
  }) as unknown as Draft;

/** @param payload  bytes of TCP payload in a full packet */
const lines: { speed: string; mtu: number; payload: number; gigabits: number }[] = [
  // 1460 / (1500 + 38) of the line rate; with jumbo frames 8960 / (9000 + 38).
  { speed: '1 Gb/s', mtu: 1500, payload: 1460, gigabits: 0.949 },
  { speed: '10 Gb/s', mtu: 1500, payload: 1460, gigabits: 9.49 },
  { speed: '10 Gb/s', mtu: 9000, payload: 8960, gigabits: 9.91 },
];

/** PFTK, packets a second, with an ACK for every segment counted: congestion avoidance here counts bytes (RFC 5681 3.1 (3)), so b is 1. */
function pftk(loss: number, rtt: number, timeout: number): number {
  const root = rtt * Math.sqrt((2 * loss) / 3);
  const timeouts = timeout * Math.min(1, 3 * Math.sqrt((3 * loss) / 8)) * loss * (1 + 32 * loss ** 2);
  return 1 / (root + timeouts);
}

const [release, debug] = await coreModules();

describe('TCP goodput on a free line', () => {
  for (const { speed, mtu, payload, gigabits } of lines)
    it(`${speed}, MTU ${mtu}: ${gigabits} Gb/s`, async () => {
      const nic = { name: 'lan', speed, mtu };
      // The processors must not be the limit: eight fast cores, four connections.
      const server = {
        processors: { coresPerSocket: 8, clock: '4 GHz', class: 'sandybridge' },
        nics: [{ ...nic, queues: 8, rss: { maxProcessors: 8 } }],
        windows: { registry: { MaxNumRssCpus: 8 } },
      };
      const world = await worldOf(release!.module, pair(server, { nics: [nic] }, {}, { connections: 8, postedReceives: 4 }));
      const got = goodput(span(world, 300n * MS, 1500n * MS)) / 1e9;
      const line = (Number(speed.split(' ')[0]) * payload) / (mtu + 38);
      expect(line).to.be.closeTo(gigabits, 0.006 * gigabits);
      expect(got).to.be.closeTo(line, 0.002 * line);
    });
});

describe('receive path of a host at default costs', () => {
  const nehalem = (clock: string, speed: string, rate: number): Part => ({
    processors: { coresPerSocket: 1, clock, class: 'nehalem' },
    tcp: { timestamps: true },
    nics: [{ name: 'lan', speed, moderation: { mode: 'fixed', rate } }],
  });
  const client = (speed: string): Part => ({ tcp: { timestamps: true }, nics: [{ name: 'lan', speed }] });

  it('takes 3,520 cycles a packet and 405 ns of copying, 10.2 packets an interrupt, reads of 64 KiB', async () => {
    // 1 Gb/s in packets of 1500 bytes are 81,274 a second; 7,968 interrupts a second make it 10.2 of them. Timestamps leave 1448 bytes.
    // (2500 + 1500) / 10.2 + 500 + 1700 + 300 + 1100 / 2 + 3500 * 1448 / 65536 = 3520; 1448 * 0.28 ns = 405 ns.
    const world = await worldOf(release!.module, pair(nehalem('2.93 GHz', '1 Gb/s', 7968), client('1 Gb/s'), {}, { postedReceives: 4 }));
    const { before, after } = span(world, 500n * MS, 1500n * MS);
    const packets = after.nics[0]!.indicatedFrames - before.nics[0]!.indicatedFrames;
    const charged = (id: string): number => {
      const of = (report: WorldReport): number => report.hosts[0]!.processors[0]!.costs.find((cost) => cost.id === id)?.ps ?? 0;
      return (of(after) - of(before)) / packets / 1000;
    };
    expect(packets / (after.nics[0]!.interrupts - before.nics[0]!.interrupts)).to.be.closeTo(10.2, 0.1);
    // The published total leaves out that an idle thread is woken; that is charged besides.
    const listed = ['int', 'dpc', 'drv_rx', 'tcpip_rx', 'nbl_return', 'ack_tx', 'recv_io'].reduce((sum, id) => sum + charged(id), 0);
    expect(listed * 2.93).to.be.closeTo(3520, 0.03 * 3520);
    expect(charged('copy_cold')).to.be.closeTo(405, 0.03 * 405);
    expect(charged('copy_warm')).to.equal(0);
    expect((listed + charged('copy_cold')) * 2.93).to.be.closeTo(4700, 0.03 * 4700);
  });

  it('carries 7.2 Gb/s on one core, 4,700 cycles a packet', async () => {
    const world = await worldOf(release!.module, pair(nehalem('2.93 GHz', '10 Gb/s', 61_000), client('10 Gb/s'), {}, { connections: 4 }));
    const got = span(world, 200n * MS, 700n * MS);
    const [was, is] = [got.before.hosts[0]!.processors[0]!, got.after.hosts[0]!.processors[0]!];
    const packets = got.after.nics[0]!.indicatedFrames - got.before.nics[0]!.indicatedFrames;
    expect(is.idlePs - was.idlePs, 'the core is the limit').to.equal(0);
    expect(goodput(got) / 1e9).to.be.closeTo(7.2, 0.03 * 7.2);
    expect(((got.seconds * 1e9) / packets) * 2.93).to.be.closeTo(4700, 0.03 * 4700);
  });
});

describe('receive side scaling in a world', () => {
  const server = {
    processors: { coresPerSocket: 8, clock: '4 GHz' },
    nics: [{ name: 'lan', speed: '10 Gb/s', queues: 8, rss: { maxProcessors: 8 } }],
    windows: { registry: { MaxNumRssCpus: 8 } },
  };
  const ports = (text: string): [number[], number] => {
    const [address, port] = text.split(':') as [string, string];
    return [address.split('.').map(Number), Number(port)];
  };

  it('handles one connection on one processor, and it is never faster for more queues', async () => {
    const world = await worldOf(release!.module, pair(server, { nics: [{ name: 'lan', speed: '10 Gb/s' }] }, {}, { connections: 1 }));
    const { after } = span(world, 10n * MS, 200n * MS);
    expect(after.nics[0]!.queues.filter(({ frames }) => frames > 10)).to.have.length(1);
  });

  it('spreads 64 connections as their hashes say', async () => {
    const world = await worldOf(release!.module, pair(server, { nics: [{ name: 'lan', speed: '10 Gb/s' }] }, {}, { connections: 64 }));
    const { after } = span(world, 10n * MS, 50n * MS);
    const accepted = after.connections.filter(({ role }) => role === 'server');
    expect(accepted).to.have.length(64);
    for (const { local, remote, queue, dpcProcessor } of accepted) {
      const [[to, toPort], [from, fromPort]] = [ports(local), ports(remote)];
      const input = Uint8Array.from([...from, ...to, fromPort >> 8, fromPort & 255, toPort >> 8, toPort & 255]);
      const wanted = (toeplitz(fromHex(VERIFICATION_KEY), input) & 127) % 8; // 128 entries, round robin over 8 queues
      expect(queue, `${remote} to ${local}`).to.equal(wanted);
      expect(dpcProcessor).to.equal(wanted);
    }
  });
});

describe('interrupt moderation', () => {
  it('costs a + b / n cycles a packet, and n packets wait for an interrupt', async () => {
    const at = async (rate: number): Promise<{ perInterrupt: number; cycles: number; waitUs: number }> => {
      const server = {
        processors: { coresPerSocket: 1, clock: '3 GHz', class: 'nehalem' },
        nics: [{ name: 'lan', speed: '1 Gb/s', moderation: { mode: 'fixed', rate } }],
      };
      const world = await worldOf(release!.module, pair(server, { nics: [{ name: 'lan' }] }, {}, { postedReceives: 8 }));
      const { before, after } = span(world, 500n * MS, 1000n * MS);
      const [was, is] = [before.nics[0]!, after.nics[0]!];
      const frames = is.indicatedFrames - was.indicatedFrames;
      const dpc = after.hosts[0]!.processors[0]!;
      const dpcWas = before.hosts[0]!.processors[0]!;
      return {
        perInterrupt: frames / (is.interrupts - was.interrupts),
        cycles: ((dpc.interruptPs + dpc.dpcPs - dpcWas.interruptPs - dpcWas.dpcPs) / frames / 1000) * 3,
        waitUs: (is.queues[0]!.waitPs - was.queues[0]!.waitPs) / frames / 1e6,
      };
    };
    const [few, some, many] = [await at(20_000), await at(10_000), await at(5000)];
    // int + dpc = 4000 cycles an interrupt: from two points follow b and a, which the third has to meet.
    const b = (few.cycles - many.cycles) / (1 / few.perInterrupt - 1 / many.perInterrupt);
    const a = few.cycles - b / few.perInterrupt;
    expect(b).to.be.closeTo(4000, 0.05 * 4000);
    expect(some.cycles).to.be.closeTo(a + b / some.perInterrupt, 0.01 * some.cycles);
    for (const [{ perInterrupt }, rate] of [
      [few, 20_000],
      [some, 10_000],
      [many, 5000],
    ] as const)
      expect(perInterrupt).to.be.closeTo(81_274 / rate, 0.03 * (81_274 / rate));
    // Of n frames, 12.304 us apart, the first waits for n - 1 others and the last for none; interrupt and earlier frames take some us more, gaps between bursts less.
    for (const { perInterrupt, waitUs } of [few, some, many]) {
      const least = ((perInterrupt - 1) / 2) * 12.304;
      expect(waitUs).to.be.within(0.8 * least, 1.1 * least + 10);
    }
  });
});

describe('a lossy long path', () => {
  const tcp = { congestion: 'newreno', receiveWindow: '4 MiB', dataRetransmissions: 50 };
  const nics = [{ name: 'lan', lsoV1: false, lsoV2: false }];
  for (const [rttMs, loss] of [
    [20, 0.0005],
    [20, 0.003],
    [20, 0.01],
    [80, 0.0005],
    [80, 0.003],
    [80, 0.01],
    [200, 0.0005],
    [200, 0.003],
    [200, 0.01],
  ] as const)
    it(`${rttMs} ms, ${loss * 100} % lost: within 15 % of PFTK`, async () => {
      const draft = pair(
        { kind: 'ideal', tcp, nics },
        { tcp, nics },
        { delay: `${rttMs / 2} ms`, loss, back: { loss: 0 } },
        { connections: 8 },
      );
      const world = await worldOf(release!.module, { seed: 7, ...draft });
      const got = goodput(span(world, 20n * SECOND, 20n * SECOND + BigInt(60 + 3 * rttMs) * SECOND)) / 8 / 1460 / 8;
      const wanted = pftk(loss, rttMs / 1000, Math.max(0.3, (1.2 * rttMs) / 1000)); // 300 ms is the least timeout
      expect(got / wanted).to.be.within(0.85, 1.15);
    });
});

it('an idle connection takes less than a kibibyte', async () => {
  const memory = async (connections: number): Promise<number> => {
    const requests = { app: 'requests', from: 'client', to: 'server:80', connections, count: 1, pause: '1 s' };
    const draft = {
      hosts: [
        { name: 'server', kind: 'ideal', nics: [{ name: 'lan' }] },
        { name: 'client', kind: 'ideal', nics: [{ name: 'lan' }] },
      ],
    };
    const links = [{ ends: ['client.lan', 'server.lan'] }];
    return (await worldOf(release!.module, { ...draft, links, traffic: [requests] } as unknown as Draft)).memoryBytes;
  };
  // Each has two ends.
  expect(((await memory(10_000)) - (await memory(2000))) / 16_000).to.be.below(1024);
});

it('the debug build gives the same numbers', async () => {
  const draft = pair({ nics: [{ name: 'lan' }] }, { nics: [{ name: 'lan' }] }, {}, {});
  const [one, other] = [await worldOf(release!.module, draft), await worldOf(debug!.module, draft)];
  one.run(50n * MS);
  other.run(50n * MS);
  expect(one.fingerprint()).to.equal(other.fingerprint());
});
