// The ACK field and the send window of a segment: RFC 9293 section 3.10.7.4 "fifth", RFC 5961 section 5.2, RFC 5681, RFC 3168.

import {
  TCP_CONST_SACK_ENABLED,
  TCP_EVENT_ACKED,
  TCP_FLAG_ECE,
  TCP_FLAG_FIN,
  TCP_FLAG_SYN,
  TCP_HOST_ECN,
  TCP_HOST_ECN_REDUCED,
  TCP_HOST_FIN_QUEUED,
  TCP_HOST_RECOVERY,
  TCP_TIMER_PERSIST,
  TcpConnection,
  TcpSegment,
} from '../abi.gen';
import { congestionOnAck, congestionOnEcho } from './congestion';
import { Host, NEVER } from './connection';
import { recoveryOnAck, recoveryOnDuplicate } from './recovery';
import { retransmitStart, retransmitStop, rttOnAck } from './rto';
import { sackInput, sackedTrim } from './sack';
import { ackSend, challengeAck } from './segment';
import { Seq } from './seq';

/** Our FIN was sent and is acknowledged. */
export function finAcked(c: TcpConnection): bool {
  return Host.has(c, TCP_HOST_FIN_QUEUED) && Seq.gt(c.sndUna, c.sendDataTail);
}

/** RFC 5681 section 2: nothing but a repeated ACK while data is outstanding. */
function isDuplicate(c: TcpConnection, s: TcpSegment, window: u32): bool {
  return c.sndMax != c.sndUna && s.length == 0 && !(s.flags & (TCP_FLAG_SYN | TCP_FLAG_FIN)) && window == c.sndWnd;
}

/** SND.UNA moves. */
function ackAdvance(c: TcpConnection, s: TcpSegment, now: u64): void {
  const acked = s.ack - c.sndUna;
  const wasAcked = finAcked(c);
  c.sndUna = s.ack;
  const data = acked - (!wasAcked && finAcked(c) ? 1 : 0);
  c.sndUnaOffset = c.sndUnaOffset + <u64>data;
  c.sndNxt = Seq.max(c.sndNxt, c.sndUna);
  sackedTrim(c);
  rttOnAck(c, s, now);
  if (data) c.events = c.events | TCP_EVENT_ACKED;
  c.retransmitCount = 0;
  c.totalRt = 0;
  c.dupAckCount = 0;
  if (Host.has(c, TCP_HOST_RECOVERY)) recoveryOnAck(c, acked, now);
  else {
    congestionOnAck(c, acked);
    // RFC 6298 (5.3): the timer starts again for what is still outstanding.
    if (c.sndUna != c.sndMax && c.timer != TCP_TIMER_PERSIST) retransmitStart(c, now);
  }
  if (c.sndUna == c.sndMax) retransmitStop(c);
}

/** RFC 9293 section 3.10.7.4: only a segment no older than the one of the last update changes the window. SND.WL2 is never above SND.UNA. */
function windowTake(c: TcpConnection, s: TcpSegment, window: u32): void {
  if (Seq.lt(s.seq, c.sendWl1)) return;
  if (c.timer == TCP_TIMER_PERSIST && window > c.sndWnd) {
    // The window opened: what the probes sent is sent again in its place.
    c.timer = 0;
    c.retransmitAt = NEVER;
    c.sndWndProbeCount = 0;
    c.sndNxt = c.sndUna;
  }
  c.sndWnd = window;
  c.maxSndWnd = max(c.maxSndWnd, window);
  c.sendWl1 = s.seq;
}

/** @returns false when the segment is to be dropped */
export function ackInput(c: TcpConnection, s: TcpSegment, now: u64): bool {
  if (Seq.gt(s.ack, c.sndMax)) {
    ackSend(c, now);
    return false;
  }
  if (Seq.lt(s.ack, c.sndUna - c.maxSndWnd)) {
    challengeAck(c, now);
    return false;
  }
  c.retransmitCount = c.timer == TCP_TIMER_PERSIST ? 0 : c.retransmitCount; // probes are answered
  if (Seq.lt(s.ack, c.sndUna)) return true;
  const window = s.window << c.sndWindScale;
  const sack = (c.constFlags & TCP_CONST_SACK_ENABLED) != 0;
  const news = sack && sackInput(c, s);
  if (s.ack != c.sndUna) ackAdvance(c, s, now);
  else if (sack ? news : isDuplicate(c, s, window)) recoveryOnDuplicate(c, now);
  windowTake(c, s, window);
  if (s.flags & TCP_FLAG_ECE && Host.has(c, TCP_HOST_ECN) && congestionOnEcho(c)) Host.set(c, TCP_HOST_ECN_REDUCED);
  return true;
}

/** First window of the peer once the handshake is done. */
export function windowFirst(c: TcpConnection, s: TcpSegment): void {
  c.sndWnd = s.window << (s.flags & TCP_FLAG_SYN ? 0 : c.sndWindScale);
  c.maxSndWnd = max(c.maxSndWnd, c.sndWnd);
  c.sendWl1 = s.seq;
}
