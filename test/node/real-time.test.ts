// Virtual time after a clock that the test turns by hand.

import { describe, expect, it } from '#test';
import { RealTime } from '../../ui/cli/real-time.ts';

const MS = 1_000_000n; // ns
const PS = 1000n; // in a ns

function clockAt(startNs: bigint) {
  const clock = { ns: startNs };
  return { clock, time: new RealTime(() => clock.ns) };
}

describe('real time', () => {
  it('starts at 0 and follows the clock, second for second', () => {
    const { clock, time } = clockAt(123_456n);
    expect(time.present(null)).to.equal(0n);
    clock.ns += 1n;
    expect(time.present(0n)).to.equal(1000n);
    clock.ns += 3_600_000n * MS;
    expect(time.present(null)).to.equal((3_600_000n * MS + 1n) * PS);
    expect(time.slippedPs).to.equal(0n);
  });

  it('does not slip when there was nothing to do, however long that took', () => {
    const { clock, time } = clockAt(0n);
    clock.ns = 5000n * MS;
    expect(time.present(5000n * MS * PS)).to.equal(5000n * MS * PS);
    expect(time.present(6000n * MS * PS)).to.equal(5000n * MS * PS);
    expect(time.slippedPs).to.equal(0n);
  });

  it('makes up for 100 ms, and slips by what is more', () => {
    const { clock, time } = clockAt(0n);
    clock.ns = 110n * MS;
    expect(time.present(10n * MS * PS)).to.equal(110n * MS * PS);
    expect(time.slippedPs).to.equal(0n);
    clock.ns = 311n * MS;
    expect(time.present(11n * MS * PS)).to.equal(111n * MS * PS);
    expect(time.slippedPs).to.equal(200n * MS * PS);
    clock.ns += 7n * MS;
    expect(time.present(100n * MS * PS)).to.equal(118n * MS * PS);
    expect(time.slippedPs).to.equal(200n * MS * PS);
  });

  it('never goes back, whatever waits', () => {
    const { clock, time } = clockAt(0n);
    let due = 0n;
    let last = 0n;
    for (let step = 1n; step < 400n; step++) {
      clock.ns += (step * 7_919_077n) % (60n * MS);
      const present = time.present(due);
      expect(present >= last && present - due <= 100n * MS * PS, `step ${step}`).to.equal(true);
      last = present;
      // What waits moves on, never past the present.
      due += ((present - due) * (step % 5n)) / 4n;
    }
    expect(time.slippedPs > 0n).to.equal(true);
  });
});
