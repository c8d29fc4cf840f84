import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../app/hash-page.ts';
import { define, emit } from '../components/element.ts';
import '../components/message/message.ts';
import { base, hostTokens } from '../components/theme.ts';
import type { Engine } from '../engine/client.ts';
import { LazyEngine } from './lazy-engine.ts';
import { startOf, type Start } from './presets.ts';
import './scope-capture.ts';
import type { NicScopeCapture } from './scope-capture.ts';
import type { NicScopeEvents, Phase } from './scope-events.ts';
import { scopeStyles } from './scope-styles.ts';

/** Events of the parts inside; the element speaks for itself and keeps them in. */
const innerEvents =
  'nic-cancel nic-close nic-draft-change nic-entry-select nic-example nic-file nic-flow-query nic-hash-types-change nic-key-change nic-measure-change nic-number-change nic-pin ' +
  'nic-problem nic-queue-select nic-sample nic-server-change nic-session nic-settings-change nic-state nic-step nic-subject nic-table-change nic-tuple-change nic-unpin';

/**
 * nicscope in any page: a capture with its verdict, or the calculation of one RSS hash.
 *
 * The element needs no server and no cross-origin isolation. Its worker and its core are inside the module; the one request
 * that it makes is for `src`. It starts when it comes near the visible part of the page, and ends its worker when it is removed.
 * A content security policy of the page has to allow `script-src 'wasm-unsafe-eval'` and `worker-src blob:`.
 *
 * @tagname nic-scope
 * @slot - What is shown until the element runs, and where it cannot run: a picture or a sentence.
 * @csspart base - All of the content.
 * @csspart message - Why the element does not run.
 * @csspart verdict - Capture view: the verdict.
 * @csspart loads - Capture view: load per processor and queue.
 * @csspart heat - Capture view: load over time.
 * @csspart controls - Capture view: the settings, folded away.
 * @csspart drop - Capture view without `src`: the target that asks for a capture.
 * @csspart input - Hash view: the form.
 * @csspart result - Hash view: where the packet goes, and why.
 * @csspart steps - Hash view: the calculation, bit by bit.
 * @csspart examples - Hash view: the published hashes.
 * @csspart settings - Hash view: the settings, folded away.
 * @cssprop --nic-accent - Colour of links, buttons and marks.
 * @cssprop --nic-bg - Ground behind the cards.
 * @cssprop --nic-surface - Ground of the cards.
 * @cssprop --nic-text - Colour of text.
 * @cssprop --nic-font - Font of text.
 * @cssprop --nic-mono - Font of numbers in hexadecimal and binary.
 * @fires {CustomEvent<{relaxedSimd: boolean, abiHash: number}>} nic-ready - The core runs.
 * @fires {CustomEvent<{report: CaptureReport}>} nic-report - A capture was read, to its end or to a fault.
 * @fires {CustomEvent<{verdict: Verdict, evaluation: Evaluation, state: string}>} nic-verdict - A new answer.
 * @fires {CustomEvent<{phase: 'start' | 'settings' | 'open' | 'evaluate', message: string}>} nic-error - Something failed; the element shows the same message.
 */
export class NicScope extends LitElement {
  static override styles = [hostTokens, base, scopeStyles];

  /** What is shown: "capture" or "hash". Empty: what `state` names, else "capture". */
  @property({ reflect: true }) view = '';
  /** Address of a capture (pcap or pcapng, plain or gzip), relative to the page. */
  @property({ reflect: true }) src = '';
  /** Name of a ready setting, such as "verification-8-queues"; `state` goes over it. */
  @property({ reflect: true }) preset = '';
  /** Setting, as after the “#” in the site's address: "capture?q=8&key=symmetric". Follows what the user changes. */
  @property({ reflect: true }) state = '';
  /** "light", "dark", or "auto": the colour scheme of the page around. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  @state() private start: Start = startOf('', '', '');
  @state() private address = '';
  private written: string | null = null;
  private told: { report: unknown; evaluation: unknown; failure: string | null } = { report: null, evaluation: null, failure: null };

  private readonly lazy = new LazyEngine(
    this,
    (engine) => void this.ready(engine),
    (message) => this.tell('nic-error', { phase: 'start', message }),
  );

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') || changed.has('preset') || (changed.has('state') && this.state !== this.written)) {
      this.written = null;
      this.start = startOf(this.view, this.preset, this.state);
      for (const message of this.start.faults) this.tell('nic-error', { phase: 'settings', message });
    }
    if (changed.has('src')) this.address = this.resolve(this.src);
  }

  override render() {
    const { engine, failure } = this.lazy;
    if (!engine)
      return html`<div part="base" class=${failure ? '' : 'waiting'}>
        ${
          failure
            ? html`<nic-message part="message" severity="error"
                >nicscope cannot run here. ${failure}
                <button slot="action" type="button" @click=${() => this.lazy.start()}>Try again</button></nic-message
              >`
            : nothing
        }
        <slot></slot>
      </div>`;
    return html`<div part="base" class="content">
      ${this.start.faults.map((fault) => html`<nic-message part="message" severity="warning">${fault}</nic-message>`)}
      ${keyed(engine, this.start.view === 'hash' ? this.hash(engine) : this.capture(engine))}
    </div>`;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of innerEvents.split(' ')) root.addEventListener(type, (event) => event.stopPropagation());
    return root;
  }

  private hash(engine: Engine) {
    return html`<nic-hash-page
      embedded
      exportparts="input, result, steps, examples, settings"
      .engine=${engine}
      .params=${this.start.params}
      @nic-tuple-change=${(event: CustomEvent<{ params: [string, string][] }>) => this.write(`hash?${new URLSearchParams(event.detail.params)}`)}
    ></nic-hash-page>`;
  }

  private capture(engine: Engine) {
    return html`<nic-scope-capture
      exportparts="verdict, loads, heat, controls, drop"
      .engine=${engine}
      .src=${this.address}
      .params=${this.start.params}
      @nic-state=${(event: CustomEvent<{ state: string }>) => this.write(event.detail.state.slice(1))}
      @nic-problem=${(event: CustomEvent<{ message: string }>) => this.tell('nic-error', { phase: 'settings', message: event.detail.message })}
      @nic-session=${this.report}
    ></nic-scope-capture>`;
  }

  /** Notes what the user set, without starting anew from it. */
  private write(state: string): void {
    this.written = state;
    this.state = state;
  }

  private resolve(src: string): string {
    if (!src) return '';
    if (URL.canParse(src, this.baseURI)) return new URL(src, this.baseURI).href;
    this.tell('nic-error', { phase: 'open', message: `“${src}” is not an address.` });
    return '';
  }

  private async ready(engine: Engine): Promise<void> {
    this.told = { report: null, evaluation: null, failure: null };
    this.start = startOf(this.view, this.preset, this.state);
    this.tell('nic-ready', await engine.core());
  }

  /** Turns changes of the session into events, each once. */
  private report(event: Event): void {
    const { report, evaluation, failure } = (event.currentTarget as NicScopeCapture).session;
    const { told } = this;
    this.told = { report, evaluation, failure };
    if (report && report !== told.report) this.tell('nic-report', { report });
    if (evaluation && evaluation !== told.evaluation)
      this.tell('nic-verdict', { verdict: evaluation.verdict, evaluation, state: this.state });
    if (failure && failure !== told.failure) {
      const phase: Phase = report ? 'evaluate' : 'open';
      this.tell('nic-error', { phase, message: failure });
    }
  }

  private tell<Type extends keyof NicScopeEvents>(type: Type, detail: NicScopeEvents[Type]['detail']): void {
    emit(this, type, detail);
  }
}

define('nic-scope', NicScope);

declare global {
  interface HTMLElementTagNameMap {
    'nic-scope': NicScope;
  }
  interface HTMLElementEventMap {
    'nic-ready': NicScopeEvents['nic-ready'];
    'nic-report': NicScopeEvents['nic-report'];
    'nic-verdict': NicScopeEvents['nic-verdict'];
    'nic-error': NicScopeEvents['nic-error'];
  }
}
