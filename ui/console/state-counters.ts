// What the prompt asks a host about its performance counters. The host takes samples while emulated time passes; the state holds none.

import type { CounterPath } from '../counters/path.ts';

export interface Counters {
  /** The counters that a path, with or without wildcards, stands for (expandCounterPath), or why it stands for none. */
  expand(path: CounterPath): { readonly paths: readonly CounterPath[] } | { readonly fault: string };
}

/**
 * Samples of counters, one at each interval. The host reads the counters at once, so that the first sample, an interval later, has values
 * of rates too. Source: outputs of typeperf -sc 1, which have them.
 */
export interface CounterRequest {
  /** Expanded. */
  readonly paths: readonly CounterPath[];
  readonly intervalSeconds: number;
  /** null: until stopped. */
  readonly count: number | null;
}

export interface CounterSample {
  /** Local time (csv-time.ts). */
  readonly localMs: number;
  /** In the order of the paths asked for; null where there is none. */
  readonly values: readonly (number | null)[];
}
