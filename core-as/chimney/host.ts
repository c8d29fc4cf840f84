// The host's side of an offload: it gives a connection to the adapter (initiate) and takes it back (terminate). Both take the adapter its
// latency. Meanwhile the host holds segments that arrive on the normal path; when the adapter has the connection they are forwarded to it,
// when the host has it back they are its own. Timers do not run during a move. A pending ACK goes out before it.
// That the adapter stops at the terminate request, and what comes later goes up the normal path, is assumed.

import {
  CHIMNEY_REASON_FIREWALL_UPLOAD,
  CHIMNEY_REASON_OTHER_ADAPTER,
  CHIMNEY_REASON_UPLOADED,
  COST_ACK_RX,
  COST_TCPIP_RX,
  COST_TOE_OFFLOAD,
  COST_TOE_UPLOAD,
  EVENT_KIND_OFFLOAD_MOVED,
  OFFLOAD_SIZE,
  OFFLOAD_STATE_IN_HOST,
  OFFLOAD_STATE_OFFLOADED,
  OFFLOAD_STATE_OFFLOADING,
  OFFLOAD_STATE_UPLOADING,
  Offload,
  Packet,
  TCP_FLAG_FIN,
  TCP_FLAG_SYN,
  TCP_HOST_ACK_NOW,
  TCP_STATE_CLOSED,
  TRACE_KIND_OFFLOAD,
  TcpConnection,
  TcpSegment,
  UPLOAD_REASON_FINISHED,
  UPLOAD_REASON_FIREWALL,
  UPLOAD_REASON_OTHER_ADAPTER,
  UPLOAD_REASON_SMALL_IO,
} from '../abi.gen';
import { ownersOf, tcpOutput } from '../host/output';
import { tcpReceived, tcpTouched } from '../host/tcp';
import { Offset } from '../net/offset';
import { List, packetFree, packetIsKept, packetKeep, Segment } from '../net/packet';
import { chargeCost, processorEnd } from '../sim/processor';
import { queueNow, queuePush } from '../sim/queue';
import { Host, NEVER } from '../tcp/connection';
import { ackSend } from '../tcp/segment';
import { The } from '../world/state';
import { trace } from '../world/trace';
import { engineForward, segmentAdopt } from './engine';
import { enginesKick, guestLeft, physicalOf } from './guest';
import { requestsRun } from './requests';
import { completionAsk, targetTouched } from './target';
import { stateInitiate, stateTerminate, takeOver, timersHold } from './variables';

/** A place in the physical adapter; those of a virtual machine count with its virtual adapter too. */
function placeTake(offload: Offload): void {
  const own = The.nic(offload.nic);
  own.offloaded = own.offloaded + 1;
  if (offload.engine == offload.nic) return;
  const physical = The.nic(offload.engine);
  physical.offloaded = physical.offloaded + 1;
}
function placeGive(offload: Offload): void {
  const own = The.nic(offload.nic);
  own.offloaded = own.offloaded - 1;
  if (offload.engine == offload.nic) return;
  const physical = The.nic(offload.engine);
  physical.offloaded = physical.offloaded - 1;
}

function stateSet(index: u32, state: u32, reason: u32): void {
  The.socket(index).offload = state;
  trace(TRACE_KIND_OFFLOAD, index, state, reason);
}

/** A record for a new connection. In lists that an earlier one has left it in, it keeps its place. */
export function offloadBegin(index: u32): void {
  const offload = The.offload(index);
  const ticket = offload.ticket + 1;
  const posted = offload.posted;
  const nextPosted = offload.nextPosted;
  const pending = offload.pending;
  const nextPending = offload.nextPending;
  memory.fill(changetype<u32>(offload), 0, OFFLOAD_SIZE);
  offload.posted = posted;
  offload.nextPosted = nextPosted;
  offload.pending = pending;
  offload.nextPending = nextPending;
  offload.ticket = ticket;
  offload.timerAt = NEVER;
}

/** An ACK that is owed goes out; its delay is not carried over. */
function ackOwed(c: TcpConnection): bool {
  if (c.delayedAckAt == NEVER && !Host.has(c, TCP_HOST_ACK_NOW)) return false;
  return ackSend(c, queueNow());
}

/** InitiateOffload, from a work item that starts. */
export function offloadInitiate(index: u32, processor: u32): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  const c = The.connection(index);
  const target = The.adapter(socket.nic);
  if (ackOwed(c)) tcpOutput(The.host(socket.host), processor, socket.nic);
  ownersOf(index);
  chargeCost(processor, COST_TOE_OFFLOAD, 1);
  timersHold(c, queueNow());
  offload.smoothedRtt = c.sRtt;
  stateInitiate(The.target(index), c, c.family == 4 ? target.stack4 : target.stack6);
  offload.nic = socket.nic;
  offload.engine = physicalOf(socket.nic);
  if (offload.engine != offload.nic) target.physical = offload.engine + 1;
  offload.ticket = offload.ticket + 1;
  offload.wanted = 0;
  offload.raised = 0;
  offload.invalid = 0;
  offload.querying = 0;
  offload.windowSent = 0;
  offload.windowRepeated = 0;
  offload.windowArrived = 0;
  offload.windowDisordered = 0;
  offload.windowBytes = 0;
  offload.windowUnposted = 0;
  offload.windowRequests = 0;
  placeTake(offload);
  target.offloading = target.offloading + 1;
  stateSet(index, OFFLOAD_STATE_OFFLOADING, 0);
  queuePush(processorEnd(processor) + target.latency, EVENT_KIND_OFFLOAD_MOVED, index, offload.ticket);
}

/** The adapter has completed an initiate or a terminate request. */
export function offloadMoved(index: u32, ticket: u32): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  if (offload.ticket != ticket) return;
  if (socket.offload == OFFLOAD_STATE_UPLOADING) {
    offload.returned = 1;
    completionAsk(index);
    return;
  }
  const target = The.adapter(offload.nic);
  const c = The.target(index);
  target.offloading = target.offloading - 1;
  target.offloaded = target.offloaded + 1;
  target.offloads = target.offloads + 1;
  offload.offloads = offload.offloads + 1;
  offload.activeAt = queueNow();
  stateSet(index, OFFLOAD_STATE_OFFLOADED, 0);
  takeOver(c, queueNow());
  forwardHeld(offload);
  requestsRun(c, offload.abort != 0);
  targetTouched(index);
  if (offload.wanted != 0) completionAsk(index);
}

function forwardHeld(offload: Offload): void {
  while (offload.heldFirst != 0) {
    const packet = List.take(Offset.heldFirst(offload));
    offload.held = offload.held - 1;
    offload.forwarded = offload.forwarded + 1;
    engineForward(offload.engine, packet);
  }
}

/** A segment of a connection that is not the host's came on the normal path. The packet stays the caller's unless it is kept. */
export function offloadReceived(index: u32, processor: u32, packet: Packet, s: TcpSegment): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  ownersOf(index);
  segmentAdopt(packet, s);
  packetKeep(packet);
  const isComingBack = socket.offload == OFFLOAD_STATE_UPLOADING || offload.wanted != 0;
  // What the host will handle itself is charged then.
  if (!isComingBack) chargeCost(processor, s.length == 0 && !(s.flags & (TCP_FLAG_SYN | TCP_FLAG_FIN)) ? COST_ACK_RX : COST_TCPIP_RX, 1);
  if (!isComingBack && socket.offload == OFFLOAD_STATE_OFFLOADED) {
    offload.forwarded = offload.forwarded + 1;
    engineForward(offload.engine, packet);
    return;
  }
  List.append(Offset.heldFirst(offload), Offset.heldNewest(offload), packet);
  offload.held = offload.held + 1;
}

/** The connection will come back: once the offload is complete, and a processor has time. */
export function uploadAsk(index: u32, reason: u32): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  if (socket.offload == OFFLOAD_STATE_IN_HOST || socket.offload == OFFLOAD_STATE_UPLOADING || offload.wanted != 0) return;
  offload.wanted = reason;
  if (socket.offload == OFFLOAD_STATE_OFFLOADED) completionAsk(index);
}

/** TerminateOffload. */
export function uploadBegin(index: u32, processor: u32): void {
  const offload = The.offload(index);
  const target = The.adapter(offload.nic);
  const c = The.target(index);
  chargeCost(processor, COST_TOE_UPLOAD, 1);
  if (c.state != TCP_STATE_CLOSED && ackOwed(c)) enginesKick(offload.nic);
  timersHold(c, queueNow());
  offload.ticket = offload.ticket + 1;
  offload.returned = 0;
  target.offloaded = target.offloaded - 1;
  target.uploading = target.uploading + 1;
  const count = target.uploadReasonsAt + (offload.wanted << 3);
  store<u64>(count, load<u64>(count) + 1);
  target.uploads = target.uploads + 1;
  offload.uploads = offload.uploads + 1;
  stateSet(index, OFFLOAD_STATE_UPLOADING, offload.wanted);
  queuePush(processorEnd(processor) + target.latency, EVENT_KIND_OFFLOAD_MOVED, index, offload.ticket);
}

/** What keeps a connection in the host after an upload for this reason. */
function barOf(reason: u32): u32 {
  if (reason == UPLOAD_REASON_FIREWALL) return CHIMNEY_REASON_FIREWALL_UPLOAD;
  if (reason == UPLOAD_REASON_OTHER_ADAPTER) return CHIMNEY_REASON_OTHER_ADAPTER;
  return reason <= UPLOAD_REASON_SMALL_IO || reason == UPLOAD_REASON_FINISHED ? CHIMNEY_REASON_UPLOADED : 0;
}

/** The host has the connection back, and goes on with it. */
export function uploadEnd(index: u32, processor: u32): void {
  const socket = The.socket(index);
  const offload = The.offload(index);
  const target = The.adapter(offload.nic);
  const c = The.connection(index);
  stateTerminate(c, The.target(index));
  takeOver(c, queueNow());
  offload.returned = 0;
  const bar = barOf(offload.wanted);
  if (bar != 0) offload.bar = bar;
  offload.wanted = 0;
  target.uploading = target.uploading - 1;
  placeGive(offload);
  socket.dpc = processor;
  stateSet(index, OFFLOAD_STATE_IN_HOST, 0);
  const first = offload.heldFirst;
  const abort = offload.abort != 0;
  offload.heldFirst = 0;
  offload.held = 0;
  offload.abort = 0;
  requestsRun(c, abort);
  const host = socket.host;
  const nic = offload.nic;
  tcpTouched(index, processor);
  heldReceive(host, processor, first);
  guestLeft(nic);
}

/** The host of a connection starts anew: it is not offloaded any more, and what was on its way is void. Its segments find no connection. */
export function offloadLose(index: u32): void {
  const socket = The.socket(index);
  const state = <u32>socket.offload;
  if (state == OFFLOAD_STATE_IN_HOST) return;
  const offload = The.offload(index);
  const target = The.adapter(offload.nic);
  if (state == OFFLOAD_STATE_OFFLOADING) target.offloading = target.offloading - 1;
  else if (state == OFFLOAD_STATE_OFFLOADED) target.offloaded = target.offloaded - 1;
  else target.uploading = target.uploading - 1;
  target.lost = target.lost + 1;
  placeGive(offload);
  offload.ticket = offload.ticket + 1;
  offload.wanted = 0;
  offload.returned = 0;
  while (offload.heldFirst != 0) packetFree(List.take(Offset.heldFirst(offload)));
  offload.held = 0;
  The.connection(index).localPort = 0; // what of it waits in a ring belongs to no connection
  stateSet(index, OFFLOAD_STATE_IN_HOST, 0);
  guestLeft(offload.nic);
}

/** Segments that the host held are handled as if they came now; of their connection nothing may be left. */
function heldReceive(host: u32, processor: u32, first: u32): void {
  while (first != 0) {
    const packet = changetype<Packet>(first);
    first = packet.next;
    tcpReceived(host, processor, packet, Segment.of(packet));
    if (!packetIsKept(packet)) packetFree(packet);
  }
}
