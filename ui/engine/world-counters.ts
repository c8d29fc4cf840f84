// The performance counters of a host at an instant, read from its world's memory: raw numbers by object, instance and counter. What nothing
// feeds is absent.

import { NicRecordLayout, readQueueRecord } from '../abi/abi.gen.ts';
import type { TcpStatistics } from '../console/state-statistics.ts';
import { instanceNames, isTotal } from '../counters/instances.ts';
import { objectsOf, type ObjectInfo } from '../counters/objects.ts';
import { totalNumbers, type CounterSnapshot } from '../counters/sample.ts';
import type { ResolvedScenario } from '../scenario/resolve.ts';
import type { Host } from '../scenario/schema.ts';
import { instanceHost } from '../windows/counter-catalog.ts';
import { heldConnections } from './chimney-read.ts';
import type { CoreExports } from './core.ts';
import { hypervisorNumbers, machinesOn, virtualAdapterNumbers, virtualSwitchNumbers } from './virtual-counters.ts';
import { processorActivities } from './world-activity.ts';
import type { WorldIndex } from './world-image.ts';
import { familyStatistics, nicStatistics, type HostPlace } from './world-statistics.ts';

type Numbers = Map<string, number>;

export interface CounterSource {
  core: CoreExports;
  index: WorldIndex;
  resolved: ResolvedScenario;
  host: number;
  /** As it is wanted: instances are named after it. */
  draft: Host;
  timePs: number;
}

export const placeOf = ({ core, index, resolved, host }: Omit<CounterSource, 'draft' | 'timePs'>): HostPlace => ({
  core,
  host,
  firstNic: index.firstNic[host]!,
  nics: resolved.hosts[host]!.nics.length,
});

export const linkSpeed = (resolved: ResolvedScenario, host: number, nic: number): number => {
  const { link, speed } = resolved.hosts[host]!.nics[nic]!;
  return link === null ? speed : resolved.links[link]!.bitsPerSecond;
};

/** Packets that wait for a descriptor: those that NDIS keeps. */
function outputQueueLength(core: CoreExports, index: WorldIndex, nic: number): number {
  const { buffer } = core.memory;
  const descriptors = new DataView(buffer).getUint32(core.nicAt(nic) + NicRecordLayout.transmitDescriptors, true);
  const waiting = Array.from({ length: index.queues[nic]! }, (_, queue) => {
    const { txPosted, txReclaimed } = readQueueRecord(buffer, core.nicQueueAt(index.firstQueue[nic]! + queue));
    return Math.max(0, ((txPosted - txReclaimed) >>> 0) - descriptors);
  });
  return waiting.reduce((sum, packets) => sum + packets, 0);
}

function interfaceNumbers({ core, index, resolved, host }: CounterSource, number: number): Numbers {
  const nic = index.firstNic[host]! + number;
  const { bytes, unicastPackets, otherPackets, discards, errors, unknownProtocols } = nicStatistics(core, nic);
  const received = unicastPackets.received + otherPackets.received;
  const sent = unicastPackets.sent + otherPackets.sent;
  return new Map([
    ['Bytes Received/sec', bytes.received],
    ['Bytes Sent/sec', bytes.sent],
    ['Bytes Total/sec', bytes.received + bytes.sent],
    ['Current Bandwidth', linkSpeed(resolved, host, number)],
    ['Offloaded Connections', heldConnections(core, nic).offloaded],
    ['Output Queue Length', outputQueueLength(core, index, nic)],
    ['Packets/sec', received + sent],
    ['Packets Outbound Discarded', discards.sent],
    ['Packets Outbound Errors', errors.sent],
    ['Packets Received Discarded', discards.received],
    ['Packets Received Errors', errors.received],
    ['Packets Received Non-Unicast/sec', otherPackets.received],
    ['Packets Received/sec', received],
    ['Packets Received Unicast/sec', unicastPackets.received],
    ['Packets Received Unknown', unknownProtocols],
    ['Packets Sent Non-Unicast/sec', otherPackets.sent],
    ['Packets Sent/sec', sent],
    ['Packets Sent Unicast/sec', unicastPackets.sent],
  ]);
}

const tcpNumbers = (tcp: TcpStatistics): Numbers =>
  new Map([
    ['Connection Failures', tcp.attemptFails],
    ['Connections Active', tcp.activeOpens],
    ['Connections Established', tcp.currentlyEstablished],
    ['Connections Passive', tcp.passiveOpens],
    ['Connections Reset', tcp.establishedResets],
    ['Segments/sec', tcp.segmentsIn + tcp.segmentsOut],
    ['Segments Received/sec', tcp.segmentsIn],
    ['Segments Retransmitted/sec', tcp.segmentsRetransmitted],
    ['Segments Sent/sec', tcp.segmentsOut],
  ]);

/** Numbers of the instances of an object that are no totals, in the order of their names; none: nothing feeds it. */
type Feeds = ReadonlyMap<string, readonly Numbers[]>;

function feedsOf(source: CounterSource): Feeds {
  const { core, index, resolved, host } = source;
  const place = placeOf(source);
  // Those that the host has on internal networks come after, and have no instances.
  const adapters = source.draft.nics.length;
  const { kind, processors, clockHz, nics, windows } = resolved.hosts[host]!;
  const activities =
    kind !== 'modelled'
      ? []
      : processorActivities({ ...place, firstProcessor: index.firstProcessor[host]!, processors: processors.length, clockHz });
  const four = familyStatistics(place, 4);
  const six = familyStatistics(place, 6);
  const ip = ({ inReceives, outRequests }: typeof four.ip): Numbers[] => [
    new Map([
      ['Datagrams Received/sec', inReceives],
      ['Datagrams Sent/sec', outRequests],
    ]),
  ];
  const processor = activities.map((activity) => activity.processor);
  const hypervisor = windows.roles.hyperV
    ? processor.map((_, number) => hypervisorNumbers(core, index.firstProcessor[host]! + number))
    : [];
  return new Map<string, readonly Numbers[]>([
    ['Processor', processor],
    ['Processor Information', processor],
    ['Network Interface', nics.map((_, nic) => interfaceNumbers(source, nic))],
    ['Per Processor Network Interface Card Activity', activities.flatMap(({ card }) => card.slice(0, adapters))],
    ['Per Processor Network Activity Cycles', activities.flatMap(({ cycles }) => cycles.slice(0, adapters))],
    ['TCPv4', [tcpNumbers(four.tcp)]],
    ['TCPv6', [tcpNumbers(six.tcp)]],
    ['IPv4', ip(four.ip)],
    ['IPv6', ip(six.ip)],
    ['Hyper-V Virtual Network Adapter', virtualAdapterNumbers(core, resolved, host, index.firstNic)],
    ['Hyper-V Virtual Switch', virtualSwitchNumbers(core, resolved, host)],
    ['Hyper-V Hypervisor Logical Processor', hypervisor],
  ]);
}

/** Only what the object has on this version of Windows. */
function pick({ counters }: ObjectInfo, numbers: Numbers): Numbers {
  return new Map(counters.flatMap(({ name }) => (numbers.has(name) ? [[name, numbers.get(name)!] as const] : [])));
}

function instancesOf(object: ObjectInfo, feed: readonly Numbers[], source: CounterSource): Map<string, Numbers> {
  const { draft, resolved, host } = source;
  const machines = machinesOn(resolved, host).map((machine) => resolved.hosts[machine]!.name);
  const names = instanceNames(object.instances, instanceHost(draft, machines));
  const instances = new Map(
    names.filter((name) => !isTotal(name)).flatMap((name, at) => (feed[at] ? [[name, pick(object, feed[at])] as const] : [])),
  );
  if (instances.size > 0) for (const name of names) if (isTotal(name)) instances.set(name, totalNumbers(object.counters, instances));
  return instances;
}

/** Precondition: the accounts of processors are settled. */
export function counterSnapshot(source: CounterSource): CounterSnapshot {
  const feeds = feedsOf(source);
  const numbers = new Map<string, ReadonlyMap<string, ReadonlyMap<string, number>>>();
  for (const object of objectsOf(source.draft.os)) {
    const instances = instancesOf(object, feeds.get(object.name) ?? [], source);
    if (instances.size > 0) numbers.set(object.name, instances);
  }
  return { timePs: source.timePs, numbers };
}
