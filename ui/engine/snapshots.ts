// Snapshots of a run, so that any earlier instant can be reached by running forward from one: at most one in each cell of virtual time.
// When they take more memory than there is for them, cells double and the later ones of each are dropped. A run of any length so costs
// copies in proportion to the logarithm of its length.

export interface Kept<S> {
  timePs: number;
  snapshot: S;
}

/** So many have room even where each is large. */
const LEAST = 8;

export class Snapshots<S extends { readonly bytes: number }> {
  /** By time. The first is never dropped. */
  private kept: Kept<S>[] = [];
  private total = 0;

  /**
   * @param budgetBytes  of memory for all of them
   * @param spacingPs    of virtual time between two, to begin with
   */
  constructor(
    private readonly budgetBytes: number,
    private spacingPs: number,
  ) {}

  get count(): number {
    return this.kept.length;
  }

  get bytes(): number {
    return this.total;
  }

  /** Index of the latest at or before `timePs`, −1 before the first. */
  private indexAt(timePs: number): number {
    let low = 0;
    let high = this.kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.kept[middle]!.timePs <= timePs) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private cellOf(timePs: number): number {
    return Math.floor(timePs / this.spacingPs);
  }

  /** Whether the cell that `timePs` lies in has none yet. */
  isDue(timePs: number): boolean {
    const index = this.indexAt(timePs);
    const cell = this.cellOf(timePs);
    return [this.kept[index], this.kept[index + 1]].every((near) => !near || this.cellOf(near.timePs) !== cell);
  }

  add(timePs: number, snapshot: S): void {
    this.kept.splice(this.indexAt(timePs) + 1, 0, { timePs, snapshot });
    this.total += snapshot.bytes;
    while (this.total > this.budgetBytes && this.kept.length > LEAST) this.thin();
  }

  private thin(): void {
    this.spacingPs *= 2;
    let last = -1;
    this.kept = this.kept.filter(({ timePs }) => {
      const cell = this.cellOf(timePs);
      const isFirst = cell !== last;
      last = cell;
      return isFirst;
    });
    this.total = this.kept.reduce((sum, { snapshot }) => sum + snapshot.bytes, 0);
  }

  /** The latest at or before `timePs`; null before the first. */
  before(timePs: number): Kept<S> | null {
    return this.kept[this.indexAt(timePs)] ?? null;
  }

  /** Drops those at or after `timePs`, but for the first. */
  dropFrom(timePs: number): void {
    this.kept = this.kept.filter((kept, index) => index === 0 || kept.timePs < timePs);
    this.total = this.kept.reduce((sum, { snapshot }) => sum + snapshot.bytes, 0);
  }
}
