import { css } from 'lit';

/** What the colours of bars stand for. */
export const legendStyles = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--nic-s3);
    padding-block: var(--nic-s1);
    font-size: var(--nic-size-small);
    color: var(--nic-quiet);
  }
  .legend i {
    display: inline-block;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline-end: 0.25rem;
    border-radius: 1px;
  }
`;

/** Stacked bars in tables, their legend, and the line of exact numbers below. */
export const barStyles = css`
  ${legendStyles}
  .track {
    display: flex;
    inline-size: 8rem;
    block-size: 0.625rem;
    background: var(--nic-sunken);
    overflow: hidden;
  }
  .track i {
    flex: none;
    inline-size: 0;
    block-size: 100%;
  }
  output {
    display: block;
    min-block-size: 2.9em;
    padding-block: var(--nic-s2);
  }
  h3 {
    padding-block: var(--nic-s3) var(--nic-s1);
  }
  .bad {
    color: var(--nic-bad);
    font-weight: 600;
  }
`;
