// Random hosts for everything-documents.ts: every version of Windows, adapters that can do everything or little, copy engines, virtual machines.

import type { Random } from '../build/random.ts';
import type { MachineDraft } from './hyperv-stage.ts';
import type { HostDraft, NicDraft } from './world-stage.ts';

type Os = NonNullable<HostDraft['os']>;

/** Level of auto-tuning and first window. */
const windows = [
  ['normal', '8 KiB'],
  ['normal', '64 KiB'],
  ['disabled', '8 KiB'],
  ['disabled', '1 MiB'],
  ['restricted', '16 KiB'],
  ['highlyrestricted', '64 KiB'],
  ['experimental', '64 KiB'],
  ['experimental', '8 KiB'],
] as const;

export function tcpDraft(random: Random): HostDraft['tcp'] {
  const [autoTuning, receiveWindow] = random.pick(windows);
  return {
    timestamps: random.oneIn(2),
    ecn: random.oneIn(4),
    sack: !random.oneIn(4),
    nagle: !random.oneIn(3),
    congestion: random.pick(['ctcp', 'newreno'] as const),
    autoTuning,
    receiveWindow,
    delayedAck: random.pick(['200 ms', '10 ms', '0 ms']),
    minRto: random.pick(['300 ms', '20 ms']),
    initialWindow: random.pick([1, 2, 10]),
    // Nothing of this is to fail for too few of them.
    dataRetransmissions: 30,
    synRetransmissions: 16,
  };
}

export function nicDraft(random: Random, name: string, mtu: number, rebalancing: boolean): NicDraft {
  return {
    name,
    speed: random.pick(['1 Gb/s', '10 Gb/s', '10 Gb/s', '40 Gb/s'] as const),
    mtu,
    queues: random.pick([1, 2, 4, 8]),
    receiveDescriptors: random.pick([16, 64, 512]),
    transmitDescriptors: random.pick([8, 16, 512]),
    dmaDelay: random.pick(['0 us', '1 us', '3 us']),
    interrupts: random.pick(['msix', 'msix', 'msi', 'line'] as const),
    moderation: random.pick([
      { mode: 'off' },
      { mode: 'fixed', rate: random.pick([2000, 20_000]) },
      { mode: 'adaptive', lowest: 4000, highest: 40_000 },
      { mode: 'adaptive' },
    ] as const),
    checksumOffload: !random.oneIn(5),
    lsoV1: random.oneIn(2),
    lsoV2: !random.oneIn(3),
    rss: {
      enabled: !random.oneIn(5),
      maxProcessors: random.pick([1, 2, 4, 16]),
      baseProcessor: random.pick([0, 0, 1]),
      tableEntries: random.pick([8, 64, 128]),
      numaNode: random.oneIn(3) ? 1 : undefined,
      rebalancing: rebalancing && random.oneIn(2),
    },
    capabilities: {
      chimneyIPv4: !random.oneIn(3),
      chimneyIPv6: !random.oneIn(3),
      chimneyConnections: random.pick([1, 3, 1024]),
      vmqQueues: random.pick([0, 1, 2, 7]),
      vmqVlanFilter: !random.oneIn(4),
      vmqLookaheadSplit: !random.oneIn(4),
    },
    connectionOffload: random.oneIn(4) ? {} : { ipv4: true, ipv6: true },
    vmq: { preference: random.pick(['rss', 'vmq', 'vmq'] as const), enabled: !random.oneIn(5), lookaheadSplit: random.oneIn(2) },
    team: random.oneIn(8) ? { member: true, rss: random.oneIn(2), chimney: random.oneIn(2), vmq: random.oneIn(2) } : {},
  };
}

function windowsDraft(random: Random, os: Os, hyperV: boolean): HostDraft['windows'] {
  const chimney = os === 'ws2008r2' ? (['enabled', 'enabled', 'automatic', 'disabled'] as const) : (['enabled', 'disabled'] as const);
  return {
    edition: hyperV ? 'enterprise' : random.pick(['standard', 'enterprise', 'datacenter'] as const),
    netsh: {
      rss: random.oneIn(6) ? 'disabled' : undefined,
      chimney: random.oneIn(5) ? undefined : random.pick(chimney),
      netdma: random.oneIn(4) ? undefined : 'enabled',
      dca: random.oneIn(3) ? 'enabled' : undefined,
      taskOffload: random.oneIn(8) ? 'disabled' : undefined,
    },
    registry: {
      EnableRSS: random.oneIn(4) ? 0 : undefined,
      EnableTCPChimney: random.oneIn(4) ? undefined : 1,
      EnableTCPA: random.oneIn(4) ? undefined : 1,
      MaxNumRssCpus: random.oneIn(3) ? random.pick([1, 2, 8]) : undefined,
      TenGigVmqEnabled: random.pick([1, 1, 2]),
      BelowTenGigVmqEnabled: random.pick([1, 1, 0]),
    },
    chimneyBehaviour: { optionalUploads: random.oneIn(2), retroactive: random.oneIn(2) },
    automaticChimney: { linkSpeed: 0, bytes: random.pick([0, 20_000]) },
    chimneyPorts: random.oneIn(4) ? [{ state: 'disabled', localPort: 5001 }] : [],
    roles: { hyperV, nlb: random.oneIn(8), nat: random.oneIn(8), failoverCluster: random.oneIn(8) },
    software: { ipsecPolicy: random.oneIn(8), networkMonitor: random.oneIn(8) },
  };
}

export function hostDraft(random: Random, name: string, hyperV: boolean, nics: NicDraft[]): HostDraft {
  const os: Os = hyperV ? random.pick(['ws2008r2', 'ws2008r2', 'ws2008']) : random.pick(['ws2003sp2', 'ws2008', 'ws2008r2', 'ws2008r2']);
  return {
    name,
    os,
    processors: {
      sockets: random.pick([1, 2]),
      coresPerSocket: random.pick([2, 4]),
      threadsPerCore: random.pick([1, 2]),
      numaNodes: random.pick([1, 2]),
      class: random.pick(['core2', 'nehalem', 'netburst'] as const),
    },
    costs: {
      rebalance_interval: 2000,
      toe_latency: random.pick([20, 100, 500]),
      toe_packet_rate: random.pick([0.1, 1, 10]),
      toe_queue: random.pick([4, 64, 512]),
      channel_frames: random.pick([32, 1024]),
      dma_min_fragment: random.pick([0, 64, 1024]),
    },
    tcp: tcpDraft(random),
    windows: windowsDraft(random, os, hyperV),
    chipset: {
      copyEngine: !random.oneIn(3),
      cacheAccess: random.oneIn(2),
      channels: random.pick([1, 2, 4]),
      leastCopy: random.pick([0, 900, 2048]),
      maximumTransfer: random.pick([4096, 65_536]),
    },
    nics,
  };
}

export function machines(random: Random, count: number, firstName: number): MachineDraft[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `vm${firstName + at + 1}`,
    guest: random.pick(['ws2008r2', 'ws2008r2', 'win7', 'ws2008', 'vista', 'older'] as const),
    network: 'ext',
    vlan: random.pick([0, 0, 7]),
    processors: 1 + random.below(2),
    integrationServices: !random.oneIn(8),
    optimizations: !random.oneIn(3),
    adapter: random.pick(['synthetic', 'synthetic', 'synthetic', 'legacy'] as const),
    chimney: random.pick([undefined, 'enabled' as const]),
    tcp: tcpDraft(random),
  }));
}

/** An adapter with queues for virtual machines, and nothing in their way. */
export function vmqReady(random: Random, host: HostDraft): void {
  const [lan] = host.nics;
  host.os = 'ws2008r2';
  host.windows = { ...host.windows, registry: { ...host.windows?.registry, TenGigVmqEnabled: 1, BelowTenGigVmqEnabled: 1 } };
  host.nics[0] = {
    ...lan!,
    interrupts: 'msix',
    capabilities: { ...lan!.capabilities, vmqQueues: 1 + random.below(4), vmqVlanFilter: true },
    vmq: { preference: 'vmq', vlanFiltering: !random.oneIn(6), lookaheadSplit: random.oneIn(2) },
    team: {},
  };
}
