import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import {
  type Checklist,
  type ChecklistStage,
  deploymentChecklist,
  type DeploymentFeature,
  deploymentFeatures,
} from '../../effective/deployment/checklist.ts';
import { type DeploymentObservations, nothingObserved } from '../../effective/deployment/observations.ts';
import { stageLabels } from '../../effective/deployment/plan.ts';
import { featureLabels } from '../../effective/feature-list.ts';
import type { WindowsSettings } from '../../effective/settings.ts';
import { askedScope } from '../../effective/standing.ts';
import type { EffectiveNames } from '../effective-panel/effective-panel.ts';
import { markStyles, markTemplate } from '../effective-panel/marks.ts';
import { stateMarks } from '../effective-panel/words.ts';
import { define, emit } from '../element.ts';
import '../lab-tabs/lab-tabs.ts';
import { base, card } from '../theme.ts';
import './deployment-step.ts';

/**
 * The deployment of a feature on one adapter of a host, in the four stages of Microsoft's guide, with the live state of each step.
 *
 * @tagname nic-deployment-check
 * @fires {CustomEvent<{feature: DeploymentFeature}>} feature-choose - The checklist of another feature was chosen.
 * @fires {CustomEvent<{path: SettingPath}>} setting-open - The page opens the place where a setting is set.
 * @fires {CustomEvent<{line: string, prompt: Prompt}>} run-command - A command is to be run at the prompt of host or guest.
 * @fires {CustomEvent<{paths: string[]}>} show-counters - Counters are to be shown.
 * @fires {CustomEvent<{what: Restart}>} restart - The adapter, the virtual machine or the computer is to be restarted.
 */
export class NicDeploymentCheck extends LitElement {
  static override styles = [
    base,
    card,
    markStyles,
    css`
      .card {
        container-type: inline-size;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s2);
      }
      .names {
        color: var(--nic-quiet);
        overflow-wrap: anywhere;
      }
      .stages {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: var(--nic-s2);
      }
      .stages a {
        display: grid;
        gap: 0.2rem;
        padding: var(--nic-s1) var(--nic-s2);
        border-radius: var(--nic-radius);
        background: var(--nic-sunken);
        color: inherit;
        text-decoration: none;
      }
      .stages a:hover {
        background: var(--nic-accent-soft);
      }
      .stages b {
        font-weight: 600;
      }
      progress {
        appearance: none;
        inline-size: 100%;
        block-size: 0.25rem;
        border: 0;
        border-radius: 1rem;
        background: var(--nic-line);
        overflow: hidden;
      }
      progress::-webkit-progress-bar {
        background: var(--nic-line);
      }
      progress::-webkit-progress-value {
        background: var(--nic-good);
      }
      progress::-moz-progress-bar {
        background: var(--nic-good);
      }
      .blocked {
        padding: var(--nic-s2) var(--nic-s3);
        border-radius: var(--nic-radius);
        background: var(--nic-warn-soft);
      }
      h3 {
        display: flex;
        justify-content: space-between;
        padding-block: var(--nic-s2) var(--nic-s1);
        scroll-margin-block-start: var(--nic-s4);
      }
      @container (max-width: 34rem) {
        .stages {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];

  /** As they were made. */
  @property({ attribute: false }) settings: WindowsSettings | null = null;
  /** As they are in force; null when nothing was changed since the computer started. */
  @property({ attribute: false }) inForce: WindowsSettings | null = null;
  @property({ attribute: false }) names: EffectiveNames | null = null;
  @property({ attribute: false }) observations: DeploymentObservations = nothingObserved;
  /** Number of the adapter under the class key of network adapters, such as "0007". */
  @property({ attribute: false }) adapterKey: string | null = null;
  @property() feature: DeploymentFeature = 'rss';

  override render() {
    const { settings, names, feature } = this;
    if (!settings || !names) return nothing;
    const list = this.checklist(settings, names);
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Deployment</h2>
        <span class="names">${[names.host, names.adapter, names.virtualMachine].filter(Boolean).join(' › ')}</span>
        <span class="end"
          >${markTemplate({ ...stateMarks[list.on ? 'on' : 'off'], word: `${featureLabels[feature]} is ${list.on ? 'on' : 'off'}` })}</span
        >
      </header>
      <nic-lab-tabs
        label="Feature"
        .tabs=${deploymentFeatures.map((id) => ({ id, label: featureLabels[id] }))}
        .selected=${feature}
        @nic-lab-tab=${({ detail }: CustomEvent<{ id: DeploymentFeature }>) => this.choose(detail.id)}
      ></nic-lab-tabs>
      ${list.blocked ? html`<p class="blocked">It cannot be deployed here: ${list.blocked}</p>` : nothing}
      <ol class="stages" aria-label="Stages">
        ${list.stages.map((stage) => this.progress(stage))}
      </ol>
      ${list.stages.map((stage) => this.stage(stage))}
    </section>`;
  }

  private checklist(wanted: WindowsSettings, names: EffectiveNames): Checklist {
    const has = { virtualMachine: !!names.virtualMachine, connection: false };
    const { feature, observations, adapterKey } = this;
    const upTo = askedScope(feature, null, has);
    return deploymentChecklist(feature, { inForce: this.inForce ?? wanted, wanted, observations, adapterKey, upTo });
  }

  private choose(feature: DeploymentFeature): void {
    this.feature = feature;
    emit(this, 'feature-choose', { feature });
  }

  private progress({ stage, done, of }: ChecklistStage) {
    return html`<li>
      <a href="#${stage}" @click=${(event: Event) => this.goTo(event, stage)}>
        <span><b>${stageLabels[stage]}</b> <span class="quiet-text">${done} of ${of} done</span></span>
        <progress max=${Math.max(1, of)} value=${of ? done : 1} aria-hidden="true"></progress>
      </a>
    </li>`;
  }

  /** The address belongs to the page, so a stage is gone to without it. */
  private goTo(event: Event, stage: string): void {
    event.preventDefault();
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${stage}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }

  private stage({ stage, steps }: ChecklistStage) {
    return html`<section aria-labelledby=${stage}>
      <h3 id=${stage} tabindex="-1">${stageLabels[stage]}</h3>
      ${steps.map((step) => html`<nic-deployment-step data-step=${step.id} .step=${step}></nic-deployment-step>`)}
      ${steps.length ? nothing : html`<p class="quiet-text">There is nothing to do at this stage.</p>`}
    </section>`;
  }
}

define('nic-deployment-check', NicDeploymentCheck);

declare global {
  interface HTMLElementTagNameMap {
    'nic-deployment-check': NicDeploymentCheck;
  }
}
