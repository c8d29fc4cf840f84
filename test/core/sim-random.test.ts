// Random streams: the published sequences, no bias, and the same numbers in every build.

import { readRandomStream } from '../../ui/abi/abi.gen.ts';
import { instantiateCore, type CoreExports } from '../../ui/engine/core.ts';
import { describe, expect, it } from '#test';
import { coreModules } from '../core-under-test.ts';
import { splitmix64, xoshiro256ss } from '../oracle/sim-random.ts';

const u64 = (value: bigint): bigint => BigInt.asUintN(64, value);

/** First outputs of splitmix64 from 1234567 (Rosetta Code) and of xoshiro256** from the state 1, 2, 3, 4 (rand_xoshiro, tests). */
const SPLITMIX = [6457827717110365317n, 3203168211198807973n, 9817491932198370423n, 4593380528125082431n, 16408922859458223821n];
const XOSHIRO = [
  11520n,
  0n,
  1509978240n,
  1215971899390074240n,
  1216172134540287360n,
  607988272756665600n,
  16172922978634559625n,
  8476171486693032832n,
  10595114339597558777n,
  2904607092377533576n,
];

for (const { name, module } of await coreModules()) {
  const open = async (streams: number): Promise<CoreExports> => {
    const core = await instantiateCore(module);
    core.randomBegin(streams);
    return core;
  };
  const state = (core: CoreExports, stream: number): [bigint, bigint, bigint, bigint] => {
    const { s0, s1, s2, s3 } = readRandomStream(core.memory.buffer, core.randomAt(stream));
    return [s0, s1, s2, s3];
  };

  describe(`random streams, ${name} core`, () => {
    it('the oracle gives the published numbers', () => {
      const mix = { x: 1234567n };
      expect(SPLITMIX.map(() => splitmix64(mix))).to.deep.equal(SPLITMIX);
      const s: [bigint, bigint, bigint, bigint] = [1n, 2n, 3n, 4n];
      expect(XOSHIRO.map(() => xoshiro256ss(s))).to.deep.equal(XOSHIRO);
    });

    it('gives the published numbers of xoshiro256**', async () => {
      const core = await open(2);
      new BigUint64Array(core.memory.buffer, core.randomAt(1), 4).set([1n, 2n, 3n, 4n]);
      expect(XOSHIRO.map(() => u64(core.randomNext(1)))).to.deep.equal(XOSHIRO);
    });

    it('seeds a stream by splitmix64 from the seed and the name, and streams do not touch each other', async () => {
      const core = await open(3);
      const seed = 0xfedcba9876543210n;
      for (let name = 0; name < 3; name++) core.randomSeed(name, seed, name * 1000);
      for (let name = 0; name < 3; name++) {
        const first = splitmix64({ x: seed }) ^ BigInt(name * 1000);
        const from = { x: splitmix64({ x: u64(first - 0x9e3779b97f4a7c15n) }) };
        expect(state(core, name)).to.deep.equal([splitmix64(from), splitmix64(from), splitmix64(from), splitmix64(from)]);
      }
      const other = state(core, 2);
      for (let i = 0; i < 100; i++) core.randomU32(1);
      expect(state(core, 2)).to.deep.equal(other);
    });

    it('numbers below a limit are those of Lemire, refused ones included', async () => {
      const core = await open(1);
      for (const limit of [1, 2, 3, 10, 1000, 0x80000001, 0xc0000000, 0xffffffff]) {
        core.randomSeed(0, 99n, limit >>> 0);
        const s = state(core, 0);
        for (let i = 0; i < 200; i++) {
          let product: bigint;
          do product = (xoshiro256ss(s) >> 32n) * BigInt(limit);
          while ((product & 0xffffffffn) < (1n << 32n) % BigInt(limit));
          expect(core.randomBelow(0, limit) >>> 0, `below ${limit}`).to.equal(Number(product >> 32n));
        }
      }
      expect(core.randomBelow(0, 0)).to.equal(0);
    });

    it('exponential times follow the logarithm to the last few bits, and their mean is right', async () => {
      const core = await open(1);
      core.randomSeed(0, 5n, 5);
      const s = state(core, 0);
      const mean = 2n ** 50n;
      const count = 20_000;
      let total = 0;
      for (let i = 0; i < count; i++) {
        const part = Number((xoshiro256ss(s) >> 11n) + 1n) / 2 ** 53;
        const time = Number(u64(core.randomExponential(0, mean)));
        const expected = -Math.log(part) * Number(mean);
        expect(Math.abs(time - expected), `of ${part}`).to.be.at.most(2 + expected * 1e-14);
        total += time / Number(mean);
      }
      expect(total / count).to.be.closeTo(1, 4 / Math.sqrt(count)); // four standard errors
    });

    it('a chance is as likely as its threshold says', async () => {
      const core = await open(1);
      core.randomSeed(0, 6n, 6);
      const s = state(core, 0);
      const threshold = 2n ** 64n / 10n;
      for (let i = 0; i < 1000; i++) expect(core.randomChance(0, threshold) !== 0).to.equal(xoshiro256ss(s) < threshold);
      expect(core.randomChance(0, 0n)).to.equal(0);
    });
  });
}
