import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { formatByteRate, formatBytes, formatCount, formatPercent } from '../format.ts';
import { base } from '../theme.ts';

/** How far the reading of a capture has come. */
export interface OpenProgress {
  bytes: number;
  totalBytes: number | null;
  frames: number;
  flows: number;
  bytesPerSecond: number;
}

/**
 * Progress of reading a capture: bytes, rate, frames, and a way to stop it.
 *
 * @tagname nic-open-progress
 * @csspart base - The box.
 * @fires nic-cancel - The user wants to stop.
 */
export class NicOpenProgress extends LitElement {
  static override styles = [
    base,
    css`
      .box {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s3);
        padding: var(--nic-s2) var(--nic-s3);
        border: 1px solid var(--nic-line);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
      }
      .name {
        overflow-wrap: anywhere;
      }
      progress {
        grid-column: 1 / -1;
        inline-size: 100%;
        block-size: 0.5rem;
        accent-color: var(--nic-accent);
      }
      .numbers {
        grid-column: 1 / -1;
        color: var(--nic-quiet);
      }
    `,
  ];

  /** Name of the file. */
  @property() name = '';
  @property({ attribute: false }) progress: OpenProgress | null = null;

  override render() {
    const { progress } = this;
    const total = progress?.totalBytes ?? null;
    const done = progress && total ? Math.min(1, progress.bytes / total) : null;
    return html`<div class="box" part="base">
      <span class="name" id="name">Reading <strong>${this.name}</strong></span>
      <button type="button" @click=${() => emit(this, 'nic-cancel', null)}>Cancel</button>
      ${
        done === null
          ? html`<progress aria-labelledby="name"></progress>`
          : html`<progress aria-labelledby="name" max="1" .value=${done}></progress>`
      }
      <span class="numbers">${progress ? this.numbers(progress, done) : 'Starting'}</span>
    </div>`;
  }

  private numbers(progress: OpenProgress, done: number | null): string {
    const of = progress.totalBytes === null ? '' : ` of ${formatBytes(progress.totalBytes)}`;
    return [
      done === null ? null : formatPercent(done),
      `${formatBytes(progress.bytes)}${of}`,
      formatByteRate(progress.bytesPerSecond),
      `${formatCount(progress.frames)} frames`,
      `${formatCount(progress.flows)} flows`,
    ]
      .filter((part) => part !== null)
      .join(' · ');
  }
}

define('nic-open-progress', NicOpenProgress);

declare global {
  interface HTMLElementTagNameMap {
    'nic-open-progress': NicOpenProgress;
  }
}
