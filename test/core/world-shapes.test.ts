// Shapes of published behaviour that several features make up together: who takes load off whom, and what switches whom off. Shapes of one
// feature are in its own tests; docs/model.md has the list of all, each with its source.

import { describe, expect, it } from '#test';
import type { World } from '../../ui/engine/world.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { coreModules } from '../core-under-test.ts';
import { hyperv, machineOf, runTo, withVmq } from './hyperv-stage.ts';
import { complaints, sum } from './world-checks.ts';
import { chimneyComplaints, serverSide, taker } from './world-chimney-stage.ts';
import { charged, engineComplaints, engineOf, received } from './world-netdma-stage.ts';
import { type Draft, type HostDraft, MS, type NicDraft, pair, worldOf } from './world-stage.ts';

const [release] = await coreModules();
const open = (draft: Draft): Promise<World> => worldOf(release!.module, draft);

function sound(world: World): void {
  expect([...complaints(world), ...chimneyComplaints(world), ...engineComplaints(world.report())]).to.deep.equal([]);
}

const serverBytes = ({ apps }: WorldReport): number => sum(apps.map(({ serverReceivedBytes }) => serverReceivedBytes));

/** Processors of a host that handled interrupts of adapters between two reports. */
const interrupted = (before: WorldReport, after: WorldReport): number[] =>
  after.hosts[0]!.processors.flatMap(({ number, interruptPs }, at) =>
    interruptPs > before.hosts[0]!.processors[at]!.interruptPs ? [number] : [],
  );

describe('a host of nine virtual machines', () => {
  const nine = (nic: Partial<NicDraft>): Draft =>
    hyperv({
      machines: Array.from({ length: 9 }, () => ({})),
      host: { processors: { coresPerSocket: 12, class: 'core2', clock: '2.66 GHz' } },
      nic,
    });

  async function carried(nic: Partial<NicDraft>) {
    const world = await open(nine(nic));
    const [before, after] = runTo(world, 20n * MS, 60n * MS) as [WorldReport, WorldReport];
    sound(world);
    return { before, after, gbps: ((serverBytes(after) - serverBytes(before)) * 8) / 0.04 / 1e9 };
  }

  it('without queues is held by one processor, which routes and copies for all, at 3.5 to 4.5 Gb/s', async () => {
    const { before, after, gbps } = await carried({});
    const inDpcs = after.hosts[0]!.processors.map(({ dpcPs }, at) => (dpcPs - before.hosts[0]!.processors[at]!.dpcPs) / 40e9);
    expect(inDpcs[0], 'part of its time').to.be.above(0.95);
    for (const part of inDpcs.slice(1)) expect(part, 'what virtual machines send').to.be.below(0.3);
    expect(gbps).to.be.within(3.5, 4.5);
  });

  it('with eight queues spreads over as many processors, and the ninth is switched in software at the default queue', async () => {
    const { before, after, gbps } = await carried(withVmq(8));
    expect(interrupted(before, after)).to.have.length(9);
    expect(after.virtual!.machines.map(({ queue }) => queue)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 0]);
    const [was, is] = [machineOf(before, 'vm9'), machineOf(after, 'vm9')];
    expect(is.queueFrames).to.equal(0);
    expect(is.defaultFrames - was.defaultFrames).to.be.above(500);
    expect(gbps).to.be.above(8);
  });

  it('is spared routing and copying of what comes through queues', async () => {
    const { before, after } = await carried(withVmq(16));
    const units = (id: string) => charged(after, id).units - charged(before, id).units;
    const frames = after.nics[0]!.indicatedFrames - before.nics[0]!.indicatedFrames;
    const sent = sum(after.virtual!.machines.map(({ sentFrames }, at) => sentFrames - before.virtual!.machines[at]!.sentFrames));
    expect(units('vmq_pkt')).to.be.within(0.99 * frames, frames + 100);
    expect(units('vsw_copy') / frames, 'bytes copied a frame').to.be.below(1);
    expect(units('vsw_route'), 'of what virtual machines send alone').to.be.within(0.9 * sent, 1.1 * sent + 100);
  });
});

describe('RSS of an adapter', () => {
  async function spread(nic: Partial<NicDraft>, host: Partial<HostDraft>): Promise<{ table: number; processors: number[] }> {
    const world = await open(
      pair({
        server: { processors: { coresPerSocket: 8 }, ...host },
        serverNic: { speed: '10 Gb/s', queues: 4, ...nic },
        client: { kind: 'ideal' },
        clientNic: { speed: '10 Gb/s' },
        traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 32 }],
      }),
    );
    const [before, after] = runTo(world, 5n * MS, 20n * MS) as [WorldReport, WorldReport];
    sound(world);
    return { table: after.nics[0]!.table.length, processors: interrupted(before, after) };
  }

  it('spreads over four processors, unless the adapter prefers VMQ or is bound to a virtual switch', async () => {
    expect(await spread({}, {})).to.deep.equal({ table: 128, processors: [0, 1, 2, 3] });
    const offersVmq = withVmq(4);
    expect(await spread({ ...offersVmq, rss: { maxProcessors: 4 } }, {})).to.deep.equal({ table: 0, processors: [0] });
    const bound: Partial<HostDraft> = {
      windows: { roles: { hyperV: true } },
      virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
    };
    expect(await spread({}, bound)).to.deep.equal({ table: 0, processors: [0] });
  });
});

describe('NetDMA and chimney, both enabled', () => {
  it('an offloaded connection does not use the copy engine; others of the same host do', async () => {
    const draft = received({
      speed: '10 Gb/s',
      netsh: { chimney: 'enabled', netdma: 'enabled' },
      serverNic: taker({ capabilities: { chimneyConnections: 2 } }),
      traffic: { connections: 5, bufferSize: 65_536 },
    });
    const world = await open(draft);
    const [before, after] = runTo(world, 10n * MS, 30n * MS) as [WorldReport, WorldReport];
    sound(world);
    const states = serverSide(world).map(({ offload, id }) => [id, offload!.state] as const);
    expect(states.filter(([, state]) => state === 'Offloaded')).to.have.length(2);
    const got = (state: string) =>
      sum(
        after.connections.map(({ id, receivedBytes }) =>
          states.some(([one, own]) => one === id && own === state)
            ? receivedBytes - before.connections.find((other) => other.id === id)!.receivedBytes
            : 0,
        ),
      );
    const [was, is] = [engineOf(before), engineOf(after)];
    const moved = is.engineBytes - was.engineBytes;
    expect(moved).to.be.above(0.5 * got('InHost'));
    const byProcessors = is.coldBytes + is.warmBytes - was.coldBytes - was.warmBytes;
    expect(moved + byProcessors, 'nothing of what the adapter received').to.be.within(0.9 * got('InHost'), 1.1 * got('InHost') + 500_000);
    expect(got('Offloaded')).to.be.above(1_000_000);
  });

  it('with room for all, the copy engine rests', async () => {
    const world = await open(
      received({ speed: '10 Gb/s', netsh: { chimney: 'enabled', netdma: 'enabled' }, serverNic: taker(), traffic: { connections: 4 } }),
    );
    const [before, after] = runTo(world, 10n * MS, 30n * MS) as [WorldReport, WorldReport];
    sound(world);
    expect(engineOf(after).netDma).to.equal(true);
    expect(engineOf(after).engineBytes).to.equal(engineOf(before).engineBytes);
    expect(serverBytes(after) - serverBytes(before)).to.be.above(1_000_000);
  });
});

describe('Windows Server 2008 keeps everything in the host, and says nothing', () => {
  for (const path of ['roles.nlb', 'roles.nat', 'software.ipsecPolicy'] as const)
    it(`from the moment on that ${path} is there`, async () => {
      const chimney = (mode: 'enabled' | 'disabled', timeline: Draft['timeline']) =>
        pair({
          server: { os: 'ws2008', windows: { netsh: { chimney: mode } } },
          serverNic: taker({ connectionOffload: { ipv4: true } }),
          client: { kind: 'ideal' },
          clientNic: { speed: '10 Gb/s' },
          traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 4 }],
          timeline,
        });
      const world = await open(chimney('enabled', [{ do: 'set', at: '10 ms', path: `hosts[0].windows.${path}`, value: true }]));
      const [on, start, end] = runTo(world, 10n * MS - 1n, 14n * MS, 34n * MS) as [WorldReport, WorldReport, WorldReport];
      sound(world);
      expect(on.nics[0]!.chimney!.offloaded).to.equal(4);
      expect(end.nics[0]!.chimney).to.include({ offloaded: 0, offloading: 0, uploading: 0 });
      expect(end.connections.every(({ state }) => state === 'Established')).to.equal(true);
      const never = await open(chimney('disabled', []));
      const [from, to] = runTo(never, 14n * MS, 34n * MS) as [WorldReport, WorldReport];
      const work = (a: WorldReport, b: WorldReport) =>
        sum(b.hosts[0]!.processors.map(({ idlePs }, at) => 20e9 - (idlePs - a.hosts[0]!.processors[at]!.idlePs))) /
        (serverBytes(b) - serverBytes(a));
      expect(work(start, end) / work(from, to), 'work a byte, to that of a host without chimney').to.be.within(0.9, 1.1);
      expect(end.faults).to.deep.equal([]);
    });
});
