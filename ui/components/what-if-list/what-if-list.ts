import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { WhatIf } from '../../analysis/types.ts';
import { define, emit } from '../element.ts';
import { formatPercent, formatPoints } from '../format.ts';
import { base } from '../theme.ts';

/** Less than this is no difference to a reader: it prints as ±0 pt. */
const SAME = 0.0005;

/**
 * What other settings would do to the share of the hottest processor, each ready to apply.
 *
 * @tagname nic-what-if-list
 * @csspart row - One variant.
 * @fires {CustomEvent<{settings: RssSettings}>} nic-settings-change - A variant was taken.
 */
export class NicWhatIfList extends LitElement {
  static override styles = [
    base,
    css`
      table {
        inline-size: 100%;
      }
      th,
      td {
        padding: 0.15rem var(--nic-s2) 0.15rem 0;
        border-block-end: 1px solid var(--nic-line);
        text-align: start;
        font-weight: 400;
      }
      thead th {
        color: var(--nic-quiet);
      }
      th.number,
      td.number {
        text-align: end;
      }
      tr:last-child > * {
        border-block-end: 0;
      }
      td:last-child {
        padding-inline-end: 0;
        text-align: end;
      }
      .better {
        color: var(--nic-good);
      }
      .worse {
        color: var(--nic-bad);
      }
      button {
        min-block-size: 1.5rem;
      }
    `,
  ];

  @property({ attribute: false }) variants: readonly WhatIf[] = [];
  /** Share of the hottest processor now. */
  @property({ type: Number }) share = 0;
  /** True while new answers are on their way. */
  @property({ type: Boolean }) busy = false;

  override render() {
    if (!this.variants.length) return html`<p class="quiet-text">${this.busy ? 'Working it out' : 'Nothing else to try.'}</p>`;
    return html`<table aria-busy=${this.busy ? 'true' : 'false'}>
      <thead>
        <tr>
          <th scope="col">With</th>
          <th scope="col" class="number">Hottest</th>
          <th scope="col" class="number">Change</th>
          <th scope="col"><span class="sr-only">Take it</span></th>
        </tr>
      </thead>
      <tbody>
        ${this.variants.map((variant) => this.row(variant))}
      </tbody>
    </table>`;
  }

  private row(variant: WhatIf) {
    const change = variant.share - this.share;
    const tone = classMap({ number: true, better: change < -SAME, worse: change > SAME });
    return html`<tr part="row" title=${variant.sentence}>
      <th scope="row">${variant.label}</th>
      <td class="number">${formatPercent(variant.share)}</td>
      <td class=${tone}>${formatPoints(change)}</td>
      <td>
        <button
          type="button"
          aria-label="Apply: ${variant.label}"
          @click=${() => emit(this, 'nic-settings-change', { settings: variant.settings })}
        >
          Apply
        </button>
      </td>
    </tr>`;
  }
}

define('nic-what-if-list', NicWhatIfList);

declare global {
  interface HTMLElementTagNameMap {
    'nic-what-if-list': NicWhatIfList;
  }
}
