// Fast retransmit and fast recovery: with SACK after RFC 6675, without after NewReno (RFC 6582).

import {
  TCP_CONST_SACK_ENABLED,
  TCP_HOST_FIN_QUEUED,
  TCP_HOST_PARTIAL_ACK,
  TCP_HOST_RECOVERY,
  TCP_HOST_TIMING,
  TCP_TIMER_PERSIST,
  TcpConnection,
} from '../abi.gen';
import { congestionOnLoss, congestionWindow } from './congestion';
import { Host, Stack } from './connection';
import { dataSend, sendNext } from './output';
import { retransmitStart } from './rto';
import { lostEdge, pipe, sackedEnd, sackedNext, sackedSkip } from './sack';
import { Seq } from './seq';

/** Sends again from `seq`, at most one segment, up to the next byte that the peer holds. */
function repeat(c: TcpConnection, seq: u32, now: u64): bool {
  const end = Seq.min(sackedNext(c, seq), c.sendDataTail);
  const length = min(Seq.span(seq, end), c.sendMss);
  if (!dataSend(c, seq, length, now)) return false;
  const fin = Host.has(c, TCP_HOST_FIN_QUEUED) && seq + length == c.sendDataTail;
  c.highRxt = Seq.max(c.highRxt, seq + length + (fin ? 1 : 0));
  return true;
}

/** RFC 6582 section 3.2 step 2, RFC 6675 section 5 step 4. */
function recoveryBegin(c: TcpConnection, now: u64): void {
  Host.set(c, TCP_HOST_RECOVERY);
  Host.clear(c, TCP_HOST_PARTIAL_ACK | TCP_HOST_TIMING);
  c.recover = c.sndMax;
  c.sndNxt = c.sndMax;
  congestionOnLoss(c);
  c.highRxt = c.sndUna;
  repeat(c, c.sndUna, now);
  retransmitStart(c, now);
  // RFC 5681 section 3.2 (3): the segments that have left the network.
  if (!(c.constFlags & TCP_CONST_SACK_ENABLED)) c.cWnd = c.cWnd + Stack.of(c).dupAckThreshold * c.sendMss;
}

/** A duplicate acknowledgment, RFC 5681 section 2, or one with news in its SACK blocks, RFC 6675 section 2. */
export function recoveryOnDuplicate(c: TcpConnection, now: u64): void {
  if (c.timer == TCP_TIMER_PERSIST) return;
  c.dupAckCount = min(c.dupAckCount + 1, 255);
  const sack = (c.constFlags & TCP_CONST_SACK_ENABLED) != 0;
  if (Host.has(c, TCP_HOST_RECOVERY)) {
    if (!sack) c.cWnd = c.cWnd + c.sendMss; // RFC 5681 section 3.2 (4)
    return;
  }
  // RFC 6582 section 3.2 step 2: not again for losses of a window that was repaired already.
  if (Seq.lt(c.sndUna, c.recover)) return;
  if (c.dupAckCount >= Stack.of(c).dupAckThreshold || (sack && Seq.gt(lostEdge(c), c.sndUna))) recoveryBegin(c, now);
}

/** An ACK of new data during recovery; sndUna has moved. */
export function recoveryOnAck(c: TcpConnection, acked: u32, now: u64): void {
  const sack = (c.constFlags & TCP_CONST_SACK_ENABLED) != 0;
  const mss = c.sendMss;
  if (Seq.ge(c.sndUna, c.recover)) {
    Host.clear(c, TCP_HOST_RECOVERY | TCP_HOST_PARTIAL_ACK);
    // RFC 6582 section 3.2 step 3, option 1.
    if (!sack) c.cWnd = min(c.ssThresh, max(c.sndMax - c.sndUna, mss) + mss);
    retransmitStart(c, now); // RFC 6298 (5.3)
    return;
  }
  c.highRxt = Seq.max(c.highRxt, c.sndUna);
  // RFC 6298 (5.3); without SACK RFC 6582 section 4, impatient: only the first partial ACK restarts the timer.
  if (sack || !Host.has(c, TCP_HOST_PARTIAL_ACK)) retransmitStart(c, now);
  Host.set(c, TCP_HOST_PARTIAL_ACK);
  if (sack) return;
  // Partial ACK: the next hole, and deflation by what was acknowledged.
  repeat(c, c.sndUna, now);
  c.cWnd = max(c.cWnd - min(acked, c.cWnd), mss);
  if (acked >= mss) c.cWnd = c.cWnd + mss;
}

/** NextSeg() rules 1 and 3 of RFC 6675 section 4: the first hole from highRxt on that begins below `edge`. */
function holeBelow(c: TcpConnection, edge: u32): bool {
  const hole = sackedSkip(c, Seq.max(c.highRxt, c.sndUna));
  c.highRxt = hole;
  return Seq.lt(hole, edge);
}

/** RFC 6675 section 5 (C): while cwnd - pipe leaves room for a segment. */
export function recoverySend(c: TcpConnection, now: u64): void {
  while (true) {
    const window = congestionWindow(c);
    const out = pipe(c);
    if (window < out + c.sendMss) return;
    if (holeBelow(c, lostEdge(c))) {
      if (!repeat(c, c.highRxt, now)) return;
    } else if (!sendNext(c, window - out, false, now)) {
      if (!holeBelow(c, sackedEnd(c)) || !repeat(c, c.highRxt, now)) return;
    }
  }
}
