import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CaptureRemark } from '../../analysis/types.ts';
import { define } from '../element.ts';
import { base } from '../theme.ts';

/**
 * What is worth saying about the file, the worst first.
 *
 * @tagname nic-remark-list
 * @csspart list - The list.
 */
export class NicRemarkList extends LitElement {
  static override styles = [
    base,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(3.25rem, auto) 1fr;
        gap: var(--nic-s2);
        padding-block: 0.1rem;
      }
      .severity {
        color: var(--nic-quiet);
      }
      .warning .severity {
        color: var(--nic-warn);
        font-weight: 600;
      }
      .error .severity {
        color: var(--nic-bad);
        font-weight: 600;
      }
      .text {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) remarks: readonly CaptureRemark[] = [];

  private static readonly order = { error: 0, warning: 1, info: 2 };
  private static readonly words = { error: 'Error', warning: 'Warning', info: 'Note' };

  override render() {
    if (!this.remarks.length) return nothing;
    const sorted = [...this.remarks].sort((a, b) => NicRemarkList.order[a.severity] - NicRemarkList.order[b.severity]);
    return html`<ul part="list" aria-label="About the file">
      ${sorted.map(
        ({ severity, text }) =>
          html`<li class=${severity}>
            <span class="severity">${NicRemarkList.words[severity]}:</span>
            <span class="text">${text}</span>
          </li>`,
      )}
    </ul>`;
  }
}

define('nic-remark-list', NicRemarkList);

declare global {
  interface HTMLElementTagNameMap {
    'nic-remark-list': NicRemarkList;
  }
}
