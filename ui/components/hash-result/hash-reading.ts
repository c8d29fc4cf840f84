import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../element.ts';
import { formatPlural } from '../format.ts';
import type { HashExplanation } from '../../analysis/types.ts';
import { base } from '../theme.ts';

const hexBytes = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

/**
 * How a frame was read: its layers, its ends, and the bytes that go into the hash, by field.
 *
 * @tagname nic-hash-reading
 * @csspart layers - The layers, outermost first.
 * @csspart fields - The table of input fields.
 */
export class NicHashReading extends LitElement {
  /** What the core says. */
  @property({ attribute: false }) explanation: HashExplanation | null = null;

  static override styles = [
    base,
    css`
      .layers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s1);
        margin-block-end: var(--nic-s2);
      }
      .layers li {
        padding: 0 var(--nic-s2);
        border: 1px solid var(--nic-line);
        border-radius: var(--nic-radius);
      }
      .ends {
        overflow-wrap: anywhere;
        margin-block-end: var(--nic-s3);
      }
      table {
        inline-size: 100%;
      }
      th,
      td {
        padding: var(--nic-s1) var(--nic-s2) var(--nic-s1) 0;
        border-block-end: 1px solid var(--nic-line);
        text-align: start;
        vertical-align: top;
        font-weight: 400;
      }
      thead th {
        color: var(--nic-quiet);
      }
      td {
        overflow-wrap: anywhere;
      }
      @container (max-width: 26rem) {
        thead {
          display: none;
        }
        tr {
          display: grid;
          grid-template-columns: auto 1fr;
          border-block-end: 1px solid var(--nic-line);
        }
        th,
        td {
          border: 0;
          padding-block: 0.125rem;
        }
        td:last-child {
          grid-column: 1 / -1;
          color: var(--nic-quiet);
        }
      }
      :host {
        container-type: inline-size;
      }
    `,
  ];

  override render() {
    const given = this.explanation;
    if (!given) return nothing;
    let at = 0;
    return html`${
        given.layers.length
          ? html`<ol class="layers" part="layers" aria-label="Layers">
              ${given.layers.map((layer) => html`<li>${layer}</li>`)}
            </ol>`
          : nothing
      }
      <p class="ends"><span class="mono">${given.source}</span> → <span class="mono">${given.destination}</span>, ${given.protocol}</p>
      ${
        given.fields.length
          ? html`<table part="fields">
              <caption class="sr-only">
                Input of the hash, ${formatPlural(given.input.length, 'byte')}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Field</th>
                  <th scope="col">Value</th>
                  <th scope="col">Bytes, network order</th>
                </tr>
              </thead>
              <tbody>
                ${given.fields.map((field) => {
                  const bytes = given.input.subarray(at, (at += field.bytes));
                  return html`<tr>
                    <th scope="row">${field.name}</th>
                    <td class="mono">${field.text}</td>
                    <td class="mono">${hexBytes(bytes)}</td>
                  </tr>`;
                })}
              </tbody>
            </table>`
          : html`<p class="quiet-text">Nothing goes into the hash.</p>`
      }`;
  }
}

define('nic-hash-reading', NicHashReading);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-reading': NicHashReading;
  }
}
