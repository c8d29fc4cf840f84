// What the Windows side of a host is told about the run: everything that only the emulated world knows.

import type { Connection, NetDmaStatistics, Statistics } from '../console/state.ts';
import type { PingRequest } from '../console/change.ts';
import type { CounterSnapshot } from '../counters/sample.ts';

export interface AdapterView {
  readonly mac: string;
  /** Canonical texts; IPv6 in lower case. */
  readonly addresses: readonly { readonly address: string; readonly prefixLength: number }[];
  readonly connected: boolean;
  readonly offloaded: number;
  readonly offloading: number;
  readonly uploading: number;
}

/** Of one echo request. */
export type EchoAnswer =
  | { readonly kind: 'reply'; readonly atPs: number; readonly bytes: number; readonly timeToLive: number }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'needs-fragmentation' }
  /** The emulated hosts do not send fragments. */
  | { readonly kind: 'too-long' };

export interface HostView {
  readonly timePs: number;
  readonly adapters: readonly AdapterView[];
  readonly connections: readonly Connection[];
  readonly statistics: Statistics;
  /** null: no copy engine. */
  readonly netDma: NetDmaStatistics | null;
  /** Virtual machines that are on the host now, by name. */
  readonly machines: readonly string[];
  /** Names of the hosts of the document by address. */
  readonly names: Readonly<Record<string, string>>;
  readonly counters: CounterSnapshot;
}

/** The world, as the console of a host uses it. */
export interface WorldView {
  host(index: number): HostView;
  /** Sends an echo request. @param sequence  of the run; never used twice */
  sendEcho(host: number, request: PingRequest, sequence: number): void;
  /** null: no answer yet. */
  echoAnswer(host: number, sequence: number): EchoAnswer | null;
}
