// A second world that runs in step with the one on show: the pinned scenario, A, beside the one that is changed, B.

import { compareRuns, type ComparedProcessor, type LabComparison } from '../analysis/compare-runs.ts';
import type { WorldReport } from '../scenario/world-report.ts';
import type { LabRun } from './lab-run.ts';

/** ps that each processor of a run was busy, by host name and number. */
function busyOf({ hosts, timePs }: WorldReport): Map<string, { host: string; number: number; busyPs: number }> {
  return new Map(
    hosts.flatMap(({ name, processors }) =>
      processors.map(({ number, idlePs }) => [`${name} ${number}`, { host: name, number, busyPs: timePs - idlePs }] as const),
    ),
  );
}

const clocksOf = ({ world }: LabRun) => world.resolved.hosts.map(({ clockHz }) => ({ clockHz }));

export class LabPin {
  private before: { timePs: number; a: Map<string, number>; b: Map<string, number> } | null = null;

  /** @param run  of the pinned scenario, A */
  constructor(readonly run: LabRun) {}

  isInStep(timePs: number): boolean {
    return this.run.timePs === timePs;
  }

  /** Runs towards the time of the other world. */
  follow(timePs: number, deadlineMs: number): void {
    if (this.run.timePs > timePs) this.run.approach(timePs);
    this.run.run(timePs, deadlineMs);
  }

  /** Precondition: both are at the same time. */
  compare(other: LabRun): LabComparison {
    const [a, b] = [this.run.world.report(), other.world.report()];
    const figures = compareRuns({ report: a, hosts: clocksOf(this.run) }, { report: b, hosts: clocksOf(other) });
    return { timePs: b.timePs, figures, processors: this.loads(a, b) };
  }

  private loads(a: WorldReport, b: WorldReport): ComparedProcessor[] {
    const [ofA, ofB] = [busyOf(a), busyOf(b)];
    const isLater = this.before !== null && this.before.timePs < b.timePs;
    const before = isLater ? this.before! : { timePs: 0, a: new Map<string, number>(), b: new Map<string, number>() };
    const passed = b.timePs - before.timePs;
    const load = (now: typeof ofA, then: Map<string, number>, key: string): number | null => {
      const processor = now.get(key);
      if (!processor) return null;
      return passed > 0 ? (processor.busyPs - (then.get(key) ?? 0)) / passed : 0;
    };
    const keys = [...new Set([...ofA.keys(), ...ofB.keys()])];
    const rows = keys.map((key): ComparedProcessor => {
      const { host, number } = (ofA.get(key) ?? ofB.get(key))!;
      return { host, number, a: load(ofA, before.a, key), b: load(ofB, before.b, key) };
    });
    const plain = (now: typeof ofA) => new Map([...now].map(([key, { busyPs }]) => [key, busyPs]));
    if (passed > 0) this.before = { timePs: b.timePs, a: plain(ofA), b: plain(ofB) };
    return rows;
  }
}
