import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type uPlot from 'uplot';
import type { CounterSeries } from '../../counters/series.ts';
import { firstFrom } from '../../counters/history.ts';
import { valueAt, type TimeWindow } from '../../counters/statistics.ts';
import { define, emit } from '../element.ts';
import { readInks } from '../lab-view/inks.ts';
import { isDark } from '../load-scale.ts';
import { seriesText, timeText, valueText } from '../perf-monitor/value-text.ts';
import { styleMap } from '../style-map.ts';
import { base } from '../theme.ts';
import { chartData, PS_PER_SECOND, type ChartData } from './chart-data.ts';
import { createChart, feedChart, loadChart, lookKey, type ChartConstructor, type ChartLook } from './chart.ts';
import { linesStyles } from './styles.ts';

/**
 * Counters over virtual time, each on the scale that brings it within 0..100. A vertical cursor stands on a sample: pointer, or arrow keys
 * (Page Up and Page Down jump, Home and End, Escape takes it away); arrow up and down choose another line.
 *
 * @tagname nic-perf-lines
 * @csspart readout - The value of the selected line under the cursor.
 * @fires {CustomEvent<{timePs: number | null}>} nic-perf-cursor - The cursor stands at another time, or is gone.
 * @fires {CustomEvent<{id: string}>} nic-perf-select - Another line was chosen.
 */
export class NicPerfLines extends LitElement {
  static override styles = [base, linesStyles];

  /** Those to be drawn, in the order of the legend. */
  @property({ attribute: false }) series: readonly CounterSeries[] = [];
  @property({ attribute: false }) window: TimeWindow | null = null;
  /** By series: what values are multiplied by. */
  @property({ attribute: false }) scales: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) selected: string | null = null;
  @property({ type: Boolean }) highlight = false;
  /** Virtual time that the cursor stands at, or null. */
  @property({ attribute: false }) cursorPs: number | null = null;

  /** The chart's code: null until it is there, false when it does not come. */
  @state() private code: ChartConstructor | null | false = null;
  /** Where the chart's area lies within the field, once it was drawn. */
  @state() private area = { left: 0, width: 0, height: 0 };
  @query('.field') private field!: HTMLElement | null;
  @query('.probe') private probe!: HTMLElement | null;

  private chart: uPlot | null = null;
  private key = '';
  private data: ChartData = { timePs: [], seconds: [], columns: [] };
  private observed: HTMLElement | null = null;
  private readonly resized = new ResizeObserver(() => this.resize());

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate(); // put back into a page, it has no chart
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.observed = null;
    this.discard();
  }

  private async load(): Promise<void> {
    this.code = await loadChart().catch(() => false);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (this.window && ['series', 'window', 'scales'].some((name) => changed.has(name)))
      this.data = chartData(this.series, this.window, this.scales);
  }

  override render() {
    if (this.code === false)
      return html`<p class="quiet-text">
        The part of the site that draws lines did not load. The numbers are in the table below.
        <button type="button" @click=${this.load}>Try again</button>
      </p>`;
    const count = this.series.length;
    return html`<div
        class="field"
        tabindex="0"
        role="application"
        aria-roledescription="chart"
        aria-label="${count} ${count === 1 ? 'counter' : 'counters'} over virtual time; arrow keys move the cursor and choose a line"
        aria-describedby="readout"
        @keydown=${this.keyed}
        @pointermove=${this.pointed}
        @pointerdown=${this.pointed}
        @pointerleave=${this.left}
        @transitionend=${this.recoloured}
      >
        <span class="probe"></span>
        ${this.mark()}
      </div>
      <output id="readout" part="readout" aria-live="polite">${this.readout()}</output>`;
  }

  override updated(): void {
    const { field } = this;
    if (!field || !this.code || !this.window) return;
    if (field !== this.observed) this.resized.observe(field);
    this.observed = field;
    if (field.clientWidth > 0) this.draw(this.code, this.window);
  }

  private look(): ChartLook {
    return { inks: readInks(this.probe!, isDark(this.field!)), selected: this.selected, isHighlighted: this.highlight };
  }

  /** The selected line is drawn last, and so on top. */
  private drawn(): { series: readonly CounterSeries[]; data: ChartData } {
    const { series, data } = this;
    const order = series
      .map((_, index) => index)
      .sort((a, b) => Number(series[a]!.id === this.selected) - Number(series[b]!.id === this.selected));
    return { series: order.map((index) => series[index]!), data: { ...data, columns: order.map((index) => data.columns[index]!) } };
  }

  private draw(Chart: ChartConstructor, window: TimeWindow): void {
    const { series, data } = this.drawn();
    const look = this.look();
    const key = lookKey(series, look);
    if (key !== this.key || !this.chart) {
      this.discard();
      this.chart = createChart(Chart, this.field!, series, look, () => this.window ?? window);
      this.key = key;
    }
    feedChart(this.chart, data, window);
    this.measure();
  }

  private discard(): void {
    this.chart?.destroy();
    this.chart = null;
  }

  private resize(): void {
    const { field, chart, code, window } = this;
    if (!field || field.clientWidth === 0) return;
    if (!chart && code && window) return this.draw(code, window);
    if (chart && (chart.width !== field.clientWidth || chart.height !== field.clientHeight))
      chart.setSize({ width: field.clientWidth, height: field.clientHeight });
    this.measure();
  }

  private recoloured(): void {
    if (this.code && this.window) this.draw(this.code, this.window);
  }

  private measure(): void {
    const { over } = this.chart ?? {};
    if (!over) return;
    const area = { left: over.offsetLeft, width: over.clientWidth, height: over.clientHeight };
    if (area.left !== this.area.left || area.width !== this.area.width || area.height !== this.area.height) this.area = area;
  }

  private mark() {
    const { window, cursorPs, area } = this;
    if (!window || cursorPs === null || cursorPs < window.fromPs || cursorPs > window.toPs) return nothing;
    const part = (cursorPs - window.fromPs) / (window.toPs - window.fromPs);
    return html`<span class="cursor" style=${styleMap({ left: `${area.left + part * area.width}px`, height: `${area.height}px` })}></span>`;
  }

  private readout(): string {
    const { cursorPs, window } = this;
    if (this.series.length === 0) return '';
    if (cursorPs === null || !window) return 'Point at the chart, or focus it and use the arrow keys, for values at a time.';
    const subject = this.series.find(({ id }) => id === this.selected) ?? this.series[0]!;
    const value = valueAt(subject, cursorPs);
    const unit = subject.counter.unit;
    return `At ${timeText(cursorPs)}: ${seriesText(subject)}: ${value === null ? 'no value' : `${valueText(value)}${unit ? `\u00a0${unit}` : ''}`}`;
  }

  private moveTo(place: number): void {
    const { timePs } = this.data;
    const at = timePs[Math.min(timePs.length - 1, Math.max(0, place))];
    if (at !== undefined && at !== this.cursorPs) emit(this, 'nic-perf-cursor', { timePs: at });
  }

  /** The sample that is nearest to a time. */
  private nearest(atPs: number): number {
    const { timePs } = this.data;
    const after = firstFrom(timePs, atPs);
    return after > 0 && (after === timePs.length || atPs - timePs[after - 1]! < timePs[after]! - atPs) ? after - 1 : after;
  }

  private pointed(event: PointerEvent): void {
    if (!this.chart) return;
    const { left } = this.chart.over.getBoundingClientRect();
    this.moveTo(this.nearest(this.chart.posToVal(event.clientX - left, 'x') * PS_PER_SECOND));
  }

  private left(): void {
    if (this.shadowRoot?.activeElement !== this.field) emit(this, 'nic-perf-cursor', { timePs: null });
  }

  private choose(step: number): void {
    const { series } = this;
    if (series.length === 0) return;
    const at = series.findIndex(({ id }) => id === this.selected);
    const next = at < 0 ? 0 : (at + step + series.length) % series.length;
    emit(this, 'nic-perf-select', { id: series[next]!.id });
  }

  private keyed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.data.timePs.length - 1;
    const jump = Math.max(1, Math.round(last / 10));
    const at = this.cursorPs === null ? null : this.nearest(this.cursorPs);
    const from = (step: number) => () => this.moveTo(at === null ? last : at + step);
    const actions: Record<string, () => void> = {
      ArrowLeft: from(-1),
      ArrowRight: from(1),
      PageUp: from(-jump),
      PageDown: from(jump),
      Home: () => this.moveTo(0),
      End: () => this.moveTo(last),
      ArrowUp: () => this.choose(-1),
      ArrowDown: () => this.choose(1),
      Escape: () => emit(this, 'nic-perf-cursor', { timePs: null }),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

define('nic-perf-lines', NicPerfLines);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-lines': NicPerfLines;
  }
}
