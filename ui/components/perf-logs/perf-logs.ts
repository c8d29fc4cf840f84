import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { CounterLog, LogColumn } from '../../counters/log-read.ts';
import { alignedBegin, columnId } from '../../counters/overlay.ts';
import { seriesLimits, type CounterSeries } from '../../counters/series.ts';
import type { TimeWindow } from '../../counters/statistics.ts';
import { define, emit } from '../element.ts';
import { formatCount, formatPlural } from '../format.ts';
import { formatPs } from '../lab-view/time-text.ts';
import { base } from '../theme.ts';

const PS_PER_SECOND = 1_000_000_000_000;

/**
 * The logs of real servers that are shown beside the emulated host: where each begins in virtual time, which of its columns are shown,
 * and what of it could not be read, with the reason.
 *
 * @tagname nic-perf-logs
 * @fires {CustomEvent<{id: string, beginPs: number}>} nic-overlay-place - A log is to begin at another virtual time.
 * @fires {CustomEvent<{id: string, columns: LogColumn[]}>} nic-overlay-columns - These columns of a log are to be shown.
 * @fires {CustomEvent<{id: string}>} nic-overlay-close - A log is to go.
 */
export class NicPerfLogs extends LitElement {
  static override styles = [
    base,
    css`
      section {
        display: grid;
        gap: var(--nic-s1);
        padding-block: var(--nic-s2);
        border-block-start: 1px solid var(--nic-line);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s3);
      }
      .line > .end {
        margin-inline-start: auto;
      }
      h3 {
        overflow-wrap: anywhere;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: var(--nic-s1);
      }
      input[type='number'] {
        inline-size: 7rem;
        text-align: end;
      }
      summary {
        color: var(--nic-accent);
        cursor: pointer;
        inline-size: fit-content;
      }
      .list {
        max-block-size: 12rem;
        overflow: auto;
        padding: var(--nic-s1) 0;
      }
      .list li {
        padding-block: 0.1rem;
        overflow-wrap: anywhere;
      }
      .outside,
      .faults summary {
        color: var(--nic-warn);
      }
    `,
  ];

  @property({ attribute: false }) logs: readonly CounterLog[] = [];
  /** All series, those of the logs among them. */
  @property({ attribute: false }) series: readonly CounterSeries[] = [];
  @property({ attribute: false }) window: TimeWindow | null = null;

  override render() {
    return this.logs.map((log) => this.log(log));
  }

  private log(log: CounterLog) {
    const { id, name, timePs, columns } = log;
    const aligned = alignedBegin(this.series);
    return html`<section aria-label="Log ${name}">
      <div class="line">
        <h3>${name}</h3>
        <span class="quiet-text">
          ${formatPlural(timePs.length, 'sample')} in ${formatPs(timePs.at(-1)!)}, ${formatPlural(columns.length, 'counter')}
        </span>
        <button type="button" class="end" @click=${() => emit(this, 'nic-overlay-close', { id })}>
          Close<span class="sr-only"> the log ${name}</span>
        </button>
      </div>
      <div class="line">
        <label>
          Begins at
          <input
            type="number"
            step="any"
            .value=${live(String(log.beginPs / PS_PER_SECOND))}
            @change=${(event: Event) => this.placed(log, event.target as HTMLInputElement)}
          />
          s of virtual time
        </label>
        <button type="button" ?disabled=${aligned === Infinity || aligned === log.beginPs} @click=${() => this.place(log, aligned)}>
          Align with the first emulated sample
        </button>
        ${this.isOutside(log) ? html`<span class="outside">The log lies outside of the time shown.</span>` : nothing}
      </div>
      ${this.columns(log)} ${this.unmatched(log)} ${this.faults(log)}
    </section>`;
  }

  private columns(log: CounterLog) {
    const shown = new Set(this.series.filter((one) => one.log === log.id).map(({ id }) => id));
    const isFull = this.series.length >= seriesLimits.shown;
    return html`<details>
      <summary>Columns: ${formatCount(shown.size)} of ${formatCount(log.columns.length)} shown</summary>
      ${isFull ? html`<p class="quiet-text">As many counters are shown as there can be (${seriesLimits.shown}): remove one to show another.</p>` : nothing}
      <ul class="list">
        ${log.columns.map((column) => {
          const isShown = shown.has(columnId(log, column));
          return html`<li>
            <label>
              <input
                type="checkbox"
                ?disabled=${isFull && !isShown}
                .checked=${live(isShown)}
                @change=${() => this.toggled(log, column, shown)}
              />
              ${column.text}
            </label>
          </li>`;
        })}
      </ul>
    </details>`;
  }

  private unmatched({ unmatched }: CounterLog) {
    if (unmatched.length === 0) return nothing;
    return html`<details>
      <summary>${formatPlural(unmatched.length, 'column')} not matched</summary>
      <ul class="list" tabindex="0" aria-label="Columns not matched">
        ${unmatched.map(({ column, reason }) => html`<li><span class="mono">${column}</span>: ${reason}</li>`)}
      </ul>
    </details>`;
  }

  private faults({ faults, faultCount }: CounterLog) {
    if (faultCount === 0) return nothing;
    return html`<details class="faults">
      <summary>${formatPlural(faultCount, 'fault')} in the file</summary>
      <ul class="list" tabindex="0" aria-label="Faults in the file">
        ${faults.map(({ line, message }) => html`<li>Line ${line}: ${message}</li>`)}
        ${faultCount > faults.length ? html`<li>and ${formatCount(faultCount - faults.length)} more</li>` : nothing}
      </ul>
    </details>`;
  }

  private isOutside({ beginPs, timePs }: CounterLog): boolean {
    return this.window !== null && (beginPs > this.window.toPs || beginPs + timePs.at(-1)! < this.window.fromPs);
  }

  private place({ id }: CounterLog, beginPs: number): void {
    emit(this, 'nic-overlay-place', { id, beginPs });
  }

  /** What is no number goes back to what was there. */
  private placed(log: CounterLog, input: HTMLInputElement): void {
    const seconds = input.valueAsNumber;
    if (Number.isFinite(seconds) && Math.abs(seconds) <= 1e9) this.place(log, Math.round(seconds * PS_PER_SECOND));
    else this.requestUpdate();
  }

  private toggled(log: CounterLog, column: LogColumn, shown: ReadonlySet<string>): void {
    const columns = log.columns.filter((each) => (each === column) !== shown.has(columnId(log, each)));
    emit(this, 'nic-overlay-columns', { id: log.id, columns });
  }
}

define('nic-perf-logs', NicPerfLogs);

declare global {
  interface HTMLElementTagNameMap {
    'nic-perf-logs': NicPerfLogs;
  }
}
