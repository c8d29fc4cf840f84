import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { noFramePath, type FollowRequest, type FramePath } from '../../scenario/frame-path.ts';
import { copyText } from '../copy-text.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import './path-timeline.ts';
import { frameStyles } from './frame-styles.ts';
import { headerRows, hexLines, pathText, stateTexts, summaryOf } from './path-text.ts';

/** What frames can be asked for at: an adapter, by its index, and how it is called. */
export interface FollowAdapter {
  nic: number;
  label: string;
}

/** A connection that was picked elsewhere. */
export interface FollowConnection {
  id: number;
  nic: number;
  label: string;
}

/**
 * The path of one frame, step by step, from the cable to the application: what was decided at each, why, and what it cost. Above it, what
 * to follow next.
 *
 * @tagname nic-frame-path
 * @csspart form - What to follow.
 * @csspart state - What became of the request.
 * @fires {CustomEvent<{request: FollowRequest | null}>} follow - The next frame that fits is to be followed; null: none.
 * @fires {CustomEvent<{tuple: PathTuple}>} open-hash - The hash of the frame is to be shown, bit by bit.
 * @fires {CustomEvent<null>} frame-bytes - The exact bytes of the frame are wanted: framePath(true).
 */
export class NicFramePath extends LitElement {
  static override styles = [base, frameStyles];

  @property({ attribute: false }) path: FramePath = noFramePath;
  @property({ attribute: false }) adapters: readonly FollowAdapter[] = [];
  /** The connection whose frames are asked for; null: those of any. */
  @property({ attribute: false }) connection: FollowConnection | null = null;

  @state() private nic: number | null = null;
  @state() private direction: FollowRequest['direction'] = 'arrives';
  @state() private withData = true;
  @state() private copied: 'no' | 'yes' | 'refused' = 'no';

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('path')) this.copied = 'no';
    if (changed.has('connection') && this.connection) this.nic = this.connection.nic;
  }

  private get chosenNic(): number | null {
    const isThere = this.adapters.some(({ nic }) => nic === this.nic);
    return isThere ? this.nic : (this.adapters[0]?.nic ?? null);
  }

  private readonly ask = (event: Event): void => {
    event.preventDefault();
    const nic = this.connection?.nic ?? this.chosenNic;
    if (nic === null) return;
    const { direction, withData, connection } = this;
    emit(this, 'follow', { request: { nic, direction, connection: connection?.id ?? null, withData } satisfies FollowRequest });
  };

  private readonly end = (): void => emit(this, 'follow', { request: null });

  private readonly copy = async (): Promise<void> => {
    this.copied = (await copyText(pathText(this.path))) ? 'yes' : 'refused';
  };

  private whatField() {
    const { connection } = this;
    if (connection) return html`<p class="what">Connection <span class="mono">${connection.label}</span></p>`;
    return html`<label class="what"
      >Adapter
      <select .value=${String(this.chosenNic)} @change=${(event: Event) => (this.nic = Number((event.target as HTMLSelectElement).value))}>
        ${this.adapters.map(({ nic, label }) => html`<option value=${nic} ?selected=${nic === this.chosenNic}>${label}</option>`)}
      </select></label
    >`;
  }

  private directionButton(direction: FollowRequest['direction'], label: string) {
    return html`<button
      type="button"
      aria-pressed=${direction === this.direction ? 'true' : 'false'}
      @click=${() => (this.direction = direction)}
    >
      ${label}
    </button>`;
  }

  private form() {
    return html`<form part="form" aria-label="Frame to follow" @submit=${this.ask}>
      ${this.whatField()}
      <div class="segments" role="group" aria-label="Direction">
        ${this.directionButton('arrives', 'Next that arrives')}${this.directionButton('leaves', 'Next that is sent')}
      </div>
      <label
        ><input
          type="checkbox"
          .checked=${this.withData}
          @change=${(event: Event) => (this.withData = (event.target as HTMLInputElement).checked)}
        />
        with data only</label
      >
      <button class="primary" ?disabled=${!this.connection && this.chosenNic === null}>Follow</button>
    </form>`;
  }

  private stateLine() {
    const { state: now, subject } = this.path;
    const waiting = `${stateTexts.waiting} ${subject}.`;
    return html`<div part="state" class="state ${now}">
      <p role="status">
        ${now === 'waiting' ? waiting : stateTexts[now]}
        ${now === 'off' ? 'Choose what to follow, and let the run go on.' : now === 'waiting' ? nothing : html`<span>${summaryOf(this.path)}</span>`}
      </p>
      ${now === 'waiting' || now === 'under-way' ? html`<button type="button" @click=${this.end}>Stop</button>` : nothing}
      ${this.path.steps.length ? html`<button type="button" @click=${this.copy}>Copy as text</button>` : nothing}
      <span class="quiet-text" role="status"
        >${{ no: '', yes: 'Copied.', refused: 'The browser refused; select the text instead.' }[this.copied]}</span
      >
    </div>`;
  }

  private frame() {
    const { headers, bytes, hex } = this.path;
    if (!headers) return nothing;
    return html`<details class="frame">
      <summary>The frame: ${bytes.toLocaleString('en-US')} bytes without check sequence</summary>
      <dl>
        ${headerRows(headers).map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${
        hex
          ? html`<pre class="mono" tabindex="0" role="region" aria-label="Bytes of the frame">${hexLines(hex)}</pre>`
          : html`<button type="button" @click=${() => emit(this, 'frame-bytes', null)}>Show its bytes</button>`
      }
    </details>`;
  }

  override render() {
    return html`${this.form()} ${this.stateLine()} ${this.frame()}
    ${this.path.steps.length ? html`<nic-path-timeline .path=${this.path}></nic-path-timeline>` : nothing}
    ${
      this.path.missed
        ? html`<p class="missed">${this.path.missed} further steps and costs found no room: the path went on longer than is recorded.</p>`
        : nothing
    }`;
  }
}

define('nic-frame-path', NicFramePath);

declare global {
  interface HTMLElementTagNameMap {
    'nic-frame-path': NicFramePath;
  }
}
