// What virtual networks and virtual machines come to: switches, which adapter is behind each, where virtual processors run.

import { rssProcessors } from '../features/rss.ts';
import { resolveGuestChimney, type ResolvedChimney } from './chimney-settings.ts';
import { boundNetwork, guestOf, movedTo, virtualOf, type VirtualMachine } from './guests.ts';
import { isNearProcessor, logicalCount, rssSettingsOf } from './host-settings.ts';
import type { Host, Nic, Scenario } from './schema.ts';
import { asksForQueue, filtersInForce } from './vmq-settings.ts';

export interface ResolvedVirtualSwitch {
  host: number;
  name: string;
  kind: Host['virtualNetworks'][number]['kind'];
  /** Adapter of the host that it is bound to; null for internal and private ones. */
  external: number | null;
  /** Adapter through which the host itself uses it. */
  management: number | null;
}

export interface ResolvedGuest {
  /** Host of the document, and its place in the list there. */
  parent: number;
  machine: number;
  /** Host that it is on now. */
  on: number;
  /** Index of its virtual switch among all. */
  switch: number;
  /** Logical processor of each virtual one, of the host that it is on. */
  processors: number[];
  vlan: number;
  legacy: boolean;
  /** Its connections in the physical adapter. */
  chimney: ResolvedChimney;
  /** It asks for a queue of the adapter, and may have one. */
  asksForQueue: boolean;
}

/** VMQ of an adapter that is bound to a virtual switch. */
export interface ResolvedVmq {
  /** Beside the default queue. */
  queues: number;
  vlanFilter: boolean;
  split: boolean;
}

/** RSS processors of an adapter: what its interrupts may use, with RSS, and with VMQ (WDK "VMQ interrupt requirements"). */
export const interruptProcessors = (host: Host, nic: Nic): number[] =>
  rssProcessors({ ...rssSettingsOf(host, nic), queues: logicalCount(host.processors) }, isNearProcessor(host, nic)).processors;

export const isBound = (host: Host, nic: Nic): boolean => host.kind !== 'ideal' && boundNetwork(host, nic) !== undefined;

export const resolveVmq = (host: Host, nic: Nic): ResolvedVmq | null =>
  isBound(host, nic) && nic.capabilities.vmqQueues > 0 ? { queues: nic.capabilities.vmqQueues, ...filtersInForce(nic) } : null;

/** @param scenario  as withGuests() makes it */
export function virtualSwitches({ hosts }: Scenario): ResolvedVirtualSwitch[] {
  return hosts.flatMap((host, at) =>
    host.virtualNetworks.map(({ name, kind, adapter, management }, network) => {
      const external = kind === 'external' ? host.nics.findIndex((nic) => nic.name === adapter) : -1;
      const own = host.nics.findIndex((nic) => virtualOf(nic)?.network === network);
      return {
        host: at,
        name,
        kind,
        external: external < 0 ? null : external,
        management: own >= 0 ? own : external >= 0 && management ? external : null,
      };
    }),
  );
}

/** Virtual processors are dealt over the logical ones in turn, by virtual machine; those that have come from elsewhere after the others. */
function processorsOf(hosts: readonly Host[], parent: number, index: number, on: number): number[] {
  const machine = hosts[parent]!.virtualMachines[index]!;
  const count = logicalCount(hosts[on]!.processors);
  const { affinity, processors } = machine;
  if (affinity?.every((processor) => processor < count)) return affinity;
  const before = (list: readonly VirtualMachine[]) => list.reduce((sum, other) => sum + other.processors, 0);
  const { virtualMachines } = hosts[on]!;
  const first = on === parent ? before(virtualMachines.slice(0, index)) : before(virtualMachines) + index;
  return Array.from({ length: processors }, (_, number) => (first + number) % count);
}

/** @param speedOf  speed that an adapter's link runs at */
export function resolveGuest(
  scenario: Scenario,
  host: Host,
  switches: readonly ResolvedVirtualSwitch[],
  speedOf: (host: number, nic: number) => number,
): ResolvedGuest | null {
  const place = guestOf(host);
  if (!place) return null;
  const { hosts } = scenario;
  const { parent, machine: index } = place;
  const machine = hosts[parent]!.virtualMachines[index]!;
  const moved = movedTo(machine);
  const on = moved === null ? parent : hosts.findIndex(({ name }) => name === moved);
  const at = switches.findIndex((candidate) => candidate.host === on && candidate.name === machine.network);
  const { external } = switches[at]!;
  const network = hosts[on]!.virtualNetworks.find(({ name }) => name === machine.network)!;
  const nic = external === null ? null : hosts[on]!.nics[external]!;
  const linkBps = external === null ? 0 : speedOf(on, external);
  return {
    parent,
    machine: index,
    on,
    switch: at,
    processors: processorsOf(hosts, parent, index, on),
    vlan: machine.vlan,
    legacy: machine.adapter === 'legacy',
    chimney: resolveGuestChimney({ host: hosts[on]!, network, machine, nic, linkBps }),
    asksForQueue: nic !== null && asksForQueue(hosts[on]!, nic, linkBps, network, machine),
  };
}
