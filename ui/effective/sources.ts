// Names of the documents that gates, defaults and restarts are taken from, written once.

import type { Evidence } from '../features/rss.ts';

export const source = (where: string): Evidence => ({ source: where });
export const assumed = (why: string): Evidence => ({ assumed: why });

const drivers = (page: string): Evidence => source(`windows-driver-docs: ${page}`);

export const COUNTERS = source('WMI class dump of the performance counters of NT 6.1, 7601.17514');
export const OVERVIEW = source('Microsoft, Deploying High-speed Networking Features (gg162681)');
export const CHIMNEY_COMPATIBILITY = source(
  'Microsoft, TCP Chimney Offload and Virtual Machine Chimney Compatibility with Other Applications and Features (gg162698)',
);
export const CHIMNEY_MONITORING = source('Microsoft, Monitoring TCP Chimney and Virtual Machine Chimney (gg162689)');
export const USING_VM_CHIMNEY = source('Microsoft, Using Virtual Machine Chimney (gg162677)');
export const USING_VMQ = source('Microsoft, Using Virtual Machine Queue (gg162704)');
export const USING_RSS = source('Microsoft, Using Receive Side Scaling (gg162703)');
export const USING_NETDMA = source('Microsoft, Using NetDMA (gg162716)');
export const KB951037 = source('Microsoft KB 951037: TCP Chimney Offload, RSS and NetDMA in Windows Server 2008');
export const KB2643970 = source('Microsoft KB 2643970: How to troubleshoot advanced network performance features such as RSS and NetDMA');
export const KB912222 = source('Microsoft KB 912222: The Windows Server 2003 Scalable Networking Pack release');
export const KB2477730 = source('Microsoft KB 2477730');
export const REGISTRY_2003 = source('Progress P179611: registry switches of the Scalable Networking Pack');
export const CHIMNEY_DEFAULTS = source(
  'sqlsolutionsgroup.com, TCP Chimney Offloading; W. Sheffield, TCP Chimney Offloading (2016): default of each version',
);
export const RSS_WITH_NAT_2003 = source('Y. Rhee, Windows Server 2003: is your network bandwidth all going to 1 CPU? (Microsoft blog)');
export const NETWORK_TWEAKS = source('Microsoft blog mrsnrub, Network layer tweaks in Windows Server 2008 (September 2009)');
export const INTEL = source('Intel PRO network connections, user guide: Receive Side Scaling');
export const SCVMM = source('System Center VMM 2008 R2: Enable virtual network optimizations (-VMNetworkOptimizationEnabled)');
export const INTEL_TEAMING = source('A. Finn, Intel ANS teaming and VMQ (aidanfinn.com)');
export const HYPER_V_SETUP = source('sourcedaddy.com, Configuring Hyper-V: Standard, Enterprise and Datacenter, x64');
export const VMQ_10_GB = source('techsumo.net, VMQ (2021): on by default from 10 Gb/s in Windows Server 2012');

export const RSS_KEYWORDS = drivers('Standardized INF keywords for RSS');
export const VMQ_KEYWORDS = drivers('Standardized INF keywords for VMQ');
export const OFFLOAD_KEYWORDS = drivers('Using registry values to enable and disable task offloading');
export const CONNECTION_OFFLOAD_KEYWORDS = drivers('Using registry values to enable and disable connection offloading');
export const RSS_NUMBER = drivers('Setting the number of RSS processors; Reserving processors for applications');
export const RSS_MSI = drivers('RSS with message-signaled interrupts; RSS with hardware queuing');
export const VMQ_CAPABILITIES = drivers('Determining the VMQ capabilities of a network adapter');
export const VMQ_FILTER = drivers('Setting a VMQ filter');
export const VMQ_SHARED_MEMORY = drivers('Shared memory in receive buffers');
export const NDIS_620 = drivers('Introduction to NDIS 6.20');
export const NDIS_620_LIMITS = drivers('NDIS 6.20 backward compatibility; support for more than 64 processors');
export const NDIS_630 = drivers('NDIS 6.30 backward compatibility');
export const NETDMA_VERSIONS = drivers('NetDMA updates in NDIS 6.1; NDIS 6.20 updates to NDIS 6.1 features');
export const LARGE_SENDS = drivers('Offloading the segmentation of large TCP packets');
export const COMBINING = drivers('Combining types of task offloads');
export const MODERATION = drivers('Interrupt moderation');
export const CONNECTION_CAPABILITIES = source('windows-driver-docs-ddi: NDIS_TCP_CONNECTION_OFFLOAD');
export const DELEGATED_STATE = source('windows-driver-docs-ddi: TCP_OFFLOAD_STATE_DELEGATED');
export const CONSTANT_STATE = source('windows-driver-docs-ddi: TCP_OFFLOAD_STATE_CONST, NEIGHBOR_OFFLOAD_STATE_CONST');
export const NETDMA_PROVIDER = source('windows-driver-docs-ddi: NET_DMA_PROVIDER_CHARACTERISTICS (DCA_SUPPORTED)');
