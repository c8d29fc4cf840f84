// Why the hottest queue holds more than its fair share, by counterfactuals: change one thing, measure again.
//
// With Q queues in use, fair = 1 / Q. The expectations are over random keys (random-placement.ts), under the table in force:
//   structure = structuralShare - fair         the table alone: entries of the fullest queue / table size
//   traffic   = E[share] - structuralShare     what a random key is expected to add with this traffic
//   key       = share - E[share]               what this key adds or saves beyond that
// so structure + traffic + key = share - fair exactly. Traffic is taken apart in the same way, adding one hindrance at a time:
//   flowSizes   = E[each flow placed alone, those without a hash too] - structuralShare
//   notHashed   = E[frames without a hash pinned to the default queue] - the above
//   addressOnly = E[flows with equal hash input placed together] - the above
// The parts can be negative: frames without a hash may fill a queue that the table leaves thin.

import { HashType } from '../abi/abi.gen.ts';
import type { RssEffective } from '../features/rss.ts';
import type { Loads } from './loads.ts';
import { randomPlacement, type RandomPlacement } from './random-placement.ts';
import { Direction, type FlowColumns, type FlowPlacement, type Measure } from './types.ts';
import { findUnits, type Units } from './units.ts';

export interface Case {
  flows: FlowColumns;
  mask: Uint8Array;
  placement: FlowPlacement;
  effective: RssEffective;
  loads: Loads;
  measure: Measure;
}

export interface Causes {
  share: number;
  fairShare: number;
  structuralShare: number;
  /** See units.ts: the largest unit, all frames without a hash, or 1 / queues. */
  floorShare: number;
  excess: { structure: number; traffic: number; key: number };
  traffic: { flowSizes: number; notHashed: number; addressOnly: number };
  /** What random keys would give. */
  random: RandomPlacement;
  units: Units;
  /** Heaviest received flow of the hottest queue: index, or -1. */
  heaviestFlow: number;
  /** Its share of all received load. */
  heaviestShare: number;
  /**
   * Effective number of received flows, 1 / sum of squared shares: as many equal flows would be as uneven.
   * Source: Hirschman and Herfindahl's index; Laakso and Taagepera's effective number, 1979.
   */
  effectiveFlows: number;
}

/** Precondition: the total is above 0 in the measure, and more than one queue is in use. */
export function findCauses({ flows, mask, placement, effective, loads, measure }: Case, hottestQueue: number): Causes {
  const total = loads.total[measure];
  const queues = effective.queueProcessor.length;
  const weights = flows[measure];
  const alone = new Float64Array(loads.total.flows);
  const hashedAlone = new Float64Array(loads.total.flows - loads.notHashed.flows);
  let flowCount = 0;
  let hashedCount = 0;
  let heaviestFlow = -1;
  let squares = 0;
  for (let flow = 0; flow < flows.count; flow++) {
    if (mask[flow] !== Direction.Ingress) continue;
    const weight = weights[flow]!;
    alone[flowCount++] = weight;
    squares += (weight / total) ** 2;
    if (placement.hashType[flow] !== HashType.None) hashedAlone[hashedCount++] = weight;
    if (placement.queue[flow] === hottestQueue && (heaviestFlow < 0 || weight > weights[heaviestFlow]!)) heaviestFlow = flow;
  }
  const units = findUnits(flows, mask, placement, measure);
  const table = { table: effective.table, queues, defaultQueue: effective.defaultQueue };
  const pinned = loads.notHashed[measure];
  const random = randomPlacement({ ...table, units: units.loads, pinned });
  const meanPinned = units.loads.length === hashedCount ? random.mean : randomPlacement({ ...table, units: hashedAlone, pinned }).mean;
  const meanAlone = pinned === 0 ? meanPinned : randomPlacement({ ...table, units: alone, pinned: 0 }).mean;

  const fairShare = 1 / queues;
  const share = loads.queues[hottestQueue]![measure] / total;
  const structuralShare = Math.max(...loads.queues.map(({ entries }) => entries)) / effective.table.length;
  const largestUnit = units.loads.reduce((largest, load) => Math.max(largest, load), 0);
  return {
    share,
    fairShare,
    structuralShare,
    floorShare: Math.min(share, Math.max(fairShare, largestUnit / total, pinned / total)),
    excess: { structure: structuralShare - fairShare, traffic: random.mean - structuralShare, key: share - random.mean },
    traffic: { flowSizes: meanAlone - structuralShare, notHashed: meanPinned - meanAlone, addressOnly: random.mean - meanPinned },
    random,
    units,
    heaviestFlow,
    heaviestShare: heaviestFlow < 0 ? 0 : weights[heaviestFlow]! / total,
    effectiveFlows: 1 / squares,
  };
}
