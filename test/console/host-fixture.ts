// The host that the transcripts run on: two adapters, a handful of connections, counts that are easy to tell apart.

import { instanceNames } from '../../ui/counters/instances.ts';
import { objectsOf } from '../../ui/counters/objects.ts';
import { expandCounterPath } from '../../ui/counters/path.ts';
import { knownKeys } from '../../ui/registry/known-values.ts';
import { registryApply, registryEmpty, type RegistryChange } from '../../ui/registry/registry.ts';
import { registryDword } from '../../ui/registry/values.ts';
import { globalDefaults } from '../../ui/console/globals.ts';
import type { Adapter, Connection, ConsoleState, CounterSample, FamilyStatistics, OsVersion } from '../../ui/console/state.ts';

const adapters: readonly Adapter[] = [
  {
    interfaceIndex: 11,
    name: 'Local Area Connection',
    description: 'Contoso 10 Gigabit Server Adapter',
    instanceId: 'PCI\\VEN_8086&DEV_10FB&SUBSYS_00038086&REV_01\\3&11583659&0&10',
    mac: '00-15-5D-01-02-03',
    connected: true,
    addresses: [
      { address: '192.168.1.103', prefixLength: 24 },
      { address: 'fe80::215:5dff:fe01:203', prefixLength: 64 },
    ],
    gateways: ['192.168.1.1'],
    dnsServers: ['192.168.1.2', '192.168.1.3'],
    mtu: 1500,
    metric: 10,
    capable: ['ipv4TransmitChecksum', 'tcpTransmitChecksum', 'largeSend', 'giantSend', 'ipv4ReceiveChecksum', 'tcpReceiveChecksum'],
    active: ['ipv4TransmitChecksum', 'tcpTransmitChecksum', 'giantSend', 'ipv4ReceiveChecksum', 'tcpReceiveChecksum'],
    chimney: { capacity: 1024, enabled: true, offloaded: 1, offloading: 0, uploading: 0 },
  },
  {
    interfaceIndex: 13,
    name: 'Local Area Connection 2',
    description: 'Contoso Gigabit Adapter',
    instanceId: 'PCI\\VEN_8086&DEV_10D3&SUBSYS_00000000&REV_00\\4&2F5E2A8&0&00E0',
    mac: '00-15-5D-01-02-04',
    connected: false,
    addresses: [],
    gateways: [],
    dnsServers: [],
    mtu: 1500,
    metric: 20,
    capable: [],
    active: [],
    chimney: { capacity: 0, enabled: false, offloaded: 0, offloading: 0, uploading: 0 },
  },
];

const connections: readonly Connection[] = [
  { protocol: 'UDP', local: { address: '0.0.0.0', port: 123 }, remote: null, state: null, pid: 1052, offload: 'InHost' },
  { protocol: 'TCP', local: { address: '0.0.0.0', port: 135 }, remote: null, state: 'LISTENING', pid: 804, offload: 'InHost' },
  {
    protocol: 'TCP',
    local: { address: '127.0.0.1', port: 52613 },
    remote: { address: '127.0.0.1', port: 52614 },
    state: 'ESTABLISHED',
    pid: 2840,
    offload: 'InHost',
  },
  {
    protocol: 'TCP',
    local: { address: '192.168.1.103', port: 52614 },
    remote: { address: '192.168.1.103', port: 52613 },
    state: 'ESTABLISHED',
    pid: 2840,
    offload: 'Offloaded',
  },
  {
    protocol: 'TCP',
    local: { address: '192.168.1.103', port: 49160 },
    remote: { address: '192.168.1.50', port: 445 },
    state: 'CLOSE_WAIT',
    pid: 4,
    offload: 'Uploading',
  },
  { protocol: 'TCP', local: { address: '::', port: 135 }, remote: null, state: 'LISTENING', pid: 804, offload: 'InHost' },
];

const pair = (received: number, sent: number) => ({ received, sent });

const ipv4: FamilyStatistics = {
  ip: {
    inReceives: 84167,
    inHeaderErrors: 1,
    inAddressErrors: 94,
    forwarded: 0,
    inUnknownProtocols: 0,
    inDiscards: 7,
    inDelivers: 84065,
    outRequests: 2016,
    routingDiscards: 0,
    outDiscards: 3,
    outNoRoutes: 2,
    reassemblyRequired: 0,
    reassembled: 0,
    reassemblyFailures: 0,
    fragmented: 0,
    fragmentFailures: 0,
    fragmentsCreated: 0,
  },
  icmp: {
    messages: pair(27, 103),
    errors: pair(0, 0),
    destinationUnreachable: pair(0, 76),
    echoReplies: pair(27, 0),
    echos: pair(0, 27),
  },
  tcp: {
    activeOpens: 5217,
    passiveOpens: 80,
    attemptFails: 2944,
    establishedResets: 529,
    currentlyEstablished: 3,
    segmentsIn: 350143,
    segmentsOut: 347561,
    segmentsRetransmitted: 6108,
  },
  udp: { datagramsIn: 40722, noPorts: 352, inErrors: 5, datagramsOut: 61341 },
};

const parameters = knownKeys.tcpip;

const inRegistry: readonly RegistryChange[] = [
  { kind: 'set', path: parameters, name: 'EnableTCPA', value: registryDword(1) },
  { kind: 'set', path: parameters, name: 'DataBasePath', value: { type: 'REG_EXPAND_SZ', data: '%SystemRoot%\\System32\\drivers\\etc' } },
  { kind: 'key', path: `${parameters}\\Interfaces` },
];

const computerName = 'SERVER1';

/** The sample of this number that the fixture takes: each a second after the one before. */
export const sampleFixture = (number: number, values: number): CounterSample => ({
  localMs: Date.UTC(2009, 8, 25, 19, 30, number),
  values: Array<number>(values).fill(12.5),
});

export function hostFixture(os: OsVersion, change: Partial<ConsoleState> = {}): ConsoleState {
  return {
    os,
    elevated: true,
    computerName,
    directory: 'C:\\Users\\Administrator',
    timePs: 0,
    globals: globalDefaults[os],
    heuristics: { windowScaling: 'enabled', overriding: false },
    taskOffload: 'enabled',
    chimneyPorts: [],
    chimneyApplications: [],
    adapters,
    netDma: { channels: 4, descriptors: 1210, engineBytes: 2478080, processorBytes: 51200 },
    connections,
    statistics: {
      ipv4,
      ipv6: null,
      interfaces: {
        bytes: pair(582222382, 1834097966),
        unicastPackets: pair(129841506, 105072942),
        otherPackets: pair(6931338, 230484),
        discards: pair(0, 0),
        errors: pair(0, 0),
        unknownProtocols: 0,
      },
    },
    registry: registryApply(registryEmpty(), inRegistry).registry,
    counters: {
      expand: (path) =>
        expandCounterPath(path, {
          computer: computerName,
          objects: objectsOf(os),
          instances: ({ instances }) =>
            instanceNames(instances, { processors: 4, adapters: adapters.map(({ description }) => description) }),
        }),
    },
    names: { '192.168.1.50': 'client1' },
    ...change,
  };
}
