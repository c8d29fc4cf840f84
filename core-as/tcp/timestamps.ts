// Timestamps and protection against wrapped sequence numbers, RFC 7323 sections 3 to 5. Off unless the stack offers them.

import { TCP_CONST_TIMESTAMP_ENABLED, TCP_FLAG_RST, TCP_OPTION_TIMESTAMPS, TcpConnection, TcpSegment } from '../abi.gen';
import { Stack } from './connection';
import { Seq } from './seq';

/** Section 5.5: after 24 days without a segment TS.Recent is no longer valid. */
const OUTDATED: u64 = 24 * 86400 * 1_000_000_000_000;

export function timestampNow(c: TcpConnection, now: u64): u32 {
  return <u32>(now / Stack.of(c).tick) + c.tsTime;
}

/** Section 5.3 R1: SEG.TSval < TS.Recent, and TS.Recent not outdated. RST is exempt (section 5.2). */
export function timestampIsOld(c: TcpConnection, s: TcpSegment, now: u64): bool {
  if (!(c.constFlags & TCP_CONST_TIMESTAMP_ENABLED) || s.flags & TCP_FLAG_RST || !(s.options & TCP_OPTION_TIMESTAMPS)) return false;
  return Seq.lt(s.timestamp, c.tsRecent) && now - c.tsRecentAge <= OUTDATED;
}

/** Section 3.2: once negotiated, a segment without the option is dropped, unless it is RST. */
export function timestampIsMissing(c: TcpConnection, s: TcpSegment): bool {
  return (c.constFlags & TCP_CONST_TIMESTAMP_ENABLED) != 0 && !(s.flags & TCP_FLAG_RST) && !(s.options & TCP_OPTION_TIMESTAMPS);
}

/** Section 4.3 (2): the segment that spans Last.ACK.sent gives the value to echo. */
export function timestampNote(c: TcpConnection, s: TcpSegment, now: u64): void {
  if (!(c.constFlags & TCP_CONST_TIMESTAMP_ENABLED) || !(s.options & TCP_OPTION_TIMESTAMPS)) return;
  if (Seq.gt(s.seq, c.lastAckSent) || Seq.lt(s.timestamp, c.tsRecent)) return;
  c.tsRecent = s.timestamp;
  c.tsRecentAge = now;
}
