import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/**
 * One message across the page: what happened, and what to do about it.
 *
 * @tagname nic-message
 * @slot - The message, a plain sentence.
 * @slot action - Buttons.
 * @csspart base - The box.
 * @fires nic-close - The user dismissed it; only with `closable`.
 */
export class NicMessage extends LitElement {
  static override styles = [
    base,
    css`
      .box {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s3);
        padding: var(--nic-s2) var(--nic-s3);
        border-radius: var(--nic-radius);
        border-inline-start: 0.25rem solid var(--nic-accent);
        background: var(--nic-accent-soft);
      }
      .warning {
        border-color: var(--nic-warn);
        background: var(--nic-warn-soft);
      }
      .error {
        border-color: var(--nic-bad);
        background: var(--nic-bad-soft);
      }
      .text {
        flex: 1 1 16rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .word {
        font-weight: 600;
      }
    `,
  ];

  /** How bad it is. */
  @property() severity: 'info' | 'warning' | 'error' = 'info';
  /** Shows a close button. */
  @property({ type: Boolean }) closable = false;

  private static readonly words = { info: nothing, warning: 'Warning: ', error: 'Error: ' };

  override render() {
    return html`<div class="box ${this.severity}" part="base" role=${this.severity === 'error' ? 'alert' : 'status'}>
      <span class="text"><span class="word">${NicMessage.words[this.severity]}</span><slot></slot></span>
      <slot name="action"></slot>
      ${this.closable ? html`<button class="quiet" type="button" @click=${() => emit(this, 'nic-close', null)}>Dismiss</button>` : nothing}
    </div>`;
  }
}

define('nic-message', NicMessage);

declare global {
  interface HTMLElementTagNameMap {
    'nic-message': NicMessage;
  }
}
