// The event queue under the hold model (Jones, "An empirical comparison of priority-queue and event-set implementations", 1986):
// a constant number of events waits; each that is popped is pushed again a random while later.

import { freshCore, type Contender, type CoreBuild } from './contender.ts';
import { Random } from '../build/random.ts';
import type { CoreExports } from '../../ui/engine/core.ts';

export const QUEUE_PENDING = [1000, 10_000, 100_000] as const;
/** A power of two. */
const WHILES = 65536;
const MEAN_PS = 20e6;
/** Events a call, 1 to 8 ms. */
const EVENTS_A_CALL = 65536;

/** u64 picoseconds each, exponentially distributed; the C peer reads the same. */
export function queueWhiles(): BigUint64Array {
  const random = new Random(1986);
  return BigUint64Array.from({ length: WHILES }, () => BigInt(Math.floor(random.exponential(MEAN_PS))));
}

export const queueTopic = (pending: number): string => `${pending} pending`;

/** A core in which `pending` events wait. @returns it, and where the whiles are */
async function filled(build: CoreBuild, pending: number, whiles: BigUint64Array): Promise<{ core: CoreExports; at: number }> {
  const core = await freshCore(build);
  core.queueBegin(pending);
  const at = core.arenaTake(whiles.byteLength);
  new BigUint64Array(core.memory.buffer, at, WHILES).set(whiles);
  for (let event = 0; event < pending; event++) core.queuePush(whiles[event % WHILES]! + BigInt(event), 0, event, 0);
  return { core, at };
}

export async function queueContenders(builds: readonly CoreBuild[]): Promise<Contender[]> {
  const whiles = queueWhiles();
  const contenders: Contender[] = [];
  for (const build of builds.filter(({ name }) => name === 'release'))
    for (const pending of QUEUE_PENDING) {
      const { core, at } = await filled(build, pending, whiles);
      contenders.push({
        name: build.name,
        topic: queueTopic(pending),
        agrees: queueTopic(pending),
        items: EVENTS_A_CALL,
        call: () => void core.queueHold(EVENTS_A_CALL, at, WHILES - 1),
        check: async () => {
          const fresh = await filled(build, pending, whiles);
          return (fresh.core.queueHold(EVENTS_A_CALL, fresh.at, WHILES - 1) >>> 0).toString(16).padStart(8, '0');
        },
      });
    }
  return contenders;
}
