// Writes a scenario into the memory of a world: every record that the core reads, before the run and, for what may change, during it.

import {
  AppKind,
  AppRecordLayout,
  End,
  HostRecordLayout,
  InterruptMode,
  limits,
  Moderation,
  readNicRecord,
  TcpCongestion,
  writeAddressRecord,
  writeAppRecord,
  writeHostRecord,
  writeNicRecord,
  writePathRecord,
  writePortRecord,
  writeQueueRecord,
  writeSwitchRecord,
  writeTcpStack,
  writeWorld,
  type NicRecordRecord,
} from '../abi/abi.gen.ts';
import { parseAddress } from '../features/addresses.ts';
import { costInForce, processorClasses } from '../features/costs.ts';
import { withGuests } from '../scenario/guests.ts';
import { isNearProcessor } from '../scenario/host-settings.ts';
import { SHARE_PARTS } from '../scenario/quantities.ts';
import type { ResolvedHost, ResolvedNic, ResolvedPath, ResolvedScenario, ResolvedTraffic } from '../scenario/resolve.ts';
import type { Host, Nic, Scenario } from '../scenario/schema.ts';
import type { LinkEnd } from '../scenario/topology.ts';
import { canTake, hasChimney, takesConnections, writeChimney, writePrograms } from './chimney-image.ts';
import type { CoreExports } from './core.ts';
import { psPerCycle, writeCosts } from './costs.ts';
import { reserveCopyEngine, writeCopyEngine } from './dma-image.ts';
import { configureRss } from './rss-config.ts';
import { boundQueueProcessors, rewriteVirtualImage, writeVirtualImage } from './virtual-image.ts';
import { queueRecords, queuesInUse, worldSize } from './world-size.ts';

const NEVER = 2n ** 64n - 1n;
/** Segments that TCP of a host may put out in one call. */
const RING_SLOTS = 256;
const LARGE_SEND = 65_535;

type Application = Exclude<ResolvedTraffic, { app: 'replay' }>;

/** Where the parts of a scenario lie in the world's arrays: index of the first of each host, switch. */
export interface WorldIndex {
  firstNic: number[];
  firstProcessor: number[];
  firstPort: number[];
  /** First queue record of each adapter, and how many it has. */
  firstQueue: number[];
  queues: number[];
  nicHost: number[];
  /** Index in `traffic` of each application. */
  appTraffic: number[];
}

function sums(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => (sum += count) - count);
}

export function worldIndex(document: Scenario, resolved: ResolvedScenario): WorldIndex {
  const scenario = withGuests(document);
  const queues = scenario.hosts.flatMap((host) => host.nics.map((nic) => queueRecords(host, nic)));
  return {
    firstNic: sums(resolved.hosts.map(({ nics }) => nics.length)),
    firstProcessor: sums(resolved.hosts.map(({ kind, processors }) => (kind === 'modelled' ? processors.length : 0))),
    firstPort: sums(resolved.switches.map(({ ports }) => ports)),
    firstQueue: sums(queues),
    queues,
    nicHost: resolved.hosts.flatMap(({ nics }, host) => nics.map(() => host)),
    appTraffic: resolved.traffic.flatMap(({ app }, index) => (app === 'replay' ? [] : [index])),
  };
}

/** Picoseconds of a byte on the wire, times 2^10. */
const psPerByte = (bitsPerSecond: number): bigint => BigInt(Math.round((8e12 * 1024) / bitsPerSecond));

/** A probability in parts of SHARE_PARTS as one of 2^64. */
const chance = (parts: number): bigint => {
  const scaled = (BigInt(parts) << 64n) / BigInt(SHARE_PARTS);
  return scaled > NEVER ? NEVER : scaled;
};

const addressBytes = (text: string): Uint8Array => {
  const parsed = parseAddress(text);
  if ('fault' in parsed) throw new Error(parsed.fault);
  const bytes = new Uint8Array(16);
  bytes.set(parsed.address.bytes);
  return bytes;
};

const macNumber = (text: string): bigint => {
  const parsed = parseAddress(text);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed.address.bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
};

const familyNumber = (family: 'ipv4' | 'ipv6'): number => (family === 'ipv4' ? 4 : 6);

/** Shift of the window scale that each level of auto-tuning allows; assumed, Windows names the levels only. */
const tuningShift = { disabled: 0, highlyrestricted: 2, restricted: 4, normal: 8, experimental: 14 } as const;

/** Settings of TCP; may be written again during a run, for connections that are opened later. */
function writeStack(core: CoreExports, stack: number, host: ResolvedHost): void {
  const { tcp } = host;
  const shift = tuningShift[tcp.autoTuning];
  writeTcpStack(core.memory.buffer, stack, {
    initialRto: BigInt(tcp.initialRto),
    minRto: BigInt(tcp.minRto),
    maxRto: BigInt(tcp.maxRto),
    delayedAck: BigInt(tcp.delayedAck),
    // At least two units of its scale, or a peer would be offered nothing.
    receiveWindow: Math.max(tcp.receiveWindow, shift > 0 ? 2 ** (shift + 1) : 0),
    receiveLimit: Math.max(tcp.receiveWindow, 65_535 * 2 ** shift),
    initialWindow: tcp.initialWindow,
    congestion: tcp.congestion === 'ctcp' ? TcpCongestion.Compound : TcpCongestion.NewReno,
    windowScaling: shift > 0 || tcp.receiveWindow > 65_535 ? 1 : 0,
    sack: Number(tcp.sack),
    timestamps: Number(tcp.timestamps),
    ecn: Number(tcp.ecn),
    nagle: Number(tcp.nagle),
    synRetries: tcp.synRetransmissions,
    dataRetries: tcp.dataRetransmissions,
    mtu: Math.max(...host.nics.map(({ mtu }) => mtu)),
  });
}

function writeHost(core: CoreExports, host: ResolvedHost, at: number, index: WorldIndex): void {
  const force = (id: string) => costInForce(id, host.processorClass, overridesOf(host));
  writeHostRecord(core.memory.buffer, core.hostAt(at), {
    ideal: Number(host.kind === 'ideal'),
    autoTuning: Number(host.tcp.autoTuning !== 'disabled'),
    keepAlive: Number(host.tcp.keepAlive),
    firstNic: index.firstNic[at]!,
    nics: host.nics.length,
    ...(host.kind === 'guest' ? {} : { firstProcessor: host.kind === 'ideal' ? limits.NoProcessor : index.firstProcessor[at]! }),
    processors: host.kind === 'ideal' ? 0 : host.processors.length,
    indication: Math.max(1, Math.round(force('indication'))),
    dpcBudget: Math.max(1, Math.round(force('dpc_budget'))),
    rebalanceInterval: BigInt(Math.round(force('rebalance_interval') * 1e6)),
    rebalanceThreshold: Math.round(force('rebalance_threshold') * 10),
  });
  writeCopyEngine(core, host, at, index.firstProcessor[at]!, overridesOf(host));
}

const overridesOf = ({ costs }: ResolvedHost): Record<string, number> =>
  Object.fromEntries(Object.entries(costs).filter((entry): entry is [string, number] => entry[1] !== undefined));

function writeProcessors(core: CoreExports, host: ResolvedHost, at: number, index: WorldIndex): void {
  if (host.kind !== 'modelled') return;
  writeCosts(core, at, host.processorClass, overridesOf(host));
  const first = index.firstProcessor[at]!;
  const cycle = psPerCycle(host.clockHz, processorClasses[host.processorClass].typical);
  for (const [number, { core: coreNumber, node }] of host.processors.entries()) {
    // A core has one or two threads, with adjacent numbers.
    const sibling = host.processors.findIndex((other, candidate) => candidate !== number && other.core === coreNumber);
    core.processorDescribe(first + number, at, coreNumber, node, sibling < 0 ? limits.NoProcessor : first + sibling, cycle);
  }
}

function moderationOf({ moderation }: ResolvedNic): Pick<NicRecordRecord, 'moderation' | 'lowestRate' | 'highestRate'> {
  const interval = (perSecond: number) => BigInt(Math.round(1e12 / perSecond));
  if (moderation.mode === 'fixed')
    return { moderation: Moderation.Fixed, lowestRate: interval(moderation.rate), highestRate: interval(moderation.rate) };
  if (moderation.mode === 'adaptive')
    return { moderation: Moderation.Adaptive, lowestRate: interval(moderation.lowest), highestRate: interval(moderation.highest) };
  return { moderation: Moderation.Off, lowestRate: 0n, highestRate: 0n };
}

/** V1 is for IPv4 only. */
const largeSends = ({ lsoV1, lsoV2 }: ResolvedNic): Pick<NicRecordRecord, 'lsoBytes4' | 'lsoBytes6'> => ({
  lsoBytes4: lsoV1 || lsoV2 ? LARGE_SEND : 0,
  lsoBytes6: lsoV2 ? LARGE_SEND : 0,
});

/** The settings of an adapter that may change during a run. */
function writeNicSettings(core: CoreExports, nic: ResolvedNic, at: number): void {
  writeNicRecord(core.memory.buffer, core.nicAt(at), {
    dmaDelay: BigInt(nic.dmaDelay),
    mtu: nic.mtu,
    interruptMode: { msix: InterruptMode.Msix, msi: InterruptMode.Msi, line: InterruptMode.Line }[nic.interrupts],
    checksumOffload: Number(nic.checksumOffload),
    netDma: Number(nic.netDma),
    ...moderationOf(nic),
    ...largeSends(nic),
  });
}

/** Puts RSS of an adapter into force: hash, table, queues in use and their processors. */
function writeRss(core: CoreExports, draft: Host, nicDraft: Nic, nic: ResolvedNic, at: number, index: WorldIndex): void {
  const ideal = draft.kind === 'ideal';
  const first = index.firstProcessor[index.nicHost[at]!]!;
  const processors = queuesInUse(draft, nicDraft, nic);
  for (const [queue, processor] of processors.entries())
    writeQueueRecord(core.memory.buffer, core.nicQueueAt(index.firstQueue[at]! + queue), {
      processor: ideal ? limits.NoProcessor : first + processor,
    });
  const inEffect = draft.kind !== 'ideal' && nic.rssEnabled;
  let defaultQueue = 0;
  if (inEffect) {
    const effective = configureRss(core, nic.rss, isNearProcessor(draft, nicDraft));
    core.nicRssAdopt(at);
    ({ defaultQueue } = effective);
  }
  writeNicRecord(core.memory.buffer, core.nicAt(at), {
    hardwareQueues: ideal || processors.length === 1 ? 1 : nic.queues,
    queues: processors.length,
    interruptProcessor: ideal ? limits.NoProcessor : first + (nic.interrupts === 'msix' ? processors[0]! : 0),
    rss: Number(inEffect),
    defaultQueue,
    rebalancing: Number(inEffect && nicDraft.rss.rebalancing),
  });
}

/** An adapter that is bound to a virtual switch has no RSS: a default queue, and queues for virtual machines. A virtual adapter has one queue. */
function writeVirtualQueues(core: CoreExports, scenario: Scenario, nic: ResolvedNic, number: number, at: number, index: WorldIndex): void {
  const host = index.nicHost[at]!;
  const queues = index.queues[at]!;
  const processors = nic.isBound ? boundQueueProcessors(scenario, host, number, queues) : [0];
  const first = index.firstProcessor[host]!;
  for (const [queue, processor] of processors.entries())
    writeQueueRecord(core.memory.buffer, core.nicQueueAt(index.firstQueue[at]! + queue), { processor: first + processor });
  writeNicRecord(core.memory.buffer, core.nicAt(at), {
    hardwareQueues: queues,
    queues,
    interruptProcessor: first + processors[0]!,
    rss: 0,
    rebalancing: 0,
  });
}

function writeNic(
  core: CoreExports,
  scenario: Scenario,
  draft: Host,
  host: ResolvedHost,
  number: number,
  at: number,
  firstAddress: number,
  index: WorldIndex,
  path: number,
  bitsPerSecond: number,
): void {
  const nic = host.nics[number]!;
  const nicDraft = draft.nics[number]!;
  const hasTable = host.kind !== 'ideal' && !nic.isVirtual && !nic.isBound;
  if (hasTable) core.nicRssReserve(at);
  const memory = core.memory.buffer;
  writeNicRecord(memory, core.nicAt(at), {
    mac: macNumber(nic.mac),
    psPerByte: psPerByte(bitsPerSecond),
    host: index.nicHost[at]!,
    path,
    firstQueue: index.firstQueue[at]!,
    receiveDescriptors: nic.receiveDescriptors,
    transmitDescriptors: nic.transmitDescriptors,
    firstAddress,
    addresses: nic.addresses.length,
    owner: at + 1,
  });
  writeNicSettings(core, nic, at);
  if (nic.isVirtual || nic.isBound) writeVirtualQueues(core, scenario, nic, number, at, index);
  else writeRss(core, draft, nicDraft, nic, at, index);
  for (const [offset, address] of nic.addresses.entries())
    writeAddressRecord(core.memory.buffer, core.addressAt(firstAddress + offset), {
      address: addressBytes(address.text),
      family: familyNumber(address.family),
      prefix: address.prefixLength,
    });
}

/** Bits between two errors, on average, of a share given in parts. */
const errorDistance = (parts: number): bigint => (parts === 0 ? 0n : BigInt(SHARE_PARTS) / BigInt(parts));

function writePathSettings(core: CoreExports, path: ResolvedPath, at: number): void {
  writePathRecord(core.memory.buffer, core.pathAt(at), {
    delay: BigInt(path.delayPs),
    reorderingDelay: BigInt(path.reorderingDelayPs),
    loss: chance(path.lossParts),
    duplication: chance(path.duplicationParts),
    reordering: chance(path.reorderingParts),
    bitErrorMean: errorDistance(path.bitErrorParts),
    bitsToError: 0n,
  });
}

function placeOf(end: LinkEnd, index: WorldIndex): number {
  if (end.kind === 'nic') return (End.Nic << 24) | (index.firstNic[end.host]! + end.nic);
  return (End.Port << 24) | (index.firstPort[end.switch]! + end.port);
}

function writeLinks(core: CoreExports, resolved: ResolvedScenario, index: WorldIndex): void {
  for (const [number, { ends, directions, bitsPerSecond }] of resolved.links.entries())
    for (const side of [0, 1] as const) {
      const path = 2 * number + side;
      writePathSettings(core, directions[side], path);
      writePathRecord(core.memory.buffer, core.pathAt(path), { to: placeOf(ends[1 - side]!, index), stream: path });
      const end = ends[side];
      if (end.kind === 'switch')
        writePortRecord(core.memory.buffer, core.portAt(index.firstPort[end.switch]! + end.port), {
          psPerByte: psPerByte(bitsPerSecond),
          path,
        });
    }
}

function writeSwitches(core: CoreExports, resolved: ResolvedScenario, index: WorldIndex): void {
  for (const [at, { ports, queue, latency }] of resolved.switches.entries()) {
    const firstPort = index.firstPort[at]!;
    writeSwitchRecord(core.memory.buffer, core.switchAt(at), { latency: BigInt(latency), firstPort, ports, queueBytes: queue });
    for (let port = 0; port < ports; port++)
      writePortRecord(core.memory.buffer, core.portAt(firstPort + port), { device: at, path: limits.None });
  }
}

const appKinds = {
  bulk: AppKind.Bulk,
  requests: AppKind.Requests,
  echo: AppKind.Echo,
  discard: AppKind.Discard,
  chargen: AppKind.Chargen,
  http: AppKind.Http,
} as const;

/** Texts of an HTTP exchange, CRLF at each line's end. */
function httpTexts(app: Extract<Application, { app: 'http' }>): [request: string, response: string] {
  if (app.from === null)
    return [
      'HTTP/1.1 200 OK\r\nServer: nicscope\r\nContent-Type: application/octet-stream\r\nContent-Length: ',
      'HTTP/1.1 404 Not Found\r\nServer: nicscope\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    ];
  const host = app.from.address.includes(':') ? `[${app.to.address}]` : app.to.address;
  return [
    `GET /bytes/${app.response} HTTP/1.1\r\nHost: ${host}:${app.to.port}\r\nAccept: */*\r\n\r\n`,
    `HTTP/1.1 200 OK\r\nServer: nicscope\r\nContent-Type: application/octet-stream\r\nContent-Length: ${app.response}\r\n\r\n`,
  ];
}

const limitOf = (value: number | undefined): bigint => (value === undefined ? NEVER : BigInt(value));

/** Bytes of a request and of its answer. */
function exchangeOf(app: Application): { request: bigint; response: bigint } {
  if (app.app === 'requests') return { request: BigInt(app.request), response: BigInt(app.response) };
  if (app.app === 'echo') return { request: BigInt(app.message), response: BigInt(app.message) };
  if (app.app !== 'http') return { request: 0n, response: 0n };
  const [request, response] = httpTexts(app);
  return { request: BigInt(request.length), response: BigInt(response.length + app.response) };
}

function writeTexts(core: CoreExports, at: number, texts: [string, string]): void {
  const memory = core.memory.buffer;
  const first = new DataView(memory).getUint32(core.appAt(at) + AppRecordLayout.firstText, true);
  for (const [index, text] of texts.entries()) {
    if (text.length > limits.TextBytes) throw new Error(`A text of ${text.length} bytes does not fit.`);
    new Uint8Array(memory).set(new TextEncoder().encode(text), first + index * limits.TextBytes);
  }
  writeAppRecord(memory, core.appAt(at), { requestText: texts[0].length, responseText: texts[1].length });
}

function processorBytes(list: readonly number[] | undefined): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(list ?? []);
  return bytes;
}

function writeApp(core: CoreExports, app: Application, at: number, index: WorldIndex): void {
  const { from, to } = app;
  writeAppRecord(core.memory.buffer, core.appAt(at), {
    kind: appKinds[app.app],
    start: BigInt(app.start),
    interval: BigInt(app.interval),
    duration: limitOf(app.duration),
    pause: BigInt('pause' in app ? app.pause : 0),
    bytes: limitOf('bytes' in app ? app.bytes : undefined),
    count: limitOf('count' in app ? app.count : undefined),
    ...exchangeOf(app),
    fromAddress: from ? addressBytes(from.address) : new Uint8Array(16),
    toAddress: to.address ? addressBytes(to.address) : new Uint8Array(16),
    family: familyNumber(app.family),
    udp: Number('transport' in app && app.transport === 'udp'),
    outside: Number(from === null),
    posted: app.postedReceives,
    port: to.port,
    connections: app.connections,
    client: from ? from.host : limits.None,
    clientNic: from ? index.firstNic[from.host]! + from.nic : 0,
    server: to.host,
    serverNic: to.nic === null ? limits.None : index.firstNic[to.host]! + to.nic,
    bufferSize: app.bufferSize,
    clientProcessors: app.clientProcessors?.length ?? 0,
    serverProcessors: app.serverProcessors?.length ?? 0,
    clientList: processorBytes(app.clientProcessors),
    serverList: processorBytes(app.serverProcessors),
    latencyMin: NEVER,
  });
  if (app.app === 'http') writeTexts(core, at, httpTexts(app));
}

/** Path that leaves an adapter, and the speed it runs at. */
function cableOf(resolved: ResolvedScenario, host: number, nic: number): { path: number; bitsPerSecond: number } {
  const { link, speed } = resolved.hosts[host]!.nics[nic]!;
  if (link === null) return { path: limits.None, bitsPerSecond: speed };
  const { ends, bitsPerSecond } = resolved.links[link]!;
  const [one] = ends;
  const isFirst = one.kind === 'nic' && one.host === host && one.nic === nic;
  return { path: 2 * link + (isFirst ? 0 : 1), bitsPerSecond };
}

/** Builds the whole image; afterwards the world can run. */
export function writeWorldImage(core: CoreExports, document: Scenario, resolved: ResolvedScenario): WorldIndex {
  const scenario = withGuests(document);
  const { world, queues, events, work } = worldSize(scenario, resolved);
  const index = worldIndex(scenario, resolved);
  writeWorld(core.memory.buffer, core.worldAt(), world);
  core.worldBegin(queues, events, work);
  const takers = hasChimney(scenario);
  let firstAddress = 0;
  for (const [at, host] of resolved.hosts.entries()) {
    reserveCopyEngine(core, host, at);
    writeHost(core, host, at, index);
    const stack = core.tcpStackReserve(RING_SLOTS);
    new DataView(core.memory.buffer).setUint32(core.hostAt(at) + HostRecordLayout.stack, stack, true);
    writeTcpStack(core.memory.buffer, stack, { secret0: BigInt(resolved.seed) * 2n + 1n, secret1: BigInt(at) });
    writeStack(core, stack, host);
    writeProcessors(core, host, at, index);
    for (const [number, nic] of host.nics.entries()) {
      const { path, bitsPerSecond } = cableOf(resolved, at, number);
      writeNic(core, scenario, scenario.hosts[at]!, host, number, index.firstNic[at]! + number, firstAddress, index, path, bitsPerSecond);
      firstAddress += nic.addresses.length;
      if (canTake(scenario, at, number)) core.offloadReserve(index.firstNic[at]! + number);
      else if (host.guest && takers) core.offloadWatch(index.firstNic[at]! + number);
      else continue;
      writeChimney(core, engineHost(resolved, host), nic, index.firstNic[at]! + number, stack);
    }
  }
  writeVirtualImage(core, resolved, index);
  writeSwitches(core, resolved, index);
  writeLinks(core, resolved, index);
  for (const [at, traffic] of index.appTraffic.entries()) writeApp(core, resolved.traffic[traffic] as Application, at, index);
  if (takers) writePrograms(core, resolved, index.appTraffic);
  core.worldStart();
  return index;
}

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** A scenario and what it comes to. */
export interface Resolution {
  scenario: Scenario;
  resolved: ResolvedScenario;
}

/** The host whose physical adapter runs the connections of a host: of a virtual machine, the one that it is on. */
const engineHost = ({ hosts }: ResolvedScenario, host: ResolvedHost): ResolvedHost => (host.guest ? hosts[host.guest.on]! : host);

/** Connections come back whose gates have closed, and those that a change of another adapter brings back. */
function rewriteChimney(core: CoreExports, was: Resolution, { scenario, resolved }: Resolution, index: WorldIndex): void {
  writePrograms(core, resolved, index.appTraffic);
  for (const [at, host] of resolved.hosts.entries()) {
    const stack = new DataView(core.memory.buffer).getUint32(core.hostAt(at) + HostRecordLayout.stack, true);
    for (const [number, nic] of host.nics.entries()) {
      const nicAt = index.firstNic[at]! + number;
      const isChanged = differs(was.scenario.hosts[at]!.nics[number], scenario.hosts[at]!.nics[number]);
      if (isChanged && nic.chimney.uploadsOthers) core.offloadAdapterChanged(nicAt);
      if (!(takesConnections(core, nicAt) || host.guest) || !differs(was.resolved.hosts[at], host)) continue;
      writeChimney(core, engineHost(resolved, host), nic, nicAt, stack);
      // A virtual machine that migrates has its connections come back in any case.
      if (host.guest?.on === was.resolved.hosts[at]!.guest?.on) core.offloadSettle(nicAt);
    }
  }
}

/** Puts a changed scenario of the same layout into force during a run: what the timeline may change. What is the same is left alone. */
export function rewriteWorldImage(core: CoreExports, before: Resolution, after: Resolution, index: WorldIndex): void {
  const was = { ...before, scenario: withGuests(before.scenario) };
  const { resolved } = after;
  const scenario = withGuests(after.scenario);
  for (const [at, host] of resolved.hosts.entries()) {
    if (!differs(was.resolved.hosts[at], host)) continue;
    const stack = new DataView(core.memory.buffer).getUint32(core.hostAt(at) + HostRecordLayout.stack, true);
    writeHost(core, host, at, index);
    writeStack(core, stack, host);
    if (host.kind === 'modelled') writeCosts(core, at, host.processorClass, overridesOf(host));
    for (const [number, nic] of host.nics.entries()) {
      const before = was.resolved.hosts[at]!.nics[number]!;
      if (!differs(before, nic) && !differs(was.scenario.hosts[at]!.nics[number], scenario.hosts[at]!.nics[number])) continue;
      const nicAt = index.firstNic[at]! + number;
      const wasRebalancing = readNicRecord(core.memory.buffer, core.nicAt(nicAt)).rebalancing;
      writeNicSettings(core, nic, nicAt);
      if (nic.isVirtual || nic.isBound) continue;
      const draft = scenario.hosts[at]!;
      const rssOf = (host: Host, settings: ResolvedNic) => [settings.rss, settings.rssEnabled, host.nics[number]!.rss, settings.interrupts];
      // A table that the stack has rebalanced stays as it is while nothing of RSS changes.
      if (differs(rssOf(was.scenario.hosts[at]!, before), rssOf(draft, nic))) writeRss(core, draft, draft.nics[number]!, nic, nicAt, index);
      if (!wasRebalancing) core.rebalanceBegin(nicAt);
    }
  }
  if (hasChimney(was.scenario)) rewriteChimney(core, was, { scenario, resolved }, index);
  for (const [number, { directions }] of resolved.links.entries())
    for (const side of [0, 1] as const)
      if (differs(was.resolved.links[number]!.directions[side], directions[side]))
        writePathSettings(core, directions[side], 2 * number + side);
  for (const [at, { latency, queue }] of resolved.switches.entries())
    writeSwitchRecord(core.memory.buffer, core.switchAt(at), { latency: BigInt(latency), queueBytes: queue });
  rewriteVirtualImage(core, resolved, index);
}
