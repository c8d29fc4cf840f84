import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import type { NicEffectivePanel } from '../components/effective-panel/effective-panel.ts';
import { define } from '../components/element.ts';
import '../components/lab-tabs/lab-tabs.ts';
import type { NicScriptDialog } from '../components/script-dialog/script-dialog.ts';
import { withServer, type ServerChange } from '../components/server-paste/server-change.ts';
import type { NicServerPaste } from '../components/server-paste/server-paste.ts';
import { base, card } from '../components/theme.ts';
import type { DeploymentFeature } from '../effective/deployment/checklist.ts';
import type { Prompt } from '../effective/deployment/plan.ts';
import type { FeatureId } from '../effective/feature-list.ts';
import type { Restart } from '../effective/os/version.ts';
import type { Change, SettingPath } from '../effective/setting-paths.ts';
import type { LabLayout, LabSettings } from '../scenario/lab-frame.ts';
import type { Host } from '../scenario/schema.ts';
import { settingEdits, type DocumentEdit, type SettingPlace } from '../scenario/windows-edits.ts';
import { adapterDescription, adapterSubkey } from '../windows/registry-view.ts';
import type { NicLabConsole } from './lab-console.ts';
import { checklistCounters, receiveProcessors } from './lab-observing.ts';
import { LabSampling } from './lab-sampling.ts';
import type { LabSession } from './lab-session.ts';
import { windowsHead, type HeadActions } from './lab-windows-head.ts';
import { loadPart, type WindowsPart } from './lab-windows-parts.ts';
import { adaptersAt, namesAt, pathToOpen, placeOfNode, placeWithin, restartEvent, situationAt } from './lab-windows-place.ts';
import { configurationsOf, nowId, openedId } from './lab-windows-scripts.ts';
import { windowsStyles } from './lab-windows-styles.ts';

const tabs = [
  { id: 'effective', label: 'Effective state' },
  { id: 'settings', label: 'Settings' },
  { id: 'console', label: 'Console' },
  { id: 'performance', label: 'Performance' },
  { id: 'deployment', label: 'Deployment' },
] as const;

type HostRestart = { what: 'adapter'; nic: number } | { what: 'computer' };

type TabId = (typeof tabs)[number]['id'];

/**
 * The Windows side of the modelled hosts of a run: what is in force and why, settings, command prompt, Performance Monitor, deployment.
 *
 * @tagname nic-lab-windows
 */
export class NicLabWindows extends LitElement implements HeadActions {
  static override styles = [base, card, windowsStyles];

  @property({ attribute: false }) session: LabSession | null = null;
  @property({ attribute: false }) settings: LabSettings | null = null;
  /** As it stands; may be faulty. */
  @property({ attribute: false }) document: unknown = null;
  @property({ attribute: false }) layout: LabLayout | null = null;
  /** Another number when the run has taken a document over. */
  @property({ type: Number }) loads = 0;
  /** Node of the scenario that was chosen elsewhere: its host and adapter are chosen here. */
  @property() node = '';
  @property({ type: Number }) rate = 1;
  @property({ type: Boolean }) playing = false;
  @property({ type: Boolean }) active = true;

  @state() private place: SettingPlace = { host: 0, nic: 0, machine: null };
  @state() private tab: TabId = 'effective';
  @state() private feature: DeploymentFeature = 'rss';
  /** Part of the host whose settings are shown, as nic-host-manager names it. */
  @state() private managerNode = 'computer';
  /** Path of the setting that is to be looked at. */
  @state() private highlight = '';
  /** What a button could not do, and what to do instead. */
  @state() private said = '';
  @query('nic-effective-panel') private panel!: NicEffectivePanel | null;
  @query('nic-lab-console') private console!: NicLabConsole | null;
  @query('nic-server-paste') private paste!: NicServerPaste | null;
  @query('nic-script-dialog') private scripts!: NicScriptDialog | null;

  private readonly sampling = new LabSampling(this);
  private isSampled = false;

  /** Drops and pastes are those of the dialog while there is one. */
  get isDialogOpen(): boolean {
    return !!this.paste?.isOpen || !!this.scripts?.isOpen;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load(this.tab);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { settings, session } = this;
    if (!settings || !session) return;
    const { wanted } = settings;
    if (changed.has('node')) this.choose(placeOfNode(wanted, this.node, this.place));
    this.place = placeWithin(wanted, this.place) ?? this.place;
    if (changed.has('settings')) this.sampling.adapt();
    if (changed.has('layout')) this.sampling.back(0, true);
    else if (changed.has('document')) this.sampling.back(session.timePs, false);
    else if (changed.has('loads')) void this.sampling.again();
    this.isSampled ||= this.tab === 'performance' || this.tab === 'deployment';
    this.sampling.follow(this.isSampled ? this.place.host : null);
  }

  override render() {
    const { settings, session, place } = this;
    const host = settings?.wanted.hosts[place.host];
    if (!settings || !session || host?.kind !== 'modelled') return nothing;
    return html`<section class="card head" aria-label="Windows side">
        ${windowsHead(settings, place, this)}
        <p class="said" role="status">${this.said}</p>
        <nic-lab-tabs
          label="Windows side"
          .tabs=${tabs}
          selected=${this.tab}
          @nic-lab-tab=${(event: CustomEvent<{ id: TabId }>) => void this.show(event.detail.id)}
        ></nic-lab-tabs>
      </section>
      <div
        role="tabpanel"
        aria-label=${tabs.find(({ id }) => id === this.tab)!.label}
        @setting-change=${(event: CustomEvent<{ changes: Change[] }>) => this.change(host, event.detail.changes)}
        @setting-open=${(event: CustomEvent<{ path: SettingPath }>) => this.openSetting(event.detail.path)}
        @restart=${(event: CustomEvent<{ what: Restart }>) => this.restart(host, place.nic, event.detail.what)}
      >
        ${cache(this.panelOf(settings, session, host))}
      </div>
      <nic-server-paste
        .document=${this.document}
        @server-apply=${(event: CustomEvent<ServerChange>) => session.replace(withServer(this.document, event.detail))}
      ></nic-server-paste>
      <nic-script-dialog></nic-script-dialog>`;
  }

  private panelOf(settings: LabSettings, session: LabSession, host: Host) {
    switch (this.tab) {
      case 'effective':
        return this.effective(settings, host);
      case 'settings':
        return this.manager(settings, session, host);
      case 'console':
        return html`<nic-lab-console
          .session=${session}
          .settings=${settings}
          .loads=${this.loads}
          .host=${this.place.host}
          .rate=${this.rate}
          ?playing=${this.playing}
          ?active=${this.active}
        ></nic-lab-console>`;
      case 'performance':
        return html`<nic-lab-performance
          .counters=${this.sampling.of(this.place.host)}
          .revision=${this.sampling.revision}
          @nic-counters-again=${() => this.sampling.again()}
        ></nic-lab-performance>`;
      case 'deployment':
        return this.deployment(settings, session, host);
    }
  }

  private effective(settings: LabSettings, host: Host) {
    const { wanted, inForce } = situationAt(settings, this.place);
    return html`<nic-effective-panel
      .settings=${wanted}
      .inForce=${inForce}
      .names=${namesAt(host, this.place)}
      .adapters=${adaptersAt(settings, this.place)}
      @adapter-choose=${({ detail }: CustomEvent<{ adapter: string }>) =>
        this.choose({ ...this.place, nic: host.nics.findIndex(({ name }) => name === detail.adapter) })}
    ></nic-effective-panel>`;
  }

  private manager({ wanted, inForce }: LabSettings, session: LabSession, host: Host) {
    return html`<nic-host-manager
      .wanted=${wanted}
      .inForce=${inForce}
      .host=${this.place.host}
      .selected=${this.managerNode}
      .highlight=${this.highlight}
      @host-node=${(event: CustomEvent<{ node: string }>) => this.partChosen(event.detail.node)}
      @host-edit=${(event: CustomEvent<{ edits: DocumentEdit[] }>) => session.change(event.detail.edits)}
      @host-restart=${({ detail }: CustomEvent<HostRestart>) => this.restart(host, 'nic' in detail ? detail.nic : 0, detail.what)}
      @host-run=${(event: CustomEvent<{ line: string }>) => this.run(event.detail.line)}
      @host-why=${(event: CustomEvent<{ feature: FeatureId; nic: number }>) => this.why(event.detail)}
    ></nic-host-manager>`;
  }

  /** An adapter that is looked at there is the one that everything else is about, too. */
  private partChosen(part: string): void {
    const [, nic] = /^nics\[(\d+)\]$/.exec(part) ?? [];
    if (nic !== undefined) this.place = { ...this.place, nic: Number(nic) };
    this.managerNode = part;
  }

  private deployment(settings: LabSettings, session: LabSession, host: Host) {
    const { nic, host: index } = this.place;
    const { wanted, inForce } = situationAt(settings, this.place);
    const { observing } = this.sampling.of(index);
    observing.watch(checklistCounters(wanted));
    const { moment } = session.feed;
    const observations = {
      ...observing.observations(adapterDescription(host.nics[nic]!, nic)),
      ...(moment && { receiveProcessors: receiveProcessors(moment.layout, moment.frame, index, nic) }),
    };
    return html`<nic-deployment-check
      .settings=${wanted}
      .inForce=${inForce}
      .names=${namesAt(host, this.place)}
      .observations=${observations}
      .adapterKey=${adapterSubkey(nic)}
      feature=${this.feature}
      @feature-choose=${(event: CustomEvent<{ feature: DeploymentFeature }>) => (this.feature = event.detail.feature)}
      @run-command=${(event: CustomEvent<{ line: string; prompt: Prompt }>) => this.runAt(event.detail)}
      @show-counters=${(event: CustomEvent<{ paths: string[] }>) => this.showCounters(event.detail.paths)}
    ></nic-deployment-check>`;
  }

  choose(place: SettingPlace): void {
    if (place.host !== this.place.host) this.managerNode = 'computer';
    else if (place.nic !== this.place.nic) this.managerNode = `nics[${place.nic}]`;
    this.place = place;
    this.highlight = '';
    this.said = '';
  }

  showWaiting(): void {
    void this.show('effective');
  }

  async readServer(): Promise<void> {
    if (!(await this.load('server'))) return;
    await this.paste!.updateComplete;
    this.paste!.show(this.place.host);
  }

  async writeScripts(): Promise<void> {
    const { host } = this.place;
    if (!(await this.load('scripts'))) return;
    this.scripts!.configurations = configurationsOf(this.settings!.wanted, this.session!.opened);
    await this.scripts!.updateComplete;
    this.scripts!.show(openedId(host), nowId(host));
  }

  /** @returns when the panel of the tab is there */
  private async show(tab: TabId): Promise<void> {
    this.tab = tab;
    await this.load(tab);
  }

  private async load(part: WindowsPart): Promise<boolean> {
    this.said = '';
    const fault = await loadPart(part);
    if (fault) this.said = fault;
    await this.updateComplete;
    return !fault;
  }

  private change(host: Host, changes: readonly Change[]): void {
    const edits = changes.flatMap((change) => settingEdits(host, this.place, change));
    this.said = edits.length ? '' : 'This follows from other settings, or from the run: it cannot be set by itself.';
    this.session!.change(edits);
    if (this.session!.faults.length)
      this.said = 'The scenario has faults now: the run goes on without this change until they are put right.';
  }

  private async openSetting(path: SettingPath): Promise<void> {
    this.highlight = ''; // the same one again is gone to again
    await this.show('settings');
    this.highlight = pathToOpen(path, this.place);
  }

  private async restart(host: Host, nic: number, what: Restart): Promise<void> {
    const event = restartEvent(host, nic, what);
    this.said = event ? '' : 'A virtual machine restarts with its computer: restart the computer.';
    const refusal = event && (await this.session!.happen(event));
    if (refusal) this.said = refusal;
  }

  private async run(line: string): Promise<void> {
    await this.show('console');
    this.console?.run?.(line);
  }

  private runAt({ line, prompt }: { line: string; prompt: Prompt }): void {
    if (prompt === 'host') void this.run(line);
    else this.said = `Virtual machines have no prompt here: “${line}” stands for what is set in the guest.`;
  }

  private showCounters(paths: readonly string[]): void {
    this.sampling.of(this.place.host).addTexts(paths);
    void this.show('performance');
    void this.sampling.again();
  }

  private async why({ feature, nic }: { feature: FeatureId; nic: number }): Promise<void> {
    this.choose({ ...this.place, nic });
    await this.show('effective');
    this.panel!.openFeature(feature);
  }
}

define('nic-lab-windows', NicLabWindows);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-windows': NicLabWindows;
  }
}
