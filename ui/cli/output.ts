// Text for pipes: CSV rows and JSON, written with back-pressure. A reader that goes away (`| head`) ends the command quietly.

import { once } from 'node:events';

export class Output {
  private pending: string[] = [];
  private size = 0;
  private closed = false;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.closed = true;
    });
  }

  /** True when nobody reads any more. */
  get isClosed(): boolean {
    return this.closed;
  }

  write(text: string): void {
    this.pending.push(text);
    this.size += text.length;
  }

  /** Hands over what was written once it is worth it. */
  async flush(atLeast = 0): Promise<void> {
    if (this.size === 0 || this.size < atLeast || this.closed) return;
    const text = this.pending.join('');
    this.pending = [];
    this.size = 0;
    if (!this.stream.write(text)) await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')]).catch(() => undefined);
  }
}

/** JSON with bigint as number where exact, else as text; typed arrays as arrays. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_, item: unknown) => {
      if (typeof item === 'bigint') return item <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(item) : item.toString();
      if (ArrayBuffer.isView(item) && !(item instanceof DataView)) return Array.from(item as unknown as ArrayLike<number>);
      return item;
    },
    indent,
  );
}
