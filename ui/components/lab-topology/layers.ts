// Which column a host or switch stands in: by its distance, in cables, from the host that most of the work is done on. Virtual machines
// stand in none: they are in the card of their host.

import type { LabLayout } from '../../scenario/lab-frame.ts';

/** Hosts come first, then switches. */
export interface Graph {
  nodes: number;
  /** Neighbours of each node, in the order of the links; a pair of nodes may share several. */
  neighbours: number[][];
  /** The two nodes of each link that has both; by the number of the link. */
  ends: Map<number, { from: number; to: number; fromNic: number | null; toNic: number | null }>;
}

/** "server.lan" or the name of a switch -> node, and adapter where it is one. */
function endOf(layout: LabLayout, name: string): { node: number; nic: number | null } {
  const nic = layout.nics.findIndex((candidate) => `${layout.hosts[candidate.host]!.name}.${candidate.name}` === name);
  if (nic >= 0) return { node: layout.nics[nic]!.host, nic };
  return { node: layout.hosts.length + layout.switches.findIndex((candidate) => candidate.name === name), nic: null };
}

export function graphOf(layout: LabLayout): Graph {
  const nodes = layout.hosts.length + layout.switches.length;
  const neighbours = Array.from({ length: nodes }, (): number[] => []);
  const ends: Graph['ends'] = new Map();
  for (const { link, from, to } of layout.paths) {
    if (ends.has(link)) continue;
    const [one, other] = [endOf(layout, from), endOf(layout, to)];
    ends.set(link, { from: one.node, to: other.node, fromNic: one.nic, toNic: other.nic });
    neighbours[one.node]!.push(other.node);
    neighbours[other.node]!.push(one.node);
  }
  return { nodes, neighbours, ends };
}

/** Modelled hosts before ideal ones, then switches; of equals the one with more cables, then the first. */
function rootOf({ hosts }: LabLayout, { neighbours }: Graph, left: ReadonlySet<number>): number {
  const rank = (node: number) => (hosts[node]?.kind === 'modelled' ? 2e6 : node < hosts.length ? 1e6 : 0) + neighbours[node]!.length;
  return [...left].reduce((best, node) => (rank(node) > rank(best) ? node : best));
}

/** Nodes by connected part of the network, then by column, in the order in which they are reached. */
export function layersOf(layout: LabLayout, graph: Graph): number[][][] {
  const parts: number[][][] = [];
  const nodes = Array.from({ length: graph.nodes }, (_, node) => node);
  const left = new Set(nodes.filter((node) => layout.hosts[node]?.kind !== 'guest'));
  while (left.size) {
    const part: number[][] = [];
    let layer = [rootOf(layout, graph, left)];
    left.delete(layer[0]!);
    while (layer.length) {
      part.push(layer);
      const next: number[] = [];
      for (const node of layer) for (const neighbour of graph.neighbours[node]!) if (left.delete(neighbour)) next.push(neighbour);
      layer = next;
    }
    parts.push(part);
  }
  return parts;
}
