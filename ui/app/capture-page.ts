import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FlowQuery, Measure, ServerChoice } from '../analysis/types.ts';
import { define, emit } from '../components/element.ts';
import type { Sample } from '../components/sample-list/sample-list.ts';
import { base, card } from '../components/theme.ts';
import type { NicCopyDialog } from '../components/copy-dialog/copy-dialog.ts';
import type { CaptureEngineApi } from '../engine/api.ts';
import { rssDefaults, type RssSettings } from '../features/rss.ts';
import type { StateProblem } from '../scenario/capture-state.ts';
import '../components/capture-results/capture-results.ts';
import '../components/capture-summary/capture-summary.ts';
import '../components/copy-dialog/copy-dialog.ts';
import '../components/drop-overlay/drop-overlay.ts';
import '../components/drop-zone/drop-zone.ts';
import '../components/message/message.ts';
import '../components/open-progress/open-progress.ts';
import '../components/remark-list/remark-list.ts';
import '../components/sample-list/sample-list.ts';
import { captureFragment, readCaptureFragment } from './capture-link.ts';
import { CaptureSession } from './capture-session.ts';
import { copyTexts } from './copy-texts.ts';
import { flowLink } from './flow-link.ts';
import { onLaunchFile } from './launch-files.ts';
import { listSamples, readSample } from './samples.ts';

/**
 * The Capture page: open a capture, read the verdict, try other settings.
 *
 * @tagname nic-capture-page
 */
export class NicCapturePage extends LitElement {
  static override styles = [
    base,
    card,
    css`
      .page,
      .empty {
        display: grid;
        gap: var(--nic-s3);
        grid-template-columns: minmax(0, 1fr);
      }
      .empty {
        max-inline-size: 56rem;
        margin-inline: auto;
        gap: var(--nic-s4);
        padding-block: var(--nic-s5);
      }
      h1 {
        font-size: 1.5rem;
        font-weight: 600;
        line-height: 1.25;
        text-wrap: balance;
      }
      .lead {
        margin-block-start: var(--nic-s2);
        color: var(--nic-quiet);
        font-size: 0.9375rem;
      }
      .drop {
        font-size: 1rem;
        font-weight: 600;
      }
      h2 {
        padding-block-end: var(--nic-s2);
      }
      .copy {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s1);
      }
      .samples select {
        max-inline-size: 11rem;
      }
    `,
  ];

  /** Starts the engine; called once, on first use. */
  @property({ attribute: false }) engine: () => Promise<CaptureEngineApi> = () => Promise.reject(new Error('No engine.'));
  /** Fragment of the address when it came from elsewhere: a link, the back button. */
  @property() fragment = '';
  /** The setting, shared with the other pages. */
  @property({ attribute: false }) settings: RssSettings = rssDefaults;

  @state() private samples: readonly Sample[] = [];
  @state() private linkCopied = false;
  @query('nic-copy-dialog') private dialog!: NicCopyDialog | null;

  private readonly session = new CaptureSession(
    this,
    () => this.engine(),
    (choices) => {
      this.linkCopied = false;
      this.written = captureFragment(choices);
      if (!this.hidden) history.replaceState(null, '', this.written);
    },
  );
  /** What this page itself wrote into the address last. */
  private written = '';
  @state() private problems: readonly StateProblem[] = [];
  private listed: Promise<readonly Sample[]> | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.listed ??= listSamples().then(
      (samples) => (this.samples = samples),
      (): readonly Sample[] => [],
    );
    onLaunchFile((file) => this.openFile(file));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('fragment') && this.fragment.includes('?') && this.fragment !== this.written) this.takeFragment();
    else if (changed.has('settings') && this.settings !== this.session.settings) this.session.choose({ settings: this.settings });
  }

  override render() {
    const { session } = this;
    return html`<div class="page" @nic-file=${(event: CustomEvent<{ file: File }>) => this.openFile(event.detail.file)}>
      <nic-drop-overlay></nic-drop-overlay>
      ${
        session.failure
          ? html`<nic-message severity="error" closable @nic-close=${() => session.dismiss()}>${session.failure}</nic-message>`
          : nothing
      }
      ${
        this.problems.length
          ? html`<nic-message severity="warning" closable @nic-close=${() => (this.problems = [])}
              >The address could not be read in full. ${this.problems.map(({ message }) => message).join(' ')}</nic-message
            >`
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
      ${session.report ? this.opened() : this.empty()}
    </div>`;
  }

  private empty() {
    return html`<div class="empty">
      <div>
        <h1>Which processor does your capture make hot?</h1>
        <p class="lead">
          Drop a packet capture: one sentence names the hot processor under Receive Side Scaling, and why. Then try other queues, keys and
          tables, live. The capture never leaves this machine.
        </p>
      </div>
      <nic-drop-zone>
        <span class="drop">Drop a capture here, paste one, or choose a file</span>
        <span class="quiet-text">pcap or pcapng, plain or gzip, of any size</span>
      </nic-drop-zone>
      ${
        this.samples.length
          ? html`<section aria-labelledby="samples">
              <h2 id="samples">Or open a sample</h2>
              <nic-sample-list .samples=${this.samples} @nic-sample=${this.sampleChosen}></nic-sample-list>
            </section>`
          : nothing
      }
    </div>`;
  }

  private opened() {
    const { session } = this;
    const report = session.report!;
    return html`<h1 class="sr-only">Capture ${report.name}</h1>
      <nic-capture-summary .report=${report}>
        ${
          this.samples.length
            ? html`<label class="samples"
                ><span class="sr-only">Open a sample</span>
                <select @change=${this.samplePicked}>
                  <option value="">Samples …</option>
                  ${this.samples.map(({ file, title }) => html`<option value=${file}>${title}</option>`)}
                </select></label
              >`
            : nothing
        }
        <nic-drop-zone compact>Open another</nic-drop-zone>
      </nic-capture-summary>
      ${report.fault ? html`<nic-message severity="warning">The file ends in a fault; what was read before it is shown. ${report.fault}</nic-message>` : nothing}
      <nic-remark-list .remarks=${report.remarks}></nic-remark-list>
      ${session.evaluation ? this.results() : nothing}`;
  }

  private results() {
    const { session } = this;
    return html`<nic-capture-results
        .view=${{
          report: session.report!,
          evaluation: session.evaluation!,
          baseline: session.baseline,
          pinned: session.pinned,
          settings: session.settings,
          server: session.server,
          variants: session.variants,
          keys: session.keys,
          whatIfBusy: session.whatIfBusy,
          flowPage: session.flowPage,
          flowQuery: session.flowQuery,
        }}
        .hashLink=${flowLink}
        @nic-settings-change=${(event: CustomEvent<{ settings: RssSettings }>) => session.choose({ settings: event.detail.settings })}
        @nic-server-change=${(event: CustomEvent<{ server: ServerChoice }>) => session.choose({ server: event.detail.server })}
        @nic-measure-change=${(event: CustomEvent<{ measure: Measure }>) => session.choose({ measure: event.detail.measure })}
        @nic-flow-query=${(event: CustomEvent<{ query: FlowQuery }>) => session.askFlows(event.detail.query)}
        @nic-pin=${() => session.pin()}
        @nic-unpin=${() => session.unpin()}
      >
        <div class="copy" slot="copy">
          <button type="button" @click=${() => this.dialog?.show()}>As commands …</button>
          <button type="button" @click=${this.copyLink}>${this.linkCopied ? 'Link copied' : 'Copy link'}</button>
        </div>
      </nic-capture-results>
      <nic-copy-dialog .texts=${copyTexts(session.evaluation!.settings)}></nic-copy-dialog>`;
  }

  private openFile(file: File): void {
    void this.session.open(file.name || 'pasted capture', () => file);
  }

  private async openSample(file: string, byLink = false): Promise<void> {
    const samples = (await this.listed) ?? [];
    const title = samples.find((sample) => sample.file === file)?.title ?? file;
    await this.session.open(title, () => readSample(file, samples), { sample: file, byLink });
  }

  private sampleChosen(event: CustomEvent<{ sample: Sample }>): void {
    void this.openSample(event.detail.sample.file);
  }

  private samplePicked(event: Event): void {
    const select = event.target as HTMLSelectElement;
    if (select.value) void this.openSample(select.value);
    select.value = '';
  }

  private takeFragment(): void {
    const { choices, problems } = readCaptureFragment(this.fragment);
    const { sample, ...rest } = choices;
    this.written = this.fragment;
    this.problems = problems;
    this.session.choose(rest);
    emit(this, 'nic-settings-change', { settings: rest.settings });
    if (sample && sample !== this.session.sample) void this.openSample(sample, true);
  }

  private async copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.href);
    this.linkCopied = true;
  }
}

define('nic-capture-page', NicCapturePage);
