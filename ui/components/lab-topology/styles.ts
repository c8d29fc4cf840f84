import { css } from 'lit';

export const topologyStyles = css`
  .scroll {
    overflow: auto;
    max-block-size: 34rem;
  }
  .stage {
    position: relative;
    margin-inline: auto;
  }
  canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .item {
    position: absolute;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 2px;
    background: none;
    font-size: 0.6875rem;
    line-height: 1;
    overflow: hidden;
  }
  .item:hover,
  .item[aria-pressed='true'] {
    background: color-mix(in srgb, var(--nic-accent) 14%, transparent);
  }
  .item:focus-visible {
    outline-offset: 0;
    z-index: 1;
  }
  .item > span {
    white-space: nowrap;
    text-overflow: ellipsis;
    overflow: hidden;
  }
  .item .value {
    flex: none;
    text-align: end;
  }
  .item .label {
    color: var(--nic-quiet);
  }
  .host {
    font-size: 0.75rem;
    font-weight: 600;
  }
  .guest {
    font-weight: 400;
    font-size: 0.6875rem;
  }
  .guest > span:first-child {
    flex: none;
    inline-size: 33%;
    text-align: start;
  }
  .nic .value,
  .virtualSwitch .value {
    color: var(--nic-quiet);
  }
  .switch {
    flex-direction: column;
    justify-content: center;
    font-size: 0.75rem;
    font-weight: 600;
  }
  .switch .value {
    font-size: 0.6875rem;
    font-weight: 400;
    color: var(--nic-quiet);
  }
  .cable {
    justify-content: center;
    border-radius: 0.5rem;
    background: color-mix(in srgb, var(--nic-surface) 85%, transparent);
  }
  .cell .value {
    position: absolute;
    clip-path: inset(50%);
  }
  output {
    display: block;
    min-block-size: 2.9em;
    padding-block-start: var(--nic-s2);
  }
  .legend {
    padding-block-end: 0;
  }
  .own {
    background: var(--nic-quiet);
  }
  .behalf {
    background: var(--nic-bar);
  }
  .engine {
    background: var(--nic-accent);
  }
`;
