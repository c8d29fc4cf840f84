// Performance counters of Hyper-V hosts, and NetDMA at the console, against what the emulated parts count.

import { describe, expect, it } from '#test';
import { hyperv, withVmq } from '../core/hyperv-stage.ts';
import { engineOf, received } from '../core/world-netdma-stage.ts';
import { MS, runTo, screenOf, worldOf } from './console-stage.ts';

const document = (draft: object): object => ({ nicscope: 1, ...draft });

describe('Counters of a Hyper-V host', () => {
  it('are those of its switch, its virtual machines and its processors, and go where a machine goes', async () => {
    const draft = hyperv({ machines: [{}, {}], nic: withVmq(1) });
    const host = draft.hosts[0]!;
    const other = { ...host, name: 'second', virtualMachines: [] };
    draft.hosts.push(other);
    draft.switches = [{ name: 'switch' }];
    draft.links = ['server', 'client', 'second'].map((name) => ({ ends: [`${name}.lan`, 'switch'] }));
    const line = 'typeperf "\\Hyper-V Virtual Network Adapter(*)\\Packets Received/sec" -sc 1';
    draft.timeline = [
      { do: 'migrate', at: '20 ms', machine: 'vm2', to: 'second', pause: '5 ms' },
      { do: 'command', at: '30 ms', host: 'second', line },
    ];
    const world = await worldOf(document(draft));
    for (const ms of [5, 11, 19]) {
      runTo(world, ms * MS);
      const { numbers } = world.counters(0);
      const report = world.report();
      const [network] = report.virtual!.switches;
      const counted = numbers.get('Hyper-V Virtual Switch')!.get('ext')!;
      expect(counted.get('Packets/sec')).to.equal(network!.framesIn + network!.framesOut);
      expect(counted.get('Bytes Sent/sec')).to.equal(network!.bytesOut);
      expect(counted.get('Directed Packets Sent/sec')).to.equal(network!.framesOut - network!.groupOut);
      expect(counted.get('Dropped Packets Outgoing/sec')).to.equal(network!.droppedOut);
      expect([...numbers.get('Hyper-V Virtual Network Adapter')!.keys()]).to.deep.equal(['vm1_Network Adapter', 'vm2_Network Adapter']);
      for (const machine of report.virtual!.machines) {
        const adapter = numbers.get('Hyper-V Virtual Network Adapter')!.get(`${machine.name}_Network Adapter`)!;
        expect(adapter.get('Bytes Received/sec')).to.equal(machine.receivedBytes);
        expect(adapter.get('Packets Sent/sec')).to.equal(machine.sentFrames);
        expect(adapter.get('Dropped Packets Incoming/sec')).to.equal(machine.droppedIn);
      }
      for (const { number, idlePs, guestPs } of report.hosts[0]!.processors) {
        const hypervisor = numbers.get('Hyper-V Hypervisor Logical Processor')!.get(`Hv LP ${number}`)!;
        expect(hypervisor.get('% Total Run Time')).to.equal(ms * MS - idlePs);
        expect(hypervisor.has('% Hypervisor Run Time')).to.equal(false);
        // The management operating system sees its own processors only.
        expect(numbers.get('Processor')!.get(String(number))!.get('% Processor Time')).to.equal(ms * MS - idlePs - guestPs!);
      }
    }
    runTo(world, 2000 * MS);
    const adaptersOf = (index: number) => [...(world.counters(index).numbers.get('Hyper-V Virtual Network Adapter')?.keys() ?? [])];
    expect([adaptersOf(0), adaptersOf(2)]).to.deep.equal([['vm1_Network Adapter'], ['vm2_Network Adapter']]);
    expect(screenOf(world, 2)).to.match(/\(vm2_Network Adapter\)\\Packets Received\/sec"\n"[^"]+","[1-9]/);
  });

  it('are none without the role', async () => {
    const world = await worldOf(document(received({})));
    runTo(world, 2 * MS);
    expect([...world.counters(0).numbers.keys()].filter((name) => name.startsWith('Hyper-V'))).to.deep.equal([]);
  });
});

describe('NetDMA at the console', () => {
  it('netsh shows what the engine and the processors have copied', async () => {
    const timeline = [5, 9].map((at) => ({
      do: 'command' as const,
      at: `${at} ms`,
      host: 'server',
      line: 'netsh int tcp show netdmastats',
    }));
    const world = await worldOf(document(received({ timeline, netsh: { netdma: 'enabled' } })));
    const copied: number[] = [];
    for (const ms of [5, 9]) {
      runTo(world, ms * MS);
      const { channels, engineBytes, coldBytes, warmBytes } = engineOf(world.report());
      const screen = screenOf(world, 0);
      const shown = (title: string) => Number(new RegExp(`.*${title} +: (\\d+)`, 's').exec(screen)![1]);
      expect(shown('DMA channels')).to.equal(channels.length);
      expect(shown('DMA transfers')).to.equal(channels.reduce((sum, { descriptors }) => sum + descriptors, 0));
      expect(shown('Bytes copied by the engine')).to.equal(engineBytes);
      expect(shown('Bytes copied by processors')).to.equal(coldBytes + warmBytes);
      copied.push(engineBytes);
    }
    expect(copied[0]).to.be.greaterThan(0);
    expect(copied[1]).to.be.greaterThan(copied[0]!);
  });
});
