// <nic-scope> from its attributes to its events, with the real worker and core.

import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { ethernet, frame, ipv4, tcp } from '../build/frame.ts';
import { pcap } from '../build/pcap.ts';
import '../../ui/widget/index.ts';
import type { NicScope } from '../../ui/widget/nic-scope.ts';
import type { NicScopeCapture } from '../../ui/widget/scope-capture.ts';

/** One connection of 50 segments to 192.0.2.1: whatever the setting, one processor has it all. */
const elephant = pcap(
  Array.from({ length: 50 }, (_, at) => ({
    data: frame(
      ethernet(),
      ipv4({ src: '198.51.100.7', dst: '192.0.2.1' }),
      tcp({ sport: 40000, dport: 80, seq: at * 100 }),
      new Uint8Array(100),
    ),
    ts: BigInt(at) * 1_000_000n,
  })),
);
const address = () => URL.createObjectURL(new Blob([elephant]));
const capture = (el: NicScope) => el.shadowRoot!.querySelector<NicScopeCapture>('nic-scope-capture');
const ready = (el: NicScope) => oneEvent(el, 'nic-ready');

function heard(el: HTMLElement, type: keyof HTMLElementEventMap): unknown[] {
  const details: unknown[] = [];
  el.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
  return details;
}

/**
 * Browsers observe nothing in a tab that is behind another, as tabs of a test run are. This one reports every element as near,
 * but for those that the test keeps far.
 */
class TestObserver {
  static readonly far = new Map<Element, () => void>();
  static keptFar: (element: Element) => boolean = () => false;

  constructor(private readonly callback: IntersectionObserverCallback) {}

  observe(target: Element): void {
    const tell = (isIntersecting: boolean) =>
      this.callback([{ target, isIntersecting } as unknown as IntersectionObserverEntry], this as unknown as IntersectionObserver);
    const far = TestObserver.keptFar(target);
    if (far) TestObserver.far.set(target, () => tell(true));
    queueMicrotask(() => tell(!far));
  }

  disconnect(): void {}
}

describe('<nic-scope>', () => {
  const { IntersectionObserver } = globalThis;
  before(() => (globalThis.IntersectionObserver = TestObserver as unknown as typeof IntersectionObserver));
  after(() => (globalThis.IntersectionObserver = IntersectionObserver));

  it('shows its fallback until the core runs', async () => {
    const el = await fixture<NicScope>(html`<nic-scope view="hash"><p>A picture</p></nic-scope>`);
    expect(el.shadowRoot!.querySelector('slot')!.assignedElements()).to.have.length(1);
    const { detail } = await ready(el);
    expect(detail.abiHash).to.be.a('number');
    await waitUntil(() => el.shadowRoot!.querySelector('nic-hash-page'));
    expect(el.shadowRoot!.querySelector('slot')).to.equal(null);
  });

  it('reads the capture of src and tells report and verdict', async () => {
    const el = document.createElement('nic-scope');
    const [reports, verdicts] = [heard(el, 'nic-report'), heard(el, 'nic-verdict')];
    el.src = address();
    await fixture(html`${el}`);
    await waitUntil(() => verdicts.length, 'a verdict', { timeout: 10_000 });
    expect(reports).to.have.length(1);
    expect(reports[0]).to.have.nested.property('report.frames', 50);
    expect(verdicts[0]).to.have.nested.property('verdict.share', 1);
    expect(verdicts[0]).to.have.nested.property('verdict.cause', 'elephant');
    await waitUntil(() => capture(el)?.shadowRoot!.querySelector('nic-verdict-card'));
    await expect(el).to.be.accessible();
  });

  it('starts from a preset, lets the state go over it, and mirrors both as attributes', async () => {
    const el = await fixture<NicScope>(html`<nic-scope preset="verification-8-queues" state="#capture?q=2"></nic-scope>`);
    await ready(el);
    await waitUntil(() => capture(el));
    await capture(el)!.updateComplete;
    expect(capture(el)!.session.settings).to.include({ queues: 2, maxProcessors: 8 });
    el.preset = 'single-queue';
    el.state = '';
    await el.updateComplete;
    await capture(el)!.updateComplete;
    expect(capture(el)!.session.settings).to.include({ queues: 1, maxProcessors: 1 });
    expect(el.getAttribute('preset')).to.equal('single-queue');
  });

  it('keeps its state up to date with the user, and a hash state names its view', async () => {
    const el = await fixture<NicScope>(
      html`<nic-scope state="#hash?src=66.9.149.187&dst=161.142.100.80&sport=2794&dport=1766&proto=tcp"></nic-scope>`,
    );
    await ready(el);
    const view = () => el.shadowRoot!.querySelector('nic-hash-page')?.shadowRoot?.querySelector('nic-hash-view')?.shadowRoot;
    await waitUntil(() => view()?.querySelector('nic-hash-result'));
    expect(view()!.querySelector('nic-hash-result')!.shadowRoot!.textContent).to.contain('0x51ccc178');
    const port = view()!.querySelector('nic-hash-input')!.shadowRoot!.querySelector<HTMLInputElement>('#sourcePort')!;
    port.value = '2795';
    port.dispatchEvent(new Event('input'));
    await el.updateComplete;
    expect(el.getAttribute('state')).to.equal('hash?src=66.9.149.187&dst=161.142.100.80&sport=2795&dport=1766&proto=tcp');
    await expect(el).to.be.accessible();
  });

  it('keeps events of its parts in', async () => {
    const el = await fixture<NicScope>(html`<nic-scope view="hash"></nic-scope>`);
    await ready(el);
    const outside = heard(document.body, 'nic-subject' as keyof HTMLElementEventMap);
    await waitUntil(() => el.shadowRoot!.querySelector('nic-hash-page')?.shadowRoot?.querySelector('nic-hash-view'));
    const inner = el.shadowRoot!.querySelector('nic-hash-page')!.shadowRoot!.querySelector('nic-hash-view')!;
    const tuple = { source: '192.0.2.1', destination: '192.0.2.2', protocol: 'other', sourcePort: 0, destinationPort: 0 };
    inner.dispatchEvent(new CustomEvent('nic-subject', { detail: { subject: { tuple } }, bubbles: true, composed: true }));
    await el.updateComplete;
    expect(el.state, 'heard inside').to.match(/src=192.0.2.1/);
    expect(outside).to.have.length(0);
  });

  for (const [name, attributes, phase, message] of [
    ['an unknown preset', { preset: 'fast' }, 'settings', /no preset “fast”/],
    ['an unknown view', { view: 'lab' }, 'settings', /no view “lab”/],
    ['a capture that is not there', { src: '/no-such.pcap' }, 'open', /404/],
    ['a file that is no capture', { src: '/package.json' }, 'open', /./],
  ] as const)
    it(`tells ${name}`, async () => {
      const el = document.createElement('nic-scope');
      const errors = heard(el, 'nic-error') as { phase: string; message: string }[];
      for (const [attribute, value] of Object.entries(attributes)) el.setAttribute(attribute, value);
      await fixture(html`${el}`);
      await waitUntil(() => errors.length, 'an error', { timeout: 10_000 });
      expect(errors[0]!.phase).to.equal(phase);
      expect(errors[0]!.message).to.match(message);
    });

  it('says why when workers are blocked, keeps the fallback, and can try again', async () => {
    const { Worker } = globalThis;
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('Blocked by policy.', 'SecurityError');
      }
    } as unknown as typeof Worker;
    try {
      const el = document.createElement('nic-scope');
      const errors = heard(el, 'nic-error');
      el.textContent = 'A picture';
      await fixture(html`${el}`);
      await waitUntil(() => errors.length);
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('nic-message')!.textContent).to.match(/cannot run here.*Blocked by policy/s);
      expect(el.shadowRoot!.querySelector('slot')).not.to.equal(null);
      await expect(el).to.be.accessible();
      globalThis.Worker = Worker;
      el.shadowRoot!.querySelector('button')!.click();
      await ready(el);
    } finally {
      globalThis.Worker = Worker;
    }
  });

  it('ends its worker when removed, and starts another when put back', async () => {
    const { Worker } = globalThis;
    let running = 0;
    globalThis.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        running++;
      }
      override terminate(): void {
        running--;
        super.terminate();
      }
    };
    try {
      const el = await fixture<NicScope>(html`<nic-scope src=${address()}></nic-scope>`);
      await oneEvent(el, 'nic-verdict');
      expect(running).to.equal(1);
      const parent = el.parentElement!;
      parent.append(el);
      await aTimeout(0);
      expect(running, 'moved').to.equal(1);
      el.remove();
      await aTimeout(0);
      expect(running, 'removed').to.equal(0);
      parent.append(el);
      await oneEvent(el, 'nic-verdict');
      expect(running, 'put back').to.equal(1);
    } finally {
      globalThis.Worker = Worker;
    }
  });

  it('does not start while it is far from the screen', async () => {
    TestObserver.keptFar = (element) => element.localName === 'nic-scope';
    try {
      const el = await fixture<NicScope>(html`<nic-scope view="hash"></nic-scope>`);
      const started = heard(el, 'nic-ready');
      await aTimeout(600);
      expect(started).to.have.length(0);
      TestObserver.far.get(el)!();
      await waitUntil(() => started.length, 'a start', { timeout: 10_000 });
    } finally {
      TestObserver.keptFar = () => false;
    }
  });

  it('takes the colour scheme of the page around, or the one that it is told', async () => {
    const el = await fixture<NicScope>(html`<nic-scope></nic-scope>`);
    expect(getComputedStyle(el).colorScheme).to.equal(getComputedStyle(el.parentElement!).colorScheme);
    el.theme = 'dark';
    await el.updateComplete;
    expect(getComputedStyle(el).colorScheme).to.equal('dark');
  });
});
