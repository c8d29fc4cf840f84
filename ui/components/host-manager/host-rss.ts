import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { base } from '../theme.ts';
import { rssQueuesOf } from './rss-queues.ts';
import { nicPathOf } from './setting.ts';
import { rowStyles } from './styles.ts';
import type { HostView } from './view.ts';

const COLUMNS = 16;

/**
 * RSS of an adapter as it is in force: the processors of its queues and the indirection table.
 *
 * @tagname nic-host-rss
 * @fires {CustomEvent<{path: string}>} host-document - The form of the document is wanted, at a path.
 */
export class NicHostRss extends LitElement {
  static override styles = [
    base,
    rowStyles,
    css`
      pre {
        margin: 0;
        padding: var(--nic-s1) var(--nic-s2);
        overflow: auto;
        border-radius: var(--nic-radius);
        background: var(--nic-sunken);
      }
      summary {
        cursor: pointer;
        padding-block: var(--nic-s1);
        color: var(--nic-accent);
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;
  @property({ type: Number }) nic = 0;

  override render() {
    const { view, nic } = this;
    if (!view?.hostInForce.nics[nic]) return nothing;
    const { isOn, processors, notes, table } = rssQueuesOf(view.hostInForce, nic);
    const isOwnTable = view.hostInForce.nics[nic].rss.table !== undefined;
    return html`<p>
        ${
          isOn
            ? `RSS is on: ${formatPlural(processors.length, 'queue')} on ${processors.length === 1 ? 'processor' : 'processors'} ${processors.join(', ')}.`
            : 'RSS is off on this adapter: “Why?” above says why.'
        }
      </p>
      ${notes.map(({ message }) => html`<p class="remark">${message}</p>`)}
      <details>
        <summary>Indirection table: ${table.length} entries, ${isOwnTable ? 'written in the document' : 'round robin'}</summary>
        <pre class="mono" tabindex="0" aria-label="Queues of the entries">${this.lines(table)}</pre>
      </details>
      <div class="buttons">
        <button type="button" @click=${() => emit(this, 'host-document', { path: `${nicPathOf(view, nic)}.rss` })}>
          Open RSS in the form of the document
        </button>
      </div>`;
  }

  private lines(table: readonly number[]): string {
    const rows = Array.from({ length: Math.ceil(table.length / COLUMNS) }, (_, row) => row * COLUMNS);
    const cell = (queue: number) => String(queue).padStart(2);
    return rows
      .map(
        (first) =>
          `${String(first).padStart(3)}:  ${table
            .slice(first, first + COLUMNS)
            .map(cell)
            .join(' ')}`,
      )
      .join('\n');
  }
}

define('nic-host-rss', NicHostRss);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-rss': NicHostRss;
  }
}
