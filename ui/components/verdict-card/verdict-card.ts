import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Evaluation, Verdict, WhatIf } from '../../analysis/types.ts';
import { define, emit } from '../element.ts';
import { formatPercent, formatPoints, formatRatio } from '../format.ts';
import { base, card } from '../theme.ts';
import '../share-scale/share-scale.ts';

/** How many variants are offered beside the verdict; all are in the what-if list. */
const OFFERS = 2;
/** A variant that lowers the hottest share by less than half a point is not worth a button. */
const WORTHWHILE = 0.005;

/**
 * The answer: the hottest processor, its share and why, in one sentence; beneath it the same in numbers, and what would help.
 *
 * @tagname nic-verdict-card
 * @slot - Whose receive side is looked at (nic-server-line).
 * @csspart sentence - The sentence.
 * @fires {CustomEvent<{settings: RssSettings}>} nic-settings-change - A suggested setting was taken.
 */
export class NicVerdictCard extends LitElement {
  static override styles = [
    base,
    card,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s3);
      }
      .sentence {
        font-size: var(--nic-size-large);
        font-weight: 500;
        line-height: 1.35;
        text-wrap: pretty;
        max-inline-size: 60rem;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s2) var(--nic-s2);
      }
      dl > div {
        display: grid;
        grid-template-columns: auto auto;
        column-gap: var(--nic-s2);
        align-items: baseline;
      }
      dl > div::before {
        content: attr(data-sign);
        color: var(--nic-quiet);
        text-align: center;
      }
      dl > [data-sign=''],
      dl > .apart {
        column-gap: 0;
      }
      dl > .apart {
        margin-inline-start: var(--nic-s4);
        padding-inline-start: var(--nic-s4);
        border-inline-start: 1px solid var(--nic-line);
      }
      dd {
        grid-area: 1 / 2;
        font-size: 0.9375rem;
        font-weight: 600;
      }
      dt {
        grid-area: 2 / 2;
        color: var(--nic-quiet);
        font-size: var(--nic-size-small);
      }
      @media (max-width: 40rem) {
        .sentence {
          font-size: 1.125rem;
        }
        dl > [data-sign=''],
        dl > .apart {
          column-gap: 0;
        }
        dl > .apart {
          margin: 0;
          padding: 0;
          border: 0;
        }
      }
      .advice {
        display: grid;
        gap: var(--nic-s1);
      }
      .advice li {
        display: flex;
        gap: var(--nic-s2);
        align-items: baseline;
      }
      .advice li::before {
        content: '–';
        color: var(--nic-quiet);
      }
      .apply {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s2);
      }
      .apply button {
        text-align: start;
        white-space: normal;
      }
    `,
  ];

  @property({ attribute: false }) evaluation: Pick<Evaluation, 'verdict' | 'measure'> | null = null;
  /** The pinned evaluation, to compare with. */
  @property({ attribute: false }) baseline: Pick<Evaluation, 'verdict'> | null = null;
  /** Variants of the setting; the one that helps most is offered here. */
  @property({ attribute: false }) variants: readonly WhatIf[] = [];

  override render() {
    const { evaluation } = this;
    if (!evaluation) return nothing;
    const { verdict, measure } = evaluation;
    return html`<section class="card" aria-label="Verdict">
      <slot></slot>
      <p class="sentence" part="sentence" aria-live="polite">${verdict.sentence}</p>
      ${
        verdict.cause === 'idle'
          ? nothing
          : html`<nic-share-scale .verdict=${verdict} .baseline=${this.baseline?.verdict ?? null}></nic-share-scale>
              ${this.split(verdict, measure)}`
      }
      ${
        verdict.advice.length
          ? html`<ul class="advice" aria-label="What would change it">
              ${verdict.advice.map((line) => html`<li>${line}</li>`)}
            </ul>`
          : nothing
      }
      ${this.offer(verdict)}
    </section>`;
  }

  /** The sum: fair share plus what table, traffic and key add to it. */
  private split(verdict: Verdict, measure: string) {
    const { structure, traffic, key } = verdict.excess;
    const part = (difference: number) => ({ sign: difference < 0 ? '−' : '+', value: formatPoints(difference).replace(/^[+−±]/, '') });
    const term = (name: string, sign: string, value: string, title: string) =>
      html`<div data-sign=${sign} title=${title}>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;
    const points = (name: string, difference: number, title: string) => {
      const { sign, value } = part(difference);
      return term(name, sign, value, title);
    };
    return html`<dl aria-label="Where the share comes from">
      ${term(`of ${measure}, hottest`, '', formatPercent(verdict.share), 'Share of the hottest processor')}
      ${term('fair share', '=', formatPercent(verdict.fairShare), 'One part in as many as there are queues in use')}
      ${points('table and queues', structure, 'What the table does, whatever the traffic')}
      ${points('traffic', traffic, 'What indivisible flows and frames without a hash do')}
      ${points('key', key, 'What this key does to these flows')}
      <div class="apart" title="Mean over largest load of the queues in use; 1 is perfectly even">
        <dt>evenness</dt>
        <dd>${formatRatio(verdict.evenness)}</dd>
      </div>
    </dl>`;
  }

  /** The variants that help most. */
  private offer(verdict: Verdict) {
    const helpful = this.variants
      .filter(({ share }) => share <= verdict.share - WORTHWHILE)
      .sort((a, b) => a.share - b.share)
      .slice(0, OFFERS);
    return helpful.map(
      ({ label, share, settings }, rank) =>
        html`<p class="apply">
          <button class=${rank ? '' : 'primary'} type="button" @click=${() => emit(this, 'nic-settings-change', { settings })}>
            Apply: ${label}
          </button>
          <span>${formatPercent(verdict.share)} → <strong>${formatPercent(share)}</strong> on the hottest processor</span>
        </p>`,
    );
  }
}

define('nic-verdict-card', NicVerdictCard);

declare global {
  interface HTMLElementTagNameMap {
    'nic-verdict-card': NicVerdictCard;
  }
}
