// Two runs side by side: the figures that tell them apart, from the reports of two worlds at the same time.
// Cycles are busy time by the clock of the host; bytes are payload that applications of the host, and of virtual machines on it, received or
// that their peers received from them.

import type { AppReport, HostReport, WorldReport } from '../scenario/world-report.ts';

/** Whether more of it is good, bad, or neither. */
export type Tendency = 'more' | 'less' | null;

export interface ComparedFigure {
  /** What it is of: a host by name, an application by its label, or the whole world (null). */
  of: string | null;
  label: string;
  unit: string;
  /** null: there is no such figure in that run. */
  a: number | null;
  b: number | null;
  better: Tendency;
}

/** Names of the cost classes, in the order of classesPs. */
export const COST_CLASSES = ['Interrupt', 'DPC', 'Driver', 'NDIS', 'TCP/IP', 'Copy', 'Switch', 'Application'] as const;

const SECOND = 1e12;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

interface Figure {
  of: string | null;
  label: string;
  unit: string;
  value: number;
  better: Tendency;
}

/** What a host of the run is besides its report. */
export interface HostFacts {
  clockHz: number;
}

/** Payload that has gone through the applications of a host and of the virtual machines that are on it now. */
function payloadOf(host: number, { apps, virtual }: WorldReport): number {
  const guests = (virtual?.machines ?? []).filter(({ on }) => on === host);
  const own = new Set<number | null>([host, ...guests.map((machine) => machine.host)]);
  const sidesOf = ({ clientHost, serverHost }: AppReport): number => Number(own.has(clientHost)) + Number(own.has(serverHost));
  return sum(apps.map((app) => sidesOf(app) * app.receivedBytes));
}

function hostFigures(report: WorldReport, host: HostReport, index: number, { clockHz }: HostFacts): Figure[] {
  const { timePs } = report;
  if (!host.processors.length || timePs === 0) return [];
  const of = host.name;
  const bytes = payloadOf(index, report);
  const busy = host.processors.map(({ idlePs }) => timePs - idlePs);
  const cycles = (ps: number) => (ps / SECOND) * clockHz;
  const perByte = (label: string, ps: number): Figure => ({ of, label, unit: 'cycles/B', value: cycles(ps) / bytes, better: 'less' });
  const classes = COST_CLASSES.map((name, at) => ({ name, ps: sum(host.processors.map(({ classesPs }) => classesPs[at]!)) }));
  return [
    { of, label: 'Load of the busiest processor', unit: '%', value: (100 * Math.max(...busy)) / timePs, better: 'less' },
    { of, label: 'Load of all processors', unit: '%', value: (100 * sum(busy)) / timePs / busy.length, better: 'less' },
    ...(bytes > 0 ? [perByte('All work', sum(busy)), ...classes.filter(({ ps }) => ps > 0).map(({ name, ps }) => perByte(name, ps))] : []),
    { of, label: 'Retransmitted segments', unit: 'segments', value: host.tcp.segmentsRetransmitted, better: 'less' },
  ];
}

function worldFigures(report: WorldReport): Figure[] {
  const seconds = report.timePs / SECOND;
  if (seconds === 0) return [];
  const received = sum(report.apps.map(({ receivedBytes }) => receivedBytes));
  const exchanges = sum(report.apps.map((app) => app.exchanges));
  const ringDrops = sum(report.nics.map(({ dropped }) => dropped.noBuffer));
  const otherDrops = sum(report.nics.map(({ dropped }) => dropped.crc + dropped.tooLong + dropped.noMemory));
  const switchDrops = sum(report.switches.flatMap(({ ports }) => ports.map(({ drops }) => drops)));
  const all = { of: null };
  return [
    { ...all, label: 'Throughput of applications', unit: 'Gb/s', value: (8 * received) / seconds / 1e9, better: 'more' },
    ...(exchanges ? [{ ...all, label: 'Answers', unit: 'per second', value: exchanges / seconds, better: 'more' as const }] : []),
    { ...all, label: 'Frames dropped, receive ring full', unit: 'frames', value: ringDrops, better: 'less' },
    { ...all, label: 'Frames dropped by adapters otherwise', unit: 'frames', value: otherDrops, better: 'less' },
    { ...all, label: 'Frames dropped by switches', unit: 'frames', value: switchDrops, better: 'less' },
  ];
}

function latencyFigures({ apps }: WorldReport): Figure[] {
  return apps.flatMap(({ label: of, latency }) =>
    latency
      ? ([['p50', latency.p50Ps], ['p90', latency.p90Ps], ['p99', latency.p99Ps]] as const).map(([name, ps]) => ({
          of,
          label: `Latency, ${name}`,
          unit: 'us',
          value: ps / 1e6,
          better: 'less' as const,
        }))
      : [],
  ); // prettier-ignore
}

const figuresOf = (report: WorldReport, hosts: readonly HostFacts[]): Figure[] => [
  ...worldFigures(report),
  ...latencyFigures(report),
  ...report.hosts.flatMap((host, index) => hostFigures(report, host, index, hosts[index]!)),
];

const keyOf = ({ of, label }: Pick<Figure, 'of' | 'label'>): string => `${of ?? ''}\n${label}`;

/** Every figure that one of the runs has, those of the first in its order. @param hosts of each run, in the order of its report */
export function compareRuns(
  a: { report: WorldReport; hosts: readonly HostFacts[] },
  b: { report: WorldReport; hosts: readonly HostFacts[] },
): ComparedFigure[] {
  const [ofA, ofB] = [a, b].map(({ report, hosts }) => new Map(figuresOf(report, hosts).map((figure) => [keyOf(figure), figure])));
  const keys = [...new Set([...ofA!.keys(), ...ofB!.keys()])];
  return keys.map((key) => {
    const [one, other] = [ofA!.get(key), ofB!.get(key)];
    const { of, label, unit, better } = (one ?? other)!;
    return { of, label, unit, better, a: one?.value ?? null, b: other?.value ?? null };
  });
}

/** Load of a processor over the time since the last comparison, 0 to 1; null where a run has no such processor. */
export interface ComparedProcessor {
  host: string;
  number: number;
  a: number | null;
  b: number | null;
}

/** Two runs at the same instant. */
export interface LabComparison {
  timePs: number;
  figures: ComparedFigure[];
  processors: ComparedProcessor[];
}

export type Verdict = 'better' | 'worse' | 'same' | 'other';

/** How B stands to A. Differences below half a percent are none. */
export function verdictOf({ a, b, better }: ComparedFigure): Verdict {
  if (a === null || b === null) return 'other';
  if (Math.abs(b - a) <= 0.005 * Math.max(Math.abs(a), Math.abs(b))) return 'same';
  if (better === null) return 'other';
  return b > a === (better === 'more') ? 'better' : 'worse';
}
