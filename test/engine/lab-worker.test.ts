// The Lab through its worker, as a page has it.

import { describe, expect, it } from '#test';
import { FRAME_BUFFERS } from '../../ui/engine/lab-frames.ts';
import { createLab, type Lab } from '../../ui/engine/lab-client.ts';
import { connectWorker } from '../../ui/engine/worker-connection.ts';
import { LabFrame, type LabLayout } from '../../ui/scenario/lab-frame.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { twoHosts } from '../scenario/documents.ts';

const MS = 1e9;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function rejected(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'did not reject',
    (error: Error) => error.message,
  );
}

async function loadedLayout(lab: Lab, document: unknown = twoHosts()): Promise<LabLayout> {
  const answer = await lab.load(document);
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  return answer.layout;
}

/** A page that looks at frames, and gives each back after a while. */
class Page {
  readonly frames: LabFrame[] = [];
  /** Frames that are with the page. */
  held: ArrayBuffer[] = [];
  most = 0;
  private readonly port: MessagePort;

  private constructor(
    private readonly layout: LabLayout,
    private readonly holdMs: number,
    channel: MessageChannel,
  ) {
    this.port = channel.port1;
    this.port.onmessage = ({ data }: MessageEvent<{ frame: ArrayBuffer }>) => this.take(data.frame);
  }

  static async attached(lab: Lab, layout: LabLayout, holdMs: number): Promise<Page> {
    const channel = new MessageChannel();
    const page = new Page(layout, holdMs, channel);
    await lab.attach(channel.port2);
    return page;
  }

  get timePs(): number {
    return this.frames.at(-1)!.get('head', 0, 'timePs');
  }

  private take(frame: ArrayBuffer): void {
    this.frames.push(new LabFrame(this.layout, new Float64Array(frame.slice(0))));
    this.held.push(frame);
    this.most = Math.max(this.most, this.held.length);
    if (this.holdMs < Infinity) setTimeout(() => this.giveBack(), this.holdMs);
  }

  giveBack(): void {
    const frame = this.held.shift()!;
    this.port.postMessage(frame, [frame]);
    expect(frame.byteLength, 'moved, not copied').to.equal(0);
  }

  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await pause(5);
  }
}

async function withLab(act: (lab: Lab) => Promise<void>, worker?: Worker): Promise<void> {
  const lab = await createLab(worker);
  try {
    await act(lab);
  } finally {
    lab.dispose();
  }
}

describe('Lab worker', () => {
  it('runs flat out while frames come and questions are answered', () =>
    withLab(async (lab) => {
      const page = await Page.attached(lab, await loadedLayout(lab), 0);
      await lab.setSpeed({ rate: Infinity });
      await lab.play();
      await page.until(() => page.frames.length >= 30);
      const [{ timePs }, report] = [await lab.ledger({ processor: 0 }), JSON.parse(await lab.report()) as WorldReport];
      expect(report.timePs).to.be.at.least(timePs);
      expect(page.most).to.be.at.most(FRAME_BUFFERS);
      const times = page.frames.map((frame) => frame.get('head', 0, 'timePs'));
      expect(times).to.deep.equal([...times].sort((a, b) => a - b));
      expect(page.frames.at(-1)!.get('head', 0, 'packetsPerSecond')).to.be.above(0);
      await lab.pause();
      await page.until(() => page.frames.at(-1)!.get('head', 0, 'playing') === 0);
      expect(page.frames.at(-1)!.get('head', 0, 'packetsPerSecond')).to.equal(0);
    }));

  it('a page that holds on to frames is sent no more than there are buffers, and then a fresh one', () =>
    withLab(async (lab) => {
      const page = await Page.attached(lab, await loadedLayout(lab), Infinity);
      await lab.setSpeed({ rate: Infinity });
      await lab.play();
      await page.until(() => page.held.length === FRAME_BUFFERS);
      const stale = page.timePs;
      let { timePs } = await lab.ledger({ processor: 0 });
      for (const from = timePs; timePs < from + 20 * MS;) ({ timePs } = await lab.ledger({ processor: 0 }));
      await pause(100);
      expect(page.frames.length).to.equal(FRAME_BUFFERS);
      page.giveBack();
      await page.until(() => page.frames.length > FRAME_BUFFERS);
      expect(page.timePs).to.be.at.least(timePs);
      expect(timePs).to.be.above(stale);
    }));

  it('seeks there and back, faulty documents in between', () =>
    withLab(async (lab) => {
      await loadedLayout(lab);
      await lab.seek(20 * MS);
      const there = await lab.report();
      expect(await lab.load({ nicscope: 1 })).to.have.property('faults');
      await lab.seek(3 * MS);
      expect((JSON.parse(await lab.report()) as WorldReport).timePs).to.equal(3 * MS);
      await lab.seek(20 * MS);
      expect(await lab.report()).to.equal(there);
    }));

  it('two labs at a time, each with a worker of its own', () =>
    withLab((one) =>
      withLab(async (other) => {
        await Promise.all([loadedLayout(one), loadedLayout(other)]);
        await Promise.all([one.seek(5 * MS), other.seek(10 * MS)]);
        const [first, second] = (await Promise.all([one.report(), other.report()])).map((text) => JSON.parse(text) as WorldReport);
        expect([first!.timePs, second!.timePs]).to.deep.equal([5 * MS, 10 * MS]);
      }),
    ));

  it('errors of questions come through, and the worker goes on', () =>
    withLab(async (lab) => {
      expect(await rejected(lab.play())).to.equal('No scenario is loaded.');
      await loadedLayout(lab);
      expect(await rejected(lab.setSpeed({ rate: 0 }))).to.match(/The rate has to be/);
      await lab.stepEvent();
    }));

  it('a world that breaks while nobody asks breaks the worker, which is told', () =>
    withLab(
      async (lab) => {
        await loadedLayout(lab);
        await lab.setSpeed({ rate: Infinity });
        await lab.play();
        expect((await lab.broken).message).to.match(/^The worker could not run: .*unreachable/);
        expect(await rejected(lab.report())).to.match(/^The worker could not run/);
      },
      new Worker(new URL('./lab-broken-worker.ts', import.meta.url), { type: 'module' }),
    ));

  it('after dispose calls under way and later ones reject', async () => {
    const lab = await createLab();
    await loadedLayout(lab);
    const seek = rejected(lab.seek(1e15));
    lab.dispose();
    expect(await seek).to.equal('The engine was ended.');
    expect(await rejected(lab.play())).to.equal('The engine was ended.');
    lab.dispose();
  });
});

describe('Worker connection', () => {
  const urlOf = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const workerOf = (text: string) => new Worker(urlOf(text));
  const missing = () => {
    const url = urlOf('');
    URL.revokeObjectURL(url);
    return new Worker(url);
  };

  for (const [name, worker, message] of [
    ['that is not there', missing, /^The worker could not run\. A content security policy may block it\.$/],
    ['that throws at once', () => workerOf('throw new Error("at once")'), /^The worker could not run: .*at once/],
    ['that throws later', () => workerOf('onmessage = () => { throw new Error("later") }'), /^The worker could not run: .*later/],
  ] as const)
    it(`a worker ${name}: calls reject, before and after`, async () => {
      const { ask, broken, end } = connectWorker<{ question(): Promise<void> }>(worker());
      expect(await rejected(ask((remote) => remote.question()))).to.match(message);
      expect((await broken).message).to.match(message);
      expect(await rejected(ask((remote) => remote.question()))).to.match(message);
      end();
      expect(await rejected(ask((remote) => remote.question()))).to.match(message);
    });
});
