import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LabLayout } from '../../scenario/lab-frame.ts';
import { define } from '../element.ts';
import { formatPercent } from '../format.ts';
import { itemValue, processorName } from '../lab-topology/item-text.ts';
import { DrawnCanvas, drawnCanvas } from '../lab-view/canvas.ts';
import { loadClasses } from '../lab-view/classes.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { formatPs } from '../lab-view/time-text.ts';
import { machineName, machinesOn } from '../lab-view/traffic.ts';
import { loadColour } from '../load-scale.ts';
import { styleMap } from '../style-map.ts';
import { base } from '../theme.ts';
import { drawLoad, type Span } from './draw-load.ts';
import { LOAD_COLUMNS, LoadHistory } from './history.ts';
import { loadTable } from './load-table.ts';
import { loadStyles } from './styles.ts';

/** More processors than this are drawn as a heat strip. */
const STACKS_MOST = 16;
/** Samples kept: ten seconds of frames, and about as many as there are pixels for the whole run. */
const CAPACITY = { recent: 600, whole: 2400 };

/**
 * Load of each processor over virtual time: stacked by class, or as a heat strip where there are many. Fed with every moment. The cursor
 * (pointer, or arrow keys) reads exact numbers; the load of the last interval is there as a table too.
 *
 * @tagname nic-lab-load
 * @csspart canvas - The drawing.
 * @csspart readout - The numbers under the cursor.
 */
export class NicLabLoad extends LitElement {
  static override styles = [base, drawnCanvas, loadStyles];

  @property({ attribute: false }) layout: LabLayout | null = null;

  @state() private shown: 'recent' | 'whole' = 'recent';
  @state() private cursor: { lane: number; part: number } | null = null;
  @state() private tableOpen = false;
  /** Counts up when the open table is due. */
  @state() private tableTurn = 0;
  @query('canvas') private canvas!: HTMLCanvasElement | null;

  private histories: Record<'recent' | 'whole', LoadHistory> | null = null;
  private moment: LabMoment | null = null;
  private readonly drawn = new DrawnCanvas(this, (canvas, inks) => {
    if (this.histories) drawLoad(canvas, this.histories[this.shown], this.span(), this.isStacked, inks);
  });

  show(moment: LabMoment, numbers: boolean): void {
    if (moment.layout !== this.layout || !this.histories) return;
    this.moment = moment;
    for (const history of Object.values(this.histories)) history.add(moment.frame);
    this.drawn.redraw();
    if (numbers) this.writeNumbers();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('layout')) return;
    this.moment = null;
    this.cursor = null;
    this.histories = null;
    if (!this.layout) return;
    const { hosts, processors } = this.layout;
    const rows = processors.flatMap(({ host }, row) => (hosts[host]!.kind === 'modelled' ? [row] : []));
    const history = (keep: 'recent' | 'whole') => new LoadHistory(rows, keep, CAPACITY[keep]);
    this.histories = { recent: history('recent'), whole: history('whole') };
  }

  private get rows(): readonly number[] {
    return this.histories?.recent.processors ?? [];
  }

  private get isStacked(): boolean {
    return this.rows.length <= STACKS_MOST;
  }

  override render() {
    const { layout, rows } = this;
    if (!layout) return nothing;
    if (!rows.length) return html`<p class="quiet-text">No modelled host, and so no processor whose load could be shown.</p>`;
    const laneRem = rows.length <= 4 ? 2.75 : rows.length <= 8 ? 1.875 : this.isStacked ? 1.375 : 0.5625;
    const height = styleMap({ height: `${rows.length * laneRem}rem` });
    const every = laneRem < 1 ? 4 : 1;
    return html`<div class="bar">
        <h2>Load of processors over time</h2>
        <span class="segments end" role="group" aria-label="Time shown"
          >${this.choice('recent', 'Recent')} ${this.choice('whole', 'Whole run')}</span
        >
      </div>
      <div class="plot">
        <div class="names" style=${height}>
          ${rows.map((row, lane) => html`<span>${lane % every ? nothing : html`<b>${this.laneName(layout, row)}</b>`}<span class="now"></span></span>`)}
        </div>
        <div class="field" style=${height} @pointermove=${this.pointed} @pointerdown=${this.pointed} @pointerleave=${this.left}>
          <canvas
            part="canvas"
            tabindex="0"
            role="application"
            aria-roledescription="chart"
            aria-label="Load of processors over time; arrow keys move the cursor"
            aria-describedby="readout"
            @keydown=${this.keyed}
            @focus=${() => (this.cursor ??= { lane: 0, part: 1 })}
          ></canvas>
          <span class="probe"></span>
          ${this.mark(rows.length)}
        </div>
        <div class="axis" aria-hidden="true"><span></span><span></span><span></span></div>
      </div>
      ${this.isStacked ? nothing : loadRamp()}
      <output id="readout" part="readout" aria-live="polite">${this.readout(layout)}</output>
      <details @toggle=${(event: Event) => (this.tableOpen = (event.target as HTMLDetailsElement).open)}>
        <summary>Numbers as a table</summary>
        ${this.tableOpen && this.moment ? loadTable(this.moment, rows) : nothing}
      </details>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('layout') || changed.has('shown')) {
      this.drawn.redraw();
      this.writeNumbers();
    }
  }

  private choice(value: 'recent' | 'whole', label: string) {
    return html`<button type="button" aria-pressed=${this.shown === value ? 'true' : 'false'} @click=${() => (this.shown = value)}>
      ${label}
    </button>`;
  }

  private span(): Span {
    const samples = this.histories?.[this.shown].samples ?? [];
    return { fromPs: this.shown === 'whole' ? 0 : (samples[0]?.timePs ?? 0), toPs: samples.at(-1)?.timePs ?? 0 };
  }

  private writeNumbers(): void {
    const { moment, renderRoot } = this;
    if (!moment) return;
    const now = renderRoot.querySelectorAll('.now');
    if (this.isStacked) this.rows.forEach((index, lane) => setText(now[lane], itemValue(moment, { kind: 'processor', index })));
    const { fromPs, toPs } = this.span();
    const axis = renderRoot.querySelectorAll('.axis span');
    [fromPs, (fromPs + toPs) / 2, toPs].forEach((ps, place) => setText(axis[place], formatPs(Math.round(ps))));
    if (this.tableOpen) this.tableTurn += 1;
  }

  /** With its host where there are several. */
  private laneName({ hosts, processors }: LabLayout, row: number): string {
    const { host, number } = processors[row]!;
    const isSingle = this.rows.every((other) => processors[other]!.host === host);
    return isSingle ? `P${number}` : `${hosts[host]!.name} P${number}`;
  }

  private mark(lanes: number) {
    const { cursor } = this;
    if (!cursor) return nothing;
    return html`<span
      class="cursor"
      style=${styleMap({ left: `${100 * cursor.part}%`, top: `${(100 * cursor.lane) / lanes}%`, height: `${100 / lanes}%` })}
    ></span>`;
  }

  /** Numbers of about a hundredth of the width around the cursor. */
  private readout(layout: LabLayout): string {
    const { cursor, rows } = this;
    const history = this.histories?.[this.shown];
    const { fromPs, toPs } = this.span();
    if (!cursor || !history || history.samples.length < 2 || toPs <= fromPs)
      return 'Point at the chart, or focus it and use the arrow keys, for exact numbers.';
    const half = (toPs - fromPs) / 200;
    const middle = fromPs + cursor.part * (toPs - fromPs);
    const [begin, end] = [Math.max(history.samples[0]!.timePs, middle - half), Math.min(toPs, middle + half)];
    const shares = new Float64Array(rows.length * LOAD_COLUMNS);
    history.shares(begin, end, shares);
    const own = shares.subarray(cursor.lane * LOAD_COLUMNS, cursor.lane * LOAD_COLUMNS + loadClasses.length);
    const guests = shares[cursor.lane * LOAD_COLUMNS + loadClasses.length]!;
    const spent = loadClasses.flatMap(({ label }, at) => (own[at]! > 0.0005 ? [`${label} ${formatPercent(own[at]!)}`] : []));
    const load = own.reduce((sum, share) => sum + share, 0);
    const when = `${formatPs(Math.round(begin))} to ${formatPs(Math.round(end))}`;
    return `${processorName(layout, rows[cursor.lane]!)}, ${when}: ${formatPercent(load)} busy${spent.length ? `: ${spent.join(', ')}` : ''}.${this.guestText(rows[cursor.lane]!, load, guests)}`;
  }

  /** Whose the time was, on a host with virtual machines. */
  private guestText(processor: number, load: number, guests: number): string {
    if (!this.layout?.machines.length || !this.moment) return '';
    const names = machinesOn(this.moment, processor).map((row) => machineName(this.layout!, row));
    const whose = names.length ? `virtual machines (${names.join(', ')})` : 'virtual machines (none is here now)';
    return ` Of it ${formatPercent(Math.max(0, load - guests))} in the host, ${formatPercent(guests)} in ${whose}.`;
  }

  private pointed(event: PointerEvent): void {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const lane = Math.floor(((event.clientY - box.top) / box.height) * this.rows.length);
    this.moveTo(lane, (event.clientX - box.left) / box.width);
  }

  private moveTo(lane: number, part: number): void {
    this.cursor = { lane: Math.min(this.rows.length - 1, Math.max(0, lane)), part: Math.min(1, Math.max(0, part)) };
  }

  private left(): void {
    if (this.shadowRoot?.activeElement !== this.canvas) this.cursor = null;
  }

  private keyed(event: KeyboardEvent): void {
    const { lane, part } = this.cursor ?? { lane: 0, part: 1 };
    const moves: Record<string, [lane: number, part: number]> = {
      ArrowLeft: [lane, part - 0.01],
      ArrowRight: [lane, part + 0.01],
      ArrowUp: [lane - 1, part],
      ArrowDown: [lane + 1, part],
      PageUp: [lane, part - 0.1],
      PageDown: [lane, part + 0.1],
      Home: [lane, 0],
      End: [lane, 1],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    this.moveTo(...move);
  }
}

const loadRamp = () => {
  const stops = Array.from({ length: 9 }, (_, step) => loadColour(step / 8)).join(', ');
  return html`<p class="legend">
    Load 0 % <span class="ramp" style=${styleMap({ background: `linear-gradient(to right, ${stops})` })}></span> 100 %
  </p>`;
};

define('nic-lab-load', NicLabLoad);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-load': NicLabLoad;
  }
}
