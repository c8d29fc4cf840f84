// Random frames, valid and damaged: the core and the reference parser must say the same about each.

import { describe, expect, it } from '#test';
import { coreModules } from '../core-under-test.ts';
import { fuzzFrames } from '../fuzz/frames.ts';
import { fuzzIterations } from '../fuzz/iterations.ts';
import { CoreFixture } from './fixture.ts';

const modules = await coreModules();
const seeds = [0x5eed, 0xf00d, 0xcafe];

describe('random frames', () => {
  for (const { name, module } of modules)
    for (const seed of seeds)
      it(`agree with the reference, ${name} core, seed 0x${seed.toString(16)}`, async () => {
        const found = fuzzFrames(await CoreFixture.create(module), { seed, iterations: fuzzIterations(1500) });
        expect(found, found.join('\n')).to.deep.equal([]);
      });
});
