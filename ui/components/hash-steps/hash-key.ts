import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyWindow } from '../../features/toeplitz-steps.ts';
import { define } from '../element.ts';
import { formatHash } from '../format.ts';
import { base } from '../theme.ts';

/**
 * The whole RSS key as bits, with the 32 bits under the window marked. A 1 is a tall bar, a 0 a short one.
 *
 * @tagname nic-hash-key
 */
export class NicHashKey extends LitElement {
  /** The key, 40 bytes or more. */
  @property({ attribute: false }) key: Uint8Array = new Uint8Array();
  /** First key bit of the window. */
  @property({ type: Number }) start = 0;
  /** Whether the window is XORed into the result at this step. */
  @property({ type: Boolean, reflect: true }) taken = false;

  static override styles = [
    base,
    css`
      .key {
        display: grid;
        grid-template-columns: repeat(8, minmax(0, 1fr));
        gap: var(--nic-s1) 0;
      }
      .byte {
        text-align: center;
        color: var(--nic-quiet);
      }
      .byte.within {
        color: var(--nic-text);
      }
      .bits {
        display: flex;
        align-items: flex-end;
        block-size: 1rem;
        background: var(--nic-sunken);
      }
      .bits i {
        flex: 1;
        block-size: 100%;
        border-inline-end: 1px solid var(--nic-surface);
        background: linear-gradient(var(--nic-edge), var(--nic-edge)) bottom / 100% 20% no-repeat;
      }
      .bits i.one {
        background-size: 100% 75%;
      }
      .bits i.within {
        background-color: var(--nic-accent-soft);
        background-image: linear-gradient(var(--nic-quiet), var(--nic-quiet));
        box-shadow: 0 -2px 0 var(--nic-quiet);
      }
      :host([taken]) .bits i.within {
        background-image: linear-gradient(var(--nic-accent), var(--nic-accent));
        box-shadow: 0 -2px 0 var(--nic-accent);
      }
      @media (forced-colors: active) {
        .bits i {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  override render() {
    const end = this.start + 32;
    const label = `Key of ${this.key.length * 8} bits; the window covers bits ${this.start} to ${end - 1}: ${formatHash(keyWindow(this.key, this.start))}`;
    return html`<div class="key mono" role="img" aria-label=${label}>
      ${Array.from(this.key, (value, at) => {
        const first = at * 8;
        return html`<div class="byte ${classMap({ within: first + 8 > this.start && first < end })}">
          <div class="bits">
            ${Array.from(
              { length: 8 },
              (_, bit) =>
                html`<i class=${classMap({ one: (value >> (7 - bit)) & 1, within: first + bit >= this.start && first + bit < end })}></i>`,
            )}
          </div>
          ${value.toString(16).padStart(2, '0')}
        </div>`;
      })}
    </div>`;
  }
}

define('nic-hash-key', NicHashKey);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-key': NicHashKey;
  }
}
