// The field of the chart, and the rules that uPlot needs to lie within it (its own style sheet does not reach into a shadow root).

import { css } from 'lit';

export const linesStyles = css`
  .field {
    position: relative;
    block-size: 17rem;
    overflow: hidden;
    cursor: crosshair;
    color: var(--nic-text);
    transition: color 1ms; /* its end tells that the colour scheme changed */
    touch-action: pan-y;
  }
  .probe {
    display: none;
  }
  .uplot,
  .u-wrap {
    position: relative;
  }
  .u-wrap {
    user-select: none;
  }
  .u-over,
  .u-under,
  .u-axis {
    position: absolute;
  }
  .u-under {
    overflow: hidden;
  }
  .u-select {
    display: none;
  }
  .uplot canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .cursor {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inline-size: 2px;
    margin-inline-start: -1px;
    pointer-events: none;
    background: var(--nic-text);
    box-shadow: 0 0 0 1px var(--nic-surface);
  }
  output {
    display: block;
    min-block-size: 1.45em;
    padding-block: var(--nic-s1);
    overflow-wrap: anywhere;
  }
  @media (max-width: 30rem) {
    .field {
      block-size: 13rem;
    }
  }
`;
