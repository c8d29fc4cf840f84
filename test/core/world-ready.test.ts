// The ready scenarios show what their texts promise.

import { describe, expect, it, readProjectFile } from '#test';
import { World } from '../../ui/engine/world.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { coreModules } from '../core-under-test.ts';

const MS = 1_000_000_000;
const release = (await coreModules()).find(({ name }) => name === 'release')!;

async function worldOf(name: string, change: (document: never) => void = () => undefined): Promise<World> {
  const document = JSON.parse(new TextDecoder().decode(await readProjectFile(`public/scenarios/${name}.json`))) as never;
  change(document);
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return World.create(release.module, result.scenario);
}

interface Stretch {
  gbps: number;
  /** Load of each processor of the first host, 0 to 1. */
  loads: number[];
  report: WorldReport;
}

const receivedOf = ({ apps }: WorldReport) => apps.reduce((sum, { receivedBytes }) => sum + receivedBytes, 0);

/** What happens between two times, ms. */
function stretch(world: World, fromMs: number, toMs: number): Stretch {
  world.run(BigInt(fromMs * MS));
  const before = world.report();
  world.run(BigInt(toMs * MS));
  const report = world.report();
  const ps = report.timePs - before.timePs;
  return {
    gbps: ((8 * (receivedOf(report) - receivedOf(before))) / ps) * 1e3,
    loads: report.hosts[0]!.processors.map(({ idlePs }, at) => 1 - (idlePs - before.hosts[0]!.processors[at]!.idlePs) / ps),
    report,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const most = (numbers: readonly number[]) => Math.max(...numbers);

describe('ready scenarios', () => {
  it('file server: chimney moves the work to the adapter, and the rate stays', async () => {
    const world = await worldOf('file-server-chimney');
    const before = stretch(world, 40, 95);
    const after = stretch(world, 120, 175);
    expect(before.gbps).to.be.within(8.3, 9.5);
    expect(after.gbps).to.be.within(9.3, 9.5 * 1.01);
    expect(sum(after.loads)).to.be.below(sum(before.loads) / 5);
    expect(after.report.nics[0]!.chimney).to.include({ offloaded: 8 });
    expect(
      world
        .promptView(0)
        .screen.blocks.flatMap(({ lines }) => lines)
        .filter((line) => /ESTABLISHED +Offloaded/.test(line)),
    ).to.have.length(8);
  });

  it('eight virtual machines: one core routes and copies; queues take that from it, as far as there are some', async () => {
    const [switched, four, sixteen] = await Promise.all(
      ['eight-vms-switch', 'eight-vms-4-queues', 'eight-vms-16-queues'].map(async (name) => stretch(await worldOf(name), 20, 50)),
    );
    expect(switched!.gbps).to.be.within(3.5, 4.6);
    expect(switched!.loads[0]).to.be.above(0.99);
    expect(sixteen!.gbps).to.be.within(9, 9.6);
    expect(sixteen!.loads[0]).to.be.below(0.8);
    const queues = ({ report }: Stretch) => report.virtual!.machines.map(({ queue }) => queue);
    expect(queues(switched!)).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(queues(four!)).to.deep.equal([1, 2, 3, 4, 0, 0, 0, 0]);
    expect(queues(sixteen!)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('virtual machines and chimney: who comes first has the room, and the next in line when it is free again', async () => {
    const world = await worldOf('vm-chimney');
    const [before, after] = [stretch(world, 40, 90), stretch(world, 150, 180)];
    const held = ({ report }: Stretch) => report.virtual!.machines.map(({ chimney }) => chimney!.offloaded);
    expect([held(before), held(after)]).to.deep.equal([
      [2, 2, 2, 0],
      [0, 2, 2, 2],
    ]);
    const late = before.report.connections.filter(({ host, role }) => before.report.hosts[host]!.name === 'vm4' && role === 'server');
    expect(late.map(({ offload }) => offload!.reason)).to.deep.equal(['Room', 'Room']);
    expect(before.loads[4]).to.be.above(0.2);
    for (const processor of [1, 2, 3]) expect(before.loads[processor], `processor ${processor}`).to.be.below(0.12);
    expect(after.loads[4]).to.be.below(0.06);
    expect(after.gbps).to.be.within(9, 9.6);
  });

  it('NetDMA: large reads are copied by the engine, small ones are not', async () => {
    const copied = async (netdma: string) => {
      const world = await worldOf(
        'netdma-io-sizes',
        (document: { hosts: { windows?: object }[] }) => (document.hosts[0]!.windows = { netsh: { netdma } }),
      );
      const { report } = stretch(world, 0, 40);
      const own = report.connections.filter(({ host }) => host === 0);
      return {
        engine: report.hosts[0]!.copyEngine!.engineBytes,
        copyPs: [5001, 5002, 5003, 5004].map((port) => own.find(({ local }) => local.endsWith(`:${port}`))!.chargedPs[5]!),
      };
    };
    const [on, off] = await Promise.all([copied('enabled'), copied('disabled')]);
    expect(on.engine).to.be.above(1e6);
    expect(off.engine).to.equal(0);
    expect(on.copyPs[0]! / off.copyPs[0]!).to.be.within(0.98, 1.02);
    for (const index of [1, 2, 3]) expect(on.copyPs[index]! / off.copyPs[index]!).to.be.below(0.75);
  });

  it('one elephant: it fills one processor, whatever the others do', async () => {
    const { loads } = stretch(await worldOf('one-elephant'), 20, 60);
    expect(most(loads)).to.be.above(0.95);
    expect(sum(loads) - most(loads)).to.be.below(0.6);
  });

  it('silently switched off: nothing is offloaded but between the two', async () => {
    const world = await worldOf('silently-off');
    const offloaded = (ms: number) => {
      world.run(BigInt(ms * MS));
      return world.report().nics[0]!.chimney!.offloaded;
    };
    expect([90, 150, 250].map(offloaded)).to.deep.equal([0, 4, 0]);
  });
});
