// Scoreboard of the sender: selectively acknowledged ranges in ascending order, RFC 2018 and RFC 6675.
// A report that finds no room is forgotten, which costs at most a needless retransmission.

import { TCP_SACKED, TcpConnection, TcpSegment } from '../abi.gen';
import { Stack } from './connection';
import { Range } from './reassembly';
import { Seq } from './seq';

/** Adds one block. @returns whether it told something new */
function sackedAdd(c: TcpConnection, left: u32, right: u32): bool {
  const list = c.sackedAt;
  let count = c.sackedCount;
  let first: u32 = 0;
  while (first < count && Seq.lt(Range.right(list, first), left)) first++;
  if (first < count && Seq.le(Range.left(list, first), left) && Seq.ge(Range.right(list, first), right)) return false;
  let low = left;
  let high = right;
  while (first < count && Seq.le(Range.left(list, first), high)) {
    low = Seq.min(low, Range.left(list, first));
    high = Seq.max(high, Range.right(list, first));
    Range.remove(list, first, count--);
  }
  if (count == TCP_SACKED) return false;
  memory.copy(list + ((first + 1) << 3), list + (first << 3), (count - first) << 3);
  Range.put(list, first, low, high);
  c.sackedCount = count + 1;
  return true;
}

/** Update() of RFC 6675 section 4. Blocks outside what is outstanding are ignored, D-SACK among them. @returns whether anything was new */
export function sackInput(c: TcpConnection, s: TcpSegment): bool {
  let fresh = false;
  for (let i: u32 = 0; i < s.sackBlocks; i++) {
    const left = Range.left(s.sackAt, i);
    const right = Range.right(s.sackAt, i);
    if (Seq.ge(left, right) || Seq.le(left, c.sndUna) || Seq.le(left, s.ack) || Seq.gt(right, c.sndMax)) continue;
    if (sackedAdd(c, left, right)) fresh = true;
  }
  return fresh;
}

/** Forgets what lies below the cumulative acknowledgment. */
export function sackedTrim(c: TcpConnection): void {
  const list = c.sackedAt;
  while (c.sackedCount > 0 && Seq.le(Range.left(list, 0), c.sndUna)) {
    Range.remove(list, 0, c.sackedCount);
    c.sackedCount = c.sackedCount - 1;
  }
}

/** Where the next acknowledged range begins at or after `seq`; sndMax when there is none. */
export function sackedNext(c: TcpConnection, seq: u32): u32 {
  for (let i: u32 = 0; i < c.sackedCount; i++) if (Seq.ge(Range.left(c.sackedAt, i), seq)) return Range.left(c.sackedAt, i);
  return c.sndMax;
}

/** First sequence number from `seq` on that is not acknowledged. */
export function sackedSkip(c: TcpConnection, seq: u32): u32 {
  for (let i: u32 = 0; i < c.sackedCount; i++)
    if (Seq.le(Range.left(c.sackedAt, i), seq) && Seq.gt(Range.right(c.sackedAt, i), seq)) return Range.right(c.sackedAt, i);
  return seq;
}

/** One past the highest acknowledged byte; sndUna when there is none. */
export function sackedEnd(c: TcpConnection): u32 {
  return c.sackedCount ? Range.right(c.sackedAt, c.sackedCount - 1) : c.sndUna;
}

/** IsLost() of RFC 6675 section 4 as one edge: what is not acknowledged below it is lost, since it has enough above it. */
export function lostEdge(c: TcpConnection): u32 {
  const threshold = Stack.of(c).dupAckThreshold;
  let bytes: u32 = 0;
  for (let i = c.sackedCount; i > 0; i--) {
    bytes += Range.right(c.sackedAt, i - 1) - Range.left(c.sackedAt, i - 1);
    if (c.sackedCount - i + 1 >= threshold || bytes > (threshold - 1) * c.sendMss) return Range.left(c.sackedAt, i - 1);
  }
  return c.sndUna;
}

/** Bytes from `from` to `to` that are not acknowledged. */
function unsacked(c: TcpConnection, from: u32, to: u32): u32 {
  let bytes = Seq.span(from, to);
  for (let i: u32 = 0; i < c.sackedCount; i++)
    bytes -= Seq.span(Seq.max(from, Range.left(c.sackedAt, i)), Seq.min(to, Range.right(c.sackedAt, i)));
  return bytes;
}

/** SetPipe() of RFC 6675 section 4: (a) not lost, plus (b) retransmitted. */
export function pipe(c: TcpConnection): u32 {
  const lost = lostEdge(c);
  const repeated = Seq.max(c.highRxt, c.sndUna);
  return unsacked(c, Seq.max(lost, c.sndUna), c.sndMax) + unsacked(c, c.sndUna, repeated);
}
