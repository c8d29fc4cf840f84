import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Evaluation, Verdict, WhatIf } from '../../analysis/types.ts';
import { define, emit } from '../element.ts';
import { formatPercent, formatPoints, formatRatio } from '../format.ts';
import { base, card } from '../theme.ts';
import '../share-scale/share-scale.ts';

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
        align-items: baseline;
        gap: var(--nic-s1) var(--nic-s2);
      }
      dl > div {
        display: inline-flex;
        gap: 0.35rem;
      }
      dt {
        order: 2;
        color: var(--nic-quiet);
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
      ${verdict.cause === 'idle'
        ? nothing
        : html`<nic-share-scale .verdict=${verdict} .baseline=${this.baseline?.verdict ?? null}></nic-share-scale>
            ${this.split(verdict, measure)}`}
      ${verdict.advice.length
        ? html`<ul class="advice" aria-label="What would change it">
            ${verdict.advice.map((line) => html`<li>${line}</li>`)}
          </ul>`
        : nothing}
      ${this.offer(verdict)}
    </section>`;
  }

  /** The sum: fair share plus what table, traffic and key add to it. */
  private split(verdict: Verdict, measure: string) {
    const { structure, traffic, key } = verdict.excess;
    const term = (name: string, value: string, title: string) =>
      html`<div title=${title}><dt>${name}</dt><dd><strong>${value}</strong></dd></div>`;
    return html`<dl aria-label="Where the share comes from">
      ${term('fair', formatPercent(verdict.fairShare), 'One part in as many as there are queues in use')}
      ${term('table and queues', formatPoints(structure), 'What the table does, whatever the traffic')}
      ${term('traffic', formatPoints(traffic), 'What indivisible flows and frames without a hash do')}
      ${term('key', formatPoints(key), 'What this key does to these flows')}
      ${term(`of all ${measure}`, `= ${formatPercent(verdict.share)}`, 'Share of the hottest processor')}
      ${term('evenness', formatRatio(verdict.evenness), 'Mean over largest load of the queues in use; 1 is perfectly even')}
    </dl>`;
  }

  private offer(verdict: Verdict) {
    const best = [...this.variants].sort((a, b) => a.share - b.share)[0];
    if (!best || best.share > verdict.share - 0.005) return nothing;
    return html`<p class="apply">
      <button class="primary" type="button" @click=${() => emit(this, 'nic-settings-change', { settings: best.settings })}>Apply: ${best.label}</button>
      <span>${formatPercent(verdict.share)} → <strong>${formatPercent(best.share)}</strong> on the hottest processor</span>
    </p>`;
  }
}

define('nic-verdict-card', NicVerdictCard);

declare global {
  interface HTMLElementTagNameMap {
    'nic-verdict-card': NicVerdictCard;
  }
}
