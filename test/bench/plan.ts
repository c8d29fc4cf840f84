// Which ratios each suite reports and which of them are goals. A line names a contender by host and name.

import type { SuiteName } from './contender.ts';
import { BARE } from './world.ts';

export interface LineId {
  host: string;
  name: string;
}

export interface Goal {
  /** Least value that meets the goal. */
  least: number;
  /** Of what: the ratio against the baseline, or the rate itself in `unit`. */
  of: 'ratio' | 'rate';
}

export interface SuitePlan {
  suite: SuiteName;
  title: string;
  /** What one item is, and the rate that is shown: items per ns times `scale` in `unit`. */
  item: string;
  unit: string;
  scale: number;
  budgetMs: number;
  /** Show the time of a call, which handles all items. */
  perCall?: boolean;
  /** The contender that others of the topic are compared with, best first: the first that exists counts. */
  baselines(host: string): LineId[];
  goals(topic: string, line: LineId, baseline: LineId | undefined): Goal[];
  notes: string[];
}

/** 10 GbE carries 10^10 / ((64 + 20) * 8) frames of 64 bytes a second. */
export const LINE_RATE_MPPS = 1e4 / ((64 + 20) * 8);

export const plans: SuitePlan[] = [
  {
    suite: 'toeplitz',
    title: 'Toeplitz hash over batches of random tuples',
    item: 'tuple',
    unit: 'M/s',
    scale: 1e3,
    budgetMs: 40,
    baselines: (host) => [
      { host: 'gcc -O3 -march=native', name: 'rte_softrss_be' },
      { host, name: 'release bit oracle, a call each' },
    ],
    goals: (topic, { name }, baseline) =>
      topic === 'TCP/IPv4' && name.endsWith('structure of arrays') && baseline?.name === 'rte_softrss_be'
        ? [{ of: 'ratio', least: name.startsWith('relaxed') ? 33 : 25 }]
        : [],
    notes: ['“Records” are transposed first; “a call each” includes the call from JavaScript into the core.'],
  },
  {
    suite: 'replay',
    title: 'Replay of 64-byte frames: parse, hash, table, count',
    item: 'frame',
    unit: 'Mpps',
    scale: 1e3,
    budgetMs: 60,
    baselines: () => [{ host: 'gcc -O3', name: 'the same in C' }],
    goals: (_topic, { host }) =>
      host.startsWith('gcc')
        ? []
        : [
            { of: 'ratio', least: 0.8 },
            { of: 'rate', least: 2.5 * LINE_RATE_MPPS },
          ],
    notes: [`10 GbE line rate is ${LINE_RATE_MPPS.toFixed(2)} Mpps.`],
  },
  {
    suite: 'walk',
    title: 'Capture walk: bytes of a file to the flow table',
    item: 'byte',
    unit: 'GB/s',
    scale: 1,
    budgetMs: 60,
    baselines: (host) => [{ host, name: 'move only' }],
    goals: (topic, { name }) => (name === 'move only' || topic.endsWith('from memory') ? [] : [{ of: 'ratio', least: 0.4 }]),
    notes: [
      'The baseline moves the same pieces into the core’s memory and does nothing with them. From memory, that is a bare copy; the goal is against reading a file.',
    ],
  },
  {
    suite: 'rehash',
    title: 'A new key: all flows hashed, placed and summed again',
    item: 'flow',
    unit: 'M/s',
    scale: 1e3,
    budgetMs: 60,
    perCall: true,
    baselines: (host) => [{ host, name: 'release place, load, heat' }],
    goals: () => [{ of: 'rate', least: 1 }],
    notes: ['1 M flows/s is the 100 ms in which bars have to follow at 100,000 flows.'],
  },
  {
    suite: 'queue',
    title: 'Event queue, hold model: pop one, push it again later',
    item: 'event',
    unit: 'M/s',
    scale: 1e3,
    budgetMs: 60,
    baselines: () => [{ host: 'gcc -O3', name: 'the same in C' }],
    goals: (_topic, { host }) => (host.startsWith('gcc') ? [] : [{ of: 'ratio', least: 0.8 }]),
    notes: ['Waiting times are exponential, 20 us in the mean.'],
  },
  {
    suite: 'world',
    title: 'Whole emulation: bulk TCP over 10 Gb/s and 20 us, data and ACKs',
    item: 'packet',
    unit: 'Mpps',
    scale: 1e3,
    budgetMs: 120,
    baselines: () => [{ host: 'ns-3', name: 'ns-3' }],
    goals: (topic, { host }, baseline) =>
      host === 'ns-3' || topic.includes('10,000')
        ? []
        : [
            { of: 'rate', least: topic.startsWith('Hyper-V') ? 1 : 2 },
            ...(baseline?.host === 'ns-3' ? [{ of: 'ratio' as const, least: 60 }] : []),
          ],
    notes: [
      '10 Gb/s of full packets are 0.81 Mpps of data and 0.41 Mpps of ACKs: above 1.22 Mpps a saturated link runs faster than real time.',
      'With 10,000 flows a packet may take log 10,000 / log 64 = 2.2 times as long as with 64.',
    ],
  },
  {
    suite: 'features',
    title: 'What features cost that are off: worlds that use none of VMQ, TCP Chimney, VM Chimney and NetDMA, and follow no frame',
    item: 'packet',
    unit: 'Mpps',
    scale: 1e3,
    budgetMs: 120,
    baselines: (host) => [{ host, name: BARE }],
    goals: (_topic, { name }) => (name === BARE ? [] : [{ of: 'ratio', least: 0.95 }]),
    notes: ['The baseline has them compiled out; what it runs has the same fingerprint. Two runs of one core differ by up to 5 %.'],
  },
];
