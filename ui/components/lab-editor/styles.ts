import { css } from 'lit';

export const editorStyles = css`
  :host {
    container-type: inline-size;
  }
  .tree {
    max-block-size: 22rem;
    overflow: auto;
    margin-inline: calc(-1 * var(--nic-s2));
    padding-block-start: var(--nic-s1);
  }
  .json {
    padding-block-start: var(--nic-s2);
  }
  nic-lab-form {
    margin-block-start: var(--nic-s2);
    padding-block-start: var(--nic-s3);
    border-block-start: 1px solid var(--nic-line);
  }
  .faulty {
    margin-block-start: var(--nic-s2);
    padding: var(--nic-s2) var(--nic-s3);
    border-radius: var(--nic-radius);
    background: var(--nic-bad-soft);
  }
  .faulty button,
  .faulty button:hover {
    min-block-size: 0;
    padding: 0;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  @container (min-width: 34rem) {
    .form {
      display: grid;
      grid-template-columns: 14rem minmax(0, 1fr);
      gap: var(--nic-s4);
    }
    .tree {
      max-block-size: none;
    }
    nic-lab-form {
      margin-block-start: 0;
      padding-block-start: var(--nic-s1);
      padding-inline-start: var(--nic-s4);
      border-block-start: 0;
      border-inline-start: 1px solid var(--nic-line);
    }
  }
  @media (min-width: 62rem) {
    .card {
      max-block-size: calc(100dvh - 2 * var(--nic-s3));
      overflow: auto;
    }
  }
`;
