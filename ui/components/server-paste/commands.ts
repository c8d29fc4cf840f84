// Which commands to run on a real server: those whose output the readers know.
// Sources: as named in ui/readers; reg export: KB 310516, keys as in ui/registry.

import { ADAPTER_CLASS_KEY, knownKeys } from '../../registry/known-values.ts';

export interface ServerCommand {
  text: string;
  /** What its output tells. */
  tells: string;
}

export interface CommandGroup {
  system: string;
  note: string;
  commands: readonly ServerCommand[];
}

const exported = (key: string, file: string) => `reg export "${key.replace('HKEY_LOCAL_MACHINE', 'HKLM')}" ${file}`;

export const commandGroups: readonly CommandGroup[] = [
  {
    system: 'Windows Server 2003 SP2, 2008 and 2008 R2',
    note: 'In a command prompt; English output only.',
    commands: [
      { text: 'netsh int tcp show global', tells: 'RSS, chimney, NetDMA, auto-tuning and the like. From Windows Server 2008 on.' },
      { text: 'netsh int tcp show heuristics', tells: 'Window scaling heuristics. From Windows Server 2008 on.' },
      { text: 'netsh int ip show global', tells: 'Task offload. From Windows Server 2008 on.' },
      { text: 'netsh int ip show offload', tells: 'Checksums and large sends that each interface offloads.' },
      { text: 'netstat -nt', tells: 'Connections, and which are offloaded.' },
      { text: 'systeminfo', tells: 'Version, edition, updates, processor packages, memory.' },
      { text: 'wmic cpu get Name,NumberOfCores,NumberOfLogicalProcessors,MaxClockSpeed', tells: 'Cores, threads and clock.' },
      { text: exported(knownKeys.ndis, 'ndis.reg'), tells: 'RSS processors of the system. Drop the file here.' },
      { text: exported(knownKeys.tcpip, 'tcpip.reg'), tells: 'Values of TCP/IP. Drop the file here.' },
      { text: exported(ADAPTER_CLASS_KEY, 'adapters.reg'), tells: 'Keywords of every adapter. Drop the file here.' },
    ],
  },
  {
    system: 'Windows Server 2012 and later',
    note: 'In PowerShell; these cmdlets do not exist before.',
    commands: [
      { text: 'Get-NetAdapterRss | Format-List', tells: 'RSS of every adapter with its indirection table.' },
      { text: 'Get-NetAdapterAdvancedProperty', tells: 'What the drivers let be set.' },
      { text: 'Get-NetAdapterVmq', tells: 'Virtual machine queues of every adapter.' },
    ],
  },
  {
    system: 'Linux',
    note: 'Put the name of the adapter for eth0.',
    commands: [
      { text: 'ethtool -x eth0', tells: 'Indirection table and secret key.' },
      { text: 'ethtool -l eth0', tells: 'Queues.' },
      { text: 'ethtool -k eth0', tells: 'Checksum and segmentation offloads.' },
      { text: 'ethtool -c eth0', tells: 'Interrupt moderation.' },
      { text: 'ethtool -g eth0', tells: 'Descriptors of the rings.' },
      { text: 'lscpu', tells: 'Sockets, cores, threads, NUMA nodes, clock.' },
    ],
  },
];
