import { LitElement, css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Evidence } from '../../features/rss.ts';
import { define } from '../element.ts';
import { base } from '../theme.ts';

/**
 * A mark next to a value that opens what is known about it: help, and its source or the assumption made.
 * A value that no source gives carries the visible mark “assumed”.
 *
 * @tagname nic-hint
 * @csspart button - The mark.
 * @csspart panel - The explanation.
 */
export class NicHint extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      button {
        min-block-size: 1.25rem;
        min-inline-size: 1.25rem;
        padding: 0 0.3rem;
        border: 1px solid var(--nic-line);
        border-radius: 1rem;
        background: none;
        color: var(--nic-quiet);
        font-size: 0.6875rem;
        line-height: 1.1;
      }
      button.assumed {
        border: 1px dashed var(--nic-warn);
        color: var(--nic-warn);
      }
      [popover] {
        position: fixed;
        inset: auto;
        margin: 0;
        max-inline-size: min(22rem, calc(100vw - 1rem));
        padding: var(--nic-s2) var(--nic-s3);
        border: 1px solid var(--nic-line);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
        color: var(--nic-text);
        box-shadow: var(--nic-shadow);
        font-weight: 400;
        white-space: normal;
      }
      p + p {
        margin-block-start: var(--nic-s1);
      }
    `,
  ];

  /** What the mark belongs to, for its accessible name. */
  @property() label = '';
  @property() help = '';
  @property({ attribute: false }) evidence: Evidence | null = null;

  @query('button') private button!: HTMLButtonElement;
  @query('[popover]') private panel!: HTMLElement;

  override render() {
    const assumed = this.evidence && 'assumed' in this.evidence ? this.evidence.assumed : null;
    const source = this.evidence && 'source' in this.evidence ? this.evidence.source : null;
    return html`<button
        type="button"
        part="button"
        class=${assumed ? 'assumed' : ''}
        popovertarget="panel"
        aria-label=${assumed ? `${this.label}: assumed, why?` : `About ${this.label}`}
      >
        ${assumed ? 'assumed' : '?'}
      </button>
      <div id="panel" part="panel" popover @toggle=${this.place}>
        ${this.help ? html`<p>${this.help}</p>` : nothing} ${assumed ? html`<p><strong>Assumed.</strong> ${assumed}</p>` : nothing}
        ${source ? html`<p class="quiet-text">Source: ${source}</p>` : nothing}
      </div>`;
  }

  private place(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    const mark = this.button.getBoundingClientRect();
    const { width, height } = this.panel.getBoundingClientRect();
    const left = Math.min(Math.max(8, mark.left), document.documentElement.clientWidth - width - 8);
    const below = mark.bottom + 4;
    this.panel.style.left = `${left}px`;
    this.panel.style.top = `${below + height > window.innerHeight ? Math.max(8, mark.top - height - 4) : below}px`;
  }
}

define('nic-hint', NicHint);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hint': NicHint;
  }
}
