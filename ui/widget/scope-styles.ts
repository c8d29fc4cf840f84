import { css } from 'lit';

export const scopeStyles = css`
  :host {
    container-type: inline-size;
    min-inline-size: 0;
  }
  /* As the page around, not as the system: a light page stays light on a dark desktop. */
  :host(:not([theme='light'], [theme='dark'])) {
    color-scheme: inherit;
  }
  /* Room for what comes, so that elements further down do not all stand on the screen, and start, at once. */
  .waiting {
    min-block-size: 20rem;
  }
  .content {
    padding: var(--nic-s3);
    border: 1px solid var(--nic-line);
    border-radius: calc(var(--nic-radius) * 2);
    background: var(--nic-bg);
  }
  nic-message {
    margin-block-end: var(--nic-s2);
  }
  @container (max-width: 24rem) {
    .content {
      padding: var(--nic-s1);
    }
  }
`;
