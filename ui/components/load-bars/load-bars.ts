import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from '../style-map.ts';
import type { Measure } from '../../analysis/types.ts';
import { define, emit } from '../element.ts';
import { formatLoad, formatPercent, formatPlural, formatPoints, formatSi } from '../format.ts';
import { base } from '../theme.ts';
import type { Bar } from './bars-of.ts';

/** More bars than this are drawn small, in columns. */
const MANY = 16;

/**
 * Loads as horizontal bars, each with its number and percent; a tick marks the baseline, a dashed line the fair share,
 * hatching what came without a hash. A bar with a queue can be selected.
 *
 * @tagname nic-load-bars
 * @csspart bar - One bar with its label and numbers.
 * @fires {CustomEvent<{queue: number}>} nic-queue-select - A bar was chosen.
 */
export class NicLoadBars extends LitElement {
  static override styles = [
    base,
    css`
      .many {
        columns: 17rem;
        column-gap: var(--nic-s4);
      }
      li {
        break-inside: avoid;
      }
      .bar {
        position: relative;
        display: grid;
        grid-template-columns: 10.5rem 1fr 7rem 3.75rem;
        align-items: center;
        gap: var(--nic-s2);
        inline-size: 100%;
        min-block-size: 1.5rem;
        padding: 0 var(--nic-s1);
        border: 0;
        border-radius: calc(var(--nic-radius) / 2);
        background: none;
        text-align: start;
      }
      .delta .bar {
        grid-template-columns: 10.5rem 1fr 7rem 3.75rem 4.25rem;
      }
      .many .bar {
        grid-template-columns: 6.25rem 1fr 3.25rem 3.5rem;
      }
      .many.delta .bar {
        grid-template-columns: 6.25rem 1fr 3.25rem 3.5rem 4.25rem;
      }
      .many.delta {
        columns: 21rem;
      }
      .many .detail {
        display: none;
      }
      button.bar:hover {
        background: var(--nic-sunken);
      }
      .bar[aria-pressed='true'] {
        background: var(--nic-accent-soft);
        box-shadow: inset 2px 0 var(--nic-accent);
      }
      .label {
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .detail {
        color: var(--nic-quiet);
        font-size: var(--nic-size-small);
      }
      .idle .label,
      .idle .number {
        color: var(--nic-quiet);
      }
      .hot .label b,
      .hot .percent {
        color: var(--nic-hot);
        font-weight: 600;
      }
      .label b {
        font-weight: inherit;
      }
      .track {
        position: relative;
        block-size: 0.875rem;
        background: var(--nic-sunken);
        border-radius: 2px;
      }
      .many .track {
        block-size: 0.625rem;
      }
      .fill,
      .hatched,
      .tick,
      .fair {
        position: absolute;
        inset-block: 0;
      }
      .fill {
        inset-inline-start: 0;
        border-radius: 2px;
        background: var(--nic-bar);
      }
      .hot .fill {
        background: var(--nic-hot);
      }
      .hatched {
        inset-inline-start: 0;
        background: repeating-linear-gradient(135deg, transparent 0 3px, var(--nic-surface) 3px 5px);
        border-inline-end: 1px solid var(--nic-surface);
      }
      .tick {
        inset-block: -3px;
        inline-size: 3px;
        margin-inline-start: -1.5px;
        background: var(--nic-text);
        outline: 1px solid var(--nic-surface);
      }
      .fair {
        inset-block: -2px;
        border-inline-start: 1px dashed var(--nic-quiet);
      }
      @container (max-width: 30rem) {
        .plain .bar {
          grid-template-columns: 5.5rem 1fr 3.75rem;
        }
        .plain.delta .bar {
          grid-template-columns: 5.5rem 1fr 3.25rem 4rem;
        }
        .plain .load,
        .plain .detail {
          display: none;
        }
      }
      .contain {
        container-type: inline-size;
      }
    `,
  ];

  @property({ attribute: false }) bars: readonly Bar[] = [];
  @property() measure: Measure = 'packets';
  @property({ type: Number }) fairShare = 0;
  /** Queue whose bar is selected, or null. */
  @property({ attribute: false }) selected: number | null = null;
  /** What the bars are, for the accessible name of the list. */
  @property() label = 'Load';

  override render() {
    const { bars } = this;
    const widest = Math.max(this.fairShare, ...bars.map(({ share, baselineShare }) => Math.max(share, baselineShare ?? 0)));
    const end = Math.min(1, widest * 1.04) || 1;
    const classes = {
      many: bars.length > MANY,
      plain: bars.length <= MANY,
      delta: bars.some(({ baselineShare }) => baselineShare !== null),
    };
    return html`<div class="contain">
      <ul class=${classMap(classes)} aria-label=${this.label}>
        ${bars.map((bar) => html`<li>${this.bar(bar, end)}</li>`)}
      </ul>
    </div>`;
  }

  private bar(bar: Bar, end: number) {
    const at = (share: number) => `${((100 * share) / end).toFixed(2)}%`;
    const value = bar.load[this.measure];
    const classes = classMap({ bar: true, hot: bar.hottest, idle: value === 0 });
    const rest = this.describe(bar);
    const title = `${bar.label}${bar.detail ? ` (${bar.detail})` : ''}: ${formatPercent(bar.share)}, ${formatLoad(value, this.measure)}, ${rest}`;
    const content = html`<span class="label"><b>${bar.label}</b> <span class="detail">${bar.detail}</span></span>
      <span class="track" aria-hidden="true">
        <span class="fill" style=${styleMap({ width: at(bar.share) })}></span>
        ${bar.notHashedShare > 0 ? html`<span class="hatched" style=${styleMap({ width: at(bar.notHashedShare) })}></span>` : nothing}
        ${this.fairShare > 0 ? html`<span class="fair" style=${styleMap({ left: at(this.fairShare) })}></span>` : nothing}
        ${bar.baselineShare === null ? nothing : html`<span class="tick" style=${styleMap({ left: at(bar.baselineShare) })}></span>`}
      </span>
      <span class="number load"
        >${this.bars.length > MANY ? formatSi(value, this.measure === 'bytes' ? 'B' : '') : formatLoad(value, this.measure)}</span
      >
      <span class="number percent">${formatPercent(bar.share)}</span>
      ${bar.baselineShare === null ? nothing : html`<span class="number quiet-text">${formatPoints(bar.share - bar.baselineShare)}</span>`}
      <span class="sr-only">, ${rest}</span>`;
    const { queue } = bar;
    if (queue === null) return html`<div class=${classes} part="bar" title=${title}>${content}</div>`;
    return html`<button
      type="button"
      class=${classes}
      part="bar"
      title=${title}
      aria-pressed=${this.selected === queue ? 'true' : 'false'}
      @click=${() => emit(this, 'nic-queue-select', { queue })}
    >
      ${content}
    </button>`;
  }

  /** What a bar knows beyond its visible numbers. */
  private describe(bar: Bar): string {
    const other = this.measure === 'packets' ? 'bytes' : 'packets';
    const parts = [formatLoad(bar.load[other], other), formatPlural(bar.load.flows, 'flow')];
    if (bar.notHashed[this.measure] > 0) parts.push(`${formatLoad(bar.notHashed[this.measure], this.measure)} of it without a hash`);
    if (bar.baselineShare !== null) parts.push(`baseline ${formatPercent(bar.baselineShare)}`);
    if (bar.hottest) parts.push('hottest');
    return parts.join(', ');
  }
}

define('nic-load-bars', NicLoadBars);

declare global {
  interface HTMLElementTagNameMap {
    'nic-load-bars': NicLoadBars;
  }
}
