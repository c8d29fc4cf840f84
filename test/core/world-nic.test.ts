// Adapters: time on the wire, rings, interrupts and who takes them, moderation, large sends, RSS and its rebalancing.
// Sources: IEEE 802.3 (preamble 8, check sequence 4, gap 12), WDK on RSS, MSI-X and large sends. With all costs 0 times are arithmetic.

import { describe, expect, it } from '#test';
import { readNicRecord, readQueueRecord } from '../../ui/abi/abi.gen.ts';
import { costs } from '../../ui/features/costs.ts';
import type { World } from '../../ui/engine/world.ts';
import type { NicReport } from '../../ui/scenario/world-report.ts';
import { address, be16, concat, filler, fromHex } from '../build/bytes.ts';
import { frame, tcp, udp } from '../build/frame.ts';
import { worldModules } from '../core-under-test.ts';
import { payload } from '../oracle/payload.ts';
import { readOptions, readPacket, type ReadPacket } from '../oracle/packet.ts';
import { toeplitz } from '../oracle/toeplitz.ts';
import { complaints, leftovers, sum } from './world-checks.ts';
import { Outside, SERVER, to4, US4, type OutsideDraft } from './world-outside.ts';
import { MS, pair, SECOND, US, worldOf, type HostDraft, type NicDraft } from './world-stage.ts';

/** Byte times on the wire of a frame of so many bytes: at least 60, and 24 around it. */
const wire = (bytes: number): bigint => BigInt(Math.max(bytes, 60) + 24);

/** Costs of a host whose work takes no time. */
const FREE = Object.fromEntries(costs.filter((cost) => cost.class !== null).map(({ id }) => [id, 0]));

/** Microsoft's verification key (WDK, "Verifying the RSS hash calculation"). */
const KEY = fromHex('6d5a56da255b0ec24167253d43a38fb0 d0ca2bcbae7b30b477cb2da38030f20c 6a42b73bbeac01fa');
const hashOf = (source: string, destination: string, ports: readonly [number, number]): number =>
  toeplitz(KEY, concat(address(source), address(destination), be16(...ports)));

/** A segment of ours that is answered by nothing (RFC 9293 section 3.10.7.1) and goes to a queue of four by its hash. */
function strays(queue: number, count: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let sport = 1; found.length < count; sport++)
    if (hashOf(US4, SERVER, [sport, 4444]) % 4 === queue) found.push(frame(...to4(), tcp({ sport, dport: 4444, flags: 'R' })));
  return found;
}

const fourQueues = (nic: Partial<NicDraft>, host: Partial<HostDraft> = {}): OutsideDraft => ({
  host: { processors: { coresPerSocket: 4 }, ...host },
  nic: { queues: 4, rss: { maxProcessors: 4, tableEntries: 64 }, moderation: { mode: 'off' }, dmaDelay: 0, ...nic },
});

const nicOf = (world: World, at = 0): NicReport => world.report().nics[at]!;

/** Numbers of the processors that were at a level at all. */
const busyAt = (world: World, level: 'interruptPs' | 'dpcPs'): number[] =>
  world.report().hosts[0]!.processors.flatMap((processor) => (processor[level] > 0 ? [processor.number] : []));

/** Injects a frame every `gap` ps from now on, `count` in all, and runs to the end. */
function stream(outside: Outside, bytes: Uint8Array, gap: bigint, count: number): void {
  const { world } = outside;
  const start = world.now;
  for (let at = 0; at < count; at++) {
    world.run(start + BigInt(at) * gap);
    outside.put(bytes);
    world.takeTapped(() => {});
  }
  world.run(start + BigInt(count) * gap);
}

/** Runs a world and reads every frame that an adapter sends or receives. */
function tapped(
  world: World,
  nic: number,
  until: bigint,
  take: (packet: ReadPacket, time: bigint, outbound: boolean, raw: Uint8Array) => void,
): void {
  world.tap(nic, true);
  for (let why = 'tap'; why === 'tap';) {
    why = world.run(until);
    world.takeTapped(({ frame: raw, timePs, outbound }) => take(readPacket(raw), timePs, outbound, raw));
  }
}

for (const { name, module } of await worldModules()) {
  describe(`time on the wire, ${name} core`, () => {
    for (const [speed, psPerByte] of [
      ['1 Gb/s', 8000n],
      ['10 Gb/s', 800n],
      ['40 Gb/s', 200n],
    ] as const)
      it(`of ARP and an echo over UDP at ${speed}, bit by bit`, async () => {
        const draft = pair({
          server: { kind: 'ideal' },
          client: { kind: 'ideal' },
          serverNic: { speed, dmaDelay: '3 us' },
          clientNic: { speed, dmaDelay: '1 us' },
          link: { delay: '500 ns', back: { delay: '700 ns' } },
          traffic: [{ app: 'echo', transport: 'udp', from: 'client', to: 'server:7', message: 100, count: 1 }],
        });
        const world = await worldOf(module, draft);
        world.tap(0, true);
        world.tap(1, true);
        const times: bigint[] = [];
        world.run(SECOND);
        world.takeTapped(({ timePs }) => times.push(timePs));
        // Client and server each: fetch over DMA, then the frame; cable; DMA into memory. ARP has 60 bytes, the datagram 14 + 28 + 100.
        const wanted: bigint[] = [];
        let time = 0n;
        for (const bytes of [60, 142]) {
          wanted.push((time += 1n * US + wire(bytes) * psPerByte), (time += 500_000n));
          wanted.push((time += 6n * US + wire(bytes) * psPerByte), (time += 700_000n));
          time += 1n * US;
        }
        expect(times).to.deep.equal(wanted);
        expect(world.report().apps[0]!.latency!.meanPs).to.equal(Number(time));
      });

    it('frames of a large send follow each other without a gap of their own', async () => {
      const world = await worldOf(
        module,
        pair({
          server: { kind: 'ideal' },
          client: { kind: 'ideal' },
          clientNic: { speed: '10 Gb/s' },
          serverNic: { speed: '10 Gb/s' },
          traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', bytes: 60 * 1460 }],
        }),
      );
      const times: bigint[] = [];
      tapped(world, 1, SECOND, ({ payload: bytes }, time, outbound) => outbound && bytes.length === 1460 && times.push(time));
      const gaps = times.slice(1).map((time, at) => Number(time - times[at]!));
      // 1514 + 24 bytes of 800 ps.
      expect(Math.min(...gaps)).to.equal(1_230_400);
      expect(gaps.filter((gap) => gap === 1_230_400).length).to.be.greaterThan(30);
      expect(times).to.have.length(60);
    });

    it('a link runs at the speed of its slower end', async () => {
      const world = await worldOf(
        module,
        pair({
          server: { kind: 'ideal' },
          client: { kind: 'ideal', tcp: { initialWindow: 10, receiveWindow: '4 MiB' } },
          clientNic: { speed: '10 Gb/s' },
          serverNic: { speed: '1 Gb/s' },
          traffic: [{ app: 'bulk', from: 'client', to: 'server:5001' }],
        }),
      );
      world.run(20n * MS);
      const { bytes } = world.report().paths[0]!;
      // 125 MB/s for 20 ms are 2,500,000 bytes; less the start.
      expect(bytes).to.be.within(2_300_000, 2_500_000);
    });
  });

  describe(`receive rings, ${name} core`, () => {
    it('of 30 frames at one instant a ring of 8 takes 8', async () => {
      const outside = await Outside.open(module, fourQueues({ receiveDescriptors: 8 }));
      outside.ask(...strays(2, 30));
      const { dropped, receivedFrames, indicatedFrames, queues } = nicOf(outside.world);
      expect([dropped.noBuffer, receivedFrames, indicatedFrames]).to.deep.equal([22, 8, 8]);
      expect(queues.map(({ drops }) => drops)).to.deep.equal([0, 0, 22, 0]);
      expect(queues[2]!.peak).to.equal(8);
    });

    it('each hardware queue has a ring of its own, a single one is shared', async () => {
      const frames = [0, 1, 2, 3].flatMap((queue) => strays(queue, 8));
      const own = await Outside.open(module, fourQueues({ receiveDescriptors: 8 }));
      own.ask(...frames);
      expect(nicOf(own.world).dropped.noBuffer).to.equal(0);
      const shared = await Outside.open(module, fourQueues({ receiveDescriptors: 8, queues: 1 }));
      shared.ask(...frames);
      expect(nicOf(shared.world).dropped.noBuffer).to.equal(24);
    });

    it('descriptors are free again once their frames are indicated', async () => {
      for (const queues of [4, 1]) {
        const outside = await Outside.open(module, fourQueues({ receiveDescriptors: 8, queues }));
        for (let round = 0; round < 20; round++) outside.ask(...strays(round % 4, 8));
        expect(nicOf(outside.world).dropped.noBuffer).to.equal(0);
        expect(nicOf(outside.world).indicatedFrames).to.equal(160);
      }
    });
  });

  describe(`who is interrupted, ${name} core`, () => {
    for (const queue of [0, 1, 2, 3]) {
      it(`MSI-X: a frame of queue ${queue} interrupts its processor, which runs the DPC`, async () => {
        const outside = await Outside.open(module, fourQueues({ interrupts: 'msix' }));
        outside.ask(...strays(queue, 1));
        expect(busyAt(outside.world, 'interruptPs')).to.deep.equal([queue]);
        expect(busyAt(outside.world, 'dpcPs')).to.deep.equal([queue]);
        expect(nicOf(outside.world).queues.map(({ interrupts }) => interrupts)).to.deep.equal(
          [0, 1, 2, 3].map((at) => Number(at === queue)),
        );
      });

      for (const interrupts of ['line', 'msi'] as const)
        it(`${interrupts}: processor 0 is interrupted for queue ${queue}, and only the DPC is elsewhere`, async () => {
          const outside = await Outside.open(module, fourQueues({ interrupts }));
          outside.ask(...strays(queue, 1));
          expect(busyAt(outside.world, 'interruptPs')).to.deep.equal([0]);
          expect(busyAt(outside.world, 'dpcPs')).to.deep.equal([queue]);
          const { costs: charged } = outside.world.report().hosts[0]!.processors[queue]!;
          expect(charged.some(({ id }) => id === 'dpc_remote')).to.equal(queue !== 0);
        });

      it(`one queue: processor 0 sorts, and queues a DPC for the frame at processor ${queue}`, async () => {
        const outside = await Outside.open(module, fourQueues({ queues: 1 }));
        outside.ask(...strays(queue, 1));
        expect(busyAt(outside.world, 'interruptPs')).to.deep.equal([0]);
        expect(busyAt(outside.world, 'dpcPs')).to.deep.equal(queue ? [0, queue] : [0]);
      });
    }

    it('line: masked until the last DPC has ended; MSI-X: only the vector is', async () => {
      // 100,000 cycles at 2.66 GHz: ten frames take at least 375 us.
      const slow = { costs: { drv_rx: 100_000 } };
      for (const [interrupts, wanted] of [
        ['line', 1],
        ['msix', 3],
      ] as const) {
        const outside = await Outside.open(module, fourQueues({ interrupts }, slow));
        const { world } = outside;
        for (const bytes of [...strays(1, 10), ...strays(2, 1)]) outside.put(bytes);
        world.run(200n * US);
        const first = nicOf(world).queues;
        expect([first[1]!.processor, first[2]!.depth], 'the DPC of queue 2 has ended').to.deep.equal([1, 0]);
        for (const bytes of strays(2, 1)) outside.put(bytes);
        world.run(300n * US);
        expect(nicOf(world).interrupts, interrupts).to.equal(wanted);
        world.run(2n * MS);
        expect(nicOf(world).indicatedFrames).to.equal(12);
        expect(nicOf(world).interrupts).to.be.within(2, 4);
      }
    });

    const eight = { processors: { coresPerSocket: 8 } };
    const rows: [string, Partial<HostDraft>, Partial<NicDraft>, number[]][] = [
      ['from processor 0 on', eight, { queues: 4, rss: { maxProcessors: 4 } }, [0, 1, 2, 3]],
      ['as many as there are queues', eight, { queues: 2, rss: { maxProcessors: 4 } }, [0, 1]],
      ['at most the maximum', eight, { queues: 8, rss: { maxProcessors: 3 } }, [0, 1, 2]],
      ['from the base processor on', eight, { queues: 4, rss: { baseProcessor: 2, maxProcessors: 4 } }, [2, 3, 4, 5]],
      ['never more than are left', eight, { queues: 4, rss: { baseProcessor: 6, maxProcessors: 4 } }, [6, 7]],
      [
        'one thread of each core',
        { processors: { coresPerSocket: 4, threadsPerCore: 2 } },
        { queues: 8, rss: { maxProcessors: 8 } },
        [0, 2, 4, 6],
      ],
      [
        'the preferred NUMA node first, Windows Server 2008 R2',
        { os: 'ws2008r2', processors: { sockets: 2, coresPerSocket: 4, numaNodes: 2 }, windows: { registry: { MaxNumRssCpus: 6 } } },
        { queues: 6, rss: { maxProcessors: 6, numaNode: 1 } },
        [4, 5, 6, 7, 0, 1],
      ],
      [
        'no NUMA node in Windows Server 2008',
        { os: 'ws2008', processors: { sockets: 2, coresPerSocket: 4, numaNodes: 2 }, windows: { registry: { MaxNumRssCpus: 6 } } },
        { queues: 6, rss: { maxProcessors: 6, numaNode: 1 } },
        [0, 1, 2, 3, 4, 5],
      ],
      [
        'the four of an absent MaxNumRssCpus, whatever the adapter has, Windows Server 2008',
        { ...eight, os: 'ws2008' },
        { queues: 8, rss: { maxProcessors: 8 } },
        [0, 1, 2, 3],
      ],
      ['as many as the adapter has, Windows Server 2008 R2', eight, { queues: 6, rss: { maxProcessors: 6 } }, [0, 1, 2, 3, 4, 5]],
      ['one without RSS', eight, { queues: 4, rss: { enabled: false } }, [0]],
      ['one without checksum offload', eight, { queues: 4, checksumOffload: false }, [0]],
    ];
    for (const [title, host, nic, wanted] of rows)
      it(`RSS processors: ${title}`, async () => {
        const outside = await Outside.open(module, { host, nic });
        expect(nicOf(outside.world).queues.map(({ processor }) => processor)).to.deep.equal(wanted);
      });
  });

  describe(`interrupt moderation, ${name} core`, () => {
    const ours = strays(1, 1)[0]!;

    it('off: an interrupt for every frame that comes alone', async () => {
      const outside = await Outside.open(module, fourQueues({}, { costs: FREE }));
      stream(outside, ours, 50n * US, 10);
      const { interrupts, queues } = nicOf(outside.world);
      expect([interrupts, queues[1]!.waitPs]).to.deep.equal([10, 0]);
    });

    it('fixed: the first at once, the others together when the interval is over', async () => {
      const outside = await Outside.open(module, fourQueues({ moderation: { mode: 'fixed', rate: 1000 } }, { costs: FREE }));
      stream(outside, ours, 50n * US, 10);
      outside.world.run(5n * MS);
      const { interrupts, queues } = nicOf(outside.world);
      // Frames 1 to 9 came 50, 100 ... 450 us after the first and waited up to 1 ms after it: 9000 - 50 * 45 us.
      expect([interrupts, queues[1]!.waitPs]).to.deep.equal([2, 6_750_000_000]);
    });

    it('fixed: the rate is an upper bound, and is reached', async () => {
      for (const rate of [2000, 10_000, 50_000]) {
        const outside = await Outside.open(module, fourQueues({ moderation: { mode: 'fixed', rate } }, { costs: FREE }));
        stream(outside, ours, 4n * US, 5000); // 20 ms
        expect(nicOf(outside.world).interrupts).to.be.within(rate / 50, rate / 50 + 1);
      }
    });

    it('adaptive: between its bounds, at the lowest rate under load and for each frame that comes alone', async () => {
      const moderation = { mode: 'adaptive', lowest: 4000, highest: 40_000 } as const;
      const busy = await Outside.open(module, fourQueues({ moderation }, { costs: FREE }));
      stream(busy, ours, 1n * US, 5000);
      const before = nicOf(busy.world).interrupts;
      stream(busy, ours, 1n * US, 5000); // 5 ms at 4000 a second
      expect(nicOf(busy.world).interrupts - before).to.be.within(19, 21);
      const idle = await Outside.open(module, fourQueues({ moderation }, { costs: FREE }));
      stream(idle, ours, 100n * US, 30);
      expect(nicOf(idle.world).interrupts).to.equal(30);
      expect(nicOf(idle.world).queues[1]!.waitPs).to.equal(0);
    });
  });

  describe(`large sends, ${name} core`, () => {
    const sending = (family: 'ipv4' | 'ipv6', clientNic: Partial<NicDraft>, bytes: number) =>
      pair({
        server: { kind: 'ideal', tcp: { timestamps: true, receiveWindow: '1 MiB' } },
        client: { kind: 'ideal', tcp: { timestamps: true, initialWindow: 10 } },
        serverNic: { speed: '10 Gb/s' },
        clientNic: { speed: '10 Gb/s', ...clientNic },
        traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', bytes, family }],
      });

    for (const family of ['ipv4', 'ipv6'] as const)
      it(`are cut as LSO version 2 says, ${family}`, async () => {
        const bytes = 600_001;
        const world = await worldOf(module, sending(family, {}, bytes));
        const segments: ReadPacket[] = [];
        tapped(world, 1, SECOND, (packet, _, outbound) => outbound && packet.tcp && segments.push(packet));
        const data = segments.filter(({ payload: part }) => part.length);
        // The first socket is flow 1.
        expect(concat(...data.map(({ payload: part }) => part))).to.deep.equal(payload(1, bytes));
        const mss = 1500 - (family === 'ipv4' ? 40 : 60) - 12;
        let large = 0;
        for (const [at, { tcp: one, ip, payload: part }] of data.entries()) {
          const previous = data[at - 1];
          if (previous) expect(one!.seq).to.equal((previous.tcp!.seq + previous.payload.length) >>> 0);
          expect(part.length, `segment ${at}`).to.equal(at < data.length - 1 ? mss : bytes % mss);
          const stamps = readOptions(one!.options);
          expect(stamps.map(({ kind }) => kind)).to.deep.equal([8]);
          expect(one!.flags.replace(/[FP]/g, ''), 'an ACK in each').to.equal('A');
          if (family === 'ipv6' || ip!.id >= 0x8000) continue;
          large++;
          const isFirst = !previous || previous.ip!.id >= 0x8000 || ip!.id !== ((previous.ip!.id + 1) & 0x7fff);
          if (!isFirst) expect(stamps[0]!.value, 'timestamps are copied').to.deep.equal(readOptions(previous.tcp!.options)[0]!.value);
        }
        if (family === 'ipv4') expect(large).to.be.greaterThan(data.length / 2);
        expect(data.filter(({ tcp: one }) => one!.flags.includes('F')).length).to.be.at.most(1);
        const pushed = data.flatMap(({ tcp: one }, at) => (one!.flags.includes('P') ? [at] : []));
        expect(pushed.at(-1)).to.equal(data.length - 1);
        expect(world.report().nics[1]!.largeSends).to.be.greaterThan(0);
        world.run(200n * SECOND);
        expect(leftovers(world)).to.deep.equal([]);
      });

    it('IP identifications of large sends stay in the lower half and wrap there, others in the upper', async () => {
      const world = await worldOf(module, sending('ipv4', {}, 50_000_000));
      world.tap(1, true);
      let previous = -1;
      let wrapped = 0;
      let consecutive = 0;
      for (let why = 'tap'; why === 'tap';) {
        why = world.run(SECOND);
        world.takeTapped(({ frame: raw, outbound }) => {
          if (!outbound || raw.length < 1514) return;
          const id = (raw[18]! << 8) | raw[19]!;
          if (id === ((previous + 1) & 0x7fff)) consecutive++;
          if (previous === 0x7fff && id === 0) wrapped++;
          if (previous >= 0 && previous < 0x8000 && id > previous + 1 && id < 0x8000) expect(id - previous).to.be.below(64);
          previous = id;
        });
      }
      expect(wrapped).to.be.greaterThan(0);
      expect(consecutive).to.be.greaterThan(30_000);
    });

    it('version 1 alone cuts IPv4 and not IPv6; neither without checksum offload', async () => {
      const rows = [
        ['ipv4', { lsoV1: true, lsoV2: false }, true],
        ['ipv6', { lsoV1: true, lsoV2: false }, false],
        ['ipv4', { lsoV1: false, lsoV2: true }, true],
        ['ipv6', { lsoV1: false, lsoV2: true }, true],
        ['ipv4', { lsoV1: false, lsoV2: false }, false],
        ['ipv4', { checksumOffload: false }, false],
      ] as const;
      for (const [family, nic, isCut] of rows) {
        const world = await worldOf(module, sending(family, nic, 200_000));
        world.run(SECOND);
        expect(world.report().nics[1]!.largeSends > 0, `${family} ${JSON.stringify(nic)}`).to.equal(isCut);
        expect(world.report().apps[0]!.serverReceivedBytes).to.equal(200_000);
      }
    });
  });

  describe(`transmit descriptors, ${name} core`, () => {
    for (const queues of [4, 1])
      it(`are never more than there are, and are reclaimed though segments are lost, ${queues} queues`, async () => {
        const draft = pair({
          server: { kind: 'ideal' },
          client: { tcp: { dataRetransmissions: 20 }, processors: { coresPerSocket: 4 } },
          serverNic: { speed: '10 Gb/s' },
          clientNic: { speed: '10 Gb/s', queues, transmitDescriptors: 8, lsoV1: false, lsoV2: false, rss: { maxProcessors: 4 } },
          link: { loss: 0.03, back: { loss: 0.05 } },
          traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 8, bytes: 100_000 }],
        });
        const world = await worldOf(module, draft);
        const { core, index } = world.reading;
        let most = 0;
        for (let at = 1n; at <= 400n; at++) {
          world.run(at * 20n * US);
          for (let queue = 0; queue < index.queues[1]!; queue++) {
            const { txDone, txReclaimed } = readQueueRecord(core.memory.buffer, core.nicQueueAt(index.firstQueue[1]! + queue));
            most = Math.max(most, (txDone - txReclaimed) >>> 0);
          }
        }
        expect(most).to.be.within(1, 8);
        world.run(1000n * SECOND);
        expect(leftovers(world)).to.deep.equal([]);
        expect(world.report().apps[0]!).to.include({ finished: 8, serverReceivedBytes: 800_000 });
        expect(readNicRecord(core.memory.buffer, core.nicAt(1)).transmitWaiting).to.equal(0);
      });
  });

  describe(`receive side scaling, ${name} core`, () => {
    const spread = (rss: NonNullable<NicDraft['rss']>, family: 'ipv4' | 'ipv6', host: Partial<HostDraft> = {}) =>
      pair({
        server: { processors: { coresPerSocket: 8 }, ...host },
        client: { kind: 'ideal', tcp: { receiveWindow: '64 KiB', autoTuning: 'disabled' } },
        serverNic: { speed: '10 Gb/s', queues: 4, rss },
        clientNic: { speed: '10 Gb/s' },
        traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 24, family, bytes: 400_000, postedReceives: 2 }],
      });

    for (const family of ['ipv4', 'ipv6'] as const)
      it(`each connection stays on the processor that an independent hash says, ${family}`, async () => {
        const world = await worldOf(module, spread({ baseProcessor: 2, maxProcessors: 4, tableEntries: 32 }, family));
        const seen = new Set<number>();
        for (let at = 1n; at <= 30n; at++) {
          world.run(at * 100n * US);
          for (const { role, local, remote, dpcProcessor, queue } of world.report().connections) {
            if (role !== 'server') continue;
            const split = (text: string) =>
              [text.slice(0, text.lastIndexOf(':')).replace(/[[\]]/g, ''), Number(text.slice(text.lastIndexOf(':') + 1))] as const;
            const [source, sport] = split(remote);
            const [destination, dport] = split(local);
            const entry = hashOf(source, destination, [sport, dport]) % 32;
            // Round robin over queues 0 to 3, whose processors are 2 to 5.
            expect([queue, dpcProcessor], remote).to.deep.equal([entry % 4, 2 + (entry % 4)]);
            seen.add(queue);
          }
        }
        expect(seen.size).to.equal(4);
        const busy = world
          .report()
          .hosts[0]!.processors.filter(({ dpcPs }) => dpcPs > 0)
          .map(({ number }) => number);
        expect(busy).to.deep.equal([2, 3, 4, 5]);
      });

    it('the table decides, not the order of queues', async () => {
      const table = Array.from({ length: 16 }, (_, entry) => (entry < 8 ? 3 : 1));
      const world = await worldOf(module, spread({ maxProcessors: 4, tableEntries: 16, table }, 'ipv4'));
      world.run(3n * MS);
      const { queues, table: inForce } = nicOf(world);
      expect(inForce).to.deep.equal(table);
      // Queue 0 has what is not hashed: ARP.
      expect(queues.map(({ frames }) => frames > 20)).to.deep.equal([false, true, false, true]);
    });

    it('rebalancing moves entries from the busy queue until the load is even, and loses no byte', async () => {
      const host = { costs: { rebalance_interval: 10_000 } };
      const table = new Array<number>(64).fill(0);
      const rss = { maxProcessors: 4, tableEntries: 64, table, rebalancing: true } as const;
      const world = await worldOf(module, {
        ...spread(rss, 'ipv4', host),
        traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 24, bytes: 4_000_000 }],
      });
      const shares = (from: NicReport, to: NicReport) =>
        to.queues.map(({ frames }, at) => (frames - from.queues[at]!.frames) / (to.receivedFrames - from.receivedFrames));
      const start = nicOf(world);
      world.run(9n * MS);
      const skewed = nicOf(world);
      expect(skewed.tableChanges).to.equal(0);
      expect(shares(start, skewed)).to.deep.equal([1, 0, 0, 0]);
      world.run(31n * MS);
      const before = nicOf(world);
      world.run(60n * MS);
      const after = nicOf(world);
      expect(before.tableChanges).to.be.within(1, 3);
      expect(new Set(after.table).size).to.equal(4);
      expect(Math.max(...shares(before, after))).to.be.below(0.4);
      world.run(300n * SECOND);
      expect(world.report().apps[0]!).to.include({ finished: 24, serverReceivedBytes: 96_000_000 });
      expect([...complaints(world), ...leftovers(world)]).to.deep.equal([]);
    });

    it('without rebalancing the table stays as it is', async () => {
      const world = await worldOf(module, spread({ maxProcessors: 4, tableEntries: 64, table: new Array<number>(64).fill(0) }, 'ipv4'));
      world.run(300n * SECOND);
      expect(nicOf(world).tableChanges).to.equal(0);
      expect(sum(nicOf(world).table)).to.equal(0);
    });

    it('datagrams are spread by address alone: one queue for a pair of stations', async () => {
      const outside = await Outside.open(module, fourQueues({}));
      outside.ask(...Array.from({ length: 40 }, (_, at) => frame(...to4(), udp({ sport: 1000 + at, dport: 9 }), filler(10))));
      const used = nicOf(outside.world).queues.filter(({ frames }) => frames > 0);
      expect(used.map(({ queue }) => queue)).to.deep.equal([toeplitz(KEY, concat(address(US4), address(SERVER))) % 4]);
    });
  });
}
