// Worlds whose hosts have a copy engine, and what has to add up in their reports.

import type { World } from '../../ui/engine/world.ts';
import type { CopyEngineReport, HostReport, WorldReport } from '../../ui/scenario/world-report.ts';
import { sum } from './world-checks.ts';
import { pair, type Draft, type HostDraft, type PairDraft, type TrafficDraft } from './world-stage.ts';

type Netsh = NonNullable<NonNullable<HostDraft['windows']>['netsh']>;

export interface EngineDraft {
  chipset?: HostDraft['chipset'];
  netsh?: Netsh;
  costs?: HostDraft['costs'];
  windows?: HostDraft['windows'];
  os?: HostDraft['os'];
  processors?: HostDraft['processors'];
  serverNic?: PairDraft['serverNic'];
  traffic?: Partial<TrafficDraft>;
  timeline?: Draft['timeline'];
  speed?: string;
  mtu?: number;
}

/** An ideal client sends to a server of the Core 2 class whose chipset has a copy engine. */
export function received(draft: EngineDraft = {}): Draft {
  const { chipset, netsh, costs, windows, os = 'ws2008r2', processors, serverNic, traffic, timeline } = draft;
  const nic = { speed: draft.speed ?? '1 Gb/s', mtu: draft.mtu ?? 1500 };
  return pair({
    server: {
      os,
      processors: { coresPerSocket: 2, class: 'core2', clock: '2.66 GHz', ...processors },
      chipset: { copyEngine: true, ...chipset },
      windows: { ...windows, netsh: { ...netsh } },
      costs: { ...costs },
    },
    client: { kind: 'ideal' },
    serverNic: { ...nic, ...serverNic },
    clientNic: nic,
    traffic: [{ app: 'bulk', from: 'client', to: 'server:5001', postedReceives: 4, ...traffic } as TrafficDraft],
    timeline: timeline ?? [],
  });
}

export const hostOf = (report: WorldReport, name = 'server'): HostReport => report.hosts.find((host) => host.name === name)!;

export function engineOf(report: WorldReport, name = 'server'): CopyEngineReport {
  const { copyEngine } = hostOf(report, name);
  if (!copyEngine) throw new Error(`${name} has no copy engine`);
  return copyEngine;
}

/** Bytes whose receive copy has been made or is under way. */
export function copied({ coldBytes, warmBytes, engineBytes }: CopyEngineReport): number {
  return coldBytes + warmBytes + engineBytes;
}

/** Units and ps of a cost, over all processors of a host. */
export function charged(report: WorldReport, id: string, name = 'server'): { units: number; ps: number } {
  const all = hostOf(report, name).processors.flatMap(({ costs }) => costs.filter((cost) => cost.id === id));
  return { units: sum(all.map(({ units }) => units)), ps: sum(all.map(({ ps }) => ps)) };
}

/** Everything that does not hold of the copy engines of a world. */
export function engineComplaints({ hosts, timePs }: WorldReport): string[] {
  return hosts.flatMap(({ name, copyEngine }) => {
    if (!copyEngine) return [];
    const { channels, declined, coldBytes, warmBytes, engineBytes } = copyEngine;
    const found: string[] = [];
    const same = (what: string, a: number, b: number) => a === b || found.push(`${name}, ${what}: ${a} is not ${b}`);
    same('copied by processors and declined', coldBytes + warmBytes, sum(Object.values(declined).map(({ bytes }) => bytes)));
    same('moved by the engine and by its channels', engineBytes, sum(channels.map(({ bytes }) => bytes)));
    for (const { channel, busyPs, queued, state } of channels) {
      if (busyPs > timePs) found.push(`${name} channel ${channel} was busy for ${busyPs} of ${timePs} ps`);
      if (queued === 0 && ['Active', 'Armed'].includes(state))
        found.push(`${name} channel ${channel} is ${state} with nothing in its ring`);
      if (queued !== 0 && state === 'Idle') found.push(`${name} channel ${channel} is idle with ${queued} descriptors`);
    }
    return found;
  });
}

export type Operation = 'suspend' | 'resume' | 'abort' | 'reset';

/** What the owner of a channel does to it. */
export function operate(world: World, host: number, channel: number, operation: Operation): void {
  const { core } = world.reading;
  if (operation === 'suspend') core.dmaSuspend(host, channel);
  else if (operation === 'resume') core.dmaResume(host, channel);
  else if (operation === 'abort') core.dmaAbort(host, channel);
  else core.dmaReset(host, channel);
}
