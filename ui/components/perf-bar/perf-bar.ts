import { LitElement, css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { base } from '../theme.ts';
import { durationTexts, intervalTexts, sameSamples, type TimeChoice } from './choices.ts';

export type PerfView = 'line' | 'histogram' | 'report';

const views: readonly [PerfView, string][] = [
  ['line', 'Line'],
  ['histogram', 'Histogram'],
  ['report', 'Report'],
];

/**
 * The tools of the monitor.
 *
 * @tagname nic-perf-bar
 * @fires nic-perf-add - The dialog that adds counters is wanted.
 * @fires nic-perf-remove - The selected counter is to be removed.
 * @fires nic-perf-highlight - Highlighting of the selected line is to be turned on or off.
 * @fires {CustomEvent<{view: PerfView}>} nic-view-change - Another view was chosen.
 * @fires {CustomEvent<{paused: boolean}>} nic-pause-change - The display is to stop, or to go on.
 * @fires {CustomEvent<{intervalPs: number, windowPs: number}>} nic-sampling-change - Another interval or duration was chosen.
 * @fires nic-log-start - Samples are to be logged from now on.
 * @fires nic-log-stop - The log is to end.
 * @fires nic-save-csv - What was sampled is to be saved as CSV.
 * @fires {CustomEvent<{file: File}>} nic-import-csv - A log of a real server was chosen.
 */
export class NicPerfBar extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s2) var(--nic-s3);
      }
      .group {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1);
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--nic-s1);
        color: var(--nic-quiet);
      }
      select {
        color: var(--nic-text);
      }
      button[aria-pressed='true'] {
        border-color: var(--nic-accent);
        background: var(--nic-accent-soft);
        color: var(--nic-accent);
      }
    `,
  ];

  @property() view: PerfView = 'line';
  @property({ type: Boolean }) paused = false;
  @property({ type: Boolean }) highlight = false;
  @property({ type: Boolean }) logging = false;
  /** Samples in the log that runs. */
  @property({ type: Number }) logged = 0;
  /** Number of counters shown, and whether one is selected. */
  @property({ type: Number }) count = 0;
  @property({ type: Boolean }) selection = false;
  @property({ type: Number }) intervalPs = 0;
  @property({ type: Number }) windowPs = 0;

  @query('input[type=file]') private input!: HTMLInputElement;

  override render() {
    const isEmpty = this.count === 0;
    return html`<span class="group">
        <button type="button" class="primary" @click=${() => emit(this, 'nic-perf-add', null)}>Add counters…</button>
        <button type="button" ?disabled=${!this.selection} @click=${() => emit(this, 'nic-perf-remove', null)}>Remove</button>
      </span>
      <span class="segments" role="group" aria-label="View">
        ${views.map(
          ([view, label]) =>
            html`<button
              type="button"
              aria-pressed=${view === this.view ? 'true' : 'false'}
              @click=${() => emit(this, 'nic-view-change', { view })}
            >
              ${label}
            </button>`,
        )}
      </span>
      <span class="group">
        <button
          type="button"
          title="Ctrl+H"
          aria-keyshortcuts="Control+H"
          aria-pressed=${this.highlight ? 'true' : 'false'}
          @click=${() => emit(this, 'nic-perf-highlight', null)}
        >
          Highlight
        </button>
        <button type="button" @click=${() => emit(this, 'nic-pause-change', { paused: !this.paused })}>
          ${this.paused ? 'Resume display' : 'Pause display'}
        </button>
      </span>
      <span class="group">
        ${this.times('Sample every', this.intervalPs, intervalTexts(this.intervalPs), (ps) =>
          this.sample(ps, sameSamples(this.windowPs, this.intervalPs, ps)),
        )}
        ${this.times('Duration', this.windowPs, durationTexts(this.intervalPs, this.windowPs), (ps) => this.sample(this.intervalPs, ps))}
      </span>
      <span class="group">
        ${
          this.logging
            ? html`<button type="button" aria-pressed="true" @click=${() => emit(this, 'nic-log-stop', null)}>
                Stop log (${formatPlural(this.logged, 'sample')})
              </button>`
            : html`<button type="button" ?disabled=${isEmpty} @click=${() => emit(this, 'nic-log-start', null)}>Start log</button>`
        }
        <button type="button" ?disabled=${isEmpty} @click=${() => emit(this, 'nic-save-csv', null)}>Save CSV</button>
        <button type="button" @click=${() => this.input.click()}>Compare with a log…</button>
        <input type="file" hidden tabindex="-1" aria-hidden="true" accept=".csv,.txt,text/csv,text/plain" @change=${this.chosen} />
      </span>`;
  }

  private times(label: string, current: number, choices: readonly TimeChoice[], choose: (ps: number) => void) {
    if (current <= 0) return nothing;
    return html`<label>
      ${label}
      <select @change=${(event: Event) => choose(Number((event.target as HTMLSelectElement).value))}>
        ${choices.map(({ ps, text }) => html`<option value=${ps} .selected=${live(ps === current)}>${text}</option>`)}
      </select>
    </label>`;
  }

  private sample(intervalPs: number, windowPs: number): void {
    emit(this, 'nic-sampling-change', { intervalPs, windowPs });
  }

  private chosen(): void {
    const file = this.input.files?.[0];
    this.input.value = ''; // the same file may be chosen again
    if (file) emit(this, 'nic-import-csv', { file });
  }
}

define('nic-perf-bar', NicPerfBar);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-bar': NicPerfBar;
  }
}
