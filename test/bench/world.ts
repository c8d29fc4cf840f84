// Whole emulation: bulk TCP flows over 10 Gb/s and 20 us, full TCP, counters and trace on. Ideal hosts are what ns-3 simulates; modelled
// hosts have adapters with rings, interrupts and eight processors besides; a Hyper-V host has queues for virtual machines on 32.

import type { BuildName, Contender, CoreBuild } from './contender.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { World } from '../../ui/engine/world.ts';

export const WORLD_FLOWS = [1, 16, 64, 10_000] as const;
const KINDS = ['ideal', 'modelled'] as const;
type Kind = (typeof KINDS)[number];

export const worldTopic = (kind: Kind, flows: number): string =>
  `${kind} hosts, ${flows.toLocaleString('en')} flow${flows === 1 ? '' : 's'}`;

/** The contender without the features. */
export const BARE = 'features compiled out';

/** A flow to each of as many virtual machines as an adapter has queues for, and one more. */
const MACHINES = 64;
const HYPERV = `Hyper-V host, ${MACHINES} virtual machines`;
export const HYPERV_TOPIC = `${HYPERV} with VMQ`;
/** Half of the connections fit into the adapter, the others go through queues; one to the host itself has its copies made by the engine. */
export const ALL_TOPIC = `${HYPERV} with VMQ, VM Chimney and NetDMA`;

const MS = 1_000_000_000n;
/** Until the windows are open and every flow has had its turn. */
const WARM_UP = 60n * MS;
/** Virtual time of a call, and packets in it: 812,744 frames of 1538 bytes a second, and an ACK for every second one. */
const STEP = 2n * MS;
const PACKETS = Math.round(0.002 * (1e10 / (1538 * 8)) * 1.5);

async function worldOf(build: CoreBuild, kind: Kind, flows: number): Promise<World> {
  const host = (name: string) => ({
    name,
    kind,
    processors: { coresPerSocket: 8, clock: '4 GHz', class: 'sandybridge' },
    // Windows as ns-3's buffers are; with thousands of flows no more than keeps the queues of the host short.
    tcp: { congestion: 'newreno', autoTuning: 'disabled', receiveWindow: flows > 100 ? 2920 : 90 * 1460 },
    nics: [{ name: 'lan', speed: '10 Gb/s', queues: 8, rss: { maxProcessors: 8 }, receiveDescriptors: 4096 }],
  });
  const result = validateScenario({
    nicscope: 1,
    hosts: [host('server'), host('client')],
    links: [{ ends: ['client.lan', 'server.lan'], delay: '20 us' }],
    traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: flows, postedReceives: 4 }],
  });
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join(' '));
  return World.create(build.module, result.scenario);
}

async function hypervWorld(build: CoreBuild, all: boolean): Promise<World> {
  const tcp = { congestion: 'newreno', autoTuning: 'disabled', receiveWindow: 90 * 1460 };
  const names = Array.from({ length: MACHINES }, (_, index) => `vm${index}`);
  const result = validateScenario({
    nicscope: 1,
    hosts: [
      {
        name: 'server',
        processors: { sockets: 4, coresPerSocket: 8, clock: '4 GHz', class: 'sandybridge' },
        windows: {
          roles: { hyperV: true },
          registry: { TenGigVmqEnabled: 1 },
          netsh: all ? { chimney: 'enabled', netdma: 'enabled' } : {},
        },
        chipset: { copyEngine: all },
        // An adapter that takes on half of 10 Gb/s by itself.
        costs: all ? { toe_packet_rate: 2, toe_queue: 4096 } : {},
        virtualNetworks: [{ name: 'ext', adapter: 'lan' }],
        virtualMachines: names.map((name) => ({ name, network: 'ext', optimizations: true, tcp })),
        nics: [
          {
            name: 'lan',
            speed: '10 Gb/s',
            capabilities: {
              vmqQueues: MACHINES - 1,
              ...(all && { chimneyIPv4: true, chimneyIPv6: true, chimneyConnections: MACHINES / 2 }),
            },
            vmq: { preference: 'vmq' },
            rss: { maxProcessors: 16 },
          },
        ],
      },
      { name: 'client', kind: 'ideal', tcp, nics: [{ name: 'lan', speed: '10 Gb/s' }] },
    ],
    links: [{ ends: ['client.lan', 'server.lan'], delay: '20 us' }],
    traffic: [...names, ...(all ? ['server'] : [])].map((name) => ({ app: 'bulk', from: 'client', to: `${name}:5001`, postedReceives: 4 })),
  });
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join(' '));
  return World.create(build.module, result.scenario);
}

interface Case {
  topic: string;
  make: (build: CoreBuild) => Promise<World>;
}

const cases: Case[] = [
  ...KINDS.flatMap((kind) =>
    WORLD_FLOWS.map((flows): Case => ({ topic: worldTopic(kind, flows), make: (build) => worldOf(build, kind, flows) })),
  ),
  { topic: HYPERV_TOPIC, make: (build) => hypervWorld(build, false) },
  { topic: ALL_TOPIC, make: (build) => hypervWorld(build, true) },
];

async function contendersOf(build: CoreBuild, which: readonly Case[], suite: string, name: string): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const { topic, make } of which) {
    const world = await make(build);
    world.run(WARM_UP);
    contenders.push({
      name,
      topic,
      agrees: `${suite}, ${topic}`,
      items: PACKETS,
      call: () => void world.run(world.now + STEP),
      check: async () => {
        const fresh = await make(build);
        fresh.run(5n * MS);
        return fresh.fingerprint();
      },
    });
  }
  return contenders;
}

const buildNamed = (builds: readonly CoreBuild[], wanted: BuildName): CoreBuild[] => builds.filter(({ name }) => name === wanted);

export async function worldContenders(builds: readonly CoreBuild[]): Promise<Contender[]> {
  const made = await Promise.all(buildNamed(builds, 'release').map((build) => contendersOf(build, cases, 'nicscope', 'nicscope')));
  return made.flat();
}

/** Worlds that use none of them, run by the shipped core and by the one that has them compiled out. */
export async function featureContenders(builds: readonly CoreBuild[]): Promise<Contender[]> {
  const plain = cases.filter(({ topic }) => !topic.startsWith(HYPERV) && !topic.includes('10,000'));
  const bare = buildNamed(builds, 'bare');
  const shipped = bare.length > 0 ? buildNamed(builds, 'release') : [];
  const made = await Promise.all([
    ...bare.map((build) => contendersOf(build, plain, 'features', BARE)),
    ...shipped.map((build) => contendersOf(build, plain, 'features', 'features off')),
  ]);
  return made.flat();
}
