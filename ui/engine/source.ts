// The bytes of a capture file, chunk by chunk: plain or gzip, with a count of what was read of the file itself.

/** Compressed bytes handed to the decompressor at a time. When the data is damaged, what it holds of the last piece is lost. */
const GZIP_PIECE = 16384;

export interface CaptureSource {
  chunks: ReadableStream<Uint8Array>;
  /** Bytes of the file read so far, compressed if it is. */
  bytesRead(): number;
  /** Size of the file, or null when the source does not say. */
  totalBytes: number | null;
}

/** Counts bytes on their way and tells whether the first two are the gzip magic (RFC 1952), without losing them. */
async function peek(stream: ReadableStream<Uint8Array>, onBytes: (count: number) => void) {
  const reader = stream.getReader();
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < 2) {
    const { value, done } = await reader.read();
    if (done) break;
    head.push(value);
    size += value.length;
  }
  const first = head.flatMap((chunk) => [...chunk.subarray(0, 2)]);
  const rest = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const value = head.shift() ?? (await reader.read()).value;
      if (!value) return controller.close();
      onBytes(value.length);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { isGzip: first[0] === 0x1f && first[1] === 0x8b, rest };
}

/**
 * Decompresses in small pieces and ends the input only when all output was taken, so that a file that is cut short still
 * gives everything before the cut.
 */
function gunzip(compressed: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = compressed.getReader();
  void (async () => {
    try {
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        for (let at = 0; at < value.length; at += GZIP_PIECE) {
          await writer.ready;
          await writer.write(value.slice(at, at + GZIP_PIECE));
        }
      }
      await writer.ready;
      await writer.close();
    } catch (error) {
      // The reading side sees the same error, or it was the one that stopped.
      await Promise.allSettled([writer.abort(error), reader.cancel(error)]);
    }
  })();
  return readable;
}

export async function openSource(source: Blob | ReadableStream<Uint8Array>): Promise<CaptureSource> {
  let bytesRead = 0;
  const stream = source instanceof Blob ? source.stream() : source;
  const { isGzip, rest } = await peek(stream, (count) => (bytesRead += count));
  return {
    chunks: isGzip ? gunzip(rest) : rest,
    bytesRead: () => bytesRead,
    totalBytes: source instanceof Blob ? source.size : null,
  };
}
