// Virtual time that follows a clock of the host, second for second. Where the host is too slow it slips: it is never asked to make up
// for more than a tenth of a second.

/** 100 ms in ps. */
const MOST_BEHIND_PS = 100_000_000_000n;

export class RealTime {
  /** What the clock showed at virtual time 0. */
  private originNs: bigint;
  private slipped = 0n;

  /** @param clock nanoseconds, monotonic; virtual time 0 is now */
  constructor(private readonly clock: () => bigint) {
    this.originNs = clock();
  }

  /** ps that virtual time has lost against the clock. */
  get slippedPs(): bigint {
    return this.slipped;
  }

  /**
   * Virtual time, now. Never goes back.
   * @param due what waits longest to be done, ps; null when nothing does
   */
  present(due: bigint | null): bigint {
    const now = (this.clock() - this.originNs) * 1000n;
    const behind = due === null ? 0n : now - due;
    if (behind <= MOST_BEHIND_PS) return now;
    const slipNs = (behind - MOST_BEHIND_PS + 999n) / 1000n;
    this.originNs += slipNs;
    this.slipped += slipNs * 1000n;
    return now - slipNs * 1000n;
  }
}
