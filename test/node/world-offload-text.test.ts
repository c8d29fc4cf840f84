// Sections of a report's text that only some worlds have, from reports made by hand.

import { describe, expect, it } from '#test';
import { chimneyLines, netdmaLines, virtualLines, vmqLines } from '../../ui/cli/world-offload-text.ts';
import { Rates } from '../../ui/cli/world-rates.ts';
import type { VirtualMachineReport, VirtualReport, VmqQueueReport } from '../../ui/scenario/virtual-report.ts';
import type { ChimneyReport, CopyEngineReport, WorldReport } from '../../ui/scenario/world-report.ts';

const MS = 1e9;
const rates = new Rates(100 * MS);
const plain = (lines: readonly string[]) => lines.map((line) => line.replaceAll('\u00a0', ' '));

const machine = (name: string, changes: Partial<VirtualMachineReport>): VirtualMachineReport => ({
  name,
  host: 1,
  on: 0,
  nic: 1,
  switch: 0,
  paused: false,
  processors: [1],
  asksForQueue: true,
  queue: 0,
  receivedFrames: 0,
  receivedBytes: 0,
  sentFrames: 0,
  sentBytes: 0,
  droppedIn: 0,
  droppedOut: 0,
  queueFrames: 0,
  defaultFrames: 0,
  copiedBytes: 0,
  directBytes: 0,
  signals: 0,
  sendSignals: 0,
  lateReturns: 0,
  migrations: 0,
  chargedPs: [10 * MS, 20 * MS],
  hostPs: [5 * MS],
  ...changes,
});

const queue = (number: number, changes: Partial<VmqQueueReport>): VmqQueueReport => ({
  queue: number,
  state: 'Running',
  processor: number,
  machine: null,
  frames: 0,
  bytes: 0,
  drops: 0,
  filters: 1,
  discards: 0,
  held: 0,
  ...changes,
});

const virtual: VirtualReport = {
  switches: [
    {
      host: 0,
      name: 'External',
      kind: 'external',
      framesIn: 1000,
      bytesIn: 0,
      groupIn: 0,
      framesOut: 900,
      bytesOut: 1_250_000,
      groupOut: 0,
      replicated: 0,
      flooded: 3,
      droppedIn: 40,
      droppedOut: 60,
      pending: 0,
      learned: 0,
    },
  ],
  machines: [
    machine('vm1', { queue: 1, sentBytes: 12_500, directBytes: 6e6 }),
    machine('vm2', { processors: [2, 3], copiedBytes: 2e6, droppedIn: 7 }),
  ],
  adapters: [
    {
      nic: 0,
      vlanFilter: true,
      split: true,
      filters: 1,
      refused: 0,
      defaultFrames: 250,
      frames: 1000,
      queues: [queue(1, { machine: 'vm1', frames: 750, held: 5 }), queue(2, { state: 'Undefined', filters: 0 })],
    },
  ],
};

const world = (changes: object): WorldReport =>
  ({
    hosts: [{ name: 'server' }, { name: 'vm1' }],
    nics: [
      { host: 0, name: 'lan', queues: [{ processor: 0, drops: 2 }] },
      { host: 1, name: 'net', queues: [], receivedBytes: 12_500_000 },
    ],
    connections: [],
    ...changes,
  }) as unknown as WorldReport;

describe('text of virtual machines', () => {
  it('has a row for each, with its work and that of the host, and the networks', () => {
    expect(plain(virtualLines(world({ virtual }), rates))).to.deep.equal([
      'Virtual machines',
      '  machine  on      processors  frames by      own work  host’s           in          out   copied  by the adapter  dropped',
      '  vm1      server  1           queue 1          30.0 %   5.0 %  1.00 Gbit/s  1.00 Mbit/s      0 B         6.00 MB        0',
      '  vm2      server  2 3         default queue    30.0 %   5.0 %  1.00 Gbit/s      0 bit/s  2.00 MB             0 B        7',
      '  network server, External (external): in 10,000 frames/s, out 9,000 frames/s, 100 Mbit/s; 3 to every port, 100 dropped',
      '',
    ]);
  });

  it('has the queues that are in use, and the share of the default queue', () => {
    expect(plain(vmqLines(world({ virtual })))).to.deep.equal([
      'Virtual machine queues',
      '  server.lan: 25.0 % of the frames by the default queue; 1 of 2 queues in use',
      '    queue    state    handled by   of             frames   share  dropped  held',
      '    default           processor 0  all others        250  25.0 %        2',
      '    queue 1  Running  processor 1  vm1, 1 filter     750  75.0 %        0     5',
      '',
    ]);
  });

  it('is not there without', () => {
    expect(virtualLines(world({}), rates)).to.deep.equal([]);
    expect(vmqLines(world({}))).to.deep.equal([]);
  });
});

const chimney = (changes: Partial<ChimneyReport>): Partial<ChimneyReport> => ({
  reason: 'None',
  paused: false,
  capacity: 16,
  offloading: 1,
  offloaded: 2,
  uploading: 0,
  offloads: 5,
  uploads: 2,
  uploadReasons: { SmallIo: 2 },
  receivedData: 9e6,
  copiedData: 1e6,
  engine: { served: 50_000, busyPs: 50 * MS, drops: 3, peak: 512 } as ChimneyReport['engine'],
  ...changes,
});

const withChimney = (changes: Partial<ChimneyReport> = {}) =>
  world({
    nics: [{ host: 0, name: 'lan', queues: [], chimney: chimney(changes) }],
    connections: [
      { host: 0, offload: { state: 'Offloaded', reason: 'None' } },
      { host: 0, offload: { state: 'InHost', reason: 'Room' } },
      { host: 0, offload: { state: 'InHost', reason: 'None' } },
      { host: 1, offload: { state: 'InHost', reason: 'None' } },
    ],
  });

describe('text of TCP Chimney', () => {
  it('tells connections with reasons, the engine, and who placed the data', () => {
    expect(plain(chimneyLines(withChimney(), rates))).to.deep.equal([
      'TCP Chimney',
      '  server.lan: offload is allowed',
      '    in the adapter  2 of 16 connections, 1 on their way; ever 5 offloaded, 2 came back',
      '    came back       2 as requests were small',
      '    connections     1 offloaded, 1 in the host (room in the adapter), 1 in the host',
      '    engine          500,000 packets/s, 50.0 % busy, 3 dropped, at most 512 waiting',
      '    received        8.00 MB into posted buffers, 1.00 MB copied by processors',
      '',
    ]);
  });

  it('says what keeps everything in the host, and what would be needed', () => {
    const [, first] = chimneyLines(withChimney({ reason: 'Nlb' }), rates);
    expect(first).to.equal(
      '  server.lan: nothing is offloaded: Network Load Balancing. Needed: Network Load Balancing does not stand against chimney.',
    );
    expect(chimneyLines(withChimney({ paused: true }), rates)[1]).to.equal('  server.lan: offload is paused');
    expect(chimneyLines(world({}), rates)).to.deep.equal([]);
  });
});

describe('text of NetDMA', () => {
  it('tells who copied, why not the engine, and its channels', () => {
    const none = { copies: 0, bytes: 0 };
    const copyEngine: Partial<CopyEngineReport> = {
      version: '2.1',
      netDma: true,
      cacheAccess: false,
      coldBytes: 3e6,
      warmBytes: 1e6,
      engineBytes: 4e6,
      declined: {
        off: none,
        offloaded: none,
        outOfOrder: none,
        notPosted: { copies: 3, bytes: 1e6 },
        belowThreshold: { copies: 9, bytes: 3e6 },
        smallFragment: none,
        ringFull: none,
        halted: none,
        aborted: none,
      },
      channels: [
        { channel: 0, processor: 1, state: 'Idle', descriptors: 1000, bytes: 4e6, busyPs: 2 * MS, queued: 4, peak: 9 },
      ] as CopyEngineReport['channels'],
    };
    const { hosts } = world({ hosts: [{ name: 'server', copyEngine }, { name: 'plain' }] });
    expect(plain(netdmaLines(hosts, rates))).to.deep.equal([
      'NetDMA',
      '  server: NetDMA 2.1 on, Direct Cache Access off',
      '    received copies 4.00 MB by the engine (50.0 %), by processors 3.00 MB cold and 1.00 MB warm',
      '    by processors   1.00 MB no buffer posted, 3.00 MB request below the least copy',
      '    channel    of           state   busy  waiting  most    moved  a descriptor',
      '    channel 0  processor 1  Idle   2.0 %        4     9  4.00 MB          2 µs',
      '',
    ]);
    expect(netdmaLines([], rates)).to.deep.equal([]);
  });
});
