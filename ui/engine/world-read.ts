// What a world tells, read from its memory: the report of ui/scenario/world-report.ts.

import {
  CostTotalLayout,
  limits,
  readAppRecord,
  readCostTotal,
  readEventQueue,
  readHostRecord,
  readNicRecord,
  readOwnerTotal,
  readPathRecord,
  readPortRecord,
  readProcessor,
  readQueueRecord,
  readSocket,
  readSwitchRecord,
  readTcpConnection,
  readTcpStack,
  readWorkPool,
  readWorld,
  SocketFlag,
  SocketState,
  TcpState,
  type AppRecordRecord,
  type OwnerTotalRecord,
} from '../abi/abi.gen.ts';
import { endpointText } from '../features/addresses.ts';
import { chargedCosts } from '../features/costs.ts';
import type { ResolvedScenario, ResolvedTraffic } from '../scenario/resolve.ts';
import type {
  AppReport,
  ConnectionReport,
  HostReport,
  LatencyReport,
  NicReport,
  OffloadFamilyReport,
  PathReport,
  ProcessorReport,
  QueueReport,
  SwitchReport,
  WorldReport,
} from '../scenario/world-report.ts';
import { readChimney, readOffloadOf } from './chimney-read.ts';
import type { CoreExports } from './core.ts';
import { misplacedStreams, readCopyEngine } from './dma-read.ts';
import { VirtualReader } from './virtual-read.ts';
import type { WorldIndex } from './world-image.ts';

const NO_APP = 0xffff;

export const fingerprintText = (value: bigint): string => BigInt.asUintN(64, value).toString(16).padStart(16, '0');

/** ps of each cost class. */
const classes = ({ interrupt, dpc, driver, ndis, tcpIp, copy, switch: switching, application }: OwnerTotalRecord): number[] =>
  [interrupt, dpc, driver, ndis, tcpIp, copy, switching, application].map(Number);

const stateNames = Object.fromEntries(Object.entries(TcpState).map(([name, value]) => [value, name]));
export const tcpStateName = (state: number): string => stateNames[state] ?? `state ${state}`;

/** The counters of a host include those of its adapters for offloaded connections (DDI, TCP_OFFLOAD_STATS, IP_OFFLOAD_STATS). */
function withOffloaded(families: readonly OffloadFamilyReport[], host: HostReport): HostReport {
  for (const { tcp, ip } of families) {
    host.ip.received += ip.inReceives;
    host.ip.delivered += ip.inDelivers;
    host.ip.headerErrors += ip.inHeaderErrors;
    host.ip.discards += ip.inDiscards;
    host.tcp.segmentsIn += tcp.inSegments;
    host.tcp.segmentsOut += tcp.outSegments;
    host.tcp.segmentsRetransmitted += tcp.retransmittedSegments;
    host.tcp.establishedResets += tcp.resetEstablished;
    host.tcp.resetsOut += tcp.outResets;
  }
  return host;
}

/** Reads one world; made for each report, since memory may have grown. */
export class WorldReader {
  private readonly core: CoreExports;
  private readonly resolved: ResolvedScenario;
  private readonly index: WorldIndex;
  private readonly memory: ArrayBuffer;
  private readonly virtual: VirtualReader;

  constructor(core: CoreExports, resolved: ResolvedScenario, index: WorldIndex) {
    this.core = core;
    this.resolved = resolved;
    this.index = index;
    this.memory = core.memory.buffer;
    this.virtual = new VirtualReader(core, resolved, index, (owner) => this.owner(owner));
  }

  private owner(owner: number): number[] {
    return classes(readOwnerTotal(this.memory, this.core.ownerTotalsAt(owner)));
  }

  /** Number within its host of a processor of the world; of a virtual machine, within the host that it is on. */
  private numberOf(host: number, processor: number): number | null {
    if (processor === limits.NoProcessor) return null;
    if (this.resolved.hosts[host]!.guest) return this.virtual.processorNumber(processor);
    return processor - this.index.firstProcessor[host]!;
  }

  /** What was charged to a processor of the world, by cost. */
  processorCosts(processor: number): ProcessorReport['costs'] {
    const at = this.core.costTotalsAt(processor);
    return chargedCosts.flatMap(({ id }, cost) => {
      const { units, picoseconds } = readCostTotal(this.memory, at + cost * CostTotalLayout.size);
      return units ? [{ id, units: Number(units), ps: Number(picoseconds) }] : [];
    });
  }

  private processor(host: number, number: number): ProcessorReport {
    const processor = this.index.firstProcessor[host]! + number;
    const record = readProcessor(this.memory, this.core.processorAt(processor));
    return {
      host,
      number,
      idlePs: Number(record.idle),
      threadPs: Number(record.thread),
      dpcPs: Number(record.dpc),
      interruptPs: Number(record.interrupt),
      ...(this.resolved.hosts[host]!.virtualMachines.length || record.guest ? { guestPs: Number(record.guest) } : {}),
      classesPs: [
        record.classInterrupt,
        record.classDpc,
        record.classDriver,
        record.classNdis,
        record.classTcpIp,
        record.classCopy,
        record.classSwitch,
        record.classApplication,
      ].map(Number),
      queued: record.queuedThread + record.queuedDpc + record.queuedInterrupt,
      preemptions: record.preemptions,
      costs: this.processorCosts(processor),
    };
  }

  private host(at: number): HostReport {
    const record = readHostRecord(this.memory, this.core.hostAt(at));
    const stack = readTcpStack(this.memory, record.stack);
    const { name, kind, processors, nics } = this.resolved.hosts[at]!;
    const families = nics.flatMap((_, nic) => {
      const chimney = readChimney(this.core, this.index.firstNic[at]! + nic);
      return chimney ? [chimney.ipv4, chimney.ipv6] : [];
    });
    const copyEngine = readCopyEngine(this.core, at, this.index.firstProcessor[at]!);
    return withOffloaded(families, {
      name,
      kind,
      processors: kind !== 'modelled' ? [] : processors.map((_, number) => this.processor(at, number)),
      ip: {
        received: Number(record.ipReceived),
        delivered: Number(record.ipDelivered),
        headerErrors: Number(record.ipHeaderErrors),
        addressErrors: Number(record.ipAddressErrors),
        discards: Number(record.ipDiscards),
        checksumErrors: Number(record.checksumErrors),
      },
      udp: {
        in: Number(record.udpIn),
        out: Number(record.udpOut),
        noPorts: Number(record.udpNoPorts),
        discards: Number(record.udpDiscards),
      },
      icmp: { in: Number(record.icmpIn), out: Number(record.icmpOut) },
      tcp: {
        activeOpens: Number(stack.activeOpens),
        passiveOpens: Number(stack.passiveOpens),
        attemptFails: Number(stack.attemptFails),
        establishedResets: Number(stack.establishedResets),
        segmentsIn: Number(stack.segmentsIn),
        segmentsOut: Number(stack.segmentsOut),
        segmentsRetransmitted: Number(stack.segmentsRetransmitted),
        resetsOut: Number(stack.resetsOut),
      },
      ...(copyEngine && { copyEngine }),
    });
  }

  private queue(host: number, first: number, queue: number): QueueReport {
    const record = readQueueRecord(this.memory, this.core.nicQueueAt(first + queue));
    return {
      queue,
      processor: this.numberOf(host, record.processor),
      depth: record.depth,
      peak: record.peak,
      frames: Number(record.frames),
      bytes: Number(record.bytes),
      drops: Number(record.drops),
      interrupts: Number(record.interrupts),
      dpcs: Number(record.dpcs),
      waitPs: Number(record.waitSum),
      transmitDepth: (record.txPosted - record.txDone) >>> 0,
    };
  }

  private nic(at: number): NicReport {
    const host = this.index.nicHost[at]!;
    const record = readNicRecord(this.memory, this.core.nicAt(at));
    const nic = this.resolved.hosts[host]!.nics[at - this.index.firstNic[host]!]!;
    const chimney = readChimney(this.core, at);
    return {
      host,
      name: nic.name,
      mac: nic.mac,
      sentFrames: Number(record.sentFrames),
      sentBytes: Number(record.sentBytes),
      largeSends: Number(record.sentLarge),
      arrivedFrames: Number(record.arrived),
      arrivedBytes: Number(record.arrivedBytes),
      receivedFrames: Number(record.received),
      receivedBytes: Number(record.receivedBytes),
      indicatedFrames: Number(record.indicated),
      interrupts: Number(record.interrupts),
      tableChanges: Number(record.tableChanges),
      dropped: {
        crc: Number(record.crcErrors),
        filtered: Number(record.filtered),
        noBuffer: Number(record.noBuffer),
        tooLong: Number(record.tooLong),
        noCable: Number(record.noCable),
        noMemory: Number(record.noMemory),
      },
      chargedPs: this.owner(record.owner),
      queues: Array.from({ length: record.queues }, (_, queue) => this.queue(host, record.firstQueue, queue)),
      table: record.rss ? [...new Uint8Array(this.memory, this.core.nicTableAt(at), record.tableMask + 1)] : [],
      ...(chimney && { chimney }),
    };
  }

  private endpoint(family: number, bytes: Uint8Array, port: number): string {
    const address = family === 4 ? { family: 'ipv4' as const, bytes: bytes.slice(0, 4) } : { family: 'ipv6' as const, bytes };
    return endpointText(address, port);
  }

  /** null where the socket is not in use. */
  connection(id: number): ConnectionReport | null {
    const socket = readSocket(this.memory, this.core.socketAt(id));
    if (socket.state === SocketState.Free) return null;
    const c = readTcpConnection(this.memory, this.core.connectionAt(id));
    const udp = socket.state === SocketState.Udp;
    const offload = udp ? undefined : readOffloadOf(this.core, id);
    const inFlight = udp ? 0 : (c.sndMax - c.sndUna) >>> 0;
    return {
      id,
      host: socket.host,
      app: socket.app === NO_APP ? null : socket.app,
      role: socket.flags & SocketFlag.Server ? 'server' : 'client',
      transport: udp ? 'udp' : 'tcp',
      local: this.endpoint(c.family, c.localAddress, c.localPort),
      remote: this.endpoint(c.family, c.remoteAddress, c.remotePort),
      state: udp ? 'Open' : tcpStateName(c.state),
      processor: this.numberOf(socket.host, socket.processor),
      dpcProcessor: this.numberOf(socket.host, socket.dpc),
      queue: socket.queue,
      congestionWindow: udp ? 0 : c.cWnd + c.dWnd,
      slowStartThreshold: udp ? 0 : c.ssThresh,
      delayWindow: udp ? 0 : c.dWnd,
      sendWindow: udp ? 0 : c.sndWnd,
      receiveWindow: udp ? 0 : c.rcvWnd,
      inFlight,
      smoothedRttPs: udp ? 0 : Number(c.sRtt),
      retransmitted: socket.retransmitted,
      sentBytes: Number(socket.handed),
      ackedBytes: udp ? Number(socket.handed) : Number(c.sndUnaOffset),
      receivedBytes: udp ? Number(socket.read) : Number(c.rcvNxtOffset),
      readBytes: Number(socket.read),
      exchanges: Number(socket.flags & SocketFlag.Server ? socket.requests : socket.done),
      chargedPs: this.owner(this.index.nicHost.length + 1 + id),
      ...(offload && { offload }),
    };
  }

  private latency(app: AppRecordRecord): LatencyReport | null {
    const count = Number(app.exchanges);
    if (!count || app.latencySum === 0n) return null;
    const buckets = new Uint32Array(this.memory, app.latencies, limits.LatencyBuckets);
    const total = buckets.reduce((sum, frames) => sum + frames, 0);
    const percentile = (share: number): number => {
      let seen = 0;
      const bucket = buckets.findIndex((frames) => (seen += frames) >= share * total && seen > 0);
      // The middle of a bucket: eight to an octave.
      const power = bucket >> 3;
      return bucket < 8 ? bucket : Math.round(2 ** power * (1 + ((bucket & 7) + 0.5) / 8));
    };
    return {
      count,
      meanPs: Math.round(Number(app.latencySum) / count),
      minPs: Number(app.latencyMin),
      maxPs: Number(app.latencyMax),
      p50Ps: percentile(0.5),
      p90Ps: percentile(0.9),
      p99Ps: percentile(0.99),
    };
  }

  private app(at: number): AppReport {
    const record = readAppRecord(this.memory, this.core.appAt(at));
    const traffic = this.resolved.traffic[this.index.appTraffic[at]!] as Exclude<ResolvedTraffic, { app: 'replay' }>;
    return {
      app: traffic.app,
      label: appLabel(this.resolved, this.index.appTraffic[at]!),
      clientHost: traffic.from?.host ?? null,
      serverHost: traffic.to.host,
      opened: record.opened,
      established: Number(record.established),
      failed: Number(record.failed),
      finished: Number(record.finished),
      receivedBytes: Number(record.received),
      serverReceivedBytes: Number(record.serverReceived),
      exchanges: Number(record.exchanges),
      latency: this.latency(record),
    };
  }

  private path(link: number, direction: 0 | 1): PathReport {
    const record = readPathRecord(this.memory, this.core.pathAt(2 * link + direction));
    return {
      link,
      direction,
      frames: Number(record.framesIn),
      bytes: Number(record.bytesIn),
      lost: Number(record.lost),
      duplicated: Number(record.duplicated),
      reordered: Number(record.reordered),
      corrupted: Number(record.corrupted),
      arrived: Number(record.framesOut),
    };
  }

  private switch(at: number): SwitchReport {
    const record = readSwitchRecord(this.memory, this.core.switchAt(at));
    return {
      name: this.resolved.switches[at]!.name,
      framesIn: Number(record.framesIn),
      flooded: Number(record.flooded),
      ports: Array.from({ length: record.ports }, (_, port) => {
        const { sentFrames, drops, bytes, peakBytes } = readPortRecord(this.memory, this.core.portAt(record.firstPort + port));
        return { sentFrames: Number(sentFrames), drops: Number(drops), queuedBytes: bytes, peakBytes };
      }),
    };
  }

  /** Limits of the emulator that were reached. */
  faults(): string[] {
    const world = readWorld(this.memory, this.core.worldAt());
    const queue = readEventQueue(this.memory, this.core.queueAt());
    const work = readWorkPool(this.memory, this.core.workPoolAt());
    const counts: [number, string][] = [
      [world.packetsMissed, 'frames were dropped because there was no memory for more packets'],
      [world.buffersMissed, 'frames were dropped because there was no buffer for their bytes'],
      [world.socketsMissed, 'connections were refused because there was no socket left'],
      [misplacedStreams(this.core, world.hosts), 'streams were not whole after the copy engine had moved a part of them'],
      [queue.overflows, 'events were lost because the event queue was full'],
      [queue.past, 'events lay in the past'],
      [work.overflows, 'work items were lost because there was no room'],
      [work.strayCharges, 'charges belonged to no work item'],
    ];
    return counts.flatMap(([count, what]) => (count ? [`${count} ${what}.`] : []));
  }

  sockets(): number {
    return readWorld(this.memory, this.core.worldAt()).sockets;
  }

  report(): WorldReport {
    const { resolved } = this;
    const world = readWorld(this.memory, this.core.worldAt());
    return {
      timePs: Number(readEventQueue(this.memory, this.core.queueAt()).now),
      events: Number(world.events),
      fingerprint: '',
      faults: this.faults(),
      hosts: resolved.hosts.map((_, at) => this.host(at)),
      nics: this.index.nicHost.map((_, at) => this.nic(at)),
      paths: resolved.links.flatMap((_, link) => [this.path(link, 0), this.path(link, 1)]),
      switches: resolved.switches.map((_, at) => this.switch(at)),
      apps: this.index.appTraffic.map((_, at) => this.app(at)),
      connections: Array.from({ length: world.sockets }, (_, id) => this.connection(id)).filter((connection) => connection !== null),
      packetsInFlight: world.packetsUsed,
      ...(resolved.virtualSwitches.length ? { virtual: this.virtual.report() } : {}),
    };
  }
}

/** "bulk, client to server:5001" */
export function appLabel(resolved: ResolvedScenario, index: number): string {
  const traffic = resolved.traffic[index]!;
  if (traffic.app === 'replay') return `replay of ${traffic.capture}`;
  const { from, to } = traffic;
  const client = from ? resolved.hosts[from.host]!.name : 'outside';
  return `${traffic.app}, ${client} to ${resolved.hosts[to.host]!.name}:${to.port}`;
}
