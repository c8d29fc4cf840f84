// Applications between emulated hosts: what is carried, when it ends, what it costs. Sources: the scenario document (docs/model.md), RFC 862
// to 864, RFC 9112. Between ideal hosts a latency is arithmetic.

import { describe, expect, it } from '#test';
import type { World } from '../../ui/engine/world.ts';
import type { AppReport, ConnectionReport } from '../../ui/scenario/world-report.ts';
import { worldModules } from '../core-under-test.ts';
import { payload } from '../oracle/payload.ts';
import { readPacket } from '../oracle/packet.ts';
import { complaints, leftovers, sum } from './world-checks.ts';
import { MS, pair, SECOND, US, worldOf, type HostDraft, type NicDraft, type PairDraft, type TrafficDraft } from './world-stage.ts';

const fast: NicDraft = { name: 'lan', speed: '10 Gb/s' };
const ideal = { kind: 'ideal' } as const;

const idealPair = (traffic: TrafficDraft[], more: PairDraft = {}) =>
  pair({ server: ideal, client: ideal, serverNic: fast, clientNic: fast, traffic, ...more });

const appOf = (world: World, at = 0): AppReport => world.report().apps[at]!;

/** Units charged to a host under a cost, all processors. */
const units = (world: World, host: number, cost: string): number =>
  sum(world.report().hosts[host]!.processors.map(({ costs }) => costs.find(({ id }) => id === cost)?.units ?? 0));

/** Runs until nothing happens any more. */
function finish(world: World): void {
  world.run(3000n * SECOND);
  expect([...complaints(world), ...leftovers(world)]).to.deep.equal([]);
}

const kinds: [string, Partial<PairDraft>][] = [
  ['ideal to ideal', { server: ideal, client: ideal }],
  ['ideal to modelled', { client: ideal }],
  ['modelled to ideal', { server: ideal }],
  ['modelled to modelled', {}],
];

for (const { name, module } of await worldModules()) {
  describe(`bulk transfers, ${name} core`, () => {
    for (const [title, hosts] of kinds)
      it(`the server reads exactly what was asked for, and both sides close in order: ${title}`, async () => {
        const sizes = [1, 1459, 1460, 1461, 65_536, 65_537, 1_000_000];
        const traffic = sizes.map((bytes, at): TrafficDraft => ({
          app: 'bulk',
          from: 'client',
          to: `server:${5000 + at}`,
          bytes,
          connections: 2,
          postedReceives: at % 3,
        }));
        const world = await worldOf(module, pair({ ...hosts, serverNic: fast, clientNic: fast, traffic }));
        finish(world);
        const { apps, hosts: reports } = world.report();
        expect(apps.map(({ serverReceivedBytes }) => serverReceivedBytes)).to.deep.equal(sizes.map((size) => 2 * size));
        expect(apps.map(({ finished, established }) => [finished, established])).to.deep.equal(sizes.map(() => [2, 2]));
        for (const { tcp } of reports) expect([tcp.resetsOut, tcp.establishedResets, tcp.attemptFails]).to.deep.equal([0, 0, 0]);
        expect([reports[1]!.tcp.activeOpens, reports[0]!.tcp.passiveOpens]).to.deep.equal([14, 14]);
      });

    it('the client ends in TIME-WAIT, the server with nothing', async () => {
      const world = await worldOf(module, idealPair([{ app: 'bulk', from: 'client', to: 'server:5001', bytes: 5000 }]));
      world.run(10n * MS);
      expect(world.report().connections.map(({ role, state }) => [role, state])).to.deep.equal([['client', 'TimeWait']]);
      expect(appOf(world).finished).to.equal(1);
    });

    it('a duration ends it, not before its time', async () => {
      const world = await worldOf(
        module,
        pair({
          client: ideal,
          serverNic: fast,
          clientNic: fast,
          traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 3, start: '1 ms', duration: '4 ms' }],
        }),
      );
      world.run(MS - 1n);
      expect(appOf(world)).to.include({ opened: 0, receivedBytes: 0 });
      world.run(5n * MS - 1n);
      expect(world.report().connections.filter(({ state }) => state === 'Established')).to.have.length(6);
      // At most 10 Gb/s for 4 ms, at 1460 of 1538 bytes; at least a tenth of it.
      expect(appOf(world).serverReceivedBytes).to.be.within(474_000, 4_746_000);
      world.run(10n * MS);
      expect(appOf(world)).to.include({ finished: 3, failed: 0 });
      finish(world);
    });

    for (const app of ['bulk', 'requests', 'chargen'] as const)
      for (const client of [ideal, {}])
        it(`a duration that is over before the connection is there ends it too: ${app}, ${'kind' in client ? 'ideal' : 'modelled'} client`, async () => {
          for (const duration of ['0 us', '100 us', '15 ms', '20 ms']) {
            const world = await worldOf(
              module,
              pair({ client, link: { delay: '10 ms' }, traffic: [{ app, from: 'client', to: 'server:5001', connections: 3, duration }] }),
            );
            finish(world);
          }
        });

    it('the MSS that is announced is that of the adapter, not of the host’s largest', async () => {
      for (const [from, to] of [
        ['client', 'server'],
        ['server', 'client'],
      ] as const) {
        const world = await worldOf(module, {
          hosts: [
            {
              name: 'server',
              nics: [
                { name: 'lan', mtu: 1500 },
                { name: 'san', mtu: 9000 },
              ],
            },
            { name: 'client', nics: [{ name: 'lan', mtu: 9000 }] },
          ],
          links: [{ ends: ['client.lan', 'server.lan'] }],
          traffic: [{ app: 'requests', from, to: `${to}:5001`, request: 50_000, response: 50_000, count: 2 }],
        });
        finish(world);
        expect(appOf(world).finished).to.equal(1);
        expect(world.report().nics.map(({ dropped }) => dropped.tooLong)).to.deep.equal([0, 0, 0]);
      }
    });

    it('connections are opened one interval after the other', async () => {
      const world = await worldOf(
        module,
        idealPair([{ app: 'bulk', from: 'client', to: 'server:5001', connections: 5, interval: '300 us', start: '1 ms' }]),
      );
      for (const [time, opened] of [
        [MS - 1n, 0],
        [MS, 1],
        [1300n * US - 1n, 1],
        [1300n * US, 2],
        [1900n * US, 4],
        [2200n * US, 5],
        [9n * MS, 5],
      ] as const) {
        world.run(time);
        expect(appOf(world).opened, `${time} ps`).to.equal(opened);
      }
    });

    it('a server that cannot be reached fails the connection when SYN has been repeated twice: after 3, 6 and 12 s', async () => {
      const world = await worldOf(
        module,
        idealPair([{ app: 'bulk', from: 'client', to: 'server:5001', connections: 2 }], { link: { loss: 1 } }),
      );
      world.run(21n * SECOND - 1n);
      expect(appOf(world)).to.include({ failed: 0, opened: 2 });
      world.run(22n * SECOND);
      expect(appOf(world)).to.include({ failed: 2, established: 0 });
      finish(world);
    });
  });

  describe(`requests and answers, ${name} core`, () => {
    it('latency between ideal hosts is that of the path', async () => {
      const world = await worldOf(
        module,
        pair({
          server: ideal,
          client: ideal,
          serverNic: { ...fast, dmaDelay: '3 us' },
          clientNic: { ...fast, dmaDelay: '2 us' },
          link: { delay: '20 us', back: { delay: '5 us' } },
          traffic: [{ app: 'requests', from: 'client', to: 'server:7000', request: 200, response: 1000, count: 50 }],
        }),
      );
      finish(world);
      const { latency, exchanges, receivedBytes, serverReceivedBytes } = appOf(world);
      // Each way: DMA, 54 bytes of headers and 24 around the frame at 800 ps a byte, the cable, DMA.
      const path = 2 * (2 + 3) * 1e6 + (200 + 78 + 1000 + 78) * 800 + 25e6;
      expect([exchanges, serverReceivedBytes, receivedBytes]).to.deep.equal([50, 50 * 200, 50 * 1200]);
      expect(latency!.minPs).to.equal(path);
      // The first request leaves behind the ACK of the handshake: 84 bytes.
      expect([latency!.maxPs, latency!.meanPs]).to.deep.equal([path + 84 * 800, Math.round(path + (84 * 800) / 50)]);
      // Eight steps an octave.
      for (const percentile of [latency!.p50Ps, latency!.p90Ps, latency!.p99Ps]) expect(percentile / path).to.be.within(1 / 1.125, 1.125);
    });

    it('a modelled server adds to it, and no answer is faster than the path', async () => {
      const traffic: TrafficDraft[] = [
        { app: 'requests', from: 'client', to: 'server:7000', connections: 8, request: 64, response: 64, count: 40 },
      ];
      const world = await worldOf(module, pair({ client: ideal, serverNic: fast, clientNic: fast, link: { delay: '10 us' }, traffic }));
      finish(world);
      const { latency, exchanges } = appOf(world);
      expect(exchanges).to.equal(320);
      expect(latency!.minPs).to.be.greaterThan(4e6 + 2 * (64 + 78) * 800 + 20e6);
      expect(latency!.minPs <= latency!.p50Ps && latency!.p50Ps <= latency!.p90Ps && latency!.p90Ps <= latency!.p99Ps).to.equal(true);
    });

    it('a pause lies between an answer and the next request', async () => {
      const world = await worldOf(module, idealPair([{ app: 'requests', from: 'client', to: 'server:7000', pause: '1 ms', count: 100 }]));
      // Some microseconds for each exchange and the handshake, and 1 ms between them.
      for (const [time, exchanges] of [
        [900n * US, 1],
        [1900n * US, 2],
        [9900n * US, 10],
      ] as const) {
        world.run(time);
        expect(appOf(world).exchanges).to.equal(exchanges);
      }
      finish(world);
      expect(appOf(world).exchanges).to.equal(100);
    });

    for (const transport of ['tcp', 'udp'] as const)
      for (const [title, hosts] of kinds)
        it(`echo over ${transport} gives every message back: ${title}`, async () => {
          const traffic: TrafficDraft[] = [
            { app: 'echo', transport, from: 'client', to: 'server:7', connections: 4, message: 700, count: 25, pause: '20 us' },
          ];
          const world = await worldOf(module, pair({ ...hosts, serverNic: fast, clientNic: fast, traffic }));
          finish(world);
          expect(appOf(world)).to.include({ exchanges: 100, finished: 4, serverReceivedBytes: 70_000, receivedBytes: 140_000 });
        });

    it('an echo that comes twice is the answer to its own message only', async () => {
      const traffic: TrafficDraft[] = [{ app: 'echo', transport: 'udp', from: 'client', to: 'server:7', count: 50, message: 100 }];
      const world = await worldOf(module, idealPair(traffic, { link: { delay: '10 us', duplication: 1 } }));
      finish(world);
      const { exchanges, latency } = appOf(world);
      expect(exchanges).to.equal(50);
      expect(latency!.minPs).to.be.at.least(20e6); // there and back
    });

    it('a datagram that is lost is sent again after a second', async () => {
      const traffic: TrafficDraft[] = [{ app: 'echo', transport: 'udp', from: 'client', to: 'server:7', count: 30, message: 100 }];
      const world = await worldOf(module, idealPair(traffic, { link: { loss: 0.2 }, seed: 5 }));
      world.run(60n * SECOND);
      expect(appOf(world)).to.include({ exchanges: 30, finished: 1 });
      const { lost } = world.report().paths[0]!;
      expect(lost).to.be.greaterThan(0);
      finish(world);
    });

    for (const transport of ['tcp', 'udp'] as const)
      it(`discard carries exactly the bytes asked for, ${transport}`, async () => {
        for (const bytes of [1, 899, 900, 901, 50_000]) {
          const world = await worldOf(
            module,
            idealPair([{ app: 'discard', transport, from: 'client', to: 'server:9', bytes, bufferSize: 900 }]),
          );
          finish(world);
          expect(appOf(world).serverReceivedBytes).to.equal(bytes);
        }
      });

    it('datagrams that nobody answers go at the speed of the cable, from one sender or from many', async () => {
      for (const [connections, bufferSize] of [
        [1, '64 KiB'],
        [1, 1000],
        [40, 1000],
      ] as const) {
        const traffic: TrafficDraft[] = [
          { app: 'discard', transport: 'udp', from: 'client', to: 'server:9', connections, bufferSize, duration: '20 ms' },
        ];
        const world = await worldOf(module, idealPair(traffic, { clientNic: { speed: '1 Gb/s' } }));
        world.run(20n * MS);
        // 2,500,000 byte times of the cable in 20 ms.
        expect(world.report().paths[0]!.bytes, `${connections} of ${bufferSize}`).to.be.within(2_400_000, 2_500_100);
        finish(world);
      }
    });

    for (const transport of ['tcp', 'udp'] as const)
      it(`the character generator sends until the client has enough, ${transport}`, async () => {
        for (const [, hosts] of kinds) {
          const world = await worldOf(
            module,
            pair({
              ...hosts,
              serverNic: fast,
              clientNic: fast,
              traffic: [{ app: 'chargen', transport, from: 'client', to: 'server:19', bytes: 100_000 }],
            }),
          );
          finish(world);
          const { receivedBytes, serverReceivedBytes, finished } = appOf(world);
          expect(finished).to.equal(1);
          expect(receivedBytes - serverReceivedBytes).to.be.within(100_000, 2_000_000);
        }
      });

    it('HTTP between hosts is HTTP on the wire', async () => {
      const world = await worldOf(module, idealPair([{ app: 'http', from: 'client', to: 'server:8080', response: 5000, count: 3 }]));
      world.tap(1, true);
      const sides = ['', ''];
      const bytes: number[] = [];
      world.run(SECOND);
      world.takeTapped(({ frame, outbound }) => {
        const { tcp, payload: part } = readPacket(frame);
        if (!tcp || !part.length) return;
        sides[Number(outbound)] += new TextDecoder('latin1').decode(part);
        if (!outbound) bytes.push(...part);
      });
      const requests = sides[1]!.split('\r\n\r\n').slice(0, -1);
      expect(requests).to.have.length(3);
      for (const request of requests) {
        expect(request.split('\r\n')[0]).to.equal('GET /bytes/5000 HTTP/1.1');
        expect(request).to.match(/^Host: 192\.0\.2\.1:8080$/m);
      }
      let at = 0;
      for (let count = 0; count < 3; count++) {
        const end = sides[0]!.indexOf('\r\n\r\n', at);
        const head = sides[0]!.slice(at, end);
        expect(head.split('\r\n')[0]).to.equal('HTTP/1.1 200 OK');
        expect(head).to.match(/^Content-Length: 5000$/m);
        expect(Uint8Array.from(bytes.slice(end + 4, end + 5004))).to.deep.equal(payload(0, 5000));
        at = end + 5004;
      }
      expect(at).to.equal(bytes.length);
      expect(appOf(world)).to.include({ exchanges: 3, finished: 1 });
      finish(world);
    });
  });

  describe(`what receiving costs, ${name} core`, () => {
    const BYTES = 2_000_000;
    const received = async (
      app: Partial<Extract<TrafficDraft, { app: 'bulk' }>>,
      server: Partial<HostDraft> = {},
      nic: Partial<NicDraft> = {},
    ) => {
      const world = await worldOf(
        module,
        pair({
          server,
          client: ideal,
          serverNic: { speed: '10 Gb/s', rss: { enabled: false }, ...nic },
          clientNic: fast,
          traffic: [{ ...app, app: 'bulk', from: 'client', to: 'server:5001', bytes: BYTES }],
        }),
      );
      world.run(SECOND);
      expect(complaints(world)).to.deep.equal([]);
      expect(appOf(world).serverReceivedBytes).to.equal(BYTES);
      return world;
    };

    it('every byte is copied once from the cold; a second time only where no receive was posted', async () => {
      for (const [postedReceives, low, high] of [
        [0, BYTES, BYTES],
        [1, 0, BYTES - 1],
        [8, 0, 0],
      ] as const) {
        const world = await received({ postedReceives, bufferSize: '64 KiB' }, {}, { speed: '1 Gb/s' }); // slow enough for the thread to keep up
        expect(units(world, 0, 'copy_cold')).to.equal(BYTES);
        expect(units(world, 0, 'copy_warm'), `${postedReceives} posted`).to.be.within(low, high);
      }
    });

    const two = { sockets: 2, coresPerSocket: 2, threadsPerCore: 2, numaNodes: 2 };
    for (const [title, serverProcessors, isElsewhere, isRemote] of [
      ['on the DPC’s processor', [0], false, false],
      ['on the other thread of its core', [1], false, false],
      ['on another core of its node', [2], true, false],
      ['in the other node', [5], true, true],
    ] as const)
      it(`a thread ${title}: ${isElsewhere ? 'hand-over' : 'no hand-over'}, ${isRemote ? 'remote lines' : 'no remote lines'}`, async () => {
        const world = await received({ serverProcessors: [...serverProcessors] }, { processors: two });
        const handed = units(world, 0, 'xcore');
        expect(handed > 0).to.equal(isElsewhere);
        expect(units(world, 0, 'line_remote')).to.equal(isRemote ? handed : 0);
        const { processors } = world.report().hosts[0]!;
        expect(processors.filter(({ threadPs }) => threadPs > 0).map(({ number }) => number)).to.deep.equal([...serverProcessors]);
        expect(processors.filter(({ dpcPs }) => dpcPs > 0).map(({ number }) => number)).to.include(0);
        if (isElsewhere) expect(handed).to.be.greaterThan(BYTES / 1460 / 2);
        // Memory of another node takes 1.5 times as long: 0.28 ns a byte.
        const { units: copied, ps } = processors[0]!.costs.find(({ id }) => id === 'copy_cold')!;
        expect(ps / copied).to.be.closeTo(isRemote ? 420 : 280, 1);
      });

    it('threads that are not bound run where their DPC does', async () => {
      const world = await worldOf(
        module,
        pair({
          server: { processors: { coresPerSocket: 4 } },
          client: ideal,
          serverNic: { ...fast, queues: 4, rss: { maxProcessors: 4 } },
          clientNic: fast,
          traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', bytes: 100_000, connections: 16 }],
        }),
      );
      world.run(SECOND);
      expect(units(world, 0, 'xcore')).to.equal(0);
    });

    it('connections are dealt to the processors of a list in turn, on both sides', async () => {
      const world = await worldOf(
        module,
        pair({
          traffic: [
            {
              app: 'bulk',
              from: 'client',
              to: 'server:5001',
              connections: 6,
              interval: '100 us',
              serverProcessors: [3, 1],
              clientProcessors: [0, 2, 3],
            },
          ],
        }),
      );
      world.run(10n * MS);
      const { connections } = world.report();
      const processors = (role: ConnectionReport['role']) =>
        connections
          .filter((one) => one.role === role)
          .sort(
            (a, b) =>
              Number((role === 'client' ? a.local : a.remote).split(':')[1]) -
              Number((role === 'client' ? b.local : b.remote).split(':')[1]),
          )
          .map(({ processor }) => processor);
      expect(processors('client')).to.deep.equal([0, 2, 3, 0, 2, 3]);
      expect(processors('server')).to.deep.equal([3, 1, 3, 1, 3, 1]);
    });

    it('checksums cost where the adapter does not compute them', async () => {
      expect(units(await received({}), 0, 'checksum')).to.equal(0);
      expect(units(await received({}, {}, { checksumOffload: false }), 0, 'checksum')).to.equal(BYTES);
    });

    it('ideal hosts cost nothing, and their adapters neither interrupt nor drop', async () => {
      const world = await worldOf(
        module,
        idealPair([{ app: 'bulk', from: 'client', to: 'server:5001', bytes: 3_000_000, connections: 4 }], {
          serverNic: { ...fast, receiveDescriptors: 8 },
        }),
      );
      finish(world);
      const { hosts, nics } = world.report();
      expect(hosts.map(({ processors }) => processors)).to.deep.equal([[], []]);
      for (const { interrupts, dropped, chargedPs, receivedFrames, arrivedFrames } of nics) {
        expect([interrupts, sum(Object.values(dropped)), sum(chargedPs)]).to.deep.equal([0, 0, 0]);
        expect(receivedFrames).to.equal(arrivedFrames);
      }
      expect(hosts[1]!.tcp.segmentsRetransmitted).to.equal(0);
    });
  });

  describe(`many connections, ${name} core`, () => {
    it('10,000 open and idle take their sockets and nothing else', async () => {
      const world = await worldOf(
        module,
        pair({
          client: ideal,
          serverNic: fast,
          clientNic: fast,
          traffic: [{ app: 'requests', from: 'client', to: 'server:7000', connections: 10_000, interval: '2 us', count: 2, pause: '10 s' }],
        }),
      );
      world.run(SECOND);
      expect(complaints(world)).to.deep.equal([]);
      const { connections, packetsInFlight } = world.report();
      expect(appOf(world)).to.include({ established: 10_000, exchanges: 10_000, failed: 0 });
      expect([connections.length, packetsInFlight]).to.deep.equal([20_000, 0]);
      expect(new Set(connections.map(({ state }) => state))).to.deep.equal(new Set(['Established']));
      world.run(4n * SECOND); // the timers of the handshakes, of 3 s, are still to come
      const before = world.events;
      world.run(9n * SECOND);
      expect(world.events - before).to.equal(0);
      world.run(300n * SECOND);
      expect(appOf(world)).to.include({ exchanges: 20_000, finished: 10_000 });
      expect([...complaints(world), ...leftovers(world)]).to.deep.equal([]);
    });
  });
}
