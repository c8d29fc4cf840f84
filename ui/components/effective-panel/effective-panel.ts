import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { featureIds, type FeatureId } from '../../effective/feature-list.ts';
import { type Scope, SCOPES } from '../../effective/gates.ts';
import type { WindowsSettings } from '../../effective/settings.ts';
import { askedScope, featureStanding, type Situation, type Standing } from '../../effective/standing.ts';
import { define, emit } from '../element.ts';
import { base, card } from '../theme.ts';
import './effective-feature.ts';
import type { NicEffectiveFeature } from './effective-feature.ts';
import './effective-matrix.ts';
import type { MatrixColumn } from './effective-matrix.ts';
import './pending-changes.ts';
import { scopeLabels } from './words.ts';

/** Whose features are shown. Without a virtual machine or a connection, nothing is asked about one. */
export interface EffectiveNames {
  readonly host: string;
  readonly adapter: string;
  readonly virtualMachine?: string;
  readonly connection?: string;
}

/** An adapter of the host, for the overview. */
export interface AdapterSituation {
  readonly name: string;
  readonly settings: WindowsSettings;
  readonly inForce: WindowsSettings;
}

/**
 * What is in force of every feature for one adapter of a host, why, and what would change it. Several adapters are compared at the top.
 *
 * @tagname nic-effective-panel
 * @fires {CustomEvent<{changes: Change[]}>} setting-change - Settings are to be changed; the page writes them into the document.
 * @fires {CustomEvent<{path: SettingPath}>} setting-open - The page opens the place where a setting is set.
 * @fires {CustomEvent<{what: Restart}>} restart - The adapter, the virtual machine or the computer is to be restarted.
 * @fires {CustomEvent<{adapter: string}>} adapter-choose - Another adapter of the host is to be shown.
 * @fires {CustomEvent<{scope: Scope | null}>} scope-change - Another scope was chosen.
 */
export class NicEffectivePanel extends LitElement {
  static override styles = [
    base,
    card,
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
      label {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--nic-s1) var(--nic-s2);
      }
      nic-effective-matrix {
        margin-block-end: var(--nic-s2);
      }
    `,
  ];

  /** As they were made. */
  @property({ attribute: false }) settings: WindowsSettings | null = null;
  /** As they are in force; null when nothing was changed since the computer started. */
  @property({ attribute: false }) inForce: WindowsSettings | null = null;
  @property({ attribute: false }) names: EffectiveNames | null = null;
  /** All adapters of the host in their order, for the overview; the one that is shown may be among them. */
  @property({ attribute: false }) adapters: readonly AdapterSituation[] = [];
  /** How far features are asked about; null for what each of them is usually asked for. */
  @property() scope: Scope | null = null;

  @state() private readonly opened = new Set<FeatureId>();

  /** Opens the gates of a feature and goes there. */
  openFeature(feature: FeatureId): void {
    this.opened.add(feature);
    this.requestUpdate();
    void this.updateComplete.then(() => this.featureElement(feature)?.focus());
  }

  override render() {
    const { settings, names } = this;
    if (!settings || !names) return nothing;
    const situation: Situation = { inForce: this.inForce ?? settings, wanted: settings };
    const standings = this.standings(situation);
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Effective state</h2>
        <span class="names">${[names.host, names.adapter, names.virtualMachine, names.connection].filter(Boolean).join(' › ')}</span>
        <label class="end">Asked up to ${this.scopeSelect(names)}</label>
      </header>
      ${this.adapters.length > 1 ? this.overview(names, standings) : nothing}
      <nic-pending-changes .situation=${situation}></nic-pending-changes>
      <div class="features" @nic-feature-open=${this.featureOpened}>
        ${featureIds.map(
          (id) =>
            html`<nic-effective-feature
              data-feature=${id}
              .standing=${standings.get(id)!}
              ?open=${this.opened.has(id)}
            ></nic-effective-feature>`,
        )}
      </div>
    </section>`;
  }

  private standings(situation: Situation): Map<FeatureId, Standing> {
    const has = { virtualMachine: !!this.names?.virtualMachine, connection: !!this.names?.connection };
    return new Map(featureIds.map((id) => [id, featureStanding(id, situation, askedScope(id, this.scope, has))]));
  }

  private scopeSelect({ virtualMachine, connection }: EffectiveNames) {
    const offered = SCOPES.filter((scope) => (scope !== 'virtual machine' || virtualMachine) && (scope !== 'connection' || connection));
    return html`<select
      @change=${({ target }: Event) => this.chooseScope(SCOPES.find((scope) => scope === (target as HTMLSelectElement).value) ?? null)}
    >
      <option value="" ?selected=${this.scope === null}>as usual for each feature</option>
      ${offered.map((scope) => html`<option value=${scope} ?selected=${this.scope === scope}>${scopeLabels[scope].toLowerCase()}</option>`)}
    </select>`;
  }

  private overview({ adapter }: EffectiveNames, shown: Map<FeatureId, Standing>) {
    const columns = this.adapters.map(({ name, settings, inForce }): MatrixColumn => ({
      adapter: name,
      standings: name === adapter ? shown : this.standings({ inForce, wanted: settings }),
    }));
    return html`<nic-effective-matrix
      .columns=${columns}
      .adapter=${adapter}
      @nic-cell=${({ detail }: CustomEvent<{ adapter: string; feature: FeatureId }>) => this.cellChosen(detail.adapter, detail.feature)}
    ></nic-effective-matrix>`;
  }

  private chooseScope(scope: Scope | null): void {
    this.scope = scope;
    emit(this, 'scope-change', { scope });
  }

  private cellChosen(adapter: string, feature: FeatureId): void {
    if (adapter !== this.names?.adapter) emit(this, 'adapter-choose', { adapter });
    this.openFeature(feature);
  }

  private featureElement(feature: FeatureId): NicEffectiveFeature | null {
    return this.renderRoot.querySelector<NicEffectiveFeature>(`nic-effective-feature[data-feature="${feature}"]`);
  }

  private featureOpened({ target, detail }: CustomEvent<{ open: boolean }>): void {
    const id = (target as NicEffectiveFeature).dataset['feature'] as FeatureId;
    if (detail.open) this.opened.add(id);
    else this.opened.delete(id);
    this.requestUpdate();
  }
}

define('nic-effective-panel', NicEffectivePanel);

declare global {
  interface HTMLElementTagNameMap {
    'nic-effective-panel': NicEffectivePanel;
  }
}
