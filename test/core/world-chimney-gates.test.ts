// When a connection is offloaded and why it is not: every gate of ui/effective has its reason in the core, and the core acts on it.

import { describe, expect, it } from '#test';
import { ChimneyReason } from '../../ui/abi/abi.gen.ts';
import { chimneyGates } from '../../ui/effective/chimney.ts';
import { reasonOfGate } from '../../ui/scenario/chimney-settings.ts';
import type { World } from '../../ui/engine/world.ts';
import { worldModules } from '../core-under-test.ts';
import { chimneyComplaints, chimneyOf, chimneyWorld, serverSide, taker, withMode, type Mode } from './world-chimney-stage.ts';
import { MS, pair, worldOf, type HostDraft, type NicDraft, type PairDraft, type TrafficDraft } from './world-stage.ts';

type Windows = NonNullable<HostDraft['windows']>;

const bulk: TrafficDraft = { app: 'bulk', from: 'client', to: 'server:5001' };

const offloads = (world: World) => serverSide(world).map(({ offload }) => [offload!.state, offload!.reason]);

describe('reasons of chimney', () => {
  it('are those of the gates, and each gate has one of its own', () => {
    const reasons = chimneyGates.map(({ id }) => reasonOfGate(id));
    expect(new Set(reasons).size).to.equal(chimneyGates.length);
    expect(reasons, 'in the order of the gates').to.deep.equal([...reasons].sort((a, b) => a - b));
    expect(reasons.every((reason) => reason > ChimneyReason.None && reason < ChimneyReason.Paused)).to.equal(true);
  });
});

for (const { name, module } of await worldModules())
  describe(`gates of chimney, ${name} core`, () => {
    interface Case {
      title: string;
      mode?: Mode;
      server?: Partial<HostDraft>;
      windows?: Windows;
      nic?: Partial<NicDraft>;
      more?: PairDraft;
      traffic?: Partial<TrafficDraft>;
      reason: keyof typeof ChimneyReason;
    }
    const cases: Case[] = [
      { title: 'nothing stands against it', reason: 'None' },
      { title: 'the switch is off', mode: 'disabled', reason: 'OsSwitch' },
      { title: 'the adapter’s property is off', nic: { connectionOffload: { ipv4: false, ipv6: false } }, reason: 'Property' },
      { title: 'the family’s property is off', nic: { connectionOffload: { ipv4: false } }, reason: 'FamilyProperty' },
      { title: 'the hardware lacks the family', nic: { capabilities: { chimneyIPv4: false } }, reason: 'FamilyCapability' },
      { title: 'IPv6 is the family', traffic: { family: 'ipv6' }, reason: 'None' },
      { title: 'network load balancing runs', windows: { roles: { nlb: true } }, reason: 'Nlb' },
      { title: 'address translation runs', windows: { roles: { nat: true } }, reason: 'Nat' },
      { title: 'a policy covers connections, R2', windows: { software: { ipsecPolicy: true } }, reason: 'Ipsec' },
      {
        title: 'any policy applies, 2008',
        server: { os: 'ws2008' },
        nic: { connectionOffload: { ipv4: true } },
        windows: { software: { ipsecPolicy: true } },
        reason: 'IpsecPolicy',
      },
      {
        title: 'Hyper-V is there, 2008',
        server: { os: 'ws2008' },
        nic: { connectionOffload: { ipv4: true } },
        windows: { roles: { hyperV: true } },
        reason: 'HyperV',
      },
      { title: 'the driver of 2008 leaves it off', server: { os: 'ws2008' }, reason: 'Property' },
      { title: 'another firewall is there', windows: { software: { otherFirewall: 'no-offload' } }, reason: 'OtherFirewall' },
      { title: 'the team does not pass it on', nic: { team: { member: true } }, reason: 'Team' },
      { title: 'the driver is old', nic: { driver: '5.2' }, reason: 'Driver' },
      { title: 'a port filter says no', windows: { chimneyPorts: [{ state: 'disabled', localPort: 5001 }] }, reason: 'Ports' },
      { title: 'a port filter is for other ports', windows: { chimneyPorts: [{ state: 'disabled', localPort: 5002 }] }, reason: 'None' },
      {
        title: 'the first port filter that fits says yes',
        windows: { chimneyPorts: [{ state: 'enabled', localPort: 5001 }, { state: 'disabled' }] },
        reason: 'None',
      },
      {
        title: 'an application filter says no to the usual program',
        windows: { chimneyApplications: [{ state: 'disabled', application: 'c:\\windows\\SYSTEM32\\svchost.exe' }] },
        reason: 'Application',
      },
      {
        title: 'an application filter is for another program',
        windows: { chimneyApplications: [{ state: 'disabled', application: 'C:\\Windows\\System32\\svchost.exe' }] },
        traffic: { serverProgram: 'D:\\backup.exe' },
        reason: 'None',
      },
      { title: 'ECN is agreed', server: { tcp: { ecn: true } }, more: { client: { kind: 'ideal', tcp: { ecn: true } } }, reason: 'Ecn' },
      { title: 'there is no room', nic: { capabilities: { chimneyConnections: 0 } }, reason: 'Room' },
      { title: 'the link is slow, automatic', mode: 'automatic', nic: { speed: '1 Gb/s' }, reason: 'AutomaticLink' },
      { title: 'all is well, automatic', mode: 'automatic', reason: 'None' },
      { title: 'the round trip is long, automatic', mode: 'automatic', more: { link: { delay: '11 ms' } }, reason: 'AutomaticRoundTrip' },
      { title: 'little was moved, automatic', mode: 'automatic', traffic: { app: 'requests', pause: '1 ms' }, reason: 'AutomaticBytes' },
      { title: 'the host is ideal', server: { kind: 'ideal' }, reason: 'Ideal' },
    ];
    for (const { title, mode, server, windows, nic, more, traffic, reason } of cases)
      it(`hold where ${title}`, async () => {
        const world = await chimneyWorld(module, mode ?? 'enabled', [{ ...bulk, ...traffic } as TrafficDraft], {
          ...more,
          server: { ...server, windows: { ...windows } },
          serverNic: nic,
        });
        world.run((more?.link ? 300n : 15n) * MS);
        expect(chimneyComplaints(world)).to.deep.equal([]);
        if (reason === 'Ideal') {
          expect(serverSide(world)[0]!.offload).to.equal(undefined);
          return;
        }
        expect(offloads(world)).to.deep.equal([[reason === 'None' ? 'Offloaded' : 'InHost', reason]]);
      });

    it('hold for the client’s side by themselves', async () => {
      const draft = pair({
        server: withMode('disabled'),
        client: withMode('enabled', { windows: { chimneyPorts: [{ state: 'enabled', remotePort: 5001 }, { state: 'disabled' }] } }),
        serverNic: taker(),
        clientNic: taker(),
        traffic: [bulk, { app: 'requests', from: 'client', to: 'server:80' }],
      });
      const world = await worldOf(module, draft);
      world.run(5n * MS);
      const { connections } = world.report();
      const client = connections
        .filter(({ role }) => role === 'client')
        .map(({ remote, offload }) => [remote.split(':')[1], offload!.reason]);
      expect(client).to.deep.equal([
        ['5001', 'None'],
        ['80', 'Ports'],
      ]);
      expect(serverSide(world).every(({ offload }) => offload!.reason === 'OsSwitch')).to.equal(true);
    });

    it('give the places to those who come first, and to others as soon as there is room', async () => {
      const traffic: TrafficDraft[] = [
        { ...bulk, connections: 3, interval: '100 us', bytes: 3_000_000 },
        { ...bulk, to: 'server:5002', connections: 2, start: '1 ms' },
      ];
      const world = await chimneyWorld(module, 'enabled', traffic, { serverNic: { capabilities: { chimneyConnections: 3 } } });
      world.run(3n * MS);
      expect(offloads(world)).to.deep.equal([...Array(3).fill(['Offloaded', 'None']), ...Array(2).fill(['InHost', 'Room'])]);
      world.run(60n * MS);
      const later = serverSide(world).filter(({ local }) => local.endsWith(':5002'));
      expect(later.map(({ offload }) => offload!.state)).to.deep.equal(['Offloaded', 'Offloaded']);
      expect(chimneyComplaints(world)).to.deep.equal([]);
    });

    it('do not offload when automatic until the threshold is passed, and then at once', async () => {
      const world = await chimneyWorld(module, 'automatic', [bulk]);
      for (let time = 0n; serverSide(world)[0]?.offload?.state !== 'Offloading'; time += 2_000_000n) {
        world.run(time);
        expect(time < 20n * MS, 'in time').to.equal(true);
        const [connection] = serverSide(world);
        if (connection?.offload!.state === 'InHost') expect(connection.receivedBytes).to.be.below(133_120 + 16 * 1460);
      }
      expect(serverSide(world)[0]!.receivedBytes).to.be.at.least(133_120);
    });

    it('leave connections in the host that are older than the mode, unless told otherwise', async () => {
      for (const retroactive of [false, true]) {
        const world = await chimneyWorld(module, 'disabled', [bulk, { ...bulk, to: 'server:5002', start: '3 ms' }], {
          server: { windows: { chimneyBehaviour: { retroactive } } },
          timeline: [{ do: 'set', at: '2 ms', path: 'hosts[0].windows.netsh.chimney', value: 'enabled' }],
        });
        world.run(6n * MS);
        const old = retroactive ? ['Offloaded', 'None'] : ['InHost', 'OpenedBefore'];
        expect(offloads(world)).to.deep.equal([old, ['Offloaded', 'None']]);
      }
    });

    it('that close bring connections back, and open again let them go', async () => {
      for (const [path, closed, open, reason] of [
        ['hosts[0].windows.roles.nlb', true, false, 'Nlb'],
        ['hosts[0].windows.software.ipsecPolicy', true, false, 'Ipsec'],
        ['hosts[0].nics[0].connectionOffload.ipv4', false, true, 'FamilyProperty'],
        ['hosts[0].nics[0].capabilities.chimneyIPv4', false, true, 'FamilyCapability'],
      ] as const) {
        const world = await chimneyWorld(module, 'enabled', [bulk], {
          timeline: [
            { do: 'set', at: '2 ms', path, value: closed },
            { do: 'set', at: '4 ms', path, value: open },
          ],
        });
        world.run(2n * MS - 1n);
        expect(offloads(world)).to.deep.equal([['Offloaded', 'None']]);
        world.run(2n * MS + 50_000_000n);
        expect(offloads(world), 'on its way').to.deep.equal([['Uploading', reason]]);
        world.run(4n * MS - 1n);
        expect(offloads(world)).to.deep.equal([['InHost', reason]]);
        world.run(6n * MS);
        expect(offloads(world)).to.deep.equal([['Offloaded', 'None']]);
        expect(chimneyOf(world)).to.include({ offloads: 2, uploads: 1 });
        expect(chimneyOf(world).uploadReasons).to.deep.equal({ GateClosed: 1 });
        expect(chimneyComplaints(world)).to.deep.equal([]);
      }
    });

    it('of room let what is in stay when the adapter has less of it, and nothing in', async () => {
      const traffic = [0, 3].map((start): TrafficDraft => ({
        ...bulk,
        to: `server:${5001 + start}`,
        connections: 3,
        start: `${start} ms`,
      }));
      const world = await chimneyWorld(module, 'enabled', traffic, {
        timeline: [{ do: 'set', at: '2 ms', path: 'hosts[0].nics[0].capabilities.chimneyConnections', value: 1 }],
      });
      world.run(6n * MS);
      const places = (state: string, reason: string): string[][] => Array.from({ length: 3 }, () => [state, reason]);
      expect(offloads(world)).to.deep.equal([...places('Offloaded', 'None'), ...places('InHost', 'Room')]);
      expect(chimneyComplaints(world)).to.deep.equal(['lan: 3 connections in 1 places']);
    });

    it('of a pause bring all back, and a resume lets them go', async () => {
      const world = await chimneyWorld(module, 'enabled', [{ ...bulk, connections: 3 }], {
        timeline: [
          { do: 'offload', at: '2 ms', host: 'server', adapter: 'lan', action: 'pause' },
          { do: 'offload', at: '4 ms', host: 'server', adapter: 'lan', action: 'resume' },
        ],
      });
      world.run(3n * MS);
      expect(offloads(world)).to.deep.equal(Array(3).fill(['InHost', 'Paused']));
      expect(chimneyOf(world).uploadReasons).to.deep.equal({ Paused: 3 });
      world.run(6n * MS);
      expect(offloads(world)).to.deep.equal(Array(3).fill(['Offloaded', 'None']));
    });

    for (const updates of [[], ['KB 2477730']])
      it(`of another adapter matter ${updates.length ? 'not with' : 'for good without'} KB 2477730`, async () => {
        const nics = [
          { ...taker(), name: 'lan' },
          { ...taker(), name: 'san' },
        ];
        const world = await worldOf(module, {
          hosts: [
            { ...withMode('enabled', { windows: { updates } }), name: 'server', nics },
            { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: '10 Gb/s' }] },
          ],
          links: [{ ends: ['client.lan', 'server.lan'] }],
          traffic: [bulk, { ...bulk, to: 'server:5002', start: '4 ms' }],
          timeline: [{ do: 'set', at: '2 ms', path: 'hosts[0].nics[1].dmaDelay', value: '2 us' }],
        });
        world.run(6n * MS);
        const old = updates.length ? ['Offloaded', 'None'] : ['InHost', 'OtherAdapter'];
        expect(offloads(world)).to.deep.equal([old, ['Offloaded', 'None']]);
      });

    it('stay out of worlds whose adapters take no connections', async () => {
      const world = await worldOf(module, pair({ traffic: [bulk] }));
      world.run(3n * MS);
      const { nics, connections } = world.report();
      expect(nics.every((nic) => !('chimney' in nic))).to.equal(true);
      expect(connections.every((connection) => !('offload' in connection))).to.equal(true);
    });
  });
