import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { HashSubject } from '../analysis/types.ts';
import { define, emit } from '../components/element.ts';
import { draftOfTuple, type HashDraft } from '../components/hash-input/hash-input.ts';
import { readTuple } from '../components/hash-input/tuple-draft.ts';
import { draftFromParams, tupleParams } from '../components/hash-input/tuple-url.ts';
import '../components/hash-view/hash-view.ts';
import '../components/message/message.ts';
import { base } from '../components/theme.ts';
import type { CaptureEngineApi } from '../engine/api.ts';
import { rssDefaults, rssFaults, type RssSettings } from '../features/rss.ts';
import { encodeRss, isRssParameter, readRss } from '../scenario/rss-parameters.ts';
import { HashSession } from './hash-session.ts';

/**
 * The Hash page: what the URL says, the state, and the view of it.
 *
 * @tagname nic-hash-page
 * @fires {CustomEvent<{settings: RssSettings}>} nic-settings-change - The user, or the URL, changed the setting.
 * @fires {CustomEvent<{params: [string, string][]}>} nic-tuple-change - What the address of this page is now.
 */
export class NicHashPage extends LitElement {
  static override styles = [
    base,
    css`
      h1 {
        font-size: var(--nic-size-large);
        font-weight: 600;
      }
      .lead {
        margin-block: 0 var(--nic-s3);
        color: var(--nic-quiet);
        text-wrap: pretty;
      }
    `,
  ];

  /** What computes; null until it runs. */
  @property({ attribute: false }) engine: Pick<CaptureEngineApi, 'explain'> | null = null;
  /** The setting, shared with the Capture page; may be faulty while it is edited. */
  @property({ attribute: false }) settings: RssSettings = rssDefaults;
  /** Without the heading, for a page that has its own; then the parameters are the whole state. */
  @property({ type: Boolean }) embedded = false;
  /** Parameters of the address. */
  @property({ attribute: false }) params = new URLSearchParams();

  @state() private draft: HashDraft;
  /** What could not be read in the address. */
  @state() private addressFault = '';

  private readonly session = new HashSession(this, () => this.engine);
  /** What this page itself put into the address last. */
  private written = '';

  constructor() {
    super();
    this.draft = draftOfTuple(this.session.tuple);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params') && (this.params.size || this.embedded) && this.params.toString() !== this.written) this.takeParams();
    else if (changed.has('settings') || changed.has('engine')) this.session.choose({ settings: this.settings });
  }

  override render() {
    const { session } = this;
    return html`${this.embedded ? nothing : this.heading()}
      ${
        this.addressFault
          ? html`<nic-message severity="warning" closable @nic-close=${() => (this.addressFault = '')}
              >In the address: ${this.addressFault}</nic-message
            >`
          : nothing
      }
      <nic-hash-view
        exportparts="input, result, steps, examples, settings"
        .draft=${this.draft}
        .settings=${this.settings}
        .shown=${session.shown}
        .failure=${session.failure}
        .computed=${session.computed}
        @nic-draft-change=${(event: CustomEvent<{ draft: HashDraft }>) => (this.draft = event.detail.draft)}
        @nic-subject=${(event: CustomEvent<{ subject: HashSubject }>) => this.take(event.detail.subject)}
        @nic-settings-change=${(event: CustomEvent<{ settings: RssSettings }>) => {
          this.settings = event.detail.settings;
          this.writeAddress();
        }}
      ></nic-hash-view>`;
  }

  private heading() {
    return html`<h1>How one packet finds its processor</h1>
      <p class="lead">The Toeplitz hash of Receive Side Scaling, from the bytes of a packet to the processor that handles it.</p>`;
  }

  private take(subject: HashSubject): void {
    this.session.choose({ subject });
    const same = this.draft.mode === 'tuple' && JSON.stringify(readTuple(this.draft.tuple)) === JSON.stringify(subject);
    if ('tuple' in subject && !same) this.draft = draftOfTuple(subject.tuple);
    this.writeAddress();
  }

  /** Takes the tuple and the setting that the address names. A faulty tuple is shown in the form; the last good result stays. */
  private takeParams(): void {
    const tuple = draftFromParams(this.params);
    if (tuple) {
      this.draft = { mode: 'tuple', tuple, frameText: '', link: 'auto' };
      const read = readTuple(tuple);
      if ('tuple' in read) this.session.choose({ subject: read });
    }
    const named = new Map([...this.params].filter(([name]) => isRssParameter(name)));
    if (named.size || this.embedded) {
      const faults: string[] = [];
      this.settings = readRss(named, (_, message) => faults.push(message));
      this.addressFault = faults.join(' ');
      emit(this, 'nic-settings-change', { settings: this.settings });
    }
    this.session.choose({ settings: this.settings });
  }

  private writeAddress(): void {
    if (rssFaults(this.settings).length) return;
    const { subject } = this.session;
    const params = [...('tuple' in subject ? tupleParams(subject.tuple) : []), ...encodeRss(this.settings)];
    this.written = new URLSearchParams(params).toString();
    emit(this, 'nic-tuple-change', { params });
  }
}

define('nic-hash-page', NicHashPage);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-page': NicHashPage;
  }
}
