// What the hottest queue's share would be if the hash were random: a seeded Monte Carlo over keys that do not exist.
// Each unit (load that no key can split) draws a table entry; the table in force maps it to a queue.
// The heaviest LARGE units are drawn one by one. The sum of the rest is drawn from the normal distribution with the mean and
// covariance of the multinomial: with unit loads w and queue fractions f, cov(i,j) = (sum of w^2) * (f_i [i=j] - f_i f_j).
// Sums of many small independent draws are what the normal distribution is good for, and a draw costs O(queues).

import { heaviest } from './heaviest.ts';
import { seededRandom } from './random.ts';

const LARGE = 1024;
const TRIALS = 256;

export interface RandomPlacement {
  /** Mean share of the hottest queue. */
  mean: number;
  /** Mean of mean/max load. */
  evenness: number;
  p10: number;
  median: number;
  p90: number;
}

export interface PlacementQuestion {
  /** Load of each unit. */
  units: Float64Array;
  /** Load that always goes to the default queue. */
  pinned: number;
  /** Queue of each entry. */
  table: readonly number[];
  queues: number;
  defaultQueue: number;
  /** Default 256. */
  trials?: number;
  seed?: number;
}

/** Value at fraction `p` of sorted numbers (nearest rank). */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}

/** Precondition: units and pinned add up to more than 0. */
export function randomPlacement({
  units,
  pinned,
  table,
  queues,
  defaultQueue,
  trials = TRIALS,
  seed = 1,
}: PlacementQuestion): RandomPlacement {
  const all = new Uint32Array(units.length);
  for (let unit = 0; unit < all.length; unit++) all[unit] = unit;
  const large = heaviest(all, units, LARGE);
  const loads = Float64Array.from(large, (unit) => units[unit]!);
  const sum = (of: Float64Array) => of.reduce((total, load) => total + load, 0);
  const squares = (of: Float64Array) => of.reduce((total, load) => total + load * load, 0);
  const hasRest = units.length > loads.length;
  const rest = hasRest ? Math.max(0, sum(units) - sum(loads)) : 0;
  const restDeviation = hasRest ? Math.sqrt(Math.max(0, squares(units) - squares(loads))) : 0;
  const total = sum(units) + pinned;

  const fraction = new Float64Array(queues);
  for (const queue of table) fraction[queue]! += 1 / table.length;
  const shares = new Float64Array(trials);
  const queue = new Float64Array(queues);
  const noise = new Float64Array(queues);
  const random = seededRandom(seed);
  let evenness = 0;
  for (let trial = 0; trial < trials; trial++) {
    queue.fill(0);
    queue[defaultQueue] = pinned;
    for (let unit = 0; unit < loads.length; unit++) queue[table[Math.floor(random.uniform() * table.length)]!]! += loads[unit]!;
    if (hasRest) {
      let common = 0;
      for (let q = 0; q < queues; q++) {
        noise[q] = random.normal();
        common += Math.sqrt(fraction[q]!) * noise[q]!;
      }
      for (let q = 0; q < queues; q++)
        queue[q]! += rest * fraction[q]! + restDeviation * (Math.sqrt(fraction[q]!) * noise[q]! - fraction[q]! * common);
    }
    let max = 0;
    for (let q = 0; q < queues; q++) if (queue[q]! > max) max = queue[q]!;
    shares[trial] = max / total;
    evenness += total / queues / max;
  }
  const mean = sum(shares) / trials;
  shares.sort();
  return { mean, evenness: evenness / trials, p10: quantile(shares, 0.1), median: quantile(shares, 0.5), p90: quantile(shares, 0.9) };
}
