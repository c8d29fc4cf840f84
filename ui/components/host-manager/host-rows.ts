import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { fieldAt } from '../../scenario/document-path.ts';
import type { Field, GroupField, ListField } from '../../scenario/fields.ts';
import { define } from '../element.ts';
import { rangeText, typedValue } from '../lab-form/field-text.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { settingAtPath } from './setting.ts';
import { rowStyles } from './styles.ts';
import { editsOf } from './together.ts';
import { valueOf, type HostView } from './view.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * A list of the document as a table: a row an entry, a column a property; rows are added below and removed at their end.
 *
 * @tagname nic-host-rows
 */
export class NicHostRows extends LitElement {
  static override styles = [
    base,
    tableStyles,
    rowStyles,
    css`
      td input[type='text'],
      td select {
        inline-size: 100%;
        min-inline-size: 6rem;
      }
      tbody tr:hover {
        background: none;
      }
      .scroll {
        max-block-size: none;
      }
      .missing {
        color: var(--nic-quiet);
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;
  /** Of the list. */
  @property() path = '';
  /** Names of what a text column may hold, by property. */
  @property({ attribute: false }) names: Readonly<Record<string, readonly string[]>> = {};
  /** What a new row starts with. */
  @property({ attribute: false, hasChanged: (now, before) => JSON.stringify(now) !== JSON.stringify(before) }) fresh: Row = {};
  /** A path that was asked for. */
  @property() highlight = '';

  @state() private added: Row = {};
  @state() private faults: readonly string[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('path')) this.faults = [];
    if (changed.has('fresh') || changed.has('path')) this.added = this.fresh;
  }

  override render() {
    const field = this.view && fieldAt(this.view.wanted, this.path);
    if (!this.view || field?.kind !== 'list' || field.item.kind !== 'group') return nothing;
    const missing = settingAtPath(this.view, this.path)?.missing;
    if (missing) return html`<p class="missing">${missing.sentence}</p>`;
    const rows = valueOf(this.view, this.path) as Row[];
    const columns = Object.entries(field.item.fields);
    return html`<div class="scroll" role="group" aria-label=${field.label} tabindex="0">
        <table>
          <thead>
            <tr>
              ${columns.map(([, { label, help }]) => html`<th scope="col" title=${help}>${label}</th>`)}
              <th scope="col"><span class="sr-only">Actions</span></th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row, index) => this.row(field, columns, row, index))} ${this.adder(field, field.item, columns, rows)}
          </tbody>
        </table>
      </div>
      ${rows.length ? nothing : html`<p class="remark">The list is empty.</p>`}
      <p class="remark"><span class="badge">from time 0: the run starts again</span> when a row is added or removed.</p>
      <div role="alert">${this.faults.map((fault) => html`<p class="fault">${fault}</p>`)}</div>`;
  }

  private row(list: ListField, columns: [string, Field][], row: Row, index: number) {
    const path = `${this.path}[${index}]`;
    const set = (name: string) => (value: unknown) => this.ask(editsOf(this.view!.wanted, `${path}.${name}`, value));
    return html`<tr class=${this.highlight.startsWith(path) ? 'selected' : ''}>
      ${columns.map(([name, field]) => html`<td>${this.cell(field, name, row[name], `${field.label}, row ${index + 1}`, set(name))}</td>`)}
      <td>
        <button type="button" aria-label="Remove row ${index + 1} of ${list.label}" @click=${() => this.drop(index)}>Remove</button>
      </td>
    </tr>`;
  }

  private adder(list: ListField, item: GroupField, columns: [string, Field][], rows: readonly Row[]) {
    const set = (name: string) => (value: unknown) => (this.added = { ...this.added, [name]: value });
    return html`<tr class="adder">
      ${columns.map(([name, field]) => html`<td>${this.cell(field, name, this.added[name], `${field.label} of the new row`, set(name))}</td>`)}
      <td>
        <button
          type="button"
          aria-label="Add: ${item.label.toLowerCase()}"
          ?disabled=${rows.length >= list.max}
          @click=${() => this.add(rows)}
        >
          Add
        </button>
      </td>
    </tr>`;
  }

  private cell(field: Field, name: string, value: unknown, label: string, set: (value: unknown) => unknown) {
    const names = this.names[name];
    if (field.kind === 'toggle')
      return html`<input
        type="checkbox"
        aria-label=${label}
        .checked=${(value ?? field.default) === true}
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
      />`;
    if (field.kind === 'choice') return this.select(Object.entries(field.choices), value ?? field.default, label, set);
    if (names) return this.select([['', '—'], ...names.map((one): [string, string] => [one, one])], value ?? '', label, set);
    return html`<input
      type="text"
      aria-label=${label}
      spellcheck="false"
      autocomplete="off"
      placeholder=${'derived' in field && field.derived !== undefined ? field.derived : rangeText(field)}
      .value=${value === undefined ? '' : String(value)}
      @change=${(event: Event) => set(typedValue(field, (event.target as HTMLInputElement).value))}
    />`;
  }

  private select(options: [string, string][], value: unknown, label: string, set: (value: unknown) => unknown) {
    return html`<select
      aria-label=${label}
      @change=${(event: Event) => {
        const [chosen] = options[(event.target as HTMLSelectElement).selectedIndex]!;
        set(chosen === '' ? undefined : chosen);
      }}
    >
      ${options.map(([id, text]) => html`<option .selected=${id === value}>${text}</option>`)}
    </select>`;
  }

  private add(rows: readonly Row[]): void {
    const entry = Object.fromEntries(Object.entries(this.added).filter(([, value]) => value !== undefined));
    if (this.ask([{ path: this.path, value: [...rows, entry] }])) this.added = this.fresh;
  }

  private drop(index: number): void {
    const rows = valueOf(this.view!, this.path) as Row[];
    this.ask([{ path: this.path, value: rows.filter((_, at) => at !== index) }]);
  }

  private ask(edits: Parameters<HostView['propose']>[0]): boolean {
    this.faults = this.view!.propose(edits);
    return this.faults.length === 0;
  }
}

define('nic-host-rows', NicHostRows);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-rows': NicHostRows;
  }
}
