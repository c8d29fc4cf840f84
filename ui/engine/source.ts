// The bytes of a capture file, chunk by chunk: plain or gzip, with a count of what was read of the file itself.

import { gunzip } from './gunzip.ts';

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
  const read = async () => {
    const value = head.shift() ?? (await reader.read()).value;
    bytesRead += value?.length ?? 0;
    return value;
  };
  const close = () => reader.cancel().catch(() => undefined);
  const told = { bytesRead: () => bytesRead, totalBytes: source instanceof Blob ? source.size : null };
  if (first !== 0x1f || second !== 0x8b) return { read, close, ...told };
  const again = () => {
    const anew = (source as Blob).stream().getReader();
    return async () => (await anew.read()).value;
  };
  const plain = gunzip(read, source instanceof Blob ? again : undefined);
  return { read: plain.read, close: async () => void (await Promise.all([plain.close(), close()])), ...told };
}
