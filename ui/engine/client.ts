// The page's side of the Capture engine's worker.

import { createWorker } from '#create-worker';
import { proxy, transfer } from 'comlink';
import type { CaptureEngineApi, EvaluateOptions, Progress } from './api.ts';
import type { FlowQuery, HashSubject } from '../analysis/types.ts';
import type { RssSettings } from '../features/rss.ts';
import { connectWorker } from './worker-connection.ts';

export type Engine = CaptureEngineApi & { dispose(): void };

/**
 * Starts a worker and waits for its core.
 * @throws Error when the worker or WebAssembly is blocked or cannot be loaded
 */
export async function createEngine(): Promise<Engine> {
  const { ask, end } = connectWorker<CaptureEngineApi>(createWorker());
  try {
    await ask((remote) => remote.core());
  } catch (error) {
    end();
    throw error;
  }
  return {
    open: (source: Blob | ReadableStream<Uint8Array>, name: string, onProgress?: (progress: Progress) => void) =>
      ask((remote) =>
        remote.open(source instanceof ReadableStream ? transfer(source, [source]) : source, name, onProgress && proxy(onProgress)),
      ),
    cancel: () => void ask((remote) => remote.cancel()).catch(() => undefined),
    evaluate: (options: EvaluateOptions) => ask((remote) => remote.evaluate(options)),
    whatIf: (options: EvaluateOptions) => ask((remote) => remote.whatIf(options)),
    flows: (query: FlowQuery) => ask((remote) => remote.flows(query)),
    core: () => ask((remote) => remote.core()),
    explain: (subject: HashSubject, settings: RssSettings) => ask((remote) => remote.explain(subject, settings)),
    dispose: end,
  };
}
