// A segment arrives: RFC 9293 section 3.10.7 in its order, with RFC 5961 and RFC 7323. Checksums were checked before.

import {
  TCP_EVENT_CLOSED,
  TCP_EVENT_RESET,
  TCP_FLAG_ACK,
  TCP_FLAG_CWR,
  TCP_FLAG_FIN,
  TCP_FLAG_RST,
  TCP_FLAG_SYN,
  TCP_HOST_ACK_NOW,
  TCP_HOST_ECN,
  TCP_HOST_ECN_ECHO,
  TCP_HOST_PASSIVE,
  TCP_HOST_RECEIVE_CLOSED,
  TCP_OPTION_TIMESTAMPS,
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
  TCP_CONST_TIMESTAMP_ENABLED,
  TcpConnection,
  TcpSegment,
  TcpStack,
} from '../abi.gen';
import { ackInput, finAcked, windowFirst } from './ack';
import { connectionClear, connectionEnd, deadlineSettle, Host, keepAliveRestart, Stack } from './connection';
import { establish, listenInput, synReceivedReset, synSend, synSentInput } from './handshake';
import { output } from './output';
import { rttOnAck } from './rto';
import { ackSend, challengeAck, segmentEnd, strayReset } from './segment';
import { Seq } from './seq';
import { textInput, timeWaitBegin } from './text';
import { timestampIsMissing, timestampIsOld, timestampNote } from './timestamps';

/** IP's Congestion Experienced, RFC 3168 section 5. */
const CE: u32 = 3;

/** The four cases of the acceptability test, RFC 9293 section 3.10.7.4 "first". */
function acceptable(c: TcpConnection, s: TcpSegment): bool {
  const length = segmentEnd(s) - s.seq;
  const window = c.rcvWnd;
  if (length == 0) return window == 0 ? s.seq == c.rcvNxt : s.seq - c.rcvNxt < window;
  return window != 0 && (s.seq - c.rcvNxt < window || s.seq + length - 1 - c.rcvNxt < window);
}

/** Not acceptable: an ACK in answer, unless RST. A FIN that comes again restarts TIME-WAIT (section 3.10.7.4 "eighth"). */
function unacceptable(c: TcpConnection, s: TcpSegment, now: u64): void {
  if (s.flags & TCP_FLAG_RST) return;
  // RFC 9293 section 3.10.7.4: with a closed window, valid ACKs still count.
  if (c.rcvWnd == 0 && s.seq == c.rcvNxt && s.flags & TCP_FLAG_ACK && !(s.flags & TCP_FLAG_SYN) && c.state != TCP_STATE_SYN_RECEIVED) {
    if (!ackInput(c, s, now)) return;
    stateOnAck(c, now);
  }
  if (c.state == TCP_STATE_TIME_WAIT && s.flags & TCP_FLAG_FIN) timeWaitBegin(c, now);
  ackSend(c, now);
}

/** RFC 5961 section 3.2: exactly at RCV.NXT it resets, elsewhere in the window it is challenged. */
function resetInput(c: TcpConnection, s: TcpSegment, now: u64): void {
  if (s.seq != c.rcvNxt) {
    challengeAck(c, now);
    return;
  }
  if (c.state == TCP_STATE_SYN_RECEIVED) {
    synReceivedReset(c);
    return;
  }
  const stack = Stack.of(c);
  if (c.state == TCP_STATE_ESTABLISHED || c.state == TCP_STATE_CLOSE_WAIT) {
    stack.establishedResets = stack.establishedResets + 1;
    if (c.family == 6) stack.establishedResets6 = stack.establishedResets6 + 1;
  }
  connectionEnd(c, c.state == TCP_STATE_TIME_WAIT ? TCP_EVENT_CLOSED : TCP_EVENT_RESET);
}

/** RFC 9293 section 3.10.7.4 and RFC 6191: a new SYN may reopen a connection in TIME-WAIT that came from LISTEN. */
function reopens(c: TcpConnection, s: TcpSegment): bool {
  if (c.state != TCP_STATE_TIME_WAIT || !Host.has(c, TCP_HOST_PASSIVE)) return false;
  if ((s.flags & (TCP_FLAG_SYN | TCP_FLAG_ACK | TCP_FLAG_RST)) != TCP_FLAG_SYN) return false;
  const stamped = c.constFlags & TCP_CONST_TIMESTAMP_ENABLED && s.options & TCP_OPTION_TIMESTAMPS;
  return Seq.ge(s.seq, c.rcvNxt) || (stamped && Seq.gt(s.timestamp, c.tsRecent));
}

function reopen(c: TcpConnection, s: TcpSegment, now: u64): void {
  const least = c.sndMax;
  connectionClear(c, Stack.of(c));
  c.state = TCP_STATE_LISTEN;
  listenInput(c, s, now, true, least);
}

/** SYN-RECEIVED: the SYN of a simultaneous open comes with the ACK of ours; a repeated SYN has the SYN+ACK sent again. @returns false: done */
function synReceivedInput(c: TcpConnection, s: TcpSegment, now: u64): bool {
  if (s.flags & TCP_FLAG_RST || !(s.flags & TCP_FLAG_SYN) || s.seq != c.irs) return true;
  if (!(s.flags & TCP_FLAG_ACK)) synSend(c, now);
  else if (s.ack == c.sndMax) {
    windowFirst(c, s);
    established(c, s, now);
    Host.set(c, TCP_HOST_ACK_NOW);
  }
  return false;
}

function established(c: TcpConnection, s: TcpSegment, now: u64): void {
  rttOnAck(c, s, now);
  c.sndUna = s.ack;
  establish(c, now);
}

/** Our FIN may be acknowledged now. */
function stateOnAck(c: TcpConnection, now: u64): void {
  if (!finAcked(c)) return;
  if (c.state == TCP_STATE_FIN_WAIT1) {
    c.state = TCP_STATE_FIN_WAIT2;
    if (Host.has(c, TCP_HOST_RECEIVE_CLOSED)) {
      c.timer = TCP_TIMER_FIN_WAIT2;
      c.retransmitAt = now + Stack.of(c).finWait2;
    }
  } else if (c.state == TCP_STATE_CLOSING) timeWaitBegin(c, now);
  else if (c.state == TCP_STATE_LAST_ACK) connectionEnd(c, TCP_EVENT_CLOSED);
}

/** SYN-RECEIVED and the synchronised states, RFC 9293 section 3.10.7.4. */
function synchronisedInput(c: TcpConnection, s: TcpSegment, now: u64): void {
  if (reopens(c, s)) {
    reopen(c, s, now);
    return;
  }
  if (c.state == TCP_STATE_SYN_RECEIVED && !synReceivedInput(c, s, now)) return;
  if (timestampIsMissing(c, s)) return;
  if (timestampIsOld(c, s, now)) {
    ackSend(c, now);
    return;
  }
  if (!acceptable(c, s)) {
    unacceptable(c, s, now);
    return;
  }
  timestampNote(c, s, now);
  if (s.flags & TCP_FLAG_RST) {
    resetInput(c, s, now);
    return;
  }
  // RFC 5961 section 4.2: whatever its sequence number.
  if (s.flags & TCP_FLAG_SYN) {
    challengeAck(c, now);
    return;
  }
  if (!(s.flags & TCP_FLAG_ACK)) return;
  if (c.state == TCP_STATE_SYN_RECEIVED) {
    if (s.ack != c.sndMax) {
      strayReset(Stack.of(c), s);
      return;
    }
    windowFirst(c, s);
    established(c, s, now);
  }
  keepAliveRestart(c, now);
  if (!ackInput(c, s, now)) return;
  stateOnAck(c, now);
  if (c.state == TCP_STATE_CLOSED) return;
  if (c.state == TCP_STATE_TIME_WAIT && s.flags & TCP_FLAG_FIN) timeWaitBegin(c, now);
  ecnInput(c, s);
  textInput(c, s, now);
}

/** RFC 3168 section 6.1.3: ECE from a CE mark until CWR. */
function ecnInput(c: TcpConnection, s: TcpSegment): void {
  if (!Host.has(c, TCP_HOST_ECN)) return;
  if (s.flags & TCP_FLAG_CWR) Host.clear(c, TCP_HOST_ECN_ECHO);
  if (s.ecn == CE && s.length) Host.set(c, TCP_HOST_ECN_ECHO);
}

/**
 * Gives the segment at `s` to the connection; what it answers is in the ring, what it tells the user in `events`.
 * The payload bytes that were taken are in the stack's acceptedOffset, acceptedLength, acceptedSkip.
 */
export function tcpInput(c: TcpConnection, s: TcpSegment, now: u64): void {
  const stack = Stack.of(c);
  stack.segmentsIn = stack.segmentsIn + 1;
  if (s.family == 6) stack.segmentsIn6 = stack.segmentsIn6 + 1;
  stack.acceptedLength = 0;
  if (c.state == TCP_STATE_CLOSED) strayReset(stack, s);
  else if (c.state == TCP_STATE_LISTEN) listenInput(c, s, now, false, 0);
  else {
    if (c.state == TCP_STATE_SYN_SENT) synSentInput(c, s, now);
    else synchronisedInput(c, s, now);
    if (c.state != TCP_STATE_CLOSED && c.state != TCP_STATE_LISTEN) output(c, now);
  }
  deadlineSettle(c);
}

/** A segment that no connection of the host wants. */
export function tcpStray(stack: TcpStack, s: TcpSegment): void {
  stack.segmentsIn = stack.segmentsIn + 1;
  if (s.family == 6) stack.segmentsIn6 = stack.segmentsIn6 + 1;
  strayReset(stack, s);
}
