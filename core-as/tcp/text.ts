// Segment text and FIN: RFC 9293 section 3.10.7.4 "seventh" and "eighth"; when an ACK is owed: RFC 5681 section 4.2, RFC 9293 section 3.8.6.3.

import {
  TCP_EVENT_FIN,
  TCP_EVENT_READABLE,
  TCP_EVENT_RESET,
  TCP_FLAG_ACK,
  TCP_FLAG_FIN,
  TCP_FLAG_RST,
  TCP_HOST_ACK_NOW,
  TCP_HOST_FIN_HELD,
  TCP_HOST_RECEIVE_CLOSED,
  TCP_STATE_CLOSE_WAIT,
  TCP_STATE_CLOSING,
  TCP_STATE_ESTABLISHED,
  TCP_STATE_FIN_WAIT1,
  TCP_STATE_FIN_WAIT2,
  TCP_STATE_TIME_WAIT,
  TCP_TIMER_TIME_WAIT,
  TcpConnection,
  TcpSegment,
} from '../abi.gen';
import { finAcked } from './ack';
import { connectionEnd, Host, NEVER, Stack } from './connection';
import { rangeAdd, rangesPull } from './reassembly';
import { segmentSend } from './segment';
import { Seq } from './seq';

/** Enters TIME-WAIT, or stays and starts its time again. */
export function timeWaitBegin(c: TcpConnection, now: u64): void {
  c.state = TCP_STATE_TIME_WAIT;
  c.timer = TCP_TIMER_TIME_WAIT;
  c.retransmitAt = now + Stack.of(c).timeWait;
  c.keepAliveAt = NEVER;
}

function receives(state: u32): bool {
  return state == TCP_STATE_ESTABLISHED || state == TCP_STATE_FIN_WAIT1 || state == TCP_STATE_FIN_WAIT2;
}

/** The stream in order grows to `end`. */
function advance(c: TcpConnection, end: u32): void {
  const bytes = end - c.rcvNxt;
  c.rcvNxt = end;
  c.rcvNxtOffset = c.rcvNxtOffset + <u64>bytes;
  c.rcvWnd = c.rcvWnd > bytes ? c.rcvWnd - bytes : 0;
  c.bufferedData = c.bufferedData + bytes;
  c.events = c.events | TCP_EVENT_READABLE;
}

/** One more segment to acknowledge: every second one at once, else within the delay. */
function ackDelay(c: TcpConnection, s: TcpSegment, now: u64): void {
  const stack = Stack.of(c);
  const segments = s.mss ? (s.length + s.mss - 1) / s.mss : 1;
  c.ackCount = min(c.ackCount + segments, 255);
  if (c.ackCount >= stack.ackFrequency) Host.set(c, TCP_HOST_ACK_NOW);
  else if (c.delayedAckAt == NEVER) c.delayedAckAt = now + stack.delayedAck;
}

/** The FIN of the peer is next in the stream. */
function finTake(c: TcpConnection, now: u64): void {
  c.rcvNxt = c.rcvNxt + 1;
  if (c.rcvWnd) c.rcvWnd = c.rcvWnd - 1;
  c.events = c.events | TCP_EVENT_FIN;
  Host.clear(c, TCP_HOST_FIN_HELD);
  Host.set(c, TCP_HOST_ACK_NOW);
  if (c.state == TCP_STATE_ESTABLISHED) c.state = TCP_STATE_CLOSE_WAIT;
  else if (c.state == TCP_STATE_FIN_WAIT2 || finAcked(c)) timeWaitBegin(c, now);
  else c.state = TCP_STATE_CLOSING;
}

/** Data for a user who closed: RFC 1122 section 4.2.2.13, RFC 2525 section 2.17. */
function refuse(c: TcpConnection, now: u64): void {
  segmentSend(c, c.sndMax, 0, TCP_FLAG_RST | TCP_FLAG_ACK, now);
  connectionEnd(c, TCP_EVENT_RESET);
}

/**
 * Takes the part of an acceptable segment that lies in the window; the rest is trimmed from either end (section 3.10.7.4).
 * What was taken is told in the stack's accepted fields.
 */
export function textInput(c: TcpConnection, s: TcpSegment, now: u64): void {
  if (!receives(c.state)) return;
  const stack = Stack.of(c);
  const left = Seq.max(s.seq, c.rcvNxt);
  const sent = s.seq + s.length;
  const right = Seq.min(sent, c.rcvNxt + c.rcvWnd);
  if (Seq.lt(left, right)) {
    if (Host.has(c, TCP_HOST_RECEIVE_CLOSED)) {
      refuse(c, now);
      return;
    }
    const offset = c.rcvNxtOffset + <u64>(left - c.rcvNxt);
    let taken: bool = true;
    if (left == c.rcvNxt) {
      const hole = c.rangeCount != 0;
      advance(c, hole ? rangesPull(c, right) : right);
      if (hole) Host.set(c, TCP_HOST_ACK_NOW);
      else ackDelay(c, s, now);
    } else {
      taken = rangeAdd(c, left, right);
      Host.set(c, TCP_HOST_ACK_NOW);
    }
    if (taken) {
      stack.acceptedSkip = left - s.seq;
      stack.acceptedLength = right - left;
      stack.acceptedOffset = offset;
    }
  }
  if (right != sent && s.length) Host.set(c, TCP_HOST_ACK_NOW); // trimmed: the peer should learn the edge
  // FIN counts when all before it is there; until then it is remembered.
  if (s.flags & TCP_FLAG_FIN && right == sent) {
    Host.set(c, TCP_HOST_FIN_HELD | TCP_HOST_ACK_NOW);
    c.rcvFin = sent;
  }
  if (Host.has(c, TCP_HOST_FIN_HELD) && c.rcvNxt == c.rcvFin) finTake(c, now);
}
