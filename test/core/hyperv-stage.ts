// Hyper-V hosts for tests: one host with virtual machines on an external network, and a client at the other end of its cable.

import type { World } from '../../ui/engine/world.ts';
import type { VirtualMachineReport } from '../../ui/scenario/virtual-report.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import type { Random } from '../build/random.ts';
import type { Draft, HostDraft, NicDraft, TrafficDraft } from './world-stage.ts';

export type MachineDraft = NonNullable<HostDraft['virtualMachines']>[number];

export interface HypervDraft {
  machines: Partial<MachineDraft>[];
  host?: Partial<HostDraft>;
  nic?: Partial<NicDraft>;
  client?: Partial<HostDraft>;
  link?: Record<string, unknown>;
  traffic?: TrafficDraft[];
  timeline?: Draft['timeline'];
}

/** Queues for virtual machines, with everything that they need switched on. */
export const withVmq = (queues: number): Partial<NicDraft> => ({
  capabilities: { vmqQueues: queues },
  vmq: { preference: 'vmq' },
  rss: { maxProcessors: 16 },
});

export const machineName = (index: number): string => `vm${index + 1}`;

export function machineDrafts(machines: Partial<MachineDraft>[], firstName = 0): MachineDraft[] {
  return machines.map((machine, index) => ({ name: machineName(firstName + index), network: 'ext', optimizations: true, ...machine }));
}

/** Host 0 "server" with the role, host 1 "client", an ideal one; then vm1, vm2 and so on. */
export function hyperv({ machines, host, nic, client, link, traffic, timeline }: HypervDraft): Draft {
  return {
    hosts: [
      {
        name: 'server',
        processors: { coresPerSocket: 8, class: 'nehalem', clock: '2.93 GHz' },
        windows: { roles: { hyperV: true }, registry: { TenGigVmqEnabled: 1, BelowTenGigVmqEnabled: 1 } },
        virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
        virtualMachines: machineDrafts(machines),
        nics: [{ name: 'lan', speed: '10 Gb/s', ...nic }],
        ...host,
      },
      { name: 'client', kind: 'ideal', nics: [{ name: 'lan', speed: '10 Gb/s' }], ...client },
    ],
    links: [{ ends: ['client.lan', 'server.lan'], delay: '10 us', ...link }],
    traffic: traffic ?? machines.map((_, index) => ({ app: 'bulk', from: 'client', to: `${machineName(index)}:5001` })),
    timeline: timeline ?? [],
  };
}

export const machineOf = (report: WorldReport, name: string): VirtualMachineReport =>
  report.virtual!.machines.find((machine) => machine.name === name)!;

/** Runs to each of these times. */
export function runTo(world: World, ...times: bigint[]): WorldReport[] {
  return times.map((time) => {
    world.run(time);
    return world.report();
  });
}

/** Two of these, when their connections begin, and how many. */
export function randomEnds(random: Random, names: readonly string[], port: number) {
  const from = random.pick(names);
  return {
    from,
    to: `${random.pick(names.filter((name) => name !== from))}:${port}`,
    start: `${random.below(8000)} us`,
    family: random.pick(['ipv4', 'ipv6'] as const),
    connections: 1 + random.below(3),
  };
}

/** Six migrations between two hosts, one after the other. @param longest  pause, in ms */
export function randomMigrations(random: Random, hosts: readonly HostDraft[], longest: number): NonNullable<Draft['timeline']> {
  const place = new Map(hosts.flatMap(({ virtualMachines }, at) => (virtualMachines ?? []).map(({ name }) => [name, at] as const)));
  let ms = 2;
  return Array.from({ length: 6 }, () => {
    const machine = random.pick([...place.keys()]);
    const to = 1 - place.get(machine)!;
    const pause = 1 + random.below(longest);
    const at = `${ms * 1000 + random.below(900)} us`;
    place.set(machine, to);
    ms += pause + 1;
    return { do: 'migrate', at, machine, to: hosts[to]!.name, pause: `${pause} ms` };
  });
}
