// Settings to start from: a capable computer of the time with a fresh installation of a version. The version's own values come last.

import { type OsId, versions } from './os/versions.ts';
import { applyChanges, changeTo } from './setting-paths.ts';
import type { WindowsSettings } from './settings.ts';
import { assumed } from './sources.ts';

/** Why the thresholds of the automatic mode have the values below. */
export const automaticEvidence = assumed(
  'The three figures are widely quoted; no primary source at hand states them. 130 KB are taken as 133,120 bytes.',
);

const capable: WindowsSettings = {
  host: {
    os: 'ws2008r2',
    edition: 'enterprise',
    platform: 'x64',
    processors: { cores: 8, threadsPerCore: 1 },
    chipset: { ioat: true, dca: true },
    firmware: { ioat: true, dca: true, hyperThreading: true },
    netsh: { rss: 'enabled', chimney: 'disabled', netdma: 'disabled', dca: 'disabled', taskOffload: 'enabled' },
    chimneyPorts: [],
    chimneyApplications: [],
    registry: {
      EnableRSS: null,
      EnableTCPChimney: null,
      EnableTCPA: null,
      DisableTaskOffload: null,
      MaxNumRssCpus: null,
      RssBaseCpu: null,
      TenGigVmqEnabled: 0,
      BelowTenGigVmqEnabled: 0,
    },
    roles: { hyperV: false, nlb: false, nat: false, failoverCluster: false },
    software: { windowsFirewall: true, otherFirewall: 'none', ipsecPolicy: false, networkMonitor: false },
    updates: [],
  },
  adapter: {
    linkBps: 10e9,
    driverNdis: '6.20',
    capabilities: {
      rss: true,
      rssQueues: 8,
      msiX: true,
      checksum: true,
      lsoV1: true,
      lsoV2: true,
      moderation: true,
      chimneyIPv4: true,
      chimneyIPv6: true,
      chimneyConnections: 1024,
      vmqQueues: 16,
      vmqVlanFilter: true,
      vmqLookaheadSplit: true,
    },
    properties: {
      rss: true,
      rssBaseProcNumber: 0,
      rssBaseProcGroup: 0,
      maxRssProcessors: 16,
      checksum: true,
      lsoV1: true,
      lsoV2: true,
      moderation: true,
      chimneyIPv4: true,
      chimneyIPv6: true,
      vmq: true,
      vmqVlanFiltering: true,
      vmqLookaheadSplit: true,
      rssOrVmqPreference: 0,
    },
    team: { member: false, rss: false, chimney: false, vmq: false },
    binding: 'tcpip',
    offloadedConnections: 0,
  },
  virtualMachine: {
    guest: 'ws2008r2',
    integrationServices: true,
    adapter: 'synthetic',
    network: 'external',
    optimizations: false,
    vlan: 0,
    chimney: 'automatic',
    queuesTaken: 0,
  },
  connection: {
    family: 'ipv4',
    state: 'established',
    path: 'network',
    localPort: 49_152,
    remotePort: 445,
    application: 'System',
    roundTripMs: 1,
    bytesMoved: 1_000_000,
    openedBefore: false,
    ipsec: false,
    ipv4Options: false,
    uploadedByFirewall: false,
  },
  assumptions: { chimneyAutomatic: { linkBps: 10e9, roundTripMs: 20, bytes: 130 * 1024 } },
};

/** @param updates installed; those that change settings change them */
export function defaultSettings(os: OsId, updates: readonly string[] = []): WindowsSettings {
  const version = versions[os];
  const installed = version.updates.filter(({ id }) => updates.includes(id)).flatMap(({ sets }) => sets ?? []);
  return applyChanges(capable, [changeTo('host.os', os), ...version.initial, ...installed, changeTo('host.updates', updates)]);
}
