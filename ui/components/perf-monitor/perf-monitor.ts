import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CounterLog } from '../../counters/log-read.ts';
import type { WindowsVersion } from '../../counters/objects.ts';
import type { CounterSeries } from '../../counters/series.ts';
import { shownScales, statisticsOf, valueAt, windowOf, type Statistics, type TimeWindow } from '../../counters/statistics.ts';
import { define, emit } from '../element.ts';
import '../message/message.ts';
import type { InstancesByObject } from '../perf-add/choice.ts';
import '../perf-add/perf-add.ts';
import type { NicPerfAdd } from '../perf-add/perf-add.ts';
import '../perf-bar/perf-bar.ts';
import type { PerfView } from '../perf-bar/perf-bar.ts';
import '../perf-histogram/perf-histogram.ts';
import type { LegendRow } from '../perf-legend/columns.ts';
import '../perf-legend/perf-legend.ts';
import '../perf-lines/perf-lines.ts';
import '../perf-logs/perf-logs.ts';
import '../perf-report/perf-report.ts';
import { base, card } from '../theme.ts';

/** What is worked out once for all views. */
interface Shown {
  window: TimeWindow | null;
  scales: ReadonlyMap<string, number>;
  statistics: ReadonlyMap<string, Statistics>;
  last: ReadonlyMap<string, number | null>;
  numbers: ReadonlyMap<string, number>;
}

/**
 * Performance Monitor: counters of a computer over virtual time as lines, bars or text, with the logs of real servers beside them. Shows
 * what it is given and tells what is wanted; whoever uses it samples, keeps the lists (ui/counters/series.ts, overlay.ts) and writes files.
 *
 * @tagname nic-perf-monitor
 * @fires {CustomEvent<{paths: CounterPath[]}>} nic-counters-add - Counters are to be added; without wildcards, and none that is shown.
 * @fires {CustomEvent<{ids: string[]}>} nic-counters-remove - Series are to be removed.
 * @fires {CustomEvent<{ids: string[], hidden: boolean}>} nic-counters-show - Series are to be hidden, or shown again.
 * @fires {CustomEvent<{ids: string[], scale: SeriesScale}>} nic-scale-change - A scale was chosen.
 * @fires {CustomEvent<{view: PerfView}>} nic-view-change - Another view was chosen.
 * @fires {CustomEvent<{paused: boolean}>} nic-pause-change - The display is to stop, or to go on.
 * @fires {CustomEvent<{intervalPs: number, windowPs: number}>} nic-sampling-change - Another interval or duration was chosen.
 * @fires nic-log-start - Samples are to be logged from now on.
 * @fires nic-log-stop - The log is to end.
 * @fires nic-save-csv - What was sampled is to be saved as CSV.
 * @fires {CustomEvent<{file: File}>} nic-import-csv - A log of a real server was chosen.
 * @fires {CustomEvent<{id: string, beginPs: number}>} nic-overlay-place - A log is to begin at another virtual time.
 * @fires {CustomEvent<{id: string, columns: LogColumn[]}>} nic-overlay-columns - These columns of a log are to be shown.
 * @fires {CustomEvent<{id: string}>} nic-overlay-close - A log is to go.
 * @fires nic-fault-dismiss - The message was read.
 */
export class NicPerfMonitor extends LitElement {
  static override styles = [
    base,
    card,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s2);
      }
      .empty {
        padding: var(--nic-s6) var(--nic-s4);
        border: 1px dashed var(--nic-line);
        border-radius: var(--nic-radius);
        text-align: center;
        color: var(--nic-quiet);
      }
      .state {
        padding: 0 var(--nic-s2);
        border: 1px solid var(--nic-warn);
        border-radius: 1rem;
        color: var(--nic-warn);
        font-size: var(--nic-size-small);
      }
    `,
  ];

  @property() version: WindowsVersion = 'ws2008r2';
  @property() computer = '';
  /** By name of an object the instances that it has now. */
  @property({ attribute: false }) instances: InstancesByObject = {};
  /** Emulated and imported series, in the order of adding. A changed list is a new one. */
  @property({ attribute: false }) series: readonly CounterSeries[] = [];
  /** Logs that are open; their columns that are shown are among the series. */
  @property({ attribute: false }) logs: readonly CounterLog[] = [];
  @property() view: PerfView = 'line';
  @property({ type: Boolean }) paused = false;
  @property({ type: Number }) intervalPs = 1_000_000_000_000;
  /** How much is shown; Infinity is everything that is given. */
  @property({ type: Number }) windowPs = 100_000_000_000_000;
  @property({ type: Boolean }) logging = false;
  /** Samples in the log that runs. */
  @property({ type: Number }) logged = 0;
  /** What went wrong, such as with a file; a whole sentence. */
  @property() fault = '';

  @state() private selected: string | null = null;
  @state() private highlight = false;
  @state() private cursorPs: number | null = null;
  @query('nic-perf-add') private dialog!: NicPerfAdd;

  private shown: Shown = { window: null, scales: new Map(), statistics: new Map(), last: new Map(), numbers: new Map() };

  /** Opens the dialog that adds counters. */
  addCounters(): void {
    this.dialog.show();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('series') && !changed.has('windowPs')) return;
    this.shown = this.work();
    const { window } = this.shown;
    if (!this.series.some(({ id }) => id === this.selected)) this.selected = null;
    if (!window || (this.cursorPs !== null && (this.cursorPs < window.fromPs || this.cursorPs > window.toPs))) this.cursorPs = null;
  }

  private work(): Shown {
    const { series } = this;
    const window = windowOf(series, this.windowPs);
    const numbers = new Map(series.map(({ id }, index) => [id, index + 1]));
    if (!window) return { window, numbers, scales: new Map(), statistics: new Map(), last: new Map() };
    const statistics = new Map(series.map((one) => [one.id, statisticsOf(one, window)]));
    const last = new Map([...statistics].map(([id, { last: value }]) => [id, value]));
    return { window, numbers, scales: shownScales(series, window), statistics, last };
  }

  override render() {
    const { series, logs, shown, fault } = this;
    return html`<div
        class="card"
        @keydown=${this.keyed}
        @nic-perf-select=${(event: CustomEvent<{ id: string }>) => (this.selected = event.detail.id)}
        @nic-perf-cursor=${(event: CustomEvent<{ timePs: number | null }>) => (this.cursorPs = event.detail.timePs)}
        @nic-perf-add=${this.addCounters}
        @nic-perf-remove=${this.removeSelected}
        @nic-perf-highlight=${() => (this.highlight = !this.highlight)}
      >
        <div class="bar">
          <h2>Performance Monitor</h2>
          <span class="quiet-text">${this.computer === '' ? nothing : `\\\\${this.computer}`}</span>
          ${this.paused ? html`<span class="state">Display paused</span>` : nothing}
        </div>
        <nic-perf-bar
          .view=${this.view}
          .paused=${this.paused}
          .highlight=${this.highlight}
          .logging=${this.logging}
          .logged=${this.logged}
          .count=${series.length}
          .selection=${this.selected !== null}
          .intervalPs=${this.intervalPs}
          .windowPs=${this.windowPs}
        ></nic-perf-bar>
        ${fault ? html`<nic-message severity="error" closable @nic-close=${this.dismissed}>${fault}</nic-message>` : nothing}
        ${series.length === 0 ? this.empty() : this.views()}
        ${logs.length === 0 ? nothing : html`<nic-perf-logs .logs=${logs} .series=${series} .window=${shown.window}></nic-perf-logs>`}
      </div>
      <nic-perf-add .version=${this.version} .computer=${this.computer} .instances=${this.instances} .series=${series}></nic-perf-add>`;
  }

  private empty() {
    return html`<p class="empty">No counters are shown. Add counters of the computer, or compare with the log of a real server.</p>`;
  }

  private views() {
    const { window } = this.shown;
    if (!window)
      return html`<p class="empty">No samples yet: values appear as virtual time goes on.</p>
        ${this.legend()}`;
    const visible = this.series.filter(({ hidden }) => !hidden);
    const { scales, numbers, last } = this.shown;
    switch (this.view) {
      case 'line':
        return html`<nic-perf-lines
            .series=${visible}
            .window=${window}
            .scales=${scales}
            .selected=${this.selected}
            .highlight=${this.highlight}
            .cursorPs=${this.cursorPs}
          ></nic-perf-lines>
          ${this.legend()}`;
      case 'histogram':
        return html`<nic-perf-histogram
            .series=${visible}
            .numbers=${numbers}
            .scales=${scales}
            .last=${last}
            .selected=${this.selected}
            .highlight=${this.highlight}
          ></nic-perf-histogram>
          ${this.legend()}`;
      case 'report':
        return html`<nic-perf-report .series=${visible} .last=${last} .selected=${this.selected}></nic-perf-report>`;
    }
  }

  private legend() {
    const hasCursor = this.view === 'line' && this.cursorPs !== null;
    const rows = this.series.map((series): LegendRow => ({
      series,
      number: this.shown.numbers.get(series.id)!,
      scale: this.shown.scales.get(series.id) ?? 1,
      statistics: this.shown.statistics.get(series.id) ?? null,
      atCursor: hasCursor ? valueAt(series, this.cursorPs!) : undefined,
    }));
    return html`<nic-perf-legend .rows=${rows} .selected=${this.selected} .cursor=${hasCursor}></nic-perf-legend>`;
  }

  private removeSelected(): void {
    if (this.selected !== null) emit(this, 'nic-counters-remove', { ids: [this.selected] });
  }

  private dismissed(event: Event): void {
    event.stopPropagation();
    emit(this, 'nic-fault-dismiss', null);
  }

  private keyed(event: KeyboardEvent): void {
    if (!event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.key.toLowerCase() !== 'h') return;
    event.preventDefault();
    this.highlight = !this.highlight;
  }
}

define('nic-perf-monitor', NicPerfMonitor);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-monitor': NicPerfMonitor;
  }
}
