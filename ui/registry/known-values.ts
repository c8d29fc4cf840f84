// Every registry value that governs the high-speed networking features, by Windows version: where it is, what it may hold, what holds when
// it is absent, and what it takes to come into force.
// Sources: named with each value. Leaves out: keywords of Windows Server 2012 and later (*RSSProfile, *NumRSSQueues, *RssMaxProcNumber,
// *RssMaxProcGroup), vendors' own keywords, IPsec offload.

import type { Evidence } from '../features/rss.ts';
import type { RegistryType } from './values.ts';
import type { WindowsVersion } from './windows-version.ts';

const SERVICES = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services';

export const knownKeys = {
  tcpip: `${SERVICES}\\Tcpip\\Parameters`,
  ndis: `${SERVICES}\\Ndis\\Parameters`,
  vmsmp: `${SERVICES}\\VMSMP\\Parameters`,
} as const;

/** The class of network adapters; each adapter has a subkey of four digits. */
export const ADAPTER_CLASS_KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4D36E972-E325-11CE-BFC1-08002BE10318}';

export type KnownPlace = keyof typeof knownKeys | 'adapter';

/** Key of an adapter's keywords. @param subkey  such as "0007", or its number, 0 to 9999 */
export const adapterKey = (subkey: number | string): string =>
  `${ADAPTER_CLASS_KEY}\\${typeof subkey === 'number' ? String(subkey).padStart(4, '0') : subkey}`;

/** What holds while the value is absent. */
export interface KnownDefault {
  /** null: it is no fixed number. */
  value: number | null;
  /** What stands for a number, or what else there is to say. */
  words?: string;
  evidence: Evidence;
}

export type Allowed =
  | { kind: 'choice'; texts: Readonly<Record<number, string>> }
  | {
      kind: 'range';
      min: number;
      /** null: it depends; `maxWords` says on what. */
      max: number | null;
      maxWords?: string;
      /** Largest number that is read all the same, although the documentation asks for no more than `max`. */
      readTo?: number;
      unit?: string;
    };

/** adapter: when the adapter is started again; computer: when the computer is. */
export type ForceAfter = 'adapter' | 'computer';

export interface KnownValue {
  place: KnownPlace;
  name: string;
  type: Extract<RegistryType, 'REG_DWORD' | 'REG_SZ'>;
  /** Name on the Advanced tab of the adapter; absent for values that no tab shows. */
  label?: string;
  meaning: string;
  allowed: Allowed;
  /** The versions that have the value, each with what holds while it is absent. */
  versions: Partial<Record<WindowsVersion, KnownDefault>>;
  /** The versions in which a tag of `netsh interface tcp set global` stands for the value, and netsh is the switch to go by. */
  netsh?: Partial<Record<WindowsVersion, { tag: 'netdma' | 'dca'; evidence: Evidence }>>;
  force: { after: ForceAfter; evidence: Evidence };
  /** Of name, type, meaning and range. */
  evidence: Evidence;
}

const source = (where: string): Evidence => ({ source: where });
const assumed = (why: string): Evidence => ({ assumed: why });
const wdd = (title: string): Evidence => source(`windows-driver-docs: ${title}`);
const is = (value: number, evidence: Evidence, words?: string): KnownDefault => ({
  value,
  evidence,
  ...(words === undefined ? {} : { words }),
});
const open = (words: string, evidence: Evidence): KnownDefault => ({ value: null, words, evidence });

const offOn = { kind: 'choice', texts: { 0: 'Disabled', 1: 'Enabled' } } as const;

const reboot = (evidence: Evidence) => ({ after: 'computer' as const, evidence });
const rebootAssumed = reboot(assumed('No source says when it is read; TCP/IP reads its parameters when it starts, with the computer.'));

const SNP = source('progress.com knowledge base P179611');
const kb951037 = source('KB 951037');
const snpDefault = is(1, source('KB 2643970: on by default in the Scalable Networking Pack'), 'KB 948496 turns it off');
const numberOfProcessors = wdd('Setting the number of RSS processors');
const reserving = wdd('Reserving processors for applications');

/** Assumed: more than 16 are read, up to the processors of a group; what Windows does with them is not documented. */
const numberOfRssProcessors: Allowed = { kind: 'range', min: 1, max: 16, readTo: 64, unit: 'processors' };
const firstRssProcessor: Allowed = { kind: 'range', min: 0, max: null, maxWords: 'the last processor' };

const ws2003 = (page: string) => source(`Windows Server 2003 registry reference: ${page}`);
const later = assumed('Read in the registry reference of Windows Server 2003 only; taken to be the same in 2008 and 2008 R2.');
const inAll = (value: number, page: string) => ({
  ws2003sp2: is(value, ws2003(page)),
  ws2008: is(value, later),
  ws2008r2: is(value, later),
});

const tcpipValues: KnownValue[] = [
  {
    place: 'tcpip',
    name: 'EnableRSS',
    type: 'REG_DWORD',
    meaning: 'Receive Side Scaling for all adapters. From Windows Server 2008 on, netsh sets it (rss).',
    allowed: offOn,
    versions: { ws2003sp2: snpDefault },
    force: rebootAssumed,
    evidence: SNP,
  },
  {
    place: 'tcpip',
    name: 'EnableTCPChimney',
    type: 'REG_DWORD',
    meaning: 'TCP Chimney Offload for all adapters. From Windows Server 2008 on, netsh sets it (chimney).',
    allowed: offOn,
    versions: { ws2003sp2: snpDefault },
    force: rebootAssumed,
    evidence: SNP,
  },
  {
    place: 'tcpip',
    name: 'EnableTCPA',
    type: 'REG_DWORD',
    meaning: 'NetDMA: a DMA engine of the chipset copies received data. Without such hardware it has no effect.',
    allowed: offOn,
    versions: {
      ws2003sp2: snpDefault,
      ws2008: is(1, assumed('KB 951037 is unclear about the absent value; taken as on where the hardware has it.')),
      ws2008r2: is(1, source('netsh interface tcp show global, Windows Server 2008 R2: NetDMA State enabled')),
    },
    netsh: {
      ws2008r2: { tag: 'netdma', evidence: assumed('Blogs still set the value in this version; netsh is taken as the switch.') },
    },
    force: reboot(source('blogs.technet.com/b/mrsnrub, “Network layer tweaks in Windows Server 2008”, 2009')),
    evidence: kb951037,
  },
  {
    place: 'tcpip',
    name: 'EnableDca',
    type: 'REG_DWORD',
    meaning: 'Direct Cache Access: NetDMA hints the cache of the processor that will read the data.',
    allowed: offOn,
    versions: { ws2008r2: is(0, source('netsh interface tcp show global, Windows Server 2008 R2: Direct Cache Acess (DCA) disabled')) },
    netsh: { ws2008r2: { tag: 'dca', evidence: assumed('The value is taken to be what netsh sets.') } },
    force: rebootAssumed,
    evidence: assumed('Known from a public tuning script, not from Microsoft; netsh (dca) sets the same.'),
  },
  {
    place: 'tcpip',
    name: 'DisableTaskOffload',
    type: 'REG_DWORD',
    meaning: 'TCP/IP uses no task offload of any adapter: no checksum offload, no large send offload.',
    allowed: { kind: 'choice', texts: { 0: 'Task offloads are used', 1: 'Task offloads are not used' } },
    versions: {
      ws2003sp2: is(0, assumed('Taken as 0 while absent: offloads are used without any setting.')),
      ws2008: is(0, assumed('Taken as 0 while absent: offloads are used without any setting.')),
      ws2008r2: is(0, assumed('Taken as 0 while absent: offloads are used without any setting.')),
    },
    force: rebootAssumed,
    evidence: wdd('Using registry values to enable and disable task offloading'),
  },
  {
    place: 'tcpip',
    name: 'MaxNumRssCpus',
    type: 'REG_DWORD',
    meaning: 'Most processors that RSS uses. From Windows Server 2008 on it is in Ndis\\Parameters.',
    allowed: numberOfRssProcessors,
    versions: { ws2003sp2: is(4, numberOfProcessors) },
    force: reboot(numberOfProcessors),
    evidence: numberOfProcessors,
  },
  {
    place: 'tcpip',
    name: 'RssBaseCpu',
    type: 'REG_DWORD',
    meaning:
      'First processor that RSS may use; those below are left to applications. From Windows Server 2008 on it is in Ndis\\Parameters.',
    allowed: firstRssProcessor,
    versions: { ws2003sp2: is(0, reserving) },
    force: reboot(reserving),
    evidence: reserving,
  },
  {
    place: 'tcpip',
    name: 'Tcp1323Opts',
    type: 'REG_DWORD',
    meaning:
      'TCP options of RFC 1323: window scaling and timestamps. From Windows Server 2008 on, netsh sets them (autotuninglevel, timestamps).',
    allowed: {
      kind: 'choice',
      texts: { 0: 'Neither', 1: 'Window scaling', 2: 'Timestamps', 3: 'Window scaling and timestamps' },
    },
    versions: { ws2003sp2: is(3, ws2003('Tcp1323Opts')) },
    force: rebootAssumed,
    evidence: ws2003('Tcp1323Opts'),
  },
  {
    place: 'tcpip',
    name: 'TcpWindowSize',
    type: 'REG_DWORD',
    meaning: 'Largest receive window. From Windows Server 2008 on the window tunes itself.',
    allowed: { kind: 'range', min: 0, max: 0x3fffffff, unit: 'bytes' },
    versions: {
      ws2003sp2: open(
        'the least of 65,535, GlobalMaxTcpWindowSize, four segments, and 16,384 rounded up to whole segments',
        ws2003('TcpWindowSize'),
      ),
    },
    force: rebootAssumed,
    evidence: ws2003('TcpWindowSize'),
  },
  {
    place: 'tcpip',
    name: 'TcpMaxDataRetransmissions',
    type: 'REG_DWORD',
    meaning: 'How often a segment of data is sent again before the connection is given up.',
    allowed: { kind: 'range', min: 0, max: 0xffffffff, unit: 'times' },
    versions: inAll(5, 'TcpMaxDataRetransmissions'),
    force: rebootAssumed,
    evidence: ws2003('TcpMaxDataRetransmissions'),
  },
  {
    place: 'tcpip',
    name: 'KeepAliveTime',
    type: 'REG_DWORD',
    meaning: 'Idle time after which a connection that asks for it is probed.',
    allowed: { kind: 'range', min: 1, max: 0xffffffff, unit: 'ms' },
    versions: inAll(7_200_000, 'KeepAliveTime'),
    force: rebootAssumed,
    evidence: ws2003('KeepAliveTime'),
  },
  {
    place: 'tcpip',
    name: 'KeepAliveInterval',
    type: 'REG_DWORD',
    meaning: 'Time between keep-alive probes that are not answered.',
    allowed: { kind: 'range', min: 1, max: 0xffffffff, unit: 'ms' },
    versions: inAll(1000, 'Parameters\\KeepAliveInterval'),
    force: rebootAssumed,
    evidence: ws2003('Parameters\\KeepAliveInterval'),
  },
  {
    place: 'tcpip',
    name: 'MaxUserPort',
    type: 'REG_DWORD',
    meaning: 'Highest port that an outgoing connection gets. From Windows Server 2008 on, netsh sets the dynamic port range.',
    allowed: { kind: 'range', min: 5000, max: 65_534 },
    versions: { ws2003sp2: is(5000, ws2003('MaxUserPort')) },
    force: rebootAssumed,
    evidence: ws2003('MaxUserPort'),
  },
];

const ndisValues: KnownValue[] = [
  {
    place: 'ndis',
    name: 'MaxNumRssCpus',
    type: 'REG_DWORD',
    meaning: 'Most processors that RSS uses, for all adapters; never more than the cores from RssBaseCpu on.',
    allowed: numberOfRssProcessors,
    versions: { ws2008: is(4, numberOfProcessors), ws2008r2: is(4, numberOfProcessors) },
    force: reboot(numberOfProcessors),
    evidence: numberOfProcessors,
  },
  {
    place: 'ndis',
    name: 'RssBaseCpu',
    type: 'REG_DWORD',
    meaning: 'First processor that RSS may use, for all adapters; those below are left to applications.',
    allowed: firstRssProcessor,
    versions: { ws2008: is(0, reserving), ws2008r2: is(0, reserving) },
    force: reboot(reserving),
    evidence: reserving,
  },
];

const vmqKeywords = wdd('Standardized INF keywords for VMQ');

const vmqByLink = (name: string, links: string): KnownValue => ({
  place: 'vmsmp',
  name,
  type: 'REG_DWORD',
  meaning: `Virtual machine queues on all adapters ${links}.`,
  allowed: { kind: 'choice', texts: { 0: 'System default', 1: 'Enabled', 2: 'Disabled' } },
  versions: { ws2008r2: is(0, vmqKeywords) },
  force: reboot(assumed('Whether the host or only the virtual switch has to start again is not documented.')),
  evidence: assumed('Name and values: Standardized INF keywords for VMQ. That the type is REG_DWORD is not documented.'),
});

const vmsmpValues = [vmqByLink('TenGigVmqEnabled', 'of 10 Gb/s'), vmqByLink('BelowTenGigVmqEnabled', 'slower than 10 Gb/s')];

const rssKeywords = wdd('Standardized INF keywords for RSS');
const taskOffload = wdd('Using registry values to enable and disable task offloading');
const connectionOffload = wdd('Using registry values to enable and disable connection offloading');
const enumeration = wdd('Enumeration keywords');
const edited = wdd('Keywords that can be edited');

const restart = (evidence: Evidence) => ({ after: 'adapter' as const, evidence });
const restartAssumed = restart(assumed('Stated for task offload and VMQ keywords: the driver reads them when the adapter starts.'));

type Keyword = Omit<KnownValue, 'place' | 'type'>;
const keyword = (spec: Keyword): KnownValue => ({ place: 'adapter', type: 'REG_SZ', ...spec });

/** In Windows Server 2008 and 2008 R2: standardized keywords came with NDIS 6.0. */
const fromNdis6 = (value: number, evidence: Evidence) => ({ ws2008: is(value, evidence), ws2008r2: is(value, evidence) });

const checksum = (name: string, label: string, of: string): KnownValue =>
  keyword({
    name,
    label,
    meaning: `The adapter computes and checks ${of} checksums.`,
    allowed: { kind: 'choice', texts: { 0: 'Disabled', 1: 'Tx Enabled', 2: 'Rx Enabled', 3: 'Rx & Tx Enabled' } },
    versions: fromNdis6(3, taskOffload),
    force: restart(taskOffload),
    evidence: taskOffload,
  });

const largeSend = (name: string, label: string, what: string): KnownValue =>
  keyword({
    name,
    label,
    meaning: `The adapter cuts large sends of TCP over ${what}.`,
    allowed: offOn,
    versions: fromNdis6(1, taskOffload),
    force: restart(taskOffload),
    evidence: taskOffload,
  });

const chimneyKeyword = (family: 'IPv4' | 'IPv6'): KnownValue =>
  keyword({
    name: `*TCPConnectionOffload${family}`,
    label: `TCP Connection Offload (${family})`,
    meaning: `The adapter takes over TCP connections over ${family} (TCP Chimney Offload).`,
    allowed: offOn,
    versions: {
      ws2008: is(0, kb951037, 'the keyword page says 1; KB 951037 says that the adapter’s default is off'),
      ws2008r2: is(1, connectionOffload),
    },
    force: restartAssumed,
    evidence: connectionOffload,
  });

const vmqKeyword = (name: string, label: string, meaning: string): KnownValue =>
  keyword({
    name,
    label,
    meaning,
    allowed: offOn,
    versions: { ws2008r2: is(1, vmqKeywords) },
    force: restart(vmqKeywords),
    evidence: vmqKeywords,
  });

const adapterValues: KnownValue[] = [
  keyword({
    name: '*RSS',
    label: 'Receive Side Scaling',
    meaning: 'Receive Side Scaling on this adapter. It has to be on for all adapters too (netsh, rss).',
    allowed: offOn,
    versions: fromNdis6(1, rssKeywords),
    force: restartAssumed,
    evidence: rssKeywords,
  }),
  keyword({
    name: '*RssBaseProcNumber',
    label: 'RSS Base Processor Number',
    meaning: 'First processor of the group that RSS may use on this adapter.',
    allowed: { kind: 'range', min: 0, max: 63 },
    versions: { ws2008r2: is(0, rssKeywords) },
    force: restart(source('Using Receive Side Scaling (Microsoft, 2009)')),
    evidence: rssKeywords,
  }),
  keyword({
    name: '*MaxRssProcessors',
    label: 'Maximum number of RSS Processors',
    meaning: 'Most processors that RSS uses on this adapter.',
    allowed: { kind: 'range', min: 1, max: null, maxWords: 'the processors of the system; NDIS goes no further', unit: 'processors' },
    versions: {
      ws2008r2: is(16, rssKeywords, 'an earlier edition of the page says 8 for adapters of up to 1 Gb/s, as Intel’s drivers do'),
    },
    force: restart(source('Using Receive Side Scaling (Microsoft, 2009)')),
    evidence: rssKeywords,
  }),
  keyword({
    name: '*NumaNodeId',
    label: 'Preferred NUMA node',
    meaning: 'Node whose processors RSS tries first. 65535: any node.',
    allowed: { kind: 'range', min: 0, max: 65_535 },
    versions: { ws2008r2: open('NDIS takes the node that ACPI says is closest; 65535 in the driver’s file means any node', rssKeywords) },
    force: restart(source('Using Receive Side Scaling (Microsoft, 2009)')),
    evidence: rssKeywords,
  }),
  keyword({
    name: '*RssBaseProcGroup',
    label: 'RSS Base Processor Group',
    meaning: 'Processor group of *RssBaseProcNumber. With any other group than 0, TCP/IP of this version uses no processor for RSS.',
    allowed: { kind: 'range', min: 0, max: 0, readTo: 3 },
    versions: { ws2008r2: is(0, rssKeywords) },
    force: restartAssumed,
    evidence: rssKeywords,
  }),
  vmqKeyword('*VMQ', 'Virtual Machine Queues', 'Virtual machine queues on this adapter, if it prefers them to RSS (*RssOrVmqPreference).'),
  vmqKeyword(
    '*VMQLookaheadSplit',
    'VMQ Lookahead Split',
    'Frames are split: the headers go to the host’s memory, the rest to that of the virtual machine.',
  ),
  vmqKeyword('*VMQVlanFiltering', 'VMQ VLAN Filtering', 'Queues are chosen by VLAN identifier too.'),
  keyword({
    name: '*RssOrVmqPreference',
    meaning: 'Which of RSS and virtual machine queues the driver reports. Hidden: no tab shows it.',
    allowed: { kind: 'choice', texts: { 0: 'Report RSS capabilities', 1: 'Report VMQ capabilities' } },
    versions: { ws2008r2: is(0, vmqKeywords) },
    force: restart(vmqKeywords),
    evidence: vmqKeywords,
  }),
  chimneyKeyword('IPv4'),
  chimneyKeyword('IPv6'),
  largeSend('*LsoV1IPv4', 'Large Send Offload Version 1 (IPv4)', 'IPv4, version 1; *LsoV2IPv4 takes precedence'),
  largeSend('*LsoV2IPv4', 'Large Send Offload V2 (IPv4)', 'IPv4, version 2'),
  largeSend('*LsoV2IPv6', 'Large Send Offload V2 (IPv6)', 'IPv6, version 2'),
  checksum('*TCPChecksumOffloadIPv4', 'TCP Checksum Offload (IPv4)', 'TCP over IPv4'),
  checksum('*TCPChecksumOffloadIPv6', 'TCP Checksum Offload (IPv6)', 'TCP over IPv6'),
  checksum('*UDPChecksumOffloadIPv4', 'UDP Checksum Offload (IPv4)', 'UDP over IPv4'),
  checksum('*UDPChecksumOffloadIPv6', 'UDP Checksum Offload (IPv6)', 'UDP over IPv6'),
  checksum('*IPChecksumOffloadIPv4', 'IPv4 Checksum Offload', 'IPv4 header'),
  keyword({
    name: '*InterruptModeration',
    label: 'Interrupt Moderation',
    meaning: 'The adapter waits for more frames before it interrupts; how is up to the vendor.',
    allowed: offOn,
    versions: fromNdis6(1, enumeration),
    force: restartAssumed,
    evidence: enumeration,
  }),
  keyword({
    name: '*JumboPacket',
    label: 'Jumbo Packet',
    meaning: 'Largest frame, without check sequence.',
    allowed: { kind: 'range', min: 1514, max: null, maxWords: 'set by the vendor', unit: 'bytes' },
    versions: fromNdis6(1514, edited),
    force: restartAssumed,
    evidence: edited,
  }),
  keyword({
    name: '*ReceiveBuffers',
    label: 'Receive Buffers',
    meaning: 'Receive descriptors of the adapter. Too few are used up under load.',
    allowed: { kind: 'range', min: 1, max: null, maxWords: 'set by the vendor', unit: 'descriptors' },
    versions: { ws2008: open('set by the vendor', edited), ws2008r2: open('set by the vendor', edited) },
    force: restartAssumed,
    evidence: edited,
  }),
  keyword({
    name: '*TransmitBuffers',
    label: 'Transmit Buffers',
    meaning: 'Transmit buffers of the adapter; what is counted is up to the vendor.',
    allowed: { kind: 'range', min: 0, max: null, maxWords: 'set by the vendor' },
    versions: { ws2008: open('set by the vendor', edited), ws2008r2: open('set by the vendor', edited) },
    force: restartAssumed,
    evidence: edited,
  }),
];

export const knownValues: readonly KnownValue[] = [...tcpipValues, ...ndisValues, ...vmsmpValues, ...adapterValues];

/** The known value of this name, without regard to case; undefined where the version does not have it. */
export const findKnownValue = (version: WindowsVersion, place: KnownPlace, name: string): KnownValue | undefined =>
  knownValues.find((known) => known.place === place && known.versions[version] && known.name.toLowerCase() === name.toLowerCase());
