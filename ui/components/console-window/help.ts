// Below a prompt: lines to try, which a click types but does not enter, and what the keys do.

import { html, nothing } from 'lit';
import { keyHelp } from './keys.ts';

export const exampleButtons = (examples: readonly string[], typeLine: (line: string) => void) =>
  examples.length === 0
    ? nothing
    : html`<div class="examples" role="group" aria-label="Lines to try">
        <span class="quiet-text">Try:</span>
        ${examples.map((line) => html`<button type="button" @click=${() => typeLine(line)}>${line}</button>`)}
      </div>`;

export const keyDetails = () =>
  html`<details>
    <summary>Keys of the prompt</summary>
    <dl>
      ${keyHelp.map(
        ([keys, does]) =>
          html`<dt>${keys}</dt>
            <dd>${does}</dd>`,
      )}
    </dl>
  </details>`;
