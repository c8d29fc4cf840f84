// Two frames of one run and what changed between them: where every rate and load of the Lab page comes from.

import type { LabColumn, LabFrame, LabLayout, LabPart } from '../../scenario/lab-frame.ts';
import { loadClasses } from './classes.ts';

const PS_PER_SECOND = 1e12;

export interface LabMoment {
  layout: LabLayout;
  frame: LabFrame;
  /** An earlier frame of the same run; null at the start and after a jump backwards. */
  before: LabFrame | null;
}

/** Virtual time between the two frames; 0 where there is nothing to compare. */
export const elapsedPs = ({ frame, before }: LabMoment): number =>
  before ? frame.get('head', 0, 'timePs') - before.get('head', 0, 'timePs') : 0;

/** How much a counter grew between the two frames. */
export function growth<P extends LabPart>({ frame, before }: LabMoment, part: P, row: number, column: LabColumn<P>): number {
  return before ? frame.get(part, row, column) - before.get(part, row, column) : 0;
}

/** Growth of a counter per virtual second, or null where there is nothing to compare. */
export function perSecond<P extends LabPart>(moment: LabMoment, part: P, row: number, column: LabColumn<P>): number | null {
  const elapsed = elapsedPs(moment);
  return elapsed > 0 ? (growth(moment, part, row, column) * PS_PER_SECOND) / elapsed : null;
}

/** Bits per virtual second over one direction of a cable, and the share of its rate that this is. */
export function pathUse(moment: LabMoment, row: number): { bitsPerSecond: number; share: number } | null {
  const bytes = perSecond(moment, 'path', row, 'bytes');
  if (bytes === null) return null;
  return { bitsPerSecond: bytes * 8, share: (bytes * 8) / moment.layout.paths[row]!.bitsPerSecond };
}

/**
 * Shares of the elapsed time that a processor spent in each class.
 * @param into  one number a class, in the order of loadClasses
 * @returns their sum, the load; null where there is nothing to compare
 */
export function processorLoad(moment: LabMoment, row: number, into: Float64Array): number | null {
  const elapsed = elapsedPs(moment);
  if (elapsed <= 0) return null;
  let busy = 0;
  loadClasses.forEach(({ column }, index) => {
    into[index] = growth(moment, 'processor', row, column) / elapsed;
    busy += into[index];
  });
  return busy;
}
