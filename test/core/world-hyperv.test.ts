// Virtual machines without queues of the adapter: software switching, its cost, VLANs, broadcasts, accounts. Sources: the cost list
// (ui/features/costs.ts) and its published totals; IEEE 802.1Q; windows-driver-docs on the Hyper-V extensible switch for where frames go.

import { describe, expect, it } from '#test';
import { PacketFlag } from '../../ui/abi/abi.gen.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { arp, ethernet, frame, ipv4, udp, vlan } from '../build/frame.ts';
import { coreModules } from '../core-under-test.ts';
import { hyperv, type HypervDraft, machineOf, withVmq } from './hyperv-stage.ts';
import { complaints, leftovers, sum } from './world-checks.ts';
import { type Draft, MS, SECOND, type TrafficDraft, worldOf } from './world-stage.ts';

const modules = await coreModules();
const release = modules.find(({ name }) => name === 'release')!.module;

const costs = (report: WorldReport, processor: number): Record<string, number> =>
  Object.fromEntries(report.hosts[0]!.processors[processor]!.costs.map(({ id, ps }) => [id, ps]));

for (const { name, module } of modules)
  describe(`virtual machines, ${name} core`, () => {
    const traffic: TrafficDraft[] = [
      { app: 'bulk', from: 'client', to: 'vm1:5001', connections: 3, bytes: '300 kB' },
      { app: 'bulk', from: 'vm2', to: 'client:5002', bytes: '1 MB' },
      { app: 'http', from: 'vm1', to: 'vm2:80', count: 4, response: '50 kB' },
      { app: 'requests', from: 'client', to: 'server:81', count: 9, response: '20 kB' },
      { app: 'requests', from: 'vm2', to: 'server:82', family: 'ipv6', count: 5, response: '9 kB' },
      { app: 'echo', transport: 'udp', from: 'server', to: 'vm1:7', count: 8 },
      { app: 'chargen', transport: 'udp', from: 'vm1', to: 'client:19', bytes: '20 kB' },
    ];
    const everything: [string, HypervDraft][] = [
      ['synthetic adapters', { machines: [{}, { processors: 2 }], traffic }],
      ['a legacy adapter', { machines: [{ adapter: 'legacy' }, {}], traffic }],
      ['queues of the adapter', { machines: [{}, { guest: 'ws2008' }], nic: withVmq(4), traffic }],
      ['one queue for two', { machines: [{}, {}], nic: { ...withVmq(1), mtu: 9000 }, traffic }],
      ['one processor for all', { machines: [{ affinity: [0] }, { affinity: [0] }], host: { processors: { coresPerSocket: 1 } }, traffic }],
      [
        'sibling threads',
        { machines: [{ affinity: [1] }, { affinity: [0] }], host: { processors: { coresPerSocket: 1, threadsPerCore: 2 } }, traffic },
      ],
      ['a line interrupt', { machines: [{}, {}], nic: { interrupts: 'line', queues: 1 }, traffic }],
    ];
    for (const [title, draft] of everything)
      it(`every application ends in order, nothing is left over: ${title}`, async () => {
        const world = await worldOf(module, hyperv(draft));
        for (let at = 1n; at <= 60n; at++) {
          world.run((at * at * MS) / 8n);
          expect(complaints(world)).to.deep.equal([]);
        }
        world.run(500n * SECOND);
        expect(complaints(world)).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
        const report = world.report();
        expect(report.apps.map(({ failed }) => failed)).to.deep.equal(traffic.map(() => 0));
        expect(report.apps[0]!.serverReceivedBytes).to.equal(900_000);
        expect(report.apps[1]!.serverReceivedBytes).to.equal(1_000_000);
        expect(sum(report.virtual!.machines.map(({ droppedIn }) => droppedIn)), 'drops').to.equal(0);
      });
  });

describe('virtual networks', () => {
  const inside = (kind: 'internal' | 'private', traffic: TrafficDraft[], management = true): Draft =>
    hyperv({
      machines: [{ network: 'own' }, { network: 'own' }],
      host: { virtualNetworks: [{ name: 'own', kind, management }] },
      traffic,
    });

  it('internal: the host has an adapter there, and nothing reaches a cable', async () => {
    const traffic: TrafficDraft[] = [
      { app: 'bulk', from: 'server', to: 'vm1:5001', bytes: '500 kB' },
      { app: 'bulk', from: 'vm1', to: 'vm2:5001', bytes: '500 kB' },
    ];
    const world = await worldOf(release, inside('internal', traffic));
    world.run(10n * SECOND);
    const report = world.report();
    expect(report.apps.map(({ finished }) => finished)).to.deep.equal([1, 1]);
    expect(report.paths.map(({ frames }) => frames)).to.deep.equal([0, 0]);
    expect(world.nicNames()).to.deep.equal(['server.lan', 'server.own', 'client.lan', 'vm1.net', 'vm2.net']);
    expect(complaints(world)).to.deep.equal([]);
  });

  it('private: virtual machines only', async () => {
    const world = await worldOf(release, inside('private', [{ app: 'bulk', from: 'vm1', to: 'vm2:5001', bytes: '500 kB' }]));
    world.run(10n * SECOND);
    expect(world.report().apps[0]!.finished).to.equal(1);
    const refused = worldOf(release, inside('private', [{ app: 'bulk', from: 'server', to: 'vm2:5001' }]));
    await refused.then(
      () => expect.fail('the host is not on it'),
      (error: Error) => expect(error.message).to.contain('not on the same cables, virtual networks and VLAN'),
    );
  });

  it('external and not shared: the host itself has no address there', async () => {
    const host = { virtualNetworks: [{ name: 'ext', adapter: 'lan', management: false }] };
    const world = await worldOf(
      release,
      hyperv({ machines: [{}], host, traffic: [{ app: 'bulk', from: 'client', to: 'vm1:1', bytes: 1000 }] }),
    );
    world.run(SECOND);
    expect(world.resolved.hosts[0]!.nics[0]!.addresses).to.deep.equal([]);
    expect(world.report().apps[0]!.finished).to.equal(1);
  });
});

describe('VLANs', () => {
  const machines = [{ vlan: 5 }, { vlan: 5 }, { vlan: 6 }, {}];
  const quiet = { machines, traffic: [] as TrafficDraft[] };
  const mac = (text: string): string => text.replaceAll('-', ':');

  it('frames of virtual machines are tagged on the wire: two hosts with a switch between, in VLAN 5', async () => {
    const other = {
      name: 'second',
      processors: { coresPerSocket: 4 },
      windows: { roles: { hyperV: true } },
      virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
      virtualMachines: [{ name: 'far', network: 'ext', vlan: 5 }],
      nics: [{ name: 'lan', speed: '10 Gb/s' }],
    };
    const first = hyperv(quiet);
    const world = await worldOf(release, {
      hosts: [...first.hosts, other],
      switches: [{ name: 'switch', speed: '10 Gb/s' }],
      links: ['server.lan', 'client.lan', 'second.lan'].map((end): { ends: [string, string] } => ({ ends: [end, 'switch'] })),
      traffic: [
        { app: 'bulk', from: 'vm1', to: 'far:5001', bytes: '300 kB' },
        { app: 'bulk', from: 'far', to: 'vm2:5001', bytes: '300 kB' },
      ],
    });
    world.tap(0, true);
    const tags = new Set<string>();
    for (let at = 1n; at <= 400n; at++) {
      while (world.run(at * MS) === 'tap') collect();
      collect();
    }
    function collect(): void {
      world.takeTapped(({ frame, wireBytes }) => {
        const isTagged = frame[12] === 0x81 && frame[13] === 0;
        tags.add(isTagged ? `VLAN ${((frame[14]! & 15) << 8) | frame[15]!}` : 'untagged');
        expect(wireBytes).to.be.at.most(1518); // 1500 and two headers
      });
    }
    const report = world.report();
    expect(report.apps.map(({ finished }) => finished)).to.deep.equal([1, 1]);
    expect([...tags]).to.deep.equal(['VLAN 5']);
    expect(report.nics[0]!.dropped.tooLong).to.equal(0);
    expect(complaints(world)).to.deep.equal([]);
  });

  it('a host without a VLAN drops tagged frames, broadcasts and others', async () => {
    const world = await worldOf(
      release,
      hyperv({ machines: [{ vlan: 5 }, { vlan: 5 }], traffic: [{ app: 'bulk', from: 'vm1', to: 'vm2:1', bytes: 9000 }] }),
    );
    world.run(SECOND);
    const report = world.report();
    expect(report.apps[0]!.finished).to.equal(1);
    expect(report.nics[1]!.receivedFrames, 'the broadcast').to.be.at.least(1);
    expect(report.nics[1]!.sentFrames).to.equal(0);
    expect(machineOf(report, 'vm2').droppedIn).to.equal(0);
  });

  for (const nic of [{}, withVmq(8)])
    it(`each frame from outside reaches the ports of its VLAN alone, ${nic === undefined || !('vmq' in nic) ? 'in software' : 'through queues'}`, async () => {
      const world = await worldOf(release, hyperv({ ...quiet, nic }));
      const macs = world.resolved.hosts.map(({ nics }) => mac(nics[0]!.mac));
      const received = (): number[] => world.report().virtual!.machines.map(({ receivedFrames }) => receivedFrames);
      const send = (to: string, tag: number | null): void => {
        const tagged = tag === null ? [] : [vlan({ id: tag })];
        const bytes = frame(ethernet({ dst: to, src: '02:00:00:00:00:99' }), ...tagged, ipv4(), udp({ dport: 9 }));
        expect(world.inject(0, bytes, world.now + 1n, Math.max(60, bytes.length), PacketFlag.Outside)).to.equal(true);
        world.run(world.now + 2n * MS);
      };
      const rows: [what: string, to: string, tag: number | null, to1: number[], dropped: number][] = [
        ['its VLAN', macs[2]!, 5, [1, 0, 0, 0], 0],
        ['another VLAN', macs[2]!, 6, [0, 0, 0, 0], 1],
        ['untagged, to an access port of VLAN 5', macs[2]!, null, [0, 0, 0, 0], 1],
        ['VLAN 0 counts as untagged', macs[2]!, 0, [0, 0, 0, 0], 1],
        ['untagged', macs[5]!, null, [0, 0, 0, 1], 0],
        ['VLAN 0, to an untagged port', macs[5]!, 0, [0, 0, 0, 1], 0],
        ['tagged, to an untagged port', macs[5]!, 5, [0, 0, 0, 0], 1],
        ['an unknown station', '02:00:00:00:00:77', null, [0, 0, 0, 0], 1],
        ['broadcast in VLAN 5', 'ff:ff:ff:ff:ff:ff', 5, [1, 1, 0, 0], 0],
        ['broadcast in VLAN 6', 'ff:ff:ff:ff:ff:ff', 6, [0, 0, 1, 0], 0],
        ['broadcast, untagged: the host too', 'ff:ff:ff:ff:ff:ff', null, [0, 0, 0, 1], 0],
        ['broadcast in a VLAN of nobody', 'ff:ff:ff:ff:ff:ff', 9, [0, 0, 0, 0], 1],
      ];
      for (const [what, to, tag, wanted, drops] of rows) {
        const [before, droppedBefore] = [received(), world.report().virtual!.switches[0]!.droppedIn];
        send(to, tag);
        expect(
          received().map((count, at) => count - before[at]!),
          what,
        ).to.deep.equal(wanted);
        expect(world.report().virtual!.switches[0]!.droppedIn - droppedBefore, `${what}: dropped`).to.equal(drops);
        // Frames from outside come in beside the cable.
        expect(
          complaints(world).filter((one) => !one.includes('link 0')),
          what,
        ).to.deep.equal([]);
      }
    });

  it('an ARP request for a virtual machine is answered by it alone', async () => {
    const world = await worldOf(release, hyperv({ machines: [{}, {}], traffic: [] }));
    const [address] = world.resolved.hosts[3]!.nics[0]!.addresses;
    const request = frame(ethernet({ dst: 'ff:ff:ff:ff:ff:ff', src: '02:00:00:00:00:99', type: 0x0806 }), arp({ dst: address!.text }));
    world.inject(0, request, 1n, 60);
    world.run(10n * MS);
    expect(world.report().virtual!.machines.map(({ receivedFrames, sentFrames }) => [receivedFrames, sentFrames])).to.deep.equal([
      [1, 0],
      [1, 1],
    ]);
    expect(world.report().virtual!.switches[0]).to.include({ groupIn: 1, groupOut: 3, replicated: 2 });
  });
});

describe('cost of switching in software', () => {
  /** 10.2 frames an interrupt at 1 Gb/s; the virtual machine is never behind, so each batch is signalled. */
  const measure = async (vmq: boolean) => {
    const world = await worldOf(
      release,
      hyperv({
        machines: [{ affinity: [3], tcp: { timestamps: true } }],
        host: { processors: { coresPerSocket: 4, class: 'core2', clock: '2.66 GHz' } },
        nic: { ...(vmq ? withVmq(1) : {}), speed: '1 Gb/s', rss: { maxProcessors: 1 }, moderation: { mode: 'fixed', rate: 7968 } },
        client: { tcp: { timestamps: true } },
        traffic: [{ app: 'bulk', from: 'client', to: 'vm1:5001', postedReceives: 4 }],
      }),
    );
    world.run(300n * MS);
    const before = world.report();
    world.run(800n * MS);
    const after = world.report();
    expect(complaints(world)).to.deep.equal([]);
    const frames = after.nics[0]!.indicatedFrames - before.nics[0]!.indicatedFrames;
    const [was, is] = [before.hosts[0]!.processors[0]!, after.hosts[0]!.processors[0]!];
    const busyNs = (is.dpcPs + is.interruptPs - was.dpcPs - was.interruptPs) / frames / 1000;
    return { world, before, after, frames, busyNs, perInterrupt: frames / (after.nics[0]!.interrupts - before.nics[0]!.interrupts) };
  };

  it('one core of 2.66 GHz routes and copies 4.0 Gb/s: 5,577 cycles and 782 ns a packet', async () => {
    // 1.3 (4000 / 10.2 + 500 + 1500 + 1300 + 3000 / 10.2 + 300) = 5,577; 1448 bytes at 1.2 x 0.45 ns = 782 ns. The whole frame is copied.
    const { perInterrupt, busyNs, before, after, frames } = await measure(false);
    expect(perInterrupt).to.be.closeTo(10.2, 0.15);
    expect((1448 * 8) / busyNs, 'Gb/s of a core').to.be.closeTo(4, 0.04 * 4);
    const copied = (costs(after, 0).vsw_copy! - costs(before, 0).vsw_copy!) / frames / 1000;
    expect(copied).to.be.closeTo(782 * (1514 / 1448), 8);
    expect(busyNs - copied).to.be.closeTo(5577 / 2.66, (0.02 * 5577) / 2.66);
    expect(machineOf(after, 'vm1')).to.include({ directBytes: 0, queueFrames: 0 });
  });

  it('with a queue of its own 7.4 Gb/s: no routing, no copy', async () => {
    const { perInterrupt, busyNs, after, before } = await measure(true);
    expect(perInterrupt).to.be.closeTo(10.2, 0.15);
    expect((1448 * 8) / busyNs).to.be.closeTo(7.4, 0.03 * 7.4);
    expect(costs(after, 0).vsw_copy! - costs(before, 0).vsw_copy!).to.equal(0);
    const machine = machineOf(after, 'vm1');
    expect(machine.queueFrames / (machine.queueFrames + machine.defaultFrames)).to.be.above(0.999);
  });

  it('a queue without lookahead split, or without VLAN filters, leaves the copy to the processor', async () => {
    for (const vmq of [{ lookaheadSplit: false }, { vlanFiltering: false }]) {
      const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'vm1:5001', bytes: '1 MB' }];
      const world = await worldOf(release, hyperv({ machines: [{}], nic: { ...withVmq(1), vmq: { preference: 'vmq', ...vmq } }, traffic }));
      world.run(SECOND);
      const { queueFrames, directBytes, copiedBytes } = machineOf(world.report(), 'vm1');
      expect(queueFrames).to.be.above(600);
      expect(directBytes).to.equal(0);
      expect(copiedBytes).to.be.above(1_000_000);
    }
  });

  it('a legacy adapter costs more, and gets no queue', async () => {
    const run = async (adapter: 'synthetic' | 'legacy') => {
      const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'vm1:5001', bytes: '1 MB' }];
      const world = await worldOf(release, hyperv({ machines: [{ adapter }], nic: withVmq(2), traffic }));
      world.run(SECOND);
      return machineOf(world.report(), 'vm1');
    };
    const [synthetic, legacy] = [await run('synthetic'), await run('legacy')];
    expect([synthetic.queue, legacy.queue]).to.deep.equal([1, 0]);
    expect(sum(legacy.chargedPs)).to.be.above(3 * sum(synthetic.chargedPs));
    expect(sum(legacy.hostPs)).to.be.above(3 * sum(synthetic.hostPs));
  });
});

describe('accounts', () => {
  it('the work of a virtual machine is on the processors of its virtual ones, and told from that of the host', async () => {
    const world = await worldOf(release, hyperv({ machines: [{ affinity: [2] }, { processors: 2, affinity: [5, 6] }] }));
    world.run(50n * MS);
    const report = world.report();
    const guestPs = report.hosts[0]!.processors.map((processor) => processor.guestPs!);
    expect(guestPs.map((ps) => ps > 0)).to.deep.equal([false, false, true, false, false, true, false, false]);
    for (const { name, chargedPs } of report.virtual!.machines) {
      const ran = name === 'vm1' ? guestPs[2]! : guestPs[5]! + guestPs[6]!;
      // Charged in full when a piece of work starts; one is under way at most.
      expect(sum(chargedPs) - ran, name).to.be.within(0, 2e9);
    }
    // The host's own work: interrupts and DPCs of the default queue on processor 0, sends switched where the virtual machines run.
    expect(report.hosts[0]!.processors.map(({ interruptPs }) => interruptPs > 0)).to.deep.equal([true, ...Array<boolean>(7).fill(false)]);
    const hostWork = sum(report.hosts[0]!.processors.map(({ dpcPs }) => dpcPs));
    expect(sum(report.virtual!.machines.flatMap(({ hostPs }) => hostPs))).to.be.below(hostWork);
  });

  it('virtual processors are dealt over the processors in turn', async () => {
    const world = await worldOf(release, hyperv({ machines: [{ processors: 3 }, { processors: 4 }, { processors: 2 }], traffic: [] }));
    expect(world.report().virtual!.machines.map(({ processors }) => processors)).to.deep.equal([
      [0, 1, 2],
      [3, 4, 5, 6],
      [7, 0],
    ]);
  });

  it('threads of a virtual machine can be bound to its virtual processors', async () => {
    const traffic: TrafficDraft[] = [{ app: 'bulk', from: 'client', to: 'vm1:5001', connections: 4, serverProcessors: [1, 2] }];
    const world = await worldOf(release, hyperv({ machines: [{ processors: 3, affinity: [7, 3, 5] }], traffic }));
    world.run(20n * MS);
    const servers = world.report().connections.filter(({ role }) => role === 'server');
    expect(servers.map(({ processor }) => processor)).to.deep.equal([3, 5, 3, 5]);
    expect(servers.map(({ dpcProcessor }) => dpcProcessor)).to.deep.equal([7, 7, 7, 7]);
  });

  it('a virtual machine that does not keep up loses frames, which are counted, and no byte', async () => {
    const world = await worldOf(
      release,
      hyperv({
        machines: [{ affinity: [1], tcp: { receiveWindow: '4 MiB' } }],
        host: { costs: { channel_frames: 64, guest_rx: 60_000 } },
        traffic: [{ app: 'bulk', from: 'client', to: 'vm1:5001', connections: 4, bytes: '500 kB' }],
      }),
    );
    world.run(20n * MS);
    expect(complaints(world)).to.deep.equal([]);
    const { droppedIn, nic } = machineOf(world.report(), 'vm1');
    expect(droppedIn).to.be.above(0);
    expect(world.report().nics[nic]!.queues[0]).to.include({ drops: droppedIn, peak: 64 });
    world.run(300n * SECOND);
    expect(world.report().apps[0]).to.include({ finished: 4, serverReceivedBytes: 2_000_000 });
    expect(leftovers(world)).to.deep.equal([]);
  });

  it('a tap loses no frame, though a work item hands a window of them to the virtual switch at once', async () => {
    const machine = { tcp: { receiveWindow: '1 MiB', delayedAck: '1 ms' } };
    const traffic: TrafficDraft[] = [{ app: 'echo', from: 'vm1', to: 'vm2:7', message: '1 MB', connections: 16, bufferSize: '4 MiB' }];
    const world = await worldOf(release, hyperv({ machines: [machine, machine], traffic, host: { costs: { channel_frames: 1024 } } }));
    const nics = world.report().virtual!.machines.map(({ nic }) => nic);
    for (const nic of nics) world.tap(nic, true);
    let seen = 0;
    while (world.run(60n * MS) === 'tap') world.takeTapped(() => seen++);
    world.takeTapped(() => seen++);
    const report = world.report();
    expect(report.faults).to.deep.equal([]);
    // A large send is one frame of the adapter, and as many for a tap as the wire would carry.
    expect(seen).to.be.at.least(sum(nics.map((nic) => report.nics[nic]!.sentFrames + report.nics[nic]!.receivedFrames)));
  });
});
