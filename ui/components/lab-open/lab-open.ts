import { LitElement, css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ReadyScenario } from '../../scenario/scenario-index.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/**
 * Ways into the Lab: a ready scenario, a file, a paste. Compact, it is a bar for a page that has one open already.
 *
 * @tagname nic-lab-open
 * @fires {CustomEvent<{file: string}>} nic-lab-ready - A ready scenario was chosen.
 * @fires {CustomEvent<{file: File}>} nic-file - A file was chosen.
 */
export class NicLabOpen extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
        gap: var(--nic-s2);
      }
      li {
        display: flex;
      }
      li button {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        inline-size: 100%;
        padding: var(--nic-s2) var(--nic-s3);
        border-color: var(--nic-line);
        text-align: start;
        white-space: normal;
      }
      li button:hover {
        border-color: var(--nic-accent);
      }
      .title {
        font-weight: 600;
        color: var(--nic-accent);
      }
      .about {
        color: var(--nic-quiet);
      }
      .file {
        padding-block-start: var(--nic-s3);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s2);
      }
      select {
        max-inline-size: 12rem;
      }
    `,
  ];

  @property({ attribute: false }) ready: readonly ReadyScenario[] = [];
  @property({ type: Boolean, reflect: true }) compact = false;
  @query('input') private input!: HTMLInputElement;

  override render() {
    const choose = (file: string) => emit(this, 'nic-lab-ready', { file });
    const open = html`<button type="button" @click=${() => this.input.click()}>Open a file …</button>
      <input
        type="file"
        hidden
        tabindex="-1"
        aria-hidden="true"
        accept=".json,application/json,.pcap,.pcapng,.cap,.gz"
        @change=${this.chosen}
      />`;
    if (this.compact)
      return html`<div class="bar">
        ${
          this.ready.length
            ? html`<label
                ><span class="sr-only">Open a ready scenario</span>
                <select
                  @change=${(event: Event) => {
                    const select = event.target as HTMLSelectElement;
                    if (select.value) choose(select.value);
                    select.value = '';
                  }}
                >
                  <option value="">Ready scenarios …</option>
                  ${this.ready.map(({ file, title }) => html`<option value=${file}>${title}</option>`)}
                </select></label
              >`
            : nothing
        }
        ${open}
      </div>`;
    return html`<ul>
        ${this.ready.map(
          ({ file, title, about }) =>
            html`<li>
              <button type="button" @click=${() => choose(file)}>
                <span class="title">${title}</span>
                <span class="about">${about}</span>
              </button>
            </li>`,
        )}
      </ul>
      <p class="file">${open} <span class="quiet-text">or drop one anywhere on the page, or paste its text.</span></p>`;
  }

  private chosen(): void {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (file) emit(this, 'nic-file', { file });
  }
}

define('nic-lab-open', NicLabOpen);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-open': NicLabOpen;
  }
}
