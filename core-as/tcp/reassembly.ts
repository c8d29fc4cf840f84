// Data received out of order: at most limits.TcpRanges disjoint ranges, the one that changed last first, which is the order in which
// SACK blocks are sent (RFC 2018 section 4). When the list is full, a segment that would need a new range is dropped: what was
// reported as held is never given up.

import { TCP_RANGES, TcpConnection } from '../abi.gen';
import { Seq } from './seq';

export class Range {
  @inline static left(list: u32, index: u32): u32 {
    return load<u32>(list + (index << 3));
  }
  @inline static right(list: u32, index: u32): u32 {
    return load<u32>(list + (index << 3), 4);
  }
  @inline static put(list: u32, index: u32, left: u32, right: u32): void {
    store<u32>(list + (index << 3), left);
    store<u32>(list + (index << 3), right, 4);
  }
  /** Takes entry `index` out of `count`. */
  @inline static remove(list: u32, index: u32, count: u32): void {
    memory.copy(list + (index << 3), list + ((index + 1) << 3), (count - index - 1) << 3);
  }
}

/** Adds a range beyond rcvNxt and puts it first. @returns false when there was no room */
export function rangeAdd(c: TcpConnection, left: u32, right: u32): bool {
  const list = c.rangesAt;
  let low = left;
  let high = right;
  let index: u32 = 0;
  let touches = false;
  while (index < c.rangeCount) {
    if (Seq.le(Range.left(list, index), high) && Seq.ge(Range.right(list, index), low)) {
      low = Seq.min(low, Range.left(list, index));
      high = Seq.max(high, Range.right(list, index));
      Range.remove(list, index, c.rangeCount);
      c.rangeCount = c.rangeCount - 1;
      touches = true;
      index = 0;
    } else index++;
  }
  if (!touches && c.rangeCount == TCP_RANGES) return false;
  memory.copy(list + 8, list, c.rangeCount << 3);
  Range.put(list, 0, low, high);
  c.rangeCount = c.rangeCount + 1;
  return true;
}

/** Takes out what now follows `next` without a gap. @returns where the stream in order ends */
export function rangesPull(c: TcpConnection, next: u32): u32 {
  const list = c.rangesAt;
  let end = next;
  let index: u32 = 0;
  while (index < c.rangeCount) {
    if (Seq.le(Range.left(list, index), end)) {
      end = Seq.max(end, Range.right(list, index));
      Range.remove(list, index, c.rangeCount);
      c.rangeCount = c.rangeCount - 1;
      index = 0;
    } else index++;
  }
  return end;
}
