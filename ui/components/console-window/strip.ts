// Below the screen of a prompt: what the reader should know now, and buttons for keys that a phone does not have.

import { html, nothing } from 'lit';
import type { Wish } from './keys.ts';

export interface Strip {
  /** A notice of the host. */
  readonly note: string;
  /** What the prompt itself has to say. */
  readonly hint: string;
  readonly hasHistory: boolean;
  readonly isClosed: boolean;
  readonly obey: (wish: Wish) => void;
  /** Ctrl+C, whatever is selected. */
  readonly interrupt: () => void;
}

/** Names of labels that do not say enough. */
const names: Readonly<Record<string, string>> = { '↑': 'Earlier line', '↓': 'Later line' };

/** A button must not take the focus from the line, and with it the keyboard from a phone. */
const keepFocus = (event: Event) => event.preventDefault();

export function stripView({ note, hint, hasHistory, isClosed, obey, interrupt }: Strip) {
  const key = (label: string, act: () => void, className = '', disabled = false) =>
    html`<button
      type="button"
      class=${className}
      aria-label=${names[label] ?? nothing}
      ?disabled=${disabled || isClosed}
      @pointerdown=${keepFocus}
      @click=${act}
    >
      ${label}
    </button>`;
  return html`<div class="strip">
    <div class="says">
      <p class="note" role="status">${note}</p>
      <slot name="action"></slot>
      <p class="hint" role="status">${hint}</p>
    </div>
    <div class="keys" role="group" aria-label="Keys">
      ${key('Tab', () => obey('complete'), 'touch')} ${key('↑', () => obey('earlier'), 'touch')} ${key('↓', () => obey('later'), 'touch')}
      ${key('History', () => obey('list'), '', !hasHistory)} ${key('Ctrl+C', interrupt)}
    </div>
  </div>`;
}
