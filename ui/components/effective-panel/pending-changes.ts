import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { valueText } from '../../effective/explain.ts';
import { pendingChanges, type PendingChange } from '../../effective/pending.ts';
import { settingList } from '../../effective/setting-list.ts';
import { settingAt } from '../../effective/setting-paths.ts';
import type { WindowsSettings } from '../../effective/settings.ts';
import { restartTexts, type Situation } from '../../effective/standing.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { base } from '../theme.ts';
import { markStyles, markTemplate } from './marks.ts';
import { evidenceTemplate } from './words.ts';

/**
 * Changes that are made and not in force: what each of them waits for, and the restarts that take them over.
 *
 * @tagname nic-pending-changes
 * @fires {CustomEvent<{what: Restart}>} restart - Something is to be restarted.
 * @fires {CustomEvent<{path: SettingPath}>} setting-open - The place of a setting is to be opened.
 */
export class NicPendingChanges extends LitElement {
  static override styles = [
    base,
    markStyles,
    css`
      section {
        padding: var(--nic-s2) var(--nic-s3);
        border-radius: var(--nic-radius);
        background: var(--nic-warn-soft);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s3);
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--nic-s2);
        padding-block: 0.1rem;
      }
      .what {
        overflow-wrap: anywhere;
      }
      .source {
        color: var(--nic-quiet);
        font-size: var(--nic-size-small);
      }
      .assumed,
      .for {
        color: var(--nic-warn);
      }
      li button {
        min-block-size: 1.5rem;
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) situation: Situation | null = null;

  override render() {
    const { situation } = this;
    if (!situation) return nothing;
    const { waiting, restarts } = pendingChanges(situation.inForce, situation.wanted);
    if (!waiting.length) return nothing;
    return html`<section aria-labelledby="title">
      <div class="bar">
        <h3 id="title">
          ${markTemplate({ shape: 'clock', tone: 'warn', word: `${formatPlural(waiting.length, 'change')} not in force yet` })}
        </h3>
        ${restarts.map(
          (restart) =>
            html`<button type="button" @click=${() => emit(this, 'restart', { what: restart })}>Restart ${restartTexts[restart]}</button>`,
        )}
      </div>
      <ul>
        ${waiting.map((change) => this.change(situation.inForce, change))}
      </ul>
    </section>`;
  }

  private change(inForce: WindowsSettings, { path, value, restart, evidence }: PendingChange) {
    const { label } = settingList[path];
    const before = valueText({ path, value: settingAt(inForce, path) });
    return html`<li>
      <button type="button" class="quiet" @click=${() => emit(this, 'setting-open', { path })}>${label}</button>
      <span class="what">from ${before} to ${valueText({ path, value })}</span>
      <span class="for">waits for a restart of ${restartTexts[restart]}</span>
      ${evidenceTemplate(evidence)}
    </li>`;
  }
}

define('nic-pending-changes', NicPendingChanges);

declare global {
  interface HTMLElementTagNameMap {
    'nic-pending-changes': NicPendingChanges;
  }
}
