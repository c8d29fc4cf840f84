import { css } from 'lit';

/** One step of the checklist. */
export const stepStyles = css`
  :host {
    border-block-start: 1px solid var(--nic-line);
  }
  summary {
    display: grid;
    grid-template-columns: 5.5rem auto 1fr 1rem;
    gap: 0 var(--nic-s2);
    align-items: baseline;
    padding-block: 0.2rem;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    grid-column: 4;
    justify-self: center;
    inline-size: 0.4rem;
    block-size: 0.4rem;
    border: solid var(--nic-quiet);
    border-width: 0 1.5px 1.5px 0;
    rotate: -45deg;
  }
  [open] > summary::after {
    rotate: 45deg;
  }
  summary:hover .title {
    color: var(--nic-accent);
  }
  .title {
    font-weight: 600;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15rem;
    padding: 0 1.5rem var(--nic-s2) calc(5.5rem + var(--nic-s2));
  }
  .body p,
  .place {
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .optional {
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
    font-weight: 400;
  }
  .reason.not-done {
    color: var(--nic-bad);
  }
  .reason.waits,
  .reason.done {
    color: var(--nic-warn);
  }
  button {
    min-block-size: 1.5rem;
  }
  .reason button {
    color: var(--nic-text);
  }
  .ways > li,
  .command {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--nic-s2);
  }
  .ways .quiet {
    padding: 0;
    white-space: normal;
    text-align: start;
  }
  code {
    padding: 0.05rem 0.3rem;
    border-radius: calc(var(--nic-radius) / 2);
    background: var(--nic-sunken);
    overflow-wrap: anywhere;
  }
  samp {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .counters > li {
    overflow-wrap: anywhere;
  }
  .source {
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
  }
  .assumed {
    color: var(--nic-warn);
    font-weight: 600;
  }
  @container (max-width: 34rem) {
    .body {
      padding-inline: 0;
    }
  }
`;
