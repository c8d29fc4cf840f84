import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { NumberField } from '../../features/rss.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import '../hint/hint.ts';

/**
 * One number of the settings, made from its declaration: a slider with a number field, or a choice where only some values exist.
 * What is typed stays as typed; a whole number is announced at once, anything else gets a message here.
 *
 * @tagname nic-number-field
 * @csspart label - The label.
 * @csspart input - The number field or choice.
 * @fires {CustomEvent<{value: number}>} nic-number-change - A whole number was entered; it may still be out of range.
 */
export class NicNumberField extends LitElement {
  static override styles = [
    base,
    css`
      .row {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 4.5rem 3.75rem;
        align-items: center;
        gap: var(--nic-s2);
        min-block-size: 2.125rem;
      }
      .row > select {
        grid-column: 2 / -1;
      }
      .name {
        line-height: 1.25;
      }
      input {
        inline-size: 100%;
        min-inline-size: 0;
      }
      input[type='range'] {
        margin: 0;
      }
      input[type='number'] {
        text-align: end;
        padding-inline-end: 0.15rem;
      }
      .fault {
        color: var(--nic-bad);
      }
      .note {
        color: var(--nic-quiet);
        font-size: var(--nic-size-small);
      }
    `,
  ];

  @property({ attribute: false }) field: NumberField | null = null;
  @property({ type: Number }) value = 0;
  /** The largest value that the slider offers; the field itself may allow more. */
  @property({ type: Number }) sliderMax: number | null = null;
  /** What is wrong with the value, or empty. */
  @property() fault = '';
  /** What the value comes to, when that is less than it says. */
  @property() note = '';

  /** What stands in the field while it is not a whole number. */
  @state() private stray: string | null = null;
  @query('input[type=number]') private input!: HTMLInputElement | null;

  override render() {
    const { field } = this;
    if (!field) return nothing;
    const fault = this.stray === null ? this.fault : `${field.label}: a whole number from ${field.min} to ${field.max} is needed.`;
    return html`<div class="row">
        <span class="name">
          <label part="label" for="input">${field.label}</label>
          <nic-hint label=${field.label} help=${field.help} .evidence=${field.evidence}></nic-hint>
        </span>
        ${field.choices ? this.choice(field, fault) : this.number(field, fault)}
      </div>
      ${fault ? html`<p class="fault" id="fault" role="alert">${fault}</p>` : nothing}
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}`;
  }

  private choice(field: NumberField, fault: string) {
    return html`<select
      id="input"
      part="input"
      aria-describedby=${fault ? 'fault' : nothing}
      @change=${(event: Event) => this.announce((event.target as HTMLSelectElement).value)}
    >
      ${field.choices!.map((choice) => html`<option value=${choice} ?selected=${choice === this.value}>${choice} ${choice === 1 ? field.unit.replace(/s$/, '') : field.unit}</option>`)}
    </select>`;
  }

  private number(field: NumberField, fault: string) {
    const max = Math.max(this.sliderMax ?? field.max, field.min);
    return html`<input
        type="range"
        aria-label="${field.label}, slider"
        min=${field.min}
        max=${max}
        .value=${String(this.value)}
        @input=${(event: Event) => this.announce((event.target as HTMLInputElement).value)}
      />
      <input
        id="input"
        part="input"
        type="number"
        min=${field.min}
        max=${field.max}
        step="1"
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? 'fault' : nothing}
        @input=${(event: Event) => this.announce((event.target as HTMLInputElement).value)}
        @blur=${this.left}
      />`;
  }

  override updated(): void {
    const { input } = this;
    if (!input || this.stray !== null) return;
    if (input.valueAsNumber !== this.value) input.value = String(this.value);
  }

  private announce(text: string): void {
    if (!/^-?\d+$/.test(text.trim())) {
      this.stray = text;
      return;
    }
    this.stray = null;
    emit(this, 'nic-number-change', { value: Number(text) });
  }

  /** Leaving a field that holds no number brings the last value back. */
  private left(): void {
    this.stray = null;
  }
}

define('nic-number-field', NicNumberField);

declare global {
  interface HTMLElementTagNameMap {
    'nic-number-field': NicNumberField;
  }
}
