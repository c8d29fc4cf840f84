// Connections of virtual machines that move to the adapter and back in the middle of their streams, while optimizations, modes, the adapter's
// properties and its queues are switched, the adapter pauses, and virtual machines migrate: no byte is lost, repeated or out of place.

import { describe, expect, it } from '#test';
import { UploadReason } from '../../ui/abi/abi.gen.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import type { World } from '../../ui/engine/world.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';
import { machineDrafts, machineName, randomEnds, randomMigrations } from './hyperv-stage.ts';
import { leftovers, sum } from './world-checks.ts';
import { StreamReader, takeBack } from './world-chimney-stage.ts';
import { faultsOf, takerWithQueues } from './world-vm-chimney-stage.ts';
import { type Draft, MS, SECOND, type TrafficDraft, worldOf } from './world-stage.ts';

const SCENES = 16;
type Timeline = NonNullable<Draft['timeline']>;
type HostDraft = Draft['hosts'][number];

const costs = (random: Random): HostDraft['costs'] => ({
  toe_latency: random.pick([20, 100, 500]),
  toe_packet_rate: random.pick([0.2, 1, 10]),
  toe_queue: random.pick([8, 64, 512]),
  ...(random.oneIn(3) ? { channel_frames: 64 } : {}),
});

function host(random: Random, name: string, machines: number, firstName: number, vlan: number): HostDraft {
  return {
    name,
    processors: { coresPerSocket: random.pick([1, 2, 4]), class: random.pick(['core2', 'nehalem'] as const) },
    windows: {
      roles: { hyperV: true },
      registry: { TenGigVmqEnabled: 1, BelowTenGigVmqEnabled: 1 },
      netsh: { chimney: random.pick(['enabled', 'disabled', 'automatic'] as const) },
      automaticChimney: { linkSpeed: 0, bytes: 20_000 },
      chimneyBehaviour: { optionalUploads: random.oneIn(2), retroactive: random.oneIn(2) },
    },
    costs: costs(random),
    virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
    virtualMachines: machineDrafts(
      Array.from({ length: machines }, () => ({
        vlan,
        processors: 1 + random.below(2),
        optimizations: !random.oneIn(4),
        chimney: random.pick(['enabled', 'enabled', 'automatic', 'disabled'] as const),
        tcp: {
          timestamps: random.oneIn(2),
          sack: !random.oneIn(3),
          autoTuning: random.pick(['normal', 'disabled'] as const),
          delayedAck: random.pick(['200 ms', '5 ms']),
          dataRetransmissions: 20,
          synRetransmissions: 10,
        },
      })),
      firstName,
    ),
    nics: [
      {
        name: 'lan',
        ...takerWithQueues(random.below(4), {
          speed: random.pick(['1 Gb/s', '10 Gb/s'] as const),
          receiveDescriptors: random.pick([64, 512]),
          lsoV2: random.oneIn(2),
          capabilities: { chimneyConnections: random.pick([1, 3, 1024]) },
        }),
      },
    ],
  };
}

function randomTraffic(random: Random, names: string[], port: number): TrafficDraft {
  const common = {
    ...randomEnds(random, names, port),
    bufferSize: random.pick([2000, 16_384, 65_536]),
    postedReceives: random.below(3),
  };
  const count = 1 + random.below(20);
  return random.pick<TrafficDraft>([
    { app: 'bulk', ...common, bytes: 20_000 + random.below(1_000_000) },
    { app: 'discard', ...common, bytes: 20_000 + random.below(500_000) },
    { app: 'chargen', ...common, bytes: 20_000 + random.below(300_000) },
    { app: 'requests', ...common, count, request: 1 + random.below(4000), response: 1 + random.below(20_000), pause: '300 us' },
    { app: 'echo', ...common, count, message: 1 + random.below(20_000) },
  ]);
}

function randomTimeline(random: Random, hosts: readonly HostDraft[]): Timeline {
  const timeline: Timeline = [];
  for (let change = 0; change < 30; change++) {
    const number = random.below(2);
    const machine = `hosts[${number}].virtualMachines[${random.below(hosts[number]!.virtualMachines!.length)}]`;
    const value = random.oneIn(2);
    const mode = random.pick(['enabled', 'enabled', 'automatic', 'disabled'] as const);
    const at = `${500 + random.below(19_000)} us`;
    const [path, to] = random.pick<[string, unknown]>([
      [`${machine}.optimizations`, value],
      [`${machine}.optimizations`, value],
      [`${machine}.chimney`, mode],
      [`${machine}.chimney`, mode],
      [`hosts[${number}].nics[0].vmq.enabled`, value],
      [`hosts[${number}].nics[0].connectionOffload.ipv4`, value],
      [`hosts[${number}].windows.netsh.chimney`, mode],
    ]);
    timeline.push({ do: 'set', at, path, value: to } as Timeline[number]);
  }
  for (const action of ['pause', 'resume'] as const)
    timeline.push({ do: 'offload', at: action === 'pause' ? '11 ms' : '13 ms', host: 'one', adapter: 'lan', action });
  return [...timeline, ...randomMigrations(random, hosts, 2)];
}

function randomDraft(number: number): Draft {
  const random = new Random(number);
  const vlan = random.pick([0, 0, 7]);
  const [first, second] = [1 + random.below(3), 1 + random.below(2)];
  const hosts = [host(random, 'one', first, 0, vlan), host(random, 'two', second, first, vlan)];
  const names = Array.from({ length: first + second }, (_, at) => machineName(at));
  const client: HostDraft = { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: '10 Gb/s' }] };
  const others = vlan === 0 ? [client] : [];
  if (vlan === 0) names.push('client', 'client', 'one');
  const share = (parts: number) => (random.oneIn(3) ? parts : 0);
  const rough = { loss: share(0.005), reordering: share(0.02), reorderingDelay: '30 us', duplication: share(0.01) };
  return {
    seed: number,
    hosts: [...hosts, ...others],
    switches: [{ name: 'switch', speed: '10 Gb/s' }],
    links: [...hosts, ...others].map(({ name }) => ({ ends: [`${name}.lan`, 'switch'], ...rough })),
    traffic: Array.from({ length: 4 + random.below(4) }, (_, at) => randomTraffic(random, names, 5000 + at)),
    timeline: randomTimeline(random, hosts),
  };
}

/** Takes connections back at random, and asks about them underway. */
function stir(world: World, random: Random): void {
  const { core } = world.reading;
  for (const nic of [0, 1])
    for (const id of connectionsIn(core, nic)) {
      if (random.oneIn(4)) takeBack(world, nic, (other) => other === id);
      else if (random.oneIn(5)) core.offloadUpdate(id);
      else if (random.oneIn(5)) core.offloadQuery(id);
      else if (random.oneIn(80)) core.offloadUpload(id, random.pick([UploadReason.HardwareFailure, UploadReason.SmallIo]), 1);
    }
}

function expectComplete(world: World, traffic: readonly TrafficDraft[]): void {
  const { apps } = world.report();
  for (const [at, { label, failed, serverReceivedBytes, exchanges }] of apps.entries()) {
    expect(failed, label).to.equal(0);
    const draft = traffic[at]!;
    if (draft.app === 'bulk' || draft.app === 'discard')
      expect(serverReceivedBytes, label).to.equal(Number(draft.connections) * Number(draft.bytes));
    else if (draft.app === 'echo' || draft.app === 'requests')
      expect(exchanges, label).to.equal(Number(draft.connections) * Number(draft.count));
  }
}

for (const { name, module } of await worldModules())
  describe(`connections of virtual machines that move, ${name} core`, () => {
    let moves = 0;
    let seen = 0;
    for (let number = 0; number < SCENES; number++)
      it(`lose, repeat and misplace no byte, scene ${number}`, async () => {
        const draft = randomDraft(number);
        const world = await worldOf(module, draft);
        const random = new Random(number + 1000);
        const reader = new StreamReader(world);
        for (let time = 0n; time < 24n * MS; time += BigInt(random.between(1, 400)) * 1_000_000n) {
          while (world.run(time) === 'tap') reader.take();
          reader.take();
          stir(world, random);
          expect(faultsOf(world)).to.deep.equal([]);
        }
        moves += sum(world.report().virtual!.machines.map(({ chimney }) => chimney!.offloads));
        seen += sum([...reader.seen.values()]);
        world.nicNames().forEach((_, at) => world.tap(at, false));
        world.run(2000n * SECOND);
        expect(faultsOf(world)).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
        expect(reader.wrong).to.deep.equal([]);
        expectComplete(world, draft.traffic!);
        const { machines } = world.report().virtual!;
        expect(sum(machines.map(({ migrations }) => migrations))).to.equal(6);
        expect(machines.some(({ paused }) => paused)).to.equal(false);
      });

    it('were many', () => {
      expect(moves).to.be.above(SCENES * 5);
      expect(seen).to.be.above(SCENES * 100_000);
    });

    for (let number = 0; number < 4; number++)
      it(`do not depend on slices, and are kept by snapshots, scene ${number}`, async () => {
        const draft = randomDraft(number);
        const end = 16n * MS;
        const whole = await worldOf(module, draft);
        whole.run(end);
        const sliced = await worldOf(module, draft);
        for (let most = 1; sliced.run(end, most) === 'events'; most = (most * 7 + 3) % 1009);
        expect(sliced.fingerprint()).to.equal(whole.fingerprint());
        const back = await worldOf(module, draft);
        back.run(7n * MS);
        const snapshot = back.snapshot();
        back.run(12n * MS);
        back.restore(snapshot);
        back.run(end);
        expect(back.fingerprint()).to.equal(whole.fingerprint());
      });
  });
