// What may be sent, and when: windows, sender's silly-window avoidance and Nagle (RFC 9293 sections 3.7.4 and 3.8.6.2.1), large sends,
// FIN in its turn. Retransmission after a timeout goes through here too, with sndNxt put back; recovery.ts has fast recovery.

import {
  TCP_CACHED_NAGLING_ENABLED,
  TCP_CONST_SACK_ENABLED,
  TCP_FLAG_ACK,
  TCP_FLAG_FIN,
  TCP_FLAG_PSH,
  TCP_HOST_ACK_NOW,
  TCP_HOST_FIN_QUEUED,
  TCP_HOST_OUTPUT_PENDING,
  TCP_HOST_RECOVERY,
  TCP_HOST_TIMING,
  TCP_STATE_CLOSING,
  TCP_STATE_CLOSE_WAIT,
  TCP_STATE_ESTABLISHED,
  TCP_STATE_FIN_WAIT1,
  TCP_STATE_LAST_ACK,
  TCP_STATE_SYN_RECEIVED,
  TCP_STATE_SYN_SENT,
  TCP_TIMER_NONE,
  TCP_TIMER_PERSIST,
  TCP_TIMER_RETRANSMIT,
  TcpConnection,
} from '../abi.gen';
import { congestionRestart, congestionWindow } from './congestion';
import { Host, Stack } from './connection';
import { synSend } from './handshake';
import { recoverySend } from './recovery';
import { retransmitStart, rto, rttStart } from './rto';
import { ackSend, sackBytesDue, segmentSend } from './segment';
import { sackedNext, sackedSkip } from './sack';
import { Seq } from './seq';

/** States in which data or FIN may go out. */
function stateSends(state: u32): bool {
  return (
    state == TCP_STATE_ESTABLISHED ||
    state == TCP_STATE_CLOSE_WAIT ||
    state == TCP_STATE_FIN_WAIT1 ||
    state == TCP_STATE_CLOSING ||
    state == TCP_STATE_LAST_ACK
  );
}

/** FIN is queued and `next` has not passed it. */
function finDue(c: TcpConnection, next: u32): bool {
  return Host.has(c, TCP_HOST_FIN_QUEUED) && Seq.le(next, c.sendDataTail);
}

/** Something is queued that was not sent from sndNxt on. */
export function outputWaits(c: TcpConnection): bool {
  return Seq.lt(c.sndNxt, c.sendDataTail) || finDue(c, c.sndNxt);
}

/** Sends `length` bytes at `seq`, with FIN when they are the last; keeps sndNxt, sndMax, the timer and the RTT measurement. */
export function dataSend(c: TcpConnection, seq: u32, length: u32, now: u64): bool {
  const end = seq + length;
  const fin = Host.has(c, TCP_HOST_FIN_QUEUED) && end == c.sendDataTail;
  const push = length && end == c.sendDataTail ? TCP_FLAG_PSH : 0;
  if (!segmentSend(c, seq, length, TCP_FLAG_ACK | push | (fin ? TCP_FLAG_FIN : 0), now)) return false;
  const next = end + (fin ? 1 : 0);
  if (Seq.lt(seq, c.sndMax)) Host.clear(c, TCP_HOST_TIMING);
  else rttStart(c, next, now);
  if (seq == c.sndNxt) c.sndNxt = next;
  c.sndMax = Seq.max(c.sndMax, next);
  c.sentAt = now;
  if (c.timer != TCP_TIMER_RETRANSMIT) {
    c.sndWndProbeCount = 0;
    retransmitStart(c, now);
  }
  return true;
}

/** Payload of the largest descriptor: whole segments. */
function sendLimit(c: TcpConnection, mss: u32): u32 {
  const large = c.largeSend;
  return large > mss ? large - (large % mss) : mss;
}

/**
 * RFC 9293 section 3.8.6.2.1: (1) a full segment, (2) all there is and Nagle does not hold it, (3) half the largest window.
 * @param idle  nothing was under way before the first segment of this go
 */
function worthSending(c: TcpConnection, length: u32, waiting: u32, mss: u32, idle: bool): bool {
  if (length >= mss) return true;
  if (length == waiting) {
    const nagle = (c.cachedFlags & TCP_CACHED_NAGLING_ENABLED) != 0;
    if (!nagle || idle || Host.has(c, TCP_HOST_FIN_QUEUED)) return true;
  }
  return length > 0 && length >= c.maxSndWnd >> 1;
}

/**
 * Sends one descriptor from sndNxt on, of at most `allowed` bytes and what the peer's window leaves.
 * @param idle  nothing was under way before the first segment of this go
 * @returns whether anything went out
 */
export function sendNext(c: TcpConnection, allowed: u32, idle: bool, now: u64): bool {
  const mss = c.sendMss - sackBytesDue(c);
  const again = Seq.lt(c.sndNxt, c.sndMax);
  if (again) c.sndNxt = sackedSkip(c, c.sndNxt);
  const next = c.sndNxt;
  const waiting = Seq.span(next, c.sendDataTail);
  const room = Seq.span(next, c.sndUna + c.sndWnd);
  let length = min(min(waiting, room), min(allowed, sendLimit(c, mss)));
  if (Seq.lt(next, c.sndMax)) {
    // What was sent before is worth repeating at any length, a segment at a time, up to what the peer holds; new data may fill it up.
    length = min(length, mss);
    const held = sackedNext(c, next);
    if (held != c.sndMax) length = min(length, held - next);
    else if (Seq.gt(next + length, held) && !worthSending(c, length, waiting, mss, idle)) length = held - next;
    if (length == 0 && !(waiting == 0 && finDue(c, next) && room > 0)) return false;
    return dataSend(c, next, length, now);
  }
  if (length > mss && length < waiting) length -= length % mss;
  if (waiting == 0) return finDue(c, next) && room > 0 && dataSend(c, next, 0, now);
  return worthSending(c, length, waiting, mss, idle) && dataSend(c, next, length, now);
}

/** Bytes beyond sndNxt that the congestion window allows; limited transmit adds a segment for each of two duplicate ACKs (RFC 3042). */
function congestionRoom(c: TcpConnection): u32 {
  const stack = Stack.of(c);
  let window = congestionWindow(c);
  if (!Host.has(c, TCP_HOST_RECOVERY) && c.dupAckCount < stack.dupAckThreshold) window += min(c.dupAckCount, 2) * c.sendMss;
  return Seq.span(c.sndNxt, c.sndUna + window);
}

/** Starts the persist timer when data waits and no ACK will call for it: RFC 9293 section 3.8.6.1. */
function persistCheck(c: TcpConnection, now: u64): void {
  if (c.timer != TCP_TIMER_NONE || !outputWaits(c) || c.sndNxt != c.sndUna) return;
  c.timer = TCP_TIMER_PERSIST;
  c.retransmitAt = now + rto(c);
}

/** Sends what may be sent, then the ACK that is still owed. */
export function output(c: TcpConnection, now: u64): void {
  Host.clear(c, TCP_HOST_OUTPUT_PENDING);
  if (c.state == TCP_STATE_SYN_SENT || c.state == TCP_STATE_SYN_RECEIVED) {
    if (c.sndMax == c.iss) synSend(c, now); // the ring was full
    return;
  }
  if (stateSends(c.state)) {
    if (Host.has(c, TCP_HOST_RECOVERY) && c.constFlags & TCP_CONST_SACK_ENABLED) recoverySend(c, now);
    else {
      if (c.sndMax == c.sndUna && c.sentAt != 0 && now - c.sentAt > rto(c)) congestionRestart(c);
      // The tail of one send goes out with the segments before it, whether the stack or the adapter cuts it (assumed; so does 4.4BSD).
      const idle = c.sndNxt == c.sndUna;
      while (sendNext(c, congestionRoom(c), idle, now));
    }
    persistCheck(c, now);
  }
  if (Host.has(c, TCP_HOST_ACK_NOW)) ackSend(c, now);
}
