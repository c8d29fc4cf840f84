import { LitElement, css, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { CAPTURE_ACCEPT } from '../capture-files.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/**
 * The target that asks for a capture: click, keyboard, or a drop anywhere on the page (see nic-drop-overlay).
 *
 * @tagname nic-drop-zone
 * @slot - What to say inside.
 * @csspart base - The target.
 * @fires {CustomEvent<{file: File}>} nic-file - A file was chosen.
 */
export class NicDropZone extends LitElement {
  static override styles = [
    base,
    css`
      button {
        display: grid;
        justify-items: center;
        gap: var(--nic-s2);
        inline-size: 100%;
        padding: var(--nic-s6) var(--nic-s4);
        border: 2px dashed var(--nic-edge);
        border-radius: calc(var(--nic-radius) * 2);
        background: var(--nic-surface);
        white-space: normal;
      }
      button:hover {
        border-color: var(--nic-accent);
        background: var(--nic-accent-soft);
      }
      :host([compact]) button {
        display: inline-block;
        padding: 0 var(--nic-s3);
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
      }
      :host([compact]) svg {
        display: none;
      }
      svg {
        inline-size: 2rem;
        block-size: 2rem;
        stroke: var(--nic-accent);
        fill: none;
      }
    `,
  ];

  /** A plain button instead of the large target. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @query('input') private input!: HTMLInputElement;

  override render() {
    return html`<button type="button" part="base" @click=${() => this.input.click()}>
        <svg viewBox="0 0 32 32" aria-hidden="true" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
          <path d="M16 4v15M10 13l6 6 6-6M5 22v5h22v-5" />
        </svg>
        <slot>Open a capture</slot>
      </button>
      <input type="file" hidden tabindex="-1" aria-hidden="true" accept=${CAPTURE_ACCEPT} @change=${this.chosen} />`;
  }

  private chosen(): void {
    const file = this.input.files?.[0];
    this.input.value = '';
    if (file) emit(this, 'nic-file', { file });
  }
}

define('nic-drop-zone', NicDropZone);

declare global {
  interface HTMLElementTagNameMap {
    'nic-drop-zone': NicDropZone;
  }
}
