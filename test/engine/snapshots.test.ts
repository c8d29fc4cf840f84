import { describe, expect, it } from '#test';
import { Snapshots } from '../../ui/engine/snapshots.ts';
import { Random } from '../build/random.ts';

const MS = 1e9;

/** What a run leaves that takes a snapshot whenever one is due at the given times. */
function keptOf(times: readonly number[], { budget = 1000, bytes = 10, spacing = MS } = {}) {
  const snapshots = new Snapshots<{ bytes: number; of: number }>(budget, spacing);
  for (const timePs of times) if (snapshots.isDue(timePs)) snapshots.add(timePs, { bytes, of: timePs });
  return snapshots;
}

const steps = (count: number, step: number) => Array.from({ length: count }, (_, index) => index * step);

describe('Snapshots', () => {
  it('one in each cell of time, the earliest that came', () => {
    const snapshots = keptOf([0, 0.5 * MS, 1.4 * MS, 1.9 * MS, 2 * MS, 7.1 * MS]);
    expect(snapshots.count).to.equal(4);
    for (const [at, from] of [
      [0, 0],
      [1.3, 0],
      [1.4, 1.4],
      [1.9, 1.4],
      [2, 2],
      [7, 2],
      [99, 7.1],
    ] as const)
      expect(snapshots.before(at * MS)?.timePs, `before ${at} ms`).to.equal(from * MS);
  });

  it('going over a cell again from its start takes no second one', () => {
    const snapshots = keptOf([0, 5.9 * MS]);
    expect(snapshots.isDue(5.2 * MS)).to.equal(false);
    expect(snapshots.isDue(4.9 * MS)).to.equal(true);
  });

  it('when full, spacing doubles, and what is left is spread over all of the run', () => {
    const snapshots = keptOf(steps(100_000, MS / 4));
    expect(snapshots.bytes).to.be.at.most(1000);
    expect(snapshots.count).to.be.within(50, 100);
    const end = 25_000 * MS;
    for (let at = 0; at < end; at += end / 1000) expect(at - snapshots.before(at)!.timePs, `at ${at}`).to.be.at.most(end / 48);
  });

  it('four to eight are kept of a world that alone is larger than the budget', () => {
    const snapshots = keptOf(steps(1000, MS), { bytes: 5000 });
    expect(snapshots.count).to.be.within(4, 8);
    expect(snapshots.before(0)!.timePs).to.equal(0);
  });

  it('a long run takes few more than a short one', () => {
    let taken = 0;
    const snapshots = new Snapshots<{ bytes: number }>(1000, MS);
    for (let timePs = 0; timePs < 1_000_000 * MS; timePs += MS)
      if (snapshots.isDue(timePs)) {
        snapshots.add(timePs, { bytes: 10 });
        taken++;
      }
    // 100 to fill it, and at most 51 for each of the 14 doublings that a million cells need.
    expect(taken).to.be.at.most(100 + 14 * 51);
  });

  it('any order of runs and seeks: never over budget, time 0 stays, before() is the latest there is', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = new Random(seed);
      const snapshots = new Snapshots<{ bytes: number }>(5000, MS);
      let now = 0;
      for (let turn = 0; turn < 2000; turn++) {
        if (snapshots.isDue(now)) snapshots.add(now, { bytes: random.between(50, 150) });
        const at = random.below(1e13);
        const from = snapshots.before(at);
        if (random.oneIn(20)) now = from!.timePs;
        else now += random.below(5 * MS);
        expect(snapshots.bytes, `seed ${seed}`).to.be.at.most(5000);
        expect(snapshots.before(0)?.timePs, `seed ${seed}`).to.equal(0);
        expect(from!.timePs, `seed ${seed}`).to.be.at.most(at);
      }
    }
  });
});
