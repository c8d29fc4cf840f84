// The look: design tokens as CSS custom properties, and the rules that every element starts from.
// Light and dark are one declaration each, by light-dark(): whoever sets `color-scheme` picks the theme.
// The palette keeps WCAG AA: 4.5:1 for text, 3:1 for the edges of controls and for marks.

import { css } from 'lit';

const declarations = css`
  --nic-bg: light-dark(#f4f6f8, #12151a);
  --nic-surface: light-dark(#ffffff, #1a1e25);
  --nic-sunken: light-dark(#eef1f5, #232933);
  --nic-line: light-dark(#dce1e8, #2e3540);
  --nic-edge: light-dark(#7d8795, #707c8c);
  --nic-text: light-dark(#171c24, #e7eaef);
  --nic-quiet: light-dark(#525c6a, #a4afbd);
  --nic-accent: light-dark(#0a5fbf, #74b4ff);
  --nic-on-accent: light-dark(#ffffff, #0c1827);
  --nic-accent-soft: light-dark(#e4eefb, #1d3049);
  --nic-bar: light-dark(#7ea6d6, #4a78b5);
  --nic-hot: light-dark(#b34700, #ff9a52);
  --nic-warn: light-dark(#7a4b00, #f2bf62);
  --nic-warn-soft: light-dark(#fdf2dc, #3a2f18);
  --nic-bad: light-dark(#ad1f1a, #ff8f85);
  --nic-bad-soft: light-dark(#fdeae8, #42211f);
  --nic-good: light-dark(#17693a, #74d69c);

  --nic-s1: 0.25rem;
  --nic-s2: 0.5rem;
  --nic-s3: 0.75rem;
  --nic-s4: 1rem;
  --nic-s5: 1.5rem;
  --nic-s6: 2rem;
  --nic-radius: 0.375rem;
  --nic-control: 1.75rem;

  --nic-font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  --nic-mono: ui-monospace, 'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace;
  --nic-size: 0.8125rem;
  --nic-size-small: 0.75rem;
  --nic-size-large: 1.25rem;
  --nic-shadow: 0 0.25rem 1rem light-dark(#1018281f, #00000080);
`;

/** The tokens for a page: the root's `data-theme` attribute overrides what the system prefers. */
export const pageTokens = css`
  :root {
    color-scheme: light dark;
    ${declarations}
  }
  :root[data-theme='light'] {
    color-scheme: light;
  }
  :root[data-theme='dark'] {
    color-scheme: dark;
  }
`;

/** The tokens for an element that brings its own look into a foreign page; its `theme` attribute overrides. */
export const hostTokens = css`
  :host {
    color-scheme: light dark;
    ${declarations}
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

/** Adds the tokens to a page, once. */
export function installTheme(page: Document): void {
  const sheet = pageTokens.styleSheet;
  if (sheet && !page.adoptedStyleSheets.includes(sheet)) page.adoptedStyleSheets.push(sheet);
}

/** What every element starts from: type, numbers, focus, controls. */
export const base = css`
  :host {
    display: block;
    color: var(--nic-text);
    font: 400 var(--nic-size) / 1.45 var(--nic-font);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  fieldset {
    border: 0;
    min-inline-size: 0;
  }
  h2,
  h3,
  legend {
    padding: 0;
    font-size: var(--nic-size);
    font-weight: 600;
    line-height: 1.45;
  }
  a {
    color: var(--nic-accent);
    text-underline-offset: 0.15em;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    font-variant-numeric: inherit;
    color: inherit;
    margin: 0;
  }
  button,
  select,
  input:not([type='checkbox'], [type='radio'], [type='range']) {
    min-block-size: var(--nic-control);
    padding: 0 var(--nic-s2);
    border: 1px solid var(--nic-edge);
    border-radius: var(--nic-radius);
    background: var(--nic-surface);
  }
  select {
    padding-inline-end: var(--nic-s1);
    max-inline-size: 100%;
  }
  button {
    cursor: pointer;
    white-space: nowrap;
  }
  button:hover {
    background: var(--nic-sunken);
  }
  button.primary {
    border-color: transparent;
    background: var(--nic-accent);
    color: var(--nic-on-accent);
  }
  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--nic-accent);
  }
  button.quiet:hover {
    background: var(--nic-accent-soft);
  }
  button:disabled {
    cursor: default;
    color: var(--nic-quiet);
    border-color: var(--nic-line);
    background: none;
  }
  input[type='checkbox'],
  input[type='radio'],
  input[type='range'] {
    accent-color: var(--nic-accent);
    vertical-align: -0.15em;
  }
  input[aria-invalid='true'] {
    border-color: var(--nic-bad);
    outline-color: var(--nic-bad);
  }
  :focus-visible {
    outline: 2px solid var(--nic-accent);
    outline-offset: 1px;
  }
  .segments {
    display: inline-flex;
  }
  .segments button {
    border-radius: 0;
  }
  .segments button:not(:first-child) {
    margin-inline-start: -1px;
  }
  .segments button:first-child {
    border-start-start-radius: var(--nic-radius);
    border-end-start-radius: var(--nic-radius);
  }
  .segments button:last-child {
    border-start-end-radius: var(--nic-radius);
    border-end-end-radius: var(--nic-radius);
  }
  .segments button[aria-pressed='true'] {
    z-index: 1;
    position: relative;
    border-color: var(--nic-accent);
    background: var(--nic-accent-soft);
    color: var(--nic-accent);
  }
  table {
    border-collapse: collapse;
  }
  .mono {
    font-family: var(--nic-mono);
    font-size: var(--nic-size-small);
  }
  .quiet-text {
    color: var(--nic-quiet);
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .sr-only {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** A card: a titled surface. */
export const card = css`
  .card {
    background: var(--nic-surface);
    border: 1px solid var(--nic-line);
    border-radius: calc(var(--nic-radius) * 1.5);
    padding: var(--nic-s3) var(--nic-s4);
  }
  .card > header,
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s3);
    min-block-size: var(--nic-control);
  }
  .bar > .end,
  .card > header > .end {
    margin-inline-start: auto;
  }
`;
