import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { featureLabels } from '../../effective/feature-list.ts';
import { versions } from '../../effective/os/versions.ts';
import { define } from '../element.ts';
import '../hint/hint.ts';
import { base } from '../theme.ts';
import './host-field.ts';
import { hostPath } from './setting.ts';
import { rowStyles } from './styles.ts';
import type { HostView } from './view.ts';

/**
 * Installed updates: those that matter to the features of this version, to tick, and the list of all.
 *
 * @tagname nic-host-updates
 */
export class NicHostUpdates extends LitElement {
  static override styles = [
    base,
    rowStyles,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--nic-s2);
        padding-block: 0.1rem;
      }
      li label {
        display: inline-flex;
        gap: var(--nic-s2);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;
  /** The list is what was asked for. */
  @property({ type: Boolean }) marked = false;
  @state() private faults: readonly string[] = [];

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { os, windows } = view.host;
    const { updates } = versions[os];
    return html`<ul aria-label="Updates that matter to the features">
        ${updates.map(
          ({ id, message, features, evidence }) =>
            html`<li>
              <label>
                <input
                  type="checkbox"
                  .checked=${windows.updates.includes(id)}
                  @change=${(event: Event) => this.set(id, (event.target as HTMLInputElement).checked)}
                />${id}</label
              >
              <nic-hint label=${id} help=${features.map((feature) => featureLabels[feature]).join(', ')} .evidence=${evidence}></nic-hint>
              <p class="remark">${message}</p>
            </li>`,
        )}
      </ul>
      ${this.faults.map((fault) => html`<p class="fault" role="alert">${fault}</p>`)}
      <nic-host-field .view=${view} path=${hostPath(view, 'windows.updates')} ?marked=${this.marked}></nic-host-field>`;
  }

  private set(id: string, isInstalled: boolean): void {
    const view = this.view!;
    const others = view.host.windows.updates.filter((one) => one !== id);
    this.faults = view.propose([{ path: hostPath(view, 'windows.updates'), value: isInstalled ? [...others, id] : others }]);
  }
}

define('nic-host-updates', NicHostUpdates);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-updates': NicHostUpdates;
  }
}
