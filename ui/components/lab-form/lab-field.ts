import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChoiceField, Field, ListField, NumberField, QuantityField, TextField } from '../../scenario/fields.ts';
import { parseQuantity, printQuantity } from '../../scenario/quantities.ts';
import { quantityDefault } from '../../scenario/read-field.ts';
import { define, emit } from '../element.ts';
import '../hint/hint.ts';
import { base } from '../theme.ts';
import { defaultText, rangeText, typedValue, unitText } from './field-text.ts';
import { fieldStyles } from './styles.ts';

/** Longer texts get several lines. */
const LINE_MOST = 300;
/** Longer ones get a line of their own. */
const HALF_LINE_MOST = 100;

interface Option {
  value: unknown;
  label: string;
  isDefault: boolean;
  isChosen: boolean;
}

/**
 * One field of the scenario that is no group: label, help and evidence, control, unit, range, default, and what is wrong with it.
 * Empty, or at its default where there is a choice, the property is left out of the document.
 *
 * @tagname nic-lab-field
 * @csspart input - The control.
 * @fires {CustomEvent<{value: unknown}>} nic-lab-value - Another value, undefined to leave the property out; it may be faulty.
 */
export class NicLabField extends LitElement {
  static override styles = [base, fieldStyles];

  @property({ attribute: false }) field: Field | null = null;
  /** As it stands in the document; undefined where it is left out. */
  @property({ attribute: false }) value: unknown = undefined;
  /** What is wrong with it. */
  @property({ attribute: false }) faults: readonly string[] = [];
  /** Why it has less effect than it says. */
  @property({ attribute: false }) notes: readonly string[] = [];

  override render() {
    const { field } = this;
    if (!field) return nothing;
    const isWide = field.kind === 'list' || (field.kind === 'text' && field.maxLength > HALF_LINE_MOST);
    const evidence = 'evidence' in field ? field.evidence : null;
    return html`<div class="row ${isWide ? 'wide' : ''}">
        <span class="name">
          ${this.isGroup(field) ? html`<span id="label">${field.label}</span>` : html`<label for="input">${field.label}</label>`}
          <nic-hint label=${field.label} help=${field.help} .evidence=${evidence}></nic-hint>
        </span>
        <span class="control">${this.control(field)}</span>
      </div>
      ${this.foot(field)}
      ${this.faults.length ? html`<div class="fault" id="fault">${this.faults.map((fault) => html`<p>${fault}</p>`)}</div>` : nothing}
      ${this.notes.map((note) => html`<p class="note">${note}</p>`)}`;
  }

  /** Several controls with one label. */
  private isGroup(field: Field): boolean {
    return field.kind === 'list' && (field.item.kind === 'choice' || this.isPair(field));
  }

  private isPair(field: ListField): boolean {
    return field.min === field.max && field.max <= 4;
  }

  private foot(field: Field) {
    const range = rangeText(field);
    const initial = field.kind === 'toggle' || field.kind === 'choice' ? null : defaultText(field);
    const isDerived = 'derived' in field && field.derived !== undefined;
    const parts = [
      range,
      initial !== null && initial !== ''
        ? `${isDerived ? 'derived' : 'default'}: ${initial.length > 60 ? `${initial.slice(0, 40)}…` : initial}`
        : '',
    ].filter(Boolean);
    if (!parts.length) return nothing;
    return html`<p class="foot" id="foot">${parts.join(' · ')}</p>`;
  }

  private control(field: Field) {
    switch (field.kind) {
      case 'toggle': {
        const checked = this.value === undefined ? (field.default ?? false) : this.value === true;
        return html`<input
          id="input"
          part="input"
          type="checkbox"
          .checked=${checked}
          aria-describedby=${this.described(false)}
          @change=${(event: Event) => this.announce(dropDefault((event.target as HTMLInputElement).checked, field.default))}
        />`;
      }
      case 'choice':
        return this.select(this.choiceOptions(field));
      case 'number':
        return field.choices ? this.select(this.numberOptions(field)) : this.input(field);
      case 'quantity':
        return field.choices ? this.select(this.quantityOptions(field)) : this.input(field);
      case 'text':
        return field.maxLength >= LINE_MOST ? this.area(field) : this.input(field);
      case 'scalar':
        return this.input(field);
      case 'list':
        return this.list(field);
      case 'group':
      case 'variant':
        return nothing; // drawn by the form
    }
  }

  private choiceOptions(field: ChoiceField): Option[] {
    return Object.entries(field.choices).map(([value, label]) => ({
      value,
      label,
      isDefault: value === field.default,
      isChosen: value === (this.value ?? field.default),
    }));
  }

  private numberOptions(field: NumberField): Option[] {
    return field.choices!.map((value) => ({
      value,
      label: `${value} ${value === 1 ? field.unit.replace(/s$/, '') : field.unit}`.trim(),
      isDefault: value === field.default,
      isChosen: value === (this.value ?? field.default),
    }));
  }

  private quantityOptions(field: QuantityField): Option[] {
    const initial = quantityDefault(field);
    const parsed = this.value === undefined ? { value: initial } : parseQuantity(field.dimension, this.value);
    const current = 'value' in parsed ? parsed.value : undefined;
    return field.choices!.map((value) => ({
      value: printQuantity(field.dimension, value),
      label: printQuantity(field.dimension, value),
      isDefault: value === initial,
      isChosen: value === current,
    }));
  }

  private select(options: Option[]) {
    const isKnown = options.some(({ isChosen }) => isChosen);
    return html`<select
      id="input"
      part="input"
      aria-describedby=${this.described(false)}
      @change=${(event: Event) => {
        const option = options[(event.target as HTMLSelectElement).selectedIndex - (isKnown ? 0 : 1)];
        if (option) this.announce(option.isDefault ? undefined : option.value);
      }}
    >
      ${isKnown ? nothing : html`<option .selected=${true}>${this.value === undefined ? 'choose …' : String(this.value)}</option>`}
      ${options.map(({ label, isDefault, isChosen }) => html`<option .selected=${isChosen}>${label}${isDefault ? ' (default)' : ''}</option>`)}
    </select>`;
  }

  private input(field: Field) {
    const unit = unitText(field);
    return html`<input
        id="input"
        part="input"
        type="text"
        autocomplete="off"
        spellcheck="false"
        .value=${this.asTyped(textOfValue(this.value), (text) => typedValue(field, text))}
        placeholder=${'derived' in field && field.derived !== undefined ? 'derived' : (defaultText(field) ?? '')}
        aria-invalid=${this.faults.length ? 'true' : 'false'}
        aria-describedby=${this.described(true)}
        @input=${(event: Event) => this.announce(typedValue(field, (event.target as HTMLInputElement).value))}
      />${unit && field.kind === 'number' ? html`<span class="unit">${unit}</span>` : nothing}`;
  }

  private area(field: TextField) {
    return html`<textarea
      id="input"
      part="input"
      rows="3"
      .value=${textOfValue(this.value)}
      aria-invalid=${this.faults.length ? 'true' : 'false'}
      @input=${(event: Event) => this.announce(typedValue(field, (event.target as HTMLTextAreaElement).value))}
    ></textarea>`;
  }

  private list(field: ListField) {
    const { item } = field;
    const entries = Array.isArray(this.value) ? (this.value as unknown[]) : null;
    if (item.kind === 'choice') return this.boxes(field, item, entries ?? field.default ?? []);
    if (this.isPair(field)) return this.pair(field, entries ?? []);
    const isLines = item.kind === 'text';
    const separator = isLines ? '\n' : ', ';
    const split = (text: string) =>
      text
        .split(isLines ? '\n' : /[\s,]+/)
        .filter((part) => part.trim() !== '')
        .map((part) => typedValue(item, part));
    const announce = (event: Event) => {
      const values = split((event.target as HTMLTextAreaElement).value);
      this.announce(values.length ? values : undefined);
    };
    return html`<textarea
      id="input"
      part="input"
      rows=${isLines ? 3 : 2}
      spellcheck="false"
      .value=${this.asTyped((entries ?? []).map(textOfValue).join(separator), split)}
      placeholder=${isLines ? 'one a line' : 'numbers, parted by commas'}
      aria-invalid=${this.faults.length ? 'true' : 'false'}
      aria-describedby=${this.described(true)}
      @input=${announce}
    ></textarea>`;
  }

  private boxes(field: ListField, item: ChoiceField, chosen: readonly unknown[]) {
    const toggle = (value: string, on: boolean) => {
      const next = Object.keys(item.choices).filter((name) => (name === value ? on : chosen.includes(name)));
      const isDefault =
        JSON.stringify(next) === JSON.stringify(Object.keys(item.choices).filter((name) => (field.default ?? []).includes(name)));
      this.announce(isDefault ? undefined : next);
    };
    return html`<span role="group" aria-labelledby="label" class="boxes">
      ${Object.entries(item.choices).map(
        ([value, label]) =>
          html`<label class="box"
            ><input
              type="checkbox"
              .checked=${chosen.includes(value)}
              @change=${(event: Event) => toggle(value, (event.target as HTMLInputElement).checked)}
            />${label}</label
          >`,
      )}
    </span>`;
  }

  private pair(field: ListField, entries: readonly unknown[]) {
    return html`<span role="group" aria-labelledby="label" class="pair">
      ${Array.from(
        { length: field.max },
        (_, index) =>
          html`<input
            type="text"
            aria-label="${field.item.label} ${index + 1}"
            spellcheck="false"
            autocomplete="off"
            .value=${textOfValue(entries[index])}
            @input=${(event: Event) => {
              const values = Array.from({ length: field.max }, (_, at) => entries[at] ?? '');
              values[index] = (event.target as HTMLInputElement).value;
              this.announce(values);
            }}
          />`,
      )}
    </span>`;
  }

  /** What a person is typing stays as typed while it comes to the same: "1.0" on the way to "1.05". */
  private asTyped(text: string, read: (text: string) => unknown): string {
    const typed = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>('#input')?.value;
    return typed !== undefined && JSON.stringify(read(typed)) === JSON.stringify(read(text)) ? typed : text;
  }

  private described(hasFoot: boolean) {
    const { field } = this;
    const foot = hasFoot && field && (rangeText(field) || defaultText(field)) ? ['foot'] : [];
    return [...foot, ...(this.faults.length ? ['fault'] : [])].join(' ') || nothing;
  }

  private announce(value: unknown): void {
    emit(this, 'nic-lab-value', { value });
  }
}

const textOfValue = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
const dropDefault = (value: boolean, initial: boolean | undefined): boolean | undefined => (value === initial ? undefined : value);

define('nic-lab-field', NicLabField);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-field': NicLabField;
  }
}
