// From samples to lines: rates, ratios against the baseline of the same round, goals; as a table and as JSON.

import type { ContenderInfo } from './session.ts';
import type { Goal, LineId, SuitePlan } from './plan.ts';

/** One contender on one host with a sample (ns an item) for each round. */
export interface Track extends ContenderInfo {
  host: string;
  rounds: number[];
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

export interface Line {
  topic: string;
  host: string;
  name: string;
  nsPerItem: Spread;
  rate: number;
  unit: string;
  framesPerSecond?: number;
  callMs?: number;
  /** How many times as fast as the baseline, round by round. */
  ratio?: Spread & { to: LineId };
  goals: (Goal & { met: boolean })[];
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return {
    median: sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2,
    min: sorted[0]!,
    max: sorted.at(-1)!,
  };
}

export function lines(plan: SuitePlan, tracks: readonly Track[]): Line[] {
  return tracks.map((track) => {
    const nsPerItem = spread(track.rounds);
    const rate = plan.scale / nsPerItem.median;
    const baseline = plan
      .baselines(track.host)
      .map(({ host, name }) => tracks.find((other) => other.topic === track.topic && other.host === host && other.name === name))
      .find((found) => found !== undefined);
    const line: Line = { topic: track.topic, host: track.host, name: track.name, nsPerItem, rate, unit: plan.unit, goals: [] };
    if (track.frames !== undefined) line.framesPerSecond = (1e9 * track.frames) / (nsPerItem.median * track.items);
    if (plan.perCall) line.callMs = (nsPerItem.median * track.items) / 1e6;
    if (baseline && baseline !== track)
      line.ratio = {
        ...spread(track.rounds.map((ns, round) => baseline.rounds[round]! / ns)),
        to: { host: baseline.host, name: baseline.name },
      };
    for (const goal of plan.goals(track.topic, track, baseline)) {
      const value = goal.of === 'rate' ? rate : line.ratio?.median;
      if (value !== undefined) line.goals.push({ ...goal, met: value >= goal.least });
    }
    return line;
  });
}

const digits = (value: number): string => value.toPrecision(value >= 1000 ? 4 : 3);

export function printLines(plan: SuitePlan, all: readonly Line[]): void {
  console.log(`\n${plan.title}`);
  const nameWidth = Math.max(...all.map(({ host, name }) => host.length + name.length + 2));
  for (const topic of new Set(all.map((line) => line.topic))) {
    const ofTopic = all.filter((line) => line.topic === topic);
    const to = new Set(ofTopic.flatMap(({ ratio }) => (ratio ? [`${ratio.to.host}: ${ratio.to.name}`] : [])));
    console.log(`  ${topic}${to.size === 1 ? `   (times as fast as ${[...to][0]})` : ''}`);
    for (const line of ofTopic) {
      const ratio = line.ratio
        ? `${digits(line.ratio.median).padStart(6)} x (${digits(line.ratio.min)}..${digits(line.ratio.max)})${to.size > 1 ? ` ${line.ratio.to.name}` : ''}`
        : '';
      const goals = line.goals.map(
        ({ of, least, met }) => `goal ${digits(least)} ${of === 'ratio' ? 'x' : line.unit} ${met ? 'met' : 'MISSED'}`,
      );
      const more =
        line.framesPerSecond !== undefined
          ? `${digits(line.framesPerSecond / 1e6)} Mframes/s`
          : line.callMs !== undefined
            ? `${digits(line.callMs)} ms`
            : '';
      const cells = [
        `${line.host}: ${line.name}`.padEnd(nameWidth),
        `${digits(line.nsPerItem.median).padStart(6)} ns/${plan.item} (${digits(line.nsPerItem.min)}..${digits(line.nsPerItem.max)})`.padEnd(
          34,
        ),
        `${digits(line.rate).padStart(6)} ${line.unit}`.padEnd(12),
        more && more.padStart(15),
        ratio.padEnd(26),
        goals.join(', '),
      ];
      console.log(`    ${cells.filter(Boolean).join('  ').trimEnd()}`);
    }
  }
  for (const note of plan.notes) console.log(`  ${note}`);
}
