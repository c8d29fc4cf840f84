import { LitElement, css, html, nothing, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CounterSeries, SeriesScale } from '../../counters/series.ts';
import { scaleExponents } from '../../counters/statistics.ts';
import { define, emit } from '../element.ts';
import { lineColour, patternOf } from '../perf-monitor/line-style.ts';
import { scaleText, seriesText } from '../perf-monitor/value-text.ts';
import { styleMap } from '../style-map.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import {
  counterColumn,
  cursorColumn,
  nameColumns,
  numberColumn,
  numberColumns,
  scaleColumn,
  sortedIds,
  type LegendColumn,
  type LegendOrder,
  type LegendRow,
} from './columns.ts';

const scaleOptions = html`<option value="fit">Fit</option>
  ${scaleExponents.map((exponent) => html`<option value=${String(exponent)}>${scaleText(10 ** exponent)}</option>`)}`;

/** Which of the choices a scale is. */
const choiceOf = (scale: SeriesScale): string => (scale === 'fit' ? 'fit' : String(Math.round(Math.log10(scale))));

/**
 * The counters shown: colour and line, scale, names, statistics. Sortable; rows keep their places until the heading is used again or
 * counters come and go. Delete removes the row that has the focus.
 *
 * @tagname nic-perf-legend
 * @csspart table - The table.
 * @fires {CustomEvent<{id: string}>} nic-perf-select - A row was chosen.
 * @fires {CustomEvent<{ids: string[], hidden: boolean}>} nic-counters-show - Lines are to be shown or hidden.
 * @fires {CustomEvent<{ids: string[], scale: SeriesScale}>} nic-scale-change - A scale was chosen.
 * @fires {CustomEvent<{ids: string[]}>} nic-counters-remove - Counters are to be removed.
 */
export class NicPerfLegend extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      .scroll {
        max-block-size: 19rem;
      }
      td {
        block-size: 1.875rem;
      }
      td,
      th {
        padding-inline: var(--nic-s1) var(--nic-s2);
      }
      .color {
        display: flex;
        align-items: center;
        gap: var(--nic-s1);
      }
      .color svg {
        flex: none;
        inline-size: 2.25rem;
        block-size: 0.75rem;
        stroke: var(--colour);
        stroke-width: 2.5;
      }
      .color span {
        min-inline-size: 1.5em;
        color: var(--nic-quiet);
      }
      .scale {
        white-space: nowrap;
      }
      select {
        inline-size: 4.25rem;
        min-block-size: 1.5rem;
        border-color: var(--nic-line);
      }
      .hidden-line {
        color: var(--nic-quiet);
      }
      .remove {
        min-block-size: 1.5rem;
        min-inline-size: 1.5rem;
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) rows: readonly LegendRow[] = [];
  @property({ attribute: false }) selected: string | null = null;
  /** Whether there is a cursor, and so a column for it. */
  @property({ type: Boolean }) cursor = false;

  @state() private order: LegendOrder = { column: 'number', descending: false };

  /** Where the row was that Delete removed: the focus goes to what is there then. */
  private vacant: number | null = null;
  private placed: string[] = [];
  private placedFor = '';

  override render() {
    const columns = [...nameColumns, ...(this.cursor ? [cursorColumn] : []), ...numberColumns];
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Counters">
      <table part="table" @keydown=${this.keyed}>
        <thead>
          <tr>
            ${this.heading(numberColumn)}
            <th scope="col">Show</th>
            ${[scaleColumn, counterColumn, ...columns].map((column) => this.heading(column))}
            <th scope="col"><span class="sr-only">Remove</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.ordered(),
            ({ series }) => series.id,
            (row) => this.row(row, columns),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private heading({ id, label, isNumber }: LegendColumn) {
    const { column, descending } = this.order;
    const isSorted = column === id;
    return html`<th
      scope="col"
      class=${isNumber ? 'number' : ''}
      aria-sort=${isSorted ? (descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" @click=${() => this.sortBy(id, isNumber)}>
        ${label}<span aria-hidden="true">${isSorted ? (descending ? '\u00a0↓' : '\u00a0↑') : ''}</span>
      </button>
    </th>`;
  }

  private row(row: LegendRow, columns: readonly LegendColumn[]) {
    const { series, number, scale } = row;
    const { id, hidden } = series;
    const name = seriesText(series);
    return html`<tr
      data-id=${id}
      class="${id === this.selected ? 'selected' : ''} ${hidden ? 'hidden-line' : ''}"
      @click=${() => this.choose(id)}
    >
      <td>${this.colour(series, number)}</td>
      <td>
        <input
          type="checkbox"
          aria-label="Show ${name}"
          .checked=${live(!hidden)}
          @change=${() => emit(this, 'nic-counters-show', { ids: [id], hidden: !hidden })}
        />
      </td>
      <td class="number scale">
        ${series.scale === 'fit' ? scaleText(scale) : nothing}
        <select aria-label="Scale of ${name}" .value=${live(choiceOf(series.scale))} @change=${(event: Event) => this.scaled(id, event)}>
          ${scaleOptions}
        </select>
      </td>
      <td>
        <button type="button" class="row-button" aria-pressed=${id === this.selected ? 'true' : 'false'}>${counterColumn.text(row)}</button>
      </td>
      ${columns.map((column) => html`<td class=${column.isNumber ? 'number' : ''}>${column.text(row)}</td>`)}
      <td><button type="button" class="quiet remove" aria-label="Remove ${name}" @click=${() => this.drop(id)}>×</button></td>
    </tr>`;
  }

  private colour(series: CounterSeries, number: number) {
    const { name, dash } = patternOf(series);
    return html`<span class="color" style=${styleMap({ '--colour': lineColour(series) })}>
      <svg viewBox="0 0 36 12" role="img" aria-label="Line ${number}, ${name}">
        ${svg`<path d="M0 6H36" stroke-dasharray=${dash.length ? dash.join(' ') : 'none'} />`}
      </svg>
      <span>${number}</span>
    </span>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (this.vacant !== null && changed.has('rows')) {
      const buttons = this.renderRoot.querySelectorAll<HTMLElement>('tbody .row-button');
      buttons[Math.min(this.vacant, buttons.length - 1)]?.focus();
      this.vacant = null;
    }
    // A select takes its value only once its options are there.
    for (const { series } of this.rows) {
      const select = this.renderRoot.querySelector<HTMLSelectElement>(`tr[data-id="${CSS.escape(series.id)}"] select`);
      if (select && select.value !== choiceOf(series.scale)) select.value = choiceOf(series.scale);
    }
  }

  private ordered(): LegendRow[] {
    const byId = new Map(this.rows.map((row) => [row.series.id, row]));
    const placedFor = JSON.stringify([this.order, [...byId.keys()]]);
    if (placedFor !== this.placedFor) this.placed = sortedIds(this.rows, this.order);
    this.placedFor = placedFor;
    return this.placed.map((id) => byId.get(id)!);
  }

  /** A heading used again sorts the other way round, by the values of now. */
  private sortBy(column: string, isNumber: boolean): void {
    this.order = { column, descending: this.order.column === column ? !this.order.descending : isNumber };
  }

  private choose(id: string): void {
    if (id !== this.selected) emit(this, 'nic-perf-select', { id });
  }

  private scaled(id: string, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const scale: SeriesScale = value === 'fit' ? 'fit' : 10 ** Number(value);
    emit(this, 'nic-scale-change', { ids: [id], scale });
  }

  private drop(id: string): void {
    emit(this, 'nic-counters-remove', { ids: [id] });
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== 'Delete') return;
    const id = (event.target as Element).closest<HTMLElement>('tr[data-id]')?.dataset.id;
    if (id === undefined) return;
    event.preventDefault();
    this.vacant = this.placed.indexOf(id);
    this.drop(id);
  }
}

define('nic-perf-legend', NicPerfLegend);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-legend': NicPerfLegend;
  }
}
