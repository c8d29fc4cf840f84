// Performance objects and their counters by Windows version: exact names, units, how raw counts become the displayed value.
// Source: class dump of the performance classes of NT 6.1 (7600.16385 and 7601.17514), unless a counter says otherwise.
// Leaves out: counters of Windows Server 2012 and later (DPCs Deferred/sec, Packets Coalesced/sec, RSC and the object Network Adapter),
// "TCPIP Performance Diagnostics", which NT 6.1 does not have, and NetDMA, which has no object.

import type { Evidence } from '../features/rss.ts';
import type { hostField } from '../scenario/schema-host.ts';
import type { Value } from '../scenario/fields.ts';

export type WindowsVersion = Value<typeof hostField>['os'];

/**
 * How a raw number becomes the displayed value.
 * rate: counts up; the difference of two samples per second. percent: ps of a state, summed; the share of the time between two samples.
 * gauge: as it is now. raw: counts up from the start, and is shown so.
 */
export type CounterKind = 'rate' | 'gauge' | 'percent' | 'raw';

/** What the instances of an object are named after; instances.ts makes the names. */
export type InstanceKind =
  | 'none'
  | 'adapter'
  | 'processor'
  | 'group processor'
  | 'processor and adapter'
  | 'virtual adapter'
  | 'virtual switch'
  | 'hypervisor processor';

export interface CounterInfo {
  name: string;
  /** Of the displayed value. */
  unit: string;
  kind: CounterKind;
  explanation: string;
  evidence: Evidence;
  /** When given, the version of the object must be one of these. */
  only?: readonly WindowsVersion[];
}

export interface ObjectInfo {
  name: string;
  instances: InstanceKind;
  /** The versions that have the object, each with how that is known. */
  versions: Partial<Record<WindowsVersion, Evidence>>;
  counters: readonly CounterInfo[];
}

const source = (where: string): Evidence => ({ source: where });
const assumed = (why: string): Evidence => ({ assumed: why });

const dump = source('WMI class dump of NT 6.1, 7601.17514');
const older = assumed('Read in the class dump of NT 6.1 only; taken to be the same in the earlier version.');
const inAll = { ws2003sp2: older, ws2008: older, ws2008r2: dump };

type Row = readonly [name: string, explanation: string];
const counters = (kind: CounterKind, unit: string, rows: readonly Row[], evidence = dump): CounterInfo[] =>
  rows.map(([name, explanation]) => ({ name, unit, kind, explanation, evidence }));

const newInR2 = source(
  'Deploying High-speed Networking Features (Microsoft, 2009): new Performance Monitor counters of Windows Server 2008 R2',
);
const spelling = assumed(
  'The class dump has TcpOffload…Persec and words the names differently in its descriptions; listings of newer Windows have this spelling.',
);

const offloadActivity = (unit: string, rows: readonly Row[]): CounterInfo[] =>
  counters('rate', unit, rows, spelling).map((counter) => ({ ...counter, only: ['ws2008r2'] }));

const cardActivity: ObjectInfo = {
  name: 'Per Processor Network Interface Card Activity',
  instances: 'processor and adapter',
  versions: { ws2008: assumed('Whether Windows Server 2008 has this object is not known; NT 6.1 does.'), ws2008r2: dump },
  counters: [
    ...counters('rate', 'calls/s', [
      ['Build Scatter Gather List Calls/sec', 'How often the adapter had NDIS build the list of memory pieces of a packet for its DMA.'],
    ]),
    ...counters('rate', 'DPCs/s', [['DPCs Queued/sec', 'DPCs of the adapter that NDIS queued on this processor.']]),
    ...counters('rate', 'interrupts/s', [['Interrupts/sec', 'Interrupts of the adapter that this processor served.']]),
    ...counters('rate', 'packets/s', [
      [
        'Low Resource Received Packets/sec',
        'Packets received while the adapter was short of receive buffers, so that the stack has to copy them.',
      ],
    ]),
    ...counters('rate', 'calls/s', [
      ['Low Resource Receive Indications/sec', 'Receive indications made while the adapter was short of receive buffers.'],
    ]),
    ...counters('rate', 'packets/s', [['Received Packets/sec', 'Packets that NDIS got from the adapter on this processor.']]),
    ...counters('rate', 'calls/s', [
      ['Receive Indications/sec', 'Calls with which the driver handed packets to NDIS; one call may carry many.'],
    ]),
    ...counters('rate', 'packets/s', [['Returned Packets/sec', 'Received packets that the stack gave back to the driver.']]),
    ...counters('rate', 'calls/s', [
      ['Return Packet Calls/sec', 'Calls with which the stack gave packets back.'],
      ['RSS Indirection Table Change Calls/sec', 'How often the stack had the adapter change its RSS indirection table.'],
      ['Send Complete Calls/sec', 'Calls with which the driver reported packets as sent.'],
      ['Send Request Calls/sec', 'Calls with which the stack asked for packets to be sent.'],
    ]),
    ...counters('rate', 'packets/s', [
      ['Sent Complete Packets/sec', 'Packets that the driver reported as sent.'],
      ['Sent Packets/sec', 'Packets that the stack asked to be sent.'],
    ]),
    ...offloadActivity('bytes/s', [['Tcp Offload Receive bytes/sec', 'Data of offloaded connections that the adapter delivered.']]),
    ...offloadActivity('calls/s', [
      ['Tcp Offload Receive Indications/sec', 'Calls with which the adapter delivered data of offloaded connections.'],
    ]),
    ...offloadActivity('bytes/s', [['Tcp Offload Send bytes/sec', 'Data of offloaded connections that the adapter was given to send.']]),
    ...offloadActivity('calls/s', [
      ['Tcp Offload Send Request Calls/sec', 'Calls with which the adapter was given data of offloaded connections.'],
    ]),
  ],
};

const activityCycles: ObjectInfo = {
  name: 'Per Processor Network Activity Cycles',
  instances: 'processor and adapter',
  versions: { ws2008: assumed('Whether Windows Server 2008 has this object is not known; NT 6.1 does.'), ws2008r2: dump },
  counters: counters('rate', 'cycles/s', [
    ['Build Scatter Gather Cycles/sec', 'Cycles of NDIS building lists of memory pieces for DMA.'],
    ['Interrupt Cycles/sec', 'Cycles of serving the adapter’s interrupts.'],
    ['Interrupt DPC Cycles/sec', 'Cycles of the adapter’s DPCs.'],
    ['Miniport Return Packet Cycles/sec', 'Cycles of the driver taking received packets back.'],
    [
      'Miniport RSS Indirection Table Change Cycles',
      'Cycles of the driver changing the RSS indirection table. A rate, though its name does not say so.',
    ],
    ['Miniport Send Cycles/sec', 'Cycles of the driver sending packets.'],
    ['NDIS Receive Indication Cycles/sec', 'Cycles of NDIS passing received packets up.'],
    ['NDIS Return Packet Cycles/sec', 'Cycles of NDIS passing received packets back.'],
    ['NDIS Send Complete Cycles/sec', 'Cycles of NDIS reporting packets as sent.'],
    ['NDIS Send Cycles/sec', 'Cycles of NDIS passing packets down.'],
    ['Stack Receive Indication Cycles/sec', 'Cycles of TCP/IP taking received packets.'],
    ['Stack Send Complete Cycles/sec', 'Cycles of TCP/IP learning that packets were sent.'],
  ]),
};

const networkInterface: ObjectInfo = {
  name: 'Network Interface',
  instances: 'adapter',
  versions: inAll,
  counters: [
    ...counters('rate', 'bytes/s', [
      ['Bytes Received/sec', 'Bytes received, with framing.'],
      ['Bytes Sent/sec', 'Bytes sent, with framing.'],
      ['Bytes Total/sec', 'Bytes received and sent.'],
    ]),
    ...counters('gauge', 'bit/s', [['Current Bandwidth', 'Speed of the link.']]),
    {
      name: 'Offloaded Connections',
      unit: 'connections',
      kind: 'gauge',
      explanation: 'TCP connections over IPv4 and IPv6 that the adapter handles now (TCP Chimney Offload).',
      evidence: newInR2,
      only: ['ws2008r2'],
    },
    ...counters('gauge', 'packets', [
      ['Output Queue Length', 'Packets waiting to be sent. NDIS queues requests itself, so it should be 0; above 2 there is delay.'],
    ]),
    ...counters('rate', 'packets/s', [['Packets/sec', 'Packets received and sent.']]),
    ...counters('raw', 'packets', [
      ['Packets Outbound Discarded', 'Packets that were to be sent and were dropped without an error.'],
      ['Packets Outbound Errors', 'Packets that could not be sent because of errors.'],
      ['Packets Received Discarded', 'Received packets that were dropped without an error, such as for want of buffers.'],
      ['Packets Received Errors', 'Received packets with errors. Asked of the driver now and then, so it may lag.'],
    ]),
    ...counters('rate', 'packets/s', [
      ['Packets Received Non-Unicast/sec', 'Multicast and broadcast packets received.'],
      ['Packets Received/sec', 'Packets received.'],
      ['Packets Received Unicast/sec', 'Unicast packets received.'],
    ]),
    ...counters('raw', 'packets', [['Packets Received Unknown', 'Received packets of a protocol that nobody is bound to.']]),
    ...counters('rate', 'packets/s', [
      ['Packets Sent Non-Unicast/sec', 'Multicast and broadcast packets sent.'],
      ['Packets Sent/sec', 'Packets sent.'],
      ['Packets Sent Unicast/sec', 'Unicast packets sent.'],
    ]),
  ],
};

const tcp = (name: string): ObjectInfo => ({
  name,
  instances: 'none',
  versions: inAll,
  counters: [
    ...counters('raw', 'connections', [
      ['Connection Failures', 'Connections that ended before they were established.'],
      ['Connections Active', 'Connections opened by this host.'],
    ]),
    ...counters('gauge', 'connections', [['Connections Established', 'Connections that are established, or closed by the peer only.']]),
    ...counters('raw', 'connections', [
      ['Connections Passive', 'Connections opened by peers.'],
      ['Connections Reset', 'Established connections that ended by a reset.'],
    ]),
    ...counters('rate', 'segments/s', [
      ['Segments/sec', 'Segments received and sent, those of offloaded connections with them.'],
      ['Segments Received/sec', 'Segments received, those of offloaded connections with them.'],
      ['Segments Retransmitted/sec', 'Segments sent again.'],
      ['Segments Sent/sec', 'Segments sent for the first time, those of offloaded connections with them.'],
    ]),
  ],
});

const ip = (name: string): ObjectInfo => ({
  name,
  instances: 'none',
  versions: { ws2003sp2: older, ws2008: older, ws2008r2: source('Performance Tuning Guidelines for Windows Server 2008 R2') },
  counters: counters(
    'rate',
    'datagrams/s',
    [
      ['Datagrams Received/sec', 'IP datagrams received, faulty ones with them.'],
      ['Datagrams Sent/sec', 'IP datagrams handed down to be sent.'],
    ],
    source('Performance Tuning Guidelines for Windows Server 2008 R2'),
  ),
});

const processorCounters: CounterInfo[] = [
  ...counters('percent', '%', [
    ['% Processor Time', 'Time that the processor was not idle.'],
    ['% Privileged Time', 'Time in kernel mode; time of DPCs and interrupts is part of it.'],
    ['% DPC Time', 'Time in DPCs, counted apart from interrupts. High on one processor only: receive work is not spread.'],
    ['% Interrupt Time', 'Time in service routines of hardware interrupts.'],
  ]),
  ...counters('rate', 'DPCs/s', [['DPCs Queued/sec', 'DPCs added to the processor’s queue; not how long the queue is.']]),
  ...counters('gauge', 'DPCs', [['DPC Rate', 'DPCs added between the last two clock ticks.']]),
  ...counters('rate', 'interrupts/s', [['Interrupts/sec', 'Hardware interrupts served, those of the clock with them; DPCs are not.']]),
];

const processor: ObjectInfo = { name: 'Processor', instances: 'processor', versions: inAll, counters: processorCounters };

const processorInformation: ObjectInfo = {
  name: 'Processor Information',
  instances: 'group processor',
  versions: { ws2008r2: source('Performance Tuning Guidelines for Windows Server 2008 R2') },
  counters: [...processorCounters, ...counters('gauge', '', [['Parking Status', '1 while power management keeps the processor parked.']])],
};

const newerHyperV = assumed('Read in lists of newer Windows versions; Windows Server 2008 R2 could not be checked.');
const directions = (what: string): Row[] => [
  ['Bytes/sec', `Bytes through the ${what}.`],
  ['Bytes Received/sec', `Bytes that the ${what} received.`],
  ['Bytes Sent/sec', `Bytes that the ${what} sent.`],
];
const droppedPair: Row[] = [
  ['Dropped Packets Incoming/sec', 'Packets dropped on their way in.'],
  ['Dropped Packets Outgoing/sec', 'Packets dropped on their way out.'],
];

const virtualAdapter: ObjectInfo = {
  name: 'Hyper-V Virtual Network Adapter',
  instances: 'virtual adapter',
  versions: { ws2008r2: newerHyperV },
  counters: [
    ...counters('rate', 'bytes/s', directions('virtual adapter'), newerHyperV),
    ...counters(
      'rate',
      'packets/s',
      [
        ['Packets/sec', 'Packets through the virtual adapter.'],
        ['Packets Received/sec', 'Packets that the virtual adapter received.'],
        ['Packets Sent/sec', 'Packets that the virtual adapter sent.'],
        ...droppedPair,
      ],
      newerHyperV,
    ),
  ],
};

const virtualSwitch: ObjectInfo = {
  name: 'Hyper-V Virtual Switch',
  instances: 'virtual switch',
  versions: { ws2008r2: newerHyperV },
  counters: [
    ...counters('rate', 'bytes/s', directions('virtual switch'), newerHyperV),
    ...counters(
      'rate',
      'packets/s',
      [
        ['Packets/sec', 'Packets through the virtual switch.'],
        ['Broadcast Packets Received/sec', 'Broadcast packets that came to the switch.'],
        ['Broadcast Packets Sent/sec', 'Broadcast packets that the switch passed on.'],
        ['Directed Packets Received/sec', 'Unicast packets that came to the switch.'],
        ['Directed Packets Sent/sec', 'Unicast packets that the switch passed on.'],
        ...droppedPair,
      ],
      newerHyperV,
    ),
  ],
};

const hypervisorProcessor: ObjectInfo = {
  name: 'Hyper-V Hypervisor Logical Processor',
  instances: 'hypervisor processor',
  versions: { ws2008r2: newerHyperV },
  counters: counters(
    'percent',
    '%',
    [
      [
        '% Total Run Time',
        'Time that the processor was not idle. On a Hyper-V host read this: Processor shows the host’s virtual processors only.',
      ],
      ['% Guest Run Time', 'Time in virtual machines, the host’s with them.'],
      ['% Hypervisor Run Time', 'Time in the hypervisor itself.'],
    ],
    newerHyperV,
  ),
};

export const performanceObjects: readonly ObjectInfo[] = [
  processor,
  processorInformation,
  networkInterface,
  cardActivity,
  activityCycles,
  tcp('TCPv4'),
  tcp('TCPv6'),
  ip('IPv4'),
  ip('IPv6'),
  virtualAdapter,
  virtualSwitch,
  hypervisorProcessor,
];

/** The objects of a version, with the counters that it has. */
export const objectsOf = (version: WindowsVersion): ObjectInfo[] =>
  performanceObjects
    .filter(({ versions }) => versions[version] !== undefined)
    .map((object) => ({ ...object, counters: object.counters.filter(({ only }) => !only || only.includes(version)) }));
