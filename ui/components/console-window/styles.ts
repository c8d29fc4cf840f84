// The look of a prompt: a calm terminal in the colours of the theme.

import { css } from 'lit';

export const consoleStyles = css`
  :host {
    container-type: inline-size;
  }
  .window {
    position: relative;
    border: 1px solid var(--nic-line);
    border-radius: calc(var(--nic-radius) * 1.5);
    background: var(--nic-surface);
    overflow: clip;
  }
  header,
  .strip,
  .examples {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s2);
    padding: var(--nic-s1) var(--nic-s3);
  }
  header {
    border-block-end: 1px solid var(--nic-line);
    background: var(--nic-sunken);
  }
  h3 {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  h3 span {
    color: var(--nic-quiet);
    font-weight: 400;
  }
  .screen {
    block-size: clamp(14rem, 50vh, 30rem);
    padding: var(--nic-s2) var(--nic-s3);
    overflow: auto;
    overscroll-behavior: contain;
    resize: vertical;
    font: var(--nic-size-small) / 1.4 var(--nic-mono);
    font-variant-ligatures: none;
    cursor: text;
  }
  .screen:focus-visible {
    outline-offset: -2px;
  }
  pre {
    margin: 0;
    inline-size: max-content;
    min-inline-size: 100%;
    font: inherit;
    white-space: pre;
    tab-size: 8;
  }
  .cut {
    position: sticky;
    inset-inline-start: 0;
    inline-size: fit-content;
    color: var(--nic-quiet);
    font-family: var(--nic-font);
  }
  .prompt,
  .aside {
    color: var(--nic-quiet);
  }
  .typed {
    font-weight: 600;
  }
  /* Not a part of the text: it is neither selected nor copied nor read out. */
  .typed[data-time]::after {
    content: attr(data-time);
    content: attr(data-time) / '';
    margin-inline-start: 2ch;
    color: var(--nic-quiet);
    font: 0.6875rem var(--nic-font);
  }
  .entry {
    position: sticky;
    inset-inline-start: 0;
    display: flex;
    flex-wrap: wrap;
    inline-size: 100%;
  }
  .entry.apart {
    margin-block-start: 1.4em;
  }
  label {
    color: var(--nic-quiet);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .entry input:not([type='checkbox'], [type='radio'], [type='range']) {
    flex: 1 1 16ch;
    min-inline-size: 0;
    min-block-size: 1.4em;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    font: inherit;
    font-weight: 600;
    caret-color: var(--nic-accent);
    outline: none;
  }
  .window:has(#line:focus-visible) {
    outline: 2px solid var(--nic-accent);
    outline-offset: 1px;
  }
  .strip {
    border-block-start: 1px solid var(--nic-line);
  }
  .says {
    flex: 1 1 14rem;
    min-inline-size: 0;
    min-block-size: 1.45em;
    color: var(--nic-quiet);
  }
  .says p {
    overflow-wrap: anywhere;
  }
  .says .note {
    color: var(--nic-warn);
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: var(--nic-s1);
  }
  .touch {
    display: none;
  }
  nic-console-history {
    position: absolute;
    z-index: 1;
    inset-inline: var(--nic-s3);
    inset-block-end: var(--nic-s3);
    max-inline-size: 40rem;
  }
  .examples {
    margin-block-start: var(--nic-s1);
    padding-inline: 0;
  }
  .examples button {
    font-family: var(--nic-mono);
    font-size: var(--nic-size-small);
  }
  details {
    color: var(--nic-quiet);
  }
  summary {
    inline-size: fit-content;
    cursor: pointer;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0 var(--nic-s3);
    padding: var(--nic-s1) 0;
  }
  dt {
    color: var(--nic-text);
  }
  @media (pointer: coarse) {
    .touch {
      display: inline-block;
    }
    /* Smaller text in an input makes some phones zoom into the page. */
    .entry input:not([type='checkbox'], [type='radio'], [type='range']) {
      font-size: 1rem;
    }
  }
  @container (max-width: 40rem) {
    h3 {
      flex-basis: 100%;
    }
    .examples {
      flex-wrap: nowrap;
      overflow-x: auto;
    }
    .examples > * {
      flex: none;
    }
    dl {
      grid-template-columns: 1fr;
    }
    dd {
      margin-block-end: var(--nic-s1);
    }
  }
`;
