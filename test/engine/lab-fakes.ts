// Stand-ins for tests of the Lab's engine: a world whose events come at known times and take known wall time, and a host whose clock
// goes only when a test says so.

import type { CounterSnapshot } from '../../ui/counters/sample.ts';
import {
  Cost,
  CostTotalLayout,
  EventQueueLayout,
  NicRecordLayout,
  PathRecordLayout,
  PortRecordLayout,
  ProcessorLayout,
  QueueRecordLayout,
  SocketLayout,
  TcpConnectionLayout,
  VirtualPortLayout,
  VirtualSwitchLayout,
  WorkPoolLayout,
  WorldLayout,
} from '../../ui/abi/abi.gen.ts';
import { breathe } from '../../ui/engine/breathe.ts';
import type { LabHost } from '../../ui/engine/lab-engine.ts';
import type { CoreExports } from '../../ui/engine/core.ts';
import { noFramePath, type FramePath } from '../../ui/scenario/frame-path.ts';
import type { LabWorld } from '../../ui/engine/lab-run.ts';
import { worldIndex } from '../../ui/engine/world-image.ts';
import type { Snapshot } from '../../ui/engine/world.ts';
import { resolveScenario } from '../../ui/scenario/resolve.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';

/** Memory with room for every record, one kind after the other. */
export function fakeCore(sockets = 16, pages = 64): CoreExports {
  const memory = new WebAssembly.Memory({ initial: pages });
  let top = 1024;
  const take = (count: number, size: number) => {
    const at = top;
    top += count * size;
    return (index = 0) => at + index * size;
  };
  const connections = take(sockets, TcpConnectionLayout.size);
  const core = {
    memory,
    worldAt: take(1, WorldLayout.size),
    queueAt: take(1, EventQueueLayout.size),
    workPoolAt: take(1, WorkPoolLayout.size),
    processorAt: take(64, ProcessorLayout.size),
    costTotalsAt: take(64, Object.keys(Cost).length * CostTotalLayout.size),
    nicAt: take(32, NicRecordLayout.size),
    nicQueueAt: take(512, QueueRecordLayout.size),
    pathAt: take(64, PathRecordLayout.size),
    portAt: take(64, PortRecordLayout.size),
    virtualSwitchAt: take(16, VirtualSwitchLayout.size),
    virtualPortAt: take(32, VirtualPortLayout.size),
    socketAt: take(sockets, SocketLayout.size),
    connectionAt: connections,
    connectionInHostAt: connections, // nothing is offloaded here
    connectionInTargetAt: () => 0,
    processorsSettle: () => undefined,
  } satisfies Partial<CoreExports>;
  new DataView(memory.buffer).setUint32(core.worldAt() + WorldLayout.sockets, sockets, true);
  return core as unknown as CoreExports;
}

/** A host whose clock stands still but for runFor() and what work costs. */
export class FakeHost implements LabHost {
  ms = 1000;
  readonly failures: unknown[] = [];
  private breaths: (() => void)[] = [];
  private sleepers: { at: number; resolve: () => void }[] = [];

  now(): number {
    return this.ms;
  }
  breathe(): Promise<void> {
    return new Promise((resolve) => this.breaths.push(resolve));
  }
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.sleepers.push({ at: this.ms + ms, resolve }));
  }
  fail(error: unknown): void {
    this.failures.push(error);
  }

  /** Lets `ms` of wall time pass, and everything run that wants to. */
  async runFor(ms: number): Promise<void> {
    const end = this.ms + ms;
    for (;;) {
      await breathe(); // whatever a promise or a port has to say
      if (this.ms > end) return;
      if (this.breaths.length > 0) {
        for (const resolve of this.breaths.splice(0)) resolve();
        continue;
      }
      if (this.ms >= end) return;
      this.sleepers.sort((a, b) => a.at - b.at);
      const next = this.sleepers[0];
      this.ms = Math.max(this.ms, Math.min(next?.at ?? end, end));
      if (next && next.at <= this.ms) this.sleepers.shift()!.resolve();
    }
  }
}

export interface FakeEvents {
  /** ps between two. */
  intervalPs?: number;
  count?: number;
  /** Wall time of each, ms. */
  costMs?: number;
  /** Number of an event that breaks the world. */
  breaksAt?: number;
  snapshotBytes?: number;
}

interface FakeState {
  now: number;
  events: number;
  hash: number;
}

/** Event n, from 1 on, comes at n times the interval. */
export class FakeWorld implements LabWorld {
  readonly resolved;
  readonly reading;
  readonly settings;
  readonly applied = 0;
  restores = 0;
  private readonly states = new WeakMap<Snapshot, FakeState>();
  private state: FakeState = { now: 0, events: 0, hash: 1 };

  constructor(
    scenario: Scenario,
    private readonly host: FakeHost,
    readonly plan: FakeEvents = {},
  ) {
    this.resolved = resolveScenario(scenario);
    this.settings = { wanted: scenario, inForce: scenario };
    this.reading = { core: fakeCore(), index: worldIndex(scenario, this.resolved) };
  }

  private get intervalPs(): number {
    return this.plan.intervalPs ?? 1e6;
  }
  get now(): bigint {
    return BigInt(this.state.now);
  }
  get events(): number {
    return this.state.events;
  }
  get next(): bigint | null {
    const { events } = this.state;
    return events < (this.plan.count ?? Infinity) ? BigInt((events + 1) * this.intervalPs) : null;
  }

  run(until: bigint, maxEvents = Infinity): 'time' | 'events' | 'tap' {
    for (let left = maxEvents; ; left--) {
      const { next } = this;
      if (next === null || next > until) break;
      if (left === 0) return 'events';
      this.step();
    }
    if (until !== 2n ** 64n - 1n && until > this.now) this.state.now = Number(until);
    this.tell();
    return 'time';
  }

  step(): boolean {
    const { next } = this;
    if (next === null) return false;
    const events = this.state.events + 1;
    if (events === this.plan.breaksAt) throw new Error('unreachable');
    this.state = { now: Number(next), events, hash: (Math.imul(this.state.hash, 31) + events) >>> 0 };
    this.host.ms += this.plan.costMs ?? 0;
    this.tell();
    return true;
  }

  private tell(): void {
    const { core } = this.reading;
    const view = new DataView(core.memory.buffer);
    view.setBigUint64(core.queueAt() + EventQueueLayout.now, this.now, true);
    view.setBigUint64(core.worldAt() + WorldLayout.events, BigInt(this.state.events), true);
  }

  snapshot(): Snapshot {
    const snapshot = { bytes: this.plan.snapshotBytes ?? 1024 } as Snapshot;
    this.states.set(snapshot, this.state);
    return snapshot;
  }
  restore(snapshot: Snapshot): void {
    this.restores++;
    this.state = this.states.get(snapshot)!;
    this.tell();
  }
  changesFrom(): null {
    return null;
  }
  amend(): never {
    throw new Error('Every scenario is another world here.');
  }
  look(): never {
    throw new Error('There is nothing to look at.');
  }
  promptView(): never {
    throw new Error('Nobody sits at a console here.');
  }
  complete(): never {
    throw new Error('Nobody sits at a console here.');
  }
  /** One counter: the events so far. */
  follow(): void {}

  framePath(): FramePath {
    return noFramePath;
  }

  counters(): CounterSnapshot {
    const { now, events } = this.state;
    return { timePs: now, numbers: new Map([['Fake', new Map([['', new Map([['Events', events]])]])]]) };
  }
  report(): WorldReport {
    const { now, events, hash } = this.state;
    return { timePs: now, events, fingerprint: hash.toString(16) } as WorldReport;
  }
}
