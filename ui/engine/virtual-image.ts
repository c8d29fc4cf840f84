// Virtual switches, their ports, and virtual machines in the memory of a world: written before the run, and what the timeline changes.

import {
  HostRecordLayout,
  limits,
  readQueueRecord,
  readWorld,
  VirtualPortKind,
  writeHostRecord,
  writeNicRecord,
  writeQueueRecord,
  writeVirtualPort,
  writeVirtualSwitch,
  writeVmqAdapter,
} from '../abi/abi.gen.ts';
import { costInForce } from '../features/costs.ts';
import type { ResolvedHost, ResolvedScenario } from '../scenario/resolve.ts';
import type { Scenario, TimelineEvent } from '../scenario/schema.ts';
import { interruptProcessors } from '../scenario/virtual.ts';
import type { CoreExports } from './core.ts';

/** Where the records of adapters and processors lie; part of WorldIndex. */
interface Places {
  firstNic: readonly number[];
  firstProcessor: readonly number[];
  firstQueue: readonly number[];
}

export interface VirtualPortPlace {
  kind: VirtualPortKind;
  switch: number;
  /** Host and adapter whose stack sends here, or, external, whose cable it is. */
  host: number;
  nic: number;
}

/** All ports: external and management one of each switch, then those of the virtual machines. */
export function virtualPorts({ hosts, virtualSwitches }: ResolvedScenario): VirtualPortPlace[] {
  const own = virtualSwitches.flatMap(({ host, external, management }, at) => [
    ...(external === null ? [] : [{ kind: VirtualPortKind.External, switch: at, host, nic: external }]),
    ...(management === null ? [] : [{ kind: VirtualPortKind.Management, switch: at, host, nic: management }]),
  ]);
  const guests = hosts.flatMap(({ guest }, host) => (guest ? [{ kind: VirtualPortKind.Guest, switch: guest.switch, host, nic: 0 }] : []));
  return [...own, ...guests];
}

/** Frames that the channel of a virtual machine holds. */
export function channelFrames({ costs, processorClass }: ResolvedHost): number {
  return Math.round(
    costInForce('channel_frames', processorClass, costs.channel_frames === undefined ? {} : { channel_frames: costs.channel_frames }),
  );
}

/** The adapters' queues, and where they interrupt: the default queue on the first RSS processor, the others over all of them in turn (assumed). */
export function boundQueueProcessors(scenario: Scenario, host: number, nic: number, queues: number): number[] {
  const set = interruptProcessors(scenario.hosts[host]!, scenario.hosts[host]!.nics[nic]!);
  return Array.from({ length: queues }, (_, queue) => set[queue % set.length]!);
}

/** A list of processors of the world as a HostRecord has it. */
function processorList(processors: readonly number[]): Uint8Array {
  const list = new Uint16Array(limits.VirtualProcessors);
  list.set(processors);
  return new Uint8Array(list.buffer);
}

const guestProcessors = ({ guest }: ResolvedHost, { firstProcessor }: Places): number[] =>
  guest!.processors.map((processor) => firstProcessor[guest!.on]! + processor);

/** Processor that switches what comes from a port. */
function portProcessor(
  core: CoreExports,
  { kind, host, switch: at }: VirtualPortPlace,
  resolved: ResolvedScenario,
  places: Places,
): number {
  if (kind === VirtualPortKind.Guest) return guestProcessors(resolved.hosts[host]!, places)[0]!;
  const { external } = resolved.virtualSwitches[at]!;
  if (external === null) return places.firstProcessor[host]!;
  const defaultQueue = core.nicQueueAt(places.firstQueue[places.firstNic[host]! + external]!);
  return readQueueRecord(core.memory.buffer, defaultQueue).processor;
}

function writeSwitches(core: CoreExports, ports: readonly VirtualPortPlace[], { virtualSwitches }: ResolvedScenario): void {
  for (const [at, { host }] of virtualSwitches.entries()) {
    const portOf = (kind: VirtualPortKind) => {
      const port = ports.findIndex((candidate) => candidate.kind === kind && candidate.switch === at);
      return port < 0 ? limits.None : port;
    };
    writeVirtualSwitch(core.memory.buffer, core.virtualSwitchAt(at), {
      host,
      external: portOf(VirtualPortKind.External),
      management: portOf(VirtualPortKind.Management),
    });
  }
}

function writeGuestHost(core: CoreExports, at: number, port: number, resolved: ResolvedScenario, places: Places): void {
  const processors = guestProcessors(resolved.hosts[at]!, places);
  writeHostRecord(core.memory.buffer, core.hostAt(at), {
    guest: port + 1,
    firstProcessor: processors[0]!,
    virtualCount: processors.length,
    virtualProcessors: processorList(processors),
  });
  writeQueueRecord(core.memory.buffer, core.nicQueueAt(places.firstQueue[places.firstNic[at]!]!), { processor: processors[0]! });
}

function writePort(core: CoreExports, place: VirtualPortPlace, port: number, resolved: ResolvedScenario, places: Places): void {
  const { kind, host, nic, switch: at } = place;
  const memory = core.memory.buffer;
  const { guest, nics } = resolved.hosts[host]!;
  const nicAt = places.firstNic[host]! + nic;
  const { nics: allNics, sockets } = readWorld(memory, core.worldAt());
  writeVirtualPort(memory, core.virtualPortAt(port), {
    kind,
    nic: nicAt,
    host,
    vswitch: at,
    owner: allNics + sockets + 1 + port,
    vlan: guest?.vlan ?? 0,
    legacy: Number(guest?.legacy ?? false),
    capacity: channelFrames(resolved.hosts[host]!),
    connected: 1,
    processor: portProcessor(core, place, resolved, places),
  });
  if (kind === VirtualPortKind.External) writeNicRecord(memory, core.nicAt(nicAt), { externalPort: port + 1 });
  else writeNicRecord(memory, core.nicAt(nicAt), { virtualPort: port + 1, isVirtual: Number(nics[nic]!.isVirtual) });
  if (kind === VirtualPortKind.Management && nics[nic]!.isVirtual)
    writeQueueRecord(memory, core.nicQueueAt(places.firstQueue[nicAt]!), { processor: places.firstProcessor[host]! });
}

/** What may change: who asks for a queue, and what filters can do. */
function writeRequests(core: CoreExports, ports: readonly VirtualPortPlace[], resolved: ResolvedScenario, places: Places): void {
  for (const [port, { kind, host }] of ports.entries())
    if (kind === VirtualPortKind.Guest)
      writeVirtualPort(core.memory.buffer, core.virtualPortAt(port), { wantsQueue: Number(resolved.hosts[host]!.guest!.asksForQueue) });
  for (const [host, { nics }] of resolved.hosts.entries())
    for (const [nic, { vmqInForce }] of nics.entries())
      if (vmqInForce)
        writeVmqAdapter(core.memory.buffer, core.vmqAt(places.firstNic[host]! + nic), {
          vlanFilter: Number(vmqInForce.vlanFilter),
          split: Number(vmqInForce.split),
        });
}

/** Writes everything of Hyper-V, after hosts and adapters. Nothing without virtual networks. */
export function writeVirtualImage(core: CoreExports, resolved: ResolvedScenario, places: Places): void {
  const ports = virtualPorts(resolved);
  for (const [host, { nics }] of resolved.hosts.entries())
    for (const [nic, { vmqInForce }] of nics.entries()) if (vmqInForce) core.vmqReserve(places.firstNic[host]! + nic, vmqInForce.queues);
  writeSwitches(core, ports, resolved);
  for (const [port, place] of ports.entries()) {
    writePort(core, place, port, resolved, places);
    if (place.kind === VirtualPortKind.Guest) writeGuestHost(core, place.host, port, resolved, places);
  }
  writeRequests(core, ports, resolved, places);
}

/** Puts changed settings into force. */
export function rewriteVirtualImage(core: CoreExports, resolved: ResolvedScenario, places: Places): void {
  const ports = virtualPorts(resolved);
  if (!ports.length) return;
  writeRequests(core, ports, resolved, places);
  core.vmqSettleAll();
}

type Migrate = Extract<TimelineEvent, { do: 'migrate' }>;

/** A virtual machine is paused, and goes on where `resolved` has it. */
export function migrateGuest(core: CoreExports, { machine, at, pause }: Migrate, resolved: ResolvedScenario, places: Places): void {
  const ports = virtualPorts(resolved);
  const port = ports.findIndex(({ kind, host }) => kind === VirtualPortKind.Guest && resolved.hosts[host]!.name === machine);
  const { host, switch: next } = ports[port]!;
  const processors = guestProcessors(resolved.hosts[host]!, places);
  new Uint8Array(core.memory.buffer).set(processorList(processors), core.hostAt(host) + HostRecordLayout.nextVirtualProcessors);
  core.guestMigrate(port, next, processors[0]!, BigInt(at + pause));
}
