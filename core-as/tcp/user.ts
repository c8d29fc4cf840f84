// The calls of a user: OPEN, SEND, RECEIVE, CLOSE, ABORT of RFC 9293 section 3.10, and what a host may change underway.
// Bytes are counted, not passed: what is sent follows from the stream offset, or lies with the host.

import {
  TCP_CACHED_KEEP_ALIVE_ENABLED,
  TCP_CACHED_NAGLING_ENABLED,
  TCP_EVENT_CLOSED,
  TCP_FLAG_ACK,
  TCP_FLAG_RST,
  TCP_HOST_ACK_NOW,
  TCP_HOST_FIN_QUEUED,
  TCP_HOST_RECEIVE_CLOSED,
  TCP_STATE_CLOSED,
  TCP_STATE_CLOSE_WAIT,
  TCP_STATE_CLOSING,
  TCP_STATE_ESTABLISHED,
  TCP_STATE_FIN_WAIT1,
  TCP_STATE_FIN_WAIT2,
  TCP_STATE_LAST_ACK,
  TCP_STATE_LISTEN,
  TCP_STATE_SYN_RECEIVED,
  TCP_STATE_SYN_SENT,
  TCP_STATE_TIME_WAIT,
  TCP_TIMER_FIN_WAIT2,
  TcpConnection,
  TcpStack,
} from '../abi.gen';
import { connectionClear, connectionEnd, deadlineSettle, Host, keepAliveRestart, sendMssSettle, Stack } from './connection';
import { synSentBegin } from './handshake';
import { output } from './output';
import { segmentSend } from './segment';
import { Seq } from './seq';
import { windowTune, windowUpdateDue } from './window';

/** Passive OPEN: the record waits for one SYN. */
export function tcpListen(c: TcpConnection, stack: TcpStack): void {
  connectionClear(c, stack);
  c.state = TCP_STATE_LISTEN;
}

/** Active OPEN of the record whose addresses, ports and family are filled in. */
export function tcpOpen(c: TcpConnection, stack: TcpStack, now: u64): void {
  connectionClear(c, stack);
  synSentBegin(c, now);
  deadlineSettle(c);
}

/** SEND: queues `bytes` more. @returns false where the connection takes no more data */
export function tcpSend(c: TcpConnection, bytes: u32, now: u64): bool {
  const open =
    c.state == TCP_STATE_SYN_SENT ||
    c.state == TCP_STATE_SYN_RECEIVED ||
    c.state == TCP_STATE_ESTABLISHED ||
    c.state == TCP_STATE_CLOSE_WAIT;
  if (!open || Host.has(c, TCP_HOST_FIN_QUEUED)) return false;
  c.sendDataTail = c.sendDataTail + bytes;
  output(c, now);
  deadlineSettle(c);
  return true;
}

/** Bytes queued and not yet acknowledged. */
export function tcpUnacked(c: TcpConnection): u32 {
  return Seq.span(c.state == TCP_STATE_SYN_SENT || c.state == TCP_STATE_SYN_RECEIVED ? c.iss + 1 : c.sndUna, c.sendDataTail);
}

/** RECEIVE: the user takes up to `bytes` of what is in order; the window may open. @returns bytes taken */
export function tcpReceive(c: TcpConnection, bytes: u32, now: u64): u32 {
  const taken = min(bytes, c.bufferedData);
  c.bufferedData = c.bufferedData - taken;
  windowTune(c, taken, now);
  const hears = c.state == TCP_STATE_ESTABLISHED || c.state == TCP_STATE_FIN_WAIT1 || c.state == TCP_STATE_FIN_WAIT2;
  if (hears && windowUpdateDue(c)) {
    Host.set(c, TCP_HOST_ACK_NOW);
    output(c, now);
    deadlineSettle(c);
  }
  return taken;
}

function finQueue(c: TcpConnection, now: u64): void {
  if (Host.has(c, TCP_HOST_FIN_QUEUED)) return;
  Host.set(c, TCP_HOST_FIN_QUEUED);
  if (c.state == TCP_STATE_ESTABLISHED) c.state = TCP_STATE_FIN_WAIT1;
  else if (c.state == TCP_STATE_CLOSE_WAIT) c.state = TCP_STATE_LAST_ACK;
  output(c, now); // during the handshake FIN waits for its end
}

/** Half close: no more is sent, receiving goes on. */
export function tcpShutdown(c: TcpConnection, now: u64): void {
  if (c.state <= TCP_STATE_LISTEN) return;
  finQueue(c, now);
  deadlineSettle(c);
}

/** CLOSE: no more is sent and no more will be read. Unread data makes it a reset, RFC 2525 section 2.17. */
export function tcpClose(c: TcpConnection, now: u64): void {
  if (c.state == TCP_STATE_LISTEN || c.state == TCP_STATE_SYN_SENT) connectionEnd(c, TCP_EVENT_CLOSED);
  else if (c.bufferedData) tcpAbort(c, now);
  else if (c.state != TCP_STATE_CLOSED) {
    Host.set(c, TCP_HOST_RECEIVE_CLOSED);
    if (c.state == TCP_STATE_FIN_WAIT2) {
      c.timer = TCP_TIMER_FIN_WAIT2;
      c.retransmitAt = now + Stack.of(c).finWait2;
    }
    finQueue(c, now);
    deadlineSettle(c);
  }
}

/** ABORT: RST where the peer has a connection to reset. */
export function tcpAbort(c: TcpConnection, now: u64): void {
  const synchronised = c.state >= TCP_STATE_SYN_RECEIVED && c.state != TCP_STATE_TIME_WAIT;
  if (synchronised && c.state != TCP_STATE_CLOSING && c.state != TCP_STATE_LAST_ACK)
    segmentSend(c, c.sndMax, 0, TCP_FLAG_RST | TCP_FLAG_ACK, now);
  if (c.state != TCP_STATE_CLOSED) connectionEnd(c, TCP_EVENT_CLOSED);
}

export function tcpNagle(c: TcpConnection, on: bool): void {
  c.cachedFlags = on ? c.cachedFlags | TCP_CACHED_NAGLING_ENABLED : c.cachedFlags & ~TCP_CACHED_NAGLING_ENABLED;
}

export function tcpKeepAlive(c: TcpConnection, on: bool, now: u64): void {
  c.cachedFlags = on ? c.cachedFlags | TCP_CACHED_KEEP_ALIVE_ENABLED : c.cachedFlags & ~TCP_CACHED_KEEP_ALIVE_ENABLED;
  if (c.state >= TCP_STATE_ESTABLISHED) keepAliveRestart(c, now);
  deadlineSettle(c);
}

/** The path carries packets of `mtu` bytes: what is outstanding goes out again in smaller segments (RFC 1191 section 6.5, RFC 8201). */
export function tcpPathMtu(c: TcpConnection, mtu: u32, now: u64): void {
  const smaller = mtu < c.pathMtu;
  c.pathMtu = mtu;
  if (c.state < TCP_STATE_ESTABLISHED) return;
  sendMssSettle(c);
  if (smaller) c.sndNxt = c.sndUna;
  output(c, now);
  deadlineSettle(c);
}
