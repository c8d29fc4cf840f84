// A running world as the console of a host uses it: ui/windows/host-view.ts, read from the world's memory when it is asked for.

import {
  EchoState,
  NicRecordLayout,
  OffloadState as OffloadStateNumber,
  readEchoRecord,
  readTcpConnection,
  SocketFlag,
  SocketLayout,
  SocketState,
  TcpState,
  WorldLayout,
  writeEchoRecord,
} from '../abi/abi.gen.ts';
import type { PingRequest } from '../console/change.ts';
import type { Connection, Endpoint, NetDmaStatistics, OffloadState, TcpStateName } from '../console/state.ts';
import { addressText, parseAddress } from '../features/addresses.ts';
import type { ResolvedScenario, ResolvedTraffic } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Outage } from '../windows/control.ts';
import type { AdapterView, EchoAnswer, HostView, WorldView } from '../windows/host-view.ts';
import { heldConnections, offloadStateName } from './chimney-read.ts';
import type { CoreExports } from './core.ts';
import { readCopyEngine } from './dma-read.ts';
import { counterSnapshot, placeOf } from './world-counters.ts';
import type { WorldIndex } from './world-image.ts';
import { machinesOn } from './virtual-counters.ts';
import { hostStatistics } from './world-statistics.ts';

/** What a view is made from; good while the world stands still. */
export interface ViewSource {
  core: CoreExports;
  index: WorldIndex;
  resolved: ResolvedScenario;
  wanted: Scenario;
  outages: readonly Outage[];
  timePs: number;
}

/** Number of a program that serves or opens the connections of a traffic entry; assumed, and the same in every run. System has 4. */
const FIRST_PID = 1200;
export const trafficPid = (entry: number): number => FIRST_PID + 4 * entry;

/** ICMP identifier of ping: 1 since Windows Vista, 512 before. Source: public captures. */
const echoIdentifier = (os: string): number => (os === 'ws2003sp2' ? 512 : 1);

const isLit = ({ core, index, resolved, outages }: ViewSource, host: number, nic: number): boolean => {
  if (outages.some((outage) => outage.host === host && outage.nic === nic)) return false;
  const outside = new DataView(core.memory.buffer).getUint8(core.nicAt(index.firstNic[host]! + nic) + NicRecordLayout.outside) === 1;
  return outside || resolved.hosts[host]!.nics[nic]!.link !== null;
};

function adaptersOf(source: ViewSource, host: number): AdapterView[] {
  return source.resolved.hosts[host]!.nics.map(({ mac, addresses }, nic) => ({
    mac,
    addresses: addresses.map(({ text, prefixLength }) => ({ address: text, prefixLength })),
    connected: isLit(source, host, nic),
    ...heldConnections(source.core, source.index.firstNic[host]! + nic),
  }));
}

const hasIpv6 = ({ resolved }: ViewSource, host: number): boolean =>
  resolved.hosts[host]!.nics.some(({ addresses }) => addresses.some(({ family }) => family === 'ipv6'));

const stateNames: Readonly<Record<number, TcpStateName>> = {
  [TcpState.SynSent]: 'SYN_SENT',
  [TcpState.SynReceived]: 'SYN_RECEIVED',
  [TcpState.Established]: 'ESTABLISHED',
  [TcpState.FinWait1]: 'FIN_WAIT_1',
  [TcpState.FinWait2]: 'FIN_WAIT_2',
  [TcpState.CloseWait]: 'CLOSE_WAIT',
  [TcpState.Closing]: 'CLOSING',
  [TcpState.LastAck]: 'LAST_ACK',
  [TcpState.TimeWait]: 'TIME_WAIT',
};

/** Where a connection is. */
const offloadStateOf = (offload: number): OffloadState => offloadStateName(offload) as OffloadState;

const endpoint = (family: number, bytes: Uint8Array, port: number): Endpoint => ({
  address: addressText(family === 4 ? { family: 'ipv4', bytes: bytes.slice(0, 4) } : { family: 'ipv6', bytes }),
  port,
});

/** A TCP connection, or the socket of a client over UDP. A server has one socket for all datagrams: it is among the listeners. */
function connectionOf({ core, index }: ViewSource, id: number, view: DataView): Connection | null {
  const at = core.socketAt(id);
  const isUdp = view.getUint8(at + SocketLayout.state) === SocketState.Udp;
  if (isUdp && view.getUint16(at + SocketLayout.flags, true) & SocketFlag.Server) return null;
  const c = readTcpConnection(core.memory.buffer, core.connectionAt(id));
  const local = endpoint(c.family, c.localAddress, c.localPort);
  const pid = trafficPid(index.appTraffic[view.getUint16(at + SocketLayout.app, true)]!);
  if (isUdp) return { protocol: 'UDP', local, remote: null, state: null, pid, offload: 'InHost' };
  const offload = view.getUint8(at + SocketLayout.offload);
  // What an adapter has ended, or seen end, is in the table until the host has it back.
  const state = stateNames[c.state] ?? (offload === OffloadStateNumber.InHost ? null : 'CLOSED');
  if (!state) return null;
  const remote = endpoint(c.family, c.remoteAddress, c.remotePort);
  // What only waits to be forgotten belongs to no program any more.
  return { protocol: 'TCP', local, remote, state, pid: state === 'TIME_WAIT' ? 0 : pid, offload: offloadStateOf(offload) };
}

function openConnections(source: ViewSource, host: number): Connection[] {
  const { core } = source;
  const view = new DataView(core.memory.buffer);
  const sockets = view.getUint32(core.worldAt() + WorldLayout.sockets, true);
  const first = core.socketAt(0);
  const found: Connection[] = [];
  for (let id = 0; id < sockets; id++) {
    const at = first + id * SocketLayout.size;
    if (view.getUint8(at + SocketLayout.state) === SocketState.Free || view.getUint16(at + SocketLayout.host, true) !== host) continue;
    const connection = connectionOf(source, id, view);
    if (connection) found.push(connection);
  }
  return found;
}

type Application = Exclude<ResolvedTraffic, { app: 'replay' }>;
const isUdp = (traffic: Application): boolean => 'transport' in traffic && traffic.transport === 'udp';

/** Sockets of servers: on any address of the families that the host has. */
function listeners(source: ViewSource, host: number): Connection[] {
  const any = hasIpv6(source, host) ? ['0.0.0.0', '::'] : ['0.0.0.0'];
  const seen = new Set<string>();
  return source.resolved.traffic.flatMap((traffic, entry) => {
    if (traffic.app === 'replay' || traffic.to.host !== host) return [];
    const protocol = isUdp(traffic) ? 'UDP' : 'TCP';
    const { port } = traffic.to;
    if (seen.has(`${protocol} ${port}`)) return [];
    seen.add(`${protocol} ${port}`);
    return any.map((address): Connection => ({
      protocol,
      local: { address, port },
      remote: null,
      state: protocol === 'TCP' ? 'LISTENING' : null,
      pid: trafficPid(entry),
      offload: 'InHost',
    }));
  });
}

/** Names of the other hosts of the document, by address. */
const namesFor = ({ resolved }: ViewSource, host: number): Record<string, string> =>
  Object.fromEntries(
    resolved.hosts.flatMap(({ name, nics }, at) =>
      at === host ? [] : nics.flatMap(({ addresses }) => addresses.map(({ text }): [string, string] => [text, name])),
    ),
  );

function netDmaOf({ core, index }: ViewSource, host: number): NetDmaStatistics | null {
  const engine = readCopyEngine(core, host, index.firstProcessor[host]!);
  if (!engine) return null;
  const { channels, engineBytes, coldBytes, warmBytes } = engine;
  return {
    channels: channels.length,
    descriptors: channels.reduce((sum, { descriptors }) => sum + descriptors, 0),
    engineBytes,
    processorBytes: coldBytes + warmBytes,
  };
}

export function hostView(source: ViewSource, host: number): HostView {
  const { core, index, resolved, timePs, wanted } = source;
  return {
    timePs,
    adapters: adaptersOf(source, host),
    connections: [...listeners(source, host), ...openConnections(source, host)],
    statistics: hostStatistics(placeOf({ core, index, resolved, host }), hasIpv6(source, host)),
    netDma: netDmaOf(source, host),
    machines: machinesOn(resolved, host).map((machine) => resolved.hosts[machine]!.name),
    names: namesFor(source, host),
    counters: counterSnapshot({ core, index, resolved, host, draft: wanted.hosts[host]!, timePs }),
  };
}

function sendEcho(source: ViewSource, host: number, request: PingRequest, number: number): void {
  const { core, resolved } = source;
  const parsed = parseAddress(request.address);
  if ('fault' in parsed) throw new Error(parsed.fault);
  const { family, bytes } = parsed.address;
  const address = new Uint8Array(16);
  address.set(bytes);
  const { os, nics } = resolved.hosts[host]!;
  writeEchoRecord(core.memory.buffer, core.echoAt(host, number), {
    address,
    family: family === 'ipv4' ? 4 : 6,
    bytes: request.bytes,
    hopLimit: request.timeToLive,
    dontFragment: Number(request.dontFragment),
    identifier: echoIdentifier(os),
    sequence: number & 0xffff,
  });
  const dead = nics.reduce((bits, _, nic) => (isLit(source, host, nic) ? bits : bits | (1 << nic)), 0);
  core.worldEcho(host, number, dead);
}

function echoAnswer({ core }: ViewSource, host: number, number: number): EchoAnswer | null {
  const echo = readEchoRecord(core.memory.buffer, core.echoAt(host, number));
  if (echo.number !== number) return null;
  switch (echo.state) {
    case EchoState.Replied:
      return { kind: 'reply', atPs: Number(echo.repliedAt), bytes: echo.replyBytes, timeToLive: echo.replyHopLimit };
    case EchoState.Unreachable:
      return { kind: 'unreachable' };
    case EchoState.NeedsFragmentation:
      return { kind: 'needs-fragmentation' };
    case EchoState.TooLong:
      return { kind: 'too-long' };
    default:
      return null;
  }
}

/** @param source  asked anew for every call, as settings and time go on */
export const worldView = (source: () => ViewSource): WorldView => ({
  host: (index) => hostView(source(), index),
  sendEcho: (host, request, number) => sendEcho(source(), host, request, number),
  echoAnswer: (host, number) => echoAnswer(source(), host, number),
});
