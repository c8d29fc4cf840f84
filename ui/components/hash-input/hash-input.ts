import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import type { TupleInput } from '../../analysis/types.ts';
import { base } from '../theme.ts';
import { readFrame } from './frame-draft.ts';
import { draftOf, hasPorts, readTuple, type TupleDraft, type TupleFaults } from './tuple-draft.ts';

/** What the form says, half typed or whole. */
export interface HashDraft {
  mode: 'tuple' | 'frame';
  tuple: TupleDraft;
  /** The pasted frame. */
  frameText: string;
  /** Where the pasted bytes begin. */
  link: 'auto' | 'ethernet' | 'raw';
}

export const draftOfTuple = (tuple: TupleInput): HashDraft => ({ mode: 'tuple', tuple: draftOf(tuple), frameText: '', link: 'auto' });

/** Whether the form can be read as a tuple or a frame. */
export const isWhole = (draft: HashDraft): boolean =>
  draft.mode === 'frame' ? 'frame' in readFrame(draft) : 'tuple' in readTuple(draft.tuple);

const emptyDraft: HashDraft = {
  mode: 'tuple',
  tuple: { source: '', sourcePort: '', destination: '', destinationPort: '', protocol: 'tcp' },
  frameText: '',
  link: 'auto',
};

/**
 * Asks for what to hash: a tuple typed in, or one pasted frame. Says at the field what is wrong.
 *
 * @tagname nic-hash-input
 * @fires {CustomEvent<{draft: HashDraft}>} nic-draft-change - The form was edited; sent before nic-subject.
 * @fires {CustomEvent<{subject: HashSubject}>} nic-subject - The input is complete and correct.
 */
export class NicHashInput extends LitElement {
  /** What the form says. */
  @property({ attribute: false }) draft: HashDraft | null = null;
  /** What the reader of the frame said against it, from outside. */
  @property({ attribute: false }) frameFault: string | null = null;

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
      input:not([type='radio']),
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

  private get now(): HashDraft {
    return this.draft ?? emptyDraft;
  }

  private edit(change: Partial<HashDraft>): void {
    this.draft = { ...this.now, ...change };
    emit(this, 'nic-draft-change', { draft: this.draft });
    const read = this.draft.mode === 'tuple' ? readTuple(this.draft.tuple) : readFrame(this.draft);
    if ('tuple' in read) emit(this, 'nic-subject', { subject: read });
    else if ('frame' in read) emit(this, 'nic-subject', { subject: { frame: read.frame, link: read.link } });
  }

  private editTuple(field: keyof TupleDraft, value: string): void {
    this.edit({ tuple: { ...this.now.tuple, [field]: value } });
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
        .value=${this.now.tuple[name]}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${fault ? `${name}-fault` : nothing}
        @input=${(event: Event) => this.editTuple(name, (event.target as HTMLInputElement).value)}
      />
      <span class="fault" id="${name}-fault" aria-live="polite">${fault ?? nothing}</span>
    </div>`;
  }

  #tuple() {
    const { tuple } = this.now;
    const read = readTuple(tuple);
    const faults = 'faults' in read ? read.faults : {};
    const ports = hasPorts(tuple.protocol);
    return html`<div class="tuple ${ports ? '' : 'portless'}">
      ${this.#field('source', 'Source address', faults)} ${ports ? this.#field('sourcePort', 'Source port', faults, true) : nothing}
      ${this.#field('destination', 'Destination address', faults)}
      ${ports ? this.#field('destinationPort', 'Dest. port', faults, true) : nothing}
      <div class="field whole">
        <label for="protocol">Protocol</label>
        <select
          id="protocol"
          .value=${tuple.protocol}
          @change=${(event: Event) => this.editTuple('protocol', (event.target as HTMLSelectElement).value)}
        >
          <option value="tcp">TCP</option>
          <option value="udp">UDP</option>
          <option value="other">Other (no ports)</option>
        </select>
      </div>
    </div>`;
  }

  #frame() {
    const read = readFrame(this.now);
    const empty = !this.now.frameText.trim();
    const fault = empty ? null : 'fault' in read ? read.fault : this.frameFault;
    const help = 'frame' in read ? read.note : 'Wireshark “Copy as Hex Stream” or hex dump, tcpdump -x or -xx, xxd, hexdump -C, a C array.';
    return html`<div class="frame">
      <div class="field">
        <label for="frame">Bytes of one frame, in hexadecimal</label>
        <textarea
          id="frame"
          rows="7"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          .value=${this.now.frameText}
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="frame-fault frame-help"
          @input=${(event: Event) => this.edit({ frameText: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        <span class="fault" id="frame-fault" aria-live="polite">${fault ?? nothing}</span>
        <span class="quiet-text" id="frame-help">${help}</span>
      </div>
      <div class="field">
        <label for="link">First byte</label>
        <select
          id="link"
          .value=${this.now.link}
          @change=${(event: Event) => this.edit({ link: (event.target as HTMLSelectElement).value as HashDraft['link'] })}
        >
          <option value="auto">Recognise</option>
          <option value="ethernet">Ethernet header</option>
          <option value="raw">IP header (tcpdump -x)</option>
        </select>
      </div>
    </div>`;
  }

  override render() {
    const mode = (value: HashDraft['mode'], label: string) =>
      html`<label
        ><input
          type="radio"
          name="mode"
          value=${value}
          .checked=${this.now.mode === value}
          @change=${() => this.edit({ mode: value })}
        />${label}</label
      >`;
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <fieldset class="modes">
        <legend class="sr-only">What to hash</legend>
        ${mode('tuple', 'Addresses and ports')} ${mode('frame', 'A pasted frame')}
      </fieldset>
      ${this.now.mode === 'tuple' ? this.#tuple() : this.#frame()}
    </form>`;
  }
}

define('nic-hash-input', NicHashInput);

declare global {
  interface HTMLElementTagNameMap {
    'nic-hash-input': NicHashInput;
  }
}
