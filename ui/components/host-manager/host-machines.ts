import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guests } from '../../effective/guests.ts';
import { versions } from '../../effective/os/versions.ts';
import type { DocumentEdit } from '../../scenario/windows-edits.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { tableStyles } from '../table-styles.ts';
import { base } from '../theme.ts';
import { hostPath } from './setting.ts';
import { rowStyles } from './styles.ts';
import type { HostView } from './view.ts';

/** A name that nothing in the document has. */
function freshName({ wanted }: HostView): string {
  const taken = new Set(
    [...wanted.hosts, ...wanted.switches, ...wanted.hosts.flatMap((host) => host.virtualMachines)].map(({ name }) => name),
  );
  for (let number = 1; ; number++) if (!taken.has(`vm${number}`)) return `vm${number}`;
}

/**
 * Hyper-V of a host: how to get the role where it is not there, otherwise its virtual machines.
 *
 * @tagname nic-host-machines
 * @fires {CustomEvent<{node: string}>} host-open - Another sheet is wanted.
 */
export class NicHostMachines extends LitElement {
  static override styles = [base, tableStyles, rowStyles];

  @property({ attribute: false }) view: HostView | null = null;
  /** Only what the role is and has. */
  @property({ type: Boolean }) summary = false;
  @state() private faults: readonly string[] = [];

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const hasRole = view.host.windows.roles.hyperV;
    return html`${hasRole ? (this.summary ? this.overview(view) : this.machines(view)) : this.invitation(view)}
    ${this.faults.map((fault) => html`<p class="fault" role="alert">${fault}</p>`)}`;
  }

  private invitation(view: HostView) {
    const { label, hyperV } = versions[view.host.os];
    const { platform, edition } = view.host.windows;
    if (!hyperV.platforms.length) return html`<p>${label} does not have the Hyper-V role; it came with Windows Server 2008.</p>`;
    const isFit = hyperV.platforms.includes(platform) && hyperV.editions.includes(edition);
    return html`<p>
        The Hyper-V role is not installed. It is installed in Server Manager, under Roles, and needs a restart of the computer.
      </p>
      ${
        isFit
          ? nothing
          : html`<p class="fault">
              Not on this computer: ${label} has the role on ${hyperV.platforms.join(', ')}, in the editions ${hyperV.editions.join(', ')}.
            </p>`
      }
      <div class="buttons">
        <button type="button" class="primary" @click=${() => this.ask([{ path: hostPath(view, 'windows.roles.hyperV'), value: true }])}>
          Install the Hyper-V role
        </button>
      </div>`;
  }

  private overview({ host }: HostView) {
    const open = (node: string) => emit(this, 'host-open', { node });
    return html`<p>The role is installed.</p>
      <div class="buttons">
        <button type="button" @click=${() => open('networks')}>${formatPlural(host.virtualNetworks.length, 'virtual network')}</button>
        <button type="button" @click=${() => open('machines')}>${formatPlural(host.virtualMachines.length, 'virtual machine')}</button>
      </div>`;
  }

  private machines(view: HostView) {
    const { virtualMachines, virtualNetworks } = view.host;
    return html`<div class="scroll" role="group" aria-label="Virtual machines" tabindex="0">
        <table>
          <thead>
            <tr>
              ${['Name', 'Guest', 'Processors', 'Network', 'VLAN', 'Optimizations'].map((label) => html`<th scope="col">${label}</th>`)}
              <th scope="col"><span class="sr-only">Actions</span></th>
            </tr>
          </thead>
          <tbody>
            ${virtualMachines.map(
              ({ name, guest, processors, network, vlan, optimizations }, index) =>
                html`<tr>
                  <th scope="row">
                    <button type="button" class="row-button" @click=${() => emit(this, 'host-open', { node: `machines[${index}]` })}>
                      ${name}
                    </button>
                  </th>
                  <td>${guests[guest].label}</td>
                  <td>${processors}</td>
                  <td>${network}</td>
                  <td>${vlan || 'untagged'}</td>
                  <td>${optimizations ? 'enabled' : 'no'}</td>
                  <td><button type="button" aria-label="Remove ${name}" @click=${() => this.drop(index)}>Remove</button></td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${virtualMachines.length ? nothing : html`<p class="remark">There are none yet.</p>`}
      <div class="buttons">
        <button type="button" ?disabled=${!virtualNetworks.length} @click=${this.add}>Add a virtual machine</button>
        ${
          virtualNetworks.length
            ? nothing
            : html`<button type="button" @click=${() => emit(this, 'host-open', { node: 'networks' })}>
                Make a virtual network first
              </button>`
        }
      </div>
      <p class="remark"><span class="badge">from time 0: the run starts again</span> when one is added or removed.</p>`;
  }

  private readonly add = (): void => {
    const view = this.view!;
    const { virtualMachines, virtualNetworks } = view.host;
    const machine = { name: freshName(view), network: virtualNetworks[0]!.name };
    const isDone = this.ask([{ path: hostPath(view, 'virtualMachines'), value: [...virtualMachines, machine] }]);
    if (isDone) emit(this, 'host-open', { node: `machines[${virtualMachines.length}]` });
  };

  private drop(index: number): void {
    const view = this.view!;
    this.ask([{ path: hostPath(view, 'virtualMachines'), value: view.host.virtualMachines.filter((_, at) => at !== index) }]);
  }

  private ask(edits: readonly DocumentEdit[]): boolean {
    this.faults = this.view!.propose(edits);
    return this.faults.length === 0;
  }
}

define('nic-host-machines', NicHostMachines);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-machines': NicHostMachines;
  }
}
