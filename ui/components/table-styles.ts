import { css } from 'lit';

/** Dense tables that scroll in their own box, with a heading that stays. */
export const tableStyles = css`
  .scroll {
    overflow: auto;
    max-block-size: 22rem;
  }
  table {
    inline-size: 100%;
    white-space: nowrap;
  }
  th,
  td {
    padding: 0.15rem var(--nic-s2);
    border-block-end: 1px solid var(--nic-line);
    text-align: start;
    font-weight: 400;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--nic-surface);
    box-shadow: inset 0 -1px var(--nic-line);
    font-weight: 600;
    color: var(--nic-quiet);
  }
  th.number,
  td.number {
    text-align: end;
  }
  th button {
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    color: var(--nic-accent);
    text-align: inherit;
  }
  thead th,
  th button {
    white-space: normal;
    vertical-align: bottom;
    line-height: 1.25;
  }
  tbody tr:hover {
    background: var(--nic-sunken);
  }
  tbody tr[aria-selected='true'],
  tbody tr.selected {
    background: var(--nic-accent-soft);
  }
  .row-button {
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--nic-accent);
    text-align: start;
  }
`;
