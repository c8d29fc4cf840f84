// Segments that do not go the adapter's way, bytes from a station outside, statistics, and what a network monitor sees.

import { describe, expect, it } from '#test';

import type { World } from '../../ui/engine/world.ts';
import { concat, ethernet, frame, ipv4, tcp } from '../build/frame.ts';
import { be8 } from '../build/bytes.ts';
import { Random } from '../build/random.ts';
import { readPacket } from '../oracle/packet.ts';
import { worldModules } from '../core-under-test.ts';
import { OUR_MAC, Outside, SERVER, SERVER_MAC, US4 } from './world-outside.ts';
import { chimneyComplaints, chimneyOf, chimneyWorld, serverSide, StreamReader, taker, takeBack, withMode } from './world-chimney-stage.ts';
import { sum } from './world-checks.ts';
import { MS, SECOND, US, type TrafficDraft } from './world-stage.ts';

const bulk: TrafficDraft = { app: 'bulk', from: 'client', to: 'server:5001' };
const unitsOf = (world: World, id: string): number =>
  sum(world.report().hosts[0]!.processors.flatMap(({ costs }) => costs.filter((cost) => cost.id === id).map(({ units }) => units)));

for (const { name, module } of await worldModules()) {
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
    });
  });
}
