// How fast the emulator is: packets put on emulated cables per second of wall time, over the last quarter of a second or so.

const WINDOW_MS = 250;
/** After a gap this long, what was counted before says nothing. */
const GAP_MS = 1000;

export class PacketRate {
  perSecond = 0;
  private fromMs = -Infinity;
  private fromPackets = 0;

  /** @param packets  counted since the start of the run; fewer than before after a jump back */
  sample(wallMs: number, packets: number): void {
    const elapsed = wallMs - this.fromMs;
    if (packets >= this.fromPackets && elapsed < WINDOW_MS) return;
    if (packets >= this.fromPackets && elapsed < GAP_MS) this.perSecond = ((packets - this.fromPackets) * 1000) / elapsed;
    this.fromMs = wallMs;
    this.fromPackets = packets;
  }

  /** Nothing runs. */
  stop(): void {
    this.perSecond = 0;
    this.fromMs = -Infinity;
  }
}
