// `nicscope run --format text`: what a world reports, for a terminal. Rates are over the whole run.

import { CostClass } from '../abi/abi.gen.ts';
import { counted } from '../analysis/wording.ts';
import { formatBytes, formatCount, formatDurationNs } from '../components/format.ts';
import type { Scenario } from '../scenario/schema.ts';
import type {
  AppReport,
  ConnectionReport,
  HostReport,
  NicReport,
  PathReport,
  ProcessorReport,
  SwitchReport,
  WorldReport,
} from '../scenario/world-report.ts';
import { plainText } from './plain-text.ts';
import { tableLines } from './text-table.ts';
import { chimneyLines, netdmaLines, virtualLines, vmqLines } from './world-offload-text.ts';
import { Rates } from './world-rates.ts';

/** Connections that are listed; the busiest. */
const LISTED = 20;

const classNames = Object.entries(CostClass)
  .sort(([, one], [, other]) => one - other)
  .map(([name]) => name);

const dropNames: Readonly<Record<keyof NicReport['dropped'], string>> = {
  crc: 'with a wrong check sequence',
  filtered: 'for other stations',
  noBuffer: 'without a receive buffer',
  tooLong: 'too long',
  noCable: 'without a cable',
  noMemory: 'without room in the emulator',
};

/** "2 with a wrong check sequence, 7 too long", or nothing. */
export const droppedText = (dropped: NicReport['dropped']): string =>
  (Object.keys(dropNames) as (keyof typeof dropNames)[])
    .filter((reason) => dropped[reason] > 0)
    .map((reason) => `${formatCount(dropped[reason])} ${dropNames[reason]}`)
    .join(', ');

const duration = (ps: number) => formatDurationNs(ps / 1000);
const indent = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

function processorLines(processors: readonly ProcessorReport[], rates: Rates, elapsedPs: number): string[] {
  if (!processors.length) return ['ideal: nothing costs anything'];
  const rows = processors.map(({ number, idlePs, classesPs }) => [
    String(number),
    rates.share(elapsedPs - idlePs),
    ...classNames.map((_, index) => rates.share(classesPs[index]!)),
  ]);
  return tableLines([['processor', 'load', ...classNames], ...rows]);
}

/** Where a virtual machine runs; what it does is in the table of virtual machines. */
function machineLines({ virtual, hosts }: WorldReport, name: string): string[] {
  const { on, processors, paused, chimney } = virtual!.machines.find((one) => one.name === name)!;
  return [
    `virtual machine of ${hosts[on]!.name}, on processor ${processors.join(', ')}${paused ? '; paused' : ''}`,
    ...(chimney
      ? [
          `chimney    ${counted(chimney.offloaded, 'connection')} in the adapter; ${formatBytes(chimney.receivedData)} received and ${formatBytes(chimney.sentData)} sent there`,
        ]
      : []),
  ];
}

function nicLines(host: string, nic: NicReport, rates: Rates): string[] {
  const queues = nic.queues.map(({ queue, processor, frames, interrupts, peak, drops: dropped }) => [
    `queue ${queue}`,
    processor === null ? '' : `processor ${processor}`,
    rates.count(frames, 'frames'),
    rates.count(interrupts, 'interrupts'),
    `at most ${counted(peak, 'frame')} waiting`,
    `${formatCount(dropped)} dropped`,
  ]);
  return [
    `${host}.${nic.name}  ${nic.mac}`,
    ...indent([
      ...tableLines([
        ['sent', rates.count(nic.sentFrames, 'frames'), rates.bits(nic.sentBytes)],
        ['arrived', rates.count(nic.arrivedFrames, 'frames'), rates.bits(nic.arrivedBytes)],
        ['received', rates.count(nic.receivedFrames, 'frames'), rates.bits(nic.receivedBytes)],
        ['interrupts', rates.count(nic.interrupts)],
      ]),
      `dropped     ${droppedText(nic.dropped) || 'nothing'}`,
      ...(nic.queues.length > 1 ? tableLines(queues, 2) : []),
    ]),
  ];
}

function hostLines(report: WorldReport, index: number, rates: Rates): string[] {
  const host = report.hosts[index]!;
  const nics = report.nics.filter((nic) => nic.host === index);
  const { segmentsIn, segmentsOut, segmentsRetransmitted } = host.tcp;
  return [
    host.name,
    ...indent(host.kind === 'guest' ? machineLines(report, host.name) : processorLines(host.processors, rates, report.timePs)),
    ...nics.flatMap((nic) => indent(nicLines(host.name, nic, rates))),
    `  TCP segments: ${formatCount(segmentsIn)} in, ${formatCount(segmentsOut)} out, ${formatCount(segmentsRetransmitted)} of them again`,
    '',
  ];
}

function pathLines(scenario: Scenario, paths: readonly PathReport[], switches: readonly SwitchReport[]): string[] {
  const lines = paths.flatMap(({ link, direction, lost, duplicated, reordered, corrupted }) => {
    const happened = Object.entries({ lost, duplicated, reordered, corrupted }).filter(([, frames]) => frames > 0);
    if (!happened.length) return [];
    const [one, other] = scenario.links[link]!.ends;
    const way = direction === 0 ? `${one} to ${other}` : `${other} to ${one}`;
    return [`  ${way}: ${happened.map(([what, frames]) => `${formatCount(frames)} ${what}`).join(', ')}`];
  });
  for (const { name, ports } of switches)
    for (const [port, { drops }] of ports.entries())
      if (drops > 0) lines.push(`  ${name}, port ${port}: ${counted(drops, 'frame')} found the queue full`);
  return lines.length ? ['Lost and changed on the way', ...lines, ''] : [];
}

function appLines(apps: readonly AppReport[], rates: Rates): string[] {
  if (!apps.length) return [];
  const lines = apps.flatMap(({ label, opened, established, failed, finished, receivedBytes, serverReceivedBytes, exchanges, latency }) => [
    `  ${label}`,
    `    connections ${formatCount(opened)} opened, ${formatCount(established)} established, ${formatCount(finished)} finished, ${formatCount(failed)} failed`,
    `    goodput     ${rates.bits(serverReceivedBytes)} to the server, ${rates.bits(receivedBytes - serverReceivedBytes)} to clients`,
    ...(exchanges > 0 ? [`    exchanges   ${formatCount(exchanges)}, ${rates.count(exchanges)}`] : []),
    ...(latency
      ? [
          `    latency     mean ${duration(latency.meanPs)}, least ${duration(latency.minPs)}, median ${duration(latency.p50Ps)}, 90 % ${duration(latency.p90Ps)}, 99 % ${duration(latency.p99Ps)}, most ${duration(latency.maxPs)}`,
        ]
      : []),
  ]);
  return ['Applications', ...lines, ''];
}

function connectionLines(connections: readonly ConnectionReport[], hosts: readonly HostReport[]): string[] {
  if (!connections.length) return [];
  const carried = ({ sentBytes, receivedBytes }: ConnectionReport) => sentBytes + receivedBytes;
  const busiest = [...connections].sort((one, other) => carried(other) - carried(one) || one.id - other.id).slice(0, LISTED);
  const processor = (number: number | null) => (number === null ? '–' : String(number));
  const rows = busiest.map((connection) => [
    hosts[connection.host]!.name,
    connection.local,
    connection.remote,
    connection.state,
    processor(connection.processor),
    processor(connection.dpcProcessor),
    formatBytes(connection.sentBytes),
    formatBytes(connection.receivedBytes),
    formatBytes(connection.congestionWindow),
    duration(connection.smoothedRttPs),
    formatCount(connection.retransmitted),
  ]);
  const header = ['host', 'local', 'remote', 'state', 'thread on', 'DPC on', 'sent', 'received', 'window', 'round trip', 'again'];
  const rest = connections.length - busiest.length;
  return [
    `Connections${rest ? `, the busiest ${LISTED}` : ''}`,
    ...indent(tableLines([header, ...rows], 4)),
    ...(rest ? [`  and ${formatCount(rest)} more`] : []),
    '',
  ];
}

export function worldText(scenario: Scenario, report: WorldReport): string {
  const { timePs, events, hosts, paths, switches, apps, connections, fingerprint } = report;
  const rates = new Rates(timePs);
  const lines = [
    `${scenario.title}: ${duration(timePs)} of virtual time, ${counted(events, 'event')}`,
    '',
    ...hosts.flatMap((_, index) => hostLines(report, index, rates)),
    ...virtualLines(report, rates),
    ...vmqLines(report),
    ...chimneyLines(report, rates),
    ...netdmaLines(hosts, rates),
    ...pathLines(scenario, paths, switches),
    ...appLines(apps, rates),
    ...connectionLines(connections, hosts),
    `fingerprint ${fingerprint}`,
  ];
  return `${plainText(lines.join('\n'))}\n`;
}
