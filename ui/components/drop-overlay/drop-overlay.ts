import { LitElement, css, html } from 'lit';
import { state } from 'lit/decorators.js';
import { carriesFiles, fileOf } from '../capture-files.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/**
 * Makes the whole page a drop target, at any time, and takes a pasted file too. Shown only while a file is over the page.
 *
 * @tagname nic-drop-overlay
 * @csspart base - The overlay.
 * @fires {CustomEvent<{file: File}>} nic-file - A file was dropped or pasted.
 */
export class NicDropOverlay extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      div {
        position: fixed;
        inset: 0;
        z-index: 10;
        display: grid;
        place-items: center;
        pointer-events: none;
        background: color-mix(in srgb, var(--nic-accent-soft) 80%, transparent);
        outline: 3px dashed var(--nic-accent);
        outline-offset: -1rem;
      }
      strong {
        padding: var(--nic-s3) var(--nic-s5);
        border-radius: calc(var(--nic-radius) * 2);
        background: var(--nic-surface);
        box-shadow: var(--nic-shadow);
        font-size: var(--nic-size-large);
        font-weight: 600;
      }
    `,
  ];

  @state() private over = false;
  private depth = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const [type, listener] of this.listeners) window.addEventListener(type, listener as EventListener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [type, listener] of this.listeners) window.removeEventListener(type, listener as EventListener);
  }

  override render() {
    return html`<div part="base" ?hidden=${!this.over}><strong>Drop the capture to open it</strong></div>`;
  }

  private readonly listeners = [
    ['dragenter', (event: DragEvent) => this.count(event, 1)],
    ['dragleave', (event: DragEvent) => this.count(event, -1)],
    ['dragover', (event: DragEvent) => carriesFiles(event.dataTransfer) && event.preventDefault()],
    ['drop', (event: DragEvent) => this.take(event, event.dataTransfer)],
    ['paste', (event: ClipboardEvent) => this.take(event, event.clipboardData)],
  ] as const;

  /** Enter and leave fire for every element that the pointer crosses. */
  private count(event: DragEvent, change: number): void {
    if (!carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    this.depth = Math.max(0, this.depth + change);
    this.over = this.depth > 0;
  }

  private take(event: Event, data: DataTransfer | null): void {
    this.depth = 0;
    this.over = false;
    const file = fileOf(data);
    if (!file) return;
    event.preventDefault();
    emit(this, 'nic-file', { file });
  }
}

define('nic-drop-overlay', NicDropOverlay);

declare global {
  interface HTMLElementTagNameMap {
    'nic-drop-overlay': NicDropOverlay;
  }
}
