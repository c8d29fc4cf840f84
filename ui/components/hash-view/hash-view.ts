import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { VERIFICATION_KEY, rssDefaults, rssFaults, type RssSettings } from '../../features/rss.ts';
import { toeplitzSteps } from '../../features/toeplitz-steps.ts';
import { define, emit } from '../element.ts';
import type { HashExplanation, HashSubject } from '../../analysis/types.ts';
import { hashExamples, type HashExample } from '../hash-examples/hash-examples.ts';
import { publishedHash } from '../hash-examples/published.ts';
import { isWhole, type HashDraft } from '../hash-input/hash-input.ts';
import '../hash-result/hash-reading.ts';
import '../hash-result/hash-result.ts';
import '../hash-steps/hash-steps.ts';
import '../message/message.ts';
import '../rss-form/rss-form.ts';
import { base, card } from '../theme.ts';
import { hashViewStyles } from './hash-view-styles.ts';

/** An answer, with what it answers. */
export interface HashShown {
  answer: HashExplanation;
  settings: RssSettings;
  subject: HashSubject;
}

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(hex.match(/[0-9a-f]{2}/gi) ?? [], (pair) => parseInt(pair, 16));

/**
 * One tuple or one pasted frame, from its bytes to its processor, bit by bit.
 *
 * @tagname nic-hash-view
 * @csspart input - The form.
 * @csspart result - Where the frame goes, and why.
 * @csspart steps - The calculation.
 * @csspart examples - The published hashes.
 * @csspart settings - The controls.
 * @fires {CustomEvent<{draft: HashDraft}>} nic-draft-change - The form was edited.
 * @fires {CustomEvent<{subject: HashSubject}>} nic-subject - Another tuple or frame is to be hashed.
 * @fires {CustomEvent<{settings: RssSettings}>} nic-settings-change - A setting was changed.
 */
export class NicHashView extends LitElement {
  static override styles = [base, card, hashViewStyles];

  /** What the form says. */
  @property({ attribute: false }) draft: HashDraft | null = null;
  /** The setting in the form; may be faulty. */
  @property({ attribute: false }) settings: RssSettings = rssDefaults;
  /** The last good answer. */
  @property({ attribute: false }) shown: HashShown | null = null;
  /** Why the last question has no answer. */
  @property({ attribute: false }) failure: string | null = null;
  /** The core's hash of each published example. */
  @property({ attribute: false }) computed: readonly (number | null)[] = [];

  @state() private key: Uint8Array = new Uint8Array();

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('shown') && this.shown) {
      const { key } = this.shown.settings;
      if (changed.get('shown')?.settings.key !== key) this.key = bytesOf(key);
    }
  }

  override render() {
    const faults = rssFaults(this.settings);
    const inFrame = this.draft?.mode === 'frame';
    return html`<div class="page">
      <div class="pair">
        <section class="card" part="input" aria-labelledby="packet">
          <h2 id="packet">Packet</h2>
          <nic-hash-input .draft=${this.draft} .frameFault=${inFrame ? this.failure : null}></nic-hash-input>
        </section>
        <section class="card" part="result" aria-label="Result">
          ${this.failure && !inFrame ? html`<nic-message severity="error">${this.failure}</nic-message>` : nothing}
          ${
            this.shown && this.draft && !isWhole(this.draft)
              ? html`<nic-message>The packet is not complete; the last good result is shown.</nic-message>`
              : nothing
          }
          ${faults.length ? html`<nic-message severity="warning">${faults[0]!.message} The last good result is shown.</nic-message>` : nothing}
          ${this.result()}
        </section>
      </div>
      ${this.steps()} ${this.examples()}
      <details class="card" part="settings" ?open=${faults.length > 0}>
        <summary>Settings <span>key, table, hash types, queues, processors</span></summary>
        <nic-rss-form .settings=${this.settings}></nic-rss-form>
      </details>
    </div>`;
  }

  private result() {
    if (!this.shown) return this.failure ? nothing : html`<p class="quiet-text" role="status">The core is being loaded …</p>`;
    const { answer, settings } = this.shown;
    const stepped = toeplitzSteps(this.key, answer.input).at(-1)?.after ?? null;
    return html`<nic-hash-result
        .explanation=${answer}
        .entries=${settings.tableEntries}
        .stepped=${stepped}
        .published=${publishedHash(answer.input, settings.key)}
      ></nic-hash-result>
      <nic-hash-reading class="reading" .explanation=${answer}></nic-hash-reading>`;
  }

  private steps() {
    const answer = this.shown?.answer;
    if (!answer?.input.length) return nothing;
    return html`<section class="card" part="steps" aria-labelledby="calculation">
      <h2 id="calculation">Calculation: ${answer.input.length * 8} input bits</h2>
      <nic-hash-steps .key=${this.key} .input=${answer.input} .fields=${answer.fields}></nic-hash-steps>
    </section>`;
  }

  private examples() {
    const agreeing = this.computed.filter((hash, at) => hash !== null && hash >>> 0 === hashExamples[at]!.expected).length;
    return html`<details class="card" part="examples" open>
      <summary>
        Microsoft’s verification hashes
        <span>${this.computed.length ? `${agreeing} of ${hashExamples.length} agree` : ''}</span>
      </summary>
      ${
        this.settings.key === VERIFICATION_KEY
          ? nothing
          : html`<nic-message
              >The published values hold for Microsoft’s verification key; another key is in use.
              <button
                slot="action"
                type="button"
                @click=${() => emit(this, 'nic-settings-change', { settings: { ...this.settings, key: VERIFICATION_KEY } })}
              >
                Use the verification key
              </button></nic-message
            >`
      }
      <nic-hash-examples
        .computed=${this.computed}
        @nic-example=${(event: CustomEvent<{ example: HashExample }>) => emit(this, 'nic-subject', { subject: { tuple: event.detail.example.tuple } })}
      ></nic-hash-examples>
    </details>`;
  }
}

define('nic-hash-view', NicHashView);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-view': NicHashView;
  }
}
