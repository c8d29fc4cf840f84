import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { fieldAt, parsePath } from '../../scenario/document-path.ts';
import type { Field, GroupField, ListField, VariantField } from '../../scenario/fields.ts';
import { childPath } from '../../scenario/read-field.ts';
import { scenarioField } from '../../scenario/schema.ts';
import { define, emit } from '../element.ts';
import '../hint/hint.ts';
import { entryLabel, groupOf, isNode } from '../lab-tree/nodes.ts';
import { base } from '../theme.ts';
import { valueAt } from './edit.ts';
import { newEntry } from './field-text.ts';
import './lab-field.ts';
import { formStyles } from './styles.ts';

export interface PathMessage {
  path: string;
  message: string;
}

/** A change of the document that a form asks for. */
export type LabEdit =
  | { kind: 'set'; path: string; value: unknown }
  | { kind: 'add'; list: string; entry: unknown; index?: number }
  | { kind: 'remove'; list: string; index: number };

type Properties = Record<string, unknown>;
const propertiesOf = (value: unknown): Properties => (typeof value === 'object' && value !== null ? (value as Properties) : {});

/** "hosts[2]" -> its list and its place in it; null for what is no entry. */
function entryOf(path: string): { list: string; index: number } | null {
  const match = /^(.*)\[(\d+)\]$/.exec(path);
  return match ? { list: match[1]!, index: Number(match[2]) } : null;
}

/** Properties that a person has nothing to do with: the file's own mark and what editors read. */
const isHidden = (name: string, field: Field): boolean => name.startsWith('$') || (field.kind === 'number' && field.choices?.length === 1);

/**
 * The form of one node of the scenario, made from the declaration alone.
 *
 * @tagname nic-lab-form
 * @fires {CustomEvent<LabEdit>} nic-lab-edit - The document is to be changed; what is written may be faulty.
 * @fires {CustomEvent<{path: string}>} nic-lab-node - Another node is wanted.
 */
export class NicLabForm extends LitElement {
  static override styles = [base, formStyles];

  @property({ attribute: false }) document: unknown = null;
  /** Of the node; empty for the whole. */
  @property() path = '';
  @property({ attribute: false }) faults: readonly PathMessage[] = [];
  @property({ attribute: false }) notes: readonly PathMessage[] = [];

  override render() {
    const { path } = this;
    const field = path === '' ? scenarioField : fieldAt(this.document, path);
    if (!field) return html`<p class="empty">Choose something in the tree to see its settings.</p>`;
    const value = valueAt(this.document, path === '' ? [] : parsePath(path)!);
    return html`${this.head(field, value)} ${field.kind === 'list' ? this.entries(field, value) : this.fields(field, value, path)}`;
  }

  private head(field: Field, value: unknown) {
    const entry = entryOf(this.path);
    const group = groupOf(field, value) ?? field;
    return html`<div class="head">
        <h2>${entry ? entryLabel(field, value, entry.index) : field.label}</h2>
        ${
          entry
            ? html`<button type="button" @click=${() => this.edit({ kind: 'add', list: entry.list, index: entry.index + 1, entry: value })}>
                  Duplicate
                </button>
                <button type="button" @click=${() => this.edit({ kind: 'remove', ...entry })}>Remove</button>`
            : nothing
        }
      </div>
      <p class="help">${group.help}</p>
      ${this.messages(this.path)}`;
  }

  /** A list of nodes: its entries, and one more. */
  private entries(field: ListField, value: unknown) {
    const entries = Array.isArray(value) ? (value as unknown[]) : [];
    return html`<ul class="entries">
        ${entries.map(
          (entry, index) =>
            html`<li>
              <button type="button" class="quiet" @click=${() => emit(this, 'nic-lab-node', { path: `${this.path}[${index}]` })}>
                ${entryLabel(field.item, entry, index)}
              </button>
            </li>`,
        )}
      </ul>
      <button
        type="button"
        ?disabled=${entries.length >= field.max}
        @click=${() => this.edit({ kind: 'add', list: this.path, entry: newEntry(field.item) })}
      >
        Add: ${field.item.label.toLowerCase()}
      </button>`;
  }

  private fields(field: Field, value: unknown, path: string): unknown {
    const group = groupOf(field, value);
    return html`${field.kind === 'variant' ? this.cases(field, value, path) : nothing}
    ${Object.entries(group?.fields ?? {}).map(([name, child]) => this.child(name, child, propertiesOf(value)[name], path))}`;
  }

  private child(name: string, field: Field, value: unknown, parent: string): unknown {
    if (isHidden(name, field) || isNode(field)) return nothing;
    const path = childPath(parent, name);
    if (field.kind === 'group' || field.kind === 'variant')
      return html`<fieldset>
        <legend>${field.label} <nic-hint label=${field.label} help=${field.help}></nic-hint></legend>
        ${this.messages(path)} ${this.fields(field, value, path)}
      </fieldset>`;
    return html`<nic-lab-field
      data-path=${path}
      .field=${field}
      .value=${value}
      .faults=${this.within(this.faults, path)}
      .notes=${this.within(this.notes, path)}
      @nic-lab-value=${(event: CustomEvent<{ value: unknown }>) => this.edit({ kind: 'set', path, value: event.detail.value })}
    ></nic-lab-field>`;
  }

  private cases(field: VariantField, value: unknown, path: string) {
    const current = propertiesOf(value)[field.tag] ?? field.default?.[field.tag];
    return html`<div class="case">
      <label for="case-${path}">${field.label}</label>
      <select id="case-${path}" @change=${(event: Event) => this.change(field, value, path, (event.target as HTMLSelectElement).value)}>
        ${Object.entries(field.cases).map(([name, { label }]) => html`<option value=${name} .selected=${name === current}>${label}</option>`)}
      </select>
    </div>`;
  }

  /** Another case: what it has in common with the present one is kept. */
  private change(field: VariantField, value: unknown, path: string, name: string): void {
    const group: GroupField = field.cases[name]!;
    const kept = Object.entries(propertiesOf(value)).filter(([key]) => Object.hasOwn(group.fields, key));
    this.edit({ kind: 'set', path, value: { [field.tag]: name, ...(newEntry(group) as object), ...Object.fromEntries(kept) } });
  }

  private within(messages: readonly PathMessage[], path: string): string[] {
    return messages.filter((each) => each.path === path || each.path.startsWith(`${path}[`)).map(({ message }) => message);
  }

  /** What is said of a node as a whole. */
  private messages(path: string) {
    const own = ({ path: at }: PathMessage) => at === path;
    return html`${this.faults.filter(own).map(({ message }) => html`<p class="fault">${message}</p>`)}
    ${this.notes.filter(own).map(({ message }) => html`<p class="note">${message}</p>`)}`;
  }

  private edit(edit: LabEdit): void {
    emit(this, 'nic-lab-edit', edit);
  }
}

define('nic-lab-form', NicLabForm);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-form': NicLabForm;
  }
}
