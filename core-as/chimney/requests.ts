// What the two sides ask of each other while a connection is offloaded.
// The application's calls become requests: they change what is to be sent or read at once, and the adapter acts on them when the work item
// that made them ends (the doorbell), or when a move that is under way is complete.
// The adapter asks the host to take a connection back: TcpIndicateRetrieve with a reason. DDI ndischimney, NDIS_TCP_OFFLOAD_EVENT_INDICATE.

import {
  COST_COPY_COLD,
  COST_TOE_IO,
  OFFLOAD_STATE_IN_HOST,
  OFFLOAD_STATE_OFFLOADED,
  Socket,
  TCP_CACHED_UPDATE_RCV_WND,
  TCP_HOST_ACK_NOW,
  TCP_HOST_FIN_QUEUED,
  TCP_HOST_RECEIVE_CLOSED,
  TCP_STATE_CLOSED,
  TCP_STATE_CLOSE_WAIT,
  TCP_STATE_ESTABLISHED,
  TCP_STATE_FIN_WAIT1,
  TCP_STATE_FIN_WAIT2,
  TCP_STATE_LAST_ACK,
  TCP_TIMER_FIN_WAIT2,
  TRACE_KIND_UPLOAD_REQUEST,
  TcpConnection,
  UPLOAD_REASON_SMALL_IO,
  UPLOAD_REASON_UPLOAD_REQUESTED,
} from '../abi.gen';
import { appOf } from '../app/app';
import { chargeCost } from '../sim/processor';
import { queueNow } from '../sim/queue';
import { deadlineSettle, Host, Stack } from '../tcp/connection';
import { output } from '../tcp/output';
import { tcpAbort, tcpClose, tcpReceive, tcpSend, tcpShutdown } from '../tcp/user';
import { windowUpdateDue } from '../tcp/window';
import { offloadReceiveCount, offloadSendCount } from '../world/counters';
import { Base, The } from '../world/state';
import { trace } from '../world/trace';
import { offloadQuery, offloadUpdate } from './cached';
import { uploadAsk } from './host';
import { completionProcessor, targetTouched } from './target';

/** Receive requests after which the adapter judges their size. */
const REQUEST_WINDOW: u32 = 64;

/** SEND. @param processor  of the thread  @returns false where the connection takes no more */
export function userSend(index: u32, bytes: u32, processor: u32): bool {
  if (The.socket(index).offload == OFFLOAD_STATE_IN_HOST) return tcpSend(The.connection(index), bytes, queueNow());
  return offloadedSend(index, bytes, processor);
}

function offloadedSend(index: u32, bytes: u32, processor: u32): bool {
  const c = The.target(index);
  const isOpen = c.state == TCP_STATE_ESTABLISHED || c.state == TCP_STATE_CLOSE_WAIT;
  if (!isOpen || Host.has(c, TCP_HOST_FIN_QUEUED)) return false;
  c.sendDataTail = c.sendDataTail + bytes;
  const target = The.adapter(The.offload(index).nic);
  target.sentData = target.sentData + bytes;
  target.sendRequests = target.sendRequests + 1;
  offloadSendCount(The.nic(The.offload(index).nic), processor, bytes);
  return true;
}

/** RECEIVE. @returns bytes taken */
export function userReceive(index: u32, bytes: u32): u32 {
  if (The.socket(index).offload == OFFLOAD_STATE_IN_HOST) return tcpReceive(The.connection(index), bytes, queueNow());
  return offloadedReceive(index, bytes);
}

function offloadedReceive(index: u32, bytes: u32): u32 {
  const c = The.target(index);
  const taken = min(bytes, c.bufferedData);
  c.bufferedData = c.bufferedData - taken;
  const target = The.adapter(The.offload(index).nic);
  target.receivedData = target.receivedData + taken;
  offloadReceiveCount(The.nic(The.offload(index).nic), completionProcessor(index), taken);
  return taken;
}

function finRequest(c: TcpConnection): void {
  if (Host.has(c, TCP_HOST_FIN_QUEUED)) return;
  Host.set(c, TCP_HOST_FIN_QUEUED);
  if (c.state == TCP_STATE_ESTABLISHED) c.state = TCP_STATE_FIN_WAIT1;
  else if (c.state == TCP_STATE_CLOSE_WAIT) c.state = TCP_STATE_LAST_ACK;
}

/** Half close: a graceful disconnect request. */
export function userShutdown(index: u32): void {
  if (The.socket(index).offload == OFFLOAD_STATE_IN_HOST) {
    tcpShutdown(The.connection(index), queueNow());
    return;
  }
  finRequest(The.target(index));
}

/** CLOSE: a disconnect request, an abortive one where data is unread. */
export function userClose(index: u32): void {
  const socket = The.socket(index);
  if (socket.offload == OFFLOAD_STATE_IN_HOST) {
    tcpClose(The.connection(index), queueNow());
    return;
  }
  const c = The.target(index);
  if (c.state == TCP_STATE_CLOSED) return;
  if (c.bufferedData != 0) {
    The.offload(index).abort = 1;
    return;
  }
  Host.set(c, TCP_HOST_RECEIVE_CLOSED);
  if (c.state == TCP_STATE_FIN_WAIT2) {
    c.timer = TCP_TIMER_FIN_WAIT2;
    const wait = Stack.of(c).finWait2;
    c.retransmitAt = socket.offload == OFFLOAD_STATE_OFFLOADED ? queueNow() + wait : wait; // on the way it is what remains
  }
  finRequest(c);
}

/** Does what the user has asked for, at the side that holds the connection now. */
export function requestsRun(c: TcpConnection, abort: bool): void {
  const now = queueNow();
  if (c.state == TCP_STATE_CLOSED) return;
  if (abort) {
    tcpAbort(c, now);
    return;
  }
  const hears = c.state == TCP_STATE_ESTABLISHED || c.state == TCP_STATE_FIN_WAIT1 || c.state == TCP_STATE_FIN_WAIT2;
  if (hears && windowUpdateDue(c)) Host.set(c, TCP_HOST_ACK_NOW);
  output(c, now);
  deadlineSettle(c);
}

/** A thread has dealt with an offloaded connection: the adapter hears of it when its work item ends. */
export function requestsPost(index: u32, processor: u32): void {
  const offload = The.offload(index);
  if (offload.posted) return;
  offload.posted = 1;
  const list = Base.posts + (processor << 2);
  offload.nextPosted = load<u32>(list);
  store<u32>(list, index + 1);
}

/** The work item of a processor has ended: what it asked of adapters reaches them. */
export function requestsFlush(processor: u32): void {
  const list = Base.posts + (processor << 2);
  let number = load<u32>(list);
  store<u32>(list, 0);
  while (number != 0) {
    const offload = The.offload(number - 1);
    const next = offload.nextPosted;
    offload.posted = 0;
    if (The.socket(number - 1).offload == OFFLOAD_STATE_OFFLOADED) {
      requestsRun(The.target(number - 1), offload.abort != 0);
      targetTouched(number - 1);
    }
    number = next;
  }
}

/** Charges a thread for receive requests of `bytes` bytes. @param unposted  of them that no posted buffer took */
export function receivesCharge(index: u32, processor: u32, requests: u32, unposted: u32): void {
  const offload = The.offload(index);
  const target = The.adapter(offload.nic);
  chargeCost(processor, COST_TOE_IO, requests);
  if (unposted != 0) chargeCost(processor, COST_COPY_COLD, unposted);
  target.copiedData = target.copiedData + unposted;
  offload.requests = offload.requests + requests;
  offload.windowRequests = offload.windowRequests + requests;
  if (offload.windowRequests < REQUEST_WINDOW) return;
  offload.windowRequests = 0;
  if (appOf(The.socket(index)).bufferSize < target.smallRequest) targetRaise(index, UPLOAD_REASON_SMALL_IO);
}

/** Charges a thread for a send request. */
export function sendCharge(index: u32, processor: u32): void {
  const offload = The.offload(index);
  chargeCost(processor, COST_TOE_IO, 1);
  offload.requests = offload.requests + 1;
}

/** Auto-tuning is the host's: it has the round trip from the offload or its last query, and sets the buffer with an update. */
export function receiveTune(index: u32, socket: Socket, bytes: u32): void {
  const c = The.connection(index);
  if (socket.offload == OFFLOAD_STATE_IN_HOST || !(c.cachedFlags & TCP_CACHED_UPDATE_RCV_WND)) return;
  const offload = The.offload(index);
  const now = queueNow();
  c.tuneBytes = c.tuneBytes + bytes;
  if (offload.smoothedRtt == 0) offloadQuery(index);
  if (offload.smoothedRtt == 0 || now - c.tuneAt < offload.smoothedRtt) return;
  const limit = min(Stack.of(c).receiveLimit, (<u32>65535) << c.rcvWindScale);
  if (c.tuneBytes > c.initialRcvWnd >> 1 && c.initialRcvWnd < limit) {
    c.initialRcvWnd = min(c.initialRcvWnd << 1, limit);
    offloadUpdate(index);
    offloadQuery(index);
  }
  c.tuneBytes = 0;
  c.tuneAt = now;
}

/** States in which an adapter does not ask. */
function isHalfClosed(state: u32): bool {
  return state == TCP_STATE_FIN_WAIT1 || state == TCP_STATE_FIN_WAIT2 || state == TCP_STATE_CLOSE_WAIT;
}

/**
 * The adapter asks for the upload of a connection that it holds. Of the optional reasons each is given once in an offload.
 * @returns whether the host follows
 */
export function targetRaise(index: u32, reason: u32): bool {
  const offload = The.offload(index);
  const c = The.target(index);
  if (The.socket(index).offload != OFFLOAD_STATE_OFFLOADED || isHalfClosed(c.state)) return false;
  if (offload.wanted != 0) return true;
  const bit: u32 = 1 << reason;
  const isMandatory = reason <= UPLOAD_REASON_UPLOAD_REQUESTED;
  if (!isMandatory && offload.raised & bit) return false;
  offload.raised = offload.raised | bit;
  const target = The.adapter(offload.nic);
  const count = target.requestReasonsAt + (reason << 3);
  store<u64>(count, load<u64>(count) + 1);
  const follows = isMandatory || target.optional != 0;
  trace(TRACE_KIND_UPLOAD_REQUEST, index, reason, follows ? 1 : 0);
  if (follows) uploadAsk(index, reason);
  return follows;
}
