import { LitElement, css, html } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/**
 * The lines entered so far, to choose one from: what F7 opens in a console window. Takes the focus when it appears.
 * Arrow keys, Page Up and Down, Home and End move; Enter or a click chooses; Escape and leaving it close it.
 *
 * @tagname nic-console-history
 * @fires {CustomEvent<{line: string}>} console-pick - A line was chosen.
 * @fires console-pick-close - None was chosen.
 */
export class NicConsoleHistory extends LitElement {
  static override styles = [
    base,
    css`
      [role='listbox'] {
        max-block-size: 14rem;
        overflow: auto;
        padding: var(--nic-s1);
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
        box-shadow: var(--nic-shadow);
        font-family: var(--nic-mono);
        font-size: var(--nic-size-small);
      }
      [role='option'] {
        padding: 0.1rem var(--nic-s2);
        border-radius: calc(var(--nic-radius) / 2);
        cursor: pointer;
        inline-size: max-content;
        min-inline-size: 100%;
      }
      [aria-selected='true'] {
        background: var(--nic-accent-soft);
        color: var(--nic-accent);
      }
      [role='option'] span {
        white-space: pre;
      }
      .number {
        color: var(--nic-quiet);
      }
    `,
  ];

  /** Latest last. */
  @property({ attribute: false }) lines: readonly string[] = [];

  @state() private at = 0;
  @query('[role=listbox]') private list!: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.at = this.lines.length - 1;
  }

  override firstUpdated(): void {
    this.at = this.lines.length - 1;
    this.list.focus();
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'start' });
  }

  override render() {
    const width = String(this.lines.length - 1).length;
    return html`<div
      role="listbox"
      tabindex="0"
      aria-label="Earlier lines"
      aria-activedescendant="line-${this.at}"
      @keydown=${this.keyed}
      @blur=${() => emit(this, 'console-pick-close', null)}
    >
      ${this.lines.map(
        (line, index) =>
          html`<div
            role="option"
            id="line-${index}"
            aria-selected=${index === this.at ? 'true' : 'false'}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.pick(index)}
          >
            <span class="number" aria-hidden="true">${String(index).padStart(width)}: </span><span>${line}</span>
          </div>`,
      )}
    </div>`;
  }

  private pick(index: number): void {
    const line = this.lines[index];
    if (line !== undefined) emit(this, 'console-pick', { line });
  }

  private keyed(event: KeyboardEvent): void {
    const last = this.lines.length - 1;
    const steps: Record<string, number> = {
      ArrowUp: this.at - 1,
      ArrowDown: this.at + 1,
      PageUp: this.at - 10,
      PageDown: this.at + 10,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (next !== undefined) this.at = Math.min(Math.max(next, 0), last);
    else if (event.key === 'Enter') this.pick(this.at);
    else if (event.key === 'Escape' || event.key === 'F7') emit(this, 'console-pick-close', null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

define('nic-console-history', NicConsoleHistory);

declare global {
  interface HTMLElementTagNameMap {
    'nic-console-history': NicConsoleHistory;
  }
}
