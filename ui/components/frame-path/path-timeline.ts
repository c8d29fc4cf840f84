import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { noFramePath, type FramePath, type PathStep } from '../../scenario/frame-path.ts';
import { define, emit } from '../element.ts';
import { formatCount } from '../format.ts';
import { formatPs } from '../lab-view/time-text.ts';
import { base } from '../theme.ts';
import { timelineStyles } from './frame-styles.ts';
import { groupsOf, kindLabels, sinceText, type PathGroup } from './path-text.ts';

/**
 * Steps of a followed frame from top to bottom, grouped by place, each with its time since the first, its decision, why, and costs.
 *
 * @tagname nic-path-timeline
 * @csspart group - Steps at one place.
 * @fires {CustomEvent<{tuple: PathTuple}>} open-hash - The hash of a step is to be shown, bit by bit.
 */
export class NicPathTimeline extends LitElement {
  static override styles = [base, timelineStyles];

  @property({ attribute: false }) path: FramePath = noFramePath;

  private why({ reason, evidence, step }: PathStep) {
    if (!reason && !evidence) return nothing;
    return html`<details>
      <summary>Why<span class="sr-only">: ${step}</span></summary>
      ${reason ? html`<p>${reason}</p>` : nothing}
      ${
        evidence
          ? 'assumed' in evidence
            ? html`<p class="quiet-text"><strong>Assumed.</strong> ${evidence.assumed}</p>`
            : html`<p class="quiet-text">Source: ${evidence.source}</p>`
          : nothing
      }
    </details>`;
  }

  private costs({ costs, sharedBy }: PathStep) {
    if (!costs.length) return nothing;
    return html`<ul class="chips" aria-label="Costs">
      ${costs.map(
        ({ id, label, unit, units, ps, charged }) =>
          html`<li class=${sharedBy ? 'shared' : ''} title=${`${label}; ${formatCount(units)} × ${unit}; charged to ${charged}`}>
            <span class="mono">${id}</span> ${units === 1 ? nothing : `× ${formatCount(units)}, `}${formatPs(ps)}
          </li>`,
      )}
      ${sharedBy ? html`<li class="of">of ${sharedBy}</li>` : nothing}
    </ul>`;
  }

  private step(step: PathStep) {
    const { tuple } = step;
    return html`<li class="step" data-step=${step.step}>
      <span class="time">${sinceText(this.path, step)}</span>
      <div>
        <p class="decision ${step.isDrop ? 'drop' : ''}">${step.decision}</p>
        ${
          tuple
            ? html`<button type="button" class="quiet" @click=${() => emit(this, 'open-hash', { tuple })}>Show the hash bit by bit</button>`
            : nothing
        }
        ${this.why(step)} ${this.costs(step)}
      </div>
    </li>`;
  }

  private group({ place, kind, steps }: PathGroup) {
    const label = kindLabels[kind];
    const isDropped = steps.some(({ isDrop }) => isDrop);
    return html`<li part="group" class="group ${kind} ${isDropped ? 'dropped' : ''}">
      <h3>${place} ${label ? html`<small>${label}</small>` : nothing}</h3>
      <ol>
        ${steps.map((step) => this.step(step))}
      </ol>
    </li>`;
  }

  override render() {
    return html`<ol aria-label="Steps of the frame">
      ${groupsOf(this.path.steps).map((group) => this.group(group))}
    </ol>`;
  }
}

define('nic-path-timeline', NicPathTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'nic-path-timeline': NicPathTimeline;
  }
}
