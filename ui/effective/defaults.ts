// Settings to start from: a capable computer of the time with a fresh installation of a version. Values of the registry are absent, keywords
// of the adapter stand at their defaults; the version's own values come last.

import { type OsId, versions } from './os/versions.ts';
import { defaultOrNewest, type PropertyName } from './registry-values.ts';
import { applyChanges, changeTo } from './setting-paths.ts';
import type { WindowsSettings } from './settings.ts';
import { assumed } from './sources.ts';

/** Why the thresholds of the automatic mode have the values below. */
export const automaticEvidence = assumed(
  'The three figures are widely quoted; no primary source at hand states them. 130 KB are taken as 133,120 bytes.',
);

type Properties = WindowsSettings['adapter']['properties'];

/** A keyword as a property: on or off, or its number. A version that lacks it has the value of the newest, and does not read it. */
const isOn = (os: OsId, name: PropertyName): boolean => defaultOrNewest(os, `adapter.properties.${name}`) !== 0;
const number = (os: OsId, name: PropertyName): number => defaultOrNewest(os, `adapter.properties.${name}`);

const installedProperties = (os: OsId): Properties => ({
  rss: isOn(os, 'rss'),
  rssBaseProcNumber: number(os, 'rssBaseProcNumber'),
  rssBaseProcGroup: number(os, 'rssBaseProcGroup'),
  maxRssProcessors: number(os, 'maxRssProcessors'),
  checksum: isOn(os, 'checksum'),
  lsoV1: isOn(os, 'lsoV1'),
  lsoV2: isOn(os, 'lsoV2'),
  moderation: isOn(os, 'moderation'),
  chimneyIPv4: isOn(os, 'chimneyIPv4'),
  chimneyIPv6: isOn(os, 'chimneyIPv6'),
  vmq: isOn(os, 'vmq'),
  vmqVlanFiltering: isOn(os, 'vmqVlanFiltering'),
  vmqLookaheadSplit: isOn(os, 'vmqLookaheadSplit'),
  rssOrVmqPreference: number(os, 'rssOrVmqPreference') as Properties['rssOrVmqPreference'],
});

const capable = (os: OsId): WindowsSettings => ({
  host: {
    os,
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
    properties: installedProperties(os),
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
});

/** @param updates installed; those that change settings change them */
export function defaultSettings(os: OsId, updates: readonly string[] = []): WindowsSettings {
  const version = versions[os];
  const installed = version.updates.filter(({ id }) => updates.includes(id)).flatMap(({ sets }) => sets ?? []);
  return applyChanges(capable(os), [...version.initial, ...installed, changeTo('host.updates', updates)]);
}
