// Live migration of virtual machines whose connections are in an adapter: they come back before the pause, and go into the adapter of the
// new host where its gates let them. That they come back first is assumed; the guide says no more than that both work together.

import { describe, expect, it } from '#test';
import { readTraceRecord, readWorld, TraceKind } from '../../ui/abi/abi.gen.ts';
import type { World } from '../../ui/engine/world.ts';
import { worldModules } from '../core-under-test.ts';
import { machineOf } from './hyperv-stage.ts';
import { leftovers } from './world-checks.ts';
import { chimneyOf, runUntil, StreamReader, taker } from './world-chimney-stage.ts';
import { type Draft, type HostDraft, MS, type NicDraft, SECOND, type TrafficDraft, US, worldOf } from './world-stage.ts';
import { chimneyOfGuest, faultsOf, guest, placesOf, takerWithQueues } from './world-vm-chimney-stage.ts';

const place = (name: string, machines: string[], nic: Partial<NicDraft>, more: Partial<HostDraft> = {}): Draft['hosts'][number] => ({
  name,
  processors: { coresPerSocket: 4 },
  windows: { roles: { hyperV: true }, registry: { TenGigVmqEnabled: 1 } },
  virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
  virtualMachines: machines.map((machine) => ({ name: machine, network: 'ext', optimizations: true, ...guest() })),
  nics: [{ name: 'lan', speed: '10 Gb/s', ...nic }],
  ...more,
});

interface Scene {
  one?: Partial<NicDraft>;
  two?: Partial<NicDraft>;
  costs?: HostDraft['costs'];
  machines?: [string[], string[]];
  clientSpeed?: string;
  traffic?: TrafficDraft[];
  timeline?: Draft['timeline'];
}

const move = (machine: string, to: string, at: string, pause = '5 ms') => ({ do: 'migrate', machine, to, at, pause }) as const;
const bulk: Extract<TrafficDraft, { app: 'bulk' }> = { app: 'bulk', from: 'client', to: 'vm1:5001', bytes: 1_400_000 };

/** Hosts "one" and "two", and "client", around a switch. */
const scene = (module: WebAssembly.Module, { one, two, costs, machines, traffic, timeline, clientSpeed }: Scene): Promise<World> =>
  worldOf(module, {
    hosts: [
      place('one', machines?.[0] ?? ['vm1'], one ?? taker(), { costs: costs ?? {} }),
      place('two', machines?.[1] ?? [], two ?? taker(), { costs: costs ?? {} }),
      { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: clientSpeed ?? '1 Gb/s' }] },
    ],
    switches: [{ name: 'switch', speed: '10 Gb/s' }],
    links: ['one', 'two', 'client'].map((host) => ({ ends: [`${host}.lan`, 'switch'], delay: '5 us' })),
    traffic: traffic ?? [bulk],
    timeline: timeline ?? [move('vm1', 'two', '4 ms')],
  });

/** Runs on, 20 microseconds at a time, until a virtual machine is paused or goes on. */
const untilPaused = (world: World, paused: boolean): boolean =>
  runUntil(world, world.now + 50n * MS, () => machineOf(world.report(), 'vm1').paused === paused, 20n * US);

for (const { name, module } of await worldModules())
  describe(`migration with connections in the adapter, ${name} core`, () => {
    for (const [title, two, after] of [
      ['to a host whose adapter takes them', taker(), ['Offloaded', 'None']],
      ['to one with queues', takerWithQueues(2), ['Offloaded', 'None']],
      ['to one whose adapter cannot', {}, ['InHost', 'Capability']],
      ['to one whose adapter may not', taker({ connectionOffload: { ipv4: false, ipv6: false } }), ['InHost', 'Property']],
      ['to one without room', taker({ capabilities: { chimneyConnections: 0 } }), ['InHost', 'Room']],
    ] as const)
      it(`they come back, and the stream goes on: ${title}`, async () => {
        const world = await scene(module, { two });
        const reader = new StreamReader(world);
        const runTo = (time: bigint) => {
          while (world.run(time) === 'tap') reader.take();
          reader.take();
        };
        runTo(4n * MS - 1n);
        expect(placesOf(world, 'vm1')).to.deep.equal([['Offloaded', 'None']]);
        runTo(4n * MS + 20n * US);
        expect(placesOf(world, 'vm1')[0]![0], 'on its way').to.equal('Uploading');
        expect(machineOf(world.report(), 'vm1').paused, 'still runs').to.equal(false);
        runTo(8n * MS);
        expect(machineOf(world.report(), 'vm1').paused).to.equal(true);
        expect(placesOf(world, 'vm1')[0]![0]).to.equal('InHost');
        expect(chimneyOf(world, 0)).to.include({ ofGuests: 0 });
        expect(faultsOf(world)).to.deep.equal([]);
        const later = new Set<string>();
        for (let at = 10n; at < 600n; at++) {
          runTo(at * MS);
          if (at % 10n === 0n) expect(faultsOf(world)).to.deep.equal([]);
          for (const one of placesOf(world, 'vm1')) later.add(one.join());
        }
        expect(machineOf(world.report(), 'vm1')).to.include({ paused: false, migrations: 1, on: 1 });
        expect([...later]).to.include(after.join());
        world.nicNames().forEach((_, nic) => world.tap(nic, false));
        world.run(900n * SECOND);
        expect(reader.wrong).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
        const report = world.report();
        expect(report.apps[0]).to.include({ failed: 0, serverReceivedBytes: 1_400_000 });
        expect(chimneyOfGuest(world).offloads).to.equal(after[0] === 'Offloaded' ? 2 : 1);
        expect(
          report.nics.find(({ host, name }) => report.hosts[host]!.name === 'vm1' && name === 'net')!.chimney!.uploadReasons,
        ).to.include({
          Migration: 1,
        });
      });

    it('the pause begins when the last is back, and lasts as long as it should', async () => {
      for (const latency of [50, 900]) {
        const world = await scene(module, { costs: { toe_latency: latency }, traffic: [{ ...bulk, connections: 3 }] });
        world.run(4n * MS);
        expect(untilPaused(world, true)).to.equal(true);
        const from = world.now;
        expect(from - 4n * MS > BigInt(latency) * US, 'after the latency').to.equal(true);
        expect(placesOf(world, 'vm1').every(([state]) => state === 'InHost')).to.equal(true);
        expect(untilPaused(world, false)).to.equal(true);
        const lasted = world.now - from;
        expect(lasted > 5n * MS - 30n * US && lasted < 5n * MS + 30n * US, `${lasted} ps`).to.equal(true);
      }
    });

    it('without connections in the adapter the pause begins at once', async () => {
      const world = await scene(module, { one: taker({ connectionOffload: { ipv4: false, ipv6: false } }) });
      world.run(4n * MS);
      expect(machineOf(world.report(), 'vm1').paused).to.equal(true);
    });

    it('nothing of a paused virtual machine leaves its old host', async () => {
      const world = await scene(module, { one: taker({ speed: '1 Gb/s' }), traffic: [{ app: 'bulk', from: 'vm1', to: 'client:5001' }] });
      world.run(4n * MS);
      expect(untilPaused(world, true)).to.equal(true);
      const mac = world.report().nics.find(({ host }) => world.report().hosts[host]!.name === 'vm1')!.mac;
      world.run(world.now + MS); // what waits for the cable leaves
      world.tap(0, true);
      const from: string[] = [];
      world.run(world.now + 2n * MS);
      world.takeTapped(({ frame, outbound }) => {
        if (outbound) from.push([...frame.subarray(6, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join(':'));
      });
      expect(from).not.to.include(mac);
      expect(faultsOf(world)).to.deep.equal([]);
    });

    it('brings peers together: what was in adapters goes over the switch, and apart again', async () => {
      const world = await scene(module, {
        machines: [['vm1'], ['vm2']],
        traffic: [{ app: 'bulk', from: 'vm1', to: 'vm2:5001' }],
        timeline: [move('vm1', 'two', '4 ms'), move('vm1', 'one', '40 ms')],
      });
      world.run(4n * MS - 1n);
      for (const one of ['vm1', 'vm2']) expect(placesOf(world, one)).to.deep.equal([['Offloaded', 'None']]);
      world.run(39n * MS);
      for (const one of ['vm1', 'vm2']) expect(placesOf(world, one), one).to.deep.equal([['InHost', 'Path']]);
      const together = world.report().apps[0]!.serverReceivedBytes;
      world.run(900n * MS);
      for (const one of ['vm1', 'vm2']) expect(placesOf(world, one), one).to.deep.equal([['Offloaded', 'None']]);
      expect(world.report().apps[0]!.serverReceivedBytes).to.be.above(together);
      expect(faultsOf(world)).to.deep.equal([]);
    });

    it('of one leaves the connections of others where they are', async () => {
      const world = await scene(module, {
        machines: [['vm1', 'vm2', 'vm3'], []],
        traffic: ['vm1', 'vm2', 'vm3'].map((one) => ({ ...bulk, to: `${one}:5001` })),
      });
      world.run(20n * MS);
      for (const one of ['vm2', 'vm3']) {
        expect(placesOf(world, one)).to.deep.equal([['Offloaded', 'None']]);
        expect(chimneyOfGuest(world, one)).to.include({ offloads: 1, uploads: 0 });
      }
      expect(faultsOf(world)).to.deep.equal([]);
    });

    it('a computer that starts anew loses the connections of its virtual machines, and their places are free', async () => {
      for (const at of ['4 ms', '4050 us', '3 ms']) {
        const world = await scene(module, {
          costs: { toe_latency: 200 },
          machines: [['vm1', 'vm2'], []],
          one: takerWithQueues(1, { capabilities: { chimneyConnections: 2 } }),
          traffic: [
            { ...bulk, connections: 2 },
            { ...bulk, to: 'vm2:5001', start: '900 ms' },
          ],
          timeline: [move('vm1', 'two', '4 ms'), { do: 'restart', at, host: 'one', outage: '20 ms' }],
        });
        for (let time = 2950n; time < 60_000n; time += 50n) {
          world.run(time * US);
          if (time % 200n === 0n || time < 6000n) expect(faultsOf(world), at).to.deep.equal([]);
        }
        expect(chimneyOf(world, 0), at).to.include({ ofGuests: 0 });
        expect(machineOf(world.report(), 'vm1'), at).to.include({ paused: false, migrations: 1, on: 1 });
        world.run(905n * MS);
        expect(placesOf(world, 'vm2'), at).to.deep.equal([['Offloaded', 'None']]);
        world.run(900n * SECOND);
        expect(faultsOf(world), at).to.deep.equal([]);
        expect(world.report().apps[1]!.serverReceivedBytes, at).to.equal(1_400_000);
      }
    });

    it('is traced: called back, paused, gone on', async () => {
      const world = await scene(module, {});
      const { core } = world.reading;
      const steps: number[] = [];
      const memory = () => core.memory.buffer;
      for (let next = 0, at = 3900n; at < 12_000n; at += 20n) {
        world.run(at * US);
        const { traced } = readWorld(memory(), core.worldAt());
        for (next = Math.max(next, traced - 4000); next < traced; next++) {
          const { kind, c } = readTraceRecord(memory(), core.traceAt(next));
          if (kind === TraceKind.Migrate) steps.push(c);
        }
      }
      expect(steps).to.deep.equal([2, 0, 1]);
    });
  });
