// Where the parts of a result stand: two columns where there is room, one below 60rem, with the controls after the loads.

import { css } from 'lit';

export const layout = css`
  .contain {
    container-type: inline-size;
  }
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--nic-s3);
  }
  .stale {
    margin-block-end: var(--nic-s3);
  }
  .side {
    display: grid;
    align-content: start;
    gap: var(--nic-s3);
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
  }
  .card > header {
    padding-block-end: var(--nic-s1);
  }
  .second {
    padding-block: var(--nic-s3) var(--nic-s1);
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--nic-s4);
    padding-block-start: var(--nic-s2);
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: var(--nic-s1);
  }
  .key i {
    inline-size: 0.875rem;
    block-size: 0.875rem;
  }
  .key .dash {
    inline-size: 0;
    border-inline-start: 1px dashed var(--nic-quiet);
  }
  .key .tick {
    inline-size: 3px;
    background: var(--nic-text);
  }
  .key .hatch {
    background: repeating-linear-gradient(135deg, var(--nic-bar) 0 3px, var(--nic-surface) 3px 5px);
  }
  @container (min-width: 60rem) {
    .grid {
      grid-template-columns: minmax(0, 1fr) 23.5rem;
      grid-template-rows: auto auto auto 1fr;
      grid-template-areas: 'verdict side' 'loads side' 'heat side' 'flows side';
    }
    .verdict {
      grid-area: verdict;
    }
    .loads {
      grid-area: loads;
    }
    .heat {
      grid-area: heat;
    }
    .flows {
      grid-area: flows;
      align-self: start;
    }
    .side {
      grid-area: side;
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
