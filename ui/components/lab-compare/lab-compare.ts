import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type ComparedFigure, type LabComparison, type Verdict, verdictOf } from '../../analysis/compare-runs.ts';
import { define, emit } from '../element.ts';
import { formatDurationNs } from '../format.ts';
import { styleMap } from '../style-map.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';

const marks: Readonly<Record<Verdict, { mark: string; words: string }>> = {
  better: { mark: '▲', words: 'better' },
  worse: { mark: '▼', words: 'worse' },
  same: { mark: '=', words: 'the same' },
  other: { mark: '', words: '' },
};

const DIGITS = 3;
/** Processors that are idle in both runs are not drawn. */
const LEAST_LOAD = 0.001;

/** Three digits that count, whole numbers in full. */
function figureText(value: number | null): string {
  if (value === null) return '–';
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  const places = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en-US', { minimumFractionDigits: Math.min(places, 6), maximumFractionDigits: Math.min(places, 6) });
}

function changeText({ a, b }: ComparedFigure): string {
  if (a === null || b === null || a === b) return '';
  if (a === 0) return 'new';
  const percent = (100 * (b - a)) / a;
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent) >= 1000 ? '> 1000' : Math.abs(percent).toFixed(1)} %`;
}

/**
 * Two worlds at the same instant: the pinned one (A) and the one that is changed (B).
 *
 * @tagname nic-lab-compare
 * @fires nic-lab-pin - Pin the scenario as it is.
 * @fires nic-lab-unpin - Forget the pinned scenario.
 */
export class NicLabCompare extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s2);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s2);
      }
      .changes {
        padding-inline-start: var(--nic-s4);
        list-style: disc;
        overflow-wrap: anywhere;
      }
      .group th {
        padding-block-start: var(--nic-s2);
        color: var(--nic-quiet);
        font-weight: 600;
      }
      .better {
        color: var(--nic-good);
      }
      .worse {
        color: var(--nic-bad);
        font-weight: 600;
      }
      .bars {
        display: grid;
        grid-template-columns: max-content minmax(4rem, 1fr) max-content;
        gap: 0.15rem var(--nic-s2);
        align-items: center;
      }
      .bar {
        display: grid;
        gap: 1px;
      }
      .bar i {
        block-size: 0.35rem;
        min-inline-size: 1px;
        background: var(--nic-accent);
      }
      .bar i.a {
        background: var(--nic-quiet);
      }
      .key {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s2);
      }
      .key i {
        display: inline-block;
        inline-size: 1rem;
        block-size: 0.35rem;
        background: var(--nic-accent);
        vertical-align: middle;
      }
      .key i.a {
        background: var(--nic-quiet);
      }
      .number {
        font-variant-numeric: tabular-nums;
      }
      .scroll {
        max-block-size: none;
      }
    `,
  ];

  /** null: no scenario is pinned. */
  @property({ attribute: false }) comparison: LabComparison | null = null;
  @property({ type: Boolean }) pinned = false;
  /** What B changes, in words. */
  @property({ attribute: false }) changes: readonly string[] = [];
  /** Why the pinned scenario does not run, or empty. */
  @property() fault = '';

  override render() {
    if (!this.pinned)
      return html`<p class="quiet-text">
          Pin the scenario as A, then change settings: B runs beside it, in step, and every figure shows the difference.
        </p>
        <div class="actions"><button type="button" @click=${() => emit(this, 'nic-lab-pin', null)}>Pin as A</button></div>`;
    const { comparison } = this;
    return html`<div class="actions">
        <span class="quiet-text" role="status"
          >${this.fault || (comparison ? `Both at ${formatDurationNs(comparison.timePs / 1000)}` : 'A catches up …')}</span
        >
        <button type="button" @click=${() => emit(this, 'nic-lab-pin', null)}>Pin this instead</button>
        <button type="button" @click=${() => emit(this, 'nic-lab-unpin', null)}>Unpin</button>
      </div>
      ${
        this.changes.length
          ? html`<ul class="changes">
              ${this.changes.map((change) => html`<li>${change}</li>`)}
            </ul>`
          : html`<p class="quiet-text">B is A: change a setting to see what it does.</p>`
      }
      ${comparison ? [this.bars(comparison), this.table(comparison)] : nothing}`;
  }

  private bars({ processors }: LabComparison) {
    const busy = processors.filter(({ a, b }) => Math.max(a ?? 0, b ?? 0) >= LEAST_LOAD);
    const idle = processors.length - busy.length;
    if (!busy.length) return nothing;
    const text = (load: number | null) => (load === null ? '–' : `${(100 * load).toFixed(0)} %`);
    const bar = (load: number | null, of: 'a' | 'b') =>
      html`<i class=${of} style=${styleMap({ 'inline-size': `${100 * Math.min(1, load ?? 0)}%` })}></i>`;
    return html`<p class="quiet-text key">
        <span><i class="a"></i> A</span><span><i></i> B</span> Load of processors since the figures
        before${idle ? `; ${idle} idle in both` : ''}
      </p>
      <div class="bars" role="group" aria-label="Load of processors, A above B">
        ${busy.map(
          ({ host, number, a, b }) =>
            html`<span>${host} ${number}</span><span class="bar" aria-hidden="true">${bar(a, 'a')}${bar(b, 'b')}</span
              ><span class="number">${text(a)} | ${text(b)}</span>`,
        )}
      </div>`;
  }

  private table({ figures }: LabComparison) {
    const groups = [...new Set(figures.map(({ of }) => of))];
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Figures of both runs">
      <table>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" class="number">A</th>
            <th scope="col" class="number">B</th>
            <th scope="col">Unit</th>
            <th scope="col" class="number">Change</th>
            <th scope="col">B is</th>
          </tr>
        </thead>
        ${groups.map(
          (group) =>
            html`<tbody>
              ${
                group === null
                  ? nothing
                  : html`<tr class="group">
                      <th scope="rowgroup" colspan="6">${group}</th>
                    </tr>`
              }
              ${figures.filter(({ of }) => of === group).map((figure) => this.row(figure))}
            </tbody>`,
        )}
      </table>
    </div>`;
  }

  private row(figure: ComparedFigure) {
    const verdict = verdictOf(figure);
    const { mark, words } = marks[verdict];
    return html`<tr>
      <th scope="row">${figure.label}</th>
      <td class="number">${figureText(figure.a)}</td>
      <td class="number">${figureText(figure.b)}</td>
      <td>${figure.unit}</td>
      <td class="number">${changeText(figure)}</td>
      <td class=${verdict}>${mark ? html`<span aria-hidden="true">${mark}</span> ${words}` : nothing}</td>
    </tr>`;
  }
}

define('nic-lab-compare', NicLabCompare);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-compare': NicLabCompare;
  }
}
