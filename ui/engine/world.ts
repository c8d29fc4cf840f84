// One emulated world: one instance of the core, from a scenario. Runs in Node and in a worker alike. All times are picoseconds.

import {
  PacketFlag,
  PacketLayout,
  readTapRecord,
  readWorld,
  TapRecordLayout,
  WorldLayout,
  NicRecordLayout,
  HashType,
  limits,
} from '../abi/abi.gen.ts';
import { resolveScenario, type ResolvedPath, type ResolvedScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { WorldReport } from '../scenario/world-report.ts';
import { SHARE_PARTS } from '../scenario/quantities.ts';
import { complete, type Completion } from '../console/complete.ts';
import { newSession } from '../console/session.ts';
import type { ConsoleState } from '../console/state.ts';
import type { CounterSnapshot } from '../counters/sample.ts';
import { consoleState } from '../windows/console-state.ts';
import { consoleHosts } from '../windows/guest-console.ts';
import { advanceControl, beginControl, nextControlPs, type Control, type Outage } from '../windows/control.ts';
import { worldView, type ViewSource } from './host-view.ts';
import { counterSnapshot } from './world-counters.ts';
import { consoleView, type ConsoleView } from '../windows/lab-console.ts';
import type { FollowRequest, FramePath } from '../scenario/frame-path.ts';
import { instantiateCore, type CoreExports } from './core.ts';
import { carryOut, restartAdapter } from './chimney-events.ts';
import { rewriteWorldImage, writeWorldImage, type WorldIndex } from './world-image.ts';
import { readFramePath, writeFollowRequest } from './frame-path.ts';
import { ReplayFeed, type FeedPosition, type ReplayCapture } from './replay.ts';
import { migrateGuest } from './virtual-image.ts';
import { fingerprintText, WorldReader } from './world-read.ts';

export interface TappedFrame {
  /** When its last bit crossed the adapter. */
  timePs: bigint;
  /** Index over all hosts' adapters, in the order of the document. */
  nic: number;
  outbound: boolean;
  /** Exact bytes without check sequence; a view that is good until the callback returns. */
  frame: Uint8Array;
  /** Bytes on the wire without check sequence; more than `frame` has where a capture was cut. */
  wireBytes: number;
  /** Receive queue and RSS hash; null where there is none. */
  queue: number | null;
  hash: number | null;
  /** HashType. */
  hashType: number;
}

/** The whole state of a world at an instant. */
export interface Snapshot {
  now: bigint;
  /** Size in memory. */
  bytes: number;
  /** What is not zero, in pages. */
  pages: ReadonlyMap<number, Uint8Array>;
  /** Timeline, settings in force. */
  control: Control;
  /** Where the replays of captures stand. */
  feeds: FeedPosition[];
}

const PAGE = 65_536;
const FRAME_ROOM = 9_300;
/** Events of one call into the core: a few milliseconds, after which V8 may put better code in its place. */
const EVENTS_AT_ONCE = 20_000;

function isZero(words: Int32Array): boolean {
  for (let at = 0; at < words.length; at++) if (words[at] !== 0) return false;
  return true;
}

/** A scenario that needs more memory than there is. */
export class ScenarioTooLarge extends Error {}

/** A capture that a scenario replays was not given. */
export class CaptureMissing extends Error {
  readonly capture: string;
  constructor(capture: string) {
    super(`The scenario replays the capture “${capture}”, which was not given.`);
    this.capture = capture;
  }
}

function feedsOf(resolved: ResolvedScenario, captures: ReadonlyMap<string, ReplayCapture>, index: WorldIndex): ReplayFeed[] {
  return resolved.traffic.flatMap((traffic) => {
    if (traffic.app !== 'replay') return [];
    const capture = captures.get(traffic.capture);
    if (!capture) throw new CaptureMissing(traffic.capture);
    const { host, nic } = traffic.onto;
    const { link, speed } = resolved.hosts[host]!.nics[nic]!;
    const bitsPerSecond = link === null ? speed : resolved.links[link]!.bitsPerSecond;
    return [new ReplayFeed(traffic, capture, index.firstNic[host]! + nic, bitsPerSecond)];
  });
}

/** What a world is made from: the document without its words and its timeline. */
const worldText = ({ title: _title, about: _about, try: _try, timeline: _timeline, ...rest }: Scenario): string => JSON.stringify(rest);

/** Cables of adapters that are being restarted carry nothing. */
function withOutages(resolved: ResolvedScenario, outages: readonly Outage[]): ResolvedScenario {
  if (!outages.length) return resolved;
  const dead = new Set(outages.map(({ host, nic }) => resolved.hosts[host]!.nics[nic]!.link));
  const cut = (path: ResolvedPath): ResolvedPath => ({ ...path, lossParts: SHARE_PARTS });
  return {
    ...resolved,
    links: resolved.links.map((link, at) =>
      dead.has(at) ? { ...link, directions: [cut(link.directions[0]), cut(link.directions[1])] } : link,
    ),
  };
}

/** What is in force comes to; the timeline is that of the document. */
const resolveNow = ({ inForce, outages }: Control, timeline: ResolvedScenario['timeline']): ResolvedScenario => ({
  ...withOutages(resolveScenario(inForce), outages),
  timeline,
});

export class World {
  private readonly core: CoreExports;
  private readonly index: WorldIndex;
  private readonly begun: Scenario;
  private control: Control;
  private current: ResolvedScenario;
  private readonly room: number;
  private readonly feeds: ReplayFeed[];

  private constructor(
    core: CoreExports,
    scenario: Scenario,
    resolved: ResolvedScenario,
    index: WorldIndex,
    room: number,
    feeds: ReplayFeed[],
  ) {
    this.core = core;
    this.begun = scenario;
    this.control = beginControl(scenario);
    this.current = resolved;
    this.index = index;
    this.room = room;
    this.feeds = feeds;
  }

  /**
   * @param module    the compiled core
   * @param scenario  what validateScenario gave
   * @param captures  by the names that its replays have, what readReplay gave
   * @throws ScenarioTooLarge, CaptureMissing
   */
  static async create(
    module: WebAssembly.Module,
    scenario: Scenario,
    captures: ReadonlyMap<string, ReplayCapture> = new Map(),
  ): Promise<World> {
    const core = await instantiateCore(module);
    const resolved = resolveScenario(scenario);
    let index: WorldIndex;
    const room = core.arenaTake(FRAME_ROOM);
    try {
      index = writeWorldImage(core, scenario, resolved);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      throw new ScenarioTooLarge('This scenario needs more memory than a world may have; use fewer connections, adapters or descriptors.');
    }
    return new World(core, scenario, resolved, index, room, feedsOf(resolved, captures, index));
  }

  get resolved(): ResolvedScenario {
    return this.current;
  }

  /** Bytes of linear memory. */
  get memoryBytes(): number {
    return this.core.memory.buffer.byteLength;
  }

  /** For readers of single records (lab-fill.ts). */
  get reading(): { core: CoreExports; index: WorldIndex } {
    return { core: this.core, index: this.index };
  }

  get now(): bigint {
    return BigInt.asUintN(64, this.core.queueNow());
  }

  /**
   * From when on another scenario would run differently, and how many events of its timeline are the same, when nothing but the timeline
   * (and its words) is another; Infinity for a run that is the same. null: it is another world.
   */
  changesFrom(scenario: Scenario): { ps: number; same: number } | null {
    if (worldText(scenario) !== worldText(this.begun)) return null;
    const [now, then] = [this.current.timeline, resolveScenario(scenario).timeline];
    const differs = then.findIndex((event, index) => JSON.stringify(event) !== JSON.stringify(now[index]));
    const same = differs < 0 ? then.length : differs;
    return { ps: Math.min(then[same]?.at ?? Infinity, now[same]?.at ?? Infinity), same };
  }

  /** Goes on with another timeline, and carries out what is due. Precondition: what has been carried out is the same in both. */
  amend(scenario: Scenario): void {
    this.current = { ...this.current, timeline: resolveScenario(scenario).timeline };
    const next = this.nextChange();
    if (next !== null && next <= this.now) this.change();
  }

  /** Documents of now: settings as they are wanted, and as they are in force. */
  get settings(): { wanted: Scenario; inForce: Scenario } {
    const { wanted, inForce } = this.control;
    return { wanted, inForce };
  }

  /** Timeline events carried out so far. */
  get applied(): number {
    return this.control.applied;
  }

  /** Time of what happens next; null when nothing will. */
  get next(): bigint | null {
    const event = BigInt.asUintN(64, this.core.queueNext());
    const change = this.nextStop();
    const time = change !== null && change < event ? change : event;
    return time === 2n ** 64n - 1n ? null : time;
  }

  private nextChange(): bigint | null {
    const next = nextControlPs(this.control, this.current.timeline);
    return next === null ? null : BigInt(next);
  }

  /** Time of the next change of the timeline, or of the next frames of a capture. */
  private nextStop(): bigint | null {
    const times = [this.nextChange(), ...this.feeds.map(({ due }) => due)].filter((time) => time !== null);
    return times.reduce<bigint | null>((least, time) => (least === null || time < least ? time : least), null);
  }

  /** Hands over the frames of captures that are due now. */
  private feed(): void {
    for (const feed of this.feeds)
      for (let { due } = feed; due !== null && due <= this.now; { due } = feed)
        for (const { at, bytes, wire } of feed.take()) {
          const frame = bytes.length > this.longest ? bytes.subarray(0, this.longest) : bytes;
          this.inject(feed.nic, frame, at, wire, PacketFlag.Replayed);
        }
  }

  /** Bytes of a frame that a buffer takes. */
  private get longest(): number {
    return readWorld(this.core.memory.buffer, this.core.worldAt()).bufferBytes;
  }

  /** Carries out what of the timeline is due now. */
  private change(): void {
    this.force(advanceControl(this.control, this.current.timeline, Number(this.now), this.view));
  }

  /** What the consoles of hosts see of this world. */
  private readonly view = worldView(() => this.viewed());

  private viewed(): ViewSource {
    this.core.processorsSettle();
    const { core, index, current: resolved, control } = this;
    return { core, index, resolved, wanted: control.wanted, outages: control.outages, timePs: Number(this.now) };
  }

  private consoleState(host: number): ConsoleState {
    const { wanted, inForce } = this.control;
    return consoleState(consoleHosts(wanted)[host]!, consoleHosts(inForce)[host]!, this.view.host(host));
  }

  /** The console of a host, or of a virtual machine. */
  promptView(host: number): ConsoleView {
    return consoleView(this.control.prompts.get(host), this.consoleState(host));
  }

  /** What the Tab key offers at the console of a host. */
  complete(host: number, line: string, cursor: number): Completion {
    return complete(this.control.prompts.get(host)?.session ?? newSession, this.consoleState(host), line, cursor);
  }

  /** Performance counters of a host now. */
  counters(host: number): CounterSnapshot {
    const { wanted, ...source } = this.viewed();
    return counterSnapshot({ ...source, host, draft: consoleHosts(wanted)[host]! });
  }

  private get followed() {
    const { core, index, current: resolved, control } = this;
    return { core, index, resolved, inForce: control.inForce };
  }

  /** Has the next frame that fits followed, step by step; null: none. The run is the same. */
  follow(request: FollowRequest | null): void {
    writeFollowRequest(this.followed, request);
  }

  /** The way of the frame that is followed, as far as it has come. @param withBytes  with its exact bytes */
  framePath(withBytes = false): FramePath {
    return readFramePath(this.followed, withBytes);
  }

  /** Puts settings into force, has computers start anew, and carries out what else happens. */
  private force({ resets, adapters, acts, ...rest }: Control): void {
    const was = this.control;
    const control: Control = { ...rest, resets: [], adapters: [], acts: [] };
    this.control = control;
    for (const host of resets) this.core.worldHostReset(host);
    this.rewrite(was, control);
    for (const { host, nic, change } of adapters) restartAdapter(this.core, this.index.firstNic[host]! + nic, change);
    for (const act of acts)
      if (act.do === 'migrate') migrateGuest(this.core, act, this.current, this.index);
      else carryOut(this.core, act, this.current, this.index);
  }

  private rewrite(was: Control, control: Control): void {
    if (control.inForce === was.inForce && control.outages === was.outages) return;
    const resolved = resolveNow(control, this.current.timeline);
    rewriteWorldImage(this.core, { scenario: was.inForce, resolved: this.current }, { scenario: control.inForce, resolved }, this.index);
    this.current = resolved;
  }

  /**
   * Handles everything up to and including `until`, changes of the timeline included.
   * @returns why it stopped: at the time, after `maxEvents` events, or because tapped frames have to be taken first
   */
  run(until: bigint, maxEvents = Infinity): 'time' | 'events' | 'tap' {
    for (let left = maxEvents; ;) {
      const next = this.nextStop();
      const isDue = next !== null && next <= until;
      const stop = isDue ? next : until;
      for (let isThere = false; !isThere;) {
        const most = Math.min(left, EVENTS_AT_ONCE);
        const handled = this.core.worldRun(stop, most);
        left -= handled;
        isThere = handled < most;
        if (!isThere && left <= 0) return 'events';
      }
      if (this.core.tapFull()) return 'tap';
      if (!isDue) return 'time';
      this.change();
      this.feed();
    }
  }

  /** Handles one event. @returns false when none waits */
  step(): boolean {
    const { next } = this;
    if (next === null) return false;
    this.run(next, 1);
    return true;
  }

  snapshot(): Snapshot {
    const memory = this.core.memory.buffer;
    const pages = new Map<number, Uint8Array>();
    for (let at = 0; at < memory.byteLength; at += PAGE)
      if (!isZero(new Int32Array(memory, at, PAGE / 4))) pages.set(at, new Uint8Array(memory.slice(at, at + PAGE)));
    return { now: this.now, bytes: pages.size * PAGE, pages, control: this.control, feeds: this.feeds.map(({ at }) => at) };
  }

  restore({ pages, control, feeds }: Snapshot): void {
    for (const [index, position] of feeds.entries()) this.feeds[index]!.at = position;
    const memory = new Uint8Array(this.core.memory.buffer);
    for (let at = 0; at < memory.length; at += PAGE) {
      const page = pages.get(at);
      if (page) memory.set(page, at);
      else memory.fill(0, at, at + PAGE);
    }
    this.control = control;
    this.current = resolveNow(control, this.current.timeline);
  }

  private reader(): WorldReader {
    this.core.processorsSettle();
    return new WorldReader(this.core, this.current, this.index);
  }

  /** Everything the world tells, as plain data. */
  report(): WorldReport {
    return { ...this.reader().report(), fingerprint: this.fingerprint() };
  }

  /** For single parts of the report. Good until the world runs on. */
  look(): WorldReader {
    return this.reader();
  }

  /** Hash over all that was traced and over the counters, 16 hexadecimal digits. */
  fingerprint(): string {
    const counters = JSON.stringify(this.reader().report());
    let hash = readWorld(this.core.memory.buffer, this.core.worldAt()).fingerprint;
    for (let at = 0; at < counters.length; at += 4) {
      const word = counters.charCodeAt(at) | (counters.charCodeAt(at + 1) << 8) | (counters.charCodeAt(at + 2) << 16);
      hash = BigInt.asUintN(64, (hash ^ BigInt(word >>> 0)) * 0x100000001b3n);
    }
    return fingerprintText(hash);
  }

  /** @param name  HOST.ADAPTER */
  nicIndex(name: string): number | null {
    const at = this.nicNames().indexOf(name);
    return at < 0 ? null : at;
  }

  nicNames(): string[] {
    return this.current.hosts.flatMap((host) => host.nics.map((nic) => `${host.name}.${nic.name}`));
  }

  private setNic(nic: number, field: 'tapped' | 'outside', value: number): void {
    new DataView(this.core.memory.buffer).setUint8(this.core.nicAt(nic) + NicRecordLayout[field], value);
  }

  /**
   * Has frames that cross an adapter kept until takeTapped.
   * @param where  on the cable, or in the host: a network monitor there sees what passes NDIS, and nothing of offloaded connections
   */
  tap(nic: number, on: boolean, where: 'cable' | 'host' = 'cable'): void {
    this.setNic(nic, 'tapped', on ? (where === 'cable' ? 1 : 2) : 0);
  }

  /** Leads the adapter's cable out of the emulation: what it sends comes out of takeTapped alone, what comes in is given to inject. */
  outside(nic: number): void {
    this.setNic(nic, 'outside', 1);
    new DataView(this.core.memory.buffer).setUint32(this.core.nicAt(nic) + NicRecordLayout.path, limits.None, true);
  }

  /** Takes the frames that tapped adapters have seen, oldest first. */
  takeTapped(take: (frame: TappedFrame) => void): void {
    const { core } = this;
    for (let at = core.tapOldest(); at !== 0; at = core.tapOldest()) {
      const record = readTapRecord(core.memory.buffer, at);
      const wire = new DataView(core.memory.buffer).getUint32(at + TapRecordLayout.packet + PacketLayout.bytes, true);
      const bytes = core.tapTake(this.room);
      take({
        timePs: record.time,
        nic: record.nic,
        outbound: record.outbound === 1,
        frame: new Uint8Array(core.memory.buffer, this.room, bytes),
        wireBytes: Math.max(wire, bytes),
        queue: record.queue === limits.NotRecorded ? null : record.queue,
        hash: record.hashType === HashType.None ? null : record.hash,
        hashType: record.hashType,
      });
    }
  }

  /**
   * A frame from outside arrives at an adapter.
   * @param frame  Ethernet without check sequence  @param at  not before now  @param wireBytes  of the frame before it was cut
   * @returns false when it is too long or there was no room for it
   */
  inject(nic: number, frame: Uint8Array, at: bigint, wireBytes = frame.length, flags: number = PacketFlag.Outside): boolean {
    const { core } = this;
    const room = core.worldInjectRoom(frame.length);
    if (room === 0) return false;
    new Uint8Array(core.memory.buffer).set(frame, room);
    return core.worldInject(nic, wireBytes, flags, at) !== 0;
  }

  /** Events handled so far. */
  get events(): number {
    return Number(new DataView(this.core.memory.buffer).getBigUint64(this.core.worldAt() + WorldLayout.events, true));
  }
}
