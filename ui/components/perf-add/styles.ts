import { css } from 'lit';

export const addStyles = css`
  dialog {
    inline-size: min(64rem, calc(100vw - 1rem));
    max-inline-size: none;
    max-block-size: calc(100dvh - 1rem);
    padding: 0;
    border: 1px solid var(--nic-line);
    border-radius: calc(var(--nic-radius) * 2);
    background: var(--nic-surface);
    color: inherit;
    box-shadow: var(--nic-shadow);
  }
  dialog::backdrop {
    background: #0006;
  }
  header,
  footer {
    position: sticky;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s2) var(--nic-s3);
    padding: var(--nic-s2) var(--nic-s4);
    background: var(--nic-surface);
  }
  header {
    inset-block-start: 0;
    justify-content: space-between;
    border-block-end: 1px solid var(--nic-line);
  }
  footer {
    inset-block-end: 0;
    justify-content: end;
    border-block-start: 1px solid var(--nic-line);
  }
  .content {
    display: grid;
    gap: var(--nic-s3);
    padding: var(--nic-s3) var(--nic-s4);
  }
  .choose {
    display: grid;
    grid-template-columns: minmax(0, 4fr) minmax(0, 5fr) minmax(0, 4fr);
    gap: var(--nic-s3);
  }
  .part {
    display: flex;
    flex-direction: column;
    gap: var(--nic-s1);
    min-inline-size: 0;
  }
  .part > h3,
  .part > label {
    display: flex;
    align-items: center;
    gap: var(--nic-s1);
    min-block-size: 1.5rem;
    font-weight: 600;
  }
  select[size],
  .list {
    block-size: 15rem;
    overflow: auto;
    border: 1px solid var(--nic-edge);
    border-radius: var(--nic-radius);
    background: var(--nic-surface);
  }
  select[size] {
    inline-size: 100%;
    padding: var(--nic-s1);
  }
  select[size] option {
    padding: 0.1rem var(--nic-s1);
    border-radius: var(--nic-radius);
  }
  .list {
    padding: var(--nic-s1) var(--nic-s2);
  }
  .list li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--nic-s2);
    min-block-size: 1.625rem;
  }
  .list label {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .list .unit {
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
  }
  .list.short {
    block-size: 7rem;
  }
  .all {
    border-block-end: 1px solid var(--nic-line);
  }
  input[type='search'],
  .path input {
    inline-size: 100%;
    min-inline-size: 0;
  }
  .path {
    display: flex;
    gap: var(--nic-s2);
  }
  .path input {
    flex: 1 1 auto;
  }
  .fault {
    color: var(--nic-bad);
  }
  .list button {
    min-block-size: 1.5rem;
    min-inline-size: 1.5rem;
    padding: 0;
  }
  @media (max-width: 44rem) {
    .choose {
      grid-template-columns: minmax(0, 1fr);
    }
    select[size],
    .list {
      block-size: 10rem;
    }
  }
`;
