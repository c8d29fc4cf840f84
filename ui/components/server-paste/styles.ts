import { css } from 'lit';

export const pasteStyles = css`
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 7rem;
    margin-block: var(--nic-s2);
    padding: var(--nic-s2);
    border: 1px solid var(--nic-edge);
    border-radius: var(--nic-radius);
    background: var(--nic-surface);
    font-family: var(--nic-mono);
    font-size: var(--nic-size-small);
    resize: vertical;
  }
  .over textarea {
    outline: 2px dashed var(--nic-accent);
    outline-offset: 1px;
  }
  .bar,
  .files,
  .files li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--nic-s1) var(--nic-s3);
  }
  .files li {
    padding-inline-start: var(--nic-s2);
    border: 1px solid var(--nic-line);
    border-radius: var(--nic-radius);
    overflow-wrap: anywhere;
  }
  h3 + *,
  .status + * {
    margin-block-start: var(--nic-s1);
  }
  details {
    margin-block-start: var(--nic-s2);
  }
  .choose {
    inline-size: 1.75rem;
  }
  .now,
  .read {
    inline-size: 24%;
  }
  .where,
  .follows {
    display: block;
    color: var(--nic-quiet);
    font-size: var(--nic-size-small);
  }
  .where code,
  .left code {
    font-family: var(--nic-mono);
    white-space: pre-wrap;
  }
  .same {
    color: var(--nic-quiet);
  }
  .read strong {
    font-weight: 600;
    color: var(--nic-accent);
  }
  .conflict {
    margin-block-start: var(--nic-s2);
    padding: var(--nic-s2) var(--nic-s3);
    border-radius: var(--nic-radius);
    background: var(--nic-warn-soft);
    overflow-wrap: anywhere;
  }
  .conflict legend {
    float: inline-start;
    inline-size: 100%;
  }
  .conflict legend + * {
    clear: both;
  }
  .conflict .where {
    padding-inline-start: 1.5rem;
    color: var(--nic-text);
  }
  .left li,
  .parts li,
  .unsaid li {
    padding-block: 0.15rem;
    overflow-wrap: anywhere;
  }
  .unsaid ul {
    columns: 22rem;
    column-gap: var(--nic-s5);
  }
  .unsaid li {
    break-inside: avoid;
  }
  .commands li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 var(--nic-s3);
    padding-block: var(--nic-s1);
    border-block-end: 1px solid var(--nic-line);
  }
  .commands code {
    font-family: var(--nic-mono);
    font-size: var(--nic-size-small);
    overflow-wrap: anywhere;
  }
  .commands h3,
  .unsaid h4 {
    margin: var(--nic-s3) 0 0;
    font-size: var(--nic-size);
    font-weight: 600;
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: var(--nic-s1) var(--nic-s4);
  }
  footer p {
    flex: 1 1 14rem;
  }
  label.target {
    display: flex;
    align-items: center;
    gap: var(--nic-s2);
  }
  footer select {
    max-inline-size: 12rem;
  }
  @media (max-width: 34rem) {
    .now,
    .read {
      inline-size: 27%;
    }
    .settings th,
    .settings td {
      padding-inline: var(--nic-s1);
    }
    section,
    dialog > header,
    dialog > footer {
      padding-inline: var(--nic-s3);
    }
  }
`;
