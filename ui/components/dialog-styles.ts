import { css } from 'lit';

/** A dialog with a heading that stays, sections, and a foot that stays. */
export const dialogStyles = css`
  dialog {
    inline-size: min(64rem, calc(100vw - 1rem));
    max-block-size: calc(100dvh - 2rem);
    padding: 0;
    border: 1px solid var(--nic-line);
    border-radius: calc(var(--nic-radius) * 2);
    background: var(--nic-surface);
    color: inherit;
    box-shadow: var(--nic-shadow);
  }
  dialog::backdrop {
    background: #0006;
  }
  dialog > header,
  dialog > footer {
    position: sticky;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s2) var(--nic-s3);
    padding: var(--nic-s2) var(--nic-s4);
    background: var(--nic-surface);
  }
  dialog > header {
    inset-block-start: 0;
    justify-content: space-between;
    border-block-end: 1px solid var(--nic-line);
  }
  dialog > footer {
    inset-block-end: 0;
    border-block-start: 1px solid var(--nic-line);
  }
  section {
    padding: var(--nic-s3) var(--nic-s4);
  }
  section + section {
    border-block-start: 1px solid var(--nic-line);
  }
  .settings {
    inline-size: 100%;
    table-layout: fixed;
  }
  .settings th,
  .settings td {
    padding: var(--nic-s1) var(--nic-s2);
    border-block-end: 1px solid var(--nic-line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .settings thead th {
    font-weight: 600;
    color: var(--nic-quiet);
  }
  .settings .place {
    padding-block-start: var(--nic-s3);
    font-weight: 600;
  }
  .badge {
    padding: 0 var(--nic-s2);
    border: 1px solid var(--nic-line);
    border-radius: 1rem;
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
    white-space: nowrap;
  }
  .caution {
    padding-inline-start: var(--nic-s2);
    border-inline-start: 2px solid var(--nic-warn);
  }
  .fault {
    color: var(--nic-bad);
  }
  summary {
    cursor: pointer;
    inline-size: fit-content;
    border-radius: var(--nic-radius);
    color: var(--nic-accent);
  }
`;
