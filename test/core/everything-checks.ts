// What holds in a world with every feature at every instant, beside what world-checks.ts and the stages of the features look at.

import type { World } from '../../ui/engine/world.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import type { WorldReport } from '../../ui/scenario/world-report.ts';
import { chimneyComplaints } from './world-chimney-stage.ts';
import { engineComplaints } from './world-netdma-stage.ts';

/** A switch drops what would go back where it came from: a virtual machine that has moved is behind the other port. */
const isOfMoves = (complaint: string): boolean => complaint.includes('frames out that never came in');

/** An adapter spreads frames over processors or over virtual machines, never both. */
function oneSpreading({ nics, virtual }: WorldReport): string[] {
  return (virtual?.adapters ?? []).flatMap(({ nic }) => (nics[nic]!.table.length ? [`${nics[nic]!.name} has both RSS and VMQ`] : []));
}

/** Every number of a report that only grows, by its path. */
function growing(report: WorldReport): Map<string, number> {
  const found = new Map<string, number>();
  const put = (at: string, counters: object, names: readonly string[]) => {
    for (const name of names) found.set(`${at}.${name}`, (counters as Record<string, number>)[name]!);
  };
  for (const [at, nic] of report.nics.entries()) {
    put(`nics[${at}]`, nic, ['sentFrames', 'sentBytes', 'arrivedFrames', 'receivedFrames', 'indicatedFrames', 'interrupts', 'largeSends']);
    put(`nics[${at}].dropped`, nic.dropped, Object.keys(nic.dropped));
    if (nic.chimney) put(`nics[${at}].chimney`, nic.chimney, ['offloads', 'uploads', 'sentData', 'receivedData']);
  }
  for (const [at, host] of report.hosts.entries()) {
    put(`hosts[${at}].tcp`, host.tcp, Object.keys(host.tcp));
    put(`hosts[${at}].ip`, host.ip, Object.keys(host.ip));
    for (const [number, one] of host.processors.entries())
      put(`hosts[${at}].processors[${number}]`, one, ['idlePs', 'threadPs', 'dpcPs', 'interruptPs', 'preemptions']);
  }
  for (const [at, path] of report.paths.entries()) put(`paths[${at}]`, path, ['frames', 'lost', 'arrived', 'corrupted']);
  for (const [at, app] of report.apps.entries()) put(`apps[${at}]`, app, ['opened', 'finished', 'failed', 'receivedBytes', 'exchanges']);
  return found;
}

const notNumbers = (value: unknown, path: string): string[] => {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => notNumbers(inner, `${path}.${name}`));
};

export class Watch {
  private before = new Map<string, number>();

  /** Everything that does not hold now, as sentences. */
  complaints(world: World, report: WorldReport): string[] {
    const found = [...chimneyComplaints(world), ...engineComplaints(report), ...oneSpreading(report)];
    found.push(...notNumbers(report, 'report'));
    const now = growing(report);
    for (const [name, value] of now) if (value < (this.before.get(name) ?? 0)) found.push(`${name} fell to ${value}`);
    this.before = now;
    return found.filter((one) => !isOfMoves(one));
  }
}

/** Reads everything that a page could show of the hosts; none of it may throw or change the run. */
export function lookAtHosts(world: World, { hosts }: Scenario): void {
  for (const [at, { kind }] of hosts.entries()) {
    world.promptView(at);
    world.complete(at, 'netsh int', 9);
    if (kind === 'modelled') world.counters(at);
  }
}

/** Connections that may stay, as their peer forgot them when its computer restarted; all else that is left over is a fault. */
export function leftBehind(left: readonly string[], isQuiet: boolean): string[] {
  return isQuiet ? [...left] : left.filter((what) => !/^(client|server) (tcp|udp) |opened/.test(what));
}

/** Descriptors and buffers that nobody has given back. */
export function heldAtEnd({ hosts, virtual }: WorldReport): string[] {
  const queued = hosts.flatMap(({ name, copyEngine }) =>
    (copyEngine?.channels ?? []).flatMap(({ channel, queued }) => (queued ? [`${name} channel ${channel}: ${queued} descriptors`] : [])),
  );
  const held = (virtual?.adapters ?? []).flatMap(({ nic, queues }) =>
    queues.flatMap(({ queue, held }) => (held ? [`adapter ${nic} queue ${queue}: ${held} buffers`] : [])),
  );
  const paused = (virtual?.machines ?? []).flatMap(({ name, paused }) => (paused ? [`${name} is paused`] : []));
  return [...queued, ...held, ...paused];
}
