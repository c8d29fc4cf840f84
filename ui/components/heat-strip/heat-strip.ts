import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { styleMap } from '../style-map.ts';
import type { HeatStrip, Measure } from '../../analysis/types.ts';
import { define } from '../element.ts';
import { formatBitRate, formatBytes, formatDurationNs, formatPacketRate, formatPlural, formatSi } from '../format.ts';
import { isDark, loadColour } from '../load-scale.ts';
import { base } from '../theme.ts';
import { drawHeat, heatPeak } from './draw.ts';
import { heatTable } from './heat-table.ts';

interface Cell {
  queue: number;
  bin: number;
}

/**
 * Load of each queue over time: one row a queue, colour for load, and the exact numbers of the cell under the pointer or
 * the keyboard cursor (arrow keys; Page Up and Page Down jump; Home and End). The same numbers are there as a table.
 *
 * @tagname nic-heat-strip
 * @csspart canvas - The drawing.
 * @csspart readout - The numbers of the cell under the cursor.
 */
export class NicHeatStrip extends LitElement {
  static override styles = [
    base,
    css`
      .plot {
        display: grid;
        grid-template-columns: 2.5rem 1fr;
        gap: 0 var(--nic-s2);
      }
      .rows {
        display: flex;
        flex-direction: column;
        font-size: 0.6875rem;
        line-height: 1;
        text-align: end;
        color: var(--nic-quiet);
      }
      .rows span {
        flex: 1 1 0;
        display: grid;
        align-items: center;
        min-block-size: 0;
        overflow: visible;
      }
      .field {
        position: relative;
        background: var(--nic-sunken);
        cursor: crosshair;
      }
      canvas {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        color: var(--nic-text);
        transition: color 1ms;
      }
      .cursor {
        position: absolute;
        pointer-events: none;
        min-inline-size: 5px;
        transform: translateX(-0.5px);
        outline: 2px solid var(--nic-text);
        box-shadow: 0 0 0 3px var(--nic-surface);
      }
      .axis {
        grid-column: 2;
        display: flex;
        justify-content: space-between;
        padding-block-start: 2px;
        font-size: 0.6875rem;
        color: var(--nic-quiet);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--nic-s1) var(--nic-s4);
        padding-block-start: var(--nic-s2);
      }
      output {
        flex: 1 1 18rem;
        min-block-size: 1.45em;
      }
      .legend {
        display: flex;
        align-items: center;
        gap: var(--nic-s2);
        font-size: var(--nic-size-small);
        color: var(--nic-quiet);
        white-space: nowrap;
      }
      .ramp {
        inline-size: 7rem;
        block-size: 0.625rem;
        border: 1px solid var(--nic-line);
      }
      details {
        padding-block-start: var(--nic-s1);
      }
      summary {
        color: var(--nic-accent);
        cursor: pointer;
        inline-size: fit-content;
      }
      .scroll {
        overflow-x: auto;
        max-block-size: 24rem;
      }
      caption {
        text-align: start;
        color: var(--nic-quiet);
      }
      td,
      th {
        padding: 0.1rem var(--nic-s2);
        font-weight: 400;
        border-block-end: 1px solid var(--nic-line);
      }
      tbody th {
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) heat: HeatStrip | null = null;
  /** Processor of each queue. */
  @property({ attribute: false }) processors: readonly number[] = [];
  @property() measure: Measure = 'packets';

  @state() private cell: Cell | null = null;
  @state() private tableOpen = false;
  @query('canvas') private canvas!: HTMLCanvasElement | null;

  private readonly resized = new ResizeObserver(() => this.draw());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  override render() {
    const { heat } = this;
    if (!heat || !heat.queues || !heat.bins) return html`<p class="quiet-text">No frames over time to show.</p>`;
    const rowPixels = heat.queues <= 8 ? 22 : heat.queues <= 16 ? 16 : 9;
    const every = rowPixels < 12 ? 4 : 1;
    const height = styleMap({ height: `${heat.queues * rowPixels}px` });
    return html`<div class="plot">
        <div class="rows" aria-hidden="true" style=${height}>
          ${Array.from({ length: heat.queues }, (_, queue) => html`<span>${queue % every ? '' : heat.queues <= 8 ? `Q ${queue}` : queue}</span>`)}
        </div>
        <div class="field" style=${height} @pointermove=${this.pointed} @pointerdown=${this.pointed} @pointerleave=${this.left}>
          <canvas
            part="canvas"
            tabindex="0"
            role="application"
            aria-roledescription="heat strip"
            aria-label="Load of ${formatPlural(heat.queues, 'queue')} over time; arrow keys move the cursor"
            aria-describedby="readout"
            @keydown=${this.keyed}
            @focus=${() => (this.cell ??= { queue: 0, bin: 0 })}
            @transitionend=${this.draw}
          ></canvas>
          ${this.cursor(heat)}
        </div>
        <div class="axis" aria-hidden="true">
          ${[0, 0.25, 0.5, 0.75, 1].map((part) => html`<span>${formatDurationNs(part * heat.bins * heat.binNs)}</span>`)}
        </div>
      </div>
      <div class="foot">
        <output id="readout" part="readout" aria-live="polite">${this.readout(heat)}</output>
        ${this.legend(heat)}
      </div>
      <details @toggle=${(event: Event) => (this.tableOpen = (event.target as HTMLDetailsElement).open)}>
        <summary>Numbers as a table</summary>
        ${this.tableOpen ? heatTable(heat, this.measure) : nothing}
      </details>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('heat') && this.canvas) this.resized.observe(this.canvas);
    if (changed.has('heat') || changed.has('measure')) this.draw();
  }

  private draw(): void {
    if (this.canvas && this.heat) drawHeat(this.canvas, this.heat, this.measure, isDark(this.canvas));
  }

  private legend(heat: HeatStrip) {
    const peak = heatPeak(heat, this.measure);
    const stops = Array.from({ length: 9 }, (_, step) => loadColour(step / 8)).join(', ');
    return html`<span class="legend">
      <span>0</span>
      <span class="ramp" style=${styleMap({ background: `linear-gradient(to right, ${stops})` })}></span>
      <span>${formatSi(peak, this.measure === 'packets' ? 'packets' : 'B')} in ${formatDurationNs(heat.binNs)}</span>
    </span>`;
  }

  private cursor(heat: HeatStrip) {
    const cell = this.inside(heat);
    if (!cell) return nothing;
    return html`<span
      class="cursor"
      style=${styleMap({
        left: `${(100 * cell.bin) / heat.bins}%`,
        width: `${100 / heat.bins}%`,
        top: `${(100 * cell.queue) / heat.queues}%`,
        height: `${100 / heat.queues}%`,
      })}
    ></span>`;
  }

  private readout(heat: HeatStrip): string {
    const cell = this.inside(heat);
    if (!cell) return 'Point at the strip, or focus it and use the arrow keys, for exact numbers.';
    const index = cell.queue * heat.bins + cell.bin;
    const seconds = heat.binNs / 1e9;
    const processor = this.processors[cell.queue];
    const where = `Queue ${cell.queue}${processor === undefined ? '' : ` (processor ${processor})`}`;
    const packets = heat.packets[index]!;
    const bytes = heat.bytes[index]!;
    return (
      `${where} at ${formatDurationNs(cell.bin * heat.binNs)}: ${formatPlural(packets, 'packet')}, ${formatBytes(bytes)} ` +
      `(${formatPacketRate(packets / seconds)}, ${formatBitRate((bytes * 8) / seconds)})`
    );
  }

  /** The cursor, kept inside a strip that may have become smaller. */
  private inside(heat: HeatStrip): Cell | null {
    if (!this.cell) return null;
    return { queue: Math.min(this.cell.queue, heat.queues - 1), bin: Math.min(this.cell.bin, heat.bins - 1) };
  }

  private pointed(event: PointerEvent): void {
    const { heat } = this;
    const field = event.currentTarget as HTMLElement;
    if (!heat) return;
    const box = field.getBoundingClientRect();
    const at = (part: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(part * count)));
    this.cell = {
      queue: at((event.clientY - box.top) / box.height, heat.queues),
      bin: at((event.clientX - box.left) / box.width, heat.bins),
    };
  }

  private left(): void {
    if (this.shadowRoot?.activeElement !== this.canvas) this.cell = null;
  }

  private keyed(event: KeyboardEvent): void {
    const { heat } = this;
    const cell = heat && (this.inside(heat) ?? { queue: 0, bin: 0 });
    if (!heat || !cell) return;
    const jump = Math.max(1, Math.round(heat.bins / 20));
    const moves: Record<string, Partial<Cell>> = {
      ArrowLeft: { bin: cell.bin - 1 },
      ArrowRight: { bin: cell.bin + 1 },
      ArrowUp: { queue: cell.queue - 1 },
      ArrowDown: { queue: cell.queue + 1 },
      PageUp: { bin: cell.bin - jump },
      PageDown: { bin: cell.bin + jump },
      Home: { bin: 0 },
      End: { bin: heat.bins - 1 },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const moved = { ...cell, ...move };
    this.cell = {
      queue: Math.min(heat.queues - 1, Math.max(0, moved.queue)),
      bin: Math.min(heat.bins - 1, Math.max(0, moved.bin)),
    };
  }
}

define('nic-heat-strip', NicHeatStrip);

declare global {
  interface HTMLElementTagNameMap {
    'nic-heat-strip': NicHeatStrip;
  }
}
