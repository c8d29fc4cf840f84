// Conservation, and sameness of runs: of the ready scenarios and of small random ones.

import { describe, expect, it, readProjectFile } from '#test';
import { World, type Snapshot } from '../../ui/engine/world.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { Random } from '../build/random.ts';
import { worldModules } from '../core-under-test.ts';
import { complaints, leftovers } from './world-checks.ts';
import { goldenFingerprints, randomScenarios, readyScenarios } from './world-scenarios.ts';
import { MS, SECOND } from './world-stage.ts';

/** Instants in `end` ps, close together at first and of uneven distance. */
function instants(random: Random, end: bigint, count: number): bigint[] {
  const times = Array.from({ length: count }, () => (BigInt(random.between(1, 1_000_000)) ** 2n * end) / 10n ** 12n);
  return [...times, end].sort((a, b) => (a < b ? -1 : 1));
}

const ready = await readyScenarios();
const random = randomScenarios();

for (const { name, module } of await worldModules())
  describe(`conservation, ${name} core`, () => {
    for (const { name: title, scenario } of ready)
      it(`holds at any instant of ${title}`, async () => {
        const world = await World.create(module, scenario);
        for (const time of instants(new Random(1), 6n * MS, 12)) {
          world.run(time);
          expect(complaints(world)).to.deep.equal([]);
        }
      });

    for (const [number, { name: title, scenario }] of random.entries())
      it(`holds at any instant of ${title}, and nothing is left over`, async () => {
        const world = await World.create(module, scenario);
        for (const time of instants(new Random(number), 12n * MS, 25)) {
          world.run(time);
          expect(complaints(world)).to.deep.equal([]);
        }
        world.run(2000n * SECOND);
        expect(complaints(world)).to.deep.equal([]);
        expect(leftovers(world)).to.deep.equal([]);
      });
  });

/** Long enough for every application of the random scenarios to have started and for all changes of their timelines. */
const END = 5n * MS;

async function once(module: WebAssembly.Module, scenario: Scenario): Promise<string> {
  const world = await World.create(module, scenario);
  world.run(END);
  return world.fingerprint();
}

const golden = JSON.parse(new TextDecoder().decode(await readProjectFile('test/core/world-golden.json'))) as Record<string, string>;

for (const { name, module } of await worldModules())
  describe(`sameness of runs, ${name} core`, () => {
    it('is that of the golden fingerprints', async () => {
      const fingerprints = await goldenFingerprints(module);
      expect(Object.keys(golden)).to.deep.equal(Object.keys(fingerprints));
      for (const [title, fingerprint] of Object.entries(fingerprints)) expect(golden[title], title).to.equal(fingerprint);
    });

    for (const { name: title, scenario } of random.slice(0, 8)) {
      it(`does not depend on slices: ${title}`, async () => {
        const world = await World.create(module, scenario);
        for (const time of instants(new Random(7), END, 1000)) world.run(time);
        expect(world.now).to.equal(END);
        expect(world.fingerprint()).to.equal(await once(module, scenario));
      });

      it(`does not depend on how many events are handled at a time: ${title}`, async () => {
        const world = await World.create(module, scenario);
        for (let most = 1; world.run(END, most) === 'events'; most = (most * 7 + 3) % 1009);
        expect(world.fingerprint()).to.equal(await once(module, scenario));
      });

      it(`is kept by steps of one event: ${title}`, async () => {
        const world = await World.create(module, scenario);
        let events = 0;
        for (let { next } = world; next !== null && next <= END; { next } = world) {
          expect(world.step()).to.equal(true);
          expect(world.events, 'one event a step, or a change').to.be.within(events, events + 1);
          ({ events } = world);
        }
        world.run(END);
        expect(world.fingerprint()).to.equal(await once(module, scenario));
      });

      it(`is kept by looking, snapshots, and going back: ${title}`, async () => {
        const world = await World.create(module, scenario);
        const kept: { snapshot: Snapshot; fingerprint: string; events: number }[] = [];
        for (const time of [0n, MS / 2n, 2n * MS, 2n * MS + 1n, 4n * MS]) {
          world.run(time);
          kept.push({ snapshot: world.snapshot(), fingerprint: world.fingerprint(), events: world.events });
        }
        world.run(END);
        const end = world.fingerprint();
        expect(end).to.equal(await once(module, scenario));
        for (const { snapshot, fingerprint, events } of kept.toReversed()) {
          world.restore(snapshot);
          expect(world.now).to.equal(snapshot.now);
          expect(world.events).to.equal(events);
          expect(world.fingerprint()).to.equal(fingerprint);
          world.run(END);
          expect(world.fingerprint()).to.equal(end);
        }
        const other = await World.create(module, scenario);
        other.restore(kept[2]!.snapshot);
        other.run(END);
        expect(other.fingerprint(), 'in another instance').to.equal(end);
      });
    }

    it('is lost with another seed, where chance plays a part', async () => {
      const lossy = random.find(({ scenario }) => scenario.links.some(({ loss }) => loss > 0))!;
      const one = await once(module, lossy.scenario);
      expect(await once(module, { ...lossy.scenario, seed: lossy.scenario.seed + 1 })).not.to.equal(one);
      expect(await once(module, structuredClone(lossy.scenario))).to.equal(one);
    });
  });
