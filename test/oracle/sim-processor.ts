// One logical processor without siblings, as a list of who ran from when to when. Accounts are sums over that list.

export interface Job {
  id: number;
  /** When it is queued; of a follow-up, when the job before it ends. */
  time: bigint;
  level: 1 | 2 | 3;
  /** ps in each cost class. */
  classes: bigint[];
  /** Queued on the same processor when this one ends. */
  followUps: Job[];
}

interface Run {
  job: Job;
  from: bigint;
  to: bigint;
}

export interface Accounts {
  /** Idle, thread, DPC, interrupt. */
  levels: bigint[];
  classes: bigint[];
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

export class ProcessorOracle {
  readonly runs: Run[] = [];
  readonly ends: { id: number; time: bigint }[] = [];

  constructor(jobs: readonly Job[]) {
    const arrivals = [...jobs].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0)); // stable
    const queues: Job[][] = [[], [], [], []];
    const started: ({ job: Job; left: bigint } | undefined)[] = [];
    let now = 0n;
    for (;;) {
      while (arrivals[0] && arrivals[0].time <= now) {
        const job = arrivals.shift()!;
        queues[job.level]!.push(job);
      }
      let level = [3, 2, 1].find((one) => started[one]) ?? 0;
      const done = started[level];
      if (done && done.left === 0n) {
        this.ends.push({ id: done.job.id, time: now });
        started[level] = undefined;
        for (const next of done.job.followUps) queues[next.level]!.push(next);
        level = [3, 2, 1].find((one) => started[one]) ?? 0;
      }
      const above = [3, 2, 1].find((one) => one > level && queues[one]!.length > 0);
      if (above) {
        const job = queues[above]!.shift()!;
        started[above] = { job, left: sum(job.classes) };
        continue;
      }
      const running = started[level];
      const arrival = arrivals[0]?.time;
      if (!running && arrival === undefined) return;
      const end = running ? now + running.left : arrival!;
      const until = arrival !== undefined && arrival < end ? arrival : end;
      if (running) {
        this.runs.push({ job: running.job, from: now, to: until });
        running.left -= until - now;
      }
      now = until;
    }
  }

  accounts(at: bigint): Accounts {
    const levels = [0n, 0n, 0n, 0n];
    const ran = new Map<Job, bigint>();
    for (const { job, from, to } of this.runs) {
      if (from >= at) continue;
      const time = (to < at ? to : at) - from;
      levels[job.level]! += time;
      ran.set(job, (ran.get(job) ?? 0n) + time);
    }
    levels[0] = at - sum(levels);
    const classes = Array.from({ length: 8 }, () => 0n);
    for (const [job, time] of ran) {
      let left = time;
      job.classes.forEach((wanted, index) => {
        const spent = wanted < left ? wanted : left;
        classes[index]! += spent;
        left -= spent;
      });
    }
    return { levels, classes };
  }
}

/**
 * When the jobs of two siblings end, by real arithmetic. Both work at full speed alone and at `speed` together. Jobs are of one level,
 * in order of time; what the processor does is the sum of their classes.
 */
export function siblingEnds(jobs: readonly [readonly Job[], readonly Job[]], speed: number): Map<number, number> {
  const ends = new Map<number, number>();
  const waiting = jobs.map((list) => list.map(({ id, time, classes }) => ({ id, time: Number(time), left: Number(sum(classes)) })));
  for (let now = 0; waiting.some((list) => list.length > 0);) {
    const running = waiting.map((list) => (list[0] && list[0].time <= now ? list[0] : undefined));
    const rate = running[0] && running[1] ? speed : 1;
    let step = Infinity;
    for (const [index, item] of running.entries()) {
      if (item) step = Math.min(step, item.left / rate);
      else if (waiting[index]![0]) step = Math.min(step, waiting[index]![0].time - now);
    }
    now += step;
    for (const [index, item] of running.entries()) {
      if (!item) continue;
      item.left -= step * rate;
      if (item.left > 1e-6) continue;
      ends.set(item.id, now);
      waiting[index]!.shift();
    }
  }
  return ends;
}
