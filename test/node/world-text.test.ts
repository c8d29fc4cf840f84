// The text of a report: every number of it worked out by hand from a report made by hand.

import { describe, expect, it } from '#test';
import { worldText } from '../../ui/cli/world-text.ts';
import type { ConnectionReport, HostReport, NicReport, WorldReport } from '../../ui/scenario/world-report.ts';
import { validateScenario } from '../../ui/scenario/validate.ts';
import type { Scenario } from '../../ui/scenario/schema.ts';
import { twoHosts } from '../scenario/documents.ts';

const MS = 1e9;

const counters = {
  ip: { received: 0, delivered: 0, headerErrors: 0, addressErrors: 0, discards: 0, checksumErrors: 0 },
  udp: { in: 0, out: 0, noPorts: 0, discards: 0 },
  icmp: { in: 0, out: 0 },
  tcp: {
    activeOpens: 0,
    passiveOpens: 1,
    attemptFails: 0,
    establishedResets: 0,
    segmentsIn: 1234,
    segmentsOut: 600,
    segmentsRetransmitted: 0,
    resetsOut: 0,
  },
} satisfies Partial<HostReport>;

const nicOf = (changes: Partial<NicReport>): NicReport => ({
  host: 0,
  name: 'lan',
  mac: '00:00:5e:00:53:00',
  sentFrames: 0,
  sentBytes: 0,
  largeSends: 0,
  arrivedFrames: 0,
  arrivedBytes: 0,
  receivedFrames: 0,
  receivedBytes: 0,
  indicatedFrames: 0,
  interrupts: 0,
  tableChanges: 0,
  dropped: { crc: 0, filtered: 0, noBuffer: 0, tooLong: 0, noCable: 0, noMemory: 0 },
  chargedPs: [],
  queues: [],
  table: [],
  ...changes,
});

const queueOf = (queue: number, frames: number) => ({
  queue,
  processor: queue,
  depth: 0,
  peak: 9,
  frames,
  bytes: 0,
  drops: queue,
  interrupts: 100,
  dpcs: 0,
  waitPs: 0,
  transmitDepth: 0,
});

const connectionOf = (id: number, changes: Partial<ConnectionReport> = {}): ConnectionReport => ({
  id,
  host: 0,
  app: 0,
  role: 'server',
  transport: 'tcp',
  local: '192.0.2.1:5001',
  remote: `192.0.2.2:${49152 + id}`,
  state: 'Established',
  processor: null,
  dpcProcessor: 1,
  queue: 0,
  congestionWindow: 29_200,
  slowStartThreshold: 0,
  delayWindow: 0,
  sendWindow: 0,
  receiveWindow: 0,
  inFlight: 0,
  smoothedRttPs: 120_000_000,
  retransmitted: 3,
  sentBytes: id,
  ackedBytes: 0,
  receivedBytes: 0,
  readBytes: 0,
  exchanges: 0,
  chargedPs: [],
  ...changes,
});

/** Half a second. */
const report: WorldReport = {
  timePs: 500 * MS,
  events: 1_234_567,
  fingerprint: '0123456789abcdef',
  faults: [],
  hosts: [
    {
      name: 'server',
      kind: 'modelled',
      processors: [
        {
          host: 0,
          number: 0,
          idlePs: 250 * MS,
          threadPs: 0,
          dpcPs: 0,
          interruptPs: 0,
          classesPs: [50 * MS, 25 * MS, 0, 0.1 * MS, 100 * MS, 74.9 * MS, 0, 0],
          queued: 0,
          preemptions: 0,
          costs: [],
        },
        {
          host: 0,
          number: 1,
          idlePs: 500 * MS,
          threadPs: 0,
          dpcPs: 0,
          interruptPs: 0,
          classesPs: [0, 0, 0, 0, 0, 0, 0, 0],
          queued: 0,
          preemptions: 0,
          costs: [],
        },
      ],
      ...counters,
    },
    { name: 'client', kind: 'ideal', processors: [], ...counters },
  ],
  nics: [
    nicOf({
      sentFrames: 1000,
      sentBytes: 64_000,
      arrivedFrames: 40_000,
      arrivedBytes: 60_720_000,
      receivedFrames: 39_000,
      receivedBytes: 59_202_000,
      interrupts: 5000,
      dropped: { crc: 2, filtered: 0, noBuffer: 1000, tooLong: 0, noCable: 0, noMemory: 0 },
      queues: [queueOf(0, 30_000), queueOf(1, 9000)],
    }),
    nicOf({ host: 1, mac: '00:00:5e:00:53:01', queues: [{ ...queueOf(0, 0), processor: null }] }),
  ],
  paths: [
    { link: 0, direction: 0, frames: 0, bytes: 0, lost: 7, duplicated: 0, reordered: 2, corrupted: 0, arrived: 0 },
    { link: 0, direction: 1, frames: 0, bytes: 0, lost: 0, duplicated: 0, reordered: 0, corrupted: 1, arrived: 0 },
  ],
  switches: [
    { name: 'middle', framesIn: 0, flooded: 0, ports: [0, 1].map((drops) => ({ sentFrames: 0, drops, queuedBytes: 0, peakBytes: 0 })) },
  ],
  apps: [
    {
      app: 'bulk',
      label: 'bulk, client to server:5001',
      clientHost: 1,
      serverHost: 0,
      opened: 4,
      established: 3,
      failed: 1,
      finished: 0,
      receivedBytes: 62_500_000,
      serverReceivedBytes: 56_250_000,
      exchanges: 2000,
      latency: { count: 2000, meanPs: 20_000_000, minPs: 9_000_000, maxPs: 1_500_000_000, p50Ps: 15_000_000, p90Ps: 40_000_000, p99Ps: 0 },
    },
  ],
  connections: [connectionOf(0, { receivedBytes: 2_000_000 }), connectionOf(1, { processor: 0 })],
  packetsInFlight: 0,
};

const scenarioOf = (document: unknown): Scenario => {
  const result = validateScenario(document);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.scenario;
};
const scenario = scenarioOf(twoHosts({ title: 'Two hosts' }));

const text = (changes: Partial<WorldReport> = {}) => worldText(scenario, { ...report, ...changes });

describe('text of a report', () => {
  it('says everything, with rates over the whole run', () => {
    expect(text().split('\n')).to.deep.equal([
      'Two hosts: 500 ms of virtual time, 1,234,567 events',
      '',
      'server',
      '  processor    load  Interrupt    Dpc  Driver     Ndis   TcpIp    Copy  Switch  Application',
      '  0          50.0 %     10.0 %  5.0 %     0 %  < 0.1 %  20.0 %  15.0 %     0 %          0 %',
      '  1             0 %        0 %    0 %     0 %      0 %     0 %     0 %     0 %          0 %',
      '  server.lan  00:00:5e:00:53:00',
      '    sent         2,000 frames/s  1.02 Mbit/s',
      '    arrived     80,000 frames/s   972 Mbit/s',
      '    received    78,000 frames/s   947 Mbit/s',
      '    interrupts         10,000/s',
      '    dropped     2 with a wrong check sequence, 1,000 without a receive buffer',
      '    queue 0  processor 0  60,000 frames/s  200 interrupts/s  at most 9 frames waiting  0 dropped',
      '    queue 1  processor 1  18,000 frames/s  200 interrupts/s  at most 9 frames waiting  1 dropped',
      '  TCP segments: 1,234 in, 600 out, 0 of them again',
      '',
      'client',
      '  ideal: nothing costs anything',
      '  client.lan  00:00:5e:00:53:01',
      '    sent        0 frames/s  0 bit/s',
      '    arrived     0 frames/s  0 bit/s',
      '    received    0 frames/s  0 bit/s',
      '    interrupts         0/s',
      '    dropped     nothing',
      '  TCP segments: 1,234 in, 600 out, 0 of them again',
      '',
      'Lost and changed on the way',
      '  client.lan to server.lan: 7 lost, 2 reordered',
      '  server.lan to client.lan: 1 corrupted',
      '  middle, port 1: 1 frame found the queue full',
      '',
      'Applications',
      '  bulk, client to server:5001',
      '    connections 4 opened, 3 established, 0 finished, 1 failed',
      '    goodput     900 Mbit/s to the server, 100 Mbit/s to clients',
      '    exchanges   2,000, 4,000/s',
      '    latency     mean 20 µs, least 9 µs, median 15 µs, 90 % 40 µs, 99 % 0 s, most 1.50 ms',
      '',
      'Connections',
      '  host    local           remote           state        thread on  DPC on  sent  received   window  round trip  again',
      '  server  192.0.2.1:5001  192.0.2.2:49152  Established          –       1   0 B   2.00 MB  29.2 kB      120 µs      3',
      '  server  192.0.2.1:5001  192.0.2.2:49153  Established          0       1   1 B       0 B  29.2 kB      120 µs      3',
      '',
      'fingerprint 0123456789abcdef',
      '',
    ]);
  });

  it('lists the twenty busiest connections', () => {
    const connections = Array.from({ length: 25 }, (_, id) => connectionOf(id));
    const lines = text({ connections }).split('\n');
    const first = lines.indexOf('Connections, the busiest 20');
    expect(first).to.be.above(0);
    expect(lines[first + 2]).to.contain(`192.0.2.2:${49152 + 24}`);
    expect(lines[first + 21]).to.contain(`192.0.2.2:${49152 + 5}`);
    expect(lines[first + 22]).to.equal('  and 5 more');
  });

  it('leaves out what there is none of, and divides by no time', () => {
    const short = text({ timePs: 0, events: 0, paths: [], switches: [], apps: [], connections: [] });
    expect(short.split('\n')[0]).to.equal('Two hosts: 0 s of virtual time, 0 events');
    expect(short).to.not.match(/NaN|Infinity|Applications|Connections|Lost/);
    expect(short).to.match(/0 of them again\n\nfingerprint 0123456789abcdef\n$/);
  });
});
