import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { printQuantity } from '../../scenario/quantities.ts';
import { networkOn } from '../../scenario/windows-settings.ts';
import { connectionName } from '../../windows/console-state.ts';
import { adapterDescription } from '../../windows/registry-view.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { rssQueuesOf } from './rss-queues.ts';
import type { HostView } from './view.ts';

/**
 * The adapters of a host, one a row.
 *
 * @tagname nic-host-nics
 * @fires {CustomEvent<{node: string}>} host-open - The sheet of an adapter is wanted.
 */
export class NicHostNics extends LitElement {
  static override styles = [base, tableStyles];

  @property({ attribute: false }) view: HostView | null = null;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { host, hostInForce } = view;
    return html`<div class="scroll" role="group" aria-label="Network adapters" tabindex="0">
      <table>
        <thead>
          <tr>
            ${['Name', 'Name in Windows', 'Device', 'Speed', 'Bound to', 'RSS'].map((label) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${host.nics.map((nic, index) => {
            const { isOn, processors } = rssQueuesOf(hostInForce, index);
            return html`<tr>
              <th scope="row">
                <button type="button" class="row-button" @click=${() => emit(this, 'host-open', { node: `nics[${index}]` })}>
                  ${nic.name}
                </button>
              </th>
              <td>${connectionName(index)}</td>
              <td>${adapterDescription(nic, index)}</td>
              <td>${printQuantity('rate', nic.speed)}</td>
              <td>${networkOn(host, nic)?.name ?? 'TCP/IP'}</td>
              <td>${isOn ? formatPlural(processors.length, 'processor') : 'off'}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }
}

define('nic-host-nics', NicHostNics);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-nics': NicHostNics;
  }
}
