import { css } from 'lit';

export const hashViewStyles = css`
  :host {
    container-type: inline-size;
  }
  .page,
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--nic-s3);
  }
  h2 {
    margin-block-end: var(--nic-s2);
  }
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  details[open] > summary {
    margin-block-end: var(--nic-s3);
  }
  summary span {
    font-weight: 400;
    color: var(--nic-quiet);
  }
  .reading {
    margin-block-start: var(--nic-s4);
    padding-block-start: var(--nic-s3);
    border-block-start: 1px solid var(--nic-line);
  }
  nic-message {
    margin-block-end: var(--nic-s3);
  }
  nic-rss-form {
    max-inline-size: 40rem;
  }
  @container (min-width: 52rem) {
    .pair {
      grid-template-columns: minmax(20rem, 2fr) minmax(0, 3fr);
      align-items: start;
    }
  }
  @container (max-width: 24rem) {
    .card {
      padding-inline: var(--nic-s2);
    }
  }
`;
