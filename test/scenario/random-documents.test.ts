import { describe, it, expect } from '#test';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { writeScenario } from '../../ui/scenario/write-scenario.ts';
import { Random } from '../build/random.ts';
import { mutate, randomDocument } from './documents.ts';

describe('random scenario documents', () => {
  it('are valid, and reading them again with all defaults filled in changes nothing', () => {
    const random = new Random(3);
    for (let count = 0; count < 300; count++) {
      const document = randomDocument(random);
      const before = JSON.stringify(document);
      const once = validateScenario(document);
      if ('faults' in once) throw new Error(`${before}\n${JSON.stringify(once.faults)}`);
      expect(JSON.stringify(document)).to.equal(before);
      const again = validateScenario(JSON.parse(JSON.stringify(once.scenario)));
      expect(JSON.stringify(again)).to.equal(JSON.stringify(once));
      const resolved = JSON.stringify(resolveScenario(once.scenario));
      expect(JSON.stringify(resolveScenario((again as typeof once).scenario))).to.equal(resolved);
    }
  });

  it('are the same after they have been written and read', () => {
    const random = new Random(5);
    for (let count = 0; count < 200; count++) {
      const once = validateScenario(randomDocument(random));
      if ('faults' in once) throw new Error(JSON.stringify(once.faults));
      const written = JSON.stringify(writeScenario(once.scenario));
      expect(JSON.stringify(validateScenario(JSON.parse(written)))).to.equal(JSON.stringify(once));
      expect(written.length).to.be.below(JSON.stringify(once.scenario).length / 2);
    }
  });

  it('mutated, give faults with a path and a sentence, or a scenario that resolves; never an exception', () => {
    const random = new Random(11);
    let valid = 0;
    const counts = 1500;
    for (let count = 0; count < counts; count++) {
      const document = mutate(randomDocument(random), random);
      try {
        const result = validateScenario(document);
        if ('faults' in result) {
          expect(result.faults).to.not.have.length(0);
          for (const { message } of result.faults) expect(message).to.match(/^[\s\S]{8,}[.?]$/);
        } else {
          JSON.stringify(resolveScenario(result.scenario));
          valid++;
        }
      } catch (error) {
        throw new Error(`document ${count}: ${JSON.stringify(document)}`, { cause: error });
      }
    }
    expect(valid).to.be.within(counts / 20, (counts * 19) / 20);
  });
});
