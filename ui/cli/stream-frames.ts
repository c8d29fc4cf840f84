// Ethernet frames on a byte stream: each after its length, 32 bits, big-endian, without check sequence.
// Source: QEMU, network backends "stream" and "socket".

export const MAX_FRAME_BYTES = 65_535;
const PREFIX_BYTES = 4;

/** The stream is out of step, or carries something else. */
export class FrameLengthError extends Error {}

/** Cuts a stream into frames, however its bytes come. */
export class FrameDecoder {
  private prefixBytes = 0;
  private length = 0;
  private readonly frame = new Uint8Array(MAX_FRAME_BYTES);
  private filled = 0;

  /** @param take given each frame; its bytes are good until it returns */
  constructor(private readonly take: (frame: Uint8Array) => void) {}

  /** @throws FrameLengthError; the decoder is of no use then */
  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length;) {
      if (this.prefixBytes < PREFIX_BYTES) {
        this.length = this.length * 256 + chunk[at++]!;
        if (++this.prefixBytes === PREFIX_BYTES && (this.length === 0 || this.length > MAX_FRAME_BYTES))
          throw new FrameLengthError(
            `A frame of ${this.length} bytes was announced; 1 to ${MAX_FRAME_BYTES} are possible. Is the other side a stream of frames?`,
          );
        continue;
      }
      const piece = chunk.subarray(at, at + this.length - this.filled);
      at += piece.length;
      if (piece.length === this.length) this.finish(piece);
      else {
        this.frame.set(piece, this.filled);
        this.filled += piece.length;
        if (this.filled === this.length) this.finish(this.frame.subarray(0, this.length));
      }
    }
  }

  private finish(frame: Uint8Array): void {
    this.prefixBytes = this.length = this.filled = 0;
    this.take(frame);
  }
}

const FIRST_BATCH_BYTES = 1 << 14;

/** Collects frames to be written at once. */
export class FrameBatch {
  private bytes = new Uint8Array(FIRST_BATCH_BYTES);
  private filled = 0;

  add(frame: Uint8Array): void {
    const end = this.filled + PREFIX_BYTES + frame.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes.subarray(0, this.filled));
      this.bytes = larger;
    }
    new DataView(this.bytes.buffer).setUint32(this.filled, frame.length);
    this.bytes.set(frame, this.filled + PREFIX_BYTES);
    this.filled = end;
  }

  /** The stream's next bytes, for the caller to keep; null when there are none. */
  take(): Uint8Array | null {
    if (this.filled === 0) return null;
    const taken = this.bytes.subarray(0, this.filled);
    this.bytes = new Uint8Array(FIRST_BATCH_BYTES);
    this.filled = 0;
    return taken;
  }
}
