// The screen of a prompt as a template. All of it is inline in preformatted text and every line carries its own end, so that what a reader
// selects and copies is exactly what stands there. A line is an element of its own: live regions announce elements that are added.

import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatPs } from '../lab-view/time-text.ts';
import { isCmdPrompt, type Block, type Screen } from '../../console/screen.ts';

/** What Windows would not print. */
const isNote = (line: string) => line.startsWith('nicscope: ');

const lineView = (line: string) => html`<span class=${isNote(line) ? 'aside' : nothing}>${`${line}\n`}</span>`;

function headView({ prompt, typed, timePs }: Block) {
  if (typed === null) return nothing;
  const start = (isCmdPrompt(prompt) ? '\n' : '') + prompt;
  return html`<span class="prompt">${start}</span><span class="typed" data-time=${formatPs(timePs)}>${typed}</span>${'\n'}`;
}

export const screenView = ({ blocks }: Screen) =>
  repeat(
    blocks,
    ({ id }) => id,
    (block) => guard([block], () => html`<span class="block">${headView(block)}${block.lines.map(lineView)}</span>`),
  );
