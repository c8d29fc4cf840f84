// One RSS setting as text to copy, for the systems that people have: Windows of this era, later Windows, Linux, DPDK.
// What a system cannot be told is said in a comment, not left out. Sources stand above each writer and in each text.
// Placeholders to fill in: <nnnn> (the adapter's number under the class key), "Ethernet", eth0, port_id.

import { HashFlag } from '../abi/abi.gen.ts';
import { rssEffective, type RssSettings } from './rss.ts';

export interface CommandText {
  id: 'windows-2008' | 'powershell' | 'ethtool' | 'dpdk';
  title: string;
  /** For which systems. */
  era: string;
  /** Shell that the text is for. */
  language: 'bat' | 'powershell' | 'sh' | 'c';
  text: string;
}

const NDIS_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters';
const ADAPTER_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}\\<nnnn>';

/** "6d5a.." -> ["6d", "5a", ..] */
const keyBytes = (key: string): string[] => key.match(/../g) ?? [];

/** Chunks of at most `size`. */
function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, row) => items.slice(row * size, (row + 1) * size));
}

/**
 * Windows Server 2008 and 2008 R2.
 * Sources: KB951037 (netsh); windows-driver-docs "Setting the number of RSS processors", "Reserving processors for applications",
 * "Standardized INF keywords for RSS".
 */
function windows2008(settings: RssSettings): CommandText {
  const { baseProcessor, maxProcessors, queues } = settings;
  const text = `rem RSS on Windows Server 2008 and 2008 R2. Run as administrator.
rem Sources: KB951037; windows-driver-docs: "Setting the number of RSS processors", "Reserving processors for applications".
netsh interface tcp set global rss=enabled
reg add "${NDIS_KEY}" /v MaxNumRssCpus /t REG_DWORD /d ${maxProcessors} /f
reg add "${NDIS_KEY}" /v RssBaseCpu /t REG_DWORD /d ${baseProcessor} /f
rem Both apply to all adapters after a restart of the computer.${maxProcessors > 16 ? '\nrem MaxNumRssCpus must not be set above 16.' : ''}

rem Windows Server 2008 R2 only: the same for one adapter. <nnnn> is the adapter's subkey, such as 0007.
rem Source: windows-driver-docs: "Standardized INF keywords for RSS". Restart the adapter afterwards.
reg add "${ADAPTER_KEY}" /v *RSS /t REG_SZ /d 1 /f
reg add "${ADAPTER_KEY}" /v *RssBaseProcNumber /t REG_SZ /d ${baseProcessor} /f
reg add "${ADAPTER_KEY}" /v *MaxRssProcessors /t REG_SZ /d ${maxProcessors} /f

rem Receive queues: ${queues}. The number is set in the adapter's Advanced properties, under a name that its vendor chooses.
rem Secret key, indirection table and hash types cannot be set: TCP/IP programs them.

rem To undo:
rem reg delete "${NDIS_KEY}" /v MaxNumRssCpus /f
rem reg delete "${NDIS_KEY}" /v RssBaseCpu /f
rem netsh interface tcp set global rss=default
`;
  return { id: 'windows-2008', title: 'netsh and registry', era: 'Windows Server 2008 and 2008 R2', language: 'bat', text };
}

/** Source: learn.microsoft.com, Set-NetAdapterRss; windows-driver-docs "Standardized INF keywords for RSS" (*RSSProfile). */
function powershell(settings: RssSettings): CommandText {
  const { baseProcessor, maxProcessors, queues } = settings;
  const text = `# RSS on Windows Server 2012 and later; Windows Server 2008 and 2008 R2 do not have these cmdlets.
# Source: learn.microsoft.com: Set-NetAdapterRss
Get-NetAdapterRss -Name "Ethernet"   # note the values, to be able to return to them
Set-NetAdapterRss -Name "Ethernet" -Enabled $true -BaseProcessorNumber ${baseProcessor} -MaxProcessors ${maxProcessors} -NumberOfReceiveQueues ${queues}
# The base processor cannot be set while the profile of the adapter is Balanced.
# Secret key, indirection table and hash types cannot be set: TCP/IP programs them.
`;
  return { id: 'powershell', title: 'PowerShell', era: 'Windows Server 2012 and later', language: 'powershell', text };
}

interface RxFlowHash {
  /** As ethtool names it. */
  flow: string;
  addresses: number;
  ports: number;
}

const RX_FLOW_HASHES: readonly RxFlowHash[] = [
  { flow: 'tcp4', addresses: HashFlag.IPv4, ports: HashFlag.TcpIPv4 },
  { flow: 'udp4', addresses: HashFlag.IPv4, ports: HashFlag.UdpIPv4 },
  { flow: 'tcp6', addresses: HashFlag.IPv6, ports: HashFlag.TcpIPv6 },
  { flow: 'udp6', addresses: HashFlag.IPv6, ports: HashFlag.UdpIPv6 },
];

/** s, d: addresses; f, n: ports. */
function rxFlowHash(hashFlags: number, { flow, addresses, ports }: RxFlowHash): string {
  if (hashFlags & ports) return `ethtool -N eth0 rx-flow-hash ${flow} sdfn`;
  if (hashFlags & addresses) return `ethtool -N eth0 rx-flow-hash ${flow} sd`;
  return `# ${flow} would not be hashed at all; ethtool has no word for that.`;
}

/**
 * How -X says a table: "equal" is round robin over N queues. "weight" gives each queue its number of entries, but as one
 * run each, so the order of a table set by hand is lost.
 */
function indirection(settings: RssSettings): string[] {
  const { table, queueProcessor } = rssEffective(settings);
  const queues = queueProcessor.length;
  if (table.every((queue, entry) => queue === entry % queues)) return [`ethtool -X eth0 equal ${queues}`];
  const weights = Array.from({ length: queues }, (_, queue) => table.filter((named) => named === queue).length);
  return [
    '# weight sets how many entries each queue has, not which: the table set by hand cannot be expressed entry by entry.',
    `ethtool -X eth0 weight ${weights.join(' ')}`,
  ];
}

/** Source: ethtool(8), -L, -X and -N. */
function ethtool(settings: RssSettings): CommandText {
  const { queueProcessor, table } = rssEffective(settings);
  const queues = queueProcessor.length;
  const affinity = queueProcessor.map((processor, queue) => `queue ${queue} -> processor ${processor}`);
  const text = `# RSS on Linux. Source: ethtool(8). Not every driver takes every line.
ethtool -L eth0 combined ${queues}
${indirection(settings).join('\n')}
ethtool -X eth0 hkey ${keyBytes(settings.key).join(':')} hfunc toeplitz
${RX_FLOW_HASHES.map((hash) => rxFlowHash(settings.hashFlags, hash)).join('\n')}
# The adapter decides the table size (ethtool -x eth0 shows it); ${table.length} entries are meant here.
# Processors are chosen by interrupt affinity, in /proc/irq/<n>/smp_affinity_list:
${chunks(affinity, 4)
  .map((row) => `#   ${row.join(', ')}`)
  .join('\n')}

# To undo the table: ethtool -X eth0 default
`;
  return { id: 'ethtool', title: 'ethtool', era: 'Linux', language: 'sh', text };
}

/** DPDK's flow types for each hash type. */
const RSS_HF: readonly { flag: number; names: readonly string[] }[] = [
  { flag: HashFlag.IPv4, names: ['RTE_ETH_RSS_IPV4', 'RTE_ETH_RSS_FRAG_IPV4', 'RTE_ETH_RSS_NONFRAG_IPV4_OTHER'] },
  { flag: HashFlag.TcpIPv4, names: ['RTE_ETH_RSS_NONFRAG_IPV4_TCP'] },
  { flag: HashFlag.UdpIPv4, names: ['RTE_ETH_RSS_NONFRAG_IPV4_UDP'] },
  { flag: HashFlag.IPv6, names: ['RTE_ETH_RSS_IPV6', 'RTE_ETH_RSS_FRAG_IPV6', 'RTE_ETH_RSS_NONFRAG_IPV6_OTHER'] },
  { flag: HashFlag.TcpIPv6, names: ['RTE_ETH_RSS_NONFRAG_IPV6_TCP'] },
  { flag: HashFlag.UdpIPv6, names: ['RTE_ETH_RSS_NONFRAG_IPV6_UDP'] },
  { flag: HashFlag.IPv6Ex, names: ['RTE_ETH_RSS_IPV6_EX'] },
  { flag: HashFlag.TcpIPv6Ex, names: ['RTE_ETH_RSS_IPV6_TCP_EX'] },
  { flag: HashFlag.UdpIPv6Ex, names: ['RTE_ETH_RSS_IPV6_UDP_EX'] },
];

const RETA_GROUP = 64;

/** Source: doc.dpdk.org, rte_ethdev.h: rte_eth_rss_conf, rte_eth_rss_reta_entry64, rte_eth_dev_rss_reta_update. */
function dpdk(settings: RssSettings): CommandText {
  const { table } = rssEffective(settings);
  const bytes = keyBytes(settings.key);
  const names = RSS_HF.filter(({ flag }) => settings.hashFlags & flag).flatMap((type) => type.names);
  const last = table.length % RETA_GROUP;
  const mask = last ? `(UINT64_C(1) << ${last}) - 1` : 'UINT64_MAX';
  const groups = chunks(table, RETA_GROUP).map(
    (group) =>
      `\t{ .mask = ${mask}, .reta = {\n${chunks(group, 16)
        .map((row) => `\t\t${row.join(', ')},`)
        .join('\n')}\n\t} },`,
  );
  const text = `/* RSS in DPDK 21.11 and later, after rte_eth_dev_configure() with RTE_ETH_MQ_RX_RSS.
 * Source: doc.dpdk.org, rte_ethdev.h. dev_info.reta_size and dev_info.hash_key_size must be ${table.length} and ${bytes.length};
 * drop the flow types that dev_info.flow_type_rss_offloads lacks. */
#include <rte_ethdev.h>

static uint8_t rss_key[${bytes.length}] = {
${chunks(bytes, 10)
  .map((row) => `\t${row.map((byte) => `0x${byte}`).join(', ')},`)
  .join('\n')}
};

static struct rte_eth_rss_reta_entry64 reta[${groups.length}] = {
${groups.join('\n')}
};

static int
set_rss(uint16_t port_id)
{
	struct rte_eth_rss_conf conf = {
		.rss_key = rss_key,
		.rss_key_len = sizeof(rss_key),
		.rss_hf = ${names.length ? names.join(' |\n\t\t\t') : '0 /* no hash type: RSS is off */'},
	};
	int ret = rte_eth_dev_rss_hash_update(port_id, &conf);

	return ret != 0 ? ret : rte_eth_dev_rss_reta_update(port_id, reta, ${table.length});
}
`;
  return { id: 'dpdk', title: 'DPDK', era: 'DPDK 21.11 and later', language: 'c', text };
}

/** Precondition: rssFaults(settings) is empty. */
export function rssCommands(settings: RssSettings): CommandText[] {
  return [windows2008(settings), powershell(settings), ethtool(settings), dpdk(settings)];
}
