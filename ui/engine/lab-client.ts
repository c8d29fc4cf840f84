// The page's side of the Lab's worker.

import { transfer } from 'comlink';
import { createLabWorker } from './create-lab-worker.ts';
import type { LabApi } from './lab-api.ts';
import { connectWorker } from './worker-connection.ts';

/** What the worker offers. */
export interface LabWorkerApi extends LabApi {
  /** Resolves when worlds can be made. Rejects where WebAssembly is blocked or the core cannot be loaded. */
  ready(): Promise<void>;
}

export interface Lab extends LabApi {
  /** Resolves when the worker breaks: calls reject from then on, and no frame comes any more. */
  broken: Promise<Error>;
  dispose(): void;
}

/**
 * Starts a worker and waits for its core.
 * @throws Error when the worker or WebAssembly is blocked or cannot be loaded
 */
export async function createLab(worker = createLabWorker()): Promise<Lab> {
  const { ask, broken, end } = connectWorker<LabWorkerApi>(worker);
  try {
    await ask((remote) => remote.ready());
  } catch (error) {
    end();
    throw error;
  }
  return {
    load: (document, captures, goOn) => ask((remote) => remote.load(document, captures, goOn)),
    play: () => ask((remote) => remote.play()),
    pause: () => ask((remote) => remote.pause()),
    setSpeed: (speed) => ask((remote) => remote.setSpeed(speed)),
    stepEvent: () => ask((remote) => remote.stepEvent()),
    stepTime: (ps) => ask((remote) => remote.stepTime(ps)),
    seek: (ps) => ask((remote) => remote.seek(ps)),
    ledger: (of) => ask((remote) => remote.ledger(of)),
    connectionNames: (ids) => ask((remote) => remote.connectionNames(ids)),
    settings: (version) => ask((remote) => remote.settings(version)),
    console: (host) => ask((remote) => remote.console(host)),
    complete: (host, line, cursor) => ask((remote) => remote.complete(host, line, cursor)),
    counters: (host) => ask((remote) => remote.counters(host)),
    watch: (what) => ask((remote) => remote.watch(what)),
    samples: (host, afterPs) => ask((remote) => remote.samples(host, afterPs)),
    pin: (document, captures) => ask((remote) => remote.pin(document, captures)),
    comparison: () => ask((remote) => remote.comparison()),
    follow: (request) => ask((remote) => remote.follow(request)),
    framePath: (withBytes) => ask((remote) => remote.framePath(withBytes)),
    report: () => ask((remote) => remote.report()),
    attach: (port) => ask((remote) => remote.attach(transfer(port, [port]))),
    broken,
    dispose: end,
  };
}
