import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { SCOPES } from '../../effective/gates.ts';
import type { GateView } from '../../effective/standing.ts';
import { define } from '../element.ts';
import { base } from '../theme.ts';
import { markStyles, markTemplate } from './marks.ts';
import { evidenceTemplate, gateMarks, scopeLabels } from './words.ts';

/**
 * Every gate of a feature in order, by what it is about: whether it lets the feature through, what it requires, and where that is written.
 *
 * @tagname nic-gate-list
 * @csspart gate - One gate.
 */
export class NicGateList extends LitElement {
  static override styles = [
    base,
    markStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--nic-s2);
      }
      h4 {
        margin: 0;
        color: var(--nic-quiet);
        font-size: var(--nic-size-small);
        font-weight: 600;
      }
      li {
        display: grid;
        grid-template-columns: 7.5rem minmax(12rem, 1.2fr) minmax(12rem, 1fr);
        gap: 0 var(--nic-s3);
        align-items: baseline;
        padding-block: 0.2rem;
        border-block-start: 1px solid var(--nic-line);
      }
      .failed,
      .waits {
        background: var(--nic-sunken);
      }
      .what {
        overflow-wrap: anywhere;
      }
      .what b {
        font-weight: 600;
      }
      .not-applicable .what,
      .not-reached .what,
      .source {
        color: var(--nic-quiet);
      }
      .source {
        font-size: var(--nic-size-small);
        overflow-wrap: anywhere;
      }
      .assumed {
        color: var(--nic-warn);
        font-weight: 600;
      }
      .failure {
        display: block;
        color: var(--nic-bad);
      }
      .waits .failure,
      .coming {
        display: block;
        color: var(--nic-warn);
      }
      @container (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        li > .source {
          grid-column: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) gates: readonly GateView[] = [];
  /** What has to be restarted before a change that waits is in force. */
  @property() restart = 'a restart';

  override render() {
    return SCOPES.map((scope) => {
      const gates = this.gates.filter((gate) => gate.scope === scope);
      if (!gates.length) return nothing;
      return html`<section>
        <h4 id=${scope.replace(' ', '-')}>${scopeLabels[scope]}</h4>
        <ol aria-labelledby=${scope.replace(' ', '-')}>
          ${gates.map((gate) => this.gate(gate))}
        </ol>
      </section>`;
    });
  }

  private gate({ title, state, requires, failure, coming, evidence }: GateView) {
    return html`<li part="gate" class=${state}>
      ${markTemplate(gateMarks[state])}
      <span class="what">
        <b>${title}.</b> ${requires} ${failure ? html`<span class="failure">${failure}</span>` : nothing}
        ${state === 'waits' ? html`<span class="coming">A change is made and waits for ${this.restart}.</span>` : nothing}
        ${coming ? html`<span class="coming">After ${this.restart}: ${coming}</span>` : nothing}
      </span>
      ${evidenceTemplate(evidence)}
    </li>`;
  }
}

define('nic-gate-list', NicGateList);

declare global {
  interface HTMLElementTagNameMap {
    'nic-gate-list': NicGateList;
  }
}
