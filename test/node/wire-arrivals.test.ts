// Frames come as the cable carries them. Times worked out by hand: 1 Gb/s is 8 ns a byte, and a frame takes 24 bytes more than it has.

import { describe, expect, it } from '#test';
import { Arrivals } from '../../ui/cli/wire-arrivals.ts';
import { filler } from '../build/bytes.ts';
import { Random } from '../build/random.ts';

/** Adds frames of so many bytes, and takes all. @returns arrival times in ps */
function arrivalsOf(bitsPerSecond: number, frames: readonly [bytes: number, now: bigint][]): bigint[] {
  const arrivals = new Arrivals(bitsPerSecond);
  for (const [bytes, now] of frames) arrivals.add(filler(bytes), now);
  const times: bigint[] = [];
  arrivals.deliver(10n ** 15n, Infinity, (_, at) => times.push(at));
  return times;
}

describe('arrivals', () => {
  const rows: [string, number, [number, bigint][], bigint[]][] = [
    ['at once on an idle cable', 1e9, [[1514, 0n]], [0n]],
    [
      'one after the other',
      1e9,
      [
        [100, 5n],
        [1476, 5n],
        [60, 5n],
      ],
      [5n, 12_000_005n, 12_672_005n],
    ],
    [
      'short ones as if they had 60 bytes',
      1e9,
      [
        [60, 0n],
        [1, 0n],
        [14, 0n],
      ],
      [0n, 672_000n, 1_344_000n],
    ],
    [
      'faster on a faster cable',
      10e9,
      [
        [60, 0n],
        [1476, 0n],
      ],
      [0n, 1_200_000n],
    ],
    [
      'at once again when the cable is idle',
      1e9,
      [
        [60, 0n],
        [60, 672_001n],
        [60, 672_001n],
      ],
      [0n, 672_001n, 1_344_001n],
    ],
    [
      'when the cable gets to it, if that is later',
      1e9,
      [
        [60, 0n],
        [60, 671_999n],
      ],
      [0n, 672_000n],
    ],
  ];
  for (const [name, rate, frames, times] of rows)
    it(name, () => {
      expect(arrivalsOf(rate, frames)).to.deep.equal(times);
    });

  it('hands over what has arrived, so many at a time', () => {
    const arrivals = new Arrivals(1e9);
    expect([arrivals.next, arrivals.bytes]).to.deep.equal([null, 0]);
    for (let index = 0; index < 5; index++) arrivals.add(filler(60), 1000n);
    const taken: bigint[] = [];
    const take = (_: Uint8Array, at: bigint) => void taken.push(at);
    expect(arrivals.deliver(999n, 9, take)).to.equal(999n);
    expect([arrivals.next, arrivals.bytes]).to.deep.equal([1000n, 300]);
    expect(arrivals.deliver(2_000_000n, 2, take)).to.equal(673_000n);
    expect(arrivals.deliver(2_000_000n, 2, take)).to.equal(2_000_000n);
    expect([arrivals.next, arrivals.bytes]).to.deep.equal([2_017_000n, 120]);
    expect(taken).to.deep.equal([1000n, 673_000n, 1_345_000n]);
  });

  it('keeps order and bytes, and its own copy of them', () => {
    const random = new Random(21);
    const arrivals = new Arrivals(10e9);
    const given: string[] = [];
    const taken: string[] = [];
    const buffer = new Uint8Array(2000);
    let now = 0n;
    let last = -1n;
    const take = (frame: Uint8Array, at: bigint) => {
      expect(at > last && at <= now).to.equal(true);
      last = at;
      taken.push(`${frame.length} ${frame[0]}`);
    };
    for (let round = 0; round < 5000; round++) {
      const bytes = random.between(1, 2000);
      buffer.fill(round);
      arrivals.add(buffer.subarray(0, bytes), now);
      given.push(`${bytes} ${round & 255}`);
      now += BigInt(random.below(1_700_000));
      arrivals.deliver(now, random.between(1, 3), take);
    }
    now += 10n ** 12n;
    arrivals.deliver(now, Infinity, take);
    expect(taken).to.deep.equal(given);
    expect([arrivals.next, arrivals.bytes]).to.deep.equal([null, 0]);
  });
});
