import { css } from 'lit';

/** One feature of the panel: a dense line, and what opens below it. */
export const featureStyles = css`
  :host {
    border-block-start: 1px solid var(--nic-line);
  }
  .line {
    display: grid;
    grid-template-columns: 5rem 13rem minmax(0, 1fr);
    gap: 0 var(--nic-s3);
    align-items: baseline;
    padding-block: 0.2rem;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 600;
    text-align: start;
    white-space: normal;
  }
  .title:hover {
    background: none;
    color: var(--nic-accent);
  }
  .twist {
    flex: none;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    fill: var(--nic-quiet);
  }
  [aria-expanded='true'] > .twist {
    transform: rotate(90deg);
  }
  .answer p {
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .answer button,
  .steps button,
  .remarks button {
    min-block-size: 1.5rem;
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s2);
    padding-block: 0.15rem;
  }
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--nic-s3);
    padding: var(--nic-s1) 0 var(--nic-s3) 1.125rem;
  }
  h4 {
    margin: 0;
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
    font-weight: 600;
  }
  .steps {
    padding-inline-start: 1.5rem;
    list-style: decimal;
    overflow-wrap: anywhere;
  }
  .remarks > li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--nic-s2);
    padding-block: 0.15rem;
    border-block-start: 1px solid var(--nic-line);
  }
  .remarks > li > span {
    flex: 1 1 16rem;
  }
  .source {
    display: block;
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
    overflow-wrap: anywhere;
  }
  .assumed {
    color: var(--nic-warn);
    font-weight: 600;
  }
  @container (max-width: 40rem) {
    .line {
      grid-template-columns: 5rem minmax(0, 1fr);
    }
    .answer {
      grid-column: 1 / -1;
      padding-inline-start: 1.125rem;
    }
    .details {
      padding-inline-start: 0;
    }
  }
`;
