import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styleMap } from '../style-map.ts';
import type { Measure } from '../../analysis/types.ts';
import { define, emit } from '../element.ts';
import { formatLoad, formatPercent } from '../format.ts';
import { loadColour, loadInk } from '../load-scale.ts';
import { base } from '../theme.ts';

const COLUMNS = 8;

/**
 * The indirection table: a cell an entry, holding its queue, shaded by its load. A click or Enter moves an entry to the next
 * queue (with Shift to the one before), digits name it, arrow keys walk the cells.
 *
 * @tagname nic-table-editor
 * @csspart cell - One entry.
 * @fires {CustomEvent<{table: number[] | null}>} nic-table-change - The table was edited, or set back to round robin (null).
 * @fires {CustomEvent<{entry: number}>} nic-entry-select - The flows of an entry are wanted.
 */
export class NicTableEditor extends LitElement {
  static override styles = [
    base,
    css`
      .grid {
        display: grid;
        gap: 2px;
      }
      [role='row'] {
        display: grid;
        grid-template-columns: 2rem repeat(8, minmax(1.5rem, 1fr));
        gap: 2px;
        align-items: center;
      }
      .first {
        font-size: 0.6875rem;
        color: var(--nic-quiet);
        text-align: end;
        padding-inline-end: 0.2rem;
      }
      [role='gridcell'] {
        min-block-size: 1.5rem;
        padding: 0;
        display: grid;
        place-items: center;
        border: 1px solid transparent;
        border-radius: 2px;
        font-size: var(--nic-size-small);
        cursor: pointer;
        user-select: none;
        outline-offset: 0;
      }
      [role='gridcell'].wrong {
        border-color: var(--nic-bad);
        text-decoration: line-through;
      }
      output {
        display: block;
        min-block-size: 2.9em;
        padding-block: var(--nic-s1);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s1);
      }
    `,
  ];

  /** Queue of each entry. */
  @property({ attribute: false }) table: readonly number[] = [];
  /** Load of each entry in the chosen measure, or empty. */
  @property({ attribute: false }) loads: Float64Array = new Float64Array();
  @property() measure: Measure = 'packets';
  /** Queues in use. */
  @property({ type: Number }) queues = 1;
  /** True when the table is the automatic one. */
  @property({ type: Boolean }) roundRobin = true;

  @state() private current = 0;
  private typed = '';

  override render() {
    const { table } = this;
    const current = Math.min(this.current, table.length - 1);
    const peak = this.loads.reduce((most, load) => Math.max(most, load), 0) || 1;
    const rows = Array.from({ length: Math.ceil(table.length / COLUMNS) }, (_, row) => row * COLUMNS);
    return html`<div class="grid" role="grid" aria-label="Indirection table" aria-describedby="how" @keydown=${this.keyed}>
        ${rows.map(
          (first) =>
            html`<div role="row">
              <span class="first" role="rowheader">${first}</span>
              ${table.slice(first, first + COLUMNS).map((queue, column) => this.cellOf(first + column, queue, peak, current))}
            </div>`,
        )}
      </div>
      <output aria-live="polite">${this.readout(current)}</output>
      <div class="actions">
        <button type="button" ?disabled=${this.roundRobin} @click=${() => emit(this, 'nic-table-change', { table: null })}>
          Round robin
        </button>
        <button type="button" @click=${() => emit(this, 'nic-entry-select', { entry: current })}>Flows of entry ${current}</button>
      </div>
      <p id="how" class="sr-only">Enter moves an entry to the next queue, Shift and Enter to the one before; digits name the queue.</p>`;
  }

  private cellOf(entry: number, queue: number, peak: number, current: number) {
    const part = (this.loads[entry] ?? 0) / peak;
    return html`<span
      role="gridcell"
      part="cell"
      class=${queue >= this.queues ? 'wrong' : ''}
      tabindex=${entry === current ? '0' : '-1'}
      data-entry=${entry}
      aria-label="Entry ${entry}, queue ${queue}, ${this.loadText(entry)}"
      title="Entry ${entry}: queue ${queue}, ${this.loadText(entry)}"
      style=${styleMap({ background: loadColour(part), color: loadInk(part) })}
      @focus=${() => (this.current = entry)}
      @click=${(event: MouseEvent) => this.step(entry, event.shiftKey ? -1 : 1)}
      >${queue}</span
    >`;
  }

  private loadText(entry: number): string {
    const load = this.loads[entry];
    if (load === undefined) return 'load not known';
    const total = this.loads.reduce((sum, value) => sum + value, 0);
    return `${formatLoad(load, this.measure)}${total ? `, ${formatPercent(load / total)}` : ''}`;
  }

  private readout(entry: number) {
    const queue = this.table[entry];
    if (queue === undefined) return nothing;
    return html`Entry ${entry}: queue ${queue}, ${this.loadText(entry)} of what is hashed.`;
  }

  private step(entry: number, by: number): void {
    this.current = entry;
    this.put(entry, (this.table[entry]! + by + this.queues) % this.queues);
  }

  private put(entry: number, queue: number): void {
    const table = [...this.table];
    table[entry] = queue;
    emit(this, 'nic-table-change', { table });
  }

  private keyed(event: KeyboardEvent): void {
    const entry = this.current;
    const moves: Record<string, number> = {
      ArrowLeft: entry - 1,
      ArrowRight: entry + 1,
      ArrowUp: entry - COLUMNS,
      ArrowDown: entry + COLUMNS,
      Home: entry - (entry % COLUMNS),
      End: Math.min(entry - (entry % COLUMNS) + COLUMNS, this.table.length) - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      this.typed = '';
      if (target >= 0 && target < this.table.length) this.focusEntry(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.step(entry, event.shiftKey ? -1 : 1);
    } else if (/^\d$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.digit(entry, event.key);
    }
  }

  /** Digits in a row make a number as long as a queue has it: 1, then 12. */
  private digit(entry: number, digit: string): void {
    const longer = Number(this.typed + digit);
    const queue = longer < this.queues ? longer : Number(digit);
    this.typed = String(queue);
    if (queue < this.queues) this.put(entry, queue);
  }

  private focusEntry(entry: number): void {
    this.current = entry;
    this.renderRoot.querySelector<HTMLElement>(`[data-entry="${entry}"]`)?.focus();
  }
}

define('nic-table-editor', NicTableEditor);

declare global {
  interface HTMLElementTagNameMap {
    'nic-table-editor': NicTableEditor;
  }
}
