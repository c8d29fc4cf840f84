// Windows Server 2008: TCP Chimney, RSS and NetDMA are part of the base stack; netsh switches the first two, the registry the third.

import {
  assumed, CHIMNEY_COMPATIBILITY, HYPER_V_SETUP, KB2643970, KB951037, LARGE_SENDS, MODERATION, NDIS_620, NDIS_620_LIMITS, OFFLOAD_KEYWORDS,
  OVERVIEW, source,
} from '../sources.ts'; // prettier-ignore
import { tcpGlobals2008 } from './tcp-globals.ts';
import { allows, blocks, has, initial, lacks, switchAt, type WindowsVersion } from './version.ts';

const netshOf2008 = source('netsh interface tcp show global, Windows Server 2008: six lines, none of NetDMA or DCA');
const warningOf2003 = allows(assumed('The warning is of the 2003 era; it is not confirmed for Windows Server 2008.'));
const driver = { ndis: '6.0', evidence: assumed('The interface is of NDIS 6.0; no source gives the oldest driver.') } as const;
const noVmq = assumed('Virtual machine queues came with Windows Server 2008 R2.');

export const ws2008: WindowsVersion = {
  label: 'Windows Server 2008',
  comparisonOnly: false,
  ndis: '6.1',
  platforms: ['x86', 'x64', 'itanium'],
  processorLimit: { x86: 32, x64: 64, itanium: 64 },
  processorLimitEvidence: NDIS_620_LIMITS,
  features: {
    'rss': has(OVERVIEW),
    'vmq': lacks(OVERVIEW),
    'chimney': has(OVERVIEW),
    'vm-chimney': lacks(CHIMNEY_COMPATIBILITY),
    'netdma': has(OVERVIEW),
    'dca': lacks(assumed('NetDMA 2.0 knows Direct Cache Access, but this version has no documented switch for it: taken as off.')),
    'checksum': has(OFFLOAD_KEYWORDS),
    'lso-v1': has(LARGE_SENDS),
    'lso-v2': has(LARGE_SENDS),
    'moderation': has(MODERATION),
  },
  missing: [
    { settings: 'host.netsh.netdma', evidence: netshOf2008 },
    { settings: 'host.netsh.dca', evidence: netshOf2008 },
  ],
  hyperV: {
    platforms: ['x64'],
    platformEvidence: HYPER_V_SETUP,
    editions: ['standard', 'enterprise', 'datacenter'],
    editionEvidence: assumed('Web and Foundation are taken to lack the role; no source at hand lists them.'),
  },
  switches: {
    rss: switchAt('host.netsh.rss', 'disabled', 'enabled', KB951037),
    chimney: switchAt('host.netsh.chimney', 'disabled', 'enabled', KB951037),
    netdma: switchAt('host.registry.EnableTCPA', 0, 1, KB951037),
  },
  chimneyModes: ['disabled', 'enabled'],
  drivers: { rss: driver, chimney: driver, vmq: { ndis: '6.20', evidence: NDIS_620 } },
  rss: { nlb: warningOf2003, nat: warningOf2003 },
  chimney: {
    hyperV: blocks(KB951037),
    nlb: blocks(KB951037),
    nat: blocks(KB951037),
    anyIpsecPolicy: blocks(KB951037),
    firewallUploads: lacks(KB951037),
  },
  vmqDefault: { tenGig: false, below: false, evidence: noVmq },
  initial: [
    initial('host.netsh.rss', 'enabled', KB951037),
    initial('host.netsh.chimney', 'disabled', KB951037),
    initial('adapter.driverNdis', '6.1', assumed('A driver made for the version.')),
  ],
  tcpGlobals: tcpGlobals2008,
  updates: ['SP2', 'KB 979614', 'KB 967224'].map((id) => ({
    id,
    features: ['rss'] as const,
    message: `${id} is recommended where RSS is used on Windows Server 2008.`,
    evidence: KB2643970,
  })),
};
