// An answer as the engine gives it, small enough to check by hand, and a stage that has the page's tokens.
// Ten thousand packets on four queues: 4700, 2300, 1600, 1400; of queue 0's, 500 came without a hash.

import { fixture } from '@open-wc/testing';
import type { CaptureReport, Evaluation, FlowPage, FlowRow, KeySpread, Load, WhatIf } from '../../ui/analysis/types.ts';
import { installTheme } from '../../ui/components/theme.ts';
import type { CaptureView } from '../../ui/components/capture-results/capture-results.ts';
import { rssDefaults, type RssSettings } from '../../ui/features/rss.ts';

/** A fixture under the page's tokens, so that contrast is checked on real colours. */
export async function staged<T extends Element>(template: Parameters<typeof fixture>[0]): Promise<T> {
  installTheme(document);
  document.body.style.background = 'var(--nic-bg)';
  return fixture<T>(template);
}

export const load = (packets: number, flows = 1): Load => ({ packets, bytes: packets * 1000, flows });
export const nothing = load(0, 0);

const PACKETS = [4700, 2300, 1600, 1400];

export function evaluationOf(change: Partial<Evaluation> = {}): Evaluation {
  const queues = PACKETS.map((packets, queue) => ({
    queue,
    processor: queue,
    entries: 32,
    ...load(packets, 10 + queue),
    notHashed: queue === 0 ? load(500, 2) : nothing,
  }));
  return {
    settings: rssDefaults,
    measure: 'packets',
    server: {
      addresses: ['192.0.2.10'],
      because: '192.0.2.10 accepts most connections.',
      chosenBy: 'traffic',
      interfaces: [{ index: 0, packets: 14000 }],
      iface: 'every',
      candidates: [
        { addresses: ['192.0.2.10'], mac: null, share: 0.97, packetsIn: 10000, packetsOut: 4000, peers: 40 },
        { addresses: ['198.51.100.7'], mac: null, share: 0.2, packetsIn: 900, packetsOut: 2000, peers: 1 },
      ],
      ingressPackets: 10000,
      ingressBytes: 10000000,
      egressPackets: 4000,
      otherPackets: 0,
    },
    queues,
    processors: Array.from({ length: 8 }, (_, processor) => load(PACKETS[processor] ?? 0)),
    entries: { packets: new Float64Array(128).fill(10), bytes: new Float64Array(128).fill(10000) },
    notHashed: load(500, 2),
    total: load(10000, 46),
    verdict: {
      cause: 'elephant',
      sentence: 'Processor 0 takes 47 % of the received packets because one flow is 40 % of them.',
      advice: ['Spread this transfer over several connections.'],
      hottestProcessor: 0,
      hottestQueue: 0,
      share: 0.47,
      fairShare: 0.25,
      evenness: 0.53,
      structuralShare: 0.25,
      floorShare: 0.4,
      excess: { structure: 0, traffic: 0.24, key: -0.02 },
    },
    heat: {
      queues: 4,
      bins: 10,
      startNs: 0n,
      binNs: 1e8,
      packets: Float64Array.from({ length: 40 }, (_, cell) => cell),
      bytes: Float64Array.from({ length: 40 }, (_, cell) => cell * 1000),
    },
    notes: [],
    ...change,
  };
}

export const eightQueues: RssSettings = { ...rssDefaults, queues: 8, maxProcessors: 8 };

export const variants: WhatIf[] = [
  {
    id: 'table-balanced',
    label: 'A table made for this traffic',
    settings: { ...rssDefaults, tableEntries: 64 },
    share: 0.4,
    fairShare: 0.25,
    evenness: 0.62,
    sentence: 'It would be 40 %.',
  },
  {
    id: 'queues-double',
    label: '8 queues',
    settings: eightQueues,
    share: 0.49,
    fairShare: 0.125,
    evenness: 0.25,
    sentence: 'It would be 49 %.',
  },
];

export const keys: KeySpread = { keys: 64, p10: 0.41, median: 0.44, p90: 0.5, best: { key: 'ab'.repeat(40), share: 0.405 }, better: 0.75 };

export function flowRow(change: Partial<FlowRow> = {}): FlowRow {
  return {
    index: 0,
    source: '198.51.100.7:50000',
    destination: '192.0.2.10:443',
    protocol: 'TCP',
    vlan: null,
    packets: 4000,
    bytes: 4000000,
    direction: 1,
    hashType: 2,
    hashReason: 0,
    hash: 0x0f0c461c,
    entry: 28,
    queue: 0,
    processor: 0,
    tunnel: null,
    ...change,
  };
}

export const flowPage: FlowPage = {
  total: 120,
  rows: [
    flowRow(),
    flowRow({
      index: 1,
      source: '02:00:00:00:00:01',
      destination: 'ff:ff:ff:ff:ff:ff',
      protocol: 'ARP',
      hashType: 0,
      packets: 500,
      bytes: 30000,
    }),
  ],
};

export const report: CaptureReport = {
  name: 'web.pcapng',
  fileBytes: 12_300_000,
  format: 'pcapng',
  frames: 14000,
  wireBytes: 12_500_000,
  flows: 92,
  firstTsNs: 1_300_000_000_000_000_000n,
  lastTsNs: 1_300_000_001_000_000_000n,
  complete: true,
  fault: null,
  remarks: [
    { severity: 'info', id: 'snap', text: '12 frames were cut.' },
    { severity: 'warning', id: 'backwards', text: 'Time runs backwards at frame 7.' },
  ],
  seconds: 0.1,
};

export function viewOf(change: Partial<CaptureView> = {}): CaptureView {
  return {
    report,
    evaluation: evaluationOf(),
    baseline: null,
    pinned: null,
    settings: rssDefaults,
    server: { kind: 'auto' },
    variants,
    keys,
    whatIfBusy: false,
    flowPage,
    flowQuery: { filter: { kind: 'ingress' }, sort: 'packets', offset: 0, limit: 50 },
    ...change,
  };
}

/** The detail of the next event of a type that `act` leads to. */
export async function heard<T>(target: EventTarget, type: string, act: () => void): Promise<T> {
  const event = new Promise<T>((resolve) =>
    target.addEventListener(type, (fired) => resolve((fired as CustomEvent<T>).detail), { once: true }),
  );
  act();
  return event;
}

export const textOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
