// Has the counters of one host sampled during the run, and brings the samples to the page. Each host keeps the counters it shows.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CounterWatch } from '../engine/lab-api.ts';
import type { LabSettings } from '../scenario/lab-frame.ts';
import { firstInterval, LabCounters } from './lab-counters.ts';
import type { LabSession } from './lab-session.ts';
import { askHost } from './lab-windows-api.ts';

const LOOK_MS = 250;
/** Samples that are fetched again at most, of those that are shown. */
const AGAIN_SAMPLES = 1000;

export interface SamplingView {
  readonly session: LabSession | null;
  readonly settings: LabSettings | null;
  readonly active: boolean;
}

export class LabSampling implements ReactiveController {
  /** Another number when there is something new to show. */
  revision = 0;
  private readonly byHost = new Map<string, LabCounters>();
  private wanted: number | null = null;
  private watched: CounterWatch | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;
  private isAsking = false;
  private lookedPs = -1;
  /** Another number when samples that are on their way are out of date. */
  private epoch = 0;

  constructor(private readonly host: ReactiveControllerHost & SamplingView) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
  }

  hostDisconnected(): void {
    if (this.timer !== null) clearInterval(this.timer);
    void this.watch(null);
  }

  /** Counters of a host, shown or not. */
  of(index: number): LabCounters {
    const { settings, session } = this.host;
    const host = settings!.wanted.hosts[index]!;
    const found = this.byHost.get(host.name) ?? new LabCounters(host, firstInterval(session!.rate));
    this.byHost.set(host.name, found);
    return found;
  }

  /** Which host is sampled, from now on; null: none. */
  follow(index: number | null): void {
    this.wanted = index;
  }

  /** The settings of the run are other ones. */
  adapt(): void {
    for (const host of this.host.settings?.wanted.hosts ?? []) this.byHost.get(host.name)?.adapt(host);
  }

  /** The run is not as it was after this time; it may be another one. */
  back(timePs: number, isAnother: boolean): void {
    this.epoch += 1;
    this.lookedPs = -1;
    if (isAnother) this.watched = null;
    for (const counters of this.byHost.values()) counters.back(timePs);
    this.tell();
  }

  /** Fetches the past again: counters were added, or what happened is another. */
  async again(): Promise<void> {
    const { wanted, epoch } = this;
    if (wanted === null) return;
    this.lookedPs = -1;
    const counters = this.of(wanted);
    const backPs = Math.min(counters.windowPs, AGAIN_SAMPLES * counters.intervalPs);
    const fromPs = Math.max(-1, counters.lastPs - backPs - 1);
    const snapshots = await askHost(this.host.session!, wanted, (api) => api.samples(wanted, fromPs));
    if (snapshots && epoch === this.epoch) counters.takeAgain(snapshots);
    this.tell();
  }

  private async watch(request: CounterWatch | null): Promise<void> {
    const { session } = this.host;
    const before = this.watched;
    const isSame = request?.host === before?.host && request?.intervalPs === before?.intervalPs;
    if (isSame || !session) return;
    this.watched = request;
    const isHeard = await askHost(session, (request ?? before)!.host, async (api) => {
      await api.watch(request);
      return true;
    });
    if (!isHeard && this.watched === request) this.watched = before;
  }

  private async look(): Promise<void> {
    const { session, active } = this.host;
    const { wanted, epoch } = this;
    if (!session || !active || wanted === null || this.isAsking || !this.host.settings?.wanted.hosts[wanted]) return;
    this.isAsking = true;
    try {
      const counters = this.of(wanted);
      await this.watch({ host: wanted, intervalPs: counters.intervalPs });
      const { timePs } = session;
      if (timePs === this.lookedPs || epoch !== this.epoch) return;
      if (this.isAheadOf(timePs)) return this.back(timePs, false);
      const snapshots = await askHost(session, wanted, (api) => api.samples(wanted, counters.afterPs));
      if (!snapshots || epoch !== this.epoch) return;
      counters.take(snapshots);
      // The run may still be on its way to where it was.
      this.lookedPs = counters.lastPs + counters.intervalPs > timePs ? timePs : -1;
      if (snapshots.length) this.tell();
    } finally {
      this.isAsking = false;
    }
  }

  /** The run was taken back, or is further than the page has heard: then the same samples come again. */
  private isAheadOf(timePs: number): boolean {
    return [...this.byHost.values()].some(({ lastPs }) => lastPs > timePs);
  }

  private tell(): void {
    this.revision += 1;
    this.host.requestUpdate();
  }
}
