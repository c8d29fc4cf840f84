// Virtual Machine Chimney: when a connection of a virtual machine is offloaded and why it is not; which way its frames take and what that
// costs; how host and virtual machines share the adapter. Facts: Microsoft, Using Virtual Machine Chimney (gg162677).

import { describe, expect, it } from '#test';
import { ChimneyReason, PacketFlag, readTcpConnection } from '../../ui/abi/abi.gen.ts';
import { vmChimney } from '../../ui/effective/vm-chimney.ts';
import { connectionsIn } from '../../ui/engine/chimney-events.ts';
import type { World } from '../../ui/engine/world.ts';
import { reasonOfGate } from '../../ui/scenario/chimney-settings.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { ethernet, frame, ipv4, tcp, vlan } from '../build/frame.ts';
import { worldModules } from '../core-under-test.ts';
import { machineOf, type HypervDraft, type MachineDraft, withVmq } from './hyperv-stage.ts';
import { chimneyComplaints, chimneyOf, taker, takeBack } from './world-chimney-stage.ts';
import { sum } from './world-checks.ts';
import { MS, SECOND, worldOf, type Draft, type HostDraft, type NicDraft, type TrafficDraft } from './world-stage.ts';
import { chimneyOfGuest, connectionsOf, guest, guestDraft, guestWorld, placesOf, takerWithQueues } from './world-vm-chimney-stage.ts';

type Windows = NonNullable<HostDraft['windows']>;

const bulk = (machine = 'vm1', port = 5001): Extract<TrafficDraft, { app: 'bulk' }> => ({
  app: 'bulk',
  from: 'client',
  to: `${machine}:${port}`,
});
const hyperV: Windows = { roles: { hyperV: true }, registry: { TenGigVmqEnabled: 1, BelowTenGigVmqEnabled: 1 } };

describe('reasons of Virtual Machine Chimney', () => {
  it('are those of the gates, and each gate has one of its own', () => {
    const reasons = vmChimney.gates.map(({ id }) => reasonOfGate(id));
    expect(new Set(reasons).size).to.equal(vmChimney.gates.length);
    expect(reasons.every((reason) => reason > ChimneyReason.None)).to.equal(true);
  });
});

for (const { name, module } of await worldModules()) {
  describe(`gates of Virtual Machine Chimney, ${name} core`, () => {
    interface Case {
      title: string;
      machine?: Partial<MachineDraft>;
      windows?: Windows;
      nic?: Partial<NicDraft>;
      more?: Partial<HypervDraft>;
      traffic?: Partial<TrafficDraft>;
      reason: keyof typeof ChimneyReason;
    }
    const capable: Partial<HostDraft> = { kind: 'modelled', nics: [{ name: 'lan', ...taker() }] };
    const cases: Case[] = [
      { title: 'nothing stands against it', reason: 'None' },
      { title: 'the guest is Windows 7', machine: { guest: 'win7' }, reason: 'None' },
      { title: 'the guest is of 2008, with integration services', machine: { guest: 'ws2008' }, reason: 'None' },
      { title: 'the guest is Vista, without', machine: { guest: 'vista', integrationServices: false }, reason: 'IntegrationServices' },
      { title: 'the guest is older', machine: { guest: 'older' }, reason: 'Guest' },
      { title: 'optimizations are off', machine: { optimizations: false }, reason: 'Optimizations' },
      { title: 'the virtual adapter is a legacy one', machine: { adapter: 'legacy' }, reason: 'Synthetic' },
      { title: 'the guest has it off', machine: { chimney: 'disabled' }, reason: 'GuestSwitch' },
      { title: 'a guest of 2008 is as installed', machine: { guest: 'ws2008', chimney: undefined }, reason: 'GuestSwitch' },
      { title: 'a guest of R2 is as installed, automatic', machine: { chimney: undefined }, reason: 'None' },
      { title: 'a guest of 2008 has the mode of R2', machine: { guest: 'ws2008', chimney: 'automatic' }, reason: 'GuestMode' },
      { title: 'the host itself has it off', windows: { netsh: { chimney: 'disabled' } }, reason: 'None' },
      { title: 'a table of the host says no', windows: { chimneyPorts: [{ state: 'disabled' }] }, reason: 'None' },
      {
        title: 'a program is in a table of the host',
        windows: { chimneyApplications: [{ state: 'disabled', application: 'C:\\Windows\\System32\\svchost.exe' }] },
        reason: 'None',
      },
      { title: 'a policy of the host applies', windows: { software: { ipsecPolicy: true } }, reason: 'None' },
      {
        title: 'the adapter cannot',
        nic: { capabilities: { chimneyIPv4: false, chimneyIPv6: false } },
        more: { client: capable },
        reason: 'Capability',
      },
      { title: 'the driver is old', nic: { driver: '5.2' }, reason: 'Driver' },
      { title: 'the property is off', nic: { connectionOffload: { ipv4: false, ipv6: false } }, reason: 'Property' },
      { title: 'the family’s property is off', nic: { connectionOffload: { ipv4: false } }, reason: 'FamilyProperty' },
      {
        title: 'the hardware lacks the family',
        nic: { capabilities: { chimneyIPv4: false, chimneyIPv6: true } },
        reason: 'FamilyCapability',
      },
      { title: 'IPv6 is the family', traffic: { family: 'ipv6' }, reason: 'None' },
      { title: 'a team does not pass it on', nic: { team: { member: true } }, reason: 'Team' },
      {
        title: 'there is no room',
        nic: { capabilities: { chimneyIPv4: true, chimneyIPv6: true, chimneyConnections: 0 } },
        reason: 'Room',
      },
      { title: 'the link is slow, automatic', machine: { chimney: 'automatic' }, nic: { speed: '1 Gb/s' }, reason: 'AutomaticLink' },
      { title: 'the link is slow, enabled', nic: { speed: '1 Gb/s' }, reason: 'None' },
      {
        title: 'the round trip is long, automatic',
        machine: { chimney: 'automatic' },
        more: { link: { delay: '11 ms' } },
        reason: 'AutomaticRoundTrip',
      },
      {
        title: 'little was moved, automatic',
        machine: { chimney: 'automatic' },
        traffic: { app: 'requests', pause: '1 ms' },
        reason: 'AutomaticBytes',
      },
      { title: 'ECN is agreed', machine: { tcp: { ecn: true } }, more: { client: { tcp: { ecn: true } } }, reason: 'Ecn' },
      { title: 'queues are in force too', nic: takerWithQueues(2), reason: 'None' },
    ];
    for (const { title, machine, windows, nic, more, traffic, reason } of cases)
      it(`hold where ${title}`, async () => {
        const world = await guestWorld(module, {
          machines: [guest(machine)],
          host: { windows: { ...hyperV, ...windows } },
          nic,
          traffic: [{ ...bulk(), ...traffic } as TrafficDraft],
          ...more,
        });
        world.run((more?.link ? 300n : 15n) * MS);
        expect(chimneyComplaints(world)).to.deep.equal([]);
        expect(placesOf(world, 'vm1')).to.deep.equal([[reason === 'None' ? 'Offloaded' : 'InHost', reason]]);
      });

    it('of the virtual network: what ends at the host is in no adapter', async () => {
      for (const kind of ['internal', 'private'] as const) {
        const world = await guestWorld(module, {
          machines: [],
          host: {
            virtualNetworks: [{ name: 'inside', kind }],
            virtualMachines: ['vm1', 'vm2'].map((one) => ({ name: one, network: 'inside', optimizations: true, chimney: 'enabled' })),
          },
          traffic: [{ app: 'bulk', from: 'vm1', to: 'vm2:5001' }],
        });
        world.run(5n * MS);
        expect([...placesOf(world, 'vm1'), ...placesOf(world, 'vm2')], kind).to.deep.equal(Array(2).fill(['InHost', 'Network']));
        expect(chimneyOfGuest(world)).to.equal(undefined);
      }
    });

    it('of the way: a peer on the same virtual network is not behind the adapter', async () => {
      const world = await guestWorld(module, {
        machines: [guest(), guest()],
        host: { windows: { ...hyperV, netsh: { chimney: 'enabled' } } },
        traffic: [
          { app: 'bulk', from: 'vm1', to: 'vm2:5001' },
          { app: 'bulk', from: 'server', to: 'vm2:5002' },
          { app: 'bulk', from: 'client', to: 'server:5003' },
          bulk('vm1', 5004),
        ],
      });
      world.run(10n * MS);
      expect(chimneyComplaints(world)).to.deep.equal([]);
      const local = ['InHost', 'Path'];
      const away = ['Offloaded', 'None'];
      expect(placesOf(world, 'vm1')).to.have.deep.members([local, away]);
      expect(placesOf(world, 'vm2')).to.deep.equal([local, local]);
      expect(placesOf(world, 'server')).to.have.deep.members([local, away]);
      expect(world.report().apps.every(({ serverReceivedBytes }) => serverReceivedBytes > 300_000)).to.equal(true);
    });

    it('that close bring connections back, and open again let them go', async () => {
      for (const [path, closed, open, reason] of [
        ['virtualMachines[0].optimizations', false, true, 'Optimizations'],
        ['nics[0].connectionOffload.ipv4', false, true, 'FamilyProperty'],
        ['nics[0].team.member', true, false, 'Team'],
      ] as const) {
        const world = await guestWorld(module, {
          machines: [guest()],
          timeline: [
            { do: 'set', at: '2 ms', path: `hosts[0].${path}`, value: closed },
            { do: 'set', at: '4 ms', path: `hosts[0].${path}`, value: open },
          ],
        });
        world.run(2n * MS - 1n);
        expect(placesOf(world, 'vm1')).to.deep.equal([['Offloaded', 'None']]);
        world.run(2n * MS + 50_000_000n);
        expect(placesOf(world, 'vm1'), 'on its way').to.deep.equal([['Uploading', reason]]);
        world.run(4n * MS - 1n);
        expect(placesOf(world, 'vm1')).to.deep.equal([['InHost', reason]]);
        world.run(6n * MS);
        expect(placesOf(world, 'vm1')).to.deep.equal([['Offloaded', 'None']]);
        expect(chimneyOfGuest(world)).to.include({ offloads: 2, uploads: 1 });
        expect(chimneyComplaints(world)).to.deep.equal([]);
      }
    });

    it('of the guest’s mode: existing connections stay until others are opened, and come back when it is off', async () => {
      const world = await guestWorld(module, {
        machines: [guest({ chimney: 'disabled' })],
        traffic: [bulk(), { ...bulk('vm1', 5002), start: '3 ms' }],
        timeline: [
          { do: 'set', at: '2 ms', path: 'hosts[0].virtualMachines[0].chimney', value: 'enabled' },
          { do: 'set', at: '6 ms', path: 'hosts[0].virtualMachines[0].chimney', value: 'disabled' },
        ],
      });
      world.run(6n * MS - 1n);
      expect(placesOf(world, 'vm1')).to.deep.equal([
        ['InHost', 'OpenedBefore'],
        ['Offloaded', 'None'],
      ]);
      world.run(8n * MS);
      expect(placesOf(world, 'vm1')).to.deep.equal(Array(2).fill(['InHost', 'GuestSwitch']));
    });

    it('of a pause of the physical adapter concern its virtual machines too', async () => {
      const world = await guestWorld(module, {
        machines: [guest(), guest()],
        timeline: [
          { do: 'offload', at: '2 ms', host: 'server', adapter: 'lan', action: 'pause' },
          { do: 'offload', at: '4 ms', host: 'server', adapter: 'lan', action: 'resume' },
        ],
      });
      world.run(4n * MS - 1n);
      for (const one of ['vm1', 'vm2']) expect(placesOf(world, one)).to.deep.equal([['InHost', 'Paused']]);
      world.run(6n * MS);
      for (const one of ['vm1', 'vm2']) expect(placesOf(world, one)).to.deep.equal([['Offloaded', 'None']]);
    });
  });

  describe(`the way of offloaded connections of virtual machines, ${name} core`, () => {
    const units = (report: WorldReport, cost: string): number =>
      sum(report.hosts[0]!.processors.flatMap(({ costs }) => costs.filter(({ id }) => id === cost).map(({ units }) => units)));
    /** Costs that come with packets: driver, NDIS, TCP/IP, virtual switch, VMBus, and the receive interrupts of adapters. */
    const perPacket = [
      'drv_rx', 'nbl_return', 'tcpip_rx', 'tcpip_slow', 'ack_rx', 'ack_tx', 'tx_pkt', 'lso_send', 'checksum',
      'vsw_route', 'vsw_copy', 'vmq_pkt', 'vmbus_pkt', 'guest_rx', 'guest_tx', 'dpc', 'copy_warm', 'dma_submit',
    ]; // prettier-ignore

    for (const [title, nic] of [
      ['without queues', taker()],
      ['with queues', takerWithQueues(2)],
    ] as const)
      for (const direction of ['to', 'from'] as const)
        it(`${title}, ${direction} the virtual machine: no packet costs any processor anything`, async () => {
          const end = direction === 'to' ? bulk() : ({ app: 'bulk', from: 'vm1', to: 'client:5001' } as const);
          const world = await guestWorld(module, {
            machines: [guest({ processors: 2 })],
            nic,
            host: { chipset: { copyEngine: true } },
            traffic: [{ ...end, postedReceives: 4, bufferSize: 65_536 }],
          });
          world.run(4n * MS);
          const before = world.report();
          const [was, wasVirtual] = [before.nics[0]!, before.nics.find(({ host }) => before.hosts[host]!.name === 'vm1')!];
          expect(placesOf(world, 'vm1')).to.deep.equal([['Offloaded', 'None']]);
          world.run(40n * MS);
          const after = world.report();
          expect(placesOf(world, 'vm1')).to.deep.equal([['Offloaded', 'None']]);
          for (const cost of perPacket) expect(units(after, cost) - units(before, cost), cost).to.equal(0);
          expect(units(after, 'toe_io') - units(before, 'toe_io'), 'requests').to.be.above(100);
          const is = after.nics[0]!;
          const isVirtual = after.nics.find(({ host }) => after.hosts[host]!.name === 'vm1')!;
          const moved = is.chimney!.engine.takenFrames - was.chimney!.engine.takenFrames;
          expect(moved, 'frames taken by the engine').to.equal(is.arrivedFrames - was.arrivedFrames);
          expect(moved).to.be.above(2000);
          expect(is.chimney!.engine.sentFrames - was.chimney!.engine.sentFrames).to.equal(is.sentFrames - was.sentFrames);
          expect(is.receivedFrames, 'no ring').to.equal(was.receivedFrames);
          expect(is.queues.map(({ frames }) => frames)).to.deep.equal(was.queues.map(({ frames }) => frames));
          expect(isVirtual.receivedFrames, 'no channel').to.equal(wasVirtual.receivedFrames);
          expect(isVirtual.sentFrames).to.equal(wasVirtual.sentFrames);
          expect(after.virtual!.switches[0]).to.include({ framesIn: before.virtual!.switches[0]!.framesIn });
          // Completions: one signal each, and all of it on the processors of the virtual machine.
          const signals = machineOf(after, 'vm1').signals - machineOf(before, 'vm1').signals;
          expect(signals).to.be.above(50);
          expect(units(after, 'vmbus_signal') - units(before, 'vmbus_signal')).to.equal(signals);
          const { processors } = machineOf(after, 'vm1');
          const busy = (report: WorldReport, number: number) => report.timePs - report.hosts[0]!.processors[number]!.idlePs;
          const others = after.hosts[0]!.processors.filter(({ number }) => !processors.includes(number)).map(({ number }) => number);
          expect(others.filter((number) => busy(after, number) !== busy(before, number))).to.deep.equal([]);
          const [connection] = connectionsOf(world, 'vm1');
          expect(connection!.offload!.packets).to.be.above(2000);
          expect(chimneyOfGuest(world)).to.include({ offloaded: 1, reason: 'None' });
          expect(chimneyComplaints(world)).to.deep.equal([]);
        });

    /** Two hosts, each with a virtual machine in VLAN 7 whose connections may go into the adapter. */
    const nearAndFar = (traffic: TrafficDraft): Promise<World> => {
      const one = (name: string, machine: string): Draft['hosts'][number] => ({
        name,
        windows: { ...hyperV },
        virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
        virtualMachines: [{ name: machine, network: 'ext', vlan: 7, optimizations: true, chimney: 'enabled' }],
        nics: [{ name: 'lan', ...takerWithQueues(1) }],
      });
      return worldOf(module, {
        hosts: [one('one', 'near'), one('two', 'far')],
        links: [{ ends: ['one.lan', 'two.lan'] }],
        traffic: [traffic],
      });
    };

    it('on the cable they have the address and the tag of the virtual machine; monitors of host and guest see none', async () => {
      const world = await nearAndFar({ app: 'bulk', from: 'near', to: 'far:5001' });
      world.run(3n * MS);
      for (const one of ['near', 'far']) expect(placesOf(world, one)).to.deep.equal([['Offloaded', 'None']]);
      const { nics } = world.report();
      const [near, far] = [world.nicIndex('near.net')!, world.nicIndex('far.net')!];
      world.tap(0, true, 'cable');
      world.tap(1, true, 'host');
      for (const nic of [near, far]) world.tap(nic, true);
      let seen = 0;
      const look = () =>
        world.takeTapped(({ nic, frame, outbound, queue, hash }) => {
          expect(nic, 'which monitor sees it').to.equal(0);
          const text = (from: number) => [...frame.subarray(from, from + 6)].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
          expect([text(0), text(6)]).to.deep.equal(outbound ? [nics[far]!.mac, nics[near]!.mac] : [nics[near]!.mac, nics[far]!.mac]);
          expect([...frame.subarray(12, 16)]).to.deep.equal([0x81, 0, 0, 7]);
          if (!outbound) expect([queue, hash]).to.deep.equal([0, null]);
          seen++;
        });
      while (world.run(4n * MS) === 'tap') look();
      look();
      expect(seen).to.be.above(200);
      expect(chimneyComplaints(world)).to.deep.equal([]);
    });

    it('a frame of another VLAN is none of them, though it has the addresses and the ports of one', async () => {
      for (const { id, isOurs } of [
        { id: 7, isOurs: true },
        { id: 9, isOurs: false },
        { id: null, isOurs: false },
      ]) {
        const world = await nearAndFar({ app: 'requests', from: 'near', to: 'far:80', pause: '1 s' });
        world.run(500n * MS);
        const state = (): string | undefined => connectionsOf(world, 'far')[0]?.state;
        expect([placesOf(world, 'far'), state()]).to.deep.equal([[['Offloaded', 'None']], 'Established']);
        const { core } = world.reading;
        const number = connectionsIn(core, 1)[0]!;
        const { rcvNxt } = readTcpConnection(core.memory.buffer, core.connectionAt(number));
        const [from, to] = [connectionsOf(world, 'near')[0]!, world.report().nics];
        const [src, sport] = from.local.split(':');
        const [dst, dport] = from.remote.split(':');
        const reset = frame(
          ethernet({ dst: to[world.nicIndex('far.net')!]!.mac, src: to[world.nicIndex('near.net')!]!.mac }),
          ...(id === null ? [] : [vlan({ id })]),
          ipv4({ src, dst }),
          tcp({ sport: Number(sport), dport: Number(dport), seq: rcvNxt, flags: 'R' }),
        );
        world.inject(1, reset, world.now + 1n, Math.max(60, reset.length), PacketFlag.Outside);
        world.run(world.now + 5n * MS);
        expect(state(), `VLAN ${id}`).to.equal(isOurs ? undefined : 'Established');
        // The cable does not know of the frame that was slipped in.
        expect(chimneyComplaints(world).filter((one) => !one.includes('link 0 direction 0, arrived'))).to.deep.equal([]);
      }
    });

    it('the copy engine and RSS see nothing of them, and large requests go both ways', async () => {
      const world = await guestWorld(module, {
        machines: [guest(), guest({ guest: 'ws2008' })],
        nic: takerWithQueues(1),
        traffic: [
          { app: 'requests', from: 'client', to: 'vm1:80', connections: 4, count: 40, request: 3000, response: 200_000 },
          { app: 'echo', from: 'vm2', to: 'client:7', connections: 2, count: 60, message: 30_000, family: 'ipv6' },
        ],
      });
      world.run(5n * MS);
      expect(chimneyOfGuest(world).offloaded).to.equal(4);
      world.run(900n * SECOND);
      const report = world.report();
      expect(report.apps.map(({ failed, exchanges }) => [failed, exchanges])).to.deep.equal([
        [0, 160],
        [0, 120],
      ]);
      expect(report.packetsInFlight).to.equal(0);
      expect(chimneyOf(world)).to.include({ offloaded: 0, offloads: 0, ofGuests: 0 });
      expect(chimneyComplaints(world)).to.deep.equal([]);
      // Counters of the guests include what the adapter did for them, those of the host do not.
      const segments = (host: string) => report.hosts.find((one) => one.name === host)!.tcp.segmentsIn;
      expect(segments('server')).to.equal(0);
      expect(segments('vm1')).to.be.above(1500);
    });

    it('what comes over the switch for a connection in the adapter is forwarded to it', async () => {
      const world = await guestWorld(module, { machines: [guest()], traffic: [{ ...bulk(), connections: 3 }] });
      for (let at = 2n; at < 20n; at++) {
        world.run(at * MS);
        takeBack(world, 0);
        expect(chimneyComplaints(world)).to.deep.equal([]);
      }
      const forwarded = sum(connectionsOf(world, 'vm1').map(({ offload }) => offload!.forwarded));
      expect(forwarded).to.be.above(20);
      expect(chimneyOf(world).engine).to.include({ forwarded });
    });
  });

  describe(`room in the adapter, ${name} core`, () => {
    const room = (chimneyConnections: number, queues = 0): Partial<NicDraft> =>
      takerWithQueues(queues, { capabilities: { chimneyConnections } });
    const host: Partial<HostDraft> = { windows: { ...hyperV, netsh: { chimney: 'enabled' } } };
    const offloadedOf = (world: World, one: string) => placesOf(world, one).filter(([state]) => state === 'Offloaded').length;

    for (const order of [
      ['server', 'vm1', 'vm2'],
      ['vm2', 'vm1', 'server'],
      ['vm1', 'server', 'vm2'],
    ])
      // prettier-ignore
      it(`goes to those who come first: ${order.join(', ')}`, async () => {
        const traffic = order.map((to, at): TrafficDraft => ({ ...bulk(to, 5001 + at), connections: 2, start: `${at} ms` }));
        const world = await guestWorld(module, { machines: [guest(), guest()], host, nic: room(3), traffic });
        world.run(6n * MS);
        expect(order.map((one) => offloadedOf(world, one))).to.deep.equal([2, 1, 0]);
        expect(placesOf(world, order[2]!)).to.deep.equal(Array(2).fill(['InHost', 'Room']));
        const own = offloadedOf(world, 'server');
        expect(chimneyOf(world), 'the host sees its own').to.include({ offloaded: own, ofGuests: 3 - own });
        expect(chimneyComplaints(world)).to.deep.equal([]);
      });

    it('is given on when a connection of whomever ends, with nobody before another', async () => {
      const traffic: TrafficDraft[] = [
        { ...bulk('vm1'), connections: 2, bytes: '2 MB' },
        { ...bulk('vm2', 5002), start: '1 ms' },
        { ...bulk('server', 5003), start: '1 ms' },
      ];
      const world = await guestWorld(module, { machines: [guest(), guest()], host, nic: room(2, 1), traffic });
      world.run(3n * MS);
      expect([offloadedOf(world, 'vm1'), offloadedOf(world, 'vm2'), offloadedOf(world, 'server')]).to.deep.equal([2, 0, 0]);
      world.run(200n * MS);
      expect([offloadedOf(world, 'vm2'), offloadedOf(world, 'server')]).to.deep.equal([1, 1]);
      expect(chimneyComplaints(world)).to.deep.equal([]);
    });

    it('leaves worlds alone in which nobody asks for it', async () => {
      const plain = guestDraft({ machines: [{}, {}], nic: { ...withVmq(1), capabilities: { vmqQueues: 1 } } });
      plain.hosts[0]!.nics[0]!.capabilities = { vmqQueues: 1 };
      const world = await worldOf(module, plain);
      world.run(5n * MS);
      const { virtual, nics, connections } = world.report();
      expect(virtual!.machines.every((machine) => !('chimney' in machine))).to.equal(true);
      expect(nics.every((nic) => !('chimney' in nic))).to.equal(true);
      expect(connections.every((connection) => !('offload' in connection))).to.equal(true);
    });
  });
}
