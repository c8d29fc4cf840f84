// Frames on their way to the views: given back at once, rates against the right frame, nothing from the world before.

import { expect } from '@open-wc/testing';
import { LabFeed } from '../../ui/app/lab-feed.ts';
import type { LabMoment } from '../../ui/components/lab-view/moment.ts';
import type { LabApi } from '../../ui/engine/lab-api.ts';
import type { LabFrame } from '../../ui/scenario/lab-frame.ts';
import { fakeFrame } from '../components/fake-lab.ts';
import { draft, layoutOf, MS } from '../components/lab-scene.ts';

const layout = layoutOf(draft());

interface Stage {
  feed: LabFeed;
  moments: LabMoment[];
  /** What came back for reuse. */
  returned: unknown[];
  send(frame: LabFrame): void;
  /** Posts a frame and waits until it is shown. */
  post(ps: number, playing?: boolean): Promise<LabMoment>;
}

async function stage(): Promise<Stage> {
  const moments: LabMoment[] = [];
  const returned: unknown[] = [];
  let shown: () => void = () => undefined;
  let port: MessagePort | null = null;
  const feed = new LabFeed({
    show: (moment) => {
      moments.push(moment);
      shown();
    },
  });
  await feed.follow(
    {
      attach: async (given: MessagePort) => {
        port = given;
        port.onmessage = ({ data }) => returned.push(data);
      },
    } as LabApi,
    layout,
  );
  const send = ({ values }: LabFrame) => port!.postMessage({ frame: values.buffer }, [values.buffer]);
  return {
    feed,
    send,
    moments,
    returned,
    async post(ps, playing = false) {
      const next = new Promise<void>((resolve) => (shown = resolve));
      send(fakeFrame(layout, ps, { playing }));
      await next;
      return moments.at(-1)!;
    },
  };
}

const timeOf = (moment: LabMoment | null, which: 'frame' | 'before') => moment?.[which]?.get('head', 0, 'timePs') ?? null;

describe('the feed of the Lab page', () => {
  it('gives every buffer back, whole', async () => {
    const { post, returned, feed } = await stage();
    await post(0);
    await post(MS);
    // A moment is shown before its buffer comes back, over the port.
    while (returned.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(returned.map((buffer) => (buffer as ArrayBuffer).byteLength)).to.deep.equal(
      [1, 1].map(() => fakeFrame(layout, 0).values.byteLength),
    );
    feed.stop();
  });

  it('compares a step with the moment before it', async () => {
    const { post, feed } = await stage();
    expect(timeOf(await post(0), 'before')).to.equal(null);
    expect(timeOf(await post(MS), 'before')).to.equal(0);
    expect(timeOf(await post(3 * MS), 'before')).to.equal(MS);
    feed.stop();
  });

  it('compares with nothing after a jump backwards, and remembers how far the run went', async () => {
    const { post, feed } = await stage();
    await post(0);
    await post(5 * MS);
    const moment = await post(2 * MS);
    expect([timeOf(moment, 'frame'), timeOf(moment, 'before')]).to.deep.equal([2 * MS, null]);
    expect(feed.playedPs).to.equal(5 * MS);
    feed.stop();
  });

  it('while it plays compares with one of the last few tenths of a second', async () => {
    const { post, feed } = await stage();
    let ps = 0;
    await post(0, true);
    for (const end = performance.now() + 700; performance.now() < end;) {
      await post((ps += MS), true);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const moment = await post((ps += MS), true);
    const before = timeOf(moment, 'before')!;
    expect(before).to.be.greaterThan(0);
    expect(before).to.be.lessThan(ps);
    feed.stop();
  });

  it('leaves out a frame of another size: it is of the world before', async () => {
    const { send, post, moments, feed } = await stage();
    await post(0);
    send(fakeFrame(layoutOf({ ...draft(), switches: [{ name: 'switch', ports: 9 }] }), 9 * MS));
    expect(timeOf(await post(MS), 'frame')).to.equal(MS);
    expect(moments.map((moment) => timeOf(moment, 'frame'))).to.deep.equal([0, MS]);
    expect(feed.playedPs).to.equal(MS);
    feed.stop();
  });
});
