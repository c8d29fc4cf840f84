// Runs the latest of many requests: waits until they pause, never runs two at once, drops what was overtaken.

export class Latest {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running = false;
  private again = false;

  /**
   * @param task  what to run; reads its own newest inputs
   * @param pauseMs  how long requests must pause before it runs
   */
  constructor(
    private readonly task: () => Promise<void>,
    private readonly pauseMs: number,
  ) {}

  request(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), this.pauseMs);
  }

  /** Forgets what has not begun. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.again = false;
  }

  private async run(): Promise<void> {
    this.timer = null;
    this.running = true;
    try {
      await this.task();
    } finally {
      this.running = false;
      if (this.again) {
        this.again = false;
        this.request();
      }
    }
  }
}
