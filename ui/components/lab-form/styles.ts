import { css } from 'lit';

export const fieldStyles = css`
  :host {
    padding-block: 0.2rem;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, var(--nic-field-control, 10.5rem));
    align-items: center;
    gap: 0 var(--nic-s2);
    min-block-size: var(--nic-control);
  }
  .row.wide {
    grid-template-columns: minmax(0, 1fr);
  }
  .name {
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .control {
    display: flex;
    align-items: center;
    gap: var(--nic-s2);
    min-inline-size: 0;
  }
  .control > input[type='text'],
  .control > select,
  textarea,
  .pair input {
    flex: 1 1 4rem;
    inline-size: 100%;
    min-inline-size: 0;
  }
  .unit {
    flex: none;
    max-inline-size: 6rem;
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
    overflow-wrap: anywhere;
  }
  textarea {
    padding: var(--nic-s1) var(--nic-s2);
    border: 1px solid var(--nic-edge);
    border-radius: var(--nic-radius);
    background: var(--nic-surface);
    resize: vertical;
  }
  textarea[aria-invalid='true'] {
    border-color: var(--nic-bad);
  }
  ::placeholder {
    color: var(--nic-quiet);
    opacity: 1;
  }
  .pair,
  .boxes {
    display: grid;
    gap: var(--nic-s1);
    inline-size: 100%;
  }
  .boxes {
    grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr));
  }
  .box {
    display: flex;
    align-items: center;
    gap: var(--nic-s2);
  }
  .box input {
    margin: 0;
  }
  .foot,
  .note {
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .note {
    padding-inline-start: var(--nic-s2);
    border-inline-start: 2px solid var(--nic-warn);
  }
  .fault {
    color: var(--nic-bad);
    overflow-wrap: anywhere;
  }
`;

export const formStyles = css`
  h2 {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1);
    padding-block-end: var(--nic-s1);
  }
  .head h2 {
    flex: 1 1 6rem;
  }
  .help {
    padding-block-end: var(--nic-s2);
    color: var(--nic-quiet);
  }
  fieldset {
    margin-block-start: var(--nic-s2);
    padding-block-start: var(--nic-s2);
    border-block-start: 1px solid var(--nic-line);
  }
  legend {
    float: inline-start;
    inline-size: 100%;
  }
  legend + * {
    clear: both;
  }
  .case {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 10.5rem);
    align-items: center;
    gap: var(--nic-s2);
    min-block-size: 2.15rem;
  }
  .case select {
    inline-size: 100%;
  }
  .entries button {
    text-align: start;
  }
  .fault {
    color: var(--nic-bad);
    overflow-wrap: anywhere;
  }
  .note {
    padding-inline-start: var(--nic-s2);
    border-inline-start: 2px solid var(--nic-warn);
    color: var(--nic-quiet);
  }
  .empty {
    color: var(--nic-quiet);
  }
`;
