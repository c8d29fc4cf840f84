// How the received load spreads over table entries, queues and processors.
//
// Who calls what, in order:
//   findServer(flows, choice)        hosts.ts      -> which flows are received (the mask)
//   sumEntries(...) or the core      here          -> EntrySums: load of each table entry, and what has no hash
//   countFlows(...)                  here          -> FlowCounts
//   buildLoads(sums, counts, ...)    here          -> queues, processors, total
//   judge(...)                       verdict.ts    -> the sentence
//   whatIfVariants(...)              what-if.ts    -> the same for other settings; needs a callback that gives EntrySums
//   flowPage(...)                    flow-page.ts  -> the flows behind a bar
//   captureRemarks, faultText        remarks.ts    -> what is worth saying about the file
// There is one truth: queue and processor loads are always derived from EntrySums by buildLoads.

import { HashType } from '../abi/abi.gen.ts';
import type { RssEffective } from '../features/rss.ts';
import { Direction, type Evaluation, type FlowColumns, type FlowPlacement, type Load, type Measure, type QueueLoad } from './types.ts';

/** Received load of each table entry, and of the frames without a hash. */
export interface EntrySums {
  /** [entry], as long as the table. */
  packets: Float64Array;
  bytes: Float64Array;
  notHashed: { packets: number; bytes: number };
}

/** Received flows of each table entry, and of those without a hash. */
export interface FlowCounts {
  entries: Uint32Array;
  notHashed: number;
}

export type Loads = Pick<Evaluation, 'queues' | 'processors' | 'entries' | 'notHashed' | 'total'>;

/** Sums in TypeScript; the core gives the same numbers faster. */
export function sumEntries(flows: FlowColumns, mask: Uint8Array, placement: FlowPlacement, tableEntries: number): EntrySums {
  const sums: EntrySums = {
    packets: new Float64Array(tableEntries),
    bytes: new Float64Array(tableEntries),
    notHashed: { packets: 0, bytes: 0 },
  };
  for (let flow = 0; flow < flows.count; flow++) {
    if (mask[flow] !== Direction.Ingress) continue;
    if (placement.hashType[flow] === HashType.None) {
      sums.notHashed.packets += flows.packets[flow]!;
      sums.notHashed.bytes += flows.bytes[flow]!;
    } else {
      const entry = placement.entry[flow]!;
      sums.packets[entry]! += flows.packets[flow]!;
      sums.bytes[entry]! += flows.bytes[flow]!;
    }
  }
  return sums;
}

export function countFlows(flows: FlowColumns, mask: Uint8Array, placement: FlowPlacement, tableEntries: number): FlowCounts {
  const counts: FlowCounts = { entries: new Uint32Array(tableEntries), notHashed: 0 };
  for (let flow = 0; flow < flows.count; flow++) {
    if (mask[flow] !== Direction.Ingress) continue;
    if (placement.hashType[flow] === HashType.None) counts.notHashed++;
    else counts.entries[placement.entry[flow]!]!++;
  }
  return counts;
}

const nothing = (): Load => ({ packets: 0, bytes: 0, flows: 0 });

function add(into: Load, load: Load): void {
  into.packets += load.packets;
  into.bytes += load.bytes;
  into.flows += load.flows;
}

/**
 * Queue and processor loads under `effective`.
 * @param processors logical processors of the host; the result has one Load for each
 */
export function buildLoads(sums: EntrySums, counts: FlowCounts, effective: RssEffective, processors: number): Loads {
  const queues: QueueLoad[] = effective.queueProcessor.map((processor, queue) => ({
    queue,
    processor,
    entries: 0,
    ...nothing(),
    notHashed: nothing(),
  }));
  for (const [entry, queue] of effective.table.entries()) {
    const load = queues[queue]!;
    load.entries++;
    add(load, { packets: sums.packets[entry]!, bytes: sums.bytes[entry]!, flows: counts.entries[entry]! });
  }
  const notHashed: Load = { ...sums.notHashed, flows: counts.notHashed };
  const byDefault = queues[effective.defaultQueue]!;
  byDefault.notHashed = { ...notHashed };
  add(byDefault, notHashed);
  const total = nothing();
  const host = Array.from({ length: processors }, nothing);
  for (const queue of queues) {
    add(total, queue);
    add(host[queue.processor]!, queue);
  }
  return { queues, processors: host, entries: { packets: sums.packets, bytes: sums.bytes }, notHashed, total };
}

/** How even a placement is, in one measure. */
export interface Evenness {
  hottestQueue: number;
  /** Share of the received load on the hottest queue, 0 without load. */
  share: number;
  fairShare: number;
  /** Mean over max of the queues in use; 1 without load. */
  evenness: number;
  /** Load of each queue. */
  queues: Float64Array;
}

/** Load of each queue from the load of each entry, without flow counts. */
export function measureEvenness(
  sums: EntrySums,
  effective: Pick<RssEffective, 'table' | 'queueProcessor' | 'defaultQueue'>,
  measure: Measure,
): Evenness {
  const queues = new Float64Array(effective.queueProcessor.length);
  const entries = sums[measure];
  for (const [entry, queue] of effective.table.entries()) queues[queue]! += entries[entry]!;
  queues[effective.defaultQueue]! += sums.notHashed[measure];
  let hottestQueue = 0;
  let total = 0;
  for (const [queue, load] of queues.entries()) {
    total += load;
    if (load > queues[hottestQueue]!) hottestQueue = queue;
  }
  const fairShare = 1 / queues.length;
  const share = total > 0 ? queues[hottestQueue]! / total : 0;
  return { hottestQueue, share, fairShare, evenness: total > 0 ? Math.min(1, fairShare / share) : 1, queues };
}
