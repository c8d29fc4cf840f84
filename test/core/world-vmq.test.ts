// Virtual machine queues in a running world: who gets one, where it interrupts, what happens when queues are taken away, and live migration.
// Sources: Microsoft, "Using Virtual Machine Queue"; windows-driver-docs, "VMQ receive queues", "NDIS VMQ live migration support".

import { describe, expect, it } from '#test';
import type { World } from '../../ui/engine/world.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { coreModules } from '../core-under-test.ts';
import { hyperv, machineDrafts, machineName, machineOf, runTo, withVmq } from './hyperv-stage.ts';
import { complaints, leftovers, sum } from './world-checks.ts';
import { type Draft, MS, SECOND, type TrafficDraft, US, worldOf } from './world-stage.ts';

const modules = await coreModules();
const release = modules.find(({ name }) => name === 'release')!.module;

const queuesOf = ({ virtual }: WorldReport): number[] => virtual!.machines.map(({ queue }) => queue);
const many = (count: number) => Array.from({ length: count }, () => ({}));
const toggle = (machine: number, at: string, value: boolean) =>
  ({ do: 'set', at, path: `hosts[0].virtualMachines[${machine}].optimizations`, value }) as const;

describe('queues of virtual machines', () => {
  it('go to those that ask, in the order of the document, while some are left', async () => {
    const machines = [{ optimizations: false }, {}, { adapter: 'legacy' }, { guest: 'older' }, {}, { vlan: 4 }, {}] as const;
    const world = await worldOf(release, hyperv({ machines: [...machines], nic: withVmq(3), traffic: [] }));
    expect(queuesOf(world.report())).to.deep.equal([0, 1, 0, 0, 2, 3, 0]);
    const [adapter] = world.report().virtual!.adapters;
    expect(adapter).to.include({ filters: 3, split: true, vlanFilter: true, refused: 0 });
    expect(adapter!.queues.map(({ state, machine }) => `${state} ${machine}`)).to.deep.equal(['Running vm2', 'Running vm5', 'Running vm6']);
  });

  const off: [string, Parameters<typeof hyperv>[0]['nic'], Parameters<typeof hyperv>[0]['host']][] = [
    ['the registry value, which is off unless set', withVmq(2), { windows: { roles: { hyperV: true } } }],
    ['the preference for RSS', { ...withVmq(2), vmq: { preference: 'rss' } }, {}],
    ['the property of the adapter', { ...withVmq(2), vmq: { preference: 'vmq', enabled: false } }, {}],
    ['interrupts that are not MSI-X', { ...withVmq(2), interrupts: 'msi' }, {}],
    ['a team that does not pass it on', { ...withVmq(2), team: { member: true } }, {}],
    ['a driver of NDIS 6.1', { ...withVmq(2), driver: '6.1' }, {}],
    ['Windows Server 2008', withVmq(2), { os: 'ws2008' }],
  ];
  for (const [why, nic, host] of off)
    it(`are not there without ${why}`, async () => {
      const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'vm1:5001', bytes: '200 kB' }];
      const world = await worldOf(release, hyperv({ machines: many(2), nic, host, traffic }));
      world.run(SECOND);
      expect(queuesOf(world.report())).to.deep.equal([0, 0]);
      expect(world.report().apps[0]!.finished).to.equal(1);
      expect(world.report().nics[0]!.table, 'nor RSS, at an adapter that is bound to a switch').to.deep.equal([]);
    });

  it('spread the load over processors until they run out; the rest shares the processor of the default queue', async () => {
    const world = await worldOf(release, hyperv({ machines: many(8), nic: withVmq(5) }));
    const [before, after] = runTo(world, 20n * MS, 60n * MS);
    const [adapter] = after!.virtual!.adapters;
    expect(adapter!.queues.map(({ processor }) => processor)).to.deep.equal([1, 2, 3, 4, 5]);
    const interrupted = after!.hosts[0]!.processors.map(
      ({ interruptPs }, at) => interruptPs > before!.hosts[0]!.processors[at]!.interruptPs,
    );
    expect(interrupted).to.deep.equal([true, true, true, true, true, true, false, false]);
    for (const { name, queue, queueFrames, defaultFrames } of after!.virtual!.machines)
      if (queue)
        expect(defaultFrames, name).to.be.at.most(8); // broadcasts
      else expect([queueFrames, defaultFrames > 500], name).to.deep.equal([0, true]);
    const ofOthers = after!.virtual!.machines.filter(({ queue }) => !queue).reduce((total, { defaultFrames }) => total + defaultFrames, 0);
    expect(adapter!.defaultFrames).to.be.within(ofOthers - 200, ofOthers + 200);
    expect(complaints(world)).to.deep.equal([]);
  });

  it('carry more than one core can switch', async () => {
    const rate = async (nic: Parameters<typeof hyperv>[0]['nic']): Promise<number> => {
      const world = await worldOf(
        release,
        hyperv({ machines: many(8), host: { processors: { coresPerSocket: 8, class: 'core2', clock: '2 GHz' } }, nic }),
      );
      const [before, after] = runTo(world, 30n * MS, 80n * MS);
      expect(complaints(world)).to.deep.equal([]);
      const bytes = (report: WorldReport) => sum(report.apps.map(({ serverReceivedBytes }) => serverReceivedBytes));
      return ((bytes(after!) - bytes(before!)) * 8) / 0.05 / 1e9;
    };
    const [software, queues] = [await rate({}), await rate(withVmq(8))];
    expect(software).to.be.below(4);
    expect(queues).to.be.above(1.8 * software);
  });

  it('a queue that is freed goes to the one that has waited longest', async () => {
    const timeline: Draft['timeline'] = [
      toggle(3, '1 ms', false),
      toggle(3, '2 ms', true), // behind vm3 now
      toggle(0, '3 ms', false),
      toggle(1, '5 ms', false),
      toggle(0, '7 ms', true),
      toggle(2, '9 ms', false),
    ];
    const world = await worldOf(release, hyperv({ machines: many(4), nic: withVmq(2), traffic: [], timeline }));
    const at = runTo(world, MS / 2n, 4n * MS, 6n * MS, 8n * MS, 10n * MS).map(queuesOf);
    expect(at).to.deep.equal([
      [1, 2, 0, 0],
      [0, 2, 1, 0],
      [0, 0, 1, 2],
      [0, 0, 1, 2],
      [1, 0, 0, 2],
    ]);
    expect(world.report().virtual!.adapters[0]!.refused).to.equal(0);
  });

  it('an operation is work of the host: 100 us each, one at a time', async () => {
    const timeline = [0, 1, 2].map((machine) => toggle(machine, '1 ms', true));
    const world = await worldOf(
      release,
      hyperv({ machines: many(3).map(() => ({ optimizations: false })), nic: withVmq(4), traffic: [], timeline }),
    );
    const taken = [1050n, 1150n, 1250n, 1350n].map((us) => {
      world.run(us * US);
      return queuesOf(world.report()).filter(Boolean).length;
    });
    expect(taken).to.deep.equal([0, 1, 2, 3]);
    const control = world.report().hosts[0]!.processors[0]!.costs.find(({ id }) => id === 'vmq_control');
    expect(control).to.deep.equal({ id: 'vmq_control', units: 3, ps: 300_000_000 });
  });

  it('what a queue holds when it pauses is discarded, and sent again', async () => {
    // Frames lie in the ring for long: two interrupts a millisecond.
    const timeline = Array.from({ length: 10 }, (_, at) => toggle(0, `${5.3 + at} ms`, at % 2 === 1));
    const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'vm1:5001', connections: 4, bytes: '3 MB' }];
    const nic = { ...withVmq(1), moderation: { mode: 'fixed', rate: 2000 } } as const;
    const world = await worldOf(release, hyperv({ machines: [{}], nic, traffic, timeline }));
    for (let at = 1n; at <= 40n; at++) {
      world.run((at * MS) / 2n);
      expect(complaints(world)).to.deep.equal([]);
    }
    expect(world.report().virtual!.adapters[0]!.queues[0]!.discards).to.be.above(0);
    world.run(300n * SECOND);
    expect(world.report().apps[0]).to.include({ finished: 4, serverReceivedBytes: 12_000_000 });
    expect(leftovers(world)).to.deep.equal([]);
  });

  it('a queue is free again only when the virtual machine has returned its buffers', async () => {
    const timeline: Draft['timeline'] = [toggle(0, '6 ms', false)];
    // Its processor is slow to take what waits.
    const host = { costs: { guest_rx: 100_000 } };
    const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'vm1:5001', connections: 4 }];
    const world = await worldOf(release, hyperv({ machines: [{ affinity: [3] }], host, nic: withVmq(1), traffic, timeline }));
    const seen = new Set<string>();
    for (let at = 60n; at <= 400n; at++) {
      world.run((at * MS) / 10n);
      const { state, held } = world.report().virtual!.adapters[0]!.queues[0]!;
      if (state === 'Freeing') expect(held).to.be.above(0);
      seen.add(state);
      expect(complaints(world)).to.deep.equal([]);
    }
    expect([...seen]).to.deep.equal(['Running', 'Freeing', 'Undefined']);
  });
});

/** Two hosts with the role at a switch, vm1 to vm4 on the first, and a client. */
function cluster(extra: Partial<Draft> & { secondVmq?: number; vlan?: number }): Draft {
  const { secondVmq = 2, vlan = 0, ...rest } = extra;
  const first = hyperv({ machines: many(4).map(() => ({ vlan })), nic: withVmq(3) });
  const second = {
    name: 'second',
    processors: { coresPerSocket: 4 },
    windows: first.hosts[0]!.windows,
    virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
    virtualMachines: machineDrafts([{ vlan }], 4),
    nics: [{ name: 'lan', speed: '10 Gb/s', ...withVmq(secondVmq) }],
  } as Draft['hosts'][number];
  return {
    hosts: [...first.hosts, second],
    switches: [{ name: 'switch', speed: '10 Gb/s' }],
    links: ['server.lan', 'client.lan', 'second.lan'].map((end): { ends: [string, string] } => ({ ends: [end, 'switch'] })),
    traffic: [{ app: 'bulk', from: 'client', to: 'vm1:5001', connections: 3, bytes: '20 MB' }],
    ...rest,
  };
}

const move = (machine: string, to: string, at: string, pause = '20 ms') => ({ do: 'migrate', machine, to, at, pause }) as const;

describe('live migration', () => {
  it('connections survive; the old queue goes to another virtual machine, and there is a fresh one elsewhere', async () => {
    const world = await worldOf(release, cluster({ timeline: [move('vm1', 'second', '10 ms')] }));
    const [before, paused, after] = runTo(world, 9n * MS, 20n * MS, 60n * MS);
    expect(queuesOf(before!)).to.deep.equal([1, 2, 3, 0, 1]);
    expect(machineOf(paused!, 'vm1')).to.include({ paused: true, queue: 0, on: 2 });
    expect(machineOf(paused!, 'vm4').queue, 'the queue that vm1 had').to.equal(1);
    expect(machineOf(after!, 'vm1')).to.include({ paused: false, queue: 2, on: 2, migrations: 1 });
    expect(complaints(world)).to.deep.equal([]);
    world.run(200n * SECOND);
    expect(world.report().apps[0]).to.include({ finished: 3, failed: 0, serverReceivedBytes: 60_000_000 });
    expect(machineOf(world.report(), 'vm1').queueFrames).to.be.above(machineOf(after!, 'vm1').queueFrames);
    expect(leftovers(world)).to.deep.equal([]);
  });

  it('nothing of it runs while it is paused, and all of it elsewhere after that', async () => {
    const world = await worldOf(release, cluster({ timeline: [move('vm1', 'second', '10 ms')] }));
    const guests = (report: WorldReport, host: number) => sum(report.hosts[host]!.processors.map(({ guestPs }) => guestPs ?? 0));
    const [paused, before, after] = runTo(world, 11n * MS, 29n * MS, 300n * MS);
    expect([guests(before!, 0) - guests(paused!, 0), guests(before!, 2) - guests(paused!, 2)]).to.deep.equal([0, 0]);
    // The others hear where it is now.
    expect(guests(after!, 0) - guests(before!, 0)).to.be.below(20e6);
    expect(guests(after!, 2)).to.be.above(guests(before!, 2));
    expect(machineOf(after!, 'vm1').processors).to.deep.equal([1]);
  });

  it('buffers that it returns late are absorbed, and the old queue does not wait for them', async () => {
    // Behind with its work, it holds many.
    const draft = cluster({ timeline: [move('vm1', 'second', '10 ms')] });
    draft.hosts[0]!.costs = { guest_rx: 60_000 };
    const world = await worldOf(release, draft);
    const [before, paused] = runTo(world, 10n * MS - 1n, 10n * MS + 400n * US);
    const held = before!.virtual!.adapters[0]!.queues[0]!.held;
    expect(held).to.be.above(20);
    expect(paused!.virtual!.adapters[0]!.queues[0]!.held).to.equal(0);
    expect(machineOf(paused!, 'vm1').lateReturns).to.equal(0);
    world.run(40n * MS);
    expect(machineOf(world.report(), 'vm1').lateReturns).to.be.within(held - 20, held + 10); // some were on their way to it, and are dropped
    world.run(300n * SECOND);
    expect(world.report().apps[0]!.finished).to.equal(3);
    expect(leftovers(world)).to.deep.equal([]);
  });

  it('to a host whose adapter has no queues: software switching', async () => {
    const world = await worldOf(release, cluster({ secondVmq: 0, timeline: [move('vm1', 'second', '10 ms')] }));
    world.run(200n * SECOND);
    const report = world.report();
    expect(machineOf(report, 'vm1')).to.include({ queue: 0, migrations: 1 });
    expect(machineOf(report, 'vm1').copiedBytes).to.be.above(10_000_000);
    expect(report.apps[0]!.finished).to.equal(3);
  });

  it('there and back, in a VLAN, with a virtual machine as the peer', async () => {
    const traffic: TrafficDraft[] = [
      { app: 'bulk', from: 'vm5', to: 'vm1:5001', bytes: '30 MB' },
      { app: 'bulk', from: 'vm1', to: 'vm2:5001', bytes: '30 MB' },
      { app: 'echo', transport: 'udp', from: 'vm1', to: 'vm5:7', count: 20, pause: '5 ms' },
    ];
    const timeline = [
      move('vm1', 'second', '10 ms'),
      move('vm5', 'server', '50 ms'),
      move('vm1', 'server', '90 ms'),
      move('vm1', 'second', '115 ms', '1 ms'),
    ];
    const world = await worldOf(release, cluster({ vlan: 12, traffic, timeline }));
    for (let at = 1n; at <= 300n; at++) {
      world.run(at * MS);
      // A frame for a station that the switch knows at the port that it came in at goes nowhere: one that has just left.
      expect(complaints(world).filter((one) => !one.includes('switch, frames out that never came in'))).to.deep.equal([]);
    }
    world.run(300n * SECOND);
    const report = world.report();
    expect(report.apps.map(({ finished, failed }) => [finished, failed])).to.deep.equal([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
    expect(report.virtual!.machines.map(({ on, migrations }) => [on, migrations])).to.deep.equal([
      [2, 3],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(leftovers(world)).to.deep.equal([]);
  });
});

for (const { name, module } of modules)
  describe(`sameness of runs with virtual machines, ${name} core`, () => {
    const END = 60n * MS;
    const draft = cluster({
      traffic: [
        { app: 'bulk', from: 'client', to: 'vm1:5001', connections: 2 },
        { app: 'requests', from: 'client', to: 'vm4:5002', connections: 2, response: '3 kB' },
        { app: 'bulk', from: 'vm2', to: 'vm5:5003' },
      ],
      timeline: [
        toggle(3, '5 ms', false),
        move('vm1', 'second', '10 ms', '5 ms'),
        toggle(3, '20 ms', true),
        move('vm1', 'server', '30 ms', '3 ms'),
      ],
    });
    const once = async (): Promise<World> => {
      const world = await worldOf(module, draft);
      world.run(END);
      return world;
    };

    it('does not depend on slices, nor on how many events are handled at a time', async () => {
      const wanted = (await once()).fingerprint();
      const sliced = await worldOf(module, draft);
      for (let at = 1n; at <= 700n; at++) sliced.run((END * at * at) / 490_000n);
      expect(sliced.fingerprint()).to.equal(wanted);
      const stepped = await worldOf(module, draft);
      for (let most = 1; stepped.run(END, most) === 'events'; most = (most * 7 + 3) % 5003);
      expect(stepped.fingerprint()).to.equal(wanted);
    });

    it('is kept by looking, snapshots, and going back', async () => {
      const world = await worldOf(module, draft);
      const kept = [0n, 7n * MS, 11n * MS, 15n * MS, 21n * MS, 31n * MS, 45n * MS].map((time) => {
        world.run(time);
        return { snapshot: world.snapshot(), fingerprint: world.fingerprint() };
      });
      world.run(END);
      const end = world.fingerprint();
      expect(end).to.equal((await once()).fingerprint());
      for (const { snapshot, fingerprint } of kept.toReversed()) {
        world.restore(snapshot);
        expect(world.fingerprint()).to.equal(fingerprint);
        world.run(END);
        expect(world.fingerprint()).to.equal(end);
      }
    });
  });

it('64 virtual machines at 10 Gb/s: no limit of the emulator is reached', async () => {
  const machines = many(63);
  const nic = { ...withVmq(63), moderation: { mode: 'adaptive' } } as const;
  const host = { processors: { sockets: 4, coresPerSocket: 8, class: 'sandybridge', clock: '4 GHz' } } as const;
  const draft = hyperv({ machines: [...machines, {}], host, nic });
  const world = await worldOf(release, draft);
  const [before, after] = runTo(world, 20n * MS, 50n * MS);
  expect(after!.faults).to.deep.equal([]);
  expect(complaints(world)).to.deep.equal([]);
  expect(queuesOf(after!)).to.deep.equal([...Array.from({ length: 63 }, (_, at) => at + 1), 0]);
  const bytes = (report: WorldReport) => sum(report.apps.map(({ serverReceivedBytes }) => serverReceivedBytes));
  expect(((bytes(after!) - bytes(before!)) * 8) / 0.03 / 1e9).to.be.above(9.3);
  expect(world.memoryBytes).to.be.below(100e6);
  for (const { label, serverReceivedBytes } of after!.apps) expect(serverReceivedBytes, label).to.be.above(0);
  expect(after!.virtual!.machines.map(({ name: one }) => one)).to.deep.equal([...machines, {}].map((_, at) => machineName(at)));
});
