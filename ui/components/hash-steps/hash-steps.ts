import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toeplitzSteps, type ByteStep } from '../../features/toeplitz-steps.ts';
import { define } from '../element.ts';
import { formatHash } from '../format.ts';
import { base } from '../theme.ts';
import { fieldOfBytes, type InputField } from './byte-fields.ts';
import './hash-key.ts';
import './hash-table.ts';
import './hash-xor.ts';

/**
 * The Toeplitz hash of one input, bit by bit: a table of bytes and bits, the key window at the chosen bit, and the sum.
 *
 * @tagname nic-hash-steps
 * @csspart table - The table of bytes and bits.
 * @csspart step - The step that is looked at.
 */
export class NicHashSteps extends LitElement {
  /** The key. */
  @property({ attribute: false }) key: Uint8Array = new Uint8Array();
  /** The hash input. */
  @property({ attribute: false }) input: Uint8Array = new Uint8Array();
  /** The input by field. */
  @property({ attribute: false }) fields: readonly InputField[] = [];

  @state() private steps: ByteStep[] = [];
  @state() private cursor = 0;

  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      .split {
        display: grid;
        gap: var(--nic-s4);
      }
      .step {
        display: grid;
        gap: var(--nic-s3);
        align-content: start;
      }
      .controls {
        display: flex;
        gap: var(--nic-s1);
        align-items: center;
      }
      .controls input {
        flex: 1;
        min-inline-size: 4rem;
      }
      .controls button {
        min-inline-size: var(--nic-control);
      }
      .now {
        min-block-size: 2.9em;
      }
      h3 {
        color: var(--nic-quiet);
        font-weight: 400;
        margin-block-end: var(--nic-s1);
      }
      @container (min-width: 62rem) {
        .split {
          grid-template-columns: minmax(34rem, 1fr) minmax(26rem, 34rem);
        }
        .step {
          order: 1;
          position: sticky;
          inset-block-start: var(--nic-s4);
        }
      }
    `,
  ];

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('key') && !changed.has('input')) return;
    this.steps = toeplitzSteps(this.key, this.input);
    this.cursor = Math.min(this.cursor, Math.max(this.input.length * 8 - 1, 0));
  }

  #go(index: number): void {
    this.cursor = Math.min(Math.max(index, 0), this.steps.length * 8 - 1);
  }

  #key(event: KeyboardEvent): void {
    const step = { PageUp: 8, PageDown: -8 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.#go(this.cursor + step);
  }

  override render() {
    const byte = this.steps[this.cursor >> 3];
    const step = byte?.bits[this.cursor & 7];
    if (!byte || !step) return nothing;
    const last = this.steps.length * 8 - 1;
    const place = fieldOfBytes(this.fields)[byte.index];
    const sentence = `Input bit ${step.index} (byte ${byte.index}${place ? `, ${place.field.name.toLowerCase()} ${place.field.text}` : ''}) is ${step.bit}: ${
      step.bit ? `key bits ${step.index} to ${step.index + 31} are XORed into the result.` : 'the result stays as it is.'
    }`;
    const move = (label: string, text: string, index: number, off: boolean) =>
      html`<button type="button" aria-label=${label} title=${label} ?disabled=${off} @click=${() => this.#go(index)}>${text}</button>`;
    return html`<div class="split">
      <div class="step" part="step">
        <div class="controls">
          ${move('First bit', '⇤', 0, step.index === 0)} ${move('Previous bit', '←', step.index - 1, step.index === 0)}
          <input
            type="range"
            min="0"
            max=${last}
            .value=${String(step.index)}
            aria-label="Bit"
            aria-valuetext="${sentence} Result ${formatHash(step.after)}."
            @input=${(event: Event) => this.#go(Number((event.target as HTMLInputElement).value))}
            @keydown=${this.#key}
          />
          ${move('Next bit', '→', step.index + 1, step.index === last)} ${move('Last bit', '⇥', last, step.index === last)}
        </div>
        <p class="now">${sentence}</p>
        <nic-hash-xor .step=${step}></nic-hash-xor>
        <div>
          <h3>Key, ${this.key.length * 8} bits: the window moves one bit to the right for every input bit</h3>
          <nic-hash-key .key=${this.key} .start=${step.index} .taken=${step.bit === 1}></nic-hash-key>
        </div>
      </div>
      <nic-hash-table
        exportparts="table"
        .steps=${this.steps}
        .fields=${this.fields}
        .cursor=${this.cursor}
        @nic-step=${(event: CustomEvent<{ index: number }>) => this.#go(event.detail.index)}
      ></nic-hash-table>
    </div>`;
  }
}

define('nic-hash-steps', NicHashSteps);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-steps': NicHashSteps;
  }
}
