// What the Lab is shown of a world with virtual machines, against the report of the same world.

import { describe, expect, it } from '#test';
import { LabFill } from '../../ui/engine/lab-fill.ts';
import { labLayout } from '../../ui/engine/lab-layout.ts';
import { LabFrame } from '../../ui/scenario/lab-frame.ts';
import { coreModules } from '../core-under-test.ts';
import { hyperv, withVmq } from '../core/hyperv-stage.ts';
import { guest, guestWorld } from '../core/world-vm-chimney-stage.ts';
import { sum } from '../core/world-checks.ts';
import { MS, worldOf } from '../core/world-stage.ts';

describe('Lab frame of virtual machines', () => {
  it('hosts, adapters and rows are those of the report', async () => {
    const { module } = (await coreModules())[0]!;
    const machines = [{ affinity: [3] }, { optimizations: false }, { vlan: 9 }];
    const timeline = [{ do: 'set', at: '5 ms', path: 'hosts[0].virtualMachines[0].optimizations', value: false }] as const;
    const world = await worldOf(
      module,
      hyperv({
        machines,
        nic: withVmq(2),
        traffic: ['vm1', 'vm2'].map((name) => ({ app: 'bulk', from: 'client', to: `${name}:5001` })),
        timeline: [...timeline],
      }),
    );
    const { core, index } = world.reading;
    const layout = labLayout(world.resolved, index, 20);
    expect(layout.hosts.map(({ name, kind, parent }) => [name, kind, parent])).to.deep.equal([
      ['server', 'modelled', undefined],
      ['client', 'ideal', undefined],
      ['vm1', 'guest', 0],
      ['vm2', 'guest', 0],
      ['vm3', 'guest', 0],
    ]);
    expect(
      layout.processors.every(({ host }) => host === 0),
      'processors of virtual machines are those of their host',
    ).to.equal(true);
    expect(layout.machines).to.deep.equal([
      { host: 2, nic: 2, vlan: 0, network: 0 },
      { host: 3, nic: 3, vlan: 0, network: 0 },
      { host: 4, nic: 4, vlan: 9, network: 0 },
    ]);
    expect(layout.virtualSwitches).to.deep.equal([{ host: 0, name: 'ext', kind: 'external', nic: 0 }]);
    expect(layout.queues.map(({ nic, queue }) => [nic, queue])).to.deep.equal([[0, 0], [0, 1], [0, 2], [1, 0], [2, 0], [3, 0], [4, 0]]); // prettier-ignore
    const fill = new LabFill(core, layout, index);
    const frame = new LabFrame(layout);
    for (const time of [4n * MS, 9n * MS]) {
      world.run(time);
      const { virtual, hosts, nics } = world.report();
      fill.fill(frame.values, { isPlaying: false, hasEnded: false, packetsPerSecond: 0 });
      for (const [row, machine] of virtual!.machines.entries()) {
        for (const column of ['queue', 'queueFrames', 'defaultFrames', 'copiedBytes', 'directBytes', 'droppedIn', 'signals'] as const)
          expect(frame.get('machine', row, column), `${machine.name} ${column}`).to.equal(machine[column]);
        expect(frame.get('machine', row, 'running')).to.equal(1);
        expect(frame.get('machine', row, 'ownPs')).to.equal(sum(machine.chargedPs));
        expect(frame.get('machine', row, 'hostPs')).to.equal(sum(machine.hostPs));
        const places = ([0, 1, 2, 3] as const).map((place) => frame.get('machine', row, `processor${place}`));
        expect(places).to.deep.equal([...machine.processors, -1, -1, -1].slice(0, 4));
        expect(frame.get('nic', layout.machines[row]!.nic, 'receivedFrames')).to.equal(nics[machine.nic]!.receivedFrames);
      }
      const [sw] = virtual!.switches;
      for (const column of ['framesIn', 'framesOut', 'replicated', 'droppedIn', 'droppedOut'] as const)
        expect(frame.get('virtualSwitch', 0, column), column).to.equal(sw![column]);
      for (const { queue, machine, frames, filters, held } of virtual!.adapters[0]!.queues) {
        expect(frame.get('queue', queue, 'machine')).to.equal(virtual!.machines.findIndex(({ name }) => name === machine));
        expect(frame.get('queue', queue, 'frames')).to.equal(frames);
        expect(frame.get('queue', queue, 'filters')).to.equal(filters);
        expect(frame.get('queue', queue, 'held')).to.equal(held);
      }
      expect(frame.get('processor', 3, 'guestPs')).to.equal(hosts[0]!.processors[3]!.guestPs);
    }
    expect([1, 2].map((row) => frame.get('queue', row, 'machine'))).to.deep.equal([-1, 2]);
  });

  it('connections in the physical adapter are those of the report', async () => {
    const { module } = (await coreModules())[0]!;
    const world = await guestWorld(module, {
      machines: [guest(), guest({ chimney: 'disabled' })],
      host: { windows: { roles: { hyperV: true }, netsh: { chimney: 'enabled' } } },
      traffic: ['vm1', 'vm2', 'server'].map((name) => ({ app: 'echo', from: 'client', to: `${name}:7`, message: 30_000 })),
    });
    const { core, index } = world.reading;
    const layout = labLayout(world.resolved, index, 20);
    const fill = new LabFill(core, layout, index);
    const frame = new LabFrame(layout);
    world.run(6n * MS);
    fill.fill(frame.values, { isPlaying: false, hasEnded: false, packetsPerSecond: 0 });
    const { virtual, nics } = world.report();
    expect(frame.get('offload', 0, 'offloaded')).to.equal(1);
    expect([frame.get('offload', 0, 'ofGuests'), nics[0]!.chimney!.ofGuests]).to.deep.equal([1, 1]);
    for (const [row, { name, chimney }] of virtual!.machines.entries()) {
      expect([frame.get('machine', row, 'offloaded'), chimney!.offloaded], name).to.deep.equal(row === 0 ? [1, 1] : [0, 0]);
      expect(frame.get('machine', row, 'offloadInBytes'), name).to.equal(chimney!.receivedData);
      expect(frame.get('machine', row, 'offloadOutBytes'), name).to.equal(chimney!.sentData);
    }
    expect(frame.get('machine', 0, 'offloadInBytes')).to.be.above(100_000);
  });
});
