// Why connections come back: the reasons of an adapter, which of them are mandatory, and which it finds by itself.

import { describe, expect, it } from '#test';
import { readTcpConnection, readSocket, TcpState, UploadReason } from '../../ui/abi/abi.gen.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import type { World } from '../../ui/engine/world.ts';
import { worldModules } from '../core-under-test.ts';
import { chimneyComplaints, chimneyOf, chimneyWorld, serverSide } from './world-chimney-stage.ts';
import { MS, SECOND, type PairDraft, type TrafficDraft } from './world-stage.ts';

const bulk: TrafficDraft = { app: 'bulk', from: 'client', to: 'server:5001' };

for (const { name, module } of await worldModules()) {
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

    /** A connection that the server closes while nothing it sends arrives any more. */
    const closing = (costs: PairDraft['server'] = {}): Promise<World> =>
      chimneyWorld(module, 'enabled', [{ app: 'discard', from: 'server', to: 'client:9', duration: '3 ms' }], {
        server: optional(costs),
        timeline: [{ do: 'set', at: '2.9 ms', path: 'links[0].loss', value: 1 }].concat([
          { do: 'set', at: '2.9 ms', path: 'links[0].back.loss', value: 1 },
        ]) as NonNullable<PairDraft['timeline']>,
      });
    const ownState = (world: World): string => world.report().connections.find(({ host }) => host === 0)!.state;

    it('of silence come once, though the connection is half closed and none is given', async () => {
      const world = await closing({ costs: { toe_low_activity: 0.01 } });
      expect(world.run(2n * SECOND, 20_000)).to.equal('time');
      expect(ownState(world)).to.equal('FinWait1');
      expect(chimneyOf(world).requestReasons).to.deep.equal({});
      expect(chimneyComplaints(world)).to.deep.equal([]);
    });

    it('of a void neighbour: the host takes a half-closed connection back by itself, and it ends', async () => {
      const world = await closing();
      world.run(10n * MS);
      expect(ownState(world)).to.equal('FinWait1');
      const { core } = world.reading;
      core.offloadInvalidate(connectionsIn(core, 0)[0]!);
      world.run(2n * SECOND);
      expect(chimneyOf(world)).to.deep.include({ offloaded: 0, requestReasons: {}, uploadReasons: { InvalidState: 1 } });
      expect(chimneyComplaints(world)).to.deep.equal([]);
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
}
