import { css } from 'lit';
import { card } from '../theme.ts';

export const loadStyles = [
  card,
  css`
    .plot {
      display: grid;
      grid-template-columns: minmax(4.25rem, max-content) minmax(0, 1fr);
      gap: 0 var(--nic-s2);
      padding-block-start: var(--nic-s2);
    }
    .names {
      display: flex;
      flex-direction: column;
      font-size: 0.6875rem;
      line-height: 1;
    }
    .names > span {
      flex: 1 1 0;
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--nic-s2);
      min-block-size: 0;
      white-space: nowrap;
    }
    .names b {
      font-weight: 400;
      color: var(--nic-quiet);
    }
    .field {
      position: relative;
      cursor: crosshair;
    }
    canvas {
      inline-size: 100%;
      block-size: 100%;
    }
    .cursor {
      position: absolute;
      pointer-events: none;
      inline-size: 2px;
      margin-inline-start: -1px;
      background: var(--nic-text);
      box-shadow: 0 0 0 1px var(--nic-surface);
    }
    .axis {
      grid-column: 2;
      display: flex;
      justify-content: space-between;
      min-block-size: 1rem;
      padding-block-start: 2px;
      font-size: 0.6875rem;
      color: var(--nic-quiet);
    }
    .legend {
      display: flex;
      align-items: center;
      gap: var(--nic-s2);
      font-size: var(--nic-size-small);
      color: var(--nic-quiet);
    }
    .ramp {
      inline-size: 7rem;
      block-size: 0.625rem;
      border: 1px solid var(--nic-line);
    }
    output {
      display: block;
      min-block-size: 1.45em;
      padding-block: var(--nic-s1);
    }
    summary {
      color: var(--nic-accent);
      cursor: pointer;
      inline-size: fit-content;
    }
    .scroll {
      overflow: auto;
      max-block-size: 20rem;
    }
    caption {
      text-align: start;
      color: var(--nic-quiet);
    }
    td,
    th {
      padding: 0.1rem var(--nic-s2);
      font-weight: 400;
      border-block-end: 1px solid var(--nic-line);
      white-space: nowrap;
    }
    th {
      text-align: start;
    }
    th.number {
      text-align: end;
    }
  `,
];
