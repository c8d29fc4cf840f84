// Counters that the Lab samples: at every multiple of the interval whatever the speed, bounded, and taken again after a seek backwards.

import { describe, expect, it } from '#test';
import { LabEngine } from '../../ui/engine/lab-engine.ts';
import { LabRun } from '../../ui/engine/lab-run.ts';
import { CounterSampler, MOST_SAMPLES } from '../../ui/engine/lab-sampler.ts';
import { coreModule, MS, screenOf, SECOND, threeHosts, worldOf } from './console-stage.ts';

const document = threeHosts([['5 ms', 'server', 'ping other -n 1']], {
  traffic: [{ app: 'requests', from: 'other', to: 'server:80', connections: 4, pause: '1 ms' }],
});
const received = {
  computer: null,
  object: 'Network Interface',
  instance: 'nicscope 1 Gigabit Network Connection',
  index: 0 as const,
  counter: 'Packets Received/sec',
};

async function loaded(): Promise<LabEngine> {
  const engine = new LabEngine(() => Promise.resolve(coreModule));
  const answer = await engine.load(document);
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  return engine;
}

/** Frames that the server received by so many ms. */
async function receivedBy(ms: readonly number[]): Promise<number[]> {
  const world = await worldOf(document);
  return ms.map((at) => {
    world.run(BigInt(at * MS));
    return world.report().nics[0]!.receivedFrames;
  });
}

const upTo = (ms: number): number[] => Array.from({ length: ms / 10 + 1 }, (_, at) => 10 * at);

describe('Samples of counters in the Lab', () => {
  it('are taken at every multiple of the interval, and say what a straight run says', async () => {
    const engine = await loaded();
    await engine.watch({ host: 0, intervalPs: 10 * MS, paths: [received] });
    await engine.seek(73 * MS);
    await engine.stepTime(7 * MS);
    for (let steps = 0; steps < 200; steps++) await engine.stepEvent();
    await engine.seek(105 * MS);
    const samples = await engine.samples(0, -1);
    expect(samples.map(({ timePs }) => timePs / MS)).to.deep.equal(upTo(100));
    const numbers = samples.map(({ numbers }) => numbers.get('Network Interface')!.get(received.instance)!.get(received.counter));
    expect(numbers).to.deep.equal(await receivedBy(upTo(100)));
    expect(samples.every(({ numbers }) => numbers.size === 1)).to.equal(true);
    expect(await engine.samples(0, 80 * MS)).to.have.length(2);
    expect(await engine.samples(1, -1)).to.deep.equal([]);
  });

  it('are dropped after a seek backwards, and taken again with the same numbers', async () => {
    const engine = await loaded();
    await engine.watch({ host: 0, intervalPs: 10 * MS });
    await engine.seek(200 * MS);
    const first = await engine.samples(0, -1);
    expect(first).to.have.length(21);
    await engine.seek(55 * MS);
    expect((await engine.samples(0, -1)).map(({ timePs }) => timePs / MS)).to.deep.equal(upTo(50));
    await engine.seek(200 * MS);
    expect(await engine.samples(0, -1)).to.deep.equal(first);
  });

  it('do not change the run, and end', async () => {
    const engine = await loaded();
    await engine.watch({ host: 0, intervalPs: MS });
    await engine.seek(100 * MS);
    const world = await worldOf(document);
    world.run(BigInt(100 * MS));
    expect((JSON.parse(await engine.report()) as { fingerprint: string }).fingerprint).to.equal(world.fingerprint());
    await engine.watch(null);
    await engine.seek(110 * MS);
    expect(await engine.samples(0, -1)).to.deep.equal([]);
  });

  it('end with the run, when that goes as far as there is anything', async () => {
    const short = threeHosts([], { traffic: [{ app: 'requests', from: 'other', to: 'server:80', count: 3 }] });
    const run = new LabRun(await worldOf(short), () => 0);
    run.watch({ host: 0, intervalPs: 10 * SECOND });
    while (!run.run(Infinity, Infinity));
    const samples = run.samples(0, -1);
    expect(samples.length).to.be.greaterThan(1);
    expect(samples.at(-1)!.timePs).to.be.at.most(run.timePs);
    expect(run.hasEnded).to.equal(true);
  });

  it('are bounded', () => {
    let timePs = 0;
    const sampler = new CounterSampler({ host: 0, intervalPs: MS }, () => ({ timePs, numbers: new Map() }));
    for (let at = 0; at < MOST_SAMPLES + 50; at++) {
      timePs = sampler.nextPs(timePs);
      sampler.take(timePs);
    }
    expect(sampler.since(-1)).to.have.length(MOST_SAMPLES);
    expect(sampler.since(-1)[0]!.timePs).to.equal(50 * MS);
    expect(() => new CounterSampler({ host: 0, intervalPs: 0 }, () => ({ timePs, numbers: new Map() }))).to.throw(RangeError);
  });
});

describe('A console in the Lab', () => {
  it('is shown as the world has it, and completes lines', async () => {
    const engine = await loaded();
    await engine.seek(2 * SECOND);
    const world = await worldOf(document);
    world.run(BigInt(2 * SECOND));
    const view = await engine.console(0);
    expect(view).to.deep.equal(world.promptView(0));
    expect(screenOf(world, 0)).to.contain('Reply from 192.0.2.3: bytes=32');
    expect((await engine.complete(0, 'nets', 4)).candidates).to.deep.equal(['netsh', 'netstat']);
    expect((await engine.counters(1)).timePs).to.equal(2 * SECOND);
    const refused = await engine.console(7).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).to.be.instanceOf(RangeError);
  });
});
