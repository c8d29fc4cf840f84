import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type FeatureId, featureLabels } from '../../effective/feature-list.ts';
import { askedScope, featureStanding } from '../../effective/standing.ts';
import { windowsSettings } from '../../scenario/windows-settings.ts';
import { markStyles, markTemplate } from '../effective-panel/marks.ts';
import { stateMarks } from '../effective-panel/words.ts';
import { define, emit } from '../element.ts';
import { base } from '../theme.ts';
import type { HostView } from './view.ts';

/**
 * The features of an adapter, or of a virtual machine on it, each with its state; a click asks why.
 *
 * @tagname nic-feature-strip
 * @fires {CustomEvent<{feature: FeatureId, nic: number}>} host-why - Why a feature is on or off is to be shown.
 */
export class NicFeatureStrip extends LitElement {
  static override styles = [
    base,
    markStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s1);
        padding-block: var(--nic-s1);
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 0.35rem;
        min-block-size: 1.5rem;
        padding-inline: var(--nic-s2);
        border-color: var(--nic-line);
        border-radius: 1rem;
        font-size: var(--nic-size-small);
      }
    `,
  ];

  @property({ attribute: false }) view: HostView | null = null;
  @property({ attribute: false }) features: readonly FeatureId[] = [];
  @property({ type: Number }) nic = 0;
  /** null: no virtual machine is asked about. */
  @property({ attribute: false }) machine: number | null = null;

  override render() {
    const { view, features } = this;
    if (!view || !features.length) return nothing;
    return html`<ul aria-label="Features in force">
      ${features.map((feature) => {
        const mark = stateMarks[this.stateOf(view, feature)];
        const label = featureLabels[feature];
        return html`<li>
          <button
            type="button"
            title="Why?"
            aria-label="${label}: ${mark.word}. Why?"
            @click=${() => emit(this, 'host-why', { feature, nic: this.nic })}
          >
            ${markTemplate({ ...mark, word: '' })}${label}: ${mark.word}
          </button>
        </li>`;
      })}
    </ul>`;
  }

  private stateOf({ host, hostInForce }: HostView, feature: FeatureId) {
    const { nic, machine } = this;
    const settings = (one: HostView['host']) =>
      windowsSettings(one, one.nics[nic]!, machine === null ? null : (one.virtualMachines[machine] ?? null));
    const scope = askedScope(feature, null, { virtualMachine: machine !== null, connection: false });
    return featureStanding(feature, { inForce: settings(hostInForce), wanted: settings(host) }, scope).state;
  }
}

define('nic-feature-strip', NicFeatureStrip);

declare global {
  interface HTMLElementTagNameMap {
    'nic-feature-strip': NicFeatureStrip;
  }
}
