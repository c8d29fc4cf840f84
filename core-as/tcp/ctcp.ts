// Compound TCP: a delay window beside the loss window (Tan, Song, Zhang, Sridharan, INFOCOM 2006; draft-sridharan-tcpm-ctcp-02).
// Once a round trip: win = cwnd + dwnd; diff = (win / baseRTT - win / RTT) * baseRTT segments.
// Not modelled: the tuning of gamma and the RTT smoothing of its own; the smoothed RTT of the stack stands in for it (assumed).

import { TCP_CONGESTION_COMPOUND, TcpConnection } from '../abi.gen';
import { NEVER, Stack } from './connection';
import { Seq } from './seq';

// Draft, section 3: alpha 1/8, beta 1/2, k 3/4, gamma 30 segments, zeta 1; below 41 segments it is plain NewReno.
const ALPHA: f64 = 0.125;
const GAMMA: f64 = 30;
const LOW_WINDOW: u32 = 41;

export function connectionCompound(c: TcpConnection): bool {
  return Stack.of(c).congestion == TCP_CONGESTION_COMPOUND;
}

/** Draft section 3.2: the delay window moves once a round trip, and only in congestion avoidance. */
export function ctcpOnAck(c: TcpConnection): void {
  if (Seq.lt(c.sndUna, c.roundEnd)) return;
  c.roundEnd = c.sndNxt;
  const mss = c.sendMss;
  const window = (c.cWnd + c.dWnd) / mss;
  if (c.cWnd < c.ssThresh || c.sRtt == 0 || c.baseRtt == NEVER || window < LOW_WINDOW) return;
  const win = <f64>window;
  const base = <f64>c.baseRtt;
  const diff = win - (win * base) / <f64>max(c.sRtt, c.baseRtt);
  const delay = <f64>c.dWnd / <f64>mss;
  // dwnd + (alpha * win^k - 1)+ while queues are short, else (dwnd - zeta * diff)+. win^(3/4) = sqrt(win) * sqrt(sqrt(win)).
  const root = sqrt<f64>(win);
  const next = diff < GAMMA ? delay + max(ALPHA * root * sqrt<f64>(root) - 1, 0) : max(delay - diff, 0);
  c.dWnd = <u32>(next * <f64>mss);
}

/** Draft section 3.2, on loss: (win * (1 - beta) - cwnd / 2)+; the loss window is halved by its own rule. Before cWnd is reduced. */
export function ctcpOnLoss(c: TcpConnection): void {
  const half = (c.cWnd + c.dWnd) >> 1;
  c.ssThresh = max(min(c.sndMax - c.sndUna, c.cWnd) >> 1, 2 * c.sendMss);
  c.dWnd = half > c.ssThresh ? half - c.ssThresh : 0;
}
