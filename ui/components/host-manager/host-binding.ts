import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { settingEdits } from '../../scenario/windows-edits.ts';
import { changeTo } from '../../effective/setting-paths.ts';
import { networkOn } from '../../scenario/windows-settings.ts';
import { connectionName, interfaceIndex } from '../../windows/console-state.ts';
import { adapterDescription, adapterSubkey } from '../../windows/registry-view.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import { rowStyles } from './styles.ts';
import type { HostView } from './view.ts';

/**
 * How Windows knows an adapter, and what it is bound to: TCP/IP or a virtual network.
 *
 * @tagname nic-host-binding
 * @fires {CustomEvent<{node: string}>} host-open - The virtual networks are wanted.
 */
export class NicHostBinding extends LitElement {
  static override styles = [
    base,
    rowStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 0.15rem var(--nic-s3);
        padding-block: var(--nic-s1);
      }
      dt {
        color: var(--nic-quiet);
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;
  @property({ type: Number }) nic = 0;
  @state() private faults: readonly string[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('nic')) this.faults = [];
  }

  override render() {
    const { view, nic } = this;
    const own = view?.host.nics[nic];
    if (!view || !own) return nothing;
    const network = networkOn(view.host, own);
    const hasRole = view.host.windows.roles.hyperV;
    return html`<dl>
        <dt>Name in Windows</dt>
        <dd>${connectionName(nic)}</dd>
        <dt>Device</dt>
        <dd>${adapterDescription(own, nic)}</dd>
        <dt>Interface index</dt>
        <dd>${interfaceIndex(nic)}</dd>
        <dt>Key of the driver</dt>
        <dd>${adapterSubkey(nic)}</dd>
        <dt>Bound to</dt>
        <dd>
          ${network ? `virtual network “${network.name}”, so that TCP/IP of the computer does not use it itself` : 'TCP/IP of the computer'}
        </dd>
      </dl>
      <div class="buttons">
        ${
          network
            ? html`<button type="button" @click=${() => this.bind('tcpip')}>Bind to TCP/IP again</button>`
            : hasRole
              ? html`<button type="button" @click=${() => this.bind('virtual-switch')}>Bind to a new virtual network</button>`
              : nothing
        }
        ${hasRole ? html`<button type="button" @click=${() => emit(this, 'host-open', { node: 'networks' })}>Virtual networks</button>` : nothing}
      </div>
      ${this.faults.map((fault) => html`<p class="fault" role="alert">${fault}</p>`)}`;
  }

  private bind(to: 'tcpip' | 'virtual-switch'): void {
    const { host, index, propose } = this.view!;
    this.faults = propose(settingEdits(host, { host: index, nic: this.nic, machine: null }, changeTo('adapter.binding', to)));
  }
}

define('nic-host-binding', NicHostBinding);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-binding': NicHostBinding;
  }
}
