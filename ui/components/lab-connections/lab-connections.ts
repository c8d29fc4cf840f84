import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { OffloadState } from '../../abi/abi.gen.ts';
import type { LabConnectionName, LabLayout } from '../../scenario/lab-frame.ts';
import { define, emit } from '../element.ts';
import { formatCount, formatPlural } from '../format.ts';
import type { LabMoment } from '../lab-view/moment.ts';
import { setText } from '../lab-view/set-text.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import {
  columnsOf,
  connectionRows,
  offloadOf,
  reasonLines,
  rowsInOrder,
  sortRows,
  type ConnectionOrder,
  type ConnectionRow,
} from './columns.ts';

/** Rows keep their places for so long. */
const SORT_MS = 2000;

const filters = {
  all: { label: 'All connections', passes: () => true },
  adapter: { label: 'In the adapter, or on the way', passes: (row: ConnectionRow) => offloadOf(row) > OffloadState.InHost },
  host: { label: 'In the host', passes: (row: ConnectionRow) => offloadOf(row) === OffloadState.InHost },
} as const;
type Filter = keyof typeof filters;

/**
 * The connections that the frame has room for, the busiest of all; sortable. Where an adapter takes connections: who has each, why the
 * others are in the host, and a filter. Numbers are written past Lit.
 *
 * @tagname nic-lab-connections
 * @csspart table - The table.
 * @fires {CustomEvent<{ids: number[]}>} nic-lab-names - The names of the connections that are shown are wanted, once more too.
 * @fires {CustomEvent<{connection: number, label: string}>} nic-lab-connection - A connection was chosen.
 */
export class NicLabConnections extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      .count {
        padding-block-end: var(--nic-s1);
        color: var(--nic-quiet);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 var(--nic-s3);
      }
      .reasons {
        padding-block: var(--nic-s1) var(--nic-s2);
        max-inline-size: 60rem;
      }
    `,
  ];

  @property({ attribute: false }) layout: LabLayout | null = null;
  @property({ attribute: false }) names: ReadonlyMap<number, LabConnectionName> = new Map();
  /** Connection whose ledger is shown, or null. */
  @property({ attribute: false }) selected: number | null = null;

  @state() private order: ConnectionOrder = { column: 'throughput', descending: true };
  @state() private rowCount = 0;
  @state() private filter: Filter = 'all';
  /** Why connections are in the host, as JSON; another text renders anew. */
  @state() private reasons = '[]';
  @query('tbody') private body!: HTMLTableSectionElement | null;
  @query('.count') private count!: HTMLElement | null;

  private moment: LabMoment | null = null;
  private shownIds: number[] = [];
  private sortedMs = -Infinity;
  private resort: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.resort);
  }

  show(moment: LabMoment): void {
    this.moment = moment;
    this.write();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('layout')) return;
    this.rowCount = 0;
    this.reasons = '[]';
    this.filter = 'all';
    if (this.order.column === 'offload') this.order = { column: 'throughput', descending: true };
  }

  override render() {
    const { layout, order } = this;
    const columns = layout ? columnsOf(layout) : [];
    return html`<div class="head">
        <p class="count"></p>
        ${layout?.offloads.length ? this.filterChoice() : nothing}
      </div>
      ${this.reasonList()}
      <div class="scroll" tabindex="0" role="region" aria-label="Connections" ?hidden=${!this.rowCount}>
        <table part="table">
          <thead>
            <tr>
              <th scope="col">Connection</th>
              ${columns.map(
                ({ id, label, isNumber }) =>
                  html`<th
                    scope="col"
                    class=${isNumber ? 'number' : ''}
                    aria-sort=${order.column === id ? (order.descending ? 'descending' : 'ascending') : 'none'}
                  >
                    <button type="button" @click=${() => this.sortBy(id, isNumber)}>
                      ${label}<span aria-hidden="true">${order.column === id ? (order.descending ? '\u00a0↓' : '\u00a0↑') : ''}</span>
                    </button>
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${Array.from(
              { length: this.rowCount },
              (_, place) =>
                html`<tr>
                  <td><button type="button" class="row-button" title="Show what it costs" @click=${() => this.choose(place)}></button></td>
                  ${columns.map(({ isNumber }) => html`<td class=${isNumber ? 'number' : ''}></td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  override updated(): void {
    this.write();
  }

  private write(): void {
    const { moment, body } = this;
    if (!moment || moment.layout !== this.layout || !body) return;
    const all = connectionRows(moment, this.names);
    this.reasons = JSON.stringify(reasonLines(all));
    const rows = this.ordered(all.filter(filters[this.filter].passes));
    const columns = columnsOf(moment.layout);
    if (rows.length) emit(this, 'nic-lab-names', { ids: rows.map(({ id }) => id) });
    this.rowCount = rows.length; // another number of rows is rendered by Lit, which writes again
    const total = moment.frame.get('head', 0, 'connections');
    const isPart = total > all.length && all.length > 0;
    const shown = this.filter === 'all' ? '' : `${formatCount(rows.length)} of `;
    const busiest = isPart ? `${shown ? 'the' : 'The'} busiest ${formatCount(all.length)} of ` : '';
    setText(this.count, `${shown}${busiest}${formatPlural(total, 'connection')}`);
    this.shownIds = rows.map(({ id }) => id);
    rows.forEach((row, place) => {
      const line = body.rows[place];
      if (!line) return;
      line.classList.toggle('selected', row.id === this.selected);
      setText(line.cells[0]!.querySelector('button'), row.name ? `${row.name.local} → ${row.name.remote}` : `Connection ${row.id}`);
      columns.forEach(({ text }, column) => setText(line.cells[column + 1], text(row)));
    });
  }

  /** Sorted anew only now and then: rows that change places with every number cannot be read. */
  private ordered(rows: ConnectionRow[]): ConnectionRow[] {
    const nowMs = performance.now();
    const kept = nowMs - this.sortedMs < SORT_MS ? rowsInOrder(rows, this.shownIds) : null;
    clearTimeout(this.resort);
    if (kept) {
      // No further frame comes while the run stands still.
      this.resort = setTimeout(() => this.write(), this.sortedMs + SORT_MS - nowMs);
      return kept;
    }
    this.sortedMs = nowMs;
    return sortRows(rows, this.order);
  }

  private sortBy(column: string, isNumber: boolean): void {
    this.sortedMs = -Infinity;
    this.order = { column, descending: this.order.column === column ? !this.order.descending : isNumber };
  }

  private filterChoice() {
    return html`<label
      >Show
      <select
        @change=${(event: Event) => {
          this.filter = (event.target as HTMLSelectElement).value as Filter;
          this.sortedMs = -Infinity;
        }}
      >
        ${(Object.keys(filters) as Filter[]).map(
          (id) => html`<option value=${id} .selected=${id === this.filter}>${filters[id].label}</option>`,
        )}
      </select></label
    >`;
  }

  private reasonList() {
    const lines = JSON.parse(this.reasons) as ReturnType<typeof reasonLines>;
    if (!lines.length) return nothing;
    return html`<ul class="reasons" aria-label="Why connections are not offloaded">
      ${lines.map(
        ({ count, title, needed }) =>
          html`<li>${formatPlural(count, 'connection')} not offloaded: ${title}. <span class="quiet-text">Needed: ${needed}</span></li>`,
      )}
    </ul>`;
  }

  private choose(place: number): void {
    const id = this.shownIds[place];
    if (id === undefined) return;
    const name = this.names.get(id);
    emit(this, 'nic-lab-connection', { connection: id, label: name ? `${name.local} → ${name.remote}` : `Connection ${id}` });
  }
}

define('nic-lab-connections', NicLabConnections);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-connections': NicLabConnections;
  }
}
