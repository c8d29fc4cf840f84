import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { verificationVectors, type VerificationVector } from '../../features/verification-vectors.ts';
import { define, emit } from '../element.ts';
import { formatHash } from '../format.ts';
import type { TupleInput } from '../../analysis/types.ts';
import { base } from '../theme.ts';

export interface HashExample {
  tuple: TupleInput;
  /** The published hash. */
  expected: number;
}

const example = (vector: VerificationVector, protocol: 'tcp' | 'other'): HashExample => ({
  tuple: {
    source: vector.source,
    destination: vector.destination,
    protocol,
    sourcePort: protocol === 'tcp' ? vector.sourcePort : 0,
    destinationPort: protocol === 'tcp' ? vector.destinationPort : 0,
  },
  expected: protocol === 'tcp' ? vector.tcp : vector.addresses,
});

/** The sixteen published examples: two of each vector, with TCP ports and without. */
export const hashExamples: readonly HashExample[] = verificationVectors.flatMap((vector) => [
  example(vector, 'other'),
  example(vector, 'tcp'),
]);

/**
 * Microsoft's published verification hashes, each a button that fills in its tuple, with a mark whether the core agrees.
 *
 * @tagname nic-hash-examples
 * @csspart table - The table.
 * @fires {CustomEvent<{example: HashExample}>} nic-example - The user picked one.
 */
export class NicHashExamples extends LitElement {
  /** The core's hash of each example under the verification key, or null while it is not known. */
  @property({ attribute: false }) computed: readonly (number | null)[] = [];

  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      table {
        inline-size: 100%;
      }
      th,
      td {
        padding: 0.125rem var(--nic-s3) 0.125rem 0;
        border-block-end: 1px solid var(--nic-line);
        text-align: start;
        font-weight: 400;
      }
      thead th {
        color: var(--nic-quiet);
      }
      .end {
        display: inline-block;
        overflow-wrap: anywhere;
      }
      .agrees {
        color: var(--nic-good);
      }
      .differs {
        color: var(--nic-bad);
        font-weight: 600;
      }
      button {
        padding-inline: var(--nic-s1);
      }
      @container (max-width: 40rem) {
        thead {
          display: none;
        }
        table,
        tbody,
        tr,
        th,
        td {
          display: block;
          border: 0;
          padding: 0;
        }
        tr {
          padding-block: var(--nic-s1);
          border-block-end: 1px solid var(--nic-line);
        }
        tr {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
        th,
        td:nth-child(2) {
          grid-column: 1 / -1;
        }
        td:nth-child(2)::before {
          content: '→ ' / 'to ';
        }
        td:nth-child(n + 3)::before {
          content: attr(data-label);
          display: block;
          color: var(--nic-quiet);
        }
      }
    `,
  ];

  #mark(at: number) {
    const computed = this.computed[at];
    if (computed === undefined || computed === null) return nothing;
    const agrees = computed >>> 0 === hashExamples[at]!.expected;
    return agrees
      ? html`<span class="agrees" role="img" aria-label="the core agrees">✓</span>`
      : html`<span class="differs">✗ core: ${formatHash(computed)}</span>`;
  }

  #button(at: number, vector: VerificationVector) {
    const given = hashExamples[at]!;
    const what = given.tuple.protocol === 'tcp' ? 'with TCP ports' : 'addresses only';
    return html`<button
        type="button"
        class="quiet mono"
        aria-label="${vector.source} to ${vector.destination}, ${what}: ${formatHash(given.expected)}"
        @click=${() => emit(this, 'nic-example', { example: given })}
      >
        ${formatHash(given.expected)}
      </button>
      ${this.#mark(at)}`;
  }

  override render() {
    const end = (address: string, port: number) =>
      html`<span class="end mono">${address.includes(':') ? `[${address}]` : address}:${port}</span>`;
    return html`<table part="table">
      <caption class="sr-only">
        Published verification hashes
      </caption>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Destination</th>
          <th scope="col">Addresses only</th>
          <th scope="col">With TCP ports</th>
        </tr>
      </thead>
      <tbody>
        ${verificationVectors.map(
          (vector, row) =>
            html`<tr>
              <th scope="row">${end(vector.source, vector.sourcePort)}</th>
              <td>${end(vector.destination, vector.destinationPort)}</td>
              <td data-label="Addresses only">${this.#button(row * 2, vector)}</td>
              <td data-label="With TCP ports">${this.#button(row * 2 + 1, vector)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

define('nic-hash-examples', NicHashExamples);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-examples': NicHashExamples;
  }
}
