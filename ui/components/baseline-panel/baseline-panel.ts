import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { rssFaults, type RssSettings } from '../../features/rss.ts';
import { settingsDiff } from '../../scenario/rss-parameters.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';

/**
 * A pinned setting to compare with, and what differs from it.
 *
 * @tagname nic-baseline-panel
 * @fires nic-pin - Pin the setting in use.
 * @fires nic-unpin - Forget the pinned setting.
 * @fires {CustomEvent<{settings: RssSettings}>} nic-settings-change - Go back to the pinned setting.
 */
export class NicBaselinePanel extends LitElement {
  static override styles = [
    base,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s1);
      }
      table {
        inline-size: 100%;
        margin-block-end: var(--nic-s2);
      }
      th,
      td {
        padding: 0.15rem var(--nic-s2) 0.15rem 0;
        border-block-end: 1px solid var(--nic-line);
        text-align: start;
        font-weight: 400;
        vertical-align: top;
        overflow-wrap: anywhere;
      }
      thead th {
        color: var(--nic-quiet);
      }
      p {
        padding-block-end: var(--nic-s2);
      }
    `,
  ];

  @property({ attribute: false }) settings: RssSettings | null = null;
  @property({ attribute: false }) pinned: RssSettings | null = null;

  override render() {
    const { settings, pinned } = this;
    if (!settings || !pinned)
      return html`<p class="quiet-text">Pin this setting, then change the controls: every bar shows the difference.</p>
        <button type="button" @click=${() => emit(this, 'nic-pin', null)}>Pin as baseline</button>`;
    const differences = rssFaults(settings).length ? [] : settingsDiff(pinned, settings);
    return html`${
        differences.length
          ? html`<table>
              <thead>
                <tr>
                  <th scope="col">Setting</th>
                  <th scope="col">Baseline</th>
                  <th scope="col">Now</th>
                </tr>
              </thead>
              <tbody>
                ${differences.map(
                  ({ label, from, to }) =>
                    html`<tr>
                      <th scope="row">${label}</th>
                      <td>${from}</td>
                      <td>${to}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
          : html`<p class="quiet-text">The setting is the baseline.</p>`
      }
      <div class="actions">
        <button type="button" ?disabled=${!differences.length} @click=${() => emit(this, 'nic-settings-change', { settings: pinned })}>
          Back to baseline
        </button>
        <button type="button" ?disabled=${!differences.length} @click=${() => emit(this, 'nic-pin', null)}>Pin this instead</button>
        <button type="button" @click=${() => emit(this, 'nic-unpin', null)}>Unpin</button>
      </div>`;
  }
}

define('nic-baseline-panel', NicBaselinePanel);

declare global {
  interface HTMLElementTagNameMap {
    'nic-baseline-panel': NicBaselinePanel;
  }
}
