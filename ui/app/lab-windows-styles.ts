import { css } from 'lit';

export const windowsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--nic-s3);
  }
  .head {
    display: grid;
    gap: var(--nic-s2);
    padding-block-end: 0;
  }
  .head nic-lab-tabs {
    margin-inline: calc(-1 * var(--nic-s2));
  }
  h2 {
    font-size: 1rem;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: var(--nic-s1);
    color: var(--nic-quiet);
  }
  select {
    color: var(--nic-text);
  }
  .waits {
    border-color: var(--nic-warn);
    border-radius: 1rem;
    color: var(--nic-warn);
    background: var(--nic-warn-soft);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--nic-s2);
  }
  [role='tabpanel'] > :not(:defined)::before {
    content: 'Loading …';
  }
  .said:empty {
    display: none;
  }
  .said {
    padding: var(--nic-s1) var(--nic-s2);
    border-radius: var(--nic-radius);
    background: var(--nic-warn-soft);
  }
`;
