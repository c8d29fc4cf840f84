// The page's side of the worker: starts it, notices when it cannot start, ends it.

import { createWorker } from '#create-worker';
import { proxy, releaseProxy, transfer, wrap, type Remote } from 'comlink';
import type { CaptureEngineApi, EvaluateOptions, Progress } from './api.ts';
import type { FlowQuery, HashSubject } from '../analysis/types.ts';
import type { RssSettings } from '../features/rss.ts';

export type Engine = CaptureEngineApi & { dispose(): void };

const DISPOSED = 'The engine was ended.';

/**
 * Starts a worker and waits for its core.
 * @throws Error when the worker or WebAssembly is blocked or cannot be loaded; a blocked worker only fires an error event
 */
export async function createEngine(): Promise<Engine> {
  const worker = createWorker();
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    fail(new Error(`The worker could not run${event.message ? `: ${event.message}` : '. A content security policy may block it.'}`));
  });
  const remote: Remote<CaptureEngineApi> = wrap<CaptureEngineApi>(worker);
  /** A call that also ends when the worker breaks or is ended. */
  const call = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, failed]);
  const dispose = () => {
    fail(new Error(DISPOSED));
    remote[releaseProxy]();
    worker.terminate();
  };
  try {
    await call(remote.core());
  } catch (error) {
    dispose();
    throw error;
  }
  return {
    open: (source: Blob | ReadableStream<Uint8Array>, name: string, onProgress?: (progress: Progress) => void) =>
      call(remote.open(source instanceof ReadableStream ? transfer(source, [source]) : source, name, onProgress && proxy(onProgress))),
    cancel: () => void remote.cancel(),
    evaluate: (options: EvaluateOptions) => call(remote.evaluate(options)),
    whatIf: (options: EvaluateOptions) => call(remote.whatIf(options)),
    flows: (query: FlowQuery) => call(remote.flows(query)),
    core: () => call(remote.core()),
    explain: (subject: HashSubject, settings: RssSettings) => call(remote.explain(subject, settings)),
    dispose,
  };
}
