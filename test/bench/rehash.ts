// What a change of the settings costs once a capture is read: hash the flows again, sum the loads, fill the heat strip.

import { FlowLayout, limits, readCapture } from '../../ui/abi/abi.gen.ts';
import { CaptureEngine } from '../../ui/engine/capture-engine.ts';
import { SYMMETRIC_KEY, VERIFICATION_KEY, type RssSettings } from '../../ui/features/rss.ts';
import { benchSettings, configure, type Contender, type CoreBuild, type Sizes } from './contender.ts';
import { fold, makeCapture } from './data.ts';
import { memorySource, walk } from './walk.ts';

const REHASH_SEED = 100;
/** Settings of a turn: the key changes every time. */
const settingsOf = (turn: number): RssSettings => ({ ...benchSettings, key: turn % 2 ? SYMMETRIC_KEY : VERIFICATION_KEY });

/** Bytes of capture that touch nearly every one of n conversations in both directions. */
const BYTES_A_CONVERSATION = 6000;

export async function rehashContenders(builds: readonly CoreBuild[], { rehashConversations }: Sizes): Promise<Contender[]> {
  const capture = makeCapture('imix', rehashConversations * BYTES_A_CONVERSATION, limits.ChunkBytes, rehashConversations, REHASH_SEED);
  const contenders: Contender[] = [];
  for (const build of builds) {
    const core = await walk(build, memorySource(capture));
    const { flows } = readCapture(core.memory.buffer, core.captureAt());
    const mask = core.flowMaskAt(); // may grow memory: views come after it
    new Uint8Array(core.memory.buffer, mask, flows).fill(1);
    let turn = 0;
    const call = (): void => {
      configure(core, settingsOf(turn++));
      core.flowsPlace();
      core.flowsLoad();
      core.flowsHeat();
    };
    const check = (): string => {
      turn = 0;
      call();
      const hashes = new Uint32Array(core.memory.buffer, core.flowHashesAt(), flows);
      const places = new Uint32Array(core.memory.buffer, core.flowPlacesAt(), flows);
      // The oracle hashes what the placement says was hashed.
      const inputBytes = [0, 8, 12, 32, 36];
      for (let flow = 0; flow < flows; flow++) {
        const type = places[flow]! & 0xff;
        const bytes = inputBytes[type];
        if (bytes === undefined) throw new Error(`Flow ${flow} got hash type ${type}, which is not enabled.`);
        const expected = type ? core.toeplitzBits(core.flowAt(flow) + FlowLayout.tuple, bytes) >>> 0 : 0;
        if (hashes[flow] !== expected) throw new Error(`Flow ${flow}, hash type ${type}: ${hashes[flow]} instead of ${expected}.`);
      }
      const heat = new Float64Array(core.memory.buffer, core.heatAt(), 4 * limits.TimeBins * 2);
      let packets = 0;
      for (let at = 0; at < heat.length; at += 2) packets += heat[at]!;
      if (packets !== capture.frames) throw new Error(`The heat strip holds ${packets} of ${capture.frames} frames.`);
      return `${flows} flows ${fold(hashes)} ${fold(places)}`;
    };
    const topic = `${flows} flows`;
    contenders.push({ name: `${build.name} place, load, heat`, topic, agrees: 'places', items: flows, call, check });

    const engine = new CaptureEngine(() => Promise.resolve(build.module));
    await engine.open(new Blob(capture.chunks as BlobPart[]), 'bench');
    const evaluate = () => engine.evaluate({ settings: settingsOf(turn++), server: { kind: 'all' }, measure: 'packets' });
    contenders.push({
      name: `${build.name} evaluate()`,
      topic,
      agrees: 'evaluation',
      items: flows,
      call: async () => void (await evaluate()),
      check: async () => {
        turn = 0;
        const { queues } = await evaluate();
        const packets = queues.map((queue) => queue.packets);
        if (packets.reduce((sum, count) => sum + count, 0) !== capture.frames)
          throw new Error(`Queues hold ${packets.join(' + ')} of ${capture.frames} frames.`);
        return packets.join(' ');
      },
    });
  }
  return contenders;
}
