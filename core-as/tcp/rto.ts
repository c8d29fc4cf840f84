// Round-trip time and retransmission timeout, RFC 6298. Bounds are settings of the stack.

import {
  TCP_CONST_TIMESTAMP_ENABLED,
  TCP_HOST_TIMING,
  TCP_OPTION_TIMESTAMPS,
  TCP_TIMER_RETRANSMIT,
  TcpConnection,
  TcpSegment,
} from '../abi.gen';
import { Host, NEVER, Stack } from './connection';
import { Seq } from './seq';
import { timestampNow } from './timestamps';

const MAX_SHIFT: u32 = 16;

/** Timeout now in force, with its doublings (5.5), bounded (2.4, 2.5). */
export function rto(c: TcpConnection): u64 {
  const stack = Stack.of(c);
  // (2.1) before a sample; (2.3) RTO = SRTT + max(G, 4 * RTTVAR).
  const base = c.sRtt == 0 ? stack.initialRto : max(c.sRtt + max(stack.granularity, c.rttVar << 2), stack.minRto);
  return min(base << min(c.rtoShift, MAX_SHIFT), max(stack.maxRto, base));
}

/** (2.2), (2.3): one sample of `r` ps. */
export function rttSample(c: TcpConnection, r: u64): void {
  const sample = max(r, 1);
  if (c.sRtt == 0) {
    c.sRtt = sample;
    c.rttVar = sample >> 1;
  } else {
    const error = sample > c.sRtt ? sample - c.sRtt : c.sRtt - sample;
    c.rttVar = c.rttVar - (c.rttVar >> 2) + (error >> 2);
    c.sRtt = c.sRtt - (c.sRtt >> 3) + (sample >> 3);
  }
  c.baseRtt = min(c.baseRtt, sample);
  c.rtoShift = 0;
}

/** Section 3, Karn: a segment is timed only when none of it was sent before; one at a time. */
export function rttStart(c: TcpConnection, end: u32, now: u64): void {
  if (Host.has(c, TCP_HOST_TIMING)) return;
  Host.set(c, TCP_HOST_TIMING);
  c.rttSeq = end;
  c.rttAt = now;
}

/** Takes the sample that an ACK of new data gives: of the timed segment, else of the echoed timestamp (section 3). */
export function rttOnAck(c: TcpConnection, s: TcpSegment, now: u64): void {
  if (Host.has(c, TCP_HOST_TIMING)) {
    if (Seq.lt(s.ack, c.rttSeq)) return;
    Host.clear(c, TCP_HOST_TIMING);
    rttSample(c, now - c.rttAt);
  } else if (c.constFlags & TCP_CONST_TIMESTAMP_ENABLED && s.options & TCP_OPTION_TIMESTAMPS && s.timestampEcho != 0) {
    const ticks = timestampNow(c, now) - s.timestampEcho;
    if (<i32>ticks >= 0) rttSample(c, <u64>ticks * Stack.of(c).tick);
  }
}

/** (5.1), (5.3): the timer runs for RTO from now. */
export function retransmitStart(c: TcpConnection, now: u64): void {
  c.timer = TCP_TIMER_RETRANSMIT;
  c.retransmitAt = now + rto(c);
}

/** (5.2): nothing is outstanding. */
export function retransmitStop(c: TcpConnection): void {
  if (c.timer != TCP_TIMER_RETRANSMIT) return;
  c.timer = 0;
  c.retransmitAt = NEVER;
}
