// A run of the frame fuzzer: random frames under random settings, until one disagrees or the iterations are done.

import { Random } from '../build/random.ts';
import { rulesWith, type CoreFixture } from '../core/fixture.ts';
import { disagreement } from './compare.ts';
import { fuzzFlags, fuzzFrame } from './grammar.ts';

const framesUnderOneSetting = 200;

/** @returns the disagreements found, at most `limit`; each names the frame and the fields */
export function fuzzFrames(fixture: CoreFixture, options: { seed: number; iterations: number; limit?: number }): string[] {
  const random = new Random(options.seed);
  const found: string[] = [];
  let rules = rulesWith({});
  for (let done = 0; done < options.iterations && found.length < (options.limit ?? 3); done++) {
    if (done % framesUnderOneSetting === 0) {
      const entries = random.pick([2, 4, 8, 16, 32, 64, 128]);
      const queues = random.between(1, 64);
      rules = {
        key: random.bytes(random.between(40, 64)),
        hashFlags: fuzzFlags(random),
        table: Array.from({ length: entries }, () => random.below(queues)),
        defaultQueue: 0,
      };
      fixture.configure(rules);
    }
    const frame = fuzzFrame(random);
    const differing = disagreement(fixture, frame, rules);
    if (differing) found.push(`seed 0x${options.seed.toString(16)}, frame ${done}: ${differing}`);
    // The wire length may be a lie too; nothing to compare with, but nothing may break.
    if (random.oneIn(50)) fixture.parse(frame.bytes, { link: random.below(256), wire: random.next() });
  }
  return found;
}
