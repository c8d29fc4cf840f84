import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import type { HashSubject } from '../hash-data.ts';
import { base } from '../theme.ts';
import { parseFrameText } from './frame-text.ts';
import { guessLink } from './link-guess.ts';
import { hasPorts, readTuple, type TupleDraft, type TupleFaults } from './tuple-draft.ts';

export type LinkChoice = 'auto' | 'ethernet' | 'raw';

/** Shortest frame that has something to read: an Ethernet or an IPv4 header. */
const minBytes = { ethernet: 14, raw: 20 };

/**
 * Asks for what to hash: a tuple typed in, or one pasted frame. Says at the field what is wrong.
 *
 * @tagname nic-hash-input
 * @fires {CustomEvent<{subject: HashSubject}>} nic-subject - The input is complete and correct.
 */
export class NicHashInput extends LitElement {
  /** Which form is shown. */
  @property() mode: 'tuple' | 'frame' = 'tuple';
  /** The tuple as text. */
  @property({ attribute: false }) draft: TupleDraft = { source: '', sourcePort: '', destination: '', destinationPort: '', protocol: 'tcp' };
  /** The pasted frame. */
  @property({ attribute: false }) frameText = '';
  /** What the reader of the frame said against it, from outside. */
  @property({ attribute: false }) frameFault: string | null = null;

  @state() private link: LinkChoice = 'auto';
  @state() private frameNote = '';
  @state() private pasteFault: string | null = null;

  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }
      .modes {
        display: flex;
        gap: var(--nic-s4);
        margin-block-end: var(--nic-s3);
      }
      .modes label {
        display: flex;
        gap: var(--nic-s1);
        align-items: center;
      }
      .tuple {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 6rem;
        gap: var(--nic-s2) var(--nic-s3);
      }
      .tuple.portless {
        grid-template-columns: minmax(0, 1fr);
      }
      .field {
        display: grid;
        gap: 0.125rem;
        align-content: start;
      }
      .field > label {
        color: var(--nic-quiet);
      }
      input,
      textarea {
        inline-size: 100%;
        min-inline-size: 0;
      }
      textarea {
        padding: var(--nic-s2);
        border: 1px solid var(--nic-edge);
        border-radius: var(--nic-radius);
        background: var(--nic-surface);
        font: var(--nic-size-small) / 1.4 var(--nic-mono);
        resize: vertical;
      }
      textarea[aria-invalid='true'] {
        border-color: var(--nic-bad);
      }
      .fault {
        color: var(--nic-bad);
      }
      .whole {
        grid-column: 1 / -1;
      }
      .frame {
        display: grid;
        gap: var(--nic-s2);
      }
    `,
  ];

  /** Reads the form and sends the subject when it is whole. */
  private submit(): void {
    const subject = this.mode === 'tuple' ? this.readDraft() : this.readFrame();
    if (subject) emit(this, 'nic-subject', { subject });
  }

  private readDraft(): HashSubject | null {
    const read = readTuple(this.draft);
    return 'tuple' in read ? read : null;
  }

  private readFrame(): HashSubject | null {
    this.frameFault = null;
    this.frameNote = '';
    const read = parseFrameText(this.frameText);
    if ('fault' in read) {
      this.pasteFault = this.frameText.trim() ? read.fault.message : null;
      return null;
    }
    const frame = read.bytes;
    const link = this.link === 'auto' ? guessLink(frame) : this.link;
    const from = link === 'raw' ? 'the IP header' : 'the Ethernet header';
    this.pasteFault =
      frame.length < minBytes[link] ? `${formatPlural(frame.length, 'byte')} are too few: ${from} alone has ${minBytes[link]}.` : null;
    if (this.pasteFault) return null;
    this.frameNote = `${formatPlural(frame.length, 'byte')}, read from ${from} on${this.link === 'auto' ? ' (recognised)' : ''}.`;
    return { frame, link };
  }

  private edit(field: keyof TupleDraft, value: string): void {
    this.draft = { ...this.draft, [field]: value };
    this.submit();
  }

  private setMode(mode: 'tuple' | 'frame'): void {
    this.mode = mode;
    this.submit();
  }

  #field(name: keyof TupleDraft, label: string, faults: TupleFaults, numeric = false) {
    const fault = faults[name];
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        class="mono"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        inputmode=${numeric ? 'numeric' : 'text'}
        .value=${this.draft[name]}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? `${name}-fault` : nothing}
        @input=${(event: Event) => this.edit(name, (event.target as HTMLInputElement).value)}
      />
      <span class="fault" id="${name}-fault" aria-live="polite">${fault ?? nothing}</span>
    </div>`;
  }

  #tuple() {
    const read = readTuple(this.draft);
    const faults = 'faults' in read ? read.faults : {};
    const ports = hasPorts(this.draft.protocol);
    return html`<div class="tuple ${ports ? '' : 'portless'}">
      ${this.#field('source', 'Source address', faults)} ${ports ? this.#field('sourcePort', 'Source port', faults, true) : nothing}
      ${this.#field('destination', 'Destination address', faults)}
      ${ports ? this.#field('destinationPort', 'Dest. port', faults, true) : nothing}
      <div class="field whole">
        <label for="protocol">Protocol</label>
        <select
          id="protocol"
          .value=${this.draft.protocol}
          @change=${(event: Event) => this.edit('protocol', (event.target as HTMLSelectElement).value)}
        >
          <option value="tcp">TCP</option>
          <option value="udp">UDP</option>
          <option value="other">Other (no ports)</option>
        </select>
      </div>
    </div>`;
  }

  #frame() {
    const fault = this.pasteFault ?? this.frameFault;
    return html`<div class="frame">
      <div class="field">
        <label for="frame">Bytes of one frame, in hexadecimal</label>
        <textarea
          id="frame"
          rows="7"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          .value=${this.frameText}
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="frame-fault frame-help"
          @input=${(event: Event) => {
            this.frameText = (event.target as HTMLTextAreaElement).value;
            this.submit();
          }}
        ></textarea>
        <span class="fault" id="frame-fault" aria-live="polite">${fault ?? nothing}</span>
        <span class="quiet-text" id="frame-help"
          >${this.frameNote || 'Wireshark “Copy as Hex Stream” or hex dump, tcpdump -x or -xx, xxd, hexdump -C, a C array.'}</span
        >
      </div>
      <div class="field">
        <label for="link">First byte</label>
        <select
          id="link"
          @change=${(event: Event) => {
            this.link = (event.target as HTMLSelectElement).value as LinkChoice;
            this.submit();
          }}
        >
          <option value="auto">Recognise</option>
          <option value="ethernet">Ethernet header</option>
          <option value="raw">IP header (tcpdump -x)</option>
        </select>
      </div>
    </div>`;
  }

  override render() {
    const mode = (value: 'tuple' | 'frame', label: string) =>
      html`<label
        ><input
          type="radio"
          name="mode"
          value=${value}
          .checked=${this.mode === value}
          @change=${() => this.setMode(value)}
        />${label}</label
      >`;
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <fieldset class="modes">
        <legend class="sr-only">What to hash</legend>
        ${mode('tuple', 'Addresses and ports')} ${mode('frame', 'A pasted frame')}
      </fieldset>
      ${this.mode === 'tuple' ? this.#tuple() : this.#frame()}
    </form>`;
  }
}

define('nic-hash-input', NicHashInput);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-input': NicHashInput;
  }
}
