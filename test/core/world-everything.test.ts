// Random worlds with every feature, while everything that can change changes: at every instant all frames, packets and picoseconds are accounted
// for, every byte of every stream is the one that was sent, and a run is the same however it is cut. Scenes: everything-timeline.ts.
// Longer: `npx tsx test/fuzz/worlds.ts`.

import { describe, expect, it } from '#test';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { writeScenario } from '../../ui/scenario/write-scenario.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';
import { fuzzIterations } from '../fuzz/iterations.ts';
import { mutate } from '../scenario/documents.ts';
import { nothingSeen, tryNumber } from './everything-run.ts';
import { everythingScene } from './everything-timeline.ts';

const SCENES = fuzzIterations(12);
/** More numbers, of scenes that found something once: places of offloaded connections that a computer's restart lost. */
const FOUND = [128, 30_002];

for (const { name, module } of await worldModules())
  describe(`everything at once, ${name} core`, () => {
    const seen = nothingSeen();
    for (const number of [...Array(SCENES).keys(), ...FOUND])
      it(`scene ${number}`, async () => {
        expect(await tryNumber(module, number, seen)).to.deep.equal([]);
      });

    it('was put to all of it by these scenes', () => {
      for (const [what, amount] of Object.entries(seen)) expect(amount, what).to.be.above(0);
      expect(seen.comparedBytes).to.be.above(1_000_000);
    });
  });

describe('documents with every feature', () => {
  it('are the same after they have been written and read', () => {
    for (let number = 0; number < 60; number++) {
      const { scenario } = everythingScene(number);
      const read = validateScenario(JSON.parse(JSON.stringify(writeScenario(scenario))));
      expect(JSON.stringify(read), `scene ${number}`).to.equal(JSON.stringify({ scenario }));
    }
  });

  it('mutated, give faults with a path and a sentence, or a scenario that resolves; never an exception', () => {
    const random = new Random(17);
    for (let count = 0; count < fuzzIterations(400); count++) {
      const document = mutate(writeScenario(everythingScene(count % 40).scenario), random);
      try {
        const result = validateScenario(document);
        if ('scenario' in result) resolveScenario(result.scenario);
        else for (const { message } of result.faults) expect(message).to.match(/^[\s\S]{8,}[.?]$/);
      } catch (error) {
        throw new Error(`document ${count}: ${JSON.stringify(document)}`, { cause: error });
      }
    }
  });
});
