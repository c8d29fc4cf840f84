import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { BitStep, ByteStep } from '../../features/toeplitz-steps.ts';
import { define, emit } from '../element.ts';
import { formatHash } from '../format.ts';
import { base } from '../theme.ts';
import { fieldOfBytes, type InputField } from './byte-fields.ts';

/**
 * The calculation as a table: a row for each input byte, which opens into a row for each of its bits.
 * Arrow keys: up and down go from row to row, left and right from bit to bit, Home and End to the first and the last bit.
 *
 * @tagname nic-hash-table
 * @csspart table - The table.
 * @fires {CustomEvent<{index: number}>} nic-step - The user went to another bit.
 */
export class NicHashTable extends LitElement {
  /** Every step, grouped by byte. */
  @property({ attribute: false }) steps: readonly ByteStep[] = [];
  /** The input by field. */
  @property({ attribute: false }) fields: readonly InputField[] = [];
  /** The bit that is looked at. */
  @property({ type: Number }) cursor = 0;

  /** Bytes whose bits are shown. */
  @state() private open: ReadonlySet<number> = new Set();

  static override styles = [
    base,
    css`
      table {
        inline-size: 100%;
      }
      th,
      td {
        padding: 0.0625rem var(--nic-s2);
        text-align: start;
        white-space: nowrap;
        border-block-end: 1px solid var(--nic-line);
        font-weight: 400;
      }
      thead th {
        color: var(--nic-quiet);
        vertical-align: bottom;
        white-space: normal;
      }
      tr.band > * {
        background: var(--nic-sunken);
      }
      tr.here > * {
        background: var(--nic-accent-soft);
      }
      tr.here > :first-child {
        box-shadow: inset 0.1875rem 0 var(--nic-accent);
      }
      tr.bit > * {
        border-block-end-color: transparent;
      }
      button {
        min-block-size: 1.5rem;
        padding: 0 var(--nic-s1);
        border-color: transparent;
        background: none;
      }
      button::before {
        content: '▸' / '';
        display: inline-block;
        inline-size: 1em;
        color: var(--nic-accent);
      }
      button[aria-expanded='true']::before {
        content: '▾' / '';
      }
      tr.bit button::before {
        content: '';
      }
      .value {
        color: var(--nic-quiet);
      }
      .bits span {
        color: var(--nic-quiet);
      }
      .bits b {
        font-weight: 700;
      }
      .bits .at {
        text-decoration: underline 2px var(--nic-accent);
        text-underline-offset: 0.2em;
      }
      .skipped {
        color: var(--nic-quiet);
      }
      @container (max-width: 32rem) {
        .field {
          display: none;
        }
        th,
        td {
          padding-inline: var(--nic-s1);
        }
      }
      @container (max-width: 24rem) {
        .mono {
          font-size: 0.6875rem;
        }
        th,
        td {
          padding-inline: 0.125rem;
        }
        button {
          padding-inline: 0;
        }
      }
      :host {
        container-type: inline-size;
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('steps') && changed.get('steps')?.length !== this.steps.length) this.open = new Set();
  }

  #toggle(byte: number): void {
    const open = new Set(this.open);
    if (!open.delete(byte)) open.add(byte);
    this.open = open;
    this.#go(byte * 8);
  }

  #go(index: number): void {
    emit(this, 'nic-step', { index: Math.min(Math.max(index, 0), this.steps.length * 8 - 1) });
  }

  /** Row that stands for a bit: its own when its byte is open, else the byte's. */
  #rowName(index: number): string {
    return this.open.has(index >> 3) ? `bit${index}` : `byte${index >> 3}`;
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('tbody tr')];
    const from = rows.findIndex((row) => row.contains(event.target as Node));
    const near = (step: number): HTMLElement | undefined => rows[Math.min(Math.max(from + step, 0), rows.length - 1)];
    const last = this.steps.length * 8 - 1;
    const target = { ArrowLeft: this.cursor - 1, ArrowRight: this.cursor + 1, Home: 0, End: last }[event.key];
    const row = { ArrowUp: near(-1), ArrowDown: near(1) }[event.key];
    if (target === undefined && !row) return;
    event.preventDefault();
    const index = row ? Number(row.dataset['index']) : Math.min(Math.max(target!, 0), last);
    this.#go(index);
    const name = row?.id ?? this.#rowName(index);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${name} button`)?.focus());
  }

  #bits(step: ByteStep, here: boolean) {
    return step.bits.map(({ bit, index }) => {
      const at = here && index === this.cursor ? 'at' : '';
      return bit ? html`<b class=${at}>1</b>` : html`<span class=${at}>0</span>`;
    });
  }

  #bitRow(step: BitStep, band: boolean) {
    const here = step.index === this.cursor;
    const offset = step.index & 7;
    return html`<tr id="bit${step.index}" data-index=${step.index} class=${classMap({ bit: true, band, here })}>
      <th scope="row">
        <button type="button" tabindex=${here ? 0 : -1} aria-current=${here ? 'step' : nothing} @click=${() => this.#go(step.index)}>
          bit ${step.index}
        </button>
      </th>
      <td class="field"></td>
      <td></td>
      <td class="bits mono">
        <span aria-hidden="true">${'·'.repeat(offset)}</span>${step.bit ? html`<b>1</b>` : html`<span>0</span>`}<span aria-hidden="true"
          >${'·'.repeat(7 - offset)}</span
        >
      </td>
      <td class="mono ${step.bit ? '' : 'skipped'}">
        ${step.bit ? '^' : '\u00a0'} ${formatHash(step.window)}<span class="sr-only">${step.bit ? ' XORed' : ' not XORed'}</span>
      </td>
      <td class="mono">${formatHash(step.after)}</td>
    </tr>`;
  }

  override render() {
    const fields = fieldOfBytes(this.fields);
    return html`<table part="table" @keydown=${this.#key}>
      <caption class="sr-only">
        Toeplitz hash, byte by byte. A row opens into its eight bits. Arrow keys step.
      </caption>
      <thead>
        <tr>
          <th scope="col">Byte</th>
          <th scope="col" class="field">Field</th>
          <th scope="col">Hex</th>
          <th scope="col">Bits</th>
          <th scope="col">XOR of its key windows</th>
          <th scope="col">Result after</th>
        </tr>
      </thead>
      <tbody>
        ${this.steps.map((step) => {
          const place = fields[step.index];
          const here = step.index === this.cursor >> 3;
          const open = this.open.has(step.index);
          const band = (place?.order ?? 0) % 2 === 1;
          const reachable = here && !open;
          return html`<tr id="byte${step.index}" data-index=${step.index * 8} class=${classMap({ band, here: reachable })}>
              <th scope="row">
                <button
                  type="button"
                  tabindex=${reachable ? 0 : -1}
                  aria-expanded=${open}
                  aria-current=${reachable ? 'step' : nothing}
                  aria-label="Byte ${step.index}, ${place?.field.name ?? ''}"
                  @click=${() => this.#toggle(step.index)}
                >
                  ${step.index}
                </button>
              </th>
              <td class="field">${place?.first ? html`${place.field.name} <span class="value">${place.field.text}</span>` : nothing}</td>
              <td class="mono">${step.value.toString(16).padStart(2, '0')}</td>
              <td class="bits mono">${this.#bits(step, here)}</td>
              <td class="mono ${step.value ? '' : 'skipped'}">${formatHash(step.partial)}</td>
              <td class="mono">${formatHash(step.after)}</td>
            </tr>
            ${open ? step.bits.map((bit) => this.#bitRow(bit, band)) : nothing}`;
        })}
      </tbody>
    </table>`;
  }
}

define('nic-hash-table', NicHashTable);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-table': NicHashTable;
  }
}
