// Windows Server 2003 SP2: the Scalable Networking Pack, with TCP Chimney, RSS and NetDMA switched in the registry and on by default.

import { changeTo } from '../setting-paths.ts';
import {
  assumed, KB2643970, KB912222, LARGE_SENDS, NDIS_620_LIMITS, OFFLOAD_KEYWORDS, OVERVIEW, REGISTRY_2003, RSS_WITH_NAT_2003,
} from '../sources.ts'; // prettier-ignore
import { tcpGlobals2003 } from './tcp-globals.ts';
import { allows, blocks, has, initial, lacks, switchAt, type WindowsVersion } from './version.ts';

const notYet = assumed('It came with a later version.');
const asIn2008 = assumed('The table is written for Windows Server 2008; the 2003 stack is taken to behave alike.');
const driver = { ndis: '5.2', evidence: assumed('The Scalable Networking Pack brought NDIS 5.2 for offloads.') } as const;

export const ws2003sp2: WindowsVersion = {
  label: 'Windows Server 2003 SP2',
  comparisonOnly: false,
  ndis: '5.2',
  platforms: ['x86', 'x64', 'itanium'],
  processorLimit: { x86: 32, x64: 64, itanium: 64 },
  processorLimitEvidence: NDIS_620_LIMITS,
  features: {
    'rss': has(KB912222),
    'vmq': lacks(OVERVIEW),
    'chimney': has(KB912222),
    'vm-chimney': lacks(OVERVIEW),
    'netdma': has(KB912222),
    'dca': lacks(assumed('Direct Cache Access is part of NetDMA 2.0, which came with Windows Server 2008.')),
    'checksum': has(OFFLOAD_KEYWORDS),
    'lso-v1': has(LARGE_SENDS),
    'lso-v2': lacks(LARGE_SENDS),
    'moderation': has(assumed('Drivers of the time had it; NDIS has had a common switch since 6.0.')),
  },
  missing: [
    { settings: 'host.netsh', evidence: REGISTRY_2003 },
    { settings: 'host.chimneyPorts', evidence: notYet },
    { settings: 'host.chimneyApplications', evidence: notYet },
    { settings: 'host.roles.hyperV', evidence: notYet },
    { settings: 'virtualMachine', evidence: notYet },
  ],
  hyperV: { platforms: [], platformEvidence: notYet, editions: [], editionEvidence: notYet },
  switches: {
    rss: switchAt('host.registry.EnableRSS', 0, 1, REGISTRY_2003),
    chimney: switchAt('host.registry.EnableTCPChimney', 0, 1, REGISTRY_2003),
    netdma: switchAt('host.registry.EnableTCPA', 0, 1, REGISTRY_2003),
  },
  chimneyModes: ['disabled', 'enabled'],
  drivers: { rss: driver, chimney: driver, vmq: driver },
  rss: {
    nlb: blocks(RSS_WITH_NAT_2003),
    nat: blocks(RSS_WITH_NAT_2003),
  },
  chimney: {
    hyperV: allows(notYet),
    nlb: blocks(asIn2008),
    nat: blocks(asIn2008),
    anyIpsecPolicy: blocks(asIn2008),
    firewallUploads: lacks(assumed('The issue is listed for Windows Server 2008 R2.')),
  },
  vmqDefault: { tenGig: false, below: false, evidence: notYet },
  initial: [
    initial('adapter.driverNdis', '5.2', driver.evidence),
    initial('adapter.properties.chimneyIPv4', true, assumed('On by default, as the operating system’s switch.')),
    initial('adapter.properties.chimneyIPv6', true, assumed('On by default, as the operating system’s switch.')),
  ],
  tcpGlobals: tcpGlobals2003,
  updates: [
    {
      id: 'KB 948496',
      features: ['rss', 'chimney', 'netdma'],
      message: 'This update turned the Scalable Networking Pack off.',
      evidence: KB2643970,
      sets: [
        changeTo('host.registry.EnableRSS', 0),
        changeTo('host.registry.EnableTCPChimney', 0),
        changeTo('host.registry.EnableTCPA', 0),
      ],
    },
  ],
};
