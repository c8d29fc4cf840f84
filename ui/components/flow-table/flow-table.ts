import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Direction, type FlowPage, type FlowQuery, type FlowRow, type Measure } from '../../analysis/types.ts';
import { hashTypeIds } from '../../features/rss.ts';
import { define, emit } from '../element.ts';
import { formatBytes, formatCount, formatHash, formatPercent, formatPlural } from '../format.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';

type Filter = FlowQuery['filter'];

/**
 * The flows behind a bar, the largest first, a page at a time.
 *
 * @tagname nic-flow-table
 * @csspart table - The table.
 * @fires {CustomEvent<{query: FlowQuery}>} nic-flow-query - Another filter, order or page is wanted.
 */
export class NicFlowTable extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      .chips {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1);
        padding-block-end: var(--nic-s2);
      }
      .chips button {
        border-radius: 1rem;
      }
      .chips button[aria-pressed='true'] {
        border-color: var(--nic-accent);
        background: var(--nic-accent-soft);
        color: var(--nic-accent);
      }
      .scroll {
        position: relative;
        overflow: auto;
        max-block-size: 40rem;
        border-block-end: 1px solid var(--nic-line);
      }
      tbody tr:last-child td {
        border-block-end: 0;
      }
      .other td {
        color: var(--nic-quiet);
      }
      .pager {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s2);
        padding-block-start: var(--nic-s2);
      }
      .pager .end {
        margin-inline-start: auto;
        display: flex;
        gap: var(--nic-s1);
      }
    `,
  ];

  @property({ attribute: false }) page: FlowPage | null = null;
  @property({ attribute: false }) query: FlowQuery = { filter: { kind: 'ingress' }, sort: 'packets', offset: 0, limit: 50 };
  /** Queues to choose from. */
  @property({ type: Number }) queues = 0;
  /** Totals that shares refer to. */
  @property({ attribute: false }) total: { packets: number; bytes: number } = { packets: 0, bytes: 0 };
  /** Address of the Hash page for a flow, or null where the hash cannot be shown. */
  @property({ attribute: false }) hashLink: (row: FlowRow) => string | null = () => null;

  override render() {
    const { page } = this;
    return html`${this.chips()}
    ${
      page && page.rows.length
        ? html`<div class="scroll" tabindex="0" role="region" aria-label="Flow table">${this.table(page)}</div>
            ${this.pager(page)}`
        : html`<p class="quiet-text">${page ? 'No flows here.' : 'Flows appear here when a capture is open.'}</p>`
    }`;
  }

  private chips() {
    const { filter } = this.query;
    const chip = (label: string, wanted: Filter) =>
      html`<button
        type="button"
        aria-pressed=${JSON.stringify(filter) === JSON.stringify(wanted) ? 'true' : 'false'}
        @click=${() => this.ask({ filter: wanted, offset: 0 })}
      >
        ${label}
      </button>`;
    return html`<div class="chips" role="group" aria-label="Which flows">
      ${chip('Received', { kind: 'ingress' })} ${chip('Not hashed', { kind: 'not-hashed' })}
      ${
        this.queues <= 8
          ? Array.from({ length: this.queues }, (_, queue) => chip(`Queue ${queue}`, { kind: 'queue', queue }))
          : html`<label
              ><span class="sr-only">Queue</span>
              <select @change=${this.queuePicked}>
                <option value="" ?selected=${filter.kind !== 'queue'}>Queue …</option>
                ${Array.from(
                  { length: this.queues },
                  (_, queue) =>
                    html`<option value=${queue} ?selected=${filter.kind === 'queue' && filter.queue === queue}>Queue ${queue}</option>`,
                )}
              </select></label
            >`
      }
      ${filter.kind === 'entry' ? chip(`Entry ${filter.entry}`, filter) : nothing} ${chip('All directions', { kind: 'all' })}
    </div>`;
  }

  private table(page: FlowPage) {
    return html`<table part="table">
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Destination</th>
          <th scope="col">Protocol</th>
          <th scope="col">Hash type</th>
          <th scope="col">Hash</th>
          <th scope="col" class="number">Entry</th>
          <th scope="col" class="number">Queue</th>
          <th scope="col" class="number">Processor</th>
          ${this.sortHead('packets', 'Packets')} ${this.sortHead('bytes', 'Bytes')}
          <th scope="col" class="number">Share</th>
        </tr>
      </thead>
      <tbody>
        ${page.rows.map((row) => this.row(row))}
      </tbody>
    </table>`;
  }

  private sortHead(measure: Measure, label: string) {
    const current = this.query.sort === measure;
    return html`<th scope="col" class="number" aria-sort=${current ? 'descending' : nothing}>
      <button type="button" @click=${() => this.ask({ sort: measure, offset: 0 })}>${label}${current ? ' ↓' : ''}</button>
    </th>`;
  }

  private row(row: FlowRow) {
    const received = row.direction === Direction.Ingress;
    const hashed = row.hashType !== 0;
    const link = this.hashLink(row);
    const share = this.total[this.query.sort] ? row[this.query.sort] / this.total[this.query.sort] : 0;
    const hash = hashed ? formatHash(row.hash) : '–';
    const protocol = [row.protocol, row.tunnel, row.vlan === null ? null : `VLAN ${row.vlan}`].filter(Boolean).join(', ');
    return html`<tr class=${received ? '' : 'other'}>
      <td class="mono">${row.source}</td>
      <td class="mono">${row.destination}</td>
      <td>${protocol}</td>
      <td>${hashed ? hashTypeIds[row.hashType] : 'none'}</td>
      <td class="mono">${link ? html`<a href=${link} title="Show this hash step by step">${hash === '–' ? 'why' : hash}</a>` : hash}</td>
      <td class="number">${hashed ? row.entry : '–'}</td>
      <td class="number">${received ? row.queue : '–'}</td>
      <td class="number">${received ? row.processor : '–'}</td>
      <td class="number">${formatCount(row.packets)}</td>
      <td class="number">${formatBytes(row.bytes)}</td>
      <td class="number">${received ? formatPercent(share) : '–'}</td>
    </tr>`;
  }

  private pager(page: FlowPage) {
    const { offset, limit } = this.query;
    const last = Math.min(page.total, offset + page.rows.length);
    return html`<nav class="pager" aria-label="Pages of flows">
      <span aria-live="polite">${formatCount(offset + 1)} to ${formatCount(last)} of ${formatPlural(page.total, 'flow')}</span>
      <span class="end">
        <button type="button" ?disabled=${offset === 0} @click=${() => this.ask({ offset: Math.max(0, offset - limit) })}>Previous</button>
        <button type="button" ?disabled=${last >= page.total} @click=${() => this.ask({ offset: offset + limit })}>Next</button>
      </span>
    </nav>`;
  }

  private queuePicked(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.ask({ filter: value === '' ? { kind: 'ingress' } : { kind: 'queue', queue: Number(value) }, offset: 0 });
  }

  private ask(change: Partial<FlowQuery>): void {
    emit(this, 'nic-flow-query', { query: { ...this.query, ...change } });
  }
}

define('nic-flow-table', NicFlowTable);

declare global {
  interface HTMLElementTagNameMap {
    'nic-flow-table': NicFlowTable;
  }
}
