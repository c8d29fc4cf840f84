// The bytes of a capture file, chunk by chunk: plain or gzip, with a count of what was read of the file itself.

/** Compressed bytes handed to the decompressor at a time. When the data is damaged, what it holds of the last piece is lost. */
const GZIP_PIECE = 16384;

export interface CaptureSource {
  /** @returns the next chunk, or undefined at the end  @throws what the file system or the decompressor says */
  read(): Promise<Uint8Array | undefined>;
  /** Releases the file; read() is not called again. */
  close(): Promise<void>;
  /** Bytes of the file read so far, compressed if it is. */
  bytesRead(): number;
  /** Size of the file, or null when the source does not say. */
  totalBytes: number | null;
}

/**
 * Decompresses in small pieces and ends the input only when all output was taken, so that a file that is cut short still
 * gives everything before the cut.
 */
function gunzip(compressed: Pick<CaptureSource, 'read' | 'close'>): ReadableStreamDefaultReader<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  void (async () => {
    try {
      for (let value = await compressed.read(); value; value = await compressed.read()) {
        for (let at = 0; at < value.length; at += GZIP_PIECE) {
          await writer.ready;
          await writer.write(value.slice(at, at + GZIP_PIECE));
        }
      }
      await writer.ready;
      await writer.close();
    } catch (error) {
      // The reading side sees the same error, or it was the one that stopped.
      await Promise.allSettled([writer.abort(error), compressed.close()]);
    }
  })();
  return (readable as ReadableStream<Uint8Array>).getReader();
}

export async function openSource(source: Blob | ReadableStream<Uint8Array>): Promise<CaptureSource> {
  const reader = (source instanceof Blob ? source.stream() : source).getReader();
  // Enough chunks to see the gzip magic (RFC 1952); they are given out again first.
  const head: Uint8Array[] = [];
  let seen = 0;
  while (seen < 2) {
    const { value } = await reader.read();
    if (!value) break;
    head.push(value);
    seen += value.length;
  }
  const [first, second] = head.flatMap((chunk) => [...chunk.subarray(0, 2)]);
  let bytesRead = 0;
  const file = {
    async read() {
      const value = head.shift() ?? (await reader.read()).value;
      bytesRead += value?.length ?? 0;
      return value;
    },
    close: () => reader.cancel().catch(() => undefined),
  };
  const told = { bytesRead: () => bytesRead, totalBytes: source instanceof Blob ? source.size : null };
  if (first !== 0x1f || second !== 0x8b) return { ...file, ...told };
  const plain = gunzip(file);
  return { read: async () => (await plain.read()).value, close: () => plain.cancel().catch(() => undefined), ...told };
}
