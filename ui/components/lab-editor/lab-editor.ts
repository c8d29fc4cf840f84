import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import '../lab-form/lab-form.ts';
import type { PathMessage } from '../lab-form/lab-form.ts';
import '../lab-json/lab-json.ts';
import '../lab-tabs/lab-tabs.ts';
import '../lab-tree/lab-tree.ts';
import { nodePathOf, nodePaths, scenarioTree } from '../lab-tree/nodes.ts';
import { base, card } from '../theme.ts';
import { editorStyles } from './styles.ts';

const tabs = [
  { id: 'form', label: 'Settings' },
  { id: 'json', label: 'JSON' },
];

/** Faults that are listed above the tree. */
const FAULTS_MOST = 4;

/**
 * The scenario as a tree with the form of the chosen node, or as text.
 *
 * @tagname nic-lab-editor
 * @fires {CustomEvent<LabEdit>} nic-lab-edit - The document is to be changed.
 * @fires {CustomEvent<{text: string}>} nic-lab-text - This text is to become the document.
 * @fires {CustomEvent<{path: string}>} nic-lab-node - Another node was chosen.
 */
export class NicLabEditor extends LitElement {
  static override styles = [base, card, editorStyles];

  @property({ attribute: false }) document: unknown = null;
  /** Path of the node whose form is shown. */
  @property() node = '';
  @property({ attribute: false }) faults: readonly PathMessage[] = [];
  @property({ attribute: false }) notes: readonly PathMessage[] = [];

  @state() private tab = 'form';

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('node') && this.node) this.tab = 'form';
  }

  override render() {
    return html`<section class="card" aria-label="Scenario">
      <nic-lab-tabs
        label="Scenario"
        .tabs=${tabs}
        selected=${this.tab}
        @nic-lab-tab=${(event: CustomEvent<{ id: string }>) => (this.tab = event.detail.id)}
      ></nic-lab-tabs>
      ${this.tab === 'form' ? this.form() : this.json()}
    </section>`;
  }

  private form() {
    return html`<div role="tabpanel" aria-label="Settings">
      ${this.faultList()}
      <div class="form">
        <div class="tree">
          <nic-lab-tree
            .root=${scenarioTree(this.document)}
            selected=${this.node}
            .faults=${this.faults.map(({ path }) => path)}
          ></nic-lab-tree>
        </div>
        <nic-lab-form .document=${this.document} path=${this.node} .faults=${this.faults} .notes=${this.notes}></nic-lab-form>
      </div>
    </div>`;
  }

  private json() {
    return html`<div class="json" role="tabpanel" aria-label="JSON">
      <nic-lab-json .text=${JSON.stringify(this.document, null, 2)} .faults=${this.faults}></nic-lab-json>
    </div>`;
  }

  /** Each fault leads to its node. */
  private faultList() {
    const { faults } = this;
    if (!faults.length) return nothing;
    return html`<div class="faulty" role="status">
      <p>${formatPlural(faults.length, 'fault')}: the world that runs is the last one without.</p>
      <ul>
        ${faults
          .slice(0, FAULTS_MOST)
          .map(
            ({ path, message }) => html`<li><button type="button" class="quiet" @click=${() => this.goTo(path)}>${message}</button></li>`,
          )}
      </ul>
      ${faults.length > FAULTS_MOST ? html`<p>… and ${faults.length - FAULTS_MOST} more, marked in the tree</p>` : nothing}
    </div>`;
  }

  private goTo(path: string): void {
    emit(this, 'nic-lab-node', { path: nodePathOf(nodePaths(scenarioTree(this.document)), path) });
  }
}

define('nic-lab-editor', NicLabEditor);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-editor': NicLabEditor;
  }
}
