import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { featureLabels } from '../../effective/feature-list.ts';
import { settingKind } from '../../effective/setting-kinds.ts';
import { settingList } from '../../effective/setting-list.ts';
import type { Change, SettingPath } from '../../effective/setting-paths.ts';
import { restartTexts, type Standing } from '../../effective/standing.ts';
import type { Note } from '../../features/rss.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { base } from '../theme.ts';
import './gate-list.ts';
import { markStyles, markTemplate } from './marks.ts';
import { evidenceTemplate, scopeLabels, stateMarks } from './words.ts';
import { featureStyles } from './feature-styles.ts';

const isSettable = ({ path }: Change): boolean => settingKind(path) !== 'fact';

/** Notes name their setting by its path; not every one of them is in the list. */
const settingOf = ({ path }: Note): SettingPath | null => (Object.hasOwn(settingList, path) ? (path as SettingPath) : null);

/**
 * One feature: its state, why, and the change that would help, on one line; opened, every gate and every remark.
 *
 * @tagname nic-effective-feature
 * @csspart sentence - Why the feature is off.
 * @fires {CustomEvent<{open: boolean}>} nic-feature-open - The feature was opened or closed.
 * @fires {CustomEvent<{changes: Change[]}>} setting-change - Settings are to be changed.
 * @fires {CustomEvent<{path: SettingPath}>} setting-open - The place of a setting is to be opened.
 * @fires {CustomEvent<{what: Restart}>} restart - Something is to be restarted.
 */
export class NicEffectiveFeature extends LitElement {
  static override styles = [base, markStyles, featureStyles];

  @property({ attribute: false }) standing: Standing | null = null;
  @property({ type: Boolean }) open = false;

  override render() {
    const { standing, open } = this;
    if (!standing) return nothing;
    const label = featureLabels[standing.feature];
    return html`<div class="line">
        ${markTemplate(stateMarks[standing.state])}
        <h3>
          <button type="button" class="title" aria-expanded=${open ? 'true' : 'false'} @click=${this.toggle}>
            <svg class="twist" viewBox="0 0 16 16" aria-hidden="true"><path d="M6 4l5 4-5 4z" /></svg>${label}
          </button>
        </h3>
        <div class="answer">${this.answer(standing)}</div>
      </div>
      ${open ? this.details(standing) : nothing}`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.title')?.focus();
  }

  private toggle = (): void => emit(this, 'nic-feature-open', { open: !this.open });

  private answer({ state, sentence, step, steps, restart, gates, notes }: Standing) {
    if (state === 'on') {
      const passed = gates.filter((gate) => gate.state === 'passed').length;
      const remarks = notes.length ? `, ${formatPlural(notes.length, 'remark')}` : '';
      return html`<span class="quiet-text">${formatPlural(passed, 'condition')} met${remarks}</span>`;
    }
    return html`<p part="sentence">${sentence}</p>
      ${
        state === 'pending' && restart
          ? html`<p>
              <button type="button" @click=${() => emit(this, 'restart', { what: restart })}>Restart ${restartTexts[restart]}</button>
            </p>`
          : nothing
      }
      ${
        state === 'off' && step
          ? this.offer(
              step.change,
              step.advice,
              steps.map(({ change }) => change),
            )
          : nothing
      }`;
  }

  private offer(change: Change, advice: string, all: readonly Change[]) {
    const settable = all.filter(isSettable);
    return html`<p class="quiet-text" id="advice">${advice}</p>
      <p class="offers">
        ${
          isSettable(change)
            ? html`<button type="button" aria-describedby="advice" @click=${() => emit(this, 'setting-change', { changes: [change] })}>
                Make this change
              </button>`
            : html`<span class="quiet-text">It is a fact that is observed, not a setting.</span>`
        }
        ${
          all.length > 1 && settable.length > 1
            ? html`<button type="button" class="quiet" @click=${() => emit(this, 'setting-change', { changes: settable })}>
                Make all ${settable.length} changes
              </button>`
            : nothing
        }
        ${this.opener(change.path)}
      </p>`;
  }

  private opener(path: SettingPath) {
    if (settingKind(path) === 'fact') return nothing;
    return html`<button
      type="button"
      class="quiet"
      aria-label="Open the setting “${settingList[path].label}”"
      @click=${() => emit(this, 'setting-open', { path })}
    >
      Open the setting
    </button>`;
  }

  private details({ scope, steps, gates, notAsked, notes, restart, state }: Standing) {
    return html`<div class="details">
      ${
        state === 'off' && steps.length > 1
          ? html`<section>
              <h4 id="steps">All ${steps.length} changes, in order</h4>
              <ol class="steps" aria-labelledby="steps">
                ${steps.map(({ advice, change }) => html`<li>${advice} ${this.opener(change.path)}</li>`)}
              </ol>
            </section>`
          : nothing
      }
      ${
        notes.length
          ? html`<section>
              <h4 id="remarks">Remarks</h4>
              <ul class="remarks" aria-labelledby="remarks">
                ${notes.map((note) => this.remark(note))}
              </ul>
            </section>`
          : nothing
      }
      <nic-gate-list .gates=${gates} .restart=${restart ? `a restart of ${restartTexts[restart]}` : 'a restart'}></nic-gate-list>
      ${
        notAsked
          ? html`<p class="quiet-text">
              Asked up to: ${scopeLabels[scope].toLowerCase()}. ${formatPlural(notAsked, 'condition')} about something narrower
              ${notAsked === 1 ? 'is' : 'are'} not asked.
            </p>`
          : nothing
      }
    </div>`;
  }

  private remark(note: Note) {
    const path = settingOf(note);
    return html`<li><span>${note.message} ${evidenceTemplate(note.evidence)}</span>${path ? this.opener(path) : nothing}</li>`;
  }
}

define('nic-effective-feature', NicEffectiveFeature);

declare global {
  interface HTMLElementTagNameMap {
    'nic-effective-feature': NicEffectiveFeature;
  }
}
