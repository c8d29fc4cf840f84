// The speeds that the slider offers, and their names.

import { formatPs } from '../lab-view/time-text.ts';

const PS_PER_SECOND = 1e12;

/** Virtual seconds for one real second: 1, 2, 5 of each decade from 1e-6 to 10, then as fast as possible. */
export const speedStops: readonly number[] = [
  ...Array.from({ length: 22 }, (_, index) => Number(`${[1, 2, 5][index % 3]!}e${Math.floor(index / 3) - 6}`)),
  Infinity,
];

/** The stop that is nearest to a rate, by ratio. */
export function speedStopOf(rate: number): number {
  if (rate === Infinity) return speedStops.length - 1;
  let best = 0;
  for (const [index, stop] of speedStops.entries())
    if (stop !== Infinity && Math.abs(Math.log(stop / rate)) < Math.abs(Math.log(speedStops[best]! / rate))) best = index;
  return best;
}

/** 0.001 -> "1.00 ms per s" */
export function speedText(rate: number): string {
  if (rate === Infinity) return 'as fast as possible';
  if (rate === 1) return 'real time';
  return `${formatPs(rate * PS_PER_SECOND).replace(/\.0+(?=\u00a0)/, '')} per s`;
}
