// One engine for one element: started when the element comes near the screen, ended when it leaves the document.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createEngine, type Engine } from '../engine/client.ts';

/** A worker that fails in silence must not be waited for. Starting takes well under a second. */
const START_LIMIT_MS = 20_000;
/** How far outside the visible part of the page an element starts. */
const NEAR = '200px';

async function startEngine(limitMs: number): Promise<Engine> {
  if (typeof Worker === 'undefined') throw new Error('This browser has no workers.');
  if (typeof WebAssembly === 'undefined') throw new Error('This browser has no WebAssembly, or it is switched off.');
  const starting = createEngine();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The worker did not answer within ${limitMs / 1000} seconds.`)), limitMs);
  });
  try {
    return await Promise.race([starting, late]);
  } catch (error) {
    starting.then(
      (engine) => engine.dispose(),
      () => undefined, // failed as well: nothing runs
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

export class LazyEngine implements ReactiveController {
  engine: Engine | null = null;
  /** Why there is none, or null. */
  failure: string | null = null;

  private observer: IntersectionObserver | null = null;
  /** Counts starts and ends; an engine of an earlier turn is not wanted. */
  private turn = 0;

  /**
   * @param ready  called when the engine runs
   * @param failed  called when it cannot
   */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly ready: (engine: Engine) => void,
    private readonly failed: (message: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.engine || this.observer) return; // only moved within the document
    if (typeof IntersectionObserver === 'undefined') {
      void this.start();
      return;
    }
    this.observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.observer?.disconnect();
        void this.start();
      },
      { rootMargin: NEAR },
    );
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    // An element that is moved is connected again before this runs.
    queueMicrotask(() => {
      if (!this.host.isConnected) this.stop();
    });
  }

  /** Tries again after a failure. */
  async start(): Promise<void> {
    const turn = ++this.turn;
    this.failure = null;
    try {
      const engine = await startEngine(START_LIMIT_MS);
      if (turn !== this.turn) {
        engine.dispose();
        return;
      }
      this.engine = engine;
      this.ready(engine);
    } catch (error) {
      if (turn !== this.turn) return;
      this.failure = error instanceof Error ? error.message : String(error);
      this.failed(this.failure);
    }
    this.host.requestUpdate();
  }

  private stop(): void {
    this.turn++;
    this.observer?.disconnect();
    this.observer = null;
    this.engine?.dispose();
    this.engine = null;
    this.failure = null;
    this.host.requestUpdate();
  }
}
