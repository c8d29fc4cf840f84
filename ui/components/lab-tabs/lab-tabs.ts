import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

export interface Tab {
  id: string;
  label: string;
}

/**
 * A row of tabs; the panels belong to whoever uses it. Arrow keys, Home and End choose.
 *
 * @tagname nic-lab-tabs
 * @fires {CustomEvent<{id: string}>} nic-lab-tab - Another tab was chosen.
 */
export class NicLabTabs extends LitElement {
  static override styles = [
    base,
    css`
      [role='tablist'] {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s1);
        border-block-end: 1px solid var(--nic-line);
      }
      [role='tab'] {
        min-block-size: 2rem;
        margin-block-end: -1px;
        padding-inline: var(--nic-s2);
        border: 0;
        border-block-end: 2px solid transparent;
        border-radius: 0;
        background: none;
        color: var(--nic-quiet);
      }
      [role='tab']:hover {
        color: var(--nic-text);
      }
      [aria-selected='true'] {
        border-block-end-color: var(--nic-accent);
        color: var(--nic-text);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() selected = '';
  /** What the tabs are for, for their accessible name. */
  @property() label = '';

  override render() {
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.keyed}>
      ${this.tabs.map(
        ({ id, label }) =>
          html`<button
            type="button"
            role="tab"
            aria-selected=${id === this.selected ? 'true' : 'false'}
            tabindex=${id === this.selected ? 0 : -1}
            @click=${() => this.choose(id)}
          >
            ${label}
          </button>`,
      )}
    </div>`;
  }

  private choose(id: string): void {
    emit(this, 'nic-lab-tab', { id });
  }

  private keyed(event: KeyboardEvent): void {
    const { length } = this.tabs;
    const at = this.tabs.findIndex(({ id }) => id === this.selected);
    const steps: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: length - 1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const place = (next + length) % length;
    this.choose(this.tabs[place]!.id);
    this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')[place]?.focus();
  }
}

define('nic-lab-tabs', NicLabTabs);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-tabs': NicLabTabs;
  }
}
