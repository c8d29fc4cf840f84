// A table made for the measured load of its entries: longest processing time first (Graham, "Bounds on Multiprocessing
// Timing Anomalies", 1969). Its hottest queue is at most 4/3 - 1/(3 queues) times the best that any table reaches.
// Leaves out: what happens next; traffic changes and the table would have to follow it.

import type { Measure } from './types.ts';
import type { EntrySums } from './loads.ts';

/**
 * @param queues queues in use
 * @returns queue of each entry
 */
export function balancedTable(sums: EntrySums, measure: Measure, queues: number, defaultQueue: number): number[] {
  const entries = sums[measure];
  const load = new Float64Array(queues);
  const named = new Uint32Array(queues);
  load[defaultQueue] = sums.notHashed[measure];
  const table = new Array<number>(entries.length).fill(0);
  const heaviestFirst = Array.from(entries.keys()).sort((a, b) => entries[b]! - entries[a]! || a - b);
  for (const entry of heaviestFirst) {
    let least = 0;
    // Entries without load are spread by number, so that traffic to come finds an even table.
    for (let queue = 1; queue < queues; queue++)
      if (load[queue]! < load[least]! || (load[queue] === load[least] && named[queue]! < named[least]!)) least = queue;
    if (entries[entry] === 0) least = named.indexOf(Math.min(...named));
    table[entry] = least;
    load[least]! += entries[entry]!;
    named[least]!++;
  }
  return table;
}
