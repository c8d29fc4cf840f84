// Whole emulation: bulk TCP flows over 10 Gb/s and 20 us, full TCP, counters and trace on. Ideal hosts are what ns-3 simulates; modelled
// hosts have adapters with rings, interrupts and eight processors besides.

import type { Contender, CoreBuild } from './contender.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { World } from '../../ui/engine/world.ts';

export const WORLD_FLOWS = [1, 16, 64, 10_000] as const;
const KINDS = ['ideal', 'modelled'] as const;
type Kind = (typeof KINDS)[number];

export const worldTopic = (kind: Kind, flows: number): string =>
  `${kind} hosts, ${flows.toLocaleString('en')} flow${flows === 1 ? '' : 's'}`;

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

export async function worldContenders(builds: readonly CoreBuild[]): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const build of builds.filter(({ name }) => name === 'release'))
    for (const kind of KINDS)
      for (const flows of WORLD_FLOWS) {
        const world = await worldOf(build, kind, flows);
        world.run(WARM_UP);
        contenders.push({
          name: 'nicscope',
          topic: worldTopic(kind, flows),
          agrees: `nicscope, ${worldTopic(kind, flows)}`,
          items: PACKETS,
          call: () => void world.run(world.now + STEP),
          check: async () => {
            const fresh = await worldOf(build, kind, flows);
            fresh.run(5n * MS);
            return fresh.fingerprint();
          },
        });
      }
  return contenders;
}
