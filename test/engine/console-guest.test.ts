// Consoles of virtual machines.

import { describe, expect, it } from '#test';
import { complaints } from '../core/world-checks.ts';
import { hyperv, type HypervDraft } from '../core/hyperv-stage.ts';
import { MS, runTo, screenOf, SECOND, worldOf } from './console-stage.ts';

const at = (ms: number, host: string, line: string) => ({ do: 'command' as const, at: `${ms} ms`, host, line });
const worldWith = (timeline: HypervDraft['timeline'], machines: HypervDraft['machines'] = [{ chimney: 'enabled' }, { guest: 'vista' }]) =>
  worldOf({ nicscope: 1, ...hyperv({ machines, timeline, traffic: [{ app: 'requests', from: 'client', to: 'vm1:80', pause: '1 ms' }] }) });
const [vm1, vm2] = [2, 3];

describe('The console of a virtual machine', () => {
  it('shows its own version, adapter, connections and statistics', async () => {
    const world = await worldWith([
      at(20, 'vm1', 'netsh int tcp show global & ipconfig /all & netstat -ant & netstat -s -p tcp'),
      at(20, 'vm2', 'netstat -an'),
      at(20, 'vm1', 'typeperf "\\Network Interface(*)\\Packets Received/sec" -sc 1'),
    ]);
    runTo(world, 2 * SECOND);
    const screen = screenOf(world, vm1);
    expect(screen).to.match(/Version 6\.1/);
    expect(screen).to.match(/Chimney Offload State +: enabled/);
    expect(screen).to.contain('Microsoft Virtual Machine Bus Network Adapter');
    expect(screen).to.match(/:80 +192\.0\.2\.\d+:\d+ +ESTABLISHED +InHost/);
    expect(screen).to.match(/Passive Opens +: +1|Passive Opens += 1/);
    expect(screen).to.match(/\(Microsoft Virtual Machine Bus Network Adapter\)\\Packets Received\/sec"\n"[^"]+","[1-9]/);
    expect(screenOf(world, vm2))
      .to.match(/Version 6\.0/)
      .and.not.to.contain('ESTABLISHED');
    expect(complaints(world)).to.deep.equal([]);
  });

  it('pings, and is pinged', async () => {
    const world = await worldWith([at(1, 'vm1', 'ping client -n 1'), at(1, 'vm2', 'ping vm1 -n 1'), at(1, 'server', 'ping vm2 -n 1')]);
    runTo(world, 3 * SECOND);
    for (const host of [vm1, vm2, 0]) expect(screenOf(world, host)).to.match(/Reply from|Received = 1/);
    expect(complaints(world)).to.deep.equal([]);
  });

  it('changes what the document has a place for, and says so of the rest', async () => {
    const world = await worldWith([
      at(1, 'vm1', 'netsh int tcp set global chimney=disabled'),
      at(2, 'vm1', 'netsh int tcp set global autotuninglevel=restricted'),
      at(3, 'vm2', 'netsh int tcp set global rss=disabled'),
      at(4, 'vm2', 'shutdown /r /t 0'),
      at(5, 'vm2', 'netsh int tcp reset'),
    ]);
    runTo(world, 100 * MS);
    const machines = world.settings.wanted.hosts[0]!.virtualMachines;
    expect(machines[0]).to.include({ chimney: 'disabled' });
    expect(machines[0]!.tcp.autoTuning).to.equal('restricted');
    expect(screenOf(world, vm1)).not.to.contain('no place');
    expect(screenOf(world, vm2).match(/nicscope: A virtual machine has no place/g)).to.have.length(2);
    expect(world.settings.wanted.hosts).to.have.length(2);
  });

  it('is forgotten when its host starts anew', async () => {
    const world = await worldWith([at(1, 'vm1', 'netstat'), { do: 'restart', at: '5 ms', host: 'server', outage: '1 ms' }]);
    runTo(world, 4 * MS);
    expect(world.promptView(vm1).history).to.have.length(1);
    runTo(world, 8 * MS);
    expect(world.promptView(vm1).history).to.have.length(0);
  });
});
