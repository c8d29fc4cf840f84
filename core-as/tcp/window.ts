// The receive window: what is offered, when the offer grows, and how large the buffer may become.

import { TCP_CACHED_UPDATE_RCV_WND, TcpConnection } from '../abi.gen';
import { headerBytes, MAX_WINDOW_SCALE, Stack } from './connection';
import { Seq } from './seq';

/** Least shift with which `limit` fits in 16 bits, RFC 7323 section 2.2. */
export function windowScaleFor(limit: u32): u32 {
  let shift: u32 = 0;
  while (shift < MAX_WINDOW_SCALE && limit >> shift > 65535) shift++;
  return shift;
}

/** Right edge that the buffer allows; never left of the one offered (RFC 9293 section 3.8.6, SHLD-14). */
function windowGain(c: TcpConnection): u32 {
  const free = c.initialRcvWnd > c.bufferedData ? c.initialRcvWnd - c.bufferedData : 0;
  return Seq.span(c.rcvWnd, min(free, (<u32>65535) << c.rcvWindScale));
}

/** RFC 9293 section 3.8.6.2.2: the edge moves by at least min(half the buffer, one segment). */
function windowMoves(c: TcpConnection, gain: u32): bool {
  return gain != 0 && gain >= min(c.initialRcvWnd >> 1, Stack.of(c).mtu - headerBytes(c.family));
}

/** The window field of the next segment; settles rcvWnd. Windows of SYN are never scaled (RFC 7323 section 2.2). */
export function windowOffer(c: TcpConnection, syn: bool): u32 {
  const gain = windowGain(c);
  if (windowMoves(c, gain)) c.rcvWnd = c.rcvWnd + gain;
  return syn ? min(c.rcvWnd, 65535) : min(c.rcvWnd >> c.rcvWindScale, 65535);
}

/** Whether reading opened the window so far that the peer should hear of it: it doubles, or half the buffer is free again. */
export function windowUpdateDue(c: TcpConnection): bool {
  const gain = windowGain(c);
  return windowMoves(c, gain) && (gain >= c.rcvWnd || gain >= c.initialRcvWnd >> 1);
}

/**
 * Auto-tuning: where the user read more than half a buffer within a round trip, the buffer doubles, up to the level's limit.
 * The rule is assumed; Windows states only the levels.
 */
export function windowTune(c: TcpConnection, read: u32, now: u64): void {
  if (!(c.cachedFlags & TCP_CACHED_UPDATE_RCV_WND)) return;
  c.tuneBytes = c.tuneBytes + read;
  if (c.sRtt == 0 || now - c.tuneAt < c.sRtt) return;
  const limit = min(Stack.of(c).receiveLimit, (<u32>65535) << c.rcvWindScale);
  if (c.tuneBytes > c.initialRcvWnd >> 1 && c.initialRcvWnd < limit) c.initialRcvWnd = min(c.initialRcvWnd << 1, limit);
  c.tuneBytes = 0;
  c.tuneAt = now;
}
