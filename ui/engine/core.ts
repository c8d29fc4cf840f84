// The exports of the full core: those of the capture core and emulated worlds. Memory may grow in every function that reserves room, and
// in captureStep, so take views afresh after every call.

import { instantiateCaptureCore, type CaptureCore } from './capture-core.ts';

export interface CoreExports extends CaptureCore {
  /**
   * SIMD batch over structure of arrays: byte b of packet p is at soa + b * stride + p.
   * @param bytes a multiple of 4, at most 36  @param count multiple of 16, at most stride  @param out u32 a packet
   */
  toeplitzSoa(soa: number, stride: number, bytes: number, count: number, out: number): void;

  /**
   * Replay: parses, hashes, dispatches and counts `count` Ethernet frames described at `descriptors`
   * (u32 address, u16 captured, u16 wire, 8 bytes each). Per-queue counters: u64 packets, u64 bytes at replayCountersAt() + queue * 16.
   */
  replay(descriptors: number, count: number): void;
  replayCountersAt(): number;
  replayReset(): void;
  /** Grows memory by at least `bytes` and returns the address of that room (for bench and tests). */
  arenaTake(bytes: number): number;

  // Virtual time of a world. Times are picoseconds, u64; BigInt.asUintN(64, ...) of what is returned.
  /** Room for `capacity` pending events. Once. */
  queueBegin(capacity: number): void;
  /** Address of the EventQueue record. */
  queueAt(): number;
  queueNow(): bigint;
  /** Time of the earliest event; all ones when none waits. */
  queueNext(): bigint;
  /** @returns 0 when it was refused: before now, or no room; the EventQueue record counts both */
  queuePush(time: bigint, kind: number, a: number, b: number): number;
  /** @returns address of the Event that is due first, up to and including `limit`, good until the next push; 0 when none is, and then virtual time is `limit`, unless that is all ones */
  queuePop(limit: bigint): number;
  /** Bench: pops and pushes again `count` times; a while is u64 picoseconds at `whiles`, `mask` their number less 1. @returns a sum that depends on the order */
  queueHold(count: number, whiles: number, mask: number): number;

  // Costs and who caused them. ledgerBegin, then processorsBegin, then processorDescribe for each; all before the run.
  /** @param owners highest id of an adapter or connection; ids start at 1 */
  ledgerBegin(hosts: number, processors: number, owners: number): void;
  /** limits.Costs CostEntry records of a host; writeCosts() in ui/engine/costs.ts fills them. */
  costEntriesAt(host: number): number;
  /** limits.Costs CostTotal records of a processor. */
  costTotalsAt(processor: number): number;
  /** OwnerTotal record. */
  ownerTotalsAt(owner: number): number;
  ledgerLayoutHolds(): number;
  queueLayoutHolds(): number;
  memoryLayoutHolds(): number;
  /** On whose behalf the item that starts is charged; 0 for nobody. @returns 0 when there is no such owner */
  ledgerOwners(first: number, second: number): number;

  // Logical processors. The world's dispatch calls these; TypeScript describes them before the run and reads their records after.
  /** @param work items at a time  @param siblingPermille speed of each of two busy siblings  @param remotePermille time of remote memory */
  processorsBegin(processors: number, work: number, siblingPermille: number, remotePermille: number): void;
  /** @param sibling processor or limits.NoProcessor  @param psPerCycle ps of a Nehalem-class cycle there, times 2^20 */
  processorDescribe(processor: number, host: number, core: number, node: number, sibling: number, psPerCycle: number): void;
  /** Address of the Processor record; call processorsSettle first. */
  processorAt(processor: number): number;
  /** Brings the accounts of all processors up to now; doing so changes no result. */
  processorsSettle(): void;
  /** Address of the WorkPool record. */
  workPoolAt(): number;
  /** @returns 0 when there is no room for the item */
  processorWork(processor: number, level: number, kind: number, a: number, b: number): number;
  processorWorkFirst(processor: number, level: number, kind: number, a: number, b: number): number;
  processorDue(processor: number, ticket: number): number;
  processorFinished(processor: number): number;
  processorNext(processor: number): number;
  processorGo(processor: number): void;
  /** When the item that starts will end if nothing comes between. */
  processorEnd(processor: number): bigint;
  processorDistance(a: number, b: number): number;
  processorCharge(processor: number, costClass: number, cycles: number, picoseconds: bigint): void;
  chargeCost(processor: number, cost: number, units: number): void;
  /** @param node whose memory is copied or missed */
  chargeCostAt(processor: number, cost: number, units: number, node: number): void;
  chargeHandover(processor: number, from: number, units: number): void;
  /** The item that has just started or ended. */
  workKind(): number;
  workA(): number;
  workB(): number;
  workLevel(): number;

  // Random streams of a world.
  randomBegin(streams: number): void;
  /** Address of a RandomStream record. */
  randomAt(stream: number): number;
  /** @param name number of what the stream is for */
  randomSeed(stream: number, seed: bigint, name: number): void;
  randomNext(stream: number): bigint;
  randomU32(stream: number): number;
  /** Uniform, without bias. */
  randomBelow(stream: number, limit: number): number;
  /** True with probability threshold / 2^64. */
  randomChance(stream: number, threshold: bigint): number;
  randomExponential(stream: number, mean: bigint): bigint;

  // TCP. A stack is a TcpStack, a connection a TcpConnection, a segment a TcpSegment record; times are picoseconds.
  /** A host's TCP with its default settings and an output ring of `slots`, a power of two. @returns its address */
  tcpStackReserve(slots: number): number;
  /** `count` CLOSED records, limits of one: 512 bytes. @returns the address of the first */
  tcpConnectionsReserve(count: number): number;
  /** Segments that wait in the ring of the stack, oldest first. Take them before the next call, then release. */
  tcpRingCount(stack: number): number;
  tcpRingAt(stack: number, index: number): number;
  tcpRingRelease(stack: number, count: number): void;
  /** Passive open. */
  tcpListen(connection: number, stack: number): void;
  /** Active open of a record whose addresses, ports and family are filled in. */
  tcpOpen(connection: number, stack: number, nowPs: bigint): void;
  /** Queues bytes to send. @returns 0 where the connection takes no more */
  tcpSend(connection: number, bytes: number, nowPs: bigint): number;
  /** Bytes queued and not yet acknowledged. */
  tcpUnacked(connection: number): number;
  /** Reads up to `bytes` of what is in order. @returns bytes read */
  tcpReceive(connection: number, bytes: number, nowPs: bigint): number;
  /** Half close. */
  tcpShutdown(connection: number, nowPs: bigint): void;
  tcpClose(connection: number, nowPs: bigint): void;
  tcpAbort(connection: number, nowPs: bigint): void;
  tcpNagle(connection: number, on: number): void;
  tcpKeepAlive(connection: number, on: number, nowPs: bigint): void;
  tcpPathMtu(connection: number, bytes: number, nowPs: bigint): void;
  /** A segment for this connection. */
  tcpInput(connection: number, segment: number, nowPs: bigint): void;
  /** A segment for no connection. */
  tcpStray(stack: number, segment: number): void;
  /** To be called at the connection's deadline, or later. */
  tcpTimer(connection: number, nowPs: bigint): void;
  /** Writes the IP packet of a segment. @returns its bytes, which tcpWriteBytes tells beforehand */
  tcpWrite(segment: number, out: number): number;
  tcpWriteBytes(segment: number): number;
  /** Reads an IP packet into the TcpSegment at `segment`. @returns TcpParse */
  tcpParse(ip: number, bytes: number, segment: number): number;
  /** Writes `length` bytes of a flow's made-up stream. */
  tcpPayload(flow: number, offset: bigint, length: number, out: number): void;
  // A world. Write the World record, worldBegin, write all other records, nicRssReserve and nicRssAdopt for adapters with RSS, worldStart.
  /** Address of the World record. */
  worldAt(): number;
  /** @param queues QueueRecords of all adapters  @param events that may be pending  @param work items at a time */
  worldBegin(queues: number, events: number, work: number): void;
  worldStart(): void;
  /** Handles events up to and including `limit`, at most `most`; stops before the ring of tapped frames is full. @returns events handled */
  worldRun(limit: bigint, most: number): number;
  /** @returns address for `captured` bytes of a frame from outside; 0 when there is no room or it is too long. Then worldInject. */
  worldInjectRoom(captured: number): number;
  /** @param wire bytes on the wire  @param flags PacketFlag  @returns 0 when the event queue has no room */
  worldInject(nic: number, wire: number, flags: number, time: bigint): number;
  rebalanceBegin(nic: number): void;

  // Hyper-V. Before worldStart: vmqReserve for adapters with queues for virtual machines, then VirtualSwitch and VirtualPort records.
  virtualSwitchAt(index: number): number;
  virtualPortAt(index: number): number;
  /** Pauses the virtual machine of a port; at `resumeAt` it goes on at another switch, on the processors in its HostRecord. */
  guestMigrate(port: number, nextSwitch: number, nextProcessor: number, resumeAt: bigint): void;
  /** Has queues given and taken after requests have changed. */
  vmqSettleAll(): void;
  /** An adapter is restarted (1), or is back (0): its queues are gone, and are given anew. Nothing for one that has none. */
  vmqHalt(nic: number, on: number): void;
  /** @param queues beside the default queue */
  vmqReserve(nic: number, queues: number): void;
  /** Address of the VmqAdapter record; 0 without. */
  vmqAt(nic: number): number;
  /** The table of states: VmqState after a VmqEvent, 255 where there is none. */
  vmqNext(state: number, event: number): number;
  // Operations on queues as NDIS requests them; each returns a VmqStatus.
  /** A queue that is not in use, 0 when all are. */
  vmqUnused(nic: number): number;
  vmqAllocate(nic: number, queue: number): number;
  vmqQuery(nic: number, queue: number, event: number): number;
  /** @param flags VmqFilterFlag; the id of the filter is `lastFilter` of the VmqAdapter record then */
  vmqSetFilter(nic: number, queue: number, mac: bigint, vlan: number, flags: number): number;
  vmqClearFilter(nic: number, filter: number): number;
  vmqAllocationComplete(nic: number, queue: number): number;
  vmqFree(nic: number, queue: number): number;
  vmqDmaStopped(nic: number, queue: number): number;
  vmqBuffersReturned(nic: number, queue: number): number;
  /** Queue that filters lead a frame to, whatever its state. */
  vmqMatch(nic: number, mac: bigint, vlan: number): number;

  hostAt(index: number): number;
  nicAt(index: number): number;
  nicQueueAt(index: number): number;
  pathAt(index: number): number;
  switchAt(index: number): number;
  portAt(index: number): number;
  addressAt(index: number): number;
  appAt(index: number): number;
  socketAt(index: number): number;
  /** The record in force: the adapter's while a connection is offloaded. */
  connectionAt(index: number): number;
  /** Room for the copy engine of a host, before the run. @param slots descriptors of each ring, a power of two @returns its DmaEngine */
  dmaReserve(host: number, channels: number, slots: number): number;
  /** Address of a DmaChannel record; the host has an engine. */
  dmaChannelAt(host: number, channel: number): number;
  /** What the owner of a channel may do to it. @returns 0 when it changes nothing */
  dmaSuspend(host: number, channel: number): number;
  dmaResume(host: number, channel: number): number;
  dmaAbort(host: number, channel: number): number;
  dmaReset(host: number, channel: number): void;
  /** The two records of a connection that may be offloaded, and the host's copy of what its last query said. */
  connectionInHostAt(index: number): number;
  connectionInTargetAt(index: number): number;
  connectionQueriedAt(index: number): number;
  /** Offload record of a connection, OffloadTarget record of an adapter, OffloadFamily record of its IPv4 (4) or IPv6 (6). */
  offloadAt(index: number): number;
  offloadTargetAt(nic: number): number;
  offloadFamilyAt(nic: number, family: number): number;
  /** Room for TCP of an adapter that takes connections; before the run. */
  offloadReserve(nic: number): void;
  /** For each adapter of a virtual machine that takes none: its connections are looked at too. */
  offloadWatch(nic: number): void;
  /** Connections of an adapter whose gates have closed come back. */
  offloadSettle(nic: number): void;
  /** NDIS_STATUS_OFFLOAD_PAUSE (1) or RESUME (0). */
  offloadPause(nic: number, on: number): void;
  /** An adapter has changed, and the connections of its neighbours suffer from it (KB 2477730). */
  offloadAdapterChanged(nic: number): void;
  /** @param reason UploadReason  @param isRequest 1: the adapter asks, and the host may ignore it  @returns 0 when the connection stays */
  offloadUpload(connection: number, reason: number, isRequest: number): number;
  /** Requests of the host that leave a connection where it is. */
  offloadUpdate(connection: number): void;
  offloadQuery(connection: number): void;
  offloadInvalidate(connection: number): void;
  /** What the requests move, from one TcpConnection record to the other: initiate, terminate, update, query. */
  stateInitiate(target: number, host: number, stack: number): void;
  stateTerminate(host: number, target: number): void;
  cachedCopy(to: number, from: number): void;
  delegatedCopy(to: number, from: number): void;
  /** Room for the hash tables of an adapter; before the run. */
  nicRssReserve(nic: number): void;
  /** Gives an adapter what rssConfigure() has prepared. */
  nicRssAdopt(nic: number): void;
  /** The adapter's indirection table: limits.MaxTable bytes, the queue of each entry. */
  nicTableAt(nic: number): number;
  /** Address of a TraceRecord by its number; the last `traceSlots` are kept. */
  traceAt(number: number): number;
  /** 1 when tapped frames have to be taken before the run goes on. */
  tapFull(): number;
  /** Address of the oldest TapRecord; 0 when there is none. */
  tapOldest(): number;
  /** Writes the bytes of the oldest tapped frame and lets it go. @returns their number */
  tapTake(out: number): number;

  /** Address of the Follow record. */
  followAt(): number;
  /** Forgets what was followed, between two slices; the request is written afterwards. */
  followReset(): void;
  /** Address of the EchoRecord of a host that the number falls on. Fill it in, then worldEcho. */
  echoAt(host: number, number: number): number;
  /** Sends the echo request of a filled EchoRecord between two slices. @param dead a bit for each of the host's adapters that carries nothing */
  worldEcho(host: number, number: number, dead: number): void;
  /** Between two slices: the host starts anew, and all its connections are gone without a packet. */
  worldHostReset(host: number): void;

  /** Wire segments in a large send, and the `index`th of them. */
  tcpSlices(segment: number): number;
  tcpSlice(segment: number, index: number, out: number): void;
}

/** Instantiates the compiled full core and refuses one built from another schema. */
export async function instantiateCore(module: WebAssembly.Module): Promise<CoreExports> {
  return (await instantiateCaptureCore(module)) as CoreExports;
}
