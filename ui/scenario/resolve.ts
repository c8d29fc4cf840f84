// What a scenario comes to: every name an index, every address and MAC given, processors numbered, rates of links settled,
// traffic routed to adapters. Plain numbers and text; a function of the document alone. The world's memory image is made from this.

import type { Note, RssSettings } from '../features/rss.ts';
import { addressText } from '../features/addresses.ts';
import { assignAddresses, type NicAddresses } from './addresses.ts';
import { findRoute } from './check-network.ts';
import { resolveChimney, type ResolvedChimney } from './chimney-settings.ts';
import { type CopyEngine, copyEngineOf } from './copy-engine.ts';
import { effectiveNic } from './effective-nic.ts';
import { boundNetwork, virtualOf, withGuests } from './guests.ts';
import { type LogicalProcessor, numberProcessors } from './host-settings.ts';
import { scenarioNotes } from './notes.ts';
import { prefixedText } from './prefixes.ts';
import { shareParts } from './quantities.ts';
import type { Host, Link, Nic, Scenario, Switch, TimelineEvent, Traffic } from './schema.ts';
import { type ResolvedGuest, type ResolvedVirtualSwitch, resolveGuest, type ResolvedVmq, resolveVmq, virtualSwitches } from './virtual.ts';
import { buildTopology, findNic, findParty, hostAt, type LinkEnd, nicAt, type NicPlace, splitService } from './topology.ts';

export interface ResolvedNic extends Omit<Nic, 'rss' | 'mac' | 'addresses'> {
  mac: string;
  addresses: { family: 'ipv4' | 'ipv6'; text: string; prefixLength: number }[];
  /** Whether RSS is in effect; checksumOffload, lsoV1, lsoV2 and moderation are what is in effect too. */
  rssEnabled: boolean;
  rss: RssSettings;
  /** Whether receive copies may go to the copy engine. */
  netDma: boolean;
  /** Index of the link, or null without a cable. */
  link: number | null;
  /** Adapters with the same number reach each other. */
  segment: number;
  chimney: ResolvedChimney;
  /** It is of a virtual network, and has no cable. */
  isVirtual: boolean;
  /** It is bound to a virtual network, whose host has no other adapter on it. */
  isBound: boolean;
  /** Queues for virtual machines; null where there are none, or the adapter is bound to no virtual network. */
  vmqInForce: ResolvedVmq | null;
}

export interface ResolvedHost extends Omit<Host, 'nics' | 'processors' | 'kind'> {
  kind: Host['kind'] | 'guest';
  /** Of a virtual machine. */
  guest: ResolvedGuest | null;
  clockHz: number;
  processorClass: Host['processors']['class'];
  /** Logical processors by number. */
  processors: LogicalProcessor[];
  /** null where the chipset has none. */
  copyEngine: CopyEngine | null;
  nics: ResolvedNic[];
}

/** One direction of a cable. Probabilities are parts in 10^15. */
export interface ResolvedPath {
  delayPs: number;
  lossParts: number;
  duplicationParts: number;
  reorderingParts: number;
  reorderingDelayPs: number;
  bitErrorParts: number;
}

export interface ResolvedLink {
  ends: [LinkEnd, LinkEnd];
  bitsPerSecond: number;
  /** From the first end to the second, and back. */
  directions: [ResolvedPath, ResolvedPath];
}

type Connections = Exclude<Traffic, { app: 'replay' }>;
type Flat<T> = { [K in keyof T]: T[K] };
type Client = NicPlace & { address: string };
/** Adapter and address are null where the server waits for the outside: it listens on all of them. */
type Server = { host: number; nic: number | null; address: string | null; port: number };

/** `from` is null where the server waits for connections from outside. */
export type ResolvedTraffic =
  | (Connections extends infer C
      ? C extends Connections
        ? Flat<Omit<C, 'from' | 'to'> & { from: Client | null; to: Server }>
        : never
      : never)
  | Flat<Omit<Extract<Traffic, { app: 'replay' }>, 'onto'> & { onto: NicPlace }>;

export interface ResolvedScenario {
  title: string;
  seed: number;
  /** Those of the document, then its virtual machines. */
  hosts: ResolvedHost[];
  links: ResolvedLink[];
  switches: Switch[];
  /** Virtual networks of all hosts. */
  virtualSwitches: ResolvedVirtualSwitch[];
  traffic: ResolvedTraffic[];
  /** By time; events of the same time in the order of the document. */
  timeline: TimelineEvent[];
  /** Settings that have less effect than they say. */
  notes: Note[];
}

type PathSettings = Pick<Link, 'delay' | 'loss' | 'duplication' | 'reordering' | 'reorderingDelay' | 'bitErrors'>;

const resolvePath = (path: PathSettings): ResolvedPath => ({
  delayPs: path.delay,
  lossParts: shareParts(path.loss),
  duplicationParts: shareParts(path.duplication),
  reorderingParts: shareParts(path.reordering),
  reorderingDelayPs: path.reorderingDelay,
  bitErrorParts: shareParts(path.bitErrors),
});

function found<T>(lookup: { found: T } | { missing: string }): T {
  if ('found' in lookup) return lookup.found;
  throw new Error(`A validated scenario names “${lookup.missing}”, which does not exist.`);
}

const resolveNic = (
  host: Host,
  nic: Nic,
  { mac, ip }: NicAddresses,
  link: number | null,
  segment: number,
  linkBps: number,
): ResolvedNic => ({
  ...nic,
  mac,
  addresses: ip.map((address) => ({ family: address.family, text: addressText(address), prefixLength: address.prefixLength })),
  ...effectiveNic(host, nic),
  link,
  segment,
  chimney: resolveChimney(host, nic, linkBps),
  isVirtual: virtualOf(nic) !== null,
  isBound: boundNetwork(host, nic) !== undefined,
  vmqInForce: resolveVmq(host, nic),
});

/** @param document what validateScenario gave */
export function resolveScenario(document: Scenario): ResolvedScenario {
  const scenario = withGuests(document);
  const topology = buildTopology(scenario);
  const addressing = assignAddresses(scenario, topology);
  const linkOf = (host: number, nic: number): number | null => {
    const index = topology.ends.findIndex((ends) => ends.some((end) => end?.kind === 'nic' && end.host === host && end.nic === nic));
    return index < 0 ? null : index;
  };

  const speedOf = (end: LinkEnd) => (end.kind === 'nic' ? nicAt(scenario, end).speed : scenario.switches[end.switch]!.speed);
  const linkSpeed = (host: number, nic: number): number => {
    const link = linkOf(host, nic);
    return link === null ? nicAt(scenario, { host, nic }).speed : Math.min(...(topology.ends[link] as [LinkEnd, LinkEnd]).map(speedOf));
  };
  const virtual = virtualSwitches(scenario);

  const hosts = scenario.hosts.map((host, index): ResolvedHost => {
    const { clock, class: processorClass } = host.processors;
    const guest = resolveGuest(scenario, host, virtual, linkSpeed);
    const nics = host.nics.map((nic, at) => ({
      ...resolveNic(host, nic, addressing.nics[index]![at]!, linkOf(index, at), topology.segmentOf[index]![at]!, linkSpeed(index, at)),
      ...(guest && { chimney: guest.chimney }),
    }));
    return {
      ...host,
      kind: guest ? 'guest' : host.kind,
      guest,
      clockHz: clock,
      processorClass,
      processors: numberProcessors(host.processors),
      copyEngine: guest ? null : copyEngineOf(host, nics),
      nics,
    };
  });

  const links = scenario.links.map((link, index): ResolvedLink => {
    const ends = topology.ends[index] as [LinkEnd, LinkEnd];
    return {
      ends,
      bitsPerSecond: Math.min(speedOf(ends[0]), speedOf(ends[1])),
      directions: [resolvePath(link), resolvePath({ ...link, ...link.back })],
    };
  });

  const traffic = scenario.traffic.map((entry): ResolvedTraffic => {
    if (entry.app === 'replay') {
      const { onto, ...rest } = entry;
      return { ...rest, onto: found(findNic(scenario, onto)) };
    }
    const { from, to, ...rest } = entry;
    const { party, port } = splitService(to);
    const server = found(findParty(scenario, party));
    if (from === undefined) return { ...rest, from: null, to: { ...server, address: null, port } };
    const route = findRoute(topology, addressing, found(findParty(scenario, from)), server, entry.family);
    if (typeof route === 'string') throw new Error(`A validated scenario has no route from ${from} to ${party}.`);
    return {
      ...rest,
      from: { ...route.from, address: addressText(route.fromAddress) },
      to: { ...route.to, address: addressText(route.toAddress), port },
    };
  });

  const timeline = [...scenario.timeline].sort((a, b) => a.at - b.at);
  const { title, seed, switches } = scenario;
  return { title, seed, hosts, links, switches, virtualSwitches: virtual, traffic, timeline, notes: scenarioNotes(scenario, topology) };
}

/** "server.lan  00:00:5e:00:53:01  192.0.2.1/24": one line an adapter, for listings. */
export function addressLines(document: Scenario): string[] {
  const scenario = withGuests(document);
  const { nics } = assignAddresses(scenario, buildTopology(scenario));
  return nics.flatMap((list, host) =>
    list.map(({ mac, ip }, nic) =>
      [`${hostAt(scenario, host).name}.${nicAt(scenario, { host, nic }).name}`, mac, ...ip.map(prefixedText)].join('  '),
    ),
  );
}
