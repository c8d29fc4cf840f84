// Frames on their way in from a socket: the cable carries them one after the other at its rate, however fast they were written.
// A frame that finds the cable idle arrives at once.

/** Without check sequence; shorter ones are padded on the cable. Source: IEEE 802.3, clause 4. */
const LEAST_FRAME_BYTES = 60;
/** Preamble and start delimiter 8, check sequence 4, gap 12. */
const BYTES_AROUND_FRAME = 24;

interface Arrival {
  frame: Uint8Array;
  at: bigint;
}

export class Arrivals {
  private queue: Arrival[] = [];
  /** Index of the oldest. */
  private first = 0;
  /** When the newest arrives. */
  private last: bigint | null = null;
  private waitingBytes = 0;
  private readonly psPerByte: number;

  constructor(bitsPerSecond: number) {
    this.psPerByte = 8e12 / bitsPerSecond;
  }

  /** Bytes of frames that have not arrived. */
  get bytes(): number {
    return this.waitingBytes;
  }

  /** When the next frame arrives; null when none is on its way. */
  get next(): bigint | null {
    return this.queue[this.first]?.at ?? null;
  }

  /** @param frame copied  @param now not before that of an earlier frame */
  add(frame: Uint8Array, now: bigint): void {
    const bytes = Math.max(frame.length, LEAST_FRAME_BYTES) + BYTES_AROUND_FRAME;
    const atRate = this.last === null ? now : this.last + BigInt(Math.round(bytes * this.psPerByte));
    this.last = atRate > now ? atRate : now;
    this.queue.push({ frame: frame.slice(), at: this.last });
    this.waitingBytes += frame.length;
  }

  /**
   * Hands over frames that have arrived, oldest first.
   * @returns the time up to which all have been: `now`, or when `most` ended it, when the last of these arrived
   */
  deliver(now: bigint, most: number, take: (frame: Uint8Array, at: bigint) => void): bigint {
    for (let count = 1; this.next !== null && this.next <= now; count++) {
      const { frame, at } = this.queue[this.first++]!;
      this.waitingBytes -= frame.length;
      take(frame, at);
      if (count === most) return this.compact(at);
    }
    return this.compact(now);
  }

  private compact(time: bigint): bigint {
    if (this.first * 2 >= this.queue.length) {
      this.queue = this.queue.slice(this.first);
      this.first = 0;
    }
    return time;
  }
}
