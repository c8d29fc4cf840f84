import { LitElement, css, html, nothing, svg } from 'lit';
import { property } from 'lit/decorators.js';
import type { Verdict } from '../../analysis/types.ts';
import { define } from '../element.ts';
import { formatPercent, formatPoints } from '../format.ts';
import { base } from '../theme.ts';

type Shares = Pick<Verdict, 'share' | 'fairShare' | 'structuralShare' | 'floorShare'>;

interface Mark {
  id: 'now' | 'baseline' | 'fair' | 'structural' | 'floor';
  label: string;
  title: string;
  share: number;
}

/**
 * The share of the hottest processor on one scale, against the fair share, what table and queues alone would give,
 * the floor that no table can beat, and a pinned baseline. Every mark has its number beneath.
 *
 * @tagname nic-share-scale
 * @csspart scale - The drawing.
 * @csspart legend - The numbers.
 */
export class NicShareScale extends LitElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        inline-size: 100%;
        block-size: 1.5rem;
        overflow: visible;
      }
      .track {
        fill: var(--nic-sunken);
      }
      .fill {
        fill: var(--nic-hot);
      }
      path {
        fill: var(--nic-text);
      }
      .structural {
        fill: none;
        stroke: var(--nic-text);
        stroke-width: 1.5;
        stroke-dasharray: 3 2;
      }
      .baseline {
        fill: var(--nic-accent);
        stroke: var(--nic-surface);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--nic-s4);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: var(--nic-s1);
        white-space: nowrap;
      }
      li svg {
        flex: none;
        inline-size: 0.75rem;
        block-size: 1.25rem;
      }
      svg svg {
        overflow: visible;
      }
      li span {
        color: var(--nic-quiet);
      }
    `,
  ];

  @property({ attribute: false }) verdict: Shares | null = null;
  @property({ attribute: false }) baseline: Shares | null = null;

  override render() {
    if (!this.verdict) return nothing;
    const marks = this.marks(this.verdict);
    const end = Math.min(1, Math.max(...marks.map(({ share }) => share)) * 1.25);
    const at = (share: number) => `${((100 * share) / end).toFixed(2)}%`;
    return html`<svg part="scale" aria-hidden="true">
        <rect class="track" x="0" y="8" width="100%" height="8" rx="2" />
        <rect class="fill" x="0" y="8" width=${at(this.verdict.share)} height="8" rx="2" />
        ${marks.map(({ id, share }) => (id === 'now' ? nothing : svg`<svg x=${at(share)}>${NicShareScale.glyphs[id]}</svg>`))}
      </svg>
      <ul part="legend">
        ${marks.map(
          ({ id, label, title, share }) =>
            html`<li title=${title}>
              <svg viewBox="-6 ${NicShareScale.middles[id] - 10} 12 20" aria-hidden="true">${NicShareScale.glyphs[id]}</svg>
              <span>${label}</span> <strong>${formatPercent(share)}</strong>
              ${id === 'baseline' ? html`<span>(now ${formatPoints(this.verdict!.share - share)})</span>` : nothing}
            </li>`,
        )}
      </ul>`;
  }

  /** The marks, centred on 0, around a bar from 8 to 16: where shares are equal, each can still be seen. */
  private static readonly glyphs = {
    now: svg`<rect class="fill" x="-5" y="8" width="10" height="8" rx="1" />`,
    fair: svg`<path d="M0 8 L-4 1 H4 Z" />`,
    floor: svg`<path d="M0 16 L-4 23 H4 Z" />`,
    structural: svg`<path class="structural" d="M0 4 V20" />`,
    baseline: svg`<path class="baseline" d="M0 5 L5 12 L0 19 L-5 12 Z" />`,
  };

  private static readonly middles = { now: 12, fair: 4.5, floor: 19.5, structural: 12, baseline: 12 };

  private marks(verdict: Shares): Mark[] {
    const marks: Mark[] = [
      { id: 'now', label: 'hottest', title: 'Share of the hottest processor', share: verdict.share },
      { id: 'fair', label: 'fair', title: 'One part in as many as there are queues in use', share: verdict.fairShare },
      {
        id: 'structural',
        label: 'table alone',
        title: 'Share of the fullest queue if all hashes were equally likely: table and queues alone',
        share: verdict.structuralShare,
      },
      {
        id: 'floor',
        label: 'floor',
        title: 'The least that any table can reach: the largest flow, or the fair share if that is more',
        share: verdict.floorShare,
      },
    ];
    if (this.baseline)
      marks.push({ id: 'baseline', label: 'baseline', title: 'Hottest share under the pinned setting', share: this.baseline.share });
    return marks;
  }
}

define('nic-share-scale', NicShareScale);

declare global {
  interface HTMLElementTagNameMap {
    'nic-share-scale': NicShareScale;
  }
}
