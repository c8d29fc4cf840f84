// Sample intervals and durations on offer. Emulated runs are often short, so they begin at a tenth of a millisecond.

import { formatPs } from '../lab-view/time-text.ts';

const MS = 1_000_000_000;

export const intervalChoices: readonly number[] = [0.1, 1, 10, 100, 1000, 2000, 5000, 15_000, 60_000].map((ms) => ms * MS);

/** A duration is so many intervals; the last is everything that is kept. */
const durations: readonly number[] = [50, 100, 300, 1000, Infinity];

export interface TimeChoice {
  ps: number;
  text: string;
}

const withCurrent = (choices: readonly number[], current: number): number[] =>
  [...new Set([...choices, current])].sort((left, right) => left - right);

export const intervalTexts = (current: number): TimeChoice[] =>
  withCurrent(intervalChoices, current).map((ps) => ({ ps, text: formatPs(ps) }));

export const durationTexts = (intervalPs: number, current: number): TimeChoice[] =>
  withCurrent(
    durations.map((samples) => samples * intervalPs),
    current,
  ).map((ps) => ({ ps, text: ps === Infinity ? 'Everything' : formatPs(ps) }));

/** As many samples as before, with another interval. */
export const sameSamples = (windowPs: number, before: number, after: number): number =>
  windowPs === Infinity ? Infinity : Math.round(windowPs / before) * after;
