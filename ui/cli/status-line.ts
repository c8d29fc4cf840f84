// One line of progress on a terminal, written over itself. Nothing where the stream is none.

const ERASE_LINE = '\r\x1b[2K';
const EVERY_MS = 200;

export class StatusLine {
  private shownAt = -Infinity;
  private isShown = false;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  /** @param text called when it is time for another */
  show(text: () => string): void {
    const now = performance.now();
    if (!this.stream.isTTY || now - this.shownAt < EVERY_MS) return;
    this.shownAt = now;
    this.isShown = true;
    this.stream.write(`${ERASE_LINE}${text()}`);
  }

  clear(): void {
    if (this.isShown) this.stream.write(ERASE_LINE);
    this.isShown = false;
  }
}
