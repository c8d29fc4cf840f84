import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ServerChoice } from '../analysis/types.ts';
import { CaptureSession } from '../app/capture-session.ts';
import { captureFragment, readCaptureFragment } from '../app/capture-link.ts';
import '../components/capture-summary/capture-summary.ts';
import '../components/drop-zone/drop-zone.ts';
import { define, emit } from '../components/element.ts';
import '../components/heat-strip/heat-strip.ts';
import { processorBars, queueBars } from '../components/load-bars/bars-of.ts';
import '../components/load-bars/load-bars.ts';
import '../components/message/message.ts';
import '../components/open-progress/open-progress.ts';
import '../components/remark-list/remark-list.ts';
import '../components/rss-form/rss-form.ts';
import '../components/server-line/server-line.ts';
import { base, card } from '../components/theme.ts';
import '../components/verdict-card/verdict-card.ts';
import type { CaptureEngineApi } from '../engine/api.ts';
import type { RssSettings } from '../features/rss.ts';
import { fetchCapture } from './fetch-capture.ts';

/**
 * The capture view of nic-scope: verdict, loads, heat strip, and the controls folded away.
 *
 * @tagname nic-scope-capture
 * @csspart verdict - The verdict.
 * @csspart loads - Load per processor and queue.
 * @csspart heat - Load over time.
 * @csspart controls - The settings, folded away.
 * @csspart drop - The target that asks for a capture.
 * @fires nic-session - Something changed that the element around it may report; read `session`.
 * @fires {CustomEvent<{state: string}>} nic-state - The state as in the site's address.
 */
export class NicScopeCapture extends LitElement {
  static override styles = [
    base,
    card,
    css`
      :host {
        container-type: inline-size;
      }
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s3);
      }
      .waiting {
        min-block-size: 20rem;
        align-content: start;
      }
      nic-server-line {
        min-inline-size: 0;
      }
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      .second {
        padding-block: var(--nic-s3) var(--nic-s1);
      }
      @container (min-width: 48rem) {
        .loads {
          display: grid;
          grid-template-columns: 1fr 1fr;
          gap: var(--nic-s4);
        }
        .second {
          padding-block-start: 0;
        }
      }
      @container (max-width: 24rem) {
        .card {
          padding-inline: var(--nic-s2);
        }
      }
    `,
  ];

  /** What computes. */
  @property({ attribute: false }) engine: CaptureEngineApi | null = null;
  /** Address of a capture, resolved; empty: the user is asked for one. */
  @property() src = '';
  /** Parameters of the state to start from. */
  @property({ attribute: false }) params = new URLSearchParams();

  /** What is known and asked; read-only from outside. */
  readonly session = new CaptureSession(
    this,
    () => (this.engine ? Promise.resolve(this.engine) : Promise.reject(new Error('The engine has ended.'))),
    (choices) => emit(this, 'nic-state', { state: captureFragment({ ...choices, sample: null }) }),
  );

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params')) {
      const { choices, problems } = readCaptureFragment(`#capture?${this.params}`);
      this.session.choose(choices);
      for (const { message } of problems) emit(this, 'nic-problem', { message });
    }
    if (changed.has('src') && this.src) this.load(this.src);
  }

  override updated(): void {
    emit(this, 'nic-session', null);
  }

  override render() {
    const { session } = this;
    return html`<div
      class="parts ${this.src && !session.evaluation && !session.failure ? 'waiting' : ''}"
      @nic-file=${(event: CustomEvent<{ file: File }>) => this.open(event.detail.file)}
      @dragover=${this.dragged}
      @drop=${this.dropped}
    >
      ${
        session.failure
          ? html`<nic-message severity="error" closable @nic-close=${() => session.dismiss()}>${session.failure}</nic-message>`
          : nothing
      }
      ${
        session.reading
          ? html`<nic-open-progress
              name=${session.reading.name}
              .progress=${session.reading.progress}
              @nic-cancel=${() => session.cancel()}
            ></nic-open-progress>`
          : nothing
      }
      ${session.report ? this.answer() : this.src ? nothing : html`<nic-drop-zone part="drop"></nic-drop-zone>`}
    </div>`;
  }

  private answer() {
    const { session } = this;
    const { evaluation, baseline } = session;
    const report = session.report!;
    return html`<nic-capture-summary .report=${report}></nic-capture-summary>
      ${report.fault ? html`<nic-message severity="warning">The file ends in a fault; what was read before it is shown. ${report.fault}</nic-message>` : nothing}
      ${report.remarks.length ? html`<nic-remark-list .remarks=${report.remarks}></nic-remark-list>` : nothing}
      ${
        evaluation
          ? html`<div
              class="parts"
              @nic-settings-change=${(event: CustomEvent<{ settings: RssSettings }>) => session.choose({ settings: event.detail.settings })}
              @nic-server-change=${(event: CustomEvent<{ server: ServerChoice }>) => session.choose({ server: event.detail.server })}
            >
              <nic-verdict-card
                part="verdict"
                .evaluation=${evaluation}
                .baseline=${baseline}
                .variants=${session.whatIfBusy ? [] : session.variants}
              >
                <nic-server-line .finding=${evaluation.server} .choice=${session.server}></nic-server-line>
              </nic-verdict-card>
              <section class="card loads" part="loads" aria-label="Load">
                <div>
                  <h2>Load per processor</h2>
                  ${this.bars('Load per processor', processorBars(evaluation, baseline))}
                </div>
                <div>
                  <h2 class="second">Load per queue</h2>
                  ${this.bars('Load per queue', queueBars(evaluation, baseline))}
                </div>
              </section>
              <section class="card" part="heat" aria-label="Load over time">
                <h2>Load over time</h2>
                <nic-heat-strip
                  .heat=${evaluation.heat}
                  .processors=${evaluation.queues.map(({ processor }) => processor)}
                  measure=${evaluation.measure}
                ></nic-heat-strip>
              </section>
              <details class="card" part="controls">
                <summary>RSS settings</summary>
                <nic-rss-form
                  .settings=${session.settings}
                  measure=${evaluation.measure}
                  .entryLoads=${evaluation.entries[evaluation.measure]}
                ></nic-rss-form>
              </details>
            </div>`
          : nothing
      }`;
  }

  private bars(label: string, bars: ReturnType<typeof queueBars>) {
    const { measure, verdict } = this.session.evaluation!;
    return html`<nic-load-bars .bars=${bars} measure=${measure} .fairShare=${verdict.fairShare} label=${label}></nic-load-bars>`;
  }

  private load(address: string): void {
    const name = decodeURIComponent(new URL(address).pathname.split('/').pop() || address);
    void this.session.open(name, () => fetchCapture(address));
  }

  private open(file: File): void {
    void this.session.open(file.name || 'capture', () => file);
  }

  private dragged(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  private dropped(event: DragEvent): void {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.open(file);
  }
}

define('nic-scope-capture', NicScopeCapture);

declare global {
  interface HTMLElementTagNameMap {
    'nic-scope-capture': NicScopeCapture;
  }
}
