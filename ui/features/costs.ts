// What work costs: every cost that is charged to a processor, and the parameters that go with them, as data.
// Cycles are for a core of the Nehalem class; other classes multiply them by `u`. Copies and cache misses are times, because memory
// does not get faster with the clock:  cycles in all = u * cycles + GHz * nanoseconds.
// No public source gives the cycles of single operations of Windows Server 2008. Rows tagged E split published totals: only the
// totals are evidence. Low and high bound what is plausible; they are no confidence interval.

/** S read in the original, S2 read in a text that reports the original, D derived from such numbers, M widely quoted, E estimate. */
export type CostTag = 'S' | 'S2' | 'D' | 'M' | 'E';

/** Where charged time is accounted. */
export type CostClassName = 'Interrupt' | 'Dpc' | 'Driver' | 'Ndis' | 'TcpIp' | 'Copy' | 'Switch' | 'Application';

export interface Cost {
  /** As in scenario documents. */
  id: string;
  label: string;
  unit: string;
  low: number;
  typical: number;
  high: number;
  tag: CostTag;
  source: string;
  /** null: a parameter of a device or a threshold, not charged to a processor. */
  class: CostClassName | null;
  /** Below this a document may not go; 0 when absent. */
  least?: number;
}

const BROUER = 'Brouer, Network stack challenges at increasing speeds (LWN 629155, 2015)';
const FOONG = 'Foong et al., Architectural characterization of processor affinity in network processing (ISPASS 2005)';
const VMDQ = 'Intel and VMware, VMDq and NetQueue (receive, 4 virtual machines, 4.0 Gb/s per switching core)';
const ANANDTECH = 'AnandTech, ESX 4.0 on two Opteron 8389: 25 to 35 % of eight cores at 5 to 6 Gb/s';
const PREFETCH = 'Menon and Zwaenepoel, Optimizing TCP receive performance (USENIX 2008)';
const IOATDMA = 'Linux, drivers/dma/ioat';
const OPEN_MX = 'Goglin, Open-MX (I/OAT copy offload)';
const WDK = 'windows-driver-docs: guidelines for ISRs and DPCs';
const PART = 'Share of published totals of the receive path; not measured alone';
const ASSUMED = 'No published measurement; order of magnitude of similar operations';
const UNDOCUMENTED = 'The interface names the reason for an upload; when an adapter gives it is up to its maker';

type Bounds = readonly [low: number, typical: number, high: number];
const cost = (
  id: string,
  label: string,
  unit: string,
  [low, typical, high]: Bounds,
  tag: CostTag,
  to: CostClassName,
  source: string,
): Cost => ({
  id,
  label,
  unit,
  low,
  typical,
  high,
  tag,
  source,
  class: to,
});
const parameter = (id: string, label: string, unit: string, [low, typical, high]: Bounds, tag: CostTag, source: string): Cost => ({
  id,
  label,
  unit,
  low,
  typical,
  high,
  tag,
  source,
  class: null,
});

export const costs: readonly Cost[] = [
  // Memory and caches.
  cost('l2_hit', 'Second-level cache hit', 'ns', [3.5, 4.3, 5], 'S2', 'TcpIp', BROUER),
  cost('l3_hit', 'Third-level cache hit', 'ns', [7.5, 8, 15], 'S2', 'TcpIp', BROUER),
  cost('line_dirty', 'Line modified in another core’s cache, same socket', 'cycles', [43, 60, 100], 'S2', 'TcpIp', BROUER),
  cost(
    'line_remote',
    'Line of connection state from another core or socket',
    'cycles',
    [100, 250, 500],
    'S',
    'TcpIp',
    'Published as “hundreds of cycles”',
  ),
  cost('mem_miss', 'Cache miss to memory', 'ns', [32, 70, 130], 'S2', 'TcpIp', BROUER),
  cost('atomic_op', 'Atomic operation', 'ns', [8.25, 8.25, 9], 'S2', 'TcpIp', BROUER),
  cost('lock', 'Lock and unlock, uncontended', 'ns', [14, 16, 25], 'S2', 'TcpIp', BROUER),
  cost('irq_mask', 'Interrupts off and on again', 'cycles', [37, 37, 37], 'S2', 'Interrupt', BROUER),
  cost('dpc_mask', 'Deferred calls off and on again', 'cycles', [18, 18, 18], 'S2', 'Dpc', BROUER),
  cost('copy_cold_fsb', 'Copy, source not cached, front-side bus', 'ns/B', [0.3, 0.45, 2], 'D', 'Copy', PREFETCH),
  cost('copy_cold', 'Copy, source not cached, integrated memory controller', 'ns/B', [0.2, 0.28, 0.45], 'E', 'Copy', PART),
  cost('copy_warm', 'Copy, source in the last-level cache', 'ns/B', [0.06, 0.12, 0.2], 'E', 'Copy', ASSUMED),
  cost('copy_fixed', 'Set-up of one copy', 'cycles', [50, 120, 300], 'E', 'Copy', ASSUMED),
  cost('mmio_read', 'Read of a device register', 'ns', [400, 700, 1500], 'E', 'Driver', 'A PCI Express round trip'),
  cost('mmio_write', 'Posted write of a device register', 'cycles', [50, 100, 300], 'E', 'Driver', ASSUMED),

  // Receive path of the host.
  cost(
    'int',
    'Interrupt: service routine, queueing of the DPC, disturbance of caches',
    'cycles/interrupt',
    [1200, 2500, 6000],
    'E',
    'Interrupt',
    WDK,
  ),
  cost('dpc', 'DPC: dispatch, batch, indication call, interrupt enabled again', 'cycles/DPC', [800, 1500, 4000], 'E', 'Dpc', WDK),
  cost(
    'dpc_remote',
    'DPC queued to another processor: interrupt and dispatch there',
    'cycles/DPC',
    [1000, 2000, 5000],
    'E',
    'Dpc',
    ASSUMED,
  ),
  cost('drv_rx', 'Miniport receive: descriptor, buffer list, refill', 'cycles/packet', [250, 500, 1200], 'E', 'Driver', PART),
  cost('tcpip_rx', 'Indication, IP, TCP in order, queueing to the socket', 'cycles/packet', [1000, 1700, 3500], 'D', 'TcpIp', PART),
  cost('tcpip_slow', 'Out of order or slow path, in addition', 'cycles/packet', [1500, 3000, 6000], 'E', 'TcpIp', ASSUMED),
  cost('nbl_return', 'Return and reuse of receive buffers', 'cycles/packet', [150, 300, 1200], 'E', 'Ndis', PART),
  cost('checksum', 'Checksum in software', 'ns/B', [0.1, 0.25, 0.6], 'E', 'TcpIp', ASSUMED),
  cost('toeplitz', 'Toeplitz hash in software, 12 bytes', 'cycles/packet', [60, 150, 400], 'E', 'Driver', ASSUMED),
  cost('ack_tx', 'Pure ACK built and sent, with its share of the completion', 'cycles/ACK', [700, 1100, 2000], 'E', 'TcpIp', PART),
  cost('ack_rx', 'Pure ACK received', 'cycles/ACK', [500, 900, 1800], 'E', 'TcpIp', PART),
  cost('recv_io', 'Receive request: system call, AFD, completion', 'cycles/I/O', [2000, 3500, 7000], 'E', 'Application', PART),
  cost(
    'thread_switch',
    'Thread woken and switched to',
    'cycles',
    [2500, 5000, 11000],
    'M',
    'Application',
    'About 3.8 us at 2 GHz, widely quoted',
  ),
  cost('thread_refill', 'Caches filled again after a thread switch', 'cycles', [0, 5000, 100000], 'M', 'Application', 'Widely quoted'),
  cost('xcore', 'DPC and application on different cores', 'cycles/packet', [600, 1200, 2500], 'D', 'TcpIp', FOONG),

  // Transmit path.
  cost('send_io', 'Send request: system call, AFD, completion', 'cycles/I/O', [2000, 3500, 7000], 'E', 'Application', ASSUMED),
  cost('tx_pkt', 'TCP/IP output, send, descriptor, completion', 'cycles/packet', [1000, 1600, 3000], 'E', 'TcpIp', ASSUMED),
  cost('lso_send', 'One large send', 'cycles/send', [1800, 2600, 5000], 'E', 'TcpIp', ASSUMED),
  cost('lso_page', 'A page of a large send', 'cycles/page', [40, 60, 150], 'E', 'Driver', ASSUMED),

  // How a host works its way through frames.
  parameter('indication', 'Frames that a miniport indicates at a time', 'frames', [1, 16, 64], 'E', ASSUMED),
  parameter(
    'dpc_budget',
    'Frames that a DPC takes before other work of its processor gets a turn',
    'frames',
    [16, 64, 1024],
    'E',
    'A DPC should end within 100 us (windows-driver-docs: guidelines for ISRs and DPCs)',
  ),
  {
    ...parameter(
      'rebalance_interval',
      'Between two looks at the load of an indirection table',
      'us',
      [10_000, 100_000, 10_000_000],
      'E',
      ASSUMED,
    ),
    least: 10,
  },
  parameter('rebalance_threshold', 'By how much the busiest queue may exceed the mean', '%', [5, 20, 100], 'E', ASSUMED),

  // Virtual switch, VMBus, VMQ: root partition unless it says guest.
  cost('vsw_route', 'Switch: addresses, port, filter, queue', 'cycles/packet', [700, 1500, 3000], 'D', 'Switch', VMDQ),
  cost('vsw_copy', 'Copy to the virtual machine’s buffer, as a multiple of a cold copy', 'x copy_cold', [1, 1.2, 2], 'E', 'Copy', ASSUMED),
  cost('vmbus_pkt', 'VMBus: ring entry and buffer accounting', 'cycles/packet', [600, 1300, 2500], 'D', 'Switch', VMDQ),
  cost('vmbus_signal', 'VMBus: signal of a batch', 'cycles/signal', [1500, 3000, 8000], 'E', 'Switch', ASSUMED),
  cost('vmq_pkt', 'Hand-over of a buffer of a dedicated queue', 'cycles/packet', [200, 400, 900], 'E', 'Switch', ASSUMED),
  cost('guest_rx', 'Guest: receive of the virtual adapter', 'cycles/packet', [400, 700, 1500], 'D', 'Driver', ANANDTECH),
  cost('guest_tx', 'Guest: ACK or send through VMBus, in addition', 'cycles/packet', [300, 600, 1500], 'E', 'Driver', ASSUMED),
  cost(
    'legacy_pkt',
    'Emulated legacy adapter: exits to the host for each frame',
    'cycles/packet',
    [8000, 20_000, 80_000],
    'E',
    'Switch',
    'No published measurement; several exits of some thousand cycles each',
  ),
  parameter(
    'channel_frames',
    'Frames that each direction of a VMBus channel holds',
    'frames',
    [64, 512, 4096],
    'E',
    'No published figure; a receive buffer of about a mebibyte',
  ),
  cost('vmq_control', 'Queue allocated, freed or moved', 'us', [20, 100, 1000], 'E', 'Driver', ASSUMED),

  // NetDMA.
  cost('dma_submit', 'Descriptor built and posted, in a batch', 'cycles', [150, 250, 500], 'E', 'Copy', ASSUMED),
  cost('dma_submit_single', 'Descriptor built and posted alone', 'cycles', [500, 700, 900], 'M', 'Copy', 'About 350 ns, widely quoted'),
  cost('dma_complete', 'Completion polled, in a batch', 'cycles', [50, 100, 300], 'E', 'Copy', ASSUMED),
  cost('dma_complete_single', 'Completion polled, alone', 'cycles', [100, 300, 300], 'E', 'Copy', ASSUMED),
  cost('dma_doorbell', 'Doorbell of a channel', 'cycles/batch', [50, 100, 300], 'E', 'Copy', ASSUMED),
  cost('dma_pin', 'User page probed and locked', 'cycles/page', [150, 300, 800], 'E', 'Copy', ASSUMED),
  parameter('dma_bandwidth', 'Copy engine, per channel', 'GB/s', [1.5, 2.4, 5], 'M', 'Widely quoted'),
  parameter('dma_latency', 'Copy engine, per descriptor', 'us', [0.3, 0.6, 1.5], 'E', ASSUMED),
  parameter('dma_min_fragment', 'Least fragment for a descriptor', 'B', [1024, 1024, 1024], 'S', OPEN_MX),
  parameter('dma_min_read_1', 'Least read for the copy engine, version 1.2', 'B', [4096, 4096, 4096], 'S', IOATDMA),
  parameter('dma_min_read_2', 'Least read for the copy engine, version 2.0', 'B', [2048, 2048, 2048], 'S', IOATDMA),
  parameter(
    'dca_share',
    'Received data that the last-level cache holds until it is copied, with Direct Cache Access',
    'KiB',
    [128, 1024, 8192],
    'E',
    ASSUMED,
  ),
  parameter('dma_min_read_3', 'Least read for the copy engine, version 3', 'B', [262144, 262144, 262144], 'S', IOATDMA),

  // TCP Chimney.
  cost('toe_io', 'Offloaded send or receive request, with completion', 'cycles/I/O', [2500, 5000, 10000], 'E', 'TcpIp', ASSUMED),
  cost('toe_offload', 'Connection offloaded', 'cycles/connection', [15000, 30000, 100000], 'E', 'TcpIp', ASSUMED),
  cost('toe_upload', 'Connection uploaded', 'cycles/connection', [10000, 20000, 80000], 'E', 'TcpIp', ASSUMED),
  parameter('toe_interrupts', 'Interrupts of a completed request', 'per I/O', [0.1, 0.5, 1], 'E', ASSUMED),
  parameter('toe_latency', 'From the offload request to data on the adapter', 'us', [20, 100, 500], 'E', ASSUMED),
  parameter('toe_connections', 'Connections that an adapter takes', 'connections', [256, 1024, 16384], 'S', 'Broadcom 1 GbE adapters'),
  parameter('toe_packet_rate', 'Packets that the adapter’s own processor handles', 'Mpps', [0.3, 1, 15], 'E', ASSUMED),
  parameter('toe_queue', 'Packets that may wait for the adapter’s own processor', 'packets', [64, 512, 4096], 'E', ASSUMED),
  parameter('toe_drop_rate', 'Retransmitted segments above which an adapter asks for an upload', '%', [1, 5, 50], 'E', UNDOCUMENTED),
  parameter('toe_out_of_order', 'Out-of-order segments above which it asks', '%', [5, 25, 90], 'E', UNDOCUMENTED),
  parameter('toe_unposted', 'Bytes without a posted buffer above which it asks', '%', [10, 50, 100], 'E', UNDOCUMENTED),
  parameter('toe_small_io', 'Posted buffers below which it asks', 'B', [64, 512, 4096], 'E', UNDOCUMENTED),
  parameter('toe_low_activity', 'Silence after which it asks; 0: never', 's', [1, 60, 3600], 'E', UNDOCUMENTED),
];

export type ProcessorClassId = 'netburst' | 'core2' | 'k10' | 'nehalem' | 'sandybridge';

export interface ProcessorClass {
  label: string;
  /** Factor on cycles. */
  low: number;
  typical: number;
  high: number;
  /** Where memory hangs: decides what a cold copy costs. */
  memory: 'fsb' | 'integrated';
  tag: CostTag;
  source: string;
}

export const processorClasses: Readonly<Record<ProcessorClassId, ProcessorClass>> = {
  netburst: {
    label: 'NetBurst (2001 to 2006)',
    low: 2.2,
    typical: 2.6,
    high: 3,
    memory: 'fsb',
    tag: 'D',
    source: 'One GHz for one Gb/s; Foong et al., TCP performance re-visited (ISPASS 2003)',
  },
  core2: { label: 'Core 2 (2006 to 2009)', low: 1.1, typical: 1.3, high: 1.6, memory: 'fsb', tag: 'D', source: VMDQ },
  k10: {
    label: 'K10 (2007 to 2010)',
    low: 1,
    typical: 1.35,
    high: 1.5,
    memory: 'integrated',
    tag: 'D',
    source: ANANDTECH,
  },
  nehalem: {
    label: 'Nehalem, Westmere (2009 to 2011)',
    low: 0.9,
    typical: 1,
    high: 1.1,
    memory: 'integrated',
    tag: 'D',
    source: 'Definition',
  },
  sandybridge: { label: 'Sandy Bridge (2012)', low: 0.75, typical: 0.85, high: 1, memory: 'integrated', tag: 'E', source: ASSUMED },
};

/** What a core shares with its sibling, and what remote memory adds; not in the cost list because they are factors, not work. */
export const sharing = {
  /** Speed of each of two busy siblings, as a part of a core's. 0.6 each is 1.2 together. */
  siblingSpeed: { low: 0.5, typical: 0.6, high: 0.75, tag: 'E', source: 'Hyper-threading gains 0 to 30 %, widely quoted' },
  /** Time of a copy or cache miss in another node's memory, as a multiple of the local one. */
  remoteMemory: { low: 1.2, typical: 1.5, high: 2, tag: 'E', source: 'Two-socket systems of the time, widely quoted' },
} as const;

export interface CostValue {
  /** Cycles of the Nehalem class per unit of work. */
  cycles: number;
  /** Nanoseconds per unit of work. */
  nanoseconds: number;
}

/** The cost in force: `overrides` by id, in the unit of the cost, then what the processor class decides, then the typical value. */
export function costInForce(id: string, processorClass: ProcessorClassId, overrides: Readonly<Record<string, number>> = {}): number {
  const found = costs.find((one) => one.id === id);
  if (!found) throw new Error(`There is no cost ${id}`);
  if (overrides[id] !== undefined) return overrides[id];
  if (id === 'copy_cold' && processorClasses[processorClass].memory === 'fsb')
    return costInForce('copy_cold_fsb', processorClass, overrides);
  return found.typical;
}

/** Splits the cost in force into cycles and time. */
export function costValue(one: Cost, processorClass: ProcessorClassId, overrides: Readonly<Record<string, number>> = {}): CostValue {
  const value = costInForce(one.id, processorClass, overrides);
  if (one.unit === 'x copy_cold') return { cycles: 0, nanoseconds: value * costInForce('copy_cold', processorClass, overrides) };
  if (one.unit === 'ns' || one.unit === 'ns/B') return { cycles: 0, nanoseconds: value };
  if (one.unit === 'us') return { cycles: 0, nanoseconds: value * 1000 };
  if (one.unit.startsWith('cycles')) return { cycles: value, nanoseconds: 0 };
  throw new Error(`${one.id}: ${one.unit} is no cost of a processor`);
}

/** Costs that are charged to processors, in the order of the core's Cost enum. */
export const chargedCosts: readonly Cost[] = costs.filter((one) => one.class !== null);
