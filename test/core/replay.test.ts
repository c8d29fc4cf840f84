// Replay: the fast path over descriptors must count per queue exactly what the reference says frame by frame.

import { limits, Link } from '../../ui/abi/abi.gen.ts';
import { describe, expect, it } from '#test';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { fuzzFlags, fuzzFrame, type FuzzFrame } from '../fuzz/grammar.ts';
import { classify } from '../oracle/classify.ts';
import { parse } from '../oracle/parse.ts';
import { CoreFixture, rulesWith } from './fixture.ts';

/** Frames one after the other in memory, and a descriptor for each: u32 address, u16 captured, u16 wire. */
function load({ core }: CoreFixture, frames: readonly FuzzFrame[]): number {
  const bytes = frames.reduce((sum, frame) => sum + frame.bytes.length, 0);
  const room = core.arenaTake(bytes + frames.length * 8 + 16);
  const descriptors = (room + 7) & ~7;
  const view = new DataView(core.memory.buffer);
  const memory = new Uint8Array(core.memory.buffer);
  let at = descriptors + frames.length * 8;
  frames.forEach((frame, index) => {
    memory.set(frame.bytes, at);
    view.setUint32(descriptors + index * 8, at, true);
    view.setUint16(descriptors + index * 8 + 4, frame.bytes.length, true);
    view.setUint16(descriptors + index * 8 + 6, frame.wire, true);
    at += frame.bytes.length;
  });
  return descriptors;
}

function counters({ core }: CoreFixture): [bigint, bigint][] {
  const values = new BigUint64Array(core.memory.buffer, core.replayCountersAt(), limits.MaxQueues * 2);
  return Array.from({ length: limits.MaxQueues }, (_, queue) => [values[queue * 2]!, values[queue * 2 + 1]!]);
}

for (const { name, module } of await coreModules())
  describe(`replay, ${name} core`, () => {
    it('counts per queue what the reference counts', async () => {
      const random = new Random(0x9e91a7);
      for (const count of [0, 1, 127, 128, 129, 700]) {
        const fixture = await CoreFixture.create(module);
        const rules = rulesWith({ hashFlags: fuzzFlags(random), table: Array.from({ length: 32 }, () => random.below(9)) });
        fixture.configure(rules);
        const frames = Array.from({ length: count }, () => fuzzFrame(random)).filter((frame) => frame.link === Link.Ethernet);
        const descriptors = load(fixture, frames);
        fixture.core.replayReset();
        fixture.core.replay(descriptors, frames.length);
        const expected = Array.from({ length: limits.MaxQueues }, (): [bigint, bigint] => [0n, 0n]);
        for (const { bytes, wire, link } of frames) {
          const load = expected[classify(parse(bytes, wire, link), rules).queue]!;
          load[0] += 1n;
          load[1] += BigInt(wire);
        }
        expect(counters(fixture), `${count} frames`).to.deep.equal(expected);
        fixture.core.replay(descriptors, frames.length);
        expect(counters(fixture), `${count} frames, twice`).to.deep.equal(expected.map(([packets, bytes]) => [packets * 2n, bytes * 2n]));
        fixture.core.replayReset();
        expect(
          counters(fixture)
            .flat()
            .every((value) => value === 0n),
          'reset',
        ).to.equal(true);
      }
    });
  });
