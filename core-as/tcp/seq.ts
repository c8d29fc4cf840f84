// Sequence numbers are 32 bits and wrap; they compare by the sign of their difference (RFC 9293 section 3.4).

export class Seq {
  @inline static lt(a: u32, b: u32): bool {
    return <i32>(a - b) < 0;
  }
  @inline static le(a: u32, b: u32): bool {
    return <i32>(a - b) <= 0;
  }
  @inline static gt(a: u32, b: u32): bool {
    return <i32>(a - b) > 0;
  }
  @inline static ge(a: u32, b: u32): bool {
    return <i32>(a - b) >= 0;
  }
  @inline static max(a: u32, b: u32): u32 {
    return Seq.lt(a, b) ? b : a;
  }
  @inline static min(a: u32, b: u32): u32 {
    return Seq.lt(a, b) ? a : b;
  }
  /** Bytes from `a` up to `b`; 0 when `b` is not beyond. */
  @inline static span(a: u32, b: u32): u32 {
    return Seq.lt(a, b) ? b - a : 0;
  }
}
