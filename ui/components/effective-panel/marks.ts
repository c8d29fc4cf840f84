// States as an icon and a word together, so that no state is told by colour alone. Shared by everything that shows states of features.

import { css, html, svg } from 'lit';

const shapes = {
  check: svg`<circle cx="8" cy="8" r="7" /><path class="cut" d="M4.5 8.2 7 10.7l4.6-5.2" />`,
  minus: svg`<circle class="ring" cx="8" cy="8" r="6.2" /><path class="stroke" d="M5 8h6" />`,
  cross: svg`<circle class="ring" cx="8" cy="8" r="6.2" /><path class="stroke" d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" />`,
  clock: svg`<circle class="ring" cx="8" cy="8" r="6.2" /><path class="stroke" d="M8 4.4V8l2.4 1.6" />`,
  dots: svg`<circle cx="3.5" cy="8" r="1.1" /><circle cx="8" cy="8" r="1.1" /><circle cx="12.5" cy="8" r="1.1" />`,
  dash: svg`<path class="stroke" d="M5 8h6" />`,
  question: svg`<circle class="ring" cx="8" cy="8" r="6.2" /><path class="stroke" d="M6 6.4a2 2 0 1 1 2.6 1.9c-.5.2-.6.5-.6.9v.3m0 1.7v.1" />`,
  bar: svg`<circle class="ring" cx="8" cy="8" r="6.2" /><path class="stroke" d="m3.8 12.2 8.4-8.4" />`,
};

export type MarkShape = keyof typeof shapes;
export type MarkTone = 'good' | 'bad' | 'warn' | 'quiet';

export interface Mark {
  readonly shape: MarkShape;
  readonly tone: MarkTone;
  readonly word: string;
}

export const markStyles = css`
  .mark {
    display: inline-flex;
    align-items: baseline;
    gap: 0.35rem;
    white-space: nowrap;
  }
  .mark svg {
    flex: none;
    position: relative;
    inset-block-start: 0.12em;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    fill: currentColor;
  }
  .mark .ring,
  .mark .stroke,
  .mark .cut {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
  }
  .mark .cut {
    stroke: var(--nic-surface);
  }
  .mark.good {
    color: var(--nic-good);
  }
  .mark.bad {
    color: var(--nic-bad);
  }
  .mark.warn {
    color: var(--nic-warn);
  }
  .mark.quiet {
    color: var(--nic-quiet);
  }
`;

export const markTemplate = ({ shape, tone, word }: Mark) =>
  html`<span class="mark ${tone}"><svg viewBox="0 0 16 16" aria-hidden="true">${shapes[shape]}</svg>${word}</span>`;
