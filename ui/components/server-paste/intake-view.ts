// The text area, the files beside it, and what was wrong with files.

import { html, nothing } from 'lit';
import { formatBytes } from '../format.ts';
import type { Intake } from './intake.ts';

function choose(event: Event): void {
  (event.currentTarget as HTMLElement).parentElement!.querySelector('input')!.click();
}

export function intakeView(intake: Intake) {
  const opened = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    void intake.take(files);
  };
  return html`<label for="text">Output of commands, one after the other, in any order</label>
    <textarea id="text" rows="8" spellcheck="false" autocomplete="off" wrap="off" .value=${intake.typed} @input=${intake.wrote}></textarea>
    <div class="bar">
      <button type="button" @click=${choose}>Open files …</button>
      <input type="file" hidden multiple tabindex="-1" aria-hidden="true" accept=".txt,.log,.reg,.json,text/plain" @change=${opened} />
      <span class="quiet-text">or drop them here: texts and registry files. Nothing leaves this browser.</span>
      ${intake.isEmpty ? nothing : html`<button type="button" class="quiet" @click=${intake.clear}>Clear</button>`}
    </div>
    ${
      intake.files.length
        ? html`<ul class="files" aria-label="Files">
            ${intake.files.map(
              ({ name, text }, index) =>
                html`<li>
                  ${name}, ${formatBytes(text.length)}
                  <button type="button" class="quiet" aria-label="Remove ${name}" @click=${() => intake.remove(index)}>Remove</button>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${intake.faults.map((fault) => html`<p class="fault" role="alert">${fault}</p>`)}`;
}
