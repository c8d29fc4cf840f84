// One page of the flow table: the flows behind a bar, heaviest first.
// Ties are in flow order, so paging is stable.

import { HashType } from '../abi/abi.gen.ts';
import type { RssEffective } from '../features/rss.ts';
import { endpointText } from './addresses.ts';
import { flowIdentity, flowTunnel, protocolText } from './flow-text.ts';
import { heaviest } from './heaviest.ts';
import { Direction, type FlowColumns, type FlowPage, type FlowPlacement, type FlowQuery, type FlowRow } from './types.ts';

/** Most rows that one page gives. */
export const MAX_PAGE = 1000;

export interface PlacedFlows {
  flows: FlowColumns;
  /** Direction of each flow. */
  mask: Uint8Array;
  placement: FlowPlacement;
  effective: RssEffective;
}

/** The text and the numbers of one flow. */
export function flowRow({ flows, mask, placement, effective }: PlacedFlows, index: number): FlowRow {
  const identity = flowIdentity(flows, index);
  const queue = placement.queue[index]!;
  return {
    index,
    source: endpointText(identity.source, identity.sourcePort),
    destination: endpointText(identity.destination, identity.destinationPort),
    protocol: protocolText(identity),
    vlan: identity.vlan,
    packets: flows.packets[index]!,
    bytes: flows.bytes[index]!,
    direction: mask[index] as Direction,
    hashType: placement.hashType[index]!,
    hashReason: placement.hashReason[index]!,
    hash: placement.hash[index]!,
    entry: placement.entry[index]!,
    queue,
    processor: effective.queueProcessor[queue]!,
    tunnel: flowTunnel(identity),
  };
}

/** Is this flow behind the bar that the query names? All but "all" speak of received flows. */
function matcher({ mask, placement }: PlacedFlows, filter: FlowQuery['filter']): (flow: number) => boolean {
  const received = (flow: number) => mask[flow] === Direction.Ingress;
  const hashed = (flow: number) => placement.hashType[flow] !== HashType.None;
  switch (filter.kind) {
    case 'all':
      return () => true;
    case 'ingress':
      return received;
    case 'not-hashed':
      return (flow) => received(flow) && !hashed(flow);
    case 'queue':
      return (flow) => received(flow) && placement.queue[flow] === filter.queue;
    case 'entry':
      return (flow) => received(flow) && hashed(flow) && placement.entry[flow] === filter.entry;
  }
}

/** @param query offset >= 0; limit 0..1000 */
export function flowPage(placed: PlacedFlows, query: FlowQuery): FlowPage {
  const { flows } = placed;
  const matches = matcher(placed, query.filter);
  const found = new Uint32Array(flows.count);
  let total = 0;
  for (let flow = 0; flow < flows.count; flow++) if (matches(flow)) found[total++] = flow;
  const limit = Math.min(query.limit, MAX_PAGE);
  const order = heaviest(found.subarray(0, total), flows[query.sort], query.offset + limit);
  return { total, rows: Array.from(order.subarray(query.offset), (flow) => flowRow(placed, flow)) };
}
