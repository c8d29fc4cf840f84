import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { numberProcessors } from '../../scenario/host-settings.ts';
import { define } from '../element.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { rssQueuesOf } from './rss-queues.ts';
import type { HostView } from './view.ts';

/**
 * The logical processors of a host, and which of them take the received frames of which adapter, as the settings in force have it.
 *
 * @tagname nic-host-processors
 */
export class NicHostProcessors extends LitElement {
  static override styles = [
    base,
    tableStyles,
    css`
      td.queue {
        color: var(--nic-accent);
      }
      caption {
        padding-block: var(--nic-s1);
        color: var(--nic-quiet);
        font-size: var(--nic-size-small);
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { hostInForce: host } = view;
    const rss = host.nics.map((_, nic) => rssQueuesOf(host, nic));
    return html`<div class="scroll" role="group" aria-label="Logical processors" tabindex="0">
      <table>
        <caption>
          RSS processors as they are in force. Without RSS all frames of an adapter are received where its interrupt arrives.
        </caption>
        <thead>
          <tr>
            ${['Processor', 'Socket', 'Core', 'Thread', 'NUMA node'].map((label) => html`<th scope="col" class="number">${label}</th>`)}
            ${host.nics.map(({ name }) => html`<th scope="col">RSS of ${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${numberProcessors(host.processors).map(
            ({ socket, core, thread, node }, index) =>
              html`<tr>
                <th scope="row" class="number">${index}</th>
                ${[socket, core, thread, node].map((value) => html`<td class="number">${value}</td>`)}
                ${rss.map(({ isOn, processors }) => this.queue(isOn ? processors.indexOf(index) : -1))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private queue(queue: number) {
    return queue < 0 ? html`<td><span class="quiet-text">–</span></td>` : html`<td class="queue">queue ${queue}</td>`;
  }
}

define('nic-host-processors', NicHostProcessors);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-processors': NicHostProcessors;
  }
}
