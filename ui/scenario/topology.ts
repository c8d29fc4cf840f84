// Who is cabled to whom: link ends, switch ports, and the segments (sets of adapters that reach each other without a router).

import { guestOf, virtualOf } from './guests.ts';
import type { Host, Nic, Scenario } from './schema.ts';

export interface NicPlace {
  /** Index of the host, and of the adapter within it. */
  host: number;
  nic: number;
}

export type LinkEnd = ({ kind: 'nic' } & NicPlace) | { kind: 'switch'; switch: number; port: number };

/** Where a name leads, or the names that there are. */
export type Lookup<T> = { found: T } | { missing: string; known: string[]; of: string };

const isNamed = <T extends { name: string }>(entry: T | undefined): entry is T => typeof entry?.name === 'string';

export function findHost({ hosts }: Scenario, name: string): Lookup<number> {
  const index = hosts.findIndex((host) => host?.name === name);
  return index >= 0 ? { found: index } : { missing: name, known: hosts.filter(isNamed).map((host) => host.name), of: 'host' };
}

/** @param text HOST.ADAPTER */
export function findNic(scenario: Scenario, text: string): Lookup<NicPlace> {
  const [hostName, nicName] = text.split('.') as [string, string];
  const host = findHost(scenario, hostName);
  if ('missing' in host) return host;
  const nics = scenario.hosts[host.found]!.nics;
  const nic = nics.findIndex((candidate) => candidate?.name === nicName);
  if (nic >= 0) return { found: { host: host.found, nic } };
  return { missing: nicName, known: nics.filter(isNamed).map(({ name }) => name), of: `adapter of ${hostName}` };
}

/** What "HOST" or "HOST.ADAPTER" stands for. */
export interface Party {
  host: number;
  /** Index of the adapter, or null: any. */
  nic: number | null;
}

/** @param text HOST or HOST.ADAPTER */
export function findParty(scenario: Scenario, text: string): Lookup<Party> {
  if (text.includes('.')) return findNic(scenario, text);
  const host = findHost(scenario, text);
  return 'found' in host ? { found: { host: host.found, nic: null } } : host;
}

/** "server.lan:80" -> "server.lan" and 80 */
export function splitService(text: string): { party: string; port: number } {
  const [party, port] = text.split(':') as [string, string];
  return { party, port: Number(port) };
}

export interface Topology {
  /** Both ends of each link; null where an end does not exist. */
  ends: (LinkEnd | null)[][];
  /** Adapters of each segment, in the order of the document; an adapter without a cable is alone. */
  segments: NicPlace[][];
  /** Segment of each adapter, by host and adapter. */
  segmentOf: number[][];
  /** Links that close a loop between switches. */
  loops: number[];
}

/** VLAN of an adapter: that of a virtual machine; 0 of all others. */
function vlanOf({ hosts }: Scenario, host: number): number {
  const guest = guestOf(hosts[host]);
  return guest ? hosts[guest.parent]!.virtualMachines[guest.machine]!.vlan : 0;
}

/** Joins virtual adapters, and adapters that are bound to a virtual network, with that network: its node follows those of its host's adapters. */
function joinVirtual({ hosts }: Scenario, first: readonly number[], join: (one: number, other: number) => void): void {
  const nodeOf = (host: number, network: number) => first[host]! + hosts[host]!.nics.length + network;
  for (const [index, host] of hosts.entries()) {
    for (const [network, { adapter }] of (host?.virtualNetworks ?? []).entries()) {
      const bound = host.nics.findIndex(({ name }) => name === adapter);
      if (bound >= 0) join(first[index]! + bound, nodeOf(index, network));
    }
    for (const [nic, settings] of (host?.nics ?? []).entries()) {
      const place = virtualOf(settings);
      if (place && place.network >= 0) join(first[index]! + nic, nodeOf(place.host, place.network));
    }
  }
}

/** What the links come to. Ends that do not exist are left out: validation has reported them. */
export function buildTopology(scenario: Scenario): Topology {
  const nextPort = scenario.switches.map(() => 0);
  const ends = scenario.links.map((link) =>
    (link?.ends ?? []).map((end): LinkEnd | null => {
      if (typeof end !== 'string') return null;
      if (end.includes('.')) {
        const nic = findNic(scenario, end);
        return 'found' in nic ? { kind: 'nic', ...nic.found } : null;
      }
      const index = scenario.switches.findIndex((candidate) => candidate?.name === end);
      return index < 0 ? null : { kind: 'switch', switch: index, port: nextPort[index]!++ };
    }),
  );

  // Union-find over switches, then adapters and virtual networks of each host.
  const first: number[] = [];
  let nodes = scenario.switches.length;
  for (const host of scenario.hosts) {
    first.push(nodes);
    nodes += (host?.nics.length ?? 0) + (host?.virtualNetworks?.length ?? 0);
  }
  const parent = Array.from({ length: nodes }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root]!;
    return root;
  };
  const nodeOf = (end: LinkEnd) => (end.kind === 'switch' ? end.switch : first[end.host]! + end.nic);
  const loops: number[] = [];
  for (const [index, [one, other]] of ends.entries()) {
    if (!one || !other) continue;
    const [from, to] = [rootOf(nodeOf(one)), rootOf(nodeOf(other))];
    if (from === to) loops.push(index);
    parent[from] = to;
  }
  joinVirtual(scenario, first, (one, other) => (parent[rootOf(one)] = rootOf(other)));

  const segments: NicPlace[][] = [];
  const segmentOfRoot = new Map<string, number>();
  const segmentOf = scenario.hosts.map((host, hostIndex) =>
    (host?.nics ?? []).map((_, nic) => {
      const root = `${rootOf(first[hostIndex]! + nic)} ${vlanOf(scenario, hostIndex)}`;
      const segment = segmentOfRoot.get(root) ?? segments.length;
      segmentOfRoot.set(root, segment);
      (segments[segment] ??= []).push({ host: hostIndex, nic });
      return segment;
    }),
  );
  return { ends, segments, segmentOf, loops };
}

export const hostAt = (scenario: Scenario, index: number): Host => scenario.hosts[index]!;
export const nicAt = (scenario: Scenario, { host, nic }: NicPlace): Nic => scenario.hosts[host]!.nics[nic]!;
export const nicName = (scenario: Scenario, place: NicPlace): string =>
  `${hostAt(scenario, place.host).name}.${nicAt(scenario, place).name}`;
export const nicPath = ({ host, nic }: NicPlace): string => `hosts[${host}].nics[${nic}]`;
