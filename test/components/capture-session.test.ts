// The Capture page's state over a scripted engine: opening, changing, overtaking, failing. Time passes only where the script says.

import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import type { CaptureReport } from '../../ui/analysis/types.ts';
import { captureFragment, readCaptureFragment } from '../../ui/app/capture-link.ts';
import { CaptureSession, type CaptureChoices } from '../../ui/app/capture-session.ts';
import { flowLink, readEndpoint } from '../../ui/app/flow-link.ts';
import { pageOf } from '../../ui/app/route.ts';
import type { CaptureEngineApi, EvaluateOptions, Progress } from '../../ui/engine/api.ts';
import { rssDefaults } from '../../ui/features/rss.ts';
import { eightQueues, evaluationOf, flowPage, flowRow, keys, report, variants } from './fakes.ts';

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

const file = () => new Blob(['x']);
interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

function deferred<T>(): Deferred<T> {
  let settle!: Pick<Deferred<T>, 'resolve' | 'reject'>;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
}

const abort = () => new DOMException('Cancelled.', 'AbortError');

class ScriptedEngine implements CaptureEngineApi {
  evaluated: EvaluateOptions[] = [];
  compared = 0;
  progress: (progress: Progress) => void = () => undefined;
  opening: Deferred<CaptureReport>[] = [];
  /** When set, evaluate() waits for it. */
  gate: Promise<void> = Promise.resolve();

  open(
    _source: Blob | ReadableStream<Uint8Array>,
    _name: string,
    onProgress: (progress: Progress) => void = () => undefined,
  ): Promise<CaptureReport> {
    this.progress = onProgress;
    const answer = deferred<CaptureReport>();
    this.opening.push(answer);
    return answer.promise;
  }
  cancel(): void {
    this.opening.at(-1)?.reject(abort());
  }
  async evaluate(options: EvaluateOptions) {
    this.evaluated.push(options);
    await this.gate;
    return evaluationOf({ settings: options.settings, measure: options.measure });
  }
  async whatIf() {
    this.compared += 1;
    return { variants, keys };
  }
  flows = async () => flowPage;
  core = async () => ({ relaxedSimd: false, abiHash: 0 });
  explain = () => Promise.reject(new Error('not here'));
}

function staged() {
  const engine = new ScriptedEngine();
  const settled: CaptureChoices[] = [];
  const session = new CaptureSession(
    host,
    async () => engine,
    (choices) => settled.push(choices),
  );
  const open = async (name = 'web.pcap', from = {}) => {
    const count = engine.opening.length;
    const done = session.open(name, file, from);
    await waitUntil(() => engine.opening.length > count);
    return { done, answer: engine.opening.at(-1)! };
  };
  const opened = async () => {
    const { done, answer } = await open();
    answer.resolve(report);
    await done;
    await waitUntil(() => session.evaluation !== null);
  };
  return { engine, session, settled, open, opened };
}

describe('a capture session', () => {
  it('while a capture is read shows its progress; then the answer', async () => {
    const { engine, session, open } = staged();
    const { done, answer } = await open();
    engine.progress({ bytes: 5, totalBytes: 10, frames: 1, flows: 1, bytesPerSecond: 1 });
    expect(session.reading?.progress?.bytes).to.equal(5);
    answer.resolve(report);
    await done;
    expect(session.reading).to.equal(null);
    await waitUntil(() => session.flowPage !== null);
    expect(session.evaluation?.settings).to.deep.equal(rssDefaults);
  });

  it('that fails to open another keeps the one that is open and says why', async () => {
    const { session, open, opened } = staged();
    await opened();
    const before = session.evaluation;
    const { done, answer } = await open('broken.pcap');
    answer.reject(new Error('Frame 3 at byte 90 is too long.'));
    await done;
    expect(session.failure).to.equal('broken.pcap could not be opened. Frame 3 at byte 90 is too long.');
    expect([session.report, session.evaluation, session.reading]).to.deep.equal([report, before, null]);
  });

  it('that is cancelled says nothing and keeps the one that is open', async () => {
    const { session, open, opened } = staged();
    await opened();
    const { done } = await open('huge.pcap');
    await session.cancel();
    await done;
    expect([session.failure, session.reading, session.report?.name]).to.deep.equal([null, null, report.name]);
  });

  it('asked for a second capture while the first is read takes the second', async () => {
    const { session, open } = staged();
    const first = await open('first.pcap');
    const second = await open('second.pcap');
    first.answer.resolve({ ...report, name: 'first.pcap' });
    await first.done;
    expect(session.reading?.name).to.equal('second.pcap');
    second.answer.resolve({ ...report, name: 'second.pcap' });
    await second.done;
    expect(session.report?.name).to.equal('second.pcap');
  });

  it('changed many times while an answer is under way asks once more, for the last change', async () => {
    const { engine, session, opened } = staged();
    await opened();
    await waitUntil(() => session.flowPage !== null);
    const gate = deferred<void>();
    engine.gate = gate.promise;
    engine.evaluated = [];
    session.choose({ settings: { ...rssDefaults, queues: 2 } });
    await waitUntil(() => engine.evaluated.length === 1);
    for (const queues of [3, 5, 7]) session.choose({ settings: { ...rssDefaults, queues } });
    gate.resolve();
    await waitUntil(() => session.evaluation?.settings.queues === 7);
    expect(engine.evaluated.map(({ settings }) => settings.queues)).to.deep.equal([2, 7]);
  });

  it('with a setting at fault keeps the last good answer', async () => {
    const { engine, session, opened } = staged();
    await opened();
    const before = session.evaluation;
    engine.evaluated = [];
    session.choose({ settings: { ...rssDefaults, queues: 99 } });
    await aTimeout(60); // past the pause after which a change is answered
    expect([engine.evaluated, session.evaluation]).to.deep.equal([[], before]);
  });

  it('pinned evaluates the baseline once, whatever changes after', async () => {
    const { engine, session, opened } = staged();
    await opened();
    session.pin();
    await waitUntil(() => session.baseline !== null);
    engine.evaluated = [];
    session.choose({ settings: eightQueues });
    await waitUntil(() => session.evaluation?.settings === eightQueues);
    expect(engine.evaluated.map(({ settings }) => settings)).to.deep.equal([eightQueues]);
    expect(session.baseline?.settings).to.deep.equal(rssDefaults);
  });

  it('with another measure evaluates the baseline again', async () => {
    const { session, opened } = staged();
    await opened();
    session.pin();
    await waitUntil(() => session.baseline !== null);
    session.choose({ measure: 'bytes' });
    await waitUntil(() => session.baseline?.measure === 'bytes' && session.evaluation?.measure === 'bytes');
    expect(session.flowQuery.sort).to.equal('bytes');
  });

  it('opened anew finds the server again, unless a link names it', async () => {
    const { session, open, opened } = staged();
    await opened();
    session.choose({ server: { kind: 'all' } });
    const plain = await open();
    plain.answer.resolve(report);
    await plain.done;
    expect(session.server).to.deep.equal({ kind: 'auto' });
    session.choose({ server: { kind: 'all' } });
    const linked = await open('one.pcap', { sample: 'one.pcap', byLink: true });
    linked.answer.resolve(report);
    await linked.done;
    expect(session.server).to.deep.equal({ kind: 'all' });
  });

  it('reports the choices behind each answer', async () => {
    const { settled, session, opened } = staged();
    await opened();
    session.choose({ settings: eightQueues });
    await waitUntil(() => settled.length === 2);
    expect(settled.at(-1)).to.deep.equal({
      settings: eightQueues,
      server: { kind: 'auto' },
      measure: 'packets',
      pinned: null,
      sample: null,
    });
  });
});

describe('the address of the Capture page', () => {
  const choices: CaptureChoices = {
    settings: eightQueues,
    server: { kind: 'addresses', addresses: ['192.0.2.10'] },
    measure: 'bytes',
    pinned: rssDefaults,
    sample: 'one elephant.pcap',
  };

  it('brings every choice back', () => expect(readCaptureFragment(captureFragment(choices))).to.deep.equal({ choices, problems: [] }));

  it('without choices names the page alone', () =>
    expect(captureFragment({ settings: rssDefaults, server: { kind: 'auto' }, measure: 'packets', pinned: null, sample: null })).to.equal(
      '#capture',
    ));

  it('with what cannot be read says so and keeps the rest', () => {
    const { choices: read, problems } = readCaptureFragment('#capture?q=900&sample=a.pcap');
    expect([read.settings, read.sample, problems.map(({ parameter }) => parameter)]).to.deep.equal([rssDefaults, 'a.pcap', ['q']]);
  });
});

describe('a fragment', () => {
  for (const [fragment, page] of [
    ['', 'capture'],
    ['#hash?src=::1', 'hash'],
    ['#capture?q=8', 'capture'],
    ['#nowhere', 'capture'],
  ])
    it(`“${fragment}” shows the page ${page}`, () => expect(pageOf(fragment!)).to.equal(page));
});

describe('the link from a flow to its hash', () => {
  const cases: [source: string, destination: string, protocol: string, link: string | null][] = [
    ['192.0.2.1:443', '192.0.2.2:80', 'TCP', '#hash?src=192.0.2.1&dst=192.0.2.2&proto=tcp&sport=443&dport=80'],
    ['[2001:db8::1]:53', '[2001:db8::2]:5353', 'UDP', '#hash?src=2001%3Adb8%3A%3A1&dst=2001%3Adb8%3A%3A2&proto=udp&sport=53&dport=5353'],
    ['192.0.2.1', '192.0.2.2', 'IPv4 fragment (UDP)', '#hash?src=192.0.2.1&dst=192.0.2.2&proto=other'],
    ['2001:db8::1', 'ff02::1', 'ICMPv6', '#hash?src=2001%3Adb8%3A%3A1&dst=ff02%3A%3A1&proto=other'],
    ['02:00:00:00:00:01', 'ff:ff:ff:ff:ff:ff', 'ARP', null],
  ];
  for (const [source, destination, protocol, link] of cases)
    it(`${source} ${protocol}: ${link ? 'has the tuple' : 'there is none'}`, () =>
      expect(flowLink(flowRow({ source, destination, protocol }))).to.equal(link));

  it('reads an address without a port', () => expect(readEndpoint('[2001:db8::1]')).to.deep.equal({ address: '2001:db8::1', port: null }));
});
