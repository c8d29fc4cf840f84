// The event queue as a sorted array: a new event goes after all that are due no later than it.

export interface OracleEvent {
  time: bigint;
  kind: number;
  a: number;
  b: number;
}

export class QueueOracle {
  readonly events: OracleEvent[] = [];
  now = 0n;
  peak = 0;
  popped = 0;
  past = 0;
  overflows = 0;

  constructor(readonly capacity: number) {}

  push(event: OracleEvent): boolean {
    if (event.time < this.now) {
      this.past++;
      return false;
    }
    if (this.events.length === this.capacity) {
      this.overflows++;
      return false;
    }
    let at = this.events.length;
    while (at > 0 && this.events[at - 1]!.time > event.time) at--;
    this.events.splice(at, 0, event);
    this.peak = Math.max(this.peak, this.events.length);
    return true;
  }

  pop(limit: bigint): OracleEvent | undefined {
    const first = this.events[0];
    if (!first || first.time > limit) {
      if (limit !== 2n ** 64n - 1n && limit > this.now) this.now = limit;
      return undefined;
    }
    this.now = first.time;
    this.popped++;
    return this.events.shift();
  }
}
