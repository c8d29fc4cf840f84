// Hyper-V hosts whose adapters take connections, and virtual machines that may use them.

import type { World } from '../../ui/engine/world.ts';
import type { ConnectionReport } from '../../ui/scenario/world-report.ts';
import type { GuestChimneyReport } from '../../ui/scenario/virtual-report.ts';
import { hyperv, machineOf, type HypervDraft, type MachineDraft } from './hyperv-stage.ts';
import { chimneyComplaints, taker } from './world-chimney-stage.ts';
import { type Draft, type NicDraft, worldOf } from './world-stage.ts';

/** A virtual machine with everything switched on; optimizations are, see machineDrafts(). `chimney: undefined` leaves it as installed. */
export function guest(more: Partial<MachineDraft> = {}): Partial<MachineDraft> {
  const { chimney, ...rest } = { chimney: 'enabled' as const, ...more };
  return chimney === undefined ? rest : { chimney, ...rest };
}

/** An adapter that takes connections and has queues for virtual machines. */
export const takerWithQueues = (queues: number, more: Partial<NicDraft> = {}): Partial<NicDraft> =>
  taker({
    ...more,
    capabilities: { vmqQueues: queues, ...more.capabilities },
    vmq: { preference: 'vmq' },
    rss: { maxProcessors: 16 },
  });

/** Host 0 "server" with virtual machines behind an adapter that takes connections; host 1 "client". */
export const guestDraft = (draft: HypervDraft): Draft => hyperv({ ...draft, nic: taker(draft.nic) });

export const guestWorld = (module: WebAssembly.Module, draft: HypervDraft): Promise<World> => worldOf(module, guestDraft(draft));

export const chimneyOfGuest = (world: World, name = 'vm1'): GuestChimneyReport => machineOf(world.report(), name).chimney!;

/** Connections of a host or virtual machine, by its name. */
export function connectionsOf(world: World, name: string): ConnectionReport[] {
  const { hosts, connections } = world.report();
  return connections.filter(({ host, transport }) => hosts[host]!.name === name && transport === 'tcp');
}

/** Where they are, and why. */
export const placesOf = (world: World, name: string): [string, string][] =>
  connectionsOf(world, name).map(({ offload }) => [offload!.state, offload!.reason]);

/** What does not hold. Frames that a switch does not send back to the port that they came from count there as missing: after a migration there are some. */
export const faultsOf = (world: World): string[] =>
  chimneyComplaints(world).filter((one) => !one.includes('switch, frames out that never came in'));
