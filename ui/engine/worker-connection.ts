// The page's side of a worker behind Comlink: notices when it cannot start or breaks, and ends it.

import { releaseProxy, wrap, type Remote } from 'comlink';

export interface WorkerConnection<T> {
  /** A call that also ends when the worker breaks or is ended; Comlink alone would wait for ever. */
  ask<R>(question: (remote: Remote<T>) => R): Promise<Awaited<R>>;
  /** Resolves when the worker breaks; never when it is ended in order. */
  broken: Promise<Error>;
  /** Ends the worker; calls under way and later ones reject. */
  end(): void;
}

const ENDED = 'The engine was ended.';

/** @param worker  just created: one that is blocked fires a single error event, and soon */
export function connectWorker<T>(worker: Worker): WorkerConnection<T> {
  const remote = wrap<T>(worker);
  const waiting = new Set<(error: Error) => void>();
  let failure: Error | undefined;
  let isEnded = false;
  const fail = (error: Error) => {
    failure ??= error;
    for (const reject of waiting) reject(failure);
    waiting.clear();
  };
  const broken = new Promise<Error>((resolve) =>
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(new Error(`The worker could not run${event.message ? `: ${event.message}` : '. A content security policy may block it.'}`));
      resolve(failure!);
    }),
  );
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (failure) throw failure;
        waiting.add(reject);
        Promise.resolve(question(remote))
          .finally(() => waiting.delete(reject))
          .then(resolve, reject);
      }),
    broken,
    end() {
      if (isEnded) return;
      isEnded = true;
      fail(new Error(ENDED));
      (remote as Remote<unknown>)[releaseProxy]();
      worker.terminate();
    },
  };
}
