import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
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
        gap: var(--nic-s1);
      }
      dl > div {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--nic-s3);
        align-items: baseline;
      }
      .after {
        border-block-start: 1px solid var(--nic-edge);
        padding-block-start: var(--nic-s1);
      }
      dt {
        flex: 1 0 8.5rem;
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
      .changed {
        font-weight: 700;
        color: var(--nic-accent);
      }
      b {
        font-weight: 400;
      }
      @container (max-width: 26rem) {
        dd.bits {
          inline-size: 100%;
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
    const row = (name: string, label: string, value: number, marked: number) =>
      html`<div class=${name}>
        <dt>${label}</dt>
        <dd class="hex mono">${formatHash(value)}</dd>
        <dd class="bits mono">${this.#bits(value, marked)}</dd>
      </div>`;
    return html`<dl>
      ${row('before', 'Result before', before, 0)}
      ${row(bit ? 'window' : 'window skipped', bit ? 'XOR key window' : 'Key window, not used', window, bit ? window : 0)}
      ${row('after', 'Result after', after, (before ^ after) >>> 0)}
    </dl>`;
  }
}

define('nic-hash-xor', NicHashXor);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-xor': NicHashXor;
  }
}
