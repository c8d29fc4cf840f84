// What the Lab page calls; lab-engine.ts implements it in the worker.

import type { FollowRequest, FramePath } from '../scenario/frame-path.ts';
import type { LabConnectionName, LabLayout, LabLedger, LabSettings, LabSpeed } from '../scenario/lab-frame.ts';
import type { LabComparison } from '../analysis/compare-runs.ts';
import type { Completion, ConsoleView, CounterSnapshot, CounterWatch } from '../windows/lab-console.ts';

export type { Completion, ConsoleView, CounterSnapshot, CounterWatch } from '../windows/lab-console.ts';

export interface LabApi {
  /**
   * Validates and loads a document; what was loaded before stays when it is faulty. A document of which only the timeline is another is
   * taken over by the world that runs (`kept`), at the time where it is, if that is asked for.
   * @param captures  by name, of what it replays
   */
  load(
    document: unknown,
    captures?: Readonly<Record<string, Blob>>,
    goOn?: boolean,
  ): Promise<
    { layout: LabLayout; notes: { path: string; message: string }[]; kept: boolean } | { faults: { path: string; message: string }[] }
  >;
  play(): Promise<void>;
  pause(): Promise<void>;
  setSpeed(speed: LabSpeed): Promise<void>;
  /** One event, or `ps` of virtual time. */
  stepEvent(): Promise<void>;
  stepTime(ps: number): Promise<void>;
  /** Any time from 0 on; backwards from the nearest snapshot. */
  seek(ps: number): Promise<void>;
  ledger(of: { processor: number } | { connection: number }): Promise<LabLedger>;
  /** Connections by id, for their names. */
  connectionNames(ids: number[]): Promise<LabConnectionName[]>;
  /** The settings of the run now, all defaults filled in: as they are wanted, and as they are in force. null: those of `knownVersion`. */
  settings(knownVersion?: number): Promise<LabSettings | null>;
  /**
   * Pins a document: its world, A, runs in step with the one on show, B, from time 0 up to where that is. null: none is pinned any more.
   * What was pinned before stays when the document is faulty.
   */
  pin(document: unknown, captures?: Readonly<Record<string, Blob>>): Promise<{ faults: { path: string; message: string }[] } | null>;
  /** Both runs at the same instant; null while A is not there yet, or none is pinned. */
  comparison(): Promise<LabComparison | null>;
  /**
   * Has the next frame that fits followed, from where the run is now; null ends it. It belongs to the state of the run: going back to before
   * it was asked for forgets it. Rejects where there is no such adapter or connection.
   */
  follow(request: FollowRequest | null): Promise<void>;
  /** The way of that frame, as far as it has come. @param withBytes  with its exact bytes, in hexadecimal digits */
  framePath(withBytes?: boolean): Promise<FramePath>;
  /** The whole report as the command prints it, JSON text. */
  report(): Promise<string>;
  /** The console of a host, by its index. */
  console(host: number): Promise<ConsoleView>;
  /** What the Tab key offers there. @param cursor  characters before it are completed */
  complete(host: number, line: string, cursor: number): Promise<Completion>;
  /** Raw numbers of a host's performance counters now. */
  counters(host: number): Promise<CounterSnapshot>;
  /**
   * Has counters sampled from now on, at every multiple of the interval of virtual time, however fast it goes; null ends it. The last
   * 10,000 samples are kept; those that lie ahead after a seek backwards are dropped, and taken again when the run comes by.
   */
  watch(watch: CounterWatch | null): Promise<void>;
  /** Samples of the host that is watched, later than a time, the oldest first. */
  samples(host: number, afterPs: number): Promise<CounterSnapshot[]>;
  /**
   * Frames are posted to this port as { frame: ArrayBuffer }; the receiver posts the buffer back for reuse. One follows at once, then one
   * after whatever changes the time. A later call replaces the port.
   */
  attach(port: MessagePort): Promise<void>;
}
