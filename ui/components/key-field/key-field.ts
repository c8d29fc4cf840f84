import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SYMMETRIC_KEY, VERIFICATION_KEY, parseKey, rssAssumptions } from '../../features/rss.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import '../hint/hint.ts';

const KEY_BYTES = 40;
const assumption = rssAssumptions.find(({ path }) => path === 'key');

/** Forty random bytes as hex. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const spaced = (key: string) => key.replace(/(..)(?=.)/g, '$1 ');

/**
 * The secret key: Microsoft's verification key, a random one, a symmetric one, or the user's own.
 *
 * @tagname nic-key-field
 * @csspart input - The key in hex.
 * @fires {CustomEvent<{key: string}>} nic-key-change - A usable key was chosen or typed.
 */
export class NicKeyField extends LitElement {
  static override styles = [
    base,
    css`
      .name {
        display: flex;
        align-items: center;
        gap: var(--nic-s1);
        padding-block-end: var(--nic-s1);
      }
      .name button {
        margin-inline-start: auto;
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s1);
      }
      .kinds button[aria-pressed='true'] {
        border-color: var(--nic-accent);
        background: var(--nic-accent-soft);
        color: var(--nic-accent);
      }
      textarea {
        display: block;
        inline-size: 100%;
        margin-block: var(--nic-s1);
        padding: var(--nic-s1) var(--nic-s2);
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
        font-family: var(--nic-mono);
        font-size: var(--nic-size-small);
        resize: vertical;
        field-sizing: content;
      }
      .fault {
        color: var(--nic-bad);
      }
    `,
  ];

  /** The key in use, hex. */
  @property() key = VERIFICATION_KEY;

  /** What is typed while it is no usable key. */
  @state() private draft: string | null = null;
  @state() private copied = false;

  override render() {
    const { key, draft } = this;
    const read = draft === null ? null : parseKey(draft);
    const fault = read && 'fault' in read ? read.fault : '';
    const kind = (label: string, wanted: string | null, pressed: boolean) =>
      html`<button type="button" aria-pressed=${pressed ? 'true' : 'false'} @click=${() => this.take(wanted ?? randomKey())}>
        ${label}
      </button>`;
    return html`<div class="name">
        <label for="input">Key</label>
        ${assumption ? html`<nic-hint label="Key" .evidence=${{ assumed: assumption.assumed }}></nic-hint>` : nothing}
        <button class="quiet" type="button" aria-label="Copy key" @click=${this.copy}>${this.copied ? 'Copied' : 'Copy'}</button>
      </div>
      <div class="kinds" role="group" aria-label="Kind of key">
        ${kind('Verification', VERIFICATION_KEY, key === VERIFICATION_KEY)} ${kind('Symmetric', SYMMETRIC_KEY, key === SYMMETRIC_KEY)}
        ${kind('New random', null, false)}
      </div>
      <textarea
        id="input"
        part="input"
        rows="3"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? 'fault' : nothing}
        .value=${draft ?? spaced(key)}
        @input=${this.typed}
        @blur=${this.left}
      ></textarea>
      ${fault ? html`<p class="fault" id="fault" role="alert">${fault}</p>` : nothing}`;
  }

  private typed(event: Event): void {
    this.draft = (event.target as HTMLTextAreaElement).value;
    const read = parseKey(this.draft);
    if ('key' in read && read.key !== this.key) emit(this, 'nic-key-change', { key: read.key });
  }

  /** A good key is shown evenly spaced once the user is done; a bad one stays to be mended. */
  private left(): void {
    if (this.draft !== null && 'key' in parseKey(this.draft)) this.draft = null;
  }

  private take(key: string): void {
    this.draft = null;
    this.copied = false;
    emit(this, 'nic-key-change', { key });
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.key);
    this.copied = true;
  }
}

define('nic-key-field', NicKeyField);

declare global {
  interface HTMLElementTagNameMap {
    'nic-key-field': NicKeyField;
  }
}
