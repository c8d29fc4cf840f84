import { css } from 'lit';

export const registryStyles = css`
  :host {
    container-type: inline-size;
  }
  .over {
    outline: 2px dashed var(--nic-accent);
    outline-offset: 4px;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--nic-s2);
    border-block-start: 1px solid var(--nic-line);
  }
  .keys {
    max-block-size: 16rem;
    overflow: auto;
    padding-block: var(--nic-s1);
  }
  .values {
    min-inline-size: 0;
    padding-block: var(--nic-s1);
  }
  .path {
    overflow-wrap: anywhere;
  }
  .inline {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s2);
    padding-block: var(--nic-s1);
  }
  .report {
    display: grid;
    grid-template-columns: minmax(0, 1fr) max-content;
    gap: 0 var(--nic-s2);
    margin-block-end: var(--nic-s2);
    padding: var(--nic-s1) var(--nic-s2);
    border-radius: var(--nic-radius);
    background: var(--nic-sunken);
  }
  .report p,
  .report ul {
    grid-column: 1 / -1;
    overflow-wrap: anywhere;
  }
  .report ul {
    max-block-size: 12rem;
    overflow: auto;
  }
  @container (min-width: 40rem) {
    .panes {
      grid-template-columns: minmax(12rem, 2fr) minmax(0, 3fr);
    }
    .keys {
      max-block-size: 32rem;
      border-inline-end: 1px solid var(--nic-line);
    }
  }
`;
