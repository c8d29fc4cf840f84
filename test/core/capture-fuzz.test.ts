// Random capture files, sound and damaged: the walk and the reference reader agree on frames and faults; flows conserve
// what was walked; what flows are given equals what their frames were given.

import { HashType, limits } from '../../ui/abi/abi.gen.ts';
import { describe, expect, it } from '#test';
import { toHex } from '../build/frame.ts';
import { Random } from '../build/random.ts';
import { coreModules } from '../core-under-test.ts';
import { randomCapture } from '../fuzz/captures.ts';
import { frameDifferences } from '../fuzz/compare.ts';
import { fuzzFlags } from '../fuzz/grammar.ts';
import { fuzzIterations } from '../fuzz/iterations.ts';
import { aggregate, identityOf } from '../oracle/flows.ts';
import { captureDifferences, conservation } from './capture-compare.ts';
import { rulesWith } from './fixture.ts';
import { walkFile, type Walk } from './walk.ts';

const seeds = [0xab1e, 0xdead];
const modules = await coreModules();

/** Load of each queue, from frames one by one. */
function queueLoads(rows: Walk['rows']): Map<number, [number, number]> {
  const loads = new Map<number, [number, number]>();
  for (const { queue, wire } of rows) {
    const [packets, bytes] = loads.get(queue) ?? [0, 0];
    loads.set(queue, [packets + 1, bytes + wire]);
  }
  return loads;
}

describe('random captures', () => {
  for (const { name, module } of modules)
    for (const seed of seeds)
      it(`are walked as the reference reads them, ${name} core, seed 0x${seed.toString(16)}`, async () => {
        const random = new Random(seed);
        const iterations = fuzzIterations(120);
        for (let index = 0; index < iterations; index++) {
          const file = randomCapture(random);
          const text = (): string => `seed 0x${seed.toString(16)}, file ${index}: ${toHex(file)}`;
          const slice = random.pick([undefined, () => random.between(1, 30), () => random.between(1, 3000)]);
          const differing = await captureDifferences(module, file, { slice });
          expect(differing, `${differing.join('; ')}; ${text()}`).to.deep.equal([]);

          const rules = rulesWith({ hashFlags: fuzzFlags(random) });
          const { rows } = await walkFile(module, file, { mode: 'rows', rules });
          const walk = await walkFile(module, file, { rules, seed: random.next(), place: true });
          expect(conservation(walk), text()).to.deep.equal([]);
          for (const row of rows.filter(({ wire, cap }) => wire >= cap))
            expect(frameDifferences(row, row, rules), `frame ${toHex(row.bytes)}, ${text()}`).to.deep.equal([]);
          const expected = aggregate(rows);
          const found = walk.flows.map(({ packets, bytes, firstTs, lastTs, tcpFlags, synFlags, traits, ...flow }) => ({
            identity: identityOf(flow),
            packets,
            bytes,
            firstTs,
            lastTs,
            tcpFlags,
            synFlags,
            traits,
          }));
          expect(found, text()).to.deep.equal(expected);

          const loads = queueLoads(rows);
          for (let queue = 0; queue < limits.MaxQueues; queue++)
            expect(walk.placed!.queues[queue], `queue ${queue}, ${text()}`).to.deep.equal(loads.get(queue) ?? [0, 0]);
          const notHashed = rows.filter((row) => row.hashType === HashType.None);
          expect(walk.placed!.notHashed, text()).to.deep.equal([notHashed.length, notHashed.reduce((sum, row) => sum + row.wire, 0)]);
        }
      });
});
