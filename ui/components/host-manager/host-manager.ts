import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { restartTexts } from '../../effective/standing.ts';
import { adapterKey } from '../../registry/known-values.ts';
import { versions } from '../../effective/os/versions.ts';
import type { Scenario } from '../../scenario/schema.ts';
import type { DocumentEdit } from '../../scenario/windows-edits.ts';
import { adapterSubkey } from '../../windows/registry-view.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import '../host-registry/host-registry.ts';
import type { NicHostRegistry } from '../host-registry/host-registry.ts';
import '../lab-tabs/lab-tabs.ts';
import '../lab-tree/lab-tree.ts';
import { base, card } from '../theme.ts';
import './feature-strip.ts';
import './host-field.ts';
import { partTemplate } from './host-part.ts';
import { hostIcons } from './icons.ts';
import { hostTree, placeOf } from './nodes.ts';
import { restartDetail, restartLabel, restartsNeeded } from './restart.ts';
import { settingAtPath, titleOf } from './setting.ts';
import { sheetOf, type Block, type Sheet, type Tab } from './sheets.ts';
import { managerStyles } from './styles.ts';
import { changesAnything, faultTexts, tryEdits, viewOf, type HostView } from './view.ts';

const FIRST_NODE = 'computer';

/**
 * One emulated Windows host as its administrator knows it: a tree of what it has, and the property sheet of the chosen node. It changes
 * nothing itself: changes that fit the document leave as events, others are refused beside their control.
 *
 * @tagname nic-host-manager
 * @fires {CustomEvent<{edits: DocumentEdit[]}>} host-edit - The document is to be changed; an undefined value takes a property away.
 * @fires {CustomEvent<{what: 'adapter', nic: number} | {what: 'computer'}>} host-restart - Something is to be restarted.
 * @fires {CustomEvent<{node: string}>} host-node - Another node was chosen.
 * @fires {CustomEvent<{line: string}>} host-run - A command is to be shown in the console of the host.
 * @fires {CustomEvent<{feature: FeatureId, nic: number}>} host-why - Why a feature is on or off is to be shown.
 * @fires {CustomEvent<{path: string}>} host-document - The form of the document is wanted, at a path.
 */
export class NicHostManager extends LitElement {
  static override styles = [base, card, managerStyles];

  /** As an administrator has it set, with all defaults filled in. */
  @property({ attribute: false }) wanted: Scenario | null = null;
  /** As it runs; null when nothing waits. */
  @property({ attribute: false }) inForce: Scenario | null = null;
  /** Which of its hosts. */
  @property({ type: Number }) host = 0;
  /** The chosen node: "computer", "nics[0]", "registry" … */
  @property() selected = FIRST_NODE;
  /** A path of the document: its setting is shown and marked. */
  @property() highlight = '';

  @state() private tab = '';
  @query('nic-host-registry') private registry!: NicHostRegistry | null;

  private view: HostView | null = null;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('wanted') || changed.has('inForce') || changed.has('host'))
      this.view = this.wanted && viewOf(this.wanted, this.inForce ?? this.wanted, this.host, this.propose);
    if (changed.has('highlight') && this.highlight) this.goTo(this.highlight);
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('highlight') && this.highlight) void this.scrollToMarked();
    if (changed.has('selected')) void this.scrollTree();
  }

  override render() {
    const { view } = this;
    if (!view) return nothing;
    if (view.host.kind === 'ideal')
      return html`<section class="card">
        <p class="sheet">${view.host.name} is an ideal host: a TCP peer that costs nothing. It has no Windows that could be set.</p>
      </section>`;
    const sheet = sheetOf(view, this.selected) ?? null;
    return html`<section
      class="card"
      aria-label="Host ${view.host.name}"
      @host-open=${this.opened}
      @host-goto=${this.wentTo}
      @host-registry=${this.askedForValue}
    >
      ${this.waitingBar(view)}
      <div class="panes">
        <nav aria-label="Parts of ${view.host.name}">
          <nic-lab-tree
            label=${view.host.name}
            .root=${hostTree(view)}
            .selected=${this.selected}
            .icons=${hostIcons}
            @nic-lab-node=${this.nodeChosen}
          ></nic-lab-tree>
        </nav>
        <div class="sheet">${this.selected === 'registry' ? this.registrySheet(view) : sheet ? this.sheet(view, sheet) : nothing}</div>
      </div>
    </section>`;
  }

  private waitingBar(view: HostView) {
    if (!view.waiting.length) return nothing;
    return html`<div class="waiting" role="status">
      <span>${formatPlural(view.waiting.length, 'setting')} ${view.waiting.length === 1 ? 'waits' : 'wait'} for a restart:</span>
      ${view.waiting
        .slice(0, 4)
        .map(
          (one) =>
            html`<button
              type="button"
              class="quiet"
              title="Waits for a restart of ${restartTexts[one.restart]}"
              @click=${() => this.show(one.path)}
            >
              ${titleOf(view, one.path)}
            </button>`,
        )}
      ${view.waiting.length > 4 ? html`<span>and ${view.waiting.length - 4} more</span>` : nothing}
      ${restartsNeeded(view.waiting).map(
        (one) =>
          html`<button type="button" @click=${() => emit(this, 'host-restart', restartDetail(one))}>${restartLabel(view, one)}</button>`,
      )}
    </div>`;
  }

  private head({ title, commands }: Pick<Sheet, 'title' | 'commands'>) {
    return html`<header>
      <h2>${title}</h2>
      ${commands.map(
        (line) =>
          html`<button type="button" class="quiet mono" title="Show in the console" @click=${() => emit(this, 'host-run', { line })}>
            ${line.length > 46 ? `${line.slice(0, 45)}…` : line}
          </button>`,
      )}
    </header>`;
  }

  private sheet(view: HostView, sheet: Sheet) {
    const { tabs, nic } = sheet;
    const current = tabs.find(({ id }) => id === this.tab) ?? tabs[0]!;
    const [, machine] = /^machines\[(\d+)\]$/.exec(this.selected) ?? [];
    return html`${this.head(sheet)} ${sheet.text ? html`<p class="quiet-text">${sheet.text}</p>` : nothing}
    ${
      nic === null
        ? nothing
        : html`<nic-feature-strip
            .view=${view}
            .features=${sheet.features}
            .nic=${nic}
            .machine=${machine === undefined ? null : Number(machine)}
          ></nic-feature-strip>`
    }
    ${
      tabs.length > 1
        ? html`<nic-lab-tabs
            label="Properties of ${sheet.title}"
            .tabs=${tabs}
            .selected=${current.id}
            @nic-lab-tab=${(event: CustomEvent<{ id: string }>) => {
              event.stopPropagation();
              this.tab = event.detail.id;
            }}
          ></nic-lab-tabs>`
        : nothing
    }
    ${this.blocks(view, current, nic ?? 0)}`;
  }

  private blocks(view: HostView, tab: Tab, nic: number) {
    return html`<div class="blocks" role=${tab.id ? 'tabpanel' : nothing} aria-label=${tab.id ? tab.label : nothing}>
      ${tab.blocks.map((block, index) => this.block(view, block, `${this.selected}-${tab.id}-${index}`, nic))}
    </div>`;
  }

  private block(view: HostView, { title, text, paths = [], part }: Block, id: string, nic: number) {
    const isFixed = paths.length > 1 && paths.every((path) => settingAtPath(view, path)?.isFixed);
    return html`<section class="block" aria-labelledby=${id}>
      <h3 id=${id}>${title}</h3>
      ${text ? html`<p class="quiet-text">${text}</p>` : nothing}
      ${isFixed ? html`<p class="quiet-text">All of these from time 0: the run starts again with a change.</p>` : nothing}
      ${part ? partTemplate(part, view, nic, this.highlight) : nothing}
      <div class="fields">
        ${paths.map(
          (path) =>
            html`<nic-host-field .view=${view} path=${path} .fixedSaid=${isFixed} ?marked=${path === this.highlight}></nic-host-field>`,
        )}
      </div>
    </section>`;
  }

  private registrySheet(view: HostView) {
    return html`${this.head({ title: 'Registry', commands: [] })}
      <p class="quiet-text">Registry of ${view.host.name}, ${versions[view.host.os].label}.</p>
      <nic-host-registry .view=${view}></nic-host-registry>`;
  }

  /** Asks for changes of the document: those that fit it leave, the others are refused with the reason. */
  private readonly propose = (wishes: readonly DocumentEdit[]): readonly string[] => {
    const { wanted } = this;
    if (!wanted || !wishes.length) return [];
    const { edits, result } = tryEdits(wanted, wishes);
    if ('faults' in result) return faultTexts(result, edits);
    if (changesAnything(wanted, result.scenario)) emit(this, 'host-edit', { edits });
    return [];
  };

  private choose(node: string): void {
    if (node === this.selected) return;
    this.selected = node;
    this.tab = '';
    emit(this, 'host-node', { node });
  }

  private goTo(path: string): void {
    const { node, tab } = placeOf(path);
    this.choose(node);
    if (tab !== null) this.tab = tab;
  }

  /** Goes to a setting and marks it. */
  private show(path: string): void {
    this.goTo(path);
    this.highlight = path;
  }

  private async scrollToMarked(): Promise<void> {
    await this.updateComplete;
    const marked =
      this.renderRoot.querySelector<HTMLElement>('[marked]') ?? this.renderRoot.querySelector<HTMLElement>('nic-host-advanced');
    marked?.scrollIntoView({ block: 'center' });
  }

  /** Where the tree is short, the chosen node comes into its view. */
  private async scrollTree(): Promise<void> {
    await this.updateComplete;
    const nav = this.renderRoot.querySelector('nav');
    const tree = nav?.querySelector('nic-lab-tree');
    await tree?.updateComplete;
    const item = tree?.shadowRoot?.querySelector('[aria-selected=true]');
    if (!nav || !item) return;
    const [own, box] = [item.getBoundingClientRect(), nav.getBoundingClientRect()];
    if (own.top < box.top || own.bottom > box.bottom) nav.scrollTop += own.top - box.top - box.height / 2;
  }

  private nodeChosen(event: CustomEvent<{ path: string }>): void {
    event.stopPropagation();
    this.choose(event.detail.path);
  }

  private opened(event: CustomEvent<{ node: string }>): void {
    event.stopPropagation();
    this.choose(event.detail.node);
  }

  private wentTo(event: CustomEvent<{ path: string }>): void {
    event.stopPropagation();
    this.show(event.detail.path);
  }

  private async askedForValue(event: CustomEvent<{ nic: number; name: string }>): Promise<void> {
    event.stopPropagation();
    this.choose('registry');
    await this.updateComplete;
    this.registry?.show(adapterKey(adapterSubkey(event.detail.nic)), event.detail.name);
  }
}

define('nic-host-manager', NicHostManager);

declare global {
  interface HTMLElementTagNameMap {
    'nic-host-manager': NicHostManager;
  }
}
