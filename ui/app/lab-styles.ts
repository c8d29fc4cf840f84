import { css } from 'lit';

export const labStyles = css`
  .page {
    display: grid;
    gap: var(--nic-s3);
    grid-template-columns: minmax(0, 1fr);
  }
  h1 {
    font-size: var(--nic-size-large);
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  .empty {
    display: grid;
    gap: var(--nic-s4);
    max-inline-size: 60rem;
    margin-inline: auto;
    padding-block: var(--nic-s5);
  }
  .empty h1 {
    font-size: 1.5rem;
  }
  .lead {
    margin-block-start: var(--nic-s2);
    color: var(--nic-quiet);
    font-size: 0.9375rem;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s2) var(--nic-s4);
  }
  .title > div:first-child {
    flex: 1 1 20rem;
    min-inline-size: 0;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s2);
  }
  .actions [role='status']:empty {
    margin-inline-start: calc(-1 * var(--nic-s2));
  }
  .about {
    color: var(--nic-quiet);
    text-wrap: pretty;
  }
  summary {
    inline-size: fit-content;
    color: var(--nic-accent);
    cursor: pointer;
  }
  .try,
  .notes,
  .faults {
    display: grid;
    gap: 0.15rem;
    padding-block: var(--nic-s1);
    padding-inline-start: var(--nic-s4);
    list-style: disc;
  }
  .lab {
    display: grid;
    gap: var(--nic-s3);
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .over {
    position: fixed;
    inset: 0;
    z-index: 10;
    display: grid;
    place-items: center;
    pointer-events: none;
    background: color-mix(in srgb, var(--nic-accent-soft) 80%, transparent);
    outline: 3px dashed var(--nic-accent);
    outline-offset: -1rem;
  }
  .over strong {
    padding: var(--nic-s3) var(--nic-s5);
    border-radius: calc(var(--nic-radius) * 2);
    background: var(--nic-surface);
    box-shadow: var(--nic-shadow);
    font-size: var(--nic-size-large);
    font-weight: 600;
  }
  @media (min-width: 62rem) {
    .lab {
      grid-template-columns: 21rem minmax(0, 1fr);
    }
    nic-lab-editor {
      grid-column: 1;
      grid-row: 1;
      position: sticky;
      inset-block-start: var(--nic-s3);
    }
    .world {
      grid-column: 2;
      grid-row: 1;
    }
  }
  @media (min-width: 96rem) {
    .lab {
      grid-template-columns: 36rem minmax(0, 1fr);
    }
  }
`;
