// Joins an adapter of a world to a socket, in real time. Frames that come in reach the adapter as its cable carries them; what the adapter
// sends is written as one piece each time the world has run. The world runs when data comes and when something is due.

import type { Socket } from 'node:net';
import type { World } from '../engine/world.ts';
import { nicField } from '../scenario/schema-nic.ts';
import { RealTime } from './real-time.ts';
import { FrameBatch, FrameDecoder, FrameLengthError } from './stream-frames.ts';
import { Arrivals } from './wire-arrivals.ts';

/** Events between two looks at the socket: less than a millisecond's work, and few megabytes of frames. */
const EVENTS_AT_A_TIME = 1000;
/** Frames given to the world at a time, so that its buffers last. */
const ARRIVALS_AT_A_TIME = 64;
/** Bytes that wait for the other side to read before the world stands still, and that wait for the cable before no more are read. */
const MOST_WAITING_BYTES = 4 << 20;
/** Node's timers are no finer; less is waited for by looking again and again. */
const TIMER_PS = 1_000_000_000n;
const LONGEST_TIMER_MS = 60_000n;
const ETHERNET_HEADER_BYTES = 14;
/** Of the adapter that takes the longest. */
const LONGEST_FRAME_BYTES = nicField.fields.mtu.max + ETHERNET_HEADER_BYTES;

export type WireWorld = Pick<World, 'now' | 'next' | 'run' | 'takeTapped' | 'inject'>;

export interface WireCounts {
  in: number;
  out: number;
  /** Longer than any adapter takes. */
  tooLong: number;
  /** Came in while there was no room for more. */
  noRoom: number;
  /** Sent by the adapter while nobody was attached. */
  unheard: number;
}

export interface WireOptions {
  world: WireWorld;
  /** Number of the adapter. */
  nic: number;
  /** Rate of its cable. */
  bitsPerSecond: number;
  /** Nanoseconds of the host, monotonic. */
  clock: () => bigint;
  /** Called once, when the host has fallen behind. */
  onSlip: () => void;
}

const earlier = (one: bigint | null, other: bigint | null): bigint | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

export class WireLink {
  readonly counts: WireCounts = { in: 0, out: 0, tooLong: 0, noRoom: 0, unheard: 0 };
  private readonly arrivals: Arrivals;
  private readonly batch = new FrameBatch();
  private socket: Socket | null = null;
  /** Starts when somebody attaches for the first time. */
  private time: RealTime | null = null;
  private timer: NodeJS.Timeout | undefined;
  private turn: NodeJS.Immediate | undefined;
  private hasSlipped = false;
  private isStopped = false;

  constructor(private readonly options: WireOptions) {
    this.arrivals = new Arrivals(options.bitsPerSecond);
  }

  get isAttached(): boolean {
    return this.socket !== null;
  }

  /** ps that virtual time has lost against the clock. */
  get slippedPs(): bigint {
    return this.time?.slippedPs ?? 0n;
  }

  /**
   * Takes a connected socket for the other end of the cable.
   * @returns when it has gone, be it in the middle of a frame: null, or what was wrong with it
   */
  attach(socket: Socket): Promise<string | null> {
    this.socket = socket;
    this.time ??= new RealTime(this.options.clock);
    socket.setNoDelay(true);
    let fault: string | null = null;
    let arrival = 0n;
    const decoder = new FrameDecoder((frame) => this.receive(frame, arrival));
    socket.on('data', (chunk: Buffer) => {
      arrival = this.isBlocked ? this.options.world.now : this.present();
      try {
        decoder.push(chunk);
      } catch (error) {
        if (!(error instanceof FrameLengthError)) throw error;
        fault = error.message;
        socket.destroy();
      }
      this.wake();
    });
    socket.on('drain', () => this.wake());
    // A peer that is killed resets the connection: it has gone all the same.
    socket.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      if (code !== 'ECONNRESET' && code !== 'EPIPE') fault = `The connection failed: ${message}.`;
    });
    this.wake();
    return new Promise((resolve) => {
      socket.on('close', () => {
        this.socket = null;
        this.wake();
        resolve(fault);
      });
    });
  }

  /** Lets go of the socket and of the clock, for good. */
  stop(): void {
    this.isStopped = true;
    this.unschedule();
    this.socket?.destroy();
  }

  /** The other side does not read. */
  private get isBlocked(): boolean {
    return this.socket !== null && this.socket.writableLength > MOST_WAITING_BYTES;
  }

  private get due(): bigint | null {
    return earlier(this.options.world.next, this.arrivals.next);
  }

  private present(): bigint {
    const present = this.time!.present(this.due);
    if (this.time!.slippedPs > 0n && !this.hasSlipped) {
      this.hasSlipped = true;
      this.options.onSlip();
    }
    return present;
  }

  private receive(frame: Uint8Array, now: bigint): void {
    if (frame.length > LONGEST_FRAME_BYTES) this.counts.tooLong++;
    else if (this.arrivals.bytes > MOST_WAITING_BYTES) this.counts.noRoom++;
    else this.arrivals.add(frame, now);
  }

  /** Runs the world up to the present, sends what came of it, and sees to it that nothing that is due is missed. */
  private wake(): void {
    this.unschedule();
    if (!this.isStopped && !this.isBlocked) {
      const { world, nic } = this.options;
      const reached = this.arrivals.deliver(this.present(), ARRIVALS_AT_A_TIME, (frame, at) => {
        if (world.inject(nic, frame, at)) this.counts.in++;
        else this.counts.noRoom++;
      });
      world.run(reached, EVENTS_AT_A_TIME);
      this.send();
      this.schedule();
    }
    this.regulate();
  }

  private schedule(): void {
    const { due } = this;
    if (this.isBlocked || due === null) return; // until the other side has read or written
    const wait = due - this.present();
    if (wait < TIMER_PS) this.turn = setImmediate(() => this.wake());
    else {
      const ms = wait / TIMER_PS;
      this.timer = setTimeout(() => this.wake(), Number(ms < LONGEST_TIMER_MS ? ms : LONGEST_TIMER_MS));
    }
  }

  /**
   * Reads no more than the cable carries, so that the other side notices. But two sides that both wait to be read from would wait for
   * ever: while ours does, everything is read, and dropped where there is no room.
   */
  private regulate(): void {
    const isFull = this.arrivals.bytes > MOST_WAITING_BYTES / 2 && !this.isBlocked;
    if (this.socket?.isPaused() === isFull) return;
    if (isFull) this.socket?.pause();
    else this.socket?.resume();
  }

  private send(): void {
    const { world, nic } = this.options;
    const { socket, counts, batch } = this;
    world.takeTapped((tapped) => {
      if (!tapped.outbound || tapped.nic !== nic) return;
      if (socket?.writable) {
        batch.add(tapped.frame);
        counts.out++;
      } else counts.unheard++;
    });
    const bytes = batch.take();
    if (bytes) socket!.write(bytes);
  }

  private unschedule(): void {
    clearTimeout(this.timer);
    clearImmediate(this.turn);
  }
}
