// What the worker offers. The same class runs in the worker (behind Comlink), in Node and on a page's main thread.

import type {
  CaptureReport,
  Evaluation,
  FlowPage,
  FlowQuery,
  HashExplanation,
  HashSubject,
  KeySpread,
  Measure,
  ServerChoice,
  WhatIf,
} from '../analysis/types.ts';
import type { RssSettings } from '../features/rss.ts';

export type { HashExplanation, HashSubject, TupleInput } from '../analysis/types.ts';

export interface Progress {
  /** Bytes of the file read, and its size; size is null when the source does not say. */
  bytes: number;
  totalBytes: number | null;
  frames: number;
  flows: number;
  bytesPerSecond: number;
}

export interface EvaluateOptions {
  settings: RssSettings;
  server: ServerChoice;
  measure: Measure;
}

export interface CaptureEngineApi {
  /**
   * Reads a capture (pcap or pcapng, plain or gzip). The capture that was open stays until the new one has given a report.
   * @returns the report; its `fault` is set when the file ended in one. Rejects only when nothing could be read or on cancel
   * (Error with name "AbortError").
   */
  open(source: Blob | ReadableStream<Uint8Array>, name: string, onProgress?: (progress: Progress) => void): Promise<CaptureReport>;
  /** Stops the open() under way; that open() rejects with AbortError. */
  cancel(): void;
  evaluate(options: EvaluateOptions): Promise<Evaluation>;
  whatIf(options: EvaluateOptions): Promise<{ variants: WhatIf[]; keys: KeySpread }>;
  /** Flows under the last evaluate(). */
  flows(query: FlowQuery): Promise<FlowPage>;
  /** Which build of the core runs. */
  core(): Promise<{ relaxedSimd: boolean; abiHash: number }>;
  /** Explains one tuple or frame. Rejects with a plain message when it cannot be read. */
  explain(subject: HashSubject, settings: RssSettings): Promise<HashExplanation>;
}
