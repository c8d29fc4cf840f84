// Compares a stream with what it should be while it comes, so that a failure says where.

export class Match {
  received = 0;
  /** Where the first wrong byte is, or null. */
  fault: string | null = null;
  private readonly expected: Uint8Array;

  constructor(expected: Uint8Array) {
    this.expected = expected;
  }

  take(chunk: Buffer): void {
    const at = this.received;
    this.received += chunk.length;
    if (this.fault) return;
    const expected = this.expected.subarray(at, this.received);
    if (chunk.equals(expected)) return;
    const index = chunk.findIndex((byte, offset) => byte !== expected[offset]);
    this.fault = `byte ${at + index} is ${chunk[index]}, not ${expected[index] ?? 'the end'}`;
  }

  get isComplete(): boolean {
    return this.received >= this.expected.length;
  }

  /** @returns what is wrong with the stream, now that it is over, or null */
  verdict(): string | null {
    return this.fault ?? (this.isComplete ? null : `ends after ${this.received} of ${this.expected.length} bytes`);
  }
}
