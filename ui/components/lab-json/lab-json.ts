import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import type { PathMessage } from '../lab-form/lab-form.ts';
import { base } from '../theme.ts';

/**
 * The document as text. What is typed is read once it is applied; until then the document stays.
 *
 * @tagname nic-lab-json
 * @fires {CustomEvent<{text: string}>} nic-lab-text - This text is to become the document.
 */
export class NicLabJson extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--nic-s2);
      }
      textarea {
        inline-size: 100%;
        min-block-size: 24rem;
        padding: var(--nic-s2);
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
        font-family: var(--nic-mono);
        font-size: var(--nic-size-small);
        line-height: 1.4;
        white-space: pre;
        resize: vertical;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s2);
      }
      li {
        color: var(--nic-bad);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() text = '';
  @property({ attribute: false }) faults: readonly PathMessage[] = [];

  @state() private typed: string | null = null;
  @query('textarea') private area!: HTMLTextAreaElement;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('text')) this.typed = null;
  }

  override render() {
    const isChanged = this.typed !== null && this.typed !== this.text;
    return html`<textarea
        aria-label="Scenario as JSON"
        spellcheck="false"
        autocapitalize="off"
        .value=${this.typed ?? this.text}
        aria-invalid=${this.faults.length ? 'true' : 'false'}
        @input=${() => (this.typed = this.area.value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.apply();
        }}
      ></textarea>
      <div class="bar">
        <button type="button" class="primary" ?disabled=${!isChanged} @click=${this.apply}>Apply</button>
        <button type="button" ?disabled=${!isChanged} @click=${() => (this.typed = null)}>Discard</button>
        <span class="quiet-text">Ctrl+Enter applies; the run starts again at 0.</span>
      </div>
      ${
        this.faults.length
          ? html`<div role="alert">
              <p>${formatPlural(this.faults.length, 'fault')}; the world that runs is the last one without.</p>
              <ul>
                ${this.faults.map(({ path, message }) => html`<li><span class="mono">${path || 'document'}</span>: ${message}</li>`)}
              </ul>
            </div>`
          : nothing
      }`;
  }

  private apply(): void {
    if (this.typed !== null) emit(this, 'nic-lab-text', { text: this.typed });
  }
}

define('nic-lab-json', NicLabJson);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-json': NicLabJson;
  }
}
