import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type PastedReading, readPasted } from '../../readers/read.ts';
import { dialogStyles } from '../dialog-styles.ts';
import { define, emit } from '../element.ts';
import { formatPlural } from '../format.ts';
import { validateScenario } from '../../scenario/validate.ts';
import { valueAt } from '../lab-form/edit.ts';
import { base } from '../theme.ts';
import { adapterOfPath, adaptersInPlace, placeAdapters, type Places } from './adapter-places.ts';
import './command-help.ts';
import { Intake } from './intake.ts';
import { intakeView } from './intake-view.ts';
import { leftRuns, reviewReading } from './review.ts';
import { listAt, type ServerChange, withServer } from './server-change.ts';
import { type JoinedSources, joinSources } from './sources.ts';
import { pasteStyles } from './styles.ts';
import { connectionsView } from './connections-view.ts';
import { changeText, conflictsView, faultsView, leftView, partsView, placesView, statusText, takenOver, unsaidView } from './view.ts';
import { type ReviewState, settingsView } from './settings-view.ts';

/** Pause in typing before the texts are read; those longer than so many characters take a noticeable time. */
const PAUSE_MS = 150;
const LONG_PAUSE_MS = 500;
const SHORT_MOST = 100_000;

const nameOf = (value: unknown, otherwise: string) => {
  const name = valueAt(value, ['name']);
  return typeof name === 'string' && name ? name : otherwise;
};

const isHost = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A dialog that reads the output of a real server's commands into a host of the scenario.
 *
 * @tagname nic-server-paste
 * @csspart dialog - The dialog.
 * @fires {CustomEvent<ServerChange>} server-apply - Settings are to be taken over, as one change: see withServer().
 */
export class NicServerPaste extends LitElement {
  static override styles = [base, dialogStyles, pasteStyles];

  /** The scenario as it stands. */
  @property({ attribute: false }) document: unknown = null;

  @state() private host: number | 'new' = 'new';
  @state() private reading: PastedReading | null = null;
  @state() private isWaiting = false;
  @state() private excluded: ReadonlySet<string> = new Set();
  @state() private chosen: ReadonlyMap<string, string> = new Map();
  @state() private moved: Places | null = null;
  @state() private isUnsaidOpen = false;

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('textarea') private text!: HTMLTextAreaElement;
  private readonly intake = new Intake(this, () => this.readSoon());
  private joined: JoinedSources = joinSources([]);
  private compared: ReturnType<NicServerPaste['compare']> | null = null;
  private faults: string[] = [];
  private pause = 0;

  /** Opens the dialog for a host of the scenario, or for a new one. What was read before is still there. */
  show(host: number | 'new' = 'new'): void {
    this.target(host === 'new' || isHost(listAt(this.document, 'hosts')[host]) ? host : 'new');
    this.dialog.showModal();
    this.text.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pause);
    this.isWaiting = false;
  }

  /** For the page, whose drops and pastes are the dialog's while it is open. */
  get isOpen(): boolean {
    return this.dialog?.open ?? false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('document') && this.host !== 'new' && !isHost(this.current)) this.target('new');
    const names = changed as ReadonlyMap<PropertyKey, unknown>;
    if (['document', 'host', 'reading', 'moved'].some((name) => names.has(name)))
      this.compared = this.reading && this.compare(this.reading);
  }

  override render() {
    const found = this.reviewState();
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      class=${this.intake.isOver ? 'over' : ''}
      @click=${(event: MouseEvent) => event.target === this.dialog && this.dialog.close()}
      @dragenter=${this.intake.dragged}
      @dragover=${this.intake.dragged}
      @dragleave=${this.intake.draggedOff}
      @drop=${this.intake.dropped}
      @paste=${this.intake.pasted}
    >
      <header>
        <h2 id="heading">Read a real server</h2>
        <button type="button" @click=${() => this.dialog.close()}>Close</button>
      </header>
      ${this.source()}
      ${
        found
          ? html`${partsView(found)}
            ${this.host === 'new' ? nothing : placesView(found, this.nics.length, (places) => (this.moved = places))}
            ${conflictsView(found)} ${settingsView(found, this.host === 'new' ? null : nameOf(this.current, 'Host'))}
            ${faultsView(this.newFaults(found))} ${connectionsView(found)} ${leftView(found)}
            ${unsaidView(found, this.host === 'new', this.isUnsaidOpen, (isOpen) => (this.isUnsaidOpen = isOpen))}`
          : nothing
      }
      ${this.foot(found)}
    </dialog>`;
  }

  private source() {
    return html`<section>
      ${intakeView(this.intake)}
      ${
        this.reading?.isCut
          ? html`<p class="caution" role="alert">
              This is more than is looked at: 4 million characters, or 20,000 lines. What comes after is not read.
            </p>`
          : nothing
      }
      <p class="status" role="status">${this.isWaiting ? 'Reading …' : this.reading ? statusText(this.reading) : ''}</p>
      <details ?open=${!this.reading}>
        <summary>Which commands to run on the server</summary>
        <nic-command-help></nic-command-help>
      </details>
    </section>`;
  }

  private foot(found: ReviewState | null) {
    const hosts = listAt(this.document, 'hosts');
    const taken = found ? takenOver(found) : [];
    return html`<footer>
      <label class="target"
        >Into
        <select
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            this.target(value === 'new' ? 'new' : Number(value));
          }}
        >
          ${hosts.map((host, index) => html`<option value=${index} ?disabled=${!isHost(host)} .selected=${index === this.host}>${nameOf(host, `Host ${index + 1}`)}</option>`)}
          <option value="new" .selected=${this.host === 'new'}>a new host</option>
        </select></label
      >
      <p class="quiet-text">${found ? changeText(found, taken, this.host === 'new') : ''}</p>
      <button type="button" class="primary" ?disabled=${!taken.length || this.isWaiting} @click=${() => this.apply()}>
        Take over ${formatPlural(taken.length, 'setting')}
      </button>
    </footer>`;
  }

  private changeOf(found: ReviewState): ServerChange {
    return { host: this.host, settings: takenOver(found), adapters: adaptersInPlace(found.reading.adapters, found.places, this.nics) };
  }

  private apply(): void {
    const found = this.reviewState();
    if (!found) return;
    emit(this, 'server-apply', this.changeOf(found));
    this.dialog.close();
  }

  /** What would be wrong with the scenario that is not now. */
  private newFaults(found: ReviewState): string[] {
    if (this.isWaiting) return this.faults;
    const change = this.changeOf(found);
    if (!change.settings.length) return (this.faults = []);
    const faultsOf = (document: unknown) => {
      const result = validateScenario(document);
      return 'faults' in result ? result.faults.map(({ message }) => message) : [];
    };
    const before = new Set(faultsOf(this.document));
    return (this.faults = faultsOf(withServer(this.document, change)).filter((message) => !before.has(message)));
  }

  private get current(): unknown {
    return this.host === 'new' ? null : (listAt(this.document, 'hosts')[this.host] ?? null);
  }

  private get nics(): string[] {
    return listAt(this.current, 'nics').map((nic, index) => nameOf(nic, `adapter ${index + 1}`));
  }

  private placesOf({ adapters, findings }: PastedReading): Places {
    const count = Math.max(adapters.length, ...new Set(findings.map(({ path }) => (adapterOfPath(path) ?? -1) + 1)));
    if (this.moved?.length === count) return this.moved;
    return placeAdapters(
      Array.from({ length: count }, (_, index) => adapters[index]?.name ?? null),
      this.nics,
    );
  }

  /** What only changes with the texts and the host; typing must not wait for it. */
  private compare(reading: PastedReading): Pick<ReviewState, 'reading' | 'joined' | 'places' | 'review' | 'left' | 'adapterName'> {
    const { joined, nics } = this;
    const places = this.placesOf(reading);
    return {
      reading,
      joined,
      places,
      review: reviewReading(reading, this.current, places),
      left: leftRuns(reading, (line) => joined.locate(line).source),
      adapterName: (index) => nics[index] ?? reading.adapters[places.indexOf(index)]?.name,
    };
  }

  private reviewState(): ReviewState | null {
    const { compared, excluded, chosen } = this;
    if (!compared) return null;
    return {
      ...compared,
      excluded,
      chosen,
      choose: (path, id) => {
        const next = new Map(chosen);
        if (id === undefined) next.delete(path);
        else next.set(path, id);
        this.chosen = next;
      },
      include: (path, isIncluded) => {
        const next = new Set(excluded);
        if (isIncluded) next.delete(path);
        else next.add(path);
        this.excluded = next;
      },
    };
  }

  /** Another host: its adapters are other ones, so choices about paths no longer hold. */
  private target(host: number | 'new'): void {
    if (host === this.host) return;
    this.host = host;
    this.moved = null;
    this.excluded = new Set();
    this.chosen = new Map();
  }

  private readSoon(): void {
    clearTimeout(this.pause);
    this.isWaiting = true;
    this.pause = window.setTimeout(() => this.read(), this.intake.size > SHORT_MOST ? LONG_PAUSE_MS : PAUSE_MS);
  }

  private read(): void {
    this.isWaiting = false;
    this.joined = joinSources(this.intake.sources);
    this.reading = this.joined.text ? readPasted(this.joined.text) : null;
  }
}

define('nic-server-paste', NicServerPaste);

declare global {
  interface HTMLElementTagNameMap {
    'nic-server-paste': NicServerPaste;
  }
}
