// Copies and clears of records. The memory instructions call out of the compiled code, which costs more than a record's worth of vector
// moves; for what is larger than a few hundred bytes they are the faster ones.

export class Block {
  @inline static copy16(to: u32, from: u32): void {
    v128.store(to, v128.load(from));
  }
}

/** @param bytes  a multiple of 32 */
export function blockCopy(to: u32, from: u32, bytes: u32): void {
  for (const end = from + bytes; from < end; from += 32, to += 32) {
    const low = v128.load(from);
    v128.store(to, low);
    v128.store(to, v128.load(from, 16), 16);
  }
}

/** @param bytes  a multiple of 32 */
export function blockClear(at: u32, bytes: u32): void {
  const zero = i64x2.splat(0);
  for (const end = at + bytes; at < end; at += 32) {
    v128.store(at, zero);
    v128.store(at, zero, 16);
  }
}
