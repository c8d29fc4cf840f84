// What happens when a timer runs out: retransmission, persist, TIME-WAIT, FIN-WAIT-2, delayed ACK, keep-alive.

import {
  TCP_EVENT_CLOSED,
  TCP_EVENT_TIMED_OUT,
  TCP_FLAG_ACK,
  TCP_FLAG_RST,
  TCP_HOST_ACK_NOW,
  TCP_HOST_PARTIAL_ACK,
  TCP_HOST_RECOVERY,
  TCP_HOST_TIMING,
  TCP_STATE_CLOSED,
  TCP_STATE_SYN_RECEIVED,
  TCP_STATE_SYN_SENT,
  TCP_TIMER_PERSIST,
  TCP_TIMER_RETRANSMIT,
  TcpConnection,
} from '../abi.gen';
import { congestionOnTimeout } from './congestion';
import { connectionEnd, deadlineSettle, Host, NEVER, Stack } from './connection';
import { synSend } from './handshake';
import { dataSend, output, outputWaits } from './output';
import { retransmitStart, rto } from './rto';
import { segmentSend } from './segment';
import { Seq } from './seq';

const UNLIMITED: u32 = 0xffffffff;
const MAX_COUNT: u32 = 255;

/** RFC 9293 section 3.8.3: after R2 retransmissions the connection is given up. */
function giveUp(c: TcpConnection, now: u64): void {
  const stack = Stack.of(c);
  if (c.state == TCP_STATE_SYN_SENT || c.state == TCP_STATE_SYN_RECEIVED) {
    stack.attemptFails = stack.attemptFails + 1;
    if (c.family == 6) stack.attemptFails6 = stack.attemptFails6 + 1;
  }
  if (c.state != TCP_STATE_SYN_SENT) segmentSend(c, c.sndMax, 0, TCP_FLAG_RST | TCP_FLAG_ACK, now);
  connectionEnd(c, TCP_EVENT_TIMED_OUT);
}

/** Counts one more retransmission. @returns false when the limit is passed and the connection has ended */
function another(c: TcpConnection, now: u64): bool {
  const stack = Stack.of(c);
  const opening = c.state == TCP_STATE_SYN_SENT || c.state == TCP_STATE_SYN_RECEIVED;
  const limit = opening ? stack.synRetries : c.maxRt ? c.maxRt : stack.dataRetries;
  if (c.retransmitCount >= limit && limit != UNLIMITED) {
    giveUp(c, now);
    return false;
  }
  c.totalRt = c.totalRt + rto(c);
  c.retransmitCount = min(c.retransmitCount + 1, MAX_COUNT);
  c.rtoShift = min(c.rtoShift + 1, MAX_COUNT); // RFC 6298 (5.5)
  return true;
}

/** RFC 6298 (5.4) to (5.6); RFC 5681 section 3.1; all that is outstanding goes out again as the window allows. */
function retransmitExpired(c: TcpConnection, now: u64): void {
  if (!another(c, now)) return;
  Host.clear(c, TCP_HOST_TIMING | TCP_HOST_RECOVERY | TCP_HOST_PARTIAL_ACK);
  if (c.state == TCP_STATE_SYN_SENT || c.state == TCP_STATE_SYN_RECEIVED) {
    retransmitStart(c, now);
    synSend(c, now);
    return;
  }
  congestionOnTimeout(c);
  c.dupAckCount = 0;
  c.recover = c.sndMax; // RFC 6582 section 4.1, RFC 6675 section 5.1
  c.sackedCount = 0; // RFC 2018 section 8: the peer may have dropped what it reported
  c.highRxt = c.sndUna;
  c.sndNxt = c.sndUna;
  if (c.sndWnd == 0) {
    // RFC 9293 section 3.8.6 (MUST-34): the peer shrank its window; from now on it is probed.
    c.timer = TCP_TIMER_PERSIST;
    c.retransmitAt = now;
    persistExpired(c, now);
    return;
  }
  retransmitStart(c, now);
  output(c, now);
}

/** RFC 9293 section 3.8.6.1: a byte beyond the window, at growing intervals, for ever while it is answered. FIN alone is a probe too. */
function persistExpired(c: TcpConnection, now: u64): void {
  if (!outputWaits(c)) {
    c.timer = 0;
    c.retransmitAt = NEVER;
    return;
  }
  if (!another(c, now)) return;
  c.sndWndProbeCount = min(c.sndWndProbeCount + 1, MAX_COUNT);
  const waiting = Seq.span(c.sndUna, c.sendDataTail);
  const open = min(c.sndWnd, c.sendMss);
  const probes = c.sndWndProbeCount;
  dataSend(c, c.sndUna, min(waiting, max(open, 1)), now);
  Host.clear(c, TCP_HOST_TIMING);
  if (open) return; // the sender's silly-window override: an ordinary segment, with its retransmission timer
  c.sndNxt = c.sndUna;
  c.sndWndProbeCount = probes;
  c.timer = TCP_TIMER_PERSIST;
  c.retransmitAt = now + rto(c);
}

/** RFC 1122 section 4.2.3.6: <SEQ=SND.NXT-1>, no data. */
function keepAliveExpired(c: TcpConnection, now: u64): void {
  if (c.keepAliveProbeCount >= c.kaProbeCount) {
    giveUp(c, now);
    return;
  }
  c.keepAliveProbeCount = c.keepAliveProbeCount + 1;
  c.keepAliveAt = now + c.kaInterval;
  // Outstanding data asks the same question.
  if (c.sndUna == c.sndMax) segmentSend(c, c.sndMax - 1, 0, TCP_FLAG_ACK, now);
}

/** Runs every timer that is due, and sends what waited for room in the ring. */
export function tcpTimer(c: TcpConnection, now: u64): void {
  if (c.delayedAckAt <= now) Host.set(c, TCP_HOST_ACK_NOW);
  if (c.keepAliveAt <= now) keepAliveExpired(c, now);
  if (c.retransmitAt <= now) {
    if (c.timer == TCP_TIMER_RETRANSMIT) retransmitExpired(c, now);
    else if (c.timer == TCP_TIMER_PERSIST) persistExpired(c, now);
    else connectionEnd(c, TCP_EVENT_CLOSED); // TIME-WAIT and FIN-WAIT-2
  }
  if (c.state > TCP_STATE_CLOSED + 1) output(c, now);
  deadlineSettle(c);
}
