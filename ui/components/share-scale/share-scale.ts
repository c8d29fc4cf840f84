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
        block-size: 1.75rem;
        overflow: visible;
      }
      .track {
        fill: var(--nic-sunken);
      }
      .fill {
        fill: var(--nic-hot);
      }
      line {
        stroke: var(--nic-text);
        stroke-width: 1.5;
      }
      line.floor {
        stroke-width: 3;
      }
      line.structural {
        stroke-dasharray: 3 2;
      }
      line.baseline {
        stroke: var(--nic-accent);
        stroke-width: 3;
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
        block-size: 0.875rem;
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
    const end = Math.min(1, Math.max(...marks.map(({ share }) => share)) * 1.04);
    const at = (share: number) => `${((100 * share) / end).toFixed(2)}%`;
    return html`<svg part="scale" aria-hidden="true">
        <rect class="track" x="0" y="9" width="100%" height="10" rx="2" />
        <rect class="fill" x="0" y="9" width=${at(this.verdict.share)} height="10" rx="2" />
        ${marks.map(({ id, share }) => {
          const [top, bottom] = NicShareScale.spans[id];
          return svg`<line class=${id} x1=${at(share)} x2=${at(share)} y1=${top} y2=${bottom}><title>${id}</title></line>`;
        })}
      </svg>
      <ul part="legend">
        ${marks.map(
          ({ id, label, title, share }) => html`<li title=${title}>
            <svg viewBox="0 0 12 14" aria-hidden="true">
              ${id === 'now' ? svg`<rect class="fill" x="1" y="3" width="10" height="8" rx="1" />` : svg`<line class=${id} x1="6" x2="6" y1="0" y2="14" />`}
            </svg>
            <span>${label}</span> <strong>${formatPercent(share)}</strong>
            ${id === 'baseline' ? html`<span>(now ${formatPoints(this.verdict!.share - share)})</span>` : nothing}
          </li>`,
        )}
      </ul>`;
  }

  /** Top and bottom of each mark: fair and structural stand above the bar, the floor hangs below it. */
  private static readonly spans = { now: [7, 21], baseline: [2, 26], fair: [1, 19], structural: [5, 19], floor: [9, 27] } as const;

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
