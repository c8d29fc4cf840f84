import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RegistryType, RegistryValue } from '../../registry/values.ts';
import { nameFault, valueFault } from '../../registry/values.ts';
import { define, emit } from '../element.ts';
import { rowStyles } from '../host-manager/styles.ts';
import { base } from '../theme.ts';
import { formText, readForm, type Base } from './value-text.ts';

/** Types as Registry Editor calls them in its menu. */
const types: Readonly<Record<RegistryType, string>> = {
  REG_SZ: 'String value',
  REG_BINARY: 'Binary value',
  REG_DWORD: 'DWORD (32-bit) value',
  REG_QWORD: 'QWORD (64-bit) value',
  REG_MULTI_SZ: 'Multi-string value',
  REG_EXPAND_SZ: 'Expandable string value',
};

export interface ValueDraft {
  readonly name: string;
  /** null: a new value. */
  readonly value: RegistryValue | null;
  readonly type: RegistryType;
}

/**
 * Makes or changes one value, as the dialogs of Registry Editor do: numbers in hexadecimal or decimal digits, bytes, texts by line.
 *
 * @tagname nic-registry-form
 * @fires {CustomEvent<{name: string, value: RegistryValue}>} registry-save - The value is to be written.
 * @fires registry-cancel - Nothing is to be written.
 */
export class NicRegistryForm extends LitElement {
  static override styles = [
    base,
    rowStyles,
    css`
      form {
        display: grid;
        gap: var(--nic-s2);
        margin-block-start: var(--nic-s2);
        padding: var(--nic-s2) var(--nic-s3);
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
        background: var(--nic-sunken);
      }
      label {
        display: grid;
        gap: 0.15rem;
        min-inline-size: 0;
      }
      label > input[type='text'],
      select {
        inline-size: 100%;
        min-inline-size: 0;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        gap: var(--nic-s2);
      }
      textarea {
        padding: var(--nic-s1) var(--nic-s2);
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
        font-family: var(--nic-mono);
      }
      fieldset label {
        display: inline-flex;
        gap: var(--nic-s1);
        margin-inline-end: var(--nic-s3);
      }
    `,
  ];

  @property({ attribute: false }) draft: ValueDraft | null = null;
  /** Why the last value was refused. */
  @property({ attribute: false }) refused: readonly string[] = [];

  @state() private name = '';
  @state() private type: RegistryType = 'REG_DWORD';
  @state() private text = '';
  @state() private digits: Base = 'hexadecimal';
  @state() private fault: string | null = null;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('draft') || !this.draft) return;
    const { name, type, value } = this.draft;
    this.name = name;
    this.type = type;
    this.text = value ? formText(value, this.digits) : '';
    this.fault = null;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(this.draft?.name === '' && !this.draft.value ? '#name' : '#data')?.focus();
  }

  override render() {
    const { draft } = this;
    if (!draft) return nothing;
    const isNumber = this.type === 'REG_DWORD' || this.type === 'REG_QWORD';
    const faults = this.fault ? [this.fault] : this.refused;
    return html`<form aria-label=${draft.value ? 'Edit a value' : 'New value'} @submit=${this.submitted} @keydown=${this.keyed}>
      <div class="pair">
        <label
          >Value name
          <input
            id="name"
            type="text"
            autocomplete="off"
            spellcheck="false"
            placeholder="(Default)"
            ?readonly=${draft.value !== null}
            .value=${this.name}
            @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
          />
        </label>
        <label
          >Type
          <select
            ?disabled=${draft.value !== null}
            @change=${(event: Event) => (this.type = Object.keys(types)[(event.target as HTMLSelectElement).selectedIndex] as RegistryType)}
          >
            ${Object.entries(types).map(([id, label]) => html`<option .selected=${id === this.type}>${label} (${id})</option>`)}
          </select>
        </label>
      </div>
      <label>Value data ${this.data()} </label>
      ${
        isNumber
          ? html`<fieldset>
              <legend class="sr-only">Base</legend>
              ${(['hexadecimal', 'decimal'] as const).map(
                (one) =>
                  html`<label
                    ><input
                      type="radio"
                      name="base"
                      .checked=${one === this.digits}
                      @change=${() => this.rebase(one)}
                    />${one === 'decimal' ? 'Decimal' : 'Hexadecimal'}</label
                  >`,
              )}
            </fieldset>`
          : nothing
      }
      ${faults.map((fault) => html`<p class="fault" role="alert">${fault}</p>`)}
      <div class="buttons">
        <button type="submit" class="primary">${draft.value ? 'Set value' : 'Make value'}</button>
        <button type="button" @click=${() => emit(this, 'registry-cancel', null)}>Cancel</button>
      </div>
    </form>`;
  }

  private data() {
    const typed = (event: Event) => {
      this.text = (event.target as HTMLInputElement).value;
      this.fault = null;
    };
    return this.type === 'REG_MULTI_SZ' || this.type === 'REG_BINARY'
      ? html`<textarea id="data" rows="3" spellcheck="false" .value=${this.text} @input=${typed}></textarea>`
      : html`<input id="data" type="text" autocomplete="off" spellcheck="false" .value=${this.text} @input=${typed} />`;
  }

  /** The number stays; its digits change. */
  private rebase(next: Base): void {
    const read = readForm(this.type, this.text, this.digits);
    if ('value' in read) this.text = formText(read.value, next);
    this.digits = next;
  }

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    const read = readForm(this.type, this.text, this.digits);
    this.fault = nameFault(this.name) ?? ('fault' in read ? read.fault : valueFault(read.value));
    if (this.fault || 'fault' in read) return;
    emit(this, 'registry-save', { name: this.name, value: read.value });
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    emit(this, 'registry-cancel', null);
  };
}

define('nic-registry-form', NicRegistryForm);

declare global {
  interface HTMLElementTagNameMap {
    'nic-registry-form': NicRegistryForm;
  }
}
