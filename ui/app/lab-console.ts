import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import '../components/console-window/console-window.ts';
import type { NicConsoleWindow } from '../components/console-window/console-window.ts';
import { define } from '../components/element.ts';
import { formatPs } from '../components/lab-view/time-text.ts';
import { base } from '../components/theme.ts';
import { isCmdPrompt } from '../console/screen.ts';
import { interruptLine } from '../console/session.ts';
import { exampleLines, windowTitle } from '../console/window-texts.ts';
import type { ConsoleView } from '../engine/lab-api.ts';
import type { LabSettings } from '../scenario/lab-frame.ts';
import { computerName } from '../windows/counter-catalog.ts';
import type { LabSession } from './lab-session.ts';
import { askHost } from './lab-windows-api.ts';

/** At most five looks a second while a command goes on, fewer while only the timeline may enter something. */
const LOOK_MS = 200;
const IDLE_MS = 1000;
const SECOND_PS = 1e12;

/** Whether the same is to be seen, as far as output can tell that only grows at its end. */
function looksSame(one: ConsoleView, other: ConsoleView): boolean {
  const parts = ({ screen, prompt, busy, closed, elevated, history }: ConsoleView) =>
    JSON.stringify([prompt, busy, closed, elevated, history.length, screen.nextId, screen.cutLines, screen.blocks.at(-1)]);
  return one.screen.blocks.length === other.screen.blocks.length && parts(one) === parts(other);
}

/**
 * The command prompt of a host of the run. Each line that is entered becomes an event of the timeline at the time of now, so that undoing
 * takes it back.
 *
 * @tagname nic-lab-console
 */
export class NicLabConsole extends LitElement {
  static override styles = [
    base,
    css`
      .pace {
        display: flex;
        flex-wrap: wrap;
        gap: var(--nic-s2);
        padding-block: var(--nic-s1);
        color: var(--nic-text);
      }
    `,
  ];

  @property({ attribute: false }) session: LabSession | null = null;
  @property({ attribute: false }) settings: LabSettings | null = null;
  /** Another number when the run has taken a document over: lines may have been undone. */
  @property({ type: Number }) loads = 0;
  /** Index of the host. */
  @property({ type: Number }) host = 0;
  @property({ type: Boolean }) playing = false;
  @property({ type: Number }) rate = 1;
  @property({ type: Boolean }) active = true;

  @state() private view: ConsoleView | null = null;
  /** Why a line was not entered. */
  @state() private refusal = '';
  @query('nic-console-window') private window!: NicConsoleWindow | null;

  private timer: ReturnType<typeof setInterval> | null = null;
  /** What is shown may be out of date, whatever the time. */
  private isDue = true;
  private isAsking = false;
  /** Lines that are on their way. */
  private underWay = 0;
  private lookedMs = -Infinity;
  private lookedPs = -1;
  /** Lines to be typed and entered. */
  private ordered: readonly string[] = [];

  /** Types a line and enters it, as soon as there is a prompt. */
  run(line: string): void {
    this.ordered = [...this.ordered, line];
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.isDue = true;
    this.timer = setInterval(() => this.tick(), LOOK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.timer !== null) clearInterval(this.timer);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('host')) {
      this.view = null;
      this.refusal = '';
    }
    if (!changed.has('host') && !changed.has('settings') && !changed.has('loads')) return;
    this.isDue = true;
    void this.look();
  }

  override updated(): void {
    const { window, ordered } = this;
    if (!window || !ordered.length) return;
    this.ordered = [];
    void window.updateComplete.then(() => ordered.forEach((line) => window.enterLine(line)));
  }

  override render() {
    const { view, session } = this;
    const host = this.settings?.wanted.hosts[this.host];
    if (!session || !host) return nothing;
    if (!view) return html`<p role="status">The prompt of ${host.name} is being opened …</p>`;
    return html`<nic-console-window
      .computer=${computerName(host)}
      .heading=${windowTitle(host.os, view.elevated)}
      .screen=${view.screen}
      .prompt=${view.prompt}
      .busy=${view.busy}
      .history=${view.history}
      .closed=${view.closed}
      .elevated=${view.elevated}
      .note=${this.note}
      .examples=${exampleLines(host.os)}
      .complete=${this.complete}
      @console-line=${(event: CustomEvent<{ line: string }>) => this.enter(event.detail.line)}
      @console-break=${() => this.enter(interruptLine)}
      @console-clear=${() => this.clear()}
      @console-open=${() => this.enter('')}
      @console-elevate=${() => session.change([{ path: `hosts[${this.host}].windows.elevated`, value: true }])}
      >${this.pace(session)}</nic-console-window
    >`;
  }

  /** What there is to know while a command takes time of the run. */
  private get note(): string {
    if (this.refusal || !this.view?.busy) return this.refusal;
    if (!this.playing) return 'The run is paused, and the command waits for time to pass: press Play.';
    return this.rate < 1 ? `1 s of emulated time takes ${formatPs(SECOND_PS / this.rate)} at this speed.` : '';
  }

  private pace(session: LabSession) {
    if (!this.view?.busy || (this.playing && this.rate >= 1)) return nothing;
    return html`<span class="pace" slot="action">
      ${this.playing ? nothing : html`<button type="button" @click=${() => session.play()}>Play</button>`}
      ${this.rate < 1 ? html`<button type="button" @click=${() => session.setRate(1)}>Run at the speed of real time</button>` : nothing}
    </span>`;
  }

  private tick(): void {
    const { session, view } = this;
    if (!session || !this.active) return;
    const hasMoved = session.timePs !== this.lookedPs;
    const pauseMs = view?.busy ? LOOK_MS : IDLE_MS;
    if (this.isDue || (hasMoved && performance.now() - this.lookedMs >= pauseMs)) void this.look();
  }

  private async look(): Promise<void> {
    const { session, host, isDue } = this;
    if (!session || this.isAsking || this.underWay > 0) return;
    this.isAsking = true;
    this.isDue = false;
    this.lookedMs = performance.now();
    this.lookedPs = session.timePs;
    const view = await askHost(session, host, (api) => api.console(host));
    this.isAsking = false;
    if (this.underWay > 0 || host !== this.host) return;
    if (view && (isDue || !this.view || !looksSame(view, this.view))) this.view = view;
  }

  private async enter(line: string): Promise<void> {
    const { session, host, view: before } = this;
    const { name } = this.settings!.wanted.hosts[host]!;
    if (!session || !before) return;
    this.underWay += 1;
    this.refusal = '';
    this.view = { ...before, prompt: '' };
    const refusal = await session.happen({ do: 'command', host: name, line });
    const view = refusal === null ? await askHost(session, host, (api) => api.console(host)) : null;
    this.underWay -= 1;
    if (host !== this.host || this.underWay > 0) return;
    this.refusal = refusal === null ? '' : `The line was not entered. ${refusal}`;
    this.view = view ?? before;
  }

  /** There is a command that clears the screen, of cmd alone. */
  private clear(): void {
    if (this.view && isCmdPrompt(this.view.prompt)) void this.enter('cls');
    else this.refusal = 'The screen is cleared by cls at the command prompt: end the command, or leave netsh with exit, first.';
  }

  private readonly complete = async (line: string, cursor: number) => {
    const { session, host } = this;
    const found = session && (await askHost(session, host, (api) => api.complete(host, line, cursor)));
    return found ?? { from: cursor, to: cursor, candidates: [] };
  };
}

define('nic-lab-console', NicLabConsole);

declare global {
  interface HTMLElementTagNameMap {
    'nic-lab-console': NicLabConsole;
  }
}
