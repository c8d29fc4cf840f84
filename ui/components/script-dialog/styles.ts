import { css } from 'lit';

export const scriptStyles = css`
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--nic-s2) var(--nic-s4);
  }
  .choice label {
    display: flex;
    align-items: center;
    gap: var(--nic-s2);
  }
  .choice select {
    max-inline-size: 18rem;
  }
  .value {
    inline-size: 27%;
  }
  .scroll {
    max-block-size: 20rem;
    overflow: auto;
  }
  section > * + *,
  .adapter + .adapter,
  .panel > * + * {
    margin-block-start: var(--nic-s2);
  }
  .adapter {
    display: flex;
    flex-wrap: wrap;
    gap: var(--nic-s1) var(--nic-s3);
  }
  .adapter legend {
    float: inline-start;
    inline-size: 100%;
    font-weight: 400;
  }
  .adapter label {
    flex: 1 1 10rem;
  }
  .adapter input {
    display: block;
    inline-size: 100%;
  }
  .panel {
    padding-block-start: var(--nic-s2);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s2);
  }
  .title h3,
  .title h4 {
    flex: 1 1 8rem;
    margin: 0;
    font-size: var(--nic-size);
    font-weight: 600;
  }
  pre {
    max-block-size: 22rem;
    margin: var(--nic-s1) 0 0;
    padding: var(--nic-s2) var(--nic-s3);
    overflow: auto;
    border-radius: var(--nic-radius);
    background: var(--nic-sunken);
    font-family: var(--nic-mono);
    font-size: var(--nic-size-small);
  }
  .left dl {
    columns: 20rem;
    column-gap: var(--nic-s5);
    margin-block-start: var(--nic-s1);
  }
  .left dt {
    break-after: avoid;
    padding-block-start: var(--nic-s1);
    color: var(--nic-quiet);
  }
  .left dd,
  .left li {
    padding-inline-start: var(--nic-s3);
    overflow-wrap: anywhere;
  }
`;
