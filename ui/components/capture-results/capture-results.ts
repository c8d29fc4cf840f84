import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type {
  CaptureReport,
  Evaluation,
  FlowPage,
  FlowQuery,
  FlowRow,
  KeySpread,
  Measure,
  ServerChoice,
  WhatIf,
} from '../../analysis/types.ts';
import { rssDefaults, rssFaults, type RssSettings } from '../../features/rss.ts';
import { define, emit } from '../element.ts';
import { formatLoad, formatPercent } from '../format.ts';
import { base, card } from '../theme.ts';
import '../baseline-panel/baseline-panel.ts';
import '../flow-table/flow-table.ts';
import '../heat-strip/heat-strip.ts';
import '../key-spread/key-spread.ts';
import '../load-bars/load-bars.ts';
import '../message/message.ts';
import '../rss-form/rss-form.ts';
import '../server-line/server-line.ts';
import '../verdict-card/verdict-card.ts';
import '../what-if-list/what-if-list.ts';
import { processorBars, queueBars } from '../load-bars/bars-of.ts';
import { layout } from './layout.ts';

/** Everything that the page knows about an open capture; it shows, and asks for changes by events. */
export interface CaptureView {
  report: CaptureReport;
  evaluation: Evaluation;
  /** Evaluation under the pinned setting, or null. */
  baseline: Evaluation | null;
  pinned: RssSettings | null;
  /** What the controls say; ahead of evaluation.settings while an answer is under way or a value is faulty. */
  settings: RssSettings;
  server: ServerChoice;
  variants: readonly WhatIf[];
  keys: KeySpread | null;
  /** True while variants and keys are of an earlier setting. */
  whatIfBusy: boolean;
  flowPage: FlowPage | null;
  flowQuery: FlowQuery;
}

/**
 * The answer to a capture: verdict, loads, heat strip, flows, and the live controls beside them.
 *
 * @tagname nic-capture-results
 * @slot copy - Ways to take the setting away.
 * @csspart verdict - The verdict.
 * @csspart loads - Load per processor and queue.
 * @csspart heat - Load over time.
 * @csspart flows - The flow table.
 * @csspart controls - The live controls.
 * @fires {CustomEvent<{settings: RssSettings}>} nic-settings-change
 * @fires {CustomEvent<{server: ServerChoice}>} nic-server-change
 * @fires {CustomEvent<{measure: Measure}>} nic-measure-change
 * @fires {CustomEvent<{query: FlowQuery}>} nic-flow-query
 * @fires nic-pin
 * @fires nic-unpin
 */
export class NicCaptureResults extends LitElement {
  static override styles = [base, card, layout];

  @property({ attribute: false }) view: CaptureView | null = null;
  /** Address of the Hash page for a flow, or null. */
  @property({ attribute: false }) hashLink: (row: FlowRow) => string | null = () => null;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    return html`<div class="contain">
      ${
        rssFaults(view.settings).length
          ? html`<nic-message class="stale" severity="warning"
              >A setting is at fault. What stands here answers the last good setting.</nic-message
            >`
          : nothing
      }
      <div class="grid" @nic-queue-select=${this.queueSelected} @nic-entry-select=${this.entrySelected}>
        ${this.verdict(view)} ${this.loads(view)} ${this.controls(view)} ${this.heat(view)} ${this.flows(view)}
      </div>
    </div>`;
  }

  private verdict({ evaluation, baseline, variants, whatIfBusy, server }: CaptureView) {
    return html`<nic-verdict-card
      class="verdict"
      part="verdict"
      .evaluation=${evaluation}
      .baseline=${baseline}
      .variants=${whatIfBusy ? [] : variants}
    >
      <nic-server-line .finding=${evaluation.server} .choice=${server}></nic-server-line>
    </nic-verdict-card>`;
  }

  private loads(view: CaptureView) {
    const { evaluation, baseline, flowQuery } = view;
    const { verdict, measure, notHashed, total } = evaluation;
    const selected = flowQuery.filter.kind === 'queue' ? flowQuery.filter.queue : null;
    const bars = (label: string, list: ReturnType<typeof queueBars>) =>
      html`<nic-load-bars
        .bars=${list}
        measure=${measure}
        .fairShare=${verdict.fairShare}
        .selected=${selected}
        label=${label}
      ></nic-load-bars>`;
    return html`<section class="card loads" part="loads" aria-label="Load">
      <header>
        <h2>Load per processor</h2>
        <div class="segments end" role="group" aria-label="Measure">
          ${this.measureButton(measure, 'packets', 'Packets')}${this.measureButton(measure, 'bytes', 'Bytes')}
        </div>
      </header>
      ${bars('Load per processor', processorBars(evaluation, baseline))}
      <h2 class="second">Load per queue</h2>
      ${bars('Load per queue', queueBars(evaluation, baseline))}
      <p class="key">
        <span><i class="dash"></i>fair share ${formatPercent(verdict.fairShare)}</span>
        ${baseline ? html`<span><i class="tick"></i>baseline</span>` : nothing}
        ${
          notHashed[measure] > 0
            ? html`<span
                  ><i class="hatch"></i>not hashed: ${formatLoad(notHashed[measure], measure)}
                  (${formatPercent(notHashed[measure] / total[measure])})</span
                >
                <button class="quiet" type="button" @click=${() => this.ask({ kind: 'not-hashed' })}>Show these flows</button>`
            : nothing
        }
      </p>
    </section>`;
  }

  private measureButton(current: Measure, measure: Measure, label: string) {
    return html`<button
      type="button"
      aria-pressed=${current === measure ? 'true' : 'false'}
      @click=${() => emit(this, 'nic-measure-change', { measure })}
    >
      ${label}
    </button>`;
  }

  private controls(view: CaptureView) {
    const { evaluation, settings } = view;
    return html`<div class="side" part="controls">
      <section class="card" aria-label="RSS settings">
        <header>
          <h2>RSS settings</h2>
          <button class="quiet end" type="button" @click=${() => emit(this, 'nic-settings-change', { settings: rssDefaults })}>
            Defaults
          </button>
        </header>
        <nic-rss-form
          .settings=${settings}
          measure=${evaluation.measure}
          .entryLoads=${evaluation.entries[evaluation.measure]}
        ></nic-rss-form>
      </section>
      <section class="card" aria-label="Baseline">
        <header><h2>Baseline</h2></header>
        <nic-baseline-panel .settings=${settings} .pinned=${view.pinned}></nic-baseline-panel>
      </section>
      <section class="card" aria-label="What if">
        <header><h2>What if</h2></header>
        <nic-what-if-list .variants=${view.variants} .share=${evaluation.verdict.share} ?busy=${view.whatIfBusy}></nic-what-if-list>
      </section>
      ${
        view.keys
          ? html`<section class="card" aria-label="This key among random keys">
              <header><h2>This key among random keys</h2></header>
              <nic-key-spread
                .spread=${view.keys}
                .share=${evaluation.verdict.share}
                @nic-key-change=${(event: CustomEvent<{ key: string }>) => emit(this, 'nic-settings-change', { settings: { ...settings, key: event.detail.key } })}
              ></nic-key-spread>
            </section>`
          : nothing
      }
      <section class="card" aria-label="Copy this setting">
        <header><h2>Copy this setting</h2></header>
        <slot name="copy"></slot>
      </section>
    </div>`;
  }

  private heat({ evaluation }: CaptureView) {
    return html`<section class="card heat" part="heat" aria-label="Load over time">
      <header><h2>Load over time, per queue</h2></header>
      <nic-heat-strip
        .heat=${evaluation.heat}
        .processors=${evaluation.queues.map(({ processor }) => processor)}
        measure=${evaluation.measure}
      ></nic-heat-strip>
    </section>`;
  }

  private flows(view: CaptureView) {
    return html`<section class="card flows" part="flows" aria-label="Flows">
      <header><h2>Flows</h2></header>
      <nic-flow-table
        .page=${view.flowPage}
        .query=${view.flowQuery}
        .queues=${view.evaluation.queues.length}
        .total=${view.evaluation.total}
        .hashLink=${this.hashLink}
      ></nic-flow-table>
    </section>`;
  }

  /** A second click on a bar shows all received flows again. */
  private queueSelected(event: CustomEvent<{ queue: number }>): void {
    const { queue } = event.detail;
    const current = this.view?.flowQuery.filter;
    this.ask(current?.kind === 'queue' && current.queue === queue ? { kind: 'ingress' } : { kind: 'queue', queue });
  }

  private entrySelected(event: CustomEvent<{ entry: number }>): void {
    this.ask({ kind: 'entry', entry: event.detail.entry });
  }

  private ask(filter: FlowQuery['filter']): void {
    if (this.view) emit(this, 'nic-flow-query', { query: { ...this.view.flowQuery, filter, offset: 0 } });
  }
}

define('nic-capture-results', NicCaptureResults);

declare global {
  interface HTMLElementTagNameMap {
    'nic-capture-results': NicCaptureResults;
  }
}
