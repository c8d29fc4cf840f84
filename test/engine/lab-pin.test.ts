// Two worlds in step: the pinned one is at the same time whenever nothing runs, and its figures are those of a run of its own.

import { describe, expect, it, readProjectFile } from '#test';
import { breathe } from '../../ui/engine/breathe.ts';
import { LabEngine } from '../../ui/engine/lab-engine.ts';
import { World } from '../../ui/engine/world.ts';
import type { ScenarioDraft } from '../../ui/scenario/schema.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import { twoHosts } from '../scenario/documents.ts';

const MS = 1e9;
const module = await WebAssembly.compile(await readProjectFile('build/core.wasm'));

const server = (changes: object) => ({ name: 'server', processors: { coresPerSocket: 4 }, nics: [{ name: 'lan', queues: 4, ...changes }] });
const documentOf = (changes: object): ScenarioDraft =>
  twoHosts({
    hosts: [server(changes), { name: 'client', kind: 'ideal', nics: [{ name: 'lan' }] }],
    traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', connections: 8 }],
  });
const spread = documentOf({});
const single = documentOf({ rss: { enabled: false } });

async function busyOf(document: ScenarioDraft, ps: number): Promise<number[]> {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  const world = await World.create(module, result.scenario);
  world.run(BigInt(ps));
  return world.report().hosts[0]!.processors.map(({ idlePs }) => (ps - idlePs) / ps);
}

async function compared(engine: LabEngine) {
  for (let comparison = await engine.comparison(); ; comparison = await engine.comparison()) {
    if (comparison) return comparison;
    await breathe();
  }
}

async function loaded(document: ScenarioDraft): Promise<LabEngine> {
  const engine = new LabEngine(() => Promise.resolve(module));
  expect(await engine.load(document)).to.have.property('kept', false);
  return engine;
}

describe('Lab engine, a pinned world', () => {
  it('catches up, and goes along forward and backward', async () => {
    const engine = await loaded(single);
    expect(await engine.comparison()).to.equal(null);
    await engine.seek(8 * MS);
    expect(await engine.pin(spread)).to.equal(null);
    const { timePs, processors } = await compared(engine);
    expect(timePs).to.equal(8 * MS);
    expect(processors.map(({ a }) => a)).to.deep.equal(await busyOf(spread, 8 * MS));
    expect(processors.map(({ b }) => b)).to.deep.equal(await busyOf(single, 8 * MS));
    await engine.seek(3 * MS);
    const back = await compared(engine);
    expect(back.timePs).to.equal(3 * MS);
    expect(back.processors.map(({ a }) => a)).to.deep.equal(await busyOf(spread, 3 * MS));
  });

  it('runs in step while it plays', async () => {
    const engine = await loaded(single);
    await engine.pin(spread);
    await engine.setSpeed({ rate: Infinity });
    await engine.play();
    while ((JSON.parse(await engine.report()) as { timePs: number }).timePs < 5 * MS) await breathe();
    await engine.pause();
    const { figures } = await compared(engine);
    const load = figures.find(({ label }) => label === 'Load of the busiest processor')!;
    expect(load.b).to.be.above(load.a!);
  });

  it('shows no difference to itself', async () => {
    const engine = await loaded(spread);
    await engine.pin(spread);
    await engine.seek(4 * MS);
    const { figures } = await compared(engine);
    for (const { label, a, b } of figures) expect(a, label).to.equal(b);
  });

  it('stays when another document is faulty, and goes when none is wanted', async () => {
    const engine = await loaded(spread);
    await engine.pin(single);
    expect(await engine.pin({ nicscope: 1 })).to.have.property('faults');
    expect(await compared(engine)).to.have.property('timePs', 0);
    await engine.pin(null);
    expect(await engine.comparison()).to.equal(null);
  });

  it('begins again with the other one', async () => {
    const engine = await loaded(spread);
    await engine.pin(single);
    await engine.seek(4 * MS);
    await engine.load(spread);
    expect((await compared(engine)).timePs).to.equal(0);
  });
});
