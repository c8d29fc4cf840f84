// A world being run in slices of wall time, and the snapshots that lead back. Running in slices changes nothing in a world, nor do
// snapshots; how many there are and when they are taken is a matter of time and memory alone.

import { WorldLayout } from '../abi/abi.gen.ts';
import type { LabLayout } from '../scenario/lab-frame.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { CounterSnapshot, CounterWatch } from './lab-api.ts';
import { LabFill, type HeadState } from './lab-fill.ts';
import { labLayout } from './lab-layout.ts';
import { CounterSampler } from './lab-sampler.ts';
import { Snapshots } from './snapshots.ts';
import type { Snapshot, World } from './world.ts';

/** What the Lab asks of a world. */
export type LabWorld = Pick<
  World,
  | 'resolved'
  | 'changesFrom'
  | 'amend'
  | 'applied'
  | 'settings'
  | 'now'
  | 'next'
  | 'run'
  | 'step'
  | 'snapshot'
  | 'restore'
  | 'report'
  | 'reading'
  | 'look'
  | 'promptView'
  | 'complete'
  | 'counters'
  | 'follow'
  | 'framePath'
>;

/** The end of virtual time: in frames and reports times are numbers, and whole. */
export const LAST_PS = Number.MAX_SAFE_INTEGER;

const SNAPSHOT_BYTES = 256 * 2 ** 20;
const SNAPSHOT_SPACING_PS = 1e9;
/** At most this part of the time goes into snapshots. */
const SNAPSHOT_SHARE = 0.1;

/** Wall time between two looks at the clock. */
const CHUNK_MS = 1;
const LEAST_EVENTS = 16;
const MOST_EVENTS = 65_536;
/** Clocks of a page that is not isolated go in such steps. */
const CLOCK_STEP_MS = 0.1;

/** As the queue has it: no limit, and time stays at the last event. */
const NO_LIMIT = 2n ** 64n - 1n;

export class LabRun {
  readonly layout: LabLayout;
  private readonly filler: LabFill;
  private readonly snapshots: Snapshots<Snapshot>;
  private snapshotFromMs = -Infinity;
  private sampler: CounterSampler | null = null;
  /** That take about CHUNK_MS. */
  private events = LEAST_EVENTS;

  /** @param now  wall time, ms  @param snapshotBytes  memory for snapshots */
  constructor(
    readonly world: LabWorld,
    private readonly now: () => number,
    snapshotBytes = SNAPSHOT_BYTES,
  ) {
    this.snapshots = new Snapshots(snapshotBytes, SNAPSHOT_SPACING_PS);
    const { core, index } = world.reading;
    this.layout = labLayout(world.resolved, index, new DataView(core.memory.buffer).getUint32(core.worldAt() + WorldLayout.sockets, true));
    this.filler = new LabFill(core, this.layout, index);
    this.keep();
  }

  get timePs(): number {
    return Number(this.world.now);
  }

  /** No event waits, or time cannot be told any more. */
  get hasEnded(): boolean {
    return this.world.next === null || this.timePs >= LAST_PS;
  }

  get packets(): number {
    return this.filler.packets();
  }

  fill(values: Float64Array, state: Omit<HeadState, 'hasEnded'>): void {
    this.filler.fill(values, { ...state, hasEnded: this.hasEnded });
  }

  /**
   * Runs all events up to `untilPs`; up to the last one if that is Infinity.
   * @param deadlineMs  wall time to stop at; a little is run in any case
   * @returns whether it got there
   */
  run(untilPs: number, deadlineMs: number): boolean {
    for (let from = this.now(); ;) {
      const samplePs = this.sampleBefore(untilPs);
      const until = samplePs ?? untilPs;
      let why = this.world.run(until === Infinity ? NO_LIMIT : BigInt(until), this.events);
      const to = this.now();
      if (why === 'events') this.adapt(to - from);
      this.keep();
      if (why === 'time' && samplePs !== null) {
        this.sampler!.take(samplePs);
        why = samplePs === untilPs ? 'time' : 'events';
      }
      if (why === 'time') return true;
      if (to >= deadlineMs) return false;
      from = this.now();
    }
  }

  private adapt(elapsedMs: number): void {
    const wanted = (this.events * CHUNK_MS) / Math.max(elapsedMs, CLOCK_STEP_MS);
    this.events = Math.round(Math.min(Math.max(wanted, this.events / 2, LEAST_EVENTS), this.events * 2, MOST_EVENTS));
  }

  /** Time of the next sample up to a time; null: none. When nothing happens any more there is nothing to sample either, unless time is to go on. */
  private sampleBefore(untilPs: number): number | null {
    const nextPs = this.sampler?.nextPs(this.timePs) ?? null;
    if (nextPs === null || nextPs > Math.min(untilPs, LAST_PS)) return null;
    return untilPs === Infinity && this.world.next === null ? null : nextPs;
  }

  /** Samples counters from now on; null: none any more. */
  watch(watch: CounterWatch | null): void {
    this.sampler = watch && new CounterSampler(watch, () => this.world.counters(watch.host));
  }

  samples(host: number, afterPs: number): CounterSnapshot[] {
    return this.sampler?.host === host ? this.sampler.since(afterPs) : [];
  }

  step(): void {
    const { next } = this.world;
    const samplePs = next === null ? null : this.sampleBefore(Number(next) - 1);
    if (samplePs !== null && this.run(samplePs, Infinity)) return this.step();
    this.world.step();
    this.keep();
  }

  /** Takes a snapshot if one is due. */
  private keep(): void {
    const { timePs } = this;
    const from = this.now();
    if (from < this.snapshotFromMs || !this.snapshots.isDue(timePs)) return;
    this.snapshots.add(timePs, this.world.snapshot());
    const to = this.now();
    this.snapshotFromMs = to + (to - from) * (1 / SNAPSHOT_SHARE - 1);
  }

  /** Where running up to `timePs` takes least: here, or at a snapshot. Goes there. */
  approach(timePs: number): void {
    const kept = this.snapshots.before(timePs)!; // the first is of time 0
    const isAhead = kept.timePs > this.timePs && this.sampler === null; // samples on the way there would be missing
    if (this.timePs > timePs || isAhead) this.restore(kept.snapshot);
  }

  private restore(snapshot: Snapshot): void {
    this.world.restore(snapshot);
    this.sampler?.cut(this.timePs);
  }

  /**
   * Takes over a scenario of which only the timeline is another, and goes back to where it differs if that is in the past.
   * @returns the time to run to, to be where it was; null: it is another world
   */
  amend(scenario: Scenario): number | null {
    const { timePs } = this;
    const from = this.world.changesFrom(scenario);
    if (from === null) return null;
    if (from.ps < timePs || from.same < this.world.applied) this.restore(this.snapshots.before(Math.max(0, from.ps - 1))!.snapshot);
    this.snapshots.dropFrom(from.ps);
    this.world.amend(scenario);
    return timePs;
  }
}
