// The event queue against a sorted array: exact order, first in first out for equal times, refusals counted, limits kept.

import { readEvent, readEventQueue } from '../../ui/abi/abi.gen.ts';
import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { describe, expect, it } from '#test';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { QueueOracle, type OracleEvent } from '../oracle/sim-queue.ts';

const END = 2n ** 64n - 1n;
const HOUR = 3600n * 10n ** 12n;

class Pair {
  private serial = 0;
  private readonly oracle: QueueOracle;

  constructor(
    readonly core: CoreExports,
    capacity: number,
  ) {
    core.queueBegin(capacity);
    this.oracle = new QueueOracle(capacity);
  }

  get now(): bigint {
    return this.oracle.now;
  }
  get pending(): number {
    return this.oracle.events.length;
  }
  get next(): bigint {
    return this.oracle.events[0]?.time ?? END;
  }

  push(time: bigint): boolean {
    const n = ++this.serial;
    const event = { time, kind: n & 0xffff, a: Math.imul(n, 0x9e3779b1) >>> 0, b: ~n >>> 0 };
    const taken = this.core.queuePush(time, event.kind, event.a, event.b) !== 0;
    expect(taken, `push ${n} at ${time}, now ${this.now}`).to.equal(this.oracle.push(event));
    return taken;
  }

  pop(limit: bigint): OracleEvent | undefined {
    const at = this.core.queuePop(limit);
    const expected = this.oracle.pop(limit);
    const { time, kind, a, b } = at ? readEvent(this.core.memory.buffer, at) : {};
    expect({ time, kind, a, b }, `pop up to ${limit}`).to.deep.equal({
      time: expected?.time,
      kind: expected?.kind,
      a: expected?.a,
      b: expected?.b,
    });
    return expected;
  }

  drain(): number {
    let count = 0;
    while (this.pop(END)) count++;
    return count;
  }

  agree(): void {
    const { now, popped, capacity, pending, peak, overflows, past } = readEventQueue(this.core.memory.buffer, this.core.queueAt());
    expect({ now, popped, capacity, pending, peak, overflows, past }).to.deep.equal({
      now: this.oracle.now,
      popped: BigInt(this.oracle.popped),
      capacity: this.oracle.capacity,
      pending: this.pending,
      peak: this.oracle.peak,
      overflows: this.oracle.overflows,
      past: this.oracle.past,
    });
    expect(BigInt.asUintN(64, this.core.queueNext())).to.equal(this.next);
    expect(BigInt.asUintN(64, this.core.queueNow())).to.equal(this.now);
  }
}

/** How long events wait: each shape stresses another part of the wheel. */
const waits: Record<string, (random: Random) => bigint> = {
  'many ties': (random) => BigInt(random.below(4)),
  'within one digit': (random) => BigInt(random.below(64)),
  'digits that carry': (random) => 64n ** BigInt(random.below(7)) + BigInt(random.between(-1, 1)),
  'packet times': (random) => BigInt(random.pick([800, 1_230_400, 67_200, 20_000_000])),
  'exponential, 1 us': (random) => BigInt(Math.floor(random.exponential(1e6))),
  'any number of bits up to hours': (random) => BigInt(Math.floor(2 ** (random.unit() * 54))),
  'hours': (random) => BigInt(random.below(4)) * HOUR,
};

for (const { name, module } of await coreModules()) {
  const open = async (capacity: number): Promise<Pair> => new Pair(await instantiateCore(module), capacity);

  describe(`event queue, ${name} core`, () => {
    for (const [shape, wait] of Object.entries(waits))
      it(`pops in the order of the oracle: ${shape}`, async () => {
        for (const seed of [1, 2, 3]) {
          const random = new Random(seed);
          const pair = await open(400);
          for (let step = 0; step < 4000; step++) {
            const wanted = step < 2000 ? 3 : 6; // fills up first, past its capacity, then drains
            if (random.below(wanted) < 2) pair.push(pair.now + wait(random));
            else pair.pop(random.oneIn(3) ? pair.now + wait(random) : END);
            if (random.oneIn(500)) pair.agree();
          }
          pair.agree();
          pair.drain();
          pair.agree();
        }
      });

    it('keeps the order of pushing among equal times that meet from different distances', async () => {
      const pair = await open(1000);
      const goal = 7n * HOUR + 12345n;
      // The same instant is pushed from ever nearer, so from ever lower levels, with other events between.
      for (let distance = goal; ; distance /= 3n) {
        for (let i = 0; i < 3; i++) pair.push(goal);
        pair.push(goal - distance / 2n);
        if (distance === 0n) break;
        while (pair.next < goal) pair.pop(goal - 1n);
      }
      expect(pair.drain()).to.be.greaterThan(60);
    });

    it('takes events that are pushed at now behind those that wait for now', async () => {
      const pair = await open(16);
      for (let i = 0; i < 3; i++) pair.push(100n);
      pair.pop(END);
      pair.push(100n);
      pair.push(101n);
      pair.push(100n);
      expect(pair.drain()).to.equal(5);
    });

    it('refuses and counts events before now, and the wheel stays whole', async () => {
      const pair = await open(16);
      pair.push(1000n);
      pair.push(2n * HOUR);
      pair.pop(END);
      expect(pair.push(999n)).to.equal(false);
      expect(pair.push(0n)).to.equal(false);
      expect(pair.pop(HOUR)).to.equal(undefined);
      expect(pair.push(HOUR - 1n)).to.equal(false);
      expect(pair.push(HOUR)).to.equal(true);
      expect(pair.drain()).to.equal(2);
      pair.agree();
    });

    it('refuses and counts events for which there is no room, and has all room again after', async () => {
      const pair = await open(8);
      for (let round = 0; round < 3; round++) {
        for (let i = 0; i < 12; i++) expect(pair.push(pair.now + BigInt(i * 37))).to.equal(i < 8);
        pair.agree();
        expect(pair.drain()).to.equal(8);
      }
      pair.agree();
    });

    it('is at the limit when nothing is due up to it, and takes events from there on', async () => {
      const pair = await open(8);
      for (const time of [5000n, 4999n, 4097n, 4096n]) pair.push(time);
      for (const limit of [0n, 1n, 64n, 4000n, 4095n, 70n]) {
        expect(pair.pop(limit)).to.equal(undefined);
        pair.agree();
      }
      expect(pair.push(4094n)).to.equal(false);
      for (const limit of [4096n, 4096n, 4098n]) {
        pair.pop(limit);
        pair.push(pair.now);
        pair.push(pair.now + 1n);
      }
      pair.drain();
      expect(pair.pop(END)).to.equal(undefined);
      pair.agree();
    });

    it('holds up to the last picosecond of 64 bits', async () => {
      const pair = await open(64);
      for (const time of [END, END - 1n, 2n ** 63n, 2n ** 63n - 1n, 2n ** 60n, 2n ** 60n - 1n, 0n, END]) pair.push(time);
      pair.pop(2n ** 63n);
      pair.agree();
      pair.drain();
      pair.push(END);
      expect(pair.push(END - 1n)).to.equal(false);
      expect(pair.drain()).to.equal(1);
      pair.agree();
    });
  });
}
