import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { BitStep } from '../../features/toeplitz-steps.ts';
import { define } from '../element.ts';
import { formatHash } from '../format.ts';
import { base } from '../theme.ts';

const digits = (value: number): string => value.toString(2).padStart(32, '0');

/**
 * One step of the hash as a written sum: the result before, the key window, the result after, bit under bit.
 *
 * @tagname nic-hash-xor
 */
export class NicHashXor extends LitElement {
  /** The step to show. */
  @property({ attribute: false }) step: BitStep | null = null;

  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: 0 var(--nic-s3);
        align-items: baseline;
      }
      dt {
        color: var(--nic-quiet);
      }
      dd.bits {
        display: flex;
        justify-content: flex-end;
        gap: 0.5em;
        white-space: nowrap;
      }
      .window.skipped {
        color: var(--nic-quiet);
      }
      .window.skipped b {
        text-decoration: line-through;
      }
      .after {
        border-block-start: 1px solid var(--nic-edge);
      }
      .changed {
        font-weight: 700;
        color: var(--nic-accent);
      }
      b {
        font-weight: 400;
      }
      @container (max-width: 30rem) {
        dl {
          grid-template-columns: 1fr auto;
        }
        dd.bits {
          grid-row: auto;
          grid-column: 1 / -1;
          order: 0;
        }
      }
      :host {
        container-type: inline-size;
      }
    `,
  ];

  #bits(value: number, changed = 0) {
    const text = digits(value);
    const marks = digits(changed);
    return Array.from(
      { length: 4 },
      (_, byte) =>
        html`<b
          >${Array.from({ length: 8 }, (_, bit) => {
            const at = byte * 8 + bit;
            return marks[at] === '1' ? html`<span class="changed">${text[at]}</span>` : text[at];
          })}</b
        >`,
    );
  }

  override render() {
    if (!this.step) return nothing;
    const { bit, before, window, after } = this.step;
    return html`<dl>
      <dt>Result before</dt>
      <dd class="hex mono">${formatHash(before)}</dd>
      <dd class="bits mono">${this.#bits(before)}</dd>
      <dt>${bit ? 'XOR key window' : 'Key window, not used'}</dt>
      <dd class="hex mono window ${classMap({ skipped: !bit })}">${formatHash(window)}</dd>
      <dd class="bits mono window ${classMap({ skipped: !bit })}">${this.#bits(window, bit ? window : 0)}</dd>
      <dt class="after">Result after</dt>
      <dd class="hex mono after">${formatHash(after)}</dd>
      <dd class="bits mono after">${this.#bits(after, (before ^ after) >>> 0)}</dd>
    </dl>`;
  }
}

define('nic-hash-xor', NicHashXor);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-xor': NicHashXor;
  }
}
