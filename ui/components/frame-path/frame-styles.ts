// The look of the path of a frame: form, state, headers.

import { css } from 'lit';

export const frameStyles = css`
  form,
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s2) var(--nic-s3);
  }
  .what {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .state {
    margin-block: var(--nic-s3);
    padding: var(--nic-s2) var(--nic-s3);
    border-inline-start: 3px solid var(--nic-edge);
    border-radius: var(--nic-radius);
    background: var(--nic-sunken);
  }
  .state p {
    flex: 1 1 18rem;
  }
  .state.waiting,
  .state.under-way {
    border-color: var(--nic-accent);
    background: var(--nic-accent-soft);
  }
  .state.dropped {
    border-color: var(--nic-bad);
    background: var(--nic-bad-soft);
  }
  .state.ended {
    border-color: var(--nic-good);
  }
  .frame {
    margin-block-end: var(--nic-s3);
  }
  .frame dl {
    margin-block: var(--nic-s2);
  }
  .frame dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--nic-s2);
  }
  .frame dt {
    inline-size: 5rem;
    color: var(--nic-quiet);
  }
  .frame dd {
    flex: 1 1 12rem;
    overflow-wrap: anywhere;
  }
  pre {
    margin: 0;
    max-block-size: 18rem;
    overflow: auto;
    padding: var(--nic-s2);
    border-radius: var(--nic-radius);
    background: var(--nic-sunken);
  }
  .missed {
    color: var(--nic-warn);
  }
`;

export const timelineStyles = css`
  .group {
    position: relative;
    padding-inline-start: var(--nic-s4);
    border-inline-start: 2px solid var(--nic-line);
    padding-block-end: var(--nic-s3);
  }
  .group::before {
    content: '';
    position: absolute;
    inset-inline-start: -0.4375rem;
    inset-block-start: 0.2rem;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid var(--nic-surface);
    border-radius: 50%;
    background: var(--nic-bar);
  }
  .group.interrupt::before,
  .group.dpc::before,
  .group.thread::before {
    border-radius: 0.15rem;
    background: var(--nic-accent);
  }
  .group.application::before {
    background: var(--nic-good);
  }
  .group.dropped::before {
    background: var(--nic-bad);
  }
  .group:last-child {
    border-color: transparent;
    padding-block-end: 0;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--nic-s2);
    overflow-wrap: anywhere;
  }
  h3 small {
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
    font-weight: 400;
  }
  .step {
    display: grid;
    grid-template-columns: 5rem minmax(0, 1fr);
    gap: 0 var(--nic-s3);
    padding-block: var(--nic-s1);
  }
  .time {
    color: var(--nic-quiet);
    text-align: end;
    white-space: nowrap;
  }
  .decision {
    overflow-wrap: anywhere;
  }
  .drop {
    color: var(--nic-bad);
    font-weight: 600;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1);
    margin-block-start: var(--nic-s1);
  }
  .chips li {
    padding: 0 0.4rem;
    border: 1px solid var(--nic-line);
    border-radius: 1rem;
    background: var(--nic-surface);
    font-size: var(--nic-size-small);
  }
  .chips li.shared {
    border-style: dashed;
  }
  .chips .of {
    border: none;
    background: none;
    padding: 0;
    color: var(--nic-quiet);
  }
  summary {
    display: inline-block;
    cursor: pointer;
    color: var(--nic-accent);
    font-size: var(--nic-size-small);
  }
  summary::before {
    content: '▸ ' / '';
  }
  details[open] > summary::before {
    content: '▾ ' / '';
  }
  .step button.quiet {
    padding-inline: 0;
  }
  details p {
    padding-inline-start: var(--nic-s2);
    border-inline-start: 2px solid var(--nic-line);
  }
  @media (max-width: 480px) {
    .step {
      grid-template-columns: minmax(0, 1fr);
    }
    .time {
      text-align: start;
    }
  }
`;
