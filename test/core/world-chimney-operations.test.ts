// The five operations of an offload, what they cost, and what happens in between.

import { describe, expect, it } from '#test';
import { readTcpConnection, TcpConnectionLayout, TcpState } from '../../ui/abi/abi.gen.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import type { World } from '../../ui/engine/world.ts';
import { worldModules } from '../core-under-test.ts';
import { chimneyComplaints, chimneyOf, chimneyWorld, runUntil, serverSide, takeBack } from './world-chimney-stage.ts';
import { leftovers, sum } from './world-checks.ts';
import { MS, SECOND, US, type PairDraft, type TrafficDraft } from './world-stage.ts';

const bulk: TrafficDraft = { app: 'bulk', from: 'client', to: 'server:5001' };
const state = (world: World) => serverSide(world)[0]!.offload!.state;
const unitsOf = (world: World, id: string): number =>
  sum(world.report().hosts[0]!.processors.flatMap(({ costs }) => costs.filter((cost) => cost.id === id).map(({ units }) => units)));

for (const { name, module } of await worldModules()) {
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
}
