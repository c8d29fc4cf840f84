// Drives the core's capture walk over a source: feeds chunks, hands over rows, reports progress, stops when asked.

import type { CaptureMode } from '../abi/abi.gen.ts';
import {
  CaptureStatus,
  Fault,
  limits,
  readCapture,
  readUnknownLink,
  UnknownLinkLayout,
  type CaptureRecord,
  type UnknownLinkRecord,
} from '../abi/abi.gen.ts';
import type { Progress } from './api.ts';
import { BREATH_MS, breathe } from './breathe.ts';
import type { CaptureCore } from './capture-core.ts';
import { openSource } from './source.ts';

export interface WalkOptions {
  mode: CaptureMode;
  /** Rows mode: called with the number of frames in the batch; the batch is valid during the call. */
  onRows?: (count: number) => void | Promise<void>;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export interface WalkResult {
  capture: CaptureRecord;
  unknownLinks: UnknownLinkRecord[];
  /** Message of the decompressor or the file system when it stopped the walk, else null. */
  inputError: string | null;
  fileBytes: number;
  seconds: number;
}

/**
 * Reads `source` to its end, to a fault in it, or to an error of the source.
 * @throws the signal's reason when it is aborted
 */
export async function walkCapture(core: CaptureCore, source: Blob | ReadableStream<Uint8Array>, options: WalkOptions): Promise<WalkResult> {
  const { mode, onRows, onProgress, signal } = options;
  core.captureBegin(mode, crypto.getRandomValues(new Uint32Array(1))[0]!);
  const opened = await openSource(source);
  const started = performance.now();
  let lastBreath = started;
  let inputError: string | null = null;

  const step = async (final: boolean): Promise<number> => {
    for (;;) {
      const status = core.captureStep(final ? 1 : 0);
      if (status !== CaptureStatus.Rows) return status;
      await onRows?.(readCapture(core.memory.buffer, core.captureAt()).rows);
    }
  };
  const report = (now: number) => {
    const { frames, flows } = readCapture(core.memory.buffer, core.captureAt());
    const bytes = opened.bytesRead();
    onProgress?.({
      bytes,
      totalBytes: opened.totalBytes,
      frames: Number(frames),
      flows,
      bytesPerSecond: bytes / Math.max(1e-3, (now - started) / 1000),
    });
  };

  let status: number = CaptureStatus.NeedInput;
  try {
    while (status === CaptureStatus.NeedInput) {
      let chunk: Uint8Array | undefined;
      try {
        chunk = await opened.read();
      } catch (error) {
        inputError = error instanceof Error ? error.message : String(error);
      }
      signal?.throwIfAborted();
      if (!chunk) {
        status = await step(true);
        break;
      }
      for (let at = 0; at < chunk.length && status === CaptureStatus.NeedInput; at += limits.ChunkBytes) {
        const piece = chunk.subarray(at, at + limits.ChunkBytes);
        const to = core.captureInput();
        new Uint8Array(core.memory.buffer, to, piece.length).set(piece);
        core.captureFeed(piece.length);
        status = await step(false);
        const now = performance.now();
        if (now - lastBreath > BREATH_MS) {
          lastBreath = now;
          report(now);
          await breathe();
          signal?.throwIfAborted();
        }
      }
    }
  } finally {
    await opened.close();
  }
  report(performance.now());
  const { buffer } = core.memory;
  const capture = readCapture(buffer, core.captureAt());
  if (inputError !== null) capture.fault = Fault.InputStopped;
  return {
    capture,
    unknownLinks: Array.from({ length: capture.unknownLinkCount }, (_, i) =>
      readUnknownLink(buffer, core.unknownLinksAt() + i * UnknownLinkLayout.size),
    ),
    inputError,
    fileBytes: opened.bytesRead(),
    seconds: (performance.now() - started) / 1000,
  };
}
