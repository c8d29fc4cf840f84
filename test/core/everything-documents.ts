// Random scenarios with every feature at once: hosts of all versions, Hyper-V hosts with virtual machines, adapters with RSS, VMQ, large sends
// and connection offload, copy engines, switches, rough cables, all applications. From a number comes always the same scenario.
// What happens during the run is in everything-timeline.ts. Leaves out: applications that wait for the outside.

import type { Random } from '../build/random.ts';
import { hostDraft, machines, nicDraft, tcpDraft, vmqReady } from './everything-hosts.ts';
import type { Draft, HostDraft, LinkDraft, TrafficDraft } from './world-stage.ts';

/** Hosts and adapters that reach each other: by name in `to` and `from`. */
type Group = string[];

export interface EverythingDraft {
  draft: Draft;
  /** Virtual machines that may move, and the hosts that they may move between. */
  movable: string[];
  hypervHosts: number[];
}

function linkDraft(random: Random, ends: [string, string], isRough: boolean): LinkDraft {
  const share = (parts: number) => (isRough && random.oneIn(2) ? parts : 0);
  return {
    ends,
    delay: random.pick(['0 us', '500 ns', '20 us', '300 us']),
    loss: share(0.004),
    duplication: share(0.01),
    reordering: share(0.02),
    reorderingDelay: random.pick(['10 us', '200 us']),
    bitErrors: share(1e-7),
    back: random.oneIn(3) ? { loss: share(0.008), delay: '30 us' } : {},
  };
}

function trafficDraft(random: Random, group: Group, port: number): TrafficDraft {
  const from = random.pick(group);
  const ownHost = (party: string) => party.split('.')[0] === from.split('.')[0];
  const common = {
    from,
    to: `${random.pick(group.filter((party) => !ownHost(party)))}:${port}`,
    family: random.pick(['ipv4', 'ipv6'] as const),
    start: `${random.below(6000)} us`,
    connections: 1 + random.below(4),
    interval: random.pick(['0 us', '150 us']),
    bufferSize: random.pick([700, 4096, 65_536]),
    postedReceives: random.below(4),
    serverProcessors: random.oneIn(4) ? [0] : undefined,
  };
  const transport = random.pick(['tcp', 'udp'] as const);
  const count = 1 + random.below(15);
  const pause = random.pick(['0 us', '200 us']);
  const bytes = 1 + random.below(120_000);
  return random.pick<TrafficDraft>([
    { app: 'bulk', ...common, bytes: bytes * 3 },
    { app: 'bulk', ...common, duration: '4 ms' },
    { app: 'requests', ...common, count, pause, request: 1 + random.below(5000), response: 1 + random.below(12_000) },
    { app: 'echo', ...common, transport, count, pause, message: 1 + random.below(1200) },
    { app: 'discard', ...common, transport, bytes },
    { app: 'discard', ...common, connections: 20, interval: '60 us', bytes: 1 + random.below(6000) },
    { app: 'chargen', ...common, transport, bytes },
    { app: 'http', ...common, count, response: 1 + random.below(40_000) },
  ]);
}

/** Two to four hosts; the first adapters of all on one switch or two, a second adapter of the first two at a cable of their own. */
export function everythingDraft(random: Random, seed: number): EverythingDraft {
  const mtu = random.pick([1500, 1500, 9000]);
  const hosts: HostDraft[] = [];
  const groups: Record<'main' | 'vlan' | 'cable', Group> = { main: [], vlan: [], cable: [] };
  const hypervHosts: number[] = [];
  const movable: string[] = [];
  const hostCount = 2 + random.below(3);
  const hypervCount = random.pick([0, 1, 2, 2]);
  const hasCable = random.oneIn(2);
  for (let at = 0, guests = 0; at < hostCount; at++) {
    const name = `h${at}`;
    const isHyperv = at < hypervCount;
    const nics = [nicDraft(random, 'lan', mtu, at === 0)];
    if (hasCable && at < 2) nics.push(nicDraft(random, 'san', random.pick([1500, 9000]), false));
    if (!isHyperv && at > 0 && random.oneIn(3)) {
      hosts.push({ name, kind: 'ideal', tcp: tcpDraft(random), nics: nics.map((nic) => ({ ...nic, capabilities: {}, vmq: {} })) });
      groups.main.push(`${name}.lan`);
      continue;
    }
    const host = hostDraft(random, name, isHyperv, nics);
    if (isHyperv && !random.oneIn(4)) vmqReady(random, host);
    hosts.push(host);
    const management = !random.oneIn(4);
    if (!isHyperv || management) groups.main.push(`${name}.lan`);
    if (!isHyperv) continue;
    hypervHosts.push(at);
    host.virtualNetworks = [{ name: 'ext', adapter: 'lan', management }];
    host.virtualMachines = machines(random, 1 + random.below(3), guests);
    guests += host.virtualMachines.length;
    for (const { name: machine, vlan } of host.virtualMachines) {
      groups[vlan ? 'vlan' : 'main'].push(machine);
      movable.push(machine);
    }
    if (random.oneIn(3)) {
      host.virtualNetworks.push({ name: 'inside', kind: random.pick(['internal', 'private'] as const) });
      if (host.virtualMachines.length > 1) {
        const last = host.virtualMachines.at(-1)!;
        last.network = 'inside';
        last.vlan = 0;
        for (const group of [groups.main, groups.vlan, movable]) if (group.includes(last.name)) group.splice(group.indexOf(last.name), 1);
      }
    }
  }
  const isRough = !random.oneIn(3);
  const two = random.oneIn(3);
  const links = hosts.map(({ name }, at) => linkDraft(random, [`${name}.lan`, two && at % 2 ? 'second' : 'first'], isRough));
  if (two) links.push(linkDraft(random, ['first', 'second'], isRough));
  if (hasCable) {
    links.push(linkDraft(random, ['h0.san', 'h1.san'], isRough));
    groups.cable.push('h0.san', 'h1.san');
  }
  const usable = Object.values(groups).filter((group) => new Set(group.map((party) => party.split('.')[0])).size > 1);
  const queue = random.pick(['20000 B', '64 KiB', '1 MiB']);
  const traffic = usable.length
    ? Array.from({ length: 3 + random.below(4) }, (_, at) => trafficDraft(random, random.pick(usable), 5000 + at))
    : [];
  return {
    draft: {
      seed,
      hosts,
      switches: ['first', ...(two ? ['second'] : [])].map((name) => ({ name, queue, speed: '40 Gb/s' })),
      links,
      traffic,
    },
    movable: hypervCount === 2 ? movable : [],
    hypervHosts,
  };
}
