// Windows Server 2008 R2: adds VMQ, Virtual Machine Chimney, the automatic mode of chimney, RSS keywords of each adapter, NetDMA in netsh.

import {
  assumed, CHIMNEY_COMPATIBILITY, CHIMNEY_DEFAULTS, HYPER_V_SETUP, KB2477730, KB2643970, LARGE_SENDS, MODERATION,
  NDIS_620, NETDMA_VERSIONS, NETWORK_TWEAKS, OFFLOAD_KEYWORDS, OVERVIEW, RSS_KEYWORDS, source, USING_RSS, USING_VM_CHIMNEY,
  USING_VMQ, VMQ_KEYWORDS,
} from '../sources.ts'; // prettier-ignore
import { tcpGlobals2008r2 } from './tcp-globals.ts';
import { allows, blocks, has, initial, switchAt, type WindowsVersion } from './version.ts';

const netshOfR2 = source('netsh interface tcp show global, Windows Server 2008 R2');
const warningOf2003 = allows(assumed('The warning is of the 2003 era; it is not confirmed for Windows Server 2008 R2.'));
const driver = { ndis: '6.0', evidence: assumed('The interface is of NDIS 6.0; no source gives the oldest driver.') } as const;

export const ws2008r2: WindowsVersion = {
  label: 'Windows Server 2008 R2',
  comparisonOnly: false,
  ndis: '6.20',
  platforms: ['x64', 'itanium'],
  processorLimit: { x86: 32, x64: 64, itanium: 64 }, // group 0
  processorLimitEvidence: RSS_KEYWORDS,
  features: {
    'rss': has(OVERVIEW),
    'vmq': has(USING_VMQ),
    'chimney': has(OVERVIEW),
    'vm-chimney': has(USING_VM_CHIMNEY),
    'netdma': has(OVERVIEW),
    'dca': has(NETDMA_VERSIONS),
    'checksum': has(OFFLOAD_KEYWORDS),
    'lso-v1': has(LARGE_SENDS),
    'lso-v2': has(LARGE_SENDS),
    'moderation': has(MODERATION),
  },
  missing: [],
  hyperV: {
    platforms: ['x64'],
    platformEvidence: HYPER_V_SETUP,
    editions: ['standard', 'enterprise', 'datacenter'],
    editionEvidence: assumed('Web and Foundation are taken to lack the role; the source lists the other three only.'),
  },
  switches: {
    rss: switchAt('host.netsh.rss', 'disabled', 'enabled', USING_RSS),
    chimney: switchAt('host.netsh.chimney', 'disabled', 'enabled', netshOfR2),
    netdma: switchAt('host.netsh.netdma', 'disabled', 'enabled', netshOfR2),
  },
  chimneyModes: ['disabled', 'enabled', 'automatic'],
  drivers: { rss: driver, chimney: driver, vmq: { ndis: '6.20', evidence: NDIS_620 } },
  rss: { nlb: warningOf2003, nat: warningOf2003 },
  chimney: {
    hyperV: allows(CHIMNEY_COMPATIBILITY),
    nlb: blocks(CHIMNEY_COMPATIBILITY),
    nat: blocks(CHIMNEY_COMPATIBILITY),
    anyIpsecPolicy: allows(CHIMNEY_COMPATIBILITY),
    firewallUploads: has(CHIMNEY_COMPATIBILITY),
  },
  vmqDefault: { tenGig: false, below: false, evidence: VMQ_KEYWORDS },
  initial: [
    initial('host.netsh.rss', 'enabled', NETWORK_TWEAKS),
    initial('host.netsh.chimney', 'automatic', CHIMNEY_DEFAULTS),
    initial('host.netsh.netdma', 'enabled', NETWORK_TWEAKS),
    initial('host.netsh.dca', 'disabled', NETWORK_TWEAKS),
    initial('adapter.driverNdis', '6.20', assumed('A driver made for the version.')),
  ],
  tcpGlobals: tcpGlobals2008r2,
  updates: [
    {
      id: 'SP1',
      features: ['rss', 'chimney'],
      message: 'SP1 is recommended; without it, KB 977977 and KB 979612.',
      evidence: KB2643970,
    },
    { id: 'KB 2519736', features: ['rss'], message: 'KB 2519736 is recommended on SP1.', evidence: KB2643970 },
    { id: 'KB 2511305', features: ['rss'], message: 'KB 2511305 is recommended on SP1.', evidence: KB2643970 },
    { id: 'KB 2525390', features: ['chimney'], message: 'KB 2525390 is recommended where chimney is used.', evidence: KB2643970 },
    {
      id: 'KB 2477730',
      features: ['chimney'],
      message: 'Without KB 2477730, a change of one adapter uploads the offloaded connections of the other adapters for good.',
      evidence: KB2477730,
    },
  ],
};
