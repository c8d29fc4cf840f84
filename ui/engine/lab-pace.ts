// How much virtual time is due for the wall time that has passed. What could not be run in time is forgotten, but for one frame's worth:
// on a machine that is too slow virtual time falls behind, and nothing is caught up in a burst later.

/** A frame of a display with 60 Hz, less what comes on top of it on the way. */
export const FRAME_MS = 16;

const PS_PER_MS = 1e9;

export class Pace {
  /** Virtual seconds for one of wall time; Infinity: no limit. */
  rate = 1;
  private owedPs = 0;
  private lastMs = 0;

  /** Time runs from here on. */
  start(wallMs: number): void {
    this.lastMs = wallMs;
    this.owedPs = 0;
  }

  /** Whole picoseconds that may be run by now; Infinity without a limit. */
  due(wallMs: number): number {
    const elapsedMs = wallMs - this.lastMs;
    this.lastMs = wallMs;
    if (this.rate === Infinity) return Infinity;
    this.owedPs = Math.min(this.owedPs + elapsedMs * this.rate * PS_PER_MS, FRAME_MS * this.rate * PS_PER_MS);
    return Math.floor(this.owedPs);
  }

  /** Tells what was run of it. */
  spend(ps: number): void {
    if (this.rate !== Infinity) this.owedPs -= ps;
  }
}
