// The stack looks at the load of each entry of an adapter's indirection table, and moves entries from the busiest queue to the idlest.
// WDK "RSS configuration": TCP/IP rewrites the table when it sees an imbalance; interval, threshold and rule are assumed. Frames that lie in
// the ring of the old queue are still handled there: for a moment a connection is on two processors, and its segments may be reordered.

import {
  COST_MMIO_WRITE,
  EVENT_KIND_REBALANCE,
  LEVEL_DPC,
  MAX_QUEUES,
  MAX_TABLE,
  NO_PROCESSOR,
  NicRecord,
  TRACE_KIND_REBALANCE,
  WORK_KIND_REBALANCE,
} from '../abi.gen';
import { ledgerOwners } from '../sim/ledger';
import { chargeCost, processorWork } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { Activity, ownDpcCount } from '../world/counters';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { entryCounts } from './rss';

const LOADS = <u32>memory.data(64 * 4, 16); // MAX_QUEUES

class Load {
  @inline static get(queue: u32): u32 {
    return load<u32>(LOADS + (queue << 2));
  }
  @inline static add(queue: u32, frames: u32): void {
    store<u32>(LOADS + (queue << 2), Load.get(queue) + frames);
  }
}

/** Time to look at the load of an adapter; the work is done in a DPC. */
export function rebalanceDue(index: u32): void {
  const nic = The.nic(index);
  if (!nic.rebalancing || !nic.rss) return;
  queuePush(queueNow() + The.host(nic.host).rebalanceInterval, EVENT_KIND_REBALANCE, index, 0);
  const processor = The.queue(nic.firstQueue).processor;
  if (processor == NO_PROCESSOR) return;
  ownDpcCount(The.host(nic.host), processor);
  processorWork(processor, LEVEL_DPC, WORK_KIND_REBALANCE, index, 0);
}

/** Entry of queue `from` with the most frames of those that are at most `most`; MAX_TABLE when there is none. */
function largestEntry(nic: NicRecord, from: u32, most: u32): u32 {
  const counts = entryCounts(nic);
  let best = MAX_TABLE;
  let frames: u32 = 0;
  for (let entry: u32 = 0; entry <= nic.tableMask; entry++) {
    const count = load<u32>(counts + (entry << 2));
    if (<u32>load<u8>(nic.rssTables + entry) != from || count > most || count <= frames) continue;
    best = entry;
    frames = count;
  }
  return best;
}

/** Moves entries until the busiest queue is within the threshold of the mean, or no move helps. One table change, however many entries. */
export function rebalanceStart(processor: u32, index: u32): void {
  const nic = The.nic(index);
  const counts = entryCounts(nic);
  memory.fill(LOADS, 0, MAX_QUEUES << 2);
  let total: u32 = 0;
  for (let entry: u32 = 0; entry <= nic.tableMask; entry++) {
    const frames = load<u32>(counts + (entry << 2));
    Load.add(load<u8>(nic.rssTables + entry), frames);
    total += frames;
  }
  const limit = <u32>((<u64>(total / nic.queues) * (1000 + The.host(nic.host).rebalanceThreshold)) / 1000);
  let moved: u32 = 0;
  while (moved < MAX_TABLE) {
    let high: u32 = 0;
    let low: u32 = 0;
    for (let queue: u32 = 1; queue < nic.queues; queue++) {
      if (Load.get(queue) > Load.get(high)) high = queue;
      if (Load.get(queue) < Load.get(low)) low = queue;
    }
    if (Load.get(high) <= limit) break;
    const entry = largestEntry(nic, high, (Load.get(high) - Load.get(low)) >> 1);
    if (entry == MAX_TABLE) break;
    const frames = load<u32>(counts + (entry << 2));
    store<u8>(nic.rssTables + entry, <u8>low);
    Load.add(high, 0 - frames);
    Load.add(low, frames);
    trace(TRACE_KIND_REBALANCE, index, entry, low);
    moved++;
  }
  memory.fill(counts, 0, MAX_TABLE * 4);
  if (moved == 0) return;
  nic.tableChanges = nic.tableChanges + 1;
  const activity = Activity.of(nic, processor);
  activity.tableChanges = activity.tableChanges + 1;
  ledgerOwners(nic.owner, 0);
  chargeCost(processor, COST_MMIO_WRITE, (nic.tableMask + 4) >> 2); // the table as 32-bit registers
}
