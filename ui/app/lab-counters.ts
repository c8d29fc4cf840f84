// The counters of one host that are shown: their series, what was sampled of them, logs of real servers beside them, and the log that runs.

import type { PerfView } from '../components/perf-bar/perf-bar.ts';
import { createHistory, firstFrom, historyAdd, historyCut, historyKeep, historyLength, historySince } from '../counters/history.ts';
import type { CounterLog } from '../counters/log-read.ts';
import { logText } from '../counters/log-write.ts';
import { openLog } from '../counters/overlay.ts';
import type { WindowsVersion } from '../counters/objects.ts';
import { expandCounterPath, parseCounterPath, type CounterCatalog, type CounterPath } from '../counters/path.ts';
import { sampleValues, type CounterSnapshot } from '../counters/sample.ts';
import { addSeries, removeSeries, withSamples, type CounterSeries } from '../counters/series.ts';
import type { Host } from '../scenario/schema.ts';
import { CLOCK_START_MS } from '../windows/prompt.ts';
import { counterCatalog } from '../windows/counter-catalog.ts';
import { Observing } from './lab-observing.ts';

const MS = 1e9;
const SECOND = 1e12;
/** Samples in the window that is shown at first. */
const SHOWN_SAMPLES = 100;
/** What Performance Monitor begins with, and what this page is about. */
const firstCounters = ['\\Processor(_Total)\\% Processor Time', '\\Processor(*)\\% DPC Time', '\\Network Interface(*)\\Bytes Received/sec'];

/** An interval that lasts about a second at the speed of the run, but a millisecond at least. */
export function firstInterval(rate: number): number {
  if (!Number.isFinite(rate)) return MS;
  return [1000, 100, 10].map((ms) => ms * MS).find((ps) => ps <= rate * SECOND) ?? MS;
}

export class LabCounters {
  version: WindowsVersion;
  catalog: CounterCatalog;
  /** With the samples that are shown. */
  series: CounterSeries[] = [];
  logs: CounterLog[] = [];
  view: PerfView = 'line';
  isPaused = false;
  fault = '';
  windowPs: number;
  /** Virtual time after which samples are logged; null: no log runs. */
  logFromPs: number | null = null;
  readonly observing = new Observing();
  private readonly history = createHistory();
  /** The sample that rates of the next are taken against. */
  private before: CounterSnapshot | null = null;

  constructor(
    host: Host,
    public intervalPs: number,
  ) {
    this.version = host.os;
    this.catalog = counterCatalog(host);
    this.windowPs = SHOWN_SAMPLES * intervalPs;
    this.addTexts(firstCounters);
  }

  /** The host has been changed: counters that it no longer has go. */
  adapt(host: Host): void {
    this.version = host.os;
    this.catalog = counterCatalog(host);
    const isThere = ({ source, path }: CounterSeries) => source === 'imported' || !('fault' in expandCounterPath(path, this.catalog));
    this.series = this.series.filter(isThere);
  }

  /** Time of the last sample; −1 before there is one. */
  get lastPs(): number {
    const { times, end } = this.history;
    return historyLength(this.history) ? times[end - 1]! : -1;
  }

  /** Samples after this time are wanted; the last one again where rates are to be taken against it. */
  get afterPs(): number {
    return this.before || this.lastPs < 0 ? this.lastPs : this.lastPs - 1;
  }

  /** Samples in the order of time. */
  take(snapshots: readonly CounterSnapshot[]): void {
    const sampled = this.series.filter(({ source }) => source === 'emulated');
    const ids = sampled.map(({ id }) => id);
    const paths = sampled.map(({ path }) => path);
    for (const snapshot of snapshots) {
      if (snapshot.timePs > this.lastPs)
        historyAdd(this.history, snapshot.timePs, ids, sampleValues(this.catalog.objects, paths, this.before, snapshot));
      this.before = snapshot;
    }
    this.observing.take(snapshots, this.catalog);
    if (snapshots.length && !this.isPaused) this.refresh();
  }

  /** Samples that were taken already, once more: with the counters that were added since. */
  takeAgain(snapshots: readonly CounterSnapshot[]): void {
    if (!snapshots.length) return;
    historyCut(this.history, snapshots[0]!.timePs);
    this.before = null;
    this.take(snapshots);
    this.refresh();
  }

  /** The run is at this time: what was sampled later has not happened. */
  back(timePs: number): void {
    this.before = null;
    this.observing.reset();
    historyCut(this.history, timePs + 1);
    if (this.logFromPs !== null) this.logFromPs = Math.min(this.logFromPs, timePs);
    this.refresh();
  }

  pause(isPaused: boolean): void {
    this.isPaused = isPaused;
    if (!isPaused) this.refresh();
  }

  refresh(): void {
    const fromPs = this.windowPs === Infinity ? -Infinity : this.lastPs - this.windowPs;
    this.series = withSamples(this.series, historySince(this.history, fromPs));
  }

  add(paths: readonly CounterPath[]): void {
    const added = addSeries(this.series, paths, this.catalog.objects);
    if ('fault' in added) this.fault = added.fault;
    else this.series = added.series;
  }

  /** Paths as texts, with wildcards; what cannot be shown is said. */
  addTexts(texts: readonly string[]): void {
    const faults: string[] = [];
    for (const text of texts) {
      const path = parseCounterPath(text);
      const expanded = 'fault' in path ? path : expandCounterPath(path, this.catalog);
      if ('fault' in expanded) faults.push(expanded.fault);
      else this.add(expanded.paths);
    }
    if (faults.length) this.fault = faults.join(' ');
  }

  remove(ids: readonly string[]): void {
    this.series = removeSeries(this.series, ids);
    historyKeep(
      this.history,
      this.series.map(({ id }) => id),
    );
  }

  openLog(log: CounterLog): void {
    const opened = openLog(this.series, log);
    this.series = opened.series;
    this.logs = [...this.logs, opened.log];
  }

  startLog(): void {
    this.logFromPs = this.lastPs;
  }

  /** Samples in the log that runs. */
  get logged(): number {
    const { times, start, end } = this.history;
    return this.logFromPs === null ? 0 : end - firstFrom(times, this.logFromPs + 1, start, end);
  }

  /** Ends the log. @returns it as CSV */
  stopLog(): string {
    const text = this.csv((this.logFromPs ?? -1) + 1);
    this.logFromPs = null;
    return text;
  }

  /** What was sampled from a time on. */
  csv(fromPs = -Infinity): string {
    const sampled = this.series.filter(({ source }) => source === 'emulated');
    return logText(withSamples(sampled, historySince(this.history, fromPs)), { startLocalMs: CLOCK_START_MS });
  }
}
