// Completion as cmd does it: every Tab puts the next candidate into the line, Shift+Tab the one before, round and round.

import type { Completion } from '../../console/complete.ts';

export interface Cycle {
  readonly completion: Completion;
  /** The line that was completed. */
  readonly line: string;
  readonly at: number;
}

export type CycleStep = -1 | 1;

/** null: there is no candidate. */
export const cycleStart = (line: string, completion: Completion, step: CycleStep): Cycle | null =>
  completion.candidates.length === 0 ? null : { completion, line, at: step > 0 ? 0 : completion.candidates.length - 1 };

export function cycleMove(cycle: Cycle, step: CycleStep): Cycle {
  const { length } = cycle.completion.candidates;
  return { ...cycle, at: (cycle.at + step + length) % length };
}

/** The line with the candidate, and the cursor behind it. */
export function cycleLine({ completion: { from, to, candidates }, line, at }: Cycle): { line: string; cursor: number } {
  const start = line.slice(0, from) + candidates[at]!;
  return { line: start + line.slice(to), cursor: start.length };
}

/** "chimneyports, 2 of 3" */
export const cycleText = ({ completion: { candidates }, at }: Cycle): string => `${candidates[at]!}, ${at + 1} of ${candidates.length}`;
