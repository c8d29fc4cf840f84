// The Lab's engine over a stand-in for the world, by a clock that the tests move.

import { describe, expect, it } from '#test';
import { LabEngine } from '../../ui/engine/lab-engine.ts';
import { ScenarioTooLarge } from '../../ui/engine/world.ts';
import { FRAME_BUFFERS } from '../../ui/engine/lab-frames.ts';
import { LabFrame, type LabLayout } from '../../ui/scenario/lab-frame.ts';
import { twoHosts } from '../scenario/documents.ts';
import { FakeHost, FakeWorld, type FakeEvents } from './lab-fakes.ts';

const PS_PER_MS = 1e9;
const FRAME_MS = 16;

/** The least there is: magic and version. */
const noModule = () => WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

class Page {
  readonly frames: LabFrame[] = [];
  readonly at: number[] = [];
  /** Frames that were not given back. */
  readonly kept: ArrayBuffer[] = [];
  readonly seen = new Set<ArrayBuffer>();
  givesBack = true;
  private readonly channel = new MessageChannel();

  constructor(
    private readonly host: FakeHost,
    public layout: LabLayout,
  ) {
    this.channel.port1.onmessage = ({ data }: MessageEvent<{ frame: ArrayBuffer }>) => {
      this.frames.push(new LabFrame(this.layout, new Float64Array(data.frame.slice(0))));
      this.at.push(this.host.ms);
      this.kept.push(data.frame);
      if (this.givesBack) this.giveBack();
    };
  }

  get port(): MessagePort {
    return this.channel.port2;
  }
  get last(): LabFrame {
    return this.frames.at(-1)!;
  }
  giveBack(): void {
    for (const buffer of this.kept.splice(0)) this.channel.port1.postMessage(buffer, [buffer]);
  }
  close(): void {
    this.channel.port1.close();
    this.channel.port2.close();
  }
}

interface Stage {
  host: FakeHost;
  engine: LabEngine;
  world: FakeWorld;
  page: Page;
}

/** A loaded engine at time 0 with a page that looks on. */
async function staged(events: FakeEvents, act: (stage: Stage) => Promise<void>): Promise<void> {
  const host = new FakeHost();
  let world!: FakeWorld;
  const engine = new LabEngine(noModule, host, async (_, scenario) => (world = new FakeWorld(scenario, host, events)));
  const answer = await engine.load(twoHosts());
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  const page = new Page(host, answer.layout);
  try {
    await host.runFor(1);
    await engine.attach(page.port);
    await host.runFor(FRAME_MS);
    await act({ host, engine, world, page });
  } finally {
    await engine.pause();
    await host.runFor(100);
    page.close();
  }
}

const head = (page: Page) => ({
  timePs: page.last.get('head', 0, 'timePs'),
  playing: page.last.get('head', 0, 'playing'),
  ended: page.last.get('head', 0, 'ended'),
});

async function rejected(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return (error as Error).message;
  }
  return 'did not reject';
}

describe('Lab engine, pace', () => {
  for (const rate of [1e-6, 1e-3, 1, 250])
    it(`${rate} virtual seconds a second`, () =>
      staged({ intervalPs: Math.ceil(1e6 * rate) }, async ({ host, engine, world }) => {
        await engine.setSpeed({ rate });
        await engine.play();
        await host.runFor(1000);
        // Between two looks at the clock are at most 8 ms.
        expect(Number(world.now) / rate / PS_PER_MS).to.be.within(1000 - 9, 1000);
      }));

  it('on a machine that is too slow time falls behind, and is not caught up when the load is over', () =>
    staged({ intervalPs: PS_PER_MS / 10, costMs: 0.5 }, async ({ host, engine, world }) => {
      await engine.play();
      await host.runFor(1000); // 2000 events, 200 ms of virtual time
      expect(world.events).to.be.within(1900, 2050);
      world.plan.costMs = 0;
      const from = Number(world.now);
      await host.runFor(100);
      expect((Number(world.now) - from) / PS_PER_MS).to.be.within(100 - 9, 100 + FRAME_MS);
    }));

  it('as fast as it goes: every slice lets messages in, none is longer than a frame', () =>
    staged({ costMs: 0.01 }, async ({ host, engine, world }) => {
      const turns: number[] = [];
      const { breathe } = host;
      host.breathe = () => (turns.push(host.ms), breathe.call(host));
      await engine.setSpeed({ rate: Infinity });
      await engine.play();
      await host.runFor(2000);
      const gaps = turns.slice(1).map((at, index) => at - turns[index]!);
      expect(Math.max(...gaps)).to.be.at.most(8);
      expect(world.events).to.be.at.least(190_000);
    }));

  it('a change of speed holds from then on', () =>
    staged({}, async ({ host, engine, world }) => {
      await engine.setSpeed({ rate: Infinity });
      world.plan.costMs = 0.01;
      await engine.play();
      await host.runFor(50);
      await engine.setSpeed({ rate: 1e-3 });
      world.plan.costMs = 0;
      const from = Number(world.now);
      await host.runFor(1000);
      expect((Number(world.now) - from) / PS_PER_MS).to.be.within(0.9, 1.1);
    }));

  it('pauses when no event waits, at the last one, and says so', () =>
    staged({ count: 5000, costMs: 0.01 }, async ({ host, engine, world, page }) => {
      await engine.setSpeed({ rate: Infinity });
      await engine.play();
      await host.runFor(500);
      expect(world.events).to.equal(5000);
      expect(head(page)).to.deep.equal({ timePs: 5000 * 1e6, playing: 0, ended: 1 });
      await engine.play();
      await host.runFor(100);
      expect(head(page)).to.deep.equal({ timePs: 5000 * 1e6, playing: 0, ended: 1 });
      await engine.seek(1e6);
      await host.runFor(100);
      expect(head(page)).to.deep.equal({ timePs: 1e6, playing: 0, ended: 0 });
    }));

  for (const rate of [0, -1, 9e-7, NaN])
    it(`refuses a rate of ${rate}`, () =>
      staged({}, async ({ engine }) => {
        expect(await rejected(engine.setSpeed({ rate }))).to.match(/has to be 0.000001 or more/);
      }));
});

describe('Lab engine, steps and seeks', () => {
  it('one event', () =>
    staged({}, async ({ host, engine, world, page }) => {
      await engine.stepEvent();
      await engine.stepEvent();
      await host.runFor(20);
      expect([world.events, head(page).timePs]).to.deep.equal([2, 2e6]);
    }));

  it('a span of time, exactly, and pauses', () =>
    staged({}, async ({ host, engine, world, page }) => {
      await engine.play();
      await host.runFor(10);
      const from = Number(world.now);
      const step = engine.stepTime(1_234_567);
      await host.runFor(40);
      await step;
      expect(head(page)).to.deep.equal({ timePs: from + 1_234_567, playing: 0, ended: 0 });
    }));

  it('back and forth gives what a straight run gives', () =>
    staged({ costMs: 0.001 }, async ({ host, engine, world, page }) => {
      const times = [7e9, 2e9, 2e9 + 1, 9e9, 0, 5e9, 8e9, 1, 7e9];
      for (const ps of times) {
        const seek = engine.seek(ps);
        await host.runFor(60);
        await seek;
        const straight = new FakeWorld((await straightScenario()).scenario, new FakeHost());
        straight.run(BigInt(ps));
        expect(JSON.parse(await engine.report()), `at ${ps}`).to.deep.equal(straight.report());
        expect(head(page).timePs).to.equal(ps);
      }
      expect(world.restores).to.be.within(4, times.length);
    }));

  it('running on from a later snapshot than now, where there is one', () =>
    staged({ costMs: 0.001 }, async ({ host, engine, world }) => {
      const there = engine.seek(20e9);
      await host.runFor(100);
      await there;
      const back = engine.seek(0);
      await host.runFor(20);
      await back;
      const cost = host.ms;
      const again = engine.seek(20e9);
      await host.runFor(20);
      await again;
      expect(world.restores).to.equal(2);
      expect(host.ms - cost).to.be.at.most(25);
    }));

  it('frames show the progress of a seek, and playing goes on after it', () =>
    staged({ costMs: 0.01 }, async ({ host, engine, page }) => {
      await engine.setSpeed({ rate: 1e-3 });
      await engine.play();
      const from = page.frames.length;
      const seek = engine.seek(20e9); // 20,000 events, 200 ms
      await host.runFor(300);
      await seek;
      const times = page.frames.slice(from).map((frame) => frame.get('head', 0, 'timePs'));
      expect(times.filter((ps) => ps > 1e9 && ps < 19e9).length).to.be.at.least(5);
      expect(head(page).playing).to.equal(1);
      expect(head(page).timePs).to.be.within(20e9 + 1, 20.2e9);
    }));

  for (const [name, interrupt] of [
    ['a newer seek', (engine: LabEngine) => void engine.seek(5e6)],
    ['pause', (engine: LabEngine) => void engine.pause()],
    ['a step', (engine: LabEngine) => void engine.stepTime(1e6)],
    ['another scenario', (engine: LabEngine) => void engine.load(twoHosts())],
  ] as const)
    it(`${name} ends a seek under way`, () =>
      staged({ costMs: 0.01 }, async ({ host, engine, world }) => {
        let isDone = false;
        void engine.seek(1e12).then(() => (isDone = true));
        await host.runFor(50);
        expect(isDone).to.equal(false);
        interrupt(engine);
        await host.runFor(20);
        expect(isDone).to.equal(true);
        const { events } = world;
        await host.runFor(50);
        expect(world.events).to.equal(events);
      }));

  for (const ps of [-1, 0.5, NaN, Infinity, 2 ** 53])
    it(`refuses ${ps} as a time`, () =>
      staged({}, async ({ engine }) => {
        expect(await rejected(engine.seek(ps))).to.match(/is no time/);
        expect(await rejected(engine.stepTime(ps))).to.match(/is no time/);
      }));
});

describe('Lab engine, frames', () => {
  it('one follows at once, then none while nothing changes', () =>
    staged({}, async ({ host, page }) => {
      await host.runFor(500);
      expect(page.frames.length).to.equal(1);
    }));

  it('while it plays, one every 16 ms, from buffers that go round', () =>
    staged({ costMs: 0.01 }, async ({ host, engine, page }) => {
      await engine.setSpeed({ rate: Infinity });
      await engine.play();
      await host.runFor(1600);
      const gaps = page.at.slice(1).map((at, index) => at - page.at[index]!);
      expect(page.frames.length).to.be.within(90, 102);
      // A message is seen at the next turn at the latest.
      expect(Math.min(...gaps)).to.be.at.least(FRAME_MS - 8);
    }));

  it('a page that gives no buffer back gets as many frames as there are buffers, and the present one when it does', () =>
    staged({ costMs: 0.01 }, async ({ host, engine, world, page }) => {
      page.givesBack = false;
      await engine.setSpeed({ rate: Infinity });
      await engine.play();
      await host.runFor(500);
      expect(page.kept.length).to.equal(FRAME_BUFFERS);
      expect(page.frames.length).to.equal(1 + FRAME_BUFFERS);
      await engine.pause();
      await host.runFor(50);
      expect(page.frames.length).to.equal(1 + FRAME_BUFFERS);
      page.giveBack();
      await host.runFor(50);
      expect(page.frames.length).to.equal(2 + FRAME_BUFFERS);
      expect(head(page)).to.deep.equal({ timePs: Number(world.now), playing: 0, ended: 0 });
    }));

  it('another page takes over, with buffers of its own', () =>
    staged({}, async ({ host, engine, page }) => {
      page.givesBack = false;
      const other = new Page(host, page.layout);
      await engine.attach(other.port);
      await engine.play();
      await host.runFor(500);
      expect(page.frames.length).to.equal(1);
      expect(other.frames.length).to.be.at.least(25);
      other.close();
    }));

  it('after another scenario the answer comes first, then a frame of it', () =>
    staged({}, async ({ host, engine, page }) => {
      page.givesBack = false;
      const hosts = [...twoHosts().hosts, { name: 'third', nics: [{ name: 'lan' }] }];
      const order: string[] = [];
      const { port } = page;
      port.postMessage = (...args: unknown[]) => {
        order.push('frame');
        MessagePort.prototype.postMessage.apply(port, args as [unknown]);
      };
      const before = page.last.values.length;
      const answer = await engine.load(twoHosts({ hosts })).finally(() => order.push('answer'));
      if ('faults' in answer) throw new Error('is not faulty');
      page.layout = answer.layout;
      page.giveBack(); // too small now
      await host.runFor(50);
      expect(order).to.deep.equal(['answer', 'frame']);
      expect(page.last.values.length).to.be.above(before);
    }));

  it('buffers of an earlier scenario that come back late do not add to those of the present one', () =>
    staged({}, async ({ host, engine, page }) => {
      page.givesBack = false;
      await engine.play();
      await host.runFor(100);
      expect(page.kept.length).to.equal(FRAME_BUFFERS);
      await engine.load(twoHosts());
      page.giveBack();
      await engine.play();
      await host.runFor(200);
      expect(page.kept.length).to.equal(FRAME_BUFFERS);
    }));
});

describe('Lab engine, scenarios', () => {
  it('before one is loaded every question says so', async () => {
    const engine = new LabEngine(noModule, new FakeHost(), async (_, scenario) => new FakeWorld(scenario, new FakeHost()));
    for (const call of [
      engine.play(),
      engine.stepEvent(),
      engine.stepTime(1),
      engine.seek(0),
      engine.report(),
      engine.ledger({ processor: 0 }),
    ])
      expect(await rejected(call)).to.equal('No scenario is loaded.');
  });

  for (const [name, document] of [
    ['no object', 7],
    ['another format', { hosts: [] }],
    ['a host without adapters', twoHosts({ hosts: [{ name: 'a', nics: [] }] })],
    ['traffic to nobody', twoHosts({ traffic: [{ app: 'bulk', from: 'client', to: 'nobody:1' }] })],
  ] as const)
    it(`a faulty document (${name}) leaves what runs as it is`, () =>
      staged({}, async ({ host, engine, world }) => {
        await engine.play();
        await host.runFor(100);
        const answer = await engine.load(document);
        if (!('faults' in answer)) throw new Error('was taken');
        expect(answer.faults[0]).to.have.all.keys('path', 'message');
        const { now } = world;
        await host.runFor(100);
        expect(Number(world.now - now) / PS_PER_MS).to.be.within(90, 110);
      }));

  it('a scenario that there is no room for is faulty', async () => {
    const engine = new LabEngine(noModule, new FakeHost(), () => Promise.reject(new ScenarioTooLarge('Too many connections.')));
    expect(await engine.load(twoHosts())).to.deep.equal({ faults: [{ path: '', message: 'Too many connections.' }] });
  });

  it('of several loaded at once the last one stays', async () => {
    const host = new FakeHost();
    const made: string[] = [];
    const waits: (() => void)[] = [];
    const engine = new LabEngine(noModule, host, async (_, scenario) => {
      await new Promise<void>((resolve) => waits.push(resolve));
      made.push(scenario.title);
      return new FakeWorld(scenario, host, { count: scenario.title.length });
    });
    const answers = ['a', 'bb', 'ccc'].map((title) => engine.load(twoHosts({ title })));
    for (const _ of answers) {
      while (waits.length === 0) await host.runFor(1);
      waits.pop()!(); // the newest that there is
    }
    await Promise.all(answers);
    expect(made).to.deep.equal(['a', 'bb', 'ccc']);
    for (let step = 0; step < 5; step++) await engine.stepEvent();
    expect(JSON.parse(await engine.report())).to.have.property('events', 3);
  });

  it('a world that breaks while it plays is told to the host, once, and time can be set back', () =>
    staged({ costMs: 0.01, breaksAt: 3000 }, async ({ host, engine, page }) => {
      await engine.setSpeed({ rate: Infinity });
      await engine.play();
      await host.runFor(500);
      expect(host.failures.map((error) => (error as Error).message)).to.deep.equal(['unreachable']);
      expect(head(page).playing).to.equal(0);
      const back = engine.seek(1e9);
      await host.runFor(100);
      await back;
      expect(head(page).timePs).to.equal(1e9);
    }));

  it('a seek into where the world breaks rejects', () =>
    staged({ costMs: 0.01, breaksAt: 3000 }, async ({ host, engine }) => {
      const seek = rejected(engine.seek(1e12));
      await host.runFor(500);
      expect(await seek).to.equal('unreachable');
      expect(host.failures).to.deep.equal([]);
    }));
});

async function straightScenario() {
  const { validateScenario } = await import('../../ui/scenario/validate.ts');
  const result = validateScenario(twoHosts());
  if ('faults' in result) throw new Error('is not faulty');
  return result;
}
