import { LitElement, css, html, nothing, svg } from 'lit';
import { property } from 'lit/decorators.js';
import type { KeySpread } from '../../analysis/types.ts';
import { define, emit } from '../element.ts';
import { formatPercent } from '../format.ts';
import { base } from '../theme.ts';

/**
 * Where the key in use stands among random keys: the middle four fifths as a band, the median, and a mark for this key.
 *
 * @tagname nic-key-spread
 * @csspart scale - The drawing.
 * @fires {CustomEvent<{key: string}>} nic-key-change - The best key found was taken.
 */
export class NicKeySpread extends LitElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        inline-size: 100%;
        block-size: 1.5rem;
        overflow: visible;
        margin-block: var(--nic-s1);
      }
      .track {
        fill: var(--nic-sunken);
      }
      .band {
        fill: var(--nic-bar);
      }
      .median {
        stroke: var(--nic-text);
        stroke-width: 2;
      }
      .mark {
        fill: var(--nic-hot);
        stroke: var(--nic-surface);
        stroke-width: 1.5;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(5, auto);
        gap: 0 var(--nic-s2);
      }
      dt {
        color: var(--nic-quiet);
        font-size: var(--nic-size-small);
      }
      dd {
        font-weight: 600;
      }
      button {
        margin-block-start: var(--nic-s2);
      }
    `,
  ];

  @property({ attribute: false }) spread: KeySpread | null = null;
  /** Share of the hottest processor with the key in use. */
  @property({ type: Number }) share = 0;

  override render() {
    const { spread, share } = this;
    if (!spread) return nothing;
    const low = Math.min(spread.best.share, spread.p10, share) * 0.97;
    const high = Math.max(spread.p90, share) * 1.03;
    const at = (value: number) => (100 * (value - low)) / (high - low || 1);
    const number = (name: string, value: number) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${formatPercent(value)}</dd>
      </div>`;
    return html`<p>${Math.round(spread.better * spread.keys)} of ${spread.keys} random keys would do better for these flows.</p>
      <svg part="scale" aria-hidden="true">
        <rect class="track" x="0" y="8" width="100%" height="8" rx="2" />
        <rect class="band" x="${at(spread.p10)}%" y="8" width="${Math.max(0, at(spread.p90) - at(spread.p10))}%" height="8" />
        <line class="median" x1="${at(spread.median)}%" x2="${at(spread.median)}%" y1="5" y2="19" />
        ${svg`<circle class="mark" cx="${at(share)}%" cy="12" r="5" />`}
      </svg>
      <dl>
        ${number('this key', share)} ${number('best', spread.best.share)} ${number('10 %', spread.p10)} ${number('median', spread.median)}
        ${number('90 %', spread.p90)}
      </dl>
      ${
        spread.best.share < share
          ? html`<button type="button" @click=${() => emit(this, 'nic-key-change', { key: spread.best.key })}>
              Use the best of them: ${formatPercent(spread.best.share)}
            </button>`
          : nothing
      }`;
  }
}

define('nic-key-spread', NicKeySpread);

declare global {
  interface HTMLElementTagNameMap {
    'nic-key-spread': NicKeySpread;
  }
}
