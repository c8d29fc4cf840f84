// Frames of a capture as the traffic of a scenario: read once, then put on the cable of an adapter at their own times, at those times
// scaled, or as fast as the link carries them; never faster than that. A frame arrives when its last bit does.

import { CaptureMode, readFrame, FrameLayout, Trait, Link } from '../abi/abi.gen.ts';
import type { ResolvedTraffic } from '../scenario/resolve.ts';
import { instantiateCore } from './core.ts';
import { walkCapture } from './walk.ts';

/** Bytes of frames that are kept; what a capture holds beyond is left out, and said so. */
const MOST_BYTES = 512 * 1024 * 1024;
const CHUNK = 1024 * 1024;
/** Preamble, check sequence and gap around a frame; least frame without check sequence. */
const WIRE_EXTRA = 24;
const LEAST_FRAME = 60;

interface CapturedFrame {
  /** ns since the first frame; not before that of the frame before. */
  time: number;
  bytes: Uint8Array;
  /** Bytes on the wire, without check sequence. */
  wire: number;
  sent: boolean;
}

/** Ethernet frames of a capture, in file order. */
export interface ReplayCapture {
  frames: CapturedFrame[];
  /** Frames that could not be taken: of another link type, or beyond what is kept. */
  leftOut: number;
  /** Why reading stopped before the end; null when it did not. */
  stopped: string | null;
}

/** Keeps frames in a few large blocks. */
class FrameStore {
  private block = new Uint8Array(0);
  private used = 0;
  total = 0;

  keep(bytes: Uint8Array): Uint8Array {
    if (this.used + bytes.length > this.block.length) {
      this.block = new Uint8Array(Math.max(CHUNK, bytes.length));
      this.used = 0;
    }
    const kept = this.block.subarray(this.used, this.used + bytes.length);
    kept.set(bytes);
    this.used += bytes.length;
    this.total += bytes.length;
    return kept;
  }
}

/** Reads a capture, pcap or pcapng, plain or gzip. */
export async function readReplay(module: WebAssembly.Module, source: Blob | ReadableStream<Uint8Array>): Promise<ReplayCapture> {
  const core = await instantiateCore(module);
  const frames: CapturedFrame[] = [];
  const store = new FrameStore();
  let leftOut = 0;
  let first: bigint | null = null;
  let last = 0;
  const { inputError } = await walkCapture(core, source, {
    mode: CaptureMode.Rows,
    onRows: (count) => {
      const memory = core.memory.buffer;
      for (let row = 0; row < count; row++) {
        const { ts, ptr, cap, wire, traits, link } = readFrame(memory, core.batchAt() + row * FrameLayout.size);
        if (link !== Link.Ethernet || store.total + cap > MOST_BYTES) {
          leftOut++;
          continue;
        }
        first ??= ts;
        last = Math.max(last, Number(ts - first));
        frames.push({ time: last, bytes: store.keep(new Uint8Array(memory, ptr, cap)), wire, sent: (traits & Trait.Outbound) !== 0 });
      }
    },
  });
  return { frames, leftOut, stopped: inputError };
}

type Replay = Extract<ResolvedTraffic, { app: 'replay' }>;

export interface TimedFrame {
  at: bigint;
  bytes: Uint8Array;
  wire: number;
}

/** Where a feed stands; part of a world's snapshot. */
export interface FeedPosition {
  frame: number;
  repeat: number;
  /** ps; when the link is free again. */
  free: bigint;
  /** ps; start of the repeat under way. */
  base: bigint;
}

/** Frames that are handed over together; the number decides nothing but the size of a queue. */
const BATCH = 256;

/** The frames of one replay, in the order of their times. */
export class ReplayFeed {
  readonly nic: number;
  private readonly frames: readonly CapturedFrame[];
  private readonly replay: Replay;
  private readonly psPerByte: number;
  private position: FeedPosition;

  constructor(replay: Replay, capture: ReplayCapture, nic: number, bitsPerSecond: number) {
    this.nic = nic;
    this.replay = replay;
    this.frames = replay.onlyReceived ? capture.frames.filter(({ sent }) => !sent) : capture.frames;
    this.psPerByte = 8e12 / bitsPerSecond;
    this.position = { frame: 0, repeat: 0, free: BigInt(replay.start), base: BigInt(replay.start) };
  }

  get at(): FeedPosition {
    return { ...this.position };
  }
  set at(position: FeedPosition) {
    this.position = { ...position };
  }

  private get isOver(): boolean {
    return this.frames.length === 0 || this.position.repeat >= this.replay.repeats;
  }

  /** When the last bit of the next frame comes in. */
  private timeOf({ frame, free, base }: FeedPosition): bigint {
    const { time, wire } = this.frames[frame]!;
    const { pace, factor } = this.replay;
    const wireTime = BigInt(Math.round((Math.max(wire, LEAST_FRAME) + WIRE_EXTRA) * this.psPerByte));
    const back = free + wireTime;
    if (pace === 'link') return back;
    const own = base + BigInt(Math.round((time * 1000) / (pace === 'scaled' ? factor : 1)));
    return own > back ? own : back;
  }

  /** When the next batch has to be handed over: just before its first frame. null when there is none. */
  get due(): bigint | null {
    return this.isOver ? null : this.timeOf(this.position) - 1n;
  }

  /** The next batch. Its limits depend on the capture alone, so that every slicing of a run gives the same. */
  take(): TimedFrame[] {
    const batch: TimedFrame[] = [];
    while (batch.length < BATCH && !this.isOver) {
      const at = this.timeOf(this.position);
      const { bytes, wire } = this.frames[this.position.frame]!;
      batch.push({ at, bytes, wire });
      const isLast = this.position.frame + 1 === this.frames.length;
      this.position = isLast
        ? { frame: 0, repeat: this.position.repeat + 1, free: at, base: at }
        : { ...this.position, frame: this.position.frame + 1, free: at };
    }
    return batch;
  }
}
