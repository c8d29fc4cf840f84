// Frames on their way to the page: a few buffers that go round. One is filled only when something has changed, when a buffer is back,
// and when a display can have shown the frame before; so a page that is slow gets fewer frames, and nothing queues up.

import { FRAME_MS } from './lab-pace.ts';

/** One on its way, one being drawn, and one that the page may keep to compare with. */
export const FRAME_BUFFERS = 3;

export interface FrameClock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export class LabFrames {
  private port: MessagePort | null = null;
  private free: Float64Array<ArrayBuffer>[] = [];
  private length = 0;
  private hasChanged = false;
  private isWaiting = false;
  private lastMs = -Infinity;

  /** @param fill  writes all numbers of a frame */
  constructor(
    private readonly clock: FrameClock,
    private readonly fill: (values: Float64Array) => void,
  ) {}

  /** Sends to this port from now on. */
  attach(port: MessagePort): void {
    this.port?.close();
    this.port = port;
    port.onmessage = ({ data }: MessageEvent<unknown>) => this.takeBack(data);
    this.renew();
    this.change();
  }

  /** Frames have so many numbers from now on; the next one follows the next change. */
  resize(length: number): void {
    this.hasChanged = false;
    if (length === this.length) return;
    this.length = length;
    this.renew();
  }

  /** What is out may not come back, or not fit. */
  private renew(): void {
    this.free = Array.from({ length: FRAME_BUFFERS }, () => new Float64Array(this.length));
  }

  private takeBack(data: unknown): void {
    if (!(data instanceof ArrayBuffer)) throw new Error('What comes back for a frame has to be its buffer.');
    if (data.byteLength !== this.length * Float64Array.BYTES_PER_ELEMENT || this.free.length === FRAME_BUFFERS) return;
    this.free.push(new Float64Array(data));
    this.offer();
  }

  /** Something that a frame shows has changed. */
  change(): void {
    this.hasChanged = true;
    this.offer();
  }

  /** Time until a display can show another frame. */
  restMs(): number {
    return Math.max(0, this.lastMs + FRAME_MS - this.clock.now());
  }

  /** Sends a frame if one is due; else one follows when it is. */
  private offer(): void {
    if (!this.hasChanged || !this.port || this.length === 0 || this.free.length === 0) return;
    const rest = this.restMs();
    if (rest === 0) this.send(this.port);
    else if (!this.isWaiting) void this.offerLater(rest);
  }

  private async offerLater(ms: number): Promise<void> {
    this.isWaiting = true;
    await this.clock.sleep(ms);
    this.isWaiting = false;
    this.offer();
  }

  private send(port: MessagePort): void {
    this.lastMs = this.clock.now();
    this.hasChanged = false;
    const values = this.free.pop()!;
    this.fill(values);
    port.postMessage({ frame: values.buffer }, [values.buffer]);
  }
}
