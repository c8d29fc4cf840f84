import { describe, expect, it } from '#test';
import { FRAME_MS, Pace } from '../../ui/engine/lab-pace.ts';

const PS_PER_MS = 1e9;

/** Runs all that is due every `stepMs`. @returns ps run */
function runAll(pace: Pace, ms: number, stepMs: number): number {
  let run = 0;
  pace.start(0);
  for (let step = 1; step <= ms / stepMs; step++) {
    const due = pace.due(step * stepMs);
    pace.spend(due);
    run += due;
  }
  return run;
}

describe('Pace', () => {
  for (const rate of [1e-6, 3.7e-5, 1e-3, 0.1, 1, 60, 1e6])
    for (const stepMs of [0.25, 1, 8, 16])
      it(`${rate} virtual seconds a second, looked at every ${stepMs} ms`, () => {
        const pace = new Pace();
        pace.rate = rate;
        const expected = 2000 * rate * PS_PER_MS;
        // Whole picoseconds: less than one may still be owed.
        expect(runAll(pace, 2000, stepMs)).to.be.within(expected * (1 - 1e-12) - 1, expected * (1 + 1e-12));
      });

  it('what was not run is forgotten, but for a frame’s worth', () => {
    const pace = new Pace();
    pace.start(0);
    expect(pace.due(5000)).to.equal(FRAME_MS * PS_PER_MS);
    pace.spend(3 * PS_PER_MS); // all that a slow machine got done
    expect(pace.due(6000)).to.equal(FRAME_MS * PS_PER_MS);
    pace.spend(FRAME_MS * PS_PER_MS);
    expect(pace.due(6001)).to.equal(PS_PER_MS);
  });

  it('a slower rate holds at once', () => {
    const pace = new Pace();
    pace.rate = 1000;
    pace.start(0);
    pace.due(10);
    pace.rate = 0.001;
    expect(pace.due(10)).to.be.at.most(FRAME_MS * 0.001 * PS_PER_MS);
  });

  it('without a limit nothing is owed afterwards', () => {
    const pace = new Pace();
    pace.rate = Infinity;
    pace.start(0);
    expect(pace.due(0)).to.equal(Infinity);
    pace.spend(1e15);
    expect(pace.due(1)).to.equal(Infinity);
    pace.rate = 1;
    expect(pace.due(3)).to.equal(2 * PS_PER_MS);
  });
});
