import { describe, it } from '#test';
import { Random } from '../build/random.ts';
import { expectWhole } from './expect-reading.ts';
import * as samples from './samples.ts';

const texts = Object.values(samples).filter((sample): sample is string => typeof sample === 'string');
const pieces = [
  ':',
  ' : ',
  '\t',
  '\r',
  '\n',
  '\n\n',
  '-----',
  '[',
  '{',
  '}',
  ']',
  '"',
  '0:0',
  '999999999999',
  '\0',
  '\u00a0',
  'é',
  '...',
  'C:\\>',
  '$ ',
  'NaN',
  '-1',
  '%',
  '=',
];

/** Cuts, copies and strange characters. */
function mutate(text: string, random: Random): string {
  let changed = text;
  for (let edits = random.between(1, 6); edits > 0; edits--) {
    const at = random.below(changed.length + 1);
    const to = Math.min(changed.length, at + random.below(random.pick([3, 30, 300])));
    const kept = changed.slice(at, to);
    switch (random.below(5)) {
      case 0:
        changed = changed.slice(0, at) + changed.slice(to);
        break;
      case 1:
        changed = changed.slice(0, at) + random.pick(pieces) + changed.slice(at);
        break;
      case 2:
        changed = changed.slice(0, to) + kept + changed.slice(to);
        break;
      case 3:
        changed = changed.slice(0, at) + [...kept].reverse().join('') + changed.slice(to);
        break;
      case 4:
        changed = changed.slice(0, at) + String.fromCharCode(...random.bytes(4)) + changed.slice(to);
        break;
    }
  }
  return changed;
}

/** Lines of several texts mixed. */
const mixed = (random: Random): string =>
  Array.from({ length: random.between(5, 60) }, () => random.pick(random.pick(texts).split('\n'))).join('\n');

describe('random texts', () => {
  it('mutated outputs: no exception, every line used or listed, every finding fits into the document', () => {
    const random = new Random(0x5eed);
    for (let count = 0; count < 3000; count++) {
      const text = mutate(random.oneIn(3) ? `${random.pick(texts)}\n${random.pick(texts)}` : random.pick(texts), random);
      try {
        expectWhole(text);
      } catch (error) {
        throw new Error(`text ${count}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });

  it('lines of all outputs mixed', () => {
    const random = new Random(77);
    for (let count = 0; count < 1000; count++) {
      const text = mixed(random);
      try {
        expectWhole(text);
      } catch (error) {
        throw new Error(`text ${count}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
});
