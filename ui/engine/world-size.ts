// How much memory a world needs, from its scenario: the counts of the World record. What could grow without bound during a run is given
// a bound here; when one is reached, the run says so (world-report.ts, faults).

import { limits, type WorldRecord } from '../abi/abi.gen.ts';
import { sharing } from '../features/costs.ts';
import { rssProcessors } from '../features/rss.ts';
import type { ResolvedScenario, ResolvedTraffic } from '../scenario/resolve.ts';
import { virtualOf, withGuests } from '../scenario/guests.ts';
import { canTake } from './chimney-image.ts';
import { isNearProcessor, logicalCount } from '../scenario/host-settings.ts';
import type { Host, Nic, Scenario } from '../scenario/schema.ts';
import { isBound, resolveVmq } from '../scenario/virtual.ts';
import { channelFrames, virtualPorts } from './virtual-image.ts';

const SECOND = 1_000_000_000_000n;

/** Connections that clients outside may have open at a time, for each service that waits for them. */
const OUTSIDE_CONNECTIONS = 512;
/** Byte stores among them. */
const OUTSIDE_STORES = 128;
/** Packet records of a world: a gigabit's worth of a long path, and no more memory than a browser tab spares. */
const MOST_PACKETS = 400_000;
/** Packets of a busy connection that wait in its host, and how many connections are busy at a time; idle ones have none. */
const WINDOW_PACKETS = 64;
const BUSY_SOCKETS = 1024;
/** Buffers where frames are bytes: those of all windows of connections to the outside, or of a capture that is fed in. */
const BUFFERS = 16_384;
/** Broadcasts of each virtual machine that may be under way to every other: each is a copy with a buffer. */
const BROADCASTS = 2;
/** Bytes of wire that a least frame takes, and bits. */
const LEAST_WIRE_BITS = 84 * 8;
/** Packets that wait for the engine of an adapter that takes connections, or are held during moves. */
const ENGINE_PACKETS = 4096;

export interface WorldSize {
  world: Partial<WorldRecord>;
  queues: number;
  events: number;
  work: number;
}

/** Queues in use of each adapter, in the order of the document: 1 without RSS. */
export function queuesInUse(host: Host, nic: Nic, resolved: ResolvedScenario['hosts'][number]['nics'][number]): number[] {
  if (host.kind === 'ideal' || !resolved.rssEnabled) return [0];
  return rssProcessors(resolved.rss, isNearProcessor(host, nic)).processors;
}

/** QueueRecords of an adapter: as many queues as a change of settings during the run may bring into use. */
export function queueRecords(host: Host, nic: Nic): number {
  if (host.kind === 'ideal' || virtualOf(nic)) return 1;
  if (isBound(host, nic)) return 1 + (resolveVmq(host, nic)?.queues ?? 0);
  return Math.min(limits.MaxQueues, nic.queues === 1 ? logicalCount(host.processors) : nic.queues);
}

const isOutside = (traffic: ResolvedTraffic): boolean => traffic.app !== 'replay' && traffic.from === null;

const powerOfTwo = (least: number): number => 2 ** Math.ceil(Math.log2(Math.max(least, 1)));

/** Packets that may be on the cables: as many as the widest and longest of them hold, in frames of a middling size. */
function packetsOnCables(resolved: ResolvedScenario): number {
  let packets = 0;
  for (const { bitsPerSecond, directions } of resolved.links)
    for (const { delayPs, reorderingDelayPs, reorderingParts } of directions)
      packets += ((delayPs + (reorderingParts ? reorderingDelayPs : 0)) * bitsPerSecond) / 1e12 / LEAST_WIRE_BITS / 2;
  return packets;
}

export function worldSize(document: Scenario, resolved: ResolvedScenario): WorldSize {
  const scenario = withGuests(document);
  const nics = resolved.hosts.flatMap((host, at) => host.nics.map((nic, index) => ({ host, nic, draft: scenario.hosts[at]!, index })));
  const apps = resolved.traffic.filter((traffic) => traffic.app !== 'replay');
  const outside = apps.filter(isOutside).length;
  const connections = apps.reduce((sum, app) => sum + (isOutside(app) ? 0 : app.connections), 0);
  const sockets = 2 * connections + (outside ? OUTSIDE_CONNECTIONS : 0) + 8;
  const queueCounts = nics.map(({ draft, index }) => queueRecords(draft, draft.nics[index]!));
  const rings = nics.reduce((sum, { host, nic, draft, index }, at) => {
    if (draft.kind === 'ideal') return sum + 64;
    if (nic.isVirtual) return sum + 2 * channelFrames(host);
    const hardware = draft.nics[index]!.queues === 1 && !nic.isBound ? 1 : queueCounts[at]!;
    return sum + hardware * nic.receiveDescriptors + queueCounts[at]! * nic.transmitDescriptors;
  }, 0);
  const switchFrames = resolved.switches.reduce((sum, { ports, queue }) => sum + ports * Math.ceil(queue / 256), 0);
  const windows = WINDOW_PACKETS * Math.min(sockets, BUSY_SOCKETS);
  const takers = nics.filter(({ nic, draft, index }) => !nic.isVirtual && canTake(scenario, scenario.hosts.indexOf(draft), index)).length;
  const guests = resolved.hosts.filter(({ kind }) => kind === 'guest').length;
  const broadcasts = BROADCASTS * guests * guests;
  const onCables = Math.ceil(packetsOnCables(resolved)) + Math.min(switchFrames, 65536);
  const packets = Math.min(MOST_PACKETS, 4096 + takers * ENGINE_PACKETS + broadcasts + rings + onCables + windows);
  const processors = resolved.hosts.reduce((sum, host) => sum + (host.kind === 'modelled' ? host.processors.length : 0), 0);
  const channels = resolved.hosts.reduce((sum, { copyEngine }) => sum + (copyEngine?.affinity.length ?? 0), 0);
  const ports = virtualPorts(resolved).length;
  const stations = nics.length;
  const hasBytes = outside > 0 || resolved.traffic.length > apps.length;
  return {
    world: {
      seed: BigInt(resolved.seed),
      neighborReachable: 30n * SECOND, // RFC 4861 section 10, REACHABLE_TIME without its random factor
      neighborRetry: SECOND, // RFC 4861 section 10, RETRANS_TIMER
      hosts: resolved.hosts.length,
      nics: nics.length,
      paths: 2 * resolved.links.length,
      switches: resolved.switches.length,
      ports: resolved.switches.reduce((sum, { ports }) => sum + ports, 0),
      macs: powerOfTwo(4 * stations + 1024),
      addresses: nics.reduce((sum, { nic }) => sum + nic.addresses.length, 0),
      apps: apps.length,
      sockets,
      stores: outside ? OUTSIDE_STORES : 0,
      packets,
      buffers: (hasBytes ? BUFFERS : 1024 + 16 * stations) + broadcasts,
      bufferBytes: 16 * Math.ceil((Math.max(1500, ...nics.map(({ nic }) => nic.mtu)) + 32) / 16),
      neighbors: 2 * stations * Math.min(stations, 64) + 64,
      traceSlots: 4096,
      tapSlots: 4096,
      processors,
      virtualSwitches: resolved.virtualSwitches.length,
      virtualPorts: ports,
      siblingPermille: Math.round(sharing.siblingSpeed.typical * 1000),
      remotePermille: Math.round(sharing.remoteMemory.typical * 1000),
      offloads: takers ? sockets : 0,
    },
    queues: queueCounts.reduce((sum, count) => sum + count, 0),
    events: packets + (takers ? 9 : 3) * sockets + 4 * processors + 8 * nics.length + 1024 + limits.MaxQueues + 2 * channels,
    work: (takers ? 3 : 2) * sockets + 16 * processors + 4 * ports + 256 + channels,
  };
}
