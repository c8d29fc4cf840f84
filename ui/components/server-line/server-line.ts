import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { HostCandidate, ServerChoice, ServerFinding } from '../../analysis/types.ts';
import { define, emit } from '../element.ts';
import { formatBytes, formatCount, formatPercent, formatPlural } from '../format.ts';
import { base } from '../theme.ts';

/**
 * Whose receive side is looked at, why, and a way to choose another host, the other side, or every frame.
 *
 * @tagname nic-server-line
 * @csspart base - The line.
 * @fires {CustomEvent<{server: ServerChoice}>} nic-server-change - The user chose.
 */
export class NicServerLine extends LitElement {
  static override styles = [
    base,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s2);
      }
      label {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s2);
        min-inline-size: 0;
      }
      select {
        font-weight: 600;
      }
      .because {
        flex: 1 1 20rem;
        color: var(--nic-quiet);
      }
    `,
  ];

  @property({ attribute: false }) finding: ServerFinding | null = null;
  @property({ attribute: false }) choice: ServerChoice = { kind: 'auto' };

  override render() {
    const { finding } = this;
    if (!finding) return nothing;
    const value = this.choice.kind === 'addresses' ? this.indexOf(finding, this.choice.addresses) : this.choice.kind;
    const other = this.otherSide(finding);
    return html`<div class="line" part="base">
      <label>
        <span>Received by</span>
        <select @change=${this.picked}>
          <option value="auto" ?selected=${value === 'auto'}>
            ${this.choice.kind === 'auto' && finding.addresses.length ? `${finding.addresses[0]} (found)` : 'Find the server'}
          </option>
          ${
            this.choice.kind === 'addresses' && value === ''
              ? html`<option value="" selected>${this.choice.addresses.join(', ')}</option>`
              : nothing
          }
          <optgroup label="Busiest hosts">
            ${finding.candidates.map(
              (host, index) =>
                html`<option value=${String(index)} ?selected=${value === String(index)}>${NicServerLine.hostText(host)}</option>`,
            )}
          </optgroup>
          <option value="all" ?selected=${value === 'all'}>Every frame (mirror port, router)</option>
        </select>
      </label>
      ${
        other
          ? html`<button
              type="button"
              title="Look at ${other.addresses[0]} instead"
              @click=${() => this.choose({ kind: 'addresses', addresses: other.addresses })}
            >
              ⇄ Flip sides
            </button>`
          : nothing
      }
      ${finding.interfaces.length > 1 ? this.interfaces(finding) : nothing}
      <span class="because">${finding.because} ${this.counts(finding)}</span>
    </div>`;
  }

  /** Interfaces are numbered from 0, as Wireshark shows them. */
  private interfaces({ interfaces, iface }: ServerFinding) {
    return html`<label>
      <span>on</span>
      <select @change=${this.interfacePicked}>
        ${interfaces.map(
          ({ index, packets }) =>
            html`<option value=${String(index)} ?selected=${iface === index}>
              interface ${index}: ${formatPlural(packets, 'packet')}
            </option>`,
        )}
        <option value="every" ?selected=${iface === 'every'}>every interface, as if one adapter</option>
      </select>
    </label>`;
  }

  private interfacePicked(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    emit(this, 'nic-server-change', { server: { kind: 'auto', iface: value === 'every' ? value : Number(value) } satisfies ServerChoice });
  }

  private static hostText(host: HostCandidate): string {
    const more = host.addresses.length > 1 ? ` +${host.addresses.length - 1}` : '';
    return `${host.addresses[0]}${more}: ${formatPercent(host.share)}, ${formatPlural(host.peers, 'peer')}`;
  }

  private counts(finding: ServerFinding): string {
    const received = `${formatPlural(finding.ingressPackets, 'packet')} (${formatBytes(finding.ingressBytes)}) received`;
    const left = [
      finding.egressPackets ? `${formatCount(finding.egressPackets)} sent` : '',
      finding.otherPackets ? `${formatCount(finding.otherPackets)} of others` : '',
    ].filter(Boolean);
    return left.length ? `${received}; ${left.join(' and ')} left out.` : `${received}.`;
  }

  private indexOf(finding: ServerFinding, addresses: readonly string[]): string {
    const index = finding.candidates.findIndex((host) => host.addresses.some((address) => addresses.includes(address)));
    return index < 0 ? '' : String(index);
  }

  /** The busiest host that is not the server. */
  private otherSide(finding: ServerFinding): HostCandidate | null {
    if (finding.chosenBy === 'all') return null;
    return finding.candidates.find((host) => !host.addresses.some((address) => finding.addresses.includes(address))) ?? null;
  }

  private picked(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (value === 'auto' || value === 'all') return this.choose({ kind: value });
    const host = this.finding?.candidates[Number(value)];
    if (host) this.choose({ kind: 'addresses', addresses: host.addresses });
  }

  /** Keeps the interface that was chosen. */
  private choose(server: ServerChoice): void {
    const { iface } = this.choice;
    emit(this, 'nic-server-change', { server: iface === undefined ? server : { ...server, iface } });
  }
}

define('nic-server-line', NicServerLine);

declare global {
  interface HTMLElementTagNameMap {
    'nic-server-line': NicServerLine;
  }
}
