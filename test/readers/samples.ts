// Outputs in the form of the real commands; all values are invented.

import { VERIFICATION_KEY } from '../../ui/features/rss.ts';

const netshRow = (label: string, value: string) => `${label.padEnd(36)}: ${value}`;
const netsh = (rows: readonly (readonly [string, string])[]) =>
  [
    'Querying active state...',
    '',
    'TCP Global Parameters',
    '-'.repeat(46),
    ...rows.map(([label, value]) => netshRow(label, value)),
    '',
  ].join('\n');

export const netsh2008 = netsh([
  ['Receive-Side Scaling State', 'enabled '],
  ['Chimney Offload State', 'disabled '],
  ['Receive Window Auto-Tuning Level', 'restricted '],
  ['Add-On Congestion Control Provider', 'none '],
  ['ECN Capability', 'disabled '],
  ['RFC 1323 Timestamps', 'enabled '],
]);

export const netsh2008r2 = netsh([
  ['Receive-Side Scaling State', 'disabled'],
  ['Chimney Offload State', 'automatic'],
  ['NetDMA State', 'enabled'],
  ['Direct Cache Acess (DCA)', 'disabled'],
  ['Receive Window Auto-Tuning Level', 'highlyrestricted'],
  ['Add-On Congestion Control Provider', 'ctcp'],
  ['ECN Capability', 'enabled'],
  ['RFC 1323 Timestamps', 'disabled'],
]);

export const netshLater = netsh([
  ['Receive-Side Scaling State', 'enabled'],
  ['Receive Window Auto-Tuning Level', 'normal'],
  ['Add-On Congestion Control Provider', 'default'],
  ['ECN Capability', 'disabled'],
  ['RFC 1323 Timestamps', 'allowed'],
  ['Initial RTO', '1000'],
  ['Receive Segment Coalescing State', 'enabled'],
  ['Non Sack Rtt Resiliency', 'disabled'],
  ['Max SYN Retransmissions', '4'],
  ['Fast Open', 'enabled'],
  ['Fast Open Fallback', 'enabled'],
  ['HyStart', 'enabled'],
  ['Proportional Rate Reduction', 'enabled'],
  ['Pacing Profile', 'off'],
]);

export const netshForeign = [
  'Der aktive Status wird abgefragt...',
  '',
  'Globale TCP-Parameter',
  '-'.repeat(46),
  netshRow('Zustand der empfangsseitigen Skalierung', 'enabled'),
  netshRow('Autom. Abstimmungsgrad Empfangsfenster', 'normal'),
  netshRow('Add-On-Anbieter', 'ctcp'),
  netshRow('ECN-Funktion', 'disabled'),
].join('\n');

export const netshOffload = `
Interface 1: Loopback Pseudo-Interface 1

Interface 20: Ethernet 3

ipv4 transmit checksum supported.
udp transmit checksum supported.
tcp transmit checksum supported.
tcp giant send offload supported.
ipv4 receive checksum supported.
udp receive checksum supported.
tcp receive checksum supported.

Interface 11: Wi-Fi

tcp large send offload supported.
tcp giant send offload supported.

`;

export const netshIpGlobal = `Querying active state...

General Global Parameters
${'-'.repeat(45)}
Default Hop Limit                     : 128 hops
Neighbor Cache Limit                  : 256 entries per interface
ICMP Redirects                        : enabled
Task Offload                          : disabled
`;

export const netshHeuristics = `TCP Window Scaling heuristics Parameters
${'-'.repeat(46)}
Window Scaling heuristics         : disabled
Qualifying Destination Threshold  : 3
Profile type unknown              : normal
Profile type public               : normal
`;

export const netshChimneyOff = 'Your System Administrator has disabled TCP Chimney.\n';

export const netshChimneyTables = `
State     Local Port  Remote Port
--------  ----------  -----------
enabled           80            *
disabled           *         3260

State     Application
--------  -----------
enabled   C:\\Program Files\\a.exe

  Idx  Chimney   Capacity  Offloaded  Name
  ---  --------  --------  ---------  ---------------------------
   20  enabled       1024         12  Ethernet 3
`;

export const netstat = `
Active Connections

  Proto  Local Address          Foreign Address        State           Offload State

  TCP    192.0.2.10:445         192.0.2.77:50112       ESTABLISHED     Offloaded   \x20
  TCP    192.0.2.10:3260        storage-4:49200        CLOSE_WAIT      InHost      \x20
  TCP    [2001:db8::10]:80      [2001:db8::77]:51000   TIME_WAIT       Uploading   \x20
`;

export const netstatWithPid = `
Active Connections

  Proto  Local Address          Foreign Address        State           PID      Offload State

  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       812\tInHost     \x20
  TCP    192.0.2.10:445         192.0.2.78:50113       ESTABLISHED     4\tOffloading \x20
  UDP    0.0.0.0:500            *:*                                    1020\t
`;

const psRow = (label: string, value: string) => `${label.padEnd(47)} : ${value}`;
const processorRows = (text: string, times: number) => Array.from({ length: times }, () => `${' '.repeat(50)}${text}`);
const FOUR = '0:2\t0:4\t0:6\t0:8\t0:2\t0:4\t0:6\t0:8\t';

export const adapterRss = [
  '',
  psRow('Name', 'Ethernet 3'),
  psRow('InterfaceDescription', 'Contoso 10G Server Adapter #2'),
  psRow('Enabled', 'True'),
  psRow('NumberOfReceiveQueues', '4'),
  psRow('Profile', 'Closest'),
  psRow('BaseProcessor: [Group:Number]', '0:2'),
  psRow('MaxProcessor: [Group:Number]', '0:14'),
  psRow('MaxProcessors', '4'),
  psRow('RssProcessorArray: [Group:Number/NUMA Distance]', '0:2/0  0:4/0  0:6/0  0:8/0'),
  ...processorRows('0:10/0  0:12/0  0:14/0', 1),
  psRow('IndirectionTable: [Group:Number]', FOUR),
  ...processorRows(FOUR, 15),
  '',
  psRow('Name', 'Ethernet 4'),
  psRow('InterfaceDescription', 'Contoso 1G Adapter'),
  psRow('Enabled', 'False'),
  psRow('NumberOfReceiveQueues', '0'),
  psRow('Profile', 'NUMAStatic'),
  psRow('BaseProcessor: [Group:Number]', '1:0'),
  psRow('MaxProcessors', '1'),
  psRow('RssProcessorArray: [Group:Number/NUMA Distance]', '1:0/0'),
  `${'IndirectionTable: [Group:Number]'.padEnd(47)} :`,
  '',
].join('\n');

export const adapterRssFull = [
  psRow('Name', 'Backup'),
  psRow('Enabled', 'True'),
  psRow('IPv4HashEnabled', 'True'),
  psRow('TcpIPv4HashEnabled', 'True'),
  psRow('IPv6HashEnabled', 'False'),
  psRow('IPv6ExtensionHashEnabled', 'False'),
  psRow('TcpIPv6HashEnabled', 'True'),
  psRow('TcpIPv6ExtensionHashEnabled', 'False'),
  psRow('IndirectionTableEntryCount', '64'),
  psRow('BaseProcessorNumber', '4'),
  psRow('MaxProcessors', '2'),
  psRow('NumaNode', '1'),
  psRow('RssProcessorArray', '{0:4/0, 0:6/0}'),
].join('\n');

export const adapterRssTable = `
Name                 InterfaceDescription                 Enabled NumberOfReceiveQ MaxProcessors
                                                                  ueues
----                 --------------------                 ------- ---------------- -------------
Ethernet 3           Contoso 10G Server Adapter #2        True                   8            16
Storage              Contoso 10G Server Adapter           False                  2             2
`;

const propertyRow = (name: string, display: string, value: string, keyword: string, raw: string) =>
  `${name.padEnd(25)} ${display.padEnd(30)} ${value.padEnd(30)} ${keyword.padEnd(15)} {${raw}}`;

export const adapterProperty = [
  '',
  'Name                      DisplayName                    DisplayValue                   RegistryKeyword RegistryValue',
  '----                      -----------                    ------------                   --------------- -------------',
  propertyRow('Ethernet 3', 'Flow Control', 'Rx & Tx Enabled', '*FlowControl', '3'),
  propertyRow('Ethernet 3', 'Interrupt Moderation', 'Enabled', '*InterruptMo...', '1'),
  propertyRow('Ethernet 3', 'IPv4 Checksum Offload', 'Rx & Tx Enabled', '*IPChecksumO...', '3'),
  propertyRow('Ethernet 3', 'Jumbo Packet', '9014 Bytes', '*JumboPacket', '9014'),
  propertyRow('Ethernet 3', 'Large Send Offload V2 (IPv4)', 'Disabled', '*LsoV2IPv4', '0'),
  propertyRow('Ethernet 3', 'Large Send Offload V2 (IPv6)', 'Disabled', '*LsoV2IPv6', '0'),
  propertyRow('Ethernet 3', 'Receive Buffers', '1024', '*ReceiveBuffers', '1024'),
  propertyRow('Ethernet 3', 'Receive Side Scaling', 'Enabled', '*RSS', '1'),
  propertyRow('Ethernet 3', 'Speed & Duplex', '10 Gbps Full Duplex', '*SpeedDuplex', '7'),
  propertyRow('Ethernet 3', 'TCP Checksum Offload (IPv4)', 'Rx & Tx Enabled', '*TCPChecksum...', '3'),
  propertyRow('Ethernet 3', 'TCP Checksum Offload (IPv6)', 'Rx & Tx Enabled', '*TCPChecksum...', '3'),
  propertyRow('Ethernet 3', 'Transmit Buffers', '768', '*TransmitBuf...', '768'),
  propertyRow('Ethernet 3', 'Virtual Machine Queues', 'Enabled', '*VMQ', '1'),
  propertyRow('Ethernet 3', 'Interrupt Moderation Rate', 'Adaptive', 'ITR', '65535'),
  '',
].join('\n');

export const adapterPropertyOffloads = [
  'Name                      DisplayName                    DisplayValue                   RegistryKeyword RegistryValue',
  '----                      -----------                    ------------                   --------------- -------------',
  propertyRow('Ethernet 3', 'TCP Connection Offload (IPv4)', 'Enabled', '*TCPConnect...', '1'),
  propertyRow('Ethernet 3', 'TCP Connection Offload (IPv6)', 'Disabled', '*TCPConnect...', '0'),
  propertyRow('Ethernet 3', 'VMQ VLAN Filtering', 'Disabled', '*VMQVlanFil...', '0'),
  propertyRow('Ethernet 3', 'VMQ Lookahead Split', 'Enabled', '*VMQLookahe...', '1'),
  propertyRow('Ethernet 3', '', '', '*RssOrVmqPr...', '1'),
  propertyRow('Ethernet 3', 'RSS Base Processor Group', '0', '*RssBasePro...', '0'),
  '',
].join('\n');

export const adapterVmqList = [
  psRow('Name', 'Ethernet 3'),
  psRow('InterfaceDescription', 'Contoso 10G Server Adapter #2'),
  psRow('Enabled', 'False'),
  psRow('NumberOfReceiveQueues', '0'),
  psRow('BaseVmqProcessor: [Group:Number]', '0:2'),
  psRow('MaxProcessors', '8'),
].join('\n');

export const adapterVmq = `
Name                           InterfaceDescription              Enabled BaseVmqProcessor MaxProcessors NumberOfReceive
                                                                                                        Queues
----                           --------------------              ------- ---------------- ------------- ---------------
Ethernet 3                     Contoso 10G Server Adapter #2     True    0:2              8             31
`;

const tableRows = (queues: readonly number[]) =>
  Array.from({ length: queues.length / 8 }, (_, row) => {
    const cells = queues.slice(row * 8, row * 8 + 8).map((queue) => String(queue).padStart(5));
    return `${String(row * 8).padStart(5)}:  ${cells.join(' ')}`;
  });

export const linuxTable = Array.from({ length: 128 }, (_, entry) => (entry * 3) % 8);
const keyText = VERIFICATION_KEY.match(/../g)!.join(':');

export const ethtoolRss = [
  'RX flow hash indirection table for eth0 with 8 RX ring(s):',
  ...tableRows(linuxTable),
  'RSS hash key:',
  keyText,
  'RSS hash function:',
  '    toeplitz: on',
  '    xor: off',
  '    crc32: off',
].join('\n');

export const ethtoolRssUnsupported = `RX flow hash indirection table for eth1 with 1 RX ring(s):
Operation not supported
RSS hash key:
Operation not supported
RSS hash function:
    toeplitz: off
    xor: on
`;

export const ethtoolRssJson = `[ {
        "ifname": "eth0",
        "rss-indirection-table": [ ${linuxTable.join(',')} ],
        "rss-hash-key": [ ${VERIFICATION_KEY.match(/../g)!
          .map((byte) => Number.parseInt(byte, 16))
          .join(',')} ],
        "rss-hash-function": "toeplitz"
    } ]`;

export const ethtoolChannels = `Channel parameters for eth0:
Pre-set maximums:
RX:\t\tn/a
TX:\t\tn/a
Other:\t\t1
Combined:\t16
Current hardware settings:
RX:\t\tn/a
TX:\t\tn/a
Other:\t\t1
Combined:\t6
`;

export const ethtoolRings = `Ring parameters for eth0:
Pre-set maximums:
RX:\t\t4096
RX Mini:\t0
RX Jumbo:\t0
TX:\t\t4096
Current hardware settings:
RX:\t\t2048
RX Mini:\t0
RX Jumbo:\t0
TX:\t\t256
`;

export const ethtoolFeatures = `Features for eth0:
rx-checksumming: on
tx-checksumming: on
\ttx-checksum-ipv4: off [fixed]
\ttx-checksum-ip-generic: on
scatter-gather: on
tcp-segmentation-offload: off
\ttx-tcp-segmentation: off
\ttx-tcp6-segmentation: off
generic-receive-offload: on
large-receive-offload: off [fixed]
receive-hashing: on
`;

export const ethtoolCoalesce = `Coalesce parameters for eth0:
Adaptive RX: off  TX: n/a
stats-block-usecs: n/a
sample-interval: n/a

rx-usecs: 50
rx-frames: 0
rx-usecs-irq: n/a

tx-usecs: 50
tx-frames: n/a

CQE mode RX: n/a  TX: n/a
`;

export const lscpu = `Architecture:          x86_64
CPU op-mode(s):        32-bit, 64-bit
Byte Order:            Little Endian
CPU(s):                16
On-line CPU(s) list:   0-15
Thread(s) per core:    2
Core(s) per socket:    4
Socket(s):             2
NUMA node(s):          2
Vendor ID:             GenuineIntel
CPU family:            6
Model:                 26
Model name:            Intel(R) Xeon(R) CPU           X5570  @ 2.93GHz
Stepping:              5
CPU MHz:               1600.000
BogoMIPS:              5866.51
L3 cache:              8192K
NUMA node0 CPU(s):     0,2,4,6,8,10,12,14
NUMA node1 CPU(s):     8-15
`;

export const lscpuNested = `Architecture:                x86_64
  CPU op-mode(s):            32-bit, 64-bit
CPU(s):                      24
  On-line CPU(s) list:       0-23
Vendor ID:                   AuthenticAMD
  Model name:                AMD Opteron(tm) Processor 6174
    CPU family:              16
    Model:                   9
    Thread(s) per core:      1
    Core(s) per socket:      12
    Socket(s):               2
    CPU max MHz:             2200.0000
NUMA:
  NUMA node(s):              4
  NUMA node0 CPU(s):         0-5
  NUMA node1 CPU(s):         6-11
`;

export const lscpuForeign = `Architektur:           x86_64
CPU Operationsmodus:   32-bit, 64-bit
Prozessoren:           8
`;

export const systeminfo2008r2 = `
Host Name:                 FILES7
OS Name:                   Microsoft Windows Server 2008 R2 Enterprise\x20
OS Version:                6.1.7601 Service Pack 1 Build 7601
OS Manufacturer:           Microsoft Corporation
System Manufacturer:       Contoso
System Type:               x64-based PC
Processor(s):              2 Processor(s) Installed.
                           [01]: Intel64 Family 6 Model 44 Stepping 2 GenuineIntel ~2660 Mhz
                           [02]: Intel64 Family 6 Model 44 Stepping 2 GenuineIntel ~2660 Mhz
BIOS Version:              Contoso 1.2, 03/04/2010
Total Physical Memory:     49,142 MB
Available Physical Memory: 40,001 MB
Virtual Memory: Max Size:  98,282 MB
Virtual Memory: Available: 88,000 MB
Page File Location(s):     C:\\pagefile.sys
Hotfix(s):                 2 Hotfix(s) Installed.
                           [01]: KB2519736
                           [02]: KB2525390
Network Card(s):           1 NIC(s) Installed.
                           [01]: Contoso 10G Server Adapter
                                 Connection Name: Storage
`;

export const systeminfo2008 = `
OS Name:                   Microsoftr Windows Serverr 2008 Standard
OS Version:                6.0.6002 Service Pack 2 Build 6002
Processor(s):              1 Processor(s) Installed.
                           [01]: AMD64 Family 16 Model 4 Stepping 2 AuthenticAMD ~2400 Mhz
Total Physical Memory:     8,190 MB
`;

export const systeminfo2003 = `
OS Name:                   Microsoft(R) Windows(R) Server 2003, Standard Edition
OS Version:                5.2.3790 Service Pack 2 Build 3790
Processor(s):              4 Processor(s) Installed.
                           [01]: x86 Family 15 Model 4 Stepping 3 GenuineIntel ~3200 Mhz
Total Physical Memory:     2,047 MB
`;

export const systeminfoForeign = `
Hostname:                                      FILES7
Betriebssystemname:                            Microsoft Windows Server 2008 R2 Standard
Betriebssystemversion:                         6.1.7601 Service Pack 1 Build 7601
`;

export const wmicNamed = [
  `${'Name'.padEnd(49)}NumberOfCores  NumberOfLogicalProcessors  `,
  `${'Intel(R) Xeon(R) CPU           X5650  @ 2.67GHz'.padEnd(49)}6              12                         `,
  '',
].join('\r\r\n');

export const wmicCores = [
  'NumberOfCores  NumberOfLogicalProcessors  ',
  '6              12                         ',
  '6              12                         ',
  '',
].join('\r\r\n');

export const wmicValue = '\r\r\n\r\r\nNumberOfCores=8\r\r\nNumberOfLogicalProcessors=8\r\r\n\r\r\n';

export const reg = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Ndis\\Parameters]
"MaxNumRssCpus"=dword:00000008

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters]
"Tcp1323Opts"=dword:00000003
`;
