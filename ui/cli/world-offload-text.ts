// `nicscope run --format text`: virtual machines, their queues, connections in adapters, and copy engines. Part of world-text.ts. Rates are
// over the whole run.

import { counted } from '../analysis/wording.ts';
import { formatBytes, formatCount, formatDurationNs, formatPercent } from '../components/format.ts';
import { offloadReasonOf, uploadReasonText } from '../scenario/chimney-reasons.ts';
import type { VirtualReport, VmqAdapterReport } from '../scenario/virtual-report.ts';
import type { ChimneyReport, ConnectionReport, CopyEngineReport, HostReport, NicReport, WorldReport } from '../scenario/world-report.ts';
import { tableLines } from './text-table.ts';
import type { Rates } from './world-rates.ts';

const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const share = (part: number, whole: number): string => (whole > 0 ? formatPercent(part / whole) : '–');

const nicNameOf = ({ hosts, nics }: WorldReport, nic: number): string => `${hosts[nics[nic]!.host]!.name}.${nics[nic]!.name}`;

function machineTable({ hosts, nics }: WorldReport, { machines, switches }: VirtualReport, rates: Rates): string[] {
  const rows = machines.map((machine) => [
    machine.name,
    hosts[machine.on]!.name,
    machine.processors.join(' '),
    machine.queue ? `queue ${machine.queue}` : switches[machine.switch]?.kind === 'external' ? 'default queue' : '–',
    rates.share(sum(machine.chargedPs)),
    rates.share(sum(machine.hostPs)),
    rates.bits(nics[machine.nic]!.receivedBytes),
    rates.bits(machine.sentBytes),
    formatBytes(machine.copiedBytes),
    formatBytes(machine.directBytes),
    formatCount(machine.droppedIn + machine.droppedOut),
  ]);
  const header = ['machine', 'on', 'processors', 'frames by', 'own work', 'host’s', 'in', 'out', 'copied', 'by the adapter', 'dropped'];
  return tableLines([header, ...rows], 4);
}

function networkLines({ hosts }: WorldReport, { switches }: VirtualReport, rates: Rates): string[] {
  return switches.map(
    ({ host, name, kind, framesIn, framesOut, bytesOut, flooded, droppedIn, droppedOut }) =>
      `network ${hosts[host]!.name}, ${name} (${kind}): in ${rates.count(framesIn, 'frames')}, out ${rates.count(framesOut, 'frames')}, ${rates.bits(bytesOut)}; ${formatCount(flooded)} to every port, ${formatCount(droppedIn + droppedOut)} dropped`,
  );
}

export function virtualLines(report: WorldReport, rates: Rates): string[] {
  const { virtual } = report;
  if (!virtual) return [];
  const lines = [...(virtual.machines.length ? machineTable(report, virtual, rates) : []), ...networkLines(report, virtual, rates)];
  return ['Virtual machines', ...indent(lines), ''];
}

function queueRows({ queues, frames, defaultFrames }: VmqAdapterReport, nic: NicReport): string[][] {
  const processor = nic.queues[0]?.processor;
  const byDefault = ['default', '', processor === null || processor === undefined ? '' : `processor ${processor}`, 'all others'];
  return [
    [...byDefault, formatCount(defaultFrames), share(defaultFrames, frames), formatCount(nic.queues[0]?.drops ?? 0), ''],
    ...queues
      .filter(({ state }) => state !== 'Undefined')
      .map(({ queue, state, processor: own, machine, frames: taken, drops, filters, held }) => [
        `queue ${queue}`,
        state,
        `processor ${own}`,
        `${machine ?? 'nobody'}, ${counted(filters, 'filter')}`,
        formatCount(taken),
        share(taken, frames),
        formatCount(drops),
        formatCount(held),
      ]),
  ];
}

export function vmqLines(report: WorldReport): string[] {
  const adapters = report.virtual?.adapters ?? [];
  if (!adapters.length) return [];
  const lines = adapters.flatMap((adapter) => {
    const { nic, queues, frames, defaultFrames, refused } = adapter;
    const used = queues.filter(({ state }) => state !== 'Undefined').length;
    const header = ['queue', 'state', 'handled by', 'of', 'frames', 'share', 'dropped', 'held'];
    return [
      `${nicNameOf(report, nic)}: ${share(defaultFrames, frames)} of the frames by the default queue; ${formatCount(used)} of ${counted(queues.length, 'queue')} in use${refused ? `, ${counted(refused, 'filter')} refused` : ''}`,
      ...indent(tableLines([header, ...queueRows(adapter, report.nics[nic]!)], 4)),
    ];
  });
  return ['Virtual machine queues', ...indent(lines), ''];
}

/** "3 offloaded, 2 in the host (room in the adapter)" */
function connectionsLine(connections: readonly ConnectionReport[]): string {
  const states = new Map<string, number>();
  for (const { offload } of connections) {
    if (!offload) continue;
    const why = offload.reason === 'None' ? '' : ` (${offloadReasonOf(offload.reason).title})`;
    const name = offload.state === 'InHost' ? `in the host${why}` : offload.state.toLowerCase();
    states.set(name, (states.get(name) ?? 0) + 1);
  }
  return [...states].map(([name, count]) => `${formatCount(count)} ${name}`).join(', ');
}

function chimneyOf(report: WorldReport, index: number, chimney: ChimneyReport, rates: Rates): string[] {
  const { reason, paused, capacity, offloaded, offloading, uploading, offloads, uploads, engine, receivedData, copiedData } = chimney;
  const { title, needed } = offloadReasonOf(reason);
  const isOpen = reason === 'None' && !paused;
  const gate = isOpen ? 'offload is allowed' : paused ? 'offload is paused' : `nothing is offloaded: ${title}. Needed: ${needed}`;
  const here = report.connections.filter(({ host }) => host === report.nics[index]!.host);
  const reasons = Object.entries(chimney.uploadReasons).map(([name, count]) => `${formatCount(count)} as ${uploadReasonText(name)}`);
  const now = connectionsLine(here);
  return [
    `${nicNameOf(report, index)}: ${gate}`,
    ...indent([
      `in the adapter  ${formatCount(offloaded)} of ${counted(capacity, 'connection')}, ${formatCount(offloading + uploading)} on their way; ever ${formatCount(offloads)} offloaded, ${formatCount(uploads)} came back`,
      ...(reasons.length ? [`came back       ${reasons.join(', ')}`] : []),
      ...(now ? [`connections     ${now}`] : []),
      `engine          ${rates.count(engine.served, 'packets')}, ${rates.share(engine.busyPs)} busy, ${formatCount(engine.drops)} dropped, at most ${formatCount(engine.peak)} waiting`,
      `received        ${formatBytes(Math.max(0, receivedData - copiedData))} into posted buffers, ${formatBytes(copiedData)} copied by processors`,
    ]),
  ];
}

export function chimneyLines(report: WorldReport, rates: Rates): string[] {
  const lines = report.nics.flatMap((nic, index) => (nic.chimney ? chimneyOf(report, index, nic.chimney, rates) : []));
  return lines.length ? ['TCP Chimney', ...indent(lines), ''] : [];
}

const declineTexts: Readonly<Record<keyof CopyEngineReport['declined'], string>> = {
  off: 'NetDMA off',
  offloaded: 'connection in the adapter',
  outOfOrder: 'out of order',
  notPosted: 'no buffer posted',
  belowThreshold: 'request below the least copy',
  smallFragment: 'piece too small',
  ringFull: 'ring full',
  halted: 'channel halted',
  aborted: 'aborted',
};

function engineOf(name: string, engine: CopyEngineReport, rates: Rates): string[] {
  const { version, netDma, cacheAccess, coldBytes, warmBytes, engineBytes, declined, channels } = engine;
  const all = coldBytes + warmBytes + engineBytes;
  const why = (Object.keys(declineTexts) as (keyof typeof declineTexts)[])
    .filter((reason) => declined[reason].bytes > 0)
    .map((reason) => `${formatBytes(declined[reason].bytes)} ${declineTexts[reason]}`);
  const rows = channels.map(({ channel, processor, state, busyPs, queued, peak, bytes, descriptors }) => [
    `channel ${channel}`,
    `processor ${processor}`,
    state,
    rates.share(busyPs),
    formatCount(queued),
    formatCount(peak),
    formatBytes(bytes),
    formatDurationNs(descriptors > 0 ? busyPs / descriptors / 1000 : 0),
  ]);
  return [
    `${name}: NetDMA ${version} ${netDma ? 'on' : 'off'}, Direct Cache Access ${cacheAccess ? 'on' : 'off'}`,
    ...indent([
      `received copies ${formatBytes(engineBytes)} by the engine (${share(engineBytes, all)}), by processors ${formatBytes(coldBytes)} cold and ${formatBytes(warmBytes)} warm`,
      ...(why.length ? [`by processors   ${why.join(', ')}`] : []),
      ...tableLines([['channel', 'of', 'state', 'busy', 'waiting', 'most', 'moved', 'a descriptor'], ...rows], 3),
    ]),
  ];
}

export function netdmaLines(hosts: readonly HostReport[], rates: Rates): string[] {
  const lines = hosts.flatMap(({ name, copyEngine }) => (copyEngine ? engineOf(name, copyEngine, rates) : []));
  return lines.length ? ['NetDMA', ...indent(lines), ''] : [];
}
