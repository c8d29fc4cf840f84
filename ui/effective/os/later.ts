// Windows Server 2012 and later, to compare with: what became of the features. Not emulated.
// Leaves out: what those versions added (profiles, dynamic VMQ, RSC, vRSS).

import {
  assumed, CHIMNEY_COMPATIBILITY, CHIMNEY_DEFAULTS, LARGE_SENDS, MODERATION, NDIS_630, OFFLOAD_KEYWORDS, RSS_KEYWORDS, source,
  VMQ_10_GB, VMQ_KEYWORDS,
} from '../sources.ts'; // prettier-ignore
import { tcpGlobals2008r2 } from './tcp-globals.ts';
import { allows, blocks, has, initial, lacks, switchAt, type WindowsVersion } from './version.ts';

const asInR2 = assumed('Taken from Windows Server 2008 R2, for comparison only.');
const driver = { ndis: '6.0', evidence: asInR2 } as const;

export const later: WindowsVersion = {
  label: 'Windows Server 2012 and later',
  comparisonOnly: true,
  ndis: '6.30',
  platforms: ['x64'],
  processorLimit: { x86: 32, x64: 64, itanium: 64 }, // of one group
  processorLimitEvidence: asInR2,
  features: {
    'rss': has(RSS_KEYWORDS),
    'vmq': has(VMQ_KEYWORDS),
    'chimney': has(source('windows-driver-docs: Introduction to NDIS 6.70 (deprecated)')),
    'vm-chimney': lacks(NDIS_630),
    'netdma': lacks(NDIS_630),
    'dca': lacks(NDIS_630),
    'checksum': has(OFFLOAD_KEYWORDS),
    'lso-v1': has(LARGE_SENDS),
    'lso-v2': has(LARGE_SENDS),
    'moderation': has(MODERATION),
  },
  missing: [
    { settings: 'host.netsh.netdma', evidence: NDIS_630 },
    { settings: 'adapter.properties.vmqLookaheadSplit', evidence: VMQ_KEYWORDS },
    { settings: 'virtualMachine.chimney', evidence: NDIS_630 },
    { settings: 'virtualMachine.optimizations', evidence: source('Hyper-V Manager of Windows Server 2012: Enable virtual machine queue') },
  ],
  hyperV: {
    platforms: ['x64'],
    platformEvidence: asInR2,
    editions: ['standard', 'datacenter'],
    editionEvidence: assumed('Taken as the editions of 2012 that have the role.'),
  },
  switches: {
    rss: switchAt('host.netsh.rss', 'disabled', 'enabled', asInR2),
    chimney: switchAt('host.netsh.chimney', 'disabled', 'enabled', asInR2),
    netdma: switchAt('host.netsh.netdma', 'disabled', 'enabled', NDIS_630),
  },
  chimneyModes: ['disabled', 'enabled', 'automatic'],
  drivers: { rss: driver, chimney: driver, vmq: { ndis: '6.20', evidence: asInR2 } },
  rss: { nlb: allows(asInR2), nat: allows(asInR2) },
  chimney: {
    hyperV: allows(NDIS_630),
    nlb: blocks(CHIMNEY_COMPATIBILITY),
    nat: blocks(CHIMNEY_COMPATIBILITY),
    anyIpsecPolicy: allows(CHIMNEY_COMPATIBILITY),
    firewallUploads: lacks(asInR2),
  },
  vmqDefault: { tenGig: true, below: false, evidence: VMQ_10_GB },
  initial: [
    initial('host.edition', 'standard', assumed('The Enterprise edition ended with 2008 R2.')),
    initial('host.netsh.rss', 'enabled', RSS_KEYWORDS),
    initial('host.netsh.chimney', 'disabled', CHIMNEY_DEFAULTS),
    initial('adapter.driverNdis', '6.30', assumed('A driver made for the version.')),
  ],
  tcpGlobals: tcpGlobals2008r2,
  updates: [],
};
