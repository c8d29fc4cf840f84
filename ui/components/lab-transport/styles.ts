import { css } from 'lit';

export const transportStyles = css`
  :host {
    display: grid;
    gap: var(--nic-s2);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s2) var(--nic-s4);
  }
  .play {
    display: inline-flex;
    align-items: center;
    gap: var(--nic-s2);
    min-inline-size: 5.5rem;
    padding-inline: var(--nic-s3);
  }
  .play svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
  }
  .group {
    display: inline-flex;
    gap: var(--nic-s2);
  }
  .segments select {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    margin-inline-start: -1px;
  }
  .segments button {
    border-radius: var(--nic-radius) 0 0 var(--nic-radius);
  }
  .speed {
    display: inline-flex;
    align-items: center;
    gap: var(--nic-s2);
  }
  .speed input {
    inline-size: 9rem;
  }
  .speed-text {
    min-inline-size: 8rem;
  }
  .counts {
    margin-inline-start: auto;
    color: var(--nic-quiet);
  }
  .time {
    font-size: 1.0625rem;
    font-weight: 600;
    white-space: nowrap;
  }
  .scrub {
    flex: 1 1 10rem;
    min-inline-size: 8rem;
    margin: 0;
  }
  .played {
    min-inline-size: 4.5rem;
    color: var(--nic-quiet);
  }
  .ended {
    color: var(--nic-warn);
  }
  form {
    display: inline-flex;
    gap: var(--nic-s1);
  }
  @media (max-width: 30rem) {
    .row {
      gap: var(--nic-s2);
    }
    .play {
      min-inline-size: 0;
    }
    .group select {
      max-inline-size: 5.25rem;
    }
  }
  .fault {
    color: var(--nic-bad);
  }
`;
