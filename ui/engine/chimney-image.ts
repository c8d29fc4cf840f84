// TCP Chimney of a world, written into its memory: the parts of adapters that run connections, with the settings and costs that rule them.

import {
  ChimneyMode,
  OffloadTargetLayout,
  readOffloadTarget,
  readTcpStack,
  writeAppRecord,
  writeOffloadTarget,
  writeTcpStack,
} from '../abi/abi.gen.ts';
import { costInForce } from '../features/costs.ts';
import { filterOf, programFilter } from '../scenario/chimney-settings.ts';
import { boundNetwork, guestOf } from '../scenario/guests.ts';
import { programOf } from '../scenario/programs.ts';
import type { ResolvedHost, ResolvedNic, ResolvedScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { CoreExports } from './core.ts';

const PORT_ENTRY = 8;

/** Whether an adapter can take connections, or will be able to by a change of the timeline: then it needs room for them. */
export function canTake(scenario: Scenario, host: number, nic: number): boolean {
  const draft = scenario.hosts[host]!;
  if (draft.kind === 'ideal') return false;
  const place = guestOf(draft);
  if (place) return canTakeOf(scenario, scenario.hosts[place.parent]!.virtualMachines[place.machine]!.network);
  const { chimneyIPv4, chimneyIPv6 } = draft.nics[nic]!.capabilities;
  const path = `hosts[${host}].nics[${nic}].capabilities.chimneyIPv`;
  return chimneyIPv4 || chimneyIPv6 || scenario.timeline.some((event) => event.do === 'set' && event.path.startsWith(path));
}

/** Whether any adapter that a virtual machine may come to be behind can: those of the external networks of this name. */
const canTakeOf = (scenario: Scenario, network: string): boolean =>
  scenario.hosts.some((draft, host) =>
    draft.nics.some((nic, at) => boundNetwork(draft, nic)?.name === network && guestOf(draft) === null && canTake(scenario, host, at)),
  );

/** Whether any adapter of a scenario can take connections. */
export const hasChimney = (scenario: Scenario): boolean =>
  scenario.hosts.some(({ nics }, host) => nics.some((_, nic) => canTake(scenario, host, nic)));

function ports({ chimney }: ResolvedNic): { portCount: number; ports: Uint8Array } {
  const bytes = new Uint8Array(64 * PORT_ENTRY);
  const view = new DataView(bytes.buffer);
  for (const [index, { localPort, remotePort, state }] of chimney.ports.entries()) {
    view.setUint16(index * PORT_ENTRY, localPort, true);
    view.setUint16(index * PORT_ENTRY + 2, remotePort, true);
    view.setUint8(index * PORT_ENTRY + 4, filterOf(state));
  }
  return { portCount: chimney.ports.length, ports: bytes };
}

/** NDIS_TCP_CONNECTION_OFFLOAD_PARAMETERS and what else the adapter's TCP has from its host's. */
const stackParameters = [
  'initialRto',
  'minRto',
  'maxRto',
  'granularity',
  'delayedAck',
  'timeWait',
  'finWait2',
  'keepAliveTime',
  'keepAliveInterval',
  'keepAliveProbes',
  'tick',
  'challengeInterval',
  'challengeLimit',
  'receiveWindow',
  'receiveLimit',
  'initialWindow',
  'ackFrequency',
  'dupAckThreshold',
  'dataRetries',
  'congestion',
  'hopLimit',
] as const;

function writeStacks(core: CoreExports, nic: ResolvedNic, at: number, hostStack: number): void {
  const { buffer } = core.memory;
  const { stack4, stack6 } = readOffloadTarget(buffer, core.offloadTargetAt(at));
  const settings = readTcpStack(buffer, hostStack);
  const copied = Object.fromEntries(stackParameters.map((name) => [name, settings[name]]));
  for (const stack of [stack4, stack6]) writeTcpStack(buffer, stack, { ...copied, mtu: nic.mtu });
}

/** Settings of an adapter for connections; written again when they change. @param host  whose physical adapter runs them */
export function writeChimney(core: CoreExports, host: ResolvedHost, nic: ResolvedNic, at: number, hostStack: number): void {
  const { chimney } = nic;
  const overrides = Object.fromEntries(Object.entries(host.costs).filter((entry): entry is [string, number] => entry[1] !== undefined));
  const force = (id: string) => costInForce(id, host.processorClass, overrides);
  const was = readOffloadTarget(core.memory.buffer, core.offloadTargetAt(at));
  const isTurnedOn = was.mode === ChimneyMode.Disabled && chimney.mode !== ChimneyMode.Disabled;
  writeOffloadTarget(core.memory.buffer, core.offloadTargetAt(at), {
    interval: BigInt(Math.max(1, Math.round(1e6 / Math.max(force('toe_packet_rate'), 1e-6)))),
    latency: BigInt(Math.max(1, Math.round(force('toe_latency') * 1e6))),
    roundTrip: BigInt(chimney.roundTripPs),
    bytes: BigInt(chimney.bytes),
    since: isTurnedOn ? BigInt.asUintN(64, core.queueNow()) : was.since,
    lowActivity: BigInt(Math.round(force('toe_low_activity') * 1e12)),
    capacity: chimney.connections,
    queueLimit: Math.max(1, Math.round(force('toe_queue'))),
    interruptPermille: Math.round(force('toe_interrupts') * 1000),
    dropPermille: Math.round(force('toe_drop_rate') * 10),
    disorderPermille: Math.round(force('toe_out_of_order') * 10),
    unpostedPermille: Math.round(force('toe_unposted') * 10),
    smallRequest: Math.round(force('toe_small_io')),
    mode: chimney.mode,
    reason: chimney.reason,
    reason4: chimney.reasonIPv4,
    reason6: chimney.reasonIPv6,
    ipsec: Number(chimney.ipsecCovers),
    optional: Number(chimney.optionalUploads),
    retroactive: Number(chimney.retroactive),
    ...ports(nic),
  });
  if (takesConnections(core, at)) writeStacks(core, nic, at, hostStack);
}

/** What the application tables of both hosts say of the programs of each application. */
export function writePrograms(core: CoreExports, resolved: ResolvedScenario, appTraffic: readonly number[]): void {
  for (const [at, index] of appTraffic.entries()) {
    const traffic = resolved.traffic[index]!;
    if (traffic.app === 'replay') continue;
    const filter = (host: number, side: 'client' | 'server') =>
      programFilter(resolved.hosts[host]!.nics[0]!.chimney, programOf(traffic, side));
    writeAppRecord(core.memory.buffer, core.appAt(at), {
      clientFilter: traffic.from ? filter(traffic.from.host, 'client') : 0,
      serverFilter: filter(traffic.to.host, 'server'),
    });
  }
}

/** Whether the adapter of the world takes connections. */
export const takesConnections = (core: CoreExports, at: number): boolean =>
  new DataView(core.memory.buffer).getUint32(core.offloadTargetAt(at) + OffloadTargetLayout.stack4, true) !== 0;
