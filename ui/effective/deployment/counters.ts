// Performance counters that show a feature at work, by version. The names are those of the catalog of counters.

import type { OsId } from '../os/versions.ts';

export interface CounterSet {
  readonly paths: readonly string[];
  /** What to see in them. */
  readonly shows: string;
  /** A counter of trouble: it should not move. */
  readonly still?: boolean;
}

const card = (counter: string) => `\\Per Processor Network Interface Card Activity(*)\\${counter}`;
const adapter = (counter: string) => `\\Network Interface(*)\\${counter}`;

/** Counters of each processor. Windows Server 2008 R2 has an object that knows groups of processors. */
const processor = (os: OsId, counter: string) => `\\Processor${os === 'ws2008r2' ? ' Information' : ''}(*)\\${counter}`;

/** Whether Windows Server 2008 has the object is not known, so no plan of that version counts on it. */
export const hasCardActivity = (os: OsId): boolean => os === 'ws2008r2';

/** Receive work of each processor: RSS and VMQ even it out. */
export const receiveSpread = (os: OsId): CounterSet => ({
  paths: [
    processor(os, '% DPC Time'),
    processor(os, 'DPCs Queued/sec'),
    ...(hasCardActivity(os) ? [card('Received Packets/sec'), card('DPCs Queued/sec')] : []),
  ],
  shows: 'Several processors have a share. One that is far above the others takes everything.',
});

export const tableChanges: CounterSet = {
  paths: [card('RSS Indirection Table Change Calls/sec')],
  shows: 'Above zero when Windows moves load from one processor to another.',
};

const shortOfBuffers: CounterSet = {
  paths: [card('Low Resource Received Packets/sec')],
  shows: 'Low Resource means that the adapter is short of receive buffers.',
  still: true,
};

const lost: CounterSet = {
  paths: [adapter('Packets Received Discarded'), adapter('Packets Received Errors'), adapter('Packets Outbound Errors')],
  shows: 'Do not grow.',
  still: true,
};

/** Packets that are lost in or before the adapter. */
export const lostPackets = (os: OsId): CounterSet =>
  hasCardActivity(os) ? { ...lost, paths: [...lost.paths, ...shortOfBuffers.paths], shows: `${lost.shows} ${shortOfBuffers.shows}` } : lost;

export const offloadedConnections: CounterSet = {
  paths: [adapter('Offloaded Connections')],
  shows: 'The number of connections that the adapter has now.',
};

export const offloadedData: CounterSet = {
  paths: [card('Tcp Offload Receive bytes/sec'), card('Tcp Offload Send bytes/sec')],
  shows: 'Data that goes through offloaded connections.',
};

/** Throughput and what it costs: to compare with a run without the feature. */
export const throughput = (os: OsId): CounterSet => ({
  paths: [adapter('Bytes Total/sec'), processor(os, '% Processor Time')],
  shows: 'More bytes for the same processor time, or the same bytes for less, than without the feature.',
});

export const receiveCopies = (os: OsId): CounterSet => ({
  paths: [adapter('Bytes Received/sec'), processor(os, '% Privileged Time')],
  shows: 'Less privileged time for the same bytes than without NetDMA. There is no counter of NetDMA itself.',
});

export const retransmissions: CounterSet = {
  paths: ['\\TCPv4\\Segments Retransmitted/sec', '\\TCPv6\\Segments Retransmitted/sec'],
  shows: 'Near zero. Offloaded connections are counted too.',
  still: true,
};

export const virtualAdapters: CounterSet = {
  paths: ['\\Hyper-V Virtual Network Adapter(*)\\Packets Received/sec'],
  shows: 'What each virtual machine receives.',
};

export const hypervisorProcessors: CounterSet = {
  paths: ['\\Hyper-V Hypervisor Logical Processor(*)\\% Total Run Time'],
  shows: 'Load of the real processors. The object Processor shows those of the management operating system only.',
};
