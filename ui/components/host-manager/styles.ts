import { css } from 'lit';

/** What every part of a sheet is made of: rows of a label and a control, remarks below them, dense tables. */
export const rowStyles = css`
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, var(--nic-field-control, 10.5rem));
    align-items: center;
    gap: 0 var(--nic-s2);
    min-block-size: var(--nic-control);
  }
  .row select,
  .row input[type='text'] {
    inline-size: 100%;
    min-inline-size: 0;
  }
  .name {
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .remark,
  .fault,
  .quiet {
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .remark,
  .quiet-text {
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
  }
  .fault {
    color: var(--nic-bad);
  }
  .waits {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--nic-s2);
    color: var(--nic-warn);
    font-size: var(--nic-size-small);
  }
  .waits button {
    min-block-size: 1.5rem;
    font-size: var(--nic-size-small);
    color: var(--nic-text);
  }
  .badge {
    padding-inline: 0.35rem;
    border: 1px solid var(--nic-line);
    border-radius: 1rem;
    color: var(--nic-quiet);
    font-size: 0.6875rem;
    white-space: nowrap;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--nic-s1) var(--nic-s2);
    padding-block: var(--nic-s1);
  }
  .link {
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--nic-accent);
    text-align: start;
    white-space: normal;
  }
`;

export const managerStyles = css`
  :host {
    container-type: inline-size;
  }
  .card {
    padding: 0;
    overflow: clip;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  nav {
    padding: var(--nic-s2);
    border-block-end: 1px solid var(--nic-line);
    max-block-size: 15rem;
    overflow: auto;
  }
  .sheet {
    padding: var(--nic-s2) var(--nic-s4) var(--nic-s4);
    min-inline-size: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s2);
    min-block-size: 2.15rem;
  }
  header h2 {
    flex: 1 1 8rem;
    font-size: 1rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .features {
    display: flex;
    flex-wrap: wrap;
    gap: var(--nic-s1);
    padding-block: var(--nic-s1);
  }
  .features button {
    min-block-size: 1.5rem;
    padding-inline: var(--nic-s2);
    border-color: var(--nic-line);
    border-radius: 1rem;
    font-size: var(--nic-size-small);
  }
  .waiting {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s2);
    padding: var(--nic-s1) var(--nic-s4);
    background: var(--nic-warn-soft);
    border-block-end: 1px solid var(--nic-line);
  }
  .blocks {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 var(--nic-s5);
  }
  section.block {
    min-inline-size: 0;
    margin-block-start: var(--nic-s3);
  }
  section.block > h3 {
    padding-block-end: 0.15rem;
    border-block-end: 1px solid var(--nic-line);
    color: var(--nic-quiet);
  }
  .fields {
    max-inline-size: 40rem;
  }
  @container (min-width: 46rem) {
    .panes {
      grid-template-columns: 14rem minmax(0, 1fr);
    }
    .sheet {
      --nic-field-control: 15rem;
    }
    nav {
      max-block-size: none;
      border-block-end: 0;
      border-inline-end: 1px solid var(--nic-line);
    }
  }
`;
