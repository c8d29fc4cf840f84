// The state of the Capture page: which capture is open, the setting under test, and the answers to it. Talks to the engine;
// a change of the setting is answered by the latest request alone, and a faulty one keeps the last good answer.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaptureReport, Evaluation, FlowPage, FlowQuery, KeySpread, Measure, ServerChoice, WhatIf } from '../analysis/types.ts';
import type { CaptureEngineApi, EvaluateOptions, Progress } from '../engine/api.ts';
import { rssDefaults, rssFaults, type RssSettings } from '../features/rss.ts';
import { Latest } from './latest.ts';

/** What a link to this page says: never capture data. */
export interface CaptureChoices {
  settings: RssSettings;
  server: ServerChoice;
  measure: Measure;
  pinned: RssSettings | null;
  /** File name of the sample capture that is open, or null. */
  sample: string | null;
}

/** Where a capture comes from. */
interface Origin {
  /** Its file name among the samples. */
  sample?: string | null;
  /** A link names it, together with the choices that belong to it. */
  byLink?: boolean;
}

const EVALUATE_PAUSE_MS = 15;
const WHAT_IF_PAUSE_MS = 500;
const FLOW_PAGE = 50;

const firstFlows: FlowQuery = { filter: { kind: 'ingress' }, sort: 'packets', offset: 0, limit: FLOW_PAGE };

export class CaptureSession implements ReactiveController {
  settings: RssSettings = rssDefaults;
  server: ServerChoice = { kind: 'auto' };
  measure: Measure = 'packets';
  pinned: RssSettings | null = null;
  sample: string | null = null;

  report: CaptureReport | null = null;
  evaluation: Evaluation | null = null;
  baseline: Evaluation | null = null;
  variants: readonly WhatIf[] = [];
  keys: KeySpread | null = null;
  whatIfBusy = false;
  flowQuery: FlowQuery = firstFlows;
  flowPage: FlowPage | null = null;

  /** The file being read, or null. */
  reading: { name: string; progress: Progress | null } | null = null;
  /** Why the last action failed, or null. */
  failure: string | null = null;

  private readonly evaluating = new Latest(() => this.guarded(() => this.evaluate()), EVALUATE_PAUSE_MS);
  private readonly comparing = new Latest(() => this.guarded(() => this.compare()), WHAT_IF_PAUSE_MS);
  private readonly listing = new Latest(() => this.guarded(() => this.list()), 0);
  private opening = 0;

  /**
   * @param engine  starts on first use, so that nothing waits for it before a capture is opened
   * @param settled  called after each new answer, with the choices that led to it
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly engine: () => Promise<CaptureEngineApi>,
    private readonly settled: (choices: CaptureChoices) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.evaluating.stop();
    this.comparing.stop();
    this.listing.stop();
  }

  /** Opens a capture; the one that is open stays until this one has been read. */
  async open(name: string, read: () => Promise<Blob> | Blob, from: Origin = {}): Promise<void> {
    const turn = ++this.opening;
    const current = () => turn === this.opening;
    this.failure = null;
    const before = this.reading;
    this.reading = { name, progress: null };
    this.host.requestUpdate();
    try {
      const engine = await this.engine();
      if (before) engine.cancel();
      const source = await read();
      const report = await engine.open(source, name, (progress) => {
        if (!current()) return;
        this.reading = { name, progress };
        this.host.requestUpdate();
      });
      if (!current()) return;
      this.opened(report, from);
    } catch (error) {
      if (current() && (error as Error).name !== 'AbortError') this.failure = `${name} could not be opened. ${(error as Error).message}`;
    } finally {
      if (current()) this.reading = null;
      this.host.requestUpdate();
    }
  }

  async cancel(): Promise<void> {
    (await this.engine()).cancel();
  }

  /** Takes new choices; the answers follow. */
  choose(choices: Partial<CaptureChoices>): void {
    const { settings, server, measure, pinned } = choices;
    if (settings) this.settings = settings;
    if (pinned !== undefined) this.pinned = pinned;
    if (measure) {
      this.measure = measure;
      this.flowQuery = { ...this.flowQuery, sort: measure, offset: 0 };
    }
    if (server) {
      this.server = server;
      this.flowQuery = { ...this.flowQuery, filter: firstFlows.filter, offset: 0 };
    }
    if (pinned !== undefined || measure || server) this.baseline = null;
    this.host.requestUpdate();
    if (this.report) this.evaluating.request();
  }

  /** Pins the setting of the last good answer. */
  pin(): void {
    if (this.evaluation) this.choose({ pinned: this.evaluation.settings });
  }

  unpin(): void {
    this.choose({ pinned: null });
  }

  dismiss(): void {
    this.failure = null;
    this.host.requestUpdate();
  }

  askFlows(query: FlowQuery): void {
    this.flowQuery = query;
    this.host.requestUpdate();
    this.listing.request();
  }

  private opened(report: CaptureReport, { sample, byLink }: Origin): void {
    if (this.report && !byLink) this.server = { kind: 'auto' };
    this.report = report;
    this.sample = sample ?? null;
    this.evaluation = null;
    this.baseline = null;
    this.variants = [];
    this.keys = null;
    this.flowPage = null;
    this.flowQuery = { ...firstFlows, sort: this.measure };
    this.evaluating.request();
  }

  private options(settings: RssSettings): EvaluateOptions {
    return { settings, server: this.server, measure: this.measure };
  }

  private async evaluate(): Promise<void> {
    const { settings, pinned } = this;
    if (rssFaults(settings).length) return;
    const engine = await this.engine();
    if (pinned && !this.baseline) this.baseline = await engine.evaluate(this.options(pinned));
    const evaluation = await engine.evaluate(this.options(settings));
    const queues = evaluation.queues.length;
    const { filter } = this.flowQuery;
    const gone = (filter.kind === 'queue' && filter.queue >= queues) || (filter.kind === 'entry' && filter.entry >= settings.tableEntries);
    if (gone) this.flowQuery = { ...this.flowQuery, filter: firstFlows.filter, offset: 0 };
    this.evaluation = evaluation;
    this.whatIfBusy = true;
    this.host.requestUpdate();
    this.settled({ settings, server: this.server, measure: this.measure, pinned, sample: this.sample });
    await this.list();
    this.comparing.request();
  }

  private async list(): Promise<void> {
    const query = this.flowQuery;
    if (!this.evaluation) return;
    const page = await (await this.engine()).flows(query);
    if (query !== this.flowQuery) return;
    this.flowPage = page;
    this.host.requestUpdate();
  }

  private async compare(): Promise<void> {
    const { evaluation } = this;
    if (!evaluation) return;
    const { variants, keys } = await (await this.engine()).whatIf(this.options(evaluation.settings));
    if (evaluation !== this.evaluation) return;
    this.variants = variants;
    this.keys = keys;
    this.whatIfBusy = false;
    this.host.requestUpdate();
  }

  private async guarded(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.failure = `No answer to this setting. ${(error as Error).message}`;
      this.host.requestUpdate();
    }
  }
}
