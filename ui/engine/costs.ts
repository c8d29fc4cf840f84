// Puts the costs in force into the core, and says what a cycle takes on a processor.

import { CostClass, CostEntryLayout } from '../abi/abi.gen.ts';
import { chargedCosts, costValue, type ProcessorClassId } from '../features/costs.ts';
import type { CoreExports } from './core.ts';

/** Fills the CostEntry records of a host. Cycles are rounded to whole ones, times to picoseconds, per unit of work. */
export function writeCosts(
  core: CoreExports,
  host: number,
  processorClass: ProcessorClassId,
  overrides: Readonly<Record<string, number>> = {},
): void {
  const view = new DataView(core.memory.buffer);
  for (const [index, cost] of chargedCosts.entries()) {
    const { cycles, nanoseconds } = costValue(cost, processorClass, overrides);
    const at = core.costEntriesAt(host) + index * CostEntryLayout.size;
    view.setUint32(at + CostEntryLayout.cycles, Math.round(cycles), true);
    view.setUint32(at + CostEntryLayout.picoseconds, Math.round(nanoseconds * 1000), true);
    view.setUint32(at + CostEntryLayout.class, CostClass[cost.class!], true);
  }
}

/** Picoseconds of a Nehalem-class cycle, times 2^20, as processorDescribe wants it. @param factor `u` of the processor's class */
export function psPerCycle(hertz: number, factor: number): number {
  return Math.round((factor * 1e12 * 2 ** 20) / hertz);
}
