// The life of a virtual machine queue, every cell of the table, and receive filters, through the core's exports. Source of what is expected:
// windows-driver-docs, "Queue states and operations", "Setting a VMQ filter", "VMQ receive filters", "Freeing a VM queue".

import { describe, expect, it } from '#test';
import { readVmqAdapter, VmqEvent, VmqFilterFlag, VmqState, VmqStatus, writeVmqAdapter } from '../../ui/abi/abi.gen.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import { coreModules } from '../core-under-test.ts';
import { hyperv, withVmq } from './hyperv-stage.ts';
import { worldOf } from './world-stage.ts';

const states = Object.keys(VmqState) as (keyof typeof VmqState)[];
const _ = null;
type Row = (keyof typeof VmqState | null)[];
// prettier-ignore
/** In the order of the states: Undefined, Allocated, Set, Running, Paused, StopDma, Freeing. */
const table: Record<keyof typeof VmqEvent, Row> = {
  AllocateQueue:      ['Allocated', _,           _,           _,         _,         _,         _],
  QueueParameters:    [_,           'Allocated', 'Set',       'Running', 'Paused',  _,         _],
  SetFilter:          [_,           'Set',       'Set',       'Running', 'Running', _,         _],
  ClearLastFilter:    [_,           _,           'Allocated', 'Paused',  _,         _,         _],
  ClearFilter:        [_,           _,           'Set',       'Running', _,         _,         _],
  FilterParameters:   [_,           _,           'Set',       'Running', _,         _,         _],
  AllocationComplete: [_,           'Paused',    'Running',   _,         _,         _,         _],
  Receive:            [_,           _,           _,           'Running', _,         _,         _],
  FreeQueue:          [_,           'StopDma',   _,           _,         'StopDma', _,         _],
  DmaStopped:         [_,           _,           _,           _,         _,         'Freeing', _],
  BuffersReturned:    [_,           _,           _,           _,         _,         _,         'Undefined'],
};

const MAC = 0x0153005e0000n;

/** Operations that bring a fresh queue into a state. */
const ways: Record<keyof typeof VmqState, (core: CoreExports) => void> = {
  Undefined: () => undefined,
  Allocated: (core) => core.vmqAllocate(0, 1),
  Set: (core) => {
    ways.Allocated(core);
    core.vmqSetFilter(0, 1, MAC, 0, VmqFilterFlag.UntaggedOrZero);
  },
  Running: (core) => {
    ways.Set(core);
    core.vmqAllocationComplete(0, 1);
  },
  Paused: (core) => {
    ways.Allocated(core);
    core.vmqAllocationComplete(0, 1);
  },
  StopDma: (core) => {
    ways.Allocated(core);
    core.vmqFree(0, 1);
  },
  Freeing: (core) => {
    ways.StopDma(core);
    core.vmqDmaStopped(0, 1);
  },
};

/** Adapter 0 with two queues that nobody asks for. */
async function stage(module: WebAssembly.Module) {
  const world = await worldOf(module, hyperv({ machines: [{ optimizations: false }], nic: withVmq(2) }));
  const { core } = world.reading;
  const queue = () => world.report().virtual!.adapters[0]!.queues[0]!;
  return { world, core, queue, adapter: () => readVmqAdapter(core.memory.buffer, core.vmqAt(0)) };
}

for (const { name, module } of await coreModules())
  describe(`virtual machine queue, ${name} core`, () => {
    it('has the transitions of the table and no others', async () => {
      const { core } = await stage(module);
      for (const [event, row] of Object.entries(table) as [keyof typeof VmqEvent, Row][])
        for (const [at, next] of row.entries())
          expect(core.vmqNext(VmqState[states[at]!], VmqEvent[event]), `${event} in ${states[at]}`).to.equal(
            next === null ? 0xff : VmqState[next],
          );
      expect(core.vmqNext(VmqState.Freeing + 1, 0)).to.equal(0xff);
      expect(core.vmqNext(0, VmqEvent.BuffersReturned + 1)).to.equal(0xff);
    });

    const operations: [keyof typeof VmqEvent, (core: CoreExports) => number][] = [
      ['AllocateQueue', (core) => core.vmqAllocate(0, 1)],
      ['QueueParameters', (core) => core.vmqQuery(0, 1, VmqEvent.QueueParameters)],
      ['SetFilter', (core) => core.vmqSetFilter(0, 1, MAC + 1n, 0, VmqFilterFlag.UntaggedOrZero)],
      ['FilterParameters', (core) => core.vmqQuery(0, 1, VmqEvent.FilterParameters)],
      ['AllocationComplete', (core) => core.vmqAllocationComplete(0, 1)],
      ['FreeQueue', (core) => core.vmqFree(0, 1)],
      ['DmaStopped', (core) => core.vmqDmaStopped(0, 1)],
      ['BuffersReturned', (core) => core.vmqBuffersReturned(0, 1)],
    ];
    for (const [event, operation] of operations)
      it(`${event}: done where the table has it, refused elsewhere, and then nothing has changed`, async () => {
        for (const [at, next] of table[event].entries()) {
          const { core, queue, adapter } = await stage(module);
          ways[states[at]!](core);
          expect(queue().state, 'before').to.equal(states[at]);
          const { filters } = queue();
          expect(operation(core), `${event} in ${states[at]}`).to.equal(next === null ? VmqStatus.InvalidState : VmqStatus.Success);
          expect(queue().state).to.equal(next ?? states[at]);
          expect(adapter().refused).to.equal(next === null ? 1 : 0);
          if (next === null) expect(queue().filters).to.equal(filters);
        }
      });

    it('a filter that is cleared leaves a queue running, the last one pauses it, and a paused queue runs again with a filter', async () => {
      const { core, queue, adapter } = await stage(module);
      ways.Running(core);
      const first = adapter().lastFilter;
      expect(core.vmqSetFilter(0, 1, MAC + 1n, 0, VmqFilterFlag.UntaggedOrZero)).to.equal(VmqStatus.Success);
      expect(adapter().lastFilter, 'ids are never given twice').to.not.equal(first);
      expect(core.vmqFree(0, 1), 'a queue with filters').to.equal(VmqStatus.InvalidState);
      expect(core.vmqClearFilter(0, first)).to.equal(VmqStatus.Success);
      expect(queue()).to.include({ state: 'Running', filters: 1 });
      expect(core.vmqClearFilter(0, first), 'cleared already').to.equal(VmqStatus.InvalidParameter);
      expect(core.vmqClearFilter(0, 0), 'no id is 0').to.equal(VmqStatus.InvalidParameter);
      expect(core.vmqClearFilter(0, adapter().lastFilter)).to.equal(VmqStatus.Success);
      expect(queue()).to.include({ state: 'Paused', filters: 0 });
      expect(core.vmqSetFilter(0, 1, MAC, 0, VmqFilterFlag.UntaggedOrZero)).to.equal(VmqStatus.Success);
      expect(queue()).to.include({ state: 'Running', filters: 1 });
    });

    it('in Set, the last filter that is cleared leads back to Allocated', async () => {
      const { core, queue, adapter } = await stage(module);
      ways.Set(core);
      expect(core.vmqClearFilter(0, adapter().lastFilter)).to.equal(VmqStatus.Success);
      expect(queue().state).to.equal('Allocated');
    });

    it('a filter needs a VLAN or the flag that does without; a VLAN needs an adapter that tests it', async () => {
      const { core, adapter, queue } = await stage(module);
      ways.Allocated(core);
      const set = (vlan: number, flags: number) => core.vmqSetFilter(0, 1, MAC, vlan, flags);
      expect(set(0, 0), 'neither: NDIS 6.20').to.equal(VmqStatus.NotSupported);
      expect(set(5, VmqFilterFlag.Vlan | VmqFilterFlag.UntaggedOrZero)).to.equal(VmqStatus.InvalidParameter);
      for (const vlan of [0, 4095, 70_000]) expect(set(vlan, VmqFilterFlag.Vlan), `VLAN ${vlan}`).to.equal(VmqStatus.InvalidParameter);
      writeVmqAdapter(core.memory.buffer, core.vmqAt(0), { vlanFilter: 0 });
      expect(set(5, VmqFilterFlag.Vlan)).to.equal(VmqStatus.NotSupported);
      expect(queue()).to.include({ state: 'Allocated', filters: 0 });
      expect(adapter()).to.include({ filters: 0, refused: 6 });
      writeVmqAdapter(core.memory.buffer, core.vmqAt(0), { vlanFilter: 1 });
      expect(set(5, VmqFilterFlag.Vlan)).to.equal(VmqStatus.Success);
    });

    it('frames go by MAC address and VLAN, and everything else to the default queue', async () => {
      const { core } = await stage(module);
      core.vmqAllocate(0, 1);
      core.vmqAllocate(0, 2);
      core.vmqSetFilter(0, 1, MAC, 0, VmqFilterFlag.UntaggedOrZero);
      core.vmqSetFilter(0, 2, MAC, 7, VmqFilterFlag.Vlan);
      core.vmqSetFilter(0, 2, MAC + 1n, 8, VmqFilterFlag.Vlan);
      const rows: [mac: bigint, vlan: number, queue: number, what: string][] = [
        [MAC, 0, 1, 'untagged, or VLAN 0'],
        [MAC, 7, 2, 'the VLAN'],
        [MAC, 8, 0, 'another VLAN'],
        [MAC + 1n, 8, 2, 'any filter of a queue will do'],
        [MAC + 1n, 0, 0, 'untagged at a filter with a VLAN'],
        [MAC + 2n, 0, 0, 'an unknown station'],
        [0xffffffffffffn, 0, 0, 'broadcast'],
      ];
      for (const [mac, vlan, queue, what] of rows) expect(core.vmqMatch(0, mac, vlan), what).to.equal(queue);
    });

    it('queues and filters are limited, and numbers that do not exist are refused', async () => {
      const { core } = await stage(module);
      expect([core.vmqAllocate(0, 1), core.vmqAllocate(0, 2)]).to.deep.equal([VmqStatus.Success, VmqStatus.Success]);
      expect(core.vmqUnused(0)).to.equal(0);
      expect(core.vmqAllocate(0, core.vmqUnused(0))).to.equal(VmqStatus.NoQueue);
      for (const number of [3, 64, 0xffffffff]) {
        expect(core.vmqAllocate(0, number)).to.equal(VmqStatus.InvalidParameter);
        expect(core.vmqFree(0, number)).to.equal(VmqStatus.InvalidParameter);
        expect(core.vmqBuffersReturned(0, number)).to.equal(VmqStatus.InvalidParameter);
      }
      expect(core.vmqFree(0, 0), 'the default queue').to.equal(VmqStatus.InvalidParameter);
      for (let filter = 0; filter < 128; filter++)
        expect(core.vmqSetFilter(0, 1, MAC + BigInt(filter), 0, VmqFilterFlag.UntaggedOrZero)).to.equal(VmqStatus.Success);
      expect(core.vmqSetFilter(0, 1, MAC + 500n, 0, VmqFilterFlag.UntaggedOrZero)).to.equal(VmqStatus.NoFilter);
      for (let filter = 0; filter < 128; filter++) expect(core.vmqMatch(0, MAC + BigInt(filter), 0)).to.equal(1);
      expect(core.vmqMatch(0, MAC + 128n, 0)).to.equal(0);
    });
  });
