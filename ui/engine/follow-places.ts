// Names of what the steps of a followed frame happen at: adapters, processors, ports, cables, connections; and what settings say there.

import {
  limits,
  readPortRecord,
  readProcessor,
  readQueueRecord,
  readNicRecord,
  readSocket,
  readTcpConnection,
  readVirtualPort,
  VirtualPortKind,
  type FollowEntryRecord,
} from '../abi/abi.gen.ts';
import { endpointText } from '../features/addresses.ts';
import { guestOf, withGuests } from '../scenario/guests.ts';
import type { ResolvedHost, ResolvedNic, ResolvedScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { LinkEnd } from '../scenario/topology.ts';
import { whyNotOffloaded, whyOff, type Why } from '../scenario/why-off.ts';
import type { CoreExports } from './core.ts';
import type { WorldIndex } from './world-image.ts';

export interface FollowSource {
  core: CoreExports;
  index: WorldIndex;
  resolved: ResolvedScenario;
  inForce: Scenario;
}

export type { Why };

const { format } = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

/** "12.3 µs" */
export function timeText(ps: number): string {
  for (const [unit, size] of [
    ['s', 1e12],
    ['ms', 1e9],
    ['µs', 1e6],
    ['ns', 1e3],
  ] as const)
    if (ps >= size) return `${format(ps / size)} ${unit}`;
  return `${ps} ps`;
}

export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** The 64 bits of two fields. */
export const wide = (low: number, high: number): number => high * 2 ** 32 + low;

export class FollowPlaces {
  private readonly memory: ArrayBuffer;
  private readonly hosts: Scenario['hosts'];

  constructor(private readonly source: FollowSource) {
    this.memory = source.core.memory.buffer;
    this.hosts = withGuests(source.inForce).hosts;
  }

  hostOfNic(nic: number): number {
    return this.source.index.nicHost[nic]!;
  }

  host(index: number): ResolvedHost {
    return this.source.resolved.hosts[index]!;
  }

  resolvedNic(nic: number): ResolvedNic {
    const host = this.hostOfNic(nic);
    return this.host(host).nics[nic - this.source.index.firstNic[host]!]!;
  }

  nic(nic: number): string {
    return `${this.host(this.hostOfNic(nic)).name}.${this.resolvedNic(nic).name}`;
  }

  nicRecord(nic: number) {
    return readNicRecord(this.memory, this.source.core.nicAt(nic));
  }

  /** Of the world's processors; null on an ideal host. */
  processor(processor: number): { host: string; number: number } | null {
    if (processor === limits.NoProcessor) return null;
    const { host } = readProcessor(this.memory, this.source.core.processorAt(processor));
    return { host: this.host(host).name, number: processor - this.source.index.firstProcessor[host]! };
  }

  processorText(processor: number): string {
    const found = this.processor(processor);
    return found ? `processor ${found.number}` : 'no processor: the host is an ideal one';
  }

  queueProcessor(nic: number, queue: number): number {
    return readQueueRecord(this.memory, this.source.core.nicQueueAt(this.nicRecord(nic).firstQueue + queue)).processor;
  }

  /** Of a port of a virtual switch: "vm1", "the adapter server.lan", "the host server". */
  port(port: number): string {
    const record = this.portRecord(port);
    if (record.kind === VirtualPortKind.External) return `the adapter ${this.nic(record.nic)}`;
    const { name } = this.host(record.host);
    return record.kind === VirtualPortKind.Guest ? name : `the host ${name} itself`;
  }

  portRecord(port: number) {
    return readVirtualPort(this.memory, this.source.core.virtualPortAt(port));
  }

  /** "virtual switch ext of server" */
  switchOf(port: number): string {
    const { name, host } = this.source.resolved.virtualSwitches[this.portRecord(port).vswitch]!;
    return `virtual switch ${name} of ${this.host(host).name}`;
  }

  private end(end: LinkEnd): string {
    if (end.kind === 'switch') return `switch ${this.source.resolved.switches[end.switch]!.name}`;
    return this.nic(this.source.index.firstNic[end.host]! + end.nic);
  }

  /** "cable from client.lan to server.lan" */
  path(path: number): string {
    const { ends } = this.source.resolved.links[path >> 1]!;
    return `cable from ${this.end(ends[path & 1]!)} to ${this.end(ends[1 - (path & 1)]!)}`;
  }

  /** "port 2 of switch lan" */
  switchPort(port: number): string {
    const { device } = readPortRecord(this.memory, this.source.core.portAt(port));
    return `switch ${this.source.resolved.switches[device]!.name}, port ${port - this.source.index.firstPort[device]!}`;
  }

  hostOfSocket(socket: number): ResolvedHost {
    return this.host(readSocket(this.memory, this.source.core.socketAt(socket)).host);
  }

  nicOfSocket(socket: number): number {
    return readSocket(this.memory, this.source.core.socketAt(socket)).nic;
  }

  /** "192.0.2.1:5001 to 192.0.2.2:49152" */
  connection(socket: number): string {
    const c = readTcpConnection(this.memory, this.source.core.connectionInHostAt(socket));
    const endpoint = (bytes: Uint8Array, port: number) =>
      endpointText(c.family === 4 ? { family: 'ipv4', bytes: bytes.slice(0, 4) } : { family: 'ipv6', bytes }, port);
    return `${endpoint(c.localAddress, c.localPort)} with ${endpoint(c.remoteAddress, c.remotePort)}`;
  }

  /** Host and adapter as the document in force has them. */
  private draft(nic: number) {
    const at = this.hostOfNic(nic);
    const host = this.hosts[at]!;
    return { at, host, nic: host.nics[nic - this.source.index.firstNic[at]!]! };
  }

  /** Why a feature is off at an adapter, or for a virtual machine there; null where no setting stands against it. */
  whyOff(feature: Parameters<typeof whyOff>[0], nic: number, machineNic: number | null = null): Why | null {
    const { at, host, nic: draft } = this.draft(nic);
    const place = machineNic === null ? null : guestOf(this.hosts[this.hostOfNic(machineNic)]);
    return whyOff(feature, host, draft, place?.parent === at ? host.virtualMachines[place.machine]! : null);
  }

  /** What the gate of TCP Chimney with this id says at an adapter. */
  whyNotOffloaded(gate: string, nic: number): Why | null {
    const { host, nic: draft } = this.draft(nic);
    return whyNotOffloaded(gate, host, draft);
  }

  /** The virtual adapter with this address, or null. */
  nicWithMac(mac: string): number | null {
    const at = this.source.index.nicHost.findIndex((_, nic) => this.resolvedNic(nic).mac.toLowerCase() === mac.toLowerCase());
    return at < 0 ? null : at;
  }
}

/** What a sentence may look at: the record, those before and after it, names, and the frame. */
export interface StepContext {
  entry: FollowEntryRecord;
  entries: readonly FollowEntryRecord[];
  at: number;
  places: FollowPlaces;
}
