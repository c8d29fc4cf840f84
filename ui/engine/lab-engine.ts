// The engine behind the Lab page: one world, run in slices between which messages are heard. Virtual time follows wall time at a rate, or
// goes as fast as it can; a seek runs forward from where that takes least. Knows nothing of workers: runs in Node and in tests too.

import type { FollowRequest, FramePath } from '../scenario/frame-path.ts';
import { labFrameLength, type LabConnectionName, type LabLedger, type LabSettings, type LabSpeed } from '../scenario/lab-frame.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { LabComparison } from '../analysis/compare-runs.ts';
import { validateScenario } from '../scenario/validate.ts';
import { breathe } from './breathe.ts';
import type { Completion, ConsoleView, CounterSnapshot, CounterWatch, LabApi } from './lab-api.ts';
import { LabFrames } from './lab-frames.ts';
import { readConnectionNames, readLedger } from './lab-ledger.ts';
import { LabPin } from './lab-pin.ts';
import { Pace } from './lab-pace.ts';
import { PacketRate } from './lab-rate.ts';
import { LabRun, LAST_PS, type LabWorld } from './lab-run.ts';
import { readReplay, type ReplayCapture } from './replay.ts';
import { CaptureMissing, ScenarioTooLarge, World } from './world.ts';

/** Wall time, and ways to let some pass. */
export interface LabHost {
  /** ms */
  now(): number;
  /** Lets waiting messages be handled. */
  breathe(): Promise<void>;
  sleep(ms: number): Promise<void>;
  /** Something broke while nobody waited for an answer. */
  fail(error: unknown): void;
}

export const wallHost: LabHost = {
  now: () => performance.now(),
  breathe,
  // Browsers cut fractions of a millisecond off, and would wake too early.
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.ceil(ms))),
  // Thrown where nothing catches it: out of a worker, that is an error event on the page.
  fail: (error) =>
    void setTimeout(() => {
      throw error;
    }),
};

/** Wall time of a slice: messages wait no longer than this. */
const SLICE_MS = 6;
/** Between two looks at the clock when virtual time is where it should be. */
const REST_MS = 8;
const LEAST_RATE = 1e-6;

type MakeWorld = (module: WebAssembly.Module, scenario: Scenario, captures: ReadonlyMap<string, ReplayCapture>) => Promise<LabWorld>;
type Captures = Readonly<Record<string, Blob>>;
type Loaded = Awaited<ReturnType<LabApi['load']>>;
type Faults = Extract<Loaded, { faults: unknown }>;

/** Of the pinned world: a quarter of what the other has. */
const PINNED_SNAPSHOT_BYTES = 64 * 2 ** 20;

/** A time to run up to, and who waits for it. */
interface Goal {
  timePs: number;
  /** Whether the run is where it goes on from to get there. */
  isUnderWay: boolean;
  resolve(): void;
  reject(error: unknown): void;
}

export class LabEngine implements LabApi {
  private module: Promise<WebAssembly.Module> | undefined;
  private current: LabRun | null = null;
  private pinned: LabPin | null = null;
  private loading: Promise<unknown> = Promise.resolve();
  private isPlaying = false;
  private goal: Goal | null = null;
  private isDriving = false;
  private readonly pace = new Pace();
  private readonly packetRate = new PacketRate();
  private captures: ReadonlyMap<string, ReplayCapture> = new Map();
  private captureSizes: ReadonlyMap<string, number> = new Map();
  private readonly frames: LabFrames;
  private lastSettings: Omit<LabSettings, 'timePs'> | null = null;

  /** @param makeWorld  throws ScenarioTooLarge where there is no room, CaptureMissing where a capture is replayed that was not given */
  constructor(
    private readonly loadModule: () => Promise<WebAssembly.Module>,
    private readonly host: LabHost = wallHost,
    private readonly makeWorld: MakeWorld = World.create,
  ) {
    this.frames = new LabFrames(host, (values) => this.fill(values));
  }

  async ready(): Promise<void> {
    await this.compiled();
  }

  private compiled(): Promise<WebAssembly.Module> {
    return (this.module ??= this.loadModule());
  }

  /** One at a time, so that the last one asked for stays. */
  load(document: unknown, captures: Captures = {}, goOn = false): Promise<Loaded> {
    const answer = this.loading.then(() => this.loadNext(document, captures, goOn));
    this.loading = answer.catch(() => undefined);
    return answer;
  }

  /** Reads the captures that a scenario replays; those that were read last are kept. */
  private async readCaptures(scenario: Scenario, captures: Captures): Promise<Map<string, ReplayCapture>> {
    const read = new Map<string, ReplayCapture>();
    const sizes = new Map<string, number>();
    for (const traffic of scenario.traffic) {
      const blob = traffic.app === 'replay' ? captures[traffic.capture] : undefined;
      if (traffic.app !== 'replay' || !blob) continue;
      const known = this.captureSizes.get(traffic.capture) === blob.size ? this.captures.get(traffic.capture) : undefined;
      read.set(traffic.capture, known ?? (await readReplay(await this.compiled(), blob)));
      sizes.set(traffic.capture, blob.size);
    }
    this.captures = read;
    this.captureSizes = sizes;
    return read;
  }

  private async loadNext(document: unknown, captures: Captures, goOn: boolean): Promise<Loaded> {
    const result = validateScenario(document);
    if ('faults' in result) return { faults: result.faults.map(({ path, message }) => ({ path, message })) };
    const kept = goOn ? this.amend(result.scenario, captures) : null;
    if (kept) return kept;
    const world = await this.build(result.scenario, captures);
    if ('faults' in world) return world;
    this.stop();
    const { layout } = (this.current = new LabRun(world, () => this.host.now()));
    this.frames.resize(labFrameLength(layout));
    void this.host.breathe().then(() => this.frames.change()); // the answer goes first: it says how to read the frame
    if (this.pinned) void this.drive();
    return { layout, notes: notesOf(world), kept: false };
  }

  private async build(scenario: Scenario, captures: Captures): Promise<LabWorld | Faults> {
    try {
      return await this.makeWorld(await this.compiled(), scenario, await this.readCaptures(scenario, captures));
    } catch (error) {
      if (error instanceof ScenarioTooLarge) return { faults: [{ path: '', message: error.message }] };
      if (error instanceof CaptureMissing)
        return { faults: [{ path: '', message: `${error.message} Open the capture, or drop it on the page.` }] };
      throw error;
    }
  }

  /** Loading and pinning come one after the other, as both read captures. */
  pin(document: unknown, captures: Captures = {}): Promise<Faults | null> {
    const answer = this.loading.then(() => this.pinNext(document, captures));
    this.loading = answer.catch(() => undefined);
    return answer;
  }

  private async pinNext(document: unknown, captures: Captures): Promise<Faults | null> {
    if (document === null) {
      this.pinned = null;
      return null;
    }
    const result = validateScenario(document);
    if ('faults' in result) return { faults: result.faults.map(({ path, message }) => ({ path, message })) };
    const world = await this.build(result.scenario, captures);
    if ('faults' in world) return world;
    this.pinned = new LabPin(new LabRun(world, () => this.host.now(), PINNED_SNAPSHOT_BYTES));
    void this.drive();
    return null;
  }

  async comparison(): Promise<LabComparison | null> {
    const run = this.opened();
    return this.pinned?.isInStep(run.timePs) ? this.pinned.compare(run) : null;
  }

  /** Where only the timeline is another, the world goes on: from here, or from what came before the change. */
  private amend(scenario: Scenario, captures: Captures): Loaded | null {
    const run = this.current;
    const isSame = Object.entries(captures).every(([name, { size }]) => this.captureSizes.get(name) === size);
    const backPs = run && isSame ? run.amend(scenario) : null;
    if (!run || backPs === null) return null;
    if (run.timePs < backPs) void this.reach(backPs, true).catch(() => undefined);
    else this.frames.change();
    return { layout: run.layout, notes: notesOf(run.world), kept: true };
  }

  private opened(): LabRun {
    if (!this.current) throw new Error('No scenario is loaded.');
    return this.current;
  }

  async play(): Promise<void> {
    this.opened();
    if (this.isPlaying) return;
    this.isPlaying = true;
    this.pace.start(this.host.now());
    void this.drive();
  }

  async pause(): Promise<void> {
    this.stop();
    this.frames.change();
  }

  /** Ends play and a seek under way; time stays where it is. */
  private stop(): void {
    this.isPlaying = false;
    this.goal?.resolve();
    this.goal = null;
  }

  async setSpeed({ rate }: LabSpeed): Promise<void> {
    if (!(rate >= LEAST_RATE)) throw new RangeError(`The rate has to be ${LEAST_RATE} or more, not ${rate}.`);
    this.pace.rate = rate;
  }

  async stepEvent(): Promise<void> {
    const run = this.opened();
    this.stop();
    run.step();
    this.frames.change();
  }

  async stepTime(ps: number): Promise<void> {
    const run = this.opened();
    checkTime(ps);
    this.stop();
    return this.reach(Math.min(run.timePs + ps, LAST_PS), true);
  }

  /** Goes on playing afterwards if it did. Resolves early when something else is asked for meanwhile. */
  async seek(ps: number): Promise<void> {
    this.opened();
    checkTime(ps);
    return this.reach(ps, false);
  }

  private reach(timePs: number, isUnderWay: boolean): Promise<void> {
    this.goal?.resolve();
    return new Promise((resolve, reject) => {
      this.goal = { timePs, isUnderWay, resolve, reject };
      void this.drive();
    });
  }

  async ledger(of: { processor: number } | { connection: number }): Promise<LabLedger> {
    return readLedger(this.opened().world, of);
  }

  async connectionNames(ids: number[]): Promise<LabConnectionName[]> {
    return readConnectionNames(this.opened().world, ids);
  }

  async settings(knownVersion?: number): Promise<LabSettings | null> {
    const { timePs, world } = this.opened();
    const { wanted, inForce } = world.settings;
    let last = this.lastSettings;
    if (last === null || last.wanted !== wanted || last.inForce !== inForce) {
      last = { version: (last?.version ?? 0) + 1, wanted, inForce };
      this.lastSettings = last;
    }
    return last.version === knownVersion ? null : { timePs, ...last };
  }

  /** Of a host that a question may have been asked about before the present world was loaded. */
  private asked(host: number): LabWorld {
    const { world } = this.opened();
    if (!world.resolved.hosts[host]) throw new RangeError(`The scenario has no host ${host}.`);
    return world;
  }

  async console(host: number): Promise<ConsoleView> {
    return this.asked(host).promptView(host);
  }

  async complete(host: number, line: string, cursor: number): Promise<Completion> {
    return this.asked(host).complete(host, line, cursor);
  }

  async counters(host: number): Promise<CounterSnapshot> {
    return this.asked(host).counters(host);
  }

  async watch(watch: CounterWatch | null): Promise<void> {
    if (watch) this.asked(watch.host);
    this.opened().watch(watch);
  }

  async samples(host: number, afterPs: number): Promise<CounterSnapshot[]> {
    return this.opened().samples(host, afterPs);
  }

  async follow(request: FollowRequest | null): Promise<void> {
    this.opened().world.follow(request);
  }

  async framePath(withBytes = false): Promise<FramePath> {
    return this.opened().world.framePath(withBytes);
  }

  async report(): Promise<string> {
    return JSON.stringify(this.opened().world.report(), null, 2);
  }

  async attach(port: MessagePort): Promise<void> {
    this.frames.attach(port);
  }

  private fill(values: Float64Array): void {
    this.opened().fill(values, { isPlaying: this.isPlaying, packetsPerSecond: this.packetRate.perSecond });
  }

  /** Runs slices for as long as there is something to run for. */
  private async drive(): Promise<void> {
    if (this.isDriving) return;
    this.isDriving = true;
    try {
      while (this.current && (this.goal || this.isPlaying || this.isOutOfStep)) {
        const restMs = this.slice(this.current);
        this.packetRate.sample(this.host.now(), this.current.packets);
        this.frames.change();
        await (restMs > 0 ? this.host.sleep(restMs) : this.host.breathe());
      }
    } catch (error) {
      this.broke(error);
    } finally {
      this.isDriving = false;
      this.packetRate.stop();
      this.frames.change();
    }
  }

  /** A slice ends when a frame is due, if that is earlier. */
  private sliceEnd(): number {
    return this.host.now() + Math.min(SLICE_MS, this.frames.restMs() || SLICE_MS);
  }

  /** The pinned world catches up first, so that both are at the same time whenever nothing runs. */
  private slice(run: LabRun): number {
    if (!this.goal && this.isOutOfStep) {
      this.pinned!.follow(run.timePs, this.sliceEnd());
      return 0;
    }
    return this.goal ? this.seekSlice(run, this.goal) : this.playSlice(run);
  }

  private get isOutOfStep(): boolean {
    return this.pinned !== null && this.current !== null && !this.pinned.isInStep(this.current.timePs);
  }

  private seekSlice(run: LabRun, goal: Goal): number {
    if (!goal.isUnderWay) run.approach(goal.timePs);
    goal.isUnderWay = true;
    if (run.run(goal.timePs, this.sliceEnd())) {
      this.goal = null;
      goal.resolve();
    }
    return 0;
  }

  /** @returns ms until there is more to run */
  private playSlice(run: LabRun): number {
    if (run.hasEnded) {
      this.isPlaying = false;
      return 0;
    }
    const { timePs } = run;
    const duePs = this.pace.due(this.host.now());
    const isThere = run.run(duePs === Infinity ? Infinity : Math.min(timePs + duePs, LAST_PS), this.sliceEnd());
    this.pace.spend(run.timePs - timePs);
    return isThere ? Math.min(REST_MS, this.frames.restMs() || REST_MS) : 0;
  }

  private broke(error: unknown): void {
    const { goal } = this;
    this.isPlaying = false;
    this.goal = null;
    if (goal) goal.reject(error);
    else this.host.fail(error);
  }
}

const notesOf = ({ resolved }: LabWorld) => resolved.notes.map(({ path, message }) => ({ path, message }));

function checkTime(ps: number): void {
  if (!Number.isSafeInteger(ps) || ps < 0) throw new RangeError(`${ps} is no time: it has to be a whole number of picoseconds below 2^53.`);
}
