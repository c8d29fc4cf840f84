import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { HashType } from '../../abi/abi.gen.ts';
import { hashTypeIds, rssHashTypeFields } from '../../features/rss.ts';
import { define } from '../element.ts';
import { formatHash } from '../format.ts';
import type { HashExplanation } from '../../analysis/types.ts';
import '../message/message.ts';
import { base } from '../theme.ts';
import { hashDisagreements } from './disagreements.ts';

/** A hash type as people read it: "TCP/IPv4". */
export const hashTypeLabel = (type: number): string => rssHashTypeFields.find(({ id }) => id === hashTypeIds[type])?.label ?? 'No hash';

/**
 * Where one frame goes and why: hash type, hash, table index, entry, queue, processor; and whether all ways of computing it agree.
 *
 * @tagname nic-hash-result
 * @csspart type - The hash type and the reason.
 * @csspart path - From the hash to the processor.
 * @csspart check - The comparison of the implementations.
 */
export class NicHashResult extends LitElement {
  /** What the core says. */
  @property({ attribute: false }) explanation: HashExplanation | null = null;
  /** Entries of the indirection table. */
  @property({ type: Number }) entries = 128;
  /** Last result of the written-out calculation, or null where there is none. */
  @property({ attribute: false }) stepped: number | null = null;
  /** The published hash of this tuple under the key in use, if there is one. */
  @property({ attribute: false }) published: number | null = null;

  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      .type {
        font-size: var(--nic-size-large);
        font-weight: 600;
      }
      .because {
        max-inline-size: 65ch;
      }
      .path {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s2);
        margin-block: var(--nic-s3);
      }
      .path li {
        flex: 1 0 auto;
        position: relative;
        padding: var(--nic-s1) var(--nic-s3);
        border: 1px solid var(--nic-line);
        border-radius: var(--nic-radius);
        background: var(--nic-sunken);
      }
      .path span {
        display: block;
        color: var(--nic-quiet);
      }
      .path b {
        font-size: 1.0625rem;
        font-weight: 600;
        white-space: nowrap;
      }
      .path small {
        font-size: var(--nic-size-small);
        color: var(--nic-quiet);
      }
      .path .last {
        border-color: var(--nic-accent);
        background: var(--nic-accent-soft);
      }
      .binary {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75em;
      }
      .binary i {
        font-style: normal;
        color: var(--nic-quiet);
      }
      .binary b {
        font-weight: 700;
        text-decoration: underline 2px var(--nic-accent);
        text-underline-offset: 0.2em;
      }
      .check {
        display: grid;
        gap: var(--nic-s1);
      }
      .agrees {
        color: var(--nic-good);
      }
      .remarks {
        list-style: disc;
        padding-inline-start: 1.25em;
        color: var(--nic-quiet);
      }
      nic-message + nic-message {
        margin-block-start: var(--nic-s1);
      }
    `,
  ];

  #binary(hash: number, maskBits: number) {
    const text = hash.toString(2).padStart(32, '0');
    const bit = (at: number) => (at >= 32 - maskBits ? html`<b>${text[at]}</b>` : html`<i>${text[at]}</i>`);
    return html`<div class="binary mono" aria-hidden="true">
      ${Array.from({ length: 4 }, (_, byte) => html`<span>${Array.from({ length: 8 }, (_, offset) => bit(byte * 8 + offset))}</span>`)}
    </div>`;
  }

  #path(given: HashExplanation) {
    const maskBits = Math.log2(this.entries);
    const station = (name: string, value: string, note: string, last = false) =>
      html`<li class=${last ? 'last' : ''}><span>${name}</span><b>${value}</b>${note ? html` <small>${note}</small>` : nothing}</li>`;
    const ends = [station('Queue', String(given.queue), ''), station('Processor', String(given.processor), '', true)];
    if (given.hashType === HashType.None)
      return html`<ol class="path" part="path">
        ${station('Hash', 'none', 'default queue')}${ends}
      </ol>`;
    return html`<ol class="path" part="path">
        ${station('Hash', formatHash(given.hash), '')}
        ${station('Index mask', `0x${(this.entries - 1).toString(16).padStart(2, '0')}`, `${maskBits} of 32 bits`)}
        ${station('Table entry', String(given.entry), `of ${this.entries}`)} ${ends}
      </ol>
      <div class="quiet-text">Hash in binary; the low ${maskBits} bits pick the entry</div>
      ${this.#binary(given.hash, maskBits)}
      <span class="sr-only">${given.hash.toString(2).padStart(32, '0')}</span>`;
  }

  #check(given: HashExplanation) {
    if (given.hashType === HashType.None) return nothing;
    const faults = hashDisagreements(given, this.stepped, this.published);
    if (faults.length)
      return html`<div part="check">${faults.map((fault) => html`<nic-message severity="error">${fault}</nic-message>`)}</div>`;
    return html`<p class="agrees" part="check">
      ✓ Bit loop, prepared tables, SIMD${this.stepped === null ? '' : ' and the steps below'}
      agree${this.published === null ? '.' : html`, and Microsoft publishes the same value for this tuple.`}
    </p>`;
  }

  override render() {
    const given = this.explanation;
    if (!given) return nothing;
    return html`<div part="type">
        <p class="type">${hashTypeLabel(given.hashType)}</p>
        <p class="because">${given.because}</p>
      </div>
      ${this.#path(given)}
      <div class="check">
        ${this.#check(given)}
        ${
          given.remarks.length
            ? html`<ul class="remarks">
                ${given.remarks.map((remark) => html`<li>${remark}</li>`)}
              </ul>`
            : nothing
        }
      </div>`;
  }
}

define('nic-hash-result', NicHashResult);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-result': NicHashResult;
  }
}
