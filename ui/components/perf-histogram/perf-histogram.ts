import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { CounterSeries } from '../../counters/series.ts';
import { define, emit } from '../element.ts';
import { lineColour } from '../perf-monitor/line-style.ts';
import { NO_VALUE, seriesText, valueText } from '../perf-monitor/value-text.ts';
import { styleMap } from '../style-map.ts';
import { base } from '../theme.ts';

/**
 * The last value of each counter as a bar, on the scale that brings it within 0..100. Bars have the numbers of the legend under them; those
 * of imported counters are hatched. All numbers are in the legend, which is where keyboard and screen reader find them.
 *
 * @tagname nic-perf-histogram
 * @fires {CustomEvent<{id: string}>} nic-perf-select - A bar was chosen.
 */
export class NicPerfHistogram extends LitElement {
  static override styles = [
    base,
    css`
      .chart {
        display: grid;
        grid-template-columns: 2rem minmax(0, 1fr);
        padding-block: var(--nic-s2) var(--nic-s1);
      }
      .axis {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        block-size: 15rem;
        margin-block: -0.5em;
        padding-inline-end: var(--nic-s1);
        font-size: 0.6875rem;
        line-height: 1;
        text-align: end;
        color: var(--nic-quiet);
      }
      .axis {
        block-size: calc(15rem + 1em);
      }
      .scroll {
        overflow-x: auto;
      }
      .bars {
        display: flex;
        min-inline-size: min-content;
      }
      .slot {
        flex: 1 1 0;
        min-inline-size: 1.25rem;
        max-inline-size: 6rem;
        cursor: pointer;
      }
      .room {
        display: flex;
        align-items: end;
        justify-content: center;
        block-size: 15rem;
        border-block-end: 1px solid var(--nic-edge);
        background: repeating-linear-gradient(to bottom, var(--nic-line) 0 1px, transparent 1px 3.75rem);
      }
      .bar {
        inline-size: 70%;
        min-block-size: 1px;
        background-color: var(--colour);
      }
      .imported {
        background: repeating-linear-gradient(135deg, var(--colour) 0 3px, transparent 3px 6px);
        outline: 1px solid var(--colour);
        outline-offset: -1px;
      }
      .over {
        border-block-start: 3px double var(--nic-surface);
      }
      .selected .room {
        background-color: var(--nic-accent-soft);
      }
      .highlighted .bar {
        background-color: var(--nic-text);
      }
      .name {
        padding-block-start: 2px;
        font-size: 0.6875rem;
        line-height: 1.2;
        text-align: center;
        color: var(--nic-quiet);
      }
      .selected .name {
        font-weight: 600;
        color: var(--nic-text);
      }
      @media (max-width: 30rem) {
        .room {
          block-size: 11rem;
          background-size: 100% 2.75rem;
          background-image: linear-gradient(to bottom, var(--nic-line) 1px, transparent 1px);
        }
        .axis {
          block-size: calc(11rem + 1em);
        }
      }
    `,
  ];

  @property({ attribute: false }) series: readonly CounterSeries[] = [];
  /** By series: its number in the legend, what values are multiplied by, and its last value. */
  @property({ attribute: false }) numbers: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) scales: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) last: ReadonlyMap<string, number | null> = new Map();
  @property({ attribute: false }) selected: string | null = null;
  @property({ type: Boolean }) highlight = false;

  override render() {
    const count = this.series.length;
    return html`<div class="chart">
      <div class="axis" aria-hidden="true">${[100, 75, 50, 25, 0].map((mark) => html`<span>${mark}</span>`)}</div>
      <div
        class="scroll"
        role="img"
        tabindex="0"
        aria-label="Last values of ${count} ${count === 1 ? 'counter' : 'counters'} as bars; the numbers are in the table below"
      >
        <div class="bars">${this.series.map((one) => this.bar(one))}</div>
      </div>
    </div>`;
  }

  private bar(series: CounterSeries) {
    const value = this.last.get(series.id) ?? null;
    const scaled = value === null ? 0 : value * (this.scales.get(series.id) ?? 1);
    const isSelected = series.id === this.selected;
    return html`<div
      class="slot ${isSelected ? `selected ${this.highlight ? 'highlighted' : ''}` : ''}"
      title="${seriesText(series)}: ${valueText(value)} ${series.counter.unit}"
      @click=${() => emit(this, 'nic-perf-select', { id: series.id })}
    >
      <div class="room">
        ${
          value === null
            ? NO_VALUE
            : html`<div
                class="bar ${series.source} ${scaled > 100 ? 'over' : ''}"
                style=${styleMap({ '--colour': lineColour(series), 'height': `${Math.min(100, Math.max(0, scaled))}%` })}
              ></div>`
        }
      </div>
      <div class="name">${this.numbers.get(series.id)}</div>
    </div>`;
  }
}

define('nic-perf-histogram', NicPerfHistogram);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-histogram': NicPerfHistogram;
  }
}
