// Frames from the worker to the views: copied, given back at once, and shown with the browser's own frames. Keeps the earlier frame that
// rates are taken against.

import type { LabMoment } from '../components/lab-view/moment.ts';
import type { LabApi } from '../engine/lab-api.ts';
import { LabFrame, labFrameLength, type LabLayout } from '../scenario/lab-frame.ts';

/** Rates are taken over at least this much real time, so that numbers can be read; and numbers are written no more often. */
const INTERVAL_MS = 200;
/** A moment waits no longer than this for a frame of the browser. */
const LATEST_MS = 100;

export interface FeedView {
  /** @param numbers  texts are due too, not only what is drawn */
  show(moment: LabMoment, numbers: boolean): void;
}

export class LabFeed {
  /** The latest time of the run that was seen. */
  playedPs = 0;
  moment: LabMoment | null = null;

  private port: MessagePort | null = null;
  private layout: LabLayout | null = null;
  /** Frames that rates are taken against: the one in use, and the one that follows it. */
  private before: LabFrame | null = null;
  private next: LabFrame | null = null;
  private nextMs = 0;
  private numbersMs = -Infinity;
  private scheduled = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly view: FeedView) {}

  /** Follows a world from its start. */
  async follow(api: LabApi, layout: LabLayout): Promise<void> {
    this.stop();
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.layout = layout;
    port1.onmessage = ({ data }: MessageEvent<{ frame: ArrayBuffer }>) => {
      this.take(data.frame);
      port1.postMessage(data.frame, [data.frame]);
    };
    await api.attach(port2);
  }

  stop(): void {
    this.port?.close();
    this.port = null;
    this.unschedule();
    this.moment = null;
    this.before = null;
    this.next = null;
    this.playedPs = 0;
  }

  /** Shows the present moment again: a view has come up. */
  again(): void {
    this.numbersMs = -Infinity;
    this.schedule();
  }

  private take(buffer: ArrayBuffer): void {
    const { layout } = this;
    if (!layout || buffer.byteLength !== labFrameLength(layout) * Float64Array.BYTES_PER_ELEMENT) return; // of the world before
    const frame = new LabFrame(layout, new Float64Array(buffer).slice());
    const timeOf = (one: LabFrame) => one.get('head', 0, 'timePs');
    const last = this.moment?.frame ?? null;
    const nowMs = performance.now();
    this.playedPs = Math.max(this.playedPs, timeOf(frame));
    if (last && timeOf(frame) < timeOf(last)) {
      this.before = null;
      this.next = null;
    } else if (last && timeOf(frame) > timeOf(last)) {
      const isPlaying = frame.get('head', 0, 'playing') > 0;
      if (!isPlaying && !last.get('head', 0, 'playing')) {
        this.before = last; // a step: what it did
        this.next = null;
      } else if (!this.next) {
        this.before ??= last;
        this.next = last;
        this.nextMs = nowMs;
      } else if (nowMs - this.nextMs >= INTERVAL_MS) {
        this.before = this.next;
        this.next = last;
        this.nextMs = nowMs;
      }
    }
    this.moment = { layout, frame, before: this.before };
    this.schedule();
  }

  /** With the browser's next frame; a page in the background gets none, and then soon. */
  private schedule(): void {
    this.scheduled ||= requestAnimationFrame(() => this.show());
    this.timer ??= setTimeout(() => this.show(), LATEST_MS);
  }

  private unschedule(): void {
    cancelAnimationFrame(this.scheduled);
    if (this.timer !== null) clearTimeout(this.timer);
    this.scheduled = 0;
    this.timer = null;
  }

  private show(): void {
    this.unschedule();
    if (!this.moment) return;
    const nowMs = performance.now();
    const isQuiet = !this.moment.frame.get('head', 0, 'playing');
    const numbers = isQuiet || nowMs - this.numbersMs >= INTERVAL_MS;
    if (numbers) this.numbersMs = nowMs;
    this.view.show(this.moment, numbers);
  }
}
