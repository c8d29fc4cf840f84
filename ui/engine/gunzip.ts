// Gzip by the platform's DecompressionStream, so that damaged files still give everything before the damage. The stream drops what it
// has decoded when it meets an error, so input goes in piece by piece, each only after all output before it was taken; and the
// piece that failed is decoded again, byte by byte.

type Read = () => Promise<Uint8Array | undefined>;

/** Compressed bytes handed to the decompressor at a time. */
const PIECE = 16384;

interface Decompression {
  read: Read;
  close(): Promise<void>;
  /** Compressed offset of the piece that went in last, and its bytes. */
  lastPiece(): { at: number; bytes: Uint8Array };
}

/** @param sizeOf bytes of the piece that starts at a compressed offset */
function decompress(compressed: Read, sizeOf: (at: number) => number): Decompression {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const reader = (readable as ReadableStream<Uint8Array>).getReader();
  let last = { at: 0, bytes: new Uint8Array() };
  let at = 0;
  void (async () => {
    try {
      for (let chunk = await compressed(); chunk; chunk = await compressed()) {
        while (chunk.length) {
          const bytes: Uint8Array<ArrayBuffer> = chunk.slice(0, sizeOf(at));
          chunk = chunk.subarray(bytes.length);
          await writer.ready;
          last = { at, bytes };
          at += bytes.length;
          await writer.write(bytes);
        }
      }
      await writer.ready;
      await writer.close();
    } catch (error) {
      // The reading side sees the same error, or it was the one that stopped.
      await writer.abort(error).catch(() => undefined);
    }
  })();
  return {
    read: async () => (await reader.read()).value,
    close: () => reader.cancel().catch(() => undefined),
    lastPiece: () => last,
  };
}

/** What a second look at the piece that failed still gives: output from `delivered` on, up to the very byte at fault. */
async function salvage(again: Read, failed: number, delivered: number): Promise<Uint8Array[]> {
  const { read } = decompress(again, (at) => (at < failed ? Math.min(PIECE, failed - at) : 1));
  const found: Uint8Array[] = [];
  try {
    for (let chunk = await read(), seen = 0; chunk; seen += chunk.length, chunk = await read()) {
      if (seen + chunk.length > delivered) found.push(chunk.slice(Math.max(0, delivered - seen)));
    }
  } catch {
    // The same error as the first time, after the last byte that can be had.
  }
  return found;
}

/**
 * @param compressed chunks of the file
 * @param again opens the file once more from its start; without it, the output of the piece that failed is lost
 */
export function gunzip(compressed: Read, again?: () => Read): { read: Read; close(): Promise<void> } {
  const first = decompress(compressed, () => PIECE);
  let delivered = 0;
  let failure: { error: unknown; rest: Uint8Array[] } | null = null;
  return {
    async read() {
      if (!failure) {
        try {
          const chunk = await first.read();
          delivered += chunk?.length ?? 0;
          return chunk;
        } catch (error) {
          failure = { error, rest: again ? await salvage(again(), first.lastPiece().at, delivered) : [] };
        }
      }
      const chunk = failure.rest.shift();
      if (chunk) return chunk;
      throw failure.error;
    },
    close: () => first.close(),
  };
}
