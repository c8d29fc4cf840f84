// Replay: parse, hash, dispatch and count small frames that do not fit the L2 cache.

import { benchSettings, freshCore, type Contender, type CoreBuild, type Sizes } from './contender.ts';
import { replayFrames, SLOT_BYTES } from './data.ts';
import { rssEffective } from '../../ui/features/rss.ts';

export const REPLAY_SEED = 64;
const DESCRIPTOR_BYTES = 8;
/** Frames a call, about 2 ms: calls go round through all frames, so that the working set stays what it is. */
export const FRAMES_A_CALL = 65536;

export async function replayContenders(builds: readonly CoreBuild[], sizes: Sizes): Promise<Contender[]> {
  if (sizes.replayFrames % FRAMES_A_CALL) throw new Error(`${sizes.replayFrames} frames are not whole calls of ${FRAMES_A_CALL}`);
  const { count, frames, lengths } = replayFrames(sizes.replayFrames, REPLAY_SEED);
  const queues = rssEffective(benchSettings).queueProcessor.length;
  const contenders: Contender[] = [];
  for (const build of builds) {
    const core = await freshCore(build);
    const at = core.arenaTake(frames.length);
    const descriptors = core.arenaTake(count * DESCRIPTOR_BYTES);
    const view = new DataView(core.memory.buffer);
    new Uint8Array(core.memory.buffer).set(frames, at);
    for (let frame = 0; frame < count; frame++) {
      const to = descriptors + frame * DESCRIPTOR_BYTES;
      view.setUint32(to, at + frame * SLOT_BYTES, true);
      view.setUint16(to + 4, lengths[frame * 2]!, true);
      view.setUint16(to + 6, lengths[frame * 2 + 1]!, true);
    }
    let next = 0;
    const call = (): void => {
      core.replay(descriptors + next * DESCRIPTOR_BYTES, FRAMES_A_CALL);
      next = (next + FRAMES_A_CALL) % count;
    };
    const check = (): string => {
      core.replayReset();
      do call();
      while (next !== 0);
      const counters = new BigUint64Array(core.memory.buffer, core.replayCountersAt(), queues * 2);
      return Array.from({ length: queues }, (_, queue) => `${counters[queue * 2]}/${counters[queue * 2 + 1]}`).join(' ');
    };
    contenders.push({ name: build.name, topic: 'mix of small frames', agrees: 'counters', items: FRAMES_A_CALL, call, check });
  }
  return contenders;
}
