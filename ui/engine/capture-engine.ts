// The engine behind the Capture and Hash pages: one core instance per open capture, its flows as columns, and the questions
// asked of them. Runs the same in a worker, in Node and on a main thread.

import { CaptureMode, Fault } from '../abi/abi.gen.ts';
import { faultText } from '../analysis/fault-text.ts';
import { flowPage, type PlacedFlows } from '../analysis/flow-page.ts';
import { findServer, type FoundServer } from '../analysis/hosts.ts';
import { buildLoads, countFlows } from '../analysis/loads.ts';
import { captureRemarks } from '../analysis/remarks.ts';
import type {
  CaptureReport,
  Evaluation,
  FlowColumns,
  FlowPage,
  FlowQuery,
  HashExplanation,
  HashSubject,
  KeySpread,
  ServerChoice,
  WhatIf,
} from '../analysis/types.ts';
import { judge } from '../analysis/verdict.ts';
import { keySpread, whatIfVariants } from '../analysis/what-if.ts';
import type { RssSettings } from '../features/rss.ts';
import type { CaptureEngineApi, EvaluateOptions, Progress } from './api.ts';
import { breathe } from './breathe.ts';
import { instantiateCaptureCore, type CaptureCore } from './capture-core.ts';
import { explainHash } from './explain.ts';
import { readEntrySums, readFlows, readHeat, readPlacement } from './flow-columns.ts';
import { configureRss } from './rss-config.ts';
import { walkCapture, type WalkResult } from './walk.ts';

interface OpenCapture {
  core: CaptureCore;
  walk: WalkResult;
  flows: FlowColumns;
  /** The server under the choice asked for last. */
  server?: FoundServer & { choice: string };
  /** Flows as placed by the last evaluate(). */
  placed?: PlacedFlows;
}

const FORMATS = ['unknown', 'pcap', 'pcapng'] as const;

export class CaptureEngine implements CaptureEngineApi {
  private module: Promise<WebAssembly.Module> | undefined;
  /** A core of its own for the Hash page, so that it needs no capture. */
  private bench: Promise<CaptureCore> | undefined;
  private capture: OpenCapture | undefined;
  private walking: AbortController | undefined;

  constructor(private readonly loadModule: () => Promise<WebAssembly.Module>) {}

  private async newCore(): Promise<CaptureCore> {
    return instantiateCaptureCore(await (this.module ??= this.loadModule()));
  }

  private hashCore(): Promise<CaptureCore> {
    return (this.bench ??= this.newCore());
  }

  async open(source: Blob | ReadableStream<Uint8Array>, name: string, onProgress?: (progress: Progress) => void): Promise<CaptureReport> {
    this.cancel();
    const walking = new AbortController();
    this.walking = walking;
    const core = await this.newCore();
    const walk = await walkCapture(core, source, { mode: CaptureMode.Flows, onProgress, signal: walking.signal });
    walking.signal.throwIfAborted();
    const { capture } = walk;
    const frames = Number(capture.frames);
    const fault = describeFault(walk);
    if (fault && frames === 0) throw new Error(fault);
    const flows = readFlows(core, capture.flows);
    this.capture = { core, walk, flows };
    return {
      name,
      fileBytes: walk.fileBytes,
      format: `${FORMATS[capture.format]!}${capture.nanoseconds ? ', nanoseconds' : ''}${capture.bigEndian ? ', big-endian' : ''}`,
      frames,
      wireBytes: Number(capture.wireBytes),
      flows: flows.count,
      firstTsNs: frames ? capture.firstTs : null,
      lastTsNs: frames ? capture.lastTs : null,
      complete: fault === null,
      fault,
      remarks: captureRemarks(capture, walk.unknownLinks, flows),
      seconds: walk.seconds,
    };
  }

  cancel(): void {
    this.walking?.abort(new DOMException('Reading the capture was cancelled.', 'AbortError'));
    this.walking = undefined;
  }

  private opened(): OpenCapture {
    if (!this.capture) throw new Error('No capture is open.');
    return this.capture;
  }

  /** Finds the server once per choice, and tells the core which flows are received. */
  private serverOf(capture: OpenCapture, choice: ServerChoice): FoundServer {
    const key = JSON.stringify(choice);
    if (capture.server?.choice !== key) capture.server = { ...findServer(capture.flows, choice), choice: key };
    const { core, flows, server } = capture;
    const at = core.flowMaskAt(); // may grow memory: take the view after it
    new Uint8Array(core.memory.buffer, at, flows.count).set(server.mask);
    return server;
  }

  async evaluate({ settings, server: choice, measure }: EvaluateOptions): Promise<Evaluation> {
    const capture = this.opened();
    const { core, flows, walk } = capture;
    const { finding, mask } = this.serverOf(capture, choice);
    const effective = configureRss(core, settings);
    core.flowsPlace();
    core.flowsLoad();
    core.flowsHeat();
    const placement = readPlacement(core, flows.count);
    const sums = readEntrySums(core, settings.tableEntries);
    const loads = buildLoads(sums, countFlows(flows, mask, placement, settings.tableEntries), effective, settings.processors);
    capture.placed = { flows, mask, placement, effective };
    return {
      settings,
      measure,
      server: finding,
      ...loads,
      verdict: judge({ flows, mask, placement, effective, loads, measure, settings }),
      heat: readHeat(core, walk.capture, effective.queueProcessor.length),
      notes: effective.notes,
    };
  }

  async whatIf({ settings, server, measure }: EvaluateOptions): Promise<{ variants: WhatIf[]; keys: KeySpread }> {
    const capture = this.opened();
    const { core } = capture;
    // Answers to other questions may come in between: every placement sets mask and setting itself.
    const place = async (other: RssSettings) => {
      await breathe();
      this.serverOf(capture, server);
      configureRss(core, other);
      core.flowsPlace();
      core.flowsLoad();
      return readEntrySums(core, other.tableEntries);
    };
    const question = { settings, measure, place };
    const keys = await keySpread(question);
    return { variants: await whatIfVariants(question, keys), keys };
  }

  async flows(query: FlowQuery): Promise<FlowPage> {
    const { placed } = this.opened();
    if (!placed) throw new Error('Flows are listed after an evaluation.');
    return flowPage(placed, query);
  }

  async core(): Promise<{ relaxedSimd: boolean; abiHash: number }> {
    const core = await this.hashCore();
    return { relaxedSimd: core.isRelaxed() === 1, abiHash: core.abiHash() >>> 0 };
  }

  async explain(subject: HashSubject, settings: RssSettings): Promise<HashExplanation> {
    return explainHash(await this.hashCore(), subject, settings);
  }
}

/** The fault of a walk for people, or null. */
export function describeFault({ capture, inputError }: WalkResult): string | null {
  const text = faultText(capture);
  return text && capture.fault === Fault.InputStopped && inputError ? `${text} (${inputError})` : text;
}
