// Congestion window: slow start, congestion avoidance and the reductions of RFC 5681, with NewReno's deflation (RFC 6582).
// Compound TCP adds its delay window (ctcp.ts).

import { TCP_HOST_RECOVERY, TcpConnection } from '../abi.gen';
import { connectionCompound, ctcpOnAck, ctcpOnLoss } from './ctcp';
import { Host, Stack } from './connection';
import { Seq } from './seq';

const UNLIMITED: u32 = 0x3fffffff;

/** Initial window: a setting, or RFC 5681 section 3.1 after RFC 3390. */
export function initialWindow(c: TcpConnection): u32 {
  const segments = Stack.of(c).initialWindow;
  const mss = c.sendMss;
  return segments ? segments * mss : min(4 * mss, max(2 * mss, 4380));
}

export function congestionBegin(c: TcpConnection): void {
  // Section 3.1: one segment when SYN or SYN+ACK was lost.
  c.cWnd = c.retransmitCount ? c.sendMss : initialWindow(c);
  c.ssThresh = UNLIMITED;
  c.dWnd = 0;
  c.recover = c.iss;
  c.roundEnd = c.sndNxt;
  c.ecnRecover = c.sndUna;
}

/** What the sender may have outstanding as far as the network goes. */
export function congestionWindow(c: TcpConnection): u32 {
  return c.cWnd + c.dWnd;
}

/** An ACK of `acked` new bytes outside of recovery. */
export function congestionOnAck(c: TcpConnection, acked: u32): void {
  const mss = c.sendMss;
  // RFC 7661 section 4.3: a window of which less than half was used says nothing about the network, and does not grow.
  if ((c.sndMax - c.sndUna + acked) << 1 < c.cWnd) return;
  if (c.cWnd < c.ssThresh)
    c.cWnd = min(c.cWnd + min(acked, mss), UNLIMITED); // section 3.1 (2)
  else {
    c.acked = c.acked + acked; // section 3.1 (3), counting bytes: one segment a window
    if (c.acked >= congestionWindow(c)) {
      c.acked = c.acked - congestionWindow(c);
      c.cWnd = min(c.cWnd + mss, UNLIMITED);
    }
  }
  if (connectionCompound(c)) ctcpOnAck(c);
}

/** Section 3.1 (4). FlightSize does not count what limited transmit sent (RFC 3042 section 2). */
function halve(c: TcpConnection): void {
  const flight = min(c.sndMax - c.sndUna, congestionWindow(c));
  c.ssThresh = max(flight >> 1, 2 * c.sendMss);
}

/** Section 3.2 (2) and (3): fast recovery begins. */
export function congestionOnLoss(c: TcpConnection): void {
  halve(c);
  if (connectionCompound(c)) ctcpOnLoss(c);
  c.cWnd = c.ssThresh;
  c.acked = 0;
}

/** Section 3.1: after a timeout; ssthresh is held when the segment had been retransmitted before. */
export function congestionOnTimeout(c: TcpConnection): void {
  if (c.retransmitCount <= 1) halve(c);
  c.cWnd = c.sendMss;
  c.dWnd = 0;
  c.acked = 0;
}

/** RFC 3168 section 6.1.2: as for a loss, once a window, and nothing is retransmitted. */
export function congestionOnEcho(c: TcpConnection): bool {
  if (Host.has(c, TCP_HOST_RECOVERY) || Seq.lt(c.sndUna, c.ecnRecover)) return false;
  congestionOnLoss(c);
  c.ecnRecover = c.sndMax;
  return true;
}

/** Section 4.1: after an idle time of more than one RTO the window starts again. */
export function congestionRestart(c: TcpConnection): void {
  c.cWnd = min(c.cWnd, initialWindow(c));
  c.dWnd = 0;
}
