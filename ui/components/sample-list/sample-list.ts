import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/** A capture that ships with the page. */
export interface Sample {
  file: string;
  title: string;
  /** What it shows, one sentence. */
  shows: string;
}

/**
 * Captures that open with one click.
 *
 * @tagname nic-sample-list
 * @csspart item - One sample, a button.
 * @fires {CustomEvent<{sample: Sample}>} nic-sample - A sample was chosen.
 */
export class NicSampleList extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
        gap: var(--nic-s2);
      }
      button {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        inline-size: 100%;
        padding: var(--nic-s2) var(--nic-s3);
        border-color: var(--nic-line);
        text-align: start;
        white-space: normal;
      }
      button:hover {
        border-color: var(--nic-accent);
      }
      .title {
        display: block;
        font-weight: 600;
        color: var(--nic-accent);
      }
      .shows {
        display: block;
        color: var(--nic-quiet);
      }
      li {
        display: flex;
      }
    `,
  ];

  @property({ attribute: false }) samples: readonly Sample[] = [];

  override render() {
    return html`<ul>
      ${this.samples.map(
        (sample) =>
          html`<li>
            <button type="button" part="item" @click=${() => emit(this, 'nic-sample', { sample })}>
              <span class="title">${sample.title}</span>
              <span class="shows">${sample.shows}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }
}

define('nic-sample-list', NicSampleList);

declare global {
  interface HTMLElementTagNameMap {
    'nic-sample-list': NicSampleList;
  }
}
