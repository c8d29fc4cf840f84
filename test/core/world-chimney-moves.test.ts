// Offloading and uploading in the middle of a stream: under loss, reordering and duplication, with moves at any time, no byte is lost,
// repeated or out of place; and a run is the same however it is sliced.

import { describe, expect, it } from '#test';
import { UploadReason } from '../../ui/abi/abi.gen.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import { World } from '../../ui/engine/world.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';
import { leftovers, sum } from './world-checks.ts';
import { chimneyComplaints, StreamReader, taker, takeBack, withMode } from './world-chimney-stage.ts';
import { MS, pair, SECOND, type TrafficDraft } from './world-stage.ts';

const SEEDS = 40;

function randomTraffic(random: Random, port: number): TrafficDraft {
  const common = {
    from: 'client',
    to: `server:${port}`,
    family: random.pick(['ipv4', 'ipv6'] as const),
    start: `${random.below(1500)} us`,
    connections: 1 + random.below(3),
    interval: random.pick(['0 us', '300 us']),
    bufferSize: random.pick([700, 4096, 65_536]),
    postedReceives: random.below(3),
    serverProcessors: random.oneIn(3) ? [0, 1] : undefined,
  };
  const count = 1 + random.below(15);
  const message = 1 + random.below(30_000);
  return random.pick<TrafficDraft>([
    { app: 'bulk', ...common, bytes: 1 + random.below(400_000) },
    { app: 'echo', ...common, count, message },
    { app: 'requests', ...common, count, request: 1 + random.below(9000), response: 1 + random.below(20_000) },
    { app: 'discard', ...common, bytes: 1 + random.below(200_000) },
    { app: 'discard', ...common, connections: 25, interval: '60 us', bytes: 1 + random.below(6000) },
    { app: 'chargen', ...common, bytes: 1 + random.below(600_000) },
    { app: 'http', ...common, count, response: 1 + random.below(30_000) },
  ]);
}

/** Two hosts whose adapters take connections, over a rough cable. Each number has its own mix. */
function randomDraft(number: number): Scenario {
  const random = new Random(number);
  const host = () =>
    withMode(random.oneIn(4) ? 'automatic' : 'enabled', {
      costs: {
        toe_latency: random.pick([20, 100, 500]),
        toe_packet_rate: random.pick([0.1, 1, 10]),
        toe_queue: random.pick([4, 64, 512]),
      },
      windows: { chimneyBehaviour: { optionalUploads: random.oneIn(2) }, automaticChimney: { linkSpeed: 0, bytes: 20_000 } },
      tcp: {
        timestamps: random.oneIn(2),
        sack: !random.oneIn(3),
        nagle: !random.oneIn(3),
        congestion: random.pick(['ctcp', 'newreno'] as const),
        autoTuning: random.pick(['normal', 'disabled'] as const),
        receiveWindow: random.pick(['8 KiB', '64 KiB', '1 MiB']),
        delayedAck: random.pick(['200 ms', '5 ms']),
        dataRetransmissions: 20,
        synRetransmissions: 10,
      },
    });
  const share = (parts: number) => (random.oneIn(2) ? parts : 0);
  const nic = () =>
    taker({ speed: random.pick(['1 Gb/s', '10 Gb/s'] as const), capabilities: { chimneyConnections: random.pick([1, 4, 1024]) } });
  const draft = pair({
    seed: number,
    server: host(),
    client: random.oneIn(4) ? { kind: 'ideal' } : host(),
    serverNic: nic(),
    clientNic: nic(),
    link: {
      delay: random.pick(['0 us', '20 us', '300 us']),
      loss: share(0.01),
      duplication: share(0.02),
      reordering: share(0.05),
      reorderingDelay: random.pick(['10 us', '200 us']),
    },
    traffic: Array.from({ length: 1 + random.below(3) }, (_, at) => randomTraffic(random, 5000 + at)),
    timeline: [
      { do: 'offload', at: '6 ms', host: 'server', adapter: 'lan', action: 'pause' },
      { do: 'offload', at: '8 ms', host: 'server', adapter: 'lan', action: 'resume' },
      { do: 'set', at: '10 ms', path: 'hosts[0].nics[0].connectionOffload.ipv4', value: false },
      { do: 'set', at: '11 ms', path: 'hosts[0].nics[0].connectionOffload.ipv4', value: true },
    ],
  });
  const read = validateScenario(JSON.parse(JSON.stringify({ nicscope: 1, ...draft })));
  if ('faults' in read) throw new Error(`${number}: ${JSON.stringify(read.faults)}`);
  return read.scenario;
}

/** Moves connections at random: takes some back, pauses, has the host ask for others, changes cached variables underway. */
function stir(world: World, random: Random): void {
  const { core } = world.reading;
  for (const nic of [0, 1]) {
    if (!world.report().nics[nic]!.chimney) continue;
    // Pauses leave all of them in the host for a while.
    if (random.oneIn(6)) core.offloadPause(nic, Number(random.oneIn(3)));
    for (const id of connectionsIn(core, nic)) {
      if (random.oneIn(3)) takeBack(world, nic, (other) => other === id);
      else if (random.oneIn(4)) core.offloadUpdate(id);
      else if (random.oneIn(4)) core.offloadQuery(id);
      else if (random.oneIn(60)) core.offloadUpload(id, random.pick([UploadReason.HardwareFailure, UploadReason.SmallIo]), 1);
    }
  }
}

for (const { name, module } of await worldModules()) {
  describe(`moves of connections, ${name} core`, () => {
    let moves = 0;
    for (let number = 0; number < SEEDS; number++)
      it(`lose, repeat and misplace no byte, ${number}`, async () => {
        const scenario = randomDraft(number);
        const world = await World.create(module, scenario);
        const random = new Random(number + 1000);
        const reader = new StreamReader(world);
        for (let time = 0n; time < 16n * MS; time += BigInt(random.between(1, 300)) * 1_000_000n) {
          while (world.run(time) === 'tap') reader.take();
          reader.take();
          stir(world, random);
          expect(chimneyComplaints(world)).to.deep.equal([]);
        }
        moves += sum(world.report().nics.map(({ chimney }) => chimney?.offloads ?? 0));
        for (const nic of [0, 1]) {
          world.tap(nic, false);
          if (world.report().nics[nic]!.chimney) world.reading.core.offloadPause(nic, 0);
        }
        world.run(2000n * SECOND);
        expect(chimneyComplaints(world)).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
        expect(reader.wrong).to.deep.equal([]);
        const apps = world.report().apps;
        expect(
          apps.map(({ failed }) => failed),
          'failed',
        ).to.deep.equal(apps.map(() => 0));
        for (const [at, traffic] of scenario.traffic.entries())
          if (traffic.app === 'bulk' || traffic.app === 'discard')
            expect(apps[at]!.serverReceivedBytes, traffic.app).to.equal(traffic.connections * traffic.bytes!);
          else if (traffic.app === 'echo' || traffic.app === 'requests' || traffic.app === 'http')
            expect(apps[at]!.exchanges, traffic.app).to.equal(traffic.connections * traffic.count!);
      });

    it('were many', () => expect(moves).to.be.above(SEEDS * 3));

    for (let number = 0; number < 6; number++)
      it(`do not depend on slices, and are kept by snapshots, ${number}`, async () => {
        const scenario = randomDraft(number);
        const end = 14n * MS;
        const whole = await World.create(module, scenario);
        whole.run(end);
        const sliced = await World.create(module, scenario);
        for (let most = 1; sliced.run(end, most) === 'events'; most = (most * 7 + 3) % 1009);
        expect(sliced.fingerprint()).to.equal(whole.fingerprint());
        const back = await World.create(module, scenario);
        back.run(7n * MS);
        const snapshot = back.snapshot();
        back.run(12n * MS);
        back.restore(snapshot);
        back.run(end);
        expect(back.fingerprint()).to.equal(whole.fingerprint());
      });
  });
}
