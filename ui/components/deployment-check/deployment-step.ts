import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChecklistStep } from '../../effective/deployment/checklist.ts';
import type { Place } from '../../effective/deployment/places.ts';
import type { Check, Prompt } from '../../effective/deployment/plan.ts';
import { settingKind } from '../../effective/setting-kinds.ts';
import { settingList } from '../../effective/setting-list.ts';
import { restartTexts } from '../../effective/standing.ts';
import { markStyles, markTemplate } from '../effective-panel/marks.ts';
import { evidenceTemplate } from '../effective-panel/words.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import { stepMarks, waitingMark } from './marks.ts';
import { stepStyles } from './step-styles.ts';

/**
 * One step of a deployment: its state and why, how it is done, how it is checked, what to watch.
 *
 * @tagname nic-deployment-step
 * @fires {CustomEvent<{path: SettingPath}>} setting-open - The place of a setting is to be opened.
 * @fires {CustomEvent<{line: string, prompt: Prompt}>} run-command - A command is to be run at the prompt of host or guest.
 * @fires {CustomEvent<{paths: string[]}>} show-counters - Counters are to be shown.
 * @fires {CustomEvent<{what: Restart}>} restart - Something is to be restarted.
 */
export class NicDeploymentStep extends LitElement {
  static override styles = [base, markStyles, stepStyles];

  @property({ attribute: false }) step: ChecklistStep | null = null;

  override render() {
    const { step } = this;
    if (!step) return nothing;
    const { title, text, optional, state, reason, restart, evidence } = step;
    return html`<details ?open=${state !== 'done'}>
      <summary>
        ${markTemplate(restart ? waitingMark : stepMarks[state])}
        <span class="title">${title}</span>${optional ? html` <span class="optional">optional</span>` : nothing}
      </summary>
      <div class="body">
        <p class="quiet-text">${text}</p>
        ${reason ? html`<p class="reason ${restart ? 'waits' : state}">${reason} ${this.restarter(restart)}</p>` : nothing}
        ${this.ways(step)} ${step.checks.map((check) => this.check(check))} ${this.watch(step)}
        <p>${evidenceTemplate(evidence)}</p>
      </div>
    </details>`;
  }

  private restarter(what: ChecklistStep['restart']) {
    if (!what) return nothing;
    return html`<button type="button" @click=${() => emit(this, 'restart', { what })}>Restart ${restartTexts[what]}</button>`;
  }

  private ways({ places, paths, state }: ChecklistStep) {
    const open = paths.filter((path) => settingKind(path) !== 'fact' && !places.some((place) => place.path === path));
    if (state === 'cannot' || (!places.length && !open.length)) return nothing;
    return html`<ul class="ways" aria-label="How to do it">
      ${places.map((place) => this.place(place))} ${open.map((path) => html`<li>${this.opener(path)}</li>`)}
    </ul>`;
  }

  private place({ path, text, lines, prompt }: Place) {
    return html`<li>
      ${lines.length ? lines.map((line) => this.command(line, prompt)) : html`<span class="place">${text}</span>`}
      ${settingKind(path) === 'fact' ? nothing : this.opener(path)}
    </li>`;
  }

  private opener(path: ChecklistStep['paths'][number]) {
    const { label } = settingList[path];
    return html`<button type="button" class="quiet" @click=${() => emit(this, 'setting-open', { path })}>Open “${label}”</button>`;
  }

  private command(line: string, prompt: Prompt) {
    return html`${prompt === 'guest' ? html`<span class="quiet-text">in the guest</span>` : nothing}<code class="mono">${line}</code>
      <button type="button" aria-label="Run ${line}" @click=${() => emit(this, 'run-command', { line, prompt })}>Run</button>`;
  }

  private check({ line, prompt, shows, isLine, evidence }: Check) {
    return html`<div class="check">
      <div class="command">${this.command(line, prompt)}</div>
      <p class="shows"><span class="quiet-text">Look for:</span> ${isLine ? html`<samp class="mono">${shows}</samp>` : shows}</p>
      ${'assumed' in evidence ? html`<p>${evidenceTemplate(evidence)}</p>` : nothing}
    </div>`;
  }

  private watch({ counters }: ChecklistStep) {
    if (!counters) return nothing;
    const { paths, shows } = counters;
    return html`<div class="check">
      <ul class="counters" aria-label="Counters to watch">
        ${paths.map((path) => html`<li class="mono">${path}</li>`)}
      </ul>
      <p class="shows">
        ${shows}
        <button
          type="button"
          aria-label=${paths.length === 1 ? `Show the counter ${paths[0]}` : `Show the counters ${paths.join(', ')}`}
          @click=${() => emit(this, 'show-counters', { paths: [...paths] })}
        >
          Show ${paths.length === 1 ? 'the counter' : 'the counters'}
        </button>
      </p>
    </div>`;
  }
}

define('nic-deployment-step', NicDeploymentStep);

declare global {
  interface HTMLElementTagNameMap {
    'nic-deployment-step': NicDeploymentStep;
  }
}
