import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { dialogStyles } from '../dialog-styles.ts';
import { define } from '../element.ts';
import { base } from '../theme.ts';

/** One way to write the setting down. */
export interface CopyText {
  id: string;
  title: string;
  /** Where it applies, and what it cannot say. */
  note: string;
  text: string;
}

/**
 * The setting as commands for other systems, each with a copy button.
 *
 * @tagname nic-copy-dialog
 * @csspart dialog - The dialog.
 */
export class NicCopyDialog extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      dialog {
        inline-size: min(60rem, calc(100vw - 1rem));
      }
      .title {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--nic-s3);
      }
      pre {
        margin: var(--nic-s1) 0 0;
        padding: var(--nic-s2) var(--nic-s3);
        overflow-x: auto;
        border-radius: var(--nic-radius);
        background: var(--nic-sunken);
        font-family: var(--nic-mono);
        font-size: var(--nic-size-small);
      }
    `,
  ];

  @property({ attribute: false }) texts: readonly CopyText[] = [];

  @state() private copied = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the dialog; Escape or its button closes it and the focus returns. */
  show(): void {
    this.copied = '';
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog part="dialog" aria-labelledby="heading" @click=${this.clicked}>
      <header>
        <h2 id="heading">Copy this setting</h2>
        <button type="button" @click=${() => this.dialog.close()}>Close</button>
      </header>
      ${this.texts.map((item) => this.item(item))}
      <p class="sr-only" role="status">${this.copied ? 'Copied' : ''}</p>
    </dialog>`;
  }

  private item({ id, title, note, text }: CopyText) {
    return html`<section aria-labelledby="title-${id}">
      <div class="title">
        <h3 id="title-${id}">${title}</h3>
        <button type="button" aria-label="Copy: ${title}" @click=${() => this.copy(id, text)}>
          ${this.copied === id ? 'Copied' : 'Copy'}
        </button>
      </div>
      ${note ? html`<p class="quiet-text">${note}</p>` : nothing}
      <pre tabindex="0" aria-label=${title}>${text}</pre>
    </section>`;
  }

  private async copy(id: string, text: string): Promise<void> {
    await navigator.clipboard.writeText(text);
    this.copied = id;
  }

  /** A click on the backdrop closes. */
  private clicked(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}

define('nic-copy-dialog', NicCopyDialog);

declare global {
  interface HTMLElementTagNameMap {
    'nic-copy-dialog': NicCopyDialog;
  }
}
