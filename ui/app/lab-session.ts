// The state of the Lab page: the document and its versions, the world that runs, and what is asked of it. A faulty document is kept for
// the form; the world stays the last one without faults.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LedgerSubject } from '../components/lab-ledger/lab-ledger.ts';
import type { LabEdit, PathMessage } from '../components/lab-form/lab-form.ts';
import type { Lab } from '../engine/lab-client.ts';
import type { LabApi } from '../engine/lab-api.ts';
import type { LabConnectionName, LabFrame, LabLayout, LabLedger, LabSettings } from '../scenario/lab-frame.ts';
import { parseScenario, validateScenario } from '../scenario/validate.ts';
import type { DocumentEdit } from '../scenario/windows-edits.ts';
import { Latest } from './latest.ts';
import { LabCaptures, replaysOf } from './lab-captures.ts';
import { LabDocument } from './lab-document.ts';
import { LabPinning } from './lab-pinning.ts';
import { liveChange, withEvents, type LiveEvent } from './lab-live.ts';
import { LabFeed, type FeedView } from './lab-feed.ts';

/** A pause in typing, after which the world starts again. */
const RELOAD_PAUSE_MS = 350;
const LEDGER_MS = 500;
const NAMES_MS = { unknown: 250, known: 2000 };

const faultText = ({ path, message }: PathMessage) => (path ? `${path}: ${message}` : message);

export class LabSession implements ReactiveController {
  document: LabDocument | null = null;
  /** Faults of the document as it stands. */
  faults: readonly PathMessage[] = [];
  /** Faults of a document that was to be opened, and its name; what was open stays. */
  refused: { name: string; faults: readonly PathMessage[] } | null = null;
  notes: readonly PathMessage[] = [];
  layout: LabLayout | null = null;
  loading = false;
  playing = false;
  ended = false;
  /** A limit of the emulator was reached: the numbers are not to be trusted. */
  limited = false;
  rate = 1e-3;
  /** Why the worker is of no more use, or null. */
  failure: string | null = null;
  names: ReadonlyMap<number, LabConnectionName> = new Map();
  /** Settings of the run now; null before there is one. */
  settings: LabSettings | null = null;
  /** A change that could only be made from the start, and so started the run again. */
  restarted = false;
  /** How often the run has taken a document over. */
  loads = 0;
  /** The document as it was opened. */
  opened: unknown = null;
  /** Virtual time as last heard. */
  timePs = 0;
  ledger: LabLedger | null = null;

  readonly feed: LabFeed;
  /** The scenario that the one on show is compared with. */
  readonly pinning = new LabPinning();
  private api: Lab | null = null;
  private readonly captures = new LabCaptures();
  private readonly reloading = new Latest(() => this.reload(true), RELOAD_PAUSE_MS);
  private readonly seeking = new Latest(() => this.seekNow(), 0);
  /** Ends with the last load that is under way. */
  private loaded: Promise<unknown> = Promise.resolve();
  private seekPs = 0;
  private timer: ReturnType<typeof setInterval> | null = null;
  private ledgerOf: LedgerSubject | null = null;
  private askedMs = -Infinity;

  /**
   * @param engine  starts a worker; called on first use, and again after a failure
   * @param isShown  tells whether the page is in view
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly engine: () => Promise<Lab>,
    view: FeedView,
    private readonly isShown: () => boolean,
  ) {
    host.addController(this);
    this.feed = new LabFeed({
      show: (moment, numbers) => {
        this.noteHead(moment.frame);
        view.show(moment, numbers);
      },
    });
  }

  hostConnected(): void {
    this.timer = setInterval(() => void this.askLedger(), LEDGER_MS);
  }

  hostDisconnected(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.reloading.stop();
    this.feed.stop();
  }

  /** A capture becomes that of the first replay of the document. */
  async addCapture(file: File): Promise<void> {
    const path = this.document && replaysOf(this.document.current)[0]?.path;
    if (!path) {
      const message =
        'The open scenario replays no capture. Add traffic of the kind “Capture” first; to analyse a capture, go to the Capture page.';
      this.refused = { name: file.name, faults: [{ path: '', message }] };
      this.host.requestUpdate();
      return;
    }
    this.refused = null;
    this.captures.add(file);
    this.edit({ kind: 'set', path, value: file.name });
  }

  /** Opens a document; what is open stays when this one is faulty. */
  async open(name: string, read: () => Promise<string>): Promise<void> {
    this.refused = null;
    this.loading = true;
    this.host.requestUpdate();
    try {
      this.openText(name, await read());
    } catch (error) {
      this.refused = { name, faults: [{ path: '', message: (error as Error).message }] };
    } finally {
      this.loading = false;
      this.host.requestUpdate();
    }
    if (this.refused) return;
    this.playing = false;
    await this.reload();
  }

  private openText(name: string, text: string): void {
    const result = parseScenario(text);
    if ('faults' in result) this.refused = { name, faults: result.faults };
    else {
      this.opened = JSON.parse(text) as unknown;
      this.document = new LabDocument(this.opened);
      this.restarted = false;
      this.faults = [];
    }
  }

  /** A text becomes the next version, faulty or not; what is no JSON is refused. */
  write(text: string): void {
    try {
      this.document?.replace(JSON.parse(text) as unknown);
      void this.changed();
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.faults = [{ path: '', message: `This is not JSON: ${error.message}` }];
      this.host.requestUpdate();
    }
  }

  edit(edit: LabEdit): void {
    this.document?.edit(edit);
    void this.changed();
  }

  /** Another document as one version, such as with a server that was read into it; the run starts again. */
  replace(document: unknown): void {
    this.document?.replace(document);
    this.restarted = this.timePs > 0;
    void this.changed(true);
  }

  /** Changes settings now, as an administrator does on a running computer. */
  change(edits: readonly DocumentEdit[]): void {
    if (!this.document || !edits.length) return;
    const { document, goesOn } = liveChange(this.document.current, edits, this.timePs);
    this.document.replace(document);
    this.restarted = !goesOn && this.timePs > 0;
    void this.changed();
  }

  /** Has something happen now: a restart, a command. @returns why it cannot, or null once the run has taken it over */
  async happen(...events: LiveEvent[]): Promise<string | null> {
    if (!this.document) return 'No scenario is open.';
    const document = withEvents(this.document.current, events, this.timePs);
    const result = validateScenario(document);
    if ('faults' in result) return faultText(result.faults[0]!);
    this.document.replace(document);
    await this.changed(true);
    return this.faults[0] ? faultText(this.faults[0]) : null;
  }

  /** Compares with the document as it is from now on, or with nothing. */
  async pin(on: boolean): Promise<void> {
    const document = on ? (this.document?.current ?? null) : null;
    await this.guarded(async (api) => this.pinning.pin(api, document, document === null ? {} : await this.captures.of(document)));
  }

  undo(): void {
    this.document?.undo();
    void this.changed();
  }

  redo(): void {
    this.document?.redo();
    void this.changed();
  }

  play(): void {
    this.playing = true;
    this.ask((api) => api.play());
  }

  pause(): void {
    this.playing = false;
    this.ask((api) => api.pause());
  }

  stepEvent(): void {
    this.ask((api) => api.stepEvent());
  }

  stepTime(ps: number): void {
    this.ask((api) => api.stepTime(ps));
  }

  setRate(rate: number): void {
    this.rate = rate;
    this.ask((api) => api.setSpeed({ rate }));
  }

  seek(ps: number): void {
    this.seekPs = ps;
    this.seeking.request();
  }

  /** @param subject  null while nobody looks at one */
  showLedger(subject: LedgerSubject | null): void {
    if (subject === this.ledgerOf) return;
    this.ledgerOf = subject;
    this.ledger = null;
    this.host.requestUpdate();
    void this.askLedger();
  }

  /** Names are asked for again now and then: a number is given to another connection once its own has ended. */
  async askNames(ids: readonly number[]): Promise<void> {
    const pauseMs = ids.every((id) => this.names.has(id)) ? NAMES_MS.known : NAMES_MS.unknown;
    const nowMs = performance.now();
    if (nowMs - this.askedMs < pauseMs) return;
    this.askedMs = nowMs;
    const { layout } = this;
    await this.guarded(async (api) => {
      const found = await api.connectionNames([...ids]);
      if (layout === this.layout) this.names = new Map(found.map((name) => [name.id, name]));
    });
  }

  /** The report of the run so far, JSON text; null when there is none. */
  async report(): Promise<string | null> {
    return this.answer((api) => api.report());
  }

  /** What the worker answers about the document as it stands; null when there is no worker, or it has failed. */
  async answer<T>(question: (api: LabApi) => Promise<T>): Promise<T | null> {
    let found: T | null = null;
    await this.loaded;
    await this.guarded(async (api) => void (found = await question(api)));
    return found;
  }

  /** Starts a new worker after one has failed, and the world from its beginning. */
  async restart(): Promise<void> {
    this.api?.dispose();
    this.api = null;
    this.pinning.forget();
    this.failure = null;
    await this.reload();
  }

  dismiss(): void {
    this.refused = null;
    this.restarted = false;
    this.host.requestUpdate();
  }

  /** @param atOnce  without waiting for a pause in typing */
  private changed(atOnce = false): Promise<void> {
    if (!this.document) return Promise.resolve();
    const result = validateScenario(this.document.current);
    this.faults = 'faults' in result ? result.faults : [];
    this.host.requestUpdate();
    if (atOnce) return this.reload(true);
    this.reloading.request();
    return Promise.resolve();
  }

  /** @param goOn  where the world that runs can take the document over, it does; else a world at time 0 */
  private reload(goOn = false): Promise<void> {
    const loading = this.load(goOn);
    this.loaded = Promise.all([this.loaded, loading]);
    return loading;
  }

  private async load(goOn: boolean): Promise<void> {
    const { document } = this;
    if (!document || this.faults.length) return;
    const wasPlaying = this.playing;
    await this.guarded(async () => {
      const api = this.api ?? (await this.start());
      const answer = await api.load(document.current, await this.captures.of(document.current), goOn);
      if ('faults' in answer) {
        this.faults = answer.faults;
        return;
      }
      this.notes = answer.notes;
      this.loads += 1;
      await this.readSettings(api);
      if (answer.kept) return;
      this.layout = answer.layout;
      this.timePs = 0;
      this.names = new Map();
      this.askedMs = -Infinity;
      this.ended = false;
      this.limited = false;
      this.playing = wasPlaying;
      this.ledger = null;
      if (this.ledgerOf && !('processor' in this.ledgerOf && this.ledgerOf.processor < answer.layout.processors.length))
        this.ledgerOf = null;
      this.host.requestUpdate();
      await api.setSpeed({ rate: this.rate });
      await this.feed.follow(api, answer.layout);
      if (wasPlaying) await api.play();
    }, true);
  }

  private async start(): Promise<Lab> {
    const api = await this.engine();
    this.api = api;
    void api.broken.then((error) => api === this.api && this.fail(error));
    return api;
  }

  private fail(error: Error): void {
    this.failure ??= error.message;
    this.playing = false;
    this.feed.stop();
    this.host.requestUpdate();
  }

  private async seekNow(): Promise<void> {
    await this.guarded((api) => api.seek(this.seekPs));
  }

  private async askLedger(): Promise<void> {
    const { ledgerOf } = this;
    if (!this.layout || !this.isShown()) return;
    await this.guarded((api) => this.readSettings(api));
    await this.guarded((api) => this.pinning.refresh(api));
    if (!ledgerOf) return;
    await this.guarded(async (api) => {
      const ledger = await api.ledger('processor' in ledgerOf ? { processor: ledgerOf.processor } : { connection: ledgerOf.connection });
      if (ledgerOf === this.ledgerOf) this.ledger = ledger;
    });
  }

  private async readSettings(api: LabApi): Promise<void> {
    this.settings = (await api.settings(this.settings?.version)) ?? this.settings;
  }

  private ask(question: (api: LabApi) => Promise<void>): void {
    this.host.requestUpdate();
    void this.guarded(question);
  }

  /** What fails here fails in the worker: the page says so, and how to go on. */
  private async guarded(task: (api: LabApi) => Promise<void>, starts = false): Promise<void> {
    if (this.failure || (!this.api && !starts)) return;
    try {
      await task(this.api!);
    } catch (error) {
      this.fail(error as Error);
    }
    this.host.requestUpdate();
  }

  private noteHead(frame: LabFrame): void {
    this.timePs = frame.get('head', 0, 'timePs');
    const [playing, ended, limited] = (['playing', 'ended', 'faults'] as const).map((column) => frame.get('head', 0, column) > 0);
    if (playing === this.playing && ended === this.ended && limited === this.limited) return;
    this.playing = playing!;
    this.ended = ended!;
    this.limited = limited!;
    this.host.requestUpdate();
  }
}
