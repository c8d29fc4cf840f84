import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { downloadBytes } from '../components/copy-text.ts';
import { define } from '../components/element.ts';
import { formatPlural } from '../components/format.ts';
import '../components/lab-compare/lab-compare.ts';
import '../components/lab-editor/lab-editor.ts';
import { valueAt } from '../components/lab-form/edit.ts';
import type { LabEdit } from '../components/lab-form/lab-form.ts';
import type { LedgerSubject } from '../components/lab-ledger/lab-ledger.ts';
import '../components/lab-open/lab-open.ts';
import type { TopologyItem } from '../components/lab-topology/lab-topology.ts';
import '../components/lab-transport/lab-transport.ts';
import type { NicLabTransport } from '../components/lab-transport/lab-transport.ts';
import type { LabMoment } from '../components/lab-view/moment.ts';
import '../components/lab-world/lab-world.ts';
import type { NicLabWorld } from '../components/lab-world/lab-world.ts';
import { base, card } from '../components/theme.ts';
import { parsePath } from '../scenario/document-path.ts';
import type { Lab } from '../engine/lab-client.ts';
import type { ReadyScenario } from '../scenario/scenario-index.ts';
import { isCaptureName } from './lab-captures.ts';
import { LabDrop } from './lab-drop.ts';
import { LabKeys } from './lab-keys.ts';
import { labMessages, messageList } from './lab-messages.ts';
import { LabSession } from './lab-session.ts';
import { documentFragment, LINK_MOST, readLabFragment, readyFragment } from './lab-link.ts';
import { listScenarios, readScenario } from './lab-scenarios.ts';
import { labStyles } from './lab-styles.ts';
import { pathOfItem } from './lab-paths.ts';
import type { NicLabWindows } from './lab-windows.ts';

/**
 * The Lab page: hosts in virtual time. Open a scenario, run it, look at it, change it.
 *
 * @tagname nic-lab-page
 */
export class NicLabPage extends LitElement {
  static override styles = [base, card, labStyles];

  /** Starts a worker; called when a scenario is first opened, and again after a failure. */
  @property({ attribute: false }) engine: () => Promise<Lab> = () => Promise.reject(new Error('No engine.'));
  /** Whether this is the page in view. */
  @property({ type: Boolean }) active = true;
  /** Fragment of the address when it came from elsewhere: a link, the back button. */
  @property() fragment = '';

  @state() private ready: readonly ReadyScenario[] = [];
  @state() private listFault = '';
  /** What became of the link that was asked for. */
  @state() private linkNote = '';
  @state() private node = '';
  @state() private followLoaded = false;

  @query('nic-lab-transport') private transport!: NicLabTransport | null;
  @query('nic-lab-world') private world!: NicLabWorld | null;
  @query('nic-lab-windows') private windows!: NicLabWindows | null;

  private readonly session = new LabSession(
    this,
    () => this.engine(),
    { show: (moment, numbers) => this.show(moment, numbers) },
    () => this.active,
  );
  private readonly drop = new LabDrop(
    this,
    () => this.active && !this.windows?.isDialogOpen,
    (file) => this.openFile(file),
    (text) => void this.open('The text', async () => text, '#lab'),
  );
  /** What this page itself put into the address last. */
  private written = '#lab';
  private listed: Promise<readonly ReadyScenario[]> | null = null;
  private windowsLoaded: Promise<unknown> | null = null;

  constructor() {
    super();
    this.addController(new LabKeys(this.session, () => this.active));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.listed ??= listScenarios().then(
      (ready) => (this.ready = ready),
      (error: Error) => {
        this.listFault = error.message;
        return [];
      },
    );
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('fragment') && this.fragment !== this.written) void this.openLink(this.fragment);
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('active')) this.session.feed.again();
  }

  override render() {
    const { session } = this;
    return html`<div
      class="page"
      @nic-file=${(event: CustomEvent<{ file: File }>) => this.openFile(event.detail.file)}
      @nic-lab-ready=${(event: CustomEvent<{ file: string }>) => this.openReady(event.detail.file)}
    >
      ${this.drop.over ? html`<div class="over"><strong>Drop a scenario, or the capture that it replays</strong></div>` : nothing}
      ${labMessages(session, this.listFault)} ${session.document ? this.opened() : this.empty()}
    </div>`;
  }

  private empty() {
    return html`<div class="empty">
      <div>
        <h1>Watch a server’s network work, in virtual time</h1>
        <p class="lead">
          Hosts, adapters, cables and switches, emulated packet by packet: where each packet lands, what it costs, and why. Open a scenario,
          play it, then change it.
        </p>
      </div>
      ${this.session.loading ? html`<p role="status">Opening …</p>` : nothing}
      <nic-lab-open .ready=${this.ready}></nic-lab-open>
    </div>`;
  }

  private opened() {
    const { session } = this;
    const document = session.document!.current as { title?: unknown; about?: unknown; try?: unknown };
    const suggestions = Array.isArray(document.try) ? document.try.filter((entry) => typeof entry === 'string') : [];
    return html`<div class="title">
        <div>
          <h1>${typeof document.title === 'string' && document.title ? document.title : 'Untitled'}</h1>
          ${typeof document.about === 'string' && document.about ? html`<p class="about">${document.about}</p>` : nothing}
          ${
            suggestions.length
              ? html`<details>
                  <summary>What to try</summary>
                  <ul class="try">
                    ${suggestions.map((entry) => html`<li>${entry}</li>`)}
                  </ul>
                </details>`
              : nothing
          }
          ${
            session.notes.length
              ? html`<details>
                  <summary>${formatPlural(session.notes.length, 'setting')} with less effect than they say</summary>
                  ${messageList(session.notes)}
                </details>`
              : nothing
          }
        </div>
        <div class="actions">
          <nic-lab-open compact .ready=${this.ready}></nic-lab-open>
          <button type="button" @click=${this.save}>Save</button>
          <button type="button" @click=${this.copyLink}>Copy link</button>
          <button type="button" ?disabled=${!session.layout} @click=${this.saveReport}>Save report</button>
          <button type="button" ?disabled=${!session.document!.canUndo} @click=${() => session.undo()}>Undo</button>
          <button type="button" ?disabled=${!session.document!.canRedo} @click=${() => session.redo()}>Redo</button>
          <span class="quiet-text" role="status">${this.linkNote}</span>
        </div>
      </div>
      <section class="card" aria-label="Time">
        <nic-lab-transport
          ?playing=${session.playing}
          ?ended=${session.ended}
          ?disabled=${!session.layout || session.failure !== null}
          .rate=${session.rate}
          @nic-lab-play=${() => session.play()}
          @nic-lab-pause=${() => session.pause()}
          @nic-lab-step-event=${() => session.stepEvent()}
          @nic-lab-step-time=${(event: CustomEvent<{ ps: number }>) => session.stepTime(event.detail.ps)}
          @nic-lab-speed=${(event: CustomEvent<{ rate: number }>) => session.setRate(event.detail.rate)}
          @nic-lab-seek=${(event: CustomEvent<{ ps: number }>) => session.seek(event.detail.ps)}
        ></nic-lab-transport>
      </section>
      <div class="lab">${this.running()} ${this.editing()}</div>
      ${session.layout ? html`${this.comparing()} ${this.following()}` : nothing} ${this.windowsSide()}`;
  }

  private running() {
    const { session } = this;
    if (!session.layout)
      return html`<section class="card world">
        <p role="status">${session.failure === null ? 'The world is being built …' : 'No world runs.'}</p>
      </section>`;
    return html`<nic-lab-world
      class="world"
      .layout=${session.layout}
      .names=${session.names}
      .ledger=${session.ledger}
      @nic-lab-select=${(event: CustomEvent<{ item: TopologyItem }>) => (this.node = pathOfItem(session.layout!, event.detail.item))}
      @nic-lab-names=${(event: CustomEvent<{ ids: number[] }>) => session.askNames(event.detail.ids)}
      @nic-lab-ledger=${(event: CustomEvent<{ subject: LedgerSubject | null }>) => session.showLedger(event.detail.subject)}
      @nic-lab-again=${() => session.feed.again()}
    ></nic-lab-world>`;
  }

  private comparing() {
    const { session } = this;
    const { pinning } = session;
    return html`<details class="card compare" ?open=${pinning.isPinned}>
      <summary>Compare with another setting</summary>
      <nic-lab-compare
        ?pinned=${pinning.isPinned}
        .comparison=${pinning.comparison}
        .changes=${pinning.changes(session.document!.current)}
        fault=${pinning.fault}
        @nic-lab-pin=${() => session.pin(true)}
        @nic-lab-unpin=${() => session.pin(false)}
      ></nic-lab-compare>
    </details>`;
  }

  /** Loaded when it is opened. */
  private following() {
    const { session } = this;
    const load = (event: Event) => {
      if ((event.target as HTMLDetailsElement).open && !this.followLoaded)
        void import('./lab-following.ts').then(
          () => (this.followLoaded = true),
          (error: Error) => (this.linkNote = `The path of a frame could not be loaded: load the page again. ${error.message}`),
        );
    };
    return html`<details class="card compare" @toggle=${load}>
      <summary>Follow one frame</summary>
      ${
        this.followLoaded
          ? html`<nic-lab-following
              .session=${session}
              .layout=${session.layout!}
              .loads=${session.loads}
              ?active=${this.active}
            ></nic-lab-following>`
          : nothing
      }
    </details>`;
  }

  /** Loaded when there is a host that has one. */
  private windowsSide() {
    const { session } = this;
    const { settings } = session;
    if (!session.layout || !settings?.wanted.hosts.some(({ kind }) => kind === 'modelled')) return nothing;
    this.windowsLoaded ??= import('./lab-windows.ts').catch(
      (error: Error) => (this.linkNote = `The Windows side could not be loaded: load the page again. ${error.message}`),
    );
    return html`<nic-lab-windows
      .session=${session}
      .settings=${settings}
      .document=${session.document!.current}
      .layout=${session.layout}
      .loads=${session.loads}
      .node=${this.node}
      .rate=${session.rate}
      ?playing=${session.playing}
      ?active=${this.active}
      @host-document=${(event: CustomEvent<{ path: string }>) => this.showForm(event.detail.path)}
    ></nic-lab-windows>`;
  }

  private editing() {
    const { session } = this;
    return html`<nic-lab-editor
      .document=${session.document!.current}
      node=${this.node}
      .faults=${session.faults}
      .notes=${session.notes}
      @nic-lab-node=${(event: CustomEvent<{ path: string }>) => (this.node = event.detail.path)}
      @nic-lab-edit=${(event: CustomEvent<LabEdit>) => this.edit(event.detail)}
      @nic-lab-text=${(event: CustomEvent<{ text: string }>) => {
        session.write(event.detail.text);
        this.write('#lab');
      }}
    ></nic-lab-editor>`;
  }

  private showForm(path: string): void {
    this.node = path;
    this.renderRoot.querySelector('nic-lab-editor')?.scrollIntoView({ block: 'nearest' });
  }

  private show(moment: LabMoment, numbers: boolean): void {
    if (!this.active) return;
    this.world?.show(moment, numbers);
    this.transport?.show(moment, this.session.feed.playedPs);
  }

  private openFile(file: File): void {
    if (isCaptureName(file.name)) void this.session.addCapture(file);
    else void this.open(file.name, () => file.text(), '#lab');
  }

  private async openReady(file: string): Promise<void> {
    const ready = (await this.listed) ?? [];
    const title = ready.find((each) => each.file === file)?.title ?? file;
    await this.open(title, () => readScenario(file, ready), readyFragment(file));
  }

  private async openLink(fragment: string): Promise<void> {
    const link = readLabFragment(fragment);
    if (!link) return;
    if ('scenario' in link) await this.openReady(link.scenario);
    else await this.open('The document in the link', link.text, fragment);
  }

  /** @param fragment  address of what is opened */
  private async open(name: string, read: () => Promise<string>, fragment: string): Promise<void> {
    const before = this.session.document;
    await this.session.open(name, read);
    if (this.session.document === before) return;
    this.node = '';
    this.write(fragment);
  }

  private write(fragment: string): void {
    this.linkNote = '';
    if (fragment === this.written) return;
    this.written = fragment;
    if (this.active) history.replaceState(null, '', fragment);
  }

  private async copyLink(): Promise<void> {
    const fragment = await documentFragment(this.session.document!.current);
    this.write(fragment.length > LINK_MOST ? '#lab' : fragment);
    if (fragment.length > LINK_MOST) {
      this.linkNote = 'Too large for a link: save it as a file.';
      return;
    }
    try {
      await navigator.clipboard.writeText(location.href);
      this.linkNote = 'Copied.';
    } catch {
      this.linkNote = 'The link is in the address bar.'; // the browser does not let the page write to the clipboard
    }
  }

  private edit(edit: LabEdit): void {
    this.session.edit(edit);
    this.write('#lab');
    if (edit.kind === 'remove') this.node = edit.list;
    if (edit.kind !== 'add') return;
    const list = valueAt(this.session.document!.current, parsePath(edit.list) ?? []);
    this.node = `${edit.list}[${edit.index ?? (list as unknown[]).length - 1}]`;
  }

  private save(): void {
    const { current } = this.session.document!;
    downloadText(`${JSON.stringify(current, null, 2)}\n`, `${this.fileName()}.json`);
  }

  private async saveReport(): Promise<void> {
    const text = await this.session.report();
    if (text !== null) downloadText(text, `${this.fileName()}-report.json`);
  }

  private fileName(): string {
    const title = valueAt(this.session.document!.current, ['title']);
    const name =
      typeof title === 'string'
        ? title
            .toLowerCase()
            .replace(/[^a-z0-9]+/g, '-')
            .replace(/^-|-$/g, '')
        : '';
    return name || 'scenario';
  }
}

const downloadText = (text: string, name: string) => downloadBytes(new TextEncoder().encode(text), name, 'application/json');

define('nic-lab-page', NicLabPage);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-page': NicLabPage;
  }
}
