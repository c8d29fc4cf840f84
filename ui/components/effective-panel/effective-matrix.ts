import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { featureIds, featureLabels, type FeatureId } from '../../effective/feature-list.ts';
import type { Standing } from '../../effective/standing.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import { markStyles, markTemplate } from './marks.ts';
import { stateMarks } from './words.ts';

export interface MatrixColumn {
  readonly adapter: string;
  readonly standings: ReadonlyMap<FeatureId, Standing>;
}

/**
 * Features by the adapters of a host: on, off or pending at a glance. A cell chooses its adapter and its feature.
 *
 * @tagname nic-effective-matrix
 * @fires {CustomEvent<{adapter: string, feature: FeatureId}>} nic-cell - A cell was chosen.
 */
export class NicEffectiveMatrix extends LitElement {
  static override styles = [
    base,
    markStyles,
    css`
      .scroll {
        overflow-x: auto;
      }
      th,
      td {
        padding: 0 var(--nic-s3) 0 0;
        border-block-end: 1px solid var(--nic-line);
        text-align: start;
        font-weight: 400;
        white-space: nowrap;
      }
      thead th {
        color: var(--nic-quiet);
        font-weight: 600;
        padding-inline-start: var(--nic-s2);
      }
      tbody th {
        position: sticky;
        inset-inline-start: 0;
        z-index: 1;
        background: var(--nic-surface);
      }
      .chosen {
        background: var(--nic-sunken);
      }
      thead .chosen {
        color: var(--nic-text);
      }
      button {
        inline-size: 100%;
        min-block-size: 1.5rem;
        border: 0;
        border-radius: 0;
        background: none;
        text-align: start;
      }
      button:hover {
        background: var(--nic-accent-soft);
      }
      td {
        padding: 0;
      }
      :focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  @property({ attribute: false }) columns: readonly MatrixColumn[] = [];
  /** Name of the adapter that is shown below. */
  @property() adapter = '';

  override render() {
    const { columns } = this;
    return html`<div class="scroll">
      <table>
        <caption class="sr-only">
          State of each feature on each adapter
        </caption>
        <thead>
          <tr>
            <td></td>
            ${columns.map(({ adapter }) => html`<th scope="col" class=${this.isChosen(adapter)}>${adapter}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${featureIds.map(
            (feature) =>
              html`<tr>
                <th scope="row">${featureLabels[feature]}</th>
                ${columns.map((column) => this.cell(feature, column))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private isChosen(adapter: string) {
    return adapter === this.adapter ? 'chosen' : nothing;
  }

  private cell(feature: FeatureId, { adapter, standings }: MatrixColumn) {
    const { state } = standings.get(feature)!;
    return html`<td class=${this.isChosen(adapter)}>
      <button
        type="button"
        aria-label="${featureLabels[feature]} on ${adapter}: ${state}"
        @click=${() => emit(this, 'nic-cell', { adapter, feature })}
      >
        ${markTemplate(stateMarks[state])}
      </button>
    </td>`;
  }
}

define('nic-effective-matrix', NicEffectiveMatrix);

declare global {
  interface HTMLElementTagNameMap {
    'nic-effective-matrix': NicEffectiveMatrix;
  }
}
