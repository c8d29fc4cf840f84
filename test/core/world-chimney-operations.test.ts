// The five operations of an offload, the way of segments meanwhile, upload reasons, costs, statistics and what a network monitor sees.

import { describe, expect, it } from '#test';
import {
  limits,
  readTcpConnection,
  readSocket,
  TcpConnectionLayout,
  TcpState,
  UploadReason,
  type TcpConnectionRecord,
} from '../../ui/abi/abi.gen.ts';
import { records } from '../../ui/abi/schema.ts';
import { instantiateCore } from '../../ui/engine/core.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import type { World } from '../../ui/engine/world.ts';
import { concat, ethernet, frame, ipv4, tcp } from '../build/frame.ts';
import { be8 } from '../build/bytes.ts';
import { Random } from '../build/random.ts';
import { readPacket } from '../oracle/packet.ts';
import { coreModules } from '../core-under-test.ts';
import { OUR_MAC, Outside, SERVER, SERVER_MAC, US4 } from './world-outside.ts';
import {
  chimneyComplaints,
  chimneyOf,
  chimneyWorld,
  runUntil,
  serverSide,
  StreamReader,
  taker,
  takeBack,
  withMode,
} from './world-chimney-stage.ts';
import { leftovers, sum } from './world-checks.ts';
import { MS, SECOND, US, type PairDraft, type TrafficDraft } from './world-stage.ts';

type Field = keyof TcpConnectionRecord;

/** Fields of the record by what the schema says of them. */
const fieldsOf = (kind: 'const' | 'cached' | 'delegated'): Field[] =>
  records
    .find(({ name }) => name === 'TcpConnection')!
    .fields.filter(({ doc }) => doc.startsWith(kind) || doc.startsWith(`path ${kind}`))
    .map(({ name }) => name as Field);
const constant = [...fieldsOf('const'), 'family' as Field];
const cached = fieldsOf('cached');
const delegated = fieldsOf('delegated');

const bulk: TrafficDraft = { app: 'bulk', from: 'client', to: 'server:5001' };
const state = (world: World) => serverSide(world)[0]!.offload!.state;
const unitsOf = (world: World, id: string): number =>
  sum(world.report().hosts[0]!.processors.flatMap(({ costs }) => costs.filter((cost) => cost.id === id).map(({ units }) => units)));

for (const { name, module } of await coreModules()) {
  describe(`variables of an offload, ${name} core`, () => {
    /** Two records of random bytes, and a third that is never touched. */
    async function randomRecords(seed: number) {
      const core = await instantiateCore(module);
      const random = new Random(seed);
      const [host, target] = [core.tcpConnectionsReserve(1), core.tcpConnectionsReserve(1)];
      const stack = core.tcpStackReserve(16);
      for (const at of [host, target])
        for (let byte = 0; byte < TcpConnectionLayout.size; byte++) new Uint8Array(core.memory.buffer)[at + byte] = random.below(256);
      const read = (at: number) => structuredClone(readTcpConnection(core.memory.buffer, at));
      return { core, host, target, stack, read };
    }

    it('are 9 + 2, 13 and 28 fields, and no field is of two kinds', () => {
      expect(new Set([...constant, ...cached, ...delegated]).size).to.equal(constant.length + cached.length + delegated.length);
      expect(delegated).to.include.members(['state', 'rcvNxt', 'sndUna', 'sndNxt', 'sndMax', 'cWnd', 'ssThresh', 'dWnd', 'retransmitAt']);
      expect(cached).to.include.members(['cachedFlags', 'initialRcvWnd', 'pathMtu', 'userPriority', 'kaInterval']);
    });

    it('that initiate moves are const, cached and delegated ones; the host’s delegated ones are void then', async () => {
      const { core, host, target, stack, read } = await randomRecords(1);
      const before = read(host);
      core.stateInitiate(target, host, stack);
      const [there, here] = [read(target), read(host)];
      for (const field of [...constant, ...cached, ...delegated]) expect(there[field], field).to.deep.equal(before[field]);
      for (const field of [...constant, ...cached]) expect(here[field], field).to.deep.equal(before[field]);
      for (const field of delegated) expect(`${here[field].toString(16)}`.replaceAll('db', ''), field).to.equal('');
      expect(there.stack).to.equal(stack);
      expect(here.stack).to.equal(before.stack);
    });

    it('that update moves are cached ones and no others', async () => {
      const { core, host, target, read } = await randomRecords(2);
      const [from, to] = [read(host), read(target)];
      core.cachedCopy(target, host);
      const now = read(target);
      for (const field of Object.keys(to) as Field[]) expect(now[field], field).to.deep.equal((cached.includes(field) ? from : to)[field]);
      expect(read(host)).to.deep.equal(from);
    });

    it('that query moves are delegated ones and no others', async () => {
      const { core, host, target, read } = await randomRecords(3);
      const [from, to] = [read(target), read(host)];
      core.delegatedCopy(host, target);
      const now = read(host);
      for (const field of Object.keys(to) as Field[])
        expect(now[field], field).to.deep.equal((delegated.includes(field) ? from : to)[field]);
    });

    it('that terminate moves are delegated ones; const and cached stay the host’s', async () => {
      const { core, host, target, read } = await randomRecords(4);
      const [from, to] = [read(target), read(host)];
      core.stateTerminate(host, target);
      const now = read(host);
      for (const field of delegated) expect(now[field], field).to.deep.equal(from[field]);
      for (const field of [...constant, ...cached]) expect(now[field], field).to.deep.equal(to[field]);
      for (const field of delegated) expect(`${read(target)[field].toString(16)}`.replaceAll('db', ''), field).to.equal('');
    });
  });

  describe(`operations of an offload, ${name} core`, () => {
    const open = (more?: PairDraft, traffic: TrafficDraft[] = [bulk]) => chimneyWorld(module, 'enabled', traffic, more);

    it('take the latency of the adapter, both ways', async () => {
      const world = await open({ server: { costs: { toe_latency: 300 } } });
      expect(runUntil(world, MS, () => serverSide(world)[0]?.offload?.state === 'Offloading', US)).to.equal(true);
      const begun = world.now;
      expect(runUntil(world, 2n * MS, () => state(world) === 'Offloaded', US)).to.equal(true);
      expect(Number((world.now - begun) / US)).to.be.within(300, 325); // the charge of the request itself is some 10 us
      takeBack(world, 0);
      expect(runUntil(world, 3n * MS, () => state(world) === 'Uploading', US)).to.equal(true);
      const back = world.now;
      expect(runUntil(world, 4n * MS, () => state(world) !== 'Uploading', US)).to.equal(true);
      expect(Number((world.now - back) / US)).to.be.within(300, 340);
    });

    it('cost the host once each, and nothing a packet in between', async () => {
      const world = await open({}, [{ ...bulk, postedReceives: 4 }]);
      world.run(2n * MS);
      const perPacket = ['drv_rx', 'nbl_return', 'tcpip_rx', 'ack_rx', 'ack_tx', 'tx_pkt', 'dpc', 'copy_cold', 'copy_warm'];
      const before = perPacket.map((id) => unitsOf(world, id));
      const { receivedData } = chimneyOf(world);
      world.run(12n * MS);
      expect(perPacket.map((id) => unitsOf(world, id))).to.deep.equal(before);
      const bytes = chimneyOf(world).receivedData - receivedData;
      expect(bytes).to.be.above(5_000_000);
      expect(unitsOf(world, 'toe_offload')).to.equal(1);
      expect(unitsOf(world, 'toe_upload')).to.equal(0);
      const requests = unitsOf(world, 'toe_io');
      expect(requests).to.be.within(bytes / 65_536, (2 * bytes) / 65_536 + 60);
      takeBack(world, 0);
      world.run(20n * MS);
      expect([unitsOf(world, 'toe_offload'), unitsOf(world, 'toe_upload')]).to.deep.equal([2, 1]);
    });

    it('cost half an interrupt a request, on average', async () => {
      for (const share of [0.1, 0.5, 1]) {
        const world = await open({ server: { costs: { toe_interrupts: share } } }, [{ ...bulk, bufferSize: 8192 }]);
        world.run(2n * MS);
        const [interrupts, requests] = [unitsOf(world, 'int'), unitsOf(world, 'toe_io')];
        world.run(12n * MS);
        const done = unitsOf(world, 'toe_io') - requests;
        expect(done).to.be.above(500);
        expect((unitsOf(world, 'int') - interrupts) / done).to.be.closeTo(share, 0.03);
      }
    });

    it('copy what no buffer was posted for, and nothing else', async () => {
      for (const postedReceives of [0, 4]) {
        const world = await open({}, [{ ...bulk, postedReceives }]);
        world.run(2n * MS);
        const [copied, received] = [unitsOf(world, 'copy_cold'), chimneyOf(world).receivedData];
        world.run(8n * MS);
        const bytes = chimneyOf(world).receivedData - received;
        expect(bytes).to.be.above(1_000_000);
        expect(unitsOf(world, 'copy_cold') - copied).to.equal(postedReceives ? 0 : bytes);
      }
    });

    it('bring completions to the processor that the indirection table has for the hash', async () => {
      const world = await open({ server: { processors: { coresPerSocket: 8 } }, serverNic: { queues: 8 } }, [
        { ...bulk, connections: 12, serverProcessors: [7] },
      ]);
      world.run(2n * MS);
      const { core } = world.reading;
      const { table } = world.report().nics[0]!;
      const used = new Set<number>();
      world.run(6n * MS);
      for (const { id, dpcProcessor } of serverSide(world)) {
        const { hashValue } = readTcpConnection(core.memory.buffer, core.connectionInTargetAt(id));
        const queue = table[hashValue & (table.length - 1)]!;
        expect(dpcProcessor).to.equal(world.report().nics[0]!.queues[queue]!.processor);
        used.add(dpcProcessor!);
      }
      expect(used.size).to.be.above(2);
    });

    it('pay a delayed ACK before the move, in both directions', async () => {
      const traffic: TrafficDraft[] = [{ app: 'requests', from: 'client', to: 'server:80', request: 100, response: 1, pause: '500 ms' }];
      const world = await open({ server: { tcp: { delayedAck: '500 ms' } } }, traffic);
      const { core } = world.reading;
      world.run(100n * MS);
      for (let move = 0; move < 4; move++) {
        const [id] = connectionsIn(core, 0);
        takeBack(world, 0);
        world.run(world.now + 50n * MS);
        const c = readTcpConnection(core.memory.buffer, core.connectionAt(id!));
        expect(c.lastAckSent).to.equal(c.rcvNxt);
        expect(chimneyComplaints(world)).to.deep.equal([]);
        world.run(world.now + 500n * MS);
      }
      expect(chimneyOf(world).uploads).to.be.at.least(1);
    });

    it('hold timers, that go on with what remained', async () => {
      const world = await open({ server: { tcp: { keepAlive: true } } }, [
        { app: 'requests', from: 'client', to: 'server:80', pause: '3600 s' },
      ]);
      const { core } = world.reading;
      world.run(50n * MS);
      const [id] = connectionsIn(core, 0);
      const before = readTcpConnection(core.memory.buffer, core.connectionAt(id!)).keepAliveAt;
      core.offloadPause(0, 1);
      expect(runUntil(world, 60n * MS, () => state(world) === 'InHost', US)).to.equal(true);
      const late = readTcpConnection(core.memory.buffer, core.connectionAt(id!)).keepAliveAt - before;
      expect(Number(late / US), 'the time of the move').to.be.within(100, 140);
    });

    it('update cached variables alone: the receive buffer of auto-tuning, and the path’s MTU', async () => {
      const world = await open({ link: { delay: '100 us' } });
      const { core } = world.reading;
      world.run(20n * MS);
      const [id] = connectionsIn(core, 0);
      const record = (at: number) => readTcpConnection(core.memory.buffer, at);
      expect(chimneyOf(world).updates).to.be.above(1);
      expect(record(core.connectionInTargetAt(id!)).initialRcvWnd).to.be.above(65_536);
      const view = new DataView(core.memory.buffer);
      view.setUint32(core.connectionInHostAt(id!) + TcpConnectionLayout.pathMtu, 1000, true);
      view.setUint8(core.connectionInHostAt(id!) + TcpConnectionLayout.ttlOrHopLimit, 33);
      core.offloadUpdate(id!);
      world.run(world.now + 99n * US);
      expect(record(core.connectionInTargetAt(id!)).pathMtu, 'not yet').to.equal(1500);
      world.run(world.now + 2n * US);
      expect(record(core.connectionInTargetAt(id!))).to.include({ pathMtu: 1000, sendMss: 960, ttlOrHopLimit: 33 });
    });

    it('query delegated variables as they are then', async () => {
      const world = await open();
      const { core } = world.reading;
      world.run(5n * MS);
      const [id] = connectionsIn(core, 0);
      const { queries } = chimneyOf(world);
      core.offloadQuery(id!);
      world.run(world.now + 101n * US);
      const known = readTcpConnection(core.memory.buffer, core.connectionQueriedAt(id!));
      const now = readTcpConnection(core.memory.buffer, core.connectionAt(id!));
      expect(known.state).to.equal(TcpState.Established);
      expect((now.rcvNxt - known.rcvNxt) >>> 0).to.be.below(10_000);
      expect(chimneyOf(world).queries).to.equal(queries + 1);
    });

    it('invalidate: the next send asks for the upload, and the host goes on', async () => {
      const world = await open();
      const { core } = world.reading;
      world.run(2n * MS);
      core.offloadInvalidate(connectionsIn(core, 0)[0]!);
      world.run(4n * MS);
      expect(chimneyOf(world).uploadReasons).to.deep.equal({ InvalidState: 1 });
      expect(serverSide(world)[0]!.offload).to.include({ state: 'InHost', reason: 'Uploaded' });
      const { receivedBytes } = serverSide(world)[0]!;
      world.run(8n * MS);
      expect(serverSide(world)[0]!.receivedBytes).to.be.above(receivedBytes + 1_000_000);
    });

    it('end with the connection: the host has TIME-WAIT', async () => {
      const world = await open({}, [{ ...bulk, connections: 3, bytes: 100_000 }]);
      world.run(100n * MS);
      expect(chimneyOf(world)).to.include({ offloads: 3, uploads: 3, offloaded: 0 });
      expect(chimneyOf(world).uploadReasons).to.deep.equal({ Finished: 3 });
      world.run(400n * SECOND);
      expect(leftovers(world)).to.deep.equal([]);
      expect(world.report().apps[0]).to.include({ finished: 3, failed: 0 });
    });

    it('are refused to a connection whose data the user has aborted, and to none in its handshake', async () => {
      const world = await open({}, [{ ...bulk, connections: 20, interval: '5 us', bytes: 5000 }]);
      const { core } = world.reading;
      while (world.now < 3n * MS) {
        world.step();
        for (const id of connectionsIn(core, 0)) {
          const c = readTcpConnection(core.memory.buffer, core.connectionAt(id));
          expect(c.state === TcpState.Closed || c.state >= TcpState.Established).to.equal(true);
        }
      }
    });
  });

  describe(`upload reasons, ${name} core`, () => {
    const optional = (world: PairDraft['server'] = {}): PairDraft['server'] => ({
      ...world,
      windows: { chimneyBehaviour: { optionalUploads: true } },
    });

    for (const [reason, isMandatory] of [
      ['hardware-failure', true],
      ['invalid-state', true],
      ['received-urgent-data', true],
      ['timeout-expiration', true],
      ['upload-requested', true],
      ['high-drop-rate', false],
      ['high-fragmentation', false],
      ['high-out-of-order-packets', false],
      ['low-activity', false],
      ['no-buffer-preposting', false],
      ['small-io', false],
    ] as const)
      it(`${reason} is ${isMandatory ? 'mandatory' : 'the host’s choice'}`, async () => {
        for (const follows of [false, true]) {
          const world = await chimneyWorld(module, 'enabled', [bulk], {
            server: follows ? optional() : {},
            timeline: [{ do: 'upload', at: '2 ms', host: 'server', adapter: 'lan', reason }],
          });
          world.run(4n * MS);
          const comes = isMandatory || follows;
          expect(serverSide(world)[0]!.offload).to.include(
            comes ? { state: 'InHost', reason: 'Uploaded', uploads: 1 } : { state: 'Offloaded', reason: 'None', uploads: 0 },
          );
          const [key] = Object.keys(chimneyOf(world).requestReasons);
          expect(key!.toLowerCase()).to.equal(reason.replaceAll('-', ''));
          expect(Object.keys(chimneyOf(world).uploadReasons)).to.deep.equal(comes ? [key] : []);
          expect(chimneyComplaints(world)).to.deep.equal([]);
          const { receivedBytes } = serverSide(world)[0]!;
          world.run(7n * MS);
          expect(serverSide(world)[0]!.receivedBytes, 'it goes on').to.be.above(receivedBytes + 500_000);
        }
      });

    it('are not given for a connection that is half closed', async () => {
      const world = await chimneyWorld(module, 'enabled', [{ ...bulk, bytes: 3_000_000 }], { serverNic: { speed: '1 Gb/s' } });
      const { core } = world.reading;
      const half: number[] = [TcpState.FinWait1, TcpState.FinWait2, TcpState.CloseWait];
      let asked = 0;
      while (world.now < 60n * MS) {
        world.step();
        for (const id of connectionsIn(core, 0)) {
          const c = readTcpConnection(core.memory.buffer, core.connectionAt(id));
          if (!half.includes(c.state) || readSocket(core.memory.buffer, core.socketAt(id)).offload !== 2) continue;
          asked++;
          expect(core.offloadUpload(id, UploadReason.HardwareFailure, 1)).to.equal(0);
        }
      }
      expect(asked).to.be.above(0);
    });

    it('of Windows Firewall keep a connection in the host for good', async () => {
      const world = await chimneyWorld(module, 'enabled', [bulk], {
        timeline: [{ do: 'upload', at: '2 ms', host: 'server', adapter: 'lan', reason: 'firewall' }],
      });
      world.run(6n * MS);
      expect(serverSide(world)[0]!.offload).to.include({ state: 'InHost', reason: 'FirewallUpload', offloads: 1 });
    });

    interface Found {
      reason: string;
      more: PairDraft;
      traffic: TrafficDraft;
      time: bigint;
    }
    const found: Found[] = [
      {
        reason: 'LowActivity',
        more: { server: { costs: { toe_low_activity: 0.01 } } },
        traffic: { app: 'requests', from: 'client', to: 'server:80', pause: '1 s' },
        time: 100n * MS,
      },
      { reason: 'NoBufferPreposting', more: {}, traffic: { ...bulk, postedReceives: 0 }, time: 10n * MS },
      { reason: 'SmallIo', more: { server: { costs: { toe_small_io: 4096 } } }, traffic: { ...bulk, bufferSize: 2048 }, time: 10n * MS },
      { reason: 'HighOutOfOrderPackets', more: { link: { reordering: 0.3, reorderingDelay: '30 us' } }, traffic: bulk, time: 60n * MS },
      {
        reason: 'HighDropRate',
        more: { link: { loss: 0, back: { loss: 0.1 } } },
        traffic: { app: 'chargen', from: 'client', to: 'server:19' },
        time: 4000n * MS,
      },
    ];
    for (const { reason, more, traffic, time } of found)
      it(`${reason} is found by the adapter itself`, async () => {
        const world = await chimneyWorld(module, 'enabled', [traffic], { ...more, server: optional(more.server) });
        world.run(time);
        expect(chimneyOf(world).uploadReasons).to.have.property(reason);
        const quiet = await chimneyWorld(module, 'enabled', [{ ...bulk, postedReceives: 4 }], { server: optional() });
        quiet.run(20n * MS);
        expect(chimneyOf(quiet).requestReasons, 'nothing without a cause').to.deep.equal({});
      });

    it('TimeoutExpiration comes when the retransmissions are used up, and the host gives the connection up', async () => {
      const world = await chimneyWorld(module, 'enabled', [{ app: 'chargen', from: 'client', to: 'server:19' }], {
        timeline: [
          { do: 'set', at: '3 ms', path: 'links[0].loss', value: 1 },
          { do: 'set', at: '3 ms', path: 'links[0].back.loss', value: 1 },
        ],
      });
      world.run(60n * SECOND);
      expect(chimneyOf(world).uploadReasons).to.deep.equal({ TimeoutExpiration: 1 });
      expect(serverSide(world)).to.deep.equal([]);
    });
  });

  describe(`segments beside the adapter’s way, ${name} core`, () => {
    const filler = (bytes: number, seed = 1) => Uint8Array.from({ length: bytes }, (_, at) => (at * 7 + seed * 31) & 255);
    const opened = async () => {
      const outside = await Outside.known(module, { host: withMode('enabled'), nic: taker() });
      const client = outside.connect(7, { mss: 1460 });
      outside.world.run(outside.world.now + MS);
      expect(chimneyOf(outside.world).offloaded).to.equal(1);
      return { outside, client, world: outside.world };
    };

    it('are echoed byte for byte, however often the connection moves', async () => {
      const { outside, client, world } = await opened();
      const random = new Random(5);
      const sent: Uint8Array[] = [];
      for (let round = 0; round < 60; round++) {
        const bytes = filler(1 + random.below(4000), round);
        sent.push(bytes);
        client.send(bytes);
        if (random.oneIn(2)) takeBack(world, 0);
        world.run(world.now + BigInt(random.below(120)) * US);
        client.talk(() => client.received.length > 0 && random.oneIn(3));
      }
      client.talk();
      expect(chimneyOf(world).uploads).to.be.above(8);
      expect(client.received).to.deep.equal(concat(...sent));
      expect(chimneyComplaints(world)).to.deep.equal([]);
      client.finish();
      expect(client.talk().ended).to.equal('F');
      outside.world.run(outside.world.now + SECOND);
    });

    it('with IPv4 options take the normal way and come to the adapter through the host', async () => {
      const { outside, client, world } = await opened();
      const before = unitsOf(world, 'drv_rx');
      const bytes = filler(100);
      outside.put(
        frame(
          ethernet({ dst: SERVER_MAC, src: OUR_MAC, pad: 60 }),
          ipv4({ src: US4, dst: SERVER, options: be8(1, 1, 1, 0) }),
          tcp({ sport: client.port, dport: 7, flags: 'PA', seq: client.seq, ack: client.ack, window: 65_535 }),
          bytes,
        ),
      );
      client.seq += bytes.length;
      client.talk();
      expect(client.received).to.deep.equal(bytes);
      expect(unitsOf(world, 'drv_rx')).to.equal(before + 1);
      expect(chimneyOf(world).engine.forwarded).to.be.at.least(1);
      expect(chimneyOf(world)).to.include({ uploads: 0, offloaded: 1 });
    });

    it('with urgent data bring the connection back, unacknowledged by the adapter, and lose nothing', async () => {
      const { outside, client, world } = await opened();
      outside.put(client.segment('PAU', filler(10)));
      client.seq += 10;
      world.run(world.now + 60n * US);
      expect(serverSide(world)[0]!.offload).to.include({ state: 'Uploading', held: 1 });
      client.talk();
      expect(client.received).to.deep.equal(filler(10));
      expect(chimneyOf(world).uploadReasons).to.deep.equal({ ReceivedUrgentData: 1 });
    });

    it('that arrive while a connection goes are held, and forwarded in order', async () => {
      const outside = await Outside.known(module, { host: withMode('enabled', { costs: { toe_latency: 500 } }), nic: taker() });
      const client = outside.connect(7);
      const sent = [filler(1000, 1), filler(1000, 2), filler(1000, 3)];
      outside.world.run(outside.world.now + 50n * US);
      expect(serverSide(outside.world)[0]!.offload!.state).to.equal('Offloading');
      for (const bytes of sent) client.send(bytes);
      outside.world.run(outside.world.now + 100n * US);
      expect(serverSide(outside.world)[0]!.offload).to.include({ state: 'Offloading', held: 3 });
      client.talk();
      expect(client.received).to.deep.equal(concat(...sent));
      expect(serverSide(outside.world)[0]!.offload).to.include({ held: 0, forwarded: 3 });
    });
  });

  describe(`statistics of an offload, ${name} core`, () => {
    it('are part of those of the host', async () => {
      const world = await chimneyWorld(module, 'enabled', [{ ...bulk, connections: 2, bytes: 1_000_000 }], {
        clientNic: { speed: '10 Gb/s', lsoV1: false, lsoV2: false },
      });
      world.run(2n * SECOND);
      const [server, client] = world.report().hosts;
      expect(server!.tcp.segmentsIn).to.equal(client!.tcp.segmentsOut + client!.tcp.segmentsRetransmitted);
      expect(client!.tcp.segmentsIn).to.equal(server!.tcp.segmentsOut + server!.tcp.segmentsRetransmitted);
      const { ipv4: family } = chimneyOf(world);
      expect(family.tcp.inSegments).to.be.above(1300);
      expect(family.ip.inReceives).to.be.within(family.tcp.inSegments - 20, family.tcp.inSegments);
      expect(family.ip.inDelivers).to.equal(family.ip.inReceives);
      expect(family.tcp.currentlyEstablished).to.equal(0);
      expect(chimneyOf(world).ipv6.ip.inReceives).to.equal(0);
    });

    it('count what is set up now', async () => {
      const world = await chimneyWorld(module, 'enabled', [
        { ...bulk, connections: 3 },
        { ...bulk, to: 'server:5002', family: 'ipv6' },
      ]);
      world.run(3n * MS);
      expect(chimneyOf(world).ipv4.tcp.currentlyEstablished).to.equal(3);
      expect(chimneyOf(world).ipv6.tcp.currentlyEstablished).to.equal(1);
    });

    it('are not what a network monitor of the host sees; the cable has all', async () => {
      const seen: number[] = [];
      for (const where of ['cable', 'host'] as const) {
        const world = await chimneyWorld(module, 'enabled', [{ ...bulk, bytes: 500_000 }]);
        world.tap(0, true, where);
        let data = 0;
        for (let time = 0n; time < 20n * MS; time += MS / 10n) {
          while (world.run(time) === 'tap')
            world.takeTapped(({ frame: raw }) => (data += readPacket(raw).tcp ? readPacket(raw).payload.length : 0));
          world.takeTapped(({ frame: raw }) => (data += readPacket(raw).tcp ? readPacket(raw).payload.length : 0));
        }
        seen.push(data);
      }
      expect(seen[0]).to.equal(500_000);
      expect(seen[1]).to.be.below(30_000);
    });

    it('leave streams whole that the cable shows', async () => {
      const world = await chimneyWorld(module, 'enabled', [{ app: 'echo', from: 'client', to: 'server:7', message: 5000, count: 50 }]);
      const reader = new StreamReader(world);
      for (let time = 0n; time < 30n * SECOND; time += time < 50n * MS ? MS / 20n : 10n * MS) {
        while (world.run(time) === 'tap') reader.take();
        reader.take();
        if (time < 50n * MS && time % MS === 0n) takeBack(world, 0);
      }
      expect(reader.wrong).to.deep.equal([]);
      expect([...reader.seen.values()].every((bytes) => bytes === 250_000)).to.equal(true);
      expect(limits.TcpRanges).to.equal(8);
    });
  });
}
